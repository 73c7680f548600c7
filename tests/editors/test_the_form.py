"""The form in the chat: change, error, mend, look, try, publish, asked by somebody else, and back again."""

from __future__ import annotations

import pytest

from bot.content.yaml_file import parse_yaml
from bot.domain.ports import StoreAway
from bot.domain.turn import Pressed
from tests.editors.conftest import KARI, MALIN, MARTE, RITA, ROLES, OpenReplica
from tests.editors.people import Chat
from tests.fakes.stores import MovableClock

VELFERD = "contact:kommuner/stjordal.yaml:velferdsveiledning"


async def test_a_phone_number_is_changed_without_a_file_and_taken_back(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one, other = await replica(), await replica()
    rita, kari = Chat(one, RITA, clock), await Chat(other, KARI, clock).works_in("stjordal")
    await rita.say("rediger")
    await rita.push("Telefon eller kontakt")
    await rita.push("Stjørdal")
    form = await rita.push("Velferdsveiledning i Stjørdal")
    assert "Telefon og e-post til velferdsveiledningen?" in form
    wrong = await rita.push("Se hva som endres", {"value": "74 00 00 0l"})
    assert "kommuner/stjordal.yaml, linje" in wrong
    assert "«Nummer eller adresse»" in wrong
    assert "numbers.velferdsveiledning" not in wrong
    assert "Mente du «74 00 00 01»?" in wrong
    assert "Nummer eller adresse: 74 00 00 0l" in wrong, "what was written is kept"
    preview = await rita.say("Nummer eller adresse: 74 00 00 01")
    assert "Nummer eller adresse: nytt: «74 00 00 01»" in preview
    assert "Hvorfor?" in await rita.push("Publiser")
    assert one.library.edition == 0
    await rita.say("rediger")
    await rita.push("Se utkastet")
    assert "kan røpe hvem noen er: navn" in await rita.push("Publiser", {"why": "Torgeir Kvernmo ba om det"})
    await rita.say("rediger")
    await rita.push("Se utkastet")
    assert "Publisert som utgave 2" in await rita.push("Publiser", {"why": "nytt nummer"})
    assert await other.desk.follow()
    asked = Pressed("article_more", "stjordal-velferdsveiledning")
    assert "74 00 00 01" in await kari.take(asked)
    history = await rita.say("rediger") and await rita.push("Historikk")
    assert "nytt nummer" in history
    assert "Rita Prøve" in history
    await rita.push("Utgave 2")
    assert "slettet: «74 00 00 01»" in await rita.push("Angre denne endringen")
    assert "Publisert som utgave 3" in await rita.push("Publiser", {"why": "feil nummer"})
    await other.desk.follow()
    assert "74 00 00 01" not in await kari.take(asked)
    assert other.library.knowledge.version == one.library.knowledge.version
    async with one.store.unit_of_work() as uow:
        assert await uow.audit.verify() is None


async def test_a_reason_that_is_typed_publishes_nothing_before_the_button_is_named(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    rita = Chat(one, RITA, clock)
    await rita.take(Pressed("edit_form", VELFERD))
    await rita.say("Nummer eller adresse: 74 00 00 01")
    assert "Ingenting er publisert ennå" in await rita.say("Hvorfor: nytt nummer")
    assert one.library.edition == 0
    assert "Publisert som utgave 2" in await rita.say("Hvorfor: nytt nummer\nPubliser")


async def test_what_is_published_is_told_of_as_published_when_the_database_goes_away_right_after(
    replica: OpenReplica, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = await replica()

    async def away_once_published() -> bool:
        async with one.store.unit_of_work() as uow:
            if await uow.editions.head_number():
                raise StoreAway
        return False

    rita = Chat(one, RITA, clock)
    await rita.take(Pressed("edit_check", VELFERD, values={"value": "74 00 00 01"}))
    with monkeypatch.context() as broken:
        broken.setattr(one.desk, "follow", away_once_published)
        assert "Publisert" in await rita.push("Publiser", {"why": "nytt nummer"})
    assert one.library.edition == 0
    assert await one.desk.follow(), "the next look takes it"
    assert one.library.edition == 2


async def test_only_those_it_concerns_may_change_it(replica: OpenReplica, clock: MovableClock) -> None:
    one = await replica()
    kari, malin = Chat(one, KARI, clock), Chat(one, MALIN, clock)
    assert "redaktørene" in await kari.say("rediger")
    assert "redaktørene" in await kari.take(Pressed("edit_form", VELFERD))
    assert "Melhus" in await malin.say("rediger")
    assert "gjelder flere" in await malin.take(Pressed("edit_form", VELFERD))
    assert "gjelder flere" in await malin.take(Pressed("edit_check", VELFERD, values={"value": "74 00 00 01"}))
    for shared in ("guides", "texts", "words"):
        assert "gjelder flere" in await malin.take(Pressed("edit_pick", shared))
    own = "contact:kommuner/melhus.yaml:ppt"
    assert "74 00 00 05" in await malin.take(Pressed("edit_check", own, values={"value": "74 00 00 05"}))
    assert "Publisert" in await malin.push("Publiser", {"why": "nytt"})
    await malin.take(Pressed("edit_roll", "1"))
    assert "Publisert" in await malin.push("Publiser", {"why": "angrer"})
    rita = Chat(one, RITA, clock)
    await rita.take(Pressed("edit_check", VELFERD, values={"value": "74 00 00 01"}))
    await rita.push("Publiser", {"why": "nytt"})
    assert "ikke er ditt: kommuner/stjordal.yaml" in await malin.take(Pressed("edit_roll", "3"))


async def test_the_second_of_two_editors_keeps_both_changes_and_sees_the_other(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one, other = await replica(), await replica()
    rita, marte = Chat(one, RITA, clock), Chat(other, MARTE, clock)
    await rita.take(Pressed("edit_check", VELFERD, values={"value": "74 00 00 01"}))
    await marte.take(
        Pressed("edit_check", "contact:kommuner/stjordal.yaml:slt_koordinator", values={"value": "74000002"})
    )
    await rita.push("Publiser", {"why": "nytt nummer"})
    seen = await marte.push("Publiser", {"why": "også nytt"})
    assert "Rita Prøve: kommuner/stjordal.yaml" in seen
    assert "74 00 00 01" in seen
    assert "Begge endringene blir med" in seen
    assert "Publisert som utgave 3" in await marte.push("Publiser", {"why": "også nytt"})
    profile = other.library.knowledge.profiles["stjordal"]
    assert profile.contact("velferdsveiledning").value == "74 00 00 01"
    assert profile.contact("slt_koordinator").value == "74000002"


async def test_what_both_changed_is_shown_before_it_is_overwritten(replica: OpenReplica, clock: MovableClock) -> None:
    one = await replica()
    rita, marte = Chat(one, RITA, clock), Chat(one, MARTE, clock)
    await rita.take(Pressed("edit_check", VELFERD, values={"value": "74 00 00 01"}))
    await marte.take(Pressed("edit_check", VELFERD, values={"value": "74 00 00 02"}))
    await rita.push("Publiser", {"why": "nytt nummer"})
    seen = await marte.push("Publiser", {"why": "også nytt"})
    assert "Dere har endret det samme" in seen
    assert "«74 00 00 01» → «74 00 00 02»" in seen
    assert "Publisert" in await marte.push("Publiser likevel", {"why": "også nytt"})


async def test_a_draft_is_tried_on_another_day_and_nothing_is_sent(replica: OpenReplica, clock: MovableClock) -> None:
    one = await replica()
    rita = await Chat(one, RITA, clock).works_in("stjordal")
    changed = {"section_short_answer": "Taushetsplikt betyr at du tier. Prøvetekst.", "review_by": "2027-01-15"}
    preview = await rita.take(Pressed("edit_check", "article:taushetsplikt-hva", values=changed))
    assert "Vis kortet slik det blir" in preview
    assert "Prøvetekst" in preview
    assert "01.02.2027" in await rita.push("Prøv utkastet", {"as_of": "2027-02-01"})
    answer = await rita.say("hva er taushetsplikt")
    assert "Prøvetekst" in answer
    assert "avslutt prøving" in answer
    kari = await Chat(one, KARI, clock).works_in("stjordal")
    assert "Prøvetekst" not in await kari.say("hva er taushetsplikt")
    assert "som vanlig" in await rita.say("avslutt prøving")
    assert "Prøvetekst" not in await rita.say("hva er taushetsplikt")
    await rita.say("rediger")
    assert "borte" in await rita.push("Forkast utkastet")


async def test_a_guide_is_tried_as_it_would_be_and_a_question_of_danger_in_other_words_is_read_twice(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    rita = await Chat(one, RITA, clock).works_in("stjordal")
    target = "step:guides/bekymring.yaml:steps/trygg_na"
    preview = await rita.take(Pressed("edit_check", target, values={"ask": "Er barnet trygt nå? Prøvetekst."}))
    assert "Steg › trygg_na › Spørsmål: «Har du grunn" in preview
    assert "Råd: 1" in preview
    assert "«ja» må fortsatt bety fare" in preview
    await rita.push("Prøv utkastet")
    assert "Prøvetekst" in await rita.say("jeg er bekymret")
    assert "som vanlig" in await rita.say("avslutt prøving")
    told = await rita.say("nei")
    assert "gikk galt" not in told
    assert "Prøvetekst" not in await rita.say("jeg er bekymret")
    other = "step:guides/bekymring.yaml:steps/hvor_langt"
    title = await rita.take(Pressed("edit_check", other, values={"why": "Da finner vi riktig sted. Prøvetekst."}))
    assert "Prøvetekst" in title
    await rita.say("rediger")
    assert "borte" in await rita.push("Forkast utkastet")
    alone = await rita.take(Pressed("edit_check", other, values={"why": "Da finner vi riktig sted. Prøvetekst."}))
    assert "bety fare" not in alone


async def test_who_is_forgotten_while_a_draft_is_tried_is_forgotten_whole_and_told_what_goes(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    rita = await Chat(one, RITA, clock).works_in("stjordal")
    changed = {"section_short_answer": "Taushetsplikt betyr at du tier. Prøvetekst."}
    await rita.take(Pressed("edit_check", "article:taushetsplikt-hva", values=changed))
    await rita.push("Prøv utkastet")
    asked = await rita.say("slett alt om meg")
    assert one.library.knowledge.texts("start.forget_draft") in asked
    assert one.library.knowledge.texts("start.forget_editor") in asked
    told = await rita.push("Ja, slett alt")
    assert one.library.knowledge.texts("start.forgotten") in told
    assert "dette ble ikke sendt til noen" not in told
    async with one.store.unit_of_work(RITA) as uow:
        state = await uow.conversations.get(RITA, rita.place)
        assert await uow.editor_chats.all() == []
    assert state.draft is None
    assert state.profile.municipality is None
    assert "Prøvetekst" not in await rita.say("hva er taushetsplikt")


async def test_who_is_no_editor_any_more_meets_the_bot_as_everybody_does(
    replica: OpenReplica, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = await replica()
    rita = await Chat(one, RITA, clock).works_in("stjordal")
    changed = {"section_short_answer": "Taushetsplikt betyr at du tier. Prøvetekst."}
    await rita.take(Pressed("edit_check", "article:taushetsplikt-hva", values=changed))
    await rita.push("Prøv utkastet")
    assert "Prøvetekst" in await rita.say("hva er taushetsplikt")
    monkeypatch.setitem(ROLES, RITA.id, frozenset())
    told = await rita.say("mine saker")
    assert "dette ble ikke sendt til noen" in told
    assert "prøver ikke utkastet lenger" in told
    assert "prøver" not in await rita.say("mine saker")
    assert "Prøvetekst" not in await rita.say("hva er taushetsplikt")
    monkeypatch.setitem(ROLES, RITA.id, frozenset({"editor"}))
    await rita.say("rediger")
    assert "borte" in await rita.push("Forkast utkastet")


async def test_words_of_danger_in_content_are_no_danger_but_said_by_an_editor_they_are(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    rita = Chat(one, RITA, clock)
    known = parse_yaml(one.desk.files["words/acute.yaml"], "words/acute.yaml").data["expressions"]["vold"]
    changed = {"words": "\n".join((*known, "hun vil ta livet sitt"))}
    assert "Slik blir det" in await rita.take(
        Pressed("edit_check", "words:words/acute.yaml:expressions/vold", values=changed)
    )
    assert "112" in await rita.say("en elev sier at hun vil ta livet sitt")


async def test_contacts_of_a_step_and_related_answers_are_chosen_from_a_list_by_name(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    rita, articles = Chat(one, RITA, clock), one.library.knowledge.articles
    form = await rita.take(Pressed("edit_form", "article:taushetsplikt-hva"))
    before = articles["taushetsplikt-hva"].related
    assert all(articles[slug].title in form for slug in before), "answers are named by their titles"
    assert "Ingenting er endret" in await rita.push("Se hva som endres")
    await rita.take(Pressed("edit_form", "article:taushetsplikt-hva"))
    field = next(block for reply in rita.shown for block in reply.blocks if getattr(block, "id", "") == "related")
    new = next(choice.value for choice in field.choices if choice.value not in before)
    left = ",".join([new, *before[1:]])
    assert "Slik blir det" in await rita.push("Se hva som endres", {"related": left})
    await rita.push("Publiser", {"why": "nærmere"})
    after = one.library.knowledge.articles["taushetsplikt-hva"].related
    assert after == (*before[1:], new), "what stood there keeps its order"
    wrong = await rita.take(Pressed("edit_check", "article:taushetsplikt-hva", values={"related": "finnes-ikke"}))
    assert "feil å rette" in wrong
    guide = one.library.knowledge.guides["bekymring"]
    name = next(key for key, step in guide.steps.items() if step.contacts)
    shown = await rita.take(Pressed("edit_form", f"step:guides/bekymring.yaml:steps/{name}"))
    contact = one.library.knowledge.profiles["stjordal"].numbers[guide.steps[name].contacts[0]]
    assert str(contact.name) in shown
    assert "Ingenting er endret" in await rita.push("Se hva som endres")


@pytest.mark.parametrize(("municipality", "is_shared"), [("Meråker", True), ("Melhus", False)])
async def test_the_list_of_contacts_says_where_what_is_shared_stands(
    replica: OpenReplica, clock: MovableClock, municipality: str, is_shared: bool
) -> None:
    rita = Chat(await replica(), RITA, clock)
    await rita.say("rediger")
    await rita.push("Telefon eller kontakt")
    assert ("står under «Felles i Værnesregionen»" in await rita.push(municipality)) is is_shared


async def test_an_older_card_publishes_and_throws_away_nothing_it_does_not_show(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    rita = Chat(one, RITA, clock)
    await rita.take(Pressed("edit_form", VELFERD))
    await rita.push("Se hva som endres", {"value": "74 00 00 01"})
    older = list(rita.shown)
    await rita.take(Pressed("edit_form", VELFERD))
    await rita.push("Se hva som endres", {"value": "74 00 00 02"})
    for label in ("Publiser", "Forkast utkastet"):
        rita.shown = older
        told = await rita.push(label, {"why": "nytt nummer"})
        assert one.library.knowledge.texts("editors.older_card") in told
        assert "«74 00 00 02»" in told, "the draft as it is now"
        assert one.library.edition == 0
    assert "Publisert som utgave 2" in await rita.push("Publiser", {"why": "nytt nummer"})


async def test_who_types_publish_below_a_form_with_faults_reads_that_it_is_not_in_the_draft(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    rita = Chat(one, RITA, clock)
    await rita.take(Pressed("edit_form", VELFERD))
    await rita.push("Se hva som endres", {"value": "74 00 00 01"})
    await rita.take(Pressed("edit_form", VELFERD))
    await rita.push("Se hva som endres", {"value": "74 00 00 0l"})
    told = await rita.say("publiser")
    assert one.library.knowledge.texts("editors.form_not_in_draft") in told
    assert "«74 00 00 01»" in told
    assert one.library.edition == 0


@pytest.mark.parametrize(
    ("target", "field", "said", "meant"),
    [
        ("variant:meldeplikt-hvem:0", "variant_sources", "bvl13", " Mente du «Barnevernsloven, § 13-2»?"),
        ("variant:meldeplikt-hvem:0", "for_role", "lærerne på trinnet", ""),
        ("article:meldeplikt-hvem", "related", "meldeplikt-nar", " Mente du «Når har jeg plikt"),
        ("article:meldeplikt-hvem", "certainty", "sikker", ""),
    ],
)
async def test_what_is_not_among_the_choices_is_told_by_the_names_the_form_has(
    replica: OpenReplica, clock: MovableClock, target: str, field: str, said: str, meant: str
) -> None:
    rita = Chat(await replica(), RITA, clock)
    await rita.take(Pressed("edit_form", target))
    wrong = await rita.push("Se hva som endres", {field: said})
    assert f"«{said}» står ikke i lista.{meant}" in wrong
    assert "sources" not in wrong
    assert "bvl-13-2" not in wrong
    assert "Publiser" not in wrong


async def test_an_entry_that_is_wrong_is_told_by_the_name_of_its_field(
    replica: OpenReplica, clock: MovableClock
) -> None:
    rita = Chat(await replica(), RITA, clock)
    await rita.take(Pressed("edit_form", "article:meldeplikt-hvem"))
    wrong = await rita.push("Se hva som endres", {"asked_as": "\n".join(["hvem har meldeplikt", "x" * 400])})
    assert "«Måter folk spør på (10 til 15)" in wrong
    assert "asked_as" not in wrong
