"""What the acute detector has learned, kept in a file so that it need not learn again at every start.

Must not decide anything. The file is only used when it was learned from exactly the word lists at hand; otherwise
the detector learns anew, which takes some thirteen minutes of CPU and a gigabyte.
Run `python -m bot.answers.acute_model` after changing examples or signs.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.answers.acute_among import among_calm
from bot.answers.acute_names import GivenNames, given_names, read_words
from bot.answers.acute_net import NO_NET, AcuteNet, learn_net
from bot.answers.acute_sight import APART, BLOCK_SHARE, AcuteSight, pieces_of
from bot.answers.acute_words import GAP, KINDS, AcuteWords, Example, load_acute_words
from bot.answers.features import Blocks, Counts, Weighting, by_name
from bot.answers.kept import DAMAGED
from bot.answers.lexicon import load_lexicon
from bot.answers.separate import regress, separate
from bot.answers.sparse import Floats, Ints, Rows
from bot.answers.spelling import Spelling

FILE = Path(__file__).with_name("acute_model.npz")
SHORT, EACH_FRAMED = 14, 5
"""Words up to which an example is put into frames, and which share of these: one in so many."""
LEAST_MET, LEAST_MET_APART = 3, 5
"""In how many examples a feature must stand, and one of two words apart: with two there are half as many again, and
nothing is gained; of those apart, most of all features, three would take twice the room."""
WORTH_OF_PIECE = 0.4
"""How much a sentence of a harmless example counts beside a whole text."""
WORTH_OF_DANGER = 0.7
"""The same for the sentence of an acute example that tells most: which one it is, nobody has said."""
WORTH_AMONG = 0.7
"""How much a danger put among calm texts counts, and calm texts put together, where the network learns."""
IS_WORD = ":"
"""What the names of all features have in them but those of runs of characters."""
LISTS, DICTIONARY = "anonymising", "ordliste.txt"
VERSION = 12
"""Raise it when features or learning change, so that old files are not used."""


Texts = NDArray[np.int64]
"""For each sentence, the number of the example it stands in."""


class Listed(NamedTuple):
    """What was taken of the anonymiser's lists of words when the file was written: they are too large to read again."""

    left_alone: Collection[str] = ()
    """Ordinary words that look like a known one and must not be taken for it (`hagen` is no `hagle`)."""
    given_names: Collection[str] = ()
    """Given names that are no words."""
    doubtful_names: Collection[str] = ()
    """Given names that are words as well."""


NOTHING_LISTED = Listed()


@dataclass(frozen=True)
class AcuteModel:
    """One weight for every feature and kind, and what is needed to find the features in a text."""

    names: str
    """The features, one on each line: as separate words they would take eight megabytes for a moment."""
    rarity: Floats
    weights: Floats | NDArray[np.float16]
    """How acute each feature is, and last what is added to the score of every text."""
    kinds: Floats | NDArray[np.float16]
    """How much each feature tells of each kind of danger, and a last row for every text.

    Two words apart, two features in five, stand last and tell of no kind.
    """
    known_words: frozenset[str]
    listed: Listed = NOTHING_LISTED
    net: AcuteNet = NO_NET
    """What a line cannot tell, from whole words alone."""

    @property
    def runs(self) -> int:
        """The number of features that are runs of characters; they stand first, and the network does not see them."""
        return len(self.rarity) - len(self.net.rows)


def learn_model(words: AcuteWords, listed: Listed) -> AcuteModel:
    """Learn from the labelled examples and their sentences (thirteen minutes and a GiB for sixty-six thousand)."""
    words = replace(words, examples=(*words.examples, *_framed(words)))
    sight = AcuteSight(words, Spelling(()))
    plain, known = _read(words, sight, listed)
    sight.spelling = Spelling(known, listed.left_alone)
    often = Counter(name for text in plain for block in by_name(sight.blocks(sight.read(text))) for name in block)
    weighting = Weighting((_met_often(sight.blocks(sight.read(text)), often) for text in plain), BLOCK_SHARE)
    names, rarity = weighting.remember()
    pieces = [(number, piece) for number, text in enumerate(plain) for piece in pieces_of(text)[1:]]
    docs = [weighting.weigh(sight.blocks(sight.read(piece))) for _, piece in pieces]
    of_text = np.array([number for number, _ in pieces], np.int64)
    weights = _weights(weighting.rows, Rows.of(docs), of_text, len(names), words)
    is_apart = np.array([name.startswith(APART) for name in names], bool)
    is_run = np.array([IS_WORD not in name for name in names], bool)
    first = np.append(np.flatnonzero(is_run), np.flatnonzero(~is_apart & ~is_run))
    last = np.flatnonzero(is_apart)
    order = np.append(first, last).astype(np.int32)
    net = _net(weighting, sight, plain, order[is_run.sum() :], words)
    return AcuteModel(
        names="\n".join(names[number] for number in order.tolist()),
        rarity=rarity[order],
        weights=weights[np.append(order, -1), 0],
        kinds=weights[np.append(first, -1), 1:],
        known_words=known,
        listed=listed._replace(left_alone=frozenset(listed.left_alone) - known),
        net=net,
    )


