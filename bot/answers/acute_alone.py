"""Finds what stands among calm sentences and is worth hearing by itself: what is told behind a question, where a note
turns («men nå …»), in one long breath, and what a child is quoted with.

Must not judge it: it tells where to listen, and how clear the danger there must be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.answers.acute_around import only_asks

BEHIND_QUESTION_FROM = -0.1
"""Score from which what is told behind a question is danger: «er det lov med hund her? Den har bitt en elev». Of 1 000
calm messages that go on so, none alarms for it."""
TURN_FROM = -0.1
"""What is told last and begins with «men nå» or «i dag» is what the message is about. None of 7 000 calm messages
alarms for it."""
TOLD_FROM = 0.15
"""A later sentence of a message that asks nothing. The first is left out: it is what calm messages begin with."""
QUOTED_FROM = -0.1
"""What a child is quoted with, read as told of it, for few of the learned dangers are told by who is in them."""
BREATH_FROM, NOT_TOO_CALM = 0.2, -0.8
"""Score of a part between «og», and what the whole message must have at least: one that is calmer is calm."""
MOST_SENTENCES, FEWEST_WORDS = 40, 4
"""A longer message is a document; a shorter sentence tells nothing by itself («hun er femten»)."""
LONG_BREATH, LONG_PART = 11, 5
"""Words of a message with no full stop in it that is read in parts, and of each part."""
_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+|\n+")
_TURN = re.compile(
    r"^(?:(?:men|og|så|likevel|plutselig|plutseleg)\s+)?(?:nå|no|i dag|i går|i natt|i kveld|i morges|da|då|men|likevel|"
    r"plutselig|plutseleg|så|forresten)\b",
    re.IGNORECASE,
)
_QUOTED_ONLY = re.compile(r"^\s*[«\"“]([^«»\"“”]+)[»\"”]\s*[.!]?\s*$")
_OF_ONESELF = {
    **dict.fromkeys(("jeg", "eg", "æ"), "hun"),
    **dict.fromkeys(("meg", "mæ"), "henne"),
    **dict.fromkeys(("min", "mi"), "sin"),
    "mitt": "sitt",
    "mine": "sine",
}
_ONESELF = re.compile(rf"\b(?:{'|'.join(_OF_ONESELF)})\b", re.IGNORECASE)
_AND = re.compile(r",?\s+og\s+")
_EXCUSES = re.compile(r"[.!?]\s|\?|\b(?:men|fordi|for å|siden|slik at)\b")
"""What makes a part between «og» mean something else, or a message one of several sentences."""


def said_by_child(text: str) -> str | None:
    """Return a message that is only a quotation, as told of the child: «jeg tok alt» is «hun tok alt». None for any
    other."""
    quoted = _QUOTED_ONLY.match(text)
    if quoted is None:
        return None
    return _ONESELF.sub(lambda word: _OF_ONESELF[word[0].casefold()], quoted[1])


def alone_in(text: str) -> Iterator[tuple[str, float]]:
    """Yield what is to be heard by itself in a message, and the score it must have."""
    sentences = [one.strip() for one in _SENTENCE_ENDS.split(text) if one.strip()]
    while len(sentences) > 1 and only_asks(sentences[-1]):
        sentences.pop()
    if not 1 < len(sentences) <= MOST_SENTENCES:
        return
    told = [one for one in sentences if not one.endswith("?")]
    if sentences[0].endswith("?") and told:
        yield " ".join(told), BEHIND_QUESTION_FROM
    last = sentences[-1]
    if not last.endswith("?") and _TURN.match(last):
        yield last, TURN_FROM
    if len(told) == len(sentences):
        yield from ((one, TOLD_FROM) for one in told[1:] if len(one.split()) >= FEWEST_WORDS)


def parts_of_breath(text: str) -> list[str]:
    """Return what stands between «og» in a long message of one sentence that asks and excuses nothing."""
    if len(text.split()) < LONG_BREATH or _EXCUSES.search(text.casefold()):
        return []
    parts = [one for one in _AND.split(text) if len(one.split()) >= LONG_PART]
    return parts if len(parts) > 1 else []
