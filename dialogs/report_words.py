"""Hears that somebody says they have reported to barnevernet, or will ring it first: in a case and in a guide."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile

from bot.content.texts import Texts
from bot.domain.conversation import ConversationState
from dialogs.by_words import is_negated
from dialogs.contacts import contact, how_to_reach
from dialogs.denying import may_deny
from dialogs.dialog import Around


def tells_of_a_report(words: Sequence[str], around: Around) -> bool:
    """Tell whether somebody says that they have reported, «jeg har meldt», «har sendt bekymringsmelding»; never where
    it is denied or still to be done."""
    own, done, sent, what, still = (
        around.text.words(f"case.words_{key}") for key in ("self", "reported", "sent", "report", "still")
    )
    before = around.text.words("case.words_before_reported")  # «ok har meldt»
    told = list(dropwhile(lambda word: word in before, words))
    if not told or told[0] not in own | done | sent:
        return False
    if is_negated(words, around.text) or may_deny(words, around.text):
        return False
    has_sent = not sent.isdisjoint(words) and not what.isdisjoint(words)
    return still.isdisjoint(words) and (has_sent or not done.isdisjoint(words))


def is_to_barnevernet(words: Sequence[str], around: Around) -> bool:
    """Tell whether a report that is told of went to barnevernet, now: it is named, or nothing else is said."""
    to, elsewhere = (around.text.listed(f"case.words_{key}") for key in ("reported_to", "reported_elsewhere"))
    if any(word.startswith(elsewhere) for word in words):
        return False
    bare = ("self", "reported", "sent", "report", "beside_answer", "before_reported")
    known = around.text.words("guide.words_small", *(f"case.words_{key}" for key in bare))
    return any(word.startswith(to) for word in words) or known.issuperset(words)


def only_tells_of_it(words: Sequence[str], around: Around) -> bool:
    """Tell whether nothing is said besides that somebody has reported: «jeg har sendt bekymringsmelding i dag»."""
    keys = ("self", "reported", "sent", "report", "beside_answer", "beside_reported", "before_reported")
    known = around.text.words("guide.words_small", *(f"case.words_{key}" for key in keys))
    to = around.text.listed("case.words_reported_to")
    return all(word in known or word.startswith(to) for word in words)


def wants_to_ring(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody says, in nothing but words for that, that they will ring barnevernet first."""
    return " ".join(words) in texts.listed("common.words_ring_first")


def ring_whom(state: ConversationState, around: Around) -> str:
    """Return whom to ring at barnevernet and how, and when it is 112 instead."""
    whom = contact("barnevern_mottak", state, around)
    return around.text("common.ring_barnevernet", how=how_to_reach(whom, around) if whom else "")
