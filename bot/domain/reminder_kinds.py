"""What somebody may be reminded of about a concern. A new kind is a name here, and its words in `texts/nb/guide.yaml`:
`reminder_title_…` asks for the day, where it is asked for; `reminder_…` comes on it; `reminders_…` stands in the list.

Must not know when one is due, nor how it is asked for.
"""

from __future__ import annotations

EVALUATION = "evaluering"
"""To see whether it helped, on the day that was planned."""
FINISHING = "fullfor"
"""To look at what was lacking."""
WISHED = "bedt"
"""Asked for in words, with nothing that says what it is about."""
REPORT, LATER = "bvl-13-3", "bvl-13-3-senere"
"""Barnevernet's answers to a report: that it has come, and what became of the inquiry (barnevernsloven § 13-3)."""
NAMED_IN_GUIDES = (EVALUATION, FINISHING, REPORT)
"""Those a guide may offer below an outcome, as `do: "reminder:evaluering"`."""
SET_BY_PERSON = (EVALUATION, FINISHING, WISHED, REPORT)
"""Those whose day is asked for; `LATER` is set together with `REPORT`."""
KINDS = (*SET_BY_PERSON, LATER)
