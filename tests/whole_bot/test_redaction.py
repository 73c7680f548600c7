"""«Ikke anonym nok» takes the text away in three places at once: the store, the team's channel, the requester's chat.

The bot is the served one. Afterwards every byte of its files and of what stands in Teams is looked through.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.end_to_end.traffic import button_data
from tests.whole_bot.service import CHANNEL, MEMBERS, TENANT, Service, until

SEEN, QUESTION, REPLY = "gulspurvord", "bokfinkord", "linerleord"
SECRETS = (SEEN, QUESTION, REPLY)
WORDS = {"seen": f"Barnet er stille. {SEEN}", "child": "Lite.", "done": "Snakket.", "advice_wanted": "Hva nå?"}
CHAT = "a:kari"
IN_CHANNEL = {"conversationType": "channel", "isGroup": True, "tenantId": TENANT}


def in_files(folder: Path, *wanted: bytes) -> list[bytes]:
    """Return which of the bytes stand in any file of the bot, the write-ahead log too."""
    content = b"".join(one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file())
    return [one for one in wanted if one in content]


def in_teams(service: Service, conversation: str) -> list[str]:
    """Return which secrets stand in what people see of the conversation."""
    shown = "\n".join(kept.text for kept in service.connector.visible(conversation))
    return [secret for secret in SECRETS if secret in shown]


def sealed(folder: Path, case_id: str) -> list[bytes]:
    """Return the sealed text of the case and its key, as they lie in the database now."""
    with closing(sqlite3.connect(f"file:{folder / 'veilederen.db'}?mode=ro", uri=True)) as database:
        rows = (
            *database.execute("SELECT * FROM cases WHERE id = ?", (case_id,)),
            *database.execute("SELECT * FROM case_keys WHERE case_id = ?", (case_id,)),
        )
    return [one for row in rows for one in row if isinstance(one, bytes)]


async def send(service: Service) -> tuple[Any, str]:
    """Send a case from the chat; the receipt takes the place of the form, as it does in Teams."""
    await service.go_to_the_form("kari")
    form = service.connector.visible(CHAT)[-1]
    _, body = await service.deliver(service.press("kari", "case_review", WORDS, replyToId=form.id))
    data = next(data for title, data in button_data(body["value"]).items() if "send" in title.lower())
    _, body = await service.deliver(service.press("kari", data["verb"], data, replyToId=form.id))
    form.activity["attachments"] = [{"content": body["value"]}]
    (card,) = await until(service.cards)
    return card, button_data(card.card)["Ta saken"]["id"]


async def test_redacting_empties_the_store_the_channel_and_the_requesters_chat(
    service: Service, tmp_path: Path
) -> None:
    card, case_id = await send(service)

    async def team(verb: str, **values: str) -> None:
        await service.deliver(service.press_in_channel(MEMBERS[0], card.id, {"verb": verb, "id": case_id, **values}))

    await team("case_claim")
    await team("case_ask_send", question=f"Er det likt alle dager? {QUESTION}")
    await until(lambda: QUESTION in in_teams(service, CHAT))
    said = f"Ja, det er {REPLY} hver dag."
    question = next(kept.card for kept in service.connector.visible(CHAT) if QUESTION in kept.text)
    await service.deliver(service.press("kari", "my_reply_send", {**button_data(question)["Send"], "reply": said}))
    await until(lambda: REPLY in in_teams(service, CHANNEL))
    before = sealed(tmp_path, case_id)
    assert len(before) == 2, "the text and its key are in the database"
    assert in_files(tmp_path, *before) == before
    assert in_teams(service, CHANNEL) == [SEEN, QUESTION, REPLY]
    assert SEEN in in_teams(service, CHAT), "the receipt shows what was sent"

    await team("case_redact_send")

    await until(lambda: not in_teams(service, CHANNEL) and not in_teams(service, CHAT))
    assert in_files(tmp_path, *before, *(secret.encode() for secret in SECRETS)) == []


async def test_redacting_empties_what_somebody_has_had_shown_of_the_case_too(service: Service) -> None:
    """A case asked for by its code is one more copy of its text: in the thread where all read it, and in the chat."""
    card, case_id = await send(service)
    code = re.search(r"\b[A-Z]\d[A-Z]-\d\d[A-Z]\b", card.text)
    assert code is not None
    bot = {"id": "28:bot", "name": "Veilederen"}
    in_thread = {
        "entities": [{"type": "mention", "text": "<at>Veilederen</at>", "mentioned": bot}],
        "from": MEMBERS[0],
        "conversation": {**IN_CHANNEL, "id": f"{CHANNEL};messageid={card.id}"},
        "channelData": {"tenant": {"id": TENANT}, "team": {"id": "19:lag"}, "channel": {"id": CHANNEL}},
    }
    receipts = len(service.connector.visible(CHAT))
    for said in ("saker", f"sak {code[0]}"):
        await service.deliver(service.message("nobody", f"<at>Veilederen</at> {said}", **in_thread))
    await until(lambda: sum(SEEN in kept.text for kept in service.connector.visible(CHANNEL)) == 2)
    for said in ("mine saker", code[0]):
        await service.deliver(service.message("kari", said))
    await until(lambda: any(SEEN in kept.text for kept in service.connector.visible(CHAT)[receipts:]))
    await service.deliver(service.press_in_channel(MEMBERS[0], card.id, {"verb": "case_redact_send", "id": case_id}))
    await until(lambda: not in_teams(service, CHANNEL) and not in_teams(service, CHAT))
