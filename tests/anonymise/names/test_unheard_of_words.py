"""A name nobody lists that is one letter from a Norwegian word, in small letters, against words that are misspelt."""

import pytest

from bot.anonymise import Anonymiser

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


@pytest.mark.parametrize(
    ("text", "name"),
    [(t, n) for t in PLACES for n in NAMES] + [(t, n) for t in TWICE for n in ("mazin", "kikki", "catta", "tompa")],
)
def test_an_unlisted_name_where_somebody_stands(anonymiser: Anonymiser, text: str, name: str) -> None:
    written = text.replace("@", name)
    found = [(f.start, f.end) for f in anonymiser.find(written) if f.cls == "direct"]
    places = [at for at in range(len(written)) if written.startswith(name, at)]
    assert all(any(start <= at and end >= at + len(name) for start, end in found) for at in places), written


@pytest.mark.parametrize("text", MISSPELT)
def test_a_misspelt_word_is_nobody(anonymiser: Anonymiser, text: str) -> None:
    hits = [text[f.start : f.end] for f in anonymiser.find(text) if f.cls == "direct"]
    assert not hits, hits
