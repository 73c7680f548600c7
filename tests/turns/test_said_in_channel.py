"""What a team types in its channel instead of pressing: the button's words with «saken», its beginning, and a no."""

from __future__ import annotations

import pytest

from bot.domain.case import Case, Status
from bot.domain.errors import NotAMember
from bot.domain.reply import ChoiceInput
from tests.turns.desk import CHANNEL, KARI, NILS, OLE, SIRI, STRANGER, Desk, is_line, kinds


async def taken(desk: Desk) -> Case:
    """Return a case that Ole has taken and looks at."""
    case = await desk.taken()
    await desk.press(OLE, "case_show", case.id, place=CHANNEL)
    return case


@pytest.mark.parametrize("said", ["svar", "svar innmelder", "Svar"])
async def test_the_beginning_of_a_title_opens_the_answer(desk: Desk, said: str) -> None:
    await taken(desk)
    assert kinds(await desk.say(OLE, said, CHANNEL)) == ["team_answer"]


@pytest.mark.parametrize("said", ["gjenåpne", "gjenåpne saken", "gjenåpne den", "Gjenåpne saka!"])
async def test_a_closed_case_is_opened_again_in_words(desk: Desk, said: str) -> None:
    case = await taken(desk)
    await desk.press(OLE, "case_close_send", case.id, {"reason": "meeting"}, CHANNEL)
    assert (await desk.case(case.id)).status is Status.CLOSED
    await desk.say(OLE, said, CHANNEL)
    assert (await desk.case(case.id)).status is Status.CLAIMED


@pytest.mark.parametrize("said", ["gjenåpne saken?", "ikke gjenåpne saken", "kan vi gjenåpne saken"])
async def test_a_question_or_a_no_opens_nothing_again(desk: Desk, said: str) -> None:
    case = await taken(desk)
    await desk.press(OLE, "case_close_send", case.id, {"reason": "meeting"}, CHANNEL)
    await desk.say(OLE, said, CHANNEL)
    assert (await desk.case(case.id)).status is Status.CLOSED


NO = ["nei vent", "nei", "nei, feil", "nei ikke ta bort", "nei, behold", "nei angre", "nei ikke ennå"]


@pytest.mark.parametrize("opened", ["case_close", "case_ask", "case_answer"])
@pytest.mark.parametrize("said", NO)
async def test_a_no_to_an_open_form_is_told_that_nothing_is_done_and_how_to_go_back(
    desk: Desk, opened: str, said: str
) -> None:
    case = await taken(desk)
    before = await desk.case(case.id)
    await desk.press(OLE, opened, case.id, place=CHANNEL)
    assert desk.text("team.form_left") in desk.words(await desk.say(OLE, said, CHANNEL))
    assert await desk.case(case.id) == before
    assert kinds(await desk.say(OLE, "avbryt", CHANNEL)) == ["team_case_tatt"]


async def test_a_no_below_the_case_itself_is_about_no_form(desk: Desk) -> None:
    await taken(desk)
    assert desk.text("team.form_left") not in desk.words(await desk.say(OLE, "nei vent", CHANNEL))


@pytest.mark.parametrize(
    ("said", "kind"),
    [("inhabil", "team_recuse"), ("gi fra deg", "team_pass_on"), ("gi den videre", "team_pass_on")],
)
async def test_a_few_words_open_what_asks_first_on_the_case_that_is_shown(desk: Desk, said: str, kind: str) -> None:
    case = await taken(desk)
    before = await desk.case(case.id)
    assert kinds(await desk.say(OLE, said, CHANNEL)) == [kind]
    assert await desk.case(case.id) == before


@pytest.mark.parametrize("said", ["vi tar denne", "jeg kan ta den", "tar jeg den"])
async def test_who_may_be_asking_who_takes_a_case_is_told_what_to_type(desk: Desk, said: str) -> None:
    case = await desk.sent()
    await desk.press(OLE, "case_show", case.id, place=CHANNEL)
    shown = desk.words(await desk.say(OLE, said, CHANNEL))
    assert desk.text("common.say_it_whole", title=desk.text("team.claim")) in shown
    assert (await desk.case(case.id)).claimed_by is None


