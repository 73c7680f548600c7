"""Finds what singles a family out: the parents' jobs and employers. Common family words are left alone."""

from collections.abc import Iterator

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.close_adult import CHILD_OF, ONE_ADULT, adult_before
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.job_sound import ARTICLE_ENDS, JOB_TAILS, OF, sounds_like_a_job
from bot.anonymise.reading.needs import needs_as_sought, needs_one_of, sought
from bot.anonymise.traits.family_job import jobs_at
from bot.anonymise.traits.family_workplace import SAID_NEEDS, employers_at, said_workplaces, they_do, workplaces
from bot.anonymise.traits.work_patterns import EARNS_BY, GROWN_DEEDS, KEEPS_ANIMALS, PURSUES, STUDIES
from bot.anonymise.words import whys
from bot.anonymise.words.word_classes import Word

_JOB_GAP = 8
_CHILD_OR_ADULT = CHILD_OF | ONE_ADULT
_DESCENTS = ("barn", "barnet", "sønn", "sønnen", "datter", "dattera", "datteren", "dotter", "paret")
_SHORTEST_DESCENT = 7
_DRIVING = ("driv", "drev", "dreiv", "held på", "holder på")
_PURSUITS = (
    (PURSUES, 0.75, (*_DRIVING, "lever av", "lev av", "livn")),
    (KEEPS_ANIMALS, 0.7, _DRIVING),
    (STUDIES, 0.75, ("stud", "utdann", "går på skole")),
)
_DEED_NEEDS = (
    *("brøyt", "strør", "lker for", "lkar for", "lke for", "driv", "drev", "utvalg", "utval", "styret", "rådet"),
    *("plen", "graset", "gravene", "kirk", "kyrk", "buss", "taxi", "drosj", "bilen", "ambul", "ferga", "båten"),
    *("leverer ", "leverar ", "levere ", "ler ut", "lar ut", "rer ut", "re ut"),
    *("på nett", " sau", " kyr", " rein", "pelsdyr", "geiter"),
)
_DEED = sought(GROWN_DEEDS, *_DEED_NEEDS)
_DESCENT_NEEDS = needs_as_sought(*_DESCENTS)
_PURSUIT_NEEDS = needs_as_sought(*(word for *_, needs in _PURSUITS for word in needs))


@needing(SAID_NEEDS | _DEED.needs | _DESCENT_NEEDS | Word.KIN | needs_one_of(_CHILD_OR_ADULT))
def find_family(document: Document) -> Iterator[Hit]:
    """Yield parents' jobs and employers."""
    yield from said_workplaces(document)
    if not document.lacks(_DESCENT_NEEDS):
        yield from _by_descent(document)
    for told in document.scan_each(_DEED):
        yield quasi(told.start(1), told.end(1), "yrke", whys.JOB, 0.7, "er i arbeid")
    if document.flags & Word.KIN or not _CHILD_OR_ADULT.isdisjoint(document.words):
        yield from _word_by_word(document)
        yield from workplaces(document)
        yield from _pursuits(document)


def _by_descent(document: Document) -> Iterator[Hit]:
    """Yield whose child or which couple somebody is by a job: "lærerbarn", "lensmannssønn", "kunstnerparet"."""
    jobs = document.vocabulary.classes["yrker"]
    told = {word for word in document.words if len(word) > _SHORTEST_DESCENT and word.endswith(_DESCENTS)}
    for token in document.tokens if told else ():
        if token.lower in told:
            job = token.lower.removesuffix(next(end for end in _DESCENTS if token.lower.endswith(end)))
            if not jobs.isdisjoint((job, job[:-1])):
                yield quasi(token.start, token.end, "yrke", whys.JOB, 0.7, "[en person]")


def _word_by_word(document: Document) -> Iterator[Hit]:
    """Yield jobs that are listed or sound like one, and employers after a verb of work."""
    work_verbs = document.vocabulary.classes["arbeidsverb"]
    lower = ""
    for at, token in enumerate(document.tokens):
        before, lower = lower, token.lower
        # the last letters of a job, or of one with its article behind "av" and "til": most words fail it
        may_sound_so = lower[-3:] in JOB_TAILS or (before in OF and lower[-1] in ARTICLE_ENDS)
        if token.flags & Word.OCCUPATION or (may_sound_so and sounds_like_a_job(document, at)):
            yield from jobs_at(document, at)
        elif lower in work_verbs and (adult_before(document, at, _JOB_GAP) or they_do(document, at)):
            yield from employers_at(document, at)


def _pursuits(document: Document) -> Iterator[Hit]:
    """Yield what a family lives by: "driver sauebruk", "studerer til sykepleier"."""
    for pattern, certainty, needs in () if document.lacks(_PURSUIT_NEEDS) else _PURSUITS:
        for match in document.scan(pattern, *needs):
            yield quasi(match.start(1), match.end(1), "yrke", whys.JOB, certainty, "et yrke")
    for token in document.tokens if document.flags & Word.KIN else ():
        if token.flags & Word.KIN and (told := EARNS_BY.match(document.text, token.start)) is not None:
            yield quasi(told.start(1), told.end(1), "yrke", whys.JOB, 0.75, "er i arbeid")
