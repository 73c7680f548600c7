"""One builder per part of a card: header, blocks, boxes, footnote, doors. Must not know the order of a whole card."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.reply import (
    Bars,
    Block,
    Box,
    Bullets,
    ChoiceInput,
    DateInput,
    Facts,
    Folded,
    MarkedText,
    Paragraph,
    Row,
    Rows,
    TextInput,
    Tone,
    UserText,
)
from bot.teams.card_actions import action, pressed_by_tapping, unfolding
from bot.teams.card_inputs import field
from bot.teams.card_text import (
    Element,
    is_tame,
    keep_ages_together,
    listed,
    marked_text,
    one_line,
    own_text,
    row,
    user_text,
)
from bot.teams.sentences import Sentences

STATUS_CHARACTERS = 60
DUE_CHARACTERS = 32
"""So short that status and deadline fit beside each other."""
NARROW, WIDE = "20px", "84px"
TWO_SIGNS = "36px"
"""Width of what stands at the left of a row: a number or a tick, or a telephone number."""
BAR = "8px"
COLOURS: dict[Tone, str] = {
    "default": "Default",
    "accent": "Accent",
    "good": "Good",
    "warning": "Warning",
    "attention": "Attention",
    "emphasis": "Default",
}


class Parts:
    """Builds the parts of one card and remembers its folded parts, whose buttons stand with the others."""

    def __init__(self, words: Sentences) -> None:
        self._words = words
        self.toggles: list[Element] = []
        self._folds = 0

    def blocks(self, blocks: Sequence[Block]) -> list[Element]:
        """Return the elements of the blocks, in order."""
        elements: list[Element] = []
        for block in blocks:
            elements += self._block(block)
        return elements

    def _block(self, block: Block) -> list[Element]:
        match block:
            case Box():
                shown = [self._box(block)]
            case Folded():
                shown = [self._folded(block)]
            case TextInput() | ChoiceInput() | DateInput():
                shown = field(block, self._words)
            case _:
                shown = _still(block)
        return shown

    def _box(self, box: Box) -> Element:
        items = beside(box.blocks) or _first_close(self.blocks(box.blocks))
        shown: Element = {"type": "Container", "spacing": "Medium", "items": items}
        return shown if box.tone == "default" else {**shown, "style": box.tone}

    def _folded(self, folded: Folded) -> Element:
        self._folds += 1
        name = f"fold-{self._folds}"
        self.toggles.append(unfolding(folded.title, name))
        is_open = any(isinstance(b, TextInput | ChoiceInput | DateInput) and b.error for b in folded.blocks)
        items = _first_close(self.blocks(folded.blocks))
        return {"type": "Container", "id": name, "isVisible": is_open, "spacing": "Medium", "items": items}


def _still(block: Paragraph | Bullets | Facts | Bars | Rows | MarkedText | UserText) -> list[Element]:
    match block:
        case Paragraph():
            shown = [paragraph(block)]
        case Bullets():
            shown = bullets(block)
        case Facts():
            shown = facts(block)
        case Bars():
            shown = bars(block)
        case Rows():
            shown = rows(block)
        case MarkedText():
            shown = [marked_text(block.before, block.marked, block.after)]
        case UserText():
            shown = quoted(block)
    return shown


def header(where: str, step: str) -> list[Element]:
    """Return the small grey row: where am I, and which step or code."""
    left = own_text(where, size="Small", isSubtle=True)
    if "text" in left:
        left["text"] = keep_ages_together(left["text"])
    columns = [{"type": "Column", "width": "stretch", "items": [left]}]
    if step:
        right = own_text(step, size="Small", isSubtle=True, horizontalAlignment="Right")
        columns.append({"type": "Column", "width": "auto", "items": [right]})
    return [{"type": "ColumnSet", "columns": columns}] if where or step else []


def title(text: str) -> Element:
    """Return the title, a heading for screen readers."""
    text = one_line(text)
    if is_tame(text):
        return {
            "type": "TextBlock",
            "text": text,
            "wrap": True,
            "style": "heading",
            "size": "Large",
            "weight": "Bolder",
            "spacing": "Small",
        }
    return own_text(text, size="Large", weight="Bolder", spacing="Small")


def paragraph(one: Paragraph) -> Element:
    """Return one paragraph of ours."""
    style: Element = {"spacing": "Medium" if one.subtle or one.strong else "Small"}
    if one.subtle:
        style |= {"size": "Small", "isSubtle": True}
    if one.strong:
        style |= {"weight": "Bolder"}
    return own_text(one.text, **style)


def bullets(one: Bullets) -> list[Element]:
    """Return a list under its heading."""
    heading = [own_text(one.title, weight="Bolder", spacing="Medium")] if one.title else []
    return heading + listed(one.items, numbered=one.numbered)


def rows(one: Rows) -> list[Element]:
    """Return rows with something large at the left; a row that may be pressed has a title for screen readers."""
    longest = max((len(each.left) for each in one.rows), default=0)
    width = NARROW if longest <= 1 else TWO_SIGNS if longest == 2 else WIDE
    shown = [_row(each, one.tone, width) for each in one.rows]
    return [
        {**each, "spacing": "Medium" if width != WIDE or number == 0 else "Small"} for number, each in enumerate(shown)
    ]


def _row(one: Row, tone: Tone, width: str) -> Element:
    texts = [own_text(one.title, weight="Bolder")]
    if one.note:
        texts.append(own_text(one.note, size="Small", isSubtle=True, spacing="None"))
    style = {"weight": "Bolder", "size": "Large", "color": COLOURS[tone]}
    shown = row(one.left, texts, spacing="Medium", width=width, **style)
    return {**shown, "selectAction": action(one.press, card_has_inputs=True)} if one.press else shown


def facts(one: Facts) -> list[Element]:
    """Return pairs as a fact set, or as rows when a value could come alive."""
    pairs = [(one_line(name), one_line(value)) for name, value in one.pairs]
    if all(is_tame(name) and is_tame(value) for name, value in pairs):
        shown = [{"title": name, "value": value} for name, value in pairs]
        return [{"type": "FactSet", "spacing": "Medium", "facts": shown}]
    return [row(name, user_text(value), spacing="Small", width=WIDE, weight="Bolder") for name, value in pairs]


def bars(one: Bars) -> list[Element]:
    """Return each count over its bar, a coloured column: clients without charts draw it too, and nothing in it is read
    aloud but the words."""
    longest = max((length for _, _, length in one.bars), default=0)
    shown: list[Element] = []
    for name, value, length in one.bars:
        left = {"type": "Column", "width": "stretch", "items": [own_text(one_line(name))]}
        right = {"type": "Column", "width": "auto", "items": [own_text(one_line(value), weight="Bolder")]}
        bar = [{"type": "Column", "width": length, "style": "accent", "minHeight": BAR, "items": []}]
        rest = [{"type": "Column", "width": longest - length, "items": []}] if length < longest else []
        shown.append({"type": "ColumnSet", "spacing": "Small", "columns": [left, right]})
        shown.append({"type": "ColumnSet", "spacing": "None", "columns": bar + rest})
    return shown


def quoted(one: UserText) -> list[Element]:
    """Return somebody's own text under its label, exactly as written."""
    label = [own_text(one.label, size="Small", isSubtle=True, spacing="Medium")] if one.label else []
    return label + user_text(one.text)


