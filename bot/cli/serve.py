"""`python -m bot serve`: the bot behind Azure Bot Service (or, in development mode, the Agents Playground)."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import sys
from typing import NoReturn

from bot.domain.event_log import EventLog
from bot.memory import use_one_heap
from bot.settings import Settings, misspelt
from bot.turns.library import Shelf, read_folder
from bot.turns.log import json_logs

_PR_SET_DUMPABLE = 4

log = EventLog(__name__)


def serve() -> None:
    """Start boten med innstillingene i miljøet (VEILEDEREN_*)."""
    json_logs()
    leave_no_memory_dump()
    use_one_heap()
    try:
        settings = Settings()
        for name in misspelt():
            log.warning("setting_unknown", where=name)
        _serve(settings, _read_first(settings))
    except Exception as error:  # what is wrong with the installation is told; what nobody foresaw goes on
        from bot.cli.trouble import innermost, words_for

        log.error("not_running", error=type(innermost(error)).__name__)
        if words := words_for(error):
            _refuse(words)
        raise


def _read_first(settings: Settings) -> Shelf:
    """Read the knowledge before most of the program is imported: what reading has thrown away makes room for that."""
    return read_folder(settings.knowledge)


def _serve(settings: Settings, shelf: Shelf) -> None:
    from bot.main import serve as serve_forever

    asyncio.run(serve_forever(settings, shelf=shelf))


def _refuse(why: str) -> NoReturn:
    print(f"Boten starter ikke: {why}", file=sys.stderr)
    raise SystemExit(2) from None


def leave_no_memory_dump() -> None:
    """Forbid core files: one would hold the text of a case as it was being written, and the keys."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(OSError, AttributeError):  # Linux: also when dumps go to a program instead of a file
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
