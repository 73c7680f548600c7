"""Who has just sent a case asks in other words, changes their mind or fears what they wrote: it is of that case."""

from __future__ import annotations

import pytest

from tests.turns.desk import KARI, Desk, kinds


@pytest.mark.parametrize(
    "said", ["kom den fram", "fikk dere den", "er den mottatt", "hvor finner jeg den igjen", "kan du purre"]
)
async def test_whether_it_came_and_where_it_is_shows_the_case(desk: Desk, said: str) -> None:
    case = await desk.sent()
    shown = await desk.say(KARI, said)
    assert case.code in desk.words(shown)
    assert desk.text("calls.nothing_sent") not in desk.words(shown)


@pytest.mark.parametrize("said", ["kom meldinga fram", "har barnevernet fått meldinga"])
async def test_of_a_report_somebody_else_is_asked(desk: Desk, said: str) -> None:
    case = await desk.sent()
    assert case.code not in desk.words(await desk.say(KARI, said))


async def test_who_has_sent_nothing_is_not_shown_an_empty_list_of_cases(desk: Desk) -> None:
    assert "my_cases" not in kinds(await desk.say(KARI, "kom den fram"))


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("hva gjør jeg imens", "here_it_is_wait"),
        ("hva gjør vi mens vi venter", "here_it_is_wait"),
        ("har dere nummeret", "here_it_is_ring"),
        ("får foreldrene vite om dette", "parents_see_nothing"),
        ("ser far dette?", "parents_see_nothing"),
        ("trenger ikke hjelp lenger", "cancel_when_sent"),
        ("trenger inte hjelp lenger", "cancel_when_sent"),
        ("kan jeg få den på mail", "not_mailed"),
    ],
)
async def test_what_is_asked_of_it_is_said_above_the_case(desk: Desk, said: str, key: str) -> None:
    case = await desk.sent()
    shown = desk.words(await desk.say(KARI, said))
    assert desk.text(f"case.{key}") in shown
    assert case.code in shown


@pytest.mark.parametrize(
    "said",
    [
        *("det er feil team", "vil ikke sende den likevel", "skrev jeg for mye?", "sendte jeg for mye detaljer"),
        *("jeg tror de kan skjønne hvem det er", "redd teamet kan kjenne igjen barnet"),
    ],
)
async def test_who_regrets_or_fears_what_they_sent_is_shown_how_it_is_changed_or_withdrawn(
    desk: Desk, said: str
) -> None:
    case = await desk.sent()
    shown = await desk.say(KARI, said)
    assert "case_wrong" in kinds(shown)
    assert case.code in desk.words(shown)
    assert (await desk.case(case.id)).withdrawn_at is None


@pytest.mark.parametrize(
    "said",
    [
        *("far vet det", "mor sa for mye til barnet", "hun kjenner igjen barnet", "vi kjenner familien"),
        *("eleven sa mye", "barnet sa for mye", "de kan finne henne", "vil ikke se far", "får se mor"),
    ],
)
async def test_what_tells_of_the_child_is_no_question_about_the_case(desk: Desk, said: str) -> None:
    await desk.sent()
    shown = await desk.say(KARI, said)
    assert not {"case_wrong", "my_case"} & {*kinds(shown)}


@pytest.mark.parametrize("said", ["en ny sak om et annet barn", "en sak til"])
async def test_one_more_case_begins_with_its_first_step(desk: Desk, said: str) -> None:
    await desk.sent()
    assert "case_about" in kinds(await desk.say(KARI, said))


async def test_who_has_reported_in_the_meantime_is_met_with_that(desk: Desk) -> None:
    await desk.sent()
    assert desk.text("guide.reported") in desk.words(await desk.say(KARI, "jeg har meldt i mellomtida"))


@pytest.mark.parametrize("said", ["hva skjer nå", "ka skjer videre", "hva skjer nå da?"])
async def test_what_happens_now_is_asked_of_the_case(desk: Desk, said: str) -> None:
    case = await desk.sent()
    assert case.code in desk.words(await desk.say(KARI, said))
    await desk.say(KARI, "mine saker")
    assert case.code in desk.words(await desk.say(KARI, said))


async def test_below_an_answer_what_happens_now_is_asked_of_that(desk: Desk) -> None:
    case = await desk.sent()
    await desk.say(KARI, "hvordan melder jeg til barnevernet")
    assert case.code not in desk.words(await desk.say(KARI, "hva skjer nå"))


@pytest.mark.parametrize("said", ["nei vent", "vent, nei", "oi nei vent"])
async def test_who_takes_it_back_right_below_the_receipt_is_asked_what_is_wrong(desk: Desk, said: str) -> None:
    case = await desk.sent()
    assert f"Er noe feil i {case.code}?" in desk.words(await desk.say(KARI, said))


async def test_a_yes_below_what_was_added_is_not_told_that_nothing_is_sent(desk: Desk) -> None:
    case = await desk.sent()
    await desk.press(KARI, "my_add", case.id)
    shown = await desk.say(KARI, "Har begynt med samtaler hver uke")
    words = {"text": "Har begynt med samtaler hver uke"}
    shown = await desk.push(KARI, shown, desk.text("case.wrong_send"), words)
    assert desk.text("case.added", code=case.code) in desk.words(shown)
    assert "Ingenting er sendt" not in desk.words(await desk.say(KARI, "ja"))
