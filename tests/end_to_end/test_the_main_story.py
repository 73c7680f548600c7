"""The whole story in Microsoft's own client: worried, guided, answered, a case sent, taken, asked about, answered."""

from __future__ import annotations

import pytest

from tests.end_to_end import teacher_does, team_does
from tests.end_to_end.playground_client import PlaygroundClient
from tests.end_to_end.screen import Album

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]


def test_a_teacher_in_stjordal_gets_help_and_the_team_answers(
    teacher: PlaygroundClient, member: PlaygroundClient, album: Album
) -> None:
    team_does.connect_the_channel(member, album)

    teacher_does.be_guided(teacher, album)
    teacher_does.ask_a_question(teacher, album)
    code = teacher_does.send_a_case(teacher, album)

    team_does.see_it_arrive(member, code, album)
    team_does.nobody_else_may_act(member, code)
    team_does.two_take_it_at_once(member, code, album)
    team_does.take_it_and_ask_back(member, code, album)
    teacher_does.answer_the_team(teacher, code, album)
    team_does.put_it_on_the_meeting(member, code, album)
    teacher_does.be_invited(teacher, code, album)
    team_does.answer(member, code, album)
    teacher_does.read_the_answer(teacher, code, album)
    teacher_does.evaluate(teacher, code, album)
    team_does.close(member, code, album)
    teacher_does.open_again(teacher, code, album)
    team_does.see_it_opened_again(member, code)

    other = teacher_does.send_a_plain_case(teacher, code)
    team_does.list_the_cases(member, other, album)
    teacher_does.withdraw(teacher, other, album)
    team_does.see_it_withdrawn(member, other, album)
    team_does.take_the_cases_out(member, code, album)

    assert teacher.faults() == []
    assert member.faults() == []
