"""`make bench`: what a turn costs in this bot, a stock botbuilder echo, an Agents SDK echo and bare aiohttp.

Each server runs in a process of its own, is started and probed the same way, and answers one client, turn by turn.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
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


@dataclass(frozen=True)
class Server:
    """One program to measure."""

    name: str
    command: Sequence[str]
    expected: str
    """A word of the right reply."""
    set_up: Sequence[str] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    answers_in_body: bool = True
    """False where expectReplies gives HTTP 500: the turn is run and paid for, but nobody gets the reply."""


def servers(port: int, stub_port: int, data: str) -> Iterator[Server]:
    """Yield the four programs, each on `port`."""
    own = {
        "VEILEDEREN_DEVELOPMENT": "true",
        "VEILEDEREN_PORT": str(port),
        "VEILEDEREN_DATA": data,
        "VEILEDEREN_PLAYGROUND_PORTS": str(stub_port),
    }
    yield Server("this bot: a question answered", (sys.executable, "-m", "bot", "serve"), "Kild", SET_UP, own)
    stock = venv("stock", "botbuilder-integration-aiohttp==4.17.1")
    yield Server(
        "botbuilder 4.17.1: echo",
        (stock, str(SERVERS / "echo_botbuilder.py"), str(port)),
        "Echo",
        answers_in_body=False,
    )
    agents = venv("agents", "microsoft-agents-hosting-aiohttp==1.9.0")
    yield Server("Agents SDK 1.9.0: echo", (agents, str(SERVERS / "echo_agents.py"), str(port)), "Echo")
    yield Server("bare aiohttp: echo", (sys.executable, str(SERVERS / "echo_aiohttp.py"), str(port)), "Echo")


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


async def measure(server: Server, port: int, stub: ConnectorStub, questions: list[str], turns: int) -> Row:
    """Start one server and return what it costs."""
    url, began = f"http://127.0.0.1:{port}", time.perf_counter()
    with running(server, VENVS / "servers.log") as process:
        async with aiohttp.ClientSession() as http:
            await until_ready(http, url, process)
            started = time.perf_counter() - began
            in_body = Load(http, url, stub, expect_replies=True)
            for text in server.set_up:
                await in_body.turn(text)
            direct = await in_body.measure(process.pid, questions, server.expected, turns)
            by_connector = Load(http, url, stub, expect_replies=False)
            sent = await by_connector.measure(process.pid, questions, server.expected, turns)
            rss = psutil.Process(process.pid).memory_info().rss / 2**20
    _refuse_wrong_replies(server, direct, sent)
    return Row(server.name, started, rss, direct, sent)


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
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    questions = answered_questions(ROOT / "knowledge")
    stub, rows = ConnectorStub(), []
    await stub.server.start_server()
    with tempfile.TemporaryDirectory() as data:
        for server in servers(port, stub.server.port or 0, data):
            print(f"measuring {server.name} …", flush=True)
            rows.append(await measure(server, port, stub, questions, turns))
    await stub.server.close()
    text = table(rows)
    print(f"\n{text}")
    return int("MISSED" in text)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--turns", type=int, default=500, help="turns per server and way of answering")
    raise SystemExit(asyncio.run(main(options.parse_args().turns)))
