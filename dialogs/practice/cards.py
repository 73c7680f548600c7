"""The cards of the introduction: its first, one for each chapter and question, the receipt, and the leader's counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.content.course import Chapter, Choice
from bot.domain.conversation import ConversationState
from bot.domain.figures import CourseCount, shown_count
from bot.domain.reply import Block, Box, Bullets, Button, Card, Facts, Paragraph, Row, Rows
from bot.domain.roles import led_municipalities
from dialogs.days import month_and_year, short_date
from dialogs.dialog import Around
from dialogs.guide.wording import source_line
from dialogs.practice.local import local_blocks
from dialogs.practice.progress import Lesson

MONTHS_SHOWN = 12


def home_card(lesson: Lesson, around: Around) -> Card:
    """Return what the introduction is, how far the person has come, and the ways on."""
    text, course, progress = around.text, lesson.course, lesson.progress
    blocks: list[Block] = [Paragraph(text("practice.kept"), subtle=True)]
    if progress.done_on is not None:
        blocks.insert(0, Paragraph(text("practice.done_before", date=short_date(progress.done_on))))
    return Card(
        kind="course_home",
        header=(text("common.bot_name"), ""),
        title=course.title,
        intro=course.intro,
        blocks=blocks,
        buttons=(_go_on(lesson, around), *_more(lesson, around)),
    )


def _go_on(lesson: Lesson, around: Around) -> Button:
    text, place = around.text, lesson.next_after()
    if not lesson.progress.is_open:
        return Button(text("practice.again"), "course_restart", submits_inputs=False)
    if lesson.passed and place is not None:
        label = text("practice.go_on", number=lesson.number_of(place))
        return Button(label, "course_go_on", style="positive", submits_inputs=False)
    return Button(text("practice.begin"), "course_go_on", style="positive", submits_inputs=False)


def _more(lesson: Lesson, around: Around) -> tuple[Button, ...]:
    text = around.text
    cases = Button(text("practice.cases"), "practice_list", submits_inputs=False)
    counts = Button(text("practice.counts"), "course_counts", submits_inputs=False)
    leads = led_municipalities(around.staff_roles, around.municipalities)
    return (*((cases,) if lesson.course.cases else ()), *((counts,) if leads else ()))


def chapter_card(lesson: Lesson, chapter: Chapter, state: ConversationState, around: Around) -> Card:
    """Return one chapter: few words, and what the person's own municipality adds."""
    text = around.text
    local = [one for one in chapter.local if state.profile.municipality in one.municipality]
    points: Block = Bullets(chapter.points)
    blocks: list[Block] = [Box((points,), "attention") if chapter.danger else points]
    profile = around.municipality(state)
    if local and profile is not None:
        own = Bullets(tuple(point for one in local for point in one.points), profile.name)
        blocks.append(Box((own,), "accent"))
    sources = tuple(dict.fromkeys((*chapter.sources, *(source for one in local for source in one.sources))))
    buttons = [
        Button(text("practice.to_question"), "course_ask", chapter.id, style="positive", submits_inputs=False),
        *_back(lesson, chapter, around),
        Button(text("practice.pause"), "course_pause", submits_inputs=False),
    ]
    if chapter.article:
        buttons.append(Button(text("guide.read_more"), "article", chapter.article, submits_inputs=False))
    return Card(
        kind="course_chapter",
        header=_header(lesson, chapter, around),
        title=chapter.title,
        intro=chapter.intro or "",
        blocks=(*blocks, *local_blocks(chapter, state, around)),
        buttons=buttons,
        footnote=_footnote(lesson, sources, around),
        speak=chapter.title,
    )


def quiz_card(lesson: Lesson, chapter: Chapter, around: Around, tried: Choice | None) -> Card:
    """Return the question after a chapter; with why the answer that was tried is not the best one."""
    text, quiz = around.text, chapter.quiz
    rows = tuple(
        Row(str(number), one.say, press=Button(one.say, "course_answer", f"{chapter.id}.{one.id}"))
        for number, one in enumerate(quiz.choices, 1)
    )
    why = (Paragraph(text("practice.not_quite"), strong=True), Paragraph(tried.because)) if tried else ()
    return Card(
        kind="course_quiz",
        header=_header(lesson, chapter, around),
        title=quiz.ask,
        intro=text("practice.choose") if tried is None else "",
        blocks=(*((Box(why, "warning"),) if why else ()), Rows(rows)),
        buttons=(
            Button(text("practice.read_again"), "course_back", chapter.id, submits_inputs=False),
            Button(text("practice.pause"), "course_pause", submits_inputs=False),
        ),
        footnote=_footnote(lesson, quiz.sources, around),
        speak=quiz.ask,
    )


