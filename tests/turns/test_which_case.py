"""Words are about the only case they can be about; with several, which one is asked. A message about another case may
have come since one was shown, so what cannot be taken back has a yes of its own, and is never done by a number."""

from __future__ import annotations

import pytest

from bot.domain.case import Case, Status
from bot.domain.reply import Reply
from tests.turns.desk import CHANNEL, KARI, NILS, OLE, Desk, kinds
from tests.turns.desk import WORDS as NEW

TYPED = (
    ("legg til noe", "my_add"),
    ("legg til", "my_add"),
    ("vis meg for teamet", "my_show"),
    ("trekk saken", "my_withdraw"),
    ("Trekk saka", "my_withdraw"),
    ("slett saken", "my_withdraw"),
)
SECRET = "Dette gjelder bare den ene saken."


async def two_cases(desk: Desk) -> tuple[Case, Case]:
    """Send two cases and look at the first; a message about the second is what is read last."""
    first = await desk.sent()
    second = next(case for case in (await desk.sent(), *await desk.cases_of(KARI)) if case.id != first.id)
    await desk.press(KARI, "my_case", first.id)
    return first, second


async def ask(desk: Desk, case: Case, question: str = "Hva sier skolen?") -> None:
    """Let the team ask: the worker delivers it without a turn."""
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    await desk.press(OLE, "case_ask_send", case.id, {"question": question}, CHANNEL)


def title_has(code: str, shown: list[Reply]) -> bool:
    return code in getattr(shown[-1], "title", "")


@pytest.mark.parametrize(("said", "screen"), TYPED)
async def test_with_one_open_case_the_words_are_about_it_and_it_is_named(desk: Desk, said: str, screen: str) -> None:
    case = await desk.sent()
    await desk.press(KARI, "my_case", case.id)
    shown = await desk.say(KARI, said)
    assert kinds(shown) == [screen]
    assert title_has(case.code, shown)


@pytest.mark.parametrize(("said", "screen"), TYPED)
async def test_with_two_open_cases_it_is_asked_which_and_the_number_opens_that_one(
    desk: Desk, said: str, screen: str
) -> None:
    first, second = await two_cases(desk)
    asked = await desk.say(KARI, said)
    assert kinds(asked) == ["my_which"]
    listed = desk.words(asked)
    one, other = sorted((first, second), key=lambda case: listed.index(case.code))
    shown = await desk.say(KARI, "2")
    assert kinds(shown) == [screen]
    assert title_has(other.code, shown)
    assert not title_has(one.code, shown)


@pytest.mark.parametrize("title", ["add", "show_me", "withdraw"])
async def test_a_bare_number_below_a_newer_message_asks_which_case(desk: Desk, title: str) -> None:
    await two_cases(desk)
    titles = [one.title for one in (await desk.state(KARI)).shown]
    assert kinds(await desk.say(KARI, str(titles.index(desk.text(f"case.{title}")) + 1))) == ["my_which"]


@pytest.mark.parametrize("said", ["svar", "svar teamet", "svare"])
async def test_an_answer_is_about_the_case_with_the_question_whatever_was_looked_at(desk: Desk, said: str) -> None:
    _, second = await two_cases(desk)
    await ask(desk, second)
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["my_reply"]
    assert title_has(second.code, shown)
    assert "Hva sier skolen?" in desk.words(shown)
    done = desk.words(await desk.say(KARI, f"{desk.text('case.reply_field')}: {SECRET}"))
    assert desk.text("case.replied", code=second.code, name=desk.text("case.name_hidden")) in done
    assert (await desk.case(second.id)).messages[-1].text == SECRET


async def test_with_two_questions_it_is_asked_which_one_is_answered(desk: Desk) -> None:
    first, second = await two_cases(desk)
    await ask(desk, first, "Hva sier barnet?")
    await desk.press(KARI, "my_case", first.id)
    await ask(desk, second)
    assert kinds(await desk.say(KARI, "svar")) == ["my_which"]
    shown = await desk.say(KARI, second.code)
    assert title_has(second.code, shown)
    assert "Hva sier skolen?" in desk.words(shown)
    assert "Hva sier barnet?" not in desk.words(shown)


