"""Which command is meant by what is typed: its words, a worry, a question that stands for it, a wish, or a favour."""

from __future__ import annotations

from itertools import dropwhile

from bot.content.texts import Texts
from bot.domain.conversation import ConversationState
from bot.turns.after_acute import is_acute_card
from bot.turns.asked import asked_command, asked_of_own_team
from bot.turns.asked_of_answer import asked_of_answer
from bot.turns.of_a_name import asks_if_known, wants_a_name_away
from bot.turns.typed import command_in_full, typed_command, typed_worry
from bot.turns.wants_to_discuss import wish_to_discuss
from dialogs.by_words import plain_words, words_of
from dialogs.dialog import Around
from dialogs.guide.sitting import NAME as GUIDE
from dialogs.source_words import asks_for_source
from dialogs.verbs import WAYS_OUT
from dialogs.where.asked_for import place_asked, place_shown
from dialogs.workplace import behind_who_one_is

ABOUT_PERSON = "about_person"
"""What answers who asks whether somebody is known here."""
WITHDRAW, ASKED_TO_WITHDRAW = "my_withdraw", "my_withdraw_yes"
NUMBERS = "numbers"
"""The command that shows whom to ring."""


def command_meant(said: str, state: ConversationState, around: Around) -> str | None:
    """Return the key of the command, the nearest to its own words first; None where none is meant."""
    texts, is_idle = around.text, state.active is None
    if is_idle and wants_a_name_away(words_of(said), texts):
        return "my_name_written"  # «slett navnet i saken» withdraws no case
    typed = typed_command(said, texts)
    is_asked = any(one.verb == ASKED_TO_WITHDRAW for one in state.shown)
    if typed == WITHDRAW and len(words_of(said)) == 1 and (not is_idle or is_asked):
        return None  # «trekk» in the middle of something is of no case sent before, and is too little for a yes
    if typed and command_in_full(said, texts) is None:
        typed = _asked(said, state, around) or typed  # «er det sendt nå» is only like «er det åpent nå»
    if typed == NUMBERS and place_shown(state) and place_asked(said, state, around):
        return None  # «hvilket nummer» below the card of somebody is of them
    is_of_guide = state.active == GUIDE and asks_for_source(words_of(said), texts)
    if not typed and (is_of_guide or asked_of_answer(said, state, texts)):
        return None  # «hvem sier det» asks where it stands
    return (
        typed
        or (ABOUT_PERSON if asks_if_known(said, around) else None)
        or typed_worry(behind_who_one_is(said, around), state, texts)
        or _asked(said, state, around)
        or wish_to_discuss(said, state, around)
        or asked_politely(said, state, texts)
    )


def _asked(said: str, state: ConversationState, around: Around) -> str | None:
    """Return the command that a question stands for. Below the acute card «hvor fort kommer de» and «hva sa de» are of
    those who were rung: only who names the case or the team asks of them."""
    asked = asked_command(said, around, state.active)
    asked = asked or asked_of_own_team(said, state, around)
    if asked != "my_cases" or not is_acute_card(state):
        return asked
    named = around.text.words("commands.status_case", "commands.status_team")
    return None if named.isdisjoint(words_of(said)) else asked


def asked_politely(said: str, state: ConversationState, texts: Texts) -> str | None:
    """Return the key of a command that is asked for as a favour, «kan du slette den», «kan jeg få se mine saker»;
    none that leaves what is under way, and none that deletes where nothing is there to be deleted."""
    plain = plain_words(said)
    leads = sorted(texts.listed("commands.polite_before"), key=len, reverse=True)
    lead = next((one for one in leads if plain.startswith(f"{one} ")), None)
    if lead is None:
        return None
    behind = texts.words("commands.polite_behind")
    words = words_of(plain.removeprefix(lead))
    command = command_in_full(" ".join(reversed([*dropwhile(lambda word: word in behind, reversed(words))])), texts)
    has_any = bool(state.concerns) or any(one.verb == "my_withdraw" for one in state.shown)
    is_for_nothing = command == "guide_delete" and not has_any
    return None if command in WAYS_OUT or is_for_nothing else command
