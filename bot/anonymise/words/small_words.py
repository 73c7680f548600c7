"""Small words that rules of several folders ask for. A rule that needs others, or fewer, has its own list: what
it misses and what it takes too much of is measured with just those words.
"""

from bot.anonymise.words.word_lists import words

HE_OR_SHE = words("han hun ho hu hen")
HE_OR_SHE_SPOKEN = words("han hun ho hu hainn hain hannj hanj")
"""The same as it is said in Trøndelag, where it stands before names too: "hainn j", "ho liv"."""
ITS_OWN = words("sin si sitt sine")
"""Whose something is, when that one has just been said."""
ONESELF = words("selv sjøl sjølv")
OF = words("til te åt")
"""What ties a relative to somebody: "mor til Siri"."""
CONCERNING = words("gjelder gjeld gjelde angående vedrørende ang vedr")
SIGNS_OFF = words("hilsen helsing mvh vh hilsning hilsner hilsn vhilsen")
"""What stands before who signs: "mvh liv"."""
BE = words("er e var va blir ble blei vart vert")
HAVE = words("har ha hadde hi")
LIST_TIES = frozenset(["og", "å", "&", "eller", "samt", ",", "/"])
"""What stands between the names of a list."""
ROW_TIES = frozenset(["og", "å", ",", "&", "+", "/", "eller"])
"""What stands between two of a row, as people jot it down."""
QUOTES = frozenset('«»"“”')
VOWELS = frozenset("aeiouyæøå")
CAPITAL_VOWELS = frozenset("AEIOUYÆØÅ")
SINGLE_LETTERS = frozenset("abcdefghjklmnopqrstuvwxyzæø")
"""The letters that stand alone only when they mean something; "i" and "å" stand alone in every text."""
