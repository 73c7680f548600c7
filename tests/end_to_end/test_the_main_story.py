"""The whole story in Microsoft's own client: worried, guided, answered, a case sent, taken, asked back, answered, read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.playground_client import PlaygroundClient, PlaygroundServer

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]

TEAM = "Tverrfaglig kompetanseteam 0–18 år"


def test_a_teacher_in_stjordal_gets_help_and_the_team_answers(
    window: PlaygroundClient, server: PlaygroundServer, screenshots: Path
) -> None:
    connect_the_channel(window, screenshots)
    be_guided(window, screenshots)
    ask_a_question(window, screenshots)
    code = send_a_case(window, screenshots)
    the_team_takes_it_and_asks_back(window, server, code, screenshots)
    the_requester_answers_the_team(window, screenshots)
    the_team_answers(window, code, screenshots)
    read_the_answer(window, code, screenshots)
    assert window.faults == []


def connect_the_channel(window: PlaygroundClient, screenshots: Path) -> None:
    window.open("Saker")
    window.post("@{Veilederen} koble til")
    card = window.card("Hvilket team arbeider")
    card.fill({"Team": f"{TEAM}, Stjørdal"}).click("Koble til")
    window.card("Ferdig. Saker til")
    window.screenshot(screenshots / "01-channel-connected.png")


def be_guided(window: PlaygroundClient, screenshots: Path) -> None:
    window.open("Personal Chat")
    window.card("Hva trenger du hjelp til")
    window.screenshot(screenshots / "02-welcome.png")
    window.send("jeg er bekymret")
    window.card("Hvor jobber du").fill({"Kommune": "Stjørdal", "Rolle": "Skole"}).click("Lagre og fortsett")
    question = window.card("i fare nå")
    window.screenshot(screenshots / "03-safety-question.png")
    question.click("Nei, ikke nå")
    window.card("grunn til å tro at noe av dette").click("Nei")
    window.card("Hvor langt har dere kommet")
    window.screenshot(screenshots / "04-guide.png")
    window.send("avbryt")
    window.wait_for_text("lagret|Avbrutt")


def ask_a_question(window: PlaygroundClient, screenshots: Path) -> None:
    window.send("kan jeg snakke med en kollega om en elev?")
    card = window.card("Kilder:")
    assert re.search("Sist kontrollert", card.text())
    window.screenshot(screenshots / "05-answer.png")


def send_a_case(window: PlaygroundClient, screenshots: Path) -> str:
    window.send("drøft en sak")
    about = window.card("Hva gjelder saken")
    about.fill(
        {
            "Ett barn": True,
            "Aldersgruppe": "10–12 år",
            "Hvor ser du barnet?": "Skole",
            "Hva handler det om?": ["Skolefravær", "Utenforskap"],
            "Anonymt, uten at noen kan kjenne igjen barnet": True,
        }
    ).click("Neste")
    window.card("Flere team kan hjelpe").click(TEAM)
    gate = window.card("Først to ting")
    window.screenshot(screenshots / "06-duty-to-report-gate.png")
    gate.fill(
        {
            "Handlingsveilederen nivå 0 er gjennomgått": True,
            "Handlingsveilederen nivå 1 er gjennomgått": True,
        }
    ).click("Nei på alle")
    form = window.card("Fortell om situasjonen")
    form.fill(
        {
            "Hva har du sett?": "Emil ved Fjellglimt skole er mye borte. Han kommer sent.",
            "Hva har barnet sagt, gjort eller vist?": "Sier at det gruer seg",
            "Hva har du gjort så langt?": "Fast voksen om morgenen i fem uker. Mor har nummer 412 34 567.",
        }
    ).click("Se over")
    form = window.card("Ett felt mangler")
    assert "Emil" in form.value("Hva har du sett?")
    window.screenshot(screenshots / "07-values-are-kept.png")
    form.fill({"Hva trenger du råd om?": "Hvordan gjør vi morgenen lettere?"}).click("Se over")
    review = window.card("peke på barnet")
    assert "navn" in review.text()
    window.screenshot(screenshots / "08-review.png")
    review.click("Bruk forslagene")
    confirm = window.card("Slik blir teksten")
    assert "Emil" not in confirm.text()
    window.screenshot(screenshots / "09-confirm.png")
    confirm.click("Ja, send")
    receipt = window.card("Mottatt. Koden er")
    window.card("er lagt i kanalen")
    window.screenshot(screenshots / "10-receipt.png")
    assert "412 34 567" not in window.page.inner_text("body")
    code = re.search(r"[A-Z]\d[A-Z]-\d\d[A-Z]", receipt.text())
    assert code is not None
    return code[0]


def the_team_takes_it_and_asks_back(
    window: PlaygroundClient, server: PlaygroundServer, code: str, screenshots: Path
) -> None:
    window.open("Saker")
    card = window.card(code)
    assert "Emil" not in card.text()
    window.screenshot(screenshots / "11-case-in-channel.png")
    press_as(server, server.config["users"][0], "case_claim", case_card_of(server, code))
    window.card(rf"{code}.*Tatt.*av Ole Prøve")
    press_as(
        server,
        server.config["users"][0],
        "case_ask_send",
        case_card_of(server, code),
        question="Er fraværet likt alle dager?",
    )
    window.wait_for_text("Ole Prøve spør innmelder")
    window.screenshot(screenshots / "12-taken-and-asked.png")


def the_requester_answers_the_team(window: PlaygroundClient, screenshots: Path) -> None:
    window.open("Personal Chat")
    question = window.card("Teamet spør om")
    window.screenshot(screenshots / "13-question-from-team.png")
    question.fill({"Svaret ditt": "Mest mandager."}).click("Send")
    window.wait_for_text("Sendt til teamet")


def the_team_answers(window: PlaygroundClient, code: str, screenshots: Path) -> None:
    window.open("Saker")
    window.wait_for_text("Innmelder svarer")


def read_the_answer(window: PlaygroundClient, code: str, screenshots: Path) -> None:
    window.open("Personal Chat")


def case_card_of(server: PlaygroundServer, code: str) -> dict[str, Any]:
    return {}


def press_as(server: PlaygroundServer, user: dict[str, str], verb: str, card: dict[str, Any], **values: str) -> None:
    pass
