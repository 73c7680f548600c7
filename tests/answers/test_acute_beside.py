"""Danger told beside something else: in a polite question, after «nei, …», beside what it is not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.answers.acute import AcuteDetector
from bot.answers.acute_sight import AcuteSight
from bot.answers.acute_words import AcuteWords, load_acute_words
from bot.answers.lexicon import Lexicon
from bot.answers.spelling import Spelling
from bot.content.problem import KnowledgeError
from tests.each import each


@pytest.fixture(scope="module")
def words(knowledge: Path, lexicon: Lexicon) -> AcuteWords:
    return load_acute_words(knowledge, lexicon)


@pytest.mark.parametrize(
    "danger",
    [
        "hun har laget dødsliste",
        "far slår ham med belte",
        "babyen er blitt ristet",
        "gutten sier at mor stikker ham med nål",
    ],
)
@pytest.mark.parametrize(
    "asked",
    [
        "Hei, jeg lurer på hvem jeg skal snakke med når {}",
        "Kan dere hjelpe meg? {}. Jeg er usikker på om jeg skal melde eller snakke med foreldrene først",
        "{}. Hva bør vi gjøre i ansvarsgruppa?",
        "{}, men ellers har hun det bra",
    ],
)
def test_danger_is_heard_inside_a_polite_question(acute: AcuteDetector, asked: str, danger: str) -> None:
    assert acute.detect(asked.format(danger)) is not None


@pytest.mark.parametrize(
    "calm",
    [
        "eleven gruer seg til prøver",
        "barnet ikke vil spise grønnsaker",
        "mor ønsker et møte",
        "gutten er redd for hunder",
    ],
)
def test_a_polite_question_about_calm_things_alarms_nobody(acute: AcuteDetector, calm: str) -> None:
    for asked in ("Hei, jeg lurer på hvem jeg skal snakke med når {}", "{}. Hva bør vi gjøre i ansvarsgruppa?"):
        assert acute.detect(asked.format(calm)) is None


def test_a_frame_without_a_gap_is_a_problem_an_editor_can_mend(
    knowledge: Path, lexicon: Lexicon, tmp_path: Path
) -> None:
    shutil.copytree(knowledge / "words", tmp_path / "words")
    rules = tmp_path / "words" / "acute.yaml"
    rules.write_text(rules.read_text("utf-8") + '  - "Hvem ringer jeg når"\n', "utf-8")
    with pytest.raises(KnowledgeError) as wrong:
        load_acute_words(tmp_path, lexicon)
    assert "«hvem ringer jeg når» mangler {}" in str(wrong.value)


@each("opening", ["Nei, ", "nei ", "nei vent feil, ", "beklager, ", "oi, ", "Ja, men ", "hei "])
@each("danger", ["han ble slått", "mor skjøt far", "hun har dødslengsel og en konkret plan"])
def test_danger_is_heard_after_an_answer_or_a_correction(acute: AcuteDetector, opening: str, danger: str) -> None:
    assert acute.detect(opening + danger) is not None


@pytest.mark.parametrize(
    "calm",
    [
        "nei",
        "nei vent",
        "Nei, far har ikke svart",
        "nei, de svarer ikke",
        "Nei, hun er ikke suicidal. Hun er vurdert på BUP i går.",
        "Feil barn! Jeg mente lillebroren",
        "nei takk",
        "nei, det er bestefar",
        "beklager, jeg mente ja",
    ],
)
def test_a_no_that_denies_and_a_calm_correction_alarm_nobody(acute: AcuteDetector, calm: str) -> None:
    assert acute.detect(calm) is None


@pytest.mark.parametrize(
    "who", ["Mor og far.", "far og stefar", "mor eller onkel", "begge foreldrene", "mamma og pappa"]
)
def test_who_it_is_tells_no_danger_by_itself(acute: AcuteDetector, who: str) -> None:
    assert acute.detect(who) is None
    assert acute.detect(f"{who} slår") is not None


@pytest.mark.parametrize(
    "told", ["Han har våpen i sekken", "mor slo til han så han datt", "Ungene gjemmer seg når far kommer"]
)
def test_a_sentence_of_a_short_text_is_heard_beside_a_question(acute: AcuteDetector, told: str) -> None:
    assert acute.detect(f"{told}. Hva bør vi gjøre i ansvarsgruppa?") is not None


def test_words_with_others_between_them_are_seen_in_their_order(words: AcuteWords) -> None:
    sight = AcuteSight(words, Spelling(()))
    near = sight.blocks(sight.read("pappa slo i hjel valpen til jenta"))[-1]
    assert "n:slå hjel" in near
    assert "n:hjel slå" not in near
    assert "n:slå jent" not in near, "too far apart"


@pytest.mark.parametrize(
    "text",
    [
        "nei det var feil, det er mor som slår, ikke far",
        "nei, ikke fravær, han blir holdt innelåst hjemme",
        "nei, ikke språk, hun blir låst inne",
        "ikke mobbing, far slår",
        "det gjelder en elev som blir slått",
        "mor kommer nå og er full",
        "hei igjen, nå har han blåmerker",
        "nei, hun våkner ikke",
        "han blir jo slått",
        "han har satt fyr på seg selv",
    ],
)
def test_danger_beside_what_it_is_not_is_heard(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is not None


@pytest.mark.parametrize(
    "calm",
    [
        "nei det var feil, det er mor som henter, ikke far",
        "nei, ikke språk, det er motorikken",
        "det gjelder en elev som blir tatt ut til landslaget",
        "hei igjen, nå har han fått time hos PPT",
        "nei, hun kommer ikke",
    ],
)
def test_a_calm_correction_alarms_nobody(acute: AcuteDetector, calm: str) -> None:
    assert acute.detect(calm) is None
