"""What `doctor` says of the database and what lies in it: keys, what stands fast, the published edition, channels."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import timedelta

from bot.cli.doctor_edition import about_edition
from bot.cli.doctor_graph import about_owners
from bot.cli.doctor_keys import about_keys
from bot.cli.doctor_reach import about_reach
from bot.cli.open_store import opened_store
from bot.cli.trouble import URL, words_for
from bot.clock import DIFFERS, SystemClock
from bot.content.knowledge import Knowledge
from bot.content.texts import Texts
from bot.delivery.audit_trail import first_misfit
from bot.domain.ports import UnitOfWork
from bot.domain.turn import Place
from bot.inside import key_ring
from bot.main import teams_settings
from bot.ready import can_keep
from bot.settings import Settings
from bot.store import SqlStore
from bot.store.encryption import KeyNotSet
from bot.usecases.monthly_meeting import takes_cases
from dialogs.cases.about import channel_key
from dialogs.cases.which_team import team_by_key

Said = tuple[str, str]
"""`god`, `se` or `feil`, and the words."""
Head = tuple[int, str]
"""Where the audit trail ended once: the number of its last entry, and what its link begins with."""
EMPTY_TRAIL = "Revisjonssporet er tomt: ingenting er notert ennå."


async def about_database(settings: Settings, knowledge: Knowledge | None, told: Head | None) -> AsyncIterator[Said]:
    """Yield what is to be said; without knowledge that can be read, nothing of the channels. `told` is where the audit
    trail once ended, as the log has it."""
    try:
        async with opened_store(settings) as store:
            yield "god", f"Databasen svarer, er oppdatert, og nøkkelen passer: {settings.where}."
            async for said in _about_what_is_in(store, settings, knowledge, told):
                yield said
    except KeyNotSet:  # said among the settings
        return
    except Exception as error:  # whatever the driver raises: every check says what it found
        yield "feil", words_for(error) or f"Databasen kan ikke undersøkes ({type(error).__name__})."


async def _about_what_is_in(
    store: SqlStore, settings: Settings, knowledge: Knowledge | None, told: Head | None
) -> AsyncIterator[Said]:
    for said in await _about_upkeep(store, settings, told):
        yield said
    if knowledge is None:
        return
    for said in await about_edition(store, settings):
        yield said
    found, working = await _about_channels(store, settings, knowledge)
    for said in found:
        yield said
    if settings.graph and not settings.development:
        async for said in about_owners(working, teams_settings(settings)):
            yield said


async def _about_upkeep(store: SqlStore, settings: Settings, told: Head | None) -> list[Said]:
    found = [*await about_keys(store, key_ring(settings))]
    if not await can_keep(store, SystemClock(), "doctor"):
        found.append(("feil", f"Ingenting kan lagres. Er disken full, eller kan brukeren i {URL} bare lese?"))
    found += await _about_clock(store)
    found += await about_reach(store, settings)
    misfit = await first_misfit(store)
    async with store.unit_of_work() as uow:
        parked, unreadable = len(await uow.outbox.parked()), await uow.cases.unreadable()
        seq, link = await uow.audit.head()
        is_held = not told or await uow.audit.holds(*told)
    if parked:
        found.append(("feil", f"{parked} meldinger står fast. Se: python -m bot outbox"))
    if unreadable:
        found.append(
            (
                "feil",
                f"{len(unreadable)} saker kan ikke leses: {', '.join(unreadable)}. Er boten satt tilbake til en "
                "eldre utgave, sett den nyeste i drift igjen. Ellers er radene skadet: teksten finnes bare i en kopi "
                "av databasen. Spør teamene om de kjenner sakene.",
            )
        )
    if misfit is not None:
        found.append(
            ("feil", f"Revisjonssporet er endret fra post nr. {misfit}. Noen har skrevet i databasen utenom boten.")
        )
    elif told and not is_held:
        found.append(
            ("feil", f"Revisjonssporet har ikke post {told[0]}:{told[1]} som loggen viser. Det er spolt tilbake.")
        )
    else:
        found.append(("god", f"Revisjonssporet henger sammen til post {seq}:{link}." if seq else EMPTY_TRAIL))
    return found


async def _about_clock(store: SqlStore) -> list[Said]:
    """Tell of a clock that is wrong: the bot goes by the database's, but what Microsoft signs is tried by this one."""
    ahead = await SystemClock().ahead_of(store.time)
    if ahead is None or abs(ahead) <= DIFFERS:
        return []
    way = "foran" if ahead > timedelta() else "etter"
    words = (
        f"Klokka på denne maskinen går {round(abs(ahead).total_seconds())} sekunder {way} databasens. Boten går etter "
        "databasens, men innloggingen fra Microsoft prøves mot maskinens. Still den, eller den på databasetjeneren."
    )
    return [("feil", words)]


