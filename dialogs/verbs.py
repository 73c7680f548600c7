"""Every dialog, every button by its verb, and what is typed everywhere: read out of the dialogs, listed nowhere else.

Must not know how words are heard.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dialogs.acute import ACUTE
from dialogs.answers.dialog import ANSWERS
from dialogs.calls import CALLS
from dialogs.cases.cases_out import ASK, CASES_OUT
from dialogs.cases.dialog import CASES, TEAM
from dialogs.cases.evaluation import EVALUATION
from dialogs.cases.files import FILES
from dialogs.dialog import Begin, Dialog, Verb
from dialogs.editor.dialog import EDITOR
from dialogs.figures import FIGURES
from dialogs.guide.dialog import GUIDE
from dialogs.guide.keeping import begin_guide
from dialogs.practice.dialog import COURSE
from dialogs.practice.dialog import begin as begin_course
from dialogs.practice.practising import begin_case
from dialogs.start import START
from dialogs.trend import TREND
from dialogs.where.dialog import WHERE, begin_where

DIALOGS = (
    START, ACUTE, ANSWERS, GUIDE, COURSE, WHERE, CASES, TEAM, FILES, ASK, CASES_OUT, EVALUATION, FIGURES, TREND,
    EDITOR, CALLS,
)  # fmt: skip
DIALOG_NAMED: Mapping[str, Dialog] = {dialog.name: dialog for dialog in DIALOGS}
"""As `state.active` names what has the floor."""
INTENTS: Mapping[str, Begin] = {
    "worried": begin_guide,
    "where": begin_where,
    "submit": begin_case,
    "newcomer": begin_course,
}
"""What the menu leads to, `menu_<intent>`; also begun by the words in texts `commands.<intent>`."""
WAYS_OUT = ("back", "cancel", "restart")
"""Commands that are about what has the floor: a dialog answers them with a button `<dialog>_<way out>`, or is left."""
OWNERS: Mapping[str, Dialog] = {verb: dialog for dialog in DIALOGS for verb in dialog.verbs}
VERBS: Mapping[str, Verb] = {verb: one for dialog in DIALOGS for verb, one in dialog.verbs.items()}


def verbs_that(is_so: Callable[[Verb], bool]) -> frozenset[str]:
    """Return the verbs of the buttons of which it is so."""
    return frozenset(verb for verb, one in VERBS.items() if is_so(one))


BUTTON_COMMANDS = verbs_that(lambda one: one.is_command)
COMMANDS = (*sorted(BUTTON_COMMANDS), *INTENTS, "question", *WAYS_OUT, "came_back", "where_we_were")
"""Keys in texts `commands.*`: each lists the words that mean it."""
