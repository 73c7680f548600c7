"""No new calm sentence (`apart`) hides danger, whichever way it is published."""

import pytest

from bot.answers.acute_sentences_file import FEW_WORDS
from bot.answers.silenced_danger import APART, silenced_by_sentences
from bot.content.versions import Files
from bot.content.versions_edit import with_value
from bot.content.yaml_file import parse_yaml
from tests.each import each
from tests.editors.conftest import ON_ONE_DATABASE, OpenReplica
from tests.editors.test_attacks import NEGLECT, OWN_DANGER, SENTENCES, WAYS

HIDES = {
    "what a parent does": (SENTENCES, "mamma slår"),
    "who does it": (SENTENCES, "<voksen> <dytter>"),
    "one word": (SENTENCES, "slår"),
    "what stands in an example only": (SENTENCES, "kveler meg"),
    "what stands in no first word of its group": (SENTENCES, "fosterfar banket"),
    "what the other file tells of": (FEW_WORDS, "mamma slår"),
    "who is handed to a stranger, of the other file": (SENTENCES, "til feil mann"),
    "the writer's own life": (OWN_DANGER, "ta livet mitt"),
    "the writer's own death": (OWN_DANGER, "dø"),
    "a child without food": (NEGLECT, "sulten"),
}
CALM = {
    "a drum": (SENTENCES, "slår på pauken"),
    "a word that is looked up": (SENTENCES, "han slår opp ord"),
    "a walk": (SENTENCES, "koser seg på tur"),
    "one's own walk": (OWN_DANGER, "ta meg en tur"),
    "a child who is hungry after gym": (NEGLECT, "sulten etter gymtimen som alle"),
}


def _with(files: Files, path: str, *calm: str) -> Files:
    known = parse_yaml(files[path], path).data[APART]
    return {**files, path: with_value(files[path], path, (APART,), [*map(str, known), *calm])}


@each(("path", "calm"), HIDES.values())
def test_a_calm_sentence_that_stands_in_words_of_danger_is_refused(path: str, calm: str, files: Files) -> None:
    problems = silenced_by_sentences(files, _with(files, path, calm))
    assert problems, calm
    assert all(one.file == path and "ville skjult" in str(one) for one in problems)


@each(("path", "calm"), CALM.values())
def test_a_calm_sentence_that_stands_in_none_is_let_through(path: str, calm: str, files: Files) -> None:
    assert silenced_by_sentences(files, _with(files, path, calm)) == []


def test_a_word_put_in_a_group_that_makes_a_calm_sentence_reach_further_is_refused(files: Files) -> None:
    switched = [*map(str, parse_yaml(files[SENTENCES], SENTENCES).data["groups"]["apparat"]), "hverandre"]
    wider = with_value(files[SENTENCES], SENTENCES, ("groups", "apparat"), switched)
    assert "slår på hverandre" in " ".join(map(str, silenced_by_sentences(files, {**files, SENTENCES: wider})))


def _without(files: Files, group: str, word: str) -> Files:
    left = [one for one in map(str, parse_yaml(files[SENTENCES], SENTENCES).data["groups"][group]) if one != word]
    return {**files, SENTENCES: with_value(files[SENTENCES], SENTENCES, ("groups", group), left)}


@pytest.mark.parametrize(
    ("group", "word", "hidden"),
    [
        ("til_noen_der", "til", "rister på hodet til"),
        ("ned_utfor", "utfor", "dytter barnevogna utfor"),
    ],
)
def test_a_word_taken_out_of_what_makes_a_calm_sentence_dangerous_is_refused(
    group: str, word: str, hidden: str, files: Files
) -> None:
    problems = silenced_by_sentences(files, _without(files, group, word))
    assert hidden in " ".join(map(str, problems))


def test_the_mark_that_bars_a_group_may_not_go_either(files: Files) -> None:
    known = [str(one) for one in parse_yaml(files[SENTENCES], SENTENCES).data[APART]]
    bare = [one.replace(" !<til_noen_der>", "") for one in known]
    assert bare != known
    problems = silenced_by_sentences(
        files, {**files, SENTENCES: with_value(files[SENTENCES], SENTENCES, (APART,), bare)}
    )
    assert "rister på hodet" in " ".join(map(str, problems))


def test_a_word_that_is_barred_in_another_way_may_go(files: Files) -> None:
    """«ned» goes where «ned*» comes, which bars it as before."""
    data = parse_yaml(files[SENTENCES], SENTENCES).data["groups"]["ned_utfor"]
    other = [*(str(one) for one in data if str(one) != "ned"), "ned*"]
    wider = with_value(files[SENTENCES], SENTENCES, ("groups", "ned_utfor"), other)
    assert silenced_by_sentences(files, {**files, SENTENCES: wider}) == []


def test_what_is_published_already_is_no_problem_and_an_unreadable_file_is_told_of_elsewhere(files: Files) -> None:
    assert silenced_by_sentences(files, files) == []
    assert silenced_by_sentences(files, {**files, SENTENCES: b"groups: ["}) == []


@ON_ONE_DATABASE
@pytest.mark.parametrize("way", WAYS)
async def test_no_way_of_publishing_lets_it_in(replica: OpenReplica, way: str) -> None:
    one = await replica()
    spoilt = _with(one.files, SENTENCES, "mamma slår")[SENTENCES]
    brought = await one.desk.bring(way, {SENTENCES: spoilt}, "")  # type: ignore[arg-type]
    assert brought.edition is None
    assert "ville skjult" in " ".join(map(str, brought.problems))
