"""Hears a short question made of nothing but known words: how one's own case is, and whom to ring.

Must come after danger has been heard. Whatever else is named, a child, barnevernet or a rule, is searched as always.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.texts import Texts
from bot.turns.typed import plain_words
from dialogs.dialog import Around

STATUS = tuple(f"commands.status_{one}" for one in ("case", "state", "answer", "team", "others", "asks", "small"))
"""Keys of the words that ask how one's own case is, by what they name."""
LONGEST = 10
"""More words than this ask for something else as well."""


def asked_command(said: str, around: Around) -> str | None:
    """Return the command that a question stands for; None when it asks for anything else."""
    words, texts = plain_words(said).split(), around.text
    if not words or len(words) > LONGEST:
        return None
    if asks_whom_to_ring(words, texts):
        return "numbers"
    return "my_cases" if asks_how_case_is(words, texts, has_cases=around.has_cases) else None


def asks_whom_to_ring(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody asks «skal jeg ringe noen?» or «hvem ringer jeg nå», and names nobody."""
    rings, asks = texts.words("commands.ring_words"), texts.words("commands.ring_asks")
    known = texts.words("commands.ring_words", "commands.ring_asks", "commands.ring_small")
    return words[0] in asks and not rings.isdisjoint(words) and known.issuperset(words)


def asks_how_case_is(words: Sequence[str], texts: Texts, *, has_cases: bool) -> bool:
    """Tell whether somebody asks «hvordan går det med saken min» or «har de svart?». To whoever has sent no case «de»
    may be anybody: then only «saken» and «teamet» tell."""
    if words[0] not in texts.words("commands.status_asks") or not texts.words(*STATUS).issuperset(words):
        return False
    case, state, answer, team, others = (texts.words(key) for key in STATUS[:5])
    who = team | others if has_cases else team
    is_of_case = not case.isdisjoint(words) and not (state | answer).isdisjoint(words)
    is_of_answer = not answer.isdisjoint(words) and not who.isdisjoint(words)
    return is_of_case or is_of_answer
