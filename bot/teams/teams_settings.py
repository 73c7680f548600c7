"""What the Teams edge is told: who the bot is, who may call, where it may send. Must not know where this comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

BOT_FRAMEWORK_METADATA = "https://login.botframework.com/v1/.well-known/openidconfiguration"
BOT_FRAMEWORK_ISSUER = "https://api.botframework.com"
TEAMS_SERVICE_HOST = "smba.trafficmanager.net"
PLAYGROUND_PORT = 56150
LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})


class Unsafe(StrEnum):
    """Why the bot may not listen."""

    NO_APP_ID = "no_app_id"
    """Without it anyone could call the bot."""
    NO_TENANTS = "no_tenants"
    NO_SECRET = "no_secret"  # noqa: S105  (a name)
    NO_THUMBPRINT = "no_thumbprint"
    """A certificate is given without what Entra knows it by."""
    NO_KEY = "no_key"
    """Cases cannot be stored without an encryption key."""
    NO_SERVICE_HOSTS = "no_service_hosts"
    OPEN_HOST = "open_host"
    """Development mode listens on loopback only."""
    APP_ID_UNCHECKED = "app_id_unchecked"
    """Development mode checks no tokens, and with an app id it looks as if it did."""


class UnsafeSettings(Exception):
    """The bot refuses to start with these settings; `problems` are all the reasons."""

    def __init__(self, problems: Sequence[Unsafe]) -> None:
        super().__init__(", ".join(problems))
        self.problems = tuple(problems)


@dataclass(frozen=True)
class TeamsSettings:
    """One installation: one bot, one tenant (or a few), one place to listen."""

    development: bool = False
    """No tokens at all: for the Agents Playground on the same machine. Loopback only."""
    app_id: str = ""
    tenants: frozenset[str] = frozenset()
    client_secret: str = field(default="", repr=False)
    certificate_key: str = field(default="", repr=False)
    """Private key in PEM; with `certificate_thumbprint` it is used instead of a secret."""
    certificate_thumbprint: str = ""
    service_hosts: frozenset[str] = frozenset({TEAMS_SERVICE_HOST})
    file_hosts: frozenset[str] = frozenset({"sharepoint.com"})
    """Below these Teams keeps the files of chats; nothing is fetched from or put anywhere else."""
    host: str = "127.0.0.1"
    port: int = 3978
    development_ports: frozenset[int] = frozenset({PLAYGROUND_PORT})
    """Ports on loopback where a development serviceUrl may stand."""
    metadata_url: str = BOT_FRAMEWORK_METADATA
    login_url: str = "https://login.microsoftonline.com"
    token_scope: str = "https://api.botframework.com/.default"  # noqa: S105  (an address)
    dialogs: bool = True
    """Buttons that lead to a form with something to write open it in a window of its own. The Agents Playground has
    none, and gets the form as a card."""
    graph: bool = False
    """The app has the RSC permission ChannelMessage.Read.Group, so a channel may be searched for a marker."""
    graph_url: str = "https://graph.microsoft.com/v1.0"
    graph_scope: str = "https://graph.microsoft.com/.default"
    send_timeout: float = 15.0
    """Seconds before a send without an answer counts as ambiguous."""

    @property
    def tenant(self) -> str:
        """Return the tenant that gives tokens (new bots are single-tenant)."""
        return min(self.tenants, default="")


def refuse_unsafe(settings: TeamsSettings, *, has_encryption_key: bool) -> None:
    """Raise UnsafeSettings unless the bot may listen with these settings."""
    if settings.development:
        problems = _unsafe_development(settings)
    else:
        problems = _unsafe_production(settings, has_encryption_key)
    if problems:
        raise UnsafeSettings(problems)


def _unsafe_development(settings: TeamsSettings) -> list[Unsafe]:
    wrong = {
        Unsafe.OPEN_HOST: settings.host not in LOOPBACK_HOSTS,
        Unsafe.APP_ID_UNCHECKED: bool(settings.app_id),
    }
    return [problem for problem, is_so in wrong.items() if is_so]


def _unsafe_production(settings: TeamsSettings, has_encryption_key: bool) -> list[Unsafe]:
    has_any = bool(settings.client_secret or settings.certificate_key)
    lacks_thumbprint = bool(settings.certificate_key) and not settings.certificate_thumbprint
    wrong = {
        Unsafe.NO_APP_ID: not settings.app_id.strip(),
        Unsafe.NO_TENANTS: not any(tenant.strip() for tenant in settings.tenants),
        Unsafe.NO_SECRET: not has_any,
        Unsafe.NO_THUMBPRINT: lacks_thumbprint,
        Unsafe.NO_KEY: not has_encryption_key,
        Unsafe.NO_SERVICE_HOSTS: not settings.service_hosts,
    }
    return [problem for problem, is_so in wrong.items() if is_so]
