"""Names that look like other things: double names that begin like a method, many names, words written wrong often."""

import pytest

from bot.anonymise import Anonymiser
from bot.anonymise.words.word_lists import words
from tests.anonymise.tables import finds, leaves


@pytest.mark.parametrize("name", ["Anne-Lovise", "Ann-Lovise", "anne-lovise", "Lars-Testad", "Liv-Skalanes"])
def test_a_second_name_that_begins_like_a_word_for_a_method_is_a_name(anonymiser: Anonymiser, name: str) -> None:
    finds(anonymiser, f"Vi er bekymret for {name} på skolen.", "navn", name)


@pytest.mark.parametrize("method", ["Wechsler-testen", "Olweus-programmet", "Montessori-modellen", "Ekeland-metoden"])
def test_a_method_is_no_person(anonymiser: Anonymiser, method: str) -> None:
    leaves(anonymiser, f"Vi bruker {method} her.")


def test_a_word_written_wrong_many_times_is_no_name(anonymiser: Anonymiser) -> None:
    leaves(anonymiser, "Han er på skoeln. " * 60 + "Vi er bekymrert.")


def test_every_one_of_many_names_is_known_again_with_a_letter_wrong(anonymiser: Anonymiser) -> None:
    names = words(
        "kasper jonas sander mathias henrik oliver elias filip lukas aksel magnus kristian tobias markus sebastian "
        "theodor benjamin fredrik alexander daniel andreas martin gabriel håkon johannes amanda ingrid vilde hedda "
        "tiril mathilde frida selma astrid matilde thea julie oda amalie aurora ronja synne tuva mille sigrid ingeborg"
    )
    text = " ".join(f"{name.capitalize()} gråter." for name in names)
    wrong = [name[:-2] + "q" + name[-1] for name in sorted(names) if len(name) > 5]
    found = anonymiser.find(text + " Så kom " + ", ".join(wrong) + ".")
    covered = [one for one in found if one.start >= len(text)]
    assert len(covered) == len(wrong)


def test_a_phone_number_beside_a_sign_of_two_readings_may_not_be_kept(anonymiser: Anonymiser) -> None:
    assert [(f.cls, f.may_keep) for f in anonymiser.find("den 20.½9123456")] == [("direct", False)]
