"""A case or an answer to a team that was wrong: whoever says so soon after is asked how it is to be put right.

An answer that a team has got is never changed or taken back; what is right is added. The text of a case may be changed
until somebody has it. Nothing is sent by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.content.texts import Texts
from bot.domain.case import Case, Message
from bot.domain.case_actions import may_change_text, needs_new_text
from bot.domain.conversation import DRAFT_FOR, ConversationState, ShownButton
from bot.domain.reply import Box, Button, Card, Line, Paragraph, Style, TextInput, UserText
from bot.domain.turn import Pressed, Turn
from dialogs.by_words import begins_a_question, says_only, words_of, yes_or_no
from dialogs.cases.form import LONGEST
from dialogs.cases.which_case import ADD, CHANGE, OPEN, OVER, RENEW, THIS, WITHDRAW, Leafed, which_card
from dialogs.cases.words_to_team import send_add
from dialogs.dialog import Around, Step

SEND = "my_own_add"
"""Verb of the button that adds the words to the case."""
SENDING = ("case.own_words_send", "case.wrong_send", "case.send_text", "case.send")
"""Titles of the buttons that send words to a team."""
AROUND_SENDING = (
    *("guide.words_yes", "guide.words_small", "common.place_small", "common.place_beside"),
    "case.words_own_answer",
)
"""Words that may stand around «send» and «senere»."""
OPENERS = 8
"""So many words at most are looked at for what says that something was wrong."""


def takes_back(said: str, texts: Texts) -> bool:
    """Tell whether a sentence begins by saying that what was said before was wrong: «nei vent, det var feil», «jeg
    svarte feil». «Han sier alt er feil» tells of somebody."""
    words = words_of(said)
    if fears_to_be_recognised(words, texts):
        return True
    if "?" in said or begins_a_question(words):
        return False
    if _withdraws_answer(words, texts) or _was_not_to_be_sent(words, texts) or _was_chosen_wrong(words, texts):
        return True
    wrong, around = texts.words("case.words_wrong"), texts.words("case.words_before_wrong")
    for number, word in enumerate(words[:OPENERS]):
        if word in wrong:
            return True
        if word not in around:
            return words[:2] == ["nei", "vent"] and number > 1
    return False


def _withdraws_answer(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether an answer is to be taken back, in nothing but words for that: «trekk svaret», «ikke trekk saken,
    bare svaret»."""
    verbs, small = texts.words("case.words_take_back"), texts.words("case.words_around_taking_back")
    answer = texts.words("case.words_own_answer")
    is_whole = {*words} <= verbs | answer | small
    return is_whole and not verbs.isdisjoint(words) and not answer.isdisjoint(words)


