"""Made-up secrets go through every path of the served bot; afterwards every byte it wrote is looked through for them.

Where they may stand in clear: in the chat of whoever wrote them, and (what the sender approved) on the team's card.
"""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import json
import logging
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from bot.turns import perform as performing
from bot.turns.log import json_logs
from tests.end_to_end.traffic import button_data
from tests.fakes.connector import TABLE, FakeConnector
from tests.fakes.knowledge import KNOWLEDGE
from tests.fakes.logs import as_before_logging
from tests.fakes.postgres import new_migrated_database, server_folder
from tests.whole_bot.service import CHANNEL, MEMBERS, Service, connect_the_channel, serving, until

NAMED = "Kanarina Gulfjærsen"
"""A name in the raw text and in the chat: it may stay in no place but the chat of whoever wrote it."""
NUMBER = "41 77 93 26"
SENDER = "Avsenderine Hemmelighetsen"
APPROVED = "gulspurvord"
QUESTION, REPLY, ADVICE = "bokfinkord", "linerleord", "kjøttmeisord"
ASKED = "svarttrostord"
CHANNEL_MAY = (APPROVED, QUESTION, REPLY, ADVICE)
SECRETS = (NAMED, "Gulfjærsen", NUMBER, SENDER, ASKED, *CHANNEL_MAY)


@dataclass
class Told:
    """What stands after the story."""

    service: Service
    folder: Path
    logged: str

    def files(self) -> dict[str, bytes]:
        return {one.name: one.read_bytes() for one in self.folder.rglob("*") if one.is_file()}


async def tell(service: Service) -> None:
    """A question, a case with a name in it, the team's question, answers, faults on the way, withdrawal of nothing."""
    kari = {"from": {"id": "29:kari", "name": SENDER, "aadObjectId": "object-kari"}}
    await service.go_to_the_form("kari")
    raw = {
        "seen": f"{NAMED} er stille, ring {NUMBER}. {APPROVED}",
        "child": "Sier lite.",
        "done": "Snakket hjemme.",
        "advice_wanted": "Hva nå?",
    }
    await service.deliver(service.press("kari", "case_review", raw, **kari))
    _, body = await service.deliver(
        service.press("kari", "case_review", {**raw, "seen": f"Barnet er stille. {APPROVED}"}, **kari)
    )
    buttons = button_data(body["value"])
    send = next(data for title, data in buttons.items() if "send" in title.lower())
    service.connector.faults = [None, TABLE["503 ServiceUnavailable"]]
    await service.deliver(service.press("kari", send["verb"], send, **kari))
    (card,) = await until(service.cards)
    case_id = button_data(card.card)["Ta saken"]["id"]
    ole = MEMBERS[0]

    async def team(verb: str, **values: str) -> Any:
        return await service.deliver(service.press_in_channel(ole, card.id, {"verb": verb, "id": case_id, **values}))

    await team("case_claim")
    await team("case_ask_send", question=f"Er det likt alle dager? {QUESTION}")
    await until(lambda: any(QUESTION in kept.text for kept in service.connector.visible("a:kari")))
    question = next(kept.card for kept in service.connector.visible("a:kari") if QUESTION in kept.text)
    reply = {**button_data(question)["Send"], "reply": f"Ja. {REPLY}"}
    await service.deliver(service.press("kari", "my_reply_send", reply, **kari))
    answer = {"advice": f"Begynn rolig. {ADVICE}", "why": "Overgangen er tyngst.", "role": "kontaktlærer"}
    more = {"what": "møter barnet ute", "by": "2099-12-14", "come_back": "Om to uker.", "own_role": "PPT"}
    await team("case_answer_send", **answer, **more)
    await until(lambda: any(ADVICE in kept.text for kept in service.connector.visible("a:kari")))
    await service.deliver(service.message("kari", f"hvor mange {ASKED} har {NAMED} på tlf {NUMBER}?", **kari))
    await service.deliver({"type": "message", "text": f"{NAMED} {ASKED}"})
    async with service.http.post(f"{service.url}/api/messages?navn={ASKED}", data=f"{{{NAMED}") as refused:
        assert refused.status == 400


def written_in(log: Path) -> str:
    return log.read_text()


