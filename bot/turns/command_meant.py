"""Which command is meant by what is typed: its words, a worry, a question that stands for it, a wish, or a favour."""

from __future__ import annotations

from itertools import dropwhile

from bot.content.texts import Texts
from bot.domain.conversation import ConversationState
from bot.turns.asked import asked_command, asked_of_own_team, wish_to_discuss
from bot.turns.typed import command_in_full, typed_command, typed_worry
from dialogs.by_words import plain_words, words_of
from dialogs.dialog import Around
from dialogs.verbs import WAYS_OUT
from dialogs.workplace import behind_who_one_is


def command_meant(said: str, state: ConversationState, around: Around) -> str | None:
    """Return the key of the command, the nearest to its own words first; None where none is meant."""
    texts, is_idle = around.text, state.active is None
    return (
        typed_command(said, texts)
        or typed_worry(behind_who_one_is(said, around), state, texts)
        or asked_command(said, around, is_idle=is_idle, in_case=state.active == "case")
        or asked_of_own_team(said, state, around)
        or wish_to_discuss(said, state, around)
        or asked_politely(said, state, texts)
    )


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
