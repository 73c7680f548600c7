"""Builds the Teams app package and checks it offline, against Microsoft's schema and the rules it does not hold."""

from __future__ import annotations

import json
import re
import struct
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bot.domain.entra_id import GUID

TEMPLATE, COLOUR, OUTLINE = "manifest.template.json", "color.png", "outline.png"
SCHEMA = "schema/MicrosoftTeams.v1.27.schema.json"
NOT_GIVEN = "00000000-0000-0000-0000-000000000000"
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_NOWHERE = re.compile(r"https://(?:localhost|127\.0\.0\.1|[^/:?#]*\.invalid)(?:[/:?#]|$)")
"""An address that nobody else can open."""
_HTTPS = re.compile(r"https://[^\s/?#]+\.[^\s/?#]+\S*")
_VERSION = re.compile(r"\d+\.\d+\.\d+")


@dataclass(frozen=True)
class AppValues:
    """What an installation puts into the template. The defaults cannot pass for real ones."""

    app_id: str = NOT_GIVEN
    developer: str = "Må fylles ut av kommunen"
    website: str = "https://maa-fylles-ut.invalid/"
    privacy: str = "https://maa-fylles-ut.invalid/personvern"
    terms: str = "https://maa-fylles-ut.invalid/vilkaar"
    version: str = "1.0.0"

    def missing(self) -> list[str]:
        """Return the names of the values that only the municipality can give and has not given."""
        unset, given = AppValues(), asdict(self)
        return [
            name
            for name, value in given.items()
            if name != "version" and (value == getattr(unset, name) or _NOWHERE.match(value))
        ]


class ManifestProblem(Exception):
    """The package would be refused by Teams. `problems` are sentences in Norwegian, one per field."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def build_package(folder: Path, values: AppValues, target: Path) -> Path:
    """Write the app package to `target` and return it; raises ManifestProblem when anything is wrong."""
    manifest = fill(json.loads((folder / TEMPLATE).read_text(encoding="utf-8")), asdict(values))
    problems = [*check_manifest(manifest, folder), *check_icons(folder)]
    if problems:
        raise ManifestProblem(problems)
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        _put(package, "manifest.json", json.dumps(manifest, ensure_ascii=False, indent=2).encode())
        for icon in (COLOUR, OUTLINE):
            _put(package, icon, (folder / icon).read_bytes())
    return target


def _put(package: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Write with a fixed date, so that the same manifest gives the same file."""
    package.writestr(zipfile.ZipInfo(name, date_time=(2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def fill(node: Any, values: Mapping[str, str]) -> Any:
    """Return the template with its placeholders filled; raises KeyError for an unknown one."""
    if isinstance(node, str):
        return _PLACEHOLDER.sub(lambda match: values[match.group(1)], node)
    if isinstance(node, list):
        return [fill(item, values) for item in node]
    if isinstance(node, dict):
        return {name: fill(item, values) for name, item in node.items()}
    return node


def check_manifest(manifest: Mapping[str, Any], folder: Path) -> list[str]:
    """Return what is wrong with the manifest, by Microsoft's schema and then by the store's rules."""
    from jsonschema import Draft4Validator  # imported late: only this command needs it

    schema = json.loads((folder / SCHEMA).read_text(encoding="utf-8"))
    errors = sorted(Draft4Validator(schema).iter_errors(manifest), key=lambda error: str(error.json_path))
    return [f"{error.json_path}: {_of_schema(error)}" for error in errors] + list(_own_rules(manifest))


def _of_schema(error: Any) -> str:
    """Return in words what whoever fills in the template may have done; the rest as the schema's reader says it."""
    if error.validator == "maxLength":
        return f"er på {len(error.instance)} tegn, og Teams tar høyst {error.validator_value}."
    return str(error.message[:200])


def _own_rules(manifest: Mapping[str, Any]) -> Iterator[str]:
    if not GUID.fullmatch(str(manifest.get("id"))):
        yield "$.id: app-id-en skal være en GUID, slik den står i Azure."
    ids = {bot.get("botId") for bot in manifest.get("bots", [])}
    if ids != {manifest.get("webApplicationInfo", {}).get("id")}:
        yield "$.webApplicationInfo.id: skal være den samme app-id-en som boten har."
    yield from _about_what_is_given(manifest)
    for bot in manifest.get("bots", []):
        for commands in bot.get("commandLists", []):
            titles = [command["title"].lower() for command in commands["commands"]]
            if len(titles) != len(set(titles)):
                yield f"$.bots.commandLists: samme kommando står to ganger for {', '.join(commands['scopes'])}."


def _about_what_is_given(manifest: Mapping[str, Any]) -> Iterator[str]:
    if not _VERSION.fullmatch(str(manifest.get("version"))):
        yield "$.version: skal være tre tall med punktum mellom, for eksempel 1.0.1."
    for name in ("websiteUrl", "privacyUrl", "termsOfUseUrl"):
        if not _HTTPS.fullmatch(str(manifest.get("developer", {}).get(name, ""))):
            yield f"$.developer.{name}: adressen skal begynne med https:// og være hel, uten mellomrom."


def check_icons(folder: Path) -> list[str]:
    """Return what is wrong with the icons: Teams demands 192 by 192, and 32 by 32 with a transparent ground."""
    problems = []
    for name, size, needs_alpha in ((COLOUR, 192, False), (OUTLINE, 32, True)):
        head = (folder / name).read_bytes()[:26]
        if head[:8] != b"\x89PNG\r\n\x1a\n" or len(head) < 26:
            problems.append(f"{name}: skal være en PNG.")
            continue
        width, height = struct.unpack(">II", head[16:24])
        if (width, height) != (size, size):
            problems.append(f"{name}: skal være {size} × {size} piksler, er {width} × {height}.")
        if needs_alpha and head[25] not in (4, 6):
            problems.append(f"{name}: skal ha gjennomsiktig bakgrunn.")
    return problems
