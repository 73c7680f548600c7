"""The card of an outcome: what to do, who, by when, whom to contact, what must be done first, and the next button."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.content.guide import Outcome
from bot.content.profile import MunicipalityProfile
from bot.content.routing import teams_for
from bot.content.team import Team
from bot.domain.reply import Block, Box, Bullets, Button, Card, Facts, Folded, Paragraph, Row, Rows
from dialogs.days import long_day, short_date
from dialogs.guide.checkpoints import checkpoint_lines, parents_must_wait
from dialogs.guide.contact_rows import contact_rows, known_first, where_button
from dialogs.guide.places import fitting_measures, forums_for_theme
from dialogs.guide.sitting import Sitting
from dialogs.guide.step_card import local_wording
from dialogs.guide.wording import footnote, todo_of
from dialogs.practice.story import practice_buttons, verdict_blocks
from dialogs.where.team_words import beside_first, consultation_words, first_words, meets_words

HOLDERS = ("niva_3_plan", "niva_2_plan", "niva_1_plan")
"""Steps that ask who has the stafettpinne, the latest first."""
THEME_RULE, EARLY_RULE = "team_for_system", "tidlig_team"
"""Team rules of the outcomes about a theme, and about measures in the own service."""


def outcome_card(sitting: Sitting) -> Card:
    """Return the card of the outcome reached."""
    outcome = sitting.outcome
    assert outcome is not None  # noqa: S101  (callers show a step otherwise)
    text = sitting.around.text
    where = outcome.heading or (text(f"guide.level_{outcome.level}") if outcome.level is not None else "")
    where = where or text("guide.outcome_header")
    title = sitting.concern.title
    return Card(
        kind="guide_outcome",
        header=(text("guide.header", title=title, where=where) if title else where, text("guide.outcome_header")),
        title=outcome.title,
        intro=outcome.intro or "",
        blocks=tuple(_blocks(sitting, outcome)),
        buttons=tuple(_buttons(sitting, outcome)),
        footnote=footnote(sitting.guide, _sources(sitting, outcome), sitting.around, sitting.profile),
        speak=outcome.title,
    )


def _blocks(sitting: Sitting, outcome: Outcome) -> list[Block]:
    text = sitting.around.text
    blocks = verdict_blocks(sitting.concern, sitting.walk.place, sitting.guide, sitting.around)
    blocks += [Box((Paragraph(said),), "warning") for said in sitting.walk.said]
    if parents_must_wait(sitting):
        blocks.append(Box((Paragraph(text("guide.parents_wait"), strong=True),), "attention"))
    rows = contact_rows(outcome.contacts, sitting)
    numbers: list[Block] = [Paragraph(text("guide.who_to_ring"), strong=True), Rows(rows)] if rows else []
    if outcome.danger and rows:
        blocks.append(Rows(known_first(rows), tone="attention"))
    if outcome.local_text:
        blocks.append(local_wording(sitting, outcome.local_text))
    blocks += _before(sitting, outcome)
    blocks.append(Bullets(_actions(sitting, outcome), text("guide.do_this"), numbered=True))
    if outcome.do_not:
        blocks.append(Box((Bullets(outcome.do_not, text("guide.do_not")),), "attention"))
    blocks += _team(sitting, outcome) + _measures(sitting, outcome) + _facts(sitting)
    blocks += [] if outcome.danger else numbers
    if outcome.duty:
        blocks.append(Paragraph(outcome.duty))
    blocks.append(Paragraph(sitting.guide.every_outcome_ends_with.duty, strong=True))
    return blocks + _folded(sitting, outcome)


def _actions(sitting: Sitting, outcome: Outcome) -> tuple[str, ...]:
    text = sitting.around.text
    return tuple(text("guide.do_row", what=one.what, who=one.who, by=one.by) for one in outcome.do)


def _before(sitting: Sitting, outcome: Outcome) -> list[Block]:
    text = sitting.around.text
    blocks: list[Block] = []
    todo = todo_of(sitting.guide, sitting.walk.answers) if outcome.carries_todo else ()
    if todo:
        blocks.append(Box((Bullets(todo, text("guide.todo")),), "warning"))
    first = tuple(one for one in outcome.first if one not in todo)
    if first:
        blocks.append(Box((Bullets(first, text("guide.first"), numbered=True),), "accent"))
    return blocks


def _team(sitting: Sitting, outcome: Outcome) -> list[Block]:
    if outcome.team_rule is None:
        return []
    text, profile, team = sitting.around.text, sitting.profile, sitting.team
    if profile is None:
        return [Paragraph(text("guide.team_none_anywhere"), subtle=True)]
    forums = forums_for_theme(sitting, profile) if outcome.team_rule == THEME_RULE else []
    if forums:
        return [*forums, *_about_plan(sitting, profile)]
    if team is None and sitting.guide.named_rules[outcome.team_rule].optional:
        return []
    if team is None:
        who = profile.contact(profile.dont_know_contact).name
        return [Paragraph(text("guide.team_none", municipality=profile.name, who=who), subtle=True)]
    lines: list[Block] = [Paragraph(text("guide.team", name=team.name), strong=True)]
    lines += [Paragraph(line) for line in team_lines(team, sitting, short=True)]
    if team.contact and team.contact not in outcome.contacts:
        lines.append(Rows(contact_rows((team.contact,), sitting)))
    more = Button(text("guide.team_more"), "where_team", team.id, submits_inputs=False)
    lines.append(Rows((Row("›", text("guide.team_more"), press=more),)))
    return [Box(tuple(lines), "accent"), *_advisers(sitting, profile, team), *_about_plan(sitting, profile)]


def _about_plan(sitting: Sitting, profile: MunicipalityProfile) -> list[Block]:
    """Return what is unsettled in the municipality's plan, and that it has run out when it has."""
    text = sitting.around.text
    blocks: list[Block] = [Paragraph(note, subtle=True) for note in profile.notes]
    if ended := profile.ended(sitting.around.today):
        note = text("guide.out_of_date", municipality=profile.name, date=short_date(ended))
        blocks.append(Paragraph(note, subtle=True))
    return blocks


