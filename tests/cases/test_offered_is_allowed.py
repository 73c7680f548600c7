"""What the cards offer is what the table of actions allows, whatever has happened to the case: a button that is refused
every time, with «saken er endret», is a circle."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

from bot.domain import case_actions as do
from bot.domain.case import Case, CaseText, Status
from bot.domain.case_actions import Action, CaseRole, is_allowed, may_change_text, needs_new_text
from bot.domain.errors import CaseError
from dialogs.cases.meeting import OFF_MEETING
from dialogs.cases.requester_card import requester_buttons
from dialogs.cases.team_card import team_buttons
from tests.cases.delivering import Delivering
from tests.domain.cases import AT, OLE, SIRI, a_case, an_answer
from tests.fakes.knowledge import shelf
from tests.turns.desk import CHANNEL, KARI, Desk, kinds
from tests.turns.desk import OLE as OLE_HIMSELF

TODAY = date(2026, 12, 7)
REQUESTERS = {
    "my_reply": Action.REPLY,
    "my_renew": Action.RENEW,
    "my_change": Action.RENEW,
    "my_add": Action.ADD,
    "my_show": Action.SHOW,
    "my_withdraw": Action.WITHDRAW,
    "my_reopen": Action.REOPEN,
}
TEAMS = {
    "case_claim": Action.CLAIM,
    "case_seen": Action.SEE,
    "case_meeting": Action.MEETING,
    OFF_MEETING: Action.MEETING,
    "case_recuse": Action.RECUSE,
    "case_redact": Action.REDACT,
    "case_answer": Action.ANSWER,
    "case_ask": Action.ASK,
    "case_pass_on": Action.HAND_OVER,
    "case_take_over": Action.TAKE_OVER,
    "case_close": Action.CLOSE,
    "case_reopen": Action.REOPEN,
}
NEW = CaseText("Nye ord.", "Sier lite.", "Fast voksen.", "Hva prøver vi?")


def _next(luck: random.Random, case: Case, number: int) -> Case:
    """Return the case after something that may happen to it; the same case where that is refused."""
    by, other = luck.sample((OLE, SIRI), 2)
    at = AT + timedelta(hours=number)
    steps: list[Callable[[], Case]] = [
        lambda: do.seen(case, by, at),
        lambda: do.claimed(case, by, at),
        lambda: do.claimed(case, by, at),
        lambda: do.given_back(case, by),
        lambda: do.released(case),
        lambda: do.handed_over(case, by, other, at),
        lambda: do.taken_over(case, by, case.version, at),
        lambda: do.recused(case, by),
        lambda: do.asked(case, by, f"Spørsmål {number}?", at),
        lambda: do.answered(case, an_answer(by, at=at)),
        lambda: do.put_on_meeting(case, by, None),
        lambda: do.taken_off_meeting(case, by, at),
        lambda: do.redacted(case, by, at, at),
        lambda: do.renewed(case, NEW),
        lambda: do.closed(case, by, luck.choice(("given", "meeting")), at),
        lambda: do.reopened(case, CaseRole.REQUESTER, at, at),
        lambda: do.reopened(case, do.role_of(case, by), at, at, by),
        lambda: do.replied(case, case.unanswered_question_key, f"Svar {number}.", at),
        lambda: do.added(case, f"Mer {number}.", at),
        lambda: do.shown_as(case, "Kari Prøve"),
        lambda: do.withdrawn(case, at) if luck.random() < 0.1 else case,
        lambda: do.text_deleted(case, at) if case.closed_at and luck.random() < 0.3 else case,
    ]
    try:
        return luck.choice(steps)()
    except CaseError:
        return case


def _mismatches(case: Case) -> set[str]:
    text = shelf().knowledge.texts
    shown = [one.verb for one in requester_buttons(case, text)]
    offered = {verb for verb in shown if not is_allowed(case, REQUESTERS[verb], CaseRole.REQUESTER)}
    roles = (CaseRole.CLAIMER, CaseRole.MEMBER)
    for verb in (one.verb for one in team_buttons(case, text, TODAY) if one.verb in TEAMS):
        if not any(is_allowed(case, TEAMS[verb], role) for role in roles):
            offered.add(verb)
    for who in (OLE, SIRI):
        alone = [one.verb for one in team_buttons(case, text, TODAY, who.id) if one.verb in TEAMS]
        offered |= {f"{verb} alone" for verb in alone if not is_allowed(case, TEAMS[verb], do.role_of(case, who))}
    wanted = {
        "my_reply": case.open_question is not None,
        "my_renew": needs_new_text(case),
        "my_change": may_change_text(case),
        "my_add": case.status not in (Status.CLOSED, Status.WITHDRAWN),
    }
    left_out = {f"no {verb}" for verb, is_wanted in wanted.items() if is_wanted and verb not in shown}
    return offered | left_out


def test_cards_offer_what_may_be_done_whatever_has_happened() -> None:
    found: dict[str, int] = {}
    for seed in range(400):
        luck, case = random.Random(seed), a_case()
        for number in range(25):
            case = _next(luck, case, number)
            found |= {f"{one} in {case.status}": seed for one in _mismatches(case) if one not in found}
    assert found == {}


async def test_a_question_is_answered_also_after_the_case_is_given_back(desk: Desk) -> None:
    case, delivering = await desk.sent(), Delivering(desk)
    await delivering.deliver()
    await desk.press(OLE_HIMSELF, "case_claim", case.id, place=CHANNEL)
    await desk.press(OLE_HIMSELF, "case_ask_send", case.id, {"question": "Hva er prøvd med oppmøte?"}, CHANNEL)
    await desk.press(OLE_HIMSELF, "case_pass_on_send", case.id, {"to": "alle"}, CHANNEL)
    assert (await desk.case(case.id)).claimed_by is None
    shown = await desk.press(KARI, "my_reply_send", case.id, {"reply": "Fast oppmøte hver morgen."})
    assert kinds(shown)[0] != "my_case", "the case as it was, with the same question"
    assert [one.kind for one in (await desk.case(case.id)).messages] == ["question", "reply"]
    await delivering.deliver()
    assert "Fast oppmøte hver morgen." in delivering.visible_to_team()
