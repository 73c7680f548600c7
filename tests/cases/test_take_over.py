"""A member takes a case over from a colleague who is away: it is asked whether they mean it, all it concerns are told,
of two at once one gets it, and whoever had it sends nothing more by an old card."""

from __future__ import annotations

import asyncio

import pytest

from bot.domain.case import Case, Member, Status
from bot.domain.errors import NotAMember
from bot.domain.reply import Reply
from bot.domain.turn import Person, Place
from dialogs.cases.team_card import TAKE_OVER
from tests.cases.delivering import Delivering
from tests.cases.test_identity import ANSWER
from tests.cases.test_nobody_able import shown_in
from tests.turns.desk import CHANNEL, ELSEWHERE, GROUP, KARI, NILS, OLE, SIRI, STRANGER, Desk, chat, kinds

ASE = Person("member-ase", "Åse Prøve")
GUEST = Person("gjest@annen-kommune", "Gro Gjest")
SEND = "case_take_over_send"


async def held_by_ole(desk: Desk, delivering: Delivering | None = None) -> Case:
    """Return a case that Kari has sent and Ole has taken."""
    desk.messenger.roster = [Member(one.id, one.name) for one in (OLE, SIRI, ASE)]
    case = await desk.sent()
    if delivering is not None:
        await delivering.deliver()
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    if delivering is not None:
        await delivering.deliver()
    return await desk.case(case.id)


async def asked(desk: Desk, case: Case, who: Person = SIRI) -> list[Reply]:
    """Return the card that asks whether the case is taken over."""
    return await desk.press(who, TAKE_OVER, case.id, place=CHANNEL)


async def taken_over(desk: Desk, case: Case, who: Person = SIRI) -> list[Reply]:
    return await desk.push(who, await asked(desk, case, who), desk.text("team.take_over_send"), place=CHANNEL)


async def holder(desk: Desk, case: Case) -> str:
    has_it = (await desk.case(case.id)).claimed_by
    return has_it.id if has_it else ""


async def test_it_is_asked_first_and_said_whose_case_it_is(desk: Desk) -> None:
    case = await held_by_ole(desk)
    shown = await asked(desk, case)
    assert kinds(shown) == ["team_take_over"]
    assert desk.text("team.take_over_held", who=OLE.name) in desk.words(shown)
    assert await desk.case(case.id) == case, "nothing is done yet"
    await desk.press(SIRI, "case_show", case.id, place=CHANNEL)
    assert await holder(desk, case) == OLE.id


