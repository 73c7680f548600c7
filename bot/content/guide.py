"""A guide as an editor writes it: words and plain arrows. What must be worked out is a named rule.

Must not know how a guide is shown, nor what the rules do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from bot.content.strict import Id, Row, Strict, Text

Meaning = Literal["ja", "usikker", "nei"]
FieldChoiceName = Annotated[str, Field(pattern=r"^[a-z0-9_-]+\.[a-z0-9_-]+$")]
"""A choice of a field: `alder.6-9`."""


AnswerName = Annotated[str, Field(pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+)?=([a-z0-9_-]+|\*)$")]
"""An answer: `barnet_hort=ja`, `niva_1_plan.plass=mal`."""


class NoteFor(Strict):
    """A note that only some roles see."""

    role: tuple[Text, ...]
    say: Text


class Criterion(Strict):
    """One of the things the question asks about."""

    id: Id
    say: Text
    violence: bool = False
    note_for: NoteFor | None = None


SHORT = 24
"""Characters a button has room for: Teams cuts longer labels."""


class Option(Strict):
    """One answer and where it leads."""

    id: Id
    say: Text
    short: Text | None = Field(default=None, max_length=SHORT)
    """The button's label when `say` is too long for a button; the card then lists the whole answers by number."""
    go_to: Id | None = None
    go_to_rule: Id | None = None
    means: Meaning | None = None
    """What the answer counts as, when its id does not say it."""
    todo: Text | None = None
    """What is left to do after this answer; carried to the outcome."""
    note: Text | None = None
    """Said at once after this answer."""
    also: tuple[Text, ...] = ()
    """Other words people type for it: «rektor»."""

    @property
    def label(self) -> str:
        """Return what stands on the button."""
        return self.short or self.say

    @property
    def meaning(self) -> Meaning | None:
        """Return what the answer counts as in a question that decides something."""
        if self.means:
            return self.means
        head = self.id.split("_")[0]
        return head if head in ("ja", "usikker", "nei") else None  # type: ignore[return-value]


class FieldChoice(Strict):
    """One choice of a field."""

    id: Id
    say: Text
    also: tuple[Text, ...] = ()
    """Other words people type for it: «vgs»."""


class Conflict(Strict):
    """Choices of a checklist that cannot both be true, written `felt.valg`, and what to say then."""

    these: tuple[FieldChoiceName, ...] = Field(min_length=1)
    never_with: tuple[FieldChoiceName, ...] = Field(min_length=1)
    say: Text


class StepField(Strict):
    """One field of a checklist: fixed choices or a date. Never free text about a child."""

    id: Id
    label: Text
    kind: Literal["choice", "date"] = "choice"
    several: bool = False
    required: bool = False
    compact: bool = False
    choices: tuple[FieldChoice, ...] = ()
    todo_unless: Mapping[str, str] = Field(default_factory=dict)
    """Choice id → what is left to do while it is not ticked."""

    @model_validator(mode="after")
    def _has_choices(self) -> StepField:
        if self.kind == "choice" and len(self.choices) < 2:
            raise ValueError("Et felt med valg må ha minst to valg under choices.")
        return self


class Otherwise(Strict):
    """Where to go when the step is not shown."""

    go_to: Id
    go_to_rule: Id | None = None
    """Rule that decides instead; `go_to` is then where it usually leads."""
    say: Text | None = None
    """Why it was skipped, when the person should know."""


