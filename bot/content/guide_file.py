"""Reads `knowledge/guides/*.yaml` and the published versions kept in `guides/archive/`. Must not judge the flow: `check_guides` does."""

from __future__ import annotations

from pathlib import Path

from bot.content.guide import Guide
from bot.content.model_problem import build, unexpected_shape
from bot.content.problem import KnowledgeError, Problem
from bot.content.yaml_file import YamlFile, read_yaml

ARCHIVE = "archive"


def load_guides(knowledge: Path) -> tuple[dict[str, Guide], dict[tuple[str, str], Guide]]:
    """Return the current guides by id, and every kept version by (id, version). Raises KnowledgeError with all problems."""
    problems: list[Problem] = []
    current: dict[str, Guide] = {}
    for guide, file in _read_all(knowledge, "", problems):
        if guide.id != Path(file.name).stem:
            text = f"guide er «{guide.id}», men fila heter «{Path(file.name).name}». De skal være like."
            problems.append(Problem(file.name, "guide", text, file.line_of(("guide",))))
        current[guide.id] = guide
    kept = {(guide.id, guide.version): guide for guide in current.values()}
    for guide, file in _read_all(knowledge, ARCHIVE, problems):
        same = kept.get((guide.id, guide.version))
        if same is not None and same != guide:
            text = f"Versjon {guide.version} er allerede publisert med annet innhold. Gi den nye versjonen et nytt nummer."
            problems.append(Problem(f"guides/{guide.id}.yaml", "version", text))
        kept.setdefault((guide.id, guide.version), guide)
    if problems:
        raise KnowledgeError(problems)
    return current, kept


def _read_all(knowledge: Path, folder: str, problems: list[Problem]) -> list[tuple[Guide, YamlFile]]:
    found: list[tuple[Guide, YamlFile]] = []
    for path in sorted((knowledge / "guides" / folder).glob("*.yaml")):
        name = path.relative_to(knowledge).as_posix()
        try:
            file = read_yaml(path, name)
        except KnowledgeError as error:
            problems.extend(error.problems)
            continue
        if not isinstance(file.data, dict):
            problems.append(unexpected_shape(file, (), "Fila skal begynne med «guide:» og ha feltene under hverandre."))
            continue
        guide, wrong = build(Guide, file.data, file)
        problems.extend(wrong)
        if guide is not None:
            found.append((guide, file))
    return found
