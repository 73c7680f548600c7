"""The two doors that are always open: danger now, and suspicion against a member of staff. Sends nothing to anybody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.answers.acute_words import KINDS
from bot.answers.story import is_asked
from bot.domain.case_under_way import CASE
from bot.domain.choices import as_value, chosen_in
from bot.domain.conversation import ConversationState
from bot.domain.reply import Block, Box, Bullets, Button, Card, Line, Paragraph, Reply, Row, Rows
from bot.domain.turn import PlaceKind, Pressed, Turn
from dialogs.answers.dialog import LONGEST_QUESTION, answer, names_warning
from dialogs.by_staff import is_by_staff
from dialogs.by_words import is_small_number
from dialogs.cases.review import when_stopped
from dialogs.contacts import contact, contact_rows
from dialogs.dialog import ACUTE_CARD, GO_ON, NOT_ACUTE, Around, Dialog, Step, Typed, Verb
from dialogs.own_card import OWN, OWN_CARD, own_card
from dialogs.way_back import gone_back, shown_again

SUICIDE = ("selvmord", "selvskading")
FORCED = ("tvangsekteskap", "kjonnslemlestelse", "aeresvold", "utreise", "sosial_kontroll")
ASSAULT = ("overgrep", "seksuelt_overgrep", "voldtekt")
DONE_TO = ("vold", *ASSAULT, "gravid", "barn_i_fare", "livsfare")
"""The kinds of danger that one of the staff may be the cause of."""
PREGNANT = ("gravid",)
LIFE, THREAT, FIRE, GONE = ("livsfare",), ("trussel",), ("brann",), ("borte",)
TITLES: Mapping[str, str] = {
    **dict.fromkeys(SUICIDE + LIFE, "title_life"),
    **dict.fromkeys(FIRE, "title_fire"),
    **dict.fromkeys(GONE, "title_gone"),
}
"""Which number the head of the card names, where it is not 112 for a child in danger."""
PARTS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(SUICIDE, ("suicide",)),
    **dict.fromkeys(LIFE + THREAT, ("life", "do")),
    **dict.fromkeys(FIRE, ("fire",)),
    **dict.fromkeys(GONE, ("gone",)),
    **dict.fromkeys(FORCED, ("forced", "do")),
    **dict.fromkeys(ASSAULT, ("assault", "do")),
    **dict.fromkeys(PREGNANT, ("pregnant", "do")),
}
"""What the card says to do, by the kind of danger; for all others what to do about violence."""
NAMED_POINTS: Mapping[str, tuple[str, ...]] = {
    "fire": ("fire_1", "life_1", "life_3", "life_4"),
    "gone": ("gone_1", "gone_2", "gone_3", "life_4"),
    "pregnant": ("pregnant_1", "pregnant_now", "pregnant_2", "pregnant_3", "pregnant_4"),
}
"""Parts of the card that borrow points of another, or have a fifth; all others have four of their own."""
BACK = "back_"
"""What the name of everything begins with that tells which form the card came in the way of."""
PASSED, AGAIN = "passed", "again"
"""Among the values of a form: the kinds of danger that are said not to be acute; and that the person comes from the
acute card, so that nothing is sent before they have seen the form again."""
LOOSE = "loose"
"""Told beside the form: it was typed, and not word for word. What depends on it is still asked once more."""
ASKED = "asked"
"""Among the values of the card: the question that made it come, which its button answers."""
MOST_CARRIED = 6_000
"""Characters of a form that the card carries: more than our forms may hold, less than would make it too large."""


def open_acute(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the acute card because the person asked for it, or did not say that what was heard is not acute."""
    kind = pressed.id if pressed.id in KINDS else ""
    return Step((acute_card(state, around, kind=kind, heard=bool(kind)),))


def acute_heard(kind: str, said: str, state: ConversationState, around: Around) -> Step:
    """Show the acute card because of what was typed. Whatever was under way stops, nothing is sent.

    A question is carried on the card, not kept, so that it can be answered afterwards.
    """
    asked = said if state.active is None and len(said) <= LONGEST_QUESTION else ""
    carries = ((ASKED, asked),) if asked else ()
    card = acute_card(state, around, kind=kind, heard=True, carries=carries)
    is_staff = kind in DONE_TO and is_by_staff(said, around.text)
    by_staff = (Line(around.text("acute.by_staff")),) if is_staff else ()
    return Step((card, *by_staff, *names_warning(said, state, around)))


