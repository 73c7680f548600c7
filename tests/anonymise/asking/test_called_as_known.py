"""Who is called as somebody everybody knows, or as a brand, and is told of as people here are, stops the text."""

from bot.anonymise import Anonymiser
from tests.each import each

SOMEBODY = [
    "Mohamed Salah slår de andre",
    "Mohamed Salah har blåmerker",
    "Maria Mena går i 4. klasse",
    "mor til Maria Mena drikker",
    "Emma Watson er ti år",
    "Ingrid Bjørnov er redd for faren",
    "mor Åse drikker",
    "snakket med mor Åse i går",
    "vi fant Maja på badet i går",
    "Sophie Elise har blåmerker",
    "jeg er bekymret for Jens Petersen",
    "mor til Isabel Raad ringte",
    "Reima slår de andre barna",
    "jeg er bekymret for Vojta",
]
TOLD_OF = [
    "Han er fan av Mohamed Salah",
    "Anne Holt har skrevet boka",
    "vi leser en bok av Anne Holt",
    "vi leser Maria Parr høyt",
]


@each("text", SOMEBODY)
def test_a_child_with_a_known_name_stops_the_text(anonymiser: Anonymiser, text: str) -> None:
    assert any(one.cls == "direct" for one in anonymiser.find(text))


@each("text", TOLD_OF)
def test_who_is_only_known_is_asked_about(anonymiser: Anonymiser, text: str) -> None:
    assert not any(one.cls == "direct" for one in anonymiser.find(text))
