"""What the Teams edge is told: who the bot is, who may call, where it may send. Must not know where this comes from."""

from __future__ import annotations

from dataclasses import dataclass, field

BOT_FRAMEWORK_METADATA = "https://login.botframework.com/v1/.well-known/openidconfiguration"
BOT_FRAMEWORK_ISSUER = "https://api.botframework.com"
TEAMS_SERVICE_HOST = "smba.trafficmanager.net"
PLAYGROUND_PORT = 56150
LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})


class UnsafeSettings(Exception):
    """The bot refuses to start with these settings. The message lists what to change."""


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
        raise UnsafeSettings(" ".join(problems))


def _unsafe_development(settings: TeamsSettings) -> list[str]:
    wrong = {
        "Development mode listens on loopback only: set the host to 127.0.0.1.": settings.host not in LOOPBACK_HOSTS,
        "Development mode checks no tokens: take the app id away, or turn development mode off.": bool(settings.app_id),
    }
    return [problem for problem, is_so in wrong.items() if is_so]


def _unsafe_production(settings: TeamsSettings, has_encryption_key: bool) -> list[str]:
    has_certificate = bool(settings.certificate_key and settings.certificate_thumbprint)
    wrong = {
        "The app id is missing: without it anyone could call the bot.": not settings.app_id.strip(),
        "The list of allowed tenants is empty.": not any(tenant.strip() for tenant in settings.tenants),
        "A client secret or a certificate is missing.": not (settings.client_secret or has_certificate),
        "The encryption key is missing: cases cannot be stored.": not has_encryption_key,
        "The list of allowed service hosts is empty.": not settings.service_hosts,
    }
    return [problem for problem, is_so in wrong.items() if is_so]
