"""Reminders the person asks for: they name only the working title, and come at eight in the morning, Norwegian time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.content.knowledge import Knowledge
from bot.content.texts import Texts
from bot.domain.commands import CancelReminder, Command, ListReminders, SetReminder
from bot.domain.conversation import LONGEST_REMINDER, ConversationState
from bot.domain.norway import OSLO, day_of
from bot.domain.outcomes import Outcome, RemindersAre
from bot.domain.reminder_kinds import EVALUATION, KINDS, LATER, REPORT, SET_BY_PERSON, WISHED
from bot.domain.reply import Button, Card, DateInput, Line, Reply
from bot.domain.turn import Pressed, Turn
from dialogs.by_words import asks_something, words_of
from dialogs.days import long_day
from dialogs.dialog import Around, Step, Typed, Verb
from dialogs.guide.asking_back import BESIDE, in_short
from dialogs.guide.dates import months_after, read_date
from dialogs.guide.days_off import RATHER, names_only, rather_button, reminded_on
from dialogs.guide.met_beside import OFFERED
from dialogs.guide.place import asked_again_now, open_sitting
from dialogs.guide.sitting import NAME, Sitting, sit_down

STOP = "guide_reminder_cancel"
"""The verb that takes a reminder away."""
WAITING = "reminder"
"""In the dialog's data: the kind of reminder a date is being asked for."""
SET_NOW = "reminder_set"
"""In the dialog's data: the reminder that was set just now."""
OFFERED_DAY = "reminder_rather"
"""In the dialog's data: the working day that was offered for it, because it is set on a day off."""
AT = time(8, 0)
CONFIRMED_AFTER = timedelta(weeks=3)
"""Barnevernet confirms within three weeks, and reports back within three weeks after an investigation (§ 13-3)."""
OFFERING = (OFFERED, "my_reported_remind")
"""The verbs of a reminder that is offered by itself."""
_WISH = re.compile(
    r"^(?:hei[ ,]+)?(?:(?:kan|vil|kunne) (?:du|jeg|eg|æ|vi) |(?:jeg|eg|æ|vi) (?=vil|treng|må|ønsk))?(?:"
    r"(?:på)?minn(?:e|a|er)? (?:meg|mæ|oss|på)\b"
    r"|(?:vil |må |ønsker å )?(?:sende?|gi|sette?|lage?|ha|få|treng\w*) (?:opp )?(?:meg |mæ |oss )?(?:en |ei )?"
    r"påminn(?:else|ing|elsa|inga)\b)"
)
LONGEST_WISH, LONGEST_CHANGE = 16, 7
"""Words of a message that asks to be reminded, or to be reminded on another day; a longer one tells something."""


def investigated_by(reported_on: date) -> date:
    """Return the last day for feedback after an inquiry: a week, three months, three weeks (§§ 2-1, 2-2, 13-3)."""
    return months_after(reported_on + timedelta(weeks=1), 3) + timedelta(weeks=3)


def keys_of(concern_id: str) -> tuple[str, ...]:
    """Return the keys of every reminder a concern may have."""
    return tuple(f"guide.{concern_id}.{kind}" for kind in KINDS)


