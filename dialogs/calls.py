"""What is told to who has rung, reached nobody, or asks whether something came through, in the middle of nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.content.texts import Texts
from bot.domain.conversation import ConversationState
from bot.domain.reply import Button, Line
from bot.domain.turn import Pressed, Turn
from dialogs.acute import open_numbers
from dialogs.by_words import asks_something, asks_verb_first, says_only, words_of
from dialogs.call_words import RUNG, has_rung_the_emergency, told_of_the_call
from dialogs.denying import may_deny
from dialogs.dialog import Around, Dialog, Step, Typed, Verb
from dialogs.guide.not_reached import rang_in_vain
from dialogs.guide.place import open_sitting
from dialogs.guide.reminders import asked_on

MADE, IN_VAIN, PARENTS, NOTHING_SENT = "call_made", "call_in_vain", "call_parents", "call_nothing_sent"
EMERGENCY, NOT_MINE, NOW = "call_emergency", "call_not_mine", "call_now"
WRONG_NUMBER = "call_wrong_number"
"""What somebody tells or asks, as the buttons that answer it are called."""
LONGEST = 10
"""More words than this tell something else as well."""
REPORT, AFTER_REPORT = "melding-hvordan", "melding-tilbakemelding"
"""Articles: how to report, and the answer that comes from barnevernet."""


def told_or_asked(said: str, around: Around) -> str:
    """Return what somebody tells of a call, or asks of what they have sent, in nothing but words for that; else an
    empty string. Must come after danger."""
    words, texts = words_of(said), around.text
    if not words or len(words) > LONGEST:
        return ""
    if asks_if_it_came(words, texts):
        return NOTHING_SENT
    if number_is_wrong(words, texts) and "?" not in said:
        return WRONG_NUMBER
    if asks_it_to_ring(words, texts):
        return NOT_MINE if texts.words("calls.words_emergency").isdisjoint(words) else NOW
    if rings_for_help(words, texts) and "?" not in said:
        return NOW
    return "" if asks_something(said, texts) else _told_of_a_call(words, around)


def number_is_wrong(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody says, in nothing but words for that, that a number is wrong or dead: «nummeret virker
    ikke», «feil nummer». «Jeg ringte feil nummer» is of a call."""
    number, works, wrong, small = (f"calls.words_number_{key}" for key in ("named", "works", "wrong", "small"))
    beside = (small, "common.words_deny", works)
    of_a_call = (*beside, "calls.words_phone_small")
    is_denied = says_only(words, texts, number, works, "common.words_deny", beside=of_a_call)
    return is_denied or says_only(words, texts, number, wrong, beside=beside)


def _told_of_a_call(words: Sequence[str], around: Around) -> str:
    texts = around.text
    if reaches_nobody(words, texts):
        return IN_VAIN if texts.words("calls.words_family").isdisjoint(words) else PARENTS
    if rang_in_vain(words, texts):
        return IN_VAIN
    if has_rung_the_emergency(words, texts):
        return EMERGENCY
    return MADE if _has_rung_barnevernet(words, around) else ""


