"""The cards of an answer. Every word about the law comes from an article; nothing is made up here."""

from __future__ import annotations

from operator import is_
from textwrap import shorten
from typing import Literal

from bot.content.article import Article, Cited
from bot.content.source import told_in
from bot.domain.conversation import ConversationState
from bot.domain.reply import Block, Box, Bullets, Button, Card, Paragraph, Reply, Rows
from dialogs.contacts import contact_rows
from dialogs.days import short_date
from dialogs.dialog import Around

SOURCES_SHOWN = 4
"""More sources than this are counted, not listed; «Les mer» lists them all."""
POLICE = "112"
LONGEST_TITLE = 40
"""Signs of a source's title that have room on a button."""
KEPT = 200
"""So many cards of answers are kept, each for all who read the same: a little more than there are answers."""
Manner = Literal["asks", "tells", "worries"]
"""How a message was put that an answer is found for: it asks; it tells and asks nothing, so that danger may not have
been heard; it tells of a worry about a child, which is offered the guide and the team first."""
_kept: dict[tuple[object, ...], tuple[tuple[object, ...], Card]] = {}
"""By what is asked and by whom: what the card was made of, and the card."""


def answer_card(
    article: Article,
    state: ConversationState,
    around: Around,
    *,
    age: int | None = None,
    is_shared: bool = False,
    manner: Manner = "asks",
) -> Card:
    """Return the short answer with the variant for the person's role and municipality, and what to ask next.

    What is shared is read by others: nothing on it tells them to do something only its sender can do. Made once for all
    who read the same, for it is of our own texts alone: all that it depends on is named here.
    """
    is_served = around.municipality(state) is not None
    asked = (article.slug, state.profile, is_served, around.today, age, is_shared, manner)
    made_of = (article, around.text, around.knowledge.sources, around.knowledge.profiles)
    known_of, card = _kept.get(asked, ((), None))
    if card is None or not all(map(is_, known_of, made_of)):  # a draft of an answer has its name too
        if len(_kept) >= KEPT:
            del _kept[next(iter(_kept))]  # the one made first
        card = _answer_card(article, state, around, age, manner, is_shared=is_shared)
        _kept[asked] = made_of, card
    return card


def _answer_card(
    article: Article,
    state: ConversationState,
    around: Around,
    age: int | None,
    manner: Manner,
    *,
    is_shared: bool,
) -> Card:
    text, worries = around.text, manner == "worries"
    role, municipality = state.profile.role, state.profile.municipality
    blocks: list[Block] = []
    if manner != "asks" and POLICE not in article.short_answer:
        blocks.append(Paragraph(text("answers.in_danger")))
    for variant in article.variants_for(role=role, municipality=municipality, age_years=age):
        heading = _variant_heading(bool(variant.for_.role), state, around)
        blocks.append(Box((Paragraph(heading, strong=True), Paragraph(variant.text)), "accent"))
    if article.is_past_review(around.today):
        blocks.append(Paragraph(text("common.past_review", date=short_date(article.review_by))))
    if not is_shared and (role is None or municipality is None):
        blocks.append(Paragraph(text("answers.general"), subtle=True))
    return Card(
        kind="answer",
        header=(_header(state, around), ""),
        title=article.title,
        intro=article.short_answer,
        blocks=tuple(blocks),
        buttons=(
            *(worry_buttons(around) if worries else ()),
            Button(text("answers.more"), "article_more", article.slug, style="default" if worries else "positive"),
            *next_shown(article, worries=worries),
            Button(text("answers.useful"), "vote_up", article.slug),
            Button(text("answers.not_useful"), "vote_down", article.slug),
        ),
        footnote=footnote(article, state, around, shown=SOURCES_SHOWN),
        speak=article.title,
    )


def article_shown_on(reply: Reply) -> str:
    """Return the slug of the answer a reply shows; empty when it shows none."""
    if not isinstance(reply, Card) or reply.kind != "answer":
        return ""
    return next((one.id for one in reply.buttons if one.verb == "article_more"), "")


