"""Tells which words are jobs: listed ones, how jobs end, and compounds of a whole job. Knows nothing of who has it."""

import re
from functools import cache

from bot.anonymise.reading.document import Document, Token
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_JOB_ENDS = tuple(
    words(
        "arbeider arbeidar sjef fører førar sjåfør montør eier eigar pleier pleiar terapeut selger seljar mester "
        "meister inspektør operatør direktør vakt agent handler handlar bygger byggar dyrker dyrkar instruktør "
        "designer utvikler utviklar rådgiver rådgjevar betjent offiser lektor stipendiat bonde smed fisker fiskar "
        "maker makar røkter røktar skipper matros ingeniør konsulent tekniker teknikar oppdretter oppdrettar "
        "forkynner forkynnar entreprenør avløser avløysar leggjar økonom mekaniker mekanikar trener trenar skiftleder "
        "skiftleiar teamleder køyrar kjører legger leggar megler meklar forsker forskar renholder reinhaldar maler "
        "målar militær politiker politikar restauratør advokat jurist fotograf journalist bud prest plukker plukkar "
        "olog erinne fanger fangar vokter vaktar"
    )
)
_NOT_JOBS = words(
    "bussen buss skolebussen skolebuss drosje drosjen taxi taxien ambulanse ambulansen trailer traileren melkebil "
    "melkebilen lastebil lastebilen tankbil tankbilen brøytebil brøytebilen søppelbilen leder modell jeger mester "
    "legger handler bygger maler fører kjører eier bud megler maker trener vert legge pilot klokker gjeter danser "
    "toller anbud tilbud påbud oversetter forfatter målar målvakt ordensvakt matvakt ryddevakt elevvakt "
    "lekevakt forbud budskap selger utvikler forhandler avtaler samhandler behandler tegner sammenlegger blogger "
    "svever feier skriver vakt agent utgjeter planlegger forteller opplegger vedlegger ilegger pålegger overvakt "
    "søvnmester lek"
)
_ALSO_JOBS = words("maler målar megler pilot toller danser jeger oversetter forfatter tegner feier selger utvikler")
_WHO_IS = re.compile(r"\b(?:som|han|hun|ho|far|mor) (?:er|e|va|var) $", re.IGNORECASE)
_LONGEST_COMPOUND = 26
_SHORTEST_JOB = 4


def is_a_job(document: Document, token: Token) -> bool:
    """Tell whether the word is a job, in any form: "gruvearbeider", "fiskera", "forskalingssnekker"."""
    lower = token.lower
    if lower in _NOT_JOBS and not _is_done_by_a_person(document, token):
        return False
    if token.flags & Word.OCCUPATION:
        return True
    single = lower[:-1] if lower.endswith(("ere", "ører", "sjefer", "ane", "era")) else lower  # "fiskera", as is said
    if lower.endswith("arar") and document.flags_of(lower[:-2]) & Word.OCCUPATION:
        return True
    if single.endswith("ar") and document.flags_of(single[:-2] + "er") & Word.OCCUPATION:
        return True
    if document.flags_of(single) & Word.OCCUPATION:
        return True
    return len(lower) > 6 and (
        lower.endswith(_JOB_ENDS) or single.endswith(_JOB_ENDS) or is_a_compound_job(document, single)
    )


def _is_done_by_a_person(document: Document, token: Token) -> bool:
    """Tell whether "som er" or "jobber som" makes a job of a word that is another word as well: "som e målar"."""
    return (
        token.lower in _ALSO_JOBS and _WHO_IS.search(document.text[max(0, token.start - 16) : token.start]) is not None
    )


def is_a_compound_job(document: Document, lower: str) -> bool:
    """Tell whether the word ends in a whole job, after a word: "pinsepastor", "barnelege", "forskalingssnekker"."""
    if not _SHORTEST_JOB + 2 < len(lower) <= _LONGEST_COMPOUND:
        return False
    jobs = document.vocabulary.classes["yrker"]
    if lower[-_SHORTEST_JOB:] not in _tails_of(jobs):
        return False
    for at in range(3, len(lower) - _SHORTEST_JOB + 1):
        if lower[at:] in jobs and lower[at:] not in _NOT_JOBS:
            head = lower[:at]
            return document.is_known(head) or document.is_known(head.removesuffix("s"))
    return False


@cache
def _tails_of(jobs: frozenset[str]) -> frozenset[str]:
    """Return the last letters of each job: asked first, as most words fail it."""
    return frozenset(job[-_SHORTEST_JOB:] for job in jobs)
