"""Two teams that wait at once: words of our own buttons, and what names a case, are never taken for the answer."""

from __future__ import annotations

import pytest

from dialogs.as_text import all_buttons
from tests.cases.test_own_words import SAID, asked, texts_of
from tests.turns.desk import ABOUT, KARI, Desk, kinds


@pytest.mark.parametrize("said", ["Send som svar til teamet", "send svaret", "har ikke tid"])
async def test_words_about_sending_below_the_form_keep_what_is_written_in_it(desk: Desk, said: str) -> None:
    first = await asked(desk)
    second = await asked(desk, "Hva sier barnet?")
    shown = await desk.say(KARI, SAID)
    choice = next(one for one in all_buttons(shown[1]) if one.id == second.id)
    form = await desk.press(KARI, choice.verb, choice.id, dict(choice.carries))
    assert kinds(form) == ["my_reply"]
    told = await desk.say(KARI, said)
    assert kinds(told) == ["line"]
    assert "Ingenting er sendt" in desk.words(told)
    await desk.push(KARI, form, desk.text("case.send_text"), {"text": SAID})
    assert SAID in await texts_of(desk, second)
    assert SAID not in await texts_of(desk, first)


@pytest.mark.parametrize("said", ["Send som svar til teamet", "send det", "Bruk forslagene"])
@pytest.mark.parametrize("number", [1, 2])
async def test_a_title_of_our_own_is_no_answer_wherever_it_is_typed(desk: Desk, said: str, number: int) -> None:
    for one in range(number):
        await asked(desk, f"Hva er prøvd, spørsmål {one}?")
    await desk.say(KARI, "meny")
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "my_reply" if number == 1 else "my_which"]
    assert shown[0].text == desk.text("case.own_words_send_nothing")
    assert not any(one.carries and dict(one.carries).get("text") for one in all_buttons(shown[1]))


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("trekk saken om skolefravær", "my_withdraw"),
        ("trekk den om skolefravær", "my_withdraw"),
        ("trekk saken om mobbing", "my_withdraw"),
        ("svar på saken om mobbing", "my_reply"),
    ],
)
async def test_a_case_is_named_by_what_it_is_about(
    desk: Desk, said: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    absence = await asked(desk)
    monkeypatch.setitem(ABOUT, "themes", "mobbing")
    bullying = await asked(desk, "Hva sier barnet?")
    await desk.say(KARI, SAID)
    shown = await desk.say(KARI, said)
    assert kinds(shown) == [kind]
    meant, other = (bullying, absence) if "mobbing" in said else (absence, bullying)
    assert meant.code in desk.words(shown)
    assert other.code not in desk.words(shown)
