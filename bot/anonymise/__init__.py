"""Finds what may identify a person in a Norwegian text, proposes what to write instead, and weighs the risk of the
whole.
"""

from bot.anonymise.anonymiser import Anonymiser, import_rules, load_anonymiser
from bot.anonymise.asking.possible_name import WeightsMissing
from bot.anonymise.finding import POSSIBLE_NAME, Cls, Finding, Level, Risk
from bot.anonymise.words.vocabulary import WordListMissing

__all__ = [
    "POSSIBLE_NAME",
    "Anonymiser",
    "Cls",
    "Finding",
    "Level",
    "Risk",
    "WeightsMissing",
    "WordListMissing",
    "import_rules",
    "load_anonymiser",
]
