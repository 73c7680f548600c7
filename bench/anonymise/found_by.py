"""Which rule finds what in a text: `python -m bench.anonymise.found_by "Mor til Siri er lærer"`.

For whoever is to change what is found: each finding with the file and the line that made it, and each that changed it
since. It prints the text it is given: only for texts of one's own.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType
from typing import Any

from bot.anonymise import Anonymiser, Finding, load_anonymiser
from bot.anonymise.finding import Hit

RULES = str(Path("bot", "anonymise")) + "/"
PASSES_ON = (
    "finding.py",
    "hits.py",
    "merge.py",
    "anonymiser.py",
    "reading/detector.py",
    "traits/exact_age.py",
    "initials/initials_hit.py",
)
"""Files that make and sort what others have found."""


def found_by(anonymiser: Anonymiser, text: str) -> list[tuple[Finding, list[str]]]:
    """Return each finding with where it was made, `traits/age.py:120 find_ages`, and then changed."""
    made: dict[tuple[int, int], list[tuple[str, Hit]]] = {}

    def look(frame: FrameType, event: str, given: Any) -> None:
        if event == "return" and isinstance(given, Hit) and (place := _place(frame)):
            made.setdefault((given.start, given.end), []).append((place, given))

    anonymiser.find(text)  # what the rules import is not theirs
    sys.setprofile(look)
    try:
        findings = anonymiser.find(text)
    finally:
        sys.setprofile(None)
    return [(one, _steps(made.get((one.start, one.end), []), one.type)) for one in findings]


def _place(frame: FrameType) -> str:
    """Return the file, line and function of a rule; empty for what is none."""
    file = frame.f_code.co_filename.rpartition(RULES)[2]
    is_rule = RULES in frame.f_code.co_filename and file not in PASSES_ON
    return f"{file}:{frame.f_lineno} {frame.f_code.co_name}" if is_rule else ""


def _steps(made: list[tuple[str, Hit]], kind: str) -> list[str]:
    """Return the places in their order, each once; of another type only where there is none of this one."""
    own = [place for place, hit in made if hit.type == kind]
    return list(dict.fromkeys(own or [place for place, _ in made]))


def main() -> None:
    """Print it, one finding a line."""
    text = " ".join(sys.argv[1:]) or sys.stdin.read()
    for finding, places in found_by(load_anonymiser(Path("knowledge/anonymising")), text):
        print(f"{finding.cls:6} {finding.type:12} «{text[finding.start : finding.end]}»  {', '.join(places) or '?'}")


if __name__ == "__main__":
    main()
