"""Understands free text while a guide has the floor: an answer, a correction, a wish. Keeps none of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import takewhile
from typing import Any, Literal

from bot.answers.story import tells_of_others
from bot.content.guide import GuideStep
from bot.content.texts import Texts
from dialogs.by_words import (
    TELLING_WORD,
    asks_something,
    begins_a_question,
    echo_answer,
    is_negated,
    is_only_doubt,
    is_yes_and_no,
    words_of,
    yes_or_no,
)
from dialogs.guide.asked_beside import (
    asks_for_help,
    asks_for_mail,
    asks_for_paper,
    asks_if_needed,
    asks_to_share,
    asks_to_wait,
    only_swears,
    only_thanks,
)
from dialogs.guide.fields_heard import all_heard, as_age, field_alone, fields_heard, fields_unsure
from dialogs.guide.lasting import as_lasting
from dialogs.guide.level_named import LEVEL_AT_SCHOOL, level_said
from dialogs.guide.level_told import level_told
from dialogs.guide.option_named import LEADS, beginning_with, exactly_named, named_in_part, nearly_named, the_only
from dialogs.guide.sitting import LEVEL_STEP, Sitting
from dialogs.guide.told_fine import is_fine_alone
from dialogs.guide.told_of_another import tells_of_another
from dialogs.guide.told_story import AGE_FIELD, AGE_STEP, age_in
from dialogs.report_words import wants_to_ring
from dialogs.second_thought import begun_anew, put_right

Kind = Literal[
    "answer",
    "which",
    "doubt",
    "none_here",
    "again",
    "no_or_now",
    "explain",
    "thanks",
    "hello",
    "wait",
    "ring",
    "swears",
    "how_far",
    "skip",
    "mail",
    "another",
    "ahead",
    "change",
    "change_now",
    "concerns",
    "answers",
    "pause",
    "summary",
    "share",
    "elsewhere",
    "unclear",
]
FAR: tuple[Kind, ...] = ("how_far", "skip")
"""What is asked of the way itself: how long it is, and whether a step can be left out."""
NO_WAIT = ["nei", "vent"]
"""What an answer is taken back with when another one follows."""
FEW = 4
"""So many words after «nei vent feil» tell no story."""
LONGEST_ANSWER = 12
"""More words than this are no answer to a choice."""
MOST_HEARD = 2_000
"""Characters of a message in which the fields of a checklist are looked for: each word may be a choice of each field,
and what is longer tells a story."""


GROWN = "over-20"
"""The age of nobody the guide is for."""
_TO_AGE = re.compile(
    r"^.*?\b(?:år|mnd|måneder)\b(?:\W+(?:gammel|gammal|jente|gutt|gut|elev|barn|nå|no|og)\b)*", re.DOTALL
)
"""All that stands before what is told beside an age."""


@dataclass(frozen=True)
class Heard:
    """What the words meant."""

    kind: Kind
    value: Any = None
    is_loose: bool = False
    """An answer in other words than the ones on the card: it is said back, and asked again where it calms."""
    is_whole: bool = True
    """Everything that was typed was understood."""
    is_rest: bool = False
    """«Vet ikke» to a whole checklist: meant for what is not filled in yet."""
    is_fine_alone: bool = False
    """Something is said to be fine, and it is not clear what: nothing is gone on with."""
    is_of_another: bool = False
    """A yes that goes on with something the question does not ask: it is asked about before it counts."""


def hear(said: str, shown: Sitting, whole: Sitting) -> Heard:
    """Return what the words mean at the step that is shown; `whole` knows all answers given."""
    words = words_of(said)
    wish = _wish(said, words, shown)
    if wish is not None:
        return Heard(wish)
    answer = _answer(said, words, shown)
    if answer is not None:
        return answer
    ahead = said_ahead(said, whole)
    if ahead is not None:
        return Heard("ahead", ahead)
    wrong = _other_level(said, whole) or _correction(words, whole)
    if wrong is not None:
        return Heard("change", wrong)
    if "endre" in words and not said.rstrip().endswith("?"):
        named = _step_named(words, whole)
        return Heard("change_now", named) if named else Heard("answers")
    asks = asks_something(said, shown.around.text)
    return Heard("elsewhere") if asks else _in_part(said, shown) or _level_told(words, shown) or _neither(words, shown)


def asks_the_meaning_of(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody asks what something means, «hva betyr nivå 1»: it is no answer, whatever is named."""
    what, mean = texts.words("guide.words_what"), texts.words("guide.words_mean")
    return len(words) > 2 and words[0] in what and words[1] in mean