@pytest.mark.parametrize("said", ["jeg tar den", "ok, æ tar saken", "eg tek denne"])
@pytest.mark.parametrize("is_shown", [True, False])
async def test_who_says_that_they_take_the_only_case_has_it(desk: Desk, said: str, is_shown: bool) -> None:
    case = await desk.sent()
    if is_shown:
        await desk.press(OLE, "case_show", case.id, place=CHANNEL)
    assert kinds(await desk.say(OLE, said, CHANNEL)) == ["team_case_tatt"]
    claimed = (await desk.case(case.id)).claimed_by
    assert claimed is not None
    assert claimed.id == OLE.id


async def test_who_says_that_they_take_one_of_several_cases_finds_it_first(desk: Desk) -> None:
    await desk.sent()
    await desk.sent(NILS)
    shown = await desk.say(OLE, "jeg tar den", CHANNEL)
    assert kinds(shown) == ["line", "team_cases"]
    assert is_line(shown[0], desk.text("team.meant_which"))


async def test_a_case_that_somebody_else_has_is_not_taken_from_them(desk: Desk) -> None:
    case = await taken(desk)
    await desk.say(SIRI, "jeg tar den", CHANNEL)
    claimed = (await desk.case(case.id)).claimed_by
    assert claimed is not None
    assert claimed.id == OLE.id


@pytest.mark.parametrize("said", ["gi den til Siri", "gi saken til siri prøve"])
async def test_a_case_is_given_to_a_member_by_name_in_the_form_for_it(desk: Desk, said: str) -> None:
    await taken(desk)
    assert kinds(await desk.say(OLE, said, CHANNEL)) == ["team_pass_on"]


async def test_who_has_a_case_and_wants_it_is_shown_that_they_have_it(desk: Desk) -> None:
    await taken(desk)
    shown = await desk.say(OLE, "gi den til meg", CHANNEL)
    assert kinds(shown)[0] == "team_case_tatt"
    assert desk.text("team.take_over_own", button=desk.text("team.give_back")) in desk.words(shown)


@pytest.mark.parametrize("said", ["svar", "gi den til Siri", "spør innmelder"])
async def test_what_only_who_has_the_case_can_do_says_that_nobody_has_taken_it(desk: Desk, said: str) -> None:
    case = await desk.sent()
    await desk.press(OLE, "case_show", case.id, place=CHANNEL)
    shown = await desk.say(OLE, said, CHANNEL)
    assert desk.text("error.not_taken", code=case.code) in desk.words(shown)


@pytest.mark.parametrize("said", ["vi tror det er vold", "dette må meldes", "dette bør meldes til barnevernet i dag"])
async def test_a_team_that_thinks_it_must_be_reported_is_shown_how_to_tell_who_asked(desk: Desk, said: str) -> None:
    case = await taken(desk)
    shown = await desk.say(OLE, said, CHANNEL)
    assert is_line(shown[0], desk.text("team.to_report"))
    assert [(one.verb, one.id) for one in (await desk.state(OLE, CHANNEL)).shown] == [("case_answer", case.id)]


async def test_a_team_that_thinks_so_of_no_case_that_is_shown_finds_it_first(desk: Desk) -> None:
    await desk.sent()
    assert is_line((await desk.say(OLE, "dette må meldes", CHANNEL))[0], desk.text("team.to_report_which"))


@pytest.mark.parametrize("said", ["det er ikke vold", "må dette meldes?", "kurs om vold"])
async def test_other_words_of_reporting_are_none_of_it(desk: Desk, said: str) -> None:
    await taken(desk)
    assert not is_line((await desk.say(OLE, said, CHANNEL))[0], desk.text("team.to_report"))


async def test_who_has_the_case_already_is_shown_it(desk: Desk) -> None:
    await taken(desk)
    assert kinds(await desk.say(OLE, "jeg tar denne", CHANNEL)) == ["team_case_tatt"]


@pytest.mark.parametrize("said", ["inhabil", "vi tar denne", "gi fra deg"])
async def test_where_no_case_is_shown_the_list_is(desk: Desk, said: str) -> None:
    await desk.sent()
    assert kinds(await desk.say(OLE, said, CHANNEL)) == ["line", "team_cases"]


@pytest.mark.parametrize("said", ["jeg tar ikke denne", "ikke inhabil", "er jeg inhabil?", "ta bort", "mor tar den"])
async def test_a_no_or_anything_else_is_none_of_it(desk: Desk, said: str) -> None:
    case = await taken(desk)
    before = await desk.case(case.id)
    assert kinds(await desk.say(OLE, said, CHANNEL)) == ["line"]
    assert await desk.case(case.id) == before


