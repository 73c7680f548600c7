"""Fields where an editor chooses from a list instead of writing ids: contacts of a step, answers to see next."""

from __future__ import annotations

from collections.abc import Mapping

from bot.content.forms import Form, FormField
from bot.domain.reply import Choice
from dialogs.dialog import Around

CHOSEN = ("contacts", "related")
"""Fields of ids with a list to choose from; what stands there now is always among the choices."""


def choices_of(field: FormField, form: Form, around: Around) -> tuple[Choice, ...]:
    """Return what can be chosen in the field, by the names people know, what stands there now first."""
    now = field.value.split()
    named = _contacts(around) if field.spec.id == "contacts" else _nearest(form, around)
    return tuple(Choice(key, named.get(key, key)) for key in dict.fromkeys([*now, *named]))


def _contacts(around: Around) -> dict[str, str]:
    """Return the contacts every municipality has: a step is the same for all of them."""
    profiles = list(around.knowledge.profiles.values())
    shared = set.intersection(*(set(one.numbers) for one in profiles)) if profiles else set()
    found = {key: str(number.name) for one in profiles[:1] for key, number in one.numbers.items() if key in shared}
    return dict(sorted(found.items(), key=lambda one: one[1].casefold()))


def _nearest(form: Form, around: Around) -> dict[str, str]:
    """Return the answers that lie nearest to this one, and those it names already."""
    articles = around.knowledge.articles
    own = form.target.partition(":")[2]
    related = next((one.value.split() for one in form.fields if one.spec.id == "related"), [])
    near = [hit.slug for hit in around.answers.search(form.title).ranked]
    return {slug: articles[slug].title for slug in (*related, *near) if slug in articles and slug != own}


def as_lines(form: Form, values: Mapping[str, str]) -> dict[str, str]:
    """Return the values as the form writes them: ids on lines, those that stood there before in the order they had."""
    written = dict(values)
    for field in form.fields:
        if field.spec.id in CHOSEN and field.spec.name in values:
            said = [one for one in values[field.spec.name].replace(",", " ").split() if one]
            before = field.value.split()
            kept = [one for one in before if one in said]
            written[field.spec.name] = "\n".join([*kept, *(one for one in said if one not in before)])
    return written
