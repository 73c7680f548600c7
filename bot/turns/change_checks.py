"""Holds a change of the knowledge against every check, and reads what it would become. Writes nothing to the store.

Must not know who wants the change, Teams, SharePoint or cards.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from bot.anonymise import WordListMissing
from bot.answers.silenced_danger import silenced_by_sentences
from bot.content.problem import KnowledgeError, Problem
from bot.content.versions import Files, changed, folder_of, version_of
from bot.content.versions_check import Checked, check_change
from bot.content.versions_guides import with_kept_guides
from bot.content.versions_learned import learned_later
from bot.content.versions_safety import advice_on_safety, problems_with_safety
from bot.domain.norway import day_of
from bot.domain.ports import Clock
from bot.turns.edition_not_in_use import NO_ROOM
from bot.turns.effects import effects_of
from bot.turns.library import Library, Shelf, read_shelf, with_own_sentences
from bot.turns.still_needed import municipalities_gone
from dialogs.guide.needed import NEEDED
from dialogs.guide.rules import NAMED


class ChangeChecks:
    """The checks of what is to be published. `shelves` is a folder of this process where editions are unpacked."""

    def __init__(self, library: Library, clock: Clock, shelves: Path) -> None:
        self._library = library
        self._clock = clock
        self._shelves = shelves

    def unpacked(self, files: Files, version: str) -> Path:
        """Return the folder with the files, written anew when it is not there."""
        return folder_of(files, version, self._shelves)

    def read(self, files: Files, version: str) -> Shelf:
        """Return the files as a shelf, with the sentences that are in use where an edition of another version of the
        program has none. Raises what keeps them from being read and built."""
        shelf = read_shelf(self.unpacked(files, version), self._library.shelf, self._library.directory)
        return with_own_sentences(shelf, self._library.shelf.files)

    def tried(self, files: Files, version: str) -> tuple[Shelf | None, tuple[Problem, ...]]:
        """Return the files as a shelf, or what keeps them from being read and built, whatever it is."""
        try:
            return self.read(files, version), ()
        except KnowledgeError as error:
            return None, error.problems
        except WordListMissing as error:
            return None, (Problem(f"anonymising/{error}", "", "Boten trenger denne ordlista, og den er ikke der."),)
        except OSError:
            return None, (NO_ROOM,)
        except Exception as error:  # a list with something in it nobody thought of: never the end of the bot
            return None, (Problem("", "", f"Filene lar seg ikke lese ({type(error).__name__})."),)

    def _check(self, files: Files, changes: Mapping[str, bytes | None], *, is_known: bool) -> Checked:
        complete = with_kept_guides(files, changes, today := day_of(self._clock.now()))
        return check_change(files, complete, today=today, rules=NAMED, needed=NEEDED, is_known=is_known)

    def known(self, files: Files, changes: Mapping[str, bytes | None]) -> Checked:
        """Check what came with the program: that it is right beside what is published, and can be read and built."""
        checked = self._check(files, changes, is_known=True)
        problems = () if checked.errors else self.tried(checked.files, checked.version)[1]
        return replace(checked, errors=(*checked.errors, *problems))

    def edited(self, files: Files, changes: Mapping[str, bytes | None]) -> Checked:
        """Check what an editor wants: also that nothing people's safety hangs on is taken away."""
        checked = self._as_read(files, self._check(files, changes, is_known=False))
        hidden = silenced_by_sentences(files, checked.files)
        unread = {one.file for one in checked.errors if not one.where}  # all that stands there would be told as gone
        unsafe = (one for one in problems_with_safety(files, checked.files) if one.file not in unread)
        errors = (*checked.errors, *unsafe, *hidden)
        advice = (*advice_on_safety(files, checked.files), *learned_later(files, checked.files))
        return replace(checked, errors=tuple(dict.fromkeys(errors)), warnings=(*advice, *checked.warnings))

    def earlier(self, files: Files, changes: Mapping[str, bytes | None]) -> Checked:
        """Check the way back: what was published once has been through all the checks, and there is always a way."""
        return self._as_read(files, self._check(files, changes, is_known=True))

    def _as_read(self, files: Files, checked: Checked) -> Checked:
        """Check that what is in use stays, and that everything can be read and built."""
        errors = [*checked.errors]
        errors += municipalities_gone(files, checked.files, self._library.chosen)
        if not errors:
            errors += self.tried(checked.files, checked.version)[1]
        return replace(checked, errors=tuple(dict.fromkeys(errors)))

    def effects(self, checked: Checked) -> tuple[str, ...]:
        """Return in sentences what changes for those who ask, when answers or words are changed."""
        if not any(one.file.startswith(("words/", "articles/")) for one in checked.differences):
            return ()
        return effects_of(self._library.shelf, self.read(checked.files, checked.version))

    def read_draft(self, files: Files, changes: Mapping[str, bytes | None]) -> Shelf:
        """Read a draft as it would be published: a guide in it has a new version, or the kept one would be shown."""
        proposed = changed(files, with_kept_guides(files, changes, day_of(self._clock.now())))
        return self.read(proposed, version_of(proposed))
