"""The longest text a form takes can be read, changed and sent: no card that carries it is too large for Teams."""

from __future__ import annotations

import functools
from collections.abc import Mapping

import pytest

from bot.domain.reply import Card, Reply
from bot.teams.cards import CardWriter
from bot.teams.connector import MAX_PAYLOAD
from bot.teams.write_activity import ActivityWriter
from dialogs.as_text import as_text, inputs_of
from dialogs.cases.form import LONGEST, PROMPTS
from tests.turns.desk import KARI, WORDS, Desk, kinds

CALM = "Barnet sitter mye alene i friminuttene og sier lite når vi spør om å være med på lek. "
NAMED = " ".join(f"Vi så at {name} satt alene i hele friminuttet på mandag." for name in (
    "Kari Prøve", "Ola", "Nora", "Emma", "Jonas", "Elias", "Sara", "Ida", "Thea", "Marius", "Lukas", "Amina", "Noah",
    "Hanna", "Filip",
)) + " "  # fmt: skip


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
