"""Joins the words of a name that is found into the whole of it: given names, particles, initials, surnames."""

import re

from bot.anonymise.names.small_surname import (
    ends_a_line,
    is_a_farm_or_strange,
    is_an_unlisted_surname,
    is_born,
    is_given,
)
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.name_search import NOT_NAME, Search
from bot.anonymise.reading.name_slot import is_sure_name
from bot.anonymise.words.small_words import ROW_TIES
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_ANSWERS = words("jo no da so")
_PARTICLES = words(
    "van von de der den del della da di do dos das du des los las el al bin bint ben abu ibn la le af zu ter ul op mc"
)
_MOST_PARTICLES = 3
_FOREIGN_PARTICLES = words("la los las der dos das du des el al bin bint ibn zu ul op")
_ARABIC = words("al el bin bint ben abu ibn")
_SMALL_LETTER_WORDS = frozenset("iåeæøanou")
_NO_LETTERS_OF_NAMES = _SMALL_LETTER_WORDS - {"n"}
_CONSONANTS = frozenset("bcdfghjklmnprstvwzæø")
_CALLED_A_LETTER = words("ham han henne ho hun hu barnet gutten guten jenta eleven bare berre kalles kallast")
_AFTER_AN_INITIAL = words("på i ved frå fra hos til te")
_TWO_INITIALS = re.compile(r"[A-ZÆØÅ]-[A-ZÆØÅ]")
"""The letters of a double surname: "Sunniva K-B"."""
_SMALL_WORDS_THAT_ARE_NAMES = words(
    "min su si so my an du de da ho hu ham ha ta se sa la no ny ei te sin na nå moe say day e on"
)
"""What is half a name in Burma, China or Vietnam; with a capital inside a sentence they are nothing else: "Zaw Min"."""
_AFTER_A_SECOND = words("på i fra frå og å han hun ho hu hainn hain hass sin si sitt at når som")
"""What goes on behind a second given name in small letters, a new sentence without its full stop too."""
_AFTER_A_LETTER = words("som sk ska fått fekk fikk")
"""What goes on behind somebody's letter, where "a" and "o" are no "og": "elias o sk ha", "no har kristian a fått"."""
_GROW_MAX = 5
_SHORTEST = 4
"""A shorter word with a capital that Norwegian has not is half a name: "Ki Sung Park", "Xi Jie Li"."""
_SUFFIXES = frozenset(["jr", "sr", "junior", "senior"])


def grown(search: Search, taken: frozenset[int]) -> list[tuple[int, int]]:
    """Join neighbours into full names: given names, particles, initials, surnames."""
    spans: list[tuple[int, int]] = []
    for at in sorted(search.found):
        if spans and at <= spans[-1][1]:
            continue
        last = _grow_right(search, at, taken)
        first = _grow_left(search, at, spans[-1][1] if spans else -1)
        spans.append((first, last))
    return spans


def is_beside(document: Document, left: int, right: int) -> bool:
    """Tell whether only a space stands between the two words, and no sentence ends."""
    gap = document.text[document.tokens[left].end : document.tokens[right].start]
    return gap in (" ", "", "  ") and not document.tokens[right].opens_sentence


def _grow_right(search: Search, at: int, taken: frozenset[int]) -> int:
    document, last = search.document, at
    tokens = document.tokens
    while (
        last - at < _GROW_MAX
        and last + 1 < len(tokens)
        and last + 1 not in taken
        and is_beside(document, last, last + 1)
    ):
        end = _next_end(search, last)
        if end == last:
            break
        last = end
    if (
        last + 2 < len(tokens)
        and tokens[last + 1].text == ","
        and last + 2 in search.found
        and last == at
        and _is_reversed(document, last)
    ):
        return last + 2
    return last


def _next_end(search: Search, last: int) -> int:
    """Return where the name ends with what follows: a name, particles and a name, a letter, a surname; or `last`."""
    document, follow = search.document, search.document.tokens[last + 1]
    if last + 1 in search.found:
        return last + 1
    if follow.lower in _PARTICLES and (name := _behind_particles(search, last)):
        return name
    if _is_a_middle_name(search, last + 1) or _is_a_second_surname(document, last):
        return last + 2
    if len(follow.text) == 1 and follow.text.isupper() and follow.is_word and follow.lower not in ("i", "å"):
        return last + (2 if _is_a_middle_initial(search, last + 1) else 1)
    if is_a_small_initial(document, last + 1):
        return last + (3 if is_a_surname_after_a_letter(document, last + 1) else 1)
    return last + _continues(document, document.tokens[last], follow, last + 1)


