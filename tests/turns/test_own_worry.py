"""Who dares not report is met and not alarmed, and so is who asks about a child they know in private or a rule."""

from __future__ import annotations

import pytest

from tests.turns.desk import KARI, Desk, is_line, kinds


@pytest.mark.parametrize(
    "said",
    [
        "jeg tør ikke",
        "jeg tør ikke melde",
        "æ tør itj ringe barnevernet",
        "jeg er redd for å melde",
        "gruer meg for å si fra",
    ],
)
async def test_who_dares_not_report_is_told_that_the_duty_is_theirs_and_who_helps(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, said)
    assert is_line(shown[0], desk.text("answers.dare_not"))
    verbs = [(one.verb, one.id) for one in (await desk.state(KARI)).shown]
    assert ("article", "anonym-drofting-barnevern") in verbs
    assert ("article", "meldeplikt-personlig") in verbs


@pytest.mark.parametrize(
    "said", ["jeg tør ikke sende barnet hjem", "han tør ikke gå hjem", "jeg er redd for faren", "jeg er redd"]
)
async def test_other_fear_is_heard_as_always(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, said)
    assert desk.text("answers.dare_not") not in desk.words(shown)


async def test_fear_of_sending_a_child_home_is_still_danger(desk: Desk) -> None:
    assert kinds(await desk.say(KARI, "jeg tør ikke sende barnet hjem")) == ["acute"]


@pytest.mark.parametrize(
    "said", ["det er barnet til søsteren min", "det gjelder nevøen min", "det er sønnen til naboen"]
)
async def test_a_child_known_in_private_is_answered_with_what_holds_then(desk: Desk, said: str) -> None:
    shown = desk.words(await desk.say(KARI, said))
    assert "Ring barnevernet hvis du er bekymret for et barn, også når du ikke er på jobb." in shown


async def test_a_blow_in_the_family_is_still_danger(desk: Desk) -> None:
    assert kinds(await desk.say(KARI, "søsteren min slår barnet sitt")) == ["acute"]


@pytest.mark.parametrize("said", ["er det straffbart å slå barn", "er det lov å slå barn?"])
async def test_whether_it_is_forbidden_to_hit_is_a_question(desk: Desk, said: str) -> None:
    assert "barnelova § 30" in desk.words([*await desk.say(KARI, said), *await desk.say(KARI, "les mer")])


async def test_a_blow_told_beside_the_question_is_still_danger(desk: Desk) -> None:
    assert kinds(await desk.say(KARI, "er det straffbart å slå barn? far slår henne")) == ["acute"]


async def test_a_theme_and_an_age_are_searched_for_also_in_the_middle_of_nothing(desk: Desk) -> None:
    assert kinds(await desk.say(KARI, "rus, 16 år")) == ["where_result"]


@pytest.mark.parametrize("said", ["hun ruser seg, 16 år", "rus"])
async def test_what_tells_of_somebody_or_no_age_is_no_such_search(desk: Desk, said: str) -> None:
    assert "where_result" not in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["det gjelder min egen datter", "det er mitt eget barn"])
async def test_ones_own_child_is_for_others_to_help_with(desk: Desk, said: str) -> None:
    assert is_line((await desk.say(KARI, said))[0], desk.text("answers.own_child"))


async def test_danger_to_ones_own_child_is_still_danger(desk: Desk) -> None:
    assert kinds(await desk.say(KARI, "min egen datter vil ikke leve")) == ["acute"]
