"""One answer: what an editor writes in `knowledge/articles/<slug>.md`, as data. Must not know how it is found or
shown."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from bot.content.source import Certainty
from bot.content.strict import Id, Strict, Text
from bot.domain.conversation import Role

EVERYONE = "alle"

Key = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_]*(\.[a-z0-9_]+)*$")]
"""A key into the municipality's profile: `barnevern_mottak`, `samtykke.stafettlogg`."""
Target = Annotated[str, Field(pattern=r"^[a-z_]+(:[a-z0-9][a-z0-9_:-]*)?$")]
"""Where a button leads: `article:<slug>`, or one of `ELSEWHERE`."""
ELSEWHERE = ("guide:bekymring", "case:start", "where_to")
"""Where else a button below an answer may lead: the guide, a case for the team, or the search for who helps."""
MAX_STEPS = 6
"""«Gjør dette nå» has six points at most: more is not read by someone in a hurry."""


class For(Strict):
    """Whom a variant is for: everyone who fits all the lists that are filled in."""

    role: tuple[Role, ...] = ()
    municipality: tuple[Key, ...] = ()
    age_years: tuple[int, ...] = ()

    @model_validator(mode="after")
    def _says_something(self) -> For:
        if not (self.role or self.municipality or self.age_years):
            raise ValueError(
                "Varianten gjelder ingen. Velg rolle (role), kommune (municipality) eller alder (age_years)."
            )
        return self


class Variant(Strict):
    """What is different for one role, municipality or age."""

    for_: For = Field(alias="for")
    text: Text
    sources: tuple[Id, ...] = ()

    def fits(self, *, role: str | None = None, municipality: str | None = None, age_years: int | None = None) -> bool:
        """Tell whether the variant is for this person. An unknown role, municipality or age fits no variant that asks
        for it."""
        wanted = self.for_
        return (
            (not wanted.role or role in wanted.role)
            and (not wanted.municipality or municipality in wanted.municipality)
            and (not wanted.age_years or age_years in wanted.age_years)
        )


class Next(Strict):
    """A button under the answer."""

    say: Text
    do: Target


class Cited(Strict):
    """A source as this article uses it."""

    id: Id
    law: Text
    section: str = ""
    says: Text
    """What this article takes from it; quotations are verbatim."""


DANGER_NUMBERS = frozenset({"nodnummer", "barnevernvakt"})
"""Contacts that an article names where somebody may be in danger now."""


class ArticleHead(Strict):
    """The front matter of an article."""

    slug: Id
    title: Text
    group: Text
    asked_as: tuple[Text, ...]
    roles: tuple[Literal[Role, "alle"], ...] = ("alle",)
    municipalities: tuple[Key, ...] = ("alle",)
    variants: tuple[Variant, ...] = ()
    contacts: tuple[Key, ...] = ()
    next: tuple[Next, ...] = ()
    related: tuple[Id, ...] = ()
    sources: tuple[Cited, ...] = Field(min_length=1)
    checked_on: date
    checked_by: Text
    review_by: date
    review_list: bool = False
    """A lawyer should read it."""
    lawyer_read_on: date | None = None
    certainty: Certainty
    certainty_note: Text | None = None


class Article(ArticleHead):
    """One answer with its text. Texts are Markdown with bold, lists and paragraphs only."""

    short_answer: Text
    meaning: Text
    example: Text
    limits: Text
    do_now: tuple[Text, ...] = Field(min_length=1, max_length=MAX_STEPS)

    def variants_for(
        self, *, role: str | None = None, municipality: str | None = None, age_years: int | None = None
    ) -> tuple[Variant, ...]:
        """Return the variants to show this person, in the order of the file."""
        return tuple(v for v in self.variants if v.fits(role=role, municipality=municipality, age_years=age_years))

    @property
    def deals_with_danger(self) -> bool:
        """Tell whether it names whom to ring at once."""
        return not DANGER_NUMBERS.isdisjoint(self.contacts)

    @property
    def differs_by_age(self) -> bool:
        """Tell whether anything is said for some ages only."""
        return any(variant.for_.age_years for variant in self.variants)

    def is_for_municipality(self, municipality: str) -> bool:
        """Tell whether the answer may be shown to staff of this municipality."""
        return EVERYONE in self.municipalities or municipality in self.municipalities

    def is_past_review(self, today: date) -> bool:
        """Tell whether the answer should have been checked again before `today`."""
        return today > self.review_by