def _behind_particles(search: Search, last: int) -> int:
    """Return where the surname behind particles stands, or 0: "Maricel de la Cruz", "jan van der berg". Behind two, or
    with a capital of its own between capitals, a word is one, whatever else it means.
    """
    document, tokens = search.document, search.document.tokens
    for steps in range(1, _MOST_PARTICLES + 1):
        at = last + steps + 1
        if at >= len(tokens) or tokens[at - 1].lower not in _PARTICLES or not is_beside(document, at - 1, at):
            return 0
        name = tokens[at]
        if at in search.found:
            return at
        is_written_so = name.has_capital and not name.is_caps and tokens[last].has_capital and not document.shouts
        is_led = steps > 1 and name.lower not in _PARTICLES and not name.flags & (Word.VERB | Word.FUNCTION)
        if name.is_word and len(name.text) > 1 and (is_written_so or (is_led and _is_from_afar(document, last, steps))):
            return at
    return 0


def _is_a_second_surname(document: Document, last: int) -> bool:
    """Tell whether "e" or "y" ties one more surname to one behind a particle: "da Silva e Costa"."""
    tie, name = document.after(last), document.after(last, 2)
    if tie is None or name is None or tie.text not in ("e", "y") or not name.has_capital or last < 1:
        return False
    return document.tokens[last - 1].lower in _PARTICLES and is_beside(document, last + 1, last + 2)


def _is_from_afar(document: Document, last: int, steps: int) -> bool:
    """Tell whether none of the particles behind the name is a Norwegian word, but the first: "de la", "van der"."""
    return document.tokens[last + steps].lower in _FOREIGN_PARTICLES


def _is_a_middle_initial(search: Search, at: int) -> bool:
    """Tell whether a full stop and a surname follow the initial: "Bente M. Folden". A new sentence ("Emma B. Hun kom")
    is none.
    """
    document, stop, surname = search.document, search.document.after(at), search.document.after(at, 2)
    if stop is None or surname is None or stop.text != "." or not surname.is_word:
        return False
    if at + 2 in search.found:
        return True
    is_name = surname.flags & Word.SURNAME or not (surname.flags or document.is_known(surname.lower))
    if not is_name and not surname.flags and (follow := document.after(at, 3)) is not None:
        is_name = follow.text in ",)" or (follow.text in ".(" and not document.lexicon.is_headword(surname.lower))
    if surname.has_capital and surname.start == stop.end + 1 and is_name:
        search.found[at + 2] = (0.8, "Et ord med stor bokstav etter navn og initial er et etternavn.")
        return True
    return False


def is_a_surname_after_a_letter(document: Document, at: int) -> bool:
    """Tell whether a full stop and a surname in small letters follow the initial at `at`: "line b. kvernstad"."""
    stop, surname = document.after(at), document.after(at, 2)
    if (
        stop is None
        or surname is None
        or stop.text != "."
        or surname.text != surname.lower
        or not surname.text.isalpha()
    ):
        return False
    if surname.start != stop.end + 1 or surname.flags & (NOT_NAME | Word.VERB | Word.SAFE | Word.MONTH):
        return False
    return bool(surname.flags & Word.SURNAME) or is_a_farm_or_strange(document, at + 2, surname)


def _is_a_middle_name(search: Search, at: int) -> bool:
    """Tell whether an ordinary word stands between a given name and a plain surname: "petter smart johansen"."""
    document = search.document
    given, word, surname = document.tokens[at - 1], document.tokens[at], document.after(at)
    if surname is None or at + 1 not in search.found or not is_sure_name(given) or not word.text.isalpha():
        return False
    barred = NOT_NAME | Word.VERB | Word.SAFE | Word.MONTH
    is_plain = surname.flags & Word.SURNAME and not surname.flags & (Word.FIRST | Word.ORDINARY | Word.AMBIGUOUS)
    return bool(is_plain) and not word.flags & barred and is_beside(document, at, at + 1)


def is_a_small_initial(document: Document, at: int) -> bool:
    """Tell whether one small letter belongs to the name before it: "emma h", "jonas a som", "Ola n. i tredje"."""
    name, letter = document.tokens[at - 1], document.tokens[at]
    if not letter.is_word or len(letter.text) != 1:
        return False
    if document.text[letter.end : letter.end + 1] == "." and letter.lower not in "iå":
        return not is_born(document, letter)
    follow = document.after(at)
    if letter.lower not in "iå" and (_is_one_of_two(document, at) or _has_a_namesake(document, at)):
        return True
    if letter.text not in "iå" and not name.has_capital and is_sure_name(name) and ends_a_line(document, at):
        return True
    is_led_on = letter.lower in "ouna" and follow is not None and follow.lower in _AFTER_AN_INITIAL
    is_led_on = is_led_on or (letter.lower in "aou" and _acts_after(document, at))
    is_no_word = letter.lower not in _SMALL_LETTER_WORDS or is_led_on
    return is_no_word and (not name.has_capital or letter.lower not in _SMALL_LETTER_WORDS)