async def test_danger_that_begins_with_a_no_is_heard_before_it(desk: Desk) -> None:
    case = await taken(desk)
    await desk.press(OLE, "case_redact", case.id, place=CHANNEL)
    assert kinds(await desk.say(OLE, "nei, faren slår ham nå", CHANNEL)) == ["acute"]


async def test_a_stranger_may_not_in_words_either(desk: Desk) -> None:
    case = await desk.sent()
    assert desk.text(NotAMember.text_key) in desk.words(await desk.say(STRANGER, "jeg tar denne", CHANNEL))
    assert (await desk.case(case.id)).claimed_by is None


@pytest.mark.parametrize("said", ["ja", "1", "ta bort"])
async def test_a_bare_yes_takes_no_text_away_and_is_told_what_does(desk: Desk, said: str) -> None:
    case = await taken(desk)
    await desk.press(OLE, "case_redact", case.id, place=CHANNEL)
    before = await desk.case(case.id)
    shown = await desk.say(OLE, said, CHANNEL)
    assert desk.text("common.say_it_whole", title=desk.text("team.redact_send")) in desk.words(shown)
    assert await desk.case(case.id) == before


async def test_a_yes_to_a_form_in_the_channel_is_told_what_to_type_and_does_nothing(desk: Desk) -> None:
    case = await desk.taken()
    await desk.press(OLE, "case_recuse", case.id, place=CHANNEL)
    (shown,) = await desk.say(OLE, "ja", CHANNEL)
    assert is_line(shown, desk.text("common.say_it_whole", title=desk.text("team.recuse_send")))
    assert not (await desk.cases_of(KARI))[0].recused


@pytest.mark.parametrize(
    "said", ["vi kjenner igjen barnet", "dette barnet kjenner jeg", "jeg tror jeg vet hvem det er", "æ veit kem det e"]
)
async def test_who_knows_the_child_is_shown_both_ways_on_the_case(desk: Desk, said: str) -> None:
    case = await taken(desk)
    shown = await desk.say(OLE, said, CHANNEL)
    assert is_line(shown[0], desk.text("team.recognised"))
    assert [(one.verb, one.id) for one in (await desk.state(OLE, CHANNEL)).shown] == [
        ("case_redact", case.id),
        ("case_recuse", case.id),
    ]


async def test_who_knows_the_child_of_no_case_that_is_shown_finds_it_first(desk: Desk) -> None:
    await desk.sent()
    shown = await desk.say(OLE, "vi kjenner igjen barnet", CHANNEL)
    assert is_line(shown[0], desk.text("team.recognised_which"))
    assert kinds(await desk.say(OLE, "1", CHANNEL)) == ["team_cases"]


@pytest.mark.parametrize("said", ["vi kjenner ikke igjen barnet", "kjenner noen igjen barnet?", "jeg kjenner rektor"])
async def test_other_words_of_knowing_show_no_such_ways(desk: Desk, said: str) -> None:
    await taken(desk)
    assert not is_line((await desk.say(OLE, said, CHANNEL))[0], desk.text("team.recognised"))


@pytest.mark.parametrize("said", ["angre inhabil", "jeg tok feil, jeg er ikke inhabil", "jeg er ikke inhabil likevel"])
async def test_a_slip_of_inhabil_is_told_that_nobody_can_undo_it(desk: Desk, said: str) -> None:
    case = await desk.sent()
    await desk.press(OLE, "case_recuse_send", case.id, place=CHANNEL)
    assert is_line((await desk.say(OLE, said, CHANNEL))[0], desk.text("team.recused_slip"))


@pytest.mark.parametrize("said", ["sett den på møtet", "vi tar denne", "vi svarer"])
async def test_where_there_is_no_case_nobody_is_sent_to_an_empty_list(desk: Desk, said: str) -> None:
    shown = await desk.say(OLE, said, CHANNEL)
    assert kinds(shown) == ["line", "team_cases"]
    assert is_line(shown[0], desk.text("team.meant_none"))
    await desk.sent()
    assert is_line((await desk.say(OLE, said, CHANNEL))[0], desk.text("team.meant_only"))


