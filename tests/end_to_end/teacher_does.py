"""What the teacher does in the story, screen by screen, in her own chat with the bot."""

from __future__ import annotations

import re

from tests.end_to_end.playground_client import PlaygroundClient
from tests.end_to_end.screen import Album

TEAM = "Tverrfaglig kompetanseteam 0–18 år"
CLIENT_SAYS = "Fyll ut dette feltet før du går videre"
"""What the client itself says about an empty field; a field with only a space is for the bot to see."""
NAME, PHONE = "Emil", "412 34 567"
FOUND = (NAME, PHONE, "Fjellglimt")
"""Invented, and taken out by the bot before anything is sent."""


def be_guided(window: PlaygroundClient, album: Album) -> None:
    """Worried, the question about danger, who she is, the duty to report, level 0, and the outcome with its route."""
    window.open("Personal Chat")
    album.add(window.card("Hva trenger du hjelp til"), "welcome")
    window.send("jeg er bekymret")
    album.add(window.card("i fare nå"), "safety-question").click("Nei, ikke nå")
    who = album.add(window.card("Hvor jobber du"), "who-are-you")
    who.fill({"Kommune": "Stjørdal", "Rolle": "Skole"}).click("Lagre og fortsett")
    album.add(window.card("grunn til å tro at noe av dette"), "duty-to-report").click("Nei")
    album.add(window.card("Hvor langt har dere kommet"), "how-far").click("Nettopp blitt urolig")
    about = window.card("Hvor gammelt er barnet")
    about.fill({"Alder": "10–12 år", "Hvor er barnet til daglig?": "Grunnskole", "Har barnet hjelp fra før?": "Nei"})
    album.add(about, "about-the-child").click("Neste")
    seen = window.card("Hva har gjort deg urolig")
    seen.fill({"Hva gjelder det? Velg gjerne flere": "Fravær", "Hvor lenge har det vart?": "noen uker"})
    album.add(seen, "what-worries-you").click("Neste")
    album.add(window.card("Har du snakket med barnet"), "heard-the-child").click("Nei, ikke ennå")
    window.card("Steg 7 av").click("Ja")
    window.card("Steg 8 av").click("Nei, ikke ennå")
    window.card("Steg 9 av").click("Ja")
    album.add(window.card("Resultat.*Handlingsveilederen nivå 1"), "outcome")


def ask_a_question(window: PlaygroundClient, album: Album) -> None:
    """An answer with its sources and who checked it."""
    window.send("kan jeg snakke med en kollega om en elev?")
    card = window.card("Svar for skole.*Sist kontrollert")
    assert "Kilder:" in card.text()
    album.add(card, "answer")


def begin_a_case(window: PlaygroundClient, album: Album | None = None) -> None:
    """What it is about, the team, and the gate of the duty to report; ends at the form."""
    window.send("drøft en sak")
    about = window.card("Hva gjelder saken")
    about.fill(
        {
            "Aldersgruppe": "10–12 år",
            "Hvor ser du barnet?": "Skole",
            "Hva handler det om?": ["Skolefravær", "Utenforskap"],
            "Anonymt, uten at noen kan kjenne igjen barnet": True,
        }
    )
    if album:
        album.add(about, "case-about")
    about.click("Neste")
    choose = window.card("Ett team kan ta imot saken")
    if album:
        album.add(choose, "case-team")
    choose.click(TEAM)
    gate = window.card("Først noen spørsmål")
    gate.fill({"Handlingsveilederen nivå 0 er gjennomgått": True, "Handlingsveilederen nivå 1 er gjennomgått": True})
    if album:
        album.add(gate, "case-gate")
    gate.click("Nei på alle")
    window.card("Fortell om situasjonen")


def send_a_case(window: PlaygroundClient, album: Album) -> str:
    """A field forgotten, the findings, the text as the team gets it, the receipt. Returns the code."""
    begin_a_case(window, album)
    said = f"{NAME} ved Fjellglimt skole er mye borte. Han kommer sent."
    window.card("Fortell om situasjonen").fill(
        {
            "Hva har du sett?": said,
            "Hva har barnet sagt, gjort eller vist?": "Sier at det gruer seg",
            "Hva har du gjort så langt?": f"Fast voksen om morgenen i fem uker. Ringte hjem, {PHONE}.",
        }
    ).click("Se over")
    album.add(window.card(CLIENT_SAYS), "case-field-missing")
    window.card("Fortell om situasjonen").fill({"Hva trenger du råd om?": " "}).click("Se over")
    form = album.add(window.card("Ett felt mangler"), "case-field-blank")
    assert form.value("Hva har du sett?") == said
    window.card("Fortell om situasjonen").fill({"Hva trenger du råd om?": "Hvordan gjør vi morgenen lettere?"}).click(
        "Se over"
    )
    review = album.add(window.card("3 ting kan røpe hvem barnet er"), "case-review")
    assert "navn" in review.text()
    review.click("Bruk forslagene")
    confirm = album.add(window.card("Slik blir teksten"), "case-confirm")
    assert NAME not in confirm.text()
    confirm.click("Ja, send")
    receipt = window.card(r"Mottatt\. Koden er")
    code = re.search(r"[A-Z]\d[A-Z]-\d\d[A-Z]", receipt.text())
    assert code is not None
    window.card(f"{code[0]} er lagt i kanalen")
    album.add(receipt, "case-receipt")
    nothing_found_is_left(window)
    return code[0]


