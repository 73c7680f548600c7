"""The documents stay true: settings, commands, folders and contracts are named where people look for them."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.each import each

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@each("name", sorted(Settings.model_fields))
def test_every_setting_is_in_the_readme(name: str) -> None:
    assert f"VEILEDEREN_{name.upper()}" in README


def test_every_setting_in_the_readme_exists() -> None:
    named = {name.lower() for name in re.findall(r"VEILEDEREN_([A-Z_]+)", README)}
    assert named <= set(Settings.model_fields)


def test_every_link_in_the_readme_leads_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)|src=\"([^\"]+)\"", README)
    missing = [link or picture for link, picture in targets if not (ROOT / (link or picture)).exists()]
    assert missing == []


def _kept() -> list[str]:
    if not (ROOT / ".git").exists():
        pytest.skip("not a clone")
    return subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()


def test_every_folder_has_its_row_in_the_readme() -> None:
    folders = {path.partition("/")[0] for path in _kept() if "/" in path}
    assert {name for name in folders if f"`{name}/`" not in README} == set()


def test_no_database_and_no_key_of_a_trial_is_kept_with_the_code() -> None:
    kept = _kept()
    secret = {".db", ".key", ".pem", ".pfx", ".env"}
    assert [path for path in kept if Path(path).suffix in secret or Path(path).name in secret] == []


@pytest.mark.parametrize("page", ["bot/README.md", "knowledge/README.md"])
def test_who_changes_a_guide_in_files_is_told_to_keep_its_versions(page: str) -> None:
    told = (ROOT / page).read_text(encoding="utf-8")
    assert "`version`" in told
    assert "`python -m bot keep`" in told


def test_every_folder_named_in_the_page_of_the_tests_is_there() -> None:
    rows = re.findall(r"^\| (`\w+/`.*?) \|", (ROOT / "tests" / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`(\w+)/`", row)}
    there = {path.parent.name for path in (ROOT / "tests").glob("*/__init__.py")}
    assert named == there


def test_every_screen_and_helper_is_in_the_page_of_the_dialogs() -> None:
    page = (ROOT / "dialogs" / "README.md").read_text(encoding="utf-8")
    files = [path for folder in ("", "cases") for path in (ROOT / "dialogs" / folder).glob("[a-z]*.py")]
    named = {path.name for path in files if re.search(rf"`(?:cases/)?[^`]*\b{path.stem}\b[^`]*`", page)}
    by_the_row = {"team_card.py", "team_forms.py", "team_list.py"}
    assert {path.name for path in files} - named - by_the_row == set()


PAGES = (
    *ROOT.glob("*.md"),
    *ROOT.glob("[a-z]*/**/README.md"),
    *ROOT.glob("docs/*.md"),
    *ROOT.glob("bot/decisions/*.md"),
)
OWN = tuple(
    name
    for name in (".ci", "bench", "bot", "deploy", "dialogs", "docs", "knowledge", "manifest", "playground", "tests")
)
MADE_OR_INVENTED = (".index.npz", "artefacts/", "build/sbom.json", "dist/", "eksempelvik.yaml", "values.json")
"""What is made when it is used, lies in a package of others, or belongs to an invented municipality."""


def test_every_file_and_folder_that_a_page_names_is_there() -> None:
    there = [path for own in OWN for path in (ROOT / own).rglob("*") if "node_modules" not in path.parts]
    names = {path.name for path in there} | set(OWN)
    kind = r"[\w./-]+(?:\.(?:py|md|ya?ml|tsv|txt|sql|json|bicep|npz|bin)|/)"
    for page in (one for one in PAGES if "node_modules" not in one.parts):
        named = re.findall(rf"`({kind})`", page.read_text(encoding="utf-8"))
        gone = [one for one in named if one.rstrip("/").rpartition("/")[2] not in names]
        assert [one for one in gone if not one.endswith(MADE_OR_INVENTED)] == [], page


def _places(page: Path) -> set[str]:
    """Return what the headings of a page are called in links, as GitHub does."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    plain = (re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", one).lower() for one in headings)
    return {re.sub(r"[^\w\- ]", "", one).replace(" ", "-") for one in plain}


def test_every_link_between_pages_leads_to_a_page_and_a_place_in_it() -> None:
    gone = []
    for page in (one for one in PAGES if "node_modules" not in one.parts):
        for link in re.findall(r"\]\(([\w./-]*(?:#[\w-]+)?)\)", page.read_text(encoding="utf-8")):
            name, _, place = link.partition("#")
            led_to = page.parent / name if name else page
            if not led_to.exists() or (place and place not in _places(led_to)):
                gone.append(f"{page.relative_to(ROOT)}: {link}")
    assert gone == []


def test_every_import_contract_is_named_in_the_map() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    described = (ROOT / "bot" / "README.md").read_text(encoding="utf-8")
    for contract in project["tool"]["importlinter"]["contracts"]:
        assert contract["name"] in described


def test_no_python_file_is_longer_than_four_hundred_lines() -> None:
    own = [*ROOT.glob("bot/**/*.py"), *ROOT.glob("dialogs/**/*.py"), *ROOT.glob("tests/**/*.py")]
    long = [
        path.relative_to(ROOT).as_posix() for path in own if len(path.read_text(encoding="utf-8").splitlines()) > 400
    ]
    assert long == []


def test_decisions_are_numbered_once_and_say_what_they_decide() -> None:
    files = sorted((ROOT / "bot" / "decisions").glob("[0-9]*.md"))
    numbers = [path.name[:4] for path in files]
    assert len(set(numbers)) == len(numbers)
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert "Decision" in text, path.name
        assert "Status" in text, path.name
    index = (ROOT / "bot" / "decisions" / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in files if f"]({path.name})" not in index] == []


def _shown_by(row: str) -> list[tuple[str, str]]:
    """Return file and test of each test a row names; a name alone stands in the file named before it."""
    file, found = "", []
    for named in re.findall(r"`([^`]+)`", row.rsplit("|", 2)[1]):
        path, _, test = named.rpartition("::") if "::" in named else ("", "", named)
        file = path or (named if named.startswith("tests/") else file)
        found.append((file, "" if named == file else test))
    return found


def test_every_promise_to_the_team_names_tests_that_exist() -> None:
    page = (ROOT / "docs" / "team-promises.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| ") and "`tests/" in line]
    assert len(rows) > 30
    for file, test in (one for row in rows for one in _shown_by(row)):
        path = ROOT / file
        assert path.exists(), file
        assert not test or f"def {test}(" in path.read_text(encoding="utf-8"), f"{file}::{test}"
