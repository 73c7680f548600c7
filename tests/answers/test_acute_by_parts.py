"""What is danger by who does what to whom, however it is put, beside calm messages in nearly the same words."""

from __future__ import annotations

from bot.answers.acute import LISTED, AcuteDetector
from bot.answers.acute_sentences_file import sentences_of
from bot.content.yaml_file import YamlFile
from tests.answers.calm_in_few_words import CALM_IN_FEW_WORDS
from tests.answers.told_by_parts import BY_PARTS, CALM_BESIDE_PARTS
from tests.answers.told_in_few_words import IN_FEW_WORDS
from tests.answers.told_of_going_home import CALM_GOING_HOME, GOING_HOME
from tests.answers.told_plainly import CALM_BESIDE_PLAIN, PLAINLY_TOLD
from tests.each import each


@each("text", [*BY_PARTS, *PLAINLY_TOLD, *IN_FEW_WORDS, *GOING_HOME])
def test_what_the_parts_tell_of_is_heard(acute: AcuteDetector, text: str) -> None:
    finding = acute.detect(text)
    assert finding is not None
    assert finding.why == LISTED


@each("text", [*CALM_BESIDE_PARTS, *CALM_BESIDE_PLAIN, *CALM_IN_FEW_WORDS, *CALM_GOING_HOME])
def test_a_calm_message_with_the_same_parts_alarms_nobody(acute: AcuteDetector, text: str) -> None:
    assert acute.detect(text) is None


def test_two_files_are_read_as_one() -> None:
    one = _file({"som": ["far", "mor"], "gjør": ["slår"]}, ["<som> <gjør>"], ["mor slår på tromma"])
    other = _file({"hva": ["tromma"], "de": ["gjengen"], "tar": ["banker"]}, ["<de> <tar>"], ["far <tar>"])
    both = sentences_of(one, other)
    assert both.read("far slår") == (("vold", "far slår"), "far slår")
    assert both.read("gjengen banker") == (("vold", "gjengen banker"), "gjengen banker")
    assert both.read("gjengen slår")[0] is None
    assert both.read("mor slår på tromma")[0] is None
    assert both.read("far banker")[1].strip() == ""
    assert both.kinds == ("vold",)


def _file(groups: dict[str, list[str]], sentences: list[str], apart: list[str]) -> YamlFile:
    return YamlFile("file", {"groups": groups, "sentences": {"vold": sentences}, "apart": apart}, "")
