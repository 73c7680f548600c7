"""`python -m bot COMMAND`: the command line. Imports only the command that is asked for, so that each starts fast."""

from __future__ import annotations

import importlib
import sys

import typer

COMMANDS = {
    "chat": "bot.cli.chat:chat",
    "ask": "bot.cli.ask:ask",
    "anonymise": "bot.cli.anonymise:anonymise",
    "check": "bot.cli.check:check",
    "graph": "bot.cli.graph:graph",
    "doctor": "bot.cli.doctor:doctor",
    "manifest": "bot.cli.manifest:manifest",
    "migrate": "bot.cli.migrate:migrate",
    "backup": "bot.cli.backup:backup",
    "restore": "bot.cli.backup:restore",
    "outbox": "bot.cli.outbox:outbox",
    "forget": "bot.cli.forget:forget",
    "serve": "bot.cli.serve:serve",
    "run": "bot.cli.run:run",
}
"""Command → function. `serve` is what a server runs, `run` is the laptop's `make run`."""


def main() -> None:
    """Run one command; without one, list them all."""
    wanted = sys.argv[1:2]
    names = wanted if wanted and wanted[0] in COMMANDS else list(COMMANDS)
    app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)
    app.callback()(_about)
    for name in names:
        module, _, function = COMMANDS[name].partition(":")
        app.command(name)(getattr(importlib.import_module(module), function))
    app()


def _about() -> None:
    """Veilederen: hjelper ansatte i kommunen når de er urolige for et barn."""


if __name__ == "__main__":
    main()
