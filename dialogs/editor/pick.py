"""Which piece: the lists from which an editor chooses what to change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from rapidfuzz import fuzz, process

from bot.content import form_lists as lists
from bot.content.form_lists import Listed
from bot.domain.conversation import ConversationState
from bot.domain.reply import Block, Button, Card, Line, Paragraph, Row, TextInput
from bot.domain.turn import Pressed, Turn
from dialogs.dialog import Around, Step
from dialogs.editor.access import NAME, edits_everything, is_editor, may_edit, refuse
from dialogs.editor.drafts import files_of
from dialogs.editor.home import PARTS
from dialogs.pages import PAGE, Page, paged

SEARCHED = ("articles", "texts", "words")
SHARED_ONLY = ("guides", "practice", "texts", "words")
FOUND = PAGE
"""What is found beyond this is told by its number: more words find less."""
_SIGNS = re.compile(r"[^\w{}.:–-]+|[.:](?=\W|$)")
"""What stands between words: «hyggelig.» is the word «hyggelig»; «team.thanked» is a name."""
_FIELD = re.compile(r"^\s*[^:\n]{2,90}:(?:\s|$)")
BEST = 55
"""rapidfuzz score (0–100) below which something found is not what was meant."""
FITS = 90
"""The same above which something found has the words."""


def pick(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show what can be chosen in one part; `contacts` asks for the file first, `contacts:<file>` lists its contacts."""
    part, _, file = pressed.id.partition(":")
    if part not in PARTS:
        return Step((Line(around.text("editors.gone")),))
    if part in SHARED_ONLY and not edits_everything(around):
        return refuse(turn, around, path=part)
    floor = state.in_dialog(NAME, part=part)
    if part in SEARCHED:
        said = pressed.values.get("search", "").strip()
        return Step((_search_card(part, said, pressed.version, state, around),), floor)
    page = Page("edit_pick", pressed.id, pressed.version)
    if part == "missing":
        return _missing(turn, page, file, floor, around)
    if part == "practice":
        return Step((_card(part, lists.course_pieces(files_of(state, around)), page, around),), floor)
    return _by_file(turn, page, file, floor, around)


def _by_file(turn: Turn, page: Page, file: str, state: ConversationState, around: Around) -> Step:
    part = page.id.partition(":")[0]
    files = files_of(state, around)
    found = lists.guide_files(files) if part == "guides" else lists.profile_files(files)
    own = [path for path in found if may_edit(path, around)]
    if file and file not in own:
        return refuse(turn, around, path=file)
    chosen = file or (own[0] if len(own) == 1 else "")
    if not chosen:
        names = [Listed(f"{part}:{path}", _called(lists.name_of(files, path), around)) for path in own]
        return Step((_card(part, names, page, around, verb="edit_pick"),), state)
    of = {"contacts": lists.contacts, "meetings": lists.meetings, "guides": lists.guide_pieces}.get(part, lists.records)
    card = _card(part, of(files, chosen), page, around, where=lists.name_of(files, chosen))
    shared = _shared_with(chosen, around) if part == "contacts" else ""
    intro = around.text("editors.choose_shared", file=shared) if shared else card.intro
    return Step((replace(card, intro=intro),), state)


def _shared_with(path: str, around: Around) -> str:
    """Return the name of the file with what the municipality of a file shares with others; empty where it shares
    none."""
    own = around.knowledge.profiles.get(PurePosixPath(path).stem)
    return _called(own.region, around) if own is not None and own.region else ""


def _called(name: str, around: Around) -> str:
    """Return the name of a file that several municipalities share in words."""
    key = f"editors.shared_{name}"
    return around.text(key) if key in around.text else name


def _card(
    part: str, found: Sequence[Listed], page: Page, around: Around, *, verb: str = "edit_form", where: str = ""
) -> Card:
    text = around.text
    rows = tuple(
        Row(str(number), one.title[:120], one.note[:120], Button(one.title[:60], verb, one.target))
        for number, one in enumerate(found, 1)
    )
    card = Card(
        kind="edit_pick",
        header=(text("editors.header"), where),
        title=text(f"editors.part_{part}"),
        intro=text("editors.choose"),
        blocks=() if rows else (Paragraph(text("editors.nothing_here")),),
        buttons=(Button(text("editors.back"), "edit", submits_inputs=False),),
        doors=False,
    )
    return paged(card, rows, page, around)


