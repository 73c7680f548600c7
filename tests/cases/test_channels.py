"""A channel that goes away or comes back, members who leave, the yearly question: noticed and told, nothing lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.delivery.rounds import make_rounds
from bot.domain.case import Member, Status
from bot.domain.norway import day_of
from bot.domain.outbox import Kind, RowState
from bot.domain.sending import Gone, Refused, TryLater
from bot.domain.turn import Installed, Place, PlaceChanged, PlaceKind, Removed
from tests.cases.delivering import Delivering, told_admin
from tests.cases.test_identity import ANSWER
from tests.turns.desk import ABOUT, CHANNEL, ELSEWHERE, KARI, OLE, SIRI, TEAM, Desk, kinds

AWAY = {
    "team.gone_removed": Removed(),
    "team.gone_channel": PlaceChanged("channelDeleted"),
    "team.gone_archived": PlaceChanged("teamArchived"),
    "team.gone_team": PlaceChanged("teamDeleted"),
}
BACK = {
    "team.gone_removed": Installed(),
    "team.gone_channel": PlaceChanged("channelRestored"),
    "team.gone_archived": PlaceChanged("teamUnarchived"),
    "team.gone_team": PlaceChanged("teamRestored"),
}


@pytest.mark.parametrize("problem", AWAY)
async def test_a_channel_that_goes_away_takes_no_cases_and_the_admin_is_told_once(
    watched: tuple[Desk, Delivering], problem: str
) -> None:
    desk, delivering = watched
    case = await desk.sent()
    for _ in range(2):
        await desk.take(OLE, AWAY[problem], CHANNEL)
    await delivering.deliver()
    name = "Tverrfaglig kompetanseteam 0–18 år"
    assert told_admin(desk).count(desk.text(problem, team=name)) == 1
    await desk.say(KARI, "drøft en sak")
    assert kinds(await desk.press(KARI, "case_about", values=ABOUT)) == ["case_other_way"], "said first"
    (card,) = [kept.row for kept in desk.store.data.rows.values() if kept.row.item.kind is Kind.CASE_CARD]
    assert card.state is RowState.WAITING, "the case waits, untried"
    assert (await desk.case(case.id)).status is Status.RECEIVED
    await desk.take(OLE, BACK[problem], CHANNEL)
    desk.clock.advance(minutes=10)
    await delivering.deliver()
    assert desk.text("team.back_again", team=name) in told_admin(desk)
    assert (await desk.case(case.id)).status is Status.POSTED


async def test_a_bot_that_is_added_anew_reaches_the_channel_as_it_is_reached_now(
    watched: tuple[Desk, Delivering],
) -> None:
    """A bot that is registered anew has another id, and posts under the old one are refused."""
    desk, delivering = watched
    known, now = (
        {"bot_id": "28:old", "group_id": "g"},
        {"bot_id": "28:new", "service_url": "https://no.example.invalid"},
    )
    async with desk.store.unit_of_work() as uow:
        await uow.channels.link(replace(desk.store.data.links[TEAM], place=replace(CHANNEL, reference=known)))
        await uow.commit()
    general = replace(ELSEWHERE, teams_team_id=CHANNEL.teams_team_id, reference=now)
    await desk.take(OLE, Installed(), replace(general, teams_team_id="another team"))
    assert desk.store.data.links[TEAM].place.reference == known
    await desk.take(OLE, Installed(), general)
    await desk.sent()
    await delivering.deliver()
    (posted,) = [one.place for one in desk.messenger.visible.values() if one.place.room == CHANNEL.room]
    assert posted == replace(CHANNEL, reference={**known, **now})


async def test_a_new_name_is_told_to_the_admin_and_changes_nothing(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    await desk.take(OLE, PlaceChanged("channelRenamed"), CHANNEL)
    await delivering.deliver()
    assert desk.text("team.renamed", team="Tverrfaglig kompetanseteam 0–18 år") in told_admin(desk)
    assert desk.store.data.links[TEAM].problem == ""


async def test_a_channel_that_is_shared_with_one_more_team_is_told_to_the_admin(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    case = await desk.sent()
    for change, place in (("channelShared", ELSEWHERE), ("channelUnshared", CHANNEL)):
        await desk.take(OLE, PlaceChanged(change), place)
        await delivering.deliver()
        assert "delt med" not in told_admin(desk)
    await desk.take(OLE, PlaceChanged("channelShared"), CHANNEL)
    await delivering.deliver()
    assert desk.text("team.channel_shared", team="Tverrfaglig kompetanseteam 0–18 år") in told_admin(desk)
    assert (await desk.case(case.id)).status is Status.POSTED


@pytest.mark.parametrize(
    ("error", "out_of_reach"), [(Gone("404"), True), (Refused("403"), True), (TryLater("503"), False)]
)
async def test_the_hourly_round_notices_a_bot_that_was_removed_without_a_word(
    watched: tuple[Desk, Delivering], monkeypatch: pytest.MonkeyPatch, error: Exception, out_of_reach: bool
) -> None:
    desk, _ = watched

    async def fails(_place: object) -> list[Member]:
        raise error

    monkeypatch.setattr(desk.messenger, "members", fails)
    await make_rounds(desk.store, desk.messenger, desk.clock)
    assert bool(desk.store.data.links[TEAM].problem) is out_of_reach


async def test_a_case_whose_holder_has_left_is_offered_to_the_others_and_all_are_told(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    case = await desk.sent()
    await delivering.deliver()
    await desk.press(SIRI, "case_claim", case.id, place=CHANNEL)
    desk.messenger.roster = [Member(OLE.id, OLE.name)]
    await make_rounds(desk.store, desk.messenger, desk.clock)
    await delivering.deliver()
    after = await desk.case(case.id)
    assert after.claimed_by is None
    team = delivering.visible_to_team()
    assert desk.text("team.thread_holder_left", who=SIRI.name) in team
    staff = "\n".join(delivering.received(by_team=False))
    assert desk.text("case.notice_given_back", code=after.code) in staff
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    assert (await desk.case(case.id)).claimed_by == Member(OLE.id, OLE.name)


async def test_an_empty_roster_frees_nobodys_case(watched: tuple[Desk, Delivering]) -> None:
    desk, _ = watched
    case = await desk.taken()
    desk.messenger.roster = []
    await make_rounds(desk.store, desk.messenger, desk.clock)
    assert (await desk.case(case.id)).claimed_by is not None


async def test_a_channel_with_nobody_in_it_takes_no_case_before_anybody_types_and_the_admin_is_told_once(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    name, members = "Tverrfaglig kompetanseteam 0–18 år", desk.messenger.roster
    desk.messenger.roster = []
    for _ in range(3):
        await make_rounds(desk.store, desk.messenger, desk.clock)
        await delivering.deliver()
        desk.clock.advance(minutes=60)
    assert told_admin(desk).count(desk.text("team.gone_nobody", team=name)) == 1
    await desk.say(KARI, "drøft en sak")
    assert kinds(await desk.press(KARI, "case_about", values=ABOUT)) == ["case_other_way"], "said first"
    desk.messenger.roster = members
    await make_rounds(desk.store, desk.messenger, desk.clock)
    await delivering.deliver()
    assert desk.text("team.back_again", team=name) in told_admin(desk)
    assert (await desk.sent()).team == TEAM


async def test_the_team_is_asked_about_its_year_once_a_year(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    for _ in range(400):
        desk.clock.advance(days=1)
        await make_rounds(desk.store, desk.messenger, desk.clock)
        await delivering.deliver()
    asked = [one for one in desk.messenger.visible.values() if kinds([one.reply]) == ["evaluation_year"]]
    assert len(asked) == 1


async def test_the_nightly_check_tells_the_admin_and_mends_what_it_can(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    case = await desk.sent()
    for key in [key for key, kept in desk.store.data.rows.items() if kept.row.item.kind is Kind.CASE_CARD]:
        del desk.store.data.rows[key]
    desk.clock.advance(minutes=30)
    found = await make_rounds(desk.store, desk.messenger, desk.clock)
    assert found.cases_without_card == (case.id,)
    await delivering.deliver()
    assert (await desk.case(case.id)).status is Status.POSTED
    assert desk.text("team.admin_reconciled", missing="1", orphans="0", parked="0") in told_admin(desk)


async def test_the_admin_is_told_once_a_week_of_cases_that_nobody_takes(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    case = await desk.sent()

    async def told() -> int:
        for _ in range(2):
            await make_rounds(desk.store, desk.messenger, desk.clock)
        await delivering.deliver()
        return told_admin(desk).count("som ingen har tatt: 1. Den eldste skulle vært besvart ")

    desk.clock.advance(days=5)
    assert await told() == 0, "the thread and the requester are told first"
    desk.clock.advance(days=7)
    assert await told() == 1
    desk.clock.advance(days=7)
    assert await told() == 2
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    desk.clock.advance(days=7)
    assert await told() == 2


async def test_a_case_that_waits_for_a_meeting_is_told_of_a_week_after_it(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    case = await desk.sent()
    on_day = day_of(desk.clock.now()) + timedelta(days=30)
    async with desk.store.unit_of_work() as uow:
        before = await uow.cases.get(case.id)
        await uow.cases.save(before.changed(on_next_meeting=True, meeting_on=on_day))
        await uow.commit()
    for days, is_told in ((29, False), (9, True)):
        desk.clock.advance(days=days)
        await make_rounds(desk.store, desk.messenger, desk.clock)
        await delivering.deliver()
        assert ("som ingen har tatt: 1." in told_admin(desk)) is is_told


async def _moved(desk: Desk, delivering: Delivering) -> str:
    """Let an administrator move the team to another channel."""
    desk.staff = frozenset({"admin"})
    shown = desk.words(await desk.press(OLE, "connect_send", values={"team": TEAM}, place=ELSEWHERE))
    desk.staff = frozenset()
    await delivering.deliver()
    return shown


def standing_in(desk: Desk, channel: Place) -> str:
    return desk.words([one.reply for one in desk.messenger.visible.values() if one.place.room == channel.room])


async def test_when_a_team_moves_its_open_cases_move_and_what_they_leave_behind_is_emptied(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    case = await desk.sent()
    await delivering.deliver()
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await desk.press(OLE, "case_ask_send", case.id, {"question": "Er det likt alle dager?"}, CHANNEL)
    await delivering.deliver()
    assert "Er det likt" in standing_in(desk, CHANNEL)
    assert desk.text("team.connected_moved", number=1) in await _moved(desk, delivering)
    assert "Er det likt" not in standing_in(desk, CHANNEL)
    assert "Hva prøver vi?" not in standing_in(desk, CHANNEL)
    assert desk.text("team.moved", code=case.code) in standing_in(desk, CHANNEL)
    assert "Hva prøver vi?" in standing_in(desk, ELSEWHERE)
    assert "Er det likt" in standing_in(desk, ELSEWHERE)
    assert desk.text("team.admin_connected_readers", team="Tverrfaglig kompetanseteam 0–18 år", number=2) in told_admin(
        desk
    )
    await desk.press(OLE, "case_answer_send", case.id, ANSWER, ELSEWHERE)
    assert (await desk.case(case.id)).status is Status.ANSWERED
    assert (await make_rounds(desk.store, desk.messenger, desk.clock)).is_clean


async def test_a_team_that_moves_twice_or_connects_the_same_channel_again_has_one_card_per_case(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    await desk.sent()
    await delivering.deliver()
    for _ in range(2):
        await _moved(desk, delivering)
        desk.clock.advance(minutes=5)
    cards = [one for one in desk.messenger.visible.values() if "Hva prøver vi?" in desk.words([one.reply])]
    assert [one.place.room for one in cards if one.place.kind is PlaceKind.CHANNEL] == [ELSEWHERE.room]


async def test_a_team_whose_channel_was_deleted_goes_on_in_a_new_one_and_nothing_is_sent_to_the_old(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    posted = await desk.sent()
    await delivering.deliver()
    await desk.take(OLE, PlaceChanged("channelDeleted"), CHANNEL)
    for name, one in list(desk.messenger.visible.items()):
        if one.place.room == CHANNEL.room:
            del desk.messenger.visible[name]
    await _moved(desk, delivering)
    assert posted.code in standing_in(desk, ELSEWHERE)
    assert standing_in(desk, CHANNEL) == ""
    states = {kept.row.state for kept in desk.store.data.rows.values()}
    assert RowState.PARKED not in states


async def test_the_reminder_of_a_question_is_emptied_also_when_another_one_has_the_case_by_then(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    case = await _asked(desk, delivering)
    desk.clock.advance(days=5)
    await delivering.deliver()
    asked = [one for one in desk.messenger.visible.values() if "Er det likt" in desk.words([one.reply])]
    assert [one.place.kind for one in asked].count(PlaceKind.PERSONAL) == 2
    await desk.press(OLE, "case_give_back", case, place=CHANNEL)
    await desk.press(SIRI, "case_claim", case, place=CHANNEL)
    await desk.press(SIRI, "case_redact_send", case, place=CHANNEL)
    await delivering.deliver()
    assert "Er det likt" not in desk.words([one.reply for one in desk.messenger.visible.values()])


async def _asked(desk: Desk, delivering: Delivering) -> str:
    """Let the team ask the requester something, and return the case."""
    case = await desk.sent()
    await delivering.deliver()
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await desk.press(OLE, "case_ask_send", case.id, {"question": "Er det likt alle dager?"}, CHANNEL)
    await delivering.deliver()
    return case.id


async def test_what_the_requester_writes_while_the_team_has_no_channel_stands_once_in_the_new_one(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    case = await _asked(desk, delivering)
    await desk.take(OLE, PlaceChanged("channelDeleted"), CHANNEL)
    await desk.press(KARI, "my_reply_send", case, {"reply": "Verst på mandager."})
    await delivering.deliver()
    desk.clock.advance(minutes=10)
    await _moved(desk, delivering)
    assert desk.text("team.thread_asked", who=OLE.name) in standing_in(desk, ELSEWHERE)
    assert standing_in(desk, ELSEWHERE).count("Er det likt") == 1
    assert standing_in(desk, ELSEWHERE).count("Verst på mandager.") == 1


async def test_what_the_requester_writes_to_a_card_that_has_gone_stands_once_under_the_new_one(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    case = await _asked(desk, delivering)
    for name, one in list(desk.messenger.visible.items()):
        if one.place.room == CHANNEL.room:
            del desk.messenger.visible[name]
    await desk.press(KARI, "my_reply_send", case, {"reply": "Verst på mandager."})
    await desk.press(KARI, "my_add_send", case, {"text": "Og etter ferier."})
    await delivering.deliver()
    await delivering.deliver()
    for said in ("Hva prøver vi?", "Er det likt", "Verst på mandager.", "Og etter ferier."):
        assert standing_in(desk, CHANNEL).count(said) == 1, said


async def test_a_case_opened_again_after_its_team_has_moved_comes_to_where_the_team_is(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    case = await _asked(desk, delivering)
    await desk.press(OLE, "case_close_send", case, {"reason": "meeting"}, CHANNEL)
    await _moved(desk, delivering)
    await desk.press(KARI, "my_reopen", case)
    await desk.press(KARI, "my_add_send", case, {"text": "Verst på mandager."})
    await delivering.deliver()
    assert standing_in(desk, ELSEWHERE).count("Hva prøver vi?") == 1
    assert standing_in(desk, ELSEWHERE).count("Verst på mandager.") == 1
    assert "Hva prøver vi?" not in standing_in(desk, CHANNEL)
    assert "Verst på mandager." not in standing_in(desk, CHANNEL)
    await desk.press(OLE, "case_answer_send", case, ANSWER, ELSEWHERE)
    assert (await desk.case(case)).status is Status.ANSWERED
