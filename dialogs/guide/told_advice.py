"""Reads what barnevernet said from the sentence somebody tells it in: «jeg har ringt. De sa at jeg skulle følge med».

Gives the answers of the step that it may be, never the words. What calms is asked about before it counts, as always.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile, takewhile

from bot.content.guide import GuideStep
from dialogs.by_words import words_of
from dialogs.dialog import Around
from dialogs.guide.asking_back import asks_of_a_call

URGENT, REPORT, WATCH_AND_TALK, WATCH_AND_WAIT = "fare", "meld", "folg_med_foreldre_ja", "folg_med_foreldre_vent"
"""The answers of a step that asks what came of a call, as the guide calls them."""
WATCH = (WATCH_AND_TALK, WATCH_AND_WAIT)
NEAR = 6
"""So few words lie between «ikke» and what is not to be done: «det ikke var noe å melde»."""
BEHIND = 2
"""Words after the parents in which it may still be said to wait: «foreldrene må vente»."""
FEW = 12
"""More words than this answer more than whether one may talk with the parents."""
TO = frozenset(["til", "te"])
"""«Melde det til politiet» is no other time, as «vente til over helga» is."""
LONGEST = 40
"""More words than this tell the whole talk."""


def told_advice(said: str, step: GuideStep | None, around: Around) -> tuple[str, ...]:
    """Return the ids of the answers that what they said may be; none where nobody tells what barnevernet said, or where
    it is asked."""
    words = words_of(said)
    if step is None or not asks_of_a_call(step) or "?" in said or len(words) > LONGEST:
        return ()
    offered = {option.id for option in step.options}
    advice = _advice_in(_what_they_said(words, around) or _said_alone(words, around), around)
    meant = (REPORT,) if advice == (URGENT,) and URGENT not in offered else advice
    return meant if offered.issuperset(meant) else ()


def advice_told(said: str, around: Around) -> tuple[str, ...]:
    """Return the same where nothing asks what came of a call, for who tells it by itself: «de sa jeg skulle melde»."""
    words = words_of(said)
    is_telling = "?" not in said and len(words) <= LONGEST
    return _advice_in(_what_they_said(words, around), around) if is_telling else ()


def told_of_the_home(said: str, step: GuideStep | None, around: Around) -> tuple[str, ...]:
    """Return whether one may talk with the parents, told in answer to just that: «ja, vi kan snakke med foreldrene»,
    «nei, vi skal vente». None where it names neither, or is asked."""
    words, texts = words_of(said), around.text
    if step is None or not asks_of_a_call(step) or "?" in said or len(words) > FEW:
        return ()
    if not texts.words("guide.told_wait").isdisjoint(words):
        return (WATCH_AND_WAIT,)
    home, talk = texts.words("guide.told_home"), texts.words("guide.told_talk")
    is_named = not home.isdisjoint(words) and not talk.isdisjoint(words)
    return _about_the_home(words, around) if is_named else ()


def _what_they_said(words: Sequence[str], around: Around) -> Sequence[str]:
    """Return the words that follow «de sa», «fikk beskjed om» or a call of one's own. «Mor sa», «jeg sa» and «rektor
    ringte, han sa» tell nothing of barnevernet."""
    texts = around.text
    says, called, own, us, whom = (
        texts.words(key)
        for key in (
            "guide.told_says",
            "case.words_called",
            "case.words_beside_call",
            "guide.told_us",
            "case.words_rung",
        )
    )
    known = own | called | says | us | texts.words("guide.words_small", "guide.told_them")
    before = [*takewhile(lambda word: word not in says, words)]
    if len(before) == len(words):
        before = [*takewhile(lambda word: word not in called, words)]
    after = words[len(before) + 1 :]
    is_theirs = all(word in known or word.startswith(tuple(whom)) for word in before)
    got = texts.words("guide.told_got", "case.words_called")  # «jeg fikk beskjed om» is theirs, «vi vil» is not
    is_own_saying = before[-1:] != [] and before[-1] in us and got.isdisjoint(words[len(before) :][:1])
    if not after or not is_theirs or is_own_saying or _is_unsaid(before, around):
        return ()
    return after


def _said_alone(words: Sequence[str], around: Around) -> Sequence[str]:
    """Return the advice that is all that is said, with how sure the writer is put off: «følg med, tror jeg». What the
    writer means to do, «vi følger med», is none."""
    texts = around.text
    hedges = (one.split() for one in texts.listed("guide.words_hedge"))
    hedge = next((one for one in hedges if list(words[-len(one) :]) == one), [])
    rest = words[: len(words) - len(hedge)]
    advice = texts.words("guide.told_report", "guide.told_watch")
    beside = texts.words("guide.told_home", "guide.told_talk", "guide.told_wait", "guide.told_beside")
    return rest if not advice.isdisjoint(rest) and (advice | beside).issuperset(rest) else ()


def _is_unsaid(before: Sequence[str], around: Around) -> bool:
    """Tell whether what comes before says that there was no call yet, or none that was answered."""
    texts = around.text
    no_call = texts.words("case.words_still", "case.words_unreached", "common.words_deny")
    return not no_call.isdisjoint(before)


def _advice_in(words: Sequence[str], around: Around) -> tuple[str, ...]:
    """Return the answers that the advice may be, the most serious first: urgent, to report, else to watch."""
    texts = around.text
    words = _of_no_report(words, around)
    lead = texts.words("guide.told_lead")
    advice = [*dropwhile(lambda word: word in lead, words)]  # «beskjed om at»
    urgent, report, watch = (texts.words(f"guide.told_{key}") for key in ("urgent", "report", "watch"))
    if _says(advice, urgent, around):
        return (URGENT,)
    if _says(advice, report, around):
        return (REPORT,)
    home, talk = texts.words("guide.told_home"), texts.words("guide.told_talk")
    is_home = not home.isdisjoint(words) and not talk.isdisjoint(words)
    is_calm = is_home or not watch.isdisjoint(words) or not report.isdisjoint(words)
    return _about_the_home(words, around) if is_calm else ()


def _of_no_report(words: Sequence[str], around: Around) -> Sequence[str]:
    """Return the words without «melde meg» and «melde oss»: whoever does that signs up for something."""
    report, oneself = around.text.words("guide.told_report"), around.text.words("guide.told_oneself")
    behind = (*words[1:], "")
    return [word for at, word in enumerate(words) if not (word in report and behind[at] in oneself)]


def _says(words: Sequence[str], what: frozenset[str], around: Around) -> bool:
    """Tell whether one of the words is said, and not that it is not needed, «haster ikke», «trenger ikke melde», or for
    another time, «melde hvis det blir verre», «vente med å melde»."""
    texts = around.text
    deny, but, condition, unless = (
        texts.words(key) for key in ("common.words_deny", "guide.told_but", "guide.told_if", "guide.told_unless")
    )
    behind = (*words[1:], "")
    times = (at for at, word in enumerate(words) if word in condition and not (word in TO and behind[at] in what))
    first = next(times, len(words))
    places = (at for at, word in enumerate(words[:first]) if word in what)
    now = (at for at in places if unless.isdisjoint(words[at + 1 : at + 3]) and not _waits_with(words[:at], around))
    before = ((at, takewhile(lambda word: word not in but, reversed(words[max(0, at - NEAR) : at]))) for at in now)
    return any(deny.isdisjoint([*near, *words[at + 1 : at + 2]]) for at, near in before)


def _waits_with(before: Sequence[str], around: Around) -> bool:
    """Tell whether what comes is waited with: «vente litt med å …»."""
    wait, put_off = around.text.words("guide.told_wait"), around.text.words("guide.told_wait_with")
    rest = [*dropwhile(lambda word: word in put_off, reversed(before))]
    between = before[len(rest) :]
    return "med" in between and not wait.isdisjoint(rest[:1])


def _about_the_home(words: Sequence[str], around: Around) -> tuple[str, ...]:
    """Return whether one may talk with the parents, by what stands by them in the same breath; both answers where they
    are not named, or it is not clear."""
    texts = around.text
    home, talk, wait, joins = (texts.words(f"guide.told_{key}") for key in ("home", "talk", "wait", "joins"))
    named = next((at for at, word in enumerate(words) if word in home), None)
    if named is None:
        return WATCH
    breath = [*takewhile(lambda word: word not in joins, reversed(words[:named]))]
    refused = texts.words("common.words_deny") | wait
    if not refused.isdisjoint([*breath, *words[named + 1 : named + 1 + BEHIND]]):
        return (WATCH_AND_WAIT,)
    return (WATCH_AND_TALK,) if not talk.isdisjoint(breath) else WATCH
