"""One municipality as the bot knows it: teams, services, numbers, consent, own words for steps. All of it editor data.

Must not know how files are read (`profile_file`) nor what is said about the facts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import Field, field_validator, model_validator

from bot.content.ages import AgeRange
from bot.content.fact import Candidate, DateFact, Fact, ListFact
from bot.content.routing import is_for
from bot.content.source import Certainty
from bot.content.strict import Id, Row, Strict, Text
from bot.content.team import Arena, Team
from bot.domain.case import Pace

THEMES = (
    "vold",
    "sosial_kontroll",
    "omsorg",
    "psykisk_helse",
    "rus",
    "hjemmeforhold",
    "spiseforstyrrelse",
    "mobbing",
    "fravaer",
    "utenforskap",
    "atferd",
    "kriminalitet",
    "laering",
    "sprak",
    "fysisk_helse",
    "funksjonsnedsettelse",
    "flukt",
    "okonomi",
    "annet",
)
"""What a worry is about, heaviest first: several worries are looked at in this order."""


class Number(Strict):
    """A way to reach somebody: a number, a role, or an honest «må fylles ut av kommunen»."""

    name: Text
    value: tuple[Text, ...] | None = None
    role: bool = False
    """A role at the person's own workplace (nearest leader): there is no number to know."""
    hours: Text | None = None
    note: Text | None = None
    url: Text | None = None
    scope: Literal["nasjonalt", "lokalt"] = "lokalt"
    unknown: Literal["må fylles ut av kommunen"] | None = None
    ask: Text | None = None
    who_knows: Text | None = None
    until_then: Text | None = None
    candidate: Candidate | None = None
    sources: tuple[Id, ...] = ()
    rows: tuple[Row, ...] = ()

    @field_validator("value", mode="before")
    @classmethod
    def _several(cls, value: object) -> object:
        if isinstance(value, int | float):  # a number without quotes loses what it begins with
            raise ValueError('Sett nummeret i anførselstegn, for eksempel "12 34 56 78".')
        return [value] if isinstance(value, str) else value

    @model_validator(mode="after")
    def _is_known_or_says_so(self) -> Number:
        if sum((self.value is not None, self.unknown is not None, self.role)) != 1:
            raise ValueError("Skriv enten value (nummeret), role: true, eller unknown: må fylles ut av kommunen.")
        if self.value is not None and not self.sources:
            raise ValueError("Et nummer må ha kilde. Legg til sources.")
        if self.unknown and not (self.ask and self.who_knows and self.until_then):
            raise ValueError("Et ukjent nummer må ha ask, who_knows og until_then.")
        return self


@dataclass(frozen=True)
class Contact:
    """What can be shown about somebody to call."""

    key: str
    name: str
    value: str | None
    """The number; None when it is a role or unknown."""
    hours: str = ""
    note: str = ""
    until_then: str = ""
    """What to do while the municipality has not filled in the number."""
    unknown: bool = False
    url: str = ""


class Consultation(Strict):
    """Times when a service can be asked without an appointment."""

    what: Text
    where: Fact
    how_often: Fact
    age: AgeRange = AgeRange()
    times: Fact
    """`tirsdag 09:00 og torsdag 13:00` in words; read by `bot.content.meetings`."""
    until_then: Text
    outside_age: Text | None = None
    """What to say about a child that is outside the age range."""


class Service(Strict):
    """A service card: what they do and do not do, who may contact them, what must be done first."""

    name: Text
    shared_by: tuple[Id, ...] = ()
    """The municipalities it covers; empty = the one whose file it stands in."""
    they_do: Text
    they_do_not: Fact | None = None
    who_may_contact: Fact
    how: Text | None = None
    must_be_done_first: ListFact = ()
    consent: Text | None = None
    consultation: Consultation | None = None
    contact: Id
    age: AgeRange = AgeRange()
    arenas: tuple[Arena, ...] = ()
    themes: tuple[Id, ...] = ()
    roles: tuple[Text, ...] = ()
    open_to_all: bool = False
    """No referral is needed."""
    certainty: Certainty = "lokal"
    note_for_editors: Text | None = None
    sources: tuple[Id, ...] = Field(min_length=1)
    rows: tuple[Row, ...] = ()


class Measure(Strict):
    """One offer in the catalogue of measures (Tiltakstrappa in Stjørdal)."""

    name: Text
    step: int = Field(ge=0, le=3)
    what: Text
    age: AgeRange = AgeRange()
    themes: tuple[Id, ...] = ()
    link: Id | None = None
    sources: tuple[Id, ...] = Field(min_length=1)
    rows: tuple[Row, ...] = ()


