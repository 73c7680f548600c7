"""Finds names of persons in a text: judges each word, spreads what is found, and joins neighbours into full names."""

from collections.abc import Iterator, Sequence

from bot.anonymise.document import Document, Token
from bot.anonymise.finding import Hit, direct
from bot.anonymise.institution import names_an_institution
from bot.anonymise.judge_english import may_be_the_same_name
from bot.anonymise.likeness import has_lengthened, is_one_edit_from
from bot.anonymise.name_evidence import ENOUGH, evidence
from bot.anonymise.name_judge import judge
from bot.anonymise.name_list import names_in_rows, names_on_lines, names_that_label
from bot.anonymise.name_role import replacement_for
from bot.anonymise.name_search import LONGEST_NAME, NOT_NAME, Search, base_of
from bot.anonymise.name_slot import is_sure_name
from bot.anonymise.repeated_subject import hinted_twice, repeated_subjects
from bot.anonymise.word_classes import Word
from bot.anonymise.word_lists import words

_ANSWERS = words("jo no da so")
_PARTICLES = words("van von de der den del della da di dos el al bin ben abu ibn la le af zu ter mc")
_ARABIC = words("al el bin ben abu ibn")
_OTHERS = {"[barnet]": "[et annet barn]", "[barnets]": "[et annet barns]"}
_SMALL_LETTER_WORDS = frozenset("iåeæøanou")
_CALLED_A_LETTER = words("ham han henne ho hun hu barnet gutten guten jenta eleven bare berre kalles kallast")
_AFTER_AN_INITIAL = words("på i ved frå fra hos til te")
_GROW_MAX = 5
_TIES = frozenset(["og", "å", "&", "eller", "samt"])
_SHORTEST_TIED = 3
_QUOTES = frozenset('«»"“”')
_NEAR_QUOTE = 30
_MOST_NAMES = 200
_NEAR = 3
"""One wrong letter and a genitive s change the length of a name by two at most."""
_TWO_LETTER_WORDS = words("jo la so lo mo da no na si om su de du ti to tu me ma pa ta va an al el io ja he ho hu")
_DAYS = frozenset(["dag", "vår"])
_WEEKDAYS = frozenset(["tors"])
"""Names in the genitive that are a day in short as well."""
_SUFFIXES = frozenset(["jr", "sr", "junior", "senior"])


def find_persons(
    document: Document, taken: frozenset[int] = frozenset(), called: frozenset[str] = frozenset()
) -> Iterator[Hit]:
    """Yield names. `taken` holds token positions that other detectors explain (places, schools, safe phrases), `called`
    the nicknames they found, in small letters: these are names wherever they stand.
    """
    search = Search(document, has_lengthened(document.lower))
    for at, token in enumerate(document.tokens):
        if token.is_word and at not in taken and len(token.text) > 1:
            judged = judge(search, at, token)
            if judged is not None:
                search.found[at] = judged
    _coordinate(search, taken)
    _by_their_place(search, taken)
    _spread(search, taken, called)
    spans = _grown(search, taken)
    replacements = [replacement_for(document, first, last) for first, last in spans]
    main = _main_name(document, spans, replacements)
    for (first, last), replacement in zip(spans, replacements, strict=True):
        certainty, why = max(search.found[at] for at in range(first, last + 1) if at in search.found)
        start, end = document.tokens[first].start, _name_end(document, last)
        is_another = replacement in _OTHERS and main and main not in _names_in(document, first, last)
        yield direct(start, end, "navn", why, certainty, _OTHERS[replacement] if is_another else replacement)


def _by_their_place(search: Search, taken: frozenset[int]) -> None:
    """Find what stands in a row of names, opens a line in a list of names, or acts again and again."""
    document, found = search.document, search.found
    for at in list(names_in_rows(document, found, taken)):
        found[at] = (0.7, "Et ord i en rekke av navn er ofte et navn.")
    for at in [*names_that_label(document, found, taken), *names_on_lines(document, found, taken)]:
        found[at] = (0.7, "Et ord som åpner en linje i en liste over navn.")
    for at in hinted_twice(document, found, taken):
        found[at] = (0.6, "Et ukjent ord som to steder står der en person står.")
    for at in repeated_subjects(document, found, taken):
        found[at] = (0.6, "Ordet gjør flere ganger det bare mennesker gjør.")


def _coordinate(search: Search, taken: frozenset[int]) -> None:
    """Find the unknown word that "og" ties to a name already found: "Jakup og Pjotr", "luwam å semhar"."""
    document, known_names = search.document, sorted(search.found)
    has_quotes = not _QUOTES.isdisjoint(document.words)
    for at in known_names:
        if _is_a_given_name_before(search, at) and at - 1 not in taken:
            search.found[at - 1] = (0.6, "Et ukjent ord med stor bokstav rett foran et navn.")
        for other in _quoted_beside(document, at) if has_quotes else ():
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
        is_quoted = all(document.tokens[mark].text in _QUOTES for mark in marks)
        is_name = token.is_word and token.has_capital and not token.flags & (NOT_NAME | Word.VERB | Word.SAFE)
        if is_quoted and is_name and abs(document.tokens[near].start - document.tokens[at].start) <= _NEAR_QUOTE:
            yield word


