"""An error in any detector blocks the whole text, raises nothing and says nothing of the text."""

from typing import Never

import pytest

from bot.anonymise import Anonymiser, hits
from bot.anonymise import anonymiser as module
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import ANYTHING
from bot.anonymise.reading.normalise import MAX_LENGTH

SECRET = "Emma med hemmeligheten"


@needing(ANYTHING)
def broken(document: Document) -> Never:
    raise RuntimeError(document.text)


def test_an_error_gives_one_blocking_finding_over_the_whole_text(
    anonymiser: Anonymiser,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(hits, "DETECTORS", (broken,))
    findings = anonymiser.find(SECRET)
    assert [(f.start, f.end, f.type, f.cls, f.may_keep) for f in findings] == [
        (0, len(SECRET), "feil", "direct", False)
    ]
    assert SECRET not in findings[0].why
    assert SECRET not in caplog.text
    assert "".join(capsys.readouterr()) == ""


def test_a_blocked_text_rewrites_to_nothing_and_counts_as_one_person(
    anonymiser: Anonymiser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hits, "DETECTORS", (broken,))
    findings = anonymiser.find(SECRET)
    assert anonymiser.rewrite(SECRET, findings, frozenset({0})) == ""
    assert anonymiser.risk(findings, municipality="tydal", age_band=None, arena=None).level == "hoy"


def test_the_anonymiser_shows_no_lists_when_printed(anonymiser: Anonymiser) -> None:
    assert "emma" not in repr(anonymiser).lower()


def test_an_empty_text_has_no_findings(anonymiser: Anonymiser) -> None:
    assert anonymiser.find("") == []


@pytest.mark.parametrize("sign", ["ﷺ", "&#65018;", "…\u200b", "ﷺ\u0320"])
def test_a_text_that_is_too_long_when_it_is_seen_is_blocked_before_it_is_read(
    anonymiser: Anonymiser, monkeypatch: pytest.MonkeyPatch, sign: str
) -> None:
    read: list[str] = []

    def reads(text: str, *_: object) -> Document:
        read.append(text)
        raise RuntimeError

    monkeypatch.setattr(module, "read_document", reads)
    text = sign * (MAX_LENGTH // len(sign))
    assert [(one.type, one.end) for one in anonymiser.find(text)] == [("feil", len(text))]
    assert read == []


def test_a_long_text_of_ordinary_signs_is_read(anonymiser: Anonymiser) -> None:
    text = ("Barnet er trist, og sier «nei» – hver dag.\u00a0" * 700)[:MAX_LENGTH]
    assert len(text) == MAX_LENGTH
    assert [one.type for one in anonymiser.find(text)] == []
