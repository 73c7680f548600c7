"""Holds every municipality against what the bot needs to know.

Must not guess a value, and must not know how a profile is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from bot.content.ages import BAND_MONTHS
from bot.content.check_dates import wrong_dates
from bot.content.meetings import unread
from bot.content.model_problem import did_you_mean
from bot.content.phone import problem_with_number
from bot.content.problem import Problem, Severity
from bot.content.profile import THEMES, MunicipalityProfile
from bot.content.routing import teams_for
from bot.content.source import Source
from bot.content.team import Team
from bot.domain.conversation import ROLES
from bot.domain.month_report import FIGURES

REQUIRED_CONTACTS = (
    "nodnummer",
    "alarmtelefonen",
    "barnevern_mottak",
    "barnevernvakt",
    "naermeste_leder",
    "koordinerende_enhet",
    "sentralbord",
)
"""Contacts every municipality must have, if only as «må fylles ut av kommunen»."""
SAME_EVERYWHERE = {"nodnummer": "112", "alarmtelefonen": "116 111", "legevakt": "116 117", "vo_linjen": "116 006"}
"""Contacts somebody in danger calls, and their number. No municipality has one of its own."""
AMBULANCE, FIRE = "113", "110"
"""Said in the note of the emergency number."""
REQUIRED_TEXTS = ("hv_niva_0", "hv_niva_1", "hv_niva_2", "hv_niva_3")
REQUIRED_CONSENT = ("helsehjelp", "opplaering", "barnekoordinator", "stafettlogg")
DAYS_IN = {"dag": 1, "uke": 7, "måned": 30, "år": 365}
_SPAN = re.compile(r"(\d+)\s*(dag|uke|måned|år)")
NEARLY = 0.05
A_YEAR = timedelta(days=365)
"""Three months are 90 to 92 days: so much may a span told in months or years differ."""
CHILD_BANDS = tuple(band for band, (first, _) in BAND_MONTHS.items() if first < 18 * 12)


def check_profiles(
    profiles: Mapping[str, MunicipalityProfile], sources: Mapping[str, Source], *, today: date
) -> list[Problem]:
    """Return every problem in the profiles."""
    found = [problem for profile in profiles.values() for problem in check_profile(profile, sources, today=today)]
    return [*found, *_places_of(sources, profiles), *_left_out(profiles)]


def _places_of(sources: Mapping[str, Source], profiles: Mapping[str, MunicipalityProfile]) -> Iterator[Problem]:
    for key, source in sources.items():
        for municipality in source.municipalities:
            if municipality not in profiles:
                hint = did_you_mean(municipality, profiles)
                yield Problem("sources", f"{key}.municipalities", f"Kommunen «{municipality}» finnes ikke.{hint}")


def _left_out(profiles: Mapping[str, MunicipalityProfile]) -> Iterator[Problem]:
    """Tell of a municipality that none of the services its region shares out is for: a copied file is easily that."""
    covered = {
        (one.region, place) for one in profiles.values() for it in one.services.values() for place in it.shared_by
    }
    sharing = {region for region, _ in covered}
    for profile in profiles.values():
        if profile.region in sharing and (profile.region, profile.id) not in covered:
            text = (
                f"Ingen av tjenestene i regionen «{profile.region}» gjelder denne kommunen. Skal noen det, skriver du "
                f"{profile.id} i shared_by i felles/{profile.region}.yaml."
            )
            yield _at(profile, "region", text, "advarsel")


def check_profile(profile: MunicipalityProfile, sources: Mapping[str, Source], *, today: date) -> list[Problem]:
    """Return every problem in one profile."""
    return [
        *_required(profile),
        *_contacts(profile),
        *_numbers(profile),
        *_teams(profile),
        *_sources(profile, sources),
        *_links(profile),
        *_dates(profile, today),
        *_retention(profile),
    ]


def _at(profile: MunicipalityProfile, where: str, message: str, severity: Severity = "feil") -> Problem:
    return Problem(f"kommuner/{profile.id}.yaml", where, message, severity=severity)


def _required(profile: MunicipalityProfile) -> Iterator[Problem]:
    wanted = (
        ("numbers", REQUIRED_CONTACTS, profile.numbers),
        ("guide_texts", REQUIRED_TEXTS, profile.guide_texts),
        ("consent", REQUIRED_CONSENT, profile.consent),
    )
    for field, keys, have in wanted:
        for key in keys:
            if key not in have:
                text = f"«{key}» mangler. Legg det inn, eller skriv unknown: må fylles ut av kommunen."
                yield _at(profile, field, text)


def _contacts(profile: MunicipalityProfile) -> Iterator[Problem]:
    named = [("dont_know_contact", profile.dont_know_contact), ("coordinating_unit", profile.coordinating_unit)]
    named += [(f"teams[{index}].contact", team.contact or "") for index, team in enumerate(profile.teams)]
    named += [(f"services.{key}.contact", service.contact) for key, service in profile.services.items()]
    named += [(f"structures.{key}.contact", one.contact or "") for key, one in profile.structures.items()]
    for where, key in named:
        if key and key not in profile.numbers:
            yield _at(profile, where, f"Kontakten «{key}» finnes ikke i numbers.{did_you_mean(key, profile.numbers)}")


def _numbers(profile: MunicipalityProfile) -> Iterator[Problem]:
    for key, number in profile.numbers.items():
        for value in number.value or ():
            problem = problem_with_number(value)
            if problem:
                yield _at(profile, f"numbers.{key}.value", problem)
    yield from _same_everywhere(profile)


def _same_everywhere(profile: MunicipalityProfile) -> Iterator[Problem]:
    for key, known in SAME_EVERYWHERE.items():
        number = profile.numbers.get(key)
        if number is not None and number.value != (known,):
            text = (
                f"Nummeret er {known} i hele landet, og noen kan trenge det i en fart. Skriv {known} og ikke noe annet."
            )
            yield _at(profile, f"numbers.{key}.value", text)
    emergency = profile.numbers.get("nodnummer")
    note = (emergency.note or "") if emergency is not None else f"{AMBULANCE} {FIRE}"
    for called, known in (("ambulanse", AMBULANCE), ("brann", FIRE)):
        if known not in re.findall(r"\d+", note):
            text = f"Nummeret til {called}, {known}, er borte. Noen kan trenge det i en fart, så sett det inn igjen."
            yield _at(profile, "numbers.nodnummer.note", text)


def _teams(profile: MunicipalityProfile) -> Iterator[Problem]:
    ids = [team.id for team in profile.teams]
    for index, team in enumerate(profile.teams):
        yield from _team(profile, index, team, ids)
    for word, team_id in profile.synonyms.items():
        if team_id not in ids:
            yield _at(profile, f"synonyms.{word}", f"Teamet «{team_id}» finnes ikke.{did_you_mean(team_id, ids)}")
    for key, structure in profile.structures.items():
        if structure.team and structure.team not in ids:
            text = f"Teamet «{structure.team}» finnes ikke.{did_you_mean(structure.team, ids)}"
            yield _at(profile, f"structures.{key}.team", text)
    for band in CHILD_BANDS:
        if not teams_for(profile.teams, band, "annet") and not teams_for(profile.teams, band, "skole"):
            yield _at(profile, "teams", f"Ingen team tar enkeltsaker for alderen {band}.", "advarsel")


def _team(profile: MunicipalityProfile, index: int, team: Team, ids: list[str]) -> Iterator[Problem]:
    if ids.count(team.id) > 1:
        yield _at(profile, f"teams[{index}].id", f"To team heter «{team.id}». Gi det ene en annen id.")
    if team.id == FIGURES:
        text = f"«{FIGURES}» er navnet på kanalen som får tall og ingen saker. Gi teamet en annen id."
        yield _at(profile, f"teams[{index}].id", text)
    lists = (("route_before", team.route_before, ids), ("themes", team.themes, THEMES), ("roles", team.roles, ROLES))
    for field, values, known in lists:
        for value in values:
            if value not in known:
                yield _at(profile, f"teams[{index}].{field}", f"«{value}» finnes ikke.{did_you_mean(value, known)}")
    if "enkeltsak" in team.purpose and not team.not_for:
        yield _at(
            profile, f"teams[{index}].not_for", "Skriv hva teamet ikke er for, først vold og overgrep.", "advarsel"
        )


def _sources(profile: MunicipalityProfile, sources: Mapping[str, Source]) -> Iterator[Problem]:
    named = [("plan.source", profile.plan.source)]
    for index, team in enumerate(profile.teams):
        named += [(f"teams[{index}].sources", source) for source in team.sources]
    for field in ("services", "measures", "numbers", "consent", "structures", "links", "year"):
        for key, one in getattr(profile, field).items():
            named += [(f"{field}.{key}.sources", source) for source in one.sources]
    for where, source in named:
        if source not in sources:
            yield _at(profile, where, f"Kilden «{source}» finnes ikke i sources.{did_you_mean(source, sources)}")
    yield from _themes(profile)


def _themes(profile: MunicipalityProfile) -> Iterator[Problem]:
    named = [(f"services.{key}.themes", theme) for key, one in profile.services.items() for theme in one.themes]
    named += [(f"measures.{key}.themes", theme) for key, one in profile.measures.items() for theme in one.themes]
    for where, theme in named:
        if theme not in THEMES:
            yield _at(profile, where, f"Temaet «{theme}» finnes ikke.{did_you_mean(theme, THEMES)}")


UNREAD = {
    "weekday_and_time": "Dag og klokkeslett kan ikke leses, så ingen får vite når neste møte er. "
    "Skriv det slik: torsdag 12:00. En dato skriver du i «Møtedatoer».",
    "rhythm": "Boten kan bare regne med «hver uke» og «annenhver uke», så ingen får vite når neste møte er. "
    "Skriv dagene i «Møtedatoer».",
    "starts_on": "Annenhver uke, men ikke hvilken, så ingen får vite når neste møte er. Skriv en dag teamet møtes, "
    "eller dagene i «Møtedatoer».",
    "deadline_before_meeting": "Fristen kan ikke leses, så en sak kan settes på møtet helt til det begynner. "
    "Skriv den slik: 2 arbeidsdager.",
}
"""What follows when something that is filled in of a meeting cannot be read, and how it is written."""


def _links(profile: MunicipalityProfile) -> Iterator[Problem]:
    for key, link in profile.links.items():
        where = f"links.{key}.url"
        if isinstance(link.url, str) and not link.url.startswith("https://"):
            yield _at(profile, where, "Adressen må begynne med https://.")
        if isinstance(link.url, str) and "safelinks" in link.url:
            yield _at(
                profile, where, "Dette er en Outlook-lenke med en ansatts adresse. Lim inn den egentlige adressen."
            )


def _dates(profile: MunicipalityProfile, today: date) -> Iterator[Problem]:
    if ended := profile.ended(today):
        text = f"Planen gjaldt til {ended:%d.%m.%Y}. Alt lokalt vises med advarsel til dere bekrefter det."
        yield _at(profile, "valid_until", text, "advarsel")
    if today > profile.review_by:
        text = f"Skulle vært kontrollert på nytt innen {profile.review_by:%d.%m.%Y}."
        yield _at(profile, "review_by", text, "advarsel")
    yield from (_at(profile, *one) for one in wrong_dates(profile.checked_on, profile.review_by, today))
    for index, team in enumerate(profile.teams):
        if team.meets and (field := unread(team.meets)):
            yield _at(profile, f"teams[{index}].meets.{field}", UNREAD[field], "advarsel")
        days = sorted(team.meets.dates) if team.meets else []
        if days and days[-1] < today:
            text = f"Alle møtedatoene er passert, den siste var {days[-1]:%d.%m.%Y}. Skriv når teamet møtes neste gang."
            yield _at(profile, f"teams[{index}].meets.dates", text, "advarsel")
        elif days and days[0] < today - A_YEAR:
            text = f"Møtedatoen {days[0]:%d.%m.%Y} er for lenge siden. Er året riktig? Ellers tar du den bort."
            yield _at(profile, f"teams[{index}].meets.dates", text, "advarsel")


def _retention(profile: MunicipalityProfile) -> Iterator[Problem]:
    """Yield when the decision names spans of time, and none of them is how long the bot keeps the text."""
    decision = profile.archive_decision
    spans = [int(count) * DAYS_IN[unit] for count, unit in _SPAN.findall(decision)] if isinstance(decision, str) else []
    kept = profile.retention_days
    if spans and not any(abs(days - kept) <= NEARLY * kept for days in spans):
        words = (
            f"Vedtaket sier noe annet enn boten gjør: teksten slettes {kept} dager etter at saken er lukket. "
            f"Sett «retention_days» i samme fil til det antallet dager vedtaket sier."
        )
        yield _at(profile, "retention_days", words, "advarsel")
