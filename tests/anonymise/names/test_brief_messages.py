"""Names in brief messages: after short prepositions, beside a class, in lists, in the last line, in file names."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves
from tests.each import each

NAMES = [
    ("har sendt mld t inga i ppt 2 ganga", "inga"),
    ("kan du si fra t liv på sfo?", "liv"),
    ("snakka m per i går, han var sint", "per"),
    ("skal ha møte m odd og far kl 12", "odd"),
    ("mobil f odd: 41 22 33 44", "odd"),
    ("mamman t sol ringte i dag", "sol"),
    ("beskjed til siv om tur", "siv"),
    ("hils fra stein på sfo", "stein"),
    ("har fått beskjed fra tor om bursdagen", "tor"),
    ("vilde 8b skulker igjen", "vilde"),
    ("storm 5a slo emil i friminuttet", "storm"),
    ("Vilde 10c skriver i chatten at hun er redd", "Vilde"),
    ("Dag (7B) gråt i timen.", "Dag"),
    ("- Nora: trenger briller\n- Bo: allergi\n- Liv: ny stol", "Bo"),
    ("Ask: urolig\nEmbla: fint\nStorm: syk", "Storm"),
    ("Sol Marie: borte\nDag Erik: til stede", "Dag Erik"),
    ("• Jo: må ikke sitte ved Felix\n• Felix: astma", "Jo"),
    ("Hei\n\nTakk for praten.\n\nGro", "Gro"),
    ("Det er greit for oss.\n\n- Unn", "Unn"),
    ("Notat: Hamse (16 år, enslig) fikk telefon.", "Hamse"),
    ("Alva, ni uker, er liten.", "Alva"),
    ("Sol (to år) sover lite.", "Sol"),
    ("er hedda og sivert o på samme avdeling?", "sivert o"),
    ("mira n i tredje har ikke spist", "mira n"),
]
NICKNAMES = [
    ("lillegutt, som vi kaller han, har sagt mamma", "lillegutt"),
    ("Lillemann som alle kaller ham gråt i dag.", "Lillemann"),
    ("veslejenta, som mor kaller henne, sov", "veslejenta"),
]
NUMBERS = [
    ("Journalnotat 26-HS-55120: veid og målt.", "saksnummer", "26-HS-55120"),
    ("Vi viser til 2026-BV-118 i arkivet.", "saksnummer", "2026-BV-118"),
    ("Se HS26/5512 for resten.", "saksnummer", "HS26/5512"),
    ("ta med peder elias fravær høst.xlsx i morgen", "filnavn", "peder elias fravær høst.xlsx"),
    ("ligger i sara moen plan.pdf", "filnavn", "sara moen plan.pdf"),
]
LEFT_ALONE = [
    "Hva lærer de å skrive for tia?",
    "Vi har snakket med alle om dette.",
    "Det går 5 m til neste dør.",
    "Han sover 2 t om dagen.",
    "Per i dag er alt i orden.",
    "Mål: ro\nDag: tirsdag\nSted: biblioteket",
    "Mandag: tur\nTirsdag: svømming\nOnsdag: ute",
    "Styrker: tegning\nUtfordringer: overganger\nTiltak: pauser",
    "D va ei som lurt på bleier. Æ visst itj at d va sånn.",
    "D e greit for oss.",
    "SV: VS: Møte i neste uke",
    "Vi ses.\n\nTakk!",
    "Hei.\n\nDet passer.\n\nHilsen oss",
    "Se vedlagt rutine fravær høst.xlsx",
    "Gutten som vi kaller inn, er ofte borte.",
]


@each(("text", "words"), NAMES)
def test_a_name_in_a_brief_message_is_found(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "navn", words)


@pytest.mark.parametrize(("text", "words"), NICKNAMES)
def test_a_pet_name_that_is_a_word_for_a_child_is_found(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "kallenavn", words)


@pytest.mark.parametrize(("text", "kind", "words"), NUMBERS)
def test_a_case_number_or_a_file_is_found(anonymiser: Anonymiser, text: str, kind: str, words: str) -> None:
    finds(anonymiser, text, kind, words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


def test_a_thing_with_an_age_is_nobody(anonymiser: Anonymiser) -> None:
    for text in ("Lavalder (16 år, med unntak) er omtalt i loven.", "Kartleggingen (5 år) er en rutine hos oss."):
        assert all(finding.cls == "quasi" for finding in anonymiser.find(text)), text


MORE_NAMES = [
    ("har noen snakka med hauk etter i går", "hauk"),
    ("ho unn på kontoret veit alt", "unn"),
    ("ring liv når du kan", "liv"),
    ("kan du hente sol kl 14", "sol"),
    ("spør odd om nøkkel", "odd"),
    ("han ble med tor hjem", "tor"),
    ("vet ikke hva vi gjør med lykke", "lykke"),
    ("lurer på hva tone mente", "tone"),
    ("ønsker drøfting rundt frid", "frid"),
    ("mai bor hos mormor nå", "mai"),
    ("dina mangler matpakke", "dina"),
    ("mina og dina er tvillinger", "mina"),
    ("storm og odd er uvenner igjen", "odd"),
    ("Even - far, Liv - mor", "Even"),
    ("kan per fra bup ringe meg", "per"),
    ("nr til mor liv: 41 22 33 44", "liv"),
    ("Dem Aune-brødran e ville.", "Aune"),
    ("Bakken-guttene er på ferde.", "Bakken"),
    ("Vik i barnevernet har saken.", "Vik"),
    ("tor på sfo sier at han har lus", "tor"),
    ("liv fikk ikke være med", "liv"),
    ("odd har slått seg", "odd"),
    ("sorry line, det var feil", "line"),
    ("Liv: «Jeg vil ikke.»", "Liv"),
    ("1. Sol\n2. Storm\n3. Emma", "Storm"),
    ("* Liv\n* Dag\n* Jonas", "Dag"),
    ("Kristoffer («Stoffer») er blid.", "Stoffer"),
]
MORE_LETTERS = [
    ("A og B sloss. A blødde.", "A"),
    ("Gutten, E., er stille.", "E"),
    ("Mor til KL ringte.", "KL"),
    ("vi kaller ham B her.", "B"),
]
NOT_NAMED = [
    "Han er redd for helga, for da smeller det.",
    "Vi må finne tid til å snakke om vår praksis.",
    "Vi trenger hjelp med uro og støy.",
    "Ring hjem når du kan.",
    "Mandag\nTur\nMatpakke",
    "Ro på sfo er målet.",
    "Emne: Spørsmål om Fravær",
    "Vi vil ha råd om Mobbing og Rus.",
    "Kan dere hjelpe? Hilsen Anonym",
    "Mvh Bekymret lærer",
    "Vi ønsker råd om søvn og tips om leik.",
    "Fjell-gruppa går på tur.",
    "vi vet at uro har lagt seg, og sol på skolen gjør godt",
    "- Tur\n- Svømming\n- Gym",
    "Hva mente du med det?",
    "Plan A og B er klare.",
    "Iflg. planen er alt i orden.",
    "Saksbeh. har ringt heim.",
    "Han snakker om robux, bitcoin og snowboard.",
    "Vi ser Ronja røverdatter på filmdagen.",
    "Vi har plakater fra Alarmtelefonen.",
]


@each(("text", "words"), MORE_NAMES)
def test_a_name_is_found_by_what_is_asked_done_or_said_of_it(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "navn", words)


@pytest.mark.parametrize(("text", "words"), MORE_LETTERS)
def test_letters_that_act_or_have_a_mother_are_somebody(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "initialer", words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Stoffer kalles han.", "Stoffer"),
        ("Tiger er kallenavnet hans.", "Tiger"),
        ("Tjukken, sier de til ham.", "Tjukken"),
    ],
)
def test_a_nickname_before_the_one_who_has_it_is_found(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "kallenavn", words)


@each("text", NOT_NAMED)
def test_a_word_that_only_looks_asked_for_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
