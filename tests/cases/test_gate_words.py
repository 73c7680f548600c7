"""What is typed at the gate in somebody's own words: a clear answer is understood, and doubt is never a yes or a no."""

from __future__ import annotations

import pytest

from tests.turns.desk import ABOUT, KARI, NAMED, WORDS, Desk, kinds


@pytest.mark.parametrize(
    "said",
    [
        "nei, ingenting av det",
        "ingenting av det",
        "Nei, ikke noe av det der.",
        "nei, ingen av punktene",
        "ingen av dem",
    ],
)
async def test_a_no_in_own_words_is_understood_and_asked_for_word_for_word(desk: Desk, said: str) -> None:
    await desk.to_gate()
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["case_gate"]
    assert "akkurat slik: «Nei på alle»" in desk.words(shown)
    assert (await desk.state(KARI)).data["step"] == "gate"


@pytest.mark.parametrize("said", ["ja, det gjør det", "ja, det gjelder barnet", "ja det stemmer"])
async def test_a_yes_in_own_words_stops_the_case_and_is_said_back(desk: Desk, said: str) -> None:
    await desk.to_gate()
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "case_report"]
    assert desk.text("case.gate_yes") in desk.words(shown[:1])


@pytest.mark.parametrize(
    "said",
    [
        "ja, men jeg er ikke helt sikker",
        "ja, men ikke sikker",
        "nei, men jeg er litt usikker",
        "litt usikker på det med vold",
        "ja, men mor er veldig sliten",
        "nei, men mor drikker en del",
    ],
)
async def test_an_answer_in_doubt_is_asked_for_again_kindly_and_is_no_answer(desk: Desk, said: str) -> None:
    await desk.to_gate()
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["case_gate"]
    assert "Er du i tvil, er svaret «Jeg er usikker»" in desk.words(shown)
    assert (await desk.state(KARI)).data["step"] == "gate"
    assert kinds(await desk.say(KARI, "Jeg er usikker")) == ["case_unsure"]


async def test_words_that_are_no_answer_are_told_how_to_go_on(desk: Desk) -> None:
    await desk.to_gate()
    assert desk.words(await desk.say(KARI, "vi har hatt tre møter")) == desk.text("case.in_the_middle")


@pytest.mark.parametrize(
    "said",
    [
        "hmm",
        "ikke sikker på det siste",
        "det er vel ikke så alvorlig at jeg må melde",
        "kollegaen min ringte og de sa det ikke er noe å melde",
    ],
)
async def test_words_about_the_duty_that_answer_nothing_are_asked_about_kindly(desk: Desk, said: str) -> None:
    await desk.to_gate()
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["case_gate"]
    assert "Hva er svaret ditt?" in desk.words(shown)


async def test_doubt_in_dialect_is_doubt(desk: Desk) -> None:
    await desk.to_gate()
    assert "case_unsure" in kinds(await desk.say(KARI, "æ e itj sekker"))


DOUBTS = [
    "nei vent, jeg er usikker på om jeg må melde",
    "usikker på meldeplikten",
    "ombestemt meg, det er ja på en av dem",
    "jeg er usikker på om jeg må melde",
    "jeg er usikker på om jeg må melde?",
    "jeg tror jeg må melde likevel",
    "jeg svarte feil på spørsmålene",
    "veit itj om eg ska meld",
]


@pytest.mark.parametrize("said", [*DOUBTS, "usikker", "jeg vet ikke helt"])
async def test_doubt_about_the_duty_on_the_form_opens_the_gate_again(desk: Desk, said: str) -> None:
    await desk.to_form()
    shown = await desk.say(KARI, said)
    assert kinds(shown)[0] == "case_gate"
    assert "Bra at du sier fra" in desk.words(shown)
    assert (await desk.state(KARI)).data["step"] == "gate"


@pytest.mark.parametrize("said", DOUBTS)
@pytest.mark.parametrize("values", [WORDS, NAMED])
async def test_doubt_about_the_duty_before_sending_opens_the_gate_again(
    desk: Desk, said: str, values: dict[str, str]
) -> None:
    await desk.to_form()
    await desk.press(KARI, "case_review", values=values)
    assert kinds(await desk.say(KARI, said))[0] == "case_gate"
    await desk.say(KARI, "Ja, send")
    assert await desk.cases_of(KARI) == []


