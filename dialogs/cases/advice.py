"""What a requester says of the advice or asks about the case: it is shown, with the way to add something to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.content.texts import Texts
from bot.domain.case import Case, Status
from bot.domain.commands import ListMyCases
from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from bot.domain.turn import Pressed, Turn
from dialogs.acute import open_numbers
from dialogs.by_words import is_only_doubt, says_only, words_of
from dialogs.cases.advice_words import judged, names_advice
from dialogs.cases.asked_of_form import asks_if_parents_see
from dialogs.cases.mine import named_case
from dialogs.cases.requester_card import case_card, my_cases_card
from dialogs.cases.which_case import ADD, OVER, OfCode
from dialogs.dialog import Around, Step
from dialogs.guide.asked_beside import is_lost

VERB = "my_advice"
WAYS = ("tried", "more", "worse")
"""What may be said of advice without naming it, by its lists of words: that it was tried, that one wants to ask more,
that it has become worse."""
BELOW_ADVICE = ("evaluate_", ADD)
"""What begins the verbs of the cards that stand last when a team has answered."""
OF_ANSWERS = frozenset({"vote_up", "vote_down", "vote_why", "pass_on", "article"})
"""Buttons of a card that answers a question to the bot."""


@dataclass(frozen=True)
class OfAdvice:
    """Somebody speaks of the advice they got."""


def asked(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask for the case with the advice."""
    return Step(commands=(ListMyCases(turn.person, about=OfAdvice()),))


def tell(cases: Sequence[Case], state: ConversationState, around: Around) -> Step:
    """Show the case with the advice; the list where none or several have any."""
    return _shown(cases, around) or Step((my_cases_card(cases, state, around),))


def perhaps_of_advice(said: str, cases: Sequence[Case], state: ConversationState, around: Around) -> Step | None:
    """Return the case with the advice, when the words may be about it and there is only one: «har prøvd det, funker
    ikke»; for who wants to ask more, the form to do it in. None for anything else."""
    way = _way(said, around.text, is_below=state.said_since)
    advised = _advised(cases) if way == "more" else ()
    if len(advised) == 1 and advised[0].status is not Status.CLOSED:
        return _ask_more(advised[0], cases, state, around)
    return _shown(cases, around) if way else None


def perhaps_judged(said: str, cases: Sequence[Case], state: ConversationState, around: Around) -> Step | None:
    """Return the case with the advice, or the list of several, when all that is said is what somebody thinks of it.
    What is said right below an answer of the bot's own is of that one, unless the advice is named. None for anything
    else."""
    how, text = judged(said, around.text), around.text
    is_below_answer = not state.said_since and any(one.verb in OF_ANSWERS for one in state.shown)
    is_of_it = how != "none" and (names_advice(said, text) or not is_below_answer)
    if not is_of_it or not _advised(cases):
        return None
    heard, told = text(f"case.advice_judged_{how}"), _shown(cases, around)
    if told is None:
        return Step((Line(heard), my_cases_card(cases, state, around)))
    line, *card = told.replies
    return Step((Line(f"{heard} {line.text}" if isinstance(line, Line) else heard), *card))


def is_not_followed(said: str, state: ConversationState, around: Around) -> bool:
    """Tell whether somebody does not follow, «hæ», «hva betyr det», below a case of their own: of its advice; or says
    that it is not tried yet; or only doubts, or says «litt», of what was told or asked about it unasked."""
    words, text = words_of(said), around.text
    is_below = any(one.verb.startswith(BELOW_ADVICE) for one in state.shown)
    is_partly = is_only_doubt(words, text) or text.words("guide.words_partly").issuperset(words)
    is_of_told = state.active is None and around.is_told_since and bool(words) and is_partly
    is_not_yet = " ".join(words) in text.listed("commands.advice_not_yet")
    return is_of_told or (is_below and is_lost(words, text)) or ((is_below or around.is_told_since) and is_not_yet)


def perhaps_of_word(said: str, cases: Sequence[Case], state: ConversationState, around: Around) -> Step | None:
    """Return the form to ask the team in, for who asks what it means by a word that stands in its advice: «hva mener de
    med alene?», «hvorfor alene». None for anything else."""
    if is_not_followed(said, state, around):
        return _shown(cases, around) or _not_answered_yet(cases, around)
    case = of_words(said, cases, around)
    return _ask_more(case, cases, state, around) if case is not None else None


def of_words(said: str, cases: Sequence[Case], around: Around) -> Case | None:
    """Return the only open case with all the words that are asked about in its advice or the question that waits."""
    said = " ".join(words_of(said))
    begun = next((one for one in around.text.listed("commands.advice_meant") if said.startswith(f"{one} ")), None)
    words = {*words_of(said.removeprefix(begun))} if begun else set()
    told = [case for case in cases if case.status not in OVER and words and words <= _words_of_team(case)]
    return told[0] if len(told) == 1 else None


