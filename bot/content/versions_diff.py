"""What differs between two versions, said so that an editor who has never seen a file can read it.

Must not know how it is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from bot.content.article_file import SECTIONS
from bot.content.problem import KnowledgeError
from bot.content.versions import Files
from bot.content.versions_edit import section_of
from bot.content.yaml_file import parse_yaml

LONGEST = 1500
"""Characters of a value that are shown; the rest is in the file."""
MANY = 20
"""Differences in one file that are told one by one when a new version of the program brings them."""
ASKING = ("guides/", "practice/")
"""Folders of files that ask people."""
LISTS = (".tsv", ".txt")
"""Files of one word or sentence a line: nobody reads a thousand of them one by one."""
LONG, SHORT, WORDS_AROUND = 120, 240, 4
ADDED, REMOVED, CHANGED = "ny", "slettet", "endret"
FIELDS = {
    "name": "Navn",
    "value": "Nummer eller adresse",
    "hours": "Når",
    "note": "Merknad",
    "sources": "Kilder",
    "weekday_and_time": "Dag og klokkeslett",
    "deadline_before_meeting": "Frist før møtet",
    "rhythm": "Hvor ofte",
    "where": "Hvor",
    "until_then": "Inntil det er fylt ut",
    "unknown": "Må fylles ut",
    "ask": "Spørsmål til kommunen",
    "who_knows": "Hvem vet",
    "title": "Tittel",
    "asked_as": "Formuleringer",
    "checked_on": "Sist kontrollert",
    "checked_by": "Kontrollert av",
    "review_by": "Kontrolleres igjen innen",
    "teams": "Team",
    "numbers": "Kontakter",
    "services": "Tjenester",
    "meets": "Møter",
    "dates": "Møtedatoer",
    "starts_on": "En dag teamet møtes (når det er annenhver uke)",
    "not_on": "Ikke møte disse dagene",
    "link": "Lenke",
    "mandag": "Mandag",
    "tirsdag": "Tirsdag",
    "onsdag": "Onsdag",
    "torsdag": "Torsdag",
    "fredag": "Fredag",
    "how": "Hvordan",
    "how_often": "Hvor ofte i året",
    "if_dead": "Hvis lenka ikke virker",
    "use_when": "Når den brukes",
    "valid_until": "Gjelder til",
    "what": "Hva",
    "who": "Hvem",
    "why": "Hvorfor",
    "url": "Nettadresse",
    "contact": "Kontakt",
    "version": "Utgave",
    "steps": "Steg",
    "outcomes": "Utfall",
    "options": "Svarknapper",
    "short": "Kort navn",
    "help": "Hjelp",
    "intro": "Innledning",
    "chapters": "Deler",
    "cases": "Øvelser",
    "points": "Punkter",
    "quiz": "Spørsmål",
    "choices": "Svar",
    "because": "Forklaring",
    "story": "Historien",
    "variants": "Varianter",
    "for": "Gjelder",
    "role": "Rolle",
    "municipality": "Kommune",
    "age_years": "Alder",
    "text": "Tekst",
    "says": "Dette sier kilden",
    "law": "Lov eller avsender",
    "section": "Paragraf eller del",
    "certainty": "Hvor sikkert svaret er",
    "certainty_note": "Hvorfor så sikkert",
    "review_list": "Skal leses av jurist",
    "lawyer_read_on": "Lest av jurist",
    "related": "Se også",
    "ways_in": "Hvordan saker kommer inn",
    "channel": "Kanal i Teams",
    "clock": "Svartid",
    "ordinary": "Vanlige saker",
    "ordinary_working_days": "Arbeidsdager til svar",
    "urgent_office_hours": "Timer til svar når det haster",
    "on_duty": "Vakt etter ukedag",
    "led_by": "Hvem leder",
    "secure_form": "Sikkert skjema",
    "must_be_done_first": "Må være gjort først",
    "they_do": "Dette gjør de",
    "they_do_not": "Dette gjør de ikke",
    "who_may_contact": "Hvem kan ta kontakt",
    "consultation": "Konsultasjon",
    "times": "Tider",
    "archive_decision": "Vedtak om hvor lenge saker bevares",
    "retention_days": "Dager teksten blir liggende",
    "consent": "Samtykke",
    "rule": "Regel",
    "structures": "Møteplasser",
    "links": "Lenker",
    "measures": "Tiltak",
    "year": "Året",
    "contacts": "Kontakter",
    "count_as_yes": "Regn som ja",
    "count_as_no": "Regn som nei",
    "phrases": "Slik kan du si det",
    "say": "Slik kan du si det",
    "do": "Gjør",
    "by": "Når det skal være gjort",
    "do_not": "Ikke gjør",
    "first": "Gjør først",
    "write_down": "Skriv ned",
    "duty": "Plikten",
    "id": "Kilde",
    "themes": "Temaer",
    "roles": "Roller",
    "arenas": "Hvor barnet er",
    "age": "Alder",
    "route_before": "Går foran",
    "municipalities": "Kommuner",
    "guide_texts": "Kommunens egne ord om stegene",
    "hv_niva_0": "Handlingsveilederen nivå 0",
    "hv_niva_1": "Handlingsveilederen nivå 1",
    "hv_niva_2": "Handlingsveilederen nivå 2",
    "hv_niva_3": "Handlingsveilederen nivå 3",
}


@dataclass(frozen=True)
class Difference:
    """One field that differs. `before` or `after` is empty when it was added or taken away."""

    file: str
    where: str
    before: str
    after: str

    @property
    def kind(self) -> str:
        """Return `ny`, `slettet` or `endret`."""
        return ADDED if not self.before else REMOVED if not self.after else CHANGED

    def __str__(self) -> str:
        place = f"{self.file}, {self.where}" if self.where else self.file
        if self.kind == ADDED:
            return f"{place}: nytt: «{_short(self.after)}»"
        if self.kind == REMOVED:
            return f"{place}: slettet: «{_short(self.before)}»"
        old, new = _where_they_part(self.before, self.after)
        return f"{place}: «{_short(old)}» → «{_short(new)}»"


def differences(before: Files, after: Files) -> list[Difference]:
    """Return every field that differs, file by file."""
    found: list[Difference] = []
    for path in sorted({*before, *after}):
        old, new = before.get(path), after.get(path)
        if old == new:
            continue
        found += _in_file(path, old, new)
    return found


def gathered(found: Sequence[Difference]) -> list[str]:
    """Return a line for each difference, but one for a whole file where there are many of them."""
    return [line for file, group in groupby(found, key=_file) for line in _each_or_one(file, list(group))]


def _file(difference: Difference) -> str:
    return difference.file


def _each_or_one(file: str, found: Sequence[Difference], suffixes: tuple[str, ...] = ("",)) -> list[str]:
    if len(found) > MANY and file.endswith(suffixes):
        return [f"{file}: {len(found)} endringer"]
    return [str(one) for one in found]


def readable(found: Sequence[Difference]) -> list[str]:
    """Return one line for each difference an editor cares about: not old guides put away, nor what goes with a gap."""
    gaps = {one.where.rpartition(" › ")[0] for one in found if one.where.endswith(f" › {FIELDS['unknown']}")}
    with_a_gap = {f" › {FIELDS[name]}" for name in ("ask", "who_knows", "until_then")}
    shown = [
        one
        for one in found
        if not one.file.startswith("guides/archive/")
        and not (
            one.kind != CHANGED
            and one.where.rpartition(" › ")[0] in gaps
            and any(one.where.endswith(name) for name in with_a_gap)
        )
    ]
    return [line for file, group in groupby(shown, key=_file) for line in _each_or_one(file, list(group), LISTS)]


def _in_file(path: str, old: bytes | None, new: bytes | None) -> list[Difference]:
    if old is None or new is None:
        return [Difference(path, "", "hele fila" if new is None else "", "hele fila" if old is None else "")]
    try:
        fields_before, fields_after = _fields(path, old), _fields(path, new)
    except (KnowledgeError, UnicodeDecodeError):
        return [Difference(path, "", "fila som den var", "fila som den er nå (den kan ikke leses felt for felt)")]
    both = {**fields_before, **fields_after}
    found = [
        Difference(path, where, *_kept(fields_before.get(where, ""), fields_after.get(where, "")))
        for where in both
        if fields_before.get(where) != fields_after.get(where)
    ]
    return found or [Difference(path, "", "samme innhold", "samme innhold, men skrevet på en annen måte")]


def _fields(path: str, raw: bytes) -> dict[str, str]:
    if path.endswith(".yaml"):
        fields = dict(_flat(parse_yaml(raw, path).data, ""))
        is_asked = path.startswith(ASKING)
        return {_as_asked(where): value for where, value in fields.items()} if is_asked else fields
    if path.startswith("articles/"):
        head, mark, _ = raw.decode("utf-8-sig").replace("\r\n", "\n").removeprefix("---\n").partition("\n---\n")
        fields = dict(_flat(parse_yaml(head.encode(), path).data, "")) if mark else {}
        return fields | {heading: section_of(raw, heading) for heading in SECTIONS}
    lines = raw.decode("utf-8-sig").splitlines()
    return {f"linje «{line[:60]}»": line for line in lines if line.strip()}


def _flat(data: Any, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from _flat(value, f"{where} › {label_of(str(key))}" if where else label_of(str(key)))
    elif isinstance(data, list) and any(isinstance(one, Mapping) for one in data):
        for number, one in enumerate(data, 1):
            name = one.get("id") or one.get("name") if isinstance(one, Mapping) else None
            yield from _flat(one, f"{where} › {name or number}")
    elif isinstance(data, list):
        yield where, ", ".join(str(one) for one in data)
    else:
        yield where, "" if data is None else str(data).strip()


def _as_asked(where: str) -> str:
    """Return the name of a field where `ask` is what the bot asks people, not what a municipality must tell."""
    head, sep, last = where.rpartition(" › ")
    return f"{head}{sep}Spørsmål" if last == FIELDS["ask"] else where


def label_of(key: str) -> str:
    """Return what a field is called by people who have never seen a file."""
    return FIELDS.get(key, key)


def _where_they_part(before: str, after: str) -> tuple[str, str]:
    """Return two long texts from a few words before they begin to differ to a few words after."""
    if max(len(before), len(after)) <= LONG:
        return before, after
    old, new = before.split(), after.split()
    start = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    most = min(len(old), len(new)) - start
    end = next((i for i in range(most) if old[-1 - i] != new[-1 - i]), most)
    first = max(start - WORDS_AROUND, 0)
    return _cut(old, first, len(old) - end), _cut(new, first, len(new) - end)


def _kept(before: str, after: str) -> tuple[str, str]:
    """Return what is kept of two texts: of long ones what is around where they part, which may be far down a list."""
    if before and after and max(len(before), len(after)) > LONGEST:
        before, after = _where_they_part(before, after)
    return before[:LONGEST], after[:LONGEST]


def _cut(words: list[str], first: int, last: int) -> str:
    end = last + WORDS_AROUND
    return f"{'… ' if first else ''}{' '.join(words[first:end])}{' …' if end < len(words) else ''}"


def _short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[: SHORT - 3]} …"
