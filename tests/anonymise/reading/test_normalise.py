"""Text is read as a person sees it, and every position leads back to the input."""

import pytest

from bot.anonymise.reading.normalise import _AS_IT_STANDS, normalise


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("E\u200bm\u200dma", "Emma"),
        ("０１０１１２", "010112"),
        ("Tor\u034fgeir", "Torgeir"),
        ("Tor\ufe0fgeir", "Torgeir"),
        ("Tor\U000e0100geir", "Torgeir"),
        ("Tor\u2065geir", "Torgeir"),
        ("Tor\U000e0fffgeir", "Torgeir"),
        ("T\u20ddorgeir", "Torgeir"),
        ("T\u2800o\u2800r", "T o r"),
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


def test_signs_that_stand_as_they_are_beside_others_are_read_one_by_one_as_in_a_run() -> None:
    signs = [chr(one) for one in range(0x3000) if _AS_IT_STANDS.fullmatch(chr(one))]
    assert [normalise(f"{sign}\u200b").text for sign in signs] == signs
    seen = normalise(f"{''.join(signs)}\u200bE\u0301mma e\u0301")
    assert seen.text == f"{''.join(signs)}Émma é"
    assert seen.span(len(signs), len(signs) + 1) == (len(signs) + 1, len(signs) + 3)
    assert seen.span(len(seen.text) - 1, len(seen.text)) == (seen.length - 2, seen.length)