def _is_one_of_two(document: Document, at: int) -> bool:
    """Tell whether another given name with a letter is tied to this one: "kari l / ola n"."""
    tie, name, letter = (document.after(at, step) for step in (1, 2, 3))
    if tie is not None and name is not None and letter is not None and tie.lower in ROW_TIES:
        return bool(name.flags & Word.FIRST) and len(letter.text) == 1 and letter.is_word
    tie, letter, name = (document.before(at, step) for step in (2, 3, 4))
    if tie is None or letter is None or name is None or tie.lower not in ROW_TIES:
        return False
    if letter.text == ".":
        letter, name = name, document.before(at, 5)
    return name is not None and bool(name.flags & Word.FIRST) and len(letter.text) == 1 and letter.is_word


def _has_a_namesake(document: Document, at: int) -> bool:
    """Tell whether the same given name stands elsewhere with another letter: "ola n har lånt telefonen til ola k"."""
    letters = document.letters_behind(document.tokens[at - 1].lower) - _NO_LETTERS_OF_NAMES
    return bool(letters - {document.tokens[at].lower})


def _acts_after(document: Document, at: int) -> bool:
    """Tell whether a verb, "som" or what is done follows, so that the word before belongs to the name."""
    follow = document.after(at)
    return follow is not None and (bool(follow.flags & Word.VERB) or follow.lower in _AFTER_A_LETTER)


def _stops_after(document: Document, at: int) -> bool:
    """Tell whether a place or the end follows a second given name in small letters: "emil andre på halsen"."""
    follow = document.after(at)
    return follow is None or follow.lower in _AFTER_A_SECOND or follow.text in ".,;:!?)"


def _is_reversed(document: Document, at: int) -> bool:
    """Tell whether a surname, a comma and a given name follow each other: "Haugen, Ole"."""
    surname, given = document.tokens[at], document.tokens[at + 2]
    return (
        surname.has_capital
        and given.has_capital
        and bool(surname.flags & Word.SURNAME)
        and not surname.flags & Word.FIRST
        and bool(given.flags & Word.FIRST)
    )


def _continues(document: Document, name: Token, follow: Token, at: int) -> bool:
    """Tell whether a word that is also ordinary is the surname or the second given name, or its two letters."""
    is_written_so = follow.has_capital and name.has_capital and not (follow.is_caps or document.shouts)
    is_half = follow.lower in _SMALL_WORDS_THAT_ARE_NAMES and is_written_so
    is_half = is_half or ("-" in follow.text and follow.lower.partition("-")[0] in _ARABIC)  # "hussein al-tamimi"
    is_half = is_half or is_an_unlisted_surname(document, at)
    if (
        is_half
        or follow.lower in _SUFFIXES
        or _TWO_INITIALS.fullmatch(follow.text if name.has_capital else follow.text.upper())
    ):
        return True
    is_small = document.shouts or not follow.has_capital
    if is_small and follow.flags & Word.FIRST and is_sure_name(name):
        return (_acts_after(document, at) or _stops_after(document, at)) and not follow.flags & Word.VERB
    if follow.flags & (NOT_NAME | Word.VERB | Word.SAFE | Word.MONTH) and not (
        follow.flags & Word.SURNAME and follow.has_capital
    ):
        return False
    if follow.has_capital and name.has_capital and not document.shouts:
        return not follow.is_caps or name.is_caps
    if not follow.flags & Word.SURNAME or follow.flags & Word.VERB:
        return False
    second = document.after(at)
    closes = (
        second is None
        or second.text[0] in ".,;:!?()"
        or bool(second.flags & Word.VERB)
        or second.lower in ("og", "som", "på", "i")
    )
    is_led = (document.shouts or not name.has_capital) and is_sure_name(name)
    return closes and (is_led or is_given(document, name))