@pytest.mark.parametrize("said", ["feil", "det er feil", "endre", "andre", "den andre", "en annen sak"])
async def test_a_word_that_only_goes_with_an_answer_or_another_team_opens_nothing_alone(desk: Desk, said: str) -> None:
    await taken(desk)
    assert kinds(await desk.say(OLE, said, CHANNEL)) == ["line"]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("vi svarer", "team_answer"),
        ("me svarar på den", "team_answer"),
        ("svaret er feil", "team_answer"),
        ("vi må endre svaret", "team_answer"),
        ("gi den til en annen", "team_pass_on"),
        ("gi fra meg", "team_pass_on"),
        ("gi saken fra meg", "team_pass_on"),
        ("gi til andre", "team_pass_on"),
    ],
)
async def test_with_the_answer_or_the_giving_away_they_mean_that(desk: Desk, said: str, kind: str) -> None:
    await taken(desk)
    assert kinds(await desk.say(OLE, said, CHANNEL)) == [kind]


@pytest.mark.parametrize("said", ["kan vi ta den på møte", "vi tar den på møtet", "jeg tar den opp på neste møte"])
async def test_to_take_it_at_a_meeting_is_to_put_it_there(desk: Desk, said: str) -> None:
    case = await taken(desk)
    shown = desk.words(await desk.say(OLE, said, CHANNEL))
    assert desk.text("common.say_it_whole", title=desk.text("team.meeting")) in shown
    assert (await desk.case(case.id)).claimed_by is not None


async def test_a_meeting_that_is_meant_below_the_list_is_said_not_to_be_arranged(desk: Desk) -> None:
    case = await taken(desk)
    await desk.say(OLE, "saker", CHANNEL)
    shown = await desk.say(OLE, "sett på møte", CHANNEL)
    assert kinds(shown) == ["team_case_tatt", "line"]
    assert is_line(shown[1], desk.text("team.meant_here"))
    assert not (await desk.case(case.id)).on_next_meeting
    await desk.say(OLE, desk.text("team.meeting"), CHANNEL)
    assert (await desk.case(case.id)).on_next_meeting


OFF_MEETING = ("fjern fra møtet", "sett på neste møte likevel ikke")


@pytest.mark.parametrize("said", OFF_MEETING)
async def test_who_wants_a_case_off_the_meeting_says_it_whole(desk: Desk, said: str) -> None:
    case = await taken(desk)
    await desk.press(OLE, "case_meeting", case.id, place=CHANNEL)
    off = desk.text("team.off_meeting")
    assert off in desk.words(await desk.say(OLE, said, CHANNEL))
    assert (await desk.case(case.id)).on_next_meeting
    await desk.say(OLE, off, CHANNEL)
    assert not (await desk.case(case.id)).on_next_meeting


@pytest.mark.parametrize("said", [*OFF_MEETING, "ta saken av møtet", "ta av møtet"])
async def test_with_no_case_on_a_meeting_in_sight_it_is_told_where_it_is_done(desk: Desk, said: str) -> None:
    await taken(desk)
    await desk.say(OLE, "hjelp", CHANNEL)
    assert desk.words(await desk.say(OLE, said, CHANNEL)) == desk.text("team.meeting_off")


@pytest.mark.parametrize("said", [*OFF_MEETING, "ta saken av møtet", "ta av møtet"])
async def test_the_only_case_in_sight_is_said_not_to_be_on_a_meeting_and_to_be_on_it_already(
    desk: Desk, said: str
) -> None:
    case = await taken(desk)
    assert desk.text("team.meeting_not_on") in desk.words(await desk.say(OLE, said, CHANNEL))
    await desk.press(OLE, "case_meeting", case.id, place=CHANNEL)
    await desk.press(OLE, "case_show", case.id, place=CHANNEL)
    assert desk.text("team.meeting_on_already") in desk.words(await desk.say(OLE, "sett på neste møte", CHANNEL))
    assert (await desk.case(case.id)).on_next_meeting


@pytest.mark.parametrize("said", ["dagsorden", "sakliste", "hva er på agendaen", "Hva står på agendaen?"])
async def test_the_agenda_has_several_names(desk: Desk, said: str) -> None:
    case = await taken(desk)
    await desk.press(OLE, "case_meeting", case.id, place=CHANNEL)
    assert kinds(await desk.say(OLE, said, CHANNEL)) == ["team_agenda"]


