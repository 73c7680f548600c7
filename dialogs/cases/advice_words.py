"""Hears in a few known words what somebody thinks of advice: «det hjalp litt», «det var et dumt råd», «funket ikke»."""

from __future__ import annotations

from typing import Literal

from bot.content.texts import Texts
from dialogs.by_words import begins_a_question, words_of
from dialogs.denying import has_misspelt_denial

Judged = Literal["good", "bad", "none"]


def judged(said: str, texts: Texts) -> Judged:
    """Return whether it was good or bad, «none» when that is not all that is said: the advice is named and called
    something, «rådet var bra», or it is told how well it worked, «hjalp litt». A bare «virker» is of anything."""
    words, lists = words_of(said), ("what", "worked", "good", "bad", "small", "no")
    what, worked, good, bad, small, no = (texts.words(f"commands.judged_{key}") for key in lists)
    is_known = (what | worked | good | bad | small | no).issuperset(words)
    if "?" in said or len(words) < 2 or begins_a_question(words) or not is_known:
        return "none"
    is_named, is_called = not what.isdisjoint(words), not (good | bad).isdisjoint(words)
    helped = texts.words("commands.judged_helped") if not no.isdisjoint(words) else frozenset()  # «lite hjelp i det»
    if (worked | helped).isdisjoint(words) and not (is_named and is_called):
        return "none"
    after = zip(("", *words), words, strict=False)
    is_bad = any(word in bad and before not in no for before, word in after)
    denied = [word for word, then in zip(words, (*words[1:], ""), strict=True) if word in no and then not in bad]
    return "bad" if is_bad or denied or has_misspelt_denial(words, texts) else "good"


def names_advice(said: str, texts: Texts) -> bool:
    """Tell whether the advice is named: what is thought of it is about no answer of the bot's own."""
    return not texts.words("commands.advice_words", "commands.judged_advice").isdisjoint(words_of(said))
