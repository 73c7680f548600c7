"""The bot refuses to start with settings that leave the door open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.teams.teams_settings import TeamsSettings, Unsafe, UnsafeSettings, refuse_unsafe

SAFE = TeamsSettings(app_id="app", tenants=frozenset({"tenant"}), client_secret="x", host="0.0.0.0")
LOCAL = TeamsSettings(development=True)


def test_safe_settings_are_accepted() -> None:
    refuse_unsafe(SAFE, has_encryption_key=True)
    refuse_unsafe(
        replace(SAFE, client_secret="", certificate_key="k", certificate_thumbprint="t"), has_encryption_key=True
    )
    refuse_unsafe(LOCAL, has_encryption_key=False)


@pytest.mark.parametrize(
    ("settings", "has_key", "why"),
    [
        (replace(SAFE, app_id=""), True, Unsafe.NO_APP_ID),
        (replace(SAFE, app_id="  "), True, Unsafe.NO_APP_ID),
        (replace(SAFE, tenants=frozenset()), True, Unsafe.NO_TENANTS),
        (replace(SAFE, tenants=frozenset({""})), True, Unsafe.NO_TENANTS),
        (replace(SAFE, client_secret=""), True, Unsafe.NO_SECRET),
        (replace(SAFE, client_secret="", certificate_key="k"), True, Unsafe.NO_THUMBPRINT),
        (replace(SAFE, certificate_key="k"), True, Unsafe.NO_THUMBPRINT),  # the certificate goes before a secret
        (SAFE, False, Unsafe.NO_KEY),
        (replace(SAFE, service_hosts=frozenset()), True, Unsafe.NO_SERVICE_HOSTS),
        (replace(LOCAL, host="0.0.0.0"), True, Unsafe.OPEN_HOST),
        (replace(LOCAL, host="192.168.1.2"), True, Unsafe.OPEN_HOST),
        (replace(LOCAL, app_id="app"), True, Unsafe.APP_ID_UNCHECKED),
    ],
)
def test_unsafe_settings_are_refused_and_named(settings: TeamsSettings, has_key: bool, why: Unsafe) -> None:
    with pytest.raises(UnsafeSettings) as refused:
        refuse_unsafe(settings, has_encryption_key=has_key)
    assert refused.value.problems == (why,)


def test_secrets_are_not_in_the_printed_settings() -> None:
    settings = TeamsSettings(client_secret="s3cr3t-value", certificate_key="pem-value")
    assert "s3cr3t-value" not in repr(settings)
    assert "pem-value" not in repr(settings)
