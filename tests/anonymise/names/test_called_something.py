"""What somebody is called is told by "hun" behind it, by what only a body goes through, or in quotation marks."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just, names_nobody

ASKED = [
    ("Virvelvinden har roet seg, men nå gråter hun i stedet.", "Virvelvinden"),
    ("«Rampen» er ikke rampete lenger, han sitter bare og stirrer.", "Rampen"),
    ("Ingen vil sitte ved siden av Mygga, og hun merker det godt.", "Mygga"),
    ("Pappa sier at Sjefen selv får velge hvem hun bor hos.", "Sjefen"),
    ("Hele klassen ler av Melkeveien, og han ler med.", "Melkeveien"),
    ("Jeg så Bamsefar slå sønnen sin ved bilen.", "Bamsefar"),
    ("Tassen kom uten niste også i dag, tredje gang denne uka.", "Tassen"),
    ("Bønna har kastet opp etter lunsj hele uka.", "Bønna"),
    ("Pølsa satt alene i sandkassa i hele friminuttet.", "Pølsa"),
    ("Lillen e hjemme åleina når a mor jobbe natt.", "Lillen"),
]
CALLED = [
    "Han de kaller «{Boss}» tar lunsjpengene fra de små.",
    "Ein vaksen han kallar «{Boss}» krev pengar av han.",
    'The other students call her "{Rice}", and she laughs along.',
    "Klassekameratene roper «{Dvergen}» etter ham i gangen.",
    "På nettet heter hun bare «{Dronninga}», og de andre er redde.",
]
NOTHING = [
    "Bønna spirer fint i vinduet, og barna er stolte.",
    "Pølsa falt på gulvet, og da ble det gråt.",
    "Virvelvinden tok lua hans på tur.",
    "Rampen ved inngangen er glatt om vinteren.",
    "Våren er komen, og med han alle dei som ikkje har gjort noko sidan jul.",
    "Alfabetet kan hun synge, men ikke lese.",
    "Roen kommer når han får sitte under bordet.",
    "Metoden vi kaller «Trygghetssirkelen», bruker vi mye.",
    "De roper «Kom igjen» etter ham når han løper.",
    "Jeg foreslo Vennegruppa på SFO, men mor vil gjerne vente.",
]


@pytest.mark.parametrize(("text", "word"), ASKED)
def test_what_somebody_is_called_is_asked_about(anonymiser: Anonymiser, text: str, word: str) -> None:
    assert word in {text[one.start : one.end] for one in anonymiser.find(text)}


@pytest.mark.parametrize("marked", CALLED)
def test_what_somebody_is_called_in_quotation_marks_is_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@pytest.mark.parametrize("text", NOTHING)
def test_things_are_not_asked_about(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)
    assert not [one for one in anonymiser.find(text) if one.type == "mulig_navn"]
