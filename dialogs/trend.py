"""«Vi ser flere saker om …»: a team tells the samordningsteam what has changed, about many and never about one.

The words go through the check every text goes through, and are read once more before they are sent.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.content.profile import THEMES
from bot.content.texts import Texts
from bot.domain.choices import as_value, chosen_in
from bot.domain.conversation import ConversationState
from bot.domain.figures import SMALLEST
from bot.domain.outcomes import Outcome
from bot.domain.reply import (
    Button,
    Card,
    Choice,
    ChoiceInput,
    Line,
    Paragraph,
    TextInput,
    UserText,
)
from bot.domain.roles import led_municipalities
from bot.domain.trend import (
    CHANGES,
    SendTrend,
    ShowTrends,
    TrendsAre,
    TrendSent,
    TrendWithdrawn,
    WithdrawTrend,
)
from bot.domain.turn import PlaceKind, Pressed, Said, Turn
from dialogs.acute import acute_card
from dialogs.by_words import plain_words, words_of
from dialogs.cases.team_forms import may_be_echoed, municipality_here, typed_with_a_name
from dialogs.cases.which_team import name_of_team
from dialogs.checked_text import (
    KEEP,
    LONGEST_SHOWN,
    SHOWN,
    CheckedText,
    before_on,
    checked_again,
    finding_blocks,
    keep_field,
    shown_on,
    team_note,
    written,
)
from dialogs.dialog import Around, Dialog, Step, Typed, Verb
from dialogs.few import tells_of_few
from dialogs.theme_names import words_of_themes
from dialogs.trend_cards import SHOW, TAKE_BACK, WITHDRAW, list_card, names_of, to_take_back

TELL, LOOK_OVER, AGAIN, SEND = "trend", "trend_review", "trend_again", "trend_send"
IN_CHANNEL = "commands.trend_in_channel"
"""The key of what opens the form in a channel only."""
_BEHIND = re.compile(r"[:,–]| - ")
LONGEST = 600


def says_trend(said: str, text: Texts) -> bool:
    """Tell whether a team says that it sees more, or less, of something: «vi ser flere saker om skolefravær»."""
    return _tells(said, text, "words_change", "words_many") or names_trend(said, text)


def names_trend(said: str, text: Texts) -> bool:
    """Tell whether somebody says that they see a trend, by that word and of nobody: «vi ser en trend med mye vaping».
    «Vi ser en trend med fravær hos ei jente» is a worry."""
    return _tells(said, text, "words_trend") and not (one_child_told(said, text) or tells_of_few(said, text))


def _tells(said: str, text: Texts, *kinds: str) -> bool:
    words = {*words_of(said)}
    if "?" in said or words & text.words("trend.words_of_one_case"):
        return False
    return all(words & text.words(f"trend.{kind}") for kind in ("words_we", "words_see", *kinds))


def meant_of_trends(said: str, text: Texts) -> Pressed | None:
    """Return what a team means by words of trends in its channel: the form, what was told, or that something be taken
    back."""
    plain = plain_words(said)
    if plain in text.listed(IN_CHANNEL) or says_trend(said, text) or told_behind(said, text):
        return Pressed(TELL)
    if plain in text.listed("commands.trend_back_in_channel"):
        return Pressed(TAKE_BACK)
    return Pressed(SHOW) if plain in text.listed("commands.trends_in_channel") else None


def told_behind(said: str, text: Texts) -> str:
    """Return what is told behind the word that opens the form, «trend: flere barn er trøtte», «ny trend, mer snus»;
    empty for anything else."""
    opens, *told = _BEHIND.split(said, maxsplit=1)
    is_opened = bool(told) and plain_words(opens) in (*text.listed("commands.trend"), *text.listed(IN_CHANNEL))
    return told[0].strip() if is_opened else ""


def one_child_told(said: str, text: Texts) -> str:
    """Return the word that tells of one child or one family, «gutten»; empty when none does."""
    return next((word for word in words_of(said) if word in text.words("trend.words_one_child")), "")


def tell(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Open the form for a team in its channel."""
    if turn.place.kind is not PlaceKind.CHANNEL:
        return Step((Line(around.text("trend.only_channel")),))
    return Step(commands=(ShowTrends(turn.person, turn.place, to_tell=True),))


