"""Finds numbers that are ages by who stands before them: "gutt på 8", "hun er ni", "Jeanette, 34."."""

import re
from collections.abc import Iterator, Sequence

from bot.anonymise.finding import Hit
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.traits.exact_age import LEGAL_AGES, WORD, exact_age
from bot.anonymise.words.proposals import NUMBER_WORDS, OVER_TWO
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_WORD_AGE = (
    rf"(?:to|{OVER_TWO})"
    r"(?=[,.;:!?)]| (?:som|og|har|er|vil|kan|må|orker|viser|forteller|fortalte|sier|slår|biter|leker|trenger|bor|går|"
    r"gråter|i|hos|med|uten|begge|heter|heiter|heite|"
    r"ikke|ikkje|itj|skal|må|får|fikk|blir|ble|begynner|tror|trur|vet|veit|gjør|gjer|snakker|kommer|mener|fra|ved|"
    r"begynt|begynte|sagt|sa|passer|lager|henter|måtte|var|ble|blitt|gjorde|tok|gikk|kom|satt|lå|sov|spiste|slo|bet|passet|passa|spurte|gråt|skal)\b|$)"
)
_IN_TIME = re.compile(r" (?:i|til|snart|neste|nå|for)\b")
_NUMBERED = re.compile(r"\b(gutt|jente|barn|elev|person) 1\b", re.IGNORECASE)
"""Children told apart by numbers: "gutt 1 slo gutt 2". No pupil is one year old."""
_SOMEBODY = words(
    "gutt gutten guten gut jente jenta jenten barn barnet bån elev eleven sønn sønnen datter dattera datteren "
    "kjæreste kjæresten kjærasten bror broren søster søsteren søstera ungdom tvillinger tvillingene søstre brødre "
    "tvillingsøstre tvillingbrødre trillinger storesøster storebror lillesøster lillebror bonusbror bonussøster "
    "baby babyen søsken sysken søskenparet brør kompis person mann kvinne unge ungen storesøsteren storesøstera "
    "storebroren lillesøsteren lillesøstera lillebroren veslebror veslebroren veslesyster veslesystera storesyster "
    "storesystera syster systera son sonen dotter dottera brorn brora brorin systra gutn guttn jentn ungdommen"
)
_SUBJECTS = words(
    "han hun ho hu barnet bånet eleven elevn gutten guten gutn jenta jenten ungen ongen som hain hainn hannj"
)
_LINKS = words("og å men")
_TURNING = words("fyller fylte fyllte fylle fyll")
_BEFORE_AGES = _SOMEBODY | _SUBJECTS | _LINKS | _TURNING
_ON = re.compile(
    rf"\b(?:{'|'.join(sorted(_SOMEBODY))}),?"
    rf"(?: (?:hennes|hans|hannes|hass|min|vår|deres|sin|si|mi))? (?:på )?(\d{{1,2}}(?:[,.]\d|½|1⁄2)?|{_WORD_AGE})(?! ?"
    rf"(?:trinn|klasse|\.? ?(?:trinn|klasse|tr\b|kl\b|årstrinn|klassetrinn)|\.\d|\.? "
    rf"?[–\-] ?\d|timer|dager|ganger|uker|år|mnd|måneder|prosent|%|andre|til|av|barn|eldre|yngre|små|stk|voksne|"
    rf"vaksne|ansatte|søsken|plasser|gutter|jenter|elever|\d|og en halv)|\w|[–\-])",
    re.IGNORECASE,
)
_IS = re.compile(
    rf"\b(?:{'|'.join(sorted(_SUBJECTS))}) (?:er|e|var|va|fyller|fylte|blir|ble|blei|"
    rf"vart|fylt|(?:har|hadde|er) (?:fylt|blitt|vorte)) "
    rf"(?:nettopp fylt |akkurat fylt |nyleg fylt |nylig fylt |straks |bare |nå |snart |nettopp |nesten |no |ikke |"
    rf"ikkje |itj |kanskje |visstnok |vel )?(\d{{1,2}}(?: ?1[⁄/]2|,\d)?|{WORD})"
    rf"(?=[,.!?;)]| (?:og|i|men|snart|til|nå|han|hun|ho|på \w{{3,5}}dag)\b|"
    rf"$)(?! (?:og )?(?:av|timer|dager|ganger|som|i [a-z]+et))",
    re.IGNORECASE,
)
_AND_IS = re.compile(
    rf"\b(?:{'|'.join(sorted(_LINKS))}) (?:er|e) (?:bare |nå |snart |nettopp |nesten )?(\d{{1,2}})(?=[.!;)]|$)",
    re.IGNORECASE,
)
_TURNS = re.compile(
    rf"\b(?:{'|'.join(sorted(_TURNING))}) (?:snart |nettopp )?(\d{{1,2}}|{WORD})(?= i |,|\.|$| til | snart| neste|"
    rf" nå| \d{{1,2}}[./]| for (?:kort|noen|en|et|to|lenge|litt)\b|"
    rf" no\b| og\b)",
    re.IGNORECASE,
)
_HAS_FILLED = re.compile(r" (?:har|hadde|er) (?:fylt|blitt|vorte) ", re.IGNORECASE)
_MAX_DIGITS = 2
_NUMBER_REACH = 5
_OLDEST = 25
_BE = words("er e va var blei ble blir fyller fylte vart")
_HEDGES = words(
    "bære bærre bare berre nå no snart nettopp nesten rundt ca cirka omtrent fortsatt enda allerede kun ennå straks "
    "akkurat omlag"
)
_ONE_PERSON = words("jeg eg æ han hun ho hu hain hainn hen den som jenta gutten")
_MANY = words("vi de dei dæm dere det foreldrene barna elevene guttene jentene ungene brødrene søstrene")
_SAYS_AGE = words(
    "fyll fylle fyller fylte fylt fyllte person kvinne tvillinger tvillingene trillinger kjæresten kjærasten"
)


