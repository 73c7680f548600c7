"""Hears what is typed in the middle of a case: answers to its step, doubt about the duty, and everyday words.

Everyday words, «hei», «takk», are met with the step they stand at; below something else, the step is shown again.
"""

from __future__ import annotations

from dataclasses import replace

from bot.answers.story import story_told
from bot.domain.conversation import ConversationState
from bot.domain.reply import Button, Line
from bot.domain.turn import Pressed, Turn
from dialogs.answers.dialog import answer, open_article
from dialogs.by_words import (
    asks_something,
    begins_a_question,
    echo_answer,
    offered_together,
    plain_words,
    says_only,
    without_small,
    words_of,
    yes_or_no,
)
from dialogs.cases.about import about, about_theme, is_all_answered, still_missing
from dialogs.cases.about_words import heard_at_about
from dialogs.cases.asked_of_form import asked_of_form
from dialogs.cases.back_out import back
from dialogs.cases.draft import go_on_here
from dialogs.cases.duty import ABOUT, FORM, GATE, REPORTED, REVIEWED, RING_FIRST
from dialogs.cases.field_words import asks_to_write, field_explained
from dialogs.cases.form import LONGEST, PROMPTS, draft_of, submission_of
from dialogs.cases.gate import UNSURE, gate_again
from dialogs.cases.gate_words import (
    doubts_before_gate,
    heard_after_gate,
    heard_at_gate,
    heard_below,
    heard_done,
    heard_wish_to_report,
)
from dialogs.cases.left import pausing
from dialogs.cases.said_beside import said_beside
from dialogs.dialog import Around, Step
from dialogs.fields import field_named
from dialogs.guide.asked_beside import OF_THE_BOT, asks_again, asks_what_is_meant, asks_what_now, is_lost
from dialogs.guide.not_understood import is_telling

REASON = "meldeplikt-grunn-til-a-tro"
"""The article that tells what the duty to report asks for."""
LONGEST_QUESTION = 14
"""More words than this at the form, with a question among them, may be meant for its fields."""
LONGEST_BARE_QUESTION = 6
"""More words than this, without a question mark, are meant for the fields of the form."""
NOW = {GATE: "case.now_gate", FORM: "case.now_form", REVIEWED: "case.now_review"}
"""What each step asks for, told to who asks what now."""
EXPLAINED = {
    REPORTED: "case.report_explained",
    RING_FIRST: "case.ring_explained",
    FORM: "case.now_form",
    REVIEWED: "case.now_review",
}
"""What is said at each step to who does not follow its card."""
AWAY = "case_go_on"
"""The way back, on whatever is shown beside a case."""


def _duty_explained(turn: Turn, said: str, state: ConversationState, around: Around) -> Step | None:
    """Tell what «grunn til å tro» means to who asks at the gate what is meant; doubt is an answer as well."""
    if state.case.step != GATE or not asks_what_is_meant(words_of(said), around.text):
        return None
    shown = open_article(turn, Pressed("article", REASON), state, around)
    told = Line(around.text("case.gate_explained", unsure=around.text(f"case.gate_{UNSURE}")))
    return replace(shown, replies=(told, *shown.replies))


def _card_explained(said: str, state: ConversationState, around: Around) -> Step | None:
    """Say in other words what a card that has stopped the case means, or what the form and the last card ask for, to
    who does not follow it."""
    step, text = state.case.step, around.text
    words = words_of(said)
    is_asked = is_lost(words, text) or asks_again(words, text)
    if is_asked and step == ABOUT and not is_all_answered(state, around) and not _is_away(state):
        return Step((Line(text("case.middle_about", missing=still_missing(state, around))),))
    key = EXPLAINED.get(step) if is_asked and not _is_away(state) else None
    if key is None:
        return None
    is_checking = step == REVIEWED and any(one.verb == "case_use" for one in state.shown)
    if is_checking:
        return Step((Line(text("case.in_the_middle_review", use=text("case.use"), edit=text("case.edit"))),))
    return Step((Line(text(key)),))


def _anonymous_enough(said: str, state: ConversationState, around: Around) -> Step | None:
    """Give the yardstick of four or five children to who asks whether the text is anonymous enough; nobody but its
    writer can answer."""
    words, text = words_of(said), around.text
    is_asked = says_only(words, text, "case.words_if_anonymous", beside=("case.words_around_if_anonymous",))
    if state.case.step not in (FORM, REVIEWED) or not is_asked:
        return None
    return Step((Line(text("case.anonymous_enough", question=text("case.confirm_question"))),))


