"""A misspelt word in a short message is heard as the one that is listened for, and nothing is ever turned round."""

from __future__ import annotations

import pytest

from bot.domain.conversation import ConversationState
from bot.turns.spelt import NEVER, spelt_right
from dialogs.by_words import words_of
from dialogs.cases.evaluation_words import DENIALS
from dialogs.report_words import tells_of_a_report
from tests.turns.desk import ABOUT, KARI, Desk, kinds

MEANT = {
    "jeg vil heler melde": "jeg vil heller melde",
    "jeg vil heller sende bekymingsmelding": "jeg vil heller sende bekymringsmelding",
    "jeg har mledt det": "jeg har meldt det",
}


@pytest.mark.parametrize(("said", "meant"), MEANT.items())
def test_a_misspelt_word_is_put_right_by_what_is_listened_for(desk: Desk, said: str, meant: str) -> None:
    assert spelt_right(said, ConversationState(), desk.library.around_delivery()) == meant


@pytest.mark.parametrize(
    "said",
    [
        "jeg vil heller melde",
        "når går solen ned",
        "hvordan fikser jeg sykkelen",
        "ingn av dem",
        "nesten aldir",
        "jeg vil heler melde fordi jeg har sett og hørt så mye rart der i høst",
    ],
)
def test_a_word_a_denial_and_a_story_are_left_as_they_are(desk: Desk, said: str) -> None:
    around = desk.library.around_delivery()
    right = spelt_right(said, ConversationState(), around)
    assert right is None or around.text.words(*NEVER).isdisjoint({*right.split()} - {*said.split()})
    assert right is None or "ingn" in said or "aldir" in said


DENIED = (
    "jeg har ikek sendt bekymingsmelding",
    "har ike meldtt til barnevernet",
    "vi har ike meldtt til barnevrenet",
    "har ikek sendtt bekymringsmelding",
    "har ike meldt fra til barnevernet",
    "har ikkke sendt bekymringsmelding",
    "har aldir sendt bekymringsmelding",
    "har ikje meldt til barnevernet",
    "har alrdi sendt bekymringsmelding",
    "jeg har iktj meldt til barnevernet",
    "ingne har meldt til barnevernet",
    "har itj meldt til barnevernet",
)


@pytest.mark.parametrize("said", DENIED)
def test_nothing_is_put_right_beside_a_misspelt_denial(desk: Desk, said: str) -> None:
    assert spelt_right(said, ConversationState(), desk.library.around_delivery()) is None


def test_nothing_is_put_right_beside_a_word_nobody_knows(desk: Desk) -> None:
    around = desk.library.around_delivery()
    assert spelt_right("jeg har xqzt mledt det", ConversationState(), around) is None


@pytest.mark.parametrize("said", DENIED)
def test_a_misspelt_denial_denies_that_it_is_reported(desk: Desk, said: str) -> None:
    around = desk.library.around_delivery()
    assert not tells_of_a_report(words_of(said), around)
    assert tells_of_a_report(words_of("jeg har meldt ungen til barnevernet"), around)


@pytest.mark.parametrize("said", DENIED)
async def test_a_misspelt_denial_at_the_gate_keeps_the_case(desk: Desk, said: str) -> None:
    await desk.press(KARI, "case_about", values=ABOUT)
    await desk.press(KARI, "case_team", "komp_0_18")
    await desk.say(KARI, said)
    assert (await desk.state(KARI)).active == "case"


@pytest.mark.parametrize("said", ["jeg har ikek mledt", "har ike ringt"])
async def test_a_misspelt_denial_is_no_report_where_a_case_is_sent(desk: Desk, said: str) -> None:
    await desk.sent()
    shown = await desk.say(KARI, said)
    assert "Bra at du har meldt" not in str(shown)


def test_every_word_that_denies_anywhere_is_known_as_one(desk: Desk) -> None:
    texts = desk.library.around_delivery().text
    keys = ("common.place_not", "guide.words_not_reached", "case.words_none")
    assert texts.words(*keys) - {"nei"} <= texts.words("common.words_deny")
    assert DENIALS - {"not", "dont", "don"} <= texts.words("common.words_deny")


async def test_it_is_heard_in_a_guide_as_it_was_meant(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    meant = await desk.say(KARI, "jeg vil heller melde")
    assert kinds(await desk.say(KARI, "jeg vil heler melde")) == kinds(meant) == ["answer"]


async def test_it_is_heard_at_the_gate_of_a_case_as_it_was_meant(desk: Desk) -> None:
    await desk.press(KARI, "case_about", values=ABOUT)
    await desk.press(KARI, "case_team", "komp_0_18")
    shown = await desk.say(KARI, "jeg vil heler melde")
    assert kinds(shown) == ["line", "case_report"]


@pytest.mark.parametrize("said", ["hvor var vii", "hvor langt er saken komet"])
async def test_a_misspelt_command_works(desk: Desk, said: str) -> None:
    await desk.sent()
    assert "my_cases" in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("10-12 år, skule", ("10-12", "skole")),
        ("åtte år, skulen", ("6-9", "skole")),
        ("ti år, barneskulen", ("10-12", "skole")),
        ("17 år, vidaregåande", ("16-17", "videregaende")),
        ("fire år, heime", ("19-mnd-5-ar", "hjemme")),
        ("7år på skolen", ("6-9", "skole")),
        ("4 år barnehagn", ("19-mnd-5-ar", "barnehage")),
        ("åtte år gammel, i skolen", ("6-9", "skole")),
    ],
)
async def test_places_are_heard_in_nynorsk_where_the_guide_asks(desk: Desk, said: str, told: tuple[str, ...]) -> None:
    for line in ("jeg er bekymret", "nei", "nei", "jeg har nettopp blitt urolig"):
        await desk.say(KARI, line)
    await desk.say(KARI, said)
    state = await desk.state(KARI)
    concern = state.concern()
    assert concern is not None
    given = dict(concern.answers)["om_barnet"]
    assert (given["alder"], given["arena"]) == told


@pytest.mark.parametrize(
    "said", ["fravær og uro", "fravær å uro", "fråvær og uro", "uro, fravær", "utagering og fravær"]
)
async def test_a_part_of_a_title_put_together_names_it(desk: Desk, said: str) -> None:
    for line in ("jeg er bekymret", "nei", "nei", "jeg har nettopp blitt urolig", "ti år, skole"):
        await desk.say(KARI, line)
    await desk.say(KARI, said)
    concern = (await desk.state(KARI)).concern()
    assert concern is not None
    assert {*dict(concern.answers)["hva_har_du_sett"]["tema"]} == {"fravaer", "atferd"}
