"""Which team, which way: the plans' routing, and that «anonymt» and «med samtykke» never mix, for every team."""

from __future__ import annotations

from typing import Any, cast, get_args

import pytest

from bot.content.routing import teams_for
from bot.content.team import Arena, Team
from bot.domain.case import AGE_BANDS
from bot.domain.conversation import ConversationState
from bot.domain.ports import ChannelLink
from bot.domain.reply import Card, Rows
from dialogs.as_text import inputs_of
from dialogs.cases.about import channel_key
from dialogs.cases.other_ways import consent_card, nobody_takes_it
from dialogs.dialog import Around
from dialogs.start import with_profile
from tests.fakes.knowledge import MUNICIPALITIES, shelf
from tests.turns.desk import ABOUT, CHANNEL, KARI, Desk, chat, every_team_takes_cases, kinds

TEAMS = [(name, team) for name, profile in shelf().knowledge.profiles.items() for team in profile.teams]
IDS = [f"{name}-{team.id}" for name, team in TEAMS]
SENDS = ("case_review", "case_send", "case_gate", "case_team")


def fits(name: str, team: Team) -> dict[str, str] | None:
    """Return what is answered in step 1 by somebody the team is for; None when it takes no single cases."""
    profile = shelf().knowledge.profiles[name]
    themes = team.themes or ("fravaer",)
    for band in AGE_BANDS:
        for arena in team.arenas or get_args(Arena):
            found = teams_for(profile.teams, band, arena, themes, role=(team.roles or ("skole",))[0])
            if team in found:
                return {"age": band, "arena": arena, "themes": themes[0]}
    return None


async def at_step_1(desk: Desk, name: str, team: Team, way: str) -> tuple[list[Any], dict[str, str] | None]:
    """Answer step 1 as somebody in that municipality whom the team is for."""
    about = fits(name, team)
    if about is None:
        return [], None
    desk.library._municipalities = MUNICIPALITIES
    async with desk.store.unit_of_work() as uow:
        for one in shelf().knowledge.profiles[name].teams:
            await uow.channels.link(ChannelLink(channel_key(name, one.id), CHANNEL, desk.clock.now()))
        role = (team.roles or ("skole",))[0]
        await uow.conversations.save(KARI, chat(KARI), with_profile(ConversationState(), name, role))
        await uow.commit()
    await desk.say(KARI, "drøft en sak")
    return await desk.press(KARI, "case_about", values={**about, "way": way}), about


@pytest.mark.parametrize(("name", "team"), TEAMS, ids=IDS)
async def test_with_consent_nothing_is_asked_for_and_nothing_can_reach_the_channel(
    desk: Desk, name: str, team: Team
) -> None:
    shown, about = await at_step_1(desk, name, team, "med_samtykke")
    if about is None:
        return
    (card,) = shown
    assert isinstance(card, Card)
    assert card.kind in ("case_consent", "case_other_way")
    assert not list(inputs_of(card.blocks)), "there is no field to write in"
    for verb in SENDS:
        await desk.press(KARI, verb, "all_no" if verb == "case_gate" else team.id, {"seen": "Jonas kommer sent."})
    assert list(await desk.cases_of(KARI)) == []
    assert desk.store.data.rows == {}


async def test_a_plan_that_does_not_tell_is_not_said_to_say_no(desk: Desk) -> None:
    team = next(one for name, one in TEAMS if name == "tydal" and not isinstance(one.ways_in, tuple))
    nothing = cast(Any, None)
    around = Around(desk.library.knowledge, nothing, nothing, nothing, desk.clock.now(), MUNICIPALITIES)
    card = nobody_takes_it([team], with_profile(ConversationState(), "tydal", "skole"), around)
    assert card.title == f"Vi vet ikke om {team.name} tar imot anonyme saker"


@pytest.mark.parametrize(("name", "team"), TEAMS, ids=IDS)
async def test_only_a_team_whose_plan_says_so_gets_an_anonymous_case(desk: Desk, name: str, team: Team) -> None:
    shown, about = await at_step_1(desk, name, team, "anonymt")
    if about is None:
        return
    chosen = await desk.press(KARI, "case_team", team.id)
    screens = kinds([*shown, *chosen])
    if team.takes_in_channel:
        assert "case_gate" in screens
        assert (await desk.state(KARI)).data["team"] == team.id or kinds(shown) == ["case_gate"]
    else:
        assert (await desk.state(KARI)).data.get("team") != team.id


