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
from bot.turns.library import read_shelf
from bot.turns.router import Router
from dialogs.dialog import Around

MUNICIPALITY, ROLE = "stjordal", "skole"
SURE = 0.8
"""How sure the search must be of a question asked: one that it is nearly unsure of may be answered or only offered,
by what was asked before it."""


def answered_questions(knowledge: Path) -> list[str]:
    """Return the questions that this bot answers with one card and nothing else, asked one after another in a round.

    A question may be read together with the one before it, so one that is answered only by itself is left out.
    """
    shelf, router, now = read_shelf(knowledge), Router(), datetime.now(UTC)
    built = (shelf.knowledge, shelf.answers, shelf.acute, shelf.anonymiser)
    around = Around(*built, now, shelf.knowledge.served(()), has_cases=False)
    person, place = Person("bench", "Test Lærer"), Place(PlaceKind.PERSONAL, "bench", {})
    fresh = ConversationState(profile=Profile(MUNICIPALITY, ROLE), welcomed=True)

    def answer(text: str, state: ConversationState) -> tuple[bool, ConversationState]:
        step = router.route(Turn("1", person, place, Said(text), now), state, around).step
        is_one = len(step.replies) == 1 and isinstance(step.replies[0], Card) and step.replies[0].kind == "answer"
        return is_one, step.state or state

    def is_sure(text: str) -> bool:
        return shelf.answers.search(text, municipality=MUNICIPALITY, role=ROLE).score >= SURE

    kept = [one.text for one in read_questions("dev") if answer(one.text, fresh)[0] and is_sure(one.text)]
    while True:
        state, answered = answer(kept[-1], fresh)[1], []
        for text in kept:
            is_answered, state = answer(text, state)
            if is_answered:
                answered.append(text)
        if len(answered) == len(kept):
            return kept
        kept = answered
