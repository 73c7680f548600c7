"""Where one person is with the bot: who they are at work, which dialog has the floor, their concerns.

Holds fixed choices only, never free text about a child.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any, Literal, get_args

from bot.domain.case_under_way import CASE, CaseUnderWay, case_in
from bot.domain.norway import day_of
from bot.domain.published import Draft

Role = Literal[
    "skole",
    "barnehage",
    "privat_barnehage",
    "helse",
    "ppt",
    "nav",
    "barnevern",
    "sfo_fritid",
    "flyktning",
    "velferd",
    "leder",
    "annet",
]
ROLES: tuple[str, ...] = get_args(Role)


@dataclass(frozen=True)
class Profile:
    """What the bot knows about the member of staff: workplace municipality, role, and how they want it written."""

    municipality: str | None = None
    role: str | None = None
    standard: Literal["nb", "nn"] = "nb"


@dataclass(frozen=True)
class Concern:
    """One worry taken through a guide, under a neutral working title such as «Sak Blå».

    `answers` are (step id, answer) in the order they were given; the place in the guide is found by replaying them.
    """

    id: str
    title: str
    guide: str
    guide_version: str
    answers: tuple[tuple[str, Any], ...] = ()
    started_on: date | None = None
    outcome: str | None = None
    is_counted: bool = False
    """Whether the figures count that it came to an outcome: an answer changed back and forth counts once."""
    ahead: tuple[tuple[str, Any], ...] = ()
    """Answers given before they were asked («vi er på nivå 2 allerede»); they count once the step is reached."""
    asked_again: str = ""
    """The step whose answer was regretted and waits for a new one; until then the old one leads nowhere."""
    practice: str = ""
    """Id of the invented case that is practised on: nothing of such a concern can be sent or reminded of."""


@dataclass(frozen=True)
class ShownButton:
    """A button on the last thing shown, so that its number or label can be typed."""

    title: str
    verb: str
    id: str = ""
    version: int = 0


@dataclass(frozen=True)
class ShownField:
    """A field on the last card shown, so that `Felt: verdi` can be typed. Holds no value."""

    id: str
    label: str
    choices: tuple[tuple[str, str], ...] = ()
    """(value, title) of each choice; empty for a text field."""
    several: bool = False
    """Whether more than one of them may be chosen."""


@dataclass(frozen=True)
class Done:
    """What was done last that asked first, by the button that did it: a yes or no below it comes too late."""

    verb: str
    id: str
    code: str


@dataclass(frozen=True)
class CourseProgress:
    """How far a newcomer has come in a course: chapters by id, never what was answered."""

    course: str
    passed: tuple[str, ...] = ()
    is_open: bool = True
    """Under way; False once the receipt is given, until it is taken again."""
    done_on: date | None = None
    done_version: str = ""
    counted_in: tuple[str, ...] = ()
    """Municipalities whose count this person is in already: taking it again counts nobody twice."""


DRAFT_FOR = timedelta(hours=24)
"""How long a case that was written and not sent is kept."""
FORGET_AFTER = timedelta(days=14)
"""How long after the end of a case the bot lets go of who sent it, when they have asked to be forgotten: until then
the answer can reach them and be read."""
UNUSED_FOR = timedelta(days=730)
"""How long profile and concerns of somebody who does not write any more are kept, unless the installation says else: as
long as the audit trail."""
TOUCHED_EVERY = timedelta(days=1)
"""A conversation that changes nothing is kept anew this often, so that it is not taken for unused. It counts as unused
so much later, for its last word may be so much younger than what is kept."""
LONGEST_REMINDER = timedelta(days=365)
"""How far ahead a reminder may be set. Profile and concerns are always kept longer, so that none waits for nothing."""
GONE_FOR = timedelta(days=30)
"""How long it is known that a draft was deleted because its day was over."""


@dataclass(frozen=True)
class CaseDraft:
    """A case that was written and not sent: fixed choices, and the text as its writer was shown it after the check.
    It is still somebody's own words about a child: sealed, and kept a day.

    One its writer wants coarser is at the step `form`: it can't be sent from here.
    """

    kept_at: datetime
    data: CaseUnderWay
    texts: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True)
class CaseLeft:
    """A case that was left for something else before it was sent: fixed choices only. Its own cards, where the words
    lie, take it up again for a day."""

    kept_at: datetime
    data: CaseUnderWay


@dataclass(frozen=True)
class ConversationState:
    """Everything kept between two turns of one person in one place."""

    profile: Profile = Profile()
    active: str | None = None
    """Name of the dialog that free text goes to first; None = questions."""
    data: Mapping[str, Any] = field(default_factory=dict)
    """That dialog's own JSON data: ids and fixed choices, no free text about a child."""
    concerns: tuple[Concern, ...] = ()
    open_concern: str | None = None
    concerns_begun: int = 0
    """The highest number a concern was given, also one that is deleted: a button of its card is never the next
    child's."""
    last_article: str | None = None
    shown: tuple[ShownButton, ...] = ()
    fields: tuple[ShownField, ...] = ()
    shown_in: str = ""
    """Id of the message that began the thread it was shown in; empty outside a channel."""
    shown_before: tuple[ShownButton, ...] = ()
    """The buttons one was chosen from just now, so that «nei, jeg mente 2» finds the card it was read on."""
    said_since: bool = False
    """Something was told after the last thing shown and stands below it, so that a bare yes or no may be about that."""
    done: Done | None = None
    """Set while nothing that can be pressed was shown since."""
    welcomed: bool = False
    draft: Draft | None = None
    """What an editor is working on: knowledge files, never anything about a child."""

    danger: tuple[str, datetime] | None = None
    """What the acute card was shown for last, and when: for a day, «det er verre enn det» shows it again."""
    case_draft: CaseDraft | None = None
    case_left: CaseLeft | None = None
    words_listed: bool = False
    """Whether the list shown last, which asks which case is meant, carries what was written to a team. The words
    themselves are on that card alone."""
    draft_gone: date | None = None
    """The day of a draft that was deleted unsent because its time was up: a bare date, so that its writer can be told
    that nothing was sent."""
    case_gone: date | None = None
    """The day a case that was begun and not sent, and of which no draft was kept, was let go of."""

    course: CourseProgress | None = None

    def has_done(self, verb: str, id: str) -> bool:
        """Tell whether what the button asks about was done just now."""
        return self.done is not None and (self.done.verb, self.done.id) == (verb, id)

    @property
    def _kept_for_a_day(self) -> dict[str, datetime]:
        """Return what is kept for a day only, by the name of its field, and since when: the one list of it."""
        since = {
            "case_draft": self.case_draft.kept_at if self.case_draft else None,
            "case_left": self.case_left.kept_at if self.case_left else None,
            "danger": self.danger[1] if self.danger else None,
        }
        return {name: at for name, at in since.items() if at is not None}

    @property
    def has_anything_under_way(self) -> bool:
        """Tell whether a dialog has the floor, or anything is kept that has its day, or its month."""
        is_told_of = self.draft_gone is not None or self.case_gone is not None
        return self.active is not None or bool(self._kept_for_a_day) or is_told_of

    def emptied(self, at: datetime) -> ConversationState:
        """Let go of everything that is under way, whenever it was kept; profile and concerns stay. Nobody has written
        since `at`."""
        emptied = self.in_dialog(None)._without(self._kept_for_a_day)
        is_case_gone = self.case.is_unfinished and self.case_draft is None
        return replace(emptied, case_gone=day_of(at)) if is_case_gone else emptied

    def without_what_is_over(self, now: datetime) -> ConversationState:
        """Let go of a case that was left, its draft, and danger that was heard, whose day is over."""
        return self.without_what_is_from(now - DRAFT_FOR)

    def without_what_is_from(self, before: datetime) -> ConversationState:
        """Let go of a case that was left, of a draft that was kept, and of danger that was heard, at that time or
        earlier. Returns the very same state where there is none."""
        left = self._without([name for name, at in self._kept_for_a_day.items() if at <= before])
        first = day_of(before - GONE_FOR + DRAFT_FOR)
        told = {"draft_gone": left.draft_gone, "case_gone": left.case_gone}
        over: dict[str, Any] = {name: None for name, day in told.items() if day is not None and day < first}
        return replace(left, **over) if over else left

    def _without(self, names: Iterable[str]) -> ConversationState:
        nothing: dict[str, Any] = dict.fromkeys(names)
        if "case_draft" in nothing and self.case_draft is not None:
            nothing["draft_gone"] = day_of(self.case_draft.kept_at)
        elif "case_left" in nothing and self.case_left is not None and self.case_left.data.is_unfinished:
            nothing["case_gone"] = day_of(self.case_left.kept_at)
        return replace(self, **nothing) if nothing else self

    def is_draft_of(self, submission: str) -> bool:
        """Tell whether the draft that is kept is of the case with that submission."""
        return self.case_draft is not None and bool(submission) and self.case_draft.data.submission == submission

    def is_left(self, submission: str) -> bool:
        """Tell whether it is the case with that submission that was left."""
        return self.case_left is not None and bool(submission) and self.case_left.data.submission == submission

    def without_left(self, submission: str) -> ConversationState:
        """Let go of the case with that submission, if it is the one that was left."""
        return replace(self, case_left=None) if self.is_left(submission) else self

    def without_any_case(self) -> ConversationState:
        """Let go of the draft of a case, and of a case that was left."""
        return replace(self, case_draft=None, case_left=None)

    def in_dialog(self, name: str | None, **data: Any) -> ConversationState:
        """Give the floor to dialog `name` with its data (None = nobody)."""
        return replace(self, active=name, data=data)

    @property
    def case(self) -> CaseUnderWay:
        """Return the case that is being written; one not begun while another dialog has the floor."""
        return case_in(self.data) if self.active == CASE else CaseUnderWay()

    def writing(self, case: CaseUnderWay) -> ConversationState:
        """Give the floor to the case, as it is now."""
        return replace(self, active=CASE, data=case.as_data())

    def concern(self, concern_id: str | None = None) -> Concern | None:
        """Return the concern with that id, or the open one."""
        wanted = concern_id or self.open_concern
        return next((concern for concern in self.concerns if concern.id == wanted), None)

    @property
    def is_trying(self) -> bool:
        """Tell whether the person meets the bot as a draft of theirs would make it."""
        return self.draft is not None and self.draft.trying

    @property
    def next_concern(self) -> int:
        """Return the number of the next concern."""
        return max(self.concerns_begun, *(_number_of(one.id) for one in self.concerns), 0) + 1

    @property
    def practised(self) -> Concern | None:
        """Return the open concern when it is a practice: then nothing can be sent until the person ends it."""
        concern = self.concern()
        return concern if concern is not None and concern.practice else None

    def without_practice(self) -> ConversationState:
        """Let go of every practice; whatever has the floor keeps it, unless it is the practice itself."""
        kept = tuple(one for one in self.concerns if not one.practice)
        return replace(self, concerns=kept, open_concern=None if self.practised else self.open_concern)

    def with_concern(self, concern: Concern) -> ConversationState:
        """Put the concern in place of the one with the same id, and of one without a title in its guide, or add it, and
        open it."""
        kept = [one for one in self.concerns if one.title or one.guide != concern.guide or one.id == concern.id]
        known = {one.id: one for one in kept} | {concern.id: concern}
        begun = max(self.next_concern - 1, _number_of(concern.id))
        return replace(self, concerns=tuple(known.values()), open_concern=concern.id, concerns_begun=begun)


def concern_id(number: int, begun_at: datetime) -> str:
    """Return the id of the concern with that number: with its moment, for when all that is kept of a person is deleted,
    the numbers begin anew, and the cards of before still lie in the chat."""
    return untitled_id(f"k{number}", begun_at)


def untitled_id(name: str, begun_at: datetime) -> str:
    """Return the id of a sitting in a guide that keeps only one: the cards of the one
    before are not its cards."""
    return f"{name}-{round(begun_at.timestamp() * 1000):x}"


def _number_of(concern: str) -> int:
    """Return the number of a concern; one from before the moment was part of it is the number alone."""
    number = concern.partition("-")[0].removeprefix("k")
    return int(number) if number.isdecimal() and concern.startswith("k") else 0
