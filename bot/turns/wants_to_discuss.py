"""Hears who wants to discuss a child or has a case for the team, in nothing but words for that: it begins a case.

Must come after danger has been heard. Whoever goes on to tell of the child is heard by `dialogs/wish_to_discuss.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.content.texts import Texts
from bot.domain.conversation import ConversationState
from bot.turns.asked import IDLE, LONGEST
from bot.turns.known_words import are_listened_for
from dialogs.by_words import words_of
from dialogs.cases.about_words import all_named, names_a_case
from dialogs.dialog import Around
from dialogs.guide.sitting import NAME as GUIDE
from dialogs.workplace import behind_who_one_is

DISCUSS = tuple(f"commands.discuss_{one}" for one in ("wish", "verb", "about", "case", "team", "send", "how", "small"))
"""Keys of the words that say that somebody wants to discuss a child, by what they name."""


def wish_to_discuss(said: str, state: ConversationState, around: Around) -> str | None:
    """Return what begins a case for who says, in the middle of nothing, that they want to discuss a child or have a
    case for the team, also behind who they are, or writes all that its first step asks. «Kan jeg drøfte et barn
    anonymt» asks for the rule, and a story is read as a whole."""
    if state.active in IDLE and names_a_case(said, around):
        return "submit"
    texts, words = around.text, words_of(behind_who_one_is(said, around))
    if state.active not in (*IDLE, GUIDE) or not words or len(words) > LONGEST:
        return None
    if state.active == GUIDE and not rather_discusses(words, texts):
        return None
    if are_listened_for(words, texts) and sends_another(words, texts):
        return "submit"
    known = texts.words(*DISCUSS, "commands.discuss_advice", "commands.discuss_it")
    rest = [word for word in words if word not in known and not word.isdecimal()]
    if rest and not all_named(" ".join(rest), around):
        return None
    return "submit" if _wishes_to_discuss(said, words, bool(rest), texts) else None


def _wishes_to_discuss(said: str, words: Sequence[str], is_named: bool, texts: Texts) -> bool:
    """Tell whether somebody wishes to discuss a child, or has a case for the team, in nothing but words for that and,
    where a child `is_named`, for what the first step of a case asks."""
    wish, verb, about, case, team, send, how, _ = (texts.words(key) for key in DISCUSS)
    # «må jeg ta opp en elev i teamet» asks; «må ta opp en elev i teamet» says so
    asks = words[0] in wish and not texts.words("commands.discuss_who").isdisjoint(words[1:2])
    is_rule = not texts.words("commands.discuss_rule").isdisjoint(words)
    is_begun = words[0] in texts.words("commands.discuss_first") and not is_rule and "?" not in said  # «drøft en elev»
    is_wished, is_how = (not asks and not wish.isdisjoint(words)) or is_begun, words[0] in how
    bare = wish | verb | texts.words("commands.discuss_it", "commands.discuss_bare")  # «vil heller drøfte det»
    is_about = not (about | case | team).isdisjoint(words) or bare.issuperset(words) or is_named
    advice = texts.words("commands.discuss_advice")
    is_advice = not asks and not any(one.isdisjoint(words) for one in (wish, advice, team))
    is_discussed = not verb.isdisjoint(words) and is_about  # «vil drøfte» says it all
    is_sent = not send.isdisjoint(words) and not case.isdisjoint(words)
    is_for_team = words[0] not in how and "har" in words and not case.isdisjoint(words) and not team.isdisjoint(words)
    # «kan vi ta opp en elev i teamet» asks for the same; without the team, or anonymously, it asks for the rule
    in_team = not any(one.isdisjoint(words) for one in (verb, about | case, team))
    is_asked = words[0] == "kan" and in_team and not is_rule
    return (
        (is_wished and not is_how and (is_discussed or is_sent))
        or (is_how and is_sent)
        or is_for_team
        or is_asked
        or (is_advice and not is_how)
    )


def rather_discusses(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody in the middle of a guide wants to discuss the child instead, «jeg vil heller drøfte det».
    «Jeg vil drøfte en elev» goes on here: danger is asked about first."""
    wants, verb, rather = (texts.words(f"commands.discuss_{key}") for key in ("wants", "verb", "rather"))
    return not any(one.isdisjoint(words) for one in (wants, verb, rather))


def sends_another(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody wants to send one more case, or one of another child: «kan jeg sende en til», «kan jeg
    sende en sak til om en annen elev». One more report is told of in other words."""
    send, another, child, small, case = (
        texts.words(f"commands.{key}")
        for key in ("discuss_send", "another_word", "another_child", "another_small", "discuss_case")
    )
    what = child | case | {"en", "én", "ei", "ein"}
    is_more = any(
        (one in what and two == "til") or (one in another and two in child | case) for one, two in pairwise(words)
    )
    is_named = words[0] in texts.words("commands.another_first") and not case.isdisjoint(words)  # «en ny sak om …»
    is_sent = is_named or not send.isdisjoint(words)
    return is_more and is_sent and (send | another | child | small | case).issuperset(words)
