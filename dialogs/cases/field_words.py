"""Explains what is to be written in a field of the form, to who asks beside it: «hva skal jeg skrive her?».

What is written there stands on the card above, and nowhere else: it is not shown anew, without what was written.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.texts import Texts
from bot.domain.conversation import ConversationState
from bot.domain.reply import Line
from dialogs.by_words import asks_what_to_write, words_of
from dialogs.cases.about import is_all_answered, still_missing
from dialogs.cases.duty import ABOUT, FORM
from dialogs.cases.form import PROMPTS
from dialogs.dialog import Around, Step

LONGEST = 12
"""More words than this are meant for a field."""


def field_explained(said: str, state: ConversationState, around: Around) -> Step | None:
    """Explain the field that is named, or all of them; at step 1, say what is still to be chosen. None = something else
    is asked."""
    text, words = around.text, words_of(said)
    if state.case.step not in (ABOUT, FORM) or not 1 < len(words) <= LONGEST:
        return None
    known = text.words(*(f"case.words_field_{one}" for one in ("what", "fill", "here", "small")))
    rest = [word for word in words if word not in known]
    named = _named(rest, around) if state.case.step == FORM else ()
    bare = [word for word in words if word in known]
    is_here = named or asks_to_write(words, text) or not text.words("case.words_field_here").isdisjoint(words)
    if not asks_what_to_write(bare, text) or (rest and not named) or not is_here:
        return None
    if state.case.step == FORM:
        return Step((Line(_told(named or PROMPTS, around)),))
    if is_all_answered(state, around):
        return None
    return Step((Line(text("case.middle_about", missing=still_missing(state, around))),))


def asks_to_write(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody asks what to write, in nothing but words for that: «kva skal eg skrive»."""
    is_asked = not any(texts.words(f"case.words_{key}").isdisjoint(words) for key in ("field_write", "write_what"))
    return is_asked and asks_what_to_write(words, texts)


def all_fields(around: Around) -> str:
    """Return what each field of the form asks for."""
    return _told(PROMPTS, around)


def _named(words: Sequence[str], around: Around) -> Sequence[str]:
    """Return the only prompt all words are of, by its label in either written standard."""
    if not words:
        return ()
    labels = [(one, {*words_of(" ".join(around.text.called(f"case.{one}")))}) for one in PROMPTS]
    fitting = [one for one, label in labels if label.issuperset(words)]
    return fitting if len(fitting) == 1 else ()


def _told(prompts: Sequence[str], around: Around) -> str:
    text = around.text
    told = (f"**{text(f'case.{one}')}** {text(f'case.{one}_hint')}" for one in prompts)
    return "\n\n".join((*told, text("case.field_where")))
