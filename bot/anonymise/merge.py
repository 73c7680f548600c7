"""Makes one sorted row of findings out of overlapping hits. Direct beats quasi, the longer and surer beats the rest."""

from collections.abc import Iterable
from dataclasses import replace

from bot.anonymise.finding import Hit


def merge(hits: Iterable[Hit], protected: Iterable[tuple[int, int]] = ()) -> list[Hit]:
    """Return hits sorted and without overlap. Hits wholly inside a protected span are dropped; overlaps widen the stronger."""
    guard = sorted(protected)
    kept: list[Hit] = []
    for hit in sorted((h for h in hits if h.start < h.end and not _is_inside(h, guard)), key=lambda h: (h.start, -h.end)):
        if kept and hit.start < kept[-1].end:
            kept[-1] = _joined(kept[-1], hit)
        else:
            kept.append(hit)
    return kept


def _is_inside(hit: Hit, guard: list[tuple[int, int]]) -> bool:
    return any(start <= hit.start and hit.end <= end for start, end in guard)


def _rank(hit: Hit) -> tuple[bool, bool, int, float]:
    return (hit.cls == "direct", not hit.may_keep, hit.end - hit.start, hit.certainty)


def _joined(left: Hit, right: Hit) -> Hit:
    """Return the stronger hit, stretched over both so that nothing of either is left behind."""
    strong = max(left, right, key=_rank)
    return replace(strong, start=min(left.start, right.start), end=max(left.end, right.end), may_keep=left.may_keep and right.may_keep)
