"""The conversation of the introduction: go on, ask, answer, back, pause, receipt. Remembers chapters, never answers."""

from __future__ import annotations

from rapidfuzz import fuzz

from bot.content.course import Chapter, Choice, Quiz
from bot.domain.conversation import ConversationState
from bot.domain.counted import CountCourse, ShowCourseCounts
from bot.domain.outcomes import CourseCountsAre, Outcome
from bot.domain.reply import Line
from bot.domain.roles import led_municipalities
from bot.domain.turn import Pressed, Turn
from dialogs.by_words import by_title, plain_words, words_of
from dialogs.dialog import Around, Dialog, Step, Typed, Verb
from dialogs.practice import cards, practising
from dialogs.practice.progress import ASKING, CHAPTER, NAME, Lesson, lesson_of, shown_chapter

ALIKE = 80
"""rapidfuzz ratio (0–100) from which typed words are taken for an answer."""
SHORT_SAID = 12
"""More words than this are a question or a story, no answer."""
LETTERS = "abcdefgh"
"""The answers carry numbers; who is used to such questions types a letter."""


def begin(turn: Turn, state: ConversationState, around: Around) -> Step:
    """Show what the introduction is, and where the person is in it."""
    lesson = lesson_of(state, around)
    if lesson is None:
        return Step((Line(around.text("practice.none")),), state.in_dialog(None))
    return Step((cards.home_card(lesson, around),), state.without_practice().in_dialog(NAME))


