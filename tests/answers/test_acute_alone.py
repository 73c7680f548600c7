"""Danger is heard by itself behind a question, where a note turns, in one breath, and as a child says it; two counts
are compared; and what only sounds so is not."""

from __future__ import annotations

from time import process_time

import pytest

from bot.answers.acute import ASKED_AT_MOST, ASSAULT, GONE, AcuteDetector
from bot.answers.acute_alone import alone_in, parts_of_breath, said_by_child
from bot.answers.acute_counts import one_is_missing, without_full_counts
from bot.answers.acute_peers import are_peers

AMONG_CALM = [
    "Kan en elev fritas fra gym? Hun er så avmagra at hun besvimer og har hjerterytmefeil",
    "Når skal skadeskjema leveres? En elev har falt fem meter ned fra tribunen",
    "Hva er aldersgrensa på Snapchat? En trettenåring skal overnatte hos en voksen hun har truffet der",
    "Vi har ryddet vaskerommet. Dagen gikk ellers greit. Men en av de minste åpnet en flaske med grillvæske og drakk "
    "av den.",
    "Det har vært mye krangling i niende i høst, og vi jobber med klassemiljøet. I dag fant vi en liste med navn og en "
    "øks i skapet.",
    "Familien har det trangt, men fint. De har varmet seg på engangsgrill på badet, og minsten lot seg ikke vekke i "
    "morges.",
    "«Jeg tok hele insulinpennen»",
    "«Jeg har med noe skarpt i dag i tilfelle de begynner»",
]
IN_FEW_WORDS = [
    "Det kommer flammer ut av vinduet på SFO",
    "hele kjøkkenet er fullt av røyk nå",
    "ho vart bitti tå huggorm på tur",
    "vannet har gått nå og hun er bare i uke 30",
    "ho e i ferd me å fød på skola",
    "Brannvesenet sier det er kullos i huset",
    "Kan assistenter gi medisin? Foreldrene gir ikke hjertebarnet medisinen sin hjemme",
    "«Mamma holdt hånda mi på plata fordi jeg hadde stjålet»",
    "«Pappa drikker boksøl når han kjører oss til trening»",
    "«Hvis pappa får vite at jeg har kjæreste, så er jeg ferdig»",
]
CALM = [
    "vi gir ikke opp",
    "hun er bare så rar",
    "Jente på skolebussen sitter alltid alene og gråter",
    "fikk ikke det til, mor vil ikke",
    "må jeg si det til far",
    "Er det lov med hund i skolegården? Den er snill og går i bånd.",
    "Vi har hatt en fin dag på tur. I dag grillet vi pølser ved bålet.",
    "«Jeg tok hele kaka»",
    "Hun har begynt på fotball. I går skåret hun to mål og slo keeperen.",
    "Ho som er utenfor, kommer sjeldnere og sjeldnere",
    "Eleven har tatt hele brettet med boller fra kantina",
]
ONE_IS_MISSING = [
    "vi var 28 og nå er vi 27",
    "vi var 28 da vi gikk ut på tur og nå er vi 27",
    "Vi var 28 barn i bussen. Nå er vi 27.",
    "vi skal være tolv men er elleve",
    "vi var tjuetre nå er vi tjueto",
    "Vi dro kl 10 og var 28, nå er vi 27.",
    "Vi var 28 da vi gikk. Nå er klokka 12 og vi er 27.",
    "Vi var 28 kl. 10, nå er vi 27.",
    "Vi var 28 barn på tur, nå er vi 27. Vi har lett i 20 minutter.",
    "Vi er to lærere på tur. Vi var 28 barn, nå er vi 27.",
    "Vi er 12 på tur, nå teller jeg bare 11.",
    "vi skulle vært 16 og jeg teller 15",
    "Da vi gikk var vi 22, nå er det bare 21 her",
    "Det er bare 11 barn her, vi skal være 12",
    "me var 15 då me gjekk, no er me 14",
]
BESIDE_FULL_COUNTS = [
    "Han har kniv. Vi var 20 og nå er vi 20.",
    "vi var 12 da to falt gjennom isen og nå er vi 12",
    "Vi var 14 da ei jente ble påkjørt og nå er vi 14.",
]
NOBODY_IS = [
    "vi var 20 og nå er vi 25",
    "jeg teller 29 men vi skal være 28",
    "Vi mangler ingen, vi var 20 og er 20",
    "Vi var 20 i gruppa i fjor og nå er vi 17",
    "vi var fem på jobb og nå er vi tre",
    "Klassen var på 28 og nå er vi 27 etter at en flyttet",
    "vi var 28 elever nå er vi 27",
    "vi skulle være 25 på foreldremøtet, men er 23",
    "vi var 15 i fotballgruppa, nå er vi bare 13",
    "vi skal være 10 til middag, nå er vi 9",
    "Det var 15 barn per voksen, nå er det 14.",
    "Vi var 20 klokka 10 og nå er vi 20",
    "Vi var 14 på møtet kl 10, nå er vi 13",
]
PEERS = [
    "jente 14 har sex med kjæresten på 15",
    "Jenta er 14 og har sex med kjæresten som er 15",
    "en gutt på 14 har ligget med kjæresten, hun er også 14",
    "elev 15 har sex med kjæresten på 16",
    "hun er 14 og har ligget med typen (15)",
    "jente 14 har sex med kjæresten på 15, må vi melde?",
    "Jente på 14 har sex med kjæresten på 15. Er det ulovlig?",
    "To 15-åringer er kjærester og har sex",
]
NO_PEERS = [
    "elev 13 har sex med kjæresten på 14",
    "jente 14 har sex med kjæresten på 19",
    "jente 14 har sex med kjæresten på 16",
    "jente 14 ble presset til sex av kjæresten på 15",
    "jente 14 har sex med kjæresten på 15, hun sa nei",
    "jente 14 har sex med kjæresten",
    "jente 15 har sex med stefaren",
    "jente 14 har sex med kjæresten på 15, han deler nakenbilder av henne",
    "jente 14 har sex med kjæresten på 15, hun tør ikke la være",
    "jente 14 har sex med kjæresten på 15 og vennene hans",
    "gutt 14 har sex med kjæresten på 15 fordi gjengen sier han må",
    "Kjæresten på 15 voldtok jenta på 14, de har hatt sex før.",
    "Jente 14 har sex med kjæresten på 15 mens hun sover.",
    "Jente 14 har sex med kjæresten på 15. Hun tør ikke annet.",
    "Jente 14 har hatt sex med mors kjæreste, søsteren er 15.",
    "Gutt 15 har sex med kjæresten til mora, han sier de er like gamle.",
    "Jente 14 har sex med kjæresten på 15 og en gutt i klassen.",
    "Jente 14 har sex med kjæresten på 15, de er søsken.",
    "Jente 14 ligger med kjæresten på 15 i bytte mot vape.",
    "jente 14 har sex med kjæresten, begge er elever",
]


