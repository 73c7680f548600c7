"""Hears a short question of nothing but known words: how one's case is, whom to ring or talk to, and who sees what.

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
    if asks_whom_to_ring(words, texts) or asks_for_a_person(words, texts):
        return "numbers"
    seen = asks_who_sees(words, texts)
    if seen is not None:
        return seen
    return "my_cases" if asks_how_case_is(words, texts, has_cases=around.has_cases) else None


def asks_whom_to_ring(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody asks «skal jeg ringe noen?» or «hvem ringer jeg nå», and names nobody."""
    rings, asks = texts.words("commands.ring_words"), texts.words("commands.ring_asks")
    known = texts.words("commands.ring_words", "commands.ring_asks", "commands.ring_small")
    return words[0] in asks and not rings.isdisjoint(words) and known.issuperset(words)


def asks_for_a_person(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody wants to talk to a person and not to a bot, and names nobody and nothing else: «kan jeg
    snakke med et menneske»."""
    talking, people = texts.words("commands.person_talk"), texts.words("commands.person_words")
    known = texts.words("commands.person_talk", "commands.person_words", "commands.person_small")
    asks = not talking.isdisjoint(words) or not texts.words("commands.person_alone").isdisjoint(words)
    return asks and not people.isdisjoint(words) and known.issuperset(words)


SEES = tuple(f"commands.sees_{one}" for one in ("see", "who", "others", "what", "staff", "case", "sent", "small"))
"""Keys of the words that ask who sees what is written or sent here."""


def asks_who_sees(words: Sequence[str], texts: Texts) -> str | None:
    """Return the button that answers who sees what is written or sent here; of the staff a leader asks."""
    if not texts.words(*SEES).issuperset(words):
        return None
    see, who, others, what, staff, case, sent = (not texts.words(key).isdisjoint(words) for key in SEES[:-1])
    if (staff and what and (see or who)) or (who and case and sent and not see):
        return "sees_staff"
    if not see or not what:
        return None
    return "sees_case" if who else "sees_nobody" if others else None


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
