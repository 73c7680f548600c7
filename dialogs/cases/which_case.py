"""Which of the person's own cases is meant by words. A message about another case may have come since one was shown, so
it is never guessed: words mean a case when there is only one they can mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from bot.content.texts import Texts
from bot.domain.case import CODE, Case, Status, code_in
from bot.domain.case_actions import Action, CaseRole, is_allowed, may_change_text, needs_new_text
from bot.domain.commands import ListMyCases
from bot.domain.conversation import ConversationState, ShownButton
from bot.domain.reply import Button, Card
from bot.domain.turn import Pressed, Said, Turn
from dialogs.by_words import TELLING_WORD, by_place, stem_of, words_of
from dialogs.cases.requester_card import LEAF, my_row
from dialogs.dialog import Around, Step
from dialogs.pages import Page, paged
from dialogs.theme_names import words_of_themes

REPLY, ADD, SHOW, WITHDRAW = "my_reply", "my_add", "my_show", "my_withdraw"
RENEW, CHANGE, OPEN, REOPEN = "my_renew", "my_change", "my_case", "my_reopen"
"""Verbs of what is done with one case, and may be typed without saying which."""
LISTS = "my_which"
"""The kind of the card that asks which case is meant."""
NEITHER = "my_none"
"""The verb of the way out of the list that asks which: none of them is meant."""
THIS = "_this"
"""What the verb ends with on the list that asks which: there the case is chosen by its code."""
ABOUT_ONE = ("my_own_words", "my_own_add", f"{REPLY}_send", f"{ADD}_send")
"""Verbs that send words to the team of one case."""
REOPENED = "gjenåpn"
"""What begins a word that says by itself that something is opened again."""
OVER = (Status.CLOSED, Status.WITHDRAWN)
ELSE = "annet"
"""The theme of what has no other."""
LAST_PART = 5
"""Letters of the last part of a theme's name that may stand for it, «fravær» of «skolefravær»."""
JOINING = {"og", "eller"}
"""Words in the name of a theme that join two."""
ABOUT_TEXT = {CHANGE: RENEW, RENEW: CHANGE}
"""Both are about the text: where there is no case for the one, the other is meant."""
MOST_ROWS = 20
"""So many cases may be counted where no list of them is in sight."""
BY_CODE = (SHOW, REPLY, WITHDRAW, ADD, CHANGE, RENEW, REOPEN, OPEN)
"""What may be typed with a code, the first that fits: «vis meg for teamet i sak …» is more than «vis …»."""


COMPOUND = re.compile(r"\b(\w{4,}?)s?(sak(?:en|a)?)\b", re.IGNORECASE)
"""«Fraværssaken»: a theme and «saken» in one word."""


@dataclass(frozen=True)
class OfCode:
    """The case is named by its code."""

    code: str


@dataclass(frozen=True)
class OfTheme:
    """The case is named by what it is about."""

    theme: str


@dataclass(frozen=True)
class Leafed:
    """A page of a list of cases, the first one if no other was asked for, and the words its choices carry."""

    number: int = 0
    said: tuple[tuple[str, str], ...] = field(default=(), repr=False)


