"""What is typed at «hvor jobber du?» and names no place: why it is asked, what is meant, and that it is not to be said.

Whoever is asked is on the way to something else, and keeps it: the card stays, below what they wondered.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.texts import Texts
from bot.domain.conversation import ConversationState
from dialogs.by_words import is_only_doubt, says_only, words_of, yes_or_no
from dialogs.dialog import Around
from dialogs.guide.asked_beside import asks_again, asks_what_now, asks_why, is_lost

CASE = "submit"
"""What cannot go on without a workplace: its team would not be known."""


def told_why(said: str, state: ConversationState, around: Around) -> str:
    """Return why it is asked and what becomes of it when it is not answered; an empty string for who says anything
    else than that they wonder, or will not say it."""
    words, text = words_of(said), around.text
    if not _wonders(words, text) and not ("?" not in said and _will_not_say(words, text)):
        return ""
    skipped = "case" if state.data.get("then") == CASE else "skip"
    return f"{text('start.profile_why')} {text(f'start.profile_why_{skipped}', skip=text('start.skip'))}"


def _wonders(words: Sequence[str], texts: Texts) -> bool:
    asks = (is_lost, asks_why, asks_again, asks_what_now)
    is_needed = says_only(words, texts, "start.words_must", "start.words_say", beside=("start.words_around_saying",))
    return is_needed or any(one(words, texts) for one in asks)


def _will_not_say(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether there is a no or a doubt and nothing else, «nei», «vet ikke», or that it will not be told: «det vil
    jeg ikke si»."""
    is_no = yes_or_no(words, texts) == "nei" or is_only_doubt(words, texts)
    refused = ("guide.words_no", "start.words_say")
    return is_no or says_only(words, texts, *refused, beside=("start.words_must", "start.words_around_saying"))
