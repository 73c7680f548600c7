"""What is said back when words were typed: what was understood, whether it is right, and which answers there are.

A loose answer that would calm is never taken before the person has said that it is meant. Keeps ids only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.answers.story import tells_of_others
from bot.content.guide import GuideStep, Option
from bot.domain.conversation import ConversationState
from bot.domain.reply import Block, Button, Card, Line, Paragraph, Reply, Rows
from dialogs.by_words import is_only_doubt, words_of, yes_or_no
from dialogs.dialog import Around, Step
from dialogs.guide.contact_rows import contact_rows, known_first
from dialogs.guide.option_named import exactly_named
from dialogs.guide.outcome_card import next_button
from dialogs.guide.sitting import NAME, Sitting
from dialogs.guide.step_card import answer_button, choices_card, step_card
from dialogs.guide.wording import answer_words, question_words
from dialogs.report_words import is_to_barnevernet, ring_whom, tells_of_a_report

CONFIRM = "confirm"
"""In the dialog's data: the step and the answer that was understood and waits for a yes."""
ECHOED = "echoed"
"""In the dialog's data: what was understood was said back just now, so «ja, det stemmer» answers that."""
MISSED = "missed"
"""In the dialog's data: how many times in a row nothing was understood."""
BESIDE = "beside"
"""In the dialog's data: something else was told above the question just now, which a no may be about."""
OF_LAST_TURN = (CONFIRM, ECHOED, BESIDE)
"""In the dialog's data: what no longer counts when the question is drawn again."""
PARTLY = "partly"
"""In the dialog's data: fields of a checklist that are filled in while others are still missing, as ids."""
EMERGENCY = "nodnummer"
"""The contact that comes first where the outcome says to ring now."""
FEWEST_OF_SOMEBODY, FEWEST_OF_ANYTHING = 3, 6
"""Words of a message that tells, when it names somebody and when it does not."""
OFFERED = "guide_reminder_offered"
"""The verb of a reminder that is all that is offered, so that a yes takes it."""
OFFER_PEOPLE_AT = 3
"""The third time in a row the person is offered somebody to talk to."""


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


def welcome_thanks(shown: Sitting, state: ConversationState) -> Step:
    """Say that it was nothing to who thanks, and ask on; below an outcome there is nothing more to ask."""
    if shown.outcome is not None:
        said = shown.around.text("answers.small_thanks")
        return Step((Line(f"{rings_first(shown)}{said}"),))
    return with_choices(shown, Line(shown.around.text("guide.thanked")), state)


def say_hello(shown: Sitting, state: ConversationState) -> Step:
    """Show the question again to who says hello or «ok» and nothing else: it is no answer, and no mistake."""
    return with_choices(shown, Line(shown.around.text("guide.greeted")), state)


def give_time(shown: Sitting, state: ConversationState) -> Step:
    """Let who writes «vent litt» take the time that is needed: nothing is moved, and danger is rung about first."""
    text, outcome = shown.around.text, shown.outcome
    if outcome is None:
        return with_choices(shown, Line(text("guide.waited")), state)
    return Step((Line(text("guide.waited_danger" if is_of_danger(shown) else "guide.waited_outcome")),))


def meet_swearing(shown: Sitting, state: ConversationState) -> Step:
    """Meet who only swears kindly, with what is asked; below an outcome as who asks for time."""
    if shown.outcome is not None:
        return give_time(shown, state)
    return with_choices(shown, Line(shown.around.text("guide.sworn")), state)


def tell_how_far(shown: Sitting, state: ConversationState) -> Step:
    """Say where it stands how far it is, and that one may stop; below an outcome, that nothing more is asked."""
    if shown.outcome is not None:
        return Step((Line(f"{rings_first(shown)}{shown.around.text('guide.how_far_done')}"),))
    return with_choices(shown, Line(shown.around.text("guide.how_far")), state)


def tell_of_no_skipping(shown: Sitting, state: ConversationState) -> Step:
    """Say that the step is needed, and how to answer it in doubt."""
    key = "no_skipping" if shown.step_asked.kind == "question" else "no_skipping_list"
    return with_choices(shown, Line(shown.around.text(f"guide.{key}")), state)


def tell_of_no_mail(shown: Sitting, state: ConversationState) -> Step:
    """Say that nothing is sent by mail, and how the summary is copied."""
    line = Line(shown.around.text("guide.not_mailed"))
    return Step((line,)) if shown.outcome is not None else with_choices(shown, line, state)


def tell_whom_to_ring(shown: Sitting, state: ConversationState) -> Step:
    """Say whom to ring to who will ring barnevernet first; the question waits."""
    whom = ring_whom(state, shown.around)
    if shown.outcome is not None:
        return Step((Line(whom),))
    return with_choices(shown, Line(f"{whom} {shown.around.text('guide.ring_waits')}"), state)


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


def not_known(shown: Sitting, state: ConversationState, said: str = "") -> Step:
    """Say shortly what was not understood and show only the answers; an outcome is long, and is not repeated. Who tells
    of the child is met as somebody who tells, not as somebody who answers wrongly."""
    if shown.step is None:
        return Step((_beside_outcome(shown, said),))
    missed = int(state.data.get(MISSED, 0)) + 1
    data = {name: value for name, value in state.data.items() if name not in OF_LAST_TURN} | {MISSED: missed}
    waiting = waits_for_yes(shown, state)
    if waiting and missed < OFFER_PEOPLE_AT:
        return _ask_once_more(shown, waiting, shown_in(state, **{**state.data, MISSED: missed}))
    words = _story_words(shown) if is_telling(said) else _not_known_words(shown)
    replies: tuple[Reply, ...] = (Line(words), in_short(shown, state))
    if missed >= OFFER_PEOPLE_AT:
        replies = (_with_people(shown, state),)
    return Step(replies, shown_in(state, **data))


