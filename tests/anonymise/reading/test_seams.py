"""A name or a number that markup, emoji, hidden signs or the end of a line cut in pieces goes as a whole."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.anonymise import Anonymiser
from tests.anonymise.test_properties import FIRST_NAMES, SURNAMES

CALM = settings(
    max_examples=400, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
INSIDE = ("**", "*", "__", "~~", "`", "🙂", "👨‍👩‍👧", "👍🏽", "\u200b", "\u00ad", "\u2060", "<b>", "**🙂", "•")
INSIDE = (*INSIDE, "\uf0b7", "\ufffc", "\ufffd")
NUMBERS = ("41234567", "12031412345", "010112 12345", "+47 41 23 45 67", "412 34 567")
ADDRESSES = ("Storgata 14", "Øvre Bakkveg 7 B", "Kirkevegen 112")
MAIL = ("kari.prove@eksempel.no",)
TEMPLATES = ("Gjelder {} i dag.", "Vi har snakket om {}, og han er redd.", "Notat: {}", "mor sa {} i går")
names = st.tuples(st.sampled_from(FIRST_NAMES), st.sampled_from(SURNAMES)).map(" ".join)
identifier = st.one_of(names, st.sampled_from(NUMBERS), st.sampled_from(ADDRESSES), st.sampled_from(MAIL))


def pieces_left(identifier: str, rewritten: str) -> list[str]:
    """Return every run of three letters or digits of the identifier that still stands in the text."""
    runs = re.findall(r"[^\W_]{3,}", identifier)
    return [run[at : at + 3] for run in runs for at in range(len(run) - 2) if run[at : at + 3] in rewritten]


def rewrite(anonymiser: Anonymiser, text: str) -> str:
    return anonymiser.rewrite(text, anonymiser.find(text))


@CALM
@given(st.sampled_from(TEMPLATES), identifier, st.sampled_from(INSIDE), st.integers(1, 30))
def test_no_piece_is_left_after_a_cut(anonymiser: Anonymiser, template: str, whole: str, sign: str, at: int) -> None:
    inside = [i for i in range(1, len(whole)) if whole[i - 1].isalnum() and whole[i].isalnum()]
    cut = inside[at % len(inside)]
    text = template.format(whole[:cut] + sign + whole[cut:])
    left = pieces_left(whole, rewrite(anonymiser, text).replace(template, ""))
    around = pieces_left(whole, template)
    assert [piece for piece in left if piece not in around] == [], repr(text)


@CALM
@given(st.sampled_from(TEMPLATES), identifier, st.sampled_from(["\n", "\r\n", " \n", "\n  "]))
def test_no_piece_is_left_when_a_line_is_broken(
    anonymiser: Anonymiser, template: str, whole: str, line_end: str
) -> None:
    text = template.format(whole.replace(" ", line_end))
    left = pieces_left(whole, rewrite(anonymiser, text))
    around = pieces_left(whole, template)
    assert [piece for piece in left if piece not in around] == [], repr(text)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Eleven Ka**ri** Hansen er sint.", "Ka**ri** Hansen"),
        ("Mobil 41 23\n45 67 takk", "41 23\n45 67"),
        ("tlf 4🙂1 23 45 67 i dag", "4🙂1 23 45 67"),
        ("Han bor i Storgata\n5 b.", "Storgata\n5 b"),
        ("Han er 8\når gammel.", "8\når gammel"),
    ],
)
def test_the_finding_spans_the_whole_piece(anonymiser: Anonymiser, text: str, whole: str) -> None:
    assert whole in [text[f.start : f.end] for f in anonymiser.find(text)]


@pytest.mark.parametrize(
    "text", ["Bekymring\nBarnet spiser lite.", "Status\nSkolen har hatt møte.", "* ett\n* to\n* tre", "2 * 3 er 6"]
)
def test_lines_and_lists_without_persons_stay_clean(anonymiser: Anonymiser, text: str) -> None:
    assert anonymiser.find(text) == []


def test_an_ordinary_next_line_is_not_taken_for_a_surname(anonymiser: Anonymiser) -> None:
    assert rewrite(anonymiser, "Hilsen Emma\nSkolen har møte.") == "Hilsen [den som skriver]\nSkolen har møte."
