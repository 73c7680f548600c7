"""Checks what somebody wrote before anyone else sees it, and shows each finding in its sentence. Keeps nothing."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.anonymise import POSSIBLE_NAME, Finding
from bot.domain.choices import as_value, chosen_in
from bot.domain.reply import Block, Choice, ChoiceInput, MarkedText, Paragraph
from dialogs.dialog import Around

BREAK = "\n\n"
"""Stands between the fields while they are checked together, so that a name found in one is found in all."""
KEEP = "keep"
"""Id of the field whose choices are words of the writer. They are shown, never stored."""
FAILED = "feil"
"""Type of the finding the anonymiser gives when it could not check the text."""
SHOWN = "shown"
"""What the send button of a card with findings carries: the ids of the words that stand on it (see `shown_on`)."""
SUGGESTED = "suggested"
"""Carried beside it: an id of the text with the suggestions put in."""
BEFORE = "before_"
"""What the send button of a form carries where a word may be kept: each field as it was before the suggestions."""
KEPT_THEN = "kept_then"
"""Carried beside it: the ids of the words that were kept in what the form shows."""
LISTED = 10
"""More findings than this make a card nobody reads; the suggestions hold for all of them."""
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[^a-zæøå\s])|\n+")
"""A stop before a small letter is no end: «6. trinn», «kl. ni»."""
LONGEST_SHOWN = 4_800
"""Characters up to which a text that is too long is put back into its form to be shortened there. With a longer one the
card would be too large for Teams; it lies where it was written."""
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Signs that Unicode counts as letters or pictures, and that show nothing."""
AROUND_A_FINDING = 60
"""Characters of the sentence shown on each side of a finding."""


@dataclass(frozen=True)
class CheckedText:
    """Fields of text with what was found in them."""

    fields: Mapping[str, str] = field(repr=False)
    joined: str = field(repr=False)
    findings: Sequence[Finding] = field(repr=False)
    kept: frozenset[str]
    """Ids (see `word_id`) of the words the writer says do not point to anybody."""
    suggestion: Mapping[str, str] = field(repr=False)
    """The fields with every finding replaced except the kept ones."""
    failed: bool = False

    @property
    def must_go(self) -> tuple[Finding, ...]:
        """Return the direct identifiers that are not rightly kept: they block."""
        return tuple(one for one in self.findings if one.cls == "direct" and not self.is_kept(one))

    @property
    def should_go(self) -> tuple[Finding, ...]:
        """Return the quasi-identifiers and what may be a name: they warn, and need a confirmation when kept."""
        return tuple(one for one in self.findings if one.cls == "quasi" and not self.is_kept(one))

    @property
    def kept_quasi(self) -> bool:
        """Tell whether something that makes the child easier to recognise is kept."""
        traits = (one for one in self.findings if one.cls == "quasi" and one.type != POSSIBLE_NAME)
        return any(self.is_kept(one) for one in traits)

    def must_be_shown(self, values: Mapping[str, str]) -> bool:
        """Tell whether the text may not go on yet: something must go, or the card that these values were sent from did
        not show all that should. What was shown of an earlier text says nothing of words that have come since.
        """
        if self.should_go and values.get(SUGGESTED) == _text_id(self.fields) and self.suggestion != self.fields:
            return True  # nothing was put back by hand: it is found only now, whatever was shown before
        shown = chosen_in(values.get(SHOWN, ""))
        return self.failed or bool(self.must_go) or any(self.word_id(one) not in shown for one in self.should_go)

    def is_kept(self, one: Finding) -> bool:
        """Tell whether the writer says that it does not point to anybody."""
        return one.may_keep and self.word_id(one) in self.kept

    def words(self, one: Finding) -> str:
        """Return the part of the text the finding is about."""
        return self.joined[one.start : one.end]

    def word_id(self, one: Finding) -> str:
        """Return an id of the found words, the same wherever they stand in the text."""
        return "k" + hashlib.sha256(self.words(one).casefold().encode()).hexdigest()[:10]


def written(said: str) -> str:
    """Return what was written without the blanks around it; empty when there is no sign in it that anybody can see."""
    is_seen = any(one not in _BLANK and unicodedata.category(one)[0] not in "CMZ" for one in said)
    return said.strip() if is_seen else ""


