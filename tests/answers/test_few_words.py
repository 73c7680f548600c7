"""What is typed on a phone in a few words: no answer is sure that only shares a word or two, and who asks whether they
must report is answered about that, wherever they work."""

from __future__ import annotations

import pytest

from bot.answers.confidence import ALMOST_CERTAIN, FEW_WORDS, LIKE_NONE, Evidence, is_like_none
from bot.answers.index import AnswerIndex
from bot.answers.professions import ALL_ARTICLES
from bot.answers.result import BARE
from tests.each import each

FAR = Evidence(1, 0.2, LIKE_NONE - 0.1, 0, 0, 0, 1, 1, 2, 0)


@each(
    ("role", "asked"),
    [
        ("skole", "er det lov å google foreldrene"),
        ("skole", "kan jeg google foreldrene til en elev"),
        ("skole", "en annen forelder legger ut bilder av andres barn"),
        ("annet", "ungen fortalte nå på bussen"),
        ("annet", "han er sjåfør for kommunen"),
        ("skole", "en elev er igjen på skolen til klokka fire"),
        ("skole", "en mann spurte barna om veien til butikken"),
        ("helse", "blåmerke på baby 4 mnd"),
        ("barnevern", "skolen svarer ikke"),
    ],
)
def test_what_shares_a_word_or_two_with_an_answer_is_only_offered_it(index: AnswerIndex, role: str, asked: str) -> None:
    assert index.search(asked, municipality="stjordal", role=role).verdict != "answer"


def test_few_words_like_no_phrasing_are_sure_only_when_almost_certain() -> None:
    assert is_like_none(FAR, FEW_WORDS, ALMOST_CERTAIN - 0.01)
    assert not is_like_none(FAR, FEW_WORDS + 1, ALMOST_CERTAIN - 0.01)
    assert not is_like_none(FAR, FEW_WORDS, ALMOST_CERTAIN)
    assert not is_like_none(FAR._replace(nearest=LIKE_NONE), FEW_WORDS, 0.7)


@each(
    ("asked",),
    [
        ("er det noe jeg har glemt",),
        ("har jeg glemt noe",),
        ("er jeg ferdig",),
        ("er det godt nok",),
        ("hva er viktigst",),
        ("hva mer må jeg gjøre",),
        ("er det noe jeg bør huske på",),
    ],
)
def test_what_names_nothing_has_no_answer(index: AnswerIndex, asked: str) -> None:
    found = index.search(asked, municipality="stjordal", role="skole")
    assert (found.verdict, found.kind) == ("unknown", BARE)


def test_hva_mer_is_no_goodbye(index: AnswerIndex) -> None:
    assert index.search("hva mer").verdict != "small_talk"


@pytest.mark.parametrize("role", ["nav", "skole", None])
@each(
    ("asked",),
    [
        ("jeg jobber i nav og ser at en far ruser seg, er det meldeplikt",),
        ("jeg jobber i nav og familien har ikke mat, er det meldeplikt",),
        ("jeg jobber i nav og lurer på en familie, er det meldeplikt",),
        ("jobber i nav og er bekymret for ungene til en klient, meldeplikt?",),
        ("æ jobbe på nav å bruker har små barn, må æ meld",),
        ("jeg jobber på nav, må jeg melde når en familie mister boligen",),
        ("jeg er helsesykepleier og mor drikker, er det meldeplikt",),
        ("jeg er lærer og en elev er mye borte, har jeg meldeplikt",),
    ],
)
def test_whether_one_must_report_is_not_answered_with_secrecy_or_an_office(
    index: AnswerIndex, asked: str, role: str | None
) -> None:
    found = index.search(asked, municipality="stjordal", role=role)
    first = found.best or ""
    assert first not in ALL_ARTICLES
    assert not first.startswith("vr-")
    assert first != "melding-privatperson"
    assert any(slug.startswith("meldeplikt-") for slug in found.suggestions)


@each(
    ("role", "asked", "slug"),
    [
        ("ppt", "har ppt meldeplikt", "meldeplikt-hvem"),
        ("nav", "har nav meldeplikt", "meldeplikt-hvem"),
        ("sfo_fritid", "kulturskolelærer har jeg meldeplikt", "meldeplikt-hvem"),
        ("barnehage", "vikar i bhg må æ meld", "meldeplikt-hvem"),
        ("annet", "bussjåfør i kommunen har æ meldeplikt", "meldeplikt-hvem"),
        ("barnehage", "pedleder sier det ikke er min jobb", "meldeplikt-personlig"),
        ("sfo_fritid", "sjefen sa vent", "meldeplikt-personlig"),
        ("skole", "rektor sier nei", "meldeplikt-personlig"),
        ("skole", "skal leder signere", "melding-hvem-sender"),
        ("barnehage", "mor ber oss ikke si noe til far", "foreldre-uten-ansvar"),
        ("barnehage", "barnet henta for sent igjen", "bek-omsorgssvikt"),
        ("nav", "kem i kommunen jobbe me barnefattigdom", "bek-okonomi"),
        ("helse", "foreldre møter ikke til time hos tannlege 3 gang", "meldeplikt-hva-omfattes"),
    ],
)
def test_what_ten_roles_type_on_a_phone_is_answered(index: AnswerIndex, role: str, asked: str, slug: str) -> None:
    found = index.search(asked, municipality="stjordal", role=role)
    assert (found.verdict, found.best) == ("answer", slug)


def test_norwegian_with_a_word_that_is_also_english_is_norwegian(index: AnswerIndex) -> None:
    assert not index.search("barnet sa noe i stolen om pappa").is_english


@each(
    ("asked",),
    [("skal vi melde saken til drøftingsteamet",), ("skal jeg melde henne opp til helsesykepleier",)],
)
def test_who_asks_whether_to_turn_to_somebody_else_is_told_of_them(index: AnswerIndex, asked: str) -> None:
    best = index.search(asked, municipality="stjordal", role="skole").best
    assert best in ("stjordal-droftingsteam-skole", "yrke-helsesykepleier")
