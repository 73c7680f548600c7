"""Notices that a child or an adult may be in danger, in any free text, and says why it thinks so.

Two ways that add up: expressions an editor has listed, and a linear model that learns at start from the labelled examples which
words, runs of characters and pairs of signs tell danger. It looks at the words only; must not store or log them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import numpy as np

from bot.answers.acute_words import KINDS, AcuteWords, load_acute_words, pattern_of
from bot.answers.features import Blocks, Weighting, damped
from bot.answers.lexicon import load_lexicon
from bot.answers.sparse import Doc, Floats, Postings
from bot.answers.spelling import Spelling
from bot.answers.stem import stem
from bot.answers.wording import Reader, Reading, fold, grams_of

BLOCK_SHARE = (0.30, 0.25, 0.10, 0.35, 0.30)
"""Words, runs of characters, concepts, signs, the whole picture: best in cross-validation on the examples."""
HELD_BACK = 0.5
"""Ridge: how little a single example may decide."""
SENTENCES = 12
"""A long text is judged whole and in pieces of about this many words, so that one sentence is not drowned."""
_MOST_PIECES = 24
_PEOPLE = frozenset({"familie", "barnet"})
_TROUBLE = frozenset({"redsel", "alene", "hjem"})


@dataclass(frozen=True)
class AcuteFinding:
    """Danger was noticed. Show the acute card; never store the text."""

    kind: str
    """One of KINDS."""
    expression: str
    """The words that told, in the bot's spelling: for editors and `--explain`, never for logs."""
    why: tuple[str, ...]
    """The signs that counted most, in words an editor knows from `acute.yaml`."""
    score: float
    """How far it is on the scale from -1 (harmless) to 1 (acute); a listed expression gives 1."""


