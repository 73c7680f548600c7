"""What somebody has written in a form that is pressed, as against what they chose or the card carries; and what they
have said is not acute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.domain.conversation import ConversationState
from bot.domain.turn import Pressed
from dialogs.acute import AGAIN, PASSED
from dialogs.cases.new_text import TRAITS
from dialogs.checked_text import BEFORE, KEEP, KEPT_THEN, SHOWN
from dialogs.dialog import NOT_ACUTE

MOST_WRITTEN = 20_000
TOGETHER = ("seen", "child")
"""The two fields of a case that tell of the same: what was seen, and what the child said, did or showed."""
OURS = frozenset({KEEP, KEPT_THEN, SHOWN, PASSED, AGAIN, TRAITS, "code", "at"})
"""What buttons carry of ours: ids, codes and numbers."""


def written(pressed: Pressed, state: ConversationState) -> tuple[str, ...]:
    """Return the free texts among the values.

    Each is heard by itself: words of different answers, put together, say what nobody said (but `told_together`). No
    form holds more than `MOST_WRITTEN` characters; what is beyond was put there by somebody who tampered with it.
    """
    return tuple(_up_to(MOST_WRITTEN, written_in(pressed, state).values()))


def written_in(pressed: Pressed, state: ConversationState) -> Mapping[str, str]:
    """Return the free texts among the values by their field: what belongs to a field with choices is ours, not
    theirs."""
    fixed = {field.id for field in state.fields if field.choices} | OURS
    theirs = ((name, said) for name, said in pressed.values.items() if said.strip() and not name.startswith(BEFORE))
    return {name: said for name, said in theirs if name not in fixed}


def told_together(pressed: Pressed, state: ConversationState) -> tuple[str, ...]:
    """Return what was seen and what the child said or did, where a case tells both: what was done may stand in the one
    and who did it in the other."""
    texts = written_in(pressed, state)
    told = tuple(texts.get(name, "")[:MOST_WRITTEN] for name in TOGETHER)
    return told if all(told) else ()


def _up_to(most: int, texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        if most <= 0:
            return
        yield text[:most]
        most -= len(text)


def passed(state: ConversationState) -> Sequence[str]:
    """Return the kinds of danger that are said not to be acute in what has the floor."""
    passed: Sequence[str] = state.data.get(NOT_ACUTE, ()) if state.active else ()
    return passed
