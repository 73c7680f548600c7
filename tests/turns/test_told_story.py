"""A whole worry in one message: how far they have come and the child's age are not asked for again."""

from __future__ import annotations

import pytest

from bot.domain.conversation import Concern
from bot.domain.reply import Button, Card, Line, Row, Rows
from dialogs.answers import told_worry
from dialogs.dialog import Step
from dialogs.guide.told_story import told_by, told_in
from tests.turns.desk import KARI, Desk

STORY = (
    "jeg er bekymret for en gutt på 8 år, vi er på nivå 1, har prøvd med fast plass og samtaler med mor i to måneder. "
    "hva nå"
)
LEVEL, AGE = ("hvor_langt", "niva_1"), ("om_barnet", {"alder": "6-9"})


async def concern(desk: Desk) -> Concern:
    open_now = (await desk.state(KARI)).concern()
    assert open_now is not None
    return open_now


@pytest.mark.parametrize("typed", ["1", "ja", "jeg er bekymret", "Jeg er bekymret for et barn"])
async def test_the_guide_that_is_offered_remembers_both(desk: Desk, typed: str) -> None:
    await desk.say(KARI, STORY)
    shown = desk.words(await desk.say(KARI, typed))
    assert "Det husker jeg: «Vi prøver tiltak hos oss» og «Alder: 6–9 år»." in shown
    assert (await concern(desk)).ahead == (LEVEL, AGE)


async def test_the_level_is_not_asked_and_the_age_is_filled_in(desk: Desk) -> None:
    for said in (STORY, "1", "nei, ikke nå", "nei"):
        shown = await desk.say(KARI, said)
    assert "Hvor gammelt er barnet" in desk.words(shown)
    shown = await desk.say(KARI, "skole")
    assert "Alder: 6–9 år; Hvor er barnet til daglig: Grunnskole" in desk.words(shown)
    assert (await concern(desk)).ahead == ()


async def test_a_pressed_button_carries_it_too(desk: Desk) -> None:
    shown = await desk.say(KARI, STORY)
    told = desk.words(await desk.push(KARI, shown, desk.text("start.worried_row")))
    assert "Det husker jeg" in told


async def test_a_button_that_carries_nothing_begins_no_second_concern(desk: Desk) -> None:
    for _ in range(2):
        await desk.press(KARI, "menu_worried", "bekymring")
    assert len((await desk.state(KARI)).concerns) == 1


async def test_a_short_worry_tells_the_age_as_well(desk: Desk) -> None:
    shown = desk.words(await desk.say(KARI, "jeg er bekymret for en gutt på 8 år"))
    assert "Det husker jeg: «Alder: 6–9 år»." in shown


@pytest.mark.parametrize(
    "said",
    ["jeg er lærer på trinn 3 og er bekymret for en elev", "jeg er bekymret for en elev som er på nivå 1 i lesing"],
)
async def test_a_class_or_how_a_child_reads_is_no_level_of_the_guide(desk: Desk, said: str) -> None:
    assert "Det husker jeg" not in desk.words(await desk.say(KARI, said))
    assert "Det husker jeg" not in desk.words(await desk.say(KARI, "jeg er bekymret"))


async def test_a_worry_for_another_child_takes_nothing_over(desk: Desk) -> None:
    await desk.say(KARI, STORY)
    assert "Det husker jeg" not in desk.words(await desk.say(KARI, "jeg er bekymret for en annen elev"))


async def test_what_is_wrong_is_changed(desk: Desk) -> None:
    for said in (STORY, "1", "nei, ikke nå", "nei"):
        await desk.say(KARI, said)
    shown = desk.words(await desk.say(KARI, "Alder: 10–12 år, Hvor er barnet til daglig: Grunnskole"))
    assert "10–12 år" in shown


@pytest.mark.parametrize(
    "said",
    [
        "vi skal opp på nivå 2 snart, hva gjør vi",
        "vi er ikke på nivå 2 ennå",
        "vi er ferdige på nivå 1 og skal over på nivå 2",
        "hva betyr nivå 1",
        "eleven har slitt i 2 år med å komme på skolen",
        "for 3 år siden var det likt",
        "en på 8 år og en på 11 år",
        "eleven på trinn 3 er trist",
        "jeg er lærer i 3. klasse",
        "vi på trinn 2 er urolige for en elev",
        "han er på nivå 1 i lesing og kommer for sent",
        "hun ligger på nivå 2 og er lei seg",
        "vi er på nivå 2 i lesing på skolen vår",
        "broren på 15 år er borte, men eleven er sint",
        "faren på 40 år drikker",
        "læreren på 25 år roper til eleven",
        "mor fikk ham da hun var 17 år",
        "han har vært her siden han var 2 år og er nå 5",
        "det er 5 uker siden vi så noe",
        "klassen er på 20 og eleven er trist",
    ],
)
def test_what_is_not_sure_is_not_carried(said: str) -> None:
    assert told_in(said) == ""


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("jente 3 år, vi har vært på nivå 1 i to måneder", "fortalt.hvor_langt=niva_1.alder=19-mnd-5-ar"),
        ("gutten på 14 år har slitt i 2 år", "fortalt.alder=13-15"),
        ("vi er på nivå 3 med en elev", "fortalt.hvor_langt=niva_3"),
        ("ungen snakke itj, vi e på nivå 0", "fortalt.hvor_langt=ny"),
        ("mor og far er skilt, og gutten på 9 år er trist", "fortalt.alder=6-9"),
        ("jeg tror vi er på nivå 2 nå", "fortalt.hvor_langt=niva_2"),
        ("jente på 14 som er trist", "fortalt.alder=13-15"),
        ("gutt 8 år med en bror som er borte", "fortalt.alder=6-9"),
    ],
)
def test_what_is_sure_is(said: str, told: str) -> None:
    assert told_in(said) == told


@pytest.mark.parametrize(
    "id", ["", "bekymring", "fortalt", "fortalt.hvor_langt=x.alder=200", "fortalt.=.=", "x.alder=6-9"]
)
async def test_what_a_button_carries_is_not_trusted(desk: Desk, id: str) -> None:
    assert told_by(id, desk.library.knowledge.guides["bekymring"]) == ()


def test_a_story_is_read_only_below_an_answer_with_the_button_of_the_guide(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    monkeypatch.setattr(told_worry, "told_in", lambda story: (read.append(story), "fortalt.alder=6-9")[1])
    bare = Step((Line("Hei"), Card("answer", "Svar", buttons=(Button("Mer", "article_more"),))))
    assert told_worry.carrying(bare, STORY) is bare
    assert read == []
    row = Step(
        (Card("answer", "Svar", blocks=(Rows((Row("1", "Bekymret", press=Button("Start", "menu_worried")),)),)),)
    )
    assert told_worry.carrying(row, STORY) != row
    assert read == [STORY]
