"""What a case form can be filled with from the concern that led to it: the fixed choices already made, nothing else."""

from __future__ import annotations

from bot.content.profile import THEMES
from bot.domain.case import AGE_BANDS
from bot.domain.conversation import ConversationState
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


def case_values(state: ConversationState, around: Around) -> dict[str, str]:
    """Return age, arena, themes and way from the open concern, when it has come to a case request."""
    concern = state.concern()
    sitting = sit_down(concern, state, around) if concern and not concern.practice else None
    if sitting is None or sitting.outcome is None or not sitting.outcome.case_request:
        return {}
    facts = RuleFacts(sitting.walk.answers)
    age, arena = facts.one("om_barnet", "alder"), facts.one("om_barnet", "arena")
    themes = [theme for theme in facts.ticked("hva_har_du_sett", "tema") if theme in THEMES]
    found = {
        "age": age if age in AGE_BANDS else "",
        "arena": arena,
        "themes": ",".join(themes),
        "way": WAYS.get(facts.said("samtykke"), ""),
    }
    return {name: value for name, value in found.items() if value}
