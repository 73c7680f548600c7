"""Chooses what to write instead of a name so that the sentence still reads well. Knows roles, no names."""

from bot.anonymise.evidence.title import TITLES
from bot.anonymise.finding import SENDER
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.replacing.name_bearer import is_an_aside, is_many, role_before, role_flags
from bot.anonymise.replacing.name_kin import is_named_here, is_said_to_be
from bot.anonymise.replacing.name_place import PERSON, SOMEBODY, in_a_place_of_somebody, is_greeted
from bot.anonymise.words.small_words import SIGNS_OFF
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_WORKPLACES = words(
    "sfo ppt bup nav barnevernet barnevern helsestasjonen helsestasjon teamet kontoret forvaltningen avdelingen kollega"
)
_WORK_ACTS = words(
    "ringte ringer ringt mener meiner melder meldte meldt anbefaler anbefalte rådet foreslår foreslo jobber jobba "
    "jobbet underviser vikarierer observerte observerer kartlegger kartla skriver skrev sendte sender svarte svarer "
    "overtar følger fulgte innkaller inviterer"
)
"""What somebody does at work; a child is at SFO and at BUP as well."""
_PERSON = Word.FIRST | Word.SURNAME
_FROM_OR_TO = words("fra frå til i")
_SHORTEST_NAME = 2
"""The letters of "Aa": "Aas" is as a rule a surname of its own."""
_HERE = words("hit opprinnelig opphavleg nylig nyleg nettopp direkte tilbake hjem heim")
_MOVES = frozenset(
    (link, verb)
    for links, verbs in (
        ("fra frå", "flyttet flytta flytter flyttar kom kommer kjem kommet kome flyktet flykta rømte"),
        ("til", "reiste reiser reist flyttet flytta flytter flyttar"),
        ("i", "født fødd"),
    )
    for link in words(links)
    for verb in words(verbs)
)
"""How somebody comes from a place, goes to one, or is born in one. "Kom til Tjorv" may be a person."""
_SEVERAL = words("barn unger born bån")
_AFTER_NAMES = tuple(
    words(
        "sak saka saken saker sakene gutt gutten guttane guttene jente jenta jenten jentene barn barnet barna familie "
        "familien mamma mammaen pappa pappaen mor far søster bror klikk klikken gjeng gjengen gruppe gruppa gruppen "
        "møte møtet møter problem problemet situasjon situasjonen aktig fest festen effekt effekten dag dagen time "
        "timen plan planen team teamet elev eleven"
    )
)
"""What an ordinary word after a name and a hyphen ends in; anything else there may be half of a double name."""


def replacement_for(document: Document, first: int, last: int) -> str:
    """Return "" when the word before already says who it is, else a role in brackets that fits the place."""
    before = document.before(first)
    is_genitive = _is_genitive(document, last)
    if before is not None and before.lower in SIGNS_OFF:
        return SENDER
    if not is_genitive and (_is_said_before(document, first, last) or is_greeted(document, first, last)):
        return ""
    if not is_genitive and (is_named_here(document, first) or _is_labelled_or_titled(document, first)):
        return "[navn]"
    if first == last and (tail := _word_after_a_name(document, document.tokens[last].text)):
        return tail
    role = "[stedet]" if first == last and _is_come_from(document, first) else _role_after(document, last)
    if role == "[barnet]":
        role = in_a_place_of_somebody(document, first, last) or role
    if is_genitive:
        return {"[en kollega]": "[kollegaens]", **PERSON}.get(role, "[barnets]")
    return role


def _is_said_before(document: Document, first: int, last: int) -> bool:
    """Tell whether a role before already says who it is: "mor", "læreren, ", "broren hennes, ", "pp-rådgiver"."""
    at = role_before(document, first)
    if at is None:
        return False
    if document.tokens[first - 1].text != "," or is_an_aside(document, last):
        return not _begins_anew(document, first, last, at)
    return is_many(document, document.tokens[at])


def _begins_anew(document: Document, first: int, last: int, at: int) -> bool:
    """Tell whether the name behind several and a comma is the subject of what follows: "fem barn, Ida er eldst"."""
    after, several = document.after(last), document.tokens[at]
    is_subject = after is not None and after.lower in ("er", "e", "var") and document.tokens[first - 1].text == ","
    return is_subject and (is_many(document, several) or several.lower in _SEVERAL)


