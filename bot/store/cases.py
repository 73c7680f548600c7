"""Cases, the keys of their texts, and who sent them. Each case has a key of its own; destroying it deletes the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter

from bot.domain.case import Case
from bot.domain.errors import CaseChanged, CaseNotFound, CaseUnreadable
from bot.domain.event_log import EventLog
from bot.domain.figures import CaseCount, CaseFigure, figure_of
from bot.domain.ports import Requester
from bot.domain.turn import Person, Place
from bot.store.audit import SqlAudit
from bot.store.case_row import COLUMNS, from_plain, opened, readable_choices, to_body, to_columns
from bot.store.database import Rows, Run
from bot.store.encryption import EncryptionError, SealBroken, Sealer, new_key
from bot.store.keys import Keys
from bot.store.moments import from_number, from_number_or_none, to_number
from bot.store.newer import Newer

_REQUESTER: TypeAdapter[Requester] = TypeAdapter(Requester)
_BODY, _WRAPPED = len(COLUMNS), len(COLUMNS) + 1

log = EventLog(__name__)


class SqlCases:
    """Cases in the database. Changes are noted in the audit trail with the actor of the unit."""

    def __init__(
        self, run: Run, keys: Keys, audit: SqlAudit, now: Callable[[], datetime], actor: Person | None
    ) -> None:
        self._run = run
        self._keys = keys
        self._audit = audit
        self._now = now
        self._actor = actor
        self._destroyed: set[str] = set()
        self._saved: set[str] = set()
        self._held: set[str] = set()
        self._newer: dict[str, Newer] = {}
        """What a newer version has written of the cases opened in this unit."""

    async def add(self, case: Case, requester: Requester, submission_id: str) -> Case:
        """Keep a new case; the same submission of the same person returns the case it made before."""
        submission = self._keys.index("submission", requester.person.id, submission_id)
        if not await self._run("add_submission", submission=submission, case_id=case.id):
            before = await self.of_submission(requester.person, submission_id)
            if before is None:
                raise CaseNotFound
            return before
        await self._run("add_case", **to_columns(case), body=await self._sealed_with_new_key(case.id, to_body(case)))
        person, sealer = self._keys.index("person", requester.person.id), await self._new_sealer(requester_key(case.id))
        sealed = sealer.seal(_REQUESTER.dump_json(requester), _requester_place(case.id))
        await self._run("add_requester", case_id=case.id, person=person, requester=sealed)
        await self._audit.note("case.added", self._now(), by="requester", case_id=case.id)
        return case

    async def of_submission(self, person: Person, submission_id: str) -> Case | None:
        """Return the case the person's press of the send button made; None when there was none."""
        submission = self._keys.index("submission", person.id, submission_id)
        rows = await self._run("case_of_submission", submission=submission)
        return await self.get(rows[0][0]) if rows and await self._is_of(rows[0][0], person) else None

    async def get(self, case_id: str) -> Case:
        """Return the case, locked for the rest of the unit; raises CaseNotFound or CaseUnreadable."""
        rows = await self._row(case_id)
        if not rows:
            raise CaseNotFound
        return self._opened(rows[0])

    async def hold(self, case_id: str) -> None:
        """Lock the case for the rest of the unit, whether it can be opened or not."""
        if case_id not in self._held:
            await self._run("hold_case", id=case_id)
            self._held.add(case_id)

    async def save(self, case: Case) -> None:
        """Keep the case; raises CaseChanged. After `destroy_text` in the same unit, no text is kept."""
        body = to_body(case, keep_text=case.id not in self._destroyed)
        if case.id in self._newer and case.id not in self._destroyed:
            body = self._newer[case.id].added_to(body)
        columns = to_columns(case) | {"version_before": case.version - 1, "body": await self._sealed(case.id, body)}
        if not await self._run("save_case", **columns):
            await self.get(case.id)
            raise CaseChanged(code=case.code)
        self._saved.add(case.id)
        await self._audit.note(f"case.{case.status}", self._now(), by=await self._by(case.id), case_id=case.id)

    async def figures(self) -> Sequence[CaseFigure]:
        """Return every case as a figure: fixed choices and dates, nothing else."""
        return [figure_of(from_plain(row)) for row in await self._run("case_figures")]

    async def counted(self) -> Sequence[CaseCount]:
        """Return what is left of the cases that are deleted."""
        return [CaseCount(*row) for row in await self._run("case_counts")]

    async def code_exists(self, code: str) -> bool:
        """Return whether a case has that code."""
        return bool(await self._run("case_by_code", code=code))

    async def by_code(self, code: str) -> Case:
        """Return the case with that code; raises CaseNotFound."""
        rows = await self._run("case_by_code", code=code)
        return await self.get(rows[0][0] if rows else "")

    async def facts_of(self, code: str) -> Case:
        """Return what the plain columns tell of the case with that code, also where the rest cannot be read; raises
        CaseNotFound."""
        rows = await self._run("case_facts", code=code)
        if not rows:
            raise CaseNotFound
        return from_plain(rows[0])

    async def sent_by(self, person: Person) -> Sequence[Case]:
        """Return the person's own cases, newest first."""
        found = self._all_opened(await self._run("cases_of_person", person=self._keys.index("person", person.id)))
        return [case for case in found if await self._is_of(case.id, person)]

    async def _is_of(self, case_id: str, person: Person) -> bool:
        """Tell whether the person sent the case, by what is sealed: whoever can write in the database could put their
        own hash on the case of somebody else."""
        requester = await self.requester_of(case_id)
        return requester is not None and requester.person.id == person.id

    async def ids_sent_by(self, person: Person) -> Sequence[str]:
        """Return which cases the person has sent, also those that cannot be opened."""
        return [row[0] for row in await self._run("cases_of_person", person=self._keys.index("person", person.id))]

    async def number_sent_by(self, person: Person, since: datetime) -> int:
        """Return how many cases the person has sent since then, also those that cannot be opened."""
        person_index = self._keys.index("person", person.id)
        rows = await self._run("number_of_cases_of_person", person=person_index, since=to_number(since))
        return int(rows[0][0])

    async def ids_open_in(self, team: str) -> Sequence[str]:
        """Return which of the team's cases are not over, also those that cannot be opened."""
        return [row[0] for row in await self._run("open_cases_of_team", team=team)]

    async def open_in(self, team: str) -> Sequence[Case]:
        """Return the team's cases that are not over, oldest first."""
        return self._all_opened(await self._run("open_cases_of_team", team=team))

    async def hold_open(self, team: str) -> None:
        """Lock the team's cases that are not over, in an order that is always the same."""
        self._held |= {row[0] for row in await self._run("hold_open_cases", team=team)}

    async def closed_in(self, team: str) -> Sequence[Case]:
        """Return the team's cases that are over and still have text, newest first."""
        return self._all_opened(await self._run("closed_cases_of_team", team=team))

    async def unreadable(self) -> Sequence[str]:
        """Return the codes of the cases that cannot be opened, although their text is not deleted."""
        return [error.code for _, error in self._each_opened(await self._run("cases_with_text")) if error]

    async def answer_times(self, team: str, since: datetime) -> Sequence[tuple[datetime, datetime]]:
        """Return when the team's cases answered since then were sent and answered."""
        rows = await self._run("answer_times", team=team, since=to_number(since))
        return [(from_number(sent), from_number(answered)) for sent, answered in rows]

    async def requester_of(self, case_id: str) -> Requester | None:
        """Return who sent the case; None once the link is deleted, and when it is damaged: nobody can be reached."""
        rows, sealer = await self._run("requester", case_id=case_id), await self._requester_sealer(case_id)
        if not rows or sealer is None:
            return None
        try:
            return _REQUESTER.validate_json(sealer.open(rows[0][0], _requester_place(case_id)))
        except SealBroken:
            log.error("requester_unreadable", row=case_id)
            return None

    async def reach_requester_at(self, case_id: str, place: Place) -> None:
        """Keep this chat as the one in which who sent the case is reached; the receipt stands in the one it was."""
        before, sealer = await self.requester_of(case_id), await self._requester_sealer(case_id)
        if before is None or sealer is None or before.place == place:
            return
        is_same_chat = before.place.conversation_id == place.conversation_id
        after = Requester(before.person, place, before.receipt_id if is_same_chat else "")
        sealed = sealer.seal(_REQUESTER.dump_json(after), _requester_place(case_id))
        await self._run("keep_requester", case_id=case_id, requester=sealed)

    async def _requester_sealer(self, case_id: str) -> Sealer | None:
        keys = await self._run("case_key", case_id=requester_key(case_id))
        try:
            return self._case_sealer(requester_key(case_id), keys[0][0]) if keys else None
        except SealBroken:
            log.error("requester_unreadable", row=case_id)
            return None

    async def forget_sender(self, person: Person, at: datetime) -> None:
        """Note that the person asked to be forgotten: the links to their cases go soon after each case is over."""
        await self._run("forget_sender", person=self._keys.index("person", person.id), at=to_number(at))

    async def destroy_text(self, case_id: str) -> None:
        """Destroy the key of the text. What may stay (who has the case) is sealed anew with another key."""
        rows = await self._row(case_id)
        if not rows:
            return
        left = to_body(self._opened(rows[0]), keep_text=False)
        await self._run("destroy_case_key", case_id=case_id)
        body = await self._sealed_with_new_key(case_id, left)
        await self._run("replace_body", id=case_id, body=body)
        self._destroyed.add(case_id)
        await self._audit.note("case.text_destroyed", self._now(), by=await self._by(case_id), case_id=case_id)

    async def empty_unreadable(self, case_id: str, at: datetime) -> Case:
        """Delete the text of a case that cannot be opened, for good, and its key; return what is left of the case."""
        (row,) = await self._row(case_id)
        await self._run("empty_case", id=case_id, at=to_number(at), **readable_choices(row))
        await self.destroy_text(case_id)
        self._saved.add(case_id)
        return await self.get(case_id)

    @property
    def destroyed_any(self) -> bool:
        """Whether a text was destroyed in this unit, so that traces beside the database must go too."""
        return bool(self._destroyed)

    async def before_commit(self) -> None:
        """Give cases whose text was destroyed but which were not saved a new version: no old copy may be saved."""
        for case_id in self._destroyed - self._saved:
            await self._run("grow_version", id=case_id)

    async def _row(self, case_id: str) -> Rows:
        """Return the row of the case with its key, both as they are once nobody else can change them: text and key are
        two rows, and a statement that had to wait for the one reads the other as it was before."""
        await self.hold(case_id)
        return await self._run("case", id=case_id)

    async def _by(self, case_id: str) -> str:
        if self._actor is None:
            return "system"
        rows = await self._run("sender_index", case_id=case_id)
        is_sender = bool(rows) and rows[0][0] == self._keys.index("person", self._actor.id)
        return "requester" if is_sender else self._actor.id

    async def _sealed(self, case_id: str, body: bytes | None) -> bytes | None:
        rows = await self._run("case_key", case_id=case_id)
        if not rows:
            return await self._sealed_with_new_key(case_id, body)
        if body is None:
            await self._run("destroy_case_key", case_id=case_id)
            return None
        return self._case_sealer(case_id, rows[0][0]).seal(body, _body_place(case_id))

    async def _sealed_with_new_key(self, case_id: str, body: bytes | None) -> bytes | None:
        if body is None:
            return None
        return (await self._new_sealer(case_id)).seal(body, _body_place(case_id))

    async def _new_sealer(self, key_id: str) -> Sealer:
        key = new_key()
        await self._run("keep_case_key", case_id=key_id, wrapped=self._keys.ring.wrap(key, key_place(key_id)))
        return Sealer(key)

    def _case_sealer(self, case_id: str, wrapped: bytes) -> Sealer:
        return Sealer(self._keys.ring.unwrap(wrapped, key_place(case_id)))

    def _all_opened(self, rows: Rows) -> list[Case]:
        """Return the cases; one that is damaged, or of a newer version, is told of and hides none of the others."""
        return [case for case, _ in self._each_opened(rows) if case]

    def _each_opened(self, rows: Rows) -> Iterator[tuple[Case | None, CaseUnreadable | None]]:
        for row in rows:
            try:
                yield self._opened(row), None
            except CaseUnreadable as error:
                log.error("case_unreadable", row=row[0], error=type(error.__cause__).__name__)
                yield None, error

    def _opened(self, row: tuple[Any, ...]) -> Case:
        case_id, body, wrapped = row[0], row[_BODY], row[_WRAPPED]
        has_text = body is not None and wrapped is not None
        try:
            text = self._case_sealer(case_id, wrapped).open(body, _body_place(case_id)) if has_text else None
            case, newer = opened(row, text)
        except (EncryptionError, ValueError) as error:
            columns = dict(zip(COLUMNS, row, strict=False))
            ended_at = from_number_or_none(columns["withdrawn_at"] or columns["closed_at"])
            raise CaseUnreadable(columns["code"], columns["municipality"], ended_at) from error
        if newer is not None:
            self._newer[case_id] = newer
        return case


def body_opens(keys: Keys, case_id: str, body: bytes, wrapped: bytes | None) -> bool:
    """Return whether the body of a case opens with this key."""
    if wrapped is None:
        return False
    try:
        Sealer(keys.ring.unwrap(wrapped, key_place(case_id))).open(body, _body_place(case_id))
    except SealBroken:
        return False
    return True


def _body_place(case_id: str) -> str:
    return f"cases|{case_id}|body"


def requester_key(case_id: str) -> str:
    """Return the id of the key that seals who sent the case: another one than the key of the text."""
    return f"{case_id}|requester"


def key_place(case_id: str) -> str:
    """Return the place a case's key is bound to."""
    return f"case_keys|{case_id}|wrapped"


def _requester_place(case_id: str) -> str:
    return f"requesters|{case_id}|requester"
