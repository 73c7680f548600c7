"""Every web address in the knowledge files, and the list of what is known about them as it is kept.

Must not know how links are tried.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.content.versions import Files
from bot.domain.links import LinkAnswer, LinkKnown

_ADDRESS = re.compile(r"https?://[^\s\"'<>\[\]{}|\\^`«»“”]+")
_SHOWN = ("articles/", "guides/", "kommuner/", "practice/", "sources/", "texts/")
"""The folders whose addresses people are sent to. An address in an example of what people write may be a real
person's page, so words/ and anonymising/ are never tried, nor a folder nobody has thought of."""
_EARLIER = "guides/archive/"
NIGHTS_UNTIL_GONE = 3
"""An address that gives no answer at all so many nights in a row is said to be gone."""


@dataclass(frozen=True)
class LinkReport:
    """What the last check found."""

    checked_on: date | None = None
    links: tuple[LinkKnown, ...] = field(default=())

    @property
    def dead(self) -> tuple[LinkKnown, ...]:
        """Return what an editor must mend."""
        return tuple(one for one in self.links if one.state == "gone")

    @property
    def behind_login(self) -> tuple[LinkKnown, ...]:
        """Return what only those with an account can open."""
        return tuple(one for one in self.links if one.state == "behind_login")

    def to_text(self) -> str:
        """Return it as it is kept."""
        plain = [
            {
                "url": one.url,
                "state": one.state,
                "code": one.code,
                "since": one.since.isoformat(),
                "places": list(one.places),
                "nights": one.nights,
            }
            for one in self.links
        ]
        return json.dumps({"checked_on": self.checked_on and self.checked_on.isoformat(), "links": plain})

    @staticmethod
    def from_text(text: str | None) -> LinkReport:
        """Read what was kept; never checked is an empty report."""
        if not text:
            return LinkReport()
        plain = json.loads(text)
        links = (
            LinkKnown(
                url=one["url"],
                state=one["state"],
                code=one["code"],
                since=date.fromisoformat(one["since"]),
                places=tuple(one["places"]),
                nights=one["nights"],
            )
            for one in plain["links"]
        )
        return LinkReport(date.fromisoformat(plain["checked_on"]) if plain["checked_on"] else None, tuple(links))


def links_in(files: Files) -> dict[str, tuple[str, ...]]:
    """Return every address people may be sent to, with the places where it stands."""
    found: dict[str, list[str]] = {}
    for path in sorted(files):
        if not path.startswith(_SHOWN) or path.startswith(_EARLIER):
            continue
        for number, line in enumerate(files[path].decode("utf-8", "replace").splitlines(), 1):
            for match in _ADDRESS.finditer(line):
                found.setdefault(_bare(match[0]), []).append(f"{path}, linje {number}")
    return {url: tuple(places) for url, places in found.items()}


def _bare(url: str) -> str:
    """Return the address without the full stop or bracket of the sentence it stands in, and without `#`."""
    url = url.partition("#")[0].rstrip(".,;:!?*_")
    while url.endswith(")") and url.count(")") > url.count("("):
        url = url[:-1].rstrip(".,;:!?")
    return url


def report_after(
    before: LinkReport, found: Mapping[str, tuple[str, ...]], answers: Iterable[tuple[str, LinkAnswer]], today: date
) -> LinkReport:
    """Return the report of today; what has not answered for some nights counts as gone."""
    known = {one.url: one for one in before.links}
    links = [_known(known.get(url), url, answer, found[url], today) for url, answer in answers]
    return LinkReport(today, tuple(sorted(links, key=lambda one: one.url)))


def _known(before: LinkKnown | None, url: str, answer: LinkAnswer, places: tuple[str, ...], today: date) -> LinkKnown:
    is_silent_again = before is not None and answer.state == "unsure" and before.state in ("unsure", "gone")
    nights = before.nights + 1 if before and (is_silent_again or before.state == answer.state) else 1
    state = "gone" if is_silent_again and nights >= NIGHTS_UNTIL_GONE else answer.state
    since = before.since if before and (is_silent_again or before.state == state) else today
    return LinkKnown(url, state, answer.code, since, places, nights)
