"""Who writes of danger to themselves or their own child is met as a person, and staff who tell of a pupil are not."""

from __future__ import annotations

import pytest

from dialogs.own_card import OWN
from tests.turns.desk import KARI, Desk, is_line, kinds


@pytest.mark.parametrize(
    ("said", "about", "numbers"),
    [
        ("jeg har lyst til å dø", "life", ("113", "116 117", "116 123")),
        ("eg vil ikkje leve lenger", "life", ("113", "116 123")),
        ("jeg skulle ønske jeg ikke var her mer", "life", ("113", "116 123")),
        ("jeg orker ikke mer", "life", ("113", "116 123")),
        ("jeg klarer ikke å være mor lenger", "life", ("113", "116 123")),
        ("mannen min slår meg", "hit", ("112", "116 006", "Krisesenteret")),
        ("faren til barna mine slår meg", "hit", ("112", "116 006")),
        ("han holder meg innesperret", "hit", ("112", "116 006")),
        ("jeg har skadet barnet mitt", "hits", ("113", "116 006")),
        ("livet mitt er ikke verdt noe", "life", ("113", "116 123")),
        ("my husband hits me", "hit", ("112", "116 006")),
        ("I can't take it anymore", "life", ("113", "116 123")),
        ("mannen min slår ungene våre", "child", ("112", "116 006")),
        ("jeg blir slått av kona mi", "hit", ("112", "116 006")),
        ("jeg slo ungen min", "hits", ("113", "116 006")),
        ("det er min datter det gjelder, hun blir slått av faren", "child", ("112", "116 006")),
        ("mannen min slår meg og barna", "child", ("112", "116 006")),
        ("mannen min tok kvelertak på meg", "hit", ("112", "116 006")),
        ("eksen min truer med å drepe meg", "hit", ("112", "116 006")),
        ("jeg ble voldtatt av samboeren min", "hit", ("112", "116 006")),
        ("jeg er redd for kjæresten min", "hit", ("112", "116 006")),
        ("jeg blir mishandlet hjemme", "hit", ("112", "116 006")),
        ("samboeren min tar kvelertak på sønnen min", "child", ("112", "116 006")),
        ("jeg mistet kontrollen og slo barnet mitt", "hits", ("113", "116 006")),
        ("jeg har selvmordstanker", "life", ("113", "116 123")),
        ("jeg vil ta livet av meg", "life", ("113", "116 123")),
        ("jeg har planlagt å ta livet mitt", "life", ("113", "116 123")),
        ("samboeren min ble så sint i går at han slo meg, hva gjør jeg?", "hit", ("112", "116 006")),
        ("jeg ble voldtatt på julebordet", "raped", ("112", "116 117", "116 006")),
        ("faren til en elev truer meg på livet", "threat", ("112", "116 006")),
    ],
)
async def test_who_speaks_of_danger_to_themselves_is_met_as_a_person(
    desk: Desk, said: str, about: str, numbers: tuple[str, ...]
) -> None:
    shown = await desk.say(KARI, said)
    words = desk.words(shown)
    assert kinds(shown) == ["acute"]
    assert desk.text(f"acute.own_{about}") in words
    assert all(number in words for number in numbers)
    assert desk.text("acute.do_2") not in words, "what a member of staff does"


@pytest.mark.parametrize(
    ("told", "said", "about"),
    [
        ("jeg har lyst til å dø", "nei det gjelder meg", "life"),
        ("han sier han vil ta livet sitt", "it's me", "life"),
        ("det ligger noen bevisstløs på gulvet", "det gjelder meg", "ill"),
        ("noen truer med å skyte", "det gjelder meg", "threat"),
    ],
)
async def test_below_the_acute_card_it_may_be_oneself_it_is_about(desk: Desk, told: str, said: str, about: str) -> None:
    await desk.say(KARI, told)
    for _ in range(2):
        shown = await desk.say(KARI, said)
        assert kinds(shown) == ["acute"]
        assert desk.text(f"acute.own_{about}") in desk.words(shown)


