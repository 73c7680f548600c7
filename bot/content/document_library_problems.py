"""What can be wrong with a file in a shared library besides its content, in words an editor can act on."""

from __future__ import annotations

from bot.content.problem import Problem

DELETABLE = ("articles/", "practice/")
"""Only these may disappear because a file was deleted in the library; the rest is what the bot stands on."""
MOST_GONE = 10
"""Files that may disappear at once; more is a folder moved by mistake."""


def twins(path: str) -> Problem:
    """Both a Word file and a text file for one article."""
    stem = path.rsplit(".", 1)[0]
    return Problem(path, "", f"Både {stem}.md og {stem}.docx ligger i biblioteket. Slett den ene, så er det klart.")


def too_large(path: str) -> Problem:
    """Larger than any knowledge file."""
    return Problem(path, "", "Fila er for stor. Del den opp, eller ta ut bilder.")


def not_an_editor(path: str) -> Problem:
    """Saved by somebody who may not edit it."""
    text = "Den som lagret fila sist, er ikke redaktør for den. En som er redaktør, må åpne den og lagre på nytt."
    return Problem(path, "", text)


def not_from_here(path: str, target: str) -> Problem:
    """Not grown out of what is in use, so that it could undo somebody's work."""
    text = (
        f"Boten bruker nå en annen utgave av {target}, som noen har endret et annet sted. Hent den nyeste fra boten, "
        "og gjør endringen din i den. Skal fila i SharePoint gjelde slik den er, lagrer du den én gang til."
    )
    return Problem(path, "", text)


def no_such_article(path: str, target: str) -> Problem:
    """A Word file has text only; the fields of an article must be there before."""
    text = f"Det finnes ikke noe svar i {target}, og en Word-fil kan bare endre teksten i et svar som finnes."
    return Problem(path, "", f"{text} Kontroller filnavnet, eller lag svaret først (i chatten eller som .md).")


def may_not_vanish(path: str) -> Problem:
    """Deleted, but the bot stands on it."""
    text = "Fila er slettet i SharePoint, men boten trenger den, så den er fortsatt i bruk. Legg den tilbake."
    return Problem(path, "", text)


def too_many_gone(path: str, count: int) -> Problem:
    """So many deleted at once that it is probably a mistake."""
    text = f"{count} filer er borte fra SharePoint på én gang. Det ser ut som et uhell, så ingen av dem er tatt bort."
    return Problem(path, "", f"{text} Legg dem tilbake, eller slett høyst {MOST_GONE} om gangen.")
