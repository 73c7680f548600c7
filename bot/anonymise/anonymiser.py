"""Runs the layers: normalise, read, detect, merge, map back. Fails closed: an error becomes a finding that blocks
the whole text.
"""

from collections.abc import Callable, Iterable, Sequence, Set
from pathlib import Path
from types import ModuleType

from bot.anonymise.asking.possible_name import read_weights
from bot.anonymise.finding import POSSIBLE_NAME, Finding, Hit, Risk
from bot.anonymise.merge import joined, merge
from bot.anonymise.nobody import holds_none_of, names_nobody
from bot.anonymise.reading.document import Answers, Document, read_document
from bot.anonymise.reading.line_ends import Lines
from bot.anonymise.reading.normalise import MAX_LENGTH, Normalised, normalise, normalise_joined
from bot.anonymise.risk.population import Population, read_population
from bot.anonymise.words.lexicon import Lexicon
from bot.anonymise.words.places import Places, read_places
from bot.anonymise.words.vocabulary import Vocabulary, read_vocabulary

_UNREAD = "feil"
_FAILED = "Teksten kunne ikke sjekkes. Den er stoppet for sikkerhets skyld. Prøv på nytt, eller skriv den kortere."


class Anonymiser:
    """Finds what may identify a person in a Norwegian text. Built once by `load_anonymiser`.

    Holds lists only, never a text.
    """

    def __init__(self, vocabulary: Vocabulary, lexicon: Lexicon, places: Places, population: Population) -> None:
        self._vocabulary = vocabulary
        self._lexicon = lexicon
        self._places = places
        self._population = population

    def find(self, text: str, municipality: str | None = None, *, asks: bool = True) -> list[Finding]:
        """Return the findings, sorted and not overlapping; without `asks` not what only may be a name. Never raises: an
        error gives one finding of type "feil" over the whole text.
        """
        if not text:
            return []
        try:
            if len(text) > MAX_LENGTH:
                return _failed(text)
            lines = Lines(text, self._flags_of, self._lexicon.knows)
            answers: Answers = {}
            hits = lines.within(self._read(normalise(text), municipality, answers, asks=asks))
            if (joined := normalise_joined(text)) is not None:
                again = [hit for hit in self._read(joined[0], municipality, answers) if _spans_a_cut(hit, joined[1])]
                hits = merge([*hits, *lines.across(again, hits)])
            return _apart(hits)
        except Exception:  # fails closed: no detector error may let a text through, and no text may reach a log
            return _failed(text)

    def is_word(self, word: str) -> bool:
        """Tell whether a word is ordinary Norwegian: a headword, a form of one or a compound."""
        return self._lexicon.knows(word)

    def find_direct(self, text: str, municipality: str | None = None) -> list[Finding]:
        """Return the direct findings alone, without what only may be a name: of a text that names nobody, quickly."""
        if not text or self._in_each_reading(text, names_nobody):
            return []
        return [one for one in self.find(text, municipality, asks=False) if one.cls == "direct"]

    def find_of(self, types: Set[str], text: str) -> list[Finding]:
        """Return the direct findings of these types, which no name has, and that a text could not be read: of a text
        without such, quickly."""
        if not text or self._in_each_reading(text, lambda document: holds_none_of(types, document)):
            return []
        return [one for one in self.find_direct(text) if one.type in types or one.type == _UNREAD]

    def _in_each_reading(self, text: str, holds: Callable[[Document], bool]) -> bool:
        """Tell whether it holds in each reading of the text; no where one cannot be made, so that `find` tells why."""
        try:
            if len(text) > MAX_LENGTH:
                return False
            joined = normalise_joined(text)
            return all(holds(self._document(one)) for one in (normalise(text), *(joined or ())[:1]))
        except Exception:  # as in `find`, which meets the same one
            return False

    def _document(self, seen: Normalised, answers: Answers | None = None) -> Document:
        return read_document(seen.text, self._vocabulary, self._lexicon, self._places, answers)

    def _read(self, seen: Normalised, municipality: str | None, answers: Answers, *, asks: bool = False) -> list[Hit]:
        """Return the hits of one reading of the text, in the coordinates of the input; what only may be a name is
        asked about where it stands, never across a cut."""
        hits = _rules().hits_in(self._document(seen, answers), municipality, asks=asks)
        return hits if seen.starts is None else [_mapped(hit, seen) for hit in hits]

    def _flags_of(self, word: str) -> int:
        return self._vocabulary.flags.get(word)

    def rewrite(self, text: str, findings: Sequence[Finding], keep: frozenset[int] = frozenset()) -> str:
        """Return the text with each finding replaced, except those whose index is in `keep` and that may be kept."""
        from bot.anonymise.rewriting import rewritten

        return rewritten(text, findings, keep)

    def risk(
        self,
        text_or_findings: str | Sequence[Finding],
        *,
        municipality: str | None,
        age_band: str | None,
        arena: str | None,
        themes: Sequence[str] = (),
        told_before: Sequence[str] = (),
    ) -> Risk:
        """Return how many persons the traits may fit. Give the findings that remain, or the text to find them in;
        `told_before` are the types of traits known from a linked case.
        """
        from bot.anonymise.risk.risk import risk_of

        findings = list(text_or_findings) if not isinstance(text_or_findings, str) else []
        if isinstance(text_or_findings, str):
            said = {
                (f.type, text_or_findings[f.start : f.end].lower()): f
                for f in self.find(text_or_findings, municipality)
            }
            findings = list(said.values())
        return risk_of(
            findings,
            self._population,
            municipality=municipality,
            age_band=age_band,
            arena=arena,
            themes=themes,
            told_before=told_before,
        )


def _rules() -> ModuleType:
    """Return what only the text of a case needs: to import it takes a third of a second."""
    import bot.anonymise.hits

    return bot.anonymise.hits


def import_rules() -> None:
    """Import that, and what writes and weighs, before somebody waits for it."""
    _rules()
    import bot.anonymise.rewriting
    import bot.anonymise.risk.risk  # noqa: F401 - to have it


def load_anonymiser(directory: Path) -> Anonymiser:
    """Read the lists in `directory` (knowledge/anonymising). Raises OSError or yaml.YAMLError when a list is
    missing or broken.
    """
    vocabulary, lexicon = read_vocabulary(directory)
    read_weights()  # a missing file is told of at the start, not when the first text is read
    return Anonymiser(vocabulary, lexicon, read_places(directory), read_population(directory / "befolkning.yaml"))


def _spans_a_cut(hit: Hit, cuts: frozenset[int]) -> bool:
    """Tell whether the hit goes across a cut. What only may be a name is asked about where it stands."""
    return hit.type != POSSIBLE_NAME and any(at in cuts for at in range(hit.start, hit.end))


def _mapped(hit: Hit, seen: Normalised) -> Hit:
    start, end = seen.span(hit.start, hit.end)
    return hit._replace(start=start, end=end)


def _apart(hits: Iterable[Hit]) -> list[Finding]:
    """Keep findings from sharing a code point of the input: one input sign can become several when normalised. The
    stronger is what the joined piece is.
    """
    kept: list[Hit] = []
    for hit in hits:
        if kept and hit.start < kept[-1].end:
            kept[-1] = joined(kept[-1], hit)
        else:
            kept.append(hit)
    return [Finding._make(hit) for hit in kept]


def _failed(text: str) -> list[Finding]:
    return [Finding(0, len(text), _UNREAD, "direct", _FAILED, 1.0, "", may_keep=False)]
