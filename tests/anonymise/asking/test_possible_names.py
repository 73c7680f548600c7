"""What no rule finds and what stands where names do gives a question, never a stop, and changes nothing of the rest."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from bench.anonymise.learn_names import LEARNED, stamp_of_sets
from bot.anonymise import POSSIBLE_NAME, Anonymiser, Finding
from bot.anonymise import hits as module
from bot.anonymise.asking import possible_name, possible_name_facts
from bot.anonymise.asking.possible_name import FILE, STAMP, WHY, WeightsMissing, read_weights, whole_file
from tests.anonymise.bench_sets import READS_SETS, found_in

pytestmark = READS_SETS
KNOWLEDGE = Path(__file__).resolve().parents[3] / "knowledge"


def asked_about(anonymiser: Anonymiser, text: str) -> list[Finding]:
    return _questions(anonymiser.find(text))


def _questions(found: list[Finding]) -> list[Finding]:
    return [one for one in found if one.type == POSSIBLE_NAME]


def warned_texts(anonymiser: Anonymiser) -> dict[str, list[Finding]]:
    """Return everything that is found in the texts with something that is asked about."""
    of_sets = [found_in(anonymiser, name) for name in (*LEARNED, "held_back")]
    return {text: found for of_set in of_sets for text, found in of_set.items() if _questions(found)}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("knerten har mista en tann og er kjempestolt", "knerten"),
        ("bra jobba alle, og spesielt tompa. god helg", "tompa"),
        ("catta har tatt bilen ut for å lete etter han", "catta"),
        ("Kaptein, som vi alle er glad i, nektet å gå hjem", "Kaptein"),
    ],
)
def test_a_word_that_stands_as_a_name_is_asked_about(anonymiser: Anonymiser, text: str, word: str) -> None:
    (found,) = asked_about(anonymiser, text)
    assert text[found.start : found.end] == word
    assert (found.cls, found.why, found.may_keep) == ("quasi", WHY, True)
    assert found.certainty < 0.5
    assert word not in anonymiser.rewrite(text, [found])


@pytest.mark.parametrize(
    "text",
    [
        "Loven sier ikke noe om det.",
        "Planen skal ikke lages uten samtykke.",
        "bilen har stått ute hele natta",
        "Boka ligger på pulten, og sekken henger i gangen.",
        "møtet om fravær er flyttet til torsdag",
        "NAVs kontor er stengt i dag.",
        "Bo- og omsorgstjenesten svarer ikke.",
        "hvem er kontaktlæreren hans?",
        "Begynn med et møte. Fraværet øker.",
    ],
)
def test_an_everyday_word_is_not_asked_about(anonymiser: Anonymiser, text: str) -> None:
    assert asked_about(anonymiser, text) == []


def test_what_rules_find_is_the_same_with_and_without(anonymiser: Anonymiser, monkeypatch: pytest.MonkeyPatch) -> None:
    def by_rules(found: list[Finding]) -> list[Finding]:
        return [one for one in found if one.type != POSSIBLE_NAME]

    of_sets = [found_in(anonymiser, name) for name in ("held_back", "development_7", "english")]
    monkeypatch.setattr(module, "find_possible_names", lambda *_: iter(()))
    for of_set in of_sets:
        assert all(by_rules(found) == by_rules(anonymiser.find(text)) for text, found in of_set.items())


_SIGNS = str.maketrans("", "", " -'’")


def test_offsets_fit_words_and_what_is_found_lies_apart(anonymiser: Anonymiser) -> None:
    warned = warned_texts(anonymiser)
    assert len(warned) > 20
    for text, found in warned.items():
        assert all(text[one.start : one.end].translate(_SIGNS).isalpha() for one in _questions(found))
        assert all(one.end <= other.start for one, other in pairwise(found))


def test_hidden_signs_do_not_move_what_is_found(anonymiser: Anonymiser) -> None:
    text = "kner\u200bten har mista en tann og er kjempestolt"
    (found,) = asked_about(anonymiser, text)
    assert text[found.start : found.end] == "kner\u200bten"


def test_what_is_written_instead_is_not_asked_about_again(anonymiser: Anonymiser) -> None:
    for text, found in warned_texts(anonymiser).items():
        written = anonymiser.rewrite(text, found)
        words = {text[one.start : one.end].lower() for one in _questions(found)}
        again = {written[one.start : one.end].lower() for one in asked_about(anonymiser, written)}
        assert words.isdisjoint(again)


def test_it_is_no_trait_that_makes_the_circle_smaller(anonymiser: Anonymiser) -> None:
    found = anonymiser.find("knerten har mista en tann og er kjempestolt")
    assert [one.type for one in found] == [POSSIBLE_NAME]
    risks = [
        anonymiser.risk(traits, municipality="tydal", age_band=None, arena=None, told_before=before)
        for traits, before in ((found, ()), ([], ()), ([], (POSSIBLE_NAME,)))
    ]
    assert risks[0] == risks[1] == risks[2]


def test_few_lines_of_everyday_talk_are_asked_about(anonymiser: Anonymiser) -> None:
    """One line in fifty: one in forty of the lines is a note of a hundred words, a tenth are in dialects or in
    seldom words on purpose, and what is strange is asked about."""
    lines = (KNOWLEDGE / "words" / "acute_examples.tsv").read_text("utf-8").split("\n")
    texts = [line.split("\t")[2] for line in lines[1::20] if line.startswith("ikke\t")]
    assert len(texts) > 500
    assert sum(bool(asked_about(anonymiser, text)) for text in texts) <= len(texts) / 50


def test_an_error_in_it_blocks_the_whole_text(anonymiser: Anonymiser, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Iterator[None]:
        raise RuntimeError("Emma")
        yield

    monkeypatch.setattr(module, "find_possible_names", broken)
    assert [(one.type, one.cls) for one in anonymiser.find("Emma er her.")] == [("feil", "direct")]


def test_the_weights_were_learned_from_these_facts_and_these_sets() -> None:
    """When this fails: run `python -m bench.anonymise.learn_names` (two minutes) and commit the file."""
    held = FILE.read_bytes()
    assert held[:STAMP] == possible_name.stamp_of_facts()
    assert held[STAMP : 2 * STAMP] == stamp_of_sets()
    assert len(held) <= 150_000


@pytest.mark.parametrize("change", ["cut", "longer", "empty", "other facts", "gone"])
def test_weights_that_do_not_fit_are_refused(tmp_path: Path, change: str) -> None:
    held, path = FILE.read_bytes(), tmp_path / "weights.bin"
    written = {"cut": held[:-2], "longer": held + b"xx", "empty": b"", "other facts": b"x" * STAMP + held[STAMP:]}
    if change in written:
        path.write_bytes(written[change])
    with pytest.raises(WeightsMissing):
        read_weights(path)


@pytest.mark.parametrize("at", [0, STAMP, 2 * STAMP, 3 * STAMP, 70_000, -1_000])
@pytest.mark.parametrize("damage", ["one bit", "nothing but zeros from there"])
def test_damaged_weights_are_refused(tmp_path: Path, at: int, damage: str) -> None:
    held, path = bytearray(FILE.read_bytes()), tmp_path / "weights.bin"
    at %= len(held)
    if damage == "one bit":
        held[at] ^= 0x80
    else:
        held[at:] = bytes(len(held) - at)
    path.write_bytes(held)
    with pytest.raises(WeightsMissing):
        read_weights(path)


def test_weights_of_other_facts_are_refused_though_the_file_is_whole(tmp_path: Path) -> None:
    held, path = FILE.read_bytes(), tmp_path / "weights.bin"
    path.write_bytes(whole_file(b"x" * STAMP + held[STAMP : 2 * STAMP], held[3 * STAMP :]))
    with pytest.raises(WeightsMissing):
        read_weights(path)


def test_how_lines_end_does_not_change_what_facts_are(tmp_path: Path) -> None:
    path = tmp_path / "facts.py"
    path.write_bytes(Path(possible_name_facts.__file__).read_bytes().replace(b"\n", b"\r\n"))
    assert possible_name.stamp_of_facts(path) == possible_name.stamp_of_facts()


def test_no_word_of_the_texts_lies_in_the_file() -> None:
    held = FILE.read_bytes().lower()
    assert not any(word.encode() in held for word in ("emma", "knert", "olander"))
