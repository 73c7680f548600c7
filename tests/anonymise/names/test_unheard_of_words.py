"""A name nobody lists that is one letter from a Norwegian word, in small letters; a listed one that is misspelt."""

import pytest

from bot.anonymise import POSSIBLE_NAME, Anonymiser
from tests.anonymise.tables import finds
from tests.each import each

NAMES = ("mazin", "kikki", "roffe", "hesso", "nokki", "sokko")
PLACES = [
    "si det til @ også",
    "kan @ ta vakta mi i morgen?",
    "har @ spist i dag?",
    "@, kan du ringe meg",
    "takk @ 😊",
    "hilsen sliten @",
    "vi må passe på @ i friminuttet",
    "hun vil bare sitte ved siden av @",
    "tror det er @ som har tegna på veggen",
    "@ sjøl sier at det var milo",
    "@ heter hun",
    "@ er født her",
    "@ er syk i dag",
    "@ har bodd to steder i år",
    "nå har @ sovna",
    "da begynte @ å grine",
    "han slo @ i magen",
    "bursdagen til @ er på fredag",
    "@ ville ikke spise",
    "@ må hentes før tre",
]
TWICE = [
    "mikkel satt bak skuret med @. @ hadde gitt han skoa",
    "bilen til @ er blå. etterpå kom @ og @ sin venn",
]
MISSPELT = [
    "kansje kan noen ta vakta",
    "kan vikarn ta gruppa i dag",
    "har elevn spist i dag",
    "vi må passe på ungan i friminuttet",
    "bursdagen til guttn er på fredag",
    "hva gjør vi med støi i klassen",
    "det går bedre med søvvn nå",
    "takk for hjelpn 😊",
    "jeg tok med vottr på tur",
    "snakka med foreldrne i dag",
    "har dåkker prøvd sånn stol",
    "han slæng støvlan i veggen",
    "Ho skjæll på ongan så det høres",
    "Ho hoill på og hoill på. Har dokker nå tips?",
    "må mamman kom å hent",
    "er pedagågn på jobb",
    "hilsn alle på huset",
    "er matn klar, og er bilne utenfor",
    "får klassn gå ut, og er gymsaln ledig",
    "vi prøvde skjerming, og skjermming hjalp",
]


@each(
    ("text", "name"),
    [(t, n) for t in PLACES for n in NAMES] + [(t, n) for t in TWICE for n in ("mazin", "kikki", "catta", "tompa")],
)
def test_an_unlisted_name_where_somebody_stands(anonymiser: Anonymiser, text: str, name: str) -> None:
    written = text.replace("@", name)
    found = [(f.start, f.end) for f in anonymiser.find(written) if f.cls == "direct"]
    places = [at for at in range(len(written)) if written.startswith(name, at)]
    assert all(any(start <= at and end >= at + len(name) for start, end in found) for at in places), written


MISTYPED = [
    ("{kritsian} slo i dag", "navn"),
    ("{Kritsian} slo i dag", "navn"),
    ("{Tohmas} har ikke sovet", "navn"),
    ("{Kritsians} mor ringte", "navn"),
    ("{Jasleen} er 12, elsker å svømme.", "navn"),
    ("{Hildde} er lei seg", POSSIBLE_NAME),
    ("{Anreas} er 8 år og sover dårlig", POSSIBLE_NAME),
    ("{anreas} er 8 og sover dårlig", POSSIBLE_NAME),
    ("{turd} gråter og sover dårlig", POSSIBLE_NAME),
    ("{Sofne} er 8 år.", POSSIBLE_NAME),
]
NEAR_A_NAME = [
    "Ferja går ikke lenger hit.",
    "Snorer er farlige for de minste.",
    "Farn bor hos oss.",
    "Komiteen møtes i dag, for ideen er god.",
    "Alleen er stengt, og treet falt.",
    "Grensen er 13 og ikke 12.",
    "Karakteren er 5.",
    "Gjenomsnittet er 12.",
    "Forestillingen er 14. desember, og russen drikker i helgene.",
    "russen drikker i helgene",
    "She threw a chair, and I would rather not greet the birth parents.",
]


@each("text", MISSPELT)
def test_a_misspelt_word_is_nobody(anonymiser: Anonymiser, text: str) -> None:
    hits = [text[f.start : f.end] for f in anonymiser.find(text) if f.cls == "direct"]
    assert not hits, hits


@pytest.mark.parametrize(("marked", "kind"), MISTYPED)
def test_a_listed_name_that_a_quick_hand_misspelt(anonymiser: Anonymiser, marked: str, kind: str) -> None:
    name = marked[marked.index("{") + 1 : marked.index("}")]
    finds(anonymiser, marked.replace("{", "").replace("}", ""), kind, name)


@pytest.mark.parametrize("text", NEAR_A_NAME)
def test_a_word_that_is_one_letter_from_a_name_is_nobody(anonymiser: Anonymiser, text: str) -> None:
    assert not [text[f.start : f.end] for f in anonymiser.find(text) if f.type in ("navn", POSSIBLE_NAME)]
