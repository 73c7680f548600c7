"""Colleagues' chats in small letters: names that are words as well, in every place where only somebody stands."""

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds
from tests.each import each

COUNTED = ("gro", "hauk", "falk", "ulv", "odd", "bo", "tor", "helge", "line", "ask", "li")
"""A thing that is counted has an article in Norwegian, a verb is no subject: bare, such a word is somebody."""
UNCOUNTED = ("sol", "liv", "storm", "stein", "tone")
"""What stands without an article as well: it takes what is said of people only."""
FOR_ALL = [
    "kan @ ta vakta mi i morgen?",
    "har @ spist i dag?",
    "nå har @ sovna",
    "@, kan du ringe meg",
    "takk @ 😊",
    "hilsen sliten @",
    "tror det er @ som har tegna på veggen",
    "@ sjøl sier at det var milo",
    "@ holdt meg i handa",
    "@ heter hun",
    "@ har bodd to steder i år",
    "vi må passe på @ i friminuttet",
    "hun vil bare sitte ved siden av @",
    "bursdagen til @ er på fredag",
    "da begynte @ å grine",
    "han slo @ i magen",
    "er @ syk i morgen også?",
    "så du mailen fra @? han vil ha møte",
    "er det gry el @ som har casper på torsdager",
]
FOR_COUNTED = [
    "@ kom fem over ni, uten matpakke",
    "@ fikk ny plass ved vinduet",
    "hva gjør vi med @?",
    "det går bedre med @ nå",
    "@ altså. nå dyttet han lillebror igjen",
    "jeg tok med @ på rommet",
    "ungene erter @ for klærne",
    "det er bare @ som får det til",
    "@ må hentes før tre",
]
DAYS = [
    "ola og dag va ute heile første time",
    "dag har hatt tre dager uten uro",
    "han har jobba så mye med dag",
    "takk dag",
    "dag kasta ball i taket",
    "vår sovna i vogna",
]
NOBODY = [
    "nå har stein og sand blitt det kjekkeste han vet",
    "vi har tone og rytme på planen i morgen",
    "hva gjør vi med storm og styggevær på turdagen?",
    "i dag har vi finn en feil som oppgave",
    "kan line brukes til å tørke klær på sfo?",
    "takk for liv og røre i dag",
    "har storm noe å si for uro? vi merker det",
    "på turen så vi bjørk, eik og selje",
    "vi venter på vår",
    "det er bare sol som hjelper",
    "jo, kan du ta det?",
    "si fra når dere er ferdige, takk og lykke til",
    "line dance i gymmen var gøy",
    "dag og natt er snudd for han",
    "fra dag til dag går det bedre",
    "dag 3 uten utageringer. dag!! vi feirer",
    "barna i gruppa vår spiste ute",
    "klassen vår slo femte i fotball",
    "si det til vår rektor",
    "god dag, kan du ringe?",
    "en vakker dag skal han klare det",
    "kan eik og ask plantes i skolehagen?",
    "er ulv farlig spør han hver dag",
    "kan noen ta med eik eller bjørk til spikking?",
    "bjørn, rev og ulv er tema i samlinga",
    "pil og bue er leken nå",
]


@each(
    ("text", "name"),
    [(text, name) for text in FOR_ALL for name in COUNTED + UNCOUNTED]
    + [(text, name) for text in FOR_COUNTED for name in COUNTED],
)
def test_a_word_where_somebody_stands_is_a_name(anonymiser: Anonymiser, text: str, name: str) -> None:
    start, written = text.index("@"), text.replace("@", name)
    assert any(f.start <= start and f.end >= start + len(name) for f in anonymiser.find(written)), written


@each("text", DAYS)
def test_a_day_or_a_spring_that_does_something_is_somebody(anonymiser: Anonymiser, text: str) -> None:
    finds(anonymiser, text, "navn", "vår" if "vår" in text else "dag")


@each("text", NOBODY)
def test_nobody_is_found(anonymiser: Anonymiser, text: str) -> None:
    hits = [f for f in anonymiser.find(text) if f.cls == "direct"]
    assert not hits, [text[f.start : f.end] for f in hits]


MORE = [
    ("@ kan du bytte inspeksjon med meg torsdag", COUNTED),
    ("har @ levert lappen om tur?", COUNTED + UNCOUNTED),
    ("kan @ hjelpe meg med nettbrettene?", COUNTED + UNCOUNTED),
    ("emma er borte tredje dag på rad, @ også. er det omgangssyke", COUNTED),
    ("bare mor eller @", COUNTED + UNCOUNTED),
    ("jeg spurte @ hva som skjedde", COUNTED),
    ("enig med @. vi venter", COUNTED + UNCOUNTED),
    ("du redda dagen til @", COUNTED + UNCOUNTED),
    ("hun var helt urimelig mot @ i dag", COUNTED),
    ("vi må snakke om @. tredje gang han løper", COUNTED),
    ("@ så det. ringer hjem etterpå", COUNTED + UNCOUNTED),
    ("@ kaller meg for mamma nå", COUNTED + UNCOUNTED),
    ("@ og stjerne nekter å gå inn sammen", COUNTED + UNCOUNTED),
    ("det var @ som begynte", COUNTED + UNCOUNTED),
    ("@ prøvde bare å gå unna", ("dag", "bo", "odd", "tor", "finn")),
    ("jo trenger mer tid, ikke mindre", ("jo",)),
]
NOBODY_HERE = [
    "stein kan du finne i skogen",
    "jo trenger vi mer tid nå",
    "det er natt, ikke dag",
    "har jo spist, så han er ikke sulten",
    "regn, vind også",
    "er jo syk da",
    "sol kan du ikke regne med",
    "mor og barn må ha ro",
    "vi snakka om sol og stein",
    "dag og natt er snudd, han sover ikke",
]


@each(("text", "name"), [(text, name) for text, names in MORE for name in names])
def test_more_places_where_only_somebody_stands(anonymiser: Anonymiser, text: str, name: str) -> None:
    start, written = max(text.find("@"), 0), text.replace("@", name)
    assert any(f.start <= start and f.end >= start + len(name) for f in anonymiser.find(written)), written


@each("text", NOBODY_HERE)
def test_a_thing_in_the_same_places_is_nobody(anonymiser: Anonymiser, text: str) -> None:
    hits = [text[f.start : f.end] for f in anonymiser.find(text) if f.cls == "direct"]
    assert not hits, hits
