"""The meter is cautious, says which trait narrows most, and counts the form's own fields."""

from bot.anonymise import Anonymiser


def test_a_direct_identifier_is_always_one_person(anonymiser: Anonymiser) -> None:
    risk = anonymiser.risk("Emma slår.", municipality="stjordal", age_band="6-9", arena="skole")
    assert (risk.persons, risk.level) == (1.0, "hoy")
    assert risk.worst is not None
    assert risk.worst.type == "navn"


def test_the_only_eritrean_child_at_a_small_school_in_tydal_is_too_few(anonymiser: Anonymiser) -> None:
    text = "Barnet er ti år og fra Eritrea."
    risk = anonymiser.risk(text, municipality="tydal", age_band="10-12", arena="skole")
    assert risk.level == "hoy"
    assert "for få" in risk.words
    assert risk.worst is not None
    assert risk.worst.type == "opprinnelse"
    assert "landet" in risk.advice


def test_the_same_text_fits_more_in_a_larger_municipality(anonymiser: Anonymiser) -> None:
    text = "Barnet går i 4. klasse."
    small = anonymiser.risk(text, municipality="tydal", age_band="6-9", arena="skole")
    large = anonymiser.risk(text, municipality="stjordal", age_band="6-9", arena="skole")
    assert small.persons < large.persons


def test_fewer_traits_never_make_the_crowd_smaller(anonymiser: Anonymiser) -> None:
    text = "Gutt på ni, mor er prest, bor i Stugudal."
    findings = anonymiser.find(text)
    crowds = [
        anonymiser.risk(findings[n:], municipality="selbu", age_band="6-9", arena="skole").persons
        for n in range(len(findings) + 1)
    ]
    assert crowds == sorted(crowds)


def test_the_themes_of_the_form_count(anonymiser: Anonymiser) -> None:
    text = "Barnet er mye borte."
    without = anonymiser.risk(text, municipality="melhus", age_band="13-15", arena="skole")
    with_theme = anonymiser.risk(
        text, municipality="melhus", age_band="13-15", arena="skole", themes=("spiseforstyrrelse",)
    )
    assert with_theme.persons < without.persons
    assert without.level == "lav"


def test_when_the_form_alone_is_enough_the_advice_says_so(anonymiser: Anonymiser) -> None:
    risk = anonymiser.risk(
        "Barnet er mye borte.", municipality="tydal", age_band="16-17", arena="videregaende", themes=("rus",)
    )
    assert risk.level == "hoy"
    assert risk.worst is None
    assert "samtykke" in risk.advice


def test_an_unknown_municipality_is_taken_as_the_smallest(anonymiser: Anonymiser) -> None:
    unknown = anonymiser.risk("Barnet er borte.", municipality=None, age_band="6-9", arena="skole")
    tydal = anonymiser.risk("Barnet er borte.", municipality="tydal", age_band="6-9", arena="skole")
    assert unknown.persons == tydal.persons


def test_what_the_readers_know_from_a_linked_case_makes_the_crowd_smaller(anonymiser: Anonymiser) -> None:
    text = "Barnet går i 4. klasse."
    alone = anonymiser.risk(text, municipality="stjordal", age_band="6-9", arena="skole")
    linked = anonymiser.risk(
        text, municipality="stjordal", age_band="6-9", arena="skole", told_before=("opprinnelse", "trinn")
    )
    again = anonymiser.risk(text, municipality="stjordal", age_band="6-9", arena="skole", told_before=("trinn",))
    assert linked.persons < alone.persons
    assert again.persons == alone.persons
