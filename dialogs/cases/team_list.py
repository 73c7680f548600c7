"""`saker`: the team's own cases, open, mine, on the next meeting or closed; as a list and for the search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.content.texts import Texts
from bot.domain.case import Case
from bot.domain.commands import ClaimCase, Command, ListTeamCases, ShowTeamCase, Which
from bot.domain.conversation import ConversationState
from bot.domain.follow_up import is_overdue, waits_for_answer
from bot.domain.outcomes import CasesAre, Outcome
from bot.domain.reply import Button, Card, Line, Paragraph, Row, Rows
from bot.domain.turn import Pressed, Searched, Turn
from dialogs.cases.meeting import agenda_cards, taken_up, waits_for_meeting
from dialogs.cases.on_duty import show_button
from dialogs.cases.team_card import TAKE_OVER
from dialogs.cases.which_team import name_of_team
from dialogs.cases.words import child_of, day_and_time, how_long, themes_of
from dialogs.dialog import Around, Handler, Step

MEANT = "meant"
"""Id of the list that is shown to who meant something by a case, and it is not known which."""
TAKES = "takes"
"""Id of the list that is asked for by who says that they take the case: the only open one is taken."""
ANSWER = "case_answer"
TAKES_OVER = TAKE_OVER
"""Id of the list that is asked for by who takes a case over: of the only one that somebody else has, or that nobody
has where none is, it is asked whether they mean it."""
FORMS: Mapping[str, str] = {"case_ask": "ask", ANSWER: "answer"}
"""Ids of the lists that are asked for by who wants to ask or answer the requester, and the form that opens: on the only
case they have. Who has none and asks is told what must be done with the only open one first."""
OWN_FORMS: Mapping[str, str] = {"case_pass_on": "pass_on", "case_close": "close"}
"""Ids of the lists that are asked for by who lets a case go or closes it, and the form that opens on the only one they
have."""
SHOWN = 25
"""More rows than this make a card nobody reads; the rest is found by search."""


def listed(which: Which) -> Handler:
    """Return a handler that asks for one kind of the team's cases."""

    def handler(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
        then = pressed.id if pressed.id in (MEANT, TAKES, TAKES_OVER, *FORMS, *OWN_FORMS) else ""
        return Step(commands=(ListTeamCases(turn.person, turn.place, which, then),))

    return handler


def tell_cases(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Show what was asked for: a list, the agenda, or the results of a search."""
    if not isinstance(outcome, CasesAre) or not isinstance(outcome.command, ListTeamCases):
        return Step()
    if isinstance(turn.what, Searched):
        return Step(tuple(found_card(one, around) for one in matching(outcome.cases, turn.what.query, around.text)))
    if outcome.command.which == "meeting":
        return Step(agenda_cards(outcome, around))
    only = _only(outcome)
    if only is not None:
        return Step(commands=(only,))
    shown = _list_card(outcome, outcome.command.which, around)
    if not outcome.command.then:
        return Step((shown,))
    ending = "none" if not outcome.cases else "only" if len(outcome.cases) == 1 else "which"
    return Step((Line(around.text(f"team.meant_{ending}")), shown))


def _only(found: CasesAre) -> Command | None:
    """Return what is done at once to the only case that may be meant; None where none or several may be."""
    asked, cases = found.command, found.cases
    if not isinstance(asked, ListTeamCases):
        return None
    own = [case for case in cases if case.claimed_by is not None and case.claimed_by.id == asked.by.id]
    is_own = asked.then in OWN_FORMS or (asked.then in FORMS and (own or asked.then == ANSWER))
    meant = own if is_own else cases
    if asked.then == TAKES_OVER:
        others = [case for case in cases if case not in own]
        meant = [case for case in others if case.claimed_by is not None] or others
    opens = {TAKES_OVER: "take_over", **FORMS, **OWN_FORMS}
    if len(meant) != 1 or asked.then not in (TAKES, *opens):
        return None
    if asked.then == TAKES:
        return ClaimCase(meant[0].id, asked.by, asked.place)
    return ShowTeamCase(meant[0].id, asked.by, asked.place, opens[asked.then])


def _list_card(outcome: CasesAre, which: Which, around: Around) -> Card:
    text, found = around.text, outcome.cases
    rows = tuple(_row(number, case, around) for number, case in enumerate(found[:SHOWN], 1))
    ending = "none" if not found else "one" if len(found) == 1 else "many"
    more = (Paragraph(text("team.list_more", number=len(found) - SHOWN)),) if len(found) > SHOWN else ()
    median = outcome.median_answer
    pace = (Paragraph(text("team.median", time=how_long(median, text)), subtle=True),) if median else ()
    others: tuple[tuple[Which, str], ...] = (
        ("open", "team_cases"),
        ("mine", "team_mine"),
        ("meeting", "team_meeting"),
        ("closed", "team_closed"),
    )
    return Card(
        kind="team_cases",
        title=text(f"team.list_{which}_{ending}", number=len(found)),
        blocks=(*((Rows(rows),) if rows else ()), *more, *pace),
        buttons=(
            *(Button(text(f"team.list_{other}"), verb) for other, verb in others if other != which),
            show_button(text),
        ),
    )


def _row(number: int, case: Case, around: Around) -> Row:
    text = around.text
    title = text(
        "team.list_row",
        code=case.code,
        themes=themes_of(case.form.themes, text),
        status=_status(case, text),
    )
    key = "team.list_due_over" if is_overdue(case, around.now) else "team.list_due"
    note = text(key, due=day_and_time(case.due_at)) if waits_for_answer(case) else ""
    if waits_for_meeting(case):
        note = text("team.list_taken", meeting=taken_up(case, around.knowledge))
    if note and case.form.urgency == "haster":
        note = text("team.list_urgent", note=note)
    return Row(str(number), title, note, Button(case.code, "case_show", case.id, case.version))


def _status(case: Case, text: Texts) -> str:
    """Return how far a case is in the words of its card in the channel, not in those the requester reads."""
    return text(f"team.row_{case.status}", who=case.claimed_by.name if case.claimed_by else text("team.no_name"))


def matching(cases: Sequence[Case], query: str, text: Texts) -> list[Case]:
    """Return the cases whose code or fixed choices hold every word of the query. Their text is not searched."""
    words = query.casefold().split()
    return [case for case in cases if all(word in _searched(case, text) for word in words)]


def _searched(case: Case, text: Texts) -> str:
    holder = case.claimed_by.name if case.claimed_by else ""
    status = (_status(case, text), text(f"case.status_{case.status}"))
    return " ".join((case.code, child_of(case, text), themes_of(case.form.themes, text), *status, holder)).casefold()


def found_card(case: Case, around: Around) -> Card:
    """Return a case as a search result: nothing that somebody wrote, so that it can't be shared by mistake."""
    text = around.text
    return Card(
        kind="found_case",
        header=(name_of_team(case.team, around.knowledge), ""),
        title=f"{text('team.header_code', code=case.code)} · {text(f'case.status_{case.status}')}",
        intro=f"{themes_of(case.form.themes, text)} · {child_of(case, text)}",
        doors=False,
    )
