"""The cards of a question without a sure answer: which one is meant, that there is none and who to ask, what to say.

Nothing about the law is said here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.content.article import Article
from bot.domain.conversation import ConversationState
from bot.domain.reply import Block, Box, Button, Card, Paragraph, Row, Rows, TextInput
from dialogs.answers.cards import Manner, next_shown, worry_buttons
from dialogs.contacts import contact, how_to_reach
from dialogs.dialog import Around

_MEANT: Mapping[Manner, str] = {"asks": "did_you_mean", "tells": "told_meant", "worries": "worry"}
"""What is said above the answers that may be meant (`answers.<…>_intro`)."""
WORRY, FOUND = "menu_worried", frozenset({"article", "none_of_these", "pass_on"})
"""The way through a worry, and what stands beside it on the card of what was found for one."""
AFTER_DANGER = [WORRY, "menu_submit"]
"""What stands on the card after a danger that is denied: what was told there was of a child."""


def did_you_mean_card(articles: Sequence[Article], asked: str, around: Around, manner: Manner = "asks") -> Card:
    """Return up to three answers to choose from; below a worry about a child the guide and the team as well."""
    text, worries = around.text, manner == "worries"
    guide = Row("1", text("start.worried_row"), text("start.worried_note"), worry_buttons(around)[0])
    first = (guide,) if worries else ()
    rows = tuple(
        Row(
            str(number),
            article.title,
            _first_sentence(article.short_answer),
            Button(article.title, "article", article.slug),
        )
        for number, article in enumerate(articles, 1 + len(first))
    )
    return Card(
        kind="did_you_mean",
        header=(text("common.bot_name"), ""),
        title=text("answers.worry_title" if worries else "answers.did_you_mean"),
        intro=text(f"answers.{_MEANT[manner]}_intro"),
        blocks=(Rows((*first, *rows)),),
        buttons=(
            *(worry_buttons(around)[1:] if worries else ()),
            Button(text("answers.none_of_these"), "none_of_these", carries=(("asked", asked),)),
        ),
    )


def unknown_card(
    near: Sequence[Article], asked: str, state: ConversationState, around: Around, manner: Manner = "asks"
) -> Card:
    """Say that there is no checked answer, who to ask in this municipality, and what lies nearest. Who tells something
    and asks nothing reads first whom to ring, for danger may not have been heard; a worry is offered the guide."""
    text, told = around.text, manner != "asks"
    blocks: list[Block] = [
        Box((Paragraph(_who_to_ask(state, around)),), "emphasis"),
        Paragraph(
            text("answers.unknown_care") if told else f"{text('answers.unknown_care')} {text('answers.in_danger')}"
        ),
    ]
    if near:
        blocks.append(Paragraph(text("answers.unknown_near"), strong=True))
    return Card(
        kind="unknown",
        header=(text("common.bot_name"), ""),
        title=text("answers.told_title" if told else "answers.unknown_title"),
        intro=text("answers.told_intro" if told else "answers.unknown_intro"),
        blocks=blocks,
        buttons=(
            *(worry_buttons(around)[:1] if manner == "worries" else ()),
            *(Button(article.title, "article", article.slug) for article in near),
            Button(text("answers.pass_on"), "pass_on", carries=(("asked", asked),)),
            Button(text("answers.ask_team"), "case_with_question", carries=(("asked", asked),)),
        ),
    )


def say_more_card(state: ConversationState, around: Around) -> Card:
    """Ask kindly for the whole question when it names nothing, «hva mente hun med det?»; the answer before it is
    offered, with what it leads on to."""
    text = around.text
    last = around.knowledge.articles.get(state.last_article or "")
    before = () if last is None else (Button(last.title, "article", last.slug), *next_shown(last, worries=True))
    if last is None and is_below_a_worry(state):
        return _below_a_worry(state, around)
    return Card(
        kind="say_more",
        header=(text("common.bot_name"), ""),
        title=text("answers.say_more_title"),
        intro=text("answers.say_more") if last is None else text("answers.say_more_after", title=last.title),
        buttons=(*before, *worry_buttons(around)[:1], Button(text("common.to_menu"), "menu")),
    )


def is_below_a_worry(state: ConversationState) -> bool:
    """Tell whether what was found for a worry was shown last, the way through it first, or the two ways on from what
    turned out to be no danger; the menu begins with it too."""
    verbs = [one.verb for one in state.shown]
    is_of_one = verbs == AFTER_DANGER or not FOUND.isdisjoint(verbs)
    return state.active is None and verbs[:1] == [WORRY] and is_of_one


def _below_a_worry(state: ConversationState, around: Around) -> Card:
    """Offer again what was found for a worry that was just told, the way through it first, to who asks «hva gjør jeg
    med dette»."""
    text = around.text
    return Card(
        kind="say_more",
        header=(text("common.bot_name"), ""),
        title=text("answers.say_more_worry_title"),
        intro=text("answers.say_more_worry"),
        buttons=ways_on(state, around),
    )


def ways_on(state: ConversationState, around: Around) -> tuple[Button, ...]:
    """Return the buttons shown last, the way through a worry by the name the sentences around it give it."""
    named = {WORRY: around.text("start.worried_row")}
    return tuple(Button(named.get(one.verb, one.title), one.verb, one.id, one.version) for one in state.shown)


def nothing_to_choose_card(around: Around) -> Card:
    """Say kindly that there is nothing to choose with that number, with the menu as the way on."""
    text = around.text
    return Card(
        kind="nothing_to_choose",
        header=(text("common.bot_name"), ""),
        title=text("answers.no_choice_title"),
        intro=text("answers.no_choice"),
        buttons=(Button(text("common.to_menu"), "menu"),),
    )


def off_topic_card(asked: str, around: Around) -> Card:
    """Say kindly that this is something else than what the bot knows, with a way on and no answer."""
    return _short_card("off_topic", asked, around)


def unhappy_card(around: Around, about: Article | None) -> Card:
    """Say sorry for an answer that did not help, with a way on, and the answer to what it may be `about` instead."""
    card = _short_card("sorry", "", around)
    if about is None:
        return card
    read = Button(about.title, "article", about.slug)
    intro = around.text("answers.small_sorry_report")
    return replace(card, intro=intro, buttons=(read, *card.buttons))


def _short_card(which: str, asked: str, around: Around) -> Card:
    text = around.text
    carries = (("asked", asked),)
    buttons = (
        Button(text("answers.pass_on"), "pass_on", carries=carries),
        *((Button(text("answers.ask_team"), "case_with_question", carries=carries),) if asked else ()),
        Button(text("common.to_menu"), "menu"),
    )
    return Card(
        kind="unknown",
        header=(text("common.bot_name"), ""),
        title=text(f"answers.small_{which}_title"),
        intro=text(f"answers.small_{which}"),
        buttons=buttons,
    )


def pass_on_card(question: str, around: Around, *, problem: str = "", shown: tuple[tuple[str, str], ...] = ()) -> Card:
    """Show the question as the editors will get it, to be mended first. With what was `shown` a place or an age may
    then stand, a name never."""
    text = around.text
    field = TextInput(
        "asked", text("answers.pass_field"), question, multiline=True, required=True, max_length=500, error=problem
    )
    return Card(
        kind="pass_on",
        header=(text("common.bot_name"), ""),
        title=text("answers.pass_title"),
        intro=text("answers.pass_intro"),
        blocks=(field,),
        buttons=(
            Button(text("answers.pass_send"), "pass_send", style="positive", carries=shown),
            Button(text("common.cancel"), "menu", submits_inputs=False),
        ),
    )


def _who_to_ask(state: ConversationState, around: Around) -> str:
    profile = around.municipality(state)
    if profile is None:
        return around.text("answers.unknown_no_municipality")
    one = contact(profile.dont_know_contact, state, around)
    name, how = (one.name, how_to_reach(one, around)) if one else ("", "")
    return around.text("answers.unknown_ask", municipality=profile.name, name=name, how=how)


def _first_sentence(text: str) -> str:
    return text.split(". ")[0].rstrip(".") + "."
