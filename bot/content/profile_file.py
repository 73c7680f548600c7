"""Reads `knowledge/kommuner/*.yaml` and puts in what they share: national numbers and the services of their region.

Must not judge the facts: `check_profiles` does.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import Field

from bot.content.fact import KNOWN, UNKNOWN
from bot.content.model_problem import Model, build, did_you_mean, unexpected_shape
from bot.content.problem import KnowledgeError, Problem
from bot.content.profile import MayBeShared, MunicipalityProfile, Service
from bot.content.strict import Id
from bot.content.team import Team
from bot.content.yaml_file import YamlFile, read_yaml

NATIONAL = "nasjonalt"
SHARED = "felles"


class Shared(MayBeShared):
    """What several municipalities have in common; a municipality's own file wins."""

    id: Id = Field(alias="shared")
    teams: tuple[Team, ...] = ()


def described_in(knowledge: Path) -> tuple[str, ...]:
    """Return the ids of the municipalities that have a file, whole or not."""
    return tuple(sorted(path.stem for path in (knowledge / "kommuner").glob("*.yaml")))


def load_profiles(knowledge: Path) -> dict[str, MunicipalityProfile]:
    """Return every municipality by id, shared facts put in. Raises KnowledgeError with all problems."""
    problems: list[Problem] = []
    shared = {one.id: one for one, _ in _read_all(Shared, knowledge / "kommuner" / SHARED, knowledge, problems)}
    profiles: dict[str, MunicipalityProfile] = {}
    for profile, file in _read_all(MunicipalityProfile, knowledge / "kommuner", knowledge, problems):
        if profile.id != Path(file.name).stem:
            text = f"municipality er «{profile.id}», men fila heter «{Path(file.name).name}». De skal være like."
            problems.append(file.problem(("municipality",), text))
        if profile.region is not None and profile.region not in shared:
            text = (
                f"Regionen «{profile.region}» har ingen fil i kommuner/{SHARED}.{did_you_mean(profile.region, shared)}"
            )
            problems.append(file.problem(("region",), text))
        profiles[profile.id] = with_shared(profile, shared)
    if problems:
        raise KnowledgeError(problems)
    return profiles


def with_shared(profile: MunicipalityProfile, shared: Mapping[str, Shared]) -> MunicipalityProfile:
    """Return the profile with national and regional facts put in where it has none of its own."""
    layers = [shared[name] for name in (NATIONAL, profile.region) if name and name in shared]
    merged: dict[str, object] = {}
    for field in MayBeShared.model_fields:
        together: dict[str, object] = {}
        for layer in layers:
            together |= {key: one for key, one in getattr(layer, field).items() if _covers(one, profile.id)}
        merged[field] = together | dict(getattr(profile, field))
    own = {team.id for team in profile.teams}
    merged["teams"] = (*profile.teams, *(team for layer in layers for team in layer.teams if team.id not in own))
    return profile.model_copy(update=merged)


def _covers(one: object, municipality: str) -> bool:
    return not isinstance(one, Service) or not one.shared_by or municipality in one.shared_by


def _read_all(
    model: type[Model], folder: Path, knowledge: Path, problems: list[Problem]
) -> list[tuple[Model, YamlFile]]:
    found: list[tuple[Model, YamlFile]] = []
    for path in sorted(folder.glob("*.yaml")):
        name = path.relative_to(knowledge).as_posix()
        try:
            file = read_yaml(path, name)
        except KnowledgeError as error:
            problems.extend(error.problems)
            continue
        if not isinstance(file.data, dict):
            problems.append(
                unexpected_shape(file, (), "Fila skal ha felt under hverandre. Sammenlign med en fil som virker.")
            )
            continue
        built, wrong = build(model, file.data, file)
        problems.extend(_without_tags(problem) for problem in wrong)
        if built is not None:
            found.append((built, file))
    return found


def _without_tags(problem: Problem) -> Problem:
    """Take the words that only pydantic needs out of the path an editor reads."""
    where = ".".join(part for part in problem.where.split(".") if part not in (KNOWN, UNKNOWN))
    return Problem(problem.file, where, problem.message, problem.line, problem.severity)
