"""What somebody writes to be added to a case, in one message: «legg til på den første: …», «legg til: …».

Nothing is sent: the words are shown on the card of the case they are meant for. Knows nothing of what a team waits for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.content.texts import Texts
from bot.domain.case import Case
from bot.domain.conversation import ConversationState, ShownButton
from bot.domain.reply import Line
from dialogs.answers.dialog import names_warning
from dialogs.by_words import words_of
from dialogs.cases.form import LONGEST
from dialogs.cases.mine import named_case
from dialogs.cases.which_case import ADD, Leafed, OfCode, OfTheme, may_be_meant, typed_row, typed_theme, which_card
from dialogs.dialog import Around, Step

MOST_CARRIED = 2 * LONGEST
"""Characters up to which every row of the list that asks which case carries the words; more are too many for Teams."""
_AT = re.compile(
    r"\W*(?:(?:hei|og|kan|vil|må|skal|bør|jeg|du|eg|æ|vi|man|gjerne|også|òg|bare|berre) )*"
    r"(?:legge?|leggje|føye?)(?: gjerne| også| bare)? til,? at (.+)",
    re.IGNORECASE | re.DOTALL,
)
"""«Legg til at hun nå er borte hele uka»: what is to be added stands behind."""


@dataclass(frozen=True)
class ToAdd:
    """What is to be added and how its case is named; None when it is named by nothing."""

    words: str = field(repr=False)
    about: OfCode | OfTheme | None = None

    def among(self, cases: Sequence[Case]) -> tuple[Case, ...]:
        """Return the cases that may be meant."""
        match self.about:
            case OfCode(code):
                return tuple(case for case in may_be_meant(ADD, cases) if case.code == code)
            case OfTheme(theme):
                return tuple(case for case in may_be_meant(ADD, cases) if theme in case.form.themes)
            case _:
                return may_be_meant(ADD, cases)


def said_to_add(said: str, shown: Sequence[ShownButton], texts: Texts) -> ToAdd | None:
    """Return what stands behind «legg til:» or «legg til at», where a row of the list shown last, a theme or nothing
    names the case; None where nothing is to be added."""
    if (told := _AT.fullmatch(said)) is not None and not said.rstrip().endswith("?"):
        return ToAdd(told[1].strip())
    label, colon, behind = said.partition(":")
    words = behind.strip()
    if not (colon and words):
        return None
    if " ".join(words_of(label)) in texts.listed("commands.my_add"):
        return ToAdd(words)
    row, theme = typed_row(label, shown, texts), typed_theme(label, shown, texts)
    if row is not None and row[0] == ADD:
        return ToAdd(words, OfCode(row[1]))
    return ToAdd(words, OfTheme(theme[1])) if theme is not None and theme[0] == ADD else None


def which_to_add_to(to_add: ToAdd, cases: Sequence[Case], state: ConversationState, around: Around) -> Step | None:
    """Ask which of several cases it is to be added to; tell when none is about the theme. None when there is no case to
    ask about."""
    may_be = to_add.among(cases)
    if not may_be:
        return named_case(ADD, to_add.about, cases, state, around) if to_add.about is not None else None
    is_carried = len(to_add.words) * len(may_be) <= MOST_CARRIED
    line = Line(around.text("case.add_which" if is_carried else "case.add_which_copy"))
    said = (("text", to_add.words),) if is_carried else ()
    warning = names_warning(to_add.words, state, around)
    return Step((line, which_card(ADD, may_be, around, Leafed(said=said)), *warning))
