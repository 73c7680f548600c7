"""Finds exact ages. Durations ("i 3 år"), limits in law ("over 16 år") and age bands are left alone."""

import re
from collections.abc import Iterator, Sequence

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.needs import A_DIGIT, needs_as_sought, needs_of
from bot.anonymise.traits.age_of_things import is_of_a_thing, is_part_of_a_number
from bot.anonymise.words.proposals import NUMBER_WORDS, OVER_TWO, coarse_age, coarse_person
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_WORD = rf"(?:ett|eit|et|en|to|{OVER_TWO}|tjue)"
_WORD_AGE = (
    rf"(?:to|{OVER_TWO})"
    r"(?=[,.;:!?)]| (?:som|og|har|er|vil|kan|må|orker|viser|forteller|fortalte|sier|slår|biter|leker|trenger|bor|går|"
    r"gråter|i|hos|med|uten|begge|heter|heiter|heite|"
    r"ikke|ikkje|itj|skal|må|får|fikk|blir|ble|begynner|tror|trur|vet|veit|gjør|gjer|snakker|kommer|mener|fra|ved|"
    r"begynt|begynte|sagt|sa|passer|lager|henter|måtte|var|ble|blitt|gjorde|tok|gikk|kom|satt|lå|sov|spiste|slo|bet|passet|passa|spurte|gråt|skal)\b|$)"
)
_IN_TIME = re.compile(r" (?:i|til|snart|neste|nå|for)\b")
_LEGAL_AGES = words("15 16 18 20 23 24 25 femten seksten atten tjue")
_COUNTS = (*words("en ett et eit to tju tyve tretti tredve førti femti seksti sytti åtti nitti"), *OVER_TWO.split("|"))
"""How a word begins that counts years by itself: "toåring", "trettiårig"."""
_COUNT = rf"(?:\d{{1,2}}(?:[,.]\d| ?½| ?1[⁄/]2)?|{_WORD})"
_HALF = r"(?: (?:og |å )?(?:et |ett |eit )?(?:halvt|halv|trekvart|kvart))?"
_OLD = re.compile(
    rf"\b{_COUNT}{_HALF} ?(?:års?|åra|mnd\.?|månede?rs?|månader|månadar|uker|veker) ?(?:gammel|gammal|gammelt|"
    rf"gammalt|gamle|gamal|gaml|alder(?:en)?|gutt(?:en)?|jente|jenta|barn(?:et)?)\b(?: og \d{{1,2}} (?:mnd|"
    rf"måneder))?",
    re.IGNORECASE,
)
_AGED = re.compile(rf"\b{_COUNT}{_HALF}-? ?(?:åring(?:en|a|er|ene|ar|s|ens)?|årig(?:e)?|års?ing)\b", re.IGNORECASE)
_JOINED = re.compile(
    rf"\b(?:{_WORD}|(?:tjue?|tyve|tretti|tredve|førti|femti|seksti|sytti|åtti|nitti){_WORD}?(?=åring))"
    rf"år(?:ing(?:en|a|er|ene|s|ens)?|ig(?:e)?|sgammel|s)\b|\b\d{{1,2}}åring(?:en|er|s)?\b", re.IGNORECASE
)  # fmt: skip
_YEARS = re.compile(
    rf"\b({_COUNT}){_HALF} ?-?(?:år|åra|mnd|måneder|månader|måneders|måna|månna|månter|års)\b\.?(?:(?:,| og) ?"
    r"\d{1,2} ?(?:mnd|måneder|månader|dager))?(?! ?(?:siden|sidan|sia|etter|før|senere|seinere|tidligere|med|uten|på|"
    r"til(?! å\b)|eldre|yngre|igjen|(?:utsatt|utsett)(?! for)|fram|på rad|i strekk|framover|for tidlig|for tidleg|"
    r"før tida|ventetid|lang))",
    re.IGNORECASE,
)
_CHILDREN = (
    r"gutt|gutten|gut|guten|gutn|jente|jenta|jenten|barn|barnet|elev|eleven|unge|ungen|sønn|sønnen|son|sonen|datter|"
    r"dattera|datteren|dotter|dottera"
)
_SIBLINGS = (
    r"(?:store|lille|vesle|halv|ste|foster|bonus)?(?:bror|broren|brora|søster|søsteren|søstera|søstra|syster|systera)|småbror|småsøster|søsken|"
    r"sysken|tvillinger|tvillingar"
)
_SUBJECT = re.compile(
    rf"(?:\b(?:er|e|va|var|blir|ble|blei|vart|fyller|fylte|fyller snart|snart|nesten|nå|no|ca\.?|cirka|omtrent|bare|"
    rf"berre|bærre|bære|{_CHILDREN}|{_SIBLINGS}|jento|bån|"
    r"kjæreste|kjæresten|kompis|ungdom|mor på|far på|kvinne på|mann på|"
    r"pasient|gutt på|jente på|gutten på|jenta på|barn på|barnet på|alder|alderen|tvillinger på|en|ei|ein|den|født)|"
    r"[A-ZÆØÅ][a-zæøå]+|^|[.(,:;\n?!)»])[ ,(]{0,3}(?:på |snart |bare |nå |nesten |cirka |ca\.? )?$",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:i|om|over|under|fra|til|hvert|hver|siste|de siste|fylte|fyller de|mellom|inntil|minst|for|etter|på|opp "
    r"til|oppmot|første|neste|ca\. hvert|gjennom|hele|flere|mange|få|noen|et par|enn|varte|etter|innen|før|siden|"
    r"foregått|føregått|pågått|pågår|eksistert|eksisterer|jobbet|jobba|jobbar|arbeidet|arbeidd|gjelder|gjeld|varer|"
    r"varar|bestått|drevet|her|der|hos oss|sammen|saman|i drift|"
    r"tiltak|og|ikke fylt|ikkje fylt|gått|gikk|tatt|tok|ventet|venta|vart|brukt|brukte) (?:de |ca\.? |minst |cirka |"
    r"nesten )?$",
    re.IGNORECASE,
)
_IN_GENERAL = re.compile(
    r"\b(?:når|hvis|dersom|om|at|til) (?:de|dei|dem|man|en|ein|barna|borna|ungene|elevene|"
    r"(?:et|eit|en|ein|ei) (?:barn|elev|ungdom|unge|person|forelder)|barn|elever|ungdommer|ungdom) "
    r"(?:er|blir|vert|fyller|har fylt|har blitt) $",
    re.IGNORECASE,
)
_NAMED_AND_ON = re.compile(
    r"\b(?:gutt|gutten|gut|guten|jente|jenta|barn|barnet|elev|eleven|sønn|sønnen|son|sonen|datter|dattera|datteren|"
    r"dotter|dottera|unge|ungen|bror|søster|tvilling),? [A-ZÆØÅ][\w\-]{1,25}(?: [A-ZÆØÅ][\w\-]{1,25})?, på $",
    re.IGNORECASE,
)
"""A child and its name: "en gutt, Teodor, på"."""
_BY_LAW = re.compile(
    r"\b(?:når|før|etter at|til|hvis|dersom|om|straks|fra) (?:barnet|eleven|ungdommen|ungdomen|den unge|"
    r"vedkommende|han eller hun) (?:er|fyller|har fylt|har blitt|blir|vert) $",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\b(gutt|jente|barn|elev|person) 1\b", re.IGNORECASE)
"""Children told apart by numbers: "gutt 1 slo gutt 2". No pupil is one year old."""
_BAND = re.compile(r"\d ?[–\-] ?$")
_IN_PARENTHESES = re.compile(
    rf"(?:(?<=[A-Za-zæøåÆØÅ])|(?<=[A-ZÆØÅ]\.))( ?)\((\d{{1,2}}(?:[,.]\d| ?1[⁄/]2)?|{_WORD})\)", re.IGNORECASE
)
_SOMEBODY = words(
    "gutt gutten guten gut jente jenta jenten barn barnet bån elev eleven sønn sønnen datter dattera datteren "
    "kjæreste kjæresten kjærasten bror broren søster søsteren søstera ungdom tvillinger tvillingene søstre brødre "
    "tvillingsøstre tvillingbrødre trillinger storesøster storebror lillesøster lillebror bonusbror bonussøster "
    "baby babyen søsken sysken søskenparet brør kompis person mann kvinne unge ungen storesøsteren storesøstera "
    "storebroren lillesøsteren lillesøstera lillebroren veslebror veslebroren veslesyster veslesystera storesyster "
    "storesystera syster systera son sonen dotter dottera"
)
_SUBJECTS = words(
    "han hun ho hu barnet bånet eleven elevn gutten guten gutn jenta jenten ungen ongen som hain hainn hannj"
)
_LINKS = words("og å men")
_TURNING = words("fyller fylte fyllte fylle fyll")
_BEFORE_AGES = _SOMEBODY | _SUBJECTS | _LINKS | _TURNING
_ON = re.compile(
    rf"\b(?:{'|'.join(sorted(_SOMEBODY))}),?"
    rf"(?: (?:hennes|hans|min|vår|deres|sin|si|mi))? (?:på )?(\d{{1,2}}(?:[,.]\d|½|1⁄2)?|{_WORD_AGE})(?! ?(?:trinn|"
    rf"klasse|\.? ?(?:trinn|klasse|tr\b|kl\b|årstrinn|klassetrinn)|\.\d|\.? "
    rf"?[–\-] ?\d|timer|dager|ganger|uker|år|mnd|måneder|prosent|%|andre|til|av|barn|eldre|yngre|små|stk|voksne|"
    rf"vaksne|ansatte|søsken|plasser|gutter|jenter|elever|\d|og en halv)|\w|[–\-])",
    re.IGNORECASE,
)
_IS = re.compile(
    rf"\b(?:{'|'.join(sorted(_SUBJECTS))}) (?:er|e|var|va|fyller|fylte|blir|ble|blei|"
    rf"vart|fylt|(?:har|hadde|er) (?:fylt|blitt|vorte)) "
    rf"(?:nettopp fylt |akkurat fylt |nyleg fylt |nylig fylt |straks |bare |nå |snart |nettopp |nesten |no |ikke |"
    rf"ikkje |itj |kanskje |visstnok |vel )?(\d{{1,2}}(?: ?1[⁄/]2|,\d)?|{_WORD})"
    rf"(?=[,.!?;)]| (?:og|i|men|snart|til|nå|han|hun|ho|på \w{{3,5}}dag)\b|"
    rf"$)(?! (?:og )?(?:av|timer|dager|ganger|som|i [a-z]+et))",
    re.IGNORECASE,
)
_AND_IS = re.compile(
    rf"\b(?:{'|'.join(sorted(_LINKS))}) (?:er|e) (?:bare |nå |snart |nettopp |nesten )?(\d{{1,2}})(?=[.!;)]|$)",
    re.IGNORECASE,
)
_TURNS = re.compile(
    rf"\b(?:{'|'.join(sorted(_TURNING))}) (?:snart |nettopp )?(\d{{1,2}}|{_WORD})(?= i |,|\.|$| til | snart| neste|"
    rf" nå| \d{{1,2}}[./]| for (?:kort|noen|en|et|to|lenge|litt)\b|"
    rf" no\b| og\b)",
    re.IGNORECASE,
)
_HAS_FILLED = re.compile(r" (?:har|hadde|er) (?:fylt|blitt|vorte) ", re.IGNORECASE)
_LABELLED = re.compile(r"\b(?:alder|alderen)(?: er)?:? (\d{1,2})(?![\d–\-]| ?(?:år|mnd|til))", re.IGNORECASE)
_HAS_TURNED = re.compile(r"\bblitt (\d{1,2})(?=[.,!]| i | nå|$)", re.IGNORECASE)
_WEEKS = re.compile(
    r"\b(?:barnet|spedbarnet|spebarnet|babyen|gutten|jenta|han|hun|ho)(?:, [\w\-]{2,20},)? er "
    r"(?:bare )?(\w{1,6} (?:uker|veker|"
    r"dager))(?= gammel|[.,]|"
    r" og| men|$)",
    re.IGNORECASE,
)

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
_UNITS = needs_of("år", "mnd", "måned", "månad", "månna", "månter", "uker", "veker")
_TOLD = ((_LABELLED, ("alder",)), (_HAS_TURNED, ("blitt",)), (_WEEKS, (" uker", " veker", " dager")))
_TOLD_NEEDS = needs_as_sought(*(word for _, needs in _TOLD for word in needs))
_WHY = "Nøyaktig alder gjør kretsen av barn liten. Aldersgruppen er nok."
_ARTICLE = re.compile(r"(?:^|[\s(«])(en|ei|ein|et|eit) $")
_IS_THIS_OLD = re.compile(r" ([a-zæøå]{3,25})(?![\w-])")
"""Who is of that age, right after it: "ei 18 år gammel jente"."""


@needing(A_DIGIT | Word.NUMBER | _UNITS | _TOLD_NEEDS | needs_of("("))
def find_ages(document: Document) -> Iterator[Hit]:
    """Yield exact ages in figures and words, but no part of a longer number and no version."""
    return (hit for hit in _ages(document) if not is_part_of_a_number(document.text, hit.start, hit.end))


def _ages(document: Document) -> Iterator[Hit]:
    is_number = document.has_digit or bool(document.flags & Word.NUMBER)
    has_words = is_number or not document.vocabulary.classes["tallord"].isdisjoint(document.words)
    if not (has_words or "år" in document.lower):
        return
    numbers = _numbers(document) if is_number else []
    if not document.lacks(_UNITS):
        yield from _with_unit(document, numbers)
    if numbers:
        yield from _after_person_word(document, numbers)
        yield from _said_ages(document, numbers)
    for pattern, needs in () if document.lacks(_TOLD_NEEDS) else _TOLD:
        for match in document.scan(pattern, *needs):
            yield _hit(document.text, match.start(1), match.end(1))
    for match in document.scan(_IN_PARENTHESES, "("):
        yield _hit(document.text, match.start(2), match.end(2))


_COUNTED = re.compile(r"\b(?:to|tre|fire|fem|seks|[2-9]|noen|våre|disse|av|er) $", re.IGNORECASE)
_AGE_GROUP = re.compile(r"-? ?åring(?:er|ar)$", re.IGNORECASE)


def _numbers(document: Document) -> list[int]:
    """Return the positions of numbers in figures and in words."""
    return [at for at, token in enumerate(document.tokens) if token.flags & Word.NUMBER or token.text[0].isdigit()]


def _with_unit(document: Document, numbers: Sequence[int]) -> Iterator[Hit]:
    """Yield "8 år gammel", "10-åring", "fem år", "19 mnd"."""
    text, tokens = document.text, document.tokens
    years = [at for at, t in enumerate(tokens) if t.lower.startswith(_COUNTS) and "år" in t.lower]
    for token in [tokens[at] for at in sorted({*numbers, *years})]:
        match = _OLD.match(text, token.start) or _AGED.match(text, token.start) or _JOINED.match(text, token.start)
        if match is None:
            match = _YEARS.match(text, token.start)
            if match is None or match.group().lower().startswith(("en mnd", "et mnd")) or not _is_age(text, match):
                continue
        of_all = _AGE_GROUP.search(match.group()) and not _COUNTED.search(
            text[max(0, match.start() - 12) : match.start()]
        )
        if (
            not of_all
            and not is_of_a_thing(text, match)
            and not _BAND.search(text[max(0, match.start() - 4) : match.start()])
        ):
            yield _hit(text, match.start(), match.end())


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
                and match.group(1) in _LEGAL_AGES
                and not _IN_TIME.match(document.text, match.end(1))
            ):
                yield _hit(document.text, match.start(1), match.end(1))


