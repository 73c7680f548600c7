"""What is said back when words were typed: what was understood, whether it is right, and which answers there are.

A loose answer that would calm is never taken before the person has said that it is meant. Keeps ids only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.content.guide import GuideStep, Option
from bot.domain.conversation import ConversationState
from bot.domain.reply import Button, Card, Line, Paragraph
from dialogs.by_words import is_only_doubt, words_of, yes_or_no
from dialogs.dialog import Around, Step
from dialogs.guide.option_named import exactly_named
from dialogs.guide.sitting import NAME, Sitting
from dialogs.guide.step_card import answer_button, choices_card, step_card
from dialogs.guide.wording import answer_words, question_words

CONFIRM = "confirm"
"""In the dialog's data: the step and the answer that was understood and waits for a yes."""
ECHOED = "echoed"
"""In the dialog's data: what was understood was said back just now, so «ja, det stemmer» answers that."""
BESIDE = "beside"
"""In the dialog's data: something else was told above the question just now, which a no may be about."""
OF_LAST_TURN = (CONFIRM, ECHOED, BESIDE)
"""In the dialog's data: what no longer counts when the question is drawn again."""
PARTLY = "partly"
"""In the dialog's data: fields of a checklist that are filled in while others are still missing, as ids."""
EMERGENCY = "nodnummer"
"""The contact that comes first where the outcome says to ring now."""


def is_of_danger(shown: Sitting) -> bool:
    """Tell whether the outcome says first of all to ring for help now."""
    return shown.outcome is not None and shown.outcome.contacts[:1] == (EMERGENCY,)


def rings_first(shown: Sitting) -> str:
    """Return that one rings first, to stand before all that is said below an outcome of danger; else nothing."""
    return f"{shown.around.text('guide.ring_first')} " if is_of_danger(shown) else ""


def calms(step: GuideStep, option: Option) -> bool:
    """Tell whether an answer to a deciding question leads milder than the strictest one; doubt never does."""
    strictest = next((one for one in step.options if one.meaning == "ja"), None)
    return step.decides and option.meaning != "usikker" and option is not strictest


def asks_of_a_call(step: GuideStep) -> bool:
    """Tell whether the step asks what came of a call: doubt there means that nobody was spoken with."""
    return step.kind == "question" and step.decides and bool(step.contacts and step.phrases)


def must_confirm(step: GuideStep, given: Any) -> bool:
    """Tell whether a loosely typed answer must be confirmed before the guide goes on."""
    option = step.option(given) if isinstance(given, str) and step.kind == "question" else None
    return option is not None and calms(step, option)


def may_be_aside(said: str, given: Any, shown: Sitting, state: ConversationState) -> bool:
    """Tell whether a bare yes, no or doubt at a question that decides may be about something else: whatever was told
    since the question was drawn, a line, an article, a reminder, help."""
    step, words, text = shown.step, words_of(said), shown.around.text
    is_named = step is not None and len(words) > 1 and exactly_named(said, step.options) is not None
    is_bare = not is_named and (bool(yes_or_no(words, text)) or is_only_doubt(words, text))
    option = step.option(given) if step is not None and isinstance(given, str) and step.kind == "question" else None
    is_elsewhere = bool(state.shown) and not any(one.verb == "guide_answer" for one in state.shown)
    is_beside = is_elsewhere or state.said_since or bool(state.data.get(BESIDE))
    return is_bare and is_beside and step is not None and step.decides and option is not None


def ask_if_meant(shown: Sitting, option_id: str, state: ConversationState, *, is_of_another: bool = False) -> Step:
    """Ask whether the question was what a yes, no or doubt answered, or a yes that goes on with something else
    (`is_of_another`). Who may mean that a child is in danger is told at once to ring first."""
    asked = ask_to_confirm(shown, option_id, state)
    if is_of_another:
        asked = asked.below((Line(shown.around.text("guide.maybe_another")),))
    option = shown.step_asked.option(option_id)
    outcome = shown.guide.outcomes.get(option.go_to or "") if option is not None else None
    if outcome is None or outcome.contacts[:1] != (EMERGENCY,):
        return asked
    return replace(asked, replies=(Line(shown.around.text("guide.ring_first")), *asked.replies))


def ask_to_confirm(shown: Sitting, option_id: str, state: ConversationState) -> Step:
    """Say what was understood and ask whether it is right; nothing is answered yet."""
    kept = {name: value for name, value in state.data.items() if name != BESIDE} if state.active == NAME else {}
    waiting = {**kept, CONFIRM: [shown.walk.place, option_id]}
    return Step((_confirm_card(shown, option_id),), shown_in(state, **waiting))


def shown_in(state: ConversationState, **data: Any) -> ConversationState:
    """Return the state with the guide still at the same place."""
    return state.in_dialog(NAME, **data)


def filled_in(shown: Sitting, state: ConversationState) -> dict[str, Any]:
    """Return what is filled in at this step while other fields are still missing."""
    kept = state.data.get(PARTLY, {}) if state.active == NAME else {}
    return {**shown.filled_ahead, **kept.get(shown.walk.place, {})}


def in_short(shown: Sitting, state: ConversationState) -> Card:
    """Return the question and its answers with what is filled in already; an empty field would take it back."""
    return choices_card(shown, values=filled_in(shown, state) or None)


def ask_what_is_fine(shown: Sitting, given: Mapping[str, Any], state: ConversationState) -> Step:
    """Show what was understood, to be put right, to who says that something is fine without saying what."""
    data = {name: value for name, value in state.data.items() if name not in OF_LAST_TURN}
    saved = shown_in(state, **{**data, PARTLY: {shown.walk.place: dict(given)}})
    return Step((Line(shown.around.text("guide.fine_alone")), in_short(shown, saved)), saved)


