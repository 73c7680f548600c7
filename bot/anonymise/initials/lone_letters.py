"""Tells which single letters may stand for somebody because nothing else explains them: "vi tenker på K", "her sto M".

Where somebody is told of beside one, it is somebody; any other is asked about. What explains one stands before it
("plan B", "9 A", "en F", "Circle K", "nivået er H") or behind it ("D i matte"), or is what the text is about: letters
and their sounds, music, grades.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby

from bot.anonymise.initials.letters_explained import (
    ABOUT_LETTERS,
    IS,
    is_a_thing,
    is_about_letters,
    is_practised,
    is_taken_for_another,
    letters_that_begin_words,
    numbers_a_thing,
)
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.needs import needs_one_of
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_CAPITALS = frozenset("ABCDEFGHJKLMNOPQRSTUVWØ")
"""Those that are no word of their own: not "I", "Å" and "Æ", nor the unknown X, Y and Z."""
_SMALL = frozenset("bcgklpqrwz")
"""Those that are short for nothing: not "d" (det), "f" (født), "h" (har), "j" (jeg), "m" (med) or "t" (til)."""
_NUMBERING = frozenset("ABC")
"""Letters that number things, and are somebody only in a text where no other letter of that kind stands."""
_GRADES = frozenset("ABCDEFXYZ")
_PARTIES = frozenset("ABCEHVXYZ")
"""Letters that two sides or parties are called by, where "og" ties them."""
_SIGNS = frozenset("DFPU")
"""Letters on signs and in lists at a school, and "det" in "D på gruppa e fin"."""
_SPOKEN = frozenset("DEHMNT")
"""Letters that stand for "det", "eg", "har", "med", "han" and "til" in quick writing of dialect."""
_DIALECT = words(
    "itj ittj mæ dæ sæ dæm æ ka kem nån nåkka hi te va hain hainn ongan onga fer førr kjæm gjær dåkk dokk dokker bærre "
    "berre sei hannes trur kainn ska"
)
_ARTICLES = words("en ein et eit ett én enda som minus pluss blander blandar blanda forveksler a an the")
_GIVES = words("fikk få får fått fekk gitt gi ga gav tok stryker strøk satte setter hadde har got get getting")
_THINGS = words("skjema dur moll lista listen lyd lyden prøve vei celler plass coli")
_SUBJECT = words(
    "matte matematikk norsk engelsk naturfag samfunnsfag gym kroppsøving musikk tysk spansk fransk krle prøven prøva "
    "eksamen tentamen vitnemål vitnemålet avgangsvitnemål karakter skjemaet alfabetet lista kartet tavla tastaturet"
)
_SENTENCE_ENDS = re.compile(r"[.!?](?=\s+[^a-zæøå\s])|\n")
_CHOOSES = words("valgte velger velge valgt mener stemte stemmer svaret løsningen svar går answer grade")
_SPELLS = words(
    "si sier skrive skriver skriv begynner slutter ender starter stedet svare svarer svarte forskjell forskjellen "
    "staves stavet"
)
_AFTER_GRADES = words("i på og eller som til fra frå for men denne dette sist in on and or but")
_WRITES_OF_ONESELF = words(
    "har er e vet veit tror trur lurer hadde ha hi vil trenger ønsker skal ska må kan jobber jobbe kjenner snakket "
    "snakka ringte så ser syns synes skjønner blir va var du te"
)
"""What "e" (I) does in quick writing of dialect."""
_ASKED_OF = words(
    "det d de dei dæm du dokker dåkk dåkker dere ho hu hun han hainn hain det'n den vi æ noen nån nånn nokon "
    "alle barnet "
    "bånet onga ongan ungan lov"
)
"""Of whom a question in dialect asks what they are: "E det sansegreier?"."""
_SHORT_ANSWER = len(("bra", ",", "k"))
_ORDERS = words("gi flytt spør ring hent la følg ta sett møt hør hjelp hold skjerm vis si skriv")
"""What a sentence that gives advice opens with: "Gi A en fast voksen"."""
_OF_SOMEBODY = words("gjelder gjeld bekymring bekymringsmelding initialer initial elev barn navn namn hvem kven")
_BOKMAL = words("ikke jeg hun noe hva mye")
_CONCERN = words(
    "seg sæ sin si sitt sine hjemme heime tenker tenkjer redd bekymret bekymra urolig uroleg uroa ang angående vedr "
    "gjelder gjeld handler venner"
)
"""What is said beside somebody, as relatives are."""
_TO_SOMEBODY = words("til te t med me m hos fra frå om for fer førr etter mellom både")
_MOVED = words("ut inn hit hjem heim bort med opp ned alene aleine")
"""What somebody is taken or sent: "vi tok K ut"."""
_HIM = words("han hun ho hu hainn hen")
_WRITERS = words("vi jeg eg æ dere de man det den elevene barna")
"""Who writes letters, gives grades and chooses an answer."""
_PLURALS = ("ene", "ane", "barn", "barna", "born", "borna", "ungdom")
_NEAR = 9
_TIES = frozenset((",", "og", "eller", "å", "/", "&", "and", "or"))
_AFTER_SOMEBODY = words("på i fra frå og ( , .")
_OPENS = frozenset(" («\"“”'\n")
_ENDS = frozenset(' ,.?!)»”"\n;…')
_TAILS = ("s", "'s", "’s")
_SEEN = frozenset(letter.lower() + tail for letter in _CAPITALS for tail in ("", *_TAILS)) | _SMALL
"""What holds a letter of these, as the words of a text are kept: most texts hold none."""
_SEEN_NEEDED = needs_one_of(_SEEN)
_SMALL_WORDS = Word.FUNCTION | Word.VERB | Word.KIN | Word.CHILD | Word.STAFF
"""What a sentence goes on with behind a letter, or stands before one, and no name does."""


def lone_letters(document: Document, told: AbstractSet[str] = frozenset()) -> Iterator[str]:
    """Yield the single letters that nothing explains, and capitals that own something ("Ts sekk"), where somebody is
    told of. A, B and C number nothing where one of them is `told` of.
    """
    beside = _NUMBERING if not told.isdisjoint(_NUMBERING) else frozenset()
    for at in _unexplained(document, told):
        if document.tokens[at].text in beside or _is_told_beside(document, at):
            yield document.tokens[at].text[0]


def possible_letters(document: Document, told: AbstractSet[str]) -> Iterator[int]:
    """Yield the positions of the single letters that nothing explains, whoever is told of."""
    yield from _unexplained(document, told)


def _unexplained(document: Document, told: AbstractSet[str]) -> Iterator[int]:
    if not document.holds & _SEEN_NEEDED:
        return
    letters = [at for at, token in enumerate(document.tokens) if token.is_word and _is_a_letter(token.text)]
    if not letters:
        return
    grades = {document.tokens[at].text[0].upper() for at in letters} & _GRADES
    numbering = _NUMBERING if len(grades) > 1 and told.isdisjoint(_NUMBERING) else frozenset()
    meant = letters_that_begin_words(document.text)
    letters = [at for at in letters if document.tokens[at].text not in meant]
    ends = [0, *(match.end() for match in document.matches(_SENTENCE_ENDS)), len(document.text)]
    for nth, here in groupby(letters, lambda at: bisect_right(ends, document.tokens[at].start)):
        start, end = ends[nth - 1], ends[nth]
        if not is_about_letters(document.text[start:end]):
            yield from _in_a_sentence(document, list(here), document.lower[start:end], numbering)


def _is_told_beside(document: Document, at: int) -> bool:
    """Tell whether the words beside a letter are said of people: who it is to somebody, what it does, what is done."""
    token, before = document.tokens[at], document.before(at)
    is_ordered = before is not None and before.opens_sentence and before.lower in _ORDERS
    if document.is_english or len(token.text) > 1 or is_ordered:
        return True
    if _may_be_a_thing(document, at, before):
        return False
    if _is_said_of_people(document, at) or (before is not None and _points_at_somebody(document, at, before)):
        return True
    near = document.tokens[max(0, at - _NEAR) : at + _NEAR] if before is None or before.lower != "i" else ()
    return any(one.lower in _CONCERN or one.flags & Word.KIN or _is_one_child(one) for one in near)


def _may_be_a_thing(document: Document, at: int, before: Token | None) -> bool:
    """Tell whether it may be a letter or a sound, or the name of what stands before it: "øver på r", "filmen M"."""
    token = document.tokens[at]
    if token.text.islower() and document.has_any(ABOUT_LETTERS):
        return True
    is_its_name = before is not None and is_a_thing(document, before.lower)
    return is_its_name or is_practised(document.text, token.start) or _is_the_other_size(document, at)


def _is_the_other_size(document: Document, at: int) -> bool:
    """Tell whether it is set beside one that is labelled: "størrelse M er for stor og S er for liten"."""
    before, after = document.before(at), document.after(at)
    if before is None or after is None or before.lower not in ("og", "men", "mens") or after.lower not in IS:
        return False
    return any(
        len(document.tokens[other].text) == 1 and numbers_a_thing(document, other)
        for other in range(max(0, at - _NEAR), at)
    )


def _is_said_of_people(document: Document, at: int) -> bool:
    """Tell whether a verb follows, also behind one more letter ("l b har sagt"), or where somebody is taken."""
    after = document.after(at)
    if after is not None and _is_a_letter(after.text):
        after = document.after(at, 2)
    if after is not None and after.lower == "som":
        after = document.after(at, 2)
        return after is not None and after.is_word and after.lower not in ("i", "gjelder", "gjeld")
    return after is not None and (after.flags & Word.VERB != 0 or after.lower in _MOVED)


def _points_at_somebody(document: Document, at: int, before: Token) -> bool:
    """Tell whether what stands right before a letter does: "med K", "hun (K)", "i går gråt K", not "han skriver K"."""
    first = document.before(at, 2)
    is_of_him = first is not None and first.lower in _HIM
    if before.flags & Word.VERB:
        return first is None or not (is_of_him or first.lower in _WRITERS)
    return is_of_him or before.lower in _HIM or before.lower in _TO_SOMEBODY


def _is_one_child(token: Token) -> bool:
    return token.flags & Word.CHILD != 0 and not token.lower.endswith(_PLURALS)


def _in_a_sentence(
    document: Document, letters: Sequence[int], sentence: str, numbering: AbstractSet[str]
) -> Iterator[int]:
    """Yield the positions of the letters of one sentence that nothing in it explains."""
    spoken = frozenset() if _DIALECT.isdisjoint(sentence.split()) else _SPOKEN
    things = {document.tokens[at].text.upper() for at in letters if numbers_a_thing(document, at)}
    for at in letters:
        token, after = document.tokens[at], document.after(at)
        letter = token.text.upper()
        if letter in things or (letter in numbering and not _is_cut_short(document, at)):
            continue
        if letter in spoken and after is not None and after.is_word:
            continue
        if _stands_alone(document, token) and not _is_explained(document, at):
            yield at


def _is_a_letter(word: str) -> bool:
    """Tell whether it is one letter; in the genitive, a capital that makes no word with its "s"."""
    if len(word) == 1:
        return word in _CAPITALS or word in _SMALL
    return word[0] in _CAPITALS and word[1:] in _TAILS and word[0] not in "AEIOUØDH"


def _is_cut_short(document: Document, at: int) -> bool:
    """Tell whether a full stop that ends no sentence shortens the letter: "som C. har filmet"."""
    stop, behind = document.after(at), document.after(at, 2)
    return stop is not None and stop.text == "." and behind is not None and behind.text.islower()


def _stands_alone(document: Document, token: Token) -> bool:
    """Tell whether the letter is tied to nothing: not "WISC-V", "K&H", "D)", "§ 9 A", "W. Greene"."""
    text, end = document.text, token.end
    if token.start and text[token.start - 1] not in _OPENS:
        return False
    rest = text[end : end + 3]
    if rest and (rest[0] not in _ENDS or rest[1:2] in ("-", "–", "/", "&", "+", "=")):
        return False
    if rest[:1] == ")":
        return token.start > 0 and text[token.start - 1] == "("
    return not (rest[:1] == "." and rest[1:2].isalnum())


def _is_explained(document: Document, at: int) -> bool:
    """Tell whether the words around a letter say what it is."""
    token, before, after = document.tokens[at], document.before(at), document.after(at)
    behind = document.after(at, 2)
    if after is not None and _is_explained_by(document, token, after, behind):
        return True
    if is_taken_for_another(document.text, token.start):
        return True
    return before is not None and _is_labelled(document, at, before)


def _is_explained_by(document: Document, token: Token, after: Token, behind: Token | None) -> bool:
    """Tell whether the words behind a letter do: "W. Greene", "D i matte", "H og V", "A boy", "P på skolen"."""
    letter = token.text.upper()
    if after.lower in _THINGS or (behind is not None and _goes_on_as_a_thing(letter, after, behind)):
        return True
    if letter == "D" and after.lower in ("e", "va", "æ"):
        return True  # "D e greit": det
    if not token.opens_sentence or token.text == letter.lower():
        return False
    if letter == "E" and after.lower in _ASKED_OF:
        return True  # "E det greit?": er
    if letter == "E" and (after.lower in _WRITES_OF_ONESELF or document.words.isdisjoint(_BOKMAL)):
        return after.lower not in _AFTER_SOMEBODY
    return (letter == "A" and document.is_english) or (letter in _SIGNS and after.lower in ("på", "i"))


def _goes_on_as_a_thing(letter: str, after: Token, behind: Token) -> bool:
    if after.text == ".":
        return behind.lower in _THINGS or (behind.has_capital and not behind.flags & _SMALL_WORDS)
    if after.lower == "og":
        return {letter, behind.text.upper()} <= _PARTIES
    if after.lower in ("som", "til"):
        return behind.lower in ("gjelder", "gjeld", "å", "z")
    return letter in _GRADES and after.lower in ("i", "på") and behind.lower in _SUBJECT


def _is_labelled(document: Document, at: int, before: Token) -> bool:
    """Tell whether what stands before a letter, or before the row of letters it ends, does."""
    if before.lower in _TIES and (first := document.before(at, 2)) is not None and len(first.text) == 1:
        return first.text.isalpha() and _is_explained(document, at - 2)
    if not before.is_word:
        is_an_answer = (before.text == ":" and _is_an_answer(document, at)) or _is_spelt(document, at, before)
        return is_an_answer or _is_a_number(document, at - 1) or before.text in "§&-–/" or numbers_a_thing(document, at)
    return (
        numbers_a_thing(document, at)
        or before.lower in _ARTICLES
        or _stands_in_an_alphabet(document, at)
        or _is_given_or_chosen(document, at, before)
        or _is_spelt(document, at, before)
        or _is_a_name(document, before)
    )


def _is_a_name(document: Document, before: Token) -> bool:
    """Tell whether a word with a capital is no ordinary one that opens the sentence: "Circle K", not "Kveldene K"."""
    opens = before.opens_sentence and not before.text.isupper() and document.is_known(before.lower)
    return before.has_capital and not opens and not before.flags & _SMALL_WORDS


def _is_an_answer(document: Document, at: int) -> bool:
    """Tell whether A, B or C behind a colon answers: "Riktig svar: B", not "Gjelder: B, som er redd"."""
    label, after = document.before(at, 2), document.after(at)
    is_of_somebody = label is not None and (label.lower in _OF_SOMEBODY or label.flags & (Word.KIN | Word.CHILD) != 0)
    is_told_of = after is not None and after.flags & Word.VERB != 0
    return document.tokens[at].text in _NUMBERING and not is_of_somebody and not is_told_of


def _is_given_or_chosen(document: Document, at: int, before: Token) -> bool:
    """Tell whether a grade is given or an answer chosen: "fikk C i matte", "svaret er C", not "Har E sagt noe?"."""
    letter, after, first = document.tokens[at].text.upper(), document.after(at), document.before(at, 2)
    if letter not in _GRADES and letter != "O":
        return False
    if before.lower in _GIVES and not before.opens_sentence:
        return after is None or not after.is_word or after.lower in _AFTER_GRADES
    chosen = first if before.lower in ("er", "for", "is") and first is not None else before
    is_said_of = after is not None and after.is_word and after.lower not in _AFTER_GRADES
    return chosen.lower in _CHOOSES and not is_said_of


def _is_spelt(document: Document, at: int, before: Token) -> bool:
    """Tell whether a small letter is said or written, or says "ok": "trener på å si r", "slutter på r", "p for b"."""
    token, after, behind = document.tokens[at], document.after(at), document.after(at, 2)
    if not token.text.islower():
        return False
    if before.text == "," and after is None and len(document.tokens) == _SHORT_ANSWER:
        return True
    first = document.before(at, 2) if before.lower in ("på", "for", "med") else before
    if after is not None and after.lower == "for" and behind is not None and len(behind.text) == 1:
        return True
    return first is not None and first.lower in _SPELLS and (after is None or not after.flags & Word.VERB)


def _is_a_number(document: Document, at: int) -> bool:
    """Tell whether digits stand there that are no clock time: "9 A", not "08.20 R kommer"."""
    number, sign = document.tokens[at], document.before(at)
    is_a_clock = sign is not None and sign.text in (".", ":") and sign.end == number.start and len(number.text) > 1
    return number.text.isdigit() and not is_a_clock


def _stands_in_an_alphabet(document: Document, at: int) -> bool:
    """Tell whether a third letter or one that is a word stands beside two: "A B C", and not "l b har sagt det"."""
    before, first, after = document.before(at), document.before(at, 2), document.after(at)
    if before is None or len(before.text) > 1 or before.text in "iå":
        return False
    beside = [one for one in (first, after) if one is not None and one.is_word]
    return not _is_a_letter(before.text) or any(len(one.text) == 1 for one in beside)
