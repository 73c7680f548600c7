"""Hears a short question of nothing but known words: how one's case is, whom to ring or talk to, and who sees what.

Must come after danger has been heard. Whatever else is named, a child, barnevernet or a rule, is searched as always.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.content.texts import Texts
from bot.domain.conversation import ConversationState
from bot.domain.turn import Pressed
from bot.turns.asked_of_answer import OF_ANSWER, asked_of_answer
from bot.turns.asked_who_sees import asks_who_sees, of_who_takes_over, will_be_seen
from bot.turns.known_words import are_listened_for
from bot.turns.of_a_name import tells_of_a_name
from dialogs.by_words import says_only, words_of
from dialogs.calls import EMERGENCY, IN_VAIN, NOT_MINE, NOTHING_SENT, NOW, told_or_asked
from dialogs.cases.about_words import all_named, names_a_case
from dialogs.cases.no_answer import VERB as NO_ANSWER
from dialogs.cases.on_duty_words import ASKS, said_of_duty
from dialogs.cases.said_beside import asks_of_the_team
from dialogs.dialog import Around
from dialogs.editor.access import NAME as EDITING
from dialogs.editor.access import is_editor
from dialogs.editor.home import entry_named
from dialogs.guide.sitting import NAME as GUIDE
from dialogs.practice.practising import says_it_is_real
from dialogs.trend import TELL, names_trend, told_behind
from dialogs.where.asked_for import NAME as WHERE
from dialogs.where.asked_for import place_asked
from dialogs.where.cards import ARENAS
from dialogs.workplace import behind_who_one_is

STATUS = tuple(
    f"commands.status_{one}" for one in ("case", "state", "answer", "team", "others", "wait", "asks", "small")
)
"""Keys of the words that ask how one's own case is, by what they name."""
NAME = tuple(f"commands.name_{one}" for one in ("word", "mine", "own", "anonymous", "see", "who", "am", "shown"))
"""Keys of the words about somebody's own name, by what they name."""
DISCUSS = tuple(f"commands.discuss_{one}" for one in ("wish", "verb", "about", "case", "team", "send", "how", "small"))
"""Keys of the words that say that somebody wants to discuss a child, by what they name."""
IDLE = (None, WHERE)
"""What has the floor where nobody is in the middle of anything: a search for who helps loses nothing."""
LONGEST = 13
"""More words than this ask for something else as well."""


def asked_command(said: str, around: Around, *, is_idle: bool = True, in_case: bool = False) -> str | None:
    """Return the command that a question stands for, also in the middle of something (not `is_idle`), where «er det
    sendt» is about the case that is written (`in_case`); None when it asks for anything else."""
    words, texts = words_of(said), around.text
    if not words or len(words) > LONGEST:
        return None
    duty = said_of_duty(said, around.today, texts)
    if duty is not None and duty.verb != ASKS:
        return duty.verb  # works in a team's channel, and says so elsewhere
    if names_trend(said, texts) or told_behind(said, texts):
        return TELL  # which says where a team does that
    if not are_listened_for(words, texts):
        return of_who_takes_over(said, texts)
    is_looked_at = is_idle and around.has_cases and (asks_if_looked_at(words, texts) or asks_if_it_came(words, texts))
    if is_looked_at or asks_if_sent(words, texts, is_idle=is_idle or in_case):
        return "my_cases"
    asked = _of_anybody(said, words, texts, is_idle=is_idle) or of_answering(words, around, is_idle=is_idle)
    asked = asked or (_of_a_requester(words, texts, is_idle=is_idle) if around.has_cases else None)
    is_news = is_idle and around.has_cases and asks_for_news(words, texts)
    return asked or ("my_cases" if is_news else _of_a_case(words, around))


def asked_of_own_team(said: str, state: ConversationState, around: Around) -> str | None:
    """Return what shows the own case to who has sent one and asks, in the middle of nothing, how soon its team answers,
    «hvor lenge tar det», «hvor fort kommer svaret». Below an answer it is asked of what that tells."""
    is_of_answer = any(one.verb in OF_ANSWER for one in state.shown)
    is_alone = state.active is None and around.has_cases and not is_of_answer
    words = words_of(said)
    return "my_cases" if is_alone and len(words) <= LONGEST and asks_of_the_team(words, around.text) else None


