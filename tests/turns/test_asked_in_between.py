"""What a tired person says in the middle of something, and right after it: what is kept, thanks, how long it takes."""

from __future__ import annotations

import pytest

from tests.turns.desk import ABOUT, CHANNEL, KARI, OLE, STRANGER, Desk, is_line, kinds

STORED = "Jeg lagrer så lite som mulig"
TOLD = {
    "lagrer du det jeg skriver": STORED,
    "lagres dette": STORED,
    "slettes det jeg skriver": STORED,
    "er du et menneske": "Jeg er Veilederen, en chatbot",
}
"""What is asked of the bot itself, and how its answer begins."""


@pytest.mark.parametrize("said", TOLD)
async def test_what_the_bot_keeps_is_told_in_the_middle_of_a_guide_and_is_no_wrong_answer(
    desk: Desk, said: str
) -> None:
    await desk.say(KARI, "jeg er bekymret")
    before = await desk.state(KARI)
    shown = await desk.say(KARI, said)
    assert TOLD[said] in desk.words(shown)
    after = await desk.state(KARI)
    assert (after.active, after.data) == (before.active, before.data)


@pytest.mark.parametrize("said", TOLD)
@pytest.mark.parametrize("step", ["about", "form"])
async def test_and_in_the_middle_of_a_case(desk: Desk, said: str, step: str) -> None:
    await (desk.to_form() if step == "form" else desk.say(KARI, "drøft en sak"))
    before = await desk.state(KARI)
    shown = await desk.say(KARI, said)
    assert TOLD[said] in desk.words(shown)
    assert (await desk.state(KARI)).case == before.case