def _net(weighting: Weighting, sight: AcuteSight, plain: Sequence[str], order: Ints, words: AcuteWords) -> AcuteNet:
    """Return the network learned from the examples, and from dangers told among calm ones; `order` are the features it
    sees."""
    danger = np.array([example.acute for example in words.examples], bool)
    made = among_calm(plain, danger)
    among = Rows.of([weighting.weigh(sight.blocks(sight.read(text))) for text, _ in made])
    rows = weighting.rows.followed_by(among)
    place = np.full(len(weighting.features), -1, np.int32)
    place[order] = np.arange(len(order))
    seen, owners = place[rows.numbers] >= 0, rows.owners()
    lengths = np.bincount(owners[seen], minlength=len(rows.lengths))
    answers = np.append(danger, np.array([is_danger for _, is_danger in made], bool))
    worth = np.append(np.ones(len(danger), np.float32), np.full(len(made), WORTH_AMONG, np.float32))
    return learn_net(Rows(lengths, place[rows.numbers[seen]], rows.values[seen]), len(order), answers, worth)


def _framed(words: AcuteWords) -> Iterator[Example]:
    """Yield every few short examples inside what people write around them, so that the words of that tell nothing."""
    short = [example for example in words.examples if example.text.count(" ") < SHORT]
    for number, example in enumerate(short[::EACH_FRAMED] if words.frames else ()):
        frame = words.frames[number % len(words.frames)]
        yield replace(example, text=frame.replace(GAP, example.text.rstrip(".!?")))


def _read(words: AcuteWords, sight: AcuteSight, listed: Listed) -> tuple[list[str], frozenset[str]]:
    """Return the examples as the detector reads them, given names as «hun», and the words it is to know."""
    as_written = [example.text for example in words.examples]
    spelling = Spelling(_known(words, sight, map(sight.plain, as_written)), listed.left_alone)
    names = GivenNames(listed.given_names, listed.doubtful_names, spelling)
    plain = [sight.plain(names.as_she(text)) for text in as_written]
    return plain, _known(words, sight, plain)


def _known(words: AcuteWords, sight: AcuteSight, plain: Iterable[str]) -> frozenset[str]:
    met = Counter(word for text in plain for word in sight.uncorrected(text).words)
    often = {word for word, count in met.items() if count > 1}  # a word met once may be a misspelling in an example
    return frozenset(
        often.union(word.rstrip("*") for group in words.signs.values() for word in group if " " not in word)
    )


def _met_often(text: Blocks, often: Mapping[str, int]) -> list[Counts]:
    """Return a text without the features hardly any other example has: they teach nothing, and are most of all."""
    return [{name: count for name, count in block.items() if often[name] >= _least(name)} for block in by_name(text)]


def _least(name: str) -> int:
    return LEAST_MET_APART if name.startswith(APART) else LEAST_MET


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
        words.frames,
        words.examples_digest,
        [
            dict(lexicon.spellings),
            dict(lexicon.phrases),
            dict(lexicon.dialect),
            dict(lexicon.english),
            {c: list(w) for c, w in lexicon.concepts.items()},
        ],
    ]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def save_model(model: AcuteModel, stamp: str, path: Path = FILE) -> None:
    """Write the model; weights are kept with half precision, which moves scores by less than a hundredth."""
    lists = {"known": model.known_words, **model.listed._asdict()}
    arrays: dict[str, Any] = {name: _packed("\n".join(sorted(words))) for name, words in lists.items()}
    arrays |= {f"net_{name}": np.asarray(value) for name, value in vars(model.net).items()}
    np.savez_compressed(
        path,
        stamp=_packed(stamp),
        names=_packed(model.names),
        rarity=model.rarity.astype(np.float32),
        weights=model.weights.astype(np.float16),
        kinds=model.kinds.astype(np.float16),
        **arrays,
    )


def load_model(stamp: str, path: Path = FILE) -> AcuteModel | None:
    """Return the model in the file, or None when there is none, it is damaged, or it was learned from something
    else."""
    try:
        with np.load(path, allow_pickle=False) as file:
            if _text(file["stamp"]) != stamp:
                return None
            return AcuteModel(
                names=_text(file["names"]),
                rarity=file["rarity"],
                weights=file["weights"],
                kinds=file["kinds"],
                known_words=frozenset(_text(file["known"]).split("\n")),
                listed=_listed(file),
                net=_net_in(file),
            )
    except DAMAGED:
        return None


def _net_in(file: Mapping[str, NDArray[Any]]) -> AcuteNet:
    rows, steps, bias, out, last = (file[f"net_{one.name}"] for one in fields(AcuteNet))
    return AcuteNet(rows, steps, bias, out, float(last))


def kept_lists() -> Listed:
    """Return the lists in the file, whatever the model in it was learned from; empty ones when there is no file."""
    try:
        with np.load(FILE, allow_pickle=False) as file:
            return _listed(file)
    except DAMAGED:
        return NOTHING_LISTED


def _listed(file: Mapping[str, np.ndarray[tuple[int, ...], np.dtype[np.uint8]]]) -> Listed:
    return Listed(*(_text(file[name]).split("\n") for name in Listed._fields))


def _packed(text: str) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return np.frombuffer(text.encode(), np.uint8)


def _text(array: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> str:
    return array.tobytes().decode("utf-8")


def main() -> None:
    """Learn from the word lists and write the file."""
    parser = argparse.ArgumentParser(description="Lær av eksemplene på hva som er akutt.")
    parser.add_argument("--knowledge", type=Path, default=Path("knowledge"))
    knowledge = parser.parse_args().knowledge
    words = load_acute_words(knowledge, load_lexicon(knowledge))
    lists = knowledge / LISTS
    names = Listed((), *given_names(lists))
    known = _read(words, AcuteSight(words, Spelling(())), names)[1]
    listed = names._replace(left_alone=alike_words(known, read_words(lists / DICTIONARY)))
    save_model(learn_model(words, listed), stamp_of(words))
    sys.stdout.write(f"Lært av {len(words.examples)} eksempler. Skrevet til {FILE.name}.\n")


if __name__ == "__main__":
    main()
