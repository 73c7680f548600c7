"""Turns what pydantic says about a knowledge file into Norwegian an editor can act on.

Must not know any particular file format: it gets a model, the data and the line numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from bot.content.problem import Problem
from bot.content.yaml_file import KeyPath, YamlFile

Model = TypeVar("Model", bound=BaseModel)

_PLAIN = {
    "string_type": "Her skal det stå tekst. Sett verdien i anførselstegn.",
    "string_too_short": "Feltet er tomt. Skriv inn en tekst.",
    "list_type": "Her skal det stå en liste, for eksempel [en, to].",
    "tuple_type": "Her skal det stå en liste, for eksempel [en, to].",
    "dict_type": "Her skal det stå flere felt under hverandre.",
    "model_type": "Her skal det stå flere felt under hverandre, eller {felt: verdi}.",
    "model_attributes_type": "Her skal det stå flere felt under hverandre, eller {felt: verdi}.",
    "bool_type": "Skriv true eller false.",
    "bool_parsing": "Skriv true eller false.",
    "int_type": "Her skal det stå et helt tall.",
    "int_parsing": "Her skal det stå et helt tall.",
    "missing": "Feltet mangler. Legg det til.",
    "string_pattern_mismatch": "Navnet er skrevet feil. Bruk bare små bokstaver a–z, tall, bindestrek og understrek.",
}
_LIMITS = {
    "too_short": ("Lista har {has}, men skal ha minst {limit}.", "min_length"),
    "too_long": ("Lista har {has}, men skal ha høyst {limit}.", "max_length"),
    "greater_than_equal": ("Tallet skal være minst {limit}.", "ge"),
    "less_than_equal": ("Tallet skal være høyst {limit}.", "le"),
    "greater_than": ("Tallet skal være mer enn {limit}.", "gt"),
    "less_than": ("Tallet skal være mindre enn {limit}.", "lt"),
}


def did_you_mean(word: object, known: Iterable[str]) -> str:
    """Return ` Mente du «...»?` for the nearest known word, or nothing when none is near."""
    match = process.extractOne(str(word), sorted(known), scorer=fuzz.ratio, score_cutoff=60)
    return f" Mente du «{match[0]}»?" if match else ""


def dotted(path: Iterable[str | int]) -> str:
    """Write a path as an editor sees it: `variants[0].for.role[1]`."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else (f".{part}" if text else str(part))
    return text


def unexpected_shape(file: YamlFile, path: KeyPath, message: str) -> Problem:
    """Return the problem that the field at `path` is not built as it should be."""
    return Problem(file.name, dotted(path), message, file.line_of(path))


def build(model: type[Model], data: Any, file: YamlFile, at: KeyPath = ()) -> tuple[Model | None, list[Problem]]:
    """Return the model built from `data`, or None and every problem with its line. `at` is where `data` stands in the
    file."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, [_problem(detail, model, file, at) for detail in error.errors(include_url=False)]


def _problem(detail: ErrorDetails, model: type[BaseModel], file: YamlFile, at: KeyPath) -> Problem:
    path = (*at, *(part for part in detail["loc"]))
    return Problem(file.name, dotted(path), _message(detail, model), file.line_of(path))


def _message(detail: ErrorDetails, model: type[BaseModel]) -> str:
    kind, given = detail["type"], detail["input"]
    context = detail.get("ctx") or {}
    if kind == "extra_forbidden":
        return _unknown_field(detail, model)
    if kind == "literal_error":
        allowed = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
        return f"«{given}» er ikke et gyldig valg.{did_you_mean(given, allowed.split(', '))} Velg blant: {allowed}."
    if kind in _LIMITS:
        words, number = _LIMITS[kind]
        return words.format(has=context.get("actual_length"), limit=context.get(number))
    if kind == "value_error":
        return str(context.get("error", "Verdien er feil."))
    if kind.startswith("date"):
        return f"«{given}» er ikke en dato. Skriv år-måned-dag, for eksempel 2027-05-22."
    return _PLAIN.get(kind, "Verdien er skrevet feil. Sammenlign med en fil som virker.")


def _unknown_field(detail: ErrorDetails, model: type[BaseModel]) -> str:
    name = detail["loc"][-1]
    if detail["input"] is None and isinstance(name, str) and " " in name:
        if not set(name).isdisjoint("“”„"):
            return (
                'Anførselstegnene er slik Word skriver dem (”). Bruk rette anførselstegn ("), eller et annet program.'
            )
        return "Teksten er kuttet av et komma. Sett hele verdien i anførselstegn."
    return f"Feltet «{name}» finnes ikke.{did_you_mean(name, _names(model))}"


def _names(model: type[BaseModel]) -> set[str]:
    """Return the field names of the model and of the models inside it."""
    names: set[str] = set()
    for name, info in model.model_fields.items():
        names.add(info.alias or name)
        for inner in _models_in(info.annotation):
            names |= _names(inner)
    return names


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in getattr(annotation, "__args__", ()) for model in _models_in(part)]


def nearest(where: str, lines: Mapping[str, int]) -> int | None:
    """Return the line of the field, or of the nearest field around it whose line is known."""
    while where and where not in lines:
        where = re.sub(r"(\.?[^.\[\]]+|\[\d+\])$", "", where)
    return lines.get(where)
