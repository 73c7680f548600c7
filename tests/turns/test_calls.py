"""Who has rung, reached nobody, or asks whether something has come through, is told so in the middle of nothing."""

from __future__ import annotations

import pytest

from tests.turns.desk import KARI, Desk, is_line, kinds

RECEIVED = [
    "har de fått det",
    "fikk dere det",
    "har dere fått meldinga mi",
    "har barnevernet fått meldingen min",
    "er meldingen sendt",
    "har du meldt det nå",
    "kom meldingen fram",
]


@pytest.mark.parametrize("said", RECEIVED)
async def test_who_asks_if_it_came_is_told_that_the_bot_reports_nothing(desk: Desk, said: str) -> None:
    assert is_line((await desk.say(KARI, said))[0], desk.text("calls.nothing_sent"))


async def test_in_a_guide_too_and_the_guide_goes_on(desk: Desk) -> None:
    for typed in ("jeg er bekymret", "nei, ikke nå"):
        await desk.say(KARI, typed)
    assert is_line((await desk.say(KARI, RECEIVED[0]))[0], desk.text("calls.nothing_sent"))
    assert (await desk.state(KARI)).active == "guide"


async def test_who_has_sent_a_case_sees_it_and_reads_that_a_case_is_no_report(desk: Desk) -> None:
    await desk.sent()
    assert kinds(await desk.say(KARI, "har de fått det")) == ["my_cases"]
    assert is_line((await desk.say(KARI, "har dere fått meldinga mi"))[0], desk.text("calls.nothing_reported"))


@pytest.mark.parametrize("said", ["har jeg meldeplikt", "er det mobbing", "har de taushetsplikt", "fikk han det til"])
async def test_other_questions_that_begin_so_are_searched(desk: Desk, said: str) -> None:
    assert desk.text("calls.nothing_sent") not in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize(
    "said",
    [
        "ingen svarer på barnevernet",
        "barnevernet svarer ikke",
        "ingen svarer på telefonen",
        "de svarer ikke",
        "de tar ikke telefonen",
        "jeg ringte men ingen svarte",
    ],
)
@pytest.mark.parametrize("before", ["takk", "jeg ringer politiet"])
async def test_who_reaches_nobody_sees_whom_else_to_ring(desk: Desk, said: str, before: str) -> None:
    await desk.say(KARI, before)
    shown = await desk.say(KARI, said)
    assert is_line(shown[0], desk.text("calls.in_vain"))
    assert kinds(shown) == ["line", "numbers"]


@pytest.mark.parametrize(
    "said", ["hun svarer ikke på telefon", "mor tar ikke telefonen", "får ikke tak i foreldrene", "far svarer ikke"]
)
async def test_who_cannot_reach_the_family_is_told_when_to_ring(desk: Desk, said: str) -> None:
    assert is_line((await desk.say(KARI, said))[0], desk.text("calls.parents"))


@pytest.mark.parametrize("said", ["jeg har ringt barnevernet", "ringte barnevernvakta, de tar det", "har ringt dem"])
async def test_who_has_rung_is_met(desk: Desk, said: str) -> None:
    assert is_line((await desk.say(KARI, said))[0], desk.text("calls.made"))


@pytest.mark.parametrize(
    "said", ["jeg har snakket med henne", "mor har ringt barnevernet", "har ringt mor", "skal jeg ringe barnevernet"]
)
async def test_another_call_is_none_of_that(desk: Desk, said: str) -> None:
    assert desk.text("calls.made") not in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["hun svarer ikke når jeg snakker til henne", "han svarer ikke, han puster ikke"])
async def test_a_child_that_does_not_answer_is_danger(desk: Desk, said: str) -> None:
    assert "acute" in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize(
    ("said", "key"),
    [("har 5 min", "hurry"), ("jeg har dårlig tid", "hurry"), ("neste", "onward"), ("ok neste", "onward")],
)
async def test_who_is_in_a_hurry_or_wants_to_go_on_is_met(desk: Desk, said: str, key: str) -> None:
    assert is_line((await desk.say(KARI, said))[0], desk.text(f"answers.small_{key}"))


@pytest.mark.parametrize("said", ["neste", "send da", "klar"])
async def test_who_wants_to_go_on_from_the_form_is_told_what_to_press(desk: Desk, said: str) -> None:
    await desk.to_form()
    assert is_line((await desk.say(KARI, said))[0], desk.text("case.now_form"))


@pytest.mark.parametrize("said", ["jeg jobber på kulturskolen", "jeg er sfo-leder"])
async def test_work_at_the_school_of_arts_and_after_school_is_known(desk: Desk, said: str) -> None:
    assert "SFO og fritid" in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize(
    "said", ["jeg ringte 112", "har ringt politiet, de kommer", "æ ringt ambulansen nu", "har varslet politiet"]
)
async def test_who_has_rung_for_help_is_told_what_remains(desk: Desk, said: str) -> None:
    await desk.say(KARI, "mamma kom full og skulle hente")
    assert is_line((await desk.say(KARI, said))[0], desk.text("calls.emergency"))


