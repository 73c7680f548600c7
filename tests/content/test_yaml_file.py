"""One YAML text becomes plain data, or a problem with its line: never a crash, and never more than it shows."""

from __future__ import annotations

from datetime import date

import pytest
import yaml

from bot.content.problem import KnowledgeError
from bot.content.yaml_file import parse_yaml
from tests.answers.conftest import KNOWLEDGE

WRONG = {
    "a key that stands twice": ("a: 1\nb: 2\na: 3", 3, "står to ganger"),
    "a number and a text with the same signs": ("1: x\n'1': y", 2, "står to ganger"),
    "a reference": ("a: &x 1\nb: *x", 1, "henvisning"),
    "a reference that holds itself": ("&a [*a]", 1, "henvisning"),
    "a list as a key": ("b: 1\n? [1, 2]\n: 3", 2, "skrevet feil"),
    "a tag of Python's": ("a: 1\nb: !!python/object:os.system x", 2, "skrevet feil"),
    "a tag on a list": ("a: !!set {b, c}", 1, "skrevet feil"),
    "a list that says it is a table": ("!!map [a]", 1, "skrevet feil"),
    "a table put into another": ("<<: {a: 1}", 1, "skrevet feil"),
    "a tab before a key": ("a: 1\n\tb: 2", 2, "tabulator"),
    "a tab before a list": ("a:\n\t- b", 2, "tabulator"),
    "a tab after a space": ("a:\n  b: 1\n \tc: 2", 3, "tabulator"),
    "a number of a hundred thousand digits": ("b: 1\na: " + "1" * 100_000, 2, "kan ikke leses"),
    "one that takes seconds to read": ("a: 1" + ":59" * 80_000, 1, "1:59:59:59"),
    "a word called a truth": ("b: 1\na: !!bool x", 2, "kan ikke leses"),
    "a word called a time": ("b: 1\na: !!timestamp x", 2, "kan ikke leses"),
    "a fraction larger than any": ("a: 1" + ":1" * 2000 + ".5", 1, "kan ikke leses"),
    "a number nobody can write out again": ("a: 0x" + "f" * 5000, 1, "kan ikke leses"),
    "two documents": ("a: 1\n--- \nb: 2", 2, "skrevet feil"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_not_plain_is_refused_with_its_line(name: str) -> None:
    text, line, said = WRONG[name]
    with pytest.raises(KnowledgeError) as raised:
        parse_yaml(text.encode(), "prøve.yaml")
    (problem,) = raised.value.problems
    assert said in problem.message
    assert problem.line == line


def test_plain_values_are_what_yaml_says_they_are() -> None:
    text = "a: ja\nb: 1\nc: 1.5\nd: true\ne: 2026-11-26\nf: ~\ng: '1'\nh: [x, {y: z}]\n2: to\n"
    expected = {"a": "ja", "b": 1, "c": 1.5, "d": True, "e": date(2026, 11, 26), "f": None, "g": "1"}
    assert parse_yaml(text.encode(), "prøve.yaml").data == {**expected, "h": ["x", {"y": "z"}], 2: "to"}
    assert parse_yaml(b"# bare en kommentar", "tom.yaml").data is None


def test_words_that_old_yaml_takes_for_truth_are_words() -> None:
    """«No» is nynorsk for now: as a truth value it would never be found in anybody's text."""
    text = b"a: [no, No, yes, on, off, true, False]"
    assert parse_yaml(text, "ord.yaml").data == {"a": ["no", "No", "yes", "on", "off", True, False]}


def test_every_field_has_the_line_it_stands_on() -> None:
    file = parse_yaml(b"a: 1\nb:\n  - x\n  - c: 2\n", "svar.md", first_line=2)
    assert [file.line_of(path) for path in ((), ("a",), ("b", 1), ("b", 1, "c"), ("b", 7), ("z",))] == [
        2,
        2,
        5,
        5,
        3,
        2,
    ]


def test_every_file_of_ours_reads_as_pyyaml_itself_reads_it() -> None:
    for path in sorted((KNOWLEDGE / "guides").rglob("*.yaml")):
        assert parse_yaml(path.read_bytes(), path.name).data == yaml.load(path.read_bytes(), yaml.CSafeLoader)


def test_every_answer_is_read_also_where_the_loader_in_c_is_missing() -> None:
    for path in sorted((KNOWLEDGE / "articles").glob("*.md")):
        _, mark, head = path.read_text(encoding="utf-8").partition("---\n")
        if mark:
            list(yaml.parse(head.split("\n---\n")[0], yaml.SafeLoader))


@pytest.mark.parametrize(
    ("written", "line", "told"),
    [
        ("a: 1\nb: **fet** tekst\nc: 3", 2, "En tekst kan ikke begynne med «*» her"),
        ("a: 1\nb: - x\nc: 3", 2, "En tekst kan ikke begynne med «-» her"),
        ('a: 1\nb: "c:\\dok"\nc: 3', 2, "enkle anførselstegn"),
        ("a: 1\nb: @x\nc: 3", 2, "En tekst kan ikke begynne med «@» her"),
        ("a: 1\nb: *tidlig innsats\nc: 3", 2, "En tekst kan ikke begynne med «*» her"),
        ("a: 1\nb:2\nc: 3\nd: 4", 2, "mangler kolon, eller mellomrom etter kolonet"),
        ('a: 1\nb: "åpen\nc: 3\nd: 4', 2, "Anførselstegnet som begynner her, har ingen slutt"),
        ("a: 1\nb: [x, y\n\nc: 3\nd: 4", 2, "Lista som begynner her, mangler «]»"),
        ("a: 1\nb: {x: y\n\nc: 3\nd: 4", 2, "Feltene som begynner her, mangler «}»"),
        ("a:\n  b: 1\n c: 2", 3, "Innrykket stemmer ikke"),
        ("a: én: to", 1, "Et kolon for mye"),
        ("a:\n\tb: 1", 2, "Linja begynner med tabulator"),
    ],
)
def test_the_line_an_editor_should_look_at_is_told_with_what_is_wrong_there(written: str, line: int, told: str) -> None:
    with pytest.raises(KnowledgeError) as refused:
        parse_yaml(written.encode(), "kommuner/x.yaml")
    (problem,) = refused.value.problems
    assert (problem.line, told in problem.message) == (line, True), problem.message
