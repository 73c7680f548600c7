"""Ordinary words with a capital where a name stands are asked about; services, places and titles are not."""

import pytest

from bot.anonymise import Anonymiser
from bot.anonymise.asking.clear_slot import WHY
from tests.anonymise.tables import leaves

ASKED = [
    ("Broren til Lo er syk.", "Lo"),
    ("Kameraten til Bris slo i går.", "Bris"),
    ("Søsteren til An gråter.", "An"),
    ("Faren til Si er på jobb.", "Si"),
    ("Moren til Iv ringte.", "Iv"),
    ("Tanta til Fri hentet henne.", "Fri"),
    ("Snø sin mor har ringt.", "Snø"),
    ("I dag har Hav sin far ringt.", "Hav"),
    ("Xi sin mor har ringt.", "Xi"),
    ("Jeg er redd for Bris.", "Bris"),
    ("Vi er bekymra for Si, hun gråter.", "Si"),
    ("Vi er urolige for Mi og Lo.", "Lo"),
    ("Læreren sier at Fri er sint.", "Fri"),
    ("Mor forteller at Si ikke spiser.", "Si"),
    ("Jentene Mi, Lo og Ea krangler.", "Mi"),
    ("Brødrene An, Mo og Li slåss.", "An"),
    ("Han leker helst med Ørn og Bris.", "Bris"),
    ("Vi ga beskjed til Prins i går.", "Prins"),
    ("Hun er hos Stjerne hver helg.", "Stjerne"),
]
LEFT_ALONE = [
    "Mor mener at Barnevernet må inn.",
    "Mor sier at Nav ikke svarer.",
    "Melding fra mor til Barnevernet og til Skolen.",
    "Mor sier at Politiet kommer.",
    "Barnet sin mor er syk. Hvem sin mor er det?",
    "Vi sendte melding til Bup og til Ppt.",
    "Takk til Rådgiver og til Helsesykepleier.",
    "Vi er bekymret for barnet og for moren.",
    "Vi jobber med Steg for steg i gruppa.",
    "Jentene, guttene og lærerne krangler.",
    "Broren til den eldste er syk.",
    "Han er redd for å gå hjem.",
]


@pytest.mark.parametrize(("text", "word"), ASKED)
def test_it_is_asked_about(anonymiser: Anonymiser, text: str, word: str) -> None:
    assert any(text[f.start : f.end] == word for f in anonymiser.find(text) if f.type in ("mulig_navn", "navn"))


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
    assert not [text[f.start : f.end] for f in anonymiser.find(text) if f.why == WHY]
