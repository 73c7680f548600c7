"""Asks about a given name that is a word as well, in small letters, where a note, a question or a driver speaks of
somebody: "oppfølging av ask", "hvorfor er lerke så stille", "jeg henter stein hver dag", "eleven min tara".

Knows phrases, no names. The rules for names have seen the words and left them.
"""

import re
from collections.abc import Iterator

from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.weather import is_weather_in_a_row
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_REACH = 44
_TOPIC = re.compile(
    r"\b(?:(?:oppfølging\w{0,2}|oppfølginga|plan\w{0,2}) (?:av|rundt|for)|(?:bekymrings)?melding\w{0,2} (?:på|"
    r"av|fra|frå)|"
    r"uroa? (?:rundt|for|omkring)|urolige? (?:for|over)|uroleg for|(?:råd|veiledning) (?:om|rundt|vedrørende)|"
    r"(?:følge|følger|følg|følgje|følgjer|fulgte|fulgt)(?: (?:vi|dere|de|æ|jeg|eg|dokker|dåkker))? opp|"
    r"(?:si|sier|sagt|sa|sei|meldt|melder|melde) (?:i?fra|ifrå|frå) om|gjelder fortsatt|gjeld framleis|"
    r"(?:historien?|situasjonen|saka|saken|timene|dagen) (?:til|for|rundt|med)|gjør (?:vi|jeg|eg|æ|man|dere|"
    r"dokker) med) $",
    re.IGNORECASE,
)
"""What is written of somebody: "oppfølging av", "bekymringsmelding på"."""
_TAKEN_UP = re.compile(r"\b(?:tar|ta|tatt|tok|tek|teke) opp $", re.IGNORECASE)
_WITH_WHOM = words("med me m i på")
_OWN = re.compile(
    r"\b(?:eleven|gutten|guten|jenta|barnet|ungen|onga|naboen|kollegaen|læreren|sønnen|dattera|datteren|venninna|"
    r"venninnen|kompisen|vennen|kameraten|bestevennen|broren|søstera|søsteren|lillebroren|storebroren|lillesøstera|"
    r"storesøstera|fadderen|sjefen|treneren|vikaren|assistenten|guttungen|tenåringen) "
    r"(?:min|mi|mitt|vår|våres|våran|vårres|hans|hennes|hennar|din|di|deres|demmes) $",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?:(?:^|[\n.!?:,] ?)(?:er|e|har|får|blir|blei|ble|kan|må|skal|ska)|"
    r"\b(?:hvorfor|korfor|koffer|kvifor|hvordan|kordan|korleis|kossen|åssen) (?:er|e|har|får|blir|blei|ble|kan|"
    r"skal|ska)) $",
    re.IGNORECASE,
)
_IS_SO = re.compile(
    r" (?:så (?:stille|sint|lei|redd|trist|sliten|urolig|mye|ofte)|(?:blitt )?(?:slått|mobba|mobbet|utsatt|"
    r"plaga|plaget|ertet|"
    r"truet|trua|utestengt)|trygg|redd|syk|sjuk|hjemme|heime|alene|åleine|aleine|lei seg|mat (?:hjemme|heime)|hjelp|"
    r"nok (?:mat|søvn)|lov til|"
    r"(?:det (?:bra|bedre|vondt|fint|vanskelig|greit))|(?:noen|ingen|nokon) (?:venner|å )|(?:en|ei|ein) (?:verge|venn|"
    r"kontaktperson|støttekontakt|diagnose)|være (?:utsatt|alene|med|trygg|redd))(?![\wæøå])"
)
_DONE = re.compile(
    r"\b(?:jeg|eg|æ|vi|de|dei|dæm|dem|hun|han|ho|noen|nokon|å|mor|mora|far|faren|må|skal|kan) "
    r"(?:henter|hentet|henta|hente|kjører|kjørte|kjøre|kjøyrer|følger|fulgte|følge|kjenner|kjente|holder|holdt|tar|tok|"
    r"spør|spurte|møter|møtte|trøster|trøsta|passer|passa|mobber|mobba|mobbet|utestenger|plager|erter|overser|filma|"
    r"truer|trua|leverer|leverte|levere) $"
    r"|(?:^|[\n.!?] ?)(?:fulgte|tok|hentet|henta|kjørte|leverte|kjenner|traff|møtte) $",
    re.IGNORECASE,
)
_WHERE_TO = re.compile(
    r" (?:(?:hver|kvar) (?:dag|morgen|mårrå|uke|ettermiddag)|til (?:side|skolen|bussen|barnehagen|legen|sfo|"
    r"rektor|mor|far|"
    r"trening)|utenfor|utafor|godt(?![\wæøå] \w)|fra (?:skolen|sfo|trening|barnehagen)|frå (?:skulen|sfo)|på (?:sfo|"
    r"skolen|bussen|trening)|til og fra)(?![\wæøå])"
)
_THERE = re.compile(
    r" (?:(?:på|i) (?:avdelinga|avdelingen|gruppa|klassa|klassen|laget|basen|trinnet) (?:mi|min|vår|våres|hennes|hans)|"
    r"(?:fra|frå) (?:nabohuset|naboen|klassen|klassa)|hos oss) "
    r"(?:[a-zæøå]{1,14})"
)
"""Where somebody is who does something: "stein på avdelinga mi biter"."""
_WITH_KIN = re.compile(
    r",? (?:og|å) (?:de andre (?:guttene|gutta|jentene|barna|ungene|ongan)|(?:lille|store|tvilling|halv|ste)?"
    r"(?:søstera|søsteren|broren|brødrene|søstrene)|mora|moren|faren|mamma|pappa|foreldra|foreldrene)(?![\wæøå])"
)
_BOTH = re.compile(r"\bbåde $", re.IGNORECASE)
_AND_KIN = re.compile(r" (?:og|å) (?:mor|far|mora|faren|mamma|pappa|foreldrene|søster|bror|søstera|broren)(?![\wæøå])")
_OPENS = re.compile(r"(?:^|[\n.!?:,] ?|\b(?:og|men|at|når|da|for) )$")
_SIGNS = frozenset(".,;:!?)»")
_GOES_ON = words(
    "og å på i som da når nå no om for fra frå at har hadde er e var va etter før førr igjen her ikke ikkje itj hver "
    "med me m men så vil skal ska kan må sin si til te hos slår biter roper sier sa gråt gråter"
)
_WEATHER = words("storm sol frost snø vind sky sommer vår")
_SURE_IN_SLOTS = words("liv dag anna juni april august mai finn")
"""Small words, verbs and months that many are called: these are somebody only where nothing else can stand."""
_NEVER = words(
    "vår dag per jo mai juni august april juli sommer hans anna do land ho no alt alf bra mette gift finn elle andre "
    "mine sine glad rein trygg dis del vilja ville villa jul liv tale saga nor vern"
)
_BARRED = (
    Word.FUNCTION
    | Word.KIN
    | Word.CHILD
    | Word.STAFF
    | Word.NUMBER
    | Word.VERB
    | Word.MONTH
    | Word.SAFE
    | Word.OCCUPATION
)


