"""What the team does in the story: Ole at the screen, his colleagues by presses of their own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.end_to_end.playground_client import PlaygroundClient
from tests.end_to_end.playground_server import Person, staff_config
from tests.end_to_end.screen import Album
from tests.end_to_end.teacher_does import CLIENT_SAYS, FOUND, TEAM
from tests.end_to_end.traffic import Json, button_data, inputs_of, words_of

DOORS = 2
"""The rows «Akutt fare?» and «Gjelder det en ansatt?» at the foot of a card can be pressed too."""
ANSWER = {
    "Råd": "Begynn rolig: fast voksen i døra, og et kvarter alene i klassen.",
    "Hvorfor": "Overgangen er tyngst når alle er der.",
    "Hvem gjør det? Skriv en rolle, ikke et navn.": "Kontaktlærer",
    "Hva skal gjøres?": "Møte barnet ute hver morgen",
    "Når skal innmelder melde eller komme tilbake?": "Om to uker, eller straks hvis fraværet øker",
}
OWN_ROLE = {"Du svarer som (rolle eller tjeneste)": "Helsesykepleier"}


def connect_the_channel(window: PlaygroundClient, album: Album) -> None:
    """A member who owns the team says which team works in the channel."""
    window.open("Saker")
    album.add(window.card("Her kommer sakene til teamet"), "channel-welcome")
    window.post("@{Veilederen} koble til")
    card = window.card("Hvilket team arbeider").fill({"Team": f"{TEAM}, Stjørdal"})
    album.add(card, "connect").click("Koble til")
    album.add(window.card(r"Ferdig\. Saker til"), "connected")


def press_as(window: PlaygroundClient, person: Person, code: str, *titles: str) -> Json:
    """Let somebody else press a button on the card in the channel, then the next on the form that opens for them.

    Forms are sent as they open. Returns the last card or word they get to see.
    """
    card_id, shown = window.case_card(code)
    for title in titles:
        pressed = {**inputs_of(shown), **button_data(shown)[title]}
        answer = window.wait_for_answer(window.server.press_as(person, card_id, pressed))
        assert answer["statusCode"] == 200
        shown = answer["value"]
    return shown


def see_it_arrive(window: PlaygroundClient, code: str, album: Album) -> None:
    """The case is one card with at most six buttons, without a word of what was found."""
    card = album.add(window.card(f"{code}.*Ingen har tatt"), "case-in-channel")
    assert len(button_data(window.case_card(code)[1])) - DOORS <= 6
    for word in FOUND:
        assert word not in card.text()


def nobody_else_may_act(window: PlaygroundClient, code: str) -> None:
    """Somebody who is not in the channel presses a button all the same."""
    stranger = staff_config()["currentUser"]
    answer = press_as(window, stranger, code, "Ta saken")
    assert "Bare medlemmer" in words_of(answer)
    assert not window.shows("Tatt av")


def two_take_it_at_once(window: PlaygroundClient, code: str, album: Album) -> None:
    """Siri and Nils press in the same moment: one gets the case, the other is told who has it; it is given back."""
    card_id, card = window.case_card(code)
    both = [window.server.person(name) for name in ("Siri", "Nils")]
    pressed = [window.server.press_as(one, card_id, button_data(card)["Ta saken"]) for one in both]
    told = [words_of(window.wait_for_answer(one)) for one in pressed]
    late = [number for number, words in enumerate(told) if "har tatt" in words]
    assert len(late) == 1, "exactly one of them is told that the other was first"
    winner = both[1 - late[0]]
    assert f"{winner['name']} har tatt {code}" in told[late[0]]
    album.add(window.card(f"{code}.*Tatt av {winner['name']}"), "taken")
    window.wait_for_text(f"{winner['name']} tok saken")
    assert card_id in window.traffic.updates, "the card is updated in its place"
    press_as(window, winner, code, "Gi saken fra deg", "Gi saken videre")
    window.wait_for_text(f"{winner['name']} ga saken fra seg")


def settled(window: PlaygroundClient, line: str) -> None:
    """Wait for the line in the thread, which follows the new card: a form opened before it would be drawn over."""
    window.wait_for_text(line)


def take_it_and_ask_back(window: PlaygroundClient, code: str, album: Album) -> None:
    """Ole takes the case on the card and asks the requester, in a form that opens in the card's place."""
    window.card(f"{code}.*ingen har tatt").click("Ta saken")
    settled(window, "Ole Prøve tok saken")
    album.add(window.card(f"{code}.*Tatt av Ole Prøve"), "taken-by-ole").click("Spør innmelder")
    form = window.card("Spørsmålet")
    form.fill({"Spørsmålet": "Er fraværet likt alle dager?"})
    album.add(form, "ask").click("Send spørsmålet")
    settled(window, "Ole Prøve spør innmelder")
    album.add(window.card(f"{code}.*Venter på svar fra innmelder"), "asked")