@pytest.fixture
def logged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Log as the served bot does, into a file beside its data."""
    path = tmp_path / "bot.log"
    with path.open("w", buffering=1) as file:
        monkeypatch.setattr(sys, "stderr", file)
        json_logs()
        yield path
        as_before_logging()
        logging.basicConfig(force=True, stream=sys.__stderr__)


@pytest.fixture
async def told(logged: Path, tmp_path: Path, connector: FakeConnector) -> AsyncIterator[Told]:
    async with serving(tmp_path / "data", connector) as service:
        await connect_the_channel(service)
        await tell(service)
        yield Told(service, tmp_path / "data", written_in(logged))


def found_in(content: bytes, secrets: tuple[str, ...] = SECRETS) -> list[str]:
    return [one for one in secrets if one.encode() in content or json.dumps(one)[1:-1].encode() in content]


async def test_no_secret_stands_in_the_files_the_logs_or_what_the_commands_print(told: Told) -> None:
    assert '"event"' in told.logged, "the scan must see the log"
    assert found_in(told.logged.encode()) == []
    for command in (["stats"], ["outbox"], ["backup", "--to", str(told.folder.parent / "kopi")], ["doctor"]):
        printed = await asyncio.to_thread(_run, command, told.folder)
        assert found_in(printed) == [], command
    copies = [one for one in (told.folder.parent / "kopi").iterdir() if one.is_file()]
    assert len(copies) == 2
    for copy in copies:
        assert found_in(gzip.decompress(copy.read_bytes()) if copy.suffix == ".gz" else copy.read_bytes()) == []
    files = told.files()  # last: to read SQLite's file lets go of our locks on it, and the commands use it
    assert {"veilederen.db", "veilederen.db-wal"} <= set(files), "the scan must see the database while it is in use"
    assert {name: found_in(content) for name, content in files.items() if found_in(content)} == {}


@pytest.mark.postgres
async def test_no_secret_stands_in_the_files_and_the_log_of_postgresql(
    logged: Path, tmp_path: Path, connector: FakeConnector
) -> None:
    url = await new_migrated_database()
    async with serving(tmp_path / "data", connector, url) as service:
        await connect_the_channel(service)
        await tell(service)
        owner = await asyncpg.connect(url)
        await owner.execute("CHECKPOINT")
        await owner.close()
        found = dict(_read(Path(server_folder())))
    assert len(found) > 100, "the scan must see the server's files"
    assert {name: hits for name, hits in found.items() if hits} == {}
    assert found_in(written_in(logged).encode()) == []


def _read(folder: Path) -> Iterator[tuple[str, list[str]]]:
    for one in folder.rglob("*"):
        with contextlib.suppress(OSError):  # the server renames some meanwhile, and sockets are no files
            yield str(one), found_in(one.read_bytes(), (*SECRETS, "object-kari"))


def _run(command: list[str], folder: Path) -> bytes:
    done = subprocess.run(
        [sys.executable, "-m", "bot", *command],
        cwd=KNOWLEDGE.parent,
        env={"VEILEDEREN_DEVELOPMENT": "true", "VEILEDEREN_DATA": str(folder), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0 or command == ["doctor"], done.stderr
    return done.stdout + done.stderr


async def test_what_was_never_approved_reaches_nobody_and_what_was_is_in_no_notification(told: Told) -> None:
    for kept in told.service.connector.messages.values():
        whole, shown = json.dumps(kept.activity).encode(), kept.activity
        if kept.conversation != "a:kari":
            assert found_in(whole, (NAMED, "Gulfjærsen", NUMBER, SENDER, ASKED)) == [], kept.conversation
        assert found_in(str(shown.get("summary", "")).encode()) == []
        if shown.get("attachments"):
            assert found_in(str(shown.get("text", "")).encode()) == []
        assert kept.conversation in ("a:kari", CHANNEL)


def test_a_process_that_crashes_leaves_no_memory_dump() -> None:
    limits = "import resource; from bot.cli.serve import leave_no_memory_dump as f; f(); "
    asked = f"{limits}print(resource.getrlimit(resource.RLIMIT_CORE))"
    done = subprocess.run([sys.executable, "-c", asked], cwd=KNOWLEDGE.parent, capture_output=True, check=True)
    assert done.stdout.startswith(b"(0, 0)")


async def test_a_fault_in_the_middle_of_a_case_tells_its_kind_and_nothing_else(
    logged: Path, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.domain.commands import SubmitCase

    async def broken(command: SubmitCase, *_: object) -> Any:
        raise ValueError(f"kan ikke lagre {command.text} {command.requester.name}") from KeyError(command.text.seen)

    monkeypatch.setitem(performing.USE_CASES, SubmitCase, broken)
    await service.go_to_the_form("kari")
    words = {"seen": f"Barnet er stille. {APPROVED}", "child": "Lite.", "done": "Ja.", "advice_wanted": "Hva?"}
    _, body = await service.deliver(service.press("kari", "case_review", words))
    send = next(data for title, data in button_data(body["value"]).items() if "send" in title.lower())
    status, _ = await service.deliver(service.press("kari", send["verb"], send))
    assert status in (200, 503)
    await until(lambda: any("gikk galt" in kept.text for kept in service.connector.visible("a:kari")))
    written = written_in(logged)
    assert "turn.failed" in written
    assert "ValueError" in written
    assert found_in(written.encode()) == []
    assert "Traceback" not in written
