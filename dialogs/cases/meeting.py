"""The team's meeting: put a case on it, the agenda, and what the requester is told. Unknown day or time is said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from bot.content.fact import known
from bot.content.knowledge import Knowledge
from bot.content.meetings import Meeting, calendar_file, is_meeting, meeting_on, next_meeting
from bot.content.team import Meets, Team
from bot.content.texts import Texts
from bot.domain.case import Case, Status
from bot.domain.commands import ListTeamCases, PutOnMeeting, TakeOffMeeting
from bot.domain.conversation import ConversationState
from bot.domain.follow_up import waits_for_answer
from bot.domain.norway import day_of, hour_of
from bot.domain.outcomes import CasesAre
from bot.domain.reply import Block, Button, Card, File, Line, Paragraph, Row, Rows
from bot.domain.turn import Pressed, Turn
from dialogs.cases.which_team import name_of_team, team_by_key
from dialogs.cases.words import child_of, day, day_and_time, themes_of
from dialogs.dialog import Around, Step

CALENDAR = "my_calendar"
"""The button for the calendar, and what makes the file."""
OFF_MEETING = "case_off_meeting"


def put_on(case: Case, turn: Turn, around: Around) -> Step:
    """Put the case on the next meeting it can still reach, and say which; say so when the day is not filled in."""
    meets = _meets(case.team, around.knowledge)
    found = next_meeting(meets, around.now)
    said = around.text("team.meeting_put", when=day_and_time(found.at)) if found else _unknown(meets, around)
    if case.form.urgency == "haster" and waits_for_answer(case):
        said = f"{said} {around.text('team.meeting_urgent', due=day_and_time(case.due_at))}"
    at = found.at if found else None
    return Step((Line(said),), commands=(PutOnMeeting(case.id, turn.person, turn.place, at),))


def off_meeting(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Take the case off its meeting; words that name none are told where that is done."""
    if not pressed.id:
        return Step((Line(around.text("team.meeting_off")),))
    return Step(commands=(TakeOffMeeting(pressed.id, turn.person, turn.place),))


def _meets(team: str, knowledge: Knowledge) -> Meets | None:
    found = team_by_key(team, knowledge)
    return found.meets if found else None


def _unknown(meets: Meets | None, around: Around) -> str:
    return around.text("team.meeting_unknown", until_then=meets.until_then if meets else "").strip()


def meeting_of(case: Case, knowledge: Knowledge) -> Meeting | None:
    """Return the meeting the case is on, with its time; None while day or time is not filled in."""
    return meeting_on(_meets(case.team, knowledge), case.meeting_on)


def meeting_fact(case: Case, knowledge: Knowledge) -> str:
    """Return «torsdag 26. november kl. 12.00, frist onsdag …» as far as it is known."""
    text, found = knowledge.texts, meeting_of(case, knowledge)
    if found is None:
        return day(case.meeting_on) if case.meeting_on else text("team.meeting_next")
    return _with_deadline(found, text)


def next_meeting_fact(case: Case, knowledge: Knowledge, now: datetime) -> str:
    """Return the same of the next meeting the case can still be put on; nothing while that is not known."""
    found = next_meeting(_meets(case.team, knowledge), now)
    return _with_deadline(found, knowledge.texts) if found else ""


def last_moment(team: str, knowledge: Knowledge, at: datetime) -> datetime | None:
    """Return until when a case can be put on the meeting that is the team's next one at that time."""
    found = next_meeting(_meets(team, knowledge), at)
    return (found.deadline or found.at) if found else None


def moved_to(team: str, knowledge: Knowledge, on: date | None, at: datetime) -> tuple[date | None, time | None]:
    """Return when a case is taken up that is on a meeting that day: another day when there is no meeting then, or the
    day was not known, and the hour where it is known."""
    meets = _meets(team, knowledge)
    is_there = meets is not None and on is not None and is_meeting(meets, on)
    found = meeting_on(meets, on) if is_there else next_meeting(meets, at)
    hour = hour_of(found.at) if found else None
    return on if is_there else day_of(found.at) if found else None, hour


def _with_deadline(meeting: Meeting, text: Texts) -> str:
    if meeting.deadline is None:
        return day_and_time(meeting.at)
    return text("team.meeting_fact", when=day_and_time(meeting.at), deadline=day_and_time(meeting.deadline))


def promised(team: Team | None, around: Around) -> str:
    """Return where an ordinary case is taken up, «på møtet torsdag 26. november kl. 12.00»; nothing for a team that
    answers within working days."""
    if team is None or team.clock.ordinary != "neste_mote":
        return ""
    found = next_meeting(team.meets, around.now)
    return around.text("team.on_meeting", when=day_and_time(found.at)) if found else around.text("team.on_next")


def meetings_waited_for(around: Around) -> dict[str, datetime | None]:
    """Return when the next meeting is of each team whose ordinary cases wait for it, where that is known."""
    teams = ((place, team) for place, profile in around.knowledge.profiles.items() for team in profile.teams)
    waited = {f"{place}/{team.id}": team.meets for place, team in teams if team.clock.ordinary == "neste_mote"}
    found = {key: next_meeting(meets, around.now) for key, meets in waited.items()}
    return {key: one.at if one else None for key, one in found.items()}


def taken_up(case: Case, knowledge: Knowledge) -> str:
    """Return where a case that is on a meeting is taken up, in the same words."""
    text, found = knowledge.texts, meeting_of(case, knowledge)
    if found is None and case.meeting_on is None:
        return text("team.on_next")
    when = day_and_time(found.at) if found else day(case.meeting_on) if case.meeting_on else ""
    return text("team.on_meeting", when=when)


