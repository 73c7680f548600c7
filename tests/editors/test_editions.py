"""What is published is the same for every replica, can be undone, and is never broken."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from pathlib import Path

import pytest

from bot.content.versions import manifest_of, version_of
from bot.content.versions_edit import value_at, with_value
from bot.content.yaml_file import parse_yaml
from bot.domain.conversation import ConversationState
from bot.domain.errors import DomainError
from bot.domain.ports import ChannelLink
from bot.domain.published import Draft, EditionUnknown, KnowledgeBroken, KnowledgeChanged, PublishKnowledge
from bot.domain.turn import Place, PlaceKind, Pressed
from bot.turns.change_checks import ChangeChecks
from bot.turns.publishing import FOLDER
from bot.usecases.publish_knowledge import publish_knowledge
from tests.editors.conftest import KARI, MARTE, ON_ONE_DATABASE, RITA, OpenReplica, Replica
from tests.editors.people import Chat
from tests.fakes.knowledge import KNOWLEDGE
from tests.fakes.stores import MovableClock

PROFILE = "kommuner/stjordal.yaml"
NUMBER = ("numbers", "velferdsveiledning")


def with_phone(replica: Replica, phone: str, path: str = PROFILE) -> Draft:
    raw = with_value(replica.files[path], path, NUMBER, number(phone))
    return Draft(replica.library.edition, ((path, raw.decode()),))


def number(phone: str) -> dict[str, object]:
    return {"name": "Velferdsveiledning i Stjørdal", "value": [phone], "sources": ["stjordal-plan"], "rows": ["V74"]}


async def publish(replica: Replica, draft: Draft, clock: MovableClock, by: object = RITA) -> None:
    looked = await replica.desk.look(draft)
    command = PublishKnowledge(
        by,
        looked.number,
        looked.checked.files,
        looked.checked.version,
        looked.checked.is_sound,
        tuple(str(one) for one in looked.checked.differences),
        draft.way,
        "nytt nummer",
        replica.desk.folder_notes(),
    )
    async with replica.store.unit_of_work(RITA) as uow:
        await publish_knowledge(command, uow, clock)
        await uow.commit()
    await replica.desk.follow()


def phone_of(replica: Replica) -> str | None:
    return replica.library.knowledge.profiles["stjordal"].contact("velferdsveiledning").value


async def test_another_replica_serves_what_one_has_published_and_both_go_back(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one, other = await replica(), await replica()
    await publish(one, with_phone(one, "74 00 00 01"), clock)
    assert phone_of(one) == "74 00 00 01"
    assert phone_of(other) is None
    assert await other.desk.follow()
    assert phone_of(other) == "74 00 00 01"
    assert one.library.knowledge.version == other.library.knowledge.version
    await publish(one, with_phone(one, "74 00 00 02"), clock)
    await publish(other, Draft(other.library.edition, (), "tilbake", roll_back_to=1), clock, MARTE)
    await one.desk.follow()
    assert phone_of(one) == phone_of(other) == "74 00 00 01"
    async with one.store.unit_of_work() as uow:
        newest = await uow.editions.newest(9)
        assert [(found.number, found.way, found.who) for found in newest] == [
            (3, "tilbake", "Marte Prøve"),
            (2, "skjema", "Rita Prøve"),
            (1, "skjema", "Rita Prøve"),
        ]
        assert newest[0].version == newest[2].version
        assert "74 00 00 02" in newest[1].changes[-1]
        assert newest[0].files == newest[2].files
        assert await uow.audit.verify() is None
    assert not await one.desk.follow(), "nothing new: nothing is read again"


async def test_an_edition_holds_every_file_and_its_version_is_the_hash_of_them(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    await publish(one, with_phone(one, "74 00 00 01"), clock)
    async with one.store.unit_of_work() as uow:
        edition = await uow.editions.head()
        assert edition is not None
        contents = await uow.editions.contents(edition)
    assert manifest_of(contents) == edition.files
    assert version_of(contents) == edition.version == one.library.knowledge.version


async def test_something_broken_is_never_published(replica: OpenReplica, clock: MovableClock) -> None:
    one = await replica()
    raw = with_value(one.files[PROFILE], PROFILE, NUMBER, {"name": "Uten noe"})
    looked = await one.desk.look(Draft(0, ((PROFILE, raw.decode()),)))
    assert not looked.checked.is_sound
    assert "value" in looked.checked.errors[0].message
    with pytest.raises(KnowledgeBroken):
        await publish(one, Draft(0, ((PROFILE, raw.decode()),)), clock)
    brought = await one.desk.bring("sharepoint", {PROFILE: raw}, "")
    assert brought.edition is None
    assert brought.problems
    async with one.store.unit_of_work() as uow:
        assert await uow.editions.head_number() == 0


async def test_the_second_of_two_editors_is_shown_what_the_first_changed(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one, other = await replica(), await replica()
    await publish(one, with_phone(one, "74 00 00 01"), clock)
    await other.desk.follow()
    mine, theirs = with_phone(one, "74 00 00 02"), with_phone(other, "74 00 00 03")
    await publish(one, mine, clock)
    looked = await other.desk.look(theirs)
    assert [edition.number for edition in looked.newer] == [2]
    assert any("74 00 00 02" in line for line in looked.newer[0].changes)
    assert looked.clashes == (PROFILE,)
    in_another_file = "sources/lokalt.yaml"
    raw = other.files[in_another_file] + b"\n# en merknad\n"
    looked = await other.desk.look(Draft(1, ((in_another_file, raw.decode()),)))
    assert looked.newer
    assert looked.clashes == ()
    assert value_at(looked.checked.files[PROFILE], PROFILE, (*NUMBER, "value")) == ["74 00 00 02"]


async def test_of_two_who_publish_in_the_same_moment_one_is_refused_and_nothing_is_half_published(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one, other = await replica(), await replica()
    drafts = (with_phone(one, "74 00 00 01"), with_phone(other, "74 00 00 02"))
    looked = [await one.desk.look(drafts[0]), await other.desk.look(drafts[1])]

    async def commit(which: Replica, number: int) -> None:
        checked = looked[number].checked
        command = PublishKnowledge(RITA, 0, checked.files, checked.version, True, ("x",), "skjema")
        async with which.store.unit_of_work(RITA) as uow:
            await publish_knowledge(command, uow, clock)
            await uow.commit()

    outcomes = await asyncio.gather(commit(one, 0), commit(other, 1), return_exceptions=True)
    assert sorted(type(found).__name__ for found in outcomes) == ["KnowledgeChanged", "NoneType"]
    async with one.store.unit_of_work() as uow:
        assert await uow.editions.head_number() == 1
    await one.desk.follow()
    await other.desk.follow()
    assert phone_of(one) == phone_of(other) in ("74 00 00 01", "74 00 00 02")


async def test_a_publishing_that_is_cut_off_leaves_nothing(replica: OpenReplica, clock: MovableClock) -> None:
    one = await replica()
    looked = await one.desk.look(with_phone(one, "74 00 00 01"))
    checked = looked.checked
    command = PublishKnowledge(RITA, 0, checked.files, checked.version, True, ("x",), "skjema")

    async def cut_off() -> None:
        async with one.store.unit_of_work(RITA) as uow:
            await publish_knowledge(command, uow, clock)
            raise ConnectionError

    with pytest.raises(ConnectionError):
        await cut_off()
    async with one.store.unit_of_work() as uow:
        assert await uow.editions.head() is None
    assert not await one.desk.follow()
    assert phone_of(one) is None


async def test_an_edition_this_program_cannot_read_leaves_the_last_good_one_in_use(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    await publish(one, with_phone(one, "74 00 00 01"), clock)
    broken = {**one.files, PROFILE: b"municipality: stjordal\nfra_framtida: 1\n"}
    command = PublishKnowledge(None, 1, broken, version_of(broken), True, ("x",), "mappe")
    async with one.store.unit_of_work() as uow:
        await publish_knowledge(command, uow, clock)
        await uow.commit()
    assert not await one.desk.follow()
    assert phone_of(one) == "74 00 00 01"


async def test_there_is_no_way_back_to_an_edition_that_never_was(replica: OpenReplica, clock: MovableClock) -> None:
    one = await replica()
    with pytest.raises(EditionUnknown):
        await one.desk.look(Draft(0, (), "tilbake", roll_back_to=7))
    assert issubclass(EditionUnknown, DomainError)
    assert issubclass(KnowledgeChanged, DomainError)


async def test_a_conversation_keeps_its_version_of_a_guide_that_an_editor_has_changed(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    path = "guides/akutt.yaml"
    before = one.library.knowledge.guides["akutt"]
    raw = with_value(one.files[path], path, ("title",), "Akutt – hva gjør jeg nå, med ny tittel")
    await publish(one, Draft(0, ((path, raw.decode()),)), clock)
    now = one.library.knowledge.guides["akutt"]
    assert now.title != before.title
    assert now.version != before.version
    kept = one.library.knowledge.guide("akutt", before.version)
    assert kept is not None
    assert kept.title == before.title
    assert kept.steps == before.steps
    assert kept.outcomes == before.outcomes


async def test_a_new_folder_comes_in_but_never_over_what_an_editor_wrote(
    replica: OpenReplica, clock: MovableClock, tmp_path: Path
) -> None:
    one = await replica()
    await publish(one, with_phone(one, "74 00 00 01"), clock)
    folder = tmp_path / "new"
    from bot.content.versions import write_files

    shipped = dict(one.files)
    shipped[PROFILE] = value_changed(shipped[PROFILE])
    shipped["texts/nb/common.yaml"] += b"helt_ny_setning: Hei igjen.\n"
    write_files(shipped, folder)
    one.library._directory = folder
    brought = await one.desk.take_folder(is_edited=False)
    assert brought.edition is not None
    assert brought.kept == (PROFILE,)
    assert phone_of(one) == "74 00 00 01"
    assert one.library.knowledge.texts("common.helt_ny_setning") == "Hei igjen."
    again = await one.desk.take_folder(is_edited=False)
    assert again.edition is None
    async with one.store.unit_of_work() as uow:
        state = json.loads(await uow.remembered.of(FOLDER) or "")
    assert len(state["seen"]) == 2


def value_changed(raw: bytes) -> bytes:
    return with_value(raw, PROFILE, ("checked_by",), "den nye utgaven av programmet")


async def test_an_editor_who_wants_to_be_forgotten_is_no_longer_named(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    await publish(one, replace(with_phone(one, "74 00 00 01")), clock)
    async with one.store.unit_of_work() as uow:
        await uow.conversations.forget(RITA)
        await uow.commit()
    async with one.store.unit_of_work() as uow:
        edition = await uow.editions.head()
    assert edition is not None
    assert edition.who == ""


@ON_ONE_DATABASE
async def test_the_way_back_takes_no_municipality_away_that_is_served(
    replica: OpenReplica, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = await replica()
    invented = (KNOWLEDGE.parent / "tests/whole_bot/eksempelvik/profile.yaml").read_bytes()
    brought = await one.desk.bring("fil", {"kommuner/eksempelvik.yaml": invented}, "ny kommune")
    assert (brought.problems, one.library.edition) == ((), 2)
    back = Draft(2, (), roll_back_to=1)
    assert (await one.desk.look(back)).checked.is_sound
    monkeypatch.setattr(one.library, "_municipalities", ("stjordal", "eksempelvik"))
    (problem,) = (await one.desk.look(back)).checked.errors
    assert (problem.file, "VEILEDEREN_MUNICIPALITIES først" in problem.message) == ("kommuner/eksempelvik.yaml", True)


@ON_ONE_DATABASE
async def test_a_municipality_without_a_profile_is_offered_to_nobody(
    replica: OpenReplica, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = await replica()
    monkeypatch.setattr(one.library, "_municipalities", ("stjordal", "eksempelvik", "melhus"))
    kari = Chat(one, KARI, clock)
    assert "Hei" in await kari.say("hei")
    assert "Stjørdal / Melhus" in await kari.say("innstillinger")


@ON_ONE_DATABASE
async def test_a_team_that_has_a_channel_is_not_taken_away_unseen(replica: OpenReplica, clock: MovableClock) -> None:
    one = await replica()
    teams = parse_yaml(one.files[PROFILE], PROFILE).data["teams"]
    number = next(at for at, team in enumerate(teams) if team["id"] == "komp_0_18")
    raw = with_value(one.files[PROFILE], PROFILE, ("teams", number, "one_per"), "enhet")
    assert (await one.desk.look(Draft(0, ((PROFILE, raw.decode()),)))).left_behind == ()
    async with one.store.unit_of_work() as uow:
        await uow.channels.link(ChannelLink("stjordal/komp_0_18", Place(PlaceKind.CHANNEL, "19:saker"), clock.now()))
        await uow.commit()
    brought = await one.desk.bring("sharepoint", {PROFILE: raw}, "")
    assert (brought.edition, "«koble fra» i kanalen først" in str(brought.problems)) == (None, True)
    rita = Chat(one, RITA, clock)
    state = ConversationState(draft=Draft(0, ((PROFILE, raw.decode()),)))
    async with one.store.unit_of_work(RITA) as uow:
        await uow.conversations.save(RITA, rita.place, state)
        await uow.commit()
    shown = await rita.take(Pressed("edit_preview"))
    assert "er koblet til en kanal i Teams, men tar ikke imot saker der lenger" in shown
    assert "Publiser" in shown


@ON_ONE_DATABASE
async def test_two_who_try_at_once_do_not_build_each_others_draft_away(
    replica: OpenReplica, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = await replica()
    read: list[str] = []
    monkeypatch.setattr(
        ChangeChecks, "read", lambda _checks, _files, version: read.append(version) or one.library.shelf
    )
    drafts = [with_phone(one, "74 00 00 01"), with_phone(one, "74 00 00 02")]
    for draft in [*drafts, *drafts]:
        assert await one.desk.trial(draft) is not None
    assert len(read) == len(drafts)
