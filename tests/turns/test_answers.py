"""Questions in the chat: answers, «mente du», «vet ikke», small talk, votes with a reason. Nothing said is kept."""

from __future__ import annotations

import pytest

from bot.answers.lexicon import load_lexicon
from bot.domain.reply import Card
from dialogs.answers.dialog import _SMALL_TALK
from dialogs.as_text import all_buttons
from tests.answers.conftest import KNOWLEDGE
from tests.turns.desk import KARI, Desk, is_line, kinds

NOTE = (
    "Journalnotat 12.03. Pasient Testine Oppdiktet (f. 010203) møter til kontroll. Mor Prøve Oppdiktet er med. "
    "Vi snakket om søvn og skole. Jenta virker blid. Kan jeg dele dette med skolen uten samtykke?"
)


def test_every_kind_of_small_talk_has_an_answer_of_its_own() -> None:
    assert set(load_lexicon(KNOWLEDGE).small_talk) | {"tom", "emoji"} == set(_SMALL_TALK)


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("takk!", "thanks"),
        ("ok", "ok"),
        ("nei, vent", "wait"),
        ("vent litt", "wait"),
        ("det går bra nå", "better"),
        ("det går ikke bra", "worse"),
        ("det går ikkje bra", "worse"),
        ("går det bra", "fine"),
        ("ha det", "bye"),
        ("er du et menneske?", "bot"),
        ("hvordan går det", "fine"),
        ("din idiot", "insult"),
        ("dumme bot", "insult"),
        ("😀😀", "empty"),
        ("???", "empty"),
    ],
)
async def test_small_talk_gets_a_short_kind_answer_and_never_an_article(desk: Desk, said: str, key: str) -> None:
    shown = await desk.say(KARI, said)
    assert is_line(shown[0], desk.text(f"answers.small_{key}"))
    assert set(kinds(shown)) <= {"line", "menu"}


@pytest.mark.parametrize("said", ["hva er hovedstaden i Peru", "oppskrift på lapskaus"])
async def test_a_question_about_something_else_gets_a_short_answer_with_a_way_on(desk: Desk, said: str) -> None:
    (card,) = await desk.say(KARI, said)
    assert isinstance(card, Card)
    assert card.title == desk.text("answers.small_off_topic_title")
    assert {button.verb for button in all_buttons(card)} >= {"pass_on", "menu"}
    assert not [button for button in all_buttons(card) if button.verb == "article"]


@pytest.mark.parametrize(
    "said", ["what is the weather tomorrow", "what's the wifi password", "when do I get paid", "the printer is broken"]
)
async def test_something_else_in_english_is_told_so_in_english_above_the_short_answer(desk: Desk, said: str) -> None:
    line, card = await desk.say(KARI, said)
    assert is_line(line, desk.text("answers.english_refused"))
    assert isinstance(card, Card)
    assert card.title in {desk.text(f"answers.{one}_title") for one in ("small_off_topic", "unknown", "told")}


async def test_an_answer_that_did_not_help_leads_on(desk: Desk) -> None:
    (card,) = await desk.say(KARI, "det hjalp ikke")
    assert isinstance(card, Card)
    assert card.title == desk.text("answers.small_sorry_title")


async def test_a_question_in_english_is_answered_in_norwegian_with_a_line_in_english(desk: Desk) -> None:
    shown = await desk.say(KARI, "What is the duty to avert a crime?")
    assert is_line(shown[0], desk.text("answers.english"))
    assert not any(is_line(reply, desk.text("answers.names_warning")) for reply in shown)


async def test_a_number_in_an_english_question_is_warned_about(desk: Desk) -> None:
    shown = await desk.say(KARI, "Can I share information about 01020399999 with the police?")
    assert any(is_line(reply, desk.text("answers.names_warning")) for reply in shown)


async def test_a_pasted_note_with_names_is_answered_warned_about_and_not_kept(desk: Desk) -> None:
    shown = await desk.say(KARI, NOTE)
    assert kinds(shown)[0] in ("answer", "did_you_mean")
    assert is_line(shown[-1], desk.text("answers.names_warning"))
    assert "Testine" not in repr(await desk.state(KARI))
    assert not desk.store.data.questions


@pytest.mark.parametrize(
    "said",
    [
        "a" * 10_000,
        "barnevern " * 1_000,
        "'; DROP TABLE cases; --",
        "<script>alert(1)</script>",
        "**fet** [l](http://x.no)",
    ],
)
async def test_odd_text_in_the_chat_is_met_with_something(desk: Desk, said: str) -> None:
    assert await desk.say(KARI, said)


async def test_a_follow_up_about_another_age_leads_to_the_answer_for_that_age(desk: Desk) -> None:
    await desk.press(KARI, "article", "samtykke-12-16")
    shown = await desk.say(KARI, "og hvis eleven er 16?")
    offered = [button.id for reply in shown for button in all_buttons(reply)]
    assert "samtykke-16-18" in offered


async def test_the_age_in_the_question_brings_the_part_for_that_age(desk: Desk) -> None:
    article = desk.library.knowledge.articles["samtykke-12-16"]
    variant = next(v for v in article.variants if 15 in v.for_.age_years and "skole" in v.for_.role)
    shown = await desk.say(KARI, "Kan en elev på 15 år samtykke selv?")
    assert variant.text in desk.words(shown)


async def test_what_the_bot_does_not_know_names_who_to_ask_the_nearest_topics_and_a_way_to_pass_it_on(
    desk: Desk,
) -> None:
    (card,) = await desk.say(KARI, "eleven trenger gymsko")
    assert isinstance(card, Card)
    assert card.kind == "unknown"
    words = desk.words([card])
    assert "Velferdsveiledning" in words
    verbs = [button.verb for button in all_buttons(card)]
    assert "pass_on" in verbs
    assert "article" in verbs


@pytest.mark.parametrize(
    "told",
    [
        "tyggisen var visst noe annet, hjertet løper løpsk og han synger",  # no answer
        "«vi sitter i trappa og hører etter lyden av tenner»",  # three to choose from
        "etter fallet i friminuttet går ho rett på veggen",  # an answer to something else
    ],
)
async def test_whoever_tells_something_is_told_whom_to_ring_also_where_no_danger_is_heard(
    desk: Desk, told: str
) -> None:
    card = (await desk.say(KARI, told))[0]
    assert isinstance(card, Card)
    assert card.kind != "acute", "choose another message: this one is heard now"
    assert "ring 112" in desk.words([card])


async def test_a_question_is_not_met_with_emergency_numbers_first(desk: Desk) -> None:
    card = (await desk.say(KARI, "kan jeg snakke med en kollega om en elev?"))[0]
    assert isinstance(card, Card)
    assert "112" not in card.intro


@pytest.mark.parametrize("said", ["og hvis hu e 3 år", "ka om ongen e 3 år"])
async def test_an_age_alone_is_no_other_answer_for_sure(desk: Desk, said: str) -> None:
    await desk.say(KARI, "hva kan helsestasjonen dele med barnehagen uten samtykke")
    last = (await desk.state(KARI)).last_article
    assert last is not None
    (card,) = await desk.say(KARI, said)
    assert card.kind == "did_you_mean"
    assert next(one.id for one in (await desk.state(KARI)).shown if one.verb == "article") == last
