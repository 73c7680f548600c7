"""Puts in the sentences an older folder or edition lacks: an upgrade must not keep the bot from starting, nor break off
a turn. Must not know when a sentence is said."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from bot.content.check_sentences import SENTENCES, blanks_of, needed_sentences
from bot.content.problem import KnowledgeError
from bot.content.texts import Texts, load_nynorsk, load_texts
from bot.content.versions import Files, write_files
from bot.content.versions_edit import with_value
from bot.content.versions_merge import with_new_sentences
from bot.content.yaml_file import parse_yaml

NYNORSK = f"{SENTENCES}nn/"


def is_lacking(texts: Texts, nynorsk: Texts | None) -> bool:
    """Tell whether a sentence the program asks for is gone, or asks for what the program does not fill in. One that is
    gone in nynorsk is said in bokmål."""
    for name, needed in needed_sentences().items():
        said = nynorsk if name.startswith(NYNORSK) and nynorsk is not None else texts
        for key, blanks in needed.items():
            full = f"{Path(name).stem}.{key}"
            if full not in said or not blanks_of(said.raw(full)) <= blanks:
                return True
    return False


def completed(files: Files, own: Files) -> Files:
    """Return the files with the sentences they lack, as they stand in `own`: the files the program was made with."""
    made = {
        name: own[name] if name not in files else _with_lacking(name, files[name], own[name], needed)
        for name, needed in needed_sentences().items()
        if name in own
    }
    return {**files, **made}


def _with_lacking(name: str, theirs: bytes, new: bytes, needed: Mapping[str, frozenset[str]]) -> bytes:
    try:
        have, want = parse_yaml(theirs, name).data, parse_yaml(new, name).data
        if isinstance(have, dict) and isinstance(want, dict):
            for key, blanks in needed.items():
                if key in have and key in want and not blanks_of(have[key]) <= blanks:
                    theirs = with_value(theirs, name, (key,), str(want[key]))
    except KnowledgeError:
        return theirs
    return with_new_sentences(name, theirs, new) or theirs


def texts_of(files: Files) -> tuple[Texts, Texts]:
    """Return the sentences in the files, in bokmål and in nynorsk. Raises KnowledgeError."""
    with tempfile.TemporaryDirectory(prefix="veilederen-texts-") as folder:
        directory = Path(folder)
        write_files({path: text for path, text in files.items() if path.startswith(SENTENCES)}, directory)
        texts = load_texts(directory)
        return texts, load_nynorsk(directory, texts)
