"""Hears, in nothing but known words, that somebody is worn, dares not report or ring, is held back by their leader, or
that the child belongs to people they know in private: «jeg tør ikke melde», «det er barnet til søsteren min».

Such words sound like danger to what listens for it, and tell of none. Any other word, and it is heard as always.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import dropwhile

from bot.answers.acute import AcuteFinding
from bot.content.texts import Texts
from bot.domain.case_under_way import CASE
from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from bot.domain.turn import Pressed, Turn
from bot.turns.after_acute import kind_on_card
from bot.turns.known_words import are_listened_for
from bot.turns.leaders import fears_for_job, is_held_back, is_scolded, leads_reporters
from bot.turns.routed import Routed
from bot.turns.words_for_sending import SENDS
from bot.turns.written import passed
from dialogs.acute import (
    ASSAULT,
    FIRE,
    FORCED,
    GONE,
    LIFE,
    SUICIDE,
    THREAT,
    acute_card,
    acute_heard,
    card_again,
    open_numbers,
    said_by_kind,
    show_again_button,
)
from dialogs.answers.dialog import open_article, open_for, tell_who_dares_not
from dialogs.by_words import plain_words, words_of
from dialogs.dialog import Around, Step
from dialogs.guide.place import open_sitting
from dialogs.guide.sitting import NAME as GUIDE
from dialogs.own_card import MEDICAL, ask_whose, own_beside, own_card, own_on_card
from dialogs.way_back import shown_again

LONGEST = 14
"""More words than this tell something else as well."""
MAYBE = ("maybe", "maybe_me")
"""What may be one's own danger or that of a child at work."""
HURT = ("vold", *ASSAULT)
"""The kinds of danger that somebody does to others at home."""
FIRST = (*LIFE, *FIRE, *GONE, *FORCED)
"""The kinds of danger that others help with first, whoever it is: the card on one's own is a press away."""
OF_ONESELF = {**dict.fromkeys(SUICIDE, "life"), **dict.fromkeys(LIFE, "ill"), **dict.fromkeys(THREAT, "threat")}
"""The kinds of danger of which it is clear what fits who says that it is about themselves."""
PRIVATE = "melding-privatperson"
"""The article about whom one knows in private."""
PERSONAL = "meldeplikt-personlig"
"""The article about a leader who says no."""
LEADER = "leder"
"""The role it has words of its own for."""
HOW = "melding-hvordan"
"""The article about how one reports, for who would rather do that than what they are in the middle of; in a case it
answers what is asked there."""
SPEAKING = {"barnet_hort": "child", "snakk_med_foreldre": "parents"}
"""The steps of the guide that ask whom one has spoken with: there it is that which one dares not
(`answers.dare_not_…`)."""


