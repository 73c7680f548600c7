"""A team whose ordinary cases wait for its meeting: the promise and the card in the channel name it; what every card
shows of the next meeting before anybody puts the case on it."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any

import pytest

from bot.content.team import AnswerTimes, Meets, Team
from bot.delivery.rounds import make_rounds
from bot.domain.case import Case
from dialogs.cases.meeting import last_moment, moved_to
from tests.cases.delivering import Delivering
from tests.cases.test_identity import ANSWER
from tests.turns.desk import CHANNEL, KARI, OLE, WORDS, Desk, chat

KNOWN = {"rhythm": "hver uke", "weekday_and_time": "torsdag 12:00", "until_then": "Spør velferdsveiledningen om dagen."}
NOT_KNOWN = {
    **KNOWN,
    "weekday_and_time": {"unknown": "må fylles ut av kommunen", "ask": "Når?", "who_knows": "lederen"},
}
THURSDAY = "torsdag 15. januar kl. 12.00"
"""The next one after Monday 12 January 2026, when these tests begin."""


def set_team(desk: Desk, patch: pytest.MonkeyPatch, *, waits: bool = True, **meets: Any) -> None:
    """Fill in when the team meets, as a municipality will, and whether its ordinary cases wait for it."""
    team = desk.library.knowledge.profiles["stjordal"].team("komp_0_18")
    assert team is not None
    patch.setitem(team.__dict__, "meets", Meets.model_validate({**KNOWN, **meets}))
    clock = AnswerTimes(ordinary="neste_mote") if waits else AnswerTimes()
    patch.setitem(team.__dict__, "clock", clock)


async def sent(desk: Desk, delivering: Delivering, urgency: str = "vanlig") -> tuple[Case, str]:
    """Send a case; return it, and what its sender was shown on the way."""
    words = desk.words(await desk.to_form())
    shown = await desk.press(KARI, "case_review", values={**WORDS, "urgency": urgency})
    words += desk.words(await desk.push(KARI, shown, desk.text("case.send")))
    await delivering.deliver()
    return (await desk.cases_of(KARI))[0], words


def on_card(desk: Desk) -> str:
    (card,) = [one.reply for one in desk.messenger.visible.values() if one.place == CHANNEL and one.reply_to is None]
    return desk.words([card])


async def days(number: int, desk: Desk, delivering: Delivering) -> None:
    for _ in range(number):
        desk.clock.advance(days=1)
        await round_made(desk, delivering)


async def round_made(desk: Desk, delivering: Delivering) -> None:
    await make_rounds(
        desk.store,
        desk.messenger,
        desk.clock,
        lambda team, at: last_moment(team, desk.library.knowledge, at),
        lambda team, on, at: moved_to(team, desk.library.knowledge, on, at),
    )
    await delivering.deliver()


async def test_the_promise_names_the_meeting_and_the_case_is_on_it(
    watched: tuple[Desk, Delivering], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, delivering = watched
    set_team(desk, monkeypatch)
    case, shown = await sent(desk, delivering)
    assert case.on_next_meeting
    assert str(case.meeting_on) == "2026-01-15"
    assert f"Vanlig: på møtet {THURSDAY}" in shown
    assert f"Teamet tar saken på møtet {THURSDAY}. Svaret kommer etter møtet." in shown
    assert "arbeidsdager" not in shown
    assert desk.text("team.due_meeting") in on_card(desk)
    assert f"Møte: {THURSDAY}" in on_card(desk)
    assert "Svar innen" not in on_card(desk)
    assert case.code in desk.words(await desk.say(OLE, "møte", CHANNEL))
    assert f"tas på møtet {THURSDAY}" in desk.words(await desk.say(OLE, "saker", CHANNEL))
    told = [desk.words([one.reply]) for one in desk.messenger.visible.values() if one.place == chat(KARI)]
    assert any(THURSDAY in one and desk.text("case.calendar") in one for one in told), "an invitation for the calendar"


async def test_where_the_day_is_not_known_it_is_the_next_meeting_and_nothing_is_made_up(
    watched: tuple[Desk, Delivering], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, delivering = watched
    set_team(desk, monkeypatch, **NOT_KNOWN)
    case, shown = await sent(desk, delivering)
    assert case.on_next_meeting
    assert case.meeting_on is None
    assert "Vanlig: på neste møte" in shown
    assert "Teamet tar saken på neste møte. Svaret kommer etter møtet. Spør velferdsveiledningen om dagen." in shown
    assert "2026" not in shown.partition("Teamet tar saken")[2].partition("\n")[0]
    await days(10, desk, delivering)
    lines = [desk.words([one.reply]) for one in desk.messenger.visible.values() if one.reply_to is not None]
    assert desk.text("team.thread_meeting_over_unknown") in lines
    assert not any("Saken sto på møtet" in one for one in lines)


async def test_an_urgent_case_waits_for_no_meeting(
    watched: tuple[Desk, Delivering], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, delivering = watched
    set_team(desk, monkeypatch)
    case, _ = await sent(desk, delivering, "haster")
    assert not case.on_next_meeting
    assert "Haster: svar innen mandag 12. januar kl. 14.00" in on_card(desk)


async def test_after_the_meeting_the_requester_is_told_that_it_has_been_and_the_team_reminded(
    watched: tuple[Desk, Delivering], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, delivering = watched
    set_team(desk, monkeypatch)
    case, _ = await sent(desk, delivering)
    await days(4, desk, delivering)
    shown = desk.words(await desk.press(KARI, "my_case", case.id))
    assert f"Saken sto på møtet {THURSDAY}. Svaret er ikke kommet ennå." in shown
    lines = [desk.words([one.reply]) for one in desk.messenger.visible.values() if one.reply_to is not None]
    assert any("Saken sto på møtet" in one for one in lines)


async def test_the_card_shows_the_next_meeting_and_its_deadline_before_anybody_puts_the_case_on_it(
    watched: tuple[Desk, Delivering], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, delivering = watched
    set_team(desk, monkeypatch, waits=False, deadline_before_meeting="1 arbeidsdag")
    case, shown = await sent(desk, delivering)
    assert "innen 2 arbeidsdager" in shown
    assert f"Neste møte: {THURSDAY}, frist onsdag 14. januar kl. 12.00" in on_card(desk)
    await days(1, desk, delivering)
    assert THURSDAY in on_card(desk)
    await days(2, desk, delivering)
    assert "Neste møte: torsdag 22. januar kl. 12.00" in on_card(desk), "the deadline has passed"
    sendings = len(desk.store.data.rows)
    await days(1, desk, delivering)
    redrawn = [one for one in [*desk.store.data.rows.values()][sendings:] if ":meeting:" in one.row.item.dedupe_key]
    assert redrawn == [], "once for each meeting"
    await desk.press(OLE, "case_meeting", case.id, place=CHANNEL)
    await delivering.deliver()
    assert "Møte: torsdag 22. januar" in on_card(desk)
    assert "Neste møte:" not in on_card(desk)


async def test_a_case_is_taken_off_the_meeting_and_its_sender_told_until_when_to_wait(
    watched: tuple[Desk, Delivering], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, delivering = watched
    set_team(desk, monkeypatch)
    case, _ = await sent(desk, delivering)
    await days(1, desk, delivering)
    off = desk.text("team.off_meeting")
    assert off in on_card(desk)
    await desk.press(OLE, "case_off_meeting", case.id, place=CHANNEL)
    await delivering.deliver()
    taken_off = await desk.case(case.id)
    assert (taken_off.on_next_meeting, taken_off.meeting_on) == (False, None)
    assert taken_off.due_at > desk.clock.now()
    assert off not in on_card(desk)
    assert "Svar innen" in on_card(desk)
    told = [desk.words([one.reply]) for one in desk.messenger.visible.values() if one.place == chat(KARI)]
    assert any(desk.text("case.notice_off_meeting", code=case.code) in one and "innen" in one for one in told)
    await days(4, desk, delivering)
    lines = [desk.words([one.reply]) for one in desk.messenger.visible.values() if one.reply_to is not None]
    assert not any("Saken sto på møtet" in one for one in lines)
    assert any("Svarfristen gikk ut" in one for one in lines)


async def test_a_meeting_that_has_been_can_only_be_followed_by_another(
    watched: tuple[Desk, Delivering], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, delivering = watched
    set_team(desk, monkeypatch)
    case, _ = await sent(desk, delivering)
    await days(5, desk, delivering)
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await delivering.deliver()
    assert desk.text("team.off_meeting") not in on_card(desk)
    assert desk.text("team.meeting") in on_card(desk)


async def test_the_card_says_nothing_of_a_meeting_that_is_not_known(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    await sent(desk, delivering)
    assert "Neste møte" not in on_card(desk)


def test_cases_cannot_wait_for_a_meeting_of_a_team_that_does_not_meet(desk: Desk) -> None:
    team = desk.library.knowledge.profiles["stjordal"].team("komp_0_18")
    assert team is not None
    given = team.model_dump(by_alias=True, exclude={"age"})
    with pytest.raises(ValueError, match=r"clock\.ordinary"):
        Team.model_validate({**given, "meets": None, "clock": {"ordinary": "neste_mote"}})


@pytest.mark.parametrize("by_team", [False, True])
@pytest.mark.parametrize("is_known", [True, False])
async def test_a_case_that_is_opened_again_waits_for_the_meeting_and_no_time_is_promised(
    watched: tuple[Desk, Delivering], monkeypatch: pytest.MonkeyPatch, *, by_team: bool, is_known: bool
) -> None:
    desk, delivering = watched
    set_team(desk, monkeypatch, **({} if is_known else NOT_KNOWN))
    case, _ = await sent(desk, delivering)
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await desk.press(OLE, "case_close_send", case.id, {"reason": "meeting"}, CHANNEL)
    await days(7, desk, delivering)
    if by_team:
        await desk.press(OLE, "case_reopen", case.id, place=CHANNEL)
    else:
        asked = desk.words(await desk.say(KARI, f"åpne igjen {case.code}"))
        assert "tas opp på neste møte" in asked
        await desk.press(KARI, "my_reopen", case.id)
    await delivering.deliver()
    again = await desk.case(case.id)
    assert again.on_next_meeting
    assert str(again.meeting_on) == ("2026-01-22" if is_known else "None")
    taken_up = "på møtet torsdag 22. januar kl. 12.00" if is_known else "på neste møte"
    below = [desk.words([one.reply]) for one in desk.messenger.visible.values() if one.place.room == CHANNEL.room]
    assert any("åpnet saken igjen" in one and f"Den tas {taken_up}." in one for one in below)
    told = [desk.words([one.reply]) for one in desk.messenger.visible.values() if one.place == chat(KARI)]
    if is_known or by_team:
        assert any(("22. januar" if is_known else "på neste møte") in one for one in told)
    assert "Svar innen" not in "\n".join(below)


async def test_an_urgent_case_that_is_opened_again_keeps_its_time(
    watched: tuple[Desk, Delivering], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, delivering = watched
    set_team(desk, monkeypatch)
    case, _ = await sent(desk, delivering, "haster")
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await desk.press(OLE, "case_close_send", case.id, {"reason": "meeting"}, CHANNEL)
    await desk.press(KARI, "my_reopen", case.id)
    assert not (await desk.case(case.id)).on_next_meeting


@pytest.mark.parametrize(
    ("now_meets", "now_on"),
    [
        ({"weekday_and_time": "tirsdag 09:00"}, "tirsdag 13. januar kl. 09.00"),
        ({"not_on": ["2026-01-15"]}, "torsdag 22. januar kl. 12.00"),
    ],
)
async def test_a_case_follows_its_meeting_to_another_day_and_both_sides_are_told(
    watched: tuple[Desk, Delivering], monkeypatch: pytest.MonkeyPatch, now_meets: dict[str, Any], now_on: str
) -> None:
    desk, delivering = watched
    set_team(desk, monkeypatch)
    case, _ = await sent(desk, delivering)
    await round_made(desk, delivering)
    assert THURSDAY in on_card(desk)
    set_team(desk, monkeypatch, **now_meets)
    told = len(desk.messenger.visible)
    await round_made(desk, delivering)
    await round_made(desk, delivering)
    news = [desk.words([one.reply]) for one in list(desk.messenger.visible.values())[told:]]
    assert len(news) == 2
    assert "Teamet møtes ikke den dagen saken sto på. Nå tas den på møtet" in "\n".join(news)
    assert desk.text("case.notice_meeting_moved", code=case.code) in "\n".join(news)
    assert all(now_on in one for one in news)
    assert now_on in on_card(desk)
    assert THURSDAY not in on_card(desk)


@pytest.mark.parametrize("day", ["long before", "the same day"])
async def test_another_hour_the_same_day_is_told_to_both_sides_once(
    watched: tuple[Desk, Delivering], monkeypatch: pytest.MonkeyPatch, day: str
) -> None:
    desk, delivering = watched
    set_team(desk, monkeypatch)
    case, _ = await sent(desk, delivering)
    if day == "the same day":
        desk.clock.at = datetime(2026, 1, 15, 8, 0, tzinfo=UTC)
    await round_made(desk, delivering)
    told = len(desk.messenger.visible)
    await round_made(desk, delivering)
    assert len(desk.messenger.visible) == told, "nothing is told while nothing is changed"
    set_team(desk, monkeypatch, weekday_and_time="torsdag 14:30")
    await round_made(desk, delivering)
    await round_made(desk, delivering)
    news = [desk.words([one.reply]) for one in list(desk.messenger.visible.values())[told:]]
    assert len(news) == 2
    assert "Møtet er flyttet til et annet klokkeslett" in "\n".join(news)
    assert desk.text("case.notice_meeting_moved", code=case.code) in "\n".join(news)
    assert all("torsdag 15. januar kl. 14.30" in one for one in news)
    assert "kl. 14.30" in on_card(desk)


async def test_the_hour_of_a_meeting_that_has_begun_is_not_told(
    watched: tuple[Desk, Delivering], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, delivering = watched
    set_team(desk, monkeypatch)
    await sent(desk, delivering)
    desk.clock.at = datetime(2026, 1, 15, 11, 30, tzinfo=UTC)
    await round_made(desk, delivering)
    told = len(desk.messenger.visible)
    set_team(desk, monkeypatch, weekday_and_time="torsdag 14:30")
    await round_made(desk, delivering)
    assert len(desk.messenger.visible) == told


async def test_the_hour_of_a_case_from_before_hours_were_kept_is_noted_and_not_told(
    watched: tuple[Desk, Delivering], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, delivering = watched
    set_team(desk, monkeypatch)
    case, _ = await sent(desk, delivering)
    async with desk.store.unit_of_work() as uow:
        await uow.cases.save((await uow.cases.get(case.id)).changed(meeting_hour=None))
        await uow.commit()
    told = len(desk.messenger.visible)
    await round_made(desk, delivering)
    assert len(desk.messenger.visible) == told
    assert (await desk.case(case.id)).meeting_hour == time(12)


@pytest.mark.parametrize("is_answered", [False, True])
async def test_a_case_on_a_meeting_whose_day_was_not_known_gets_the_day_when_it_is_filled_in(
    watched: tuple[Desk, Delivering], monkeypatch: pytest.MonkeyPatch, is_answered: bool
) -> None:
    desk, delivering = watched
    set_team(desk, monkeypatch, **NOT_KNOWN)
    case, _ = await sent(desk, delivering)
    if is_answered:
        await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
        await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    await round_made(desk, delivering)
    told = len(desk.messenger.visible)
    set_team(desk, monkeypatch)
    await round_made(desk, delivering)
    await round_made(desk, delivering)
    news = [desk.words([one.reply]) for one in list(desk.messenger.visible.values())[told:]]
    if is_answered:
        assert news == []
        return
    assert len(news) == 2
    assert "Nå er det lagt inn når teamet møtes. Saken tas på møtet" in "\n".join(news)
    assert desk.text("case.notice_meeting", code=case.code) in "\n".join(news)
    assert desk.text("case.notice_meeting_moved_more") not in "\n".join(news)
    assert all(THURSDAY in one for one in news)
    assert THURSDAY in on_card(desk)


async def test_a_case_gets_its_day_back_when_it_was_taken_away_by_a_slip(
    watched: tuple[Desk, Delivering], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, delivering = watched
    set_team(desk, monkeypatch)
    case, _ = await sent(desk, delivering)
    for meets in (NOT_KNOWN, {}):
        set_team(desk, monkeypatch, **meets)
        await round_made(desk, delivering)
    assert THURSDAY in on_card(desk)
    assert str((await desk.case(case.id)).meeting_on) == "2026-01-15"
