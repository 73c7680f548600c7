"""The detectors that may point to one person by themselves: the program has them from the start, for every question is
looked through for names. One of what is told of somebody is added in `detectors.py`, which says what a new kind needs.
"""

from bot.anonymise.identifiers.account_label import find_account_labels
from bot.anonymise.identifiers.account_name import find_account_names
from bot.anonymise.identifiers.account_word import find_account_words
from bot.anonymise.identifiers.address import find_addresses
from bot.anonymise.identifiers.address_in_words import find_addresses_in_words
from bot.anonymise.identifiers.address_of_places import find_addresses_of_places
from bot.anonymise.identifiers.address_tail import find_doors
from bot.anonymise.identifiers.birth_date import find_birth_dates
from bot.anonymise.identifiers.case_number import find_case_numbers
from bot.anonymise.identifiers.dates import find_dates
from bot.anonymise.identifiers.electronic import find_electronic
from bot.anonymise.identifiers.file_name import find_file_names
from bot.anonymise.identifiers.file_path import find_file_paths
from bot.anonymise.identifiers.national_id import find_national_ids
from bot.anonymise.identifiers.phone import find_phones
from bot.anonymise.identifiers.plate import find_plates
from bot.anonymise.identifiers.property_number import find_property_numbers
from bot.anonymise.identifiers.system_number import find_system_numbers
from bot.anonymise.identifiers.told_dwelling import find_told_dwellings
from bot.anonymise.identifiers.told_halves import find_told_halves
from bot.anonymise.identifiers.told_home import find_told_homes
from bot.anonymise.identifiers.told_numbers import find_told_numbers
from bot.anonymise.initials.capital_pairs import find_capital_pairs
from bot.anonymise.initials.initials import find_initials
from bot.anonymise.initials.initials_in_rows import find_initials_in_rows
from bot.anonymise.initials.initials_noted import find_noted_initials
from bot.anonymise.initials.letters_apart import find_letters_apart
from bot.anonymise.initials.letters_in_notes import find_letters_in_notes
from bot.anonymise.initials.letters_shortened import find_shortened_letters
from bot.anonymise.initials.small_initials import find_small_initials
from bot.anonymise.initials.small_letters_placed import find_small_letters_placed
from bot.anonymise.initials.small_letters_said import find_small_letters_said
from bot.anonymise.names.foreign_script import find_foreign_script
from bot.anonymise.names.hidden_name import find_hidden_names
from bot.anonymise.names.nickname import find_nicknames
from bot.anonymise.names.nickname_said import find_said_nicknames
from bot.anonymise.names.nickname_told import find_told_nicknames
from bot.anonymise.names.quoted_title import find_quoted_titles
from bot.anonymise.names.signature import find_signatures
from bot.anonymise.names.spaced_name import find_spaced_names
from bot.anonymise.names.surname_told import find_told_surnames
from bot.anonymise.names.tied_nickname import find_tied_nicknames
from bot.anonymise.reading.detector import Detector
from bot.anonymise.traits.english_background import find_english_background

MAY_BE_DIRECT: tuple[Detector, ...] = (
    find_national_ids,
    find_phones,
    find_told_numbers,
    find_told_halves,
    find_electronic,
    find_file_names,
    find_file_paths,
    find_account_names,
    find_account_labels,
    find_account_words,
    find_plates,
    find_case_numbers,
    find_system_numbers,
    find_addresses,
    find_addresses_of_places,
    find_addresses_in_words,
    find_property_numbers,
    find_doors,
    find_told_homes,
    find_told_dwellings,
    find_dates,
    find_birth_dates,
    find_initials,
    find_initials_in_rows,
    find_capital_pairs,
    find_small_initials,
    find_small_letters_placed,
    find_small_letters_said,
    find_letters_apart,
    find_letters_in_notes,
    find_shortened_letters,
    find_noted_initials,
    find_nicknames,
    find_told_nicknames,
    find_said_nicknames,
    find_quoted_titles,
    find_signatures,
    find_spaced_names,
    find_hidden_names,
    find_told_surnames,
    find_tied_nicknames,
    find_foreign_script,
    find_english_background,
)
