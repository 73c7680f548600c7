"""A text cut into words that know what the lists say about them. Built once per text; every detector reads it."""

import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from bot.anonymise.reading.needs import (
    A_CAPITAL_ALONE,
    A_CAPITAL_INSIDE,
    A_DIGIT,
    A_SIGN_INSIDE,
    BEYOND_LATIN,
    IN_ENGLISH,
    Needs,
    NeedsAsked,
    Sought,
    held_by,
    limit,
    needs_of_book,
)
from bot.anonymise.reading.starts import Starts, starts_of
from bot.anonymise.words.lexicon import Lexicon
from bot.anonymise.words.phrases import WORD, PhraseBook
from bot.anonymise.words.places import Places
from bot.anonymise.words.small_words import SIGNS_OFF
from bot.anonymise.words.vocabulary import Vocabulary
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

Answers = dict[tuple[str, str], bool]
"""What was asked about a word, by the name of the question and the word."""
_NOTHING: Iterator[re.Match[str]] = iter(())
_ASKED = NeedsAsked()
_TOKEN = re.compile(rf"{WORD}|\S")
_DIGIT = re.compile(r"\d")
_MAY_BE_DIGIT = re.compile("[^\x00-/:-\xb1\xb4-\xb8\xba-\xff]")
"""Every sign for which `str.isdigit` is true, and more: no other has to be asked. Said by what cannot be one, because
a range to the last of all signs takes a hundredth of a second to compile."""
_IS_WITH_A_MARK = re.compile(r"(?<=\w )[éè](?= \w)")
"""The word "is" as it is written in the west ("han é 7"): read as the "e" of all other dialects, one sign for one."""
_SIGN_INSIDE = re.compile(r"[./]\S")
_FEW_WORDS = 5
_FEW_ENGLISH = 2
_ENGLISH_OF_ONE_NORWEGIAN = 2
_FEW_NAMES = 3
_LONGEST_LINE = 80
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
    has_capital: bool
    """Whether it starts with a capital letter."""
    is_caps: bool
    """Whether all letters are capitals (and there is more than one)."""


