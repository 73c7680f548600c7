"""Tells of what sounds like danger and stops nobody: what the bot itself offers, a plain denial, and a faint sign of
what was said not to be acute."""

from __future__ import annotations

from bot.content.texts import Texts
from bot.domain.conversation import ConversationState
from bot.turns.after_acute import is_acute_card
from bot.turns.denied import only_denies_blows, only_denies_it_was_said
from bot.turns.of_a_name import is_only_of_a_name
from bot.turns.written import passed
from dialogs.by_words import words_of
from dialogs.cases.about_words import only_chooses
from dialogs.dialog import Around
from dialogs.guide.dialog import is_offered
from dialogs.where.dialog import is_search


def is_harmless(said: str, state: ConversationState, around: Around) -> bool:
    """Tell whether no danger is heard in the words: an answer the guide itself offers, word for word, has its own way
    on, «må hjem nå» is said by whoever leaves, not of a child, «rus, 16 år» is searched for or chosen, and little
    money or a name that should not stand somewhere is none."""
    is_ours = is_offered(said, state, around) or around.answers.only_leaves(said)
    is_ours = is_ours or is_search(said, state, around) or only_chooses(said, state, around)
    is_denied = only_denies_blows(said, around.text) or only_denies_it_was_said(said, around.text)
    return is_ours or is_denied or only_lacks_money(said, around.text) or is_only_of_a_name(said, around)


def only_lacks_money(said: str, texts: Texts) -> bool:
    """Tell whether somebody tells, in nothing but words for that, that a family has little money: «mor sier hun ikke
    har penger», «dem har itj råd te vinterklær». Food is none of these words."""
    words = words_of(said)
    money, lacks, small = (texts.words(f"acute.words_money_{key}") for key in ("word", "lacks", "small"))
    is_told = not money.isdisjoint(words) and not lacks.isdisjoint(words)
    return is_told and (money | lacks | small).issuperset(words)


def is_quiet_danger(said: str, state: ConversationState, around: Around) -> bool:
    """Tell whether what to do in danger is said beside the answer: to a denial, and to a faint sign of the kind that
    was said not to be acute, which does not stop them anew and may still be new, also below the card on something
    else. A denial below that card answers it."""
    if only_denies_it_was_said(said, around.text):
        return True  # which leaves open whether anybody hits, also below that card
    if only_denies_blows(said, around.text):
        return not is_acute_card(state)
    kinds = passed(state)
    sign = around.acute.detect(said) if kinds and not is_harmless(said, state, around) else None
    return sign is not None and sign.is_faint and sign.kind in kinds
