"""What the acute detector sees in a text: words, runs of characters, signs and pairs of signs, the whole picture, and
two words that stand near each other.

Must not decide whether it is acute.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from itertools import combinations

from bot.answers.acute_words import AcuteWords, pattern_of
from bot.answers.dialect import also_in_bokmal, in_bokmal
from bot.answers.features import PAIR_WEIGHT, Blocks, damped
from bot.answers.spelling import Spelling
from bot.answers.stem import stem
from bot.answers.wording import Reader, Reading, fold_to

BLOCK_SHARE = (0.30, 0.25, 0.10, 0.35, 0.30, 0.20)
"""Words, runs of characters, concepts, signs, the whole picture, words near each other: best in cross-validation on the
examples."""
APART = "n:"
"""How the name of a feature begins that is two words with others between them."""
NEAR = 4
"""How many words on a word is still near: «slo i hjel en mus» is not «slo i hjel valpen hennes»."""
LONGEST = 20_000
"""Characters read: all of any message a person can send."""
ONE_BREATH = 12
"""Words up to which a text is judged whole only."""
PIECE = 12
"""A sentence of more than twice as many words is read in overlapping pieces of one and a half times as many."""
MOST_PIECES = 1000
"""Sentences of a very long text are read several together: every word is read, in about this many pieces."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_TAG = re.compile(r"</?([a-z]+)[^<>]{0,60}>", re.IGNORECASE)
_ENDS_A_LINE = frozenset({"br", "p", "div", "li", "tr", "td"})
_APART = re.compile(r"(?<![^\W_])[^\W\d_](?:(?P<between>[ .*_-])[^\W\d_](?:(?P=between)[^\W\d_])+)(?![^\W_])")
"""A word with something between all its letters: «s l å r», «d.r.e.p.e»."""
_LETTERS_ALONE = frozenset("aeiouyæøå")
"""Letters that are words by themselves: «å», «i», and in dialects «æ», «e», «o»."""
_BEGINS_A_CLAUSE = frozenset({"når", "at", "hvis", "fordi", "dersom", "mens", "when", "that", "if", "because"})
SHORTEST_CLAUSE = 3
"""Words of a clause that is heard by itself."""
_COMMA = re.compile(r"[,;:–]\s+|\s-\s")
_PEOPLE = frozenset({"familie", "barnet"})
_JOINED = ("og", "eller", "både", "bare", "begge", "and", "hvis", "viss", "dersom")
_BETWEEN_PEOPLE = frozenset({*_JOINED, "er", "på", "alder", "det", "til", "min", "mi", "sin", "si"})
_AGE = "alder_"
"""How the lexicon begins what it makes of an age."""
FEW = 7
"""Words up to which a text may name people only; an age is two or three of them."""
_TROUBLE = frozenset({"redsel", "alene", "hjem"})


_DIGRAPHS = ((re.compile("aa"), "å"), (re.compile("(?<!n)oe"), "ø"), (re.compile("ae"), "æ"))
"""«noe» is written so with all letters at hand."""


def in_norwegian_letters(text: str) -> str | None:
    """Return a text written without å, ø and æ («far slaar jenta») with them; None when nothing is written so."""
    lower = text[:LONGEST].casefold()
    if any(letter in lower for _, letter in _DIGRAPHS):
        return None
    other = lower
    for written, letter in _DIGRAPHS:
        other = written.sub(letter, other)
    return other if other != lower else None


_SOMEBODY = (
    r"(?:(?:meg|mæ|deg|oss|ham|han|hain|henne|ho|hun|hu|dem|dei|kona|mannen)\b|(?:mor|far|mamma|pappa|barn|born)(?:a|et|en)?\b|"
    r"(?:ste|foster|lille|store)?(?:bror|søst|sønn|dat|jent|gut|ung[ea]|ong[ea]|elev|baby|\w{2,4}åring))"
)
_STRUCK_AT = re.compile(
    r"\b((?:slo|slå|slog|slær|dask|spark|dytt|skubb|fik|smell|bank|deng|klaps|dunk|lugg)(?:r|a|e|er|t|tt|et|te)?)"
    rf"\s+til\s+(?=(?:(?:den|det|de|en|ei|et)\s+)?{_SOMEBODY})",
    re.IGNORECASE,
)
_CHOKED = re.compile(r"\bkvalt(?=e?\b)", re.IGNORECASE)
_CHOKEHOLD = re.compile(r"\bkv[eæ]l[eai]?r?[tg]?[ae]?r?ta[kg]e?t?\b", re.IGNORECASE)


