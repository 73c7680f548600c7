"""Hears what a case is about in somebody's own words: «ti år, skole, skolefravær og omsorg, anonymt».

Only fills in the card of step 1, which is shown again: it is pressed by its writer.
"""

from __future__ import annotations

from typing import get_args

from bot.answers.wording import age_told
from bot.content.ages import band_of_years
from bot.content.profile import THEMES
from bot.content.team import Arena
from bot.domain.conversation import ConversationState
from dialogs.by_words import begins_a_question, listed, words_of
from dialogs.cases.about import about_filled_in
from dialogs.cases.duty import ABOUT
from dialogs.dialog import Around, Step

LONGEST = 14
"""More words than this tell a story."""
_ENDINGS = ("", "n", "en", "a", "et")
_DENIES = frozenset({"ikke", "ikkje", "itj", "ikkj", "nei", "aldri"})


def heard_at_about(said: str, state: ConversationState, around: Around) -> Step | None:
    """Fill in what is said of step 1; None when nothing of it is, or when something is asked."""
    words, text = words_of(said), around.text
    if state.case.step != ABOUT or not words or len(words) > LONGEST or begins_a_question(words):
        return None
    told, age = f" {' '.join(words)} ", age_told(said)

    def named(prefix: str, ids: tuple[str, ...]) -> list[str]:
        titles = ((one, " ".join(words_of(text(f"names.{prefix}_{one}")))) for one in ids)
        return [one for one, title in titles if any(f" {title}{ending} " in told for ending in _ENDINGS)]

    arenas = named("arena", get_args(Arena))
    if "videregaende" in arenas:  # «videregående skole» names a school as well
        arenas = ["videregaende"]
    values = {
        "age": (band_of_years(age) if age is not None else None) or "",
        "arena": arenas[0] if len(arenas) == 1 else "",
        "themes": ",".join(named("theme", tuple(THEMES))),
        "way": _way_in(told, around),
    }
    known = {name: value for name, value in values.items() if value}
    return about_filled_in(known, state, around) if known else None


def _way_in(told: str, around: Around) -> str:
    """Return the way that is told: «uten samtykke» before «samtykke»; nothing when neither is, or when it is denied."""
    if not _DENIES.isdisjoint(told.split()):  # «samtykker ikke» tells neither that it is given nor which way is wanted
        return "anonymt" if " anonymt " in told else ""
    for way, key in (("anonymt", "case.words_anonymous"), ("med_samtykke", "case.words_consent")):
        if any(f" {one} " in told for one in listed(key, around.text)):
            return way
    return ""
