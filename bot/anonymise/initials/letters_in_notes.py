"""Finds small letters, letters with a hyphen and letters set apart where only somebody can stand in a note: "jenta, hb,
vil ikke hjem", "kontaktlærer til gl", "har tatt opp k-l med rektor", "til tr: ring meg", "snakket med m i dag".

Knows phrases, no letters. A phrase that a thing may stand in as well takes no office and no abbreviation.
"""

import re
from collections.abc import Iterator
from itertools import product

from bot.anonymise.finding import Hit
from bot.anonymise.initials.initials_hit import initials_hit
from bot.anonymise.initials.initials_noted import may_be_initials
from bot.anonymise.initials.letters_apart import OFFICES
from bot.anonymise.initials.small_initials import SHORTENED
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_one_of
from bot.anonymise.words.word_lists import words

_CONSONANT = "[bcdfghjklmnprstvwxz]"
_LETTERS = (
    rf"(?P<{{0}}>{_CONSONANT}{{{{2,3}}}}|[a-hj-zæøA-HJ-ZÆØ]-[a-hj-zæøA-HJ-ZÆØ]|[A-HJ-ZÆØ]/[A-HJ-ZÆØ]|"
    rf"{_CONSONANT}\.? {_CONSONANT}(?!\w)|[bcfghjklmpqrstvwxz])"
)
_MANY = _LETTERS.replace("|[bcfghjklmpqrstvwxz])", ")")
"""No single letter, which may be "med", "til", "har" or "jeg" in quick writing."""
_CHILD = r"(?:jenta|gutten|guten|eleven|barnet|ungen|pasienten|brukeren|ungdommen|elev|pasient|pas\.?|barn)"
_KIN = (
    r"(?:mor|mora|moren|mamma|mammaen|far|faren|pappa|foreldre|foreldrene|foreldra|bror|broren|lillebror|"
    r"storebror|søster|"
    r"søsteren|søstera|besteforeldrene|bestemor|bestefar|tante|tanta|onkel|onkelen|kontaktlærer|kontaktlæreren|"
    r"læreren|lærer|"
    r"assistenten|støttekontakten|fosterforeldrene|fostermor|teamet|helsesykepleieren|vennen|venninna|kompisen|læraren)"
)
_DOES = (
    r"(?:har|hadde|er|e|var|va|blir|ble|blei|vil|skal|ska|må|kom|kommer|kjem|sa|sier|sei|slo|slår|gråt|gråter|"
    r"fikk|får|spiser|"
    r"sitter|nekter|skriker|biter|trenger|ringte|sover|ønsker)"
)
_SURE = re.compile(
    rf"\b{_CHILD}, {_LETTERS.format('named')},(?= [a-zæøå])"
    rf"|\b{_CHILD} \({_LETTERS.format('inside')}\.?\)"
    rf"|\b{_KIN} (?:til|te|åt|rundt) {_LETTERS.format('of')}\.?(?=[,;:!?)\n]|$| {_DOES}\b| (?:i|på|om|og)\b)"
    rf"|\b{_CHILD} {_MANY.format('child')}\.? (?:{_DOES}|på|i|som|og|ikke|ikkje|fra|frå)\b"
    rf"|\b(?:det|d) (?:er|e|var|va) {_LETTERS.format('it')} som (?:slår|slo|sier|sa|biter|gråter|mobber|har|begynner)\b"
    rf"|(?:^|(?<=[.!?\n] )|(?<=\n)){_LETTERS.format('owner')}\.? (?:sin|si|sitt|sine) {_KIN}\b"
    rf"|(?:^|(?<=[.!?\n] )|(?<=\n)){_LETTERS.format('aged')}\.?,? \d{{1,2}} år\b"
    rf"|\btil {_LETTERS.format('told')}: (?:ring|ringe?|kan du|hent|husk|si|møt|skriv|send|ta)\b"
)
"""Where nothing but somebody stands, an office neither."""
_PLAIN = re.compile(
    rf"\b(?:hørt|nytt|vite|vet|veit|sagt) (?:noe |nåkka |noko |mer |meir |noe mer )?om {_LETTERS.format('heard')}\.?"
    r"(?=[,;:!?)\n]|$| (?:i|på|etter|siden|eller|og)\b)"
    rf"|\bgjør (?:vi|jeg|eg|æ|dere|man|dokker) med {_LETTERS.format('done')}\.?(?=[,;:!?)\n]|$| (?:når|i|på|som|"
    rf"nå|no|da)\b)"
    rf"|\b(?:oppfølging(?:a|en)?(?: av)?|følger? opp|fulgt opp) {_LETTERS.format('followed')}\.?(?=[,;:!?)\n]|$|"
    rf" (?:i|på|etter|fra)\b)"
    rf"|\b(?:ta|tar|tatt|tok|tek) opp {_LETTERS.format('taken')}\.? (?:med|i|på) "
    rf"|\b(?:bekymr\w{{1,3}}|uroa?|urolige?) (?:for|rundt|over) {_MANY.format('felt')}\.?(?=[,;:!?.)\n]|$| (?:i|"
    rf"på|som|fordi|da|og)\b)"
    rf"|\b(?:når|at|fordi|hvis|viss|om) {_MANY.format('not')}\.? (?:ikke|ikkje|itj|alltid|ofte|aldri) (?=[a-zæøå])"
    rf"|\b(?:når|at|fordi|hvis|viss) {_MANY.format('acting')}\.? {_DOES} (?=[a-zæøå])"
    rf"|(?:^|(?<=[.!?\n] )|(?<=\n)){_MANY.format('opens')}\.? (?:{_DOES} (?:ikke|ikkje|itj|at|aldri|hjem|"
    rf"heim|hentet|henta|lei|redd|"
    r"sint|trist|alene|borte|syk|blåmerker|fortalt|sagt|grått|og (?:en|ei|to|de|mor|far))"
    r"|og (?:en annen|ei anna|de andre|broren|søstera|mor|far)|i \d{1,2} ?[a-h]\b)"
    rf"|\b(?:ang|angående|vedr|vedrørende|gjelder|gjeld)[.:]? {_LETTERS.format('about')}\.?(?=[,;:!?)\n]|$|"
    rf" (?:i|på|og|som|født)\b)"
    rf"|\b(?:snakka|snakket|snakke|prata|pratet|møtte?|samtale) (?:med|m|"
    rf"me) {_LETTERS.format('met')}\.? (?:i (?:dag|går|morges|dag)|om|på|etter|før)\b"
    rf"|\b(?:møte|samtale|samarbeidsmøte) (?:om|rundt|vedr\.?|for) {_LETTERS.format('meeting')}\.?"
    r"(?=[,;:!?)\n]|$| (?:i (?:dag|morgen|mårrå)|kl|på|til|neste)\b)"
    rf"|\b(?:takk|hilsen|mvh) {_LETTERS.format('signed')}\.?(?=\s*$)"
    rf"|\b(?:i (?:dag|går)|så|da|nå|no) (?:slo|beit|bet|gråt|kom|dytta|sparka|løp|"
    rf"rømte) {_LETTERS.format('turned')}\.? (?:en|ei|til|fra|ut|inn|gråtende|uten|igjen)\b"
)
_TWICE = 2
_NEVER = words(
    "kl nr tv pc kr dr st hr fr mr ms tr vg mm ca jf nb ps pk md vs tlf mvh dvs mfl osv pga mht mtp ift ifm ifb sms "
    "mms pdf cd dvd km kg cm ml gr sk dl stk"
)


