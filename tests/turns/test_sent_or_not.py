"""«Ja, send», typed when the card it stands on is no longer the last one, is told that nothing is sent."""

from __future__ import annotations

import pytest

from tests.turns.desk import KARI, WORDS, Desk, kinds


@pytest.mark.parametrize("aside", ["hva betyr det", "hva betyr avidentifisert", "takk", "hvem er du", "meny"])
async def test_a_corrected_text_is_sent_or_said_not_to_be(desk: Desk, aside: str) -> None:
    case = await desk.sent()
    new = WORDS | {"seen": "Kommer ofte for sent om morgenen."}
    (form,) = await desk.press(KARI, "my_change_this", case.id)
    confirm = await desk.push(KARI, [form], desk.text("case.look_over"), new)
    assert kinds(confirm) == ["my_renew_confirm"]
    await desk.say(KARI, aside)
    shown = await desk.say(KARI, "Ja, send")
    kept = (await desk.case(case.id)).text
    assert kept is not None
    assert kept.seen != new["seen"]
    assert "Ingenting er sendt" in desk.words(shown)
    await desk.push(KARI, confirm, desk.text("case.send"))
    changed = (await desk.case(case.id)).text
    assert changed is not None
    assert changed.seen == new["seen"]


@pytest.mark.parametrize("said", ["ja", "ok", "ja takk", "nei"])
async def test_a_bare_word_below_a_question_to_the_editors_is_told_that_nothing_is_sent(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, "hva er fargen på postkassen")
    shown = await desk.push(KARI, shown, desk.text("answers.pass_on"), {"asked": "hva er fargen på postkassen"})
    assert kinds(shown) == ["pass_on"]
    told = desk.words(await desk.say(KARI, said))
    assert told == desk.text("common.say_it_whole", title=desk.text("answers.pass_send"))
