"""«koble til» without a team; «koble fra»: nothing comes any more, no open case is left, closed ones are emptied."""

from __future__ import annotations

import pytest

from bot.delivery.retention import delete_what_is_due
from bot.delivery.rounds import make_rounds
from bot.domain.turn import Place, PlaceKind
from dialogs.as_text import all_buttons
from tests.cases.delivering import Delivering, Recording
from tests.fakes.store import FakeStore
from tests.fakes.stores import MovableClock
from tests.turns.desk import CHANNEL, ELSEWHERE, KARI, OLE, Desk, kinds

THIRD = Place(PlaceKind.CHANNEL, "19:tredje@thread.tacv2", {}, "lag-3", "19:tredje@thread.tacv2")
LOCAL, FIGURES = "melhus/lokalt_team@", "stjordal/tall"


@pytest.fixture
async def desk() -> Desk:
    clock = MovableClock()
    desk = await Desk(FakeStore(clock.now), clock, Recording()).open()
    desk.staff = frozenset({"admin"})
    return desk


async def disconnect(desk: Desk) -> str:
    """Write «koble fra» and say yes; return what is answered."""
    shown = await desk.say(OLE, "koble fra", CHANNEL)
    assert kinds(shown) == ["disconnect"]
    return desk.words(await desk.press(OLE, "disconnect_send", place=CHANNEL))


async def links(desk: Desk) -> list[str]:
    async with desk.store.unit_of_work() as uow:
        return [link.team for link in await uow.channels.all()]


@pytest.mark.parametrize(("team", "told"), [("", "case.missing"), ("skogen/laget", "case.not_a_choice")])
async def test_without_a_team_the_form_of_the_channel_says_what_is_wrong(desk: Desk, team: str, told: str) -> None:
    before = await links(desk)
    shown = await desk.press(OLE, "connect_send", values={"team": team} if team else {}, place=CHANNEL)
    assert kinds(shown) == ["connect"]
    assert f"! {desk.text(told)}" in desk.words(shown)
    assert await links(desk) == before


@pytest.mark.parametrize("team", [LOCAL, FIGURES])
async def test_neither_reminders_nor_figures_come_to_a_disconnected_channel(desk: Desk, team: str) -> None:
    await desk.press(OLE, "connect_send", values={"team": team}, place=CHANNEL)
    assert await disconnect(desk) == desk.text("team.disconnected")
    delivering, before = Delivering(desk), len(desk.messenger.visible)
    for _ in range(60):
        desk.clock.advance(hours=24)
        await make_rounds(desk.store, desk.messenger, desk.clock)
        await delivering.deliver()
    here = [one for one in list(desk.messenger.visible.values())[before:] if one.place.room == CHANNEL.room]
    assert not here
    assert not [team for team in await links(desk) if team.startswith(("melhus", "stjordal/tall"))]


async def test_a_team_with_an_open_case_is_not_disconnected_and_the_case_can_still_be_answered(desk: Desk) -> None:
    case, before = await desk.sent(), await links(desk)
    for shown in (await desk.say(OLE, "koble fra", CHANNEL), await desk.press(OLE, "disconnect_send", place=CHANNEL)):
        assert desk.words(shown) == desk.text("error.cases_here")
    assert await links(desk) == before
    assert kinds(await desk.press(OLE, "case_show", case.id, place=CHANNEL)) == ["team_case_sett"]


async def test_no_case_is_taken_for_a_disconnected_team_and_it_comes_when_the_team_is_back(desk: Desk) -> None:
    before = await links(desk)
    await disconnect(desk)
    await desk.say(KARI, "drøft en sak")
    assert await links(desk) == []
    shown = desk.words(await desk.press(KARI, "case_send", values={}))
    assert "Jeg har sendt" not in shown
    await desk.press(OLE, "connect_send", values={"team": before[0]}, place=ELSEWHERE)
    assert await links(desk) == [before[0]]


async def test_a_closed_case_is_emptied_in_the_channel_it_was_left_in(desk: Desk) -> None:
    case = await desk.sent()
    delivering = Delivering(desk)
    await delivering.deliver()
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await desk.press(OLE, "case_close_send", case.id, {"reason": "meeting"}, place=CHANNEL)
    await delivering.deliver()
    assert await disconnect(desk) == desk.text("team.disconnected")
    desk.clock.advance(days=200)
    await delete_what_is_due(desk.store, desk.clock)
    await delivering.deliver()
    said = desk.words([one.reply for one in desk.messenger.visible.values()])
    assert (await desk.case(case.id)).text is None
    assert "Er mye for seg selv" not in said


