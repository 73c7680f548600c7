"""Numbers, addresses and user names as tired people write them: in pieces, half in words, with signs that are rare."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.anonymise import Anonymiser
from tests.anonymise.tables import hides_just, leaves, names_nobody
from tests.each import each

CALM = settings(
    max_examples=120, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
TENS = ("tjue", "tretti", "førti", "femti", "seksti", "sytti", "åtti", "nitti")
UNITS = ("en", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni")
pair = st.integers(min_value=21, max_value=99).filter(lambda number: number % 10 != 0)


def in_words(number: int, tie: str = "") -> str:
    return TENS[number // 10 - 2] + tie + UNITS[number % 10 - 1]


def hidden(anonymiser: Anonymiser, text: str, told: str) -> bool:
    start = text.index(told)
    spans = [(f.start, f.end) for f in anonymiser.find(text) if f.cls == "direct" and f.type != "feil"]
    return all(any(a <= at < b for a, b in spans) for at in range(start, start + len(told)) if text[at].isalnum())


@CALM
@given(
    st.sampled_from(["tlf {}", "Ring meg på {} i dag.", "nummeret hennes er {}", "(mob {})", "mor sa {}, tror jeg"]),
    st.lists(pair, min_size=4, max_size=4),
    st.integers(min_value=1, max_value=3),
    st.sampled_from(["", "-", " "]),
)
def test_a_number_half_in_words_is_found(
    anonymiser: Anonymiser, pattern: str, pairs: list[int], spelled: int, tie: str
) -> None:
    told = " ".join(in_words(p, tie) if at < spelled else str(p) for at, p in enumerate(pairs))
    assert hidden(anonymiser, pattern.format(told), told), pattern.format(told)


@CALM
@given(
    st.sampled_from(["tlf {}", "Ring meg på {}", "nummeret er {}", "mobil: {}"]),
    st.integers(min_value=40000000, max_value=99999999),
    st.integers(min_value=1, max_value=7),
    st.sampled_from([" og så ", ", så ", " og ", " i starten, så "]),
)
def test_a_number_told_in_two_parts_is_found(
    anonymiser: Anonymiser, pattern: str, number: int, at: int, between: str
) -> None:
    told = f"{str(number)[:at]}{between}{str(number)[at:]}"
    is_year = any(len(part) == 4 and part.startswith(("19", "20")) for part in told.split(between))
    assert is_year or all(hidden(anonymiser, pattern.format(told), part) for part in told.split(between))


@each(
    "marked",
    [
        "ring henne, hun har {412 og så 33 og så 444}",
        "nummeret begynner på {912 og slutter på 34 567}",
        "Mor ({nittito 44 10 07}) vil ringes",
        "tlf {912x34x567}",
        "jobbtlf {73 O1 23 45}",
        "du når meg på {41 tjueto 33 førtifire}",
        "Han har en varebil, {DK 7 7 1 0 4}, som står der.",
        "en bil ({ab12345}) sto utenfor",
        "hvit bil med skilt {EL 1 2345}",
        "bil {ABC 123} sto der",
        "skiltnummer {AB123}",
        "hun parkerer sin {EV-1 0 0 2 2} her",
        "ta med perm {B/417-19} på møtet",
        "se ark. {233} i skapet",
        "Sjå bv. {2025/31} i skapet",
        "Han er født en vinterdag. Mor sier {den 3. mars nitten}.",
        "henvisning nr {4567} er sendt",
        "avvik {4533} er meldt",
        "kundenr {4455667}",
        "meldings-ID {987654}",
        "anmeldelsesnr {15123456}",
        "{bolignummer H0302}",
        "de bor i {gt 14b}",
        "de bor i {Fjellveien nummer 12}",
        "bor i {nummer 12 i fjellvegen}",
        "{Fjellveien tolv}",
        "{matrikkel 44/12/0/3}",
        "{natt.avl at tjeneste punkt example} er adressen",
        "skriv til {mia.musa snabel-a post.example}",
        "gamertagen er {Dragonslayer}",
        "discord-navnet er {slangemannen}",
        "brukarnamnet er {slangemannen}",
        "ho brukar brukarnamnet {stjerneskot4} på momio",
        "brukern hans e {kidd.leon09}, eg tok skjermbilde",
        "brukeren til naboen heter {mørke.natt}",
        "snappen hennes: {lille.mus}",
        "{odd.berg} skrev til {stein.moen}",
        "tiktoken hans heter {gutten.fra.dalen}",
        "han heter {kakemonster} på roblox",
        "brukernavnet {nooblord} på Fortnite",
        "Svar meg på {9 7 0 - fire fire - 2 3 - 8}.",
        "under står «{ni-fire-ni, seks-null, en-en-sju}»",
        "helst {932-11-8O4}",
        "fikk {48 48 / 1 7 / 0 9} på en lapp",
        "en mørk Octavia, {VJ 7 0 4 18}, sto der",
        "bor i rekke, {Hammarveien sytten B}.",
        "Født {sekstende i tolvte seksten}.",
        "Ho er f. {14de sept 2021}.",
        "Født {22. jan. -21}.",
        "Den ene ({J-E}) kom ut. {J-E} sier han falt.",
        "Elevens initialer er {M-L K} og hun gråter.",
        "Skolen vil ha hjelp. – kontaktlærer {MB}",
    ],
)
def test_an_identifier_in_an_odd_form_is_hidden_whole(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@each(
    "text",
    [
        "Ring 3 ganger og så 5 ganger.",
        "Ring klokka 20.30 og så 21.15.",
        "Se nr 2022 og så 2023.",
        "Vi begynner på side 24 og slutter på side 30.",
        "Det starter med 20 elever og 12 voksne, så 25 og 14.",
        "Han teller tjue tretti førti femti.",
        "Fem to tre, fire 20 30.",
        "Vi har vedtak om 12 timer.",
        "Vi har meldt avvik 3 ganger.",
        "Brukernavnet er glemt.",
        "Brukarnamnet er gløymt.",
        "Kontoen til mor er tom.hun har ikke penger",
        "Brukeren var inne.så gikk han",
        "Kanalen er ny.den er fin",
        "Kom på dag.vi drar sammen",
        "Det er vår.høst er bedre",
        "Brukernavnet er det samme på alle.",
        "Kallenavn på nett er vanlig.",
        "Vi tar alfa og beta først.",
        "Møte at skolen punkt 5 er viktig.",
        "Skiltet sier 30.",
        "I veien to, og så hjem.",
        "Budsjettet går fra 5000 - 8000 kroner.",
        "Stortingsmelding 6 (2019–2020) handler om det.",
        "Skoleårene 2023 2024 og 2024 2025 var tunge.",
        "Rekka A-F er ny.",
        "Saker: 1/27 Eventuelt, 2/27 Elevundersøkelsen.",
        "Vi mener at dette punktet er viktig",
        "Jeg mener at planen punkt tre må endres",
        "Referatet sier at sak punkt to utsettes",
        "Skolen sier at møtet punkt en er flyttet",
        "Gruppe AB 1 2 3 4 5",
        "AB 12 34 5",
        "vitamin A-B sier",
        "initialer a b c i skjemaet",
        "fra skolestart-2026",
        "ark 12345",
        "bv 1234",
        "vedtak 2023/1",
    ],
)
def test_what_only_looks_like_one_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


@pytest.mark.parametrize(
    "text",
    [
        "møtet sier 3. juni 2026 passer",
        "Hun sier 12. mai 2026",
        "Han sier fjerde mai i 2026",
        "Boka «Turbo» (gutt 7 år)",
    ],
)
def test_a_day_of_a_meeting_and_a_book_stop_nothing(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)


@pytest.mark.parametrize(
    "marked",
    [
        "Han ringte fra {(+47) 944/37/152}. Hva nå?",
        "Ring helst før halv fire: {97-O8-45-1l}. Det haster ikke.",
        "Avsender {lil.prov09}, mottaker er en jente i klassen.",
        "Barnebidragssaken heter {4401-26-B}.",
        "huset til gutten i {granlia 8} er mørkt",
        "Mor vil at vi kommer hjem, {Utsikten 40}.",
    ],
)
def test_numbers_and_houses_told_in_passing_are_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@pytest.mark.parametrize(
    "text",
    [
        "vi skal til fjellmoen 3 dager",
        "Han kom hjem, klokka var 4.",
        "Møtet er flyttet til fredag 21. november kl. 12.",
        "Mor har flyttet til kode 6.",
        "Se side.fire14 i heftet.",
        "Saken er den at 12 barn er borte.",
    ],
)
def test_what_is_counted_is_no_number_and_no_house(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)


@pytest.mark.parametrize(
    "marked",
    [
        "Mannen kjører en hvit bil, {Z X 9 O 4 1 7}. Drosja ({EK.55.2l0}) kom sent.",
        "Han sto med motoren i gang. Nummeret såg ut som {SU6 61 l8}.",
        "Barnevernet ba oss vise til {BV 23-4471 / 2} når vi ringer.",
        "Ført på saksnr. {2O25/OO318 - 4} og på ePhorte {19/882 – dok. 14} uten svar.",
        "Elev nr. {0417-b} i kartleggingen er lett å kjenne igjen.",
        "Han er født den {ellevte i ellevte nitten ... nei, to tusen og elleve}, og det vet alle.",
        "Fødselsdato på henvisningen er {trettende i tolvte tjuetretten}, sier mor.",
        "Hun ble født på {skuddårsdagen i 2016}.",
        "Nummeret te fostermora e {førrtifem, nittini, null-sju, seksti}.",
        "Naboen bor i {Kvennveien 3 oppg. B}, og gutten går dit.",
        "Svar til {solfrid[dot]aas[at]fjellkom[dot]example} i dag.",
        "Loggen er lagret under {Felles/Elever/stormo_n/logg uke 7.docx}, og alle kan åpne den.",
        "Gruppa heter «{#fri_for_emrik}» hos dem alle.",
        "Drosja {VH 00417} sto utenfor, og kunde nr {117} ropte.",
        "Elev nr {450} og bruker nr {100} ble skrevet ut.",
        "Our new boy is called {محمد}, and he is quiet.",
    ],
)
def test_numbers_that_a_hasty_hand_or_a_machine_wrote_are_hidden(anonymiser: Anonymiser, marked: str) -> None:
    hides_just(anonymiser, marked)


@pytest.mark.parametrize(
    "text",
    [
        "Elev nr. 3 i rekka er stille, og sak 3 – 2 elever mangler.",
        "Bilen har 5 seter. IP 4 l 2 er ingen bil.",
        "Han er den ellevte i rekka, og det gikk nitten ... nei, tjue dager.",
        "#mobbing er ikke kult, og dagen har #psykisk_helse og #trygg_skole.",
        "Drosja koster 250 kr, og nummeret er 07373.",
        "Kunde nr 100 fikk kake.",
        "Bruk malen Maler/ukeplan.docx fra rektor.",
    ],
)
def test_what_only_counts_is_no_hasty_number(anonymiser: Anonymiser, text: str) -> None:
    names_nobody(anonymiser, text)
