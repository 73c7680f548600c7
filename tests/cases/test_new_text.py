"""A new text for a case is checked, shown and approved like the first one; and what an urgent case says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.domain.case import Case, CaseText, Status
from bot.domain.follow_up import EVALUATIONS, FollowUp, episodes
from bot.domain.reply import Box, Card, Reply, TextInput
from dialogs.as_text import inputs_of
from dialogs.cases.deliver import requester_notice
from dialogs.cases.gate import NO
from dialogs.cases.words import day_and_time
from dialogs.start import with_profile
from tests.cases.test_gate import DONE, at_gate
from tests.turns.desk import ANSWER, CHANNEL, KARI, OLE, SIRI, WORDS, Desk, chat, kinds

NEW = WORDS | {"seen": "Er mye for seg selv."}


async def redacted(desk: Desk) -> Case:
    """Return a case whose text the team has taken away."""
    case = await desk.sent()
    await desk.press(OLE, "case_redact_send", case.id, place=CHANNEL)
    assert (await desk.case(case.id)).text is None
    return case


def boxes(shown: Sequence[Reply]) -> list[Box]:
    """Return the meters on what is shown: the quiet boxes."""
    cards = [one for one in shown if isinstance(one, Card)]
    return [one for card in cards for one in card.blocks if isinstance(one, Box) and one.tone == "emphasis"]


async def test_a_new_text_is_sent_only_once_the_sender_has_seen_it_whole_and_said_that_it_fits_several(
    desk: Desk,
) -> None:
    case = await redacted(desk)
    shown = await desk.press(KARI, "my_renew_send", case.id, NEW)
    assert kinds(shown) == ["my_renew_confirm"]
    assert desk.text("case.confirm_question") in desk.words(shown)
    assert all(said in desk.words(shown) for said in NEW.values())
    assert (await desk.case(case.id)).text is None, "nothing is kept before it is approved"
    await desk.push(KARI, shown, desk.text("case.send"))
    sent = (await desk.case(case.id)).text
    assert sent is not None
    assert sent.seen == NEW["seen"]


async def test_coarser_leads_back_to_the_form_with_the_words_in_it(desk: Desk) -> None:
    case = await redacted(desk)
    shown = await desk.press(KARI, "my_renew_send", case.id, NEW)
    again = await desk.push(KARI, shown, desk.text("case.coarser"))
    assert kinds(again) == ["my_renew"]
    (card,) = again
    assert isinstance(card, Card)
    written = {one.id: one.value for one in inputs_of(card.blocks) if isinstance(one, TextInput)}
    assert {name: written[name] for name in NEW} == NEW
    assert (await desk.case(case.id)).text is None


@pytest.mark.parametrize("verb", ["my_renew", "my_change"])
async def test_the_circle_is_shown_with_what_the_form_of_the_case_tells_and_not_the_words_alone(
    desk: Desk, verb: str
) -> None:
    case = await redacted(desk) if verb == "my_renew" else await desk.sent()
    form = await desk.press(KARI, verb, case.id)
    shown = await desk.push(KARI, form, desk.text("case.look_over"), NEW)
    risk = desk.library.around_delivery().anonymiser.risk(
        "\n\n".join(NEW.values()),
        municipality="stjordal",
        age_band=case.form.age_band,
        arena=case.form.arena,
        themes=case.form.themes,
    )
    assert risk.words in desk.words(shown)
    forged = desk.words(await desk.press(KARI, "my_renew_send", case.id, NEW | {"traits": "|||x" * 500}))
    assert risk.words not in forged, "the traits of the case have been counted above"
    assert desk.text("case.confirm_question") in forged


async def test_a_new_text_is_measured_with_what_the_team_has_read_in_the_case_it_is_linked_to(desk: Desk) -> None:
    earlier = await desk.sent()
    async with desk.store.unit_of_work() as uow:
        told = CaseText("Mor er polsk, og far er lege.", "En av fire søsken.", "Nei.", "Hva nå?")
        await uow.cases.save(earlier.changed(text=told))
        await uow.commit()
    await at_gate(desk)
    await desk.press(KARI, "case_gate", NO, {**DONE, "earlier": earlier.code})
    shown = await desk.press(KARI, "case_review", values=WORDS)
    first = fits(desk, shown)
    await desk.push(KARI, shown, desk.text("case.send"))
    case = next(one for one in await desk.cases_of(KARI) if one.follows)
    assert not any(said in repr(case.told) for said in ("polsk", "lege")), "the kinds are kept, never the words"
    await desk.press(OLE, "case_redact_send", case.id, place=CHANNEL)
    form = await desk.press(KARI, "my_renew", case.id)
    assert fits(desk, await desk.push(KARI, form, desk.text("case.look_over"), WORDS)) == first
    form = await desk.press(KARI, "my_change", (await desk.sent()).id)
    assert fits(desk, await desk.push(KARI, form, desk.text("case.look_over"), WORDS)) != first, (
        "the linked case has narrowed the circle above"
    )


def fits(desk: Desk, shown: Sequence[Reply]) -> list[str]:
    """Return what the last card says of how many the text may fit."""
    return [line for line in desk.words(shown).splitlines() if "passe på" in line]


async def test_the_reason_a_case_is_sent_for_is_shown_and_changed_with_the_rest_of_its_text(desk: Desk) -> None:
    case = await desk.sent()
    assert case.text is not None
    async with desk.store.unit_of_work() as uow:
        await uow.cases.save(case.changed(text=replace(case.text, reason="Vi venter ikke på møtet.")))
        await uow.commit()
    form = await desk.press(KARI, "my_change", case.id)
    assert "Vi venter ikke på møtet." in [
        one.value for card in form if isinstance(card, Card) for one in inputs_of(card.blocks)
    ]
    kept = await desk.push(KARI, form, desk.text("case.look_over"), WORDS | {"reason": "Vi venter ikke på møtet."})
    assert "Vi venter ikke på møtet." in desk.words(kept)
    changed = await desk.push(KARI, form, desk.text("case.look_over"), WORDS | {"reason": "Det haster litt."})
    await desk.push(KARI, changed, desk.text("case.send"))
    text = (await desk.case(case.id)).text
    assert text is not None
    assert text.reason == "Det haster litt."


@pytest.mark.parametrize("verb", ["my_renew", "my_change"])
async def test_what_is_found_in_a_new_text_has_the_same_meter_as_in_the_first(desk: Desk, verb: str) -> None:
    traits = WORDS | {"seen": "Gutten er vitne i en straffesak, og moren er sykepleier på Nordlyset sykehjem."}
    await desk.to_form()
    first = boxes(await desk.press(KARI, "case_review", values=traits))
    assert len(first) == 1
    case = await redacted(desk) if verb == "my_renew" else await desk.sent()
    form = await desk.press(KARI, verb, case.id)
    shown = await desk.push(KARI, form, desk.text("case.look_over"), traits)
    assert kinds(shown) == ["my_renew"]
    assert boxes(shown) == first, "as it is, with the suggestions, and what points the most"


async def test_a_name_is_stopped_both_before_and_at_the_approval(desk: Desk) -> None:
    case = await redacted(desk)
    for verb in ("my_renew_send", "my_renew_yes"):
        shown = await desk.press(KARI, verb, case.id, NEW | {"seen": "Jonas er mye for seg selv."})
        assert kinds(shown) == ["my_renew"]
        assert (await desk.case(case.id)).text is None


async def test_what_is_changed_before_anybody_takes_the_case_is_approved_the_same_way(desk: Desk) -> None:
    case = await desk.sent()
    assert kinds(await desk.press(KARI, "my_change", case.id)) == ["my_renew"]
    shown = await desk.press(KARI, "my_renew_send", case.id, NEW)
    before = (await desk.case(case.id)).text
    assert before is not None
    assert before.seen == WORDS["seen"]
    await desk.push(KARI, shown, desk.text("case.send"))
    after = (await desk.case(case.id)).text
    assert after is not None
    assert after.seen == NEW["seen"]


async def test_when_the_text_is_gone_there_is_nothing_more_to_take_away(desk: Desk) -> None:
    case = await redacted(desk)
    shown = await desk.press(OLE, "case_show", case.id, place=CHANNEL)
    assert desk.text("team.redact") not in desk.words(shown)


@pytest.mark.parametrize(("urgency", "is_said"), [("haster", True), ("vanlig", False)])
async def test_an_urgent_case_tells_at_once_whom_to_ring_when_it_cannot_wait(
    desk: Desk, urgency: str, is_said: bool
) -> None:
    await desk.to_form()
    shown = await desk.press(KARI, "case_review", values=WORDS | {"urgency": urgency})
    receipt = desk.words(await desk.push(KARI, shown, desk.text("case.send")))
    assert (desk.text("case.receipt_urgent").replace("**", "") in receipt) is is_said
    (case,) = await desk.cases_of(KARI)
    card = desk.words(await desk.press(OLE, "case_show", case.id, place=CHANNEL))
    due = day_and_time(case.due_at)
    assert (desk.text("team.due_urgent", due=due) in card) is is_said, "the team sees that it is urgent at a glance"
    around = desk.library.around_delivery()
    number = around.knowledge.profiles["stjordal"].contact("barnevernvakt")
    assert (number.name in receipt) is is_said


async def test_no_new_text_is_asked_for_when_a_case_that_is_closed_loses_its_text(desk: Desk) -> None:
    case = await desk.taken()
    await desk.press(OLE, "case_close_send", case.id, {"reason": "meeting"}, CHANNEL)
    await desk.press(OLE, "case_redact_send", case.id, place=CHANNEL)
    after = await desk.case(case.id)
    assert (after.status, after.text) == (Status.CLOSED, None)
    told = [requester_notice(after, {"notice": "redacted"}, desk.library.around_delivery())]
    for shown in (told, await desk.press(KARI, "my_case", case.id)):
        assert "du trenger ikke gjøre noe" in desk.words(shown)
        assert "ny tekst" not in desk.words(shown)


async def test_an_answered_case_whose_text_and_advice_go_waits_for_another_answer(desk: Desk) -> None:
    case = await desk.taken()
    await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    desk.clock.advance(days=20)
    await desk.press(SIRI, "case_redact_send", case.id, place=CHANNEL)
    gone = await desk.case(case.id)
    assert (gone.status, gone.answer) == (Status.CLAIMED, None)
    assert gone.due_at > desk.clock.now(), "it begins to wait now"
    followed = {one.follow_up for one in episodes(gone)}
    assert FollowUp.OVERDUE_TAKEN in followed, "whoever has it is reminded"
    assert not followed & EVALUATIONS, "nobody is asked how advice was that is gone"
    form = await desk.press(KARI, "my_renew", case.id)
    shown = await desk.push(KARI, form, desk.text("case.look_over"), NEW)
    await desk.push(KARI, shown, desk.text("case.send"))
    await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    assert (await desk.case(case.id)).status is Status.ANSWERED


async def test_a_closed_case_keeps_when_it_was_answered_for_the_figures(desk: Desk) -> None:
    case = await desk.taken()
    await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    await desk.press(OLE, "case_close_send", case.id, {"reason": "given"}, CHANNEL)
    closed = await desk.case(case.id)
    await desk.press(SIRI, "case_redact_send", case.id, place=CHANNEL)
    assert (await desk.case(case.id)).answered_at == closed.answered_at is not None


async def test_a_new_text_is_measured_by_the_municipality_of_its_case_wherever_its_sender_works_now(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.library, "_municipalities", ("stjordal", "tydal"))
    case = await desk.sent()
    before = fits(desk, await _looked_over(desk, case.id))
    assert before
    async with desk.store.unit_of_work() as uow:
        state = await uow.conversations.get(KARI, chat(KARI))
        await uow.conversations.save(KARI, chat(KARI), with_profile(state, "tydal", "skole"))
        await uow.commit()
    assert fits(desk, await _looked_over(desk, case.id)) == before


async def _looked_over(desk: Desk, case_id: str) -> Sequence[Reply]:
    return await desk.push(KARI, await desk.press(KARI, "my_change", case_id), desk.text("case.look_over"), WORDS)
