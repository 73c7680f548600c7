"""Own words while a consultation team waits for an answer: said not to be sent, and offered to be sent as the answer.

The question comes without a turn, so nobody knows what was read last. Nothing is ever sent by itself, and what somebody
wrote lies on the card only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.domain.case import Case
from bot.domain.commands import ListMyCases
from bot.domain.conversation import DRAFT_FOR, ConversationState
from bot.domain.outcomes import CasesAre, Outcome
from bot.domain.reply import Box, Button, Card, Line, TextInput
from bot.domain.turn import Pressed, Said, Turn
from dialogs.answers.dialog import WHOSE, answer, names_warning
from dialogs.by_words import begins_a_question, is_only_doubt, tells_how_much, words_of, yes_or_no
from dialogs.cases import advice, after_report, evaluation, no_answer, own_name
from dialogs.cases.adding import MOST_CARRIED, said_to_add, which_to_add_to
from dialogs.cases.advice_words import judged
from dialogs.cases.evaluation_words import may_answer_evaluation, said_of_evaluation
from dialogs.cases.form import LONGEST
from dialogs.cases.mine import named_case, tell_my_cases
from dialogs.cases.requester_card import name_seen, questions
from dialogs.cases.sure import reopen_card
from dialogs.cases.taken_back import (
    contradicts,
    forgotten_in,
    last_written,
    offer_to_add,
    put_right,
    says_send,
    takes_back,
    text_wrong,
    told_lately,
)
from dialogs.cases.which_case import (
    ADD,
    OPEN,
    OVER,
    REOPEN,
    REPLY,
    Leafed,
    OfCode,
    OfTheme,
    answer_to,
    code_before,
    is_listed,
    may_be_meant,
    theme_of_case,
    which_card,
)
from dialogs.cases.words import listing
from dialogs.cases.words_to_team import reply_card, send_reply
from dialogs.dialog import Around, Step
from dialogs.guide.asked_beside import asks_what_is_meant, asks_what_now
from dialogs.guide.sitting import NAME as GUIDE

OFFER, NOT_REPLY = "my_own_words", "my_not_reply"
"""Verbs of the two buttons: the words are the answer, or they were a question to the bot."""
SHORT = 2
"""So few words may look something up, unless they say yes, no or doubt."""
FEW = 3
"""So few words in the middle of something else are an answer to it, however it was spelt."""
SAY_MORE = "say_more"
"""The kind of card that meets a question that names nothing."""
_SENTENCE_END = re.compile(r"([.!?\n])")
SMALL_TALK = ("line", "menu", "welcome", "unhappy")
"""Screens that answer a greeting or thanks: nothing of it was meant for the team."""


@dataclass(frozen=True)
class OwnWords:
    """What was typed outside every dialog, and how it would be answered."""

    said: str = field(repr=False)
    answered: Step


def perhaps_for_the_team(turn: Turn, said: str, answered: Step, state: ConversationState, around: Around) -> Step:
    """Ask whether a team waits for an answer; a greeting is only answered, and so is an editor who tries a draft."""
    if not around.has_cases or state.is_trying:
        return answered
    kinds = {one.kind if isinstance(one, Card) else "line" for one in answered.replies}
    is_talk = kinds <= {*SMALL_TALK} and around.answers.is_only_small_talk(said) and not _may_tell(said, around)
    if is_talk and not _may_be_of_a_case(said, state, around):
        return answered
    return Step(commands=(ListMyCases(turn.person, about=OwnWords(said, answered)),))


def perhaps_not_heard(turn: Turn, said: str, answered: Step, state: ConversationState, around: Around) -> Step:
    """Ask it also of a sentence that answered nothing where a guide or another case has the floor."""
    after = answered.state or state
    is_answer = (after.active, after.concerns) != (state.active, state.concerns) or answered.replaces is not None
    if not around.has_cases or state.is_trying or is_answer or answered.commands or len(words_of(said)) <= FEW:
        return answered
    return Step(commands=(ListMyCases(turn.person, about=OwnWords(said, answered)),))


def _may_tell(said: str, around: Around) -> bool:
    """Tell whether «jeg må hente barna på skolen» or «sitter og gråter» may answer the team: only a listed goodbye is
    surely none, and tears may be the child's."""
    is_leaving = around.answers.is_leaving(said) and not around.answers.is_goodbye(said)
    return is_leaving or around.answers.search(said).kind == WHOSE