def show(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show what was told: to those in the channel, and in their own chat to who leads in the municipality."""
    if turn.place.kind is PlaceKind.CHANNEL:
        return Step(commands=(ShowTrends(turn.person, turn.place),))
    led = led_municipalities(around.staff_roles, around.municipalities)
    if not led:
        return Step((Line(around.refusal("trend.only_leaders")),))
    return Step(commands=(ShowTrends(turn.person, turn.place, led),))


def take_back(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask whether what the team has told is to be taken back, and first which of it."""
    return Step(commands=(ShowTrends(turn.person, turn.place, withdraw=pressed.id),))


def withdraw(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Take it back."""
    return Step(commands=(WithdrawTrend(turn.person, turn.place, pressed.id),))


def withdrawn(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Say what is gone, and what others must take away themselves."""
    if not isinstance(outcome, TrendWithdrawn):
        return Step()
    return Step(replaces=Line(around.text("trend.withdrawn" if outcome.is_emptied else "trend.withdrawn_here")))


def found(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Show the form with what was just said, or the list. All in the channel read the form, also when the message is
    deleted: what names somebody is left out."""
    if not isinstance(outcome, TrendsAre):
        return Step()
    if outcome.command.withdraw is not None:
        return Step((to_take_back(outcome, around),))
    if not outcome.command.to_tell:
        return Step((list_card(outcome.trends, around),))
    typed = turn.what.own_words if isinstance(turn.what, Said) else ""
    said = told_behind(typed, around.text) or (typed if says_trend(typed, around.text) else "")
    echoed = said if may_be_echoed(said, municipality_here(around), around) else ""
    values = {"team": outcome.teams[0], "words": echoed, **_guessed(said, around)}
    shown = Step((_form(turn.activity_id, values, outcome.teams, around),))
    return _danger_first(turn, shown, said, state, around)


def _guessed(said: str, around: Around) -> dict[str, str]:
    """Return the change and the themes that are named in what was said; the team sees them on the form."""
    words, text = {*words_of(said)}, around.text
    change = next((one for one in reversed(CHANGES) if words & text.words(f"trend.words_{one}")), "")
    beside = text.words("trend.words_in_names")
    titled = (one for one in THEMES if words & ({*words_of(text(f"names.theme_{one}"))} - beside))
    called = (one for one, name in words_of_themes(text) if name <= words and (len(name) > 1 or not name <= beside))
    named = {*titled, *called} - {"annet"}
    return {"change": change, "themes": as_value(one for one in THEMES if one in named)}


def _form(
    id: str,
    values: Mapping[str, str],
    teams: Sequence[str],
    around: Around,
    checked: CheckedText | None = None,
    note: str = "",
) -> Card:
    text, words = around.text, values.get("words", "")
    named = [Choice(one, name_of_team(one, around.knowledge)) for one in teams]
    which = (ChoiceInput("team", text("trend.team"), named, values["team"], required=True),) if len(named) > 1 else ()
    themes = [Choice(one, text(f"names.theme_{one}")) for one in THEMES]
    changes = [Choice(one, text(f"trend.{one}")) for one in CHANGES]
    return Card(
        kind="trend",
        title=text("trend.title"),
        intro=note or text("trend.intro", smallest=SMALLEST),
        blocks=(
            *(finding_blocks(checked, around) if checked else ()),
            *which,
            ChoiceInput("change", text("trend.change"), changes, values.get("change", ""), required=True),
            ChoiceInput(
                "themes", text("trend.themes"), themes, values.get("themes", ""), True, required=True, compact=True
            ),
            TextInput("words", text("trend.words"), words, True, True, max(LONGEST, len(words)), text("trend.hint")),
            *(keep_field(checked, around) if checked else ()),
        ),
        buttons=(
            Button(
                text("trend.look_over"),
                LOOK_OVER,
                id,
                style="positive",
                carries=(("teams", as_value(teams)), *shown_on(checked), *before_on(checked)),
            ),
            Button(text("trend.show"), SHOW, submits_inputs=False),
        ),
        doors=False,
    )


def look_over(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Check what is written, and show it as it will stand. Danger told of one child has no place here: what to do
    comes first."""
    typed = typed_with_a_name(turn, around)
    if typed is not None and not may_be_echoed(pressed.values.get("words", ""), municipality_here(around), around):
        return typed
    shown, values = _checked(pressed, around)
    step = Step(replaces=shown if shown is not None else _review(pressed, values, around))
    return _danger_first(turn, step, values["words"], state, around)


def _danger_first(turn: Turn, step: Step, told: str, state: ConversationState, around: Around) -> Step:
    """Put what to do first where danger is told of one child. Of the cards a press leads to in a channel, all but the
    first are read by everybody: there the form, which may show a name, stays the first."""
    sign = around.acute.detect(told) if one_child_told(told, around.text) else None
    if sign is None:
        return step
    help_now = (acute_card(state, around, kind=sign.kind, heard=True),)
    is_pressed = isinstance(turn.what, Pressed) and step.replaces is not None
    return replace(step, replies=(*help_now, *step.replies)) if is_pressed else step.below(help_now)


def again(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Open the form again with what was written."""
    return Step(replaces=_form(pressed.id, _own(pressed), _teams(pressed), around))


def send(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Send what was read; what the card carries is checked as it was, for nothing on a card is trusted."""
    shown, values = _checked(pressed, around)
    if shown is not None:
        return Step(replaces=shown)
    themes = chosen_in(values["themes"])
    told = SendTrend(turn.person, turn.place, pressed.id, values["team"], values["change"], themes, values["words"])
    return Step(commands=(told,))


def sent(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Say that it is on its way, or that another one is."""
    if not isinstance(outcome, TrendSent):
        return Step()
    what = "trend.sent" if outcome.is_sent else "trend.sent_before"
    return Step(replaces=Line(around.text(what), (Button(around.text("trend.show"), SHOW),)))


def _teams(pressed: Pressed) -> tuple[str, ...]:
    return chosen_in(pressed.values.get("teams", ""))


def _own(pressed: Pressed) -> dict[str, str]:
    """Return what was filled in, with nothing in it that is no choice."""
    values = pressed.values
    themes = [one for one in chosen_in(values.get("themes", "")) if one in THEMES]
    change = values.get("change", "")
    return {
        "team": values.get("team") or (_teams(pressed) or ("",))[0],
        "change": change if change in CHANGES else "",
        "themes": as_value(themes),
        "words": written(values.get("words", "")),
    }


def _checked(pressed: Pressed, around: Around) -> tuple[Card | Line | None, dict[str, str]]:
    """Return the form again where something is missing, found or told of too few; None when it may go on. With what
    was filled in, as it was checked."""
    text, own, teams = around.text, _own(pressed), _teams(pressed)
    if len(own["words"]) > LONGEST_SHOWN:
        return Line(text("case.far_too_long", number=LONGEST)), own
    missing = [text(f"trend.{name}") for name in ("change", "themes", "words") if not own[name]]
    if missing:
        return _form(pressed.id, own, teams, around, note=text("trend.missing", what=", ".join(missing))), own
    if len(own["words"]) > LONGEST:
        return _form(pressed.id, own, teams, around, note=text("case.too_long", number=LONGEST)), own
    checked, note = checked_again({"words": own["words"]}, pressed.values, municipality_here(around), around)
    own["words"] = (checked.suggestion if note is not None else checked.fields)["words"]
    if note is not None:
        note = f"{note or team_note(checked, around)} {text('trend.look_over_again')}"
        return _form(pressed.id, own, teams, around, checked, note), own
    if of_few := _told_of_few(own["words"], text):
        return _form(pressed.id, own, teams, around, note=of_few), own
    return None, own


def _told_of_few(said: str, text: Texts) -> str:
    """Return what is to be said of words that tell of one child, or of few."""
    if one := one_child_told(said, text):
        return text("trend.one_child", word=one)
    few = tells_of_few(said, text)
    return text("trend.few", few=few, smallest=SMALLEST) if few else ""


def _review(pressed: Pressed, own: Mapping[str, str], around: Around) -> Card:
    """Show what will stand in the other channel, and carry it to the button that sends it."""
    text, is_danger = around.text, around.acute.detect(own["words"]) is not None
    kept = {name: pressed.values[name] for name in (KEEP, SHOWN) if name in pressed.values}
    carries = (("teams", pressed.values.get("teams", "")), *own.items(), *kept.items())
    return Card(
        kind="trend_review",
        title=text("trend.review_title"),
        intro=text("trend.review_danger" if is_danger else "trend.review_intro"),
        blocks=(
            Paragraph(text(f"trend.told_{own['change']}", team=name_of_team(own["team"], around.knowledge))),
            Paragraph(names_of(chosen_in(own["themes"]), text), strong=True),
            UserText(own["words"]),
            Paragraph(text("trend.with_figures", smallest=SMALLEST), subtle=True),
        ),
        buttons=(
            Button(text("trend.send"), SEND, pressed.id, style="positive", carries=carries),
            Button(text("trend.again"), AGAIN, pressed.id, carries=carries),
        ),
        doors=False,
    )


TREND = Dialog(
    name="trend",
    verbs={
        TELL: Verb(tell, Typed.NEARLY, is_command=True),
        SHOW: Verb(show, Typed.NEARLY, is_command=True),
        TAKE_BACK: Verb(take_back, Typed.NEARLY),
        WITHDRAW: Verb(withdraw, Typed.SURE),
        LOOK_OVER: Verb(look_over, Typed.NEARLY, sends="text"),
        AGAIN: Verb(again, Typed.NEARLY),
        SEND: Verb(send, Typed.SURE, sends="text"),
    },
    told={ShowTrends: found, SendTrend: sent, WithdrawTrend: withdrawn},
    place="both",
)
