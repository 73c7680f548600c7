"""The image and the Azure template name only what exists: files, settings, addresses; and never run as root."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from bot.answers import edited_danger
from bot.answers.kept import NAME
from bot.content.kept_yaml import NAME as PLAIN
from bot.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
IGNORED = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
BICEP = (ROOT / "deploy/azure.bicep").read_text(encoding="utf-8")


def test_the_image_copies_what_exists_and_what_is_let_in() -> None:
    copied = re.findall(r"^COPY (?!--from)(\S+)", DOCKERFILE, re.M)
    assert {"bot", "dialogs", "knowledge", "manifest", "app.py", "requirements.lock"} == set(copied)
    assert IGNORED[1] == "*"
    assert {f"!{name}" for name in copied} == {line for line in IGNORED if line.startswith("!")}
    assert all((ROOT / name).exists() for name in copied)


def test_the_image_runs_as_nobody_special_from_the_lock_with_hashes() -> None:
    last = DOCKERFILE.rpartition("FROM ")[2]
    assert re.search(r"^USER 10001:10001$", last, re.M)
    assert last.index("USER ") < last.index('CMD ["python", "-m", "bot", "serve"]')
    assert "--require-hashes" in DOCKERFILE
    assert "--only-binary=:all:" in DOCKERFILE


def test_the_search_is_read_for_every_start_while_the_image_is_built_and_only_then() -> None:
    last = DOCKERFILE.rpartition("FROM ")[2]
    assert last.index("COPY knowledge") < last.index("python -m bot ask") < last.index("USER ")
    for name in (NAME, PLAIN):
        assert f"**/{name}*" in IGNORED
        assert f"{name}*" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_what_is_danger_is_learned_while_the_image_is_built_where_it_is_not_kept(tmp_path: Path) -> None:
    last = DOCKERFILE.rpartition("FROM ")[2]
    learns = "python -m bot.answers.edited_danger || /venv/bin/python -m bot.answers.acute_model"
    assert last.index("COPY knowledge") < last.index(learns) < last.index("USER ")
    assert edited_danger.main(ROOT / "knowledge") == 0
    shutil.copytree(ROOT / "knowledge" / "words", tmp_path / "words")
    shutil.copy(ROOT / "knowledge" / "topics.tsv", tmp_path)
    concepts = tmp_path / "words" / "begreper.yaml"
    concepts.write_text(concepts.read_text("utf-8").replace("vikar: [", "vikar: [glitterpuddel, ", 1), "utf-8")
    assert edited_danger.main(tmp_path) == 1


@pytest.mark.parametrize("text", [DOCKERFILE, BICEP], ids=["Dockerfile", "azure.bicep"])
def test_every_setting_that_is_named_exists(text: str) -> None:
    named = {name.lower() for name in re.findall(r"VEILEDEREN_([A-Z_]+)", text)}
    assert named
    assert named <= set(Settings.model_fields)


def test_production_gets_everything_it_refuses_to_start_without() -> None:
    for name in ("APP_ID", "TENANTS", "CLIENT_SECRET", "ENCRYPTION_KEY", "DATABASE_URL"):
        assert f"VEILEDEREN_{name}'" in BICEP
    assert "VEILEDEREN_DEVELOPMENT" not in BICEP + DOCKERFILE


def test_every_setting_an_installation_may_want_can_be_given_to_the_template() -> None:
    laptop = {"development", "playground_ports"}
    image = {"host", "port", "data", "knowledge"}
    by_file = {"client_secret_file", "certificate_file", "certificate_thumbprint", "encryption_key_file"}
    measured = {"visibility_seconds"}
    given = {name.lower() for name in re.findall(r"name: 'VEILEDEREN_([A-Z_]+)'", BICEP)}
    assert set(Settings.model_fields) - given == laptop | image | by_file | measured


def test_a_copy_can_be_made_and_put_back_where_the_bot_runs() -> None:
    guide = (ROOT / "deploy/README.md").read_text(encoding="utf-8")
    assert "mountPath: '/copies'" in BICEP
    assert "'bot', 'restore', '/copies/restore.gz'" in BICEP
    for named in (
        "backup --to /copies",
        "export --out /copies/",
        "restore.gz",
        "veilederen-restore",
        "databaseName",
        "copiesAccount",
    ):
        assert named in guide
    assert BICEP.count("volumeMounts: volumeMounts") == BICEP.count("env: settings") == 2


def test_every_provider_of_the_template_is_registered_before_it_is_deployed() -> None:
    guide = (ROOT / "deploy/README.md").read_text(encoding="utf-8")
    listed = re.findall(r"for one in ([\w ]+); do az provider register --namespace Microsoft\.\$one", guide)
    always = {"Authorization"}
    assert set(listed[0].split()) == set(re.findall(r"^resource \w+ 'Microsoft\.(\w+)/", BICEP, re.M)) - always


def test_what_is_said_of_people_is_kept_in_europe_and_let_in_from_the_tenant_of_teams() -> None:
    assert "param location string = 'norwayeast'" in BICEP
    assert "param botLocation string = 'westeurope'" in BICEP
    assert BICEP.count("location: botLocation") == 2, "the bot and its channel"
    assert "'VEILEDEREN_TENANTS', value: teamsTenant" in BICEP
    assert "msaAppTenantId: teamsTenant" in BICEP


def test_every_secret_is_a_secret_and_stands_in_the_vault() -> None:
    secrets = re.findall(r"@secure\(\)\nparam (\w+) string\n", BICEP)
    assert secrets == ["clientSecret", "encryptionKey", "databasePassword"]
    referred = set(re.findall(r"secretRef: '([^']+)'", BICEP))
    kept = set(re.findall(r"vaults/secrets@[\d-]+' = \{\n  parent: vault\n  name: '([^']+)'", BICEP))
    listed = set(re.findall(r"'([^']+)'", re.findall(r"var secretNames = \[(.*)\]", BICEP)[0]))
    assert referred == kept == listed
    assert "databaseUser}:${uriComponent(databasePassword)}@" in BICEP, "any sign may stand in a password"


def test_every_name_in_the_template_is_declared_and_every_bracket_closed() -> None:
    assert [BICEP.count(one) for one in "{[("] == [BICEP.count(one) for one in "}])"]
    declared = set(re.findall(r"^(?:param|var|resource|output) (\w+)", BICEP, re.M))
    used = set(re.findall(r"\$\{(\w+)", BICEP)) | set(re.findall(r"(?:parent|scope): (\w+)\n", BICEP))
    assert used - {"one", "toLower", "uriComponent"} <= declared
    for waited in re.findall(r"dependsOn: \[([^\]]+)\]", BICEP):
        assert {one.strip() for one in waited.split(",")} <= declared


def test_probes_and_port_are_the_bots_own() -> None:
    web = (ROOT / "bot/teams/web.py").read_text(encoding="utf-8")
    for path in set(re.findall(r"path: '([^']+)'", BICEP)) | {"/api/messages"}:
        assert f'"{path}"' in web
    port = re.findall(r"EXPOSE (\d+)", DOCKERFILE)[0]
    assert set(re.findall(r"(?:targetPort|port): (\d+)", BICEP)) == {port}
