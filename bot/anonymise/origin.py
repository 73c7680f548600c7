"""Finds lands, peoples and languages that tell where a family comes from. School subjects are left alone."""

from collections.abc import Iterator

from bot.anonymise.document import Document, Token
from bot.anonymise.finding import Hit, quasi
from bot.anonymise.word_classes import Word
from bot.anonymise.word_lists import words

_SUBJECTS = words("tysk spansk fransk samisk finsk")
_SUBJECT_WORDS = words(
    "fag faget timen timene timer karakter karakteren prøve prøven prøver undervisning undervisningen "
    "lekser leksene gloser lærer læreren lærar språkfag valgfag fordypning time lekse skriftlig muntlig "
    "eksamen karakterer ordbok"
)
_SPEAKS = words(
    "snakker snakkar pratar prater snakke snakka talar taler tale forstår forstå språket morsmål morsmålet lærer og er"
)
_NEAR = 4
_PEOPLE_ONLY = words("finne same rom inder chin tamil dari tigre kven thai danske svenske mandarin")


def find_origins(document: Document) -> Iterator[Hit]:
    """Yield lands, peoples and languages."""
    tokens = document.tokens
    for at, count, kind in document.places.origins.find(tokens, document.words):
        token = tokens[at]
        before, after = document.before(at), document.after(at + count - 1)
        if (
            kind == "land"
            and (token.has_capital or (before is not None and before.lower in ("fra", "frå", "i", "til")) or count > 1)
            and not _is_school_thing(document, at)
        ):
            yield _origin(document, at, at + count - 1)
        elif kind == "folk" and not _is_school_thing(document, at):
            if token.lower == "same" and not _is_sami(before, after):
                continue
            if (
                token.lower in _PEOPLE_ONLY
                and not (after is not None and after.flags & (Word.KIN | Word.CHILD))
                and not (before is not None and before.lower in _SPEAKS)
            ):
                continue
            yield _origin(document, at, at + count - 1)


def _is_sami(before: Token | None, after: Token | None) -> bool:
    """Tell "han er same" from the Nynorsk "det er same vaksen"."""
    is_said = before is not None and before.lower in ("er", "e", "som", "ein", "en", "av", "og")
    return is_said and (after is None or not after.is_word or after.lower in ("og", "men", "frå", "fra"))


def _is_school_thing(document: Document, at: int) -> bool:
    """Tell the school subject "spansk" from a Spanish family, and a lesson about a land from coming from it."""
    token, after = document.tokens[at], document.after(at)
    if token.lower not in _SUBJECTS:
        return False
    if after is not None and (
        after.flags & (Word.KIN | Word.CHILD) or after.lower in ("familie", "bakgrunn", "opprinnelse", "mor", "far")
    ):
        return False
    near = document.tokens[max(0, at - _NEAR) : at + _NEAR + 1]
    return any(t.lower in _SUBJECT_WORDS or t.lower in ("matte", "engelsk", "nynorsk") for t in near)


def _origin(document: Document, first: int, last: int) -> Hit:
    tokens = document.tokens
    replacement = "[et annet land]" if tokens[first].has_capital else "[et annet språk]"
    return quasi(
        tokens[first].start,
        tokens[last].end,
        "opprinnelse",
        "Opprinnelse eller språk peker på få familier i en liten kommune.",
        0.8,
        replacement,
    )
