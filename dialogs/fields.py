"""Reads what is typed into a field: which field a label names, and which of its choices the words mean.

The same for the fields of any card and for the checklists of a guide. Gives ids of choices only, never the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol, TypeVar

from rapidfuzz import fuzz

from bot.domain.case import AGE_BANDS
from bot.domain.choices import as_value
from bot.domain.conversation import ShownField
from dialogs.by_words import is_small_number, words_of
from dialogs.denying import turned_by_a_letter
from dialogs.where.age_words import age_band

ALIKE = 86
"""rapidfuzz ratio (0–100) from which a typed word is taken for a title with a typing error."""
SHORT = 4
"""Letters of what may be words of a label, with the spaces around: a shorter word stands in any."""
SHORTEST_START = 4
"""So many letters of a long title are enough, when no other one starts the same way."""
HEAD = 5
"""Letters of a choice that may stand last in a compound word."""
PARTS = re.compile(r"[·;,\n]| og | å | i | på |(?<=år) (?!gam)")
"""Between two choices that are named: «fravær og uro», «7 år på skolen», «ti år skole»."""
_JOINED = re.compile(r"\w+(?:, \w+)* (?:og|eller) \w+")
_BETWEEN = re.compile(r", | og | eller ")
ALL = ("alle", "alt", "alle sammen")
"""What names every choice of a field that takes several."""
PAIR = 2
BOTH = ("begge", "begge deler", "begge to", "begge delar", "båe")
"""What names the two choices of a field that has no more."""
MONTHS = "måned"
"""What an age that is counted in months says."""
FRAME = " .!?*[]«»\"'"


@dataclass(frozen=True)
class Offered:
    """A choice of a field: its id, and all that it may be called."""

    id: str
    title: str
    also: Sequence[str] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return what it may be called, in small letters."""
        return _all_plain(self.id, self.title, *self.also)

    @property
    def joined(self) -> tuple[str, ...]:
        """Return the words of a title that is nothing but words put together, «Uro og utagering»: each names it."""
        return tuple(_BETWEEN.split(plain(self.title))) if _JOINED.fullmatch(plain(self.title)) else ()


class Labelled(Protocol):
    """A field with a label, whatever else it is."""

    @property
    def id(self) -> str:
        """Return its id."""
        ...

    @property
    def label(self) -> str:
        """Return what stands above it."""
        ...


Field = TypeVar("Field", bound=Labelled)


def field_named(label: str, fields: Iterable[Field]) -> Field | None:
    """Return the field with that label or id, the first words of a long label, nearly the label, or words of it that
    stand in no other: «råd: …», «gjort så langt: …»."""
    wanted = plain(label).strip(FRAME)
    names = [(field, plain(field.label).strip(FRAME)) for field in fields]
    within = f" {' '.join(words_of(wanted))} "
    held = [field for field, name in names if len(within) > SHORT and within in f" {' '.join(words_of(name))} "]
    exact = (field for field, name in names if wanted and wanted in (plain(field.id.replace("_", " ")), name))
    begun = (field for field, name in names if _begins(name, wanted))
    close = (field for field, name in names if is_close(wanted, name))
    only = held if len(held) == 1 else ()
    return next((field for found in (exact, begun, close, only) for field in found), None)


def choice_named(said: str, choices: Sequence[Offered]) -> Offered | None:
    """Return the choice that the words mean: by its title, or an age in it."""
    return titled(said, choices) or _by_age(said.casefold(), choices)


def titled(said: str, choices: Sequence[Offered]) -> Offered | None:
    """Return the choice that is called so: its name, the beginning, a part or a kind of it, with a typing error. What
    one choice says word for word is never another one, misspelt."""
    words = plain(said).strip(FRAME)
    choices = _without_months(words, choices)
    if not words:
        return None
    exact = next((one for one in choices if words in one.names), None)
    begun = [one for one in choices if any(_begins(name, words) for name in one.names)]
    joined = [one for one in choices if words in one.joined]
    named = exact or (joined[0] if len(joined) == 1 else begun[0] if len(begun) == 1 else _nearest(words, choices))
    return named or _by_some_words(words, choices) or _by_head(words, choices)


def is_titled_so(said: str, choices: Sequence[Offered]) -> bool:
    """Tell whether a choice is called so word for word, or begins so: what is only nearly that, or holds an age, may
    hold more than one choice."""
    words = plain(said).strip(FRAME)
    return any(words == name or _begins(name, words) for one in choices for name in one.names)


