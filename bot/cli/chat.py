"""`python -m bot chat`: the whole bot in the terminal. Several people can act, time can pass, lines may be piped in."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer
from pydantic import TypeAdapter

from bot.cli.terminal import Terminal
from bot.cli.terminal_files import TerminalFiles
from bot.cli.terminal_people import CHANNEL, FIRST, PEOPLE, Role
from bot.cli.terminal_screen import Screen, without_text
from bot.cli.written_ids import municipality_option, role_option
from bot.content.problem import KnowledgeError
from bot.content.profile_file import described_in
from bot.content.texts import load_texts
from bot.delivery.settings import DeliverySettings
from bot.domain.case import CODE, code_in
from bot.domain.ports import ChannelLink
from bot.domain.reply import Line, Reply
from bot.domain.turn import AttachedFile, Place, Pressed, Said, Turn, What
from bot.inside import Inside, open_inside
from bot.settings import Settings
from bot.turns.log import quiet_logs
from dialogs.cases.about import channel_key
from dialogs.start import with_profile

_TIME = re.compile(r"^\+(\d{1,4})([dtm])$")
_UNITS = {"d": "days", "t": "hours", "m": "minutes"}
_WHO = re.compile(r"^@(\w+)\s*(.*)$", re.DOTALL)
_UPLOAD = re.compile(r"^last opp\s+(.+?)(?:\s+og skriv\s+(.+))?$", re.IGNORECASE)
"""«last opp <sti>», or «last opp <sti> og skriv <melding>»."""
_REPLIES: TypeAdapter[Reply] = TypeAdapter(Reply)
NO_LIMIT = ((0.001, 10_000),)
"""The terminal is nobody's channel: nothing to be gentle with."""
MEND_FIRST = "Rett feilen og prøv igjen. «python -m bot check» viser alt som må rettes."

HOW = (
    "Skriv «hei» for å begynne. Knapper: tallet eller navnet. Felt: «Aldersgruppe: 10–12 år», flere med « · » mellom, "
    "og så knappen («Neste»). @team, @team2 og andre kan også snakke; +14d lar tida gå. Avslutt med Ctrl-D."
)


class MovableClock:
    """The machine's time, moved forward by `+14d` and the like."""

    def __init__(self, ahead: timedelta) -> None:
        self.ahead = ahead

    def now(self) -> datetime:
        """Return the moved time."""
        return datetime.now(UTC) + self.ahead


@dataclass
class Chat:
    """One run of the terminal chat."""

    inside: Inside
    terminal: Terminal
    clock: MovableClock
    number: int = 0

    async def take(self, line: str) -> None:
        """Act on one typed line: time, somebody else, a field, a button, or words."""
        moved = _TIME.match(line)
        if moved:
            self.clock.ahead += timedelta(**{_UNITS[moved[2]]: int(moved[1])})
            await self.inside.keep_house()
            await self.inside.worker.deliver_due()
            return
        who, said = _who_says_what(line)
        role = PEOPLE.get(who)
        if role is None:
            self.terminal.show(PEOPLE[FIRST].chat, _unknown_person(who), FIRST)
            return
        for part in _parts(said):
            await self._act(role, part)
        await self.inside.worker.deliver_due()

    async def _act(self, role: Role, said: str) -> None:
        upload = _UPLOAD.match(said)
        if upload:
            path = upload[1].strip("«»\"' ")
            await self._turn(role, role.chat, Said((upload[2] or "").strip("«» "), AttachedFile(Path(path).name, path)))
            return
        for place, screen in self._screens(role):
            label = screen.fill(said)
            if label is not None:
                self.terminal.note(f"fylt ut: {label}")
                return
            pressed = _pressed(screen, said, is_chat=place == role.chat)
            if pressed is not None:
                await self._turn(role, place, pressed)
                return
        await self._turn(role, CHANNEL if role.in_channel else role.chat, Said(said))

    def _screens(self, role: Role) -> list[tuple[Place, Screen]]:
        """Return what the person looks at: cards only they see in the channel, the channel, their own chat."""
        own = (role.chat, self.terminal.screen(role.chat))
        if not role.in_channel:
            return [own]
        return [(CHANNEL, self.terminal.only_for(role.who)), (CHANNEL, self.terminal.screen(CHANNEL)), own]

    async def _turn(self, role: Role, place: Place, what: What) -> None:
        self.number += 1
        stamp = f"{self.clock.now().timestamp():.6f}-{self.number}"
        turn = Turn(f"terminal-{stamp}", role.person, place, what, self.clock.now())
        answer = await self.inside.turns.take(turn)
        for reply in answer.shown(turn):
            self.terminal.show(place, reply, role.who)


def _who_says_what(line: str) -> tuple[str, str]:
    match = _WHO.match(line)
    return (match[1].lower().replace("ø", "o"), match[2].strip()) if match else (FIRST, line)


def _parts(said: str) -> Iterator[str]:
    """Split `Tema: fravær · Hvor lenge: noen uker · [Neste]` into its parts."""
    yield from (part.strip() for part in said.split(" · "))