async def test_a_field_that_is_typed_below_the_question_of_another_case_is_not_sent(desk: Desk) -> None:
    first, second = await two_cases(desk)
    await ask(desk, first)
    await desk.press(KARI, "my_reply", first.id)
    await ask(desk, second)
    shown = await desk.say(KARI, f"{desk.text('case.reply_field')}: {SECRET}")
    assert desk.words(shown) == desk.text("case.which_reply")
    for case in (first, second):
        assert all(message.text != SECRET for message in (await desk.case(case.id)).messages)


async def test_a_pressed_form_is_about_its_own_case_however_many_are_open(desk: Desk) -> None:
    first, second = await two_cases(desk)
    for case in (first, second):
        await ask(desk, case)
    shown = await desk.press(KARI, "my_reply_send", first.id, {"text": "Jonas Prøve sier lite."})
    assert kinds(shown) == ["my_reply"], "what points at somebody is shown in the form, which still names the case"
    assert title_has(first.code, shown)
    assert "Hva sier skolen?" in desk.words(shown)
    await desk.press(KARI, "my_reply_send", first.id, {"text": SECRET})
    assert (await desk.case(first.id)).messages[-1].text == SECRET
    added = await desk.press(KARI, "my_add_send", second.id, {"text": "Litt mer."})
    assert desk.words(added) == desk.text("case.added", code=second.code)


@pytest.mark.parametrize("said", ["trekk saken", "slett saken", "Trekk saken!", "trekk", "ja", "2", "[2]"])
async def test_no_words_of_the_command_and_no_number_withdraws_a_case(desk: Desk, said: str) -> None:
    first, _ = await two_cases(desk)
    await desk.press(KARI, "my_withdraw", first.id)
    for _ in range(2):
        await desk.say(KARI, said)
    assert all(case.status is not Status.WITHDRAWN for case in await desk.cases_of(KARI))


async def test_the_whole_yes_withdraws_the_case_that_was_named(desk: Desk) -> None:
    first, second = await two_cases(desk)
    await desk.press(KARI, "my_withdraw", first.id)
    await desk.say(KARI, "ja, trekk saken")
    assert (await desk.case(first.id)).status is Status.WITHDRAWN
    assert (await desk.case(second.id)).status is not Status.WITHDRAWN


async def test_saying_the_command_twice_withdraws_nothing(desk: Desk) -> None:
    case = await desk.sent()
    for _ in range(3):
        assert kinds(await desk.say(KARI, "trekk saken")) == ["my_withdraw"]
    assert (await desk.case(case.id)).status is not Status.WITHDRAWN


async def test_a_number_opens_no_closed_case_again(desk: Desk) -> None:
    case = await desk.taken()
    await desk.press(OLE, "case_close_send", case.id, {"reason": "elsewhere"}, CHANNEL)
    await desk.press(KARI, "my_case", case.id)
    titles = [one.title for one in (await desk.state(KARI)).shown]
    again = desk.text("case.open_again")
    shown = await desk.say(KARI, str(titles.index(again) + 1))
    assert desk.words(shown) == desk.text("common.say_it_whole", title=again)
    assert (await desk.case(case.id)).status is Status.CLOSED


@pytest.mark.parametrize("said", ["ja", "ja takk", "Ja!"])
async def test_a_yes_below_an_empty_list_is_told_that_there_is_nothing_to_say_yes_to(desk: Desk, said: str) -> None:
    await desk.say(KARI, "mine saker")
    assert desk.words(await desk.say(KARI, said)) == desk.text("case.list_empty_yes")


@pytest.mark.parametrize(
    ("said", "screen"),
    [
        ("svar {code}", "my_reply"),
        ("svar på sak {code}", "my_reply"),
        ("Svar på spørsmålet om {code}!", "my_reply"),
        ("trekk {code}", "my_withdraw"),
        ("trekk saken {code}", "my_withdraw"),
        ("åpne {code}", "my_case"),
        ("vis {code}", "my_case"),
        ("{code}", "my_case"),
        ("vis meg for teamet i {code}", "my_show"),
        ("legg til noe i {code}", "my_add"),
    ],
)
async def test_a_code_chooses_the_case_however_many_are_open(desk: Desk, said: str, screen: str) -> None:
    first, second = await two_cases(desk)
    await ask(desk, first)
    await ask(desk, second)
    for typed in (second.code, second.code.lower().replace("-", " ")):
        shown = await desk.say(KARI, said.format(code=typed))
        assert kinds(shown) == [screen]
        assert title_has(second.code, shown)
        assert not title_has(first.code, shown)


