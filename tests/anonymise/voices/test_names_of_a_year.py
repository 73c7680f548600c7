"""What the texts of a year showed: archive codes, addresses gone wrong, what somebody is called, pupils in English."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds

CASES = [
    ("Se P360-55019, der er hele historien.", "P360-55019"),
    ("Alt ligger på W12-334455 fra i fjor.", "W12-334455"),
    ("Har du lest B-123456 før møtet?", "B-123456"),
    ("Referatet er lagt i E7-40881.", "E7-40881"),
    ("Det står i ACOS2-7741 at det er meldt.", "ACOS2-7741"),
    ("Meldinga er ført på FS1-00912.", "FS1-00912"),
    ("Brevet er arkivert, D3-80012.", "D3-80012"),
    ("Legg det til P2-100200 er du snill.", "P2-100200"),
]
ADDRESSES = [
    ("Post har gått til feil adresse, Tangen 5, to ganger.", "Tangen 5"),
    ("Brevet gikk til feil adresse, Haugen 7B.", "Haugen 7B"),
    ("Adressen var Nordvika 12, men de har flyttet.", "Nordvika 12"),
    ("Riktig adresse i systemet skal være til Lia 44.", "Lia 44"),
    ("Det sto gammel adresse på brevet, altså på Volden 3.", "Volden 3"),
    ("Dei har fått ny adresse, Sletta 9.", "Sletta 9"),
    ("Adressa er feil, ikke Moen 18 som det står.", "Moen 18"),
    ("Far oppga adressen hos farmor, Øvre Myra 21.", "Myra 21"),
]
CALLED = [
    ("Hun sier Spretten til meg, skriver han.", "Spretten"),
    ("Mor roper Knerten etter ham når han løper.", "Knerten"),
    ("De andre sier Bamsen til henne hver dag.", "Bamsen"),
    ("Alle ropte Kongen etter ham i gangen.", "Kongen"),
    ("Ho seier Mus til meg når vi er åleine.", "Mus"),
    ("Bestefar sier «Lynet» til meg, sier han.", "Lynet"),
    ("Læreren sa Sniglen til ham foran alle.", "Sniglen"),
    ("Elevene sier Proffen til gutten på bussen.", "Proffen"),
]
ENGLISH = [
    ("Referral note: Dinuka, Year 3, our school. He stammers when reading aloud.", "Dinuka"),
    ("I am worried about a pupil. Taveli (Year 4) is always hungry at school.", "Taveli"),
    ("Samiro, aged 7, hits the other children when they play.", "Samiro"),
    ("The report about Jiruka, 7 years, was sent to you on Monday.", "Jiruka"),
    ("Case: Benuka, Year 2, does not speak at school.", "Benuka"),
    ("Is it okay? Halinka, Year 6, was crying all day.", "Halinka"),
    ("Note: Okiro (Year 1) has no lunch with him again.", "Okiro"),
    ("Please call. Temuko, 9 years old, is still with us.", "Temuko"),
]
LEFT_ALONE = [
    "Han leste side 14 i kapittel 3, og så T-4 og S-21.",
    "Planen gjelder for VG1-2026 og A4-2025.",
    "Adressen er den samme for alle på Trinn 5.",
    "Se også Skjema 4 om ny adresse.",
    "Vi har byttet adresse. Uke 42 passer dårlig.",
    "Barnevernet sier ikke noe til meg om det.",
    "I går sa Helsestasjonen til meg at det er fullt.",
    "The new programme Read, Year 4, is good for all the children.",
    "Mother says that School, Year 4, is too hard for them.",
]


@pytest.mark.parametrize(("text", "words"), CASES)
def test_an_archive_code_is_found(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "saksnummer", words)


@pytest.mark.parametrize(("text", "words"), ADDRESSES)
def test_a_name_and_a_number_where_an_address_is_spoken_of(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "adresse", words)


@pytest.mark.parametrize(("text", "words"), CALLED)
def test_what_is_said_to_somebody_is_a_nickname(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "kallenavn", words)


@pytest.mark.parametrize(("text", "words"), ENGLISH)
def test_a_word_before_a_year_at_school_or_an_age_is_a_name(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "navn", words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    hits = [f for f in anonymiser.find(text) if f.cls == "direct"]
    assert not hits, [text[f.start : f.end] for f in hits]
