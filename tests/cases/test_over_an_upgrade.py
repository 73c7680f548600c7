"""A case being written is read over an upgrade: as it was kept before its choices had an object of their own."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import Any

import pytest
from pydantic import TypeAdapter

from bot.domain.case_under_way import CaseUnderWay, case_in
from bot.domain.conversation import ConversationState
from bot.domain.ports import ChannelLink
from dialogs.start import with_profile
from tests.fakes.knowledge import shelf
from tests.turns.desk import ELSEWHERE, KARI, Desk, chat, kinds

STATE: TypeAdapter[ConversationState] = TypeAdapter(ConversationState)
KEPT: dict[str, Any] = {
    "step": "review",
    "age": "10-12",
    "arena": "skole",
    "themes": ["fravaer"],
    "submission": "da7675f6f0894dd1a86cdbabd6aa02af",
    "resumed": False,
    "wanted": "komp_0_18",
    "team": "komp_0_18",
    "levels": ["hv_niva_0", "hv_niva_1"],
    "asked_as": ["stjordal", "skole"],
    "urgency": "vanlig",
    "risk": [],
    "protective": [],
}
"""The data of a case that was read whole, as it was written on 27 November 2026."""
TEXTS = {
    "seen": "[En person] kommer sent.",
    "child": "Sier lite.",
    "done": "Snakket med hjemmet.",
    "advice_wanted": "Hva prøver vi?",
    "reason": "",
    "keep": "",
}
CASE = CaseUnderWay(
    step="review",
    submission="da7675f6f0894dd1a86cdbabd6aa02af",
    age="10-12",
    arena="skole",
    themes=("fravaer",),
    wanted="komp_0_18",
    team="komp_0_18",
    levels=("hv_niva_0", "hv_niva_1"),
    asked_as=("stjordal", "skole"),
)


def _kept(at: str, **more: object) -> ConversationState:
    before = {
        "active": "case",
        "data": KEPT,
        "profile": {"municipality": "stjordal", "role": "skole"},
        "welcomed": True,
        "case_draft": {"kept_at": at, "data": KEPT, "texts": TEXTS},
        "case_left": {"kept_at": at, "data": KEPT},
    }
    return STATE.validate_json(json.dumps(before | more))


def test_what_was_kept_before_is_read() -> None:
    state = _kept("2026-11-27T09:00:00Z")
    assert state.case_draft is not None
    assert state.case_left is not None
    assert state.case == state.case_draft.data == state.case_left.data == CASE
    assert state.is_draft_of(KEPT["submission"])
    assert state.is_left(KEPT["submission"])


def test_a_case_whose_first_step_is_half_answered_is_read() -> None:
    half = {"step": "about", "resumed": False, "age": "6-9", "themes": ["mobbing"], "levels": None, "gone_since": 1}
    assert case_in(half) == CaseUnderWay("about", age="6-9", themes=("mobbing",))


def test_every_field_is_read_back_as_it_was_kept() -> None:
    full = replace(CASE, urgency="haster", violence=True, resumed=True, levels=(), brings=True, told_of=True)
    lists = {one.name: ("a", "b") for one in fields(CaseUnderWay) if one.default == () and not getattr(full, one.name)}
    words = {one.name: "a" for one in fields(CaseUnderWay) if one.default == "" and not getattr(full, one.name)}
    full = replace(full, **lists, **words)  # type: ignore[arg-type]
    assert [one.name for one in fields(full) if getattr(full, one.name) == one.default] == []
    assert STATE.validate_json(STATE.dump_json(ConversationState().writing(full))).case == full


async def test_a_draft_from_before_the_upgrade_is_taken_up_and_sent(desk: Desk) -> None:
    before = _kept(desk.clock.now().isoformat(), active=None, data={}, case_left=None)
    async with desk.store.unit_of_work() as uow:
        await uow.conversations.save(KARI, chat(KARI), before)
        await uow.commit()
    assert kinds(await desk.say(KARI, "drøft en sak")) == ["case_draft"]
    shown = await desk.press(KARI, "case_draft")
    assert kinds(shown) == ["case_confirm"]
    await desk.push(KARI, shown, desk.text("case.send"))
    (case,) = await desk.cases_of(KARI)
    assert case.form.themes == ("fravaer",)
    assert case.form.levels_done == ("hv_niva_0", "hv_niva_1")
    assert case.text is not None
    assert case.text.seen == TEXTS["seen"]


async def test_a_draft_from_before_the_upgrade_goes_to_the_municipality_it_was_written_for(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The id of its team was kept alone, and other municipalities may have a team of the same id."""
    profiles = shelf().knowledge.profiles
    (team,) = (one for one in profiles["stjordal"].teams if one.id == KEPT["team"])
    melhus = profiles["melhus"]
    others = melhus.model_copy(update={"teams": (*melhus.teams, team)})
    known = replace(shelf().knowledge, profiles={**profiles, "melhus": others})
    monkeypatch.setattr(desk.library, "_shelf", replace(shelf(), knowledge=known))
    before = _kept(desk.clock.now().isoformat(), active=None, data={}, case_left=None)
    async with desk.store.unit_of_work() as uow:
        await uow.channels.link(ChannelLink(f"melhus/{team.id}", ELSEWHERE, desk.clock.now()))
        await uow.conversations.save(KARI, chat(KARI), with_profile(before, "melhus", "skole"))
        await uow.commit()
    assert kinds(await desk.press(KARI, "case_draft")) == ["line", "case_about"]
    await desk.press(KARI, "profile_save", values={"kommune": "stjordal", "rolle": "skole"})
    assert kinds(await desk.press(KARI, "case_draft")) == ["case_confirm"]