def ages_after_person(document: Document, numbers: Sequence[int]) -> Iterator[Hit]:
    """Yield those of the numbers, given as positions of tokens, that somebody's age is told by."""
    yield from _after_person_word(document, numbers)
    yield from _said_ages(document, numbers)


def _after_person_word(document: Document, numbers: Sequence[int]) -> Iterator[Hit]:
    """Yield the number in "gutt på 8", "hun er ni", "fyller sju"."""
    for place in sorted({at - step for at in numbers for step in range(1, _NUMBER_REACH + 1) if at >= step}):
        token = document.tokens[place]
        if token.lower not in _BEFORE_AGES:
            continue
        if token.flags & (Word.CHILD | Word.KIN | Word.STAFF | Word.FUNCTION) or token.lower in _SAYS_AGE:
            at = token.start
            match = (
                _ON.match(document.text, at)
                or _IS.match(document.text, at)
                or _AND_IS.match(document.text, at)
                or _TURNS.match(document.text, at)
            )
            if match is not None and match.re is _ON and _is_numbered(document.text, match):
                continue
            if match is not None and not (
                (match.re is _TURNS or _HAS_FILLED.search(match.group()))
                and match.group(1) in LEGAL_AGES
                and not _IN_TIME.match(document.text, match.end(1))
            ):
                yield exact_age(document.text, match.start(1), match.end(1))


def _is_numbered(text: str, match: re.Match[str]) -> bool:
    """Tell whether the number after "gutt" only tells children apart."""
    told = _NUMBERED.search(text)
    return told is not None and len(match.group(1)) == 1 and match.group().lower().startswith(told.group(1).lower())


def _said_ages(document: Document, numbers: Sequence[int]) -> Iterator[Hit]:
    """Yield bare ages: "Kjæresten er 19.", "han er bare ni", "Ingeborg, 12."."""
    for at in numbers:
        token = document.tokens[at]
        says_who = is_small_number(token) and _says_who(document, at) and _closes(document, at)
        if says_who or _is_adult_age(document, at) or _is_beside_a_name(document, at):
            yield exact_age(document.text, token.start, token.end)


