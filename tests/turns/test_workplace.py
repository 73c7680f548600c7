"""Whoever works elsewhere now can say so, and «Hvor går jeg?» takes small talk and a new age for what they are."""

from __future__ import annotations

import pytest

from bot.domain.conversation import ConversationState, Profile
from bot.domain.reply import Card, ChoiceInput
from bot.domain.turn import Person
from bot.teams.cards import CardWriter
from dialogs.as_text import inputs_of
from dialogs.start import with_profile
from tests.turns.desk import KARI, STRANGER, Desk, chat, kinds


@pytest.mark.parametrize("before", [(), ("hvor går jeg",)], ids=["nothing", "where"])
@pytest.mark.parametrize(
    ("said", "municipality", "role"),
    [
        ("jeg jobber i Melhus nå", "melhus", "skole"),
        ("jeg jobber i barnehage nå", "stjordal", "barnehage"),
        ("æ e begynt i Melhus, barnehage", "melhus", "barnehage"),
        ("jeg har byttet jobb, jeg jobber i Melhus nå", "melhus", "skole"),
        ("rolle NAV", "stjordal", "nav"),
        ("hei, jeg har fått ny jobb i Melhus kommune", "melhus", "skole"),
    ],
)
async def test_a_new_workplace_is_heard(
    desk: Desk, before: tuple[str, ...], said: str, municipality: str, role: str
) -> None:
    for typed in (*before, said):
        await desk.say(KARI, typed)
    profile = (await desk.state(KARI)).profile
    assert (profile.municipality, profile.role) == (municipality, role)


@pytest.mark.parametrize("before", [(), ("hvor går jeg",), ("innstillinger", "stjørdal", "nei vent")])
async def test_the_name_of_a_municipality_alone_is_asked_about(desk: Desk, before: tuple[str, ...]) -> None:
    for typed in before:
        await desk.say(KARI, typed)
    assert kinds(await desk.say(KARI, "Melhus")) == ["profile"]
    assert (await desk.state(KARI)).profile.municipality == "stjordal"
    await desk.say(KARI, "Melhus")
    assert (await desk.state(KARI)).profile.municipality == "melhus"


@pytest.mark.parametrize("said", ["jeg har byttet jobb", "har byttet jobb", "jeg har fått ny jobb"])
async def test_a_new_job_leads_to_the_settings(desk: Desk, said: str) -> None:
    assert kinds(await desk.say(KARI, said)) == ["profile"]


async def test_a_new_job_told_of_in_a_guide_is_asked_about_and_the_concern_stays(desk: Desk) -> None:
    for typed in ("jeg er bekymret", "2"):
        await desk.say(KARI, typed)
    before = await desk.state(KARI)
    shown = await desk.say(KARI, "jeg har byttet jobb, jeg jobber i Melhus nå")
    assert kinds(shown) == ["profile"]
    assert (await desk.state(KARI)).profile == before.profile, "nothing is kept before it is confirmed"
    await desk.say(KARI, "Melhus")
    after = await desk.state(KARI)
    assert after.profile.municipality == "melhus"
    assert [one.id for one in after.concerns] == [one.id for one in before.concerns]


