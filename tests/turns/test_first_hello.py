"""Who one is and where one works may come with the first hello, and with how the day is."""

from __future__ import annotations

import pytest

from bot.domain.conversation import Profile
from tests.turns.desk import KARI, STRANGER, Desk, kinds


@pytest.mark.parametrize(
    ("said", "municipality", "role"),
    [
        ("heisann, e vikar i barnehagen i dag", None, "barnehage"),
        ("hei, helsesykepleier i melhus, har det travelt", "melhus", "helse"),
        ("god dag. Jeg er veileder i NAV Stjørdal", "stjordal", "nav"),
        ("hallo jeg er vaktmester på sfo", None, "sfo_fritid"),
        ("jeg vaktmester sfo melhus, ny i norge", "melhus", "sfo_fritid"),
        ("halla, lærer", None, "skole"),
        ("hei, jeg er helt ny lærer i melhus", "melhus", "skole"),
        ("hei, det er fredag og jeg er sliten lærer i melhus", "melhus", "skole"),
    ],
)
async def test_who_one_is_said_with_the_first_hello_is_heard(
    desk: Desk, said: str, municipality: str | None, role: str
) -> None:
    shown = await desk.say(STRANGER, said)
    assert {"profile", "menu"} & {*kinds(shown)}
    assert (await desk.state(STRANGER)).profile == Profile(municipality, role)


@pytest.mark.parametrize("said", ["god dag, jeg er veileder i NAV Stjørdal", "heisann æ e vikar i barnehagen i dag"])
async def test_with_a_hello_it_is_asked_about_as_without(desk: Desk, said: str) -> None:
    assert kinds(await desk.say(KARI, said)) == ["profile_ask"]


@pytest.mark.parametrize(
    "said",
    [
        "hei, hva gjør helsesykepleier i melhus",
        "hei, mor er lærer",
        "hei, barnet er sliten i barnehagen i dag",
        "hei, helsesykepleier i melhus har ringt oss",
        "hei igjen, dårlig dag for eleven på skole",
        "hei, er ppt der?",
    ],
)
async def test_a_hello_before_something_else_tells_nobody_s_work(desk: Desk, said: str) -> None:
    await desk.say(STRANGER, said)
    assert (await desk.state(STRANGER)).profile == Profile()
