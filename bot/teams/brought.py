"""The words somebody brings along in a message without writing them: a message they forward, or another's they quote.

Teams puts them beside the text, or shortened in it, in one of several shapes; here they become text like any other that
is pasted in. Must not know what is done with it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from html import unescape
from itertools import islice
from typing import Any

from bot.teams.activity import Attachment, IncomingActivity
from bot.teams.body import data_in

HTML = "text/html"
FORWARDED, QUOTED = "forwardedMessageReference", "messageReference"
"""What Graph calls the same things; some clients send them so."""
BOT = "28:"
"""What the id of a bot begins with: what it said itself is not brought along."""
MAX_HTML = 64_000
MAX_TAG = 2_000
"""Characters of a message, and of one tag in it, that are read."""
MOST_BROUGHT, MOST_WORDS = 10, 20_000
"""How many messages are brought along, and characters of them all: more than a message may have is not looked at."""
_PIECE = re.compile(r"([^<]*)(?:<(/?)([a-zA-Z0-9]*)([^<>]*)>?|$)")
"""Words, and the tag behind them. Never looks back: the reader in the standard library takes minutes for some input."""
_ATTRIBUTE = re.compile(r"""(?<![\w-])([\w-]++)\s*+=\s*+["']([^"']*)["']""")
TELLING = ("forward", "reply")
"""The kinds of block that hold another message."""
_APART = frozenset({"p", "div", "br", "li", "tr", "blockquote", "h1", "h2", "h3"})


def forwarded_words(activity: IncomingActivity) -> Iterator[str]:
    """Yield what is forwarded with the message."""
    for one in activity.attachments:
        if one.content_type == HTML:
            yield from _Message(one.content).forwarded
        elif one.content_type == FORWARDED:
            content = _content(one)
            body = content.get("body")
            words = content.get("originalMessageContent") or (body.get("content") if isinstance(body, Mapping) else "")
            yield _plain(words)


def quoted_words(activity: IncomingActivity) -> Iterator[str]:
    """Yield what a person said that the message answers. A quote of the bot's own words is none of it."""
    for one in activity.attachments:
        if one.content_type == HTML:
            yield from _Message(one.content).quoted
        elif one.content_type == QUOTED:
            content = _content(one)
            sender = content.get("messageSender")
            if not (isinstance(sender, Mapping) and sender.get("application")):
                yield _plain(content.get("messagePreview"))
    for entity in activity.entities:
        quote = entity.quoted_reply if isinstance(entity.quoted_reply, Mapping) else {}
        if not str(quote.get("senderId") or "").startswith(BOT):
            yield _plain(quote.get("preview"))


def first_brought(brought: Iterator[str]) -> tuple[str, ...]:
    """Return as much of what was brought along as is looked at."""
    left, found = MOST_WORDS, []
    for words in islice(filter(None, brought), MOST_BROUGHT):
        found.append(words[:left])
        left -= len(found[-1])
    return tuple(filter(None, found))


def with_brought(said: str, brought: Sequence[str]) -> str:
    """Return the text with what was brought along below it, unless it stands in the text already."""
    written = " ".join(said.split())
    for words in brought:
        compared = " ".join(words.split())
        if compared and compared not in written:
            said = f"{said}\n{words}" if said else words
            written = f"{written} {compared}"
    return said


def own_words(said: str, brought: Sequence[str]) -> str | None:
    """Return the lines its sender wrote of a text that clients may have put what was brought along in, whole or
    shortened; nothing where the two cannot be told apart, and None where nothing was brought along."""
    if not brought:
        return None
    wholes = [" ".join(words.split()) for words in brought]
    lines = {" ".join(line.split()) for words in brought for line in words.splitlines()}
    own = [line for line in said.splitlines() if not _is_brought(" ".join(line.split()), lines, wholes)]
    written = " ".join(" ".join(own).split())
    return "" if any(whole in written for whole in wholes) else "\n".join(own).strip()


def _is_brought(line: str, lines: Collection[str], wholes: Sequence[str]) -> bool:
    begun = line.rstrip("… .")
    return line in lines or (begun != line and any(whole.startswith(begun) for whole in wholes))


class _Message:
    """What a client sent as HTML, taken apart: forwarded messages, and those that are quoted, with who wrote them."""

    def __init__(self, html: Any) -> None:
        self.words: list[str] = []
        self.forwarded: list[str] = []
        self.quoted: list[str] = []
        self._blocks: list[str] = []
        self._outermost: int | None = None
        self._began = 0
        self._is_bots = False
        for text, mark, tag, attributes in _PIECE.findall(html[:MAX_HTML] if isinstance(html, str) else ""):
            self.words.append(unescape(text))
            name = tag.lower()
            if name in _APART:
                self.words.append("\n")
            if mark != "/":
                self._begin(name, dict(_ATTRIBUTE.findall(attributes[:MAX_TAG].lower())))
            elif name == "blockquote":
                self._end()
        while self._blocks:  # one that was cut off or never ended holds words all the same
            self._end()

    def _begin(self, tag: str, named: dict[str, str]) -> None:
        what = named.get("itemprop", "")
        if tag == "blockquote":
            self._blocks.append(named.get("itemtype", "").rpartition("/")[2])
            if self._outermost is None and self._blocks[-1] in TELLING:
                self._outermost, self._began, self._is_bots = len(self._blocks), len(self.words), False
        elif len(self._blocks) != self._outermost:
            return  # what stands inside a quoted message is quoted with it, whoever wrote that
        elif what == "mri" and named.get("itemid", "").startswith(BOT):
            self._is_bots = True
        elif what in ("preview", "copy"):  # before it stand the writer's name and a time
            self._began = len(self.words)

    def _end(self) -> None:
        is_outermost = self._outermost is not None and len(self._blocks) == self._outermost
        kind = self._blocks.pop() if self._blocks else ""
        if not is_outermost:
            return
        self._outermost = None
        said = _tidy("".join(self.words[self._began :]))
        if kind == "forward":
            self.forwarded.append(said)
        elif not self._is_bots:
            self.quoted.append(said)


def _plain(html: Any) -> str:
    return _tidy("".join(_Message(html).words))


def _tidy(words: str) -> str:
    lines = (" ".join(line.replace("\x00", "").split()) for line in words.splitlines())
    return "\n".join(line for line in lines if line)


def _content(one: Attachment) -> Mapping[str, Any]:
    """Return the content, which some send as JSON in a string."""
    content = one.content
    if isinstance(content, str):
        try:
            content = data_in(content)
        except (ValueError, RecursionError):
            return {}
    return content if isinstance(content, Mapping) else {}