async def test_a_new_role_told_of_in_a_guide_is_asked_about_and_the_guide_goes_on(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    shown = await desk.say(KARI, "jeg har bytta jobb jeg er i helsestasjonen nå")
    assert kinds(shown) == ["profile_ask"]
    shown = await desk.say(KARI, "ja")
    assert (await desk.state(KARI)).profile.role == "helse"
    assert "Steg 1 av" in desk.words(shown)


async def test_a_municipality_may_be_written_without_its_own_letter(desk: Desk) -> None:
    for typed in ("jeg jobber i Melhus nå", "hvor går jeg"):
        await desk.say(KARI, typed)
    assert kinds(await desk.say(KARI, "bytt til stjordal")) == ["profile_ask"]


@pytest.mark.parametrize("said", ["jeg har byttet jobb nå", "hei, jeg har fått ny stilling"])
async def test_a_new_job_without_a_place_is_asked_about(desk: Desk, said: str) -> None:
    assert kinds(await desk.say(KARI, said)) == ["profile"]


@pytest.mark.parametrize("said", ["mor har byttet jobb, hun jobber i Melhus nå", "jeg har byttet jobb, hva gjelder nå"])
async def test_a_new_job_of_somebody_else_or_with_a_question_changes_nothing(desk: Desk, said: str) -> None:
    before = (await desk.state(KARI)).profile
    assert "profile" not in kinds(await desk.say(KARI, said))
    assert (await desk.state(KARI)).profile == before


@pytest.mark.parametrize("said", ["jeg jobber i barnehage og er bekymret for et barn", "skole", "jobber far i Melhus?"])
async def test_what_tells_more_changes_nothing(desk: Desk, said: str) -> None:
    before = (await desk.state(KARI)).profile
    assert "profile" not in kinds(await desk.say(KARI, said))
    assert (await desk.state(KARI)).profile == before


@pytest.mark.parametrize("said", ["takk", "hva betyr det", "hei"])
async def test_small_talk_at_where_is_met_as_small_talk(desk: Desk, said: str) -> None:
    await desk.say(KARI, "hvor går jeg")
    assert "where" not in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["16 år", "nei 17", "nei, 16 år", "og hvis hun er 16", "hva om han er 17 år"])
async def test_an_age_alone_changes_the_search_that_was_made(desk: Desk, said: str) -> None:
    for typed in ("hvor går jeg", "språk, 4 år"):
        await desk.say(KARI, typed)
    assert kinds(await desk.say(KARI, said)) == ["where_result"]
    data = (await desk.state(KARI)).data
    assert data["age"] == "16-17"
    assert data["theme"]


async def test_an_age_without_a_theme_is_kept_in_the_form(desk: Desk) -> None:
    await desk.say(KARI, "hvor går jeg")
    shown = await desk.say(KARI, "16 år")
    assert kinds(shown) == ["where"]
    assert desk.text("where.missing") in desk.words(shown)


@pytest.mark.parametrize(
    ("said", "municipality", "role"),
    [
        ("jeg er helsesykepleier", "stjordal", "helse"),
        ("æ e vikar i barnehage", "stjordal", "barnehage"),
        ("jeg er assistent i privat barnehage", "stjordal", "privat_barnehage"),
        ("feil kommune, jeg jobber i melhus nå", "melhus", "skole"),
        ("jeg jobber som lærer i Melhus", "melhus", "skole"),
        ("jeg er pedagogisk leder i privat barnehage", "stjordal", "privat_barnehage"),
        ("jeg er saksbehandler i barnevernet", "stjordal", "barnevern"),
        ("jeg er spesialpedagog i ppt", "stjordal", "ppt"),
        ("jeg er miljøarbeider på sfo", "stjordal", "sfo_fritid"),
        ("vi er en skole i Melhus", "melhus", "skole"),
        ("vi er barnehage", "stjordal", "barnehage"),
        ("me jobbar i Melhus", "melhus", "skole"),
        ("me er ein barnehage i Melhus", "melhus", "barnehage"),
        ("bytte til melhus", "melhus", "skole"),
        ("kan du bytte til melhus, takk", "melhus", "skole"),
        ("bytt fra Stjørdal til Melhus", "melhus", "skole"),
        ("endre rolle til NAV", "stjordal", "nav"),
    ],
)
async def test_who_one_is_said_in_passing_is_asked_about(desk: Desk, said: str, municipality: str, role: str) -> None:
    before = (await desk.state(KARI)).profile
    for answer, after in (("nei", before), ("ja takk", Profile(municipality, role))):
        assert kinds(await desk.say(KARI, said)) == ["profile_ask"]
        assert (await desk.state(KARI)).profile == before, "never kept without a yes"
        await desk.say(KARI, answer)
        assert (await desk.state(KARI)).profile == after


@pytest.mark.parametrize("said", ["jeg er vikar i barnehage og skole", "jeg er lege og styrer i melhus"])
async def test_several_roles_are_asked_about_in_the_settings(desk: Desk, said: str) -> None:
    before = (await desk.state(KARI)).profile
    assert kinds(await desk.say(KARI, said)) == ["profile"]
    assert (await desk.state(KARI)).profile == before


