"""Asks about pet names where they are told of as a child is: "Prinsessa gråt", "bamsen ville ikke hjem"."""

from collections.abc import Iterator

from bot.anonymise.document import Document
from bot.anonymise.name_child import is_child_here
from bot.anonymise.word_lists import words

_PET_NAMES = words(
    "prinsessa prinsessen snuppa snuppen tulla tullemor tullemora gullet gullungen gullklumpen skatten pusen "
    "musa museponge knerten pjokken tassen bolla nurket loppa tøtta lillemann lillegull lillemor veslemor "
    "solstrålen knøttet rakkeren villbassen bamsen bassen"
)
_HERS = words("hans hennes hennar sin si mi min din vår")


def pet_names(document: Document) -> Iterator[int]:
    """Yield the positions of such words; a toy that is somebody's ("bamsen hans") is none."""
    if _PET_NAMES.isdisjoint(document.words):
        return
    for at, token in enumerate(document.tokens):
        follow = document.after(at)
        is_owned = follow is not None and follow.lower in _HERS
        if token.lower in _PET_NAMES and not is_owned and is_child_here(document, at, at):
            yield at
