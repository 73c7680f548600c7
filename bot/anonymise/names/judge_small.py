"""Judges a word in small letters: listed names, names that are also words, unknown words."""

from bot.anonymise.evidence.before import is_of_kin_and_acts
from bot.anonymise.evidence.name_evidence import ENOUGH, evidence
from bot.anonymise.evidence.put_forward import put_forward
from bot.anonymise.evidence.told_briefly import told_briefly
from bot.anonymise.names.small_surname import is_a_family_of_two, is_behind_an_initial
from bot.anonymise.reading import likeness
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.name_search import (
    AROUND,
    FARM_ENDS,
    LONG_ENOUGH,
    LONGEST_NAME,
    NAME,
    NOT_NAME,
    STRANGE,
    SURNAME_ENDS,
    UNPROVEN,
    Judged,
    Search,
    is_listed_first,
    is_plainly_a_surname,
    is_typo,
)
from bot.anonymise.reading.name_slot import Slot
from bot.anonymise.reading.weather import is_weather_in_a_row
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_LEARNED_ENDS = tuple(
    words(
        "sjon sjonen sjoner isk iske ologi ologien opati grafi grafien skopi trofi isme ismen itet iteten ering "
        "eringen "
        "eringer ær ært ære iell ielt ielle pati logi logisk metri plasi fobi praksi leksi kalkuli fasi terapi "
        "terapien "
        "fenidat azol pram zepam idon apin oksetin tidin testet screening pedagogisk psykologisk medisinsk sosial"
    )
)
_SHORTEST = 3
_SHORTEST_ROLE = 6
_MONTHS_IN_SHORT = words("jan mai august")
_IN_DIALECT = frozenset((before, "dan") for before in words("om på heile hele ut utpå midt i")) | {("i", "kvall")}
"""The day in the dialects of Trøndelag: "fleire gang om dan"."""
_AT_THE_TIME = words("i primo medio ultimo innen ut tidlig sent")
_SINCE = words("siden sidan")
_HOW_MUCH = words(
    "halv halvannan halvannen halvanna mest mange mang noen nokre nån flere fleire fler små store få masse litt mye my "
    "mykje hver kvar hvert kvart heile hele heil hel sist siste neste førrige forrige en ei ein et eit"
)
_SMALL_WORDS_AND_NAMES = words("dag anna hans")
_DAYS_AND_SEASONS = words("dag vår")
_DETERMINED = words(
    "ka hva kva hvilken hvilke kossen i per pr hver kvar god ny en ein den denne annen anna samme same neste "
    "hel heil hele heile fra frå for etter "
    "til halv sist mange klassen skolen barnehagen gruppa siste første lang fin dårlig ei et kveld utpå tidlig"
)
"""What stands before a day or a spring, or has "vår" behind it."""
_ARTICLES = words("en ei et ein eit denne dette sånn slik skikkelig ordentlig masse hele")
_OPENERS = words("at når fordi hvis om da mens men")
_SUBJECTS = words("han ho hun hu det som dei de eg vi å og den barnet guten jenta musikken")
_SPEAKERS = _SUBJECTS | words("æ e i vi me hain hainn hannj du dere dokker dåkk dæm alle man en ein noen nån jo n a")
_OBJECTS = words("seg han ho hu dei meg oss barnet guten jenta eleven borna ned")
_SATED = words("mette")
_ARE = words("er e var va blir ble blei vert vart verte vere være vore vært")
_WHOSE = words("til te åt hass hannes hans hennes hennar min din sin")
"""After "bror" these tell whose brother it is: no name."""
_MANY_OF_SOMEBODY = words("våre våra mine dine sine")
_SHORTEST_SPOKEN = 3
_INSIDE = words("i inni gjennom")
_IN_SOMEBODY = words("tak tok ta fatt glad forelsket forelska interessert sint skuffet skuffa slo dro")
"""What stands before "i" and a person: "få tak i mona"."""
_BESIDE = words("ved bak foran utenfor utafor under")
_SUPINES = frozenset(["grete"])
"""What Nynorsk has behind "har", and the lists as a name."""
_HAVE = words("har hadde ha ikkje ikke aldri alltid")
_BEINGS = words("nisse troll alve")
_BY_THE_SEA = words("kaia brygga")
_TO_A_PLACE = words("ved på til fra frå langs nedpå utpå bortpå nedi under")
_ROOMS = words("do land")
_TO_A_ROOM = words("på til te fra frå")
_DAYS_IN_SHORT = words("ma må ti ty on to fr fre lø la sø su man tir ons tor lør søn")
_FEW_DAYS = 3
_LADIES = words("fru frue frk frøken")
_DEFINITE = ("en", "a", "et")
_PARTICIPLES = ("et", "ende")
_FAMILIES = words("familien familie fam huslyden ekteparet")


