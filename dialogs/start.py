"""First meeting, menu, help and settings: who are you at work, and what can I do for you?"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from bot.domain.commands import ForgetPerson
from bot.domain.conversation import FORGET_AFTER, ROLES, ConversationState, Profile
from bot.domain.outcomes import Forgotten, Outcome
from bot.domain.reply import (
    Block,
    Box,
    Bullets,
    Button,
    Card,
    Choice,
    ChoiceInput,
    Line,
    Paragraph,
    Row,
    Rows,
)
from bot.domain.roles import led_municipalities, takes_out_of
from bot.domain.turn import Pressed, Turn
from dialogs import workplace
from dialogs.by_words import asks_something
from dialogs.cases.form import question_in
from dialogs.dialog import Around, Dialog, Handler, Step, Typed, Verb
from dialogs.editor.access import edits_everything, is_editor
from dialogs.guide_waits import LATER

NAME = "start"
ON_MENU = ("worried", "question", "where", "submit")
"""What the four buttons of the menu lead to: verbs `menu_<intent>` in the router's table."""
Carried = tuple[tuple[str, str], ...]
FEW_WORDS = 3
"""A longer message while the settings card is open is a question, not a place."""
ASKED = "asked"
"""In the dialog's data: the card carries a question on its way to a case, which a typed workplace leaves behind."""


def welcome(state: ConversationState, around: Around) -> Step:
    """Say what I can do, what I never do, and where to ring when it is urgent."""
    return Step((menu_card(state, around, first=True),), replace(state, welcomed=True, active=None, data={}))