async def test_a_text_that_was_read_whole_comes_back_after_the_gate_was_opened_again(desk: Desk) -> None:
    await desk.to_confirm()
    await desk.say(KARI, "jeg er usikker på om jeg må melde")
    assert WORDS["seen"] in desk.words(await desk.say(KARI, "Nei på alle"))


async def test_bare_doubt_at_the_last_yes_is_about_who_may_be_known(desk: Desk) -> None:
    await desk.to_confirm()
    assert kinds(await desk.say(KARI, "usikker")) == ["case_form", "line"]


async def test_a_question_about_the_duty_on_the_form_is_answered_and_opens_nothing(desk: Desk) -> None:
    await desk.to_form()
    assert kinds(await desk.say(KARI, "hva er meldeplikten?"))[0] == "answer"
    assert (await desk.state(KARI)).data["step"] == "form"


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("ti år, skole, skolefravær og omsorg", {"age": "10-12", "arena": "skole", "themes": ["omsorg", "fravaer"]}),
        ("han er 11 år", {"age": "10-12"}),
        (
            "han er 4 år og går i barnehagen. foreldrene har sagt ja",
            {"age": "19-mnd-5-ar", "arena": "barnehage", "way": "med_samtykke"},
        ),
        ("han er 8 år, foreldrene samtykker ikke", {"age": "6-9", "way": None}),
        ("han er 8 år, foreldrene samtykker ittj", {"age": "6-9", "way": None}),
        ("han er 8 år, foreldrene samtykker ikek", {"age": "6-9", "way": None}),
        ("han er 8 år, neppe med samtykke", {"age": "6-9", "way": None}),
        ("han er 8 år, foreldrene vet ikke", {"age": "6-9", "way": "anonymt"}),
        ("hun er 22, videregående skole, uten samtykke", {"age": "over-20", "arena": "videregaende", "way": "anonymt"}),
    ],
)
async def test_what_a_case_is_about_is_filled_in_from_own_words(
    desk: Desk, said: str, known: dict[str, object]
) -> None:
    await desk.say(KARI, "drøft en sak")
    assert kinds(await desk.say(KARI, said)) == ["case_about"]
    data = (await desk.state(KARI)).data
    assert {name: data.get(name) for name in known} == known
    assert data["step"] == "about"


@pytest.mark.parametrize(
    "said", ["jeg er usikker på om dette skal meldes", "jeg tror egentlig dette må meldes til barnevernet"]
)
async def test_doubt_about_the_duty_before_it_is_asked_for_is_answered_and_the_case_stays(
    desk: Desk, said: str
) -> None:
    await desk.say(KARI, "drøft en sak")
    shown = await desk.say(KARI, said)
    assert {"answer", "did_you_mean"} & set(kinds(shown))
    assert "melde" in desk.words(shown)
    assert (await desk.state(KARI)).data["step"] == "about"
    assert kinds(await desk.say(KARI, "fortsett")) == ["case_about"]


@pytest.mark.parametrize("said", ["ja", "ok", "nei"])
async def test_a_yes_below_what_must_be_done_first_is_no_yes_to_the_duty(desk: Desk, said: str) -> None:
    await desk.to_gate()
    assert kinds(await desk.press(KARI, "case_gate", "all_no", {"first": ""})) == ["case_unmet"]
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["case_gate"]
    assert desk.text("case.unmet_done") in desk.words(shown)
    assert (await desk.state(KARI)).data["step"] == "gate"


async def test_a_whole_case_typed_beside_the_form_is_said_not_to_be_taken_up(desk: Desk) -> None:
    await desk.to_form()
    said = (
        "Eleven kaster stoler. Sier at alle er dumme. Vi har hatt egen voksen i fire uker. Hva gjør vi når det koker?"
    )
    assert desk.text("case.not_taken_up") in desk.words(await desk.say(KARI, said))
    assert (await desk.state(KARI)).data["step"] == "form"
    assert desk.text("case.not_taken_up") not in desk.words(await desk.say(KARI, "hva er meldeplikten?"))


