"""Holds every guide against the rules an editor must keep: no dead end, no loop, no way around the safety questions.

Must not know what a named rule does, only where its file says it may lead. Lines are filled in by `check`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.content.check_checkpoints import check_checkpoints
from bot.content.check_dates import wrong_dates
from bot.content.check_guide_words import check_words
from bot.content.guide import Guide, GuideStep, NamedRule, Option, Outcome
from bot.content.guide_ways import Ways
from bot.content.model_problem import did_you_mean
from bot.content.problem import Problem, Severity
from bot.content.profile import MunicipalityProfile
from bot.content.source import Source
from bot.domain.reminder_kinds import NAMED_IN_GUIDES

NEXT_KINDS = ("article", "guide", "case", "reminder", "where", "summary", "change", "change_last_answer")


@dataclass(frozen=True)
class Known:
    """What a guide may refer to."""

    sources: Mapping[str, Source]
    profiles: Mapping[str, MunicipalityProfile]
    articles: frozenset[str]
    guides: Mapping[str, Guide]
    rules: frozenset[str] | None = None
    """Names of the Python rules; None when they are not at hand, and then they are not checked."""


def check_guides(known: Known, *, today: date) -> list[Problem]:
    """Return every problem in the guides."""
    return [problem for guide in known.guides.values() for problem in check_guide(guide, known, today=today)]


def check_guide(guide: Guide, known: Known, *, today: date) -> list[Problem]:
    """Return every problem in one guide."""
    note = Note(guide)
    problems = [*_targets(guide, note), *_rules(guide, known, note)]
    if not any(problem.severity == "feil" for problem in problems):
        problems += [*_ways(guide, note), *_unsure(guide, note), *_safety(guide, note)]
    problems += [
        *_definitions(guide, note),
        *_references(guide, known, note),
        *check_checkpoints(guide, known.profiles, note),
    ]
    problems += [*check_words(guide, note)]
    problems += [*_dates(guide, today, note), *_severity(guide, note)]
    return problems


@dataclass(frozen=True)
class Note:
    """Writes problems of one guide."""

    guide: Guide

    def __call__(self, where: str, message: str, severity: Severity = "feil") -> Problem:
        """Return a problem at a field of the guide's file."""
        return Problem(f"guides/{self.guide.id}.yaml", where, message, severity=severity)


Noting = Callable[..., Problem]


def _targets(guide: Guide, note: Noting) -> Iterator[Problem]:
    """Every arrow leads to a step or an outcome that exists."""
    places = {*guide.steps, *guide.outcomes}
    if guide.start not in guide.steps:
        yield note("start", f"Steget «{guide.start}» finnes ikke.{did_you_mean(guide.start, guide.steps)}")
    for name, step in guide.steps.items():
        for index, option in enumerate(step.options):
            yield from _option(name, index, option, places, note)
        ends = [("go_to", step.go_to), ("otherwise.go_to", step.otherwise.go_to if step.otherwise else None)]
        for field, target in ends:
            if target and target not in places:
                text = f"Steget «{name}» går til «{target}», men det steget finnes ikke.{did_you_mean(target, places)}"
                yield note(f"steps.{name}.{field}", text)


def _option(name: str, index: int, option: Option, places: set[str], note: Noting) -> Iterator[Problem]:
    where = f"steps.{name}.options[{index}]"
    if option.go_to and option.go_to_rule:
        yield note(where, f"Valget «{option.say}» har både go_to og go_to_rule. Behold én.")
    if not option.go_to and not option.go_to_rule:
        yield note(where, f"Steget «{name}»: valget «{option.say}» fører ingen steder. Legg til go_to.")
    if option.go_to and option.go_to not in places:
        text = f"Steget «{name}»: valget «{option.say}» går til «{option.go_to}», men det steget finnes ikke."
        yield note(f"{where}.go_to", text + did_you_mean(option.go_to, places))


def _rules(guide: Guide, known: Known, note: Noting) -> Iterator[Problem]:
    """Every rule is described, exists in Python, and leads somewhere that exists."""
    used = set()
    for where, rule in _rule_uses(guide):
        used.add(rule)
        if rule not in guide.named_rules:
            text = f"Regelen «{rule}» er ikke beskrevet i named_rules.{did_you_mean(rule, guide.named_rules)}"
            yield note(where, text)
        elif lacks := _lacks(where, guide.named_rules[rule]):
            yield note(where, f"Regelen «{rule}» gir ikke {lacks}, og kan ikke brukes her.")
    for name, described in guide.named_rules.items():
        if known.rules is not None and name not in known.rules:
            guess = did_you_mean(name, known.rules)
            text = f"Regelen «{name}» finnes ikke i programmet.{guess} Be en utvikler lage den."
            yield note(f"named_rules.{name}", text)
        if name not in used:
            yield note(f"named_rules.{name}", f"Regelen «{name}» brukes ikke.", "advarsel")
        yield from _rule(guide, name, described, note)


