"""Finds what singles a family out: the parents' jobs and employers. Common family words are left alone."""

import re
from collections.abc import Iterator

from bot.anonymise.document import Document, Token
from bot.anonymise.finding import Hit, quasi
from bot.anonymise.needs import needs_of
from bot.anonymise.word_classes import Word
from bot.anonymise.word_lists import words
from bot.anonymise.work_patterns import (
    ALSO_WORKS,
    GOODS,
    KEEPS_ANIMALS,
    OF_THE_FAMILY,
    OWN_WORK,
    OWNS,
    PURSUES,
    SELLS,
    SITS_IN,
    STUDIES,
    UNIFORMED,
)

_JOB_GAP = 8
_ONE_ADULT = words("han hun ho hu hainn hain")
_NO_JOB_PLACES = words("familien leken gruppa klassen gjengen hjemmet")
_PLACE_PREPOSITIONS = frozenset(["på", "i", "ved", "hos", "for"])
_OBJECT_WORDS = 4
_LINKS = words(
    "er e var va som , ( av til te vært vore vorre blir ble begge begge_er kjører kjørte og både jobber jobbe ansatt"
)
_FILLERS = words(
    "en ein ei et nå no også og_så selv sjøl ny både både_er utdannet tidligere kommunal kommunens lokal "
    "lokale daglig eneste skolens dessuten jo pensjonert nyutdannet autorisert ansatt fast som_en"
)
_REACH = 8
_DESCRIBED = 2
_ADJECTIVE_ENDS = ("t", "ig", "sk", "ell", "al", "ende")
_JOB_ENDS = tuple(
    words(
        "arbeider arbeidar sjef mann kvinne leder leiar lærer lærar lege tekniker ingeniør konsulent dame "
        "fører førar guide kelner oppdretter oppdrettar vokter pusser renholder reinhaldar kaptein kapper hogger "
        "sjåfør montør eier eigar pleier pleiar terapeut selger mester forsker inspektør operatør "
        "medarbeider direktør assistent vakt agent handler bygger dyrker jeger trener instruktør designer "
        "utvikler rådgiver koordinator ansatt betjent offiser lektor student stipendiat ist graf log nom tør "
        "søster bonde smed spiller spelar utøver utøvar artist kunstner musiker arbeidsleder sanger "
        "fisker maker røkter hjelp vert vertinne skipper matros pilot"
    )
)
_JOB_TAILS = frozenset(ending[-3:] for ending in _JOB_ENDS)
"""The last three letters of each: asked first, as most words fail it."""
_ARTICLE_ENDS = "nt"
"""What a job ends in when it has its article: "datter av kommuneoverlegen"."""
_VEHICLES = tuple(
    words("plog plogen bil bilen buss bussen trailer taxi truck tog trikk maskin traktor båt ferge fly tankbil")
)
_JOB_WHY = "Yrket til en forelder peker på få familier."
_WORK_FILLERS = words(
    "nå no også mye som fast sammen begge deltid fulltid selv natt natta nattevakt kveld skift turnus helg helger dag "
    "ekstra heltid sesong lange vakter"
)
_AWAY = frozenset(["offshore", "nordsjøen", "utenlands"])
_SENTENCE = 15
_ONE_OF_A_KIND = words(
    "ordføreren ordføraren varaordføreren rådmannen kommunedirektøren lensmannen presten sognepresten soknepresten "
    "rektoren rektorn organisten dyrlegen brannsjefen kommunelegen distriktslegen kantoren imamen"
)
_SENT = words(
    "klage klagen klagd brev brevet melding meldingen henvendelse henvendelsen søknad søknaden mail e-post epost sendt "
    "send sende skrevet skreve skriver skrive sak saken spørsmål videre svar møte meldt varsel varslet rapport notat"
)
"""What is sent "til kommunedirektøren", who is nobody's father there."""
_OF_A_PARENT = tuple(
    words("fars farens mors morens moras pappas mammas familiens foreldrenes foreldras onkels onkelens tantas")
)
_BUSINESSES = tuple(
    words(
        "gård gard bruk restaurant butikk hotell kafé kafeen kiosk camping firma bedrift verksted kennel stall bakeri "
        "salong styret formannskap storting oppdrett fjøs"
    )
)
_OFFICES = tuple(
    words(
        "huset kontor stasjon posten banken bibliotek heimen hjemmet meieri slakteri verksted sagbruk fabrikk anlegg "
        "prestegård"
    )
)
_ALSO_A_PARENT = ("mor ", "far ", "mamma ", "pappa ", "moren ", "faren ")
_FRIENDS = words(
    "nabo naboen nabogutten venn vennen venninne venninna venninnen kamerat kameraten bestevenn bestevenninne kompis "
    "kompisen klassekamerat klassekameraten lekekamerat"
)
_CHILD_OF = words(
    "sønn sønnen datter dattera datteren barnet barn gutten jenta unge sønen dotter dottera barnebarn barnebarnet"
)


