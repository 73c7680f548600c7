"""Asks about a word first in a sentence that does what people do: "Solstråle vil ikke hjem", "Tindra har grått",
and where all is in small letters "basse slo igjen".

Norwegian puts an article before a thing that can be counted, so an ordinary word that stands bare there may be a name.
Knows verbs, no names.
"""

import re
from collections.abc import Iterator

from bot.anonymise.evidence.chat_slot import ADVERBS, HUMAN_DOING, MASS
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.likeness import is_one_edit_from, is_one_edit_from_a_name
from bot.anonymise.reading.needs import ANYTHING
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_MODALS = words(
    "vil skal kan må bør får kunne skulle ville måtte fikk tør orker klarer nekter pleier greier begynte begynner"
)
_HOME = words("hjem heim inn ut hit")
_WITH = words("være vere bli")
_STOPPED = words("sluttet slutta begynt byrja blitt vært fått")
_BE = words("er e var blir ble")
_STATES = words(
    "redd ræd sint lei trist syk sjuk sliten trøtt sulten urolig uroleg ensom einsam utslitt sjenert stille flau "
    "såra skamfull forelska gravid innlagt borte fraværende"
)
_NOBODY = words(
    "det den dette denne de dem dei dæm han hun ho hu hen hain hainn hannj vi jeg eg æ man en ein et ei du noen "
    "nokon alle mange begge folk"
)
_IN_NOTES = words(
    "kvinne dame hund katt klasse ansatt fadder person skole barnehage overgriper innringer familie folk voksne"
)
"""Who acts without an article where somebody writes briefly."""
_ENDS_OF_FORMS = ("ene", "ane", "en", "et", "er", "ar", "a", "e", "s", "t")
_ENDS_IN_SMALL = ("a", "t")
"""The same for a headword in small letters: "basse" is one itself, though "bass" is another, and what owns something
("svei" in the genitive, for "sveis") does nothing."""
_NO_NICKNAMES = (
    "en", "et", "an", "ene", "ane", "er", "ar", "ere", "ing", "het", "else", "sjon", "ist", "inne", "dag", "skap",
    "sjef", "lig", "vis", "mann",
)  # fmt: skip
_MADE_OF_COLOURS = tuple(
    words(
        "svarten hviten kviten rauden røden gråen brunen blakken tjukken feiten lillen langen kvikken skallen rødingen"
    )
)
"""How somebody looks with an article is what somebody is called: "Svarten bor der"."""
_CLAUSES = words("at fordi når hvis om")
_WHEN = words("dag går kveld natt morges da så nå no plutselig etterpå deretter idag igår")
"""What stands before the verb when somebody is told of behind it."""
_TIES = words("og men å")
_YEARS = words("år måneder månader mnd")
_OLDEST = 20
_ENDS_THERE = re.compile(r"\.(?:\s+[^\Wa-zæøå\d_]|\s*$)")
_DONE_TO_THINGS = words(
    "spiser spiste spist drikker drakk leser leste tegner tegna tegnet synger sang spiller spilte skriver skrev ringer "
    "ringte henter hentet henta leker lekte leikte kaster kasta kastet bruker brukte lager laga laget"
)
"""Verbs of people behind which a bare noun is as often what it is done to: "i dag spiste pølse alle sammen"."""
_SMALL_WORDS = ("han", "hun", "hen", "den", "det", "mor", "far")
"""What is misspelled most: "hann slår"."""
_BARE_IN_CHATS = words(
    "nei ja gamle unge små store gode alarm telefon mobil hest dyr fugl sjef elv minste eldste yngste mange lønn "
    "klima krangel uro gang pause politi lek løn minne ungdom kveld natt morgen gjeng tilsyn gravid kaos stemning"
)
"""What colleagues leave the article out of when they write fast."""
_LIKE_A_NAME = re.compile(r"(?:[aeiouyæøå]i|[bdfgklmnpstv]r)a$")
"""How hardly any noun ends with its article, and many girls' names do: "Skaia", "Tindra"."""
_HAS = words(
    "blåmerker blåmerke feber mareritt angst vondt bursdag adhd autisme spiseforstyrrelse dysleksi "
    "selvmordstanker venner lus eksem astma kjæreste skift hjemlengsel matboks matpakke regntøy vinterklær ytterklær "
    "gymtøy støvler votter sko skoan frokost mat jakke lue"
)
_COMES = words("kommer kom kjem kjæm går gikk gjekk")
_COMING = words("ikke ikkje alltid ofte sjelden uten utan for til hjem heim sent sint gråtende sliten")
_LIVES = words("bor bur bodde budde")
_VERBS = _MODALS | _BE | _COMES | _LIVES | words("har hadde")
_ARTICLES = ("en", "a")
_LIVES_AND_EATS = words(
    "spiser spiste åt et gråter gråt gret græt grein grin griner sover sov søv sovna sovnet våkna våknet "
    "beit biter bet sparka klorte lugga tissa bæsja hylte"
)
_LIVED = re.compile(
    r" (?:(?:har|hadde|hi) (?:igjen |nå |også )?(?:kastet opp|kasta opp|roet seg|roa seg|sluttet å (?:komme|snakke|"
    r"spise|le)|"
    r"begynt å (?:gråte|grine|slå|bite|stjele|lyve|skulke|snakke)|grått|grett|sovet|tisset|tissa|rømt|blåmerker?\b)|"
    r"(?:satt|sitter|sto|står|lå|ligger) (?:alene|aleine|åleine|gråtende|helt stille|og (?:gråt|gråter|grein|sov|"
    r"sover))|"
    r"(?:fikk|får) (?:ikke |ikkje )?(?:juling|kjeft|skylda|skylden|bank|stein i|slag|frokost|niste|mat (?:hjemme|"
    r"heime))|"
    r"(?:er|e|var|va) (?:hjemme alene|heime åleine|hjemme åleina|heime åleina|hjemme åleine|syk|sjuk|sliten|urolig|"
    r"mobbet|utestengt)(?= )|"
    r"(?:kom|kommer|kjem) (?:uten|utan) (?:niste|nista|mat|jakke|votter|sko|sekk|klær)|ble (?:mobbet|utestengt))"
)
"""What only a body goes through: "Bønna har kastet opp", "Pølsa satt alene"."""
_STATES_OF_ONE = words("redd ræd sint lei sulten trøtt forelska gravid")
_WITHOUT = words("uten utan")
_PEOPLE_AND_BEASTS = tuple(
    words(
        "ene ane eren aren isten mannen inna innen lingen sjefen damen dama kona klassen gruppa gruppen avdelinga "
        "avdelingen familien gjengen hunden katten katta hesten skolen skulen barnehagen kommunen politiet eleven "
        "venninna vennen naboen gjesten teamet rekka loven planen rapporten meldinga meldingen boka boken loggen "
        "skjemaet sfo leiinga ledelsen styret staben halvparten flertallet ungdommen ungdomen babyen personen kvinna "
        "kvinnen kjæresten kompisen fadderen tolken presten legen vikaren kollegaen medelev medeleven sida siden "
        "forskrifta forskriften veilederen rutina rutinen paragrafen lista onga unga borna barna guta jenta foreldra"
    )
)
"""Nouns with their article that people, animals, groups and papers are called by: these do and say things."""
_SHORTEST = 3
_NO_SUBJECTS = Word.KIN | Word.CHILD | Word.STAFF | Word.SAFE | Word.FUNCTION | Word.NUMBER | Word.OCCUPATION
_HUMAN = HUMAN_DOING - words("hjelpe hjulpet åpne dele bytte møte ordne fikse dekke følge vente time fri feber gruppa")


