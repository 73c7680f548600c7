"""Holds every article against the rules an editor must keep, and says in Norwegian what to mend.

Must not read articles itself (`article_file` does) and must not know how answers are found.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.content.article import ELSEWHERE, EVERYONE, Article
from bot.content.article_file import lines_in, read_articles, slugs_in
from bot.content.check_dates import wrong_dates
from bot.content.model_problem import did_you_mean, nearest
from bot.content.problem import KnowledgeError, Problem
from bot.content.profile_file import described_in
from bot.content.readability import lix, words_without_numbers
from bot.content.source import CERTAINTY_ORDER, FILL_IN, Source, load_sources
from bot.content.words import DeadReference, load_dead_references

MIN_PHRASINGS, MAX_PHRASINGS = 10, 15
MAX_LIX = 38.0
"""Above this the text is an error: newspapers lie at 40-45, and a tired reader on a phone needs something lighter."""
WARN_LIX = 34.0
"""Between this and the limit is a warning. The example articles lie at 21-28, counted in the same way
(`readability.lix`)."""
MAX_TITLE, MAX_SHORT, MAX_VARIANT, MAX_STEP = 110, 520, 900, 260
"""Characters. A phone shows about 40 a line: the short answer must fit one screen (13 lines) with title and buttons."""
MAX_BODY_WORDS = 460
"""Words under «Les mer». The checklist asks for 420; a tenth more is let through."""
MAX_CARD_BYTES = 20 * 1024
"""Everything that one answer card may hold, as JSON: Teams refuses above 28 kB with the card's own frame
(platform.md)."""

ASKS_A_LAWYER = re.compile(r"\b(en|av|bør) jurist\b", re.IGNORECASE)
"""Words in `certainty_note` that say somebody with the law as their trade must read the answer."""
PHONE = re.compile(r"(?<!\d)(116 ?\d{3}|0\d{4}|\d{2} \d{2} \d{2} \d{2}|\d{3} \d{2} \d{3}|\d{8})(?!\d)")
"""Any phone number but the three emergency ones, which every answer may name."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ«*])|\n")


def check_articles(
    articles: Mapping[str, Article],
    sources: Mapping[str, Source],
    topics: Iterable[str] | None = None,
    *,
    today: date,
    dead: Sequence[DeadReference] = (),
    municipalities: frozenset[str],
) -> list[Problem]:
    """Return every problem in the articles; `topics` are the slugs that must have one. Lines are not known here."""
    wanted = frozenset(topics or ())
    known = frozenset(articles) | wanted
    problems = [
        Problem(f"articles/{slug}.md", "", "Svaret mangler. Alle tema i topics.tsv skal ha et svar.")
        for slug in wanted - set(articles)
    ]
    for article in articles.values():
        problems += _texts(article, dead)
        problems += _cited(article, sources, today)
        problems += _links(article, known, municipalities)
        problems += _buttons(article, known)
    problems += _phrasings(articles)
    problems += _doubles(articles, sources)
    return sorted(problems, key=lambda p: (p.file, p.severity, p.where))


def _at(article: Article, where: str, message: str, *, warn: bool = False) -> Problem:
    return Problem(f"articles/{article.slug}.md", where, message, severity="advarsel" if warn else "feil")


def _body(article: Article) -> str:
    return "\n".join([article.short_answer, article.meaning, article.example, article.limits, *article.do_now])


def _texts(article: Article, dead: Sequence[DeadReference]) -> Iterator[Problem]:
    yield from _lengths(article)
    value = lix(_body(article))
    if value > WARN_LIX:
        numbers = f"LIX {value:.0f}, mål {WARN_LIX:.0f}, grense {MAX_LIX:.0f}"
        text = f"Teksten er tung ({numbers}). Kortere setninger og ord hjelper."
        yield _at(article, "", text, warn=value <= MAX_LIX)
    for where, text in _checked_texts(article):
        for sentence in _SENTENCE.split(text):
            for reference in dead:
                if words := reference.found_in(sentence):
                    message = f"«{words}» skal ikke brukes. Skriv {reference.instead}. {reference.why}"
                    yield _at(article, where, message, warn=reference.severity == "advarsel")


def _lengths(article: Article) -> Iterator[Problem]:
    limits = [("title", article.title, MAX_TITLE), ("Kort svar", article.short_answer, MAX_SHORT)]
    limits += [(f"variants[{i}].text", variant.text, MAX_VARIANT) for i, variant in enumerate(article.variants)]
    limits += [(f"Gjør dette nå, punkt {i}", step, MAX_STEP) for i, step in enumerate(article.do_now, 1)]
    for where, text, limit in limits:
        if len(text) > limit:
            yield _at(article, where, f"Teksten er på {len(text)} tegn. Kortet har plass til {limit}. Kort den ned.")
    count = len(words_without_numbers(_body(article)))
    if count > MAX_BODY_WORDS:
        yield _at(article, "", f"Svaret er på {count} ord. Kortet har plass til {MAX_BODY_WORDS}. Kort det ned.")
    size = len(json.dumps(article.model_dump(mode="json", exclude={"asked_as"}), ensure_ascii=False).encode())
    if size > MAX_CARD_BYTES:
        room = f"Kortet har plass til {MAX_CARD_BYTES // 1024} kB."
        yield _at(article, "", f"Svaret er på {size // 1024} kB med kilder og varianter. {room}")


