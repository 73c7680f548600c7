"""Which of the offered answers is meant by words: its place in the row, a part of its title, doubt, a yes or a no.

Whatever is found here was not said word for word: the caller says it back, and asks again where it decides something.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import dropwhile, takewhile
from typing import Literal

from bot.content.texts import Texts
from bot.domain.conversation import ShownButton
from bot.domain.number_words import NUMBER_WORDS
from bot.domain.read_once import read_once

QUESTION_WORDS = (
    "hva",
    "hvordan",
    "hvem",
    "hvorfor",
    "når",
    "må",
    "kan",
    "skal",
    "hvor",
    "korleis",
    "kven",
    "kva",
    "ka",
    *("hvilken", "hvilke", "hvilket", "kven", "kem", "kæm", "kvifor", "koffer", "koffor", "korsn", "åssen", "kor"),
    *("what", "who", "how", "when", "where", "why", "can", "must", "should", "does"),
)
LONG_WORD = 4
"""A longer word of doubt counts inside a sentence, a shorter one only by itself."""
TELLING_WORD = 4
"""Letters of a word that can tell one answer from another; «ja» and «nei» cannot."""
ENDINGS = ("ene", "ane", "et", "en", "er", "ar", "a", "e", "n", "t")
"""What a Norwegian noun may end in besides its stem, the longest first: «teamet», «skolen»."""
MENU = "menu_"
"""What the verb of everything in the menu begins with."""
_WORD = re.compile(r"[^\W_]+")
_SEVERAL = re.compile(r"\d\s*(?:og\b|&|\+|,\s)\s*\d")
_REPEATED = re.compile(r"(.)\1+")


@read_once
def words_of(said: str) -> list[str]:
    """Return the words in small letters, without signs, in any alphabet: «Sámi» and «naïve» are one word each."""
    return _WORD.findall(said.casefold())


def plain_words(said: str) -> str:
    """Return the same words in a row: «Nei, ikke nå» is the same as «nei ikke nå»."""
    return " ".join(words_of(said))


def says_only(words: Sequence[str], texts: Texts, *named: str, beside: Sequence[str] = ()) -> bool:
    """Tell whether there is a word of each list that is `named`, by its key, and none but theirs and those listed
    `beside` them: whatever else is said is about something else."""
    is_named = all(not texts.words(key).isdisjoint(words) for key in named)
    return is_named and texts.words(*named, *beside).issuperset(words)


def is_doubt(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether the words hold doubt: «veit ikkje», «ikke helt sikker», «tja»."""
    return _doubt_in(words, texts) is not None


def is_small_number(word: str) -> bool:
    """Tell whether a word is a number that may count something shown; Python refuses to read the very longest ones."""
    return word.isdecimal() and len(word) < 9


