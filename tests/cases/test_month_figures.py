"""The monthly figures: to leaders and to the channel that is connected for them, never so small that one shows."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest

from bot.delivery.rounds import make_rounds
from bot.domain.conversation import Concern, ConversationState, Profile
from bot.domain.figures import CaseFigure, CourseCount, GuideCount
from bot.domain.month_report import MonthReport, read_report, report_of, written
from bot.domain.ports import ChannelLink
from bot.domain.published import Draft
from bot.domain.reply import Bars, File
from bot.domain.turn import Place
from bot.usecases.month_figures import count_guides
from dialogs.as_text import all_buttons, as_text
from dialogs.chart import LONGEST, svg_of
from dialogs.figures import NAMES, chart_of, figure_rows, figures_card
from tests.cases.delivering import Delivering, Recording
from tests.fakes.store import FakeCases, FakeStore, FakeUnitOfWork
from tests.fakes.stores import MovableClock
from tests.turns.desk import CHANNEL, ELSEWHERE, KARI, OLE, STRANGER, Desk, kinds

SENT = datetime(2026, 11, 3, 9, tzinfo=UTC)
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
FIGURES = "stjordal/tall"
SVG = "{http://www.w3.org/2000/svg}"


def sent(at: datetime = SENT, theme: str = "fravaer", municipality: str = "stjordal") -> CaseFigure:
    return CaseFigure(municipality, f"{municipality}/x", "10-12", (theme,), "tatt", at, None, ("hv_niva_1",))


def report(cases: list[CaseFigure], guides: list[GuideCount] | None = None, month: str = "2026-11") -> MonthReport:
    return report_of("stjordal", month, cases, guides or [], [])


def test_a_theme_of_fewer_than_five_is_as_if_there_were_none() -> None:
    shown = report([*[sent(theme="vold") for _ in range(4)], *[sent() for _ in range(7)]])
    assert shown.sent == "10"
    assert shown.themes == (("fravaer", "5"),)
    assert shown.levels == (("hv_niva_1", "10"),)


def test_two_looks_never_differ_by_fewer_cases_than_five() -> None:
    cases = [sent(SENT + timedelta(hours=hour), theme="vold" if hour % 2 else "fravaer") for hour in range(40)]
    looks = [report(cases[:number]) for number in range(len(cases) + 1)]
    spread = [(one.themes, one.ages, one.levels) for one in looks]
    changes = [number for number in range(1, len(spread)) if spread[number] != spread[number - 1]]
    assert changes, "new cases are told of in the end"
    assert all(number % 5 == 0 for number in changes)
    assert report(cases[::-1]) == report(cases), "the order they are read in does not matter"


def test_the_month_and_the_year_are_norwegian_and_end_with_the_month() -> None:
    new_year = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)  # half past midnight in Norway
    cases = [*[sent(new_year)] * 5, *[sent(SENT - timedelta(days=40))] * 5, *[sent()] * 5]
    assert (report(cases).sent, report(cases).sent_this_year) == ("5", "10")
    january = report(cases, month="2027-01")
    assert (january.sent, january.sent_this_year) == ("5", "5")


def test_others_are_not_counted() -> None:
    guides = [GuideCount("melhus", "2026-11", "bekymring", "", 9), GuideCount("", "2026-11", "bekymring", "", 9)]
    shown = report_of("stjordal", "2026-11", [sent(municipality="melhus")] * 9, guides, [])
    assert {shown.sent, shown.sent_this_year, shown.begun, shown.begun_this_year, shown.ended_this_year} == {"0"}


def test_guides_and_courses_are_summed() -> None:
    guides = [
        GuideCount("stjordal", "2026-11", "bekymring", "", 10),
        GuideCount("stjordal", "2026-10", "bekymring", "", 5),
        GuideCount("stjordal", "2026-11", "bekymring", "drofting", 3),
        GuideCount("stjordal", "2026-11", "bekymring", "melding", 3),
    ]
    courses = [
        CourseCount("stjordal", "2026-09", "ny-her", "1", 6),
        CourseCount("stjordal", "2025-09", "ny-her", "1", 9),
    ]
    shown = report_of("stjordal", "2026-11", [], guides, courses)
    assert (shown.begun, shown.begun_this_year, shown.ended_this_year, shown.learned_this_year) == (
        "10",
        "15",
        "5",
        "5",
    )
    assert read_report(written(shown)) == shown


def concern(outcome: str | None = None, practice: str = "", *, is_counted: bool = False) -> Concern:
    return Concern("c1", "Sak Blå", "bekymring", "1", outcome=outcome, practice=practice, is_counted=is_counted)


def state(*concerns: Concern) -> ConversationState:
    return ConversationState(profile=Profile("stjordal", "skole"), concerns=concerns)


@pytest.mark.parametrize(
    ("before", "after", "counted"),
    [
        (state(), state(concern()), [""]),
        (state(concern()), state(concern()), []),
        (state(concern()), state(concern("drofting")), ["drofting"]),
        (state(concern("drofting")), state(concern("drofting")), []),
        (state(concern(is_counted=True)), state(concern("melding", is_counted=True)), []),
        (state(), state(concern(practice="merket")), []),
        (state(concern(practice="merket")), state(concern("drofting", "merket")), []),
    ],
)
async def test_a_guide_is_counted_when_it_begins_and_when_it_ends(
    before: ConversationState, after: ConversationState, counted: list[str]
) -> None:
    uow = FakeUnitOfWork()
    await count_guides(before, after, uow, NOW)
    expected = Counter({("2026-11", "stjordal", "bekymring", outcome): 1 for outcome in counted})
    assert uow.store.data.guide_counts == expected


async def test_an_answer_changed_back_and_forth_counts_its_guide_once() -> None:
    uow, before = FakeUnitOfWork(), state()
    for outcome in (None, "drofting", None, "drofting", "melding", None, "melding"):
        walked = [replace(one, outcome=outcome) for one in before.concerns] or [concern(outcome)]
        before = await count_guides(before, state(*walked), uow, NOW)
    assert sum(uow.store.data.guide_counts.values()) == 2
    assert {key[3] for key in uow.store.data.guide_counts} == {"", "drofting"}


async def test_what_an_editor_tries_is_not_counted() -> None:
    uow = FakeUnitOfWork()
    trying = ConversationState(concerns=(concern(),), draft=Draft(1, (), trying=True))
    await count_guides(ConversationState(), trying, uow, NOW)
    assert not uow.store.data.guide_counts


async def test_a_guide_walked_in_the_chat_is_counted() -> None:
    clock = MovableClock()
    desk = await Desk(FakeStore(clock.now), clock, Recording()).open()
    await desk.say(KARI, "jeg er bekymret")
    assert [key[2:] for key in desk.store.data.guide_counts] == [("bekymring", "")]


@pytest.fixture
async def desk() -> Desk:
    clock = MovableClock()
    return await Desk(FakeStore(clock.now), clock, Recording()).open()


@pytest.fixture
async def told() -> tuple[Desk, Delivering]:
    """Return a desk whose channel gets the figures of Stjørdal, and its delivery."""
    clock = MovableClock()
    desk = await Desk(FakeStore(clock.now), clock, Recording()).open()
    async with desk.store.unit_of_work() as uow:
        await uow.channels.link(ChannelLink(FIGURES, CHANNEL, clock.now()))
        await uow.commit()
    return desk, Delivering(desk)


def posted(desk: Desk) -> list[str]:
    shown = [one.reply for one in desk.messenger.visible.values() if one.place == CHANNEL]
    return [desk.words([one]) for one in shown if kinds([one]) == ["figures"]]


async def test_the_figures_come_once_a_month_on_the_first_working_day(told: tuple[Desk, Delivering]) -> None:
    desk, delivering = told
    start = desk.clock.now()
    for _ in range(3):
        await desk.sent()
    days: list[datetime] = []
    while desk.clock.now() < start + timedelta(days=65):
        desk.clock.advance(hours=12)
        for _ in range(2):  # every replica makes its rounds
            await make_rounds(desk.store, desk.messenger, desk.clock)
        await delivering.deliver()
        days += [desk.clock.now()] * (len(posted(desk)) - len(days))
    assert len(days) == 2
    assert len({f"{day:%Y-%m}" for day in days}) == len(days)
    assert all(day.day <= 5 for day in days)
    assert all("færre enn 5" in words for words in posted(desk))
    assert not any("Sett" in words or "J3P" in words for words in posted(desk))


@pytest.mark.parametrize("place", [CHANNEL, ELSEWHERE])
async def test_a_channel_that_is_connected_anew_after_the_bot_was_away_still_gets_them(
    told: tuple[Desk, Delivering], place: Place
) -> None:
    desk, delivering = told
    desk.staff = frozenset({"admin"})
    desk.clock.at = datetime(2026, 3, 5, 12, tzinfo=UTC)
    await desk.press(OLE, "connect_send", values={"team": FIGURES}, place=place)
    await make_rounds(desk.store, desk.messenger, desk.clock)
    await delivering.deliver()
    shown = [one for one in desk.messenger.visible.values() if kinds([one.reply]) == ["figures"]]
    assert [one.place for one in shown] == [place]


async def test_the_cases_are_read_for_the_figures_once_a_month_not_every_hour(
    told: tuple[Desk, Delivering], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, _ = told
    read: list[str] = []
    figures = FakeCases.figures

    async def counted(cases: FakeCases) -> Sequence[CaseFigure]:
        read.append(f"{desk.clock.now():%Y-%m}")
        return await figures(cases)

    monkeypatch.setattr(FakeCases, "figures", counted)
    for _ in range(65 * 8):
        desk.clock.advance(hours=3)
        await make_rounds(desk.store, desk.messenger, desk.clock)
    assert read == ["2026-02", "2026-03"]


async def test_connecting_a_channel_for_figures_says_that_no_cases_come(told: tuple[Desk, Delivering]) -> None:
    desk, _ = told
    desk.staff = frozenset({"admin"})
    shown = await desk.press(OLE, "connect_send", values={"team": FIGURES}, place=CHANNEL)
    assert "Sakene til Tverrfaglig kompetanseteam" in desk.words(shown)
    shown = await desk.press(OLE, "connect_send", values={"team": FIGURES}, place=ELSEWHERE)
    assert "Ingen saker kommer hit" in desk.words(shown)


async def test_a_leader_sees_the_figures_and_nobody_else() -> None:
    clock = MovableClock()
    desk = await Desk(FakeStore(clock.now), clock, Recording()).open()
    assert "Bare ledere" in desk.words(await desk.say(STRANGER, "tall"))
    desk.staff = frozenset({"leader:stjordal/komp_0_18"})
    shown = await desk.say(OLE, "tall")
    assert kinds(shown) == ["figures"]
    assert "Stjørdal" in desk.words(shown)


async def test_the_same_figures_are_given_as_a_file_to_the_same_people() -> None:
    clock = MovableClock()
    desk = await Desk(FakeStore(clock.now), clock, Recording()).open()
    assert "Bare ledere" in desk.words(await desk.say(STRANGER, "tall csv"))
    desk.staff = frozenset({"leader"})
    async with desk.store.unit_of_work() as uow:
        for _ in range(12):
            await uow.guide_counts.add("stjordal", "2026-01", "bekymring", "")
        await uow.commit()
    (file,) = await desk.say(OLE, "Tall CSV")
    assert isinstance(file, File)
    assert (file.name, file.verb) == ("Tall 2026-01.csv", "figures_csv")
    rows = list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[0] == ["kommune", "periode", "hva", "gruppe", "antall"]
    assert ["Stjørdal", "2026-01", "Veileder startet", "", "10"] in rows
    assert {row[0] for row in rows[1:]} == {
        desk.library.around_delivery().knowledge.profiles[one].name
        for one in desk.library.around_delivery().municipalities
    }
    (again,) = await desk.press(OLE, "figures_csv")
    assert again == file
    assert not {row[4] for row in rows[1:]} & {"1", "2", "3", "4", "12"}


@pytest.mark.parametrize(("title", "name"), [("Som bilde", "Tall 2026-01.svg"), ("Som regneark", "Tall 2026-01.csv")])
async def test_below_the_figures_stand_the_ways_to_them_as_a_file(desk: Desk, title: str, name: str) -> None:
    desk.staff = frozenset({"leader"})
    *others, last = await desk.say(OLE, "tall")
    assert [one.title for one in all_buttons(last)] == ["Som bilde", "Som regneark"]
    assert not [one for other in others for one in all_buttons(other)]
    (file,) = await desk.say(OLE, title)
    assert isinstance(file, File)
    assert file.name == name


async def test_the_file_has_every_figure_of_the_card_and_no_other(desk: Desk) -> None:
    around = desk.library.around_delivery()
    made = report([*[sent(theme="vold") for _ in range(4)], *[sent() for _ in range(7)]])
    rows = list(figure_rows(made, around))
    assert ("Stjørdal", "2026", "Hva sakene handler om", "Skolefravær", "5") in rows
    assert not [row for row in rows if "Vold" in row[3]]
    card = as_text(figures_card(made, around), around.text)
    assert all(row[4] in card and row[2] in card and row[3] in card for row in rows)


async def test_the_same_figures_are_given_as_a_picture_to_the_same_people(desk: Desk) -> None:
    assert "Bare ledere" in desk.words(await desk.say(STRANGER, "tall bilde"))
    desk.staff = frozenset({"leader"})
    (file,) = await desk.say(OLE, "Tall bilde")
    assert isinstance(file, File)
    assert (file.name, file.verb) == ("Tall 2026-01.svg", "figures_image")
    assert (await desk.press(OLE, "figures_image"))[0] == file


async def test_the_picture_has_the_bars_of_the_card_in_words_and_no_other(desk: Desk) -> None:
    around = desk.library.around_delivery()
    many = [*[sent(theme="rus") for _ in range(10)], *[sent() for _ in range(22)], *[sent(theme="vold")] * 3]
    made = report(many)
    picture = ElementTree.fromstring(svg_of([chart_of(made, around)]))  # noqa: S314  (our own)
    words = ["".join(one.itertext()) for one in picture.iter(f"{SVG}text")]
    assert {"Skolefravær", "20", "Rus", "10", "Hva sakene handler om"} <= {*words}
    assert not [one for one in words if "Vold" in one or one in ("3", "22")]
    longest, half, *_ = [int(one.get("width", "")) for one in picture.iter(f"{SVG}rect")][1:]
    assert (longest, half) == (LONGEST, LONGEST // 2)
    read = picture.findtext(f"{SVG}desc", "")
    assert "Skolefravær 20, Rus 10." in read
    (bars,) = [
        one for one in figures_card(made, around).blocks if isinstance(one, Bars) and one.bars[0][0] == "Skolefravær"
    ]
    assert bars.bars == (("Skolefravær", "20", 20), ("Rus", "10", 10))


async def test_what_is_too_few_is_no_bar(desk: Desk) -> None:
    around = desk.library.around_delivery()
    picture = svg_of([chart_of(report([sent() for _ in range(4)]), around)])
    assert "Skolefravær" not in picture
    assert picture.count(around.text("figures.too_few", smallest=5)) == 2 * len(NAMES), "shown, and read aloud"


@pytest.mark.parametrize(
    ("roles", "told"),
    [
        ((), ""),
        (("leader:stjordal/komp_0_18",), "tall saker"),
        (("leader",), "tall saker"),
        (("editor:stjordal",), "rediger"),
        (("editor",), "rediger koble"),
        (("admin",), "tall saker rediger koble"),
    ],
)
async def test_help_names_what_only_this_role_can_ask_for(desk: Desk, roles: tuple[str, ...], told: str) -> None:
    desk.staff = frozenset(roles)
    shown = desk.words(await desk.say(OLE, "hjelp"))
    of_roles = {"tall": "«Tall csv»", "saker": "«Saker csv»", "rediger": "«Rediger»", "koble": "«Koble til»"}
    assert {key for key, words in of_roles.items() if words in shown} == set(told.split())
    assert ("Bare for deg med din rolle" in shown) == bool(told)


@pytest.mark.parametrize(
    ("said", "shown", "is_earlier"),
    [
        ("tall for stjørdal", 1, False),
        ("statistikk fra Melhus kommune", 1, False),
        ("tall for i fjor", 2, True),
        ("tall oktober", 2, True),
        ("tall for stjørdal i 2025", 1, True),
    ],
)
async def test_a_leader_who_names_a_municipality_or_a_time_gets_figures(
    desk: Desk, said: str, shown: int, is_earlier: bool
) -> None:
    desk.staff = frozenset({"leader"})
    replies = await desk.say(KARI, said)
    assert kinds(replies).count("figures") == shown
    assert (desk.text("figures.only_latest") in desk.words(replies)) is is_earlier


@pytest.mark.parametrize("said", ["tall for meldinger om vold", "tall for stjørdal og ola"])
async def test_any_other_word_is_heard_as_always(desk: Desk, said: str) -> None:
    desk.staff = frozenset({"leader"})
    assert "figures" not in kinds(await desk.say(KARI, said))


async def test_who_leads_nothing_is_asked_nothing_of_figures(desk: Desk) -> None:
    assert "figures" not in kinds(await desk.say(KARI, "tall for stjørdal"))
