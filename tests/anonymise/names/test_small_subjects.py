"""Quick messages in small letters: a letter that acts, a name and an initial, a name that is a word as well."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds

LETTERS = [
    ("noen som har logg på at k ikke spiser??", "k"),
    ("kan noen ta over når b kommer i morgen", "b"),
    ("gi beskjed hvis t har feber", "t"),
    ("æ vet ikke om p er på skolen i dag", "p"),
    ("ringer deg fordi g ikke vil hjem", "g"),
    ("det var rolig til l kommer tilbake på gruppa", "l"),
    ("viss r ikkje sover må vi ringe heim", "r"),
    ("det er lagt fram klær for f skal bade", "f"),
]
INITIALS = [
    ("kan du legge inn at aurora t har fri fra torsdag", "aurora t"),
    ("husk at tale k er borte i dag", "tale k"),
    ("vi vet at sol b skal hentes kl 14", "sol b"),
    ("skriv at stein r vil bli med på tur", "stein r"),
    ("fordi tone g har vondt i magen", "tone g"),
    ("og liv p kommer litt seinere", "liv p"),
    ("mor sier at jo t ikke sover, men jo t sover godt her", "jo t"),
    ("gi lapp når aurora l kommer", "aurora l"),
]
SUBJECTS = [
    ("hanj storm er sint", "storm"),
    ("tenker på storm hanj er trist", "storm"),
    ("hun har sår etter tannlegen og tale vil ikke at de andre skal vite det", "tale"),
    ("ikke glem at tale skal ha munnskyll kl 11", "tale"),
    ("si fra til sfo at aurora har fri på fredag", "aurora"),
    ("ring mor når tone har vondt i øret", "tone"),
    ("kan vi vente, fordi aurora savner mamma mye", "aurora"),
    ("jeg tror at stein trenger hjelp med sko", "stein"),
    ("det er fint å vite hvis aurora får ikke sove", "aurora"),
    ("møtet er flyttet og tone må hentes før to", "tone"),
    ("han sier at sol liker å være alene", "sol"),
]
NOBODY = [
    "vi ser at hun trenger f eks en pause",
    "han liker tegning, lek m m og er rolig",
    "det er barn som strever, d v s de fleste",
    "husk sokker, votter o l til turen",
    "det er mye liv og røre i klassen i dag",
    "vi ser at sol og vind gir gode dager",
    "jeg tror at tale er viktig for de minste",
    "det er viktig at ro får plass i rommet",
    "vi vet at liv kan være hardt for noen",
    "og sol trenger vi alle sammen",
    "han sier at d ikke er farlig",
    "jeg vet ikke om j ikke vil",
    "vi ser at h har vært bra",
    "e d sånn at n ikke vil",
]


@pytest.mark.parametrize(("text", "words"), LETTERS)
def test_one_letter_that_acts_is_somebody(anonymiser: Anonymiser, text: str, words: str) -> None:
    start = text.index(f" {words} ") + 1
    assert any(f.start <= start < f.end and f.type == "initialer" for f in anonymiser.find(text))


@pytest.mark.parametrize(("text", "words"), INITIALS + SUBJECTS)
def test_a_name_in_small_letters_that_is_a_word_too(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "navn", words)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_found(anonymiser: Anonymiser, text: str) -> None:
    hits = [f for f in anonymiser.find(text) if f.cls == "direct"]
    assert not hits, [text[f.start : f.end] for f in hits]
