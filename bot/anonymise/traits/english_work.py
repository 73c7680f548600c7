"""Finds jobs and employers of the family in a text written in English. Knows patterns, no names."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.needs import IN_ENGLISH
from bot.anonymise.words import whys
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_REACH = 12
_BESIDE = 3
_MODIFIERS = 3
_IS = words("is was are were as and both")
_SIGNS = frozenset(",(:–-")
_ARTICLES = words("a an the our their my")
_STOPS = frozenset(".!?")
_OF_THE_CHILD = words(
    "teacher nurse assistant principal doctor psychologist interpreter caretaker therapist tutor leader judge guard "
    "minister officer coach player headteacher headmaster trainer physiotherapist professor actor actress artist model "
    "singer dancer soldier captain hunter guide collector inspector director manager editor writer poet reporter"
)
"""Work that is also done around a child, or played: only a job when the family does it."""
_JOB = re.compile(
    r"\b(?i:mum|mom|mother|dad|father|parents?|stepfather|stepmother|aunt|uncle|grandfather|grandmother|hers|"
    r"[a-z]\.?'s)"
    r"(?: [A-Z][a-z]+)?(?:'s)? (?:is|was|are|works?|worked)(?: (?:now|also|still|currently|employed|here))?"
    r" (?:as )?(?:an? |the )((?:[a-z]+ )?[a-z\-]+)(?=[.,;]| at | in | for | and |$)"
)
_DRIVES = re.compile(
    r"\b(?:mum|mom|mother|dad|father|stepfather|stepmother|aunt|uncle|brother|grandfather|parents) "
    r"((?:drives|drove|is driving) (?:a |the |an )?(?:[a-z]+ )?(?:taxi|cab|bus|truck|lorry|van|tram|tractor|"
    r"ferry))(?!\w)",
    re.IGNORECASE,
)
"""What a relative drives for a living: "her father drives a taxi"."""
_NO_JOB = words(
    "lot bit problem challenge good great person man woman twin single parent mother father mess nightmare pity shame "
    "issue reason worry question friend one same big new little carer guardian witness victim foreigner immigrant "
    "refugee while week month year day stranger help support case"
)
_BUSINESS = (
    r"(?:factory|hospital|farm|shop|store|restaurant|hotel|bakery|garage|office|bank|airport|harbour|harbor|mine|"
    r"mill|"
    r"quarry|plant|dairy|slaughterhouse|supermarket|pub|caf[eé]|salon|prison|station|church|library|pharmacy|"
    r"warehouse|"
    r"boatyard|shipyard|sawmill|rig|ferry|navy|army|company|firm|business|workshop|campsite|kiosk|stables|"
    r"nursing home|"
    r"care home|town hall|clinic|laundry|gym|museum|theatre|taxi|practice|cinema|butcher's|hairdresser's|newspaper)"
)
_WORKS_AT = re.compile(
    r"\b(?i:works?|worked|working|cleans|cleaned|cooks|cooked|drives|drove|teaches|taught|teach|lectures|studies|"
    r"studied|employed|job|shifts?|nurse|cook|cleaner)"
    r"(?: [a-z]+){0,2}? (?:at|for|in|on) "
    rf"(?!the same )(?P<where>(?:the |a |an )?(?:[a-z\-]+ ){{0,2}}{_BUSINESS}\b|"
    r"[A-ZÆØÅ][\wæøåÆØÅ&\-]+(?: (?:[A-ZÆØÅ][\wæøåÆØÅ&\-]+|hospital|farm|hotel|school)){0,3})"
)
_JOB_AT = re.compile(
    r"\b(?P<job>[a-z]+) (?:at|for|with|in) (?P<where>[A-ZÆØÅ][\wæøåÆØÅ&\-]+\.?(?: [A-ZÆØÅ][\wæøåÆØÅ&\-]+){0,2})"
)
"""Where somebody has the job before it: "a flight attendant at Widerøe"."""
_RUNS = re.compile(
    rf"\b(?:runs|owns|manages|ran|owned|managed|run|own)\b (?:the |a |an |their own |his own |her own )?"
    rf"(?P<where>(?:[a-z\-]+ ){{0,2}}{_BUSINESS}(?: (?:in|at|on|by) (?:the )?[\wæøåÆØÅ]+)?)(?!\w)"
)


@needing(IN_ENGLISH)
def find_english_work(document: Document) -> Iterator[Hit]:
    """Yield jobs and employers of parents and other family in an English text."""
    yield from _jobs(document)
    yield from _employers(document)


def _jobs(document: Document) -> Iterator[Hit]:
    for match in document.scan(_JOB):
        if _NO_JOB.isdisjoint(match.group(1).split()):
            yield _job(match.start(1), match.end(1))
    for match in document.scan(_DRIVES, " dr"):
        yield _job(match.start(1), match.end(1))
    jobs = document.vocabulary.classes["engelske_yrker"]
    for at, token in enumerate(document.tokens):
        if (token.lower in jobs or _are_many(document, at, jobs)) and not token.is_caps:
            first = _first_of_the_job(document, at)
            if _is_somebodys(document, first, token):
                yield _job(document.tokens[first].start, token.end)


def _are_many(document: Document, at: int, jobs: frozenset[str]) -> bool:
    """Tell whether the word is a job in the plural: "they work as carpenters", "both are nurses"."""
    lower, before = document.tokens[at].lower, document.before(at)
    return (
        lower.endswith("s")
        and lower[:-1] in jobs
        and before is not None
        and before.lower in ("as", "are", "were", "both")
    )


def _employers(document: Document) -> Iterator[Hit]:
    jobs = document.vocabulary.classes["engelske_yrker"]
    at_work = [match for match in document.scan(_JOB_AT) if match.group("job") in jobs]
    for match in (*document.scan(_WORKS_AT), *document.scan(_RUNS), *at_work):
        where = match.group("where")
        if _has_family_before(document, match.start(), named=where[0].isupper()):
            yield quasi(*match.span("where"), "arbeidsgiver", whys.WORKPLACE, 0.75, "et arbeidssted")


def _job(start: int, end: int) -> Hit:
    return quasi(start, end, "yrke", whys.JOB, 0.75, "et yrke")


def _first_of_the_job(document: Document, at: int) -> int:
    """Return where the job begins: "crane operator", "school cook"."""
    first, classes = at, document.vocabulary.classes
    while at - first < _MODIFIERS and (before := document.before(first)) is not None:
        small = before.lower in classes["engelske_smaord"] or before.lower in _ARTICLES or before.lower in _IS
        is_kin = before.lower in classes["engelske_slekt"]
        if not before.is_word or small or is_kin or before.has_capital or before.lower.endswith(("s", "ed")):
            break
        first -= 1
    return first


def _is_somebodys(document: Document, first: int, job: Token) -> bool:
    """Tell whether "is a", "as", a comma or a bracket ties the job to one in the family, or "is a" to any grown-up."""
    slekt = document.vocabulary.classes["engelske_slekt"]
    before = document.before(first)
    at = first - 1
    if before is not None and before.lower in _ARTICLES:
        at -= 1
        before = document.before(first, 2)
    if before is None:
        return False
    if before.lower in slekt and at < first - 1:  # "called his mum a toilet cleaner"
        return True
    if before.lower not in _IS and before.text not in _SIGNS:
        return False
    is_beside = before.text in _SIGNS and job.lower in _OF_THE_CHILD  # "Emma (mother), Erik (school nurse)"
    if _has_family_before(document, document.tokens[first].start, _BESIDE if is_beside else _REACH):
        return True
    return before.lower in ("is", "was", "as") and job.lower not in _OF_THE_CHILD and _has_a_name_before(document, at)


def _has_a_name_before(document: Document, at: int) -> bool:
    """Tell whether a name, "he" or "she" is said to be or work as it: "Olena was a dentist"."""
    who = document.before(at)
    if who is not None and who.lower in ("works", "work", "worked", "also", "now"):
        who = document.before(at, 2)
    return who is not None and _is_called(who)


def _has_family_before(document: Document, start: int, reach: int = _REACH, *, named: bool = False) -> bool:
    """Tell whether one in the family stands before, in the same sentence; with `named` a name or "she" will do."""
    slekt = document.vocabulary.classes["engelske_slekt"]
    at = bisect_left(document.tokens, start, key=lambda token: token.start)
    for token in reversed(document.tokens[max(0, at - reach) : at]):
        if token.text in _STOPS:
            return False
        if token.lower in slekt or (named and _is_called(token)):
            return True
    return False


def _is_called(token: Token) -> bool:
    return token.lower in ("he", "she") or (token.has_capital and bool(token.flags & Word.FIRST))
