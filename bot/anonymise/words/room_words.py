"""How names of departments end that are hardly anything else: "skogstua", "revehiet"."""

SURE_TAILS = ("tua", "hiet", "bolet", "reiret", "stua")
