"""Advice is left as it is written: "Læreren" in one field and "Ring barnevernet" in the next are two things."""

from bot.anonymise import Anonymiser
from dialogs.checked_text import BREAK
from tests.each import each


def rewritten(anonymiser: Anonymiser, text: str) -> str:
    return anonymiser.rewrite(text, anonymiser.find(text))


@each("who", ["Læreren", "Kontaktlærer", "Styrer", "Helsesykepleier", "Mor", "Far og mor"])
@each(
    "what",
    [
        "Ring barnevernet i dag",
        "Ring hjem og avtal møte",
        "Ring 112",
        "Ring PPT",
        "Finn en trygg voksen",
        "Finn tid til samtale",
        "Start med kortere dager",
        "Bygg tillit",
        "Legg en plan",
        "Heng opp en dagsplan",
        "Send brev hjem",
        "Snakk med mor",
        "Gi ham ro",
        "Ta kontakt med PPT",
        "Hold fast ved rutinene",
        "Sett grenser",
        "Stå ved døra om morgenen",
        "Be om møte",
        "La ham sitte foran",
        "Del opp oppgavene",
        "Les bok",
        "Stig ned",
    ],
)
@each("between", [BREAK, "\n", ". "])
def test_what_is_to_be_done_is_no_surname(anonymiser: Anonymiser, who: str, what: str, between: str) -> None:
    text = f"{who}{between}{what}"
    assert rewritten(anonymiser, text) == text


def test_the_advice_of_all_fields_is_kept(anonymiser: Anonymiser) -> None:
    fields = ("Læreren", "Ring barnevernet", "Ring barnevernet i dag", "Ring barnevernet hvis han blir redd")
    text = BREAK.join(fields)
    assert rewritten(anonymiser, text) == text


def test_a_name_found_elsewhere_takes_no_order_with_it(anonymiser: Anonymiser) -> None:
    said = rewritten(anonymiser, "Finn Testesen ringte. Finn en trygg voksen.")
    assert said.endswith(" Finn en trygg voksen.")
    assert "Testesen" not in said


@each(
    ("text", "name"),
    [
        ("Kontaktlærer\n\nBerg", "Berg"),
        ("Kontaktlærer\n\nLiv Berg", "Liv Berg"),
        ("Mvh\n\nStrand", "Strand"),
        ("Læreren Ring sier at han er sliten.", "Ring"),
        ("Finn slår de andre.", "Finn"),
        ("Finn og Emma krangler.", "Finn"),
        ("Sak 1: Lærer Strøm. Strøm redegjør.", "Strøm"),
    ],
)
def test_a_name_there_still_is_one(anonymiser: Anonymiser, text: str, name: str) -> None:
    start = text.rindex(name)
    assert any(one.start <= start and one.end >= start + len(name) for one in anonymiser.find(text))
