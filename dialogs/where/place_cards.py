"""The cards of one team and one service: what they do, who may contact them, what must be done first, when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.content.fact import Unknown, known
from bot.content.profile import Contact, MunicipalityProfile, Service
from bot.content.team import Team
from bot.domain.case_under_way import CASE
from bot.domain.conversation import ConversationState
from bot.domain.reply import Block, Box, Bullets, Button, Card, Paragraph, Rows, Tone
from dialogs.contacts import contact_row, contact_rows
from dialogs.days import short_date
from dialogs.dialog import Around
from dialogs.guide.wording import source_line
from dialogs.where.team_words import beside_first, consultation_words, first_words, meets_words


def about_team_card(team: Team, profile: MunicipalityProfile, state: ConversationState, around: Around) -> Card:
    """Return all about one team."""
    text = around.text
    lines: list[Block] = [Paragraph(_way_in(team, around))]
    lines += [Paragraph(team.why_ways_in)] if team.why_ways_in else []
    lines += _team_people(team, around)
    meets = [Paragraph(meets_words(team.meets, around))] if team.meets else []
    buttons = [new_search(f"team.{team.id}", around), *way_back(state, around)]
    if "enkeltsak" in team.purpose and team.takes_in_channel:
        buttons.insert(0, Button(text("where.send_case"), "menu_submit", style="positive", submits_inputs=False))
    return Card(
        kind="where_team",
        header=(text("where.header", municipality=profile.name), ""),
        title=team.name,
        intro=team.for_,
        blocks=(*_team_first(team, around), *lines, *meets, *_contact(team.contact, state, around)),
        buttons=tuple(buttons),
        footnote=footnote(profile, team.sources, around),
    )


def new_search(place: str, around: Around) -> Button:
    """Return the button to search anew, which names whose card it stands on: what is asked below it is of them."""
    return Button(around.text("where.new_search"), "where_start", place, submits_inputs=False)


def way_back(state: ConversationState, around: Around) -> tuple[Button, ...]:
    """Return the button back to the concern that is open, for those who came from a guide."""
    concern = state.concern()
    if state.active == CASE:
        return ()  # `dialogs.way_back` tells the way back to a case
    if concern is None and state.course is not None and state.course.is_open:
        return (Button(around.text("practice.way_back"), "course_go_on", submits_inputs=False),)
    if concern is None or not concern.title:
        return ()
    return (
        Button(around.text("where.way_back", title=concern.title), "guide_go_on", concern.id, submits_inputs=False),
    )


def _team_people(team: Team, around: Around) -> list[Block]:
    text = around.text
    lines: list[Block] = []
    if team.members:
        lines.append(Paragraph(text("where.members", members=", ".join(team.members))))
    if team.led_by is not None:
        who = known(team.led_by) or text("where.not_filled_in")
        lines.append(Paragraph(text("where.led_by", who=who)))
    if team.may_take_part:
        lines.append(Paragraph(team.may_take_part))
    if team.not_for:
        lines.append(Paragraph(text("where.not_for", what="; ".join(team.not_for))))
    return lines


def _way_in(team: Team, around: Around) -> str:
    text = around.text
    if isinstance(team.ways_in, Unknown):
        return text("where.way_unknown", until_then=team.ways_in.until_then or text("where.ask_first"))
    if team.takes_anonymous and team.takes_with_consent:
        return text("where.way_both")
    return text("where.way_anonymous" if team.takes_anonymous else "where.way_consent")


def _team_first(team: Team, around: Around) -> list[Block]:
    note = (team.first_note,) if team.first_note else ()
    points = (*first_words(team, around), *note, *beside_first(team, around))
    tone: Tone = "warning" if isinstance(team.must_be_done_first, Unknown) else "accent"
    return [Box((Bullets(points, around.text("where.first")),), tone)] if points else []


def service_card(
    service: Service, profile: MunicipalityProfile, state: ConversationState, around: Around, *, opened: str
) -> Card:
    """Return all about one service; `opened`: its key, with the age that was searched for behind a point."""
    text, age = around.text, opened.partition(".")[2]
    lines = [text("where.they_do", text=service.they_do)]
    if service.they_do_not is not None:
        lines.append(text("where.they_do_not", text=_fact(service.they_do_not, around)))
    lines.append(text("where.who", text=_fact(service.who_may_contact, around)))
    lines += [text("where.how", text=service.how)] if service.how else []
    lines += [text("where.consent", text=service.consent)] if service.consent else []
    lines += [text("where.open_to_all")] if service.open_to_all else []
    if service.shared_by:
        names = [around.knowledge.profiles[one].name for one in service.shared_by if one in around.knowledge.profiles]
        lines.append(text("where.covers", places=", ".join(names)))
    consultation = consultation_words(service, age, around)
    return Card(
        kind="where_service",
        header=(text("where.header", municipality=profile.name), ""),
        title=service.name,
        blocks=(
            *_first(service, around),
            *(Paragraph(line) for line in lines),
            *([Paragraph(consultation)] if consultation else []),
            *_contact(service.contact, state, around),
        ),
        buttons=(new_search(f"service.{opened}", around), *way_back(state, around)),
        footnote=footnote(profile, service.sources, around),
    )


def number_card(one: Contact, profile: MunicipalityProfile, state: ConversationState, around: Around) -> Card:
    """Return how somebody is reached of whom no more is known than that."""
    text = around.text
    return Card(
        kind="where_number",
        header=(text("where.header", municipality=profile.name), ""),
        title=one.name,
        blocks=(
            Rows((replace(contact_row(one, around), title=text("where.contact")),)),
            *((Paragraph(text("where.no_more"), subtle=True),) if one.unknown else ()),
        ),
        buttons=(
            Button(text("acute.numbers_title"), "numbers", submits_inputs=False),
            new_search(f"number.{one.key}", around),
            *way_back(state, around),
        ),
    )


def _fact(fact: str | Unknown, around: Around) -> str:
    if isinstance(fact, str):
        return fact
    until = fact.until_then
    return around.text("where.fill_in", text=until) if until else around.text("where.not_filled_in")


def _first(service: Service, around: Around) -> list[Block]:
    text, first = around.text, service.must_be_done_first
    if isinstance(first, Unknown):
        return [Box((Bullets((text("where.not_filled_in"),), text("where.first")),), "warning")]
    if not first:
        return [Paragraph(text("where.nothing_first"), subtle=True)]
    return [Box((Bullets(first, text("where.first")),), "accent")]


def _contact(key: str | None, state: ConversationState, around: Around) -> list[Block]:
    rows = contact_rows((key,), state, around) if key else ()
    return [Paragraph(around.text("where.contact"), strong=True), Rows(rows)] if rows else []


def footnote(profile: MunicipalityProfile, sources: Sequence[str], around: Around) -> tuple[str, ...]:
    """Return the sources, who checked, and a warning when the plan has run out."""
    text, until, today = around.text, profile.valid_until, around.today
    checked = text("where.checked", date=short_date(profile.checked_on), who=profile.checked_by)
    if ended := profile.ended(today):
        plan = text("where.expired", until=short_date(ended))
    elif isinstance(until, Unknown):
        plan = f"{checked} {until.until_then or text('where.plan_of', year=profile.plan.year)}"
    else:
        plan = f"{checked} {text('where.valid', until=short_date(until))}"
    late = (text("common.past_review", date=short_date(profile.review_by)),) if today > profile.review_by else ()
    return (source_line(sources, around), plan, *late)