@needing(ANYTHING)
def opening_subjects(document: Document) -> Iterator[int]:
    """Yield the positions of such words. The rules for names have seen them and left them."""
    tokens = document.tokens
    is_small = _is_in_small(document)
    if is_small:
        leads = [at for at in document.where_any(_CLAUSES) if not tokens[at].opens_sentence]
        turns = [when + 1 for when in document.where_any(_WHEN) if when < len(tokens) - 1]
        yield from (at + 1 for at in leads if _acts_in_a_clause(document, at + 1))
        yield from (at + 1 for at in turns if not tokens[at].opens_sentence and _turns(document, at))
    for at in [at for at, token in enumerate(tokens) if token.opens_sentence]:
        token = tokens[at]
        if token.has_capital and _is_a_thing_that_lives(document, at):
            yield at
            continue
        may_be = may_be_called if token.has_capital else _may_be_called_in_small
        if (token.has_capital or is_small) and _acts(document, at) and may_be(document, at):
            yield at


def _is_a_thing_that_lives(document: Document, at: int) -> bool:
    """Tell whether a thing with its article does what only a body does: "Bønna spiser ikke", "Snella er stille"."""
    token, verb, doing = document.tokens[at], document.after(at), document.after(at, 2)
    if verb is None or doing is None or verb.opens_sentence or not token.lower.endswith(_ARTICLES):
        return False
    if token.flags & (_NO_SUBJECTS | Word.VERB | Word.MONTH) or not token.text.isalpha() or token.is_caps:
        return False
    if token.lower.endswith(_PEOPLE_AND_BEASTS) or token.lower in document.places.single:
        return False
    if _LIVED.match(document.text, token.end):
        return True
    is_state = verb.lower in _BE and doing.lower in _STATES_OF_ONE
    lacking = document.after(at, 3)
    comes = verb.lower in _COMES and doing.lower in _WITHOUT and lacking is not None and lacking.lower in _HAS
    return verb.lower in _LIVES_AND_EATS or is_state or comes


