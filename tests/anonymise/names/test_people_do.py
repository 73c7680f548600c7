"""Names that are ordinary words or months, found by what only people do; and words near them that are no names."""

import pytest

from bot.anonymise import Anonymiser
from tests.anonymise.tables import finds, leaves

FOUND = [
    ("juni har sagt til meg at hun vil flytte", "juni"),
    ("mai har grått i hele dag", "mai"),
    ("august hadde ikke spist noe", "august"),
    ("kan dere ikke bare spørre juni selv", "juni"),
    ("dere må snakke med dag sjøl", "dag"),
    ("dag kom for sent igjen", "dag"),
    ("august kom ikke på skolen", "august"),
    ("hun ble redd fordi dag gikk hjem", "dag"),
    ("jeg snakket med dag og han var sint", "dag"),
    ("aksel er sinna på bjørn", "bjørn"),
    ("hun er forelska i storm", "storm"),
    ("Helle fra Revehiet har sluttet.", "Helle"),
    ("Siv på Humla sier at han sover.", "Siv"),
    ("Vi kaller ham A. Liv er sliten.", "Liv"),
    ("Faren heter noe annet. Summer Winter gråt.", "Summer Winter"),
    ("Mora, Sara Young, ringte.", "Sara Young"),
    ("snakka med vilje i dag, hun var lei", "vilje"),
    ("si fra til live på sfo", "live"),
]
LEFT_ALONE = [
    "i dag har hun sagt det. en dag kom han hjem. hver dag gikk han hjem",
    "snakket med henne en dag i høst. møte med oss hver dag",
    "august kom fort. mai kommer snart. juni var fin. juli går mot slutten",
    "Det står i Vedlegg 2, side 3. Se Tabell 2, Figur 4 og Kapittel 1, avsnitt 3.",
    "Han gjør det med vilje. Hun dytter med vilje, og vi holder henne i live.",
    "Hun ligger på st olav nå, og han er på St. Olav. Vi har ringt St. Olavs hospital.",
    "Kan vi bruke Social Relationship Scale? Han spiller Rocket League hele natta.",
    "ka dag har PPT drøftingstid",
    "Sol fra sør er varm. Storm fra nordvest har vi hatt.",
    "Vi følger LK20-2020 og LK06. Før det var det L97 og R94.",
    "dei har same mor, og áhkku passer dem. bårnhagan er stengt",
]


@pytest.mark.parametrize(("text", "words"), FOUND)
def test_it_is_found(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "navn", words)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_it_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


@pytest.mark.parametrize(
    ("text", "rewritten"),
    [
        ("Lærer Moes sa at det gikk bra.", "Lærer sa at det gikk bra."),
        ("Lærer Jonas sa nei.", "Lærer sa nei."),
        ("Rektor Haugens kontor er stengt.", "Rektor [kollegaens] kontor er stengt."),
    ],
)
def test_a_titled_name_that_ends_in_s_owns_nothing_unless_a_noun_follows(
    anonymiser: Anonymiser, text: str, rewritten: str
) -> None:
    assert anonymiser.rewrite(text, anonymiser.find(text)) == rewritten


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jenta som vant MGP junior er i klassen min.", "MGP junior"),
        ("Storesøsteren har vunnet Melodi Grand Prix Junior.", "Melodi Grand Prix Junior"),
        ("Hun ble norgesmester i bryting i fjor.", "norgesmester i bryting"),
        ("Faren var med i Farmen.", "Farmen"),
        ("Han tok gull i NM i hopp.", "NM i hopp"),
    ],
)
def test_what_few_have_won_or_been_part_of_is_an_event(anonymiser: Anonymiser, text: str, words: str) -> None:
    finds(anonymiser, text, "hendelse", words)


@pytest.mark.parametrize(
    "text", ["Vi så på OL og MGP i timen.", "Klassen var med i OL-konkurranse i gymmen.", "Han vil bli verdensmester."]
)
def test_contests_that_are_only_spoken_of_are_left_alone(anonymiser: Anonymiser, text: str) -> None:
    leaves(anonymiser, text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Grace from the school nurse's office told me that she had fainted twice.", "Grace"),
        ("Hope in the other group cried all day and she was very sad.", "Hope"),
    ],
)
def test_an_english_name_is_found_when_a_place_stands_between_it_and_what_people_do(
    anonymiser: Anonymiser, text: str, words: str
) -> None:
    finds(anonymiser, text, "navn", words)
