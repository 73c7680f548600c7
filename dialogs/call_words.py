"""Hears what is told of a call to barnevernet, and who asks what to say there: in a case and in a guide."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from bot.content.texts import Texts
from dialogs.by_words import begins_a_question, is_negated, says_only
from dialogs.denying import may_deny
from dialogs.dialog import Around

RUNG, ANYBODY = "rung", "anybody"
"""Whom a call that is told of was to: barnevernet, or perhaps somebody else."""


def asks_what_to_say(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody asks for the words of a call, and names nothing else: «hva skal jeg si når jeg ringer»."""
    what, say, small = (f"common.words_call_{key}" for key in ("what", "say", "beside"))
    begins = not texts.words(what).isdisjoint(words[:2])
    return begins and says_only(words, texts, what, say, beside=(small,))


def told_of_the_call(words: Sequence[str], around: Around) -> str:
    """Return RUNG when barnevernet has been spoken with, ANYBODY when somebody has and it is not clear that it was
    barnevernet, and nothing where no call is told of, or nobody was reached.

    Barnevernet is named, or nobody is: «jeg har ringt», «de sa at det ikke er noe å melde». What was told there is not
    read, but for somebody else in it.
    """
    if _is_asked(words, around.text):
        return ""
    done, told, failed, still = (
        around.text.listed(f"case.words_{key}") for key in ("called", "told", "unreached", "still")
    )
    verbs = [place for place, word in enumerate(words) if word in (*done, *told)]
    if not verbs:
        return ""
    end = next((place for place in verbs if words[place] in told), len(words))
    before, after = words[:end], words[end + 1 :]
    is_denied = any(is_negated(part, around.text) or may_deny(part, around.text) for part in (before, after[:1]))
    if is_denied or not {*failed}.isdisjoint(words) or not {*still}.isdisjoint(words[: verbs[0]]):
        return ""
    return RUNG if _is_with_barnevernet(before, after, verbs[0], around) else ANYBODY


def _is_asked(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether a call is asked about, «når svarer de», «hva sa de da»; «når jeg ringte, sa de …» tells of one."""
    is_told = len(words) > 1 and words[1] in texts.words("common.words_asking_who")
    return begins_a_question(words) and not is_told


def _is_with_barnevernet(before: Sequence[str], after: Sequence[str], at: int, around: Around) -> bool:
    of_them, others, done, beside = (
        around.text.listed(f"case.words_{key}") for key in ("rung", "rung_others", "called", "beside_call")
    )
    if not {*others}.isdisjoint(before):
        return False
    if any(word.startswith(of_them) for word in before):
        # «damen på mottaket sa» is of the call, but «mor ringte mottaket» is not the writer's
        own = before[:at] if at < len(before) else ()
        return all(word in beside or word.startswith(of_them) for word in own)
    is_other = any(word in others or word.startswith(of_them) for word in after)
    return {*before} <= {*beside, *done} and not is_other


def has_rung_the_emergency(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody says, in nothing but words for that, that they have rung 112, 113, the police or the
    doctor on duty: «jeg ringte 112», «har ringt politiet, de kommer», «politiet er varslet». «Politiet ringte» and «de
    ringte politiet» tell of a call by others."""
    number, called = texts.words("calls.words_emergency"), texts.words("calls.words_rang")
    beside = ("case.words_beside_call", "calls.words_emergency_small", "calls.words_is_called")
    is_said = says_only(words, texts, "calls.words_emergency", "calls.words_rang", beside=beside)
    if not is_said or may_deny(words, texts):
        return False
    before = [*takewhile(lambda word: word not in called, words)]
    if not number.isdisjoint(before):
        return not texts.words("calls.words_is_called").isdisjoint(before)
    is_own = not texts.words("calls.words_rang_self").isdisjoint(words)
    return is_own or texts.words("calls.words_rang_others").isdisjoint(before)
