"""Hears what is typed in a team's channel: commands and buttons, what its members mean by a few words, and the rest,
which is told to reach nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import wraps

from bot.content.texts import Texts
from bot.domain.case import code_in
from bot.domain.conversation import ConversationState, ShownButton
from bot.domain.reply import Line
from bot.domain.turn import Pressed, Turn
from bot.turns.asked_of_case import asks_of_any_case, asks_of_colleague, asks_who_has_it
from bot.turns.recognised import REDACT
from bot.turns.routed import Ear, Routed
from bot.turns.said_whole import may_be_loose
from bot.turns.typed import typed_button, typed_command, typed_form
from dialogs.acute import without_its_question
from dialogs.by_words import says_only, words_of
from dialogs.calls import rings_for_help
from dialogs.cases.connect import channel_help
from dialogs.cases.meeting import OFF_MEETING
from dialogs.cases.on_duty_words import ASKS, LEAVES, names_duty, said_of_duty, until_when
from dialogs.cases.team_card import TAKE_OVER
from dialogs.cases.team_forms import may_be_echoed, names_other, told_requester, words_to_requester
from dialogs.cases.team_list import FORMS, MEANT, OWN_FORMS, TAKES
from dialogs.cases.which_case import COMPOUND, theme_named
from dialogs.dialog import Around, Step
from dialogs.editor.home import tells_of_moved_meeting
from dialogs.guide.asked_beside import only_swears, only_thanks
from dialogs.trend import meant_of_trends
from dialogs.trend_cards import SHOW as TRENDS
from dialogs.trend_cards import TAKE_BACK as TREND_BACK
from dialogs.verbs import BUTTON_COMMANDS, OWNERS, WAYS_OUT, verbs_that

CHANNEL_COMMANDS = frozenset(verb for verb in BUTTON_COMMANDS if OWNERS[verb].place != "personal")
MEANT_IN_CHANNEL = verbs_that(lambda one: one.in_channel == "meant")
"""What a team may mean in words of its own; the rest begins with the words of its button."""
CLAIM = "case_claim"
WITH_NAMES = ("case_pass_on", TAKE_OVER)
"""Buttons a member may be named with: «gi den til Siri», «ta over for Ole»."""
TAKEN_OVER = "overtar"
"""The word of `commands.team_case_take_over` that «ta over» is read as."""
HELP_IN_CHANNEL = verbs_that(lambda one: one.in_channel == "help") | {*WAYS_OUT}


def typed_in_channel(said: str, state: ConversationState, around: Around) -> Pressed | None:
    """Return the button that was typed in a channel, by command, label, number or field: words of ours, or of advice
    from the team, which may name danger. Whatever is only meant is heard after danger."""
    if around.case_named and not said.strip():
        return Pressed("case_show", around.case_named)
    # what is said beside the code of a case that is not here is of none that is shown
    return None if code_unknown(said, around) else _typed_in_channel(said, state, around)


def _typed_in_channel(said: str, state: ConversationState, around: Around) -> Pressed | None:
    today = around.today
    is_on_duty = any(one.verb == LEAVES for one in state.shown)
    duty = said_of_duty(said, today, around.text) or (until_when(said, today) if is_on_duty else None)
    if duty is not None:
        return Pressed(duty.verb, duty.until)
    command = typed_command(said, around.text)
    if command in CHANNEL_COMMANDS:
        return Pressed(command)
    if command in ("back", "cancel"):  # out of a form, to the case it is about
        case = next((one for one in state.shown if one.verb == "case_show"), None)
        if case is not None:
            return Pressed(case.verb, case.id, case.version)
        if [one.verb for one in state.shown] == [TRENDS]:  # what stands below a trend that is sent
            return Pressed(TREND_BACK)
    return typed_button(said, state.shown) or typed_form(said, state)


def code_unknown(said: str, around: Around) -> str:
    """Return the code that stands before a colon and is of no case of this channel, as a mistyped one is."""
    return "" if around.case_named else code_in(said.partition(":")[0])


def unknown_case(_turn: Turn, said: str, _state: ConversationState, around: Around) -> Routed | None:
    """Say that no case here has the code that was typed: nothing is done with another one instead. Must come after
    danger, and before all that is meant of the case that is shown."""
    code = code_unknown(said, around)
    return Routed(Step((Line(around.text("team.code_unknown", code=code)),))) if code else None


def meant_in_channel(said: str, state: ConversationState, around: Around) -> Pressed | None:
    """Return what a team means by a few words for one of its buttons, «jeg tar denne», «inhabil», with the only case
    that is shown; the list of cases where none or several are, and who has duty where more is said of that. A case
    whose code was typed with other words is shown. Must come after danger."""
    named = Pressed("case_show", around.case_named) if around.case_named else None
    return _meant_in_channel(said, state, around) or named


def _meant_in_channel(said: str, state: ConversationState, around: Around) -> Pressed | None:
    words = taking_over(words_of(said), around.text)
    label, behind = told_requester(said)
    if behind:  # «spør innmelder: har dere snakket med hjemmet?»
        named = _meant_in_channel(label, state, around)
        if named is not None and FORMS.keys() & {named.verb, named.id, *named.values.values()}:
            return named
    known = _shown_in_channel(said, words, state, around)
    if known is not None:
        return known
    of_cases = [one for one in state.shown if one.verb.startswith("case_")]
    meant = _buttons_meant(words, around)
    if TAKE_OVER in meant:  # of a case that nobody has it is to take it
        meant = [CLAIM if any(one.verb == CLAIM for one in of_cases) else TAKE_OVER]
    if len(meant) != 1 or ("?" in said and meant != [TAKE_OVER]):
        return None
    is_taken = meant == [CLAIM] and takes_it(words, around.text)
    if len({one.id for one in of_cases}) != 1:
        listed = meant[0] if meant[0] in (TAKE_OVER, *FORMS, *OWN_FORMS) else MEANT
        return Pressed("team_cases", TAKES if is_taken else listed)
    case = of_cases[0]
    if is_taken or any(one.verb == meant[0] for one in of_cases) or may_be_loose(meant[0]):
        return Pressed(meant[0], case.id, case.version, is_loose=not is_taken)
    return Pressed("case_show", case.id, case.version, {MEANT: meant[0]})


def _buttons_meant(words: Sequence[str], around: Around) -> list[str]:
    """Return the verbs of the buttons that the words mean: each has a word of its own, and nothing else is said."""
    small = around.text.words("commands.team_small")
    owned = ((verb, around.text.words(f"commands.team_{verb}")) for verb in MEANT_IN_CHANNEL)
    telling = [(verb, own) for verb, own in owned if not own.isdisjoint(words)]
    names = {word for one in around.members for word in words_of(one.name)}  # «gi den til Siri»
    beside = {verb: _beside(verb, around) | (names if verb in WITH_NAMES else frozenset()) for verb, _ in telling}
    meant = [verb for verb, own in telling if {*words} <= own | small | beside[verb]]
    to_me, from_me = (around.text.words(f"commands.team_{key}") for key in ("to_me", "from_me"))
    if meant == ["case_pass_on"] and not to_me.isdisjoint(words) and from_me.isdisjoint(words):
        return [TAKE_OVER]  # «gi den til meg», not «gi den fra meg»
    return meant


def _of_theme(said: str, texts: Texts) -> Pressed | None:
    """Return the list of cases where one is named by what it is about, «jeg tar den om mobbing», «mobbesaken»: several
    may be about that, so nothing is done at once."""
    words = {*words_of(COMPOUND.sub(r"\1 \2", said))}
    own = texts.words(*(f"commands.team_{verb}" for verb in MEANT_IN_CHANNEL))
    theme, name = theme_named(words, texts)
    cases = texts.words("commands.case_words", "commands.team_cases")
    small = texts.words(
        "commands.team_small", "commands.team_asks", "commands.team_asks_who_small", "commands.team_taken"
    )
    if not theme or words.isdisjoint(cases) or not words - name <= own | cases | small:
        return None
    return Pressed("team_cases", "" if own.isdisjoint(words - name) else MEANT)


def _shown_in_channel(said: str, words: Sequence[str], state: ConversationState, around: Around) -> Pressed | None:
    """Return what is only to be shown: who has duty, the trends, a case or the list of them; or that a case is to be
    off the meeting."""
    of_cases = [one for one in state.shown if one.verb.startswith("case_")]
    if (at_once := Pressed(ASKS) if names_duty(said, around.text) else _of_theme(said, around.text)) is not None:
        return at_once
    names = {word for one in around.members for word in words_of(one.name)}
    if asks_of_colleague(words_of(said), names, around.text):
        return Pressed("team_cases")
    if (of_trends := meant_of_trends(said, around.text)) is not None:
        return of_trends
    if " ".join(words) in around.text.listed("commands.team_asks_meeting"):
        return Pressed("team_meeting")
    asks_due = " ".join(words) in around.text.listed("commands.team_asks_due")
    if asks_due or asks_of_any_case(words, around.text):
        is_written = not around.text.words("commands.team_written").isdisjoint(words)
        is_written = is_written or asks_who_has_it(words, around.text)
        is_one = (is_written or asks_due or around.case_named != "") and len({one.id for one in of_cases}) == 1
        return Pressed("case_show", of_cases[0].id, of_cases[0].version) if is_one else Pressed("team_cases")
    return _off_meeting(of_cases) if takes_off_meeting(words, around.text) else None


def _off_meeting(of_cases: Sequence[ShownButton]) -> Pressed:
    """Return the button that takes a case off its meeting; where the only case in sight has none, that case, which says
    that it is on no meeting."""
    on_card = [one for one in of_cases if one.verb == OFF_MEETING]
    if on_card:
        return Pressed(OFF_MEETING, on_card[0].id, on_card[0].version, is_loose=True)
    only = of_cases[0] if len({one.id for one in of_cases}) == 1 else None
    return Pressed("case_show", only.id, only.version, {MEANT: OFF_MEETING}) if only else Pressed(OFF_MEETING)


def taking_over(words: Sequence[str], texts: Texts) -> Sequence[str]:
    """Return the words with «ta … over», or «ta … tilbake» and «få … tilbake», as the one word that means it: «over»
    alone stands in much else."""
    takes, gets, back = (texts.words(f"commands.team_{key}") for key in ("takes", "gets", "back"))
    for at, word in enumerate(words):
        ends = {"over", *back} if word in takes else back if word in gets else frozenset()
        end = next((place for place in range(at + 1, len(words)) if words[place] in ends), None)
        if end is not None:
            return [*words[:at], TAKEN_OVER, *words[at + 1 : end], *words[end + 1 :]]
    return words


def takes_it(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether a member says plainly that they take the case themselves: «jeg tar den». «Vi tar den», «jeg kan ta
    den» and «tar jeg den» may be asking."""
    who, takes = (texts.words(f"commands.team_claim_{key}") for key in ("who", "says"))
    at = next((place for place, word in enumerate(words) if word in takes), 0)
    is_said = at > 0 and words[at - 1] in who
    return is_said and (who | takes | texts.words("commands.team_claim_small")).issuperset(words)


