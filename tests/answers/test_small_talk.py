"""Small talk of several parts is small talk when every part is, and never when one of them asks something."""

from __future__ import annotations

import pytest

from bot.answers.index import AnswerIndex
from bot.answers.lexicon import Lexicon
from bot.answers.small_talk import SmallTalk
from tests.each import each


@pytest.fixture(scope="module")
def small_talk(lexicon: Lexicon) -> SmallTalk:
    return SmallTalk(lexicon.small_talk)


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("Hei, er det noen her?", "hilsen"),
        ("God morgen! Hvordan går det med deg i dag?", "hvordan_gar_det"),
        ("Takk for hjelpen, du er flink!", "takk"),
        ("Supert, da skjønte jeg det!", "ok"),
        ("Takk, det hjalp ikke", "misfornoyd"),
        ("Det hjalp ikke. Takk.", "misfornoyd"),
        ("takk det er bra", "takk"),
        ("sorry feil", "ok"),
        ("ha god helg!", "farvel"),
        ("jeg ikke forstå", "forstar_ikke"),
        ("hæ?", "forstar_ikke"),
        ("can you help me in english please?", "engelsk"),
    ],
)
def test_several_parts_of_small_talk_are_small_talk(small_talk: SmallTalk, message: str, kind: str) -> None:
    assert small_talk.kind_of(message) == kind


@pytest.mark.parametrize(
    "message",
    [
        "Hei, må jeg melde?",
        "Takk! Og hvor sender jeg den?",
        "ok, men hva om mor nekter",
        "Ja, han slår",
        "Nei, hun gråt",
        "det er ikke bedre",
        "det går ikke bedre",
    ],
)
def test_a_part_that_asks_or_tells_something_is_not_small_talk(small_talk: SmallTalk, message: str) -> None:
    assert small_talk.kind_of(message) is None


@pytest.mark.parametrize(
    ("message", "kinds"),
    [
        ("tusen takk for at du forklarte det så greit", {"takk"}),
        ("da logger jeg av for i dag, ha det bra", {"farvel"}),
        ("er det et ekte menneske som sitter og svarer meg?", {"hvem_er_du"}),
        ("kan andre enn meg lese det jeg skriver her inne", {"hva_lagrer_du"}),
        ("sletter dere profilen min etter to år", {"hva_lagrer_du"}),
        ("hvor lenge lagres profilen min", {"hva_lagrer_du"}),
        ("jeg er så utrolig sliten etter denne uka", {"sliten"}),
        ("jeg er litt usikker på hva jeg skal skrive", {"usikker"}),
        ("vet ikke helt", {"usikker"}),
        ("dette svaret hjalp meg ikke i det hele tatt", {"misfornoyd"}),
        ("du er en helt elendig robot", {"fornaermelse", "misfornoyd"}),
        ("æ skjønna itj det du skreiv no", {"forstar_ikke"}),
        ("can you answer me in english", {"engelsk"}),
    ],
)
def test_what_resembles_small_talk_and_no_article_is_small_talk(
    index: AnswerIndex, message: str, kinds: set[str]
) -> None:
    result = index.search(message, municipality="stjordal", role="skole")
    assert (result.verdict, result.kind in kinds) == ("small_talk", True), result.kind


@pytest.mark.parametrize(
    "message",
    [
        "hei, kan jeg si fra til barnevernet uten at mor vet det?",
        "takk, men hva med far da?",
        "jeg er sliten av å gå og bekymre meg for en elev",
        "usikker på om jeg har meldeplikt her",
        "forstår ikke helt hva jeg har lov til å si til PPT",
        "hvem kan lese stafettloggen",
        "Hei igjen, det har blitt verre med han i 4. klasse",
        "kan rektor lese det jeg skriver i elevmappa",
        "hun er så sliten hver morgen at hun sovner på pulten",
        "far er så sliten og lei for tida",
        "er dere trygge på at barnevernet ikke sier hvem som meldte",
    ],
)
def test_what_begins_like_small_talk_and_asks_or_tells_something_is_no_small_talk(
    index: AnswerIndex, message: str
) -> None:
    assert index.search(message, municipality="stjordal", role="skole").verdict != "small_talk"


