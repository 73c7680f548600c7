"""Names: whether the team sees the requester's own, and what is done when the child's was written by mistake."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.domain.case import Case
from bot.domain.case_under_way import CASE
from bot.domain.commands import ListMyCases
from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from bot.domain.turn import Pressed, Said, Turn
from dialogs.cases.taken_back import text_wrong
from dialogs.cases.which_case import OVER
from dialogs.cases.words import listing
from dialogs.dialog import Around, Step


@dataclass(frozen=True)
class OfName:
    """What was said of a name."""

    kind: Literal["own", "written", "sees_nobody", "sees_case"]


def own(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask for the cases, to tell on which of them the name is seen."""
    return Step(commands=(ListMyCases(turn.person, about=OfName("own")),))


def who_sees(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Say who sees what is written here and what is sent; whoever has sent a case may have shown the name to a team."""
    kind: Literal["sees_nobody", "sees_case"] = "sees_case" if pressed.verb == "sees_case" else "sees_nobody"
    if not around.has_cases:
        return Step((Line(around.text(f"answers.{kind}")),))
    return Step(commands=(ListMyCases(turn.person, about=OfName(kind)),))


def written(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Tell whoever wrote a name where it is, and how it is taken out of what is sent; ask for the cases."""
    is_unsent = state.active == CASE or state.case_draft is not None
    unsent = (Line(around.text("case.name_written_unsent")),) if is_unsent else ()
    asked = (ListMyCases(turn.person, about=OfName("written")),) if around.has_cases else ()
    return Step((Line(around.text("case.name_written")), *unsent), commands=asked)


def tell(about: OfName, turn: Turn, cases: Sequence[Case], around: Around) -> Step:
    """Tell of the cases that a team has now."""
    open_now = [case for case in cases if case.status not in OVER]
    if about.kind == "own":
        return Step(tuple(_seen(open_now, around)) or (Line(around.text("answers.sees_case")),))
    if about.kind != "written":
        return Step(tuple(_sees(about.kind, cases, around)))
    said = turn.what.text if isinstance(turn.what, Said) else ""
    return text_wrong(open_now, said, around) if open_now else Step()


def _sees(kind: str, cases: Sequence[Case], around: Around) -> list[Line]:
    """Return who sees what; a team goes on seeing a name that was shown, also when the case is closed."""
    shown = [case for case in cases if case.requester_shown_as]
    if not shown:
        return [Line(around.text(f"answers.{kind}"))]
    told = Line(around.text("answers.sees_shown", code=listing([case.code for case in shown])))
    return [told, *_seen([case for case in cases if case.status not in OVER and case not in shown], around)]


def _seen(cases: Sequence[Case], around: Around) -> list[Line]:
    shown = [case.code for case in cases if case.requester_shown_as]
    hidden = [case.code for case in cases if not case.requester_shown_as]
    told = ((codes, f"case.{key}") for key, codes in (("name_shown_on", shown), ("name_hidden_on", hidden)))
    return [Line(around.text(key, code=listing(codes))) for codes, key in told if codes]
