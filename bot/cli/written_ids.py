"""The ids of municipalities and roles, from what somebody writes on the command line: «Stjørdal», «Skole», «SFO»."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from bot.domain.conversation import ROLES

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", " ": "_", "-": "_"})


def municipality_id(written: str) -> str:
    """Return the id of the municipality that is named, by its id or its name; it may be one that nobody describes."""
    return _as_id(written.strip().casefold().removesuffix("kommune"))


def role_id(written: str) -> str:
    """Return the id of the role that is named, by its id or by one word of it («SFO» for `sfo_fritid`)."""
    said = _as_id(written)
    by_a_word = [role for role in ROLES if said in role.split("_")]
    return said if said in ROLES or len(by_a_word) != 1 else by_a_word[0]


def municipality_option(written: str | None, known: Sequence[str]) -> str | None:
    """Return the id in `--kommune`. Raises typer.BadParameter with what can be chosen when it is none of the known."""
    return None if written is None else _known("--kommune", written, municipality_id(written), known)


def role_option(written: str | None) -> str | None:
    """Return the id in `--rolle`. Raises typer.BadParameter with what can be chosen when it is none."""
    return None if written is None else _known("--rolle", written, role_id(written), ROLES)


def _known(option: str, written: str, id: str, known: Sequence[str]) -> str:
    if id not in known:
        raise typer.BadParameter(f"«{written}» finnes ikke. Velg en av: {', '.join(known)}.", param_hint=option)
    return id


def _as_id(written: str) -> str:
    return written.strip().casefold().translate(_LETTERS)
