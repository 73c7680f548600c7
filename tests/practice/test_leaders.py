"""What leaders see of the introduction: a count, hidden while it is small, and nothing else."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from bot.cli.stats import course_table
from bot.domain.figures import CourseCount
from bot.domain.roles import led_municipalities
from bot.domain.turn import Person
from dialogs.as_text import all_buttons
from tests.practice.conftest import School
from tests.turns.desk import KARI, OLE, STRANGER, kinds

ALL = frozenset({"leader"})


async def take(school: School, how_many: int, municipality: str = "stjordal") -> None:
    for number in range(how_many):
        person = Person(f"person-{municipality}-{number}", f"Prøve {number}")
        await school.works_in(municipality, person=person)
        await school.take_course(person)


async def test_fewer_than_five_are_not_shown(school: School) -> None:
    await take(school, 4)
    school.staff = ALL
    words = school.words(await school.say(OLE, "hvor mange har tatt opplæringen"))
    assert "I alt: færre enn 5" in words
    assert "4" not in words.replace("5", "")


async def test_five_and_more_are_rounded_and_no_name_or_answer_is_there(school: School) -> None:
    await take(school, 6)
    await take(school, 1, "melhus")
    school.staff = ALL
    (card,) = await school.press(OLE, "course_counts")
    words = school.words([card])
    assert words.count("I alt: 5") == 1
    assert words.count("I alt: færre enn 5") == 1
    assert words.count("I alt: 0") == 4
    assert "Prøve" not in words
    assert all_buttons(card) == [] or not list(all_buttons(card))


async def test_who_leads_one_team_sees_its_municipality_only(school: School) -> None:
    await take(school, 5)
    await take(school, 5, "melhus")
    school.staff = frozenset({"leader:melhus/droftingsteam"})
    words = school.words(await school.press(OLE, "course_counts"))
    assert "Melhus" in words
    assert "Stjørdal" not in words


@pytest.mark.parametrize("staff", [frozenset[str](), frozenset({"editor"}), frozenset({"owner"})])
async def test_nobody_else_sees_the_count(school: School, staff: frozenset[str]) -> None:
    school.staff = staff
    assert "Bare ledere kan se" in school.words(await school.press(STRANGER, "course_counts"))
    await school.works_in("stjordal")
    shown = await school.say(KARI, "ny her")
    assert not any(one.verb == "course_counts" for reply in shown for one in all_buttons(reply))


async def test_a_leader_finds_the_count_from_the_introduction(school: School) -> None:
    school.staff = ALL
    shown = await school.push(KARI, await school.say(KARI, "ny her"), "Hvor mange er ferdige?")
    assert kinds(shown) == ["course_counts"]


def test_roles_that_could_not_be_checked_give_nothing() -> None:
    served = ("stjordal", "melhus")
    assert led_municipalities(frozenset({"unchecked"}), served) == ()
    assert led_municipalities(frozenset({"admin"}), served) == served
    assert led_municipalities(frozenset({"leader:frosta/x"}), served) == ()


def test_the_command_line_hides_small_numbers_too() -> None:
    counts = [
        CourseCount("stjordal", "2026-11", "ny-her", "1", 3),
        CourseCount("stjordal", "2026-11", "ny-her", "2", 4),
        CourseCount("melhus", "2026-11", "ny-her", "1", 4),
    ]
    written = io.StringIO()
    Console(file=written, width=80).print(course_table(counts))
    lines = written.getvalue().splitlines()
    assert any("stjordal" in line and "2026-11" in line and line.rstrip(" │┃").endswith("5") for line in lines)
    assert any("melhus" in line and "færre enn 5" in line for line in lines)