def ask(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask for the day of a reminder."""
    concern_id, kind, told_on = _asked_of(pressed.id, around)
    sitting = _sitting(concern_id, state, around)
    if sitting is None or kind not in SET_BY_PERSON:
        return Step((Line(around.text("guide.old_concern")),))
    waiting = sitting.saved_in(state).in_dialog(NAME, **{WAITING: kind})
    return Step((ask_card(sitting, kind, told_on=told_on),), waiting)


def _asked_of(id: str, around: Around) -> tuple[str, str, date]:
    """Return the concern, the kind, and the day the law's time is counted from, which a button says: the yes may come
    weeks after the report was told of."""
    concern_id, _, rest = id.partition(".")
    kind, _, day = rest.partition(".")
    return concern_id, kind, told_day(day, around)


def told_day(day: str, around: Around) -> date:
    """Return the day that a button says a report was told of; today where it says none."""
    try:
        return min(date.fromisoformat(day), around.today)
    except ValueError:
        return around.today


def ask_card(sitting: Sitting, kind: str, *, told_on: date | None = None, error: str = "") -> Card:
    """Return the card that asks for the day, filled with the day the plan already has."""
    text, concern = sitting.around.text, sitting.concern
    report = kind == REPORT
    intro = text(f"guide.reminder_intro_{REPORT}" if report else "guide.reminder_intro", title=_neutral(sitting))
    field = DateInput("date", text("guide.reminder_date"), _planned(sitting), True, error)
    label = text(f"guide.reminder_set_{REPORT}" if report else "guide.reminder_set")
    day = f".{(told_on or sitting.around.today).isoformat()}" if report else ""
    return Card(
        kind="guide_reminder",
        header=(sitting.title, ""),
        title=text(f"guide.reminder_title_{kind}"),
        intro=intro,
        blocks=() if report else (field,),
        buttons=(
            Button(label, "guide_reminder_set", f"{concern.id}.{kind}{day}", style="positive"),
            Button(text("guide.reminder_no"), "guide_reminder_no", concern.id, submits_inputs=False),
        ),
    )


def _planned(sitting: Sitting) -> str:
    for step in ("niva_3_plan", "niva_2_plan", "niva_1_plan"):
        answer = sitting.walk.answers.get(step)
        if isinstance(answer, Mapping):
            return str(answer.get("evaluering") or answer.get("evaluering_dato") or "")
    return ""


def set_pressed(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Set the reminder from the card."""
    concern_id, kind, told_on = _asked_of(pressed.id, around)
    sitting = _sitting(concern_id, state, around)
    if sitting is None or kind not in SET_BY_PERSON:
        return Step((Line(around.text("guide.old_concern")),))
    if kind == REPORT:
        done, commands = of_report(turn, concern_id, _neutral(sitting), told_on, around)
        return _receipt(done, kind, sitting, state, *commands) if commands else Step((Line(done),))
    return _set_or_ask(turn, sitting, kind, pressed.values.get("date", ""), state)


def set_on(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Set the reminder on the working day that was offered instead of a day off."""
    concern_id, _, rest = pressed.id.partition(".")
    kind, _, day = rest.partition(".")
    sitting = _sitting(concern_id, state, around)
    if sitting is None or kind not in SET_BY_PERSON:
        return Step((Line(around.text("guide.old_concern")),))
    return _set_or_ask(turn, sitting, kind, day, state)


def hear_date(turn: Turn, said: str, state: ConversationState, around: Around) -> Step | None:
    """Set the reminder from a typed date; None when the person talks about something else."""
    kind = str(state.data.get(WAITING))
    sitting = _sitting("", state, around)
    if sitting is None or kind not in SET_BY_PERSON:
        return None
    when = read_date(said, around.today)
    is_another_matter = kind == REPORT or len(said.split()) > 6 or asks_something(said, around.text)
    if when is None and is_another_matter:
        return None
    kind = WISHED if kind == REPORT else kind  # a day of one's own, instead of the two the law gives
    return _set_or_ask(turn, sitting, kind, said, state)


def hear_wish(turn: Turn, said: str, state: ConversationState, around: Around) -> Step | None:
    """Hear «minn meg på evaluering 14. januar» and «minn meg på Sak Blå om to uker», of the concern that is named, or
    the open or last one; «ikke minn meg» stops it."""
    words = said.casefold().strip()
    if _asks_to_stop(said, state, around):
        return _stop(turn, words, state, around)
    if another := _another_day(turn, words, state, around):
        return another
    is_wish = _WISH.match(words) and len(words.split()) <= LONGEST_WISH
    when = read_date(words, around.today) if is_wish else None
    is_offered = when is None and any(one.verb in OFFERING for one in state.shown)  # «Minn meg på svaret»
    if not is_wish or is_offered:
        return None
    concerns = [concern for concern in state.concerns if not concern.practice]
    named = [concern for concern in concerns if concern.title and concern.title.casefold() in words]
    wanted = [*concerns[-1:], *(c for c in concerns if c.id == state.open_concern), *named]
    if not wanted:
        return Step((Line(around.text("guide.reminder_nothing")),))
    kind, sitting = EVALUATION if "evaluer" in words else WISHED, sit_down(wanted[-1], state, around)
    if when is None or sitting is None:
        kind = _offered_by(sitting) if sitting is not None and kind == WISHED else kind
        return ask(turn, Pressed("guide_reminder", f"{wanted[-1].id}.{kind}"), state, around)
    return _set_or_ask(turn, sitting, kind, words, state, is_wish=True)


def tell_set(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Say which reminder the new one has taken the place of: each concern has one of a kind."""
    if not isinstance(outcome, RemindersAre):
        return Step()
    before = ", ".join(long_day(day_of(at)) for at in outcome.due_at.values())
    return Step((Line(around.text("guide.reminder_instead", date=before)),))


def _offered_by(sitting: Sitting) -> str:
    """Return the kind of reminder that the outcome offers, which «minn meg» below it means."""
    ways = sitting.outcome.next if sitting.outcome is not None else ()
    offered = (one.do.removeprefix("reminder:") for one in ways if one.do.startswith("reminder:"))
    return next((kind for kind in offered if kind in SET_BY_PERSON), WISHED)


def _another_day(turn: Turn, words: str, state: ConversationState, around: Around) -> Step | None:
    """Move the reminder that was set just now: «nei vent, torsdag». A day alone may answer the guide."""
    concern_id, _, kind = str(state.data.get(SET_NOW, "")).partition(".")
    when = read_date(words, around.today) if state.active == NAME and kind in SET_BY_PERSON else None
    is_meant = around.text.words("guide.words_instead").intersection(words_of(words))
    if when is None or kind == REPORT or not is_meant or len(words.split()) > LONGEST_CHANGE:
        return None
    sitting = _sitting(concern_id, state, around)
    offered = str(state.data.get(OFFERED_DAY, ""))
    said = offered if offered and names_only(words, date.fromisoformat(offered)) else words
    return _set_or_ask(turn, sitting, kind, said, state) if sitting is not None else None


def _set_or_ask(
    turn: Turn, sitting: Sitting, kind: str, said: str, state: ConversationState, *, is_wish: bool = False
) -> Step:
    """Set the reminder on the day that is said. One that is counted, «om to uker», comes on a working day; one that is
    named stays, and a day off is said to be one."""
    around = sitting.around
    when, last = read_date(said, around.today), around.today + LONGEST_REMINDER
    if when is None or not around.today <= when <= last:
        problem = "wrong" if when is None else "past" if when < last else "far"
        return Step((ask_card(sitting, kind, error=around.text(f"guide.date_{problem}", date=long_day(last))),))
    day = reminded_on(when, said, last, around.text)
    done = around.text(day.key, title=_neutral(sitting), date=long_day(day.on), off=day.off)
    command = replace(_command(turn, sitting, kind, day.on), is_wish=is_wish)
    return _receipt(done, kind, sitting, state, command, rather=day.rather)


def _receipt(
    done: str, kind: str, sitting: Sitting, state: ConversationState, *commands: Command, rather: date | None = None
) -> Step:
    """Say that it is set, with the way to stop it, and to move it to the working day that is offered (`rather`); in the
    middle of a guide its question stays the last thing shown, so that a number typed now answers that."""
    one, text = f"{sitting.concern.id}.{kind}", sitting.around.text
    stop = Button(text("guide.reminder_stop"), STOP, one)
    offered = {OFFERED_DAY: rather.isoformat()} if rather else {}
    return Step(
        (Line(done, (*rather_button(one, rather, text), stop)), *asked_on(sitting, state)),
        sitting.saved_in(state).in_dialog(NAME, **{SET_NOW: one, BESIDE: True, **offered}),
        commands,
    )


def asked_on(sitting: Sitting | None, state: ConversationState) -> tuple[Card, ...]:
    """Return the question in short to who is in the middle of a guide."""
    shown = (asked_again_now(sitting) or sitting) if sitting is not None and state.active == NAME else None
    return (in_short(shown, state),) if shown is not None and shown.step is not None else ()


def of_report(turn: Turn, of: str, title: str, told_on: date, around: Around) -> tuple[str, tuple[SetReminder, ...]]:
    """Return the receipt and the reminders of barnevernet's answer to a report told of that day, of a concern or of a
    case by its code (`of`); a day that has passed is said to have, and is not reminded of."""
    days = {REPORT: told_on + CONFIRMED_AFTER, LATER: investigated_by(told_on)}
    to_come = {kind: day for kind, day in days.items() if day >= around.today}
    key = REPORT if len(to_come) == len(days) else LATER if to_come else f"{REPORT}-over"
    values = {"title": title, "date": long_day(days[REPORT]), "later": long_day(days[LATER])}
    commands = tuple(set_reminder(turn, of, title, kind, day, around) for kind, day in to_come.items())
    return around.text(f"guide.reminder_done_{key}", **values), commands


def _command(turn: Turn, sitting: Sitting, kind: str, when: date) -> SetReminder:
    return set_reminder(turn, sitting.concern.id, _neutral(sitting), kind, when, sitting.around)


def set_reminder(turn: Turn, of: str, title: str, kind: str, when: date, around: Around) -> SetReminder:
    """Return the reminder of a concern, or of a case by its code (`of`), which says no more than the title."""
    return SetReminder(
        by=turn.person,
        place=turn.place,
        key=f"guide.{of}.{kind}",
        text_key=f"guide.reminder_{kind}",
        values=(("title", title), ("concern", of)),
        due_at=_at(when, around.now),
    )


def _at(when: date, now: datetime) -> datetime:
    """Return eight in the morning that day, or right away when that has passed today."""
    return max(datetime.combine(when, AT, OSLO), now)


def _neutral(sitting: Sitting) -> str:
    """Return the working title; a concern without one is only called a reminder, never what it is about."""
    return sitting.concern.title or sitting.around.text("guide.reminder_untitled")


def no(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Set no reminder."""
    return Step((Line(around.text("guide.reminder_none")),), state.in_dialog(NAME))


def worked(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """The measure worked: write it down and tell those it is about."""
    return Step((Line(around.text("guide.reminder_worked_reply")),))


def cancel(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Take a reminder away, and the two after a report together; all of a concern when none is named."""
    concern_id, _, kind = pressed.id.partition(".")
    concern = state.concern(concern_id)
    kinds = {REPORT: (REPORT, LATER), "": KINDS}.get(kind, (kind,))
    key = "guide.reminder_cancelled" if kind or concern is None else "guide.reminder_cancelled_all"
    said = around.text(key, title=concern.title if concern is not None else "")
    commands = tuple(CancelReminder(turn.person, f"guide.{concern_id}.{one}") for one in kinds)
    asked = asked_on(open_sitting("", state, around), state)
    if not asked:
        return Step((Line(said),), commands=commands)
    kept = {name: value for name, value in state.data.items() if name != SET_NOW}
    return Step((Line(said), *asked), state.in_dialog(NAME, **{**kept, BESIDE: True}), commands)


def _cancel_all(turn: Turn, state: ConversationState, around: Around) -> Step:
    """Take every reminder away, and go on with the guide that is open."""
    steps = [cancel(turn, Pressed(STOP, one.id), state, around) for one in state.concerns]
    commands = tuple(command for step in steps for command in step.commands)
    _, *asked = steps[-1].replies
    return replace(steps[-1], replies=(Line(around.text("guide.reminder_cancelled_every")), *asked), commands=commands)


def _asks_to_stop(said: str, state: ConversationState, around: Around) -> bool:
    """Tell whether no reminder is wanted after all, in nothing but words for that and a working title: «nei ikke minn
    meg», «slett påminnelsen»."""
    words, text = {*words_of(said)}, around.text
    reminding, nouns = words & text.words("guide.words_remind"), words & text.words("guide.words_reminder")
    if "?" in said or not (reminding or nouns):
        return False
    no = {*text.words("guide.words_no"), "ingen"}
    stop = no | text.words("guide.words_stop_reminder")
    titled = {word for one in state.concerns for word in words_of(one.title)}
    is_meant = (nouns and words & stop) or (reminding and words & (no - {"nei"}))
    around_it = text.words("guide.words_around_reminder") | text.words("guide.words_all")
    return bool(is_meant) and words <= reminding | nouns | stop | titled | around_it


def _stop(turn: Turn, words: str, state: ConversationState, around: Around) -> Step:
    """Take away the reminder that was set just now, or those of the concern that is named; else ask which."""
    if state.active == NAME and state.data.get(WAITING):
        return no(turn, Pressed(""), state, around)
    titled = [one for one in state.concerns if one.title and not one.practice]
    if titled and around.text.words("guide.words_all").intersection(words_of(words)):
        return _cancel_all(turn, state, around)
    named = [one for one in titled if one.title.casefold() in words]
    set_now = str(state.data.get(SET_NOW, "")) if state.active == NAME else ""
    shown = [one.id for one in state.shown if one.verb == STOP]
    only = shown[0] if len(shown) == 1 else ""  # below the receipt, or the list where there is one reminder
    if meant := (named[-1].id if named else set_now or only):
        return cancel(turn, Pressed(STOP, meant), state, around)
    text = around.text
    if not titled:
        return show_all(turn, Pressed(""), state, around)
    keep = Button(text("guide.delete_no"), "guide_keep", state.open_concern or titled[-1].id)
    buttons = tuple(Button(text("guide.reminder_stop_of", title=one.title), STOP, one.id) for one in titled)
    return Step((Line(text("guide.reminder_stop_which"), (*buttons, keep)),))


def show_all(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask which reminders are to come."""
    return Step(commands=(ListReminders(turn.person),))


def _sitting(concern_id: str, state: ConversationState, around: Around) -> Sitting | None:
    concern = state.concern(concern_id or None)
    return sit_down(concern, state, around) if concern and not concern.practice else None


def reminder_reply(text_key: str, values: Mapping[str, str], knowledge: Knowledge) -> Reply:
    """Return what a due reminder says: the working title, and for an evaluation what can be answered."""
    text = knowledge.texts
    said = Line(text(text_key, title=values.get("title", "")))
    if not text_key.endswith("_evaluering"):
        return said
    return replace(said, buttons=worked_buttons(values.get("concern", ""), text))


def worked_buttons(concern: str, text: Texts) -> tuple[Button, ...]:
    """Return the answers to whether the measure of a concern worked."""
    return (
        Button(text("guide.reminder_it_worked"), "guide_worked", concern),
        Button(text("guide.reminder_it_did_not"), "guide_change", f"{concern}.hvor_langt"),
        Button(text("guide.reminder_later"), "guide_reminder", f"{concern}.evaluering"),
    )


VERBS: Mapping[str, Verb] = {
    "guide_reminders": Verb(show_all, Typed.NEARLY, is_command=True),
    "guide_reminder": Verb(ask, Typed.NEARLY),
    OFFERED: Verb(ask, Typed.NEARLY, means="yes"),
    "guide_reminder_set": Verb(set_pressed, Typed.NEARLY, means="yes"),
    RATHER: Verb(set_on, Typed.NEARLY),
    "guide_reminder_no": Verb(no, Typed.NEARLY, means="no"),
    STOP: Verb(cancel, Typed.TITLE, asked_beside="guide_keep"),
    "guide_worked": Verb(worked, Typed.WHOLE),
}