def _measures(sitting: Sitting, outcome: Outcome) -> list[Block]:
    """Return the municipality's measures where one shall be tried in the own service (row V102)."""
    if outcome.team_rule != EARLY_RULE or sitting.profile is None:
        return []
    return fitting_measures(sitting, sitting.profile)


def _advisers(sitting: Sitting, profile: MunicipalityProfile, shown: Team) -> list[Block]:
    """Return the teams that give advice on just these themes, such as grave illness or overweight."""
    answers = sitting.walk.answers
    themes, child = answers.get("hva_har_du_sett", {}).get("tema", ()), answers.get("om_barnet", {})
    advising = teams_for(
        profile.teams, child.get("alder", ""), child.get("arena"), themes, purpose="raad", role=sitting.role
    )
    fitting = [team for team in advising if team.themes and team is not shown]
    text = sitting.around.text
    return [Paragraph(text("guide.team_advice", name=team.name, for_=team.for_)) for team in fitting]


def team_lines(team: Team, sitting: Sitting, *, short: bool = False) -> list[str]:
    """Return what people need to know about a team before they go there; `short` leaves the rest to the team's card."""
    text = sitting.around.text
    lines = [text("guide.team_for", for_=team.for_)]
    lines += [team.why_ways_in] if team.why_ways_in and not short else []
    first = first_words(team, sitting.around)
    lines += [text("guide.team_first", what="; ".join(first))] if first else []
    lines += [team.first_note] if team.first_note and not short else []
    lines += beside_first(team, sitting.around)
    lines += [meets_words(team.meets, sitting.around)] if team.meets else []
    lines += [text("guide.team_not_for", what="; ".join(team.not_for))] if team.not_for and not short else []
    return lines


