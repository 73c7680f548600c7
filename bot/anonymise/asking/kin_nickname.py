"""Asks about the word behind "pappa" or "onkel" where both together do what people do: "pappa tjukken kommer i natt",
"onkel skjegg slo". Knows endings, no names.
"""

from collections.abc import Iterator

from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.needs import needs_one_of
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_CLOSE = words("pappa mamma onkel tante bestefar bestemor besta bessfar bessmor stefar stemor")
_DOES = words(
    "kommer kjem kjæm kom er e var va slår slo sier sei seier sa roper ropte drikker drakk ble blir henter henta "
    "hentet bor bur lukter passer passa tok tar har "
    "hadde vil skal"
)
_WHEN = words(
    "dagen dagan natta natten kvelden morgenen morgonen morran helga helgen uka veka uken sommeren vinteren "
    "høsten våren "
    "timen tida tiden jula påska ferien huset hjemme heime maten boka bilen klokka saken jobben skolen "
    "barnehagen hunden"
)
"""What may stand behind "mamma" and is none: "hos mamma helga er det", "sa til pappa maten er ferdig"."""
_BARRED = (
    Word.FUNCTION
    | Word.VERB
    | Word.KIN
    | Word.CHILD
    | Word.STAFF
    | Word.NUMBER
    | Word.MONTH
    | Word.SAFE
    | Word.OCCUPATION
)
_BY_NAME = words("onkel tante bestefar bestemor besta bessfar bessmor")
"""Behind these stands a name or what they are called by, whatever it ends in: "bestefar båt"."""
_HOW = ("ig", "vis", "rre", "ofte", "alltid", "aldri", "lene", "også", "bare", "selv", "sjøl", "nå", "nok", "vel", "da")
_ENDS = ("en", "n", "a", "is", "mann", "skjegg", "hår", "fot", "mage")
"""How what somebody is called so ends: "plutselig" and "dessverre" do not."""
_SHORTEST, _LONGEST = 4, 14


@needing(needs_one_of(_CLOSE))
def kin_nicknames(document: Document) -> Iterator[int]:
    """Yield the positions of such words. The rules for names have seen them and left them."""
    tokens = document.tokens
    for at in [before + 1 for before in document.where_any(_CLOSE) if before < len(tokens) - 2]:
        if (
            tokens[at + 1].lower in _DOES
            and not _is_owned(document, at - 1)
            and _may_be_a_name(tokens[at], tokens[at - 1].lower)
        ):
            yield at


def _is_owned(document: Document, at: int) -> bool:
    """Tell whether a preposition leads to the relative: "hos mamma", behind whom something else may begin."""
    before = document.before(at)
    return before is not None and before.lower in ("hos", "med", "til", "te", "fra", "frå", "av", "for", "på")


def _may_be_a_name(token: Token, lead: str) -> bool:
    lower = token.lower
    by_name = lead in _BY_NAME and not lower.endswith(_HOW)
    return (
        token.is_word
        and lower.isalpha()
        and not token.flags & _BARRED
        and lower not in _WHEN
        and (by_name or lower.endswith(_ENDS))
        and _SHORTEST - by_name <= len(lower) <= _LONGEST
    )
