"""Departments, schools, grades and languages as people write them in everyday messages; titles and brands are none."""

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves
from tests.each import each

FOUND = [
    ("Vi på Tusenbein lurer på noe.", "avdeling", "Tusenbein"),
    ("Hun skal flytte til Kvitveis etter jul.", "avdeling", "Kvitveis"),
    ("På Kløver er det 18 barn.", "avdeling", "Kløver"),
    ("Alle ungene på Grevling har vært syke.", "avdeling", "Grevling"),
    ("Hainn er på Måltrost no.", "avdeling", "Måltrost"),
    ("Storavdelinga Ekorn tar imot.", "avdeling", "Ekorn"),
    ("skal bytte til maurtua på mandag", "avdeling", "maurtua"),
    ("trodde hun var flytta til bjørnehiet", "avdeling", "bjørnehiet"),
    ("Takk for hjelpen. Hilsen fra Stjerneskudd", "avdeling", "Stjerneskudd"),
    ("Jeg skriver på vegne av Bekkeblom. Vi har et spørsmål.", "avdeling", "Bekkeblom"),
    ("Kan vi ta det opp?\nHilsen Wenche, Bekkeblom", "avdeling", "Bekkeblom"),
    ("Bjørnehiet har tolv barn nå.", "avdeling", "Bjørnehiet"),
    ("Sted: Fossegrenda barnehage", "barnehage", "Fossegrenda barnehage"),
    ("Markabygda skole har vært flinke.", "skole", "Markabygda skole"),
    ("Han går på Rørosskolen nå.", "skole", "Rørosskolen"),
    ("Vi på Sjetnskolen trenger hjelp.", "skole", "Sjetnskolen"),
    ("hun begynner i vikåsenbarnehagen", "barnehage", "vikåsenbarnehagen"),
    ("Elev i tredje som ikke leser.", "trinn", "tredje"),
    ("Flere foreldre i andre vil ha møte.", "trinn", "andre"),
    ("Læraren te Jon i førsten på skola ringt.", "trinn", "førsten"),
    ("Han går i førsten, og gråter.", "trinn", "førsten"),
    ("De er alle i 8.. Skal vi ringe?", "trinn", "8."),
    ("Kan læraren ta det opp med åttande?", "trinn", "åttande"),
    ("Vi hadde tolk i dari på møtet.", "opprinnelse", "dari"),
    ("Bestilling av tolk: 2/12, tamil.", "opprinnelse", "tamil"),
    ("Hun snakker engelsk med far.", "opprinnelse", "engelsk"),
    ("Hun spiller for Rosenborg Hockey nå.", "forening", "Rosenborg Hockey"),
    ("Trondheim Basket søker flere jenter.", "forening", "Trondheim Basket"),
    ("Snorre å Sivert e toeggede, trur æ.", "sosken", "toeggede"),
    ("Guttene er enegga, og ligner.", "sosken", "enegga"),
    ("Hun er den minste på hele skolen.", "eneste", "den minste på hele skolen"),
    ("Det skjedde på speiderleiren i sommer.", "hendelse", "speiderleiren i sommer"),
    ("Etter russefesten i grustaket ble det bråk.", "hendelse", "russefesten i grustaket"),
    ("Han følges opp på grunn av føtalt alkoholsyndrom.", "diagnose", "føtalt alkoholsyndrom"),
]
LEFT_ALONE = [
    "Hun liker å være på Engelsk.",
    "Vi møtes på Mandag.",
    "Jeg så det på Film.",
    "Vi ringer på Kveldstid.",
    "Kan dere hjelpe oss? Hilsen Fagansvarlig",
    "Kan dere hjelpe oss? Hilsen Baseleder",
    "Mvh Spesped",
    "Hilsen Assisterende rektor",
    "Hilsen Flyktningveileder",
    "Spesialped. ved enheten ønsker drøfting.",
    "Han er trøtt i femte og sjette time.",
    "Vi bruker tredje og fjerde etasje.",
    "I førsten gikk det bra.",
    "Læreren på Barneskolen og på Kulturskolen.",
    "Folkehøgskolen og Språkskolen starter.",
    "Kommunal barnehage eller privat barnehage.",
    "Han går på Ungdomsskolen.",
    "Han kan telle til ti på spansk.",
    "Stein, saks, papir er den faste måten.",
    "Vi har lært dem Stein, saks, papir i år.",
    "Han snakker om Warhammer og Dexcom hele dagen.",
    "Mor skriver i Spond at det går bra.",
    "har ringt vakttlf tre ganger",
    "Vi trenger hjelp, for malene våre er gamle.",
    "Musikken er det einaste som roar han.",
    "Han roar seg med nettbrettet.",
    "Hæi, ka gjør vi?",
    "Mandag Turn og svømming i hallen.",
    "Vi har fellestur i juni og klassefesten i vår.",
    "Vi leste Doktor Proktor i går kveld.",
]


@each(("text", "kind", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@each("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


def test_a_name_that_looks_like_a_verb_or_a_noun_is_still_found(anonymiser: Anonymiser) -> None:
    for text, name in (("roar slo i dag", "roar"), ("mor til malene ringte", "malene"), ("Roar, du må ringe.", "Roar")):
        finds(anonymiser, text, "navn", name)
