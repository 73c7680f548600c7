"""What people asked and how it went: questions without an answer, answers voted down, links that lead nowhere."""

from __future__ import annotations

from bot.answers.same_question import Group, grouped
from bot.content.form_lists import missing
from bot.content.form_targets import with_phrasing
from bot.domain.choices import as_value, chosen_in
from bot.domain.conversation import ConversationState
from bot.domain.links import LinkKnown
from bot.domain.outcomes import Outcome
from bot.domain.published import CheckDraft, ListQuestions, OpenQuestion, QuestionsAre, RemoveQuestions
from bot.domain.reply import Bullets, Button, Card, Line, Row, Rows
from bot.domain.turn import Pressed, Turn
from dialogs.dialog import Around, Step
from dialogs.editor.access import NAME, edits_everything, may_edit, own_municipalities, refuse
from dialogs.editor.answer_lists import (
    IN_FILES,
    SINCE,
    for_lawyer,
    list_card,
    rows_card,
    to_review,
    unused,
    unused_card,
)
from dialogs.editor.drafts import with_changes
from dialogs.editor.form import problems_box
from dialogs.editor.preview import show_preview

SUGGESTED = 4
VOTED_DOWN = "voted_down"


def lists(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask for the numbers, and show the lists there are."""
    return _asked(turn, state, around, shown="all")


def one_list(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show one list: what stands in the files at once, what people asked after a look in the store."""
    if pressed.id in IN_FILES:
        return Step((IN_FILES[pressed.id](around, pressed.version),), state.in_dialog(NAME))
    return _asked(turn, state, around, shown=pressed.id, page=pressed.version)


def question(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show one group of questions with what can be done."""
    return _asked(turn, state, around, shown="one", about=pressed.id)


def _asked(turn: Turn, state: ConversationState, around: Around, **data: str | int) -> Step:
    command = ListQuestions(turn.person, turn.place, around.now - SINCE)
    return Step(state=state.in_dialog(NAME, **data), commands=(command,))


def tell_questions(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Show what was asked for, as far as it is this editor's."""
    if not isinstance(outcome, QuestionsAre):
        return Step()
    theirs = [one for one in outcome.questions if _is_theirs(one, around)]
    groups = grouped([one for one in theirs if one.kind != VOTED_DOWN])
    shown = str(state.data.get("shown", "all"))
    if shown == "one":
        group = next((one for one in groups if state.data.get("about") in one.ids), None)
        return Step((_question_card(group, around) if group else Line(around.text("editors.question_gone")),))
    page = int(state.data.get("page", 0))
    cards = {
        "questions": lambda: _questions_card(groups, around, page),
        "down": lambda: _down_card(outcome, around, page),
        "links": lambda: _links_card(_links(outcome, around), around, page),
        "unused": lambda: unused_card(outcome.shown, around, page),
    }
    return Step((cards.get(shown, lambda: _all_card(len(groups), outcome, around))(),))


def _is_theirs(one: OpenQuestion, around: Around) -> bool:
    return edits_everything(around) or one.municipality in own_municipalities(around)


def _all_card(groups: int, found: QuestionsAre, around: Around) -> Card:
    text = around.text
    counts = {
        "questions": groups,
        "down": len(_downs(found, around)),
        "review": len(to_review(around)),
        "missing": sum(may_edit(one.file, around) for one in missing(around.files)),
        "lawyer": len(for_lawyer(around)),
        "unused": len(unused(found.shown, around)),
        "links": sum(one.state == "gone" for one in _links(found, around)),
    }
    rows = tuple(
        Row(
            str(count),
            text(f"editors.list_{name}"),
            text(f"editors.list_{name}_note"),
            Button(text(f"editors.list_{name}"), *(("edit_pick", name) if name == "missing" else ("edit_list", name))),
        )
        for name, count in counts.items()
    )
    return list_card("edit_lists", text("editors.part_lists"), (Rows(rows),), around)


def _questions_card(groups: list[Group], around: Around, page: int) -> Card:
    rows = tuple(
        Row(f"{len(one.questions)}×", one.wording[:200], press=Button(one.wording[:60], "edit_question", one.ids[0]))
        for one in groups
    )
    return rows_card("questions", rows, around, page, intro=around.text("editors.questions_intro"))


def _question_card(group: Group, around: Around) -> Card:
    text = around.text
    carried = (("text", group.wording), ("ids", as_value(group.ids)))
    near = [
        around.knowledge.articles[hit.slug]
        for hit in around.answers.search(group.wording).ranked
        if hit.slug in around.knowledge.articles and may_edit(f"articles/{hit.slug}.md", around)
    ][:SUGGESTED]
    buttons = [
        Button(text("editors.add_phrasing", title=one.title)[:80], "edit_phrase", one.slug, carries=carried)
        for one in near
    ]
    buttons += [
        Button(text("editors.part_new"), "edit_new", carries=carried),
        Button(text("editors.question_done"), "edit_question_done", carries=carried),
    ]
    asked = Bullets(tuple(dict.fromkeys(one.text for one in group.questions))[:10], text("editors.asked_so"))
    return list_card(
        "edit_question", group.wording[:160], (asked,), around, *buttons, intro=text("editors.question_intro")
    )


def phrase(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Add the wording to an answer, and show what that changes for the development questions."""
    path = f"articles/{pressed.id}.md"
    if path not in around.files or not pressed.values.get("text", "").strip():
        return Step((Line(around.text("editors.gone")),))
    if not may_edit(path, around):
        return refuse(turn, around, path=path)
    draft = with_changes(state, around, with_phrasing(around.files, path, pressed.values["text"][:300]))
    if around.looked is None:
        return Step(commands=(CheckDraft(turn.person, draft),))
    if around.looked.checked.errors:
        blocks = (problems_box(around.looked.checked.errors, around),)
        return Step((list_card("edit_question", around.text("editors.phrasing_refused"), blocks, around),))
    ids = list(chosen_in(pressed.values.get("ids", "")))
    return show_preview(draft, around.looked, state.in_dialog(NAME, questions=ids), around)


def question_done(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Take the questions off the list."""
    ids = chosen_in(pressed.values.get("ids", ""))
    return Step((Line(around.text("editors.question_removed")),), commands=(RemoveQuestions(turn.person, ids),))


def _downs(found: QuestionsAre, around: Around) -> list[tuple[str, int, int]]:
    """Return slug, thumbs up and thumbs down of the answers somebody voted down, the worst first."""
    votes = [
        (slug, useful, not_useful)
        for slug, (useful, not_useful) in found.votes.items()
        if not_useful and slug in around.knowledge.articles and may_edit(f"articles/{slug}.md", around)
    ]
    return sorted(votes, key=lambda one: (-one[2], one[1]))


def _down_card(found: QuestionsAre, around: Around, page: int) -> Card:
    text = around.text
    reasons: dict[str, list[str]] = {}
    for one in found.questions:
        slug, mark, why = one.text.partition("|")
        if one.kind == VOTED_DOWN and mark and f"answers.why_{why}" in text:
            reasons.setdefault(slug, []).append(text(f"answers.why_{why}"))
    rows = tuple(
        Row(
            f"-{down}",
            around.knowledge.articles[slug].title,
            text("editors.votes", up=up, down=down) + _counted(reasons.get(slug, [])),
            Button(around.knowledge.articles[slug].title[:60], "edit_form", f"article:{slug}"),
        )
        for slug, up, down in _downs(found, around)
    )
    return rows_card("down", rows, around, page)


def _counted(reasons: list[str]) -> str:
    return "".join(f" {reasons.count(why)}× {why}." for why in dict.fromkeys(reasons))


def _links(found: QuestionsAre, around: Around) -> list[LinkKnown]:
    """Return the links this editor can do something about, those that lead nowhere first."""
    return [one for one in found.links if any(may_edit(place.partition(",")[0], around) for place in one.places)]


def _links_card(links: list[LinkKnown], around: Around, page: int) -> Card:
    text = around.text
    rows = tuple(
        Row(
            text(f"editors.link_{one.state}"),
            one.url,
            text("editors.link_where", code=one.code, date=one.since.isoformat(), where="; ".join(one.places[:3])),
        )
        for one in links
    )
    return rows_card("links", rows, around, page, intro=text("editors.links_intro"))