def choices_named(said: str, choices: Sequence[Offered]) -> tuple[Offered, ...]:
    """Return each choice that is named: the whole text as one, else its parts."""
    whole = choice_named(said, choices)
    parts = (choice_named(part, choices) for part in PARTS.split(said)) if whole is None else (whole,)
    return tuple(dict.fromkeys(one for one in parts if one is not None))


def choices_of(field: ShownField) -> tuple[Offered, ...]:
    """Return the choices of a field on a card."""
    return tuple(Offered(value, title) for value, title in field.choices)


def field_value(said: str, field: ShownField) -> str:
    """Return the value: of a field with choices the ids of those that are named or numbered, else the text as typed."""
    choices = choices_of(field)
    named = plain(said).strip(FRAME)
    if field.several and (named in ALL or (named in BOTH and len(choices) == PAIR)):
        return as_value(one.id for one in choices)
    parts = [said] if choice_named(said, choices) else PARTS.split(said)
    found = (_numbered(part, choices) or choice_named(part, choices) for part in parts)
    return as_value(dict.fromkeys(one.id for one in found if one is not None)) or said.strip()


def _numbered(said: str, choices: Sequence[Offered]) -> Offered | None:
    number = said.strip().strip(FRAME)
    return choices[int(number) - 1] if is_small_number(number) and 1 <= int(number) <= len(choices) else None


def plain(said: str) -> str:
    """Return the words in small letters, with one kind of dash."""
    return said.strip().casefold().replace("-", "–")


def is_close(one: str, other: str) -> bool:
    """Tell whether two short texts are the same but for a typing error. «Sikker» is no «usikker» typed wrong."""
    is_alike = abs(len(one) - len(other)) <= 3 and fuzz.ratio(one.casefold(), other.casefold()) >= ALIKE
    return is_alike and not turned_by_a_letter(words_of(one), words_of(other))


def _begins(name: str, words: str) -> bool:
    return len(words) >= SHORTEST_START and name.startswith(words)


def _without_months(words: str, choices: Sequence[Offered]) -> Sequence[Offered]:
    """Leave out an age in months where only numbers are typed: with «0–18» teams and people mean years."""
    is_number = words.strip("0123456789– ") == ""
    return [one for one in choices if not (is_number and MONTHS in plain(one.title))]


def _nearest(words: str, choices: Sequence[Offered]) -> Offered | None:
    """Return the choice with a name that is close. A number in it is no typing error."""
    if len(words) < SHORTEST_START:
        return None
    number = _digits(words)
    names = ((one, name) for one in choices for name in one.names if _digits_of(name) == number)
    close = [(fuzz.ratio(words, name), one) for one, name in names if is_close(words, name)]
    return max(close, key=lambda pair: pair[0])[1] if close else None


@lru_cache(maxsize=2_000)
def _all_plain(*names: str) -> tuple[str, ...]:
    """Return what a choice may be called; read once, for a long answer is compared with it for each of its words."""
    return tuple(map(plain, names))


@lru_cache(maxsize=2_000)
def _digits_of(name: str) -> list[str]:
    return _digits(name)


def _digits(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def _by_some_words(said: str, choices: Sequence[Offered]) -> Offered | None:
    """Return the only choice that has all the words, when there are at least two: «tydelig mål». Never for numbers."""
    words = set() if _digits(said) else set(said.split())
    fitting = [one for one in choices if words <= set(plain(one.title).replace(",", " ").split())]
    return fitting[0] if len(words) > 1 and len(fitting) == 1 else None


def _by_head(word: str, choices: Sequence[Offered]) -> Offered | None:
    """Return the only choice that a compound word is a kind of: «skolefravær» is «fravær»."""
    fitting = [one for one in choices if any(len(name) >= HEAD and word.endswith(name) for name in one.names)]
    return fitting[0] if word.isalpha() and len(fitting) == 1 else None


def _by_age(words: str, choices: Sequence[Offered]) -> Offered | None:
    """Return the age band of «14 år» or «18 mnd», in a field that asks for one."""
    if not {one.id for one in choices} & {*AGE_BANDS}:
        return None
    band = age_band(words)
    return next((one for one in choices if one.id == band), None)