def _is_adult_age(document: Document, at: int) -> bool:
    """Tell whether "mor er 28" or "far var 61" stands there."""
    token, verb, who = document.tokens[at], document.before(at), document.before(at, 2)
    if not (token.text.isdigit() and len(token.text) == _MAX_DIGITS) or verb is None or who is None:
        return False
    return verb.lower in _BE and bool(who.flags & Word.KIN) and who.lower not in _MANY and _closes(document, at)


def _is_beside_a_name(document: Document, at: int) -> bool:
    """Tell whether "Rakel på 7 kan" or "Jeanette, 34." stands there: a name, a link and a bare number."""
    token, link, who = document.tokens[at], document.before(at), document.before(at, 2)
    if not token.text.isdigit() or len(token.text) > _MAX_DIGITS or link is None or who is None:
        return False
    if not who.flags & Word.FIRST or not who.has_capital or not _closes_or_acts(document, at):
        return False
    return link.lower == "på" or (link.text == "," and int(token.text) > _OLDEST)


def _closes_or_acts(document: Document, at: int) -> bool:
    follow = document.after(at)
    return _closes(document, at) or (follow is not None and bool(follow.flags & Word.VERB))


def is_small_number(token: Token) -> bool:
    """Tell whether a word is a number of years that somebody this is about may have, in figures or written out."""
    return (token.text.isdigit() and len(token.text) <= _MAX_DIGITS and int(token.text) <= _OLDEST) or (
        bool(token.flags & Word.NUMBER) and token.lower in NUMBER_WORDS
    )


def _says_who(document: Document, at: int) -> bool:
    """Tell whether "er" and a person, or a name and a comma, stand before the number."""
    step = 1
    before = document.before(at)
    while before is not None and before.lower in _HEDGES:
        step += 1
        before = document.before(at, step)
    who = document.before(at, step + 1)
    if who is not None and who.text == "," and before is not None and before.lower in _BE:
        step += 1  # "kjæresten, Edon, er 20"
        who = document.before(at, step + 1)
    if before is None or who is None:
        return False
    if who.lower == "og" and before.lower in _BE:
        return _is_one_person(document, at - step - 1)
    is_person = (
        bool(who.flags & (Word.KIN | Word.CHILD | Word.FIRST))
        or who.lower in _ONE_PERSON
        or (who.has_capital and not document.is_known(who.lower))
    )
    if before.lower in _BE:
        return is_person and who.lower not in _MANY
    is_month = bool(who.flags & Word.MONTH) and not who.has_capital  # "12. sep, 10. okt"
    return before.text in (",", "(") and document.tokens[at].text.isdigit() and is_person and not is_month


def _is_one_person(document: Document, at: int) -> bool:
    """Tell whether a name or one person stands among the three words before "og er 15"."""
    near = document.tokens[max(0, at - 3) : at]
    return any(
        t.lower in _ONE_PERSON
        or t.flags & (Word.CHILD | Word.FIRST)
        or (t.has_capital and not document.is_known(t.lower))
        for t in near
    ) and not any(t.lower in _MANY for t in near)


def _closes(document: Document, at: int) -> bool:
    follow, second = document.after(at), document.after(at, 2)
    if follow is None:
        return True
    start = document.tokens[at].start
    if follow.text == ")" and document.text.rfind("(", 0, start) <= document.text.rfind(")", 0, start):
        return False  # "1) Adrian, 2) Maja"
    if follow.text in ".,!?;)–":
        return second is None or (
            second.lower not in ("trinn", "klasse", "kl", "tr", "etasje", "mai", "juni")
            and not (follow.text in ".–-" and second.text[0].isdigit())
        )
    if follow.lower in ("og", "å") and second is not None and second.lower in ("et", "eit", "en", "halvt"):
        return True
    return follow.lower in ("og", "å", "men", "nå", "no", "snart", "da", "når") and not (
        second is not None and is_small_number(second)
    )
