"""The form over one piece: fields with what stands there, and on error everything that is wrong, with values kept."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.content.form_article import PARTS
from bot.content.form_targets import changes_for, form_for
from bot.content.forms import Form, FormField
from bot.content.model_problem import dotted
from bot.content.problem import KnowledgeError, Problem
from bot.domain.conversation import ConversationState
from bot.domain.published import CheckDraft
from bot.domain.reply import (
    Block,
    Box,
    Bullets,
    Button,
    Card,
    ChoiceInput,
    DateInput,
    Input,
    Line,
    Paragraph,
    TextInput,
)
from bot.domain.turn import Pressed, Turn
from dialogs.dialog import Around, Step
from dialogs.editor.access import NAME, may_edit, refuse
from dialogs.editor.choices import ONE, SEVERAL, as_lines, choices_of, refuse_not_offered
from dialogs.editor.drafts import files_of, with_changes
from dialogs.editor.parts import VERB as PARTS_OF
from dialogs.editor.preview import show_preview

LEAST_DEEP = 3
"""From how many parts of its path a field also shows what is wrong with the piece just above it."""
_ENTRY = re.compile(r"\[(\d+)\]$")
"""Which entry of a list a problem is about."""
LONGEST = {"line": 400, "lines": 8000, "dates": 2000, "text": 6000}


def open_form(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the form of the chosen piece."""
    form = form_for(files_of(state, around), pressed.id)
    if form is None:
        return Step((Line(around.text("editors.gone")),))
    if not may_edit(form.file, around):
        return refuse(turn, around, path=form.file)
    return Step((form_card(form, around),), state.in_dialog(NAME, target=pressed.id))


def form_card(
    form: Form,
    around: Around,
    values: Mapping[str, str] | None = None,
    problems: Sequence[Problem] = (),
    send: Button | None = None,
) -> Card:
    """Return the form, with what was filled in and what is wrong with it."""
    text = around.text
    asks = [f"{_label(one, around)}: {one.asks} ({one.who_knows})" for one in form.fields if one.asks]
    blocks: list[Block] = []
    if problems:
        blocks.append(problems_box([_by_label(one, form, around) for one in problems], around))
    if asks:
        blocks.append(Bullets(tuple(asks), text("editors.must_be_filled")))
    blocks += [_input(one, form, values or {}, problems, around) for one in form.fields]
    blocks.append(Paragraph(text("editors.lines_hint"), subtle=True))
    return Card(
        kind="edit_form",
        header=(text("editors.header"), form.file),
        title=form.title[:160] or text("editors.part_new"),
        intro=text("editors.mend" if problems else "editors.form_intro"),
        blocks=tuple(blocks),
        buttons=(
            send or Button(text("editors.check"), "edit_check", form.target, style="positive"),
            *_to_parts(form, around),
            Button(text("editors.back"), "edit", submits_inputs=False),
        ),
        doors=False,
    )


def _to_parts(form: Form, around: Around) -> tuple[Button, ...]:
    """Return the way from an answer, or from one source or variant of it, to the list of all of them."""
    kind, _, rest = form.target.partition(":")
    if kind not in ("article", *PARTS):
        return ()
    slug = rest.partition(":")[0]
    return (Button(around.text("editors.see_parts"), PARTS_OF, slug, submits_inputs=False),)


def problems_box(problems: Sequence[Problem], around: Around) -> Box:
    """Return everything that is wrong, all at once."""
    title = around.text("editors.problems", count=len(problems))
    return Box((Bullets(tuple(str(one) for one in problems[:20]), title),), "attention")


def _label(field: FormField, around: Around) -> str:
    label = around.text(f"editors.field_{field.spec.id}")
    return f"{label} {field.spec.number}" if field.spec.number else label


def _input(
    field: FormField, form: Form, values: Mapping[str, str], problems: Sequence[Problem], around: Around
) -> Input:
    spec, label = field.spec, _label(field, around)
    value = values.get(spec.name, field.value)
    error = next((one.message for one in problems if _is_about(one, field)), "")
    if spec.id in SEVERAL:
        chosen = ",".join(value.replace(",", " ").split())
        return ChoiceInput(spec.name, label, choices_of(field, form, around), chosen, several=True, error=error)
    if spec.id in ONE:
        listed = spec.id in ("cited_id", "source")
        return ChoiceInput(spec.name, label, choices_of(field, form, around), value, compact=listed, error=error)
    if spec.kind == "date" and (not value or len(value) == len("2026-12-31")):
        return DateInput(spec.name, label, value, spec.required, error)
    many = spec.kind in ("lines", "dates", "text")
    limit = LONGEST.get(spec.kind, LONGEST["line"])
    return TextInput(spec.name, label, value, multiline=many, required=spec.required, max_length=limit, error=error)


def _by_label(problem: Problem, form: Form, around: Around) -> Problem:
    """Return the problem with the field by the name the form has for it, which is all its reader knows."""
    field = next((one for one in form.fields if _is_about(problem, one)), None)
    if field is None or not problem.file.startswith(form.file):
        return problem
    entry, stands = _ENTRY.search(problem.where), dotted(field.spec.path)
    where = _ENTRY.sub("", problem.where)
    if where != stands and not where.endswith(f".{stands}"):
        return problem
    label = _label(field, around)
    return replace(problem, where=f"{label}, nummer {int(entry[1]) + 1}" if entry else label)


def _is_about(problem: Problem, field: FormField) -> bool:
    """Tell whether the problem is this field's, one of its entries, or all of what the field belongs to."""
    where, path = problem.where.partition(", punkt")[0], field.spec.path
    if len(path) > 1:
        stands, around_it = dotted(path), dotted(path[:-1])
        return stands in where or (len(path) > LEAST_DEEP and where == around_it)
    last = where.split(".")[-1].partition("[")[0]
    return bool(last) and last == str(path[-1])


def check_form(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Hold what was filled in against every check: the form again with all errors, or what would change."""
    form = form_for(files_of(state, around), pressed.id)
    if form is None:
        return Step((Line(around.text("editors.gone")),))
    if not may_edit(form.file, around):
        return refuse(turn, around, path=form.file)
    said = {**kept(state, pressed.id), **pressed.values}
    values = as_lines(form, said)
    try:
        refuse_not_offered(form, said, around)
        draft = with_changes(state, around, changes_for(files_of(state, around), pressed.id, values))
    except KnowledgeError as error:
        return _again(form, values, error.problems, state, around)
    if around.looked is None:
        return Step(commands=(CheckDraft(turn.person, draft),))
    if around.looked.checked.errors:
        return _again(form, values, around.looked.checked.errors, state, around)
    return show_preview(draft, around.looked, state, around)


def _again(
    form: Form, values: Mapping[str, str], problems: Sequence[Problem], state: ConversationState, around: Around
) -> Step:
    filled = {one.spec.name: values[one.spec.name] for one in form.fields if one.spec.name in values}
    floor = state.in_dialog(NAME, target=form.target, values=filled)
    return Step(replaces=form_card(form, around, values, problems), state=floor)


def kept(state: ConversationState, target: str) -> Mapping[str, str]:
    """Return what was filled in before the errors, so that a typed line mends one field and keeps the others."""
    values = state.data.get("values", {}) if state.data.get("target") == target else {}
    return values if isinstance(values, Mapping) else {}