async def test_who_says_what_is_kept_is_told_so(desk: Desk) -> None:
    assert "Du er registrert med Stjørdal, skole" in desk.words(await desk.say(KARI, "jeg er lærer"))


@pytest.mark.parametrize(
    "said", ["jeg er student", "er jeg helsesykepleier?", "mor er lærer", "jeg er på skolen med eleven", "jeg er uenig"]
)
async def test_what_tells_of_somebody_else_or_of_no_role_is_not_asked_about(desk: Desk, said: str) -> None:
    assert "profile_ask" not in kinds(await desk.say(KARI, said))


async def test_who_one_is_said_at_the_first_meeting_asks_for_the_rest(desk: Desk) -> None:
    assert "profile" in kinds(await desk.say(STRANGER, "jeg jobber i barnehage"))
    await desk.say(STRANGER, "melhus")
    assert (await desk.state(STRANGER)).profile == Profile("melhus", "barnehage")


@pytest.mark.parametrize(
    "said", ["hvem leder det", "når møtes de", "hvordan tar jeg kontakt?", "hva må jeg gjøre først"]
)
async def test_what_a_card_of_a_team_tells_is_asked_of_that_card(desk: Desk, said: str) -> None:
    for typed in ("hvor går jeg", "språk, 4 år"):
        shown = await desk.say(KARI, typed)
    below_list = await desk.say(KARI, said)
    assert kinds(below_list) == ["line", "where_result"]
    assert desk.text("where.choose_first") in desk.words(below_list)
    assert desk.words(below_list[1:]) == desk.words(shown), "nothing is searched for anew"
    card = await desk.say(KARI, "1")
    assert desk.words((await desk.say(KARI, said))[1:]) == desk.words(card)
    assert (await desk.state(KARI)).data["theme"] == "sprak", "a new age changes the same search"


@pytest.mark.parametrize(
    ("said", "theme"),
    [("vold, 10 år", "vold"), ("rus, 16 år", "rus"), ("mat, 14 år", "spiseforstyrrelse"), ("rusproblemer", "rus")],
)
async def test_a_theme_is_known_by_its_own_word_and_tells_of_nobody(desk: Desk, said: str, theme: str) -> None:
    await desk.say(KARI, "hvor går jeg")
    assert kinds(await desk.say(KARI, said)) == ["where_result"]
    assert (await desk.state(KARI)).data["theme"] == theme


@pytest.mark.parametrize(
    "said",
    [
        "far slår, 10 år",
        "han blir voldtatt, 12 år",
        "vold hjemme nå",
        "barnet er på rus",
        "hun er på rus",
        "hun er 14, vold og overgrep",
    ],
)
async def test_what_tells_of_somebody_there_is_heard_as_danger(desk: Desk, said: str) -> None:
    await desk.say(KARI, "hvor går jeg")
    assert kinds(await desk.say(KARI, said)) == ["acute"]


@pytest.mark.parametrize("said", ["er det anonymt", "trenger jeg samtykke", "hva koster det"])
async def test_an_ordinary_question_there_is_answered_as_everywhere(desk: Desk, said: str) -> None:
    await desk.say(KARI, "hvor går jeg")
    assert "where" not in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["jeg er assistent", "jeg er bare assistent", "jeg er miljøterapeut"])
async def test_what_one_may_be_in_any_role_is_not_asked_about(desk: Desk, said: str) -> None:
    for typed in ("innstillinger", "stjørdal, barnehage"):
        await desk.say(KARI, typed)
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line"]
    assert "Du er registrert med Stjørdal, barnehage" in desk.words(shown)


@pytest.mark.parametrize(
    ("said", "role"),
    [("SFO", "sfo_fritid"), ("helsesykepleier", "helse"), ("flyktning", "flyktning"), ("velferd", "velferd")],
)
async def test_a_role_alone_is_enough_where_the_municipality_is_known(desk: Desk, said: str, role: str) -> None:
    await desk.say(KARI, "innstillinger")
    await desk.say(KARI, said)
    assert (await desk.state(KARI)).profile == Profile("stjordal", role)


