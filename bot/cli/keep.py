"""`python -m bot keep`: keeps the published version of each guide for the concerns that are under way."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.content.guide_archive import keep_versions
from bot.content.problem import KnowledgeError


def main(arguments: Sequence[str] | None = None) -> int:
    """Keep the versions from the command line."""
    parser = argparse.ArgumentParser(prog="python -m bot keep", description="Ta vare på utgavene som er publisert.")
    parser.add_argument("--knowledge", type=Path, default=Path("knowledge"))
    options = parser.parse_args(arguments)
    try:
        written = keep_versions(options.knowledge)
    except KnowledgeError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write("".join(f"{path}\n" for path in written) or "Alle utgavene er tatt vare på fra før.\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
