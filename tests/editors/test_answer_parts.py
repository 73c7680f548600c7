"""What belongs to an answer besides its text: its variants, its sources, and whether a lawyer should read it."""

from __future__ import annotations

from datetime import date

from bot.domain.turn import Pressed
from dialogs.as_text import inputs_of
from tests.editors.conftest import KARI, MALIN, ON_ONE_DATABASE, RITA, OpenReplica, Replica
from tests.editors.people import Chat
from tests.fakes.knowledge import KNOWLEDGE
from tests.fakes.stores import MovableClock

pytestmark = ON_ONE_DATABASE
SLUG = "samtykke-16-18"
FILE = f"articles/{SLUG}.md"


def field_errors(chat: Chat) -> dict[str, str]:
    """Return what is said beside each field of what is shown."""
    fields = (one for reply in chat.shown for one in inputs_of(getattr(reply, "blocks", ())))
    return {one.id: one.error for one in fields if one.error}


def choices_in(chat: Chat, field: str) -> dict[str, str]:
    fields = (one for reply in chat.shown for one in inputs_of(getattr(reply, "blocks", ())))
    return next({choice.title: choice.value for choice in one.choices} for one in fields if one.id == field)


async def test_a_variant_is_changed_from_lists_with_the_error_beside_the_field_and_taken_back(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one, other = await replica(), await replica()
    rita = Chat(one, RITA, clock)
    kari = await Chat(other, KARI, clock).works_in("stjordal", "helse")
    await rita.take(Pressed("edit_form", f"article:{SLUG}"))
    listed = await rita.push("Kilder og varianter")
    assert "For: Helsetjenesten" in listed
    await rita.push("For: Helsetjenesten")
    roles, sources = choices_in(rita, "for_role"), choices_in(rita, "variant_sources")
    assert roles["Barnehage"] == "barnehage"
    assert "Pasient- og brukerrettighetsloven, § 4-3" in sources
    wrong = await rita.push("Se hva som endres", {"variant_text": "Prøvetekst om samtykke.", "variant_sources": ""})
    assert "Varianten mangler kilde" in wrong
    assert field_errors(rita) == {"variant_sources": "Varianten mangler kilde."}
    assert "Prøvetekst om samtykke." in wrong, "what was written is kept"
    mended = {"variant_sources": sources["Pasient- og brukerrettighetsloven, § 4-3"]}
    preview = await rita.push("Se hva som endres", mended)
    assert "Prøvetekst om samtykke." in preview
    assert "Publisert som utgave 2" in await rita.push("Publiser", {"why": "kortere"})
    await other.desk.follow()
    asked = Pressed("article", SLUG)
    assert "Prøvetekst om samtykke." in await kari.take(asked) + await kari.take(Pressed("article_more", SLUG))
    article = other.library.knowledge.articles[SLUG]
    assert article.variants[0].sources == ("pbrl-4-3",)
    assert len(article.variants) == 2, "the other variant stands"
    await rita.take(Pressed("edit_roll", "1"))
    assert "Publisert som utgave 3" in await rita.push("Publiser", {"why": "angrer"})
    await other.desk.follow()
    assert "Prøvetekst" not in other.library.knowledge.articles[SLUG].variants[0].text


async def test_a_variant_for_an_age_and_a_municipality_is_added_and_another_taken_away(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    rita = Chat(one, RITA, clock)
    await rita.take(Pressed("edit_parts", SLUG))
    await rita.push("Ny variant")
    new = {"variant_text": "Prøvetekst for noen.", "variant_sources": "bl-33"}
    wrong = await rita.push("Se hva som endres", new)
    assert "Varianten gjelder ingen" in wrong
    assert set(field_errors(rita)) == {"for_role", "for_municipality", "for_age"}
    assert choices_in(rita, "for_municipality")["Stjørdal"] == "stjordal"
    await rita.push("Se hva som endres", {"for_age": "16,17", "for_municipality": "stjordal"})
    await rita.take(Pressed("edit_form", f"variant:{SLUG}:1"))
    preview = await rita.push("Se hva som endres", {"remove": "true"})
    assert "slettet" in preview
    await rita.push("Publiser", {"why": "bare for noen"})
    variants = one.library.knowledge.articles[SLUG].variants
    assert [variant.for_.age_years for variant in variants] == [(), (16, 17)]
    assert variants[1].for_.municipality == ("stjordal",)


async def test_a_source_is_chosen_from_the_nearest_or_by_its_id_and_brings_law_and_section(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    rita = Chat(one, RITA, clock)
    await rita.take(Pressed("edit_form", f"source:{SLUG}:new"))
    said = {"source_says": "Prøve på hva kilden sier.", "cited_other": "fvl-13d"}
    wrong = await rita.push("Se hva som endres", said)
    assert "finnes ikke i sources. Mente du «fvl-13" in wrong
    assert set(field_errors(rita)) == {"cited_id", "cited_other"}
    assert "Publiser" in await rita.push("Se hva som endres", {"cited_other": "fvl-13c"})
    await rita.push("Publiser", {"why": "ny kilde"})
    cited = one.library.knowledge.articles[SLUG].sources[-1]
    assert (cited.id, cited.law, cited.section) == ("fvl-13c", "Forvaltningsloven", "§ 13 c")
    last = len(one.library.knowledge.articles[SLUG].sources) - 1
    await rita.take(Pressed("edit_form", f"source:{SLUG}:{last}"))
    near = choices_in(rita, "cited_id")
    assert near["Barnevernsloven, § 13-2"] == "bvl-13-2"
    assert "Ingenting er endret" in await rita.push("Se hva som endres")
    await rita.take(Pressed("edit_form", f"source:{SLUG}:0"))
    assert "står ikke under sources i svaret" in await rita.push("Se hva som endres", {"remove": "true"})
    await rita.take(Pressed("edit_form", f"source:{SLUG}:{last}"))
    await rita.push("Se hva som endres", {"remove": "true"})
    await rita.push("Publiser", {"why": "feil kilde"})
    assert one.files[FILE] == (KNOWLEDGE / FILE).read_bytes(), "nothing else in the file is touched"


async def test_an_answer_leaves_the_list_for_a_lawyer_once_one_has_read_it(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    rita = Chat(one, RITA, clock)
    slug = weak_answer(one)
    await rita.take(Pressed("edit_form", f"article:{slug}"))
    wrong = await rita.push("Se hva som endres", {"review_list": "false"})
    assert "eller sett datoen en jurist leste det" in wrong
    assert set(field_errors(rita)) == {"review_list"}
    assert "fram i tid" in await rita.push("Se hva som endres", {"lawyer_read_on": "2027-11-23"})
    preview = await rita.push("Se hva som endres", {"lawyer_read_on": "2026-11-23"})
    assert "Lest av jurist: nytt: «2026-11-23»" in preview
    assert "Publisert" in await rita.push("Publiser", {"why": "juristen har lest"})
    after = one.library.knowledge.articles[slug]
    assert (after.review_list, after.lawyer_read_on) == (False, date(2026, 11, 23))
    title = after.title
    assert title not in await rita.take(Pressed("edit_list", "lawyer"))
    await rita.take(Pressed("edit_form", f"article:{slug}"))
    await rita.push("Se hva som endres", {"review_list": "true", "lawyer_read_on": ""})
    await rita.push("Publiser", {"why": "må leses igjen"})
    assert one.library.knowledge.articles[slug].lawyer_read_on is None


def weak_answer(replica: Replica) -> str:
    """Return an answer that rests on a weak source."""
    articles, sources = replica.library.knowledge.articles, replica.library.knowledge.sources
    return next(
        slug
        for slug, one in articles.items()
        if one.review_list
        and any(cited.id in sources and sources[cited.id].certainty == "svak" for cited in one.sources)
    )


async def test_parts_are_closed_to_those_they_do_not_concern_and_to_tricks(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    malin, kari, rita = Chat(one, MALIN, clock), Chat(one, KARI, clock), Chat(one, RITA, clock)
    for verb, target in (("edit_parts", SLUG), ("edit_form", f"variant:{SLUG}:0"), ("edit_check", f"source:{SLUG}:0")):
        assert "gjelder flere" in await malin.take(Pressed(verb, target, values={"remove": "true"}))
        assert "redaktørene" in await kari.take(Pressed(verb, target, values={"remove": "true"}))
    for rest in ("99", "-1", "", "0x1", "new:1", "²"):
        assert "finnes ikke lenger" in await rita.take(Pressed("edit_check", f"variant:{SLUG}:{rest}"))
    assert "finnes ikke lenger" in await rita.take(Pressed("edit_parts", "../words/acute"))
    strange = {"for_age": "tolv", "variant_text": "Prøve."}
    assert "ikke en alder" in await rita.take(Pressed("edit_check", f"variant:{SLUG}:new", values=strange))
