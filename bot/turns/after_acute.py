"""Hears what is typed below the acute card: that it is not acute, said in full, or anything that may mean it still is.

Must come after danger has been heard. What silences danger is heard from a short list and from nothing like it.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.texts import Texts
from bot.domain.conversation import ConversationState, ShownButton
from bot.domain.turn import Pressed
from bot.turns.denied import only_denies_blows
from bot.turns.routed import Routed
from bot.turns.typed import command_in_full, typed_command
from dialogs.acute import card_again, no_or_now
from dialogs.answers.dialog import BETTER, found_for
from dialogs.by_words import is_doubt, is_only_doubt, plain_words, words_of, yes_or_no
from dialogs.dialog import GO_ON, Around, Step
from dialogs.guide.asked_beside import asks_what_now, is_lost
from dialogs.own_card import OWN_CARD, own_card, own_on_card

FEW_WORDS = 6
"""More words than this tell something, and are heard as always."""
MOST_OF_STAFF = 8
"""More words than this below the door about a member of staff tell something."""
STEPS = ("guide_start", "akutt")
"""What opens the acute steps."""
BLOWS = "vold"
"""The kind of danger that «nei, ingen slår henne» denies."""
GUIDE = "guide"
STAFF = "mistanke_mot_ansatt"
"""The guide that door leads to."""


def answer_to_acute(said: str, state: ConversationState, texts: Texts, *, is_alone: bool) -> Pressed | None:
    """Return the answer to the acute card, never to what was asked before: go on, back, or the card once more.

    «Tilbake» does not say that it is not acute: it shows the question, and the same danger is heard again. A yes leads
    on step by step where nothing else is under way, in a chat of one's own (`is_alone`).
    """
    button = next((one for one in state.shown if one.verb == GO_ON), None)
    plea = Pressed("acute") if _pleads(said, texts) and (state.active == GUIDE or button is not None) else None
    if button is None:
        return plea or (_since_acute(said, state.danger[0], texts) if state.danger else None)
    is_denied = is_acute_card(state) and only_denies_blows(said, texts)
    is_calm = plain_words(said) in (plain_words(button.title), *texts.listed("acute.words_not_acute"))
    if is_calm or is_denied:
        return still_acute(button) if is_denied and button.id != BLOWS else Pressed(GO_ON, button.id)
    if typed_command(said, texts) == "back":
        return Pressed(GO_ON) if state.active is not None else None
    is_yes = is_alone and state.active is None and _is_yes(said, texts)
    own = own_on_card(state)
    again = Pressed(OWN_CARD, own) if own else still_acute(button)
    if is_acute_card(state) and (is_yes or _asks_to_be_guided(said, texts)):
        return Pressed(*STEPS) if _leads_to_steps(state) else again
    if is_acute_card(state) and plain_words(said) in texts.listed("acute.words_no_answer"):
        return Pressed("article", "akutt-barnevernvakt")
    # who comes back may have rung, and who asks what the bot can do is not shown that instead of whom to ring
    is_again = command_in_full(said, texts) in ("came_back", "where_we_were", "help")
    return again if (is_again or _may_be_acute(said, texts)) and is_acute_card(state) else plea


def _since_acute(said: str, kind: str, texts: Texts) -> Pressed | None:
    """Return the acute card again for who says that it is worse, or its steps by the name of their button."""
    if plain_words(said) == plain_words(texts("guide.door_staff")):
        return Pressed("guide_start", "akutt")
    return still_acute(Pressed(GO_ON, kind)) if _is_worse(said, texts) else None


def better_below(said: str, state: ConversationState, around: Around) -> Routed | None:
    """Show the acute card again to who says that it is better: what made it come may not be over."""
    kind = kind_on_card(state)
    if kind is None or (found := found_for(said, state, around)).verdict != "small_talk" or found.kind != BETTER:
        return None
    own = own_on_card(state)
    return Routed(Step((own_card(own, state, around),)) if own else card_again("better", kind, state, around))


def kind_on_card(state: ConversationState) -> str | None:
    """Return the kind of danger on the acute card when that was shown last; empty when the card has none."""
    return next((one.id for one in state.shown if one.verb == GO_ON), "") if is_acute_card(state) else None


def is_acute_card(state: ConversationState) -> bool:
    """Tell whether it is the acute card that was shown last, not the one about a member of staff."""
    return _leads_to_steps(state) or any(one.verb == GO_ON and one.id for one in state.shown)


def _leads_to_steps(state: ConversationState) -> bool:
    """Tell whether the card offers what staff do step by step: where it burns, and to oneself, it does not."""
    return any((one.verb, one.id) == STEPS for one in state.shown)


def no_below(said: str, pressed: Pressed, state: ConversationState, around: Around) -> Routed | None:
    """Ask what «no» means, in English that it is not acute and in nynorsk that it is now; and say how a no is written,
    to whom the card is shown again because more was said with it: «nei hun er trygg nå»."""
    if plain_words(said) in around.text.listed("acute.words_no_or_now"):
        return Routed(no_or_now(pressed.id, around))
    is_again, kind = pressed == Pressed("acute", pressed.id), kind_on_card(state)
    if not (is_again and kind is not None and _may_calm(words_of(said), around.text)):
        return None
    return Routed(card_again("no_in_words", kind, state, around))


def _may_calm(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether a no goes on with something that may calm, «nei hun er trygg nå»; «nei, det er verre» does not."""
    calm, worse = texts.words("acute.words_calm"), texts.words("acute.words_worse")
    begins = words[:1] != [] and words[0] in texts.listed("guide.words_no")
    return begins and not calm.isdisjoint(words) and worse.isdisjoint(words)


