"""What `outbox` says to do: of a message to one person something else than of one to a channel."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.cli.outbox import COMES_AGAIN, FOR_A_MEMBER, STAYS, told_of
from bot.delivery.payloads import PayloadTooNew, RowUnreadable
from bot.domain.outbox import LEFT, Kind, OutboxItem, OutboxRow, Payload, RowState
from bot.store.keys import KEYED

NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)


def parked(kind: Kind, lane: str, code: str, payload: Payload) -> OutboxRow:
    item = OutboxItem(kind, "key", NOW, lane, "case", payload)
    return OutboxRow("row", item, RowState.PARKED, 1, None, None, code)


@pytest.mark.parametrize("code", ["service_url", "no_service_url", "403:MessageWritesBlocked", "404:NotFound"])
@pytest.mark.parametrize(
    ("kind", "lane", "payload", "says"),
    [
        (Kind.REQUESTER_NOTICE, "requester:case", {}, COMES_AGAIN),
        (Kind.REMINDER, f"{KEYED}x", {}, COMES_AGAIN),
        (Kind.ERASE, f"{LEFT}case", {}, STAYS),
        (Kind.MEMBER_NOTICE, "team:one", {"member_id": "x"}, FOR_A_MEMBER),
        (Kind.TEAM_POST, "team:one", {"member_id": "x"}, FOR_A_MEMBER),
    ],
)
def test_of_a_message_to_one_person_no_channel_is_to_be_connected(
    code: str, kind: Kind, lane: str, payload: Payload, says: str
) -> None:
    said = told_of(parked(kind, lane, code, payload))
    is_by_channel = says == FOR_A_MEMBER and "service_url" in code
    assert (says in said) is not is_by_channel
    assert ("koble til" in said) is is_by_channel, "a member's chat is opened from the channel"


def test_of_a_message_to_a_channel_it_is() -> None:
    for code in ("service_url", "404:NotFound"):
        said = told_of(parked(Kind.CASE_CARD, "team:one", code, {}))
        assert "koble til" in said
        assert COMES_AGAIN not in said
    off = told_of(parked(Kind.REQUESTER_NOTICE, "requester:case", "403:Forbidden:BotDisabledByAdmin", {}))
    assert "Slå den på igjen" in off
    assert COMES_AGAIN not in off, "it comes by itself"


@pytest.mark.parametrize("error", [PayloadTooNew, RowUnreadable])
def test_of_what_a_newer_program_wrote_it_says_which_program_can_send_it(error: type[Exception]) -> None:
    said = told_of(parked(Kind.CASE_CARD, "team:one", f"broken {error.__name__}", {}))
    assert "en nyere utgave av boten" in said
