"""Asks about pet names where they are told of as a child is: "Prinsessa gråt", "bamsen ville ikke hjem"."""

from collections.abc import Iterator

from bot.anonymise.document import Document
from bot.anonymise.name_child import is_child_here
from bot.anonymise.word_lists import words

_PET_NAMES = words(
    "prinsessa prinsessen snuppa snuppen tulla tullemor tullemora gullet gullungen gullklumpen skatten pusen "
    "musa museponge knerten pjokken tassen bolla nurket loppa tøtta lillemann lillegull lillemor veslemor "
    "solstrålen knøttet rakkeren villbassen bamsen bassen bamse pus putte snupp storegutt lillegutt veslegutt "
    "godgutten tullegutt tuppa tuppen lillesnupp pjokk knert rampen rampegutten trollungen virvelvinden lillevenn "
    "gullunge nusset sjefa vesla veslepus lillebjørn storebjørn smårollingen trulte trulta"
)
_HERS = words("hans hennes hennar sin si mi min din vår")


def pet_names(document: Document) -> Iterator[int]:
    """Yield the positions of such words; a toy that is somebody's ("bamsen hans") is none."""
    if _PET_NAMES.isdisjoint(document.words):
        return
    for at, token in enumerate(document.tokens):
        if token.lower not in _PET_NAMES:
            continue
        follow = document.after(at)
        is_owned = follow is not None and follow.lower in _HERS
        if (not is_owned and is_child_here(document, at, at)) or _acts_first(document, at):
            yield at


def _acts_first(document: Document, at: int) -> bool:
    """Tell whether the word opens a sentence and does what people do: "tassen vår har begynt å bite", "putte slo"."""
    token, before = document.tokens[at], document.before(at)
    if not (token.opens_sentence or before is None or before.lower in _OPENERS):
        return False
    follow = 2 if (ours := document.after(at)) is not None and ours.lower in ("vår", "våres", "vårs") else 1
    verb, done = document.after(at, follow), document.after(at, follow + 1)
    if verb is None:
        return False
    people = document.vocabulary.classes["menneskeverb"]
    return verb.lower in people or (verb.lower in _HELPERS and done is not None and done.lower in _DONE_BY_ONE | people)


_OPENERS = words("at og men når da fordi som så om mens var er")
_HELPERS = words("har ha hadde vil ville kan må skal ble blei blir fikk får trenger vil")
_DONE_BY_ONE = words(
    "begynt byrja slutta sluttet slått slo ikke ikkje itj bitt grått sovet sove spist ete vært fått hatt gått "
    "vore sagt aldri henta hentet kjæreste time hjelp sprunget rømt rømte stukket"
)
