"""Who is worried about a child is shown the guide first; a question that names nothing is asked about."""

from __future__ import annotations

import pytest

from bench.answers.questions import read_questions
from bot.domain.reply import Card
from bot.domain.turn import Pressed
from dialogs.as_text import all_buttons
from tests.turns.desk import KARI, Desk, kinds

BEGINS = [
    "jeg er bekymret for en jente i klassen min, hun virker trist",
    "eg er uroa for ein gut i klassen, han er så stille for tida",
    "æ e uroli førr ei jente på avdelinga, ho virke så lei sæ",
    "bekymra for et barn i barnehagen som ikke leker med noen",
    "jeg bekymrer meg for en elev som virker ensom",
    "jeg er litt bekymret for ei jente",
    "er veldig urolig for en elev",
    "e litt bekymra for ei jente",
    "eg bekymrar meg for ei jente i gruppa",
    "I'm worried about a boy in my class, he seems sad",
    "i'm worried about a pupil",
    "I am a bit worried about a student",
    "im very worried about a child",
    "hi, i'm worried about a kid in my class",
    "worried about a girl in kindergarten",
]
OFFERS = [
    "Jeg går og er litt urolig for en av guttene på avdelinga mi, han har blitt så innesluttet",
    "hei, jeg har en elev jeg er bekymret for, hva gjør jeg?",
    "Eg er bekymra for ei jente på 14 som har slutta å komme på trening, kva skal eg gjere?",
    "kæm kan æ snakk med om ein onge æ bekymre mæ for?",
    "I have a bad feeling about a girl in kindergarten, what should I do?",
]
CALM = [
    question.text
    for question in read_questions("dev_calm")
    if question.slug in ("bek-utenforskap", "bek-mobbing", "bek-larevansker", "bek-okonomi")
    and "gråter seg i søvn" not in question.text  # this one raises an alarm, as does one in four of dev_calm
]


@pytest.mark.parametrize("said", BEGINS)
async def test_a_short_word_of_worry_begins_the_guide(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, said)
    assert (await desk.state(KARI)).active == "guide"
    assert kinds(shown)[-1] == "guide_step"


@pytest.mark.parametrize(
    "said", ["jeg er bekymret for budsjettet, men mest for en elev", "bekymret for Nora, hun er vikar"]
)
async def test_a_worry_for_somebody_begins_the_guide_though_work_is_named(desk: Desk, said: str) -> None:
    await desk.say(KARI, said)
    assert (await desk.state(KARI)).active == "guide"


@pytest.mark.parametrize(
    "said",
    [
        "jeg er bekymret for budsjettet i barnehagen",
        "Jeg er urolig for om barnehagen får nok vikarer i høst",
        "Jeg er urolig for om barnehagen får nok vikarer i høst, hvem kan vi spørre?",
        "bekymra for småting på skolen, hva gjør jeg?",
    ],
)
async def test_a_worry_about_work_is_not_met_with_the_guide(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, said)
    assert (await desk.state(KARI)).active != "guide"
    buttons = [button for card in shown if isinstance(card, Card) for button in all_buttons(card)]
    assert desk.text("start.worried_row") not in [one.title for one in buttons[:1]]


@pytest.mark.parametrize("said", [*OFFERS, *CALM])
async def test_a_longer_word_of_worry_is_answered_with_the_guide_first_and_the_team_beside_it(
    desk: Desk, said: str
) -> None:
    shown = await desk.say(KARI, said)
    (card,) = [reply for reply in shown if isinstance(reply, Card)]
    buttons = all_buttons(card)
    assert (buttons[0].verb, buttons[0].title) == ("menu_worried", desk.text("start.worried_row"))
    assert [one.verb for one in buttons].count("menu_worried") == 1
    assert "menu_submit" in [one.verb for one in buttons]
    assert len([one for one in buttons if one.verb == "article"]) <= 3


async def test_the_first_button_below_a_story_begins_the_guide_when_its_number_is_typed(desk: Desk) -> None:
    await desk.say(KARI, CALM[0])
    await desk.say(KARI, "1")
    assert (await desk.state(KARI)).active == "guide"


async def test_a_bare_yes_begins_the_guide_only_where_nothing_else_is_under_way(desk: Desk) -> None:
    told = (
        "Han har vært mye borte den siste måneden, og det er vanskelig å få kontakt med hjemmet. "
        "Hva skal vi gjøre med fraværet hans når mor ikke svarer?"
    )
    await desk.say(KARI, told)
    assert kinds(await desk.say(KARI, "ja"))[-1] == "guide_step"
    await desk.say(KARI, "avbryt")
    await desk.to_form()
    shown = await desk.say(KARI, told)
    assert desk.text("start.worried_row") in desk.words(shown)
    assert "guide_step" not in kinds(await desk.say(KARI, "ja"))
    assert (await desk.state(KARI)).active == "case"


