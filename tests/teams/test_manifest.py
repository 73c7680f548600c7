"""The Teams app package is valid by Microsoft's own schema, and what the municipality must fill in is named."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer import Typer
from typer.testing import CliRunner

from bot.cli.manifest import NAMES, manifest
from bot.content.texts import load_texts
from bot.teams.manifest import AppValues, ManifestProblem, build_package, check_icons
from dialogs.cases.on_duty_words import said_of_duty
from tests.teams.conftest import KNOWLEDGE
from tests.teams.recorded import recorded

FOLDER = Path(__file__).parents[2] / "manifest"
VALUES = AppValues(
    app_id="00000000-0000-4000-8000-00000000b07a",
    developer="Testkommune",
    website="https://test.example/",
    privacy="https://test.example/p",
    terms="https://test.example/t",
)


def changed(tmp_path: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    folder = tmp_path / "manifest"
    shutil.copytree(FOLDER, folder)
    template = json.loads((folder / "manifest.template.json").read_text(encoding="utf-8"))
    change(template)
    (folder / "manifest.template.json").write_text(json.dumps(template), encoding="utf-8")
    return folder


def test_the_package_holds_a_valid_manifest_and_both_icons(tmp_path: Path) -> None:
    package = build_package(FOLDER, VALUES, tmp_path / "app.zip")
    with zipfile.ZipFile(package) as opened:
        assert sorted(opened.namelist()) == ["color.png", "manifest.json", "outline.png"]
        built = json.loads(opened.read("manifest.json"))
    assert built["bots"][0]["botId"] == built["id"] == VALUES.app_id
    assert built["bots"][0]["scopes"] == ["personal", "team"]
    assert built["developer"]["name"] == "Testkommune"
    assert "{version}" not in json.dumps(built)


def test_the_same_values_give_the_same_package(tmp_path: Path) -> None:
    one, other = (build_package(FOLDER, VALUES, tmp_path / name) for name in ("1.zip", "2.zip"))
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (lambda m: m.update(unknown=1), "unknown"),
        (lambda m: m.pop("icons"), "icons"),
        (lambda m: m["name"].update(short="x" * 31), "$.name.short"),
        (lambda m: m["description"].update(short="x" * 81), "$.description.short"),
        (lambda m: m["bots"][0]["scopes"].append("everywhere"), "$.bots[0].scopes[2]"),
        (lambda m: m["bots"][0]["commandLists"][0]["commands"].extend([{"title": "x"}] * 3), "commandLists"),
        (lambda m: m["bots"][0]["commandLists"][1]["commands"].append({"title": "saker"}), "samme kommando"),
        (lambda m: m.update(accentColor="purple"), "$.accentColor"),
        (lambda m: m["developer"].update(privacyUrl="http://x.invalid"), "privacyUrl"),
        (lambda m: m["webApplicationInfo"].update(id="00000000-0000-4000-8000-000000000001"), "webApplicationInfo"),
    ],
)
def test_a_broken_manifest_is_not_packed_and_the_field_is_named(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], field: str
) -> None:
    target = tmp_path / "app.zip"
    with pytest.raises(ManifestProblem) as caught:
        build_package(changed(tmp_path, change), VALUES, target)
    assert field in str(caught.value)
    assert not target.exists()


def test_a_name_that_is_too_long_for_teams_is_told_of_in_norwegian(tmp_path: Path) -> None:
    developer = "Fellestjenesten for barn og unge i regionen"
    with pytest.raises(ManifestProblem) as caught:
        build_package(FOLDER, replace(VALUES, developer=developer), tmp_path / "app.zip")
    assert caught.value.problems == [f"$.developer.name: er på {len(developer)} tegn, og Teams tar høyst 32."]


def test_an_app_id_that_is_no_guid_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ManifestProblem, match="GUID"):
        build_package(FOLDER, replace(VALUES, app_id="my-bot"), tmp_path / "app.zip")


def test_icons_of_the_wrong_size_or_kind_are_named(tmp_path: Path) -> None:
    shutil.copy(FOLDER / "outline.png", tmp_path / "color.png")
    shutil.copy(FOLDER / "color.png", tmp_path / "outline.png")
    assert len(check_icons(tmp_path)) == 3
    (tmp_path / "color.png").write_bytes(b"GIF89a")
    assert "PNG" in check_icons(tmp_path)[0]


def test_the_search_asks_for_the_one_parameter_the_bot_reads() -> None:
    template = json.loads((FOLDER / "manifest.template.json").read_text(encoding="utf-8"))
    ((command,),) = [extension["commands"] for extension in template["composeExtensions"]]
    asked = recorded("invoke_search")["value"]
    assert (command["type"], command["context"], command["id"]) == ("query", ["compose"], asked["commandId"])
    ((parameter,), (sent,)) = command["parameters"], asked["parameters"]
    assert parameter["name"] == sent["name"]


def test_every_command_in_the_menu_is_one_the_bot_understands() -> None:
    known = load_texts(KNOWLEDGE)
    words = {word.strip().lower() for key in known if key.startswith("commands.") for word in known(key).split(",")}
    template = json.loads((FOLDER / "manifest.template.json").read_text(encoding="utf-8"))
    for commands in template["bots"][0]["commandLists"]:
        for command in commands["commands"]:
            if command.get("type") != "prompt" or command["prompt"] == command["title"]:
                title = command["title"]
                assert title.lower() in words or said_of_duty(title, date(2026, 11, 25), known), title


def test_the_command_says_what_the_municipality_must_fill_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("VEILEDEREN_APP_ID", raising=False)
    app = Typer()
    app.command()(manifest)
    arguments = ["--folder", str(FOLDER), "--out", str(tmp_path / "app.zip")]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0
    assert result.output.count("Må fylles ut av kommunen") == len(NAMES)
    assert "Prøvepakke" in result.output
    assert CliRunner().invoke(app, [*arguments, "--strict"]).exit_code == 1
    given = ["--app-id", VALUES.app_id, "--developer", "Testkommune", "--website", VALUES.website]
    filled = CliRunner().invoke(
        app, [*arguments, *given, "--privacy", VALUES.privacy, "--terms", VALUES.terms, "--strict"]
    )
    assert (filled.exit_code, "App-pakke" in filled.output) == (0, True)
    for wrong in ("https://localhost/t", "https://maa-fylles-ut.invalid/annet"):
        assert (
            CliRunner()
            .invoke(app, [*arguments, *given, "--privacy", VALUES.privacy, "--terms", wrong, "--strict"])
            .exit_code
            == 1
        )
        assert replace(VALUES, terms=wrong).missing() == ["terms"]
    for option, wrong in (("--version", "v2"), ("--website", "https://"), ("--website", "https://x.no/a b")):
        refused = CliRunner().invoke(app, [*arguments, option, wrong])
        assert (refused.exit_code, option[2:] in refused.output) == (1, True)
    monkeypatch.setenv("VEILEDEREN_APP_ID", "11111111-2222-3333-4444-555555555555")
    assert "en annen bot" in CliRunner().invoke(app, [*arguments, *given]).output
    bad = CliRunner().invoke(app, [*arguments, "--website", "http://x.invalid"])
    assert (bad.exit_code, "websiteUrl" in bad.output) == (1, True)


def test_the_permissions_asked_for_in_a_team_are_the_two_that_are_used_and_the_readme_says_what_for() -> None:
    template = json.loads((FOLDER / "manifest.template.json").read_text(encoding="utf-8"))
    asked = template["authorization"]["permissions"]["resourceSpecific"]
    names = [one["name"] for one in asked]
    assert names == ["ChannelMessage.Read.Group", "ChannelMember.Read.Group"]
    assert {one["type"] for one in asked} == {"Application"}
    told = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in told for name in names)
