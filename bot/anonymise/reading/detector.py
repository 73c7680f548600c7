"""A detector: what finds one kind of thing in a text, and what a text must hold for that. Knows no rules.

Most texts hold nothing for most detectors. What each of them needs stands beside it (`@needing`) and is one number, so
that a text is asked in one step and nothing of the detector is touched.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from bot.anonymise.finding import Hit
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import Needs

Find = Callable[[Document], Iterator[Hit]]


class Detector(NamedTuple):
    """What finds one kind of thing, and of what a text must hold something for that."""

    find: Find
    needs: Needs


def needing(needs: Needs) -> Callable[[Find], Detector]:
    """Make a detector of what finds something only where a text holds some of this."""
    return lambda find: Detector(find, needs)


def hits_of(detectors: Sequence[Detector], document: Document) -> Iterator[Hit]:
    """Yield what the detectors find, in their order."""
    holds = document.holds
    for find in [find for find, needs in detectors if needs & holds]:
        yield from find(document)