async def test_a_question_about_the_law_has_no_offer_of_the_guide_before_its_answer(desk: Desk) -> None:
    (card,) = await desk.say(KARI, "Hvor lenge har jeg taushetsplikt?")
    assert isinstance(card, Card)
    assert all_buttons(card)[0].verb == "article_more"


@pytest.mark.parametrize("said", ["hva sa de egentlig?", "hva mente hun med det?"])
async def test_a_question_that_names_nothing_is_asked_about_kindly(desk: Desk, said: str) -> None:
    (card,) = await desk.say(KARI, said)
    assert isinstance(card, Card)
    assert (card.title, card.intro) == (desk.text("answers.say_more_title"), desk.text("answers.say_more"))
    assert [one.verb for one in all_buttons(card)] == ["menu_worried", "menu"]


async def test_a_question_that_names_nothing_leads_back_to_the_answer_before_it(desk: Desk) -> None:
    await desk.take(KARI, Pressed("article", "samtykke-12-16"))
    (card,) = await desk.say(KARI, "hva mente de med det?")
    assert isinstance(card, Card)
    assert all_buttons(card)[0].id == "samtykke-12-16"
    assert desk.library.knowledge.articles["samtykke-12-16"].title in card.intro


async def test_a_lone_number_with_nothing_to_choose_from_is_met_kindly_and_not_searched(desk: Desk) -> None:
    await desk.say(KARI, "slett kladden")
    (card,) = await desk.say(KARI, "2")
    assert isinstance(card, Card)
    assert card.title == desk.text("answers.no_choice_title")


async def test_who_writes_english_is_told_which_words_answer_the_guide(desk: Desk) -> None:
    shown = await desk.say(KARI, "i'm worried about a pupil")
    assert desk.text("guide.english") in desk.words(shown)
    assert desk.text("guide.english") not in desk.words(await desk.say(KARI, "jeg er bekymret for en elev"))


@pytest.mark.parametrize("said", ["ja", "yes", "ja takk", "ja gjerne"])
async def test_a_yes_to_the_offered_guide_begins_it(desk: Desk, said: str) -> None:
    await desk.say(KARI, CALM[0])
    assert desk.text("start.worried_row") in [one.title for one in (await desk.state(KARI)).shown[:1]]
    await desk.say(KARI, said)
    assert (await desk.state(KARI)).active == "guide"


@pytest.mark.parametrize(
    ("said", "key"),
    [("no", "small_ok"), ("yes", "small_ok"), ("not sure", "small_unsure"), ("i'm not sure", "small_unsure")],
)
async def test_a_bare_english_answer_to_nothing_is_small_talk(desk: Desk, said: str, key: str) -> None:
    await desk.say(KARI, "hva er samtidighetsansvar?")
    assert desk.text(f"answers.{key}") in desk.words(await desk.say(KARI, said))


async def test_continue_and_back_are_heard_in_english(desk: Desk) -> None:
    await desk.say(KARI, "i'm worried about a pupil")
    first = (await desk.state(KARI)).shown
    await desk.say(KARI, "not sure")
    await desk.say(KARI, "back")
    assert (await desk.state(KARI)).shown == first
    await desk.say(KARI, "hva er samtidighetsansvar?")
    assert kinds(await desk.say(KARI, "continue"))[-1] == "guide_step"


@pytest.mark.parametrize(
    "said",
    [
        "det er en gutt som alltid er sist hentet",
        "han er trist på fredager",
        "jenta har blitt så stille i det siste",
        "hun gråter lett og vil ikke spise matpakka",
        "han har alltid de samme klærne",
        "han sovner i timen",
    ],
)
async def test_what_is_seen_of_a_child_is_offered_the_way_through_it(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, said)
    (card,) = [one for one in shown if isinstance(one, Card)]
    assert all_buttons(card)[0].title == desk.text("start.worried_row")


@pytest.mark.parametrize(
    "said", ["har eleven krav på skoleskyss?", "samtykke fra foreldre til barn", "elev skoleskyss"]
)
async def test_a_question_without_a_sure_answer_is_not(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, said)
    titles = [one.title for card in shown if isinstance(card, Card) for one in all_buttons(card)]
    assert desk.text("start.worried_row") not in titles[:1]


@pytest.mark.parametrize("said", ["she said her father hits her", "boy 4 has blue marks on his back, says dad did it"])
async def test_who_writes_english_of_danger_reads_in_english_below_the_card_what_to_do(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, said)
    assert kinds(shown)[0] == "acute"
    assert shown[-1].text == desk.text("acute.english")
    assert desk.text("acute.english") not in desk.words(await desk.say(KARI, "far slår barna"))


async def test_what_no_means_below_danger_is_asked_in_english_too(desk: Desk) -> None:
    await desk.say(KARI, "she said her father hits her")
    assert "call 112" in desk.words(await desk.say(KARI, "no"))
