"""What a case form can be filled with from the concern that led to it: the fixed choices already made, nothing else."""

from __future__ import annotations

from bot.content.profile import THEMES
from bot.domain.case import AGE_BANDS
from bot.domain.choices import as_value
from bot.domain.conversation import ConversationState
from bot.domain.turn import Pressed, Said, Turn
from dialogs.dialog import Around
from dialogs.guide.rules import RuleFacts
from dialogs.guide.sitting import sit_down

WAYS = {
    "anonymt": "anonymt",
    "ikke_spurt": "anonymt",
    "sier_nei": "anonymt",
    "ja": "med_samtykke",
    "ja_deltar": "med_samtykke",
}
"""Answer about consent → way of the case form."""


FROM_OUTCOME = ("menu_submit", "case_draft_new")
"""Buttons that begin a case, with the concern whose outcome they stand on; below another card they name none."""


def outcome_of(turn: Turn, state: ConversationState) -> str:
    """Return the concern from whose outcome a case is begun; nothing when it is begun anywhere else: whatever concern
    was open last may be about another child."""
    what = turn.what
    if isinstance(what, Pressed):
        return what.id if what.verb in FROM_OUTCOME else ""
    shown = (one.id for one in state.shown if one.verb in FROM_OUTCOME)
    return next((id for id in shown if id), "") if isinstance(what, Said) else ""


def case_values(concern_id: str, state: ConversationState, around: Around) -> dict[str, str]:
    """Return age, arena, themes and way from the concern, when it has come to a case request."""
    concern = state.concern(concern_id) if concern_id else None
    sitting = sit_down(concern, state, around) if concern and not concern.practice else None
    if sitting is None or sitting.outcome is None or not sitting.outcome.case_request:
        return {}
    facts = RuleFacts(sitting.walk.answers)
    age, arena = facts.one("om_barnet", "alder"), facts.one("om_barnet", "arena")
    themes = [theme for theme in facts.ticked("hva_har_du_sett", "tema") if theme in THEMES]
    found = {
        "age": age if age in AGE_BANDS else "",
        "arena": arena,
        "themes": as_value(themes),
        "way": WAYS.get(facts.said("samtykke"), ""),
    }
    return {name: value for name, value in found.items() if value}
