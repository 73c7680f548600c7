"""A public web site is left alone, but not what stands after its name when it leads to a person."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import leaves

LEADING = [
    "Se https://www.nav.no/sok?fnr=01011212345 for mer.",
    "Se www.nav.no/sok?fnr=010112-12345 for mer.",
    "Jeg fant google.no/search?q=Kari+Prøve i går.",
    "Lenken er https://teams.microsoft.com/l/chat/0?users=kari.prove@selbu.kommune.no",
    "Saken står på https://www.nrk.no/trondelag/emma-funnet-1.123 nå.",
    "Se helsenorge.no/minside/ola%20hansen",
    "Profilen er facebook.com?id=emma.strand",
    "Les ung.no/41234567",
    "Les ung.no/412-34-567",
]
PLAIN = [
    "Les www.udir.no/laring-og-trivsel/skolemiljo/ først.",
    "Se lovdata.no/dokument/NL/lov/2021-06-18-97 for mer.",
    "Se https://www.nrk.no/trondelag/ny-skole-i-vekst-1.15623412 her.",
    "Lovene er LOV-2018-06-15-38 og lov-2009-06-12-44 om svar.",
]


@pytest.mark.parametrize("text", LEADING)
def test_a_public_address_that_leads_to_a_person_is_taken_whole(anonymiser: Anonymiser, text: str) -> None:
    rest = anonymiser.rewrite(text, anonymiser.find(text)).lower()
    told = ("12345", "4123", "412-", "kari", "emma", "ola", "hansen", "strand", "prove", "prøve")
    assert not any(word in rest for word in told), rest


@pytest.mark.parametrize("text", PLAIN)
def test_a_public_address_with_ordinary_words_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)
