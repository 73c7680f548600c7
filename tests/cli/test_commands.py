"""The command line: every command can be imported, says what it does, and meets mistakes with words."""

from __future__ import annotations

import errno
import gc
import importlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from bot.__main__ import COMMANDS, main
from bot.anonymise import WeightsMissing, WordListMissing
from bot.cli import serve
from bot.cli.chat import HOW, _lines
from bot.cli.check import check
from bot.cli.lawyers_document import article_lines, document_lines, text_lines
from bot.cli.trouble import words_for
from bot.content.knowledge import load_knowledge

ROOT = Path(__file__).resolve().parents[2]
Done = subprocess.CompletedProcess[str]
Ran = Callable[..., Done]


def run(*arguments: str, stdin: str = "", **env: str) -> Done:
    """Run `python -m bot` as a person would."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=ROOT,
        input=stdin,
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ran:
    """Run a command here, without what it sets for the whole process. What a new process costs is its imports: two
    seconds for each."""
    for name in ("json_logs", "leave_no_memory_dump", "use_one_heap"):
        monkeypatch.setattr(serve, name, lambda: None)
    monkeypatch.setattr(gc, "set_threshold", lambda _: None)

    def done(*arguments: str, **env: str) -> Done:
        for name, value in env.items():
            monkeypatch.setenv(name, value)
        capsys.readouterr()
        with pytest.raises(SystemExit) as stopped:
            main(arguments)
        said = capsys.readouterr()
        return subprocess.CompletedProcess(arguments, int(stopped.value.code or 0), said.out, said.err)

    return done


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_listed_command_exists(name: str) -> None:
    module, _, function = COMMANDS[name][0].partition(":")
    assert callable(getattr(importlib.import_module(module), function))


def test_an_unknown_command_is_met_with_the_list() -> None:
    done = run("ckeck")
    assert done.returncode == 2
    assert "Kommandoen «ckeck» finnes ikke" in done.stderr
    assert "check" in done.stderr


@pytest.mark.parametrize(("option", "known"), [("--rolle", "barnehage"), ("--kommune", "stjordal")])
def test_the_chat_lists_what_can_be_chosen_when_it_is_begun_as_somebody_unknown(
    ran: Ran, option: str, known: str
) -> None:
    done = ran("chat", option, "helsesykepleier")
    assert done.returncode == 2
    assert known in done.stderr
    assert "Traceback" not in done.stderr


def test_the_server_refuses_to_start_without_app_id_tenant_and_key(tmp_path: Path) -> None:
    done = run("serve", VEILEDEREN_DATA=str(tmp_path), VEILEDEREN_APP_ID="", VEILEDEREN_TENANTS="")
    assert done.returncode == 2
    for missing in ("APP_ID", "TENANTS", "CLIENT_SECRET", "ENCRYPTION_KEY"):
        assert f"VEILEDEREN_{missing} mangler" in done.stderr
    assert "openssl rand -base64 32" in done.stderr, "the form of the key is told"
    assert "Traceback" not in done.stderr
    told = [json.loads(line) for line in (done.stdout + done.stderr).splitlines() if line.startswith("{")]
    stopped = [one for one in told if one["event"] == "not_running"]
    assert [(one["level"], one["error"]) for one in stopped] == [("error", "UnsafeSettings")]


def test_a_port_the_bot_may_not_listen_on_is_told_of_as_that() -> None:
    assert "VEILEDEREN_PORT" in words_for(PermissionError(errno.EACCES, "permission denied"))
    assert words_for(PermissionError(errno.EACCES, "permission denied", "/data/x")).startswith(
        "/data/x kan ikke brukes"
    )


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS])
def test_where_nothing_may_be_written_it_is_told_how_another_place_is_given(number: int) -> None:
    words = words_for(OSError(number, "no", "build"))
    assert words.startswith("build kan ikke")
    assert "--out" in words
    assert "/copies" in words
    assert "--out" not in words_for(FileNotFoundError(errno.ENOENT, "no", "build"))


@pytest.mark.parametrize("name", ["serve", "manifest", "check"])
def test_a_python_without_the_libraries_is_told_how_they_are_installed(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-S", "-m", "bot", name], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 1
    assert "er ikke installert i denne Python-en" in done.stderr
    assert "pip install --require-hashes -r requirements.lock" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_old_python_is_told_which_one_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    with pytest.raises(SystemExit):
        main(["check"])
    assert "Python 3.9, og boten trenger 3.11" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        (
            WeightsMissing("possible_names.bin"),
            ["bot/anonymise/asking/possible_names.bin", "bench.anonymise.learn_names"],
        ),
        (WordListMissing("fornavn.txt"), ["fornavn.txt", "Legg fila tilbake"]),
    ],
)
def test_the_server_refuses_in_words_without_what_finds_names(
    missing: OSError, told: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def read(_: Path) -> None:
        raise missing

    for name in ("json_logs", "leave_no_memory_dump", "use_one_heap"):
        monkeypatch.setattr(serve, name, lambda: None)
    monkeypatch.setattr(serve, "read_folder", read)
    with pytest.raises(SystemExit) as stopped:
        serve.serve()
    said = capsys.readouterr().err
    assert stopped.value.code == 2
    assert said.startswith("Boten starter ikke: ")
    assert all(one in said for one in told)


def test_the_server_says_what_is_wrong_in_a_knowledge_folder_it_cannot_start_with(ran: Ran, tmp_path: Path) -> None:
    done = ran(
        "serve", VEILEDEREN_DEVELOPMENT="true", VEILEDEREN_DATA=str(tmp_path), VEILEDEREN_KNOWLEDGE=str(tmp_path)
    )
    assert done.returncode == 2
    assert "Boten starter ikke" in done.stderr
    assert "sources" in done.stderr
    assert "Traceback" not in done.stderr


def test_development_mode_never_listens_outside_the_machine(ran: Ran, tmp_path: Path) -> None:
    done = ran(
        "serve",
        VEILEDEREN_DATA=str(tmp_path),
        VEILEDEREN_DEVELOPMENT="true",
        VEILEDEREN_HOST="0.0.0.0",
    )
    assert done.returncode == 2
    assert "VEILEDEREN_HOST" in done.stderr


def test_a_setting_that_cannot_be_read_is_named_without_its_value(ran: Ran, tmp_path: Path) -> None:
    done = ran("serve", VEILEDEREN_DATA=str(tmp_path), VEILEDEREN_PORT="hemmelig")
    assert done.returncode == 2
    assert "VEILEDEREN_PORT" in done.stderr
    assert "hemmelig" not in done.stderr


def test_doctor_says_what_a_new_laptop_lacks_and_nothing_else(ran: Ran, tmp_path: Path) -> None:
    done = ran("doctor", VEILEDEREN_DATA=str(tmp_path), VEILEDEREN_DEVELOPMENT="true")
    assert done.returncode == 1
    assert "python -m bot migrate" in done.stdout
    assert "✓ Innstillingene er trygge" in done.stdout
    assert "✓ Kunnskapsfilene er hele" in done.stdout


def test_the_lawyers_document_holds_every_answer(ran: Ran, tmp_path: Path) -> None:
    target = tmp_path / "svar.docx"
    done = ran("export", "--out", str(target), VEILEDEREN_DATA=str(tmp_path))
    assert done.returncode == 0, done.stderr
    titles = {article.title for article in load_knowledge(ROOT / "knowledge").articles.values()}
    named = [one for one in Document(str(target)).paragraphs if one.text in titles]
    assert {one.text for one in named if one.style and one.style.name == "Heading 2"} == titles


def test_the_lawyers_document_starts_with_the_review_list_and_ends_with_the_sources() -> None:
    everything = load_knowledge(ROOT / "knowledge")
    lines = list(document_lines(everything, today=date(2026, 11, 22)))
    headings = [text for style, text in lines if style == "h2"]
    waiting = [article for article in everything.articles.values() if article.review_list]
    assert headings[0] == f"Les disse først ({len(waiting)} svar)"
    assert headings[-1].startswith("Kildene og svarene som bygger på dem")
    first, second = (lines.index(("h2", heading)) for heading in headings[:2])
    listed = "\n".join(text for style, text in lines[first:second] if style == "li")
    assert all(f"({article.slug})" in listed for article in waiting)
    assert listed.count("\n") + 1 == len(waiting)
    assert headings[1].startswith("Les så disse, der vi har lest noe ut av loven selv")


def test_the_lawyers_document_tells_certainty_dates_and_old_numbers_of_every_source() -> None:
    everything = load_knowledge(ROOT / "knowledge")
    article = everything.articles["meldeplikt-naar"]
    lines = list(article_lines(article, everything, date(2026, 11, 22)))
    text = "\n".join(line for _, line in lines)
    for cited in article.sources:
        assert (
            f"**{cited.law} {cited.section}** [{cited.id}]: {cited.says} ({everything.sources[cited.id].certainty}"
            in text
        )
        assert everything.sources[cited.id].url in text
    assert "tidligere § 15-3 i loven fra 1998" in text
    assert "Kontrollert 29.11.2026 av innholdsredaktør (ikke jurist). Leses på nytt innen 22.05.2027." in text
    assert "Les først." in "\n".join(
        line for _, line in article_lines(everything.articles["bek-overgrep"], everything, date(2026, 11, 22))
    )


def test_an_answer_past_its_review_date_is_marked_in_the_lawyers_document() -> None:
    everything = load_knowledge(ROOT / "knowledge")
    text = "\n".join(line for _, line in document_lines(everything, today=date(2028, 1, 1)))
    assert f"Skulle vært kontrollert på nytt ({len(everything.articles)} svar)" in text


def test_wrapped_lines_and_points_of_an_answer_become_paragraphs_and_points() -> None:
    text = "Du skal\nmelde når\n\n- barnet er **slått**\n  hjemme\n- barnet er alene\n\n1. Ring.\n2. Skriv."
    assert list(text_lines(text)) == [
        ("p", "Du skal melde når"),
        ("li", "barnet er **slått** hjemme"),
        ("li", "barnet er alene"),
        ("ni", "1. Ring."),
        ("ni", "2. Skriv."),
    ]


def test_the_check_names_the_answers_a_lawyer_should_read_first(
    capsys: pytest.CaptureFixture[str], no_search_for_persons: None
) -> None:
    assert check(ROOT / "knowledge", today=date(2026, 11, 29), only="bek-overgrep") == 0
    assert "1 svar bør en jurist lese først (python -m bot export): bek-overgrep." in capsys.readouterr().out


def test_the_check_reads_the_lists_that_danger_is_heard_by(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], no_search_for_persons: None
) -> None:
    knowledge = tmp_path / "knowledge"
    shutil.copytree(ROOT / "knowledge", knowledge)
    sentences = knowledge / "words" / "acute_sentences.yaml"
    sentences.write_text(
        sentences.read_text(encoding="utf-8").replace("  livsfare:", "  livsfarlig:"), encoding="utf-8"
    )
    assert check(knowledge, today=date(2026, 11, 29), only="acute_sentences") == 1
    assert "«livsfarlig» finnes ikke." in capsys.readouterr().out


def test_a_guide_with_an_error_is_not_kept_for_its_number_would_be_used_up(ran: Ran, tmp_path: Path) -> None:
    knowledge = tmp_path / "knowledge"
    shutil.copytree(ROOT / "knowledge", knowledge)
    guide = knowledge / "guides" / "bekymring.yaml"
    told = guide.read_text(encoding="utf-8")
    version = re.sub(r'version: "[^"]+"', 'version: "2099-01-01.1"', told)
    guide.write_text(version.replace("    sources: [bvl-13-2, strl-196, vr-plan]\n", "", 1), encoding="utf-8")
    done = ran("keep", "--knowledge", str(knowledge))
    assert done.returncode != 0
    assert "mangler kilde" in done.stderr
    assert not (guide.parent / "archive" / "bekymring-2099-01-01.1.yaml").exists()
    guide.write_text(version, encoding="utf-8")
    assert ran("keep", "--knowledge", str(knowledge)).returncode == 0
    assert (guide.parent / "archive" / "bekymring-2099-01-01.1.yaml").exists()


def test_the_check_of_one_municipality_asks_for_its_row_among_all_and_reads_no_other_files_for_persons(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    knowledge = tmp_path / "knowledge"
    shutil.copytree(ROOT / "knowledge", knowledge)
    population = knowledge / "anonymising" / "befolkning.yaml"
    rows = population.read_text(encoding="utf-8").splitlines(keepends=True)
    population.write_text("".join(one for one in rows if not one.strip().startswith("frosta:")), encoding="utf-8")
    monkeypatch.setattr("bot.cli.check_persons._tells_of_somebody", lambda *_: pytest.fail("an answer was read"))
    assert check(knowledge, today=date(2026, 11, 22), only="frosta") == 0
    assert "Raden for frosta mangler" in capsys.readouterr().out


def test_a_broken_knowledge_folder_is_told_in_norwegian(ran: Ran, tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "odelagt.md").write_text("---\nslug: [\n---\n", encoding="utf-8")
    done = ran("check", "--knowledge", str(tmp_path))
    assert done.returncode == 1
    assert "articles/odelagt.md" in done.stdout
    assert "Traceback" not in done.stderr + done.stdout


def test_the_chat_tells_a_mistake_in_the_knowledge_in_words(tmp_path: Path) -> None:
    done = run("chat", "--knowledge", str(tmp_path), "--data", str(tmp_path / "data"), stdin="hei\n")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "python -m bot check" in done.stderr


def test_what_the_chat_says_first_is_how_a_form_is_filled_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    example = re.findall(r"Felt: «([^»]+)»", HOW)[0]
    said = f"drøft en sak\n{example} · Hvor ser du barnet?: Skole\nNeste\n"
    done = run("chat", "--kommune", "stjordal", "--rolle", "skole", "--data", str(tmp_path), stdin=said)
    assert "(fylt ut: Aldersgruppe)" in done.stdout
    assert "(fylt ut: Hvor ser du barnet?)" in done.stdout

    class AtATerminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    assert [*_lines(AtATerminal("hei\n"))] == ["hei\n"]
    assert capsys.readouterr().out.startswith(HOW)
