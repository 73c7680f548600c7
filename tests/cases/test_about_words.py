"""Step 1 of a case, typed: one message may fill it, nothing is changed unsaid, and everyday words meet the step."""

from __future__ import annotations

import pytest

from tests.turns.desk import KARI, Desk, kinds

FULL = "10-12 år, skole, mobbing, anonymt"


async def answered(desk: Desk) -> dict[str, object]:
    case = (await desk.state(KARI)).case
    return {name: getattr(case, name) or None for name in ("age", "arena", "themes", "way")}


@pytest.mark.parametrize(
    "said",
    [
        FULL,
        "ti år, skole, skolefravær og omsorg, anonymt",
        "11 år på skolen, mobbing. Anonymt",
        "anonymt, mobbing, skole, 10 til 12 år",
    ],
)
async def test_four_answers_in_one_message_go_on_by_themselves(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    shown = await desk.say(KARI, said)
    assert "case_team" in kinds(shown)
    assert "Jeg forsto det slik: 10–12 år · Skole" in desk.words(shown)
    assert kinds(await desk.say(KARI, "tilbake")) == ["case_about"]


async def test_a_sentence_that_fills_the_last_field_asks_for_neste(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    shown = await desk.say(KARI, "han er 11 år og sliter med mobbing på skolen, anonymt")
    assert kinds(shown) == ["line", "case_about"]
    assert "skriver «Neste»" in desk.words(shown)
    assert "skriver «Neste»" in desk.words(await desk.say(KARI, "vi har hatt tre møter"))
    assert "case_team" in kinds(await desk.say(KARI, "ja"))


@pytest.mark.parametrize("said", ["ja, mor sier det samme hjemme", "Tverrfaglig kompetanseteam 0–18 år"])
async def test_words_that_only_name_a_choice_on_their_way_change_nothing(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, "10-12 år, skole, mobbing")
    before = await answered(desk)
    await desk.say(KARI, said)
    assert await answered(desk) == before


async def test_the_ages_of_a_team_are_no_age(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, "Tverrfaglig kompetanseteam 0–18 år")
    assert (await answered(desk))["age"] is None


@pytest.mark.parametrize("said", ["hjemme", "nei, jeg mente hjemme", "endre til hjemme", "Hvor ser du barnet?: hjemme"])
async def test_what_is_changed_is_said_with_how_it_comes_back(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, "10-12 år, skole, mobbing")
    shown = await desk.say(KARI, said)
    assert "«Hvor ser du barnet?» er endret fra «Skole» til «Hjemme». Er det feil, skriver du «Skole»." in desk.words(
        shown
    )
    assert "er endret fra «Hjemme» til «Skole»" in desk.words(await desk.say(KARI, "Skole"))
    assert (await answered(desk))["arena"] == "skole"


async def test_a_change_of_a_full_card_is_looked_at_before_it_goes_on(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, FULL)
    await desk.say(KARI, "tilbake")
    shown = await desk.say(KARI, "hjemme")
    assert kinds(shown) == ["line", "line", "case_about"]
    assert "skriver «Neste»" in desk.words(shown)


@pytest.mark.parametrize("said", ["hei", "takk", "ja", "nei"])
async def test_everyday_words_are_told_what_the_step_lacks(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, "10-12 år, skole")
    told = desk.words(await desk.say(KARI, said))
    assert "Dette mangler: «Hva handler det om?» og «Hvordan vil du drøfte?»" in told


@pytest.mark.parametrize("said", ["hei", "ja", "takk", "nei", "vi har hatt tre møter"])
@pytest.mark.parametrize("step", ["about", "gate"])
async def test_words_below_something_else_show_the_step_again(desk: Desk, said: str, step: str) -> None:
    await desk.say(KARI, "drøft en sak")
    if step == "gate":
        await desk.say(KARI, FULL)
        await desk.press(KARI, "case_team", "komp_0_18")
    await desk.say(KARI, "mine saker")
    shown = await desk.say(KARI, said)
    assert kinds(shown)[-1] == f"case_{step}"
    assert "Det svaret kjente jeg ikke igjen" not in desk.words(shown)


async def test_thanks_below_the_teams_are_no_wrong_answer(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, FULL)
    assert "kjente jeg ikke igjen" not in desk.words(await desk.say(KARI, "takk"))


@pytest.mark.parametrize("said", ["16-17, videregående, psykisk helse", "17 år, vgs", "han er 16 og går på vg1"])
async def test_upper_secondary_school_is_named_in_one_word(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, said)
    assert ((await answered(desk))["age"], (await answered(desk))["arena"]) == ("16-17", "videregaende")


async def test_over_20_is_an_age(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, "over 20, hjemme")
    assert (await answered(desk))["age"] == "over-20"


@pytest.mark.parametrize(
    ("said", "age", "arena"),
    [
        ("0-18 mnd, helsestasjon, omsorg, anonymt", "0-18-mnd", "helse"),
        ("4 år, bhg, språk", "19-mnd-5-ar", "barnehage"),
        ("16 år, ungdomsklubben, rus", "16-17", "fritid"),
    ],
)
async def test_places_and_months_are_heard_as_people_say_them(desk: Desk, said: str, age: str, arena: str) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, said)
    told = await answered(desk)
    assert (told["age"], told["arena"]) == (age, arena)


async def test_a_theme_of_danger_may_be_chosen_in_words_and_danger_told_is_heard(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    assert kinds(await desk.say(KARI, "10-12 år, skole, vold eller overgrep")) == ["case_about"]
    assert kinds(await desk.say(KARI, "10 år, skole, far slår henne")) == ["acute"]


@pytest.mark.parametrize("said", ["fravær og uro", "språk å uro", "10 år, skulen, uro og vennskap, anonymt"])
async def test_a_theme_is_heard_by_what_it_is_also_called(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, said)
    themes = str((await answered(desk))["themes"])
    assert "atferd" in themes
    assert "," in themes


async def test_in_a_sentence_uro_is_no_theme(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, "vi kjenner en uro for omsorg i hjemmet")
    assert "atferd" not in str((await answered(desk))["themes"])


@pytest.mark.parametrize(
    "said",
    [
        "10 år skole ingen vold uro anonymt",
        "10 år skole uro nei vold anonymt",
        "ingen vold, bare uro",
        "nei vold",
        "ingne vold, uro",
        "utan vald, uro",
    ],
)
async def test_a_theme_that_is_denied_is_not_chosen(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, said)
    assert not (await answered(desk)).get("themes")


@pytest.mark.parametrize("said", ["10 år, skole, uro, uten samtykke", "nei, uro", "nei jeg mente uro"])
async def test_a_no_of_something_else_denies_no_theme(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, said)
    assert "atferd" in str((await answered(desk))["themes"])


@pytest.mark.parametrize(
    ("said", "age"),
    [
        ("jente 14, skole, fravær, anonymt", "13-15"),
        ("gutt 9 skole fravær anonymt", "6-9"),
        ("elev 11, fravær", "10-12"),
    ],
)
async def test_a_number_beside_nothing_but_answers_is_the_age(desk: Desk, said: str, age: str) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, said)
    told = await answered(desk)
    assert (told["age"], told["themes"]) == (age, ("fravaer",))


@pytest.mark.parametrize("said", ["nivå 1, skole, fravær", "ei jente, fravær", "fravær 1 og 2, skole"])
async def test_what_is_no_age_is_none(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.say(KARI, said)
    assert (await answered(desk))["age"] is None