def listen(turn: Turn, said: str, state: ConversationState, around: Around) -> Step | None:
    """Say how to go on when words about a case are typed beside the form; a question is answered as always, but below
    a card that says to report, a story that ends in one may be of the same child. Without its sign, «hva er prøvd …»
    may be what a field of the form asks for."""
    doubted = _duty_explained(turn, said, state, around) or heard_after_gate(turn, said, state, around)
    doubted = doubted or _card_explained(said, state, around)
    doubted = doubted or field_explained(said, state, around) or _what_now(turn, said, state, around)
    doubted = doubted or _anonymous_enough(said, state, around) or said_beside(turn, said, state, around)
    doubted = doubted or asked_of_form(said, state, around) or _not_taken_up(turn, said, state, around)
    if doubted is not None:
        return doubted
    is_story = state.case.step == REPORTED and story_told(said).is_of_someone
    if ("?" in said and not is_story) or doubts_before_gate(said, state, around):
        return None
    if state.case.step in (REPORTED, RING_FIRST):
        return heard_below(turn, said, state, around)
    if state.case.step == REVIEWED and echo_answer(words_of(said), around.text, is_echoed=False) == "nei":
        return back(turn, Pressed(""), state, around)
    answered = heard_wish_to_report(turn, said, state, around) or (
        pausing(said, state, around) or heard_done(said, state, around) or _below_unmet(turn, said, state, around)
    )
    answered = answered or _back_to_the_step(turn, said, state, around)
    answered = answered or heard_at_gate(turn, said, state, around) or heard_at_about(said, state, around)
    answered = answered or _of_a_theme(turn, said, state, around)
    asks = asks_something(said, around.text)
    is_asked = asks and (state.case.step != FORM or _has_its_article(said, state, around))
    if answered is not None or is_asked or around.answers.search(said).kind in OF_THE_BOT:
        return answered
    return _met_with_the_step(turn, said, state, around)


def _what_now(turn: Turn, said: str, state: ConversationState, around: Around) -> Step | None:
    """Say what this step asks for to who asks how to go on; a card that has stopped the case says it itself."""
    step, text, words = state.case.step, around.text, words_of(said)
    if step in (REPORTED, RING_FIRST) or not (asks_what_now(words, text) or asks_to_write(words, text)):
        return None
    if step == ABOUT and not is_all_answered(state, around) and not _is_away(state):
        return Step((Line(text("case.middle_about", missing=still_missing(state, around))),))
    if _is_away(state) or step not in NOW or any(one.verb == "case_use" for one in state.shown):
        return _met_with_the_step(turn, said, state, around)
    is_team_open = step == GATE and not state.case.team
    return Step((Line(text("case.now_team" if is_team_open else NOW[step])),))


def _of_a_theme(turn: Turn, said: str, state: ConversationState, around: Around) -> Step | None:
    """Take «tema», «nytt tema: mange vaper» and «flere barn på en gang» at step 1 as the way out for one."""
    words, text = words_of(said.partition(":")[0]), around.text
    if state.case.step != ABOUT or _is_away(state):
        return None
    beside = ("case.words_around_theme", "guide.words_small", "common.place_small")
    is_named = says_only(words, text, "case.words_a_theme", beside=beside)
    plain = plain_words(said)
    is_told = any(one in plain for one in text.listed("guide.words_theme"))
    return about_theme(turn, Pressed("case_theme"), state, around) if is_named or is_told else None


def _not_taken_up(turn: Turn, said: str, state: ConversationState, around: Around) -> Step | None:
    """Say that a whole case with a question in it, typed beside the form, is not in it; it is answered as well."""
    if state.case.step != FORM or "?" not in said or len(words_of(said)) <= LONGEST_QUESTION:
        return None
    step = answer(turn, said, state, around)
    return replace(step, replies=(Line(around.text("case.not_taken_up")), *step.replies))


def _below_unmet(turn: Turn, said: str, state: ConversationState, around: Around) -> Step | None:
    """Show the gate again to who answers the card about what must be done first: a yes there is about that, and never
    about the duty to report."""
    verbs = {one.verb for one in state.shown}
    is_below = state.case.step == GATE and "case_gate_again" in verbs and "case_gate" not in verbs
    if not is_below or begins_a_question(words_of(said)):
        return None
    return gate_again(turn, Pressed(""), state, around, around.text("case.unmet_done"))