def judge_small(search: Search, at: int, token: Token, name: str, flags: int) -> Judged:
    """Judge a word in small letters: listed names, names that are also words, then unknown words."""
    document = search.document
    if (
        _is_an_inflected_word(document, at, token)
        or _is_to_do(document, at)
        or _is_a_room_or_weather(document, at, token)
    ):
        return None
    if is_listed_first(document, token, name, flags) and not _is_a_thing_somewhere(document, at, token):
        return 0.85, f"«{name.capitalize()}» står i lista over navn."
    if flags & (NAME | Word.AMBIGUOUS) and flags & (Word.AMBIGUOUS | Word.ORDINARY):
        return _judge_small_ambiguous(document, at, token, name, flags)
    if flags & Word.SURNAME and not flags & NOT_NAME and is_plainly_a_surname(document, name):
        return 0.7, f"«{name.capitalize()}» står i lista over etternavn."
    if flags & Word.SURNAME and _is_owned_by_a_role(document, at):
        return 0.6, "Et etternavn som også er et vanlig ord, rett etter en rolle."
    return _judge_small_unlisted(search, at, token)


def _is_a_room_or_weather(document: Document, at: int, token: Token) -> bool:
    """Tell whether one goes there ("fire jenter på do og leonora"), or it is the weather."""
    if is_weather_in_a_row(document, at):
        return True
    before = document.before(at)
    if token.lower in _DAYS_IN_SHORT and _is_a_day_of_a_log(document, at):
        return True
    return token.lower in _ROOMS and before is not None and before.lower in _TO_A_ROOM


def _is_a_day_of_a_log(document: Document, at: int) -> bool:
    """Tell whether the word and a colon open a line, and so do two other days of the week: "ma: rolig", "ti: slo"."""
    colon = document.after(at)
    if colon is None or colon.text != ":" or document.text.count(":") < _FEW_DAYS:
        return False
    days = {document.tokens[one - 1].lower for one in document.where(":") if one}
    return len(days & _DAYS_IN_SHORT) >= _FEW_DAYS


def _is_to_do(document: Document, at: int) -> bool:
    """Tell whether "Å" with a capital stands before, as before no name but before what is done: "Å leva, det er"."""
    before = document.before(at)
    return before is not None and before.text == "Å"


def _judge_small_ambiguous(document: Document, at: int, token: Token, name: str, flags: int) -> Judged:
    """Judge a listed name in small letters that is an ordinary word as well: it takes evidence."""
    before = document.before(at)
    describes = before is not None and before.lower in ("de", "dei", "den", "det")  # "dei frode", "de liv"
    after = document.after(at)
    if describes and put_forward(Slot(document, at, token, before, after)):
        describes = False  # "i dag var det sol som gråt"
    is_owner = token.lower == name + "s" and after is not None and bool(after.flags & Word.KIN)
    if token.lower == "bror" and after is not None and after.lower in _WHOSE:
        return None
    is_small_word = bool(flags & (Word.FUNCTION | Word.VERB)) and not _may_be_somebody(document, at, token)
    if describes or is_small_word or not (token.lower == name or is_owner):
        return None
    return (0.7, AROUND) if evidence(document, at) >= _needed(document, token) else None


def _needed(document: Document, token: Token) -> int:
    """Return how much must speak for it: a hint is enough for a word that Norwegian does not have ("med gunn?")."""
    if token.lower in document.vocabulary.classes["sjeldne_ord"]:
        return 1
    return ENOUGH if token.flags & Word.ORDINARY or document.is_known(token.lower) else 1


