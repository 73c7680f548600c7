"""Reads `knowledge/articles/*.md`: YAML front matter between two lines of `---`, then five headed sections.

Must not judge the content: `check_articles` does.
"""

from __future__ import annotations

import re
from pathlib import Path

from pydantic import ValidationError

from bot.content.article import MAX_STEPS, Article, ArticleHead
from bot.content.model_problem import build, did_you_mean, dotted
from bot.content.problem import KnowledgeError, Problem
from bot.content.yaml_file import MAX_BYTES, YamlFile, parse_yaml
from bot.domain.norway import MONTHS

SECTIONS = {
    "Kort svar": "short_answer",
    "Hva det betyr": "meaning",
    "Eksempel": "example",
    "Dette svarer ikke på": "limits",
    "Gjør dette nå": "do_now",
}
"""The headings every article has, in this order, and the field each becomes."""

_DATED = "|".join((*MONTHS, "trinn", "klasse"))
STEP = re.compile(rf"^\d{{1,2}}\.\s+(?!(?:{_DATED})\b)")
"""What a numbered item begins with. A wrapped line may begin with «112. » or «7. trinn» without being one."""


def load_articles(knowledge: Path) -> dict[str, Article]:
    """Read every article, by slug. Raises KnowledgeError with every problem of every file."""
    articles, problems = read_articles(knowledge)
    if problems:
        raise KnowledgeError(problems)
    return articles


def read_articles(knowledge: Path) -> tuple[dict[str, Article], list[Problem]]:
    """Return the articles that can be read, by slug, and every problem of those that cannot."""
    problems: list[Problem] = []
    articles: dict[str, Article] = {}
    for path in sorted((knowledge / "articles").glob("*.md")):
        name = path.relative_to(knowledge).as_posix()
        if path.stem.upper() == "README":
            continue
        try:
            article = read_article(path.read_bytes(), name)
            articles[article.slug] = article
        except KnowledgeError as error:
            problems.extend(error.problems)
        except OSError:
            problems.append(Problem(name, "", "Fila kan ikke leses."))
    return articles, problems


def slugs_in(knowledge: Path) -> frozenset[str]:
    """Return the slug of every article there is, also of one that cannot be read: what names it names no wrong one."""
    return frozenset(one.stem for one in (knowledge / "articles").glob("*.md") if one.stem.upper() != "README")


def lines_in(path: Path) -> dict[str, int]:
    """Return on which line each field and heading of a text file stands; empty when the file cannot be read."""
    try:
        head, body, first_line = _split(path.read_bytes(), path.name)
        fields = parse_yaml(head, path.name, first_line=2).lines
    except (OSError, KnowledgeError):
        return {}
    lines = {dotted(key): line for key, line in fields.items() if key}
    for number, text in enumerate(body.splitlines(), first_line):
        if text.startswith("#"):
            lines.setdefault(text.lstrip("#").strip(), number)
    return lines


def read_article(raw: bytes, name: str) -> Article:
    """Read one article, called `name` in messages. Raises KnowledgeError with every problem in it."""
    head_raw, body, body_line = _split(raw, name)
    file = parse_yaml(head_raw, name, first_line=2)
    head, problems = build(ArticleHead, file.data if file.data is not None else {}, file)
    texts, body_problems = _sections(body, name, body_line)
    problems += body_problems
    if head is not None and f"{head.slug}.md" != name.rsplit("/", 1)[-1]:
        text = f"slug er «{head.slug}», men fila heter «{name.rsplit('/', 1)[-1]}». De skal være like."
        problems.append(file.problem(("slug",), text))
    if head is None or problems:
        raise KnowledgeError(problems)
    return _joined(head, texts, file)


def _joined(head: ArticleHead, texts: dict[str, str], file: YamlFile) -> Article:
    steps = _steps(texts.pop("do_now"))
    data = {**{name: getattr(head, name) for name in ArticleHead.model_fields}, **texts, "do_now": steps}
    try:
        return Article.model_validate(data)
    except ValidationError:
        count = f"«Gjør dette nå» har {len(steps)} punkter."
        text = f"{count} Skriv mellom ett og {MAX_STEPS}, som «1. ...» på hver sin linje."
        raise KnowledgeError([Problem(file.name, "Gjør dette nå", text)]) from None


def _split(raw: bytes, name: str) -> tuple[bytes, str, int]:
    """Return the front matter, the body, and the line on which the body begins."""
    if len(raw) > MAX_BYTES:
        raise KnowledgeError([Problem(name, "", f"Fila er større enn {MAX_BYTES // 1024} kB. Del den opp.")])
    raw = raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    if not raw.startswith(b"---\n"):
        raise KnowledgeError([Problem(name, "", "Fila skal begynne med en linje med bare «---».", 1)])
    head, mark, body = raw[4:].partition(b"\n---\n")
    if not mark:
        raise KnowledgeError([Problem(name, "", "Fant ikke linja «---» som avslutter feltene øverst.")])
    try:
        return head, body.decode("utf-8"), 2 + head.count(b"\n") + 2
    except UnicodeDecodeError:
        text = "Fila er ikke lagret som UTF-8, så æ, ø og å blir feil. Lagre den på nytt med «UTF-8»."
        raise KnowledgeError([Problem(name, "", text)]) from None


def _sections(body: str, name: str, first_line: int) -> tuple[dict[str, str], list[Problem]]:
    """Return the text under each heading, and what is wrong with the headings."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    field = ""
    for number, line in enumerate(body.splitlines(), first_line):
        if line.startswith("#"):
            heading = line.lstrip("#").strip()
            field = SECTIONS.get(heading, "")
            if wrong := _wrong_heading(heading, field, texts):
                problems.append(Problem(name, heading, wrong, number))
            texts.setdefault(field, "")
        else:
            texts[field] = texts.get(field, "") + line.rstrip() + "\n"
    if texts.pop("", "").strip() and not problems:
        problems.append(Problem(name, "", "Teksten skal begynne med overskriften «## Kort svar».", first_line))
    problems += _missing_sections(texts, name)
    return {key: text if key == "do_now" else _unwrapped(text) for key, text in texts.items()}, problems


def _wrong_heading(heading: str, field: str, texts: dict[str, str]) -> str | None:
    if not field:
        return f"Overskriften «{heading}» finnes ikke.{did_you_mean(heading, SECTIONS)}"
    return f"Overskriften «{heading}» står to ganger." if field in texts else None


def _missing_sections(texts: dict[str, str], name: str) -> list[Problem]:
    empty = [heading for heading, field in SECTIONS.items() if not texts.get(field, "").strip()]
    if empty:
        return [Problem(name, heading, f"Delen «## {heading}» mangler eller er tom.") for heading in empty]
    if list(texts) != list(SECTIONS.values()):
        return [Problem(name, "", "Delene står i feil rekkefølge. Bruk: " + ", ".join(SECTIONS) + ".")]
    return []


def _unwrapped(text: str) -> str:
    """Join lines that were only broken to fit the editor; keep paragraphs and list items."""
    lines: list[str] = []
    for raw in text.strip().splitlines():
        line = raw.strip()
        continues = lines and lines[-1] and line and not STEP.match(line) and not line.startswith("- ")
        if continues:
            lines[-1] += " " + line
        else:
            lines.append(line)
    return "\n".join(lines)


def _steps(text: str) -> list[str]:
    return [STEP.sub("", line) for line in _unwrapped(text).splitlines() if line]
