"""Asks about the word in small letters behind "han" or "ho" where these are articles of names, as in dialect and in
speech: "ungen te han totto", "ho snuppa. ho tar mat", "han knerten, du veit".

A verb has no "han" behind a preposition, and no noun stands bare behind "han" but somebody's name. Knows no names.
"""

from collections.abc import Iterator

from bot.anonymise.asking.pet_name import PLAINLY
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.words.small_words import HE_OR_SHE_SPOKEN
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_ARTICLES = HE_OR_SHE_SPOKEN | {"hannjen"}
_BEHIND = words("te til åt hos med me mæ for førr av på mot mellom ifølge")
"""What stands before somebody and before no clause, but "for", "te" and "me" now and then: "me han sov"."""
_OPENING = words(
    "og å men at no nå mens det e er va var gjelder gjeld så da som om når fordi eller , . : ; ! ? – - ( « »"
)
_BARRED = Word.FUNCTION | Word.KIN | Word.CHILD | Word.STAFF | Word.NUMBER | Word.VERB | Word.OCCUPATION
_NOBODY = words(
    "liten lita sliten voksen vaksen gammel gamle egen eigen eiga åpen open våken vaken naken moden annen anna annan "
    "eldste yngste minste største mellomste lille vesle store nye andre ene første siste voksne vaksne einaste eneste "
    "selv sjøl sjølv aleina åleina aleine åleine alene igjen igjænn også òg bare berre bærre alltid heile hele sånn "
    "dama mannen kona karen fyren kjerringa gubben naboen vennen venninna kompisen kameraten bestisen bestevennen "
    "kjæresten fremmede ukjente samboeren sjefen hunden katten katta hesten faren moren inga ingen sjukmeldt sykmeldt "
    "lengre lenger endelig egentlig eigentleg uten utan inne ute borte heime hjemme hæme hjem heim hit dit der her"
)
_TIMES = (
    "dagen", "dan", "kvelden", "morgenen", "mårran", "natta", "natten", "uka", "uken", "veka", "helga", "helgen",
    "timen", "tida", "tiden", "gangen", "året", "våren", "sommeren", "høsten", "hausten", "vinteren", "måneden",
)  # fmt: skip
_ENDS = ("ende", "ande", "inga", "ingen", "heta", "heten", "sjonen", "lig", "leg", "som", "ene", "ane", "ert", "else")
_GROUPS = ("jenta", "gutten", "guten", "guta", "ungen", "onga", "barnet", "dama", "mannen", "kona", "sjefen", "klassen")
_SIZES = ("vesle", "lille", "litj", "små", "store", "gull")
_PLAIN_PET_NAMES = PLAINLY - words("tulla tutta nussa tulten nusset trulta")
"""Words of endearment that nobody does: "ho tulla" may have fooled somebody."""
_OWNED = words("si sin sitt sine hans hennes hennar min mi mitt din di våres vår")
_GOES_ON = words(
    "som såmm so har ha hadde hi itj vil ville kom kjem kommer sitt sit sitter satt bor bur søv sov gret gråt "
    "hyle ringt "
    "ringte sei seier sa sier slo sjlår bit beit slår"
)
_CLOSES = frozenset(".,;!?)»:")
_VERBAL = ("r", "te", "de", "dde", "a", "et", "t", "s", "i", "st", "e", "ke", "en")
_SHORTEST, _LONGEST = 3, 14


def names_by_article(document: Document) -> Iterator[int]:
    """Yield the positions of such words. The rules for names have seen them and left them."""
    tokens = document.tokens
    if _ARTICLES.isdisjoint(document.words):
        return
    for at in [at for at, token in enumerate(tokens) if token.lower in _ARTICLES]:
        if at + 1 < len(tokens) and _is_named(document, at + 1):
            yield at + 1


def _is_named(document: Document, at: int) -> bool:
    """Tell whether the word behind the article is what somebody is called."""
    token = document.tokens[at]
    if token.flags & Word.FUNCTION or not _is_beside(document, at):
        return False
    if token.text in _PLAIN_PET_NAMES:
        return True
    if not _may_be_called(document, token):
        return False
    lead = document.before(at - 1)
    if lead is not None and lead.lower in _BEHIND:
        return _stands_behind(document, at)
    is_first = lead is None or lead.lower in _OPENING or document.tokens[at - 1].opens_sentence
    return is_first and _stands_first(document, at)


def _is_beside(document: Document, at: int) -> bool:
    gap = document.text[document.tokens[at - 1].end : document.tokens[at].start]
    return gap == " " and not document.tokens[at].opens_sentence


def _may_be_called(document: Document, token: Token) -> bool:
    """Tell whether the word is no small word, no role and tells neither when nor how."""
    lower = token.lower
    if token.text != lower or not lower.isalpha() or not _SHORTEST <= len(lower) <= _LONGEST:
        return False
    if _is_a_pet_name(lower):
        return True
    if token.flags & _BARRED or lower in _NOBODY or lower.endswith((*_TIMES, *_ENDS, *_GROUPS)):
        return False
    return lower not in document.places.single


def _is_a_pet_name(lower: str) -> bool:
    """Tell whether it is a word for a child made small or big: "han veslegutn", "ho lillejenta"."""
    return lower.startswith(_SIZES) and lower.endswith((*_GROUPS, "gutn", "guttn", "jænta", "mainn", "mann", "pia"))


def _stands_behind(document: Document, at: int) -> bool:
    """Tell whether the word behind a preposition and the article is a noun with its article, or no Norwegian one."""
    token = document.tokens[at]
    if not _is_open(document, at):
        return False
    if _is_a_noun(document, token):
        return True
    return not token.flags and not document.is_known(token.lower) and not token.lower.endswith(_VERBAL)


def _stands_first(document: Document, at: int) -> bool:
    """Tell whether a noun with its article is the subject or stands alone: "ho snuppa.", "han knerten har"."""
    follow = document.after(at)
    goes_on = follow is None or follow.text in _CLOSES or follow.lower in _GOES_ON
    if _is_a_pet_name(document.tokens[at].lower):
        return follow is not None and follow.lower in _GOES_ON
    return goes_on and _is_a_noun(document, document.tokens[at])


def _is_open(document: Document, at: int) -> bool:
    """Tell whether nothing behind the word owns it, and no noun stands there: "te han lekan sine"."""
    follow = document.after(at)
    return follow is None or follow.lower not in _OWNED


def _is_a_noun(document: Document, token: Token) -> bool:
    """Tell whether the word is a noun with its article: "knerten", "snuppa"; a verb in "-a" is none."""
    knows, lower = document.lexicon.is_headword, token.lower
    if _is_a_pet_name(lower):
        return True
    if lower.endswith("en"):
        return knows(lower[:-2]) or knows(lower[:-1])
    if lower.endswith("a") and not knows(lower):
        return (
            knows(lower[:-1]) and not document.flags_of(lower[:-1] + "er") & Word.VERB and not knows(lower[:-1] + "e")
        )
    return False
