"""Fields where an editor chooses from a list instead of writing ids: contacts, answers, sources, roles, ages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import get_args

from rapidfuzz import fuzz, process

from bot.content.form_shapes import CHOSEN
from bot.content.forms import Form, FormField
from bot.content.model_problem import dotted
from bot.content.problem import KnowledgeError, Problem
from bot.content.source import CERTAINTY_ORDER
from bot.content.team import Ordinary, Precondition, Way
from bot.domain.conversation import ROLES
from bot.domain.reply import Choice
from dialogs.dialog import Around

SEVERAL = (
    *("contacts", "related", "for_role", "for_municipality", "for_age", "variant_sources", "remove"),
    *CHOSEN,
)
ONE = ("certainty", "review_list", "cited_id", "source", "ordinary")
"""Fields with a list to choose from; what stands there now is always among the choices."""
AGES = range(19)
MANY_SOURCES = 60
"""A card holds only so many; any other source is found by what is written of it."""
_IDS = re.compile(r"[\s,]+")
LEAST_LIKE = 60
"""rapidfuzz ratio (0–100) from which what is typed is likely meant for one of the choices."""
LIKE, BEST = 20, 70
"""How many sources may be like what was written, and the rapidfuzz score (0–100) from which they are."""


def choices_of(field: FormField, form: Form, around: Around) -> tuple[Choice, ...]:
    """Return what can be chosen in the field, by the names people know, what stands there now first."""
    named = _NAMED[field.spec.id](field, form, around)
    keys = [*field.value.split(), *named]
    if field.spec.id == "for_age":
        keys = sorted(keys, key=int)
    return tuple(Choice(key, named.get(key, key)) for key in dict.fromkeys(keys))


def _contacts(_field: FormField, _form: Form, around: Around) -> dict[str, str]:
    """Return the contacts every municipality has: a step is the same for all of them."""
    profiles = list(around.knowledge.profiles.values())
    shared = set.intersection(*(set(one.numbers) for one in profiles)) if profiles else set()
    found = {key: str(number.name) for one in profiles[:1] for key, number in one.numbers.items() if key in shared}
    return dict(sorted(found.items(), key=lambda one: one[1].casefold()))


def _nearest(_field: FormField, form: Form, around: Around) -> dict[str, str]:
    """Return the answers that lie nearest to this one, and those it names already."""
    articles = around.knowledge.articles
    own = form.target.partition(":")[2]
    related = next((one.value.split() for one in form.fields if one.spec.id == "related"), [])
    near = [hit.slug for hit in around.answers.search(form.title).ranked]
    return {slug: articles[slug].title for slug in (*related, *near) if slug in articles and slug != own}


def _near_sources(field: FormField, form: Form, around: Around) -> dict[str, str]:
    """Return the source that stands there, and those the nearest answers cite."""
    articles = around.knowledge.articles
    near = (hit.slug for hit in around.answers.search(form.title).ranked if hit.slug in articles)
    cited = dict.fromkeys(one.id for slug in near for one in articles[slug].sources)
    return _sources([*field.value.split(), *islice(cited, MANY_SOURCES)], around)


def _sources_for_new(field: FormField, form: Form, around: Around) -> dict[str, str]:
    """Return the sources that are like what was written, those the nearest answers cite, and those most answers do."""
    articles, said = around.knowledge.articles, {one.spec.id: one.value for one in form.fields}
    names = _sources(around.knowledge.sources, around)
    like = process.extract(said["source_other"], names, scorer=fuzz.WRatio, limit=LIKE, score_cutoff=BEST)
    near = around.answers.search(f"{said['title']} {said['asked_as']}").ranked
    cited = [one.id for hit in near if hit.slug in articles for one in articles[hit.slug].sources]
    often = Counter(one.id for article in articles.values() for one in article.sources)
    found = dict.fromkeys(
        [*field.value.split(), *(key for *_, key in like), *cited, *(key for key, _ in often.most_common())]
    )
    return {key: names[key] for key in islice((one for one in found if one in names), MANY_SOURCES)}


def _own_sources(field: FormField, _form: Form, around: Around) -> dict[str, str]:
    return _sources(field.offers, around)


def _sources(ids: Iterable[str], around: Around) -> dict[str, str]:
    known = around.knowledge.sources
    return {one: f"{known[one].title}, {known[one].section}" if one in known else one for one in ids}


def _roles(_field: FormField, _form: Form, around: Around) -> dict[str, str]:
    return {role: around.text(f"names.role_{role}") for role in ROLES}


def _municipalities(_field: FormField, _form: Form, around: Around) -> dict[str, str]:
    return {key: one.name for key, one in around.knowledge.profiles.items()}


def _ages(_field: FormField, _form: Form, around: Around) -> dict[str, str]:
    return {str(age): around.text("editors.years_old", age=age) for age in AGES}


def _ways_in(_field: FormField, _form: Form, around: Around) -> dict[str, str]:
    return {one: around.text(f"case.way_{one}") for one in get_args(Way)}


def _done_first(_field: FormField, _form: Form, around: Around) -> dict[str, str]:
    return {one: around.text(f"names.precondition_{one}") for one in get_args(Precondition)}


def _certainties(_field: FormField, _form: Form, around: Around) -> dict[str, str]:
    return {one: around.text(f"answers.certainty_{one}") for one in CERTAINTY_ORDER}


def _yes_or_no(_field: FormField, _form: Form, around: Around) -> dict[str, str]:
    return {"true": around.text("editors.yes_lawyer"), "false": around.text("editors.no_lawyer")}


def _ordinary(_field: FormField, _form: Form, around: Around) -> dict[str, str]:
    return {one: around.text(f"editors.ordinary_{one}") for one in get_args(Ordinary)}


def _remove(_field: FormField, _form: Form, around: Around) -> dict[str, str]:
    return {"true": around.text("editors.yes_remove")}


_NAMED: Mapping[str, Callable[[FormField, Form, Around], dict[str, str]]] = {
    "contacts": _contacts,
    "related": _nearest,
    "cited_id": _near_sources,
    "source": _sources_for_new,
    "ways_in": _ways_in,
    "must_be_done_first": _done_first,
    "variant_sources": _own_sources,
    "for_role": _roles,
    "for_municipality": _municipalities,
    "for_age": _ages,
    "certainty": _certainties,
    "review_list": _yes_or_no,
    "remove": _remove,
    "ordinary": _ordinary,
}


def refuse_not_offered(form: Form, values: Mapping[str, str], around: Around) -> None:
    """Raise KnowledgeError with each field whose typed words name none of what can be chosen there, in the names people
    know; ages may be written as 12-15."""
    found = []
    for field in form.fields:
        spec = field.spec
        if spec.id not in (*SEVERAL, *ONE) or spec.kind == "ages" or not (said := values.get(spec.name, "").strip()):
            continue
        offered = {one.value: one.title for one in choices_of(field, form, around)}
        is_one = said in offered or spec.id in ONE
        known = {*offered, *around.knowledge.articles, *around.knowledge.sources}  # what others took out meanwhile
        unknown = " ".join(one for one in ([said] if is_one else _IDS.split(said)) if one not in known)
        if unknown:
            text = around.text("editors.not_offered", said=unknown[:80], meant=titled_like(unknown, offered))
            found.append(Problem(form.file, dotted(spec.path), text))
    if found:
        raise KnowledgeError(found)


def titled_like(said: str, offered: Mapping[str, str]) -> str:
    """Return ` Mente du «…»?` with the title of what is called nearly so, by its title or its id."""
    names = {**{title: title for title in offered.values()}, **offered}
    near = process.extractOne(said, names.keys(), scorer=fuzz.ratio, score_cutoff=LEAST_LIKE)
    return f" Mente du «{names[near[0]]}»?" if near else ""


def as_lines(form: Form, values: Mapping[str, str]) -> dict[str, str]:
    """Return the values as the form writes them: ids on lines, those that stood there before in the order they had."""
    written = dict(values)
    for field in form.fields:
        if field.spec.id in SEVERAL and field.spec.name in values:
            said = [one for one in values[field.spec.name].replace(",", " ").split() if one]
            before = field.value.split()
            kept = [one for one in before if one in said]
            written[field.spec.name] = "\n".join([*kept, *(one for one in said if one not in before)])
    return written
