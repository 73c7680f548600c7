"""Own words while a team waits for an answer are never sent by themselves, nor silently taken for something else."""

from __future__ import annotations

import dataclasses

import pytest

from bot.domain.case import Case
from bot.domain.reply import Card, Rows
from dialogs.as_text import all_buttons, inputs_of
from tests.fakes.store import FakeCases
from tests.turns.desk import CHANNEL, KARI, OLE, Desk, kinds

SAID = "Vi har prøvd med tett oppfølging i tre uker nå."
ASKED = "Hva sier skolen?"


async def asked(desk: Desk, question: str = ASKED) -> Case:
    before = {one.id for one in await desk.cases_of(KARI)}
    await desk.sent()
    (case,) = [one for one in await desk.cases_of(KARI) if one.id not in before]
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await desk.press(OLE, "case_ask_send", case.id, {"question": question}, CHANNEL)
    return await desk.case(case.id)


async def texts_of(desk: Desk, case: Case) -> list[str]:
    return [one.text for one in (await desk.case(case.id)).messages]


HOW_MUCH = ["To måneder", "flere ganger", "begge foreldrene", "mandager mest", "mest fredager", "sjelden mobbing"]
"""Two words that an article was found for, and that tell how much."""


@pytest.mark.parametrize(
    "said",
    [
        SAID,
        "ja",
        "nei",
        "vet ikke",
        "Han er bedre nå",
        "10 år",
        "jeg må hente barna i barnehagen",
        "sitter og gråter",
        *HOW_MUCH,
    ],
)
async def test_words_below_the_teams_question_are_offered_as_the_answer_and_nothing_is_sent(
    desk: Desk, said: str
) -> None:
    case = await asked(desk)
    (shown,) = await desk.say(KARI, said)
    assert kinds([shown]) == ["my_own_words"]
    assert isinstance(shown, Card)
    assert [one.value for one in inputs_of(shown.blocks)] == [said]
    words = desk.words([shown])
    assert "Ingenting er sendt ennå" in words
    assert ASKED in words
    assert case.code in words
    assert await texts_of(desk, case) == [ASKED]


async def test_a_press_sends_the_words_as_the_answer(desk: Desk) -> None:
    case = await asked(desk)
    shown = await desk.say(KARI, SAID)
    done = await desk.push(KARI, shown, desk.text("case.own_words_send"), {"text": SAID})
    assert desk.text("case.replied", code=case.code, name=desk.text("case.name_hidden")) in desk.words(done)
    assert await texts_of(desk, case) == [ASKED, SAID]


async def test_a_name_in_the_words_is_warned_about_and_found_before_they_are_sent(desk: Desk) -> None:
    case = await asked(desk)
    said = "Jonas Prøve har det bedre nå."
    shown = await desk.say(KARI, said)
    assert desk.text("answers.names_warning") in desk.words(shown)
    again = await desk.push(KARI, shown, desk.text("case.own_words_send"), {"text": said})
    assert kinds(again) == ["my_reply"]
    assert await texts_of(desk, case) == [ASKED]


@pytest.mark.parametrize("said", ["ja", "send", "ja takk", "Send som svar til teamet", "1"])
async def test_a_word_below_the_offer_sends_nothing_and_tells_where_the_words_are(desk: Desk, said: str) -> None:
    case = await asked(desk)
    await desk.say(KARI, SAID)
    shown = desk.words(await desk.say(KARI, said))
    assert "Ingenting er sendt ennå" in shown
    assert await texts_of(desk, case) == [ASKED]


async def test_the_answer_typed_with_its_label_below_the_offer_is_sent(desk: Desk) -> None:
    case = await asked(desk)
    await desk.say(KARI, SAID)
    await desk.say(KARI, f"Svaret ditt: {SAID}")
    assert await texts_of(desk, case) == [ASKED, SAID]


