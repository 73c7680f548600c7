"""Hears, in nothing but known words, what is asked about writing and sending a case in the middle of its form: «må jeg
fylle ut alt», «kan jeg endre etterpå», «er dette det samme som bekymringsmelding».

Nothing typed here is kept. What names anything else is heard as always: it may be meant for a field.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.texts import Texts
from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from dialogs.by_words import plain_words, says_only, words_of
from dialogs.cases.duty import ABOUT, FORM, GATE, REVIEWED
from dialogs.cases.field_words import all_fields
from dialogs.cases.form import team_of
from dialogs.dialog import Around, Step
from dialogs.guide.asked_beside import TIRED, only_thanks

LONGEST = 12
"""More words than this are meant for a field."""
AROUND = tuple(f"case.words_asked_{one}" for one in ("small", "write", "send", "instead", "deny"))
"""Words that may stand around what is asked."""
BY_STEP = {ABOUT: "_later", GATE: "_later", REVIEWED: "_review"}
"""What the key of an answer ends in that is another at this step than at the form."""
HELP = "help"
"""What is answered with all that the fields ask for."""
ASKED: Sequence[tuple[str, tuple[str, ...], tuple[str, ...]]] = (
    ("regretted", ("deny", "send", "likevel"), (FORM, REVIEWED)),
    ("report", ("report", "differs"), (FORM, REVIEWED)),
    ("report", ("report", "is", "this"), (FORM, REVIEWED)),
    ("after", ("change", "later"), (FORM, REVIEWED)),
    ("wrong", ("wrong", "choice"), (FORM, REVIEWED)),
    ("mail", ("mail",), (FORM, REVIEWED)),
    ("file", ("file",), (FORM,)),
    ("age", ("write", "age"), (FORM, REVIEWED)),
    ("call", ("call", "instead"), (FORM, REVIEWED)),
    ("consent", ("consent", "needs"), (FORM, REVIEWED)),
    ("consent", ("consent", "has"), (GATE, FORM, REVIEWED)),
    ("parents", ("parents", "see"), (FORM, REVIEWED)),
    ("name", ("name", "see"), (ABOUT, GATE, FORM, REVIEWED)),
    ("where", ("comes", "form"), (ABOUT, GATE, FORM, REVIEWED)),
    ("where", ("where", "write"), (ABOUT, GATE, FORM)),
    ("back", ("back",), (FORM,)),
    ("urgent", ("urgent",), (FORM,)),
    (HELP, ("help",), (FORM,)),
    (HELP, ("doubt", "write"), (FORM,)),
    ("fill", ("fill",), (FORM,)),
    ("sending", ("sending",), (FORM, REVIEWED)),
    ("sending", ("is", "sent"), (FORM, REVIEWED)),
)
"""What is answered (`case.asked_…`), one word of each of these lists (`case.words_asked_…`), and the steps it is asked
at: what is surest of what is meant stands first."""


def asked_of_form(said: str, state: ConversationState, around: Around) -> Step | None:
    """Answer what is asked of the form, of sending or of how far it is; thanks there are thanked for, and who is tired
    is met. None when it is anything else."""
    words, text, step = words_of(said), around.text, state.case.step
    if not words or len(words) > LONGEST or step not in (ABOUT, GATE, FORM, REVIEWED):
        return None
    if step == FORM and only_thanks(words, text):
        return Step((Line(text("case.asked_thanks")),))
    if plain_words(said) in text.listed("guide.words_how_far"):
        return Step((Line(text("case.how_far")),))
    found = around.answers.search(said)
    if (found.verdict, found.kind) == ("small_talk", TIRED):
        return Step((Line(text("case.tired")),))
    key = next((key for key, named, steps in ASKED if step in steps and _is_asked(words, named, text)), None)
    if key is None:
        return None
    team = team_of(state, around)
    there = f"case.asked_{key}{BY_STEP.get(step, '')}"
    said_there = there if there in text else f"case.asked_{key}"
    told = text(said_there, team=team.name if team else text("case.asked_the_team"), new=text("case.draft_new"))
    return Step((Line(f"{told}\n\n{all_fields(around)}" if key == HELP else told),))


def _is_asked(words: Sequence[str], named: Sequence[str], texts: Texts) -> bool:
    lists = [f"case.words_asked_{one}" for one in named]
    is_told = "parents" in named and not asks_if_parents_see(words, texts)
    is_told = is_told or ("is" in named and words[0] not in texts.words("case.words_asked_is"))
    return not is_told and says_only(words, texts, *lists, beside=AROUND)


def asks_if_parents_see(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether parents are who sees it: «ser far dette», «kan mor se». «Far vet det» and «vil ikke se far» tell of
    the child."""
    parents, see, it, deny = (texts.words(f"case.words_asked_{key}") for key in ("parents", "see", "it", "deny"))
    at = next((place for place, word in enumerate(words) if word in parents), 0)
    if not at or not deny.isdisjoint(words):
        return False
    return not see.isdisjoint(words[at:]) or (words[0] in see and not it.isdisjoint(words[at:]))
