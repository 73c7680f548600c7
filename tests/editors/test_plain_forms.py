"""What is asked for in a form is asked in words people know, and what may be answered is there to choose."""

from __future__ import annotations

import re

import pytest

from bot.content.form_lists import meetings, missing, records
from bot.content.form_targets import changes_for, form_for
from bot.content.forms import ages
from bot.content.problem import KnowledgeError
from bot.content.versions import Files
from bot.content.yaml_file import parse_yaml
from bot.domain.reply import ChoiceInput
from bot.domain.turn import Pressed
from dialogs.as_text import inputs_of
from tests.editors.conftest import RITA, OpenReplica
from tests.editors.people import Chat
from tests.fakes.stores import MovableClock

FROSTA = "kommuner/frosta.yaml"
WAYS = f"fact:{FROSTA}:teams/0/ways_in"


def test_no_missing_fact_is_named_by_keys_of_the_file(files: Files) -> None:
    titles = {one.target: form.title for one in missing(files) if (form := form_for(files, one.target))}
    assert len(titles) == len({one.target for one in missing(files)})
    odd = {target: title for target, title in titles.items() if re.search(r"_|\b\d+\b › |[a-z]+ › [a-z]+_", title)}
    assert odd == {}
    assert titles[WAYS] == "Tverrfaglig team › Hvordan saker kommer inn"
    assert titles[f"fact:{FROSTA}:archive_decision"] == "Vedtak om hvor lenge saker bevares"


@pytest.mark.parametrize("path", ["kommuner/stjordal.yaml", "kommuner/felles/vaernesregionen.yaml"])
def test_no_section_of_a_file_is_named_by_its_key(files: Files, path: str) -> None:
    found = records(files, path)
    assert found
    assert not {one.note for one in found} & {"services", "structures", "links", "consent", "year", "measures"}


def test_a_team_whose_meeting_nobody_has_told_is_marked_in_the_list(files: Files) -> None:
    notes = {one.title: one.note for one in meetings(files, "kommuner/stjordal.yaml")}
    assert "må fylles ut av kommunen" in notes["Tverrfaglig samarbeidsteam (TST)"]
    assert all(notes.values())


@pytest.mark.parametrize(
    ("target", "chosen", "name"),
    [(WAYS, "anonymt\nmed_samtykke", "ways_in"), ("fact:kommuner/stjordal.yaml:archive_decision", "90 dager", "fact")],
)
def test_what_is_chosen_or_written_stands_in_the_file(files: Files, target: str, chosen: str, name: str) -> None:
    (changed,) = changes_for(files, target, {name: chosen}).values()
    data = parse_yaml(changed, "x").data
    assert (data["teams"][0]["ways_in"] if name == "ways_in" else data["archive_decision"]) == (
        chosen.split("\n") if name == "ways_in" else chosen
    )


async def test_the_ways_into_a_team_are_chosen_in_plain_words(replica: OpenReplica, clock: MovableClock) -> None:
    rita = Chat(await replica(), RITA, clock)
    form = await rita.take(Pressed("edit_form", WAYS))
    assert "Hvordan kommer saker inn til teamet?" in form
    assert "Anonymt, uten at noen kan kjenne igjen barnet / Med samtykke fra foreldrene eller ungdommen" in form
    assert "ways_in" not in form
    assert "teams" not in form
    preview = await rita.push("Se hva som endres", {"ways_in": "anonymt,med_samtykke"})
    assert "Hvordan saker kommer inn: nytt: «anonymt, med_samtykke»" in preview


async def test_a_source_of_a_new_answer_is_chosen_or_found_by_what_is_written_of_it(
    replica: OpenReplica, clock: MovableClock
) -> None:
    rita = Chat(await replica(), RITA, clock)
    await rita.take(Pressed("edit_new"))
    assert len(sources(rita)) > 20
    told = await rita.push("Se hva som endres", {"source": "", "title": "Kan jeg ta bilde av barnet?"})
    assert "Velg kilden i lista." in told
    told = await rita.push("Se hva som endres", {"source": "", "source_other": "forvaltningsloven 13"})
    assert "Jeg kjenner ingen kilde som heter «forvaltningsloven 13»." in told
    assert "Mente du «Forvaltningsloven, § 13" in told
    assert all(name.startswith("Forvaltningsloven") for name in sources(rita)[:3])


