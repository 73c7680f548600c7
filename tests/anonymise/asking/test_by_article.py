"""Behind "han" and "ho" as articles of names a bare word is somebody; behind the same words as subjects it is none."""

import pytest

from bot.anonymise import Anonymiser

SOMEBODY = [
    ("ungen te han totto på bensinstasjonen, dere vet", "totto"),
    ("nei han e no snill han lillegutt te a Solveig", "lillegutt"),
    ("det gjeld minste jenta, ho snuppa. ho tar mat ut av søpla", "snuppa"),
    ("han knerten, du veit kem æ mein, kom på trening", "knerten"),
    ("eg he tenkt mykje på han fisen, so dei kallar, og kvifor", "fisen"),
    ("det er hun prinsessa vi kaller henne det fordi hun har krone", "prinsessa"),
    ("ja du lausen som dæm sei om n", "lausen"),
    ("Pjokken – alle kaller ham det – har ikke hatt tørre sko", "Pjokken"),
]
NOBODY = [
    "vi var ute før han vakna og etter at ho sovna",
    "å ho tulla så fælt at han sliten la seg",
    "og han boka si, den er borte",
    "det va for han aleina æ kom",
    "de ringte på han dagen etter",
    "vi så at han kasta stein, me han sov ho",
    "jenta hadde med ho som er eldst",
]


@pytest.mark.parametrize(("text", "word"), SOMEBODY)
def test_somebody_is_asked_about(anonymiser: Anonymiser, text: str, word: str) -> None:
    assert word in [text[f.start : f.end] for f in anonymiser.find(text)]


@pytest.mark.parametrize("text", NOBODY)
def test_a_subject_and_its_verb_name_nobody(anonymiser: Anonymiser, text: str) -> None:
    assert not anonymiser.find(text)
