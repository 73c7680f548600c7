"""Each place where somebody's words go to another person or into the store is guarded by the anonymiser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

import pytest

from bot.anonymise import Anonymiser, Finding
from bot.domain.case import Case
from bot.domain.reply import Card, ChoiceInput
from dialogs.as_text import inputs_of
from tests.turns.desk import CHANNEL, KARI, OLE, WORDS, Desk, carried, kinds

NAMED = "Torgeir Kvernmo kommer sent, ring 412 34 567."
PLACED = "Familien er fra Eritrea."
ANSWER = {
    "advice": "Begynn med et møte.",
    "why": "Fraværet øker.",
    "role": "kontaktlæreren",
    "what": "inviterer til møte",
    "by": "2027-01-14",
    "come_back": "Om fire uker.",
    "own_role": "helsesykepleier",
}


def everything_kept(desk: Desk) -> str:
    """Return all the store holds, also the fields that hide their words from logs."""
    return _open(vars(desk.store.data))


def _open(kept: object) -> str:
    if is_dataclass(kept) and not isinstance(kept, type):
        return _open({one.name: getattr(kept, one.name) for one in fields(kept)})
    if isinstance(kept, Mapping):
        return " ".join(f"{_open(key)}={_open(value)}" for key, value in kept.items())
    if isinstance(kept, (list, tuple, set, frozenset)):
        return " ".join(_open(one) for one in kept)
    return str(kept)


def secrets_in(text: str) -> list[str]:
    return [one for one in ("Torgeir", "Kvernmo", "412 34 567") if one in text]


async def asked(desk: Desk) -> Case:
    case = await desk.taken()
    await desk.press(OLE, "case_ask_send", case.id, {"question": "Hva sier barnet?"}, place=CHANNEL)
    return case


@pytest.mark.parametrize("field", [*WORDS, "reason"])
@pytest.mark.parametrize("verb", ["case_review", "case_use", "case_send"])
async def test_no_field_of_a_case_lets_a_name_or_a_number_through(desk: Desk, field: str, verb: str) -> None:
    await desk.to_form()
    await desk.press(KARI, verb, values=WORDS | {field: NAMED})
    assert secrets_in(everything_kept(desk)) == []


@pytest.mark.parametrize("field", [*WORDS, "reason"])
async def test_a_number_cannot_be_kept_whatever_the_card_says(desk: Desk, field: str) -> None:
    await desk.to_form()
    shown = await desk.press(KARI, "case_send", values=WORDS | {field: NAMED, "keep": _all_words_kept(NAMED)})
    assert kinds(shown) == ["case_review"]
    assert await desk.cases_of(KARI) == []


@pytest.mark.parametrize(
    "line", ["Mor jobber på sykehuset", "Far jobber i forsvaret", "mor jobber på kiwi", "bor i Lia"]
)
async def test_a_field_that_ends_without_a_stop_is_checked_by_itself(desk: Desk, line: str) -> None:
    seen, said = list(WORDS)[:2]
    await desk.to_form()
    shown = await desk.press(KARI, "case_review", values=WORDS | {seen: f"Ofte borte. {line}", said: "Far er sint"})
    assert desk.text("case.check_failed") not in desk.words(shown)


def _all_words_kept(said: str) -> str:
    """Return what a forged card could claim: that each part of the text is somebody else's and may stay."""
    import hashlib

    parts = [said[a:b] for a in range(len(said)) for b in range(a + 1, min(len(said), a + 16) + 1)]
    return ",".join("k" + hashlib.sha256(part.casefold().encode()).hexdigest()[:10] for part in parts)


@pytest.mark.parametrize("verb", ["my_add_send", "my_reply_send"])
async def test_what_the_sender_adds_is_checked_before_the_team_sees_it(desk: Desk, verb: str) -> None:
    case = await asked(desk)
    shown = await desk.press(KARI, verb, case.id, {"text": NAMED})
    assert "Torgeir" in desk.words(shown)
    assert secrets_in(everything_kept(desk)) == []
    await desk.press(KARI, verb, case.id, {"text": "Barnet kommer sent."})
    assert "Barnet kommer sent." in everything_kept(desk)


async def test_a_new_text_of_a_case_is_checked(desk: Desk) -> None:
    case = await desk.sent()
    await desk.press(KARI, "my_renew_send", case.id, WORDS | {"seen": NAMED})
    assert secrets_in(everything_kept(desk)) == []


async def test_the_teams_question_is_checked_before_it_is_relayed(desk: Desk) -> None:
    case = await desk.taken()
    shown = await desk.press(OLE, "case_ask_send", case.id, {"question": NAMED}, place=CHANNEL)
    assert kinds(shown) == ["team_ask"]
    assert secrets_in(everything_kept(desk)) == []


@pytest.mark.parametrize("field", ["advice", "why", "role", "what", "come_back", "own_role"])
async def test_no_field_of_the_teams_answer_lets_a_name_through(desk: Desk, field: str) -> None:
    case = await desk.taken()
    shown = await desk.press(OLE, "case_answer_send", case.id, ANSWER | {field: NAMED}, place=CHANNEL)
    assert kinds(shown) == ["team_answer"]
    assert secrets_in(everything_kept(desk)) == []


