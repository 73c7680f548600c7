"""Hears a short question about the answer just shown: where it stands, and whom it is for; below a way with consent,
where its form is; and what is meant by a card that asks nothing.

Must come after danger has been heard. Whatever else is named is searched as always.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.texts import Texts
from bot.domain.conversation import ROLES, ConversationState
from bot.domain.turn import Pressed
from bot.turns.known_words import are_listened_for
from dialogs.by_words import says_only, words_of
from dialogs.cases.other_ways import CONSENT
from dialogs.guide.asked_beside import asks_what_now, is_lost
from dialogs.practice.progress import NAME as COURSE
from dialogs.source_words import asks_for_source
from dialogs.where.asked_for import TEAM, place_shown

OF_ANSWER = ("article_more", "source", "vote_up")
"""Buttons that stand below an answer and name it."""
LONGEST = 10
"""More words than this ask for something else as well."""
MEANT_BELOW = (("article", CONSENT, "case_consent_meant"), ("practice_start", "", "practice_meant"))
"""A button of a card that asks nothing, with its id where that tells, and the verb that says what the card means."""
FORM, FORM_SMALL = "commands.form_words", "commands.form_small"
WHOM = tuple(f"commands.for_{one}" for one in ("asks", "differs", "whom", "small"))


def asked_of_answer(said: str, state: ConversationState, texts: Texts) -> Pressed | None:
    """Return the button that the question stands for; None when no answer was shown last, or something else is
    asked."""
    words, slug = words_of(said), _answer_shown(state)
    if then := _what_happens_then(words, state, texts) or _what_the_card_means(words, state, texts):
        return then
    if not are_listened_for(words, texts):
        return None
    if (team := _team_with_consent(state)) and says_only(words, texts, FORM, beside=(FORM_SMALL,)):
        return Pressed("case_consent_form", team)  # without these words it is the form of a report
    is_source = bool(words) and len(words) <= LONGEST and asks_for_source(words, texts)
    if is_source and (slug or state.active is None) and (slug or state.last_article):
        return Pressed("source", slug or state.last_article or "")  # which names the answer it is of
    if not slug or not words or len(words) > LONGEST:
        return None
    role = asks_for_whom(words, texts)
    return None if role is None else Pressed("answer_for", f"{slug}|{role}")


def _what_happens_then(words: Sequence[str], state: ConversationState, texts: Texts) -> Pressed | None:
    """Return the button «Hva skjer nå?» below a report, for who asks «hva gjør jeg nå»."""
    title = texts("case.after_report")
    asked = next((one for one in state.shown if one.verb == "article" and one.title == title), None)
    is_asked = asked is not None and state.active is None and asks_what_now(words, texts)
    return Pressed(asked.verb, asked.id) if asked is not None and is_asked else None


def _what_the_card_means(words: Sequence[str], state: ConversationState, texts: Texts) -> Pressed | None:
    """Return what tells in plainer words what the card means, for who does not follow or asks what to do now: «hva
    mener du», «hva gjør jeg nå»."""
    is_idle = state.active in (None, COURSE) and not any(one.verb in OF_ANSWER for one in state.shown)
    if not is_idle or not (is_lost(words, texts) or asks_what_now(words, texts)):
        return None
    shown = {(one.verb, id) for one in state.shown for id in (one.id, "")}
    verb = next((verb for below, id, verb in MEANT_BELOW if (below, id) in shown), None)
    return Pressed(verb, _team_with_consent(state)) if verb is not None else None


def _team_with_consent(state: ConversationState) -> str:
    """Return the team that the way with consent leads to, when that was shown last; an empty string for none."""
    is_way = any(one.verb == "article" and one.id == CONSENT for one in state.shown)
    kind, _, id = place_shown(state).partition(".") if is_way else ("", "", "")
    return id if kind == TEAM else ""


def _answer_shown(state: ConversationState) -> str:
    """Return which answer was shown last; its sources are links, which are no buttons to type."""
    named = next((one.id for one in state.shown if one.verb in OF_ANSWER), "")
    return named or ("" if state.shown or state.active else state.last_article or "")


def asks_for_whom(words: Sequence[str], texts: Texts) -> str | None:
    """Return the role that «er det annerledes for helse?» names, empty in «gjelder det meg?»; None for what is
    neither."""
    asks, differs, whom = (not texts.words(key).isdisjoint(words) for key in WHOM[:-1])
    role = next((one for one in _ROLES if not texts.words(f"commands.for_role_{one}").isdisjoint(words)), "")
    known = texts.words(*WHOM, *(f"commands.for_role_{one}" for one in _ROLES))
    is_asked = differs or (asks and (whom or bool(role)))
    return role if is_asked and known.issuperset(words) else None


_ROLES = ("privat_barnehage", *(one for one in ROLES if one not in ("privat_barnehage", "annet")))
"""A private kindergarten is a kindergarten too, and is named by the word beside it."""
