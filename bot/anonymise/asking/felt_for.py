"""Asks about a word in small letters that is not Norwegian where somebody is felt for, met or played with: "redd for
hevrin", "leker sammen med kifle".

Such a word may be a misspelt one, and the rules for names leave it then. Knows phrases, no names.
"""

from collections.abc import Iterator

from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.likeness import is_one_edit_from
from bot.anonymise.reading.needs import needs_one_of
from bot.anonymise.words.word_lists import words

_FELT = {
    "for": words(
        "redd redde ræd ræde rædd rædde redt engstelig engstelige bekymret bekymra bekymrede urolig urolige skremt"
    ),
    "førr": words("redd redde ræd rædd bekymra"),
    "av": words("redd redde skremt plaget plaga mobbet mobba slått sparket sparka bitt trua truet lei ler"),
    "på": words("sint sinte sur sure sinna forbanna trygg trygge sjalu stoler"),
    "i": words("forelska forelsket forelskede glad glade"),
    "med": words(
        "sammen saman samma leker leke lekt lekte leika leikar venn venner venninne uvenn uvenner snakka snakket "
        "snakker snakke prata pratet prate krangler krangla kranglet slåss tuller kjæreste"
    ),
    "mot": words("slem slemme stygg stygge snill snille ekkel ekle frekk frekke"),
    "over": words("flau flaue"),
    "hos": frozenset(),
    "te": words("heim hjem går gikk gjekk"),
    "til": words(
        "det hjem heim går gå gikk gjekk kommer kom tør faren moren mora mor far broren søsteren knyttet knytta"
    ),
}
"""What is felt or done, by the word behind it; behind "hos" it says enough."""
_BARE = words(
    "redd redde ræd rædd savner savna savnet mobber mobba mobbet mobbe traff møtte erter erta ertet plager plaga plaget"
)
"""What is done to somebody, with nothing between."""
SEEN = words("så såg sett ser sjå hørte høyrde hørt høre hørde høyrt")
DOING = words(
    "gråte gråt grine grin skrike skrik skreik slå slo dytte sparke sitte sitt stå gå løpe springe ligge ligg sove "
    "krangle slåss leke leike le smile spise få bli hoppe kaste bite rope hyle kline røyke drikke"
)
"""What somebody is seen to do: "jeg så brenko gråte"."""
_TELLING = frozenset(_FELT) | _BARE | SEEN
_LIKE_A_WORD = tuple(
    words(
        "en et ene ane er ar erne else ing inga heten het sjon dom skap isk lig ig sk rn kn tn dn ln sn gn nn t "
        "mor far bror søster"
    )
)
"""How nouns and what tells of them end, however the rest is spelled: "redd for edderkåpper"."""
_SMALL = words(
    "han hun hen ham henne de dem den det dere du jeg eg vi oss meg deg seg noen nokon alle andre mor far mamma pappa "
    "barna ingen begge folk voksne vaksne alt noe noko mat ting hva når lek venner"
)
_SHORTEST, _LONGEST = 4, 14
_VOWELS = "aeiouyæøå"


@needing(needs_one_of(_TELLING))
def felt_for(document: Document) -> Iterator[int]:
    """Yield the positions of such words. The rules for names have seen them and left them."""
    last = len(document.tokens) - 1
    for at in [before + 1 for before in document.where_any(_TELLING) if before < last]:
        if _is_felt_for(document, at) and _may_be_a_name(document, document.tokens[at]):
            yield at


def is_seen_doing(document: Document, at: int) -> bool:
    """Tell whether the word stands between what is seen or heard and what is done."""
    after = document.after(at)
    return document.tokens[at - 1].lower in SEEN and after is not None and after.lower in DOING


def _is_felt_for(document: Document, at: int) -> bool:
    link = document.tokens[at - 1].lower
    if link in _BARE or is_seen_doing(document, at):
        return True
    felt = _FELT.get(link)
    if felt is None:
        return False
    return not felt or (at > 1 and document.tokens[at - 2].lower in felt)


def _may_be_a_name(document: Document, token: Token) -> bool:
    """Tell whether the word is no Norwegian word, nor one of the smallest with one letter wrong."""
    lower = token.lower
    is_plain = token.text == lower or (token.is_caps and document.shouts)
    if token.flags or not is_plain or not _SHORTEST <= len(lower) <= _LONGEST or not lower.isalpha():
        return False
    if lower.endswith(_LIKE_A_WORD) or lower in document.vocabulary.english or lower in document.places.single:
        return False
    if document.is_known(lower) or _is_written_short(document, lower):
        return False
    return not any(is_one_edit_from(lower, small) for small in _SMALL)


def _is_written_short(document: Document, lower: str) -> bool:
    """Tell whether a consonant that is written once should be written twice, or the other way: "musik", "redsell"."""
    other = {lower[:at] + lower[at] + lower[at:] for at in range(1, len(lower)) if lower[at] not in _VOWELS}
    other |= {lower[:at] + lower[at + 1 :] for at in range(1, len(lower)) if lower[at - 1] == lower[at] not in _VOWELS}
    return any(document.lexicon.is_headword(one) for one in other)
