"""`python -m bot export`: every answer in one document for a lawyer, with sources, dates and certainty."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer
from docx import Document
from docx.document import Document as Docx

from bot.content.article import Article
from bot.content.knowledge import Knowledge, load_knowledge
from bot.content.problem import KnowledgeError
from bot.content.source import Source

FORMATS = ("docx", "md")


def export(
    out: Annotated[Path, typer.Option(help="Fila som skal skrives.")] = Path("build/svar.docx"),
    format: Annotated[str, typer.Option(help="docx eller md.")] = "",
    knowledge: Annotated[Path, typer.Option(help="Kunnskapsmappa.")] = Path("knowledge"),
) -> None:
    """Skriv alle svar til ett dokument, til juridisk gjennomlesing."""
    kind = format or out.suffix.lstrip(".")
    if kind not in FORMATS:
        print(f"Formatet «{kind}» kan jeg ikke skrive. Velg docx eller md.")
        raise SystemExit(2)
    try:
        everything = load_knowledge(knowledge)
    except KnowledgeError as error:
        print(error)
        raise SystemExit(1) from None
    target = out.with_suffix(f".{kind}")
    target.parent.mkdir(parents=True, exist_ok=True)
    lines = list(document_lines(everything))
    if kind == "md":
        target.write_text(as_markdown(lines), encoding="utf-8")
    else:
        as_docx(lines).save(str(target))
    print(f"{len(everything.articles)} svar er skrevet til {target}.")


Line = tuple[str, str]
"""(style, text): `h1`–`h3`, `p`, `li`."""


def document_lines(everything: Knowledge) -> Iterable[Line]:
    """Yield the whole document: the review list first, then every answer by group."""
    articles = sorted(everything.articles.values(), key=lambda one: (one.group, one.title))
    yield "h1", "Veilederen: alle svar"
    yield "p", f"Utgave {everything.version}. {len(articles)} svar. Ikke juridisk rådgivning; til gjennomlesing."
    yield "h2", "Svar som bygger på svake kilder, og må leses først"
    for article in articles:
        if article.certainty == "svak":
            yield "li", f"{article.title} ({article.slug}): {article.certainty_note or ''}"
    for group, members in groupby(articles, key=lambda one: one.group):
        yield "h2", group[0].upper() + group[1:]
        for article in members:
            yield from article_lines(article, everything)


def article_lines(article: Article, everything: Knowledge) -> Iterable[Line]:
    """Yield one answer with everything a lawyer needs to judge it."""
    yield "h3", article.title
    yield (
        "p",
        f"Nøkkel: {article.slug}. Roller: {', '.join(article.roles)}. Kommuner: {', '.join(article.municipalities)}.",
    )
    parts = (("Kort svar", article.short_answer), ("Hva det betyr", article.meaning), ("Eksempel", article.example))
    for heading, text in (*parts, ("Dette svarer ikke på", article.limits)):
        yield "p", f"{heading}: {text}"
    for step in article.do_now:
        yield "li", step
    for variant in article.variants:
        whom = ", ".join(
            (*variant.for_.role, *variant.for_.municipality, *(f"{age} år" for age in variant.for_.age_years))
        )
        yield "p", f"Gjelder {whom}: {variant.text} [{', '.join(variant.sources)}]"
    yield "p", "Kilder:"
    for cited in article.sources:
        yield "li", f"{cited.law} {cited.section}: {cited.says}{_where(everything.sources.get(cited.id))}"
    yield (
        "p",
        f"Kontrollert {article.checked_on:%d.%m.%Y} av {article.checked_by}. "
        f"Leses på nytt innen {article.review_by:%d.%m.%Y}. "
        f"Sikkerhet: {article.certainty}. {article.certainty_note or ''}",
    )


def _where(source: Source | None) -> str:
    if source is None:
        return ""
    read = f", tekst ikke nyere enn {source.text_not_newer_than:%d.%m.%Y}" if source.text_not_newer_than else ""
    return f" ({source.url}{read})"


def as_markdown(lines: Iterable[Line]) -> str:
    """Return the document as Markdown."""
    marks = {"h1": "# ", "h2": "## ", "h3": "### ", "li": "- ", "p": ""}
    return "\n\n".join(marks[style] + text for style, text in lines) + "\n"


def as_docx(lines: Iterable[Line]) -> Docx:
    """Return the document for Word."""
    document = Document()
    for style, text in lines:
        if style.startswith("h"):
            document.add_heading(text, int(style[1]) - 1)
        else:
            document.add_paragraph(text.replace("**", ""), style="List Bullet" if style == "li" else None)
    return document