def without_its_question(step: Step, state: ConversationState, around: Around) -> Step:
    """Return the step with an acute card that carries nothing of what made it come: where others read, it stays when
    the message is deleted."""

    def bare(one: Reply) -> Reply:
        buttons = one.buttons if isinstance(one, Card) and one.kind == ACUTE_CARD else ()
        carrying = next((button for button in buttons if button.verb == GO_ON and button.carries), None)
        return acute_card(state, around, kind=carrying.id, heard=True) if carrying else one

    return replace(step, replies=tuple(map(bare, step.replies)))


def acute_in_form(kind: str, pressed: Pressed, state: ConversationState, around: Around, *, own: str = "") -> Step:
    """Show the acute card, or the one for one's `own` danger, because of what a form says. Nothing is sent, and the
    card carries the form as it was pressed (decision 4), so that whoever says that it is not acute goes on from there.

    The copy that stays in the chat behind a window carries nothing, and a typed «fortsett» carries nothing either.
    """

    def card(carries: tuple[tuple[str, str], ...] = ()) -> Card:
        if own:
            return own_card(own, state, around, heard_in_form=kind, carries=carries)
        return acute_card(state, around, kind=kind, heard=True, carries=carries)

    without = card()
    stopped = when_stopped(pressed, state, around)
    if sum(len(said) for said in pressed.values.values()) > MOST_CARRIED:
        return Step((without,), stopped)
    about = {"verb": pressed.verb, "id": pressed.id, "version": str(pressed.version)}
    about |= {LOOSE: "yes"} if pressed.is_loose or pressed.is_fields_only else {}
    carries = (*((f"{BACK}{name}", value) for name, value in about.items()), *pressed.values.items())
    return Step((replace(card(carries), beside_window=without),), stopped)


def form_before(pressed: Pressed) -> Pressed | None:
    """Return the form that the acute card came in the way of, as it was pressed, with every kind of danger that the
    person has said is not acute (`PASSED`); None when the card came of something else."""
    given = {name.removeprefix(BACK): said for name, said in pressed.values.items() if name.startswith(BACK)}
    if pressed.verb != GO_ON or given.get("verb", GO_ON) == GO_ON:
        return None
    version = int(given["version"]) if is_small_number(given.get("version", "")) else 0
    values = {name: said for name, said in pressed.values.items() if not name.startswith(BACK)}
    passed = as_value(sorted(passed_in(pressed) | ({pressed.id} & set(KINDS))))
    all_values = {**values, PASSED: passed, AGAIN: "yes"}
    is_loose = LOOSE in given
    return Pressed(given["verb"], given.get("id", ""), version, all_values, pressed.card_id, is_loose, is_loose)


def passed_in(pressed: Pressed) -> frozenset[str]:
    """Return the kinds of danger in the form that the person has said are not acute."""
    return frozenset(chosen_in(pressed.values.get(PASSED, ""))) & frozenset(KINDS)


def carried_on(pressed: Pressed) -> tuple[tuple[str, str], ...]:
    """Return what the send button of a form that is shown again carries, so that it is not stopped a second time."""
    return ((PASSED, pressed.values[PASSED]),) if PASSED in pressed.values else ()


def acute_card(
    state: ConversationState,
    around: Around,
    *,
    kind: str = "",
    heard: bool = False,
    carries: tuple[tuple[str, str], ...] = (),
) -> Card:
    """Return who to ring, what to do and what not to do; what fits the kind of danger first."""
    text = around.text
    title = text(f"acute.{TITLES.get(kind, 'title')}")
    blocks: list[Block] = [Rows(_numbers(kind, state, around), tone="attention")]
    for part in PARTS.get(kind, ("do",)):
        blocks.append(Bullets(_points(part, kind, state, around), text(f"acute.{part}_title"), numbered=True))
    if kind not in SUICIDE + LIFE + FIRE + GONE:  # the duty to avert is about what somebody does to others
        avert = (Paragraph(text("acute.avert_title"), strong=True), Paragraph(text("acute.avert")))
        blocks.append(Box(avert, "emphasis"))
    is_form = any(name.startswith(BACK) for name, _ in carries)
    asked = dict(carries).get(ASKED, "")
    is_question = "?" in asked or is_asked(asked)
    if heard:
        said = "heard_question" if is_question else "heard_in_form" if is_form else "heard"
        blocks.append(Paragraph(text(f"acute.{said}"), subtle=True))
    go_on_words = text("acute.not_acute" if heard and (state.active or is_form) else "acute.go_on")
    go_on_words = text("acute.answer") if is_question else go_on_words
    return Card(
        kind=ACUTE_CARD,
        header=(text("acute.header"), ""),
        title=title,
        intro=text("acute.intro"),
        blocks=blocks,
        buttons=(
            *_more_about(kind, around),
            Button(go_on_words, GO_ON, kind, submits_inputs=False, carries=carries),
        ),
        footnote=_footnote(kind, heard, around),
        speak=title,
        doors=False,
    )


