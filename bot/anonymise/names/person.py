"""Finds names of persons in a text: judges each word, spreads what is found, and joins neighbours into full names."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, direct
from bot.anonymise.names.name_judge import judge
from bot.anonymise.names.name_list import (
    names_in_a_key,
    names_in_rows,
    names_on_a_rota,
    names_on_lines,
    names_that_label,
    names_with_letters,
)
from bot.anonymise.names.name_pairs import paired
from bot.anonymise.names.name_span import grown, is_beside, name_end
from bot.anonymise.names.name_spread import spread
from bot.anonymise.names.repeated_subject import hinted_twice, repeated_subjects
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.english_words import is_english_kin
from bot.anonymise.reading.name_search import INFLECTED, LONGEST_NAME, NAME, NOT_NAME, UNPROVEN, Search
from bot.anonymise.reading.needs import needs_one_of
from bot.anonymise.replacing.name_whose import replacements_of
from bot.anonymise.words.institution import names_an_institution
from bot.anonymise.words.small_words import QUOTES
from bot.anonymise.words.word_classes import Word

_TIES = frozenset(["og", "å", "&", "eller", "samt"])
_LISTS = re.compile(r"[:=\n]")
"""One of these stands in every list: after a label, or where a line ends."""
_SHORTEST_TIED = 3
_QUOTES_NEEDED = needs_one_of(QUOTES)
_NEAR_QUOTE = 30
_ORDINARY, _MAY_NAME = Word.ORDINARY, NAME | Word.AMBIGUOUS


def find_persons(
    document: Document, taken: frozenset[int] = frozenset(), called: frozenset[str] = frozenset()
) -> Iterator[Hit]:
    """Yield names. `taken` holds token positions that other detectors explain (places, schools, safe phrases), `called`
    the nicknames they found, in small letters: these are names wherever they stand.
    """
    search = Search(document)
    for at, token in enumerate(document.tokens):
        flags, lower = token.flags, token.lower
        if flags & _ORDINARY and not flags & _MAY_NAME and lower == token.text and not lower.endswith(INFLECTED):
            continue  # `judge` would say that it is no name after more steps
        if token.is_word and at not in taken and len(token.text) > 1:
            judged = judge(search, at, token)
            if judged is not None:
                (search.strange if judged[0] <= UNPROVEN else search.found)[at] = judged
    _coordinate(search, taken)
    _by_their_place(search, taken)
    spread(search, taken, called)
    search.found = {**search.strange, **search.found}
    spans = grown(search, taken)
    for (first, last), replacement in zip(spans, replacements_of(document, spans), strict=True):
        certainty, why = max(search.found[at] for at in range(first, last + 1) if at in search.found)
        if certainty <= UNPROVEN and last > first:
            certainty, why = 0.6, "To ukjente ord ved siden av hverandre er ofte et navn."
        yield direct(document.tokens[first].start, name_end(document, last), "navn", why, certainty, replacement)


def _by_their_place(search: Search, taken: frozenset[int]) -> None:
    """Find what stands in a row of names, opens a line in a list of names, or acts again and again."""
    document, found = search.document, search.found
    for at in list(paired(search, taken)):
        found.setdefault(at, (0.6, "To ord som er brukt som to navn."))
    for at in list(names_in_rows(document, found, taken)):
        found[at] = (0.7, "Et ord i en rekke av navn er ofte et navn.")
    if _LISTS.search(document.text) is not None:
        rows = (names_that_label, names_on_lines, names_in_a_key)
        for at in [at for row in rows for at in row(document, found, taken)]:
            found[at] = (0.7, "Et ord som åpner en linje i en liste over navn.")
    for at in [*names_on_a_rota(document, found, taken), *names_with_letters(document, found, taken)]:
        found[at] = (0.7, "Et navn som også er et ord, der bare navn står.")
    for at in hinted_twice(document, found, taken):
        found[at] = (0.6, "Et ukjent ord som to steder står der en person står.")
    for at in repeated_subjects(document, found, taken):
        found[at] = (0.6, "Ordet gjør flere ganger det bare mennesker gjør.")


def _coordinate(search: Search, taken: frozenset[int]) -> None:
    """Find the unknown word that "og" ties to a name already found: "Jakup og Pjotr", "luwam å semhar"."""
    document, known_names = search.document, sorted(search.found)
    has_quotes = document.holds & _QUOTES_NEEDED
    for at in known_names:
        if _is_a_given_name_before(search, at) and at - 1 not in taken:
            search.found[at - 1] = (0.6, "Et ukjent ord med stor bokstav rett foran et navn.")
        for other in (*_quoted_beside(document, at), *_quoted_in_the_row(document, at)) if has_quotes else ():
            if other not in search.found and other not in taken:
                search.found[other] = (0.7, "Et ord i hermetegn midt i et navn er et kallenavn.")
        for step in (-2, 2):
            other = at + step
            if 0 <= other < len(document.tokens) and other not in search.found and other not in taken:
                link = document.tokens[at + step // 2].lower
                if link in _TIES and _may_be_tied(document, document.tokens[at], document.tokens[other]):
                    search.found[other] = (0.6, "Et ukjent ord ved siden av et navn er ofte et navn.")


def _quoted_beside(document: Document, at: int) -> Iterator[int]:
    """Yield the quoted word with a capital right beside a name: "«Lillemann» Sørensen", "Espen «Shampo» Knutsen"."""
    bracket = document.after(at)
    step = 3 if bracket is not None and bracket.text == "(" else 2
    for word, marks in ((at - 2, (at - 3, at - 1)), (at + step, (at + step - 1, at + step + 1))):
        if min(marks) < 0 or max(marks) >= len(document.tokens):
            continue
        token, near = document.tokens[word], marks[1] if word < at else marks[0]
        is_quoted = all(document.tokens[mark].text in QUOTES for mark in marks)
        is_name = token.is_word and token.has_capital and not token.flags & (NOT_NAME | Word.VERB | Word.SAFE)
        if is_quoted and is_name and abs(document.tokens[near].start - document.tokens[at].start) <= _NEAR_QUOTE:
            yield word


def _quoted_in_the_row(document: Document, at: int) -> Iterator[int]:
    """Yield the quoted word that "og" ties to a name, and of which something is told: "Filip K og «Bolla» slår"."""
    letter = document.after(at)
    first = at + (
        2 if letter is not None and letter.is_caps is False and len(letter.text) == 1 and letter.is_word else 1
    )
    if first + 4 >= len(document.tokens):
        return
    tie, opens, token, closes, follow = document.tokens[first : first + 5]
    is_quoted = tie.lower in _TIES and opens.text in QUOTES and closes.text in QUOTES
    is_name = token.is_word and token.has_capital and not token.flags & (NOT_NAME | Word.VERB | Word.SAFE)
    if is_quoted and is_name and (follow.flags & Word.VERB or follow.lower in ("som", "er", "e", "har")):
        yield first + 2


def _is_a_given_name_before(search: Search, at: int) -> bool:
    """Tell whether an unknown word with a capital stands right before a name with a capital: "Hakon Stokke-Lund"."""
    document, before = search.document, search.document.before(at)
    if before is None or at - 1 in search.found or not before.has_capital or not document.tokens[at].has_capital:
        return False
    is_unknown = before.is_word and not before.is_caps and not before.flags and not document.is_known(before.lower)
    is_unknown = is_unknown and not is_english_kin(document, before.lower)
    return is_unknown and not document.shouts and is_beside(document, at - 1, at)


def _may_be_tied(document: Document, name: Token, other: Token) -> bool:
    """Tell whether the other word is as unknown, and written as large, as a name beside a name is."""
    if not other.is_word or len(other.text) < _SHORTEST_TIED or other.flags & ~(Word.SURNAME | Word.FIRST):
        return False
    if len(other.text) > LONGEST_NAME and names_an_institution(other.lower):
        return False
    if name.has_capital and not document.shouts:
        return other.has_capital and not document.lexicon.is_headword(other.lower)
    return not document.is_known(other.lower)
