"""Hears that who writes is in danger themselves: hit or held by a partner, raped, threatened, tired of living, or has a
child who is hit. Reads `words/own_danger.yaml`.

Told by parts, who does what to whom, and never in somebody else's words: «hun sa: jeg vil dø», «mor sier mannen min
slår meg». Whether there is danger at all `acute` tells; this tells whose it is.
"""

from __future__ import annotations

import re
from pathlib import Path

from bot.answers.acute_sentences import NO_SENTENCES, AcuteSentences, load_sentences
from bot.answers.wording import fold_to

WORDS = "words/own_danger.yaml"
KINDS = ("life", "child", "hits", "hit", "raped", "threat", "maybe", "maybe_me")
"""What is told of oneself, the most urgent first. «Maybe»: one's own child or a pupil; oneself or a pupil's words."""
ALSO_QUOTED = {"tells": "child", "said": "threat"}
"""What is one's own also where somebody says something: one's child tells of blows, «en far sa han skulle ta meg»."""
PARTNER, EX, HE, OWN_CHILD = "partner", "ex", "he", "own_child"
"""That one's partner is named, or somebody's who may be one's own («eksen»); what «he» does to oneself, who is the
partner where one is named; and that one's children are named."""
PUPIL, ANOTHER, HIM, HER, BARE = "pupil", "another", "him", "her", "bare"
"""That a pupil is named, anybody else, «han» or «henne»; and what means «life» where nobody is, for it has no «jeg»."""
OTHERS, QUOTED, THEY_SAY = "others", "quoted", "they_say"
"""That it is over, a joke or done by a pupil; that the words are somebody else's; and that «they» say it, who may be
the partner as well, or who threatens."""
LONGEST = 600
"""Characters of a message that are read. A longer one tells of work, also where it has words of one's own."""
_BETWEEN_SENTENCES = re.compile(r"[.!?;\n]+")
_QUOTED = re.compile(r"«[^»]*»|[\"“”„][^\"“”„]*[\"“”„]")


class OwnDanger:
    """Looks for one's own danger. Made by `load_own_danger`; never changes."""

    def __init__(self, sentences: AcuteSentences = NO_SENTENCES) -> None:
        self._sentences = sentences

    def in_text(self, text: str) -> str:
        """Return what is told of oneself, one of KINDS; empty for anything else."""
        told = self._all_told(text)
        if OTHERS in told:
            return ""
        meant = {own for said, own in ALSO_QUOTED.items() if said in told}
        if not _is_quoted(told):
            meant |= told
            meant |= {"hit"} if HE in told and not told.isdisjoint((PARTNER, EX)) else set()
            meant |= {"life"} if BARE in told and told.isdisjoint((ANOTHER, HIM, HER)) else set()
        return next((kind for kind in KINDS if kind in meant), "")

    def at_home(self, text: str) -> str:
        """Return what danger is told of where it is known that some is: with one's partner, and nobody else, named it
        is one's own."""
        told = self._all_told(text)
        is_another = ANOTHER in told or (HER in told and OWN_CHILD not in told)
        if PARTNER not in told or OTHERS in told or is_another or _is_quoted(told):
            return ""
        return "child" if OWN_CHILD in told else "hit"

    def of_pupils(self, text: str) -> str:
        """Return the sentences that tell nothing of oneself and name somebody at work, who may be in danger too."""
        told = ((piece, self._told(piece)) for piece in _sentences(text))
        return ". ".join(piece for piece, kinds in told if PUPIL in kinds and kinds.isdisjoint(KINDS))

    def _all_told(self, text: str) -> frozenset[str]:
        pieces = _sentences(text) if len(text) <= LONGEST else []
        return frozenset[str]().union(*map(self._told, pieces))

    def _told(self, piece: str) -> frozenset[str]:
        return self._sentences.kinds_in(fold_to(piece, LONGEST))


def _is_quoted(told: frozenset[str]) -> bool:
    return QUOTED in told or (THEY_SAY in told and told.isdisjoint((PARTNER, EX, "threat")))


def _sentences(text: str) -> list[str]:
    """Return the sentences without what stands between quotation marks; commas part none."""
    return _BETWEEN_SENTENCES.split(_QUOTED.sub(" ", text).replace(",", " "))


def load_own_danger(knowledge: Path) -> OwnDanger:
    """Read the words; an edition from before there were any has none. Raises KnowledgeError with every problem."""
    if not (knowledge / WORDS).exists():
        return OwnDanger()
    beside = (PARTNER, EX, HE, OWN_CHILD, PUPIL, ANOTHER, HIM, HER, BARE, OTHERS, QUOTED, THEY_SAY)
    return OwnDanger(load_sentences(knowledge, (*KINDS, *ALSO_QUOTED, *beside), WORDS))
