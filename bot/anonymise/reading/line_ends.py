"""Keeps a finding within its line. What is said at the end of one line and at the beginning of the next are two things,
unless a number, an address, an age or a name plainly goes on; then it is one.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from bot.anonymise.finding import Hit
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_ENDS_A_LINE = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]")
_LINE_END = re.compile(r"[ \t]{0,9}[\n\r\x0b\x0c\x85\u2028\u2029]\s*")
_NUMBERS = frozenset(
    words("fodselsnummer personnummer fodselsdato telefon epost bilskilt saksnummer handle url filnavn")
)
_COUNTED = frozenset(["alder", "trinn", "klasse", "dato"])
_NAMED = frozenset(["navn", "skole", "barnehage", "avdeling", "forening", "sted"])
_THINGS_COUNTED = re.compile(
    r" ?(?:%|\b(?:barn|unger|søsken|ganger|gonger|gang|dager|dagar|timer|timar|uker|veker|år|måneder|mnd|møter|elever|"
    r"voksne|personer|stk)\b)"
)
_IS_COUNTED = re.compile(
    r"\d|år|mnd|mån|uke|veke|gam|trinn|klass|kl\b|(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)"
)
_AHEAD = 30
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LONGEST_PIECE = 20
_ROADS = ("gata", "gaten", "gate", "vegen", "veien", "veg", "vei", "veita", "allé", "alleen", "bakken", "svingen")
_PARENTS = words("far mor pappa mamma")
"""Surnames too, but at the beginning of a line they are somebody else of the family."""


class Lines:
    """What is asked of the words on both sides of a line's end: what the lists say of one, and whether it is an
    ordinary word."""

    def __init__(self, text: str, flags: Callable[[str], int], knows: Callable[[str], bool]) -> None:
        self._text = text
        self._flags = flags
        self._knows = knows

    def within(self, hits: Iterable[Hit]) -> list[Hit]:
        """Return the hits of the text as it stands, each cut where its line ends."""
        if _ENDS_A_LINE.search(self._text) is None:
            return list(hits)
        found: list[Hit] = []
        for hit in hits:
            runs = self._runs(hit, None)
            found.extend(run for run in runs if run is runs[0] or self._is_left_open(run))
        return found

    def across(self, hits: Iterable[Hit], seen: Sequence[Hit]) -> Iterator[Hit]:
        """Yield what the hits of a reading without line ends add to those `seen` in the text as it stands."""
        for hit in hits:
            yield from (run for run in self._runs(hit, seen) if run == hit or self._adds(run, seen))

    def _adds(self, run: Hit, seen: Sequence[Hit]) -> bool:
        """Tell whether a piece says more than what was seen in its line: it goes on over one, or nobody was seen."""
        if _LINE_END.search(self._text, run.start, run.end):
            return True
        is_word = self._knows(self._first_word(run.start, run.end))
        return not is_word and self._is_left_open(run) and not self._is_seen(run, seen)

    def _is_left_open(self, run: Hit) -> bool:
        """Tell whether a piece of what was found still points to somebody: a name, not the word of the next line."""
        if run.cls != "direct" or run.type in _NUMBERS:
            return run.cls == "direct"
        word = self._first_word(run.start, run.end)
        return word.isalpha() and not self._is_ordinary(word)

    def _runs(self, hit: Hit, seen: Sequence[Hit] | None) -> list[Hit]:
        """Return the hit in the pieces that its lines make of it."""
        runs: list[Hit] = []
        start = hit.start
        for line_end in _LINE_END.finditer(self._text, hit.start, hit.end):
            if start < line_end.start() and not self._goes_on(hit, start, line_end, seen):
                runs.append(hit._replace(start=start, end=line_end.start()))
                start = line_end.end()
        if start < hit.end:
            runs.append(hit._replace(start=start))
        return runs

    def _goes_on(self, hit: Hit, start: int, line_end: re.Match[str], seen: Sequence[Hit] | None) -> bool:
        """Tell whether what was found goes on over the end of the line. Over an empty line nothing does."""
        if line_end.group().count("\n") > 1:
            return False
        right = self._text[line_end.end() : hit.end]
        if hit.type in _NUMBERS or self._is_word_cut(line_end):
            return True
        if hit.type in _COUNTED:
            return _IS_COUNTED.match(right) is not None
        if hit.type == "adresse":
            return self._is_rest_of_address(hit, line_end.end())
        if hit.type in _NAMED:
            return self._is_rest_of_name(hit, line_end, seen)
        return seen is not None and self._is_rest_of_trait(hit, start, line_end, seen)

    def _is_rest_of_trait(self, hit: Hit, start: int, line_end: re.Match[str], seen: Sequence[Hit]) -> bool:
        """Tell whether the first line said nothing by itself and the next is no sentence of its own, as "barnet er"."""
        if not self._text[line_end.end()].islower() or any(h.start < line_end.start() and start < h.end for h in seen):
            return False
        return not self._flags(self._first_word(hit.end, hit.end + _AHEAD)) & Word.VERB

    def _is_word_cut(self, line_end: re.Match[str]) -> bool:
        """Tell whether the line ends with a hyphen inside a word."""
        at = line_end.start()
        return self._text[at - 1 : at] == "-" and self._text[at - 2 : at - 1].isalpha()

    def _is_rest_of_address(self, hit: Hit, at: int) -> bool:
        """Tell whether a road or a house number stands there; "2 barn" is none."""
        if self._text[at].isdigit():
            return _THINGS_COUNTED.match(self._text, hit.end) is None
        word = self._first_word(at, hit.end)
        return word.endswith(_ROADS) or not self._is_ordinary(word)

    def _is_rest_of_name(self, hit: Hit, line_end: re.Match[str], seen: Sequence[Hit] | None) -> bool:
        """Tell whether the word that opens the next line belongs to the name: its second half, or no ordinary word
        and nobody who was seen there as a person by themselves."""
        word = self._first_word(line_end.end(), hit.end)
        is_surname = self._flags(word) & (Word.FIRST | Word.SURNAME) == Word.SURNAME
        if self._text[line_end.end()].islower() and self._is_name(self._last_word(line_end.start()) + word):
            return True
        if self._is_ordinary(word):
            return False
        return is_surname or not self._is_seen(hit._replace(start=line_end.end()), seen or ())

    def _is_ordinary(self, word: str) -> bool:
        if word in _PARENTS:
            return True
        return not self._is_name(word) and self._knows(word)

    def _is_name(self, word: str) -> bool:
        return bool(self._flags(word) & (Word.FIRST | Word.SURNAME))

    def _is_seen(self, part: Hit, seen: Sequence[Hit]) -> bool:
        """Tell whether every letter of the part lies in a finding that blocks."""
        hidden = [(h.start, h.end) for h in seen if h.cls == "direct" and h.start < part.end and part.start < h.end]
        letters = (at for at in range(part.start, part.end) if self._text[at].isalnum())
        return all(any(start <= at < end for start, end in hidden) for at in letters)

    def _last_word(self, end: int) -> str:
        begins = end
        while begins > 0 and end - begins < _LONGEST_PIECE and self._text[begins - 1].isalpha():
            begins -= 1
        return self._text[begins:end].lower()

    def _first_word(self, start: int, end: int) -> str:
        word = _WORD.search(self._text, start, end)
        return word.group().lower() if word else ""
