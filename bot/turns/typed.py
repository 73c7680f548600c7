"""Reads what is typed instead of pressed: a number, a label, `Felt: verdi`, or a word that works everywhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import dropwhile

from rapidfuzz import fuzz, process

from bot.answers.story import names_someone
from bot.answers.telling import names_rules_or_papers
from bot.content.texts import Texts
from bot.domain.choices import chosen_in
from bot.domain.conversation import ConversationState, ShownButton, ShownField
from bot.domain.read_once import read_once
from bot.domain.turn import Pressed
from bot.turns.said_whole import NEVER_BY_NUMBER
from dialogs.another_child import tells_of_next_child
from dialogs.by_words import by_place, is_small_number, plain_words, words_of
from dialogs.fields import ALIKE, ALL, PARTS, field_named, field_value, is_close
from dialogs.guide.sitting import NAME as GUIDE
from dialogs.verbs import COMMANDS
from dialogs.where.asked_for import NAME as WHERE

LONGEST_COMMAND = 45
WORDS_IN_A_WORRY = 14
"""A longer message tells a story: it is answered, and the guide is offered from the answer."""
SHORTEST_BEGUN = 3
_PARTS = re.compile(r"[,.;:!–-]|\b(?:og|men)\b")
_CLAUSES = re.compile(r"[,.;:!–\n]|\b(?:fordi|for|så|og|men|siden)\b")
_INVERTED = re.compile(
    r"^(?!(?:når|hva|hvorfor|hvordan|kva|ka) )(?:\w+ ){1,2}(er|e|ble|blei|blir|vart) (jeg|eg|æ|je) (?=\w)"
)
"""«Samtidig er jeg bekymret for søsteren»: who worries stands behind."""
_FIELD_LINE = re.compile(r"^\s*([^:\n]{2,80}?)\s*:\s?(.*)$")


def typed_button(said: str, shown: Sequence[ShownButton]) -> Pressed | None:
    """Return the button whose number or label was typed, with or without brackets: `2`, `[Ja]`, `ja`.

    Signs between the words do not count; a label with a typing error, or with a question mark of the person's own, is a
    loose press, and so is a bare number where it could be meant for a newer message.
    """
    text = said.strip().strip("[]«»\"'").rstrip(".!").strip()
    number, _, rest = text.partition(" ")
    if (
        is_small_number(number)
        and 1 <= int(number) <= len(shown)
        and (not rest or is_close(rest, shown[int(number) - 1].title))
    ):
        numbered = _press(shown[int(number) - 1])
        return replace(numbered, is_loose=not rest and numbered.verb in NEVER_BY_NUMBER)
    words = plain_words(text)
    as_long = [one for one in shown if 0 < len(words) <= len(one.title)]
    exact = next((one for one in as_long if plain_words(one.title) == words), None)
    if exact is not None:
        return replace(_press(exact), is_loose=_is_asked(said, exact.title))
    close = next((one for one in shown if len(text) > 3 and is_close(text, one.title)), None)
    return replace(_press(close), is_loose=True) if close else None


def _is_asked(said: str, title: str) -> bool:
    """Tell whether a title was typed with a question mark that is not its own: «trekk saken?» withdraws nothing."""
    return said.rstrip("]»\"' ").endswith("?") and "?" not in title


def _press(button: ShownButton) -> Pressed:
    return Pressed(button.verb, button.id, button.version)


@read_once
def typed_command(said: str, texts: Texts) -> str | None:
    """Return the key of the command that was typed; small typing errors are forgiven in words of five letters."""
    text = said.strip().rstrip(".!").casefold()
    if not text or len(text) > LONGEST_COMMAND:
        return None
    whole, words = command_in_full(said, texts), command_words(texts)
    if whole is not None or len(text) < 5:
        return whole
    match = process.extractOne(text, _about_as_long(len(text), texts), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return words[match[0]] if match else None


def command_in_full(said: str, texts: Texts) -> str | None:
    """Return the key of the command when every letter of it was typed; it may be asked with a question mark, and come
    after a greeting, «hei igjen, hvor var jeg», or after an «ok»."""
    text, words = said.strip().rstrip(".!").casefold(), command_words(texts)
    hello, behind = texts.words("start.words_hello"), texts.words("commands.hello_behind")
    first = words_of(text)[:1]
    before = hello | behind if not hello.isdisjoint(first) else texts.words("commands.before_command")
    greeted = " ".join(dropwhile(before.__contains__, words_of(text)))
    whole = words.get(text) or words.get(text.rstrip("?")) or words.get(greeted)
    return whole or ("came_back" if _is_back(text, texts) else "newcomer" if _is_new(text, texts) else None)


def _is_new(said: str, texts: Texts) -> bool:
    """Tell whether somebody says where they work and that they are new there, in nothing but words for that."""
    words = words_of(said)
    return words[-2:] == ["ny", "her"] and texts.words("commands.new_small").issuperset(words[:-2])


def _is_back(said: str, texts: Texts) -> bool:
    """Tell whether somebody says that they are here again, in nothing but words for that: «e tilbake», «er her igjen».
    «Tilbake» alone is the way back."""
    words = {*words_of(said)}
    back, being, small = (texts.words(f"commands.back_{key}") for key in ("again", "being", "small"))
    return bool(words & back and words & being) and words <= back | being | small


def going_out(said: str, texts: Texts, *, is_under_way: bool) -> str | None:
    """Hear the way out that stands among small words, «nei, avbryt», «stopp saken», and «jeg angrer» in only such
    words as the way back. In the middle of something «glem det» leads to the menu, and loses nothing."""
    words = words_of(said)
    if is_under_way and " ".join(words) in texts.words("commands.drops"):
        return "menu"
    small = texts.words("guide.words_no", "guide.words_yes", "commands.case_words", "commands.around_out")
    rest = [word for word in words if word not in small]
    if not rest or len(rest) == len(words) or "?" in said:
        return None
    is_regret = texts.words("common.words_regret").issuperset(rest)
    command = "back" if is_regret else command_in_full(" ".join(rest), texts)
    return command if command in ("back", "cancel") else None


def beside_withdrawing(said: str, texts: Texts) -> tuple[str, ...] | None:
    """Return what is said beside a clause that, in nothing but words for it, asks that the case is taken back: «trekk
    saken, den skal meldes». None where there is no such clause, or many words; a question with a reason in it asks for
    an answer, and «skal jeg trekke saken?» alone for the case."""
    if len(said.split()) > WORDS_IN_A_WORRY:
        return None
    verbs, small = texts.words("commands.words_withdraw"), texts.words("commands.around_withdrawing")
    case = texts.words("commands.case_words")
    clauses = [(one, {*words_of(one)}) for one in _CLAUSES.split(said.casefold())]
    asking = [words for _, words in clauses if words <= verbs | case | small and words & verbs and words & case]
    beside = tuple(one for one, words in clauses if words not in asking)
    return beside if asking and not ("?" in said and any(words_of(one) for one in beside)) else None


def typed_worry(said: str, state: ConversationState, texts: Texts) -> str | None:
    """Hear «jeg er bekymret for en elev» or «vi er på nivå 2 allerede», said before anything is under way; of
    oneself also later in the sentence: «jeg er så sliten, er bekymret for en i klassen». A worry about work,
    «bekymret for budsjettet i barnehagen», is none."""
    if state.active == GUIDE and tells_of_next_child(said, texts):
        return "worried"  # the first question about the next child is whether it is in danger
    if state.active not in (None, WHERE) or "?" in said or len(said.split()) > WORDS_IN_A_WORRY:
        return None
    text = _INVERTED.sub(lambda m: f"{m[2]} {m[1] if m[1] in ('er', 'e') else 'er'} ", said.casefold().strip())
    is_own = not texts.words("commands.worried_self").isdisjoint(words_of(text)[:1])
    parts = (part.strip() for part in (_PARTS.split(text) if is_own else [text]))
    begins, degree = texts.listed("commands.worried_begins"), texts.words("commands.worried_degree")
    plain = (" ".join(word for word in part.split() if word not in degree) for part in parts)
    feeling = texts.listed("commands.feeling_begins") if _may_be_a_feeling(text, texts) else ()
    worry = next((part for part in plain if part.startswith((*begins, *feeling))), None)
    return None if worry is None or _is_about_work(_PARTS.split(worry)[0], said, texts) else "worried"


def _may_be_a_feeling(text: str, texts: Texts) -> bool:
    """Tell whether «det er noe med …», «noe stemmer ikke …» is said of a child: not of rules or papers («det er noe med
    samtykket til eleven»), nor of a member of staff."""
    other = texts.words("acute.words_staff", "commands.feeling_papers")
    return names_someone(text) and other.isdisjoint(words_of(text)) and not names_rules_or_papers(text)


def worry_about_staff(said: str, texts: Texts) -> bool:
    """Tell whether somebody says, in nothing but words for that, that they are worried about a member of staff, or
    suspect one: «jeg er bekymret for en kollega», «jeg har mistanke om vikaren»."""
    words = words_of(said)
    worry, staff = texts.words("commands.staff_worry"), texts.words("acute.words_staff")
    small = texts.words("acute.words_beside_staff", "commands.staff_small", "commands.worried_degree")
    if worry.isdisjoint(words) or not (worry | staff | small).issuperset(words):
        return False
    since = list(dropwhile(lambda word: word not in worry, words))  # «læreren er bekymret» is the one who worries
    about = list(dropwhile(lambda word: word not in texts.words("commands.staff_about"), since))
    return not staff.isdisjoint(about)


def _is_about_work(worry: str, said: str, texts: Texts) -> bool:
    return any(word in worry for word in texts.listed("commands.worried_work")) and not names_someone(said)


@lru_cache(maxsize=4)
def command_words(texts: Texts) -> dict[str, str]:
    """Return the command each word means. The newest editions are remembered."""
    return {word.casefold(): key for key in COMMANDS for word in texts.listed(f"commands.{key}")}


@lru_cache(maxsize=4 * LONGEST_COMMAND)
def _about_as_long(length: int, texts: Texts) -> tuple[str, ...]:
    """Return the words that are not too short or too long to be alike: of all letters of two texts, at most twice the
    shorter one's are the same."""
    words = ((word, min(length, len(word)) / (length + len(word))) for word in command_words(texts))
    return tuple(word for word, least in words if 200 * least >= ALIKE)


