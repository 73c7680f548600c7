"""Chooses what to write instead of a name so that the sentence still reads well. Knows roles, no names."""

from bot.anonymise.document import Document, Token
from bot.anonymise.word_classes import Word
from bot.anonymise.word_lists import words

_GREETINGS = frozenset(["hilsen", "helsing", "mvh", "vh", "hilsning"])
_WORKPLACES = words(
    "sfo ppt bup nav barnevernet barnevern helsestasjonen helsestasjon teamet kontoret forvaltningen avdelingen kollega"
)


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
    if "-" in document.tokens[last].text and first == last:
        tail = document.tokens[last].lower.rsplit("-", 1)[1]
        if document.is_known(tail) and not document.vocabulary.flags.get(tail, 0) & (Word.FIRST | Word.SURNAME):
            return tail
    role = _role_after(document, last)
    if is_genitive:
        return "[kollegaens]" if role == "[en kollega]" else "[barnets]"
    return role


def _role_after(document: Document, last: int) -> str:
    step = 1
    after = document.after(last)
    if after is not None and after.text in "(," and (second := document.after(last, 2)) is not None:
        if second.flags & Word.STAFF:
            return "[en kollega]"
        if second.flags & Word.KIN:
            return "[en i familien]"
        return "[barnet]"
    if (
        after is not None
        and after.lower in ("på", "i", "ved", "hos", "fra", "frå")
        and (place := document.after(last, step + 1)) is not None
        and place.lower in _WORKPLACES
    ):
        return "[en kollega]"
    return "[barnet]"


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
