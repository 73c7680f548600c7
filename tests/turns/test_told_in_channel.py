"""What a member types behind «svar innmelder:» stands in the form, also where no case is shown; and their lists."""

from __future__ import annotations

import pytest

from bot.domain.case import Case
from bot.domain.ports import ChannelLink
from bot.domain.reply import Card, Reply, TextInput
from bot.domain.turn import Place, Said
from dialogs.as_text import all_buttons
from tests.turns.desk import (
    CHANNEL,
    ELSEWHERE,
    GROUP,
    KARI,
    NILS,
    OLE,
    SIRI,
    TEAM,
    WORDS,
    Desk,
    carried,
    is_line,
    kinds,
)

ADVICE = "Prøv en fast voksen om morgenen"


def fields(shown: list[Reply]) -> dict[str, str]:
    card = next(one for one in shown if isinstance(one, Card))
    return {one.id: one.value for one in card.blocks if isinstance(one, TextInput)}


async def taken(desk: Desk, person: object = KARI) -> Case:
    case = await desk.sent(person)  # type: ignore[arg-type]
    await desk.press(OLE, "case_claim", case.id, place=CHANNEL)
    return case


@pytest.mark.parametrize("said", [f"svar innmelder: {ADVICE}", f"svar: {ADVICE}", f"Svar innmelder\n{ADVICE}"])
@pytest.mark.parametrize("is_shown", [True, False])
async def test_what_stands_behind_answer_is_the_advice_in_the_form_and_nothing_is_sent(
    desk: Desk, said: str, is_shown: bool
) -> None:
    case = await taken(desk)
    if not is_shown:
        await desk.say(OLE, "hjelp", CHANNEL)
    shown = await desk.say(OLE, said, CHANNEL)
    assert fields(shown)["advice"] == ADVICE
    assert (await desk.case(case.id)).answer is None


@pytest.mark.parametrize(
    "said",
    ["spør innmelder: har Jonas Fjellvang vært syk?", "svar innmelder: ring 412 34 567", "Råd: ring Jonas Fjellvang"],
)
async def test_a_name_in_what_is_heard_is_to_be_deleted_from_the_channel_all_the_same(desk: Desk, said: str) -> None:
    await taken(desk)
    await desk.say(OLE, "svar innmelder", CHANNEL)
    shown = await desk.say(OLE, said, CHANNEL)
    assert desk.text("team.name_written") in desk.words(shown)
    if ":" in said and "innmelder" in said:  # a form in the channel stays there when the message is deleted
        assert "Fjellvang" not in desk.words(shown)
        assert "412" not in desk.words(shown)


@pytest.mark.parametrize(("form", "field"), [("case_ask", "Spørsmålet"), ("case_answer", "Råd")])
async def test_a_name_that_is_typed_into_a_field_is_not_shown_again_to_all_in_the_channel(
    desk: Desk, form: str, field: str
) -> None:
    case = await taken(desk)
    await desk.press(OLE, form, case.id, place=CHANNEL)
    shown = desk.words(await desk.say(OLE, f"{field}: Hva sier Jonas Fjellvang?", CHANNEL))
    assert desk.text("team.typed_named") in shown
    assert "Fjellvang" not in shown
    assert (await desk.case(case.id)).messages == ()
    await desk.say(OLE, f"{field}: Hva sier barnet?", CHANNEL)
    assert len((await desk.case(case.id)).messages) == (1 if form == "case_ask" else 0)


@pytest.mark.parametrize("said", ["gi den til Siri", f"svar innmelder: {ADVICE}", "jeg har vakt til fredag", "saker"])
async def test_a_members_name_and_ordinary_words_are_not(desk: Desk, said: str) -> None:
    await taken(desk)
    assert desk.text("team.name_written") not in desk.words(await desk.say(OLE, said, CHANNEL))


async def test_an_answer_that_is_given_keeps_its_words_when_more_is_typed(desk: Desk) -> None:
    case = await taken(desk)
    said = {"advice": "Snakk med barnet", "why": "Det hjelper", "role": "lærer", "what": "snakke", "by": "2027-05-01"}
    await desk.press(OLE, "case_answer_send", case.id, {**said, "come_back": "ved behov", "own_role": "PPT"}, CHANNEL)
    assert (await desk.case(case.id)).answer is not None
    assert fields(await desk.say(OLE, f"svar innmelder: {ADVICE}", CHANNEL))["advice"] == f"Snakk med barnet\n{ADVICE}"


