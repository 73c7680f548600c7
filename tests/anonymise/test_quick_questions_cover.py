"""A rule is asked in every text it could find something in: the quick words before it cover all its ways to say it."""

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds
from tests.each import each

FOUND = [
    ("Hun trives best i Malvik friidrett.", "forening", "Malvik friidrett"),
    ("Søsteren trives i Stjørdal jentekor.", "forening", "Stjørdal jentekor"),
    ("De er med i Hegra frikirke.", "forening", "Hegra frikirke"),
    ("Verdal innebandy er alt for ham.", "forening", "Verdal innebandy"),
    ("Han er med i Frosta speidergruppe.", "forening", "Frosta speidergruppe"),
    ("De er ofte i Lensvik misjonshus.", "forening", "Lensvik misjonshus"),
    ("Han er med i Malvik-IL.", "forening", "Malvik-IL"),
    ("Hun er ofte hos Bymarka Rideklubb.", "forening", "Bymarka Rideklubb"),
    ("Han er med i Meråker Skyttere.", "forening", "Meråker Skyttere"),
    ("far er på H&M", "arbeidsgiver", "H&M"),
    ("mora er på 7-eleven", "arbeidsgiver", "7-eleven"),
    ("mora står på XL-bygg", "arbeidsgiver", "XL-bygg"),
    ("faren står på ST1", "arbeidsgiver", "ST1"),
    ("Hun er butikksjef på Kiwi.", "yrke", "butikksjef på Kiwi"),
    ("De traff oss på plantasjen, kor mora arbeider.", "arbeidsgiver", "plantasjen"),
    ("Vi var på biltema, der faren arbeider.", "arbeidsgiver", "biltema"),
    ("Det var russefest i campingen.", "hendelse", "russefest i campingen"),
    ("Det ble bursdagsfest på stranda.", "hendelse", "bursdagsfest på stranda"),
    ("Det var hjemmefest på hytta.", "hendelse", "hjemmefest på hytta"),
    ("Det skjedde på speiderleira i sommer.", "hendelse", "speiderleira i sommer"),
    ("Han kom 11.dennes og var redd.", "dato", "11.dennes"),
    ("Det var 11.i måneden.", "dato", "11.i måneden"),
    ("Vi så det 11.d.s på ettermiddagen.", "dato", "11.d.s"),
    ("tor, 6. ble han borte", "dato", "tor, 6."),
    ("De er en-eggede.", "sosken", "en-eggede"),
    ("De er tvi-eggete.", "sosken", "tvi-eggete"),
    ("Dei er ein-eggja.", "sosken", "ein-eggja"),
    ("Vi skriver på vegner av Bekkeblom.", "avdeling", "Bekkeblom"),
    ("Helsing Bekkeblom", "avdeling", "Bekkeblom"),
    ("Takk for hjelpa.\nvh alle Bekkeblom, i dag", "avdeling", "Bekkeblom"),
    ("han vil bo i nordgrenda", "sted", "nordgrenda"),
    ("ho ene e 12", "alder", "12"),
    ("hun eine var femten", "alder", "femten"),
    ("Han er den aller eneste som sitter i rullestol.", "eneste", "den aller eneste"),
    ("en gutt fra sjætte, han er trist", "trinn", "sjætte"),
    ("Mor går på skole som frisør.", "yrke", "frisør"),
    ("Kari ( eller Bamsen er lei.", "kallenavn", "Bamsen"),
    ("De bor på Haugland øvste.", "sted", "Haugland øvste"),
]


@each(("text", "kind", "words"), FOUND)
def test_what_a_rule_can_find_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)
