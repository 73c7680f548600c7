"""Writes a labelled text again with other names in it: it is learned how names stand, not which there are."""

import random
from collections.abc import Iterable, Iterator

from bench.anonymise.labels import Gold, Labelled
from bot.anonymise.words.lexicon import Lexicon
from bot.anonymise.words.vocabulary import Vocabulary
from bot.anonymise.words.word_classes import Word

TO_A_WORD, TO_A_NOUN, TO_A_NAME = 0.4, 0.55, 0.85
"""Shares of the names that become a name that is a word, (from there) a noun with its article, and any listed name."""
_NAMED = frozenset(["navn", "kallenavn"])
_BARRED = Word.FUNCTION | Word.KIN | Word.CHILD | Word.STAFF | Word.NUMBER


class Renamer:
    """Holds the names to choose from and the one source of chance, so that learning twice gives the same weights."""

    def __init__(self, vocabulary: Vocabulary, lexicon: Lexicon, headwords: Iterable[str]) -> None:
        flags = self._flags = vocabulary.flags
        self.chance = random.Random(5)
        self._words = sorted(word for word, said in flags.items() if _is_a_name_and_a_word(word, said))
        self._names = sorted(w for w, said in flags.items() if said == Word.FIRST and w.isalpha() and 2 < len(w) < 11)
        plain = sorted(w for w in {w.lower() for w in headwords} if w.isalpha() and 3 < len(w) < 8 and w not in flags)
        forms = (form for word in plain for form in _with_article(word))
        self._nouns = [form for form in forms if form not in flags and lexicon.knows(form)]

    def renamed(self, one: Labelled) -> Labelled | None:
        """Return the text with other first names and nicknames, the same for the same; None when it has none."""
        if not any(gold.type in _NAMED for gold in one.spans):
            return None
        others: dict[str, str] = {}
        text, spans, at = "", [], 0
        for gold in one.spans:
            text += one.text[at : gold.start]
            said = one.text[gold.start : gold.end]
            new = self._another(said, others) if gold.type in _NAMED else said
            spans.append(Gold(len(text), len(text) + len(new), gold.type, gold.cls))
            text, at = text + new, gold.end
        return Labelled(one.id, one.language, text + one.text[at:], tuple(spans))

    def _another(self, said: str, others: dict[str, str]) -> str:
        """Return the full name with another first name, in the same form."""
        first, space, rest = said.partition(" ")
        key, genitive = first.lower(), ""
        if not first.isalpha() or len(first) < 2:
            return said
        if len(key) > 3 and key.endswith("s") and (key[:-1] in others or self._is_genitive(key)):
            key, genitive = key[:-1], "s"
        if key not in others:
            others[key] = self._chosen(key)
        new = others[key].capitalize() if first[0].isupper() else others[key]
        return new + genitive + space + rest

    def _chosen(self, name: str) -> str:
        chance = self.chance.random()
        if chance < TO_A_WORD:
            return self.chance.choice(self._words)
        if chance < TO_A_NOUN:
            return self.chance.choice(self._nouns)
        return self.chance.choice(self._names) if chance < TO_A_NAME else name

    def _is_genitive(self, word: str) -> bool:
        return bool(self._flags.get(word[:-1], 0) & Word.FIRST) and not self._flags.get(word, 0) & Word.FIRST


def in_small(one: Labelled | None) -> Labelled | None:
    """Return the text in small letters, None when it is that already."""
    if one is None or one.text == one.text.lower() or len(one.text.lower()) != len(one.text):
        return None
    return Labelled(one.id, one.language, one.text.lower(), one.spans)


def _is_a_name_and_a_word(word: str, flags: int) -> bool:
    """Tell whether a first name is an ordinary word as well: "sol", "storm"."""
    is_both = flags & Word.FIRST and flags & (Word.AMBIGUOUS | Word.ORDINARY) and not flags & _BARRED
    return bool(is_both) and word.isalpha() and 2 < len(word) < 9


def _with_article(noun: str) -> Iterator[str]:
    """Yield what the word would be with "en" and "a" behind it, as nicknames often are: "knert", "knerten"."""
    if noun[-1] in "ea":
        yield noun + "n"
        yield noun[:-1] + "a"
    else:
        yield noun + "en"
        yield noun + "a"
