"""«Minn meg på evaluering 14. januar»: a reminder is asked for in words, of the concern that is meant."""

from __future__ import annotations

import pytest

from bot.domain.reminder_kinds import LATER
from dialogs.as_text import all_buttons
from dialogs.guide.reminders import STOP
from tests.turns.desk import KARI, Desk, kinds


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("minn meg på evaluering 14. januar", "14. januar"),
        ("Kan du minne meg på Sak Blå 14. januar?", "14. januar"),
        ("minn mæ på det 14.1", "14. januar"),
    ],
)
async def test_a_reminder_is_set_for_the_concern_that_is_under_way(desk: Desk, said: str, day: str) -> None:
    for before in ("jeg er bekymret", "3"):
        await desk.say(KARI, before)
    told = desk.words(await desk.say(KARI, said))
    assert "Jeg minner deg på Sak Blå" in told
    assert day in told


async def test_without_a_day_it_is_asked_for(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    assert kinds(await desk.say(KARI, "minn meg på dette")) == ["guide_reminder"]
    assert "20. desember" in desk.words(await desk.say(KARI, "20. desember"))


async def test_without_a_concern_it_is_told_what_can_be_reminded_of(desk: Desk) -> None:
    assert desk.text("guide.reminder_nothing") in desk.words(await desk.say(KARI, "minn meg på evaluering 14. januar"))


async def test_the_concern_that_is_named_is_meant(desk: Desk) -> None:
    for said in ("jeg er bekymret", "3", "ny bekymring"):
        await desk.say(KARI, said)
    assert "Jeg minner deg på Sak Blå" in desk.words(await desk.say(KARI, "minn meg på Sak Blå 14. januar"))


@pytest.mark.parametrize("said", ["han minner meg om meg selv som barn", "minn meg på at far slår ham 14. januar"])
async def test_a_story_sets_no_reminder(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    assert "Jeg minner deg på" not in desk.words(await desk.say(KARI, said))


async def asked_to_be_reminded(desk: Desk) -> None:
    for before in ("jeg er bekymret", "3", "minn meg på evaluering 14. januar"):
        await desk.say(KARI, before)


async def test_the_receipt_has_a_button_that_stops_it_and_the_question_stays_below(desk: Desk) -> None:
    for before in ("jeg er bekymret", "3"):
        await desk.say(KARI, before)
    shown = await desk.say(KARI, "minn meg på evaluering 14. januar")
    assert kinds(shown) == ["line", "guide_choices"]
    assert [one.verb for one in all_buttons(shown[0])] == [STOP]
    stopped = desk.words(await desk.push(KARI, shown, desk.text("guide.reminder_stop")))
    assert desk.text("guide.reminder_cancelled") in stopped


@pytest.mark.parametrize(
    "said",
    [
        "nei ikke minn meg",
        "ikke minn meg",
        "slett påminnelsen",
        "stopp påminnelsen",
        "jeg vil ikke ha påminnelse likevel",
    ],
)
async def test_what_was_set_just_now_is_stopped_in_words(desk: Desk, said: str) -> None:
    await asked_to_be_reminded(desk)
    assert desk.text("guide.reminder_cancelled") in desk.words(await desk.say(KARI, said))


async def test_later_it_is_asked_which_and_a_no_keeps_it_and_answers_nothing(desk: Desk) -> None:
    await asked_to_be_reminded(desk)
    for before in ("ny bekymring", "3"):
        await desk.say(KARI, before)
    place = (await desk.state(KARI)).concern()
    asked = desk.words(await desk.say(KARI, "slett påminnelsen"))
    assert desk.text("guide.reminder_stop_of", title="Sak Blå") in asked
    assert desk.text("guide.kept") in desk.words(await desk.say(KARI, "nei"))
    assert (await desk.state(KARI)).concern() == place


async def test_a_yes_to_which_says_what_must_be_typed(desk: Desk) -> None:
    for before in ("jeg er bekymret", "3", "slett påminnelsen"):
        await desk.say(KARI, before)
    title = desk.text("guide.reminder_stop_of", title="Sak Blå")
    assert desk.text("common.say_it_whole", title=title) in desk.words(await desk.say(KARI, "ja"))
    assert desk.text("guide.reminder_cancelled_all", title="Sak Blå") in desk.words(await desk.say(KARI, title))


async def test_to_the_question_of_the_day_it_is_a_no(desk: Desk) -> None:
    for before in ("jeg er bekymret", "minn meg på dette"):
        await desk.say(KARI, before)
    assert desk.text("guide.reminder_none") in desk.words(await desk.say(KARI, "ikke minn meg"))


@pytest.mark.parametrize(
    "said", ["han vil ikke at jeg minner ham", "han slettet påminnelsen min", "kan jeg slette påminnelsen?"]
)
async def test_of_somebody_else_or_asked_it_stops_nothing(desk: Desk, said: str) -> None:
    await asked_to_be_reminded(desk)
    assert desk.text("guide.reminder_cancelled") not in desk.words(await desk.say(KARI, said))


async def test_danger_in_it_is_heard(desk: Desk) -> None:
    await asked_to_be_reminded(desk)
    assert kinds(await desk.say(KARI, "ikke minn meg på at far slår ham")) == ["acute"]


async def test_a_number_below_the_receipt_of_a_finished_concern_stops_nothing(desk: Desk) -> None:
    for before in ("jeg er bekymret", "1", "minn meg på evaluering 14. januar"):
        await desk.say(KARI, before)
    title = desk.text("guide.reminder_stop")
    assert desk.text("common.say_it_whole", title=title) in desk.words(await desk.say(KARI, "1"))


@pytest.mark.parametrize("asked", ["mine påminnelser", "Hvilke påminnelser har jeg?"])
async def test_the_reminders_to_come_are_listed_moved_and_stopped(desk: Desk, asked: str) -> None:
    assert desk.text("guide.reminders_none") in desk.words(await desk.say(KARI, asked))
    for said in ("jeg er bekymret", "3", "minn meg på Sak Blå 14. mars", "minn meg på evaluering 2. februar"):
        await desk.say(KARI, said)
    shown = await desk.say(KARI, asked)
    assert kinds(shown) == ["guide_reminders"]
    words = desk.words(shown)
    assert words.index("2. februar") < words.index("14. mars")
    assert "Skriv «fortsett», så er du tilbake i Sak Blå, steg 2." in words
    assert kinds(await desk.push(KARI, shown, "Flytt Sak Blå")) == ["guide_reminder"]
    assert "20. februar" in desk.words(await desk.say(KARI, "20. februar"))
    await desk.push(KARI, await desk.say(KARI, asked), "Stopp for Sak Blå")
    assert desk.text("guide.reminders_none") in desk.words(await desk.say(KARI, asked))


@pytest.mark.parametrize("soon", ["så fort som mulig", "snarest", "med en gang"])
async def test_soon_is_no_day_and_a_day_is_asked_for(desk: Desk, soon: str) -> None:
    for said in ("jeg er bekymret", "3", f"minn meg på dette {soon}"):
        shown = await desk.say(KARI, said)
    assert kinds(shown) == ["guide_reminder"]
    assert desk.text("guide.date_wrong") in desk.words(await desk.say(KARI, soon))


async def test_remind_me_below_an_outcome_means_the_reminder_it_offers(desk: Desk) -> None:
    for said in ("jeg er bekymret", "nei, ikke nå", "2"):
        await desk.say(KARI, said)
    shown = await desk.say(KARI, "minn meg")
    assert desk.text("guide.reminder_title_bvl-13-3") in desk.words(shown)


async def test_remind_me_below_the_one_that_is_offered_sets_it(desk: Desk) -> None:
    await desk.say(KARI, "jeg har meldt")
    assert "«Melding 12. januar»" in desk.words(await desk.say(KARI, "minn meg"))


@pytest.mark.parametrize("said", ["ja begge", "ja minn meg", "ja takk, begge ganger"])
async def test_a_yes_with_words_of_the_button_sets_the_reminders_after_a_report(desk: Desk, said: str) -> None:
    for typed in ("jeg er bekymret", "nei", "ja, noe annet på lista"):
        await desk.say(KARI, typed)
    assert "Minn meg begge ganger" in desk.words(await desk.say(KARI, "minn meg på svaret"))
    assert "minner deg på" in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize(
    "said",
    ["kan du sende meg en påminnelse på fredag", "jeg trenger en påminnelse om en uke", "sett en påminnelse på fredag"],
)
async def test_a_reminder_is_wished_for_by_its_name(desk: Desk, said: str) -> None:
    assert desk.words(await desk.say(KARI, said)) == desk.text("guide.reminder_nothing")
    await desk.say(KARI, "jeg er bekymret")
    assert "Jeg minner deg på Sak Blå" in desk.words(await desk.say(KARI, said))


async def test_a_new_wish_that_takes_the_place_of_another_says_so(desk: Desk) -> None:
    for before in ("jeg er bekymret", "3", "minn meg på møtet 14. januar"):
        await desk.say(KARI, before)
    told = desk.text("guide.reminder_instead", date="onsdag 14. januar 2026")
    again = desk.words(await desk.say(KARI, "minn meg på møtet 14. januar"))
    assert told not in again, "it is the same day"
    assert told in desk.words(await desk.say(KARI, "minn meg på å ringe 21. januar"))
    assert kinds(await desk.say(KARI, "4"))[-1] != "line", "the number answers the question of the guide"


async def test_the_second_reminder_of_a_report_has_no_day_of_its_own_to_ask_for(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    concern = (await desk.state(KARI)).open_concern
    for verb in ("guide_reminder", "guide_reminder_set"):
        shown = await desk.press(KARI, verb, f"{concern}.{LATER}", {"date": "2026-12-20"})
        assert desk.text("guide.old_concern") in desk.words(shown)
