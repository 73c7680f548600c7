"""Answers that are neither numbers nor titles: «den andre», «kompetanseteamet», «usikker», and a bare «ja»."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from bot.content.texts import load_texts
from bot.domain.conversation import ConversationState, ShownButton
from bot.domain.ports import ChannelLink
from bot.turns.chosen import chosen
from bot.turns.said_whole import must_be_whole
from dialogs.by_words import by_place, by_title, is_only_doubt, plain_words, words_of
from dialogs.cases.about import channel_key
from tests.fakes.knowledge import KNOWLEDGE
from tests.turns.desk import ABOUT, CHANNEL, KARI, NILS, OLE, WORDS, Desk, every_team_takes_cases, kinds

TEXTS = load_texts(KNOWLEDGE)
SCHOOL, MANY = "droftingsteam_skole", "komp_0_18"


@pytest.fixture(autouse=True)
def several_teams(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be two teams to choose between."""
    every_team_takes_cases(monkeypatch)


async def to_teams(desk: Desk) -> None:
    async with desk.store.unit_of_work() as uow:
        await uow.channels.link(ChannelLink(channel_key("stjordal", SCHOOL), CHANNEL, desk.clock.now()))
        await uow.commit()
    await desk.say(KARI, "drøft en sak")
    assert kinds(await desk.press(KARI, "case_about", values=ABOUT)) == ["case_team"]


async def to_gate(desk: Desk) -> None:
    await to_teams(desk)
    await desk.press(KARI, "case_team", MANY)


async def to_confirm(desk: Desk) -> None:
    assert kinds(await desk.to_confirm()) == ["case_confirm"]


@pytest.mark.parametrize(
    ("said", "team"),
    [
        ("kompetanseteam", MANY),
        ("kompetanseteamet", MANY),
        ("Kompetanseteamet, takk!", MANY),
        ("jeg vil ha kompetanseteamet", MANY),
        ("kompetanseteam 0-18", MANY),
        ("tverrfaglig", MANY),
        ("den andre", MANY),
        ("nummer to", MANY),
        ("nr. 2", MANY),
        ("siste", MANY),
        ("den siste", MANY),
        ("2.", MANY),
        ("toeren", MANY),
        ("det andre alternativet", MANY),
        ("den første", SCHOOL),
        ("øverste", SCHOOL),
        ("drøftingsteamet", SCHOOL),
        ("drøftingsteam på skolen", SCHOOL),
        ("skolen", SCHOOL),
        ("teamet", ""),
        ("begge", ""),
        ("ikke kompetanseteamet", ""),
        ("den tredje", ""),
        ("nummer null", ""),
        ("usikker", ""),
        ("ja", ""),
    ],
)
async def test_a_team_is_chosen_by_its_place_or_a_part_of_its_name_when_only_one_fits(
    desk: Desk, said: str, team: str
) -> None:
    await to_teams(desk)
    shown = await desk.say(KARI, said)
    assert (await desk.state(KARI)).data.get("team", "").removeprefix("stjordal/") == team
    if not team:
        key = "middle_choice" if said in ("usikker", "ja") else "in_the_middle_choice"
        assert desk.words(shown) == desk.text(f"case.{key}"), "there are no fields to fill in"


async def test_a_question_about_a_team_is_answered_and_chooses_nothing(desk: Desk) -> None:
    await to_teams(desk)
    assert kinds(await desk.say(KARI, "hva gjør kompetanseteamet?")) == ["answer"]
    assert "team" not in (await desk.state(KARI)).data


async def test_danger_is_heard_before_any_choice(desk: Desk) -> None:
    await to_teams(desk)
    assert kinds(await desk.say(KARI, "den andre, far slår barnet")) == ["acute"]


@pytest.mark.parametrize(
    "said", ["usikker", "vet ikke helt", "tja", "jeg vet ikke", "er litt usikker på det", "kanskje"]
)
async def test_doubt_about_the_duty_to_report_is_doubt_and_is_said_back(desk: Desk, said: str) -> None:
    await to_gate(desk)
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["line", "case_unsure"]
    assert desk.text("case.understood", answer=desk.text("case.gate_unsure")) in desk.words(shown)


