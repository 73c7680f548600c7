"""Chooses what to write instead of a name so that the sentence still reads well. Knows roles, no names."""

from bot.anonymise.document import Document, Token
from bot.anonymise.word_classes import Word
from bot.anonymise.word_lists import words

_GREETINGS = frozenset(["hilsen", "helsing", "mvh", "vh", "hilsning"])
_WORKPLACES = words(
    "sfo ppt bup nav barnevernet barnevern helsestasjonen helsestasjon teamet kontoret forvaltningen avdelingen kollega"
)
_AFTER_NAMES = tuple(
    words(
        "sak saka saken saker sakene gutt gutten guttane guttene jente jenta jenten jentene barn barnet barna familie "
        "familien mamma mammaen pappa pappaen mor far søster bror klikk klikken gjeng gjengen gruppe gruppa gruppen "
        "møte møtet møter problem problemet situasjon situasjonen aktig fest festen effekt effekten dag dagen time "
        "timen plan planen team teamet team elev eleven"
    )
)
"""What an ordinary word after a name and a hyphen ends in; anything else there may be half of a double name."""


def replacement_for(document: Document, first: int, last: int) -> str:
    """Return "" when the word before already says who it is, else a role in brackets that fits the place."""
    before = document.before(first)
    is_genitive = _is_genitive(document, document.tokens[last])
    if before is not None and before.text == "," and not is_genitive:
        before = document.before(first, 2)
        if before is not None and before.flags & (Word.STAFF | Word.KIN):
            return ""
        before = document.before(first)
    if before is not None and before.lower in _GREETINGS:
        return "[avsender]"
    if before is not None and before.flags & (Word.KIN | Word.STAFF | Word.CHILD) and not is_genitive:
        return ""
    if first == last and (tail := _word_after_a_name(document, document.tokens[last].text)):
        return tail
    role = _role_after(document, last)
    if is_genitive:
        return "[kollegaens]" if role == "[en kollega]" else "[barnets]"
    return role


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
    return "[en kollega]" if is_at_work else "[barnet]"


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


def _is_genitive(document: Document, token: Token) -> bool:
    flags = document.vocabulary.flags
    lower = token.lower
    if document.text[token.end : token.end + 1] in ("'", "’") and lower.endswith(("s", "x", "z")):
        return True
    if not lower.endswith("s") or flags.get(lower, 0) & Word.FIRST:
        return False
    return bool(flags.get(lower[:-1].rstrip("'’"), 0) & (Word.FIRST | Word.SURNAME)) or (
        not document.is_known(lower) and not flags.get(lower, 0)
    )