async def test_a_question_to_the_bot_is_answered_after_a_no(desk: Desk) -> None:
    await asked(desk)
    shown = await desk.say(KARI, "skolen vil vite mer om taushetsplikt")
    answered = await desk.push(KARI, shown, desk.text("case.own_words_no"))
    assert kinds(answered)[0] in ("answer", "did_you_mean", "unknown")
    await desk.say(KARI, "skolen vil vite mer om taushetsplikt")
    assert desk.text("case.own_words_ask_again") in desk.words(await desk.say(KARI, "nei"))


@pytest.mark.parametrize("said", ["1", "usikker", "ja", "send"])
async def test_what_follows_a_no_is_not_about_the_words_that_were_said_no_to(desk: Desk, said: str) -> None:
    case = await asked(desk)
    await desk.say(KARI, "gutten er mest borte på mandager")
    await desk.say(KARI, "nei")
    shown = await desk.say(KARI, said)
    told = desk.words(shown)
    button = desk.text("case.own_words_send")
    assert desk.text("case.own_words_press", button=button) not in told
    assert desk.text("case.own_words_doubt", button=button, no=desk.text("case.own_words_no")) not in told
    assert kinds(shown) == ["menu"] if said == "1" else "mandager" not in told
    assert await texts_of(desk, case) == [ASKED]


@pytest.mark.parametrize("said", ["hva er taushetsplikt?", "hva er taushetsplikt", "taushetsplikt"])
async def test_a_question_is_answered_and_said_not_to_be_sent_to_the_team(desk: Desk, said: str) -> None:
    case = await asked(desk)
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["answer", "line"]
    assert desk.words(shown[1:]) == desk.text("case.own_words_aside", code=case.code)


@pytest.mark.parametrize(
    "said", ["ja, siden uke 40, men de har ikke hatt tid. Har dere et skjema?", "nei det har vi ikke! hva gjør vi?"]
)
async def test_an_answer_before_a_question_to_the_bot_is_offered_to_be_sent(desk: Desk, said: str) -> None:
    await asked(desk)
    (shown,) = await desk.say(KARI, said)
    assert isinstance(shown, Card)
    assert [one.value for one in inputs_of(shown.blocks)] == [said]


async def test_without_a_question_from_a_team_words_are_answered_as_always(desk: Desk) -> None:
    await desk.sent()
    assert "my_own_words" not in kinds(await desk.say(KARI, SAID))


@pytest.mark.parametrize("said", ["hei", "takk"])
async def test_a_greeting_is_no_answer(desk: Desk, said: str) -> None:
    await asked(desk)
    assert "my_own_words" not in kinds(await desk.say(KARI, said))


async def test_with_two_questions_the_words_are_carried_to_the_case_that_is_chosen(desk: Desk) -> None:
    first = await asked(desk)
    second = await asked(desk, "Hva sier barnet?")
    shown = await desk.say(KARI, SAID)
    assert kinds(shown) == ["line", "my_which"]
    assert desk.words(shown[:1]) == desk.text("case.own_words_not_sent")
    assert isinstance(shown[1], Card)
    rows = next(block for block in shown[1].blocks if isinstance(block, Rows)).rows
    press = next(row.press for row in rows if row.press and row.press.id == second.id)
    (form,) = await desk.press(KARI, press.verb, press.id, dict(press.carries))
    assert kinds([form]) == ["my_reply"]
    assert isinstance(form, Card)
    assert [one.value for one in inputs_of(form.blocks)][:1] == [SAID]
    for case in (first, second):
        assert SAID not in await texts_of(desk, case)


@pytest.mark.parametrize("first", ["jeg er bekymret", "drøft en sak"])
async def test_words_that_nothing_under_way_understood_are_said_not_to_be_sent_either(desk: Desk, first: str) -> None:
    case = await asked(desk)
    await desk.say(KARI, first)
    shown = await desk.say(KARI, "vi har hatt et langt møte i dag")
    assert desk.text("case.own_words_aside", code=case.code) in desk.words(shown)
    assert (await desk.state(KARI)).active is not None
    assert await texts_of(desk, case) == [ASKED]


NAMING_NOTHING = [
    "hva mente de med det?",
    "hva er det de vil vite?",
    "hva skal jeg svare?",
]