def _is_of_shown(said: str, shown: Sitting) -> bool:
    """Tell whether what is named is the level of one of the answers that are offered."""
    level = level_said(said)
    return shown.step is not None and level is not None and shown.step.option(level) is not None


def _neither(words: Sequence[str], shown: Sitting) -> Heard:
    """Return that another answer was meant before, or that nothing was understood."""
    return Heard("another" if begins_mistaken(words, shown.around.text) else "unclear")


def _wish(said: str, words: Sequence[str], shown: Sitting) -> Kind | None:
    """Return what is wished for instead of answering."""
    wishes: tuple[Kind, ...] = ("concerns", "answers", "pause", "summary")
    text, plain = shown.around.text, said.casefold().strip(" .!")
    wished = next((kind for kind in wishes if plain in text.listed(f"guide.words_{kind}")), None)
    beside: tuple[tuple[Kind, Callable[[Sequence[str], Texts], bool]], ...] = (
        ("thanks", only_thanks),
        ("ring", wants_to_ring),
        ("wait", asks_to_wait),
        ("summary", asks_for_paper),
        ("share", asks_to_share),
        ("mail", asks_for_mail),
        ("swears", only_swears),
    )
    wished = wished or next((kind for kind, is_said in beside if is_said(words, text)), None)
    if wished is None:
        far = FAR if shown.step is not None else FAR[:1]  # below an outcome nothing is skipped
        wished = next((kind for kind in far if " ".join(words) in text.listed(f"guide.words_{kind}")), None)
        is_doubted = shown.step is not None and asks_if_needed(words, text)
        wished = wished or ("skip" if is_doubted else None)
    if wished is not None:
        return wished
    if " ".join(words) in text.listed("guide.words_hello") and shown.step is not None:
        return "hello"
    if shown.step is not None and asks_for_help(words, shown):
        return "explain"
    if shown.step is not None and asks_the_meaning_of(words, text) and _is_of_shown(said, shown):
        return "explain"
    return "elsewhere" if asks_the_meaning_of(words, text) else None


def words_for_mistaken(texts: Texts) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that say that an answer was wrong, and those that may stand around them."""
    known = (texts.listed(f"guide.words_{key}") for key in ("around_mistaken", "yes", "no"))
    return texts.words("guide.words_mistaken"), frozenset(word for one in known for word in one)


def begins_mistaken(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether a few words begin by saying that an answer was wrong and go on about nobody: «nei vent feil, det har
    vi», «nei vent, rektor»."""
    wrong, known = words_for_mistaken(texts)
    if words[:2] == NO_WAIT and not known.issuperset(words):
        wrong |= {"vent"}
    before = list(takewhile(lambda word: word not in wrong, words))
    rest = words[len(before) + 1 :]
    is_begun = len(before) < len(words) and {*before} <= known
    return is_begun and len(rest) <= FEW and not tells_of_others(" ".join(rest))


def _level_told(words: Sequence[str], shown: Sitting) -> Heard | None:
    told = level_told(words, shown.around.text) if shown.walk.place == LEVEL_STEP else ""
    return Heard("answer", told, is_loose=True) if told and shown.step_asked.option(told) is not None else None


def _in_part(said: str, shown: Sitting) -> Heard | None:
    """Return the answer of a question that some of its words, in any form, stand for alone."""
    options = shown.step.options if shown.step is not None and shown.step.kind == "question" else ()
    option = named_in_part(said, options, shown.around.text)
    return Heard("answer", option.id, is_loose=True) if option else None


def hear_confirmation(said: str, waiting: str, shown: Sitting) -> Heard | None:
    """Return what the words mean as an answer to «stemmer det?»: a yes, or a no that asks for the answers again. «No»
    to a no may mean the no in English, or now in nynorsk."""
    words = words_of(said)
    if is_only_doubt(words, shown.around.text):
        return None
    meant = yes_or_no(words, shown.around.text) or echo_answer(words, shown.around.text, is_echoed=True)
    whole = exactly_named(said, shown.step.options) if shown.step and len(words) > 1 else None
    if whole is not None or not meant:
        return None
    if meant == "ja":
        return Heard("answer", waiting, is_loose=True)
    option = shown.step.option(waiting) if shown.step else None
    is_twofold = " ".join(words) in shown.around.text.listed("acute.words_no_or_now")
    is_of_no = option is not None and is_twofold and words_of(option.say)[:1] == ["nei"]
    return Heard("no_or_now", waiting) if is_of_no else Heard("again")