def asks_if_it_came(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody asks whether what they wrote or reported has come through: «har de fått det», «er meldinga
    sendt», «har du meldt det nå»."""
    asks, thing, came, small = (f"calls.words_{key}" for key in ("asks", "thing", "came", "came_small"))
    is_told = not texts.words(came).isdisjoint(words[1:2])  # «har sendt bekymringsmelding» asks nothing
    is_question = words[0] in texts.words(asks) and not is_told
    return is_question and says_only(words, texts, thing, came, beside=(asks, small))


def asks_it_to_ring(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether the bot is asked to ring somebody, or to have the writer rung, in nothing but words for that: «kan
    du ringe barnevernet for meg», «kan dere ringe meg på 45 67 89 01»."""
    asks, ring, small = (f"calls.words_{key}" for key in ("asks_you", "asks_to_ring", "asked_small"))
    named = [word for word in words if not word.isdecimal()]
    beside = (small, "calls.words_others", "calls.words_emergency")
    is_asked = says_only(named, texts, asks, ring, beside=beside)
    is_for_me = any(one == "for" and two in ("meg", "mæ") for one, two in pairwise(words))
    is_favour = is_for_me and words[0] in texts.words(ring)  # «ring 112 for meg»
    is_begun = is_favour or words[0] in texts.words("calls.words_asks_can", asks)
    return is_begun and (is_asked or (is_favour and says_only(named, texts, ring, beside=beside)))


def rings_for_help(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody says that an emergency number is to be rung, in nothing but words for that: «må ringe
    politiet nå», «ring 112». «Politiet ringer» is what others do, «skal jeg ringe politiet» a question."""
    emergency, ring = texts.words("calls.words_emergency"), texts.words("calls.words_asks_to_ring")
    is_said = says_only(
        words, texts, "calls.words_emergency", "calls.words_asks_to_ring", beside=("calls.words_now_small",)
    )
    is_own = next((word in ring for word in words if word in emergency | ring), False)
    return is_said and is_own and not asks_verb_first(words, texts)


def reaches_nobody(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody says that one or nobody answers, in nothing but words for that: «mor tar ikke telefonen»,
    «de svarer ikke», «får ikke tak i foreldrene»."""
    phone, family, others, small = (
        texts.words(f"calls.words_{key}") for key in ("phone", "family", "others", "phone_small")
    )
    deny = texts.words("common.words_deny")
    is_said = may_deny(words, texts) and not phone.isdisjoint(words) and not (family | others).isdisjoint(words)
    return is_said and (phone | family | others | small | deny).issuperset(words)


def _has_rung_barnevernet(words: Sequence[str], around: Around) -> bool:
    """Tell whether barnevernet is named as rung, or «dem» alone: «jeg har snakket med henne» is of somebody else."""
    texts = around.text
    named = any(word.startswith(texts.listed("case.words_rung")) for word in words)
    only = texts.words("case.words_called", "case.words_beside_call").issuperset(words)
    return (named or only) and told_of_the_call(words, around) == RUNG


def made(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Tell who has rung to do what was agreed, and to ring again when it gets worse."""
    return Step((Line(around.text("calls.made")),))


def emergency(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Tell who has rung for help at once what remains: to stay, to tell the leader, and the duty to report. Whoever is
    in the middle of a guide is asked on."""
    report = Button(around.text("acute.report"), "article", REPORT)
    asked = asked_on(open_sitting("", state, around), state)
    return Step((Line(around.text("calls.emergency"), (report,)), *asked))


def wrong_number(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Say how to reach them otherwise, and whom to ring."""
    return open_numbers(turn, pressed, state, around).below((Line(around.text("calls.wrong_number")),))


def in_vain(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show whom to ring instead to who reached nobody."""
    return open_numbers(turn, pressed, state, around).below((Line(around.text("calls.in_vain")),))


def parents(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Tell who cannot reach the family what to do when the child may be in danger."""
    text = around.text
    ways = (Button(text("start.worried"), "menu_worried"), Button(text("calls.numbers_button"), "numbers"))
    return Step((Line(text("calls.parents"), ways),))


def not_mine(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Tell who asks to have somebody rung, or to be rung, that the bot rings nobody; and whom they can ring."""
    return open_numbers(turn, pressed, state, around).below((Line(around.text("calls.not_mine")),))


def now(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Tell who is to ring for help, or asks the bot to, to ring at once, and which number is whose."""
    return open_numbers(turn, pressed, state, around).below((Line(around.text("calls.now")),))


def nothing_sent(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Tell who asks whether it has come through that the bot reports nothing, and how it is found out."""
    text, articles = around.text, around.knowledge.articles
    after = articles.get(AFTER_REPORT)
    of_answer = (Button(after.title, "article", after.slug),) if after is not None else ()
    ways = (Button(text("acute.report"), "article", REPORT), Button(text("calls.my_cases"), "my_cases"), *of_answer)
    return Step((Line(text("calls.nothing_reported" if around.has_cases else "calls.nothing_sent"), ways),))


CALLS = Dialog(
    name="calls",
    verbs={
        MADE: Verb(made, Typed.WHOLE),
        EMERGENCY: Verb(emergency, Typed.WHOLE),
        NOT_MINE: Verb(not_mine, Typed.WHOLE),
        NOW: Verb(now, Typed.WHOLE),
        IN_VAIN: Verb(in_vain, Typed.WHOLE),
        WRONG_NUMBER: Verb(wrong_number, Typed.WHOLE),
        PARENTS: Verb(parents, Typed.WHOLE),
        NOTHING_SENT: Verb(nothing_sent, Typed.WHOLE),
    },
)