@pytest.mark.parametrize("said", NAMING_NOTHING)
async def test_a_question_that_names_nothing_below_the_teams_shows_the_teams_again(desk: Desk, said: str) -> None:
    case = await asked(desk)
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "my_reply"]
    assert ASKED in desk.words(shown)
    await desk.say(KARI, "Svaret ditt: Vi har prøvd tett oppfølging.\n[Send]")
    assert await texts_of(desk, case) == [ASKED, "Vi har prøvd tett oppfølging."]


async def test_where_several_teams_have_asked_it_is_chosen_which_question_is_meant(desk: Desk) -> None:
    await asked(desk)
    await asked(desk)
    shown = await desk.say(KARI, NAMING_NOTHING[0])
    assert [one.verb for one in all_buttons(shown[-1])][:2] == ["my_reply_this", "my_reply_this"]


async def test_a_question_that_names_nothing_in_a_guide_shows_its_step_again(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret for en elev")
    asked_before = (await desk.state(KARI)).shown
    shown = await desk.say(KARI, NAMING_NOTHING[0])
    assert kinds(shown)[-1].startswith("guide_")
    assert [one.verb for one in (await desk.state(KARI)).shown][:1] == [asked_before[0].verb]


async def test_a_question_that_names_nothing_in_a_form_tells_the_way_back(desk: Desk) -> None:
    await desk.to_form()
    shown = await desk.say(KARI, NAMING_NOTHING[0])
    assert "fortsett" in desk.words(shown)
    assert "case_go_on" in [one.verb for one in all_buttons(shown[-1])]


async def test_nobody_looks_for_cases_of_someone_who_has_sent_none(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked_for: list[str] = []
    monkeypatch.setattr(FakeCases, "sent_by", lambda _cases, person: asked_for.append(person.id))
    assert kinds(await desk.say(KARI, "hva er taushetsplikt?")) == ["answer"]
    assert not asked_for


async def test_what_is_only_like_small_talk_is_offered_as_the_answer(desk: Desk) -> None:
    await asked(desk)
    said = "takk for at du spør så greit"
    assert not desk.library.shelf.answers.is_only_small_talk(said)
    assert "my_own_words" in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize("chosen", ["2", "den andre", "[2]", "svar {code}", "den {code}", "nei, {code}"])
async def test_a_typed_number_opens_the_field_and_says_where_the_words_are(desk: Desk, chosen: str) -> None:
    await asked(desk)
    await asked(desk, "Hva sier barnet?")
    shown = await desk.say(KARI, SAID)
    second = all_buttons(shown[1])[1]
    replies = await desk.say(KARI, chosen.format(code=second.title))
    assert sorted(kinds(replies)) == ["line", "my_reply"]
    assert desk.text("case.which_copy") in desk.words(replies)
    (form,) = [one for one in replies if isinstance(one, Card)]
    assert any(one.id.startswith(second.id) for one in all_buttons(form))


async def test_no_word_that_was_not_approved_is_kept_while_the_list_stands(desk: Desk) -> None:
    await asked(desk)
    await asked(desk, "Hva sier barnet?")
    await desk.say(KARI, SAID)
    state = await desk.state(KARI)
    assert state.words_listed
    assert SAID not in repr(dataclasses.asdict(state))


@pytest.mark.parametrize("said", ["mine saker", "hva er taushetsplikt?", "ingen av dem"])
async def test_it_is_known_no_longer_than_the_list_stands_last(desk: Desk, said: str) -> None:
    await asked(desk)
    await asked(desk, "Hva sier barnet?")
    await desk.say(KARI, SAID)
    await desk.say(KARI, said)
    assert not (await desk.state(KARI)).words_listed


async def test_a_list_that_nothing_was_written_before_opens_an_empty_field_and_says_nothing_of_words(
    desk: Desk,
) -> None:
    await asked(desk)
    await asked(desk, "Hva sier barnet?")
    await desk.say(KARI, SAID)
    await desk.say(KARI, "svar")
    assert kinds(await desk.say(KARI, "1")) == ["my_reply"]