class Link(Strict):
    """An address that may be dead or behind a login; shown with what to do then."""

    name: Text
    url: Fact
    login: bool = False
    if_dead: Text
    sources: tuple[Id, ...] = ()
    rows: tuple[Row, ...] = ()


class ConsentRule(Strict):
    """From what age who consents, as the municipality practises it."""

    rule: Fact
    from_years: int | None = Field(default=None, ge=0, le=18)
    certainty: Certainty | None = None
    sources: tuple[Id, ...] = ()
    rows: tuple[Row, ...] = ()


class Structure(Strict):
    """One of the municipality's standing forums, and when to use it."""

    name: Text
    level: Literal["individ", "system"]
    use_when: Text
    rhythm: Fact | None = None
    led_by: Fact | None = None
    arenas: tuple[Arena, ...] = ()
    """Whose forum it is, by where they meet children; empty = as its team says, or everybody's."""
    team: Id | None = None
    contact: Id | None = None
    sources: tuple[Id, ...] = Field(min_length=1)
    rows: tuple[Row, ...] = ()


class YearEvent(Strict):
    """Something that comes back every year: a meeting, an evaluation, a survey."""

    name: Text
    how_often: Text
    who: Text | None = None
    sources: tuple[Id, ...] = Field(min_length=1)
    rows: tuple[Row, ...] = ()


class Plan(Strict):
    """The plan the profile is taken from."""

    title: Text
    year: int
    source: Id


class MayBeShared(Strict):
    """What a municipality may have in common with others, each under its key."""

    services: Mapping[str, Service] = Field(default_factory=dict)
    measures: Mapping[str, Measure] = Field(default_factory=dict)
    numbers: Mapping[str, Number] = Field(default_factory=dict)
    consent: Mapping[str, ConsentRule] = Field(default_factory=dict)
    guide_texts: Mapping[str, Fact] = Field(default_factory=dict)
    structures: Mapping[str, Structure] = Field(default_factory=dict)
    links: Mapping[str, Link] = Field(default_factory=dict)
    year: Mapping[str, YearEvent] = Field(default_factory=dict)
    """The wheel of the year."""


class MunicipalityProfile(MayBeShared):
    """Everything local, with sources; what nobody has told us says so."""

    id: Id = Field(alias="municipality")
    name: Text
    order: int | None = Field(default=None, ge=1)
    """Its place where people choose their municipality; those without a number come last, by name."""
    region: Id | None = None
    plan: Plan
    valid_until: DateFact
    """The last day of the plan."""
    checked_on: date
    checked_by: Text
    review_by: date
    teams: tuple[Team, ...]
    dont_know_contact: Id
    """Who to ask when nobody knows whom to ask."""
    coordinating_unit: Id
    """Key of the contact that is koordinerende enhet, and decides when services disagree."""
    synonyms: Mapping[str, Id] = Field(default_factory=dict)
    """Old or local names of a team → its id."""
    checkpoints: tuple[Id, ...] = ()
    """Check-points the municipality has switched on besides the required ones."""
    retention_days: int = Field(default=Pace.retention_days, ge=1, le=3650)
    """Days from a case is closed until its text is deleted."""
    archive_decision: Fact | None = None
    """The municipality's decision on retention (arkivlova)."""
    notes: tuple[Text, ...] = ()
    """What is unsettled in the sources, shown to people who ask about the team or the route."""

    def ended(self, today: date) -> date | None:
        """Return the last day of the plan when it is known to be over."""
        until = self.valid_until
        return until if isinstance(until, date) and today > until else None

    def contact(self, key: str) -> Contact:
        """Return the contact; raises KeyError for a key no file knows."""
        number = self.numbers[key]
        return Contact(
            key=key,
            name=number.name,
            value=" / ".join(number.value) if number.value else None,
            hours=number.hours or "",
            note=number.note or "",
            until_then=number.until_then or "",
            unknown=number.unknown is not None,
            url=number.url or "",
        )

    def team(self, team_id: str) -> Team | None:
        """Return the team with that id."""
        return next((team for team in self.teams if team.id == team_id), None)

    def theme_forums(self, role: str | None = None) -> tuple[Structure, ...]:
        """Return the forums that take themes and never one child, as far as they are for this role."""
        return tuple(
            one for one in self.structures.values() if one.level == "system" and is_for(self._arenas(one), role)
        )

    def _arenas(self, forum: Structure) -> tuple[Arena, ...]:
        team = self.team(forum.team) if forum.team else None
        return forum.arenas or (team.arenas if team else ())

    def local_text(self, key: str) -> str | None:
        """Return the municipality's own wording of a step, or None when it is not filled in."""
        fact = self.guide_texts.get(key)
        return fact if isinstance(fact, str) else None
