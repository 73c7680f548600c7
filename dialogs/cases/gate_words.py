"""What is typed at the gate of a case, or below a card that has stopped it, in the person's own words.

Words never bring a case past the duty to report: a clear no is asked for word for word, and doubt is never a yes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.story import story_told
from bot.domain.choices import as_value
from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from bot.domain.turn import Pressed, Turn
from dialogs.answers.dialog import answer
from dialogs.by_words import (
    begins_a_question,
    by_title,
    echo_answer,
    is_doubt,
    is_negated,
    is_only_doubt,
    says_only,
    words_of,
    yes_or_no,
)
from dialogs.call_words import RUNG, asks_what_to_say, told_of_the_call
from dialogs.cases.after_report import reminder_offered
from dialogs.cases.duty import AFTER_GATE, FORM, GATE, REPORTED, RING_FIRST, stopped_card
from dialogs.cases.form import team_of
from dialogs.cases.gate import (
    NO,
    POINTS,
    UNSURE,
    YES,
    answer_id,
    ask_again,
    conditions,
    criteria,
    gate,
    gate_again,
)
from dialogs.dialog import Around, Step
from dialogs.report_words import is_to_barnevernet, ring_whom, tells_of_a_report, wants_to_ring

IS = (["er"], ["e"])
_PARTS = re.compile(r"[,.;]|\bog\b|\bmen\b", re.IGNORECASE)


def heard_at_gate(turn: Turn, said: str, state: ConversationState, around: Around) -> Step | None:
    """Hear «nei, ingenting av det» as a no, «ja, det gjør det» and a point that is typed as a yes, and ask again after
    «ja, men jeg er ikke sikker»; None = no answer to what was asked."""
    team, words = team_of(state, around), words_of(said)
    if state.case.step != GATE or team is None or not words or begins_a_question(words):
        return None
    answer = "" if is_doubt(words, around.text) else _clear_answer(words, around)
    is_first_open = not {*conditions(team)} <= {*state.case.said_done}
    if is_first_open and _is_bare_yes(words, around):
        return ask_again("case.gate_which", team, Pressed(""), state, around)
    ticked = {POINTS: point} if not answer and (point := _point_named(said, around)) else {}
    if answer or ticked:
        pressed = Pressed("case_gate", answer_id(answer or YES, state), values=ticked, is_loose=True)
        return gate(turn, pressed, state, around)
    is_hesitant = is_doubt(words, around.text) or set(words) <= around.text.words("case.words_hesitant")
    begins = yes_or_no(words[:1], around.text) != ""
    is_of_it = begins or any(tells(words, around) for tells in (_denies, _is_of_the_duty, told_of_the_call))
    return ask_again("case.gate_doubtful", team, Pressed(""), state, around) if is_hesitant or is_of_it else None


def _point_named(said: str, around: Around) -> str:
    """Return the only point of the duty that is typed instead of ticked, «alvorlige mangler i omsorgen», in no other
    words than its own; empty where doubt or a no stands beside it."""
    words = words_of(said)
    if is_doubt(words, around.text) or _denies(words, around) or is_negated(words, around.text):
        return ""
    points = criteria(around)
    place = by_title(said, [one.say for one in points], around.text)
    return points[place].id if place is not None else ""


def heard_wish_to_report(turn: Turn, said: str, state: ConversationState, around: Around) -> Step | None:
    """Take «jeg vil heller melde» as a yes, at the gate, below what must be done first and once the case has come past
    it, in nothing but words for that; who has reported already is done at the gate. «Ring barnevernet først» is doubt,
    also when another card was shown below its button; until a team is chosen it is told whom that is."""
    words, text, step = words_of(said), around.text, state.case.step
    if wants_to_ring(words, text):
        if team_of(state, around) is None:
            return Step((Line(f"{ring_whom(state, around)} {text('case.ring_waits')}"),))
        return gate(turn, Pressed("case_gate", answer_id(UNSURE, state)), state, around)
    if step == GATE and "?" not in said and (told := _told_of_a_report(words, state, around)):
        return told
    is_wish = says_only(words, text, "case.words_wish", beside=("case.words_beside_wish",))
    is_said = is_wish and _is_of_the_duty(words, around)
    if step not in (GATE, *AFTER_GATE) or "?" in said or not is_said:
        return None
    return gate(turn, Pressed("case_gate", answer_id(YES, state), is_loose=True), state, around)


def _is_bare_yes(words: Sequence[str], around: Around) -> bool:
    return says_only(words, around.text, "guide.words_yes", beside=("common.words_thanks",))


def heard_done(said: str, state: ConversationState, around: Around) -> Step | None:
    """Hear that what must be done first is done, «ja, det er gjort», in nothing but words for that, also beside an
    answer about the duty: it is ticked, and the duty to report is asked about as ever."""
    parts, answers = _PARTS.split(said), [around.text(f"case.gate_{one}") for one in (NO, UNSURE, YES)]
    of_duty = {word for one in answers for word in words_of(one)}
    done = [part for part in parts if not of_duty.issuperset(words_of(part))]
    told = done[0] if len(parts) > 1 and len(done) == 1 else said
    return _done_in(told, said, state, around)


def _done_in(part: str, said: str, state: ConversationState, around: Around) -> Step | None:
    team, words, text = team_of(state, around), words_of(part), around.text
    done = text.words("case.words_done")
    known = done | text.words("case.words_beside_done", "guide.words_yes", "case.words_levels")
    levels = {word for word in words if word.isdecimal()}
    known |= levels
    is_said = not done.isdisjoint(words) and known.issuperset(words) and not _asks_back(said, words)
    if state.case.step != GATE or team is None or not is_said or not conditions(team):
        return None
    named = [one for one in conditions(team) if not levels or one[-1:] in levels]
    is_all_known = levels <= {one[-1:] for one in conditions(team)}
    if not named or not is_all_known:
        return None
    ticked = Pressed("", values={"first": as_value(named)})
    return ask_again("case.gate_answer", team, ticked, state, around)


def _asks_back(said: str, words: Sequence[str]) -> bool:
    """Tell whether it is asked whether something is so: «er det gjort»."""
    return "?" in said or words[:1] in IS


def heard_after_gate(turn: Turn, said: str, state: ConversationState, around: Around) -> Step | None:
    """Ask about the duty to report again when somebody doubts their answer once the case has come past it, or takes it
    back: «jeg er usikker på om jeg må melde», «ombestemt meg, det er ja på en av dem»; None = nothing of the kind.

    Bare doubt counts on the form only: on the card that asks for the last yes it is the answer of a button.
    """
    words, step = words_of(said), state.case.step
    if step not in AFTER_GATE or team_of(state, around) is None or begins_a_question(words):
        return None
    is_bare = step == FORM and is_only_doubt(words, around.text)
    if not (is_bare or _doubts_the_duty(words, around) or _takes_it_back(words, around)):
        return None
    return gate_again(turn, Pressed(""), state, around, around.text("case.gate_reopened"))


def doubts_before_gate(said: str, state: ConversationState, around: Around) -> bool:
    """Tell whether somebody is in doubt whether they must report before the case has asked: that is answered as any
    question, and the case stays where it is."""
    words, step = words_of(said), state.case.step
    return step not in (*AFTER_GATE, GATE, REPORTED, RING_FIRST) and _doubts_the_duty(words, around)


def _is_of_the_duty(words: Sequence[str], around: Around) -> bool:
    return any(word.startswith(around.text.listed("case.words_duty")) for word in words)


def _doubts_the_duty(words: Sequence[str], around: Around) -> bool:
    """Tell whether somebody is in doubt whether they must report, or says that they must."""
    must = around.text.words("case.words_must")
    return _is_of_the_duty(words, around) and (is_doubt(words, around.text) or not must.isdisjoint(words))


def _takes_it_back(words: Sequence[str], around: Around) -> bool:
    """Tell whether an answer of the gate is regretted: it is yes after all, or yes to one of its points."""
    joined, text = f" {' '.join(words)} ", around.text
    if any(f" {one} " in joined for one in text.listed("case.words_wrong_answer")):
        return True
    is_yes = not text.words("guide.words_yes").isdisjoint(words)
    turned, points = (text.listed(f"case.words_{key}") for key in ("after_all", "of_the_points"))
    is_turned = any(f" {one} " in joined for one in turned)
    is_point = is_yes and any(f" {one} " in joined for one in points)
    return is_point or (is_turned and (is_yes or _is_of_the_duty(words, around)))


def _clear_answer(words: Sequence[str], around: Around) -> str:
    """Return the answer when nothing is said besides it: «ingen av dem», «ja, det gjør det»."""
    beside = around.text.words("case.words_beside_answer", "case.words_none")
    rest = [word for word in words if word not in beside]
    said = yes_or_no(rest, around.text)
    if _denies(words, around):
        return NO if said == "nei" or (not said and _is_small(rest, around)) else ""
    return {"ja": YES, "nei": NO}.get(said, "")


def _denies(words: Sequence[str], around: Around) -> bool:
    return not around.text.words("case.words_none").isdisjoint(words)


def _is_small(words: Sequence[str], around: Around) -> bool:
    return set(words) <= around.text.words("guide.words_small")


def heard_below(turn: Turn, said: str, state: ConversationState, around: Around) -> Step | None:
    """Answer what is typed below a card that has stopped the case: that it was meant or not, or what was said when
    somebody rang; None = a question."""
    words, text = words_of(said), around.text
    card = stopped_card(state, around)
    if card is not None and state.case.step == RING_FIRST and asks_what_to_say(words, text):
        return Step((Line(text("case.say_it_so")),))
    if begins_a_question(words) or card is None:
        return None
    meant = echo_answer(words, text, is_echoed=True)
    if meant == "ja":
        return Step((card,))
    is_ringing = state.case.step == RING_FIRST
    call = told_of_the_call(words, around) if is_ringing else ""
    has_rung = call == RUNG
    if meant == "nei" or has_rung:
        again = gate_again(turn, Pressed(""), state, around)
        shown = (again.replaces,) if again.replaces else ()
        return replace(again, replies=(*((Line(text("case.called")),) if has_rung else ()), *shown), replaces=None)
    if is_ringing:
        return Step((Line(text("case.called_whom" if call else "case.ring_below")),))
    return _below_report(turn, said, state, around)


def _below_report(turn: Turn, said: str, state: ConversationState, around: Around) -> Step | None:
    """Answer what is typed after the case was stopped because it must be reported, so that it is true where it stands:
    thanks are no reason to say it again, whoever has reported is not told to, a story may be of another child, and the
    card is not above when something else was read since; None = answered as anything else."""
    text = around.text
    if told := _told_of_a_report(words_of(said), state, around):
        return told
    if around.answers.search(said).verdict == "small_talk":
        return None
    if story_told(said).is_of_someone:
        step = answer(turn, said, state, around)
        return replace(step, replies=(Line(text("case.report_or_other")), *step.replies))
    is_above = any(one.verb == "case_gate_again" for one in state.shown)
    return Step((Line(text("case.report_below" if is_above else "case.report_aside")),))


def _told_of_a_report(words: Sequence[str], state: ConversationState, around: Around) -> Step | None:
    """Let who has reported to barnevernet out of the case, with the reminder of the answer; ask who else it was to,
    where that is not clear."""
    if not tells_of_a_report(words, around):
        return None
    if not is_to_barnevernet(words, around):
        return Step((Line(around.text("case.reported_where")),))
    return Step((Line(around.text("case.reported"), reminder_offered(around)),), state.in_dialog(None))