def asked_beside(said: str, state: ConversationState, around: Around) -> Pressed | None:
    """Return the button that a few words mean: that it is no practice, what an editor wants, of the answer shown last,
    where to go or a call. In a guide, which hears of other calls itself, whether something has come through and that
    112 is rung is answered; who is to ring, and that help is to be rung, anywhere. After commands and danger."""
    if state.practised is not None and says_it_is_real(words_of(said), around.text):
        return Pressed("practice_real")
    if state.active in (None, EDITING) and is_editor(around) and (entry := entry_named(said, around.text)):
        return entry
    about = asked_of_answer(said, state, around.text) or where_to_go(said, state, around)
    told = "" if about is not None else told_or_asked(said, around)
    if about is not None or (state.active not in (None, WHERE, GUIDE) and told not in (NOT_MINE, NOW)):
        return about
    is_of_team = told == IN_VAIN and around.has_cases  # «ingen svarer» may be of the team, which is heard elsewhere
    is_free = told != "" and state.active != GUIDE and not is_of_team
    is_heard = is_free or told in (NOTHING_SENT, EMERGENCY, NOT_MINE, NOW)
    return Pressed(told) if is_heard else None


def of_answering(words: Sequence[str], around: Around, *, is_idle: bool) -> str | None:
    """Return what leads to the own case for who says that no answer comes, «teamet svarer ikke, hva gjør jeg», or asks
    how to answer, «åssen svarer jeg teamet», in nothing but words for that. In the middle of something, and to who has
    sent no case, the team or the case must be named."""
    texts = around.text
    answer, deny, how, small = (texts.words(f"commands.answering_{key}") for key in ("words", "deny", "how", "small"))
    team, own = texts.words("commands.status_team", "commands.status_case"), texts.words("commands.answering_own")
    others = texts.words("commands.status_others", "commands.status_wait", "commands.answering_got")
    if answer.isdisjoint(words) or not (answer | deny | how | small | team | own | others).issuperset(words):
        return None
    is_named = not team.isdisjoint(words)
    got = not texts.words("commands.answering_got").isdisjoint(words)
    by_own = _is_by_own(words, texts)
    if not deny.isdisjoint(words):
        tells = not texts.words("commands.answering_tells").isdisjoint(words)  # «ingen svarer» may be of a call
        is_meant = is_named or (is_idle and (got or (around.has_cases and tells)))
        is_news = " ".join(words[-2:]) in texts.words("commands.answering_news")  # «aldri hørt det»
        return NO_ANSWER if is_meant and not is_news and (got or not by_own) else None
    is_how = words[0] in how and (by_own or not own.isdisjoint(words)) and not got
    if not is_how or not (is_named or is_idle):
        return None
    return "my_reply" if around.has_cases else NO_ANSWER


