"""What is typed by who is tired late in the day: a search loses nothing, a leader who takes over, the last look."""

from __future__ import annotations

import pytest

from tests.turns.desk import KARI, Desk, is_line, kinds


@pytest.mark.parametrize(
    ("said", "active"),
    [
        ("jeg vil sende sak", "case"),
        ("jeg vil drøfte en elev", "case"),
        ("jeg er bekymret for en elev", "guide"),
        ("8 år, skole, atferd, anonymt", "case"),
    ],
)
async def test_below_a_search_a_wish_is_heard_as_with_nothing_under_way(desk: Desk, said: str, active: str) -> None:
    for typed in ("hvor går jeg", said):
        await desk.say(KARI, typed)
    assert (await desk.state(KARI)).active == active


@pytest.mark.parametrize(
    "said",
    [
        "jeg er rektor og trenger å se hva lærerne har sendt inn",
        "kan æ få en oversikt over ka lærerne har sendt",
        "kan jeg se sakene hennes",
        "jeg overtar etter en som har sluttet, hva hadde hun av saker",
    ],
)
async def test_who_takes_over_is_told_that_no_leader_sees_the_cases(desk: Desk, said: str) -> None:
    assert is_line((await desk.say(KARI, said))[0], desk.text("answers.sees_staff"))


@pytest.mark.parametrize("said", ["kan jeg se sakene mine", "har foreldre innsyn i saken", "hva har hun"])
async def test_who_asks_of_anything_else_is_not(desk: Desk, said: str) -> None:
    assert desk.text("answers.sees_staff") not in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["send saken", "Send saken!"])
async def test_send_the_case_at_the_last_look_is_about_that_case(desk: Desk, said: str) -> None:
    assert kinds(await desk.to_confirm()) == ["case_confirm"]
    shown = await desk.say(KARI, said)
    assert is_line(shown[0], desk.text("common.say_it_whole", title=desk.text("case.send")))
    assert not await desk.cases_of(KARI)


@pytest.mark.parametrize("said", ["13-15, helse, psykisk helse, anonymt", "14 år, helse, fysisk helse, anonymt"])
async def test_health_is_a_place_beside_a_theme_of_health(desk: Desk, said: str) -> None:
    for typed in ("drøft en sak", said):
        await desk.say(KARI, typed)
    state = await desk.state(KARI)
    assert (state.case.arena, len(state.case.themes)) == ("helse", 1)


@pytest.mark.parametrize("said", ["psykisk helse", "fysisk helse"])
async def test_a_theme_of_health_is_no_place(desk: Desk, said: str) -> None:
    for typed in ("drøft en sak", said):
        await desk.say(KARI, typed)
    assert (await desk.state(KARI)).case.arena == ""


@pytest.mark.parametrize("said", ["ja begge deler er gjort og nei på alle", "det er gjort, nei på alle"])
async def test_what_is_done_beside_an_answer_of_the_duty_is_ticked_and_the_duty_asked_about(
    desk: Desk, said: str
) -> None:
    for typed in ("drøft en sak", "10-12, skole, fravær, anonymt", "ja", said):
        shown = await desk.say(KARI, typed)
    assert kinds(shown) == ["case_gate"]
    assert "Det du har krysset av øverst, er tatt med" in desk.words(shown)
    assert kinds(await desk.say(KARI, "nei på alle")) == ["case_form"]


async def test_a_part_of_what_is_done_is_not_all_of_it(desk: Desk) -> None:
    for typed in ("drøft en sak", "10-12, skole, fravær, anonymt", "ja", "det er gjort, nei ikke nivå 1"):
        await desk.say(KARI, typed)
    assert kinds(await desk.say(KARI, "nei på alle")) != ["case_form"]


@pytest.mark.parametrize("said", ["nei itj no fare", "nei ingen fare nå", "nei nei"])
async def test_a_no_in_the_guide_of_danger_is_told_the_way_out(desk: Desk, said: str) -> None:
    for typed in ("far slår gutten med belte", "gå steg for steg"):
        await desk.say(KARI, typed)
    shown = await desk.say(KARI, said)
    assert is_line(shown[0], desk.text("guide.no_danger_after_all"))
    await desk.say(KARI, "avbryt")
    assert (await desk.state(KARI)).active is None


