"""`make bench`: what a turn costs in this bot, a stock botbuilder echo, an Agents SDK echo and bare aiohttp.

Each server runs in a process of its own, is started and probed the same way, and answers one client, turn by turn.
They take turns in short blocks, because what the machine does besides, and how fast it is, changes from minute to
minute: measured one after the other, the same bot has cost from 2.9 to 4.3 ms.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from socket import socket

import aiohttp
import psutil

from bench.turn.load import ConnectorStub, Load, Measured
from bench.turn.questions import answered_questions

ROOT = Path(__file__).parents[2]
SERVERS = Path(__file__).parent / "servers"
VENVS = ROOT / "build" / "bench"
SET_UP = ("hei", "Stjørdal", "skole")
"""Typed first, so that a question is answered and not met with the one-time question about workplace."""

BLOCK = 25
"""Turns each way before the next server has its block."""


@dataclass(frozen=True)
class Server:
    """One program to measure."""

    name: str
    port: int
    command: Sequence[str]
    expected: str
    """A word of the right reply."""
    set_up: Sequence[str] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    answers_in_body: bool = True
    """False where expectReplies gives HTTP 500: the turn is run and paid for, but nobody gets the reply."""


def servers(stub_port: int, data: str) -> Iterator[Server]:
    """Yield the four programs, each on a port of its own."""
    port = free_port()
    own = {
        "VEILEDEREN_DEVELOPMENT": "true",
        "VEILEDEREN_PORT": str(port),
        "VEILEDEREN_DATA": data,
        "VEILEDEREN_PLAYGROUND_PORTS": str(stub_port),
    }
    yield Server(
        "this bot: a question answered", port, (sys.executable, "-m", "bot", "serve"), "Kild", SET_UP, environment=own
    )
    stock = venv("stock", "botbuilder-integration-aiohttp==4.17.1")
    agents = venv("agents", "microsoft-agents-hosting-aiohttp==1.9.0")
    yield _echo("botbuilder 4.17.1: echo", stock, "echo_botbuilder.py", answers_in_body=False)
    yield _echo("Agents SDK 1.9.0: echo", agents, "echo_agents.py")
    yield _echo("bare aiohttp: echo", sys.executable, "echo_aiohttp.py")


def _echo(name: str, python: str, file: str, *, answers_in_body: bool = True) -> Server:
    port = free_port()
    return Server(name, port, (python, str(SERVERS / file), str(port)), "Echo", answers_in_body=answers_in_body)


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def venv(name: str, package: str) -> str:
    """Return the Python of the bench's own virtual environment with that package, made once."""
    python = VENVS / name / "bin" / "python"
    if not (VENVS / name / "ready").exists():
        print(f"making an environment for {package} …", flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENVS / name)], check=True)
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package]
        subprocess.run(install, check=True)
        (VENVS / name / "ready").touch()
    return str(python)


def compile_own() -> None:
    """Compile this bot, as its image does when it is built and pip did for the others: where Python may write no
    bytecode, each start would do it anew."""
    subprocess.run([sys.executable, "-m", "compileall", "-q", "bot", "dialogs"], cwd=ROOT, check=True)


