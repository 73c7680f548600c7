"""Evaluation: the fixed forms, half a form shown again with its code, results by year and hidden while few."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.evaluation import QUESTIONS, Evaluation, EvaluationKind
from bot.domain.follow_up import FollowUp
from bot.domain.reply import Card, ChoiceInput, Reply
from bot.usecases.follow_ups import due_time
from dialogs.as_text import inputs_of
from dialogs.cases.evaluation import FEWEST
from tests.cases.delivering import Delivering
from tests.domain.cases import a_case
from tests.turns.desk import ANSWER, CHANNEL, KARI, OLE, TEAM, Desk, chat, kinds

FULL = {"gain": "new", "next": "follow", "score": "5"}


async def test_half_a_form_is_shown_again_with_its_code_and_what_was_chosen(desk: Desk) -> None:
    case_id = (await desk.answered()).id
    code = (await desk.case(case_id)).code
    (again,) = await desk.press(KARI, "evaluate_now", case_id, {"gain": "new", "code": code})
    assert isinstance(again, Card)
    assert code in desk.words([again])
    assert desk.store.data.evaluations == {}
    await desk.push(KARI, [again], desk.text("evaluation.send"), FULL)
    assert [one.answers for one in desk.store.data.evaluations.values()] == [FULL]


async def kept(desk: Desk, number: int) -> None:
    async with desk.store.unit_of_work() as uow:
        for one in range(number):
            form = Evaluation(EvaluationKind.NOW, "stjordal", TEAM, desk.clock.now(), FULL, f"K{one}M-42P")
            await uow.evaluations.keep(form, KARI)
        await uow.commit()


@pytest.mark.parametrize("number", [1, FEWEST - 1, FEWEST])
async def test_results_are_counted_only_when_nobody_can_be_recognised(desk: Desk, number: int) -> None:
    await kept(desk, number)
    (card,) = await desk.press(OLE, "evaluations", place=CHANNEL)
    said = desk.words([card])
    assert "Hva folk har svart i år" in said
    assert (f"{desk.text('evaluation.now_gain_new')}: {number}" in said) is (number >= FEWEST)


async def test_early_in_a_year_last_years_results_are_shown(desk: Desk) -> None:
    await kept(desk, FEWEST)
    desk.clock.advance(days=365)
    (card,) = await desk.press(OLE, "evaluations", place=CHANNEL)
    assert isinstance(card, Card)
    assert (card.header[1], card.title) == ("2026", "Hva folk svarte i 2026")
    desk.clock.advance(days=365)
    assert desk.text("evaluation.none") in desk.words(await desk.press(OLE, "evaluations", place=CHANNEL))


async def test_the_year_is_that_of_norway_after_midnight_too(desk: Desk) -> None:
    desk.clock.at = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    await kept(desk, FEWEST)
    (card,) = await desk.press(OLE, "evaluations", place=CHANNEL)
    assert isinstance(card, Card)
    assert (card.header[1], card.title) == ("2027", "Hva folk har svart i år")


async def test_without_a_result_the_case_is_not_closed_and_the_form_comes_again(desk: Desk) -> None:
    case_id = (await desk.answered()).id
    assert kinds(await desk.press(OLE, "case_close_send", case_id, {"reason": "tull"}, CHANNEL)) == ["team_close"]
    assert (await desk.case(case_id)).closed_at is None


def test_every_form_has_few_fixed_questions() -> None:
    assert {kind: len(form) for kind, form in QUESTIONS.items()} == {"now": 3, "later": 3, "team": 2, "year": 5}


@pytest.mark.parametrize(
    ("answered_on", "asked_on"),
    [
        ("2026-04-30", "2026-06-29"),
        ("2026-05-02", "2026-06-30"),
        ("2026-05-20", "2026-08-03"),
        ("2026-10-25", "2027-01-04"),
        ("2026-11-25", "2027-01-25"),
    ],
)
def test_after_two_months_outside_quiet_periods_and_before_the_requester_is_forgotten(
    answered_on: str, asked_on: str
) -> None:
    at = datetime.fromisoformat(f"{answered_on}T12:00:00+02:00")
    due = due_time(a_case(), FollowUp.EVALUATE_LATER, at)
    assert due.date().isoformat() == asked_on
    assert (due - at).days < 90


def chosen(shown: Sequence[Reply]) -> dict[str, str]:
    (form,) = [one for one in shown if isinstance(one, Card)]
    return {one.id: one.value for one in inputs_of(form.blocks) if isinstance(one, ChoiceInput) and one.value}


async def said(desk: Desk, *lines: str) -> list[Reply]:
    shown: list[Reply] = []
    for line in lines:
        shown = await desk.say(KARI, line)
    return shown


@pytest.mark.parametrize(
    "lines",
    [
        ("nye råd, vi følger rådet, 5",),
        ("nye råd", "vi følger rådet", "5 av 5"),
        ("nyttig", "ja", "nye råd, 5", "vi følger rådet"),
        ("Hva fikk du ut av svaret?: Nye råd · Hva skjer nå?: Vi følger rådet · 5",),
    ],
)
async def test_the_form_is_answered_in_words_and_sent_by_its_own(desk: Desk, lines: tuple[str, ...]) -> None:
    await desk.answered()
    shown = await said(desk, *lines)
    assert chosen(shown) == FULL
    assert desk.store.data.evaluations == {}, "looked over first"
    await said(desk, "send")
    assert [one.answers for one in desk.store.data.evaluations.values()] == [FULL]


@pytest.mark.parametrize(
    "lines",
    [
        ("delvis, ja begge, nei",),
        ("delvis", "ja", "begge", "nei"),
        ("delvis, ja, begge, nei",),
        ("delvis, begge, nei",),
        ("delvis", "begge", "nei"),
    ],
)
async def test_so_is_the_later_one_and_a_yes_to_what_was_understood_sends_it(
    desk: Desk, lines: tuple[str, ...]
) -> None:
    await desk.answered()
    desk.clock.advance(days=61)
    shown = await said(desk, *lines)
    assert chosen(shown) == {"followed": "partly", "told": "both", "reported": "no"}
    await said(desk, "ja")
    assert [one.kind for one in desk.store.data.evaluations.values()] == [EvaluationKind.LATER]


@pytest.mark.parametrize("is_opened", [True, False])
@pytest.mark.parametrize(
    ("line", "followed"),
    [
        ("ja vi fulgte rådet", {"followed": "yes"}),
        ("Vi gjorde som dere sa!", {"followed": "yes"}),
        ("vi fulgte noe av det", {"followed": "partly"}),
        ("nei, det ble ikke noe av", {"followed": "no"}),
        ("det gikk bra", {}),
        ("nei, det gikk ikke bra", {}),
    ],
)
async def test_what_became_of_the_advice_is_heard_in_other_words_and_how_it_went_is_met(
    desk: Desk, line: str, followed: dict[str, str], *, is_opened: bool
) -> None:
    await desk.answered()
    desk.clock.advance(days=61)
    if not is_opened:
        await delivered(desk)
    shown = await said(desk, *(["evaluering"] if is_opened else []), line)
    assert kinds(shown) == ["evaluation_later"]
    assert chosen(shown) == followed
    how = "how_badly" if "ikke bra" in line else "how"
    assert (desk.text(f"evaluation.{how}", example="").split(".")[0] in desk.words(shown)) is not bool(followed)


async def test_a_no_before_what_was_done_is_no_yes(desk: Desk) -> None:
    await desk.answered()
    desk.clock.advance(days=61)
    shown = await said(desk, "evaluering", "nei, det gjorde vi")
    assert all(chosen([one]) == {} for one in shown if isinstance(one, Card))


async def test_below_the_first_form_it_is_heard_that_the_advice_is_followed(desk: Desk) -> None:
    await desk.answered()
    assert chosen(await said(desk, "ja vi fulgte rådet")) == {"next": "follow"}


@pytest.mark.parametrize("by_team", [True, False])
async def test_a_case_that_is_answered_anew_after_it_was_opened_again_is_asked_about_again(
    desk: Desk, *, by_team: bool
) -> None:
    case_id = (await desk.answered()).id
    await desk.press(OLE, "case_close_send", case_id, {"reason": "given"}, CHANNEL)
    await Delivering(desk).deliver()
    desk.messenger.visible.clear()
    desk.clock.advance(days=3)
    who, verb, place = (OLE, "case_reopen", CHANNEL) if by_team else (KARI, "my_reopen", None)
    await desk.press(who, verb, case_id, place=place)
    await desk.press(OLE, "case_answer_send", case_id, {**ANSWER, "advice": "Ring PPT."}, CHANNEL)
    await Delivering(desk).deliver()
    assert "evaluation_now" in kinds([one.reply for one in desk.messenger.visible.values() if one.place == chat(KARI)])


async def delivered(desk: Desk) -> None:
    """Note, as the delivery does, that something came to Kari after what was shown last."""
    async with desk.store.unit_of_work() as uow:
        before = await uow.conversations.get(KARI, chat(KARI))
        await uow.conversations.save(KARI, chat(KARI), replace(before, said_since=True))
        await uow.commit()


async def test_a_bare_yes_below_a_form_that_came_by_itself_shows_it_while_it_is_new(desk: Desk) -> None:
    await desk.answered()
    await delivered(desk)
    assert kinds(await said(desk, "ja")) == ["evaluation_now"]
    await said(desk, "hei")
    desk.clock.advance(days=5)
    assert kinds(await said(desk, "meny", "ja")) != ["evaluation_now"]


async def test_not_now_in_words_leaves_it(desk: Desk) -> None:
    await desk.answered()
    assert desk.text("evaluation.skipped") in desk.words(await said(desk, "nyttig", "nei takk"))


@pytest.mark.parametrize(
    "line",
    [
        "kan jeg ringe foreldrene",
        "meny",
        "hjelp",
        "mine saker",
        "er det nyttig å melde?",
        "foreldrene sier nei",
        "barnevernet",
    ],
)
async def test_what_is_about_something_else_answers_no_form(desk: Desk, line: str) -> None:
    await desk.answered()
    assert "evaluation_now" not in kinds(await said(desk, line))
    assert "evaluation_now" not in kinds(await said(desk, "nyttig", line))


async def test_who_has_no_answer_is_shown_no_form(desk: Desk) -> None:
    await desk.sent()
    assert kinds(await said(desk, "nyttig")) == ["line"]


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        ("ikke fulgt", {"followed": "no"}),
        ("ittj fulgt", {"followed": "no"}),
        ("feil, ikke fulgt", {"followed": "no"}),
        ("ikke meldt", {}),
        ("meldt", {"reported": "yes"}),
        ("ja, begge, nei", {"followed": "yes"}),
        ("nei, bare den ene, vet ikke", {"followed": "no", "told": "one", "reported": "unknown"}),
    ],
)
async def test_a_full_form_is_changed_by_what_was_said_and_never_turned_round(
    desk: Desk, line: str, changed: dict[str, str]
) -> None:
    await desk.answered()
    desk.clock.advance(days=61)
    shown = await said(desk, "delvis, ja begge, nei", line)
    assert chosen(shown) == {"followed": "partly", "told": "both", "reported": "no"} | changed


async def test_advice_that_was_not_useful_after_all_is_heard(desk: Desk) -> None:
    await desk.answered()
    assert chosen(await said(desk, "nye råd, vi følger rådet, 5", "ikke nyttig")) == FULL | {"gain": "not_useful"}


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        ("jeg mente 3", {"score": "3"}),
        ("oi, feil, 3", {"score": "3"}),
        ("jeg angrer, det var ikke nyttig", {"gain": "not_useful"}),
        (
            "nei, bekreftelse, vi gjør noe annet, 2",
            {"gain": "confirmed", "next": "other", "score": "2"},
        ),
    ],
)
async def test_a_full_form_is_corrected_in_words(desk: Desk, line: str, changed: dict[str, str]) -> None:
    await desk.answered()
    assert chosen(await said(desk, "nye råd, vi følger rådet, 5", line)) == FULL | changed
    await desk.say(KARI, "send")
    assert [one.answers for one in desk.store.data.evaluations.values()] == [FULL | changed]


@pytest.mark.parametrize(
    "line",
    ["nei, jeg vil drøfte en sak", "nei jeg er bekymret for en elev", "nei vent, mine saker", "nei, hva er meldeplikt"],
)
async def test_a_no_with_something_else_behind_it_is_heard_below_a_full_form(desk: Desk, line: str) -> None:
    await desk.answered()
    assert "evaluation_now" not in kinds(await said(desk, "nye råd, vi følger rådet, 5", line))


@pytest.mark.parametrize("line", ["nei", "feil", "nei det stemmer ikke", "feil, det er 3"])
async def test_a_no_to_a_full_form_asks_what_is_to_be_changed(desk: Desk, line: str) -> None:
    await desk.answered()
    shown = await said(desk, "nye råd, vi følger rådet, 5", line)
    assert kinds(shown) == ["evaluation_now"]
    assert "Hva skal endres?" in desk.words(shown)


@pytest.mark.parametrize("way", ["send", "press"])
async def test_an_evaluation_that_was_sent_is_not_kept_with_who_sent_it(desk: Desk, way: str) -> None:
    await desk.answered()
    shown = await said(desk, "nye råd, vi følger rådet, 5")
    await (desk.say(KARI, "send") if way == "send" else desk.push(KARI, shown, desk.text("evaluation.send"), FULL))
    assert len(desk.store.data.evaluations) == 1
    assert not (await desk.state(KARI)).shown


async def test_neither_is_one_that_was_left(desk: Desk) -> None:
    await desk.answered()
    await said(desk, "nyttig", "nye råd", "nei takk")
    assert not (await desk.state(KARI)).shown


@pytest.mark.parametrize("line", ["ja", "nei", "5", "nyttig"])
async def test_what_is_said_below_an_evaluation_that_was_sent_is_told_so(desk: Desk, line: str) -> None:
    case_id = (await desk.answered()).id
    code = (await desk.case(case_id)).code
    told = await said(desk, "nye råd, vi følger rådet, 5", "send", line)
    assert desk.words(told) == desk.text("case.done_evaluate_now", code=code)
    assert [one.answers for one in desk.store.data.evaluations.values()] == [FULL]


async def test_all_of_it_said_anew_replaces_what_was_sent(desk: Desk) -> None:
    await desk.answered()
    await said(desk, "nye råd, vi følger rådet, 5", "send", "nye råd, vi følger rådet, 4", "send")
    assert [one.answers for one in desk.store.data.evaluations.values()] == [FULL | {"score": "4"}]


async def test_nothing_is_asked_about_a_case_that_was_taken_back(desk: Desk) -> None:
    case_id = (await desk.answered()).id
    await desk.press(KARI, "my_withdraw_yes", case_id)
    assert "evaluation_now" not in kinds(await said(desk, "nyttig"))


@pytest.mark.parametrize("line", ["ja", "nei", "12"])
async def test_a_bare_answer_below_what_was_shown_since_is_about_that(desk: Desk, line: str) -> None:
    await desk.answered()
    await said(desk, "nye råd, vi følger rådet, 5", "send")
    assert "evaluation_now" not in kinds(await said(desk, "meny", line))


async def test_nobody_is_asked_to_write_what_they_answer_where_the_whole_team_reads_it(desk: Desk) -> None:
    (card,) = await desk.press(OLE, "evaluate_year", TEAM, {"reach": "yes"}, CHANNEL)
    assert desk.text("evaluation.missing_year") in desk.words([card])
    assert "skrive svarene" not in desk.words([card])


@pytest.mark.parametrize(
    ("days", "line", "heard"),
    [(0, "5", {"score": "5"}), (61, "nei, nei, nei", {"followed": "no", "told": "no", "reported": "no"})],
)
async def test_a_number_or_an_answer_to_every_question_is_kept_on_the_form(
    desk: Desk, days: int, line: str, heard: dict[str, str]
) -> None:
    await desk.answered()
    desk.clock.advance(days=days)
    await delivered(desk)
    assert chosen(await said(desk, line)) == heard


@pytest.mark.parametrize("said", ["evaluering", "evalueringen"])
async def test_evaluation_in_ones_own_chat_opens_the_form_that_waits_or_says_that_none_does(
    desk: Desk, said: str
) -> None:
    assert desk.words(await desk.say(KARI, said)) == desk.text("evaluation.none_waits")
    case_id = (await desk.answered()).id
    (form,) = await desk.say(KARI, said)
    assert kinds([form]) == ["evaluation_now"]
    await desk.push(KARI, [form], desk.text("evaluation.send"), FULL)
    assert [one.code for one in desk.store.data.evaluations.values()] == [(await desk.case(case_id)).code]
    assert desk.words(await desk.say(KARI, said)) == desk.text("evaluation.none_waits")
