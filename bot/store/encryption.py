"""Sealing of columns with AES-256-GCM, and of keys with a key-encryption key. Must not know what is in the columns.

A sealed value is bound to its place (`table|row id|column`): moved to another row or column it cannot be opened.
Layout: one format byte, twelve random bytes, ciphertext with tag. Wrapped keys carry the id of the key that wraps them.
"""

from __future__ import annotations

import base64
import binascii
import os
from collections.abc import Mapping
from enum import StrEnum

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
_NONCE_BYTES = 12
_FORMAT = b"\x01"


class EncryptionError(Exception):
    """Something about keys or sealed values is wrong; the message never holds a key or a text."""


class SealBroken(EncryptionError):
    """A sealed value cannot be opened here: it was changed or moved, or the key is another one."""


class KeyNotSet(EncryptionError):
    """There is no encryption key. Only on a laptop in development mode is one made."""


class KeyMissing(EncryptionError):
    """The key that sealed this is not in the key ring. Put the old key back behind the current one, then restart."""

    def __init__(self, *key_ids: str) -> None:
        super().__init__(self.__doc__)
        self.key_ids = key_ids
        """Which keys that is, by their ids; an id tells nothing of the key."""


class Flaw(StrEnum):
    """What is wrong with one key of the setting."""

    NO_ID = "no_id"
    LONG_ID = "long_id"
    TWICE = "twice"
    NOT_BASE64 = "not_base64"
    LENGTH = "length"


class KeyRingInvalid(EncryptionError):
    """The key setting cannot be read. Write `id:key`, with a key of 32 bytes in base64; older keys after a comma."""

    def __init__(self, flaw: Flaw | None = None, number: int = 0, length: int = 0) -> None:
        super().__init__(self.__doc__)
        self.flaw, self.number, self.length = flaw, number, length
        """What is wrong with which of the keys, counted from one, and how many bytes it has; never a part of it."""


class Sealer:
    """Seals and opens values with one key."""

    def __init__(self, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise KeyRingInvalid(Flaw.LENGTH, 1, len(key))
        self.key = key
        self._cipher = AESGCM(key)

    def seal(self, plain: bytes, place: str) -> bytes:
        """Return the sealed value, bound to `place`."""
        nonce = os.urandom(_NONCE_BYTES)
        return _FORMAT + nonce + self._cipher.encrypt(nonce, plain, place.encode())

    def open(self, sealed: bytes, place: str) -> bytes:
        """Return the value; raises SealBroken."""
        nonce, cipher_text = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
        try:
            if sealed[:1] != _FORMAT:
                raise InvalidTag
            return self._cipher.decrypt(nonce, cipher_text, place.encode())
        except (InvalidTag, ValueError):
            raise SealBroken(SealBroken.__doc__) from None


def new_key() -> bytes:
    """Return a random key."""
    return os.urandom(KEY_BYTES)


class KeyRing:
    """The key-encryption keys of an installation: the current one wraps, the older ones still unwrap."""

    def __init__(self, keys: Mapping[str, bytes], current: str) -> None:
        if current not in keys:
            raise KeyRingInvalid
        self.current = current
        self._sealers = {key_id: Sealer(key) for key_id, key in keys.items()}

    @classmethod
    def parse(cls, setting: str) -> KeyRing:
        """Read `id:base64,older-id:base64`; the first is the current one. Raises KeyRingInvalid."""
        keys: dict[str, bytes] = {}
        for number, part in enumerate(filter(None, (part.strip() for part in setting.split(","))), start=1):
            key_id, colon, encoded = part.partition(":")
            if not key_id or not colon:
                raise KeyRingInvalid(Flaw.NO_ID, number)
            if len(key_id.encode()) > 255:
                raise KeyRingInvalid(Flaw.LONG_ID, number)
            if key_id in keys:
                raise KeyRingInvalid(Flaw.TWICE, number)
            try:
                keys[key_id] = base64.b64decode(encoded, validate=True)
            except binascii.Error:
                raise KeyRingInvalid(Flaw.NOT_BASE64, number) from None
            if len(keys[key_id]) != KEY_BYTES:
                raise KeyRingInvalid(Flaw.LENGTH, number, len(keys[key_id]))
        if not keys:
            raise KeyRingInvalid
        return cls(keys, next(iter(keys)))

    @property
    def older(self) -> tuple[str, ...]:
        """Return the ids of the keys that only unwrap."""
        return tuple(key_id for key_id in self._sealers if key_id != self.current)

    @property
    def current_start(self) -> bytes:
        """Return what everything that the current key-encryption key wraps begins with."""
        key_id = self.current.encode()
        return bytes([len(key_id)]) + key_id

    def wrap(self, key: bytes, place: str) -> bytes:
        """Return the key sealed with the current key-encryption key."""
        return self.current_start + self._sealers[self.current].seal(key, place)

    def unwrap(self, wrapped: bytes, place: str) -> bytes:
        """Return the key; raises KeyMissing or SealBroken."""
        key_id = self.key_id_of(wrapped)
        if key_id not in self._sealers:
            raise KeyMissing(key_id)
        return self._sealers[key_id].open(wrapped[1 + wrapped[0] :], place)

    def opens(self, wrapped: bytes, place: str) -> bool:
        """Return whether the key can be unwrapped."""
        try:
            self.unwrap(wrapped, place)
        except EncryptionError:
            return False
        return True

    def is_current(self, wrapped: bytes) -> bool:
        """Return whether the key is wrapped with the current key-encryption key."""
        return self.key_id_of(wrapped) == self.current

    @staticmethod
    def key_id_of(wrapped: bytes) -> str:
        """Return the id of the key-encryption key that wraps this."""
        return wrapped[1 : 1 + wrapped[0]].decode(errors="replace") if wrapped else ""
