"""What was understood is confirmed or taken back in a few words; what was begun is deleted after a question."""

from __future__ import annotations

import pytest

from bot.domain.reply import Card
from tests.turns.desk import CHANNEL, KARI, OLE, Desk, kinds


async def at_step_four(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret for en elev")
    await desk.say(KARI, "Nei, ikke nå")
    await desk.say(KARI, "Nei")
    shown = await desk.say(KARI, "nivå 1")
    assert "Jeg forsto det som" in desk.words(shown)


@pytest.mark.parametrize("said", ["ja det stemmer", "ja stemmer", "det stemmer", "ja, riktig", "stemmer det"])
async def test_a_yes_to_what_was_understood_is_no_answer_to_the_next_question(desk: Desk, said: str) -> None:
    await at_step_four(desk)
    before = await desk.state(KARI)
    shown = await desk.say(KARI, said)
    assert desk.text("guide.right") in desk.words(shown)
    assert (await desk.state(KARI)).concerns == before.concerns


@pytest.mark.parametrize(
    "said", ["nei vent", "nei feil", "vent litt", "nei det var feil", "nei, det stemmer ikke", "tilbake"]
)
async def test_a_no_to_what_was_understood_asks_that_again(desk: Desk, said: str) -> None:
    await at_step_four(desk)
    assert "Hvor langt har dere kommet?" in desk.words(await desk.say(KARI, said))


async def test_a_no_is_never_heard_as_an_echo_where_it_is_an_answer(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret for en elev")
    await desk.say(KARI, "usikker")
    shown = await desk.say(KARI, "de sa at det ikke haster")
    assert desk.text("guide.right") not in desk.words(shown)


@pytest.mark.parametrize("said", ["ja det stemmer", "stemmer", "riktig"])
async def test_a_confirmation_is_answered_in_the_same_words(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret for en elev")
    assert kinds(await desk.say(KARI, "nei tror ikke det")) == ["guide_confirm"]
    await desk.say(KARI, said)
    concern = (await desk.state(KARI)).concern()
    assert concern is not None
    assert concern.answers == (("trygg_na", "nei"),)


async def test_going_on_after_going_back_leads_to_the_step_that_was_gone_back_to(desk: Desk) -> None:
    await at_step_four(desk)
    back = await desk.say(KARI, "tilbake")
    for said in ("fortsett", "hva er taushetsplikt?", "fortsett"):
        shown = await desk.say(KARI, said)
    assert desk.text("guide.asked_again") in desk.words(shown)
    assert isinstance(shown[-1], Card)
    assert isinstance(back[-1], Card)
    assert shown[-1].title == back[-1].title
    assert "Alder" in desk.words(await desk.say(KARI, "2")), "the same answer once more goes on"


@pytest.mark.parametrize(
    "said", ["slett", "slett saken", "slett sak blå", "Slett Sak Blå", "slett blå", "slett «Sak Blå»"]
)
@pytest.mark.parametrize("first", ["meny", "pause", "hva er taushetsplikt?"])
async def test_a_concern_is_deleted_by_words_after_a_question(desk: Desk, said: str, first: str) -> None:
    await at_step_four(desk)
    await desk.say(KARI, first)
    assert kinds(await desk.say(KARI, said)) == ["guide_delete"]
    assert kinds(await desk.say(KARI, said)) == ["guide_delete"], "the same words once more are no yes"
    assert len((await desk.state(KARI)).concerns) == 1
    await desk.say(KARI, "Ja, slett saken")
    assert (await desk.state(KARI)).concerns == ()


async def test_which_concern_is_asked_when_none_is_open(desk: Desk) -> None:
    await at_step_four(desk)
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "slett sak lilla")
    await desk.say(KARI, "Ja, slett saken")
    shown = await desk.say(KARI, "slett")
    assert "slett Sak Blå" in desk.words(shown)
    assert "finnes ikke lenger" not in desk.words(shown)


async def test_a_sent_case_is_withdrawn_by_the_same_words_after_a_question(desk: Desk) -> None:
    case = await desk.sent()
    await desk.press(KARI, "my_case", case.id)
    assert kinds(await desk.say(KARI, "slett saken")) == ["my_withdraw"]
    assert (await desk.cases_of(KARI))[0].status == case.status


async def test_a_case_being_written_is_not_deleted_unasked(desk: Desk) -> None:
    await desk.to_form()
    assert desk.words(await desk.say(KARI, "slett")) == desk.text("case.delete_how")
    assert (await desk.state(KARI)).active == "case"


async def test_nobody_is_told_that_a_case_is_gone_who_has_none(desk: Desk) -> None:
    for said in ("slett", "slett saken", "svarene mine", "fortsett"):
        assert "finnes ikke lenger" not in desk.words(await desk.say(KARI, said))


async def test_deleting_in_the_channel_stays_without_effect(desk: Desk) -> None:
    await desk.sent()
    shown = await desk.say(OLE, "slett saken", CHANNEL)
    assert "guide_delete" not in kinds(shown)


@pytest.mark.parametrize("said", ["nei, det er verre", "det er verre enn det", "mye verre"])
@pytest.mark.parametrize("between", ["Slik melder du", "meny", "hva er meldeplikt?", "drøft en sak", "jeg er bekymret"])
async def test_worse_is_heard_as_danger_whatever_was_shown_since_the_acute_card(
    desk: Desk, said: str, between: str
) -> None:
    assert kinds(await desk.say(KARI, "far slår barnet")) == ["acute"]
    await desk.say(KARI, between)
    assert kinds(await desk.say(KARI, said)) == ["acute"]


async def test_worse_is_an_ordinary_word_the_next_day_and_for_whoever_met_no_danger(desk: Desk) -> None:
    assert kinds(await desk.say(KARI, "det er verre enn det")) != ["acute"]
    await desk.say(KARI, "far slår barnet")
    await desk.say(KARI, "meny")
    desk.clock.advance(hours=25)
    assert kinds(await desk.say(KARI, "det er verre enn det")) != ["acute"]


@pytest.mark.parametrize(
    "said",
    [
        "jeg er så sliten, er bekymret for ei jente i klassen",
        "hei, jeg er bekymret for en elev",
        "jeg er lærer og er bekymret for et barn",
        "æ e sliten, æ e bekymra",
    ],
)
async def test_a_tired_opening_leads_to_the_guide(desk: Desk, said: str) -> None:
    assert "guide_step" in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize(
    "said",
    ["mor er sliten, er bekymret for penger", "jeg er ikke bekymret for noen", "er bekymret for hva loven sier?"],
)
async def test_other_peoples_worries_and_questions_do_not(desk: Desk, said: str) -> None:
    shown = await desk.say(KARI, said)
    assert not [kind for kind in kinds(shown) if kind.startswith("guide")]


@pytest.mark.parametrize("said", ["nei", "nei, ingen", "nei det mente jeg ikke"])
async def test_a_no_to_did_you_mean_is_none_of_these(desk: Desk, said: str) -> None:
    asked = "møte med foreldre"
    assert kinds(await desk.say(KARI, asked)) == ["did_you_mean"]
    assert kinds(await desk.say(KARI, said)) == ["unknown"]


async def test_a_word_of_what_cannot_be_taken_back_is_answered_with_what_must_be_typed(desk: Desk) -> None:
    case = await desk.sent()
    await desk.press(KARI, "my_withdraw", case.id, {})
    shown = await desk.say(KARI, "trekk")
    assert desk.words(shown) == desk.text("common.say_it_whole", title=desk.text("case.withdraw_yes"))


@pytest.mark.parametrize("said", ["svar", "svar teamet", "trekk saken", "slett saken"])
async def test_what_is_done_with_a_sent_case_leads_to_the_list_when_it_may_be_about_none(desk: Desk, said: str) -> None:
    case = await desk.sent()
    await desk.press(KARI, "my_withdraw_yes", case.id)
    await desk.say(KARI, "hva er meldeplikt?")
    assert kinds(await desk.say(KARI, said))[-1] == "my_cases"


@pytest.mark.parametrize("said", ["trekk saken", "Trekk saka"])
async def test_withdrawing_by_words_asks_about_the_case_that_is_shown(desk: Desk, said: str) -> None:
    case = await desk.sent()
    await desk.press(KARI, "my_case", case.id)
    assert kinds(await desk.say(KARI, said)) == ["my_withdraw"]


async def test_a_yes_to_what_was_understood_says_to_ring_where_the_card_says_so(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret for en elev")
    assert "Ring nå" in desk.words(await desk.say(KARI, "ja det tror jeg"))
    assert desk.words(await desk.say(KARI, "stemmer")) == desk.text("guide.right_danger")


async def test_a_yes_to_what_was_understood_at_a_calmer_outcome_is_not_glad_and_goes_nowhere(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret for en elev")
    await desk.say(KARI, "Nei, ikke nå")
    await desk.say(KARI, "Jeg er usikker")
    assert "Jeg forsto det som" in desk.words(await desk.say(KARI, "vet ikke"))
    concern = (await desk.state(KARI)).concern()
    assert concern is not None
    assert concern.outcome == "utfall_ring_i_dag"
    assert desk.words(await desk.say(KARI, "stemmer")) == desk.text("guide.right_outcome")


@pytest.mark.parametrize("between", ["fortsett senere", "pause", "drøft en sak", "svarene mine", "oppsummering"])
async def test_a_regretted_answer_is_asked_again_also_after_something_else(desk: Desk, between: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "Nei, ikke nå")
    asked = await desk.say(KARI, "nei vent")
    await desk.say(KARI, between)
    shown = await desk.press(KARI, "guide_resume", (await desk.state(KARI)).concerns[0].id)
    assert isinstance(asked[-1], Card)
    assert isinstance(shown[-1], Card)
    assert shown[-1].title == asked[-1].title
    assert desk.text("guide.asked_again") in desk.words(shown)
    await desk.say(KARI, "Ja")
    concern = (await desk.state(KARI)).concern()
    assert concern is not None
    assert concern.answers == (("trygg_na", "ja"),)


async def test_going_on_after_a_pause_asks_the_regretted_answer_again(desk: Desk) -> None:
    for said in ("jeg er bekymret", "Nei, ikke nå", "nei vent", "fortsett senere", "fortsett"):
        shown = await desk.say(KARI, said)
    assert desk.text("guide.asked_again") in desk.words(shown)
    assert "i fare nå?" in desk.words(shown)


@pytest.mark.parametrize("said", ["nei vent", "nei", "nei, feil", "Behold"])
async def test_a_no_to_deleting_keeps_the_concern_and_every_answer(desk: Desk, said: str) -> None:
    await at_step_four(desk)
    before = (await desk.state(KARI)).concerns
    await desk.say(KARI, "slett saken")
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "guide_step"]
    assert "Alder" in desk.words(shown)
    assert (await desk.state(KARI)).concerns == before


@pytest.mark.parametrize("said", ["Behold", "nei vent"])
async def test_keeping_a_concern_leaves_the_floor_to_the_case_that_is_written(desk: Desk, said: str) -> None:
    await at_step_four(desk)
    await desk.to_form()
    before = await desk.state(KARI)
    assert kinds(await desk.say(KARI, "slett sak blå")) == ["guide_delete"]
    shown = await desk.say(KARI, said)
    after = await desk.state(KARI)
    assert desk.words(shown) == desk.text("guide.kept")
    assert (after.active, after.data, after.concerns) == (before.active, before.data, before.concerns)
    await desk.say(KARI, "2")
    assert len((await desk.state(KARI)).concerns) == len(before.concerns)


@pytest.mark.parametrize("said", ["trekk saken", "mine saker"])
async def test_a_yes_below_the_list_of_cases_is_told_that_nothing_is_done(desk: Desk, said: str) -> None:
    cases = [await desk.sent(), await desk.sent()]
    await desk.say(KARI, "hva er meldeplikt?")
    await desk.say(KARI, said)
    assert desk.words(await desk.say(KARI, "ja")) == desk.text("case.list_yes")
    assert {one.status for one in await desk.cases_of(KARI)} == {one.status for one in cases}
    assert desk.words(await desk.say(KARI, "takk")) == desk.text("answers.small_thanks")


@pytest.mark.parametrize(
    "said",
    [
        "nei ikke slett",
        "ikke slett den",
        "jeg vil ikke slette saken",
        "nei vent",
        "nei",
        "1",
        "nei la være",
        "jeg angrer",
    ],
)
async def test_who_takes_back_that_a_concern_is_deleted_is_told_that_nothing_is(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret for en elev")
    before = await desk.state(KARI)
    await desk.say(KARI, "slett")
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "guide_step"]
    assert desk.text("guide.kept") in desk.words(shown)
    assert (await desk.state(KARI)).concerns == before.concerns


@pytest.mark.parametrize(
    "said", ["nei ikke trekk", "ikke trekk saken", "nei vent", "vil ikke trekke den", "nei, ikke gjør det"]
)
async def test_who_takes_back_that_a_case_is_withdrawn_is_told_that_nothing_is_done(desk: Desk, said: str) -> None:
    case = await desk.sent()
    await desk.press(KARI, "my_withdraw", case.id)
    told = desk.words(await desk.say(KARI, said))
    asked = desk.text("common.say_it_whole", title=desk.text("case.withdraw_yes"))
    assert told == (asked if said.startswith("vil") else desk.text("case.left_undone"))
    assert await desk.case(case.id) == case


@pytest.mark.parametrize(
    "said", ["ikke slett han skolen", "slett saken nei han har det ikke bra", "nei han er lei seg", "nei, ja slett"]
)
async def test_more_than_a_no_is_no_answer_to_what_is_deleted(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret for en elev")
    await desk.say(KARI, "slett")
    assert desk.text("guide.kept") not in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize(
    "said", ["trykte feil knapp", "jeg trykka feil", "oi, kom borti feil knapp", "jeg klikket feil"]
)
async def test_who_pressed_the_wrong_button_and_sent_a_case_is_shown_how_it_is_taken_back(
    desk: Desk, said: str
) -> None:
    case = await desk.sent()
    assert desk.text("case.wrong_text_title", code=case.code) in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["mor kom borti en varm ovn", "kom på jobb i dag og noe er feil med saken"])
async def test_other_words_take_nothing_back(desk: Desk, said: str) -> None:
    case = await desk.sent()
    assert desk.text("case.wrong_text_title", code=case.code) not in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize(
    "said",
    [
        *(
            "skulle ikke sendes her",
            "den skulle ikke sendes",
            "det var ikke meningen å sende den",
            "den skulle til PPT",
        ),
        *("ble sendt ved et uhell", "feilsendt", "ups", "oi, skulle ikke dit"),
    ],
)
async def test_who_says_that_a_case_was_not_to_be_sent_is_shown_how_it_is_taken_back(desk: Desk, said: str) -> None:
    case = await desk.sent()
    assert desk.text("case.wrong_text_title", code=case.code) in desk.words(await desk.say(KARI, said))


@pytest.mark.parametrize("said", ["kan du slette den", "kan jeg få den tilbake", "kan du trekke saken, takk"])
async def test_who_asks_for_it_as_a_favour_is_asked_whether_the_case_is_withdrawn(desk: Desk, said: str) -> None:
    case = await desk.sent()
    assert desk.text("case.withdraw_yes") in desk.words(await desk.say(KARI, said))
    assert await desk.case(case.id) == case, "nothing is done before the yes"


async def test_a_concern_is_asked_to_be_deleted_as_a_favour_and_nothing_where_there_is_none(desk: Desk) -> None:
    assert "Slette" not in desk.words(await desk.say(KARI, "kan du slette den"))
    await desk.say(KARI, "jeg er bekymret")
    assert desk.text("guide.delete_title", title="Sak Blå") in desk.words(await desk.say(KARI, "kan du slette den"))


@pytest.mark.parametrize(
    "said", ["hun skulle ikke gå hjem alene", "mor ville ikke sende ham på skolen", "skulle jeg ha ringt"]
)
async def test_what_was_not_to_be_done_by_others_takes_nothing_back(desk: Desk, said: str) -> None:
    case = await desk.sent()
    assert desk.text("case.wrong_text_title", code=case.code) not in desk.words(await desk.say(KARI, said))
