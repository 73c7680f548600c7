"""The forms of an answer: its text and dates, each source it cites, and each variant for a role, municipality or age.

Must not judge what is filled in: the checks do.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.content.article_file import SECTIONS
from bot.content.form_shapes import ARTICLE_HEAD, CITED, VARIANT
from bot.content.forms import Form, FormField, Spec, plain, shown
from bot.content.problem import KnowledgeError
from bot.content.versions import Files
from bot.content.versions_edit import (
    Plain,
    head_value,
    section_of,
    with_head_entry,
    with_head_value,
    with_section,
    without_head_entry,
)
from bot.content.yaml_file import parse_yaml

NEW = "new"
_SECTION_FIELDS = {f"section_{field}": heading for heading, field in SECTIONS.items()}
_LISTS = {"source": "sources", "variant": "variants"}
PARTS = tuple(_LISTS)
"""Kinds of pieces that are one entry of a list in an answer."""


def article_form(raw: bytes, file: str, target: str) -> Form:
    """Return the form of the text, the dates and whether a lawyer should read it."""
    head = tuple(FormField(spec, _stands(head_value(raw, file, spec.path), spec)) for spec in ARTICLE_HEAD)
    sections = tuple(
        FormField(Spec(name, (heading,), "text", required=True), section_of(raw, heading))
        for name, heading in _SECTION_FIELDS.items()
    )
    return Form(target, file, head[0].value, (*head[:1], *sections, *head[1:]))


def _stands(value: Any, spec: Spec) -> str:
    return shown(bool(value) if spec.kind == "yes" else value)


def write_article(raw: bytes, form: Form, values: Mapping[str, str]) -> bytes:
    """Return the answer with every field that was changed."""
    for field in form.fields:
        spec = field.spec
        said = values.get(spec.name, field.value).replace("\r\n", "\n").strip()
        if said == field.value.strip():
            continue
        if spec.name in _SECTION_FIELDS:
            raw = with_section(raw, _SECTION_FIELDS[spec.name], said)
        else:
            empty = not said and not spec.required and spec.kind != "lines"
            value = None if empty else plain(said, spec.kind, form.file, spec.path)
            raw = with_head_value(raw, form.file, spec.path, value)
    return raw


def part_form(raw: bytes, file: str, kind: str, rest: str, target: str) -> Form | None:
    """Return the form of one source or variant, `new` for one to add; None when it is not there."""
    name = _LISTS[kind]
    entries = head_value(raw, file, (name,)) or []
    index = len(entries) if rest == NEW else int(rest) if rest.isdecimal() else -1
    if not isinstance(entries, list) or (rest != NEW and not 0 <= index < len(entries)):
        return None
    entry = {} if rest == NEW else entries[index]
    specs = CITED if kind == "source" else VARIANT
    own = tuple(str(one.get("id")) for one in head_value(raw, file, ("sources",)) or [] if isinstance(one, dict))
    fields = tuple(
        FormField(
            Spec(one.id, (name, index, *one.path), one.kind, required=one.required),
            "" if one.id in ("remove", "cited_other") else shown(_at(entry, one.path)),
            offers=own if one.id == "variant_sources" else (),
        )
        for one in specs
        if rest != NEW or one.id != "remove"
    )
    return Form(target, file, str(head_value(raw, file, ("title",))), fields)


def _at(entry: Any, path: tuple[str | int, ...]) -> Any:
    for part in path:
        entry = entry.get(part) if isinstance(entry, Mapping) else None
    return entry


def write_part(files: Files, form: Form, kind: str, rest: str, values: Mapping[str, str]) -> bytes:
    """Return the answer with the source or variant changed, added or taken away."""
    raw, name = files[form.file], _LISTS[kind]
    said = {one.spec.id: values.get(one.spec.name, one.value).replace("\r\n", "\n").strip() for one in form.fields}
    if said.get("remove"):
        return without_head_entry(raw, form.file, (name,), int(rest))
    if rest != NEW and all(said[one.spec.id] == one.value.strip() for one in form.fields):
        return raw
    before = {} if rest == NEW else head_value(raw, form.file, (name, int(rest)))
    entry = _variant(said, form) if kind == "variant" else _cited(said, before, files)
    if rest == NEW:
        return with_head_entry(raw, form.file, (name,), entry)
    for key, value in entry.items():
        if before.get(key) != value:
            raw = with_head_value(raw, form.file, (name, int(rest), key), value)
    return raw


def _variant(said: Mapping[str, str], form: Form) -> dict[str, Plain]:
    lists = {
        str(one.spec.path[-1]): plain(said[one.spec.id], one.spec.kind, form.file, one.spec.path)
        for one in form.fields
        if one.spec.id.startswith("for_") and said[one.spec.id]
    }
    return {"for": lists, "text": said["variant_text"], "sources": said["variant_sources"].split()}


def _cited(said: Mapping[str, str], before: Mapping[str, Any], files: Files) -> dict[str, Plain]:
    """Return the entry; a source that was changed brings its law and section along, unless a section was written."""
    chosen = said["cited_other"] or said["cited_id"]
    known = _sources(files).get(chosen)
    law, section = str(before.get("law", "")), said["cited_section"]
    if isinstance(known, Mapping):
        is_new = chosen != before.get("id")
        law = str(known.get("title", "")) if is_new else law
        written = section and not (is_new and section == str(before.get("section", "")).strip())
        section = section if written else str(known.get("section", ""))
    return {"id": chosen, "law": law or chosen, "section": section or chosen, "says": said["source_says"]}


def _sources(files: Files) -> dict[str, Any]:
    """Return the entries of every file of sources; what cannot be read is told about by the checks."""
    found: dict[str, Any] = {}
    for path in sorted(one for one in files if one.startswith("sources/") and one.endswith(".yaml")):
        try:
            entries = parse_yaml(files[path], path).data
        except KnowledgeError:
            continue
        found |= (entries.get("sources") or {}) if isinstance(entries, dict) else {}
    return found