def _missing(turn: Turn, page: Page, file: str, state: ConversationState, around: Around) -> Step:
    """Show what nobody has told us: where it is missing first, so that each municipality comes to its own at once."""
    files = files_of(state, around)
    found: dict[str, list[Listed]] = {}
    for one in lists.missing(files):
        if may_edit(one.file, around):
            name = _called(lists.name_of(files, one.file), around)
            note = around.text("editors.ask_whom", file=one.owner or name, who=one.who_knows)
            found.setdefault(one.file, []).append(Listed(one.target, one.ask, note))
    if file and not may_edit(file, around):
        return refuse(turn, around, path=file)
    chosen = file or (next(iter(found)) if len(found) == 1 else "")
    if chosen:
        where = _called(lists.name_of(files, chosen), around)
        return Step((_card("missing", found.get(chosen, ()), page, around, where=where),), state)
    places = [
        Listed(f"missing:{path}", _called(lists.name_of(files, path), around), _count(len(gaps), around))
        for path, gaps in found.items()
    ]
    count = _count(sum(map(len, found.values())), around)
    return Step((_card("missing", places, page, around, verb="edit_pick", where=count),), state)


def _count(number: int, around: Around) -> str:
    return around.text("editors.how_many", count=number)


def _search_card(part: str, said: str, page: int, state: ConversationState, around: Around) -> Card:
    """Return what was found; the lists of words, which are few enough to be leafed through, all of them at first."""
    text = around.text
    is_leafed = part == "words" and not said
    fitting, found = _found(part, said, state, around) if said else (0, [])
    found = lists.words(files_of(state, around)) if is_leafed else found
    blocks: list[Block] = [TextInput("search", text(f"editors.search_{part}"), said, max_length=200)]
    card = _card(part, found, Page("edit_pick", part, page), around)
    more = (Paragraph(text("editors.search_more", count=fitting - FOUND), subtle=True),) if fitting > FOUND else ()
    blocks += (*card.blocks, *more) if said or is_leafed else ()
    search = Button(text("editors.search"), "edit_pick", part, style="positive")
    return Card(
        card.kind,
        card.title,
        card.header,
        text("editors.search_intro"),
        tuple(blocks),
        (search, *card.buttons),
        doors=False,
    )


def _found(part: str, said: str, state: ConversationState, around: Around) -> tuple[int, list[Listed]]:
    """Return how many have the words, and what fits them best: by name and text, and for answers also by how it would
    be asked for, which puts first what the word is about: «taushetsplikt» stands in many titles."""
    files = files_of(state, around)
    if part in ("texts", "words"):
        listed = lists.sentences(files) if part == "texts" else lists.words(files)
        known = {one.target: one for one in listed}
        names = {target: _SIGNS.sub(" ", f"{one.note} {one.title}") for target, one in known.items()}
    else:
        articles = {
            slug: article
            for slug, article in around.knowledge.articles.items()
            if may_edit(f"articles/{slug}.md", around)
        }
        known = {slug: Listed(f"article:{slug}", article.title, slug) for slug, article in articles.items()}
        names = {slug: f"{slug} {article.title}" for slug, article in articles.items()}
    asked = [hit.slug for hit in around.answers.search(said).ranked] if part == "articles" else []
    matches = process.extract(
        _SIGNS.sub(" ", said).casefold(),
        {key: one.casefold() for key, one in names.items()},
        scorer=fuzz.token_set_ratio,
        limit=None,
        score_cutoff=BEST,
    )
    fitting = dict.fromkeys(key for _, score, key in matches if score > FITS)
    order = dict.fromkeys([*(key for key in asked if key in fitting), *fitting, *asked, *(key for *_, key in matches)])
    return len(fitting), [known[key] for key in order if key in known][:FOUND]


def listen(turn: Turn, said: str, state: ConversationState, around: Around) -> Step | None:
    """Take what is typed as a search while answers, sentences or words are being looked for. Below a form, whoever
    types a field that it has not is told which it has."""
    part = str(state.data.get("part", ""))
    if not is_editor(around):
        return None
    if "target" in state.data and state.fields and _FIELD.match(said):
        labels = ", ".join(f"«{one.label}»" for one in state.fields)
        return Step((Line(around.text("editors.no_such_field", fields=labels)),))
    if part not in SEARCHED:
        return None
    return pick(turn, Pressed("edit_pick", part, values={"search": said[:200]}), state, around)
