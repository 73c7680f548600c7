"""Hears, in nothing but known words, that somebody dares not report or ring, or that the child belongs to people they
know in private: «jeg tør ikke melde», «det er barnet til søsteren min».

Such words sound like danger to what listens for it, and tell of none. Any other word, and it is heard as always.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.texts import Texts
from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from bot.domain.turn import Pressed, Turn
from bot.turns.routed import Routed
from dialogs.answers.dialog import open_article, tell_who_dares_not
from dialogs.by_words import listed, words_of
from dialogs.dialog import Around, Step

LONGEST = 10
"""More words than this tell something else as well."""
PRIVATE = "melding-privatperson"
"""The article about whom one knows in private."""


def own_worry(turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
    """Meet who dares not, or speaks of their own child, and open what holds for whom one knows in private; None for
    anything else, and for a question."""
    words = words_of(said)
    if "?" in said or not 1 < len(words) <= LONGEST:
        return None
    if dares_not(words, around.text):
        return Routed(tell_who_dares_not(around))
    if is_of_own_child(words, around.text):
        return Routed(Step((Line(around.text("answers.own_child")),)))
    is_private = is_of_own_people(words, around.text)
    return Routed(open_article(turn, Pressed("article", PRIVATE), state, around)) if is_private else None


def dares_not(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody says that they dare not report or ring; «jeg tør ikke» alone means that as well."""
    joined = f" {' '.join(words)} "
    fear = next((one for one in listed("commands.dare_not", texts) if f" {one} " in joined), "")
    verbs, small = (texts.words(f"commands.dare_{key}") for key in ("verbs", "small"))
    rest = joined.replace(f" {fear} ", " ", 1).split() if fear else []
    is_told = bool(fear) and (not verbs.isdisjoint(rest) or fear in listed("commands.dare_alone", texts))
    return is_told and (verbs | small).issuperset(rest)


def is_of_own_people(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody says whose child it is: «det gjelder datteren til naboen»."""
    child, whose, small = (texts.words(f"commands.private_{key}") for key in ("child", "whose", "small"))
    kin = texts.words("commands.private_kin")
    is_told = not kin.isdisjoint(words) or not (child.isdisjoint(words) or whose.isdisjoint(words))
    return is_told and (child | whose | kin | small).issuperset(words)


def is_of_own_child(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody says that it is their own child: «det gjelder min egen datter»."""
    own, child, small = (texts.words(f"commands.private_{key}") for key in ("own", "own_child", "small"))
    return not (own.isdisjoint(words) or child.isdisjoint(words)) and (own | child | small).issuperset(words)