def _turns(document: Document, at: int) -> bool:
    """Tell whether a verb of people stands between when and a bare noun: "i dag slo basse", "så beit mulle"."""
    when, who = document.tokens[at - 1], document.after(at)
    if who is None or who.has_capital or not who.is_word:
        return False
    verb = document.tokens[at].lower
    if verb in _DONE_TO_THINGS or verb not in document.vocabulary.classes["menneskeverb"]:
        return False
    leads = when if when.opens_sentence else document.before(at, 2)
    opens = leads is not None and (leads.opens_sentence or leads.lower in _TIES)
    return opens and who.lower not in _NOBODY and _may_be_called_in_small(document, at + 1)


def _acts_in_a_clause(document: Document, at: int) -> bool:
    """Tell whether a bare noun does what only people do: "alle sier at basse slo"."""
    who, verb = document.after(at - 1), document.after(at)
    if who is None or verb is None or verb.lower not in document.vocabulary.classes["menneskeverb"]:
        return False
    return not who.has_capital and _acts(document, at) and _may_be_called_in_small(document, at)


def _is_in_small(document: Document) -> bool:
    """Tell whether the text begins with a small letter, as one where no sentence has a capital does."""
    first = next((token for token in document.tokens if token.is_word), None)
    return first is not None and not first.has_capital


def _may_be_called_in_small(document: Document, at: int) -> bool:
    """Tell whether a bare noun in small letters may be what somebody is called: "basse", "mulle"."""
    token, before, number = document.tokens[at], document.before(at), document.before(at, 2)
    if before is not None and number is not None and before.text == "." and number.text.isdigit():
        return False  # "7. trinn"
    lower, is_headword = token.lower, document.lexicon.is_headword
    if not is_headword(lower):
        return is_one_edit_from_a_name(document, lower) and may_be_called(document, at)
    if lower in _BARE_IN_CHATS or lower.endswith(_NO_NICKNAMES):
        return False
    return may_be_called(document, at) and not _is_near_a_small_word(lower)


def _is_near_a_small_word(lower: str) -> bool:
    return any(is_one_edit_from(lower, word) for word in _SMALL_WORDS)