_FORGOT_TO_SAY = re.compile(
    r"((?:^|[.!?\n,])\s*(?:(?:oi|ops|å|og|men|forresten|sorry|beklager|unnskyld|nei|hei)\b[\s,]*+)*+)"
    r"(?:(?:jeg|eg|æ|e|vi)\s+)?(?:har\s+)?gl[eø]y?mt?(?:te|t|de)?\s+å\s+(?:si|seie|sei|fortelle|fortelja|fortæll|nevne|"
    r"nemne|skrive|skriv|ta med|legge til|føye til)\s+at\s+(?=\S)",
    re.IGNORECASE,
)
"""Before what somebody adds: it is they who forgot, and nobody who forgot a child."""


def in_usual_words(plain: str) -> str:
    """Return a text with blows as they are mostly told: «slo til gutten» is «slo gutten», «kvalt av» is
    «kvelt av», «kvelartak» is «kvelertak»; and «glemte å si at mor er alene» as what is said of the mother."""
    lower = plain.lower()
    if " at " in lower and "gl" in lower:
        plain = _FORGOT_TO_SAY.sub(r"\1", plain)
    if "til" in lower:
        plain = _STRUCK_AT.sub(r"\1 ", plain)
    return _CHOKEHOLD.sub("kvelertak", _CHOKED.sub("kvelt", plain)) if "kv" in lower else plain


_OPENING = re.compile(
    r"^(?:(?:nei|neida|nja|tja|ja|jo|jepp|ok|okei|vent|stopp|beklager|unnskyld|sorry|oi|ops|ups|uff|åh|men|takk|hei|hm+)\b"
    r"[\s,.!:;–-]*|(?:feil|galt)\s*[,.!:;–-]\s*)+",
    re.IGNORECASE,
)
"""What somebody begins with who answers, or takes something back, before they tell: «nei vent feil, han ble slått»."""
_DENIED = re.compile(r"^[^.!?\n]*\b(?:ikke|ikkje|itj|ittj|ikj|aldri|ingen|inga|ingenting|ikkeno|verken|uten|nei)\b")


def without_opening(text: str) -> str | None:
    """Return a text without the «nei, …» it begins with, which denies nothing of what follows; None when it begins with
    none, or when its first sentence denies something: there the opening belongs to what is told."""
    begun = text[:LONGEST].lstrip()
    rest = _OPENING.sub("", begun)
    return rest if rest and rest != begun and not _DENIED.match(rest.casefold()) else None