@pytest.mark.parametrize("answer", ["ja", "usikker"])
async def test_who_says_send_below_a_case_that_is_stopped_reads_that_nothing_is_sent(desk: Desk, answer: str) -> None:
    await to_gate(desk)
    await desk.say(KARI, "det er gjort")
    await desk.say(KARI, answer)
    for said in ("ja, send", "send da", "bare send"):
        assert desk.words(await desk.say(KARI, said)) == desk.text("case.stopped_not_sent")


async def test_a_bare_yes_to_the_duty_to_report_ends_in_a_report_and_is_said_back(desk: Desk) -> None:
    await to_gate(desk)
    await desk.say(KARI, "det er gjort")  # what must be done first, which a yes might else be about
    shown = await desk.say(KARI, "ja")
    assert kinds(shown) == ["line", "case_report"]
    assert desk.text("case.understood", answer=desk.text("case.gate_yes")) in desk.words(shown)


@pytest.mark.parametrize("said", ["nei", "nei på alt", "den første", "nummer en"])
async def test_no_words_of_ones_own_carry_a_case_past_the_duty_to_report(desk: Desk, said: str) -> None:
    await to_gate(desk)
    shown = await desk.say(KARI, said)
    assert kinds(shown) == ["case_gate"]
    assert desk.text("case.gate_all_no") in desk.words(shown)
    assert (await desk.state(KARI)).data["step"] == "gate"


async def _withdrawing(desk: Desk) -> str:
    case = await desk.sent()
    await desk.press(KARI, "my_withdraw", case.id)
    return "case.withdraw_yes"


async def _forgetting(desk: Desk) -> str:
    await desk.say(KARI, "slett alt om meg")
    return "start.forget_yes"


async def _sending(desk: Desk) -> str:
    await to_confirm(desk)
    return "case.send"


@pytest.mark.parametrize("said", ["ja", "jepp", "ja, det stemmer", "nei", "tja"])
@pytest.mark.parametrize("asked", [_withdrawing, _forgetting, _sending])
async def test_a_bare_yes_does_nothing_that_cannot_be_taken_back_and_says_so(
    desk: Desk, asked: Callable[[Desk], Awaitable[str]], said: str
) -> None:
    title = desk.text(await asked(desk))
    before = (dict(desk.store.data.cases), len(desk.store.data.rows))
    shown = await desk.say(KARI, said)
    if asked is _sending and said == "tja":
        assert kinds(shown) == ["case_form", "line"], "doubt has its own button there"
    elif asked is _sending and said == "nei":
        assert kinds(shown) == ["case_form"], "could it fit four or five children? no: back to the text"
    elif asked is _withdrawing and said == "nei":
        assert desk.words(shown) == desk.text("case.left_undone")
    elif asked is _forgetting and said == "nei":
        assert desk.words(shown) == desk.text("common.nothing_deleted")
    else:
        assert desk.words(shown) == desk.text("common.say_it_whole", title=title)
    assert (dict(desk.store.data.cases), len(desk.store.data.rows)) == before


@pytest.mark.parametrize("said", ["Ja, send", "1 Ja, send", "[Ja, send]"])
async def test_a_typed_yes_sends_what_the_card_shows(desk: Desk, said: str) -> None:
    await to_confirm(desk)
    assert kinds(await desk.say(KARI, said)) == ["case_receipt"]
    (case,) = await desk.cases_of(KARI)
    assert case.text is not None
    assert case.text.seen == WORDS["seen"]


@pytest.mark.parametrize("said", ["usikker", "vet ikke", "Nei, jeg tar bort flere detaljer", "2"])
async def test_a_typed_no_or_doubt_shows_the_form_with_what_was_written(desk: Desk, said: str) -> None:
    await to_confirm(desk)
    shown = await desk.say(KARI, said)
    assert "case_form" in kinds(shown)
    assert all(words in desk.words(shown) for words in WORDS.values())


