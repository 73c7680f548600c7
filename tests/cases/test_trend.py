"""«Vi ser flere saker om …»: checked, read once more, sent once, listed; never with so few that somebody shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.figures import CaseFigure
from bot.domain.ports import ChannelLink
from bot.domain.reply import Card, Reply
from bot.domain.sending import Ambiguous
from bot.domain.turn import Place
from dialogs.as_text import all_buttons
from dialogs.trend import says_trend
from tests.cases.delivering import Delivering, Recording
from tests.fakes.messenger import Fault
from tests.fakes.store import FakeCases, FakeStore
from tests.fakes.stores import MovableClock
from tests.turns.desk import CHANNEL, ELSEWHERE, KARI, OLE, SIRI, STRANGER, TEAM, Desk, kinds

FIGURES = "stjordal/tall"
SAID = "Vi ser flere saker om skolefravær"
WORDS = "Mange blir hjemme etter ferien. Skolene trenger et felles opplegg."
SEND = "Send til samordningsteamet"


@pytest.fixture
async def delivering() -> Delivering:
    """A desk whose samordningsteam has a channel too."""
    clock = MovableClock()
    store = FakeStore(clock.now)
    desk = await Desk(store, clock, Recording()).open()
    async with store.unit_of_work() as uow:
        await uow.channels.link(ChannelLink(FIGURES, ELSEWHERE, clock.now()))
        await uow.commit()
    return Delivering(desk)


@pytest.fixture
def desk(delivering: Delivering) -> Desk:
    return delivering.desk


async def push(desk: Desk, shown: Sequence[Reply], label: str, values: Mapping[str, str] | None = None) -> list[Reply]:
    """Press the button with that label in the team's channel, with what the card carries and what is filled in."""
    button = next(one for reply in shown for one in all_buttons(reply) if one.title == label)
    given = dict(button.carries) | dict(values or {})
    return await desk.press(OLE, button.verb, button.id, given, CHANNEL)


async def look_over(desk: Desk, words: str = WORDS, themes: str = "fravaer") -> list[Reply]:
    opened = await desk.say(OLE, SAID, CHANNEL)
    return await push(desk, opened, "Se over", {"change": "more", "themes": themes, "words": words})


async def posted(delivering: Delivering) -> list[Card]:
    await delivering.deliver()
    sent = delivering.desk.messenger.sent  # type: ignore[attr-defined]
    return [reply for place, reply in sent if place == ELSEWHERE.conversation_id and isinstance(reply, Card)]


async def test_what_a_team_sees_reaches_the_samordningsteam_once_it_is_read(delivering: Delivering) -> None:
    desk = delivering.desk
    review = await look_over(desk)
    assert kinds(review) == ["trend_review"]
    assert WORDS in desk.words(review)
    assert await posted(delivering) == [], "nothing is sent before it is approved"
    assert desk.text("trend.sent") in desk.words(await push(desk, review, SEND))
    await push(desk, review, SEND)
    (card,) = await posted(delivering)
    said = desk.words([card])
    assert WORDS in said
    assert "Skolefravær" in said
    assert OLE.name not in said
    assert OLE.id not in said
    assert [entry[0] for entry in desk.store.data.audit].count(f"trend.sent.{TEAM}") == 1


@pytest.mark.parametrize(
    "told",
    [
        "Barnet er redd for å gå hjem fordi faren slår, og gutten sier han vil dø",
        "Gutten vil dø og har en plan for i kveld.",
    ],
)
async def test_danger_told_of_one_child_stops_and_says_what_to_do(delivering: Delivering, told: str) -> None:
    shown = await look_over(delivering.desk, told, "vold")
    assert kinds(shown) == ["trend", "acute"]
    assert await posted(delivering) == []


async def test_one_child_is_no_trend(delivering: Delivering) -> None:
    shown = await look_over(delivering.desk, "Eleven kommer ofte for sent.")
    assert kinds(shown) == ["trend"]
    assert "«eleven»" in delivering.desk.words(shown)


async def test_danger_of_many_says_that_each_is_to_be_reported(delivering: Delivering) -> None:
    desk = delivering.desk
    shown = await look_over(desk, "Flere unger sier at foreldrene slår dem hjemme.", "vold")
    assert kinds(shown) == ["trend_review"]
    assert desk.text("trend.review_danger") in desk.words(shown)