def check(fields: Mapping[str, str], municipality: str | None, around: Around, keep: str = "") -> CheckedText:
    """Check the fields together. `keep` is the comma-joined word ids of a «behold» field. Fails closed."""
    tidy = {name: _one_paragraph(said) for name, said in fields.items() if name != KEEP}
    filled = {name: said for name, said in tidy.items() if said}
    joined = BREAK.join(filled.values())
    findings = around.anonymiser.find(joined, municipality)
    kept = frozenset(chosen_in(keep))
    checked = CheckedText(tidy, joined, findings, kept, tidy)
    skip = frozenset(index for index, one in enumerate(findings) if one.may_keep and checked.word_id(one) in kept)
    parts = around.anonymiser.rewrite(joined, findings, skip).split(BREAK) if filled else []
    if len(parts) != len(filled) or any(one.type == FAILED for one in findings):
        return CheckedText(tidy, joined, findings, frozenset(), dict.fromkeys(tidy, ""), failed=True)
    rewritten = {name: part.strip() for name, part in zip(filled, parts, strict=True)}
    return CheckedText(tidy, joined, findings, kept, {name: rewritten.get(name, "") for name in tidy})


def with_suggestions(checked: CheckedText, municipality: str | None, around: Around) -> CheckedText:
    """Return the text with the suggestions put in, checked again. What is kept stays kept, also when only a part of it
    is found now."""
    if checked.failed:
        return checked
    again = check(checked.suggestion, municipality, around, as_value(checked.kept))
    kept_words = [checked.words(one) for one in checked.findings if checked.is_kept(one)]
    parts = {
        again.word_id(one) for one in again.should_go if any(_has_word(kept, again.words(one)) for kept in kept_words)
    }
    return check(again.fields, municipality, around, as_value({*checked.kept, *parts})) if parts else again


def narrowing(checked: CheckedText, around: Around) -> tuple[Paragraph, ...]:
    """Return the warnings of the card that asks for the last yes: something is kept, or is still found."""
    kept = (Paragraph(around.text("case.confirm_quasi")),) if checked.kept_quasi else ()
    found = ", ".join(dict.fromkeys(f"«{checked.words(one)}»" for one in checked.should_go))
    return (*kept, Paragraph(around.text("case.confirm_left", words=found))) if found else kept


def _one_paragraph(said: str) -> str:
    """Take out empty lines, so that BREAK stands between fields only."""
    return "\n".join(line.rstrip() for line in said.strip().splitlines() if line.strip())


def finding_blocks(checked: CheckedText, around: Around) -> list[Block]:
    """Return each finding in its sentence with its suggestion, what must go first, then the field for what to keep."""
    text = around.text
    blocks: list[Block] = []
    for one in _listed(checked):
        blocks.append(Paragraph(_heading(one, around), strong=True))
        blocks.append(_in_sentence(checked, one))
        advice = "case.suggestion" if one.replacement else "case.suggestion_away"
        blocks.append(Paragraph(text(advice, replacement=one.replacement, why=one.why), subtle=True))
    number = len(checked.must_go) + len(checked.should_go)
    if number > LISTED:
        blocks.append(Paragraph(text("case.more_findings", number=number - LISTED), subtle=True))
    return blocks


def _listed(checked: CheckedText) -> list[Finding]:
    """Return the findings that stand in their sentence on the card."""
    return _without_repeats(checked, (*checked.must_go, *checked.should_go))[:LISTED]


def _heading(one: Finding, around: Around) -> str:
    """Return what is said over a finding: it must go, it should go, or a question."""
    if one.type == POSSIBLE_NAME:
        return around.text("case.may_be_a_name")
    key = "case.must_go" if one.cls == "direct" else "case.should_go"
    return around.text(key, what=type_name(one.type, around))


def keep_field(checked: CheckedText, around: Around) -> tuple[Block, ...]:
    """Return the field for words that do not point to anybody; nothing when there is nothing that may be kept."""
    choices = {}
    for one in checked.findings:
        if one.may_keep:
            is_trait = one.cls == "quasi" and one.type != POSSIBLE_NAME
            key = "case.keep_quasi" if is_trait else "case.keep_not_person"
            choices[checked.word_id(one)] = around.text(key, word=checked.words(one))
    if not choices:
        return ()
    options = tuple(Choice(value, title) for value, title in choices.items())
    chosen = as_value(one for one in choices if one in checked.kept)
    return (
        ChoiceInput(KEEP, around.text("case.keep"), options, chosen, several=True),
        Paragraph(around.text("case.keep_note"), subtle=True),
    )


def shown_on(checked: CheckedText | None) -> tuple[tuple[str, str], ...]:
    """Return what the send button of a card with these findings carries: which words it shows, in their sentence or in
    the field for what to keep.
    """
    if checked is None or not checked.findings:
        return ()
    shown = (*_listed(checked), *(one for one in checked.findings if one.may_keep))
    ids = as_value(dict.fromkeys(checked.word_id(one) for one in shown))
    return ((SHOWN, ids), (SUGGESTED, _text_id(checked.suggestion)))


def _text_id(fields: Mapping[str, str]) -> str:
    """Return an id of what is written in the fields, the same however its blanks were tidied."""
    said = BREAK.join(f"{name}:{_one_paragraph(words)}" for name, words in sorted(fields.items()))
    return hashlib.sha256(said.encode()).hexdigest()[:10]