@pytest.mark.parametrize(
    "said", ["det er gjort", "ja det er gjort", "vi har gjort det", "alt er gjort", "nivå 0 og 1 er gjort"]
)
@pytest.mark.parametrize("is_below", [True, False])
async def test_what_must_be_done_first_is_ticked_by_words_and_the_duty_is_asked_about_as_ever(
    desk: Desk, said: str, is_below: bool
) -> None:
    await desk.to_gate()
    if is_below:
        assert kinds(await desk.press(KARI, "case_gate", "all_no", {"first": ""})) == ["case_unmet"]
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["case_gate"]
    assert desk.text("case.gate_ticked") in desk.words(shown)
    assert kinds(await desk.say(KARI, "Nei på alle")) == ["case_form"]


@pytest.mark.parametrize(
    "said", ["det er ikke gjort", "er det gjort", "nivå 1 er ikke gjort", "far har gjort det mot henne"]
)
async def test_what_is_not_said_to_be_done_is_not_ticked(desk: Desk, said: str) -> None:
    await desk.to_gate()
    await desk.say(KARI, said)
    assert not (await desk.state(KARI)).data.get("said_done")


async def test_only_the_level_that_is_named_is_ticked(desk: Desk) -> None:
    await desk.to_gate()
    await desk.say(KARI, "nivå 0 er gjort")
    assert (await desk.state(KARI)).case.said_done == ("hv_niva_0",)


@pytest.mark.parametrize("said", ["ja", "Ja!", "ja takk"])
async def test_a_bare_yes_where_two_questions_stand_is_asked_about(desk: Desk, said: str) -> None:
    await desk.to_gate()
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["case_gate"]
    assert "Her står to spørsmål" in desk.words(shown)
    assert (await desk.state(KARI)).data["step"] == "gate"


async def test_all_that_must_be_done_first_is_ticked_by_one_word(desk: Desk) -> None:
    await desk.to_gate()
    assert kinds(await desk.say(KARI, "Dette må være gjort først: alle\nNei på alle")) == ["case_form"]


@pytest.mark.parametrize("said", ["ring barnevernet først", "jeg vil ringe barnevernet først"])
async def test_who_rings_barnevernet_first_says_so_at_every_step(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    early = desk.words(await desk.say(KARI, said))
    assert early.startswith("Bra. Ring barnevernets mottak")
    assert "case_about" in [one.verb for one in (await desk.state(KARI)).shown], "the form waits"
    await desk.press(KARI, "case_about", values=ABOUT)
    where = desk.words(await desk.say(KARI, said))
    assert where.startswith("Bra. Ring barnevernets mottak"), "a team is to be chosen"
    await desk.press(KARI, "case_team", "komp_0_18")
    assert kinds(await desk.say(KARI, said)) == ["case_unsure"]


async def test_the_whole_answer_below_something_else_is_asked_for_once_more_and_not_said_to_be_wrong(
    desk: Desk,
) -> None:
    await desk.press(KARI, "case_about", values=ABOUT)
    await desk.press(KARI, "case_team", "komp_0_18")
    await desk.say(KARI, "hva skjer da")
    shown = desk.words(await desk.say(KARI, "Nei på alle"))
    assert desk.text("case.gate_aside", no=desk.text("case.gate_all_no")) in shown
    assert kinds(await desk.say(KARI, "Nei på alle")) == ["case_unmet"]


@pytest.mark.parametrize("said", ["alvorlige mangler", "mangler i den daglige omsorgen", "lovbrudd"])
async def test_a_point_of_the_duty_that_is_typed_is_a_yes_to_it(desk: Desk, said: str) -> None:
    await desk.to_gate()
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "case_report"]
    assert (await desk.state(KARI)).data["step"] == "report"


@pytest.mark.parametrize("said", ["ikke alvorlige mangler", "usikker på om det er alvorlige mangler", "alvorlig"])
async def test_a_point_that_is_denied_doubted_or_not_the_only_one_is_no_yes(desk: Desk, said: str) -> None:
    await desk.to_gate()
    assert "case_report" not in kinds(await desk.say(KARI, said))
