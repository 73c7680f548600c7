"""Answers free text: the answer, «mente du», «vet ikke», or a kind word. Never stores what was asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.result import BARE, SearchResult
from bot.answers.story import only_tells, tells_of_a_child
from bot.answers.telling import names_rules_or_papers
from bot.answers.wording import age_told, fold
from bot.content.article import Article
from bot.domain.commands import PassQuestionOn, RateAnswer
from bot.domain.conversation import ROLES, ConversationState
from bot.domain.outcomes import Outcome
from bot.domain.reply import Button, Card, Line, Reply
from bot.domain.turn import Pressed, Turn
from dialogs.answers.cards import Manner, answer_card, more_card, source_card
from dialogs.answers.for_whom import for_whom_card
from dialogs.answers.told_worry import carrying
from dialogs.answers.unanswered_cards import (
    did_you_mean_card,
    nothing_to_choose_card,
    off_topic_card,
    pass_on_card,
    say_more_card,
    unhappy_card,
    unknown_card,
)
from dialogs.by_words import numbers_said, words_of
from dialogs.checked_text import FAILED, check, note_on, shown_on
from dialogs.dialog import Around, Dialog, Step, Typed, Verb
from dialogs.menu import menu_card, welcome
from dialogs.wish_to_discuss import begins_with_a_wish

WHY = ("other_question", "unclear", "wrong", "local")
"""Why an answer was of no use; named in texts `answers.why_*`."""
LONGEST_QUESTION = 1500
"""Characters of a question that are looked at; a pasted journal note is longer than a question."""

STAFF = "vold-ansatt"
"""The article about members of staff: the way through a worry about a child is none for them."""
AFTER_REPORT = "melding-tilbakemelding"
"""The article about the answer from barnevernet: «fikk ikke svar» may be of that, and not of the bot."""
SURE_ENOUGH = "meldeplikt-grunn-til-a-tro"
"""The article about how sure one must be."""
NO_MORE = "no_more"
"""What is chosen of a list of suggestions by «nei takk»: nothing, and nobody else is asked for."""
NOT_NOW = "not_now"
"""What is chosen where the guide is offered by a bare no."""
_LONE_NUMBER = re.compile(r"\W*\d\W*$")
"""One digit, typed as the number of a button where none has it."""


def answer(turn: Turn, asked: str, state: ConversationState, around: Around) -> Step:
    """Answer a question with the best article, or choices, or who knows."""
    return carrying(_answered(asked[:LONGEST_QUESTION], state, around), asked[:LONGEST_QUESTION])


def _answered(question: str, state: ConversationState, around: Around) -> Step:
    if _LONE_NUMBER.match(question) or numbers_said(question, around.text):
        return Step((nothing_to_choose_card(around),))
    found = found_for(question, state, around)
    articles = [around.knowledge.articles[one] for one in found.suggestions if one in around.knowledge.articles]
    if found.verdict == "small_talk":
        return _small_talk(found.kind or "tom", question, state, around)
    warning = names_warning(question, state, around, is_english=found.is_english)
    english = (Line(around.text("answers.english")),) if found.is_english else ()
    is_of_staff = bool(articles) and articles[0].slug == STAFF
    is_of_a_child = tells_of_a_child(question) or begins_with_a_wish(question, around)
    manner = _manner(question, worries=found.offers_guide or (not is_of_staff and is_of_a_child))
    if found.kind == BARE:
        return Step((*english, say_more_card(state, around)))
    if found.verdict == "answer" and articles:
        age = age_told(question) if articles[0].differs_by_age else None
        step = show(articles[0], state, around, age=age, manner=manner)
        return Step((*english, *_renumbered(found.renumbered, around), *step.replies, *warning), step.state)
    if found.verdict == "did_you_mean" and articles:
        return Step((*english, did_you_mean_card(articles, question, around, manner), *warning))
    refused = (Line(around.text("answers.english_refused")),) if found.is_english else ()
    is_off_topic = found.kind == "utenfor_tema" and manner != "worries"  # what is told of a child is never outside
    unknown = unknown_card(articles, question, state, around, manner)
    return Step((*refused, off_topic_card(question, around) if is_off_topic else unknown, *warning))


def _manner(question: str, *, worries: bool) -> Manner:
    if worries:
        return "worries"
    return "tells" if only_tells(question) and not names_rules_or_papers(fold(question)) else "asks"


def found_for(question: str, state: ConversationState, around: Around) -> SearchResult:
    """Return what the search finds for this person, after the answer they saw last."""
    profile, previous = state.profile, state.last_article
    return around.answers.search(
        question[:LONGEST_QUESTION], municipality=profile.municipality, role=profile.role, previous=previous
    )


def show(
    article: Article, state: ConversationState, around: Around, *, age: int | None = None, manner: Manner = "asks"
) -> Step:
    """Show one answer, with what is said for an age the question told, and remember it for follow-up questions."""
    card = answer_card(article, state, around, age=age, manner=manner)
    return Step((card,), replace(state, last_article=article.slug))


def _renumbered(change: tuple[str, str] | None, around: Around) -> tuple[Reply, ...]:
    """Say where a section that was asked for by its old number stands today."""
    return (Line(around.text("answers.renumbered", old=change[0], new=change[1])),) if change else ()


def names_warning(
    question: str, state: ConversationState, around: Around, *, is_english: bool = False
) -> tuple[Reply, ...]:
    """Say that names should not be written. The name lists are Norwegian: in English only numbers and addresses
    tell."""
    findings = around.anonymiser.find_direct(question, state.profile.municipality)
    found = (finding for finding in findings if finding.type != FAILED)
    direct = any(not (is_english and finding.may_keep) for finding in found)
    return (Line(around.text("answers.names_warning")),) if direct else ()


def warned_of_names(step: Step, said: str, state: ConversationState, around: Around) -> Step:
    """Say beside what was answered that names should not be written, in a guide and in a case as below a question. One
    word alone tells of nobody: it may be any typing error."""
    warning = names_warning(said, state, around) if len(said.split()) > 1 else ()
    return replace(step, replies=(*step.replies, *warning)) if warning else step


BETTER = "bedre"
"""The kind of small talk that says that it is better."""
DOUBTS = "tviler"
"""The kind of small talk that doubts whether there is anything in what was seen: «overreagerer jeg»."""
WHOSE = "hvem_det_gjelder"
"""The kind of small talk that tells of tears and not whose they are: «sitter og gråter»."""
_SMALL_TALK = {
    "hilsen": "hello", "takk": "thanks", "ok": "ok", BETTER: "better", "vent": "wait", "farvel": "bye",
    "hvem_er_du": "bot", "hva_kan_du": "can", "hva_lagrer_du": "storage",
    "hvordan_gar_det": "fine", "misfornoyd": "sorry", "fornaermelse": "insult", "tom": "empty", "emoji": "empty",
    "forstar_ikke": "simple", "engelsk": "english", "sliten": "tired", "verre": "worse", "usikker": "unsure",
    "hastverk": "hurry", "videre": "onward", DOUBTS: "doubts", WHOSE: "whose", "knapp": "button", "spor": "ask",
}  # fmt: skip
"""Kind of small talk (`words/smaprat.yaml`) → what is answered (`answers.small_...`)."""
_WITH_MENU = ("hello", "can", "empty", "simple", "unsure", "hurry", "onward")


def _small_talk(kind: str, question: str, state: ConversationState, around: Around) -> Step:
    key = _SMALL_TALK[kind]
    if key == "hello" and not state.welcomed:
        return welcome(state, around)
    if key == "sorry":
        waits = not around.text.words("answers.words_an_answer").isdisjoint(words_of(question))
        return Step((unhappy_card(around, around.knowledge.articles.get(AFTER_REPORT) if waits else None),))
    said = Line(around.text(f"answers.small_{key}", unused=around.unused_for), _ways_on(kind, state, around))
    return Step((said, menu_card(state, around, first=False)) if key in _WITH_MENU else (said,))


def _ways_on(kind: str, state: ConversationState, around: Around) -> tuple[Button, ...]:
    """Return what can be done below small talk: who doubts, or tells of tears that may be a child's, is led to the
    guide, where they are not in the middle of it, and who doubts to what is enough to report."""
    if kind not in (DOUBTS, WHOSE):
        return ()
    guide = (Button(around.text("start.worried_row"), "menu_worried"),) if state.active is None else ()
    article = around.knowledge.articles.get(SURE_ENOUGH) if kind == DOUBTS else None
    return (*guide, *((Button(article.title, "article", article.slug),) if article is not None else ()))


def open_article(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the article behind a button."""
    article = around.knowledge.articles.get(pressed.id)
    return show(article, state, around) if article else Step((Line(around.text("answers.gone")),))


