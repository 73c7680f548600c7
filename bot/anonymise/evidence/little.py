"""Evidence from what stands before somebody small: "lille ane", "vesle bo", "stakkars storm". Holds no names."""

from bot.anonymise.evidence.chat_slot import stands_bare
from bot.anonymise.reading.name_slot import Slot
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_LITTLE = words("lille vesle stakkars")
_ARTICLES = words(
    "den det de dei dette denne disse hver hvert en ei et ein eit min mi mitt din vår vårt hans hennes sin si sitt "
    "deres kjære"
)


def little(slot: Slot) -> int:
    """ "lille" without an article stands before a name: a thing would be "den lille" or "et lite"."""
    if slot.before is None or slot.before.lower not in _LITTLE or not slot.token.flags & Word.FIRST:
        return 0
    earlier = slot.document.before(slot.at, 2)
    if earlier is not None and earlier.lower in _ARTICLES:
        return 0
    if slot.token.flags & (Word.VERB | Word.KIN | Word.CHILD) or (
        not stands_bare(slot.token) and not _is_told_of(slot)
    ):
        return 0
    return 4


def _is_told_of(slot: Slot) -> bool:
    """Tell whether a verb follows, or a comma and "han" or "hun": the sun in a song does nothing."""
    who = slot.document.after(slot.at, 2)
    return slot.acts or (slot.is_followed_by(",") and who is not None and who.lower in ("han", "hun", "ho"))
