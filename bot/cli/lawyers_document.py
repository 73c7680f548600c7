"""The document a lawyer reads: what must be read first, every answer, and every source with who rests on it.

Must not judge the content; the checks do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from docx import Document
from docx.document import Document as Docx
from docx.text.paragraph import Paragraph

from bot.content.article import Article, Variant
from bot.content.article_file import STEP
from bot.content.for_word import for_word
from bot.content.knowledge import Knowledge
from bot.content.source import CERTAINTY_ORDER, Source

Line = tuple[str, str]
"""(style, text): `h1`–`h4` headings, `p` paragraph, `li` point, `ni` point that brings its own number. Text may hold
`**bold**` and `*italic*`."""
OWN_READING = re.compile(r"\b(lesning|slutning|leser den)\b", re.IGNORECASE)
"""Words in `certainty_note` that say an editor has drawn a conclusion from the law."""
_STYLES = {"h1": "Title", "h2": "Heading 1", "h3": "Heading 2", "h4": "Heading 3", "li": "List Bullet", "ni": "List"}
MARKED = re.compile(r"(\*\*.+?\*\*|\*.+?\*)")


def document_lines(everything: Knowledge, *, today: date) -> Iterator[Line]:
    """Yield the whole document: the review list first, then every answer by group, then the sources."""
    articles = sorted(everything.articles.values(), key=lambda one: (one.group, one.title))
    yield from _front(articles, everything, today)
    for group, members in groupby(articles, key=lambda one: one.group):
        yield "h2", group[0].upper() + group[1:]
        for article in members:
            yield from article_lines(article, everything, today)
    yield from _source_lines(articles, everything)


def _front(articles: list[Article], everything: Knowledge, today: date) -> Iterator[Line]:
    first = [one for one in articles if one.review_list]
    late = [one for one in articles if one.is_past_review(today)]
    yield "h1", "Veilederen: alle svar"
    yield "p", f"Skrevet ut {today:%d.%m.%Y}. Utgave {everything.version}. {len(articles)} svar."
    yield "p", "Til juridisk gjennomlesing. Ingen jurist har kontrollert svarene ennå, hvis ikke svaret selv sier det."
    yield "p", "Hvor sikre svarene er:"
    counted = Counter(one.certainty for one in articles)
    for certainty in CERTAINTY_ORDER:
        yield "li", f"{counted[certainty]} svar: {everything.texts(f'answers.certainty_{certainty}')}"
    yield "h2", f"Les disse først ({len(first)} svar)"
    yield "p", "Svar som bygger på en svak kilde, eller der redaktøren selv ber om en jurist. Grunnen står bak."
    for article in first:
        yield "li", f"**{article.title}** ({article.slug}): {article.certainty_note or ''}".rstrip()
    own = [one for one in articles if not one.review_list and OWN_READING.search(one.certainty_note or "")]
    yield "h2", f"Les så disse, der vi har lest noe ut av loven selv ({len(own)} svar)"
    for article in own:
        yield "li", f"**{article.title}** ({article.slug}): {article.certainty_note}"
    if late:
        yield "h2", f"Skulle vært kontrollert på nytt ({len(late)} svar)"
        for article in late:
            yield "li", f"**{article.title}** ({article.slug}): innen {article.review_by:%d.%m.%Y}."


def article_lines(article: Article, everything: Knowledge, today: date) -> Iterator[Line]:
    """Yield one answer with everything a lawyer needs to judge it."""
    yield "h3", article.title
    marks = ["Les først."] if article.review_list else []
    marks += ["Skulle vært kontrollert på nytt."] if article.is_past_review(today) else []
    roles, places = _names(article.roles, everything), _names(article.municipalities, everything)
    yield "p", " ".join([*marks, f"Nøkkel: {article.slug}. Roller: {roles}. Kommuner: {places}."])
    parts = (("Kort svar", article.short_answer), ("Hva det betyr", article.meaning), ("Eksempel", article.example))
    for heading, text in (*parts, ("Dette svarer ikke på", article.limits)):
        yield "h4", heading
        yield from text_lines(text)
    yield "h4", "Gjør dette nå"
    for number, step in enumerate(article.do_now, 1):
        yield "ni", f"{number}. {step}"
    if article.variants:
        yield "h4", "Det som er annerledes for noen"
        for variant in article.variants:
            yield "li", f"**{_whom(variant, everything)}:** {variant.text} [{', '.join(variant.sources)}]"
    yield "h4", "Kilder"
    for cited in article.sources:
        name = f"**{cited.law} {cited.section}** [{cited.id}]"
        yield "li", f"{name}: {cited.says}{_about(everything.sources.get(cited.id))}"
    yield "h4", "Kontroll"
    yield (
        "p",
        f"Kontrollert {article.checked_on:%d.%m.%Y} av {article.checked_by}. "
        f"Leses på nytt innen {article.review_by:%d.%m.%Y}. Sikkerhet: {article.certainty}.",
    )
    if article.certainty_note:
        yield "p", article.certainty_note


def text_lines(text: str) -> Iterator[Line]:
    """Yield the paragraphs and points of a text, with lines that were only wrapped put together again."""
    for block in re.split(r"\n\s*\n", text.strip()):
        style, gathered = "p", ""
        for line in block.splitlines():
            kind = "li" if line.startswith("- ") else "ni" if STEP.match(line) else ""
            if not kind:
                gathered = f"{gathered} {line.strip()}".strip()
                continue
            if gathered:
                yield style, gathered
            style, gathered = kind, line.removeprefix("- ").strip()
        yield style, gathered


def _whom(variant: Variant, everything: Knowledge) -> str:
    wanted = variant.for_
    named = _names((*wanted.role, *wanted.municipality), everything)
    return ", ".join([*([named] if named else []), *(f"{age} år" for age in wanted.age_years)])


def _names(keys: Sequence[str], everything: Knowledge) -> str:
    """Return roles and municipalities as people call them."""
    texts, profiles = everything.texts, everything.profiles
    roles = {key: texts(f"names.in_role_{key}") for key in keys if f"names.in_role_{key}" in texts}
    places = {key: profiles[key].name for key in keys if key in profiles}
    return ", ".join({**roles, **places}.get(key, key) for key in keys)


def _about(source: Source | None) -> str:
    """Return how sure the source is, when it was read, and where it lies."""
    if source is None:
        return ""
    told = [source.certainty, f"lest {source.checked_on:%d.%m.%Y}"]
    if source.text_not_newer_than:
        told.append(f"teksten er ikke nyere enn {source.text_not_newer_than:%d.%m.%Y}")
    if source.formerly:
        told.append(f"tidligere {', '.join(source.formerly)}")
    return f" ({'; '.join([*told, source.url])})"


def _source_lines(articles: list[Article], everything: Knowledge) -> Iterator[Line]:
    """Yield every source that is used, by law, with the answers that fall when it changes."""
    users: dict[str, list[str]] = {}
    for article in articles:
        for key in dict.fromkeys(cited.id for cited in article.sources):
            users.setdefault(key, []).append(article.slug)
    used = sorted((everything.sources[key].title, key) for key in users if key in everything.sources)
    yield "h2", f"Kildene og svarene som bygger på dem ({len(used)} kilder)"
    for title, members in groupby(used, key=lambda one: one[0]):
        yield "h3", title
        for _, key in members:
            source = everything.sources[key]
            watch = f" Følg med på: {source.watch}" if source.watch else ""
            yield "li", f"**{source.section}** [{key}]{_about(source)}.{watch} Brukt i: {', '.join(users[key])}."


def as_markdown(lines: Iterable[Line]) -> str:
    """Return the document as Markdown."""
    marks = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "li": "- ", "ni": "", "p": ""}
    return "\n\n".join(marks[style] + text for style, text in lines) + "\n"


def as_docx(lines: Iterable[Line]) -> Docx:
    """Return the document for Word."""
    document = Document()
    document.core_properties.author = ""
    document.core_properties.title = "Veilederen: alle svar"
    styles = {style: document.styles[name].style_id for style, name in _STYLES.items()}
    for style, text in ((style, for_word(raw)) for style, raw in lines):
        is_heading = style.startswith("h")
        paragraph = document.add_paragraph(text if is_heading else "")
        if style in styles:  # asked for by name, all styles are looked through for each paragraph
            paragraph._p.style = styles[style]
        if not is_heading:
            _write(paragraph, text)
    return document


def _write(paragraph: Paragraph, text: str) -> None:
    for part in MARKED.split(text):
        bold, italic = part.startswith("**") and len(part) > 4, part.startswith("*") and len(part) > 2
        run = paragraph.add_run(part.strip("*") if bold or italic else part)
        run.bold, run.italic = bold or None, (italic and not bold) or None
