"""An invented case goes through the real guide: every card is marked, and nothing can be sent or reminded of."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.case import CaseForm, CaseText
from bot.domain.commands import SetReminder, SubmitCase
from bot.domain.reply import Card, Reply
from bot.turns.routed import Routed
from dialogs.as_text import all_buttons
from dialogs.cases.about import about_card
from dialogs.dialog import Step
from dialogs.guide import replay
from dialogs.guide.replay import Workplace
from tests.fakes.knowledge import MUNICIPALITIES, shelf
from tests.practice.conftest import School
from tests.turns.desk import KARI, chat, kinds

(COURSE,) = shelf().knowledge.courses.values()
CASES = {one.id: one for one in COURSE.cases}
SENDS = ("menu_submit", "guide_reminder", "guide_reminder_set", "case_send", "case_review")


async def practise(school: School, case_id: str) -> list[list[Reply]]:
    """Take a case through the guide with the answers that are right; return what was shown after each."""
    shown = [await school.press(KARI, "practice_start", case_id)]
    for step, answer in CASES[case_id].answers.items():
        concern = f"ovelse-{case_id}"
        if isinstance(answer, str):
            shown.append(await school.press(KARI, "guide_answer", f"{concern}.{step}.{answer}"))
        else:
            values = {key: one if isinstance(one, str) else ",".join(one) for key, one in answer.items()}
            shown.append(await school.press(KARI, "guide_answer", f"{concern}.{step}", values))
    return shown


async def nothing_is_sent(school: School) -> bool:
    """Tell whether no case, no row of the outbox and no question is there."""
    data = school.store.data
    return not (data.cases or data.rows or data.questions or data.submissions)


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
@pytest.mark.parametrize("case_id", CASES)
def test_the_answers_of_a_case_lead_where_it_says_in_every_municipality(case_id: str, municipality: str) -> None:
    case, knowledge = CASES[case_id], shelf().knowledge
    surroundings = Workplace(knowledge.profiles[municipality], "skole")
    walked = replay.walk(knowledge.guides[case.guide], tuple(case.answers.items()), surroundings)
    assert walked.place in case.outcomes
    assert walked.dropped == ()


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
@pytest.mark.parametrize("case_id", CASES)
async def test_every_card_is_marked_and_the_last_has_no_way_to_send(
    school: School, case_id: str, municipality: str
) -> None:
    await school.works_in(municipality)
    shown = await practise(school, case_id)
    cards = [one for several in shown for one in several if isinstance(one, Card) and one.kind != "told"]
    assert all("ØVELSE: " in " ".join(one.header) for one in cards)
    assert cards[-1].kind == "guide_outcome"
    verbs = {one.verb for one in all_buttons(cards[-1])}
    assert verbs.isdisjoint(SENDS)
    words = school.words([cards[-1]])
    for expected in ("Ingenting blir sendt", "Godt sett. Dit kom vi også:", CASES[case_id].why):
        assert expected in words
    assert await nothing_is_sent(school)


async def test_the_story_is_open_first_and_a_press_away_later(school: School) -> None:
    shown = await practise(school, "flyttingen")
    story = CASES["flyttingen"].story
    assert story in school.words(shown[0])
    assert "Les historien igjen" in school.words(shown[1])


async def test_another_outcome_is_told_where_we_came_and_why(school: School) -> None:
    await school.press(KARI, "practice_start", "flyttingen")
    await school.press(KARI, "guide_answer", "ovelse-flyttingen.trygg_na.nei")
    words = school.words(await school.press(KARI, "guide_answer", "ovelse-flyttingen.grunn_til_a_tro.ja"))
    assert "Vi kom til «" in words
    assert CASES["flyttingen"].why in words


@pytest.mark.parametrize(
    ("verb", "target"),
    [
        ("menu_submit", "ovelse-fravaeret"),
        ("menu_submit", ""),
        ("case_about", ""),
        ("case_team", "komp_0_18"),
        ("case_form", ""),
        ("case_review", ""),
        ("case_send", ""),
        ("case_draft", ""),
        ("case_draft_new", ""),
        ("case_restart", ""),
    ],
)
async def test_no_button_of_a_case_does_anything_while_a_practice_is_open(
    school: School, verb: str, target: str
) -> None:
    await practise(school, "fravaeret")
    assert kinds(await school.press(KARI, verb, target)) == ["practice_held"]
    assert kinds(await school.say(KARI, "drøft en sak")) == ["practice_held"]
    await school.say(KARI, "meny")
    assert kinds(await school.say(KARI, "send sak")) == ["practice_held"]
    assert await nothing_is_sent(school)


async def test_the_way_over_a_team_does_not_lead_to_a_case_either(school: School) -> None:
    await practise(school, "fravaeret")
    team = await school.press(KARI, "where_team", "komp_0_18")
    assert any(one.verb == "menu_submit" for reply in team for one in all_buttons(reply))
    assert kinds(await school.press(KARI, "menu_submit")) == ["practice_held"]


@pytest.mark.parametrize("kind", ["evaluering", "fullfor", "bvl-13-3"])
async def test_a_forged_reminder_of_a_practice_sets_none(school: School, kind: str) -> None:
    await practise(school, "fravaeret")
    await school.press(KARI, "guide_reminder", f"ovelse-fravaeret.{kind}")
    await school.press(KARI, "guide_reminder_set", f"ovelse-fravaeret.{kind}", {"date": "2027-12-01"})
    await school.say(KARI, "1. desember 2027")
    assert await nothing_is_sent(school)


@pytest.mark.parametrize("said", ["jeg er bekymret for et barn", "jeg er bekymret"])
async def test_a_worry_told_at_the_first_step_of_a_practice_is_a_real_one(school: School, said: str) -> None:
    await school.press(KARI, "practice_start", "fravaeret")
    await school.say(KARI, said)
    state = await school.state(KARI)
    assert state.practised is None
    assert [one.practice for one in state.concerns if one.id == state.open_concern] == [""]


@pytest.mark.parametrize(
    "said", ["nå har jeg en ekte sak", "dette er ikke en øvelse", "dette er på ordentlig", "det er ikke øving nå"]
)
async def test_who_says_that_it_is_no_practice_is_led_to_a_real_worry(school: School, said: str) -> None:
    await school.press(KARI, "practice_start", "fravaeret")
    shown = await school.say(KARI, said)
    assert kinds(shown) == ["practice_held"]
    await school.push(KARI, shown, school.text("practice.real_worry"))
    assert (await school.state(KARI)).practised is None


@pytest.mark.parametrize("said", ["jeg er usikker", "det er en øvelse", "de snakket ordentlig sammen"])
async def test_what_says_nothing_of_it_being_real_is_answered_in_the_practice(school: School, said: str) -> None:
    await school.press(KARI, "practice_start", "fravaeret")
    assert kinds(await school.say(KARI, said)) != ["practice_held"]


@pytest.mark.parametrize("said", ["slutt å øve", "avslutt øvelsen", "stopp øvinga"])
async def test_a_practice_is_left_in_words(school: School, said: str) -> None:
    await school.press(KARI, "practice_start", "fravaeret")
    await school.say(KARI, said)
    assert (await school.state(KARI)).active is None


@pytest.mark.parametrize("said", ["kan jeg øve først", "jeg vil øve på en sak", "kan jeg prøve uten at noe sendes"])
async def test_the_invented_cases_are_asked_for_in_words(school: School, said: str) -> None:
    assert kinds(await school.say(KARI, said)) == ["practice_cases"]


class Forging:
    """A router gone wrong: it sends although a practice is open."""

    def __init__(self, command: Any) -> None:
        self.command = command

    def route(self, *_: Any) -> Routed:
        return Routed(Step(commands=(self.command,)))


async def test_the_last_door_holds_even_if_a_dialog_sends(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    await practise(school, "fravaeret")
    now = school.clock.now()
    form = CaseForm("6-9", "skole", ("fravaer",), "vanlig", ("a",), ("b",), ("0",))
    text = CaseText("Kommer sent.", "Sier lite.", "Snakket.", "Hva prøver vi?", "Venter ikke.")
    sends = (
        SubmitCase(KARI, chat(KARI), "stjordal", "stjordal/komp_0_18", form, text, "s1", now),
        SetReminder(KARI, chat(KARI), "k", "guide.reminder_due", (), now),
    )
    for command in sends:
        monkeypatch.setattr(school.turns, "_router", Forging(command))
        assert "Ingenting blir sendt" in school.words(await school.say(KARI, "hei"))
        assert await nothing_is_sent(school)


async def test_after_the_practice_a_real_case_begins_with_nothing_filled_in(school: School) -> None:
    await practise(school, "fravaeret")
    held = await school.say(KARI, "drøft en sak")
    (card,) = await school.push(KARI, held, "Drøft en ekte sak")
    around = school.library.around_delivery()
    assert isinstance(card, Card)
    assert replace(card, in_place=False).blocks == about_card({}, around).blocks
    assert (await school.my_state()).practised is None
    await school.sent()
    assert len(school.store.data.cases) == 1


async def test_a_practice_is_left_and_taken_up_again(school: School) -> None:
    await school.press(KARI, "practice_start", "merket")
    await school.say(KARI, "meny")
    shown = await school.say(KARI, "fortsett")
    assert "ØVELSE: Merket på armen" in school.words(shown)
    shown = await school.say(KARI, "nei, ikke nå")
    assert kinds(shown)[-1] == "guide_step"
    assert kinds(await school.press(KARI, "practice_end"))[-1] == "practice_cases"
    assert (await school.my_state()).concerns == ()


async def test_a_real_concern_is_untouched_by_a_practice(school: School) -> None:
    await school.say(KARI, "jeg er bekymret")
    before = (await school.my_state()).concerns
    await practise(school, "merket")
    await school.press(KARI, "practice_end")
    assert (await school.my_state()).concerns == before


async def test_danger_typed_during_a_practice_is_taken_as_real(school: School) -> None:
    await school.press(KARI, "practice_start", "flyttingen")
    assert kinds(await school.say(KARI, "faren slår ham hver kveld")) == ["acute"]


async def test_everything_can_be_deleted_during_a_practice(school: School) -> None:
    await school.press(KARI, "practice_start", "merket")
    await school.press(KARI, "forget_yes")
    assert (await school.my_state()).concerns == ()


async def test_the_cases_that_suit_the_role_come_first_and_unknown_ones_show_the_list(school: School) -> None:
    await school.works_in("stjordal", "barnehage")
    ((first, *_),) = [list(all_buttons(one)) for one in await school.press(KARI, "practice_list")]
    assert first.id == "merket"
    assert kinds(await school.press(KARI, "practice_start", "finnes-ikke"))[-1] == "practice_cases"


async def test_who_says_so_in_the_introduction_is_shown_the_ways_in(school: School) -> None:
    await school.say(KARI, "ny her")
    await school.say(KARI, "ja")
    assert kinds(await school.say(KARI, "nå har jeg en ekte sak")) == ["menu"]
