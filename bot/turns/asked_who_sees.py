"""Hears, in nothing but known words, who asks who sees what is written or sent here, and who presses to see it.

Must come after danger has been heard, and knows no case.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.content.texts import Texts
from dialogs.by_words import says_only, words_of

_CLAUSE = re.compile(r"[,.;:!?]")
SEES = tuple(f"commands.sees_{one}" for one in ("see", "who", "others", "what", "employees", "cases", "sent", "small"))
"""Keys of the words that ask who sees what is written or sent here."""


def asks_who_sees(words: Sequence[str], texts: Texts) -> str | None:
    """Return the button that answers who sees what is written or sent here; of the staff a leader asks."""
    if _presses_to_see(words, texts):
        return "sees_staff"
    if not texts.words(*SEES).issuperset(words):
        return None
    see, who, others, what, staff, case, sent = (not texts.words(key).isdisjoint(words) for key in SEES[:-1])
    if (staff and what and (see or who)) or (who and case and sent and (others or not see)):
        return "sees_staff"
    if not see or not what:
        return None
    return "sees_case" if who else "sees_nobody" if others else None


def _presses_of_others(words: Sequence[str], texts: Texts) -> str | None:
    """Hear «kan jeg se sakene hennes» and «hva hadde hun av saker» of who takes over from somebody else."""
    whose, cases, see = (texts.words(f"commands.sees_{one}") for one in ("anothers", "cases", "see"))
    asks = see | texts.words("commands.sees_had")
    is_asked = not any(one.isdisjoint(words) for one in (whose, cases, asks))
    return "sees_staff" if is_asked and (whose | asks | texts.words(*SEES)).issuperset(words) else None


def _presses_to_see(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether a leader presses to see what the staff send or who they are: «jeg har rett til å se det de har
    sendt», «kan jeg som rektor lese sakene», «jeg er rektor, hva har mine ansatte skrevet». «Kan jeg se sakene» may be
    of one's own."""
    demand, whose, discussed = (texts.words(f"commands.sees_{one}") for one in ("demand", "whose", "discussed"))
    see, who, others, what = (texts.words(key) for key in SEES[:4])
    is_leader = any(one in ("som", "er", "e") and two in others for one, two in pairwise(words))
    of = ("commands.sees_employees", "commands.sees_whose", SEES[1])
    if not is_leader and (demand.isdisjoint(words) or texts.words(*of).isdisjoint(words)):
        return False
    asks = see | who | demand | (texts.words("commands.sees_employees") if is_leader else set())
    is_of_cases = not (what | discussed | whose).isdisjoint(words) and not asks.isdisjoint(words)
    return is_of_cases and (texts.words(*SEES) | demand | whose | discussed).issuperset(words)


def of_who_takes_over(said: str, texts: Texts) -> str | None:
    """Hear the last clause alone: «jeg overtar etter Kari, hva hadde hun av saker»."""
    last = words_of(_CLAUSE.split(said.strip(" .!?"))[-1])
    return _presses_of_others(last, texts) if last else None


def will_be_seen(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody says that they will not be anonymous any more. «Kan jeg ikke være anonym» asks to be it."""
    if words[1:2] and words[1] in texts.words("commands.name_own"):
        return False
    named = ("commands.name_anonymous", "common.words_deny")
    return says_only(words, texts, *named, beside=("commands.name_around_anonymous",))
