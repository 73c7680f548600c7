"""Hears, in nothing but words for that, that a name was written, should not have been, or is to go: «oi, jeg skrev
navnet», «navnet hans skulle ikke stå der», «fjern navnet»; and whether somebody is known here, «har dere noe på Ola».
Must not know what is answered.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from bot.content.texts import Texts
from dialogs.by_words import says_only, words_of
from dialogs.dialog import Around


def tells_of_a_name(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody says that they wrote a name, or that one stood there: «oi, jeg skrev navnet til barnet i
    saken», «det sto navnet på eleven»."""
    word, wrote, own, stood = (f"commands.name_{key}" for key in ("word", "wrote", "own", "stood"))
    beside = ("commands.name_beside",)
    is_stood = says_only(words, texts, word, stood, beside=beside)
    is_told = is_stood or says_only(words, texts, word, wrote, own, beside=beside)
    return is_told or _regrets_a_name(words, texts) or should_not_stand(words, texts)


def _regrets_a_name(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody says that they should not have written a name: «oi, skulle ikke skrive navn»."""
    word, writing, regret = (f"commands.name_{key}" for key in ("word", "writing", "regret"))
    beside = ("commands.name_beside", "commands.name_own", "common.words_deny")
    is_denied = not texts.words("common.words_deny").isdisjoint(words)
    asks = words[0] in texts.words(regret) and words[1:2] and words[1] in texts.words("commands.name_own")
    return is_denied and not asks and says_only(words, texts, word, writing, regret, beside=beside)


def wants_a_name_away(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether a name that was written is to go: «fjern navnet», «kan du ta bort navnet fra saken»."""
    word, away = (f"commands.name_{key}" for key in ("word", "away"))
    return says_only(words, texts, word, away, beside=("commands.name_beside",))


def should_not_stand(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody says that a name should not stand somewhere: «navnet hans skulle ikke stå der»."""
    word, stand, must = (f"commands.name_{key}" for key in ("word", "stand", "must"))
    is_denied = not texts.words("common.words_deny").isdisjoint(words)
    beside = ("commands.name_beside", "commands.name_stood", "commands.name_own", "common.words_deny")
    return is_denied and says_only(words, texts, word, stand, must, beside=beside)


def asks_if_known(said: str, around: Around) -> bool:
    """Tell whether somebody asks if anything is kept about one person, by name or not, and nothing else: «har dere noe
    på Ola», «er gutten kjent i barnevernet». «Ligger han på henne nå» is of two, and «har noen noe på ham» of nobody
    who keeps anything: such words may be danger."""
    words, texts = words_of(around.acute.without_names(said)), around.text  # a name is «hun» there
    asks, lies, keeper, of, whom, known, small = (
        f"commands.kept_{key}" for key in ("asks", "lies", "keeper", "of", "whom", "word", "small")
    )
    persons = [one for one, _ in groupby(words) if one in texts.words(whom)]
    if len(persons) != 1 or words[0] not in texts.words(asks, lies):
        return False
    has = [("commands.kept_papers", keeper, of), (known,)]
    if words[0] in texts.words(asks):  # «er det noe på henne» may be something to see, and «nå» is now
        has += [("commands.kept_holds", keeper, of), ("commands.kept_holds_said", keeper, of)]
    beside = (asks, lies, "commands.kept_holds", keeper, of, small)
    return any(says_only(words, texts, whom, *one, beside=beside) for one in has)


def is_only_of_a_name(said: str, around: Around) -> bool:
    """Tell whether nothing but one of these is said, which tells of no danger whatever it resembles."""
    words, texts = words_of(said), around.text
    is_said = should_not_stand(words, texts) or wants_a_name_away(words, texts)
    return is_said or asks_if_known(said, around)
