"""An English text: ages, dates, grades, groups, siblings, languages and the only one of a kind are found."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves
from tests.each import each

FOUND = (
    ("It is about a girl who is two and a half and bites the others.", "alder", "two and a half"),
    ("This is not fair on a boy of 8.", "alder", "8"),
    ("She is 6 years and hits her brother.", "alder", "6 years"),
    ("The boy (Liam, 6 yrs) has been here since January.", "alder", "6 yrs"),
    ("The sister is eleven. She brings him to school.", "alder", "eleven"),
    ("We have a four-year-old who does not speak.", "alder", "four-year-old"),
    ("Minutes from the meeting, 21 January. The mother was there.", "dato", "21 January"),
    ("It has been like this since 3 March, says her father.", "dato", "3 March"),
    ("We wrote to the parents on March 3rd and got no answer.", "dato", "March 3rd"),
    ("On the 1st of June he did not stop for an hour.", "dato", "1st of June"),
    ("He was born on 14 May 2016 and lives with his mother.", "fodselsdato", "14 May 2016"),
    ("He moved here in the middle of 4th grade.", "trinn", "4th grade"),
    ("The girl is in Year 5 and has no friends.", "trinn", "Year 5"),
    ("He is in the second grade, and he hits when he loses.", "trinn", "second grade"),
    ("She is the oldest of five and helps with everything.", "sosken", "oldest of five"),
    ("The girl is the middle child of three and very quiet.", "sosken", "middle child of three"),
    ("She has four younger brothers at home.", "sosken", "four younger brothers"),
    ("He is a twin, and his brother does all the talking.", "sosken", "a twin"),
    ("They are triplets and always together.", "sosken", "are triplets"),
    ("He is the only Muslim in his class and asked to stay at school.", "eneste", "the only Muslim in his class"),
    ("She is the only one who uses a wheelchair at the school.", "eneste", "the only one who uses a wheelchair"),
    ("The parents speak Dari and a little English.", "opprinnelse", "Dari"),
    ("His father reads Urdu only, so we need help.", "opprinnelse", "Urdu"),
    ("The family comes from Ireland and is new here.", "opprinnelse", "Ireland"),
    ("They came from Jordan last year.", "opprinnelse", "Jordan"),
    ("She speaks Spanish with her mother.", "opprinnelse", "Spanish"),
    ("At home they speak Tagalog with the grandmother.", "opprinnelse", "Tagalog"),
    ("Hello from the Yellow group, we need advice about a child.", "avdeling", "Yellow group"),
    ("He sat under the table at Revehulen again and would not come out.", "avdeling", "Revehulen"),
)
LEFT = (
    "The lesson takes two and a half hours, and there are six children in the group.",
    "The meeting is at 12.30. It is 40 minutes long.",
    "In May and June we are outside a lot, and in August everything starts again.",
    "Siblings and twins should be treated as individuals, we think.",
    "This is the only way in which we can help them.",
    "He speaks English with us and refuses to try Norwegian.",
    "The French lesson is noisy, and so is the Spanish class.",
    "Every year we have the same question. In which grade does this start?",
    "Is the Child Welfare Service the right place for this?",
)


@each(("text", "kind", "expected"), FOUND)
def test_what_narrows_the_circle_in_english_is_found(
    anonymiser: Anonymiser, text: str, kind: str, expected: str
) -> None:
    finds(anonymiser, text, kind, expected)


@pytest.mark.parametrize("text", LEFT)
def test_lengths_months_and_ways_in_english_are_left(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


def test_a_norwegian_text_is_not_read_as_english(anonymiser: Anonymiser) -> None:
    text = "Gutten sier the only one og speak English hele dagen, og det er han alene om i gruppa vår."
    assert "eneste" not in {f.type for f in anonymiser.find(text)}
