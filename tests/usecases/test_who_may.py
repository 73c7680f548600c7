"""From another conversation, another team, another person: refused as if the case did not exist, nothing changed."""

from __future__ import annotations

import json

import pytest

from bot.domain import commands as do
from bot.domain.errors import CaseNotFound, CaseRecused, NotPermitted, TeamNotConnected
from bot.domain.outbox import Kind
from bot.domain.outcomes import ChannelIs, Refused
from bot.domain.turn import Person, Place, PlaceKind
from bot.store.case_row import _CASE
from tests.usecases.municipality import (
    BY_REQUESTER,
    BY_TEAM,
    CHANNEL,
    CHAT,
    GROUP,
    KARI,
    NILS,
    NILS_CHAT,
    OLE,
    OTHER_CHANNEL,
    SIRI,
    TEAM,
    Municipality,
    on_case,
)

ELSEWHERE = Place(PlaceKind.CHANNEL, "19:ukjent@thread.tacv2", {}, "lag-9", "19:ukjent@thread.tacv2")


def _name(value: object) -> str:
    return value.__name__ if isinstance(value, type) else str(getattr(value, "conversation_id", value))


@pytest.mark.parametrize("place", [OTHER_CHANNEL, ELSEWHERE, GROUP, NILS_CHAT], ids=_name)
@pytest.mark.parametrize("kind", BY_TEAM, ids=_name)
async def test_a_case_is_only_found_in_its_own_teams_channel(
    here: Municipality, kind: type[do.OnCase], place: Place
) -> None:
    case = await here.taken()
    await _is_refused_as_unknown(here, on_case(kind, case, OLE, place))


@pytest.mark.parametrize(("by", "place"), [(NILS, NILS_CHAT), (NILS, CHAT), (KARI, GROUP), (OLE, NILS_CHAT)], ids=_name)
@pytest.mark.parametrize("kind", BY_REQUESTER, ids=_name)
async def test_only_the_requester_does_what_is_the_requesters_and_only_in_their_own_chat(
    here: Municipality, kind: type[do.OnCase], by: Person, place: Place
) -> None:
    case = await here.taken()
    await _is_refused_as_unknown(here, on_case(kind, case, by, place))


@pytest.mark.parametrize("kind", [*BY_TEAM, *BY_REQUESTER], ids=_name)
async def test_a_case_id_somebody_made_up_is_not_found(here: Municipality, kind: type[do.OnCase]) -> None:
    case = await here.taken()
    made_up = type(case)(**(vars(case) | {"id": "../../etc/passwd"}))
    for by, place in ((OLE, CHANNEL), (KARI, CHAT)):
        await _is_refused_as_unknown(here, on_case(kind, made_up, by, place))


async def _is_refused_as_unknown(here: Municipality, command: do.OnCase) -> None:
    before = here.store.data.snapshot()
    refused = await here.do(command)
    assert isinstance(refused, Refused)
    assert type(refused.error) is CaseNotFound
    assert refused.case is None
    assert refused.error.about == {}, "nothing tells whether the case exists elsewhere"
    assert vars(here.store.data) == vars(before)


async def test_a_team_without_its_channel_reaches_no_case(here: Municipality) -> None:
    refused = await here.do(do.ListTeamCases(OLE, ELSEWHERE))
    assert isinstance(refused, Refused)
    assert isinstance(refused.error, TeamNotConnected)


async def test_a_member_who_is_inhabil_cannot_read_the_case(here: Municipality) -> None:
    case = await here.taken()
    await here.do(on_case(do.Recuse, case, SIRI))
    refused = await here.do(on_case(do.ShowTeamCase, case, SIRI))
    assert isinstance(refused, Refused)
    assert isinstance(refused.error, CaseRecused)
    assert refused.case is None


@pytest.mark.parametrize("place", [CHAT, GROUP], ids=_name)
async def test_only_a_channel_can_be_connected(here: Municipality, place: Place) -> None:
    refused = await here.do(do.ConnectChannel(OLE, place, "melhus/drofting"))
    assert isinstance(refused, Refused)
    assert isinstance(refused.error, NotPermitted)


async def test_a_connected_channel_gets_the_teams_cases_from_then_on(here: Municipality) -> None:
    case = await here.submitted()
    told = await here.do(do.ConnectChannel(OLE, ELSEWHERE, TEAM))
    assert isinstance(told, ChannelIs)
    assert told.connected
    await here.do(on_case(do.ClaimCase, case, OLE, ELSEWHERE))
    assert here.case(case.id).claimed_by is not None


TEAMS_KINDS = {Kind.CASE_CARD, Kind.CASE_CARD_UPDATE, Kind.THREAD_LINE, Kind.RELAYED_LINE, Kind.MEMBER_NOTICE}


async def test_nothing_the_team_gets_holds_the_requesters_identity(here: Municipality) -> None:
    case = await here.taken()
    for kind in BY_TEAM[6:10]:
        await here.do(on_case(kind, here.case(case.id)))
    await here.do(on_case(do.RenewCase, case, KARI, CHAT), on_case(do.AddInformation, case, KARI, CHAT))
    await here.do(on_case(do.AskRequester, case))
    await here.do(on_case(do.ReplyToTeam, here.case(case.id), KARI, CHAT))
    await here.do(on_case(do.CloseCase, case), on_case(do.ReopenCase, case, KARI, CHAT))
    await here.do(on_case(do.WithdrawCase, case, KARI, CHAT))
    assert here.case(case.id).withdrawn_at, "every step above was taken"
    rows = [one for one in here.rows() if one.kind in TEAMS_KINDS]
    assert len(rows) > 15
    kept = b"".join(_CASE.dump_json(one) for one in here.store.data.cases.values())
    sent = b"".join(_bytes(one) for one in rows)
    shown = b"".join(repr(one).encode() for one in here.done)
    secrets = (KARI.id, KARI.name, KARI.pseudonym, CHAT.conversation_id, CHAT.reference["service_url"])
    for secret in secrets:
        assert secret.encode() not in kept
        assert secret.encode() not in sent
    assert KARI.name.encode() not in shown


def _bytes(row: object) -> bytes:
    return json.dumps(vars(row), default=str, ensure_ascii=False).encode()


async def test_the_name_is_on_the_case_only_after_the_requester_chose_it(here: Municipality) -> None:
    case = await here.taken()
    assert KARI.name.encode() not in _CASE.dump_json(here.case(case.id))
    await here.do(on_case(do.ShowRequester, case, KARI, CHAT))
    assert here.case(case.id).requester_shown_as == KARI.name
    assert KARI.id.encode() not in _CASE.dump_json(here.case(case.id))