async def test_of_several_cases_the_only_one_a_member_has_is_answered(desk: Desk) -> None:
    case = await taken(desk)
    await desk.sent(NILS)
    await desk.say(OLE, "hjelp", CHANNEL)
    assert kinds(await desk.say(OLE, f"svar innmelder: {ADVICE}", CHANNEL)) == ["team_answer"]
    shown = await desk.say(SIRI, f"svar innmelder: {ADVICE}", CHANNEL)
    assert is_line(shown[0], desk.text("team.meant_which"))
    assert (await desk.case(case.id)).answer is None


async def test_the_case_that_must_be_answered_first_stands_first_on_the_list(desk: Desk) -> None:
    ordinary = await desk.sent()
    await desk.to_form(NILS)
    shown = await desk.press(NILS, "case_review", values={**WORDS, "urgency": "haster"})
    await desk.push(NILS, shown, desk.text("case.send"))
    (urgent,) = await desk.cases_of(NILS)
    words = desk.words(await desk.say(OLE, "saker", CHANNEL))
    assert words.index(urgent.code) < words.index(ordinary.code)
    assert urgent.due_at < ordinary.due_at
    assert words.count(desk.text("team.list_urgent", note="").strip()) == 1
    assert kinds(await desk.say(OLE, "hvilke haster?", CHANNEL)) == ["team_cases"]
    assert is_line((await desk.say(OLE, "sett alle på neste møte", CHANNEL))[0], desk.text("team.meant_which"))


@pytest.mark.parametrize(
    "said", ["møtet er avlyst", "møtet er flyttet til torsdag", "Møtet er avlyst!", "møtet på torsdag er avlyst"]
)
async def test_a_meeting_that_is_moved_is_told_where_that_is_done(desk: Desk, said: str) -> None:
    await taken(desk)
    assert is_line((await desk.say(OLE, said, CHANNEL))[0], desk.text("team.meeting_elsewhere"))


@pytest.mark.parametrize(
    "said",
    [
        "jeg tar {code}",
        "jeg tar saken",
        "ta over {code}",
        "jeg tar over sak {code}",
        "kan jeg overta {code}?",
        "gi fra meg {code}",
        f"svar innmelder: {ADVICE}",
        "spør innmelder {code}: hvor lenge?",
    ],
)
async def test_what_is_done_in_the_channel_is_said_to_be_done_there_in_a_chat(desk: Desk, said: str) -> None:
    case = await taken(desk)
    shown = await desk.say(OLE, said.format(code=case.code))
    assert is_line(shown[0], desk.text("common.wrong_place_team"))
    assert (await desk.case(case.id)).answer is None


async def test_a_sender_who_asks_whether_anybody_takes_their_case_over_is_not_sent_to_the_channel(desk: Desk) -> None:
    case = await taken(desk)
    shown = await desk.say(KARI, f"kan noen ta over {case.code}")
    assert not is_line(shown[0], desk.text("common.wrong_place_team"))


@pytest.mark.parametrize("said", ["jeg tar den", "hvordan svarer jeg innmelderen", "svar til foreldrene: kom i morgen"])
async def test_what_may_be_about_something_else_is_answered_in_a_chat(desk: Desk, said: str) -> None:
    assert not is_line((await desk.say(KARI, said))[0], desk.text("common.wrong_place_team"))


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("lukk saken", "team_close"),
        ("saken er ferdig", "team_close"),
        ("sett den på agendaen", "line"),
        ("hva er fristen?", "team_case_tatt"),
        ("jeg skrev feil i svaret", "team_answer"),
    ],
)
async def test_more_words_for_what_a_team_does_are_heard(desk: Desk, said: str, kind: str) -> None:
    case = await taken(desk)
    assert kind in kinds(await desk.say(OLE, said, CHANNEL))
    assert (await desk.case(case.id)).closed_at is None


async def test_who_asks_for_the_time_to_answer_where_no_case_is_shown_gets_the_list(desk: Desk) -> None:
    await desk.sent()
    assert kinds(await desk.say(OLE, "når må vi svare", CHANNEL)) == ["team_cases"]


