"""Somebody says «jeg har vakt» in the channel, and is told of an urgent case in a chat of their own: the served bot."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.end_to_end.traffic import button_data
from tests.turns.desk import WORDS
from tests.whole_bot.service import CHANNEL, MEMBERS, TENANT, Service, until


async def test_a_new_urgent_case_reaches_whoever_has_duty_over_http(service: Service, tmp_path: Path) -> None:
    ole, bot = MEMBERS[0], {"id": "28:bot", "name": "Veilederen"}
    in_channel = {
        "from": dict(ole),
        "conversation": {
            "id": f"{CHANNEL};messageid=1",
            "conversationType": "channel",
            "isGroup": True,
            "tenantId": TENANT,
        },
        "channelData": {"tenant": {"id": TENANT}, "team": {"id": "19:lag"}, "channel": {"id": CHANNEL}},
        "entities": [{"type": "mention", "text": "<at>Veilederen</at>", "mentioned": bot}],
    }
    said = "<at>Veilederen</at> jeg har vakt denne uka"
    await service.deliver(service.message("nobody", said, **in_channel))
    await until(lambda: [one for one in service.connector.visible(CHANNEL) if "Ole Prøve har vakt" in one.text])
    with closing(sqlite3.connect(f"file:{tmp_path / 'veilederen.db'}?mode=ro", uri=True)) as database:
        ((_, person, sealed, _day),) = database.execute("SELECT * FROM on_duty").fetchall()
    assert ole["aadObjectId"] not in person
    assert not any(one.encode() in sealed for one in ole.values())

    await service.go_to_the_form("kari")
    _, body = await service.deliver(service.press("kari", "case_review", {**WORDS, "urgency": "haster"}))
    send = next(data for title, data in button_data(body["value"]).items() if "send" in title.lower())
    await service.deliver(service.press("kari", send["verb"], send))
    (told,) = await until(lambda: [one for one in service.connector.visible() if "Du har vakt" in one.text])
    assert told.conversation != CHANNEL
    assert "Ny sak som haster" in told.text
    assert not any(words in told.text for words in WORDS.values())
