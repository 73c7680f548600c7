"""What is written in nynorsk says what the bokmål says: the same numbers, laws and blanks; the rest falls back."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from bot.content.check_sentences import blanks_of
from bot.content.problem import KnowledgeError
from bot.content.texts import load_nynorsk, load_texts
from tests.each import each

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
TEXTS = load_texts(KNOWLEDGE)
NYNORSK = load_nynorsk(KNOWLEDGE, TEXTS)
WRITTEN = sorted(key for key in TEXTS if NYNORSK.raw(key) != TEXTS.raw(key))
SAME = {
    f"acute.{one}"
    for one in (
        "english",
        "fire_brigade",
        "header",
        "police",
        "ambulance",
        "alarm",
        "duty_service",
        "suicide_2",
        "forced_4",
        "report",
        "own_child_more",
        "show_again",
        "answer",
    )
}
"""What is the same in both."""
SAME_IN_A_CASE = {
    *("header_team", "step", "age", "next", "consent_title_team", "consent_template", "consent_form", "gate_all_no"),
    *("review_header", "must_go", "should_go", "suggestion", "suggestion_away", "confirm_title", "ring_first", "send"),
    *(
        "row_due_over",
        "receipt_team_sees",
        "state_seen",
        "show_me",
        "own_words_title",
        "own_words_send",
        "own_words_no",
    ),
    *("my_row", "status_sett", "one_title", "new_text", "change_text", "reply", "question_title", "reply_field"),
    *("send_text", "replied_add", "wrong_title_empty", "wrong_send", "notice_seen", "notice_given_back", "notice_late"),
    *("notice_question_title", "notice_answered_title", "closed_given", "remind_of_answer", "answer_advice", "task"),
    *("answer_come_back", "meeting_when", "meeting_link", "calendar", "calendar_title", "calendar_name", "draft_new"),
    *("draft_delete", "draft_delete_title", "draft_delete_yes", "draft_none", "asked_the_team", "delete_how"),
    *("review_worst", "put_in_form", "team_members"),
}
SAME_AROUND_AN_ANSWER = {
    *("header", "header_role", "local", "for_ages", "useful", "and_more", "pass_title", "pass_field", "pass_send"),
    *("english", "english_refused", "small_sorry_title", "by_age"),
}
BOKMAAL = {
    *("jeg", "ikke", "hva", "hvem", "hvor", "hvordan", "hvorfor", "hvilken", "hvilket", "hvis", "noe", "noen", "fra"),
    *("bare", "også", "en", "et", "hun", "dem", "dere", "annet", "annen", "voksen", "skole", "sted", "navn", "uten"),
    *("trenger", "skriver", "velger", "trykker", "kommer", "sier", "gjør", "gjelder", "bekymret"),
    *("være", "blitt", "tatt", "sendte", "lagret", "slettet", "avsluttet", "fortsatt", "fortsett", "saken", "selv"),
    *("dager", "timer", "måneder", "svarene", "foreldrene", "vold", "nødvendig", "hjemme", "mer", "da"),
}
"""Words that are only bokmål."""


@each("key", WRITTEN)
def test_numbers_and_what_stands_out_are_the_same(key: str) -> None:
    for what in (r"\d+", r"§+", r"\*\*", r"\{\w+\}", "«"):
        assert re.findall(what, NYNORSK.raw(key)) == re.findall(what, TEXTS.raw(key))


def test_what_stands_in_the_middle_of_a_case_and_a_guide_is_written() -> None:
    assert {"case.unsure_duty", "guide.neglect_told"} <= {*WRITTEN}


def test_no_word_is_left_in_bokmaal() -> None:
    words = {key: {*re.findall(r"[a-zæøå]+", NYNORSK.raw(key).casefold())} & BOKMAAL for key in WRITTEN}
    assert {key: left for key, left in words.items() if left} == {}


def test_a_name_is_known_in_both() -> None:
    assert NYNORSK.called("names.arena_skole") == ("Skule", "Skole")
    assert TEXTS.called("names.arena_skole") == ("Skole",)


def test_all_of_the_acute_card_is_written() -> None:
    shown = {one for one in TEXTS if one.startswith("acute.") and not one.startswith(("acute.words_", "acute.denied_"))}
    assert shown - {*WRITTEN} == SAME


@pytest.mark.parametrize(("area", "same"), [("case", SAME_IN_A_CASE), ("answers", SAME_AROUND_AN_ANSWER)])
def test_all_that_is_shown_in_a_case_and_around_an_answer_is_written(area: str, same: set[str]) -> None:
    shown = {one for one in TEXTS if one.startswith(f"{area}.") and not one.startswith(f"{area}.words_")}
    assert shown - {*WRITTEN} == {f"{area}.{one}" for one in same}


def test_what_is_the_same_in_both_has_no_word_of_bokmaal() -> None:
    same = SAME | {f"case.{one}" for one in SAME_IN_A_CASE} | {f"answers.{one}" for one in SAME_AROUND_AN_ANSWER}
    words = {one: {*re.findall(r"[a-zæøå]+", TEXTS.raw(one).casefold())} & BOKMAAL for one in same}
    assert {one: left for one, left in words.items() if left} == {}


def test_what_is_not_written_is_in_bokmaal_and_what_is_heard_is_the_same() -> None:
    assert NYNORSK("team.claim") == TEXTS("team.claim")
    assert NYNORSK.words("commands.menu") is TEXTS.words("commands.menu")


def test_the_same_is_filled_in() -> None:
    written = [key for key in TEXTS if NYNORSK.raw(key) != TEXTS.raw(key)]
    assert len(written) > 500
    assert [key for key in written if blanks_of(NYNORSK.raw(key)) != blanks_of(TEXTS.raw(key))] == []


@pytest.mark.parametrize(
    ("file", "line", "said"),
    [
        ("start", 'welcom: "Hei!"', "finnes ikke i texts/nb"),
        ("acute", "words_not_acute: nei", "de samme for alle"),
        ("commands", "menu: meny", "de samme for alle"),
        ("start", "saved: [1]", "skal det stå en tekst"),
    ],
)
def test_what_could_not_stand_there_is_told(tmp_path: Path, file: str, line: str, said: str) -> None:
    folder = tmp_path / "texts" / "nn"
    shutil.copytree(KNOWLEDGE / "texts" / "nn", folder)
    (folder / f"{file}.yaml").write_text(line, encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_nynorsk(tmp_path, TEXTS)
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == (f"texts/nn/{file}.yaml", 1)
    assert said in problem.message