@pytest.mark.parametrize("said", ["når er neste møte", "når er møtet?", "når møtes vi"])
async def test_who_asks_when_the_meeting_is_gets_the_agenda(desk: Desk, said: str) -> None:
    case = await taken(desk)
    await desk.press(OLE, "case_meeting", case.id, place=CHANNEL)
    assert kinds(await desk.say(OLE, said, CHANNEL)) == ["team_agenda"]


async def test_a_name_that_is_typed_of_a_trend_is_not_shown_again_to_all_in_the_channel(desk: Desk) -> None:
    async with desk.store.unit_of_work() as uow:
        await uow.channels.link(ChannelLink("stjordal/tall", ELSEWHERE, desk.clock.now()))
        await uow.commit()
    for said in (
        "trend: flere blir hjemme, som Kari Nordmann",
        "Hva ser dere, og hva trengs?: Flere blir hjemme, som Kari Nordmann",
    ):
        shown = desk.words(await desk.say(OLE, said, CHANNEL))
        assert "Nordmann" not in shown
        assert desk.text("team.name_written") in shown


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("feil team", "elsewhere"),
        ("dette hører til 18+", "elsewhere"),
        ("kan den flyttes til PPT?", "elsewhere"),
        ("dette er ikke vårt bord", "elsewhere"),
        ("slett saken", "not_deleted"),
        ("kan du ta bort teksten?", "not_deleted"),
        ("dette burde vært meldt", "to_report"),
        ("hører hjemme i barnevernet", "to_report"),
    ],
)
async def test_what_a_team_cannot_do_with_a_case_is_told_with_what_it_can(desk: Desk, said: str, told: str) -> None:
    case = await taken(desk)
    shown = await desk.say(OLE, said, CHANNEL)
    assert is_line(shown[0], desk.text(f"team.{told}"))
    await desk.say(OLE, "hjelp", CHANNEL)
    assert is_line((await desk.say(OLE, said, CHANNEL))[0], desk.text(f"team.{told}_which"))
    now = await desk.case(case.id)
    assert (now.answer, now.closed_at, now.text is not None) == (None, None, True)


@pytest.mark.parametrize(
    "said", ["saken er meldt", "send den til Siri", "foreldrene hører til i en annen kommune", "slett ikke"]
)
async def test_other_words_of_the_kind_are_heard_as_none_of_it(desk: Desk, said: str) -> None:
    await taken(desk)
    words = desk.words(await desk.say(OLE, said, CHANNEL))
    for told in ("elsewhere", "not_deleted", "to_report"):
        assert desk.text(f"team.{told}") not in words


@pytest.mark.parametrize("said", ["hvem har tatt den?", "har noen sett saken?", "er den tatt?"])
async def test_who_asks_who_has_a_case_is_shown_it(desk: Desk, said: str) -> None:
    await taken(desk)
    assert kinds(await desk.say(OLE, said, CHANNEL)) == ["team_case_tatt"]


@pytest.mark.parametrize("said", ["jeg går på ferie neste uke", "jeg er syk i dag", "jeg slutter på fredag"])
async def test_who_will_be_away_is_shown_how_the_case_is_given_on(desk: Desk, said: str) -> None:
    case = await taken(desk)
    assert kinds(await desk.say(OLE, said, CHANNEL)) == ["team_pass_on"]
    assert (await desk.case(case.id)).claimed_by is not None


@pytest.mark.parametrize("said", ["svar innmelder {code}: Gi eleven en fast voksen", "Ole: Be om samtykke først"])
async def test_a_sign_between_two_words_keeps_them_apart_and_makes_no_name(desk: Desk, said: str) -> None:
    case = await taken(desk)
    shown = desk.words(await desk.say(OLE, said.format(code=case.code), CHANNEL))
    assert desk.text("team.name_written") not in shown


