"""What the acute detector has learned, kept in a file so that it need not learn again at every start.

Must not decide anything. The file is only used when it was learned from exactly the word lists at hand; otherwise
the detector learns anew, which takes half a minute.
Run `python -m bot.answers.acute_model` after changing examples or signs.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from sys import intern
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from bot.answers.acute_sight import BLOCK_SHARE, AcuteSight, pieces_of
from bot.answers.acute_words import KINDS, AcuteWords, load_acute_words
from bot.answers.features import Blocks, Weighting
from bot.answers.lexicon import load_lexicon
from bot.answers.separate import regress, separate
from bot.answers.sparse import Floats, Rows
from bot.answers.spelling import Spelling

FILE = Path(__file__).with_name("acute_model.npz")
LEAST_MET = 3
"""In how many examples a feature must stand: with two there are half as many again, and nothing is gained."""
WORTH_OF_PIECE = 0.4
"""How much a sentence of a harmless example counts beside a whole text."""
WORTH_OF_DANGER = 0.7
"""The same for the sentence of an acute example that tells most: which one it is, nobody has said."""
DICTIONARY = "anonymising/ordliste.txt"
VERSION = 6
"""Raise it when features or learning change, so that old files are not used."""


Texts = NDArray[np.int64]
"""For each sentence, the number of the example it stands in."""


@dataclass(frozen=True)
class AcuteModel:
    """One weight for every feature and kind, and what is needed to find the features in a text."""

    names: tuple[str, ...]
    rarity: Floats
    weights: Floats | NDArray[np.float16]
    """Features × (acute, then each kind), and a last row that is added to the score of every text."""
    known_words: frozenset[str]
    left_alone: Collection[str] = ()
    """Ordinary words that look like a known one and must not be taken for it (`hagen` is no `hagle`)."""


def learn_model(words: AcuteWords, left_alone: frozenset[str] = frozenset()) -> AcuteModel:
    """Learn from the labelled examples and their sentences (half a minute and 150 MiB for thirteen thousand)."""
    sight = AcuteSight(words, Spelling(()))
    plain = [sight.plain(example.text) for example in words.examples]
    met = Counter(word for text in plain for word in sight.uncorrected(text).words)
    known = {word for word, count in met.items() if count > 1}  # a word met once may be a misspelling in an example
    known |= {word.rstrip("*") for group in words.signs.values() for word in group if " " not in word}
    sight.spelling = Spelling(known, left_alone)
    often = Counter(name for text in plain for block in sight.blocks(sight.read(text)) for name in block)
    weighting = Weighting((_met_often(sight.blocks(sight.read(text)), often) for text in plain), BLOCK_SHARE)
    names, rarity = weighting.remember()
    pieces = [(number, piece) for number, text in enumerate(plain) for piece in pieces_of(text)[1:]]
    docs = [weighting.weigh(sight.blocks(sight.read(piece))) for _, piece in pieces]
    of_text = np.array([number for number, _ in pieces], np.int64)
    weights = _weights(weighting.rows, Rows.of(docs), of_text, len(names), words)
    return AcuteModel(tuple(names), rarity, weights, frozenset(known), left_alone - known)


def _met_often(text: Blocks, often: Mapping[str, int]) -> Blocks:
    """Return a text without the features hardly any other example has: they teach nothing, and are most of all."""
    return tuple({name: count for name, count in block.items() if often[name] >= LEAST_MET} for block in text)


def alike_words(known: frozenset[str], headwords: Iterable[str]) -> frozenset[str]:
    """Return the dictionary words, inflected too, that spelling correction would take for a known word."""
    spelling = Spelling(known)
    forms = {form for word in headwords if word.isalpha() for form in (word, *_inflected(word))}
    return frozenset(form for form in forms if spelling.meant(form))


def _inflected(word: str) -> Iterator[str]:
    base = word.removesuffix("e")
    for ending in ("e", "a", "en", "et", "er", "ene", "ane", "ar", "te", "de", "t"):
        yield base + ending


def _weights(wholes: Rows, pieces: Rows, of_text: Texts, features: int, words: AcuteWords) -> Floats:
    """Return the weights: what is acute from whole texts and sentences, which kind it is from the acute texts."""
    wanted = np.full((len(words.examples), 1 + len(KINDS)), -1.0, np.float32)
    for row, example in zip(wanted, words.examples, strict=True):
        if example.acute:
            row[0] = row[1 + KINDS.index(example.kind)] = 1.0
    weights = np.zeros((features + 1, 1 + len(KINDS)), np.float32)
    if not words.examples:
        return weights
    acute = wanted[:, 0]
    kept = _telling(pieces, of_text, acute, regress(wholes, features, acute))
    learned = wholes.followed_by(pieces.only(kept))
    answers = np.append(acute, acute[of_text[kept]])
    worth = np.append(
        np.ones(len(acute), np.float32), np.where(answers[len(acute) :] > 0, WORTH_OF_DANGER, WORTH_OF_PIECE)
    )
    weights[:, 0] = separate(learned, features, answers, worth)
    dangers = wholes.only(acute > 0)
    for kind in range(1, 1 + len(KINDS)):
        weights[:-1, kind] = regress(dangers, features, wanted[acute > 0, kind])
    return weights


def _telling(pieces: Rows, of_text: Texts, acute: Floats, weights: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return which sentences to learn from: all of a harmless text, and of an acute one that which sounds most so."""
    kept = acute[of_text] < 0
    score = np.bincount(pieces.owners(), pieces.values * weights[pieces.numbers], len(of_text))
    best: dict[int, int] = {}
    for piece in np.flatnonzero(~kept).tolist():
        text = int(of_text[piece])
        if text not in best or score[piece] > score[best[text]]:
            best[text] = piece
    kept[list(best.values())] = True
    return kept