def _is_numbered(text: str, match: re.Match[str]) -> bool:
    """Tell whether the number after "gutt" only tells children apart."""
    told = _NUMBERED.search(text)
    return told is not None and len(match.group(1)) == 1 and match.group().lower().startswith(told.group(1).lower())


def _said_ages(document: Document, numbers: Sequence[int]) -> Iterator[Hit]:
    """Yield bare ages: "Kjæresten er 19.", "han er bare ni", "Ingeborg, 12.", "3 og 5 år"."""
    for at in numbers:
        token = document.tokens[at]
        if _is_adult_age(document, at) or _is_beside_a_name(document, at):
            yield _hit(document.text, token.start, token.end)
            continue
        if not _is_small_number(token):
            continue
        if _says_who(document, at) and _closes(document, at):
            yield _hit(document.text, token.start, token.end)
        else:
            yield from _pair_of_ages(document, at)


def _pair_of_ages(document: Document, at: int) -> Iterator[Hit]:
    link, other, unit = document.after(at), document.after(at, 2), document.after(at, 3)
    if link is None or other is None or unit is None or link.lower not in ("og", "/", "eller"):
        return
    start = document.tokens[at].start
    is_limit = _LIMIT.search(document.text[max(0, start - 28) : start])
    is_two = link.lower in ("og", "/") or not is_limit
    if (
        is_two
        and _is_small_number(other)
        and unit.lower in ("år", "åra", "mnd", "åringer")
        and not (is_limit and not _SIBLINGS_ON.search(document.text[max(0, start - 28) : start]))
    ):
        yield _hit(document.text, start, unit.end)


