"""What a requester says of the advice shows the case, with the way to add to it; a new answer says that it is new."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.outbox import Kind
from dialogs.as_text import all_buttons
from dialogs.cases.advice import perhaps_of_advice
from tests.cases.delivering import Delivering
from tests.cases.test_documents import delivered
from tests.turns.desk import ANSWER, CHANNEL, KARI, OLE, Desk, kinds


async def advised(desk: Desk) -> str:
    """Return the id of a case of Kari's that Ole has answered."""
    return (await desk.answered()).id


@pytest.mark.parametrize(
    "said",
    [
        "hva var rådet",
        "vis rådet",
        "hvem er det som har svart",
        "hvem var det som svarte",
        "hvordan får jeg nye råd",
        "jeg forstår ikke rådet",
        "har prøvd det, funker ikke",
        "det har vi prøvd før",
        "hæ",
        "hva betyr det",
        "skjønner ikke",
        "jeg trenger mer hjelp, det ble verre",
    ],
)
async def test_what_is_said_of_the_advice_shows_the_case(desk: Desk, said: str) -> None:
    await advised(desk)
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "my_case"]
    assert desk.text("case.advice_open") in desk.words(shown)
    assert "my_add" in {one.verb for reply in shown for one in all_buttons(reply)}


@pytest.mark.parametrize("is_below", [True, False])
async def test_a_bare_word_of_having_tried_is_of_the_advice_only_right_below_it(desk: Desk, is_below: bool) -> None:
    await advised(desk)
    state = replace(await desk.state(KARI), said_since=is_below)
    around = desk.library.around_delivery()
    heard = perhaps_of_advice("dette har vi prøvd", await desk.cases_of(KARI), state, around)
    assert (heard is not None) is is_below


@pytest.mark.parametrize(
    "said",
    [
        "kan dere se på den en gang til",
        "kan jeg spørre dem om noe mer",
        "kan de utdype",
        "jeg har et spørsmål til teamet",
    ],
)
async def test_who_wants_to_ask_more_has_the_form_to_do_it_in_and_what_is_typed_next_is_offered(
    desk: Desk, said: str
) -> None:
    await advised(desk)
    assert kinds(await desk.say(KARI, said)) == ["line", "my_add"]
    shown = await desk.say(KARI, "Hvor lenge bør vi holde på med de faste overgangene før vi ser noe")
    assert "my_own_add" in {one.verb for reply in shown for one in all_buttons(reply)}


GOOD = ["det hjalp litt", "hjalp litt", "det var et godt råd", "kjempebra råd, takk", "det funka bra"]
BAD = ["det var et dumt råd", "funket ikke", "d hjalp itj", "dårlig råd", "teit råd", "virket ikke"]


@pytest.mark.parametrize(("said", "how"), [*((one, "good") for one in GOOD), *((one, "bad") for one in BAD)])
async def test_what_is_thought_of_the_advice_is_heard_whatever_was_shown_before(
    desk: Desk, said: str, how: str
) -> None:
    await advised(desk)
    await desk.say(KARI, "meny")
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "my_case"]
    assert desk.text(f"case.advice_judged_{how}") in desk.words(shown)


@pytest.mark.parametrize("days", [0, 60])
@pytest.mark.parametrize(("said", "how"), [("det hjalp litt", "how"), ("det var et dumt råd", "how_badly")])
async def test_it_opens_the_questions_about_the_advice_while_they_are_new(
    desk: Desk, said: str, how: str, days: int
) -> None:
    await advised(desk)
    desk.clock.advance(days=days, minutes=1)
    await Delivering(desk).deliver()
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["evaluation_later" if days else "evaluation_now"]
    assert desk.text(f"evaluation.{how}", example="")[:30] in desk.words(shown)


@pytest.mark.parametrize("said", [*GOOD, *BAD])
async def test_who_has_no_advice_is_shown_no_case(desk: Desk, said: str) -> None:
    await desk.sent()
    assert {"my_case", "my_cases"}.isdisjoint(kinds(await desk.say(KARI, said)))


async def test_right_below_an_answer_of_the_bot_only_what_names_the_advice_is_of_it(desk: Desk) -> None:
    await advised(desk)
    await desk.say(KARI, "hva er taushetsplikt")
    assert "my_case" not in kinds(await desk.say(KARI, "det hjalp ikke"))
    await desk.say(KARI, "hva er taushetsplikt")
    assert "my_case" in kinds(await desk.say(KARI, "det var et dumt råd"))


