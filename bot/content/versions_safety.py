"""What no editor may take away or bring in by mistake: emergency numbers, what the law asks
about, words of danger and names, and unsafe addresses.

Looks only at what a change does to what is published; whoever changes the program's own folder may do more.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from bot.content.problem import Problem
from bot.content.versions import Files
from bot.content.versions_lists import entries, lost_words, silenced
from bot.content.yaml_file import YamlFile

TEXTS, GUIDES = "texts/", "guides/"
ARCHIVE = "guides/archive/"
NATIONAL = "kommuner/felles/nasjonalt.yaml"
WITH_NUMBERS = ("articles/", GUIDES, NATIONAL)
_EMERGENCY = re.compile(r"(?<![\d-])(?:112|113|116 111|116 117|116 006)(?![\d-])")
_SCHEME = re.compile(r"\b(?:javascript|vbscript|data|file|ftp|msteams|ms-\w+):(?=\S)", re.IGNORECASE)
_ADDRESS = re.compile(r"\b(https?)://([^\s\"'<>\])}»]+)", re.IGNORECASE)
_INSIDE = (".local", ".internal", ".localhost", ".home.arpa", ".lan")


def problems_with_safety(before: Files, after: Files) -> list[Problem]:
    """Return what a change takes away that people's safety hangs on, and the unsafe addresses it brings in."""
    changed = sorted(path for path in {*before, *after} if before.get(path) != after.get(path))
    found: list[Problem] = []
    for path in changed:
        old, new = before.get(path, b""), after.get(path, b"")
        if path.startswith(ARCHIVE):
            found += _another(path, old, new)
            continue
        found += _lost_numbers(path, old, new)
        found += lost_words(path, before, after)
        found += silenced(path, before, after)
        found += _lost_criteria(path, old, new) if path.startswith(GUIDES) else ()
        found += _unsafe_addresses(path, old, new)
    return found


def advice_on_safety(before: Files, after: Files) -> Iterator[Problem]:
    """Yield a piece of advice for each question about danger that is asked in other words: they may turn its yes round,
    and no check can read that."""
    for path in sorted(after):
        if not path.startswith(GUIDES) or path.startswith(ARCHIVE) or before.get(path) == after[path]:
            continue
        had, has = entries(path, before.get(path, b"")), entries(path, after[path])
        for step in _steps_of_safety(has):
            old, new = (_asked(file, step) for file in (had, has))
            if old and old != new:
                text = (
                    "Her spør vi om fare. Les spørsmålet og svarene sammen: «ja» må fortsatt bety fare, og «nei» at "
                    "det ikke er det. Prøv utkastet før du publiserer."
                )
                line = has.line_of(("steps", step, "ask"))
                yield Problem(path, f"steps.{step}", text, line, severity="advarsel")


def _steps_of_safety(file: YamlFile) -> list[str]:
    listed = file.data.get("safety")
    return [str(one.get("step")) for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []


def _asked(file: YamlFile, step: str) -> tuple[str, ...]:
    """Return the words of a question and of its answers, nothing when there is no such step."""
    steps = file.data.get("steps")
    one = steps.get(step) if isinstance(steps, dict) else None
    if not isinstance(one, dict):
        return ()
    said = [str(option.get("say")) for option in one.get("options") or () if isinstance(option, dict)]
    return (str(one.get("ask")), *said)


def _another(path: str, old: bytes, new: bytes) -> Iterator[Problem]:
    """Yield when a version of a guide that somebody may be in the middle of would become another one."""
    if old and new:
        yield Problem(
            path, "", "Dette er en gammel utgave av veilederen. La den stå, og endre fila i guides/ i stedet."
        )


def _lost_numbers(path: str, old: bytes, new: bytes) -> Iterator[Problem]:
    """Yield each emergency number that stood in a sentence (or in an answer or guide) and does not any more."""
    if path.startswith(TEXTS):
        had, has = entries(path, old), entries(path, new)
        for key, sentence in had.data.items():
            for number in _numbers(str(sentence)) - _numbers(str(has.data.get(key, ""))):
                yield _lost(path, str(key), number, has.line_of((str(key),)))
    elif path.startswith(WITH_NUMBERS) and new:
        for number in sorted(_numbers(_text(old)) - _numbers(_text(new))):
            yield _lost(path, "", number, None)


def _lost(path: str, where: str, number: str, line: int | None) -> Problem:
    text = f"Nødnummeret {number} er borte. Noen kan trenge det i en fart, så sett det inn igjen."
    return Problem(path, where, text, line)


def _numbers(text: str) -> set[str]:
    return set(_EMERGENCY.findall(text))


def _lost_criteria(path: str, old: bytes, new: bytes) -> Iterator[Problem]:
    """Yield each thing the law asks about that a guide would not ask about any more, or not know as violence."""
    has, step_lines = _criteria(path, new), entries(path, new)
    for (step, name), point in _criteria(path, old).items():
        kept, where = has.get((step, name)), f"steps.{step}.criteria"
        line = step_lines.line_of(("steps", step, "criteria"))
        if kept is None:
            text = f"Punktet «{name}» («{point.get('say')}») er borte. Loven nevner det, så sett det inn igjen."
            yield Problem(path, where, text, line)
        elif point.get("violence") is True and kept.get("violence") is not True:
            text = (
                f"Punktet «{name}» handler om vold, men det står ikke lenger «violence: true». Da ville boten sagt at "
                "foreldrene får vite om meldingen. Sett det inn igjen."
            )
            yield Problem(path, where, text, line)


def _criteria(path: str, raw: bytes) -> dict[tuple[str, str], dict[str, object]]:
    steps = entries(path, raw).data.get("steps")
    return {
        (str(name), str(point.get("id"))): point
        for name, step in (steps.items() if isinstance(steps, dict) else ())
        if isinstance(step, dict)
        for point in step.get("criteria") or ()
        if isinstance(point, dict)
    }


def _unsafe_addresses(path: str, old: bytes, new: bytes) -> Iterator[Problem]:
    """Yield the addresses in new lines that lead into somebody's own machine or network, or run something."""
    known = set(_text(old).splitlines())
    for number, line in enumerate(_text(new).splitlines(), 1):
        if line in known:
            continue
        for scheme in _SCHEME.findall(line):
            yield Problem(
                path, "", f"«{scheme}» er ikke en trygg lenke. Bruk en adresse som begynner med https://.", number
            )
        for kind, rest in _ADDRESS.findall(line):
            if _is_inside(rest):
                text = f"«{rest[:60]}» ligger på et internt nett. Bruk en adresse alle kan åpne."
                yield Problem(path, "", text, number)
            elif kind.casefold() == "http":
                yield Problem(path, "", f"Adressen «{rest[:60]}» må begynne med https://.", number)


def _is_inside(rest: str) -> bool:
    """Tell whether an address (without its scheme) is inside, or is written so that it hides where it leads."""
    try:
        parts = urlsplit(f"https://{rest}")
        host, _ = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return True
    if "@" in parts.netloc or "." not in host or host.endswith(_INSIDE):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return host.replace(".", "").isdigit() or host.startswith("0x")


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
