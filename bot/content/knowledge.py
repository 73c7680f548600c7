"""Everything an editor may change, read once and frozen, with a version that is a hash of its content.

Must not know who uses it; a broken folder never becomes a Knowledge, so the last good one stays in use.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from bot.content.article import Article
from bot.content.article_file import load_articles
from bot.content.course import Course
from bot.content.course_file import load_courses
from bot.content.guide import Guide
from bot.content.guide_file import load_guides
from bot.content.problem import KnowledgeError, Problem, require_folder, tried
from bot.content.profile import MunicipalityProfile
from bot.content.profile_file import load_profiles
from bot.content.source import Source, load_sources
from bot.content.texts import Texts, load_nynorsk, load_texts


@dataclass(frozen=True)
class Knowledge:
    """One version of the knowledge folder."""

    articles: Mapping[str, Article]
    sources: Mapping[str, Source]
    guides: Mapping[str, Guide]
    """The current version of every guide, by id."""
    profiles: Mapping[str, MunicipalityProfile]
    texts: Texts
    """In bokmål, until somebody's own standard is put in their place (`written_in`)."""
    version: str
    """Hash of every file read: two folders with the same content have the same version."""
    kept_guides: Mapping[tuple[str, str], Guide] = field(default_factory=dict)
    """Every version a conversation may be pinned to, by (id, version); the current ones are among them."""
    courses: Mapping[str, Course] = field(default_factory=dict)
    """Introductions for newcomers, by id."""
    nynorsk: Texts | None = None
    """The same sentences with those that are written in nynorsk."""

    def written_in(self, standard: str) -> Knowledge:
        """Return the same knowledge with the sentences of that standard, `nb` or `nn`."""
        return replace(self, texts=self.nynorsk) if standard == "nn" and self.nynorsk is not None else self

    def served(self, chosen: Sequence[str] = ()) -> tuple[str, ...]:
        """Return the municipalities an installation serves, as they are offered: those chosen, or all there are. One
        that is not described (any more) is not among them."""
        return tuple(one for one in chosen if one in self.profiles) if chosen else self._in_order

    @cached_property
    def _in_order(self) -> tuple[str, ...]:
        ordered = sorted(self.profiles.values(), key=lambda one: (one.order or len(self.profiles) + 1, one.name))
        return tuple(one.id for one in ordered)

    def guide(self, guide_id: str, version: str | None = None) -> Guide | None:
        """Return that version of the guide, or the current one; None when it does not exist (any more)."""
        if version is None:
            return self.guides.get(guide_id)
        return self.kept_guides.get((guide_id, version))


def load_knowledge(directory: Path) -> Knowledge:
    """Read the whole folder. Raises KnowledgeError with every problem of every file."""
    require_folder(directory)
    problems: list[Problem] = []
    articles = tried(lambda: load_articles(directory), problems)
    sources = tried(lambda: load_sources(directory), problems)
    guides = tried(lambda: load_guides(directory), problems)
    profiles = tried(lambda: load_profiles(directory), problems)
    texts = tried(lambda: load_texts(directory), problems)
    nynorsk = tried(lambda: load_nynorsk(directory, texts), problems) if texts is not None else None
    courses = tried(lambda: load_courses(directory), problems)
    if problems or articles is None or sources is None or guides is None or profiles is None or texts is None:
        raise KnowledgeError(problems)
    current, kept = guides
    return Knowledge(
        articles=MappingProxyType(articles),
        sources=MappingProxyType(sources),
        guides=MappingProxyType(current),
        profiles=MappingProxyType(profiles),
        texts=texts,
        version=content_hash(directory),
        kept_guides=MappingProxyType(kept),
        courses=MappingProxyType(courses or {}),
        nynorsk=nynorsk,
    )


def content_hash(directory: Path) -> str:
    """Return a short hash of the name and content of every knowledge file, the same on every machine."""
    digest = hashlib.sha256()
    for path in sorted(directory.rglob("*"), key=lambda found: found.relative_to(directory).as_posix()):
        if path.is_file() and path.suffix in (".yaml", ".md", ".txt", ".tsv"):
            digest.update(path.relative_to(directory).as_posix().encode())
            digest.update(b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]
