"""Makes one sorted row of findings out of overlapping hits. Direct beats quasi, the longer and surer beats the rest."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate

from bot.anonymise.finding import SENDER, Hit

_NAMES_OF_ONE = frozenset(["navn", "initialer"])


def merge(
    hits: Iterable[Hit], protected: Iterable[tuple[int, int]] = (), read: Iterable[tuple[int, int]] = ()
) -> list[Hit]:
    """Return hits sorted and without overlap; overlaps widen the stronger. Hits wholly inside a protected span are
    dropped, but a number or an e-mail address that nobody may keep only inside one that is `read` to its end.
    """
    read = sorted(read)
    inside, inside_read = _inside(sorted([*protected, *read])), _inside(read)
    kept: list[Hit] = []
    for hit in sorted(
        (h for h in hits if h.start < h.end and not (inside if h.may_keep else inside_read)(h)),
        key=lambda h: (h.start, -h.end),
    ):
        if kept and hit.start < kept[-1].end:
            kept[-1] = joined(kept[-1], hit)
        else:
            kept.append(hit)
    return kept


def _inside(guard: list[tuple[int, int]]) -> Callable[[Hit], bool]:
    """Return a test for lying wholly inside one of the sorted spans, by bisection."""
    starts = [start for start, _ in guard]
    reach = list(accumulate((end for _, end in guard), max))

    def is_inside(hit: Hit) -> bool:
        at = bisect_right(starts, hit.start) - 1
        return at >= 0 and hit.end <= reach[at]

    return is_inside


def _rank(hit: Hit) -> tuple[bool, int, float, bool]:
    return (hit.cls == "direct", hit.end - hit.start, hit.certainty, not hit.may_keep)


def joined(left: Hit, right: Hit) -> Hit:
    """Return the stronger hit, stretched over both so that nothing of either is left behind."""
    strong, other = max(left, right, key=_rank), min(left, right, key=_rank)
    is_signed = other.replacement == SENDER and strong.type in _NAMES_OF_ONE and other.start <= strong.start
    return strong._replace(
        replacement=SENDER if is_signed else strong.replacement,
        start=min(left.start, right.start),
        end=max(left.end, right.end),
        may_keep=left.may_keep and right.may_keep,
    )
