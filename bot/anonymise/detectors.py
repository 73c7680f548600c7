"""The row of detectors, in the order they run.

A detector is added here. A new kind of finding has its words in `texts/nb/findings.yaml`, its advice in `risk.py`, and
its share of people in `anonymising/befolkning.yaml`.
"""

from collections.abc import Callable, Iterator

from bot.anonymise.address import find_addresses
from bot.anonymise.address_tail import find_doors
from bot.anonymise.age import find_ages
from bot.anonymise.age_bare import find_bare_ages
from bot.anonymise.age_beside import find_ages_beside
from bot.anonymise.born_year import find_born_years
from bot.anonymise.capital_pairs import find_capital_pairs
from bot.anonymise.case_number import find_case_numbers
from bot.anonymise.club import find_clubs
from bot.anonymise.contest import find_contests
from bot.anonymise.dates import find_dates
from bot.anonymise.department import find_departments
from bot.anonymise.diagnosis import find_diagnoses
from bot.anonymise.document import Document
from bot.anonymise.electronic import find_electronic
from bot.anonymise.employer import find_employers
from bot.anonymise.english_background import find_english_background
from bot.anonymise.english_work import find_english_work
from bot.anonymise.event import find_events
from bot.anonymise.family import find_family
from bot.anonymise.family_fate import find_family_fates
from bot.anonymise.farm import find_farms
from bot.anonymise.finding import Hit
from bot.anonymise.foreign_script import find_foreign_script
from bot.anonymise.grade import find_grades
from bot.anonymise.hidden_name import find_hidden_names
from bot.anonymise.initials import find_initials
from bot.anonymise.initials_in_rows import find_initials_in_rows
from bot.anonymise.job_in_passing import find_jobs_in_passing
from bot.anonymise.known_fate import find_known_fates
from bot.anonymise.national_id import find_national_ids
from bot.anonymise.nickname import find_nicknames
from bot.anonymise.nickname_told import find_told_nicknames
from bot.anonymise.only_one import find_only_ones
from bot.anonymise.origin import find_origins
from bot.anonymise.phone import find_phones
from bot.anonymise.place_told import find_told_places
from bot.anonymise.plate import find_plates
from bot.anonymise.room_name import find_room_names
from bot.anonymise.school import find_schools
from bot.anonymise.siblings import find_siblings
from bot.anonymise.signature import find_signatures
from bot.anonymise.small_initials import find_small_initials
from bot.anonymise.spaced_name import find_spaced_names

Detector = Callable[[Document], Iterator[Hit]]

DETECTORS: tuple[Detector, ...] = (
    find_national_ids,
    find_phones,
    find_electronic,
    find_plates,
    find_case_numbers,
    find_addresses,
    find_doors,
    find_farms,
    find_dates,
    find_initials,
    find_initials_in_rows,
    find_capital_pairs,
    find_small_initials,
    find_nicknames,
    find_told_nicknames,
    find_signatures,
    find_spaced_names,
    find_hidden_names,
    find_foreign_script,
    find_schools,
    find_departments,
    find_room_names,
    find_told_places,
    find_ages,
    find_bare_ages,
    find_ages_beside,
    find_born_years,
    find_grades,
    find_siblings,
    find_family,
    find_jobs_in_passing,
    find_employers,
    find_origins,
    find_diagnoses,
    find_clubs,
    find_events,
    find_known_fates,
    find_family_fates,
    find_contests,
    find_only_ones,
    find_english_background,
    find_english_work,
)

TRAITS_ONLY: frozenset[Detector] = frozenset({
    find_farms,
    find_schools,
    find_departments,
    find_room_names,
    find_told_places,
    find_ages,
    find_bare_ages,
    find_ages_beside,
    find_born_years,
    find_grades,
    find_siblings,
    find_family,
    find_jobs_in_passing,
    find_employers,
    find_origins,
    find_diagnoses,
    find_clubs,
    find_events,
    find_known_fates,
    find_family_fates,
    find_contests,
    find_only_ones,
    find_english_work,
})  # fmt: skip
"""Detectors of traits, which are told of with names and of nobody alone: none of these ever gives a direct hit."""
MAY_BE_DIRECT: tuple[Detector, ...] = tuple(one for one in DETECTORS if one not in TRAITS_ONLY)