def _may_be_of_a_case(said: str, state: ConversationState, around: Around) -> bool:
    """Tell whether a few words may be about a case, a question of a team or an evaluation."""
    if contradicts(said, state, around.text) or advice.is_not_followed(said, state, around):
        return True
    is_about_question = takes_back(said, around.text) or asks_what_is_meant(words_of(said), around.text)
    is_about_question = is_about_question or _is_of_a_button(said, around) or _answers_something(said, around)
    is_judged = judged(said, around.text) != "none"  # «takk for hjelpen, men det hjalp ikke»
    return is_about_question or is_judged or may_answer_evaluation(said, around.text)


def _answers_something(said: str, around: Around) -> bool:
    """Tell whether a yes, a no or doubt may answer a team; a no also with thanks: «nei takk»."""
    words, text = words_of(said), around.text
    without_thanks = [word for word in words if word not in text.listed("common.words_thanks")]
    is_no = yes_or_no(without_thanks, text) == "nei"
    return is_no or bool(yes_or_no(words, text)) or is_only_doubt(words, text)


def is_below_form(state: ConversationState) -> bool:
    """Tell whether the form for a text to a team was shown last, with a guide under way behind it."""
    return state.active == GUIDE and any(one.verb in (f"{ADD}_send", f"{REPLY}_send") for one in state.shown)