@pytest.mark.parametrize("verb", ["pass_on", "pass_send"])
async def test_a_question_to_the_editors_is_checked(desk: Desk, verb: str) -> None:
    shown = await desk.press(KARI, verb, values={"asked": NAMED})
    assert kinds(shown) == ["pass_on"]
    assert secrets_in(everything_kept(desk) + desk.words(shown)) == []


async def test_a_place_in_a_question_to_the_editors_is_shown_once_and_may_then_be_sent(desk: Desk) -> None:
    shown = await desk.press(KARI, "pass_send", values={"asked": PLACED})
    assert "Eritrea" not in everything_kept(desk)
    await desk.push(KARI, shown, desk.text("answers.pass_send"), {"asked": PLACED})
    assert PLACED in everything_kept(desk)


async def test_a_trait_warns_and_is_sent_only_after_it_was_seen(desk: Desk) -> None:
    case = await desk.taken()
    shown = await desk.press(OLE, "case_ask_send", case.id, {"question": PLACED}, place=CHANNEL)
    assert "Eritrea" not in everything_kept(desk)
    await desk.press(OLE, "case_ask_send", case.id, {"question": PLACED, "keep": ""}, place=CHANNEL)
    assert "Eritrea" not in everything_kept(desk)
    values = {"question": PLACED, "keep": "", **carried(shown, "case_ask_send")}
    await desk.press(OLE, "case_ask_send", case.id, values, place=CHANNEL)
    assert PLACED in everything_kept(desk)


@pytest.mark.parametrize("verb", ["case_review", "case_use", "case_send"])
async def test_nothing_is_sent_when_the_check_fails(desk: Desk, verb: str, monkeypatch: pytest.MonkeyPatch) -> None:
    await desk.to_form()
    _breaks(monkeypatch)
    shown = await desk.press(KARI, verb, values=WORDS)
    assert desk.text("case.check_failed") in desk.words(shown)
    assert await desk.cases_of(KARI) == []
    assert WORDS["seen"] not in everything_kept(desk)
    assert kinds(shown) == ["case_form"]
    assert WORDS["seen"] in desk.words(shown), "what was written lies nowhere else"


@pytest.mark.parametrize("verb", ["my_reply_send", "my_add_send", "my_renew_send"])
async def test_the_requester_sends_nothing_and_keeps_the_text_when_the_check_fails(
    desk: Desk, verb: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await desk.taken()
    _breaks(monkeypatch)
    written = WORDS | {"text": "Han er blidere nå.", "seen": "Han er blidere nå."}
    shown = await desk.press(KARI, verb, case.id, written)
    assert desk.text("case.check_failed") in desk.words(shown)
    assert "Han er blidere nå." in desk.words(shown)
    assert "Han er blidere nå." not in everything_kept(desk)


@pytest.mark.parametrize(
    ("verb", "values"),
    [("case_ask_send", {"question": "Hva sier barnet?"}), ("case_answer_send", ANSWER)],
)
async def test_the_team_sends_nothing_when_the_check_fails(
    desk: Desk, verb: str, values: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await desk.taken()
    _breaks(monkeypatch)
    shown = desk.words(await desk.press(OLE, verb, case.id, values, place=CHANNEL))
    assert desk.text("case.check_failed") in shown
    assert next(iter(values.values())) in shown
    after = await desk.case(case.id)
    assert (after.answer, after.messages) == (None, ())


def _breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the engine fail the way it does when a detector raises."""

    def failed(engine: Anonymiser, text: str, municipality: str | None = None) -> list[Finding]:
        return [Finding(0, len(text), "feil", "direct", "", 1.0, "", may_keep=False)]

    monkeypatch.setattr(Anonymiser, "find", failed)


async def test_what_the_same_team_knows_from_a_linked_case_counts_in_the_risk(desk: Desk) -> None:
    first = await _sent_with_origin(desk)
    await desk.say(KARI, "drøft en sak")
    about = {"age": "10-12", "arena": "skole", "themes": "fravaer", "way": "anonymt"}
    await desk.press(KARI, "case_about", values=about)
    await desk.press(KARI, "case_team", "komp_0_18")
    gate = {"first": "hv_niva_0,hv_niva_1", "earlier": first.code}
    await desk.press(KARI, "case_gate", "all_no", gate)
    state = await desk.state(KARI)
    assert state.data["told"] == ["opprinnelse"]
    assert "Eritrea" not in repr(state)
    shown = await desk.press(KARI, "case_review", values=WORDS | {"child": "Er ti år gammel."})
    assert desk.text("case.review_linked", code=first.code) in desk.words(shown)
    assert "for få" in desk.words(shown)


async def _sent_with_origin(desk: Desk) -> Case:
    """Send a case where the sender kept a trait on purpose."""
    await desk.to_form()
    values = WORDS | {"child": PLACED}
    shown = await desk.press(KARI, "case_review", values=values)
    cards = [one for one in shown if isinstance(one, Card)]
    boxes = [field for one in cards for field in inputs_of(one.blocks) if isinstance(field, ChoiceInput)]
    keep = ",".join(choice.value for field in boxes if field.id == "keep" for choice in field.choices)
    shown = await desk.press(KARI, "case_use", values=values | {"keep": keep})
    await desk.push(KARI, shown, desk.text("case.send"))
    return (await desk.cases_of(KARI))[0]
