"""Tiltakstrappa as a catalogue: step, theme and age, the seven procedures, and links that may be dead or locked."""

from __future__ import annotations

from bot.content.profile import Link
from dialogs.as_text import as_text
from dialogs.dialog import Around
from dialogs.where.ladder import PROCEDURES, ladder_card, measures_for
from tests.guide.test_where import press, state_in, typed


def test_measures_are_narrowed_by_step_theme_and_age(around: Around) -> None:
    melhus = around.knowledge.profiles["melhus"]
    everything = measures_for(melhus, {})
    assert [one.step for one in everything] == sorted(one.step for one in everything)
    assert {one.step for one in measures_for(melhus, {"step": "3"})} == {3}
    assert all("hjemmeforhold" in one.themes for one in measures_for(melhus, {"theme": "hjemmeforhold"}))
    baby = [one.name for one in measures_for(melhus, {"age": "0-18-mnd"})]
    assert "Forsterket helsestasjon" in baby
    assert "Ungdomstorget, ungdomsklubber, kultur og idrett" not in baby


def test_the_search_says_when_nothing_is_filled_in_and_leads_on(around: Around) -> None:
    shown = press("where_ladder_show", around, "melhus", theme="fravaer", step="3")
    assert "ikke lagt inn noe tiltak for dette valget" in shown
    assert "Vis hvem" in shown


def test_the_seven_themes_with_procedures_are_rows_in_stjordal(around: Around) -> None:
    assert len(PROCEDURES) == 7
    shown = press("where_ladder", around, "stjordal")
    for theme in PROCEDURES:
        assert around.text(f"names.theme_{theme}") in shown
    assert "Vis hvem" in press("where_ladder_show", around, "stjordal", theme="fravaer")


def test_every_theme_of_the_ladder_leads_to_who_can_help(around: Around) -> None:
    for theme in PROCEDURES:
        assert "hit kan du gå" in press("where_show", around, "stjordal", theme=theme)


def test_a_link_says_what_to_do_when_it_is_dead_or_wants_a_login(around: Around) -> None:
    stjordal = around.knowledge.profiles["stjordal"]
    assert "Virker ikke lenka?" in press("where_ladder", around, "stjordal")
    link = Link.model_validate(stjordal.links["tiltakstrappa"].model_dump() | {"login": True})
    behind = stjordal.model_copy(update={"links": {**stjordal.links, "tiltakstrappa": link}})
    shown = as_text(ladder_card(behind, state_in("stjordal"), around), around.text)
    assert "Lenka krever at du er logget inn" in shown


def test_the_catalogue_is_found_by_its_name_in_every_municipality(around: Around) -> None:
    for municipality in around.municipalities:
        for words in ("tiltakstrappa", "tiltak"):
            shown = typed(words, around, municipality)
            assert shown is not None
            assert "Vis tiltak" in shown


def test_a_bare_step_is_never_written_without_its_ladder(around: Around) -> None:
    shown = press("where_ladder", around, "stjordal")
    assert "Trinn i Tiltakstrappa" in shown
    assert "Trinnene i Tiltakstrappa er noe annet enn nivåene i Handlingsveilederen" in shown
