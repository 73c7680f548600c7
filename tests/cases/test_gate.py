"""The duty to report stands before the team: every point of the law blocks the post, for every role and button."""

from __future__ import annotations

import pytest

from bot.domain.conversation import ROLES, ConversationState
from bot.domain.reply import Card
from dialogs.as_text import all_buttons
from dialogs.cases.gate import DANGER, NO, UNSURE, YES
from dialogs.start import with_profile
from tests.fakes.knowledge import shelf
from tests.turns.desk import ABOUT, CHANNEL, KARI, NILS, OLE, TEAM, WORDS, Desk, chat, kinds

DONE = {"first": "hv_niva_0,hv_niva_1"}
LAW = {
    "mishandling": "bokstav a",
    "omsorgssvikt": "bokstav a",
    "sykdom": "bokstav b",
    "saerlige_behov": "bokstav c",
    "egen_fare": "bokstav d",
    "menneskehandel": "bokstav e",
}
"""Every point of barnevernsloven § 13-2 (law.md B), by the id of the question that asks about it."""


async def at_gate(desk: Desk, role: str = "skole") -> Card:
    """Go to the gate of the team as somebody with that role."""
    async with desk.store.unit_of_work() as uow:
        await uow.conversations.save(KARI, chat(KARI), with_profile(ConversationState(), "stjordal", role))
        await uow.commit()
    await desk.say(KARI, "drøft en sak")
    await desk.press(KARI, "case_about", values=ABOUT)
    (shown,) = await desk.press(KARI, "case_team", TEAM.partition("/")[2])
    assert isinstance(shown, Card)
    assert shown.kind == "case_gate"
    return shown


async def nothing_can_be_sent(desk: Desk) -> None:
    """Try the buttons of a form from before, and see that nothing reaches the team."""
    for verb in ("case_review", "case_use", "case_send"):
        await desk.press(KARI, verb, values=WORDS)
    assert list(await desk.cases_of(KARI)) == []
    assert desk.store.data.rows == {}


def test_every_point_of_the_law_is_asked_about() -> None:
    steps = shelf().knowledge.guides["bekymring"].steps
    assert {one.id for one in steps["grunn_til_a_tro"].criteria} == set(LAW)


@pytest.mark.parametrize("button", [NO, UNSURE, YES])
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("point", [*LAW, DANGER])
async def test_each_point_stops_the_case_whoever_asks_and_whichever_button_is_pressed(
    desk: Desk, point: str, role: str, button: str
) -> None:
    await at_gate(desk, role)
    shown = await desk.press(KARI, "case_gate", button, {**DONE, "points": point})
    outside_own_law = point == "egen_fare" and role == "privat_barnehage"
    assert kinds(shown) == ["case_unsure" if outside_own_law else "case_report"]
    await nothing_can_be_sent(desk)


@pytest.mark.parametrize("role", ROLES)
async def test_the_gate_says_where_the_duty_of_the_role_stands(desk: Desk, role: str) -> None:
    shown = await at_gate(desk, role)
    said = desk.words([shown])
    assert desk.text(f"duty.law_{role}") in said
    if f"duty.own_{role}" in desk.library.knowledge.texts:
        assert desk.text(f"duty.own_{role}") in said


@pytest.mark.parametrize("role", ROLES)
async def test_whoever_has_a_narrower_law_of_their_own_is_told_of_the_wider_one(desk: Desk, role: str) -> None:
    texts = desk.library.knowledge.texts
    if role != "privat_barnehage" and f"duty.own_{role}" in texts:
        assert "Barnevernsloven" in desk.text(f"duty.own_{role}")
        assert "gjelder også deg" in desk.text(f"duty.own_{role}") or "den gjelder også deg" in desk.text(
            f"duty.own_{role}"
        )


async def test_unsure_leads_to_a_call_and_back_to_the_gate_never_past_it(desk: Desk) -> None:
    await at_gate(desk)
    (card,) = await desk.press(KARI, "case_gate", UNSURE, DONE)
    assert isinstance(card, Card)
    assert card.kind == "case_unsure"
    assert "116 111" in desk.words([card])
    assert next(one.verb for one in all_buttons(card)) == "case_gate_again"
    await nothing_can_be_sent(desk)


async def test_going_back_to_the_gate_takes_the_earlier_yes_away(desk: Desk) -> None:
    await desk.to_form()
    await desk.press(KARI, "case_gate_again")
    await nothing_can_be_sent(desk)


async def test_a_violence_point_says_not_to_tell_the_parents_and_another_does_not(desk: Desk) -> None:
    for point, key in (("mishandling", "case.report_violence"), ("sykdom", "case.report_parents")):
        await at_gate(desk)
        shown = await desk.press(KARI, "case_gate", YES, {"points": point})
        assert desk.text(key).replace("**", "") in desk.words(shown)


@pytest.mark.parametrize("done", ["", "hv_niva_0", "hv_niva_1", "tull", "samtykke"])
async def test_what_must_be_done_first_is_asked_for_and_only_that(desk: Desk, done: str) -> None:
    await at_gate(desk)
    shown = await desk.press(KARI, "case_gate", NO, {"first": done, "reason": "Det haster."})
    assert kinds(shown) == ["case_unmet"], "this team's plan leaves no room for sending anyway"
    await nothing_can_be_sent(desk)


