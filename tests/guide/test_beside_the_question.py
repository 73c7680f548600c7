"""A no that may be about something shown beside the question of a guide is asked about; the last answer is the one
that is regretted."""

from __future__ import annotations

import pytest

from tests.turns.conftest import clock, desk, store
from tests.turns.desk import KARI, Desk, is_line, kinds

__all__ = ["clock", "desk", "store"]

DANGER = "Har du grunn til å tro at barnet er i fare nå?"


async def answers(desk: Desk) -> tuple[tuple[str, object], ...]:
    concern = (await desk.state(KARI)).concern()
    assert concern is not None
    return concern.answers


@pytest.mark.parametrize("said", ["nei", "vet ikke", "nei, tror ikke det", "Nei"])
@pytest.mark.parametrize(
    "beside", [("hva er taushetsplikt",), ("hva er taushetsplikt", "Ikke nyttig"), ("hva kan du",)]
)
async def test_a_no_below_something_else_does_not_answer_the_question_of_danger(
    desk: Desk, said: str, beside: tuple[str, ...]
) -> None:
    await desk.say(KARI, "jeg er bekymret")
    for typed in beside:
        await desk.say(KARI, typed)
    shown = await desk.say(KARI, said)
    assert await answers(desk) == ()
    assert kinds(shown) == ["guide_confirm"]
    assert DANGER in desk.words(shown)
    await desk.say(KARI, "ja")
    assert [step for step, _ in await answers(desk)] == ["trygg_na"]


@pytest.mark.parametrize("said", ["nei", "vet ikke"])
async def test_neither_does_it_answer_the_duty_to_report(desk: Desk, said: str) -> None:
    for typed in ("jeg er bekymret", "3", "kan jeg ringe barnevernet anonymt?"):
        await desk.say(KARI, typed)
    assert kinds(await desk.say(KARI, said)) == ["guide_confirm"]
    assert [step for step, _ in await answers(desk)] == ["trygg_na"]


async def test_a_regret_after_a_reminder_is_taken_away_answers_nothing(desk: Desk) -> None:
    for typed in ("jeg er bekymret", "minn meg på evaluering 14. januar", "ikke minn meg"):
        await desk.say(KARI, typed)
    await desk.say(KARI, "nei")
    assert await answers(desk) == ()


async def test_a_yes_below_something_else_is_asked_about_and_told_to_ring_first(desk: Desk) -> None:
    for typed in ("jeg er bekymret", "hva er taushetsplikt"):
        await desk.say(KARI, typed)
    shown = await desk.say(KARI, "ja")
    assert kinds(shown) == ["line", "guide_confirm"]
    assert is_line(shown[0], desk.text("guide.ring_first"))
    assert await answers(desk) == ()
    await desk.say(KARI, "ja")
    assert await answers(desk) == (("trygg_na", "ja"),)


LINES = ("kan lederen min se det jeg skriver her", "hvem er du", "hva lagrer du", "kan jeg snakke med et menneske")


@pytest.mark.parametrize("said", ["nei", "Nei", "ja", "vet ikke", "nei, tror ikke det"])
@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("before", [(), ("3",)], ids=["danger", "duty"])
async def test_nor_does_it_answer_below_a_line_of_any_kind(
    desk: Desk, said: str, line: str, before: tuple[str, ...]
) -> None:
    for typed in ("jeg er bekymret", *before, line):
        await desk.say(KARI, typed)
    given = await answers(desk)
    shown = await desk.say(KARI, said)
    assert await answers(desk) == given
    assert kinds(shown)[-1] in ("guide_confirm", "guide_choices")


async def test_a_yes_below_something_else_confirms_nothing_either(desk: Desk) -> None:
    for typed in ("jeg er bekymret", "nei, tror ikke det", "hvem er du"):
        await desk.say(KARI, typed)
    assert kinds(await desk.say(KARI, "ja"))[-1] == "guide_confirm"
    assert await answers(desk) == ()


async def test_a_number_and_a_press_answer_below_a_line(desk: Desk) -> None:
    for typed in ("jeg er bekymret", "hvem er du", "3", "hvem er du"):
        await desk.say(KARI, typed)
    concern = (await desk.state(KARI)).concern()
    assert concern is not None
    await desk.press(KARI, "guide_answer", f"{concern.id}.grunn_til_a_tro.nei")
    assert [step for step, _ in await answers(desk)] == ["trygg_na", "grunn_til_a_tro"]


async def test_an_answer_typed_in_full_is_taken(desk: Desk) -> None:
    for typed in ("jeg er bekymret", "hva er taushetsplikt", "Nei, ikke nå"):
        await desk.say(KARI, typed)
    assert await answers(desk) == (("trygg_na", "nei"),)


async def test_the_answer_regretted_is_the_one_given_last(desk: Desk) -> None:
    for typed in ("jeg er bekymret", "nei, ikke nå", "vet ikke", "tilbake", "tilbake", "Nei, ikke nå"):
        await desk.say(KARI, typed)
    assert DANGER in desk.words(await desk.say(KARI, "beklager, jeg mente ja"))


@pytest.mark.parametrize("said", ["hva betyr usikker", "hva betyr usikker?", "hva mener du med vet ikke"])
async def test_what_doubt_means_is_explained_at_the_question(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "guide_step"]
    assert DANGER in desk.words(shown)