def is_only_doubt(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether there is nothing but doubt and small words: «jeg vet ikke helt», «nei, vet ikke», «ja og nei»."""
    if is_yes_and_no(words, texts):
        return True
    rest = list(words)
    while (doubt := _doubt_in(rest, texts)) is not None:
        rest = f" {' '.join(rest)} ".replace(f" {doubt} ", " ", 1).split()
    around = texts.words(*(f"guide.words_{key}" for key in ("small", "no", "yes", "unsure")))
    return len(rest) < len(words) and set(without_small(rest, texts)) <= around


def is_yes_and_no(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether both a yes and a no are said, and nothing else: «ja og nei», «både ja og nei». «Ja no» is neither:
    that is now, in nynorsk."""
    beside = ("guide.words_no", "guide.words_small")
    return "nei" in words and says_only(words, texts, "guide.words_yes", "guide.words_yes_and_no", beside=beside)


def begins_a_question(words: Sequence[str]) -> bool:
    """Tell whether the words ask for something, also without a question mark: «hva er mulig å få hjelp med»."""
    return len(words) > 2 and words[0] in QUESTION_WORDS


def tells_how_much(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether two words say how many, how often, how long or when: «to måneder», «flere ganger», «begge
    foreldrene», «mandager mest»."""
    if len(words) != 2:
        return False
    is_number = words[0].isdecimal() or words[0] in NUMBER_WORDS
    names_day = any(word.startswith(texts.listed("common.words_days")) for word in words)
    return is_number or names_day or words[0] in texts.words("common.words_how_much")


def asks_verb_first(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether a verb stands before whom it is asked of: «har æ lov te å snakk me en kollega», «får de vite det»,
    «er det lov å vente»."""
    verbs, who = texts.words("common.words_asking_verbs"), texts.words("common.words_asking_who")
    is_of_it = " ".join(words[:2]) in texts.listed("common.words_asking_it")
    return len(words) > 2 and (is_of_it or (words[0] in verbs and words[1] in who))


def asks_something(said: str, texts: Texts) -> bool:
    """Tell whether the words ask for something to be explained: a question, with or without its sign, or the bare name
    of a duty or a rule."""
    words = words_of(said)
    is_law = " ".join(words) in texts.listed("guide.words_law")
    leads = texts.words("common.words_asking_leads")
    asked = [*dropwhile(lambda word: word in leads, words)]
    is_asked = begins_a_question(asked) or asks_verb_first(asked, texts)
    return said.rstrip().endswith("?") or is_asked or is_law


def asks_what_to_write(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody asks what to write or answer where they stand, and names nothing: «hva skal jeg skrive
    her?»."""
    what, fill, *beside = (f"case.words_field_{one}" for one in ("what", "fill", "here", "small"))
    return says_only(words, texts, what, fill, beside=beside)


def _doubt_in(words: Sequence[str], texts: Texts) -> str | None:
    joined = " ".join(words)
    padded = f" {joined} "
    doubts = _doubts_longest_first(texts)
    return next((one for one, inside in doubts if joined == one or (inside and inside in padded)), None)


@lru_cache(maxsize=4)
def _doubts_longest_first(texts: Texts) -> list[tuple[str, str]]:
    """Return the words of doubt, and as they stand inside a sentence those that count there; empty for the others. The
    newest editions are remembered."""
    doubts = sorted(texts.listed("guide.words_unsure"), key=len, reverse=True)
    return [(one, f" {one} " if " " in one or len(one) > LONG_WORD else "") for one in doubts]


def yes_or_no(words: Sequence[str], texts: Texts) -> Literal["ja", "nei", ""]:
    """Return the yes or no that is said and hedged with small words only: «nei det tror jeg ikke», «ja, dessverre»."""
    said = _unrepeated(words)
    yes, no, small = (_unrepeated_listed(f"guide.words_{key}", texts) for key in ("yes", "no", "small"))
    if not said <= yes | no | small or (said & yes and said & no):
        return ""
    return "nei" if said & no else "ja" if said & yes else ""


def _unrepeated(words: Sequence[str]) -> frozenset[str]:
    """Return the words with no letter twice in a row: «neiii» is «nei»."""
    return frozenset(_REPEATED.sub(r"\1", word) for word in words)


@lru_cache(maxsize=12)
def _unrepeated_listed(key: str, texts: Texts) -> frozenset[str]:
    """Return the same of a list of editors, which is remembered; what a person has said never is."""
    return _unrepeated(texts.listed(key))


def echo_answer(words: Sequence[str], texts: Texts, *, is_echoed: bool) -> Literal["ja", "nei", ""]:
    """Return whether somebody says that they were understood, «ja det stemmer», or not, «nei vent», «nei feil».

    Words of right count only when what was understood has just been said back (`is_echoed`); «nei» alone never does.
    """
    said = set(without_small(words, texts))
    right, wrong = (said & texts.words(f"common.words_{key}") for key in ("right", "wrong"))
    rest = [word for word in said if word not in right | wrong]
    hedge = yes_or_no(rest, texts)
    is_known = bool(hedge) or texts.words("guide.words_small").issuperset(rest)
    if not is_known or bool(right) == bool(wrong) or (right and not is_echoed):
        return ""
    if wrong:
        return "" if hedge == "ja" or is_negated(words, texts) else "nei"
    return "nei" if hedge == "nei" else "ja"


def is_negated(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether something is said not to be: «har ikke ringt». A bare «nei» denies no other word."""
    return any(word in texts.words("common.place_not") and word != "nei" for word in words)


def without_small(words: Sequence[str], texts: Texts) -> list[str]:
    """Return the words that say something of what is chosen: «jeg vil ha den andre» is «andre»."""
    small = texts.words("common.place_small")
    return [word for word in words if word not in small]


def offered_together(shown: Sequence[ShownButton]) -> Sequence[ShownButton]:
    """Return the first buttons when they do the same with different things: teams, answers, cases, the menu."""
    together = list(takewhile(lambda one: _kind(one) == _kind(shown[0]), shown))
    return together if len(together) > 1 else ()


def _kind(button: ShownButton) -> str:
    return MENU if button.verb.startswith(MENU) else button.verb


def by_place(said: str, number: int, texts: Texts, *, is_list: bool = False) -> int | None:
    """Return the place from 0 that is said, of so many answers: «den andre», «nummer to», «siste», «nr. 2»; of a list
    of what is gone on with (`is_list`) also «bytt til den første», which answers no question."""
    if number < 2:
        return None
    names = texts.words("common.place_number")
    going = texts.words("common.place_going") if is_list else frozenset()
    words = [word for word in without_small(words_of(said), texts) if word not in going]
    numbers = [word for word in words if word not in names]
    if len(numbers) != 1:
        return None
    if numbers[0] in texts.listed("common.place_last"):
        return number - 1
    place = _place(numbers[0], "common.place_words", texts)
    if place is None and len(words) > 1:  # a bare «to» may be anything, «nummer to» is not
        place = _counted(numbers[0])
    return place if place is not None and place < number else None


def numbers_said(said: str, texts: Texts) -> tuple[int, ...]:
    """Return the numbers that are chosen with a word or two beside them: «2 takk», «nr. 2», «jeg tar 2», «toer»,
    «1 og 2». None when anything else is said, and none for a number that stands alone."""
    words = words_of(said)
    names, choosing = texts.words("common.place_number"), texts.words("common.place_choosing")
    small = texts.words("common.place_number", "common.place_choosing", "common.place_beside")
    rest = [word for word in words if word not in small]
    if not rest or (len(rest) > 1 and _SEVERAL.search(said.casefold()) is None):
        return ()
    is_named = not names.isdisjoint(words) or means_another(said, texts)
    numbers = tuple(number for word in rest if (number := _number(word, texts, is_counted=is_named)))
    is_chosen = is_named or not choosing.isdisjoint(words) or not any(map(str.isdecimal, rest))
    return numbers if len(numbers) == len(rest) and (is_chosen or len(rest) > 1) else ()


def means_another(said: str, texts: Texts) -> bool:
    """Tell whether something else was meant than what was chosen: «nei, jeg mente 1»."""
    return not texts.words("common.place_meant").isdisjoint(words_of(said))


def _number(word: str, texts: Texts, *, is_counted: bool) -> int:
    """Return the number from 1 a word stands for, «2», «toer», also «to» where numbers are counted; 0 for any other."""
    if is_small_number(word):
        return int(word)
    place = _place(word, "common.place_digits", texts)
    place = _counted(word) if place is None and is_counted else place
    return 0 if place is None else place + 1


def _place(word: str, key: str, texts: Texts) -> int | None:
    rows = (row.split() for row in texts.listed(key))
    return next((place for place, row in enumerate(rows) if word in row), None)


def _counted(word: str) -> int | None:
    number = int(word) if is_small_number(word) else NUMBER_WORDS.get(word, 0)
    return number - 1 if number > 0 else None


def by_title(said: str, titles: Sequence[str], texts: Texts) -> int | None:
    """Return the only title that every word said stands in, whole, begun or bent: «kompetanseteamet», «til skolen»."""
    words = without_small(words_of(said), texts)
    if not any(len(word) >= TELLING_WORD and word.isalpha() for word in words):
        return None
    no = texts.words("common.place_not")
    fitting = [place for place, title in enumerate(titles) if _all_in(words, words_of(title), no)]
    return fitting[0] if len(fitting) == 1 else None


def _all_in(words: Sequence[str], title: Sequence[str], no: frozenset[str]) -> bool:
    """Tell whether every word stands in the title. «Spurt» is not meant by «Har ikke spurt»."""
    is_turned = not no.isdisjoint(title) and no.isdisjoint(words)
    return not is_turned and all(any(is_form_of(word, other) for other in title) for word in words)


def is_form_of(word: str, other: str) -> bool:
    """Tell whether a word is another one, its beginning, or one of its forms. Short words must be whole."""
    if word == other:
        return True
    if min(len(word), len(other)) < TELLING_WORD:
        return False
    return other.startswith(word) or stem_of(word) == stem_of(other)


def stem_of(word: str) -> str:
    """Return a word without what a noun may end in; never less than a word that can tell."""
    ending = next((one for one in ENDINGS if word.endswith(one) and len(word) - len(one) >= TELLING_WORD), "")
    return word.removesuffix(ending)
