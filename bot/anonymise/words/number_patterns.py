"""Numbers and grades in words, as alternatives of a pattern. `proposals` has those of ages, also as they are spoken."""

from bot.domain.number_words import COUNTING, ORDINALS

TWO_TO_SEVENTEEN = "|".join((*COUNTING[2:18], "syv"))
FIRST_TO_TENTH = "|".join(ORDINALS)
SPOKEN_TOO = f"{FIRST_TO_TENTH}|fyrste|sjuande|åttande|niande"
"""The same, and most of those of nynorsk."""
COUNTED = (
    r"gang|gong|dag|minutt|min\b|time|timar|år|elev|barn|born|meter|m\b|km\b|prosent|%|kr\b|kroner|uke|veke|mnd|"
    r"måned|månad|stk|person|trinn|klasse|poeng|kilo|kg|og en halv|til \d"
)
"""What a number tells the amount of: behind the name of a road it makes no house."""
