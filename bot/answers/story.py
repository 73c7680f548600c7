"""Tells a story of worry, a child described at length, from a question about the rules. Must not know the articles.

Such a story is full of everyday words (elev, barnehage, foreldre) that stand in every article, and asks nothing, or
only «hva gjør jeg?». A question about the rules may be told at length as well: then it asks whether something is
allowed, or names the law, and is searched as any question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.answers.telling import names_rules_or_papers, names_telling_or_rules
from bot.answers.wording import fold

FEWEST_WORDS = 25
"""Words in a story; what is shorter is one only when somebody says that they are worried."""
FEWEST_TOLD = 4
"""Words in which something may be told of a child; fewer are what a question may be looked up by."""
LONGEST_CALL = 14
"""Words in a clause that only asks what to do: a longer one asks about something."""

_PERSON = re.compile(
    r"\b(\w*barn(et|a|an|i|e)?|\w*elev(en|ene|a|er|ar|ane|an|i)?|\w*jent(e|a|an|en|er|ene|or|un?g\w*|egjeng\w*)"
    r"|\w*gutt?(en|ene|er|a|ar|ane|an|un?g\w*|egjeng\w*)?|([ou]ng|småung)(e|en|er|ar|a|an|ane|ene|dom(men|mene|mer|mar|mane)?)"
    r"|små(en|bror|søster)?|bab(y|yen|yer|yene|yar|yane)|[\w-]*åring(en|er|ene|ar|ane|a|an)?|\w*d[oa]tter(en|a)?"
    r"|\w*sønn(en|er|ene)?|student(en|er|ene|ar|ane)?|kvinn(e|en|a|er|ene)|klient(en|er|ene|ar|ane)?"
    r"|child(ren)?|girl|boy|pupil|kid)'?s?\b"
    r"|\b(han|hun|ho|hu|hain|mann|dame|she|he)\b"
    r"|\b(med|om|for|har|på) (en|ei|ein) som (?!(passer|heter|heiter|gjelder)\b)"
)
"""Of somebody to be worried for; «barnehagen», «småting» and «ungdomsskolen» are none."""
_OTHERS = re.compile(
    r"\b((ste|beste)?(mor|far)(a|en|s)?|mamma\w*|pappa\w*|foreld\w*|forsørg\w*|søsk\w*|s[øy]ster(en|a|s)?|bror(en|s)?"
    r"|onkel\w*|tant[ea]\w*|tvilling\w*|samboer\w*|mannen|kona|kjæresten|familie\w*|hans|hennes|deres|dem|de|noen|nokon|nån|nåen"
    r"|mum|dad|parents?|they|them|someone|somebody)\b"
)
_ASKING = frozenset({
    *("hva", "kva", "ka", "hvordan", "korleis", "korsn", "åssen", "hvem", "kven", "kæm", "kem", "hvorfor", "når"),
    *("hvor", "kor", "hvilken", "hvilke", "må", "kan", "skal", "har", "er", "får", "bør", "vil", "burde", "gjelder"),
    *("what", "how", "who", "when", "where", "why", "can", "may", "must", "do", "does", "is", "are", "should"),
})  # fmt: skip
"""Words that a question begins with, also without its sign."""
_SAYS = re.compile(r"\b(sier|seie|seier|oppgi\w*|utlevere\w*|svarer?)\b")
"""Of somebody who may or may not tell, beside the words of `telling.py`."""
_HAS_ONE = re.compile(
    r"^(har|hæ|ha) (en|ei|et|ein|eit|to|tre|fire|noen|nokon|nån|fått) "
    r"(?!.*\b(har|kan|må|skal|får|bør) (jeg|eg|æ|vi|man)\b)"
    r"(\w+ ){0,6}(som|så|der) "
)
"""«Har en gutt i klassen som aldri snakker»: in haste nobody writes «jeg», and nothing is asked."""
_AT_WORK = re.compile(
    r"^(er|e) (\w*(lærer|vaktmester|assistent|arbeider|renholder|sjåfør|terapeut|vikar|pedagog|søster|pleier|trener"
    r"|leder|konsulent|veileder|kokk)|ansatt|tilsett|rektor|styrer|student|lærling) (?!(jeg|eg|æ|vi|man|som)\b)"
    r"(?!.*\b(har|kan|må|skal|får|bør|er|e) (jeg|eg|æ|vi|man|det)\b)"
)
"""«Er vaktmester på skolen, ser en gutt …»: in haste nobody writes «jeg», and nothing is asked."""
_ENDS = re.compile(r"(?<=[.!?\n])")
_CALL = re.compile(
    r"\b(hva|kva|ka|hvordan|korleis|kordan|korsn|åssen|hvor|kor|hvem|kven|kæm|noen|nokon|noe|noko"
    r"|what|how|where|who|any)\b.*"
    r"\b(gjøre?|gjere?|gjærra|gjørra|gjort|prøv\w*|neste|videre|vidare|begynn\w*|start\w*|hjelp\w*|fram|frem"
    r"|tenker?|synes?|syns|mener?|anbefal\w*|råd|tips|forslag|ide\w*|do|next|start|help|advice)\b"
    r"|\b(forslag|tips|råd)\b|\b(hvem|kven|kæm|who) .*\b(snakk\w*|talk)\b"
)
"""Of a clause that asks for advice."""

_WHOM_TO_ASK = frozenset({
    *("hvem", "kven", "kæm", "kem", "who", "er", "e", "det", "som", "i", "på", "kommunen", "kommuna", "her", "hos"),
    *("oss", "dere", "vår", "skolen", "barnehagen", "jobber", "jobbar", "jobbe", "arbeider", "driver", "med"),
    *("slikt", "sånt", "sånn", "sånne", "slike", "saker", "sakene", "ting", "dette", "denne", "ham", "han"),
    *("henne", "hun", "ho", "dem", "om", "hjelper", "hjelpe", "hjelp", "hjelpa", "følger", "følge", "opp", "tar"),
    *("ta", "seg", "av", "kan", "skal", "bør", "burde", "vi", "jeg", "eg", "æ", "me", "man", "en", "spør"),
    *("spørre", "kontakte", "kontakter", "kontakt", "snakke", "prate", "ringe", "ringer", "da", "nå", "no", "rett"),
    *("å", "og", "for", "til", "gå", "går", "henvender", "henvende", "meg", "in"),
    *("the", "municipality", "works", "work", "with", "this", "can", "help", "we", "ask", "us", "such", "things"),
})  # fmt: skip
"""All the words of a clause that asks for nothing but whom to turn to with what was told: «hvem jobber med slikt?»."""
_REACHES = frozenset(
    {"snakke", "prate", "ringe", "ringer", "kontakte", "kontakter", "kontakt", "spør", "spørre", "ask"}
)
_ONESELF = frozenset({"jeg", "eg", "æ", "vi", "me", "man", "we"})
"""«Hvem skal vi ringe?» asks for whom; «hvem skal ringe?» asks who does it."""
_WHO = frozenset({"hvem", "kven", "kæm", "kem", "who"})
_CLAUSE = re.compile(r"[,.!?\n]")

_WORRIED = re.compile(
    r"\b(jeg|eg|æ|je|vi|me|i|i'm|we)\b.{0,40}\b(bekymr\w*|uroli\w*|urole?g\w*|uroa|uro|worried|concerned"
    r"|(bad|vond) (feeling|følelse)|magefølelse|ut av hodet)\b"
)
_REPORT = re.compile(r"\bmeld")


@dataclass(frozen=True)
class Story:
    """What a message tells beside what it asks."""

    is_of_someone: bool = False
    """It describes a child, or another person, at length."""
    says_worry: bool = False
    """Somebody says that they are worried for one, and asks about no rules."""
    only_asks_what_to_do: bool = False
    """One of the two, and whatever is asked is what to do: there is no question about rules in it. Or something is told
    of somebody and only asked who works with such things."""
    may_want_guiding: bool = False
    """It describes somebody at length, and nothing in what it asks names a rule: when no answer is sure, the person may
    as well want to be guided."""
    asks_no_rules: bool = False
    """It is long, and no word in it is about telling others or about rules: it is no question about the duties of a
    profession, though it may name teachers and pupils ten times."""


def story_told(message: str) -> Story:
    """Return what a message tells."""
    folded = fold(message)
    is_long = len(folded.split()) >= FEWEST_WORDS
    asks_no_rules = is_long and not names_telling_or_rules(folded)
    is_worried = _WORRIED.search(folded) is not None
    asks_whom = told_before_whom(message) != message and not names_rules_or_papers(folded)
    if not (is_long or is_worried or asks_whom) or not _PERSON.search(folded):
        return Story(asks_no_rules=asks_no_rules)
    says_worry = is_worried and not names_rules_or_papers(folded) and not _REPORT.search(folded)
    asked = _asked(folded)
    asks_rules = any(map(names_rules_or_papers, asked or [folded]))
    return Story(
        is_of_someone=is_long,
        says_worry=says_worry,
        only_asks_what_to_do=asks_whom or ((is_long or says_worry) and not asks_rules and all(map(_is_call, asked))),
        may_want_guiding=is_long and not asks_rules,
        asks_no_rules=asks_no_rules,
    )


def names_someone(message: str) -> bool:
    """Tell whether a child, or another person, is named by a word: «eleven», «ho»; a name alone is none."""
    return _PERSON.search(fold(message)) is not None


def tells_of_others(message: str) -> bool:
    """Tell whether somebody else is named by a word: a child, their family, «noen», «de»."""
    folded = fold(message)
    return _PERSON.search(folded) is not None or _OTHERS.search(folded) is not None


def tells_of_a_child(message: str) -> bool:
    """Tell whether a few words tell something of a child and ask for nothing: «han sovner i timen». Who says
    so may want to be guided, also where an answer is found."""
    folded = fold(message)
    return only_tells(message) and _PERSON.search(folded) is not None and not names_rules_or_papers(folded)


def tells_nothing_of_rules(message: str) -> bool:
    """Tell whether something is told of a child, and no word is about rules, papers or telling others: what is read
    first there is what to do."""
    folded = fold(message)
    is_of_rules = names_telling_or_rules(folded) or _SAYS.search(folded) is not None
    _, comma, last = folded.rpartition(",")
    asks_last = bool(comma) and not _ASKING.isdisjoint(last.split()[:1])  # «…, hva gjør jeg»
    return tells_of_a_child(message) and not (is_of_rules or asks_last)


def only_tells(message: str) -> bool:
    """Tell whether a sentence asks for nothing: «hun er hentet tidlig, tannlegen»."""
    folded = fold(message)
    words = folded.split()
    is_hasty = any(one.match(folded) for one in (_AT_WORK, _HAS_ONE))
    begins_so = bool(words) and (words[0] not in _ASKING or is_hasty)
    return "?" not in folded and len(words) >= FEWEST_TOLD and begins_so


def is_asked(message: str) -> bool:
    """Tell whether the last of a message asks something, with its sign or without."""
    last = next((one for one in reversed(_ENDS.split(fold(message).strip())) if one.strip()), "")
    return last.endswith("?") or last.split(maxsplit=1)[0].strip(",.") in _ASKING if last else False


def told_before_whom(message: str) -> str:
    """Return what is told of somebody before «hvem i kommunen jobber med slikt?»: of what, stands there alone. All of
    the message when it asks for more, or tells of nobody."""
    end = message.rstrip(" ?.!\n")
    at = max((one.end() for one in _CLAUSE.finditer(end)), default=0)
    words, told = fold(end[at:]).split(), message[:at].rstrip(" ,\n")
    if not words or words[0] not in _WHO or not _WHOM_TO_ASK.issuperset(words):
        return message
    if not _REACHES.isdisjoint(words) and _ONESELF.isdisjoint(words):
        return message
    return told if len(told.split()) >= FEWEST_TOLD and _PERSON.search(fold(told)) else message


def _asked(folded: str) -> list[str]:
    return [sentence for sentence in _ENDS.split(folded) if sentence.endswith("?")]


def _is_call(sentence: str) -> bool:
    clause = sentence.rpartition(",")[2]
    return len(clause.split()) <= LONGEST_CALL and _CALL.search(clause) is not None
