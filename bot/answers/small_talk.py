"""Recognises greetings, thanks, insults and the like, so that they get a short, kind answer and never an article.

Must not know the articles.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from rapidfuzz import fuzz, process

from bot.answers.lexicon import Lexicon
from bot.answers.story import tells_of_others
from bot.answers.telling import names_rules_or_papers
from bot.answers.wording import fold
from bot.domain.read_once import read_once

EMPTY, EMOJI = "tom", "emoji"
INSULT = "fornaermelse"
_LOUDEST = (INSULT, "misfornoyd", "engelsk")
"""Kinds that count wherever they stand in a message of several parts; else the last part does."""
_PAUSE = re.compile(r"[.,!?;:\n]+")
_LONGEST = 60
"""Small talk is short; a longer message is read as a question."""
_ALIKE, _SAME_WORD = 90.0, 50.0
_WORD = re.compile(r"[^\W_]+")
_BOT_NAMES = re.compile(r"\b(veilederen|veileder|bot|boten|robot)\b")
_OTHERS = frozenset({"de", "dere", "han", "hun", "ho", *("ikke", "ikkje", "itj", "ikj", "aldri", "ingen", "not")})
"""«Hva mente de med det» is no «hva mener du med det» typed wrong, and «det er ikke bedre» no «det er bedre»."""
_SAFE_LENGTH = 6
"""Shorter messages must match exactly: one letter changes their meaning."""


TEARS = frozenset({
    "gråter", "griner", "gråt", "gråte", "gråten", "grin", "grine", "græt", "skjelver", "skjelven", "knust", "sove",
    "knekker", "felgen",
})  # fmt: skip
"""Of whoever writes they are met with a kind word; of anybody else, «mor sitter og gråter», they tell of a child."""
ONLY_IN_FULL = frozenset({
    "ferdig", "over", "slutt", "orker", "gir", "opp", "alltid", "leve", "liv", "livet", "lukker", "siste",
    "ingenting", "hjemme", "heime", "hjæmme", "stemmer", "verdiløs", "verdilaus", "alene",
    *TEARS,
})  # fmt: skip
"""What somebody may say who cannot go on, or of a home: small talk only in the very words of `smaprat.yaml`."""

SPEAKS_OF_ITSELF = frozenset({"jeg", "eg", "æ", "meg", "i"})
"""Whoever says it of themselves curses nobody: «jeg er ubrukelig»."""


_MUST = frozenset({"må", "skal", "lyt", "måtte"})
_GOES = frozenset({
    "hente", "henta", "hjem", "heim", "gå", "dra", "stikke", "stikk", "løpe", "springe", "rekke", "kjøre", "handle",
    "møte", "legge", "lage", "spise", "røyke", "røyk", "lufte",
})  # fmt: skip
_CHILDREN = frozenset({"ungan", "ungene", "ungane", "unga", "unger", "barna", "borna", "kidsa"})
_SELF = frozenset({"jeg", "eg", "æ", "je"})
_AROUND_GOING = _CHILDREN | _SELF | frozenset({
    "bare", "nå", "no", "nu", "straks", "snart", "først", "senere", "seinere", "etterpå", "nei", "ok", "uff", "oi",
    "beklager", "sorry", "men", "vent", "litt", "hei", "mine", "i", "på", "et", "en", "til", "å", "og", "så",
    "barnehagen", "skolen", "sfo", "inn",
    "bussen", "toget", "ferga", "middag", "mat", "tur", "kommer", "kjem", "tilbake",
    "ut", "hunden", "igjen",
})  # fmt: skip
_FOR_ME = re.compile(
    r"\b(dette|det|du|her|dette her) (er|e) (noe|noko|nokka|nå) for (meg|mæ|oss|sånne som meg)\b(?! å)"
    r"|\b(er|e) (dette|du) (også )?(noe |noko |nokka )?for (meg|mæ|oss|alle|andre)\b(?! å)"
    r"|^(hei )?(hvem|kven|kem|kæm) (er|e) (dette|du|denne) for$|\bkan (jeg|eg|æ|vi) også bruke (deg|dette)\b"
)
"""Of who asks whether the bot is for them: «jeg vet ikke om dette er noe for meg, jeg jobber på nav»."""
_LONGEST_FOR_ME = 18
_LONGEST_LEAVE = 9
_SHORTEST_LEAVE, _LONGEST_REASON = 3, 3
_ARRIVES = frozenset({"kommer", "kjem", "kjæm", "venter", "ventar", "ringer", "ringe", "roper", "ropar"})
_ENDS = frozenset({"ferdig", "alt"})
"""Said by who is done with what is asked, and need not leave."""


def _says_to_leave(plain: str) -> bool:
    """Tell whether somebody says that they must go, in nothing but words for that: «må hente ungan no». Of a child it
    would be «han må hentes»."""
    words = plain.split()
    if not words or len(words) > _LONGEST_LEAVE or words[0] in _CHILDREN:
        return False
    asks = words[0] in _MUST and words[1:2] != [] and words[1] in _SELF
    is_whole = {*words} <= _MUST | _GOES | _AROUND_GOING
    return is_whole and not asks and not _MUST.isdisjoint(words) and not _GOES.isdisjoint(words)


def _leaves_because(plain: str) -> bool:
    """Tell whether somebody says that they must go, and in a few words who comes or calls: «må gå nå, mor kommer»."""
    words = plain.split()
    ends = range(max(_SHORTEST_LEAVE, len(words) - _LONGEST_REASON), len(words))
    return any(_says_to_leave(" ".join(words[:end])) and not _ARRIVES.isdisjoint(words[end + 1 :]) for end in ends)


def _asks_for_whom(plain: str, message: str) -> bool:
    """Tell whether somebody asks whether this is for them, and tells of nobody else and names no rules."""
    if _FOR_ME.search(plain) is None:
        return False
    folded = fold(message)
    is_short = len(folded.split()) <= _LONGEST_FOR_ME
    return is_short and not (tells_of_others(message) or names_rules_or_papers(folded))


class SmallTalk:
    """Knows the phrases of `smaprat.yaml`."""

    def __init__(self, kinds: Mapping[str, Sequence[str]]) -> None:
        self._kinds = {_plain(phrase): kind for kind, phrases in kinds.items() for phrase in phrases}
        self._long: dict[int, list[str]] = {}
        """The phrases that may be alike by their length, for each length of a message."""
        insults = [phrase for phrase, kind in self._kinds.items() if kind == INSULT]
        self._insults = {phrase for phrase in insults if " " not in phrase}
        self._in_insults = {word for phrase in insults for word in phrase.split()}

    def kind_of(self, message: str) -> str | None:
        """Return the kind of small talk, or None when the message is to be read as a question."""
        plain = _plain(message[: _LONGEST * 4])
        if not plain:
            return EMOJI if message.strip() else EMPTY
        if _asks_for_whom(plain, message[: _LONGEST * 4]):
            return "hva_kan_du"
        if len(plain) > _LONGEST:
            return None
        pieces = [piece for piece in _PAUSE.split(message) if piece.strip()]
        parts = [part for part in map(_plain, pieces) if part] if len(pieces) > 1 else []
        told = list(takewhile(bool, map(self._kind_of, parts))) if len(parts) > 1 else []
        if told and len(told) == len(parts):
            return next((kind for kind in told if kind in _LOUDEST), told[-1])
        return self._kind_of(plain)

    def is_goodbye(self, message: str) -> bool:
        """Tell whether the whole message is, letter for letter, one with which somebody leaves: «må hjem nå»."""
        return self._kinds.get(_plain(message[: _LONGEST * 4])) == "farvel"

    def only_leaves(self, message: str) -> bool:
        """Tell whether somebody leaves, letter for letter or in nothing but words for that: «må hente ungene nå». It
        may answer what a team has asked, but tells of no danger."""
        plain = _plain(message[: _LONGEST * 4])
        return self._kinds.get(plain) == "farvel" or _says_to_leave(plain)

    def is_leaving(self, message: str) -> bool:
        """Tell whether somebody says that they leave what they are in the middle of for a while."""
        plain = _plain(message[: _LONGEST * 4])
        is_goodbye = self.kind_of(message) == "farvel" and _ENDS.isdisjoint(plain.split())
        return is_goodbye or _leaves_because(plain) or self._cannot_stay(plain)

    def _cannot_stay(self, plain: str) -> bool:
        """Tell whether a listed goodbye is followed by who comes or calls: «rekker ikke dette, foreldrene kommer»."""
        words = plain.split()
        ends = range(max(_SHORTEST_LEAVE, len(words) - _LONGEST_REASON), len(words))
        listed = (end for end in ends if self._kinds.get(" ".join(words[:end])) == "farvel")
        return any(not _ARRIVES.isdisjoint(words[end + 1 :]) for end in listed)

    def is_pause(self, message: str) -> bool:
        """Tell whether somebody asks for a moment: «vent litt»."""
        return self.kind_of(message) == "vent"

    def _about_as_long(self, length: int) -> list[str]:
        """Return the phrases that are not too short or too long to be alike: of all letters of two texts, at most twice
        the shorter one's are the same."""
        if length not in self._long:
            all_long = [phrase for phrase in self._kinds if len(phrase) >= _SAFE_LENGTH]
            self._long[length] = [one for one in all_long if _may_be_alike(length, len(one))]
        return self._long[length]

    def _kind_of(self, plain: str) -> str | None:
        if _says_to_leave(plain):
            return "farvel"
        for text in (plain, " ".join(_BOT_NAMES.sub(" ", plain).split())):
            if text in self._kinds:
                return self._kinds[text]
        if len(plain) >= _SAFE_LENGTH and TEARS.isdisjoint(plain.split()):
            found = process.extractOne(plain, self._about_as_long(len(plain)), scorer=fuzz.ratio, score_cutoff=_ALIKE)
            if found and _says_the_same(plain.split(), found[0].split()):
                return self._kinds[found[0]]
        words = set(plain.split())
        is_insult = words & self._insults and words <= self._in_insults and SPEAKS_OF_ITSELF.isdisjoint(words)
        return INSULT if is_insult else None


def _says_the_same(said: Sequence[str], listed: Sequence[str]) -> bool:
    """Tell whether what is typed much like a listed phrase is it mistyped: it says no «ikke» of its own, and no word
    stands in the place of quite another. «Hva skal jeg skrive ned» is no «hva skal jeg skrive her»."""
    pairs = zip(said, listed, strict=True) if len(said) == len(listed) else ()
    return _OTHERS.isdisjoint(set(said) - set(listed)) and all(fuzz.ratio(*pair) >= _SAME_WORD for pair in pairs)


def _may_be_alike(length: int, other: int) -> bool:
    return 200 * min(length, other) >= _ALIKE * (length + other)


def messages_by_kind(lexicon: Lexicon) -> dict[str, list[str]]:
    """Return all that is small talk, and what only resembles it, by kind."""
    talk = {kind: list(phrases) for kind, phrases in lexicon.small_talk.items()}
    for kind, message in lexicon.like_small_talk:
        talk[kind].append(message)
    return talk


@read_once
def _plain(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))
