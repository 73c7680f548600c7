"""Tells a story of worry, a child described at length, from a question about the rules. Must not know the articles.

Such a story is full of everyday words (elev, barnehage, foreldre) that stand in every article, and asks nothing, or
only «hva gjør jeg?». A question about the rules may be told at length as well: then it asks whether something is
allowed, or names the law, and is searched as any question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.answers.wording import fold

FEWEST_WORDS = 25
"""Words in a story; what is shorter is one only when somebody says that they are worried."""
LONGEST_CALL = 14
"""Words in a clause that only asks what to do: a longer one asks about something."""

_THEMES = ("bek-", "hv-", "akutt-", "vold-")
"""How the articles begin that say what there is to do for a child."""
_PERSON = re.compile(
    r"\b(barn|elev|jent|gut|[ou]ng|små|bab|\w+åring|datter|sønn|child|girl|boy|pupil|student|kid|kvinne|klient"
    r"|(han|hun|ho|hu|hain|mann|dame|she|he)\b)"
)
_ENDS = re.compile(r"(?<=[.!?\n])")
_CALL = re.compile(
    r"\b(hva|kva|ka|hvordan|korleis|kordan|korsn|åssen|hvor|kor|hvem|kven|kæm|noen|nokon|noe|noko"
    r"|what|how|where|who|any)\b.*"
    r"\b(gjøre?|gjere?|gjærra|gjørra|gjort|prøv\w*|neste|videre|vidare|begynn\w*|start\w*|hjelp\w*|fram|frem"
    r"|tenker?|synes?|syns|mener?|anbefal\w*|råd|tips|forslag|ide\w*|do|next|start|help|advice)\b"
    r"|\b(forslag|tips|råd)\b|\b(hvem|kven|kæm|who) .*\b(snakk\w*|talk)\b"
)
"""Of a clause that asks for advice."""
_RULE = re.compile(
    r"\b(taus\w*|teie\w*|lov(lig|a|en|er|verk\w*)?|reg(el|ler|lane|lene|elverk\w*)|\w*plikt\w*|paragraf\w*|rett til"
    r"|samtykk\w*|fullmakt\w*|innsyn\w*|journal\w*|anonym\w*|konfidensiel\w*|hemmelig\w*|gdpr|allowed|consent"
    r"|confidential\w*|\w*bekymringsmelding\w*|barnevern\w*|politi\w*|meld(e|er) (det|den|dette|til)"
    r"|si (det|fra|noe|ifra)|(fortelle|dele) (det|dette|noe)|referat\w*|stafett\w*|individuell plan|ansvarsgruppe\w*"
    r"|barnekoordinator\w*)\b|§"
)
"""Of a question about rules or papers."""
_TELLING = re.compile(
    r"\b(taus\w*|teie\w*|tie|del(e|er|t)|si|sei|sagt|fort[eæ]l\w*|snakke|prate|vite|veta|gi|gje|sende|spørre"
    r"|lov(lig|a|en|er)?|reg(el|ler|lane|lene|elverk\w*)|\w*plikt\w*|rett|samtykk\w*|journal\w*|innsyn\w*"
    r"|opplysning\w*|hemmelig\w*|bundet|binder|gjelder|gjeld|share|tell|say|allowed|law|rules?|consent"
    r"|confidential\w*|know)\b|§"
)
"""Of telling others, or of rules: no question about the duties of a profession is without."""


_WORRIED = re.compile(
    r"\b(jeg|eg|æ|je|vi|me|i|i'm|we)\b.{0,40}\b(bekymr\w*|uroli\w*|urole?g\w*|uroa|uro|worried|concerned"
    r"|(bad|vond) (feeling|følelse)|magefølelse|ut av hodet)\b"
)
_REPORT = re.compile(r"\bmeld")


@dataclass(frozen=True)
class Story:
    """What a message tells beside what it asks."""

    is_of_someone: bool = False
    """It describes a child, or another person, at length."""
    says_worry: bool = False
    """Somebody says that they are worried for one, and asks about no rules."""
    is_worry: bool = False
    """One of the two, and it only asks what to do."""
    is_open: bool = False
    """It describes somebody at length, and nothing in what it asks names a rule: when no answer is sure, the person may
    as well want to be guided."""
    asks_no_rules: bool = False
    """It is long, and no word in it is about telling others or about rules: it is no question about the duties of a
    profession, though it may name teachers and pupils ten times."""


NO_STORY = Story()


def story_told(message: str) -> Story:
    """Return what a message tells."""
    folded = fold(message)
    is_long = len(folded.split()) >= FEWEST_WORDS
    worried = _WORRIED.search(folded)
    if not (is_long or worried) or not _PERSON.search(folded):
        return Story(asks_no_rules=is_long and not _TELLING.search(folded))
    says_worry = worried is not None and not _RULE.search(folded) and not _REPORT.search(folded)
    asked = _asked(folded)
    is_open = not any(map(_RULE.search, asked or [folded]))
    is_worry = (is_long or says_worry) and is_open and all(map(_is_call, asked))
    return Story(is_long, says_worry, is_worry, is_long and is_open, is_long and not _TELLING.search(folded))


def is_theme(slug: str) -> bool:
    """Tell whether an article says what there is to do for a child: only such a one answers a story of worry."""
    return slug.startswith(_THEMES)


def _asked(folded: str) -> list[str]:
    return [sentence for sentence in _ENDS.split(folded) if sentence.endswith("?")]


def _is_call(sentence: str) -> bool:
    clause = sentence.rpartition(",")[2]
    return len(clause.split()) <= LONGEST_CALL and _CALL.search(clause) is not None
