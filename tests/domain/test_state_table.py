"""The whole state table of product.md 6-7, written out by hand: what is not listed is refused."""

from __future__ import annotations

import itertools

import pytest

from bot.domain.case import Status
from bot.domain.case_actions import ALLOWED, Action, CaseRole, is_allowed, require, role_of
from bot.domain.errors import ActionNotAllowed, CaseAlreadyClaimed, CaseError, CaseRecused
from tests.domain.cases import ASE, BY_MEMBER, BY_REQUESTER, OLE, SIRI, a_case
from tests.each import each

# T = anyone in the team, C = only the member who has the case, M = only the others,
# Q = the requester, B = team and requester, - = nobody.
TABLE = """
            mottatt  lagt_i_kanalen  sett  tatt  besvart  avsluttet  trukket
see         T        T               T     T     T        -          -
claim       T        T               T     -     -        -          -
give_back   -        -               -     C     C        -          -
hand_over   -        -               -     C     C        -          -
take_over   -        -               -     M     M        -          -
recuse      T        T               T     T     T        -          -
ask         -        -               -     C     C        -          -
answer      -        -               -     C     C        -          -
meeting     T        T               T     C     C        -          -
redact      T        T               T     T     T        T          -
close       -        -               -     C     C        -          -
reopen      -        -               -     -     -        B          -
reply       Q        Q               Q     Q     Q        -          -
add         Q        Q               Q     Q     Q        -          -
renew       Q        Q               Q     Q     Q        -          -
withdraw    Q        Q               Q     Q     Q        -          -
show        Q        Q               Q     Q     Q        -          -
"""
WHO = {
    "T": {CaseRole.MEMBER, CaseRole.CLAIMER},
    "C": {CaseRole.CLAIMER},
    "M": {CaseRole.MEMBER},
    "Q": {CaseRole.REQUESTER},
    "B": {CaseRole.MEMBER, CaseRole.CLAIMER, CaseRole.REQUESTER},
    "-": set(),
}


def _rows() -> list[tuple[Status, Action, CaseRole, bool]]:
    head, *lines = [line.split() for line in TABLE.strip().splitlines()]
    listed = {
        (Status(status), Action(action)): WHO[mark]
        for action, *marks in lines
        for status, mark in zip(head, marks, strict=True)
    }
    assert set(listed) == set(itertools.product(Status, Action)), "the table must name every status and action"
    return [(*key, role, role in roles) for key, roles in listed.items() for role in CaseRole]


ROWS = _rows()


@each("row", ROWS)
def test_every_status_action_and_role_is_as_the_table_says(row: tuple[Status, Action, CaseRole, bool]) -> None:
    status, action, role, allowed = row
    case = a_case(status)
    assert case.status is status
    assert is_allowed(case, action, role) is allowed
    if allowed:
        require(case, action, role)
    else:
        with pytest.raises(CaseError):
            require(case, action, role)


@each("row", [row for row in ROWS if row[1] in BY_MEMBER and row[2] != "outsider"])
def test_what_a_member_does_follows_the_table(row: tuple[Status, Action, CaseRole, bool]) -> None:
    status, action, role, allowed = row
    case = a_case(status)
    member = OLE if role is CaseRole.CLAIMER else SIRI
    if role is CaseRole.REQUESTER or role_of(case, member) is not role:
        return  # the one who has the case exists only from «tatt» on; the requester is never a member here
    act = BY_MEMBER[action]
    if (
        action in (Action.CLAIM, Action.TAKE_OVER)
        and role is CaseRole.CLAIMER
        and status in (Status.CLAIMED, Status.ANSWERED)
    ):
        assert act(case, member) is case, "taking one's own case again changes nothing"
    elif not allowed:
        with pytest.raises(CaseError):
            act(case, member)
    elif action is Action.SEE and case.seen_at:
        assert act(case, member) is case
    else:
        assert act(case, member).version == case.version + 1


@each("status", Status)
@each("action", BY_REQUESTER)
def test_what_the_requester_does_follows_the_table(status: Status, action: Action) -> None:
    case = a_case(status)
    allowed = next(row[3] for row in ROWS if row[:3] == (status, action, CaseRole.REQUESTER))
    if allowed:
        assert BY_REQUESTER[action](case).version == case.version + 1
    else:
        with pytest.raises(ActionNotAllowed):
            BY_REQUESTER[action](case)


def test_the_table_has_no_status_without_a_row() -> None:
    assert set(ALLOWED) == set(Status)


@each("status", [Status.CLAIMED, Status.ANSWERED])
@each("action", [Action.CLAIM, Action.ASK, Action.ANSWER, Action.CLOSE, Action.MEETING])
def test_a_claimed_case_cannot_be_claimed_by_someone_else_who_is_told_who_has_it(
    status: Status, action: Action
) -> None:
    with pytest.raises(CaseAlreadyClaimed) as refused:
        BY_MEMBER[action](a_case(status), SIRI)
    assert refused.value.about == {"code": "K7M-42P", "who": "Ole Prøve"}


@each("status", [Status.CLOSED, Status.WITHDRAWN])
def test_a_case_that_is_over_is_not_said_to_be_taken_by_someone(status: Status) -> None:
    with pytest.raises(ActionNotAllowed):
        BY_MEMBER[Action.CLAIM](a_case(status, claimed_by=OLE, claimed_at=a_case().created_at), SIRI)


@each("action", [action for action in BY_MEMBER if action is not Action.RECUSE])
@each("status", Status)
def test_a_member_who_is_inhabil_is_refused_everything(status: Status, action: Action) -> None:
    case = a_case(status, recused=(SIRI.id,))
    with pytest.raises(CaseRecused):
        BY_MEMBER[action](case, SIRI)


def test_a_case_cannot_be_handed_to_a_member_who_is_inhabil() -> None:
    with pytest.raises(CaseRecused):
        BY_MEMBER[Action.HAND_OVER](a_case(Status.CLAIMED, recused=(ASE.id,)), OLE)