def no_doubt_here(shown: Sitting, state: ConversationState) -> Step:
    """Help somebody in doubt to choose, where «vet ikke» is none of the answers and all of them can be changed."""
    return with_choices(shown, Line(shown.around.text("guide.no_doubt_here")), state)


def none_here(shown: Sitting, state: ConversationState) -> Step:
    """Say which answer of a checklist is needed, to who says a bare no to it: nothing has to be ticked."""
    filled = {**filled_in(shown, state)}
    needed = [one for one in shown.step_asked.fields if one.required and one.choices and not filled.get(one.id)]
    text = shown.around.text
    if not needed:
        return with_choices(shown, Line(text("guide.none_needed", button=text("guide.next"))), state)
    label, last = needed[0].label.rstrip("?"), needed[0].choices[-1].say
    return with_choices(shown, Line(text("guide.none_here", label=label, example=last)), state)


def waits_for_yes(shown: Sitting, state: ConversationState) -> str:
    """Return the answer that waits for a yes at this step, or an empty string. Once anything else is shown, also the
    question itself without the answer, a yes is to that."""
    step, option = (state.data.get(CONFIRM) if state.active == NAME else None) or ("", "")
    asks = shown.around.text("guide.confirm_yes")
    is_asked_last = not state.said_since and any(one.title == asks for one in state.shown)
    return str(option) if step == shown.walk.place and is_asked_last else ""


def _confirm_card(shown: Sitting, option_id: str) -> Card:
    """Return the question back. Its numbers are those of the step, so a number read off the step means the same. What
    is asked last is whether it is right: a «ja» answers the sentence that was read last."""
    text, step = shown.around.text, shown.step_asked
    option = step.option(option_id)
    card = choices_card(shown)
    buttons = tuple(_confirm_button(shown, one, option_id) for one in step.options)
    return replace(
        card,
        kind="guide_confirm",
        title=text("guide.confirm_title"),
        intro=text("guide.confirm_intro"),
        blocks=(
            Paragraph(text("guide.confirm_question", question=step.ask), subtle=True),
            Paragraph(text("guide.confirm", answer=option.say if option else ""), strong=True),
        ),
        buttons=buttons,
    )


def _confirm_button(shown: Sitting, option: Option, understood: str) -> Button:
    """Return the button of one answer; none of them is called a bare «Ja» or «Nei», which answers the question back."""
    text, button = shown.around.text, answer_button(shown, option)
    if option.id == understood:
        return replace(button, title=text("guide.confirm_yes"), style="positive")
    bare = {"ja": "guide.confirm_yes_instead", "nei": "guide.confirm_no_instead"}.get(option.label.casefold())
    return replace(button, title=text(bare)) if bare else button


def ask_which(shown: Sitting, state: ConversationState) -> Step:
    """Let the person choose among several kinds of yes or no; the numbers stay those of the step."""
    return with_choices(shown, Line(shown.around.text("guide.which")), state)


def ask_again_shortly(shown: Sitting, state: ConversationState) -> Step:
    """Show the answers again after a «no, that is not what I meant»."""
    return with_choices(shown, Line(shown.around.text("guide.confirm_again")), state)


def ask_no_or_now(shown: Sitting, state: ConversationState) -> Step:
    """Say in English how a no is written, to who says «no» to a no."""
    no = next((one.say for one in (shown.step.options if shown.step else ()) if words_of(one.say)[:1] == ["nei"]), "")
    return with_choices(shown, Line(shown.around.text("guide.no_or_now", no=no)), state)


def explain(shown: Sitting, state: ConversationState) -> Step:
    """Show the whole question again, with what counts as a yes and a no and what helps, to who asks what it means."""
    text, step = shown.around.text, shown.step_asked
    doubt = next((one.say for one in step.options if one.meaning == "usikker"), "")
    said = text("guide.explained_unsure", answer=doubt) if doubt else text("guide.explained")
    data = {name: value for name, value in state.data.items() if name not in OF_LAST_TURN}
    return Step((Line(said), step_card(shown, values=filled_in(shown, state) or None)), shown_in(state, **data))


def ask_on(shown: Sitting, state: ConversationState) -> Step:
    """Ask the step that is shown shortly again, after «ja, det stemmer» to the answer before it.

    At an outcome there is nothing more to ask; where the emergency numbers come first, that is said once more.
    """
    text, outcome = shown.around.text, shown.outcome
    if outcome is None:
        return with_choices(shown, Line(text("guide.right")), state)
    return Step((Line(text("guide.right_danger" if is_of_danger(shown) else "guide.right_outcome")),))


def with_choices(shown: Sitting, line: Line, state: ConversationState) -> Step:
    """Say something, and show the answers that may be chosen under it."""
    data = {name: value for name, value in state.data.items() if name not in OF_LAST_TURN}
    return Step((line, in_short(shown, state)), shown_in(state, **data))


def confirmed(step: GuideStep, value: Any, around: Around) -> Line:
    """Say what a yes in words has now answered, and how to take it back: it may have been meant for the question."""
    words = answer_words(step, value)
    return Line(around.text("guide.confirmed", question=question_words(step), answer=words))


def understood(step: GuideStep, value: Any, around: Around, *, is_whole: bool = True) -> Line:
    """Say what was understood, and how to take it back."""
    key = "guide.understood" if is_whole else "guide.understood_partly"
    return Line(around.text(key, answer=answer_words(step, value)))