def _words_of_team(case: Case) -> set[str]:
    """Return the words of its question that waits, and of its advice."""
    given, asked = case.answer, case.open_question
    texts = [asked.text] if asked else []
    if given is not None:
        texts += [given.advice, given.why, given.come_back, *(task.what for task in given.tasks)]
    return {word for one in texts for word in words_of(one)}


def _ask_more(case: Case, cases: Sequence[Case], state: ConversationState, around: Around) -> Step:
    form = named_case(ADD, OfCode(case.code), cases, state, around)
    return form.below((Line(around.text("case.advice_more")),))


PARENTS_SEE = "case.parents_see_nothing"
OF_CASE = (
    ("case.cancel_when_sent", "common.words_deny", "commands.own_case_help", "commands.own_case_longer"),
    (PARENTS_SEE, "case.words_asked_parents", "case.words_asked_see"),
    ("case.not_mailed", "guide.words_mail", "guide.words_mail_wish"),
)
"""What is said above the only case that is open, and one word of each of these lists: «trenger ikke hjelp lenger»,
«får foreldrene vite om dette», «kan jeg få den på mail»."""
AROUND_CASE = ("case.words_asked_small", "guide.words_around_mail")


def perhaps_of_case(
    turn: Turn, said: str, cases: Sequence[Case], state: ConversationState, around: Around
) -> Step | None:
    """Return the only case that is open, for words that may ask about it and name nothing else: «når er møtet», «kan
    jeg ringe dem», «purr på dem», «hva gjør jeg imens». Who must ring now is shown whom to ring, and waits for no
    team."""
    words, texts = words_of(said), around.text
    opened = [case for case in cases if case.status not in OVER]
    told = next((key for key, *named in OF_CASE if says_only(words, texts, *named, beside=AROUND_CASE)), None)
    is_told = told == PARENTS_SEE and not asks_if_parents_see(words, texts)  # «far vet det»
    if told is not None and len(opened) == 1 and not is_told:
        return Step((Line(texts(told)), case_card(opened[0], around)))
    is_of_it = len(words) > 1 and says_only(
        words, texts, "commands.own_case_what", beside=("commands.own_case_beside",)
    )
    if not is_of_it or len(opened) != 1:
        return None
    rings = not texts.words("commands.own_case_ring").isdisjoint(words)
    if rings and not texts.words("commands.own_case_now").isdisjoint(words):
        return open_numbers(turn, Pressed("numbers"), state, around)
    key = "case.here_it_is_ring" if rings else "case.here_it_is"
    joins = not texts.words("commands.own_case_join").isdisjoint(words)
    if joins and (opened[0].on_next_meeting or opened[0].meeting_on is not None):
        key = "case.meeting_join"
    if not texts.words("commands.own_case_wait").isdisjoint(words):
        key = "case.here_it_is_wait"
    line = Line(texts(key))
    return Step((line, case_card(opened[0], around)))


def what_now(cases: Sequence[Case], around: Around) -> Step | None:
    """Return the only case that is still there, with its advice or what can be done with it, for who asks what now and
    has read nothing else."""
    own = [case for case in cases if case.status is not Status.WITHDRAWN and not case.text_deleted_at]
    if len(own) != 1:
        return None
    (case,) = own
    if case.answer is not None:
        return _shown(cases, around)
    key = "case.code_closed" if case.status is Status.CLOSED else "case.here_it_is"
    return Step((Line(around.text(key, code=case.code)), case_card(case, around)))


def _shown(cases: Sequence[Case], around: Around) -> Step | None:
    advised = _advised(cases)
    if len(advised) != 1:
        return None
    is_closed = advised[0].status is Status.CLOSED
    line = around.text(f"case.advice_{'closed' if is_closed else 'open'}")
    return Step((Line(line), case_card(advised[0], around)))


def _not_answered_yet(cases: Sequence[Case], around: Around) -> Step | None:
    """Return the only open case, with what is done with it by now: what is not followed is what came about it."""
    going = [case for case in cases if case.status not in OVER]
    return Step((case_card(going[0], around),)) if len(going) == 1 else None


def _advised(cases: Sequence[Case]) -> Sequence[Case]:
    return [case for case in cases if case.answer is not None and case.status is not Status.WITHDRAWN]


def _way(said: str, texts: Texts, *, is_below: bool = False) -> str:
    """Return which of the ways of speaking of advice it is; "" for none. `is_below`: something came unasked, and this
    is the first that is said below it: a bare «dette har vi prøvd» is of that."""
    small = ("commands.advice_small",)
    if is_below and says_only(words_of(said), texts, "commands.advice_tried", beside=small):
        return "tried"
    for way in WAYS:
        named = (f"commands.advice_{way}", f"commands.advice_{way}_beside")
        if says_only(words_of(said), texts, *named, beside=small):
            return way
    return ""