async def test_the_figures_of_its_theme_are_those_that_may_be_shown(
    delivering: Delivering, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = datetime(2026, 1, 5, 9, tzinfo=UTC)
    cases = [
        CaseFigure("stjordal", TEAM, "10-12", (theme,), "tatt", at + timedelta(hours=hour), None, ())
        for hour, theme in enumerate(["fravaer"] * 11 + ["rus"] * 4)
    ]

    async def figures(_self: object) -> list[CaseFigure]:
        return cases

    monkeypatch.setattr(FakeCases, "figures", figures)
    await push(delivering.desk, await look_over(delivering.desk, themes="fravaer,rus"), SEND)
    (card,) = await posted(delivering)
    said = delivering.desk.words([card])
    assert "10" in said, "rounded to the nearest five"
    assert "11" not in said
    assert delivering.desk.text("trend.not_yet") in said, "it may be of five that wait for a whole batch"


async def test_another_text_from_the_same_form_is_not_said_to_be_sent(delivering: Delivering) -> None:
    desk = delivering.desk
    review = await look_over(desk)
    await push(desk, review, SEND)
    other = {"words": "Mange trenger noen å snakke med."}
    assert desk.text("trend.sent_before") in desk.words(await push(desk, review, SEND, other))
    assert desk.text("trend.sent") in desk.words(await push(desk, review, SEND)), "the same one twice is the same"
    assert len(await posted(delivering)) == 1


async def test_a_name_stops_it_and_the_words_that_go_on_are_those_without(delivering: Delivering) -> None:
    desk = delivering.desk
    shown = await look_over(desk, "Mange blir hjemme, som Kari Nordmann.")
    assert kinds(shown) == ["trend"]
    forged = {"teams": TEAM, "team": TEAM, "change": "more", "themes": "fravaer", "words": "Som Kari Nordmann."}
    again = await desk.press(OLE, "trend_send", "x1", forged, CHANNEL)
    assert kinds(again) == ["trend"], "what the button carries is not trusted"
    assert await posted(delivering) == []


@pytest.mark.parametrize("words", ["Tre jenter blir hjemme.", "To brødre er borte.", "Ett tilfelle av overgrep."])
async def test_a_number_below_five_stops_it(delivering: Delivering, words: str) -> None:
    shown = await look_over(delivering.desk, words)
    assert kinds(shown) == ["trend"]
    assert "kan røpe hvem det gjelder" in delivering.desk.words(shown)


async def test_what_is_missing_is_asked_for_and_what_was_written_stays(desk: Desk) -> None:
    shown = await push(desk, await desk.say(OLE, "trend", CHANNEL), "Se over", {"words": WORDS})
    said = desk.words(shown)
    assert "Fyll ut: Hva har endret seg?, Hva handler det om?" in said
    assert WORDS in said


async def test_what_was_said_fills_the_form(desk: Desk) -> None:
    (form,) = await desk.say(OLE, SAID, CHANNEL)
    assert isinstance(form, Card)
    values = {one.id: one.value for one in form.blocks if hasattr(one, "value")}
    assert values == {"change": "more", "themes": "fravaer", "words": SAID}


@pytest.mark.parametrize(
    ("said", "is_trend"),
    [
        ("vi ser flere saker om rus", True),
        ("Vi opplever færre henvendelser om mobbing", True),
        ("me merkar at fleire elevar blir borte", True),
        ("vi ser en trend med mye vaping", True),
        ("vi ser flere som vaper", True),
        ("vi ser mindre rus", True),
        ("vi tar saken", False),
        ("ser vi flere saker nå?", False),
        ("vi ser på saken i morgen", False),
        ("kan dere sende flere saker", False),
        ("vi ser flere barn i denne saken", False),
        ("vi ser nye saker i kanalen", False),
        ("vi melder fra om flere barn i familien", False),
    ],
)
def test_what_is_a_trend_in_words(desk: Desk, said: str, is_trend: bool) -> None:
    assert says_trend(said, desk.library.knowledge.texts) == is_trend


@pytest.mark.parametrize("said", ["trend: flere vaper", "trend – flere vaper", "ny trend, flere vaper"])
async def test_what_stands_behind_the_word_is_in_the_form(desk: Desk, said: str) -> None:
    (form,) = await desk.say(OLE, said, CHANNEL)
    assert isinstance(form, Card)
    values = {one.id: one.value for one in form.blocks if hasattr(one, "value")}
    assert values == {"change": "more", "themes": "", "words": "flere vaper"}


async def test_send_below_a_trend_is_about_the_trend(delivering: Delivering) -> None:
    desk = delivering.desk
    await desk.say(OLE, SAID, CHANNEL)
    assert desk.text("case.send_press", button="Se over") in desk.words(await desk.say(OLE, "send", CHANNEL))
    await look_over(desk)
    assert desk.text("case.send_press", button=SEND) in desk.words(await desk.say(OLE, "send", CHANNEL))
    assert await posted(delivering) == []


@pytest.mark.parametrize("is_delivered", [True, False])
@pytest.mark.parametrize("said", ["trekk trenden", "angre"])
async def test_a_trend_is_withdrawn_from_the_list_and_from_the_other_channel(
    delivering: Delivering, said: str, *, is_delivered: bool
) -> None:
    desk = delivering.desk
    await push(desk, await look_over(desk), SEND)
    if is_delivered:
        await delivering.deliver()
    asked = await desk.say(OLE, said, CHANNEL)
    assert kinds(asked) == ["trend_back"]
    assert WORDS in desk.words(asked)
    assert WORDS in desk.words(await desk.say(OLE, "trender", CHANNEL)), "nothing is taken back before it is said"
    for _ in range(2):
        assert desk.words(await push(desk, asked, desk.text("trend.take_back_yes"))) == desk.text("trend.withdrawn")
    await delivering.deliver()
    there = [one.reply for one in desk.messenger.visible.values() if one.place.room == ELSEWHERE.room]
    assert WORDS not in desk.words(there)
    assert ("har trukket meldingen" in desk.words(there)) is is_delivered
    for place in (CHANNEL, ELSEWHERE):
        assert WORDS not in desk.words(await desk.say(OLE, "trender", place))
    assert [entry[0] for entry in desk.store.data.audit].count(f"trend.withdrawn.{TEAM}") == 1


async def withdraw(desk: Desk) -> None:
    await push(desk, await desk.say(OLE, "trekk trenden", CHANNEL), desk.text("trend.take_back_yes"))


async def test_it_is_emptied_where_it_was_posted_and_not_in_the_channel_of_today(delivering: Delivering) -> None:
    desk = delivering.desk
    await push(desk, await look_over(desk), SEND)
    await delivering.deliver()
    new = replace(ELSEWHERE, conversation_id="19:new@thread.tacv2", channel_id="19:new@thread.tacv2")
    async with desk.store.unit_of_work() as uow:
        await uow.channels.link(ChannelLink(FIGURES, new, desk.clock.now()))
        await uow.commit()
    emptied: list[str] = []
    update = desk.messenger.update

    async def noted(place: Place, activity_id: str, reply: Reply) -> None:
        emptied.append(place.conversation_id)
        await update(place, activity_id, reply)

    desk.messenger.update = noted  # type: ignore[method-assign]
    await withdraw(desk)
    await delivering.deliver()
    assert ELSEWHERE.conversation_id in emptied
    assert new.conversation_id not in emptied


@pytest.mark.parametrize("landed", [True, False])
async def test_what_is_on_its_way_when_it_is_withdrawn_is_looked_for_and_emptied(
    delivering: Delivering, *, landed: bool
) -> None:
    desk = delivering.desk
    await push(desk, await look_over(desk), SEND)
    send = desk.messenger.send

    async def withdrawn_meanwhile(place: Place, reply: Reply, *, marker: str, reply_to: str | None) -> str | None:
        desk.messenger.send = send  # type: ignore[method-assign]
        await withdraw(desk)
        desk.messenger.faults.append(Fault(Ambiguous("timeout"), landed=landed))
        return await send(place, reply, marker=marker, reply_to=reply_to)

    desk.messenger.send = withdrawn_meanwhile  # type: ignore[method-assign,assignment]
    await delivering.deliver()
    desk.clock.advance(minutes=10)
    await delivering.deliver()
    there = desk.words([one.reply for one in desk.messenger.visible.values() if one.place.room == ELSEWHERE.room])
    assert WORDS not in there
    assert ("har trukket meldingen" in there) is landed


async def test_of_several_it_is_asked_which_and_another_channel_withdraws_none(delivering: Delivering) -> None:
    desk = delivering.desk
    for words in (WORDS, "Flere sovner i timen enn før."):
        await push(desk, await look_over(desk, words), SEND)
    asked = await desk.say(OLE, "trekk trenden", CHANNEL)
    assert kinds(asked) == ["trend_which"]
    (row, _) = all_buttons(asked[0])
    await desk.press(OLE, "trend_withdraw", row.id, place=ELSEWHERE)
    assert len(desk.store.data.trends) == 2
    assert kinds(await desk.press(OLE, row.verb, row.id, place=CHANNEL)) == ["trend_back"]
    await desk.press(OLE, "trend_withdraw", row.id, place=CHANNEL)
    assert len(desk.store.data.trends) == 1


async def test_a_post_that_somebody_deleted_before_is_gone_already(delivering: Delivering) -> None:
    desk = delivering.desk
    await push(desk, await look_over(desk), SEND)
    await delivering.deliver()
    (there,) = [id for id, one in desk.messenger.visible.items() if one.place.room == ELSEWHERE.room]
    del desk.messenger.visible[there]
    await withdraw(desk)
    await delivering.deliver()
    async with desk.store.unit_of_work() as uow:
        assert await uow.outbox.parked() == []


async def test_what_was_withdrawn_is_not_sent_again_by_the_same_button(delivering: Delivering) -> None:
    desk = delivering.desk
    review = await look_over(desk)
    await push(desk, review, SEND)
    await withdraw(desk)
    assert desk.text("trend.sent_before") in desk.words(await push(desk, review, SEND))
    assert desk.store.data.trends == {}


async def test_a_team_is_told_before_it_writes_when_it_would_reach_nobody(desk: Desk) -> None:
    async with desk.store.unit_of_work() as uow:
        await uow.channels.unlink(FIGURES)
        await uow.commit()
    assert desk.text("trend.unreached") in desk.words(await desk.say(SIRI, "meld en trend", CHANNEL))


async def test_it_is_listed_for_the_team_the_samordningsteam_and_leaders_and_for_nobody_else(desk: Desk) -> None:
    await push(desk, await look_over(desk), SEND)
    for place in (CHANNEL, ELSEWHERE):
        assert WORDS in desk.words(await desk.say(OLE, "trender", place))
    assert desk.text("trend.only_leaders") in desk.words(await desk.say(KARI, "trender"))
    desk.staff = frozenset({"leader"})
    assert WORDS in desk.words(await desk.say(KARI, "trender"))
    assert WORDS not in desk.words(await desk.say(STRANGER, "trender", CHANNEL))
    assert desk.text("trend.only_channel") in desk.words(await desk.say(KARI, "trend"))


@pytest.mark.parametrize(("said", "screen"), [("meld endring", "trend"), ("hva er meldt", "trends")])
async def test_what_may_be_about_barnevernet_is_of_the_trends_only_in_a_channel(
    desk: Desk, said: str, screen: str
) -> None:
    assert kinds(await desk.say(OLE, said, CHANNEL)) == [screen]
    alone = desk.words(await desk.say(KARI, said))
    assert desk.text("trend.only_leaders") not in alone
    assert desk.text("trend.only_channel") not in alone


async def test_what_is_told_behind_the_word_stands_in_the_form(desk: Desk) -> None:
    (form,) = await desk.say(OLE, "trend: flere barn er trøtte på skolen", CHANNEL)
    assert isinstance(form, Card)
    values = {one.id: one.value for one in form.blocks if hasattr(one, "value")}
    assert (values["change"], values["words"]) == ("more", "flere barn er trøtte på skolen")


async def test_danger_behind_the_word_is_heard_first(desk: Desk) -> None:
    assert kinds(await desk.say(OLE, "trend: gutten vil dø i kveld", CHANNEL)) == ["acute"]


async def test_in_ones_own_chat_a_trend_is_told_where_it_is_sent_from(desk: Desk) -> None:
    said = desk.words(await desk.say(KARI, "vi ser en trend med mye vaping på skolen"))
    assert said == desk.text("trend.only_channel")


@pytest.mark.parametrize(
    "said",
    [
        "vi ser tendenser til anoreksi hos jenta",
        "vi ser en tendens til at gutten isolerer seg",
        "vi ser en tendens til at han trekker seg unna de andre",
        "vi har sett en trend med mye fravær hos ei jente",
        "vi ser en trend hos henne",
        "vi ser en trend i denne saken",
    ],
)
async def test_a_trend_in_one_child_is_a_worry_in_ones_own_chat_and_in_the_channel(desk: Desk, said: str) -> None:
    assert desk.text("trend.only_channel") not in desk.words(await desk.say(KARI, said))
    assert "trend" not in kinds(await desk.say(OLE, said, CHANNEL))


async def test_after_findings_it_is_said_what_to_press_and_send_is_answered_with_it(desk: Desk) -> None:
    shown = await look_over(desk, "Mange blir hjemme, som Kari Nordmann.")
    assert desk.text("trend.look_over_again") in desk.words(shown)
    for said in ("send", "ja, send"):
        told = desk.words(await desk.say(OLE, said, CHANNEL))
        assert told == desk.text("case.send_press", button=desk.text("trend.look_over"))


async def test_who_wants_a_trend_back_where_none_is_kept_is_told_so(desk: Desk) -> None:
    assert desk.text("trend.take_back_none") in desk.words(await desk.say(OLE, "trekk trenden", CHANNEL))
    assert desk.text("trend.take_back_none") not in desk.words(await desk.say(OLE, "slett meldinga", CHANNEL))


async def test_the_words_for_sending_are_about_the_form_that_came_last(delivering: Delivering) -> None:
    desk = delivering.desk
    await look_over(desk)
    await desk.say(OLE, "trend: læreren Kari Nordmann ser mer mobbing", CHANNEL)
    await desk.say(OLE, SEND, CHANNEL)
    assert await posted(delivering) == []


async def test_danger_of_one_child_behind_the_word_comes_above_the_form(desk: Desk) -> None:
    shown = await desk.say(OLE, "trend: jenta i saken vår er redd for å gå hjem", CHANNEL)
    assert kinds(shown)[:1] == ["acute"]
