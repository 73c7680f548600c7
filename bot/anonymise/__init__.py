"""Finds what may identify a person in a Norwegian text, proposes what to write instead, and weighs the risk of the
whole.
"""

from bot.anonymise.anonymiser import Anonymiser, load_anonymiser
from bot.anonymise.finding import Cls, Finding, Level, Risk

__all__ = ["Anonymiser", "Cls", "Finding", "Level", "Risk", "load_anonymiser"]