def more_card(article: Article, state: ConversationState, around: Around) -> Card:
    """Return the rest of the article: what it means, an example, what to do now, whom to ring, all sources."""
    text = around.text
    rows = contact_rows(article.contacts, state, around)
    blocks: list[Block] = [
        Bullets(article.do_now, text("answers.do_now"), numbered=True),
        Paragraph(text("answers.meaning"), strong=True),
        Paragraph(article.meaning),
        Box((Paragraph(text("answers.example"), strong=True), Paragraph(article.example)), "emphasis"),
        Paragraph(text("answers.limits"), strong=True),
        Paragraph(article.limits),
    ]
    if rows:
        blocks += [Paragraph(text("answers.contacts"), strong=True), Rows(rows)]
    return Card(
        kind="answer_more",
        header=(_header(state, around), ""),
        title=article.title,
        blocks=tuple(blocks),
        buttons=(
            *_next_buttons(article)[:3],
            Button(text("answers.source_button"), "source", article.slug),
            Button(text("answers.useful"), "vote_up", article.slug),
            Button(text("answers.not_useful"), "vote_down", article.slug),
        ),
        footnote=footnote(article, state, around),
    )


def _short(title: str) -> str:
    """Return a title that has room on a button, cut between two words."""
    return shorten(title, LONGEST_TITLE, placeholder=" …")


def source_card(article: Article, state: ConversationState, around: Around) -> Card:
    """Return every source with what the article takes from it, and links to the law text."""
    cited = _cited(article, state, around)
    links = [
        Button(_short(f"{source.title} {source.section or ''}"), "source_open", one.id, url=str(source.url))
        for one in cited
        if (source := around.knowledge.sources.get(one.id)) is not None and source.url
    ]
    said = tuple(f"**{_named(one, around)}**: {one.says}" for one in cited)
    return Card(
        kind="source",
        header=(around.text("answers.source_button"), ""),
        title=article.title,
        blocks=(Bullets(said),),
        buttons=tuple(links[:6]),
        footnote=footnote(article, state, around, shown=0),
    )


def _cited(article: Article, state: ConversationState, around: Around) -> list[Cited]:
    """Return what the article cites, without what tells of another municipality only."""
    ids = [one.id for one in article.sources]
    told = told_in(state.profile.municipality, ids, around.knowledge.sources)
    return [one for one in article.sources if one.id in told]


def _named(cited: Cited, around: Around) -> str:
    """Return the law and section, with the old number people still know it by."""
    name = f"{cited.law} {cited.section}".strip()
    source = around.knowledge.sources.get(cited.id)
    told = cited.section.partition("(")[2]
    if source is None or not source.formerly or all(old in told for old in source.formerly):
        return name
    return f"{name} {around.text('answers.formerly', sections=', '.join(source.formerly))}"


def worry_buttons(around: Around) -> tuple[Button, ...]:
    """Return the ways on for somebody who is worried about a child: the guide first, then the team."""
    return (
        Button(around.text("start.worried_row"), "menu_worried", style="positive"),
        Button(around.text("answers.ask_team"), "menu_submit"),
    )


def footnote(article: Article, state: ConversationState, around: Around, shown: int = 20) -> tuple[str, ...]:
    """Return the sources, who checked them when, and how certain they are."""
    text = around.text
    names = [f"{cited.law} {cited.section}".strip() for cited in _cited(article, state, around)]
    listed = " · ".join(names[:shown])
    if shown and len(names) > shown:
        listed += " · " + text("answers.and_more", number=len(names) - shown)
    checked = text("common.checked", date=short_date(article.checked_on), who=article.checked_by)
    certainty = text(f"answers.certainty_{article.certainty}")
    return ((text("common.sources", sources=listed),) if shown else ()) + (f"{checked} {certainty}",)


def _variant_heading(is_role: bool, state: ConversationState, around: Around) -> str:
    if is_role:
        return around.text("answers.because", where=around.text(f"names.in_role_{state.profile.role}"))
    profile = around.municipality(state)
    return around.text(
        "answers.local", municipality=profile.name if profile else around.text("common.your_municipality")
    )


def _header(state: ConversationState, around: Around) -> str:
    role = state.profile.role
    if role is None:
        return around.text("answers.header")
    return around.text("answers.header_role", role=around.text(f"names.in_role_{role}"))


def _next_buttons(article: Article) -> tuple[Button, ...]:
    return tuple(Button(one.say, *_target(one.do)) for one in article.next)


def next_shown(article: Article, *, worries: bool) -> tuple[Button, ...]:
    """Return what to go on with, at most three; not the guide once more where it is offered by itself."""
    return tuple(one for one in _next_buttons(article) if not worries or one.verb != "menu_worried")[:3]


def _target(do: str) -> tuple[str, str]:
    """Return verb and id for a `next` of an article; the search for who helps where it names nothing else."""
    kind, _, what = do.partition(":")
    known = {"article": ("article", what), "guide": ("menu_worried", what), "case": ("menu_submit", "")}
    return known.get(kind, ("menu_where", ""))
