"""Who thinks again: another answer was meant, a sent case is to be cancelled or withdrawn, children must be fetched."""

from __future__ import annotations

import pytest

from bot.domain.conversation import DRAFT_FOR
from dialogs.cases.words import day_and_time
from tests.turns.desk import CHANNEL, KARI, NAMED, OLE, Desk, kinds


@pytest.mark.parametrize(
    "said", ["jeg mente ja", "beklager, jeg mente ja", "feil, det skulle vært ja", "oi trykket feil"]
)
async def test_another_answer_leads_back_to_the_question_of_danger(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    asked = desk.words(await desk.say(KARI, "3"))
    assert "fare nå?" not in asked
    again = desk.words(await desk.say(KARI, said))
    assert desk.text("guide.meant_another") in again
    assert "Har du grunn til å tro at barnet er i fare nå?" in again


async def test_a_story_with_such_a_word_is_none(desk: Desk) -> None:
    for said in ("jeg er bekymret", "3"):
        await desk.say(KARI, said)
    assert desk.text("guide.meant_another") not in desk.words(await desk.say(KARI, "han mente at mor var lei seg"))


@pytest.mark.parametrize("said", ["ja, trekk den", "ja trekk den tilbake", "ja, trekk saken i morgen"])
async def test_a_yes_with_a_word_of_the_title_says_what_must_be_typed(desk: Desk, said: str) -> None:
    case = await desk.sent()
    await desk.say(KARI, "trekk saken")
    told = desk.words(await desk.say(KARI, said))
    assert desk.text("common.say_it_whole", title=desk.text("case.withdraw_yes")) in told
    assert (await desk.case(case.id)).status == case.status


async def test_cancel_below_the_receipt_tells_how_what_is_sent_is_taken_back(desk: Desk) -> None:
    await desk.sent()
    assert desk.text("case.cancel_when_sent") in desk.words(await desk.say(KARI, "avbryt"))


async def test_fetching_children_may_answer_a_team_that_waits(desk: Desk) -> None:
    case = await desk.taken()
    await desk.press(OLE, "case_ask_send", case.id, {"question": "Hvem henter?"}, place=CHANNEL)
    shown = await desk.say(KARI, "jeg må hente barna")
    assert kinds(shown)[:1] != ["acute"]
    assert case.code in desk.words(shown)


@pytest.mark.parametrize(
    "said",
    ["angre", "nei angre", "nei avbryt", "jeg angrer, ikke send", "ombestemte meg", "stopp saken", "avbryt sendingen"],
)
async def test_regret_in_few_words_is_about_what_was_sent_or_nothing(desk: Desk, said: str) -> None:
    assert desk.text("common.nothing_to_cancel") in desk.words(await desk.say(KARI, said))
    case = await desk.sent()
    assert desk.text("case.cancel_when_sent") in desk.words(await desk.say(KARI, said))
    assert (await desk.case(case.id)).status == case.status


async def test_regret_in_a_guide_leads_back_and_below_a_deletion_keeps(desk: Desk) -> None:
    for said in ("jeg er bekymret", "3"):
        await desk.say(KARI, said)
    assert "fare nå?" in desk.words(await desk.say(KARI, "nei angre"))
    await desk.say(KARI, "slett saken")
    assert desk.text("guide.kept") in desk.words(await desk.say(KARI, "nei angre"))


@pytest.mark.parametrize("said", ["send da", "ok send", "ja send nå", "ja send inn", "bare send den"])
async def test_words_for_sending_are_asked_for_in_full(desk: Desk, said: str) -> None:
    await desk.to_confirm()
    told = desk.words(await desk.say(KARI, said))
    assert desk.text("common.say_it_whole", title=desk.text("case.send")) in told
    assert not await desk.cases_of(KARI)


@pytest.mark.parametrize("said", ["ja send", "ja, send den", "nei send"])
async def test_sending_is_no_answer_to_the_duty_to_report(desk: Desk, said: str) -> None:
    await desk.to_gate()
    assert kinds(await desk.say(KARI, said)) == ["case_gate"]


async def test_a_bare_cancel_keeps_the_draft_and_the_button_says_that_the_text_is_deleted(desk: Desk) -> None:
    await desk.to_confirm()
    until = day_and_time(desk.clock.now() + DRAFT_FOR)
    assert desk.text("case.cancelled_draft", until=until) in desk.words(await desk.say(KARI, "avbryt"))
    assert kinds(await desk.say(KARI, "fortsett")) == ["case_draft"]
    await desk.press(KARI, "case_draft")
    told = desk.words(await desk.say(KARI, desk.text("case.cancel_unsaved")))
    assert desk.text("case.cancelled_deleted") in told
    assert (await desk.state(KARI)).case_draft is None


async def test_a_bare_cancel_of_what_is_not_kept_says_where_it_stands(desk: Desk) -> None:
    await desk.to_form()
    await desk.press(KARI, "case_review", values=NAMED)
    assert desk.text("case.cancelled_written") in desk.words(await desk.say(KARI, "avbryt"))


@pytest.mark.parametrize(
    ("said", "kind"), [("nei takk", "my_own_words"), ("nei tusen takk", "my_own_words"), ("ok takk", "line")]
)
async def test_a_no_with_thanks_may_answer_a_team_that_waits(desk: Desk, said: str, kind: str) -> None:
    case = await desk.taken()
    await desk.press(OLE, "case_ask_send", case.id, {"question": "Vil mor ha hjelp?"}, place=CHANNEL)
    assert kinds(await desk.say(KARI, said)) == [kind]


@pytest.mark.parametrize("said", ["nei vent feil, det har vi", "oi, trykket feil"])
async def test_who_was_wrong_is_led_back_and_at_the_first_question_told_that_there_is_nothing(
    desk: Desk, said: str
) -> None:
    await desk.say(KARI, "jeg er bekymret")
    first = await desk.say(KARI, said)
    assert kinds(first) == ["line", "guide_step"]
    assert desk.text("guide.meant_another_first") in desk.words(first)
    await desk.say(KARI, "3")
    again = desk.words(await desk.say(KARI, said))
    assert desk.text("guide.meant_another") in again
    assert "fare nå?" in again


@pytest.mark.parametrize("said", ["nei feil mor sier det", "nei feil, barnet har det vondt hjemme hos far"])
async def test_who_begins_so_and_tells_of_somebody_tells(desk: Desk, said: str) -> None:
    for before in ("jeg er bekymret", "3"):
        await desk.say(KARI, before)
    assert desk.text("guide.meant_another") not in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["nei ikke fare", "ikke fare nå", "nei barnet er ikke i fare akkurat nå"])
