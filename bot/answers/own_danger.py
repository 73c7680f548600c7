"""Hears that who writes is in danger themselves: hit or held by a partner, raped, threatened, tired of living, or has a
child who is hit. Reads `words/own_danger.yaml`.

Told by parts, who does what to whom, and never in somebody else's words: «hun sa: jeg vil dø», «mor sier mannen min
slår meg». Whether there is danger at all `acute` tells; this tells whose it is.
"""

from __future__ import annotations

import re
from pathlib import Path

from bot.answers.acute_sentences import NO_SENTENCES, AcuteSentences
from bot.answers.acute_sentences_file import load_sentences
from bot.answers.acute_sight import in_usual_words
from bot.answers.wording import fold_to

WORDS = "words/own_danger.yaml"
KINDS = ("life", "child", "hits", "hit", "raped", "threat", "maybe", "maybe_me")
"""What is told of oneself, the most urgent first. «Maybe»: one's own child or a pupil; oneself or a pupil's words."""
ALSO_QUOTED = {"tells": "child", "said": "threat"}
"""What is one's own also where somebody says something: one's child tells of blows, «en far sa han skulle ta meg»."""
PARTNER, EX, HE, OWN_CHILD = "partner", "ex", "he", "own_child"
"""That one's partner is named, or somebody's who may be one's own («eksen»); what «he» does to oneself, who is the
partner where one is named; and that one's children are named."""
PUPIL, FAMILY, AT_WORK, ANOTHER, HIM, HER = "pupil", "family", "at_work", "another", "him", "her"
"""That a pupil is named, the pupil or a parent, somebody one meets at work or knows, anybody else, «han» or «henne»."""
ME, ONESELF, SAYS = "me", "oneself", "says"
"""That «meg» is said, or oneself is named in any form; and that somebody says something."""
OTHERS, QUOTED, THEY_SAY = "others", "quoted", "they_say"
"""That it is over, a joke or done by a pupil; that the words are somebody else's; and that «they» say it, who may be
the partner as well, or who threatens."""
LONGEST = 600
"""Characters of a message that are read. A longer one tells of work, also where it has words of one's own."""
LIFE, ABUSE = "selvmord", "overgrep"
AT_HOME = ("vold", ABUSE, "trussel")
"""Of the kinds of danger of `acute` what a partner does; who falls ill or is to be married off is in another."""
_BETWEEN_SENTENCES = re.compile(r"[.!?;\n]+")
_BEGINS_WITH_ONESELF = re.compile(r"\W*(?:(?:hei|no|nå|i|dag|går|natt|hvis|beklager|at)\W+)*(?:jeg|eg|æ|jæ)\b", re.I)
_LACKS_A_SUBJECT = re.compile(
    r"^\W*(?:har|hadde|ble|blir|blei|vart|fikk|får|vil|ville|skada|skadet|kutta|kuttet|skar|tok|samla|samlet|sitter|"
    r"ligger|orker|klarer|tenker|vurderer|er|tør|skal|kan|skulle)\b",
    re.I,
)
"""What begins a message without «jeg», where nobody is named: «har tatt en overdose», «ble slått ned av en far»."""
_STEP = re.compile(r"\b(?:ste|bonus|foster|adoptiv)-?(?=(?:datt|dott|døtre|sønn|son|barn|born|ung|jent|gut))")
"""What stands before a child that is one's own as well."""
_QUOTED = re.compile(r"«[^»]*»|[\"“”„][^\"“”„]*[\"“”„]")


