"""Hears, in nothing but known words, what a leader does to who reports, or asks of them: no leader can forbid it.

Any other word, and it is heard as always: «faren nekter meg å melde» is of no leader, and may be danger.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.content.texts import Texts


def is_held_back(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether a leader says no, or is waited for: «rektor sier jeg ikke skal melde», «styrer har sagt nei til
    melding». Whom one has reported to, or is to report, holds nobody back: «jeg har meldt til lederen, ikke til
    barnevernet»."""
    by, no, report, small, between = (
        texts.words(f"commands.held_{key}") for key in ("by", "no", "report", "small", "between")
    )
    if by.isdisjoint(words) or report.isdisjoint(words):
        return False
    said_no, said = _without("held_says_no", words, texts)
    leader = next((at for at, word in enumerate(said) if word in by), None)
    if leader is None:
        return False
    told = next((at for at in range(leader, -1, -1) if said[at] in report), leader)
    is_reported = told < leader and between.isdisjoint(said[told:leader])
    is_told = not is_reported and not by.isdisjoint(said) and not report.isdisjoint(said)
    return is_told and (said_no or not no.isdisjoint(said)) and (by | no | report | small).issuperset(said)


def fears_for_job(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody fears what reporting does to their job: «hvis æ melde så får æ sparken». That «sparken» is
    no kick is told by the words beside it: every one of them is known."""
    if texts.words("commands.held_report", "commands.job_alone").isdisjoint(words):
        return False
    is_feared, left = _without("job_feared", words, texts)
    known = texts.words("commands.held_report", "commands.held_by", "commands.job_small")
    return is_feared and known.issuperset(left)


def is_scolded(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody was told off for a report, «jeg fikk kjeft fordi jeg meldte», or has a leader who takes it
    badly: «sjefen sier jeg går bak ryggen hans hvis jeg melder». Who else is angry is no leader."""
    if texts.words("commands.held_report").isdisjoint(words):
        return False
    is_told_off, rest = _without("job_scolded", words, texts)
    is_taken_badly, rest = _without("job_taken_badly", rest, texts)
    is_of_it = is_told_off or (is_taken_badly and not texts.words("commands.held_by").isdisjoint(words))
    return is_of_it and texts.words("commands.held_by", "commands.held_report", "commands.job_small").issuperset(rest)


def leads_reporters(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether a leader asks or tells of staff who report without them: «kan jeg kreve at ansatte går via meg?»,
    «jeg er rektor, en ansatt vil melde uten at jeg vet om det»."""
    by, staff, report, demand, small = (
        texts.words(f"commands.{key}") for key in ("held_by", "led_staff", "held_report", "led_demand", "led_small")
    )
    is_leader = any(one in ("er", "e", "som") and two in by for one, two in pairwise(words))
    is_reported = not report.isdisjoint(words)
    is_of_staff = not staff.isdisjoint(words) and (is_reported or not demand.isdisjoint(words))
    if not (is_of_staff or (is_leader and is_reported)):
        return False
    is_past_them, rest = _without("led_past", words, texts)
    return is_past_them and (by | staff | report | demand | small).issuperset(rest)


def _without(key: str, words: Sequence[str], texts: Texts) -> tuple[bool, list[str]]:
    """Return whether one of the listed phrases is said, and the words beside them."""
    said = f" {' '.join(words)} "
    found = [one for one in sorted(texts.listed(f"commands.{key}"), key=len, reverse=True) if f" {one} " in said]
    for one in found:
        said = said.replace(f" {one} ", "  ")
    return bool(found), said.split()
