"""Measures how well questions are answered and danger is noticed. Run `python -m bench.answers.run [--large]`.

Prints a table per kind for the development and the held-back questions, beside two plain methods, with speed and
memory.
"""

from __future__ import annotations

import argparse
import gc
import random
import resource
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process

from bench.answers.baselines import PlainBm25, TokenSet
from bench.answers.questions import (
    KINDS,
    OUTSIDE,
    REFUSED,
    Question,
    read_acute,
    read_danger,
    read_outside,
    read_questions,
)
from bot.answers.acute import AcuteDetector, load_acute
from bot.answers.index import AnswerIndex, build_index
from bot.answers.law_sections import SectionWords
from bot.answers.lexicon import Lexicon, load_lexicon
from bot.answers.plain_question import danger_told
from bot.answers.professions import ALL_ARTICLES
from bot.content.article import Article
from bot.content.article_file import read_articles
from bot.content.check_articles import plain
from bot.content.problem import KnowledgeError
from bot.content.source import Source, load_sources

ROLES = ("skole", "barnehage", "helse")
"""Everyone who uses the bot has a role: what they find is told beside what somebody without one finds."""
TOO_NEAR = 92.0
"""Likeness in percent from which a question counts as copied from a phrasing."""
LARGE = 100_000
PRONOUNS = ("han", "hun", "ho", "hu")
NAMED = ("Magnus", "Solveig", "Ibrahim", "Oleksandr", "Wiktoria", "Liv", "Snøfrid", "Kim-Andre Testesen")
LONG_MESSAGE = 40
"""Words of a message that tells of somebody at length."""
SETS = (
    "dev",
    "dev_2",
    "dev_calm",
    "dev_english",
    "test",
    "test_2",
    "test_3",
    "test_4",
    "test_5",
    "test_6",
    "test_7",
    "test_8",
    "test_9",
    "test_10",
    "test_11",
    "test_12",
    "test_english",
)
DANGER_TOPICS = (
    "akutt-",
    "vold-",
    "bek-overgrep",
    "bek-tvang",
    "bek-kjonn",
    "bek-selvskading",
    "avvergeplikt-",
    "foreldre-ikke",
    "hv-unntak",
)
"""Development questions about these may describe danger themselves, so they are not counted as false alarms."""
Ranked = list[tuple[str, float]]


def say(line: str = "") -> None:
    """Print one line."""
    sys.stdout.write(line + "\n")


def leaks(questions: Sequence[Question], texts: Sequence[str]) -> list[str]:
    """Return the questions that stand, or almost stand, among the texts that are searched."""
    known = [plain(text) for text in texts]
    found = []
    for question in questions:
        words = plain(question.text)
        if (
            question.kind != "m"
            and " " in words
            and process.extractOne(words, known, scorer=fuzz.ratio, score_cutoff=TOO_NEAR)
        ):
            found.append(question.text)
    return found


def shares(ranked: Sequence[tuple[Question, Ranked]]) -> dict[str, tuple[int, float, float]]:
    """Return number, top-1 and top-3 share for each kind and for all."""
    table: dict[str, tuple[int, float, float]] = {}
    for kind in ["", *KINDS]:
        rows = [(q, r) for q, r in ranked if q.slug and (not kind or q.kind == kind)]
        if rows:
            first = sum(bool(r) and q.is_answered_by(r[0][0]) for q, r in rows) / len(rows)
            three = sum(any(q.is_answered_by(slug) for slug, _ in r[:3]) for q, r in rows) / len(rows)
            table[kind] = (len(rows), first, three)
    return table


def refusal_when_accepting(ranked: Sequence[tuple[Question, Ranked]], accept: float = 0.95) -> float:
    """Return the share of off-topic questions below the score that accepts this share of real ones (for plain
    methods)."""
    ours = [r[0][1] if r else 0.0 for q, r in ranked if q.slug]
    other = np.array([r[0][1] if r else 0.0 for q, r in ranked if q.kind == "x"])
    return float((other < np.quantile(ours, 1 - accept)).mean())


