"""An editor changes the introduction in the chat, like everything else."""

from __future__ import annotations

from bot.content.form_lists import course_pieces
from bot.content.form_targets import changes_for, form_for
from bot.content.versions import read_files
from bot.content.yaml_file import parse_yaml
from tests.fakes.knowledge import KNOWLEDGE
from tests.practice.conftest import School
from tests.turns.desk import KARI, kinds

FILE = "practice/ny-her.yaml"


def test_every_chapter_and_case_is_listed_and_has_a_form() -> None:
    files = read_files(KNOWLEDGE)
    pieces = course_pieces(files)
    assert len(pieces) == 1 + 6 + 3
    forms = [form_for(files, one.target) for one in pieces]
    assert all(form is not None and form.fields and form.title for form in forms)


def test_what_is_filled_in_changes_that_sentence_and_nothing_else() -> None:
    files = read_files(KNOWLEDGE)
    said = {"quiz_ask": "Hva gjør du i dag?", "choice_because.2": "Ring barnevernet, og spør hva dere sier hjemme."}
    changed = changes_for(files, f"chapter:{FILE}:chapters/1", said)[FILE]
    quiz = parse_yaml(changed, FILE).data["chapters"][1]["quiz"]
    assert quiz["ask"] == "Hva gjør du i dag?"
    assert quiz["choices"][1]["because"] == "Ring barnevernet, og spør hva dere sier hjemme."
    before, after = files[FILE].splitlines(), changed.splitlines()
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 2


def test_the_version_and_the_dates_have_a_form_of_their_own() -> None:
    files = read_files(KNOWLEDGE)
    changed = changes_for(files, f"course:{FILE}:", {"version": "2027-01-05.1", "review_by": "1.7.2027"})[FILE]
    assert b'version: "2027-01-05.1"' in changed
    assert b"review_by: 2027-07-01" in changed


async def test_only_an_editor_for_all_may_change_what_all_share(school: School) -> None:
    school.staff = frozenset({"editor"})
    assert kinds(await school.press(KARI, "edit_pick", "practice")) == ["edit_pick"]
    assert kinds(await school.press(KARI, "edit_form", f"chapter:{FILE}:chapters/0")) == ["edit_form"]
    school.staff = frozenset({"editor:melhus"})
    assert kinds(await school.press(KARI, "edit_pick", "practice")) != ["edit_pick"]
    assert kinds(await school.press(KARI, "edit_form", f"chapter:{FILE}:chapters/0")) != ["edit_form"]
