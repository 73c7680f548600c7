"""What is written instead leaves to be read who is of age and who does what to whom."""

import pytest

from bot.anonymise import Anonymiser


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (
            "Kjæresten er 19 år og hun er 13.",
            "Kjæresten er over 18 år og hun er i ungdomsskolealder.",
        ),
        (
            "Ida (13) har sex med Markus (19)",
            "[Barnet] (i ungdomsskolealder) har sex med [en person] (over 18 år)",
        ),
        ("En gutt på 19 år sender henne bilder.", "En gutt over 18 år sender henne bilder."),
        ("Hun møter en gutt på 18.", "Hun møter en gutt over 18 år."),
        ("Hun møter en gutt på 17.", "Hun møter en gutt i ungdomsalder."),
        ("Kristin på 24 er alene med Emil.", "[En person] over 18 år er alene med [en person]."),
        ("Han fyll 18 år i vår.", "Han fyll år i vår."),
        ("Storebror på 22 bor hjemme.", "Storebror over 18 år bor hjemme."),
        ("en 19-åring skriver til en 13-åring", "En person over 18 år skriver til et barn i ungdomsskolealder"),
        ("19-åringen hentet henne.", "Personen over 18 år hentet henne."),
        ("Han møter ei 18 år gammel jente.", "Han møter ei jente over 18 år."),
        ("En 9 år gammel gutt slår.", "En gutt i barneskolealder slår."),
    ],
)
def test_who_is_of_age_can_still_be_read(anonymiser: Anonymiser, text: str, written: str) -> None:
    assert anonymiser.rewrite(text, anonymiser.find(text)) == written
    assert not [f for f in anonymiser.find(written) if f.type == "alder"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Onkel bor hos dem. Ola tar på Tordis.", "Onkel bor hos dem. [En person] tar på [en person]."),
        ("Møtet er kl. Ola ringer.", "Møtet er kl. [en person] ringer."),
    ],
)
def test_a_sentence_begins_after_a_short_word_but_not_after_an_abbreviation(
    anonymiser: Anonymiser, text: str, written: str
) -> None:
    assert anonymiser.rewrite(text, anonymiser.find(text)) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (
            "Elias er utagerende mot Noah. Foreldrene til Noah har klaget.",
            "[Barnet] er utagerende mot [et annet barn]. Foreldrene til [et annet barn] har klaget.",
        ),
        (
            "Jonas plager Emma. Emma vil ikke på skolen. Faren til Emma ringte.",
            "[Barnet] plager [et annet barn]. [Et annet barn] vil ikke på skolen. Faren til [et annet barn] ringte.",
        ),
        (
            "Tvillingene Ola og Kari er 7 år. Ola er stille. Kari er sint.",
            "[Søsken] er i barneskolealder. [Barnet] er stille. [Et annet barn] er sint.",
        ),
        (
            "Læreren Lars plager Noah. Mor til Noah er sint.",
            "Læreren plager [barnet]. Mor til [barnet] er sint.",
        ),
        (
            "Sivert prata først, så far hannes, Arvid. Arvid gret.",
            "[En person] prata først, så far hannes. [Far] gret.",
        ),
        ("Lars slo Noah (9).", "[En person] slo [barnet] (i barneskolealder)."),
    ],
)
def test_who_plagues_another_child_is_a_child(anonymiser: Anonymiser, text: str, written: str) -> None:
    assert anonymiser.rewrite(text, anonymiser.find(text)) == written
