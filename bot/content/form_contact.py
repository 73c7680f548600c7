"""The form of one contact of a municipality: the piece editors change most. Must not judge the number."""

from __future__ import annotations

from collections.abc import Mapping

from bot.content.form_shapes import KNOWN_CONTACT, ROLE_CONTACT, UNKNOWN_CONTACT
from bot.content.forms import Form, fields_of, plain, written
from bot.content.versions_edit import value_at, with_value
from bot.content.yaml_file import KeyPath

TOLD_BY_THE_MUNICIPALITY = "opplyst-av-kommunen"
"""Source of what an editor has filled in where nothing was known."""
_OF_THE_UNKNOWN = ("unknown", "ask", "who_knows", "until_then", "candidate")


def contact_form(raw: bytes, file: str, key: str, target: str) -> Form | None:
    """Return the form, or None when there is no such contact."""
    number = value_at(raw, file, ("numbers", key))
    if not isinstance(number, dict):
        return None
    specs = ROLE_CONTACT if number.get("role") else UNKNOWN_CONTACT if "unknown" in number else KNOWN_CONTACT
    fields = fields_of(raw, file, ("numbers", key), specs)
    if "unknown" in number:
        asks, who = str(number.get("ask", "")), str(number.get("who_knows", ""))
        fields = tuple(type(one)(one.spec, one.value, asks, who) if one.spec.id == "value" else one for one in fields)
    return Form(target, file, str(number.get("name", key)), fields)


def write_contact(raw: bytes, form: Form, key: str, values: Mapping[str, str]) -> bytes:
    """Return the file with the contact as it was filled in; a number takes «må fylles ut av kommunen» away."""
    path: KeyPath = ("numbers", key)
    number = value_at(raw, form.file, path)
    said = values.get("value", "").strip()
    if "unknown" not in number or not said:
        return written(raw, form.file, path, form.fields, values)
    kept = {name: one for name, one in number.items() if name not in _OF_THE_UNKNOWN}
    filled = {
        field.spec.id: plain(text, field.spec.kind, form.file, path)
        for field in form.fields
        if (text := values.get(field.spec.name, field.value).strip()) and field.spec.id not in _OF_THE_UNKNOWN
    }
    sources = kept.pop("sources", None) or [TOLD_BY_THE_MUNICIPALITY]
    rows = {"rows": kept.pop("rows")} if "rows" in kept else {}
    return with_value(raw, form.file, path, {**kept, **filled, "sources": sources, **rows})