def beside(blocks: Sequence[Block]) -> list[Element] | None:
    """Return a status and its deadline side by side when both are short."""
    if len(blocks) != 2:
        return None
    left, right = blocks
    if not isinstance(left, Paragraph) or not isinstance(right, Paragraph) or not right.subtle or left.subtle:
        return None
    if len(left.text) > STATUS_CHARACTERS or len(right.text) > DUE_CHARACTERS:
        return None
    due = own_text(right.text, size="Small", isSubtle=True, horizontalAlignment="Right")
    columns = [
        {"type": "Column", "width": "stretch", "verticalContentAlignment": "Center", "items": [paragraph(left)]},
        {"type": "Column", "width": "auto", "verticalContentAlignment": "Center", "items": [due]},
    ]
    return [{"type": "ColumnSet", "columns": columns}]


def footnote(lines: Sequence[str]) -> list[Element]:
    """Return the sources, small and grey."""
    if not lines:
        return []
    shown = [
        own_text(line, size="Small", isSubtle=True, spacing="None" if number else "Default")
        for number, line in enumerate(lines)
    ]
    return [{"type": "Container", "spacing": "Medium", "items": shown}]


def doors(words: Sentences, *, acute: bool = True, can_be_tapped: bool = True) -> Element:
    """Return the row with the two doors that are always open."""
    row = [_door(words, "staff", isSubtle=True)]
    if acute:
        row.insert(0, _door(words, "acute", color="Attention"))
    if not can_be_tapped:
        row = [{name: value for name, value in door.items() if name != "selectAction"} for door in row]
    return {"type": "ColumnSet", "separator": True, "spacing": "Medium", "columns": row}


def _door(words: Sentences, verb: str, **style: object) -> Element:
    return {
        "type": "Column",
        "width": "stretch",
        "items": [own_text(words(f"teams.door_{verb}"), size="Small", **style)],
        "selectAction": pressed_by_tapping(verb, words(f"teams.door_{verb}_title")),
    }


def _first_close(items: list[Element]) -> list[Element]:
    """Return the items with no space before the first: the box has its own padding."""
    return [{**items[0], "spacing": "None"}, *items[1:]] if items else []
