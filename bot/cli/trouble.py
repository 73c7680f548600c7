"""What whoever runs the bot is told when something about the installation is wrong: which setting, and what to do.

Never repeats a secret, nor the words of an error: they may hold one, or somebody's text.
"""

from __future__ import annotations

import errno
import socket
import sqlite3
import traceback
from functools import singledispatch
from pathlib import Path

from pydantic import ValidationError

from bot.anonymise import WeightsMissing, WordListMissing
from bot.content.problem import KnowledgeError
from bot.domain.ports import StoreAway
from bot.inside import MunicipalityUnknown
from bot.store.database import StoreUnopened
from bot.store.encryption import Flaw, KeyMissing, KeyNotSet, KeyRingInvalid, SealBroken
from bot.store.schema import LATEST, SchemaMissing, SchemaNewer, SchemaNotCurrent
from bot.teams.teams_settings import Unsafe, UnsafeSettings

KEY, URL, DATA = "VEILEDEREN_ENCRYPTION_KEY", "VEILEDEREN_DATABASE_URL", "VEILEDEREN_DATA"
HOW_A_KEY_IS_MADE = (
    f"Skriv id:nøkkel, med en nøkkel på 32 byte i base64. Slik lages en: "
    f'echo "nokkel1:$(openssl rand -base64 32)". Gi den i {KEY}, eller i en fil som {KEY}_FILE peker på.'
)
UNSAFE = {
    Unsafe.NO_APP_ID: "VEILEDEREN_APP_ID mangler: app-id-en til boten i Azure. Uten den kan alle kalle boten.",
    Unsafe.NO_TENANTS: "VEILEDEREN_TENANTS mangler: id-en til kommunens tenant i Entra.",
    Unsafe.NO_SECRET: "VEILEDEREN_CLIENT_SECRET mangler: hemmeligheten til appen i Entra. I stedet kan du gi "
    "VEILEDEREN_CLIENT_SECRET_FILE, eller VEILEDEREN_CERTIFICATE_FILE og VEILEDEREN_CERTIFICATE_THUMBPRINT.",
    Unsafe.NO_THUMBPRINT: "VEILEDEREN_CERTIFICATE_THUMBPRINT mangler: avtrykket av sertifikatet, som står i Entra. "
    "VEILEDEREN_CERTIFICATE_FILE er ikke nok alene.",
    Unsafe.NO_KEY: f"{KEY} mangler, så saker kan ikke lagres. {HOW_A_KEY_IS_MADE}",
    Unsafe.NO_SERVICE_HOSTS: "Boten kjenner ingen adresse til Teams. Bruk utgaven slik den er levert.",
    Unsafe.OPEN_HOST: "VEILEDEREN_DEVELOPMENT er på, så boten kan bare lytte på denne maskinen. "
    "Sett VEILEDEREN_HOST til 127.0.0.1, eller slå VEILEDEREN_DEVELOPMENT av.",
    Unsafe.APP_ID_UNCHECKED: "VEILEDEREN_DEVELOPMENT er på, så boten sjekker ikke hvem som kaller. "
    "Slå VEILEDEREN_DEVELOPMENT av, eller ta bort VEILEDEREN_APP_ID.",
}
"""Why the bot does not start with these settings."""

_NOT_LET_IN = f"Databasen slipper ikke boten inn. Se på brukernavn og passord i {URL}."
UNOPENED = {
    "InvalidPasswordError": _NOT_LET_IN,
    "InvalidAuthorizationSpecificationError": _NOT_LET_IN,
    "InvalidCatalogNameError": f"Tjeneren har ingen database med navnet i {URL}. Lag den, eller rett navnet.",
    "InsufficientPrivilegeError": f"Brukeren i {URL} har ikke lov til å lage eller bruke tabellene.",
    "TypeError": f"Boten kjenner ikke det som står bak «?» i {URL}. Ta det bort; kryptert forbindelse er ?ssl=require.",
    "ConnectionError": f"Tjeneren avviste forbindelsen. Ber {URL} om ?ssl=, må tjeneren ha TLS.",
    "PermissionError": f"Boten har ikke lov til å skrive i mappa med databasen. Se på {DATA} eller {URL}.",
    "FileExistsError": f"Mappa til databasen er en fil. Se på {DATA} eller {URL}.",
    "NotADirectoryError": f"Mappa til databasen er en fil. Se på {DATA} eller {URL}.",
    "FileNotFoundError": f"Mappa til databasen kan ikke lages. Se på {DATA} eller {URL}.",
    "EROFS": f"Disken med databasen kan bare leses. Se på {DATA} eller {URL}.",
    "OperationalError": f"Databasefila kan ikke åpnes eller skrives. Se på {DATA} eller {URL}, og om disken er full "
    "eller bare kan leses.",
    "DatabaseError": f"Fila er ikke en hel database. Se på {DATA} eller {URL}, eller legg en kopi tilbake.",
}
"""What the kind of error means that the database's driver gave."""

