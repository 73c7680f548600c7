"""The editors' dialog: every button of theirs in one table."""

from __future__ import annotations

from bot.domain.published import ListQuestions, PublishKnowledge, ShowEditions
from dialogs.dialog import Dialog, Handler
from dialogs.editor import files, form, guide_drawing, history, home, lists, new, parts, pick, preview, publish
from dialogs.editor.access import NAME, for_editors

VERBS: dict[str, Handler] = {
    "edit": home.home,
    "editor_back": home.home,
    "edit_pick": pick.pick,
    "edit_form": form.open_form,
    parts.VERB: parts.parts,
    "edit_check": form.check_form,
    "edit_preview": preview.preview,
    guide_drawing.VERB: guide_drawing.drawing,
    "edit_publish": publish.publish,
    "edit_try": publish.try_draft,
    "edit_stop": publish.stop_trying,
    "edit_discard": publish.discard,
    "edit_history": history.history,
    "edit_edition": history.one_edition,
    "edit_roll": history.roll_back,
    "edit_new": new.new,
    "edit_new_check": new.check_new,
    "edit_lists": lists.lists,
    "edit_list": lists.one_list,
    "edit_question": lists.question,
    "edit_phrase": lists.phrase,
    "edit_question_done": lists.question_done,
    "edit_files": files.files_card,
    "edit_download": files.download,
}
EDITOR = Dialog(
    name=NAME,
    verbs={verb: for_editors(handler) for verb, handler in VERBS.items()},
    listens=pick.listen,
    told={
        PublishKnowledge: publish.tell_published,
        ShowEditions: history.tell_editions,
        ListQuestions: lists.tell_questions,
    },
)