def _is_by_own(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether it is the asker who answers, or does not: «jeg svarer ikke», «jeg har ikke svart dem»."""
    own, verbs = texts.words("commands.answering_own"), texts.words("commands.answering_verbs")
    between = texts.words("commands.answering_deny", "commands.answering_between")
    told = [word for word in words if word not in between]
    return any(one in own and two in verbs for one, two in pairwise(told))


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


def _of_anybody(said: str, words: Sequence[str], texts: Texts, *, is_idle: bool) -> str | None:
    if any(asks(words, texts) for asks in (asks_whom_to_ring, asks_for_a_person, asks_whom_to_talk_to)):
        return "numbers"
    if tells_of_a_name(words, texts):
        return "my_name_written"
    if is_idle and has_one_more_question(words, texts):
        return "question"
    return asks_who_sees(words, texts) or of_who_takes_over(said, texts)


def _of_a_requester(words: Sequence[str], texts: Texts, *, is_idle: bool) -> str | None:
    """Return what only somebody who has sent a case can mean. In the middle of something «saken haster» is of that."""
    if asks_of_own_name(words, texts):
        return "my_name"
    if is_idle and will_be_seen(words, texts):
        return "my_show"
    if speaks_of_advice(words, texts) or asks_who_answered(words, texts):
        return "my_advice"
    hurry, of_case, small = (f"commands.hurry_{one}" for one in ("words", "case", "small"))
    if is_idle and says_only(words, texts, hurry, of_case, beside=(small,)):
        return NO_ANSWER  # «saken haster mer nå»
    if not disagrees(words, texts):
        return None
    is_against = texts.words("commands.against", "commands.agrees")
    return "my_add" if is_against.isdisjoint(words) else "my_disagree"


def _of_a_case(words: Sequence[str], around: Around) -> str | None:
    return "my_cases" if asks_how_case_is(words, around.text, has_cases=around.has_cases) else None


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


def asks_of_own_name(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody asks whether their own name is seen, or wants it hidden: «er jeg anonym nå», «skjul navnet
    mitt», «jeg vil ikke at de skal se hvem jeg er», «jeg angrer på at jeg viste navnet»."""
    name, mine, own, anonymous, see, who, am, shown = (texts.words(key) for key in NAME)
    told = ((name, mine, see), (anonymous, own), (who, own, see, am), (name, own, shown))
    is_told = any(all(not one.isdisjoint(words) for one in all_of) for all_of in told)
    return is_told and texts.words(*NAME, "commands.name_small").issuperset(words)


def speaks_of_advice(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody who has sent a case speaks of the advice, in nothing but words for that: «hva var rådet»,
    «jeg forstår ikke rådet», «kan jeg få nytt råd»; «nye råd» alone may be what was gained by the answer."""
    is_wished = not texts.words("commands.advice_wish").isdisjoint(words)
    new, bare = (f"commands.advice_{key}" for key in ("new", "bare"))
    is_new = is_wished and says_only(words, texts, new, bare, beside=("commands.advice_small",))
    return is_new or says_only(words, texts, "commands.advice_words", beside=("commands.advice_small",))


def asks_who_answered(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody who has sent a case asks who answered it: «hvem er det som har svart»."""
    who, small = texts.words("commands.who_answered"), texts.words("commands.who_answered_small")
    answered = texts.words("commands.status_answer", "commands.answering_verbs")
    is_asked = words[0] in who and not answered.isdisjoint(words)
    return is_asked and (who | small | answered).issuperset(words)


def disagrees(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody who has sent a case disagrees, or asks whether the team can be answered."""
    against, answer, team = (texts.words(f"commands.{key}") for key in ("against", "against_answer", "status_team"))
    deny = texts.words("commands.answering_deny")
    if any(one in deny and two in texts.words("commands.agrees") for one, two in pairwise(words)):
        words = [word for word in words if word not in texts.words("commands.agrees")]  # «ikke enig»
        words.append(next(iter(against)))
    known = against | answer | team | texts.words("commands.against_small")
    is_answer = not answer.isdisjoint(words) and not (team | texts.words("commands.against_them")).isdisjoint(words)
    return known.issuperset(words) and (is_answer or not against.isdisjoint(words))


def asks_if_sent(words: Sequence[str], texts: Texts, *, is_idle: bool) -> bool:
    """Tell whether somebody asks «har du sendt saken» or, in the middle of nothing, «er den sendt». «Er meldingen
    sendt» is of something else."""
    asks, case, it, sent, small = (
        texts.words(f"commands.{key}") for key in ("sent_asks", "status_case", "sent_it", "sees_sent", "sent_small")
    )
    is_of_it = not case.isdisjoint(words) or (is_idle and not it.isdisjoint(words))
    is_told = words[0] in asks and not sent.isdisjoint(words) and is_of_it
    return is_told and (asks | case | it | sent | small).issuperset(words)


def has_one_more_question(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody says that they have one more question, and not yet which: «takk, men en ting til»."""
    told = " ".join(words)
    ends = next((one for one in texts.listed("commands.one_more") if f" {told}".endswith(f" {one}")), None)
    return ends is not None and texts.words("commands.one_more_small").issuperset(told.removesuffix(ends).split())


def asks_if_it_came(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody who has sent a case asks «kom den fram» or «fikk dere den», in nothing but words for that:
    a report is named, and is asked of somebody else."""
    asks, came, it, case, small = (
        texts.words(f"commands.{key}")
        for key in ("sent_came_asks", "sent_came", "sent_it", "status_case", "sent_small")
    )
    is_asked = words[0] in asks and not came.isdisjoint(words) and not (it | case).isdisjoint(words)
    return is_asked and len(words) > 2 and (asks | came | it | case | small).issuperset(words)


def asks_if_looked_at(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody asks if anybody has looked at it yet, in nothing but words for that: «har noen sett saken»,
    «er det noen som har lest den». «Har lederen sett saken» asks who sees it."""
    looked, has, small = (texts.words(f"commands.looked_{key}") for key in ("at", "has", "small"))
    by, case = texts.words("commands.looked_by", "commands.status_team"), texts.words("commands.status_case")
    is_asked = words[0] in has and not looked.isdisjoint(words) and not by.isdisjoint(words)
    return is_asked and (looked | has | small | by | case).issuperset(words)


def asks_for_news(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody asks «har det skjedd noe» or «hvor blir det av svaret», and names nothing: who has sent a
    case means that."""
    coming, answer = texts.words("commands.status_coming"), texts.words("commands.status_answer")
    rest = [word for word in words if word not in coming]
    is_coming = len(rest) < len(words) and not answer.isdisjoint(words)
    is_news = not texts.words("commands.status_news").isdisjoint(words) and _asks_of_status(words, texts)
    is_begun = words[0] in texts.words("commands.status_asks") and texts.words(*STATUS).issuperset(rest)
    return is_news or (is_coming and is_begun)


def _asks_of_status(words: Sequence[str], texts: Texts) -> bool:
    return words[0] in texts.words("commands.status_asks") and texts.words(*STATUS).issuperset(words)


def asks_of_any_case(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody in a team asks how it goes with a case, in nothing but words for that: «hva er status på
    saken», «hva skjedde med den», «hvem har tatt den»."""
    if asks_who_has_it(words, texts):
        return True
    told = texts.words("commands.status_state", "commands.status_answer", "commands.team_written", "commands.team_free")
    begins = texts.words("commands.status_asks", "commands.team_asks")
    known = told | texts.words(*STATUS, "commands.team_asks", "commands.team_asks_small")
    return words[:1] != [] and words[0] in begins and not told.isdisjoint(words) and known.issuperset(words)


WHO_HAS = ("commands.team_small", "commands.team_asks_who_small", "commands.team_asks_small")


def asks_who_has_it(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody in a team asks who has a case or has seen it: «hvem har tatt den», «har noen sett den»."""
    is_asked = " ".join(words).startswith(texts.listed("commands.team_asks_who"))
    return is_asked and says_only(words, texts, "commands.team_taken", beside=WHO_HAS)


def asks_how_case_is(words: Sequence[str], texts: Texts, *, has_cases: bool) -> bool:
    """Tell whether somebody asks «hvordan går det med saken min» or «har de svart?». To whoever has sent no case «de»
    may be anybody: then only «saken» and «teamet» tell."""
    if not _asks_of_status(words, texts):
        return False
    case, state, answer, team, others = (texts.words(key) for key in STATUS[:5])
    who = team | others if has_cases else team
    is_of_case = not case.isdisjoint(words) and not (state | answer).isdisjoint(words)
    is_of_answer = not answer.isdisjoint(words) and not who.isdisjoint(words)
    is_of_team = not state.isdisjoint(words) and not team.isdisjoint(words)
    is_waiting = not texts.words("commands.status_wait").isdisjoint(words)
    is_of_sender = is_of_team or is_waiting or _asks_if_received(words, texts)
    return is_of_case or is_of_answer or (has_cases and is_of_sender)


def _asks_if_received(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody asks «fikk de saken min», «har teamet lest den»."""
    received = ("status_got",), ("against_them", "status_team"), ("sent_it", "status_case")
    return all(not texts.words(*(f"commands.{key}" for key in keys)).isdisjoint(words) for keys in received)
