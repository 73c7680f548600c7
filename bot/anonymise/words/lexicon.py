"""Tells whether a word is ordinary Norwegian: a headword, an inflected form or a compound. Knows nothing about
people.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from itertools import chain

from bot.anonymise.words.small_words import VOWELS
from bot.anonymise.words.word_lists import words
from bot.content.packed_words import PackedWords

_SUFFIXES = words(
    "s n t r a e en et er ar ene ane ens ets enes anes as es te de dde tt ere est este ende ande ast aste "
    "are ing inga ingen inger ingene ingar ingane ert erte erer elig lig lege lige leg het heten heter "
    "else elsen elser eren erne erens aren arane arar arer erar erane lene len let ler le rer rene rar "
    "rane ne st ste em an om d dd ddes dt des tes rt æ ingsa messig vis aktig løs løst løse full fullt "
    "fulle sk ske"
)
_SUFFIX_SETS = tuple(frozenset(s for s in _SUFFIXES if len(s) == n) for n in range(7))
_MIN_PART = 2
_SURE_PART = 4
_SHORT_PARTS = words(
    "gen kar sak mat dag tid uke bok bil vei veg syk dyr tap råd mål ord tak lov fag rom lek ski hus bad sko rus "
    "ull mot ute inn opp ned ut av på til fra for med om ved sam mis van tre to små god fri sen ny ett år del "
    "bit tal far mor bør køl kø øye øre arm ben bein hår mage hud tann blod vann sol sky snø vår høst "
    "vinter jul by land øst vest nord sør gul grå blå rød kur økt hjem gym tur bur mur dør vegg gulv seng "
    "stol bord tv pc nett app chat spill lyd lys syn språk lyst lei sorg sint redd glad trygg uro ro ren "
    "fin lav høy ung alder kjønn kull par lag lege pal gap bar vise kart plan sum lån kr pro bygd gård "
    "gårds grend jord skog hav fjord elv eng øl vin røk snus ark blad arb tax jeg vi du alle andre annen "
    "hver mange få ingen sjøl selv egen mid mel etter over under før hoved sær fler man an at be er ent "
    "fort gjen gjennom hen her hin hos hva ikke inne jevn kropp mer nær lesing gå ta se bo gi la si vær "
    "hat møt bry gry trivs lær løp bruk løs gave gjort satt sett ført gang tatt lagt løst følg byg krav "
    "krets gutt jente barn barne unge elev natt morgen kveld vis"
)
_NAME_ENDS = words(
    "laug hild veig mund geir vald ulf grim leif bert gunn rid dis fríður steinn bjørg björg bjørn brand "
    "finna mundur laugur britt frid gerd preet jeet preets jeets"
)
_MAX_LENGTH = 48
_REMEMBERED = 60_000
_SHORT_ENDS = words(
    "sak fil mat dag tid uke uka bok bil vei veg tap råd mål ord tak lov fag rom lek ski hus bad sko rus bit del "
    "tur gym lag syn lyd lys bur dør seng bord app chat sum plan kart eng år by land øl vin snus ark blad "
    "jobb hud tann hår ben bein arm mor far plass løp kur økt svar vekt fri mal dom tøy tre bod lån kort"
)
_INTENSIFIERS = ("drit", "kjempe", "super", "mega", "ultra", "knall", "kanon", "megal")
_COMMON_ENDS = ("s", "en", "et", "er", "ene", "n", "r", "t", "e", "a", "de", "te")
_DOUBLED = frozenset("bdfgklmnprst")


class Lexicon:
    """The headwords and the rules that lead an inflected or compound word back to them."""

    def __init__(
        self, headwords: AbstractSet[str], forms: AbstractSet[str], never_in_compounds: AbstractSet[str] = frozenset()
    ) -> None:
        self._words = PackedWords(chain(headwords, forms))
        self._not_parts = never_in_compounds
        self._derived: set[str] = set()
        self._met: set[str] = set()

    def is_headword(self, word: str) -> bool:
        """Tell whether the lower-case word stands in the list as it is."""
        if word in self._met:
            return True
        if word not in self._words:
            return False
        if len(self._met) < _REMEMBERED:  # as below: only what the list holds is remembered
            self._met.add(word)
        return True

    def holds_any(self, forms: Iterable[str]) -> bool:
        """Tell whether one of the lower-case words stands in the list as it is."""
        return any(map(self._words.__contains__, forms))

    def knows(self, word: str) -> bool:
        """Tell whether the lower-case word can be led back to the list: inflection, hyphens, then compounds of up
        to three parts.
        """
        if word in self._derived or self.is_headword(word):
            return True
        if len(word) > _MAX_LENGTH:
            return False
        if not self._derives(word):
            return False
        if (
            len(self._derived) < _REMEMBERED
        ):  # only ordinary words are remembered, never an unknown one: it may be a name
            self._derived.add(word)
        return True

    def _derives(self, word: str) -> bool:
        if "-" in word or "'" in word or "’" in word:
            return all(
                self.knows(part) or part.isdigit()
                for part in word.replace("'", "-").replace("’", "-").split("-")
                if part
            )
        return self._is_form(word) or self._is_compound(word, 2) or self._is_intensified(word)

    def _is_intensified(self, word: str) -> bool:
        """Take away what makes a word stronger in speech: "dritbra", "kjempekul"."""
        return word.startswith(_INTENSIFIERS) and any(
            self._is_form(word.removeprefix(one)) for one in _INTENSIFIERS if word.startswith(one)
        )

    def _is_form(self, word: str) -> bool:
        """Strip one ending; also with the consonant doubled (rom-met), e lost (sykkel-sykler) or e restored
        (skrive-skriver).
        """
        words = self._words
        if word in words or word + "e" in words:
            return True
        size = len(word)
        if word.endswith("lt") and word[:-1] + "l" in words:
            return True
        for length in range(1, min(7, size - 1)):
            stem = word[: size - length]
            if word[size - length :] not in _SUFFIX_SETS[length]:
                continue
            if stem[-1] == word[size - length] and not self._takes_its_last_again(stem):
                continue
            if stem in words or stem + "e" in words or stem + "a" in words:
                return True
            if length >= 2 and size - length >= 3 and (self._undoubled(stem) or self._restored(stem)):
                return True
        return False

    def _takes_its_last_again(self, stem: str) -> bool:
        """Tell whether an ending may begin with the letter the word ends in: "en" can follow the e in "komiteen" and
        "treet", "jasleen" is no form of "jasle", and "rajaa" none of "raja".
        """
        return stem[-1] not in "ea" or (stem[-1] == "e" and self._ends_in_a_stressed_e(stem))

    def _ends_in_a_stressed_e(self, stem: str) -> bool:
        return stem[:-1] + "é" in self._words or VOWELS.isdisjoint(stem[:-1])

    def _undoubled(self, stem: str) -> bool:
        return stem[-1] == stem[-2] and stem[-1] in _DOUBLED and stem[:-1] in self._words

    def _restored(self, stem: str) -> bool:
        """Restore the e of words in -el, -er, -en: sykl → sykkel, vint → vinter."""
        if stem[-1] in "lrn" and len(stem) > 3:
            body = stem[:-1]
            return body + "e" + stem[-1] in self._words or body + body[-1] + "e" + stem[-1] in self._words
        return False

    def _is_compound(self, word: str, splits: int) -> bool:
        """Split in two (and again). Parts have four letters or more, or are among the short words that often stand
        in compounds.
        """
        size = len(word)
        if size < 2 * _MIN_PART:
            return False
        for at in range(size - _MIN_PART, _MIN_PART - 1, -1):
            right = word[at:]
            if not self._is_left_part(word[:at]) and not self._is_a_short_noun(word[:at], right):
                continue
            if (
                right in self._not_parts
                or right in _NAME_ENDS
                or (len(right) < _SURE_PART and right not in _SHORT_ENDS)
            ):
                continue
            if self._is_form(right) or (splits > 1 and self._is_compound(right, splits - 1)):
                return True
        return False

    def _is_a_short_noun(self, part: str, right: str) -> bool:
        """Tell whether a listed word of three letters stands before a listed word of five or more, as it is or with
        its article: "elgrifle", "ståstativet".
        """
        if len(part) != _SURE_PART - 1 or len(right) <= _SURE_PART or part in self._not_parts:
            return False
        if part not in self._words:
            return False
        return right in self._words or any(right.endswith(end) and right[:-2] in self._words for end in ("en", "et"))

    def _is_left_part(self, part: str) -> bool:
        """Tell whether a compound can begin with this: a listed word, or one with a joining s or e."""
        if part in self._not_parts:
            return False
        if part in self._words:
            return len(part) >= _SURE_PART or part in _SHORT_PARTS
        if part[-1] == "s":
            return (
                part[:-1] in self._words
                and part[:-1] not in self._not_parts
                and (len(part) > _SURE_PART or part[:-1] in _SHORT_PARTS)
            )
        return (
            part[-1] == "e"
            and (len(part) > _SURE_PART or part[:-1] in _SHORT_PARTS)
            and part[:-1] in self._words
            and part[:-1] not in self._not_parts
        )

    def is_common_form(self, word: str) -> bool:
        """Tell whether the word is a listed word with one of the endings nouns and verbs have most, or a compound."""
        stems = (word[: -len(end)] for end in _COMMON_ENDS if word.endswith(end) and len(word) - len(end) >= _SURE_PART)
        return any(stem in self._words for stem in stems) or self._is_compound(word, 1)

    def is_plain_form(self, word: str) -> bool:
        """Tell whether the word is a headword or an inflected form, leaving compounds out."""
        return word in self._words or (len(word) <= _MAX_LENGTH and self._is_form(word))
