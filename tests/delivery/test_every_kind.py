"""A new kind of row is known everywhere it must be (`bot/README.md` says where)."""

from __future__ import annotations

import re
from pathlib import Path

from bot.cli.outbox import KINDS
from bot.delivery.policy import LOOKS, REPLACING
from bot.domain.outbox import Kind, Payload
from bot.usecases.erase_messages import CARRIES_TEXT
from dialogs.cases.deliver import _ABOUT_A_CASE
from tests.fakes.outbox import NEVER_SENT

ROOT = Path(__file__).parents[2]
ABOUT_NO_CASE = {Kind.REMINDER, Kind.TEAM_POST}
WRITTEN = set(Kind) - NEVER_SENT


def test_every_kind_has_a_name_for_who_looks_after_the_bot() -> None:
    assert set(KINDS) == set(Kind)


def test_every_kind_is_either_looked_for_before_it_is_sent_again_or_replaces_what_is_there() -> None:
    assert set(LOOKS) | set(REPLACING) == WRITTEN
    assert not set(LOOKS) & set(REPLACING)


def test_every_kind_has_words() -> None:
    assert set(_ABOUT_A_CASE) | ABOUT_NO_CASE == WRITTEN


def test_what_carries_words_people_wrote_is_named_so() -> None:
    assert {kind for kind in WRITTEN if kind.startswith("relayed_")} == set(CARRIES_TEXT) - NEVER_SENT


def test_every_key_of_a_payload_that_is_asked_for_is_in_its_type_and_no_other_is() -> None:
    """The checker of types lets `get` and `in` ask for a key that no payload has."""
    asked = re.compile(r'payload(?:\.get\(|\[)"(\w+)"|"(\w+)" (?:not )?in (?:row\.item\.)?payload\b')
    sources = [path.read_text("utf-8") for folder in ("bot", "dialogs") for path in (ROOT / folder).rglob("*.py")]
    about = "".join(one for one in sources if "Payload" in one or "row.item" in one)
    keys, found = set(Payload.__annotations__), {first or second for first, second in asked.findall(about)}
    assert len(found) > 20
    assert found <= keys
    whole = "".join(sources)
    assert [key for key in keys if whole.count(f'"{key}"') < 2] == [], "it is written or asked for nowhere"
