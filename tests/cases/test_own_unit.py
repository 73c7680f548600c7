"""A team that every school has its own of: it is shown with whom to ask, and no case goes to a channel for all."""

from __future__ import annotations

import pytest

from bot.content.team import Team
from bot.domain.case import Status
from bot.domain.ports import ChannelLink
from bot.domain.reply import Card, ChoiceInput, Rows
from dialogs.as_text import inputs_of
from dialogs.cases.about import channel_key
from dialogs.cases.which_team import name_of_team
from tests.cases.test_identity import ANSWER
from tests.fakes.knowledge import shelf
from tests.turns.desk import ABOUT, ELSEWHERE, KARI, OLE, TEAM, WORDS, Desk, every_team_takes_cases, kinds

SCHOOL = channel_key("stjordal", "droftingsteam_skole")
ASK = "Spør rektor når teamet på skolen møtes."


async def connected(desk: Desk) -> None:
    """Connect the channel of one school to the team, as could be done before."""
    async with desk.store.unit_of_work() as uow:
        await uow.channels.link(ChannelLink(SCHOOL, ELSEWHERE, desk.clock.now()))
        await uow.commit()


async def test_it_is_named_with_whom_to_ask_and_cannot_be_chosen(desk: Desk) -> None:
    await connected(desk)
    await desk.say(KARI, "drøft en sak")
    (card,) = await desk.press(KARI, "case_about", values=ABOUT)
    assert isinstance(card, Card)
    assert [row.press.id for block in card.blocks if isinstance(block, Rows) for row in block.rows if row.press] == [
        "komp_0_18"
    ]
    said = desk.words([card])
    assert desk.text("case.own_unit", team="Drøftingsteam skole 6–18 år", ask=ASK) in said
    assert kinds(await desk.press(KARI, "case_team", "droftingsteam_skole")) == ["case_about"]
    assert desk.store.data.rows == {}


@pytest.mark.parametrize(
    ("said", "team"),
    [
        ("kompetanseteamet", "komp_0_18"),
        ("jeg vil ha kompetanseteam 0-18", "komp_0_18"),
        ("1", "komp_0_18"),
        ("drøftingsteamet", ""),
        ("drøftingsteam på skolen", ""),
        ("ikke kompetanseteamet", ""),
        ("teamet", ""),
        ("usikker", ""),
    ],
)
async def test_the_only_team_is_chosen_by_a_part_of_its_name_and_by_no_other(desk: Desk, said: str, team: str) -> None:
    await desk.say(KARI, "drøft en sak")
    assert kinds(await desk.press(KARI, "case_about", values=ABOUT)) == ["case_team"]
    await desk.say(KARI, said)
    assert (await desk.state(KARI)).data.get("team", "").removeprefix("stjordal/") == team


async def test_where_no_other_team_can_be_reached_it_still_tells_whom_to_ask(desk: Desk) -> None:
    await connected(desk)
    async with desk.store.unit_of_work() as uow:
        await uow.channels.unlink(TEAM)
        await uow.commit()
    await desk.say(KARI, "drøft en sak")
    shown = await desk.press(KARI, "case_about", values=ABOUT)
    assert kinds(shown) == ["case_other_way"]
    assert ASK in desk.words(shown)


async def test_a_channel_cannot_be_connected_to_it_and_the_monthly_reminder_can(desk: Desk) -> None:
    desk.staff = frozenset({"admin"})
    (card,) = await desk.say(OLE, "koble til", ELSEWHERE)
    assert isinstance(card, Card)
    keys = {one.value for field in inputs_of(card.blocks) if isinstance(field, ChoiceInput) for one in field.choices}
    assert SCHOOL not in keys
    assert channel_key("melhus", "lokalt_team") not in keys
    assert channel_key("melhus", "lokalt_team") + "@" in keys
    for key in (SCHOOL, channel_key("melhus", "lokalt_team")):
        assert kinds(await desk.press(OLE, "connect_send", values={"team": key}, place=ELSEWHERE)) == ["connect"]
    assert list(desk.store.data.links) == [TEAM]


async def test_a_case_that_is_there_already_is_not_lost_and_one_begun_is_not_sent(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await connected(desk)
    with monkeypatch.context() as before:
        every_team_takes_cases(before)
        for _ in range(2):
            await desk.say(KARI, "drøft en sak")
            await desk.press(KARI, "case_about", values=ABOUT)
            await desk.press(KARI, "case_team", "droftingsteam_skole")
            done = {"first": "hv_niva_0,hv_niva_1,samtykke"}
            await desk.press(KARI, "case_gate", "all_no", done)
            shown = await desk.press(KARI, "case_review", values=WORDS)
            if not await desk.cases_of(KARI):
                await desk.push(KARI, shown, desk.text("case.send"))
    await desk.push(KARI, shown, desk.text("case.send"))
    (case,) = await desk.cases_of(KARI)
    assert case.team == SCHOOL
    await desk.press(OLE, "case_claim", case.id, place=ELSEWHERE)
    await desk.press(OLE, "case_answer_send", case.id, ANSWER, ELSEWHERE)
    assert (await desk.case(case.id)).status is Status.ANSWERED


def test_the_plan_must_say_whom_to_ask_of_such_a_team() -> None:
    given = shelf().knowledge.profiles["stjordal"].team("droftingsteam_skole")
    assert given is not None
    assert given.whom_to_ask == ASK
    with pytest.raises(ValueError, match=r"meets\.until_then"):
        Team.model_validate({**given.model_dump(by_alias=True, exclude={"age"}), "meets": None})


@pytest.mark.parametrize("said", ["ja", "ja takk", "ja gjerne"])
async def test_a_yes_takes_the_only_team_that_is_offered(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    assert kinds(await desk.press(KARI, "case_about", values=ABOUT)) == ["case_team"]
    shown = await desk.say(KARI, said)
    assert "case_gate" in kinds(shown)


async def test_a_channel_is_connected_to_no_team_that_is_not_offered(desk: Desk) -> None:
    desk.staff = frozenset({"editor"})
    for team in ("stjordal/tst", SCHOOL):
        shown = await desk.press(OLE, "connect_send", values={"team": team}, place=ELSEWHERE)
        assert desk.text("case.not_a_choice") in desk.words(shown)
    assert not [link for link in await links(desk) if link.place == ELSEWHERE]


async def links(desk: Desk) -> list[ChannelLink]:
    async with desk.store.unit_of_work() as uow:
        return list(await uow.channels.all())


async def test_a_team_that_is_taken_away_is_never_named_by_its_key(desk: Desk) -> None:
    assert name_of_team("stjordal/komp_0_18", shelf().knowledge) == "Tverrfaglig kompetanseteam 0–18 år"
    assert name_of_team("stjordal/borte", shelf().knowledge) == "teamet"
