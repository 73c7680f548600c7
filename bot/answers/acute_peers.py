"""Tells two young people who are a couple from an assault: «jente 14 har sex med kjæresten på 15».

Straffeloven § 302 is about who is 14 or 15, and the punishment may fall away where both are about alike in age and
development (§ 308). So it is no card of danger, but an answer that says so. Must not be asked of anybody younger.
"""

from __future__ import annotations

import re

YOUNGEST, OLDEST, MOST_APART = 14, 16, 1
"""Years of both, and between them: under 14 it is § 299, and who is further apart is no peer for certain."""
_YEARS = {"fjorten": 14, "femten": 15, "seksten": 16}
_AGE = re.compile(r"\b(\d{1,2}|fjorten|femten|seksten)(?=\b|-?åring)")
_COUPLE = re.compile(r"\b(?:kjærest\w*|kjærast\w*|typen|dama|sammen med hverandre|er sammen)\b")
_TOGETHER = re.compile(
    r"\b(?:(?:har |hadde |har hatt |hatt )?(?:sex|samleie|seksuell omgang)|(?:har )?(?:ligget|ligge|ligg|lå|ligger)"
    r"(?= med| sammen))\b"
)
_ALIKE = re.compile(r"\b(?:jevngammel|jamgammel|jevngamle|like gammel|like gamle|samme alder|begge (?:er|e) )\b")
_NOT_ONLY = re.compile(
    r"\b(?:press\w*|tv[aiu]ng\w*|true[rt]?\w*|trua|utnytt\w*|lur[te]\w*|full|fulle|rus\w*|dop\w*|sov|bevisst\w*|"
    r"(?:sa|sier|seier) (?:nei|stopp)|nei|vil(?:le)? (?:ikke|ikkje|itj)|\w*redd|tør|turte|(?:han|hun|ho|de|dei) må|"
    r"gråt\w*|blå\w*|blø\w*|vondt|slo|slår|holdt|penger|betal\w*|film\w*|\w*bild[ea]\w*|\w*bilete\w*|video\w*|gravid\w*|"
    r"vold\w*|gjeng\w*|og (?:venn|kompis|kamerat)\w*|voksen|voksne|mann|menn|flere|alle|utviklingshem\w*|"
    r"\w*far|\w*bror|\w*lærer\w*|\w*trener\w*|onkel\w*|mot sin|frivillig\?)\b"
)


def are_peers(text: str) -> bool:
    """Tell whether a message tells of a couple who are 14 to 16 and about the same age, and of nothing forced."""
    told = text.casefold()
    if _COUPLE.search(told) is None or _TOGETHER.search(told) is None or _NOT_ONLY.search(told) is not None:
        return False
    ages = [_YEARS.get(said) or int(said) for said in _AGE.findall(told)]
    if not ages or min(ages) < YOUNGEST or max(ages) > OLDEST or min(ages) == OLDEST:
        return False
    return max(ages) - min(ages) <= MOST_APART if len(ages) > 1 else _ALIKE.search(told) is not None


def without_the_couple(text: str) -> str:
    """Return a message without what tells that they sleep together and are a couple."""
    return _COUPLE.sub(" ", _TOGETHER.sub(" ", text.casefold()))
