"""Finds local places, clubs and known events from the editor lists."""

from collections.abc import Iterator, Sequence

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.name_search import DEFINITE
from bot.anonymise.words import whys
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_WHY = {
    "sted": ("Et lokalt sted gjør kretsen av barn liten.", "[stedet]"),
    "skole": (whys.SCHOOL, "[skolen]"),
    "barnehage": (whys.KINDERGARTEN, "[barnehagen]"),
    "forening": ("Navnet på et lag eller en forening peker på få barn.", "[foreningen]"),
    "hendelse": (whys.EVENT, "[en hendelse]"),
    "vei": (whys.ROAD, "[stedet]"),
}
_OF_THE_BODY = words(
    "halsen nakken nesen nasen haka haken ryggen armen leggen foten hælen tåa kneet låret hofta magen brystet "
    "skuldra munnen "
    "tunga øret øyet auget panna kinnet hodet hovudet issen fingeren handa hånden neven albuen"
)
_LIVING = words("bor bodde budde bur flyttet flytta oppvokst bosatt hjemme heime vokst hytte hus familien")
_PLACE_WORDS = words(
    "i på fra frå til ved hos utenfor nær rundt mot over innom via av oppi borti nedi ned opp bor bygda "
    "bygd flyttet flytta og eller"
)

_STAYING = words(
    "bor bodde budde bur født fødd fødde oppvokst vokst bosatt ferie igjen att studerer jobber jobba er var va e leve "
    "levde besøk slekt slektninger krigen"
)
"""What stands right before "i" and a town far away: "bor i Paris", "er i Göteborg", not "glad i Paris"."""
_GOING = words("billett billetten billetter flyet ferie")
_ON_THE_WAY = words(
    "billett billetten billetter enveisbillett enveisbilletter fly flyet flybilletter flyr fløy tog toget buss bussen "
    "ferie sendt sendes sende flytte flyttet flytter flytta deportert utvist"
)
"""What stands before "til" and a town that nobody is called. One travels to somebody too: "reiser til Paris annenhver
helg" may be to a mother of that name."""
_COMING = words(
    "kommer kom kommet kjem kjæm er e var familie familien flyktning flyttet flytta opprinnelig flyet toget"
)
"""What stands before "fra" and such a town."""
_IN_SOMEBODY = words(
    "tak tok ta fatt glad forelsket forelska interessert sint skuffet skuffa slo dro kjeft banka banket sparka sparket "
    "spark dytta dyttet bet beit klorte klypte kløp tro troen trodde"
)
"""What stands before "i" and somebody, whatever the name."""
_STANDING_THERE = words(
    "skole skolen barnehage barnehagen sfo butikken kiosken gården garden gard leilighet leiligheten bolig boligen "
    "jobber jobba trener spiller spelar besøk hjemmebesøk heimebesøk hytta feltet byggefeltet naboer naboen heim hjem "
    "hjemme heime bussen buss skyss"
)
"""What stands before "på" or "i" and a place, whatever else the place is called by."""
_OTHER_HOMES = words(
    "bestemor bestefar mormor morfar farmor farfar besta besten besteforeldre besteforeldrene tante onkel tanta onkelen"
)
"""Who of the family lives somewhere else."""
_WHO = words("han hun ho hu hen de dei dem vi jeg eg æ familien jenta gutten guten eleven barnet foreldrene")
_OWNED_BY = words("sin si sitt sine min mi mitt mine din di ditt hans hennes hennar vår vårt til")
"""What follows a thing that is somebody's: "på neset sitt"."""
_DRIVING = words("kjører kjørte kjørt køyrer køyrde køyrt kjør følger følgte skysser skyssa")
_DRIVEN = words("ham han henne hun ho dem dei de barnet jenta gutten eleven barna ungene")
"""Who is driven somewhere: "kjører ham til stubban"."""
_SHORTEST_STEM = 3
_ONLY_PLACES = words(
    "hegra korsvegen innbygda sjøbygda selbuvotten gyllan auran sylan tømra tevla henfallet hollan vinnan rolset "
    "stamnan håen mæla"
)
"""What is built as a thing with its article, and is told of as the place alone."""
_SELDOM_WORDS = words(
    "levanger namsos hamar voss bremanger fauske halden kolbotn lakselv lunner oppland telemark tingvoll tokke åmot "
    "hurdal evje kvikne hemne molde hell"
)
"""Towns that the dictionary holds as well, but that are the place behind a word of place, in small letters too."""
_TO_AND_IN = words("i på fra frå til te tell ved via innpå")
_FLEEING = words("har hadde måtte familien foreldrene")
"""What stands before "flyktet fra" and a town: from somebody one runs in a sentence that tells of it at once."""


