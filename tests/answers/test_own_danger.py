"""Whose danger it is: that of who writes, by who does what to whom, or that of a pupil in nearly the same words."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answers.own_danger import KINDS, OwnDanger, load_own_danger
from tests.each import each


@pytest.fixture(scope="module")
def own(knowledge: Path) -> OwnDanger:
    return load_own_danger(knowledge)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("jeg har tenkt på å ta livet mitt i det siste", "life"),
        ("æ har ikke løst te å lev lenger", "life"),
        ("skada meg selv i går", "life"),
        ("har samla opp tabletter", "life"),
        ("jeg er så lei av livet", "life"),
        ("jeg føler meg suicidal", "life"),
        ("i am suicidal", "life"),
        ("i want to die", "life"),
        ("i don't want to live anymore", "life"),
        ("æ har løst te å kjøre utfor veien på vei hjem", "life"),
        ("hadde vært best for alle om jeg ikke fantes", "life"),
        ("jeg har tatt en hel haug med tabletter", "life"),
        ("jeg kvalte dattera mi", "hits"),
        ("samboeren min slår guttungen min", "child"),
        ("kjæresten min har tvunget meg til sex", "hit"),
        ("mannj'n min slo mæ i går", "hit"),
        ("han hjemme slår meg", "hit"),
        ("jeg redd mann min", "hit"),
        ("jeg tør ikke dra hjem til han i kveld", "hit"),
        ("en far har sendt meg melding om at han skal drepe meg", "threat"),
        ("en elev sin far står utenfor huset mitt om kvelden", "threat"),
        ("en pappa sa han skulle knuse trynet mitt", "threat"),
        ("jeg vil bare sovne og ikke våkne igjen", "life"),
        ("jeg er helsesykepleier og burde vite bedre, men jeg har begynt å skade meg selv igjen", "life"),
        ("barna mine hadde hatt det bedre uten meg", "life"),
        ("hei, jeg jobber på SFO, og mannen min slo meg igjen i går", "hit"),
        ("Mannen min drikker. I går tok han strupetak på meg.", "hit"),
        ("eksen min har begynt å dukke opp utenfor barnehagen", "hit"),
        ("jeg har blåmerker etter mannen min", "hit"),
        ("sambuaren min tok kvelartak på meg", "hit"),
        ("gubben slo til meg", "hit"),
        ("mannj min slår mæ", "hit"),
        ("mannen min slår meg, hva skal jeg gjøre?", "hit"),
        ("mannen min rister babyen vår", "child"),
        ("mannen min slår stesønnen min", "child"),
        ("datteren min sier at pappaen slår henne", "child"),
        ("jeg er redd jeg skal gjøre barnet mitt noe", "hits"),
        ("jeg ble voldtatt i helga", "raped"),
        ("kollegaen min har prøvd å voldta meg", "raped"),
        ("en far sa han skulle finne meg og ta meg etter møtet", "threat"),
        ("jeg ble truet av en forelder i dag, han sa han visste hvor jeg bor", "threat"),
        ("kan ikke mer. vil dø", "life"),
        ("moren til en elev har sendt meg trusler i flere uker", "threat"),
        ("faren til en elev sa at jeg skulle få svi for meldinga", "threat"),
        ("ble slått ned av en pårørende på jobb i dag", "threat"),
        ("jenta mi blir slått av faren", "maybe"),
        ("faren min slår meg", "maybe_me"),
        ("En gutt på 8 år. Jeg vil dø. Det er det han gjentar", "maybe_me"),
        ("Jeg vil dø. Det skrev en gutt i åttende på prøva", "maybe_me"),
        ("Elevens mor ringte. Mannen slår meg sa hun", "maybe_me"),
        ("Mor på telefonen i dag, gråtende. Mannen min slår meg og barna. Hva gjør jeg?", "maybe"),
        ("jeg klarer ikke mer. jeg vil dø. jeg har barn hjemme", "life"),
        ("jeg er lærer i 3. klasse. mannen min slår meg. rektor vet det ikke", "hit"),
        ("jeg har mann slår meg", "hit"),
        ("jeg har en mann som slår", "hit"),
        ("jeg har en mann som slår, hva gjør jeg", "hit"),
        ("mann slå meg hver dag", "hit"),
        ("kjæreste min slår meg", "hit"),
        ("jeg har samboer slår", "hit"),
        ("min mann slå meg hver dag, jeg redd", "hit"),
        ("en far sa jeg skal ta deg", "threat"),
        ("jeg går og tenker på å gå ut foran bussen", "life"),
        ("jeg har lyst til å gå ut foran toget", "life"),
        ("en mor skrev i går jeg skal knuse deg", "threat"),
        ("mora mi skal sende meg til hjemlandet for å gifte meg", "maybe_me"),
        ("broren min sier jeg har skammet familien og at jeg skal dø", "threat"),
        ("æ e så redd'n at æ søv i bilen", "hit"),
        ("pappaen til en elev truet meg med kniv", "threat"),
        ("hvordan dør man uten at det gjør vondt", "maybe_me"),
    ],
)
def test_what_is_told_of_oneself_is_heard(own: OwnDanger, text: str, kind: str) -> None:
    assert own.in_text(text) == kind
    assert kind in KINDS


@pytest.mark.parametrize(
    "text",
    [
        "hun sa: jeg vil dø",
        "jeg har en elev som skriver at «jeg har lyst til å dø»",
        "En elev la igjen en lapp. Der står det jeg vil ikke leve lenger.",
        "mor sier mannen min slår meg",
        "hun skrev i loggen: mannen min slår meg",
        "så sa hun at eksen slo meg",
        "jeg er redd eleven skal ta livet sitt",
        "jeg er redd han slår henne",
        "samboeren til mor slår barna",
        "faren min slo meg da jeg var liten",
        "mannen min slo meg i yatzy",
        "mannen min har aldri slått meg",
        "mannen min er syk og jeg er redd for ham",
        "jeg dør av latter",
        "mannen min slo meg i poker",
        "mannen min låste meg ute, jeg hadde glemt nøkkelen",
        "en kollega tok på meg ansvaret mitt",
        "jeg er lei av livet som pendler",
        "jeg orker ikke leve med dette rotet",
        "sjefen kommer til å drepe meg hvis jeg ikke får sendt den",
        "jeg tar livet av meg hvis vi får enda et skjema",
        "jeg kuttet meg på papiret",
        "jeg klarer ikke å leve med at jeg ikke meldte",
        "en mor truet meg med å gå til avisa",
        "hvordan snakker jeg med foreldre om selvmordstanker",
        "en seksåring sparket meg i magen, jeg ble slått av en elev",
        "hun er 14. vil dø",
        "Mail fra forelder: eksen min truer meg",
        "vil dø. Det var alt som sto på prøva",
        "jeg slo opp i boka",
        "mannen min jobber i politiet",
        "jeg har en mann på kurset som slår i bordet",
        "jeg har en mann som slår kona si",
        "en far sa jeg skal ta deg med på tur",
        "en kollega sa jeg skal slå deg i sjakk",
        "en far sa til sønnen sin jeg skal drepe deg",
        "en far sa jeg skal finne deg i morgen",
        "en mor sa jeg skal ta deg hjem",
        "en far sa jeg skal slå deg på tråden",
        "samboeren min dyttet meg på sykkel da vi øvde",
        "jeg har samlet opp alle pillene til retur",
    ],
)
def test_nearly_the_same_words_of_others_are_not(own: OwnDanger, text: str) -> None:
    assert own.in_text(text) == ""


@pytest.mark.parametrize(
    ("text", "danger", "kind"),
    [
        ("kjæresten min filmer dattera mi når hun dusjer", "overgrep", "child"),
        ("mannen min misbruker stedatteren min", "overgrep", "child"),
        ("samboeren min er for nær bonusbarna mine om natta", "overgrep", "child"),
        ("mannen min gjør noe ekkelt med nabojenta", "overgrep", ""),
        ("mannen min har kjøpt gevær og sier at hvis jeg går, skyter han", "trussel", "hit"),
        ("samboeren truer med å drepe hunden og meg", "vold", "hit"),
        ("jeg har pillene klare", "selvmord", "life"),
        ("jeg har pillene klare", "vold", ""),
        ("jeg er redd mannen min tar livet sitt", "selvmord", ""),
        ("jeg fant tau og brev i sekken", "selvmord", ""),
        ("jeg leser en tegneserie der helten vil dø", "selvmord", ""),
        ("mannen min kjenner faren som slår", "vold", ""),
        ("mannen min så at hun ble slått", "vold", ""),
        ("mannen min blir slått av sønnen min", "vold", ""),
        ("mannen min har falt og er bevisstløs", "livsfare", ""),
        ("det brenner hjemme, mannen min er inne", "brann", ""),
        ("mannen min finner ikke sønnen vår", "borte", ""),
        ("mannen min vil omskjære datteren vår", "kjonnslemlestelse", ""),
        ("mannen min vil gifte bort datteren vår", "tvangsekteskap", ""),
    ],
)
def test_danger_where_nobody_but_oneself_and_who_is_at_home_is_named_is_ones_own(
    own: OwnDanger, text: str, danger: str, kind: str
) -> None:
    assert own.with_nobody_else(text, danger) == kind


@pytest.mark.parametrize(
    "text",
    [
        "er det vold når han holder meg fast",
        "sjefen min presser meg for sex",
        "han knuste telefonen min, og neste gang er det ansiktet mitt",
    ],
)
def test_what_names_oneself_and_nobody_one_meets_at_work_may_be_ones_own(own: OwnDanger, text: str) -> None:
    assert own.may_be_ones_own(text)


@pytest.mark.parametrize(
    "text",
    [
        "en elev holder meg fast",
        "jeg er redd han slår henne",
        "mor sier at han holder henne fast hjemme hos meg",
        "faren presser meg for svar",
        "vold i hjemmet",
        "han sier «jeg vil dø» til meg",
    ],
)
def test_what_names_others_or_nobody_may_not(own: OwnDanger, text: str) -> None:
    assert not own.may_be_ones_own(text)


BLOWS = ("slo", "sparket", "dytta", "kvalte", "skallet", "dasket", "lugga", "rista", "slengte", "mishandlet", "dengte")
BEATEN = ("slått", "kvalt", "dasket", "lugga", "rista", "skallet", "sparket", "mishandla", "banka")
FRAMES = {
    "jeg {} sønnen min i går": ("hits", BLOWS),
    "jeg {} barnet mitt": ("hits", BLOWS),
    "mannen min {} meg": ("hit", BLOWS),
    "samboeren min {} jenta vår": ("child", BLOWS),
    "jeg blir {} av kjerringa mi": ("hit", BEATEN),
    "sønnen min blir {} av faren": ("child", BEATEN),
}


@each(("said", "kind"), [(frame.format(verb), kind) for frame, (kind, verbs) in FRAMES.items() for verb in verbs])
def test_every_blow_is_heard_in_every_frame(own: OwnDanger, said: str, kind: str) -> None:
    assert own.in_text(said) in (kind, "maybe") if "jenta" in said else own.in_text(said) == kind


@each("said", ["jeg er suicidal", "i am suicidal", "i don't want to live", "i want to die"])
def test_what_the_lists_of_old_had_is_heard(own: OwnDanger, said: str) -> None:
    assert own.in_text(said) == "life"


def test_a_long_text_is_no_message_of_ones_own(own: OwnDanger) -> None:
    assert own.in_text("jeg vil dø") == "life"
    assert own.in_text("jeg vil dø. " + "Vi snakket om fravær. " * 40) == ""


def test_what_is_told_of_a_pupil_beside_it_is_found(own: OwnDanger) -> None:
    assert own.of_pupils("mannen min slår meg. Jeg har en elev som blir kvalt av far.").strip().endswith("av far")
    assert own.of_pupils("mannen min slår meg. Jeg er sliten.") == ""
