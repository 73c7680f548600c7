"""The word lists an editor keeps in `knowledge/anonymising`, read once. Knows file names and word classes, no rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from sys import intern

from bot.anonymise.words.helplines import read_helplines
from bot.anonymise.words.lexicon import Lexicon
from bot.anonymise.words.phrases import PhraseBook
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words
from bot.anonymise.words.yaml_file import read_yaml
from bot.content.packed_words import PackedNumbers, PackedWords

_CLASSES = {
    "foreldre": Word.KIN | Word.PARENT,
    "slekt": Word.KIN,
    "barn": Word.CHILD,
    "ansatte": Word.STAFF,
    "verb": Word.VERB,
    "funksjonsord": Word.FUNCTION,
    "tallord": Word.NUMBER,
    "ordenstall": Word.NUMBER,
    "maneder": Word.MONTH,
    "yrker": Word.OCCUPATION,
}
_JOB_ENDINGS = ("en", "n", "er", "e", "a", "ene", "ane", "s", "ens", "r", "ne", "rne")
_NOT_IN_COMPOUNDS = words(
    "mina mine lina lena vilja aug lin lu la el al ana ane ina ida eli ali iman amin sade ola ona ela ari ira isa ami"
)
_TENS = words("tjue tretti førti femti seksti sytti åtti nitti")
_ONES = words("en ett to tre fire fem seks sju syv åtte ni")


class WordListMissing(OSError):
    """A word list is missing or cannot be read. Put the file back in knowledge/anonymising and start again."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All lists: `flags` says per lower-case word what it is, `classes` keeps the lists of `ord.yaml` and
    `engelsk.yaml`, `phrases` the safe phrases, `helplines` the national numbers of eight digits, `english` the common
    English words.
    """

    flags: PackedNumbers
    classes: dict[str, frozenset[str]]
    phrases: PhraseBook
    helplines: frozenset[str]
    english: PackedWords


def read_lines(path: Path) -> list[str]:
    """Return the lines that are not comments or empty; raises WordListMissing."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise WordListMissing(path.name) from error
    return [line for line in map(str.strip, text.split("\n")) if line and line[0] != "#"]


def read_words(path: Path) -> list[str]:
    """Return the words of a file where words are set apart by space, comma or line."""
    return " ".join(read_lines(path)).replace(",", " ").split()


def read_vocabulary(directory: Path) -> tuple[Vocabulary, Lexicon]:
    """Read every list of words in `directory`; raises WordListMissing or yaml.YAMLError."""
    headwords = frozenset(read_lines(directory / "ordliste.txt"))
    forms = frozenset(
        w.lower()
        for name in ("boyde-og-dialekt.txt", "fremmedord.txt", "former-trebank.txt")
        for w in read_words(directory / name)
    )
    classes = _read_classes(directory / "ord.yaml") | _read_classes(directory / "engelsk.yaml")
    english = PackedWords(
        chain(
            read_words(directory / "engelsk-ordliste.txt"),
            classes["engelske_smaord"],
            classes["engelske_ord"],
            classes["engelske_folk"],
        )
    )
    safe_words = read_words(directory / "trygge-ord.txt")
    sure_names = read_words(directory / "navn-sikre.txt")
    flags: dict[str, int] = {}
    _mark_names(flags, directory, classes["funksjonsord"])
    _mark_safe(flags, safe_words)
    _mark_classes(flags, classes)
    _mark(flags, (w for w in read_words(directory / "verb-trebank.txt") if w not in flags), Word.VERB)
    barred = Word.FUNCTION | Word.FIRST  # "in" and "to" are Norwegian too; "May" and "My" are names
    classes["engelske_sikre"] = frozenset(w for w in classes["engelske_smaord"] if not flags.get(w, 0) & barred)
    for word in flags:
        if word in headwords or word in forms:
            flags[word] |= Word.ORDINARY
    flags.update(dict.fromkeys(sure_names, Word.FIRST))
    known = forms.union((w.lower() for w in safe_words), *(classes[name] for name in _CLASSES))
    listed = read_lines(directory / "trygge-uttrykk.txt")
    spoken = [phrase.replace(" og ", " å ") for phrase in listed]  # «tom å jerry»
    phrases = PhraseBook(dict.fromkeys([*listed, *spoken], "trygg"))
    helplines = read_helplines(directory.parent / "kommuner" / "felles" / "nasjonalt.yaml")
    return Vocabulary(PackedNumbers(flags), classes, phrases, helplines, english), Lexicon(
        headwords, known, frozenset(sure_names) | _NOT_IN_COMPOUNDS
    )


def _mark_names(flags: dict[str, int], directory: Path, small_words: frozenset[str]) -> None:
    _mark(flags, read_lines(directory / "fornavn.txt"), Word.FIRST)
    _mark(flags, read_lines(directory / "etternavn.txt"), Word.SURNAME)
    _mark(flags, (w for w in read_words(directory / "navn-kurert.txt") if w.lower() not in small_words), Word.FIRST)
    _mark(flags, read_words(directory / "navn-verden.txt"), Word.FIRST)
    _mark(flags, read_words(directory / "navn-verden-tvetydige.txt"), Word.FIRST | Word.AMBIGUOUS)
    _mark(flags, read_words(directory / "navn-tvetydige.txt"), Word.AMBIGUOUS)


def _mark_classes(flags: dict[str, int], classes: Mapping[str, frozenset[str]]) -> None:
    for name, word_class in _CLASSES.items():
        _mark(flags, classes[name], word_class)
    _mark(flags, (ten + one for ten in _TENS for one in _ONES), Word.NUMBER)
    _mark(flags, (job + ending for job in classes["yrker"] for ending in _JOB_ENDINGS), Word.OCCUPATION)


def _mark(flags: dict[str, int], words: Iterable[str], word_class: int) -> None:
    for word in words:
        lower = word.lower()
        flags[lower] = flags.get(lower, 0) | word_class


def _mark_safe(flags: dict[str, int], words: Iterable[str]) -> None:
    """Mark safe words; one that is also a name ("ODD", "MAIN") is safe only when written in capitals."""
    for word in words:
        lower = word.lower()
        is_name = flags.get(lower, 0) & (Word.FIRST | Word.SURNAME | Word.AMBIGUOUS)
        if not is_name:
            flags[lower] = flags.get(lower, 0) | Word.SAFE
        elif word.isupper():
            flags[lower] |= Word.SAFE_IN_CAPS


def _read_classes(path: Path) -> dict[str, frozenset[str]]:
    try:
        data = read_yaml(path)
    except OSError as error:
        raise WordListMissing(path.name) from error
    return {key: frozenset(map(intern, str(value).split())) for key, value in data.items()}
