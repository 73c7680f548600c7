"""Contacts and municipalities that are named where nobody has them: nobody is shown it, and nobody notices.

Must not know how a contact is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bot.content.article import Article
from bot.content.model_problem import did_you_mean
from bot.content.problem import KnowledgeError, Problem
from bot.content.profile import MunicipalityProfile
from bot.content.yaml_file import read_yaml

SHARED = "kommuner/felles"


def check_contacts(articles: Iterable[Article], profiles: Mapping[str, MunicipalityProfile]) -> Iterator[Problem]:
    """Yield a warning for each contact of an answer that no municipality has which the answer is for."""
    for article in articles:
        theirs = [one for name, one in profiles.items() if article.is_for_municipality(name)]
        known = {key for one in theirs for key in one.numbers}
        for index, key in enumerate(article.contacts):
            if theirs and key not in known:
                text = f"Kontakten «{key}» finnes ikke under numbers i noen kommune, så ingen ser den."
                file, where = f"articles/{article.slug}.md", f"contacts[{index}]"
                yield Problem(file, where, text + did_you_mean(key, known), severity="advarsel")


def check_shared(knowledge: Path, profiles: Mapping[str, MunicipalityProfile]) -> Iterator[Problem]:
    """Yield a warning for each municipality that a shared service is said to be for and that has no file."""
    for path in sorted((knowledge / SHARED).glob("*.yaml")):
        file = path.relative_to(knowledge).as_posix()
        try:
            services = read_yaml(path, file).data["services"].items()
        except (KnowledgeError, KeyError, TypeError, AttributeError):  # none, or told of by its own check
            continue
        for key, service in services:
            for place in service.get("shared_by", ()) if isinstance(service, dict) else ():
                if place not in profiles:
                    text = f"«{place}» har ingen fil i kommuner/, så ingen der får vite om tjenesten."
                    where = f"services.{key}.shared_by"
                    yield Problem(file, where, text + did_you_mean(place, profiles), severity="advarsel")
