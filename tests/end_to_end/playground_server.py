"""One Agents Playground server of our own, with invented people. Must not know what the bot says."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.parse
import urllib.request
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml

from tests.end_to_end.playground_card import PlaygroundError, wait_until

ROOT = Path(__file__).resolve().parents[2]
PLAYGROUND = ROOT / "playground"
PROGRAM = PLAYGROUND / "node_modules/.bin/agentsplayground"
CONFIG = PLAYGROUND / "m365agentsplayground.yml"
COLLEAGUE = {
    "id": "29:user-lena",
    "name": "Lena Prøve",
    "userPrincipleName": "lena@example.invalid",
    "aadObjectId": "aaaaaaaa-0000-0000-0000-000000000007",
    "givenName": "Lena",
    "surname": "Prøve",
    "email": "lena@example.invalid",
}
Config = dict[str, Any]
Person = dict[str, str]


def staff_config() -> Config:
    """Return the people as `make run` has them: Kari Prøve sits at the screen."""
    config: Config = yaml.safe_load(CONFIG.read_text(encoding="utf-8"))
    return config


def team_config() -> Config:
    """Return the same world with Ole Prøve, of the team, at the screen; Kari is not in his channel at all."""
    config = staff_config()
    at_the_screen, *others = config["users"]
    return config | {
        "currentUser": at_the_screen,
        "users": [*others, COLLEAGUE],
        "personalChat": {"id": "a:personal-ole"},
    }


class PlaygroundServer:
    """A Playground server on a port of its own."""

    def __init__(self, endpoint: str, port: int, config: Config) -> None:
        self.url = f"http://127.0.0.1:{port}/"
        self.config = config
        self.folder = Path(tempfile.mkdtemp(prefix="playground-"))
        (self.folder / ".m365agentsplayground.yml").write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
        command = [str(PROGRAM), "start", "-e", endpoint, "-c", "msteams", "-p", str(port), "--dt"]
        env = {**os.environ, "TEAMSAPPTESTER_BROWSER": "none", "BROWSER": "none", "TZ": "Europe/Oslo"}
        with (self.folder / "server.log").open("wb") as log:
            self._process = subprocess.Popen(
                command, cwd=self.folder, env=env, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
            )

    def wait(self) -> None:
        """Wait until the server answers."""
        wait_until(self._answers, 90, "the Playground server")

    def _answers(self) -> bool:
        if self._process.poll() is not None:
            raise PlaygroundError("the Playground server ended; see devTools/m365agentsplayground.log")
        with suppress(OSError), urllib.request.urlopen(self.url + "_debug/ping", timeout=2) as answer:
            return bool(answer.read() == b"pong")
        return False

    def person(self, name: str) -> Person:
        """Return somebody of the team by first name."""
        return next(one for one in self.config["users"] if one["givenName"] == name)

    def press_as(self, person: Person, card_id: str, data: dict[str, Any]) -> str:
        """Press a button on a card in the channel as another person; return the id to find the answer by."""
        team = self.config["team"]
        channel = team["channels"][0]["id"]
        action = {"type": "Action.Execute", "verb": data["verb"], "data": data}
        return self._invoke(
            person,
            "adaptiveCard/action",
            {"action": action, "trigger": "manual"},
            replyToId=card_id,
            conversation={
                "id": f"{channel};messageid={card_id}",
                "conversationType": "channel",
                "isGroup": True,
                "tenantId": self.config["tenantId"],
            },
            channelData={
                "tenant": {"id": self.config["tenantId"]},
                "team": {"id": team["id"], "aadGroupId": team["aadGroupId"]},
                "channel": {"id": channel},
            },
        )

    def invoke_in_chat(self, name: str, value: dict[str, Any], about: str) -> str:
        """Tell the bot what this client has no button for, as the person at the screen, in their own chat with it.

        `about` is the message it is about. Returns the id to find the answer by.
        """
        chat = {"id": self.config["personalChat"]["id"], "conversationType": "personal"}
        tenant = self.config["tenantId"]
        return self._invoke(
            self.config["currentUser"],
            name,
            value,
            replyToId=about,
            conversation={**chat, "tenantId": tenant},
            channelData={"tenant": {"id": tenant}},
        )

    def show_in_chat(self, card: dict[str, Any]) -> None:
        """Let the client draw a card in the personal chat, as if the bot had sent it."""
        attachment = {"contentType": "application/vnd.microsoft.card.adaptive", "content": card}
        sent = {"type": "message", "from": self.config["bot"], "attachments": [attachment]}
        chat = urllib.parse.quote(self.config["personalChat"]["id"], safe="")
        self._post(f"_connector/v3/conversations/{chat}/activities", sent)

    def _invoke(self, person: Person, name: str, value: dict[str, Any], **where: Any) -> str:
        activity = {
            "type": "invoke",
            "name": name,
            "id": f"pressed-{time.time_ns()}",
            "channelId": "msteams",
            "serviceUrl": self.url.replace("127.0.0.1", "localhost") + "_connector",
            "from": {field: person[field] for field in ("id", "name", "aadObjectId")},
            "recipient": self.config["bot"],
            "value": value,
            **where,
        }
        self._post("_internal/v1/customActivities", activity)
        return str(activity["id"])

    def _post(self, path: str, body: dict[str, Any]) -> None:
        request = urllib.request.Request(
            self.url + path, json.dumps(body).encode(), {"content-type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            answer.read()

    def stop(self) -> None:
        """End the server and take its folder away."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(10)
        shutil.rmtree(self.folder, ignore_errors=True)