@pytest.mark.parametrize("said", ["jeg har meldt", "har sendt bekymringsmelding", "har meldt til barnevernet"])
async def test_who_has_reported_is_offered_the_reminder_of_the_answer(desk: Desk, said: str) -> None:
    for typed in ("jeg er bekymret", "nei", "2"):
        await desk.say(KARI, typed)
    shown = await desk.say(KARI, said)
    assert is_line(shown[0], desk.text("guide.reported"))
    assert [one.verb for one in (await desk.state(KARI)).shown] == ["guide_reminder_offered"]
    assert kinds(await desk.say(KARI, "ja")) == ["guide_reminder"]
    assert "Jeg minner deg på" in desk.words(await desk.say(KARI, "ja takk"))


@pytest.mark.parametrize("late", [(22, 0), (0, 22), (11, 11)])
async def test_a_late_yes_to_the_reminder_counts_from_the_day_the_report_was_told_of(
    desk: Desk, late: tuple[int, int]
) -> None:
    for typed in ("jeg er bekymret", "nei", "2", "jeg har meldt"):
        await desk.say(KARI, typed)
    for days in late:
        desk.clock.advance(days=days)
        done = desk.words(await desk.say(KARI, "ja"))
    assert "gikk ut mandag 2. februar 2026" in done
    assert "søndag 10. mai 2026" in done


@pytest.mark.parametrize(("said", "key"), [("jeg har meldt til rektor", "case.reported_where")])
async def test_a_report_to_a_leader_is_no_report(desk: Desk, said: str, key: str) -> None:
    for typed in ("jeg er bekymret", "nei", "2"):
        await desk.say(KARI, typed)
    assert is_line((await desk.say(KARI, said))[0], desk.text(key))


@pytest.mark.parametrize(
    "said",
    [
        "ringte men ingen svarte",
        "de tok ikke telefonen",
        "ringer på mandag",
        "skal ringe etter helga",
        "det er fredag og stengt",
        "får ikke tak i noen",
        "dei svarar ikkje, ventar til måndag",
        "hva gjør jeg når ingen svarer?",
    ],
)
@pytest.mark.parametrize("way", [("nei", "1"), ("nei", "2"), ("vet ikke", "vet ikke")])
async def test_who_reaches_nobody_or_waits_is_told_who_answers_now(desk: Desk, said: str, way: tuple[str, ...]) -> None:
    for typed in ("jeg er bekymret", *way):
        await desk.say(KARI, typed)
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["guide_not_reached"]
    words = desk.words(shown)
    assert all(told in words for told in ("Barnevernvakta", "116 111", "112"))


@pytest.mark.parametrize(
    "said", ["har meldt, men ikke fått svar", "møtet er på mandag", "hva sier jeg til far på mandag?", "ringer dem nå"]
)
async def test_other_days_and_answers_are_not_taken_for_waiting(desk: Desk, said: str) -> None:
    for typed in ("jeg er bekymret", "nei", "2"):
        await desk.say(KARI, typed)
    assert "guide_not_reached" not in kinds(await desk.say(KARI, said))


async def test_the_written_report_may_be_sent_though_nobody_answers(desk: Desk) -> None:
    for typed in ("jeg er bekymret", "nei", "2"):
        await desk.say(KARI, typed)
    assert desk.text("guide.not_reached_report") in desk.words(await desk.say(KARI, "ingen svarer"))


@pytest.mark.parametrize("before", [("3", "nei"), ("3", "nei", "1")])
async def test_who_tells_of_neglect_after_a_no_is_asked_whether_the_no_still_holds(
    desk: Desk, before: tuple[str, ...]
) -> None:
    for typed in ("jeg er bekymret", *before):
        await desk.say(KARI, typed)
    shown = await desk.say(KARI, "barnet er alltid sulten")
    assert is_line(shown[0], desk.text("guide.neglect_told"))
    assert kinds(shown)[1:] == ["guide_offer_change"]
    assert "noe av dette gjelder barnet" in desk.words(await desk.say(KARI, "ja"))


@pytest.mark.parametrize("before", [("3",), ("3", "usikker")])
async def test_without_that_no_there_is_nothing_to_take_back(desk: Desk, before: tuple[str, ...]) -> None:
    for typed in ("jeg er bekymret", *before):
        await desk.say(KARI, typed)
    assert "guide_offer_change" not in kinds(await desk.say(KARI, "barnet er alltid sulten"))


async def test_a_bare_no_to_that_goes_on_where_the_guide_was(desk: Desk) -> None:
    for typed in ("jeg er bekymret", "3", "nei", "1", "barnet er alltid sulten"):
        await desk.say(KARI, typed)
    shown = await desk.say(KARI, "nei")
    assert kinds(shown) == ["guide_step"]
    assert "noe av dette gjelder barnet" not in desk.words(shown)


@pytest.mark.parametrize(
    "asked",
    ["hva spurte du om?", "va d du spurte om", "ka va det du spurt om", "hva var spørsmålet", "Gjenta spørsmålet"],
)
async def test_who_asks_what_the_question_was_is_shown_it_again(desk: Desk, asked: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    shown = await desk.say(KARI, asked)
    assert DANGER in desk.words(shown)
    assert await answers(desk) == ()


@pytest.mark.parametrize(
    "asked", ["hva er meldeplikt", "hva spør man foreldrene om", "hva sa du om spørsmål til barnet"]
)
async def test_who_asks_about_something_else_is_not_shown_the_question_instead(desk: Desk, asked: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    assert DANGER not in desk.words(await desk.say(KARI, asked))