def _header(lesson: Lesson, chapter: Chapter, around: Around) -> tuple[str, str]:
    part = around.text("practice.part", number=lesson.number_of(chapter), all=len(lesson.course.chapters))
    return lesson.course.title, part


def _back(lesson: Lesson, chapter: Chapter, around: Around) -> tuple[Button, ...]:
    before = lesson.before(chapter)
    return (Button(around.text("common.back"), "course_back", before.id, submits_inputs=False),) if before else ()


def _footnote(lesson: Lesson, sources: Sequence[str], around: Around) -> tuple[str, ...]:
    text, course = around.text, lesson.course
    checked = text("common.checked", date=short_date(course.checked_on), who=course.checked_by)
    is_late = course.is_past_review(around.today)
    late = (text("common.past_review", date=short_date(course.review_by)),) if is_late else ()
    return (source_line(sources, around), checked, *late)


def receipt_card(lesson: Lesson, state: ConversationState, around: Around) -> Card:
    """Return the receipt: what, when and which version, and that the leader sees a number only."""
    text, progress, profile = around.text, lesson.progress, around.municipality(state)
    pairs = [
        (text("practice.receipt_course"), lesson.course.title),
        (text("practice.receipt_date"), short_date(progress.done_on) if progress.done_on else ""),
        (text("practice.receipt_version"), progress.done_version),
    ]
    pairs += [(text("start.municipality"), profile.name)] if profile else []
    said = text("practice.receipt_counted") if profile else text("practice.receipt_not_counted")
    return Card(
        kind="course_receipt",
        header=(lesson.course.title, text("practice.receipt")),
        title=text("practice.receipt_title"),
        intro=text("practice.receipt_intro"),
        blocks=(Facts(tuple(pairs)), Paragraph(said, subtle=True)),
        buttons=(*_more(lesson, around), Button(text("common.to_menu"), "menu", submits_inputs=False)),
    )


def cases_card(lesson: Lesson, state: ConversationState, around: Around) -> Card:
    """Return the invented cases, those that suit the person's role first."""
    text = around.text
    cases = sorted(lesson.course.cases, key=lambda one: state.profile.role not in one.roles)
    rows = tuple(
        Row(
            str(number),
            one.title,
            one.story.split(". ")[0].rstrip(".") + ".",
            Button(one.title, "practice_start", one.id),
        )
        for number, one in enumerate(cases, 1)
    )
    return Card(
        kind="practice_cases",
        header=(lesson.course.title, text("practice.mark")),
        title=text("practice.cases_title"),
        intro=text("practice.cases_intro"),
        blocks=(Rows(rows),),
        buttons=(Button(text("practice.to_course"), "menu_newcomer", submits_inputs=False),),
    )


def held_card(title: str, around: Around) -> Card:
    """Say that nothing can be sent during a practice, with the way back to it, and to a real worry and a real case."""
    text = around.text
    return Card(
        kind="practice_held",
        header=(title, ""),
        title=text("practice.held_title"),
        intro=text("practice.nothing_sent"),
        buttons=(
            Button(text("practice.keep_on"), "guide_go_on", style="positive", submits_inputs=False),
            Button(text("practice.real_worry"), "menu_worried", submits_inputs=False),
            Button(text("practice.real_case"), "practice_to_case", submits_inputs=False),
        ),
    )


def counts_card(counts: Sequence[CourseCount], municipalities: Sequence[str], around: Around) -> Card:
    """Return how many have finished, by municipality and month; small numbers are hidden, the rest is rounded."""
    text = around.text
    blocks: list[Block] = [
        Bullets(
            _lines([one for one in counts if one.municipality == name], around), around.knowledge.profiles[name].name
        )
        for name in municipalities
        if name in around.knowledge.profiles
    ]
    return Card(
        kind="course_counts",
        header=(text("common.bot_name"), ""),
        title=text("practice.counts_title"),
        intro=text("practice.counts_intro"),
        blocks=blocks,
        doors=False,
    )


def _lines(counts: Sequence[CourseCount], around: Around) -> tuple[str, ...]:
    by_month: Counter[str] = Counter()
    for one in counts:
        by_month[one.month] += one.number
    newest = sorted(by_month, reverse=True)[:MONTHS_SHOWN]
    total = around.text("practice.count_total", count=shown_count(sum(by_month.values())))
    months = (
        around.text("practice.count_month", month=month_and_year(one), count=shown_count(by_month[one]))
        for one in newest
    )
    return (total, *months)