_CONSONANTS = "bcdfghjklmnprstvwxz"
_MAY_BE = frozenset("".join(one) for size in (2, 3) for one in product(_CONSONANTS, repeat=size)) | frozenset(
    _CONSONANTS
)
_MAY_BE -= _NEVER
_MAY_BE |= frozenset(f"{a}-{b}" for a, b in product("abcdefghjklmnopqrstuvwxyzæø", repeat=2))


@needing(needs_one_of(_MAY_BE))
def find_letters_in_notes(document: Document) -> Iterator[Hit]:
    """Yield such letters, and two or more of them everywhere."""
    found: set[str] = set()
    for pattern, offices in ((_SURE, _NEVER), (_PLAIN, _NEVER | OFFICES | SHORTENED)):
        for match in document.matches(pattern):
            letters = match.group(match.lastgroup or 0)
            if letters.lower() not in offices and _are_somebody(document, letters):
                found.add(letters)
                yield initials_hit(*match.span(match.lastgroup or 0), 0.6)
    for letters in found:
        if len(letters) >= _TWICE and " " not in letters:
            again = re.compile(rf"(?<![\w.@/\-]){re.escape(letters)}(?![\w\-]|\.\w)")
            yield from (initials_hit(*match.span(), 0.6) for match in document.matches(again))


def _are_somebody(document: Document, letters: str) -> bool:
    """Tell whether the letters are no word and no abbreviation; those that are tied or apart are none."""
    return may_be_initials(document, letters) if letters.isalpha() else letters.lower() not in _TIED_WORDS


_TIED_WORDS = words("c-d e-d b-l a-a å-å t-o d-e i-p i/a a/s c/o k/s b-d")
