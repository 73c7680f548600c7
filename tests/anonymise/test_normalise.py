"""Text is read as a person sees it, and every position leads back to the input."""

import pytest

from bot.anonymise.normalise import normalise


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("E\u200bm\u200dma", "Emma"),
        ("０１０１１２", "010112"),
        ("Tor\u034fgeir", "Torgeir"),
        ("Tor\ufe0fgeir", "Torgeir"),
        ("e\u0301", "é"),
        ("Еmmа", "Emma"),
        ("Олена", "Олена"),
        ("a\u00a0b\tc", "a b c"),
        ("\u202eEmma", "Emma"),
        ("𝐄𝐦𝐦𝐚", "Emma"),
    ],
)
def test_text_is_read_as_it_looks(raw: str, seen: str) -> None:
    assert normalise(raw).text == seen


def test_plain_norwegian_text_is_left_as_it_is() -> None:
    text = "Blåbær, «øl» – og æra."
    assert normalise(text).starts is None


def test_a_span_leads_back_over_hidden_characters() -> None:
    raw = "Hei E\u200bmma!"
    seen = normalise(raw)
    start, end = seen.span(seen.text.index("Emma"), seen.text.index("Emma") + 4)
    assert raw[start:end] == "E\u200bmma"


def test_one_sign_that_becomes_three_leads_back_to_one() -> None:
    seen = normalise("½ Emma")
    start, end = seen.span(seen.text.index("Emma"), len(seen.text))
    assert (start, end) == (2, 6)
