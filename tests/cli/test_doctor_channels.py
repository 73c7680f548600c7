"""What `doctor` says of the channels: which cannot be reached, and which nobody can send to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.month_report import FIGURES
from bot.store import SqlStore
from bot.usecases.note_channel import OUT_OF_REACH
from dialogs.cases.about import channel_key
from tests.cli.test_operator import OLD, about, production, within
from tests.store.people import LINK, a_case, requester

__all__ = ["production"]


@pytest.mark.parametrize("problem", sorted({*OUT_OF_REACH.values(), "team.of_an_earlier_version"}))
def test_doctor_says_why_a_channel_cannot_be_reached(problem: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", OLD)
    monkeypatch.setenv("VEILEDEREN_MUNICIPALITIES", "stjordal")

    async def lose_a_channel(store: SqlStore) -> None:
        async with store.unit_of_work() as uow:
            await uow.channels.link(replace(LINK, team=channel_key("stjordal", "komp_0_18"), problem=problem))
            await uow.commit()

    within(lose_a_channel)
    said = [words for kind, words in about() if kind == "feil"]
    assert len(said) == 1
    assert "Tverrfaglig kompetanseteam 0–18 år (Stjørdal)" in said[0]


def test_doctor_names_a_channel_of_a_team_that_every_school_has_its_own_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", OLD)
    monkeypatch.setenv("VEILEDEREN_MUNICIPALITIES", "stjordal")
    name = "Drøftingsteam skole 6–18 år (Stjørdal) er ett team ved hver enhet"

    async def connect(store: SqlStore) -> None:
        async with store.unit_of_work() as uow:
            await uow.channels.link(replace(LINK, team=channel_key("stjordal", "droftingsteam_skole")))
            await uow.commit()

    assert not any("Drøftingsteam skole" in words for _, words in about()), "nobody is told to connect it"
    within(connect)
    (said,) = [words for kind, words in about() if kind == "feil"]
    assert name in said
    assert "Spør rektor når teamet på skolen møtes." in said


@pytest.mark.parametrize(("served", "team"), [("stjordal", "stjordal/gammelt"), ("melhus", "stjordal/komp_0_18")])
def test_doctor_names_a_channel_of_a_team_nobody_can_send_to_any_more(
    served: str, team: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VEILEDEREN_ENCRYPTION_KEY", OLD)
    monkeypatch.setenv("VEILEDEREN_MUNICIPALITIES", served)

    async def connect(store: SqlStore) -> None:
        async with store.unit_of_work() as uow:
            for one in (team, f"stjordal/{FIGURES}"):
                await uow.channels.link(replace(LINK, team=one))
            await uow.commit()

    async def send(store: SqlStore) -> None:
        async with store.unit_of_work() as uow:
            await uow.cases.add(replace(a_case(), team=team), requester(), "s1")
            await uow.commit()

    assert not any("ikke er beskrevet" in words for _, words in about())
    within(connect)
    (said,) = [(kind, words) for kind, words in about() if "ikke er beskrevet" in words]
    assert said[0] == "se"
    within(send)
    ((kind, words),) = [(kind, words) for kind, words in about() if "ikke er beskrevet" in words]
    assert kind == "feil"
    assert f"«{team}»" in words
    assert "Åpne saker i kanalen: 1." in words