_CHILD_OR_ADULT = _CHILD_OF | _ONE_ADULT
_PARENT_NEEDS = needs_of(*_OF_A_PARENT)
_DRIVING = ("driv", "drev", "dreiv", "held på", "holder på")
_PURSUITS = (
    (PURSUES, 0.75, (*_DRIVING, "lever av", "lev av", "livn")),
    (KEEPS_ANIMALS, 0.7, _DRIVING),
    (STUDIES, 0.75, ("stud", "utdann", "går på skole")),
)
_PURSUIT_NEEDS = needs_of(*(word for *_, needs in _PURSUITS for word in needs))
_PLACE_NEEDS = needs_of(*_BUSINESSES, *_OFFICES, "selg", "sel ")


def find_family(document: Document) -> Iterator[Hit]:
    """Yield parents' jobs and employers."""
    owned = () if document.lacks(_PARENT_NEEDS) else document.scan(OF_THE_FAMILY, *_OF_A_PARENT)
    for match in (*document.scan(OWN_WORK, "jobb", "arbeid"), *owned):
        yield _workplace(match.start(1), match.end(1))
    for match in document.scan(UNIFORMED, "forsvaret", "hæren"):
        yield _workplace(match.start(1), match.end(1))
    if document.flags & Word.KIN or not _CHILD_OR_ADULT.isdisjoint(document.words):
        yield from _jobs_and_employers(document)


def _jobs_and_employers(document: Document) -> Iterator[Hit]:
    work_verbs = document.vocabulary.classes["arbeidsverb"]
    for at, token in enumerate(document.tokens):
        lower = token.lower
        may_end = lower[-3:] in _JOB_TAILS or lower[-1] in _ARTICLE_ENDS
        if token.flags & Word.OCCUPATION or (may_end and _sounds_like_a_job(document, at)):
            yield from _job(document, at)
        elif lower in work_verbs and (_adult_before(document, at, _JOB_GAP) or _they_do(document, at)):
            yield from _employer(document, at)
    yield from _workplaces(document)
    for pattern, certainty, needs in () if document.lacks(_PURSUIT_NEEDS) else _PURSUITS:
        for match in document.scan(pattern, *needs):
            yield quasi(match.start(1), match.end(1), "yrke", _JOB_WHY, certainty, "et yrke")


def _workplaces(document: Document) -> Iterator[Hit]:
    for at in range(len(document.tokens) - 2) if document.flags & Word.PARENT and "på" in document.words else ():
        if _is_where_a_parent_works(document, at):
            yield _workplace(document.tokens[at + 2].start, document.tokens[at + 2].end)
    rows: list[tuple[re.Pattern[str], tuple[str, ...]]] = [(ALSO_WORKS, _ALSO_A_PARENT)]
    if not document.lacks(_PLACE_NEEDS):
        rows += [(OWNS, _BUSINESSES), (SELLS, ("selg", "sel ")), (GOODS, ("selg", "sel ")), (SITS_IN, _OFFICES)]
    for pattern, needs in rows:
        for match in document.scan(pattern, *needs):
            yield _workplace(match.start(1), match.end(1))