@dataclass(slots=True)
class Document:
    """The normalised text with its tokens and the lists; `shouts` is true when most of it is in capitals, `is_english`
    when it reads as English. `words` and `flags` are what all tokens hold together and `digits` counts the digits: what
    a rule asks first, so that it walks through the text only when it can find something.
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
    flags: int
    digits: int
    has_digit: bool
    holds: Needs
    """What rules need that it holds, as `lacks` asks for it: words, classes of words, a digit."""
    limit: Needs
    """What the bits of beginnings that were known when it was cut are smaller than."""
    capitals: Sequence[int]
    """Where the words are that begin with a capital."""
    starts: Starts | None
    """Where words of a long text begin, so that patterns are tried there alone."""
    answers: Answers
    """What was found out about its words, whichever way the text is read. It goes with the text, as `known` does: a
    word that is no ordinary one may be a name."""
    known: dict[str, bool] = field(default_factory=dict)
    places_of: dict[str, list[int]] = field(default_factory=dict)
    letters_of: dict[str, frozenset[str]] = field(default_factory=dict)
    asked: dict[Sequence[str], bool] = field(default_factory=dict)

    def has_any(self, parts: Sequence[str]) -> bool:
        """Tell whether any of the parts stands in the text in small letters (looked for once in each text)."""
        answer = self.asked.get(parts)
        if answer is None:
            answer = self.asked[parts] = any(part in self.lower for part in parts)
        return answer

    def is_known(self, lower: str) -> bool:
        """Tell whether the word is an ordinary Norwegian word, inflected or compound (remembered for this text
        only).
        """
        answer = self.known.get(lower)
        if answer is None:
            answer = self.known[lower] = self.lexicon.knows(lower)
        return answer

    def where(self, lower: str) -> Sequence[int]:
        """Return the positions where the word stands, in the order of the text (all words are looked up at once)."""
        if not self.places_of:
            for at, token in enumerate(self.tokens):
                self.places_of.setdefault(token.lower, []).append(at)
        return self.places_of.get(lower, ())

    def letters_behind(self, lower: str) -> frozenset[str]:
        """Return the single letters, in small letters, that stand right behind the word anywhere in the text (gathered
        once: where a name stands again and again, each of them asks)."""
        if lower not in self.letters_of:
            behind = [self.after(at) for at in self.where(lower)]
            self.letters_of[lower] = frozenset(
                token.lower for token in behind if token is not None and len(token.text) == 1 and token.is_word
            )
        return self.letters_of[lower]

    def where_any(self, words: Set[str]) -> Sequence[int]:
        """Return where words of these stand, in the order of the text, so that no rule walks through it for them."""
        met = words & self.words
        return [at for at, token in enumerate(self.tokens) if token.lower in met] if met else ()

    def lacks(self, needs: Needs) -> bool:
        """Tell whether the text holds nothing of this."""
        return not needs & self.holds

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Return what `pattern.finditer` gives for the text, tried only where it can begin when the text is long."""
        return pattern.finditer(self.text) if self.starts is None else self.starts.matches(pattern)

    def scan(self, pattern: re.Pattern[str], *needs: str) -> Iterator[re.Match[str]]:
        """Return the matches of the pattern; when `needs` is given, only if one of them stands in the text at all
        (quick).
        """
        bits = _ASKED[needs]
        if bits & self.holds or (bits >= self.limit and self.has_any(needs)):
            return pattern.finditer(self.text) if self.starts is None else self.starts.matches(pattern)
        return _NOTHING

    def scan_each(self, *rows: Sought) -> Iterator[re.Match[str]]:
        """Return the matches of each pattern in its turn, as `scan` does: to rule one out costs a single step."""
        holds, starts = self.holds, self.starts
        for pattern in [pattern for pattern, _, needs in rows if needs & holds]:
            yield from pattern.finditer(self.text) if starts is None else starts.matches(pattern)

    def phrases_of(self, book: PhraseBook) -> Iterator[tuple[int, int, str]]:
        """Return the phrases of the book that stand in the text, as it finds them: most texts hold no word that opens
        one."""
        bits = book.needs or needs_of_book(book)
        return book.find(self) if bits & self.holds or bits >= self.limit else iter(())

    def flags_of(self, word: str) -> int:
        """Return what the lists say about any word, in any case."""
        return self.vocabulary.flags.get(word.lower())

    def before(self, at: int, steps: int = 1) -> Token | None:
        """Return the token `steps` before position `at`, None at the start."""
        return self.tokens[at - steps] if at >= steps else None

    def after(self, at: int, steps: int = 1) -> Token | None:
        """Return the token `steps` after position `at`, None at the end."""
        try:  # costs nothing where there is one, which is nearly always
            return self.tokens[at + steps]
        except IndexError:
            return None


def read_document(
    text: str, vocabulary: Vocabulary, lexicon: Lexicon, places: Places, answers: Answers | None = None
) -> Document:
    """Cut the normalised text into tokens and look every word up once; `answers` is what another reading of the same
    text found out about its words.
    """
    if "é" in text or "è" in text:
        text = _IS_WITH_A_MARK.sub("e", text)
    tokens = _tokens(text, vocabulary.flags.get)
    lowered, lower = frozenset([t.lower for t in tokens]), text.lower()
    lower = lower if len(lower) == len(text) else "".join(c.lower()[:1] or c for c in text)
    first_digit = _MAY_BE_DIGIT.search(text)
    has_digit = first_digit is not None and any(c.isdigit() for c in text[first_digit.start() :])
    is_english = _is_english(tokens, lowered, vocabulary, lexicon)
    flags = reduce(or_, [t.flags for t in tokens], 0)
    holds = held_by(lower, lowered) | flags
    holds |= (A_DIGIT if has_digit else 0) | (IN_ENGLISH if is_english else 0)
    holds |= A_SIGN_INSIDE if _SIGN_INSIDE.search(text) else 0
    holds |= 0 if first_digit is None else BEYOND_LATIN
    large = [at for at, token in enumerate(tokens) if token.text != token.lower]
    for word in [tokens[at].text for at in large]:
        holds |= A_CAPITAL_ALONE if len(word) == 1 else 0 if word[1:].islower() else A_CAPITAL_INSIDE
    return Document(
        text=text,
        lower=lower,
        tokens=tokens,
        vocabulary=vocabulary,
        lexicon=lexicon,
        places=places,
        shouts=_shouts(tokens, [tokens[at] for at in large]),
        is_english=is_english,
        words=lowered,
        flags=flags,
        digits=0 if first_digit is None else len(_DIGIT.findall(text, first_digit.start())),
        has_digit=has_digit,
        holds=holds,
        limit=limit(),
        capitals=[at for at in large if tokens[at].has_capital],
        starts=starts_of(text),
        answers={} if answers is None else answers,
    )