@pytest.mark.parametrize("told", ["hun blir slått hjemme", "jeg har slått en elev", "kollegaen min slo et barn"])
async def test_who_says_so_of_blows_is_asked_where_for_what_they_did_at_work_is_no_news_to_comfort(
    desk: Desk, told: str
) -> None:
    await desk.say(KARI, told)
    shown = await desk.say(KARI, "nei det gjelder meg")
    assert is_line(shown[0], desk.text("acute.own_whose"))
    for answer in ("jeg blir slått hjemme", "jeg har slått barnet mitt", "det gjelder en ansatt"):
        assert f"«{answer}»" in desk.text("acute.own_whose")
    assert desk.text("acute.own_hit") in desk.words(await desk.say(KARI, "jeg blir slått hjemme"))
    await desk.say(KARI, told)
    await desk.say(KARI, "nei det gjelder meg")
    assert desk.text("acute.own_hits") in desk.words(await desk.say(KARI, "jeg har slått barnet mitt"))
    await desk.say(KARI, told)
    await desk.say(KARI, "nei det gjelder meg")
    assert desk.text("acute.staff_title") in desk.words(await desk.say(KARI, "det gjelder en ansatt"))


@pytest.mark.parametrize(
    "told", ["jenta mi blir slått av faren", "gutten min blir slått av mora", "barna mine blir slått av faren"]
)
async def test_a_child_that_may_be_a_pupil_is_met_with_what_staff_do_and_ones_own_is_one_line_away(
    desk: Desk, told: str
) -> None:
    shown = await desk.say(KARI, told)
    assert is_line(shown[0], desk.text("acute.own_maybe"))
    assert desk.text("acute.do_2").replace("**", "") in desk.words(shown)
    assert desk.text("acute.own_child") in desk.words(await desk.say(KARI, "det er mitt eget barn"))


@pytest.mark.parametrize(
    "said",
    [
        "ja",
        "hjelp",
        "hva gjør jeg",
        "jeg trenger hjelp",
        "det ble verre",
        "det går bedre",
        "jeg tør ikke",
        "nei det gjelder meg",
    ],
)
async def test_below_ones_own_card_whatever_asks_for_help_shows_it_again(desk: Desk, said: str) -> None:
    await desk.say(KARI, "mannen min slår meg")
    assert desk.text("acute.own_hit") in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("meant", ["det gjelder en elev", "hun er elev hos meg", "Nei, det gjelder ikke meg"])
async def test_below_ones_own_card_words_lead_back_to_what_staff_do(desk: Desk, meant: str) -> None:
    await desk.say(KARI, "datteren min blir slått av faren")
    assert desk.text("acute.do_2").replace("**", "") in desk.words(await desk.say(KARI, meant))


async def test_below_ones_own_card_the_danger_may_be_to_somebody_else(desk: Desk) -> None:
    await desk.say(KARI, "mannen min slår meg")
    assert desk.text("acute.do_2").replace("**", "") in desk.words(await desk.say(KARI, "det gjelder noen andre"))


@pytest.mark.parametrize(
    "said",
    [
        "pappa slår meg",
        "barnet ble slått av egen far",
        "jenta blir slått av sin egen far",
        "sønnen min slår faren sin",
        "samboeren min blir slått av sønnen min",
        "mannen min blir slått av meg",
        "jenta slår egen mor",
        "hun ble slått av mannen min",
        "faren min slår meg",
        "mannen min slår en elev",
        "mor sier mannen min slår meg",
        "barna slår hverandre og mannen min er på jobb",
        "faren slår barnet på jobben min",
        "faren tok kvelertak på barnet",
        "eleven min tok kvelertak på meg",
        "hun sier hun er redd for kjæresten min",
        "hun ble voldtatt av samboeren min",
        "eleven har selvmordstanker",
        "hun sier jeg vil ta livet av meg",
        "mor er redd eksen skal drepe henne",
        "hun er 14. vil dø",
        "mannen min så at hun ble slått i går",
    ],
)
async def test_blows_that_are_not_ones_own_are_met_with_what_staff_do(desk: Desk, said: str) -> None:
    shown = desk.words(await desk.say(KARI, said))
    assert not any(desk.text(f"acute.own_{about}") in shown for about in OWN)


