"""What tired people say in two or three words is met as what it is: a yes below danger, another child, «håpløst»."""

from __future__ import annotations

import pytest

from dialogs.as_text import all_buttons
from tests.turns.desk import KARI, Desk, kinds


@pytest.mark.parametrize("said", ["ja", "ja takk", "jada", "ja dessverre"])
async def test_a_yes_below_the_acute_card_leads_on_step_by_step_with_the_number_to_ring(desk: Desk, said: str) -> None:
    await desk.say(KARI, "far slår henne")
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["guide_step"]
    assert "Ring 112" in desk.words(shown)


async def test_the_steps_are_shown_by_the_name_of_their_button_also_after_another_message(desk: Desk) -> None:
    for typed in ("far slår henne", "nei, ikke akutt", "hva er taushetsplikt"):
        await desk.say(KARI, typed)
    assert "Ring 112" in desk.words(await desk.say(KARI, "gå steg for steg"))


@pytest.mark.parametrize("said", ["noe kan skje nå", "det kan skje noe i kveld"])
async def test_that_something_may_happen_now_is_acute(desk: Desk, said: str) -> None:
    assert kinds(await desk.say(KARI, said)) == ["acute"]


@pytest.mark.parametrize("said", ["nytt barn", "et annet barn"])
async def test_another_child_begins_a_concern(desk: Desk, said: str) -> None:
    for typed in ("jeg er bekymret", "1"):
        await desk.say(KARI, typed)
    await desk.say(KARI, said)
    assert len((await desk.state(KARI)).concerns) == 2


@pytest.mark.parametrize("said", ["hva vet du om meg", "er dette anonymt", "er jeg anonym her"])
async def test_what_is_kept_of_oneself_is_asked_in_many_words(desk: Desk, said: str) -> None:
    assert desk.text("answers.small_storage", unused="2 år") in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["dette funker ikke", "dette virker ikke", "håpløst"])
async def test_who_gives_up_is_met(desk: Desk, said: str) -> None:
    assert "Det var synd" in desk.words(await desk.say(KARI, said))


async def test_who_sees_the_answers_and_the_summary_are_asked_for_in_a_guide(desk: Desk) -> None:
    for typed in ("jeg er bekymret", "nei"):
        await desk.say(KARI, typed)
    assert desk.text("answers.sees_case") in desk.words(await desk.say(KARI, "hvem ser svarene"))
    assert "summary" in kinds(await desk.say(KARI, "lag sammendrag"))[0]


@pytest.mark.parametrize("said", ["er det vold å ta hardt i armen", "er det omsorgssvikt når de ikke vasker klærne"])
async def test_what_something_counts_as_is_looked_up_in_a_guide_with_the_way_back(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    shown = await desk.say(KARI, said)
    assert "Hva betyr ordene i meldeplikten?" in desk.words(shown)
    assert "Tilbake til Sak Blå" in desk.words(shown)


@pytest.mark.parametrize("said", ["hva nå", "kva gjer eg no"])
async def test_who_asks_what_now_in_a_guide_is_shown_the_question_with_its_explanation(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "guide_step"]
    assert "Regn som ja" in desk.words(shown)


async def test_a_step_is_changed_by_its_name(desk: Desk) -> None:
    for typed in ("jeg er bekymret", "nei", "nei", "1", "alder 8 år, skole, nei"):
        await desk.say(KARI, typed)
    assert "Hvor gammelt er barnet" in desk.words(await desk.say(KARI, "endre alder"))
    assert "10–12 år" in desk.words(await desk.say(KARI, "10 år"))


async def test_a_yes_to_whether_an_answer_is_to_be_changed_changes_it(desk: Desk) -> None:
    for typed in ("jeg er bekymret", "nei", "nei", "1", "alder 8 år, skole, nei", "oi, jeg skrev feil alder"):
        await desk.say(KARI, typed)
    assert "Hvor gammelt er barnet" in desk.words(await desk.say(KARI, "ja"))


@pytest.mark.parametrize(
    "said",
    [
        "hun er ofte borte på mandager",
        "eleven har ingen venner",
        "Hei, jeg har en følelse av at noe ikke stemmer med et barn på avdelingen",
    ],
)
async def test_what_is_told_of_a_child_is_offered_the_guide_above_a_sure_answer_too(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, said)
    assert kinds(shown)[-1] == "answer"
    assert "menu_worried" in {one.verb for reply in shown for one in all_buttons(reply)}


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("en ansatt har ikke meldt, hva gjør jeg", "Er meldeplikten personlig"),
        ("kan jeg overprøve at en lærer melder", "Er meldeplikten personlig"),
        ("far nekter samtykke, mor sier ja", "Må begge foreldre samtykke"),
        ("skilte foreldre, bare far har daglig omsorg, hvem spør jeg", "Må begge foreldre samtykke"),
        ("barnet slutter i morgen, hva kan vi si til neste barnehage", "overgang mellom barnehage"),
        ("jeg har glemt å melde", "Hva skjer hvis jeg lar være å melde"),
        ("jeg skulle meldt i forrige uke", "Hva skjer hvis jeg lar være å melde"),
        ("kan vi diskutere barnet på pauserommet", "kolleger på egen arbeidsplass"),
    ],
)
async def test_these_are_answered_with_what_they_ask(desk: Desk, said: str, title: str) -> None:
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["answer"]
    assert title in desk.words(shown)


