"""A consultation team as the municipality's plan describes it: whom it is for, how to reach it, when it meets.

Must not know which channel in Teams belongs to it: that is connected at run time.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag, field_validator, model_validator

from bot.content.ages import AgeRange
from bot.content.fact import KNOWN, UNKNOWN, Fact, Unknown, tag_of
from bot.content.strict import Id, Row, Strict, Text
from bot.content.working_time import Periods, longest_quiet
from bot.domain.case import Pace

Arena = Literal["barnehage", "skole", "videregaende", "helse", "fritid", "hjemme", "annet"]
"""Where the child is in daily life: the kind of place, never the unit."""
Way = Literal["anonymt", "med_samtykke"]
"""How a case comes in. The two ways are never mixed."""
Purpose = Literal["enkeltsak", "system", "raad", "koordinering"]
Ordinary = Literal["arbeidsdager", "neste_mote"]
OnePer = Literal["kommune", "enhet"]
Precondition = Literal["hv_trinn", "hv_niva_0", "hv_niva_1", "samtykke", "tiltak_provd", "lokalt_team"]
"""What must be done before the team takes a case; asked about in the guide and the case form. Never before a report."""


Ways = Annotated[Annotated[tuple[Way, ...], Tag(KNOWN)] | Annotated[Unknown, Tag(UNKNOWN)], Discriminator(tag_of)]
Preconditions = Annotated[
    Annotated[tuple[Precondition, ...], Tag(KNOWN)] | Annotated[Unknown, Tag(UNKNOWN)], Discriminator(tag_of)
]


class Meets(Strict):
    """When and where the team meets."""

    rhythm: Fact
    where: Fact | None = None
    weekday_and_time: Fact | None = None
    """`torsdag 12:00` in words; read by `bot.content.meetings`."""
    deadline_before_meeting: Fact | None = None
    """`2 arbeidsdager`, `24 timer` in words; read by `bot.content.meetings`."""
    starts_on: date | None = None
    """A day the team met, from which «annenhver uke» is counted."""
    dates: tuple[date, ...] = ()
    """The days themselves, when the rhythm is irregular."""
    not_on: tuple[date, ...] = ()
    """Days without a meeting, besides public holidays."""
    link: Fact | None = None
    """Link to the meeting in Teams."""
    minutes: int | None = Field(default=None, ge=5, le=480)
    until_then: Text
    """What to say until weekday and time are known."""


MonthDay = Annotated[str, Field(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
Weekday = Literal["mandag", "tirsdag", "onsdag", "torsdag", "fredag"]


LONGEST_QUIET = 70
"""Days in a row without evaluation: nobody can be asked later than 85 days after the answer (see follow_ups)."""


class AnswerTimes(Strict):
    """How fast the team answers. The defaults are the bot's own; the team may change them."""

    urgent_office_hours: int = Field(default=Pace.urgent_office_hours, ge=1, le=40)
    ordinary_working_days: int = Field(default=Pace.ordinary_working_days, ge=1, le=30)
    ordinary: Ordinary = "arbeidsdager"
    """Whether an ordinary case is answered within working days, or waits for the team's next meeting."""
    untouched_working_days: int = Field(default=Pace.untouched_working_days, ge=1, le=30)
    """After how many working days the channel is reminded of a case nobody has taken."""
    evaluate_after_days: int = Field(default=Pace.evaluate_after_days, ge=14, le=75)
    """Days from the answer until both are asked what came of it; who sent a case is forgotten after 90."""
    quiet_periods: tuple[tuple[MonthDay, MonthDay], ...] = Pace.quiet
    """Periods without evaluation, as month and day."""
    source: Text = "standard i boten – teamet kan endre den"

    @field_validator("quiet_periods")
    @classmethod
    def _some_days_are_left(cls, value: Periods) -> Periods:
        if longest_quiet(value) > LONGEST_QUIET:
            raise ValueError(
                f"Periodene gir mer enn {LONGEST_QUIET} dager på rad uten evaluering. Står første dag først, som "
                "[07-01, 07-31]?"
            )
        return value


class Team(Strict):
    """One consultation team."""

    id: Id
    name: Text
    for_: Text = Field(alias="for")
    purpose: tuple[Purpose, ...] = ("enkeltsak",)
    age: AgeRange = AgeRange()
    arenas: tuple[Arena, ...] = ()
    """Where the child must be; empty = anywhere."""
    roles: tuple[Text, ...] = ()
    """Which staff may use it; empty = everyone."""
    themes: tuple[Id, ...] = ()
    """Themes it is only for; empty = any."""
    step: int = Field(default=2, ge=1, le=3)
    """From which level of Handlingsveilederen it is the natural place; lower comes first."""
    route_before: tuple[Id, ...] = ()
    """Teams that come after this one for a child that fits both."""
    ways_in: Ways
    why_ways_in: Text | None = None
    one_per: OnePer = "kommune"
    """`enhet`: every school or kindergarten has its own. Then no channel is the team's, and no case is sent to it."""
    members: tuple[Text, ...] = ()
    led_by: Fact | None = None
    may_take_part: Text | None = None
    must_be_done_first: Preconditions = ()
    first_note: Text | None = None
    """What the plan says about its preconditions in its own words."""
    may_send_anyway: bool = False
    """The plan leaves room: a case may be sent with a reason although a precondition is unmet."""
    not_for: tuple[Text, ...] = ()
    meets: Meets | None = None
    clock: AnswerTimes = AnswerTimes()
    on_duty: Mapping[Weekday, Text] = Field(default_factory=dict)
    """«Dagens vakt»: the role that is reminded first, by weekday. Empty when the team has none."""
    channel: Fact | None = None
    secure_form: Fact | None = None
    """The municipality's secure form for cases with consent."""
    contact: Id | None = None
    sources: tuple[Id, ...] = Field(min_length=1)
    rows: tuple[Row, ...] = ()
    note_for_editors: Text | None = None

    @model_validator(mode="after")
    def _says_whom_to_ask(self) -> Team:
        if self.one_per == "enhet" and not self.whom_to_ask:
            raise ValueError("Når one_per er «enhet», må meets.until_then si hvem en spør: ingen sak sendes til teamet")
        return self

    @model_validator(mode="after")
    def _meets_when_cases_wait_for_it(self) -> Team:
        if self.clock.ordinary == "neste_mote" and self.meets is None:
            raise ValueError("Når clock.ordinary er «neste_mote», må meets si når teamet møtes, eller hvem en spør")
        return self

    @field_validator("themes", "roles", "route_before", mode="before")
    @classmethod
    def _several(cls, value: object) -> object:
        return [value] if isinstance(value, str) else value

    @property
    def takes_anonymous(self) -> bool:
        """Tell whether the plan says that the team takes anonymous cases."""
        return isinstance(self.ways_in, tuple) and "anonymt" in self.ways_in

    @property
    def takes_in_channel(self) -> bool:
        """Tell whether anonymous cases may be sent to it in a channel: not when each unit has a team of its own."""
        return self.takes_anonymous and self.one_per == "kommune"

    @property
    def takes_at_unit(self) -> bool:
        """Tell whether anonymous cases are taken up at the unit, with the team that works there."""
        return self.takes_anonymous and self.one_per == "enhet"

    @property
    def whom_to_ask(self) -> str:
        """Return what the source says of whom to ask, for a team that gets no case from here."""
        return self.meets.until_then if self.meets else ""

    @property
    def takes_with_consent(self) -> bool:
        """Tell whether the plan says that the team takes cases with consent."""
        return isinstance(self.ways_in, tuple) and "med_samtykke" in self.ways_in