def said_ahead(said: str, whole: Sitting) -> tuple[str, Any] | None:
    """Return (step, answer) when the words answer a step that comes later: the level, a theme, or an age; in a
    guide that asks for no level, whatever they name of a question that decides nothing."""
    step = whole.guide.steps.get(LEVEL_STEP)
    if step is None:
        return _named_ahead(said, whole)
    if said.rstrip().endswith("?"):
        return None
    if (age := _age_ahead(said, whole)) is not None or LEVEL_STEP in whole.walk.answers:
        return age
    text = said.casefold()
    is_theme = any(words in text for words in whole.around.text.listed("guide.words_theme"))
    level = "tema" if is_theme else level_said(LEVEL_AT_SCHOOL.sub(" ", text))
    return (LEVEL_STEP, level) if level and step.option(level) else None


def _age_ahead(said: str, whole: Sitting) -> tuple[str, dict[str, Any]] | None:
    """Return how old the child is, where it is said before it is asked, alone or with where it is by day: «8 år», «hun
    er 12, nei 13»."""
    step, today = whole.guide.steps.get(AGE_STEP), whole.around.today
    is_number = said.strip(" .!").isdigit()  # which may be a button that is not there
    is_over = whole.outcome is not None or AGE_STEP in (*whole.walk.answers, whole.walk.place)
    if step is None or is_number or is_over:
        return None
    alone = partial(field_alone, step=step, today=today)
    said = as_age(begun_anew(put_right(said, alone), alone, (AGE_FIELD,)), step)
    if alone(said) != AGE_FIELD or not age_in(said):  # «moren er 15 år yngre»
        return None
    told = fields_heard(said, step, today)
    behind = _TO_AGE.sub("", said)
    is_more = bool(behind.strip(" .,!")) and not all_heard(behind, step, today)  # «hun er 15 og livredd»
    if is_more or told[AGE_FIELD] == GROWN:  # «han er 35» is of somebody else
        return None
    return AGE_STEP, {AGE_FIELD: told[AGE_FIELD]}  # the rest is asked: told whole, the step would be passed over


def _named_ahead(said: str, whole: Sitting) -> tuple[str, str] | None:
    """Return the answer to the only question still to come of which one is named, «det er rektor»; a bare yes or no
    names none."""
    words, answered = words_of(said), (*whole.walk.answers, whole.walk.place)
    if not words or yes_or_no(words, whole.around.text):
        return None
    to_come = ((name, one) for name, one in whole.guide.steps.items() if name not in answered and not one.decides)
    named = [(name, exactly_named(said, one.options)) for name, one in to_come if one.kind == "question"]
    meant = [(name, option.id) for name, option in named if option is not None]
    return meant[0] if len(meant) == 1 else None


def _other_level(said: str, whole: Sitting) -> str | None:
    """Return the step that asks for the level, when another level is named than the one answered there."""
    level = level_said(said)
    return LEVEL_STEP if level and whole.walk.answers.get(LEVEL_STEP, level) != level else None


def _answer(said: str, words: Sequence[str], shown: Sitting) -> Heard | None:
    step = shown.step
    if step is None or not words:
        return None
    if step.kind != "question":
        if is_only_doubt(words, shown.around.text):
            rest = {} if is_yes_and_no(words, shown.around.text) else fields_unsure(step)
            return Heard("answer", rest, is_loose=True, is_rest=True) if rest else Heard("doubt")
        today = shown.around.today
        told = as_lasting(as_age(said[:MOST_HEARD], step), step, today)
        fields = fields_heard(told, step, today)
        is_whole = len(said) <= MOST_HEARD and all_heard(told, step, today)
        how = {"is_whole": is_whole, "is_fine_alone": is_fine_alone(said)}
        return Heard("answer", fields, is_loose=True, **how) if fields else _no_to_a_list(words, shown)
    exact = exactly_named(said, step.options)
    if exact is not None:
        return Heard("answer", exact.id)
    if len(words) > LONGEST_ANSWER:
        return None
    loose = _loose_answer(said, words, step, shown.around.text)
    meant = _plain_answer(words, step, shown) or loose or _yes_and_more(words, step, shown)
    return meant or (Heard("doubt") if is_only_doubt(words, shown.around.text) else None)


