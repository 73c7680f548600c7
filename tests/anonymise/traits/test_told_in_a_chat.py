"""What a chat tells in passing: a birthday, a job by night, a club, the stairs of a department, a till."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds

TOLD = [
    ("i går fylte hun 13", "alder", "13"),
    ("hun fyller åtte på 2. februar", "alder", "åtte"),
    ("når ho fyller ti skal ho få mobil", "alder", "ti"),
    ("hun har akkurat fylt fem", "alder", "fem"),
    ("da fylte gutten elleve.", "alder", "elleve"),
    ("mor jobber kveld som bussjåfør", "yrke", "bussjåfør"),
    ("far jobber natt som vekter", "yrke", "vekter"),
    ("mamma jobber deltid som frisør", "yrke", "frisør"),
    ("hun går på jujutsu-klubben på rødde", "forening", "jujutsu-klubben"),
    ("han begynte i sjakk-klubben", "forening", "sjakk-klubben"),
    ("han satt på Maurtua-trappa i tolv minutter", "avdeling", "Maurtua"),
    ("vi møtes ved Solstråla-døra", "avdeling", "Solstråla"),
    ("lise på coop ringte meg", "arbeidsgiver", "coop"),
    ("kassadama på extra sa ifra", "arbeidsgiver", "extra"),
    ("de e tre søskn heime", "sosken", "tre søskn"),
]
NOT_TOLD = [
    "han fyller to glass og søler",
    "vi fylte fem bøtter med sand",
    "hun fyller ti linjer før hun gir seg",
    "vi er på extra vakt i friminuttet",
    "noen på kiwi sa at det var stengt",
    "vi skriver om bokklubben i avisa",
]


@pytest.mark.parametrize(("text", "kind", "words"), TOLD)
def test_it_is_told_in_passing(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_nothing_is_told(anonymiser: Anonymiser, text: str) -> None:
    found = [(text[f.start : f.end], f.type) for f in anonymiser.find(text)]
    assert not found, found