async def test_a_no_in_words_of_the_question_calms_nothing_unasked(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    assert kinds(await desk.say(KARI, said))[-1] in ("guide_confirm", "acute")


@pytest.mark.parametrize("said", ["nei han er i fare", "nei barnet er i fare", "fare"])
async def test_danger_after_a_no_is_no_no(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    assert kinds(await desk.say(KARI, said))[-1] in ("guide_choices", "acute")


@pytest.mark.parametrize(
    "said",
    [
        "jeg må gå nå mor kommer",
        "må gå nå, sjefen ringer",
        "takk for hjelpa, æ tar kvelden",
        "jeg må ut og røyke, kommer straks",
    ],
)
@pytest.mark.parametrize("answer", ["1", "3"])
async def test_leaving_is_heard_at_a_question_and_below_an_outcome(desk: Desk, said: str, answer: str) -> None:
    for before in ("jeg er bekymret", answer):
        await desk.say(KARI, before)
    assert desk.text("guide.paused", title="Sak Blå") in desk.words(await desk.say(KARI, said))
    assert desk.text("guide.resumed", title="Sak Blå") in desk.words(await desk.say(KARI, "hei igjen"))


@pytest.mark.parametrize("said", ["hun må gå nå mor kommer", "far kommer og vi må gå", "jeg må gå nå mor slår meg"])
async def test_of_somebody_else_or_of_danger_it_is_no_leaving(desk: Desk, said: str) -> None:
    for before in ("jeg er bekymret", "3"):
        await desk.say(KARI, before)
    assert desk.text("guide.paused", title="Sak Blå") not in desk.words(await desk.say(KARI, said))


async def test_thanks_at_a_question_are_met_and_the_question_stays(desk: Desk) -> None:
    for said in ("akutt", "steg for steg"):
        await desk.say(KARI, said)
    shown = await desk.say(KARI, "takk")
    assert kinds(shown) == ["line", "guide_choices"]
    assert desk.text("guide.thanked") in desk.words(shown)


async def test_thanks_below_an_outcome_of_danger_say_to_ring_first(desk: Desk) -> None:
    for said in ("jeg er bekymret", "1"):
        await desk.say(KARI, said)
    assert desk.words(await desk.say(KARI, "takk")).startswith(desk.text("guide.ring_first"))


async def test_danger_in_a_correction_is_heard_first(desk: Desk) -> None:
    for said in ("jeg er bekymret", "3"):
        await desk.say(KARI, said)
    assert kinds(await desk.say(KARI, "nei vent feil, han ble slått")) == ["acute"]


@pytest.mark.parametrize(
    "said", ["han angrer", "jeg angrer på at jeg meldte", "kan jeg angre?", "mor vil stoppe saken"]
)
async def test_regret_of_somebody_else_or_of_something_else_is_answered(desk: Desk, said: str) -> None:
    await desk.sent()
    assert desk.text("case.cancel_when_sent") not in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize(
    "said", ["nei det var feil", "nei", "ja", "nei vent", "nei ikke trekk", "nei angre", "ja, trekk den", "2"]
)
async def test_after_a_case_is_withdrawn_nobody_is_told_that_nothing_is_done(desk: Desk, said: str) -> None:
    case = await desk.sent()
    for typed in ("trekk saken", "Ja, trekk saken"):
        await desk.say(KARI, typed)
    told = desk.words(await desk.say(KARI, said))
    assert told == desk.text("case.done_my_withdraw_yes", code=case.code)
    await desk.say(KARI, "meny")
    assert told not in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["nei", "nei det var feil", "nei ikke vis navnet mitt", "ja"])
async def test_after_the_name_is_shown_nobody_is_told_that_it_is_not(desk: Desk, said: str) -> None:
    case = await desk.sent()
    for typed in ("vis meg for teamet", "Ja, vis navnet mitt"):
        await desk.say(KARI, typed)
    assert desk.words(await desk.say(KARI, said)) == desk.text("case.done_my_show_yes", code=case.code)


async def test_the_old_button_of_another_case_makes_nothing_of_this_one_done(desk: Desk) -> None:
    for _ in range(2):
        await desk.sent()
    first, second = await desk.cases_of(KARI)
    await desk.press(KARI, "my_withdraw", second.id)
    await desk.press(KARI, "my_withdraw_yes", first.id)
    assert desk.words(await desk.say(KARI, "nei")) == desk.text("case.left_undone")
    asked = desk.text("common.say_it_whole", title=desk.text("case.withdraw_yes"))
    assert desk.words(await desk.say(KARI, "ja")) == asked


@pytest.mark.parametrize("command", ["trekk saken", "vis meg for teamet"])
@pytest.mark.parametrize("said", ["nei", "nei jeg angrer", "nei takk"])
async def test_a_no_below_what_is_asked_about_a_case_is_taken_as_one(desk: Desk, command: str, said: str) -> None:
    case = await desk.sent()
    await desk.say(KARI, command)
    assert desk.words(await desk.say(KARI, said)) == desk.text("case.left_undone")
    assert await desk.case(case.id) == case


async def test_a_yes_with_a_short_word_of_the_title_says_what_must_be_typed(desk: Desk) -> None:
    await desk.sent()
    await desk.say(KARI, "vis meg for teamet")
    asked = desk.text("common.say_it_whole", title=desk.text("case.show_yes"))
    assert desk.words(await desk.say(KARI, "ja, vis meg")) == asked


@pytest.mark.parametrize("said", ["hei", "ok", "Hallo!", "jeg skjønner"])
async def test_a_greeting_at_a_question_is_no_wrong_answer(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    for _ in range(3):
        shown = await desk.say(KARI, said)
        assert desk.text("guide.greeted") in desk.words(shown)
        assert kinds(shown)[-1] == "guide_choices"


async def test_who_wrote_wrong_is_asked_the_question_before(desk: Desk) -> None:
    for said in ("jeg er bekymret", "nei"):
        await desk.say(KARI, said)
    assert desk.text("guide.meant_another") in desk.words(await desk.say(KARI, "jeg skrev feil"))