@pytest.mark.parametrize(("name", "team"), TEAMS, ids=IDS)
def test_every_team_has_what_a_case_needs_as_data(name: str, team: Team) -> None:
    profile = shelf().knowledge.profiles[name]
    assert team.sources
    if not team.takes_anonymous:
        return
    assert team.contact is None or profile.contact(team.contact)
    assert team.clock.urgent_office_hours >= 1
    assert profile.retention_days >= 1


@pytest.mark.parametrize(("name", "team"), [(n, t) for n, t in TEAMS if t.takes_with_consent], ids=str)
async def test_the_consent_card_names_the_team_the_steps_and_where_the_form_is(
    desk: Desk, name: str, team: Team
) -> None:
    desk.library._municipalities = MUNICIPALITIES
    state = with_profile(ConversationState(), name, "skole")
    around = desk.library.around_delivery()
    said = desk.words([consent_card(team, state, around)])
    assert team.name in said
    assert all(desk.text(f"case.consent_{number}") in said for number in range(1, 6))
    assert desk.text("case.consent_template") in said


def test_the_municipalitys_secure_form_becomes_a_button_once_it_is_filled_in(desk: Desk) -> None:
    team = next(team for _, team in TEAMS if team.takes_with_consent)
    filled = team.model_copy(update={"secure_form": "https://skjema.example.invalid/samtykke"})
    card = consent_card(filled, with_profile(ConversationState(), "melhus", "skole"), desk.library.around_delivery())
    assert [one.url for one in card.buttons if one.url] == ["https://skjema.example.invalid/samtykke"]


PLANS = [
    # municipality, role, age band, arena, theme, purpose → the teams in order (systems.md V106–V120, M28–M52)
    ("stjordal", "helse", "0-18-mnd", "helse", "omsorg", ["tst", "komp_0_18"]),
    ("stjordal", "barnehage", "0-18-mnd", "barnehage", "omsorg", ["tst", "droftingsarena_barnehage", "komp_0_18"]),
    ("stjordal", "barnehage", "19-mnd-5-ar", "barnehage", "sprak", ["droftingsarena_barnehage", "komp_0_18"]),
    ("stjordal", "skole", "6-9", "skole", "mobbing", ["droftingsteam_skole", "komp_0_18"]),
    ("stjordal", "skole", "13-15", "skole", "fravaer", ["droftingsteam_skole", "komp_0_18"]),
    ("stjordal", "skole", "16-17", "videregaende", "rus", ["elevtjenesten_vgs", "komp_0_18"]),
    ("stjordal", "skole", "16-17", "fritid", "rus", ["komp_0_18"]),
    ("stjordal", "nav", "18-20", "hjemme", "okonomi", ["komp_18"]),
    ("stjordal", "nav", "over-20", "hjemme", "okonomi", ["komp_18"]),
    ("melhus", "barnehage", "19-mnd-5-ar", "barnehage", "sprak", ["lokalt_team", "droftingsteam"]),
    ("melhus", "skole", "13-15", "skole", "fravaer", ["lokalt_team", "droftingsteam"]),
    ("melhus", "helse", "10-12", "hjemme", "omsorg", ["droftingsteam"]),
    ("melhus", "nav", "over-20", "hjemme", "okonomi", []),
    ("frosta", "skole", "6-9", "skole", "fravaer", ["tverrfaglig_team"]),
    ("meraker", "skole", "6-9", "skole", "fravaer", ["tverrfaglig_team"]),
    ("selbu", "skole", "6-9", "skole", "fravaer", ["tverrfaglig_team"]),
    ("tydal", "skole", "6-9", "skole", "fravaer", ["tverrfaglig_team"]),
]


@pytest.mark.parametrize(("name", "role", "band", "arena", "theme", "teams"), PLANS)
def test_the_team_follows_municipality_age_arena_and_theme(
    name: str, role: str, band: str, arena: str, theme: str, teams: list[str]
) -> None:
    found = teams_for(shelf().knowledge.profiles[name].teams, band, arena, (theme,), role=role)
    assert [one.id for one in found] == teams