@pytest.mark.parametrize("said", ["takk, du er snill", "takk for hjelpen du er god", "takk det var fint", "supert"])
async def test_a_kind_word_at_a_question_is_thanked_for_and_answers_nothing(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    before = (await desk.state(KARI)).concerns
    assert desk.text("guide.thanked") in desk.words(await desk.say(KARI, said))
    assert (await desk.state(KARI)).concerns == before


async def test_what_now_is_asked_in_the_dialect_of_melhus_too(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    assert "Her er spørsmålet med forklaring" in desk.words(await desk.say(KARI, "ka gjør e no da"))


@pytest.mark.parametrize("said", ["hvor lenge tar det", "hvor fort kommer svaret", "hva sa de", "har de sagt noe"])
async def test_who_has_sent_a_case_asks_how_long_it_takes_and_what_was_said(desk: Desk, said: str) -> None:
    case = await desk.sent()
    assert case.code in desk.words(await desk.say(KARI, said))


async def test_below_an_answer_how_long_it_takes_is_of_what_it_tells(desk: Desk) -> None:
    case = await desk.sent()
    await desk.say(KARI, "hva skjer etter at barnevernet har fått meldingen")
    assert case.code not in desk.words(await desk.say(KARI, "hvor lenge tar det"))


@pytest.mark.parametrize("said", ["glemte å si at mor er alene med to barn", "jeg glemte å si at mor er alene med ham"])
async def test_what_one_forgot_to_say_is_added_and_no_child_is_forgotten(desk: Desk, said: str) -> None:
    case = await desk.sent()
    shown = await desk.say(KARI, said)
    assert "acute" not in kinds(shown)
    assert case.code in desk.words(shown)
    assert desk.text("case.wrong_title", code=case.code) in desk.words(shown)


@pytest.mark.parametrize(
    "said",
    [
        *("da tar vi det anonymt", "ok, vi gjør det anonymt i stedet", "nei vi tar det anonymt"),
        *("da tar vi det uten navn", "ok uten navn da", "da gjør vi det uten samtykke"),
        "vi tar det uten å si hvem det er",
    ],
)
@pytest.mark.parametrize("between", ["", "hva er et gyldig samtykke"])
async def test_after_the_way_with_consent_it_may_be_anonymous_after_all(desk: Desk, said: str, between: str) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.press(KARI, "case_about", values={**ABOUT, "way": "med_samtykke"})
    if between:
        await desk.say(KARI, between)
    assert "case_team" in kinds(await desk.say(KARI, said))
    assert (await desk.state(KARI)).case.age == ABOUT["age"]


@pytest.mark.parametrize("said", ["anonymt", "uten navn", "uten samtykke"])
async def test_right_below_the_way_with_consent_one_word_for_it_is_enough(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.press(KARI, "case_about", values={**ABOUT, "way": "med_samtykke"})
    assert "case_team" in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["hvor er skjemaet", "hvilket skjema?", "har du lenka til skjemaet", "kor e skjemaet"])
async def test_below_the_way_with_consent_the_form_is_the_one_of_the_team(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    card = await desk.press(KARI, "case_about", values={**ABOUT, "way": "med_samtykke"})
    shown = desk.words(await desk.say(KARI, said))
    assert "Lenka til det sikre skjemaet er ikke lagt inn" in shown
    assert shown.split("\n")[0] in desk.words(card)
    assert "Jeg samtykker til at" in shown


async def test_anywhere_else_the_form_is_the_one_of_a_report(desk: Desk) -> None:
    await desk.say(KARI, "hva er et gyldig samtykke")
    await desk.say(KARI, "hvor er skjemaet")
    assert (await desk.state(KARI)).last_article == "melding-hvordan"


async def test_below_the_way_with_consent_the_number_is_the_one_of_the_team(desk: Desk) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.press(KARI, "case_about", values={**ABOUT, "way": "med_samtykke"})
    assert "where_team" in kinds(await desk.say(KARI, "har dere nummeret"))


@pytest.mark.parametrize("said", ["anonymt", "uten navn"])
async def test_anonymous_alone_below_something_else_begins_nothing(desk: Desk, said: str) -> None:
    await desk.say(KARI, "drøft en sak")
    await desk.press(KARI, "case_about", values={**ABOUT, "way": "med_samtykke"})
    await desk.say(KARI, "hva er et gyldig samtykke")
    assert not {"case_team", "case_about"} & {*kinds(await desk.say(KARI, said))}


@pytest.mark.parametrize(
    "said",
    [
        "vil drøfte en gutt på 7 som ikke vil være i klasserommet",
        "vil drøfte et barn på 4 mnd, mor sliter",
        "kan jeg få ta opp et barn i teamet, mor er deprimert",
    ],
)
async def test_who_wishes_to_discuss_a_child_and_tells_of_it_is_offered_the_team(desk: Desk, said: str) -> None:
    assert desk.text("case.header") in desk.words(await desk.say(KARI, said))


async def test_who_asks_whether_a_child_must_be_discussed_is_only_answered(desk: Desk) -> None:
    shown = desk.words(await desk.say(KARI, "må jeg drøfte et barn med leder først"))
    assert desk.text("start.worried_row") not in shown


@pytest.mark.parametrize(
    "said",
    ["oi sorry skulle ikke skrive navn", "oi sorry skulle inte skrive navn", "fjern navnet", "kan du slette navnet"],
)
async def test_who_regrets_a_name_is_told_to_delete_the_message(desk: Desk, said: str) -> None:
    assert desk.text("case.name_written") in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["må jeg skrive navnet mitt", "skal jeg skrive navnet til barnet"])
async def test_whether_a_name_is_written_is_looked_up(desk: Desk, said: str) -> None:
    assert desk.text("case.name_written") not in desk.words(await desk.say(KARI, said))


async def test_before_a_case_is_sent_a_name_is_taken_out_of_its_text(desk: Desk) -> None:
    await desk.to_confirm()
    assert desk.text("case.name_written") not in desk.words(await desk.say(KARI, "fjern navnet"))


@pytest.mark.parametrize("said", ["er det noen åpent nå", "er det noen jeg kan ringe nå", "hvem er åpent nå"])
async def test_who_asks_who_is_open_is_shown_whom_to_ring(desk: Desk, said: str) -> None:
    assert "116 111" in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["hei, helsesøster her", "hallo, ppt her", "hei det er fra barnehagen"])
async def test_who_greets_as_on_the_telephone_is_asked_whether_it_is_kept(desk: Desk, said: str) -> None:
    assert "profile_ask" in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize("begun", ["drøft en sak", "jeg er bekymret"])
@pytest.mark.parametrize("said", ["melhus", "nei, Melhus"])
async def test_another_municipality_named_in_the_middle_is_met_with_the_one_that_is_kept(
    desk: Desk, begun: str, said: str
) -> None:
    await desk.say(KARI, begun)
    assert "Du er registrert med Stjørdal, skole, og det bruker jeg her." in desk.words(await desk.say(KARI, said))


async def test_in_a_channel_who_is_to_ring_the_police_reads_the_numbers(desk: Desk) -> None:
    await desk.sent()
    assert is_line((await desk.say(OLE, "vi må ringe politiet nå", CHANNEL))[0], desk.text("calls.now"))


@pytest.mark.parametrize("said", ["hva er dette for noe", "hva kan du"])
async def test_in_a_channel_who_asks_what_this_is_gets_its_help(desk: Desk, said: str) -> None:
    assert desk.text("start.channel_help_1") in desk.words(await desk.say(OLE, said, CHANNEL))


async def test_whatever_else_is_said_in_a_channel_names_the_number_for_danger(desk: Desk) -> None:
    assert "112" in desk.words(await desk.say(OLE, "barnet kan være i fare", CHANNEL))


@pytest.mark.parametrize("said", ["jeg tar K7M-42P", "K7M-42P", "spør innmelder K7M-42P: hvor lenge?"])
async def test_in_a_channel_a_code_that_no_case_there_has_is_said_to_be_that(desk: Desk, said: str) -> None:
    await desk.sent()
    assert desk.text("team.code_unknown", code="K7M-42P") in desk.words(await desk.say(OLE, said, CHANNEL))


@pytest.mark.parametrize("said", ["takk for i dag", "ok takk for hjelpen", "ha en fin kveld"])
async def test_in_a_channel_a_goodbye_is_answered_kindly(desk: Desk, said: str) -> None:
    assert desk.words(await desk.say(OLE, said, CHANNEL)) == desk.text("team.thanked")


async def test_a_code_mistyped_in_a_channel_opens_no_form_of_another_case(desk: Desk) -> None:
    case = await desk.taken()
    await desk.press(OLE, "case_show", case.id, place=CHANNEL)
    for said in ("spør innmelder K7M-42P: hvor lenge?", "svar innmelder K7M-42P: ring hjem", "avslutt K7M-42P"):
        shown = await desk.say(OLE, said, CHANNEL)
        assert kinds(shown) == ["line"], said
        assert case.code not in desk.words(shown)


async def test_danger_beside_a_code_that_is_not_here_is_heard(desk: Desk) -> None:
    assert "acute" in kinds(await desk.say(OLE, "K7M-42P: far slår gutten med belte", CHANNEL))


async def test_whoever_is_not_in_the_team_learns_nothing_of_a_code(desk: Desk) -> None:
    case = await desk.sent()
    for code in (case.code, "K7M-42P"):
        shown = desk.words(await desk.say(STRANGER, f"jeg tar {code}", CHANNEL))
        assert desk.text("team.code_unknown", code=code) not in shown


@pytest.mark.parametrize("before", ["legg til på {}: ", "svar på sak {}: ", "{}: ", "legg til i sak {} at "])
async def test_what_stands_behind_the_code_of_an_own_case_is_offered_to_be_added(desk: Desk, before: str) -> None:
    case = await desk.sent()
    shown = await desk.say(KARI, f"{before.format(case.code)}mor er syk")
    assert case.code in desk.words(shown)
    assert "mor er syk" in desk.words(shown)
    assert kinds(shown) == ["my_own_add"]


@pytest.mark.parametrize("before", ["legg til på K7M-42P: ", "svar på sak K7M-42P: ", "K7M-42P: "])
async def test_what_stands_behind_a_code_mistyped_is_told_to_be_of_no_own_case(desk: Desk, before: str) -> None:
    await desk.sent()
    shown = desk.words(await desk.say(KARI, f"{before}mor er syk"))
    assert desk.text("case.code_unknown", code="K7M-42P") in shown


async def test_who_has_sent_a_case_and_asks_for_new_advice_is_shown_it(desk: Desk) -> None:
    case = await desk.sent()
    assert case.code in desk.words(await desk.say(KARI, "kan jeg få nytt råd"))


@pytest.mark.parametrize("said", ["jeg vet ikke hvor de bor", "vi veit ikkje kor familien bur"])
async def test_who_does_not_know_where_a_family_lives_is_shown_no_numbers_in_the_guide(desk: Desk, said: str) -> None:
    for typed in ("jeg er bekymret", "nei, ikke nå"):
        await desk.say(KARI, typed)
    assert "acute" not in kinds(await desk.say(KARI, said))


async def test_who_does_not_know_where_a_child_is_still_is(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    assert "acute" in kinds(await desk.say(KARI, "jeg vet ikke hvor barnet er"))


@pytest.mark.parametrize("said", ["14", "6", " 14. "])
async def test_a_number_alone_is_the_age_that_is_asked_for(desk: Desk, said: str) -> None:
    for typed in ("jeg er bekymret", "nei, ikke nå", "nei", "1"):
        await desk.say(KARI, typed)
    shown = desk.words(await desk.say(KARI, said))
    assert ("13–15 år" if "14" in said else "6–9 år") in shown
    assert "Det kjente jeg ikke igjen" not in shown


async def test_where_to_begin_shows_what_there_is(desk: Desk) -> None:
    assert "menu" in kinds(await desk.say(KARI, "hvor begynner jeg"))


@pytest.mark.parametrize("said", ["ja takk", "ja, tusen takk", "jo takk", "nei takk det er bra"])
async def test_a_yes_or_no_with_a_thanks_at_the_question_of_danger_gets_no_kind_word_alone(
    desk: Desk, said: str
) -> None:
    await desk.say(KARI, "jeg er bekymret")
    assert desk.text("guide.thanked") not in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["hvor fort kommer de", "hvor lenge tar det", "hva sa de", "har de sagt noe"])
async def test_below_danger_what_names_no_case_is_of_those_who_were_rung(desk: Desk, said: str) -> None:
    case = await desk.sent()
    await desk.say(KARI, "far slår henne")
    shown = await desk.say(KARI, said)
    assert case.code not in desk.words(shown)
    assert "acute" in kinds(shown)


async def test_below_danger_the_case_is_shown_to_who_names_it(desk: Desk) -> None:
    case = await desk.sent()
    await desk.say(KARI, "far slår henne")
    assert case.code in desk.words(await desk.say(KARI, "hvordan går det med saken"))


@pytest.mark.parametrize("said", ["slett navnet i saken", "fjern navnet fra saken", "kan du ta bort navnet"])
async def test_who_wants_a_name_away_withdraws_no_case(desk: Desk, said: str) -> None:
    await desk.sent()
    shown = await desk.say(KARI, said)
    assert "my_withdraw" not in kinds(shown)
    assert desk.text("case.name_written") in desk.words(shown)


@pytest.mark.parametrize("said", ["slett navnet", "ta bort navnet", "stryk navnet"])
async def test_who_reads_the_text_and_wants_a_name_away_comes_back_to_it(desk: Desk, said: str) -> None:
    await desk.to_confirm()
    assert kinds(await desk.say(KARI, said)) == ["case_form"]


@pytest.mark.parametrize("said", ["skulle jeg ikke skrive navnet", "kan du ta med navnet"])
async def test_who_asks_whether_the_name_is_to_be_there_regrets_nothing(desk: Desk, said: str) -> None:
    assert desk.text("case.name_written") not in desk.words(await desk.say(KARI, said))


STANDS = [
    "navnet hans skulle ikke stå der",
    "navnet til eleven skulle ikke stått i saken",
    "navnet må ikke stå der",
    "skulle ikke stått navn her",
]


@pytest.mark.parametrize("said", STANDS)
async def test_a_name_that_should_not_stand_there_is_no_threat_but_a_wish_to_take_it_away(
    desk: Desk, said: str
) -> None:
    assert desk.text("case.name_written") in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", STANDS)
async def test_who_has_sent_a_case_is_shown_how_a_name_is_taken_out_of_it(desk: Desk, said: str) -> None:
    case = await desk.sent()
    shown = await desk.say(KARI, said)
    assert "case_wrong" in kinds(shown)
    assert case.code in desk.words(shown)


@pytest.mark.parametrize(
    "said",
    [
        *("har dere noe på Ola", "Har dere noe på Kari Nordmann?", "har dere sak på jonas", "vet dere noe om Emma"),
        *("er Ola kjent i barnevernet", "har dere noe på ham", "finnes det noe om eleven hos dere"),
        *("har dokker nå på Ola", "har ppt en sak på jonas", "har barnevernet noe på jenta"),
    ],
)
@pytest.mark.parametrize("before", [(), ("jeg er bekymret", "nei"), ("drøft en sak",)])
async def test_whether_somebody_is_known_here_is_no_threat_and_nothing_is_kept_of_anybody(
    desk: Desk, before: tuple[str, ...], said: str
) -> None:
    for one in before:
        await desk.say(KARI, one)
    assert desk.text("answers.about_person") in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["har dere noe om samtykke", "vet dere noe om mobbing", "har du noe på 14-åringer"])
async def test_a_theme_is_no_person(desk: Desk, said: str) -> None:
    assert desk.text("answers.about_person") not in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize(
    "said",
    [
        *("har dere noe på at han slår", "han har noe på henne", "har dere noe på Ola, han har kniv"),
        *("ligger han på henne nå", "ligger noen på henne nå", "er gutten på jenta nå", "ligger Ola på Kari nå"),
        *("har noen på jenta nå", "har han noe på gutten", "ligger de på henne nå"),
    ],
)
async def test_a_danger_beside_it_is_heard(desk: Desk, said: str) -> None:
    assert "acute" in kinds(await desk.say(KARI, said))
