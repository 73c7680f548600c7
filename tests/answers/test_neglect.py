"""What may be neglect is noticed in a text, and one bad day is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answers.index import AnswerIndex
from bot.answers.neglect import NeglectSigns, load_neglect
from tests.each import each


@pytest.fixture(scope="module")
def neglect(knowledge: Path) -> NeglectSigns:
    return load_neglect(knowledge)


@each(
    "text",
    [
        "Kommer uten mat og i for tynne klær hver dag, skitten og med ubehandlet eksem, hele høsten",
        "Kommer ofte uten matpakke.",
        "Kjæm uta mat kvær dag",
        "Kjem utan mat. Slik er det kvar dag.",
        "Lukter urin, har de samme klærne hele uka",
        "Babyen har samme bleie fra dagen før.",
        "Ingen voksne er hjemme etter skolen, hver dag.",
        "Hun passer småsøsken hver kveld.",
        "Han er alene hjemme om natta.",
        "Mor var full da hun hentet.",
        "Foreldrene møter ikke til tannlegetimen gang på gang.",
        "Mor kaller ham idiot og verdiløs.",
        "Far skriker og kjefter på dem hele tiden.",
        "Er dette omsorgssvikt?",
        "Femåringen er alene hjemme om kvelden, foreldrene er på fest.",
        "Har hatt tannverk i et år, og foreldrene nekter å gå til tannlege.",
        "Diabetesen blir ikke fulgt opp, de glemmer insulin stadig.",
        "Hjemmet er fullt av søppel og avføring.",
        "Babyen har gått ned i vekt og gråter av sult.",
        "ungen luktar og er svolten",
        "han er sulten og stinker",
    ],
)
def test_what_may_be_neglect_is_noticed(neglect: NeglectSigns, text: str) -> None:
    assert neglect.may_be_in(f"Trives ellers godt.\n\n{text}\n\nHva kan vi gjøre?")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "glemte matpakka i dag",
        "Eleven glemte matpakka i dag og var sulten.",
        "Kom uten votter i dag.",
        "Kom uten mat i går. Trives godt.",
        "Skitten etter uteleken, men glad.",
        "Er aldri sulten om morgenen.",
        "Han vil ikke spise maten sin, og har alltid vært kresen.",
        "Mor er full av energi.",
        "Vi har ingen mistanke om omsorgssvikt.",
        "Strever med lesing, og har ofte fravær.",
        "Foreldrene krangler ofte.",
        "De andre elevene kaller ham idiot.",
        "Det er fullt av søppel i skolegården.",
        "Foreldrene avlyser legetimen i dag.",
        "Medelever kaller han dum hver dag i friminuttet.",
        "Far er høy og har ofte genser.",
        "Jenta er ikke sulten og har ofte samme klær som venninna.",
        "Hun er alltid sulten i fjerde time.",
    ],
)
def test_one_bad_day_and_calm_words_are_not(neglect: NeglectSigns, text: str) -> None:
    assert not neglect.may_be_in(text)


def test_a_long_text_is_read_to_its_end(neglect: NeglectSigns) -> None:
    assert neglect.may_be_in("Han leser godt. " * 300 + "Kommer uten mat hver dag.")


@pytest.mark.parametrize(
    "told",
    [
        "elev sier at pappa kaller henen dum og hore hver dag, hun gråter på skolen",
        "mor sier barna får kjeft og blir kalt idioter av stefaren",
        "mamma til en elev sier hun hater ungen sin",
        "foreldrene ler av ham når han stammer",
        "Mora te a ongen kaille n førr dust å lat kvar dag i garderoben",
    ],
)
def test_humiliation_at_home_finds_neglect_and_that_by_others_does_not(index: AnswerIndex, told: str) -> None:
    assert index.search(told).best == "bek-omsorgssvikt"
    for other in ("elevene kaller hverandre hore", "han stammer og de andre ler av ham"):
        assert index.search(other).best == "bek-mobbing"