@pytest.mark.parametrize("said", ["politiet er varslet", "da ringte jeg politiet", "ja ringte 112", "har ringt 113"])
async def test_it_may_be_said_in_another_order(desk: Desk, said: str) -> None:
    assert is_line((await desk.say(KARI, said))[0], desk.text("calls.emergency"))


async def test_who_says_so_in_a_guide_is_asked_on(desk: Desk) -> None:
    for said in ("jeg er bekymret", "nei, ikke nå"):
        await desk.say(KARI, said)
    shown = await desk.say(KARI, "jeg har ringt politiet")
    assert is_line(shown[0], desk.text("calls.emergency"))
    assert "Har du grunn til å tro" in desk.words(shown)


async def test_so_is_who_says_so_below_an_outcome_of_danger(desk: Desk) -> None:
    for said in ("jeg er bekymret", "ja"):
        await desk.say(KARI, said)
    before = (await desk.state(KARI)).concern()
    assert is_line((await desk.say(KARI, "har ringt 112"))[0], desk.text("calls.emergency"))
    assert (await desk.state(KARI)).concern() == before


@pytest.mark.parametrize(
    "said",
    [
        *("skal jeg ringe 112", "har ikke ringt politiet", "mor ringte politiet", "ringt 112?"),
        *(
            "politiet ringte",
            "legevakta har ringt",
            "de ringte politiet",
            "så ringte politiet",
            "nå har politiet ringt",
        ),
    ],
)
async def test_who_has_not_is_not(desk: Desk, said: str) -> None:
    assert not is_line((await desk.say(KARI, said))[0], desk.text("calls.emergency"))


@pytest.mark.parametrize(
    "said",
    [
        *("kan du ringe barnevernet for meg", "kan dere ringe meg på 45 67 89 01", "kan noen ringe meg tilbake?"),
        *("vil du kontakte barnevernet for meg", "kan dere ringe meg på mandag", "kan jeg ringe deg?"),
    ],
)
async def test_who_asks_to_have_somebody_rung_is_told_that_the_bot_rings_nobody(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, said)
    assert is_line(shown[0], desk.text("calls.not_mine"))
    assert kinds(shown)[1] == "numbers"


@pytest.mark.parametrize(
    "said", ["kan mor ringe meg", "kan jeg ringe barnevernet", "kan du ringe når jeg tror det er vold"]
)
async def test_who_asks_of_another_call_is_answered_as_always(desk: Desk, said: str) -> None:
    assert not is_line((await desk.say(KARI, said))[0], desk.text("calls.not_mine"))


@pytest.mark.parametrize(
    "said",
    ["må ringe politiet nå", "ring 112", "ring 112 for meg nå", "kan noen ringe ambulanse nå", "vi må ringe 113"],
)
@pytest.mark.parametrize("before", [(), ("jeg er bekymret",), ("jeg er bekymret", "1"), ("drøft en sak",)])
async def test_who_is_to_ring_for_help_reads_the_numbers_first_wherever_they_are(
    desk: Desk, before: tuple[str, ...], said: str
) -> None:
    for typed in before:
        await desk.say(KARI, typed)
    floor = (await desk.state(KARI)).active
    shown = await desk.say(KARI, said)
    assert is_line(shown[0], desk.text("calls.now"))
    assert (await desk.state(KARI)).active == floor


@pytest.mark.parametrize(
    "said", ["politiet ringer", "skal jeg ringe politiet", "nei, ikke ring politiet", "ring rektor"]
)
async def test_who_asks_whether_to_or_is_rung_is_not_told_to_ring(desk: Desk, said: str) -> None:
    assert desk.text("calls.now") not in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("de sa jeg skulle melde", "told_report"),
        ("barnevernet sa at jeg måtte melde", "told_report"),
        ("jeg har ringt barnevernet og de sa jeg skal melde i dag", "told_report"),
        ("de sa jeg skulle ringe politiet", "told_urgent"),
        ("barnevernet sa at vi skulle melde det til politiet", "told_urgent"),
        ("de ba meg vente litt med å melde", "told_watch"),
        ("de sa vi skulle vente med foreldrene og melde i dag", "told_report"),
        ("de sa jeg skulle følge med", "told_watch"),
        ("barnevernet sa at jeg ikke trengte å melde", "told_watch"),
    ],
)
async def test_what_barnevernet_said_is_met_with_what_is_done_now(desk: Desk, said: str, key: str) -> None:
    assert desk.text(f"calls.{key}") in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["mor sa at jeg skulle melde", "rektor sa jeg ikke skulle melde", "skal jeg melde?"])
async def test_what_others_said_is_no_word_of_barnevernet(desk: Desk, said: str) -> None:
    told = desk.words(await desk.say(KARI, said))
    assert desk.text("calls.told_report") not in told
    assert desk.text("calls.told_watch") not in told