async def test_who_asks_of_the_only_open_case_gets_the_form_for_it(desk: Desk) -> None:
    await taken(desk)
    await desk.say(OLE, "saker mine", CHANNEL)
    await desk.say(OLE, "hjelp", CHANNEL)
    assert kinds(await desk.say(OLE, "spør", CHANNEL)) == ["team_ask"]
    other = await desk.sent(NILS)
    await desk.say(OLE, "hjelp", CHANNEL)
    assert kinds(await desk.say(OLE, "spør", CHANNEL)) == ["team_ask"], "nobody but who has a case may ask about it"
    await desk.press(OLE, "case_claim", other.id, place=CHANNEL)
    await desk.say(OLE, "hjelp", CHANNEL)
    assert is_line((await desk.say(OLE, "spør", CHANNEL))[0], desk.text("team.meant_which"))


@pytest.mark.parametrize(("said", "to"), [("gi den til Siri", SIRI.id), ("gi den videre", "alle")])
async def test_who_is_named_is_chosen_to_get_the_case(desk: Desk, said: str, to: str) -> None:
    await taken(desk)
    (form,) = await desk.say(OLE, said, CHANNEL)
    (field,) = (one for one in form.blocks if isinstance(one, ChoiceInput))
    assert (form.kind, field.value) == ("team_pass_on", to)


@pytest.mark.parametrize("said", ["den er ikke anonym nok", "teksten er for gjenkjennelig"])
async def test_a_text_that_is_not_anonymous_enough_is_shown_the_button_for_it(desk: Desk, said: str) -> None:
    await taken(desk)
    shown = await desk.say(OLE, said, CHANNEL)
    assert desk.text("team.recognised") in desk.words(shown)


@pytest.mark.parametrize("said", ["vi tror det er vold", "den er ikke anonym nok"])
async def test_a_stranger_is_shown_no_way_to_a_case(desk: Desk, said: str) -> None:
    await taken(desk)
    assert is_line((await desk.say(STRANGER, said, CHANNEL))[0], desk.text(NotAMember.text_key))


async def test_a_name_written_in_the_channel_is_to_be_deleted(desk: Desk) -> None:
    shown = await desk.say(OLE, "dette er Emil i 7b", CHANNEL)
    assert [desk.words([one]) for one in shown] == [desk.text("team.name_written"), desk.text("start.channel_hint")]
    for said in ("jeg spiser lunsj med Siri", "hvem er på jobb"):
        assert desk.text("team.name_written") not in desk.words(await desk.say(OLE, said, CHANNEL))


@pytest.mark.parametrize("said", ["Emil i 7b blir slått av faren sin", "Emil vil ta livet sitt i kveld"])
async def test_a_name_beside_danger_in_the_channel_is_to_be_deleted_too(desk: Desk, said: str) -> None:
    shown = await desk.say(OLE, said, CHANNEL)
    assert "acute" in kinds(shown)
    assert desk.words(shown[-1:]) == desk.text("team.name_written")
    assert desk.text("answers.names_warning") not in desk.words(shown)
    assert desk.text("team.name_written") not in desk.words(await desk.say(OLE, "barnet blir slått hjemme", CHANNEL))


@pytest.mark.parametrize("said", ["hva nå", "Rådet: Fortsett som nå", "bruk forslagene"])
async def test_what_is_typed_beside_an_open_form_is_told_where_to_write_it(desk: Desk, said: str) -> None:
    case = await taken(desk)
    await desk.press(OLE, "case_answer", case.id, place=CHANNEL)
    told = desk.words(await desk.say(OLE, said, CHANNEL))
    assert desk.text("team.form_open", label=desk.text("team.answer_advice")) in told
    assert (await desk.case(case.id)).answer is None


@pytest.mark.parametrize(
    "said",
    ["jeg tar den første", "ta den andre", "jeg tar den som haster", "ta over den som haster", "jeg tar hastesaken"],
)
async def test_which_case_is_meant_is_asked_where_it_is_told_apart_by_a_list_that_was_not_shown(
    desk: Desk, said: str
) -> None:
    for _ in range(2):
        await desk.sent()
    shown = await desk.say(OLE, said, CHANNEL)
    assert is_line(shown[0], desk.text("team.meant_which"))
    assert kinds(shown)[-1] == "team_cases"