def report_questions(
    name: str, index: AnswerIndex, methods: dict[str, Callable[[str], Ranked]], leaked: frozenset[str]
) -> None:
    """Print the table of one question set, without the questions that leaked into what is searched."""
    questions = [question for question in read_questions(name) if question.text not in leaked]
    results = {method: [(q, find(q.text)) for q in questions] for method, find in methods.items()}
    say(f"\n{name}: {len(questions)} spørsmål".ljust(30) + "".join(f"{m:>24}" for m in methods))
    tables = {method: shares(ranked) for method, ranked in results.items()}
    for kind, (count, _, _) in tables["Veilederen"].items():
        cells = "".join(f"{tables[m][kind][1]:>14.3f} / {tables[m][kind][2]:.3f}  " for m in methods)
        say(f"  {KINDS.get(kind, 'alle'):<14}{count:>5}     {cells}")
    found = [(q, index.search(q.text)) for q in questions]
    outside = [r.refused for q, r in found if q.kind == "x"]
    refused = np.mean(outside) if outside else 1.0
    lost = np.mean([r.refused for q, r in found if q.slug])
    talk = [r.verdict == "small_talk" for q, r in found if q.kind == "m"]
    chat = np.mean(talk) if talk else 1.0
    sure = [q.is_answered_by(r.best) for q, r in found if q.slug and r.verdict == "answer"]
    say(f"  utenfor tema avvist {refused:.3f}, ekte spørsmål avvist {lost:.3f}, småprat kjent igjen {chat:.3f}")
    direct = len(sure) / sum(bool(q.slug) for q, _ in found)
    say(f"  svarer direkte på {direct:.3f}; av dem er {np.mean(sure):.3f} riktige")
    say("  med rolle: " + ", ".join(f"{role} {right_as(role, index, questions):.3f}" for role in ROLES))
    for method, ranked in results.items():
        if method != "Veilederen" and outside:
            share = refusal_when_accepting(ranked)
            say(f"  {method}: utenfor tema avvist {share:.3f} når 95 % av de ekte slipper gjennom")


def right_as(role: str, index: AnswerIndex, questions: Sequence[Question]) -> float:
    """Return the top-1 share when everybody asks with this role."""
    asked = [question for question in questions if question.slug]
    return sum(question.is_answered_by(index.search(question.text, role=role).best) for question in asked) / len(asked)


def report_calm(index: AnswerIndex) -> None:
    """Print how long messages that tell of no danger are met. They are by outside writers, and not to be read."""
    told = [text for name in OUTSIDE for text in read_outside(name)["annet"] if len(text.split()) >= LONG_MESSAGE]
    say(f"\n{len(told)} rolige meldinger på {LONG_MESSAGE} ord eller mer (acute_outside)")
    for role in (None, *ROLES):
        found = [index.search(text, role=role) for text in told]
        duties = sum(one.verdict == "answer" and one.best in ALL_ARTICLES for one in found)
        guided = sum(one.offers_guide for one in found)
        say(f"  {role or 'uten rolle'}: et yrkes plikter vist for sikkert {duties}, veiledning tilbudt først {guided}")


def report_small_talk(index: AnswerIndex, name: str) -> None:
    """Print how small talk by an outside writer is met, and what only begins like it (`ikke`)."""
    found = [
        (kind, index.search(text, municipality="stjordal", role="skole"))
        for kind, texts in read_outside(name).items()
        for text in texts
    ]
    talk = [(kind, one) for kind, one in found if kind != "ikke"]
    asked = [one.verdict == "small_talk" for kind, one in found if kind == "ikke"]
    known = [one.verdict == "small_talk" for _, one in talk]
    right = [one.kind in kind.split() for kind, one in talk if one.verdict == "small_talk"]
    articles = np.mean([one.verdict == "answer" for _, one in talk])
    say(
        f"\nSmåprat, {name}: {len(talk)} meldinger, kjent igjen {np.mean(known):.3f}, "
        f"av dem rett slag {np.mean(right):.3f}"
    )
    say(
        f"  møtt med et svar {articles:.3f}; {len(asked)} som bare begynner slik, tatt for småprat {np.mean(asked):.3f}"
    )


def report_acute(detector: AcuteDetector, index: AnswerIndex, articles: Mapping[str, Article]) -> None:
    """Print recall and false alarms of messages to the bot."""

    def is_heard(text: str) -> bool:
        return danger_told(text, detector, index, articles) is not None

    held = read_acute()
    found = [(acute, is_heard(text)) for acute, text in held]
    recall = np.mean([hit for acute, hit in found if acute])
    alarms = np.mean([hit for acute, hit in found if not acute])
    danger = sum(acute for acute, _ in held)
    say(f"\nAkutt, holdt tilbake: {danger} akutte funnet {recall:.3f}")
    say(f"  falske alarmer på {len(held) - danger} som bare høres slik ut: {alarms:.3f}")
    others = [q for q in read_questions("dev") if not q.slug.startswith(DANGER_TOPICS)]
    share = np.mean([is_heard(q.text) for q in others])
    say(f"  falske alarmer på {len(others)} andre spørsmål (dev, uten tema om fare): {share:.4f}")
    labels = read_danger()
    for label in ("akutt", "grense", ""):
        texts = [q.text for q in read_questions("test") if labels.get(q.text, "") == label]
        share = np.mean([is_heard(text) for text in texts])
        say(f"  varsler på {len(texts)} spørsmål (test) lest som {label or 'uten fare'}: {share:.3f}")
    for name in OUTSIDE:
        for label, texts in read_outside(name).items():
            share = np.mean([is_heard(text) for text in texts])
            say(f"  {name}: varsler på {len(texts)} meldinger, {label}: {share:.3f}")


