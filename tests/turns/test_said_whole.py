"""What silences danger or cannot be taken back is said in full: nothing near it, no part of it, and no question."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from bot.answers.acute import AcuteDetector
from bot.domain.case import Member
from bot.domain.errors import NotAMember
from bot.domain.turn import Place
from tests.fakes.knowledge import shelf
from tests.turns.desk import CHANNEL, GROUP, KARI, NILS, OLE, SIRI, THREAD, Desk, kinds

DANGER = "Far slår barnet."
MAY_BE_ACUTE = (
    *("nei, det er akutt", "nei hjelp", "nei det er verre", "ikke", "ikke fortsett", "fortsett ikke", "fortsetter"),
    *("fortsatt", "ja", "ja nå", "ja, nå", "Ja, nå!", "det er akutt", "hun er i fare", "usikker", "vet ikke", "nei?"),
)
NOT_ACUTE = (
    *("nei", "Nei.", "nei takk", "nei, ikke akutt", "nei, det er ikke akutt", "Det er ikke akutt", "fortsett"),
    *("Det er ikke akutt – fortsett", "Det er ikkje akutt – hald fram"),
)


async def _nothing(desk: Desk) -> None:
    """Have nothing under way."""


async def _in_a_case(desk: Desk) -> None:
    await desk.to_form()


async def _in_a_guide(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret for en elev")


UNDER_WAY = (_nothing, _in_a_case, _in_a_guide)


@pytest.mark.parametrize("said", [one for one in MAY_BE_ACUTE if "?" not in one])
@pytest.mark.parametrize("before", UNDER_WAY)
async def test_what_may_be_a_yes_below_the_acute_card_shows_112_again_and_silences_nothing(
    desk: Desk, before: Callable[[Desk], Awaitable[None]], said: str
) -> None:
    await before(desk)
    assert kinds(await desk.say(KARI, DANGER)) == ["acute"]
    shown = await desk.say(KARI, said)
    is_led_on = before is _nothing and said.casefold().startswith("ja")
    assert kinds(shown) == (["guide_step"] if is_led_on else ["acute"])
    assert "112" in desk.words(shown)
    assert not (await desk.state(KARI)).data.get("not_acute")
    assert kinds(await desk.say(KARI, DANGER)) == ["acute"]


@pytest.mark.parametrize("said", NOT_ACUTE)
@pytest.mark.parametrize("before", UNDER_WAY)
async def test_only_the_whole_words_say_that_it_is_not_acute(
    desk: Desk, before: Callable[[Desk], Awaitable[None]], said: str
) -> None:
    await before(desk)
    await desk.say(KARI, DANGER)
    assert kinds(await desk.say(KARI, said))[0] == ("went_on" if before is _nothing else "line")
    state = await desk.state(KARI)
    assert bool(state.data.get("not_acute")) == (before is not _nothing)


@pytest.mark.parametrize(
    "said",
    [
        "hjelp meg videre",
        "ja ta stegene",
        "ja, veiled meg",
        "hva skal jeg gjøre nå?",
        "Ka gjør æ?",
        "hjelp!",
        "hva gjør vi nå",
        "guide meg",
        "jeg trenger hjelp",
        "ja trenger hjelp",
    ],
)
async def test_who_asks_to_be_guided_below_the_acute_card_is_led_through_the_steps_of_danger(
    desk: Desk, said: str
) -> None:
    await desk.say(KARI, DANGER)
    await desk.say(KARI, said)
    assert (await desk.state(KARI)).active == "guide"
    assert "112" in desk.words(await desk.say(KARI, "tilbake"))


@pytest.mark.parametrize("said", ["jeg trenger hjelp nå", "vær så snill og hjelp meg", "hjelp meg da"])
async def test_a_plea_for_help_below_the_acute_card_shows_it_again(desk: Desk, said: str) -> None:
    await desk.say(KARI, DANGER)
    assert kinds(await desk.say(KARI, said)) == ["acute"]


@pytest.mark.parametrize("said", ["hva kan du", "hvordan virker dette?"])
async def test_what_the_bot_can_do_is_never_shown_instead_of_whom_to_ring(desk: Desk, said: str) -> None:
    await desk.say(KARI, DANGER)
    assert kinds(await desk.say(KARI, said)) == ["acute"]


@pytest.mark.parametrize("before", ["jeg er bekymret", "mistanke mot ansatt"])
@pytest.mark.parametrize("said", ["jeg trenger hjelp", "Trenger hjelp!"])
async def test_a_plea_for_help_in_the_middle_of_a_worry_shows_whom_to_ring(desk: Desk, before: str, said: str) -> None:
    await desk.say(KARI, before)
    assert kinds(await desk.say(KARI, said)) == ["acute"]


async def test_a_plea_for_help_alone_shows_what_the_bot_can_do(desk: Desk) -> None:
    assert kinds(await desk.say(KARI, "jeg trenger hjelp")) == ["help"]


@pytest.mark.parametrize("said", ["de svarte ikke", "Ingen tok telefonen", "får ikke svar"])
async def test_who_got_no_answer_is_told_who_can_be_reached(desk: Desk, said: str) -> None:
    await desk.say(KARI, DANGER)
    words = desk.words(await desk.say(KARI, said))
    assert "116 111" in words
    assert "112" in words


async def test_who_needs_help_now_is_shown_the_numbers(desk: Desk) -> None:
    assert kinds(await desk.say(KARI, "jeg trenger hjelp nå")) == ["acute"]


async def test_who_says_that_it_is_not_acute_is_offered_to_be_guided_in_their_worry(desk: Desk) -> None:
    await desk.say(KARI, DANGER)
    (card,) = await desk.say(KARI, "nei")
    assert desk.text("start.worried") in desk.words([card])
    assert kinds(await desk.say(KARI, "1"))[0] != "acute"


@pytest.mark.parametrize("place", [CHANNEL, GROUP])
async def test_a_yes_below_the_acute_card_shows_it_again_in_a_channel_and_a_group(desk: Desk, place: Place) -> None:
    await desk.say(OLE, DANGER, place)
    assert kinds(await desk.say(OLE, "ja", place)) == ["acute"]
    assert kinds(await desk.say(OLE, "nei", place)) == ["line"]


async def test_a_yes_after_it_was_said_not_to_be_acute_is_no_alarm(desk: Desk) -> None:
    await desk.say(KARI, DANGER)
    await desk.say(KARI, "nei")
    assert "acute" not in kinds(await desk.say(KARI, "ja"))


async def test_a_long_message_or_a_question_below_the_acute_card_is_heard_as_always(desk: Desk) -> None:
    await desk.say(KARI, DANGER)
    assert kinds(await desk.say(KARI, "hva er meldeplikt?")) == ["answer"]


async def _withdrawing(desk: Desk) -> None:
    case = await desk.sent()
    await desk.press(KARI, "my_withdraw", case.id)


async def _forgetting(desk: Desk) -> None:
    await desk.say(KARI, "slett alt om meg")


async def _deleting(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret for en elev")
    await desk.say(KARI, "slett saken")


async def _sending(desk: Desk) -> None:
    await desk.to_confirm()


@pytest.mark.parametrize(
    ("before", "said", "title"),
    [
        *((_withdrawing, said, "case.withdraw_yes") for said in ("ja, trekk saken?", "ja trekk sakn", "trekk", "2")),
        *((_forgetting, said, "start.forget_yes") for said in ("ja, slett alt?", "ja slet alt", "2")),
        *((_deleting, said, "guide.delete_yes") for said in ("ja, slett saken?", "[Ja, slett sakn]", "2")),
        *((_sending, said, "case.send") for said in ("ja, send?", "ja sendt", "send", "1", "[1]", "1.")),
    ],
)
async def test_what_cannot_be_taken_back_is_not_done_by_a_question_or_a_near_miss(
    desk: Desk, before: Callable[[Desk], Awaitable[None]], said: str, title: str
) -> None:
    await before(desk)
    kept = (dict(desk.store.data.cases), len(desk.store.data.rows))
    concerns = (await desk.state(KARI)).concerns
    assert desk.words(await desk.say(KARI, said)) == desk.text("common.say_it_whole", title=desk.text(title))
    assert (dict(desk.store.data.cases), len(desk.store.data.rows)) == kept
    assert (await desk.state(KARI)).concerns == concerns


@pytest.mark.parametrize("said", ["ja koble fra?", "ja kople fra", "Ja, koble fra?"])
async def test_a_channel_is_disconnected_by_the_whole_words_alone(desk: Desk, said: str) -> None:
    desk.staff = frozenset({"admin"})
    assert kinds(await desk.say(OLE, "koble fra", CHANNEL)) == ["disconnect"]
    shown = desk.words(await desk.say(OLE, said, CHANNEL))
    assert shown == desk.text("common.say_it_whole", title=desk.text("team.disconnect_send"))
    async with desk.store.unit_of_work() as uow:
        assert await uow.channels.all()


async def test_a_question_is_no_answer_to_the_duty_to_report(desk: Desk) -> None:
    await desk.to_gate()
    assert kinds(await desk.say(KARI, "Nei på alle?")) == ["case_gate"]
    assert (await desk.state(KARI)).data["step"] == "gate"


@pytest.mark.parametrize("said", ["avbryt?", "slutt?", "start på nytt?"])
async def test_a_case_is_not_left_by_asking_about_it(desk: Desk, said: str) -> None:
    await _sending(desk)
    assert desk.words(await desk.say(KARI, said)) == desk.text("common.say_it_whole", title=said.rstrip("?"))
    assert (await desk.state(KARI)).active == "case"


@pytest.mark.parametrize("said", ["begynn", "begynn på", "begynn på nyt"])
async def test_a_draft_is_not_thrown_away_by_a_part_of_a_title(desk: Desk, said: str) -> None:
    await _sending(desk)
    await desk.say(KARI, "meny")
    assert kinds(await desk.say(KARI, "drøft en sak")) == ["case_draft"]
    await desk.say(KARI, said)
    assert (await desk.state(KARI)).case_draft is not None


@pytest.mark.parametrize("said", ["sett", "sett på", "set på neste møte?", "gjenåpne", "arkiver", "ta", "ta sakn"])
async def test_a_part_of_a_title_changes_no_case_in_the_channel(desk: Desk, said: str) -> None:
    case = await desk.sent()
    await desk.press(OLE, "case_show", case.id, place=THREAD)
    before = await desk.case(case.id)
    await desk.say(OLE, said, THREAD)
    assert await desk.case(case.id) == before


async def test_danger_is_heard_in_a_channel_before_any_choice_by_its_place(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await desk.sent()
    await desk.sent(NILS)
    await desk.say(OLE, "saker", CHANNEL)
    finding = shelf().acute.detect(DANGER)
    monkeypatch.setattr(AcuteDetector, "detect", lambda *_: finding)
    assert kinds(await desk.say(OLE, "den andre", CHANNEL)) == ["acute"]


async def test_a_stranger_in_the_channel_gets_no_case_by_its_place_but_is_heard_for_danger(desk: Desk) -> None:
    await desk.sent()
    await desk.sent(NILS)
    await desk.say(SIRI, "saker", CHANNEL)
    desk.messenger.roster = [Member(OLE.id, OLE.name)]
    desk.clock.advance(hours=24)
    shown = await desk.say(SIRI, "den andre", CHANNEL)
    assert desk.words(shown) == desk.text(NotAMember.text_key)
    assert kinds(await desk.say(SIRI, DANGER, CHANNEL)) == ["acute"]


async def test_to_ask_again_for_everything_to_be_deleted_only_asks_again(desk: Desk) -> None:
    await _forgetting(desk)
    assert kinds(await desk.say(KARI, "slett alt")) == ["forget"]