def _grow_left(search: Search, at: int, floor: int) -> int:
    """Take in a single initial or a small particle in front of the name: "J. Hansen", "al hassan"."""
    document = search.document
    tokens = document.tokens
    if at - 1 > floor and _is_a_given_name_beside(document, at):
        return at - 1
    if at - 1 > floor and (_is_a_small_word_before(document, at) or is_a_first_half(document, at)):
        return at - 1
    if at - 1 > floor and tokens[at - 1].lower in _ARABIC and is_beside(document, at - 1, at):
        return at - 1
    if (
        at - 2 > floor
        and tokens[at - 1].text == "."
        and len(tokens[at - 2].text) == 1
        and (tokens[at - 2].text.isupper() or _is_a_small_initial_before(document, at - 2, tokens[at]))
        and _gap_is_small(document, at - 2, at)
        and not _ends_in_a_letter(document, at - 2)
    ):
        return at - 2
    return at


def _is_a_small_word_before(document: Document, at: int) -> bool:
    """Tell whether a small word with a capital inside a sentence stands right before: "cousin Su Myat"."""
    before, name = document.tokens[at - 1], document.tokens[at]
    if before.opens_sentence or before.is_caps or document.shouts:
        return False
    is_strange = len(before.text) < _SHORTEST and not before.flags and not document.is_known(before.lower)
    if before.lower not in _SMALL_WORDS_THAT_ARE_NAMES and not (is_strange and before.text.isalpha()):
        return False
    return before.has_capital and name.has_capital and is_beside(document, at - 1, at)


def is_a_first_half(document: Document, at: int) -> bool:
    """Tell whether a given name that is a small word opens a name in small letters: "jo bjørn va me", "ho dag even"."""
    half, name, before = document.tokens[at - 1], document.tokens[at], document.before(at, 2)
    is_small = half.text == half.lower and name.text == name.lower and half.flags & Word.AMBIGUOUS
    is_name = half.flags & Word.FIRST and name.flags & (Word.FIRST | Word.SURNAME)
    if not (is_small and is_name) or half.lower == name.lower:
        return False
    is_led = half.opens_sentence or before is None or before.lower in _BEFORE_A_HALF
    return is_led and is_beside(document, at - 1, at)


_BEFORE_A_HALF = words(
    "han ho hainn hain hannj n a med me mæ m til te t for fer førr om av hos så og å opp er e heter heiter at når"
)


def _is_a_small_initial_before(document: Document, at: int, name: Token) -> bool:
    """Tell whether an initial is as small as the surname: "mvh b. nilsen", a vowel only first: "e. strømsnes"."""
    letter = document.tokens[at]
    if name.has_capital:
        return False
    who = document.before(at)
    is_led = letter.opens_sentence or (who is not None and who.flags & (Word.STAFF | Word.KIN))
    return letter.text in _CONSONANTS or (
        letter.text in "aeou" and bool(is_led or (who and who.lower in _BEFORE_A_VOWEL))
    )


_BEFORE_A_VOWEL = words("mvh vh hs hos av fra frå til med")
"""What stands before somebody's letter that may be a word as well."""


def _ends_in_a_letter(document: Document, at: int) -> bool:
    """Tell whether the letter is what somebody is called, and the name after it begins a new sentence: "Vi kaller ham
    A. Liv er sliten".
    """
    before, name = document.before(at), document.tokens[at + 2]
    is_called = before is not None and before.lower in _CALLED_A_LETTER
    return is_called and bool(name.flags & Word.FIRST)


def _is_a_given_name_beside(document: Document, at: int) -> bool:
    """Tell whether a given name that is a word as well stands right before a surname: "Tone Nordfjellmark" as the last
    line, when somebody else in the text has that surname.
    """
    given, name = document.tokens[at - 1], document.tokens[at]
    if not (given.has_capital and name.has_capital and given.flags & Word.FIRST) or document.shouts:
        return False
    barred = NOT_NAME | Word.VERB | Word.SAFE | Word.FUNCTION | Word.MONTH
    is_first = given.flags & barred or name.flags & Word.FIRST or given.is_caps or name.lower.endswith("s")
    return not is_first and given.lower not in _ANSWERS and is_beside(document, at - 1, at)


def _gap_is_small(document: Document, left: int, right: int) -> bool:
    return document.tokens[right].start - document.tokens[left].end <= 2


def name_end(document: Document, last: int) -> int:
    """Include the apostrophe of a genitive ("Jonas' mor") and the full stop of a last initial ("Emma H.")."""
    end = document.tokens[last].end
    if document.text[end : end + 1] in ("'", "’") and document.text[end + 1 : end + 2] in ("", " "):
        return end + 1
    if len(document.tokens[last].text) == 1 and document.text[end : end + 1] == ".":
        return end + 1
    return end