async def test_a_pupil_in_danger_told_of_beside_it_goes_first(desk: Desk) -> None:
    shown = desk.words(
        await desk.say(KARI, "mannen min slår meg. Jeg har også en elev som blir slått av faren hjemme.")
    )
    assert desk.text("acute.do_2").replace("**", "") in shown
    assert desk.text("acute.own_hit") not in shown


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("mannen min puster ikke", "title_life"),
        ("babyen vår puster ikke, mannen min gir hjertekompresjon", "title_life"),
        ("samboeren min har tatt en overdose", "title_life"),
        ("jeg og mannen min er redde sønnen vår tar livet sitt", "title_life"),
        ("det brenner hjemme, mannen min er inne", "title_fire"),
        ("mannen min vil sende datteren vår til Somalia for å giftes bort", "forced_title"),
        ("mannen min vil omskjære datteren vår", "forced_title"),
    ],
)
async def test_illness_fire_and_forced_marriage_at_home_are_no_blows(desk: Desk, said: str, title: str) -> None:
    shown = desk.words(await desk.say(KARI, said))
    assert desk.text(f"acute.{title}") in shown
    assert not any(desk.text(f"acute.own_{about}") in shown for about in OWN)


@pytest.mark.parametrize(
    "said",
    ["mannen min slo sønnen vår, han er bevisstløs", "samboeren min dyttet barnet vårt ned trappa, han puster ikke"],
)
async def test_a_life_in_danger_goes_before_who_hit_ones_child(desk: Desk, said: str) -> None:
    shown = desk.words(await desk.say(KARI, said))
    assert desk.text("acute.title_life") in shown
    assert desk.text("acute.own_maybe") in shown
    assert desk.text("acute.own_child") in desk.words(await desk.say(KARI, "det er mitt eget barn"))


async def test_whom_to_ring_of_forced_marriage_goes_before_threats_to_oneself(desk: Desk) -> None:
    shown = await desk.say(KARI, "faren min sier han skal drepe meg hvis jeg ikke gifter meg")
    assert desk.text("acute.forced_title") in desk.words(shown)
    assert is_line(shown[0], desk.text("acute.own_perhaps"))
    assert desk.text("acute.own_threat") in desk.words(await desk.press(KARI, "acute_own", "threat"))


async def test_what_may_be_a_pupils_words_or_ones_own_says_how_to_tell(desk: Desk) -> None:
    shown = await desk.say(KARI, "faren min slår meg")
    assert is_line(shown[0], desk.text("acute.own_perhaps"))
    assert is_line((await desk.say(KARI, "det gjelder meg"))[0], desk.text("acute.own_whose"))


async def test_danger_with_oneself_and_nobody_from_work_in_it_says_how_to_tell_that_it_is_ones_own(desk: Desk) -> None:
    shown = await desk.say(KARI, "han slo i bordet, og neste gang er det ansiktet mitt")
    assert is_line(shown[0], desk.text("acute.own_perhaps"))
    shown = await desk.say(KARI, "jeg er redd han slår henne i ansiktet")
    assert desk.text("acute.own_perhaps") not in desk.words(shown)


async def test_it_is_about_oneself_only_right_below_the_card(desk: Desk) -> None:
    for said in ("far slår henne", "nei", "kan jeg få innsyn i saken"):
        await desk.say(KARI, said)
    assert "acute" not in kinds(await desk.say(KARI, "det gjelder meg"))


async def test_who_cannot_breathe_is_not_sent_to_somebody_to_talk_to(desk: Desk) -> None:
    await desk.say(KARI, "han er allergisk og får ikke puste")
    shown = desk.words(await desk.say(KARI, "nei det gjelder meg"))
    assert "Er det fare for livet nå? Ring 113" in shown
    assert "Mental Helse" not in shown
