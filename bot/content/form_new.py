"""The form of an answer that does not exist yet, and the file it becomes. Must not judge the text: the checks do."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from bot.content.article_file import SECTIONS
from bot.content.forms import Form, FormField, Spec
from bot.content.model_problem import did_you_mean
from bot.content.problem import KnowledgeError, Problem
from bot.content.source import Source

TARGET = "new"
HALF_A_YEAR = timedelta(days=182)
_SPECS = (
    Spec("title", ("title",), required=True),
    Spec("asked_as", ("asked_as",), "lines", required=True),
    *(Spec(f"section_{name}", (heading,), "text", required=True) for heading, name in SECTIONS.items()),
    Spec("source", ("source",)),
    Spec("source_other", ("source_other",)),
    Spec("source_says", ("source_says",), "text", required=True),
    Spec("certainty", ("certainty",), required=True),  # whoever writes says it: «lest i lovteksten» is true of nobody's
    Spec("checked_by", ("checked_by",), required=True),
)


def new_form(values: Mapping[str, str] | None = None) -> Form:
    """Return the empty form, or with what is known already."""
    known = values or {}
    return Form(TARGET, "articles/", "", tuple(FormField(one, known.get(one.name, "")) for one in _SPECS))


def new_article(
    values: Mapping[str, str], sources: Mapping[str, Source], municipalities: Iterable[str], today: date
) -> tuple[str, bytes]:
    """Return path and content of the new file. Raises KnowledgeError with everything that is missing."""
    said = {one.name: values.get(one.name, "").replace("\r\n", "\n").strip() for one in _SPECS}
    slug = slug_of(said["title"])
    path = f"articles/{slug}.md"
    empty = [one for one in _SPECS if one.required and not said[one.name]]
    problems = [Problem(path, str(one.path[0]), "Feltet er tomt. Fyll det ut.") for one in empty]
    chosen = said["source_other"] if said["source_other"] in sources else said["source"]
    source = sources.get(chosen)
    if source is None:
        problems.append(Problem(path, "source", _which_source(said["source_other"] or said["source"], sources)))
    if problems or source is None:
        raise KnowledgeError(problems)
    cited = {"id": chosen, "law": source.title, "section": source.section, "says": said["source_says"]}
    head = {
        "slug": slug,
        "title": said["title"],
        "group": "fra redaktør",
        "asked_as": [line.strip() for line in said["asked_as"].splitlines() if line.strip()],
        "roles": ["alle"],
        "municipalities": list(municipalities),
        "sources": [cited],
        "checked_on": today.isoformat(),
        "checked_by": said["checked_by"],
        "review_by": (today + HALF_A_YEAR).isoformat(),
        "certainty": said["certainty"],
    }
    fields = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items())
    body = "\n\n".join(f"## {heading}\n{said[f'section_{name}']}" for heading, name in SECTIONS.items())
    return path, f"---\n{fields}\n---\n{body}\n".encode()


def _which_source(said: str, sources: Mapping[str, Source]) -> str:
    """Return what to do when no source is chosen; what was written is looked for among their names, and their ids."""
    if not said:
        return "Velg kilden i lista."
    names = {f"{one.title}, {one.section}": id for id, one in sources.items()}
    meant = did_you_mean(said, names)
    if not meant and (by_id := did_you_mean(said, sources)):
        meant = next(f" Mente du «{name}»?" for name, id in names.items() if f"«{id}»" in by_id)
    return f"Jeg kjenner ingen kilde som heter «{said[:60]}».{meant} De som ligner, står øverst i lista. Velg der."


def slug_of(title: str) -> str:
    """Return the name of the file for a title: `Når må jeg melde?` → `nar-ma-jeg-melde`."""
    plain = title.casefold().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    ascii_only = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:60].strip("-") or "uten-tittel"
