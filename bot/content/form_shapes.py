"""Which fields each kind of piece has in its form. Must not know where the pieces stand, nor their labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from bot.content.forms import Kind, Spec
from bot.content.team import Weekday


def _spec(name: str, kind: Kind = "line", *path: str, required: bool = False) -> Spec:
    return Spec(name, path or (name,), kind, required=required)


KNOWN_CONTACT = (
    _spec("name", required=True),
    _spec("value", "lines", required=True),
    _spec("hours"),
    _spec("note", "text"),
    _spec("url"),
)
UNKNOWN_CONTACT = (*KNOWN_CONTACT[:1], _spec("value", "lines"), *KNOWN_CONTACT[2:], _spec("until_then", "text"))
ROLE_CONTACT = (*KNOWN_CONTACT[:1], *KNOWN_CONTACT[2:4])
MEETING = (
    _spec("weekday_and_time", "line", "meets", "weekday_and_time"),
    _spec("rhythm", "line", "meets", "rhythm", required=True),
    _spec("starts_on", "date", "meets", "starts_on"),
    _spec("deadline_before_meeting", "line", "meets", "deadline_before_meeting"),
    _spec("where", "line", "meets", "where"),
    _spec("link", "line", "meets", "link"),
    _spec("dates", "dates", "meets", "dates"),
    _spec("not_on", "dates", "meets", "not_on"),
    _spec("until_then", "text", "meets", "until_then", required=True),
    _spec("ordinary", "line", "clock", "ordinary"),
    _spec("ordinary_working_days", "number", "clock", "ordinary_working_days"),
    _spec("urgent_office_hours", "number", "clock", "urgent_office_hours"),
    *(_spec(f"on_duty_{name}", "line", "on_duty", name) for name in get_args(Weekday)),
)
"""When a team meets, how fast it answers, and which role has duty by weekday, where no member has said so."""
RECORDS: Mapping[str, Sequence[Spec]] = {
    "services": (
        _spec("name", required=True),
        _spec("they_do", "text", required=True),
        _spec("they_do_not", "text"),
        _spec("who_may_contact", "text", required=True),
        _spec("how", "text"),
    ),
    "measures": (_spec("name", required=True), _spec("what", "text", required=True)),
    "structures": (
        _spec("name", required=True),
        _spec("use_when", "text", required=True),
        _spec("rhythm"),
        _spec("led_by"),
    ),
    "links": (_spec("name", required=True), _spec("url", required=True), _spec("if_dead", "text", required=True)),
    "consent": (_spec("rule", "text", required=True),),
    "year": (_spec("name", required=True), _spec("how_often", required=True), _spec("who")),
}
"""Sections of a municipality's file besides contacts and teams."""
DATES = (
    _spec("checked_on", "date", required=True),
    _spec("checked_by", required=True),
    _spec("review_by", "date", required=True),
)
PROFILE_DATES = (*DATES, _spec("valid_until", "date"))
ARTICLE_HEAD = (
    _spec("title", required=True),
    _spec("asked_as", "lines", required=True),
    _spec("related", "lines"),
    *DATES,
    _spec("certainty", required=True),
    _spec("certainty_note", "text"),
    _spec("lawyer_read_on", "date"),
    _spec("review_list", "yes", required=True),
)
CITED = (
    _spec("cited_id", "line", "id"),
    _spec("cited_other", "line", "id"),
    _spec("cited_section", "line", "section"),
    _spec("source_says", "text", "says", required=True),
    _spec("remove"),
)
"""One source of an answer."""
VARIANT = (
    _spec("for_role", "lines", "for", "role"),
    _spec("for_municipality", "lines", "for", "municipality"),
    _spec("for_age", "ages", "for", "age_years"),
    _spec("variant_text", "text", "text", required=True),
    _spec("variant_sources", "lines", "sources"),
    _spec("remove"),
)
"""What an answer says besides to some roles, municipalities or ages."""
CHOSEN = ("ways_in", "must_be_done_first")
"""Facts that are chosen from a list: the program knows only some words."""
LISTED = ("must_be_done_first", "ways_in", "phrases", "count_as_yes", "count_as_no", "do_not", "say", "write_down")
"""Facts that are lists even while they are unknown."""


def step_specs(step: Mapping[str, Any]) -> tuple[Spec, ...]:
    """Return the texts and contacts of a step of a guide; where it leads is not for a form."""
    fixed = [
        _spec("ask", "text", required=True),
        _spec("short"),
        _spec("why", "text"),
        _spec("help", "text"),
        _spec("count_as_yes", "lines"),
        _spec("count_as_no", "lines"),
        _spec("phrases", "lines"),
    ]
    options = _numbered(step.get("options"), "options", ("say",))
    return (*fixed, *options, _spec("contacts", "lines"))


def outcome_specs(outcome: Mapping[str, Any]) -> tuple[Spec, ...]:
    """Return the texts and contacts of an outcome."""
    head = (_spec("title", required=True), _spec("intro", "text"))
    tail = tuple(_spec(name, "lines") for name in ("do_not", "first", "write_down", "say"))
    does = _numbered(outcome.get("do"), "do", ("what", "who", "by"))
    return (*head, *does, *tail, _spec("duty", "text"), _spec("contacts", "lines"))


COURSE_HEAD = (
    _spec("title", required=True),
    _spec("intro", "text", required=True),
    _spec("version", required=True),
    *DATES,
)
PRACTICE_CASE = (
    _spec("title", required=True),
    _spec("story", "text", required=True),
    _spec("case_why", "text", "why", required=True),
)


def chapter_specs(chapter: Mapping[str, Any]) -> tuple[Spec, ...]:
    """Return the texts of a chapter and its question; which answer is right is not for a form."""
    quiz = chapter.get("quiz")
    choices = quiz.get("choices") if isinstance(quiz, Mapping) else None
    many = range(len(choices)) if isinstance(choices, list) else ()
    answers = tuple(
        Spec(f"choice_{name}", ("quiz", "choices", index, name), "text", index + 1, required=True)
        for index in many
        for name in ("say", "because")
    )
    return (
        _spec("title", required=True),
        _spec("intro", "text"),
        _spec("points", "lines", required=True),
        _spec("quiz_ask", "text", "quiz", "ask", required=True),
        *answers,
    )


def _numbered(entries: Any, where: str, names: Sequence[str]) -> tuple[Spec, ...]:
    many = entries if isinstance(entries, list) else []
    return tuple(
        Spec(f"{where}_{name}", (where, index, name), number=index + 1, required=True)
        for index in range(len(many))
        for name in names
    )
