"""Every way through a guide, as its arrows tell it. Rules count as leading to all the places their file names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.content.guide import Guide, Option, Safety

Statuses = tuple[str, ...]
"""For each safety question: `open`, `safe`, `unsure` (must be settled elsewhere) or `unsafe`."""


class Ways:
    """The arrows of one guide."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide

    def targets(self, option: Option) -> tuple[str, ...]:
        """Return where an option may lead."""
        if option.go_to:
            return (option.go_to,)
        named = self._guide.named_rules.get(option.go_to_rule or "")
        return named.goes_to if named else ()

    def after(self, name: str) -> tuple[str, ...]:
        """Return where a step may lead."""
        return tuple(dict.fromkeys(target for _, target in self._guide.arrows(name)))

    def reachable(self, *starts: str) -> set[str]:
        """Return every place that can be reached, the starts included."""
        found: set[str] = set()
        waiting = list(starts)
        while waiting:
            place = waiting.pop()
            if place not in found:
                found.add(place)
                waiting += self.after(place) if place in self._guide.steps else ()
        return found

    def loop(self) -> tuple[str, ...]:
        """Return the steps of a loop, or nothing."""
        done: set[str] = set()

        def visit(name: str, way: tuple[str, ...]) -> tuple[str, ...]:
            if name in way:
                return (*way[way.index(name) :], name)
            if name in done or name not in self._guide.steps:
                return ()
            found = next((loop for target in self.after(name) if (loop := visit(target, (*way, name)))), ())
            done.add(name)
            return found

        return next((loop for name in self._guide.steps if (loop := visit(name, ()))), ())

    def mildest(self, places: Iterable[str]) -> int:
        """Return the position in `severity` of the mildest outcome that can be reached."""
        ends = self.reachable(*places) & set(self._guide.outcomes)
        return min((self._guide.severity.index(end) for end in ends), default=len(self._guide.severity))

    def unsafe_case_requests(self) -> set[tuple[str, str]]:
        """Return (outcome, safety step) for each way to a case request where that question is not settled as safe."""
        found: set[tuple[str, str]] = set()
        open_ones: Statuses = ("open",) * len(self._guide.safety)
        waiting, seen = [(self._guide.start, open_ones)], set[tuple[str, Statuses]]()
        while waiting:
            here = waiting.pop()
            if here in seen:
                continue
            seen.add(here)
            place, statuses = here
            outcome = self._guide.outcomes.get(place)
            if outcome is not None and outcome.case_request:
                pairs = zip(self._guide.safety, statuses, strict=True)
                found |= {(place, safety.step) for safety, status in pairs if status != "safe"}
            if place in self._guide.steps:
                waiting += self._onward(place, statuses)
        return found

    def _onward(self, place: str, statuses: Statuses) -> Iterator[tuple[str, Statuses]]:
        step = self._guide.steps[place]
        for option in step.options:
            after = tuple(
                _status(safety, status, place, option)
                for safety, status in zip(self._guide.safety, statuses, strict=True)
            )
            yield from ((target, after) for target in self.targets(option))
        if not step.options:
            yield from ((target, statuses) for target in self.after(place))
        elif step.otherwise:
            named = self._guide.named_rules.get(step.otherwise.go_to_rule or "")
            yield from ((target, statuses) for target in (named.goes_to if named else (step.otherwise.go_to,)))


def _status(safety: Safety, status: str, place: str, option: Option) -> str:
    if place == safety.step:
        if option.id in safety.safe:
            return "safe"
        return "unsure" if option.meaning == "usikker" else "unsafe"
    if status == "unsure" and place in safety.settled_by:
        return "safe" if option.id in safety.settled_by[place] else "unsafe"
    return status
