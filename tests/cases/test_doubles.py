"""A card that landed twice: a press on the wrong one tells the bot which it is, and it is emptied where it stands."""

from __future__ import annotations

import pytest

from bot.domain.case import Status
from bot.domain.turn import Pressed
from tests.cases.delivering import Delivering, Recording
from tests.fakes.store import FakeStore
from tests.fakes.stores import MovableClock
from tests.turns.desk import CHANNEL, ELSEWHERE, NILS, OLE, SIRI, Desk

POSTED = {"at": "posted"}


@pytest.fixture
async def two(desk: Desk) -> tuple[Desk, Delivering, str, str, str]:
    """Return a desk, its delivery, a case, its card and a double of it."""
    clock = MovableClock()
    desk = await Desk(FakeStore(clock.now), clock, Recording()).open()
    delivering = Delivering(desk)
    case = await desk.sent()
    await delivering.deliver()
    card = desk.store.data.cards[case.id].activity_id
    double = await desk.messenger.send(CHANNEL, desk.messenger.visible[card].reply)
    assert double is not None
    return desk, delivering, case.id, card, double


async def test_a_press_on_the_double_works_and_empties_it(two: tuple[Desk, Delivering, str, str, str]) -> None:
    desk, delivering, case_id, card, double = two
    await desk.take(OLE, Pressed("case_claim", case_id, 1, POSTED, double), CHANNEL)
    await delivering.deliver()
    assert (await desk.case(case_id)).status is Status.CLAIMED
    assert desk.words([desk.messenger.visible[double].reply]) == desk.text(
        "team.double", code=(await desk.case(case_id)).code
    )
    assert "Tatt av Ole Prøve" in desk.words([desk.messenger.visible[card].reply])


async def test_the_card_of_another_case_is_not_emptied_whatever_the_button_claims(
    two: tuple[Desk, Delivering, str, str, str],
) -> None:
    desk, delivering, case_id, _, _ = two
    other = await desk.sent(NILS)
    await delivering.deliver()
    foreign = desk.store.data.cards[other.id].activity_id
    await desk.take(OLE, Pressed("case_claim", case_id, 1, POSTED, foreign), CHANNEL)
    await delivering.deliver()
    assert other.code in desk.words([desk.messenger.visible[foreign].reply])
    assert "kopi" not in desk.words([desk.messenger.visible[foreign].reply])


async def test_no_message_that_is_known_is_emptied_whatever_the_button_claims(
    two: tuple[Desk, Delivering, str, str, str],
) -> None:
    desk, delivering, case_id, card, _ = two
    await desk.take(OLE, Pressed("case_claim", case_id, 1, POSTED, card), CHANNEL)
    await delivering.deliver()
    lines = [name for name, one in desk.messenger.visible.items() if "Ole Prøve tok saken" in desk.words([one.reply])]
    assert lines, "a line under the card tells who took it"
    for line in lines:
        await desk.take(SIRI, Pressed("case_show", case_id, 1, POSTED, line), CHANNEL)
    await delivering.deliver()
    for line in lines:
        assert "Ole Prøve tok saken" in desk.words([desk.messenger.visible[line].reply])


async def test_who_had_a_double_emptied_is_kept(two: tuple[Desk, Delivering, str, str, str]) -> None:
    desk, _, case_id, _, double = two
    for _ in range(2):
        await desk.take(OLE, Pressed("case_show", case_id, 1, POSTED, double), CHANNEL)
    noted = [entry for entry in desk.store.data.audit if "case.double_emptied" in str(entry)]
    assert len(noted) == 1, noted
    assert "member-ole" in str(noted[0])


@pytest.mark.parametrize(
    ("on", "values", "place"),
    [("card", POSTED, CHANNEL), ("double", {}, CHANNEL), ("double", POSTED, ELSEWHERE)],
    ids=["the card itself", "a list or a copy only the presser sees", "another channel"],
)
async def test_nothing_else_is_emptied(
    two: tuple[Desk, Delivering, str, str, str], on: str, values: dict[str, str], place: object
) -> None:
    desk, delivering, case_id, card, double = two
    pressed = card if on == "card" else double
    await desk.take(OLE, Pressed("case_show", case_id, 1, values, pressed), place)
    await delivering.deliver()
    shown = {name: desk.words([one.reply]) for name, one in desk.messenger.visible.items()}
    assert all("kopi" not in said for said in shown.values())
