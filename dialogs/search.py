"""The search in the compose box: articles for everyone, and in a team's own channel its cases. Keeps nothing."""

from __future__ import annotations

from bot.answers.plain_question import is_plain_question
from bot.domain.commands import ListTeamCases
from bot.domain.conversation import ConversationState
from bot.domain.reply import Card
from bot.domain.turn import PlaceKind, Turn
from dialogs.acute import acute_card
from dialogs.answers.cards import answer_card
from dialogs.dialog import Around, Step

SHOWN, SHOWN_IN_TEAM = 8, 3
"""Articles among the ten results Teams shows; in a team's channel there is room for its cases."""
FEWEST_LETTERS = 2


def search(turn: Turn, query: str, state: ConversationState, around: Around, *, is_outsider: bool = False) -> Step:
    """Return what fits the words, danger first; the team's cases follow when a member searches in its channel."""
    said = query.strip()
    in_team = turn.place.kind is PlaceKind.CHANNEL and not is_outsider
    cases = (ListTeamCases(turn.person, turn.place, "open"), ListTeamCases(turn.person, turn.place, "closed"))
    shown = SHOWN_IN_TEAM if in_team else SHOWN
    return Step(_articles(said, shown, state, around), commands=cases if in_team and said else ())


def _articles(said: str, shown: int, state: ConversationState, around: Around) -> tuple[Card, ...]:
    if len(said) < FEWEST_LETTERS:
        return ()
    finding, profile, articles = around.acute.detect(said), state.profile, around.knowledge.articles
    found = around.answers.search(said, municipality=profile.municipality, role=profile.role)
    is_danger = finding is not None and not is_plain_question(said, finding, around.acute, found, articles)
    first = (acute_card(state, around, kind=finding.kind),) if finding is not None and is_danger else ()
    known = (articles.get(hit.slug) for hit in found.ranked[:shown])
    return (*first, *(answer_card(article, state, around, is_shared=True) for article in known if article is not None))
