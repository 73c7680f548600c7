"""The detector of what editors have published: it hears their lists, with what was learned from the program's own.

Learning anew takes minutes of CPU; so it is never done because of an edit, neither while somebody waits for the check,
nor by each replica, nor at each start. Must not decide what is danger.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bot.answers.acute import AcuteDetector
from bot.answers.acute_model import load_model, stamp_of
from bot.answers.acute_words import load_acute_words
from bot.answers.lexicon import Lexicon, load_lexicon


def load_edited(knowledge: Path, own: Path, lexicon: Lexicon) -> AcuteDetector:
    """Return the detector for `knowledge`, an edition of what the program brought in the folder `own`.

    Expressions, sentences, exceptions and threshold are those of the edition. Signs, and how words are read, are those
    that were learned with: another synonym or spelling helps the search, and makes no danger silent. Raises
    KnowledgeError with every problem in the lists.
    """
    edited = load_acute_words(knowledge, lexicon, with_examples=False)
    if model := load_model(stamp_of(edited)):
        return AcuteDetector(edited, model)
    learned = load_acute_words(own, load_lexicon(own), with_examples=False)
    model = load_model(stamp_of(learned))
    if model is None:  # the program's own lists are not those that were learned from: `check` and `doctor` tell of it
        learned = load_acute_words(own, learned.lexicon)
    heard = replace(
        learned,
        threshold=edited.threshold,
        expressions=edited.expressions,
        exceptions=edited.exceptions,
        sentences=edited.sentences,
    )
    return AcuteDetector(heard, model)


def is_learned(knowledge: Path, lexicon: Lexicon) -> bool:
    """Tell whether what was learned is kept for exactly these lists. Raises KnowledgeError."""
    return load_model(stamp_of(load_acute_words(knowledge, lexicon, with_examples=False))) is not None


def main(knowledge: Path = Path("knowledge")) -> int:
    """Return 0 when what was learned is kept for the lists in the folder: 1 asks whoever builds the image to learn."""
    return 0 if is_learned(knowledge, load_lexicon(knowledge)) else 1


if __name__ == "__main__":
    raise SystemExit(main())
