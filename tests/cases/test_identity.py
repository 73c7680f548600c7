"""Who sent a case is scanned for, byte by byte, in all the team gets, all that is stored, logged or taken out."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.cli.stats import tables
from bot.domain.reply import Card, File, Reply
from bot.domain.turn import Searched
from bot.store import SqlStore
from tests.cases.delivering import Delivering, Recording
from tests.cases.test_documents import words_in
from tests.fakes.logs import capture_logs
from tests.fakes.stores import RING, MovableClock, bytes_in, url_for
from tests.turns.desk import CHANNEL, KARI, OLE, SIRI, TEAM, WORDS, Desk, chat

ANSWER = {
    "advice": "Begynn rolig.",
    "why": "Overgangen er tyngst.",
    "role": "kontaktlærer",
    "what": "møter barnet ute",
    "by": "2099-12-14",
    "come_back": "Om to uker.",
    "own_role": "PPT",
}
SECRETS = (KARI.id, KARI.name, "Kari", KARI.pseudonym, chat(KARI).conversation_id)


@dataclass
class Story:
    """A whole case from form to evaluation, with everything the team got to see on the way."""

    desk: Desk
    folder: Path
    delivering: Delivering
    seen: list[Reply] = field(default_factory=list)

    async def team(self, verb: str, case_id: str, values: dict[str, str] | None = None, by: object = OLE) -> None:
        self.seen += await self.desk.press(by, verb, case_id, values, CHANNEL)
        await self.delivering.deliver()

    async def mine(self, verb: str, case_id: str, values: dict[str, str] | None = None) -> None:
        await self.desk.press(KARI, verb, case_id, values)
        await self.delivering.deliver()


@pytest.fixture
async def story(tmp_path: Path) -> AsyncIterator[Story]:
    clock = MovableClock()
    store = SqlStore(await url_for("sqlite", tmp_path), RING, now=clock.now)
    await store.open()
    desk = await Desk(store, clock, Recording()).open()
    desk.staff = frozenset({"leader", "owner"})
    yield Story(desk, tmp_path, Delivering(desk))
    await store.close()


async def told(story: Story) -> str:
    """Play the whole case; return its id."""
    case = await story.desk.sent()
    await story.delivering.deliver()
    await story.team("case_seen", case.id, by=SIRI)
    await story.team("case_claim", case.id)
    await story.team("case_ask_send", case.id, {"question": "Er det likt alle dager?"})
    await story.mine("my_reply_send", case.id, {"text": "Mest mandager."})
    await story.mine("my_add_send", case.id, {"text": "Det ble bedre i går."})
    await story.team("case_meeting", case.id)
    await story.team("case_pass_on_send", case.id, {"to": SIRI.id})
    await story.team("case_answer_send", case.id, ANSWER, SIRI)
    await story.mine("evaluate_now", case.id, {"gain": "new", "next": "follow", "score": "5"})
    await story.team("case_close_send", case.id, {"reason": "given"}, SIRI)
    await story.mine("my_reopen", case.id)
    await story.team("case_redact_send", case.id, by=SIRI)
    await story.mine("my_renew_yes", case.id, WORDS)
    for verb in ("team_cases", "team_mine", "team_meeting", "team_closed", "team_csv", "evaluations"):
        await story.team(verb, "")
    for days in (1, 3, 14, 70):
        story.desk.clock.advance(days=days)
        await story.delivering.deliver()
    return case.id


def hits(*scanned: bytes) -> list[str]:
    return [secret for secret in SECRETS for one in scanned if secret.encode() in one]


async def test_the_requesters_identity_is_nowhere_but_where_the_reply_goes(story: Story) -> None:
    with capture_logs() as logged:
        case_id = await told(story)
        story.seen += await story.desk.press(OLE, "cases_text", TEAM)
        seen = [one for one in story.seen if not isinstance(one, File)]
        shown = "\n".join(story.delivering.as_sent(seen)).encode()
        sent = "\n".join(story.delivering.received(by_team=True)).encode()
        found = await story.desk.take(OLE, Searched("skolefravær"), CHANNEL)
        (agenda,) = [one for one in await story.desk.press(OLE, "agenda_file", TEAM) if isinstance(one, File)]
        (table,) = await story.desk.press(OLE, "cases_file", TEAM)
        (archived,) = await story.desk.press(OLE, "case_file", f"{TEAM}/{case_id}")
    assert isinstance(archived, File)
    assert isinstance(table, File)
    assert len(sent) > 10_000, "the team has got the case, its lines and its reminders"
    assert len(shown) > 10_000
    assert any(isinstance(one, Card) for one in found)
    documents = "\n".join((words_in(agenda.content), words_in(archived.content), table.content.decode())).encode()
    async with story.desk.store.unit_of_work() as uow:
        figures = await uow.cases.figures()
        printed = repr([table.columns for table in tables(figures, story.desk.library.knowledge.texts)]).encode()
    on_disk = bytes_in(story.folder)
    assert hits(shown, sent, repr(found).encode(), documents, printed, on_disk, repr(logged).encode()) == []
    staff = "\n".join(story.delivering.received(by_team=False))
    assert (await story.desk.case(case_id)).code in staff, "the requester is still told"
    assert "Begynn rolig." in staff, "and has got the answer"


async def test_once_shown_only_the_name_is_shown_and_withdrawing_takes_it_away(story: Story) -> None:
    case = await story.desk.sent()
    await story.delivering.deliver()
    await story.mine("my_show_yes", case.id)
    sent = "\n".join(story.delivering.received(by_team=True))
    assert KARI.name in sent
    assert KARI.id not in sent
    assert chat(KARI).conversation_id not in sent
    await story.mine("my_withdraw_yes", case.id)
    assert KARI.name not in story.delivering.visible_to_team()
    assert KARI.name.encode() not in bytes_in(story.folder)
