"""Tells the age of a report, a plan or a building from the age of a child. Knows words for things, no persons."""

import re

_THING = (
    r"(?:utredning|utgreiing|rapport|vedtak|vurdering|plan|ip|iop|sak|avtale|prøve|kartlegging|kartleggjing|"
    r"melding|papir|"
    r"dokument|test|henvisning|tilvising|måling|journal|notat|referat|lov|regel|skole|skule|bygg|bok|tekst|ordning|"
    r"evaluering|venteliste?|ventetid|kø|frist|svartid|epikrise|uttalelse|fråsegn)(?:en|et|a|er|ene|ar|ane|ene)?"
)
_OLD_THING = re.compile(
    rf"\b(?:\w{{0,12}}{_THING}|forrige|førre|siste)(?: \w{{1,12}}){{0,3}} (?:er|e|var|va)(?: på)? (?:nå |no |"
    rf"snart |over |"
    rf"nesten )?$",
    re.IGNORECASE,
)
_THING_AFTER = re.compile(rf" \w{{0,14}}{_THING}(?!\w)", re.IGNORECASE)

_THIS_IS = re.compile(r"\b(?:[Dd]ette|[Dd]etta|[Dd]et her|[Dd]ehær) (?:er|e|var|va) (?:nå |no |snart |over )?$")
"""What is pointed at is no child: "Dette er sju år gamalt"."""
_SAID_OF_IT = re.compile(r"\bgamm?[ae]lt\b")
_OLD_WORDS = ("gammel", "gammal", "gammelt", "gammalt", "gamle", "gamal", "gaml", "år", "mnd", "måneder", "månader")
_GOES_ON = re.compile(r"[,–\-]\d{1,2}(?!\d)(?! ?(?:år|mnd|måneder|månader|åring\w*)\b)")
_VERSION = re.compile(r"\b(?:versjon|utgave|versjonen) \(?$", re.IGNORECASE)


def is_of_a_thing(text: str, match: re.Match[str]) -> bool:
    """Tell the age of a report from that of a child: "den førre er to år gamal", "en to år gammel rapport"."""
    if not match.group().lower().rstrip(".").endswith(_OLD_WORDS):
        return False
    if _SAID_OF_IT.search(text, match.start(), match.end() + len(" gammalt")) and _THIS_IS.search(
        text, 0, match.start()
    ):
        return True
    return bool(
        _OLD_THING.search(text[max(0, match.start() - 60) : match.start()]) or _THING_AFTER.match(text, match.end())
    )


def is_part_of_a_number(text: str, start: int, end: int) -> bool:
    """Tell whether figures go on, or tell a version: "9,4 årsverk", "trives barnet, 1–5?", "versjon (5.2)"."""
    is_part = text[end - 1].isdigit() and _GOES_ON.match(text, end) is not None
    return is_part or _VERSION.search(text, max(0, start - 12), start) is not None