class AcuteDetector:
    """Judges texts. Made by `load_acute`; never changes."""

    def __init__(self, words: AcuteWords) -> None:
        self.threshold = words.threshold
        self._expressions = {kind: pattern_of(expressions) for kind, expressions in words.expressions.items()}
        self._exceptions = pattern_of(words.exceptions)
        self._reader = Reader(words.lexicon)
        self._signs = Reader(replace(words.lexicon, concepts=words.signs))
        readings = [self._reader.read(self._without_exceptions(fold(example.text))) for example in words.examples]
        met = Counter(word for reading in readings for word in reading.words)
        known = {word for word, count in met.items() if count > 1}  # a word met once may be a misspelling in an example
        known |= {w.rstrip("*") for group in words.signs.values() for w in group if " " not in w}
        self._spelling = Spelling(known)
        self._danger, self._harmless = words.danger, words.harmless
        self._weighting = Weighting([self._blocks(self._corrected(reading)) for reading in readings], BLOCK_SHARE)
        self._weights = self._learn(words)

    def _learn(self, words: AcuteWords) -> Floats:
        """Return one weight for every feature for «acute», and for each kind. Kernel ridge, so a few hundred examples take no time."""
        docs = self._weighting.rows.documents()
        wanted = np.full((len(docs), 1 + len(KINDS)), -1.0, np.float32)
        for row, example in zip(wanted, words.examples, strict=True):
            if example.acute:
                row[0] = row[1 + KINDS.index(example.kind)] = 1.0
        weights = np.zeros((len(self._weighting.features), 1 + len(KINDS)), np.float32)
        if not docs:
            return weights
        postings = Postings(self._weighting.rows, len(self._weighting.features))
        likeness = np.stack([postings.scores(doc) for doc in docs])
        likeness[np.diag_indices(len(docs))] += HELD_BACK
        for (numbers, values), share in zip(docs, np.linalg.solve(likeness, wanted), strict=True):
            weights[numbers] += np.outer(values, share)
        return weights

    def detect(self, text: str) -> AcuteFinding | None:
        """Return what was noticed, or None. Never raises, whatever the text and its length."""
        folded = self._without_exceptions(fold(text))
        if found := self._listed(folded):
            return found
        worst: AcuteFinding | None = None
        for piece in _pieces(folded):
            judged = self._judge(piece)
            if judged and (worst is None or judged.score > worst.score):
                worst = judged
        return worst

    def score(self, text: str) -> float:
        """Return how acute the model holds the whole text to be, from about -1 to 1, listed expressions apart."""
        numbers, values = self._doc(self._corrected(self._reader.read(self._without_exceptions(fold(text)))))
        return float(values @ self._weights[numbers, 0]) if len(numbers) else -1.0

    def _without_exceptions(self, folded: str) -> str:
        return self._exceptions.sub(" ", folded) if self._exceptions else folded

    def _listed(self, folded: str) -> AcuteFinding | None:
        read = f"{folded} \n {self._reader.read(folded).text}"
        for kind, pattern in self._expressions.items():
            if pattern and (match := pattern.search(read)):
                return AcuteFinding(kind, match.group(), ("uttrykk fra lista",), 1.0)
        return None

    def _judge(self, piece: str) -> AcuteFinding | None:
        reading = self._corrected(self._reader.read(piece))
        numbers, values = self._doc(reading)
        if not len(numbers):
            return None
        scores = values @ self._weights[numbers]
        if scores[0] < self.threshold:
            return None
        kind = KINDS[int(np.argmax(scores[1:]))]
        return AcuteFinding(kind, self._telling(reading), self._reasons(reading, (numbers, values)), round(float(scores[0]), 3))

    def _corrected(self, reading: Reading) -> Reading:
        words = (word if word in self._spelling else self._spelling.meant(word) or word for word in reading.words)
        return replace(reading, words=tuple(words))

    def _doc(self, reading: Reading) -> Doc:
        return self._weighting.weigh(self._blocks(reading))

    def _blocks(self, reading: Reading) -> Blocks:
        stems = [stem(word) for word in reading.words]
        words: Counter[str] = Counter("w:" + s for s in stems)
        words.update(f"b:{a} {b}" for a, b in zip(["^", *stems], [*stems, "$"], strict=True))
        grams = Counter(gram for word in reading.words for gram in grams_of(word))
        rest: Counter[str] = Counter("k:" + concept for concept in self._reader.concepts(reading))
        rest[f"length:{min(6, len(stems) // 3)}"] += 1
        rest["first:" + (stems[0] if stems else "")] += 1
        signs = sorted(set(self._signs.concepts(reading)))
        together = Counter([*(f"s:{sign}" for sign in signs), *(f"s:{a}+{b}" for a, b in combinations(signs, 2))])
        return damped(words), damped(grams), damped(rest), damped(together), self._picture(frozenset(signs), reading.is_question)

    def _picture(self, signs: frozenset[str], is_asked: bool) -> dict[str, float]:
        """Return features that hold for any danger: how many signs of it, about whom, told when, and whether something excuses it."""
        danger = sorted(signs & self._danger)
        many, few = min(3, len(danger)), min(2, len(danger))
        calm = bool(signs & self._harmless)
        someone, relative = bool(signs & _PEOPLE), "familie" in signs
        told, now, afraid = "sier" in signs, "naa" in signs, bool(signs & _TROUBLE)
        names = [f"p:{many}", f"p:{many} {calm}", f"p:{few} {someone} {told} {calm}", f"p:{few} family {relative} {now} {calm}"]
        names += [f"p:{few} asked {is_asked} {calm} {someone}", f"p:{bool(danger)} trouble {afraid} {calm} {someone}"]
        if not calm:
            names += [f"p:{d}{x}" for d in danger for x in ("", f" {someone}", f" family {relative}", f" told {told}")]
        return dict.fromkeys(names, 1.0)

    def _telling(self, reading: Reading) -> str:
        """Return the words of the reading that count towards danger, strongest first, at most four."""
        counted: dict[str, float] = {}
        for word in reading.words:
            features = {f"w:{stem(word)}": 1.0, **dict.fromkeys(grams_of(word), 0.3)}
            numbers, values = self._weighting.features.known(features)
            counted[word] = float(values @ self._weights[numbers, 0]) if len(numbers) else 0.0
        return " ".join([word for word, value in sorted(counted.items(), key=lambda x: -x[1]) if value > 0][:4])

    def _reasons(self, reading: Reading, doc: Doc) -> tuple[str, ...]:
        numbers, values = doc
        counted = dict(zip(numbers.tolist(), (values * self._weights[numbers, 0]).tolist(), strict=True))
        signs = sorted(set(self._signs.concepts(reading)))
        names = [*signs, *(f"{a} + {b}" for a, b in combinations(signs, 2))]
        known = self._weighting.features
        strength = {n: counted.get(known.number_of(f"s:{n.replace(' + ', '+')}"), 0.0) for n in names}
        return tuple(sorted((n for n in names if strength[n] > 0), key=lambda n: -strength[n])[:3])


def _pieces(folded: str) -> list[str]:
    """Return the text, and for a long one also its overlapping pieces."""
    words = folded.split()
    if len(words) <= SENTENCES * 2:
        return [folded]
    starts = range(0, len(words) - SENTENCES // 2, SENTENCES)
    return [folded, *(" ".join(words[start : start + SENTENCES * 3 // 2]) for start in starts)][:_MOST_PIECES]


def load_acute(knowledge: Path) -> AcuteDetector:
    """Read the word lists and make the detector. Raises KnowledgeError with every problem in them."""
    return AcuteDetector(load_acute_words(knowledge, load_lexicon(knowledge)))
