"""The editors' dialog: every button of theirs in one table."""

from __future__ import annotations

from bot.domain.published import ListQuestions, PublishKnowledge, ShowEditions
from dialogs.dialog import Dialog, Typed, Verb
from dialogs.editor import files, form, guide_drawing, history, home, lists, new, parts, pick, preview, publish
from dialogs.editor.access import NAME, for_editors

VERBS: dict[str, Verb] = {
    "edit": Verb(home.home, Typed.NEARLY, is_command=True),
    "editor_back": Verb(home.home, Typed.NEARLY),
    "edit_pick": Verb(pick.pick, Typed.NEARLY),
    "edit_form": Verb(form.open_form, Typed.NEARLY),
    parts.VERB: Verb(parts.parts, Typed.NEARLY),
    "edit_check": Verb(form.check_form, Typed.NEARLY),
    "edit_preview": Verb(preview.preview, Typed.NEARLY, is_command=True),
    guide_drawing.VERB: Verb(guide_drawing.drawing, Typed.NEARLY),
    "edit_publish": Verb(publish.publish, Typed.WHOLE),
    "edit_try": Verb(publish.try_draft, Typed.NEARLY),
    "edit_stop": Verb(publish.stop_trying, Typed.NEARLY, is_command=True),
    "edit_discard": Verb(publish.discard, Typed.WHOLE),
    "edit_history": Verb(history.history, Typed.NEARLY),
    "edit_edition": Verb(history.one_edition, Typed.NEARLY),
    "edit_roll": Verb(history.roll_back, Typed.WHOLE),
    "edit_who": Verb(home.who, Typed.NEARLY),
    "edit_new": Verb(new.new, Typed.NEARLY),
    "edit_new_check": Verb(new.check_new, Typed.NEARLY),
    "edit_lists": Verb(lists.lists, Typed.NEARLY),
    "edit_list": Verb(lists.one_list, Typed.NEARLY),
    "edit_question": Verb(lists.question, Typed.NEARLY),
    "edit_phrase": Verb(lists.phrase, Typed.WHOLE),
    "edit_question_done": Verb(lists.question_done, Typed.WHOLE),
    "edit_files": Verb(files.files_card, Typed.NEARLY),
    "edit_download": Verb(files.download, Typed.NEARLY),
}
EDITOR = Dialog(
    name=NAME,
    verbs={name: verb.through(for_editors) for name, verb in VERBS.items()},
    listens=pick.listen,
    told={
        PublishKnowledge: publish.tell_published,
        ShowEditions: history.tell_editions,
        ListQuestions: lists.tell_questions,
    },
)
