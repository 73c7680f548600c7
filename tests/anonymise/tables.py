"""How the tables of the detector tests are read: what a text must give, and what must be left alone."""

import re

from bot.anonymise import POSSIBLE_NAME, Anonymiser

_MARKED = re.compile(r"\{([^{}]+)\}")


def finds(anonymiser: Anonymiser, text: str, kind: str, expected: str) -> None:
    """Fail unless one finding of the type covers the expected words in full."""
    start = text.index(expected)
    found = anonymiser.find(text)
    covering = [f for f in found if f.start <= start and f.end >= start + len(expected)]
    listed = [(text[f.start : f.end], f.type) for f in found]
    assert any(f.type == kind for f in covering), f"{kind} «{expected}» is not among {listed}"


def leaves(anonymiser: Anonymiser, text: str) -> None:
    """Fail when any rule finds anything. How seldom the learned second opinion asks is tested in
    `test_possible_names`.
    """
    found = [(text[f.start : f.end], f.type) for f in anonymiser.find(text) if f.type != POSSIBLE_NAME]
    assert not found, f"{found} should have been left alone"


def hides_just(anonymiser: Anonymiser, marked: str) -> None:
    """Fail unless the findings that block cover just the words in braces: "fru {moen} ringte"."""
    text = _MARKED.sub(r"\1", marked)
    hidden = {at for f in anonymiser.find(text) if f.cls == "direct" for at in range(f.start, f.end)}
    shown = "".join("_" if at in hidden and sign.isalnum() else sign for at, sign in enumerate(text))
    expected = _MARKED.sub(lambda match: re.sub(r"[^\W_]", "_", match[1]), marked)
    assert shown == expected


def names_nobody(anonymiser: Anonymiser, text: str) -> None:
    """Fail when anything that blocks is found."""
    found = [(text[f.start : f.end], f.type) for f in anonymiser.find(text) if f.cls == "direct"]
    assert not found, f"{found} should have been left alone"


def asks_about_just(anonymiser: Anonymiser, marked: str) -> None:
    """Fail unless the words in braces are asked about, and nothing is stopped: "leser {Sveket}"."""
    text = _MARKED.sub(r"\1", marked)
    found = [
        (text[f.start : f.end], f.type) for f in anonymiser.find(text) if f.cls == "direct" or f.type == POSSIBLE_NAME
    ]
    assert found == [(word, POSSIBLE_NAME) for word in _MARKED.findall(marked)]
