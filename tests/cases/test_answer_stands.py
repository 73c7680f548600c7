"""An answer stands whoever has the case: what is asked about it after two months is asked, and the figures count it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain import case_actions as do
from bot.domain.case import Case, Status
from bot.domain.case_actions import CaseRole
from bot.domain.evaluation import asked_of_requester
from bot.domain.figures import figure_of
from bot.domain.follow_up import EVALUATIONS, episodes
from bot.domain.reply import Card, File
from dialogs.as_text import all_buttons
from tests.cases.test_documents import words_in
from tests.domain.cases import AT, OLE, SIRI, a_case
from tests.turns.desk import CHANNEL, KARI, TEAM, Desk
from tests.turns.desk import OLE as OLE_HIMSELF
from tests.turns.desk import SIRI as SIRI_HERSELF
from tests.turns.test_refused import ANSWER

LATER = AT + timedelta(days=3)
CHANGES: dict[str, Callable[[Case], Case]] = {
    "given back": lambda case: do.given_back(case, OLE),
    "the holder left": do.released,
    "inhabil": lambda case: do.recused(case, OLE),
    "taken again": lambda case: do.claimed(do.given_back(case, OLE), SIRI, LATER),
    "closed by another": lambda case: do.closed(
        do.claimed(do.given_back(case, OLE), SIRI, LATER), SIRI, "given", LATER
    ),
    "opened again by the team": lambda case: do.reopened(
        do.closed(case, OLE, "given", LATER), CaseRole.CLAIMER, LATER, LATER, OLE
    ),
}


def _asked(case: Case) -> set[str]:
    return {one.follow_up for one in episodes(case)} & EVALUATIONS


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_asked_of_an_answer_is_asked_whoever_has_the_case(change: str) -> None:
    case = CHANGES[change](a_case(Status.ANSWERED))
    assert _asked(case) == EVALUATIONS
    assert figure_of(case).answered_at == AT
    assert asked_of_requester(case, LATER) is not None


def test_the_answer_is_remembered_as_given_when_the_text_of_a_closed_case_is_deleted() -> None:
    closed = CHANGES["closed by another"](a_case(Status.ANSWERED))
    gone = do.text_deleted(closed, AT + timedelta(days=90))
    assert gone.answer is None
    assert _asked(gone) == EVALUATIONS
    assert figure_of(gone).answered_at == AT


def test_who_asks_again_is_not_asked_how_the_old_answer_went() -> None:
    closed = do.closed(a_case(Status.ANSWERED), OLE, "given", LATER)
    again = do.reopened(closed, CaseRole.REQUESTER, LATER, LATER)
    assert _asked(again) == set()
    assert figure_of(again).answered_at is None
    assert _asked(replace(a_case(Status.ANSWERED), withdrawn_at=LATER)) == set()


async def _due(desk: Desk) -> dict[str, object]:
    async with desk.store.unit_of_work() as uow:
        waiting = await uow.queue.waiting(500)
    rows = ((one.item.dedupe_key, one.item.due_at) for one in waiting)
    return {key: due for key, due in rows if ":evaluate_later" in key or ":evaluate_team" in key}


async def test_the_rows_keep_their_time_when_a_case_changes_hands(desk: Desk) -> None:
    case = await desk.taken()
    await desk.press(OLE_HIMSELF, "case_answer_send", case.id, ANSWER, CHANNEL)
    before = await _due(desk)
    assert len(before) == 4
    desk.clock.advance(days=3)
    await desk.press(OLE_HIMSELF, "case_pass_on_send", case.id, {"to": "alle"}, CHANNEL)
    await desk.press(SIRI_HERSELF, "case_claim", case.id, place=CHANNEL)
    await desk.press(SIRI_HERSELF, "case_close_send", case.id, {"reason": "given"}, CHANNEL)
    assert (await desk.case(case.id)).status is Status.CLOSED
    assert await _due(desk) == before


async def test_the_team_sees_the_answer_that_is_given_after_the_text_was_taken_away(desk: Desk) -> None:
    case = await desk.taken()
    await desk.press(OLE_HIMSELF, "case_redact_send", case.id, place=CHANNEL)
    await desk.press(OLE_HIMSELF, "case_answer_send", case.id, ANSWER, CHANNEL)
    (shown,) = await desk.press(SIRI_HERSELF, "case_show", case.id, place=CHANNEL)
    assert ANSWER["advice"] in desk.words([shown])
    assert isinstance(shown, Card)
    assert shown.case_shown == case.id, "so that it is emptied with the rest"


async def test_what_was_written_after_the_text_was_taken_away_can_be_taken_to_the_archive(desk: Desk) -> None:
    case = await desk.taken()
    await desk.press(OLE_HIMSELF, "case_redact_send", case.id, place=CHANNEL)
    await desk.press(KARI, "my_add_send", case.id, {"text": "Det ble bedre i går."})
    await desk.press(OLE_HIMSELF, "case_answer_send", case.id, ANSWER, CHANNEL)
    (shown,) = await desk.press(OLE_HIMSELF, "case_close_send", case.id, {"reason": "given"}, CHANNEL)
    assert "case_archive" in [one.verb for one in all_buttons(shown)]
    desk.staff = frozenset({"leader"})
    (file,) = await desk.press(OLE_HIMSELF, "case_file", f"{TEAM}/{case.id}")
    assert isinstance(file, File)
    assert "Det ble bedre i går." in words_in(file.content)
    assert ANSWER["advice"] in words_in(file.content)
