"""Danger is heard behind who told it and beside what is only asked; calm words in the same frames stay calm."""

from __future__ import annotations

import pytest

from bot.answers.acute import ASKED_AT_MOST, AcuteDetector
from bot.answers.acute_around import SHORT, without_what_is_asked, without_who_told

TOLD = [
    "jeg er redd for at hun har sagt ha det til alle i klassen på en rar måte",
    "i følge storesøster så henger bikkja i armen på ungen",
    "æ trur at taket på gymsalen har ramla ned",
    "det sies at han sitter ute i snøen i bare t-skjorta",
    "hånda sitter fast i maskina, bør vi si fra til rektor først?",
    "kan jeg spørre om noe? hun er kald og svarer sløvt",
    "en toåring ligger i bassenget. Skal jeg melde?",
]
CALM = [
    "jeg er redd for at foreldrene blir sinte",
    "en nabo sier at det er fest på fredag, skal jeg si fra til rektor?",
    "læreren fortalte at klassen skal på tur",
    "hun har glemt matpakka, hva gjør jeg da",
    "kan jeg spørre om noe? hvor ligger skjemaet",
    "mor har ikke svart på brevet. Skal jeg ringe?",
    "hva gjør vi når et barn dør",
    "Kva slags forhold må vi melde om?",
]


@pytest.mark.parametrize("said", TOLD)
def test_danger_is_heard_in_a_frame(acute: AcuteDetector, said: str) -> None:
    assert acute.detect(said) is not None


@pytest.mark.parametrize("said", CALM)
def test_calm_words_stay_calm_in_a_frame(acute: AcuteDetector, said: str) -> None:
    assert acute.detect(said) is None


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("en nabo sier at far slår ham", "far slår ham"),
        ("moren ringte og sa at han er borte", "han er borte"),
        ("i følge storesøster så er han borte", "er han borte"),
        ("far slår ham, sier eleven", "far slår ham"),
        ("han slår. Jeg er redd for at hun dør.", "han slår. hun dør."),
        ("hun sier ikke noe", None),
        ("loven sier at det er lov", None),
    ],
)
def test_who_told_is_taken_off(said: str, left: str | None) -> None:
    assert without_who_told(said) == left


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("far slår ham, bør vi si fra til rektor først?", "far slår ham,"),
        ("far slår ham skal jeg melde", "far slår ham ."),
        ("hei, far slår ham", " far slår ham"),
        ("skal jeg melde?", None),
        ("Kva slags forhold må vi melde om?", None),
        ("far slår ham", None),
        ("hun vil ikke hjem", None),
        ("far slår ham, skal jeg melde? " + "og " * SHORT, None),
    ],
)
def test_what_is_asked_is_taken_off_a_short_message(said: str, left: str | None) -> None:
    found = without_what_is_asked(said)
    assert found is None if left is None else (found or "").rstrip() == left.rstrip()


def test_where_something_was_asked_the_search_is_asked_too(acute: AcuteDetector) -> None:
    found = acute.detect("hånda sitter fast i maskina, bør vi si fra til rektor først?")
    assert found is not None
    assert found.score <= ASKED_AT_MOST
