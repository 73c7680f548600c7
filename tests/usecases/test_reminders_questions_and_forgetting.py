"""Reminders that move and are cancelled, questions passed on, votes, and everything about a person deleted."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from bot.domain import commands as do
from bot.domain.conversation import ConversationState, Profile
from bot.domain.outbox import RowState
from bot.domain.turn import Place
from tests.usecases.municipality import CHAT, KARI, NILS, NILS_CHAT, Municipality


def _reminder(due_at: datetime, key: str = "sak-bla:evaluering", place: Place = CHAT) -> do.SetReminder:
    who = KARI if place is CHAT else NILS
    return do.SetReminder(who, place, key, "guide.reminder_evaluering", (("title", "Sak Blå"),), due_at)


async def test_a_reminder_set_again_moves_and_does_not_multiply(here: Municipality) -> None:
    soon, later = here.clock.now() + timedelta(days=7), here.clock.now() + timedelta(days=42)
    await here.do(_reminder(soon))
    await here.do(_reminder(later))
    rows = here.rows()
    assert [row.due_at for row in rows] == [later]
    assert json.loads(rows[0].payload["values"]) == {"title": "Sak Blå"}


async def test_two_reminders_and_two_people_do_not_disturb_each_other(here: Municipality) -> None:
    at = here.clock.now() + timedelta(days=7)
    await here.do(_reminder(at), _reminder(at, "sak-lilla:evaluering"), _reminder(at, place=NILS_CHAT))
    assert len(here.rows()) == 3
    assert len({row.conversation for row in here.rows()}) == 2


async def test_a_reminder_does_not_show_whose_it_is_outside_its_sealed_payload(here: Municipality) -> None:
    await here.do(_reminder(here.clock.now()))
    row = here.rows()[0]
    outside = f"{row.dedupe_key} {row.conversation} {row.case_id}"
    assert KARI.id not in outside
    assert KARI.name not in outside


async def test_a_cancelled_reminder_is_not_sent_and_can_be_set_again(here: Municipality) -> None:
    await here.do(_reminder(here.clock.now()))
    await here.do(do.CancelReminder(KARI, "sak-bla:evaluering"))
    assert [kept.row.state for kept in here.store.data.rows.values()] == [RowState.CANCELLED]
    await here.do(_reminder(here.clock.now() + timedelta(days=1)))
    assert [kept.row.state for kept in here.store.data.rows.values()] == [RowState.WAITING]


async def test_nobody_cancels_another_persons_reminder(here: Municipality) -> None:
    await here.do(_reminder(here.clock.now()))
    await here.do(do.CancelReminder(NILS, "sak-bla:evaluering"))
    assert [kept.row.state for kept in here.store.data.rows.values()] == [RowState.WAITING]


async def test_a_question_is_passed_on_without_who_asked(here: Municipality) -> None:
    await here.do(do.PassQuestionOn(KARI, CHAT, "Kan jeg ta lydopptak?", "melhus", "helse"))
    kept = here.store.data.questions
    assert kept == [("Kan jeg ta lydopptak?", "melhus", "helse", "unanswered", here.clock.now())]


async def test_a_vote_is_counted_without_who_voted(here: Municipality) -> None:
    await here.do(do.RateAnswer(KARI, "meldeplikt-naar", useful=False))
    assert here.store.data.votes == [("meldeplikt-naar", False, here.clock.now())]


async def test_forgetting_deletes_state_and_reminders_of_that_person_only(here: Municipality) -> None:
    case = await here.submitted()
    async with here.store.unit_of_work() as uow:
        for person, place in ((KARI, CHAT), (NILS, NILS_CHAT)):
            await uow.conversations.save(person, place, ConversationState(profile=Profile("stjordal", "skole")))
        await uow.commit()
    await here.do(_reminder(here.clock.now()), _reminder(here.clock.now(), place=NILS_CHAT))
    await here.do(do.ForgetPerson(KARI))
    assert [key[0] for key in here.store.data.states] == [NILS.id]
    assert [row.case_id for row in here.rows()] == [case.id, None], "the case stays with the team"
