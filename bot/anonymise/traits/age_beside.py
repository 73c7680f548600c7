"""Finds ages told by a number beside a name or a child where no verb leads to it: "Benji på 15", "Rima, syrisk, 17,",
"som jeg tror er 12", "Isak og Elias er 4 år". Knows numbers and phrases, no names.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_DIGIT, IN_ENGLISH, needs_of, needs_one_of, sought
from bot.anonymise.traits.exact_age import told_age
from bot.anonymise.words.months import MONTHS
from bot.anonymise.words.proposals import OVER_TWO
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_NAMED = r"[A-ZÆØÅ][\wæøåéÆØÅ\-]{1,25}"
_WHOLE_NAME = r"[A-ZÆØÅ](?<!\w.)[\wæøåéÆØÅ\-]{1,25}"
"""The same where a word begins: the capital is asked for first, for a text holds few."""
_WORD = rf"(?:{OVER_TWO})"
_YEARS = r"(?:1\d|[1-9])"
_NOT_YEARS = (
    r"(?! ?(?:min|minutt|minutter|time|timer|prosent|%|kr|kroner|kg|elever|barn|plass|trinn|av|poeng|ganger|dager|uker|"
    r"m|meter|km|stk|\d)\b|[\d/:]|[.,]\d)"
)
_ON = re.compile(
    rf"({_WHOLE_NAME}) på (?:ca\.? |cirka |omtrent |rundt |snart |nesten |bare )?((?:1\d|"
    rf"[2-9])){_NOT_YEARS}(?= [a-zæøå]|[.,;!?)]|$)"
)
_PERSON_ON = re.compile(
    rf"(?<![\w\-])([^\W\d_]{{3,25}})(?: (?:hennes|hans|min|mi|vår|deres|sin|si))? på "
    rf"(?:ca\.? |cirka |omtrent |rundt |snart |nesten |bare |knapt )?(\d\d?(?:[,.]\d| ?1[⁄/]2)?|to|{_WORD})"
    rf"(?![\w\d/:%–\-])(?! ?[½⁄])(?:(?=[.,;:!?)\n]|$)|(?= (?P<follow>[^\W\d_]+)))(?!\. ?[a-zæøå\d–\-])(?!,\d)"
)
"""Who has an age, and the age, where nothing behind it can be counted: "ei mor på 21 og", "gutten på 5 1/2 sa"."""
_COUNTED = words(
    "av til per dag dager år uke uker måned ganger gang time timer minutter eller og å flere fleire mer mindre andre "
    "små store nye gamle ny stor et en ei de"
)
_ON_A_NUMBER = re.compile(rf" på (?:ca\.? |cirka |omtrent |rundt |snart |nesten |bare |knapt )?(?:\d|(?:to|{_WORD})\b)")
"""What every one of these holds, quick to look for."""
_AND_COUNTED = re.compile(r" (?:og|å) (?:\d|et? halv|etter)")
_ASIDE = re.compile(rf"({_WHOLE_NAME}), [a-zæøå]{{3,14}}, ({_YEARS})(?=[,;]|\.(?!\d))")
_LAST = re.compile(rf"(?:(?<=, )|(?<=\. )|(?<=\n)|^)({_NAMED}) ({_YEARS})(?=\. [A-ZÆØÅ]|\.?$)")
_BOTH = re.compile(rf"({_WHOLE_NAME}) (?:og|å) {_NAMED} (?:er|e|var|blir) ((?:{_YEARS}|{_WORD}) (?:år|mnd|måneder))\b")
_UNSURE = re.compile(rf"({_WHOLE_NAME}) \(({_YEARS}/{_YEARS}\??)(?: år)?\)")
_ALSO = re.compile(
    rf"\b(?:er|e|var|blir|fyller|på) (?:{_YEARS}|{_WORD})(?: år)?(?:,| og| å|, og| mens| men) "
    rf"([\wæøåÆØÅ\-]{{2,25}})(?: er| e)? ({_YEARS}|{_WORD}){_NOT_YEARS}(?=[.,;!?)\n]|$| (?:år|og|men)\b)"
)
"""The second of two, where the verb is left out: "jonas er 11 og silje 9"."""
_NEAR_NAMES = (
    sought(_ON, " på "),
    sought(_ASIDE, ", "),
    sought(_LAST, *"123456789"),
    sought(_BOTH, " år", " mnd", " måneder"),
    sought(_UNSURE, "/"),
)
_BELIEVED = re.compile(
    rf"\bsom (?:jeg|eg|æ|vi|de|mor|far) (?:tror|trur|mener|meiner) (?:er|e) ({_YEARS}|{_WORD})(?=[.,;!?\n]|$| og| år)",
    re.IGNORECASE,
)
_A_CHILD = re.compile(rf"\b(?:jente|gutt|gut)[.,] ({_YEARS})(?=[.;]|, [a-zæøå])(?!\.\d)", re.IGNORECASE)
_IS = re.compile(
    rf"\b(?:gutn|guten|gutten|jenta|jenten|ungen|ho|han|hun|hainn|hain) (?:er|e|var|va) (?:bare |berre )?({_WORD})"
    r"(?= (?:å|og|men|da|når|har|hadde|uten|mens|så|den gangen|den gongen) |[.,;!?\n]|$| den g[ao]ngen\b)",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    rf"\b(?:alder|alderen|alderen er|alder er|alder/kjønn|kjønn/alder): ?({_YEARS}|to|{_WORD})(?=[/.,;!?\n]|$| )"
    r"(?! ?(?:år|mnd|til))|"
    rf"\bi en alder av ({_YEARS}|{_WORD})\b",
    re.IGNORECASE,
)
"""An age that a label or the word itself tells of: "Alder: sju", "i en alder av elleve"."""
_TURNS = re.compile(r"\bblir (1?\d) (?=\d{1,2}\. ?(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des))", re.IGNORECASE)
_TEENS = r"(?:1[2-9]|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten)"
_YOUNG = re.compile(
    rf"\b(?:gravid(?: jente| tenåring| gut)?|mindreårig(?:e|en)?|flyktning(?:en)?|asylsøker(?:en)?|"
    rf"tenåring(?:en)?)(?:, [a-zæøå]{{4,15}})?(?: på|,) "
    rf"({_TEENS})(?! ?(?:uker|veker|uke|prosent|\d))(?=[.,;!?)\n]|$| [a-zæøå])",
    re.IGNORECASE,
)
"""Who is pregnant, alone or has fled, and an age: "ei gravid på 17", "enslig mindreårig, afghaner, 16,"."""
_AS_CALLED = re.compile(
    rf"\bsom (?:han|hun|ho) (?:heter|heiter|kalles),? (?:er|e|var) ({_YEARS}|{_WORD}){_NOT_YEARS}(?=[.,;!?\n]|$|"
    rf" (?:og|men)\b)"
)
_WEEKS_OLD = re.compile(
    rf"\b(?:guten|gutten|jenta|babyen|barnet|ungen|bånet|den minste|den vesle) (?:er|e|va|var) (?:bare |berre |knapt )?"
    rf"((?:to|{_WORD}|\d{{1,2}}) (?:uker|veker|veka|vekor))(?=[.,;!?\n]|$| (?:og|men|gammel|gammal|gammalt)\b)",
    re.IGNORECASE,
)
"""The age of a baby: "Guten e seks veka"."""
_LOOKED = re.compile(
    rf"\b(?:gutten|guten|jenta|ungen|barnet)(?: (?:i|på|ved) [a-zæøå]{{3,14}})? (?:var|er|va|e|virka|virket) "
    rf"(?:rundt|omtrent|kanskje|ca\.?|cirka|sikkert) ({_YEARS}|to|{_WORD}){_NOT_YEARS}(?=[.,;!?\n]|$| (?:og|men|år)\b)",
    re.IGNORECASE,
)
_TWINS = re.compile(
    rf"\b(?:tvillingene|tvillingane|trillingene|søsknene|brødrene|søstrene) (?:er|e|blir) ({_YEARS}|{_WORD})"
    r"(?= (?:å|og|men) |[.,;!?\n]|$)",
    re.IGNORECASE,
)
"""Siblings of one age: "Tvillingene er 7."."""
_IN_ORDER = re.compile(
    rf"\b(?:eldst|yngst|minst|mellomst)(?:e|emann)? (?:er|e|på) ({_YEARS}|{_WORD})"
    r"(?!\.\d)(?=[.,;!?)\n]|$| (?:og|men|år)\b)",
    re.IGNORECASE,
)
"""One of a row of children: "fire barn, eldst er 13"."""
_SELF = re.compile(
    rf"\b(?:du|han|hun|ho|hu|hainn|jenta|gutten|guten) (?:(?:sjøl|selv|sjølv) (?:er|e)|(?:er|e) (?:jo|visst|vel)) "
    rf"({_YEARS}|to|{_WORD})(?=[.,;:!?)»\"\n]|$| (?:og|å|men|så)\b)",
    re.IGNORECASE,
)
"""An age with a small word in it: "du er jo fem", "ho sjøl e 7"."""
_WHEN = (
    rf"(?:i (?:{MONTHS}|sommer|sommar|høst|haust|vinter|vår|fjor|går|dag|helga|helgen|jula|julen|romjula|"
    r"påska|påsken)|på \w{3,5}dag|denne uka|forrige uke|sist helg)"
)
_BECAME = re.compile(
    rf"\b(?=(?:bl|v)[aei])(?<!\bvi )(?<!\bde )(?<!\bdei )(?<!\bdet )(?<!\bdere )(?<!\bdæm )(?<!klokka )\b(?:ble|"
    rf"blei|vart|blir|bli|vert) "
    rf"({_YEARS}|to|{_WORD}) (?={_WHEN}\b)",
    re.IGNORECASE,
)
"""A birthday told by when it was: "ble tre i sommer", "blir 12 på lørdag"."""
_ROUND = re.compile(
    r"\b(?:fylte|fyllte|fyller|fylle|rundet|runda) ([2-9]\d)(?= (?!år\b|prosent|skjema|kr|dag|time|uke|veke|barn|"
    r"elev|gang|sid)[a-zæøå]|[.,;!?\n]|$)"
)
"""The birthday of a grown-up: "mor fylte 30 i helga"."""
_AND_A_HALF = re.compile(
    r"(?:\b(?:er|e|var|på|blir|ble|bare|berre|nå|no|snart|nesten|gutt|jente|barn|barnet),? (?:bare |berre |snart |"
    r"nesten |ca\.? )?|\b(?=halv\w{4,6} år gam))"
    r"((?:halvannet|halvanna|halvannen|halvtanna|halvtannan|halvtannet|"
    r"halvtainna|halvainna) år(?: gammel| gammal| gammelt)?|"
    r"halvannet(?=[.,;!?]|$| (?:og|men)\b))"
    r"(?! (?:siden|sidan|sia|etter|før|senere|seinere|til|igjen|med|uten|på rad|fram))(?!\w)",
    re.IGNORECASE,
)
_SMALL_NAME = re.compile(
    r"(?:^|[.,:;!?\n] ?|\b(?:hun|han|ho|at|og|når|om) )([a-zæøå]{3,15}) (1?\d) "
    r"(?=(?:sier|seier|sei|sa|har|er|e|vil|går|kom|kommer|slår|slo|gråter|gråt|ringte|spør|spurte|nekter|biter|"
    r"spiser|sover)\b)"
)
"""A name in small letters, an age and what is said of it: "samira 15 sier"."""
_DOES = re.compile(r"(?<= )1?\d [a-zæøå]")
"""A number of one or two figures and a word, asked first: most texts have none."""
_IN_ENGLISH = re.compile(
    r"\b(?i:turned|turns|turning|is only|is just|aged?|(?:boy|girl|child|son|daughter|brother|sister|pupil|"
    r"student|kid)(?:,| is| was)|"
    r"(?:he|she) (?:was|is)) (\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen)(?! ?(?:hours|weeks|days|times|minutes|o.clock|of|pm|am|per|"
    r"%))(?=[.,;!?]| (?:in|on|and|last|next|this|but|when|now)\b|$)"
)
_ENGLISH_AT = re.compile(
    r"\b(?i:adopted|married|placed|orphaned|arrived|pregnant|left home|moved out|came here|taken into care) at "
    r"(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)"
    r"(?! ?(?:o.clock|pm|am|:|\.\d))(?=[.,;!?]| [a-z]|$)"
)
"""An age at which something came about: "adopted at six"."""
_TWO_AGES = re.compile(
    rf"\b(?:søsknene|syskena|brødrene|søstrene|systrene|barna|borna|ungene|guttene|gutane|jentene|de|dei|"
    rf"dæm) (?:er|e|var) "
    rf"(?P<one>{_YEARS}|to|{_WORD}) (?:og|å) (?P<two>{_YEARS}|{_WORD})(?=[.,;!?\n]|$| og (?:bor|bur|går|har)\b)|"
    rf"\b(?:gutter|gutar|jenter|barn|born|søsken|sysken|brødre|søstre|systre|unger|"
    rf"ungar),? (?:på )?(?P<first>{_YEARS}|to|{_WORD}) "
    rf"(?:og|å) (?P<second>{_YEARS}|{_WORD})(?=[,.;!?\n]|$)|"
    rf"\b(?:de|dei|dæm|begge|foreldrene|foreldra|besteforeldrene|besteforeldra) (?:er|e|var) [^.!?,;:\n\d]{{3,30}}, "
    rf"(?P<he>[2-9]\d) (?:og|å) (?P<she>[2-9]\d)(?=[,.;!?\n]|$)",
    re.IGNORECASE,
)
"""Two ages at once: "De er tolv og fjorten.", "to gutter, 7 og 9, kommer", "de er bønder, 71 og 74, og"."""
_ROUNDED = re.compile(
    rf"\b(?:har|hadde|er) (?:akkurat |nettopp |nylig |nå |snart )?(?:rundet|runda|fylt) (?!(?:15|16|18|20|femten|"
    rf"seksten|atten|tjue)\b)({_YEARS}|to|"
    rf"{_WORD})(?=[.,;!?\n]|$| (?:og|men)\b)",
    re.IGNORECASE,
)
_SAID = (
    sought(_ROUNDED, "rund", "fylt"),
    sought(_SELF, " sjøl ", " selv ", " sjølv ", " jo ", " visst ", " vel "),
    sought(_BECAME, "ble ", "blei ", "vart ", "blir ", "bli ", "vert "),
    sought(_ROUND, "fyl", "rund"),
    sought(_BELIEVED, " som "),
    sought(_A_CHILD, "jente", "gut"),
    sought(_IN_WORDS, "alder"),
    sought(_TURNS, "blir "),
    sought(_IN_ORDER, "st er ", "ste er ", "st e ", "ste e ", "ste på "),
    sought(_YOUNG, "gravid", "mindreårig", "flyktning", "asylsøker", "tenåring"),
    sought(_AS_CALLED, "som h"),
    sought(_WEEKS_OLD, " uker", " veke", " veka"),
    sought(_LOOKED, " rundt", " omtrent", " kanskje", " ca", " cirka", " sikkert"),
    sought(_TWINS, "tvilling", "trilling", "søskn", "brødr", "søstr"),
)
_TOLD_IN_WORDS = sought(_IS, " e ", " er ", " var ", " va ")
_ALSO_VERBS = (" er ", " e ", " var ", " blir ", " fyller ", " på ")
_AND = frozenset(("og", "å"))
_AND_NEEDED = needs_one_of(_AND)


@needing(A_DIGIT | Word.NUMBER | IN_ENGLISH | needs_of("halv"))
def find_ages_beside(document: Document) -> Iterator[Hit]:
    """Yield ages that stand beside a name or a child."""
    in_english = (*document.scan(_IN_ENGLISH), *document.scan(_ENGLISH_AT, " at ")) if document.is_english else ()
    for match in (*document.scan(_AND_A_HALF, "halvann", "halvtann", "halvtainn", "halvainn"), *in_english):
        yield told_age(document.text, *match.span(1))
    if document.has_digit or document.flags & Word.NUMBER:
        yield from _by_a_number(document)


def _by_a_number(document: Document) -> Iterator[Hit]:
    for match in document.scan(_SMALL_NAME) if document.has_digit and _DOES.search(document.text) else ():
        if _is_a_name(document, match.group(1)) and not document.is_known(match.group(1)):
            yield told_age(document.text, *match.span(2))
    near = document.scan_each(*_NEAR_NAMES) if document.has_digit else ()
    for match in (*near, *document.scan(_ALSO, *_ALSO_VERBS)):
        if _is_a_name(document, match.group(1)):
            yield told_age(document.text, *match.span(2))
    yield from _behind_a_person(document)
    yield from _two_ages(document)
    in_words = document.scan_each(_TOLD_IN_WORDS) if document.flags & Word.NUMBER else ()
    for match in (*document.scan_each(*_SAID), *in_words):
        yield told_age(document.text, *match.span(match.lastindex or 1))


def _behind_a_person(document: Document) -> Iterator[Hit]:
    is_on_a_number = document.flags & (Word.KIN | Word.CHILD) and _ON_A_NUMBER.search(document.text)
    for match in document.scan(_PERSON_ON) if is_on_a_number else ():
        if document.flags_of(match.group(1)) & (Word.KIN | Word.CHILD) and _counts_nothing(document, match):
            yield told_age(document.text, *match.span(2))


def _counts_nothing(document: Document, match: re.Match[str]) -> bool:
    """Tell whether the number ends there, or a small word or a verb follows that counts nothing."""
    follow = (match.group("follow") or "").lower()
    if follow in ("og", "å"):
        return _AND_COUNTED.match(document.text, match.end()) is None
    return follow not in _COUNTED and (not follow or bool(document.flags_of(follow) & (Word.FUNCTION | Word.VERB)))


def _holds_two_numbers(document: Document) -> bool:
    """Tell whether "og" ties two numbers: asked first, as few texts have any."""
    tokens = document.tokens
    if not document.holds & _AND_NEEDED:
        return False
    is_number = [bool(token.flags & Word.NUMBER) or token.text.isdigit() for token in tokens]
    return any(is_number[at - 1] and is_number[at + 1] and tokens[at].lower in _AND for at in range(1, len(tokens) - 1))


def _two_ages(document: Document) -> Iterator[Hit]:
    for match in document.scan(_TWO_AGES) if _holds_two_numbers(document) else ():
        for group in ("one", "two", "first", "second", "he", "she"):
            if match.group(group):
                yield told_age(document.text, *match.span(group))


def _is_a_name(document: Document, word: str) -> bool:
    flags = document.flags_of(word.partition("-")[0])
    barred = Word.MONTH | Word.SAFE | Word.STAFF | Word.FUNCTION | Word.VERB | Word.NUMBER
    return bool(flags & Word.FIRST) and not flags & barred