class AcuteSight:
    """Sees with one set of word lists. `spelling` corrects words before they are looked at."""

    def __init__(self, words: AcuteWords, spelling: Spelling) -> None:
        self.spelling = spelling
        self._exceptions = pattern_of(words.exceptions)
        self._reader = Reader(words.lexicon)
        self._dialect = words.lexicon.dialect
        self._signs = self._reader.with_concepts(also_in_bokmal(words.signs, self._dialect))
        self._people = pattern_of(tuple(word for sign in sorted(_PEOPLE) for word in words.signs.get(sign, ())))
        self._danger, self._harmless = words.danger, words.harmless

    def plain(self, text: str) -> str:
        """Return the text in lower case and bokmål, without the expressions that only sound dangerous."""
        return self.plain_of(self.as_written(text))

    def plain_of(self, folded: str) -> str:
        """Return the same of a text that is in lower case already."""
        left = self.without_exceptions(folded)
        bokmal = self.in_bokmal(left)
        return left if bokmal == left else self.without_exceptions(bokmal)

    def as_written(self, text: str) -> str:
        """Return the text in lower case."""
        return fold_to(_in_one_piece(text[:LONGEST]), LONGEST)

    def in_bokmal(self, folded: str) -> str:
        """Return a text in lower case with the words of dialects and nynorsk as they are in bokmål."""
        return in_bokmal(folded, self._dialect)

    def without_exceptions(self, folded: str) -> str:
        """Return a text in lower case without the expressions that only sound dangerous."""
        return self._exceptions.sub(" ", folded) if self._exceptions else folded

    def read(self, plain: str) -> Reading:
        """Return the words of a plain text, misspelt ones corrected."""
        return self.corrected(self.uncorrected(plain))

    def corrected(self, reading: Reading) -> Reading:
        """Return the reading with misspelt words corrected."""
        if reading.is_english:  # the known words are Norwegian: `table` is no `tablett`
            return reading
        words = tuple(w if w in self.spelling else self.spelling.meant(w) or w for w in reading.words)
        return reading if words == reading.words else reading._replace(words=words)

    def uncorrected(self, plain: str) -> Reading:
        """Return the words as they were written, in bokmål."""
        return self._reader.read(plain)

    def signs(self, reading: Reading) -> list[str]:
        """Return the signs in a reading, sorted."""
        return sorted(set(self._signs.concepts(reading)))

    def names_danger(self, signs: Sequence[str]) -> bool:
        """Tell whether any of the signs is one of danger."""
        return not self._danger.isdisjoint(signs)

    def names_only_people(self, reading: Reading) -> bool:
        """Tell whether it is a short answer to «hvem?» or «hvor gammel?» that tells nothing: «mor og far», «hun er
        14»."""
        if len(reading.words) > FEW or self._people is None:
            return False
        people = self._people
        return all(
            word in _BETWEEN_PEOPLE or word.isdigit() or word.startswith(_AGE) or people.fullmatch(word)
            for word in reading.words
        )

    def blocks(self, reading: Reading, signs: Sequence[str] | None = None) -> Blocks:
        """Return the features of a reading in six blocks, as `BLOCK_SHARE` counts them; its signs may be given."""
        stems = [stem(word) for word in reading.words]
        pairs = [f"b:{a} {b}" for a, b in zip(["^", *stems], [*stems, "$"], strict=True)]
        words = {**damped(["w:" + s for s in stems]), **damped(pairs, PAIR_WEIGHT)}
        rest = damped(["k:" + concept for concept in self._reader.concepts(reading)])
        rest[f"length:{min(6, len(stems) // 3)}"] = 1.0
        rest["first:" + (stems[0] if stems else "")] = 1.0
        signs = self.signs(reading) if signs is None else signs
        together = [*(f"s:{sign}" for sign in signs), *(f"s:{a}+{b}" for a, b in combinations(signs, 2))]
        picture = self._picture(frozenset(signs), reading.is_question)
        return words, reading.words, rest, damped(together), picture, damped(_near(stems))

    def _picture(self, signs: frozenset[str], is_asked: bool) -> dict[str, float]:
        """Return features that hold for any danger: how many signs of it, about whom, told when, and whether
        something excuses it."""
        danger = sorted(signs & self._danger)
        many, few = min(3, len(danger)), min(2, len(danger))
        calm = bool(signs & self._harmless)
        someone, relative = bool(signs & _PEOPLE), "familie" in signs
        told, now, afraid = "sier" in signs, "naa" in signs, bool(signs & _TROUBLE)
        names = [
            f"p:{many}",
            f"p:{many} {calm}",
            f"p:{few} {someone} {told} {calm}",
            f"p:{few} family {relative} {now} {calm}",
        ]
        names += [f"p:{few} asked {is_asked} {calm} {someone}", f"p:{bool(danger)} trouble {afraid} {calm} {someone}"]
        if not calm:
            names += [f"p:{d}{x}" for d in danger for x in ("", f" {someone}", f" family {relative}", f" told {told}")]
        return dict.fromkeys(names, 1.0)


def _near(stems: Sequence[str]) -> list[str]:
    """Return every two words with one or a few between them, in their order."""
    return [f"{APART}{a} {b}" for on in range(2, NEAR + 1) for a, b in zip(stems, stems[on:], strict=False)]


def _in_one_piece(text: str) -> str:
    """Return the text with words whole that markup, codes or a space after each letter had broken up."""
    if "&" in text:
        text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub(lambda tag: "\n" if tag[1].casefold() in _ENDS_A_LINE else "", text)
    return _APART.sub(_joined, text)


def _joined(apart: re.Match[str]) -> str:
    letters = apart[0].split(apart["between"])
    return apart[0] if _LETTERS_ALONE.issuperset("".join(letters).casefold()) else "".join(letters)


def pieces_of(plain: str) -> list[str]:
    """Return the text, and each sentence of a longer one, so that one among calm ones is not drowned."""
    words = plain.split()
    if len(words) <= ONE_BREATH:
        return [plain]
    pieces: list[str] = []
    held: list[str] = []
    for sentence in _SENTENCE.split(plain):
        held += sentence.split()
        if len(held) > len(words) // MOST_PIECES:
            pieces += _windows(held)
            held = []
    pieces += _windows(held) if held else []
    return [plain, *pieces] if len(pieces) > 1 else [plain]


def clauses_of(reading: Reading) -> list[Reading]:
    """Return what stands behind each word that begins a clause."""
    words = reading.words
    begin = [at + 1 for at, word in enumerate(words) if word in _BEGINS_A_CLAUSE and at + SHORTEST_CLAUSE < len(words)]
    return [reading._replace(words=words[at:], sentences=()) for at in begin]


def between_commas(piece: str) -> list[str]:
    """Return what stands between the commas of a sentence, where it is long enough to tell something."""
    parts = _COMMA.split(piece)
    return [part for part in parts if part.count(" ") >= SHORTEST_CLAUSE - 1] if len(parts) > 1 else []


def _windows(words: list[str]) -> list[str]:
    if len(words) <= 2 * PIECE:
        return [" ".join(words)]
    return [" ".join(words[at : at + PIECE * 3 // 2]) for at in range(0, len(words) - PIECE // 2, PIECE)]
