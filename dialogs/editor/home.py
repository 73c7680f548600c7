"""The editors' menu: what do you want to change?"""

from __future__ import annotations

import re
from itertools import dropwhile

from bot.content.texts import Texts
from bot.domain.conversation import ConversationState
from bot.domain.norway import WEEKDAYS
from bot.domain.published import Draft
from bot.domain.reply import Block, Box, Button, Card, Line, Paragraph, Row, Rows
from bot.domain.turn import Pressed, Turn
from dialogs.by_words import plain_words, words_of
from dialogs.dialog import Around, Step
from dialogs.editor.access import NAME, own_municipalities
from dialogs.editor.drafts import mark_of

PARTS = ("contacts", "meetings", "missing", "records", "articles", "guides", "practice", "texts", "words")
MORE = (("new", "edit_new"), ("lists", "edit_lists"), ("history", "edit_history"), ("files", "edit_files"))

ASKED = (
    *((part, "edit_pick") for part in ("contacts", "meetings", "missing", "articles", "words")),
    *MORE,
    ("who", "edit_who"),
)
"""The entries that may be asked for in words, by texts `commands.edit_part_<entry>`, without the menu."""
NAMED = ("contacts", "meetings", "articles", "guides", "practice", "texts", "words", "files")
"""The entries whose name may stand behind a word for changing, by texts `commands.edit_named_<entry>`."""
NEAR = 3
"""So many words behind the one for changing may be the name of an entry: «endre et lite svar»."""
WITH_MORE, ENDS = ("new", "articles", "meetings"), (" om ", " til ")
"""Entries that more may be told of, and what it begins with: «ny artikkel om kjefting»."""
_DAY = re.compile(
    rf"\b(?:(?:på |førstkommende |neste )*(?:{'|'.join(WEEKDAYS)})|i (?:dag|morgen|uka)|denne uka|neste uke)\b"
)


def entry_asked(said: str, text: Texts) -> Pressed | None:
    """Return what an editor asks for in words: a file, «last ned …», or an entry of the menu, «endre telefonnummer»,
    «ny artikkel om kjefting», «møtet er flyttet til torsdag»."""
    wanted = said.casefold().removeprefix(text.raw("commands.download_begins"))
    if wanted != said.casefold():
        return Pressed("edit_download", wanted.strip())
    for entry, verb in ASKED:
        asked = {plain_words(said), *(_begun(said) if entry in WITH_MORE else ())}
        if not asked.isdisjoint(text.listed(f"commands.edit_part_{entry}")):
            return Pressed(
                verb, entry if verb == "edit_pick" else "", values=_searched(entry, said.partition(" om ")[2])
            )
    return None


def entry_named(said: str, text: Texts) -> Pressed | None:
    """Return what an editor says in other words that they want to change, «rediger et svar om samtykke», «endre
    møtetida for teamet til torsdag»: the entry that is named first, and for an answer what is said of it. What is one's
    own or of a case, «endre svaret mitt», «endre svaret på sak K7M-42P», is none of it, and «slett svaret» alone may
    be. Must come after danger."""
    words = words_of(said)
    removes = {*text.listed("commands.edit_removes")}
    ways = (*text.listed("commands.edit_changes"), *removes)
    begun = [one for one in ways if plain_words(said).startswith(f"{one} ")]
    if not begun or not text.words("commands.edit_own").isdisjoint(words):
        return None
    behind = words[len(max(begun, key=len).split()) :]
    for at, word in enumerate(behind[:NEAR]):
        entry = next((one for one in NAMED if word in text.words(f"commands.edit_named_{one}")), None)
        if entry is not None:
            small = text.words("commands.edit_named_small")
            rest = " ".join(dropwhile(small.__contains__, behind[at + 1 :]))
            if not removes.isdisjoint(begun) and (entry != "articles" or not rest):
                return None
            verb = dict(MORE).get(entry, "edit_pick")
            return Pressed(verb, entry if verb == "edit_pick" else "", values=_searched(entry, rest))
    return None


def _searched(entry: str, said: str) -> dict[str, str]:
    """Return what an answer is looked for by, as the field of its search says it."""
    return {"search": " ".join(words_of(said))} if entry == "articles" and words_of(said) else {}


def _begun(said: str) -> set[str]:
    """Return what the words begin with, also without the day: «møtet på torsdag er avlyst»."""
    begun = {plain_words(said.partition(end)[0]) for end in ENDS}
    return {one for words in begun for one in (words, " ".join(_DAY.sub(" ", words).split()))}


def tells_of_moved_meeting(said: str, text: Texts) -> bool:
    """Tell whether somebody says that a meeting is moved or cancelled, in nothing but words for that and its day."""
    return not {plain_words(said), *_begun(said)}.isdisjoint(text.listed("commands.edit_part_meetings"))


def who(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Say who decides who is an editor, and where it stands who has changed what."""
    return Step((Line(around.text("editors.who_edits", history=around.text("editors.part_history"))),))


def home(turn: Turn, pressed: Pressed, state: ConversationState, around: Around) -> Step:
    """Show what can be changed, and the draft under way."""
    return Step((home_card(state, around),), state.in_dialog(NAME))


def home_card(state: ConversationState, around: Around) -> Card:
    """Return the menu."""
    text = around.text
    rows = [
        *(
            _row(number, part, Button(text(f"editors.part_{part}"), "edit_pick", part), around)
            for number, part in enumerate(PARTS, 1)
        ),
        *(
            _row(number, part, Button(text(f"editors.part_{part}"), verb), around)
            for number, (part, verb) in enumerate(MORE, len(PARTS) + 1)
        ),
    ]
    blocks: list[Block] = []
    if state.draft is not None:
        said = text("editors.has_draft", files=", ".join(path for path, _ in state.draft.changes) or "–")
        blocks.append(Box((Paragraph(said),), "warning"))
    own = own_municipalities(around)
    if own:
        names = ", ".join(
            sorted(around.knowledge.profiles[one].name for one in own if one in around.knowledge.profiles)
        )
        blocks.append(Paragraph(text("editors.only_own", municipalities=names), subtle=True))
    return Card(
        kind="edit_home",
        header=(text("editors.header"), _edition(around)),
        title=text("editors.home_title"),
        intro=text("editors.home_intro"),
        blocks=(*blocks, Rows(tuple(rows))),
        buttons=draft_buttons(state.draft, around) if state.draft is not None else (),
        doors=False,
    )


def _row(number: int, part: str, button: Button, around: Around) -> Row:
    return Row(str(number), button.title, around.text(f"editors.part_{part}_note"), button)


def draft_buttons(draft: Draft, around: Around) -> tuple[Button, ...]:
    """Return what can be done with a draft that lies there."""
    text = around.text
    return (
        Button(text("editors.see_draft"), "edit_preview", style="positive"),
        Button(text("editors.discard"), "edit_discard", mark_of(draft), submits_inputs=False),
    )


def _edition(around: Around) -> str:
    return around.text("editors.edition", number=around.edition) if around.edition else ""
