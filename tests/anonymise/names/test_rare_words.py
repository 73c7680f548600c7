"""Names that are words hardly used, and clauses of their own: "klok på varg", "at kalle ikke er med", "liv!! ring"."""

from bot.anonymise import Anonymiser
from tests.each import each

NAMES = [
    ("jeg blir ikke klok på varg. han smiler", "varg"),
    ("flaks at odd var der", "odd"),
    ("jeg har lovet dem at kalle ikke er med i dag", "kalle"),
    ("hun sier at falk alltid slår", "falk"),
    ("han sa vår hadde tatt lua", "vår"),
    ("mor sa storm hadde grått hele natta", "storm"),
    ("liv!! ring meg asap", "liv"),
    ("tone! kom hit nå", "tone"),
    ("foreldra til lerke skilles visst", "lerke"),
    ("mora til stein vil ha møte", "stein"),
    ("han har gått ned og gunn på kjøkkenet sier hun kaster maten", "gunn"),
    ("unn på sfo skriver at hun er lei", "unn"),
    ("hadde samtale med falk alene", "falk"),
    ("prata med liv igjen", "liv"),
    ("han bor hos ask nå", "ask"),
    ("han funker bedre enn ravn", "ravn"),
    ("legg aurora sammen med de andre", "aurora"),
    ("flytt hauk til den andre gruppa", "hauk"),
    ("jarl mener vi skal søke om mer tid", "jarl"),
    ("gro tror han ikke vil", "gro"),
    ("mai mista bestefar i høst", "mai"),
    ("hvem er på jobb i morra, stein eller gro?", "stein"),
    ("kan noen ta vakta, liv eller tone?", "tone"),
    ("må skryte av bjørn! han ventet på tur", "bjørn"),
    ("line du har glemt nøkkelen", "line"),
    ("hun er kontaktlærer, spør dag", "dag"),
    ("tor på 7. står ute og fryser", "tor"),
    ("det er ikke jo sin feil", "jo"),
    ("møtet om ravn, og så er det ferie", "ravn"),
]
THINGS = [
    "vi har sett på hauk og ørn i fugleboka",
    "bildene er av falk, ravn og lerke",
    "bålet ble laget med selje og bjørk",
    "han er redd for ravn og kråke",
    "han snakker om hauk og ørn i ett sett",
    "Ho hoill på og hoill på. Har dokker nå tips?",
    "vil du ha eple, banan eller pære?",
    "det er tema om aurora og nordlys",
    "han ser på live på youtube",
    "si fra om lenka ikke virker",
    "rosa er yndlingsfargen",
    "hva er odd og hva er even i matte",
    "vilde tilstander på do",
    "brede tiltak virker best",
    "unn deg en pause",
    "eg må vera med i timen",
    "legg stein i bøtta",
    "sett sol på tavla",
    "sol! endelig!",
    "storm! alle inn",
    "at ikke alle er med er greit",
]


@each(("text", "name"), NAMES)
def test_it_is_somebody(anonymiser: Anonymiser, text: str, name: str) -> None:
    start = f" {text}".index(f" {name}")
    assert any(f.start <= start and f.end >= start + len(name) for f in anonymiser.find(text) if f.cls == "direct")


@each("text", THINGS)
def test_it_is_a_thing(anonymiser: Anonymiser, text: str) -> None:
    hits = [text[f.start : f.end] for f in anonymiser.find(text) if f.cls == "direct"]
    assert not hits, hits