def _is_a_given_name_before(search: Search, at: int) -> bool:
    """Tell whether an unknown word with a capital stands right before a name with a capital: "Hakon Stokke-Lund"."""
    document, before = search.document, search.document.before(at)
    if before is None or at - 1 in search.found or not before.has_capital or not document.tokens[at].has_capital:
        return False
    is_unknown = before.is_word and not before.is_caps and not before.flags and not document.is_known(before.lower)
    return is_unknown and not document.shouts and _is_beside(document, at - 1, at)


def _may_be_tied(document: Document, name: Token, other: Token) -> bool:
    """Tell whether the other word is as unknown, and written as large, as a name beside a name is."""
    if not other.is_word or len(other.text) < _SHORTEST_TIED or other.flags & ~(Word.SURNAME | Word.FIRST):
        return False
    if len(other.text) > LONGEST_NAME and names_an_institution(other.lower):
        return False
    if name.has_capital and not document.shouts:
        return other.has_capital and not document.lexicon.is_headword(other.lower)
    return not document.is_known(other.lower)


def _names_in(document: Document, first: int, last: int) -> set[str]:
    return {base_of(document, document.tokens[at].lower)[0] for at in range(first, last + 1)}


def _main_name(document: Document, spans: Sequence[tuple[int, int]], replacements: Sequence[str]) -> str:
    """Return the name that is "barnet": the first given name that no role word explains and that is used most."""
    counts: dict[str, int] = {}
    for (first, _), replacement in zip(spans, replacements, strict=True):
        if replacement in _OTHERS:
            name = base_of(document, document.tokens[first].lower)[0]
            counts[name] = counts.get(name, 0) + 1
    return max(counts, key=lambda name: counts[name]) if counts else ""


def _spread(search: Search, taken: frozenset[int], called: frozenset[str]) -> None:
    """Find the same names elsewhere in the text, in any case, inflected, compound or one letter wrong."""
    document = search.document
    names = {base_of(document, document.tokens[at].lower)[0] for at in search.found}
    names = {n for n in names | called if len(n) > 2 or _is_a_short_name(document, n)}
    if not names:
        return
    long_names = sorted(n for n in names if len(n) > 3)[:_MOST_NAMES]
    for at, token in enumerate(document.tokens):
        if at in search.found or at in taken or not token.is_word or len(token.text) < 2:
            continue
        is_called = token.lower in called and _is_called_here(document, at, token)
        if is_called or (
            _is_same_name(search, at, token, names, long_names) and may_be_the_same_name(document, at, token)
        ):
            search.found[at] = (0.8, "Samme navn som et annet sted i teksten.")


def _is_called_here(document: Document, at: int, token: Token) -> bool:
    """Tell whether a word that is somebody's nickname is that here: as the first word, "tulla bare lo", or where a name
    can stand.
    """
    return token.opens_sentence or evidence(document, at, seen_before=True) > 0


def _is_same_name(search: Search, at: int, token: Token, names: set[str], long_names: list[str]) -> bool:
    document = search.document
    lower = token.lower
    stem = lower.rstrip("'’")
    bare = stem.removesuffix("s")
    if stem in names or bare in names or ("-" in stem and not names.isdisjoint(stem.split("-"))):
        if lower in _DAYS and not token.has_capital and _is_when(document, at):
            return False
        if lower in _WEEKDAYS and not _is_followed_by_a_relative(document, at):
            return False
        is_word = token.flags & (Word.ORDINARY | Word.FUNCTION | Word.VERB) or document.is_known(lower)
        return bool(
            (token.has_capital and not document.shouts)
            or not is_word
            or _is_called_out(document, at, token)
            or evidence(document, at, seen_before=True) >= ENOUGH
        )
    if token.flags & (Word.ORDINARY | NOT_NAME | Word.SAFE | Word.VERB) or len(lower) < 4 or document.is_known(lower):
        return False
    return any(
        is_one_edit_from(stem, n) or is_one_edit_from(bare, n) for n in long_names if abs(len(n) - len(stem)) < _NEAR
    )


def _is_when(document: Document, at: int) -> bool:
    """Tell whether "i", "en" or "hver" stands before the word, so that it tells when: "i dag", "i vår"."""
    before = document.before(at)
    return before is not None and before.lower in ("i", "en", "ein", "hver", "kvar", "neste", "per")


def _is_a_short_name(document: Document, name: str) -> bool:
    """Tell whether a name of two letters is no small word: My and Bo, but not Jo or Vi."""
    flags = document.flags_of(name)
    is_small_word = name in _TWO_LETTER_WORDS or flags & (NOT_NAME | Word.VERB)
    return len(name) > 1 and bool(flags & Word.FIRST) and not is_small_word


