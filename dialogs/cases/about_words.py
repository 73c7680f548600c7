"""Hears what a case is about in somebody's own words: «ti år, skole, skolefravær og omsorg, anonymt».

Fills in the card of step 1. Only words that are nothing but answers go on by themselves, or change what is answered.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from typing import get_args

from bot.answers.wording import age_told
from bot.content.ages import OLDEST, band_of_years
from bot.content.profile import THEMES
from bot.content.team import Arena
from bot.content.texts import Texts
from bot.domain.case import AGE_BANDS
from bot.domain.case_under_way import CASE
from bot.domain.choices import as_value
from bot.domain.conversation import ConversationState
from dialogs.by_words import begins_a_question, words_of
from dialogs.cases.about import about_filled_in, answered
from dialogs.cases.duty import ABOUT
from dialogs.denying import may_deny
from dialogs.dialog import Around, Step
from dialogs.guide.told_fine import is_fine_alone
from dialogs.guide.told_fine import told as told_to_worry
from dialogs.second_thought import put_right
from dialogs.theme_names import also_called
from dialogs.where.age_words import age_band, grade_band
from dialogs.wish_to_discuss import WISH

PLACES: tuple[Arena, ...] = ("barnehage", "skole", "helse", "fritid")
"""Arenas that are also called by what one says of a place there (`case.words_arena_…`)."""
LONGEST = 14
"""More words than this tell a story."""
ENOUGH = 3
"""So many of the four questions of step 1 say that a case is meant."""
_SMALL = (
    "guide.words_small",
    "common.place_small",
    "common.place_beside",
    "case.words_changing",
    "case.words_upper_school",
    *(f"case.words_arena_{one}" for one in PLACES),
)
"""Keys of the words that say nothing beside names of choices."""
_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = ("", "n", "en", "a", "et")
_NO_TO = re.compile(r"\bnei (\w+)")
_SPAN = re.compile(r"\b(\d{1,2})\s*(?:[-–—]|til)\s*(\d{1,2})\b")
_GROWN = re.compile(r"\bover (?:20|tjue)\b")
_MONTHS = re.compile(r"m(?:nd|ån[ae]d)")
_OF_AN_AGE = re.compile(r"\d+|år|gammel|mnd|måned(?:er)?|\w*åring(?:en)?|trinn|klasse")
_LEVEL = re.compile(r"\bniv(?:å|aa|o)\w*\s*\d(?:\s*(?:og|,|\+|&|-)\s*\d\b)*")
_GRADE = re.compile(r"\b(\d{1,2})\.?\s*(?:trinn|klasse)\b|\b(?:trinn|klasse)\s+(\d{1,2})\b")
_NUMBER = re.compile(r"\b\d{1,2}\b")
_COUNTED = re.compile(r"\b\d+(?:[.,]\d+)?\s*(?:%|(?:prosent|barn|unger|onga|elever|elevar|jenter|gutter|gutar)\b)")


def heard_at_about(said: str, state: ConversationState, around: Around) -> Step | None:
    """Fill in what is said of step 1; None when nothing of it is, or when something is asked. A sentence that only
    names a choice on its way fills in what is missing, and never changes what was answered."""
    said = put_right(said, partial(_field_alone, around=around))
    words = words_of(said)
    if state.case.step != ABOUT or not words or len(words) > LONGEST or begins_a_question(words):
        return None
    whom = around.text.words("case.words_whom")  # «jente 14, fravær»
    is_plain = _is_nothing_else([word for word in words if word not in whom], around)
    known = _answers_in(said, around, is_plain=is_plain)
    before = answered(state)
    new = {name: value for name, value in known.items() if value and (is_plain or name not in before)}
    return about_filled_in(new, state, around, goes_on=is_plain and not is_fine_alone(said)) if new else None


_TAKES = frozenset({"ta", "tar", "ta opp", "hei", "ny", "ei", "en", "et", "jeg", "vi", "eg", "æ"})


def names_a_case(said: str, around: Around) -> bool:
    """Tell whether somebody in the middle of nothing writes what step 1 asks for, and nothing but that: «8 år, skole,
    atferd, anonymt». The way must be named: without it the same words may ask where to go."""
    known = all_named(said, around)
    return bool(known.get("way")) and sum(map(bool, known.values())) >= ENOUGH


def all_named(said: str, around: Around) -> Mapping[str, str]:
    """Return what is said of each field of step 1 where it is nothing but that, besides a wish to discuss it; else
    nothing."""
    if "?" in said or _names_something_else(words_of(said), around):
        return {}
    about = _without_wish(said, around)
    words = words_of(about)
    is_all = bool(words) and len(words) <= LONGEST and _is_nothing_else(words, around)
    return _answers_in(about, around, is_plain=True) if is_all else {}


def _names_something_else(words: Sequence[str], around: Around) -> bool:
    """Tell whether a word is neither of a wish nor of step 1: one is enough, and most messages hold one."""
    (_, in_names), wish, small = _names_longest_first(around.text), around.text.words(*WISH), around.text.words(*_SMALL)
    other = (word for word in words if word.isalpha() and word not in wish and word not in _TAKES)
    return any(word not in in_names and not _is_small(word, small) for word in other)


def begun_with(step: Step, said: str, around: Around) -> Step:
    """Fill in what was said where a case was begun with it: «jeg vil ta opp en gutt på 8 år på SFO»."""
    state = step.state
    if state is None or state.active != CASE or state.case.step != ABOUT:
        return step
    return heard_at_about(_without_wish(said, around), state, around) or step


def _without_wish(said: str, around: Around) -> str:
    wish = around.text.words(*WISH)
    return _WORD.sub(lambda word: "" if (of := word[0].casefold()) in wish or of in _TAKES else word[0], said)


def only_chooses(said: str, state: ConversationState, around: Around) -> bool:
    """Tell whether nothing but the choices of step 1 is written there, «16 år, ungdomsklubben, rus», which tells of
    nobody yet. With a clear sign of danger it is heard as anything else."""
    words = words_of(said)
    if state.active != CASE or state.case.step != ABOUT or not words or not _is_nothing_else(words, around):
        return False
    sign = around.acute.detect(said)
    return sign is None or sign.is_faint


def _field_alone(part: str, around: Around) -> str | None:
    """Return the field that takes one choice and is all that a part of a message names; None for anything else."""
    words = words_of(part)
    named = _answers_in(part, around, is_plain=True) if words and _is_nothing_else(words, around) else {}
    of = [name for name, value in named.items() if value]
    return of[0] if len(of) == 1 and of[0] != "themes" else None


def _answers_in(said: str, around: Around, *, is_plain: bool) -> Mapping[str, str]:
    """Return what is said of each field; where it is nothing but that (`is_plain`), «uro» is a theme."""
    told = f" {' '.join(words_of(said))} "
    arenas = [*dict.fromkeys((*_named("arena", get_args(Arena), told, around), *_place_of(told, around)))]
    arenas += ["videregaende"] if around.text.words("case.words_upper_school") & {*told.split()} else []
    if not arenas and grade_band(said) is not None:
        arenas = ["skole"]
    if "videregaende" in arenas:  # «videregående skole» names a school as well
        arenas = ["videregaende"]
    about = _of_trouble(said, around) if is_plain else told  # in a sentence «en god elev» says nothing of «fravær»
    themes = [] if _denies_a_theme(said, around) else _themes_in(about, around, is_plain=is_plain)
    return {
        "age": _age_in(said, told, around) or (_bare_age_in(said) if is_plain else ""),
        "arena": arenas[0] if len(arenas) == 1 else "",
        "themes": as_value(themes),
        "way": _way_in(told, around),
    }


def _named(prefix: str, ids: Sequence[str], told: str, around: Around) -> list[str]:
    titles = ((one, title) for one in ids for title in _titles(prefix, one, around.text))
    named = [one for one, title in titles if any(f" {title}{ending} " in told for ending in _ENDINGS)]
    return [*dict.fromkeys(named)]


def _themes_in(told: str, around: Around, *, is_plain: bool) -> list[str]:
    named = {*_named("theme", tuple(THEMES), told, around)}
    also = [(word, one) for one in THEMES for word in also_called(one, around.text) if is_plain]
    for word, one in sorted(also, key=lambda pair: -len(pair[0])):  # «sykdom» of «psykisk sykdom» is no other theme
        said = next((form for ending in _ENDINGS if (form := f" {word}{ending} ") in told), None)
        if said is not None:
            named.add(one)
            told = told.replace(said, "  ")
    return [one for one in THEMES if one in named]


def _of_trouble(said: str, around: Around) -> str:
    """Return what is said without what is said to be fine: «språk ok, fravær» is about «fravær». «Uten navn» says that
    of no theme."""
    for way in around.text.listed("case.words_anonymous"):
        said = re.sub(rf"\b{re.escape(way)}\b", ",", said, flags=re.IGNORECASE)
    names = [name for one in THEMES for name in (*_titles("theme", one, around.text), *also_called(one, around.text))]
    return f" {' '.join(words_of(told_to_worry(said, names)))} "


def _denies_a_theme(said: str, around: Around) -> bool:
    """Tell whether something is said not to be there, «ingen vold, bare uro», so that the card asks which themes it is.
    «Uten samtykke» denies none, nor does the «nei» of who answers anew, «nei, fravær», «nei jeg mente fravær»."""
    words = _beside_anonymous(f" {' '.join(words_of(said))} ", around)
    small = around.text.words("guide.words_small", "common.place_small", "common.place_beside", "case.words_changing")
    is_refused = any(after[1] not in small for after in _NO_TO.finditer(said.casefold()))
    return is_refused or may_deny(words, around.text)


def _beside_anonymous(told: str, around: Around) -> list[str]:
    """Return the words beside those for the anonymous way: «uten» and «vet ikke» of these deny nothing."""
    for way in around.text.listed("case.words_anonymous"):
        told = told.replace(f" {way} ", " ")
    return told.split()


def _titles(prefix: str, one: str, texts: Texts) -> tuple[str, ...]:
    return tuple(" ".join(words_of(name)) for name in texts.called(f"names.{prefix}_{one}"))


def _place_of(told: str, around: Around) -> list[str]:
    """Return the arenas of the kinds of places that are named: a «helsestasjon» is one of health, and «psykisk helse»
    is none."""
    for theme in (title for one in THEMES for title in _titles("theme", one, around.text) if " " in title):
        told = told.replace(f" {theme} ", " ")
    words = {*told.split()}
    return [one for one in PLACES if not words.isdisjoint(around.text.words(f"case.words_arena_{one}"))]


def _age_in(said: str, told: str, around: Around) -> str:
    """Return the age band that is told: one by its name, or the only one an age lies in. «0–18 år», as in the name of a
    team, is no age."""
    titled = _named("age", AGE_BANDS, told, around)
    if titled:
        return titled[0] if len(titled) == 1 else ""
    if _GROWN.search(said.casefold()):
        return "over-20"
    said = _LEVEL.sub(" ", said.casefold())  # «nivå 0 er gjort» tells of no child
    if graded := grade_band(said):
        return graded
    span = _SPAN.search(said)
    if span is not None:
        unit = "mnd" if _MONTHS.search(said) else "år"
        low, high = (age_band(f"{one} {unit}") for one in span.groups())
        return low if low and low == high else ""
    if _MONTHS.search(said):
        return age_band(said) or ""
    age = age_told(said)
    return (band_of_years(age) if age is not None else None) or ""


def _bare_age_in(said: str) -> str:
    """Return the age band of the only number in a message that is nothing but answers: «jente 14, fravær, anonymt». A
    grade is none, «11. trinn», nor is how many or how much: «3 barn», «fravær 20 %»."""
    told = _COUNTED.sub(" ", _GRADE.sub(" ", _LEVEL.sub(" ", said.casefold())))
    numbers = [*map(int, _NUMBER.findall(told))]
    return (band_of_years(numbers[0]) if len(numbers) == 1 and 1 < numbers[0] <= OLDEST else None) or ""


def _is_nothing_else(words: Sequence[str], around: Around) -> bool:
    """Tell whether there is nothing but names of choices, an age and small words: it is an answer, and no sentence."""
    names, in_names = _names_longest_first(around.text)
    small = around.text.words(*_SMALL)
    if not all(word in in_names or _is_small(word, small) for word in words):
        return False  # nearly always: few messages are looked through for the names
    told = f" {' '.join(words)} "
    for name in names:
        told = told.replace(f" {name} ", "  ")
    return all(_is_small(word, small) for word in told.split())


def _is_small(word: str, small: frozenset[str]) -> bool:
    """Tell whether a word may stand beside names of choices: it says nothing, or tells an age."""
    return word in small or _OF_AN_AGE.fullmatch(word) is not None or age_band(f"{word} år") is not None


@lru_cache(maxsize=4)
def _names_longest_first(texts: Texts) -> tuple[list[str], frozenset[str]]:
    """Return every name of a choice with its endings, and every word in one. The newest editions are remembered."""
    kinds: tuple[tuple[str, Sequence[str]], ...] = (
        ("age", AGE_BANDS), ("arena", get_args(Arena)), ("theme", tuple(THEMES)),
    )  # fmt: skip
    titles = [title for kind, ids in kinds for one in ids for title in _titles(kind, one, texts)]
    ways = [one for key in ("case.words_anonymous", "case.words_consent") for one in texts.listed(key)]
    titles += [word for one in THEMES for word in also_called(one, texts)]
    names = sorted([*ways, *(f"{title}{ending}" for title in titles for ending in _ENDINGS)], key=len, reverse=True)
    return names, frozenset(word for name in names for word in name.split())


def _way_in(told: str, around: Around) -> str:
    """Return the way that is told: «uten samtykke» before «samtykke»; nothing when neither is, or when it is denied."""
    beside = _beside_anonymous(told, around)
    if "nei" in beside or may_deny(beside, around.text):  # «samtykker ittj» tells not which way is wanted
        return "anonymt" if " anonymt " in told else ""
    for way, key in (("anonymt", "case.words_anonymous"), ("med_samtykke", "case.words_consent")):
        if any(f" {one} " in told for one in around.text.listed(key)):
            return way
    return ""
