"""Points for a word being a name in brief messages: "sendt mld t inga i ppt", "vilde 8b skulker". Holds no names."""

import re

from bot.anonymise.evidence.chat_slot import MASS
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.name_slot import Slot
from bot.anonymise.words.number_patterns import FIRST_TO_TENTH
from bot.anonymise.words.small_words import ROW_TIES
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_SHORT = words("m t f fr h")
"""Prepositions by their first letters: med, til, for or fra, hos."""
_LONG = words("med me mæ til te fra frå hos")
_FOLLOWS = words(
    "etter før igjen flere hver tidligere også på i ved fra frå om og å kl at når hvis nå no hos sin si til "
    "eller hjem heim alene åleine selv sjøl ikke ikkje men mens fordi så videre"
)
_LEADS = words("kan du må vi jeg skal å og , bør vil noen så bare husk eg æ")
_ASKS_LEAVE = words("kan skal har må vil og at om når hvis er hva hei")
_THINGS_AT_WORK = words("ro liv bo sol dag storm tale mer fin")
"""What there is at work as well: "mer ro på sfo", "livet og liv på sfo"."""
_SORRY = words("sorry takk ok okei okey unnskyld beklager supert flott")
_WEATHER_DOES = words("lagt roet roa gitt stilnet endret endra samlet samla bedret bedra vist spredd utviklet")
_INITIALS = frozenset("bcfgjklpqrtvwxz")
"""Consonants that may stand for a surname: neither "m" (med), "d" (det), "h" (har), "s" (seg) nor "n" (han)."""
_NO_INITIALS = frozenset("iå")
_BINDS = words("at og når fordi men hvis viss siden sidan")
_OF_PEOPLE = frozenset(
    (verb, word)
    for verbs, following in (
        ("vil ville", "ikke ikkje itj ha hjem heim være vere bare sove spise ete snakke prate leke leike"),
        ("får fikk fekk", "ikke ikkje itj lov vondt ondt medisin medisinen"),
        ("skal", "ha hjem heim hentes hentast hente følges snakke spise sove være vere til"),
        ("har hadde", "fri vondt ondt sår feber spist sovet sove bursdag gebursdag time lus eksem tannpine astma"),
        ("liker likte likar", "ikke ikkje å best seg maten godt"),
        ("savner savnet saknar", "mor far mamma pappa mora faren moren hjemme heime deg oss"),
        ("trenger trengte treng", "hjelp trøst bleie bleier klær medisin medisinen mat briller skifte støvler"),
        ("klarer klarte greier orker orka", "ikke ikkje å"),
        ("gjemmer gjemte kler kledde vasker vaska oppfører oppførte koser kosa isolerer", "seg sæ"),
        ("må måtte", "hentes hentast hjem heim tisse på sove spise ha"),
        ("gidder gadd orker", "ikke ikkje itj å"),
        ("kjeder kjedet kjeda oppfører", "seg sæ"),
        ("later", "som"),
        ("hører hørte følger følgte fulgte", "ikke ikkje itj"),
        ("stikker stakk", "av"),
        ("viste viser", "meg oss ikke"),
        ("lager laget laga", "bråk kvalm trøbbel tull"),
        ("ødelegger ødela", "alt for ting"),
        ("er var", "innlagt syk sjuk redd lei sliten sulten trøtt hjemme heime"),
    )
    for verb in verbs.split()
    for word in following.split()
)
_STRIKES = words(
    "traff treffer slo slår slått sparka sparket sparker beit bet biter dytta dyttet klorte klorer lugga lugget kløp "
    "klyper spytta spyttet"
)
_BODY = words(
    "øyet auget øynene øye øyne ansiktet fjeset trynet hodet hovudet huet magen ryggen armen beinet foten handa hånda "
    "hånden nesa nesen munnen øret kinnet låret leggen kneet skrittet brystet panna pannen"
)
_IS = words("e va itj hadde har")
_BARE_VERBS = frozenset(verb for verb, _ in _OF_PEOPLE)
_NEAR = 5
_ORDINAL = rf"(?:{FIRST_TO_TENTH}|fyrste)"
_CLASS = (
    r"(?P<figures>(?:10|[1-9]) ?[a-e]|(?:10|[1-9])\.? ?(?:trinn|klasse)|vg[123])|(?:"
    rf"{_ORDINAL}(?: trinn| klassen?)?|(?:avd\.?|avdeling) [\wæøå]{{2,15}})"
)
_IN_A_CLASS = re.compile(
    rf" (?:i|på|fra|frå) (?:{_CLASS}) (?P<verb>[a-zæøå]{{1,12}})(?: (?P<then>[a-zæøå]{{1,12}}))?\b", re.IGNORECASE
)
"""A pupil, the class and what the pupil does: "storm i 4a har fått", "liv i sjuende har sluttet"."""
_OF_A_CLASS = re.compile(rf" (?:i|på|fra|frå) (?:{_CLASS})(?!\w)(?:(?<!e)|(?<=klasse)|(?=[,.;]|$))", re.IGNORECASE)
_TIMES = words("vår dag mai juni juli august april jul helga")
_ALSO_THINGS = MASS | _TIMES | {"odd"}
"""Names of times and of what stands without an article: "vår i tredje klasse er travel"."""
_CLAUSES = words("når hvis dersom om at da fordi siden viss")
_NOT = words("ikke ikkje itj aldri alltid bare")
_ALSO_OF_THINGS = words("kommer kom kjem blir ble går gikk står sto ligger lå sitter satt slår slo virker følger")
"""What storms, months and stones do as well."""
_CLASS_NEXT = re.compile(r",? \(?(?:10|[1-9]) ?[a-dA-D](?![\w\-]|\.\w)")