def _ask_once_more(shown: Sitting, waiting: str, state: ConversationState) -> Step:
    """Ask once more whether the answer that waits is right, and say that nothing is answered yet."""
    return ask_to_confirm(shown, waiting, state).below((Line(shown.around.text("guide.confirm_waits")),))


def no_danger_after_all(shown: Sitting, said: str, state: ConversationState) -> Step | None:
    """Tell who says no in a guide of danger, at a question that has no «nei», how they get out of it."""
    step, words = shown.step, words_of(said)
    asked = words_of(step.ask) if step is not None else []
    is_asked = step is not None and step.kind == "question" and not shown.concern.title
    has_no = any(words_of(one.say)[:1] == ["nei"] for one in (step.options if step is not None else ()))
    is_no = yes_or_no([word for word in words if word not in asked], shown.around.text) == "nei"
    if not is_asked or has_no or not is_no:
        return None
    return with_choices(shown, Line(shown.around.text("guide.no_danger_after_all")), state)


def is_telling(said: str) -> bool:
    """Tell whether the words tell something of a child, rather than try to answer: «han er trist»."""
    number = len(words_of(said))
    return number >= FEWEST_OF_SOMEBODY and (tells_of_others(said) or number >= FEWEST_OF_ANYTHING)


def _beside_outcome(shown: Sitting, said: str) -> Line:
    """Return the two ways on for who tells on or is not understood below an outcome: something to change for this
    child, or another child."""
    text, title = shown.around.text, shown.concern.title
    key = "guide.told_outcome" if is_telling(said) else "guide.not_known_outcome"
    told = text(key, title=title or text("guide.nameless"))
    buttons = (
        Button(text("guide.another_child"), "menu_worried", submits_inputs=False),
        Button(
            text("guide.change_this", title=title or text("guide.nameless")),
            "guide_answers",
            shown.concern.id,
            submits_inputs=False,
        ),
    )
    return Line(f"{rings_first(shown)}{told}", buttons)


def has_reported(shown: Sitting, said: str) -> Step | None:
    """Answer «jeg har meldt» below an outcome: that it was right, and the reminder of the answer where there is one."""
    words, text, outcome = words_of(said), shown.around.text, shown.outcome
    if outcome is None or not tells_of_a_report(words, shown.around):
        return None
    if not is_to_barnevernet(words, shown.around):
        return Step((Line(text("case.reported_where")),))
    reminders = [one for one in outcome.next if one.do.startswith("reminder:")]
    today = shown.around.today.isoformat()  # the law counts from the report, not from a late yes
    offered = [replace(next_button(one.say, one.do, shown), verb=OFFERED) for one in reminders]
    buttons = tuple(replace(one, id=f"{one.id}.{today}") for one in offered)
    return Step((Line(f"{rings_first(shown)}{text('guide.reported')}", buttons),))


def has_reported_here(shown: Sitting, said: str, state: ConversationState) -> Step | None:
    """Meet who says at a step that they have reported; the question stays, and so does an answer that waits for a
    yes."""
    words, text = words_of(said), shown.around.text
    if shown.step is None or not tells_of_a_report(words, shown.around):
        return None
    key = "guide.reported_here" if is_to_barnevernet(words, shown.around) else "case.reported_where"
    waiting = waits_for_yes(shown, state)
    asked = ask_to_confirm(shown, waiting, state) if waiting else with_choices(shown, Line(text(key)), state)
    return asked.below((Line(text(key)),)) if waiting else asked


def _story_words(shown: Sitting) -> str:
    """Return thanks for a story, and what to do: the story is not kept, and an answer is still needed."""
    step, text = shown.step_asked, shown.around.text
    doubt = next((one.say for one in step.options if one.meaning == "usikker"), "")
    if step.kind != "question":
        return text("guide.told_list")
    if doubt and asks_of_a_call(step):
        return text("guide.told_of_call", answer=doubt)
    return text("guide.told_unsure", answer=doubt) if doubt else text("guide.told")


def _not_known_words(shown: Sitting) -> str:
    step, text = shown.step_asked, shown.around.text
    if step.kind != "question":
        field = step.fields[0]
        said = field.choices[0].say if field.choices else "18. januar"
        return text("guide.not_known_list", example=f"{field.label.rstrip('?')}: {said}")
    numbers = [str(number) for number in range(1, len(step.options) + 1)]
    either = text("guide.or_number", first=", ".join(numbers[:-1]), last=numbers[-1])
    return text("guide.not_known", numbers=either)


def _with_people(shown: Sitting, state: ConversationState) -> Card:
    """Return the answers together with whom to talk to instead: barnevernet where the question is about danger."""
    step, card = shown.step, in_short(shown, state)
    is_about_danger = step is not None and any(one.meaning for one in step.options) and step.level is None
    keys = ("barnevern_mottak", "barnevernvakt") if is_about_danger else ("naermeste_leder", "barnevern_mottak")
    rows = known_first(contact_rows(keys, shown))
    blocks: tuple[Block, ...] = (Rows(rows), *card.blocks) if rows else tuple(card.blocks)
    help_ = Button(shown.around.text("guide.help_button"), "help", submits_inputs=False)
    intro = shown.around.text("guide.still_not_known")
    return replace(card, intro=intro, blocks=blocks, buttons=(*card.buttons, help_))
