"""`python -m bot anonymise`: find and replace what may identify a person, for one text or many JSON lines. Must
not log any text.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Annotated, Any

import typer

from bot.anonymise import Anonymiser, Finding, load_anonymiser
from bot.cli.written_ids import municipality_id

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"
_TOO_LONG = 200_000
"""Characters in one JSON line: ten times the longest case text."""
_HALF = re.compile("[\ud800-\udfff]")


def anonymise(
    text: Annotated[list[str] | None, typer.Argument(help="Teksten.")] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Les JSON-linjer fra stdin og skriv JSON-linjer.")] = False,
    kommune: Annotated[str | None, typer.Option(help="Kommunen, f.eks. Stjørdal.")] = None,
    knowledge: Annotated[Path, typer.Option(help="Mappa med innholdet.")] = KNOWLEDGE,
) -> None:
    """Vis hva i en tekst som kan røpe hvem den handler om, og et forslag uten det."""
    anonymiser = load_anonymiser(knowledge / "anonymising")
    kommune = municipality_id(kommune) if kommune else None
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if jsonl:
        answer_lines(anonymiser, sys.stdin, sys.stdout, kommune)
        return
    typer.echo(in_words(anonymiser, " ".join(text or []) or sys.stdin.read(), kommune))


def answer_lines(anonymiser: Anonymiser, lines: Iterable[str], out: IO[str], kommune: str | None = None) -> None:
    """Answer each line until the end; a line that cannot be read gets an object with "error", never a stop."""
    for line in lines:
        if not line.strip():
            continue
        out.write(_as_json(answer_line(anonymiser, line, kommune)) + "\n")
        out.flush()


def _as_json(answered: dict[str, Any]) -> str:
    """Return one line of JSON; half characters (lone surrogates) are escaped, since no stream can carry them."""
    line = json.dumps(answered, ensure_ascii=False)
    return line if line.isascii() or not _HALF.search(line) else json.dumps(answered)


def answer_line(anonymiser: Anonymiser, line: str, kommune: str | None = None) -> dict[str, Any]:
    """Return the answer to one JSON line, or {"id", "error"}; the error never repeats the text."""
    if len(line) > _TOO_LONG:
        return {"id": None, "error": "linja er for lang"}
    try:
        asked = json.loads(line.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return {"id": None, "error": "linja er ikke gyldig JSON"}
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        return {
            "id": asked.get("id") if isinstance(asked, dict) else None,
            "error": "feltet «text» mangler eller er ikke tekst",
        }
    place = asked.get("kommune")
    there = municipality_id(place) if isinstance(place, str) else kommune
    return answer(anonymiser, asked.get("id"), asked["text"], there)


def answer(anonymiser: Anonymiser, identity: object, text: str, kommune: str | None) -> dict[str, Any]:
    """Return {"id", "spans", "text", "risk"}; offsets count code points of the input, the risk is that of the text
    as it was.
    """
    findings = anonymiser.find(text, kommune)
    risk = anonymiser.risk(findings, municipality=kommune, age_band=None, arena=None)
    return {
        "id": identity,
        "spans": [_span(f) for f in findings],
        "text": anonymiser.rewrite(text, findings),
        "risk": {"persons": round(risk.persons, 1), "level": risk.level, "words": risk.words, "advice": risk.advice},
    }


def _span(finding: Finding) -> dict[str, Any]:
    return {
        "start": finding.start,
        "end": finding.end,
        "type": finding.type,
        "class": finding.cls,
        "replacement": finding.replacement,
    }


def in_words(anonymiser: Anonymiser, text: str, kommune: str | None) -> str:
    """Return the findings as a readable list with reasons, the proposed text and the risk."""
    findings = anonymiser.find(text, kommune)
    risk = anonymiser.risk(findings, municipality=kommune, age_band=None, arena=None)
    rows = [_row(text, finding) for finding in findings]
    shown = "\n".join(rows) or "Jeg fant ingenting. Les likevel gjennom selv: jeg ser ikke alt."
    return f"{shown}\n\nForslag: {anonymiser.rewrite(text, findings)}\n\n{risk.words} {risk.advice}"


def _row(text: str, finding: Finding) -> str:
    must = "Må bort" if finding.cls == "direct" else "Bør bort"
    return (
        f"{must}: «{text[finding.start : finding.end]}» – {finding.why} Forslag: {finding.replacement or 'ta det bort'}"
    )