def report_named(detector: AcuteDetector) -> None:
    """Print how much of the danger outside writers tell of «han» or «hun» is heard when they give a name instead."""
    told = [text for name in OUTSIDE for text in read_outside(name).get("akutt", ())]
    begun = [text.partition(" ") for text in told]
    rests = [rest for first, _, rest in begun if first.casefold() in PRONOUNS]
    for name in ("Hun", *NAMED):
        share = np.mean([detector.detect(f"{name} {rest}") is not None for rest in rests])
        say(f"  {len(rests)} farer om «{name}»: funnet {share:.3f}")


def milliseconds(search: Callable[[str], object], questions: Sequence[str]) -> str:
    """Return median and p95 CPU time of one question."""
    times = []
    for question in questions:
        start = time.process_time()
        search(question)
        times.append((time.process_time() - start) * 1000)
    return f"median {np.median(times):.2f} ms, p95 {np.quantile(times, 0.95):.2f} ms"


def synthetic(articles: Sequence[Article], count: int) -> list[Article]:
    """Return `count` made-up articles with the words of the real ones in new orders."""
    rng = random.Random(7)
    words = sorted({word for a in articles for text in a.asked_as for word in text.split()})
    extra = [rng.choice(words) + rng.choice(words) for _ in range(40_000)]
    made = []
    for number in range(count):
        base = articles[number % len(articles)]
        asked = tuple(" ".join([*rng.choices(words, k=5), rng.choice(extra)]) for _ in range(2))
        short = " ".join(rng.choices(words, k=12))
        texts = {"title": " ".join(rng.choices(words, k=5)), "asked_as": asked, "short_answer": short, "meaning": short}
        made.append(base.model_copy(update={"slug": f"s{number}", **texts, "example": "", "variants": ()}))
    return made


def report_speed(index: AnswerIndex, detector: AcuteDetector) -> None:
    """Print the cost of a question."""
    questions = [q.text for name in ("dev", "test") for q in read_questions(name)]
    say(f"\nTid per spørsmål, {len(index.slugs)} svar: {milliseconds(index.search, questions)}")
    say(f"  akuttvarsel: {milliseconds(detector.detect, questions)}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    say(f"  største minne i prosessen, sammenligningene medregnet: {peak:.0f} MiB")


def report_large(articles: Sequence[Article], lexicon: Lexicon) -> None:
    """Print the cost of a question in a base of 100 000 made-up articles."""
    made = synthetic(articles, LARGE)
    start = time.process_time()
    large = build_index(made, replace(lexicon, off_topic=(), more_questions=(), scopes={}, sections=SectionWords()))
    say(f"\n{LARGE} oppdiktede svar: bygget på {time.process_time() - start:.0f} s")
    questions = [q.text for q in read_questions("dev") if q.kind not in REFUSED]
    for question in questions[:50]:
        large.search(question)
    say(f"  {milliseconds(large.search, questions)}")


def main() -> None:
    """Run everything and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--knowledge", type=Path, default=Path("knowledge"))
    parser.add_argument("--large", action="store_true", help="also measure 100 000 made-up articles (takes minutes)")
    options = parser.parse_args()
    articles, problems = read_articles(options.knowledge)
    sources: dict[str, Source] = {}
    try:
        sources = load_sources(options.knowledge)
    except KnowledgeError as error:
        problems += error.problems
    say(f"{len(articles)} svar, {len(problems)} feil i filene")
    lexicon = load_lexicon(options.knowledge)
    gc.collect()
    start = time.process_time()
    index = build_index(articles, lexicon, sources)
    built = time.process_time() - start
    start = time.process_time()
    detector = load_acute(options.knowledge, lexicon)
    say(f"indeks bygget på {built:.2f} s CPU, akuttvarsler lastet på {time.process_time() - start:.2f} s")
    searched = [text for a in articles.values() for text in (a.title, *a.asked_as)] + [
        text for _, text in lexicon.more_questions
    ]
    leaked: set[str] = set()
    for name in SETS:
        near = leaks(read_questions(name), [*searched, *lexicon.off_topic])
        leaked.update(near)
        say(f"lekkasje {name}: {len(near)} spørsmål ligner mer enn {TOO_NEAR:.0f} % på noe det søkes i, og telles ikke")
    methods: dict[str, Callable[[str], Ranked]] = {
        "Veilederen": lambda q: [(hit.slug, hit.score) for hit in index.search(q).ranked],
        "token_set": TokenSet(articles).ranked,
        "BM25+Snowball": PlainBm25(articles).ranked,
    }
    for name in SETS:
        report_questions(name, index, methods, frozenset(leaked))
    report_calm(index)
    report_small_talk(index, "test_small_talk")
    report_small_talk(index, "test_small_talk_2")
    report_acute(detector, index, articles)
    report_named(detector)
    report_speed(index, detector)
    if options.large:
        report_large(list(articles.values()), lexicon)


if __name__ == "__main__":
    main()
