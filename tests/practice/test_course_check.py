"""What the check tells an editor about the introduction: each test breaks the real file in one way."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.content.check_courses import Named, check_courses
from bot.content.course_file import load_courses
from bot.content.knowledge import Knowledge
from bot.content.problem import KnowledgeError
from bot.content.versions import read_files
from bot.content.versions_check import check_change
from dialogs.guide.rules import RULES, TEAM_RULES
from tests.fakes.knowledge import KNOWLEDGE, shelf

FILE = "practice/ny-her.yaml"
TODAY = date(2026, 11, 30)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(KNOWLEDGE / "practice", tmp_path / "practice")
    return tmp_path


@pytest.fixture(scope="module")
def known() -> Knowledge:
    return shelf().knowledge


def told(folder: Path, known: Knowledge, old: str = "", new: str = "", today: date = TODAY) -> str:
    """Replace text that must be there, and return everything an editor is told."""
    path = folder / FILE
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    try:
        courses = load_courses(folder)
    except KnowledgeError as error:
        return str(error)
    named = Named(known.sources, known.articles, known.profiles, known.guides)
    return "\n".join(str(one) for one in check_courses(courses.values(), named, today=today))


def test_the_real_course_has_nothing_to_mend(folder: Path, known: Knowledge) -> None:
    assert told(folder, known) == ""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("course: ny-her", "course: ny-der", "course er «ny-der», men fila heter «ny-her.yaml»"),
        ("          right: true\n", "", "«chapters[0].quiz»: Nøyaktig ett svar skal ha right: true"),
        ("        - id: sender\n", "        - id: undrer\n", "To svar har samme id"),
        ("  - id: fare-forst\n", "  - id: handlingsveilederen\n", "To deler under chapters har samme id"),
        ("    points:\n", "    pints:\n", "Feltet «pints» finnes ikke. Mente du «points»?"),
        ("    shows: ladder", "    shows: trappa", "«trappa» er ikke et gyldig valg"),
        ("checked_on: 2026-11-26", "checked_on: i dag", "er ikke en dato"),
        ("review_by: 2027-01-01\n", "", "«review_by»: Feltet mangler"),
        ("    sources: [vr-plan, bti-kommuner]\n", "    sources: []\n", "«chapters[0].sources»: Lista har 0"),
        ("    outcomes: [utfall_meld_vold, utfall_akutt]\n", "", "«cases[0].outcomes»: Feltet mangler"),
    ],
)
def test_a_file_that_cannot_be_used_says_which_field_and_what_to_do(
    folder: Path, known: Knowledge, old: str, new: str, expected: str
) -> None:
    assert expected in told(folder, known, old, new)
    assert FILE in told(folder, known)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("[vr-plan, bti-kommuner]", "[vr-plann]", "«chapters[0].sources»: Kilden «vr-plann» finnes ikke. Mente du"),
        ("sources: [bvl-13-2]\n\n  - id: tau", "sources: [bvl]\n\n  - id: tau", "«chapters[1].quiz.sources»"),
        ("article: hv-hva", "article: hv-hvaa", "Svaret «hv-hvaa» finnes ikke. Mente du «hv-hva»?"),
        ("[melhus]", "[melhuss]", "Kommunen «melhuss» finnes ikke. Mente du «melhus»?"),
        (
            "[utfall_meld_vold, utfall_akutt]",
            "[utfall_mell]",
            "«cases[0].outcomes»: Utfallet «utfall_mell» finnes ikke",
        ),
        (
            "{trygg_na: nei, grunn_til_a_tro: ja_vold}",
            "{trygg: nei}",
            "Steget «trygg» finnes ikke. Mente du «trygg_na»?",
        ),
    ],
)
def test_a_name_that_leads_nowhere_is_an_error_with_a_guess(
    folder: Path, known: Knowledge, old: str, new: str, expected: str
) -> None:
    assert expected in told(folder, known, old, new)


def test_what_does_not_fit_a_phone_or_is_past_its_date_is_a_warning(folder: Path, known: Knowledge) -> None:
    long = told(folder, known, "Du undrer deg. Er det grunn til uro?", "Du undrer deg. " * 20)
    assert "«chapters[0].points»" in long
    assert "Kort den ned til 170" in long
    assert "skulle vært kontrollert innen 01.01.2027" in told(folder, known, today=date(2027, 2, 1))


def test_the_one_door_refuses_a_broken_course_like_every_other_file() -> None:
    files = read_files(KNOWLEDGE)
    broken = files[FILE].replace(b"[vr-plan, bti-kommuner]", b"[finnes-ikke]", 1)
    checked = check_change(files, {FILE: broken}, today=TODAY, rules=frozenset({*RULES, *TEAM_RULES}))
    (error,) = checked.errors
    assert (error.file, error.where, error.line is not None) == (FILE, "chapters[0].sources", True)


def test_every_chapter_and_question_has_sources_and_every_case_is_of_use_to_someone(known: Knowledge) -> None:
    (course,) = known.courses.values()
    assert [one.id for one in course.chapters] == [
        "handlingsveilederen",
        "fare-forst",
        "taushetsplikt",
        "tiltak",
        "partnere",
        "slik-bruker-du-meg",
    ]
    assert {one.shows for one in course.chapters} == {None, "ladder", "partners"}
    assert 2 <= len(course.cases) <= 3