def _is_where_a_parent_works(document: Document, at: int) -> bool:
    """Tell whether a name nobody knows stands after "mora e på": "elkem". An ordinary word may be any place."""
    if document.tokens[at].lower not in ("e", "er", "va", "var"):
        return False
    who, link, place = document.before(at), document.after(at), document.after(at, 2)
    if who is None or link is None or place is None or not who.flags & Word.PARENT or link.lower != "på":
        return False
    if not place.is_word or len(place.text) <= 3 or place.flags:
        return False
    return not document.lexicon.is_headword(place.lower) and not document.lexicon.is_common_form(place.lower)


def _workplace(start: int, end: int) -> Hit:
    why = "Arbeidsplassen til en forelder peker på få familier."
    return quasi(start, end, "arbeidsgiver", why, 0.75, "[arbeidsplassen]")


def _sounds_like_a_job(document: Document, at: int) -> bool:
    """Tell whether a word right after "mor er" ends like a job: -arbeider, -sjef, -mann."""
    token, verb, who = document.tokens[at], document.before(at), document.before(at, 2)
    if verb is not None and verb.lower in ("av", "til", "te") and _is_a_childs_parent(document, at):
        return True
    if (
        verb is None
        or who is None
        or token.lower[-3:] not in _JOB_TAILS
        or token.flags & Word.VERB
        or token.lower in document.vocabulary.classes["arbeidsverb"]
        or not token.lower.endswith(_JOB_ENDS)
    ):
        return False
    if verb.text == ":" and who.flags & Word.KIN:
        return True
    step = 1
    while step <= _DESCRIBED and verb is not None and _describes(document, verb):
        step += 1
        verb, who = document.before(at, step), document.before(at, step + 1)
    if verb is None or who is None or verb.lower not in ("er", "e", "var", "som"):
        return False
    return bool(who.flags & Word.KIN) or (
        verb.lower == "som" and who.lower in document.vocabulary.classes["arbeidsverb"]
    )


def _describes(document: Document, token: Token) -> bool:
    """Tell whether the word only describes the job: "kjent ishockeyspiller", "pensjonert flygeleder"."""
    if token.lower in _LINKS:
        return False
    return token.lower in _FILLERS or (token.lower.endswith(_ADJECTIVE_ENDS) and document.is_known(token.lower))


def _is_a_childs_parent(document: Document, at: int) -> bool:
    """Tell whether a definite word that ends like a job follows "datter av": "kommuneoverlegen"."""
    link, child = document.before(at), document.before(at, 2)
    if link is None or child is None or link.lower not in ("av", "til", "te") or child.lower not in _CHILD_OF:
        return False
    lower = document.tokens[at].lower
    return any(lower.endswith(ending) and lower[: -len(ending)].endswith(_JOB_ENDS) for ending in ("en", "n", "et"))


def _they_do(document: Document, at: int) -> bool:
    who = document.before(at)
    return (
        who is not None
        and who.lower in ("de", "dei", "begge", "dæm")
        and document.tokens[at].lower in ("driver", "driv", "eier", "eig")
    )


def _adult_before(document: Document, at: int, reach: int, *, child_of: bool = False) -> Token | None:
    """Return the close adult (or with `child_of` also "sønn", "gutten") at most `reach` words before, same sentence."""
    for step in range(1, reach + 1):
        token = document.before(at, step)
        if token is None or token.text in ".!?;":
            return None
        if (token.flags & Word.KIN and token.lower not in _FRIENDS) or (child_of and token.lower in _CHILD_OF):
            return token
    return None