def open_own(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the card for who is in danger themselves, or whose own child is, as the button says."""
    return (
        Step((own_card(pressed.id, state, around),)) if pressed.id in OWN else open_acute(turn, pressed, state, around)
    )


def _footnote(kind: str, heard: bool, around: Around) -> tuple[str, ...]:
    """Return where the duties and every number on the card are from, and that nothing is sent unless the card says so
    itself."""
    keys = ["footnote"]
    keys += ["footnote_doctor"] if kind in SUICIDE + ASSAULT else []
    keys += ["footnote_forced"] if kind in FORCED else []
    keys += ["footnote_pregnant"] if kind in PREGNANT else []
    keys += [] if heard else ["footnote_2"]
    return tuple(around.text(f"acute.{key}") for key in keys)


def _more_about(kind: str, around: Around) -> tuple[Button, ...]:
    """Return the buttons to the articles and steps that fit the kind of danger: none where it burns, and only how one
    reports where a child is gone."""
    text = around.text
    if kind in FIRE:
        return ()
    report = Button(text("acute.report"), "article", "melding-hvordan", style="positive", submits_inputs=False)
    if kind in GONE:
        return (replace(report, style="default"),)
    steps = Button(text("guide.door_staff"), "guide_start", "akutt", submits_inputs=False)
    if kind in SUICIDE:
        more = replace(report, title=text("acute.suicide_more"), id="akutt-selvmordsfare")
        return more, replace(report, style="default"), steps
    write = Button(text("acute.write"), "article", "melding-innhold", submits_inputs=False)
    secret = Button(text("acute.pregnant_more"), "article", "foreldre-ungdom-vil-ikke", submits_inputs=False)
    return (
        report,
        secret if kind in PREGNANT else write,
        Button(text("acute.avert_more"), "article", "avvergeplikt-hva", submits_inputs=False),
        steps,
        Button(text("acute.staff_header"), "staff", submits_inputs=False),
    )


def _points(part: str, kind: str, state: ConversationState, around: Around) -> tuple[str, ...]:
    expert = contact("kompetanseteamet_sosial_kontroll", state, around)
    number = (expert.value if expert else None) or "47 80 90 50"
    if part in NAMED_POINTS:
        return tuple(around.text(f"acute.{point}") for point in NAMED_POINTS[part])
    points = (2, 1, 3, 4) if part == "life" and kind in THREAT else (1, 2, 3, 4)
    return tuple(around.text(f"acute.{part}_{point}", number=number) for point in points)


def no_or_now(kind: str, around: Around) -> Step:
    """Ask which of the two «no» below the card means, with the number to ring."""
    ways = (Button(around.text("acute.go_on"), GO_ON, kind), show_again_button(kind, around))
    return Step((Line(around.text("acute.no_or_now"), ways),))


def card_again(said: str, kind: str, state: ConversationState, around: Around) -> Step:
    """Show the card once more below what is `said` to who dares not ring, or tells that it is better."""
    return Step((Line(said_by_kind(said, kind, around)), acute_card(state, around, kind=kind, heard=True)))


def said_by_kind(said: str, kind: str, around: Around) -> str:
    """Return the words with the number that fits the kind of danger."""
    return around.text(f"acute.{said}_life" if kind in SUICIDE + LIFE else f"acute.{said}")


def show_again_button(kind: str, around: Around) -> Button:
    """Return the button that shows the card again."""
    return Button(around.text("acute.show_again"), "acute", kind)


def open_numbers(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show whom to ring: now, when in doubt, and outside office hours."""
    text = around.text
    now, ambulance, alarm, *barnevern = _numbers("", state, around)
    card = Card(
        kind="numbers",
        header=(text("common.bot_name"), ""),
        title=text("acute.numbers_title"),
        intro=text("acute.numbers_intro"),
        blocks=(Rows((now, ambulance, *barnevern, alarm)),),
        buttons=(
            Button(text("start.worried"), "menu_worried", submits_inputs=False),
            Button(text("start.where"), "menu_where", submits_inputs=False),
        ),
        speak=text("acute.numbers_intro"),
    )
    return Step((card,))


def _numbers(kind: str, state: ConversationState, around: Around) -> tuple[Row, ...]:
    text = around.text
    police = Row("112", text("acute.police"), text("acute.police_note"))
    ambulance = Row("113", text("acute.ambulance"), text("acute.ambulance_note"))
    fire = Row("110", text("acute.fire_brigade"), text("acute.fire_brigade_note"))
    first: tuple[Row, ...] = (ambulance, police) if kind in SUICIDE + LIFE else (police, ambulance)
    first = (fire, ambulance, police) if kind in FIRE else first
    alarm = Row("116 111", text("acute.alarm"), text("acute.alarm_note"))
    return (*first, alarm, *contact_rows(("barnevernvakt", "barnevern_mottak"), state, around))


def went_on(pressed: Pressed, around: Around) -> Line:
    """Return what is said to somebody who goes on with a form after the card: what to remember, by the kind of
    danger."""
    kind = "_suicide" if pressed.id in SUICIDE else "_forced" if pressed.id in FORCED else ""
    return Line(around.text(f"acute.went_on_form{kind}"))


def go_on(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Go on after the card. The dialog under way keeps its place and does not stop for the same kind again."""
    if state.active is None:
        asked = pressed.values.get(ASKED, "")
        paused = None if asked else gone_back(turn, state, around)
        nothing = (
            _went_on_free(state, around)
            if turn.place.kind is PlaceKind.PERSONAL
            else Line(around.text("acute.went_on_line"))
        )
        return (
            answer(turn, asked, state, around)
            if asked
            else paused or Step((nothing,), replace(state, shown=(), fields=()))
        )
    kinds = [*state.data.get(NOT_ACUTE, ()), *([pressed.id] if pressed.id in KINDS else [])]
    data = {**state.data, NOT_ACUTE: kinds}
    again = shown_again(turn, state, around)
    said = Line(around.text("acute.went_on_form" if state.active == CASE else "acute.went_on"))
    shown = (*again.replies, *([again.replaces] if again.replaces is not None else []))
    return Step((said, *shown), state.in_dialog(state.active, **data))


def _went_on_free(state: ConversationState, around: Around) -> Card:
    """Return the ways on for somebody whose words were not kept: what made the card come was about a child. A question
    among them stands on the card alone, whose button answers it."""
    text = around.text
    above = {one.title for one in state.shown if one.verb == GO_ON}
    key = "question" if text("acute.answer") in above else "text" if text("acute.not_acute") in above else "free"
    return Card(
        kind="went_on",
        title=text("acute.went_on_free_title"),
        intro=text(f"acute.went_on_{key}", **({"button": text("acute.not_acute")} if key == "text" else {})),
        buttons=(
            Button(text("start.worried"), "menu_worried", style="positive"),
            Button(text("start.submit"), "menu_submit"),
        ),
    )


def open_staff(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the own track for suspicion against a member of staff, with its own receivers."""
    text = around.text
    how = _for_role(state.profile.role)
    card = Card(
        kind="staff",
        header=(text("acute.staff_header"), ""),
        title=text("acute.staff_title"),
        intro=text("acute.staff_intro"),
        blocks=(
            Box((Paragraph(text("acute.staff_danger")),), "attention"),
            Bullets(
                (*(text(f"acute.staff_{one}") for one in how), text("acute.staff_report"), text("acute.staff_police")),
                text("acute.staff_title_how"),
                numbered=True,
            ),
            Bullets(
                tuple(text(f"acute.staff_dont_{number}") for number in range(1, 4)), text("acute.staff_dont_title")
            ),
            Rows(contact_rows(("barnevern_mottak", "barnevernvakt"), state, around)),
        ),
        buttons=(
            Button(text("acute.report"), "article", "melding-hvordan", style="positive", submits_inputs=False),
            Button(text("guide.door_staff"), "guide_start", "mistanke_mot_ansatt", submits_inputs=False),
            Button(text("acute.go_on"), "acute_go_on", submits_inputs=False),
        ),
        footnote=(text("acute.staff_footnote"),),
    )
    return Step((card,))


def _for_role(role: str | None) -> tuple[str, ...]:
    """Return whose way of telling applies; everybody's when the role is not known."""
    if role in ("skole", "sfo_fritid"):
        return ("school",) if role == "skole" else ("school", "other")
    if role in ("barnehage", "privat_barnehage"):
        return ("kindergarten",)
    return ("other",) if role not in (None, "annet", "ppt") else ("school", "kindergarten", "other")


ACUTE = Dialog(
    name="acute",
    verbs={
        "acute": Verb(open_acute, Typed.NEARLY, is_command=True, is_for_all=True),
        "numbers": Verb(open_numbers, Typed.NEARLY, is_command=True, is_for_all=True),
        OWN_CARD: Verb(open_own, Typed.NEARLY, is_for_all=True),
        GO_ON: Verb(go_on, Typed.WHOLE, is_for_all=True),
        "staff": Verb(open_staff, Typed.NEARLY, is_command=True, is_for_all=True),
    },
    place="both",
)
