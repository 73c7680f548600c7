"""A word first in a sentence that does what people do is asked about; one that is only told of is left alone."""

import pytest

from bot.anonymise import POSSIBLE_NAME, Anonymiser
from tests.each import each


def found(anonymiser: Anonymiser, text: str) -> list[str]:
    return [text[one.start : one.end] for one in anonymiser.find(text) if one.type in ("navn", POSSIBLE_NAME)]


@each(
    "text",
    [
        "Tindra vil ikke hjem",
        "Tindra kommer uten matpakke",
        "Vi er urolige. Tindra må sitte alene.",
        "Skaia har sluttet å spise",
        "Solstråle vil ikke være med på turen",
        "Himmelblå vil ikke spise",
        "Sommerfugl gråter hver dag",
        "Stjerne har ikke spist",
        "Snøfrid sover dårlig",
        "Kveldssol er redd for far",
        "Mor ringte\nTindra vil ikke hjem",
        "basse slo",
        "bolle beit igjen i dag",
        "mulle hadde ikke matboks i dag heller",
        "prins vil hjem. ringer mor",
        "vi er urolige. sopp rømte i friminuttet",
        "Bønna spiser ikke hos oss.",
        "Snella er redd om dagen, og mor vil ikkje snakke.",
        "Trulla kom utan matpakke.",
        "Bolla gråter hver morgen.",
        "Knotten beit en av de voksne.",
        "alle sier at basse slo",
        "jeg ringer når bolle gråter",
    ],
)
def test_an_ordinary_word_that_acts_as_a_person_is_asked_about(anonymiser: Anonymiser, text: str) -> None:
    assert len(found(anonymiser, text)) == 1


@each(
    "text",
    [
        "Etterpå gret hain bak bossen.",
        "Plutselig slår han de andre.",
        "Klassen vet ikke om diagnosen.",
        "Ledelsen sier at jeg må prioritere.",
        "Gruppa må sitte inne.",
        "Katta har sluttet å spise.",
        "Leksa må gjøres hjemme.",
        "Emne: Purring\nHar ikke hørt noe.",
        "Mobbing kan føre til fravær.",
        "Hjelp kommer ikke.",
        "Angst har hun hatt lenge.",
        "Mat har han ikke spist.",
        "Politi ringte.",
        "Dame ringte.",
        "Lek kan hjelpe.",
        "telefon ringte",
        "sjef sier nei",
        "mandag gråt, tirsdag gråt",
        "guttan leika ute",
        "seinere gråt hæn på do",
        "ongdommen skrev at det itj går",
        "gjeng slo seg sammen",
        "alle sier at telefon ringte",
        "vi vet at mange gråter når ungdom ruser seg",
    ],
)
def test_what_no_person_does_or_another_does_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    assert found(anonymiser, text) == []


@pytest.mark.parametrize(
    "text",
    ["Snakket hjemme", "Mor er bekymret\nSnakket hjemme med far\nRingte BUP\nAvtalte møte", "Fulgte opp\nRingte"],
)
def test_a_note_that_begins_with_a_verb_is_not_asked_about(anonymiser: Anonymiser, text: str) -> None:
    assert found(anonymiser, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hope is not a plan, as our head teacher says.",
        "Grace and patience help, but rose-coloured advice does not.",
        "Christian holidays, Muslim holidays, birthdays: how do you handle food? We try to include everyone.",
        "Per week we have four hours of support, and she rarely plays.",
        "Dawn is when he wakes. Then the bus comes, and everything is chaos.",
        "Mark the days on a calendar, they said, and it did not help.",
    ],
)
def test_an_english_sentence_that_opens_with_a_word_is_not_asked_about(anonymiser: Anonymiser, text: str) -> None:
    assert found(anonymiser, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Lille ane sover dårlig",
        "vi er bekymra for lille ane",
        "vesle bo har mista en tann",
        "stakkars liv, hun gråter bare",
        "lille storm slår de andre",
        "tok imot vesle my i døra",
    ],
)
def test_a_name_behind_lille_is_found(anonymiser: Anonymiser, text: str) -> None:
    hits = [one for one in anonymiser.find(text) if one.type == "navn"]
    assert [text[one.start : one.end] for one in hits] in (["ane"], ["bo"], ["liv"], ["storm"], ["my"])


