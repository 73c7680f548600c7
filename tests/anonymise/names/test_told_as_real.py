"""Names that films and singers bear too, told as real; short names twice; letters that are abbreviations elsewhere."""

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just, names_nobody
from tests.each import each

HIDDEN = [
    "hun heter {rihanna} på ordentlig, og alle ler",
    "gutten heter {zorro} i passet. det er ikke tull",
    "eleven heter {madonna} på papiret og vil ikke si det",
    "Vi er bekymret for {Aye Aye Khin}, som er så stille.",
    "Mor til {Moe Moe Hlaing} ringte.",
    "I dag var {Htet Htet Zaw} borte.",
    "Vi har {OS} på gruppa, og ho er redd for lyd.",
    "Vi har {LO} i klassen, men han er ofte borte.",
    "Drøfting i teamet av {N.B.}, 7 år, som slår.",
    "Skolen skrev at {P.S.} og bestemor er glade i hverandre.",
    "Dæm sei {Kålhuet} te hainn, å no gret hainn.",
]
NOBODY = [
    "boka heter kampen på ordentlig. spillet heter noe annet på ekte",
    "Nei Nei Ikke sånn, sa han. Ho Ho Ho, ropte nissen. Bla Bla Bla sa de.",
    "Hei hei alle sammen, og Ja Ja Takk for i dag.",
    "Vi har TV på gruppa, og han vil se hele dagen. Vi har IT i klassen, og ho er flink.",
    "Vi har PC på avdelinga, men han bruker den ikke.",
    "N.B. Mor må komme før klokka to. P.S. Husk regntøy.",
    "P.S. mor og far kommer sammen. N.B. 7 barn er ute.",
]


@each("marked", HIDDEN)
def test_a_name_told_as_real_is_found(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@each("text", NOBODY)
def test_what_only_looks_so_is_left(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)
