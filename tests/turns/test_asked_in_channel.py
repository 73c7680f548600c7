"""What a team asks and says in its channel in free words: who takes a case, how it goes, what the requester gets."""

from __future__ import annotations

import pytest

from bot.domain.case import Member, Status
from bot.domain.turn import Person
from tests.turns.desk import CHANNEL, NILS, OLE, SIRI, STRANGER, Desk, kinds
from tests.turns.test_said_in_channel import taken


@pytest.mark.parametrize("said", ["jeg tar den", "jeg tar denne", "æ tar saken"])
async def test_the_case_on_the_list_is_taken_by_who_says_so(desk: Desk, said: str) -> None:
    case = await desk.sent()
    await desk.say(SIRI, "saker", CHANNEL)
    await desk.say(SIRI, said, CHANNEL)
    assert (await desk.case(case.id)).status is Status.CLAIMED


@pytest.mark.parametrize("said", ["kan jeg ta den i stedet", "skal jeg ta denne?"])
async def test_who_asks_to_take_it_has_not_taken_it(desk: Desk, said: str) -> None:
    case = await desk.sent()
    await desk.say(SIRI, "saker", CHANNEL)
    await desk.say(SIRI, said, CHANNEL)
    assert (await desk.case(case.id)).status is not Status.CLAIMED


@pytest.mark.parametrize("said", ["hva er status på saken", "hva skjedde med den", "har vi svart?"])
async def test_a_team_that_asks_how_it_goes_sees_its_cases(desk: Desk, said: str) -> None:
    await taken(desk)
    assert kinds(await desk.say(SIRI, said, CHANNEL)) == ["team_cases"]


async def test_a_question_behind_the_button_s_name_stands_in_its_form_and_is_not_sent(desk: Desk) -> None:
    case = await taken(desk)
    shown = await desk.say(OLE, "spør innmelder: har dere snakket med hjemmet: begge?", CHANNEL)
    assert kinds(shown) == ["team_ask"]
    assert "har dere snakket med hjemmet: begge?" in desk.words(shown)
    assert (await desk.case(case.id)).open_question_key == ""
    assert "hjemmet" not in repr(await desk.state(OLE, CHANNEL)), "nothing written is kept"


async def test_a_question_without_the_colon_stands_there_too(desk: Desk) -> None:
    await taken(desk)
    shown = await desk.say(OLE, "spør innmelder om hvordan det går i friminuttene", CHANNEL)
    assert kinds(shown) == ["team_ask"]
    assert "hvordan det går i friminuttene" in desk.words(shown)


@pytest.mark.parametrize(
    "said", ["har dere snakket med foreldrene?", "vi foreslår et møte på skolen", "ta det med ro: han er trygg"]
)
async def test_what_is_written_to_the_requester_in_the_channel_is_told_not_to_reach_them(desk: Desk, said: str) -> None:
    await taken(desk)
    assert desk.words(await desk.say(OLE, said, CHANNEL)) == desk.text("team.not_relayed")
    assert kinds(await desk.say(OLE, "svar", CHANNEL)) == ["team_answer"], "the buttons of the case are still there"


async def test_who_has_not_the_case_is_not_sent_to_a_button_of_who_has_it(desk: Desk) -> None:
    case = await taken(desk)
    await desk.press(SIRI, "case_show", case.id, place=CHANNEL)
    said = desk.words(await desk.say(SIRI, "vi foreslår et møte på skolen", CHANNEL))
    assert said == desk.text("team.not_relayed_others")
    assert kinds(await desk.say(SIRI, "ta over", CHANNEL)) == ["team_take_over"]


@pytest.mark.parametrize(("said", "key"), [("takk for hjelpen", "team.thanked"), ("fy faen", "team.sworn")])
async def test_a_thanks_and_a_swear_word_in_the_channel_are_met(desk: Desk, said: str, key: str) -> None:
    assert desk.words(await desk.say(OLE, said, CHANNEL)) == desk.text(key)


@pytest.mark.parametrize(
    "said",
    ["hvor mange saker har vi", "hva er ledig", "har vi flere saker?", "ledige saker", "hvilke er ikke tatt"],
)
async def test_who_asks_what_is_open_sees_the_list(desk: Desk, said: str) -> None:
    await desk.sent()
    assert kinds(await desk.say(OLE, said, CHANNEL)) == ["team_cases"]


