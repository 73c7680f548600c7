"""Which case a member of a team means by what they type in its channel: the one whose code stands there, or whose card
began the thread. What was shown to them last, elsewhere, may be about another one."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.case import CODE, Case, code_in
from bot.domain.conversation import ConversationState, ShownButton
from bot.domain.errors import CaseNotFound, CaseUnreadable
from bot.domain.ports import UnitOfWork
from bot.domain.turn import PlaceKind, Said, Turn
from bot.turns.in_channel import typed_in_channel
from dialogs.cases.team_card import team_buttons
from dialogs.dialog import Around

CASE = "case_"
"""What the verbs of a case in its team's channel begin with."""


async def at_case(
    turn: Turn, state: ConversationState, around: Around, uow: UnitOfWork, *, is_outsider: bool
) -> tuple[Turn, ConversationState, Around]:
    """Let words typed in a channel be heard below the case they name or stand under, without its code. All else, and
    words in a thread that may be about what was shown last in it, are heard as they are. Whoever is not in the team
    learns of no case."""
    said = turn.what
    if is_outsider or not isinstance(said, Said) or turn.place.kind is not PlaceKind.CHANNEL:
        return turn, state, around
    code = _code_said(said.own_words)
    named = await _case_here(turn, uow, code=code) if code else None
    is_there = turn.thread == state.shown_in and _may_be_about_what_is_shown(said, state, around)
    case = named or (await _case_here(turn, uow) if turn.thread and not is_there and not code else None)
    if case is None:
        return turn, state, around
    buttons = team_buttons(case, around.text, around.today, turn.person.id)
    shown = tuple(ShownButton(one.title, one.verb, one.id, one.version) for one in buttons)
    state = replace(state, shown=shown, fields=(), shown_before=(), said_since=False)
    if named is None:
        return turn, state, around
    without = replace(said, text=_without_code(said.text), own=said.own and _without_code(said.own))
    return replace(turn, what=without), state, replace(around, case_named=case.id)


def _may_be_about_what_is_shown(said: Said, state: ConversationState, around: Around) -> bool:
    """Tell whether words in the thread in which something was shown last may be about that: it is one case, or it has
    the button or the field that was typed. Below a list or a help that somebody asked for in a thread, words for no
    button of it are about the case of the thread."""
    is_one = len({one.id for one in state.shown if one.verb.startswith(CASE)}) == 1
    return is_one or typed_in_channel(said.own_words, state, around) is not None


def _code_said(words: str) -> str:
    """Return the only code that stands before a colon: behind one are words for somebody, which may name another
    case."""
    label = words.partition(":")[0]
    return code_in(label) if len(CODE.findall(label)) == 1 else ""


def _without_code(words: str) -> str:
    return CODE.sub("", words, count=1).strip()


async def _case_here(turn: Turn, uow: UnitOfWork, *, code: str = "") -> Case | None:
    """Return the case with the code, or the one whose card began the thread, when its team has this channel."""
    try:
        id = "" if code else await uow.channels.case_of_card(turn.thread)
        case = await (uow.cases.by_code(code) if code else uow.cases.get(id or ""))
    except (CaseNotFound, CaseUnreadable):
        return None
    link = await uow.channels.of_team(case.team)
    return case if link is not None and link.place.room == turn.place.room else None
