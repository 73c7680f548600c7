"""How names of departments end that are hardly anything else, "skogstua", "revehiet", and which words are none."""

from bot.anonymise.words.word_classes import Word

SURE_TAILS = ("tua", "hiet", "bolet", "reiret", "stua")
NO_ROOM = Word.SAFE | Word.FUNCTION | Word.FIRST | Word.VERB | Word.STAFF | Word.KIN | Word.CHILD | Word.MONTH
"""A word of any of these classes names no department."""
