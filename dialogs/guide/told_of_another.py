"""A yes that goes on with what the one who writes has done, where the question asks of something else."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.guide import GuideStep
from bot.content.texts import Texts
from dialogs.by_words import words_of


def tells_of_another(words: Sequence[str], name: str, step: GuideStep, texts: Texts) -> bool:
    """Tell whether all that follows the yes is whom the one who writes has spoken with, rung or asked: «ja, vi har
    snakket med foreldrene», where that is not what is asked. Any other word may tell of the child: then it is a yes."""
    done, whom, beside = (texts.words(f"guide.words_{key}") for key in ("done", "whom", "beside_done"))
    rest = words[1:]
    named = whom.intersection(rest)
    if words[0] != "ja" or not named or not (done | whom | beside).issuperset(rest):
        return False
    if done.isdisjoint(words_of(step.ask)):
        return not done.isdisjoint(rest)
    hints = f"guide.hint_{name}"
    asked = {*texts(hints).split()} if hints in texts else set()
    return bool(asked) and named.isdisjoint(asked) and named.isdisjoint(words_of(step.ask))