def find_places(document: Document, municipality: str | None) -> Iterator[Hit]:
    """Yield places, schools, clubs and events."""
    tokens = document.tokens
    for at, count, kind in document.phrases_of(document.places.book):
        is_far = tokens[at].lower in document.places.abroad
        if count == 1 and is_surname_here(document, at):
            continue
        if count > 1 or (_is_far_away(document, at) if is_far else _is_place_here(document, at)):
            why, replacement = _WHY[kind]
            if municipality and _name_of(tokens[at : at + count]) == document.places.municipalities.get(municipality):
                why, replacement = "Kommunen står i saken fra før.", "[kommunen]"
            kind = "sted" if kind == "vei" else kind
            yield quasi(tokens[at].start, tokens[at + count - 1].end, kind, why, 0.85, replacement)
    yield from _genitive_places(document)


def _name_of(tokens: Sequence[Token]) -> str:
    return " ".join(token.lower for token in tokens)


def _is_place_here(document: Document, at: int) -> bool:
    """Tell whether a single place word is meant as a place: capital inside a sentence, or "på Ler", "i tydal"."""
    token = document.tokens[at]
    ordinary = bool(
        token.flags & (Word.ORDINARY | Word.VERB | Word.FUNCTION | Word.FIRST)
    ) or document.lexicon.is_headword(token.lower)
    ordinary = ordinary or (not token.has_capital and (token.lower in _OF_THE_BODY or _is_a_noun_too(document, token)))
    before = document.before(at)
    follows_preposition = before is not None and before.lower in _PLACE_WORDS
    places = document.places
    if token.flags & (Word.FIRST | Word.SURNAME) and token.lower not in places.municipalities.values():
        earlier = document.before(at, 2)
        of_someone = (
            before is not None
            and before.lower in ("til", "te")
            and earlier is not None
            and bool(earlier.flags & (Word.KIN | Word.STAFF | Word.CHILD))
        )
        if not follows_preposition or of_someone or before is None or before.lower in ("av", "og", "eller", "med"):
            return False
    if not ordinary:
        return True
    if token.has_capital and not document.shouts:
        if token.flags & (Word.FUNCTION | Word.VERB):
            return follows_preposition and not token.opens_sentence
        return not token.opens_sentence or follows_preposition or _is_all_that_is_said(document, at)
    earlier = document.before(at, 2)
    if not follows_preposition or before is None:
        return False
    return (
        (token.lower in _SELDOM_WORDS and before.lower in _TO_AND_IN)
        or (earlier is not None and earlier.lower in _LIVING)
        or (before.lower == "på" and token.lower in document.places.also_words)
        or (token.lower in document.places.local and _is_told_of_as_a_place(document, at, before, earlier))
    )


def _is_all_that_is_said(document: Document, at: int) -> bool:
    """Tell whether a town with a capital is a sentence of its own: "Jenta passar tre sysken. Bremanger."."""
    token, stop = document.tokens[at], document.after(at)
    ends = stop is None or stop.text in ".\n" or document.text[token.end : token.end + 1] == "\n"
    return token.lower in _SELDOM_WORDS and ends and at > 0


def _is_a_noun_too(document: Document, token: Token) -> bool:
    """Tell whether a small place is called as an ordinary thing with its article: "neset", "stubban"."""
    lower, is_word = token.lower, document.lexicon.is_headword
    if lower not in document.places.local or lower in _ONLY_PLACES:
        return False
    stems = (lower.removesuffix(end) for end in (*DEFINITE, "an") if lower.endswith(end))
    return any(is_word(stem) or is_word(stem + "e") for stem in stems if len(stem) >= _SHORTEST_STEM)


