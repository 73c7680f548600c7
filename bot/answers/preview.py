"""Shows an editor what a new synonym, acute expression or phrasing would change, before it is published.

Must not change any file. Run `python -m bot.answers.preview --synonym "rus: snus" --akutt "vold: har en kniv"
--sporsmal "slug: ..."`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.answers.acute import AcuteDetector
from bot.answers.acute_model import load_model, stamp_of
from bot.answers.acute_words import KINDS, RULES, AcuteWords, load_acute_words
from bot.answers.index import AnswerIndex, build_index
from bot.answers.lexicon import CONCEPTS, MORE_QUESTIONS, Lexicon, load_lexicon
from bot.content.article import Article
from bot.content.article_file import load_articles
from bot.content.model_problem import did_you_mean
from bot.content.problem import KnowledgeError, Problem

DEVELOPMENT = Path("bench/answers/questions/dev.txt")
"""The questions tried when no others are given."""


@dataclass(frozen=True)
class Addition:
    """What the editor wants to add. Each entry is (where, words)."""

    synonyms: tuple[tuple[str, str], ...] = ()
    """(concept, word)."""
    acute: tuple[tuple[str, str], ...] = ()
    """(kind, expression)."""
    questions: tuple[tuple[str, str], ...] = ()
    """(slug, phrasing)."""


@dataclass(frozen=True)
class Difference:
    """One question that would be met differently."""

    question: str
    before: str
    after: str


def check_addition(addition: Addition, articles: Mapping[str, Article], lexicon: Lexicon) -> list[Problem]:
    """Return what is wrong with an addition: an unknown concept, kind of danger or article."""
    problems = []
    for given, known, file, what in (
        (addition.synonyms, lexicon.concepts, CONCEPTS, "Begrepet"),
        (addition.acute, dict.fromkeys(KINDS), RULES, "Slaget fare"),
        (addition.questions, articles, MORE_QUESTIONS, "Svaret"),
    ):
        for where, words in given:
            if where not in known:
                problems.append(Problem(file, where, f"{what} «{where}» finnes ikke.{did_you_mean(where, known)}"))
            elif not words.strip():
                problems.append(Problem(file, where, "Det mangler ord etter kolon."))
    return problems


def preview(
    articles: Mapping[str, Article], words: AcuteWords, addition: Addition, questions: Sequence[str]
) -> tuple[tuple[Difference, ...], tuple[Difference, ...]]:
    """Return the questions whose answer changes, and those that become or stop being acute.

    `questions` are real ones that do not stand in the articles: the development questions, or what people asked
    lately. Raises KnowledgeError for an addition that
    cannot be made.
    """
    problems = check_addition(addition, articles, words.lexicon)
    if problems:
        raise KnowledgeError(problems)
    lexicon = _with_addition(words.lexicon, addition)
    answers = _differences(_answers(articles, words.lexicon, questions), _answers(articles, lexicon, questions))
    if not addition.acute:
        return answers, ()
    model = load_model(stamp_of(words))
    expressions = {
        k: (*words.expressions.get(k, ()), *(w.casefold() for kind, w in addition.acute if kind == k)) for k in KINDS
    }
    before = AcuteDetector(words, model)
    after = AcuteDetector(replace(words, expressions=expressions), model)
    return answers, _differences(_acute(before, questions), _acute(after, questions))


def _with_addition(lexicon: Lexicon, addition: Addition) -> Lexicon:
    concepts = {
        c: (*w, *(word.casefold() for to, word in addition.synonyms if to == c)) for c, w in lexicon.concepts.items()
    }
    return replace(lexicon, concepts=concepts, more_questions=(*lexicon.more_questions, *addition.questions))


def _answers(articles: Mapping[str, Article], lexicon: Lexicon, questions: Sequence[str]) -> dict[str, str]:
    index: AnswerIndex = build_index(articles, lexicon)
    results = ((question, index.search(question)) for question in questions)
    return {q: f"{r.verdict}: {r.best}" if r.best else r.verdict for q, r in results}


def _acute(detector: AcuteDetector, questions: Sequence[str]) -> dict[str, str]:
    found = ((question, detector.detect(question)) for question in questions)
    return {question: f"akutt: {finding.kind}" if finding else "ikke akutt" for question, finding in found}


def _differences(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Difference, ...]:
    return tuple(
        Difference(question, old, after[question]) for question, old in before.items() if old != after[question]
    )


def _pair(text: str) -> tuple[str, str]:
    where, _, words = text.partition(":")
    return where.strip(), words.strip()


def questions_in(path: Path) -> list[str]:
    """Return the questions of a file: one a line, `#` for headings, perhaps a letter for the kind in front."""
    lines = [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    return [line[2:].strip() if line[1:2] == " " and line[0] not in "iåIÅ" else line for line in lines]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what would change; 1 when the addition cannot be made."""
    parser = argparse.ArgumentParser(description="Se hva et nytt ord ville endret.")
    parser.add_argument("--synonym", action="append", default=[], help="begrep: ord")
    parser.add_argument("--akutt", action="append", default=[], help="slag: uttrykk")
    parser.add_argument("--sporsmal", action="append", default=[], help="svar: spørsmål")
    parser.add_argument("--knowledge", type=Path, default=Path("knowledge"))
    parser.add_argument("--prov-pa", type=Path, default=DEVELOPMENT, help="fil med spørsmål, ett på hver linje")
    options = parser.parse_args(arguments)
    groups = (options.synonym, options.akutt, options.sporsmal)
    addition = Addition(*(tuple(_pair(text) for text in group) for group in groups))
    try:
        articles = load_articles(options.knowledge)
        words = load_acute_words(options.knowledge, load_lexicon(options.knowledge))
        questions = questions_in(options.prov_pa)
        answers, acute = preview(articles, words, addition, questions)
    except KnowledgeError as error:
        sys.stdout.write(f"{error}\n")
        return 1
    for difference in (*answers, *acute):
        sys.stdout.write(f"«{difference.question}»\n  før: {difference.before}\n  nå:  {difference.after}\n")
    tried = f"Prøvd på {len(questions)} spørsmål."
    sys.stdout.write(f"{len(answers)} får et annet svar, {len(acute)} endrer akuttvarsel. {tried}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
