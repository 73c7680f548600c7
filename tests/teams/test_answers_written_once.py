"""An answer is written once for everybody who gets it; what somebody wrote is never remembered."""

from __future__ import annotations

import functools
import json
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.domain.conversation import ConversationState, Profile
from bot.teams.cards import CardWriter
from bot.teams.json_bytes import json_bytes
from bot.teams.write_activity import OURS_ALONE, ActivityWriter
from dialogs.answers import cards
from dialogs.answers.cards import POLICE, answer_card, more_card, source_card
from dialogs.answers.unanswered_cards import did_you_mean_card
from dialogs.as_text import as_text
from dialogs.dialog import Around
from tests.fakes.knowledge import shelf

SHELF = shelf()
TEXTS = SHELF.knowledge.texts
AROUND = Around(
    SHELF.knowledge, SHELF.answers, SHELF.acute, SHELF.anonymiser, datetime(2026, 11, 25, tzinfo=UTC), ("stjordal",)
)


def writer() -> ActivityWriter:
    return ActivityWriter(CardWriter(TEXTS, functools.partial(as_text, texts=TEXTS)), TEXTS)


def test_every_answer_is_written_once_and_the_same_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    pen = writer()
    state = ConversationState(profile=Profile("stjordal", "skole"))
    for article in SHELF.knowledge.articles.values():
        for card in (
            answer_card(article, state, AROUND),
            more_card(article, state, AROUND),
            source_card(article, state, AROUND),
        ):
            written, anew = pen.as_json(card), pen.write(card)
            assert card.kind in OURS_ALONE
            assert json.loads(written) == anew
            with monkeypatch.context() as once:
                once.setattr(pen, "_card", None)
                assert pen.as_json(replace(card)) == written


def test_a_card_is_made_once_for_all_who_read_the_same_and_anew_for_others() -> None:
    article = next(one for one in SHELF.knowledge.articles.values() if one.variants and POLICE not in one.short_answer)
    state = ConversationState(profile=Profile("stjordal", "skole"))
    made = answer_card(article, state, AROUND)
    assert answer_card(article, replace(state, welcomed=True), replace(AROUND)) is made
    overdue = datetime.combine(article.review_by, time(12), UTC) + timedelta(days=2)
    nynorsk = SHELF.knowledge.written_in("nn")
    others = [
        *(answer_card(article, replace(state, profile=Profile("stjordal", role)), AROUND) for role in (None, "helse")),
        answer_card(article, replace(state, profile=Profile(None, "skole")), AROUND),
        answer_card(article, state, replace(AROUND, municipalities=())),
        answer_card(article, state, replace(AROUND, now=overdue)),
        answer_card(article, state, replace(AROUND, knowledge=nynorsk)),
        answer_card(article, state, AROUND, manner="worries"),
        answer_card(article, state, AROUND, manner="tells"),
        answer_card(article.model_copy(update={"short_answer": "Et utkast."}), state, AROUND),
        answer_card(article, state, replace(AROUND, knowledge=replace(SHELF.knowledge, sources={}))),
    ]
    assert all(card is not made for card in others)
    assert others[8].intro == "Et utkast."
    again = answer_card(article, state, AROUND)
    assert (again, again.intro) == (made, article.short_answer)


def test_few_cards_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cards, "KEPT", 3)
    monkeypatch.setattr(cards, "_kept", {})
    state = ConversationState(profile=Profile("stjordal", "skole"))
    for article in SHELF.knowledge.articles.values():
        answer_card(article, state, AROUND)
    assert len(cards._kept) == 3


def test_what_somebody_asked_is_written_anew_each_time() -> None:
    pen = writer()
    asked = did_you_mean_card(list(SHELF.knowledge.articles.values())[:3], "Hva gjør jeg for Kari Prøve?", AROUND)
    assert asked.kind not in OURS_ALONE
    assert pen.as_json(asked) == pen.as_json(asked)
    assert pen.as_json(asked) is not pen.as_json(asked)


def test_half_a_character_is_sent_as_a_question_mark() -> None:
    assert json_bytes({"text": "a\ud83d"}) == b'{"text":"a?"}'