def takes_off_meeting(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether a team says, in nothing but words for that, that a case is not to be on the meeting: «ta av
    møtet»."""
    beside = ("commands.team_small", "commands.team_case_meeting", "commands.team_case_meeting_beside")
    is_meeting = any(word.startswith("møte") for word in words)
    return is_meeting and says_only(words, texts, "commands.team_off_meeting", beside=beside)


def _beside(verb: str, around: Around) -> frozenset[str]:
    """Return what may stand with the words of a team's button, and alone is none of it: «feil» with «svaret»."""
    key = f"commands.team_{verb}_beside"
    return around.text.words(key) if key in around.text else frozenset()


def help_in_channel(_turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
    """Answer what everybody may ask for anywhere with what there is in a channel."""
    words, text = words_of(said), around.text
    kind = around.answers.search(said).kind if around.answers.is_only_small_talk(said) else None
    is_thanks = only_thanks(words, text) or kind in ("takk", "farvel")
    if is_thanks or only_swears(words, text):
        return Routed(Step((Line(text("team.thanked" if is_thanks else "team.sworn")),)))
    key = "who_sent" if asks_who_sent(words, text) else "regretted" if _regrets(words, state, text) else ""
    key = "meeting_elsewhere" if tells_of_moved_meeting(said, text) else key
    if key:
        return Routed(Step((Line(text(f"team.{key}", button=text("team.give_back"))),)))
    about = next((key for key in ("archive", "kept", "members", "urgent", "away") if _asks_about(key, words, text)), "")
    command = typed_command(said, text)
    about = command if command in ("figures", "my_cases") else about
    about = "form_left" if command in ("back", "cancel") and state.fields else about
    if about:
        return Routed(Step((Line(text(f"team.about_{about}")),)))
    if "?" not in said and rings_for_help(words, text):
        return Routed(Step((Line(text("calls.now")),)))
    asks_how = says_only(
        words,
        text,
        "commands.team_how",
        "commands.team_how_of",
        beside=("commands.team_small", "commands.team_how_small"),
    )
    is_asked = asks_how or command in HELP_IN_CHANNEL or kind == "hva_kan_du"
    return Routed(Step((channel_help(around),))) if is_asked else None


def _regrets(words: Sequence[str], state: ConversationState, texts: Texts) -> bool:
    """Tell whether somebody who has the case that is shown says, in nothing but words for that, that it was a slip."""
    is_theirs = any(one.verb == "case_pass_on" for one in state.shown)
    return is_theirs and says_only(words, texts, "commands.team_regrets", beside=("commands.team_regrets_small",))


def _asks_about(key: str, words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody asks, in nothing but words for that, who reads the cases, how long they are kept, or how
    one comes to the archive; or says how urgent one is."""
    own = f"commands.team_about_{key}_small"
    beside = ("commands.team_small", "commands.team_about_small", *((own,) if own in texts else ()))
    return says_only(words, texts, f"commands.team_about_{key}", f"commands.team_about_{key}_of", beside=beside)


def asks_who_sent(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody in a team asks who sent a case, in nothing but words for that."""
    return says_only(words, texts, "commands.sender_who", "commands.sender_sent", beside=("commands.sender_small",))


def is_form_of_case(state: ConversationState) -> bool:
    """Tell whether a form about a case was shown last in a team's channel: it has the way back to the case."""
    return any(one.verb == "case_show" for one in state.shown[1:]) and state.shown[0].verb.endswith("_send")


def hint_in_channel(_turn: Turn, said: str, state: ConversationState, around: Around) -> Routed:
    """Say what there is in a channel. What looks like a name of anybody but a member stands there for all to read:
    whoever wrote it is told to delete it."""
    named = _name_written(said, state, around)
    label = state.fields[0].label.rstrip("?") if state.fields and is_form_of_case(state) else ""
    is_of_case = any(one.verb in (*FORMS, TAKE_OVER, REDACT) for one in state.shown)
    is_free = any(one.verb == CLAIM for one in state.shown)
    is_others = any(one.verb == TAKE_OVER for one in state.shown)
    of_case = "team.not_taken_yet" if is_free else "team.not_relayed" if is_of_case else "start.channel_hint"
    of_case = "team.not_relayed_others" if is_others else of_case
    key = "team.form_open" if label else of_case
    return Routed(Step((*named, Line(around.text(key, label=label)))))


def _name_written(said: str, state: ConversationState, around: Around) -> tuple[Line, ...]:
    """Return that the message is to be deleted, where it has what looks like a name of anybody but a member."""
    is_named = names_other(said, state.profile.municipality, around)
    return (Line(around.text("team.name_written")),) if is_named else ()


def named_in_public(routed: Routed, said: str, state: ConversationState, around: Around) -> Routed:
    """Return what is said of danger where others read: the question that made it come is not carried on where it has
    what looks like a name."""
    is_carried = may_be_echoed(said, state.profile.municipality, around)
    return routed if is_carried else replace(routed, step=without_its_question(routed.step, state, around))


def behind_label(hears: Ear) -> Ear:
    """Return the same ear in public, without the label of words for the requester: it tells of no child, and «spør
    innmelder: hvor mange dager har barnet vært borte» is only the question."""

    @wraps(hears)
    def ear(turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        return hears(turn, words_to_requester(said), state, around)

    return in_public(ear)


def in_public(hears: Ear) -> Ear:
    """Return the same ear for a channel, where a name is to be deleted and not only left out next time: also one in
    words that are heard, «spør innmelder: …», for all in the channel read them."""

    @wraps(hears)
    def ear(turn: Turn, said: str, state: ConversationState, around: Around) -> Routed | None:
        heard, warning = hears(turn, said, state, around), Line(around.text("answers.names_warning"))
        if heard is None:
            return None
        shown = heard.step.replies
        told = (Line(around.text("team.name_written")),) if warning in shown else _name_written(said, state, around)
        others = tuple(one for one in shown if one != warning)
        return replace(heard, step=replace(heard.step, replies=(*others, *told))) if told else heard

    return ear