async def test_who_closes_a_case_without_an_answer_reads_that_only_the_result_is_told(desk: Desk) -> None:
    case = await taken(desk)
    shown = desk.words(await desk.press(OLE, "case_close", case.id, place=CHANNEL))
    assert desk.text("team.close_unanswered") in shown
    said = {"advice": "Snakk med barnet", "why": "Det hjelper", "role": "lærer", "what": "snakke", "by": "2027-05-01"}
    await desk.press(OLE, "case_answer_send", case.id, {**said, "come_back": "ved behov", "own_role": "PPT"}, CHANNEL)
    shown = desk.words(await desk.press(OLE, "case_close", case.id, place=CHANNEL))
    assert desk.text("team.close_unanswered") not in shown


async def test_who_names_a_member_that_cannot_have_the_case_reads_so(desk: Desk) -> None:
    case = await taken(desk)
    await desk.press(SIRI, "case_recuse_send", case.id, place=CHANNEL)
    assert desk.text("team.pass_on_not_to") in desk.words(await desk.say(OLE, "gi den til Siri", CHANNEL))
    assert desk.text("team.pass_on_not_to") not in desk.words(await desk.say(OLE, "gi fra deg", CHANNEL))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("hvem kan lese sakene?", "members"),
        ("hvem er med i teamet", "members"),
        ("hvordan legger jeg til en ny i teamet?", "members"),
        ("hvor lenge lagres sakene", "kept"),
        ("når slettes teksten?", "kept"),
        ("arkiver saken", "archive"),
        ("statistikk", "figures"),
    ],
)
async def test_who_reads_the_cases_how_long_they_are_kept_and_the_archive_are_told(
    desk: Desk, said: str, told: str
) -> None:
    await taken(desk)
    assert is_line((await desk.say(OLE, said, CHANNEL))[0], desk.text(f"team.about_{told}"))


@pytest.mark.parametrize("said", ["hvem sendte saken?", "hvem har tatt den", "legg til at hjemmet er med", "ny sak"])
async def test_what_is_asked_of_a_case_is_none_of_these(desk: Desk, said: str) -> None:
    await taken(desk)
    words = desk.words(await desk.say(OLE, said, CHANNEL))
    assert not any(desk.text(f"team.about_{told}") in words for told in ("members", "kept", "archive"))


@pytest.mark.parametrize("place", [CHANNEL, GROUP])
async def test_a_card_about_danger_that_others_read_carries_no_name(desk: Desk, place: Place) -> None:
    said = "Far slår Torgeir Kvernmo, hva gjør vi?"
    for what in (Said(said), Said(f"Se her\n{said}", own="Se her")):
        shown = await desk.take(OLE, what, place)
        assert kinds(shown)[0] == "acute"
        assert "Torgeir" not in str([button.carries for reply in shown for button in all_buttons(reply)])


async def test_a_form_with_a_name_and_danger_is_shown_to_whoever_pressed_alone(desk: Desk) -> None:
    """Of the cards a press leads to in a channel, only the first goes to the presser alone."""
    filled = {"team": TEAM, "teams": TEAM, "change": "more", "themes": "vold"}
    told = filled | {"words": "Far slår gutten, Torgeir Kvernmo."}
    shown = await desk.press(OLE, "trend_review", "a-trend", told, CHANNEL)
    assert kinds(shown) == ["trend", "acute"]
    assert "Torgeir" in desk.words(shown[:1])
    assert "Torgeir" not in desk.words(shown[1:])


async def test_what_could_not_be_looked_through_is_not_shown_again_in_the_channel(desk: Desk) -> None:
    unread = f"Torgeir Kvernmo {'ﷺ' * 300}"
    async with desk.store.unit_of_work() as uow:
        await uow.channels.link(ChannelLink("stjordal/tall", ELSEWHERE, desk.clock.now()))
        await uow.commit()
    for said in (f"trend: flere barn som {unread}", f"Far slår gutten {unread}", f"spør innmelder: {unread}"):
        shown = await desk.say(OLE, said, CHANNEL)
        assert "Torgeir" not in desk.words(shown)
        assert "Torgeir" not in str([button.carries for reply in shown for button in all_buttons(reply)])


async def test_a_question_about_danger_without_a_name_is_answered_from_its_card(desk: Desk) -> None:
    shown = await desk.say(OLE, "Hva gjør vi når far slår barnet?", CHANNEL)
    assert carried(shown, "acute_go_on") == {"asked": "Hva gjør vi når far slår barnet?"}
