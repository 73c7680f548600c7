"""Finds what somebody is registered by in a system: "i Vigilo står hun med 48213", "profil 48213 i Visma", "ansattnr
40112", "politisak 15423312", "meldingen fikk nr 2231". Knows systems and labels.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, direct
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_DIGIT, sought
from bot.anonymise.words.word_classes import Word

_SYSTEM = (
    r"(?:vigilo|visma|ist|iskole|oppad|familia|acos|its ?learning|feide|mykid|my kid|kidplan|conexus|modulus|"
    r"dips|gerica|"
    r"cosdoc|hsapp|hspro|infodoc|websak|elements|p360|public 360|extens|transponder|spekter|showbie|teams)"
)
_NUMBER = r"#?(?P<{}>[A-Z]{{0,3}}-?\d{{4,9}})(?![\d/]|[.,:\-]\d| ?(?:kr|kroner|elever|barn|timer|prosent|%)|[a-zæøå])"
_IN_A_SYSTEM = re.compile(
    rf"\b{_SYSTEM}(?: [a-zæøå]{{1,12}}){{0,5}}(?: (?:som|med|under|på|nr\.?|nummer|nummeret|id)|:) ?"
    rf"{_NUMBER.format('inside')}"
    rf"|\b(?:profil|profilen|nr\.?|nummer|nummeret|id|elev|eleven|sak|saka|saken|barn|barnet|bruker|brukeren|"
    rf"kort|kortet):? "
    rf"{_NUMBER.format('before')} (?:i|på|hos) {_SYSTEM}\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\b(?:profil|vigilo|visma|ansatt|lønns?|medlems?|kort|busskort|skysskort|polise|søknads?|skyss|låner|"
    r"lånekort|student|"
    r"kandidat|abonnent|abonnements|passasjer|kontrakts?|leietaker|forsikrings|skade|plass|foresatt|mottaker|"
    r"deltaker|person|"
    r"identitets|utlendings|visum|førerkort|anm\.?|anmeldelse|timeliste)[- ]?(?:nr|nummer|nummeret|id)"
    rf"\.?(?: (?:hans|hennes|hennar|hass|mitt|er|e|var)){{0,2}}[ :]{{1,3}}{_NUMBER.format('label')}",
    re.IGNORECASE,
)
_OF_A_CASE = re.compile(
    rf"\b(?:politi|barneverns|tilsyns|retts|straffe|familie|foreldre|skade|forsikrings)sak(?:a|en)?:? "
    rf"{_NUMBER.format('case')}"
    r"|\b(?:meldinga|meldingen|melding|saka|saken|henvisninga|henvisningen|søknaden|vedtaket|avviket|klagen|klaga|"
    r"anmeldelsen|bekymringsmeldinga|bekymringsmeldingen) "
    r"(?:(?:fikk|fekk|har fått|har|er|ble|blei|heter|ligger|ligg|står|er registrert) ){1,2}"
    rf"(?:(?:som|med|under|på) ){{0,1}}(?:nr\.?|nummer|id|saksnummer|løpenummer) ?:?{_NUMBER.format('told')}",
    re.IGNORECASE,
)
_SYSTEMS = (
    *(
        "vigilo",
        "visma",
        "ist ",
        "iskole",
        "oppad",
        "familia",
        "acos",
        "learning",
        "feide",
        "kid",
        "conexus",
        "modulus",
    ),
    *("dips", "gerica", "cosdoc", "hsapp", "hspro", "infodoc", "websak", "elements", "360", "extens", "transponder"),
    *("spekter", "showbie", "teams"),
)
_ROWS = (
    sought(_IN_A_SYSTEM, *_SYSTEMS),
    sought(_LABELLED, "nr.", "nr:", "nr ", "nrer", "nummer", "-id", " id ", " id:"),
    sought(_OF_A_CASE, "sak ", "sak:", "saka", "saken", "melding", "henvisning", "søknad", "vedtak", "avvik", "klag"),
)
_FEWEST_DIGITS = 4
_NEXT_WORD = re.compile(r" ([a-zæøå]{3,30})(?!\w)")
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_YEAR = re.compile(r"(?:19|20)\d\d")


@needing(A_DIGIT)
def find_system_numbers(document: Document) -> Iterator[Hit]:
    """Yield such numbers; a year is none, but behind "nr"."""
    if document.digits < _FEWEST_DIGITS:
        return
    for match in document.scan_each(*_ROWS):
        kind = match.lastgroup or ""
        if kind in ("inside", "before", "case") and _YEAR.fullmatch(match.group(kind)):
            continue
        if kind == "inside" and _counts_something(document, match):
            continue
        why = "Nummeret fører rett til en person i et annet system."
        yield direct(match.start(kind), match.end(kind), "saksnummer", why, 0.85, "[saksnummer]")


def _counts_something(document: Document, match: re.Match[str]) -> bool:
    """Tell whether the number is how many of something, or when one meets: "med 4500 lisenser", "i Teams på 1430"."""
    follow = _NEXT_WORD.match(document.text, match.end("inside"))
    flags = document.flags_of(follow.group(1).lower()) if follow else Word.FUNCTION
    is_noun = (
        not flags & (Word.FUNCTION | Word.VERB) and document.is_known(follow.group(1).lower()) if follow else False
    )
    is_clock = match.group().lower().startswith("teams") and _CLOCK.fullmatch(match.group("inside")) is not None
    return is_noun or is_clock