@pytest.mark.parametrize(
    "said",
    [
        "eg har ei kjensle av at noko er gale med ein gut",
        "det er noe med et barn på avdelingen min",
        "noe skurrer med en gutt hos oss",
        "jeg har en dårlig magefølelse",
        "kjenner på en uro",
        "jeg vet ikke om jeg overreagerer, men det er en elev",
    ],
)
async def test_the_feeling_itself_begins_the_guide(desk: Desk, said: str) -> None:
    assert kinds(await desk.say(KARI, said))[-1] == "guide_step"


@pytest.mark.parametrize(
    "said",
    [
        "det er noe med skriveren",
        "det er noe med taushetsplikten jeg ikke forstår",
        "det er noe med samtykke jeg ikke forstår når eleven er 16",
        "det er noe med taushetsplikten til eleven",
        "det er noe med fristen for saken om en elev",
        "noe stemmer ikke i rapporten om en elev",
        "noe skurrer med læreren til en elev",
        "kanskje jeg overreagerer men en lærer er slem mot en gutt",
    ],
)
async def test_a_feeling_about_nobody_is_looked_up(desk: Desk, said: str) -> None:
    assert "guide_step" not in kinds(await desk.say(KARI, said))


async def test_who_only_says_that_they_want_to_discuss_begins_a_case(desk: Desk) -> None:
    assert "case_about" in kinds(await desk.say(KARI, "vil drøfte"))


@pytest.mark.parametrize("said", ["en vikar snakker stygt til barna hver dag", "hun roper til dem hver dag"])
async def test_an_answer_about_staff_offers_no_way_through_a_worry_about_a_child(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, said)
    assert "menu_worried" not in {one.verb for reply in shown for one in all_buttons(reply)}


@pytest.mark.parametrize("said", ["fikk ikke tak i noen", "ingen svarte"])
async def test_nobody_reached_in_the_acute_guide_is_its_answer(desk: Desk, said: str) -> None:
    for typed in ("far slår henne", "gå steg for steg", "7"):
        shown = await desk.say(KARI, typed)
    assert "Hva sa de?" in desk.words(shown)
    assert kinds(await desk.say(KARI, said))[-1] == "guide_outcome"


async def test_the_same_worry_said_twice_before_anything_is_answered_is_one_concern(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    first = (await desk.state(KARI)).concerns
    again = await desk.say(KARI, "jeg er bekymret")
    assert (await desk.state(KARI)).concerns == first
    assert desk.text("guide.begun_just_now", title=first[0].title or "") in desk.words(again)
    await desk.say(KARI, "nei")
    await desk.say(KARI, "jeg er bekymret")
    assert len((await desk.state(KARI)).concerns) == 2