async def _about_channels(
    store: SqlStore, settings: Settings, knowledge: Knowledge
) -> tuple[list[Said], dict[str, Place]]:
    """Return what is to be said, and the channels that work, by the name of their team."""
    found: list[Said] = []
    working: dict[str, Place] = {}
    async with store.unit_of_work() as uow:
        for one in knowledge.served(settings.municipalities):
            profile = knowledge.profiles[one]
            for team in profile.teams:
                if not team.takes_anonymous:
                    continue
                link = await uow.channels.of_team(channel_key(one, team.id))
                name = f"{team.name} ({profile.name})"
                if team.takes_at_unit:
                    found.extend(_about_unit(name, team.whom_to_ask, link is not None))
                    continue
                found.append(_about_channel(name, link is not None, link.problem if link else "", knowledge.texts))
                if link is not None and not link.problem:
                    working[name] = link.place
        found.extend([said async for said in _about_nobodys(uow, settings, knowledge)])
    return found, working


async def _about_nobodys(uow: UnitOfWork, settings: Settings, knowledge: Knowledge) -> AsyncIterator[Said]:
    """Yield each channel of a team that is not described any more, or whose municipality is not served."""
    served = knowledge.served(settings.municipalities)
    for link in await uow.channels.all():
        is_known = link.team.partition("/")[0] in served and team_by_key(link.team, knowledge) is not None
        if is_known or not takes_cases(link.team):
            continue
        count = len(await uow.cases.ids_open_in(link.team))
        words = (
            f"En kanal er koblet til teamet «{link.team}», som ikke er beskrevet, eller er i en kommune boten ikke "
            f"betjener (VEILEDEREN_MUNICIPALITIES). Ingen kan sende saker dit. Åpne saker i kanalen: {count}. Har "
            "teamet fått en ny id, gi det tilbake den gamle i kommunens fil. Ellers: svar, avslutt sakene, og skriv "
            "«koble fra» der."
        )
        yield ("feil" if count else "se", words)


def _about_unit(team: str, whom_to_ask: str, is_connected: bool) -> Iterator[Said]:
    """Yield what is to be said of a team that every unit has its own of, when one channel is connected to it."""
    if is_connected:
        yield (
            "feil",
            f"{team} er ett team ved hver enhet, men har én kanal for hele kommunen. Nye saker sendes ikke dit: De "
            f"ansatte leser «{whom_to_ask}» Åpne saker blir i kanalen. Svar, avslutt dem, og skriv «koble fra» der.",
        )


def _about_channel(team: str, is_connected: bool, problem: str, texts: Texts) -> Said:
    if problem:
        away = f"Kanalen til {team} kan ikke nås. Skriv «koble til» i den på nytt."
        return "feil", texts(problem, team=team) if problem in texts else away
    if is_connected:
        return "god", f"{team} har en kanal."
    return "se", f"{team} har ingen kanal ennå. Skriv «koble til» i kanalen."
