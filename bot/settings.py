"""Every setting of one installation, typed and checked at start, from the environment (`VEILEDEREN_*`) or `.env`."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dotenv import dotenv_values
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationInfo, field_validator

from bot.domain.conversation import LONGEST_REMINDER, UNUSED_FOR
from bot.domain.entra_id import GUID, small
from bot.domain.roles import ADMIN, EDITOR, LEADER, RoleRule, rule_from

THUMBPRINT = re.compile(r"[0-9a-fA-F]{40}|[0-9a-fA-F]{64}")
DATABASE = re.compile(r"(postgres|postgresql|sqlite)(\+\w+)?://")
POSTGRES = re.compile(
    r"\w+(\+\w+)?://([^:/?@]*(:[^/?@]*)?@)?(\[[^\]@]+\]|[^\[\]@:/?]*)(:\d+)?(/[^@?]*)?(\?[^@]*)?", re.ASCII
)
SHAPES = {
    GUID: "en id som 11111111-2222-3333-4444-555555555555",
    THUMBPRINT: "avtrykket av sertifikatet: 40 tegn, 0–9 og A–F",
}
_BETWEEN = re.compile(r"[,;\s]+")
_AROUND_COLON = re.compile(r"\s*:\s*")
_IN_A_PRINT = re.compile(r"[\s:\u200e\u200f-]")
"""What stands between the signs of a thumbprint as openssl and Windows show it."""
Listed = tuple[str, ...]
PREFIX = "VEILEDEREN_"
FILE = ".env"


class Settings(BaseModel):
    """What an installation decides. Secrets may come from a file: `VEILEDEREN_CLIENT_SECRET_FILE=/run/secrets/x`."""

    model_config = ConfigDict(frozen=True)

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
    municipalities: Listed = ()
    """The municipalities this installation offers, in the order they are shown; empty = all the knowledge describes."""
    data: Path = Path(".data")
    """Folder of the SQLite database and the development key."""
    database_url: str = ""
    """SQLAlchemy URL; empty = SQLite in `data`."""
    newer_database: str = ""
    """Version of the tables («0012») that a newer program made and this earlier one may work with: the way back when a
    deployed tag must be taken out again. Only what stands in the database, so that the next one asks anew."""
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
    unused_days: int = Field(default=UNUSED_FOR.days, gt=LONGEST_REMINDER.days, le=3650)
    """After how many days without a word from somebody their profile and concerns are deleted."""
    graph: bool = False
    """The app has ChannelMessage.Read.Group, so the bot may look in a channel before it sends again, and
    ChannelMember.Read.Group, so an owner of a channel may connect it."""
    visibility_seconds: float = Field(default=30.0, ge=0, le=600)
    """How long to wait after an ambiguous answer before looking in the channel."""
    playground_ports: Listed = ("56150",)
    """Ports on loopback that the Agents Playground may answer from in development mode."""

    def __init__(self, _env_file: str | None = FILE, **given: Any) -> None:
        """What is `given` goes before the environment, and that before the file. A misspelt name is refused here; from
        outside it is told of by `misspelt`."""
        if unknown := given.keys() - type(self).model_fields.keys():
            raise TypeError(f"there is no setting {', '.join(sorted(unknown))}; the names stand in bot/settings.py")
        super().__init__(**{**_around(_env_file), **given})

    @field_validator(
        "data", "knowledge", "client_secret_file", "certificate_file", "encryption_key_file", mode="before"
    )
    @classmethod
    def _unset_when_empty(cls, value: object, info: ValidationInfo) -> object:
        """An empty path is no path: it would be the folder the bot is started in."""
        is_empty = isinstance(value, str) and not value.strip()
        return cls.model_fields[info.field_name or ""].default if is_empty else value

    @field_validator("tenants", "municipalities", "admins", "editors", "leaders", "playground_ports", mode="before")
    @classmethod
    def _separated(cls, value: object) -> object:
        """Split at commas, and at semicolons, spaces and lines: none of them stands in a name or an id. A space beside
        the colon of a role belongs to that role."""
        if not isinstance(value, str):
            return value
        return tuple(part for part in _BETWEEN.split(_AROUND_COLON.sub(":", value)) if part)

    @field_validator("admins", "editors", "leaders")
    @classmethod
    def _roles(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for number, entry in enumerate(value, start=1):
            try:
                rule_from(entry, "")
            except ValueError:
                raise ValueError(
                    f"kan ikke leses, nr. {number}: skriv id, id:sted, group:id eller group:id:sted"
                ) from None
        return tuple(_small_id(entry) for entry in value)

    @field_validator("app_id", "certificate_thumbprint")
    @classmethod
    def _one_id(cls, value: str, info: ValidationInfo) -> str:
        wanted = THUMBPRINT if info.field_name == "certificate_thumbprint" else GUID
        tidy = _IN_A_PRINT.sub("", value) if wanted is THUMBPRINT else value.strip()
        if tidy and not wanted.fullmatch(tidy):
            raise ValueError("skal være " + SHAPES[wanted])
        return tidy if wanted is THUMBPRINT else tidy.lower()

    @field_validator("tenants")
    @classmethod
    def _ids(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for number, entry in enumerate(value, start=1):
            if not GUID.fullmatch(entry):
                raise ValueError(f"kan ikke brukes, nr. {number}: en tenant er " + SHAPES[GUID])
        return tuple(entry.lower() for entry in value)

    @field_validator("client_secret_file", "certificate_file", "encryption_key_file")
    @classmethod
    def _can_be_read(cls, value: Path | None, info: ValidationInfo) -> Path | None:
        if value is not None:
            try:
                content = _from(value)
            except (OSError, ValueError):
                raise ValueError("peker på en fil som ikke finnes, eller som boten ikke kan lese") from None
            if not content:
                raise ValueError("peker på en tom fil")
            if info.field_name == "certificate_file" and "PRIVATE KEY-----" not in content:
                raise ValueError("peker på en fil uten privat nøkkel (PEM)")
        return value

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        if value and not DATABASE.match(value):
            raise ValueError("skal begynne med postgresql:// eller sqlite:///")
        if value.startswith("postgres") and not POSTGRES.fullmatch(value):
            raise ValueError(
                "kan ikke leses. Er det tegn som @ : / ? i brukernavnet eller passordet, skriv dem %40 %3A %2F %3F. "
                "Porten er et tall"
            )
        return value

    @field_validator("playground_ports")
    @classmethod
    def _ports(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not all(one.isdecimal() and 0 < int(one) < 65536 for one in value):
            raise ValueError("skal være porter: tall mellom 1 og 65535")
        return value

    @field_validator("municipalities", mode="before")
    @classmethod
    def _at_least_one(cls, value: object) -> object:
        """Refuse a list without names: whoever sets it to nothing has hardly meant every municipality there is."""
        if isinstance(value, str) and not value.strip(" ,;"):
            raise ValueError("skal ha minst én kommune, for eksempel stjordal,melhus")
        return value

    @field_validator("municipalities")
    @classmethod
    def _each_once(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(value))

    def role_rules(self) -> tuple[RoleRule, ...]:
        """Return who has which role besides being staff."""
        listed = {ADMIN: self.admins, EDITOR: self.editors, LEADER: self.leaders}
        return tuple(rule_from(entry, role) for role, entries in listed.items() for entry in entries)

    @property
    def where(self) -> str:
        """Return in words which database it is, without who asks and with what password."""
        if not self.database_url.startswith("postgres"):
            return f"SQLite-fila {self.url.partition('://')[2].partition('?')[0].removeprefix('/')}"
        address = urlsplit(self.database_url)
        return f"PostgreSQL på {address.hostname or 'denne maskinen'}, databasen {address.path.removeprefix('/')}"

    @property
    def database_port(self) -> int | None:
        """Return the port in the database URL; None for a file, and where none is named."""
        return urlsplit(self.database_url).port if self.database_url.startswith("postgres") else None

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


def misspelt() -> tuple[str, ...]:
    """Return the names in the environment and in `.env` that look like settings and are none: they decide nothing."""
    return tuple(sorted(PREFIX + name.upper() for name in _around(FILE).keys() - Settings.model_fields.keys()))


def _around(file: str | None) -> dict[str, str]:
    """Return what the environment, or else the file, says of each setting, by its name here."""
    said = {**(dotenv_values(file) if file else {}), **os.environ}
    mine = ((name.upper(), value) for name, value in said.items() if value is not None)
    return {name.removeprefix(PREFIX).lower(): _bare(value) for name, value in mine if name.startswith(PREFIX)}


def _bare(value: str) -> str:
    """Return a value without the blanks and the quotes around it: `docker run --env-file` and portals leave them on."""
    tidy = value.strip()
    is_quoted = len(tidy) > 1 and tidy[0] == tidy[-1] and tidy[0] in "\"'"
    return tidy[1:-1].strip() if is_quoted else tidy


def _small_id(entry: str) -> str:
    """Return a role with its id as Teams writes ids; what is no id stays as it is."""
    mark, sep, rest = ("group", ":", entry.removeprefix("group:")) if entry.startswith("group:") else ("", "", entry)
    who, colon, place = rest.partition(":")
    return mark + sep + small(who) + colon + place


def _from(path: Path | None) -> str:
    return path.read_text(encoding="utf-8").strip() if path else ""
