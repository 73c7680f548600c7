"""What members of a team type in the course of a week: the wrong case taken, one given back, one closed."""

from __future__ import annotations

import pytest

from bot.domain.reply import Card, ChoiceInput
from dialogs.cases.team_card import TAKE_OVER
from tests.turns.desk import CHANNEL, NILS, OLE, SIRI, Desk, kinds
from tests.turns.test_said_in_channel import taken


@pytest.mark.parametrize(
    "said", ["oi feil, det var ikke meg", "angre", "jeg angrer", "oi, det var feil sak", "tok feil sak, sorry"]
)
async def test_who_took_the_wrong_case_reads_how_it_is_let_go(desk: Desk, said: str) -> None:
    case = await desk.taken()
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


@pytest.mark.parametrize(
    "said",
    ["hvilke saker har Ole", "hva har Ole?", "Ole er sykmeldt, hvem tar sakene hans", "hvem tar sakene til Ole nå"],
)
async def test_who_asks_what_a_colleague_has_sees_the_list(desk: Desk, said: str) -> None:
    await taken(desk)
    assert kinds(await desk.say(SIRI, said, CHANNEL)) == ["team_cases"]


@pytest.mark.parametrize("said", ["hvem har saken nå", "hvem har den?"])
async def test_who_asks_who_has_the_case_that_is_shown_sees_it(desk: Desk, said: str) -> None:
    case = await taken(desk)
    await desk.press(SIRI, "case_show", case.id, place=CHANNEL)
    shown = await desk.say(SIRI, said, CHANNEL)
    assert kinds(shown) == ["team_case_tatt"]
    assert OLE.name in desk.words(shown)


@pytest.mark.parametrize("said", ["ta over alle sakene til Ole", "kan jeg ta over begge sakene til Ole?"])
async def test_who_takes_over_several_chooses_them_one_by_one(desk: Desk, said: str) -> None:
    for case in (await desk.sent(), await desk.sent(NILS, themes="mobbing")):
        await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    shown = await desk.say(SIRI, said, CHANNEL)
    assert kinds(shown)[-1] == "team_cases"
    assert desk.text("team.meant_which") in desk.words(shown)


@pytest.mark.parametrize(
    "said",
    ["ta saken tilbake", "jeg er tilbake, jeg tar saken tilbake", "kan jeg få tilbake saken min", "ta tilbake den"],
)
async def test_whoever_had_a_case_asks_to_have_it_back(desk: Desk, said: str) -> None:
    case = await taken(desk)
    await desk.push(
        SIRI,
        await desk.press(SIRI, TAKE_OVER, case.id, place=CHANNEL),
        desk.text("team.take_over_send"),
        place=CHANNEL,
    )
    await desk.press(OLE, "case_show", case.id, place=CHANNEL)
    shown = await desk.say(OLE, said, CHANNEL)
    assert kinds(shown) == ["team_take_over"]
    assert SIRI.name in desk.words(shown)


@pytest.mark.parametrize(
    "said",
    [
        "jeg rekker ikke denne",
        "jeg vil ikke ha saken lenger",
        "har ikke kapasitet til denne",
        "jeg rekker ikke å svare",
    ],
)
async def test_who_does_not_manage_it_lets_it_go(desk: Desk, said: str) -> None:
    await taken(desk)
    assert kinds(await desk.say(OLE, said, CHANNEL)) == ["team_pass_on"]


@pytest.mark.parametrize("said", ["jeg går på ferie fredag, hvem kan ta over", "kan noen ta over denne?"])
async def test_whoever_has_it_and_asks_for_somebody_else_reads_how_it_is_let_go(desk: Desk, said: str) -> None:
    await taken(desk)
    shown = desk.words(await desk.say(OLE, said, CHANNEL))
    assert desk.text("team.take_over_own", button=desk.text("team.give_back")) in shown


@pytest.mark.parametrize("said", ["Ole er syk", "Ole er på ferie"])
async def test_who_says_that_a_colleague_is_away_below_their_case_reads_how_it_is_taken_over(
    desk: Desk, said: str
) -> None:
    case = await taken(desk)
    await desk.press(SIRI, "case_show", case.id, place=CHANNEL)
    assert f"Skriv «ta over {case.code}»" in desk.words(await desk.say(SIRI, said, CHANNEL))
