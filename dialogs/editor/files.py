"""Files in the chat: take one out, change it in any program, send it back. The same checks, the same preview."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from bot.content.article_file import SECTIONS
from bot.content.file_names import as_kept, closest, path_for, path_of_content, twins_of
from bot.content.form_lists import profile_files
from bot.content.problem import KnowledgeError, Problem
from bot.content.versions_check import largest, problems_before_reading
from bot.content.versions_edit import section_of, with_section
from bot.domain.conversation import ConversationState
from bot.domain.files import FetchFile
from bot.domain.published import CheckDraft, NoteEditing
from bot.domain.reply import Button, Card, File, Line, Paragraph, Row, Rows, TextInput
from bot.domain.turn import AttachedFile, PlaceKind, Pressed, Said, Turn
from dialogs.by_words import plain_words
from dialogs.dialog import Around, Step
from dialogs.editor.access import NAME, is_editor, may_edit, refuse
from dialogs.editor.drafts import files_of, with_changes
from dialogs.editor.form import problems_box
from dialogs.editor.preview import show_preview

WORD = ".docx"
PLACES = "anonymising/steder/"
"""Names of schools and places the anonymiser finds: they have no form."""


def files_card(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Say how files go out and in."""
    text = around.text
    listed = (*profile_files(around.files), *sorted(path for path in around.files if path.startswith(PLACES)))
    own = [path for path in listed if may_edit(path, around)]
    rows = tuple(
        Row(str(number), path, press=Button(path, "edit_download", path)) for number, path in enumerate(own, 1)
    )
    card = Card(
        kind="edit_files",
        header=(text("editors.header"), ""),
        title=text("editors.part_files"),
        intro=text("editors.files_intro"),
        blocks=(
            Paragraph(text("editors.files_word")),
            Paragraph(text("editors.files_never"), strong=True),
            Rows(rows),
            TextInput("name", text("editors.file_name"), max_length=120),
        ),
        buttons=(
            Button(text("editors.download"), "edit_download", style="positive"),
            Button(text("editors.back"), "edit", submits_inputs=False),
        ),
        doors=False,
    )
    return Step((card,), state.in_dialog(NAME))


def download(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Give the file; the client asks first, and this is done again when the editor says yes."""
    wanted = pressed.id or pressed.values.get("name", "")
    if wanted.strip(" .!").casefold() in around.text.listed("commands.download_all"):
        return Step((Line(around.text("editors.file_all")),))
    path = path_for(around.files, wanted.removesuffix(WORD))
    if path is None and plain_words(wanted) in around.text.listed("commands.download_places"):
        return files_card(turn, pressed, state, around)
    if path is None:
        return Step((Line(around.text("editors.file_unknown", meant=closest(around.files, wanted))),))
    as_word = wanted.casefold().endswith(WORD) and path.startswith("articles/")
    content = _as_word(around.files[path], path) if as_word else around.files[path]
    name = PurePosixPath(path).with_suffix(WORD).name if as_word else PurePosixPath(path).name
    file_id = f"{path}{WORD}" if as_word else path
    offer = around.text("editors.file_offer", name=name)
    if wanted.casefold() != path.casefold() and (others := twins_of(around.files, path)):
        offer += " " + around.text("editors.file_twins", names=", ".join(others))
    file = File(name, offer, "edit_download", file_id, content)
    return Step((file,), commands=(NoteEditing(turn.person, "downloaded"),))


def _as_word(raw: bytes, path: str) -> bytes:
    from bot.content.docx_write import docx_of  # a few megabytes, needed with the first document

    return docx_of(raw, path)


def is_for_the_knowledge(turn: Turn, sent: AttachedFile, around: Around) -> bool:
    """Tell whether an editor sends a file of the knowledge, so that what is written beside it is about the file."""
    return _is_from_editor(turn, sent, around) and not _named(sent.name, around)[1]


def _is_from_editor(turn: Turn, sent: AttachedFile, around: Around) -> bool:
    return bool(sent.link) and turn.place.kind is PlaceKind.PERSONAL and is_editor(around)


def received(turn: Turn, said: Said, sent: AttachedFile, state: ConversationState, around: Around) -> Step:
    """Take a file an editor sends. Somebody else's is never fetched; what is written beside it is answered."""
    if not _is_from_editor(turn, sent, around):
        key = "editors.files_not_taken_beside" if said.text.strip() else "editors.files_not_taken"
        return Step((Line(around.text(key)),))
    path, problems = _named(sent.name, around)
    if problems:
        return _problems(problems, around)
    if not may_edit(path, around) and path in around.files:
        return refuse(turn, around, path=path)
    if around.carried is None:
        return Step(commands=(FetchFile(turn.person, sent.name, sent.link),))
    if around.carried.problem:
        return Step((Line(around.text(around.carried.problem)),))
    return _held_against_the_checks(turn, sent.name, path, around.carried.content, state, around)


def _held_against_the_checks(
    turn: Turn, name: str, path: str, raw: bytes, state: ConversationState, around: Around
) -> Step:
    if "/" not in name:
        path = path_of_content(around.files, path, raw)
    if not may_edit(path, around) and path in around.files:
        return refuse(turn, around, path=path)
    try:
        content = _from_word(raw, name, path, state, around) if name.casefold().endswith(WORD) else as_kept(raw)
    except KnowledgeError as error:
        return _problems(error.problems, around)
    wrong = problems_before_reading(path, content, largest(around.files, path))
    if wrong:
        return _problems(wrong, around)
    draft = with_changes(state, around, {path: content}, "fil")
    if around.looked is None:
        return Step(commands=(CheckDraft(turn.person, draft),))
    if around.looked.checked.errors:
        return _problems(around.looked.checked.errors, around)
    return show_preview(draft, around.looked, state, around)


def _from_word(raw: bytes, name: str, path: str, state: ConversationState, around: Around) -> bytes:
    from bot.content.docx_text import article_text_from_docx, with_article_text  # megabytes, needed with the first one

    before = files_of(state, around)[path]
    after = with_article_text(before, article_text_from_docx(raw, name), path)
    kept = {heading: section_of(before, heading) for heading in SECTIONS}
    for heading, words in kept.items():  # Word keeps no line breaks: what says the same is left as it stands
        if section_of(after, heading).split() == words.split():
            after = with_section(after, heading, words)
    return after


def _named(name: str, around: Around) -> tuple[str, Sequence[Problem]]:
    """Return which knowledge file the sent file is, or what is wrong with its name."""
    is_word = name.casefold().endswith(WORD)
    wanted = f"{name[: -len(WORD)]}.md" if is_word else name
    path = path_for(around.files, wanted, may_be_new=not is_word)
    if path is None:
        meant = closest(around.files, name)
        return "", [Problem(name[:80], "", around.text("editors.file_unknown", meant=meant))]
    return path, ()


def _problems(problems: Sequence[Problem], around: Around) -> Step:
    text = around.text
    card = Card(
        kind="edit_file_problems",
        header=(text("editors.header"), text("editors.part_files")),
        title=text("editors.file_not_taken"),
        intro=text("editors.file_mend"),
        blocks=(problems_box(problems, around),),
        buttons=(Button(text("editors.back"), "edit"),),
        doors=False,
    )
    return Step((card,))
