"""Short messages in small letters and without signs, as colleagues write them in haste: who is told of, where and how
old. Each line is made up, and is found by a rule of its own.
"""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves, names_nobody

NAMES = [
    ("lurer på noe ang liv i gruppa mi hun biter de andre", "navn", "liv"),
    ("ho vår på tredje trinn slit me å kom sæ inn i leken", "navn", "vår"),
    ("bo 5 år slår når det blir bråk i garderoben", "navn", "bo"),
    ("hans vil gjøre alt på sin egen måte", "navn", "hans"),
    ("tor og dag på fjerde er søskenbarn", "navn", "dag"),
    ("eg lurer på storm han et sand kvar dag", "navn", "storm"),
    ("mai er navnet hennes i tilfelle dere lurer", "navn", "mai"),
    ("ok, ringer bakken i dag", "navn", "bakken"),
    ("skal jeg skrive til solbakken eller skal du", "navn", "solbakken"),
    ("nå leier de av solem. far er borte", "navn", "solem"),
    ("hun het nilsen da hun gikk her, lund da hun giftet seg", "navn", "lund"),
    ("vi er bekymret for amani lo. vi ser at det er rart", "navn", "amani lo"),
    ("hun vil ikke kalles noe annet enn prinsesse pus og svarer ikke", "kallenavn", "prinsesse pus"),
    ("Kari kalte Ahmed Al-Hamdani for noe stygt.", "kallenavn", "Ahmed Al-Hamdani"),
    ("Lóve, Elvira og den nye sier det samme.", "navn", "Lóve"),
    ("t k i 4b har ikke vært på skolen", "initialer", "t k"),
    ("r.l og n h i 7 trinn krangler", "initialer", "r.l"),
    ("det kom bilde av n h naken, n h i 7 trinn gråter", "initialer", "n h"),
    ("skal i møte om tk kl 13", "initialer", "tk"),
    ("vi snakka om rk i går", "initialer", "rk"),
    ("og så det med KRB: kan eg skrive at K. er på veg ut", "initialer", "KRB"),
    ("hun er født den femte juni 2012 og", "fodselsdato", "femte juni 2012"),
]
ASKED = [
    ("han veslegutn hi itj sagt nå på flere ukå", "veslegutn"),
    ("odd og stubban har gjort det igjen", "stubban"),
]
TRAITS = [
    ("han går på halsen barne- og ungdomsskole", "skole", "halsen barne- og ungdomsskole"),
    ("faren til en gutt på vestbygd skule sier", "skole", "vestbygd skule"),
    ("dem går på bjørgan skole å kain itj les", "skole", "bjørgan skole"),
    ("jente i 3. klasse, vikebygda skole. mor er", "skole", "vikebygda skole"),
    ("mor studerer, bor på hybel, fra namsos", "sted", "namsos"),
    ("de bor i en hytte ved hestvika", "sted", "hestvika"),
    ("han kom heilt frå oppstryn med buss", "sted", "oppstryn"),
    ("hun er hos farmor på tustna når tanta flyr", "sted", "tustna"),
    ("alle på lauvhaugmoen vet hvem det er", "sted", "lauvhaugmoen"),
    ("gutten bor på øvre lauvmoen gård", "sted", "øvre lauvmoen"),
    ("Jenta passar tre småsøsken. Bremanger.", "sted", "Bremanger"),
    ("rose og iris i blomstergruppa vil bare leke", "avdeling", "blomstergruppa"),
    ("vi har en på marihøna som går på tå", "avdeling", "marihøna"),
    ("de er kusiner på regnbuen og krangler", "avdeling", "regnbuen"),
    ("ho i gruppa skjæra har fått utslett", "avdeling", "skjæra"),
    ("personalet på kantarellen er slitne", "avdeling", "kantarellen"),
    ("guten vår på fire et berre kvit mat", "alder", "fire"),
    ("hun er 4 vi har tegn til tale", "alder", "4"),
    ("hun er samisk, 12, og den yngste", "alder", "12"),
    ("hanj på sjette hi vorte så sint", "trinn", "sjette"),
    ("ho selma i fjerde har fortælt mæ nokka", "trinn", "fjerde"),
    ("det er bare ett søskenpar i første og den minste er lei", "trinn", "første"),
]
LEFT_ALONE = [
    "barna leker på klatreberget og i eventyrskogen",
    "vi gikk tur i storskogen og på akebakken",
    "det er en stor ungdomsskole, ikke en liten",
    "han går på en annen skole enn oss",
    "vi har møte om bv i dag",
    "ring lege i dag",
    "vi ringte hjem i dag",
    "Logg:\nma: rolig\nti: spyttet på voksen\non: borte\nto: gråt",
    "vi har hatt ham her i to år og han har bodd to år i Norge",
    "han spiser bare pierogi og falafel",
    "barna ser på humla og sommerfuglen",
]
NOBODY = [
    "møte om s. skolevold i gangen",
    "bekymring om s. barnevold og mobbing",
    "Gudrun-spelet på nettet har lært han tal",
    "hans vilje er sterk",
    "et brev til nissen",
]


@pytest.mark.parametrize(("text", "kind", "words"), NAMES + TRAITS)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize(("text", "words"), ASKED)
def test_it_is_asked_about(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "mulig_navn", words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


@pytest.mark.parametrize("text", NOBODY)
def test_it_names_nobody(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)
