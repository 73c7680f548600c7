"""What is asked before something is done with one of the requester's own cases, as it names the case."""

from __future__ import annotations

from bot.domain.case import Case
from bot.domain.reply import Button, Card, Paragraph
from dialogs.cases.meeting import meetings_waited_for
from dialogs.cases.which_case import OPEN, REOPEN
from dialogs.cases.words import lower_first, themes_of
from dialogs.dialog import Around


def sure_card(verb: str, case: Case, around: Around) -> Card:
    """Return the question, which tells the case it is about by theme and code."""
    text, key = around.text, verb.removeprefix("my_")
    return Card(
        kind=verb,
        header=(text("case.header"), ""),
        title=text(f"case.{key}_title", code=case.code, themes=lower_first(themes_of(case.form.themes, text))),
        intro=text(f"case.{key}_intro"),
        blocks=(Paragraph(text("case.always_report"), subtle=True),),
        buttons=(
            Button(text("common.cancel"), "my_case", case.id, case.version),
            Button(text(f"case.{key}_yes"), f"{verb}_yes", case.id, case.version, "destructive"),
        ),
    )


def reopen_card(case: Case, around: Around) -> Card:
    """Return the question whether a closed case is to be opened again, which was asked for in words."""
    text = around.text
    to_meeting = case.form.urgency != "haster" and case.team in meetings_waited_for(around)
    return Card(
        kind=REOPEN,
        header=(text("case.header"), ""),
        title=text("case.reopen_title", code=case.code, themes=lower_first(themes_of(case.form.themes, text))),
        intro=text("case.reopen_intro_meeting" if to_meeting else "case.reopen_intro"),
        buttons=(
            Button(text("case.open_again"), REOPEN, case.id, case.version, "positive"),
            Button(text("common.cancel"), OPEN, case.id, case.version),
        ),
    )
