"""Words to propose instead of an exact age or grade: as coarse as the form's own age bands. Knows numbers, no texts."""

import re

NUMBER_WORDS: dict[str, int] = {
    **dict.fromkeys(("en", "ett", "et", "eit"), 1),
    **dict.fromkeys(("fire", "fir"), 4),
    **dict.fromkeys(("fem", "fæm"), 5),
    **dict.fromkeys(("seks", "sæks"), 6),
    **dict.fromkeys(("tre", "tri"), 3),
    **dict.fromkeys(("elleve", "ellve", "ellevve", "ælleve", "ællve", "ælløv", "elløv", "ellev"), 11),
    **dict.fromkeys(("tretten", "trætten"), 13),
    **dict.fromkeys(("seksten", "sæksten"), 16),
    **dict.fromkeys(("sytten", "søtten", "sjøtten"), 17),
    **dict.fromkeys(("sju", "sjy", "syv"), 7),
    "to": 2, "åtte": 8, "ni": 9, "ti": 10, "tolv": 12, "fjorten": 14, "femten": 15, "atten": 18, "nitten": 19,
    "tjue": 20,
}  # fmt: skip
OVER_TWO = "|".join(sorted((word for word, years in NUMBER_WORDS.items() if 2 < years < 20), reverse=True))
"""The ages of children in words, as alternatives of a pattern, a longer one before what it begins with."""
AGE_WORDS = frozenset(("to", *OVER_TWO.split("|")))
"""The same as a set, with two."""
_ORDINALS = {
    "før": 1, "fyr": 1, "and": 2, "tre": 3, "fje": 4, "fem": 5, "sje": 6, "sjæ": 6, "sju": 7, "syv": 7, "ått": 8,
    "nie": 9, "nia": 9, "tie": 10, "tia": 10,
}  # fmt: skip
_LAST_YEAR = {5: "i barnehagealder", 12: "i barneskolealder", 15: "i ungdomsskolealder", 17: "i ungdomsalder"}
_GROWN = "over 18 år"
"""The law asks who is of age, so that must be left to be read: a boy of 19 is no youngster beside a girl of 13."""
_OLDEST = 120
_LAST_GRADE = {4: "på småtrinnet", 7: "på mellomtrinnet", 10: "på ungdomstrinnet"}


def coarse_age(found: str) -> str:
    """Return the age band for "10 år", "fem og et halvt år", "19 måneder", "sjuåring": words for children,
    "over 18 år" for who is of age.
    """
    lower = found.lower()
    years = _number_in(lower)
    if years is None or years > _OLDEST:  # a year, or a number that is no age
        return "i denne alderen"
    in_months = "mnd" in lower or "mån" in lower
    if in_months or "uke" in lower or "veke" in lower:
        years = years // 12 if in_months else 0
    return next((words for last, words in _LAST_YEAR.items() if years <= last), _GROWN)


def coarse_person(found: str) -> str:
    """Return what to write for "en 14-åring" or "19-åringen"; the article before it goes with the age."""
    band, is_told_of = coarse_age(found), found.lower().endswith(("en", "a"))
    if band == _GROWN:
        return f"personen {band}" if is_told_of else f"en person {band}"
    return "[barnet]" if is_told_of else f"et barn {band}"


def coarse_grade(found: str) -> str:
    """Return the stage for "6. trinn", "sjuende klasse", "VG1"."""
    lower = found.lower()
    if "vg" in lower or "videregående" in lower:
        return "på videregående"
    digits = re.search(r"\d+", lower)
    grade = int(digits.group()) if digits else _ORDINALS.get(lower[:3], 0)
    return next((words for last, words in _LAST_GRADE.items() if 0 < grade <= last), "på skolen")


def _number_in(lower: str) -> int | None:
    digits = re.search(r"\d+", lower)
    if digits:
        return int(digits.group())
    words = re.findall(r"[a-zæøå]+", lower)
    for word in words:
        if word in NUMBER_WORDS:
            return NUMBER_WORDS[word]
    return next(
        (
            number
            for name, number in sorted(NUMBER_WORDS.items(), key=lambda item: -len(item[0]))
            if words and words[0].startswith(name)
        ),
        None,
    )