def in_touch(slot: Slot) -> int:
    """ "sendt melding til inga i ppt", "snakka m liv i dag": somebody one speaks with, writes to or plays with."""
    token, before = slot.token, slot.before
    barred = Word.FUNCTION | Word.VERB | Word.MONTH
    if before is None or not token.flags & Word.FIRST or (token.flags & barred and token.lower != "dag"):
        return 0
    is_short = before.lower in _SHORT
    if not (is_short or before.lower in _LONG) or not (slot.ends or _goes_on(slot)):
        return 0
    is_led_home = before.lower in ("med", "m", "me", "mæ") and slot.is_followed_by("hjem", "heim")
    return 4 if is_led_home or _speaks_before(slot) else 2 if is_short and _follows_a_word(slot) else 0


def _goes_on(slot: Slot) -> bool:
    """Tell whether the sentence goes on as it does after somebody it speaks of."""
    return slot.after is not None and slot.after.lower in _FOLLOWS


def _speaks_before(slot: Slot) -> bool:
    """Tell whether the same sentence has spoken, written or phoned just before."""
    for step in range(2, _NEAR + 1):
        word = slot.document.before(slot.at, step)
        if word is None or word.text in ".!?;\n":
            return False
        if word.lower in slot.document.vocabulary.classes["i_kontakt"] or (step == 2 and word.flags & Word.KIN):
            return True
    return False


def _follows_a_word(slot: Slot) -> bool:
    """Tell whether a word stands before the letter, so that it measures nothing: "5 m", "2 t"."""
    earlier = slot.document.before(slot.at, 2)
    return earlier is not None and earlier.is_word and len(earlier.text) > 1


def in_a_class(slot: Slot) -> int:
    """ "vilde 8b skulker", "Storm (5A)": a pupil and the class."""
    if not slot.token.flags & Word.FIRST or slot.after is None:
        return 0
    if (slot.token.opens_sentence or _follows_a_tie(slot)) and _does_in_a_class(slot):
        return 4
    if slot.before is not None and slot.before.lower in ("for", "på") and _is_worried_for(slot):
        return 4
    if slot.token.flags & (Word.VERB | Word.FUNCTION):
        return 0
    return 4 if _CLASS_NEXT.match(slot.document.text, slot.token.end) else 0


def _does_in_a_class(slot: Slot) -> bool:
    """Tell whether a class or a department and what somebody there does follow, and no other subject: "storm i 4a har
    fått", not "vår i fjerde klasse bruker vi"."""
    is_placed = slot.is_followed_by("i", "på", "fra", "frå")
    acts = _IN_A_CLASS.match(slot.document.lower, slot.token.end) if is_placed else None
    if acts is None:
        return False
    verb, then = acts["verb"], acts["then"] or ""
    classes = slot.document.vocabulary.classes
    if then in _SUBJECTS and verb not in classes["sieverb"] and verb not in classes["menneskeverb"]:
        return False
    if acts["figures"]:
        return any(slot.document.flags_of(word) & Word.VERB or word in _IS for word in (verb, then))
    if slot.token.lower in (_TIMES if verb not in _WEAK else _ALSO_THINGS) and not (
        verb in classes["menneskeverb"] or (verb, then) in _OF_PEOPLE
    ):
        return then in classes["har_gjort"]
    return bool(slot.document.flags_of(verb) & Word.VERB) or verb in _IS


_WEAK = words("er e var va må skal kan bør blir ble vil")
_SUBJECTS = words("vi me du de dei dere dokker jeg eg æ man han hun ho hu det en ein")


