"""What an answer says to one role, age or place: «gjelder det meg?». Every word of it is the article's own."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.article import EVERYONE, Article, Variant
from bot.domain.conversation import ConversationState
from bot.domain.reply import Block, Box, Button, Card, Folded, Paragraph
from dialogs.answers.cards import footnote
from dialogs.dialog import Around


def for_whom_card(article: Article, asked: str, state: ConversationState, around: Around) -> Card:
    """Return what the answer says to the role that was asked about, or to the person's own, and below it, folded, what
    it says to others. Where it says nothing by itself, that is told, with what the answer is not about."""
    text, role = around.text, asked or state.profile.role
    here = [one for one in article.variants if _is_here(one, state.profile.municipality)]
    nearest = [one for one in here if not one.for_.role or role in one.for_.role]
    blocks: list[Block] = [
        Box((Paragraph(_heading(one, state, around), strong=True), Paragraph(one.text)), "accent") for one in nearest
    ]
    blocks += [Folded(_heading(one, state, around), (Paragraph(one.text),)) for one in here if one not in nearest]
    if not nearest:
        blocks += [Paragraph(text("answers.limits"), strong=True), Paragraph(article.limits)]
    return Card(
        kind="answer_for",
        header=(text("answers.for_header"), ""),
        title=article.title,
        intro=_intro(article, role, nearest, around),
        blocks=tuple(blocks),
        buttons=(
            Button(text("answers.more"), "article_more", article.slug),
            Button(text("answers.source_button"), "source", article.slug),
        ),
        footnote=footnote(article, state, around),
    )


def _is_here(variant: Variant, municipality: str | None) -> bool:
    return not variant.for_.municipality or municipality in variant.for_.municipality


def _intro(article: Article, role: str | None, nearest: Sequence[Variant], around: Around) -> str:
    text = around.text
    if not role:
        return text("answers.for_unknown")
    who = text(f"names.in_role_{role}")
    if any(role in one.for_.role for one in nearest):
        return text("answers.for_own", who=who)
    is_written_for = EVERYONE in article.roles or role in article.roles
    return text("answers.for_same" if is_written_for else "answers.for_others", who=who)


def _heading(variant: Variant, state: ConversationState, around: Around) -> str:
    text, wanted = around.text, variant.for_
    profile = around.municipality(state)
    roles = ", ".join(text(f"names.in_role_{one}") for one in wanted.role)
    ages = f"{min(wanted.age_years)}–{max(wanted.age_years)}" if wanted.age_years else ""
    parts = (
        text("answers.for_roles", roles=roles) if roles else "",
        text("answers.for_ages", ages=ages) if ages else "",
        text("answers.local", municipality=profile.name) if wanted.municipality and profile else "",
    )
    return ". ".join(part for part in parts if part)
