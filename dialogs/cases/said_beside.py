"""What is typed in the middle of a case and is of another step of it, or answers nothing: why it is asked, a swear
word, a field of the form that comes later, and what is to be changed in the text that was read.

Nothing typed here is kept: whoever wrote a field before its form stands there is told when it comes.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.texts import Texts
from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from bot.domain.turn import Pressed, Turn
from dialogs.another_child import tells_of_next_child
from dialogs.by_words import says_only, words_of
from dialogs.cases.back_out import back
from dialogs.cases.duty import ABOUT, FORM, GATE, REVIEWED
from dialogs.cases.form import PROMPTS, team_of
from dialogs.cases.gate import team_told
from dialogs.cases.words import listing
from dialogs.dialog import Around, Step
from dialogs.guide.asked_beside import asks_why, only_swears

WHY = {ABOUT: "case.why_about", GATE: "case.why_gate", FORM: "case.why_form", REVIEWED: "case.why_review"}
"""Why each step asks what it asks."""
FIRST = 5
"""So many words may stand before the one that says that something is to be changed: «kan jeg få lov å endre»."""


def said_beside(turn: Turn, said: str, state: ConversationState, around: Around) -> Step | None:
    """Answer what is said of the case itself; None when it is anything else."""
    words, text, step = words_of(said), around.text, state.case.step
    if asks_why(words, text) and step in WHY:
        return Step((Line(text(WHY[step])),))
    if (is_asked := asks_of_the_team(words, text)) or only_swears(words, text):
        return _told_of_the_team(state, around) if is_asked else Step((Line(text("case.sworn")),))
    if step == REVIEWED and wants_to_change(words, around):
        return back(turn, Pressed(""), state, around)
    if tells_of_next_child(said, text):
        return Step((Line(text("case.next_child")),))
    if step in (ABOUT, GATE) and _is_of_the_form(said, around):
        return Step((Line(text("case.later_form")),))
    return Step((Line(text("case.later_gate")),)) if step == ABOUT and _is_of_the_gate(words, around) else None


def asks_of_the_team(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody in the middle of a case asks of the team it goes to, in nothing but words for that: «når
    møtes de», «hvem er med i teamet», «hvor lang tid tar det»."""
    asks, named, small = (f"case.words_of_team_{key}" for key in ("asks", "named", "small"))
    is_asked = words[:1] != [] and words[0] in texts.words(asks)
    return is_asked and says_only(words, texts, named, beside=(asks, small))


def _told_of_the_team(state: ConversationState, around: Around) -> Step:
    """Tell who is in the team, when it meets and how soon it answers; before it is known, when that is told."""
    team, text = team_of(state, around), around.text
    if team is None:
        return Step((Line(text("case.team_not_yet")),))
    members = text("case.team_members", members=listing(team.members)) if team.members else ""
    return Step((Line(" ".join(part for part in (*team_told(team, around), members) if part)),))


def wants_to_change(words: Sequence[str], around: Around) -> bool:
    """Tell whether somebody who reads the text once more wants it otherwise, whatever it is: «kan jeg legge til at hun
    bor hos andre», «jeg glemte å skrive om mat». «Kan dere endre klasse» has somebody else change something."""
    change, before = (around.text.words(f"case.words_{key}") for key in ("change_text", "before_change"))
    at = next((place for place, word in enumerate(words[: FIRST + 1]) if word in change), None)
    return at is not None and before.issuperset(words[:at])


def _is_of_the_form(said: str, around: Around) -> bool:
    """Tell whether it begins with the name of a field of the form and a colon: «Hva har du sett?: …»."""
    label, colon, _ = said.partition(":")
    named = words_of(label)
    return bool(colon) and any(named == words_of(one) for name in PROMPTS for one in around.text.called(f"case.{name}"))


def _is_of_the_gate(words: Sequence[str], around: Around) -> bool:
    """Tell whether it is of what must be done first, «nivå 0 og 1 er gjort», which the next step asks about."""
    text = around.text
    levels, done = text.words("case.words_levels"), text.words("case.words_done")
    known = levels | done | text.words("case.words_beside_done", "guide.words_yes")
    known |= {word for word in words if word.isdecimal()}
    is_said = not done.isdisjoint(words) or any(word.startswith("nivå") for word in words[:1])  # «10. trinn» is an age
    return is_said and not levels.isdisjoint(words) and known.issuperset(words)