def _checked_texts(article: Article) -> Iterator[tuple[str, str]]:
    """Yield every text the reader sees, with its place."""
    yield "title", article.title
    yield "Kort svar", article.short_answer
    yield "Hva det betyr", article.meaning
    yield "Eksempel", article.example
    yield "Dette svarer ikke på", article.limits
    for index, step in enumerate(article.do_now, 1):
        yield f"Gjør dette nå, punkt {index}", step
    for index, variant in enumerate(article.variants):
        yield f"variants[{index}].text", variant.text
    for index, button in enumerate(article.next):
        yield f"next[{index}].say", button.say
    for index, cited in enumerate(article.sources):
        yield f"sources[{index}]", f"{cited.law} {cited.section}"
        yield f"sources[{index}].says", cited.says


def _cited(article: Article, sources: Mapping[str, Source], today: date) -> Iterator[Problem]:
    for index, cited in enumerate(article.sources):
        where = f"sources[{index}]"
        if not cited.section:
            yield _at(article, f"{where}.section", f"Kilden «{cited.id}» mangler paragraf eller kapittel.")
        if cited.id not in sources:
            text = f"Kilden «{cited.id}» finnes ikke i sources.{did_you_mean(cited.id, sources)}"
            yield _at(article, f"{where}.id", f"{text} Legg den inn i en fil i sources/.")
        elif sources[cited.id].section.startswith(FILL_IN):
            yield _at(article, f"{where}.id", f"Kilden «{cited.id}» har ingen paragraf eller kapittel i sources.")
    yield from _variants_cited(article)
    yield from _dates(article, today)
    yield from _certainty(article, sources)
    yield from _review_list(article, sources)
    yield from _phone_numbers(article)


def _variants_cited(article: Article) -> Iterator[Problem]:
    own = {cited.id for cited in article.sources}
    for index, variant in enumerate(article.variants):
        where = f"variants[{index}].sources"
        if not variant.sources:
            yield _at(article, where, "Varianten mangler kilde.")
        for source in set(variant.sources) - own:
            text = f"Varianten viser til «{source}», men den står ikke under sources i svaret."
            yield _at(article, where, f"{text}{did_you_mean(source, own)}")


def _dates(article: Article, today: date) -> Iterator[Problem]:
    if article.is_past_review(today):
        text = f"Svaret skulle vært kontrollert på nytt innen {article.review_by:%d.%m.%Y}. Det vises med advarsel."
        yield _at(article, "review_by", text, warn=True)
    yield from (_at(article, *one) for one in wrong_dates(article.checked_on, article.review_by, today))
    if article.lawyer_read_on and article.lawyer_read_on > today:
        yield _at(article, "lawyer_read_on", "Datoen er fram i tid.")


def _certainty(article: Article, sources: Mapping[str, Source]) -> Iterator[Problem]:
    """An answer cannot be surer than its surest source, and a weak one is read again soon."""
    ranks = [CERTAINTY_ORDER.index(sources[c.id].certainty) for c in article.sources if c.id in sources]
    if ranks and CERTAINTY_ORDER.index(article.certainty) < min(ranks):
        text = f"certainty er «{article.certainty}», men den sterkeste kilden er «{CERTAINTY_ORDER[min(ranks)]}»."
        yield _at(article, "certainty", text)
    if article.certainty == "svak" and (article.review_by - article.checked_on).days > 95:
        yield _at(article, "review_by", "Et svar med svake kilder skal kontrolleres igjen innen tre måneder.")


def _review_list(article: Article, sources: Mapping[str, Source]) -> Iterator[Problem]:
    """A weak answer, one that leans on a weak source, and one that asks for a lawyer stand on the list for one.

    Until a lawyer has read it.
    """
    if article.review_list or article.lawyer_read_on:
        return
    weak = next((c.id for c in article.sources if c.id in sources and sources[c.id].certainty == "svak"), None)
    if article.certainty == "svak":
        why = "Svaret bygger på svake kilder."
    elif weak is not None:
        why = f"Kilden «{weak}» er svak."
    elif ASKS_A_LAWYER.search(article.certainty_note or ""):
        why = "certainty_note ber om en jurist."
    else:
        return
    how = "Sett svaret på lista for jurist (review_list: true), eller sett datoen en jurist leste det (lawyer_read_on)."
    yield _at(article, "review_list", f"{why} {how}")


def _phone_numbers(article: Article) -> Iterator[Problem]:
    """A number in the text is told by a source of the same answer, so that nobody rings a number out of memory."""
    told = "".join(f"{cited.section} {cited.says}\n" for cited in article.sources).replace(" ", "")
    for where, text in _checked_texts(article):
        for number in PHONE.findall(text.replace("*", "")):
            if number.replace(" ", "") not in told:
                message = (
                    f"Nummeret {number} står ikke i noen kilde i svaret. Skriv det i says hos kilden du har det fra."
                )
                yield _at(article, where, message)


