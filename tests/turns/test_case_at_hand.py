"""A team types in its channel, in the thread of a case or with a code: that case is meant, whatever was shown last."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.case import Case, Status
from bot.domain.ports import CardPosted
from bot.domain.reply import Card, TextInput
from bot.domain.turn import Said, Turn
from tests.turns.desk import CHANNEL, ELSEWHERE, KARI, NILS, OLE, SIRI, STRANGER, Desk, kinds


async def posted(desk: Desk, person: object = KARI) -> Case:
    """Return a case whose card stands in the channel."""
    case = await desk.sent(person)  # type: ignore[arg-type]
    async with desk.store.unit_of_work() as uow:
        await uow.channels.keep_card(CardPosted(case.id, CHANNEL, f"card-of-{case.code}", 1))
        await uow.commit()
    return case


async def two(desk: Desk) -> tuple[Case, Case]:
    return await posted(desk), await posted(desk, NILS)


async def say_under(desk: Desk, person: object, said: str, case: Case, place: object = CHANNEL) -> list[object]:
    """Say it in the thread that the card of the case began."""
    number = next(desk.numbers)
    turn = Turn(f"under-{number}", person, place, Said(said), desk.clock.now(), f"card-of-{case.code}")  # type: ignore[arg-type]
    desk.last = await desk.turns.take(turn)
    return list(desk.last.shown(turn))


@pytest.mark.parametrize("said", ["jeg tar den", "jeg tar saken", "ta saken"])
async def test_what_is_said_under_a_case_is_about_it_and_not_about_the_one_shown_last(desk: Desk, said: str) -> None:
    first, second = await two(desk)
    await desk.press(OLE, "case_show", second.id, place=CHANNEL)
    await say_under(desk, OLE, said, first)
    assert [(await desk.case(one.id)).status for one in (first, second)] == [Status.CLAIMED, Status.SEEN]


async def test_a_case_that_was_chosen_in_that_thread_is_the_one_that_is_meant_there(desk: Desk) -> None:
    first, second = await two(desk)
    await say_under(desk, OLE, "saker", first)
    await say_under(desk, OLE, second.code, first)
    await say_under(desk, OLE, "jeg tar den", first)
    assert [(await desk.case(one.id)).status for one in (first, second)] == [Status.RECEIVED, Status.CLAIMED]


@pytest.mark.parametrize("before", ["hjelp", "saker", "hvem har vakt?", "trender", "dagsorden"])
@pytest.mark.parametrize("said", ["jeg tar den", "ta saken"])
async def test_what_was_asked_for_in_the_thread_takes_the_case_out_of_nobodys_words(
    desk: Desk, before: str, said: str
) -> None:
    first, _ = await two(desk)
    await say_under(desk, OLE, before, first)
    await say_under(desk, OLE, said, first)
    assert (await desk.case(first.id)).status is Status.CLAIMED


async def test_a_number_or_a_day_in_the_thread_answers_what_was_shown_last_in_it(desk: Desk) -> None:
    first, second = await two(desk)
    await say_under(desk, OLE, "saker", first)
    assert kinds(await say_under(desk, OLE, "1", first)) == ["team_case_sett"]
    await say_under(desk, OLE, "jeg har vakt i dag", first)
    assert "onsdag" in desk.words(await say_under(desk, OLE, "til onsdag", first))
    assert [(await desk.case(one.id)).claimed_by for one in (first, second)] == [None, None]


async def test_a_form_that_is_open_in_the_thread_stays_open(desk: Desk) -> None:
    first, _ = await two(desk)
    await say_under(desk, OLE, "jeg tar den", first)
    assert kinds(await say_under(desk, OLE, "spør innmelder", first)) == ["team_ask"]
    await say_under(desk, OLE, "Spørsmålet: Hvor lenge har det vart?", first)
    assert [one.text for one in (await desk.case(first.id)).messages] == ["Hvor lenge har det vart?"]


@pytest.mark.parametrize("said", ["jeg tar {code}", "{code} jeg tar den", "jeg tar sak {code}"])
async def test_a_case_is_taken_by_its_code(desk: Desk, said: str) -> None:
    first, second = await two(desk)
    await desk.press(OLE, "case_show", second.id, place=CHANNEL)
    await desk.say(OLE, said.format(code=first.code), CHANNEL)
    assert [(await desk.case(one.id)).status for one in (first, second)] == [Status.CLAIMED, Status.SEEN]


@pytest.mark.parametrize(
    "said", ["{code}", "hva er status på {code}", "har noen tatt {code}?", "vi ser på {code} i morgen"]
)
async def test_a_code_with_any_other_words_shows_the_case_and_changes_nothing(desk: Desk, said: str) -> None:
    first, _ = await two(desk)
    assert kinds(await desk.say(OLE, said.format(code=first.code), CHANNEL)) == ["team_case_sett"]


async def test_a_code_opens_the_form_of_its_case_with_what_is_asked(desk: Desk) -> None:
    first, second = await two(desk)
    for case in (first, second):
        await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    asked = f"Har dere sett det samme som i {second.code}?"
    shown = await desk.say(OLE, f"spør innmelder {first.code}: {asked}", CHANNEL)
    (card,) = [one for one in shown if isinstance(one, Card)]
    assert [one.value for one in card.blocks if isinstance(one, TextInput)] == [asked]
    assert card.buttons[0].id == first.id


async def test_below_the_agenda_a_case_is_taken_off_the_meeting_by_its_code(desk: Desk) -> None:
    first, _ = await two(desk)
    await desk.press(OLE, "case_meeting", first.id, place=CHANNEL)
    assert kinds(await desk.say(OLE, "dagsorden", CHANNEL)) == ["team_agenda"]
    shown = await desk.say(OLE, f"ta {first.code} av møtet", CHANNEL)
    assert desk.text("team.meeting_off") not in desk.words(shown)
    await desk.say(OLE, f"{first.code} ta av møtet", CHANNEL)
    assert not (await desk.case(first.id)).on_next_meeting


async def test_two_codes_name_no_case(desk: Desk) -> None:
    first, second = await two(desk)
    shown = await desk.say(OLE, f"jeg tar {first.code} og {second.code}", CHANNEL)
    assert not [one for one in kinds(shown) if one.startswith("team_case_")]
    assert (await desk.case(first.id)).claimed_by is None


async def test_a_code_says_nothing_to_whoever_is_not_in_the_team_or_in_another_channel(desk: Desk) -> None:
    first, _ = await two(desk)
    for person, place in ((STRANGER, CHANNEL), (SIRI, ELSEWHERE)):
        known = desk.words(await desk.say(person, f"jeg tar {first.code}", place))
        other = "K7M-42P" if first.code != "K7M-42P" else "H3N-88T"
        unknown = desk.words(await desk.say(person, f"jeg tar {other}", place))
        assert known.replace(first.code, other) == unknown
    assert (await desk.case(first.id)).claimed_by is None


async def test_a_member_who_is_inhabil_does_not_read_the_case_by_its_code(desk: Desk) -> None:
    first, _ = await two(desk)
    await desk.press(OLE, "case_recuse_send", first.id, place=CHANNEL)
    assert "Kommer sent" not in desk.words(await desk.say(OLE, first.code, CHANNEL))


async def test_a_thread_in_another_channel_is_about_no_case_here(desk: Desk) -> None:
    first, _ = await two(desk)
    await say_under(desk, OLE, "jeg tar den", first, replace(CHANNEL, channel_id=ELSEWHERE.channel_id))
    assert (await desk.case(first.id)).claimed_by is None


@pytest.mark.parametrize(
    "verb", ["case_ask", "case_answer", "case_pass_on", "case_close", "case_redact", "case_recuse"]
)
async def test_every_form_says_which_case_it_is_about_also_when_something_is_missing(desk: Desk, verb: str) -> None:
    first, _ = await two(desk)
    await desk.press(OLE, "case_claim", first.id, place=CHANNEL)
    shown = await desk.press(OLE, verb, first.id, place=CHANNEL)
    heading = desk.text("team.header_code", code=first.code)
    assert heading in desk.words(shown)
    card = next(one for one in shown if isinstance(one, Card))
    if verb in ("case_ask", "case_answer"):
        again = await desk.press(OLE, card.buttons[0].verb, first.id, dict(card.buttons[0].carries), CHANNEL)
        assert kinds(again) == [card.kind]
        assert heading in desk.words(again)
