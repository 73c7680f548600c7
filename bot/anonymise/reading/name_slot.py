"""A word and its neighbours, as the rules about names see them. Holds no names."""

from dataclasses import dataclass

from bot.anonymise.reading.document import Document, Token
from bot.anonymise.words.small_words import HE_OR_SHE_SPOKEN
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_CLOSERS = frozenset('.,;:!?)»"”(–-')
ROLE = Word.KIN | Word.STAFF | Word.CHILD
NOT_OWNER = ROLE | Word.FUNCTION
_NEW = words("ny nye nytt vår våre den det ansvarlig ansvarleg neste første andre gammel gamle forrige")
_LONGEST_LABEL = 8
_DOES = words("e er har ha va var vil vill må skal kan kain kom kjem går gikk gjekk blir bli ble vart")
_LABELS = words(
    "ansvarlig ansvarleg deltakere deltakarar deltagere stede tilstede møtte møtt referent kopi kontakt avsender "
    "innmelder melder konstituert stedfortreder vara til fra frå navn namn ordstyrer skrevet signert "
    "sign underskrift vitne mandag tirsdag onsdag torsdag fredag lørdag søndag "
    "måndag tysdag laurdag sundag vikar vikarer"
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A word and its neighbours."""

    document: Document
    at: int
    token: Token
    before: Token | None
    after: Token | None

    @property
    def acts(self) -> bool:
        """Tell whether a verb follows."""
        return self.after is not None and (bool(self.after.flags & Word.VERB) or self.after.lower == "e")

    @property
    def ends(self) -> bool:
        """Tell whether a sign that closes, or nothing, follows; or a new sentence, where small letters have no signs:
        "snakk med juni hun gråter".
        """
        after = self.after
        if after is None or after.text[0] in _CLOSERS:
            return True
        if after.text not in HE_OR_SHE_SPOKEN or self.token.has_capital:
            return False
        verb = self.document.after(self.at, 2)
        return verb is not None and bool(verb.flags & Word.VERB or verb.lower in _DOES)

    def is_followed_by(self, *choices: str) -> bool:
        """Tell whether one of the words follows."""
        return self.after is not None and self.after.lower in choices


def is_labelled(document: Document, at: int) -> bool:
    """Tell whether a role and a colon stand right before: "Konstituert: ", "mor: ", "til stede: "."""
    colon, label = document.before(at), document.before(at, 2)
    if colon is None or label is None or colon.text != ":":
        return False
    return bool(label.flags & ROLE) or label.lower in _LABELS


def is_labelled_as_new(document: Document, at: int) -> bool:
    """Tell whether "ny" or "vår", a role and a few words stand before the colon: "Ny assistent fra mandag: "."""
    colon = document.before(at)
    last = document.before(at, 2)
    if colon is None or colon.text != ":" or last is None or last.flags & Word.VERB:
        return False
    for step in range(3, _LONGEST_LABEL):
        word, role = document.before(at, step), document.before(at, step - 1)
        if word is None or role is None or word.text in ".!?:\n":
            return False
        if word.lower in _NEW and role.flags & ROLE:
            return True
    return False


def is_sure_name(token: Token) -> bool:
    """Tell whether the word is a name whatever stands around it."""
    flags = token.flags
    return bool(flags & Word.FIRST) and not flags & (Word.AMBIGUOUS | Word.ORDINARY | Word.SAFE | Word.FUNCTION)
