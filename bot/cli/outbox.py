"""`python -m bot outbox`: what waits to be delivered and what stands fast. Shows no content and no names."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.open_store import fail, opened_store, settings_for
from bot.delivery.plan import is_for_member
from bot.domain.case import code_in
from bot.domain.errors import CaseNotFound
from bot.domain.norway import OSLO
from bot.domain.outbox import LEFT, Kind, OutboxRow, RowState
from bot.store import SqlStore

KINDS = {
    Kind.CASE_CARD: "ny sak i kanalen",
    Kind.CASE_CARD_UPDATE: "oppdatert kort",
    Kind.THREAD_LINE: "linje under kortet",
    Kind.RELAYED_LINE: "videresendt til tråden",
    Kind.REQUESTER_NOTICE: "beskjed til innmelder",
    Kind.RECEIPT_UPDATE: "oppdatert kvittering",
    Kind.RELAYED_NOTICE: "videresendt til innmelder",
    Kind.MEMBER_NOTICE: "beskjed til medlem",
    Kind.ERASE: "sletting av tekst",
    Kind.TEAM_POST: "melding i kanalen",
    Kind.REMINDER: "påminnelse",
    Kind.COPY: "sak som er vist",
    Kind.UNREADABLE: "kan ikke leses",
}
STATES = {
    RowState.WAITING: "venter",
    RowState.AMBIGUOUS: "kanskje framme",
    RowState.PARKED: "STÅR FAST",
    RowState.DELIVERED: "levert",
    RowState.CANCELLED: "avlyst",
}
MEANINGS = {
    "token:invalid_client": "Entra godtar ikke hemmeligheten eller sertifikatet: det er feil, eller det har gått ut. "
    "Lag nytt i Entra, sett det inn (VEILEDEREN_CLIENT_SECRET), og start boten på nytt.",
    "token:unauthorized_client": "Entra finner ikke appen i tenanten. Se på VEILEDEREN_APP_ID og VEILEDEREN_TENANTS.",
    "token:ValueError": "Entra kjenner ikke tenanten, eller sertifikatet kan ikke leses. Se på VEILEDEREN_TENANTS og "
    "VEILEDEREN_CERTIFICATE_FILE.",
    "token:": "Boten får ikke nøkkel fra Entra. Slipper nettet den ut til login.microsoftonline.com, og stemmer "
    "VEILEDEREN_APP_ID, VEILEDEREN_TENANTS og hemmeligheten?",
    "BotDisabledByAdmin": "Appen er slått av i administrasjonen av Teams. Slå den på igjen.",
    "BotNotInConversationRoster": "Boten er ikke med i kanalen eller chatten. Legg appen til i teamet igjen.",
    "ConversationBlockedByUser": "Personen har blokkert boten, og må selv åpne for den igjen.",
    "MessageWritesBlocked": "Personen har blokkert eller fjernet boten, og må selv åpne for den igjen. Er det en "
    "kanal, er den arkivert, eller eieren lar ikke boter skrive der.",
    "NotEnoughPermissions": "Appen mangler tillatelse i teamet. Legg den til på nytt, og godta tillatelsene.",
    "service_url": "Adressen til Teams er ukjent. Er det en kanal, skriver du «koble til» der en gang til, så lærer "
    "boten den.",
    "team_not_connected": "Teamet har ingen kanal. Skriv «koble til» i kanalen.",
    "own_limit": "Meldingen er for stor for Teams. Meld det til dem som vedlikeholder boten.",
    "broken PayloadTooNew": "Raden er skrevet av en nyere utgave av boten. Sett den i drift igjen, og prøv raden på "
    "nytt.",
    "broken RowUnreadable": "Raden er skrevet av en nyere utgave av boten, eller den er skadet. Sett den nyeste "
    "utgaven i drift igjen, og prøv raden på nytt.",
    "broken CaseUnreadable": "Saken kan ikke leses: raden er skadet, eller skrevet av en nyere utgave av boten. "
    "Se: python -m bot doctor",
    "broken": "Boten klarte ikke å lage meldingen. Meld det til dem som vedlikeholder boten.",
    "400": "Teams forstår ikke meldingen. Meld det til dem som vedlikeholder boten.",
    "401": "Microsoft kjenner ikke appen. Se på VEILEDEREN_APP_ID og om hemmeligheten har gått ut.",
    "403": "Teams slipper ikke boten inn. Se om appen er fjernet, blokkert eller slått av i Teams.",
    "404": "Kanalen eller chatten finnes ikke lenger. Skriv «koble til» i en ny kanal.",
    "413": "Meldingen er for stor for Teams. Meld det til dem som vedlikeholder boten.",
}
"""What is in a code → what it means and what to do; what is special stands before what is general."""
TO_A_PERSON = {
    "BotDisabledByAdmin": MEANINGS["BotDisabledByAdmin"],
    "service_url": "Boten vet ikke hvor personen er i Teams: adressen som er lagret, mangler eller er ikke en av "
    "Microsofts.",
    "403": "Personen har fjernet eller blokkert boten, eller er ikke i kommunen lenger.",
    "404": "Chatten finnes ikke lenger: Personen har fjernet boten, eller er ikke i kommunen lenger.",
}
"""What such codes mean of a message to one person, who has no channel to connect; what is special stands first."""
COMES_AGAIN = (
    "Den prøves igjen av seg selv når personen skriver til boten. Haster det, må noen si det på en annen måte."
)
FOR_A_MEMBER = "Må personen få den, ber du dem skrive til boten, og kjører så --retry."
STAYS = "Det som skulle tømmes i chatten, ligger der til personen selv eller Teams sletter det."
"""What becomes of a message that did not reach somebody, of one to a member of a team, and of what was to be emptied in
the chat of somebody whom the bot has forgotten."""
HAPPENED = {
    "created_at": "sendt",
    "posted_at": "lagt i kanalen",
    "seen_at": "sett",
    "claimed_at": "tatt",
    "answered_at": "besvart",
    "closed_at": "avsluttet",
    "withdrawn_at": "trukket",
    "redacted_at": "ikke anonym nok",
    "text_deleted_at": "teksten slettet",
}
"""What can happen to a case, by the column that tells when."""
NOT_GIVEN = "token:"
"""How a code begins when Entra gives the bot no token: it is tried again for ever, and mends itself when Entra does."""


def outbox(
    retry: Annotated[
        str, typer.Option(help="Prøv en melding som står fast, på nytt: id fra lista, eller starten.")
    ] = "",
    data: Annotated[Path | None, typer.Option(help="Mappe med databasen.")] = None,
    case: Annotated[
        str, typer.Option("--sak", help="Følg én sak: hva som er skjedd når, og hver melding om den.")
    ] = "",
) -> None:
    """Vis meldinger som venter eller står fast, uten innhold."""
    asyncio.run(_outbox(retry, data, case))


async def _outbox(retry: str, data: Path | None, case: str) -> None:
    async with opened_store(settings_for(data)) as store:
        if retry:
            await _retry(store, retry)
        elif case:
            await _follow(store, case)
        else:
            await _show(store)


async def _follow(store: SqlStore, said: str) -> None:
    """Print what the store knows of one case without opening it: when what happened, its card, and its rows."""
    async with store.unit_of_work() as uow:
        try:
            case = await uow.cases.facts_of(code_in(said))
        except CaseNotFound:
            fail(
                f"Ingen sak har koden {said}. Er den skrevet riktig? Den kan også være slettet etter lagringstida, "
                "eller sendt etter at en kopi som er lagt tilbake, ble tatt."
            )
        card, rows = await uow.channels.card_of(case.id), await uow.queue.about(case.id)
    print(f"Sak {case.code} i {case.team}, versjon {case.version}. I loggen: {case.id}, og id-en til hver melding.")
    happened = sorted((at, words) for name, words in HAPPENED.items() if (at := getattr(case, name)) is not None)
    print("  " + " · ".join(f"{words} {_time(at)}" for at, words in happened))
    print(f"  Kortet i kanalen viser versjon {card.version}." if card else "  Saken har ikke noe kort i kanalen.")
    for row in rows:
        print(told_of(row))


async def _retry(store: SqlStore, start: str) -> None:
    now = datetime.now(UTC)
    async with store.unit_of_work() as uow:
        parked = [row.id for row in await uow.outbox.parked()]
        row_id = _the_one(start.strip().rstrip("…"), parked)
        was_parked = await uow.queue.retry(row_id, now)
        await uow.audit.note("outbox.retried", now, by="operator")
        await uow.commit()
    if not was_parked:
        _not_found(start)
    print("Meldingen blir prøvd på nytt. Hvis den kan ha kommet fram før, leter boten etter den i kanalen først.")


def _the_one(start: str, parked: Sequence[str]) -> str:
    """Return the parked id that begins so; exits with words when there is none, or several."""
    found = [row_id for row_id in parked if start and row_id.startswith(start)]
    if len(found) > 1 and start not in found:
        fail(f"Flere meldinger som står fast, har en id som begynner slik. Skriv mer av den: {', '.join(found)}")
    return start if start in found else found[0] if found else _not_found(start)


def _not_found(start: str) -> str:
    fail(f"Ingen melding som står fast, har id {start}. Se lista: python -m bot outbox")


async def _show(store: SqlStore) -> None:
    async with store.unit_of_work() as uow:
        parked, waiting, counts = await uow.outbox.parked(), await uow.queue.waiting(), await uow.queue.counts()
    if not counts:
        print("Utboksen er tom.")
        return
    now = datetime.now(UTC)
    late = [row for row in waiting if row.item.due_at <= now]
    for row in (*parked, *late):
        print(told_of(row))
    unseen = counts.get(RowState.WAITING, 0) + counts.get(RowState.AMBIGUOUS, 0) - len(late)
    if unseen and len(late) < len(waiting):
        print(f"{unseen} til har sin dag senere: påminnelser og oppfølging.")
    elif unseen:
        print(f"Og {unseen} til venter.")
    print(", ".join(f"{STATES[state]}: {count}" for state, count in sorted(counts.items())))
    if parked:
        print("Rett det som står ved meldingen, og kjør: python -m bot outbox --retry ID (starten av id-en er nok)")


def _meaning_for(row: OutboxRow) -> str:
    """Return what the last code of the row means and what to do: of a person something else than of a channel."""
    code, to_member = row.last_code or "", is_for_member(row)
    has_left = row.item.conversation.startswith(LEFT)
    to_person = to_member or has_left or _is_to_chat(row)
    is_by_channel = to_member and "service_url" in code  # a member's chat is opened from the channel
    told = next((words for part, words in TO_A_PERSON.items() if to_person and part in code), "")
    if not told or is_by_channel or meaning_of(code) == told:
        return meaning_of(code)
    return f"{told} {FOR_A_MEMBER if to_member else STAYS if has_left else COMES_AGAIN}"


def _is_to_chat(row: OutboxRow) -> bool:
    """Tell whether the row goes to the chat of who sent a case, or of somebody whom only a key of the store names."""
    return row.item.kind is Kind.REMINDER or row.item.conversation.startswith("requester:")


def meaning_of(code: str) -> str:
    """Return what the code means and what to do, or an empty string."""
    return next((words for part, words in MEANINGS.items() if part in code), "")


def told_of(row: OutboxRow) -> str:
    """Return the row on lines that are never cut, however narrow the window; times as people in Norway read them."""
    due = _time(row.item.due_at)
    code = row.last_code or ""
    facts = [STATES[row.state], KINDS[row.item.kind], due, f"{row.attempt} forsøk", *([f"kode {code}"] if code else [])]
    lines = [row.id, "  " + " · ".join(facts)]
    meaning = _meaning_for(row)
    if row.last_attempt_at is not None:
        lines.append(f"  sist forsøkt {_time(row.last_attempt_at)}")
    if meaning and (row.state is RowState.PARKED or code.startswith(NOT_GIVEN)):
        lines.append(f"  {meaning}")
    return "\n".join(lines)


def _time(at: datetime) -> str:
    return at.astimezone(OSLO).strftime("%d.%m.%Y kl. %H.%M")
