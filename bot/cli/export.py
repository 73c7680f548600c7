"""`python -m bot export`: every answer in one document for a lawyer, with sources, dates and certainty."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.knowledge_in_use import knowledge_in_use
from bot.cli.lawyers_document import as_docx, as_markdown, document_lines
from bot.content.knowledge import load_knowledge
from bot.content.problem import KnowledgeError
from bot.domain.norway import OSLO

FORMATS = ("docx", "md")


def export(
    out: Annotated[Path, typer.Option(help="Fila som skal skrives.")] = Path("build/svar.docx"),
    format: Annotated[str, typer.Option(help="docx eller md.")] = "",
    knowledge: Annotated[Path | None, typer.Option(help="En mappe, i stedet for det som er publisert.")] = None,
) -> None:
    """Skriv alle svar til ett dokument, til juridisk gjennomlesing."""
    kind = format or out.suffix.lstrip(".")
    if kind not in FORMATS:
        print(f"Formatet «{kind}» kan jeg ikke skrive. Velg docx eller md.")
        raise SystemExit(2)
    with knowledge_in_use(knowledge) as (folder, words):
        print(words)
        try:
            everything = load_knowledge(folder)
        except KnowledgeError as error:
            print(error)
            raise SystemExit(1) from None
    target = out.with_suffix(f".{kind}")
    target.parent.mkdir(parents=True, exist_ok=True)
    lines = list(document_lines(everything, today=datetime.now(OSLO).date()))
    if kind == "md":
        target.write_text(as_markdown(lines), encoding="utf-8")
    else:
        as_docx(lines).save(str(target))
    print(f"{len(everything.articles)} svar er skrevet til {target}.")
