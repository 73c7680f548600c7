"""What happens in a case is told to whoever sent it as they want it written; to the team it is always in bokmål."""

from __future__ import annotations

from tests.cases.delivering import Delivering, Recording
from tests.turns.desk import ANSWER, CHANNEL, KARI, NILS, OLE, Desk, chat


async def _told(desk: Desk, place: str) -> str:
    """Deliver what is due and return everything that was ever sent there."""
    assert isinstance(desk.messenger, Recording)
    await Delivering(desk).deliver()
    return desk.words([reply for conversation, reply in desk.messenger.sent if conversation == place])


async def test_the_requester_is_told_in_nynorsk_and_the_team_in_bokmaal(desk: Desk) -> None:
    desk.messenger = Recording()
    for person in (KARI, OLE):
        await desk.say(person, "nynorsk")
    case, other = await desk.sent(KARI), await desk.sent(NILS)
    for one in (case, other):
        await desk.press(OLE, "case_claim", one.id, place=CHANNEL)
        await Delivering(desk).deliver()
        await desk.press(OLE, "case_answer_send", one.id, ANSWER, CHANNEL)
        await Delivering(desk).deliver()
        await desk.press(OLE, "case_close_send", one.id, {"reason": "reported"}, CHANNEL)
    own, others = [await _told(desk, chat(person).conversation_id) for person in (KARI, NILS)]
    for said in ("er teken av ein i teamet", "Kven gjer kva", "er avslutta", "Teamet meiner at dette skal meldast"):
        assert said in own
        assert said not in others
    assert "Teamet mener at dette skal meldes" in others
    told = await _told(desk, CHANNEL.conversation_id)
    assert "Skal meldes til barnevernet" in told
    assert "ikkje" not in told
