"""Asks about pet names where they are told of as a child is: "Prinsessa gråt", "bamsen ville ikke hjem", and about
those that hardly mean anything else wherever they stand: "har dere sett snuppa".
"""

from collections.abc import Iterator

from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.needs import needs_one_of
from bot.anonymise.replacing.name_child import is_child_here
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

PLAINLY = words(
    "snuppa snuppen tulla tullemor tullemora tutta tutten tulten nusse nussa nusset lillemann lillegull lillemor "
    "veslemor lillegutt veslegutt veslegut storegutt godgutten tullegutt lillevenn lillesnupp gullunge gullungen "
    "gullklumpen museponge vesla veslepus knøttis bittelille småen trulte trulta tøtta rampegutten goggen bollemor"
)
"""Words of endearment: a thing is hardly ever called so."""
_OFTEN = words(
    "prinsessa prinsessen prinsen gullet skatten pusen musa knerten pjokken tassen bolla nurket loppa solstrålen "
    "knøttet rakkeren villbassen bamsen bassen bamse pus putte snupp tuppa tuppen pjokk knert rampen trollungen "
    "virvelvinden sjefa lillebjørn storebjørn smårollingen trollet kongen luringen spretten sprett boms mini tiger'n "
    "tigern bjørn'n gubben"
)
_PET_NAMES = PLAINLY | _OFTEN
_THINGS = words("skatten gullet musa kongen")
"""With a capital these may be an office, a prize, an arrow on a screen or the king."""
_FIGURES = words("trollet kongen gubben")
"""Tales are about these: "lese om trollet"."""
_IN_PLACE = words("kom kommer kjem gikk sto står satt sitter lå ligger løp")
_LOOKED_FOR_TOO = words("bamse bamsen skatten gullet musa loppa gubben trollet kongen prinsessa prinsessen prinsen pus")
"""Toys, animals and figures are looked for and seen as well."""
_FETCHED = words("henta hentet trøsta trøstet passa passet møtte såg så")
_HERS = words("hans hennes hennar sin si mi min din vår")
_FORE = words("en ei et eit den det denne dette lille vesle store min mi din vår alle og å boka filmen om som")
"""What stands before a word of endearment that points at nobody: "ei lita snuppe", or before a verb: "de tulla"."""
_PRONOUNS = words("jeg eg æ vi me dere du de dei dæm han hun ho hu hen ikke ikkje bare berre har hadde ble blei seg")
"""With these "tulla" is something somebody did."""


@needing(needs_one_of(_PET_NAMES))
def pet_names(document: Document) -> Iterator[int]:
    """Yield the positions of such words, and of the same words elsewhere in the text; a toy that is somebody's ("bamsen
    hans") is none.
    """
    tokens = document.tokens
    sure = {token.lower for at, token in enumerate(tokens) if token.lower in _PET_NAMES and _is_one(document, at)}
    for at, token in enumerate(tokens) if sure else ():
        if token.lower in sure and (not _is_owned(document, at) or _acts_first(document, at)):
            yield at


def _is_one(document: Document, at: int) -> bool:
    token = document.tokens[at]
    if _acts_first(document, at) or _comes_running(document, at) or _is_looked_for(document, at):
        return True
    if _is_owned(document, at):
        return False
    if token.lower in PLAINLY and _stands_alone(document, at, token):
        return True
    if _is_who(document, at):
        return True
    is_written_so = token.has_capital and not (token.is_caps or token.opens_sentence or document.shouts)
    if is_written_so and token.lower not in _THINGS:
        return True
    return token.lower not in _FIGURES and is_child_here(document, at, at)


def _is_who(document: Document, at: int) -> bool:
    """Tell whether it is asked who that is, or he is called: "hvem er tassen?", "alle roper på tassen"."""
    link, who = document.before(at), document.before(at, 2)
    if link is None or who is None or document.tokens[at].lower in _FIGURES:
        return False
    is_asked = link.lower in ("er", "e") and who.lower in ("hvem", "kven", "kem", "kæm")
    return is_asked or (link.lower in ("på", "etter") and who.lower.startswith(("rop", "spør", "spurt")))


def _is_owned(document: Document, at: int) -> bool:
    follow = document.after(at)
    return follow is not None and follow.lower in _HERS


def _stands_alone(document: Document, at: int, token: Token) -> bool:
    """Tell whether no article, no name and no subject stands before the word: "sett snuppa?", not "de tulla"."""
    before = document.before(at)
    if token.opens_sentence or before is None:
        return True
    return before.lower not in _FORE | _PRONOUNS and not before.flags & (Word.FIRST | Word.KIN | Word.CHILD)


def _comes_running(document: Document, at: int) -> bool:
    """Tell whether the word comes or sits as only a person does: "så kom knerten løpende"."""
    before, follow = document.before(at), document.after(at)
    is_there = before is not None and before.lower in _IN_PLACE
    return is_there and follow is not None and follow.lower.endswith(("ende", "ande"))


def _is_looked_for(document: Document, at: int) -> bool:
    """Tell whether somebody is asked about: "har dere sett rampen i dag", "henta dere trollet"."""
    before, earlier = document.before(at), document.before(at, 2)
    return (
        document.tokens[at].lower not in _LOOKED_FOR_TOO
        and before is not None
        and earlier is not None
        and (before.lower == "sett" or (before.lower in ("dere", "du", "dokker") and earlier.lower in _FETCHED))
    )


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


_OPENERS = words('at og men når da fordi som så om mens var er « " “')
_HELPERS = words("har ha hadde vil ville kan må skal ble blei blir fikk får trenger")
_DONE_BY_ONE = words(
    "begynt byrja slutta sluttet slått slo ikke ikkje itj bitt grått sovet sove spist ete vært fått hatt gått "
    "vore sagt aldri henta hentet kjæreste time hjelp sprunget rømt rømte stukket"
)
