"""The network tells what no line can, and the detector lets it only calm: what it holds to be danger adds nothing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bot.answers.acute import CALMED, CALMED_ALONE, SURE, TOO_FEW, AcuteDetector
from bot.answers.acute_among import LONGEST_DANGER, among_calm
from bot.answers.acute_net import NO_NET, AcuteNet, learn_net
from bot.answers.sparse import Doc, Rows

ONE, OTHER, BOTH, REST = (0,), (1,), (0, 1), (2,)


def doc(*features: int) -> Doc:
    return np.array(features, np.int32), np.full(len(features), len(features) ** -0.5, np.float32)


@pytest.fixture(scope="module")
def net() -> AcuteNet:
    """Learned from documents in which one of two things is danger, and both together are not."""
    told = [(ONE, True), (OTHER, True), (BOTH, False), (REST, False)] * 4000
    rows = Rows.of([doc(*features) for features, _ in told])
    return learn_net(rows, 3, np.array([danger for _, danger in told]), np.ones(len(told), np.float32))


@pytest.mark.parametrize(("features", "is_danger"), [(ONE, True), (OTHER, True), (BOTH, False), (REST, False)])
def test_what_is_danger_alone_may_be_calm_together(net: AcuteNet, features: tuple[int, ...], is_danger: bool) -> None:
    assert (net.says(doc(*features)) > 0) == is_danger


def test_the_same_documents_give_the_same_network_in_a_byte_for_each_weight(net: AcuteNet) -> None:
    rows = Rows.of([doc(*ONE), doc(*REST)] * 100)
    danger, worth = np.array([True, False] * 100), np.ones(200, np.float32)
    one, other = (learn_net(rows, 3, danger, worth) for _ in range(2))
    assert one.rows.dtype == np.int8
    assert np.array_equal(one.rows, other.rows)
    assert one.last == other.last


def test_features_it_does_not_see_are_left_out(net: AcuteNet) -> None:
    seen = replace(net, rows=net.rows)
    numbers, values = doc(*ONE)
    apart = (np.append(numbers + 5, np.int32(2)), np.append(values, np.float32(9)))
    assert seen.says(apart, begins=5) == pytest.approx(net.says(doc(*ONE)))


def test_nothing_to_learn_from_says_nothing() -> None:
    nothing = learn_net(Rows.of([]), 0, np.zeros(0, bool), np.zeros(0, np.float32))
    assert nothing is NO_NET
    assert NO_NET.says((np.zeros(0, np.int32), np.zeros(0, np.float32))) == 0.0


def test_dangers_are_put_among_calm_texts_and_calm_ones_together() -> None:
    calm = [f"dette er en helt rolig linje nummer {number}" for number in range(30)]
    long = "fare " * (LONGEST_DANGER + 1)
    texts = [*calm, "far slår", long]
    danger = np.array([*([False] * len(calm)), True, True])
    made = among_calm(texts, danger)
    assert made == among_calm(texts, danger)
    assert len(made) == 2 * (len(texts) // 4)
    assert all(("far slår" in text) == is_danger for text, is_danger in made)
    assert not any(long in text for text, _ in made)
    assert all(text.count("rolig linje") >= 1 for text, _ in made)


def test_where_there_is_nothing_to_put_together_nothing_is_made() -> None:
    assert among_calm(["far slår"], np.array([True])) == []
    assert among_calm(["en rolig linje om en tur"] * 8, np.zeros(8, bool)) == []


DOUBTFUL = "gutten slår seg løs på fotballbanen hver eneste dag etter skolen"
TOLD = "stefaren slår gutten med beltet når moren er på jobb om kvelden"


def test_the_network_calms_what_is_in_doubt_and_adds_to_nothing(
    acute: AcuteDetector, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = _score(acute, DOUBTFUL, 0.0, monkeypatch)
    assert alone < SURE
    assert _score(acute, DOUBTFUL, 5.0, monkeypatch) == pytest.approx(alone)
    calmed = _score(acute, DOUBTFUL, -3.0, monkeypatch)
    assert calmed == pytest.approx(alone - 3 * (CALMED + CALMED_ALONE), abs=1e-3)


def test_what_the_line_is_sure_of_is_heard_however_calm_the_network_holds_it_to_be(
    acute: AcuteDetector, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _score(acute, TOLD, 0.0, monkeypatch) > SURE
    assert _score(acute, TOLD, -99.0, monkeypatch) == acute.threshold


def test_of_a_few_words_the_network_is_not_asked(acute: AcuteDetector, monkeypatch: pytest.MonkeyPatch) -> None:
    few = "barnet er kidnappet"
    assert len(few.split()) < TOO_FEW
    assert _score(acute, few, -9.0, monkeypatch) == _score(acute, few, 0.0, monkeypatch)
    assert acute.detect(few) is not None


def _score(acute: AcuteDetector, said: str, says: float, monkeypatch: pytest.MonkeyPatch) -> float:
    with monkeypatch.context() as patched:
        patched.setattr(AcuteNet, "says", lambda *_: says)
        return acute.score(said)
