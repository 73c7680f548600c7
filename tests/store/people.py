"""Invented people, places and cases for the tests of the store and the delivery."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.domain.case import Case, CaseForm, CaseText, Member
from bot.domain.outbox import Kind, OutboxItem
from bot.domain.ports import ChannelLink, Requester
from bot.domain.turn import Person, Place, PlaceKind

AT = datetime(2026, 1, 12, 9, 0, tzinfo=UTC)
ANSATT = Person("00000000-0000-4000-8000-000000000001", "Test Ansatt")
ANNEN = Person("00000000-0000-4000-8000-000000000002", "Test Annen")
VEILEDER = Member("00000000-0000-4000-8000-000000000003", "Test Veileder")
PERSONAL = Place(PlaceKind.PERSONAL, "a:personal-1", {"service_url": "https://example.invalid"})
CHANNEL = Place(PlaceKind.CHANNEL, "19:kanal@thread.tacv2", {"tenant": "t"}, "team-1", "19:kanal@thread.tacv2")
LINK = ChannelLink("drofting", CHANNEL, AT)
TEXT = CaseText("Kommer ofte sulten.", "Sier lite.", "Snakket med hjemmet.", "Hva gjør vi nå?", "Venter ikke.")


def a_case(number: int = 1, **changes: Any) -> Case:
    given: dict[str, Any] = {
        "id": f"case{number}",
        "code": f"K{number}M-42P",
        "municipality": "stjordal",
        "team": "drofting",
        "form": CaseForm("6-9", "skole", ("hjemmeforhold",), "vanlig", ("a",), ("b", "c"), ("0", "1")),
        "text": TEXT,
        "created_at": AT,
        "due_at": AT,
    }
    return Case(**(given | changes))


def requester(person: Person = ANSATT) -> Requester:
    return Requester(person, PERSONAL)


def an_item(key: str = "k1", **changes: Any) -> OutboxItem:
    given: dict[str, Any] = {
        "kind": Kind.THREAD_LINE,
        "dedupe_key": key,
        "due_at": AT,
        "conversation": "team:drofting",
        "case_id": "case1",
        "payload": {"line": "claimed"},
    }
    return OutboxItem(**(given | changes))
