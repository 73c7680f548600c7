"""A new version of the program over what editors have published: its knowledge comes in, theirs stays, and an edition
never keeps the bot from starting."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from pathlib import Path

from bot.content.problem import Problem
from bot.content.versions import Files, version_of, write_files
from bot.content.versions_check import Checked
from bot.content.versions_diff import differences
from bot.content.versions_edit import section_of, with_section, with_value
from bot.content.versions_upgrade import fit
from bot.domain.published import Draft, PublishKnowledge
from bot.domain.turn import Place, PlaceKind
from bot.turns.folder_state import FOLDER, FolderState
from bot.usecases.publish_knowledge import publish_knowledge
from tests.editors.conftest import ON_ONE_DATABASE, RITA, OpenReplica, Replica
from tests.editors.test_editions import NUMBER, PROFILE, number, phone_of
from tests.fakes.knowledge import shelf
from tests.fakes.stores import MovableClock

ARTICLE = "articles/taushetsplikt-hva.md"
LISTS = ("words/acute_examples.tsv", "words/flere_sporsmal.tsv")
NEW_LIST = "anonymising/former-trebank.txt"


def of_before(files: Files) -> dict[str, bytes]:
    """Return the knowledge as an earlier version of the program had it."""
    old = {path: content for path, content in files.items() if path != NEW_LIST}
    old |= {path: files[path][: files[path].rindex(b"\n", 0, -200) + 1] for path in LISTS}
    return old | {ARTICLE: with_section(files[ARTICLE], "Kort svar", "Det var slik loven ble lest før.")}


async def publish_over(replica: Replica, old: Files, edited: Files, clock: MovableClock) -> None:
    """Publish what an editor changed in the earlier version of the program."""
    state = FolderState.of(old, version_of(old)).to_text()
    together = {**old, **edited}
    command = PublishKnowledge(
        RITA, 0, together, version_of(together), True, ("x",), "skjema", "", ((FOLDER, state),), old
    )
    async with replica.store.unit_of_work(RITA) as uow:
        await publish_knowledge(command, uow, clock)
        await uow.editor_chats.keep(RITA, Place(PlaceKind.PERSONAL, "a:rita"))
        await uow.commit()


def with_phone(files: Files) -> dict[str, bytes]:
    return {PROFILE: with_value(files[PROFILE], PROFILE, NUMBER, number("74 00 00 01"))}


async def told(replica: Replica, clock: MovableClock) -> dict[str, str]:
    """Return what has been told to editors, by the name of the sentence."""
    rows = []
    async with replica.store.unit_of_work() as uow:
        while leased := await uow.queue.lease("test", clock.now(), clock.now(), 50):
            rows += leased
            for row in leased:
                await uow.queue.delivered(row.id, None, clock.now())
        await uow.commit()
    texts = replica.library.knowledge.texts
    return {
        row.item.payload["text"]: texts(row.item.payload["text"], **json.loads(row.item.payload["values"]))
        for row in rows
    }


async def head(replica: Replica) -> int:
    async with replica.store.unit_of_work() as uow:
        return await uow.editions.head_number()


async def test_all_a_new_version_brings_comes_into_use_beside_what_an_editor_published_and_once_for_all_replicas(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one, other = await replica(), await replica()
    old = of_before(one.files)
    await publish_over(one, old, with_phone(old), clock)
    await asyncio.gather(one.desk.start(), other.desk.start())
    assert await head(one) == 3
    for each in (one, other):
        changed = [path for path, raw in shelf().files.items() if each.files.get(path) != raw]
        assert (each.library.edition, changed) == (3, [PROFILE])
        assert phone_of(each) == "74 00 00 01"
        assert each.desk.not_in_use is None
    assert await told(one, clock) == {}
    late = await replica()
    await late.desk.start()
    assert (late.library.edition, late.library.knowledge.version) == (3, one.library.knowledge.version)
    async with one.store.unit_of_work() as uow:
        lines = (await uow.editions.edition(3)).changes
    assert any(line.startswith(f"{ARTICLE}, Kort svar: «Det var slik") for line in lines)


@ON_ONE_DATABASE
async def test_the_way_back_over_a_new_version_is_open_and_a_long_list_can_be_edited(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    old = of_before(one.files) | {path: one.files[path] for path in (NEW_LIST, LISTS[0])}  # nothing is learned anew
    await publish_over(one, old, with_phone(old), clock)
    await one.desk.start()
    looked = await one.desk.look(Draft(3, (), "tilbake", roll_back_to=2))
    assert looked.checked.errors == ()
    questions = one.files[LISTS[1]].decode() + "taushetsplikt-hva\tHva får jeg si på butikken?\n"
    looked = await one.desk.look(Draft(3, ((LISTS[1], questions),)))
    assert looked.checked.is_sound


@ON_ONE_DATABASE
async def test_where_both_changed_a_file_other_lines_come_in_and_the_same_lines_stay_the_editors_who_are_told(
    replica: OpenReplica, clock: MovableClock, tmp_path: Path
) -> None:
    one = await replica()
    old = dict(one.files)
    own = with_section(old[ARTICLE], "Kort svar", "Slik sier vi det hos oss.")
    await publish_over(one, old, with_phone(old) | {ARTICLE: own}, clock)
    new = dict(old)
    new[PROFILE] = with_value(new[PROFILE], PROFILE, ("checked_by",), "den nye utgaven")
    new[ARTICLE] = with_section(new[ARTICLE], "Kort svar", "Slik er loven nå.")
    new["articles/meldeplikt-gar-foran.md"] = with_section(
        new["articles/meldeplikt-gar-foran.md"], "Kort svar", "Rettet."
    )
    write_files(new, tmp_path / "new")
    one.library._directory = tmp_path / "new"
    await one.desk.start()
    assert one.files["articles/meldeplikt-gar-foran.md"] == new["articles/meldeplikt-gar-foran.md"]
    assert phone_of(one) == "74 00 00 01"
    assert b"den nye utgaven" in one.files[PROFILE]
    assert one.files[ARTICLE] == own
    said = await told(one, clock)
    assert list(said) == ["library.folder_kept"]
    assert "«Slik sier vi det hos oss.» → «Slik er loven nå.»" in said["library.folder_kept"]
    newer = new | {PROFILE: with_value(new[PROFILE], PROFILE, ("checked_by",), "den aller nyeste")}
    newer[ARTICLE] = newer[ARTICLE].rstrip() + b"\n\nEn linje til.\n"
    write_files(newer, tmp_path / "newer")
    one.library._directory = tmp_path / "newer"
    await one.desk.start()
    assert phone_of(one) == "74 00 00 01"
    assert b"den aller nyeste" in one.files[PROFILE], "what both have is the base of the next time"
    assert section_of(one.files[ARTICLE], "Kort svar") == "Slik sier vi det hos oss."


@ON_ONE_DATABASE
async def test_one_file_that_does_not_fit_keeps_no_other_out_and_the_editors_are_told(
    replica: OpenReplica, clock: MovableClock, tmp_path: Path
) -> None:
    one = await replica()
    old, melhus = of_before(one.files), "kommuner/melhus.yaml"
    broken = old[melhus] + b"et_felt_fra_for: ja\n"
    await publish_over(one, old, with_phone(old) | {melhus: broken}, clock)
    new = dict(one.files)
    new["articles/meldeplikt-gar-foran.md"] = b"ikke noe svar"
    write_files(new, tmp_path / "new")
    one.library._directory = tmp_path / "new"
    await one.desk.start()
    assert one.files[ARTICLE] == new[ARTICLE]
    assert one.files[LISTS[0]] == new[LISTS[0]]
    assert one.files[melhus] == new[melhus], "the editors' version cannot be read any more"
    assert one.files["articles/meldeplikt-gar-foran.md"] == old["articles/meldeplikt-gar-foran.md"]
    assert phone_of(one) == "74 00 00 01"
    said = await told(one, clock)
    assert sorted(said) == ["library.folder_left_out", "library.folder_set_aside"]
    assert melhus in said["library.folder_set_aside"]
    assert "articles/meldeplikt-gar-foran.md" in said["library.folder_left_out"]
    mended = dict(shelf().files)
    write_files(mended, tmp_path / "mended")
    one.library._directory = tmp_path / "mended"
    await one.desk.start()
    changed = [path for path, raw in mended.items() if one.files.get(path) != raw]
    assert changed == [PROFILE], "what was left out comes with the next version"


@ON_ONE_DATABASE
async def test_an_edition_that_cannot_be_read_never_keeps_the_bot_from_starting(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    base = dict(one.files)
    broken = {path: raw for path, raw in base.items() if path != NEW_LIST} | with_phone(base)
    await publish_over(one, base, with_phone(base), clock)
    command = PublishKnowledge(None, 2, broken, version_of(broken), True, ("x",), "mappe")
    async with one.store.unit_of_work() as uow:
        await publish_knowledge(command, uow, clock)
        await uow.commit()
    await one.desk.start()
    assert one.desk.not_in_use is not None
    assert (one.desk.not_in_use.number, await head(one)) == (3, 3)
    assert phone_of(one) == "74 00 00 01", "the folder, with what the editors changed"
    assert one.files[NEW_LIST] == base[NEW_LIST]
    said = await told(one, clock)
    assert list(said) == ["library.edition_made_to_fit"]
    assert NEW_LIST in said["library.edition_made_to_fit"]
    looked = await one.desk.look(Draft(3, tuple((path, raw.decode()) for path, raw in with_phone(base).items())))
    assert "utgave 3" in str(looked.checked.errors[0]).casefold()
    back = await one.desk.look(Draft(3, (), "tilbake", roll_back_to=2))
    assert (back.number, back.checked.errors) == (3, ())


def test_files_give_way_one_after_another_until_what_is_left_fits() -> None:
    """`both` only fits as the folder has it, `needed` only beside it, and `wrong` not at all in the new version."""
    published = {"both": b"theirs", "needed": b"old", "wrong": b"old", "own": b"own"}
    folder = {"both": b"new", "needed": b"new", "wrong": b"new", "fresh": b"new"}
    before = dict.fromkeys(("both",), "0" * 64) | FolderState.of({"needed": b"old", "wrong": b"old"}, "").manifest

    def check(changes: Mapping[str, bytes | None]) -> Checked:
        now = {**published, **changes}
        bad = [path for path in ("wrong", "both") if now[path] == (b"theirs" if path == "both" else b"new")]
        errors = tuple(Problem(path, "", "passer ikke") for path in bad)
        return Checked(now, "", errors, (), tuple(differences(published, published)))

    fitted = fit(before, folder, published, {}, check)
    assert fitted.checked.errors == ()
    assert fitted.checked.files == {
        "both": b"new",
        "needed": b"new",
        "wrong": b"old",
        "own": b"own",
        "fresh": b"new",
    }
    assert (fitted.set_aside, fitted.left_out) == (("both",), ("wrong",))
