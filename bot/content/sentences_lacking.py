"""Puts in the sentences an older folder or edition lacks: an upgrade must not keep the bot from starting, nor break off
a turn. Must not know when a sentence is said."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bot.content.check_sentences import SENTENCES, blanks_of, needed_sentences
from bot.content.texts import Texts, load_nynorsk, load_texts
from bot.content.versions import Files, write_files
from bot.content.versions_merge import with_new_sentences

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
        name: with_new_sentences(name, files[name], own[name]) or files[name] if name in files else own[name]
        for name in needed_sentences()
        if name in own
    }
    return {**files, **made}


def texts_of(files: Files) -> tuple[Texts, Texts]:
    """Return the sentences in the files, in bokmål and in nynorsk. Raises KnowledgeError."""
    with tempfile.TemporaryDirectory(prefix="veilederen-texts-") as folder:
        directory = Path(folder)
        write_files({path: text for path, text in files.items() if path.startswith(SENTENCES)}, directory)
        texts = load_texts(directory)
        return texts, load_nynorsk(directory, texts)
