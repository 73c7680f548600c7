"""Changes one field of a knowledge file and leaves everything else, comments included, as it stands.

Must not judge the value: the checks do. Must not know which form asked for it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import yaml

from bot.content.article_file import SECTIONS
from bot.content.problem import KnowledgeError, Problem
from bot.content.yaml_file import SAFE_LOADER, KeyPath, parse_yaml

Plain = str | int | bool | date | None | Sequence["Plain"] | Mapping[str, "Plain"]


def with_value(raw: bytes, name: str, path: KeyPath, value: Plain) -> bytes:
    """Return the YAML with the field at `path` set. A missing last key is added. Raises KnowledgeError."""
    parse_yaml(raw, name)
    text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    root = yaml.compose(text, Loader=SAFE_LOADER)
    node = _find(root, path)
    if node is not None:
        start, end = _span(node, text)
        return (text[:start] + _written(value) + text[end:]).encode()
    parent = _find(root, path[:-1])
    if isinstance(parent, yaml.MappingNode):
        return _with_new_key(text, parent, str(path[-1]), value).encode()
    if len(path) > 1 and parent is None:
        return with_value(raw, name, path[:-1], {str(path[-1]): value})
    raise KnowledgeError([Problem(name, ".".join(map(str, path)), "Feltet finnes ikke i fila.")])


def without_value(raw: bytes, name: str, path: KeyPath) -> bytes:
    """Return the YAML with the field at `path` taken away; unchanged when it is not there."""
    found = value_at(raw, name, path[:-1])
    if not isinstance(found, dict) or path[-1] not in found:
        return raw
    return with_value(raw, name, path[:-1], {key: one for key, one in found.items() if key != path[-1]})


def value_at(raw: bytes, name: str, path: KeyPath) -> Any:
    """Return what stands at the path; None when nothing does."""
    data = parse_yaml(raw, name).data
    for part in path:
        if isinstance(data, dict):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data


def with_section(raw: bytes, heading: str, words: str) -> bytes:
    """Return the article with the text under the heading replaced. Raises KeyError for an unknown heading."""
    if heading not in SECTIONS:
        raise KeyError(heading)
    text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    pattern = re.compile(rf"^#+[ \t]*{re.escape(heading)}[ \t]*\n.*?(?=^#|\Z)", re.MULTILINE | re.DOTALL)
    body = re.sub(r"(?m)^(#+) ", r"\\\1 ", words.strip())
    follows = "\n\n" if not text.rstrip().endswith(words.strip()) else "\n"
    made = pattern.sub(lambda _: f"## {heading}\n{body}{follows}", text, count=1)
    return (made.rstrip() + "\n").encode()


def section_of(raw: bytes, heading: str) -> str:
    """Return the text under a heading of an article as it stands in the file."""
    text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    found = re.search(rf"^#+[ \t]*{re.escape(heading)}[ \t]*\n(.*?)(?=^#|\Z)", text, re.MULTILINE | re.DOTALL)
    return found[1].strip() if found else ""


def with_head_value(raw: bytes, name: str, path: KeyPath, value: Plain) -> bytes:
    """Return the article with one field of its front matter set."""
    return _in_head(raw, name, lambda head: with_value(head, name, path, value))


def with_head_entry(raw: bytes, name: str, path: KeyPath, value: Plain) -> bytes:
    """Return the article with one entry more at the end of a list in its front matter."""
    return _in_head(raw, name, lambda head: _with_new_entry(head, name, path, value))


def without_head_entry(raw: bytes, name: str, path: KeyPath, index: int) -> bytes:
    """Return the article without the entry with that number in a list in its front matter."""
    return _in_head(raw, name, lambda head: _without_entry(head, name, path, index))


def _in_head(raw: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    head, mark, body = text.removeprefix("---\n").partition("\n---\n")
    if not text.startswith("---\n") or not mark:
        raise KnowledgeError([Problem(name, "", "Fant ikke linja «---» som avslutter feltene øverst.")])
    changed = change((head + "\n").encode()).decode().rstrip("\n")
    return f"---\n{changed}\n---\n{body}".encode()


def _with_new_entry(raw: bytes, name: str, path: KeyPath, value: Plain) -> bytes:
    text = raw.decode("utf-8")
    node = _find(yaml.compose(text, Loader=SAFE_LOADER), path)
    if not isinstance(node, yaml.SequenceNode) or not node.value:
        return with_value(raw, name, path, [value])
    _, end = _span(node, text)
    if node.flow_style:
        return f"{text[: end - 1].rstrip(', ')}, {_written(value)}{text[end - 1 :]}".encode()
    line_end = text.find("\n", end)
    return f"{text[:line_end]}\n{' ' * node.start_mark.column}- {_written(value)}{text[line_end:]}".encode()


def _without_entry(raw: bytes, name: str, path: KeyPath, index: int) -> bytes:
    text = raw.decode("utf-8")
    node = _find(yaml.compose(text, Loader=SAFE_LOADER), path)
    if not isinstance(node, yaml.SequenceNode) or not 0 <= index < len(node.value):
        raise KnowledgeError([Problem(name, ".".join(map(str, path)), "Feltet finnes ikke i fila.")])
    if node.flow_style or len(node.value) == 1:
        left = value_at(raw, name, path)
        return with_value(raw, name, path, [one for number, one in enumerate(left) if number != index])
    start, end = _span(node.value[index], text)
    return (text[: text.rfind("\n", 0, start) + 1] + text[text.find("\n", end) + 1 :]).encode()


def head_value(raw: bytes, name: str, path: KeyPath) -> Any:
    """Return what stands in the front matter of an article at the path."""
    text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    return value_at(text.removeprefix("---\n").partition("\n---\n")[0].encode(), name, path)


def _find(node: yaml.Node | None, path: KeyPath) -> yaml.Node | None:
    for part in path:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == str(part)), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            node = node.value[part] if part < len(node.value) else None
        else:
            return None
    return node


def _span(node: yaml.Node, text: str) -> tuple[int, int]:
    """Return where the value begins and ends in the text, without the line break and comments after it."""
    start = node.start_mark.index
    end = _end(node)
    while end > start and text[end - 1] in " \n":
        end -= 1
    return start, end


def _end(node: yaml.Node) -> int:
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(node, yaml.MappingNode) else last)
    return int(node.end_mark.index)


def _with_new_key(text: str, parent: yaml.MappingNode, key: str, value: Plain) -> str:
    if parent.flow_style:
        at = parent.end_mark.index - 1
        comma = ", " if parent.value else ""
        return f"{text[:at].rstrip()}{comma}{key}: {_written(value)}{text[at:]}"
    _, end = _span(parent, text)
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    indent = " " * parent.start_mark.column
    return f"{text[:line_end]}\n{indent}{key}: {_written(value)}{text[line_end:]}"


def _written(value: Plain) -> str:
    """Write a value on one line so that YAML reads the same back: strings in double quotes, as in JSON."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_written(one)}" for key, one in value.items()) + "}"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Sequence):
        return "[" + ", ".join(_written(one) for one in value) + "]"
    return json.dumps(value) if value is None or isinstance(value, bool | int) else str(value)  # a date