@contextmanager
def running(server: Server, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start the server and stop it again."""
    environment = {**os.environ, "PYTHONWARNINGS": "ignore", **server.environment}
    with log.open("ab") as output:
        process = subprocess.Popen(server.command, cwd=ROOT, env=environment, stdout=output, stderr=output)
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(25)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


async def until_ready(http: aiohttp.ClientSession, url: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers; raises when it ends instead."""
    while process.poll() is None:
        try:
            async with http.get(f"{url}/healthz") as response:
                if response.status == 200:
                    return
        except aiohttp.ClientError:
            await asyncio.sleep(0.01)
    raise SystemExit(f"The server ended with {process.returncode}; see {VENVS}/servers.log")


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    name: str
    start_s: float
    rss_mib: float
    in_body: Measured
    by_connector: Measured


class Started:
    """A server that runs, and its two ways of answering."""

    def __init__(self, server: Server, pid: int, loads: tuple[Load, Load], ready_s: float) -> None:
        self._server = server
        self._pid = pid
        self._in_body, self._by_connector = loads
        self._loads = list(loads)
        self._ready_s = ready_s

    async def set_up(self, questions: Sequence[str], turns: int) -> None:
        """Type what comes before the first question, and warm up."""
        for load in self._loads:
            for text in self._server.set_up:
                await load.set_up(text)
        await self.block(questions, turns)
        for load in self._loads:
            load.forget()

    async def block(self, questions: Sequence[str], turns: int) -> None:
        """Send as many turns each way. The first turns after another server had the processor are dear, so the ways
        take turns in being the first."""
        for load in self._loads:
            await load.block(self._pid, questions, self._server.expected, turns)
        self._loads.reverse()

    def row(self) -> Row:
        """Return what it has cost. A fast wrong answer is refused."""
        in_body, by_connector = self._in_body.measured(), self._by_connector.measured()
        _refuse_wrong_replies(self._server, in_body, by_connector)
        rss = psutil.Process(self._pid).memory_info().rss / 2**20
        return Row(self._server.name, self._ready_s, rss, in_body, by_connector)


async def start(
    server: Server, http: aiohttp.ClientSession, stub: ConnectorStub, questions: int, until: AsyncExitStack
) -> Started:
    """Start one server and wait for it."""
    url, began = f"http://127.0.0.1:{server.port}", time.perf_counter()
    process = until.enter_context(running(server, VENVS / "servers.log"))
    await until_ready(http, url, process)
    ready_s = time.perf_counter() - began
    in_body = Load(http, url, stub, 0, expect_replies=True)
    by_connector = Load(http, url, stub, questions // 2, expect_replies=False)
    return Started(server, process.pid, (in_body, by_connector), ready_s)


def _refuse_wrong_replies(server: Server, in_body: Measured, by_connector: Measured) -> None:
    """A fast wrong answer is not a result."""
    if by_connector.replied != by_connector.turns or (server.answers_in_body and in_body.replied != in_body.turns):
        got = f"{in_body.replied} in the body, {by_connector.replied} by the connector, of {in_body.turns} each"
        raise SystemExit(f"{server.name}: not every reply was right ({got})")


def table(rows: Sequence[Row]) -> str:
    """Return the table, and how this bot stands to the goals."""
    head = f"{'':32}{'expectReplies':^30}{'connector':^30}{'RSS':>8}{'ready':>8}"
    under = (
        f"{'':32}{'CPU ms':>10}{'p50 ms':>10}{'p99 ms':>10}{'CPU ms':>10}{'p50 ms':>10}{'p99 ms':>10}{'MiB':>8}{'s':>8}"
    )
    lines = [head, under]
    for row in rows:
        costs = (row.in_body, row.by_connector)
        figures = "".join(f"{one.cpu_ms:10.2f}{one.p50_ms:10.2f}{one.p99_ms:10.2f}" for one in costs)
        lines.append(f"{row.name:32}{figures}{row.rss_mib:8.0f}{row.start_s:8.2f}")
    return "\n".join([*lines, "", *goals(rows)])


def goals(rows: Sequence[Row]) -> Iterator[str]:
    """Yield each goal with what was measured."""
    own, stock, agents, *_ = rows
    ratios = [
        ("CPU of a turn against the stock echo, connector", own.by_connector.cpu_ms / stock.by_connector.cpu_ms, 0.5),
        ("CPU of a turn against the stock echo, expectReplies", own.in_body.cpu_ms / stock.in_body.cpu_ms, 0.5),
        (
            "CPU of a turn against the Agents SDK echo, connector",
            own.by_connector.cpu_ms / agents.by_connector.cpu_ms,
            2.0,
        ),
        ("CPU of a turn against the Agents SDK echo, expectReplies", own.in_body.cpu_ms / agents.in_body.cpu_ms, 2.0),
        ("RSS in MiB", own.rss_mib, 150.0),
        ("ready in seconds", own.start_s, 3.0),
    ]
    for name, value, limit in ratios:
        yield f"{'reached' if value <= limit else 'MISSED ':8} {name}: {value:.2f} (goal: at most {limit})"
    yield "The stock echo answers expectReplies with HTTP 500 (it serialises twice); its CPU is that of the whole turn."


async def main(turns: int) -> int:
    """Measure all and print the table; 0 when every goal is reached."""
    VENVS.mkdir(parents=True, exist_ok=True)
    compile_own()
    questions, stub = answered_questions(ROOT / "knowledge"), ConnectorStub()
    await stub.server.start_server()
    async with AsyncExitStack() as until:
        data = until.enter_context(tempfile.TemporaryDirectory())
        http = await until.enter_async_context(aiohttp.ClientSession())
        asked = len(questions)
        started = [await start(server, http, stub, asked, until) for server in servers(stub.server.port or 0, data)]
        for one in started:
            await one.set_up(questions, BLOCK * 4)
        rounds = 2 * (turns // (2 * BLOCK))
        for number in range(rounds):
            print(f"\rround {number + 1} of {rounds}", end="", flush=True)
            for one in random.sample(started, len(started)):
                await one.block(questions, BLOCK)
        rows = [one.row() for one in started]
    await stub.server.close()
    text = table(rows)
    print(f"\n\n{text}")
    return int("MISSED" in text)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--turns", type=int, default=500, help=f"turns per server and way of answering, in steps of {2 * BLOCK}"
    )
    raise SystemExit(asyncio.run(main(options.parse_args().turns)))
