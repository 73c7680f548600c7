"""A story typed at the form of a case is offered a place in it: nobody has to type it twice."""

from __future__ import annotations

from bot.domain.reply import Card
from dialogs.as_text import all_buttons, inputs_of
from tests.turns.desk import KARI, WORDS, Desk

STORY = "han har vært mye borte i høst og sier at han hater skolen, vi har snakket med mor"


async def _at_form(desk: Desk) -> None:
    await desk.to_form()


async def test_what_is_told_at_the_form_is_put_into_its_first_field_by_one_press(desk: Desk) -> None:
    await _at_form(desk)
    shown = await desk.say(KARI, STORY)
    (put,) = all_buttons(shown[-1])
    assert put.title == desk.text("case.put_in_form", field=desk.text("case.seen"))
    (form,) = await desk.push(KARI, shown, put.title)
    assert isinstance(form, Card)
    (seen,) = (one for one in inputs_of(form.blocks) if one.id == "seen")
    assert seen.value == STORY
    assert STORY not in str(await desk.state(KARI)), "nothing of it is kept"


async def test_a_few_words_at_the_form_are_told_how_fields_are_filled_in(desk: Desk) -> None:
    await _at_form(desk)
    assert desk.words(await desk.say(KARI, "ok da")) != ""
    assert not all_buttons((await desk.say(KARI, "grønt hus"))[-1])


async def test_who_asks_at_step_one_what_is_asked_is_told_what_is_missing(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    assert "mangler" in desk.words(await desk.say(KARI, "hva er det du spør om"))


async def test_what_is_told_at_the_form_of_a_draft_stands_behind_what_it_has(desk: Desk) -> None:
    await desk.to_confirm()
    await desk.say(KARI, "nei, jeg tar bort flere detaljer")
    shown = await desk.say(KARI, "en gutt som leker alene i friminuttene og er ofte trist")
    put = desk.text("case.put_in_form", field=desk.text("case.seen"))
    told = desk.words(await desk.push(KARI, shown, put))
    assert all(word in told for word in (*WORDS.values(), "leker alene"))


async def test_who_tells_more_reads_that_the_button_takes_the_last_message_only(desk: Desk) -> None:
    await _at_form(desk)
    again = desk.text("case.in_the_middle_told_again")
    first = await desk.say(KARI, STORY)
    assert again not in desk.words(first)
    second = await desk.say(KARI, "hun leker alene i friminuttet og er ofte trist når hun kommer")
    assert again in desk.words(second)
    await desk.push(KARI, first, desk.text("case.put_in_form", field=desk.text("case.seen")))
    assert again in desk.words(await desk.say(KARI, "mor sier at det er likedan hjemme om kveldene"))
