"""What answers the checklist before the question that is shown is added to it, and the question is asked on."""

from __future__ import annotations

import pytest

from tests.turns.desk import KARI, Desk


async def past_the_checklist(desk: Desk) -> dict[str, object]:
    for said in ("jeg er bekymret", "nei, ikke nå", "nei", "1", "11 år, skole", "mobbing"):
        await desk.say(KARI, said)
    return await answers(desk)


async def answers(desk: Desk) -> dict[str, object]:
    concern = (await desk.state(KARI)).concern()
    assert concern is not None
    return dict(concern.answers)


@pytest.mark.parametrize(("said", "told"), [("flere måneder", "flere måneder"), ("en trygg voksen", "en trygg voksen")])
async def test_it_is_added_and_said_back(desk: Desk, said: str, told: str) -> None:
    before = await past_the_checklist(desk)
    shown = desk.words(await desk.say(KARI, said))
    assert "Lagt til i svaret før" in shown
    assert told in shown
    after = await answers(desk)
    assert {*after} == {*before}
    changed = [name for name in after if after[name] != before[name]]
    assert changed == ["hva_har_du_sett"]


@pytest.mark.parametrize("said", ["rus", "han er lei seg", "flere måneder?", "usikker"])
async def test_what_would_lead_another_way_or_is_something_else_is_not(desk: Desk, said: str) -> None:
    before = await past_the_checklist(desk)
    shown = desk.words(await desk.say(KARI, said))
    assert "Lagt til i svaret før" not in shown
    assert (await answers(desk)).get("hva_har_du_sett") == before["hva_har_du_sett"]


async def test_what_is_asked_now_comes_first(desk: Desk) -> None:
    await past_the_checklist(desk)
    assert "Lagt til" not in desk.words(await desk.say(KARI, "nei"))