@pytest.mark.parametrize(
    "text",
    ['vi synger "kjære lille sol" hver dag', "den lille forskjellen er stor", "det lille liv hun har", "lille ting"],
)
def test_what_is_little_and_nobody_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    assert not [one for one in anonymiser.find(text) if one.type == "navn"]


@pytest.mark.parametrize(
    "text", ["liv og my sitter alltid sammen", "odd og bo var hos meg i går", "storm og liv bor sammen hos mormor"]
)
def test_two_that_sit_together_are_two_people(anonymiser: Anonymiser, text: str) -> None:
    assert len([one for one in anonymiser.find(text) if one.type == "navn"]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "mor jobber i nærheten",
        "mor jobber i helga",
        "far driver i gang igjen",
        "far kjører i ring",
        "mor jobber på mandager",
        "mor jobber med temaet",
        "hun kjører i jobben",
    ],
)
def test_when_and_how_somebody_works_is_no_workplace(anonymiser: Anonymiser, text: str) -> None:
    assert anonymiser.find(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("far kjører lastebil i jobben", "far er i arbeid"),
        ("Far kjørte lastebil.", "Far var i arbeid."),
    ],
)
def test_what_somebody_drives_is_written_anew_with_its_verb(anonymiser: Anonymiser, text: str, expected: str) -> None:
    assert anonymiser.rewrite(text, anonymiser.find(text)) == expected


TURNED = [
    "i dag slo {basse} en jente i friminuttet",
    "så beit {mulle} meg i armen",
    "det var bråk. da hylte {basse} igjen",
]
TURNED_OF_NOBODY = [
    "i dag slo gutten igjen",
    "da slo lynet ned",
    "i dag spiste pølse alle sammen",
    "nå sover barn på avdelinga",
    "så ringte mor",
    "nå roper folk",
]


@pytest.mark.parametrize("marked", TURNED)
def test_a_bare_noun_behind_the_verb_of_a_turned_sentence_is_asked_about(anonymiser: Anonymiser, marked: str) -> None:
    text, name = marked.replace("{", "").replace("}", ""), marked[marked.index("{") + 1 : marked.index("}")]
    assert [text[f.start : f.end] for f in anonymiser.find(text) if f.type == POSSIBLE_NAME] == [name]


@pytest.mark.parametrize("text", TURNED_OF_NOBODY)
def test_what_acts_in_a_turned_sentence_and_is_nobody_is_not_asked_about(anonymiser: Anonymiser, text: str) -> None:
    assert not [f for f in anonymiser.find(text) if f.type == POSSIBLE_NAME]


@pytest.mark.parametrize(
    "text",
    [
        "Gruppa spiser ikke før klokka tolv.",
        "Hunden sover i gangen. Vikaren gråter. Klassen er urolig.",
        "Treneren er sint. Mobberen beit. Jordmora sov ikke.",
        "Boka er trist. Natta er stille. Dagen kom uten varsel.",
        "Onga spiste knekkebrød. Borna søv i vogna. Foreldra gret.",
        "Heimen seier leggjetid kl. 20. Hybelverten seier at lyset står på.",
    ],
)
def test_a_group_a_beast_or_somebody_by_what_they_are_is_left_alone(anonymiser: Anonymiser, text: str) -> None:
    assert not found(anonymiser, text)


@pytest.mark.parametrize(
    "text",
    [
        "Storm er meldt til barnevernet.",
        "Sol er meldt savnet.",
        "Vår er meldt til BUP.",
        "Storm er meldt inn i PPT.",
        "Sky er meldt til helsesykepleier.",
    ],
)
def test_who_is_reported_is_no_weather(anonymiser: Anonymiser, text: str) -> None:
    assert found(anonymiser, text) == [text.split()[0]]


@pytest.mark.parametrize("text", ["Storm er meldt i helga.", "Sol er meldt fra fredag.", "Storm er meldt til kvelden."])
def test_weather_that_is_forecast_is_nobody(anonymiser: Anonymiser, text: str) -> None:
    assert found(anonymiser, text) == []
