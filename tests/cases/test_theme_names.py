"""What the guide calls a theme is understood wherever a theme is named in words."""

from __future__ import annotations

from typing import Any, cast

import pytest

from bot.domain.ports import ChannelLink
from bot.domain.reply import Card, ChoiceInput
from dialogs.as_text import inputs_of
from dialogs.by_words import words_of
from dialogs.cases.about_words import all_named
from dialogs.cases.which_case import theme_named
from dialogs.dialog import Around
from dialogs.where.dialog import read_wish
from tests.fakes.knowledge import MUNICIPALITIES, shelf
from tests.turns.desk import CHANNEL, ELSEWHERE, OLE, Desk

NO_THEME = "annet"
FIELD = shelf().knowledge.guides["bekymring"].steps["hva_har_du_sett"].field("tema")
ASKED = [(one.id, one.say) for one in (FIELD.choices if FIELD else ()) if one.id != NO_THEME]


@pytest.fixture
def around(desk: Desk) -> Around:
    nothing = cast(Any, None)
    return Around(desk.library.knowledge, nothing, nothing, nothing, desk.clock.now(), MUNICIPALITIES)


@pytest.mark.parametrize(("theme", "said"), ASKED)
def test_a_case_is_about_the_theme_the_guide_asked_of(theme: str, said: str, around: Around) -> None:
    assert all_named(f"10-12 år, skole, {said}, anonymt", around).get("themes") == theme


@pytest.mark.parametrize(("theme", "said"), ASKED)
def test_one_searches_for_it_and_names_the_own_case_by_it(theme: str, said: str, around: Around) -> None:
    assert read_wish(f"{said}, 14 år", around).get("theme") == theme
    assert theme_named({*words_of(f"trekk saken om {said}")}, around.text)[0] == theme


@pytest.mark.parametrize(
    "said", ["Kven skal familien vende seg til?", "eleven skal på ferie", "kven skal vere med i ei ansvarsgruppe?"]
)
def test_words_that_only_resemble_another_word_for_a_theme_name_none(said: str, around: Around) -> None:
    assert "theme" not in read_wish(said, around)


@pytest.mark.parametrize(("theme", "said"), ASKED)
async def test_a_team_tells_of_it(theme: str, said: str, desk: Desk) -> None:
    async with desk.store.unit_of_work() as uow:
        await uow.channels.link(ChannelLink("stjordal/tall", ELSEWHERE, desk.clock.now()))
        await uow.commit()
    (card,) = await desk.say(OLE, f"vi ser flere saker om {said.lower()}", CHANNEL)
    assert isinstance(card, Card)
    (field,) = (one for one in inputs_of(card.blocks) if isinstance(one, ChoiceInput) and one.id == "themes")
    assert field.value == theme


def test_two_themes_are_none(around: Around) -> None:
    assert theme_named({"mobbing", "rus"}, around.text)[0] == ""
    assert theme_named({"mobbing", "psykisk"}, around.text)[0] == ""


def test_a_longer_name_is_no_other_theme_as_well(around: Around) -> None:
    assert read_wish("psykisk sykdom, 14 år", around)["theme"] == "psykisk_helse"
    assert all_named("14 år, skole, psykisk sykdom, anonymt", around)["themes"] == "psykisk_helse"
    assert theme_named({"psykisk", "sykdom"}, around.text)[0] == "psykisk_helse"
    assert theme_named({"sykdom"}, around.text)[0] == "funksjonsnedsettelse"


@pytest.mark.parametrize("said", ["sorg", "rollen", "holdt", "grepet", "ferde"])
def test_a_word_that_the_name_of_a_theme_only_ends_in_names_none(said: str, around: Around) -> None:
    assert theme_named({said}, around.text)[0] == ""


@pytest.mark.parametrize(("said", "theme"), [("fraværet", "fravaer"), ("mobbinga", "mobbing"), ("vansker", "laering")])
def test_a_bent_word_and_the_last_part_of_a_name_are_of_it(said: str, theme: str, around: Around) -> None:
    assert theme_named({said}, around.text)[0] == theme
