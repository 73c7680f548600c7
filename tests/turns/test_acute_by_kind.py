"""The acute card begins with what fits the danger that was heard."""

from __future__ import annotations

import pytest

from tests.turns.desk import KARI, Desk


@pytest.mark.parametrize(
    "said", ["en jente i 9. sier hun vil ta livet av seg i kveld", "gutten min skriver at han ikke vil leve mer"]
)
async def test_where_somebody_may_take_their_life_113_stands_first_and_nothing_about_crimes_to_avert(
    desk: Desk, said: str
) -> None:
    shown = desk.words(await desk.say(KARI, said))
    assert "Er det fare for livet nå? Ring 113" in shown
    assert shown.index("113  Ambulanse") < shown.index("112  Politiet")
    assert "avverge" not in shown.casefold()
    assert "Mer om selvmordsfare" in shown
    assert "Slik melder du" in shown


async def test_where_a_life_is_in_danger_who_to_ring_for_what_stands_before_reporting(desk: Desk) -> None:
    shown = desk.words(await desk.say(KARI, "barnet ligger på gulvet og puster ikke"))
    assert shown.index("Ring 113 hvis noen er skadet") < shown.index("Meld direkte til barnevernet")


@pytest.mark.parametrize(
    "said",
    [
        "hun har sluttet å puste",
        "barnet falt ned trappa og er bevisstløs",
        "barnet har drukket klorin",
        "barnet har svelget batteri",
        "eleven har anafylaktisk sjokk",
        "treåringen har feberkramper",
        "eleven falt om i gymmen",
        "astmaanfall, medisinen virker ikke",
    ],
)
async def test_sudden_illness_and_injury_have_113_first_and_no_duty_to_avert(desk: Desk, said: str) -> None:
    shown = desk.words(await desk.say(KARI, said))
    assert "Er det fare for livet nå? Ring 113" in shown
    assert shown.index("113  Ambulanse") < shown.index("112  Politiet")
    assert desk.text("acute.avert_title") not in shown


@pytest.mark.parametrize("said", ["eleven truer med kniv", "han har våpen i sekken"])
async def test_threats_have_112_first(desk: Desk, said: str) -> None:
    shown = desk.words(await desk.say(KARI, said))
    assert "Er barnet i fare nå? Ring 112" in shown
    assert shown.index("112  Politiet") < shown.index("113  Ambulanse")
    assert shown.index("Ring 112 hvis noen truer") < shown.index("Ring 113 hvis noen er skadet")


async def test_what_is_beyond_the_bot_still_names_the_number_for_illness(desk: Desk) -> None:
    assert "ringer du 113" in desk.words(await desk.say(KARI, "hva er hovedstaden i Frankrike"))


async def test_violence_keeps_112_first_and_the_duty_to_avert(desk: Desk) -> None:
    shown = desk.words(await desk.say(KARI, "Far slår barnet."))
    assert "Er barnet i fare nå? Ring 112" in shown
    assert shown.index("112  Politiet") < shown.index("113  Ambulanse")
    assert "Du har også plikt til å avverge" in shown


@pytest.mark.parametrize(
    ("said", "number", "source"),
    [
        ("Far slår barnet.", "116 111", "116111.no"),
        ("en jente i 9. sier hun vil ta livet av seg i kveld", "116 117", "Helsenorge"),
        ("jenta skal giftes bort i sommer", "47 80 90 50", "Sjef i eget liv"),
    ],
)
async def test_a_number_on_the_card_has_its_source_below(desk: Desk, said: str, number: str, source: str) -> None:
    shown = desk.words(await desk.say(KARI, said))
    assert number in shown
    assert source in shown.rpartition(number)[2]


@pytest.mark.parametrize("said", ["det brenner på sfo", "brann!", "brannalarmen går og vi finner ikke alle barna"])
async def test_where_it_burns_110_stands_first(desk: Desk, said: str) -> None:
    shown = desk.words(await desk.say(KARI, said))
    assert "Brenner det? Ring 110" in shown
    assert shown.index("110  Brannvesenet") < shown.index("113  Ambulanse") < shown.index("112  Politiet")
    assert shown.index("Ring 110. Gjør det de sier.") < shown.index("Ring 113 hvis noen er skadet")
    assert "avverge" not in shown
    assert "Slik melder du" not in shown
    for asked in ("ja", "hva gjør vi", "hjelp"):
        assert "Brenner det? Ring 110" in desk.words(await desk.say(KARI, asked))


@pytest.mark.parametrize(
    "said",
    [
        "en elev er savnet",
        "vi har telt og mangler en",
        "Hjelp! Vi finner ikke treåringen.",
        "we lost one child in forest",
    ],
)
async def test_a_child_nobody_can_find_is_for_the_police(desk: Desk, said: str) -> None:
    shown = desk.words(await desk.say(KARI, said))
    assert "Er et barn borte? Ring 112" in shown
    assert shown.index("Si hvor og når barnet sist ble sett.") < shown.index("har rømt fra vold eller overgrep")
    assert "Ikke varsle foreldrene" not in shown
    assert "Du har også plikt til å avverge" not in shown


@pytest.mark.parametrize("said", ["hun gikk", "legevakta har fire timer kø", "og så da"])
async def test_what_nothing_is_found_for_right_below_the_card_shows_it_again(desk: Desk, said: str) -> None:
    await desk.say(KARI, "en elev sier hun vil dø")
    shown = desk.words(await desk.say(KARI, said))
    assert "også når det er kø på legevakta" in shown
    assert "Er det fare for livet nå? Ring 113" in shown


async def test_whoever_has_said_that_it_is_not_acute_is_not_shown_it_for_what_is_not_understood(desk: Desk) -> None:
    await desk.say(KARI, "en elev sier hun vil dø")
    await desk.say(KARI, "nei")
    assert "Ring 113" not in desk.words(await desk.say(KARI, "hun gikk"))


async def test_a_question_right_below_the_card_is_answered(desk: Desk) -> None:
    await desk.say(KARI, "en elev sier hun vil dø")
    assert "Jeg forstår ikke helt" not in desk.words(await desk.say(KARI, "hva er taushetsplikt?"))
