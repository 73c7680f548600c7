"""Every card an editor can be shown of today's knowledge is small enough for Teams, and every piece is reached."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest

from bot.content import form_lists as lists
from bot.content.form_targets import form_for
from bot.content.versions import Files
from bot.domain.reply import Button, Card
from bot.domain.turn import Pressed
from bot.teams.cards import CardWriter
from bot.teams.write_activity import ActivityWriter, is_too_large
from dialogs.as_text import all_buttons, as_text
from tests.editors.conftest import ON_ONE_DATABASE, RITA, OpenReplica
from tests.editors.people import Chat
from tests.fakes.stores import MovableClock

LEADS_ON = ("edit", "edit_pick", "edit_list", "edit_lists", "edit_history", "edit_files", "edit_new", "edit_new_check")
"""What only shows something."""


@pytest.fixture
async def rita(replica: OpenReplica, clock: MovableClock) -> Chat:
    return Chat(await replica(), RITA, clock)


def writers(rita: Chat) -> list[ActivityWriter]:
    texts = rita.replica.library.knowledge.texts
    text = partial(as_text, texts=texts)
    return [ActivityWriter(CardWriter(texts, text, dialogs=dialogs), texts) for dialogs in (False, True)]


async def every_card(rita: Chat) -> dict[tuple[str, str, int], Card]:
    """Press every button that only leads on, and return what was shown."""
    shown: dict[tuple[str, str, int], Card] = {}
    waiting = [Button("", "edit")]
    while waiting:
        button = waiting.pop()
        key = (button.verb, button.id, button.version)
        if key in shown:
            continue
        await rita.take(Pressed(button.verb, button.id, button.version, dict(button.carries), "card"))
        for card in rita.shown:
            assert isinstance(card, Card), (key, card)
            shown[key] = card
            waiting += [one for one in all_buttons(card) if one.verb in LEADS_ON]
    return shown


def every_piece(files: Files) -> Iterator[str]:
    """Yield the target of every form: what the lists offer, and every answer and the longest sentences."""
    for path in lists.profile_files(files):
        for listed in (lists.contacts, lists.meetings, lists.records):
            yield from (one.target for one in listed(files, path))
    for path in lists.guide_files(files):
        yield from (one.target for one in lists.guide_pieces(files, path))
    for found in (lists.course_pieces, lists.words, lists.missing):
        yield from (one.target for one in found(files))
    longest = sorted(lists.sentences(files), key=lambda one: len(one.title), reverse=True)
    yield from (one.target for one in longest[:20])
    yield from (f"article:{path[9:-3]}" for path in files if path.startswith("articles/"))


@ON_ONE_DATABASE
async def test_every_list_of_the_editors_fits_and_leads_to_every_piece(rita: Chat) -> None:
    cards = await every_card(rita)
    for writer in writers(rita):
        assert [key for key, card in cards.items() if is_too_large(writer.write(card))] == []
    offered = {one.id for card in cards.values() for one in all_buttons(card) if one.verb == "edit_form"}
    files = rita.replica.files
    assert {one.target for one in (*lists.words(files), *lists.missing(files), *lists.course_pieces(files))} <= offered
    assert {one.target for path in lists.guide_files(files) for one in lists.guide_pieces(files, path)} <= offered


@ON_ONE_DATABASE
async def test_every_form_of_the_editors_fits(rita: Chat) -> None:
    writer = writers(rita)[1]
    for target in dict.fromkeys(every_piece(rita.replica.files)):
        await rita.take(Pressed("edit_form", target))
        (card,) = rita.shown
        assert isinstance(card, Card), target
        assert not is_too_large(writer.write(card)), target
        assert form_for(rita.replica.files, target) is not None


@ON_ONE_DATABASE
async def test_the_pages_of_a_list_are_leafed_through_by_typed_words_and_numbers(rita: Chat) -> None:
    await rita.take(Pressed("edit_pick", "words"))
    assert "1–15 av " in rita.words()
    first = [one.id for one in all_buttons(rita.shown[0])][:15]
    assert "16–30 av " in await rita.say("neste 15")
    second = [one.id for one in all_buttons(rita.shown[0])][:15]
    assert not set(first) & set(second)
    assert "1–15 av " in await rita.say("forrige 15")
    await rita.say("neste")
    assert "16–30 av " in rita.words()
    await rita.say("2")
    assert isinstance(rita.shown[0], Card)
    assert rita.shown[0].kind == "edit_form"
    assert second[1] in {one.id for one in all_buttons(rita.shown[0])}


@ON_ONE_DATABASE
async def test_a_list_of_words_is_found_by_a_word_in_it(rita: Chat) -> None:
    await rita.take(Pressed("edit_pick", "words"))
    await rita.say("renhold")
    assert any(one.id.endswith("begreper.yaml:concepts/vikar") for one in all_buttons(rita.shown[0]))


@ON_ONE_DATABASE
@pytest.mark.parametrize("part", ["missing:kommuner/melhus.yaml", "guides:guides/bekymring.yaml"])
async def test_another_list_is_leafed_through_too(rita: Chat, part: str) -> None:
    await rita.take(Pressed("edit_pick", part))
    assert "16–30 av " in await rita.say("neste")
    assert "1–15 av " in await rita.say("forrige")


@ON_ONE_DATABASE
async def test_what_is_missing_is_listed_by_municipality_first(rita: Chat) -> None:
    shown = await rita.take(Pressed("edit_pick", "missing"))
    for name in ("Frosta", "Stjørdal", "Tydal"):
        assert name in shown
    assert "Stjørdal" in await rita.push("Stjørdal")
    opened = [one.id for one in all_buttons(rita.shown[0]) if one.verb == "edit_form"]
    assert opened
    assert all("kommuner/stjordal.yaml" in target for target in opened)


@ON_ONE_DATABASE
@pytest.mark.parametrize("part", ["akutt", "", "akutt:guides/bekymring.yaml", "meetings:finnes/ikke.yaml"])
async def test_a_part_there_is_not_leads_nowhere(rita: Chat, part: str) -> None:
    await rita.take(Pressed("edit_pick", part))
    assert not any(isinstance(one, Card) for one in rita.shown)
