"""Counts the letters of direct identifiers that stand in a text after it is rewritten. Knows no engine and no rules."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bench.anonymise.labels import Labelled

Rewriter = Callable[[str], str]
_WORD = re.compile(r"[^\W_]+")
_ROLE = re.compile(r"\[[^\]\d]{3,30}\]|\ben dag\b")
"""What the engine writes instead, which may hold a word of the span by chance."""
_SHORTEST = 2


@dataclass(slots=True)
class Left:
    """Letters and digits of direct spans before and after rewriting, and the ids of texts that still hold some."""

    letters: int = 0
    left: int = 0
    texts: list[str] = field(default_factory=list)


def letters_left(texts: Sequence[Labelled], rewrite: Rewriter) -> Left:
    """Rewrite every text and count what is left of the words inside its direct spans."""
    count = Left()
    for item in texts:
        inside = _words(" ".join(item.text[g.start : g.end] for g in item.spans if g.cls == "direct"))
        allowed = _words(item.text) - inside
        after = _words(_ROLE.sub(" ", rewrite(item.text)))
        left = sum(len(word) * min(times, max(0, after[word] - allowed[word])) for word, times in inside.items())
        count.letters += sum(len(word) * times for word, times in inside.items())
        count.left += left
        if left:
            count.texts.append(item.id)
    return count


def _words(text: str) -> Counter[str]:
    return Counter(word for word in _WORD.findall(text.lower()) if len(word) >= _SHORTEST)
