"""Names that are ordinary words, found by the place they have in the sentence."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import leaves
from tests.each import each

FOUND = [
    ("da kasta odd grus på de andre", "odd", 1),
    ("så slo per meg, og nå gråter liv hele dagen", "liv", 1),
    ("i går sa my at hun ikke ville", "my", 1),
    ("my sin mor svarer ikke. my har ikke vært her", "my", 2),
    ("tor er ikke her tors. tor er hos pappa tors.", "tor", 2),
    ("storm derimot er her hver dag", "storm", 1),
    ("odd har ikke vært på skolen", "odd", 1),
    ("liv har vært borte lenge", "liv", 1),
    ("dag sier at han vil hjem", "dag", 1),
    ("anna gråter når hans slår", "anna", 1),
    ("vi tar det på møtet med gunn?", "gunn", 1),
    ("hun blir hentet kl 13 av per i dag", "per", 1),
    ("HUN BLIR HENTET KL 13 AV PER. IKKE AV MOR.", "PER", 1),
    ("mormor (Gullborg, i rød jakke) henter", "Gullborg", 1),
    ("Assistenten (Tovild) er syk.", "Tovild", 1),
    ("vilde vilde ikke være med. vilde! kom hit", "vilde", 2),
    ("det var tor som slo", "tor", 1),
    ("sett inn vikar for line på fredag. assistent for stein på mandag", "line", 1),
    ("e har snakka me n odd å ho my", "odd", 1),
    ("e har snakka me n odd å ho my", "my", 1),
    ("vi var med han storm på tur", "storm", 1),
    ("odd og stein slåss", "odd", 1),
    ("Tirsdag: Odd. Onsdag: Stein.", "Odd", 1),
    ("HEI! TAKK FOR SIST. HILSEN ODD", "ODD", 1),
    ("sol ble med mor hjem", "sol", 1),
    ("Ny assistent fra mandag: Tovild. Det er bra.", "Tovild", 1),
    ("Den nye vikaren på mellomtrinnet: Gjøran.", "Gjøran", 1),
]
LEFT_ALONE = [
    "det er liv som teller. det er stein som ligger der. vikar for mor, vikar for dagen",
    "stein og bark på bordet. Tirsdag: Tur. Fredag: Fri.",
    "da kom våren og da kommer sol. så skal liv og røre til",
    "vår er her. jul er her. dag er dag. hver dag sier han det.",
    "taket ble tatt av storm. det er laget av stein.",
    "broren hans gråter. en anna ting er det. han ringte sin mor om sin far.",
    "Den nye læreren sier: Pauser. Ny plan: Samtaler.",
    "mor (Syk siden mandag) kommer ikke.",
    "vi møtes ons eller tors. det passer best tors",
    "vi vil bo her, jo mer jo bedre. han skal bo hos far.",
]


@each(("text", "word", "times"), FOUND)
def test_a_word_in_the_place_of_a_person_is_a_name(anonymiser: Anonymiser, text: str, word: str, times: int) -> None:
    found = [text[f.start : f.end] for f in anonymiser.find(text) if f.type == "navn"]
    assert found.count(word) == times


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_the_same_words_elsewhere_are_words(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