async def test_who_asks_what_the_requester_wrote_sees_the_case(desk: Desk) -> None:
    await taken(desk)
    for said in ("hva skrev innmelder", "hva svarte innmelder"):
        assert kinds(await desk.say(OLE, said, CHANNEL)) == ["team_case_tatt"]


@pytest.mark.parametrize("said", ["hvor mange dager har barnet vært borte", "er fraværet likt alle dager?"])
async def test_the_label_of_a_question_makes_no_danger_of_it(desk: Desk, said: str) -> None:
    await taken(desk)
    assert kinds(await desk.say(OLE, f"spør innmelder: {said}", CHANNEL)) == ["team_ask"]


async def test_danger_behind_the_label_is_heard(desk: Desk) -> None:
    await taken(desk)
    assert kinds(await desk.say(OLE, "spør innmelder: far slår barnet med belte hver kveld", CHANNEL))[0] == "acute"


@pytest.mark.parametrize(
    "said", ["denne haster", "sett hastegrad til haster", "endre hastegraden", "saken haster ikke"]
)
@pytest.mark.parametrize("is_taken", [True, False])
async def test_who_finds_a_case_more_or_less_urgent_reads_who_chose_it_and_what_can_be_done(
    desk: Desk, said: str, is_taken: bool
) -> None:
    case = await (taken(desk) if is_taken else desk.sent())
    assert desk.words(await desk.say(OLE, said, CHANNEL)) == desk.text("team.about_urgent")
    assert (await desk.case(case.id)).version == case.version


@pytest.mark.parametrize("who", [OLE, STRANGER])
async def test_who_asks_for_their_own_cases_in_the_channel_reads_where_they_are(desk: Desk, who: Person) -> None:
    await taken(desk)
    assert desk.words(await desk.say(who, "mine saker", CHANNEL)) == desk.text("team.about_my_cases")


@pytest.mark.parametrize("said", ["jeg tar den", "sett på neste møte", "svar", "avslutt saken"])
async def test_who_means_what_a_colleague_s_case_does_not_allow_reads_who_has_it(desk: Desk, said: str) -> None:
    case = await taken(desk)
    await desk.press(SIRI, "case_show", case.id, place=CHANNEL)
    shown = desk.words(await desk.say(SIRI, said, CHANNEL))
    assert f"{OLE.name} har tatt {case.code}" in shown
    assert (await desk.case(case.id)).claimed_by == Member(OLE.id, OLE.name)


@pytest.mark.parametrize(
    "said", ["hvordan svarer jeg", "hva gjør jeg nå?", "åssen tar vi en sak", "hvordan bruker vi dette"]
)
async def test_who_asks_how_it_is_done_in_the_channel_is_shown_it(desk: Desk, said: str) -> None:
    assert kinds(await desk.say(OLE, said, CHANNEL)) == ["channel_help"]


@pytest.mark.parametrize(
    "said",
    [
        "jeg tar fraværssaken",
        "jeg tar den om mobbing",
        "vi avslutter saken om skolefravær",
        "saker om mobbing",
    ],
)
async def test_a_case_named_by_what_it_is_about_is_looked_for_in_the_list(desk: Desk, said: str) -> None:
    case = await taken(desk)
    await desk.sent(NILS, themes="mobbing")
    await desk.press(OLE, "case_show", case.id, place=CHANNEL)
    assert kinds(await desk.say(OLE, said, CHANNEL))[-1:] == ["team_cases"]
    assert (await desk.case(case.id)).status is Status.CLAIMED


@pytest.mark.parametrize("said", ["avbryt", "tilbake"])
async def test_who_leaves_a_form_in_the_channel_reads_that_nothing_is_sent(desk: Desk, said: str) -> None:
    desk.staff = frozenset({"admin"})
    assert kinds(await desk.say(OLE, "koble til", CHANNEL)) == ["connect"]
    assert desk.words(await desk.say(OLE, said, CHANNEL)) == desk.text("team.about_form_left")


async def test_who_takes_a_colleague_s_case_off_the_meeting_reads_who_has_it(desk: Desk) -> None:
    case = await taken(desk)
    await desk.press(OLE, "case_meeting", case.id, place=CHANNEL)
    await desk.press(SIRI, "case_show", case.id, place=CHANNEL)
    shown = desk.words(await desk.say(SIRI, "ta av møtet", CHANNEL))
    assert f"{OLE.name} har tatt {case.code}" in shown
    assert (await desk.case(case.id)).on_next_meeting
