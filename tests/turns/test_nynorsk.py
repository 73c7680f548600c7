"""Who chooses nynorsk is met in it where it is written, and in bokmål elsewhere; and is understood as before."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from bot.domain.norway import WEEKDAYS
from bot.domain.reply import Card, Reply
from dialogs.guide.sitting import DUTY_STEP
from tests.content.test_nynorsk import BOKMAAL
from tests.turns.desk import ABOUT, KARI, NILS, WORDS, Desk, kinds


@pytest.mark.parametrize("said", ["nynorsk", "Skriv på nynorsk", "kan du skrive på nynorsk?", "eg vil ha nynorsk"])
async def test_nynorsk_is_chosen_in_words_and_kept(desk: Desk, said: str) -> None:
    assert "framleis på bokmål" in desk.words(await desk.say(KARI, said)), "what is not translated is told"
    assert "Kva treng du hjelp til?" in desk.words(await desk.say(KARI, "meny"))
    assert (await desk.state(KARI)).profile.municipality == "stjordal"
    assert "Hva trenger du hjelp til?" in desk.words(await desk.say(NILS, "meny")), "nobody else is asked to read it"


async def test_bokmaal_is_chosen_back(desk: Desk) -> None:
    await desk.say(KARI, "nynorsk")
    await desk.say(KARI, "bokmål")
    assert "Hva trenger du hjelp til?" in desk.words(await desk.say(KARI, "meny"))


async def test_the_settings_offer_the_other_one(desk: Desk) -> None:
    assert "skriver du «nynorsk»" in desk.words(await desk.say(KARI, "innstillinger"))
    await desk.say(KARI, "nynorsk")
    assert "skriv du «bokmål»" in desk.words(await desk.say(KARI, "innstillinger"))


async def test_it_outlasts_a_new_workplace(desk: Desk) -> None:
    await desk.say(KARI, "nynorsk")
    await desk.say(KARI, "innstillinger")
    assert "Lagra: Melhus, skule." in desk.words(await desk.say(KARI, "Melhus, skule"))


async def test_the_acute_card_says_the_same_with_the_same_numbers_and_is_left_in_the_same_words(desk: Desk) -> None:
    (before,) = await desk.say(NILS, "far slår ho")
    await desk.say(KARI, "nynorsk")
    (card,) = await desk.say(KARI, "far slår ho")
    assert isinstance(card, Card)
    assert isinstance(before, Card)
    assert card.title == "Er barnet i fare no? Ring 112"
    assert [(one.verb, one.id) for one in card.buttons] == [(one.verb, one.id) for one in before.buttons]
    assert [type(one) for one in card.blocks] == [type(one) for one in before.blocks]
    assert "Kva vil du no?" in desk.words(await desk.say(KARI, "det er ikkje akutt"))


@pytest.mark.parametrize(("answer", "kind"), [("Nei på alle", "case_form"), ("Eg er usikker", "case_unsure")])
async def test_the_gate_is_answered_by_its_own_words(desk: Desk, answer: str, kind: str) -> None:
    await desk.say(KARI, "nynorsk")
    await desk.say(KARI, "drøft ei sak")
    await desk.press(KARI, "case_about", values=ABOUT)
    gate = await desk.press(KARI, "case_team", "komp_0_18")
    assert "Har du grunn til å tru at noko av dette gjeld barnet?" in desk.words(gate)
    shown = await desk.push(KARI, gate, answer, {"first": "hv_niva_0,hv_niva_1"})
    assert kinds(shown) == [kind]


@pytest.mark.parametrize("said", ["nei på alle", "eg er usikker"])
async def test_the_gate_hears_its_own_words_typed(desk: Desk, said: str) -> None:
    await desk.say(KARI, "nynorsk")
    await desk.say(KARI, "drøft ei sak")
    await desk.press(KARI, "case_about", values=ABOUT)
    await desk.press(KARI, "case_team", "komp_0_18")
    assert kinds(await desk.say(KARI, said)) != ["case_gate"]


@pytest.mark.parametrize(
    "said",
    ["10–12 år, skule, skulefråvær, anonymt", "10–12 år, skole, skolefravær, anonymt", "11 år, heime, åtferd, anonymt"],
)
async def test_step_1_hears_the_names_of_both(desk: Desk, said: str) -> None:
    await desk.say(KARI, "nynorsk")
    await desk.say(KARI, "drøft ei sak")
    shown = await desk.say(KARI, said)
    assert "Eg forstod det slik" in desk.words(shown)
    assert kinds(shown)[-1] != "case_about"


@pytest.mark.parametrize("said", ["rus, heime", "vald", "skulefråvær 12 år", "skolefravær på skolen"])
async def test_where_to_go_hears_the_names_of_both(desk: Desk, said: str) -> None:
    await desk.say(KARI, "nynorsk")
    await desk.say(KARI, "kvar går eg?")
    assert kinds(await desk.say(KARI, said)) == ["where_result"]


async def test_a_case_is_in_nynorsk_from_the_form_to_the_receipt_and_in_my_cases(desk: Desk) -> None:
    await desk.say(KARI, "nynorsk")
    assert "Kva har du sett?" in desk.words(await desk.to_form())
    shown = await desk.press(KARI, "case_review", values=WORDS)
    (receipt,) = await desk.push(KARI, shown, "Ja, send")
    assert isinstance(receipt, Card)
    assert receipt.title.startswith("Motteken. Koden er ")
    assert "Plikta til å melde er framleis di." in desk.words([receipt])
    shown = await desk.say(KARI, "mine saker")
    assert "Du har éi sak hos eit team" in desk.words(shown)
    assert "Skulefråvær" in desk.words(shown)


@pytest.mark.parametrize("said", ["legg til noko", "leggje til noko", "legg til noe"])
async def test_what_the_buttons_of_a_case_say_is_understood_typed(desk: Desk, said: str) -> None:
    await desk.say(KARI, "nynorsk")
    await desk.sent()
    await desk.say(KARI, "mine saker")
    assert "Legg til noko i" in desk.words(await desk.say(KARI, said))
    assert "Trekkje saka om" in desk.words(await desk.say(KARI, "trekk saka"))


async def test_who_is_forgotten_is_met_in_bokmaal(desk: Desk) -> None:
    await desk.say(KARI, "nynorsk")
    await desk.press(KARI, "forget_yes")
    assert "Hva trenger du hjelp til?" in desk.words(await desk.say(KARI, "hei"))


OWN_WORDS = {
    "seen": "Kjem for seint.",
    "child": "Seier lite.",
    "done": "Snakka med heimen.",
    "advice_wanted": "Kva prøver vi?",
}
ASKED_IN_THE_FORM = (
    *("må eg fylle ut alt", "kan eg endre etterpå", "kva skjer når eg sender", "eg vil ikkje sende likevel"),
    *("er dette ei melding", "eg valde feil alder", "kan eg sende det på e-post", "kan eg leggje ved eit bilete"),
    *("kan eg skrive alderen", "kan eg ringje i staden", "treng eg samtykke", "ser foreldra dette"),
    *("kan eg gå tilbake", "det hastar", "takk", "gje meg eit døme", "kva no", "kvifor spør du"),
)
ASKED_OF_THE_TEXT = ("blir det sendt no", "treng eg samtykke", "eg valde feil team", "kva no", "kvifor spør du")
ASKED_AFTER_THE_RECEIPT = (
    *("når får eg svar", "kan foreldra sjå dette", "kan du sende det på e-post", "kva gjer eg imens", "mine saker"),
    *("legg til noko", "avbryt", "trekk saka", "avbryt"),
)


def _left_in_bokmaal(desk: Desk, shown: Sequence[Reply]) -> set[str]:
    """Return the words of bokmål in what is shown, but for what the README says stays in bokmål."""
    knowledge = desk.library.knowledge
    profile = knowledge.profiles["stjordal"]
    points = knowledge.guides["bekymring"].steps[DUTY_STEP].criteria
    stays = [*(one.say for one in points), *WEEKDAYS, desk.text("common.doors_typed")]
    contacts = [profile.contact(key) for key in profile.numbers]
    stays += [text for one in contacts for text in (one.name, one.until_then, one.hours, one.note)]
    stays += [team.name for team in profile.teams]
    stays += [team.meets.until_then for team in profile.teams if team.meets is not None]
    stays += ["Teksten har noe som peker rett på en person.", "«Jonas» står i lista over navn.", "[en person]"]
    said = desk.words(shown)
    for one in sorted((one.rstrip(".") for one in stays if one), key=len, reverse=True):
        said = said.replace(one, "")
    return {*re.findall(r"[a-zæøå]+", said.casefold())} & BOKMAAL


async def test_a_whole_case_and_what_is_asked_beside_it_has_no_other_bokmaal_than_the_readme_says(desk: Desk) -> None:
    await desk.say(KARI, "nynorsk")
    shown = {"begun": await desk.say(KARI, "drøft ei sak"), "asked": await desk.say(KARI, "kva no")}
    shown["about"] = await desk.press(KARI, "case_about", values=ABOUT)
    shown["gate"] = await desk.press(KARI, "case_team", "komp_0_18")
    for said in ("kven sit i teamet", "kor lang tid tek det", "eg er usikker", "tilbake"):
        shown[f"gate: {said}"] = await desk.say(KARI, said)
    shown["form"] = await desk.to_form()
    for said in ASKED_IN_THE_FORM:
        shown[f"form: {said}"] = await desk.say(KARI, said)
    shown["named"] = await desk.press(KARI, "case_review", values=OWN_WORDS | {"seen": "Jonas kjem for seint."})
    shown["read"] = read = await desk.press(KARI, "case_review", values=OWN_WORDS)
    for said in ASKED_OF_THE_TEXT:
        shown[f"read: {said}"] = await desk.say(KARI, said)
    shown["sent"] = await desk.push(KARI, read, "Ja, send")
    assert await desk.cases_of(KARI)
    for said in ASKED_AFTER_THE_RECEIPT:
        shown[f"sent: {said}"] = await desk.say(KARI, said)
    left = {at: words for at, one in shown.items() if (words := _left_in_bokmaal(desk, one))}
    assert left == {}
