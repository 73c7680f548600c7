"""A case that somebody is writing: the fixed choices made so far. Never a word about the child.

It lies in the conversation as JSON, and for a day in a draft. Every field has a default, so that what was kept before
an upgrade is read after it: a field may be added, and one that is gone is passed over.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from bot.domain.case import Urgency

CASE = "case"
"""Name of the dialog in which a case is written."""


@dataclass(frozen=True)
class CaseUnderWay:
    """What is chosen of a case that is not sent yet, and the step it has come to."""

    step: str = ""
    """See `dialogs.cases.duty`: the first one is empty until a case is begun."""
    submission: str = ""
    """Its id, which each of its cards carries; none before the first step is done."""
    age: str = ""
    arena: str = ""
    themes: tuple[str, ...] = ()
    way: str = ""
    wanted: str = ""
    """The team that was chosen among several, until it is known whether it can be reached."""
    offered: tuple[str, ...] = ()
    """The teams that can be reached, while one of them is to be chosen."""
    team: str = ""
    """Its key among the connected channels, `stjordal/komp_0_18`: ids alone are the same in several municipalities."""
    said_done: tuple[str, ...] = ()
    """The conditions said to be done while the duty to report was not yet answered."""
    levels: tuple[str, ...] | None = None
    """The conditions that were done when the gate was passed; None until it is."""
    asked_as: tuple[str, ...] = ()
    """The workplace and the role of the person when the gate was passed."""
    violence: bool = False
    """Of a case to be reported: whether parents must not be told first."""
    follows: str = ""
    """The code of the own earlier case it is linked to."""
    told: tuple[str, ...] = ()
    """The types of traits, never the words, that the team has read in that case."""
    urgency: Urgency = "vanlig"
    risk: tuple[str, ...] = ()
    protective: tuple[str, ...] = ()
    resumed: bool = False
    """It is a draft that is taken up again, so the form begins with its words."""
    brings: bool = False
    """Its writer was told that a question is on its way to the form, on the cards alone: typed answers leave it
    behind."""
    told_of: bool = False
    """Its writer has told of the child beside the form, in words that lie in their messages and cards alone: a button
    that puts more into the form leaves them behind."""
    not_acute: tuple[str, ...] = ()
    """The kinds of danger that are said not to be acute."""

    @property
    def is_unfinished(self) -> bool:
        """Tell whether something is answered and more is still to come: not where all of the first step is answered and
        no team was found for it, or it goes with consent."""
        answers = (self.age, self.arena, self.themes, self.way)
        return bool(self.submission) or (any(answers) and not all(answers))

    def as_data(self) -> dict[str, Any]:
        """Return what is not as it begins, as JSON: so is the data of a dialog kept."""
        changed = ((name, getattr(self, name)) for name in _FIELDS if getattr(self, name) != getattr(_NOTHING, name))
        return {name: list(value) if isinstance(value, tuple) else value for name, value in changed}


_FIELDS = tuple(one.name for one in fields(CaseUnderWay))
_NOTHING = CaseUnderWay()


def case_in(data: Mapping[str, Any]) -> CaseUnderWay:
    """Return the case in the data of its dialog."""
    given = ((name, data[name]) for name in _FIELDS if data.get(name) is not None)
    known: dict[str, Any] = {name: tuple(one) if isinstance(one, list) else one for name, one in given}
    return CaseUnderWay(**known)
