"""«Sett»: whatever a member does with a case, on its card or in «saker», somebody has seen it."""

from __future__ import annotations

import pytest

from tests.turns.desk import CHANNEL, KARI, OLE, Desk

PRESSES = {
    "seen": ["case_seen"],
    "claimed": ["case_claim"],
    "inhabil": ["case_recuse", "case_recuse_send"],
    "not anonymous": ["case_redact", "case_redact_send"],
    "not anonymous after all": ["case_redact", "case_show"],
    "a meeting": ["case_meeting"],
    "shown from the list": ["case_show"],
}


@pytest.mark.parametrize("pressed", PRESSES)
async def test_any_press_by_a_member_counts_as_seen(desk: Desk, pressed: str) -> None:
    case = await desk.sent()
    assert (await desk.case(case.id)).seen_at is None
    for verb in PRESSES[pressed]:
        await desk.press(OLE, verb, case.id, place=CHANNEL)
    after = await desk.case(case.id)
    assert after.seen_at is not None
    told = [one.row.item.payload.get("notice") for one in desk.store.data.rows.values()]
    assert {"seen", "claimed", "redacted", "meeting"} & {*told}, "the requester is told"
    assert told.count("seen") <= 1


@pytest.mark.parametrize("verb", ["case_redact", "case_recuse"])
async def test_what_only_asks_whether_one_is_sure_is_not_drawn_over_by_an_update_of_the_card(
    desk: Desk, verb: str
) -> None:
    case = await desk.sent()
    before = list(desk.store.data.rows)
    await desk.press(OLE, verb, case.id, place=CHANNEL)
    assert list(desk.store.data.rows) == before


async def test_what_is_looked_at_twice_is_told_once_and_a_list_alone_shows_no_case(desk: Desk) -> None:
    case = await desk.sent()
    await desk.say(OLE, "saker", CHANNEL)
    assert (await desk.case(case.id)).seen_at is None, "a list of cases is not a press on this one"
    for _ in range(2):
        await desk.press(OLE, "case_show", case.id, place=CHANNEL)
    told = [one.row.item.payload.get("notice") for one in desk.store.data.rows.values()]
    assert told.count("seen") == 1
    assert (await desk.cases_of(KARI))[0].version == case.version + 1


async def test_the_list_says_how_far_a_case_is_in_the_words_of_its_card(desk: Desk) -> None:
    """«Lagt i kanalen» and «Sett av teamet» are what the requester reads: the team asks who has it."""
    case = await desk.sent()
    said = [desk.words(await desk.say(OLE, "saker", CHANNEL))]
    for verb in ("case_seen", "case_claim"):
        await desk.press(OLE, verb, case.id, place=CHANNEL)
        said.append(desk.words(await desk.say(OLE, "saker", CHANNEL)))
    for shown, status in zip(said, ("Ny", "Ledig", "Tatt av Ole Prøve"), strict=True):
        assert f" · {status}" in shown
    assert not any(words in " ".join(said) for words in ("Lagt i kanalen", "Sett av teamet", "en i teamet"))