def _is_told_of_as_a_place(document: Document, at: int, before: Token, earlier: Token | None) -> bool:
    """Tell whether somebody comes from there, or a house stands there: "jenta fra stubban", "bestemor på neset"."""
    lower, after = document.tokens[at].lower, document.after(at)
    if any(document.tokens[one].has_capital and not document.shouts for one in document.where(lower)):
        return True
    if earlier is None or (after is not None and after.lower in _OWNED_BY):
        return False
    if earlier.lower in _STANDING_THERE:
        return True
    third = document.before(at, 3)
    if third is not None and (
        (third.lower in _DRIVING and earlier.lower in _DRIVEN and before.lower in ("til", "te"))
        or (third.lower in ("holder", "holdt", "held", "heldt") and earlier.lower == "til")
    ):
        return True
    is_somebody = bool(earlier.flags & (Word.KIN | Word.CHILD | Word.STAFF))
    if before.lower in ("fra", "frå"):
        is_who_comes = third is not None and bool(third.flags & (Word.KIN | Word.CHILD) or third.lower in _WHO)
        return is_somebody or (earlier.lower in _COMING and is_who_comes)
    return before.lower in ("på", "i", "ved") and earlier.lower in _OTHER_HOMES


def is_surname_here(document: Document, at: int) -> bool:
    """Tell whether a place stands right behind a given name, both with a capital: "Kari Trysil ringte"."""
    token, given = document.tokens[at], document.before(at)
    if given is None or not token.has_capital or not given.has_capital or token.start != given.end + 1:
        return False
    if given.is_caps or token.is_caps or document.shouts or document.text[given.end] != " ":
        return False
    return bool(given.flags & Word.FIRST) and not given.flags & ~(Word.FIRST | Word.SURNAME)


def _is_far_away(document: Document, at: int) -> bool:
    """Tell whether a town in another land is lived in or travelled to: somebody is called so as well, and one is told,
    fetched from and at home with somebody. No first name is travelled to.
    """
    token, before, earlier = document.tokens[at], document.before(at), document.before(at, 2)
    if before is None:
        return False
    is_called_so = bool(token.flags & (Word.FIRST | Word.SURNAME))
    if token.has_capital and not is_called_so and _is_a_town_here(before.lower, earlier.lower if earlier else ""):
        return True
    if earlier is None:
        return False
    after, further = document.after(at), document.before(at, 3)
    if before.lower == "i" or (before.lower == "på" and earlier.lower == "ferie"):
        return earlier.lower in _STAYING and (after is None or after.lower not in ("sin", "si", "sitt", "sine"))
    if before.lower in ("fra", "frå") and not is_called_so and earlier.lower in ("flyktet", "flykta"):
        return further is not None and further.lower in _FLEEING
    return before.lower in ("til", "te") and not is_called_so and earlier.lower in _GOING


def _is_a_town_here(before: str, earlier: str) -> bool:
    """Tell the same of a town that no list calls a name: "hos bestemor i Mogadishu", "sendt til Garowe"."""
    if before in ("til", "te"):
        return earlier in _ON_THE_WAY
    if before in ("fra", "frå"):
        return earlier in _COMING
    if before == "på":
        return earlier == "ferie"
    return before == "i" and earlier not in _IN_SOMEBODY


def _genitive_places(document: Document) -> Iterator[Hit]:
    for token in document.tokens:
        if (
            token.lower[-1] == "s"
            and len(token.text) > 4
            and token.lower[:-1] in document.places.single
            and _is_free(document, token)
        ):
            yield quasi(token.start, token.end, "sted", _WHY["sted"][0], 0.8, "[stedet]")


def _is_free(document: Document, token: Token) -> bool:
    return token.has_capital or not (document.is_known(token.lower) or document.is_known(token.lower[:-1]))
