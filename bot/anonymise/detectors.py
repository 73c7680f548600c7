"""The row of detectors: what may point to one person, then what is told of somebody.

A detector is added here. A new kind of finding has its words in `texts/nb/findings.yaml`, its advice in `risk/risk.py`,
and its share of people in `anonymising/befolkning.yaml`.
"""

from collections.abc import Callable, Iterator

from bot.anonymise.finding import Hit
from bot.anonymise.identifiers.account_name import find_account_names
from bot.anonymise.identifiers.address import find_addresses
from bot.anonymise.identifiers.address_tail import find_doors
from bot.anonymise.identifiers.case_number import find_case_numbers
from bot.anonymise.identifiers.dates import find_dates
from bot.anonymise.identifiers.electronic import find_electronic
from bot.anonymise.identifiers.national_id import find_national_ids
from bot.anonymise.identifiers.phone import find_phones
from bot.anonymise.identifiers.plate import find_plates
from bot.anonymise.identifiers.property_number import find_property_numbers
from bot.anonymise.identifiers.told_numbers import find_told_numbers
from bot.anonymise.initials.capital_pairs import find_capital_pairs
from bot.anonymise.initials.initials import find_initials
from bot.anonymise.initials.initials_in_rows import find_initials_in_rows
from bot.anonymise.initials.small_initials import find_small_initials
from bot.anonymise.names.foreign_script import find_foreign_script
from bot.anonymise.names.hidden_name import find_hidden_names
from bot.anonymise.names.nickname import find_nicknames
from bot.anonymise.names.nickname_told import find_told_nicknames
from bot.anonymise.names.signature import find_signatures
from bot.anonymise.names.spaced_name import find_spaced_names
from bot.anonymise.reading.document import Document
from bot.anonymise.traits.age import find_ages
from bot.anonymise.traits.age_bare import find_bare_ages
from bot.anonymise.traits.age_beside import find_ages_beside
from bot.anonymise.traits.born_year import find_born_years
from bot.anonymise.traits.club import find_clubs
from bot.anonymise.traits.contest import find_contests
from bot.anonymise.traits.department import find_departments
from bot.anonymise.traits.diagnosis import find_diagnoses
from bot.anonymise.traits.employer import find_employers
from bot.anonymise.traits.english_background import find_english_background
from bot.anonymise.traits.english_work import find_english_work
from bot.anonymise.traits.event import find_events
from bot.anonymise.traits.family import find_family
from bot.anonymise.traits.family_fate import find_family_fates
from bot.anonymise.traits.farm import find_farms
from bot.anonymise.traits.grade import find_grades
from bot.anonymise.traits.job_in_passing import find_jobs_in_passing
from bot.anonymise.traits.known_fate import find_known_fates
from bot.anonymise.traits.only_one import find_only_ones
from bot.anonymise.traits.origin import find_origins
from bot.anonymise.traits.place_told import find_told_places
from bot.anonymise.traits.room_name import find_room_names
from bot.anonymise.traits.school import find_schools
from bot.anonymise.traits.siblings import find_siblings

Detector = Callable[[Document], Iterator[Hit]]

MAY_BE_DIRECT: tuple[Detector, ...] = (
    find_national_ids,
    find_phones,
    find_told_numbers,
    find_electronic,
    find_account_names,
    find_plates,
    find_case_numbers,
    find_addresses,
    find_property_numbers,
    find_doors,
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
    find_english_background,
)
"""Detectors that may point to one person by themselves."""

TRAITS: tuple[Detector, ...] = (
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
)
"""Detectors of what is told of somebody: none of these ever gives a direct hit."""

DETECTORS: tuple[Detector, ...] = MAY_BE_DIRECT + TRAITS
