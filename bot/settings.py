"""Every setting of one installation, typed and checked at start, from the environment (`VEILEDEREN_*`) or `.env`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.domain.conversation import MUNICIPALITIES
from bot.domain.roles import ADMIN, EDITOR, LEADER, RoleRule, rule_from

Listed = Annotated[tuple[str, ...], NoDecode]


class Settings(BaseSettings):
    """What an installation decides. Secrets may come from a file: `VEILEDEREN_CLIENT_SECRET_FILE=/run/secrets/x`."""

    model_config = SettingsConfigDict(env_prefix="VEILEDEREN_", env_file=".env", extra="ignore", frozen=True)

    development: bool = False
    """Laptop mode: no tokens, loopback only, for the Agents Playground. Never in production."""
    app_id: str = ""
    """Application (client) id of the Azure bot."""
    tenants: Listed = ()
    """Entra tenant ids that may use the bot; one installation = one tenant."""
    client_secret: SecretStr = SecretStr("")
    client_secret_file: Path | None = None
    certificate_file: Path | None = None
    """Private key in PEM; with `certificate_thumbprint` it replaces the secret."""
    certificate_thumbprint: str = ""
    host: str = "127.0.0.1"
    port: int = Field(default=3978, ge=1, le=65535)
    municipalities: Listed = MUNICIPALITIES
    """The municipalities this installation offers, in the order they are shown."""
    data: Path = Path(".data")
    """Folder of the SQLite database and the development key."""
    database_url: str = ""
    """SQLAlchemy URL; empty = SQLite in `data`."""
    encryption_key: SecretStr = SecretStr("")
    """Key that seals case keys and conversations: 32 bytes in base64. Made in `data` in development mode."""
    encryption_key_file: Path | None = None
    knowledge: Path = Path("knowledge")
    admins: Listed = ()
    """Entra object ids of administrators, or `group:<id>` for everybody in an Entra group; so also below."""
    editors: Listed = ()
    """Editors: `id` may edit everything, `id:melhus` only what belongs to Melhus."""
    leaders: Listed = ()
    """Leaders: `id` sees all figures, `id:stjordal/<team>` leads that team."""
    sharepoint_drive: str = ""
    """Id of the drive (document library) where editors keep knowledge files; empty = no SharePoint."""
    sharepoint_folder: str = ""
    """The folder in it that holds `articles`, `kommuner` and so on; empty = the library itself."""
    sharepoint_minutes: float = Field(default=5.0, ge=1, le=1440)
    """How often the library is asked what has changed."""
    link_check: bool = True
    """Try every link in the knowledge once a night, politely, and tell editors which are dead."""
    digest: bool = True
    """Send editors an overview of what waits for them, once a month."""
    graph: bool = False
    """The app has ChannelMessage.Read.Group, so the bot may look in a channel before it sends again, and
    ChannelMember.Read.Group, so an owner of a channel may connect it."""
    visibility_seconds: float = Field(default=30.0, ge=0, le=600)
    """How long to wait after an ambiguous answer before looking in the channel."""
    playground_ports: Listed = ("56150",)
    """Ports on loopback that the Agents Playground may answer from in development mode."""

    @field_validator("tenants", "municipalities", "admins", "editors", "leaders", "playground_ports", mode="before")
    @classmethod
    def _comma_separated(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("admins", "editors", "leaders")
    @classmethod
    def _roles(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for entry in value:
            rule_from(entry, "")
        return value

    @field_validator("municipalities")
    @classmethod
    def _known(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not value:
            raise ValueError("list at least one municipality, e.g. VEILEDEREN_MUNICIPALITIES=stjordal,melhus")
        return value

    def role_rules(self) -> tuple[RoleRule, ...]:
        """Return who has which role besides being staff."""
        listed = {ADMIN: self.admins, EDITOR: self.editors, LEADER: self.leaders}
        return tuple(rule_from(entry, role) for role, entries in listed.items() for entry in entries)

    @property
    def url(self) -> str:
        """Return the database URL."""
        return self.database_url or f"sqlite:///{(self.data / 'veilederen.db').absolute()}"

    def secret(self) -> str:
        """Return the client secret, from its file when one is given."""
        return _from(self.client_secret_file) or self.client_secret.get_secret_value()

    def certificate(self) -> str:
        """Return the private key of the certificate, or an empty string."""
        return _from(self.certificate_file)

    def key(self) -> str:
        """Return the encryption key, from its file when one is given."""
        return _from(self.encryption_key_file) or self.encryption_key.get_secret_value()


def _from(path: Path | None) -> str:
    return path.read_text(encoding="utf-8").strip() if path else ""