def _job(document: Document, at: int) -> Iterator[Hit]:
    """Yield a job that a close adult has: "mor er rektor", "far, som er lensmann", "sønn av ordføreren",
    "ordføreren er far".
    """
    tokens = document.tokens
    link_at = at - 1
    while link_at > max(0, at - _REACH) and _describes(document, tokens[link_at]):
        link_at -= 1
    if (
        link_at < 0
        or _is_role_beside_a_name(document, at, link_at)
        or not (_is_their_job(document, at, link_at) or _is_parent(document, at))
    ):
        return
    last = at
    follow, place = document.after(at), document.after(at, 2)
    if follow is not None and place is not None and follow.lower == "i" and place.lower in _NO_JOB_PLACES:
        return
    if follow is not None and place is not None and follow.lower in ("på", "i", "ved", "hos") and place.is_word:
        last = at + 2
    link = tokens[link_at].lower
    replacement = _job_replacement(document, link, link_at)
    yield quasi(tokens[at].start, tokens[last].end, "yrke", _JOB_WHY, 0.85, replacement)


def _is_role_beside_a_name(document: Document, at: int, link_at: int) -> bool:
    """Tell whether the role belongs to the name after it, or is one in a row: "mor, far, helsesykepleier Tone"."""
    follow, earlier = document.after(at), document.before(link_at, 2)
    if not document.tokens[at].flags & Word.STAFF or document.tokens[link_at].lower not in (",", "og"):
        return False
    is_in_a_row = earlier is not None and earlier.text in ",:" and document.tokens[link_at].text == ","
    return is_in_a_row or (follow is not None and follow.has_capital)


def _job_replacement(document: Document, link: str, link_at: int) -> str:
    """Return what reads well after the link: "sønn av [en voksen]", "jobber", "kjører i jobben", "er i arbeid"."""
    if link in ("av", "til", "te"):
        return "[en voksen]"
    if link == "som" and _is_work(document, link_at):
        return ""
    return "i jobben" if link.startswith("kjør") else "i arbeid"


def _is_their_job(document: Document, at: int, link_at: int) -> bool:
    link = document.tokens[link_at]
    if link.flags & Word.KIN and not document.tokens[at].flags & Word.STAFF:
        return link_at == at - 1
    if link.lower in ("til", "te", "hos", "av", "fra", "frå", "åt") and document.tokens[at].lower in _ONE_OF_A_KIND:
        sent = document.before(link_at)
        return sent is None or sent.lower not in _SENT
    who = document.before(link_at)
    if link.lower == "som" and _works_by_name(document, link_at):
        return not document.tokens[at].flags & Word.STAFF
    if link.lower in ("er", "e") and who is not None and who.lower in _ONE_ADULT:
        near = document.tokens[max(0, link_at - _SENTENCE) : link_at]
        is_about_an_adult = any(t.flags & Word.KIN and t.lower not in _FRIENDS for t in near)
        return is_about_an_adult or not document.tokens[at].flags & Word.STAFF
    is_labelled = link.text == ":" and who is not None and bool(who.flags & Word.KIN)
    is_verb = link.lower in ("er", "e", "var") and not document.tokens[at].flags & Word.STAFF
    if is_labelled or (is_verb and _is_a_named_one(document, link_at)):
        return True
    adult = _adult_before(document, at, _REACH, child_of=link.lower in ("av", "til", "te"))
    return link.lower in _LINKS and adult is not None and _link_holds(document, link_at)


def _works_by_name(document: Document, link_at: int) -> bool:
    """Tell whether a name or "han" works "som": "Marthe jobbe som postbud"."""
    verb, who = document.before(link_at), document.before(link_at, 2)
    if verb is None or who is None or verb.lower not in document.vocabulary.classes["arbeidsverb"]:
        return False
    return who.lower in _ONE_ADULT or bool(who.flags & Word.FIRST and who.has_capital)


def _is_a_named_one(document: Document, link_at: int) -> bool:
    """Tell whether a name and "som" stand before "er": "Vidar, som er politibetjent"."""
    which, comma, who = (document.before(link_at, step) for step in (1, 2, 3))
    if which is None or comma is None or which.lower != "som":
        return False
    named = who if comma.text == "," else comma
    return named is not None and bool(named.flags & Word.FIRST) and named.has_capital


