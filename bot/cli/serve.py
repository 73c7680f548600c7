"""`python -m bot serve`: the bot behind Azure Bot Service (or, in development mode, the Agents Playground)."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import ctypes
import sys
from collections.abc import Sequence

from pydantic import ValidationError

from bot.main import serve as serve_forever
from bot.settings import Settings
from bot.store.encryption import EncryptionError
from bot.teams.teams_settings import UnsafeSettings
from bot.turns.log import json_logs

_PR_SET_DUMPABLE = 4


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve from the command line, without what only other commands need."""
    description = "Start boten med innstillingene i miljøet (VEILEDEREN_*)."
    argparse.ArgumentParser(prog="python -m bot serve", description=description).parse_args(arguments)
    serve()
    return 0


def serve() -> None:
    """Run the bot with the settings in the environment (VEILEDEREN_*)."""
    json_logs()
    leave_no_memory_dump()
    try:
        asyncio.run(serve_forever(Settings()))
    except (UnsafeSettings, EncryptionError, ValidationError) as error:
        print(f"Boten starter ikke: {_words(error)}", file=sys.stderr)
        raise SystemExit(2) from None


def leave_no_memory_dump() -> None:
    """Forbid core files: one would hold the text of a case as it was being written, and the keys."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(OSError, AttributeError):  # Linux: also when dumps go to a program instead of a file
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def _words(error: Exception) -> str:
    if isinstance(error, ValidationError):
        wrong = ("VEILEDEREN_" + "_".join(str(part) for part in one["loc"]).upper() for one in error.errors())
        return "se på " + ", ".join(sorted(set(wrong)))
    return str(error)