@needing(Word.AMBIGUOUS)
def small_topics(document: Document) -> Iterator[int]:
    """Yield the positions of such words."""
    for at, token in enumerate(document.tokens):
        if not (token.flags & Word.AMBIGUOUS and token.flags & Word.FIRST and token.text == token.lower):
            continue
        is_plain = not token.flags & _BARRED and token.lower not in _NEVER
        if not (is_plain or token.lower in _SURE_IN_SLOTS) or is_weather_in_a_row(document, at):
            continue
        if _stands_as_somebody(document, at, token) or (is_plain and _is_told_of(document, at, token)):
            yield at


def _stands_as_somebody(document: Document, at: int, token: Token) -> bool:
    """Tell whether nobody but somebody stands there, whatever else the word means: "eleven min august", "jeg kjører
    dag til skolen"."""
    text, start = document.text, max(0, token.start - _REACH)
    if _closes(document, at) and _OWN.search(text, start, token.start):
        return True
    if _WHERE_TO.match(text, token.end):
        return _DONE.search(text, start, token.start) is not None
    if _IS_SO.match(text, token.end):
        return _ASKED.search(text, start, token.start) is not None
    if _AND_KIN.match(text, token.end) and _BOTH.search(text, start, token.start):
        return True
    opens = _WITH_KIN.match(text, token.end) and _OPENS.search(text, start, token.start)
    return bool(opens) and token.lower not in _WEATHER


def _closes(document: Document, at: int) -> bool:
    follow = document.after(at)
    return follow is None or follow.text in _SIGNS or follow.opens_sentence or follow.lower in _GOES_ON


def _is_told_of(document: Document, at: int, token: Token) -> bool:
    """Tell whether the word is what a note is about, or does something where the writer is."""
    if token.lower in _WEATHER or _is_a_thing(document, token.lower):
        return False
    text, follow, start = document.text, document.after(at), max(0, token.start - _REACH)
    if _closes(document, at) and _TOPIC.search(text, start, token.start):
        return True
    if follow is None or not follow.is_word:
        return False
    if follow.lower in _WITH_WHOM and _TAKEN_UP.search(text, start, token.start):
        return True
    there = _THERE.match(text, token.end)
    acts = there is not None and bool(document.flags_of(there.group().rsplit(" ", 1)[1]) & Word.VERB)
    return acts and _OPENS.search(text, start, token.start) is not None


def _is_a_thing(document: Document, lower: str) -> bool:
    """Tell whether the word may be a noun with its article: "si fra om lenka ikke virker"."""
    return lower.endswith("a") and document.lexicon.is_headword(f"{lower[:-1]}e")