def _facts(sitting: Sitting) -> list[Block]:
    text = sitting.around.text
    answers = sitting.walk.answers
    pairs: list[tuple[str, str]] = []
    plan = next((name for name in HOLDERS if name in answers), None)
    if plan:
        step = sitting.guide.steps[plan]
        holder = step.field("stafettpinne")
        chosen = answers[plan].get("stafettpinne")
        said = next((one.say for one in holder.choices if one.id == chosen), "") if holder else ""
        pairs.append((text("guide.stafettpinne"), text("guide.stafettpinne_none") if chosen == "ingen" else said))
        when = next(
            (answers[plan][field.id] for field in step.fields if field.kind == "date" and answers[plan].get(field.id)),
            "",
        )
        if when:
            pairs.append((text("guide.evaluation"), long_day(date.fromisoformat(when))))
    blocks: list[Block] = [Facts(tuple(pairs))] if pairs else []
    helped = answers.get("om_barnet", {}).get("vedtak", "")
    if helped == "barnekoordinator":
        blocks.append(Paragraph(text("guide.coordinator_has_it")))
    elif helped in ("vedtak", "ansvarsgruppe"):
        blocks.append(Paragraph(text("guide.has_decision")))
    return blocks


def _services(sitting: Sitting, outcome: Outcome) -> list[Block]:
    profile = sitting.profile
    if profile is None:
        return []
    band = sitting.walk.answers.get("om_barnet", {}).get("alder", "")
    found = [profile.services[key] for key in outcome.services if key in profile.services]
    arena = sitting.walk.answers.get("om_barnet", {}).get("arena", "")
    at_place = [one for one in found if not one.arenas or arena in (*one.arenas, "", "annet")]
    fitting = [service for service in at_place if service.age.fits(band) != "no"]
    text = sitting.around.text
    lines = [text("guide.service_row", name=one.name, they_do=one.they_do) for one in fitting]
    lines += [said for one in fitting if (said := consultation_words(one, band, sitting.around))]
    rows = contact_rows([one.contact for one in fitting if one.contact], sitting)
    return [Folded(text("guide.services"), (Bullets(tuple(lines)), Rows(rows)))] if lines else []


def _folded(sitting: Sitting, outcome: Outcome) -> list[Block]:
    text = sitting.around.text
    parts: list[Block] = _services(sitting, outcome)
    points = () if outcome.danger else checkpoint_lines(sitting)
    if points:
        parts.append(Folded(text("guide.checkpoints"), (Bullets(points),)))
    if outcome.write_down:
        parts.append(Folded(text("guide.write_down"), (Bullets(outcome.write_down),)))
    if outcome.say:
        parts.append(Folded(text("guide.say"), (Bullets(outcome.say),)))
    disagree, ways = sitting.guide.every_outcome_ends_with.disagreeing(danger=outcome.danger)
    listed: tuple[Block, ...] = (Bullets(ways),) if ways else ()
    parts.append(Folded(text("guide.disagree"), (Paragraph(disagree), *listed)))
    return parts


def _buttons(sitting: Sitting, outcome: Outcome) -> list[Button]:
    if sitting.concern.practice:
        return practice_buttons(sitting.concern, sitting.around)
    buttons = [next_button(one.say, one.do, sitting) for one in outcome.next]
    buttons += where_button(sitting, has_numbers=bool(outcome.contacts))
    if sitting.walk.given and len(buttons) < 6:
        change = Button(sitting.around.text("guide.change"), "guide_answers", sitting.concern.id, submits_inputs=False)
        buttons.append(change)
    return buttons


def next_button(say: str, do: str, sitting: Sitting) -> Button:
    """Return the button for a `do` of a guide file."""
    kind, _, what = do.partition(":")
    verbs = {
        "article": ("article", what),
        "guide": ("guide_start", what),
        "case": ("menu_submit", sitting.concern.id),
        "reminder": ("guide_reminder", f"{sitting.concern.id}.{what}"),
        "where": ("menu_where", ""),
        "summary": ("guide_summary", sitting.concern.id),
        "change": ("guide_change", f"{sitting.concern.id}.{what}"),
        "change_last_answer": ("guide_back", sitting.concern.id),
    }
    verb, target = verbs[kind]
    return Button(say, verb, target, style="positive" if kind == "case" else "default", submits_inputs=False)


def _sources(sitting: Sitting, outcome: Outcome) -> Sequence[str]:
    team = sitting.team
    return tuple(dict.fromkeys((*outcome.sources, *(team.sources if team else ()))))
