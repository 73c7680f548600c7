"""Evidence from a name that is put forward or explained: "ei jente her, rose altså", "det er bjørk det gjelder", "enten
even eller tor som slo". Holds no names.
"""

from bot.anonymise.evidence.chat_slot import as_a_thing_may, ends, stands_bare
from bot.anonymise.reading.name_slot import ROLE, Slot
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_BE = words("er e var va blir ble blei")
_IT = words("det d de")
_CONCERNS = words("gjelder gjeld gjel gjæld handler handlar dreier dreiar")
_THAT_IS = words("altså altso")
_NEAR = 8
_JOINED = words("jeg eg æ du meg deg mæ dæ han ham henne ho hun")
_WATCH = frozenset(
    (word, "på") for word in words("obs hils hilse hilser hilste helse helsa oppmerksom oppmerksomme ekstra se pass")
) | {(word, "for") for word in words("primær primærkontakt kontaktlærer kontaktperson assistent ansvarlig ansvar")}


def put_forward(slot: Slot) -> int:
    """Return the most that any of the rules gives a free given name in small letters."""
    token = slot.token
    if token.has_capital or not token.flags & Word.FIRST or token.flags & (Word.VERB | Word.MONTH):
        return 0
    if token.flags & Word.FUNCTION and token.lower != "dag":
        return 0
    return max(_explained(slot), _concerned(slot), _was_it(slot), _watched(slot), _one_of_us(slot))


def _explained(slot: Slot) -> int:
    """ "ei jente her, rose altså, som gråter": the name of somebody just spoken of."""
    if slot.before is None or slot.before.text not in ",(–-" or not slot.is_followed_by(*_THAT_IS):
        return 0
    for step in range(2, _NEAR):
        word = slot.document.before(slot.at, step)
        if word is None or word.text in ".!?\n":
            return 0
        if word.flags & ROLE:
            return 4
    return 0


def _concerned(slot: Slot) -> int:
    """ "det er bjørk det gjelder", "er det storm det handler om"."""
    it, verb = slot.document.after(slot.at), slot.document.after(slot.at, 2)
    if it is None or verb is None or it.lower not in _IT or verb.lower not in _CONCERNS:
        return 0
    near = (slot.before, slot.document.before(slot.at, 2))
    return 4 if any(one is not None and one.lower in _BE for one in near) else 0


def _was_it(slot: Slot) -> int:
    """ "i dag var det sol som gråt", "det var enten even eller tor som slo"."""
    document, first, last = slot.document, slot.at, slot.at
    if (tie := document.after(last)) is not None and tie.lower in ("eller", "og"):
        last += 2
    elif (tie := slot.before) is not None and tie.lower in ("eller", "og"):
        first -= 2
    which, doing = document.after(last), document.after(last, 2)
    if which is None or doing is None or which.lower != "som":
        return 0
    then = document.after(last, 3)
    is_left = doing.lower in ("står", "stod", "sto", "sitter", "satt", "blir") and then is not None
    is_left = is_left and then is not None and then.lower in ("igjen", "alene", "åleine", "aleine", "utenfor", "sist")
    if doing.lower not in document.vocabulary.classes["menneskeverb"] and not is_left:
        return 0
    left = document.before(first)
    if left is not None and left.lower in (
        "enten",
        "bare",
        "jo",
        "nok",
        "sikkert",
        "alltid",
        "bestandig",
        "ofte",
        "igjen",
    ):
        first -= 1
    pair = {one.lower for one in (document.before(first), document.before(first, 2)) if one is not None}
    return 4 if pair & _BE and pair & _IT else 0


def _watched(slot: Slot) -> int:
    """ "obs på liv i dag", "hils på bo fra meg", "primær for liv"."""
    word = slot.document.before(slot.at, 2)
    if slot.before is None or word is None or (word.lower, slot.before.lower) not in _WATCH:
        return 0
    if word.lower in ("se", "pass", "ekstra"):
        return as_a_thing_may(slot) if ends(slot) else 0
    return (
        4 if ends(slot) or slot.acts or slot.is_followed_by("i", "fra", "når", "nå", "på", "og", "hvis", "for") else 0
    )


def _one_of_us(slot: Slot) -> int:
    """ "jeg eller dag?", "du og storm": one more beside somebody who is spoken to or speaks."""
    who = slot.document.before(slot.at, 2)
    if slot.before is None or who is None or slot.before.lower not in ("eller", "og", "el") or not ends(slot):
        return 0
    return 4 if who.lower in _JOINED and stands_bare(slot.token) else 0