def _was_not_to_be_sent(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether a case was not meant to be sent, or not there, in nothing but words for that: «skulle ikke sendes
    her», «det var ikke meningen å sende den»."""
    named = ("case.words_meant", "case.words_sending", "common.words_deny")
    regrets = tuple(f"case.words_asked_{one}" for one in ("deny", "send", "likevel"))
    if says_only(words, texts, *regrets, beside=("case.words_asked_small",)):
        return True  # «vil ikke sende den likevel»
    return says_only(words, texts, *named, beside=("case.words_before_wrong", "case.words_around_taking_back"))


def fears_to_be_recognised(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody fears, in nothing but words for that, that what they sent shows who it is: «jeg tror de kan
    skjønne hvem det er», «skrev jeg for mye». «Vi kjenner familien» and «eleven sa mye» tell of the child."""
    know, who, again, child, wrote, much, small = (
        f"case.words_shows_{key}" for key in ("know", "who", "again", "child", "wrote", "much", "small")
    )
    beside = ("case.words_asked_small", "case.words_before_wrong", small)
    knows = says_only(words, texts, know, who, beside=(*beside, child))
    knows = knows or says_only(words, texts, again, child, beside=beside)
    is_own = not texts.words("case.words_shows_own").isdisjoint(words)
    return knows or (is_own and says_only(words, texts, wrote, much, beside=(*beside, child)))


def _was_chosen_wrong(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether what was chosen for a case was wrong, in nothing but words for that: «det er feil team»."""
    named = ("case.words_wrong", "case.words_asked_choice")
    return says_only(words, texts, *named, beside=("case.words_before_wrong", "case.words_asked_small"))


def says_send(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether words are only those of our buttons that send, with a word for sending, and small ones: «ja, send
    svaret», «send som svar til teamet», whichever of the cards with such a button was read last."""
    send, no = texts.words("case.words_send_it"), texts.words("guide.words_no")
    titles = {word for key in SENDING for word in words_of(texts(key))}
    known = {word for key in AROUND_SENDING for word in texts.listed(key)} | titles
    return not send.isdisjoint(words) and {*words} <= (known | send) - no


def contradicts(said: str, state: ConversationState, texts: Texts) -> bool:
    """Tell whether what is said right below what was sent speaks against it: a no that goes on, «nei, det er
    bestefar», what it was to be, «den skulle til PPT», or only «nei vent» or «ups»."""
    words = words_of(said)
    if "?" in said or not words or not any(one.verb == ADD for one in state.shown):
        return False
    is_no = len(words) > 2 and words[0] in texts.listed("guide.words_no") and not yes_or_no(words, texts)
    is_other = words[0] in texts.words("case.words_it") and not texts.words("case.words_meant").isdisjoint(words[1:2])
    is_waiting = says_only(words, texts, "guide.words_no", "case.words_hold", beside=("case.words_oops",))
    return is_no or is_other or is_waiting or texts.words("case.words_oops").issuperset(words)


def what_is_right(said: str, texts: Texts) -> str:
    """Return the words when they tell what is right as well; nothing when they only say that something was wrong."""
    known = texts.words("case.words_wrong", "case.words_before_wrong")
    words = words_of(said)
    is_told = any(word not in known for word in words) and not _withdraws_answer(words, texts)
    return said if is_told else ""


def told_lately(cases: Sequence[Case], now: datetime) -> tuple[Case, ...]:
    """Return the open cases that were sent, or whose requester has written to the team, within a day."""
    lately = now - DRAFT_FOR
    return tuple(case for case in cases if case.status not in OVER and _told_at(case) >= lately)


def forgotten_in(said: str, cases: Sequence[Case], shown: Sequence[ShownButton], texts: Texts) -> tuple[Case, ...]:
    """Return the open case whose card was `shown` last, however old it is, where something was forgotten to be said in
    it: «glemte å si at hun har en bror»."""
    at_hand = {one.id for one in shown if one.verb == ADD} if _forgot(said, texts) else set()
    return tuple(case for case in cases if case.status not in OVER and case.id in at_hand)


def _told_at(case: Case) -> datetime:
    last = last_written(case)
    return last.at if last is not None else case.created_at


def last_written(case: Case) -> Message | None:
    """Return what the requester wrote to the team last."""
    return next((one for one in reversed(case.messages) if one.kind != "question"), None)


def put_right(said: str, cases: Sequence[Case], asked: str, around: Around) -> Step:
    """Ask whether the words are to be added to the case they may be about, or to which; of a case whose requester has
    written no more than its text, how that is put right."""
    right = what_is_right(said, around.text)[:LONGEST]
    if len(cases) == 1:
        is_added = last_written(cases[0]) is not None or (bool(right) and _forgot(said, around.text))
        card = offer_to_add(cases[0], right, asked, around) if is_added else _text_card(cases[0], right, asked, around)
        return Step((card,))
    carried = (("text", right),) if right else ()
    return Step((Line(around.text("case.wrong_which")), which_card(ADD, cases, around, Leafed(said=carried))))


def _forgot(said: str, texts: Texts) -> bool:
    """Tell whether what was written lacks something, «glemte å si at …»: it is not wrong."""
    return not texts.words("case.words_forgot").isdisjoint(words_of(said)[:OPENERS])


def text_wrong(cases: Sequence[Case], asked: str, around: Around) -> Step:
    """Show what may be done with the text of a case that a team has; of several, ask which."""
    if len(cases) == 1:
        return Step((_text_card(cases[0], "", asked, around),))
    return Step((Line(around.text("case.wrong_text_which")), which_card(OPEN, cases, around)))


def offer_to_add(case: Case, right: str, asked: str, around: Around) -> Card:
    """Return the card that asks whether the words are to be added to the case, below what was written there last."""
    text, last = around.text, last_written(case)
    told = (Box((Paragraph(text("case.wrong_told"), strong=True), UserText(last.text)), "accent"),) if last else ()
    field = TextInput("text", text("case.add_field"), right, multiline=True, required=True, max_length=LONGEST)
    no = Button(text("case.own_words_no"), "my_not_reply", submits_inputs=False, carries=(("asked", asked),))
    out = Button(text("common.cancel"), "my_case", case.id, case.version, submits_inputs=False)
    return Card(
        kind=SEND,
        case_shown=case.id if last else "",
        header=(text("team.header_code", code=case.code), ""),
        title=text("case.wrong_title" if right else "case.wrong_title_empty", code=case.code),
        intro=text("case.wrong_intro"),
        blocks=(*told, field),
        buttons=(
            Button(text("case.wrong_send"), SEND, case.id, case.version, "positive"),
            no if right else out,
        ),
    )


def _text_card(case: Case, right: str, asked: str, around: Around) -> Card:
    """Return what may be done with a case whose text was wrong: another text where it may have one, what is right
    added, or the case taken back."""
    text, other = around.text, RENEW if needs_new_text(case) else CHANGE if may_change_text(case) else ""
    titles = {RENEW: "case.new_text", CHANGE: "case.change_text"}
    intros = {
        RENEW: "case.wrong_text_intro_gone",
        CHANGE: "case.wrong_text_intro",
        "": "case.wrong_text_intro_taken",
    }

    def button(title: str, verb: str, style: Style = "default", *, said: str = "") -> Button:
        carries = (("text", said),) if said else ()
        return Button(text(title), verb, case.id, case.version, style, submits_inputs=False, carries=carries)

    first = (button(titles[other], other, "positive"),) if other else ()
    return Card(
        kind="case_wrong",
        header=(text("team.header_code", code=case.code), ""),
        title=text("case.wrong_text_title", code=case.code),
        intro=text(intros[other]),
        buttons=(
            *first,
            button("case.add", f"{ADD}{THIS}", said=right),
            button("case.withdraw", WITHDRAW, "destructive"),
            Button(text("case.own_words_no"), "my_not_reply", submits_inputs=False, carries=(("asked", asked),)),
        ),
    )


def send_right(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Check the words and add them. A word typed instead of the press carries nothing: say where they are."""
    if not pressed.values:
        send, field = around.text("case.wrong_send"), around.text("case.add_field")
        return Step((Line(around.text("case.wrong_press", button=send, field=field)),))
    return send_add(turn, pressed, state, around)