def go_on(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the chapter the person is at."""
    lesson = lesson_of(state, around)
    chapter = shown_chapter(state, lesson) if lesson and lesson.progress.is_open else None
    if lesson is None or chapter is None:
        return begin(turn, state, around)
    return _chapter(lesson, chapter, state, around)


def _chapter(lesson: Lesson, chapter: Chapter, state: ConversationState, around: Around) -> Step:
    card = cards.chapter_card(lesson, chapter, state, around)
    return Step((card,), lesson.saved_in(state.without_practice(), chapter))


def _old_card(turn: Turn, state: ConversationState, around: Around) -> Step:
    """Say that the card is from an earlier version, and show where the person is."""
    step = go_on(turn, Pressed(""), state.in_dialog(NAME), around)
    return Step((Line(around.text("practice.old_card")), *step.replies), step.state)


def ask(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Ask the question of the chapter."""
    lesson = lesson_of(state, around)
    chapter = lesson.course.chapter(pressed.id) if lesson else None
    if lesson is None or chapter is None:
        return _old_card(turn, state, around)
    return _quiz(lesson, chapter, state, around)


def _quiz(
    lesson: Lesson, chapter: Chapter, state: ConversationState, around: Around, tried: Choice | None = None
) -> Step:
    asking = {ASKING: True}
    return Step((cards.quiz_card(lesson, chapter, around, tried),), lesson.saved_in(state, chapter, **asking))


def answer(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Take an answer: explain it, and go on when it is right."""
    chapter_id, _, choice_id = pressed.id.partition(".")
    lesson = lesson_of(state, around)
    chapter = lesson.course.chapter(chapter_id) if lesson else None
    choice = chapter.quiz.choice(choice_id) if chapter else None
    if lesson is None or chapter is None or choice is None:
        return _old_card(turn, state, around)
    return _taken(lesson, chapter, choice, state, around)


def _taken(lesson: Lesson, chapter: Chapter, choice: Choice, state: ConversationState, around: Around) -> Step:
    folded = around.text("practice.you_answered", answer=choice.say)
    if not choice.right:
        step = _quiz(lesson, chapter, state, around, tried=choice)
        return Step(step.replies, step.state, collapses_to=folded)
    after = lesson.with_passed(chapter)
    upcoming = after.next_after(chapter)
    if upcoming is None:
        return _finished(after, choice, state, around, folded)
    step = _chapter(after, upcoming, state, around)
    return Step((Line(choice.because), *step.replies), step.state, collapses_to=folded)


def _finished(lesson: Lesson, choice: Choice, state: ConversationState, around: Around, folded: str) -> Step:
    """Give the receipt, and count the person once in their municipality."""
    done = lesson.done(around.today)
    profile = around.municipality(state)
    is_new = profile is not None and profile.id not in done.progress.counted_in
    count = (CountCourse(profile.id, done.course.id, done.course.version),) if profile and is_new else ()
    replies = (Line(choice.because), cards.receipt_card(done, state, around))
    return Step(replies, done.saved_in(state).in_dialog(None), count, collapses_to=folded)


def tell_counted(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Remember, with the person only, that they are in the count of this municipality."""
    lesson = lesson_of(state, around)
    command = outcome.command
    if lesson is None or not isinstance(command, CountCourse):
        return Step()
    return Step(state=lesson.counted(command.municipality).kept_in(state))


def back(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show the chapter the button names; typed, the one before, or the chapter of the question that is asked."""
    lesson = lesson_of(state, around)
    if lesson is None:
        return begin(turn, state, around)
    named, shown = lesson.course.chapter(pressed.id), shown_chapter(state, lesson)
    if pressed.id and named is None:
        return _old_card(turn, state, around)
    is_asked = state.active == NAME and bool(state.data.get(ASKING))
    target = named or (shown if is_asked or shown is None else lesson.before(shown))
    return _chapter(lesson, target, state, around) if target else begin(turn, state, around)


def pause(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Leave with everything kept."""
    return Step((Line(around.text("practice.paused")),), state.in_dialog(None))


def restart(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Take it from the start; nobody is counted twice."""
    lesson = lesson_of(state, around)
    if lesson is None:
        return begin(turn, state, around)
    again = lesson.again()
    return _chapter(again, again.course.chapters[0], state, around)


def listen(turn: Turn, said: str, state: ConversationState, around: Around) -> Step | None:
    """Hear an answer in other words, or «neste»; None = a question for the answers."""
    lesson = lesson_of(state, around)
    chapter = shown_chapter(state, lesson) if lesson and lesson.progress.is_open else None
    if lesson is None or chapter is None or said.rstrip().endswith("?") or len(said.split()) > SHORT_SAID:
        return None
    if plain_words(said) in around.text.listed("practice.words_stop"):
        return pause(turn, Pressed(""), state, around)
    if not state.data.get(ASKING):
        goes_on = _quiz if state.data.get(CHAPTER) else _chapter  # nothing is asked of what was not read
        return goes_on(lesson, chapter, state, around) if _goes_on(said, chapter, around) else None
    if plain_words(said) in around.text.listed("practice.words_done"):
        return pause(turn, Pressed(""), state, around)
    choice = _meant(said, chapter.quiz, around)
    if choice is not None:
        return _taken(lesson, chapter, choice, state, around)
    line = Line(around.text("practice.not_known", last=len(chapter.quiz.choices)))
    again = _quiz(lesson, chapter, state, around)
    return Step((line, *again.replies), again.state)


def _goes_on(said: str, chapter: Chapter, around: Around) -> bool:
    """Tell whether somebody who reads is through with it; the letter of an answer asks for the question first."""
    words = (*around.text.listed("practice.words_next"), *around.text.listed("practice.words_done"))
    return plain_words(said) in (*words, *LETTERS[: len(chapter.quiz.choices)])


def _meant(said: str, quiz: Quiz, around: Around) -> Choice | None:
    """Return the answer typed: its letter, nearly all its words, or some, in any form, that stand in no other."""
    words = words_of(said)
    if len(words) == 1 and words[0] in LETTERS[: len(quiz.choices)]:
        return quiz.choices[LETTERS.index(words[0])]
    best = max(quiz.choices, key=lambda one: fuzz.ratio(plain_words(said), plain_words(one.say)))
    if fuzz.ratio(plain_words(said), plain_words(best.say)) >= ALIKE:
        return best
    fitting = [one for one in quiz.choices if len(words) > 1 and set(words) <= set(words_of(one.say))]
    place = by_title(said, [one.say for one in quiz.choices], around.text) if len(fitting) != 1 else None
    return fitting[0] if len(fitting) == 1 else None if place is None else quiz.choices[place]


def show_counts(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Tell a leader how many have finished; nobody else."""
    led = led_municipalities(around.staff_roles, around.municipalities)
    if not led:
        return Step((Line(around.refusal("practice.only_leaders")),))
    return Step((), state, (ShowCourseCounts(led),))


def tell_counts(turn: Turn, outcome: Outcome, state: ConversationState, around: Around) -> Step:
    """Show the counts."""
    if not isinstance(outcome, CourseCountsAre) or not isinstance(outcome.command, ShowCourseCounts):
        return Step()
    return Step((cards.counts_card(outcome.counts, outcome.command.municipalities, around),))


COURSE = Dialog(
    name=NAME,
    verbs={
        "course_go_on": Verb(go_on, Typed.NEARLY, goes_on=True),
        "course_ask": Verb(ask, Typed.NEARLY),
        "course_answer": Verb(answer, Typed.NEARLY, is_answer=True),
        "course_back": Verb(back, Typed.NEARLY),
        "course_pause": Verb(pause, Typed.NEARLY),
        "course_cancel": Verb(pause, Typed.WHOLE),
        "course_restart": Verb(restart, Typed.WHOLE),
        "course_counts": Verb(show_counts, Typed.NEARLY, is_command=True),
        "practice_list": Verb(practising.show_cases, Typed.NEARLY, is_command=True),
        "practice_meant": Verb(practising.tell_what_is_meant, Typed.WHOLE),
        "practice_start": Verb(practising.start, Typed.NEARLY),
        "practice_end": Verb(practising.show_cases, Typed.WHOLE),
        "practice_real": Verb(practising.for_real, Typed.WHOLE),
        "practice_to_case": Verb(practising.to_case, Typed.NEARLY),
    },
    listens=listen,
    told={CountCourse: tell_counted, ShowCourseCounts: tell_counts},
)