def answer_at_staff_door(said: str, state: ConversationState, texts: Texts) -> Pressed | None:
    """Return the way on, step by step, for an answer to the card about a member of staff, and for who does not follow
    it or asks what to do now."""
    words = words_of(said)
    is_lost_below = is_lost(words, texts) or asks_what_now(words, texts)
    is_answer = _is_staff_card(state) and (is_lost_below or _goes_on_with_staff(said, texts))
    return Pressed("guide_start", STAFF) if is_answer else None


def _is_staff_card(state: ConversationState) -> bool:
    """Tell whether the card about a member of staff was shown last, and nothing else asks for an answer."""
    return state.active is None and any((one.verb, one.id) == ("guide_start", STAFF) for one in state.shown)


def _goes_on_with_staff(said: str, texts: Texts) -> bool:
    """Tell whether a few words say yes, that one doubts, who it is, or whom one has told, and nothing else: «ja det
    gjør det», «det er sjefen min», «vet ikke om det er noe», «har sagt det til rektor»."""
    words = words_of(said)
    who, beside = texts.words("acute.words_staff"), texts.words("acute.words_beside_staff", "guide.words_small")
    beside |= texts.words("acute.words_told_staff")
    if not words or "?" in said or len(words) > MOST_OF_STAFF:
        return False
    yes = texts.words("guide.words_yes")
    is_told = (who | beside | yes).issuperset(words) and not (who | yes).isdisjoint(words)
    doubted = {word for one in texts.listed("guide.words_unsure") for word in one.split()}
    is_unsure = is_doubt(words, texts) and (doubted | beside | texts.words("guide.words_no")).issuperset(words)
    return is_told or is_unsure


def still_acute(button: ShownButton | Pressed) -> Pressed:
    """Return the press that shows the acute card again, with what fits the same kind of danger first."""
    return Pressed("acute", button.id)


def _is_yes(said: str, texts: Texts) -> bool:
    """Tell whether all that is said is a yes, with or without thanks."""
    thanks = texts.words("common.words_thanks")
    words = [word for word in words_of(said) if word not in thanks]
    return "?" not in said and yes_or_no(words, texts) == "ja"


def _asks_to_be_guided(said: str, texts: Texts) -> bool:
    """Tell whether all that is said is «hjelp meg videre», with or without a yes before it."""
    words = words_of(said)
    without_yes = words[1:] if words and words[0] in texts.listed("guide.words_yes") else words
    return " ".join(without_yes) in texts.listed("acute.words_guide") or _pleads(" ".join(without_yes), texts)


def _pleads(said: str, texts: Texts) -> bool:
    """Tell whether all that is said is «jeg trenger hjelp», which in the middle of a worry may be about danger."""
    return plain_words(said) in texts.listed("acute.words_plea")


def _is_worse(said: str, texts: Texts) -> bool:
    """Tell whether a few words say that it is worse, whatever was shown since the acute card: «nei, det er verre»."""
    words = words_of(said)
    return "?" not in said and len(words) <= FEW_WORDS and not texts.words("acute.words_worse").isdisjoint(words)


def _may_be_acute(said: str, texts: Texts) -> bool:
    """Tell whether a few words are a yes, a doubt, or a no or «fortsett» that is not the whole of what is said."""
    words = words_of(said)
    if not words or "?" in said or len(words) > FEW_WORDS or command_in_full(said, texts):
        return False
    begins = texts.words("guide.words_yes", "guide.words_no")
    goes_on = texts.words("commands.guide_go_on", "acute.words_still")
    is_near = typed_command(said, texts) == "guide_go_on"
    return words[0] in begins or not goes_on.isdisjoint(words) or is_near or is_only_doubt(words, texts)
