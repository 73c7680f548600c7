"""Whom a leader forbids to report, or scolds for it, reads that the duty is theirs; a leader reads that they cannot."""

from __future__ import annotations

import pytest

from tests.turns.desk import KARI, Desk, kinds

ARTICLE = "meldeplikt-personlig"


@pytest.mark.parametrize(
    "said",
    [
        "rektor pålegger meg å ikke melde",
        "rektor ga meg beskjed om å ikke melde",
        "lederen nekter meg å melde",
        "leder har forbudt oss å melde",
        "rektor stoppa meldinga mi",
        "styrer har sagt nei til melding",
        "styrer sa nei til bekymringsmeldinga",
        "sjefen sier jeg går bak ryggen hans hvis jeg melder",
        "sjefen sier at jeg er illojal hvis jeg melder",
        "sjefen ble sur fordi jeg meldte",
        "jeg fikk kjeft fordi jeg meldte",
        "æ fikk kjeft av sjefen for at æ meldt",
    ],
)
async def test_who_is_forbidden_or_scolded_reads_that_no_leader_can(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["answer"]
    assert (await desk.state(KARI)).last_article == ARTICLE
    assert "Meld selv" in desk.words(shown)


@pytest.mark.parametrize(
    "said",
    [
        "jeg er rektor, en ansatt vil melde uten at jeg vet om det",
        "kan jeg kreve at ansatte går via meg?",
        "du. jeg er rektor. kan mine ansatte melde uten meg",
        "jeg er leder, ansatte går bak ryggen min og melder",
        "jeg er styrer, kan jeg kreve at alle meldinger går via meg",
        "må alle lærere si fra til meg før de melder",
    ],
)
async def test_a_leader_reads_what_holds_for_leaders(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["answer_for"]
    assert "Du kan ikke bestemme at en ansatt skal la" in desk.words(shown)
    assert "§ 13-2" in desk.words(shown)


@pytest.mark.parametrize(
    "said",
    ["du. jeg er rektor. hva har mine ansatte skrevet", "du. jeg er rektor og mine ansatte drøfter saker uten meg"],
)
async def test_a_leader_who_asks_what_the_staff_write_is_told_that_nobody_sees(desk: Desk, said: str) -> None:
    assert desk.text("answers.sees_staff") in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize(
    "said",
    [
        "faren nekter meg å melde",
        "stefaren forbyr meg å ringe barnevernet",
        "foreldrene nektar oss å melde",
        "far truer meg hvis jeg melder",
        "rektor truer meg hvis jeg melder",
        "jenta fikk juling fordi jeg meldte",
        "en ansatt har slått uten at jeg vet det",
        "assistenten slår barna uten at jeg vet hvorfor",
        "en ansatt melder at et barn blir slått",
        "rektor forbyr meg å melde, og faren slår barnet",
        "jeg fikk kjeft fordi jeg meldte, og nå slår faren henne",
    ],
)
async def test_danger_beside_it_is_heard(desk: Desk, said: str) -> None:
    assert "acute" in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize(
    "said",
    [
        "kan de ansatte snakke med meg",
        "rektor har meldt",
        "jeg fikk kjeft av faren fordi jeg meldte",
        "barnet får kjeft hjemme fordi vi meldte",
        "kan jeg melde uten at foreldrene vet om det",
    ],
)
async def test_what_is_of_no_leader_is_heard_as_ever(desk: Desk, said: str) -> None:
    await desk.say(KARI, said)
    assert (await desk.state(KARI)).last_article != ARTICLE


@pytest.mark.parametrize("said", ["sagt nei", "sier nei", "gir ikke tillatelse", "melding, sier nei"])
async def test_a_bare_no_that_nobody_says_breaks_no_turn(desk: Desk, said: str) -> None:
    answer = desk.words(await desk.say(KARI, said))
    assert answer
    assert desk.text("common.something_broke") not in answer


@pytest.mark.parametrize("said", ["hvem har sendt sak fra skolen min", "hvem har sendt saker her"])
async def test_a_leader_who_asks_who_has_sent_a_case_is_told_that_nobody_is_shown(desk: Desk, said: str) -> None:
    assert desk.text("answers.sees_staff") in desk.words(await desk.say(KARI, said))
