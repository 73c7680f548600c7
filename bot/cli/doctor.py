"""`python -m bot doctor`: is this installation able to run? Each check in words, with what to do when it fails."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from bot.cli.doctor_graph import about_graph, about_owners
from bot.content.check import check_knowledge
from bot.content.knowledge import Knowledge, load_knowledge
from bot.content.problem import KnowledgeError
from bot.domain.turn import Place
from bot.inside import SystemClock, key_ring
from bot.main import teams_settings
from bot.settings import Settings
from bot.store.encryption import EncryptionError
from bot.store.sql_store import SqlStore
from bot.teams.manifest import AppValues, ManifestProblem, build_package
from bot.teams.teams_settings import UnsafeSettings, refuse_unsafe
from dialogs.cases.about import channel_key

GOOD, LOOK, BAD = "✓", "!", "✗"
MARKS = {"god": GOOD, "se": LOOK, "feil": BAD}
SHOWN = 5


@dataclass(frozen=True)
class Result:
    """What one check found."""

    mark: str
    words: str


def doctor() -> None:
    """Sjekk innstillinger, database, kunnskap, nøkler, app-pakke og kanaler."""
    try:
        settings = Settings()
    except ValidationError as error:
        for wrong in error.errors():
            name = "VEILEDEREN_" + "_".join(str(part) for part in wrong["loc"]).upper()
            print(f"{BAD} Innstillingen {name} kan ikke leses. Se README.md under «Run it for a municipality».")
        raise SystemExit(1) from None
    results = asyncio.run(_examine(settings))
    for one in results:
        print(f"{one.mark} {one.words}")
    raise SystemExit(1 if any(one.mark == BAD for one in results) else 0)


async def _examine(settings: Settings) -> list[Result]:
    results = [*_about_settings(settings), *_about_knowledge(settings), *_about_package()]
    try:
        knowledge = load_knowledge(settings.knowledge)
    except KnowledgeError:
        return results
    results += _about_municipalities(settings, knowledge)
    results += [Result(MARKS[kind], words) async for kind, words in about_graph(settings, teams_settings(settings))]
    return [*results, *[result async for result in _about_database(settings, knowledge)]]


def _about_settings(settings: Settings) -> Iterator[Result]:
    try:
        refuse_unsafe(teams_settings(settings), has_encryption_key=bool(settings.key()))
    except UnsafeSettings as error:
        yield Result(BAD, f"Boten vil ikke starte: {error}")
    else:
        mode = "utvikling, bare denne maskinen" if settings.development else "produksjon"
        yield Result(GOOD, f"Innstillingene er trygge ({mode}).")
    if not settings.graph and not settings.development:
        yield Result(
            LOOK,
            "Boten får ikke lete i kanalen (VEILEDEREN_GRAPH). Er et svar fra Teams uklart, må noen se etter selv. "
            "Bare en redaktør eller administrator kan koble til en kanal, ikke den som eier den.",
        )
    if not settings.admins and not settings.development:
        yield Result(LOOK, "Ingen administratorer er oppgitt (VEILEDEREN_ADMINS). Ingen får beskjed når noe står fast.")


def _about_knowledge(settings: Settings) -> Iterator[Result]:
    today = datetime.now(ZoneInfo("Europe/Oslo")).date()
    problems = check_knowledge(settings.knowledge, today=today)
    wrong = [problem for problem in problems if problem.severity == "feil"]
    for problem in wrong[:SHOWN]:
        yield Result(BAD, str(problem))
    if wrong[SHOWN:]:
        yield Result(BAD, f"Og {len(wrong) - SHOWN} feil til. Kjør: python -m bot check")
    if not wrong:
        yield Result(
            GOOD, f"Kunnskapsfilene er hele ({len(problems)} ting å fylle ut eller se på: python -m bot check)."
        )


def _about_package() -> Iterator[Result]:
    try:
        with tempfile.TemporaryDirectory() as folder:
            build_package(Path("manifest"), AppValues(), Path(folder) / "app.zip")
    except ManifestProblem as error:
        yield from (Result(BAD, f"Teams-appen: {problem}") for problem in error.problems)
    else:
        yield Result(GOOD, "Teams-appen lar seg bygge (python -m bot manifest).")


def _about_municipalities(settings: Settings, knowledge: Knowledge) -> Iterator[Result]:
    for one in settings.municipalities:
        profile = knowledge.profiles.get(one)
        if profile is None:
            yield Result(BAD, f"Kommunen «{one}» har ingen profil i knowledge/kommuner.")
            continue
        if not isinstance(profile.archive_decision, str):
            yield Result(
                LOOK, f"{profile.name} har ikke bestemt hvor lenge saker skal bevares (arkivlova). Spør arkivleder."
            )


async def _about_database(settings: Settings, knowledge: Knowledge) -> AsyncIterator[Result]:
    try:
        store = SqlStore(settings.url, key_ring(settings), now=SystemClock().now)
        await store.open(migrate=False)
    except EncryptionError as error:
        yield Result(BAD, f"Krypteringsnøkkelen: {error}")
        return
    except Exception as error:  # whatever the driver raises, the words are the same
        yield Result(
            BAD, f"Databasen svarer ikke eller er ikke oppdatert ({type(error).__name__}). Kjør: python -m bot migrate"
        )
        return
    try:
        yield Result(GOOD, "Databasen svarer, er oppdatert, og nøkkelen passer.")
        results, connected = await _about_channels(store, settings, knowledge)
        for result in results:
            yield result
        if settings.graph and not settings.development:
            async for kind, words in about_owners(connected, teams_settings(settings)):
                yield Result(MARKS[kind], words)
    finally:
        await store.close()


async def _about_channels(
    store: SqlStore, settings: Settings, knowledge: Knowledge
) -> tuple[list[Result], dict[str, Place]]:
    """Return what is to be said, and the channels that work, by the name of their team."""
    results: list[Result] = []
    working: dict[str, Place] = {}
    async with store.unit_of_work() as uow:
        parked = await uow.outbox.parked()
        if parked:
            results.append(Result(BAD, f"{len(parked)} meldinger står fast. Se: python -m bot outbox"))
        for one in settings.municipalities:
            profile = knowledge.profiles.get(one)
            for team in profile.teams if profile else ():
                if not team.takes_anonymous:
                    continue
                link = await uow.channels.of_team(channel_key(one, team.id))
                name = f"{team.name} ({profile.name})" if profile else team.name
                results.append(_about_channel(name, link is not None, link.problem if link else "", knowledge.texts))
                if link is not None and not link.problem:
                    working[name] = link.place
    return results, working


def _about_channel(team: str, is_connected: bool, problem: str, text: Callable[[str], str]) -> Result:
    if problem:
        return Result(BAD, f"{team}: {text(problem)}")
    if is_connected:
        return Result(GOOD, f"{team} har en kanal.")
    return Result(LOOK, f"{team} har ingen kanal ennå. Skriv «koble til» i kanalen.")