async def test_a_question_where_a_day_is_asked_for_is_answered(desk: Desk) -> None:
    for typed in ("jeg er bekymret", "nei, ikke nå", "minn meg på det"):
        await desk.say(KARI, typed)
    assert "answer" in kinds(await desk.say(KARI, "hva er taushetsplikt?"))


@pytest.mark.parametrize(
    ("said", "level"), [("jeg er på nivå to", "niva_2"), ("vi e på nivå ein", "niva_1"), ("nivå tre", "niva_3")]
)
async def test_a_level_in_words_is_one(desk: Desk, said: str, level: str) -> None:
    for typed in ("jeg er bekymret", "nei, ikke nå", "nei", said):
        await desk.say(KARI, typed)
    concern = (await desk.state(KARI)).concern()
    assert concern is not None
    assert dict(concern.answers)["hvor_langt"] == level


async def test_thanks_for_today_leaves_the_guide_for_later(desk: Desk) -> None:
    for typed in ("jeg er bekymret", "nei, ikke nå", "takk for i dag"):
        shown = await desk.say(KARI, typed)
    assert "er lagret" in desk.words(shown)


@pytest.mark.parametrize("said", ["hvorfor", "hvorfor det?", "kvifor"])
async def test_why_alone_explains_the_question(desk: Desk, said: str) -> None:
    for typed in ("jeg er bekymret", "nei, ikke nå"):
        await desk.say(KARI, typed)
    assert "med forklaring" in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("vi har prøvd ting hos oss", "niva_1"),
        ("vi har gjort litt selv", "niva_1"),
        ("ppt er med", "niva_2"),
        ("bare magefølelse", "ny"),
        ("det er bare en uro", "ny"),
        ("vi samarbeider med bup", "niva_2"),
        ("både bup og ppt", "niva_3"),
        ("helsesykepleier og barnevernet er inne", "niva_3"),
    ],
)
async def test_how_far_one_has_come_is_heard_from_who_is_in_it(desk: Desk, said: str, level: str) -> None:
    for typed in ("jeg er bekymret", "nei, ikke nå", "nei", said):
        shown = await desk.say(KARI, typed)
    concern = (await desk.state(KARI)).concern()
    assert concern is not None
    assert dict(concern.answers).get("hvor_langt") == level
    assert "Jeg forsto det som" in desk.words(shown)


@pytest.mark.parametrize(
    "said", ["ppt er ikke med", "er ppt med?", "ppt", "har snakket med foreldrene", "barnet er med"]
)
async def test_what_tells_nothing_of_it_is_asked_on(desk: Desk, said: str) -> None:
    for typed in ("jeg er bekymret", "nei, ikke nå", "nei", said):
        await desk.say(KARI, typed)
    concern = (await desk.state(KARI)).concern()
    assert concern is not None
    assert "hvor_langt" not in dict(concern.answers)


@pytest.mark.parametrize(("said", "deleted"), [("slett den første", 0), ("slett 2", 1), ("slett den siste", 1)])
async def test_a_concern_on_the_list_is_deleted_by_its_place_when_it_is_said_to_be_sure(
    desk: Desk, said: str, deleted: int
) -> None:
    for typed in (
        "jeg er bekymret",
        "nei, ikke nå",
        "det gjelder også en annen elev",
        "nei, ikke nå",
        "mine bekymringer",
    ):
        await desk.say(KARI, typed)
    ids = [one.id for one in (await desk.state(KARI)).concerns]
    shown = await desk.say(KARI, said)
    assert (await desk.state(KARI)).concern(ids[deleted]) is not None, "it is asked about first"
    await desk.push(KARI, shown, desk.text("guide.delete_yes"))
    assert [one.id for one in (await desk.state(KARI)).concerns] == [ids[1 - deleted]]


@pytest.mark.parametrize("said", ["slett 7", "slett den"])
async def test_a_place_that_is_not_there_deletes_none(desk: Desk, said: str) -> None:
    for typed in ("jeg er bekymret", "nei, ikke nå", "mine bekymringer", said):
        await desk.say(KARI, typed)
    assert len((await desk.state(KARI)).concerns) == 1
