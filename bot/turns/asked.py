"""Which command or button a short question of nothing but known words stands for: whom to ring or talk to, how one's
case is (`asked_of_case`), who sees what (`asked_who_sees`), and what is said of what was shown last.

Must come after danger has been heard. Whatever else is named, a child, barnevernet or a rule, is searched as always.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.texts import Texts
from bot.domain.conversation import ConversationState
from bot.domain.turn import Pressed
from bot.turns.asked_of_answer import OF_ANSWER, asked_of_answer
from bot.turns.asked_of_case import asks_if_it_came_through, asks_what_happens, of_own_case
from bot.turns.asked_who_sees import asks_who_sees, of_who_takes_over
from bot.turns.known_words import are_listened_for
from bot.turns.of_a_name import tells_of_a_name
from dialogs.by_words import says_only, words_of
from dialogs.calls import EMERGENCY, IN_VAIN, MADE, NOT_MINE, NOTHING_SENT, NOW, WRONG_NUMBER, told_or_asked
from dialogs.cases.about_words import all_named
from dialogs.cases.no_answer import VERB as NO_ANSWER
from dialogs.cases.on_duty_words import ASKS, said_of_duty
from dialogs.cases.said_beside import asks_of_the_team
from dialogs.dialog import GO_ON, Around
from dialogs.editor.access import NAME as EDITING
from dialogs.editor.access import is_editor
from dialogs.editor.home import entry_named
from dialogs.figures import figures_named
from dialogs.guide.sitting import NAME as GUIDE
from dialogs.guide.told_advice import advice_told
from dialogs.practice.practising import says_it_is_real
from dialogs.practice.progress import NAME as COURSE
from dialogs.trend import TELL, names_trend, told_behind
from dialogs.where.asked_for import NAME as WHERE
from dialogs.where.asked_for import place_asked
from dialogs.where.cards import ARENAS

IDLE = (None, WHERE)
"""What has the floor where nobody is in the middle of anything: a search for who helps loses nothing."""
OWN_CASE = "my_"
"""How the verbs of buttons begin that are about a case somebody has sent."""
LONGEST = 13
"""More words than this ask for something else as well."""


def asked_command(said: str, around: Around, floor: str | None = None) -> str | None:
    """Return the command that a question stands for, also while a dialog has the floor, where «er det sendt» is about
    the case that is written; None when it asks for anything else."""
    words, texts, is_idle = words_of(said), around.text, floor is None
    if not words or len(words) > LONGEST:
        return None
    duty = said_of_duty(said, around.today, texts)
    if duty is not None and duty.verb != ASKS:
        return duty.verb  # works in a team's channel, and says so elsewhere
    if names_trend(said, texts) or told_behind(said, texts):
        return TELL  # which says where a team does that
    if not are_listened_for(words, texts):
        return of_who_takes_over(said, texts)
    if asks_if_it_came_through(words, around, floor):
        return "my_cases"
    return _of_anybody(said, words, texts, is_idle=is_idle) or of_own_case(words, around, is_idle=is_idle)


def asked_of_own_team(said: str, state: ConversationState, around: Around) -> str | None:
    """Return what shows the own case to who has sent one and asks, in the middle of nothing, how soon its team answers,
    «hvor lenge tar det», «hvor fort kommer svaret», or what happens now. Below an answer it is asked of what that
    tells, below danger of that."""
    is_of_answer = any(one.verb in (*OF_ANSWER, GO_ON) for one in state.shown)
    is_alone = state.active is None and around.has_cases and not is_of_answer
    words, text = words_of(said), around.text
    is_asked = asks_of_the_team(words, text) or asks_what_happens(words, text)
    return "my_cases" if is_alone and len(words) <= LONGEST and is_asked else None


def asked_beside(said: str, state: ConversationState, around: Around) -> Pressed | None:
    """Return the button that a few words mean: that it is no practice, what an editor wants, of the answer shown last,
    where to go or a call. In a guide, which hears of other calls itself, whether something has come through and that
    112 is rung is answered; who is to ring, and that help is to be rung, anywhere. After commands and danger."""
    if (state.practised is not None or state.active == COURSE) and says_it_is_real(words_of(said), around.text):
        return Pressed("practice_real")
    if state.active in (None, EDITING) and is_editor(around) and (entry := entry_named(said, around.text)):
        return entry
    if state.active is None and (figures := figures_named(said, around)):
        return figures
    about = asked_of_answer(said, state, around.text) or where_to_go(said, state, around)
    told = "" if about is not None else told_or_asked(said, around)
    told = "" if told == MADE and advice_told(said, around) else told  # what came of the call is heard by itself
    if about is not None or (state.active not in (None, WHERE, GUIDE) and told not in (NOT_MINE, NOW, WRONG_NUMBER)):
        return about
    is_of_team = told == IN_VAIN and around.has_cases  # «ingen svarer» may be of the team, which is heard elsewhere
    if is_of_team and _is_bare(words_of(said), around) and any(one.verb.startswith(OWN_CASE) for one in state.shown):
        return Pressed(NO_ANSWER)
    is_free = told != "" and state.active != GUIDE and not is_of_team
    is_heard = is_free or told in (NOTHING_SENT, EMERGENCY, NOT_MINE, NOW, WRONG_NUMBER)
    return Pressed(told) if is_heard else None


def _is_bare(words: Sequence[str], around: Around) -> bool:
    """Tell whether nobody is named who does not answer: «ingen svarer»."""
    lists = ("commands.answering_words", "commands.answering_small", "common.words_deny")
    return around.text.words(*lists).issuperset(words)


def where_to_go(said: str, state: ConversationState, around: Around) -> Pressed | None:
    """Return the team or service that is asked for by name, or the search for who helps, for who writes an age, a theme
    and perhaps where the child is, «13 år, skole, fravær», in the middle of nothing. That tells of nobody yet, but with
    a clear sign of danger."""
    if (place := place_asked(said, state, around)) is not None:
        return place
    named = all_named(said, around) if state.active in IDLE else {}
    theme, sign = named.get("themes", "").partition(",")[0], around.acute.detect(said)
    is_whole = bool(theme and named.get("age")) and not named.get("way") and (sign is None or sign.is_faint)
    if not is_whole or around.municipality(state) is None:
        return None
    arena = {"arena": named["arena"]} if named["arena"] in ARENAS else {}
    return Pressed("where_show", theme, values={"age": named["age"], **arena})


def _of_anybody(said: str, words: Sequence[str], texts: Texts, *, is_idle: bool) -> str | None:
    if any(asks(words, texts) for asks in (asks_whom_to_ring, asks_for_a_person, asks_whom_to_talk_to)):
        return "numbers"
    if tells_of_a_name(words, texts):
        return "my_name_written"
    if is_idle and has_one_more_question(words, texts):
        return "question"
    return asks_who_sees(words, texts) or of_who_takes_over(said, texts)


def asks_whom_to_ring(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody asks «skal jeg ringe noen?» or «hvem ringer jeg nå», or says «jeg må ringe noen nå», and
    names nobody."""
    asks, must, small = (f"commands.ring_{key}" for key in ("asks", "must", "small"))
    begins = words[0] in texts.words(asks) or not texts.words(must).isdisjoint(words)
    return begins and says_only(words, texts, "commands.ring_words", beside=(asks, must, small))


def asks_for_a_person(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody wants to talk to a person and not to a bot, and names nobody and nothing else: «kan jeg
    snakke med et menneske»."""
    asks = not texts.words("commands.person_talk", "commands.person_alone").isdisjoint(words)
    beside = ("commands.person_talk", "commands.person_small")
    return asks and says_only(words, texts, "commands.person_words", beside=beside)


def asks_whom_to_talk_to(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody asks «hvem kan jeg snakke med?» or «kven kan hjelpe meg», and names nobody and nothing."""
    beside = ("commands.person_small", "commands.ring_small", "commands.ring_asks")
    asks = words[0] in texts.words("commands.whom_who")
    return asks and says_only(words, texts, "commands.whom_who", "commands.whom_talk", beside=beside)


def has_one_more_question(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody says that they have one more question, and not yet which: «takk, men en ting til»."""
    told = " ".join(words)
    ends = next((one for one in texts.listed("commands.one_more") if f" {told}".endswith(f" {one}")), None)
    return ends is not None and texts.words("commands.one_more_small").issuperset(told.removesuffix(ends).split())
