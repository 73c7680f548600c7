"""Microsoft's quickXorHash, which SharePoint gives for every file: tells a whole download from a damaged one."""

from __future__ import annotations

import base64

_BITS = 160
_STEP = 11
_PERIOD = 160
"""After 160 bytes of 11 bits each the places begin anew, so that blocks may be put together first."""


def quick_xor_hash(content: bytes) -> str:
    """Return the hash in base64."""
    folded = 0
    for start in range(0, len(content), _PERIOD):
        folded ^= int.from_bytes(content[start : start + _PERIOD], "little")
    mask, register = (1 << _BITS) - 1, 0
    for place, byte in enumerate(folded.to_bytes(_PERIOD, "little")):
        wide = byte << (place * _STEP % _BITS)
        register ^= (wide & mask) ^ (wide >> _BITS)
    register ^= (len(content) & (2**64 - 1)) << (_BITS - 64)
    return base64.b64encode(register.to_bytes(_BITS // 8, "little")).decode()