def open_more(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the whole article."""
    article = around.knowledge.articles.get(pressed.id)
    return Step((more_card(article, state, around) if article else Line(around.text("answers.gone")),))


def open_source(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the sources of an article."""
    article = around.knowledge.articles.get(pressed.id or state.last_article or "")
    return Step((source_card(article, state, around) if article else Line(around.text("answers.gone")),))


def open_for(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show what an article says to a role, or to the person's own."""
    slug, _, role = pressed.id.partition("|")
    article = around.knowledge.articles.get(slug)
    if article is None:
        return Step((Line(around.text("answers.gone")),))
    return Step((for_whom_card(article, role if role in ROLES else "", state, around),))


def vote(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Count a thumb up or down; after a thumb down, ask what was wrong."""
    useful = pressed.verb == "vote_up"
    if pressed.id not in around.knowledge.articles:
        return Step((Line(around.text("answers.gone")),))
    return Step(
        (Line(around.text("answers.thanks_up")) if useful else _ask_why(pressed.id, around),),
        None,
        (RateAnswer(turn.person, pressed.id, useful),),
    )


def _ask_why(slug: str, around: Around) -> Card:
    """Ask why, with a few answers to choose from: no free text, so nothing about a child."""
    text = around.text
    return Card(
        kind="vote_why",
        title=text("answers.thanks_down"),
        intro=text("answers.why_intro"),
        buttons=tuple(Button(text(f"answers.why_{why}"), "vote_why", f"{slug}|{why}") for why in WHY),
        doors=False,
    )


def vote_why(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Keep the reason for the editors, without who gave it."""
    slug, _, why = pressed.id.partition("|")
    if slug not in around.knowledge.articles or why not in WHY:
        return Step((Line(around.text("answers.gone")),))
    return Step(replaces=Line(around.text("answers.why_thanks")), commands=(RateAnswer(turn.person, slug, False, why),))


def none_of_these(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """None of the suggestions fit: say who knows, unless the person has said «nei takk»."""
    if pressed.id == NOT_NOW:
        return Step((Line(around.text("answers.not_now")),))
    if pressed.id == NO_MORE:
        return Step((Line(around.text("answers.small_ok")),))
    return Step((unknown_card((), pressed.values.get("asked", ""), state, around),))


def pass_on(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the question, already without names, before it is sent to the editors."""
    asked = pressed.values.get("asked", "")[:LONGEST_QUESTION]
    findings = around.anonymiser.find(asked, state.profile.municipality)
    return Step((pass_on_card(around.anonymiser.rewrite(asked, findings), around),))


def pass_send(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Check the question again, then send it to the editors without who asked."""
    asked = pressed.values.get("asked", "").strip()[:LONGEST_QUESTION]
    if not asked:
        return _again(pass_on_card("", around, problem=around.text("answers.pass_empty")))
    checked = check({"asked": asked}, state.profile.municipality, around)
    if checked.must_be_shown(pressed.values):
        problem = note_on(checked.findings, around, "answers.pass_names", "answers.pass_names_maybe")
        again = pass_on_card(checked.suggestion["asked"], around, problem=problem, shown=shown_on(checked))
        return _again(again)
    said = checked.fields["asked"]
    question = PassQuestionOn(turn.person, turn.place, said, state.profile.municipality, state.profile.role)
    return Step((), None, (question,))


def _again(card: Reply) -> Step:
    return Step(replaces=card)


def tell_passed_on(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Say that it is sent; the card with the field is taken away."""
    return Step(replaces=Line(around.text("answers.passed_on")), replies=())


def tell_nothing(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """A vote has been thanked for already."""
    return Step()


def tell_who_sees(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Say to a leader who asks it who sees what the staff write and send."""
    return Step((Line(around.text("answers.sees_staff")),))


def tell_of_no_person(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Say to who asks whether somebody is known here that nothing is kept of anybody, and lead on."""
    article = around.knowledge.articles.get("yrke-barnevern")
    guide = (Button(around.text("start.worried_row"), "menu_worried"),) if state.active is None else ()
    ways = (*guide, *((Button(article.title, "article", article.slug),) if article is not None else ()))
    return Step((Line(around.text("answers.about_person"), ways),))


def tell_who_dares_not(around: Around, beside: Sequence[Button]) -> Step:
    """Meet who dares not report or ring: the duty is theirs, and there is help with it."""
    ways = (("discuss", "anonym-drofting-barnevern"), ("wrong", "melding-feil"), ("alone", "meldeplikt-personlig"))
    buttons = tuple(Button(around.text(f"answers.dare_{key}"), "article", slug) for key, slug in ways)
    return Step((Line(around.text("answers.dare_not"), (*beside, *buttons)),))


ANSWERS = Dialog(
    name="answers",
    verbs={
        "article": Verb(open_article, Typed.NEARLY, is_for_all=True),
        "article_more": Verb(open_more, Typed.NEARLY, is_for_all=True),
        "source": Verb(open_source, Typed.NEARLY, is_for_all=True),
        "answer_for": Verb(open_for, Typed.NEARLY, is_for_all=True),
        "vote_up": Verb(vote, Typed.NEARLY),
        "vote_down": Verb(vote, Typed.NEARLY),
        "vote_why": Verb(vote_why, Typed.NEARLY),
        "none_of_these": Verb(none_of_these, Typed.NEARLY, means="no"),
        "pass_on": Verb(pass_on, Typed.WHOLE),
        "pass_send": Verb(pass_send, Typed.WHOLE),
        "sees_staff": Verb(tell_who_sees, Typed.WHOLE),
        "about_person": Verb(tell_of_no_person, Typed.WHOLE),
    },
    told={PassQuestionOn: tell_passed_on, RateAnswer: tell_nothing},
)
