"""One person with one concern in one version of a guide: what every screen and answer needs to know.

Holds nothing of its own: all of it is found again from the conversation state each turn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.content.guide import Guide, GuideStep, Outcome
from bot.content.profile import MunicipalityProfile
from bot.content.team import Team
from bot.domain.conversation import Concern, ConversationState, concern_id, untitled_id
from dialogs.dialog import Around
from dialogs.guide import replay
from dialogs.guide.replay import Walk, Workplace

NAME = "guide"
LEVEL_STEP = "hvor_langt"
"""The step that asks how far they have come; it can be answered before it is asked, never before safety."""
DUTY_STEP = "grunn_til_a_tro"
"""The step that asks whether there is something to report."""
TITLES = 10
"""Working titles there are words for; after that they get a number."""


@dataclass(frozen=True)
class Sitting:
    """Where the person is."""

    concern: Concern
    guide: Guide
    walk: Walk
    around: Around
    profile: MunicipalityProfile | None
    role: str | None

    @property
    def workplace(self) -> Workplace:
        """Return what rules may look at besides the answers."""
        return Workplace(self.profile, self.role)

    @property
    def step(self) -> GuideStep | None:
        """Return the step that waits for an answer; None at an outcome."""
        return self.guide.steps.get(self.walk.place)

    @property
    def step_asked(self) -> GuideStep:
        """Return the step that waits for an answer; raises LookupError at an outcome, where no question is shown."""
        return self.guide.steps[self.walk.place]

    @property
    def outcome(self) -> Outcome | None:
        """Return the outcome reached."""
        return self.guide.outcomes.get(self.walk.place)

    @property
    def team(self) -> Team | None:
        """Return the team the outcome shows."""
        if self.outcome is None:
            return None
        return replay.team_of(self.guide, self.walk.place, self.walk.answers, self.workplace)

    @property
    def title(self) -> str:
        """Return the working title, or the guide's own when it has none."""
        return self.concern.title or self.guide.title

    def steps_in_all(self) -> int:
        """Return how many steps the ordinary way has: given and left."""
        return len(self.walk.given) + replay.steps_left(self.guide, self.walk, self.workplace)

    def answered(self, step: str, answer: Any) -> Sitting:
        """Return the sitting after one answer, new or changed; what was said ahead counts once its step is reached."""
        later = tuple(one for one in self.concern.ahead if one[0] != step)
        given = replay.with_answer(self.concern.answers, step, answer)
        return self._after(replay.walk(self.guide, _with_ahead(given, later), self.workplace))

    def told_ahead(self, step: str, answer: Any) -> Sitting:
        """Return the sitting that will not ask that step: the person has answered it already. A part of a checklist is
        filled in when it is asked."""
        others = tuple(one for one in self.concern.ahead if one[0] != step)
        return replace(self, concern=replace(self.concern, ahead=(*others, (step, answer))))

    @property
    def filled_ahead(self) -> Mapping[str, Any]:
        """Return what was told ahead of the checklist that is asked now."""
        told = dict(self.concern.ahead).get(self.walk.place)
        return told if isinstance(told, Mapping) else {}

    def asked_again(self, step: str) -> Sitting:
        """Return the sitting as it was when the step was asked; later answers are kept for the way back."""
        names = [name for name, _ in self.walk.given]
        before = self.walk.given[: names.index(step)] if step in names else self.walk.given
        concern = replace(self.concern, asked_again=step)
        return replace(self, concern=concern, walk=replay.walk(self.guide, before, self.workplace))

    def _after(self, walk: Walk) -> Sitting:
        outcome = walk.place if walk.place in self.guide.outcomes else None
        ahead = tuple(one for one in self.concern.ahead if one[0] not in walk.answers)
        concern = replace(self.concern, answers=walk.given, outcome=outcome, ahead=ahead, asked_again="")
        return replace(self, concern=concern, walk=walk)

    def saved_in(self, state: ConversationState) -> ConversationState:
        """Return the state with this concern open and the guide having the floor."""
        return state.with_concern(self.concern).in_dialog(NAME)


def _with_ahead(given: replay.Answers, ahead: replay.Answers) -> replay.Answers:
    """Return the answers with those that were said ahead behind them; an answer to the question itself goes before."""
    known = {name for name, _ in given}
    return (*given, *(one for one in ahead if one[0] not in known))


def sit_down(concern: Concern, state: ConversationState, around: Around) -> Sitting | None:
    """Return the sitting of a concern in the version it is pinned to, else in the current one; None without a guide."""
    guide = around.knowledge.guide(concern.guide, concern.guide_version) or around.knowledge.guide(concern.guide)
    return sit_down_with(guide, concern, state, around) if guide is not None else None


def sit_down_with(guide: Guide, concern: Concern, state: ConversationState, around: Around) -> Sitting:
    """Return the sitting of a concern in this version of its guide; answers the version does not know are left out."""
    profile, role = around.municipality(state), state.profile.role
    walk = replay.walk(guide, concern.answers, Workplace(profile, role))
    if guide.version != concern.guide_version:
        concern = replace(concern, guide_version=guide.version, answers=walk.given)
    return Sitting(concern, guide, walk, around, profile, role)


def new_concern(guide: Guide, state: ConversationState, around: Around) -> Concern:
    """Return a new concern with a neutral working title, and neither the number nor the title of the one before, which
    may be deleted; guides without titles keep one sitting each, of which the cards are known by its moment too."""
    day = around.today
    if not guide.has_titles:
        return Concern(untitled_id(guide.id, around.now), "", guide.id, guide.version, started_on=day)
    taken, number = {concern.title for concern in state.concerns}, state.next_concern
    turns = ((number - 1 + further) % TITLES + lap * TITLES + 1 for lap in range(100) for further in range(TITLES))
    title = next(one for one in (_title(turn, around) for turn in turns) if one not in taken)
    return Concern(concern_id(number, around.now), title, guide.id, guide.version, started_on=day)


def _title(number: int, around: Around) -> str:
    title = around.text(f"guide.title_{(number - 1) % TITLES + 1}")
    lap = (number - 1) // TITLES
    return around.text("guide.title_more", title=title, number=lap + 1) if lap else title


def named_concerns(state: ConversationState) -> Sequence[Concern]:
    """Return the concerns that have a working title, newest last."""
    return [concern for concern in state.concerns if concern.title]