def sources(chat: Chat) -> list[str]:
    """Return the names of the sources there are to choose from in the form that is shown."""
    found = [one for reply in chat.shown for one in inputs_of(getattr(reply, "blocks", ())) if one.id == "source"]
    (field,) = found
    assert isinstance(field, ChoiceInput)
    return [choice.title for choice in field.choices]


def of_komp(files: Files) -> str:
    """Return the target of the form of a team that meets."""
    return next(one.target for one in meetings(files, "kommuner/stjordal.yaml") if "0–18" in one.title)


def test_how_fast_a_team_answers_and_who_has_duty_stand_in_the_form_of_its_meeting(files: Files) -> None:
    target = of_komp(files)
    form = form_for(files, target)
    assert form is not None
    assert {one.spec.id: one.value for one in form.fields}["ordinary_working_days"] == "2"
    values = {
        "ordinary": "neste_mote",
        "ordinary_working_days": "3",
        "urgent_office_hours": "6",
        "on_duty_mandag": "PPT",
    }
    (changed,) = changes_for(files, target, values).values()
    team = next(one for one in parse_yaml(changed, "x").data["teams"] if one["name"] == form.title)
    assert team["clock"] == {"urgent_office_hours": 6, "ordinary_working_days": 3, "ordinary": "neste_mote"}
    assert team["on_duty"] == {"mandag": "PPT"}
    (cleared,) = changes_for({**files, form.file: changed}, target, {"on_duty_mandag": "", "ordinary": ""}).values()
    team = next(one for one in parse_yaml(cleared, "x").data["teams"] if one["name"] == form.title)
    assert not team["on_duty"]
    assert "ordinary" not in team["clock"]


@pytest.mark.parametrize("said", ["to", "2,5", "-1", "²", "9" * 30])
def test_a_number_that_is_none_is_told_in_words(files: Files, said: str) -> None:
    with pytest.raises(KnowledgeError, match="er ikke et helt tall"):
        changes_for(files, of_komp(files), {"ordinary_working_days": said})


@pytest.mark.parametrize("said", ["9" * 5000, "12-" + "9" * 5000, "9" * 5000 + "-12", "121", "x"])
def test_an_age_that_is_none_is_told_in_words(said: str) -> None:
    with pytest.raises(KnowledgeError, match="er ikke en alder"):
        ages(said, FROSTA, ("ages",))


async def test_an_editor_lets_ordinary_cases_wait_for_the_meeting(replica: OpenReplica, clock: MovableClock) -> None:
    rita = Chat(running := await replica(), RITA, clock)
    form = await rita.take(Pressed("edit_form", of_komp(running.library.shelf.files)))
    assert "Innen noen arbeidsdager / Etter neste møte" in form
    assert "Rolle med vakt mandag" in form
    assert "clock" not in form
    preview = await rita.push("Se hva som endres", {"ordinary": "neste_mote", "on_duty_fredag": "helsesykepleier"})
    assert "Svartid › Vanlige saker: nytt: «neste_mote»" in preview
    assert "helsesykepleier" in preview
    wrong = await rita.take(Pressed("edit_form", of_komp(running.library.shelf.files)))
    wrong = await rita.push("Se hva som endres", {"ordinary_working_days": "40"})
    assert "Arbeidsdager til svar" in wrong


async def test_a_field_that_the_form_has_not_is_told_of_with_those_it_has(
    replica: OpenReplica, clock: MovableClock, files: Files
) -> None:
    rita = Chat(await replica(), RITA, clock)
    await rita.take(Pressed("edit_form", meetings(files, "kommuner/stjordal.yaml")[0].target))
    told = await rita.say("Møtetid: torsdager kl. 12")
    assert "har ikke det feltet" in told
    assert "«Dag og klokkeslett»" in told
    assert "torsdager" not in told


@pytest.mark.parametrize("said", ["hyggelig", "bare hyggelig", "Hyggelig."])
async def test_a_sentence_is_found_by_its_last_word(replica: OpenReplica, clock: MovableClock, said: str) -> None:
    rita = Chat(await replica(), RITA, clock)
    await rita.take(Pressed("edit_pick", "texts"))
    assert "team.thanked" in await rita.say(said)
