"""Words written beside a file or a picture are heard as any others, at every place; then it is told that files are not
taken."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from bot.domain.reply import Reply
from bot.domain.turn import AttachedFile, Corrected, Person, Place, Said
from tests.turns.desk import CHANNEL, GROUP, KARI, OLE, STRANGER, Desk, kinds
from tests.turns.test_names_beside import NAMED, PLACES, WARNING

FILE = AttachedFile("blåmerker.jpg", "https://contoso-my.sharepoint.com/x")
PICTURE = AttachedFile("", "")
DANGER = ["far slår jenta hver dag", "Her er bilde av blåmerkene. Han vil ikke leve lenger"]
NOT_TAKEN = "editors.files_not_taken_beside"


async def at_the_menu(desk: Desk) -> None:
    await desk.say(KARI, "hei")


async def answering_the_team(desk: Desk) -> None:
    case = await desk.taken()
    await desk.press(OLE, "case_ask_send", case.id, {"text": "Hvor lenge har det vart?"}, CHANNEL)
    await desk.press(KARI, "my_reply_this", case.id)


Begin = Callable[[Desk], Awaitable[None]]


async def send(
    desk: Desk, said: str, person: Person = KARI, place: Place | None = None, file: AttachedFile = FILE
) -> list[Reply]:
    return await desk.take(person, Said(said, file), place)


@pytest.mark.parametrize("begin", [at_the_menu, *PLACES, answering_the_team])
@pytest.mark.parametrize("said", DANGER)
@pytest.mark.parametrize("file", [FILE, PICTURE])
async def test_danger_beside_a_file_is_heard_first(desk: Desk, begin: Begin, said: str, file: AttachedFile) -> None:
    await begin(desk)
    shown = await send(desk, said, file=file)
    assert kinds(shown)[0] == "acute"
    assert desk.words(shown).endswith(desk.text(NOT_TAKEN))
    button = (await desk.state(KARI)).shown[0]
    assert (button.verb, button.id) in (("article", "melding-hvordan"), ("article", "akutt-selvmordsfare"))


@pytest.mark.parametrize("person", [OLE, STRANGER])
@pytest.mark.parametrize("place", [CHANNEL, GROUP])
async def test_danger_beside_a_file_is_heard_among_others(desk: Desk, person: Person, place: Place) -> None:
    shown = await send(desk, DANGER[0], person, place)
    assert kinds(shown) == ["acute", "line"]
    assert desk.words(shown).endswith(desk.text(NOT_TAKEN))


async def test_a_stranger_in_a_channel_gets_no_further_with_a_file(desk: Desk) -> None:
    shown = await send(desk, "saker", STRANGER, CHANNEL)
    assert desk.words(shown) == desk.words(await desk.say(STRANGER, "saker", CHANNEL)) + "\n" + desk.text(NOT_TAKEN)


async def test_a_question_beside_a_file_is_answered(desk: Desk) -> None:
    shown = await send(desk, "hva er meldeplikt?")
    assert kinds(shown) == ["answer", "line"]
    assert desk.words(shown).endswith(desk.text(NOT_TAKEN))


async def test_an_answer_to_a_step_beside_a_file_is_taken_for_one(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    before = (await desk.state(KARI)).shown
    shown = await send(desk, "nei")
    assert kinds(shown)[-1] == "line"
    assert (await desk.state(KARI)).shown not in ((), before)


@pytest.mark.parametrize("begin", [at_the_menu, *PLACES])
async def test_a_name_beside_a_file_is_warned_about(desk: Desk, begin: Begin) -> None:
    await begin(desk)
    assert desk.text(WARNING) in desk.words(await send(desk, NAMED))


@pytest.mark.parametrize("begin", [at_the_menu, *PLACES])
@pytest.mark.parametrize("file", [FILE, PICTURE])
async def test_a_file_alone_is_only_told_not_to_be_taken(desk: Desk, begin: Begin, file: AttachedFile) -> None:
    await begin(desk)
    before = await desk.state(KARI)
    assert desk.words(await send(desk, "", file=file)) == desk.text("editors.files_not_taken")
    after = await desk.state(KARI)
    assert (after.active, after.data, after.shown) == (before.active, before.data, before.shown)


@pytest.mark.parametrize("begin", [at_the_menu, *PLACES])
async def test_what_is_corrected_is_heard_for_danger_and_else_told_to_be_written_anew(desk: Desk, begin: Begin) -> None:
    await begin(desk)
    assert kinds(await desk.take(KARI, Corrected("nei, jeg mente at far slår jenta hver dag")))[0] == "acute"
    assert desk.words(await desk.take(KARI, Corrected("hei på deg"))) == desk.text("common.corrected")
