"""How sure a search is: one logistic curve for «is this ours at all», one for «is the first article the right one».

Must not know words or articles. The numbers are fitted on the development questions by
`bench/answers/fit_confidence.py`.
"""

from __future__ import annotations

from math import exp
from typing import NamedTuple

from bot.answers.result import Verdict


class Evidence(NamedTuple):
    """What a search found, in plain numbers."""

    best: float
    """Score of the first article."""
    gap: float
    """How far ahead of the second it is."""
    nearest: float
    """Likeness to its nearest phrasing, 0 to 1."""
    off_topic: float
    """Learned score of «not our topic»."""
    off_topic_nearest: float
    """Likeness to the nearest off-topic example."""
    belonging: float
    """How much more often what the question is made of stands in our texts than in off-topic examples (log odds)."""
    known_share: float
    """Share of the words that are known."""
    covered: float
    """Share of the telling words that the first article has, rare words counting most."""
    length: float
    """Natural logarithm of the number of words, plus one."""
    is_one_word: float
    """1 for a question of one word, else 0."""


SCOPE_WEIGHTS = (2.84, 3.14, 3.37, -3.70, -1.27, 0.75, -1.17, 4.46, 2.10, 2.30)
SCOPE_BIAS = -10.03
RIGHT_WEIGHTS = (1.46, 8.94, 0.69, 0.77, -0.55, -0.02, -3.27, 2.48, 1.01, 0.55)
RIGHT_BIAS = -2.52
"""One weight for each number of `Evidence`, in its order."""

REFUSE_BELOW = 0.45
"""In scope: below this the bot says that it does not know. Of 251 development messages off topic one is offered an
article, of 993 real ones nine are refused; at .4 it is two and seven."""
ANSWER_FROM = 0.7
"""Right: from this on the first article is shown; below it the person is asked which of three. A wrong paragraph is
worse than one press more: of 2 562 questions in sets nobody had read 75 were met with a wrong answer at .6, and 52 are
at .7. The 89 right ones no longer shown at once stand first of the three."""
SURE_OF_A_THEME = 0.75
"""Right: from this on a theme is shown to a story of worry. Chosen by us on our own forty stories (`dev_calm`) and on
little: the 25 that reach it all get the right one, of the 15 below it 6 get a wrong one."""


LISTED = 1.2
"""Score of an article found by the very words an editor lists for it: it is answered, also where nothing is asked."""
SURE_OF_A_TELLING = 0.55
"""In scope and right: below this an article is only offered to a sentence that asks for nothing. Of 1 314 development
messages 200 such sentences are answered, 194 rightly, and all have more; «hun er hentet tidlig, tannlegen» has less."""

FEW_WORDS, LIKE_NONE, ALMOST_CERTAIN = 10, 0.5, 0.9
"""In so few words, and less like every phrasing of the first article than this, it is shown only when it is right for
almost certain: «ungen fortalte noe på bussen» has a word or two in common with much. Of 130 such questions by ten roles
five of eight wrong answers are then only offered, of 24 calm messages in few words that were answered nine; of 785
short development questions with a role, four right ones."""


def _logistic(evidence: Evidence, weights: tuple[float, ...], bias: float) -> float:
    total = bias + sum(w * x for w, x in zip(weights, evidence, strict=True))
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total))))


def in_scope(evidence: Evidence) -> float:
    """Return how likely it is that the question is one for the knowledge base."""
    return _logistic(evidence, SCOPE_WEIGHTS, SCOPE_BIAS)


def right(evidence: Evidence) -> float:
    """Return how likely it is that the first article is the right one, when the question is in scope."""
    return _logistic(evidence, RIGHT_WEIGHTS, RIGHT_BIAS)


def verdict_of(scope: float, likely: float) -> Verdict:
    """Return how to meet a question that likely is in scope and likely answered by the first article."""
    if scope < REFUSE_BELOW:
        return "unknown"
    return "answer" if likely >= ANSWER_FROM else "did_you_mean"


def is_like_none(evidence: Evidence, words: int, certainty: float) -> bool:
    """Tell whether few words are like no phrasing of the first article, though they share what is rare with it."""
    return words <= FEW_WORDS and evidence.nearest < LIKE_NONE and certainty < ALMOST_CERTAIN


THRESHOLDS = (("refuse_below", REFUSE_BELOW), ("answer_from", ANSWER_FROM), ("sure_of_a_theme", SURE_OF_A_THEME))
