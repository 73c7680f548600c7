"""Whatever is written in a case, what is delivered about it fits in Teams: as it stands, or cut (decision 11)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.case import AGE_BANDS, Case, CaseForm, CaseText, Member, Message, Task, TeamAnswer
from bot.domain.outbox import Kind, OutboxItem
from bot.domain.reply import Box, Button, Card, Line, Paragraph, UserText, shortened
from bot.domain.turn import Said, Turn
from bot.teams.connector import MAX_PAYLOAD
from dialogs.cases.answer_form import LINES
from dialogs.cases.deliver import EVALUATIONS, words_for
from dialogs.cases.form import LONGEST, PROTECTIVE, RISKS
from tests.cases.test_longest_form import TOLD, size
from tests.fakes.outbox import NEVER_SENT
from tests.turns.desk import KARI, OLE, Desk, chat

MARK = " … (Kortet her.)"
LETTERS = {"two bytes": "å", "an escape": '"', "four bytes": "🙂", "a line each": "å\n"}
NOTICES = ("posted", "seen", "claimed", "given_back", "reopened", "question", "question_waits", "answered", "meeting",
           "claimed_own", "late", "closed", "redacted", *EVALUATIONS)  # fmt: skip


def full(desk: Desk, case: Case, letter: str) -> Case:
    """Return the case with everything in it, each as long as its form takes."""
    words = (letter * LONGEST)[:LONGEST]
    themes = tuple(
        key.removeprefix("names.theme_") for key in desk.library.knowledge.texts if key.startswith("names.theme_")
    )
    member, now = Member(OLE.id, OLE.name), case.created_at
    asked = Message("question", words, now)
    return replace(
        case,
        form=CaseForm(AGE_BANDS[0], case.form.arena, themes, "haster", RISKS, PROTECTIVE, case.form.levels_done),
        text=CaseText(words, words, words, words, words[:300]),
        claimed_by=member,
        claimed_at=now,
        posted_at=now,
        messages=(asked,) * 20,
        answer=TeamAnswer(
            words, words, (Task(words, words, date(2026, 12, 14)),) * len(LINES), words, words, member, now, True, True
        ),
        answered_at=now,
        on_next_meeting=True,
        meeting_on=date(2026, 12, 14),
        requester_shown_as="Kari Prøve med et svært langt navn som står helt ut",
        follows="K7M-42P",
    )


def deliveries(case: Case) -> Iterator[OutboxItem]:
    """Yield everything that may be sent about a case."""
    payloads: dict[Kind, list[dict[str, str]]] = {
        Kind.CASE_CARD: [{}],
        Kind.CASE_CARD_UPDATE: [{}],
        Kind.RECEIPT_UPDATE: [{}],
        Kind.ERASE: [{}],
        Kind.THREAD_LINE: [{"line": "claimed", "who": OLE.name}],
        Kind.RELAYED_LINE: [{"line": line, "who": OLE.name, "message": "3"} for line in ("asked", "replied", "added")],
        Kind.REQUESTER_NOTICE: [{"notice": notice, "message": "3"} for notice in NOTICES],
        Kind.RELAYED_NOTICE: [{"notice": notice, "message": "3"} for notice in NOTICES],
        Kind.MEMBER_NOTICE: [{"notice": "handed_over"}],
    }
    about_no_case = {Kind.REMINDER, Kind.TEAM_POST, *NEVER_SENT}
    assert set(payloads) == set(Kind) - about_no_case
    for kind, ways in payloads.items():
        for payload in ways:
            yield OutboxItem(kind, "k", case.created_at, f"team:{case.team}", case.id, payload)


@pytest.mark.parametrize("letter", LETTERS.values(), ids=LETTERS)
async def test_whatever_is_delivered_about_the_longest_case_is_sent_whole_or_cut_and_never_too_large(
    desk: Desk, letter: str
) -> None:
    case = full(desk, await desk.sent(), letter)
    around = desk.library.around(Turn("storst", KARI, chat(KARI), Said(""), desk.clock.now()))
    for shown in (case, replace(case, answer=None, answered_at=None), replace(case, closed_at=case.created_at)):
        for item in deliveries(shown):
            reply = words_for(item, shown, around)
            while size(desk, reply) > MAX_PAYLOAD:
                shorter = shortened(reply, MARK)
                assert shorter is not reply, (item.kind, item.payload)
                reply = shorter


async def test_the_longest_case_as_people_write_is_posted_whole(desk: Desk) -> None:
    case = replace(full(desk, await desk.sent(), TOLD), answer=None, answered_at=None)
    around = desk.library.around(Turn("storst", KARI, chat(KARI), Said(""), desk.clock.now()))
    card = next(deliveries(case))
    assert size(desk, words_for(card, case, around)) <= MAX_PAYLOAD


def test_the_longest_texts_are_cut_first_and_what_is_ours_stays() -> None:
    blocks = (Paragraph("p" * 900), UserText("a" * 900, "Råd"), Box((UserText("b" * 600),)), UserText("c" * 100))
    card = Card(kind="x", title="t", blocks=blocks, buttons=(Button("Svar", "x"),))
    once = shortened(card, MARK)
    assert isinstance(once, Card)
    assert once == replace(card, blocks=(blocks[0], UserText("a" * 600 + MARK, "Råd"), *blocks[2:]))
    twice = shortened(once, MARK)
    assert isinstance(twice, Card)
    assert list(as_text_of(twice)) == ["a" * 400 + MARK, "b" * 400 + MARK, "c" * 100]
    short = replace(card, blocks=(UserText("d" * 200),))
    assert shortened(short, MARK) is short
    assert shortened(line := Line("e" * 900), MARK) is line


def test_of_short_lines_five_are_always_shown() -> None:
    card = Card(kind="x", title="t", blocks=(UserText("\n".join(["linje"] * 100)),))
    while (shorter := shortened(card, MARK)) is not card:
        assert isinstance(shorter, Card)
        card = shorter
    (shown,) = as_text_of(card)
    assert shown.removesuffix(MARK).split("\n") == ["linje"] * 5


def as_text_of(card: Card) -> Iterator[str]:
    for block in card.blocks:
        if isinstance(block, UserText):
            yield block.text
        elif isinstance(block, Box):
            yield from (one.text for one in block.blocks if isinstance(one, UserText))
