"""Tells whether somebody or something "heter" what follows: "jenta heter glede", "boka heter glede". Holds no names."""

import re

from bot.anonymise.reading.document import Document
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_REACH = 48
_SUBJECT = re.compile(
    r"([\wæøåÆØÅ\-]{2,30})(?: (?:hans|hennes|hennar|sin|si|min|mi|din|di|vår|deres|vår|til (?:ham|henne|han|ho|hun)))?"
    r"(?:,? som)?(?: (?:egentlig|visst|forresten|nemlig|også))?,? $"
)
_MANY_SAY = re.compile(r"([\wæøåÆØÅ\-]{3,30}),? (?:som )?(?:vi|me|de|dei|dæm|alle) (?:bare |berre )?$")
_PERSONS = words("han hun ho hu hen hainn hannj ham henne de dei dæm begge ene andre lille minste eldste")
_MANY = words(
    "de dei dæm barna ungene søsknene søskena tvillingene tvillingan brødrene søstrene foreldrene jentene guttene "
    "elevene"
)
_THINGS = tuple(
    words(
        "bok boka boken film filmen serie serien sang sangen vise visa spill spillet spel spelet lek leken leik "
        "leiken app appen program programmet metode metoden opplegg opplegget kurs kurset prosjekt prosjektet "
        "stykke stykket tema temaet avdeling avdelinga avdelingen gruppe gruppa gruppen rom rommet base basen "
        "skjema skjemaet verktøy verktøyet system systemet side sida siden nettsida nettsiden kanal kanalen hefte "
        "heftet dikt diktet eventyr eventyret fortelling fortellinga fortellingen sykdom sykdommen sjukdom "
        "tilstand medisin medisinen konsept konseptet tilbud tilbudet teater teateret test testen modell modellen "
        "plan planen båt båten barnehage barnehagen skole skolen skule skulen tjeneste tjenesten lag laget klubb "
        "klubben stedet plassen fag faget det dette hva ka kva hvor kor ting tingen noe noko nåkka følelsen "
        "følelsene dokument dokumentet mappa mappen fila filen bamse bamsen dukka dukken dokka figuren kosedyret "
        "katten hunden hesten kapittel kapittelet kapitlet"
    )
)
"""What bears a name and is nobody, also as the end of a compound: "turboka", "teaterstykket"."""
_SHORTEST_COMPOUND = 6
_SHORTEST_THING = 4
_LONG_THINGS = tuple(thing for thing in _THINGS if len(thing) >= _SHORTEST_THING)


def is_something(text: str, start: int) -> bool:
    """Tell whether the subject before the verb at `start` is a thing, a work or an animal."""
    subject = _SUBJECT.search(text, max(0, start - _REACH), start)
    if subject is None:
        return False
    return _is_a_thing(subject.group(1).lower())


def is_what_many_call(text: str, start: int) -> bool:
    """Tell whether a thing stands before "vi" or "de" and the verb at `start`: "rommet vi kaller"."""
    subject = _MANY_SAY.search(text, max(0, start - _REACH), start)
    return subject is not None and _is_a_thing(subject.group(1).lower())


def _is_a_thing(word: str) -> bool:
    return word in _THINGS or (len(word) > _SHORTEST_COMPOUND and word.endswith(_LONG_THINGS))


def is_somebody(document: Document, start: int) -> bool:
    """Tell whether the subject before the verb at `start` is a person."""
    subject = _SUBJECT.search(document.text, max(0, start - _REACH), start)
    if subject is None:
        return False
    word = subject.group(1).lower()
    return word in _PERSONS or bool(document.flags_of(word) & (Word.KIN | Word.CHILD | Word.STAFF))


def are_many(text: str, start: int) -> bool:
    """Tell whether the subject is more than one person: "søsknene heter"."""
    subject = _SUBJECT.search(text, max(0, start - _REACH), start)
    return subject is not None and subject.group(1).lower() in _MANY
