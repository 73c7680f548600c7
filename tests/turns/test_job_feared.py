"""Who fears for their job for reporting reads that the duty is theirs; nothing of it silences danger beside it."""

from __future__ import annotations

import pytest

from bot.domain.reply import Card
from tests.turns.desk import KARI, Desk, kinds

ARTICLE = "meldeplikt-personlig"


@pytest.mark.parametrize(
    "said",
    [
        "hvis æ melde så får æ sparken",
        "hvis æ melde så får æ sparken av styrer",
        "hvis jeg melder får jeg sparken av styrer",
        "kan jeg få sparken hvis jeg melder til barnevernet?",
        "æ e redd for å få sparken",
        "gjengjeldelse når man melder",
        "er jeg vernet hvis jeg melder",
        "kan sjefen straffe meg for at jeg har meldt",
        "kan jeg miste jobben hvis jeg melder?",
    ],
)
async def test_who_fears_for_the_job_is_told_that_the_duty_is_theirs_and_who_helps_at_work(
    desk: Desk, said: str
) -> None:
    (card,) = await desk.say(KARI, said)
    assert isinstance(card, Card)
    assert (await desk.state(KARI)).last_article == ARTICLE
    assert "snakk med verneombudet eller tillitsvalgte" in desk.words([card])


@pytest.mark.parametrize(
    "said",
    [
        "hvis jeg melder får hun sparken av far",
        "jeg får sparken hvis jeg melder, men far sparker barnet",
        "hvis æ melde så sparke faren ongen",
        "eleven får spark hjemme når vi melder",
    ],
)
async def test_a_kick_is_still_a_kick(desk: Desk, said: str) -> None:
    assert "acute" in kinds(await desk.say(KARI, said))