def stamp_of(words: AcuteWords) -> str:
    """Return a digest of everything that is learned from; expressions and threshold are not learned, and of the
    dictionary only the words spelling must leave alone are taken, when the file is written."""
    lexicon = words.lexicon
    parts = [
        VERSION,
        {sign: list(w) for sign, w in words.signs.items()},
        sorted(words.danger),
        sorted(words.harmless),
        words.exceptions,
        words.examples_digest,
        [
            dict(lexicon.spellings),
            dict(lexicon.phrases),
            dict(lexicon.english),
            {c: list(w) for c, w in lexicon.concepts.items()},
        ],
    ]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def save_model(model: AcuteModel, stamp: str, path: Path = FILE) -> None:
    """Write the model; weights are kept with half precision, which moves scores by less than a hundredth."""
    np.savez_compressed(
        path,
        stamp=np.frombuffer(stamp.encode(), np.uint8),
        names=np.frombuffer("\n".join(model.names).encode(), np.uint8),
        known=np.frombuffer("\n".join(sorted(model.known_words)).encode(), np.uint8),
        left_alone=np.frombuffer("\n".join(sorted(model.left_alone)).encode(), np.uint8),
        rarity=model.rarity.astype(np.float32),
        weights=model.weights.astype(np.float16),
    )


def load_model(stamp: str, path: Path = FILE) -> AcuteModel | None:
    """Return the model in the file, or None when there is none, it is damaged, or it was learned from something
    else."""
    try:
        with np.load(path, allow_pickle=False) as file:
            if _text(file["stamp"]) != stamp:
                return None
            return AcuteModel(
                names=tuple(_text(file["names"]).split("\n")),
                rarity=file["rarity"],
                weights=file["weights"],
                known_words=frozenset(map(intern, _text(file["known"]).split("\n"))),  # the search knows most of them
                left_alone=_text(file["left_alone"]).split("\n"),
            )
    except (OSError, KeyError, ValueError, BadZipFile):
        return None


def words_left_alone(path: Path = FILE) -> frozenset[str]:
    """Return the ordinary words in the file, whatever the model in it was learned from; none when there is no file."""
    try:
        with np.load(path, allow_pickle=False) as file:
            return frozenset(_text(file["left_alone"]).split("\n"))
    except (OSError, KeyError, ValueError, BadZipFile):
        return frozenset()


def _text(array: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> str:
    return array.tobytes().decode("utf-8")


def main() -> None:
    """Learn from the word lists and write the file."""
    parser = argparse.ArgumentParser(description="Lær av eksemplene på hva som er akutt.")
    parser.add_argument("--knowledge", type=Path, default=Path("knowledge"))
    knowledge = parser.parse_args().knowledge
    words = load_acute_words(knowledge, load_lexicon(knowledge))
    headwords = (knowledge / DICTIONARY).read_text("utf-8").split("\n")
    left_alone = alike_words(learn_model(words).known_words, headwords)
    save_model(learn_model(words, left_alone), stamp_of(words))
    sys.stdout.write(f"Lært av {len(words.examples)} eksempler. Skrevet til {FILE.name}.\n")


if __name__ == "__main__":
    main()
