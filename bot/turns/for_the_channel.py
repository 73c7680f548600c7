"""Hears what a member of a team says in their own chat although it is done in the team's channel: «jeg tar K7M-42P»,
«ta over K7M-42P», «svar innmelder: …». Nobody is to think that it is done, or that it has been sent."""

from __future__ import annotations

from bot.domain.case import CODE
from bot.domain.reply import Line
from bot.turns.in_channel import WITH_NAMES, takes_it, taking_over
from dialogs.by_words import words_of
from dialogs.cases.team_forms import told_requester
from dialogs.dialog import Around, Step

REQUESTER = "innmeld"
"""What every form of the word for who sent a case begins with: «innmelder», «innmeldaren»."""


def for_the_channel(said: str, around: Around) -> Step | None:
    """Return where it is done, to who takes a case, takes one over or gives it on, or asks or answers who sent one, in
    nothing but words for that."""
    tells = REQUESTER in said.casefold() and _tells_requester(told_requester(said)[0], around)
    is_meant = tells or _takes_case(said, around) or _moves_case(said, around)
    return Step((Line(around.text("common.wrong_place_team")),)) if is_meant else None


def _takes_case(said: str, around: Around) -> bool:
    words = words_of(CODE.sub(" ", said))
    is_case = CODE.search(said) is not None or not around.text.words("commands.case_words").isdisjoint({*words} - _ANY)
    return is_case and takes_it(words, around.text)


def _moves_case(said: str, around: Around) -> bool:
    """Tell whether somebody takes over or gives on the case whose code stands there: «ta over K7M-42P». A sender may
    ask whether anybody does."""
    if CODE.search(said) is None:
        return False
    words, text = taking_over(words_of(CODE.sub(" ", said)), around.text), around.text
    small = text.words("commands.team_small", "commands.case_words", "commands.team_from_me", "commands.team_to_me")
    return SOME.isdisjoint(words) and any(
        not own.isdisjoint(words) and (own | small | text.words(f"commands.team_{verb}_beside")).issuperset(words)
        for verb in WITH_NAMES
        if (own := text.words(f"commands.team_{verb}"))
    )


SOME = frozenset({"noen", "nokon", "nån", "dere", "de"})
"""Words by which the case is asked of others: «kan noen ta over K7M-42P»."""
_ANY = {"den", "denne"}
"""Of the words for a case, those that may be about anything."""


def _tells_requester(label: str, around: Around) -> bool:
    words, text = words_of(CODE.sub(" ", label)), around.text
    verbs = text.words("commands.team_case_ask", "commands.team_case_answer")
    is_of_requester = any(word.startswith(REQUESTER) for word in words)
    known = verbs | text.words("commands.team_small", "commands.team_case_answer_beside")
    is_told = any(word in verbs and not word.startswith(REQUESTER) for word in words)
    return is_of_requester and is_told and known.issuperset(words)
