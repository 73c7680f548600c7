"""Before a case is sent in which danger was heard and said not to be acute, the card says what that danger asks for."""

from __future__ import annotations

import pytest

from bot.answers.acute_words import KINDS
from bot.domain.ports import ChannelLink
from bot.domain.reply import Reply
from dialogs.cases.duty import ADULT_FROM, DANGERS
from tests.turns.desk import ABOUT, CHANNEL, KARI, WORDS, Desk, kinds

TOLD = {
    "selvmord": "Barnet sier at det vil ta livet sitt.",
    "vold": "Far slår barnet med belte.",
    "tvangsekteskap": "Hun skal giftes bort i sommer mot sin vilje.",
}
SAYS = {
    "selvmord": ("confirm_danger_suicide", "ring 113"),
    "vold": ("confirm_danger_violence", "melder du til barnevernet"),
    "tvangsekteskap": ("confirm_danger_forced", "du kontakter ikke familien først"),
}


def test_every_kind_of_danger_has_words_of_its_own() -> None:
    assert set(DANGERS) == set(KINDS)


@pytest.mark.parametrize("kind", TOLD)
async def test_the_last_card_before_sending_speaks_of_the_danger_that_was_heard_and_of_no_other(
    desk: Desk, kind: str
) -> None:
    shown = await desk.to_form()
    shown = await desk.press(KARI, "case_review", values=WORDS | {"seen": TOLD[kind]})
    shown = await desk.push(KARI, shown, desk.text("acute.not_acute"))
    said = desk.words(shown)
    key, words = SAYS[kind]
    assert words in said
    for other in set(DANGERS.values()):
        assert (desk.text(f"case.confirm_danger_{other}").replace("**", "") in said) == (
            f"confirm_danger_{other}" == key
        )


async def test_whoever_goes_on_after_words_of_suicide_is_not_reminded_of_violence(desk: Desk) -> None:
    await desk.to_form()
    shown = await desk.press(KARI, "case_review", values=WORDS | {"seen": TOLD["selvmord"]})
    shown = await desk.push(KARI, shown, desk.text("acute.not_acute"))
    assert desk.text("acute.went_on_form_suicide") in desk.words(shown)
    assert "vold" not in desk.words(shown)


async def test_a_calm_case_has_no_word_of_danger_before_it_is_sent(desk: Desk) -> None:
    shown = await desk.to_confirm()
    assert desk.text("case.confirm_danger") not in desk.words(shown)


@pytest.mark.parametrize("age", ADULT_FROM)
async def test_of_an_adult_nothing_is_said_of_reporting_but_of_averting(desk: Desk, age: str) -> None:
    async with desk.store.unit_of_work() as uow:
        await uow.channels.link(ChannelLink("stjordal/komp_18", CHANNEL, desk.clock.now()))
        await uow.commit()
    await desk.say(KARI, "drøft en sak")
    await desk.press(KARI, "case_about", values=ABOUT | {"age": age, "arena": "hjemme"})
    await desk.press(KARI, "case_team", "komp_18")
    await desk.press(KARI, "case_gate", "all_no")
    shown = await desk.press(KARI, "case_review", values=WORDS | {"seen": "Hun blir slått av samboeren."})
    said = desk.words(await desk.push(KARI, shown, desk.text("acute.not_acute")))
    assert "skal du prøve å hindre det" in said
    assert "116 006" in said
    assert desk.text("case.confirm_danger_violence").replace("**", "") not in said


async def _not_acute(desk: Desk) -> list[Reply]:
    await desk.to_form()
    shown = await desk.press(KARI, "case_review", values=WORDS | {"seen": TOLD["vold"]})
    return await desk.push(KARI, shown, desk.text("acute.not_acute"))


async def test_whoever_goes_on_after_danger_may_ring_barnevernet_first(desk: Desk) -> None:
    shown = await _not_acute(desk)
    assert kinds(await desk.push(KARI, shown, desk.text("case.ring_first"))) == ["case_unsure"]


@pytest.mark.parametrize("said", ["jeg vil heller melde", "ring barnevernet først"])
async def test_before_the_last_yes_the_way_to_report_is_heard_in_words(desk: Desk, said: str) -> None:
    await _not_acute(desk)
    assert kinds(await desk.say(KARI, said))[-1] in ("case_report", "case_unsure")
    assert not desk.store.data.cases


@pytest.mark.parametrize("said", [("mannen min slår meg",), ("det gjelder meg", "jeg blir slått hjemme")])
async def test_what_was_written_comes_back_from_the_card_above_after_something_of_oneself(
    desk: Desk, said: tuple[str, ...]
) -> None:
    await desk.to_form()
    stopped = await desk.press(KARI, "case_review", values=WORDS | {"seen": TOLD["vold"]})
    for one in said:
        own = await desk.say(KARI, one)
    told = desk.words(await desk.push(KARI, own, desk.text("acute.go_on")))
    assert desk.text("acute.not_acute") in told, "where the words are"
    assert TOLD["vold"] in desk.words(await desk.push(KARI, stopped, desk.text("acute.not_acute")))


TOGETHER = {"seen": "Har hatt flere blåmerker i høst.", "child": "Sier det var pappa."}


async def test_what_was_seen_and_what_the_child_said_are_also_read_as_one(desk: Desk) -> None:
    await desk.to_form()
    for alone in TOGETHER:
        shown = await desk.press(KARI, "case_review", values=WORDS | {alone: TOGETHER[alone]})
        assert "acute" not in kinds(shown)
        await desk.to_form()
    shown = await desk.press(KARI, "case_review", values=WORDS | TOGETHER)
    assert "acute" in kinds(shown)
    shown = await desk.push(KARI, shown, desk.text("acute.not_acute"))
    assert "acute" not in kinds(shown)


@pytest.mark.parametrize(
    "told",
    [
        {"seen": "Blir fort sint og slår i bordet.", "child": "Sier at pappa også blir sint."},
        {"seen": "Sitter stille.", "child": "Sier at noen holder ham fast."},
    ],
)
async def test_two_answers_that_are_not_both_a_sign_stop_nobody(desk: Desk, told: dict[str, str]) -> None:
    await desk.to_form()
    shown = await desk.press(KARI, "case_review", values=WORDS | told)
    assert "acute" not in kinds(shown)
    assert desk.text("acute.faint") in desk.words(shown)
