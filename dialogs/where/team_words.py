"""What several cards say about a team or a service, in the same words. Must not know which card it is for."""

from __future__ import annotations

from bot.content.fact import Unknown, known
from bot.content.meetings import next_meeting, next_times
from bot.content.profile import Service
from bot.content.team import Meets, Team
from dialogs.cases.words import day_and_time
from dialogs.dialog import Around
from dialogs.where.asked_for import LEADS, MEETS, SITS


def meets_words(meets: Meets, around: Around) -> str:
    """Return when the team meets next and the deadline; while that is not filled in, what to do until then."""
    meeting = next_meeting(meets, around.now)
    if meeting is None:
        return meets.until_then
    if meeting.deadline is None:
        return around.text("where.next_meeting", at=day_and_time(meeting.at))
    return around.text(
        "where.next_meeting_deadline", at=day_and_time(meeting.at), deadline=day_and_time(meeting.deadline)
    )


def asked_words(team: Team, asked: str, around: Around) -> str:
    """Return when a team meets, who leads it or who sits in it, as it was asked in words, or that it is not filled in;
    nothing when nothing of that was asked. The rest stands on its card."""
    text = around.text
    if asked == MEETS:
        told = text("where.team_meets", name=team.name, meets=meets_words(team.meets, around)) if team.meets else ""
    elif asked == LEADS:
        who = known(team.led_by) if team.led_by is not None else None
        told = text("where.team_leader", name=team.name, who=who) if who else ""
    elif asked == SITS:
        told = text("where.team_members", name=team.name, members=", ".join(team.members)) if team.members else ""
    else:
        return ""
    unknown = {MEETS: "meets", LEADS: "leader", SITS: "members"}[asked]
    return told or text(f"where.team_{unknown}_unknown", name=team.name)


def first_words(team: Team, around: Around) -> tuple[str, ...]:
    """Return what must be done before a case goes to the team: what the gate of a case asks about, and consent."""
    text, first = around.text, team.must_be_done_first
    if isinstance(first, Unknown):
        return (text("where.not_filled_in"),)
    return tuple(text(f"guide.precondition_{one}") for one in first)


def beside_first(team: Team, around: Around) -> tuple[str, ...]:
    """Return that a case may be sent although not all is done, where the plan gives room for it."""
    return (around.text("where.may_send"),) if team.may_send_anyway else ()


def consultation_words(service: Service, band: str, around: Around) -> str:
    """Return when the service can be asked without an appointment, or why not for this age; nothing when it never can.

    Hours that no day can be read from are given as they are filled in.
    """
    text, offered = around.text, service.consultation
    if offered is None or offered.age.fits(band) == "no":
        return (offered.outside_age or "") if offered else ""
    words, where = known(offered.times), known(offered.where) or ""
    if not words:
        return offered.until_then
    days = [day_and_time(at) for at in next_times(words, around.now)]
    if not days:
        often = known(offered.how_often) or ""
        return text("where.consultation", what=offered.what, how_often=often, where=where, times=words)
    both = text("where.and", first=days[0], last=days[1]) if len(days) > 1 else days[0]
    return text("where.next_times", service=service.name, times=both, where=where)
