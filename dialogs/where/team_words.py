"""What several cards say about a team, in the same words. Must not know which card it is for."""

from __future__ import annotations

from bot.content.meetings import next_meeting
from bot.content.team import Meets
from dialogs.cases.words import day_and_time
from dialogs.dialog import Around


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
