"""Whatever shows a case that is sent says which, so that it is emptied when the words of the case must go."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.domain.case import Case, CaseText
from bot.domain.commands import ConnectChannel, RenewCase
from bot.domain.outbox import Kind, Payload
from bot.domain.reply import Card, Reply
from bot.domain.turn import Place, PlaceKind, Said
from bot.usecases.connect_channel import connect_channel
from bot.usecases.erase_messages import erase_messages
from bot.usecases.note_copy import note_copy
from bot.usecases.renew_case import renew_case
from tests.cases.delivering import Delivering
from tests.cases.test_identity import ANSWER
from tests.turns.desk import CHANNEL, ELSEWHERE, KARI, NILS, OLE, TEAM, THREAD, WORDS, Desk, chat

QUESTION = "Er det likt alle dager?"
TOLD = (WORDS["seen"], WORDS["child"], QUESTION, ANSWER["advice"])
BY_TEAM = ("saker", "sak {code}", "dagsorden", "svar på sak {code}", "sak {code}", "svar", "ta saken", "avslutt")
BY_REQUESTER = (
    *("mine saker", "{code}", "svar på sak {code}", "svar", "hva ble rådet", "teamet svarer ikke", "endre teksten"),
    *(
        "legg til noe i sak {code}",
        "det står feil i saken",
        "ja, det er likt alle dager",
        "send ny tekst",
        "åpne {code}",
    ),
)


def showing(desk: Desk, shown: Sequence[Reply]) -> list[Card]:
    cards = [one for one in shown if isinstance(one, Card)]
    return [card for card in cards if any(words in desk.words([card]) for words in TOLD)]


@pytest.mark.parametrize("stage", ["sent", "asked", "answered"])
async def test_every_card_with_the_words_of_a_case_names_it(desk: Desk, stage: str) -> None:
    case = await desk.sent()
    if stage != "sent":
        await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
        await desk.press(OLE, "case_ask_send", case.id, {"question": QUESTION}, CHANNEL)
    if stage == "answered":
        await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    found = []
    for line in BY_TEAM:
        found += showing(desk, await desk.take(OLE, Said(line.format(code=case.code)), THREAD))
    for line in BY_REQUESTER:
        found += showing(desk, await desk.say(KARI, line.format(code=case.code)))
    for verb in ("my_case", "my_reply", "my_add", "my_change", "my_renew"):
        found += showing(desk, await desk.press(KARI, verb, case.id))
    found += showing(desk, await desk.press(OLE, "case_show", case.id, place=CHANNEL))
    assert len({card.kind for card in found}) > 2, [card.kind for card in found]
    assert [card.kind for card in found if card.case_shown != case.id] == []


async def copies(desk: Desk, case: Case) -> set[tuple[str, str | None]]:
    async with desk.store.unit_of_work() as uow:
        sent = await uow.outbox.sent_about(case.id)
    return {(row.item.conversation, row.activity_id) for row in sent if row.item.kind is Kind.COPY}


async def noted(desk: Desk, case_id: str, activity_id: str, place: Place) -> None:
    async with desk.store.unit_of_work() as uow:
        await note_copy(case_id, activity_id, place, uow, desk.clock.now())
        await uow.commit()


async def test_a_copy_is_kept_where_the_case_is_anybodys_to_read_and_nowhere_else(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    case = await desk.sent()
    await delivering.deliver()
    card = next(one for one in desk.messenger.visible.values() if one.place == CHANNEL)
    for place in (chat(NILS), ELSEWHERE, Place(PlaceKind.GROUP, "19:gruppe@thread.v2")):
        await noted(desk, case.id, "elsewhere", place)
    await noted(desk, case.id, card.id, CHANNEL)
    await noted(desk, "no-case", "a-9", CHANNEL)
    assert await copies(desk, case) == set()
    for _ in range(2):
        await noted(desk, case.id, "a-1", THREAD)
        await noted(desk, case.id, "a-2", chat(KARI))
    assert await copies(desk, case) == {(f"team:{case.team}", "a-1"), (f"requester:{case.id}", "a-2")}


async def test_a_copy_that_came_when_the_text_had_gone_is_emptied_at_once_and_one_shown_anew_again(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    case = await desk.sent()
    await delivering.deliver()
    late = await desk.messenger.send(CHANNEL, showing(desk, await desk.say(KARI, case.code))[0])
    again = await desk.messenger.send(chat(KARI), showing(desk, await desk.say(KARI, case.code))[0])
    assert late is not None
    assert again is not None
    for _ in range(2):
        shown = desk.messenger.visible[again]
        await noted(desk, case.id, again, chat(KARI))
        async with desk.store.unit_of_work() as uow:
            await erase_messages(await uow.cases.get(case.id), uow, desk.clock.now())
            await uow.commit()
        await delivering.deliver()
        assert showing(desk, [desk.messenger.visible[again].reply]) == []
        desk.messenger.visible[again] = shown
    await desk.press(OLE, "case_redact_send", case.id, place=CHANNEL)
    await noted(desk, case.id, late, CHANNEL)
    await delivering.deliver()
    assert showing(desk, [desk.messenger.visible[late].reply]) == []


async def test_what_somebody_asked_to_see_is_no_news_below_what_was_shown(desk: Desk) -> None:
    case = await desk.sent()
    await desk.say(KARI, "mine saker")
    await noted(desk, case.id, "a-2", chat(KARI))
    desk.clock.advance(minutes=1)
    await desk.say(KARI, "hei")
    assert not (await desk.state(KARI)).said_since


async def test_a_closed_case_shown_where_its_team_has_moved_is_emptied_there(
    watched: tuple[Desk, Delivering],
) -> None:
    """Its card was left where it stood."""
    desk, delivering = watched
    case = await desk.sent()
    await delivering.deliver()
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await desk.press(OLE, "case_close_send", case.id, {"reason": "meeting"}, CHANNEL)
    await delivering.deliver()
    async with desk.store.unit_of_work() as uow:
        await connect_channel(ConnectChannel(by=OLE, place=ELSEWHERE, team=TEAM), uow, desk.clock)
        await uow.commit()
    shown = showing(desk, await desk.press(OLE, "case_show", case.id, place=ELSEWHERE))
    copy = await desk.messenger.send(ELSEWHERE, shown[0])
    assert copy is not None
    await noted(desk, case.id, copy, ELSEWHERE)
    async with desk.store.unit_of_work() as uow:
        await erase_messages(await uow.cases.get(case.id), uow, desk.clock.now())
        await uow.commit()
    (erased,) = await waiting_to_be_erased(desk, copy)
    assert (erased["conversation_id"], "moved" in erased) == (ELSEWHERE.conversation_id, False)
    await delivering.deliver()
    assert showing(desk, [desk.messenger.visible[copy].reply]) == []
    assert desk.text("case.erased", code=case.code) in desk.words([desk.messenger.visible[copy].reply])
    assert desk.messenger.visible[copy].place.room == ELSEWHERE.room


async def waiting_to_be_erased(desk: Desk, activity_id: str) -> list[Payload]:
    rows = [kept.row.item for kept in desk.store.data.rows.values() if kept.row.item.kind is Kind.ERASE]
    return [item.payload for item in rows if item.payload.get("activity_id") == activity_id]


async def test_what_was_shown_in_the_channel_is_emptied_when_the_case_moves_to_another(
    watched: tuple[Desk, Delivering],
) -> None:
    desk, delivering = watched
    case = await desk.sent()
    await delivering.deliver()
    copy = await desk.messenger.send(CHANNEL, showing(desk, await desk.say(KARI, case.code))[0])
    assert copy is not None
    await noted(desk, case.id, copy, CHANNEL)
    async with desk.store.unit_of_work() as uow:
        await connect_channel(ConnectChannel(by=OLE, place=ELSEWHERE, team=TEAM), uow, desk.clock)
        await uow.commit()
    await delivering.deliver()
    assert desk.text("team.moved", code=case.code) in desk.words([desk.messenger.visible[copy].reply])


async def test_a_text_that_is_changed_stands_in_no_copy_in_the_channel(watched: tuple[Desk, Delivering]) -> None:
    desk, delivering = watched
    case = await desk.sent()
    await delivering.deliver()
    shown = showing(desk, await desk.say(KARI, case.code))[0]
    there = {place.room: await desk.messenger.send(place, shown) for place in (CHANNEL, chat(KARI))}
    for place in (CHANNEL, chat(KARI)):
        await noted(desk, case.id, there[place.room] or "", place)
    async with desk.store.unit_of_work() as uow:
        text = CaseText(**{**WORDS, "seen": "Kommer for sent.", "child": "Sier lite nå."})
        await renew_case(RenewCase(case.id, KARI, chat(KARI), text), uow, desk.clock)
        await uow.commit()
    await delivering.deliver()
    assert showing(desk, [desk.messenger.visible[there[CHANNEL.room] or ""].reply]) == []
    assert showing(desk, [desk.messenger.visible[there[chat(KARI).room] or ""].reply]) == [shown], (
        "what was pressed in the chat has something else in its place already"
    )


async def test_what_shows_nothing_of_a_case_names_none_so_that_a_new_text_can_be_written_in_peace(desk: Desk) -> None:
    """A card that names its case is emptied when the words are gone: the form for new ones would be, at once."""
    case = await desk.sent()
    await desk.press(OLE, "case_redact_send", case.id, place=CHANNEL)
    shown = [one for line in BY_REQUESTER for one in await desk.say(KARI, line.format(code=case.code))]
    for verb in ("my_case", "my_renew", "my_add", "my_reply", "my_change"):
        shown += await desk.press(KARI, verb, case.id)
    values = {**WORDS, "seen": "Kommer for sent."}
    shown += await desk.press(KARI, "my_renew_send", case.id, values)
    shown += await desk.press(KARI, "my_renew_send", case.id, {**values, "seen": "Jonas kommer for sent."})
    for line in BY_TEAM:
        shown += await desk.take(OLE, Said(line.format(code=case.code)), THREAD)
    cards = [one for one in shown if isinstance(one, Card)]
    assert {"my_case", "my_renew", "my_renew_confirm"} <= {card.kind for card in cards}
    assert [card.kind for card in cards if card.case_shown] == []