def _lacks(where: str, rule: NamedRule) -> str:
    """Return what a rule must give where it is used, and does not say that it gives; empty when it does."""
    match where.rpartition(".")[2]:
        case "team_rule":
            return "" if rule.picks_team else "et team (picks_team)"
        case "go_to_rule":
            return "" if rule.goes_to else "et sted å gå (goes_to)"
        case _:
            return "" if rule.answers else "ja eller nei (answers)"


def _rule(guide: Guide, name: str, described: NamedRule, note: Noting) -> Iterator[Problem]:
    places = {*guide.steps, *guide.outcomes}
    for target in described.goes_to:
        if target not in places:
            text = f"Regelen kan gå til «{target}», men det steget finnes ikke.{did_you_mean(target, places)}"
            yield note(f"named_rules.{name}.goes_to", text)
    for step in described.reads:
        if step not in guide.steps:
            text = f"Regelen leser «{step}», men det steget finnes ikke.{did_you_mean(step, guide.steps)}"
            yield note(f"named_rules.{name}.reads", text)


def _rule_uses(guide: Guide) -> Iterator[tuple[str, str]]:
    for name, step in guide.steps.items():
        otherwise = step.otherwise.go_to_rule if step.otherwise else None
        uses = [("go_to_rule", step.go_to_rule), ("show_when_rule_says_yes", step.show_when_rule_says_yes)]
        uses += [("otherwise.go_to_rule", otherwise)]
        uses += [(f"options[{index}].go_to_rule", option.go_to_rule) for index, option in enumerate(step.options)]
        yield from ((f"steps.{name}.{field}", rule) for field, rule in uses if rule)
    for name, outcome in guide.outcomes.items():
        if outcome.team_rule:
            yield f"outcomes.{name}.team_rule", outcome.team_rule
    for name, point in guide.checkpoints.items():
        if point.unless_rule_says_no:
            yield f"checkpoints.{name}.unless_rule_says_no", point.unless_rule_says_no


def _ways(guide: Guide, note: Noting) -> Iterator[Problem]:
    """No loop, no step or outcome that nobody reaches, no step that ends nowhere."""
    ways = Ways(guide)
    loop = ways.loop()
    if loop:
        yield note(f"steps.{loop[0]}", f"Stegene går i ring: {' → '.join(loop)}. Bryt ringen.")
        return
    reached = ways.reachable(guide.start)
    for name in guide.steps:
        if name not in reached:
            yield note(f"steps.{name}", f"Ingen vei fører til steget «{name}». Slett det, eller la et valg gå dit.")
        elif not ways.after(name):
            yield note(f"steps.{name}", f"Steget «{name}» er en blindvei. Legg til hvor det går videre.")
    for name in guide.outcomes:
        if name not in reached:
            yield note(
                f"outcomes.{name}", f"Ingen vei fører til utfallet «{name}». Slett det, eller la et valg gå dit."
            )


def _definitions(guide: Guide, note: Noting) -> Iterator[Problem]:
    """A question that decides something says what counts as yes and no, and can be answered with «jeg er usikker»."""
    for name, step in guide.steps.items():
        if not step.decides:
            continue
        if not step.count_as_yes or not step.count_as_no:
            text = f"Spørsmålet «{name}» avgjør noe, men mangler count_as_yes eller count_as_no (regn som ja/nei hvis)."
            yield note(f"steps.{name}", text)
        if not any(option.meaning == "usikker" for option in step.options):
            yield note(
                f"steps.{name}.options", f"Spørsmålet «{name}» avgjør noe, men har ikke valget «Jeg er usikker»."
            )


def _unsure(guide: Guide, note: Noting) -> Iterator[Problem]:
    """The mildest end after «usikker» is no milder than the mildest end after «nei»."""
    if set(guide.severity) != set(guide.outcomes):
        return
    ways = Ways(guide)
    for name, step in guide.steps.items():
        mildest = {option.id: ways.mildest(ways.targets(option)) for option in step.options}
        calm = [mildest[option.id] for option in step.options if option.meaning == "nei"]
        for option in step.options:
            if option.meaning == "usikker" and calm and mildest[option.id] < min(calm):
                mild = guide.severity[mildest[option.id]]
                text = f"«{option.say}» kan ende i «{mild}», som er mildere enn det «nei» kan ende i. Det er ikke lov."
                yield note(f"steps.{name}.options", text)


def _safety(guide: Guide, note: Noting) -> Iterator[Problem]:
    """The first question is about safety, and no way to a case request goes around one."""
    for index, safety in enumerate(guide.safety):
        if safety.step not in guide.steps:
            text = f"Steget «{safety.step}» finnes ikke.{did_you_mean(safety.step, guide.steps)}"
            yield note(f"safety[{index}].step", text)
            return
    if guide.start != guide.safety[0].step:
        yield note(
            "start", "Det første spørsmålet må være sikkerhetsspørsmålet. Sett start til det første under safety."
        )
    for outcome, step in Ways(guide).unsafe_case_requests():
        text = f"En vei til «{outcome}» går utenom sikkerhetsspørsmålet «{step}», eller er ikke avklart der."
        yield note(f"outcomes.{outcome}", text)