def _may_be_somebody(document: Document, at: int, token: Token) -> bool:
    """Tell whether a small word that is a name as well can be one here: what is around it must then show it."""
    if token.lower not in _DAYS_AND_SEASONS:
        return _acts_first(document, at, token)
    before, after = document.before(at), document.after(at)
    if is_of_kin_and_acts(Slot(document, at, token, before, after)):
        return True
    is_counted = before is not None and (
        before.lower in _DETERMINED or before.lower.endswith("ste") or bool(before.flags & Word.NUMBER)
    )
    return not is_counted and (after is None or not after.text[0].isdigit())


def _acts_first(document: Document, at: int, token: Token) -> bool:
    """Tell whether a small word that is a common name as well opens a clause and acts: "dag sier", "anna gråter"."""
    before, after = document.before(at), document.after(at)
    if token.opens_sentence and told_briefly(Slot(document, at, token, before, after)):
        return True
    if token.lower not in _SMALL_WORDS_AND_NAMES:
        return False
    opens = token.opens_sentence or before is None or before.lower in _OPENERS
    acts = after is not None and after.lower in (*document.vocabulary.classes["menneskeverb"], "er", "e", "derimot")
    return opens and acts


def _judge_small_unlisted(search: Search, at: int, token: Token) -> Judged:
    """Judge a word in small letters that no list makes a name."""
    document = search.document
    if is_behind_an_initial(document, at):
        return 0.7, "Et ord som ligner et etternavn, rett etter en bokstav."
    if is_a_family_of_two(document, at):
        return 0.7, "To etternavn med bindestrek, rett etter en familie eller en rolle."
    if token.lower in document.places.single or not token.text.isalpha() or document.lexicon.is_headword(token.lower):
        return None
    if _is_a_titled_surname(document, at, token):
        return 0.6, "Et ord som ligner et etternavn, rett etter en tittel."
    if document.is_known(token.lower):
        return _judge_derived(document, at, token)
    return _judge_unknown(search, at, token)


def _judge_derived(document: Document, at: int, token: Token) -> Judged:
    """Judge a word in small letters that only looks ordinary ("florene"): it takes strong evidence."""
    if token.flags or not _SHORTEST < len(token.text) <= LONGEST_NAME:
        return None
    if document.lexicon.is_common_form(token.lower) and not likeness.is_a_name_mistyped(document, token.lower):
        return None
    return (0.5, "Et ord som er brukt som et navn.") if evidence(document, at) >= 2 * ENOUGH else None


def _is_an_inflected_word(document: Document, at: int, token: Token) -> bool:
    """Tell whether a listed name in small letters is a form of an ordinary word here: "nissen", "de andres"."""
    before = document.before(at)
    if before is not None and _is_counted(document, at, before, token):
        return True
    if _is_a_verb_here(document, at, token, before) or _are_ours(document, at, token):
        return True
    if token.lower == "ella" and before is not None and before.text in ",?" and _goes_on_as_or(document, at):
        return True
    if token.lower in _SATED and before is not None and before.lower in _ARE and _closes(document, at):
        return True
    if before is not None and before.lower in ("de", "dei", "dem") and document.is_known(token.lower.removesuffix("s")):
        return True
    return token.lower.endswith("en") and token.lower[:-1] in _BEINGS


def _goes_on_as_or(document: Document, at: int) -> bool:
    """Tell whether a verb and its subject follow "ella", which is "eller" in speech: ", ella går det over?"."""
    verb, subject = document.after(at), document.after(at, 2)
    return verb is not None and bool(verb.flags & Word.VERB) and subject is not None and subject.lower in _SPEAKERS


def _closes(document: Document, at: int) -> bool:
    """Tell whether what the word says of somebody ends there, and who it is stands before: "at dei er mette."."""
    after, subject = document.after(at), document.before(at, 2)
    is_it = subject is None or subject.lower in ("det", "d", "hvem", "kven", "kem", "her", "dette")
    return not is_it and (after is None or not after.is_word or after.lower in ("og", "når", "før", "etter", "men"))


