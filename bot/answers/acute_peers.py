"""Tells two young people who are a couple from an assault: «jente 14 har sex med kjæresten på 15».

Straffeloven § 302 is about who is 14 or 15, and the punishment may fall away where both are about alike in age and
development (§ 308). So it is no card of danger, but an answer that says so. Must not be asked of anybody younger, nor
hold back what is told beside it: where one word is not known here, something else happened too («voldtok», «mors»).
"""

from __future__ import annotations

import re

from bot.answers.acute_around import without_what_is_asked

YOUNGEST, OLDEST, MOST_APART = 14, 16, 1
"""Years of both, and between them: under 14 it is § 299, and who is further apart is no peer for certain."""
TWO = 2
_YEARS = {"fjorten": 14, "femten": 15, "seksten": 16}
_AGE = re.compile(r"\b(\d{1,2}|fjorten|femten|seksten)(?=\b|-?åring)")
_COUPLE = re.compile(r"\b(?:kjærest\w*|kjærast\w*|typen|dama|sammen med hverandre|er sammen)\b")
_TOGETHER = re.compile(
    r"\b(?:(?:har |hadde |har hatt |hatt )?(?:sex|samleie|seksuell omgang)|(?:har )?(?:ligget|ligge|ligg|lå|ligger)"
    r"(?= med| sammen))\b"
)
_ALIKE = re.compile(
    r"\b(?:jevngammel|jamgammel|jevngamle|like gammel|like gamle|samme alder|begge (?:er|e) "
    r"(?=(?:\d|fjorten|femten|seksten))|to (?:på )?(?=(?:1[45]|fjorten|femten)\b))"
)
_A_THIRD = re.compile(r"\b(?:og|å|med) (?:en|ei|ein|to|hans|hennes) ")
"""Somebody beside the two: «kjæresten på 15 og en gutt»."""
_WORD = re.compile(r"\w+")
_ALL_THAT_IS_TOLD = frozenset({
    "jente", "jenta", "jenten", "ei", "en", "ein", "gutt", "gutten", "gut", "guten", "elev", "eleven", "elever", "to",
    "ungdom", "ungdommer", "ungdommen", "ungdommene", "åring", "åringen", "åringer", "tenåring", "hun", "ho", "hu",
    "han", "hain", "de", "dei", "dem", "begge", "som", "og", "å", "er", "e", "var", "også", "òg", "óg", "bare", "på",
    "i", "med", "år", "sin", "si", "hans", "hennes", "sine", "har", "hadde", "hatt", "ha", "sex", "samleie",
    "seksuell", "omgang", "ligget", "ligge", "ligg", "ligger", "lå", "sammen", "hverandre", "kjæreste", "kjæresten",
    "kjærester", "kjærestepar", "kjærast", "kjærasten", "kjærastar", "typen", "dama", "et", "eit", "par", "jevngammel",
    "jamgammel", "jevngamle", "like", "gammel", "gamle", "samme", "alder", "fjorten", "femten", "seksten", "klasse",
    "klassen", "trinn", "prevensjon", "kondom", "bruker", "brukte", "der", "her", "hei", "nå", "no", "lov", "lovlig",
    "ulovlig", "straffbart", "straffes", "det", "meldeplikt", "plikt", "avvergeplikt", "taushetsplikt",
    "hva", "gjør", "jeg", "vi", "når", "at", "sier", "forteller",
})  # fmt: skip
"""What such a message is made of, and nothing that anybody does against another's will, for pay or to a third."""


def are_peers(text: str) -> bool:
    """Tell whether a message tells of a couple who are 14 to 16 and about the same age, and of nothing else."""
    told = text.casefold()
    if _COUPLE.search(told) is None or _TOGETHER.search(told) is None or _A_THIRD.search(told) is not None:
        return False
    left = without_what_is_asked(told) or told
    if not all(word.isdecimal() or word in _ALL_THAT_IS_TOLD for word in _words(left)):
        return False
    ages = [_YEARS.get(said) or int(said) for said in _AGE.findall(told)]
    if not 1 <= len(ages) <= TWO or min(ages) < YOUNGEST or max(ages) > OLDEST or min(ages) == OLDEST:
        return False
    return max(ages) - min(ages) <= MOST_APART if len(ages) > 1 else _ALIKE.search(told) is not None


def without_the_couple(text: str) -> str:
    """Return a message without what tells that they sleep together and are a couple."""
    return _COUPLE.sub(" ", _TOGETHER.sub(" ", text.casefold()))


def _words(told: str) -> list[str]:
    """Return the words, an age and what stands right behind it as two: «15åring»."""
    return _WORD.findall(re.sub(r"(?<=\d)(?=[a-zæøå])", " ", told))