async def test_where_the_plan_leaves_room_a_reason_is_needed_and_shown_to_the_team(desk: Desk) -> None:
    async with desk.store.unit_of_work() as uow:
        link = await uow.channels.of_team(TEAM)
        await uow.channels.link(type(link)("melhus/droftingsteam", link.place, link.connected_at))
        await uow.conversations.save(KARI, chat(KARI), with_profile(ConversationState(), "melhus", "skole"))
        await uow.commit()
    await desk.say(KARI, "drøft en sak")
    await desk.press(KARI, "case_about", values=ABOUT)
    await desk.press(KARI, "case_team", "droftingsteam")
    assert kinds(await desk.press(KARI, "case_gate", NO)) == ["case_unmet"]
    await desk.press(KARI, "case_gate_again")
    shown = await desk.press(KARI, "case_gate", NO, {"reason": "Vi mangler kunnskap om temaet."})
    assert kinds(shown) == ["case_form"]
    shown = await desk.press(KARI, "case_review", values={**WORDS, "reason": "Vi mangler kunnskap om temaet."})
    await desk.push(KARI, shown, desk.text("case.send"))
    (case,) = await desk.cases_of(KARI)
    assert case.text is not None
    assert case.text.reason == "Vi mangler kunnskap om temaet."
    assert case.team == "melhus/droftingsteam"


async def test_an_own_earlier_code_is_linked_and_somebody_elses_is_as_unknown_as_none(desk: Desk) -> None:
    first = await desk.sent(NILS)
    await at_gate(desk)
    theirs = desk.words(await desk.press(KARI, "case_gate", NO, {**DONE, "earlier": first.code}))
    none = desk.words(await desk.press(KARI, "case_gate", NO, {**DONE, "earlier": "Z9Z-99Z"}))
    assert theirs == none, "whether the code exists is not told"
    own = await desk.sent(KARI)
    await at_gate(desk)
    shown = await desk.press(KARI, "case_gate", NO, {**DONE, "earlier": own.code.lower().replace("-", " ")})
    assert kinds(shown) == ["case_form"]
    shown = await desk.press(KARI, "case_review", values=WORDS)
    await desk.push(KARI, shown, desk.text("case.send"))
    assert {one.follows for one in await desk.cases_of(KARI)} == {"", own.code}


@pytest.mark.parametrize(("reason", "is_told"), [("reported", True), ("meeting", False)])
async def test_an_earlier_case_that_was_to_be_reported_is_said_to_be_so_when_it_is_linked(
    desk: Desk, reason: str, is_told: bool
) -> None:
    own = await desk.sent(KARI)
    await desk.press(OLE, "case_claim", own.id, place=CHANNEL)
    await desk.press(OLE, "case_close_send", own.id, {"reason": reason}, CHANNEL)
    await at_gate(desk)
    shown = await desk.press(KARI, "case_gate", NO, {**DONE, "earlier": own.code})
    assert "case_form" in kinds(shown)
    assert (desk.text("case.linked_reported", code=own.code) in desk.words(shown)) is is_told


NEARLY_NO = ("Nei på allle", "neei på alle", "Nei på al", "nei på ale", "Nei på alls")


@pytest.mark.parametrize("words", NEARLY_NO)
async def test_a_nearly_typed_no_is_not_an_answer_to_the_duty_to_report(desk: Desk, words: str) -> None:
    await at_gate(desk)
    shown = await desk.say(KARI, words)
    assert kinds(shown) == ["case_gate"]
    assert "akkurat slik: «Nei på alle»" in desk.words(shown)
    await nothing_can_be_sent(desk)


FIELDS = (
    "Kryss av for det du har grunn til å tro: han blir slått hjemme",
    "Kryss av for det du har grunn til å tro: ingen",
    "Dette må være gjort først: Handlingsveilederen nivå 0 er gjennomgått, Handlingsveilederen nivå 1 er gjennomgått",
    "Dette må være gjort først: 1, 2",
    "Dette må være gjort først: 1, 2\nneei på alle",
)


@pytest.mark.parametrize("typed", FIELDS)
async def test_typed_fields_alone_are_no_answer_to_the_duty_to_report(desk: Desk, typed: str) -> None:
    await at_gate(desk)
    shown = await desk.say(KARI, typed)
    assert kinds(shown)[-1] in ("case_gate", "acute")
    await nothing_can_be_sent(desk)


async def test_what_was_filled_in_counts_when_the_answer_is_typed_exactly(desk: Desk) -> None:
    await at_gate(desk)
    await desk.say(KARI, "Dette må være gjort først: 1, 2")
    assert kinds(await desk.say(KARI, "Nei på alle")) == ["case_form"]


async def test_a_typed_form_may_name_its_button(desk: Desk) -> None:
    await at_gate(desk)
    assert kinds(await desk.say(KARI, "Dette må være gjort først: 1, 2\nNei på alle")) == ["case_form"]


async def test_a_loose_answer_stays_loose_behind_the_acute_card(desk: Desk) -> None:
    """The reason is heard for danger; saying that it is not acute is no answer to the duty to report."""
    await at_gate(desk)
    label = desk.text("case.reason")
    shown = await desk.say(KARI, f"Dette må være gjort først: 1, 2\n{label}: Faren slo ham i natt, han blør.")
    if kinds(shown) == ["acute"]:
        shown = await desk.push(KARI, shown, desk.text("acute.not_acute"))
    assert kinds(shown)[-1] == "case_gate"
    await nothing_can_be_sent(desk)