def typed_title(said: str, state: ConversationState, texts: Texts) -> Pressed | None:
    """Return what the working title the bot gave a concern opens, «Sak Blå», or its colour alone; «slett Sak Blå» asks
    whether it is deleted, and so does «slett den første» below the list of them."""
    first, _, rest = said.strip(" .!«»").casefold().partition(" ")
    is_deleted = first in texts.listed("commands.delete_begins")
    title = (rest if is_deleted else f"{first} {rest}").strip(" «»")
    titled = ((one, one.title.casefold()) for one in state.concerns if title and one.title)
    concern = next((one for one, own in titled if title in (own, own.partition(" ")[2])), None)
    if concern is None and is_deleted:
        concern = state.concern(_id_by_place(rest, state, texts) or "none")
    return Pressed("guide_delete" if is_deleted else "guide_resume", concern.id) if concern else None


def _id_by_place(said: str, state: ConversationState, texts: Texts) -> str:
    """Return the id of the concern that stands at that place on the list shown last, «den første», «2»."""
    listed = [one.id for one in state.shown if one.verb == "guide_resume"]
    number = int(said) - 1 if is_small_number(said) else by_place(said, len(listed), texts)
    return listed[number] if number is not None and 0 <= number < len(listed) else ""


def typed_form(said: str, state: ConversationState) -> Pressed | None:
    """Return the first button pressed with the fields that were typed as `Felt: verdi`, one on each line.

    A line that is the whole title of a button names that button instead; in a case, whole titles of choices need no
    label. A text field that is named twice has both: nothing that was typed is lost.
    """
    if not state.fields or not state.shown:
        return None
    values: dict[str, str] = {}
    last: ShownField | None = None
    is_loose = False
    titled = {plain_words(one.title): one for one in state.shown}
    button: ShownButton | None = None
    for line in said.splitlines():
        match = _FIELD_LINE.match(line)
        named = field_named(match[1], state.fields) if match else None
        told = match[2] if match else ""
        if named is None and state.active == "case" and (last is None or last.choices):
            named, told = _field_of_choices(line, state.fields), line
        if named and match and last and not last.choices and _is_of_text(match[1], told, named):
            named = None
        if named:
            is_more = named.id in values and (named.several or not named.choices)
            more, between = [values[named.id]] if is_more else [], "," if named.choices else "\n"
            values[named.id], last = between.join([*more, field_value(told, named)]), named
            is_loose = is_loose or not _is_word_for_word(told, named)
        elif plain_words(line) in titled:
            button = titled[plain_words(line)]
            is_loose = is_loose or _is_asked(line, button.title)
        elif last is not None and not last.choices:
            values[last.id] = f"{values[last.id]}\n{line}".strip()
    meant = button or state.shown[0]
    typed = replace(_press(meant), values=values, is_loose=is_loose, is_fields_only=button is None)
    return typed if values else None


