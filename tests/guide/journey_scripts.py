"""Writes each journey as the inputs of a transcript; `pytest --rewrite-transcripts` fills in what the bot says.

`said` in a journey is what a tired person types, with mistakes; the rest press buttons and fill in the card's fields.

Run `python -m tests.guide.journey_scripts` after a change in journeys.yaml or in a guide's options.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.content.guide import Guide, GuideStep
from bot.content.guide_file import load_guides
from bot.content.yaml_file import read_yaml

ROOT = Path(__file__).parents[2]
JOURNEYS = Path(__file__).with_name("journeys.yaml")
FOLDER = ROOT / "tests" / "transcripts" / "guide" / "journeys"
WAY_IN = {"bekymring": ("jeg er bekymret",), "akutt": ("jeg er bekymret", "ja", "Hva gjelder det?")}
STAFF_DOOR = ("ansatt", "Gå steg for steg")


def all_journeys() -> list[dict[str, Any]]:
    """Return the journeys as they are written."""
    journeys: list[dict[str, Any]] = read_yaml(JOURNEYS, JOURNEYS.name).data["journeys"]
    return journeys


def script_of(journey: Mapping[str, Any], guide: Guide) -> str:
    """Return the transcript's head and inputs: numbers and labels in turn, checklists as `Felt: verdi`."""
    head = [
        f"# {journey['title']}",
        "Klokka: mandag 7. desember 2026 14.10",
        f"Kommune: {journey['municipality']}",
        f"Rolle: {journey['role']}",
        "Vis: 4, siste hele",
        "",
    ]
    said = journey.get("said") or [*WAY_IN.get(guide.id, STAFF_DOOR), *_inputs(journey["answers"], guide)]
    return "\n".join((*head, *(f"Kari: {one}\n" for one in said)))


def _inputs(answers: Mapping[str, Any], guide: Guide) -> Iterator[str]:
    for number, (step_id, answer) in enumerate(answers.items()):
        step = guide.steps[step_id]
        if isinstance(answer, str):
            ids = [option.id for option in step.options]
            yield str(ids.index(answer) + 1) if number % 2 else step.options[ids.index(answer)].say
        else:
            yield " · ".join((*_fields(step, answer), "[Neste]"))


def _fields(step: GuideStep, answer: Mapping[str, Any]) -> Iterator[str]:
    for field in step.fields:
        value = answer.get(field.id)
        if not value:
            continue
        if field.kind == "choice" and isinstance(value, str):
            value = next(choice.say for choice in field.choices if choice.id == value)
        yield f"{field.label}: {value if isinstance(value, str) else ','.join(value)}"


def main() -> None:
    """Write the inputs of every journey."""
    guides, _ = load_guides(ROOT / "knowledge")
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.txt"):
        old.unlink()
    for journey in all_journeys():
        path = FOLDER / f"{journey['id']}.txt"
        path.write_text(script_of(journey, guides[journey["guide"]]), "utf-8")


if __name__ == "__main__":
    main()
