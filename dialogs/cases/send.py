"""The last step of a case: checked one last time, sent once, and answered with a receipt."""

from __future__ import annotations

from bot.content.meetings import next_meeting
from bot.content.team import Team
from bot.content.working_time import due_at
from bot.domain.case import CaseText, Pace
from bot.domain.commands import SubmitCase
from bot.domain.conversation import DRAFT_FOR, ConversationState
from bot.domain.errors import TeamNotConnected
from bot.domain.outcomes import CaseIs, Outcome, Refused
from bot.domain.reply import Line
from bot.domain.turn import Pressed, Turn
from dialogs.cases.about import channel_key
from dialogs.cases.form import choices_of, draft_of, team_of
from dialogs.cases.old_card import expired
from dialogs.cases.other_ways import sorry_card
from dialogs.cases.requester_card import receipt_card
from dialogs.cases.review import check_texts, edit, is_unseen, not_checked, not_to_send, texts_of, under_way
from dialogs.cases.words import day_and_time
from dialogs.checked_text import CheckedText
from dialogs.contacts import contact_rows
from dialogs.dialog import Around, Step

URGENT = ("barnevern_mottak", "barnevernvakt")
"""Whom to ring when even an urgent answer is too late."""


def send(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Check the text one last time and send it: what is carried on a card is never trusted."""
    team = team_of(state, around)
    if not under_way(state, around, pressed) or team is None:
        return expired(turn, pressed, state, around)
    if pressed.is_loose:
        return Step((Line(around.text("common.say_it_whole", title=around.text("case.send"))),))
    if is_unseen(pressed, state):
        return edit(turn, pressed, state, around)
    values = texts_of(pressed, state)
    checked = check_texts(values, state, around)
    if checked.failed:
        return not_checked(values, state, around)
    sent = Step(state=state, commands=(_submission(turn, checked, team, state, around),))
    return not_to_send(checked, state, around) or sent


def _submission(turn: Turn, checked: CheckedText, team: Team, state: ConversationState, around: Around) -> SubmitCase:
    case = state.case
    municipality = state.profile.municipality or ""
    to_meeting = case.urgency != "haster" and team.clock.ordinary == "neste_mote"
    meeting = next_meeting(team.meets, around.now) if to_meeting else None
    return SubmitCase(
        requester=turn.person,
        place=turn.place,
        municipality=municipality,
        team=channel_key(municipality, team.id),
        form=choices_of(state),
        text=CaseText(**checked.fields),
        submission_id=case.submission,
        due_at=due_at(around.now, urgent=case.urgency == "haster", clock=team.clock),
        pace=_pace(team, state, around),
        follows=case.follows,
        told=case.told,
        to_meeting=to_meeting,
        meeting_at=meeting.at if meeting else None,
        receipt_id=(turn.what.card_id or "") if isinstance(turn.what, Pressed) else "",
    )


def _pace(team: Team, state: ConversationState, around: Around) -> Pace:
    """Return how the team wants to be reminded, as its profile says today."""
    profile = around.municipality(state)
    return Pace(
        untouched_working_days=team.clock.untouched_working_days,
        urgent_office_hours=team.clock.urgent_office_hours,
        ordinary_working_days=team.clock.ordinary_working_days,
        evaluate_after_days=team.clock.evaluate_after_days,
        quiet=team.clock.quiet_periods,
        on_duty=tuple(team.on_duty.items()),
        retention_days=profile.retention_days if profile else Pace().retention_days,
    )


def tell_not_sent(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Say whom to ask instead, and where the text is, when its team has lost its channel since the case was begun."""
    team, draft = team_of(state, around), draft_of(state)
    if not (isinstance(outcome, Refused) and isinstance(outcome.error, TeamNotConnected)) or team is None:
        return Step()
    title = around.text("case.not_connected_title", team=team.name)
    until = day_and_time(draft.kept_at + DRAFT_FOR) if draft else ""
    after = around.text("case.not_connected_draft", until=until) if draft else ""
    return Step((sorry_card(title, "case.not_connected_intro", state, around, after=after),))


def tell_submitted(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Give the receipt; the card with the text is replaced, so that nothing found stays in the chat."""
    if not isinstance(outcome, CaseIs):
        return Step()
    is_urgent = outcome.case.form.urgency == "haster"
    ring = contact_rows(URGENT, state, around) if is_urgent else ()
    done, linked = state.in_dialog(None).without_any_case(), state.case.follows
    is_unlinked = bool(linked) and outcome.case.follows != linked
    said = (Line(around.text("case.sent_unlinked", code=linked)),) if is_unlinked else ()
    return Step(said, state=done, replaces=receipt_card(outcome.case, around, ring))