def _is_a_thing_somewhere(document: Document, at: int, token: Token) -> bool:
    """Tell whether the word is a noun with its article after a word of place, or a verb after "har": "sitter i luka",
    "ute ved bilan", "har ikkje grete". A name that stands so is nearly always led by "med" or "til".
    """
    before, lower = document.before(at), token.lower
    earlier = document.before(at, 2)
    if before is None or len(lower) <= _SHORTEST_SPOKEN or (earlier is not None and earlier.lower in _IN_SOMEBODY):
        return False
    if lower in _SUPINES and before.lower in _HAVE:
        return True
    if lower in _BY_THE_SEA and before.lower in _TO_A_PLACE:
        return evidence(document, at) < 2 * ENOUGH
    knows = document.lexicon.is_headword
    if before.lower in _INSIDE and lower.endswith("a"):
        return (knows(lower[:-1] + "e") or knows(lower[:-1])) and evidence(document, at) < 2 * ENOUGH
    is_many = before.lower in (*_INSIDE, *_BESIDE) and lower.endswith(("an", "ane", "ene"))
    return is_many and knows(lower[:-2].removesuffix("a")) and evidence(document, at) < ENOUGH


def _is_a_verb_here(document: Document, at: int, token: Token, before: Token | None) -> bool:
    """Tell whether the word is a Nynorsk verb with its object: "han roar seg", "det einaste som roar han"."""
    if not token.lower.endswith("ar") or before is None or before.lower not in _SUBJECTS:
        return False
    after = document.after(at)
    return after is not None and after.lower in _OBJECTS and document.lexicon.is_headword(token.lower[:-2] + "e")


def _are_ours(document: Document, at: int, token: Token) -> bool:
    """Tell whether the word is a noun in the plural that somebody owns: "malene våre"."""
    after = document.after(at)
    if after is None or after.lower not in _MANY_OF_SOMEBODY or not token.lower.endswith(("ene", "ane")):
        return False
    return document.lexicon.is_headword(token.lower[:-3])


def _is_told_of(document: Document, at: int) -> bool:
    """Tell whether a verb and no subject follow, so that the word itself is the subject: "om dan er syk"."""
    verb, second = document.after(at), document.after(at, 2)
    if verb is None or second is None or not (verb.flags & Word.VERB or verb.lower == "e") or not second.is_word:
        return False
    return second.lower not in _SPEAKERS and not second.flags & (Word.KIN | Word.CHILD | Word.STAFF | Word.FIRST)


def _is_counted(document: Document, at: int, before: Token, token: Token) -> bool:
    """Tell whether a number, "halv" or "mest" stands before a word of Norwegian: "i andre tim", "mest steinar", or the
    word is a month in short after "i".
    """
    if (before.lower, token.lower) in _IN_DIALECT:
        return not _is_told_of(document, at)
    if token.lower == "jan" and before.lower in _SINCE and document.text[token.end : token.end + 1] == ".":
        return True
    if token.lower in _MONTHS_IN_SHORT and before.lower in _AT_THE_TIME:
        return True
    is_number = (
        before.flags & Word.NUMBER or before.lower in _HOW_MUCH or (before.text.isdigit() and before.text != "1")
    )
    return bool(is_number) and document.is_known(token.lower)


def _is_owned_by_a_role(document: Document, at: int) -> bool:
    """Tell whether the word stands after a bare title or "mor til", and before what somebody does: "lærer berg sa"."""
    before, after = document.before(at), document.after(at)
    if before is None or after is None or after.lower not in document.vocabulary.classes["menneskeverb"]:
        return False
    if before.lower == "til":
        kin = document.before(at, 2)
        return kin is not None and bool(kin.flags & Word.KIN)
    return bool(before.flags & Word.STAFF) and not before.lower.endswith(("en", "a", "et", "ne"))


def _is_a_titled_surname(document: Document, at: int, token: Token) -> bool:
    """Tell whether a compound that ends like a surname stands after a title, a parent or "familien": "rektor nordvang",
    "mor leirfall ringte"."""
    before, follow, lower = document.before(at), document.after(at), token.lower
    if before is None:
        return False
    acts = follow is not None and bool(follow.flags & Word.VERB)
    if before.lower in _FAMILIES and not token.flags & ~Word.SURNAME:
        is_named = acts and not lower.endswith(_PARTICIPLES)
        return is_named or lower.endswith(SURNAME_ENDS + FARM_ENDS) or not document.is_known(lower)
    if before.lower in _LADIES and not token.flags:
        return True
    if token.flags or len(lower) < LONG_ENOUGH or not lower.endswith(SURNAME_ENDS + FARM_ENDS):
        return False
    if before.flags & (Word.STAFF | Word.OCCUPATION) and not before.lower.endswith(_DEFINITE):
        return True
    return acts and len(lower) >= _SHORTEST_ROLE and bool(before.flags & (Word.STAFF | Word.PARENT))