def _is_worried_for(slot: Slot) -> bool:
    """Tell whether somebody is worried for, or thinks of, one of a class: "bekymring for storm i 2. klasse"."""
    worry = slot.document.before(slot.at, 2)
    is_worry = worry is not None and worry.lower.startswith(("bekym", "uro", "tenk", "lure", "redd", "gjeld"))
    return is_worry and _OF_A_CLASS.match(slot.document.text, slot.token.end) is not None


def does_not(slot: Slot) -> int:
    """ "når storm ikke spiser": a clause that tells what somebody leaves undone."""
    does = slot.document.after(slot.at, 2)
    if slot.before is None or slot.after is None or does is None or not slot.token.flags & Word.FIRST:
        return 0
    if slot.before.lower not in _CLAUSES or slot.after.lower not in _NOT or does.lower in _ALSO_OF_THINGS:
        return 0
    return 2 if does.lower in slot.document.vocabulary.classes["menneskeverb"] else 0


def _follows_a_tie(slot: Slot) -> bool:
    """Tell whether a clause begins there: "at vår i 1c hadde"."""
    return slot.before is not None and slot.before.lower in _BINDS


def asked_for(slot: Slot) -> int:
    """ "ring liv når du kan", "kan du hente sol kl 14": somebody to phone, fetch or remind."""
    verb, token = slot.before, slot.token
    if verb is None or verb.lower not in slot.document.vocabulary.classes["be_noen_om"] or not token.flags & Word.FIRST:
        return 0
    is_small = token.flags & (Word.FUNCTION | Word.VERB | Word.MONTH) and not (token.lower == "dag" and slot.ends)
    if is_small or not (slot.ends or _goes_on(slot)):
        return 0
    earlier = slot.document.before(slot.at, 2)
    is_led = verb.opens_sentence or earlier is None or earlier.lower in _LEADS
    return 4 if is_led else 0


def with_an_initial(slot: Slot) -> int:
    """ "at aurora t har fri", "tale k er": a given name, one consonant and a verb."""
    token, letter = slot.token, slot.after
    if letter is None or len(letter.text) != 1 or letter.text not in _INITIALS or not token.flags & Word.FIRST:
        return 0
    verb = slot.document.after(slot.at, 2)
    if token.has_capital or token.flags & (Word.FUNCTION | Word.VERB | Word.MONTH) or verb is None:
        return 0
    acts = bool(verb.flags & Word.VERB) or verb.lower in ("ikke", "ikkje", "itj")
    return 4 if acts and verb.start == letter.end + 1 else 0


def with_a_shortened_surname(slot: Slot) -> int:
    """ "vilde s. møtte", "line m.: nei": a given name that is a word, and one consonant with its full stop."""
    token, letter, stop = slot.token, slot.after, slot.document.after(slot.at, 2)
    if letter is None or stop is None or token.has_capital or not token.flags & Word.FIRST:
        return 0
    letters = _INITIALS if token.lower in MASS else _INITIALS | _MORE_INITIALS
    if letter.text not in letters or stop.text != "." or stop.start != letter.end:
        return 0
    if token.flags & (Word.FUNCTION | Word.VERB | Word.MONTH) or letter.start != token.end + 1:
        return 0
    then = slot.document.after(slot.at, 3)
    is_measured = slot.before is not None and (slot.before.text.isdigit() or slot.before.lower in ("kr", "kroner"))
    return 0 if is_measured or (then is not None and then.text[0].isdigit()) else 4


_MORE_INITIALS = frozenset("mhs")
"""Consonants that stand for a word in quick writing, where no full stop stands behind."""


def behind_an_initial(slot: Slot) -> int:
    """ "h. rønning ønsker", "mvh t. lervik": one letter that opens a line or follows who it is, and a surname."""
    stop, letter, token = slot.before, slot.document.before(slot.at, 2), slot.token
    if stop is None or letter is None or stop.text != "." or len(letter.text) != 1 or not letter.is_word:
        return 0
    if token.has_capital or letter.text in "iå" or stop.start != letter.end or not token.flags & Word.SURNAME:
        return 0
    if token.flags & (Word.FUNCTION | Word.VERB | Word.MONTH):
        return 0
    who = slot.document.before(slot.at, 3)
    if who is not None and (who.flags & (Word.STAFF | Word.KIN) or who.lower in _GREETS):
        return 4
    acts = slot.after is None or bool(slot.after.flags & Word.VERB)
    return 4 if letter.opens_sentence and letter.text not in "abcd" and acts else 0


_GREETS = words("mvh vh hilsen helsing hils hs ved v til fra frå")


