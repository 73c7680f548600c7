"""A municipality is files and nothing else: with them it is offered, guided, routed, sent for and anonymised."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.cli.chat import chat as chat_command
from bot.cli.chat import typer
from bot.content.check import check_knowledge
from bot.content.check_places import check_places
from bot.content.profile_file import load_profiles
from bot.domain.conversation import ConversationState
from bot.domain.ports import ChannelLink
from bot.settings import Settings
from bot.turns.library import Library, Shelf, read_shelf
from bot.turns.one_turn import Turns
from bot.turns.roster import ChannelRoster
from bot.turns.router import Router
from dialogs.start import with_profile
from tests.fakes.knowledge import KNOWLEDGE, MUNICIPALITIES, shelf
from tests.fakes.store import FakeStore
from tests.fakes.stores import MovableClock
from tests.turns.desk import CHANNEL, KARI, WORDS, Desk, chat

GIVEN = Path(__file__).parent / "eksempelvik"
TODAY = date(2026, 11, 30)
PLACES = "anonymising/steder/eksempelvik.yaml"
POPULATION = "anonymising/befolkning.yaml"


def with_profile_alone(folder: Path) -> Path:
    """Return a knowledge folder to which only the profile of Eksempelvik is added."""
    shutil.copytree(KNOWLEDGE, folder)
    shutil.copy(GIVEN / "profile.yaml", folder / "kommuner" / "eksempelvik.yaml")
    return folder


def lists_alone(folder: Path) -> Path:
    """Return the same with only the profiles and the lists about municipalities, which is quick to check."""
    for part in ("kommuner", "anonymising/steder"):
        shutil.copytree(KNOWLEDGE / part, folder / part)
    shutil.copy(KNOWLEDGE / POPULATION, folder / POPULATION)
    shutil.copy(GIVEN / "profile.yaml", folder / "kommuner" / "eksempelvik.yaml")
    return folder


def add_lists(folder: Path) -> None:
    """Add what the check asks for: the places, and the row of children."""
    shutil.copy(GIVEN / "places.yaml", folder / PLACES)
    population = folder / POPULATION
    row = "municipalities:\n  eksempelvik: {born_per_year: 40, units: {skole: 2, barnehage: 3}}"
    population.write_text(population.read_text("utf-8").replace("municipalities:", row, 1), "utf-8")


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """The knowledge with a seventh municipality, as the bot reads it."""
    folder = with_profile_alone(tmp_path_factory.mktemp("grown") / "knowledge")
    add_lists(folder)
    return read_shelf(folder, shelf())


class Vik(Desk):
    """A desk where whoever asks works in Eksempelvik."""

    async def begin(self, grown: Shelf) -> Vik:
        """Serve what the files describe, with a channel for the team of Eksempelvik."""
        self.library = Library(
            Path("knowledge"), grown, Settings(_env_file=None).municipalities, self._roles, self.clock
        )
        roster = ChannelRoster(self.messenger, self.clock, grown.knowledge.texts)
        self.turns = Turns(self.store, Router(), self.library, roster, self.clock)
        async with self.store.unit_of_work() as uow:
            await uow.channels.link(ChannelLink("eksempelvik/vikteamet", CHANNEL, self.clock.now()))
            mine = with_profile(ConversationState(), "eksempelvik", "skole")
            await uow.conversations.save(KARI, chat(KARI), mine)
            await uow.commit()
        return self

    def _roles(self, *_: object) -> frozenset[str]:
        return self.staff


@pytest.fixture
async def desk(grown: Shelf) -> Vik:
    clock = MovableClock()
    return await Vik(FakeStore(clock.now), clock).begin(grown)


def asked_in(folder: Path) -> dict[str, str]:
    """Return what the check asks of the lists about Eksempelvik, by file."""
    found = list(check_places(folder, load_profiles(folder)))
    return {one.file: str(one) for one in found if "ksempelvik" in str(one)}


def test_the_check_asks_for_the_lists_that_are_missing_and_is_content_when_they_are_there(tmp_path: Path) -> None:
    folder = lists_alone(tmp_path / "knowledge")
    asked = asked_in(folder)
    assert set(asked) == {PLACES, POPULATION}
    assert "Lag den med navn, skoler" in asked[PLACES]
    assert "«municipalities.eksempelvik»: Raden" in asked[POPULATION]
    add_lists(folder)
    assert asked_in(folder) == {}


@pytest.mark.parametrize(
    ("was", "written", "said"),
    [
        ("navn: Eksempelvik", "navn: Vik", "Skriv navn: Eksempelvik."),
        ("skoler: [Vikamyra skole]", "skoler: Vikamyra skole", "Her skal det stå en liste"),
        ("veier: [", "vegar: [", "Feltet «vegar» finnes ikke. Mente du «veier»?"),
        ("veier: [Vikamyrvegen]", "", "Skriv veier i Eksempelvik"),
        ("skoler: [", "skoler: [[", "Lista som begynner her, mangler «]»"),
        ("skoler: [", "skoler: [eleven, ", "«eleven» begynner med liten bokstav"),
    ],
)
def test_a_list_that_is_written_wrong_is_told_of(tmp_path: Path, was: str, written: str, said: str) -> None:
    folder = lists_alone(tmp_path / "knowledge")
    add_lists(folder)
    places = folder / PLACES
    places.write_text(places.read_text("utf-8").replace(was, written), "utf-8")
    assert any(said in str(one) for one in check_places(folder, load_profiles(folder)) if one.file == PLACES)


def test_a_contact_that_a_guide_needs_is_asked_for_in_the_file_where_it_goes(tmp_path: Path) -> None:
    folder = with_profile_alone(tmp_path / "knowledge")
    profile = folder / "kommuner" / "eksempelvik.yaml"
    profile.write_text(profile.read_text("utf-8").replace("helsestasjon:", "helsesoster:"), "utf-8")
    wrong = [str(one) for one in check_knowledge(folder, today=TODAY) if one.severity == "feil"]
    assert wrong
    assert all("«helsestasjon» finnes ikke i Eksempelvik." in one for one in wrong)
    assert all("Legg den inn i kommuner/eksempelvik.yaml, eventuelt som ukjent." in one for one in wrong)


def test_a_row_of_children_that_cannot_be_counted_with_is_an_error(tmp_path: Path) -> None:
    folder = lists_alone(tmp_path / "knowledge")
    add_lists(folder)
    population = folder / POPULATION
    population.write_text(population.read_text("utf-8").replace("born_per_year: 40", "born_per_year: mange"), "utf-8")
    (wrong,) = [one for one in check_places(folder, load_profiles(folder)) if one.severity == "feil"]
    assert (wrong.file, wrong.where) == (POPULATION, "municipalities.eksempelvik")


def test_it_is_offered_behind_those_that_have_a_place_of_their_own(grown: Shelf) -> None:
    assert grown.knowledge.served() == (*MUNICIPALITIES, "eksempelvik")
    assert grown.knowledge.served(("eksempelvik", "selbu")) == ("eksempelvik", "selbu")


def test_the_terminal_knows_it_and_no_other(tmp_path: Path) -> None:
    folder = lists_alone(tmp_path / "knowledge")
    with pytest.raises(typer.BadParameter, match="eksempelvik, frosta"):
        chat_command(kommune="eksempelby", data=tmp_path / "data", knowledge=folder)


async def test_the_guide_speaks_of_its_own_numbers(desk: Vik) -> None:
    await desk.say(KARI, "jeg er bekymret")
    said = desk.words(await desk.say(KARI, "ja"))
    assert "Barnevernvakta" in said
    assert "Ring 116 111." in said


async def test_where_to_go_leads_to_its_own_team(desk: Vik) -> None:
    shown = await desk.say(KARI, "hvor går jeg?")
    said = desk.words(await desk.push(KARI, shown, "Vis alle team"))
    assert "Vikteamet" in said
    assert "Kompetanseteam" not in said


async def test_a_case_is_sent_to_its_team_without_its_places(desk: Vik) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.press(
        KARI, "case_about", values={"age": "10-12", "arena": "skole", "themes": "fravaer", "way": "anonymt"}
    )
    await desk.press(KARI, "case_team", "vikteamet")
    await desk.press(KARI, "case_gate", "all_no", {"first": "hv_niva_0"})
    shown = await desk.press(KARI, "case_review", values=WORDS | {"seen": "Eleven på Vikamyra skole kommer sent."})
    assert "Vikamyra skole" in desk.words(shown)
    shown = await desk.press(KARI, "case_review", values=WORDS | {"seen": "Eleven kommer sent."})
    await desk.push(KARI, shown, desk.text("case.send"))
    (case,) = await desk.cases_of(KARI)
    assert (case.municipality, case.team) == ("eksempelvik", "eksempelvik/vikteamet")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("de bor i Vikamyra", {"Vikamyra": "[stedet]"}),
        ("eleven går på Vikamyra skole", {"Vikamyra skole": "[skolen]"}),
        ("hun danser i Vikamyra IL", {"Vikamyra IL": "[foreningen]"}),
        ("barnet bor på lur", {"lur": "[stedet]"}),
        ("de flyttet til Eksempelvik i fjor", {"Eksempelvik": "[kommunen]"}),
    ],
)
def test_its_places_are_found_and_its_own_name_is_the_municipality(
    grown: Shelf, text: str, found: dict[str, str]
) -> None:
    findings = grown.anonymiser.find(text, "eksempelvik")
    assert {text[one.start : one.end]: one.replacement for one in findings if one.type != "dato"} == found


def test_the_meter_counts_with_its_own_children(grown: Shelf) -> None:
    meter = grown.anonymiser.risk([], municipality="eksempelvik", age_band="10-12", arena="skole")
    smallest = grown.anonymiser.risk([], municipality="ukjent", age_band="10-12", arena="skole")
    assert (meter.persons, smallest.persons) == (120, 12)