async def test_somebody_elses_code_is_as_unknown_as_none(desk: Desk) -> None:
    theirs = await desk.sent(NILS)
    for said in ("svar {}", "trekk {}", "vis {}"):
        shown = await desk.say(KARI, said.format(theirs.code))
        assert desk.words(shown[:1]) == desk.text("case.code_unknown", code=theirs.code)
        none = await desk.say(KARI, said.format("Z9Z-99Z"))
        assert desk.words(none).replace("Z9Z-99Z", theirs.code) == desk.words(shown)


async def test_a_code_without_a_question_shows_the_case_and_says_that_nobody_waits(desk: Desk) -> None:
    case = await desk.sent()
    shown = await desk.say(KARI, f"svar {case.code}")
    assert kinds(shown) == ["line", "my_case"]
    assert desk.text("case.code_no_question", code=case.code) in desk.words(shown)


async def test_a_story_with_a_code_in_it_is_no_command(desk: Desk) -> None:
    case = await desk.sent()
    assert kinds(await desk.say(KARI, f"vi fikk svar på {case.code} i går og lurer på hva vi gjør nå")) != ["my_case"]


async def test_another_text_typed_asks_which_case_when_several_can_have_one(desk: Desk) -> None:
    first, second = await two_cases(desk)
    assert kinds(await desk.say(KARI, "Endre teksten")) == ["my_which"]
    shown = await desk.say(KARI, second.code)
    assert kinds(shown) == ["my_renew"]
    await desk.press(OLE, "case_claim", first.id, place=CHANNEL)
    assert kinds(await desk.say(KARI, "endre teksten")) == ["my_renew"], "only one can be meant now"
    shown = await desk.press(KARI, "my_renew_send", second.id, {**NEW, "seen": "Kommer ikke."})
    assert kinds(shown) == ["my_renew_confirm"]


async def test_a_new_text_typed_is_about_the_case_that_has_lost_its_own(desk: Desk) -> None:
    _, second = await two_cases(desk)
    await desk.press(OLE, "case_claim", second.id, place=CHANNEL)
    await desk.press(OLE, "case_redact_send", second.id, place=CHANNEL)
    assert kinds(await desk.say(KARI, "skriv ny tekst")) == ["my_renew"]


async def test_a_text_that_was_not_anonymous_enough_is_written_anew_by_the_words_for_changing_it(desk: Desk) -> None:
    case = await desk.taken()
    await desk.press(OLE, "case_redact_send", case.id, place=CHANNEL)
    assert kinds(await desk.say(KARI, "endre teksten")) == ["my_renew"]


async def test_a_text_that_cannot_be_changed_any_more_says_so(desk: Desk) -> None:
    await desk.taken()
    shown = await desk.say(KARI, "endre teksten")
    assert desk.words(shown[:1]) == desk.text("case.no_text_to_change")


async def test_words_about_the_text_in_the_middle_of_a_case_mean_the_one_being_written(desk: Desk) -> None:
    await desk.sent()
    form = await desk.to_form()
    await desk.push(KARI, form, "Se over", {**NEW, "seen": "Jonas kommer sent."})
    assert "my_renew" not in kinds(await desk.say(KARI, "endre teksten"))


async def test_an_answer_to_no_question_is_told_that_nobody_waits(desk: Desk) -> None:
    await desk.sent()
    shown = await desk.say(KARI, "svar")
    assert kinds(shown) == ["line", "my_cases"]
    assert desk.words(shown[:1]) == desk.text("case.no_question")


@pytest.mark.parametrize("words", ["vis meg sak {code}", "vis meg {code}", "vis meg saken {code} takk"])
async def test_show_me_the_case_opens_it_and_never_offers_to_show_ones_name(desk: Desk, words: str) -> None:
    case = await desk.sent()
    shown = await desk.say(KARI, words.format(code=case.code))
    assert kinds(shown) == ["my_case"]


async def test_what_is_done_with_a_withdrawn_case_names_no_button_it_lacks(desk: Desk) -> None:
    case = await desk.sent()
    await desk.say(KARI, "trekk saken")
    await desk.say(KARI, "ja, trekk saken")
    told = desk.words(await desk.say(KARI, f"svar på sak {case.code}"))
    assert desk.text("case.code_withdrawn", code=case.code) in told
    assert desk.text("case.none_open") in desk.words(await desk.say(KARI, "endre teksten"))