def tell(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Tell what came of a list of cases: it may have been asked for because of own words."""
    about = outcome.command.about if isinstance(outcome.command, ListMyCases) else None
    if not isinstance(outcome, CasesAre):
        return tell_my_cases(turn, outcome, state, around)
    if not isinstance(about, OwnWords):
        return _tell_of_known(about, turn, outcome, state, around)
    if is_below_form(state):
        state = replace(state, active=None)  # the words are of the form, not of what is under way behind it
    if state.active is None and (named := _of_named(about, outcome.cases, state, around)) is not None:
        return named
    added_to = _form_of_adding(outcome.cases, state)
    if added_to is not None and not (_is_asked(about, around) and _is_found(about)):
        return _told_below_adding(about, added_to, state, around)
    return _told_with(about, outcome.cases, turn, state, around)


def _of_named(own: OwnWords, cases: Sequence[Case], state: ConversationState, around: Around) -> Step | None:
    """Return what comes of words that name their case, by its code or by a theme that is said to be wrong in it."""
    theme = theme_of_case(own.said, around.text)
    is_wrong = bool(theme) and takes_back(own.said, around.text)
    below = _below_code(own, cases, state, around)
    below = below or _below_label(own, cases, state, around)
    return below or (_wrong_in(theme, own, cases, state, around) if is_wrong else None)


def _below_code(own: OwnWords, cases: Sequence[Case], state: ConversationState, around: Around) -> Step | None:
    """Offer to add what is written behind the code of an own case, «legg til på K7M-42P: mor er syk»; say that no own
    case has the code. What its team waits for is the answer to it, as any other words."""
    code, rest = code_before(own.said, around.text)
    if not (code and rest) or any(case.code == code for case in may_be_meant(REPLY, cases)):
        return None
    case = next((one for one in cases if one.code == code), None)
    if case is None or not may_be_meant(ADD, (case,)):
        return named_case(ADD, OfCode(code), cases, state, around)
    return _told_below_adding(replace(own, said=rest), case, state, around)


def _below_label(own: OwnWords, cases: Sequence[Case], state: ConversationState, around: Around) -> Step | None:
    """Offer to add what is written behind «legg til på den første:» or «legg til:»; ask which case where several may be
    meant."""
    to_add = said_to_add(own.said, state.shown, around.text)
    if to_add is None:
        return None
    meant = to_add.among(cases)
    if len(meant) == 1:
        return _told_below_adding(replace(own, said=to_add.words), meant[0], state, around)
    return which_to_add_to(to_add, cases, state, around)


def _tell_of_known(about: object, turn: Turn, outcome: CasesAre, state: ConversationState, around: Around) -> Step:
    """Tell what came of the list when it was asked for by words that say what they are about."""
    match about:
        case own_name.OfName():
            return own_name.tell(about, turn, outcome.cases, around)
        case after_report.OfReport():
            return after_report.tell(outcome.cases, around)
        case advice.OfAdvice():
            return advice.tell(outcome.cases, state, around)
        case no_answer.OfNoAnswer():
            return no_answer.tell(outcome.cases, state, around)
        case _:
            return tell_my_cases(turn, outcome, state, around)


def _told_with(own: OwnWords, cases: Sequence[Case], turn: Turn, state: ConversationState, around: Around) -> Step:
    """Answer as always when no team waits; else say that nothing is sent, and offer to send what is no question."""
    waiting = may_be_meant(REPLY, cases)
    if not waiting:
        told = _of_what_came_back(own, cases, turn, state, around) if state.active is None else None
        return told or _perhaps_put_right(own, cases, state, around)
    own, waiting = _with_code(own, waiting, around)
    words = words_of(own.said)
    asks = asks_what_is_meant(words, around.text) or asks_what_now(words, around.text)
    asks = asks or advice.of_words(own.said, waiting, around) is not None
    asks = asks or _is_of_a_button(own.said, around) or _says_yes_to_form(own, waiting, state, around)
    if state.active is None and (asks or (_names_nothing(own) and _is_asked(own, around))):
        return _question_again(own, waiting, state, around)
    if state.active is not None or _is_asked(own, around):
        codes = listing([case.code for case in waiting])
        aside = Line(around.text("case.own_words_aside", code=codes))
        return replace(own.answered, replies=(*own.answered.replies, aside))
    if len(own.said) > LONGEST:
        codes = listing([case.code for case in waiting])
        long = Line(around.text("case.own_words_long", code=codes, number=LONGEST))
        return replace(own.answered, replies=(*own.answered.replies, long))
    warning = names_warning(own.said, state, around)
    if len(waiting) > 1:
        is_carried = len(own.said) * len(waiting) <= MOST_CARRIED
        said = (("text", own.said),) if is_carried else ()
        line = Line(around.text("case.own_words_not_sent" if is_carried else "case.own_words_copy"))
        return Step((line, which_card(REPLY, waiting, around, Leafed(said=said)), *warning))
    return Step((_offer_card(waiting[0], own.said, around), *warning))


def _of_what_came_back(
    own: OwnWords, cases: Sequence[Case], turn: Turn, state: ConversationState, around: Around
) -> Step | None:
    """Return the form that asks about the advice, answered in words, or the case, when the words may be of either."""
    is_below_another = bool(state.shown) and not state.said_since
    form = said_of_evaluation(own.said, cases, around.now, around.text, is_below_another=is_below_another)
    if form is not None:
        return evaluation.hear(turn, form, state, around)
    if asks_what_now(words_of(own.said), around.text) and _names_nothing(own) and not state.last_article:
        return advice.what_now(cases, around)
    if (of_advice := advice.perhaps_judged(own.said, cases, state, around)) is not None:
        return of_advice
    put_off = None if _is_found(own) else after_report.perhaps_put_off(own.said, cases, state, around)
    if put_off is not None:
        return put_off
    of_advice = None if _is_found(own) else advice.perhaps_of_advice(own.said, cases, state, around)
    of_advice = of_advice or advice.perhaps_of_word(own.said, cases, state, around)
    return of_advice or advice.perhaps_of_case(turn, own.said, cases, state, around)


def _form_of_adding(cases: Sequence[Case], state: ConversationState) -> Case | None:
    """Return the case whose form for adding something was shown last."""
    of = next((one.id for one in state.shown if one.verb == f"{ADD}_send"), None) if state.active is None else None
    return next((case for case in cases if case.id == of), None)


def _told_below_adding(own: OwnWords, case: Case, state: ConversationState, around: Around) -> Step:
    """Ask whether the words are to be added, with the field filled in; nothing is there to be sent by a bare answer."""
    if _answers_something(own.said, around) or _is_of_a_button(own.said, around):
        return Step((Line(around.text("case.add_nothing", button=around.text("case.send_text"))),))
    if len(own.said) > LONGEST:
        return Step((Line(around.text("case.own_words_long", code=case.code, number=LONGEST)),))
    return Step((offer_to_add(case, own.said, own.said, around), *names_warning(own.said, state, around)))


def _wrong_in(theme: str, own: OwnWords, cases: Sequence[Case], state: ConversationState, around: Around) -> Step:
    """Show what may be done with the case about that theme, which is said to be wrong: that answers no team."""
    of_theme = [case for case in cases if theme in case.form.themes and case.status not in OVER]
    if of_theme:
        return text_wrong(of_theme, own.said, around)
    return named_case(OPEN, OfTheme(theme), cases, state, around)


def _says_yes_to_form(own: OwnWords, waiting: Sequence[Case], state: ConversationState, around: Around) -> bool:
    """Tell whether a bare yes stands below the form of one of several cases that wait: it may be meant for what is
    written there, and is offered to none of the others."""
    is_form = len(waiting) > 1 and any(one.verb == f"{REPLY}_send" for one in state.shown)
    return is_form and yes_or_no(words_of(own.said), around.text) == "ja"


def _perhaps_put_right(own: OwnWords, cases: Sequence[Case], state: ConversationState, around: Around) -> Step:
    """Answer as always, unless the words say that what the team was told lately is wrong; in the middle of something
    else they are answered there, and how an answer is put right is said beside it."""
    is_against = not _is_found(own) and contradicts(own.said, state, around.text)
    is_back = takes_back(own.said, around.text)
    lately = told_lately(cases, around.now) if is_against or is_back else ()
    lately = lately or (forgotten_in(own.said, cases, state.shown, around.text) if is_back else ())
    if state.active is not None:
        codes = [case.code for case in lately if last_written(case) is not None]
        aside = (Line(around.text("case.wrong_aside", code=listing(codes))),) if codes else ()
        return replace(own.answered, replies=(*own.answered.replies, *aside))
    if not lately:
        return _nothing_to_put_right(own, cases, around)
    step = put_right(own.said, lately, own.said, around)
    return replace(step, replies=(*step.replies, *names_warning(own.said, state, around)))


def _nothing_to_put_right(own: OwnWords, cases: Sequence[Case], around: Around) -> Step:
    """Answer as always, unless the words are of a button whose card is gone, or say that a case was closed wrongly."""
    if _is_of_a_button(own.said, around):
        return Step((Line(around.text("case.send_nothing")),))
    day = around.now - DRAFT_FOR
    closed = [one for one in may_be_meant(REOPEN, cases) if one.closed_at is not None and one.closed_at >= day]
    is_wrong = takes_back(own.said, around.text) and len(closed) == 1
    return Step((reopen_card(closed[0], around),)) if is_wrong else own.answered


def _with_code(own: OwnWords, waiting: tuple[Case, ...], around: Around) -> tuple[OwnWords, tuple[Case, ...]]:
    """Return the words without the case they begin with, «svar K7M-42P: …», and that case; all as it was when they
    begin with none that waits."""
    code, rest = code_before(own.said, around.text)
    named = tuple(case for case in waiting if case.code == code)
    return (replace(own, said=rest), named) if named and rest else (own, waiting)


def _is_of_a_button(said: str, around: Around) -> bool:
    """Tell whether the words are a button of a card that is not the last one any more: they answer no team."""
    words, text = words_of(said), around.text
    return says_send(words, text) or words == words_of(text("case.use"))


def _names_nothing(own: OwnWords) -> bool:
    return any(isinstance(one, Card) and one.kind == SAY_MORE for one in own.answered.replies)


def _question_again(own: OwnWords, waiting: Sequence[Case], state: ConversationState, around: Around) -> Step:
    """Show again what the team asks: «hva mente de med det?» below it is about that question. It may also be about the
    answer read last, whose way on is kept."""
    is_yes = _says_yes_to_form(own, waiting, state, around)
    if is_yes or (_is_of_a_button(own.said, around) and is_listed(state.shown)):
        return Step((Line(around.text("case.own_words_send_nothing" if is_yes else "case.which_first")),))
    before = own.answered.replies if state.last_article and _names_nothing(own) else ()
    one = reply_card(waiting[0], around) if len(waiting) == 1 else which_card(REPLY, waiting, around)
    key = "question_waits" if asks_what_now(words_of(own.said), around.text) else "question_again"
    key = "own_words_send_nothing" if _is_of_a_button(own.said, around) else key
    return Step((*before, Line(around.text(f"case.{key}")), one))


def _is_asked(own: OwnWords, around: Around) -> bool:
    """Tell whether the words ask the bot for something: a question, or a word or two that an answer was found for."""
    words = words_of(own.said)
    answers = _answers_something(own.said, around) or tells_how_much(words, around.text)
    is_looked_up = _is_found(own) and len(words) <= SHORT and not answers
    is_question = "?" in own.said and not _answers_before_asking(own.said, around)
    return is_question or begins_a_question(words) or is_looked_up


def _answers_before_asking(said: str, around: Around) -> bool:
    """Tell whether a sentence with a yes or a no comes before the question: «ja, siden uke 40. Har dere et skjema?»."""
    first, end, _ = _SENTENCE_END.split(said, maxsplit=1) if _SENTENCE_END.search(said) else ("", "?", "")
    words = words_of(first)
    return end != "?" and len(words) > 1 and words[0] in around.text.words("guide.words_yes", "guide.words_no")


def _is_found(own: OwnWords) -> bool:
    return any(isinstance(one, Card) and one.kind == "answer" for one in own.answered.replies)


def _offer_card(case: Case, said: str, around: Around) -> Card:
    text, asked = around.text, case.open_question
    return Card(
        kind=OFFER,
        case_shown=case.id if asked else "",
        header=(text("team.header_code", code=case.code), ""),
        title=text("case.own_words_title"),
        intro=text("case.own_words_intro", code=case.code, name=name_seen(case, text)),
        blocks=(
            *((Box(questions(case, asked, text), "accent"),) if asked else ()),
            TextInput("text", text("case.reply_field"), said, multiline=True, required=True, max_length=LONGEST),
        ),
        buttons=(
            Button(
                text("case.own_words_send"), OFFER, answer_to(case, case.open_question_key), case.version, "positive"
            ),
            Button(text("case.own_words_no"), NOT_REPLY, submits_inputs=False, carries=(("asked", said),)),
        ),
    )


def send_own_words(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Check the words and relay them. A word typed instead of the press carries nothing: say where they are."""
    if not pressed.values and isinstance(turn.what, Said) and is_only_doubt(words_of(turn.what.own_words), around.text):
        send, no = around.text("case.own_words_send"), around.text("case.own_words_no")
        return Step((Line(around.text("case.own_words_doubt", button=send, no=no)),))
    if not pressed.values:
        return Step((Line(around.text("case.own_words_press", button=around.text("case.own_words_send"))),))
    return send_reply(turn, pressed, state, around)


def not_reply(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Answer what was a question to the bot; a no typed instead of the press leaves what the team has as it is, and has
    a button of its own: a number or doubt that follows is about that one, and never about what was said no to."""
    asked = pressed.values.get("asked", "").strip()
    if asked:
        return answer(turn, asked, state, around)
    is_offer = any(one.verb == OFFER for one in state.shown)
    key = "case.own_words_ask_again" if is_offer else "case.wrong_left"
    return Step((Line(around.text(key), (Button(around.text("common.to_menu"), "menu"),)),))


def none_meant(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Leave the list that asked which case is meant, with nothing done."""
    return Step((Line(around.text("case.which_left"), (Button(around.text("common.to_menu"), "menu"),)),))
