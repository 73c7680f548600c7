"""A case not yet sent is kept a day, sealed, and only as it was after the check; what was typed is never kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.delivery.retention import delete_what_is_due
from bot.domain.conversation import DRAFT_FOR, ConversationState
from bot.domain.ports import ChannelLink
from bot.store import SqlStore
from dialogs.as_text import inputs_of
from dialogs.cases.words import day_and_time
from dialogs.start import with_profile
from tests.fakes.knowledge import shelf
from tests.fakes.stores import RING, MovableClock, bytes_in, url_for
from tests.turns.desk import ABOUT, CHANNEL, ELSEWHERE, KARI, NAMED, NILS, WORDS, Desk, chat, kinds


async def reviewed(desk: Desk) -> list[Any]:
    """Write a text with a name in it, and see what was found."""
    await desk.to_form()
    return await desk.press(KARI, "case_review", values=NAMED)


async def test_nothing_is_kept_while_something_is_still_found_in_the_text(desk: Desk) -> None:
    await reviewed(desk)
    assert (await desk.state(KARI)).case_draft is None
    await desk.say(KARI, "meny")
    assert "case_draft" not in kinds(await desk.say(KARI, "drøft en sak"))


async def test_the_checked_text_is_offered_again_and_can_be_sent(desk: Desk) -> None:
    shown = await reviewed(desk)
    await desk.push(KARI, shown, desk.text("case.use"))
    draft = (await desk.state(KARI)).case_draft
    assert draft is not None
    assert "Jonas" not in str(dict(draft.texts))
    await desk.say(KARI, "meny")
    offered = await desk.say(KARI, "drøft en sak")
    assert kinds(offered) == ["case_draft"]
    confirm = await desk.push(KARI, offered, desk.text("case.draft_go_on"))
    assert kinds(confirm) == ["case_confirm"]
    receipt = await desk.push(KARI, confirm, desk.text("case.send"))
    assert kinds(receipt) == ["case_receipt"]
    assert (await desk.state(KARI)).case_draft is None
    assert kinds(await desk.say(KARI, "drøft en sak")) == ["case_about"]


@pytest.mark.parametrize("label", ["case.draft_new", "common.cancel"])
async def test_a_draft_can_be_let_go(desk: Desk, label: str) -> None:
    confirm = await desk.to_confirm()
    if label == "common.cancel":
        await desk.push(KARI, confirm, desk.text("case.cancel_unsaved"))
    else:
        await desk.push(KARI, await desk.say(KARI, "drøft en sak"), desk.text(label))
    assert (await desk.state(KARI)).case_draft is None


async def test_after_a_day_it_is_neither_offered_nor_kept(desk: Desk) -> None:
    await desk.to_confirm()
    desk.clock.advance(hours=23)
    assert kinds(await desk.say(KARI, "drøft en sak")) == ["case_draft"]
    desk.clock.advance(hours=2)
    assert kinds(await desk.say(KARI, "drøft en sak")) == ["line", "case_about"]
    assert (await desk.state(KARI)).case_draft is None


async def test_who_asks_to_be_forgotten_is_told_that_the_draft_goes_and_it_does(desk: Desk) -> None:
    await desk.to_confirm()
    asked = await desk.say(KARI, "slett meg")
    assert "kladd" in desk.words(asked)
    await desk.push(KARI, asked, desk.text("start.forget_yes"))
    assert (await desk.state(KARI)).case_draft is None


async def test_nobody_elses_draft_is_offered(desk: Desk) -> None:
    await desk.to_confirm()
    assert kinds(await desk.say(NILS, "drøft en sak")) == ["case_about"]


async def test_on_disk_it_is_sealed_and_after_a_day_the_hourly_job_takes_it_away(tmp_path: Path) -> None:
    clock = MovableClock()
    store = SqlStore(await url_for("sqlite", tmp_path), RING, now=clock.now)
    await store.open()
    try:
        desk = await Desk(store, clock).open()
        shown = await reviewed(desk)
        await desk.push(KARI, shown, desk.text("case.use"))
        on_disk = bytes_in(tmp_path)
        for word in (*NAMED.values(), "Jonas"):
            assert word.encode() not in on_disk
        clock.advance(hours=25)
        assert (await delete_what_is_due(store, clock)).drafts == 1
        async with store.unit_of_work() as uow:
            assert (await uow.conversations.get(KARI, chat(KARI))).case_draft is None
    finally:
        await store.close()


@pytest.mark.parametrize("answer", ["yes", "unsure"])
async def test_a_draft_asks_about_the_duty_to_report_again_once_the_answer_has_changed(desk: Desk, answer: str) -> None:
    old_form = await desk.to_confirm()
    await desk.press(KARI, "case_gate", answer)
    assert kinds(await desk.push(KARI, old_form, desk.text("case.send"))) != ["case_receipt"]
    shown = await desk.push(KARI, await desk.say(KARI, "drøft en sak"), desk.text("case.draft_go_on"))
    assert kinds(shown) == ["case_gate"]
    await desk.press(KARI, "case_send", values=WORDS)
    assert await desk.cases_of(KARI) == []
    form = await desk.press(KARI, "case_gate", "all_no", {"first": "hv_niva_0,hv_niva_1"})
    assert {one.id: one.value for one in inputs_of(form[0].blocks)}["seen"] == WORDS["seen"]


@pytest.mark.parametrize(("workplace", "first"), [("melhus", ["line", "case_about"]), ("stjordal", ["case_gate"])])
async def test_a_draft_of_another_workplace_or_role_passes_the_gate_again_with_its_words(
    desk: Desk, workplace: str, first: list[str]
) -> None:
    await desk.to_confirm()
    await desk.press(KARI, "profile_save", values={"kommune": workplace, "rolle": "helse"})
    shown = await desk.push(KARI, await desk.say(KARI, "drøft en sak"), desk.text("case.draft_go_on"))
    assert kinds(shown) == first
    await desk.press(KARI, "case_send", values=WORDS)
    assert await desk.cases_of(KARI) == []
    assert (await desk.state(KARI)).case_draft is not None


async def test_a_card_of_another_case_is_never_sent_with_the_answers_of_this_one(desk: Desk) -> None:
    first = await desk.to_confirm()
    await desk.press(KARI, "case_restart")
    await desk.to_form()
    assert kinds(await desk.push(KARI, first, desk.text("case.send"))) == ["line"], "the card stays"
    assert await desk.cases_of(KARI) == []
    second = await desk.press(KARI, "case_review", values=WORDS)
    assert kinds(await desk.push(KARI, second, desk.text("case.send"))) == ["case_receipt"]


@pytest.mark.parametrize("said", ["slett kladden", "Slett kladden!", "slett utkastet", "kast kladden"])
async def test_a_draft_is_deleted_by_words_once_it_is_said_in_full(desk: Desk, said: str) -> None:
    await desk.to_confirm()
    await desk.say(KARI, "meny")
    assert kinds(await desk.say(KARI, said)) == ["case_draft_delete"]
    for too_little in ("ja", "slett"):
        await desk.say(KARI, too_little)
        assert (await desk.state(KARI)).case_draft is not None
    await desk.say(KARI, said)
    assert desk.words(await desk.say(KARI, "ja, slett kladden")) == desk.text("case.draft_deleted")
    state = await desk.state(KARI)
    assert (state.case_draft, state.case_left) == (None, None)


@pytest.mark.parametrize("said", ["nei", "nei vent", "behold kladden", "1"])
async def test_a_no_keeps_the_draft_and_says_for_how_long(desk: Desk, said: str) -> None:
    await desk.to_confirm()
    await desk.say(KARI, "meny")
    await desk.say(KARI, "slett kladden")
    assert "Kladden er tatt vare på til" in desk.words(await desk.say(KARI, said))
    assert (await desk.state(KARI)).case_draft is not None


async def test_deleting_the_draft_in_the_middle_of_its_case_leaves_the_case(desk: Desk) -> None:
    await desk.to_confirm()
    await desk.say(KARI, "slett kladden")
    await desk.say(KARI, "ja, slett kladden")
    assert (await desk.state(KARI)).active is None
    assert kinds(await desk.say(KARI, "drøft en sak")) == ["case_about"]


async def test_whoever_has_no_draft_is_told_so_and_where_the_words_of_a_form_are(desk: Desk) -> None:
    assert desk.words(await desk.say(KARI, "slett kladden")) == desk.text("case.draft_none")
    await desk.to_form()
    assert desk.words(await desk.say(KARI, "slett kladden")) == desk.text("case.draft_none_form")
    await desk.say(KARI, "meny")
    assert desk.words(await desk.say(KARI, "slett kladden")) == desk.text("case.draft_none_left")


@pytest.mark.parametrize("is_idle", [True, False])
@pytest.mark.parametrize("said", ["fortsett", "drøft en sak"])
async def test_a_case_not_sent_on_friday_is_said_to_be_deleted_and_unsent_on_monday_and_once(
    desk: Desk, said: str, is_idle: bool
) -> None:
    await desk.to_confirm()
    desk.clock.advance(hours=72)
    if is_idle:
        await delete_what_is_due(desk.store, desk.clock)
    shown = await desk.say(KARI, said)
    assert "Kladden fra" in desk.words(shown)
    assert "Teamet har ikke fått saken" in desk.words(shown)
    assert (await desk.state(KARI)).draft_gone is None
    assert "Kladden fra" not in desk.words(await desk.say(KARI, "meny"))


async def test_the_card_that_asks_for_the_last_yes_says_until_when_the_draft_is_kept(desk: Desk) -> None:
    shown = desk.words(await desk.to_confirm())
    until = day_and_time(desk.clock.now() + timedelta(hours=24))
    assert f"Saken er ikke sendt ennå. Kladden slettes {until}." in shown


async def test_a_yes_to_a_draft_that_is_gone_says_that_a_case_that_is_not_listed_was_not_sent(desk: Desk) -> None:
    shown = await desk.to_confirm()
    desk.clock.advance(hours=72)
    await desk.say(KARI, "avbryt")
    said = desk.words(await desk.push(KARI, shown, desk.text("case.send")))
    assert "En sak som ikke står der, er ikke sendt" in said
    assert await desk.cases_of(KARI) == []


async def test_a_draft_deleted_on_purpose_or_sent_is_never_said_to_have_run_out(desk: Desk) -> None:
    await desk.to_confirm()
    await desk.say(KARI, "slett kladden")
    await desk.say(KARI, "ja, slett kladden")
    desk.clock.advance(hours=72)
    assert "Kladden fra" not in desk.words(await desk.say(KARI, "drøft en sak"))


@pytest.mark.parametrize("way", [["nei vent", "tilbake"], ["nei vent", "tilbake", "jeg er usikker"], ["tilbake"]])
async def test_cancel_on_a_card_before_the_last_one_keeps_what_was_checked(desk: Desk, way: list[str]) -> None:
    await desk.to_confirm()
    for said in way:
        await desk.say(KARI, said)
    draft = (await desk.state(KARI)).case_draft
    assert draft is not None
    shown = await desk.say(KARI, "avbryt")
    assert "slettet" not in desk.words(shown)
    assert (await desk.state(KARI)).case_draft == draft
    assert "case_draft" in kinds(await desk.say(KARI, "drøft en sak"))


async def test_a_draft_stands_in_the_list_of_own_cases_until_it_is_deleted(desk: Desk) -> None:
    await desk.to_confirm()
    await desk.say(KARI, "avbryt")
    draft = (await desk.state(KARI)).case_draft
    assert draft is not None
    listed = await desk.say(KARI, "mine saker")
    assert desk.text("case.my_draft_until", until=day_and_time(draft.kept_at + DRAFT_FOR)) in desk.words(listed)
    assert kinds(await desk.push(KARI, listed, desk.text("case.draft_go_on"))) == ["case_confirm"]
    await desk.say(KARI, "avbryt")
    await desk.say(KARI, "mine saker")
    assert kinds(await desk.say(KARI, desk.text("case.draft_go_on"))) == ["case_confirm"]
    for typed in ("slett kladden", desk.text("case.draft_delete_yes")):
        await desk.say(KARI, typed)
    assert desk.text("case.my_draft") not in desk.words(await desk.say(KARI, "mine saker"))


@pytest.mark.parametrize("said", ["nei vent", "nei", "ja", "usikker"])
async def test_what_is_said_after_the_case_was_left_is_not_about_sending_it(desk: Desk, said: str) -> None:
    """The card with «Ja, send» was left: what is on offer then is the draft."""
    await desk.to_confirm()
    left = await desk.say(KARI, "avbryt")
    assert desk.text("start.submit") in desk.words(left)
    told = await desk.say(KARI, said)
    assert desk.text("common.say_it_whole", title=desk.text("case.send")) not in desk.words(told)
    assert (await desk.state(KARI)).case_draft is not None
    assert not await desk.cases_of(KARI)
    assert kinds(await desk.say(KARI, "drøft en sak")) == ["case_draft"]


async def test_a_draft_is_never_sent_to_the_team_of_another_municipality_with_the_same_id(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    profiles = dict(shelf().knowledge.profiles)
    for name in ("frosta", "meraker"):
        teams = (
            one.model_copy(update={"ways_in": ("anonymt",), "must_be_done_first": ()})
            if one.id == "tverrfaglig_team"
            else one
            for one in profiles[name].teams
        )
        profiles[name] = profiles[name].model_copy(update={"teams": tuple(teams)})
    known = replace(shelf().knowledge, profiles=profiles)
    monkeypatch.setattr(desk.library, "_shelf", replace(shelf(), knowledge=known))
    monkeypatch.setattr(desk.library, "_municipalities", ("frosta", "meraker"))
    async with desk.store.unit_of_work() as uow:
        for name, place in (("frosta", CHANNEL), ("meraker", ELSEWHERE)):
            await uow.channels.link(ChannelLink(f"{name}/tverrfaglig_team", place, desk.clock.now()))
        await uow.conversations.save(KARI, chat(KARI), with_profile(ConversationState(), "frosta", "skole"))
        await uow.commit()
    await desk.say(KARI, "drøft en sak")
    await desk.press(KARI, "case_about", values=ABOUT)
    await desk.press(KARI, "case_gate", "all_no")
    last = await desk.press(KARI, "case_review", values=WORDS)
    await desk.press(KARI, "profile_save", values={"kommune": "meraker", "rolle": "skole"})
    shown = await desk.press(KARI, "case_draft")
    assert kinds(shown) == ["line", "case_about"]
    assert "til et team som ikke finnes der du har valgt å jobbe nå" in desk.words(shown)
    await desk.press(KARI, "case_gate", "all_no")
    await desk.push(KARI, last, desk.text("case.send"))
    assert await desk.cases_of(KARI) == []


@pytest.mark.parametrize("said", ["hei", "ja, send", "send", "mine saker", "har du sendt saken", "er den sendt"])
async def test_the_first_thing_said_since_tells_once_that_the_draft_is_gone_and_was_not_sent(
    desk: Desk, said: str
) -> None:
    await desk.to_confirm()
    desk.clock.advance(hours=72)
    await delete_what_is_due(desk.store, desk.clock)
    shown = desk.words(await desk.say(KARI, said))
    assert "Kladden fra" in shown
    assert "Teamet har ikke fått saken" in shown
    assert desk.text("answers.small_ok") not in shown
    assert "Kladden fra" not in desk.words(await desk.say(KARI, said))
    assert desk.words(await desk.say(KARI, "ja, send")) in (desk.text("case.send_nothing"), desk.text("case.used"))


async def test_danger_goes_before_what_is_told_of_the_draft(desk: Desk) -> None:
    await desk.to_confirm()
    desk.clock.advance(hours=72)
    assert "Kladden fra" not in desk.words(await desk.say(KARI, "akutt"))
    assert "Kladden fra" in desk.words(await desk.say(KARI, "hei"))


@pytest.mark.parametrize(
    "said", ["har du sendt saken", "ble den sendt", "er den sendt", "hva skjedde med saken jeg skrev"]
)
async def test_who_asks_whether_the_case_is_sent_sees_their_cases_and_the_draft_that_is_not(
    desk: Desk, said: str
) -> None:
    await desk.to_confirm()
    await desk.say(KARI, "avbryt")
    assert desk.text("case.my_draft") in desk.words(await desk.say(KARI, said))
