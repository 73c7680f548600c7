"""The file folder as a way in, words and guides with what they change, and a database that goes away midway."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import bot.turns.perform
from bot.content.guide_changes import ADDED, CHANGED, GONE, marks
from bot.content.versions import write_files
from bot.content.versions_edit import with_value
from bot.domain.published import PublishKnowledge
from bot.domain.reply import File
from bot.domain.turn import Place, PlaceKind, Pressed, Said, Turn
from bot.store.database import StoreBusy
from bot.usecases.publish_knowledge import publish_knowledge
from dialogs.editor.guide_drawing import steps_before_and_after
from tests.editors.conftest import KARI, RITA, OpenReplica
from tests.editors.people import Chat
from tests.fakes.knowledge import shelf
from tests.fakes.stores import MovableClock

PROFILE = "kommuner/stjordal.yaml"
VELFERD = "contact:kommuner/stjordal.yaml:velferdsveiledning"
ASKED = Pressed("article_more", "stjordal-velferdsveiledning")
GUIDE = "guides/bekymring.yaml"


def with_phone(raw: bytes, phone: str) -> bytes:
    number = {"name": "Velferdsveiledning", "value": [phone], "sources": ["stjordal-plan"]}
    return with_value(raw, PROFILE, ("numbers", "velferdsveiledning"), number)


async def test_a_file_in_the_folder_is_refused_mended_published_asked_for_and_rolled_back(
    replica: OpenReplica, clock: MovableClock, tmp_path: Path
) -> None:
    one, other = await replica(), await replica()
    rita, kari = Chat(one, RITA, clock), await Chat(other, KARI, clock).works_in("stjordal")
    await rita.take(Pressed("edit_check", "contact:kommuner/melhus.yaml:ppt", values={"value": "74 00 00 09"}))
    await rita.push("Publiser", {"why": "editions are in use"})
    folder = tmp_path / "kunnskap"
    shipped = {**one.files, "kommuner/melhus.yaml": shelf().files["kommuner/melhus.yaml"]}
    one.library._directory = folder
    write_files(shipped | {PROFILE: with_phone(shipped[PROFILE], "74 00 00 0l")}, folder)
    refused = await one.desk.take_folder(is_edited=True)
    assert refused.edition is None
    assert any("Mente du «74 00 00 01»?" in problem.message and problem.line for problem in refused.problems)
    write_files({PROFILE: with_phone(shipped[PROFILE], "74 00 00 01")}, folder)
    taken = await one.desk.take_folder(is_edited=True)
    assert taken.edition is not None
    await other.desk.follow()
    assert "74 00 00 01" in await kari.take(ASKED)
    history = await rita.take(Pressed("edit_history"))
    assert "filene boten ble satt opp med" in history
    await rita.take(Pressed("edit_roll", "2"))
    await rita.push("Publiser", {"why": "tilbake"})
    await other.desk.follow()
    assert "74 00 00 01" not in await kari.take(ASKED)


async def test_an_answer_that_others_link_to_cannot_be_deleted(replica: OpenReplica) -> None:
    one = await replica()
    brought = await one.desk.bring("sharepoint", {"articles/taushetsplikt-hva.md": None}, "")
    assert brought.edition is None
    assert "taushetsplikt-hva" in " ".join(map(str, brought.problems))


async def test_a_database_that_goes_away_while_publishing_leaves_the_draft_and_nothing_half_done(
    replica: OpenReplica, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = await replica()
    rita = Chat(one, RITA, clock)
    await rita.take(Pressed("edit_check", VELFERD, values={"value": "74 00 00 01"}))
    shown = rita.shown

    async def goes_away(command: PublishKnowledge, uow: Any, clock: Any) -> Any:
        await publish_knowledge(command, uow, clock)
        raise ConnectionError

    monkeypatch.setitem(bot.turns.perform.USE_CASES, PublishKnowledge, goes_away)
    with pytest.raises((ConnectionError, StoreBusy)):
        await rita.push("Publiser", {"why": "nytt nummer"})
    monkeypatch.setitem(bot.turns.perform.USE_CASES, PublishKnowledge, publish_knowledge)
    async with one.store.unit_of_work() as uow:
        assert await uow.editions.head() is None
    assert one.library.edition == 0
    rita.shown = shown
    assert "Publisert som utgave 2" in await rita.push("Publiser", {"why": "nytt nummer"})


async def test_a_word_of_danger_shows_which_questions_would_now_be_met_with_the_acute_card(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    rita = Chat(one, RITA, clock)
    form = await rita.take(Pressed("edit_form", "words:words/acute.yaml:expressions/vold"))
    assert "slår meg" in form
    blocks = [block for reply in rita.shown for block in getattr(reply, "blocks", ())]
    before = next(block.value for block in blocks if hasattr(block, "value"))
    values = {"words": f"{before}\ntaushetsplikt"}
    preview = await rita.take(Pressed("edit_check", "words:words/acute.yaml:expressions/vold", values=values))
    assert "→ akuttkort (vold)" in preview
    assert "blir møtt på en annen måte" in preview


async def test_a_step_of_the_guide_is_worded_anew_without_touching_where_it_leads(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    rita = Chat(one, RITA, clock)
    before = one.library.knowledge.guides["bekymring"]
    step = f"step:{GUIDE}:steps/trygg_na"
    await rita.take(Pressed("edit_form", step))
    assert "feil å rette" in await rita.push("Se hva som endres", {"ask": ""})
    mended = {"ask": before.steps["trygg_na"].ask, "help": "Det er lov å ta feil."}
    told = await rita.push("Se hva som endres", mended)
    assert "Slik blir det" in told
    assert "Vis hvor veien er endret" not in told
    await rita.push("Publiser", {"why": "kortere"})
    now = one.library.knowledge.guides["bekymring"]
    assert now.steps["trygg_na"].help == "Det er lov å ta feil."
    assert now.version != before.version
    assert [list(now.arrows(name)) for name in now.steps] == [list(before.arrows(name)) for name in before.steps]


async def test_a_way_that_is_changed_is_drawn_before_and_after(replica: OpenReplica) -> None:
    one = await replica()
    raw = one.files[GUIDE]
    unsure = b"{id: usikker, say: Jeg er usikker, go_to: "
    changed = raw.replace(unsure + b"ring_om_fare}", unsure + b"utfall_akutt}")
    turn = Turn("x", RITA, Place(PlaceKind.PERSONAL, "a:x"), Said(""), one.library._clock.now())
    lines = steps_before_and_after(raw, changed, GUIDE, one.library.around(turn))
    assert lines == (
        "Borte: trygg_na – Jeg er usikker → ring_om_fare",
        "Ny: trygg_na – Jeg er usikker → utfall_akutt",
    )


async def test_an_editor_gets_the_guide_drawn_before_and_after_with_what_is_changed_marked(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    rita = Chat(one, RITA, clock)
    assert "ingen veileder" in await rita.take(Pressed("edit_drawing"))
    step = f"step:{GUIDE}:steps/trygg_na"
    preview = await rita.take(Pressed("edit_check", step, values={"help": "Det er lov å ta feil."}))
    assert "Tegning før og etter" in preview
    await rita.push("Tegning før og etter")
    (file,) = rita.shown
    assert isinstance(file, File)
    page = file.content.decode()
    assert (file.name, page.count("<svg")) == ("bekymring.html", 2)
    assert page.count(f'stroke="{CHANGED}"') == 2, "the one step, in both drawings"
    assert "Før" in page
    assert "Etter" in page
    assert '>Endret</b><a href="#after-trygg_na">' in page, "what is changed is named above and leads to its box"
    assert page.count('id="before-trygg_na"') == page.count('id="after-trygg_na"') == 1
    assert "http" not in page.replace("http://www.w3.org/2000/svg", ""), "it needs nothing from outside"


def test_new_and_gone_places_have_their_own_edge() -> None:
    guide = shelf().knowledge.guides["bekymring"]
    name = next(iter(guide.outcomes))
    fewer = guide.model_copy(update={"outcomes": {key: one for key, one in guide.outcomes.items() if key != name}})
    assert marks(guide, fewer)[0][name] == GONE
    assert marks(fewer, guide)[1][name] == ADDED
    assert marks(guide, guide) == ({}, {})