def _shouts(tokens: Sequence[Token], large: Sequence[Token]) -> bool:
    """Tell whether more than six words in ten are in capitals; `large` are the words with any."""
    capitals = sum([t.is_word for t in large if t.is_caps])
    words = sum([len(t.text) > 1 for t in tokens if t.is_word]) if capitals > 1 else 0
    return words > 3 and capitals * 10 > words * 6


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


_ARTICLES = ("'n", "’n")


def _without_n(lower: str) -> str:
    """Return the word without the short article of speech: "mamma'n", "farn" is written out in the lists."""
    return lower.removesuffix("'n").removesuffix("’n")


def _tokens(text: str, flags_of: Callable[[str], int]) -> list[Token]:
    found: list[Token] = []
    opens, last_end, has_lines = True, 0, "\n" in text
    keep = found.append
    for match in _TOKEN.finditer(text):
        word = match.group()
        start, end = match.span()
        if has_lines and start > last_end and "\n" in (gap := text[last_end:start]):
            if not opens and gap.count("\n") > 1 and not _is_a_name_alone(text, start, found):
                found.append(Token(last_end, last_end + 1, ".", ".", 0, False, False, False, False))
            opens = True
        lower, is_word = word.lower(), word[0].isalpha()
        said = flags_of(lower)
        if not said and lower[-1] == "n" and lower.endswith(_ARTICLES):
            said = flags_of(_without_n(lower))
        has_capital = is_caps = False
        if word != lower:  # most words are in small letters
            has_capital, is_caps = word[0].isupper(), len(word) > 1 and word.isupper()
        keep(Token(start, end, word, lower, said, is_word, opens, has_capital, is_caps))
        opens = not is_word and _opens_after(word, opens, found)
        last_end = end
    return found


def _is_a_name_alone(text: str, start: int, tokens: Sequence[Token]) -> bool:
    """Tell whether a name can go on below an empty line: a greeting stands over it, or each of the few words of its
    line has a capital and some small letters: "Kontaktlærer", and below it "Liv Berg".
    """
    if tokens and tokens[-1].lower in SIGNS_OFF:
        return True
    line = text[start : start + _LONGEST_LINE].split("\n", 1)[0].split()
    return len(line) <= _FEW_NAMES and all(word[0].isupper() and not word.isupper() for word in line)


def _opens_after(sign: str, opens: bool, tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence begins after the sign; `opens` says whether one began with it."""
    if sign == "(":
        return opens
    if sign == ")":
        return _numbers_a_point(tokens)
    return sign in _ENDS_SENTENCE and (opens or sign != "." or not _shortens(tokens))


def _numbers_a_point(tokens: Sequence[Token]) -> bool:
    """Tell whether a number and a bracket open the next point of a list inside a line: "1) plan 2) Fast plass"."""
    if len(tokens) < 3:
        return False
    before, number = tokens[-3], tokens[-2]
    return number.text.isdigit() and len(number.text) < 3 and before.text != "(" and not number.opens_sentence


def _shortens(tokens: Sequence[Token]) -> bool:
    """Tell whether the last token is a full stop that shortens the word before it: "tlf.", "K."."""
    word = tokens[-2] if len(tokens) > 1 else None
    return word is not None and (word.lower in _SHORT or (len(word.text) == 1 and word.is_word))
