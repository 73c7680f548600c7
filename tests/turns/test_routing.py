"""Doors, danger and commands in every place and every state; text in groups and channels is never echoed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from inspect import unwrap

import pytest

from bot.answers.acute import AcuteDetector, AcuteFinding
from bot.domain.reply import Card
from bot.domain.turn import Installed, Place, PlaceChanged, PlaceKind, Removed, Searched
from bot.turns.own_worry import own_worry
from bot.turns.router import Router
from tests.turns.desk import ABOUT, CHANNEL, GROUP, KARI, NAMED, OLE, STRANGER, THREAD, WORDS, Desk, is_line, kinds

SECRET = "Emilius Hemmeligsen har det vondt"


async def _none(desk: Desk) -> None:
    """Nothing is under way."""


async def _settings(desk: Desk) -> None:
    await desk.say(KARI, "innstillinger")


async def _guide(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")


async def _guide_second(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "3")


async def _guide_outcome(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "ja")


async def _about(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")


async def _choose(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.press(KARI, "case_about", values=ABOUT)


async def _gate(desk: Desk) -> None:
    await _choose(desk)
    await desk.press(KARI, "case_team", "komp_0_18")


async def _form(desk: Desk) -> None:
    await desk.to_form()


async def _review(desk: Desk) -> None:
    await desk.to_form()
    assert kinds(await desk.press(KARI, "case_review", values=NAMED)) == ["case_review"]


async def _confirm(desk: Desk) -> None:
    assert kinds(await desk.to_confirm()) == ["case_confirm"]


async def _receipt(desk: Desk) -> None:
    await desk.sent()


async def _my_cases(desk: Desk) -> None:
    await desk.sent()
    await desk.say(KARI, "mine saker")


async def _adding(desk: Desk) -> None:
    case = await desk.sent()
    await desk.press(KARI, "my_add", case.id)


async def _answer(desk: Desk) -> None:
    await desk.say(KARI, "når må jeg melde til barnevernet?")


async def _unknown(desk: Desk) -> None:
    await desk.say(KARI, "qwerty zxcvb")


STATES: dict[str, Callable[[Desk], Awaitable[None]]] = {
    one.__name__.strip("_"): one
    for one in (
        _none,
        _settings,
        _guide,
        _guide_second,
        _guide_outcome,
        _about,
        _choose,
        _gate,
        _form,
        _review,
        _confirm,
        _receipt,
        _my_cases,
        _adding,
        _answer,
        _unknown,
    )
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("typed", "screen"), [("akutt", "acute"), ("akutt!", "acute"), ("ansatt", "staff")])
async def test_the_two_doors_are_open_in_every_state_and_move_nothing(
    desk: Desk, state: str, typed: str, screen: str
) -> None:
    await STATES[state](desk)
    before = await desk.state(KARI)
    assert kinds(await desk.say(KARI, typed)) == [screen]
    after = await desk.state(KARI)
    assert (after.active, after.data, after.concerns) == (before.active, before.data, before.concerns)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("said", ["far slår barnet", "hun sier at hun vil ta livet sitt"])
async def test_danger_stops_everything_in_every_state_and_nothing_is_sent(desk: Desk, state: str, said: str) -> None:
    await STATES[state](desk)
    before, rows = await desk.state(KARI), len(desk.store.data.rows)
    cases = dict(desk.store.data.cases)
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["acute"]
    assert "112" in desk.words(shown)
    after = await desk.state(KARI)
    assert (after.active, after.data, after.concerns) == (before.active, before.data, before.concerns)
    assert (len(desk.store.data.rows), dict(desk.store.data.cases)) == (rows, cases)


@pytest.mark.parametrize("field", WORDS)
async def test_danger_in_any_field_of_the_form_stops_the_case(desk: Desk, field: str) -> None:
    await desk.to_form()
    assert kinds(await desk.press(KARI, "case_review", values=WORDS | {field: "Far slår barnet."})) == ["acute"]
    assert not desk.store.data.cases


async def test_after_not_acute_the_same_kind_of_danger_is_let_through_and_another_is_not(desk: Desk) -> None:
    await desk.to_form()
    hits = WORDS | {"seen": "Far slår barnet."}
    shown = await desk.press(KARI, "case_review", values=hits)
    assert kinds(await desk.push(KARI, shown, desk.text("acute.not_acute"))) == ["case_confirm", "line"]
    assert kinds(await desk.press(KARI, "case_review", values=hits)) == ["case_confirm"]
    worse = hits | {"child": "Sier at det vil ta livet sitt."}
    assert kinds(await desk.press(KARI, "case_review", values=worse)) in (["acute"], ["case_confirm"])
    assert kinds(await desk.say(KARI, "barnet vil ta livet sitt")) == ["acute"]


async def test_a_form_that_is_not_acute_goes_on_from_where_it_was_with_what_was_written(desk: Desk) -> None:
    await desk.to_form()
    hits = WORDS | {"seen": "Far slår barnet."}
    shown = await desk.press(KARI, "case_review", values=hits)
    assert desk.text("acute.heard_in_form") in desk.words(shown)
    assert (await desk.state(KARI)).case_draft is None, "carried on the card, never kept"
    after = await desk.push(KARI, shown, desk.text("acute.not_acute"))
    assert kinds(after) == ["case_confirm", "line"]
    assert desk.text("acute.went_on_form") in desk.words(after)
    assert "Far slår barnet." in desk.words(after)
    assert "Far slår" not in repr(desk.store.data.states), "nothing anybody wrote is printed with the state"


async def _asked(desk: Desk) -> str:
    case = await desk.taken()
    await desk.press(OLE, "case_ask_send", case.id, {"question": "Hva sier barnet?"}, CHANNEL)
    await desk.say(KARI, "meny")
    return case.id


@pytest.mark.parametrize(
    ("verb", "values"),
    [
        ("my_reply_send", {"text": "Barnet sier at far slår."}),
        ("my_add_send", {"text": "Barnet sier at far slår."}),
    ],
)
async def test_what_is_not_acute_is_shown_again_before_it_is_sent_to_the_team(
    desk: Desk, verb: str, values: dict[str, str]
) -> None:
    case_id = await _asked(desk)
    before = await desk.case(case_id)
    shown = await desk.press(KARI, verb, case_id, values)
    assert kinds(shown) == ["acute"]
    again = await desk.push(KARI, shown, desk.text("acute.not_acute"))
    assert values["text"] in desk.words(again), "kept"
    assert desk.text("acute.went_on_form") in desk.words(again)
    assert await desk.case(case_id) == before, "nothing is sent by the button that says that it is not acute"
    sent = await desk.push(KARI, again, desk.text("case.send_text"), values)
    assert kinds(sent) != ["acute"]
    assert (await desk.case(case_id)).messages[-1].text == values["text"]


async def test_another_danger_in_the_text_shown_again_stops_it_too(desk: Desk) -> None:
    case_id = await _asked(desk)
    shown = await desk.press(KARI, "my_reply_send", case_id, {"text": "Barnet sier at far slår."})
    again = await desk.push(KARI, shown, desk.text("acute.not_acute"))
    worse = {"text": "Barnet sier at det vil ta livet sitt i kveld."}
    assert kinds(await desk.push(KARI, again, desk.text("case.send_text"), worse)) == ["acute"]
    assert (await desk.case(case_id)).open_question is not None


@pytest.mark.parametrize("place", [CHANNEL, GROUP], ids=["channel", "group"])
async def test_nobody_gets_past_the_roster_by_going_on_after_the_acute_card(desk: Desk, place: Place) -> None:
    case = await desk.sent()
    tampered = {"back_verb": "case_claim", "back_id": case.id, "back_version": "1"}
    for person in (STRANGER, OLE):
        await desk.press(person, "acute_go_on", "vold", tampered, place)
    assert (await desk.case(case.id)).claimed_by is None


async def test_a_question_with_danger_in_it_is_answered_after_the_card(desk: Desk) -> None:
    shown = await desk.say(KARI, "en elev sier at faren slår henne hjemme, hva gjør jeg?")
    assert kinds(shown) == ["acute"]
    assert desk.text("acute.heard_question") in desk.words(shown)
    after = await desk.push(KARI, shown, desk.text("acute.answer"))
    assert kinds(after)[0] in ("answer", "did_you_mean", "unknown")


async def test_who_types_no_below_a_question_is_told_where_the_answer_is(desk: Desk) -> None:
    shown = await desk.say(KARI, "kan jeg fortelle foreldrene at eleven på 16 har sagt at hun skader seg?")
    assert kinds(shown) == ["acute"]
    assert desk.text("acute.went_on_question") in desk.words(await desk.say(KARI, "nei"))
    assert kinds(await desk.push(KARI, shown, desk.text("acute.answer")))[0] in ("answer", "did_you_mean")


async def test_who_asks_nothing_is_promised_no_answer(desk: Desk) -> None:
    shown = await desk.say(KARI, "faren slår henne hjemme")
    assert desk.text("acute.heard") in desk.words(shown)
    assert desk.text("acute.went_on_free") in desk.words(await desk.say(KARI, "nei"))


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    "typed", ["hjelp", "meny", "tilbake", "avbryt", "start på nytt", "mine saker", "innstillinger", "", "…", "qzxj vkw"]
)
async def test_nobody_is_stuck_every_word_gets_an_answer_in_every_state(desk: Desk, state: str, typed: str) -> None:
    await STATES[state](desk)
    assert await desk.say(KARI, typed), "silence"
    assert await desk.say(KARI, "meny")
    assert (await desk.state(KARI)).active is None, "«meny» leads out of everything"


@pytest.mark.parametrize("state", STATES)
async def test_every_button_that_is_shown_does_something_when_pressed_and_when_typed(desk: Desk, state: str) -> None:
    await STATES[state](desk)
    for number, button in enumerate((await desk.state(KARI)).shown, 1):
        assert await desk.press(KARI, button.verb, button.id), f"silence from the button {button.title}"
        await desk.say(KARI, "meny")
        await STATES[state](desk)
        for typed in (str(number), button.title):
            assert await desk.say(KARI, typed), f"silence when {typed} is typed"
            await desk.say(KARI, "meny")
            await STATES[state](desk)


@pytest.mark.parametrize("place", [GROUP, CHANNEL, THREAD], ids=lambda place: place.conversation_id)
@pytest.mark.parametrize("said", [SECRET, f"{SECRET}, far slår barnet", "hva er taushetsplikt?", "1", "Råd: prøv noe"])
async def test_what_is_said_where_others_read_is_never_echoed(desk: Desk, place: Place, said: str) -> None:
    shown = await desk.say(OLE, said, place)
    assert shown
    assert "Emilius" not in desk.words(shown)
    assert "acute" in kinds(shown) if "slår" in said else {*kinds(shown)} == {"line"}


@pytest.mark.parametrize("verb", ["my_cases", "menu", "case_about", "article_more", "vote_up", "settings", "case_send"])
async def test_nothing_personal_is_shown_in_a_group(desk: Desk, verb: str) -> None:
    case = await desk.sent()
    shown = await desk.press(KARI, verb, case.id, WORDS, GROUP)
    assert case.code not in desk.words(shown)
    if verb != "article_more":
        assert is_line(shown[0], desk.text("start.group_hint"))


@pytest.mark.parametrize("place", [GROUP, CHANNEL, THREAD], ids=lambda place: place.conversation_id)
@pytest.mark.parametrize(("typed", "screen"), [("akutt", "acute"), ("ansatt", "staff")])
async def test_the_doors_are_open_in_groups_and_channels(desk: Desk, place: Place, typed: str, screen: str) -> None:
    shown = await desk.say(KARI, typed, place)
    assert kinds(shown) == [screen]
    report = next(one for one in shown if isinstance(one, Card)).buttons[0]
    assert kinds(await desk.press(KARI, report.verb, report.id, place=place)) == ["answer"]


@pytest.mark.parametrize("verb", ["my_cases", "my_add", "case_about", "case_review", "settings", "menu", "forget_yes"])
async def test_buttons_of_the_chat_do_nothing_in_a_channel(desk: Desk, verb: str) -> None:
    before = desk.store.data.snapshot()
    shown = await desk.press(OLE, verb, "x", place=CHANNEL)
    assert is_line(shown[0], desk.text("common.wrong_place"))
    assert desk.store.data.cases == before.cases


@pytest.mark.parametrize("verb", ["case_claim", "case_answer_send", "team_cases", "connect_send", "case_redact_send"])
async def test_buttons_of_the_channel_do_nothing_in_the_chat(desk: Desk, verb: str) -> None:
    case = await desk.sent()
    rows = len(desk.store.data.rows)
    shown = await desk.press(OLE, verb, case.id)
    assert is_line(shown[0], desk.text("common.wrong_place_team"))
    assert len(desk.store.data.rows) == rows
    assert await desk.case(case.id) == case


async def test_a_button_nobody_knows_is_explained(desk: Desk) -> None:
    shown = await desk.press(KARI, "drop_table", "1; --")
    assert is_line(shown[0], desk.text("common.unknown_button"))


async def test_a_message_far_too_long_is_not_looked_up_but_danger_in_it_is_heard(desk: Desk) -> None:
    assert is_line((await desk.say(KARI, "a" * 25_000))[0], desk.text("common.too_long"))
    assert kinds(await desk.say(KARI, "Far slår barnet. " + "Det var en gang. " * 2000)) == ["acute"]


@pytest.mark.parametrize("what", [Removed(), PlaceChanged("channelRenamed")])
async def test_events_without_an_answer_are_taken_in_silence(desk: Desk, what: object) -> None:
    assert await desk.take(KARI, what, CHANNEL) == []


@pytest.mark.parametrize(
    ("kind", "screen"), [(PlaceKind.PERSONAL, "welcome"), (PlaceKind.CHANNEL, "channel_welcome")], ids=str
)
async def test_being_installed_is_answered_with_a_welcome(desk: Desk, kind: PlaceKind, screen: str) -> None:
    shown = await desk.take(KARI, Installed(), Place(kind, "a:new"))
    assert kinds(shown) == [screen]


@pytest.mark.parametrize(("score", "is_faint"), [(0.1, True), (0.3, False)])
async def test_a_faint_sign_in_a_form_is_said_beside_the_answer_and_a_clear_one_stops_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, score: float, is_faint: bool
) -> None:
    await desk.to_form()
    sign = AcuteFinding("vold", "", (), score)
    monkeypatch.setattr(AcuteDetector, "detect", lambda _self, said: sign if said == "Et lite tegn" else None)
    shown = await desk.press(KARI, "case_review", values=WORDS | {"seen": "Et lite tegn"})
    assert kinds(shown) == (["case_confirm", "line"] if is_faint else ["acute"])
    assert is_line(shown[-1], desk.text("acute.faint")) == is_faint
    assert kinds(await desk.say(KARI, "Et lite tegn")) == ["acute"]


@pytest.mark.parametrize("place", [GROUP, CHANNEL, THREAD], ids=lambda place: place.conversation_id)
async def test_the_menu_begins_nothing_outside_the_chat_of_one_person(desk: Desk, place: Place) -> None:
    assert set(kinds(await desk.press(OLE, "menu_submit", place=place))) <= {"line", "told"}


@pytest.mark.parametrize("said", ["e bekymra for en unge", "er urolig for en gutt", "æ e bekymra før en onge"])
async def test_a_worry_written_in_a_hurry_begins_the_guide(desk: Desk, said: str) -> None:
    await desk.press(KARI, "profile_save", values={"kommune": "stjordal", "rolle": "skole"})
    assert "guide_step" in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize("typed", ["hjelp", "meny", "tilbake", "avbryt", "start på nytt", "innstillinger"])
async def test_in_a_channel_too_nobody_is_stuck(desk: Desk, typed: str) -> None:
    assert kinds(await desk.say(OLE, typed, CHANNEL)) == ["channel_help"]


@pytest.mark.parametrize("typed", ["tilbake", "avbryt"])
@pytest.mark.parametrize(
    "form", ["case_ask", "case_answer", "case_close", "case_pass_on", "case_redact", "case_recuse"]
)
async def test_back_leads_from_a_form_in_the_channel_to_its_case_but_only_for_a_member(
    desk: Desk, form: str, typed: str
) -> None:
    case = await desk.taken()
    await desk.press(OLE, form, case.id, place=CHANNEL)
    assert kinds(await desk.say(OLE, typed, CHANNEL)) == ["team_case_tatt"]
    await desk.press(OLE, form, case.id, place=CHANNEL)
    desk.messenger.roster = [one for one in desk.messenger.roster if one.id != OLE.id]
    desk.clock.advance(minutes=2)
    assert is_line((await desk.say(OLE, typed, CHANNEL))[0], desk.text("error.not_a_member"))


async def test_a_group_is_welcomed_with_where_to_go_not_as_a_channel_of_cases(desk: Desk) -> None:
    (shown,) = await desk.take(OLE, Installed(), GROUP)
    assert is_line(shown, desk.text("start.group_welcome"))
    assert kinds(await desk.take(OLE, Installed(), CHANNEL)) == ["channel_welcome"]


async def test_an_answer_that_is_shared_asks_nobody_for_their_settings(desk: Desk) -> None:
    found = await desk.take(STRANGER, Searched("kan jeg snakke med en kollega om en elev?"))
    assert kinds(found)[0] == "answer"
    assert desk.text("answers.general") not in desk.words(found)


def test_only_what_is_named_here_is_heard_before_danger() -> None:
    router = Router()
    ears = router._ears(PlaceKind.PERSONAL)
    before = ears[: ears.index(router._hear_danger)]
    assert before == (router._hear_button, router._hear_editor, router._hear_title, own_worry, router._hear_door)
    assert router._ears(PlaceKind.GROUP)[:2] == (router._hear_door, router._hear_danger)
    assert unwrap(router._ears(PlaceKind.CHANNEL)[0]) == router._hear_in_channel, "the two doors and danger are next"
