"""Words that say that a text is to be sent, or not yet, are about the text: they are never sent in its place."""

from __future__ import annotations

import pytest

from bot.domain.case import Case
from tests.turns.desk import CHANNEL, KARI, OLE, Desk, kinds

SAID = "vi har prøvd leksehjelp"


async def asked(desk: Desk) -> Case:
    case = await desk.taken()
    await desk.press(OLE, "case_ask_send", case.id, {"question": "Hva er prøvd?"}, place=CHANNEL)
    return case


async def told_to_team(desk: Desk, case: Case) -> list[str]:
    return [one.text for one in (await desk.case(case.id)).messages if one.kind != "question"]


@pytest.mark.parametrize(
    "said",
    [
        "send svaret",
        "Ja, send svaret",
        "send da",
        "ok send",
        "ja, send som svar til teamet",
        "ja send det",
        "bare send",
    ],
)
async def test_words_for_sending_keep_the_answer_that_is_offered(desk: Desk, said: str) -> None:
    case = await asked(desk)
    offered = await desk.say(KARI, SAID)
    told = await desk.say(KARI, said)
    assert kinds(told) == ["line"]
    assert "Ingenting er sendt ennå" in desk.words(told)
    assert await told_to_team(desk, case) == []
    await desk.push(KARI, offered, desk.text("case.own_words_send"), {"text": SAID})
    assert await told_to_team(desk, case) == [SAID]


@pytest.mark.parametrize(
    "said",
    [
        "nei det var feil",
        "trekk svaret",
        "ikke nå",
        "har ikke tid",
        "jeg må gå nå, svarer i morgen",
        "æ svare i mårra",
        "ikke ennå",
        "vent litt",
    ],
)
async def test_a_no_or_later_below_the_offer_is_no_answer(desk: Desk, said: str) -> None:
    case = await asked(desk)
    await desk.say(KARI, SAID)
    told = await desk.say(KARI, said)
    assert kinds(told) == ["line"]
    assert "Ingenting er sendt" in desk.words(told)
    assert await told_to_team(desk, case) == []


@pytest.mark.parametrize(
    "said",
    ["nei det var feil, vi har ikke prøvd det", "vi har sendt hjem en plan", "ja, den er sendt", "mor vil ikke nå"],
)
async def test_another_answer_below_the_offer_is_offered(desk: Desk, said: str) -> None:
    await asked(desk)
    await desk.say(KARI, SAID)
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["my_own_words"]
    assert said in desk.words(shown)


async def test_danger_below_the_offer_is_heard_first(desk: Desk) -> None:
    await asked(desk)
    await desk.say(KARI, SAID)
    assert kinds(await desk.say(KARI, "send da, han blir slått"))[0] == "acute"


@pytest.mark.parametrize("said", ["send da", "ja send", "Ja, send", "send det"])
async def test_at_a_form_that_corrects_a_sent_text_nothing_is_waved_away(desk: Desk, said: str) -> None:
    await desk.sent()
    for typed in ("nei det var feil", "Endre teksten"):
        await desk.say(KARI, typed)
    told = await desk.say(KARI, said)
    assert desk.words(told) == desk.text("case.send_press", button=desk.text("case.look_over"))


async def test_at_the_card_of_an_answer_with_a_name_the_answer_is_kept(desk: Desk) -> None:
    await asked(desk)
    await desk.say(KARI, "svar")
    case = (await desk.cases_of(KARI))[0]
    assert kinds(await desk.press(KARI, "my_reply_send", case.id, {"text": "Jonas får leksehjelp."})) == ["my_reply"]
    told = desk.words(await desk.say(KARI, "send det"))
    assert told == desk.text("case.send_press", button=desk.text("case.send_text"))


@pytest.mark.parametrize("said", ["ja send nå", "ja send", "ja, send", "send da"])
async def test_words_for_sending_where_a_draft_waits_say_that_it_is_not_sent(desk: Desk, said: str) -> None:
    await desk.to_confirm()
    for typed in ("avbryt", "fortsett"):
        await desk.say(KARI, typed)
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "case_draft"]
    assert desk.text("case.draft_not_sent") in desk.words(shown)
    assert not await desk.cases_of(KARI)


@pytest.mark.parametrize("said", ["nei", "nei svar meg"])
async def test_a_no_below_what_may_be_wrong_says_that_the_case_stands(desk: Desk, said: str) -> None:
    await desk.sent()
    await desk.say(KARI, "nei det var feil det jeg skrev")
    assert desk.text("case.wrong_left") in desk.words(await desk.say(KARI, said))


async def test_a_yes_below_what_may_be_wrong_says_that_nothing_is_changed(desk: Desk) -> None:
    await desk.sent()
    await desk.say(KARI, "nei det var feil det jeg skrev")
    assert desk.words(await desk.say(KARI, "ja")) == desk.text("case.wrong_yes")


async def test_of_a_text_that_was_taken_away_nobody_is_told_that_no_one_has_the_case(desk: Desk) -> None:
    case = await desk.taken()
    await desk.press(OLE, "case_redact_send", case.id, place=CHANNEL)
    told = desk.words(await desk.say(KARI, "nei det var feil"))
    assert desk.text("case.wrong_text_intro_gone") in told


@pytest.mark.parametrize("said", ["ja send", "send da", "ja"])
async def test_where_something_is_added_beside_a_guide_the_guide_takes_no_yes(desk: Desk, said: str) -> None:
    await desk.sent()
    for typed in ("jeg er bekymret", "legg til noe"):
        await desk.say(KARI, typed)
    before = (await desk.state(KARI)).concerns
    told = desk.words(await desk.say(KARI, said))
    key = "case.add_nothing" if said == "ja" else "case.send_press"
    assert told == desk.text(key, button=desk.text("case.send_text"))
    assert (await desk.state(KARI)).concerns == before


async def test_words_below_the_form_for_more_are_offered_to_be_added_also_beside_a_guide(desk: Desk) -> None:
    case = await desk.sent()
    for typed in ("jeg er bekymret", "legg til noe"):
        await desk.say(KARI, typed)
    shown = await desk.say(KARI, "han kom for sent i dag")
    assert "han kom for sent i dag" in desk.words(shown)
    await desk.push(KARI, shown, desk.text("case.wrong_send"), {"text": "han kom for sent i dag"})
    assert [one.text for one in (await desk.case(case.id)).messages] == ["han kom for sent i dag"]
    assert (await desk.state(KARI)).active == "guide"


async def test_an_answer_of_the_guide_word_for_word_is_the_guides_also_below_that_form(desk: Desk) -> None:
    await desk.sent()
    for typed in ("jeg er bekymret", "legg til noe"):
        await desk.say(KARI, typed)
    assert "guide_step" in kinds(await desk.say(KARI, "Jeg er usikker"))


async def test_words_for_sending_are_no_yes_to_a_guide(desk: Desk) -> None:
    await desk.sent()
    for typed in ("jeg er bekymret", "legg til noe", "fortsett"):
        await desk.say(KARI, typed)
    before = (await desk.state(KARI)).concerns
    assert desk.words(await desk.say(KARI, "ja send")) == desk.text("case.send_nothing")
    assert (await desk.state(KARI)).concerns == before
