"""Notices that a child or an adult may be in danger, in any free text, and says why it thinks so.

Two ways that add up: expressions an editor has listed, and what was learned from the labelled examples: a line and a
small network, which read the whole text and each sentence. It looks at the words only; must not store or log them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from heapq import nlargest
from itertools import chain, combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np

from bot.answers.acute_alone import (
    BREATH_FROM,
    NOT_TOO_CALM,
    QUOTED_FROM,
    alone_in,
    parts_of_breath,
    said_by_child,
)
from bot.answers.acute_around import without_what_is_asked, without_who_told
from bot.answers.acute_counts import one_is_missing, without_full_counts
from bot.answers.acute_model import AcuteModel, kept_lists, learn_model, load_model, stamp_of
from bot.answers.acute_names import GivenNames
from bot.answers.acute_peers import are_peers, without_the_couple
from bot.answers.acute_sight import (
    BLOCK_SHARE,
    LONGEST,
    AcuteSight,
    between_commas,
    clauses_of,
    in_norwegian_letters,
    in_usual_words,
    pieces_of,
    without_opening,
)
from bot.answers.acute_words import KINDS, AcuteWords, load_acute_words, pattern_of
from bot.answers.dialect import also_in_bokmal
from bot.answers.features import Weighting
from bot.answers.lexicon import Lexicon
from bot.answers.sparse import Doc, Floats, Ints
from bot.answers.spelling import Spelling
from bot.answers.stem import stem
from bot.answers.wording import Reading, grams_of
from bot.domain.case import CODE
from bot.domain.read_once import read_once

SILENT, LOUD = -1.5, 1.0
"""Score of what says nothing: a command, a code. A next loudest sentence counts as neither calmer nor louder."""
CLEAR_FROM = 0.2
"""Score of a clear sign. Of 431 case texts 6 in a hundred have one; 14 have some sign."""
CALM, CLAUSE_LESS = -1.0, 0.4
"""A sentence calmer than the first is not looked into; and how much louder than a sentence a clause of one must be. In
a polite question 168 of 379 dangers were overheard, now 48; calm messages that alarm are .003 more."""
OPENED_FROM = -0.2
"""Score from which what follows «nei, …» is danger: «nei, det er bestefar» may only answer what was asked. Of 1 188
dangers behind «nei, » 207 were overheard, now 52; «nei» that denies belongs to what follows."""
ASKED_FROM, ASKED_AT_MOST = -0.1, 0.05
"""Score from which what a short message tells beside what it only asks is danger, and the most it then counts, so that
the search is asked too. Of 645 dangers in polite questions 112 were overheard, now 36; of 22 000 calm lines four more
alarm."""
SECOND_SHARE = 0.3
"""A sentence counts with this share of the next loudest one: a text of six sentences has six chances to be wrong, and
real danger is seldom told in one of them only. Best on the outside sets 1 to 5, where short dangers put among calm
sentences must still be found."""
UNSEEN_BREAK = "\u200b"
"""Takes no room on the screen, and may stand between words or inside one."""
CALMED, CALMED_ALONE = 0.2, 0.1
"""How much of what the network holds to be calm is taken off a sentence, and how much more off a text that is judged
whole only: in a long one, danger may stand in any sentence. At the same share of dangers found, in long texts too, a
quarter fewer of the messages that only sound alarming alarm."""
SURE = 0.0
"""What the line holds to be so acute is heard whatever the network says, though perhaps as a faint sign. Of the calm
messages none more alarms for it."""
TOO_FEW, UNTOLD = 5, -1 / 3
"""Words under which the network has too little to go by («barnet er kidnappet»), and what it then counts as."""
LIFE, SUICIDE, VIOLENCE, ASSAULT, PREGNANT, GONE = "livsfare", "selvmord", "vold", "overgrep", "gravid", "borte"
_WITH_CHILD = re.compile(
    r"\b(?:(?:gravid|svanger|pregnan|abort)\w*|vent(?:er|ar|a|et) barn|på tjukka|"
    r"har (?:født|fødd)|(?:har |)fått (?:eget )?(?:barn|baby)|angrepill\w*|nødprevensjon\w*|morning[ -]after pill|"
    r"ubeskytt[ea]\w* (?:sex|samleie))\b"
    r"(?: med (?:kjæresten|typen|eksen)(?: (?:sin|hennes))?\b(?! på| til))?",
    re.IGNORECASE,
)
_NEAR = (
    r"(?:\w*far(?:en)?|onkel\w*|\w*bror\w*|fetter\w*|\w*slektning\w*|nabo\w*|\w*lærer\w*|\w*lærar\w*|\w*trener\w*"
    r"|\w*trenar\w*|assistent\w*|vikar\w*)"
)
_BY_WHOM = re.compile(
    rf"\b(?:gravid(?: i \w+)? (?:med|av)|(?:barnefaren?|far(?:en)? til barnet) er|at det er) (?:\w+ )?{_NEAR}\b"
    rf"|\b{_NEAR} (?:er|som) (?:barnefaren?|far(?:en)?(?: til barnet)?)\b"
    r"|\b(?:kjærest\w+|typen|kjærast\w+) (?:\w+ )?(?:er|e|på) (?:1[89]|[2-9]\d)\b"
    r"|\b(?:press(?:et|a)|tvunget|tvinga|tvungen|utnytt(?:et|a)|solgte? (?:seg|sæ))\b"
    rf"|\b(?:sex|samleie|ligget|lå|seksuell omgang) (?:med|sammen med) (?:\w+ )?{_NEAR}\b"
    r"|\b(?:holdt|heldt) (?:henne|hu|ho|hun|meg|fast)\b|\bsa nei\b(?! til)|\bmot (?:sin )?vilje\b"
    r"|\bville (?:hun |ho |hu )?(?:ikke|ikkje|itj)\b(?! (?:si|sei|seie|fortelle|ha barn|ha abort|bli gravid))"
    r"|\bhan (?:er|e|på|var) (?:1[89]|[2-9]\d)\b|\b(?:to|tre|fire|fem|flere) (?:gutter|menn|karer)\b"
    r"|\bhusk(?:er|ar|e) (?:ingenting|ikke (?:noe|kvelden|natta|hva som))|\bhvem som gjorde det\b"
    r"|\b(?:var|va|ble|blei) (?:\w+ )?(?:full|drita|beruset|dopa|dopet|rusa|bevisstløs)\b(?! av)"
    r"|\b(?:mens|da) (?:hun|ho|hu) sov\b",
    re.IGNORECASE,
)
"""Who, or what, beside a pregnancy or a need of emergency contraception tells of an assault: «gravid med onkelen»,
«barnefaren er læreren», «kjæresten er 30», «hun sa nei», «fire gutter holdt henne»."""
_NOT_TOLD = re.compile(
    r"\b(?:(?:vil|vill|tør|tørr|torer|tor|våger|klarer|orker) (?:ikke|ikkje|itj)|(?:er |e )?redd (?:for|førr)) "
    r"(?:å |at )?(?:si|sei|seie|fortelle|fortælle|fortelja)\b"
    r"(?: (?:det|dette|noe|noko|nå|ifra|hvem faren er|kven faren er|kem far e))?"
    r"(?: (?:hjemme|heime|hjem|heim)| (?:til|te|at) \w+)?",
    re.IGNORECASE,
)
"""That it is not told at home, which beside a pregnancy sounds like a secret of somebody who assaults."""
TOLD_BESIDE = 0.5
"""Score from which other danger that is told beside a pregnancy leaves it an assault: «gravid mot sin vilje»."""
_MONTHS = r"(?:uker?|veker?|måneder?|måned|månader?|månad|mnd|weeks?|months?)"
_HOW_FAR = r"(?:\d{1,2}|to|tre|fire|fem|seks|s(?:ju|yv)|åtte|ni|ti|elleve|tolv|(?:tret|fjor|fem|seks)ten|tjue)"
_NTH = r"(?:\d{1,2}\.|andre|tredje|fjerde|femte|sjette|s(?:ju|yv)ende|åttende|niende|tiende)"
FAR_GONE = re.compile(
    rf"\b{_HOW_FAR} {_MONTHS}(?: på ve[ig])? (?=gravid|pregnant)"
    rf"|(?<=gravid)(?: og går)?(?: i)? (?:{_MONTHS} {_HOW_FAR}|{_HOW_FAR} {_MONTHS}|{_NTH} {_MONTHS})\b",
    re.IGNORECASE,
)
"""«14 uker gravid», «gravid i niende måned»: read without, for it is no age and no form of a school."""
TELEPHONE = re.compile(r"(?<![\d+])(?:\+47 ?)?(?:(?:\d\d ){3}\d\d|\d{3} \d\d \d{3})(?! ?(?:\d|år))")
"""«Ring 74 12 34 56»: read without the number, for its pairs are no ages."""
_A_DIGIT, _A_PREGNANCY = re.compile(r"\d"), re.compile("gravid|pregnant", re.IGNORECASE)
"""Without one of these the two above find nothing."""
LISTED = ("uttrykk fra lista",)
"""The reason given when a listed expression was found."""


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
    """How acute: most harmless texts have less than -1, most acute ones more than .5; a listed expression gives 1."""

    @property
    def is_faint(self) -> bool:
        """Tell whether it may well be nothing: noticed, but far from clear."""
        return self.score < CLEAR_FROM


NO_DOC: Doc = np.zeros(0, np.int32), np.zeros(0, np.float32)


class _Heard(NamedTuple):
    """What one text or sentence says."""

    score: float
    reading: Reading
    doc: Doc
    line: float = SILENT
    """How acute the line alone holds it to be: what is calm to the network is looked into all the same."""
    calm: float = 0.0
    """How calm the network holds it to be: nothing, or below."""


class AcuteDetector:
    """Judges texts. Made by `load_acute`; never changes."""

    def __init__(self, words: AcuteWords, model: AcuteModel | None = None) -> None:
        model = model or learn_model(words, kept_lists())
        self.threshold = words.threshold
        self._expressions = also_in_bokmal(words.expressions, words.lexicon.dialect)
        self._any_expression = pattern_of(tuple(chain.from_iterable(self._expressions.values())))
        spelling = Spelling(model.known_words, model.listed.left_alone)
        self._sentences = words.sentences
        self._sight = AcuteSight(words, spelling)
        self._names = GivenNames(model.listed.given_names, model.listed.doubtful_names, spelling)
        self._weighting = Weighting.remembered(model.names, model.rarity, BLOCK_SHARE)
        self._weights = model.weights.astype(np.float16, copy=False)  # they are kept so in the file too
        self._kinds = model.kinds.astype(np.float16, copy=False)
        self._always = float(model.weights[-1])
        self._net, self._runs = model.net, model.runs

    @read_once
    def detect(self, text: str) -> AcuteFinding | None:
        """Return what was noticed, or None. Never raises, whatever the text and its length."""
        found = self._detect(text)
        other = None if found else in_norwegian_letters(text)
        found = self._detect(other) if other else found
        if found is None and UNSEEN_BREAK in text:  # pasted words may have nothing else between them
            found = self._detect(text.replace(UNSEEN_BREAK, " "))
        found = found or self._detect_without(without_opening(text), OPENED_FROM)
        found = found or self._detect_without(without_who_told(text[:LONGEST]), self.threshold)
        if found is None and (asked := self._detect_without(without_what_is_asked(text[:LONGEST]), ASKED_FROM)):
            found = replace(asked, score=min(asked.score, ASKED_AT_MOST))
        found = found or self._alone(text[:LONGEST])
        if found is None or found.kind != ASSAULT:
            return found
        if are_peers(text):
            beside = self._detect(without_the_couple(text))
            return beside if beside and beside.kind != ASSAULT and beside.score >= TOLD_BESIDE else None
        return self._of_pregnancy(found, text)

    def _alone(self, text: str) -> AcuteFinding | None:
        """Return what is danger among calm sentences, in one breath with something calm, or as a child says it. Nothing
        but the words was heard in it before, so the search is asked too."""
        heard = [(said_by_child(text), QUOTED_FROM), *alone_in(text)]
        if (parts := parts_of_breath(text)) and self._whole(text) >= NOT_TOO_CALM:
            heard += [(part, BREATH_FROM) for part in parts]
        for told, least in heard:
            found = self._detect_without(told, least)
            if found is not None and found.score > self.threshold:  # it may be raised to that
                return replace(found, score=min(found.score, ASKED_AT_MOST))
        return None

    def _whole(self, text: str) -> float:
        """Return how acute a text is that is judged whole only."""
        plain = self._plain(text)
        return self._hear(self._sight.uncorrected(plain), plain).score

    def _of_pregnancy(self, found: AcuteFinding, text: str) -> AcuteFinding:
        """Return the finding as one of a pregnancy where nothing but that told of an assault: without the word it is no
        assault any more. A life in danger beside it goes first, and violence."""
        whole = FAR_GONE.sub(" ", text)
        if _WITH_CHILD.search(whole) is None:
            return found
        other = self._detect(_NOT_TOLD.sub(" ", _WITH_CHILD.sub(" ", whole)))
        is_by_whom = _BY_WHOM.search(whole) is not None
        if other is None or (other.kind != ASSAULT and other.score < TOLD_BESIDE):
            return found if is_by_whom else replace(found, kind=PREGNANT)
        goes_first = (LIFE, SUICIDE) if is_by_whom else (LIFE, SUICIDE, VIOLENCE)
        return other if other.kind in goes_first else found

    def _told(self, written: str) -> tuple[tuple[str, str] | None, str]:
        """Return the listed sentence a text tells, and the text without what only sounds so."""
        written = without_full_counts(written)
        plain = self._sight.without_exceptions(written)
        told, left = self._sentences.read(plain)
        if missing := one_is_missing(plain):
            told = told or (GONE, missing)
        return told or (self._sentences.read(written)[0] if plain != written else None), left

    def _detect_without(self, told: str | None, least: float) -> AcuteFinding | None:
        """Return what is told in a text that something was taken off, if it scores so much."""
        found = self._detect(told) if told else None
        return found if found is not None and found.score >= least else None

    def _detect(self, text: str) -> AcuteFinding | None:
        heard: list[_Heard] = []
        told, left = self._told(self._written(text))
        bokmal = self._sight.in_bokmal(left)
        if bokmal != left:
            told_too, left = self._told(bokmal)
            told = told or told_too
        pieces = pieces_of(left)
        outright = AcuteFinding(*told, LISTED, LOUD) if told else None
        for piece in pieces:
            reading = self._sight.uncorrected(piece)
            if found := _more_urgent(outright, self._listed(piece, reading)):
                return found
            heard.append(self._hear(reading, piece))
        loudest, score = _loudest(heard)
        calmed = _calmed(heard)
        if score + calmed < self.threshold:
            loudest, score = self._loudest_clause(pieces[1:] or pieces, heard[1:] or heard)
        return self._finding(loudest, score + calmed) if score + calmed >= self.threshold else None

    @read_once
    def without_names(self, text: str) -> str:
        """Return a text with «hun» for each given name in it."""
        return self._names.as_she(text)

    def score(self, text: str) -> float:
        """Return how acute the model holds a text to be, listed expressions apart: see `AcuteFinding.score`."""
        heard = [self._hear(self._sight.uncorrected(piece), piece) for piece in pieces_of(self._plain(text))]
        return _loudest(heard)[1] + _calmed(heard)

    def _plain(self, text: str) -> str:
        return self._sight.plain_of(self._written(text))

    def _written(self, text: str) -> str:
        told = text[:LONGEST]
        if _A_DIGIT.search(told) is not None:
            told = TELEPHONE.sub(" ", CODE.sub(" ", told))  # the letters of a case's code are no words
        if _A_PREGNANCY.search(told) is not None:
            told = FAR_GONE.sub(" ", told)
        return self._sight.as_written(in_usual_words(self.without_names(told)))

    def _listed(self, piece: str, reading: Reading) -> AcuteFinding | None:
        written = f"{piece} \n {reading.text}"
        if not self._any_expression or not self._any_expression.search(written):
            return None  # nearly always, and one look is quicker than one for each kind
        for kind, listed in self._expressions.items():
            if (pattern := pattern_of(listed)) and (match := pattern.search(written)):
                return AcuteFinding(kind, match.group(), LISTED, 1.0)
        return None

    def _hear(self, uncorrected: Reading, piece: str = "") -> _Heard:
        reading = self._sight.corrected(uncorrected)
        signs = self._sight.signs(reading)
        doc = self._weighting.weigh(self._sight.blocks(reading, signs))
        is_one_word = len(reading.words) <= 1 and not self._sight.names_danger(signs)
        if not len(doc[0]) or _is_code(piece) or is_one_word or self._sight.names_only_people(reading):
            return _Heard(SILENT, reading, doc)
        line = float(doc[1].dot(self._weights_of(doc[0]))) + self._always
        is_short = len(reading.words) < TOO_FEW
        calm = UNTOLD if is_short else min(self._net.says(doc, self._runs), 0.0)  # danger the line has heard as well
        score = line + CALMED * calm
        if line >= SURE:
            return _Heard(max(score, self.threshold), reading, doc, line)
        return _Heard(score, reading, doc, line, calm)

    def _loudest_clause(self, pieces: Sequence[str], heard: Sequence[_Heard]) -> tuple[_Heard, float]:
        """Return what is told in a question around which much else is asked, or beside something that is denied: «hvem
        spør jeg når far slår ham?», «ikke fravær, han blir låst inne».

        The sentences of a short text, judged whole until now, are heard as clauses are.
        """
        clauses: list[Reading] = []
        for piece, sentence in zip(pieces, heard, strict=True):
            if sentence.line > CALM:
                clauses += [*sentence.reading.parts(), *clauses_of(sentence.reading)]
                clauses += map(self._sight.uncorrected, between_commas(piece))
        loudest = max(map(self._hear, clauses), key=lambda one: one.score, default=_Heard(SILENT, Reading(()), NO_DOC))
        return loudest, loudest.score - CLAUSE_LESS

    def _finding(self, heard: _Heard, score: float) -> AcuteFinding:
        numbers, values = heard.doc
        telling_kind = numbers < len(self._kinds) - 1
        kinds = values[telling_kind] @ self._kinds[numbers[telling_kind]].astype(np.float32) + self._kinds[-1]
        telling, why = self._telling(heard.reading), self._reasons(heard.reading, heard.doc)
        return AcuteFinding(KINDS[int(np.argmax(kinds))], telling, why, round(score, 3))

    def _weights_of(self, numbers: Ints) -> Floats:
        """Return how acute some features are, in ordinary precision."""
        return self._weights[numbers].astype(np.float32)

    def _telling(self, reading: Reading) -> str:
        """Return the words of the reading that count towards danger, strongest first, at most four."""
        counted: dict[str, float] = {}
        for word in reading.words:
            features = {f"w:{stem(word)}": 1.0, **dict.fromkeys(grams_of(word), 0.3)}
            numbers, values = self._weighting.features.known(features)
            counted[word] = float(values @ self._weights_of(numbers)) if len(numbers) else 0.0
        return " ".join([word for word, value in sorted(counted.items(), key=lambda x: -x[1]) if value > 0][:4])

    def _reasons(self, reading: Reading, doc: Doc) -> tuple[str, ...]:
        numbers, values = doc
        counted = dict(zip(numbers.tolist(), (values * self._weights_of(numbers)).tolist(), strict=True))
        signs = self._sight.signs(reading)
        names = [*signs, *(f"{a} + {b}" for a, b in combinations(signs, 2))]
        found, is_known = self._weighting.features.look_up([f"s:{name.replace(' + ', '+')}" for name in names])
        known = zip(names, found.tolist(), is_known.tolist(), strict=True)
        strength = {name: counted.get(number, 0.0) for name, number, is_one in known if is_one}
        return tuple(sorted((n for n in strength if strength[n] > 0), key=lambda n: -strength[n])[:3])


def _more_urgent(one: AcuteFinding | None, other: AcuteFinding | None) -> AcuteFinding | None:
    """Return that finding which tells of a life in danger, for its number is to be seen first."""
    return other if one is None or (other is not None and other.kind == LIFE) else one


def _loudest(heard: Sequence[_Heard]) -> tuple[_Heard, float]:
    """Return what tells most of danger, the whole text (the first) or a sentence of it, and how acute the text is."""
    whole, *sentences = heard
    if not sentences:
        return whole, whole.score
    first, second = nlargest(2, sentences, key=lambda one: one.score)
    together = first.score + SECOND_SHARE * min(max(second.score, SILENT), LOUD)
    return (first, together) if together > whole.score else (whole, whole.score)


def _calmed(heard: Sequence[_Heard]) -> float:
    """Return how much calmer a text is than what tells most in it, because it is judged whole only."""
    return CALMED_ALONE * heard[0].calm if len(heard) == 1 else 0.0


def _is_code(piece: str) -> bool:
    """Tell whether it is one string with digits in it, such as a date or an id, or a case code: no words to judge."""
    is_one_string = len(piece.split()) <= 1 and any(sign.isdigit() for sign in piece)
    return is_one_string or CODE.fullmatch(piece.strip()) is not None


def load_acute(knowledge: Path, lexicon: Lexicon) -> AcuteDetector:
    """Read the word lists and make the detector. Raises KnowledgeError with every problem in the lists."""
    words = load_acute_words(knowledge, lexicon, with_examples=False)
    model = load_model(stamp_of(words))
    return AcuteDetector(words, model) if model else AcuteDetector(load_acute_words(knowledge, lexicon))
