"""Reads NorSynthClinical-PHI (not ours, never committed) as labelled texts, one per sentence. Knows its tags only."""

import re
import subprocess
from pathlib import Path

from bench.anonymise.labels import Gold, Labelled

DIRECT = frozenset({"First_Name", "Last_Name", "Social_Security_Number", "Phone_Number"})
_FILE = "reference_standard_annotated.txt"
_TAG = re.compile(r"<(\w+)>(.*?)</\1>", re.DOTALL)


def read_clinical(path: Path) -> list[Labelled]:
    """Read the annotated file, or the same file out of a bare git repository; raises OSError or CalledProcessError."""
    if path.is_dir():
        marked = subprocess.run(
            ["git", f"--git-dir={path}", "show", f"HEAD:{_FILE}"], capture_output=True, check=True
        ).stdout.decode("utf-8-sig")
    else:
        marked = path.read_text(encoding="utf-8-sig")
    sentences = [line for line in re.split(r"[\r\n]+", marked) if line.strip()]
    return [_labelled(f"n{number:04}", sentence) for number, sentence in enumerate(sentences, start=1)]


def _labelled(identity: str, marked: str) -> Labelled:
    text, spans, at = "", [], 0
    for match in _TAG.finditer(marked):
        text += marked[at : match.start()]
        cls = "direct" if match.group(1) in DIRECT else "quasi"
        spans.append(Gold(len(text), len(text) + len(match.group(2)), match.group(1), cls))
        text += match.group(2)
        at = match.end()
    return Labelled(identity, "nb", text + marked[at:], tuple(spans))