def before_on(checked: CheckedText | None) -> tuple[tuple[str, str], ...]:
    """Return what the send button carries so that a word can be put back: the fields as they were written."""
    if checked is None or not any(one.may_keep for one in checked.findings):
        return ()
    written = tuple((f"{BEFORE}{name}", said) for name, said in checked.fields.items() if said)
    return (*written, (KEPT_THEN, as_value(sorted(checked.kept))))


def put_back(
    fields: Mapping[str, str], values: Mapping[str, str], municipality: str | None, around: Around
) -> tuple[dict[str, str], str]:
    """Return the fields with the words put back that were ticked to be kept since the form was shown, and the key of
    what is to be said of it; an empty key when nothing was. Where the suggestion was changed by hand, nothing is.
    """
    written = {name: values[f"{BEFORE}{name}"] for name in fields if f"{BEFORE}{name}" in values}
    then, now = values.get(KEPT_THEN, ""), values.get(KEEP, "")
    ticked = {*chosen_in(now)} - {*chosen_in(then)}
    if not written or not ticked:
        return dict(fields), ""
    shown, again = (check(written, municipality, around, keep) for keep in (then, now))
    is_as_shown = {name: _one_paragraph(fields[name]) == shown.suggestion[name] for name in written}
    back = {name: again.suggestion[name] for name, is_same in is_as_shown.items() if is_same and not again.failed}
    after = {**fields, **back}
    wanted = {again.words(one) for one in again.findings if again.word_id(one) in ticked}
    if not all(_has_word(BREAK.join(after.values()), word) for word in wanted):
        return after, "case.keep_write_back"
    return after, "case.keep_put_back" if after != dict(fields) else ""


def checked_again(
    fields: Mapping[str, str], values: Mapping[str, str], municipality: str | None, around: Around
) -> tuple[CheckedText, str | None]:
    """Check a form that was sent, with the words put back that were ticked to be kept. Return the text, and None when
    it may go on; else what is said on the form that is shown again, empty where the findings say it all. A text that
    could not be checked comes back as it was written.
    """
    whole, put = put_back(fields, values, municipality, around)
    checked = check(whole, municipality, around, values.get(KEEP, ""))
    if checked.failed:
        return as_written(fields), around.text("case.check_failed")
    if put:
        return checked, around.text(put)
    return checked, "" if checked.must_be_shown(values) else None


def team_note(checked: CheckedText, around: Around) -> str:
    """Return the note of a team's form that says what was found."""
    found = (*checked.must_go, *checked.should_go)
    return note_on(found, around, "team.names_found", "team.names_found_maybe")


def _has_word(said: str, word: str) -> bool:
    """Tell whether the word stands in the text by itself: «Viktor» does not stand in «viktoriansk»."""
    return re.search(rf"(?<!\w){re.escape(word.casefold())}(?!\w)", said.casefold()) is not None


def note_on(findings: Sequence[Finding], around: Around, key: str, maybe: str) -> str:
    """Return the note of a form that says what was found: the one under `maybe` when all of it only may be a name.

    What only may be one need not go, so it is not named beside what must.
    """
    sure = [one for one in findings if one.type != POSSIBLE_NAME]
    if findings and not sure:
        return around.text(maybe)
    return around.text(key, what=what_was_found(sure, around))


def what_was_found(findings: Sequence[Finding], around: Around) -> str:
    """Return the kinds of findings as «navn, telefonnummer»."""
    return ", ".join(dict.fromkeys(type_name(one.type, around) for one in findings))


def type_name(kind: str, around: Around) -> str:
    """Return the display name of a type of finding."""
    key = f"findings.{kind}"
    return around.text(key) if key in around.text else kind


def _without_repeats(checked: CheckedText, findings: Sequence[Finding]) -> list[Finding]:
    return list({checked.word_id(one): one for one in reversed(findings)}.values())[::-1]


def _in_sentence(checked: CheckedText, one: Finding) -> MarkedText:
    stops = [(stop.start(), stop.end()) for stop in _BETWEEN_SENTENCES.finditer(checked.joined)]
    start = max((after for _, after in stops if after <= one.start), default=0)
    end = min((before for before, _ in stops if before >= one.end), default=len(checked.joined))
    before = checked.joined[start : one.start]
    after = checked.joined[one.end : end]
    if len(before) > AROUND_A_FINDING:
        before = "… " + before[-AROUND_A_FINDING:]
    if len(after) > AROUND_A_FINDING:
        after = after[:AROUND_A_FINDING] + " …"
    return MarkedText(before, checked.words(one), after)


def as_written(values: Mapping[str, str]) -> CheckedText:
    """Return fields as somebody wrote them, not checked yet, to be shown in the form again."""
    return CheckedText({}, "", (), frozenset(), values)
