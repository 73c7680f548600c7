"""A case in which everybody in the channel is inhabil is not left as free, nor one that somebody has and does not
answer, nor one that is answered as open: those it concerns are told."""

from __future__ import annotations

from bot.delivery.rounds import make_rounds
from bot.domain.case import Member
from bot.domain.turn import Person
from bot.usecases.case_change import TO_HOLDER
from dialogs.cases.deliver import member_notice
from tests.cases.delivering import Delivering, told_admin
from tests.cases.test_identity import ANSWER
from tests.turns.desk import CHANNEL, KARI, OLE, SIRI, Desk, chat


async def rounds(desk: Desk, delivering: Delivering) -> None:
    for _ in range(2):
        await make_rounds(desk.store, desk.messenger, desk.clock)
        await delivering.deliver()


def shown_in(desk: Desk, conversation: str) -> str:
    return desk.words(
        [one.reply for one in desk.messenger.visible.values() if one.place.conversation_id == conversation]
    )


async def test_when_everybody_is_inhabil_all_are_told_once_and_without_why(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    case = await desk.sent()
    await delivering.deliver()
    assert desk.words(await desk.press(OLE, "case_recuse_send", case.id, place=CHANNEL)) == desk.text("team.recused")
    await rounds(desk, delivering)
    assert "Ingen i teamet kan ta" not in shown_in(desk, chat(KARI).conversation_id), "Siri can take it"
    last = await desk.press(SIRI, "case_recuse_send", case.id, place=CHANNEL)
    assert desk.words(last) == desk.text("team.recused_all")
    await rounds(desk, delivering)
    told = shown_in(desk, chat(KARI).conversation_id)
    assert told.count(desk.text("case.notice_nobody_able", code=case.code)) == 1
    assert "inhabil" not in told
    assert shown_in(desk, CHANNEL.conversation_id).count(desk.text("team.thread_nobody_able")) == 1
    assert told_admin(desk).count(f"Sak {case.code} i ") == 1


async def test_who_comes_to_the_channel_can_take_it_and_nobody_is_told(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    case = await desk.sent()
    desk.messenger.roster = [*desk.messenger.roster, Member("member-ny", "Nina Prøve")]
    for member in (OLE, SIRI):
        await desk.press(member, "case_recuse_send", case.id, place=CHANNEL)
    await rounds(desk, delivering)
    assert "Ingen i teamet kan ta" not in shown_in(desk, chat(KARI).conversation_id)
    desk.messenger.roster = desk.messenger.roster[:-1]
    await rounds(desk, delivering)
    assert "Ingen i teamet kan ta" in shown_in(desk, chat(KARI).conversation_id), "she has left again"


async def test_the_administrators_are_told_once_a_month_of_answered_cases_that_stay_open(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    case = await desk.taken()
    await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    for days, times in ((29, 0), (2, 1), (31, 2)):
        desk.clock.advance(days=days)
        await rounds(desk, delivering)
        assert told_admin(desk).count("ikke avsluttet: 1. Den eldste ble besvart ") == times
    await desk.press(OLE, "case_close_send", case.id, {"reason": "given"}, CHANNEL)
    desk.clock.advance(days=31)
    await rounds(desk, delivering)
    assert told_admin(desk).count("ikke avsluttet: 1. Den eldste ble besvart ") == 2


async def test_a_case_somebody_has_and_does_not_answer_is_told_of_to_the_team_and_the_administrators(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    case = await desk.sent()
    await delivering.deliver()
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    line = desk.text("team.thread_held", who=OLE.name)
    for days, times in ((9, 0), (2, 1), (7, 2)):
        desk.clock.advance(days=days)
        await rounds(desk, delivering)
        assert told_admin(desk).count("tatt og ikke svart på: 1. Den eldste skulle vært besvart ") == times
        assert shown_in(desk, CHANNEL.conversation_id).count(line) == min(times, 1)
    desk.messenger.roster = [Member(SIRI.id, SIRI.name)]  # as the line says
    await rounds(desk, delivering)
    assert (await desk.case(case.id)).claimed_by is None
    await desk.press(SIRI, "case_claim", case.id, place=CHANNEL)
    await desk.press(SIRI, "case_answer_send", case.id, ANSWER, CHANNEL)
    desk.clock.advance(days=7)
    await rounds(desk, delivering)
    assert told_admin(desk).count("tatt og ikke svart på: 1.") == 2


async def test_who_reads_along_from_another_organisation_takes_no_case_and_keeps_nobody_from_being_told(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    case = await desk.sent()
    desk.messenger.roster = [*desk.messenger.roster, Member("gjest@annen", "Gro Gjest")]
    for member in (OLE, SIRI):
        await desk.press(member, "case_recuse_send", case.id, place=CHANNEL)
    await rounds(desk, delivering)
    assert told_admin(desk).count(f"Sak {case.code} i ") == 1


async def test_when_whoever_came_is_inhabil_too_all_are_told_again(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    case = await desk.sent()
    for member in (OLE, SIRI):
        await desk.press(member, "case_recuse_send", case.id, place=CHANNEL)
    await rounds(desk, delivering)
    came = Person("member-ny", "Nina Prøve")
    desk.messenger.roster = [*desk.messenger.roster, Member(came.id, came.name)]
    desk.clock.advance(days=1)
    await desk.press(came, "case_claim", case.id, place=CHANNEL)
    last = await desk.press(came, "case_recuse_send", case.id, place=CHANNEL)
    assert desk.words(last) == desk.text("team.recused_all"), "which says that the sender is told"
    await rounds(desk, delivering)
    told = shown_in(desk, chat(KARI).conversation_id)
    assert told.count(desk.text("case.notice_nobody_able", code=case.code)) == 2


async def test_what_no_longer_holds_when_it_could_be_sent_is_told_to_nobody(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    case = await desk.sent()
    await delivering.deliver()
    for member in (OLE, SIRI):
        await desk.press(member, "case_recuse_send", case.id, place=CHANNEL)
    await make_rounds(desk.store, desk.messenger, desk.clock)
    came = Person("member-ny", "Nina Prøve")
    desk.messenger.roster = [*desk.messenger.roster, Member(came.id, came.name)]
    desk.clock.advance(days=1)
    await desk.press(came, "case_claim", case.id, place=CHANNEL)
    await delivering.deliver()
    assert desk.text("case.notice_nobody_able", code=case.code) not in shown_in(desk, chat(KARI).conversation_id)
    assert desk.text("team.thread_nobody_able") not in shown_in(desk, CHANNEL.conversation_id)
    desk.clock.advance(days=12)
    await make_rounds(desk.store, desk.messenger, desk.clock)
    await desk.press(came, "case_answer_send", case.id, ANSWER, CHANNEL)
    await delivering.deliver()
    assert desk.text("team.thread_held", who=came.name) not in shown_in(desk, CHANNEL.conversation_id)


async def test_who_has_just_taken_a_late_case_or_waits_for_its_sender_is_given_time(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    case = await desk.sent()
    await delivering.deliver()
    desk.clock.advance(days=20)
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    line, told = desk.text("team.thread_held", who=OLE.name), "tatt og ikke svart på: 1."
    for days, verb, values in (
        (1, "case_ask_send", {"question": "Hvor ofte?"}),
        (7, "case_redact_send", {}),
        (7, "", {}),
    ):
        desk.clock.advance(days=days)
        if verb:
            await desk.press(OLE, verb, case.id, values, CHANNEL)
        await rounds(desk, delivering)
        assert line not in shown_in(desk, CHANNEL.conversation_id)
        assert told not in told_admin(desk)
    desk.clock.advance(days=1)
    await rounds(desk, delivering)
    assert shown_in(desk, CHANNEL.conversation_id).count(line) == 1
    assert told_admin(desk).count(told) == 1


async def test_a_case_its_team_opens_again_is_not_one_that_has_stood_open(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    case = await desk.taken()
    await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    await desk.press(OLE, "case_close_send", case.id, {"reason": "given"}, CHANNEL)
    for days, times in ((40, 0), (36, 1)):
        desk.clock.advance(days=days)
        if not times:
            await desk.press(OLE, "case_reopen", case.id, place=CHANNEL)
        await rounds(desk, delivering)
        assert told_admin(desk).count("ikke avsluttet: 1. Den eldste ble besvart ") == times


async def test_who_no_longer_has_the_case_is_not_told_what_its_sender_did(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    case = await desk.sent()
    await delivering.deliver()
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await desk.press(KARI, "my_add_send", case.id, {"text": "Det ble bedre i går."})
    await desk.press(OLE, "case_give_back", case.id, place=CHANNEL)
    await delivering.deliver()
    everything = desk.words([one.reply for one in desk.messenger.visible.values()])
    assert "Innmelder har lagt til noe i sak" not in everything
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await desk.press(KARI, "my_add_send", case.id, {"text": "Det ble verre i dag."})
    await delivering.deliver()
    everything = desk.words([one.reply for one in desk.messenger.visible.values()])
    assert "Innmelder har lagt til noe i sak" in everything


async def test_all_that_whoever_has_a_case_is_told_has_words(watched: tuple[Desk, Delivering]) -> None:
    desk, _ = watched
    case = await desk.taken()
    kept, around = await desk.case(case.id), desk.library.around_delivery()
    on_meeting = kept.changed(on_next_meeting=True)
    shown = [(kept, one) for one in sorted(TO_HOLDER | {"withdrawn"})] + [(on_meeting, "opened_again")]
    told = [desk.words([member_notice(of, {"notice": one}, around)]) for of, one in shown]
    assert all(f"sak {case.code} i " in one for one in told)
    assert len(set(told)) == len(told), "each in words of its own"


async def test_an_answered_case_that_was_let_go_waits_for_nobody(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    case = await desk.sent()
    await delivering.deliver()
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    for member in (SIRI, OLE):
        last = await desk.press(member, "case_recuse_send", case.id, place=CHANNEL)
    assert desk.words(last) == desk.text("team.recused")
    desk.clock.advance(days=14)
    await rounds(desk, delivering)
    assert desk.text("case.notice_nobody_able", code=case.code) not in shown_in(desk, chat(KARI).conversation_id)
    assert f"Sak {case.code} i " not in told_admin(desk)
    assert "som ingen har tatt: 1." not in told_admin(desk)
