"""Files and windows (dialogs), as far as Microsoft's Agents Playground goes: version 0.2.28 draws neither.

What it does not do is held here too, so that it is noticed when a newer version does. What Teams would send instead
(`fileConsent/invoke`, `task/fetch`) goes through the Playground's own door for activities to the running bot; what the
bot answers, uploads and puts into the chat is seen at the other end.
"""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from docx import Document

from tests.end_to_end.conftest import World
from tests.end_to_end.playground_client import PlaygroundClient
from tests.end_to_end.screen import Album
from tests.end_to_end.teacher_does import begin_a_case
from tests.end_to_end.team_does import connect_the_channel
from tests.end_to_end.traffic import Json

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]

CONSENT = "application/vnd.microsoft.teams.card.file.consent"
INFO = "application/vnd.microsoft.teams.card.file.info"
OPENS_A_WINDOW = {"verb": "case_form", "id": "", "version": 0, "msteams": {"type": "task/fetch"}}


class Drive(HTTPServer):
    """Takes files as OneDrive does, and keeps them in memory."""

    def __init__(self, port: int) -> None:
        self.kept: list[bytes] = []
        super().__init__(("127.0.0.1", port), Taking)


class Taking(BaseHTTPRequestHandler):
    """One upload."""

    def do_PUT(self) -> None:  # the name http.server asks for
        drive = self.server
        assert isinstance(drive, Drive)
        drive.kept.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(201)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def drive(world: World) -> Iterator[Drive]:
    """A place for files, while the test runs."""
    opened = Drive(world.drive_port)
    thread = Thread(target=opened.serve_forever, daemon=True)
    thread.start()
    yield opened
    opened.shutdown()
    thread.join()
    opened.server_close()


def ask_for_the_summary(window: PlaygroundClient) -> Json:
    """Begin a concern, and ask for its summary as a file."""
    window.open("Personal Chat")
    window.card("Hva trenger du hjelp til")
    window.send("jeg er bekymret")
    window.card("i fare nå").click("Nei, ikke nå")
    window.card("Hvor jobber du").fill({"Kommune": "Stjørdal", "Rolle": "Skole"}).click("Lagre og fortsett")
    window.card("grunn til å tro at noe av dette")
    window.send("oppsummering")
    return offered(window)


def offered(window: PlaygroundClient) -> Json:
    """Ask for the summary as a file. Returns the message that asks for consent."""
    window.card("Oppsummering av").click("Last ned som Word")
    window.wait_for_text("File Consent Card is not supported yet")
    return window.message(CONSENT)


def consent(asked: Json, action: str, drive: Drive) -> Json:
    """Return what Teams sends when the person answers."""
    (attachment,) = asked["attachments"]
    upload = {
        "uploadUrl": f"http://127.0.0.1:{drive.server_port}/upload",
        "contentUrl": f"http://127.0.0.1:{drive.server_port}/kept",
        "name": "Oppsummering.docx",
        "uniqueId": "u1",
        "fileType": "docx",
    }
    context = attachment["content"]["acceptContext"]
    return {"type": "fileUpload", "action": action, "context": context, "uploadInfo": upload}


def shown_now(window: PlaygroundClient, message_id: str) -> Json:
    """Return what has taken the place of the question."""
    window.wait(lambda: message_id in window.traffic.updates or None, "the question to be answered in its place")
    return window.traffic.messages[message_id]


def test_a_file_that_is_declined_is_kept_nowhere_and_one_accepted_is_kept_and_shown_in_the_place_of_the_question(
    teacher: PlaygroundClient, drive: Drive
) -> None:
    asked = ask_for_the_summary(teacher)
    teacher.server.invoke_in_chat("fileConsent/invoke", consent(asked, "decline", drive), asked["messageId"])
    assert "Fila er ikke lagret" in str(shown_now(teacher, asked["messageId"]))
    teacher.wait_for_text("Fila er ikke lagret")
    assert drive.kept == []

    again = offered(teacher)
    assert again["messageId"] != asked["messageId"]
    (attachment,) = again["attachments"]
    assert attachment["contentType"] == CONSENT
    teacher.server.invoke_in_chat("fileConsent/invoke", consent(again, "accept", drive), again["messageId"])
    (info,) = shown_now(teacher, again["messageId"])["attachments"]
    assert info["contentType"] == INFO
    (content,) = drive.kept
    assert "Ring barnevernet" in "\n".join(one.text for one in Document(BytesIO(content)).paragraphs)


def test_the_form_of_a_window_is_drawn_filled_in_and_taken(
    teacher: PlaygroundClient, member: PlaygroundClient, screenshots: Path
) -> None:
    """The window's card is drawn in the chat; its buttons send what they send from a window."""
    connect_the_channel(member, Album(screenshots / "window"))
    teacher.open("Personal Chat")
    teacher.card("Hva trenger du hjelp til")
    teacher.send("innstillinger")
    teacher.card("Hvor jobber du").fill({"Kommune": "Stjørdal", "Rolle": "Skole"}).click("Lagre og fortsett")
    teacher.wait_for_text("Lagret: Stjørdal")
    begin_a_case(teacher)
    form = teacher.message("Fortell om situasjonen")
    asked = teacher.server.invoke_in_chat("task/fetch", {"data": OPENS_A_WINDOW}, form["messageId"])
    window = teacher.wait_for_answer(asked)["task"]
    assert window["type"] == "continue"
    card = window["value"]["card"]["content"]
    assert "Action.Execute" not in str(card), "a window takes Submit only"
    teacher.server.show_in_chat(card)
    teacher.card("Fortell om situasjonen").fill(
        {
            "Hva har du sett?": "Sitter alene i friminuttene.",
            "Hva har barnet sagt, gjort eller vist?": "Trekker seg unna.",
            "Hva har du gjort så langt?": "Delt gruppa i to.",
            "Hva trenger du råd om?": "Hvordan får vi barnet med i leken?",
        }
    ).click("Se over")
    assert "Sitter alene" in teacher.card("Slik blir teksten").text()
    assert teacher.faults() == []
    _a_button_that_opens_a_window_does_nothing(teacher)


def _a_button_that_opens_a_window_does_nothing(teacher: PlaygroundClient) -> None:
    """So they are off on a laptop (decision 13). When this fails, the Playground has learnt windows: use them."""
    button = {"type": "Action.Submit", "title": "Skriv i eget vindu", "data": OPENS_A_WINDOW}
    teacher.server.show_in_chat(
        {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "ActionSet", "actions": [button]}]}
    )
    place = teacher.page.get_by_role("button", name="Skriv i eget vindu", exact=True)
    before = len(teacher.traffic.log)
    place.first.click()
    teacher.send("hjelp")
    teacher.card("Slik bruker du meg")
    sent = [one["request"]["body"] for one in teacher.traffic.log[before:] if one.get("request")]
    assert sent, "what was said after it was"
    assert not any("case_form" in str(body.get("value")) for body in sent), "the press was not sent"
