"""What is given, said by the environment and by `.env`, and what none of them may say."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import Settings


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


@pytest.mark.parametrize("name", ["data", "knowledge", "client_secret_file", "certificate_file", "encryption_key_file"])
def test_an_empty_path_is_as_if_it_were_not_set(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"VEILEDEREN_{name.upper()}", " ")
    assert getattr(Settings(_env_file=None), name) == Settings.model_fields[name].default