class OwnDanger:
    """Looks for one's own danger. Made by `load_own_danger`; never changes."""

    def __init__(self, sentences: AcuteSentences = NO_SENTENCES) -> None:
        self._sentences = sentences

    def in_text(self, text: str) -> str:
        """Return what is told of oneself, one of KINDS; empty for anything else. Where a sentence beside it tells of a
        pupil or a parent, the words may be theirs: «En mor ringte. Mannen min slår meg.»"""
        told = self._all_told(text)
        if OTHERS in told:
            return ""
        meant = {own for said, own in ALSO_QUOTED.items() if said in told}
        if not _is_quoted(told):
            meant |= told
            meant |= {"hit"} if HE in told and not told.isdisjoint((PARTNER, EX)) else set()
        kind = next((kind for kind in KINDS if kind in meant), "")
        if not kind or not self._tells_of_others(text):
            return kind
        return "maybe" if kind in ("child", "hits", "maybe") else "maybe_me"

    def _tells_of_others(self, text: str) -> bool:
        """Tell whether a sentence names a pupil or a parent and nothing of oneself."""
        told = map(self._told, _sentences(text))
        return any(FAMILY in kinds and kinds.isdisjoint((ONESELF, *KINDS)) for kinds in told)

    def with_nobody_else(self, text: str, danger: str) -> str:
        """Return whose danger it is where it is known of what kind there is some: one's own, where nobody is named but
        oneself and who is at home. Abuse is done to oneself only where «meg» is said."""
        told = self._all_told(text)
        is_another = ANOTHER in told or (HER in told and OWN_CHILD not in told)
        if OTHERS in told or is_another or _is_quoted(told):
            return ""
        if danger == LIFE:
            is_told_of_others = not told.isdisjoint((PARTNER, SAYS, HIM)) or _QUOTED.search(text) is not None
            return "life" if _BEGINS_WITH_ONESELF.match(text) and not is_told_of_others else ""
        if danger not in AT_HOME:
            return ""
        if PARTNER in told and OWN_CHILD in told:
            return "child"
        is_hit = {EX, ME} <= told and HER not in told
        return "hit" if is_hit or (PARTNER in told and danger != ABUSE) else ""

    def may_be_ones_own(self, text: str) -> bool:
        """Tell whether danger that is known to be told of may be one's own: oneself is named, and nobody of those one
        meets at work but «han», who may be at home as well."""
        told = self._all_told(text)
        is_of_others = not told.isdisjoint((AT_WORK, HER, OWN_CHILD, OTHERS, QUOTED))
        return ONESELF in told and not is_of_others and _QUOTED.search(text) is None

    def of_pupils(self, text: str) -> str:
        """Return the sentences that tell nothing of oneself and name somebody at work, who may be in danger too."""
        told = ((piece, self._told(piece)) for piece in _sentences(text))
        return ". ".join(piece for piece, kinds in told if PUPIL in kinds and kinds.isdisjoint(KINDS))

    def _all_told(self, text: str) -> frozenset[str]:
        pieces = _sentences(text) if len(text) <= LONGEST else []
        told = frozenset[str]().union(*map(self._told, pieces))
        if not told.isdisjoint((ANOTHER, HIM, HER)) or not _LACKS_A_SUBJECT.match(text):
            return told
        return told.union(*(self._told(_LACKS_A_SUBJECT.sub(r"jeg \g<0>", piece)) for piece in pieces))

    def _told(self, piece: str) -> frozenset[str]:
        return self._sentences.kinds_in(_STEP.sub("", in_usual_words(fold_to(piece, LONGEST))))


def _is_quoted(told: frozenset[str]) -> bool:
    return QUOTED in told or (THEY_SAY in told and told.isdisjoint((PARTNER, EX, "threat")))


def _sentences(text: str) -> list[str]:
    """Return the sentences without what stands between quotation marks; commas part none."""
    return [one for one in _BETWEEN_SENTENCES.split(_QUOTED.sub(" ", text).replace(",", " ")) if one.strip()]


def load_own_danger(knowledge: Path) -> OwnDanger:
    """Read the words; an edition from before there were any has none. Raises KnowledgeError with every problem."""
    if not (knowledge / WORDS).exists():
        return OwnDanger()
    beside = (
        PARTNER,
        EX,
        HE,
        OWN_CHILD,
        PUPIL,
        FAMILY,
        AT_WORK,
        ANOTHER,
        HIM,
        HER,
        ME,
        ONESELF,
        SAYS,
        OTHERS,
        QUOTED,
        THEY_SAY,
    )
    return OwnDanger(load_sentences(knowledge, (*KINDS, *ALSO_QUOTED, *beside), WORDS))
