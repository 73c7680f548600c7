"""Finds lands, peoples and languages that tell where a family comes from. School subjects are left alone."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.needs import ANYTHING, needs_one_of
from bot.anonymise.words import whys
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_SUBJECTS = words("tysk spansk fransk finsk tyske spanske franske finske")
_SUBJECT_WORDS = words(
    "fag faget timen timene timer karakter karakteren prøve prøven prøver undervisning undervisningen "
    "lekser leksene gloser lærer læreren lærar språkfag valgfag fordypning time lekse skriftlig muntlig "
    "eksamen karakterer ordbok"
)
_DISHES = words(
    "pepper rugbrød wienerbrød is pizza lakris lakrisen ost osten tapas pølse pølser kjeks leverpostei taco salat "
    "kjøttboller pannekaker sjokolade vafler kaffe bakverk"
)
"""What is eaten under the name of a land by everybody: "tyrkisk pepper". What a family cooks at home is not here."""
_SPEAKS = words(
    "snakker snakkar pratar prater snakke snakka talar taler tale forstår forstå språket morsmål morsmålet lærer og er"
)
_OTHER_WORDS = words("finne same rom inder danske svenske kven")
_RECITES = words(
    "telle teller talte ti hundre synge synger sang sangen regle ord ordet glosene alfabetet fargene ukedagene"
)
"""What is counted or sung in a language that nobody speaks at home: "teller til ti på spansk"."""
_MATERIAL = words(
    "materiell materiellet materiale brosjyre brosjyren brosjyrer hefte heftet informasjon informasjonen skjema "
    "skjemaet plakat plakaten plakater bøker bildebøker film filmen filmer video videoer app appen nettside nettsiden "
    "oversatt oversettelse brev brevet mal malen"
)
"""What may be had in a language, whoever needs it: "har dere materiell på arabisk"."""
_CHILD = words("ham han henne ho hun barnet barna jenta gutten guten borna")
_ALSO = words("også òg bare berre kun mest")
_ABOUT_LANGUAGE = ("tolk", "kartlegg", "morsmål", "språk", "tospråk")
"""How words begin that a language stands near: "kartlegging på dari"."""
_HALVES = words("norsk svensk dansk finsk tysk engelsk polsk russisk halvt samisk kvensk")
"""What is tied to another people: "norsk-iransk"."""
_COMMON = frozenset(["engelsk", "norsk", "norske"])
_COMMON_NEEDED = needs_one_of(_COMMON)
_NEAR = 4
_ROW_OF_LANGUAGES = 8
_SENTENCE = 16
_BE = words("er e var va ble blei blir vart")
_ONE = words("han hun ho hu hainn hain hen jeg eg æ vi de dei dæm familien foreldrene")
_PEOPLE_ONLY = words("finne same rom inder chin tamil dari tigre kven thai danske svenske mandarin")


@needing(ANYTHING)
def find_origins(document: Document) -> Iterator[Hit]:
    """Yield lands, peoples and languages."""
    tokens = document.tokens
    for at, token in enumerate(tokens) if "-" in document.text else ():
        half, _, other = token.lower.partition("-")
        if not other.endswith("sk"):
            continue
        folk = document.places.origins
        are_two = half.endswith("sk") and all(folk.at([replace(token, lower=one)], 0) for one in (half, other))
        if are_two or (half in _HALVES and document.is_known(other)):
            yield _origin(document, at, at, "folk")
    for at, count, kind in document.phrases_of(document.places.origins):
        may_be_one = _is_a_land(document, at, count) if kind == "land" else _is_a_people(document, at, count)
        if may_be_one and not _is_school_thing(document, at):
            yield _origin(document, at, at + count - 1, kind)
    for at, token in enumerate(tokens) if document.holds & _COMMON_NEEDED else ():
        is_told = _is_spoken_at_home if token.lower == "engelsk" else _is_beside_another_people
        if token.lower in _COMMON and is_told(document, at):
            yield _origin(document, at, at, "folk")


def _is_beside_another_people(document: Document, at: int) -> bool:
    """Tell whether one parent is Norwegian and the other is not: "polsk mor, norsk far"."""
    who, sign, people = document.after(at), document.after(at, 2), document.after(at, 3)
    if who is None or not who.flags & Word.PARENT:
        return False
    near = [document.before(at, step) for step in (1, 2, 3)]
    is_after = near[2] is not None and near[1] is not None and bool(near[1].flags & Word.PARENT)
    folk = document.places.origins
    if is_after and folk.at(document.tokens, at - 3) is not None:
        return True
    is_tied = sign is not None and sign.lower in (",", "og", "å") and people is not None
    return is_tied and folk.at(document.tokens, at + 3) is not None


def _is_a_land(document: Document, at: int, count: int) -> bool:
    before = document.before(at)
    is_led = before is not None and before.lower in ("fra", "frå", "i", "til")
    return document.tokens[at].has_capital or is_led or count > 1


def _is_a_people(document: Document, at: int, count: int) -> bool:
    """Tell whether the word, which may be another word as well ("finne", "same"), is a people or a language here."""
    token, before, after = document.tokens[at], document.before(at), document.after(at + count - 1)
    if token.lower in ("same", "kven") and not _is_sami(before, after):
        return False
    if token.lower not in _PEOPLE_ONLY:
        return True
    is_said = after is not None and bool(after.flags & (Word.KIN | Word.CHILD))
    if before is not None and before.lower in _ALSO:
        before = document.before(at, 2)  # "snakker bare dari"
    verb = document.before(at, 2)
    is_said_in = before is not None and before.lower == "på" and verb is not None and verb.flags & Word.VERB
    is_led = before is not None and before.lower in (*_SPEAKS, "være", "vera")
    is_led = is_led or (bool(is_said_in) and token.lower not in _OTHER_WORDS)  # "skriker på tamil"
    return is_said or is_led or _is_interpreted(document, at)


def _is_spoken_at_home(document: Document, at: int) -> bool:
    """Tell whether a family speaks it: "engelsk med far", "snakker engelsk hjemme"."""
    link, who = document.after(at), document.after(at, 2)
    if link is None:
        return False
    is_with_kin = (
        link.lower in ("med", "til") and who is not None and (bool(who.flags & Word.KIN) or who.lower in _CHILD)
    )
    if _speaks_too(document, at) or (link.lower == "mellom" and who is not None and who.flags & Word.KIN):
        return True
    return is_with_kin or link.lower in ("hjemme", "heime", "heim")


def _speaks_too(document: Document, at: int) -> bool:
    """Tell whether one parent speaks it beside what the others speak: "kan russisk, mor også engelsk"."""
    also, who = document.before(at), document.before(at, 2)
    return also is not None and who is not None and also.lower in _ALSO and bool(who.flags & Word.PARENT)


def _is_interpreted(document: Document, at: int) -> bool:
    """Tell whether an interpreter is asked for: "tolk i dari", "tolketjenesten: 2/12, tamil"."""
    if document.tokens[at].lower in _OTHER_WORDS:
        return False
    near = document.tokens[max(0, at - _SENTENCE) : at + _NEAR]
    return any(token.lower.startswith(_ABOUT_LANGUAGE) for token in near)


def _is_sami(before: Token | None, after: Token | None) -> bool:
    """Tell "han er same" from the Nynorsk "det er same vaksen", and "far er kven" from "og kven skal"."""
    is_said = before is not None and before.lower in ("er", "e", "være", "vera", "som", "ein", "en", "av", "og")
    return is_said and (after is None or not after.is_word or after.lower in ("og", "men", "frå", "fra"))


def _is_school_thing(document: Document, at: int) -> bool:
    """Tell the school subject "spansk" from a Spanish family, and a lesson about a land from coming from it."""
    token, after = document.tokens[at], document.after(at)
    if _is_had_in(document, at) or (after is not None and after.lower in _DISHES):
        return True
    if token.lower not in _SUBJECTS:
        return False
    if after is not None and (
        after.flags & (Word.KIN | Word.CHILD) or after.lower in ("familie", "bakgrunn", "opprinnelse", "mor", "far")
    ):
        return False
    near = document.tokens[max(0, at - _NEAR) : at + _NEAR + 1]
    if (before := document.before(at)) is not None and before.lower == "på" and any(t.lower in _RECITES for t in near):
        return True
    return any(t.lower in _SUBJECT_WORDS or t.lower in ("matte", "engelsk", "nynorsk") for t in near)


def _is_had_in(document: Document, at: int) -> bool:
    """Tell whether it is one of the languages that material is asked for in: "brosjyren på tigrinja og arabisk"."""
    near = document.tokens[max(0, at - _ROW_OF_LANGUAGES) : at]
    row = list(takewhile(lambda token: token.lower not in ("på", "til"), reversed(near)))
    is_row = len(row) < len(near) and not any(
        token.flags & (Word.FUNCTION | Word.VERB) and token.lower not in ("og", "eller", "å", "samt") for token in row
    )
    after = document.after(at)
    is_at_home = after is not None and after.lower in ("hjemme", "heime", "til")
    is_had = is_row and not is_at_home and any(token.lower.rpartition("-")[2] in _MATERIAL for token in near)
    return is_had and not any(token.flags & (Word.KIN | Word.CHILD | Word.FIRST) for token in near)


def _instead(document: Document, first: int, kind: str) -> str:
    """Return a country, a language, or what somebody is: "fra Syria", "snakker kurdisk", "han er same"."""
    before = document.before(first)
    if kind == "land":
        return "[et annet land]"
    who = document.before(first, 2)
    is_said_of_one = before is not None and before.lower in _BE and who is not None and _is_one(who)
    return "[av en annen bakgrunn]" if is_said_of_one else "[et annet språk]"


def _is_one(token: Token) -> bool:
    return token.lower in _ONE or bool(token.flags & (Word.KIN | Word.CHILD | Word.FIRST))


def _origin(document: Document, first: int, last: int, kind: str) -> Hit:
    tokens = document.tokens
    replacement = _instead(document, first, kind)
    return quasi(
        tokens[first].start,
        tokens[last].end,
        "opprinnelse",
        whys.ORIGIN,
        0.8,
        replacement,
    )