def _is_of_text(label: str, told: str, field: ShownField) -> bool:
    """Tell whether a line goes on with the text above it: it only begins like the label of a field, and names none of
    that field's choices, «Urolig: han går rundt i timen»."""
    is_whole = plain_words(label) in (plain_words(field.label), plain_words(field.id))
    named = {*chosen_in(field_value(told, field))}
    return bool(field.choices) and not is_whole and named.isdisjoint(value for value, _ in field.choices)


def _field_of_choices(said: str, fields: Sequence[ShownField]) -> ShownField | None:
    """Return the only field that every part of the line is the title of a choice of, «10–12 år», or that has the only
    choice it begins, «Anonymt»."""
    parts = [plain_words(part) for part in PARTS.split(said)]
    titled = [(field, {plain_words(title) for _, title in field.choices}) for field in fields]
    said = plain_words(said)
    whole = [field for field, titles in titled if said in titles]
    several = [field for field, titles in titled if all(part in titles for part in parts)]
    begun = [field for field, titles in titled for title in titles if title.startswith(f"{said} ")]
    fitting = whole or several or begun
    return fitting[0] if len(fitting) == 1 and len(said) >= SHORTEST_BEGUN else None


def _is_word_for_word(said: str, field: ShownField) -> bool:
    """Tell whether only whole titles, ids or numbers of choices were typed; a text field takes what it gets."""
    known = {plain_words(name) for choice in field.choices for name in choice}
    numbers = {str(number) for number in range(1, len(field.choices) + 1)}
    whole = plain_words(said) in known or (field.several and plain_words(said) in ALL)
    return not field.choices or whole or all(plain_words(part) in known | numbers for part in PARTS.split(said))
