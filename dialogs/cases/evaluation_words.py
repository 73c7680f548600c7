"""Hears the answers to an evaluation in words, with or without all of its questions: «delvis, ja begge, nei».

The form comes without a turn, so it is found by the case it is about. What is heard is kept as an evaluation only once
the form has been shown with it and sent; until then it lies on the form's button, sealed with the conversation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import takewhile

from bot.content.texts import Texts
from bot.domain.case import Case
from bot.domain.conversation import ConversationState, ShownField
from bot.domain.evaluation import QUESTIONS, EvaluationKind, asked_of_requester
from bot.domain.turn import Pressed
from dialogs.by_words import is_only_doubt, is_small_number, words_of, yes_or_no
from dialogs.cases.advice_words import judged
from dialogs.fields import FRAME, PARTS, choice_named, choices_of, field_named

SEND = "evaluate_"
HEARD = "evaluate_heard"
SKIP = "evaluate_skip"
NO, HOW, BADLY = "no", "how", "how_badly"
"""Among the values: what was understood is not right; and how it went, or that it went badly, is told, which none of
the answers says."""
HOLDS = ("yes", "follow")
"""Answers that a no before them denies: «nei, det gjorde vi»."""
OF_SO_MANY = " av "
"""«4 av 5»: what stands behind it is no answer."""
LONGEST = 8
"""More words than this, of which some are no answer, are about something else."""
SHORT = 3
"""Of an answer of so few words a part is enough: «nyttig»; «barnevernet» is part of a longer one."""
TELLING = 3
"""Letters of a word that may tell an answer: «nye råd»."""
STEM = 7
"""Letters by which a word is known in another form."""
DENIALS = frozenset({"ikke", "ikkje", "ikj", "itj", "ittj", "neppe", "not", "dont", "don"})
"""Words that turn an answer round, and are part of it: «ikke meldt»."""
LATELY = timedelta(days=2)
"""How long after it was asked for a bare no or number may be about the form."""
REMINDED = timedelta(days=9)
"""How long a bare yes may be: a reminder comes in between."""
_ANSWERS = re.compile(r"[,;]\s*")
_JOINED = re.compile(r"^(?:og|men|så)\s+", re.IGNORECASE)
"""Before how it went, beside an answer: «fulgte rådet, og det gikk fint»."""
_LINES = re.compile(r"[·\n]")


@dataclass(frozen=True)
class Asked:
    """What the form is about, and what is answered of it: all that its button knows of it when it is typed."""

    about: str
    """Id of the case, or of the team for the yearly one."""
    code: str = ""
    given: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """Return it as the id of the button."""
        return "|".join((self.about, self.code, *(f"{name}={choice}" for name, choice in self.given)))

    def with_more(self, values: Mapping[str, str]) -> Asked:
        """Return it with the answers that were given now."""
        return replace(self, given=tuple({**dict(self.given), **values}.items()))


def asked_by(id: str) -> Asked:
    """Return what the button of a form is about; one from before knows the case or the team only."""
    about, *rest = id.split("|")
    pairs = (one.partition("=") for one in rest[1:])
    return Asked(about, rest[0] if rest else "", tuple((name, choice) for name, _, choice in pairs))


def choice_key(kind: EvaluationKind, name: str, choice: str) -> str:
    """Return the key of the words of one answer."""
    return "evaluation.number_" + choice if name == "score" else f"evaluation.{kind}_{name}_{choice}"


def said_below_form(said: str, state: ConversationState, texts: Texts, *, is_whole: bool) -> Pressed | None:
    """Return the form, shown last, with what was answered in words; unless it must be answers and nothing else
    (`is_whole`), also as it is for a few words of its answers, a yes or a no. None for anything else. A no to a form
    that is full is no «not now»: it asks what is to be changed, and what follows it changes that."""
    form = state.shown[0] if state.shown else None
    kind = next((one for one in EvaluationKind if form is not None and form.verb == SEND + one), None)
    if form is None or kind is None:
        return None
    asked, fields = asked_by(form.id), _fields(kind, texts)
    said = _each_in_its_words(said, kind, texts)
    left = [field for field in fields if field.id not in dict(asked.given)]
    if not left:
        changed = _changes(said, fields, texts)
        return None if changed is None else _heard(kind, asked, changed, is_no=not changed)
    values = _answers(said, left)
    if not values and not is_whole and (how := _tells_how(said, kind, texts)):
        return _heard(kind, asked, {how: how})
    if not values and not is_whole and _declines(said, texts):
        return Pressed(SKIP, asked.about)
    is_of_it = bool(values) or (not is_whole and _is_of_form(said, fields, texts))
    return _heard(kind, asked, values) if is_of_it else None


def _changes(said: str, fields: Sequence[ShownField], texts: Texts) -> dict[str, str] | None:
    """Return what is answered anew of a form that is full, «nei, 3», «jeg mente 3», «feil, ikke meldt»; nothing for a
    bare no, and None for anything else."""
    no = texts.words("guide.words_no", "guide.words_mistaken", "common.words_wrong", "common.words_regret")
    small = texts.words("guide.words_small", "common.words_right")
    lead = texts.words("guide.words_around_mistaken")
    words = words_of(said)
    before = list(takewhile(lambda word: word in lead | no - DENIALS, words))
    is_no = bool(words) and (words[0] in no or not no.isdisjoint(before))
    if len(PARTS.split(said)) == len(fields) == len(anew := _answers(said, fields)):
        return anew  # «nei, bare den ene, vet ikke»: the first is an answer as well
    if yes_or_no(words, texts) == "ja":
        return None  # which sends it
    if is_no and (no | small).issuperset(words):
        return {}
    rest = said.strip(FRAME)
    for word in before if is_no else ():
        rest = rest[len(word) :].lstrip(FRAME + ",")
    return _answers(rest, fields) or ({} if is_no and _is_of_form(said, fields, texts) else None)


def _declines(said: str, texts: Texts) -> bool:
    """Tell whether somebody says no with thanks: «nei takk»."""
    words, thanks = words_of(said), texts.words("common.words_thanks")
    return not thanks.isdisjoint(words) and yes_or_no([one for one in words if one not in thanks], texts) == "nei"


def may_answer_evaluation(said: str, texts: Texts) -> bool:
    """Tell whether words may answer a form that came without a turn, and nothing else."""
    kinds = (EvaluationKind.NOW, EvaluationKind.LATER)
    rest = _without_thanks(said, texts)
    if rest != said and is_small_number(rest):
        return True
    own = [(kind, _each_in_its_words(rest, kind, texts)) for kind in kinds]
    return any(
        (_tells(one, texts) and _fits(one, _fields(kind, texts))) or _tells_how(one, kind, texts) for kind, one in own
    )


def said_of_evaluation(
    said: str, cases: Sequence[Case], now: datetime, texts: Texts, *, is_below_another: bool
) -> Pressed | None:
    """Return the form that came last about one's cases, with what was answered of it. A bare yes, no or number is about
    it only while it is new, and not below a card that was shown since (`is_below_another`)."""
    last = _last_asked(cases, now)
    if last is None:
        return None
    at, case, kind = last
    told, fields = _without_thanks(said, texts), _fields(kind, texts)
    is_thanks_for_another, said = is_below_another and told != said, _each_in_its_words(told, kind, texts)
    words = words_of(said)
    answer = yes_or_no(words, texts)
    is_bare = bool(words) and (bool(answer) or (len(words) == 1 and is_small_number(words[0])))
    is_new = now - at < (REMINDED if answer == "ja" else LATELY) and not is_below_another
    is_of_it = is_new if is_bare else _tells(said, texts) and _fits(said, fields)
    if is_new and (how := _tells_how(said, kind, texts)):
        return _heard(kind, Asked(case.id, case.code), {how: how})
    if is_thanks_for_another or not is_of_it:
        return None
    is_about_all = is_bare and len(words) == 1 and not is_small_number(words[0])  # a yes is none of its answers yet
    return _heard(kind, Asked(case.id, case.code), {} if is_about_all else _answers(said, fields))


def _without_thanks(said: str, texts: Texts) -> str:
    """Return what is said besides thanks, «takk for hjelpa, 5»: all of it when there are none, or nothing else."""
    thanks, around = texts.words("common.words_thanks"), texts.words("evaluation.words_around_thanks")
    words = words_of(said)
    rest = [word for word in words if word not in thanks | around]
    return " ".join(rest) if rest and not thanks.isdisjoint(words) else said


def _last_asked(cases: Sequence[Case], now: datetime) -> tuple[datetime, Case, EvaluationKind] | None:
    asked = [(at, case, kind) for case in cases for at, kind in filter(None, (asked_of_requester(case, now),))]
    return max(asked, key=lambda one: one[0], default=None)


def _heard(kind: EvaluationKind, asked: Asked, values: Mapping[str, str], *, is_no: bool = False) -> Pressed:
    return Pressed(HEARD, f"{kind}|{asked.id}", values={**values, **({NO: NO} if is_no else {})})


def _fields(kind: EvaluationKind, texts: Texts) -> list[ShownField]:
    return [
        ShownField(
            name,
            texts(f"evaluation.{kind}_{name}"),
            tuple((one, texts(choice_key(kind, name, one))) for one in choices),
        )
        for name, choices in QUESTIONS[kind].items()
    ]


def _each_in_its_words(said: str, kind: EvaluationKind, texts: Texts) -> str:
    """Return what is said, and each answer of several in one line («nytt råd, følger det, 4»), as it stands on the form
    where it is said in other words. What stands behind a no may be denied by it: «nei, det gjorde vi»."""
    whole, no = _in_its_words(said, kind, texts), texts.words("guide.words_no")
    parts = _ANSWERS.split(said)
    if whole != said or len(parts) == 1 or "?" in said:
        return whole
    is_denied = [bool(at) and {*words_of(before)} <= no for at, before in enumerate(("", *parts[:-1]))]
    told = [
        one if denied else _in_its_words(one, kind, texts, is_part=True)
        for one, denied in zip(parts, is_denied, strict=True)
    ]
    if told == parts:
        return said
    return "\n".join(one for one in told if not _tells_how(_JOINED.sub("", one), kind, texts))


def _in_its_words(said: str, kind: EvaluationKind, texts: Texts, *, is_part: bool = False) -> str:
    """Return what answers one of the questions in other words than its own («ja vi fulgte rådet») as it stands on the
    form; anything else as it was said. `is_part`: other answers stand beside it."""
    if "?" in said:
        return said
    lists, whole = ("words", "parts") if is_part else ("words",), " ".join(words_of(said))
    bare, is_denied = _without_yes_or_no(said, texts), not texts.words("guide.words_no").isdisjoint(words_of(said)[:1])
    for name, choices in QUESTIONS[kind].items():
        for one in choices:
            keys = [f"evaluation.{of}_{kind}_{name}_{one}" for of in lists]
            own = {one for key in keys if key in texts for one in texts.listed(key)}
            if not own.isdisjoint((bare, whole)) and not (is_denied and one in HOLDS):
                return f"{texts(f'evaluation.{kind}_{name}')}: {texts(choice_key(kind, name, one))}"
    return said


def _tells_how(said: str, kind: EvaluationKind, texts: Texts) -> str:
    """Return how it went where nothing else is told, «det gikk bra», «det hjalp ikke»; empty for anything else."""
    keys, bare = ((how, f"evaluation.words_{kind}_{how}") for how in (HOW, BADLY)), _without_yes_or_no(said, texts)
    told = next((how for how, key in keys if key in texts and bare in texts.listed(key)), "")
    return told or {"good": HOW, "bad": BADLY, "none": ""}[judged(said, texts)]


def _without_yes_or_no(said: str, texts: Texts) -> str:
    words, before = words_of(said), texts.words("guide.words_yes", "guide.words_no")
    return " ".join(words[1:] if len(words) > 1 and words[0] in before else words)


def _fits(said: str, fields: Sequence[ShownField]) -> bool:
    """Tell whether everything said answers one of the questions, or is some of the words of a short answer."""
    words, titles = {*words_of(said)}, [words_of(title) for field in fields for _, title in field.choices]
    return bool(_answers(said, fields)) or any(words <= {*title} for title in titles if len(title) <= SHORT)


def _tells(said: str, texts: Texts) -> bool:
    """Tell whether there is more than a yes, a no, doubt or a number: «delvis», «ikke nyttig»."""
    words = words_of(said)
    is_telling = any(len(word) >= TELLING and word.isalpha() for word in words)
    return is_telling and not yes_or_no(words, texts) and not is_only_doubt(words, texts)


def _answers(said: str, fields: Sequence[ShownField]) -> dict[str, str]:
    """Return question → answer: each part answers the question it names, the next one, or the only one it fits. None
    when one fits none."""
    values: dict[str, str] = {}
    last: ShownField | None = None
    for named, part in _pieces(said, fields):
        left = [field for field in fields if field.id not in values]
        fitting = [field for field in ([named] if named else left) if _choice(part, field)]
        is_next = bool(fitting) and fitting[0] is left[0]
        if named is None and not is_next and last is not None and _is_part_of(part, values[last.id], last):
            continue  # «ja, begge»: the rest of the answer before
        if not fitting and _is_of_a_title(part, fields):
            continue  # «nyttig» is none of the answers, and no other message either
        if not fitting or (not is_next and len(fitting) > 1):
            return {}
        last = fitting[0]
        values[last.id] = _choice(part, last)
    return values


def _pieces(said: str, fields: Sequence[ShownField]) -> Iterator[tuple[ShownField | None, str]]:
    """Yield each part of what was said, with the question it names: «Ble rådet fulgt?: Ja»."""
    for line in _LINES.split(said):
        label, colon, words = line.partition(":")
        named = field_named(label, fields) if colon else None
        is_whole = named is not None or (bool(fields) and bool(_choice(line, fields[0])))
        parts = [words if named else line] if is_whole else PARTS.split(line)
        yield from ((named, part.strip(FRAME)) for part in parts if part.strip(FRAME))


def _choice(said: str, field: ShownField) -> str:
    """Return the id of the choice that is named, begun as no other is, or said without the yes it begins with, «begge»;
    "" when none is, or something is asked."""
    words = words_of(said.partition(OF_SO_MANY)[0])
    if "?" in said or not words:
        return ""
    named = choice_named(" ".join(words), choices_of(field)) or choice_named(said, choices_of(field))
    if named is None and (by_label := _by_label(words, field)):
        return by_label
    begun = [
        id
        for id, title in field.choices
        if words in (words_of(title)[: len(words)], _without_yes(title)) or _is_bent(words, title)
    ]
    return named.id if named is not None else begun[0] if len(begun) == 1 else ""


def _is_bent(words: Sequence[str], title: str) -> bool:
    """Tell whether it is the first word of a title in another form: «bekreftelse» for «bekreftet det jeg tenkte»."""
    first = words_of(title)[0]
    return len(words) == 1 and len(first) > STEM and words[0][:STEM] == first[:STEM]


def _without_yes(title: str) -> Sequence[str]:
    words = words_of(title)
    return words[1:] if words[:1] == ["ja"] else words


def _by_label(words: Sequence[str], field: ShownField) -> str:
    """Return the yes or no of a question that is answered with its own words: «ikke meldt», «fulgt»."""
    choices = {title.casefold(): id for id, title in field.choices}
    rest = [word for word in words if word not in DENIALS]
    is_own = any(len(word) > TELLING for word in rest) and {*rest} <= {*words_of(field.label)}
    return choices.get("nei" if len(rest) < len(words) else "ja", "") if is_own else ""


def _is_of_a_title(said: str, fields: Sequence[ShownField]) -> bool:
    titles = ({*words_of(title)} for field in fields for _, title in field.choices)
    return any({*words_of(said)} <= title for title in titles if len(title) <= SHORT)


def _is_part_of(said: str, choice: str, field: ShownField) -> bool:
    return {*words_of(said)} <= {*words_of(dict(field.choices)[choice])}


def _is_of_form(said: str, fields: Sequence[ShownField], texts: Texts) -> bool:
    """Tell whether a few words are all of the short answers', or a yes or a no."""
    words, titles = words_of(said), (words_of(title) for field in fields for _, title in field.choices)
    own = {word for title in titles if len(title) <= SHORT for word in title}
    known = own | texts.words("guide.words_yes", "guide.words_no", "guide.words_small", "common.words_wrong")
    return 0 < len(words) <= LONGEST and "?" not in said and known.issuperset(words)
