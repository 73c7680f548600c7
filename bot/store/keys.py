"""The keys of one database: one per purpose, wrapped by the key ring and kept in the database; and keyed hashes."""

from __future__ import annotations

import hashlib
import hmac
from enum import StrEnum

from bot.store.database import Run
from bot.store.encryption import KeyRing, Sealer, new_key

TO_A_PERSON = "person:"
"""How the conversation with a person begins, outside the store."""
KEYED = "keyed:"
"""How it begins in the outbox."""


class Purpose(StrEnum):
    """What a key is for. A leak of one key does not open what another one seals."""

    INDEX = "index"
    STATE = "state"
    CHANNEL = "channel"
    OUTBOX = "outbox"
    QUESTION = "question"
    AUDIT = "audit"
    EDITION = "edition"


class Keys:
    """Opened purpose keys, and the key ring for the keys of single cases."""

    def __init__(self, ring: KeyRing, keys: dict[str, bytes]) -> None:
        self.ring = ring
        self._keys = keys
        self._sealers = {purpose: Sealer(keys[purpose]) for purpose in Purpose}
        self._index = hmac.new(keys[Purpose.INDEX], digestmod=hashlib.sha256)
        self._link = hmac.new(keys[Purpose.AUDIT], digestmod=hashlib.sha256)

    @classmethod
    async def load(cls, run: Run, ring: KeyRing) -> Keys:
        """Read the purpose keys, make the missing ones, re-wrap the ones that an older key wraps."""
        for purpose in Purpose:
            await run("add_purpose_key", purpose=purpose, wrapped=ring.wrap(new_key(), purpose_place(purpose)))
        found: dict[str, bytes] = dict(await run("purpose_keys"))
        keys = {purpose: ring.unwrap(wrapped, purpose_place(purpose)) for purpose, wrapped in found.items()}
        for name in (name for name, wrapped in found.items() if not ring.is_current(wrapped)):
            await run("rewrap_purpose_key", purpose=name, wrapped=ring.wrap(keys[name], purpose_place(name)))
        return cls(ring, keys)

    def sealer(self, purpose: Purpose) -> Sealer:
        """Return the sealer for the purpose."""
        return self._sealers[purpose]

    def index(self, *parts: str) -> str:
        """Return a keyed hash (HMAC-SHA256) of the parts, to find a row by what must not stand in plain."""
        return _hash(self._index, parts)

    def lane(self, conversation: str) -> str:
        """Return the name a conversation has in the outbox: one with a person is named by a keyed hash, all others as
        they are."""
        if not conversation.startswith(TO_A_PERSON):
            return conversation
        return f"{KEYED}{self.index('lane', conversation)}"

    def link(self, *parts: str) -> str:
        """Return the keyed hash that chains the audit trail."""
        return _hash(self._link, parts)


def _hash(keyed: hmac.HMAC, parts: tuple[str, ...]) -> str:
    """Return the hash of the parts. Copying what the key has been put into costs a tenth of beginning anew."""
    hashed = keyed.copy()
    hashed.update("\x1f".join(parts).encode())
    return hashed.hexdigest()


def purpose_place(purpose: str) -> str:
    """Return the place a purpose key is bound to."""
    return f"purpose_keys|{purpose}|wrapped"
