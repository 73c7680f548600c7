"""The real bot in its own process, in development mode, as `make run` starts it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tests.end_to_end.playground_card import PlaygroundError, wait_until

ROOT = Path(__file__).resolve().parents[2]


class BotProcess:
    """`python -m bot serve` on a port of its own, with its own data folder. Whoever edits also leads the teams."""

    def __init__(self, data: Path, port: int, playground_ports: Sequence[int], editors: Sequence[str] = ()) -> None:
        self.endpoint = f"http://127.0.0.1:{port}/api/messages"
        self._ready = f"http://127.0.0.1:{port}/readyz"
        env = {
            **os.environ,
            "VEILEDEREN_DEVELOPMENT": "true",
            "VEILEDEREN_DATA": str(data),
            "VEILEDEREN_PORT": str(port),
            "VEILEDEREN_EDITORS": ",".join(editors),
            "VEILEDEREN_LEADERS": ",".join(editors),
            "VEILEDEREN_PLAYGROUND_PORTS": ",".join(str(one) for one in playground_ports),
            "VEILEDEREN_MUNICIPALITIES": "stjordal,melhus,frosta,meraker,selbu,tydal",
        }
        self.log = data / "bot.log"
        data.mkdir(parents=True, exist_ok=True)
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot", "serve"], cwd=ROOT, env=env, stdout=log, stderr=subprocess.STDOUT
            )

    def wait(self) -> None:
        """Wait until the bot takes turns."""
        wait_until(self._is_ready, 180, "the bot to be ready")

    def _is_ready(self) -> bool:
        if self._process.poll() is not None:
            raise PlaygroundError(f"the bot ended: {self.log.read_text()[-500:]}")
        with suppress(OSError), urllib.request.urlopen(self._ready, timeout=3) as answer:
            return bool(answer.status == 200)
        return False

    def stop(self) -> None:
        """Stop as a server is stopped."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            try:
                self._process.wait(30)
            except subprocess.TimeoutExpired:
                self._process.kill()
