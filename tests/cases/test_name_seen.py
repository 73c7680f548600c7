"""Whether the team sees the requester's name is told as it is, in everything that leads to writing to the team."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.case import Case
from bot.turns.asked import asked_command
from dialogs.as_text import all_buttons
from tests.cases.test_own_words import SAID, asked
from tests.turns.desk import CHANNEL, KARI, OLE, Desk, kinds


async def told_of_the_name(desk: Desk, case: Case) -> str:
    """Return all that is said on the ways to write to the team."""
    said = desk.words(await desk.say(KARI, "svar teamet"))
    offered = await desk.say(KARI, SAID)
    said += desk.words(offered)
    said += desk.words(await desk.push(KARI, offered, desk.text("case.own_words_send"), {"text": SAID}))
    return said + desk.words(await desk.say(KARI, "legg til noe"))


@pytest.mark.parametrize("is_shown", [True, False])
async def test_the_name_is_said_to_be_seen_when_it_is_and_only_then(desk: Desk, is_shown: bool) -> None:
    case = await asked(desk)
    if is_shown:
        await desk.press(KARI, "my_show_yes", case.id)
    said = await told_of_the_name(desk, case)
    told, untrue = ("shown", "hidden") if is_shown else ("hidden", "shown")
    assert said.count(desk.text(f"case.name_{told}")) == 4
    assert desk.text(f"case.name_{untrue}") not in said
    assert "vises ikke" not in said


async def test_the_form_of_the_team_does_not_say_that_a_shown_requester_is_unknown(desk: Desk) -> None:
    case = await asked(desk)
    await desk.press(KARI, "my_show_yes", case.id)
    shown = desk.words(await desk.press(OLE, "case_ask", case.id, place=CHANNEL))
    assert "bare når navnet står på kortet" in shown


NAME_ASKED = (
    "ser teamet navnet mitt",
    "er jeg anonym nå",
    "skjul navnet mitt",
    "ta bort navnet mitt",
    "jeg vil ikke at de skal se hvem jeg er",
    "hvem ser navnet mitt",
    "jeg angrer på at jeg viste navnet",
    "jeg skulle ikke ha vist navnet mitt",
)
NAME_WRITTEN = (
    "oi jeg skrev navnet til barnet i saken",
    "jeg skrev navnet på barnet, kan du ta det bort",
    "oi, jeg tror jeg nevnte navnet",
    "jeg nevnte navnet hans i teksten",
)


@pytest.mark.parametrize("said", NAME_ASKED)
async def test_who_asks_whether_the_own_name_is_seen_is_told_of_each_case(desk: Desk, said: str) -> None:
    case = await asked(desk)
    assert desk.words(await desk.say(KARI, said)) == desk.text("case.name_hidden_on", code=case.code)
    await desk.press(KARI, "my_show_yes", case.id)
    await desk.sent()
    shown = [one for one in await desk.cases_of(KARI) if one.id != case.id]
    told = desk.words(await desk.say(KARI, said))
    assert desk.text("case.name_shown_on", code=case.code) in told
    assert desk.text("case.name_hidden_on", code=shown[0].code) in told


@pytest.mark.parametrize("said", NAME_WRITTEN)
@pytest.mark.parametrize("is_asked", [True, False])
async def test_a_name_in_a_case_that_is_sent_can_be_put_right_at_once(desk: Desk, said: str, is_asked: bool) -> None:
    case = await asked(desk) if is_asked else await desk.sent()
    shown = await desk.say(KARI, said)
    assert kinds(shown)[:2] == ["line", "case_wrong"]
    assert case.code in desk.words(shown)
    way = "case.withdraw" if is_asked else "case.change_text"
    assert desk.text(way) in [one.title for one in all_buttons(shown[1])]


@pytest.mark.parametrize("said", NAME_WRITTEN)
async def test_a_name_that_was_only_written_in_the_chat_is_not_kept_and_can_be_deleted_there(
    desk: Desk, said: str
) -> None:
    assert desk.words(await desk.say(KARI, said)) == desk.text("case.name_written")
    await desk.to_form()
    told = desk.words(await desk.say(KARI, said))
    assert desk.text("case.name_written_unsent") in told


@pytest.mark.parametrize(
    "said",
    [
        "kan jeg skrive navnet til barnet",
        "han sa navnet sitt til meg",
        "hva hvis jeg skrev navnet i loggen",
        "hvem er jeg",
    ],
)
async def test_other_words_about_names_are_answered_as_always(desk: Desk, said: str) -> None:
    await desk.sent()
    assert asked_command(said, desk.library.around_delivery()) is None


@pytest.mark.parametrize(
    ("said", "command"),
    [
        ("har teamet sett den", "my_cases"),
        ("når får jeg svar", "my_cases"),
        ("får jeg svar i dag", "my_cases"),
        ("hvor lenge må jeg vente", "my_cases"),
        ("jeg er uenig", "my_disagree"),
        ("kan jeg svare teamet", "my_add"),
    ],
)
def test_the_state_of_ones_case_is_asked_for_in_more_words(desk: Desk, said: str, command: str) -> None:
    around = desk.library.around_delivery()
    assert asked_command(said, replace(around, has_cases=True)) == command
    assert asked_command(said, replace(around, has_cases=False)) is None


@pytest.mark.parametrize("said", ["kan noen se at det er meg", "kan lederen se det", "hvem ser saken"])
async def test_who_has_shown_the_name_is_never_told_that_nobody_sees_it(desk: Desk, said: str) -> None:
    case = await asked(desk)
    assert desk.text("answers.sees_shown", code=case.code) not in desk.words(await desk.say(KARI, said))
    await desk.press(KARI, "my_show_yes", case.id)
    told = desk.words(await desk.say(KARI, said))
    assert desk.text("answers.sees_shown", code=case.code) in told
    assert not told.startswith("Nei")
    assert "Navnet ditt ser de ikke" not in told


async def test_what_the_team_sees_holds_the_name_once_it_is_shown(desk: Desk) -> None:
    case = await desk.sent()
    named = f"{desk.text('case.your_name')}: {KARI.name}"
    assert named not in desk.words(await desk.press(KARI, "my_case", case.id))
    await desk.press(KARI, "my_show_yes", case.id)
    assert named in desk.words(await desk.press(KARI, "my_case", case.id))


async def test_who_disagrees_is_told_that_it_is_allowed(desk: Desk) -> None:
    await desk.sent()
    shown = await desk.say(KARI, "jeg er uenig")
    assert kinds(shown) == ["line", "my_add"]
    assert desk.text("case.may_disagree") in desk.words(shown)


@pytest.mark.parametrize("said", ["jeg vil ikke være anonym lenger", "trenger ikke være anonym for teamet"])
async def test_who_will_not_be_anonymous_any_more_is_asked_whether_the_team_is_to_see_the_name(
    desk: Desk, said: str
) -> None:
    await desk.sent()
    assert kinds(await desk.say(KARI, said)) == ["my_show"]


@pytest.mark.parametrize("said", ["kan jeg ikke være anonym", "må jeg ikke være anonym for teamet"])
async def test_who_asks_to_be_anonymous_is_not_offered_to_show_the_name(desk: Desk, said: str) -> None:
    await desk.sent()
    assert "my_show" not in kinds(await desk.say(KARI, said))