def may_be_called(document: Document, at: int) -> bool:
    """Tell whether the word is no role, place or form of a noun with an article ("Gruppa", "Planen")."""
    token = document.tokens[at]
    lower = token.lower
    if not token.text.isalpha() or token.is_caps or len(lower) < _SHORTEST or token.flags & (_NO_SUBJECTS | Word.VERB):
        return False
    if lower in document.places.single or lower in MASS:
        return False
    is_headword = document.lexicon.is_headword
    is_a_form = any(
        lower.endswith(end)
        and (is_headword(stem := lower.removesuffix(end)) or (end != "e" and is_headword(stem + "e")))
        for end in (_ENDS_OF_FORMS if token.has_capital or not is_headword(lower) else _ENDS_IN_SMALL)
    )
    if not is_headword(lower):
        is_misspelt = not is_a_form and not _is_near_a_small_word(lower) and is_one_edit_from_a_name(document, lower)
        return bool(_LIKE_A_NAME.search(lower)) or not document.is_known(lower) or is_misspelt
    if token.has_capital and lower.endswith(_MADE_OF_COLOURS):
        return True
    return lower not in _IN_NOTES and not is_a_form


def _acts(document: Document, at: int) -> bool:
    """Tell whether a person's verb comes next and no other subject behind it ("Plutselig slår han")."""
    verb, doing = document.after(at), document.after(at, 2)
    if verb is None or verb.opens_sentence:
        return False
    if verb.lower not in _VERBS and verb.lower not in document.vocabulary.classes["menneskeverb"]:
        return False
    step = 2
    while doing is not None and doing.lower in ADVERBS and step < len(ADVERBS):
        step += 1
        doing = document.after(at, step)
    if doing is None or doing.opens_sentence:
        return verb.lower in document.vocabulary.classes["menneskeverb"]
    if doing.lower in _NOBODY or doing.has_capital or doing.flags & (Word.KIN | Word.CHILD | Word.STAFF):
        return False
    return _says_a_person(document, verb, doing, document.after(at, step + 1)) or _comes(document, at)


def _comes(document: Document, at: int) -> bool:
    """Tell whether a word that is no headword comes or goes as people do: "Tindra kommer uten matpakke"."""
    verb, how = document.tokens[at + 1], document.tokens[at + 2]
    is_coming = verb.lower in _COMES and how.lower in _COMING
    return is_coming and not document.lexicon.is_headword(document.tokens[at].lower)


def _says_a_person(document: Document, verb: Token, doing: Token, then: Token | None) -> bool:
    """Tell whether "vil hjem", "har grått", "har sluttet å spise", "er redd" or "gråter mye" is said."""
    classes = document.vocabulary.classes
    if verb.lower in _MODALS:
        is_with = doing.lower in _WITH and then is not None and then.lower in ("med", "sammen", "alene", "hjemme")
        return doing.lower in _HUMAN or doing.lower in _HOME or is_with
    if verb.lower in ("har", "hadde"):
        is_doing = doing.lower in _STOPPED and then is not None and then.lower == "å"
        return is_doing or doing.lower in classes["har_gjort"] or doing.lower in _HAS
    if verb.lower in _LIVES:
        return True
    if verb.lower in _BE:
        is_home = doing.lower in ("hjemme", "heime") and then is not None and then.lower.endswith(("lene", "leine"))
        return is_home or doing.lower in _STATES or _is_an_age(document, doing, then)
    return verb.lower in classes["menneskeverb"]


def _is_an_age(document: Document, number: Token, then: Token | None) -> bool:
    """Tell whether "12 år", or "12" and nothing that is counted, is said: "Jasleen er 12 og elsker å svømme"."""
    is_plain = then is None or then.opens_sentence or then.text == "," or then.lower in (*_TIES, *_YEARS)
    is_last = _ENDS_THERE.match(document.text, number.end) is not None
    return (is_plain or is_last) and number.text.isdigit() and 0 < int(number.text[:3]) < _OLDEST
