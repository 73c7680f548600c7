"""A rule asked about without its sign in the middle of a guide is answered, told of it is offered; below a report the
form, what to write and what is left are of that."""

from __future__ import annotations

import pytest

from dialogs.as_text import all_buttons
from tests.turns.desk import KARI, Desk, kinds

STEPS = (("jeg er bekymret",), ("jeg er bekymret", "3"))
REPORT = ("jeg er bekymret", "3", "2")
FEEDBACK = "melding-tilbakemelding"


async def at(desk: Desk, *said: str) -> None:
    for one in said:
        await desk.say(KARI, one)


@pytest.mark.parametrize("before", STEPS)
@pytest.mark.parametrize(
    ("said", "slug"),
    [
        ("har trenere meldeplikt", "meldeplikt-frivillig"),
        ("må assistenter melde til barnevernet", "meldeplikt-hvem"),
        ("har leger meldeplikt", "meldeplikt-hvem"),
    ],
)
async def test_a_rule_asked_about_without_its_sign_is_answered(
    desk: Desk, before: tuple[str, ...], said: str, slug: str
) -> None:
    await at(desk, *before)
    given = (await desk.state(KARI)).concern()
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["answer"]
    assert slug in {one.id for one in all_buttons(shown[0])}
    assert "guide_go_on" in {one.verb for one in all_buttons(shown[0])}
    assert (await desk.state(KARI)).concern() == given


@pytest.mark.parametrize("before", STEPS)
@pytest.mark.parametrize(
    ("said", "slug"), [("mor vil klage på barnevernet", "klage-barnevern"), ("far krever innsyn", "foreldre-innsyn")]
)
async def test_a_rule_told_of_is_offered_beside_the_question(
    desk: Desk, before: tuple[str, ...], said: str, slug: str
) -> None:
    await at(desk, *before)
    line, choices = await desk.say(KARI, said)
    assert [(one.verb, one.id) for one in all_buttons(line)] == [("article", slug)]
    assert kinds([choices]) == ["guide_choices"]
    before_press = (await desk.state(KARI)).shown
    assert [one.verb for one in before_press][:2] == ["guide_answer", "guide_answer"]  # a number is still the step's


@pytest.mark.parametrize("said", ["hun gråter mye i timen", "han sover på pulten hver dag", "har vondt i magen ofte"])
async def test_who_tells_of_the_child_is_offered_nothing(desk: Desk, said: str) -> None:
    await at(desk, *STEPS[1])
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "guide_choices"]
    assert not all_buttons(shown[0])


@pytest.mark.parametrize("before", STEPS)
async def test_have_i_forgotten_something_has_no_answer(desk: Desk, before: tuple[str, ...]) -> None:
    await at(desk, *before)
    assert "answer" not in kinds(await desk.say(KARI, "er det noe jeg har glemt"))


@pytest.mark.parametrize(
    "said", ["er det noe jeg har glemt", "hva er viktigst", "hva mer må jeg gjøre", "er jeg ferdig"]
)
async def test_below_an_outcome_what_is_left_is_said_in_short(desk: Desk, said: str) -> None:
    await at(desk, *REPORT)
    assert "Kort sagt: Meld i dag. Begynn med dette: Meld skriftlig" in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize(
    ("said", "slug"),
    [
        ("lenke til skjemaet", "melding-hvordan"),
        ("kor e skjemaet", "melding-hvordan"),
        ("hva skriver jeg", "melding-innhold"),
        ("ka ska æ skriv", "melding-innhold"),
        ("hva skal jeg skrive ned", "dok-hva-skrive"),
        ("rektor sier nei", "meldeplikt-personlig"),
        ("har ikke hørt noe", FEEDBACK),
    ],
)
async def test_below_a_report_the_form_what_to_write_and_who_says_no_are_answered(
    desk: Desk, said: str, slug: str
) -> None:
    await at(desk, *REPORT)
    shown = await desk.say(KARI, said)
    assert slug in {one.id for reply in shown for one in all_buttons(reply) if one.verb in ("article_more", "article")}


async def test_who_asks_for_the_form_below_danger_is_told_to_ring_first(desk: Desk) -> None:
    await at(desk, "jeg er bekymret", "ja")
    assert desk.words(await desk.say(KARI, "lenke til skjemaet")).startswith(desk.text("guide.ring_first").strip())


@pytest.mark.parametrize(
    "said", ["fikk ikke svar", "fikk ikke noe svar", "har ikke hørt noe", "jeg har ikke fått svar"]
)
@pytest.mark.parametrize("before", [(), ("jeg har meldt",)])
async def test_who_has_had_no_answer_is_offered_what_barnevernet_owes(
    desk: Desk, before: tuple[str, ...], said: str
) -> None:
    await at(desk, *before)
    shown = await desk.say(KARI, said)
    assert FEEDBACK in {one.id for reply in shown for one in all_buttons(reply)}


async def test_who_is_unhappy_with_an_answer_is_offered_no_report(desk: Desk) -> None:
    shown = await desk.say(KARI, "det hjalp ikke")
    assert FEEDBACK not in {one.id for reply in shown for one in all_buttons(reply)}