@pytest.mark.parametrize(
    "before", [("innstillinger",), ("hvor går jeg", "Stjørdal")], ids=["settings", "a place first"]
)
@pytest.mark.parametrize("said", ["jeg er pedagogisk leder", "pedagogisk leder"])
async def test_what_is_one_role_in_several_words_is_that_role_in_the_settings_too(
    desk: Desk, before: tuple[str, ...], said: str
) -> None:
    for typed in (*before, said):
        await desk.say(KARI, typed)
    assert (await desk.state(KARI)).profile == Profile("stjordal", "barnehage")


async def test_a_yes_to_what_one_is_takes_nobody_out_of_what_they_have_begun(desk: Desk) -> None:
    shown = await desk.say(KARI, "jeg er helsesykepleier")
    assert "Skal jeg lagre Stjørdal, helsetjenesten?" in desk.words(shown)
    for typed in ("jeg er bekymret", "nei"):
        await desk.say(KARI, typed)
    before = await desk.state(KARI)
    assert before.active == "guide"
    await desk.push(KARI, shown, desk.text("start.set_yes"))
    after = await desk.state(KARI)
    assert after.profile == Profile("stjordal", "helse")
    assert (after.active, after.data) == (before.active, before.data)


async def test_the_search_goes_on_after_a_yes_to_what_one_is(desk: Desk) -> None:
    for typed in ("hvor går jeg", "språk, 4 år", "jeg er helsesykepleier", "ja"):
        await desk.say(KARI, typed)
    assert (await desk.state(KARI)).profile == Profile("stjordal", "helse")
    assert kinds(await desk.say(KARI, "16 år")) == ["where_result"]


async def test_a_role_that_is_not_known_is_told_of_beside_the_role(desk: Desk) -> None:
    await desk.say(KARI, "innstillinger")
    (card,) = await desk.say(KARI, "romfarer")
    assert isinstance(card, Card)
    errors = {one.id: one.error for one in inputs_of(card.blocks) if isinstance(one, ChoiceInput)}
    assert not errors["kommune"]
    assert "romfarer" in errors["rolle"]


@pytest.mark.parametrize(
    "said",
    ["jeg er hos psykolog nå", "jeg er nå hos en lege", "æ e bare hos fastlegen", "jeg er hos en lærer i Melhus"],
)
@pytest.mark.parametrize("person", [KARI, STRANGER], ids=["registered", "new"])
async def test_whom_one_visits_is_no_role(desk: Desk, person: Person, said: str) -> None:
    before = (await desk.state(person)).profile
    assert "profile_ask" not in kinds(await desk.say(person, said))
    assert (await desk.state(person)).profile == before


@pytest.mark.parametrize("said", ["jeg jobber hos PPT", "jeg er konsulent hos PPT", "jeg er nyansatt hos PPT"])
async def test_work_with_somebody_is_a_role(desk: Desk, said: str) -> None:
    assert kinds(await desk.say(KARI, said)) in (["profile_ask"], ["told", "menu"])


@pytest.mark.parametrize(
    "said",
    [
        "kan jeg snakke med helsesøster",
        "kan jeg ringe ppt i Melhus",
        "jeg er lærer og lurer på om barnevernet svarer",
        "hva er taushetsplikt",
        "Melhus, PPT?",
    ],
)
async def test_a_question_at_the_settings_is_answered_and_changes_nothing(desk: Desk, said: str) -> None:
    before = (await desk.state(KARI)).profile
    await desk.say(KARI, "innstillinger")
    assert "profile" not in kinds(await desk.say(KARI, said))
    assert (await desk.state(KARI)).profile == before


async def test_what_is_only_partly_a_workplace_is_chosen_on_the_card_and_not_kept(desk: Desk) -> None:
    await desk.say(KARI, "innstillinger")
    (card,) = await desk.say(KARI, "Hegra barnehage")
    assert isinstance(card, Card)
    assert [one.value for one in inputs_of(card.blocks) if isinstance(one, ChoiceInput)] == ["stjordal", "barnehage"]
    assert (await desk.state(KARI)).profile == Profile("stjordal", "skole")