def waits_for_meeting(case: Case) -> bool:
    """Tell whether the answer comes after a meeting the case is on."""
    return waits_for_answer(case, on_meeting=True)


def promise(case: Case, around: Around) -> Paragraph:
    """Return when the requester gets an answer: by a time, or after the meeting, also once that has been."""
    text = around.text
    if not waits_for_meeting(case):
        return Paragraph(text("case.receipt_due", due=day_and_time(case.due_at)))
    held = case.meeting_on is not None and case.meeting_on < around.today
    meets = _meets(case.team, around.knowledge)
    until_then = meets.until_then if meets and case.meeting_on is None else ""
    key = "case.receipt_meeting_held" if held else "case.receipt_meeting"
    return Paragraph(text(key, meeting=taken_up(case, around.knowledge), until_then=until_then).strip())


def invitation_blocks(case: Case, around: Around) -> list[Block]:
    """Return what the requester needs to know about the meeting: when, where, link, and that they may stay unknown."""
    text, meets, found = around.text, _meets(case.team, around.knowledge), meeting_of(case, around.knowledge)
    if found is None and case.meeting_on is None:
        said = [Paragraph(_unknown(meets, around))]
    else:
        when = day_and_time(found.at) if found else day(case.meeting_on) if case.meeting_on else ""
        said = [Paragraph(text("case.meeting_when", when=when))]
    where = known(meets.where) if meets else None
    if where:
        said.append(Paragraph(text("case.meeting_where", where=where)))
    return [*said, Paragraph(text("case.meeting_join"), subtle=True)]


def invitation_buttons(case: Case, around: Around) -> tuple[Button, ...]:
    """Return the way into the meeting and into the calendar, as far as the municipality has filled them in."""
    text, meets = around.text, _meets(case.team, around.knowledge)
    link = known(meets.link) if meets else None
    join = (Button(text("case.meeting_link"), "", url=link),) if link else ()
    is_known = meeting_of(case, around.knowledge) is not None
    return (*join, *((Button(text("case.calendar"), CALENDAR, case.id, case.version),) if is_known else ()))


def invitation_file(case: Case, around: Around) -> File | None:
    """Return the meeting for the requester's calendar, without a word of the child; None while its time is unknown."""
    text, meets, found = around.text, _meets(case.team, around.knowledge), meeting_of(case, around.knowledge)
    if meets is None or found is None:
        return None
    places = (known(meets.where), known(meets.link))
    content = calendar_file(
        f"{case.code}@veilederen",
        text("case.calendar_title", team=name_of_team(case.team, around.knowledge), code=case.code),
        found,
        minutes=meets.minutes,
        where=", ".join(one for one in places if one),
        made_at=around.now,
    )
    name, about = text("case.calendar_name", code=case.code), text("case.calendar_about", code=case.code)
    return File(name, about, CALENDAR, case.id, content)


def agenda(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask for the cases on the next meeting."""
    return Step(commands=(ListTeamCases(turn.person, turn.place, "meeting"),))


def agenda_cards(outcome: CasesAre, around: Around) -> tuple[Card | Line, ...]:
    """Return one agenda for each team in the channel that has cases on its next meeting."""
    teams = dict.fromkeys(case.team for case in outcome.cases)
    if not teams:
        when = (_when(team, around) for team in outcome.teams)
        return (Line(" ".join((*(when if len(outcome.teams) == 1 else ()), around.text("team.agenda_none")))),)
    return tuple(_agenda(team, [one for one in outcome.cases if one.team == team], around) for team in teams)


def _when(team: str, around: Around) -> str:
    """Return when the team meets next and until when it takes cases, or that this is not filled in."""
    text, meets = around.text, _meets(team, around.knowledge)
    found = next_meeting(meets, around.now)
    if found is None:
        return _unknown(meets, around)
    last = text("team.agenda_deadline", deadline=day_and_time(found.deadline)) if found.deadline else ""
    return f"{text('team.agenda_next', when=day_and_time(found.at))} {last}".strip()


def _agenda(team: str, cases: Sequence[Case], around: Around) -> Card:
    text, today = around.text, around.today
    held = [case for case in cases if case.meeting_on and case.meeting_on < today]
    coming = [case for case in cases if case not in held]
    blocks: list[Block] = []
    if held:
        blocks += [Paragraph(text("team.agenda_held"), strong=True), Rows(_rows(held, 1, around), "warning")]
    if coming:
        blocks += [Paragraph(text("team.agenda_coming"), strong=True), Rows(_rows(coming, len(held) + 1, around))]
    return Card(
        kind="team_agenda",
        header=(name_of_team(team, around.knowledge), ""),
        title=text("team.agenda_title_one") if len(cases) == 1 else text("team.agenda_title", number=len(cases)),
        intro=_when(team, around),
        blocks=(*blocks, Paragraph(text("team.agenda_after"), subtle=True)),
        buttons=(Button(text("team.agenda_file"), "team_agenda_file", team),),
        summary=text("team.summary"),
    )


def _rows(cases: Sequence[Case], first: int, around: Around) -> tuple[Row, ...]:
    text = around.text
    return tuple(
        Row(
            str(number),
            text("case.my_row", code=case.code, themes=themes_of(case.form.themes, text)),
            text("team.agenda_row", child=child_of(case, text), who=_holder(case, around)),
            Button(case.code, "case_show", case.id, case.version),
        )
        for number, case in enumerate(cases, first)
    )


def _holder(case: Case, around: Around) -> str:
    if case.status is Status.CLAIMED and case.claimed_by is not None:
        return case.claimed_by.name
    return around.text("team.agenda_free")
