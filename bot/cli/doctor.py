"""`python -m bot doctor`: is this installation able to run? Each check in words, with what to do when it fails."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from bot.answers.acute_words import load_acute_words
from bot.answers.edited_danger import is_learned
from bot.answers.lexicon import load_lexicon
from bot.cli.doctor_graph import about_graph, about_sign_in
from bot.cli.doctor_roles import roles_for_nobody
from bot.cli.doctor_store import Head, about_database
from bot.cli.knowledge_in_use import knowledge_in_use
from bot.cli.trouble import UNSAFE, words_for, wrong_settings
from bot.content.check import FILL_IN, check_knowledge
from bot.content.knowledge import Knowledge, load_knowledge
from bot.content.model_problem import did_you_mean
from bot.content.problem import KnowledgeError
from bot.content.profile import MunicipalityProfile
from bot.domain.norway import OSLO
from bot.inside import MunicipalityUnknown
from bot.main import teams_settings
from bot.settings import PREFIX, Settings, misspelt
from bot.teams.manifest import AppValues, ManifestProblem, build_package
from bot.teams.teams_settings import UnsafeSettings, refuse_unsafe
from bot.turns.log import quiet_logs

GOOD, LOOK, BAD = "✓", "!", "✗"
ORDER = BAD + LOOK + GOOD
"""What must be mended stands first, so that it is seen."""
MARKS = {"god": GOOD, "se": LOOK, "feil": BAD}
SHOWN = 5
PGBOUNCER = 6432
"""Locks that are held between commits, and prepared statements, do not survive a pooler between bot and server."""


@dataclass(frozen=True)
class Result:
    """What one check found."""

    mark: str
    words: str


def doctor(
    trail: Annotated[str, typer.Option("--spor", help="«row:head» fra den siste «audit.head» i loggen.")] = "",
) -> None:
    """Sjekk innstillinger, database, kunnskap, nøkler, app-pakke og kanaler."""
    quiet_logs()  # what the log would say, is said here in words
    number, _, link = trail.partition(":")
    if trail and not (number.isdigit() and link):
        raise typer.BadParameter("Skriv tallet og tegnene slik loggen viser dem, for eksempel 118:3fa2c1d0.")
    told = (int(number), link) if trail else None
    try:
        settings = Settings()
    except ValidationError as error:
        for words in wrong_settings(error):
            print(f"{BAD} {words}")
        for one in _about_names():
            print(f"{one.mark} {one.words}")
        raise SystemExit(1) from None
    with knowledge_in_use(settings=settings) as (folder, words):
        print(words)
        results = asyncio.run(_examine(settings, folder, told))
    for one in sorted(results, key=lambda found: ORDER.index(found.mark)):
        print(f"{one.mark} {one.words}")
    raise SystemExit(1 if any(one.mark == BAD for one in results) else 0)


async def _examine(settings: Settings, folder: Path, told: Head | None) -> list[Result]:
    results = [*_about_settings(settings), *_about_knowledge(folder), *_about_learned(settings.knowledge)]
    results += _about_threshold(settings.knowledge, folder)
    results += _about_package()
    knowledge = _readable(folder)
    results += _about_roles_and_places(settings, knowledge)
    teams = teams_settings(settings)
    for found in (about_sign_in(teams), about_graph(settings, teams)):
        results += [Result(MARKS[kind], words) async for kind, words in found]
    return [*results, *[Result(MARKS[kind], words) async for kind, words in about_database(settings, knowledge, told)]]


def _about_settings(settings: Settings) -> Iterator[Result]:
    try:
        refuse_unsafe(teams_settings(settings), has_encryption_key=bool(settings.key()))
    except UnsafeSettings as error:
        yield from (Result(BAD, f"Boten vil ikke starte: {UNSAFE[problem]}") for problem in error.problems)
    else:
        mode = "utvikling, bare denne maskinen" if settings.development else "produksjon"
        yield Result(GOOD, f"Innstillingene er trygge ({mode}).")
    yield from _about_names()
    if settings.newer_database:
        yield Result(
            LOOK,
            f"Boten får gå på en nyere database (VEILEDEREN_NEWER_DATABASE={settings.newer_database}). Det er veien "
            "tilbake fra en utgave som måtte tas ut, og ikke for lenge. Ta innstillingen bort når den nyere utgaven er "
            "tilbake, og slett da på nytt hvem som har bedt om å bli slettet imens (python -m bot forget).",
        )
    if settings.database_port == PGBOUNCER:
        yield Result(
            LOOK,
            f"VEILEDEREN_DATABASE_URL går til port {PGBOUNCER}, der PgBouncer pleier å være. Gjennom den kan to kopier "
            "av boten svare den samme samtidig. Gå rett til databasen, port 5432.",
        )
    if not settings.graph and not settings.development:
        yield Result(
            LOOK,
            "Boten får ikke lete i kanalen (VEILEDEREN_GRAPH). Er et svar fra Teams uklart, må noen se etter selv. "
            "Bare en redaktør eller administrator kan koble til en kanal, ikke den som eier den.",
        )
    if not settings.admins and not settings.development:
        yield Result(LOOK, "Ingen administratorer er oppgitt (VEILEDEREN_ADMINS). Ingen får beskjed når noe står fast.")


def _about_names() -> Iterator[Result]:
    """Yield the settings that are none, with the one that may be meant."""
    known = [field.upper() for field in Settings.model_fields]
    for name in misspelt():
        meant = did_you_mean(name.removeprefix(PREFIX), known).replace("«", f"«{PREFIX}")
        meant = meant or " Er navnet skrevet feil? (README.md)"
        yield Result(LOOK, f"{name} er ingen innstilling, og gjør ingenting.{meant}")


def _about_knowledge(folder: Path) -> Iterator[Result]:
    today = datetime.now(OSLO).date()
    problems = check_knowledge(folder, today=today)
    wrong = [problem for problem in problems if problem.severity == "feil"]
    for problem in wrong[:SHOWN]:
        yield Result(BAD, str(problem))
    if wrong[SHOWN:]:
        yield Result(BAD, f"Og {len(wrong) - SHOWN} feil til. Kjør: python -m bot check")
    if not wrong:
        unknown = sum(one.message.startswith(FILL_IN) for one in problems)
        yield Result(GOOD, f"Kunnskapsfilene er hele. {unknown} må fylles ut av kommunen: python -m bot check")


def _about_learned(folder: Path) -> Iterator[Result]:
    try:
        if is_learned(folder, load_lexicon(folder)):
            return
    except KnowledgeError:  # what is wrong is told by its own check
        return
    yield Result(
        LOOK,
        f"Ordene i {folder / 'words'} er endret siden boten lærte av dem hva som er fare. Da lærer den på nytt ved "
        "hver start, og det tar tolv minutter eller mer: Azure gir opp etter to og et halvt. "
        "Kjør python -m bot.answers.acute_model (Dockerfile gjør det av seg selv), og bygg på nytt.",
    )


def _about_threshold(own: Path, published: Path) -> Iterator[Result]:
    """Tell of editors' own threshold of danger: what was learned comes with the program, and each time it is learned
    anew the same number means something else."""
    try:
        shipped, theirs = (
            load_acute_words(one, load_lexicon(one), with_examples=False).threshold for one in (own, published)
        )
    except KnowledgeError:  # what is wrong is told by its own check
        return
    if theirs == shipped:
        return
    risk = "Nå blir fare oversett som boten ellers hører." if theirs > shipped else "Nå varsler boten oftere om fare."
    number, right = (f"{one:g}".replace(".", ",") for one in (theirs, shipped))
    yield Result(
        LOOK,
        f"Redaktørene har publisert terskelen {number} i words/acute.yaml. Denne utgaven av boten er prøvd med "
        f"{right}. {risk} Er den ikke satt med vilje etter siste oppgradering, bør en redaktør sette den til {right}.",
    )


def _about_package() -> Iterator[Result]:
    try:
        with tempfile.TemporaryDirectory() as folder:
            build_package(Path("manifest"), AppValues(), Path(folder) / "app.zip")
    except ManifestProblem as error:
        yield from (Result(BAD, f"Teams-appen: {problem}") for problem in error.problems)
    else:
        yield Result(GOOD, "Teams-appen lar seg bygge (python -m bot manifest).")


def _readable(folder: Path) -> Knowledge | None:
    try:
        return load_knowledge(folder)
    except KnowledgeError:  # what is wrong is told by its own check
        return None


def _about_roles_and_places(settings: Settings, knowledge: Knowledge | None) -> Iterator[Result]:
    profiles: Mapping[str, MunicipalityProfile] = knowledge.profiles if knowledge is not None else {}
    yield from (Result(BAD, words) for words in roles_for_nobody(settings, profiles))
    undecided: list[str] = []
    for one in settings.municipalities or profiles if knowledge is not None else ():
        profile = profiles.get(one)
        if profile is None:
            yield Result(BAD, words_for(MunicipalityUnknown(one, profiles)))
        elif not isinstance(profile.archive_decision, str):
            undecided.append(f"{profile.name} ({profile.retention_days} dager)")
    if undecided:
        yield Result(
            LOOK,
            f"Disse har ikke bestemt hvor lenge saker skal bevares (arkivlova): {', '.join(undecided)}. Så lenge blir "
            "teksten liggende etter at saken er lukket. Spør arkivleder, og sett archive_decision og retention_days i "
            "kommunens fil (knowledge/README.md).",
        )
