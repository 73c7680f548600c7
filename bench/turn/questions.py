"""The questions the bench asks: real ones from the development set that get an answer, each in its own words.

Few questions asked again and again would find everything they need already in the processor's cache.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bench.answers.questions import read_questions
from bot.domain.conversation import ConversationState, Profile
from bot.domain.reply import Card
from bot.domain.turn import Person, Place, PlaceKind, Said, Turn
from bot.inside import build_router
from bot.turns.library import read_shelf
from dialogs.dialog import Around

MUNICIPALITY, ROLE = "stjordal", "skole"


def answered_questions(knowledge: Path) -> list[str]:
    """Return the questions that this bot answers with one card and nothing else."""
    shelf, router, now = read_shelf(knowledge), build_router(), datetime.now(UTC)
    around = Around(shelf.knowledge, shelf.answers, shelf.acute, shelf.anonymiser, now, (MUNICIPALITY,))
    state = ConversationState(profile=Profile(MUNICIPALITY, ROLE), welcomed=True)
    person, place = Person("bench", "Test Lærer"), Place(PlaceKind.PERSONAL, "bench", {})

    def is_answered(text: str) -> bool:
        replies = router.route(Turn("1", person, place, Said(text), now), state, around).step.replies
        return len(replies) == 1 and isinstance(replies[0], Card) and replies[0].kind == "answer"

    return [one.text for one in read_questions("dev") if is_answered(one.text)]
