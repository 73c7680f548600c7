"""Answers who rang and reached nobody, or means to wait, below an outcome that is for today: who can be reached now."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from bot.content.guide import Outcome
from bot.content.texts import Texts
from bot.domain.reply import Block, Button, Card, Paragraph, Row, Rows
from dialogs.by_words import asks_something, words_of
from dialogs.dialog import Step
from dialogs.guide.asking_back import EMERGENCY
from dialogs.guide.contact_rows import contact_rows
from dialogs.guide.sitting import Sitting

BARNEVERN = "barnevern"
"""What begins the key of each contact at barnevernet."""
IN_ITS_PLACE = ("barnevernvakt", "alarmtelefonen")
"""Who answers for barnevernet when it is closed."""
DOCTOR = "legevakt"
"""Answers the whole day and night where an outcome names it."""
NEAR = 2
"""So few words lie between «ikke» and what is not: «fikk ikke noe svar»."""
MEANS_TO = "skal"
"""Begins a plan as well as a question: «skal ringe på mandag»."""
LONGEST = 14
"""More words than this tell something else."""


def not_reached(shown: Sitting, said: str) -> Step | None:
    """Return who can be reached now, for who says below an outcome of today that nobody answered, that it is closed, or
    that it will be done another day; None for everything else."""
    outcome, text = shown.outcome, shown.around.text
    if outcome is None or not outcome.danger or not is_for_later(said, text):
        return None
    keys = _open_now(outcome)
    title = text("guide.not_reached_title")
    card = open_now_card(title, contact_rows(keys, shown), text, is_reported=bool(outcome.report))
    return Step((card,)) if keys else None


def _open_now(outcome: Outcome) -> tuple[str, ...]:
    has_barnevern = any(key.startswith(BARNEVERN) for key in outcome.contacts)
    own = tuple(key for key in (DOCTOR,) if key in outcome.contacts)
    open_now = (*(IN_ITS_PLACE if has_barnevern else ()), *own)
    return (*open_now, EMERGENCY) if open_now else ()


def open_now_card(title: str, rows: Sequence[Row], text: Texts, *, is_reported: bool) -> Card:
    """Return who can be reached now; where it is to be reported, that this too can be done today."""
    blocks: list[Block] = [Rows(tuple(rows), tone="attention")]
    if is_reported:
        blocks.append(Paragraph(text("guide.not_reached_report"), strong=True))
    report = Button(text("acute.report"), "article", "melding-hvordan", submits_inputs=False)
    return Card(
        kind="guide_not_reached",
        title=title,
        intro=text("guide.not_reached"),
        blocks=tuple(blocks),
        buttons=(report,) if is_reported else (),
    )


def rang_in_vain(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody says that they have rung and reached nobody: «jeg ringte, men de hadde lunsj». «Mor ringte»
    is not the writer."""
    called, own = texts.words("case.words_called"), texts.words("case.words_beside_call")
    before = [*takewhile(lambda word: word not in called, words)]
    is_own = len(before) < len(words) <= LONGEST and own.issuperset(before)
    return is_own and _reached_nobody(words[len(before) :], texts)


def is_for_later(said: str, texts: Texts) -> bool:
    """Tell whether somebody reached nobody, or says that it will be done another day; who has reported does neither."""
    words = words_of(said)
    if not words or len(words) > LONGEST or not texts.words("case.words_reported", "case.words_sent").isdisjoint(words):
        return False
    if _reached_nobody(words, texts):
        return True
    later, does = texts.words("guide.words_later"), texts.words("guide.words_does")
    is_asked = words[0] != MEANS_TO and asks_something(said, texts)
    return not (is_asked or later.isdisjoint(words) or does.isdisjoint(words))


def _reached_nobody(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether it is closed, or a denial stands beside what was not: «ingen tok telefonen», «svarte de ikke»."""
    reach, denies = texts.words("guide.words_reached"), texts.words("guide.words_not_reached")
    denied = [at for at, word in enumerate(words) if word in denies]
    is_denied = any(abs(place - at) <= NEAR for place, word in enumerate(words) if word in reach for at in denied)
    return is_denied or not texts.words("guide.words_closed").isdisjoint(words)
