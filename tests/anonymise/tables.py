"""How the tables of the detector tests are read: what a text must give, and what must be left alone."""

from bot.anonymise import Anonymiser


def finds(anonymiser: Anonymiser, text: str, kind: str, expected: str) -> None:
    """Fail unless one finding of the type covers the expected words in full."""
    start = text.index(expected)
    found = [(text[f.start : f.end], f.type) for f in anonymiser.find(text)]
    covering = [f for f in anonymiser.find(text) if f.start <= start and f.end >= start + len(expected)]
    assert any(f.type == kind for f in covering), f"{kind} «{expected}» is not among {found}"


def leaves(anonymiser: Anonymiser, text: str) -> None:
    """Fail when anything at all is found."""
    found = [(text[f.start : f.end], f.type) for f in anonymiser.find(text)]
    assert not found, f"{found} should have been left alone"