@pytest.mark.parametrize("said", AMONG_CALM)
def test_danger_among_calm_sentences_is_heard(acute: AcuteDetector, said: str) -> None:
    assert acute.detect(said) is not None


@pytest.mark.parametrize("said", IN_FEW_WORDS)
def test_a_life_in_danger_is_heard_in_few_words(acute: AcuteDetector, said: str) -> None:
    assert acute.detect(said) is not None


@pytest.mark.parametrize("said", CALM)
def test_what_only_sounds_so_is_calm(acute: AcuteDetector, said: str) -> None:
    assert acute.detect(said) is None


@pytest.mark.parametrize("said", ONE_IS_MISSING)
def test_a_count_that_lacks_one_is_a_child_that_is_gone(acute: AcuteDetector, said: str) -> None:
    found = acute.detect(said)
    assert found is not None
    assert found.kind == GONE


@pytest.mark.parametrize("said", NOBODY_IS)
def test_a_count_that_lacks_nobody_is_calm(acute: AcuteDetector, said: str) -> None:
    assert acute.detect(said) is None


@pytest.mark.parametrize("said", BESIDE_FULL_COUNTS)
def test_danger_before_and_between_full_counts_is_heard(acute: AcuteDetector, said: str) -> None:
    assert acute.detect(said) is not None


@pytest.mark.parametrize("said", PEERS)
def test_a_young_couple_is_no_assault(acute: AcuteDetector, said: str) -> None:
    assert acute.detect(said) is None


@pytest.mark.parametrize("said", NO_PEERS)
def test_who_is_younger_older_or_forced_is_no_peer(acute: AcuteDetector, said: str) -> None:
    found = acute.detect(said)
    assert found is not None
    assert found.kind == ASSAULT
    assert not are_peers(said)


def test_other_danger_beside_a_couple_is_heard(acute: AcuteDetector) -> None:
    found = acute.detect("jente 14 har sex med kjæresten på 15. Hun vil ta livet sitt.")
    assert found is not None
    assert found.kind == "selvmord"


def test_what_was_not_heard_with_its_neighbours_is_in_doubt(acute: AcuteDetector) -> None:
    found = acute.detect(AMONG_CALM[0])
    assert found is not None
    assert found.score <= ASKED_AT_MOST


def test_a_child_is_read_as_told_of() -> None:
    assert said_by_child("«Jeg tok pilla mine, og de så meg»") == "hun tok pilla sine, og de så henne"
    assert said_by_child("Han sa «jeg vil ikke»") is None


def test_what_is_heard_by_itself() -> None:
    assert [told for told, _ in alone_in("Er det lov? Han slår. Skal jeg melde?")] == ["Han slår."]
    assert [told for told, _ in alone_in("En fin dag. Men nå er han borte.")] == ["Men nå er han borte."] * 2
    assert list(alone_in("Hun er snill. Hun er femten. Er det greit?")) == []


def test_one_breath_is_read_in_parts() -> None:
    long = "vi har hatt en fin dag i dag og far slo ham i garderoben da han hentet"
    assert parts_of_breath(long) == ["vi har hatt en fin dag i dag", "far slo ham i garderoben da han hentet"]
    assert parts_of_breath(f"{long} men det var i lek") == []


def test_counts_are_compared() -> None:
    assert one_is_missing("vi var 28 og nå er vi 27") == "vi var 28 og nå er vi 27"
    assert one_is_missing("vi var 28 og nå er vi 12") == ""
    assert without_full_counts("hei vi var 20 og nå er vi 25").strip() == "hei"


@pytest.mark.parametrize("sign", ["åtti", "tjue", "æ", "20 ", "vi var 20 "])
def test_a_long_row_of_one_sign_is_counted_at_once(sign: str) -> None:
    long = sign * (12_000 // len(sign))
    began = process_time()
    assert one_is_missing(long) == ""
    without_full_counts(long)
    assert process_time() - began < 1