class GuideStep(Strict):
    """One screen."""

    kind: Literal["question", "checklist", "info"]
    decides: bool = False
    """It decides what happens; then it must say what counts as yes and no, and have «jeg er usikker»."""
    level: Literal[0, 1, 2, 3] | None = None
    """Level of Handlingsveilederen, shown in the header."""
    heading: Text | None = None
    """What the header says instead of the level: `Trygghet først`."""
    local_text: Id | None = None
    ask: Text
    short: Text | None = None
    """The question in a few words, for «svarene dine» and the summary."""
    why: Text | None = None
    criteria: tuple[Criterion, ...] = ()
    count_as_yes: tuple[Text, ...] = ()
    count_as_no: tuple[Text, ...] = ()
    options: tuple[Option, ...] = ()
    fields: tuple[StepField, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    """Answers that contradict each other: the person is asked to look again."""
    go_to: Id | None = None
    go_to_rule: Id | None = None
    show_when_rule_says_yes: Id | None = None
    otherwise: Otherwise | None = None
    records: Id | None = None
    contacts: tuple[Id, ...] = ()
    phrases: tuple[Text, ...] = ()
    """Sentences the person can use, shown folded as examples."""
    consents: tuple[Id, ...] = ()
    """Keys of the municipality's consent rules, shown where one asks for consent."""
    help: Text | None = None
    article: Id | None = None
    exception_article: Id | None = None
    sources: tuple[Id, ...] = ()
    rows: tuple[Row, ...] = ()

    @model_validator(mode="after")
    def _is_whole(self) -> GuideStep:
        if self.kind == "question" and len(self.options) < 2:
            raise ValueError("Et spørsmål må ha minst to svar under options.")
        if self.kind == "checklist" and not self.fields:
            raise ValueError("En sjekkliste må ha minst ett felt under fields.")
        if self.kind != "question" and not (self.go_to or self.go_to_rule):
            raise ValueError("Steget må si hva som kommer etterpå, med go_to eller go_to_rule.")
        if (self.show_when_rule_says_yes is None) != (self.otherwise is None):
            raise ValueError("show_when_rule_says_yes og otherwise hører sammen. Skriv begge eller ingen.")
        known = {f"{field.id}.{choice.id}" for field in self.fields for choice in field.choices}
        for conflict in self.conflicts:
            unknown = [name for name in (*conflict.these, *conflict.never_with) if name not in known]
            if unknown:
                raise ValueError(f"conflicts nevner «{unknown[0]}», men det valget finnes ikke i steget.")
        return self

    def option(self, option_id: str) -> Option | None:
        """Return the option with that id."""
        return next((option for option in self.options if option.id == option_id), None)

    def field(self, field_id: str) -> StepField | None:
        """Return the field with that id."""
        return next((field for field in self.fields if field.id == field_id), None)


class Action(Strict):
    """Who does what by when."""

    what: Text
    who: Text
    by: Text


class NextButton(Strict):
    """A button under an outcome, such as `article:slug`, `guide:id`, `case:start`, `reminder:kind` or `summary`."""

    say: Text = Field(max_length=40)
    do: Text


class Outcome(Strict):
    """Where a guide ends: what to do, who does it, by when, whom to contact."""

    title: Text
    level: Literal[0, 1, 2, 3] | None = None
    heading: Text | None = None
    intro: Text | None = None
    local_text: Id | None = None
    danger: bool = False
    """Stops the guide at once; other worries can wait."""
    report: bool = False
    """Ends in a report to barnevernet; reminders of its feedback are offered."""
    case_request: bool = False
    """From here a case can be sent to a consultation team."""
    do: tuple[Action, ...] = Field(min_length=1)
    do_not: tuple[Text, ...] = ()
    first: tuple[Text, ...] = ()
    write_down: tuple[Text, ...] = ()
    say: tuple[Text, ...] = ()
    """Sentences the person can use."""
    duty: Text | None = None
    """The duty to report or avert in this situation, in one or two sentences."""
    contacts: tuple[Id, ...] = ()
    team_rule: Id | None = None
    """Named rule that picks the team to show."""
    services: tuple[Id, ...] = ()
    """Service cards worth knowing here, shown when the municipality has them."""
    carries_todo: bool = False
    next: tuple[NextButton, ...] = ()
    sources: tuple[Id, ...] = Field(min_length=1)
    rows: tuple[Row, ...] = ()


class Checkpoint(Strict):
    """Something the plans demand before going on. The municipality can switch on more, never off a required one."""

    say: Text
    required: bool = False
    unless_rule_says_no: Id | None = None
    """Rule that says whether it may be done at all: parents are not told while barnevernet says «vent»."""
    done_when: tuple[AnswerName, ...] = ()
    """Answers that fulfil it, any one: `steg=valg`, `steg.felt=valg`, or `steg.felt=*` for anything filled in."""
    sources: tuple[Id, ...] = ()
    rows: tuple[Row, ...] = ()


class NamedRule(Strict):
    """What a Python function of the same name works out, in words, and where it may lead."""

    means: Text
    reads: tuple[Id, ...] = ()
    """The steps whose answers it may look at; it is given nothing else."""
    answers: tuple[Literal["ja", "nei"], ...] = ()
    goes_to: tuple[Id, ...] = ()
    picks_team: bool = False
    """The rule finds a team: only such a one may be the `team_rule` of an outcome."""
    optional: bool = False
    """Nothing is said when there is no such team."""


class Safety(Strict):
    """Which answers mean that a safety question is settled, so that a case request may follow."""

    step: Id
    safe: tuple[Id, ...]
    settled_by: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    """Other step → its answers that settle an unsure answer."""


class EveryEnd(Strict):
    """What every outcome ends with."""

    duty: Text
    disagree: Text
    disagree_ways: tuple[Text, ...] = ()
    disagree_danger: Text | None = None
    """Instead, where there is danger or a duty to report: what must be reported is never discussed in a team first."""
    disagree_danger_ways: tuple[Text, ...] = ()

    def disagreeing(self, *, danger: bool) -> tuple[str, tuple[str, ...]]:
        """Return what whoever disagrees may do, and the ways of it."""
        if danger and self.disagree_danger:
            return self.disagree_danger, self.disagree_danger_ways
        return self.disagree, self.disagree_ways


class SharedOutcomes(Strict):
    """Outcomes several guides end in, written once."""

    id: Id = Field(alias="shared_outcomes")
    outcomes: Mapping[str, Outcome]


class Guide(Strict):
    """One version of one guide."""

    id: Id = Field(alias="guide")
    title: Text
    about: Text
    """One line for a menu."""
    asked_as: tuple[Text, ...] = ()
    """What people type to start it."""
    version: Text = Field(pattern=r"^\d{4}-\d{2}-\d{2}\.\d+$")
    start: Id
    has_titles: bool = False
    """It is about one child: the bot proposes a working title and keeps several side by side."""
    doors: tuple[Id, ...] = ()
    checked_on: date
    checked_by: Text
    review_by: date
    safety: tuple[Safety, ...] = Field(min_length=1)
    severity: tuple[Id, ...]
    """Outcomes from mildest to strictest; «usikker» never ends milder than «nei»."""
    named_rules: Mapping[str, NamedRule] = Field(default_factory=dict)
    checkpoints: Mapping[str, Checkpoint] = Field(default_factory=dict)
    steps: Mapping[str, GuideStep]
    outcomes: Mapping[str, Outcome]
    every_outcome_ends_with: EveryEnd

    def option(self, step_id: str, option_id: str) -> Option | None:
        """Return an option of a step."""
        step = self.steps.get(step_id)
        return step.option(option_id) if step else None

    def arrows(self, step_id: str) -> Iterator[tuple[str, str]]:
        """Yield (label, target) for everything that may come after a step, rules unfolded to where they may lead."""
        step = self.steps[step_id]
        ways = [(option.say, option.go_to, option.go_to_rule) for option in step.options]
        if not step.options:
            ways = [("", step.go_to, step.go_to_rule)]
        for label, target, rule in ways:
            if target:
                yield label, target
            elif rule and rule in self.named_rules:
                for place in self.named_rules[rule].goes_to:
                    yield label, place
        if step.otherwise:
            named = self.named_rules.get(step.otherwise.go_to_rule or "")
            for place in named.goes_to if named else (step.otherwise.go_to,):
                yield "vises ikke", place
