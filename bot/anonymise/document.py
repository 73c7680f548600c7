"""A text cut into words that know what the lists say about them. Built once per text; every detector reads it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.anonymise.lexicon import Lexicon
from bot.anonymise.places import Places
from bot.anonymise.vocabulary import Vocabulary
from bot.anonymise.word_classes import Word
from bot.anonymise.word_lists import words

_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|\S")
_FEW_WORDS = 5
_FEW_ENGLISH = 2
_ENGLISH_OF_ONE_NORWEGIAN = 2
_ENDS_SENTENCE = frozenset('.!?:;\n•·«»“”"-–—*…|>')
_SHORT = words(
    "bl f ca kl nr tlf mob jf evt ev osv mm dvs inkl eks resp pr st ft vg avd tlf.nr fnr dr frk fam hr fr mr mrs ms"
)


@dataclass(slots=True)
class Token:
    """One word, number or sign of the normalised text."""

    start: int
    end: int
    text: str
    lower: str
    flags: int
    is_word: bool
    opens_sentence: bool

    @property
    def has_capital(self) -> bool:
        """Tell whether the word starts with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_caps(self) -> bool:
        """Tell whether all letters are capitals (and there is more than one)."""
        return len(self.text) > 1 and self.text.isupper()


@dataclass(slots=True)
class Document:
    """The normalised text with its tokens and the lists; `shouts` is true when most of it is in capitals, `is_english`
    when it reads as English.
    """

    text: str
    lower: str
    tokens: Sequence[Token]
    vocabulary: Vocabulary
    lexicon: Lexicon
    places: Places
    shouts: bool
    is_english: bool
    words: frozenset[str]
    has_digit: bool
    known: dict[str, bool] = field(default_factory=dict)

    def is_known(self, lower: str) -> bool:
        """Tell whether the word is an ordinary Norwegian word, inflected or compound (remembered for this text
        only).
        """
        answer = self.known.get(lower)
        if answer is None:
            answer = self.known[lower] = self.lexicon.knows(lower)
        return answer

    def scan(self, pattern: re.Pattern[str], *needs: str) -> Iterator[re.Match[str]]:
        """Return the matches of the pattern; when `needs` is given, only if one of them stands in the text at all
        (quick).
        """
        lower = self.lower
        for word in needs:  # a plain loop: this is asked thirty times per text
            if word in lower:
                return pattern.finditer(self.text)
        return iter(()) if needs else pattern.finditer(self.text)

    def flags_of(self, word: str) -> int:
        """Return what the lists say about any word, in any case."""
        return self.vocabulary.flags.get(word.lower(), 0)

    def before(self, at: int, steps: int = 1) -> Token | None:
        """Return the token `steps` before position `at`, None at the start."""
        return self.tokens[at - steps] if at - steps >= 0 else None

    def after(self, at: int, steps: int = 1) -> Token | None:
        """Return the token `steps` after position `at`, None at the end."""
        return self.tokens[at + steps] if at + steps < len(self.tokens) else None


def read_document(text: str, vocabulary: Vocabulary, lexicon: Lexicon, places: Places) -> Document:
    """Cut the normalised text into tokens and look every word up once."""
    tokens = _tokens(text, vocabulary.flags)
    capitals = sum(1 for t in tokens if t.is_word and t.is_caps)
    words = sum(1 for t in tokens if t.is_word and len(t.text) > 1)
    lowered = frozenset(t.lower for t in tokens)
    return Document(
        text=text,
        lower=text.lower() if len(text.lower()) == len(text) else "".join(c.lower()[:1] or c for c in text),
        tokens=tokens,
        vocabulary=vocabulary,
        lexicon=lexicon,
        places=places,
        shouts=words > 3 and capitals * 10 > words * 6,
        is_english=_is_english(tokens, lowered, vocabulary, lexicon),
        words=lowered,
        has_digit=any(c.isdigit() for c in text),
    )


def _is_english(tokens: Sequence[Token], lowered: frozenset[str], vocabulary: Vocabulary, lexicon: Lexicon) -> bool:
    """Tell whether the text holds a small English word and at least twice as many words that are only English as words
    that are only Norwegian.
    """
    small = vocabulary.classes["engelske_sikre"]
    if small.isdisjoint(lowered):
        return False
    words = [token for token in tokens if token.is_word and len(token.text) > 1]
    if len(words) < _FEW_WORDS:
        return False
    english = norwegian = 0
    for word in words:
        if word.has_capital and word.flags & (Word.FIRST | Word.SURNAME):
            continue
        is_norwegian = lexicon.is_headword(word.lower) or bool(word.flags & Word.FUNCTION)
        if english_stem(word.lower) in vocabulary.english:
            english += not is_norwegian or word.lower in small
        else:
            norwegian += is_norwegian
    return english >= _FEW_ENGLISH and english >= _ENGLISH_OF_ONE_NORWEGIAN * norwegian


def english_stem(lower: str) -> str:
    """Return the word without the English genitive: "mum's", "the parents'"."""
    return lower.removesuffix("'s").removesuffix("’s")


def _without_n(lower: str) -> str:
    """Return the word without the short article of speech: "mamma'n", "farn" is written out in the lists."""
    return lower.removesuffix("'n").removesuffix("’n")


def _tokens(text: str, flags: dict[str, int]) -> list[Token]:
    found: list[Token] = []
    opens, last_end = True, 0
    for match in _TOKEN.finditer(text):
        word = match.group()
        start, end = match.span()
        if not opens and start > last_end and "\n" in text[last_end:start]:
            opens = True
        is_word = word[0].isalpha()
        lower = word.lower()
        said = flags.get(lower, 0) or flags.get(_without_n(lower), 0)
        found.append(Token(start, end, word, lower, said, is_word, opens))
        if word in _ENDS_SENTENCE:
            short = (
                word == "."
                and len(found) > 1
                and (found[-2].lower in _SHORT or (len(found[-2].text) == 1 and found[-2].is_word))
            )
            opens = opens or not short
        else:
            opens = word == "(" and opens
        last_end = end
    return found
