"""`python -m bot COMMAND`: the command line. Imports only the command that is asked for, so that each starts fast."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

COMMANDS = {
    "chat": ("bot.cli.chat:chat", "hele boten i terminalen"),
    "ask": ("bot.cli.ask:ask", "still et spørsmål til kunnskapsbasen (--jsonl, --explain)"),
    "anonymise": ("bot.cli.anonymise:anonymise", "finn det som peker på noen i en tekst (--jsonl)"),
    "check": ("bot.cli.check:command", "sjekk alle kunnskapsfiler"),
    "graph": ("bot.cli.graph:graph", "tegn guidene"),
    "keep": ("bot.cli.keep:keep", "ta vare på utgavene av guidene som er publisert"),
    "export": ("bot.cli.export:export", "alle svar i ett dokument, til gjennomlesing"),
    "doctor": ("bot.cli.doctor:doctor", "kan denne installasjonen kjøre?"),
    "links": ("bot.cli.links:links", "prøv alle lenker i kunnskapen"),
    "lists": ("bot.cli.lists:lists", "det redaktørene skal følge med på"),
    "manifest": ("bot.cli.manifest:manifest", "bygg og kontroller Teams-appen"),
    "migrate": ("bot.cli.migrate:migrate", "bring databasen til denne versjonen"),
    "backup": ("bot.cli.backup:backup", "ta en kopi av databasen"),
    "restore": ("bot.cli.backup:restore", "legg en kopi tilbake"),
    "outbox": ("bot.cli.outbox:outbox", "meldinger som venter eller står fast"),
    "stats": ("bot.cli.stats:stats", "tall uten innhold"),
    "forget": ("bot.cli.forget:forget", "slett alt om én person"),
    "serve": ("bot.cli.serve:serve", "start boten (server)"),
    "run": ("bot.cli.run:run", "start boten på denne maskinen, med Agents Playground"),
}
"""Command → where it stands, and what it does in a few words."""

OLDEST = (3, 11)
HOW_IT_IS_INSTALLED = (
    "Stå i mappa med app.py. Installer én gang: python3 -m venv .venv, og så "
    ".venv/bin/python -m pip install --require-hashes -r requirements.lock. Kjør siden .venv/bin/python -m bot "
    r"(i Windows: .venv\Scripts\python)."
)
"""What somebody does who has the files of the bot and another Python than its own."""

AT_START = 1_000_000
"""New objects before what is there is looked through for something to throw away: at start nearly everything stays."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command; without one, or with an unknown one, list them all."""
    gc.set_threshold(AT_START)
    given = sys.argv[1:] if arguments is None else arguments
    name = given[0] if given else ""
    if name not in COMMANDS:
        is_help = name in ("", "-h", "--help", "help")
        print(_listed(name), file=sys.stdout if is_help else sys.stderr)
        raise SystemExit(0 if is_help else 2)
    module, _, function = COMMANDS[name][0].partition(":")
    _refuse_old_python()
    try:
        run = getattr(importlib.import_module(module), function)
        if name == "serve" and not given[1:]:  # it takes no arguments, and a server pays for no reader of them
            run()
        else:
            _run_with_typer(name, run, given[1:])
    except ModuleNotFoundError as error:
        _tell_what_is_not_installed(error)
    except Exception as error:  # whoever runs the bot is told in words; who develops it sees where it came from
        _tell(error)


def _refuse_old_python() -> None:
    if sys.version_info < OLDEST:
        has, wants = (".".join(str(part) for part in version[:2]) for version in (sys.version_info, OLDEST))
        sys.stderr.write(f"Dette er Python {has}, og boten trenger {wants} eller nyere. {HOW_IT_IS_INSTALLED}\n")
        raise SystemExit(1)


def _tell_what_is_not_installed(error: ModuleNotFoundError) -> NoReturn:
    """Tell whoever runs the bot with a Python that lacks its libraries; what lacks of the bot itself is a fault."""
    name = (error.name or "").partition(".")[0]
    if name in {"", "bot", "dialogs"}:
        _tell(error)
    sys.stderr.write(f"Biblioteket «{name}» er ikke installert i denne Python-en. {HOW_IT_IS_INSTALLED}\n")
    raise SystemExit(1) from None


def _tell(error: Exception) -> NoReturn:
    trouble = importlib.import_module("bot.cli.trouble")
    words = trouble.words_for(error)
    if not words and os.environ.get("VEILEDEREN_DEVELOPMENT", "").lower() in {"1", "true", "yes", "on"}:
        raise error
    sys.stderr.write(f"{words or trouble.words_for_fault(error)}\n")
    raise SystemExit(1) from None


def _run_with_typer(name: str, run: Callable[..., Any], arguments: Sequence[str]) -> None:
    import typer  # costs as much as a small command does in all, so it is imported last

    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    app.command()(run)
    app(args=list(arguments), prog_name=f"python -m bot {name}")


def _listed(wrong: str) -> str:
    start = f"Kommandoen «{wrong}» finnes ikke.\n" if wrong and not wrong.startswith("-") and wrong != "help" else ""
    lines = "\n".join(f"  {name:10} {words}" for name, (_, words) in COMMANDS.items())
    return f"{start}Bruk: python -m bot KOMMANDO\n{lines}"


if __name__ == "__main__":
    main()
