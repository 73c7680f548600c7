from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers.acute import AcuteDetector
from bot.answers.index import AnswerIndex

NOTE = (
    "Journalnotat 12.03. Pasient Testine Oppdiktet (f. 010203) møter til kontroll. Mor Prøve Oppdiktet er med. "
    "Vi snakket om søvn og skole. Jenta virker blid. Kan jeg dele dette med skolen uten samtykke?"
)
COMMON = ["jeg", "barn", "slår", "hva", "§", "45", "ikke", "14", "åring", "og", "hvis", "mor", "?", ".", "!", "å"]
ODD = [
    "",
    "   \n\t ",
    "a" * 10_000,
    "barnevern " * 2_000,
    "😀😀😀",
    "👨‍👩‍👧",
    "?!?!?!",
    "'; DROP TABLE cases; --",
    "<script>alert('hei')</script>",
    "**fet** _kursiv_ [lenke](http://eksempel.no) `kode`",
    "\u200b\u200d\ufeff",
    "\x00\x01\x02",
    "§ § §",
    "Wie lange gilt die Schweigepflicht?",
    "هل يجب علي الإبلاغ؟",
    "我应该报告吗？",
    "१२३",
    "ＦＵＬＬ ＷＩＤＴＨ",
]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_text_is_answered_and_never_raises(index: AnswerIndex, acute: AcuteDetector, text: str) -> None:
    assert index.search(text).verdict in ("answer", "did_you_mean", "unknown", "small_talk")
    acute.detect(text)


@pytest.mark.parametrize("text", ["", "  ", "😀😀😀", "?!?!?!", "\u200b"])
def test_a_message_without_words_is_small_talk(index: AnswerIndex, text: str) -> None:
    assert index.search(text).kind in ("tom", "emoji")


@pytest.mark.parametrize(
    "text",
    ["'; DROP TABLE cases; --", "<script>alert('hei')</script>", "Wie wird das Wetter morgen?", "我应该报告吗？"],
)
def test_code_and_other_languages_get_no_article(index: AnswerIndex, text: str) -> None:
    assert index.search(text).refused


def test_the_question_at_the_end_of_a_pasted_note_is_answered(index: AnswerIndex) -> None:
    assert not index.search(NOTE).refused


def test_an_ordinary_pasted_note_is_not_acute_but_one_sentence_of_danger_in_it_is(acute: AcuteDetector) -> None:
    long_note = "Vi har hatt et greit møte om matpakker og turer, og alle var fornøyde. " * 60
    assert acute.detect(long_note) is None
    assert acute.detect(long_note + "Han sier at pappa slo ham med belte i går. " + long_note) is not None


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_no_text_makes_search_or_detection_raise(text: str) -> None:
    index, acute = _LOADED
    result = index.search(text, municipality="melhus", role="skole", previous="meldeplikt-naar")
    assert 0 <= result.score <= 1
    finding = acute.detect(text)
    assert finding is None or finding.kind


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(COMMON), max_size=40))
def test_no_order_of_common_words_makes_search_raise(words: list[str]) -> None:
    index, acute = _LOADED
    index.explain(" ".join(words))
    acute.score(" ".join(words))


_LOADED: tuple[AnswerIndex, AcuteDetector]


@pytest.fixture(autouse=True, scope="module")
def _load(index: AnswerIndex, acute: AcuteDetector) -> None:
    global _LOADED
    _LOADED = (index, acute)