@pytest.mark.parametrize(
    "said",
    ["det hjalp ikke å snakke med mor", "hjalp det?", "har dere gode råd om søvn", "vi har ikke råd", "far hjalp ikke"],
)
async def test_what_tells_or_asks_more_is_no_judgement_of_the_advice(desk: Desk, said: str) -> None:
    await advised(desk)
    assert desk.text("case.advice_judged_bad") not in desk.words(await desk.say(KARI, said))


async def test_of_several_cases_with_advice_the_list_is_shown(desk: Desk) -> None:
    for _ in range(2):
        await desk.sent()
    for case in await desk.cases_of(KARI):
        await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
        await desk.press(OLE, "case_answer_send", case.id, ANSWER, CHANNEL)
    await desk.say(KARI, "meny")
    assert kinds(await desk.say(KARI, "funket ikke")) == ["line", "my_cases"]


async def test_of_a_closed_case_the_way_to_open_it_is_shown(desk: Desk) -> None:
    case_id = await advised(desk)
    await desk.press(OLE, "case_close_send", case_id, {"reason": "given"}, CHANNEL)
    shown = await desk.say(KARI, "jeg trenger mer hjelp, det ble verre")
    assert kinds(shown) == ["line", "my_case"]
    assert "my_reopen" in {one.verb for reply in shown for one in all_buttons(reply)}


@pytest.mark.parametrize("said", ["det har vi prøvd før", "kan jeg spørre dem om noe mer"])
async def test_without_advice_it_is_looked_up_as_ever(desk: Desk, said: str) -> None:
    await desk.sent()
    assert "my_case" not in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize(
    "said", ["kan jeg spørre barnet om vold", "skal vi spørre foreldrene", "han ble verre etter ferien"]
)
async def test_what_tells_of_a_child_or_asks_something_else_is_not_about_the_advice(desk: Desk, said: str) -> None:
    await advised(desk)
    assert "my_case" not in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize(
    "said",
    [
        "når er møtet",
        "kan jeg ringe dem",
        "purr på dem",
        "hvorfor svarer de ikke",
        "hvem er det som har saken",
        "kan jeg få være med på møtet",
    ],
)
async def test_what_is_asked_of_the_only_open_case_shows_it(desk: Desk, said: str) -> None:
    assert "my_case" not in kinds(await desk.say(OLE, said)), "who has no case asks about something else"
    await desk.sent()
    assert kinds(await desk.say(KARI, said)) == ["line", "my_case"]


@pytest.mark.parametrize("said", ["kan jeg ringe dem", "må jeg ringe dem"])
async def test_who_asks_to_ring_the_team_is_told_whom_to_ring_when_it_cannot_wait(desk: Desk, said: str) -> None:
    await desk.sent()
    assert "112" in desk.words((await desk.say(KARI, said))[:1])


@pytest.mark.parametrize("said", ["jeg må ringe nå", "jeg vil ringe dem nå"])
async def test_who_must_ring_now_is_shown_the_numbers_and_no_case(desk: Desk, said: str) -> None:
    await desk.sent()
    assert kinds(await desk.say(KARI, said)) == ["numbers"]


async def test_who_asks_why_the_bot_does_not_answer_is_shown_no_case(desk: Desk) -> None:
    await desk.sent()
    assert "my_case" not in kinds(await desk.say(KARI, "hvorfor svarer du ikke"))


@pytest.mark.parametrize("said", ["hva kan vi si i møtet", "kan jeg ringe barnevernet", "hvem skal jeg ringe"])
async def test_what_names_more_is_looked_up(desk: Desk, said: str) -> None:
    await desk.sent()
    assert "my_case" not in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize(
    ("said", "kind"),
    [("gi saken til en annen", "team_pass_on"), ("det ble feil svar", "team_answer"), ("må spørre mer", "team_ask")],
)
async def test_a_team_says_it_in_its_own_words(desk: Desk, said: str, kind: str) -> None:
    case_id = await advised(desk)
    await desk.press(OLE, "case_show", case_id, place=CHANNEL)
    assert kinds(await desk.say(OLE, said, CHANNEL)) == [kind]


