"""A word that no list knows stops a text where somebody stands, and is asked about where names hardly ever do."""

from bot.anonymise import POSSIBLE_NAME, Anonymiser
from tests.anonymise.tables import asks_about_just, hides_just
from tests.each import each

DOUBTED = [
    "Mor brukte {Adarsh} mot far.",
    "Hun spiller {Odrun} ut mot mor.",
    "Sykehuset har skrevet ut {Tharmini}, og mor er redd.",
    "Har noen testet {Adarsh} for dysleksi?",
    "Har noen testet {Adarsh} i matte?",
    "Har noen testet {Adarsh} i lesing?",
    "Har noen andre brukt {Adarsh} på engelsk?",
    "Har dere erfaring med {Adarsh} på mellomtrinnet?",
    "Har noen testet {Tewodros} i lesing?",
    "Har noen erfaring med {Adarsh} for elever i 3. klasse?",
    "Barnet blir hentet fra {Adana} av mor.",
    "De kastet stein mot {Milano}.",
    "Hun flyktet fra {Milano} da han slo.",
    "De bor i et hus innerst i {Roktdalen}.",
    "De møtes utenfor {Roktoria} hver dag.",
    "Vi leser i {Roktboka} hver dag.",
]
STOPPED = [
    "Det gjelder {Thiviya Sivakumarin} i dag.",
    "Ta kontakt med dr. {Ramanathin}.",
    "Far, herr {Trầnh}, kom på skolen.",
    "I dag slo {Achola} en annen elev.",
    "{krisiatan} slo i dag",
    "{solbritt} vil ikke hjem til far",
    "Hun slo på {Adarsh} i går.",
    "Det er blåmerker på {Tewodros} i dag.",
    "Vi har to voksne på {Adarsh} nå.",
    "Far holder hardt i {Tewodros} når han er sint.",
    "Uro rundt {Thivya} i timene.",
    "Fra {Adarsh}: kan vi snakkes?",
]
CUT = ["Vi var på Ad😊arshi i går.", "Han sto ved Tewo*dross*.", "Vi var på Tew<br>odross i går."]
"""A name with a sign in it cannot be asked about as a whole, so it stops the text."""


@each("marked", DOUBTED)
def test_it_is_asked_about_where_a_place_stands_or_a_name_seldom_does(anonymiser: Anonymiser, marked: str) -> None:
    asks_about_just(anonymiser, marked)


@each("marked", STOPPED)
def test_it_stops_the_text_where_somebody_stands(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


def test_it_leads_to_no_other_name_and_is_one_where_it_is_shown_to_be(anonymiser: Anonymiser) -> None:
    asked = anonymiser.find("Vi dro forbi Svekoria. Har du vært forbi Svekoria og inni Bortoria?")
    assert {one.type for one in asked} == {POSSIBLE_NAME}
    shown = anonymiser.find("Vi var utenfor Roktine. I dag slo Roktine en annen elev.")
    assert [one.type for one in shown] == ["navn", "navn"]


@each("text", CUT)
def test_a_name_that_is_cut_stops_the_text(anonymiser: Anonymiser, text: str) -> None:
    (found,) = [one for one in anonymiser.find(text) if one.cls == "direct"]
    assert text[found.start : found.end].startswith(("Ad😊arshi", "Tewo*dross", "Tew<br>odross"))


def test_who_asks_something_is_warned_of_it(anonymiser: Anonymiser) -> None:
    assert [one.type for one in anonymiser.find_direct("Har noen testet Adarsh for dysleksi?")] == ["navn"]
