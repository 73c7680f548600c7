"""Documents for one person, in their own chat: the agenda, a case for the archive, and the offer of any."""

from __future__ import annotations

from bot.domain.commands import ExportCase, ListAgenda, OfferFile
from bot.domain.conversation import ConversationState
from bot.domain.outbox import Payload
from bot.domain.outcomes import CaseIs, CasesAre, Outcome
from bot.domain.reply import Button, Card, File, Line
from bot.domain.roles import may_take_out
from bot.domain.turn import Pressed, Turn
from dialogs.cases.case_documents import agenda_docx, case_docx
from dialogs.cases.which_team import name_of_team
from dialogs.dialog import Around, Dialog, Step, Typed, Verb


def offer_agenda(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Send the member the button for the agenda as a document."""
    return Step(commands=(OfferFile(turn.person, turn.place, pressed.id, "agenda"),))


def offer_case(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Send whoever leads the team the button for the case as a document."""
    team, _, case_id = pressed.id.rpartition("/")
    if not may_take_out(team, around.staff_roles):
        return Step((Line(around.refusal("team.archive_not_allowed")),))
    return Step(commands=(OfferFile(turn.person, turn.place, team, "case", case_id),))


def tell_offered(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Say where the document comes."""
    return Step((Line(around.text("team.file_on_its_way")),))


def offer_card(payload: Payload, around: Around) -> Card:
    """Return the button that makes the document."""
    text, what, team = around.text, payload["card"], payload["team"]
    about = f"{team}/{payload['about']}" if what == "case" else team
    as_text = (Button(text("team.csv_as_text"), "cases_text", team),) if what == "cases" else ()
    return Card(
        kind=f"file_{what}",
        header=(name_of_team(team, around.knowledge), ""),
        title=text(f"team.file_{what}_title"),
        intro=text(f"team.file_{what}_intro"),
        buttons=(Button(text("team.file_get"), f"{what}_file", about, style="positive"), *as_text),
        doors=False,
        summary=text("team.summary"),
    )


def agenda_file(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask for the cases on the next meeting."""
    return Step(commands=(ListAgenda(turn.person, turn.place, pressed.id),))


def tell_agenda(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Give the agenda as a document."""
    if not isinstance(outcome, CasesAre) or not isinstance(outcome.command, ListAgenda):
        return Step()
    team = outcome.command.team
    about = around.text("team.file_agenda_about", team=name_of_team(team, around.knowledge))
    content = agenda_docx(team, outcome.cases, around)
    return Step((File(around.text("team.file_agenda_name"), about, "agenda_file", team, content),))


def case_file(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask for the case; the card that offered it may be old, so the role is looked at again."""
    team, _, case_id = pressed.id.rpartition("/")
    if not may_take_out(team, around.staff_roles):
        return Step((Line(around.refusal("team.archive_not_allowed")),))
    return Step(commands=(ExportCase(turn.person, turn.place, team, case_id),))


def tell_case(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Give the case as a document for the archive."""
    if not isinstance(outcome, CaseIs):
        return Step()
    text, case = around.text, outcome.case
    name = text("team.file_case_name", code=case.code)
    content = case_docx(case, around)
    about = text("team.file_case_about", code=case.code)
    return Step((File(name, about, "case_file", f"{case.team}/{case.id}", content),))


FILES = Dialog(
    name="files",
    verbs={"agenda_file": Verb(agenda_file, Typed.NEARLY), "case_file": Verb(case_file, Typed.NEARLY)},
    told={ListAgenda: tell_agenda, ExportCase: tell_case},
)
