"""Reads `guides/*.yaml` and the published versions in `guides/archive/`. Judges nothing: `check_guides` does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bot.content.guide import Guide, SharedOutcomes
from bot.content.model_problem import build, did_you_mean, unexpected_shape
from bot.content.problem import KnowledgeError, Problem
from bot.content.yaml_file import YamlFile, read_yaml

ARCHIVE = "archive"
SHARED = "felles"


def load_guides(knowledge: Path) -> tuple[dict[str, Guide], dict[tuple[str, str], Guide]]:
    """Return the current guides by id, and every kept version by (id, version). Raises KnowledgeError."""
    problems: list[Problem] = []
    current: dict[str, Guide] = {}
    for guide, file in _read_all(knowledge, "", problems):
        if guide.id != Path(file.name).stem:
            text = f"guide er «{guide.id}», men fila heter «{Path(file.name).name}». De skal være like."
            problems.append(file.problem(("guide",), text))
        current[guide.id] = guide
    kept = {(guide.id, guide.version): guide for guide in current.values()}
    for guide, _ in _read_all(knowledge, ARCHIVE, problems):
        same = kept.get((guide.id, guide.version))
        if same is not None and same != guide:
            text = (
                f"Versjon {guide.version} er allerede publisert med annet innhold. Gi den nye versjonen et nytt nummer."
                " Endrer du i fila, kjører du etterpå: python -m bot keep"
            )
            problems.append(Problem(f"guides/{guide.id}.yaml", "version", text))
        if same is None:
            versions = [one for one in kept.values() if one.id == guide.id]
            kept[guide.id, guide.version] = _sharing(guide, versions)
    if problems:
        raise KnowledgeError(problems)
    return current, kept


def _sharing(guide: Guide, versions: Sequence[Guide]) -> Guide:
    """Return the guide with each part that another version has too held once: little changes from one to the next."""

    def shared(name: str) -> dict[str, object]:
        others = [getattr(one, name) for one in versions]
        return {
            key: next((known for other in others if (known := other.get(key)) == part), part)
            for key, part in getattr(guide, name).items()
        }

    return guide.model_copy(update={name: shared(name) for name in ("named_rules", "checkpoints", "steps", "outcomes")})


def _shared(knowledge: Path, problems: list[Problem]) -> dict[str, dict[str, object]]:
    """Return the outcomes of each shared file as plain data, checked once on their own."""
    found: dict[str, dict[str, object]] = {}
    for path in sorted((knowledge / "guides" / SHARED).glob("*.yaml")):
        name = path.relative_to(knowledge).as_posix()
        try:
            file = read_yaml(path, name)
        except KnowledgeError as error:
            problems.extend(error.problems)
            continue
        shared, wrong = build(SharedOutcomes, file.data, file)
        problems.extend(wrong)
        if shared is not None:
            found[shared.id] = dict(file.data["outcomes"])
    return found


def _with_shared(file: YamlFile, shared: dict[str, dict[str, object]], problems: list[Problem]) -> dict[str, object]:
    """Return the guide's data with the shared outcomes that its `severity` names put in: a version is whole alone."""
    data = dict(file.data)
    together: dict[str, object] = {}
    for name in data.get("outcomes_from") or ():
        if name in shared:
            together |= shared[name]
        else:
            text = f"Fila felles/{name}.yaml finnes ikke.{did_you_mean(name, shared)}"
            problems.append(unexpected_shape(file, ("outcomes_from",), text))
    data.pop("outcomes_from", None)
    wanted = data.get("severity")
    named = [name for name in wanted if isinstance(name, str)] if isinstance(wanted, list) else []
    own = data.get("outcomes")
    data["outcomes"] = {name: together[name] for name in named if name in together} | (
        own if isinstance(own, dict) else {}
    )
    return data


def _read_all(knowledge: Path, folder: str, problems: list[Problem]) -> list[tuple[Guide, YamlFile]]:
    found: list[tuple[Guide, YamlFile]] = []
    shared = _shared(knowledge, problems if not folder else [])
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
        guide, wrong = build(Guide, _with_shared(file, shared, problems), file)
        problems.extend(wrong)
        if guide is not None:
            found.append((guide, file))
    return found