def _links(article: Article, known: frozenset[str], municipalities: frozenset[str]) -> Iterator[Problem]:
    for index, slug in enumerate(article.related):
        if slug not in known or slug == article.slug:
            text = "viser til seg selv" if slug == article.slug else "finnes ikke"
            yield _at(
                article, f"related[{index}]", f"Svaret «{slug}» {text}.{did_you_mean(slug, known - {article.slug})}"
            )
    places = [("municipalities", article.municipalities)]
    places += [
        (f"variants[{i}].for.municipality", variant.for_.municipality) for i, variant in enumerate(article.variants)
    ]
    for where, names in places:
        for name in names:
            if name != EVERYONE and name not in municipalities:
                yield _at(article, where, f"Kommunen «{name}» finnes ikke.{did_you_mean(name, municipalities)}")


def _buttons(article: Article, known: frozenset[str]) -> Iterator[Problem]:
    for index, button in enumerate(article.next):
        kind, _, target = button.do.partition(":")
        if kind == "article" and target not in known:
            yield _at(article, f"next[{index}].do", f"Svaret «{target}» finnes ikke.{did_you_mean(target, known)}")
        elif kind != "article" and button.do not in ELSEWHERE:
            ways = f"article: og filnavnet til et svar, eller en av disse: {', '.join(ELSEWHERE)}."
            text = f"Knappen kan ikke føre til «{button.do}». Skriv {ways}"
            yield _at(article, f"next[{index}].do", text)


def plain(phrasing: str) -> str:
    """Return a phrasing without case and marks, to tell whether two are the same."""
    return " ".join(re.findall(r"\w+", phrasing.casefold()))


def _phrasings(articles: Mapping[str, Article]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for article in articles.values():
        count = len(article.asked_as)
        if not MIN_PHRASINGS <= count <= MAX_PHRASINGS:
            yield _at(
                article,
                "asked_as",
                f"Det står {count} spørsmål her. Skriv mellom {MIN_PHRASINGS} og {MAX_PHRASINGS}, slik folk spør.",
            )
        for index, phrasing in enumerate(article.asked_as):
            other = seen.setdefault(plain(phrasing), article.slug)
            if other != article.slug or plain(phrasing) in {plain(p) for p in article.asked_as[:index]}:
                place = f"i «{other}»" if other != article.slug else "to ganger"
                yield _at(article, f"asked_as[{index}]", f"«{phrasing}» står også {place}. Behold den på ett sted.")


def _doubles(articles: Mapping[str, Article], sources: Mapping[str, Source]) -> Iterator[Problem]:
    """One section has one key, or an editor who checks it again mends only half of the answers."""
    first: dict[tuple[str, str], str] = {}
    cited = sorted({one.id for article in articles.values() for one in article.sources} & set(sources))
    for key in cited:
        source = sources[key]
        other = first.setdefault((source.title, source.section), key)
        if other != key:
            text = f"{source.title} {source.section} står både som «{other}» og «{key}». Bruk den ene i alle svar."
            yield Problem("sources", f"sources.{key}", text)


def load_topics(knowledge: Path) -> tuple[str, ...]:
    """Return the slugs that must have an answer, from `topics.tsv`. Raises KnowledgeError when it cannot be read."""
    try:
        lines = (knowledge / "topics.tsv").read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise KnowledgeError([Problem("topics.tsv", "", "Fila finnes ikke eller kan ikke leses.")]) from None
    return tuple(line.split("\t")[1] for line in lines[1:] if line.count("\t") >= 2)


def problems_in(knowledge: Path, *, today: date) -> list[Problem]:
    """Read and check everything about articles in a knowledge folder; nothing is raised, and lines are filled in."""
    articles, problems = read_articles(knowledge)
    unread = {problem.file for problem in problems}
    try:
        sources, topics, dead = load_sources(knowledge), load_topics(knowledge), load_dead_references(knowledge)
    except KnowledgeError as error:
        return [*problems, *error.problems]
    places = frozenset(described_in(knowledge))
    named = (*topics, *slugs_in(knowledge))
    found = check_articles(articles, sources, named, today=today, dead=dead, municipalities=places)
    problems += [problem for problem in found if problem.file not in unread]
    return _with_lines(problems, knowledge)


def _with_lines(problems: Iterable[Problem], knowledge: Path) -> list[Problem]:
    """Return the problems with the line of the field filled in where the file can tell."""
    lines: dict[str, dict[str, int]] = {}
    placed = []
    for problem in problems:
        if problem.line is None and problem.where:
            if problem.file not in lines:
                lines[problem.file] = lines_in(knowledge / problem.file)
            problem = replace(problem, line=nearest(problem.where.partition(", punkt")[0], lines[problem.file]))
        placed.append(problem)
    return placed
