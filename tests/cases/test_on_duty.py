"""«Jeg har vakt»: said in the team's channel by a member, until when, taken over, let go; and who has it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.delivery.rounds import make_rounds
from bot.domain.case import Member
from bot.domain.errors import ChannelNotConnected, NotAMember
from bot.domain.ports import ChannelLink
from bot.domain.reply import Card
from dialogs.cases.on_duty_words import last_day, said_of_duty
from tests.turns.desk import CHANNEL, ELSEWHERE, KARI, OLE, SIRI, STRANGER, TEAM, THREAD, Desk, kinds

OTHER_TEAM = "stjordal/tst"
WEDNESDAY = date(2026, 11, 25)


async def on_duty(desk: Desk, team: str = TEAM) -> dict[str, date]:
    async with desk.store.unit_of_work() as uow:
        found = await uow.on_duty.of_team(team, desk.clock.now().date())
    return {one.member.name: one.last_on for one in found}


def today(desk: Desk) -> date:
    return desk.clock.now().date()


@pytest.mark.parametrize("said", ["jeg har vakt", "Jeg har vakt i dag.", "æ har vakt", "[Jeg har vakt i dag]"])
async def test_a_member_says_that_they_have_duty_today_and_the_channel_is_told_in_one_line(
    desk: Desk, said: str
) -> None:
    shown = await desk.say(OLE, said, THREAD)
    assert kinds(shown) == ["line"]
    assert desk.words(shown).startswith("Ole Prøve har vakt")
    assert await on_duty(desk) == {"Ole Prøve": last_day("today", today(desk))}


async def test_the_buttons_of_who_has_duty_do_the_same(desk: Desk) -> None:
    (card,) = await desk.say(OLE, "hvem har vakt?", CHANNEL)
    assert isinstance(card, Card)
    assert desk.text("team.duty_nobody") in desk.words([card])
    assert [one.title for one in card.buttons] == [desk.text("team.duty_today"), desk.text("team.duty_week")]
    await desk.press(OLE, card.buttons[1].verb, card.buttons[1].id, place=CHANNEL)
    assert await on_duty(desk) == {"Ole Prøve": last_day("week", today(desk))}
    (card,) = await desk.press(SIRI, "on_duty_show", place=CHANNEL)
    assert isinstance(card, Card)
    assert "Ole Prøve har vakt" in desk.words([card])
    assert [one.title for one in card.buttons][2:] == [desk.text("team.duty_over"), desk.text("team.duty_leave")]


async def test_duty_that_ends_earlier_than_it_did_is_told_so(desk: Desk) -> None:
    later = (today(desk) + timedelta(days=9)).strftime("%d.%m.%Y")
    first = desk.words(await desk.say(OLE, f"jeg har vakt til {later}", CHANNEL))
    assert "Før sto det" not in first
    assert "Før sto det til og med" in desk.words(await desk.say(OLE, "jeg har vakt i dag", CHANNEL))
    assert await on_duty(desk) == {"Ole Prøve": last_day("today", today(desk))}
    assert "Før sto det" not in desk.words(await desk.say(OLE, "jeg har vakt i dag", CHANNEL))


async def test_several_may_have_duty_and_one_takes_it_over(desk: Desk) -> None:
    await desk.say(OLE, "jeg har vakt", CHANNEL)
    said = desk.words(await desk.say(SIRI, "jeg har vakt denne uka", CHANNEL))
    assert {"Ole Prøve", "Siri Prøve"} == {*await on_duty(desk)}
    assert "Ole Prøve" in said
    assert "Siri Prøve" in said
    said = desk.words(await desk.say(OLE, "jeg tar over vakta", CHANNEL))
    assert {*await on_duty(desk)} == {"Ole Prøve"}
    assert said.startswith(f"{desk.text('team.duty_left', who='Siri Prøve')} Ole Prøve har vakt")


@pytest.mark.parametrize("is_pressed", [True, False])
async def test_taken_over_without_a_day_it_lasts_as_long_as_the_longest_it_is_taken_from(
    desk: Desk, is_pressed: bool
) -> None:
    until = last_day("week", today(desk) + timedelta(days=7))
    await desk.say(SIRI, f"jeg har vakt til {until:%d.%m.%Y}", CHANNEL)
    (card,) = await desk.say(OLE, "hvem har vakt?", CHANNEL)
    assert isinstance(card, Card)
    over = card.buttons[2]
    taken = desk.press(OLE, over.verb, over.id, place=CHANNEL) if is_pressed else desk.say(OLE, over.title, CHANNEL)
    said = desk.words(await taken)
    assert await on_duty(desk) == {"Ole Prøve": until}
    assert "Siri Prøve har ikke vakt lenger" in said


async def test_taken_over_for_today_nobody_loses_the_days_after(desk: Desk) -> None:
    until = last_day("week", today(desk) + timedelta(days=7))
    await desk.say(SIRI, f"jeg har vakt til {until:%d.%m.%Y}", CHANNEL)
    await desk.say(OLE, "jeg tar over vakta i dag", CHANNEL)
    assert await on_duty(desk) == {"Ole Prøve": last_day("today", today(desk)), "Siri Prøve": until}


async def test_who_lets_it_go_has_it_no_more_and_who_had_none_is_told_so(desk: Desk) -> None:
    await desk.say(OLE, "jeg har vakt denne uka", CHANNEL)
    assert desk.text("team.duty_had_none", who="Siri Prøve") in desk.words(
        await desk.say(SIRI, "jeg har ikke vakt lenger", CHANNEL)
    )
    assert {*await on_duty(desk)} == {"Ole Prøve"}
    said = desk.words(await desk.say(OLE, "jeg har ikke vakt lenger", CHANNEL))
    assert desk.text("team.duty_left", who="Ole Prøve") in said
    assert desk.text("team.duty_nobody") in said
    assert await on_duty(desk) == {}


async def test_a_channel_of_several_teams_is_one_duty_in_all_of_them(desk: Desk) -> None:
    async with desk.store.unit_of_work() as uow:
        await uow.channels.link(ChannelLink(OTHER_TEAM, CHANNEL, desk.clock.now()))
        await uow.commit()
    assert desk.words(await desk.say(OLE, "jeg har vakt", CHANNEL)).count("Ole Prøve") == 1
    assert {*await on_duty(desk, OTHER_TEAM)} == {*await on_duty(desk)} == {"Ole Prøve"}


async def test_only_members_say_it_and_only_where_cases_come(desk: Desk) -> None:
    assert desk.text(NotAMember.text_key) in desk.words(await desk.say(STRANGER, "jeg har vakt", CHANNEL))
    assert desk.text(ChannelNotConnected.text_key) in desk.words(await desk.say(OLE, "jeg har vakt", ELSEWHERE))
    assert desk.text("common.wrong_place_team") in desk.words(await desk.say(KARI, "jeg har vakt i dag"))
    assert await on_duty(desk) == {}


async def test_who_is_no_member_any_more_has_no_duty_an_hour_later(desk: Desk) -> None:
    for who in (OLE, SIRI):
        await desk.say(who, "jeg har vakt denne uka", CHANNEL)
    desk.messenger.roster = [Member(SIRI.id, SIRI.name)]
    await make_rounds(desk.store, desk.messenger, desk.clock)
    assert {*await on_duty(desk)} == {"Siri Prøve"}
    desk.messenger.roster = []
    await make_rounds(desk.store, desk.messenger, desk.clock)
    assert {*await on_duty(desk)} == {"Siri Prøve"}, "an empty roster tells nothing of one member"


async def test_a_channel_that_is_disconnected_has_nobody_on_duty(desk: Desk) -> None:
    await desk.say(OLE, "jeg har vakt denne uka", CHANNEL)
    desk.staff = frozenset({"admin"})
    await desk.press(OLE, "disconnect_send", place=CHANNEL)
    assert await on_duty(desk) == {}


async def test_slett_alt_om_meg_ends_the_duty_too(desk: Desk) -> None:
    await desk.say(OLE, "jeg har vakt denne uka", CHANNEL)
    await desk.say(OLE, "slett alt om meg")
    await desk.say(OLE, desk.text("start.forget_yes"))
    assert await on_duty(desk) == {}


@pytest.mark.parametrize(
    ("said", "verb", "until"),
    [
        ("jeg har vakt til fredag", "on_duty_take", "2026-11-27"),
        ("Jeg har vakt til og med fredag!", "on_duty_take", "2026-11-27"),
        ("æ har vakta te fredag", "on_duty_take", "2026-11-27"),
        ("jeg har vakt til 4. desember", "on_duty_take", "2026-12-04"),
        ("jeg har vakt t.o.m. 4.12.", "on_duty_take", "2026-12-04"),
        ("jeg har vakt til i morgen", "on_duty_take", "2026-11-26"),
        ("jeg har vakt ut uka", "on_duty_take", "week"),
        ("i dag har jeg vakt", "on_duty_take", "today"),
        ("jeg har vakt i kveld", "on_duty_take", "today"),
        ("jeg har vakt på onsdag", "on_duty_take", "2026-11-25"),
        ("jeg har vakt til onsdag", "on_duty_take", "which"),
        ("jeg har vakt neste uke", "on_duty_take", "later"),
        ("jeg har vakt på fredag", "on_duty_take", "later"),
        ("jeg har vakt fra mandag", "on_duty_take", "later"),
        ("Ta over vakta", "on_duty_over", ""),
        ("jeg tar over vakta i dag", "on_duty_over", "today"),
        ("jeg overtar vakta til fredag", "on_duty_over", "2026-11-27"),
        ("jeg har ikke vakt i dag", "on_duty_leave", ""),
        ("jeg har ikke vakt likevel", "on_duty_leave", ""),
        ("vakta mi er over", "on_duty_leave", ""),
        ("jeg er ferdig med vakta", "on_duty_leave", ""),
        ("jeg har ikke vakt i morgen", "on_duty_show", ""),
        ("kan jeg ta over vakta?", "on_duty_show", ""),
        ("har noen vakt", "on_duty_show", ""),
        ("kven har vakt denne uka", "on_duty_show", ""),
        ("vakt", "on_duty_show", ""),
        ("har jeg vakt", "on_duty_show", ""),
        ("hei, er jeg på vakt", "on_duty_show", ""),
        ("skal jeg ha vakt i dag", "on_duty_show", ""),
        ("hæ æ vakt i dag", "on_duty_show", ""),
        ("teamet har vakt", "on_duty_show", ""),
        ("vakt i dag", "on_duty_show", ""),
        ("er det jeg som har vakt", "on_duty_show", ""),
        ("har jeg ikke vakt lenger", "on_duty_show", ""),
        ("har ikke jeg vakt", "on_duty_show", ""),
        ("er jeg ferdig med vakta", "on_duty_show", ""),
        ("er vakta mi over", "on_duty_show", ""),
        ("kan jeg ta over vakta", "on_duty_show", ""),
        ("har vi vakt denne uka", "on_duty_show", ""),
        ("har teamet vakt", "on_duty_show", ""),
        ("nå har jeg vakt", "on_duty_take", "today"),
        ("tar vakta i dag", "on_duty_take", "today"),
        ("Har vakt i dag", "on_duty_take", "today"),
        ("er på vakt til fredag", "on_duty_take", "2026-11-27"),
        ("jeg har vakt til om seks dagar", "on_duty_take", "2026-12-01"),
        ("ok, tar vakta denne uka", "on_duty_take", "week"),
        ("vi har vakt", "on_duty_take", "today"),
        ("har ikke vakt lenger", "on_duty_leave", ""),
        ("er ikke vakt lenger", "on_duty_leave", ""),
        ("jeg har vakt til kl 15", "on_duty_take", "today"),
        ("jeg har vakt til klokka tre i dag", "on_duty_take", "today"),
        ("har vakt i dag til kl. 15:30", "on_duty_take", "today"),
        ("æ har vakt te klokka halv fire", "on_duty_take", "today"),
        ("jeg har vakt fra 8 til 15.30", "on_duty_take", "today"),
        ("jeg har vakt til fredag kl 15", "on_duty_take", "2026-11-27"),
        ("jeg har vakt i morgen til kl 15", "on_duty_take", "later"),
    ],
)
def test_what_is_heard_of_duty(desk: Desk, said: str, verb: str, until: str) -> None:
    heard = said_of_duty(said, WEDNESDAY, desk.library.knowledge.texts)
    assert heard is not None
    assert (heard.verb, heard.until) == (verb, until)


@pytest.mark.parametrize(
    "said",
    [
        "siri har vakt",
        "mor har vakt i dag",
        "jeg har vakt og en gutt slår meg",
        "ring barnevernvakta",
        "jeg har ansvar i dag",
        "har vakt med siri",
        "jeg har vakt med siri",
    ],
)
def test_what_has_any_other_word_in_it_is_not_taken_for_it(desk: Desk, said: str) -> None:
    assert said_of_duty(said, WEDNESDAY, desk.library.knowledge.texts) is None


async def test_danger_beside_it_is_heard_first_and_another_time_is_asked_back(desk: Desk) -> None:
    assert kinds(await desk.say(OLE, "jeg har vakt og faren slår ham nå", CHANNEL)) == ["acute"]
    assert kinds(await desk.say(SIRI, "jeg har vakt med Siri", CHANNEL)) == ["team_on_duty"]
    assert await on_duty(desk) == {}


@pytest.mark.parametrize("said", ["jeg har vakt neste uke", "jeg har vakt til 1. mars", "jeg tar over vakta i morgen"])
async def test_what_has_not_begun_or_is_too_long_is_told_how_to_say_it(desk: Desk, said: str) -> None:
    assert "vakt" in desk.words(await desk.say(OLE, said, CHANNEL))
    assert await on_duty(desk) == {}


@pytest.mark.parametrize(
    ("day", "until", "last"),
    [
        (date(2026, 11, 25), "today", date(2026, 11, 25)),
        (date(2026, 11, 28), "today", date(2026, 11, 30)),
        (date(2026, 11, 28), "week", date(2026, 12, 4)),
        (date(2026, 4, 29), "week", date(2026, 4, 30)),
        (date(2026, 5, 1), "today", date(2026, 5, 4)),
        (date(2026, 11, 25), "2026-12-26", date(2026, 12, 26)),
        (date(2026, 11, 25), "2026-12-27", None),
        (date(2026, 11, 25), "2026-11-24", None),
        (date(2026, 11, 25), "i 2026", None),
    ],
)
def test_a_duty_ends_with_a_working_day_and_within_a_month(day: date, until: str, last: date | None) -> None:
    assert last_day(until, day) == last


async def test_duty_lasts_to_the_end_of_its_last_day(desk: Desk) -> None:
    await desk.say(OLE, "jeg har vakt", CHANNEL)
    last = last_day("today", today(desk))
    assert last is not None
    desk.clock.advance(days=(last - today(desk)).days)
    assert "Ole Prøve" in desk.words(await desk.say(OLE, "hvem har vakt", CHANNEL))
    desk.clock.advance(days=1)
    assert desk.text("team.duty_nobody") in desk.words(await desk.say(OLE, "hvem har vakt", CHANNEL))


@pytest.mark.parametrize("said", ["saker", "hjelp"])
async def test_the_way_to_it_stands_in_the_list_and_in_the_help(desk: Desk, said: str) -> None:
    (card,) = await desk.say(OLE, said, CHANNEL)
    assert isinstance(card, Card)
    assert desk.text("team.duty_show") in [one.title for one in card.buttons]
    assert kinds(await desk.say(OLE, desk.text("team.duty_show"), CHANNEL)) == ["team_on_duty"]


async def test_the_role_of_the_day_in_the_file_is_told_beside_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    team = desk.library.knowledge.profiles["stjordal"].team("komp_0_18")
    assert team is not None
    monkeypatch.setitem(team.__dict__, "on_duty", {"mandag": "PPT"})
    desk.clock.advance(days=7 - today(desk).weekday())
    (card,) = await desk.say(OLE, "hvem har vakt", CHANNEL)
    assert desk.text("team.on_duty", role="PPT") in desk.words([card])


@pytest.mark.parametrize("said", ["gi fra deg vakta", "jeg gir fra meg vakta", "æ gir fra mæ vakta nå"])
async def test_duty_is_given_up_in_these_words_too(desk: Desk, said: str) -> None:
    await desk.say(OLE, "jeg har vakt", CHANNEL)
    await desk.say(OLE, said, CHANNEL)
    assert await on_duty(desk) == {}


@pytest.mark.parametrize("said", ["til fredag", "til 20. januar"])
async def test_until_when_may_be_said_afterwards(desk: Desk, said: str) -> None:
    await desk.say(OLE, "jeg har vakt", CHANNEL)
    before = await on_duty(desk)
    await desk.say(OLE, said, CHANNEL)
    assert (await on_duty(desk))["Ole Prøve"] > before["Ole Prøve"]


async def test_the_week_may_be_said_afterwards_and_nobody_else_gets_duty_by_it(desk: Desk) -> None:
    await desk.say(SIRI, "ut uka", CHANNEL)
    assert await on_duty(desk) == {}
    await desk.say(OLE, "jeg har vakt", CHANNEL)
    await desk.say(OLE, "ut uka", CHANNEL)
    assert await on_duty(desk) == {"Ole Prøve": last_day("week", today(desk))}
