"""What is asked of an older child is not asked of one under six, where it would sound absurd."""

from __future__ import annotations

from dialogs.dialog import Around
from tests.each import each
from tests.guide.conftest import walker_in

TO_AGE = {"trygg_na": "nei", "grunn_til_a_tro": "nei", "hvor_langt": "ny"}


@each(
    ("age", "arena", "theme", "place"),
    [
        ("0-18-mnd", "barnehage", "psykisk_helse", "barnet_hort"),
        ("19-mnd-5-ar", "barnehage", "utenforskap", "barnet_hort"),
        ("19-mnd-5-ar", "barnehage", "spiseforstyrrelse", "helse"),
        ("19-mnd-5-ar", "barnehage", "mobbing", "barn_mot_barn"),
        ("19-mnd-5-ar", "barnehage", "psykisk_helse", "selvmord"),
        ("19-mnd-5-ar", "barnehage", "atferd", "barn_mot_barn"),
        ("6-9", "skole", "utenforskap", "selvmord"),
        ("6-9", "skole", "atferd", "egen_fare"),
        ("vet_ikke", "annet", "utenforskap", "selvmord"),
    ],
)
def test_of_a_small_child_who_is_lonely_or_loud_it_is_not_asked_whether_it_wants_to_die_or_breaks_the_law(
    around: Around, age: str, arena: str, theme: str, place: str
) -> None:
    walker = walker_in(around, "stjordal", "barnehage")
    walker.start()
    walker.answer_all({**TO_AGE, "om_barnet": {"alder": age, "arena": arena}, "hva_har_du_sett": {"tema": [theme]}})
    assert walker.place == place