_SIBLINGS_ON = re.compile(
    r"\b(?:søsken|sysken|barn|gutter|jenter|brødre|søstre|tvillinger|søskenpar) på $", re.IGNORECASE
)


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


def _is_small_number(token: Token) -> bool:
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
    return before.text in (",", "(") and document.tokens[at].text.isdigit() and is_person


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
        second is not None and _is_small_number(second)
    )


def _is_age(text: str, match: re.Match[str]) -> bool:
    """Tell an age from a length of time or a limit by the words before it."""
    before = text[max(0, match.start() - 28) : match.start()]
    if before.endswith(", på ") and _NAMED_AND_ON.search(text[max(0, match.start() - 60) : match.start()]):
        return True
    if _IN_GENERAL.search(before) or (match.group(1) in _LEGAL_AGES and _BY_LAW.search(before)):
        return False
    if _BAND.search(before) or re.match(r" ?[–\-] ?\d", text[match.end() : match.end() + 4]):
        return False
    if _LIMIT.search(before) and not re.search(
        rf"\b(?:er|{_CHILDREN}|{_SIBLINGS}|mor|far|kvinne|mann|[A-ZÆØÅ][a-zæøå]+) på $", before
    ):
        return False
    return _SUBJECT.search(before) is not None


def _hit(text: str, start: int, end: int) -> Hit:
    found, before = text[start:end], text[max(0, start - 16) : start].lower()
    if (who := _IS_THIS_OLD.match(text, end)) and (article := _ARTICLE.search(before)) and "gam" in found:
        words = f"{article.group(1)} {who.group(1)} {coarse_age(found)}"
        return quasi(start, who.end(), "alder", _WHY, 0.85, words)
    if re.search(r"\bfyl(?:l|ler|te|t) (?:snart |nettopp )?$", before):
        replacement = "år"
    elif re.search(r"år(?:ing|sing)", found.lower()):
        replacement = coarse_person(found)
    else:
        replacement = coarse_age(found)
    return quasi(start, end, "alder", _WHY, 0.85, replacement)
