"""Counts how well findings cover labelled spans. Knows spans only; any engine that gives (start, end, class) can
be measured.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bench.anonymise.labels import Gold, Labelled

Span = tuple[int, int, str]
Engine = Callable[[str], Sequence[Span]]


@dataclass(slots=True)
class Figures:
    """The counts behind the figures; lists hold ids of texts, never the words themselves."""

    direct: int = 0
    direct_covered: int = 0
    quasi: int = 0
    quasi_touched: int = 0
    found: int = 0
    found_right: int = 0
    texts_with_direct: int = 0
    leaking: list[str] = field(default_factory=list)
    untouched: list[str] = field(default_factory=list)
    false_alarms: list[str] = field(default_factory=list)
    clean: int = 0
    clean_blocked: list[str] = field(default_factory=list)
    clean_flagged: list[str] = field(default_factory=list)

    @property
    def direct_recall(self) -> float:
        """Share of direct identifiers that are covered in full."""
        return self.direct_covered / max(self.direct, 1)

    @property
    def quasi_recall(self) -> float:
        """Share of quasi-identifiers that are touched."""
        return self.quasi_touched / max(self.quasi, 1)

    @property
    def precision(self) -> float:
        """Share of found spans that touch a labelled one."""
        return self.found_right / max(self.found, 1)


def measure(texts: Sequence[Labelled], engine: Engine) -> Figures:
    """Run the engine over the texts and count."""
    figures = Figures()
    for item in texts:
        spans = sorted(engine(item.text))
        _count_gold(figures, item, spans)
        _count_found(figures, item, spans)
    return figures


def _count_gold(figures: Figures, item: Labelled, spans: Sequence[Span]) -> None:
    direct = [g for g in item.spans if g.cls == "direct"]
    covered = [_is_covered(g, spans, item.text) for g in direct]
    figures.direct += len(direct)
    figures.direct_covered += sum(covered)
    figures.texts_with_direct += bool(direct)
    if not all(covered):
        figures.leaking.append(item.id)
    for gold in item.spans:
        if gold.cls == "quasi":
            touched = any(s < gold.end and e > gold.start for s, e, _ in spans)
            figures.quasi += 1
            figures.quasi_touched += touched
            if not touched:
                figures.untouched.append(f"{item.id}:{gold.type}")


def _is_covered(gold: Gold, spans: Sequence[Span], text: str) -> bool:
    """Tell whether found spans together cover every letter and digit of the labelled one."""
    return all(not text[at].isalnum() or any(s <= at < e for s, e, _ in spans) for at in range(gold.start, gold.end))


def _count_found(figures: Figures, item: Labelled, spans: Sequence[Span]) -> None:
    for start, end, _ in spans:
        right = any(start < g.end and end > g.start for g in item.spans)
        figures.found += 1
        figures.found_right += right
        if not right:
            figures.false_alarms.append(item.id)
    if not item.spans:
        figures.clean += 1
        if spans:
            figures.clean_flagged.append(item.id)
        if any(cls == "direct" for _, _, cls in spans):
            figures.clean_blocked.append(item.id)