@pytest.mark.parametrize("said", ["vi tar den", "gi den til en annen"])
async def test_a_team_that_means_a_case_nobody_has_shown_is_told_that_nothing_is_done(desk: Desk, said: str) -> None:
    await desk.sent()
    shown = await desk.say(OLE, said, CHANNEL)
    assert kinds(shown) == ["line", "team_cases"]
    assert "Ingenting er gjort ennå" in desk.words(shown)


async def test_an_answer_that_is_put_right_says_that_it_replaces_the_earlier_one(desk: Desk) -> None:
    case_id = await advised(desk)
    code = (await desk.case(case_id)).code
    assert desk.text("case.notice_answered_anew_title", code=code) not in desk.words(
        delivered(desk, Kind.RELAYED_NOTICE)
    )
    await desk.press(OLE, "case_answer_send", case_id, {**ANSWER, "advice": "Prøv noe annet."}, CHANNEL)
    assert desk.text("case.notice_answered_anew_title", code=code) in desk.words(delivered(desk, Kind.RELAYED_NOTICE))
    assert "Det erstatter det forrige" in desk.words(delivered(desk, Kind.THREAD_LINE))


async def test_who_asks_what_the_team_means_by_a_word_of_its_advice_has_the_form_to_ask_in(desk: Desk) -> None:
    case = await desk.taken()
    await desk.press(OLE, "case_answer_send", case.id, ANSWER | {"advice": "Snakk med eleven alene."}, CHANNEL)
    shown = await desk.say(KARI, "hva mener de med alene?")
    assert desk.text("case.advice_more") in desk.words(shown)
    assert "my_add_send" in {one.verb for reply in shown for one in all_buttons(reply)}
    assert desk.text("case.advice_more") not in desk.words(await desk.say(KARI, "hva mener de med taushetsplikt?"))


@pytest.mark.parametrize("said", ["hva mener de med alene?", "hvorfor alene?"])
async def test_while_the_question_of_the_team_waits_it_is_shown_again(desk: Desk, said: str) -> None:
    case = await desk.taken()
    await desk.press(OLE, "case_ask_send", case.id, {"question": "Har dere snakket med eleven alene?"}, CHANNEL)
    shown = await desk.say(KARI, said)
    assert "answer" not in kinds(shown)
    assert "Har dere snakket med eleven alene?" in desk.words(shown)


@pytest.mark.parametrize("said", ["takk, det var nyttig", "takk for hjelpa, 5"])
async def test_thanks_with_what_it_was_worth_open_the_questions_about_the_advice(desk: Desk, said: str) -> None:
    await advised(desk)
    desk.clock.advance(minutes=1)
    await Delivering(desk).deliver()
    assert kinds(await desk.say(KARI, said)) == ["evaluation_now"]


@pytest.mark.parametrize("said", ["takk", "takk for hjelpa", "tusen takk for svaret"])
async def test_thanks_alone_are_thanks(desk: Desk, said: str) -> None:
    await advised(desk)
    assert desk.words(await desk.say(KARI, said)) == desk.text("answers.small_thanks")


async def test_a_yes_to_the_reminder_a_week_later_opens_them_too(desk: Desk) -> None:
    await advised(desk)
    desk.clock.advance(days=7)
    await Delivering(desk).deliver()
    assert kinds(await desk.say(KARI, "ja")) == ["evaluation_now"]


async def test_a_no_then_or_thanks_below_something_else_are_not_about_it(desk: Desk) -> None:
    await advised(desk)
    desk.clock.advance(days=6)
    await Delivering(desk).deliver()
    await desk.say(KARI, "mobbing")
    assert "evaluation_now" not in kinds(await desk.say(KARI, "takk, det var nyttig"))
    assert "evaluation_now" not in kinds(await desk.say(KARI, "nei"))


@pytest.mark.parametrize(
    "said", ["var ikke til så mye hjelp", "det var lite hjelp i det", "ikke mye hjelp å få", "det var ingen hjelp"]
)
async def test_advice_that_was_no_help_is_not_taken_for_thanks(desk: Desk, said: str) -> None:
    await advised(desk)
    await desk.say(KARI, "mine saker")
    shown = desk.words(await desk.say(KARI, said))
    assert desk.text("case.advice_judged_bad") in shown


async def test_below_something_else_who_does_not_follow_asks_of_that(desk: Desk) -> None:
    await advised(desk)
    await desk.say(KARI, "hva er taushetsplikt")
    assert "my_case" not in kinds(await desk.say(KARI, "hva betyr det"))