def _has_an_article(document: Document, at: int) -> bool:
    """Tell whether an article stands right before, as before things: "ei jinnt", "en flinkis"."""
    before = document.before(at)
    return before is not None and before.lower in _ARTICLES


def _is_english_here(document: Document, at: int, token: Token) -> bool:
    """Tell whether an English word stands beside another in a Norwegian text: "even more worried"."""
    if token.lower not in document.vocabulary.english:
        return False
    small = document.vocabulary.classes["engelske_smaord"]
    for one in (document.before(at), document.after(at)):
        if one is None or not one.is_word:
            continue
        is_norwegian = one.flags & Word.FUNCTION or document.is_known(one.lower)
        if is_norwegian and _is_beside_english(document, at, one):
            return True
        if one.lower in small or (one.lower in document.vocabulary.english and not is_norwegian):
            return True
    return False


def _is_beside_english(document: Document, at: int, near: Token) -> bool:
    """Tell whether the word beside is English as well, and so is the one beyond, which Norwegian has not: "than last
    week".
    """
    if near.lower not in document.vocabulary.english:
        return False
    beyond = document.before(at, 2) if near.start < document.tokens[at].start else document.after(at, 2)
    if beyond is None or beyond.lower not in document.vocabulary.english:
        return False
    return not beyond.flags & Word.FUNCTION and not document.lexicon.is_headword(beyond.lower)


def _is_a_second_half(document: Document, at: int, token: Token) -> bool:
    """Tell whether the word ends what a hyphen opened ("berg- og dalbane"), or a role cut short ("helsesyk")."""
    tie, hyphen = document.before(at), document.before(at, 2)
    if tie is not None and hyphen is not None and tie.lower in ("og", "eller", "å") and hyphen.text == "-":
        return True
    return len(token.text) >= _SHORTEST_ROLE and any(
        document.flags_of(token.lower + rest) & Word.STAFF for rest in ("epleier", "epleiar", "er", "ærer", "rer", "ar")
    )


def _is_a_role_in_haste(document: Document, lower: str) -> bool:
    """Tell whether a vowel is lost in the word for somebody at work: "rektr", "helsesøstr"."""
    if len(lower) < _SHORTEST_ROLE - 1 or not lower.endswith(("r", "n")):
        return False
    roles = (lower[:at] + vowel + lower[at:] for at in range(1, len(lower)) for vowel in "aeo")
    return any(document.flags_of(role) & Word.STAFF for role in roles if len(role) >= _SHORTEST_ROLE)


def _judge_unknown(search: Search, at: int, token: Token) -> Judged:
    """Unknown unless known safe: a word that is no ordinary, misspelt or dialect word may be a name."""
    points = 2 * ENOUGH if likeness.is_written_from_afar(token.text) else evidence(search.document, at)
    is_half = points < 2 * ENOUGH and _is_a_second_half(search.document, at, token)
    if is_half or len(token.text) < _SHORTEST or (points < ENOUGH and len(token.text) < LONG_ENOUGH):
        return None
    if points < ENOUGH and (_has_an_article(search.document, at) or _is_english_here(search.document, at, token)):
        return None
    is_cut = likeness.is_a_verb_cut_off(search.document, token) or _is_a_role_in_haste(search.document, token.lower)
    if is_cut or (points < ENOUGH and likeness.is_shortened(search.document, token)):
        return None
    is_variant = (
        token.lower.endswith(_LEARNED_ENDS)
        or is_typo(search, token.lower)
        or likeness.looks_like_dialect(search.document, token.lower)
    )
    if points < 2 * ENOUGH and is_variant:
        return None
    if points >= ENOUGH:
        return 0.6, "Et ukjent ord som er brukt som et navn."
    return UNPROVEN, STRANGE
