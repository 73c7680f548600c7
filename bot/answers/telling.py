"""Words of telling others and words of rules, the two ideas that duties of secrecy are made of. Must not know the
articles, or who asks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.domain.read_once import read_once

SECRECY = "taushet"
_CONCEPTS = frozenset({SECRECY, "dele", "samtykke", "brudd", "love"})
"""Concepts (`words/begreper.yaml`) of both."""
_WORDS_OF_RULES = frozenset(["regel", "regler", "reglar", "regelverk", "lov", "lover", "loven", "plikt", "plikter"])
"""Words, as search reads them, of someone who asks for rules."""

_RULES = (
    r"taus\w*|teie\w*|lov(lig|a|en|er|verk\w*)?|reg(el|ler|lane|lene|elverk\w*)|\w*plikt\w*|samtykk\w*|innsyn\w*"
    r"|journal\w*|hemmelig\w*|allowed|consent|confidential\w*"
)
_TELLING = r"si|sei|fort[eæ]l\w*|snakke|prate|dele|sende|gi|gje|spørre"

_RULES_OR_PAPERS = re.compile(
    rf"\b({_RULES}|paragraf\w*|rett til|fullmakt\w*|anonym\w*|konfidensiel\w*|gdpr|\w*bekymringsmelding\w*"
    r"|barnevern\w*|politi\w*|meld(e|er) (det|den|dette|til)|si (det|fra|noe|ifra)|(fortelle|dele) (det|dette|noe)"
    r"|referat\w*|stafett\w*|individuell plan|ansvarsgruppe\w*|barnekoordinator\w*)\b|§"
)
_TELLING_OR_RULES = re.compile(
    rf"\b({_RULES}|{_TELLING}|tie|del(er|t)|sagt|vite|veta|rett|opplysning\w*|bundet|binder|gjelder|gjeld|share|tell"
    r"|say|law|rules?|know)\b|§"
)
_MAY_I = re.compile(r"\b(kan|får|må|skal|bør|tør|har) (jeg|vi|eg)\b|\b(jeg|vi|eg) (kan|får|har) (lov|rett)\b")
_TELL_SOMEBODY = re.compile(rf"\b({_TELLING}|drøfte|diskutere|ringe|varsle|informere)\b")
_SAY = re.compile(r"\b(si|sei|fort[eæ]l\w*|dele|gi|gje|tell|share)\b")
_IF_TO_REPORT = re.compile(
    r"\b(er det|er dette|har|gjelder) (jeg |vi |jeg en |det )?meldeplikt\b|\bmeldeplikt ?\??$"
    r"|\b(må|skal|bør|plikter) (jeg|vi|man) (å )?melde\b"
)
_ELSEWHERE = re.compile(
    r"\bmelde\b.* (?:til|i|hos|inn|opp) (?:\w+ )?(?:(?!ressurs)\w*team\w*|ppt\w*|bup\w*|psykisk\w*|helse\w+"
    r"|barnekoordinator\w*|nav|nettverk\w*|\w*lege\w*|hab\w*)\b"
)
"""«Skal vi melde saken til drøftingsteamet»: of that place it is asked, and not of the duty."""
_LONGEST_QUESTION = 14
"""Words; who writes more tells whose rules they ask about, and may work elsewhere than their role says."""


def names_rules_or_papers(folded: str) -> bool:
    """Tell whether a text asks about rules, reports or papers, and not only what to do for a child."""
    return _RULES_OR_PAPERS.search(folded) is not None


def names_telling_or_rules(folded: str) -> bool:
    """Tell whether any word is about telling others or about rules: no question about the duties of a profession is
    without one."""
    return _TELLING_OR_RULES.search(folded) is not None


def is_about_telling_or_rules(words: Iterable[str], concepts: Iterable[str]) -> bool:
    """Tell the same from what search heard in a question."""
    return not (_CONCEPTS.isdisjoint(concepts) and _WORDS_OF_RULES.isdisjoint(words))


@read_once
def asks_what_they_may_tell(text: str) -> bool:
    """Tell whether somebody asks, in the bot's spelling, what they may tell others themselves: then the rules that bind
    those others are no answer."""
    is_short = len(text.split()) <= _LONGEST_QUESTION
    return is_short and _MAY_I.search(text) is not None and _TELL_SOMEBODY.search(text) is not None


def asks_what_they_may_say(text: str) -> bool:
    """Tell whether it is about words to somebody, «hva kan jeg si til NAV?», and not about going to them."""
    return asks_what_they_may_tell(text) and _SAY.search(text) is not None


def asks_if_to_report(text: str, concepts: Iterable[str]) -> bool:
    """Tell whether somebody asks, in the bot's spelling, whether there is a duty to report, and names no secrecy and
    nobody else to turn to: «jeg jobber i NAV og ser at en far ruser seg, er det meldeplikt»."""
    is_asked = "meld" in text and SECRECY not in concepts and _IF_TO_REPORT.search(text) is not None
    return is_asked and _ELSEWHERE.search(text) is None