def _is_parent(document: Document, at: int) -> bool:
    """Tell whether the job comes first: "ordføreren er far til barnet"."""
    verb, kin = document.after(at), document.after(at, 2)
    return verb is not None and kin is not None and verb.lower in ("er", "e", "var") and bool(kin.flags & Word.PARENT)


def _is_work(document: Document, at: int) -> bool:
    before = document.before(at)
    return before is not None and before.lower in document.vocabulary.classes["arbeidsverb"]


def _link_holds(document: Document, at: int) -> bool:
    """Tell whether a loose link (comma, "og", "av") really ties the job to the adult before it."""
    link, before = document.tokens[at], document.before(at)
    if before is None:
        return False
    if link.lower in ("av", "til", "te"):
        is_child = before.lower in _CHILD_OF and before.lower not in ("barn", "barnet", "unge", "gutten", "jenta")
        return is_child or (
            before.lower in _CHILD_OF and document.tokens[at + 1].lower.endswith(("en", "n", "et", "a"))
        )
    if link.lower == "som":
        return _is_work(document, at) or before.text == "," or bool(before.flags & Word.KIN)
    if link.lower in (",", "(", "og"):
        return bool(before.flags & (Word.KIN | Word.OCCUPATION | Word.FIRST)) and not (
            link.lower == "og" and before.flags & Word.KIN
        )
    return True


def _employer(document: Document, at: int) -> Iterator[Hit]:
    """Yield the place after "mor jobber på", at most four words; "jobber natt" is nothing."""
    tokens = document.tokens
    lower = tokens[at].lower
    start = at + 1
    while start < len(tokens) and start - at < _OBJECT_WORDS and tokens[start].lower in _WORK_FILLERS:
        start += 1
    if start >= len(tokens):
        return
    if tokens[start].lower in _AWAY:
        yield _workplace(tokens[start].start, tokens[start].end)
        return
    if tokens[start].lower in _PLACE_PREPOSITIONS and start + 1 < len(tokens):
        start += 1
    elif not _owns_or_drives(lower, tokens[start].lower):
        return
    if tokens[start].lower == "kassa" and (chain := document.after(start, 2)) is not None and chain.has_capital:
        start += 2
    last = _object_end(document, start)
    if last is None or _says_nothing(document, start):
        return
    yield _workplace(tokens[start].start, tokens[last].end)


def _owns_or_drives(verb: str, what: str) -> bool:
    """Tell whether what follows the verb itself is the work: "eier butikk", "kjører tankbil"."""
    if verb in ("driver", "driv", "eier", "eig"):
        return True
    drives = verb in ("kjører", "kjøre", "køyre", "kjøyrer", "køyrer", "kjørte", "køyrde", "kjør")
    return drives and what.endswith(_VEHICLES) and what not in ("bil", "buss")


_VAGUE = words(
    "laget kassa jobben saken det å seg dette hjemmet språket samarbeidet hus huset bil med ham henne barnet "
    "grensesetting skift overtid rutiner en et foreldrerollen bolig"
)


def _says_nothing(document: Document, start: int) -> bool:
    word = document.tokens[start]
    vague = document.vocabulary.classes["arbeid_uten_sted"]
    return word.lower in vague or word.lower in _VAGUE or not word.is_word


def _object_end(document: Document, start: int) -> int | None:
    tokens = document.tokens
    last: int | None = None
    for at in range(start, min(start + _OBJECT_WORDS, len(tokens))):
        token = tokens[at]
        if not token.is_word or (
            at > start
            and (token.flags & (Word.VERB | Word.FUNCTION))
            and not token.has_capital
            and token.lower not in ("ved", "i", "på")
        ):
            break
        if token.lower in ("og", "som", "men", "så"):
            break
        last = at
    while last is not None and last > start and tokens[last].lower in ("ved", "i", "på"):
        last -= 1
    return last
