"""Nicknames that the text explains, and words that do again and again what only people do."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

EXPLAINED = [
    ("knerten (altså jonas, men ingen sier det) har spytta på meg", "knerten"),
    ("Pjokken (egentlig Jonas) slår.", "Pjokken"),
    ("det var ronny, altså rambo, som slo", "rambo"),
    ("tassen som vi bare kaller ham er trist", "tassen"),
    ("Gullegutten, som alle kaller han, er trist", "Gullegutten"),
    ("Han er oftest Jokke i notatene.", "Jokke"),
    ("Hun er bare Bolla hjemme, men ikke her.", "Bolla"),
    ("Knøtta og Eline er altså samme jente.", "Knøtta"),
    ("guttene kaller ham for svarten. de er slemme", "svarten"),
    ("Bjørnen kaller vi ham, for han er stor.", "Bjørnen"),
    ("Vesle er to år. Eigentleg heiter ho Kari.", "Vesle"),
    ("jeg sa til Trulta (hun vil bli kalt det) at hun må vente", "Trulta"),
    ("Knotten, det er det alle kaller ham, er borte.", "Knotten"),
    ("det er en gutt her. veslegutt kaller de han", "veslegutt"),
    ("vi har en gutt vi bare kaller turbo han er nydelig", "turbo"),
    ("eleven vi til vanlig kaller knerten har sluttet å snakke", "knerten"),
    ("ei jente dem berre kaille sprætten", "sprætten"),
    ("hun skriver at tutte og putta er henta. ekte navn kari og ola.", "putta"),
]
NOTHING_IS_CALLED = [
    "Skolen ringte i går. Egentlig er det et annet tiltak.",
    "Mandag er vanskelig. Metoden heter egentlig noe annet.",
    "ofte kaller de ham inn. idiot kaller de han. etterpå kaller vi henne inn igjen.",
    "Han sa Hei til meg. Hun roper Hallo til meg og sier Takk til læreren.",
    "De kaller ham dum og stygg. de kaller han gutten. metoden kalles trappa.",
    "Noe som de kaller ham, er stygt. Læreren, altså kontaktlæreren, kom.",
    "Tiltaket, altså skjerming, virker. Far, altså den biologiske, er ute.",
    "en gutt vi kaller inn til møte. en elev de andre kaller stygge ting",
    "Han er ofte hjemme på fredager. Det gjelder barnevernet (altså kommunen).",
]
REPEATED = [
    ("jojo rømte i går. i dag sier de at jojo gråter", "jojo"),
    ("knall slår de andre. knall biter. vi vet ikke hva knall vil", "knall"),
    ("Blåmann skriker. Så spytter han. Blåmann gråter etterpå.", "Blåmann"),
]
NOBODY = [
    "hunden spiser mat. hunden sover. klassen ler, klassen gråter.",
    "folk sier at folk mener det. ungdom røyker og ungdom drikker.",
    "mobilen ringer, mobilen ringer hele dagen. telefon ringer og telefon ringer",
    "når bamse sover, er det stille. bamse spiser også.",
    "mange spør, mange gråter. noen slår, noen roper. nånn sa ja, nånn sa nei",
]


@pytest.mark.parametrize(("text", "word"), EXPLAINED)
def test_a_nickname_that_the_text_explains_is_found(anonymiser: Anonymiser, text: str, word: str) -> None:
    finds(anonymiser, text, "kallenavn", word)


@pytest.mark.parametrize("text", NOTHING_IS_CALLED)
def test_a_thing_that_is_explained_is_no_nickname(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


@pytest.mark.parametrize(("text", "word"), REPEATED)
def test_what_acts_like_a_person_twice_is_a_person(anonymiser: Anonymiser, text: str, word: str) -> None:
    found = [text[f.start : f.end] for f in anonymiser.find(text) if f.type == "navn"]
    assert found.count(word) == text.count(word)


@pytest.mark.parametrize("text", NOBODY)
def test_groups_animals_and_things_that_act_are_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


def test_a_nickname_is_found_wherever_it_acts(anonymiser: Anonymiser) -> None:
    text = "tassen som vi kaller ham har det vondt. tassen gråter mye."
    assert [text[f.start : f.end] for f in anonymiser.find(text)] == ["tassen", "tassen"]
