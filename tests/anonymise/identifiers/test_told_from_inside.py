"""Addresses, numbers and user names as they are told: from the inside, in two halves, in words."""

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, names_nobody
from tests.each import each

ADDRESSES = [
    ("Familien bor i 22a nederst i Lauvlia.", "22a nederst i Lauvlia"),
    ("Ho bur i 7 innerst i Furugrenda, seier mor.", "7 innerst i Furugrenda"),
    ("De har flyttet til 3b øverst på Skyttermoen.", "3b øverst på Skyttermoen"),
    ("De bor i brakke 12 på Steinmoen inntil videre.", "brakke 12 på Steinmoen"),
    ("Far overnatter i campingvogn 4 på Sandvika.", "campingvogn 4 på Sandvika"),
    ("Guten held til i hytte 31 ved Storvatnet med onkelen.", "hytte 31 ved Storvatnet"),
    ("Mor og barn bor på hybel 14 i Klokkervegen 2.", "14 i Klokkervegen 2"),
    ("Han bor i leilighet 302 i Bryggesvingen 8, og der er det bråk.", "302 i Bryggesvingen 8"),
    ("På postkassa står det 15 B i Lerkeringen.", "15 B i Lerkeringen"),
    ("Adressen er 9c i Hasselkroken, sier far.", "9c i Hasselkroken"),
    ("Dæm bur i nummer elleve i Bekkasinkroken.", "elleve i Bekkasinkroken"),
    ("De bor i nummer fire i Orreringen, bak butikken.", "fire i Orreringen"),
    ("Eg køyrde henne heim til nummer ti i Rognekroken.", "ti i Rognekroken"),
    ("de har besøk hver kveld, naboen i gangveien 47 ringte", "gangveien 47"),
    ("naboen på tråkkstien 12 sier at ungene er ute", "tråkkstien 12"),
    ("vi var på hjemmebesøk i grusvegen 31 i går", "grusvegen 31"),
]
NUMBERS = [
    ("fødselsnummeret er {090814} først og så {51377} etterpå",),
    ("hun sa {210912} foran og {40816} bak, men det stemmer ikke",),
    ("det skal være {30 11 15} først, {48 221} til slutt",),
    ("Mor oppga {120710} og deretter {38 114} til sist.",),
    ("han sa {913 22} og {404} til slutt",),
    ("det var {46 18} først og så {20 77} bak, sa mor",),
    ("vi fikk {98 11} foran og {4032} bak av bestemor",),
]
ACCOUNTS = [
    ("På tiktok er hun skimmerrev og så tre sekstall bak.", "skimmerrev"),
    ("På insta går han under sleggekaren med to punktum etter.", "sleggekaren"),
    ("på snap heter ho glitterpus å så 12 bak", "glitterpus"),
    ("På roblox e hainn krutkongen med strek under.", "krutkongen"),
    ("Nicket er to ord, mørke månen, uten mellomrom.", "mørke månen"),
    ("Brukernavnet hans er tre ord, jeg hater skolen, i ett ord.", "jeg hater skolen"),
    ("gamertagen er ville hesten skrevet i ett", "ville hesten"),
    ("hun heter frkskygge på snap, og venninna hele.natta.lang", "hele.natta.lang"),
    ("på discord er det jeg.bare.ler som skriver mest", "jeg.bare.ler"),
    ("på snap er det en som heter skyggen.nb07 som sender bilder", "skyggen.nb07"),
]
NOTHING = [
    "Klassen holder til i brakke 3 på Solbakken, og gruppa bor i rom 4.",
    "Vi møtes i hytte 4 ved Storvatnet. Hele trinnet overnatter i brakke 2 på leirskolen.",
    "De er 12 i Solbakken og 9 i Granlia. Det bor 7 i huset.",
    "Elevene i 4 B i 2. etasje er urolige. Han går i 7b nederst i gangen.",
    "Hun kom på nummer to i konkurransen. Han er nummer tre i køen.",
    "De bor i nummer to i rekka. Rom 208 i andre etasje er ledig.",
    "Det var 120424 kroner først og 55 etterpå. Vi fikk 4500 først og 2000 til slutt.",
    "Vi leser side 112 til 118 først og 130 bak. Han løp 400 meter og 800 til slutt.",
    "Vi hadde 12 elever foran og 14 bak. Timen varer fra 9 til 1015 og pausen til slutt.",
    "På snap er han slem, og på tiktok er hun aktiv hele natta.",
    "På discord er de venner, og på insta er hun en annen.",
    "På roblox er han flink med tall, og på nett er han modig.",
    "Teksten er to ord, god natt, og den skal skrives i ett ord.",
    "Skriv klassetrinn i ett ord. Barnevernet skrives i ett ord.",
    "hun skrev på snap.men så sluttet hun. han svarte på chatten.ikke bra",
    "Vi leste på udir.no og www.ung.no om snap og discord",
    "Ungene går gangveien hjem hver dag, og naboen på vegen klager.",
    "De har gått grusveien 3 ganger. Vi var på hjemmebesøk i uke 31.",
]


@each(("text", "told"), ADDRESSES)
def test_a_home_told_from_the_inside_is_an_address(anonymiser: Anonymiser, text: str, told: str) -> None:
    finds(anonymiser, text, "adresse", told)


@each("case", NUMBERS)
def test_a_number_in_two_halves_is_found_whole(anonymiser: Anonymiser, case: tuple[str]) -> None:
    text = case[0].replace("{", "").replace("}", "")
    for half in case[0].split("{")[1:]:
        told = half.partition("}")[0]
        at = text.index(told)
        assert any(f.start <= at and f.end >= at + len(told) and f.cls == "direct" for f in anonymiser.find(text)), text


@each(("text", "told"), ACCOUNTS)
def test_a_user_name_told_in_words_is_found(anonymiser: Anonymiser, text: str, told: str) -> None:
    finds(anonymiser, text, "handle", told)


@each("text", NOTHING)
def test_rooms_counts_and_what_is_done_on_the_net_are_left(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)
