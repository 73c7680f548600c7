"""Asks about a word that nothing but its strangeness makes a name, where names hardly ever stand: behind "på" and "i",
or where the second opinion doubts it ("innerst i Roktdalen", "boka Sveket").

Of 61 such words behind "på" and the like in labelled texts none was a name, of 24 in small letters neither; where the
second opinion doubts a capital, 1 of 16 was. Everywhere else it stops the text.
"""

from bisect import bisect_right
from collections.abc import Sequence

from bot.anonymise.asking.possible_name import ONE, likeliness, words_written
from bot.anonymise.asking.possible_name_facts import Written
from bot.anonymise.asking.work_told import as_a_question
from bot.anonymise.finding import Hit
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.name_search import UNPROVEN
from bot.anonymise.replacing.name_whose import as_somebody
from bot.anonymise.words.word_lists import words

_DOUBTED, _DOUBTED_IN_SMALL = -7 * ONE // 10, -3 * ONE // 10
_WHERE = words(
    "på i ved fra frå nedi oppi inni bortpå borti utenfor utanfor innenfor innerst ytterst mot langs over "
    "rundt forbi gjennom"
)
_AT_SOMEBODY = tuple(
    words(
        "slo slår slåing spytt klyp kløp klor bit bet dytt spark tak hold stol rop skrik pek blåmerk merk sår voksn "
        "uro bekymr slag mas sint sur glad redd kos støtt tulla tenk hør"
    )
)
"""How a word begins that is followed by "på", "i" and the like and somebody: "blåmerker på", "holder hardt i"."""


def strange_asked(document: Document, hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits with such words turned into questions. Where nothing can be asked they stop the text."""
    strange = {hit: _place(document, hit) for hit in hits if _is_strange(hit)}
    if not strange:
        return list(hits)
    written = words_written(document, strange.values())
    doubtful = {hit for hit, at in strange.items() if _is_doubtful(document, hit, at, written)}
    if not doubtful:
        return list(hits)
    stopped = {_word(document, hit) for hit in hits if hit.type == "navn" and hit not in doubtful}
    asked = {hit for hit in doubtful if _word(document, hit) not in stopped}
    return [_as_question(hit) if hit in asked else hit for hit in hits]


def _as_question(hit: Hit) -> Hit:
    return as_a_question(hit)._replace(why=hit.why, replacement=as_somebody(hit.replacement))


def _word(document: Document, hit: Hit) -> str:
    return document.text[hit.start : hit.end].lower()


def _is_strange(hit: Hit) -> bool:
    return hit.type == "navn" and hit.certainty <= UNPROVEN


def _place(document: Document, hit: Hit) -> int:
    return bisect_right(document.tokens, hit.start, key=lambda token: token.start) - 1


def _is_doubtful(document: Document, hit: Hit, at: int, written: Written) -> bool:
    if any(sign.isdigit() for sign in document.text[hit.start : hit.end]):
        return False  # a number of something
    if document.tokens[at].has_capital and document.lexicon.is_headword(document.tokens[at].lower):
        return True  # «Juleverksted», «Pandemien»: nobody is called so without more being told
    before = document.before(at)
    if before is not None and before.lower in _WHERE:
        return not _is_at_somebody(document, at)
    return likeliness(document, at, written) < (_DOUBTED if document.tokens[at].has_capital else _DOUBTED_IN_SMALL)


def _is_at_somebody(document: Document, at: int) -> bool:
    """Tell whether what stands before the preposition is done to, or felt for, somebody, or a label follows."""
    after = document.after(at)
    led = (document.before(at, 2), document.before(at, 3))
    return (after is not None and after.text == ":") or any(
        one is not None and one.lower.startswith(_AT_SOMEBODY) for one in led
    )
