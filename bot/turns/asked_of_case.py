"""Hears, in nothing but known words, who asks how a case is: one's own, or in a team's channel one of the team's.

Must come after danger has been heard. Knows nothing else that may be asked.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from bot.content.texts import Texts
from bot.domain.case_under_way import CASE
from bot.turns.asked_who_sees import will_be_seen
from dialogs.by_words import says_only
from dialogs.cases.no_answer import VERB as NO_ANSWER
from dialogs.dialog import Around

STATUS = tuple(
    f"commands.status_{one}" for one in ("case", "state", "answer", "team", "others", "wait", "asks", "small")
)
"""Keys of the words that ask how one's own case is, by what they name."""
NAME = tuple(f"commands.name_{one}" for one in ("word", "mine", "own", "anonymous", "see", "who", "am", "shown"))
"""Keys of the words about somebody's own name, by what they name."""
AWAY = ("commands.team_about_away", "commands.team_case_take_over_beside")
"""Words that may stand beside the name of a member in a question which cases they have."""
WHO_HAS = ("commands.team_small", "commands.team_asks_who_small", "commands.team_asks_small")


def asks_if_it_came_through(words: Sequence[str], around: Around, floor: str | None) -> bool:
    """Tell whether somebody asks whether their case is sent, or in the middle of nothing whether it came or anybody has
    looked at it. Where a case is being written «er det sendt» is about that one."""
    texts, may_be_sent = around.text, floor is None and around.has_cases
    is_looked_at = may_be_sent and (asks_if_looked_at(words, texts) or asks_if_it_came(words, texts))
    return is_looked_at or asks_if_sent(words, texts, may_be_it=floor in (None, CASE))


def of_own_case(words: Sequence[str], around: Around, *, is_idle: bool) -> str | None:
    """Return the command that a question of one's own case stands for; the most of them only for who has sent one."""
    asked = of_answering(words, around, is_idle=is_idle)
    asked = asked or (_of_a_requester(words, around.text, is_idle=is_idle) if around.has_cases else None)
    is_news = is_idle and around.has_cases and asks_for_news(words, around.text)
    is_status = is_news or asks_how_case_is(words, around.text, has_cases=around.has_cases)
    return asked or ("my_cases" if is_status else None)


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


def of_answering(words: Sequence[str], around: Around, *, is_idle: bool) -> str | None:
    """Return what leads to the own case for who says that no answer comes, «teamet svarer ikke, hva gjør jeg», or asks
    how to answer, «åssen svarer jeg teamet», in nothing but words for that. In the middle of something, and to who has
    sent no case, the team or the case must be named."""
    texts = around.text
    answer, how, small = (texts.words(f"commands.answering_{key}") for key in ("words", "how", "small"))
    deny = texts.words("common.words_deny")
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
    between = texts.words("common.words_deny", "commands.answering_between")
    told = [word for word in words if word not in between]
    return any(one in own and two in verbs for one, two in pairwise(told))


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
    deny = texts.words("common.words_deny")
    if any(one in deny and two in texts.words("commands.agrees") for one, two in pairwise(words)):
        words = [word for word in words if word not in texts.words("commands.agrees")]  # «ikke enig»
        words.append(next(iter(against)))
    known = against | answer | team | texts.words("commands.against_small")
    is_answer = not answer.isdisjoint(words) and not (team | texts.words("commands.against_them")).isdisjoint(words)
    return known.issuperset(words) and (is_answer or not against.isdisjoint(words))


def asks_if_sent(words: Sequence[str], texts: Texts, *, may_be_it: bool) -> bool:
    """Tell whether somebody asks «har du sendt saken» or, where «it» can only be a case (`may_be_it`), «er den sendt».
    «Er meldingen sendt» is of something else."""
    asks, case, it, sent, small = (
        texts.words(f"commands.{key}") for key in ("sent_asks", "status_case", "sent_it", "sees_sent", "sent_small")
    )
    is_of_it = not case.isdisjoint(words) or (may_be_it and not it.isdisjoint(words))
    is_told = words[0] in asks and not sent.isdisjoint(words) and is_of_it
    return is_told and (asks | case | it | sent | small).issuperset(words)


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


def asks_what_happens(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether all that is said asks what happens now: «hva skjer nå», «ka skjer videre da»."""
    named = ("guide.words_now_what", "commands.status_happens")
    return says_only(words, texts, *named, beside=("guide.words_now_small",))


def _asks_of_status(words: Sequence[str], texts: Texts) -> bool:
    return words[0] in texts.words("commands.status_asks") and texts.words(*STATUS).issuperset(words)


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


def asks_of_any_case(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody in a team asks how it goes with a case, in nothing but words for that: «hva er status på
    saken», «hva skjedde med den», «hvem har tatt den»."""
    if asks_who_has_it(words, texts):
        return True
    told = texts.words("commands.status_state", "commands.status_answer", "commands.team_written", "commands.team_free")
    begins = texts.words("commands.status_asks", "commands.team_asks")
    known = told | texts.words(*STATUS, "commands.team_asks", "commands.team_asks_small")
    return words[:1] != [] and words[0] in begins and not told.isdisjoint(words) and known.issuperset(words)


def asks_who_has_it(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody in a team asks who has a case or has seen it: «hvem har tatt den», «har noen sett den»,
    «hvem har saken nå»."""
    said = " ".join(words)
    is_asked = said.startswith(texts.listed("commands.team_asks_who"))
    is_holder = said.startswith(texts.listed("commands.team_asks_holder"))
    return (is_asked and says_only(words, texts, "commands.team_taken", beside=WHO_HAS)) or (
        is_holder and says_only(words, texts, "commands.case_words", beside=WHO_HAS)
    )


def asks_of_colleague(words: Sequence[str], names: Set[str], texts: Texts) -> bool:
    """Tell whether somebody in a team asks, in nothing but words for that, which cases a member has: «hvilke saker har
    Ole», «Ole er sykmeldt, hvem tar sakene hans»."""
    asks = texts.words("commands.team_asks_member")
    beside = (
        "commands.team_asks_small",
        "commands.team_asks_who_small",
        "commands.team_taken",
        "commands.team_small",
        *AWAY,
    )
    known = asks | names | texts.words(*beside)
    return not names.isdisjoint(words) and not asks.isdisjoint(words) and known.issuperset(words)