def put_it_on_the_meeting(window: PlaygroundClient, code: str, album: Album) -> None:
    """The case is put on the next meeting, and stands on its agenda."""
    settled(window, "Innmelder svarer")
    window.card(f"{code}.*Tatt av Ole Prøve").click("Sett på neste møte")
    settled(window, "Ole Prøve satte saken på neste møte")
    window.post("@{Veilederen} møte")
    agenda = album.add(window.card("Én sak på møtet"), "agenda")
    assert code in agenda.text()
    assert "Som dokument" in agenda.buttons()


def answer(window: PlaygroundClient, code: str, album: Album) -> None:
    """Half an answer is refused and kept; the whole one goes to the requester."""
    album.add(window.card(f"{code}.*Tatt av Ole Prøve"), "reply-in-thread").click("Svar innmelder")
    form = album.add(window.card("Du svarer som"), "answer-form")
    form.fill({**ANSWER, "Innen når?": datetime.now(UTC).date() + timedelta(days=7)}).click("Send svaret")
    album.add(window.card(CLIENT_SAYS), "half-answer-refused")
    window.card("Du svarer som").fill(dict.fromkeys(OWN_ROLE, " ")).click("Send svaret")
    form = album.add(window.card("Ett felt mangler"), "blank-answer-refused")
    for label, said in ANSWER.items():
        assert form.value(label) == said
    window.card("Du svarer som").fill(OWN_ROLE).click("Send svaret")
    settled(window, "Ole Prøve svarte innmelder")
    album.add(window.card(f"{code}.*Besvart av Ole Prøve"), "answered")


def close(window: PlaygroundClient, code: str, album: Album) -> None:
    """The case is closed with a result."""
    window.card(f"{code}.*Besvart").click("Avslutt")
    album.add(window.card("Avslutt saken"), "close").click("Avslutt saken")
    window.wait_for_text("Ole Prøve avsluttet saken")
    window.card(f"{code}.*Avsluttet")


def see_it_opened_again(window: PlaygroundClient, code: str) -> None:
    """The requester's wish stands in the thread, and the card can be used again."""
    window.wait_for_text("Innmelder har åpnet saken igjen")
    window.card(f"{code}.*Tatt av Ole Prøve")


def see_it_withdrawn(window: PlaygroundClient, code: str, album: Album) -> None:
    """The text is gone from the card, and nothing can be pressed."""
    card = window.card(f"{code}.*Trukket")
    assert "leken" not in card.text()
    album.add(card, "withdrawn")


def list_the_cases(window: PlaygroundClient, code: str, album: Album) -> None:
    """«saker» shows what is open."""
    window.post("@{Veilederen} saker")
    listed = album.add(window.card("åpne saker|Én åpen sak"), "team-cases")
    assert code in listed.text()


def take_the_cases_out(window: PlaygroundClient, code: str, album: Album) -> None:
    """Whoever leads the team is offered its cases as a file in their own chat; this client shows them as text only."""
    window.post("@{Veilederen} saker csv")
    window.wait_for_text("Du får en knapp i chatten din")
    window.message("Sakene til et regneark")  # what comes while the client opens a chat may not be drawn in it
    window.open("Personal Chat")
    offer = album.add(window.card("Sakene til et regneark"), "cases-out")
    assert offer.buttons()[:2] == ["Hent fila", "Vis som tekst"]
    offer.click("Vis som tekst")
    shown = album.add(window.card("Sakene som CSV"), "cases-as-text")
    assert code in shown.text()
    for word in (*FOUND, "Begynn rolig", "Er fraværet likt"):
        assert word not in shown.text()