def _pressed(screen: Screen, said: str, *, is_chat: bool) -> Pressed | None:
    code = code_in(said)
    if not code:
        return screen.press(said, is_chat=is_chat)
    rest = CODE.sub("", said).strip()
    named = screen.press(rest or code, code)
    return named if named or rest else screen.press(code)  # «svar på sak …», «jeg tar …» are for the bot to read


def _unknown_person(who: str) -> Reply:
    return Line(f"Jeg kjenner ingen @{who}. Du kan være: {', '.join('@' + one for one in PEOPLE)}.")


async def run(lines: Iterable[str], settings: Settings, kommune: str | None, rolle: str | None, *, echo: bool) -> None:
    """Take the lines one by one until they end."""
    kept = _Kept(settings.data / "chat.json")
    clock = MovableClock(kept.ahead)
    terminal = Terminal(load_texts(settings.knowledge), print, settings.data / "filer")
    kept.put_on(terminal)
    fast = DeliverySettings(conversation_windows=NO_LIMIT, app_windows=NO_LIMIT, visibility_lag=0.0)
    async with open_inside(settings, terminal, clock, fast, TerminalFiles()) as inside:
        served = inside.library.knowledge.served(settings.municipalities)
        await prepare(inside, served, clock, kommune, rolle)
        chat = Chat(inside, terminal, clock)
        await inside.worker.deliver_due()
        for line in lines:
            text = line.strip()
            if echo and text:
                print(f"> {text}")
            if text:
                await chat.take(text)
            kept.keep(terminal, clock.ahead)


async def prepare(
    inside: Inside, connected: Sequence[str], clock: MovableClock, kommune: str | None, rolle: str | None
) -> None:
    """Connect the terminal's channel to every team of these municipalities that takes anonymous cases, and give the
    staff their workplace."""
    async with inside.store.unit_of_work() as uow:
        for municipality in connected:
            profile = inside.library.knowledge.profiles.get(municipality)
            for team in profile.teams if profile else ():
                key = channel_key(municipality, team.id)
                if team.takes_in_channel and await uow.channels.of_team(key) is None:
                    await uow.channels.link(ChannelLink(key, CHANNEL, clock.now()))
        if kommune or rolle:
            for role in (PEOPLE["ansatt"], PEOPLE["ansatt2"]):
                state = await uow.conversations.get(role.person, role.chat)
                own = state.profile
                if state.profile.municipality is None or own.role is None:
                    new = with_profile(state, kommune or own.municipality, rolle or own.role)
                    await uow.conversations.save(role.person, role.chat, new)
        await uow.commit()


class _Kept:
    """What the terminal remembers between runs: how far time has moved, and the screens without any typed text."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            self._data = {}

    @property
    def ahead(self) -> timedelta:
        return timedelta(seconds=float(self._data.get("ahead", 0)))

    def put_on(self, terminal: Terminal) -> None:
        number = 0
        for place, shown in self._data.get("screens", {}).items():
            screen = terminal.screens.setdefault(place, Screen())
            for message_id, reply in shown:
                screen.add(message_id, _REPLIES.validate_python(reply))
                number = max(number, int(message_id.removeprefix("m") or 0))
        terminal.continue_numbers(number)

    def keep(self, terminal: Terminal, ahead: timedelta) -> None:
        screens = {
            place: [(one.id, _REPLIES.dump_python(without_text(one.reply), mode="json")) for one in screen.shown]
            for place, screen in terminal.screens.items()
        }
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.touch(mode=0o600)
        self._path.chmod(0o600)
        self._path.write_text(json.dumps({"ahead": ahead.total_seconds(), "screens": screens}), encoding="utf-8")


def _lines(stream: TextIO) -> Iterator[str]:
    if stream.isatty():
        print(HOW)
    while True:
        if stream.isatty():
            print("> ", end="", flush=True)
        line = stream.readline()
        if not line:
            return
        yield line


def chat(
    kommune: Annotated[str | None, typer.Option(help="Kommunen, f.eks. Stjørdal.")] = None,
    rolle: Annotated[str | None, typer.Option(help="Rollen, f.eks. skole.")] = None,
    data: Annotated[Path, typer.Option(help="Mappe der tilstanden bevares mellom kjøringer.")] = Path(".data/chat"),
    knowledge: Annotated[Path, typer.Option(help="Kunnskapsmappa.")] = Path("knowledge"),
) -> None:
    """Snakk med hele boten i terminalen."""
    kommune, rolle = municipality_option(kommune, described_in(knowledge)), role_option(rolle)
    settings = Settings(
        development=True,
        data=data,
        knowledge=knowledge,
        editors=(PEOPLE["redaktor"].person.id,),
        leaders=(PEOPLE["leder"].person.id, PEOPLE["team2"].person.id),
        admins=(PEOPLE["admin"].person.id,),
    )
    quiet_logs()
    try:
        asyncio.run(run(_lines(sys.stdin), settings, kommune, rolle, echo=not sys.stdin.isatty()))
    except KnowledgeError as error:
        typer.echo(f"{error}\n{MEND_FIRST}", err=True)
        raise typer.Exit(1) from None