def _no_to_a_list(words: Sequence[str], shown: Sitting) -> Heard | None:
    """Return that a bare no is said to a checklist, none of whose fields it answers."""
    return Heard("none_here") if yes_or_no(words, shown.around.text) == "nei" else None


def _loose_answer(said: str, words: Sequence[str], step: GuideStep, texts: Texts) -> Heard | None:
    level = level_said(" ".join(words))
    option = step.option(level) if level else nearly_named(said, step.options, texts)
    return Heard("answer", option.id, is_loose=True) if option else None


def _plain_answer(words: Sequence[str], step: GuideStep, shown: Sitting) -> Heard | None:
    """Return what «ja», «nei» or doubt means here, in any words; several kinds of yes are for the person to choose.

    Doubt is heard first: «nei, vet ikke» is doubt, and doubt never ends milder than no.
    """
    unsure = next((option for option in step.options if option.meaning == "usikker"), None)
    if unsure is not None and is_only_doubt(words, shown.around.text):
        return Heard("answer", unsure.id, is_loose=True)
    texts = shown.around.text
    word = yes_or_no(words, texts) or _of_the_question(words, step, texts) or _none_of_it(words, texts)
    fitting = beginning_with(word, step.options) if word else ()
    if len(fitting) > 1:
        return Heard("which", tuple(option.id for option in fitting))
    return Heard("answer", fitting[0].id, is_loose=True) if fitting else None


def _none_of_it(words: Sequence[str], texts: Texts) -> Literal["nei", ""]:
    """Return the no of «ingenting av det» and «nei på alt», where nothing else is said. «Ikke alt» leaves some."""
    none, no = texts.words("case.words_none"), texts.words("guide.words_no")
    beside = texts.words("case.words_beside_answer") | LEADS
    is_part = not {"alt", "alle"}.isdisjoint(words) and (words[0] != "nei" or not no.isdisjoint(words[1:]))
    denies = not none.isdisjoint(words) or words[0] in no
    return "nei" if denies and not is_part and (none | no | beside).issuperset(words) else ""


def _yes_and_more(words: Sequence[str], step: GuideStep, shown: Sitting) -> Heard | None:
    """Return the only yes of the question for one that is followed by what it is about, «ja, han er skada». One that is
    followed by a but, a denial, a doubt or a question is for the person to choose."""
    texts = shown.around.text
    is_yes = words[0] == "ja" and len(words) > 1 and not begins_a_question(words[1:])
    is_plain = texts.words("guide.words_but", "guide.words_no").isdisjoint(words) and not is_negated(words, texts)
    option = the_only(beginning_with("ja", step.options)) if is_yes and is_plain else None
    is_of_another = tells_of_another(words, shown.walk.place, step, texts)
    return Heard("answer", option.id, is_loose=True, is_of_another=is_of_another) if option else None


def _of_the_question(words: Sequence[str], step: GuideStep, texts: Texts) -> Literal["ja", "nei", ""]:
    """Return the yes or no that is said with words of the question itself: «nei ikke fare». A no must deny: «nei,
    barnet er i fare» is none."""
    asked = {word for word in words_of(step.ask) if len(word) >= TELLING_WORD}
    rest = [word for word in words if word not in asked]
    said = yes_or_no(rest, texts) if len(rest) < len(words) else ""
    return "" if said == "nei" and not is_negated(rest, texts) else said


def _correction(words: Sequence[str], whole: Sitting) -> str | None:
    """Return the earlier step the person seems to take back: «oi, jeg har jo ikke snakka med eleven»."""
    signs = set(whole.around.text.listed("guide.wrong_words", " "))
    return _step_named(words, whole) if signs & set(words) else None


def _step_named(words: Sequence[str], whole: Sitting) -> str | None:
    """Return the step with an answer that most of the words are of: «alder»."""
    best, score = None, 0
    for name, _ in whole.walk.given:
        key = f"guide.hint_{name}"
        hints = set(whole.around.text.listed(key, " ")) if key in whole.around.text else set()
        hints |= {word for word in words_of(whole.guide.steps[name].short or "") if len(word) > 4}
        hits = len(hints & set(words))
        if hits > score:
            best, score = name, hits
    return best
