"""Names, letters and numbers written so that no list knows them, as they are meant."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import leaves
from tests.each import each

FOUND = [
    ("Id@ er redd", "Id@"),
    ("1da er redd", "1da"),
    ("jeg tror S0fie gråter", "S0fie"),
    ("k@ri biter", "k@ri"),
    ("har @nne vært her", "@nne"),
    ("L1nus er sint", "L1nus"),
    ("🅺🅰🆁🅸 er redd", "🅺🅰🆁🅸"),
    ("🅚🅐🅡🅘 slår", "🅚🅐🅡🅘"),
    ("Ka\nri er redd for far", "Ka\nri"),
    ("Snakket med Ma\nria i går", "Ma\nria"),
    ("født fjerde i niende to tusen og tolv", "fjerde i niende to tusen og tolv"),
    ("han er født ellevte juni to tusen og ni, i byen", "ellevte juni to tusen og ni"),
    ("fødselsdato: sjette i åttende tjueti", "sjette i åttende tjueti"),
    ("sak 22-145678TVI", "22-145678TVI"),
    ("sak 22-145678TVI-TOSL er berammet", "22-145678TVI-TOSL"),
    ("dette er SAK-0042/25", "SAK-0042/25"),
    ("nummer tjuefire skråstrek elleve null fire, takk", "tjuefire skråstrek elleve null fire"),
    ("Stefaren, R., slår henne", "R."),
    ("Storebroren, T, røyker", "T"),
    ("KH er redd i timene", "KH"),
    ("HM er veldig lei seg.", "HM"),
    ("Elev1 (KH) slår", "KH"),
    ("Lensmannens datter slår", "Lensmannens"),
    ("Legens sønn er med", "Legens"),
]
LEFT_ALONE = [
    "han ble født i tredje uke av mars",
    "Sett en strek over de to siste linjene.",
    "Vi har A, B, og C på tavla.",
    "kl 5am, 3d-briller og 10kg, 2en og 7ern",
    "Lærerens barn er flinke",
    "NAV er sliten. HR er sint på oss.",
    "Hei\ndette gjelder en gutt som er redd.",
]


@each(("text", "hidden"), FOUND)
def test_what_is_written_in_disguise_is_found(anonymiser: Anonymiser, text: str, hidden: str) -> None:
    start = text.index(hidden)
    assert any(f.start <= start and f.end >= start + len(hidden) for f in anonymiser.find(text))


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_numbers_and_plain_words_are_no_disguise(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
