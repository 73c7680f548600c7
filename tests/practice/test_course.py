"""A newcomer goes through the introduction: everywhere, with mistakes, pauses, danger and another try."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.content.fact import Unknown
from bot.domain.conversation import ConversationState
from bot.domain.reply import Card
from bot.domain.turn import Installed, Person
from dialogs.as_text import all_buttons
from dialogs.practice.local import SHOWN
from tests.fakes.knowledge import MUNICIPALITIES
from tests.practice.conftest import School
from tests.turns.desk import KARI, kinds

PARTNERS, LADDER = 4, 3
RIGHT = "Jeg snakker med barnet og med lederen min, og skriver ned det jeg ser"


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
async def test_the_whole_way_in_each_municipality_ends_with_a_receipt(school: School, municipality: str) -> None:
    await school.works_in(municipality, "barnehage")
    shown = await school.take_course()
    assert kinds(shown)[-1] == "course_receipt"
    words = school.words(shown)
    profile = school.library.knowledge.profiles[municipality]
    for expected in (school.course.version, profile.name, "Ikke hvem, og ikke hva du svarte"):
        assert expected in words
    (count,) = await school.counts()
    assert (count.municipality, count.course, count.version, count.number) == (
        municipality,
        "ny-her",
        school.course.version,
        1,
    )


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
async def test_partners_are_the_municipalitys_own_and_what_is_missing_is_said(
    school: School, municipality: str
) -> None:
    await school.works_in(municipality, "helse")
    await school.start()
    shown = [await school.pass_chapter(number) for number in range(PARTNERS)][-1]
    words = school.words(shown)
    profiles = school.library.knowledge.profiles
    own = {team.name for team in profiles[municipality].teams} | {
        one.name for one in profiles[municipality].services.values()
    }
    foreign = {team.name for name, one in profiles.items() if name != municipality for team in one.teams} - own
    assert sum(name in words for name in own) >= 3
    assert not [name for name in foreign if f"›  {name}" in words]
    assert "må fylles ut av kommunen" in words
    pressed = [one for reply in shown for one in all_buttons(reply) if one.verb == "where_team"]
    assert 0 < len(pressed) <= SHOWN
    team = await school.press(KARI, "where_team", pressed[0].id)
    assert kinds(team) == ["where_team"]
    assert kinds(await school.push(KARI, team, "Til opplæringen")) == ["course_chapter"]


async def test_a_team_with_open_questions_says_so(school: School) -> None:
    await school.works_in("frosta", "skole")
    await school.start()
    words = school.words([await school.pass_chapter(number) for number in range(PARTNERS)][-1])
    assert isinstance(school.library.knowledge.profiles["frosta"].teams[0].ways_in, Unknown)
    assert "Noe om teamene må fylles ut av kommunen." in words


@pytest.mark.parametrize(
    ("municipality", "expected", "unexpected"),
    [
        ("stjordal", "Tiltakstrappa trinn 0 er åpent for alle", "Planen i Melhus"),
        ("melhus", "Planen i Melhus sier at tiltak på lavere nivå", "Tiltakstrappa trinn"),
        ("selbu", "I Værnesregionen brukes fargene", "Tiltakstrappa trinn"),
    ],
)
async def test_measures_are_told_as_the_municipality_has_them(
    school: School, municipality: str, expected: str, unexpected: str
) -> None:
    await school.works_in(municipality)
    await school.start()
    words = school.words([await school.pass_chapter(number) for number in range(LADDER)][-1]).replace("**", "")
    assert expected in words
    assert unexpected not in words
    measures = school.library.knowledge.profiles[municipality].measures
    assert ("ikke lagt inn ennå (må fylles ut av kommunen)" in words) == (not measures)


async def test_a_wrong_answer_is_explained_kindly_and_asked_again(school: School) -> None:
    await school.start()
    await school.press(KARI, "course_ask", "handlingsveilederen")
    for wrong in ("sender", "venter"):
        shown = await school.press(KARI, "course_answer", f"handlingsveilederen.{wrong}")
        words = school.words(shown)
        choice = school.course.chapters[0].quiz.choice(wrong)
        assert choice is not None
        assert "Ikke helt. Prøv igjen." in words
        assert choice.because in words
    assert (await school.my_state()).course is not None
    assert "Fare først" in school.words(await school.press(KARI, "course_answer", "handlingsveilederen.undrer"))
    state = await school.my_state()
    assert state.course is not None
    assert state.course.passed == ("handlingsveilederen",)
    assert "sender" not in repr(state.course)


@pytest.mark.parametrize(
    "said", ["1", "a", "A)", RIGHT, RIGHT.lower(), "jeg snakker med barnet", "snakker med lederen min"]
)
async def test_an_answer_can_be_typed_by_number_label_or_in_part(school: School, said: str) -> None:
    await school.start()
    await school.say(KARI, "neste")
    assert "Fare først" in school.words(await school.say(KARI, said))


async def test_what_is_no_answer_shows_the_choices_again(school: School) -> None:
    await school.start()
    await school.say(KARI, "til spørsmålet")
    shown = await school.say(KARI, "blåbær og fløte")
    assert "skriv et tall fra 1 til 3" in school.words(shown)
    assert kinds(shown)[-1] == "course_quiz"
    assert "Fare først" in school.words(await school.say(KARI, "1"))


@pytest.mark.parametrize("leaving", ["avbryt", "ta pause", "meny", "pause", "hvor går jeg", "hjelp"])
async def test_left_in_any_way_it_goes_on_where_it_was(school: School, leaving: str) -> None:
    await school.start()
    await school.pass_chapter(0)
    await school.say(KARI, leaving)
    assert "Fare først" in school.words(await school.say(KARI, "fortsett"))


@pytest.mark.parametrize("said", ["ferdig", "Har ikke tid!", "jeg tar det senere", "pause"])
async def test_who_has_no_time_for_the_question_pauses(school: School, said: str) -> None:
    await school.start()
    await school.say(KARI, "til spørsmålet")
    assert "Pause. Alt er lagret." in school.words(await school.say(KARI, said))
    assert "Fra magefølelse til handling" in school.words(await school.say(KARI, "fortsett"))


async def test_it_waits_for_weeks_and_the_first_card_says_how_far(school: School) -> None:
    await school.start()
    await school.pass_chapter(0)
    await school.say(KARI, "meny")
    school.clock.advance(days=40)
    assert "Fortsett med del 2" in school.words(await school.say(KARI, "opplæring"))


async def test_back_leads_from_question_to_chapter_to_the_chapter_before(school: School) -> None:
    await school.start()
    await school.pass_chapter(0)
    await school.say(KARI, "neste")
    assert "Fare først" in school.words(await school.say(KARI, "tilbake"))
    assert "Fra magefølelse til handling" in school.words(await school.say(KARI, "tilbake"))
    assert kinds(await school.say(KARI, "tilbake")) == ["course_home"]
    assert "Fare først" in school.words(await school.say(KARI, "fortsett"))


async def test_a_chapter_taken_again_leads_on_to_what_is_left(school: School) -> None:
    await school.start()
    await school.pass_chapter(0)
    await school.pass_chapter(1)
    assert "Taushetsplikt på tre setninger" in school.words(await school.pass_chapter(0))


async def test_danger_in_free_text_stops_it_and_it_goes_on_afterwards(school: School) -> None:
    await school.start()
    await school.say(KARI, "neste")
    shown = await school.say(KARI, "en elev sier at faren slår ham hver kveld")
    assert kinds(shown) == ["acute"]
    await school.press(KARI, "acute_go_on")
    assert kinds(await school.say(KARI, "fortsett")) == ["course_chapter"]
    assert "Fare først" in school.words(await school.pass_chapter(0))


async def test_the_two_doors_are_open_on_every_card(school: School) -> None:
    shown = [*await school.say(KARI, "ny her"), *await school.start()]
    shown += await school.say(KARI, "neste")
    shown += [one for one in await school.take_course() if isinstance(one, Card)]
    assert all(one.doors for one in shown if isinstance(one, Card) and one.kind != "told")
    assert kinds(await school.say(KARI, "akutt")) == ["acute"]


async def test_a_question_in_between_is_answered_and_nothing_is_lost(school: School) -> None:
    await school.start()
    await school.pass_chapter(0)
    assert kinds(await school.say(KARI, "hva er taushetsplikt?"))[-1] == "answer"
    assert "Fare først" in school.words(await school.say(KARI, "fortsett"))


async def test_taken_again_it_counts_nobody_twice(school: School) -> None:
    await school.take_course()
    await school.say(KARI, "ny her")
    await school.press(KARI, "course_restart")
    shown = [await school.pass_chapter(number) for number in range(6)][-1]
    assert kinds(shown)[-1] == "course_receipt"
    assert [one.number for one in await school.counts()] == [1]
    await school.pass_chapter(5)  # the last answer pressed once more on an old card
    assert [one.number for one in await school.counts()] == [1]


async def test_somebody_who_moves_is_counted_once_in_the_new_municipality_too(school: School) -> None:
    await school.take_course()
    for _ in range(2):
        await school.works_in("melhus")
        await school.say(KARI, "ny her")
        await school.press(KARI, "course_restart")
        for number in range(6):
            await school.pass_chapter(number)
    assert sorted((one.municipality, one.number) for one in await school.counts()) == [("melhus", 1), ("stjordal", 1)]


async def test_without_a_municipality_it_works_and_counts_nowhere(school: School) -> None:
    await school.works_in(None)
    assert kinds(await school.say(KARI, "ny her")) == ["profile"]
    assert kinds(await school.press(KARI, "profile_skip"))[-1] == "course_home"
    await school.press(KARI, "course_go_on")
    shown = [await school.pass_chapter(number) for number in range(6)]
    assert "Velg kommune" in school.words(shown[PARTNERS - 1])
    assert "Du har ikke valgt kommune" in school.words(shown[-1])
    assert list(await school.counts()) == []


async def test_the_workplace_is_asked_for_first_and_the_introduction_follows(school: School) -> None:
    new = Person("person-ny", "Ny Prøve")
    welcome = await school.take(new, Installed())
    assert any(one.verb == "menu_newcomer" for reply in welcome for one in all_buttons(reply))
    assert kinds(await school.press(new, "menu_newcomer")) == ["profile"]
    shown = await school.press(new, "profile_save", values={"kommune": "tydal", "rolle": "nav"})
    assert kinds(shown)[-1] == "course_home"


async def test_the_button_leaves_the_menu_once_it_is_done(school: School) -> None:
    assert "Ny her?" in [one.title for one in all_buttons((await school.say(KARI, "meny"))[0])]
    await school.take_course()
    assert "Ny her?" not in [one.title for one in all_buttons((await school.say(KARI, "meny"))[0])]
    assert "Du fullførte opplæringen" in school.words(await school.say(KARI, "ny her"))


async def test_delete_everything_takes_the_progress_and_leaves_the_count(school: School) -> None:
    await school.take_course()
    await school.press(KARI, "forget_yes")
    state = await school.my_state()
    assert state.course is None
    assert replace(state, shown=(), fields=()) == ConversationState()
    assert [one.number for one in await school.counts()] == [1]


async def test_edited_midway_it_goes_on_with_the_chapters_there_are(school: School) -> None:
    await school.start()
    await school.pass_chapter(0)
    course = school.course
    shelf = school.library.shelf
    shorter = course.model_copy(update={"chapters": course.chapters[:1] + course.chapters[2:], "version": "neste"})
    school.library.put_up(replace(shelf, knowledge=replace(shelf.knowledge, courses={"ny-her": shorter})), 1)
    assert "Det kortet er fra en eldre utgave" in school.words(await school.press(KARI, "course_ask", "fare-forst"))
    assert "Taushetsplikt på tre setninger" in school.words(await school.say(KARI, "fortsett"))
    assert "eldre utgave" in school.words(await school.press(KARI, "course_answer", "fare-forst.ringer"))
    for number in range(1, 5):
        shown = await school.pass_chapter(number)
    assert "neste" in school.words(shown)
    assert [one.version for one in await school.counts()] == ["neste"]


async def test_taken_out_of_the_knowledge_it_says_so(school: School) -> None:
    shelf = school.library.shelf
    await school.start()
    school.library.put_up(replace(shelf, knowledge=replace(shelf.knowledge, courses={})), 1)
    assert "Opplæringen er ikke lagt inn her" in school.words(await school.say(KARI, "ny her"))
    for verb in ("course_go_on", "course_ask", "course_answer", "course_back", "course_restart", "practice_list"):
        assert "Opplæringen er ikke lagt inn her" in school.words(await school.press(KARI, verb, "fare-forst"))
    assert "Ny her?" not in [one.title for one in all_buttons((await school.say(KARI, "meny"))[0])]


async def test_past_its_date_every_card_says_so(school: School) -> None:
    school.clock.advance(days=800)
    assert "skulle vært kontrollert på nytt" in school.words(await school.start())


async def test_fortsett_means_what_was_opened_last(school: School) -> None:
    await school.say(KARI, "jeg er bekymret")
    await school.start()
    await school.say(KARI, "meny")
    assert kinds(await school.say(KARI, "fortsett")) == ["course_chapter"]
    await school.say(KARI, "sak blå")
    await school.say(KARI, "meny")
    assert kinds(await school.say(KARI, "fortsett")) == ["guide_step"]


@pytest.mark.parametrize("said", ["ja", "neste"])
async def test_a_yes_below_the_invitation_shows_the_first_part_before_its_question(school: School, said: str) -> None:
    await school.works_in("tydal", "skole")
    await school.say(KARI, "ny her")
    assert kinds(await school.say(KARI, said)) == ["course_chapter"]


@pytest.mark.parametrize("said", ["øv", "øv på en sak"])
async def test_the_invented_cases_are_found_by_their_words(school: School, said: str) -> None:
    await school.works_in("stjordal", "skole")
    assert kinds(await school.say(KARI, said)) == ["practice_cases"]


@pytest.mark.parametrize("said", ["b", "B)", "ferdig"])
async def test_who_is_through_with_a_part_is_asked_its_question(school: School, said: str) -> None:
    await school.works_in("stjordal")
    await school.start()
    assert kinds(await school.say(KARI, said)) == ["course_quiz"]


async def test_who_has_no_time_is_told_how_to_go_on(school: School) -> None:
    await school.works_in("stjordal")
    await school.start()
    assert "«fortsett»" in school.words(await school.say(KARI, "jeg har ikke tid"))