def leaf(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask for another page of the list that was shown: of all cases, or of those that may be meant."""
    said = tuple((name, words) for name, words in pressed.values.items() if name == "text")
    return Step(commands=(ListMyCases(turn.person, pressed.id, Leafed(pressed.version, said)),))


def typed_code(said: str, texts: Texts, shown: Sequence[ShownButton] = ()) -> tuple[str, str] | None:
    """Return what is to be done and with which case: «svar på sak K7M-42P», «trekk k7m 42p», or the bare code; below
    the list that asks which, what the list is for: «den k7m 42p»."""
    code = code_in(said)
    if not code:
        return None
    words = words_of(CODE.sub(" ", said))
    small = texts.words("commands.code_small")
    if (listed := _listed_for(shown)) and set(words) <= small | texts.words("guide.words_no", "guide.words_yes"):
        return listed, code
    for verb in BY_CODE:
        own = texts.words(f"commands.code_{verb}")
        if set(words) <= own | small and (verb == OPEN or not own.isdisjoint(words)):
            return verb, code
    return None


def typed_theme(said: str, shown: Sequence[ShownButton], texts: Texts) -> tuple[str, str] | None:
    """Return what is to be done and what the case is about: «trekk saken om skolefravær», «trekk den om mobbing»; below
    the list that asks which, what the list is for: «den om mobbing», «nei, mobbing»."""
    words, case = {*words_of(COMPOUND.sub(r"\1 \2", said))}, texts.words("commands.case_words")
    theme, name = theme_named(words, texts)
    if "?" in said or not theme:
        return None
    listed_for = _listed_for(shown)
    around = case | texts.words("commands.code_small", "guide.words_no", "guide.words_yes")
    if listed_for and words - name <= around:
        return listed_for, theme
    if words.isdisjoint(case):
        return None
    for verb in BY_CODE:
        own = texts.words(f"commands.code_{verb}")
        if words - name <= own | case | texts.words("commands.code_small") and not own.isdisjoint(words):
            return verb, theme
    return None


def typed_row(said: str, shown: Sequence[ShownButton], texts: Texts) -> tuple[str, str] | None:
    """Return what is to be done and the code of the case whose row of the list shown last is named: «trekk den andre»,
    «legg til på den første»."""
    rows = [code for one in shown if one.verb == OPEN and (code := code_in(one.title))]
    named = _row_named(said, len(rows), texts)
    return (named[0], rows[named[1]]) if named is not None else None


def row_of_no_list(said: str, shown: Sequence[ShownButton], texts: Texts) -> str:
    """Return what is to be done with a case that is named by its row below one's own case, where no list is in sight:
    which one is asked. Anything else has a first and a second too."""
    is_below = any(one.verb.startswith("my_") for one in shown) and all(one.verb != OPEN for one in shown)
    named = _row_named(said, MOST_ROWS, texts) if is_below else None
    return named[0] if named is not None and named[0] != OPEN else ""


def _row_named(said: str, number: int, texts: Texts) -> tuple[str, int] | None:
    words = words_of(said)
    if not number or "?" in said:
        return None
    for verb in BY_CODE:
        own = texts.words(f"commands.code_{verb}")
        around = texts.words(
            f"commands.code_{verb}", "commands.code_small", "commands.case_words", "commands.ask_small"
        )
        rest = [word for word in words if word not in around]
        if not own.isdisjoint(words) and (place := by_place(" ".join(rest), number, texts)) is not None:
            return verb, place
    return None


def is_listed(shown: Sequence[ShownButton]) -> bool:
    """Tell whether the list that asks which case is meant was shown last."""
    return any(one.verb == NEITHER for one in shown)


def _listed_for(shown: Sequence[ShownButton]) -> str:
    """Return what the list that asks which case is for; nothing where another thing was shown last."""
    return shown[0].verb.removesuffix(THIS) if is_listed(shown) else ""


def carries_words(state: ConversationState) -> bool:
    """Tell whether the list that asks which case, which is shown last, carries what was written before."""
    return state.words_listed and is_listed(state.shown)


def asks_for_another(said: str, shown: Sequence[ShownButton], texts: Texts) -> bool:
    """Tell whether a few words below what is about one case, or asks which, say that another is meant: «nei den
    andre», «nei, en annen sak»."""
    words, no, other = words_of(said), texts.words("guide.words_no"), texts.words("commands.other_case")
    is_about = is_listed(shown) or any(one.verb in ABOUT_ONE for one in shown)
    small = ("code_small", "case_words", "ask_small", "other_case_beside")
    known = no | other | texts.words(*(f"commands.{key}" for key in small))
    is_said = bool(words) and words[0] in no and not other.isdisjoint(words) and known.issuperset(words)
    return is_about and is_said and "?" not in said


def theme_named(words: AbstractSet[str], texts: Texts) -> tuple[str, AbstractSet[str]]:
    """Return the only theme that is named and its words that were said, also bent or without what it is put together
    of, «fraværet» is «skolefravær»; nothing when none or several are. «Noe annet» names none."""
    named = [(theme, name - JOINING) for theme, name in words_of_themes(texts) if theme != ELSE]
    held = [(theme, name) for theme, name in named if name <= words]
    whole = [(theme, name) for theme, name in held if not any(name < other for _, other in held)]
    said: frozenset[str] = frozenset().union(*(name for _, name in whole))
    heard = ((theme, _words_of(name, words)) for theme, name in named)
    # «helse» of «psykisk helse» names no other theme
    about = whole + [(theme, some) for theme, some in heard if not some <= said and any(map(_is_telling, some))]
    themes = {theme for theme, _ in about}
    return (themes.pop(), said.union(*(some for _, some in about))) if len(themes) == 1 else ("", frozenset())


def theme_of_case(said: str, texts: Texts) -> str:
    """Return the theme in «saken om mobbing», wherever it stands; empty when there is none."""
    words = words_of(said)
    nouns = texts.words("commands.status_case")
    after = (words[at + 2 :] for at, word in enumerate(words[:-2]) if word in nouns and words[at + 1] == "om")
    return next((theme for rest in after if (theme := theme_named({*rest[:3]}, texts)[0])), "")


def _words_of(name: AbstractSet[str], words: AbstractSet[str]) -> frozenset[str]:
    """Return the words that are of a theme's name."""
    return frozenset(word for word in words if any(_is_of(word, one) for one in name))


def _is_of(word: str, name: str) -> bool:
    """Tell whether a word is one of a theme's name, bent, or the last part of it: «sorg» is no «omsorg», and «rolle» no
    «kontroll»."""
    stem, whole = stem_of(word), stem_of(name)
    is_part = len(stem) >= LAST_PART and whole.endswith(stem)
    return word == name or (_is_telling(word) and (stem == whole or is_part))


def _is_telling(word: str) -> bool:
    return len(word) >= TELLING_WORD


def asks_to_reopen(said: str, texts: Texts) -> bool:
    """Tell whether the words ask that a closed case is opened again, without saying which: «jeg vil åpne den igjen»."""
    words = words_of(said)
    again, opened = f"commands.code_{REOPEN}", "commands.open_words"
    if not texts.words(again, opened, "commands.code_small", "commands.ask_small").issuperset(words):
        return False
    is_both = not (texts.words(again).isdisjoint(words) or texts.words(opened).isdisjoint(words))
    return is_both or any(word.startswith(REOPENED) for word in words)


def says_yes_first(said: str, texts: Texts) -> bool:
    """Tell whether what is asked for begins with a yes: «ja, åpne den igjen»."""
    return not texts.words("guide.words_yes").isdisjoint(words_of(said)[:1])


def code_before(said: str, texts: Texts) -> tuple[str, str]:
    """Return the case that words for a team begin with and what follows, «svar K7M-42P: …»; no code when they begin
    otherwise."""
    found = CODE.search(said)
    known = texts.words("commands.code_small", f"commands.code_{REPLY}", f"commands.code_{ADD}")
    if found is None or not {*words_of(said[: found.start()])} <= known:
        return "", said
    return code_in(said), said[found.end() :].strip().lstrip(":,.–- ")


def answer_to(case: Case, question: str) -> str:
    """Return the id of a button that answers a question of the case: it answers no other, however old the card is."""
    return f"{case.id}.{question}"


def answered_by(pressed: Pressed) -> tuple[Pressed, str]:
    """Return the press as one on its case, and the key of the question it answers; the key is empty when it tells
    none."""
    case_id, _, question = pressed.id.partition(".")
    return replace(pressed, id=case_id), question


def is_typed(turn: Turn) -> bool:
    """Tell whether the button was typed, with nothing that says which card was read."""
    return isinstance(turn.what, Said)


def may_be_meant(verb: str, cases: Sequence[Case]) -> tuple[Case, ...]:
    """Return the cases the words may be about: an answer is about one with a question, another text about one whose
    text may be changed, a new one about one that has lost its own (with none of these each may mean the other); only a
    closed one that still has its text is opened again."""
    if verb == REOPEN:
        return tuple(case for case in cases if is_allowed(case, Action.REOPEN, CaseRole.REQUESTER))
    meant = tuple(case for case in cases if case.status not in OVER and _can_be_meant(verb, case))
    if meant or verb not in ABOUT_TEXT:
        return meant
    return tuple(case for case in cases if case.status not in OVER and _can_be_meant(ABOUT_TEXT[verb], case))


def _can_be_meant(verb: str, case: Case) -> bool:
    if verb == REPLY:
        return case.open_question is not None
    if verb == CHANGE:
        return may_change_text(case)
    return needs_new_text(case) if verb == RENEW else True


def which_card(verb: str, cases: Sequence[Case], around: Around, leafed: Leafed | None = None) -> Card:
    """Ask which case is meant; what was said about it is carried by the choices."""
    text, shown = around.text, leafed or Leafed()
    rows = tuple(my_row(number, case, around, f"{verb}{THIS}", shown.said) for number, case in enumerate(cases, 1))
    card = Card(
        kind=LISTS,
        header=(text("case.header"), ""),
        title=text("case.which_title"),
        intro=text("case.which_intro"),
        buttons=(Button(text("case.which_none"), NEITHER, submits_inputs=False),),
    )
    return paged(card, rows, Page(LEAF, verb, shown.number, shown.said), around)
