"""Letters that sign a text or follow a name, a given name before a known surname, somebody ", som" tells of."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds

LETTERS = [
    ("Ny kontroll om et halvt år. Neste time 15.1. GAL", "GAL"),
    ("Jeg har snakket med mor. Hun ringer igjen. TKB", "TKB"),
    ("Møtet er flyttet. Mvh barnevernskonsulent ØBN", "ØBN"),
    ("Ta kontakt i morgen. Hilsen kontaktlærer MTS", "MTS"),
    ("Barnet er vaksinert og friskt.\nKLH", "KLH"),
    ("Eg ringer deg.\n\nHelsing\nhelsesjukepleiar RØB", "RØB"),
    ("Ingen tegn til uro i dag.\n- SVK", "SVK"),
    ("Skal vi ta det opp? Det haster ikke. HJF", "HJF"),
    ("sykemelding: lotte (LBS) er borte ut uka", "LBS"),
    ("Ingvild (IMT) tar over på fredag.", "IMT"),
    ("Jeg ga det videre til Marius (MKF) i går.", "MKF"),
    ("ferhat (FAN) er vikar i morgen", "FAN"),
]
NO_LETTERS = [
    "Vi må lage ny plan. IOP",
    "Kan dere hjelpe oss? OBS",
    "Han vil ikke på skolen. NEI",
    "Dette er til vurdering. PPT",
    "Takk for hjelpen. Mvh ansatt SFO",
    "Takk for hjelpen.\nHilsen oss på BUP",
    "Neste møte er på fredag. NAV",
    "Vi har fått melding (BTI) om det.",
    "Skal vi prøve ART?",
    "Vi trenger svar i dag. NOK",
]
FULL = [
    ("Vetle Nordfjellmark henter ikke.\nHei, jeg vil ikke at han henter.\nTone Nordfjellmark", "Tone Nordfjellmark"),
    ("Jonas Trollvassmo er borte. Mor heter Tale Trollvassmo.", "Tale Trollvassmo"),
    ("Vi gjelder Emma Kvernbekkslett.\n\nMvh\nSol Kvernbekkslett", "Sol Kvernbekkslett"),
    ("Ida Storbrattli har fravær. Far er Stein Storbrattli.", "Stein Storbrattli"),
    ("Noah Vesterkvamme bor hos farmor.\nLiv Vesterkvamme", "Liv Vesterkvamme"),
    ("Fra mor til Ola Grønnskarmo:\nAurora Grønnskarmo", "Aurora Grønnskarmo"),
    ("Mina Tverrhaugmyr. Foresatt:\nOdd Tverrhaugmyr", "Odd Tverrhaugmyr"),
    ("Saken til Sara Bjørkvassli. Foreldre: Gry Bjørkvassli.", "Gry Bjørkvassli"),
]
TOLD_OF = [
    ("Han sier lite. Jo, som deler plass med ham, sier at de ser film.", "Jo"),
    ("Det er bråk. Sol, som sitter ved siden av, gråter ofte.", "Sol"),
    ("Vi er bekymret. Tale, som går i samme gruppe, er redd.", "Tale"),
    ("Ny uke. Per, som kjører ham, har sagt det samme.", "Per"),
    ("Far er bortreist. Tone, som henter hver dag, vet ikke hvor.", "Tone"),
    ("Vi har snakket om det. Stein, som kjenner familien, er enig.", "Stein"),
    ("Mor er sliten. Jo, som bor hos dem, hjelper til.", "Jo"),
    ("Han er lei. Liv, som jobber på basen, så det.", "Liv"),
]
NOBODY = [
    "Er det slik? Jo, som jeg sa i går.",
    "Er det slik? Jo, som sagt er det slik.",
    "Kommer de? Jo, som regel gjør de det.",
    "Har dere det? Jo, som dere vet har vi det.",
    "Trenger vi det? Jo, som oftest gjør vi det.",
    "Er det greit? Jo, som du skriver er det greit.",
    "Gikk det bra? Jo, som ventet gikk det bra.",
    "Jo, som er vanlig i alle saker, tar vi et møte.",
]


@pytest.mark.parametrize(("text", "words"), LETTERS)
def test_three_letters_that_sign_or_follow_a_name(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "initialer", words)


@pytest.mark.parametrize(("text", "words"), FULL)
def test_a_given_name_joins_a_surname_that_is_known(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "navn", words)


@pytest.mark.parametrize(("text", "words"), TOLD_OF)
def test_a_name_before_what_somebody_does(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "navn", words)


@pytest.mark.parametrize("text", NO_LETTERS + NOBODY)
def test_nobody_is_found(anonymiser: Anonymiser, text: str) -> None:
    hits = [f for f in anonymiser.find(text) if f.cls == "direct"]
    assert not hits, [text[f.start : f.end] for f in hits]
