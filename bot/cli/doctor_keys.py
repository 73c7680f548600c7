"""What `doctor` and `migrate` say of a change of the encryption key: whether the old one can be taken away yet."""

from __future__ import annotations

from collections.abc import Sequence

from bot.store import KeyRing, SqlStore

Said = tuple[str, str]
"""`god` or `se`, and the words."""


async def about_keys(store: SqlStore, ring: KeyRing) -> Sequence[Said]:
    """Return what is to be said; nothing when there is one key only."""
    waiting = await store.case_keys_of_older()
    return [_about_older(key_id, waiting.get(key_id, 0)) for key_id in ring.older]


def _about_older(key_id: str, waiting: int) -> Said:
    if waiting:
        return "se", (
            f"{waiting} nøkler til saker er ennå pakket inn med «{key_id}». Ta den ikke bort. "
            "Boten pakker dem inn på nytt hvert kvarter, og python -m bot migrate gjør det nå."
        )
    return "god", (
        f"Ingen sak er låst med krypteringsnøkkelen «{key_id}». Er det den nye, er den ennå ikke i bruk: sett den "
        "først. Er det den gamle, kan den tas bort når alle kopier av boten kjører med den nye først. Ta vare på den "
        "så lenge du har kopier av databasen fra før byttet."
    )
