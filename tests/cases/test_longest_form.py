"""The longest text a form takes can be read, changed and sent: no card that carries it is too large for Teams."""

from __future__ import annotations

import functools
from collections.abc import Mapping

import pytest

from bot.domain.conversation import ROLES, ConversationState
from bot.domain.reply import Card, Line, Reply
from bot.domain.turn import Pressed, Said, Turn
from bot.teams.cards import CardWriter
from bot.teams.connector import MAX_PAYLOAD
from bot.teams.write_activity import ActivityWriter
from dialogs.as_text import as_text, inputs_of
from dialogs.cases.confirm import confirm_card
from dialogs.cases.form import LONGEST, PROMPTS
from dialogs.checked_text import CheckedText
from dialogs.start import with_profile
from tests.turns.desk import KARI, WORDS, Desk, chat, kinds

CALM = "Barnet sitter mye alene i friminuttene og sier lite når vi spør om å være med på lek. "
NAMED = " ".join(f"Vi så at {name} satt alene i hele friminuttet på mandag." for name in (
    "Kari Prøve", "Ola", "Nora", "Emma", "Jonas", "Elias", "Sara", "Ida", "Thea", "Marius", "Lukas", "Amina", "Noah",
    "Hanna", "Filip",
)) + " "  # fmt: skip


TOLD = (
    "Eleven kommer ofte sent, og ærlig talt ser vi at hun går rundt på gangen når vi begynner på økta. Hun sier: "
    '"Jeg vil ikke gå på skolen når de andre ser på meg." Både lærerne på trinnet og vi på ressursteamet har prøvd å '
    "få på plass en løsning. Når hun får gå først, går det bedre, men så må hun bæres ut når økta er slutt. "
)
"""As people write: every letter of it that English has not takes two bytes, and so does a quotation mark on a card."""


def longest(sentences: str) -> dict[str, str]:
    return WORDS | dict.fromkeys(PROMPTS, (sentences * 20)[: LONGEST - 1].strip() + ".")


def size(desk: Desk, shown: Reply) -> int:
    writer = ActivityWriter(CardWriter(desk.text, functools.partial(as_text, texts=desk.text)), desk.text)
    return len(writer.as_json(shown))


def written(form: Reply) -> Mapping[str, str]:
    assert isinstance(form, Card)
    return {one.id: one.value for one in inputs_of(form.blocks) if one.id in PROMPTS}


@pytest.mark.parametrize(("sentences", "kind"), [(CALM, "case_confirm"), (NAMED, "case_review")])
async def test_what_is_shown_of_the_longest_form_is_not_too_large(desk: Desk, sentences: str, kind: str) -> None:
    form = await desk.to_form()
    (shown,) = await desk.push(KARI, form, "Se over", longest(sentences))
    assert kinds([shown]) == [kind]
    assert size(desk, shown) <= MAX_PAYLOAD


async def test_the_form_with_the_longest_text_and_the_gate_behind_it_are_not_too_large(desk: Desk) -> None:
    form = await desk.to_form()
    said = longest(CALM)
    confirm = await desk.push(KARI, form, "Se over", said)
    (again,) = await desk.push(KARI, confirm, desk.text("case.coarser"))
    assert written(again) == {name: said[name] for name in PROMPTS}
    (gate,) = await desk.push(KARI, [again], "Tilbake", said)
    assert kinds([gate]) == ["case_gate"]
    assert max(size(desk, again), size(desk, gate)) <= MAX_PAYLOAD


async def test_the_last_card_of_the_longest_form_is_shown_with_all_its_buttons(desk: Desk) -> None:
    said = longest(TOLD)
    confirm = await desk.push(KARI, await desk.to_form(), "Se over", said)
    assert kinds(confirm) == ["case_confirm"]
    assert size(desk, confirm[0]) <= MAX_PAYLOAD
    for label in ("case.coarser", "case.unsure"):
        shown = await desk.push(KARI, confirm, desk.text(label))
        assert written(next(one for one in shown if isinstance(one, Card))) == {name: said[name] for name in PROMPTS}
        assert max(size(desk, one) for one in shown) <= MAX_PAYLOAD


async def test_the_last_card_is_not_too_large_even_when_every_letter_takes_two_bytes(desk: Desk) -> None:
    await desk.to_form()
    said = dict.fromkeys(PROMPTS, "å" * LONGEST)
    state = await desk.state(KARI)
    turn = Turn("storst", KARI, chat(KARI), Said(""), desk.clock.now())
    around = desk.library.around(turn)
    checked = CheckedText(said, "", (), frozenset(), said)
    assert size(desk, confirm_card(checked, state, around, desk.clock.now())) <= MAX_PAYLOAD


@pytest.mark.parametrize("role", ROLES)
async def test_the_way_back_through_the_gate_with_the_longest_form_is_not_too_large(desk: Desk, role: str) -> None:
    async with desk.store.unit_of_work() as uow:
        await uow.conversations.save(KARI, chat(KARI), with_profile(ConversationState(), "stjordal", role))
        await uow.commit()
    form = await desk.to_form()
    gate = await desk.push(KARI, form, "Tilbake", longest(TOLD))
    shown = [*gate, *(await desk.push(KARI, gate, desk.text("case.gate_yes")))]
    assert kinds(shown) == ["case_gate", "case_report"]
    assert max(size(desk, one) for one in shown) <= MAX_PAYLOAD


async def test_the_way_back_from_the_last_card_once_its_draft_is_gone_leaves_the_words_on_it(desk: Desk) -> None:
    confirm = await desk.push(KARI, await desk.to_form(), "Se over", WORDS)
    desk.clock.advance(hours=25)
    shown = await desk.push(KARI, confirm, desk.text("case.coarser"))
    assert kinds(shown) == ["line", "line", "case_form"]
    assert "Teamet har ikke fått saken" in desk.words(shown[:1])
    assert shown[1] == Line(desk.text("case.form_again"))
    assert not any(written(shown[2]).values())
    receipt = await desk.push(KARI, confirm, desk.text("case.send"))
    assert kinds(receipt) == ["case_receipt"]


async def test_a_press_of_send_that_brings_no_text_shows_it_before_anything_is_sent(desk: Desk) -> None:
    confirm = await desk.push(KARI, await desk.to_form(), "Se over", WORDS)
    card = confirm[0]
    assert isinstance(card, Card)
    send = next(one for one in card.buttons if one.verb == "case_send")
    shown = await desk.take(KARI, Pressed(send.verb, send.id, send.version, {}, "card-1"))
    assert kinds(shown) == ["case_form"]
    assert written(shown[0]) == {name: WORDS[name] for name in PROMPTS}
    assert await desk.cases_of(KARI) == []
