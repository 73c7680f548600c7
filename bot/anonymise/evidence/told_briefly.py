"""Points for a name that is a word as well, in the short messages without signs that colleagues write: "lurer på noe
ang liv i gruppa", "bo 5 år slår", "tor og dag på fjerde er søskenbarn", "mai er navnet hennes". Holds no names.
"""

import re

from bot.anonymise.reading.name_slot import Slot
from bot.anonymise.words.number_patterns import SPOKEN_TOO
from bot.anonymise.words.proposals import OVER_TWO
from bot.anonymise.words.small_words import CONCERNING, HE_OR_SHE_SPOKEN
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_ORDINAL = rf"(?:{SPOKEN_TOO})"
_IN_A_CLASS = re.compile(
    rf" (?:i|på) (?:(?:10|[1-9]) ?[a-e]|(?:10|[1-9])\.? ?(?:trinn|klasse)|{_ORDINAL}(?: trinn| klassen?)?) ([a-zæøå]+)"
)
_OF_AGE = re.compile(rf",? (?:på )?(?:\d{{1,2}}|to|{OVER_TWO}) år ([a-zæøå]+)")
_GROUPS = words(
    "gruppa gruppen klassen klassa avdelinga avdelingen basen trinnet sfo barnehagen barnehagan stua rommet"
)
_WONDERING = words("lurer lure lurte lurt tenker tenkte spør spurte usikker uro uroa bekymra bekymret redd")
_ON = words("på om for før førr")
_ARE_NO_VERBS = words("som og i på")
_NAME_IS = words("navnet namnet")
_TIES = words("og å")
_ARE = words("er e var va har hadde vil skal må kan kom kommer går gikk slit slite slo slår")
_WANTS = words("vil kan må skal ville kunne måtte skulle")
_INFINITIVES = ("e", "a", "å", "i", "o")
_SPOKEN = words("det dette noe noko hvem kven")


def told_briefly(slot: Slot) -> int:
    """Return the most that any of the rules gives a given name in small letters."""
    if slot.token.has_capital or not slot.token.flags & Word.FIRST or slot.after is None:
        return 0
    return max(rule(slot) for rule in _RULES)


def _of_the_group(slot: Slot) -> int:
    """ "noe ang liv i gruppa": who a message is about, and where that one is."""
    where = slot.document.after(slot.at, 2)
    is_about = slot.before is not None and slot.before.lower in CONCERNING and slot.is_followed_by("i", "på")
    return 4 if is_about and where is not None and where.lower in _GROUPS else 0


def _of_age(slot: Slot) -> int:
    """ "bo 5 år slår når": an age and what only people do, first in a message."""
    if not slot.token.opens_sentence or slot.token.lower in slot.document.vocabulary.classes["nummererte_ting"]:
        return 0
    match = _OF_AGE.match(slot.document.lower, slot.token.end)
    return 4 if match is not None and match[1] in slot.document.vocabulary.classes["menneskeverb"] else 0


def _in_one_class(slot: Slot) -> int:
    """ "tor og dag på fjerde er søskenbarn", "ho vår på tredje trinn slit": two of a class, or one with an article."""
    document, at, before = slot.document, slot.at, slot.before
    if before is not None and before.lower in HE_OR_SHE_SPOKEN and before.opens_sentence:
        return 4 if _does_in_a_class(slot, slot.token.end) else 0
    other = document.after(at, 2) if slot.is_followed_by(*_TIES) else None
    if other is not None and other.flags & Word.FIRST:
        return 4 if slot.token.opens_sentence and _does_in_a_class(slot, other.end) else 0
    first = document.before(at, 2) if before is not None and before.lower in _TIES else None
    is_second = first is not None and bool(first.flags & Word.FIRST) and first.opens_sentence
    return 4 if is_second and _does_in_a_class(slot, slot.token.end) else 0


def _does_in_a_class(slot: Slot, end: int) -> bool:
    match = _IN_A_CLASS.match(slot.document.lower, end)
    return match is not None and (match[1] in _ARE or bool(slot.document.flags_of(match[1]) & Word.VERB))


def _wondered_about(slot: Slot) -> int:
    """ "lurer på storm han et sand": who somebody wonders about, and a new sentence without a sign."""
    verb, follow = slot.document.before(slot.at, 2), slot.document.after(slot.at, 2)
    if verb is None or slot.before is None or slot.before.lower not in _ON or verb.lower not in _WONDERING:
        return 0
    is_free = not slot.token.flags & (Word.FUNCTION | Word.VERB | Word.MONTH)
    goes_on = slot.is_followed_by(*HE_OR_SHE_SPOKEN) and follow is not None and follow.lower not in _ARE_NO_VERBS
    return 4 if is_free and goes_on else 0


def _is_the_name(slot: Slot) -> int:
    """ "mai er navnet hennes": what somebody says the name is."""
    name, whose = slot.document.after(slot.at, 2), slot.document.after(slot.at, 3)
    if not slot.is_followed_by("er", "e") or name is None or whose is None or slot.token.lower in _SPOKEN:
        return 0
    return 4 if name.lower in _NAME_IS and whose.lower in ("hans", "hennes", "hennar", "på", "hass", "hannes") else 0


def _wants(slot: Slot) -> int:
    """ "hans vil gjøre alt selv": before no modal verb and infinitive does "hans" tell whose something is."""
    doing = slot.document.after(slot.at, 2)
    if not slot.token.opens_sentence or slot.token.lower != "hans" or doing is None or slot.after is None:
        return 0
    is_done = doing.lower.endswith(_INFINITIVES) and slot.document.lexicon.is_headword(doing.lower)
    return 4 if slot.after.lower in _WANTS and is_done else 0


_RULES = (_of_the_group, _of_age, _in_one_class, _wondered_about, _is_the_name, _wants)