def _references(guide: Guide, known: Known, note: Noting) -> Iterator[Problem]:
    """Sources, articles, contacts, services and buttons that are named do exist."""
    for where, source in _sources(guide):
        if source not in known.sources:
            text = f"Kilden «{source}» finnes ikke i sources.{did_you_mean(source, known.sources)}"
            yield note(where, text)
    for name, step in guide.steps.items():
        yield from _step_references(name, step, known, note)
    for name, outcome in guide.outcomes.items():
        yield from _outcome_references(name, outcome, guide, known, note)
    for door in guide.doors:
        if door not in known.guides:
            yield note("doors", f"Døra «{door}» finnes ikke.{did_you_mean(door, known.guides)}")


def _step_references(name: str, step: GuideStep, known: Known, note: Noting) -> Iterator[Problem]:
    if not step.sources:
        yield note(f"steps.{name}", f"Steget «{name}» mangler kilde. Fyll ut sources.")
    for field in ("article", "exception_article"):
        slug = getattr(step, field)
        if slug and slug not in known.articles:
            yield note(f"steps.{name}.{field}", f"Svaret «{slug}» finnes ikke.{did_you_mean(slug, known.articles)}")
    yield from _local(f"steps.{name}", step, known, note)


def _outcome_references(name: str, outcome: Outcome, guide: Guide, known: Known, note: Noting) -> Iterator[Problem]:
    yield from _local(f"outcomes.{name}", outcome, known, note)
    if not outcome.contacts:
        yield note(f"outcomes.{name}.contacts", f"Utfallet «{name}» mangler kontakt. Fyll ut contacts.")
    for index, button in enumerate(outcome.next):
        problem = _button(button.do, guide, known)
        if problem:
            yield note(f"outcomes.{name}.next[{index}].do", problem)


def _local(where: str, place: GuideStep | Outcome, known: Known, note: Noting) -> Iterator[Problem]:
    for profile in known.profiles.values():
        add = f"Legg den inn i kommuner/{profile.id}.yaml, eventuelt som ukjent."
        for key in place.contacts:
            if key not in profile.numbers:
                guess = did_you_mean(key, profile.numbers)
                yield note(f"{where}.contacts", f"Kontakten «{key}» finnes ikke i {profile.name}.{guess} {add}")
        for key in getattr(place, "consents", ()):
            if key not in profile.consent:
                yield note(f"{where}.consents", f"Samtykkeregelen «{key}» finnes ikke i {profile.name}. {add}")
        if place.local_text and place.local_text not in profile.guide_texts:
            yield note(f"{where}.local_text", f"Teksten «{place.local_text}» finnes ikke i {profile.name}. {add}")


def _button(do: str, guide: Guide, known: Known) -> str:
    kind, _, what = do.partition(":")
    if kind not in NEXT_KINDS:
        return f"Knappen «{do}» finnes ikke.{did_you_mean(kind, NEXT_KINDS)}"
    lists: dict[str, Sequence[str] | frozenset[str] | Mapping[str, object]] = {
        "article": known.articles,
        "guide": known.guides,
        "reminder": NAMED_IN_GUIDES,
        "change": guide.steps,
    }
    if kind in lists and what not in lists[kind]:
        return f"«{what}» finnes ikke.{did_you_mean(what, lists[kind])}"
    return ""


def _sources(guide: Guide) -> Iterator[tuple[str, str]]:
    for name, step in guide.steps.items():
        yield from ((f"steps.{name}.sources", source) for source in step.sources)
    for name, outcome in guide.outcomes.items():
        yield from ((f"outcomes.{name}.sources", source) for source in outcome.sources)
    for name, point in guide.checkpoints.items():
        yield from ((f"checkpoints.{name}.sources", source) for source in point.sources)


def _dates(guide: Guide, today: date, note: Noting) -> Iterator[Problem]:
    if today > guide.review_by:
        text = f"Veilederen skulle vært kontrollert på nytt innen {guide.review_by:%d.%m.%Y}. Den vises med advarsel."
        yield note("review_by", text, "advarsel")
    yield from (note(*one) for one in wrong_dates(guide.checked_on, guide.review_by, today))


def _severity(guide: Guide, note: Noting) -> Iterator[Problem]:
    for name in guide.outcomes:
        if name not in guide.severity:
            yield note("severity", f"Utfallet «{name}» mangler i severity. Sett det inn mellom mildere og strengere.")
    for name in guide.severity:
        if name not in guide.outcomes:
            yield note("severity", f"Utfallet «{name}» finnes ikke.{did_you_mean(name, guide.outcomes)}")