def _is_called_out(document: Document, at: int, token: Token) -> bool:
    """Tell whether the word is cried alone: "vilde! kom hit"."""
    after = document.after(at)
    return token.opens_sentence and after is not None and after.text == "!" and after.start == token.end


def _is_followed_by_a_relative(document: Document, at: int) -> bool:
    after = document.after(at)
    return after is not None and bool(after.flags & (Word.KIN | Word.STAFF))


def _grown(search: Search, taken: frozenset[int]) -> list[tuple[int, int]]:
    """Join neighbours into full names: given names, particles, initials, surnames."""
    spans: list[tuple[int, int]] = []
    for at in sorted(search.found):
        if spans and at <= spans[-1][1]:
            continue
        last = _grow_right(search, at, taken)
        first = _grow_left(search, at, spans[-1][1] if spans else -1)
        spans.append((first, last))
    return spans


def _is_beside(document: Document, left: int, right: int) -> bool:
    gap = document.text[document.tokens[left].end : document.tokens[right].start]
    return gap in (" ", "", "  ") and not document.tokens[right].opens_sentence


def _grow_right(search: Search, at: int, taken: frozenset[int]) -> int:
    document, last = search.document, at
    tokens = document.tokens
    while (
        last - at < _GROW_MAX
        and last + 1 < len(tokens)
        and last + 1 not in taken
        and _is_beside(document, last, last + 1)
    ):
        follow = tokens[last + 1]
        if last + 1 in search.found:
            last += 1
        elif follow.lower in _PARTICLES and last + 2 in search.found:
            last += 2
        elif len(follow.text) == 1 and follow.text.isupper() and follow.is_word and follow.lower not in ("i", "å"):
            last += 2 if _is_a_middle_initial(search, last + 1) else 1
        elif _is_a_small_initial(document, last + 1) or _continues(document, tokens[last], follow, last + 1):
            last += 1
        else:
            break
    if (
        last + 2 < len(tokens)
        and tokens[last + 1].text == ","
        and last + 2 in search.found
        and last == at
        and _is_reversed(document, last)
    ):
        return last + 2
    return last


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


def _is_a_small_initial(document: Document, at: int) -> bool:
    """Tell whether one small letter belongs to the name before it: "emma h", "jonas a som", "Ola n. i tredje"."""
    name, letter = document.tokens[at - 1], document.tokens[at]
    if not letter.is_word or len(letter.text) != 1:
        return False
    if document.text[letter.end : letter.end + 1] == "." and letter.lower not in "iå":
        return True
    follow = document.after(at)
    is_led_on = letter.lower in "ouna" and follow is not None and follow.lower in _AFTER_AN_INITIAL
    is_no_word = (
        letter.lower not in _SMALL_LETTER_WORDS or is_led_on or (letter.lower == "a" and _acts_after(document, at))
    )
    return is_no_word and (not name.has_capital or letter.lower not in _SMALL_LETTER_WORDS)


def _acts_after(document: Document, at: int) -> bool:
    """Tell whether a verb or "som" follows, so that the word before belongs to the name."""
    follow = document.after(at)
    return follow is not None and (bool(follow.flags & Word.VERB) or follow.lower == "som")


def _stops_after(document: Document, at: int) -> bool:
    """Tell whether a place or the end follows a second given name in small letters: "emil andre på halsen"."""
    follow = document.after(at)
    return follow is None or follow.lower in ("på", "i", "fra", "og", "å") or follow.text in ".,;:!?)"


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
    """Tell whether a word that is also ordinary is the surname or the second given name."""
    if follow.lower in _SUFFIXES:
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
    return (document.shouts or not name.has_capital) and is_sure_name(name) and closes


def _grow_left(search: Search, at: int, floor: int) -> int:
    """Take in a single initial or a small particle in front of the name: "J. Hansen", "al hassan"."""
    document = search.document
    tokens = document.tokens
    if at - 1 > floor and _is_a_given_name_beside(document, at):
        return at - 1
    if at - 1 > floor and tokens[at - 1].lower in _ARABIC and _is_beside(document, at - 1, at):
        return at - 1
    if (
        at - 2 > floor
        and tokens[at - 1].text == "."
        and len(tokens[at - 2].text) == 1
        and tokens[at - 2].text.isupper()
        and _gap_is_small(document, at - 2, at)
        and not _ends_in_a_letter(document, at - 2)
    ):
        return at - 2
    return at


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
    return not is_first and given.lower not in _ANSWERS and _is_beside(document, at - 1, at)


def _gap_is_small(document: Document, left: int, right: int) -> bool:
    return document.tokens[right].start - document.tokens[left].end <= 2


def _name_end(document: Document, last: int) -> int:
    """Include the apostrophe of a genitive ("Jonas' mor") and the full stop of a last initial ("Emma H.")."""
    end = document.tokens[last].end
    if document.text[end : end + 1] in ("'", "’") and document.text[end + 1 : end + 2] in ("", " "):
        return end + 1
    if len(document.tokens[last].text) == 1 and document.text[end : end + 1] == ".":
        return end + 1
    return end
