"""Where somebody works and as what: asked once, kept, and changed when they say so."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.case_under_way import CASE
from bot.domain.conversation import ROLES, ConversationState
from bot.domain.reply import Button, Card, Choice, ChoiceInput, Line, Paragraph
from bot.domain.turn import Pressed, Turn
from dialogs import workplace
from dialogs.by_words import asks_something
from dialogs.cases.form import question_in
from dialogs.dialog import Around, Step
from dialogs.menu import about_profile, menu_card
from dialogs.why_workplace import told_why

NAME = "start"
"""The dialog that has the floor while it is asked: `dialogs.start`."""
Carried = tuple[tuple[str, str], ...]
FEW_WORDS = 3
"""A longer message while the settings card is open is a question, not a place."""
ASKED = "asked"
"""In the dialog's data: the card carries a question on its way to a case, which a typed workplace leaves behind."""


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
    """Read «Stjørdal, skole» while the settings card was shown last. Who wonders why it is asked is told. A question is
    none of that, and of «Hegra skole» nothing is kept: what was understood is chosen on the card."""
    why = told_why(said, state, around) if is_asking(state) else ""
    if why:
        return Step((Line(why), profile_card(state, around)))
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
    """Read «jeg har byttet jobb, jeg jobber i Melhus nå», in nothing but words for that. What is asked to be changed,
    «bytt til Selbu», who one is said in passing, the name of a municipality alone, a new job without a place, and a
    job told of when something else has the floor (not `is_free`) ask first."""
    told = workplace.told(said, around)
    if told is not None and told.is_change:
        return _ask_whether(told, state, around) if told.municipality or told.role else None
    is_told = told is not None and told.is_told
    is_meant = told is not None and (
        told.is_new_job or (is_free and bool(told.municipality or (told.role and is_told)))
    )
    if told is None or not is_meant:
        passing = workplace.in_passing(said, around)
        is_asked = passing is not None and (is_free or passing.is_new_job)
        return _ask_whether(passing, state, around) if passing is not None and is_asked else None
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
        alone = workplace.told(said, around)  # «nei, Selbu»
        told = alone if alone is not None and alone.municipality and alone.role is None else None
    if told is None:
        return None
    is_own = told.municipality in (None, own.municipality) and told.role in (None, own.role) and not told.is_several
    return None if is_own and is_of_place else Line(about_profile(state, around, "beside"))


def _ask_whether(told: workplace.Workplace, state: ConversationState, around: Around) -> Step:
    """Ask whether what somebody says of themselves is to be kept; who says what is kept is told so, and who names
    several roles chooses one."""
    text, own = around.text, state.profile
    municipality, role = told.municipality or own.municipality or "", told.role or own.role or ""
    if told.is_several:
        filled = replace(state, profile=replace(own, municipality=municipality or None))
        return Step((profile_card(filled, around),), state.in_dialog(NAME, then=""))
    if (municipality, role) == (own.municipality, own.role):
        return Step((Line(about_profile(state, around)),))
    names = {"municipality": around.knowledge.profiles[municipality].name, "role": text(f"names.in_role_{role}")}
    card = Card(
        kind="profile_ask",
        header=(text("common.bot_name"), ""),
        title=text("start.set_title", **names),
        intro=about_profile(state, around),
        blocks=_of_the_case(municipality, state, around),
        buttons=(
            Button(text("start.set_yes"), "profile_set", f"{municipality}.{role}", style="positive"),
            Button(text("start.set_no"), "profile_keep"),
        ),
    )
    return Step((card,))


def _of_the_case(municipality: str, state: ConversationState, around: Around) -> tuple[Paragraph, ...]:
    """Return that a case that is being written begins anew in another municipality, which has other teams."""
    is_left = state.active == CASE and municipality != state.profile.municipality
    return (Paragraph(around.text("start.set_in_case")),) if is_left else ()


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
    return Step(replaces=Line(about_profile(state, around)))
