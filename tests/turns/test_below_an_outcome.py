"""Below the outcome of a guide nothing is asked any more: a question there is answered, and what is told is met."""

from __future__ import annotations

import pytest

from dialogs.by_words import asks_something
from tests.fakes.knowledge import shelf
from tests.turns.desk import KARI, Desk, kinds

MELD = ("jeg er bekymret", "3", "2")
"""The way to «Meld i dag»."""


@pytest.fixture
async def at_report(desk: Desk) -> Desk:
    """Kari, who has come to «Meld i dag»."""
    for said in MELD:
        await desk.say(KARI, said)
    return desk


@pytest.mark.parametrize(
    "said",
    [
        "er det meldeplikt for meg som assistent",
        "har barnet rett til å bli hørt",
        "blir foreldrene varslet",
        "men hva om jeg tar feil",
        "får de vite hvem som meldte",
        "samtykke fra far",
    ],
)
async def test_a_question_without_its_sign_is_answered_below_an_outcome(at_report: Desk, said: str) -> None:
    shown = await at_report.say(KARI, said)
    assert kinds(shown)[0] in ("answer", "did_you_mean"), at_report.words(shown)


async def test_a_tired_word_below_an_outcome_is_met_kindly(at_report: Desk) -> None:
    assert "Det høres tungt ut" in at_report.words(await at_report.say(KARI, "jeg er sliten"))


async def test_who_tells_on_below_an_outcome_is_thanked_and_what_is_not_known_is_said_so(at_report: Desk) -> None:
    told = at_report.words(await at_report.say(KARI, "hun er ofte trist og gråter i timen"))
    assert "Takk for at du forteller" in told
    assert "Endre Sak Blå" in told
    assert "kjente jeg ikke igjen" in at_report.words(await at_report.say(KARI, "feil barn"))


@pytest.mark.parametrize(
    "said", ["har det vondt hjemme", "er redd for far", "får ikke sove", "er mor til to", "har ringt"]
)
def test_a_verb_that_stands_before_nobody_asks_nothing(said: str) -> None:
    assert not asks_something(said, shelf().knowledge.texts)


async def test_who_asks_how_many_steps_are_left_is_told_that_none_are(at_report: Desk) -> None:
    told = at_report.words(await at_report.say(KARI, "hvor mange steg igjen"))
    assert told == at_report.text("guide.how_far_done")


@pytest.mark.parametrize(
    "said", ["må jeg det", "må jeg virkelig det?", "kan jeg gjøre det senere", "kan jeg vente til i morgen", "si mer"]
)
async def test_whether_it_must_be_done_or_can_wait_is_answered_with_the_outcome(desk: Desk, said: str) -> None:
    for one in ("jeg er bekymret", "nei, ikke nå", "2"):
        await desk.say(KARI, one)
    assert "Kort sagt: Meld i dag." in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["hvem sier det", "står det i loven", "kilde?"])
async def test_where_an_outcome_stands_are_its_sources_here(desk: Desk, said: str) -> None:
    for one in ("jeg er bekymret", "nei, ikke nå", "2"):
        await desk.say(KARI, one)
    shown = desk.words(await desk.say(KARI, said))
    assert shown.startswith("Kilder: Barnevernsloven")
    assert "Melhus" not in shown


async def test_who_disagrees_with_an_outcome_reads_what_they_can_do(desk: Desk) -> None:
    for one in ("jeg er bekymret", "nei, ikke nå", "2"):
        await desk.say(KARI, one)
    assert "Er du uenig? Skriv hvorfor i fagsystemet." in desk.words(await desk.say(KARI, "jeg er uenig"))


@pytest.mark.parametrize("before", [(), ("jeg er bekymret", "nei, ikke nå", "2")])
async def test_the_number_of_nobody_is_whom_to_ring(desk: Desk, before: tuple[str, ...]) -> None:
    for one in before:
        await desk.say(KARI, one)
    assert kinds(await desk.say(KARI, "har dere nummeret")) == ["numbers"]


async def to_ring_today(desk: Desk) -> None:
    for said in ("jeg er bekymret", "nei, ikke nå", "usikker", "jeg får ikke svar"):
        await desk.say(KARI, said)


@pytest.mark.parametrize("said", ["kan jeg ringe i morgen", "kan æ ring på mandag"])
async def test_who_asks_to_ring_another_day_is_not_told_that_it_is_well(desk: Desk, said: str) -> None:
    await to_ring_today(desk)
    told = desk.words(await desk.say(KARI, said))
    assert told.startswith("Kort sagt: Ring barnevernet i dag.")


@pytest.mark.parametrize("said", ["ho e 14 og går på ungdomsskolen", "nei hun er 15"])
async def test_who_tells_how_old_the_child_is_is_shown_no_rule_of_consent(desk: Desk, said: str) -> None:
    await to_ring_today(desk)
    assert kinds(await desk.say(KARI, said)) == ["line"]


@pytest.mark.parametrize("said", ["ka no", "hva nå", "kan jeg ringe i morgen"])
async def test_who_asks_what_now_below_something_else_is_shown_the_outcome_again(desk: Desk, said: str) -> None:
    await to_ring_today(desk)
    assert kinds(await desk.say(KARI, "kan jeg være anonym når jeg melder"))[-1:] == ["answer"]
    assert "Ring barnevernet i dag" in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize(
    "said", ["jeg ringer mor", "kan jeg ringe mor i morgen", "skal vi ringe foreldrene", "ring far"]
)
async def test_who_would_ring_the_home_in_danger_is_not_told_that_it_is_well(desk: Desk, said: str) -> None:
    for before in ("jeg er bekymret", "ja"):
        await desk.say(KARI, before)
    assert "Bra." not in desk.words(await desk.say(KARI, said))


async def test_who_rings_for_help_and_names_the_home_is_told_whom_to_ring(desk: Desk) -> None:
    for before in ("jeg er bekymret", "ja"):
        await desk.say(KARI, before)
    assert desk.words(await desk.say(KARI, "jeg ringer barnevernet før mor")).startswith(
        "Bra. Ring barnevernets mottak"
    )