async def test_all_it_concerns_are_told_and_it_stands_in_the_thread(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    case = await held_by_ole(desk, delivering)
    assert kinds(await taken_over(desk, case)) == ["team_case_tatt"]
    assert await holder(desk, case) == SIRI.id
    await delivering.deliver()
    assert f"{SIRI.name} tok over saken fra {OLE.name}" in shown_in(desk, CHANNEL.conversation_id)
    to_ole = [
        line for one in desk.messenger.visible.values() for line in [desk.words([one.reply])] if case.code in line
    ]
    assert any(f"{SIRI.name} har tatt over sak {case.code}" in line for line in to_ole)
    told = shown_in(desk, chat(KARI).conversation_id)
    assert desk.text("case.notice_taken_over", code=case.code) in told
    assert OLE.name not in told
    assert SIRI.name not in told, "the requester never reads who in the team has it"


async def test_whoever_has_it_now_can_answer_and_the_requester_s_words_are_there(desk: Desk) -> None:
    case = await held_by_ole(desk)
    await desk.press(OLE, "case_ask_send", case.id, {"question": "Er det likt alle dager?"}, CHANNEL)
    await taken_over(desk, case)
    await desk.press(SIRI, "case_answer_send", case.id, ANSWER, CHANNEL)
    after = await desk.case(case.id)
    assert after.status is Status.ANSWERED
    assert after.answer is not None
    assert after.answer.by.id == SIRI.id
    assert [one.kind for one in after.messages] == ["question"]


async def test_of_two_who_take_it_over_at_once_one_gets_it_and_the_other_reads_who(desk: Desk) -> None:
    case = await held_by_ole(desk)
    cards = {who: await asked(desk, case, who) for who in (SIRI, ASE)}
    label = desk.text("team.take_over_send")
    both = await asyncio.gather(*(desk.push(who, card, label, place=CHANNEL) for who, card in cards.items()))
    won = {SIRI.id: SIRI, ASE.id: ASE}[await holder(desk, case)]
    lost = both[1 if won is SIRI else 0]
    said = desk.text("error.changed_since_read", code=case.code, who=won.name)
    assert said in desk.words(lost)
    assert said not in desk.words(both[0 if won is SIRI else 1])
    rows = [row.item.payload.get("line") for row in await _rows(desk)]
    assert rows.count("taken_over") == 1


async def test_a_case_its_holder_answers_meanwhile_stays_with_them(desk: Desk) -> None:
    case = await held_by_ole(desk)
    card = await asked(desk, case)
    await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    shown = await desk.push(SIRI, card, desk.text("team.take_over_send"), place=CHANNEL)
    assert desk.text("error.changed_since_read", code=case.code, who=OLE.name) in desk.words(shown)
    assert await holder(desk, case) == OLE.id
    assert desk.text("team.take_over_answered", who=OLE.name) in desk.words(await asked(desk, case))


async def test_an_answered_case_is_taken_over_so_that_somebody_can_close_it(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    case = await held_by_ole(desk, delivering)
    await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    shown = await taken_over(desk, case)
    after = await desk.case(case.id)
    assert after.status is Status.ANSWERED
    assert f"Besvart av {OLE.name}. {SIRI.name} har saken nå." in desk.words(shown).replace("**", "")
    await desk.press(SIRI, "case_close_send", case.id, {"reason": "given"}, CHANNEL)
    assert (await desk.case(case.id)).status is Status.CLOSED
    await delivering.deliver()
    told = shown_in(desk, chat(KARI).conversation_id)
    assert desk.text("case.notice_taken_over", code=case.code) not in told, "they have their answer"


async def test_a_requester_who_is_waited_for_is_not_told_to_do_nothing(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    case = await held_by_ole(desk, delivering)
    await desk.press(OLE, "case_ask_send", case.id, {"question": "Er det likt alle dager?"}, CHANNEL)
    await taken_over(desk, case)
    await delivering.deliver()
    assert desk.text("case.notice_taken_over_question") in shown_in(desk, chat(KARI).conversation_id)
    await desk.press(SIRI, "case_redact_send", case.id, place=CHANNEL)
    await taken_over(desk, case, OLE)
    await delivering.deliver()
    told = shown_in(desk, chat(KARI).conversation_id)
    assert desk.text("case.notice_taken_over_new_text") in told
    assert desk.text("case.notice_taken_over_more") not in told


@pytest.mark.parametrize("ends", ["withdrawn", "answered"])
async def test_a_requester_who_waits_no_more_is_not_told_that_somebody_else_has_it(
    watched: tuple[Desk, Delivering], ends: str
) -> None:
    desk, delivering = watched
    case = await held_by_ole(desk, delivering)
    await taken_over(desk, case)
    if ends == "withdrawn":
        await desk.press(KARI, "my_withdraw_yes", case.id)
    else:
        await desk.press(SIRI, "case_answer_send", case.id, ANSWER, CHANNEL)
    assert (await desk.case(case.id)).status is {"withdrawn": Status.WITHDRAWN, "answered": Status.ANSWERED}[ends]
    await delivering.deliver()
    told = shown_in(desk, chat(KARI).conversation_id)
    assert desk.text("case.notice_taken_over", code=case.code) not in told
    assert (ANSWER["advice"] in told) is (ends == "answered")


async def test_of_a_case_that_was_answered_and_opened_again_the_question_says_that_the_answer_stands(
    desk: Desk,
) -> None:
    case = await held_by_ole(desk)
    await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    await desk.press(OLE, "case_close_send", case.id, {"reason": "given"}, CHANNEL)
    await desk.press(SIRI, "case_reopen", case.id, place=CHANNEL)
    assert desk.text("team.take_over_answered", who=OLE.name) in desk.words(await asked(desk, case))


async def test_one_that_was_let_go_meanwhile_is_taken_as_any_other(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    case = await held_by_ole(desk, delivering)
    card = await asked(desk, case)
    await desk.press(OLE, "case_pass_on_send", case.id, {"to": "alle"}, CHANNEL)
    await desk.push(SIRI, card, desk.text("team.take_over_send"), place=CHANNEL)
    assert await holder(desk, case) == SIRI.id
    await delivering.deliver()
    assert f"{SIRI.name} tok saken" in shown_in(desk, CHANNEL.conversation_id)


async def test_pressed_twice_it_is_told_once(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    case = await held_by_ole(desk, delivering)
    card = await asked(desk, case)
    for _ in range(2):
        await desk.push(SIRI, card, desk.text("team.take_over_send"), place=CHANNEL)
        await delivering.deliver()
    assert shown_in(desk, CHANNEL.conversation_id).count("tok over saken fra") == 1


# Whoever had it


async def test_what_whoever_had_it_was_writing_is_not_sent_and_reaches_nobody(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    case = await held_by_ole(desk, delivering)
    await desk.press(OLE, "case_answer", case.id, place=CHANNEL)
    half = ANSWER | {"advice": "Prøv kortere dager, og skriv ned hvordan det går.", "own_role": ""}
    await desk.press(OLE, "case_answer_send", case.id, half, CHANNEL)
    await taken_over(desk, case)
    whole = half | {"own_role": "PPT"}
    shown = desk.words(await desk.press(OLE, "case_answer_send", case.id, whole, CHANNEL))
    assert f"{SIRI.name} har tatt {case.code}" in shown
    assert desk.text("error.kept") in shown
    assert desk.last.keeps_card, "what is written stays with its writer"
    await delivering.deliver()
    assert (await desk.case(case.id)).answer is None
    everybody = desk.words([one.reply for one in desk.messenger.visible.values()])
    assert "kortere dager" not in everybody
    assert "kortere dager" not in desk.words(await desk.press(SIRI, "case_answer", case.id, place=CHANNEL))
    assert "kortere dager" not in repr(await desk.state(OLE, CHANNEL)), "nothing written is kept"


@pytest.mark.parametrize(
    ("verb", "values"),
    [
        ("case_answer_send", ANSWER | {"advice": "Prøv kortere dager.", "own_role": ""}),
        ("case_answer_send", ANSWER | {"advice": "Ring Ola Nordmann og prøv kortere dager."}),
        ("case_answer_send", ANSWER | {"advice": "Prøv kortere dager. " * 2000}),
        ("case_ask_send", {"question": "Er Ola Nordmann lik alle dager?"}),
        ("case_ask_send", {"question": ""}),
    ],
)
async def test_what_is_wrong_in_a_form_is_not_said_to_who_no_longer_has_the_case(
    desk: Desk, verb: str, values: dict[str, str]
) -> None:
    case = await held_by_ole(desk)
    await taken_over(desk, case)
    shown = await desk.press(OLE, verb, case.id, values, CHANNEL)
    assert f"{SIRI.name} har tatt {case.code}" in desk.words(shown)
    assert not {"team_answer", "team_ask"} & {*kinds(shown)}, "no form to go on filling in"
    assert "mangler" not in desk.words(shown)
    assert desk.last.keeps_card is bool(values.get("question", "x")), "what is written stays with its writer"


@pytest.mark.parametrize(
    ("verb", "values"),
    [
        ("case_ask_send", {"question": "Er det likt alle dager?"}),
        ("case_close_send", {"reason": "meeting"}),
        ("case_pass_on_send", {"to": ASE.id}),
        ("case_give_back", {}),
        ("case_meeting", {}),
        ("case_answer", {}),
        ("case_close", {}),
    ],
)
async def test_an_old_card_of_whoever_had_it_does_nothing_and_says_who_has_it(
    desk: Desk, verb: str, values: dict[str, str]
) -> None:
    case = await held_by_ole(desk)
    await taken_over(desk, case)
    before = await desk.case(case.id)
    shown = await desk.press(OLE, verb, case.id, values, CHANNEL)
    assert f"{SIRI.name} har tatt {case.code}" in desk.words(shown)
    assert await desk.case(case.id) == before


async def test_whoever_had_it_and_is_back_can_take_it_back_the_same_way(desk: Desk) -> None:
    case = await held_by_ole(desk)
    await taken_over(desk, case)
    await taken_over(desk, case, OLE)
    assert await holder(desk, case) == OLE.id


async def test_who_has_it_again_when_the_message_can_be_sent_is_not_told_that_it_is_gone(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    case = await held_by_ole(desk, delivering)
    await taken_over(desk, case)
    await taken_over(desk, case, OLE)
    await delivering.deliver()
    everybody = desk.words([one.reply for one in desk.messenger.visible.values()])
    assert f"{SIRI.name} har tatt over sak" not in everybody
    assert f"{OLE.name} har tatt over sak {case.code}" in everybody


# Who may


@pytest.mark.parametrize(
    ("who", "place"),
    [
        (STRANGER, CHANNEL),
        (KARI, CHANNEL),
        (GUEST, CHANNEL),
        (SIRI, ELSEWHERE),
        (SIRI, chat(SIRI)),
        (KARI, chat(KARI)),
        (NILS, chat(NILS)),
        (SIRI, GROUP),
    ],
)
@pytest.mark.parametrize("verb", [TAKE_OVER, SEND])
async def test_nobody_else_takes_it_over_whatever_the_card_says(
    desk: Desk, who: Person, place: Place, verb: str
) -> None:
    case = await held_by_ole(desk)
    desk.messenger.roster = [*desk.messenger.roster, Member(GUEST.id, GUEST.name)]
    shown = desk.words(await desk.press(who, verb, case.id, place=place, version=case.version))
    assert OLE.name not in shown, "nothing is told of whose it is"
    assert case.code not in shown
    assert await desk.case(case.id) == case


async def test_somebody_who_is_not_in_the_team_reads_why(desk: Desk) -> None:
    case = await held_by_ole(desk)
    shown = await desk.say(STRANGER, f"ta over {case.code}", CHANNEL)
    assert desk.words(shown) == desk.text(NotAMember.text_key)


async def test_who_has_said_they_are_inhabil_can_not_take_it_over(desk: Desk) -> None:
    case = await held_by_ole(desk)
    await desk.press(SIRI, "case_recuse_send", case.id, place=CHANNEL)
    case = await desk.case(case.id)
    for shown in (
        await asked(desk, case),
        await desk.press(SIRI, SEND, case.id, place=CHANNEL, version=case.version),
        await desk.say(SIRI, f"ta over {case.code}", CHANNEL),
    ):
        assert desk.text("error.case_recused", code=case.code) in desk.words(shown)
    assert await holder(desk, case) == OLE.id


async def test_who_sent_the_case_may_as_they_may_take_it_and_the_channel_shows_nothing_of_it(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    await desk.say(SIRI, "stjørdal, skole", chat(SIRI))
    shown = []
    for sender in (SIRI, KARI):
        case = await desk.sent(sender)
        await delivering.deliver()
        await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
        await delivering.deliver()
        before = len(desk.messenger.visible)
        words = [desk.words(await asked(desk, case)), desk.words(await taken_over(desk, case))]
        await delivering.deliver()
        new = list(desk.messenger.visible.values())[before:]
        words.append(desk.words([one.reply for one in new if one.place.room == CHANNEL.room]))
        shown.append("\n".join(words).replace(case.code, "KODE"))
        own = desk.text("case.notice_claimed_own", code=case.code) in shown_in(desk, chat(SIRI).conversation_id)
        assert own is (sender is SIRI)
    assert shown[0] == shown[1]


async def _rows(desk: Desk) -> list[object]:
    return [kept.row for kept in desk.store.data.rows.values()]
