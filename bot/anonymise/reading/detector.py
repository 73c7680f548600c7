"""A detector: what finds one kind of thing in a text, and what a text must hold for that. Knows no rules.

Most texts hold nothing for most detectors. What each of them needs stands beside it (`@needing`) and is one number, so
that a text is asked in one step and nothing of the detector is touched.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from bot.anonymise.finding import Hit
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import Needs

Found = TypeVar("Found")
"""A hit, or the position of a word that is asked about."""
Find = Callable[[Document], Iterator[Found]]


class Finder(NamedTuple, Generic[Found]):
    """What finds one kind of thing, and of what a text must hold something for that."""

    find: Find[Found]
    needs: Needs


Detector = Finder[Hit]


def needing(needs: Needs) -> Callable[[Find[Found]], Finder[Found]]:
    """Make a detector of what finds something only where a text holds some of this."""
    return lambda find: Finder(find, needs)


def hits_of(detectors: Sequence[Finder[Found]], document: Document) -> Iterator[Found]:
    """Yield what the detectors find, in their order."""
    holds = document.holds
    for find in [find for find, needs in detectors if needs & holds]:
        yield from find(document)