async def test_a_case_of_a_disconnected_team_is_not_opened_again_into_nothing(desk: Desk) -> None:
    case = await desk.sent()
    await Delivering(desk).deliver()
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await desk.press(OLE, "case_close_send", case.id, {"reason": "meeting"}, place=CHANNEL)
    await disconnect(desk)
    assert desk.text("error.team_not_connected") in desk.words(await desk.press(KARI, "my_reopen", case.id))
    assert (await desk.case(case.id)).closed_at is not None


async def test_only_whoever_may_connect_may_disconnect_and_cancelling_changes_nothing(desk: Desk) -> None:
    before = await links(desk)
    await desk.say(OLE, "koble fra", CHANNEL)
    await desk.press(OLE, "disconnect_cancel", place=CHANNEL)
    desk.staff = frozenset()
    await desk.press(OLE, "disconnect_send", place=CHANNEL)
    assert await links(desk) == before


async def test_a_channel_nothing_comes_to_says_so_before_anything_is_asked(desk: Desk) -> None:
    for shown in (
        await desk.say(OLE, "koble fra", ELSEWHERE),
        await desk.press(OLE, "disconnect_send", place=ELSEWHERE),
    ):
        assert desk.words(shown) == desk.text("error.channel_not_connected")


async def test_the_card_names_everything_that_ends_and_cases_that_still_come_are_not_denied(desk: Desk) -> None:
    for team in (LOCAL, FIGURES):
        said = desk.words(await desk.press(OLE, "connect_send", values={"team": team}, place=CHANNEL))
        assert desk.text("team.no_cases_here") not in said
        assert "kommer fortsatt hit" in said
    shown = desk.words(await desk.say(OLE, "koble fra", CHANNEL))
    for part in (
        "Saker til Tverrfaglig kompetanseteam",
        "Månedstall for Stjørdal",
        "Påminnelse om møtet i Lokalt tverrfaglig team",
    ):
        assert part in shown


async def test_a_local_team_that_moves_is_told_to_disconnect_the_old_channel_and_then_has_one_reminder(
    desk: Desk,
) -> None:
    for place in (ELSEWHERE, THIRD):
        said = desk.words(await desk.press(OLE, "connect_send", values={"team": LOCAL}, place=place))
        assert "Har teamet byttet kanal, skriver du «koble fra» i den gamle." in said
    shown = desk.words(await desk.say(OLE, "koble fra", ELSEWHERE))
    assert desk.text("team.disconnect_after_reminder") in shown
    assert desk.text("team.disconnect_after") not in shown, "that is how cases move, and none come here"
    await desk.press(OLE, "disconnect_send", place=ELSEWHERE)
    assert len([team for team in await links(desk) if team.startswith("melhus")]) == 1
    delivering = Delivering(desk)
    for _ in range(40):
        desk.clock.advance(hours=24)
        await make_rounds(desk.store, desk.messenger, desk.clock)
        await delivering.deliver()
    reminders = [one for one in desk.messenger.visible.values() if "møtes én gang i måneden" in desk.words([one.reply])]
    assert {one.place.room for one in reminders} == {THIRD.room}


@pytest.mark.parametrize("said", ["ja", "nei", "vet ikke"])
async def test_a_bare_answer_disconnects_nothing_and_says_what_to_write(desk: Desk, said: str) -> None:
    before = await links(desk)
    await desk.say(OLE, "koble fra", CHANNEL)
    shown = desk.words(await desk.say(OLE, said, CHANNEL))
    assert shown == desk.text("common.say_it_whole", title=desk.text("team.disconnect_send"))
    assert await links(desk) == before


@pytest.mark.parametrize("after", ["disconnect_cancel", "disconnect_send"])
async def test_once_answered_the_yes_of_the_card_can_no_longer_be_typed(desk: Desk, after: str) -> None:
    before = await links(desk)
    await desk.say(OLE, "koble fra", CHANNEL)
    await desk.press(OLE, after, place=CHANNEL)
    if after == "disconnect_send":
        await desk.press(OLE, "connect_send", values={"team": before[0]}, place=CHANNEL)
    await desk.say(OLE, "2", CHANNEL)
    assert await links(desk) == before


async def test_what_was_connected_since_the_card_was_made_is_asked_about_anew(desk: Desk) -> None:
    older = await desk.say(OLE, "koble fra", CHANNEL)
    await desk.press(OLE, "connect_send", values={"team": FIGURES}, place=CHANNEL)
    before = await links(desk)
    (yes,) = [one for one in all_buttons(older[0]) if one.verb == "disconnect_send"]
    asked = await desk.press(OLE, yes.verb, yes.id, place=CHANNEL)
    assert kinds(asked) == ["disconnect"]
    assert await links(desk) == before
    (yes,) = [one for one in all_buttons(asked[0]) if one.verb == "disconnect_send"]
    shown = await desk.press(OLE, yes.verb, yes.id, place=CHANNEL)
    assert desk.words(shown) == desk.text("team.disconnected")
    assert await links(desk) == []
