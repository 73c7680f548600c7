"""`python -m bot ask`: one question on the command line, or many as JSON lines. Must not decide how questions are
answered."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Annotated, Any

import typer

from bot.anonymise import load_anonymiser
from bot.answers.acute import AcuteDetector, AcuteFinding, load_acute
from bot.answers.index import AnswerIndex, build_index
from bot.answers.lexicon import load_lexicon
from bot.answers.plain_question import is_plain_question
from bot.answers.result import SearchResult
from bot.cli.written_ids import municipality_id, municipality_option, role_id, role_option
from bot.content.article import Article
from bot.content.article_file import read_articles
from bot.content.kept_yaml import kept_yaml
from bot.content.knowledge import load_knowledge
from bot.content.problem import KnowledgeError, Problem
from bot.content.profile_file import described_in
from bot.content.source import Source, load_sources
from bot.domain.conversation import ConversationState, Profile
from bot.domain.reply import Line
from bot.domain.turn import Person, Place, PlaceKind, Said, Turn
from dialogs.acute import acute_heard
from dialogs.answers.dialog import answer, found_for
from dialogs.as_text import as_text
from dialogs.dialog import Around

KNOWLEDGE = Path("knowledge")
_TOLD = {
    "is_of_someone": "beskriver noen",
    "says_worry": "sier seg bekymret",
    "only_asks_what_to_do": "spør ikke om annet enn hva som kan gjøres",
    "may_want_guiding": "kan ville ha veiledning",
    "asks_no_rules": "nevner ingen regler",
}
"""What a story tells, by the fields of `Story`."""
_TOO_LONG = 100_000
"""Characters in one JSON line: ten times what any question may be."""


@dataclass(frozen=True)
class Answers:
    """What is needed to answer: the articles, the index over them and the acute detector."""

    articles: dict[str, Article]
    index: AnswerIndex
    acute: AcuteDetector


def load_answers(knowledge: Path) -> tuple[Answers, list[Problem]]:
    """Load what can be loaded; articles and sources with errors are left out and returned as problems.

    Raises KnowledgeError when the word lists cannot be read.
    """
    with kept_yaml(knowledge, is_all=False):
        articles, problems = read_articles(knowledge)
        sources: dict[str, Source] = {}
        try:
            sources = load_sources(knowledge)
        except KnowledgeError as error:
            problems += error.problems
        lexicon = load_lexicon(knowledge)
        index = build_index(articles, lexicon, sources, kept_in=knowledge)
        return Answers(articles, index, load_acute(knowledge, lexicon)), problems


def ask(
    question: Annotated[list[str] | None, typer.Argument(help="Spørsmålet.")] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Les JSON-linjer fra stdin og skriv JSON-linjer.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Vis hvorfor: ord, poeng og grenser.")] = False,
    kommune: Annotated[str | None, typer.Option(help="Kommunen, f.eks. Stjørdal.")] = None,
    rolle: Annotated[str | None, typer.Option(help="skole, barnehage, helse ...")] = None,
    forrige: Annotated[
        str | None, typer.Option(help="Svaret (slug) som ble vist sist, for oppfølgingsspørsmål.")
    ] = None,
    knowledge: Annotated[Path, typer.Option(help="Mappa med kunnskapsbasen.")] = KNOWLEDGE,
) -> None:
    """Spør kunnskapsbasen."""
    try:
        answers, problems = load_answers(knowledge)
    except KnowledgeError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    if problems:
        typer.echo(f"{len(problems)} feil i kunnskapsbasen. Kjør «python -m bot check».", err=True)
    if jsonl:
        answer_lines(sys.stdin, sys.stdout, answers)
        return
    text = " ".join(question or ())
    kommune, rolle = municipality_option(kommune, described_in(knowledge)), role_option(rolle)
    try:
        shown = list(readable(text, answers, knowledge, municipality=kommune, role=rolle, previous=forrige))
    except KnowledgeError:  # said above, with what shows every error
        raise typer.Exit(1) from None
    for line in shown:
        typer.echo(line)
    if explain:
        for line in explained(text, answers, municipality=kommune, role=rolle, previous=forrige):
            typer.echo(line)


def answer_lines(lines: Iterable[str], out: IO[str], answers: Answers) -> None:
    """Answer every JSON line with one JSON line, written at once; a line that cannot be read gives an error object."""
    for line in lines:
        if not line.strip():
            continue
        out.write(json.dumps(answer_line(line, answers), ensure_ascii=False) + "\n")
        out.flush()


def answer_line(line: str, answers: Answers) -> dict[str, Any]:
    """Return the answer to one JSON line, or `{"id", "error"}` in Norwegian."""
    try:
        asked = json.loads(line.removeprefix("\ufeff")) if len(line) <= _TOO_LONG else None
    except (ValueError, RecursionError):
        return {"id": None, "error": "Linja er ikke gyldig JSON."}
    if not isinstance(asked, dict) or not isinstance(asked.get("q"), str):
        found = asked.get("id") if isinstance(asked, dict) else None
        return {"id": found, "error": "Linja skal være et objekt med «id» og «q» (tekst)."}
    kommune, rolle = _text(asked, "kommune"), _text(asked, "rolle")
    municipality, role = municipality_id(kommune) if kommune else None, role_id(rolle) if rolle else None
    result = answers.index.search(asked["q"], municipality=municipality, role=role, previous=_text(asked, "forrige"))
    sign = answers.acute.detect(asked["q"])
    return {
        "id": asked.get("id"),
        "slugs": [hit.slug for hit in result.ranked],
        "refused": result.refused,
        "acute": sign is not None and not _is_plain(asked["q"], sign, result, answers),
        "score": result.score,
    }


def _is_plain(text: str, sign: AcuteFinding, found: SearchResult, answers: Answers) -> bool:
    return is_plain_question(text, sign, answers.acute, found, answers.articles)


def _text(asked: dict[str, Any], key: str) -> str | None:
    value = asked.get(key)
    return value if isinstance(value, str) and value else None


def readable(
    text: str,
    answers: Answers,
    folder: Path,
    *,
    municipality: str | None,
    role: str | None,
    previous: str | None = None,
) -> Iterator[str]:
    """Yield what the bot shows for the question: the acute card where danger is heard, and the answer below it. Raises
    KnowledgeError."""
    with kept_yaml(folder, is_all=False):
        knowledge = load_knowledge(folder)
    anonymiser, now = load_anonymiser(folder / "anonymising"), datetime.now(UTC)
    around = Around(knowledge, answers.index, answers.acute, anonymiser, now, knowledge.served(()))
    state = ConversationState(profile=Profile(municipality, role), last_article=previous, welcomed=True)
    sign = answers.acute.detect(text)
    is_plain = sign is not None and _is_plain(text, sign, found_for(text, state, around), answers)
    beside = (Line(around.text("acute.faint")),) if is_plain else ()
    acute = acute_heard(sign.kind, "", state, around).replies if sign and not is_plain else beside
    asked = Turn("ask", Person("ask", "Den som spør"), Place(PlaceKind.PERSONAL, "ask"), Said(text), now)
    for reply in (*acute, *answer(asked, text, state, around).replies):
        yield as_text(reply, around.text)
        yield ""


def explained(
    text: str, answers: Answers, *, municipality: str | None, role: str | None, previous: str | None = None
) -> Iterator[str]:
    """Yield why the question was met as it was."""
    why = answers.index.explain(text, municipality=municipality, role=role, previous=previous)
    yield ""
    yield f"Lest som: {why.read_as}"
    for sentence in why.sentences:
        yield f"  også hver setning: {sentence}"
    yield "Begreper: " + (", ".join(why.concepts) or "ingen")
    yield "Fortelling: " + (", ".join(word for field, word in _TOLD.items() if getattr(why.story, field)) or "nei")
    if why.corrected:
        yield "Rettet: " + ", ".join(f"{wrong} → {meant}" for wrong, meant in why.corrected)
    sure = f"sikkerhet {why.result.score:.2f}, vårt tema {why.result.in_scope:.2f}"
    yield f"Avgjørelse: {why.result.verdict} ({why.result.kind or '-'}), {sure}"
    yield "Grenser: " + ", ".join(f"{name} {value}" for name, value in why.thresholds)
    for hit, (slug, together, nearest, in_text, added) in zip(why.result.ranked, why.parts, strict=True):
        words = ", ".join(hit.matched) or "ingen ord"
        scores = (
            f"alle formuleringer {together:.2f}, nærmeste {nearest:.2f}, i teksten {in_text:.2f}, lagt til {added:+.2f}"
        )
        yield f"  {hit.score:.3f} {slug}: {scores} ({words})"
    found = answers.acute.detect(text)
    if found:
        if _is_plain(text, found, why.result, answers):
            yield "Bare et spørsmål: svaret er sikkert og handler ikke om fare, så akuttkortet vises ikke"
        yield f"Akutt: {found.kind}, «{found.expression}», {found.score:.2f}, grense {answers.acute.threshold}"
        yield "  " + ", ".join(found.why)
    else:
        yield f"Ikke akutt: {answers.acute.score(text):.2f}, grense {answers.acute.threshold}"
