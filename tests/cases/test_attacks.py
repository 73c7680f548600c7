"""What an outsider, or a member with a client of their own, could try: names that come alive, guessing, old rights."""

from __future__ import annotations

import csv
import io
import json
import math
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from bot.domain.case import Member
from bot.domain.turn import Person
from bot.turns.log import only_allowed
from bot.usecases import submit_case
from bot.usecases.submit_case import new_code
from dialogs.cases.cases_out import csv_file, csv_text
from tests.cases.delivering import Delivering, Recording
from tests.fakes.store import FakeStore
from tests.fakes.stores import MovableClock
from tests.turns.desk import CHANNEL, KARI, OLE, SIRI, STRANGER, Desk, is_line

ALIVE = "<at>Alle</at> [her](https://evil.example) **x** <b>y</b> \u202etxet\u200b\r\n{{DATE(1)}} www.evil.example"
NAMED = Person(OLE.id, ALIVE)


@pytest.fixture
async def office() -> tuple[Desk, Delivering]:
    clock = MovableClock()
    desk = await Desk(FakeStore(clock.now), clock, Recording()).open()
    desk.messenger.roster = [Member(OLE.id, ALIVE), Member(SIRI.id, ALIVE)]
    return desk, Delivering(desk)


def texts_that_may_come_alive(element: Any) -> list[str]:
    """Return what a client reads as Markdown: text blocks, facts and the text of a message."""
    if isinstance(element, list):
        return [found for one in element for found in texts_that_may_come_alive(one)]
    if not isinstance(element, dict):
        return []
    own = [element["text"]] if element.get("type") == "TextBlock" else []
    own += [fact["value"] for fact in element.get("facts", ())]
    return own + [found for one in element.values() for found in texts_that_may_come_alive(one)]


async def test_a_display_name_comes_alive_nowhere(office: tuple[Desk, Delivering]) -> None:
    desk, delivering = office
    case = await desk.sent()
    await delivering.deliver()
    shown = await desk.press(NAMED, "case_claim", case.id, place=CHANNEL)
    await delivering.deliver()
    shown += await desk.press(Person(SIRI.id, ALIVE), "case_claim", case.id, place=CHANNEL)
    shown += await desk.press(NAMED, "case_pass_on", case.id, place=CHANNEL)
    await desk.press(NAMED, "case_pass_on_send", case.id, {"to": SIRI.id}, CHANNEL)
    await delivering.deliver()
    over = await desk.press(NAMED, "case_take_over", case.id, place=CHANNEL)
    shown += [*over, *await desk.push(NAMED, over, desk.text("team.take_over_send"), place=CHANNEL)]
    await delivering.deliver()
    await desk.press(Person(KARI.id, ALIVE), "my_show_yes", case.id)
    await delivering.deliver()
    sent = [json.loads(one) for one in (*delivering.as_sent(shown), *delivering.received(by_team=True))]
    assert any("evil.example" in json.dumps(one) for one in sent), "the name is shown, so this shows something"
    for activity in sent:
        assert not activity.get("entities"), "nobody is mentioned"
        for text in texts_that_may_come_alive(activity):
            assert "evil.example" not in text
        if activity.get("text") and "evil.example" in activity["text"]:
            assert activity["textFormat"] == "plain"
            assert not set(activity["text"]) & set("\u202e\u200b\r")


async def test_a_list_taken_out_holds_nothing_a_spreadsheet_runs(office: tuple[Desk, Delivering]) -> None:
    desk, _ = office
    case = await desk.sent()
    formula = '=HYPERLINK("https://evil.example")'
    assert case.text is not None
    risky = replace(
        case,
        text=replace(case.text, seen=formula, reason=formula),
        claimed_by=Member("m", formula),
        requester_shown_as=formula,
    )
    around = desk.library.around_delivery()
    for made in (csv_text([risky], around), csv_file([risky], around).decode("utf-8-sig")):
        assert "HYPERLINK" not in made
        cells = [cell.strip().strip('"') for line in made.splitlines() for cell in line.split(";")]
        assert [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t")] == []


async def test_a_team_an_editor_has_named_as_a_formula_is_only_a_name_in_a_spreadsheet(
    office: tuple[Desk, Delivering],
) -> None:
    desk, _ = office
    case, around, formula = await desk.sent(), desk.library.around_delivery(), '=cmd|"/c calc"!A1'
    profile = around.knowledge.profiles[case.municipality]
    teams = tuple(one.model_copy(update={"name": formula}) for one in profile.teams)
    profiles = {case.municipality: profile.model_copy(update={"teams": teams})}
    around = replace(around, knowledge=replace(around.knowledge, profiles=profiles))
    _, row = csv.reader(io.StringIO(csv_file([case], around).decode()), delimiter=";")
    assert row[1] == f"'{formula}"


def test_a_code_tells_nothing_and_cannot_be_counted_up() -> None:
    codes = [new_code() for _ in range(20_000)]
    assert len(set(codes)) > 19_900
    for place in (0, 1, 2, 4, 5, 6):
        seen = Counter(code[place] for code in codes)
        even = len(codes) / len(seen)
        assert max(abs(count - even) for count in seen.values()) < 6 * math.sqrt(even), f"place {place} is uneven"


async def test_a_guessed_code_is_met_alike_whether_a_case_has_it_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(submit_case, "new_code", lambda: "K7M-42P")
    clock = MovableClock()
    with_case = await Desk(FakeStore(clock.now), clock).open()
    without = await Desk(FakeStore(clock.now), clock).open()
    assert (await with_case.sent()).code == "K7M-42P"
    for typed in ("sak K7M-42P", "K7M-42P", "mine saker K7M-42P", "trekk K7M-42P", "saker"):
        assert with_case.words(await with_case.say(STRANGER, typed)) == without.words(
            await without.say(STRANGER, typed)
        )


async def test_a_member_who_is_taken_out_of_the_channel_can_act_for_a_minute_at_most(
    office: tuple[Desk, Delivering],
) -> None:
    desk, _ = office
    case = await desk.sent()
    await desk.press(OLE, "case_seen", case.id, place=CHANNEL)
    desk.messenger.roster = [Member(SIRI.id, SIRI.name)]
    desk.clock.advance(seconds=61)
    shown = await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    assert is_line(shown[0], desk.text("error.not_a_member"))
    assert (await desk.case(case.id)).claimed_by is None


@pytest.mark.parametrize("sign", ["\r\n", "\n", "\x1b[2J", "\r"])
def test_nothing_that_is_logged_begins_a_line_of_its_own_or_moves_the_screen(sign: str) -> None:
    event = {"event": "x", "code": f"403{sign}level=error ok", "text": "Kari Prøve", "person": "Kari", "status": 403}
    kept = only_allowed(event)
    assert set(kept) == {"event", "code", "status"}
    assert not set(str(kept["code"])) & set("\r\n\x1b")