@each(
    "message",
    [
        "nå må jeg løpe, noen blør",
        "vent, en har besvimt",
        "er du våken, en har kniv her",
        "hei, Emma er borte",
        "hallo er det noen der, Emma er borte",
        "hei, en har stukket av",
        "er så trøtt i dag, noen her har blitt slått",
        "ok takk, skal jeg ringe 112 da?",
        "nei det var ikke det jeg mente, det er verre",
        "håper jeg ikke våkner i morgen",
        "god natt for alltid",
        "i'm so tired of living",
        "i'm so tired of life",
        "jeg er lei av livet",
        "lei av livet",
        "æ e så lei av livet",
        "jeg er helt tom og ser ingen utvei",
        "exhausted and hopeless",
        "i feel hopeless today",
        "orker ikke mer",
        "da er det over for min del",
        "jeg er ferdig med alt",
        "jeg er så sliten at jeg klapset til i dag",
        "jeg er så sliten at jeg nesten slo i dag",
        "Emma er så sliten",
        "Emma er så trøtt i dag",
        "Jonas er sliten i dag",
        "Jonas har hatt ei tung veke",
        "jeg er så trøtt, Emma sover på pulten",
        "tvillingene er så trøtte i dag",
        "hei igjen, Emma har det verre",
        "hei igjen, det har blitt verre med Emma",
        "hei igjen, Emma møtte full",
        "jeg er sliten, stefaren hans skremmer meg",
        "jeg er sliten i dag, onkelen bor der og det føles feil",
        "det pøsregner og ingen henter",
        "snø i mai, de går i sandaler uten sokker",
        "det har vært for mye i det siste, drikking hjemme",
        "noen har det ikke bra",
        "kan lederen min lese sakene jeg sender",
        "ser teamet navnet mitt",
        "hvor lenge lagres saken min",
        "hvor lenge blir saken liggende",
        "kan du glemme saken jeg sendte",
        "blir saken brukt til noe",
        "kan politiet lese det jeg skriver her",
        "kan du hjelpe meg med en sak om vold",
        "kan du hjelpe meg med vold",
        "jeg lurer på om du kan hjelpe meg med overgrep",
        "kan du hjelpe meg med noe vondt",
        "kan du hjelpe meg med å melde",
        "takk, da melder jeg ikke",
        "takk, og hva med § 13-2",
        "kan du forklare det med 196 en gang til",
        "kan du polsk tolk",
        "kan jeg stole på barnevernet",
        "hvor sitter PPT",
        "hva slags utdanning har ppt",
        "kan jeg snakke med et menneske om en sak",
        "det er så mye vold på jobben",
        "jeg er lei av all volden på jobben",
        "glem det jeg skrev, det var ikke vold",
        "oi jeg skrev navnet Jonas Hansen ved en feil, kan du fjerne det",
        "takk, da vet jeg hva jeg skal gjøre med Jonas Berntsen",
        "sliten av Jonas Hansen",
        "er ikke helt sikker på hva jeg lurer på, det gjelder Sara Moen",
        "god morgen, nytt blåmerke i dag",
        "english please, someone is in danger",
        "trenger hjelp, noen truer meg",
        "kan du hjelpe meg med noe som haster",
        "har hatt ei tung veke, har vore redd heime",
        "er straks tilbake, noen skriker",
        "hei, det brenner",
        "ferdig på jobb, ferdig med livet",
        "lukker alt nå, for godt",
        "jeg gir opp alt",
        "gir opp nå",
        "det klikka for meg i dag",
        "takk for praten, dette var den siste",
        "takk, da lar jeg det ligge",
        "takk, da gjør jeg ingenting",
        "hodet hennes er grøt",
        "glem det jeg skrev, jeg tør ikke",
        "usikker på hva jeg skal gjøre med Emma",
        "kan du hjelpe meg med barnevernet",
        "kan jeg stole på at dere ikke sier hvem jeg er",
        "det er litt vanskelig å forklare, det er uro hjemme",
        "faen nå blør det",
        "fy faen for en far",
        "det er et helvete hjemme",
        "livet er et helvete",
        "helvete hjemme",
    ],
)
def test_words_of_danger_of_a_case_or_of_somebody_else_are_never_merely_like_small_talk(
    index: AnswerIndex, message: str
) -> None:
    assert index.search(message, municipality="stjordal", role="skole").verdict != "small_talk"


@pytest.mark.parametrize(
    "message", ["må hente ungan no", "jeg må hente barna i barnehagen", "æ må heim å lage middag", "skal på møte"]
)
def test_who_says_that_they_must_go_leaves(small_talk: SmallTalk, message: str) -> None:
    assert small_talk.is_leaving(message)


@pytest.mark.parametrize(
    "message",
    [
        "han må hentes nå",
        "barna må hjem",
        "jeg må hente han no",
        "ungene skal hjem til far",
        "jeg må gå til politiet",
        "skal jeg gå videre med det",
        "må jeg hente mor",
        "skal jeg gå hjem",
        "jeg vil ikke hjem",
        "hun må hjem",
        "ferdig",
        "vent litt",
    ],
)
def test_what_may_be_about_a_child_or_asks_something_is_no_leaving(small_talk: SmallTalk, message: str) -> None:
    assert not small_talk.is_leaving(message)


@pytest.mark.parametrize("said", ["drit i det", "Drit i det!"])
def test_giving_up_in_coarse_words_is_small_talk(index: AnswerIndex, said: str) -> None:
    assert index.search(said).kind == "fornaermelse"