async def test_the_introduction_and_the_menu_hear_the_place_of_an_answer(desk: Desk) -> None:
    await desk.say(KARI, "meny")
    assert kinds(await desk.say(KARI, "den første")) == ["line", "guide_step"]
    shown = await desk.say(KARI, "den andre")
    assert kinds(shown) == ["line", "guide_step"], "doubt: a call comes next"
    assert desk.text("guide.understood", answer="Jeg er usikker") in desk.words(shown)


@pytest.mark.parametrize("said", ["siste", "den tredje", "nummer tre"])
async def test_the_place_of_an_answer_that_calms_is_asked_back(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret")
    assert kinds(await desk.say(KARI, said)) == ["guide_confirm"]
    concern = (await desk.state(KARI)).concern()
    assert concern is not None
    assert concern.answers == ()


@pytest.mark.parametrize(("said", "screen"), [("leder", "course_chapter"), ("teamet", "course_quiz")])
async def test_a_word_of_one_answer_in_any_form_answers_the_question_of_the_introduction(
    desk: Desk, said: str, screen: str
) -> None:
    for one in ("ny her", "1", "1"):
        await desk.say(KARI, one)
    shown = await desk.say(KARI, said)
    assert kinds(shown)[-1] == screen
    assert desk.text("practice.not_known", last=3) not in desk.words(shown)


async def test_the_place_of_a_case_in_the_list_of_the_channel_opens_it(desk: Desk) -> None:
    first, second = await desk.sent(), await desk.sent(NILS)
    listed = desk.words(await desk.say(OLE, "saker", CHANNEL))
    order = sorted((first, second), key=lambda case: listed.index(case.code))
    assert order[1].code in desk.words(await desk.say(OLE, "den andre", CHANNEL))


@pytest.mark.parametrize(("said", "screen"), [("svar", "my_reply"), ("legg til", "my_add"), ("trekk", "my_withdraw")])
async def test_the_first_word_of_a_title_is_enough_on_the_card_of_a_case(desk: Desk, said: str, screen: str) -> None:
    case = await desk.taken()
    await desk.press(OLE, "case_ask_send", case.id, {"question": "Hva sier barnet?"}, CHANNEL)
    await desk.press(KARI, "my_case", case.id)
    assert kinds(await desk.say(KARI, said)) == [screen]


@pytest.mark.parametrize(
    ("said", "title", "verb", "is_pressed"),
    [
        ("svar", "Svar teamet", "my_reply", True),
        ("svar?", "Svar teamet", "my_reply", False),
        ("samtykke", "Samtykke fra begge", "article", False),
        ("trekk", "Trekk saken", "my_withdraw_yes", False),
        ("send", "Send svaret", "my_reply_send", False),
        ("saken", "Ta saken", "case_claim", False),
    ],
)
def test_a_word_below_an_answer_is_a_question_and_what_cannot_be_taken_back_is_said_in_full(
    said: str, title: str, verb: str, is_pressed: bool
) -> None:
    shown = (ShownButton(title, verb, "1"), ShownButton("Avbryt", "menu", ""))
    pressed = chosen(said, ConversationState(shown=shown), TEXTS)
    is_done = pressed is not None and pressed.verb == verb and pressed.is_loose and not must_be_whole(pressed)
    assert is_done == is_pressed


async def test_the_colour_of_a_concern_is_its_name_and_no_sign_of_danger(desk: Desk) -> None:
    await desk.say(KARI, "jeg er bekymret")
    await desk.say(KARI, "mine bekymringer")
    assert "guide_step" in kinds(await desk.say(KARI, "blå"))
    assert kinds(await desk.say(KARI, "barnet er blå i ansiktet og puster ikke")) == ["acute"]


@pytest.mark.parametrize(
    ("said", "number", "place"),
    [
        ("den andre", 2, 1),
        ("den andre", 1, None),
        ("tredje", 2, None),
        ("siste", 5, 4),
        ("siste", 0, None),
        ("to", 3, None),
        ("nummer to", 3, 1),
        ("alternativ 3", 3, 2),
        ("alternativ 0", 3, None),
        ("den andre og den tredje", 3, None),
        ("den andre dagen på rad", 3, None),
        ("", 3, None),
    ],
)
def test_a_place_is_only_heard_when_nothing_else_is_said(said: str, number: int, place: int | None) -> None:
    assert by_place(said, number, TEXTS) == place


@pytest.mark.parametrize(
    ("said", "titles", "place"),
    [
        ("rektoren", ["Rektor", "Styrer"], 0),
        ("spurt", ["Ja, på mandag", "Har ikke spurt"], None),
        ("ikke spurt", ["Ja, på mandag", "Har ikke spurt"], 1),
        ("team", ["Team A", "Team B"], None),
        ("ja", ["Ja", "Nei"], None),
        ("2026", ["Året 2026", "Året 2027"], None),
        ("takk", ["Takk", "Nei"], None),
    ],
)
def test_a_part_of_a_title_counts_when_it_tells_one_from_all_others(
    said: str, titles: list[str], place: int | None
) -> None:
    assert by_title(said, titles, TEXTS) == place


@pytest.mark.parametrize(
    ("said", "is_only"),
    [("jeg vet ikke helt", True), ("tja", True), ("vet ikke om mor har sluttet", False), ("ja", False), ("", False)],
)
def test_doubt_alone_is_told_from_doubt_about_something(said: str, is_only: bool) -> None:
    assert is_only_doubt(words_of(said), TEXTS) == is_only


NO_DOUBT = (
    "hva er mulig å få hjelp med",
    "er det mulig å ringe noen",
    "hvem kan jeg kanskje spørre om dette",
    "jeg er usikker på hva taushetsplikt betyr",
    "usikker far",
)


@pytest.mark.parametrize("said", NO_DOUBT)
async def test_a_question_or_a_story_with_a_word_of_doubt_is_no_doubt_about_the_duty_to_report(
    desk: Desk, said: str
) -> None:
    await to_gate(desk)
    assert "case_unsure" not in kinds(await desk.say(KARI, said))
    assert (await desk.state(KARI)).data["step"] == "gate"


@pytest.mark.parametrize("said", [*NO_DOUBT, "jeg er usikker på om far drikker"])
async def test_a_question_or_a_story_with_a_word_of_doubt_is_no_answer_in_a_guide(desk: Desk, said: str) -> None:
    await desk.say(KARI, "jeg er bekymret for en elev")
    await desk.say(KARI, said)
    concern = (await desk.state(KARI)).concern()
    assert concern is not None
    assert concern.answers == ()


@pytest.mark.parametrize("said", ["kan hende", "kan hende det", "ja, kanskje", "tja, vet ikke helt", "nei, usikker"])
async def test_doubt_of_several_words_is_still_doubt(desk: Desk, said: str) -> None:
    await to_gate(desk)
    assert "case_unsure" in kinds(await desk.say(KARI, said))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Sámi, naïve!", ["sámi", "naïve"]),
        ("nei – ikke nå", ["nei", "ikke", "nå"]),
        ("K7M_42P", ["k7m", "42p"]),
        ("Łukasz (13 år)", ["łukasz", "13", "år"]),
    ],
)
def test_a_word_is_whole_in_any_alphabet(said: str, words: list[str]) -> None:
    assert words_of(said) == words
    assert plain_words(said) == " ".join(words)


@pytest.mark.parametrize("said", ["hva skal jeg skrive", "hva bør jeg skrive nå?", "hva skriver jeg i meldingen da?"])
async def test_a_question_in_nearly_the_words_of_a_button_is_that_button(desk: Desk, said: str) -> None:
    assert kinds(await desk.say(KARI, "han sier at pappa slår")) == ["acute"]
    assert "Hva skal en bekymringsmelding inneholde?" in desk.words(await desk.say(KARI, said))


async def test_a_question_that_asks_more_than_a_button_is_asked_of_the_search(desk: Desk) -> None:
    assert kinds(await desk.say(KARI, "han sier at pappa slår")) == ["acute"]
    shown = await desk.say(KARI, "hva skriver jeg i elevmappa?")
    assert "Hva skal en bekymringsmelding inneholde?" not in desk.words(shown)