def beside_another_initial(slot: Slot) -> int:
    """ "per l. og kari m.", "ola h, per s": a given name and a letter, twice."""
    token = slot.token
    if slot.after is None or len(slot.after.text) != 1 or (token.has_capital and not token.opens_sentence):
        return 0
    end = _letter_after(slot.document, slot.at)
    if end is None or not token.flags & Word.FIRST or (token.flags & Word.VERB and token.flags & Word.FUNCTION):
        return 0
    tie = slot.document.after(end)
    if tie is not None and tie.lower in ROW_TIES and _is_with_a_letter(slot.document, end + 2):
        return 4
    tie = slot.document.before(slot.at)
    if tie is None or tie.lower not in ROW_TIES:
        return 0
    starts = (at for at in (slot.at - 3, slot.at - 4) if at >= 0)
    return 4 if any(_is_with_a_letter(slot.document, at, slot.at - 2) for at in starts) else 0


def struck(slot: Slot) -> int:
    """ "traff vilde over øyet", "slo sol i magen": a given name, struck on the body."""
    before, link, body = slot.before, slot.after, slot.document.after(slot.at, 2)
    if before is None or link is None or body is None or not slot.token.flags & Word.FIRST:
        return 0
    if slot.token.flags & (Word.FUNCTION | Word.VERB) or link.lower not in ("over", "i", "på"):
        return 0
    verb = slot.document.before(slot.at, 2) if before.lower in ("han", "hun", "ho", "hu", "de", "dei") else before
    return 4 if verb is not None and verb.lower in _STRIKES and body.lower in _BODY else 0


def _letter_after(document: Document, at: int) -> int | None:
    """Return where one letter after the word ends, with its full stop; None when there is none."""
    letter, stop = document.after(at), document.after(at, 2)
    if letter is None or len(letter.text) != 1 or not letter.is_word or letter.lower in _NO_INITIALS:
        return None
    return at + 2 if stop is not None and stop.text == "." and stop.start == letter.end else at + 1


def _is_with_a_letter(document: Document, at: int, end: int | None = None) -> bool:
    """Tell whether a given name stands at `at` with a letter after it that ends at `end`."""
    if at >= len(document.tokens) or not document.tokens[at].flags & Word.FIRST:
        return False
    last = _letter_after(document, at)
    return last is not None and (end is None or last == end)


def wants_or_lacks(slot: Slot) -> int:
    """ "at tale vil ikke", "når sol har vondt": a bare subject of which is said what is said of people only."""
    token, before, after, second = slot.token, slot.before, slot.after, slot.document.after(slot.at, 2)
    if after is None or second is None or token.has_capital:
        return 0
    if not (token.opens_sentence or before is None or before.lower in _BINDS):
        return 0
    if after.lower not in _BARE_VERBS or not token.flags & Word.FIRST:
        return 0
    if token.flags & (Word.FUNCTION | Word.VERB | Word.MONTH):
        return 0
    return 4 if (after.lower, second.lower) in _OF_PEOPLE else 0


def from_a_service(slot: Slot) -> int:
    """ "kan per fra bup ringe", "Vik i barnevernet har saken": somebody who works there."""
    token, service = slot.token, slot.document.after(slot.at, 2)
    names = Word.FIRST | Word.SURNAME if token.has_capital else Word.FIRST
    if service is None or not token.flags & names or token.flags & (Word.FUNCTION | Word.VERB):
        return 0
    if (
        not slot.is_followed_by("fra", "frå", "på", "i", "hos")
        or service.lower not in slot.document.vocabulary.classes["tjenester_pa_jobb"]
    ):
        return 0
    is_led = token.opens_sentence or slot.before is None or slot.before.lower in _ASKS_LEAVE
    return 4 if is_led and token.lower not in _THINGS_AT_WORK else 2


def hurt_or_left_out(slot: Slot) -> int:
    """ "odd har slått seg", "liv fikk ikke være med", "sorry line,": what is said of people, or to them."""
    token, before, after = slot.token, slot.before, slot.after
    if not token.flags & Word.FIRST or token.flags & (Word.FUNCTION | Word.VERB | Word.MONTH):
        return 0
    if before is not None and before.lower in _SORRY and slot.ends:
        return 4
    second, third = slot.document.after(slot.at, 2), slot.document.after(slot.at, 3)
    if not token.opens_sentence or after is None or second is None:
        return 0
    if after.lower in ("fikk", "får", "fekk") and second.lower in ("ikke", "ikkje", "itj", "lov"):
        return 4
    is_done = after.lower in ("har", "hadde") and third is not None and third.lower in ("seg", "sæ")
    return 4 if is_done and second.lower not in _WEATHER_DOES else 0