def _back_to_the_step(turn: Turn, said: str, state: ConversationState, around: Around) -> Step | None:
    """Show the step again to who says something everyday below something else: a bare yes there answers no duty. To who
    has answered all of the first one, a yes is «Neste»."""
    text = around.text
    if not _is_everyday(said, around):
        return None
    if _is_away(state):
        return go_on_here(turn, Pressed(""), state, around).below((Line(text("common.here_we_were")),))
    is_full = state.case.step == ABOUT and is_all_answered(state, around)
    is_yes = is_full and yes_or_no(without_small(words_of(said), text), text) == "ja"
    return about(turn, Pressed("case_about"), state, around) if is_yes else None


def _met_with_the_step(turn: Turn, said: str, state: ConversationState, around: Around) -> Step:
    """Say how to go on from here to who has said nothing that this step asks for."""
    text, is_everyday = around.text, _is_everyday(said, around)
    if _is_away(state):
        return go_on_here(turn, Pressed(""), state, around).below((Line(text("case.not_known_here")),))
    if state.case.step == ABOUT and is_all_answered(state, around):
        return Step((Line(text("case.about_full", button=text("case.next"))),))
    if state.case.step == ABOUT and is_everyday:
        return Step((Line(text("case.middle_about", missing=still_missing(state, around))),))
    if any(one.verb == "case_use" for one in state.shown):
        return Step((Line(text("case.in_the_middle_review", use=text("case.use"), edit=text("case.edit"))),))
    if state.fields or (state.case.step == FORM and _put_in_form(said, state, around)):
        return _met_with_fields(said, state, around)  # also below what was told before it
    key = "middle" if is_everyday else "in_the_middle"
    of = "choice" if offered_together(state.shown) else "button"
    return Step((Line(text(f"case.{key}_{of}")),))


def _met_with_fields(said: str, state: ConversationState, around: Around) -> Step:
    """Say that the fields are to be filled in, or sent; what is told at the form may be put into it."""
    text, told = around.text, _put_in_form(said, state, around)
    if state.case.step == FORM and (_goes_onward(said, around) or _is_everyday(said, around)):
        return Step((Line(text("case.now_form")),))
    if not told:
        return Step((Line(text("case.in_the_middle")),))
    again = f"\n\n{text('case.in_the_middle_told_again')}" if state.case.told_of and draft_of(state) is None else ""
    return Step(
        (Line(text("case.in_the_middle_told") + again, told),), state.writing(replace(state.case, told_of=True))
    )


def _put_in_form(said: str, state: ConversationState, around: Around) -> tuple[Button, ...]:
    """Return the button that puts what is told at the form into its first field, where it can be moved from; nothing of
    it is kept until then. What a draft has stands in the other fields, and before it."""
    draft = draft_of(state)
    texts = dict(draft.texts) if draft is not None else {}
    texts[PROMPTS[0]] = "\n".join(one for one in (texts.get(PROMPTS[0], ""), said) if one)
    if state.case.step != FORM or not is_telling(said) or len(texts[PROMPTS[0]]) > LONGEST:
        return ()
    title = around.text("case.put_in_form", field=around.text(f"case.{PROMPTS[0]}"))
    return (Button(title, "case_review", submission_of(state), carries=tuple(texts.items())),)


def _goes_onward(said: str, around: Around) -> bool:
    """Tell whether somebody wants to go on from the form, in nothing but words for that: «neste», «ok send»."""
    beside = ("guide.words_yes", "guide.words_small", "common.place_small", "common.words_thanks")
    return says_only(words_of(said), around.text, "case.words_onward", beside=beside)


def _has_its_article(said: str, state: ConversationState, around: Around) -> bool:
    """Tell whether an article answers a short question beside the form, which names none of its fields: «hva er
    samtykke»."""
    is_short = len(words_of(said)) <= LONGEST_BARE_QUESTION
    return is_short and field_named(said, state.fields) is None and around.answers.search(said).verdict == "answer"


def _is_away(state: ConversationState) -> bool:
    """Tell whether something else was shown last, with the way back to the case on it."""
    return any(one.verb == AWAY for one in state.shown)


def _is_everyday(said: str, around: Around) -> bool:
    """Tell whether it is a greeting, thanks, or a bare yes or no."""
    return bool(yes_or_no(words_of(said), around.text)) or around.answers.search(said).verdict == "small_talk"
