"""What members of a team type in the course of a week: the wrong case taken, one given back, one closed."""

from __future__ import annotations

import pytest

from bot.domain.reply import Card, ChoiceInput
from tests.turns.desk import CHANNEL, NILS, OLE, SIRI, Desk, kinds
from tests.turns.test_said_in_channel import taken


@pytest.mark.parametrize(
    "said", ["oi feil, det var ikke meg", "angre", "jeg angrer", "oi, det var feil sak", "tok feil sak, sorry"]
)
async def test_who_took_the_wrong_case_reads_how_it_is_let_go(desk: Desk, said: str) -> None:
    case = await desk.sent()
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    before = await desk.case(case.id)
    shown = desk.words(await desk.say(OLE, said, CHANNEL))
    assert shown == desk.text("team.regretted", button=desk.text("team.give_back"))
    assert await desk.case(case.id) == before
    assert kinds(await desk.say(OLE, "gi saken fra deg", CHANNEL)) == ["team_pass_on"], "its buttons are still there"


@pytest.mark.parametrize("said", ["angre", "oi, feil sak"])
async def test_who_has_not_taken_it_is_not_told_so(desk: Desk, said: str) -> None:
    await taken(desk)
    await desk.say(SIRI, "saker", CHANNEL)
    assert desk.text("team.regretted", button=desk.text("team.give_back")) not in desk.words(
        await desk.say(SIRI, said, CHANNEL)
    )


@pytest.mark.parametrize("said", ["gi den tilbake", "gi den tilbake til Siri", "gi saken tilbake til teamet"])
@pytest.mark.parametrize("is_shown", [True, False])
async def test_one_s_own_case_is_given_back_in_words(desk: Desk, said: str, is_shown: bool) -> None:
    case = await taken(desk)
    await desk.sent(NILS)
    if not is_shown:
        await desk.say(OLE, "saker", CHANNEL)
    (form,) = await desk.say(OLE, said, CHANNEL)
    assert isinstance(form, Card)
    assert form.kind == "team_pass_on"
    assert case.code in desk.words([form])
    (to,) = [one for one in form.blocks if isinstance(one, ChoiceInput)]
    assert to.value == (SIRI.id if "Siri" in said else "alle")


@pytest.mark.parametrize("said", ["avslutt saken", "lukk saken"])
async def test_the_only_case_one_has_is_the_one_that_is_closed(desk: Desk, said: str) -> None:
    case = await taken(desk)
    await desk.sent(NILS)
    await desk.say(OLE, "saker", CHANNEL)
    shown = await desk.say(OLE, said, CHANNEL)
    assert kinds(shown) == ["team_close"]
    assert case.code in desk.words(shown)
    assert kinds(await desk.say(SIRI, said, CHANNEL))[-1] == "team_cases", "who has none chooses in the list"


@pytest.mark.parametrize("said", ["hvem har mobbesaken", "hvem har tatt saken om mobbing?", "hvem har den om mobbing"])
async def test_who_asks_who_has_a_case_by_its_theme_sees_the_list(desk: Desk, said: str) -> None:
    await taken(desk)
    await desk.sent(NILS, themes="mobbing")
    shown = await desk.say(SIRI, said, CHANNEL)
    assert kinds(shown) == ["team_cases"]
    assert f"Tatt av {OLE.name}" in desk.words(shown)
