"""Whatever is typed and pressed on the way: when the words of a case must go, none of them stands anywhere in Teams.

What is shown is posted as the edge posts it (`bot/teams/reply_post.py`), and each message is remembered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random

import pytest

from bot.domain.case import Case
from bot.domain.case_actions import text_deleted
from bot.domain.outbox import Kind, OutboxItem
from bot.domain.reply import Card, ChoiceInput, DateInput, Line, Reply
from bot.domain.turn import Person, Place, PlaceKind, Pressed, Said, Turn, What
from bot.usecases.erase_messages import erase_messages
from bot.usecases.note_copy import note_copy
from dialogs.as_text import all_buttons, inputs_of
from tests.cases.delivering import Delivering
from tests.cases.test_identity import ANSWER
from tests.turns.desk import CHANNEL, KARI, OLE, SIRI, THREAD, WORDS, Desk, chat

MARK = "gulspurv"
"""A word that nobody types: it is only ever in a field that goes to the team, to the requester, or into the text."""
TEXT = {name: f"{words.strip('.?')} {MARK}." for name, words in WORDS.items()}
SAID_BY_KARI = (
    *("mine saker", "{code}", "svar", "svar på sak {code}", "legg til noe", "hva ble rådet", "ja", "1", "2", "tilbake"),
    *(
        "endre teksten",
        "det hjalp litt",
        "det står feil i saken",
        "teamet svarer ikke",
        "hvor var jeg",
        "send ny tekst",
    ),
)
SAID_IN_CHANNEL = (
    *(
        "saker",
        "sak {code}",
        "svar",
        "ta saken",
        "spør",
        "dagsorden",
        "1",
        "2",
        "3",
        "endre svaret",
        "avslutt",
        "hjelp",
    ),
)
ENDS = ("my_withdraw_yes", "case_redact_send", "forget_yes")


@dataclass
class Walk:
    """One story of a case, played by chance."""

    desk: Desk
    delivering: Delivering
    random: Random
    case: Case | None = None
    kinds: set[str] = field(default_factory=set)

    async def act(self, person: Person, place: Place, what: What) -> None:
        turn = Turn(f"walk-{next(self.desk.numbers)}", person, place, what, self.desk.clock.now())
        for reply in (await self.desk.turns.take(turn)).shown(turn):
            if isinstance(reply, Card | Line):
                await self._post(place, what, reply)

    async def _post(self, place: Place, what: What, reply: Card | Line) -> None:
        messenger, is_own = self.desk.messenger, place.kind is PlaceKind.PERSONAL
        in_place = isinstance(reply, Card) and reply.in_place
        if not is_own and isinstance(what, Pressed) and (in_place or isinstance(reply, Line)):
            return  # only the presser sees it
        pressed = what.card_id if isinstance(what, Pressed) else None
        if is_own and in_place and pressed in messenger.visible:
            await messenger.update(place, pressed or "", reply)
        else:
            pressed = await messenger.send(place, reply, reply_to=None if is_own else self._thread())
        if isinstance(reply, Card) and reply.case_shown and pressed:
            self.kinds.add(reply.kind)
            async with self.desk.store.unit_of_work() as uow:
                await note_copy(reply.case_shown, pressed, place, uow, self.desk.clock.now())
                await uow.commit()

    def _thread(self) -> str:
        shown = self.desk.messenger.visible.values()
        return next(one.id for one in shown if one.place.room == CHANNEL.room and one.reply_to is None)

    async def send_case(self) -> Case:
        """Send a case whose receipt takes the place of the form, as in Teams."""
        await self.desk.to_form(KARI)
        form = await self.desk.messenger.send(chat(KARI), Line("skjema"))
        shown = await self.desk.press(KARI, "case_review", values=TEXT)
        title = self.desk.text("case.send")
        send = next(one for reply in shown for one in all_buttons(reply) if one.title == title)
        await self.act(KARI, chat(KARI), Pressed(send.verb, send.id, 1, dict(send.carries), form))
        await self.delivering.deliver()
        (self.case,) = await self.desk.cases_of(KARI)
        return self.case

    async def step(self, case: Case) -> None:
        """Let somebody say or press something."""
        person = self.random.choice((KARI, KARI, OLE, SIRI))
        place = chat(KARI) if person is KARI else THREAD
        said = SAID_BY_KARI if person is KARI else SAID_IN_CHANNEL
        pressed = self._press(place) if self.random.random() < 0.6 else None
        what = pressed or Said(self.random.choice(said).format(code=case.code))
        await self.act(person, place, what)
        if self.random.random() < 0.6:
            await self.delivering.deliver()
        if self.random.random() < 0.2:
            self.desk.clock.advance(days=1)

    def _press(self, place: Place) -> Pressed | None:
        """Return a press on one of the last cards there, with every field filled in."""
        there = [one for one in self.desk.messenger.visible.values() if one.place.room == place.room]
        offered = [(one, button) for one in there[-6:] for button in all_buttons(one.reply) if button.verb]
        offered = [(one, button) for one, button in offered if button.verb not in ENDS and not button.url]
        if not offered:
            return None
        shown, button = self.random.choice(offered)
        values = dict(button.carries)
        for one in inputs_of(shown.reply.blocks) if isinstance(shown.reply, Card) else ():
            if isinstance(one, ChoiceInput):
                values[one.id] = self.random.choice(one.choices).value if one.choices else ""
            elif isinstance(one, DateInput):
                values[one.id] = ANSWER["by"]
            else:
                values[one.id] = ANSWER.get(one.id) or one.value or f"Det er {MARK} hver dag."
        if button.verb == "case_answer_send":
            values |= {**ANSWER, "advice": f"Begynn rolig {MARK}."}
        return Pressed(button.verb, button.id, button.version, values, shown.id)

    async def end(self, case: Case) -> None:
        """Take the words away: by whoever may, or else as when their time is up."""
        how = self.random.choice((OLE, KARI, None))
        if how is OLE:
            await self.act(OLE, CHANNEL, Pressed("case_redact_send", case.id, 1, {}, "x"))
        elif how is KARI:
            await self.act(KARI, chat(KARI), Pressed("my_withdraw_yes", case.id, 1, {}, None))
        now = self.desk.clock.now()
        async with self.desk.store.unit_of_work() as uow:
            before = await uow.cases.get(case.id)
            if before.has_words:
                bare = text_deleted(replace(before, closed_at=before.closed_at or now), now)
                await uow.cases.save(bare)
                await uow.cases.destroy_text(case.id)
                key = f"card:{case.id}:v{bare.version}"
                row = OutboxItem(Kind.CASE_CARD_UPDATE, key, now, f"team:{case.team}", case.id)
                await uow.outbox.add(row)
                await erase_messages(bare, uow, now)
                await uow.commit()
        await self.delivering.deliver()

    def left(self) -> list[str]:
        def words(reply: Reply) -> str:
            return "".join(self.delivering.as_sent([reply]))

        shown: Sequence[Reply] = [one.reply for one in self.desk.messenger.visible.values()]
        return [one.kind if isinstance(one, Card) else "line" for one in shown if MARK in words(one)]


@pytest.mark.parametrize("seed", range(24))
async def test_when_its_words_must_go_none_of_them_stands_anywhere(seed: int, watched: tuple[Desk, Delivering]) -> None:
    walk = Walk(*watched, Random(seed))
    case = await walk.send_case()
    assert len(walk.left()) == 2, "the card and the receipt"
    for _ in range(walk.random.randint(8, 30)):
        await walk.step(case)
    await walk.delivering.deliver()
    await walk.end(case)
    assert walk.left() == []
