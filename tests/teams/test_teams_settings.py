"""The bot refuses to start with settings that leave the door open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.teams.teams_settings import TeamsSettings, UnsafeSettings, refuse_unsafe

SAFE = TeamsSettings(app_id="app", tenants=frozenset({"tenant"}), client_secret="x", host="0.0.0.0")
LOCAL = TeamsSettings(development=True)


def test_safe_settings_are_accepted() -> None:
    refuse_unsafe(SAFE, has_encryption_key=True)
    refuse_unsafe(
        replace(SAFE, client_secret="", certificate_key="k", certificate_thumbprint="t"), has_encryption_key=True
    )
    refuse_unsafe(LOCAL, has_encryption_key=False)


@pytest.mark.parametrize(
    ("settings", "has_key", "word"),
    [
        (replace(SAFE, app_id=""), True, "app id"),
        (replace(SAFE, app_id="  "), True, "app id"),
        (replace(SAFE, tenants=frozenset()), True, "tenants"),
        (replace(SAFE, tenants=frozenset({""})), True, "tenants"),
        (replace(SAFE, client_secret=""), True, "certificate"),
        (replace(SAFE, client_secret="", certificate_key="k"), True, "certificate"),
        (SAFE, False, "encryption key"),
        (replace(SAFE, service_hosts=frozenset()), True, "service hosts"),
        (replace(LOCAL, host="0.0.0.0"), True, "loopback"),
        (replace(LOCAL, host="192.168.1.2"), True, "loopback"),
        (replace(LOCAL, app_id="app"), True, "app id"),
    ],
)
def test_unsafe_settings_are_refused_and_named(settings: TeamsSettings, has_key: bool, word: str) -> None:
    with pytest.raises(UnsafeSettings, match=word):
        refuse_unsafe(settings, has_encryption_key=has_key)


def test_secrets_are_not_in_the_printed_settings() -> None:
    settings = TeamsSettings(client_secret="s3cr3t-value", certificate_key="pem-value")
    assert "s3cr3t-value" not in repr(settings)
    assert "pem-value" not in repr(settings)
