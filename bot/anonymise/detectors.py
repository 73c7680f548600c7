"""The row of detectors: what may point to one person (`direct_detectors.py`), then what is told of somebody.

A detector of what is told is added here. A new kind of finding has its words in `texts/nb/findings.yaml` and, where it
warns (`quasi`), its advice in `risk/risk.py` and its share of people in `anonymising/befolkning.yaml`;
`tests/anonymise/test_kinds_have_words.py` says which it lacks.
"""

from bot.anonymise.direct_detectors import MAY_BE_DIRECT
from bot.anonymise.reading.detector import Detector
from bot.anonymise.traits.age import find_ages
from bot.anonymise.traits.age_bare import find_bare_ages
from bot.anonymise.traits.age_beside import find_ages_beside
from bot.anonymise.traits.age_loose import find_loose_ages
from bot.anonymise.traits.arrived_year import find_arrival_years
from bot.anonymise.traits.born_year import find_born_years
from bot.anonymise.traits.children_counted import find_counted_children
from bot.anonymise.traits.club import find_clubs
from bot.anonymise.traits.contest import find_contests
from bot.anonymise.traits.department import find_departments
from bot.anonymise.traits.diagnosis import find_diagnoses
from bot.anonymise.traits.employer import find_employers
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
from bot.anonymise.traits.place_small import find_small_places
from bot.anonymise.traits.place_told import find_told_places
from bot.anonymise.traits.room_name import find_room_names
from bot.anonymise.traits.room_small import find_small_rooms
from bot.anonymise.traits.school import find_schools
from bot.anonymise.traits.siblings import find_siblings
from bot.anonymise.traits.told_in_haste import find_told_in_haste
from bot.anonymise.traits.told_in_passing import find_traits_in_passing

TRAITS: tuple[Detector, ...] = (
    find_farms,
    find_schools,
    find_departments,
    find_room_names,
    find_small_rooms,
    find_told_places,
    find_small_places,
    find_ages,
    find_bare_ages,
    find_ages_beside,
    find_loose_ages,
    find_born_years,
    find_arrival_years,
    find_grades,
    find_told_in_haste,
    find_siblings,
    find_counted_children,
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
    find_traits_in_passing,
)
"""Detectors of what is told of somebody: none of these ever gives a direct hit."""

DETECTORS: tuple[Detector, ...] = MAY_BE_DIRECT + TRAITS