def own_worry(turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
    """Meet who speaks of themselves or their own child, or dares not, and open what holds when a leader says no and for
    whom one knows in private; None for anything else, and else for a question that does not begin with «hva om»."""
    words, own = words_of(said), of_oneself(said, state, around)
    if own is not None or not are_listened_for(words, around.text):
        return own
    of_leaders = _worn(turn, words, state, around) or _of_leaders(turn, words, state, around)
    return of_leaders or _reporting(turn, said, state, around)


def _worn(turn: Turn, words: Sequence[str], state: ConversationState, around: Around) -> Routed | None:
    """Meet who is worn, has no time or speaks of their own child."""
    told = " ".join(words)
    if told in around.text.words("commands.no_time") and state.active in (None, GUIDE) and not _may_send(state):
        return Routed(open_numbers(turn, Pressed("numbers"), state, around))
    if told in around.text.words("commands.worn"):
        return Routed(shown_again(turn, state, around).below((Line(around.text("answers.small_tired")),)))
    if 1 < len(words) <= LONGEST and is_of_own_child(words, around.text):
        return Routed(Step((Line(around.text("answers.own_child")),)))
    return None


def _may_send(state: ConversationState) -> bool:
    return any(one.verb in SENDS for one in state.shown)


def _reporting(turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
    """Meet who dares not report, would rather do that now, is held back by a leader, or knows the child in private."""
    words, asks = words_of(said), around.text.listed("commands.dare_asks")
    told, fears = " ".join(words), around.text.listed("commands.dare_if")
    if any(told == f"{ask} {fear}" for ask in asks if told.startswith(ask) for fear in fears):
        return Routed(_met(turn, state, around))
    begun = [*dropwhile(lambda word: word in around.text.words("commands.wants_report_after"), words)]
    if state.active != CASE and " ".join(begun) in around.text.listed("commands.wants_report"):
        return Routed(open_article(turn, Pressed("article", HOW), state, around))
    is_question = "?" in said and " ".join(words[:2]) not in asks
    if is_question or not 1 < len(words) <= LONGEST:
        return None
    is_private, is_held = is_of_own_people(words, around.text), is_held_back(words, around.text)
    if not is_held and dares_not(words, around.text):
        return Routed(_met(turn, state, around))
    about = PRIVATE if is_private else PERSONAL if is_held else ""
    return Routed(open_article(turn, Pressed("article", about), state, around)) if about else None


def _of_leaders(turn: Turn, words: Sequence[str], state: ConversationState, around: Around) -> Routed | None:
    """Open what holds for a leader who wants reports to go through them, and for whom one scolds or may sack."""
    if not 1 < len(words) <= LONGEST:
        return None
    if leads_reporters(words, around.text):
        return Routed(open_for(turn, Pressed("answer_for", f"{PERSONAL}|{LEADER}"), state, around))
    is_pressed = fears_for_job(words, around.text) or is_scolded(words, around.text)
    return Routed(open_article(turn, Pressed("article", PERSONAL), state, around)) if is_pressed else None


def of_oneself(said: str, state: ConversationState, around: Around) -> Routed | None:
    """Return the card for who is in danger themselves, or whose own child is. A pupil told of beside it who is in
    danger goes first, and what may be a pupil's («jenta mi», «pappa slår meg») gets the card for staff, with a line on
    one's own."""
    sign = around.acute.detect(said)
    about = _about(said, sign, around)
    if not about:
        return _whose(said, state, around)
    if _is_staffs(about, sign):
        heard = acute_heard(sign.kind if sign else "vold", said, state, around)
        return Routed(heard.below((own_beside(about, around),)))
    return Routed(Step((own_card(about, state, around),)))


def own_in_form(said: str, sign: AcuteFinding, around: Around) -> str:
    """Return which card for oneself fits what is written in a form; empty where it is the one for staff."""
    about = _about(said, sign, around)
    return "" if _is_staffs(about, sign) else about


def danger_heard(kind: str, said: str, state: ConversationState, around: Around) -> Step:
    """Stop for danger; where it may be the writer's own, say how that is told. Who writes English reads the most
    important in English below the card."""
    heard, unnamed = acute_heard(kind, said, state, around), around.acute.without_names(said)
    if around.answers.search(said).is_english:
        heard = replace(heard, replies=(*heard.replies, Line(around.text("acute.english"))))
    if unnamed != said or not around.own_danger.may_be_ones_own(said):
        return heard
    return heard.below((Line(around.text("acute.own_perhaps")),))


def _about(said: str, sign: AcuteFinding | None, around: Around) -> str:
    """Return what is told of oneself, also where the danger is clear and nobody but who is at home is named; empty
    where a pupil in danger is told of beside it."""
    own, unnamed = around.own_danger, around.acute.without_names(said)
    is_clear = sign is not None and not sign.is_faint
    about = own.in_text(unnamed) or (own.with_nobody_else(unnamed, sign.kind) if sign and is_clear else "")
    is_of_pupil = about and about not in MAYBE and around.acute.detect(own.of_pupils(unnamed))
    return "" if is_of_pupil else about


def _is_staffs(about: str, sign: AcuteFinding | None) -> bool:
    """Tell whether the card for staff comes first: it may be a pupil's danger, or others help with it first."""
    is_first = sign is not None and sign.kind in FIRST and not (sign.kind in LIFE and about in MEDICAL)
    return about in MAYBE or is_first


def _whose(said: str, state: ConversationState, around: Around) -> Routed | None:
    """Return what fits who says, below an acute card, whom it is about: themselves, their own child or a pupil."""
    kind = kind_on_card(state)
    if kind is None:
        return None
    own = own_on_card(state)
    if _is(said, "is_me", around):
        if about := own or OF_ONESELF.get(kind):
            return Routed(Step((own_card(about, state, around),)))
        return Routed(ask_whose(around) if kind in HURT else Step((acute_card(state, around, kind=kind, heard=True),)))
    if _is(said, "is_own_child", around) and kind in (*HURT, *FIRST):
        return Routed(Step((own_card("child", state, around),)))
    is_another = bool(own) and _is(said, "is_another", around)
    return Routed(acute_heard(kind, said, state, around)) if is_another else None


def _is(said: str, key: str, around: Around) -> bool:
    """Tell whether that is all that is said, however it is written."""
    return plain_words(said) in map(plain_words, around.text.listed(f"commands.{key}"))


def _met(turn: Turn, state: ConversationState, around: Around) -> Step:
    """Meet who dares not: below the acute card it is shown again, later that day its number is named, and what they are
    in the middle of is asked again."""
    kind, own = kind_on_card(state), own_on_card(state)
    if kind is not None:
        return Step((own_card(own, state, around),)) if own else card_again("dare", kind, state, around)
    heard = state.danger[0] if state.danger and state.danger[0] not in passed(state) else None
    first = (Line(said_by_kind("dare", heard, around)),) if heard is not None else ()
    again = shown_again(turn, state, around)
    if again == Step():
        return tell_who_dares_not(around, [show_again_button(heard, around)] if heard is not None else ()).below(first)
    sitting = open_sitting("", state, around) if state.active == GUIDE else None
    whom = SPEAKING.get(sitting.walk.place) if sitting is not None else None
    told = Line(around.text(f"answers.dare_not_{whom}" if whom else "answers.dare_not"))
    return again.below((*first, told))


def dares_not(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody says that they dare not, or will not, report or ring, and perhaps why; «jeg tør ikke» alone
    means that as well. «De er redd for å si noe» is of others, and so may «redd for å si det, de …» be."""
    if not _words_of_daring(texts).issuperset(words):
        return False
    rest = f" {' '.join(words)} "
    for beside in (*texts.listed("commands.dare_reasons"), *texts.listed("commands.dare_asks")):
        rest = rest.replace(f" {beside} ", " ")
    fears = [one for one in texts.listed("commands.dare_not") if f" {one} " in rest]
    verbs, small, others, say, they = (
        texts.words(f"commands.dare_{key}") for key in ("verbs", "small", "others", "say", "they")
    )
    if any(others.intersection(rest.partition(f" {fear} ")[0].split()[-1:]) for fear in fears):
        return False
    for fear in fears:
        rest = rest.replace(f" {fear} ", " ")
    left = rest.split()
    is_alone = not texts.words("commands.dare_alone").isdisjoint(fears)
    if not say.isdisjoint(left) and not they.isdisjoint(left):
        return False
    is_told = bool(fears) and (is_alone or not verbs.isdisjoint(left))
    return is_told and (verbs | small).issuperset(left)


@lru_cache(maxsize=4)
def _words_of_daring(texts: Texts) -> frozenset[str]:
    """Return every word of which that can be told. The newest editions are remembered."""
    keys = ("reasons", "asks", "not", "verbs", "small")
    return frozenset(word for key in keys for one in texts.listed(f"commands.dare_{key}") for word in one.split())


def is_of_own_people(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody says whose child it is: «det gjelder datteren til naboen»."""
    child, whose, small = (texts.words(f"commands.private_{key}") for key in ("child", "whose", "small"))
    kin = texts.words("commands.private_kin")
    is_told = not kin.isdisjoint(words) or not (child.isdisjoint(words) or whose.isdisjoint(words))
    return is_told and (child | whose | kin | small).issuperset(words)


def is_of_own_child(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody says that it is their own child, and perhaps what there is of school and sleep: «det
    gjelder min egen datter», «sønnen min vil ikke på skolen». What is owned stands right beside the child: «en unge på
    jobben min» is at work."""
    own, child = texts.words("commands.private_own"), texts.words("commands.private_own_child")
    if own.isdisjoint(words) or child.isdisjoint(words):
        return False
    rest = f" {' '.join(words)} "
    for trouble in texts.listed("commands.private_trouble"):
        rest = rest.replace(f" {trouble} ", " ")
    owned = [
        (own | child).intersection((*words[max(at - 1, 0) : at], *words[at + 1 : at + 2]))
        for at, word in enumerate(words)
        if word in own
    ]
    return all(owned) and (own | child | texts.words("commands.private_small")).issuperset(rest.split())