NOT_A_VALUE = {
    "int_parsing": "skal være et helt tall",
    "int_type": "skal være et helt tall",
    "float_parsing": "skal være et tall",
    "float_type": "skal være et tall",
    "bool_parsing": "skal være true eller false",
}
NO_FILE = {
    errno.ENOENT: "finnes ikke",
    errno.EACCES: "kan ikke brukes: boten har ikke lov",
    errno.EPERM: "kan ikke brukes: boten har ikke lov",
    errno.EEXIST: "er en fil, og det skulle vært en mappe",
    errno.ENOTDIR: "ligger i noe som ikke er en mappe",
    errno.EISDIR: "er en mappe, og det skulle vært en fil",
    errno.ENOSPC: "kan ikke skrives: disken er full",
    errno.EROFS: "kan ikke skrives: disken kan bare leses",
}

MAY_NOT_WRITE = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC)
WRITE_ELSEWHERE = "Skulle noe skrives der, velger du et annet sted med --out eller --to (i Azure: i /copies)."
"""In the image nothing may be written where the commands write by themselves."""


@singledispatch
def words_for(_error: Exception) -> str:
    """Return what is wrong and what to do, or an empty string for an error that is no fault of the installation."""
    return ""


def innermost(error: BaseException) -> BaseException:
    """Return the error itself, without the groups it came in."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


def words_for_fault(error: BaseException) -> str:
    """Return what is said of an error that nobody foresaw: its kind and where it came from, for who mends the bot."""
    error = innermost(error)
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "site-packages" not in frame.filename] or frames
    where = f", {Path(own[-1].filename).name} linje {own[-1].lineno}" if own else ""
    return (
        f"Noe gikk galt som ikke skulle skje ({type(error).__name__}{where}). "
        "Meld det til dem som vedlikeholder boten. Med VEILEDEREN_DEVELOPMENT=true vises hele feilen."
    )


def wrong_settings(error: ValidationError) -> list[str]:
    """Return a sentence for each setting that cannot be used."""
    found: dict[str, str] = {}
    for wrong in error.errors():
        name = "VEILEDEREN_" + str(wrong["loc"][0]).upper() if wrong["loc"] else "En innstilling"
        found.setdefault(name, f"{name} {_why_wrong(wrong['type'], wrong.get('ctx', {}))}.")
    return list(found.values())


def _why_wrong(kind: str, limits: dict[str, object]) -> str:
    if kind == "value_error":
        return str(limits["error"])
    if kind == "greater_than_equal":
        return f"kan ikke være mindre enn {limits['ge']}"
    if kind == "less_than_equal":
        return f"kan ikke være mer enn {limits['le']}"
    if kind == "greater_than":
        return f"skal være mer enn {limits['gt']}"
    return NOT_A_VALUE.get(kind, "kan ikke leses")


@words_for.register
def _(error: ValidationError) -> str:
    return "\n".join(wrong_settings(error))


@words_for.register
def _(error: UnsafeSettings) -> str:
    return "\n".join(UNSAFE[problem] for problem in error.problems)


@words_for.register
def _(error: MunicipalityUnknown) -> str:
    return (
        f"VEILEDEREN_MUNICIPALITIES: {error.said} har ingen profil i kunnskapen. Velg blant {', '.join(error.known)}."
    )


@words_for.register
def _(_error: KeyNotSet) -> str:
    return UNSAFE[Unsafe.NO_KEY]


@words_for.register
def _(error: KeyMissing) -> str:
    ids = ", ".join(f"«{key_id}»" for key_id in error.key_ids)
    return (
        f"Databasen har nøkler som er låst med krypteringsnøkkelen {ids}, og den står ikke i {KEY}. "
        "Sett den inn igjen: bak den nye, med komma mellom, hvis nøkkelen er byttet. "
        "Ta den ikke bort før python -m bot doctor sier at den kan tas bort."
    )


@words_for.register
def _(_error: SealBroken) -> str:
    return (
        f"{KEY} passer ikke til databasen: id-en er riktig, men nøkkelen er en annen enn den databasen er låst med. "
        "Sett inn den riktige."
    )


FLAWS = {
    Flaw.NO_ID: "mangler id og kolon foran",
    Flaw.LONG_ID: "har en altfor lang id",
    Flaw.TWICE: "har samme id som en annen: gi hver sin egen",
    Flaw.NOT_BASE64: "er ikke hel base64: den er kanskje kuttet, eller skilt fra den neste med noe annet enn komma",
    Flaw.LENGTH: "er på {length} byte, og skal være på 32",
}


@words_for.register
def _(error: KeyRingInvalid) -> str:
    flaw = f" Nøkkel nr. {error.number} {FLAWS[error.flaw].format(length=error.length)}." if error.flaw else ""
    older = "Eldre nøkler står bak, med komma mellom, hver med sin egen id."
    return f"{KEY} kan ikke leses.{flaw} {HOW_A_KEY_IS_MADE} {older}"


@words_for.register
def _(_error: SchemaNotCurrent) -> str:
    return "Databasen hører til en annen utgave av programmet. Kjør først: python -m bot migrate"


@words_for.register
def _(error: SchemaNewer) -> str:
    return (
        f"Databasen er i versjon {error.revision}, og dette programmet kan {LATEST}. Sett inn den nyere utgaven igjen. "
        f"Må du tilbake nå: sett VEILEDEREN_NEWER_DATABASE={error.revision}, så går denne utgaven på de nye tabellene "
        "(deploy/README.md, «Back»)."
    )


@words_for.register
def _(_error: SchemaMissing) -> str:
    return (
        f"Det er ingenting i databasen. Se om {DATA} eller {URL} viser til den rette. "
        "Er den ny, kjør: python -m bot migrate"
    )


@words_for.register
def _(_error: StoreAway) -> str:
    return "Databasen svarer ikke, eller den er opptatt. Prøv igjen om litt."


@words_for.register
def _(error: StoreUnopened) -> str:
    away = f"Får ikke kontakt med databasen ({error.code}). Se på adressen i {URL}, og at tjeneren går."
    return UNOPENED.get(error.code, away)


@words_for.register
def _(_error: sqlite3.OperationalError) -> str:
    return UNOPENED["OperationalError"]


@words_for.register
def _(error: KnowledgeError) -> str:
    return f"Kunnskapsfilene kan ikke brukes. Rett dette, og prøv igjen:\n{error}"


@words_for.register
def _(error: WeightsMissing) -> str:
    return (
        f"bot/anonymise/asking/{error} mangler, eller den er laget for en annen utgave. "
        "Hent hele utgaven på nytt, eller kjør python -m bench.anonymise.learn_names."
    )


@words_for.register
def _(error: WordListMissing) -> str:
    return f"Ordlista {error} mangler i anonymising i kunnskapsmappa. Legg fila tilbake, og start på nytt."


@words_for.register
def _(error: ConnectionError) -> str:
    return words_for(StoreUnopened(type(error).__name__))


@words_for.register
def _(error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return "Porten er i bruk av et annet program. Stopp det, eller velg en annen i VEILEDEREN_PORT."
    if error.errno == errno.ENOSPC and error.filename is None:
        return "Disken er full. Gjør plass, og prøv igjen."
    if error.errno in (errno.EACCES, errno.EPERM) and error.filename is None:
        return "Boten har ikke lov til å lytte på den porten. Velg en over 1023 i VEILEDEREN_PORT."
    if error.errno == errno.EADDRNOTAVAIL or isinstance(error, socket.gaierror):
        return "Maskinen har ikke den adressen. Se på VEILEDEREN_HOST."
    wrong = f"{error.filename} {NO_FILE.get(error.errno or 0, 'kan ikke brukes')}." if error.filename else ""
    return f"{wrong} {WRITE_ELSEWHERE}" if wrong and error.errno in MAY_NOT_WRITE else wrong
