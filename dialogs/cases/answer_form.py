"""The answer that can't be half: advice, why, who (a role) does what by when, when to come back, and who answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.case import Case, Task
from bot.domain.choices import as_value, chosen_in
from bot.domain.commands import AnswerCase
from bot.domain.conversation import ConversationState
from bot.domain.reply import Block, Card, Choice, ChoiceInput, DateInput, Folded, Input, Line, TextInput
from bot.domain.turn import Pressed, Turn
from dialogs.cases.team_forms import LONGEST, form, municipality_here, on, typed_with_a_name, what_is_missing
from dialogs.cases.words import day
from dialogs.checked_text import LONGEST_SHOWN, CheckedText, checked_again, team_note, written
from dialogs.dialog import Around, Step
from dialogs.guide.dates import is_weekday_today, read_deadline

LINES = ("", "2", "3")
"""Who does what by when: the first line is required, the others are whole or empty."""
TEXTS = ("advice", "why", *(f"{part}{line}" for line in LINES for part in ("role", "what")), "come_back", "own_role")
DATES = tuple(f"by{line}" for line in LINES)
REQUIRED = ("advice", "why", "role", "what", "by", "come_back", "own_role")
MOST_SHOWN = max(LONGEST_SHOWN, (len(TEXTS) + 1) * LONGEST)
"""Characters in all fields together up to which a form that is too long is shown again to be shortened."""
MORE = ("needs_decision", "extended")


def answer_form(
    pressed: Pressed, around: Around, values: Mapping[str, str], checked: CheckedText | None = None, note: str = ""
) -> Card:
    """Return the form with what is written already."""
    text = around.text

    def field(name: str, *, multiline: bool = False) -> TextInput:
        label, required = text(f"team.answer_{name}"), name in REQUIRED
        said = values.get(name, "")
        longest = max(LONGEST, len(said))
        return TextInput(name, label, said, multiline=multiline, required=required, max_length=longest)

    more = tuple(Choice(one, text(f"team.answer_{one}")) for one in MORE)

    def task(line: str) -> tuple[Input, ...]:
        by = f"by{line}"
        last_day = DateInput(by, text(f"team.answer_{by}"), values.get(by, ""), required=by in REQUIRED)
        return (field(f"role{line}"), field(f"what{line}"), last_day)

    further = tuple(one for line in LINES[1:] for one in task(line))
    is_begun = any(one.value for one in further)
    fields: tuple[Block, ...] = (
        field("advice", multiline=True),
        field("why", multiline=True),
        *task(LINES[0]),
        *(further if is_begun else (Folded(text("team.answer_further"), further),)),
        field("come_back"),
        field("own_role"),
        ChoiceInput("more", text("team.answer_more"), more, values.get("more", ""), several=True),
    )
    return form("answer", pressed, around, fields, checked, note)


def form_for(case: Case, around: Around, behind: str = "") -> Card:
    """Return the form for the case, with the answer it has already, and with what was typed behind «svar innmelder:»
    as advice."""
    values = _written(case)
    advice = "\n".join(one for one in (values.get("advice", ""), behind) if one)
    card = answer_form(on(case), around, {**values, "advice": advice})
    return replace(card, case_shown=case.id if case.answer is not None else "")


def _written(case: Case) -> dict[str, str]:
    answer = case.answer
    if answer is None:
        return {}
    values = {
        "advice": answer.advice,
        "why": answer.why,
        "come_back": answer.come_back,
        "own_role": answer.answered_by_role,
        "more": as_value(
            name for name, is_set in zip(MORE, (answer.needs_decision, answer.extended_meeting), strict=True) if is_set
        ),
    }
    for line, task in zip(LINES, answer.tasks, strict=False):
        on_day = task.by_on.isoformat() if task.by_on else ""
        values |= {f"role{line}": task.role, f"what{line}": task.what, f"by{line}": on_day}
    return values


def send_answer(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Refuse half answers, check for names, and send it to the requester."""
    values = {name: written(pressed.values.get(name, "")) for name in (*TEXTS, *DATES, "more")}
    if sum(map(len, values.values())) > MOST_SHOWN:
        return Step((Line(around.text("case.far_too_long", number=LONGEST)),))
    values |= {name: _as_date(values[name], around) for name in DATES}
    problem = _problem(values, around)
    texts = {name: values[name] for name in TEXTS}
    checked, note = checked_again(texts, pressed.values, municipality_here(around), around)
    if problem or note is not None:  # both at once: whoever mends a date should not learn of a name only afterwards
        if note is not None and (typed := typed_with_a_name(turn, around)):
            return typed
        found = "" if note is None else note or team_note(checked, around)
        said = " ".join(one for one in (problem, found) if one)
        return Step(replaces=answer_form(pressed, around, {**values, **checked.suggestion}, checked, said))
    return Step(commands=(_answer(turn, pressed, values, checked.fields),))


def _answer(turn: Turn, pressed: Pressed, values: Mapping[str, str], said: Mapping[str, str]) -> AnswerCase:
    tasks = tuple(
        Task(said[f"role{line}"], said[f"what{line}"], date.fromisoformat(values[f"by{line}"]))
        for line in LINES
        if values[f"by{line}"]
    )
    more = chosen_in(values["more"])
    return AnswerCase(
        pressed.id,
        turn.person,
        turn.place,
        advice=said["advice"],
        why=said["why"],
        tasks=tasks,
        come_back=said["come_back"],
        answered_by_role=said["own_role"],
        needs_decision="needs_decision" in more,
        extended_meeting="extended" in more,
    )


def _as_date(said: str, around: Around) -> str:
    """Return a typed day («14.12.», «om to uker», «neste uke») as a date, and what is no day as it was written."""
    today = around.today
    found = None if is_weekday_today(said, today) else read_deadline(said, today)
    return found.isoformat() if found else said


def _problem(values: Mapping[str, str], around: Around) -> str:
    """Return what stops the answer, in words; an empty string when nothing does."""
    missing = [name for name in REQUIRED if not values[name]] or _half_lines(values)
    if missing:
        labels = [around.text(f"team.answer_{name}") for name in missing]
        return what_is_missing(labels, around, is_more_written=any(values[name] for name in (*TEXTS, *DATES)))
    too_long = next((name for name in TEXTS if len(values[name]) > LONGEST), None)
    if too_long:
        return around.text("team.field_too_long", field=around.text(f"team.answer_{too_long}"), number=LONGEST)
    if unknown := ", ".join(one for one in chosen_in(values["more"]) if one not in MORE):
        return around.text("editors.not_offered", said=unknown[:80], meant="")
    for name in DATES:
        try:
            is_past = bool(values[name]) and date.fromisoformat(values[name]) < around.today
        except ValueError:
            return _no_date(values[name], around.text(f"team.answer_{name}"), around)
        if is_past:
            return around.text("team.past_date")
    return ""


def _no_date(said: str, field: str, around: Around) -> str:
    """Return what is asked for instead; of today's own weekday, whether it is today or in a week."""
    today = around.today
    if not is_weekday_today(said, today):
        return around.text("team.not_a_date", field=field)
    return around.text("team.which_week", today=day(today), later=day(today + timedelta(weeks=1)))


def _half_lines(values: Mapping[str, str]) -> list[str]:
    """Return the empty fields of lines that are begun."""
    lines = [tuple(f"{part}{line}" for part in ("role", "what", "by")) for line in LINES]
    begun = [line for line in lines if any(values[name] for name in line)]
    return [name for line in begun for name in line if not values[name]]