@pytest.mark.parametrize("said", ["Melhus, PPT", "jeg jobber i Melhs på ppt", "vi er PPT i Melhus"])
async def test_nothing_but_a_workplace_is_kept_at_the_settings(desk: Desk, said: str) -> None:
    await desk.say(KARI, "innstillinger")
    await desk.say(KARI, said)
    assert (await desk.state(KARI)).profile == Profile("melhus", "ppt")


async def test_settings_that_do_not_stand_last_take_no_words(desk: Desk) -> None:
    for typed in ("innstillinger", "hva er taushetsplikt", "helsesøster"):
        await desk.say(KARI, typed)
    assert (await desk.state(KARI)).profile == Profile("stjordal", "skole")
    assert kinds(await desk.say(KARI, "jeg er helsesykepleier")) == ["profile_ask"]


async def test_who_asks_for_a_service_without_a_workplace_is_asked_for_that_first_and_then_gets_it(desk: Desk) -> None:
    async with desk.store.unit_of_work() as uow:
        await uow.conversations.save(KARI, chat(KARI), with_profile(ConversationState(), None, "leder"))
        await uow.commit()
    assert kinds(await desk.say(KARI, "nummeret til ppt")) == ["profile"]
    assert kinds(await desk.say(KARI, "Stjørdal")) == ["told", "where_service"]


async def test_whoever_asks_for_the_menu_is_not_led_on_to_what_they_left(desk: Desk) -> None:
    await desk.say(STRANGER, "jeg er bekymret")
    assert kinds(await desk.say(STRANGER, "nei, ikke nå")) == ["line", "profile"]
    shown = await desk.say(STRANGER, "meny")
    assert "guide_step" not in kinds(shown)
    (concern,) = (await desk.state(STRANGER)).concerns
    assert concern.answers == (("trygg_na", "nei"),), "it is there to go on with"


async def test_only_who_is_asked_for_the_first_time_reads_that_it_is_once(desk: Desk) -> None:
    assert "Bare én gang" in desk.words(await desk.say(STRANGER, "innstillinger"))
    (again,) = await desk.say(KARI, "innstillinger")
    assert "Bare én gang" not in desk.words((again,))
    texts = desk.library.knowledge.texts
    assert CardWriter(texts, lambda _: "").write(again)["body"], "it is drawn in Teams too"


@pytest.mark.parametrize(
    ("said", "municipality", "role"),
    [
        ("stjørdal, lærer på ungdomsskolen", "stjordal", "skole"),
        ("hei jobbe i bhg på stjørdal æ", "stjordal", "barnehage"),
        ("hei, jeg er assistent i barnehage i Melhus kommune", "melhus", "barnehage"),
    ],
)
async def test_where_one_works_and_as_what_is_heard_in_one_message_of_somebody_new(
    desk: Desk, said: str, municipality: str, role: str
) -> None:
    await desk.say(STRANGER, said)
    profile = (await desk.state(STRANGER)).profile
    assert (profile.municipality, profile.role) == (municipality, role)


@pytest.mark.parametrize("said", ["bytt navn på kommunen Melhus", "Anne i Melhus", "hva er navnet på noen i Melhus"])
async def test_a_word_that_is_nearly_a_short_name_is_no_role(desk: Desk, said: str) -> None:
    await desk.say(STRANGER, said)
    assert (await desk.state(STRANGER)).profile.role is None


async def test_a_question_that_names_a_place_and_a_school_is_a_question(desk: Desk) -> None:
    await desk.say(STRANGER, "har skolen i Stjørdal taushetsplikt til barnehagen")
    assert (await desk.state(STRANGER)).profile.municipality is None


@pytest.mark.parametrize(
    "said", ["jeg jobber på helsestasjon i melhus og i stjørdal", "jeg er lærer i Stjørdal og Melhus"]
)
async def test_of_two_municipalities_one_is_asked_for(desk: Desk, said: str) -> None:
    assert kinds(await desk.say(STRANGER, said)) == ["profile"]
    assert (await desk.state(STRANGER)).profile.municipality is None