def nothing_found_is_left(window: PlaygroundClient) -> None:
    """What was found stays nowhere: not on the screen, not in any message the client still has."""
    for word in FOUND:
        assert not window.shows(word)
        assert word not in str(window.traffic.messages)


def send_a_plain_case(window: PlaygroundClient, earlier: str) -> str:
    """A case with nothing to take away. Returns its code, which is not that of the earlier case."""
    begin_a_case(window)
    window.card("Fortell om situasjonen").fill(
        {
            "Hva har du sett?": "Sitter alene i friminuttene.",
            "Hva har barnet sagt, gjort eller vist?": "Trekker seg unna.",
            "Hva har du gjort så langt?": "Snakket med barnet, og delt gruppa i to.",
            "Hva trenger du råd om?": "Hvordan får vi barnet med i leken?",
        }
    ).click("Se over")
    window.card("Slik blir teksten").click("Ja, send")
    receipt = window.card(rf"Mottatt\. Koden er (?!{earlier})")
    code = re.search(r"[A-Z]\d[A-Z]-\d\d[A-Z]", receipt.text())
    assert code is not None
    window.card(f"{code[0]} er lagt i kanalen")
    return code[0]


def answer_the_team(window: PlaygroundClient, code: str, album: Album) -> None:
    """The team's question; an answer with a name in it is stopped, and sent without."""
    question = album.add(window.card(f"Teamet spør om {code}"), "question-from-the-team")
    question.fill({"Svaret ditt": f"{NAME} kommer for seint på mandager."}).click("Send")
    review = album.add(window.card("Må bort: navn"), "answer-with-a-name")
    assert NAME not in review.value("Svaret ditt")
    review.click("Send")
    window.wait_for_text("er sendt til teamet")
    nothing_found_is_left(window)


def be_invited(window: PlaygroundClient, code: str, album: Album) -> None:
    """The requester is told about the meeting, and that they may stay unknown."""
    invitation = album.add(window.card(f"{code} er satt på neste møte"), "meeting-invitation")
    assert "Du kan også la være" in invitation.text()


def evaluate(window: PlaygroundClient, code: str, album: Album) -> None:
    """Half the form is shown again with what was chosen; the whole one is thanked for."""
    form = album.add(window.card("Nye råd"), "evaluation")
    assert code in form.text()
    form.fill({"Nye råd": True, "Vi følger rådet": True, "Alt i alt, fra 1 til 5": "5 – svært nyttig"}).click("Send")
    window.wait_for_text("Takk. Jeg spør én gang til")


def read_the_answer(window: PlaygroundClient, code: str, album: Album) -> None:
    """The team's advice arrives by itself, and stands under «mine saker»."""
    answer = album.add(window.card(f"Svar på {code}"), "the-answer")
    for part in ("Begynn rolig", "Kontaktlærer", "Svart av: Helsesykepleier", "Har du plikt til å melde"):
        assert part in answer.text()
    window.send("mine saker")
    mine = album.add(window.card("Du har én sak hos et team"), "my-cases")
    assert code in mine.text()
    mine.click(code)
    album.add(window.card(f"Sak {code}: besvart"), "my-case")


def open_again(window: PlaygroundClient, code: str, album: Album) -> None:
    """The team has closed the case; the requester asks to have it opened again."""
    album.add(window.card(f"{code} er avsluttet"), "closed").click("Åpne igjen")
    window.wait_for_text(f"{code} er åpnet igjen")


def withdraw(window: PlaygroundClient, code: str, album: Album) -> None:
    """Take a case back: asked once, then the text is gone."""
    window.card(rf"Mottatt\. Koden er {code}").click("Trekk saken")
    album.add(window.card(rf"Trekke saken om .*\({code}\)"), "withdraw").click("Ja, trekk saken")
    window.wait_for_text(f"{code} er trukket")
