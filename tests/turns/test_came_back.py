"""Who comes back is welcomed to what is open, who asks whom to ring is told, and who asks what this is for is told."""

from __future__ import annotations

import pytest

from bot.content.texts import load_texts
from bot.turns.asked import asks_whom_to_ring
from bot.turns.asked_of_case import asks_how_case_is
from bot.turns.typed import command_in_full
from dialogs.by_words import words_of
from tests.fakes.knowledge import KNOWLEDGE
from tests.turns.desk import CHANNEL, KARI, OLE, Desk, kinds

TEXTS = load_texts(KNOWLEDGE)


async def shown_on_return(desk: Desk, said: str = "er tilbake") -> list[str]:
    shown = await desk.say(KARI, said)
    assert desk.words(shown).count("Velkommen tilbake") == 1
    return kinds(shown)


async def test_with_nothing_open_the_menu_is_shown(desk: Desk) -> None:
    assert await shown_on_return(desk) == ["line", "menu"]


@pytest.mark.parametrize("said", ["er tilbake", "jeg er tilbake", "nå er jeg tilbake"])
async def test_what_is_under_way_is_shown(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    assert await shown_on_return(desk, said) == ["line", "guide_step"]
    await desk.say(KARI, "må hente ungan no")
    assert await shown_on_return(desk, said) == ["line", "guide_step"]


async def test_a_guide_that_was_stopped_is_shown_to_who_asks_to_go_back_to_it(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "avbryt")
    assert "Sak Blå" in desk.words(await desk.say(KARI, "kom tilbake til saken"))


async def test_a_form_that_was_left_is_shown(desk: Desk) -> None:
    await desk.to_form()
    assert (await shown_on_return(desk))[-1] == "case_form"
    await desk.say(KARI, "meny")
    assert (await shown_on_return(desk))[-1] == "case_form"


async def test_of_several_open_things_the_list_is_shown(desk: Desk) -> None:
    for _ in range(2):
        await desk.say(KARI, "jeg er bekymret")
        await desk.say(KARI, "avbryt")
    assert await shown_on_return(desk) == ["line", "my_cases"]


async def test_whoever_has_sent_a_case_sees_it(desk: Desk) -> None:
    case = await desk.sent()
    assert case.code in desk.words(await desk.say(KARI, "er tilbake"))


@pytest.mark.parametrize("said", ["hei igjen, hvor var jeg", "hei, hvor var jeg?", "god dag, hvor var jeg"])
async def test_who_greets_and_asks_where_they_were_sees_it(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    assert kinds(await desk.say(KARI, said))[-1] == "case_about"
    case = await desk.sent()
    assert case.code in desk.words(await desk.say(KARI, said))


async def test_below_the_acute_card_coming_back_does_not_say_that_it_is_not_acute(desk: Desk) -> None:
    await desk.say(KARI, "pappa slår ham")
    assert kinds(await desk.say(KARI, "er tilbake"))[:1] == ["acute"]


@pytest.mark.parametrize(
    ("said", "is_asked"),
    [
        ("skal jeg ringe noen", True),
        ("Skal jeg ringe noen?", True),
        ("hvem skal jeg ringe nå", True),
        ("bør vi ringe til noen i dag?", True),
        ("kem ska æ ring", True),
        ("jeg må ringe nå", True),
        ("jeg må ringe noen nå", True),
        ("æ må ring nå", True),
        ("jeg må ringe mora", False),
        ("skal jeg ringe mora", False),
        ("skal jeg ringe barnevernet", False),
        ("jeg skal ringe", False),
        ("hvem er det", False),
        ("må jeg ringe noen når han ikke kommer", False),
    ],
)
def test_only_who_names_nobody_asks_whom_to_ring(said: str, is_asked: bool) -> None:
    assert asks_whom_to_ring(words_of(said), TEXTS) is is_asked


async def test_who_asks_whom_to_ring_is_told_the_numbers_and_loses_no_place(desk: Desk) -> None:
    shown = await desk.say(KARI, "skal jeg ringe noen?")
    assert kinds(shown) == ["numbers"]
    assert all(number in desk.words(shown) for number in ("112", "113", "116 111"))
    await desk.say(KARI, "jeg er bekymret")
    assert "Skriv «fortsett»" in desk.words(await desk.say(KARI, "skal jeg ringe noen?"))
    assert kinds(await desk.say(KARI, "fortsett")) == ["guide_step"]


async def test_a_concern_about_danger_has_a_name_on_the_list(desk: Desk) -> None:
    for said in ("jeg er bekymret", "1", "Hva gjelder det?"):
        await desk.say(KARI, said)
    assert "Svarene om akutt fare" in desk.words(await desk.say(KARI, "mine saker"))
    assert all(one.title for one in (await desk.state(KARI)).shown)


@pytest.mark.parametrize(
    "said",
    [
        "jeg vet ikke om dette er noe for meg, jeg jobber på nav",
        "er dette noe for oss i nav?",
        "hvem er dette for",
        "ka du e for nå",
        "hei hva er dette",
    ],
)
async def test_who_asks_what_this_is_for_is_told_what_and_for_whom(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "menu"]
    assert desk.text("answers.small_can") in desk.words(shown)
    assert "NAV" in desk.words(shown[:1])


@pytest.mark.parametrize(
    "said",
    [
        "er dette noe for meg å melde",
        "er dette noe for barnevernet",
        "jeg vet ikke om dette er noe for meg, gutten er så lei seg",
        "er dette noe for oss, mor vil ikke samtykke",
    ],
)
async def test_a_child_or_a_rule_beside_it_is_no_question_about_the_bot(desk: Desk, said: str) -> None:
    assert desk.text("answers.small_can") not in desk.words(await desk.say(KARI, said))


async def test_numbers_are_told_by_their_button_in_a_channel_too(desk: Desk) -> None:
    assert kinds(await desk.press(OLE, "numbers", place=CHANNEL)) == ["numbers"]


@pytest.mark.parametrize(
    ("said", "of_sender", "of_others"),
    [
        ("hvordan går det med saken min", True, True),
        ("ka skjer me saken?", True, True),
        ("hvor langt har saken kommet", True, True),
        ("har noen tatt saken min", True, True),
        ("har teamet svart ennå", True, True),
        ("har de svart?", True, False),
        ("fikk de det", True, False),
        ("har de fått saken min", True, False),
        ("fekk teamet saka mi?", True, False),
        ("har de lest den ennå", True, False),
        ("har jeg fått det", False, False),
        ("fikk de hjelp", False, False),
        ("har dem svart ennå", True, False),
        ("e det kommet svar", True, False),
        ("har jeg fått svar fra teamet", True, True),
        ("hvordan går det med gutten", False, False),
        ("hvordan går det", False, False),
        ("har barnevernet svart", False, False),
        ("hva skjer med saken hos barnevernet", False, False),
        ("har de svart på bekymringsmeldingen", False, False),
        ("hvordan går det med saken hans", False, False),
        ("hva er en sak", False, False),
        ("svar", False, False),
        ("de har svart nei", False, False),
    ],
)
def test_only_known_words_ask_how_ones_own_case_is(said: str, of_sender: bool, of_others: bool) -> None:
    words = words_of(said)
    assert asks_how_case_is(words, TEXTS, has_cases=True) is of_sender
    assert asks_how_case_is(words, TEXTS, has_cases=False) is of_others


async def test_the_list_answers_who_asks_how_their_case_is(desk: Desk) -> None:
    case = await desk.sent()
    for said in ("har de svart?", "hvordan går det med saken min"):
        assert case.code in desk.words(await desk.say(KARI, said))


def test_again_is_part_of_a_greeting_only() -> None:
    assert command_in_full("hei igjen, slett alt", TEXTS)
    assert command_in_full("igjen slett alt", TEXTS) is None
