"""What is given, said by the environment and by `.env`, and what none of them may say."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli.doctor import _about_settings
from bot.settings import Settings

ID = "11111111-2222-3333-4444-555555555555"


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def test_what_is_given_goes_before_the_environment_and_that_before_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("VEILEDEREN_HOST=0.0.0.0\nveilederen_port=3979\nVEILEDEREN_APP_ID\nHOST=no\n")
    assert (Settings().host, Settings().port, Settings().app_id) == ("0.0.0.0", 3979, "")
    assert Settings(_env_file=None).port == 3978
    monkeypatch.setenv("VEILEDEREN_PORT", "3980")
    assert (Settings().port, Settings(port=3981).port) == (3980, 3981)


def test_a_setting_that_is_given_by_a_misspelt_name_is_refused_in_words() -> None:
    with pytest.raises(TypeError, match="there is no setting municipality"):
        Settings(_env_file=None, municipality="stjordal")


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("HOST", '"0.0.0.0"', "0.0.0.0"),
        ("DATABASE_URL", " 'postgresql://u:p@db/v' ", "postgresql://u:p@db/v"),
        ("APP_ID", f'"{ID}"', ID),
        ("PORT", ' "3980" ', 3980),
        ("DATABASE_URL", '"', '"'),
    ],
)
def test_quotes_and_blanks_around_a_value_are_not_of_it(
    name: str, value: str, read: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"VEILEDEREN_{name}", value)
    if value == '"':
        with pytest.raises(ValueError, match="skal begynne med postgresql"):
            Settings(_env_file=None)
    else:
        assert getattr(Settings(_env_file=None), name.lower()) == read


@pytest.mark.parametrize("value", ["stjordal,melhus", "stjordal; melhus", "stjordal melhus", "stjordal,\nmelhus,"])
def test_a_list_is_split_at_whatever_stands_between(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEILEDEREN_MUNICIPALITIES", value)
    assert Settings(_env_file=None).municipalities == ("stjordal", "melhus")


def test_a_role_keeps_its_place_and_a_place_forgotten_is_not_every_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEILEDEREN_EDITORS", f"{ID} : melhus; group: {ID}:frosta {ID}")
    assert Settings(_env_file=None).editors == (f"{ID}:melhus", f"group:{ID}:frosta", ID)
    for forgotten in (f"{ID}:", f"{ID}: ,{ID}", f"group:{ID}:"):
        monkeypatch.setenv("VEILEDEREN_EDITORS", forgotten)
        with pytest.raises(ValueError, match=r"kan ikke leses, nr\. 1"):
            Settings(_env_file=None)


@pytest.mark.parametrize("between", [":", " ", "-", ""])
def test_a_thumbprint_may_be_pasted_as_openssl_and_windows_show_it(
    between: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VEILEDEREN_CERTIFICATE_THUMBPRINT", "\u200e" + between.join(["fe"] * 20))
    assert Settings(_env_file=None).certificate_thumbprint == "fe" * 20


@pytest.mark.parametrize("name", ["data", "knowledge", "client_secret_file", "certificate_file", "encryption_key_file"])
def test_an_empty_path_is_as_if_it_were_not_set(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"VEILEDEREN_{name.upper()}", " ")
    assert getattr(Settings(_env_file=None), name) == Settings.model_fields[name].default


@pytest.mark.parametrize(("port", "is_told"), [(":6432", True), (":5432", False), ("", False)])
def test_doctor_tells_of_a_pooler_between_the_bot_and_its_database(port: str, is_told: bool) -> None:
    settings = Settings(_env_file=None, database_url=f"postgresql://u:p%40@h{port}/db")
    assert any("PgBouncer" in one.words for one in _about_settings(settings)) is is_told


def test_a_file_has_no_port() -> None:
    assert Settings(_env_file=None, database_url="sqlite:///x.db").database_port is None