def test_overweight_and_palliative_teams_give_advice_and_take_no_single_case() -> None:
    stjordal = shelf().knowledge.profiles["stjordal"]
    for role, theme, team in (
        ("helse", "fysisk_helse", "komp_overvekt"),
        ("helse", "funksjonsnedsettelse", "palliativt_team"),
    ):
        advice = teams_for(stjordal.teams, "6-9", "helse", (theme,), purpose="raad", role=role)
        assert team in [one.id for one in advice]
        assert team not in [one.id for one in teams_for(stjordal.teams, "6-9", "helse", (theme,), role=role)]


@pytest.mark.parametrize("connected", [(), (0,), (1,), (0, 1)])
async def test_only_teams_with_a_channel_can_be_chosen_and_the_others_are_named(
    desk: Desk, connected: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    every_team_takes_cases(monkeypatch)
    teams = [shelf().knowledge.profiles["stjordal"].team(one) for one in ("droftingsteam_skole", "komp_0_18")]
    async with desk.store.unit_of_work() as uow:
        for team in await uow.channels.all():
            await uow.channels.unlink(team.team)
        for number in connected:
            await uow.channels.link(ChannelLink(channel_key("stjordal", teams[number].id), CHANNEL, desk.clock.now()))
        await uow.commit()
    await desk.say(KARI, "drøft en sak")
    (card,) = await desk.press(KARI, "case_about", values=ABOUT)
    assert isinstance(card, Card)
    if not connected:
        assert card.kind == "case_other_way"
        return
    offered = [row.press.id for block in card.blocks if isinstance(block, Rows) for row in block.rows if row.press]
    assert offered == [teams[number].id for number in connected]
    said = desk.words([card])
    assert all(team.name in said for team in teams), "a team that cannot be reached is named, not left out"


async def test_a_team_that_cannot_be_reached_any_more_when_it_is_chosen_leaves_the_other_to_choose(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    every_team_takes_cases(monkeypatch)
    first, second = (channel_key("stjordal", one) for one in ("droftingsteam_skole", "komp_0_18"))
    async with desk.store.unit_of_work() as uow:
        for key in (first, second):
            await uow.channels.link(ChannelLink(key, CHANNEL, desk.clock.now()))
        await uow.commit()
    await desk.say(KARI, "drøft en sak")
    assert kinds(await desk.press(KARI, "case_about", values=ABOUT)) == ["case_team"]
    async with desk.store.unit_of_work() as uow:
        await uow.channels.unlink(first)
        await uow.commit()
    assert kinds(await desk.press(KARI, "case_team", "droftingsteam_skole")) == ["case_team"]
    assert kinds(await desk.press(KARI, "case_team", "komp_0_18")) == ["case_gate"]


async def test_the_way_to_a_theme_ends_a_case_at_its_first_step_only(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    assert kinds(await desk.press(KARI, "case_theme")) == ["case_theme"]
    assert (await desk.state(KARI)).active is None
    async with desk.store.unit_of_work() as uow:
        await uow.channels.link(ChannelLink(channel_key("stjordal", "komp_0_18"), CHANNEL, desk.clock.now()))
        await uow.commit()
    await desk.to_gate()
    assert kinds(await desk.press(KARI, "case_theme")) == ["case_theme"]
    assert (await desk.state(KARI)).active == "case", "a button on an old card does not throw away what is under way"


@pytest.mark.parametrize("back", ["Det gjelder ett barn likevel", "fortsett", "drøft en sak"])
async def test_a_theme_that_is_about_one_child_after_all_keeps_what_was_chosen(desk: Desk, back: str) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, "Aldersgruppe: 10–12 år\nHvor ser du barnet?: Skole")
    shown = await desk.say(KARI, "Det gjelder et tema")
    assert kinds(shown) == ["case_theme"]
    (card,) = await desk.say(KARI, back)
    assert isinstance(card, Card)
    chosen = {one.id: one.value for one in inputs_of(card.blocks)}
    assert (chosen["age"], chosen["arena"]) == ("10-12", "skole")