def menu(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the four things I do."""
    return Step(
        (menu_card(state, around, first=not state.welcomed),), replace(state, welcomed=True, active=None, data={})
    )


def menu_card(state: ConversationState, around: Around, *, first: bool) -> Card:
    """Return the menu; the first time with what I never do."""
    text = around.text
    rows = tuple(
        Row(
            str(number),
            text(f"start.{intent}_row" if f"start.{intent}_row" in text else f"start.{intent}"),
            text(f"start.{intent}_note"),
        )
        for number, intent in enumerate(ON_MENU, 1)
    )
    blocks: list[Block] = [Rows(rows)]
    if first:
        promises = (Paragraph(text("start.never_names")), Paragraph(text("start.never_guess")))
        blocks.append(Box(promises, "emphasis"))
    blocks.append(Paragraph(_about_profile(state, around), subtle=True))
    return Card(
        kind="welcome" if first else "menu",
        header=(text("common.bot_name"), ""),
        title=text("start.welcome_title" if first else "start.menu_title"),
        intro=text("start.welcome_intro"),
        blocks=blocks,
        buttons=(
            *(
                Button(
                    text(f"start.{intent}"), f"menu_{intent}", style="positive" if intent == "worried" else "default"
                )
                for intent in ON_MENU
            ),
            *((Button(text("editors.menu"), "edit"),) if is_editor(around) else ()),
            *((Button(text("start.newcomer"), "menu_newcomer"),) if _is_new(state, around) else ()),
        ),
        speak=text("start.welcome_intro"),
    )


def _is_new(state: ConversationState, around: Around) -> bool:
    """Tell whether the introduction is worth a button: until the person has been through it once."""
    is_done = state.course is not None and state.course.done_on is not None
    return bool(around.knowledge.courses) and not is_done


def _about_profile(state: ConversationState, around: Around, key: str = "where_you_are") -> str:
    profile = around.municipality(state)
    if profile is None or state.profile.role is None:
        return around.text("start.asks_once")
    role = around.text(f"names.in_role_{state.profile.role}")
    return around.text(f"start.{key}", municipality=profile.name, role=role)


def needs_profile(state: ConversationState, around: Around) -> bool:
    """Return whether the person must still say where they work and as what."""
    return around.municipality(state) is None or state.profile.role is None


def ask_profile(state: ConversationState, around: Around, then: str = "", carries: Carried = ()) -> Step:
    """Ask for municipality and role; afterwards go on with the intent `then`, and what the card carries for it."""
    asked = {ASKED: True} if carries else {}
    return Step((profile_card(state, around, carries=carries),), state.in_dialog(NAME, then=then, **asked))


def profile_card(
    state: ConversationState, around: Around, error: str = "", carries: Carried = (), role_error: str = ""
) -> Card:
    """Return the settings card, with what is chosen already, and what is wrong with the municipality or the role."""
    text = around.text
    municipalities = tuple(Choice(one, around.knowledge.profiles[one].name) for one in around.municipalities)
    roles = tuple(Choice(role, text(f"names.role_{role}")) for role in ROLES)
    own = state.profile
    chosen = own.municipality or (municipalities[0].value if len(municipalities) == 1 else "")
    return Card(
        kind="profile",
        header=(text("common.bot_name"), "" if own.municipality or own.role else text("start.profile_once")),
        title=text("start.profile_title"),
        intro=text("start.profile_intro"),
        blocks=(
            ChoiceInput(
                "kommune", text("start.municipality"), municipalities, chosen, required=True, compact=True, error=error
            ),
            ChoiceInput(
                "rolle", text("start.role"), roles, own.role or "", required=True, compact=True, error=role_error
            ),
            Paragraph(text("start.profile_typed", example=_example(around)), subtle=True),
        ),
        buttons=(
            Button(text("start.save"), "profile_save", style="positive", carries=carries),
            Button(text("start.skip"), "profile_skip", submits_inputs=False),
        ),
    )


def _example(around: Around) -> str:
    return f"{around.knowledge.profiles[around.municipalities[-1]].name}, {around.text('names.role_skole').lower()}"


def save_profile(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Keep municipality and role from the card."""
    municipality, role = pressed.values.get("kommune") or None, pressed.values.get("rolle") or None
    return _save(municipality, role, state, around, question_in(pressed.values))


def _save(
    municipality: str | None, role: str | None, state: ConversationState, around: Around, carries: Carried = ()
) -> Step:
    """Keep what is known; ask for the rest, or go on with what the person wanted."""
    known = municipality if municipality in around.municipalities else state.profile.municipality
    known_role = role if role in ROLES else state.profile.role
    changed = replace(state, profile=replace(state.profile, municipality=known, role=known_role))
    if known not in around.municipalities or known_role is None:  # what is typed next may be the rest
        asked = {ASKED: True} if state.data.get(ASKED) else {}
        changed = changed.in_dialog(NAME, then=str(state.data.get("then", "")), **asked)
    if known not in around.municipalities:
        wrong = around.text("start.choose_municipality")
        return Step((profile_card(changed, around, wrong, carries),), changed)
    if known_role is None:
        return Step((Line(around.text("start.choose_role")), profile_card(changed, around, carries=carries)), changed)
    name = around.knowledge.profiles[known].name if known else ""
    told = Line(around.text("start.saved", municipality=name, role=around.text(f"names.in_role_{known_role}")))
    left = (Line(around.text("case.question_left")),) if state.data.get(ASKED) and not carries else ()
    step = Step(left, replaces=told, state=changed.in_dialog(None))
    return go_on(step, str(state.data.get("then", "")), around)


def skip_profile(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Go on without municipality and role; a case can't, because the team would not be known."""
    then = str(state.data.get("then", ""))
    if then == "submit" and needs_profile(state, around):
        return Step(replaces=Line(around.text("start.skipped_submit")), state=state.in_dialog(None))
    told = Line(around.text("start.skipped"))
    return go_on(Step(replaces=told, state=state.in_dialog(None)), then, around)


def go_on(step: Step, then: str, around: Around) -> Step:
    """Add what the person wanted before I asked where they work (the router fills in the other dialogs)."""
    state = step.state or ConversationState()
    card = menu_card(state, around, first=False)
    return step if then else replace(step, replies=(*step.replies, card))


def listen(turn: Turn, said: str, state: ConversationState, around: Around) -> Step | None:
    """Read «Stjørdal, skole» while the settings card was shown last. A question is none of that, and of «Hegra skole»
    nothing is kept: what was understood is chosen on the card."""
    if not is_asking(state) or asks_something(said, around.text):
        return None
    own = workplace.named(said, around)
    if own != workplace.Workplace() and workplace.is_alone(said, around):
        return _save(own.municipality, own.role, state, around)
    return _not_understood(said, own, state, around) if len(said.split()) <= FEW_WORDS else None


def is_asking(state: ConversationState) -> bool:
    """Tell whether the settings card has the floor and was shown last."""
    return state.active == NAME and any(one.verb == "profile_save" for one in state.shown)


def _not_understood(said: str, own: workplace.Workplace, state: ConversationState, around: Around) -> Step:
    """Return the settings card with what was understood chosen, and what was not."""
    kept, beside = state.profile, {"said": said[:40], "example": _example(around)}
    filled = replace(kept, municipality=own.municipality or kept.municipality, role=own.role or kept.role)
    chosen = replace(state, profile=filled)
    if around.municipality(chosen) is None:
        return Step((profile_card(chosen, around, around.text("start.not_understood", **beside)),))
    return Step((profile_card(chosen, around, role_error=around.text("start.not_understood_role", **beside)),))


def profile_said(said: str, state: ConversationState, around: Around) -> Step | None:
    """Read «Stjørdal, skole» or «jeg jobber i barnehage» typed at any time, as long as workplace or role is missing."""
    told = workplace.in_passing(said, around, is_new=True)
    if told is not None and (told.municipality or told.role):
        return _save(told.municipality, told.role, state, around)
    own = workplace.named(said, around)
    is_told = own.municipality is not None and own.is_short(said) and workplace.is_alone(said, around)
    return _save(own.municipality, own.role, state, around) if is_told else None


def profile_changed(said: str, state: ConversationState, around: Around, *, is_free: bool) -> Step | None:
    """Read «jeg har byttet jobb, jeg jobber i Melhus nå», in nothing but words for that. The name of a municipality
    alone, a new job without a place, who one is said in passing, and a job told of when something else has the floor
    (not `is_free`) ask first."""
    told = workplace.told(said, around)
    is_told = told is not None and told.is_told
    is_meant = told is not None and (
        told.is_new_job or (is_free and bool(told.municipality or (told.role and is_told)))
    )
    if told is None or not is_meant:
        passing = workplace.in_passing(said, around) if is_free else None
        return _ask_whether(passing, state, around) if passing is not None else None
    if is_free and is_told and (told.municipality or told.role):
        return _save(told.municipality, told.role, state, around)
    own = state.profile
    filled = replace(own, municipality=told.municipality or own.municipality, role=told.role or own.role)
    return Step((profile_card(replace(state, profile=filled), around),), state.in_dialog(NAME, then=""))


def told_beside(said: str, state: ConversationState, around: Around, *, is_of_place: bool) -> Line | None:
    """Say what is kept to who says, in the middle of something, who they are. Where a place is asked for
    (`is_of_place`) only to who is something else than that: «jeg jobber i barnehage» may be the answer."""
    told, own = workplace.in_passing(said, around), state.profile
    if told is None:
        return None
    is_own = told.municipality in (None, own.municipality) and told.role in (None, own.role) and not told.is_several
    return None if is_own and is_of_place else Line(_about_profile(state, around, "beside"))


def _ask_whether(told: workplace.Workplace, state: ConversationState, around: Around) -> Step:
    """Ask whether what somebody says of themselves is to be kept; who says what is kept is told so, and who names
    several roles chooses one."""
    text, own = around.text, state.profile
    municipality, role = told.municipality or own.municipality or "", told.role or own.role or ""
    if told.is_several:
        filled = replace(state, profile=replace(own, municipality=municipality or None))
        return Step((profile_card(filled, around),), state.in_dialog(NAME, then=""))
    if (municipality, role) == (own.municipality, own.role):
        return Step((Line(_about_profile(state, around)),))
    names = {"municipality": around.knowledge.profiles[municipality].name, "role": text(f"names.in_role_{role}")}
    card = Card(
        kind="profile_ask",
        header=(text("common.bot_name"), ""),
        title=text("start.set_title", **names),
        intro=_about_profile(state, around),
        buttons=(
            Button(text("start.set_yes"), "profile_set", f"{municipality}.{role}", style="positive"),
            Button(text("start.set_no"), "profile_keep"),
        ),
    )
    return Step((card,))


def set_profile(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Keep what somebody said of themselves, now that they say yes to it; what they have begun meanwhile goes on."""
    municipality, _, role = pressed.id.partition(".")
    step = _save(municipality, role, state.in_dialog(None), around)
    if step.replaces is None or step.state is None:
        return step
    kept = step.state if state.active == NAME else replace(step.state, active=state.active, data=state.data)
    return replace(step, replies=(), state=kept)


def keep_profile(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Change nothing."""
    return Step(replaces=Line(_about_profile(state, around)))


def help_(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Say how to use me; the dialog under way keeps the floor."""
    text = around.text
    card = Card(
        kind="help",
        header=(text("common.bot_name"), ""),
        title=text("start.help_title"),
        intro=text("start.help_intro"),
        blocks=(
            Bullets(tuple(text(f"start.help_{number}") for number in range(1, 8))),
            *_help_of_roles(around),
            Box((Paragraph(text("start.help_privacy")),), "emphasis"),
        ),
        buttons=tuple(Button(text(f"start.{intent}"), f"menu_{intent}") for intent in ON_MENU),
    )
    return Step((card,))


def _help_of_roles(around: Around) -> list[Block]:
    """Return what only leaders, editors and administrators can ask for."""
    roles, text = around.staff_roles, around.text
    led = takes_out_of(roles)
    is_theirs = {
        "figures": bool(led_municipalities(roles, around.municipalities)),
        "cases": led is None or bool(led),
        "edit": is_editor(around),
        "connect": edits_everything(around),
    }
    lines = tuple(text(f"start.help_for_{name}") for name, is_so in is_theirs.items() if is_so)
    return [Bullets(lines, text("start.help_for_you"))] if lines else []


def write_in(standard: Literal["nb", "nn"]) -> Handler:
    """Return a handler that keeps how the person wants it written; whatever has the floor keeps it."""

    def handler(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
        chosen = replace(state, profile=replace(state.profile, standard=standard))
        return Step((Line(around.text(f"start.written_in_{standard}")),), chosen)

    return handler


def ask_forget(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask before everything kept about the person is deleted."""
    text = around.text
    is_of_it = {"start.forget_editor": is_editor(around), "start.forget_draft": state.draft is not None}
    card = Card(
        kind="forget",
        title=text("start.forget_title"),
        intro=text("start.forget_intro"),
        blocks=tuple(Paragraph(text(key)) for key, is_told in is_of_it.items() if is_told),
        buttons=(
            Button(text("common.cancel"), "menu"),
            Button(text("start.forget_yes"), "forget_yes", style="destructive"),
        ),
    )
    return Step((card,))


def forget(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Delete everything kept about the person."""
    return Step((), ConversationState(), (ForgetPerson(turn.person),))


def tell_forgotten(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Say that it is done, and for how long a case that was sent still knows who sent it."""
    text, lines = around.text, [around.text("start.forgotten")]
    if isinstance(outcome, Forgotten) and outcome.open_cases:
        name = "start.forgotten_open_one" if outcome.open_cases == 1 else "start.forgotten_open_many"
        lines.append(text(name, number=outcome.open_cases, days=FORGET_AFTER.days))
    if isinstance(outcome, Forgotten) and outcome.over:
        lines.append(text("start.forgotten_over"))
    return Step((Line(" ".join(lines)),))


def settings(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Let the person change municipality and role; from a card of a guide, which is shown again afterwards."""
    return ask_profile(state, around, then=pressed.id if pressed.id.startswith(LATER) else "")


def with_profile(state: ConversationState, municipality: str | None, role: str | None) -> ConversationState:
    """Return the state of somebody who works there (used by the terminal chat's flags)."""
    return replace(state, profile=Profile(municipality, role), welcomed=True)


START = Dialog(
    name=NAME,
    verbs={
        "menu": Verb(menu, Typed.NEARLY, is_command=True, in_channel="help"),
        "help": Verb(help_, Typed.NEARLY, is_command=True, in_channel="help"),
        "settings": Verb(settings, Typed.NEARLY, is_command=True, in_channel="help"),
        "profile_save": Verb(save_profile, Typed.NEARLY),
        "profile_skip": Verb(skip_profile, Typed.NEARLY),
        "profile_set": Verb(set_profile, Typed.NEARLY, means="yes"),
        "profile_keep": Verb(keep_profile, Typed.NEARLY, means="no_at_all"),
        "nynorsk": Verb(write_in("nn"), Typed.NEARLY, is_command=True),
        "bokmaal": Verb(write_in("nb"), Typed.NEARLY, is_command=True),
        "forget": Verb(ask_forget, Typed.NEARLY, is_command=True),
        "forget_yes": Verb(forget, Typed.SURE),
    },
    listens=listen,
    told={ForgetPerson: tell_forgotten},
)