def _is_labelled_or_titled(document: Document, first: int) -> bool:
    """Tell whether a role and a colon or what a person is addressed by stand before: "mor: ", "fru ", "dr. "."""
    before, second = document.before(first), document.before(first, 2)
    if before is None:
        return False
    if is_said_to_be(document, first):
        return True
    if before.text == ":" and second is not None:
        return bool(role_flags(document, second) & (Word.KIN | Word.STAFF))
    return before.lower in TITLES or (before.text == "." and second is not None and second.lower in TITLES)


def _is_come_from(document: Document, at: int) -> bool:
    """Tell whether a name on no list is where somebody comes from or goes to: "flyttet hit fra Mariupol"."""
    link, verb = document.before(at), document.before(at, 2)
    if link is None or verb is None or link.lower not in _FROM_OR_TO or document.tokens[at].flags & _PERSON:
        return False
    if verb.lower in _HERE:
        verb = document.before(at, 3)
    return verb is not None and (link.lower, verb.lower) in _MOVES


def _word_after_a_name(document: Document, word: str) -> str:
    """Return the ordinary word a name is put before: "Emma-saken" gives "saken". A second name, which is written with a
    capital or could be one ("Ida-Vårsol", "ida-vårsol", "Kari-Anne's"), gives "".
    """
    _, sign, tail = word.rpartition("-")
    if not sign or not tail.isalpha() or not tail.islower() or document.shouts:
        return ""
    is_name = document.flags_of(tail) & (Word.FIRST | Word.SURNAME)
    return tail if tail.endswith(_AFTER_NAMES) and document.is_known(tail) and not is_name else ""


def _role_after(document: Document, last: int) -> str:
    """Read the role off what follows: "Sofie på SFO", "Per (lærer)", "Jostein er inspektør"."""
    after, second = document.after(last), document.after(last, 2)
    if after is None or second is None:
        return "[barnet]"
    if after.text in "(,":
        return "[en kollega]" if second.flags & Word.STAFF else _kin_or_child(second)
    if after.lower in ("er", "e", "var", "som") and _names_staff(document, last):
        return "[en kollega]"
    is_at_work = after.lower in ("på", "i", "ved", "hos", "fra", "frå") and second.lower in _WORKPLACES
    if not is_at_work:
        return "[barnet]"
    act = document.after(last, 3)
    return "[en kollega]" if act is not None and act.lower in _WORK_ACTS else SOMEBODY


def _kin_or_child(token: Token) -> str:
    return "[en i familien]" if token.flags & Word.KIN else "[barnet]"


def _names_staff(document: Document, last: int) -> bool:
    """Tell whether "er inspektør" or "som er helsesykepleier" follows."""
    second, third = document.after(last, 2), document.after(last, 3)
    if second is not None and second.flags & Word.STAFF:
        return True
    return (
        second is not None
        and second.lower in ("er", "en", "ny")
        and third is not None
        and bool(third.flags & Word.STAFF)
    )


def _is_genitive(document: Document, at: int) -> bool:
    token = document.tokens[at]
    flags = document.vocabulary.flags
    lower = token.lower
    if document.text[token.end : token.end + 1] in ("'", "’") and lower.endswith(("s", "x", "z")):
        return True
    if not lower.endswith("s") or flags.get(lower) & Word.FIRST:
        return False
    owner = lower[:-1].rstrip("'’")
    if flags.get(owner) & (Word.FIRST | Word.SURNAME):
        before = document.before(at)
        if before is not None and before.flags & Word.STAFF and not _owns_something(document, at):
            return False  # "Lærer Moes sa": a name that ends so
        return len(owner) > _SHORTEST_NAME or _owns_something(document, at)
    return not document.is_known(lower) and not flags.get(lower) and _owns_something(document, at)


def _owns_something(document: Document, at: int) -> bool:
    """Tell whether what follows can be owned: "Tjorvs mor", not "lærer Aas om dette"."""
    follow = document.after(at)
    return follow is not None and follow.is_word and not follow.flags & (Word.FUNCTION | Word.VERB)
