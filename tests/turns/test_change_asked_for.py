"""Who asks for another municipality in the middle of something is asked once, and the question comes again below."""

from __future__ import annotations

import pytest

from dialogs.as_text import all_buttons
from tests.turns.desk import KARI, STRANGER, Desk, kinds


@pytest.mark.parametrize("before", [("jeg er bekymret",), ("jeg er bekymret", "3"), ("drøft en sak",)])
@pytest.mark.parametrize("said", ["bytt til Melhus", "endre kommune til melhus takk"])
async def test_a_change_asked_for_in_the_middle_of_something_is_asked_about_and_the_question_comes_again(
    desk: Desk, before: tuple[str, ...], said: str
) -> None:
    shown = [await desk.say(KARI, typed) for typed in before][-1]
    floor = (await desk.state(KARI)).active
    for answer, municipality in (("nei", "stjordal"), ("ja", "melhus")):
        assert kinds(await desk.say(KARI, said)) == ["profile_ask"]
        again = await desk.say(KARI, answer)
        after = await desk.state(KARI)
        assert (after.profile.municipality, after.active) == (municipality, floor)
        assert [one.verb for one in all_buttons(again[-1])] == [one.verb for one in all_buttons(shown[-1])]


async def test_a_yes_to_the_change_is_no_yes_to_the_question_of_danger(desk: Desk) -> None:
    for typed in ("jeg er bekymret", "bytt til Melhus", "ja"):
        shown = await desk.say(KARI, typed)
    assert "fare nå" in desk.words(shown)
    assert not (await desk.state(KARI)).concerns[0].answers


async def test_who_has_not_said_where_they_work_says_it_so(desk: Desk) -> None:
    await desk.say(STRANGER, "bytt til Melhus")
    assert (await desk.state(STRANGER)).profile.municipality == "melhus"


async def test_who_writes_a_case_is_told_before_the_yes_that_it_begins_anew(desk: Desk) -> None:
    await desk.to_form()
    assert desk.text("start.set_in_case") in desk.words(await desk.say(KARI, "bytt til Melhus"))
    assert desk.text("start.set_in_case") not in desk.words(await desk.say(KARI, "endre rolle til NAV"))


async def test_a_draft_is_kept_through_the_change_and_said_to_be(desk: Desk) -> None:
    await desk.to_confirm()
    await desk.say(KARI, "bytt til Melhus")
    shown = await desk.say(KARI, "ja")
    assert kinds(shown) == ["told", "line", "case_about"]
    assert "Kladden ligger til" in desk.words(shown)
    assert desk.text("case.expired") not in desk.words(shown)
    assert (await desk.state(KARI)).case_draft is not None
    assert not await desk.cases_of(KARI)


@pytest.mark.parametrize("said", ["bytte skole", "skal bytte barnehage", "sett i Melhus", "endre i Melhus"])
async def test_what_is_told_of_a_child_changes_no_workplace(desk: Desk, said: str) -> None:
    await desk.to_form()
    assert "profile_ask" not in kinds(await desk.say(KARI, said))
