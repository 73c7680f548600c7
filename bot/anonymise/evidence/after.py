"""Points for a word being a name by what stands after it: "Liv si mor", "Dag (8)". Holds no names."""

import re

from bot.anonymise.reading.name_slot import NOT_OWNER, ROLE, Slot, is_sure_name
from bot.anonymise.words.proposals import OVER_TWO
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_POSSESSIVE = words("sin sitt sine si sie")
_AGE_DIGITS = 2
_DOES = words("er e har hadde vil kan må skal ble vart blei kom som og å")
_AGE_NEXT = re.compile(
    r"[ ,(]{1,3}(?:på |snart )?(?:\d{1,2} ?(?:år|mnd|\)|,)|"
    rf"(?:to|{OVER_TWO})(?: og (?:et )?halvt)? (?:år|måneder|månader|uker|veker)\b)"
    rf"|[,(] ?(?:snart )?(?:to|{OVER_TWO})[,)]|,? snart \d{{1,2}} "
)
_OFFSPRING = words("unger ungene ungan gutter guttene jenter jentene gutan jentan gut guten")
_TO_SOMEBODY = words(
    "ikke ikkje du kan kom jeg eg æ vil hvor kor hva ka kva når si sei hør ring hjelp vær ver takk husk slutt"
)
_OWN_THEMSELVES = words("vår mina dina sina mine dine")
_ARTICLES = words("en ei et ein eit den det")
_LONGEST_ASIDE = 14


def acts_after_an_aside(slot: Slot) -> int:
    """ "Malala (ja, som hun den kjente) kaster": a capital, an aside in parentheses and a verb."""
    token, document = slot.token, slot.document
    if not token.has_capital or slot.after is None or slot.after.text != "(":
        return 0
    for step in range(2, _LONGEST_ASIDE):
        sign, verb = document.after(slot.at, step), document.after(slot.at, step + 1)
        if sign is None or verb is None or sign.text in ".!?":
            return 0
        if sign.text == ")":
            return 2 if verb.flags & Word.VERB else 0
    return 0


def addressed(slot: Slot) -> int:
    """ "Tone, ikke si det", "Liv, du må": a capital, a comma and words to somebody."""
    token, after, second = slot.token, slot.after, slot.document.after(slot.at, 2)
    if after is None or second is None or after.text != "," or not token.has_capital or not token.flags & Word.FIRST:
        return 0
    third = slot.document.after(slot.at, 3)
    if third is not None and third.lower in ("sant", "sann"):
        return 0  # "Odd, ikke sant?"
    return 2 if second.lower in _TO_SOMEBODY else 0


def owner(slot: Slot) -> int:
    """ "Livs mor", "Emma si mor"."""
    token, after = slot.token, slot.after
    if after is None:
        return 0
    if token.text == "andres":
        return 0  # what others have: "andres barn"
    if token.lower.endswith("s") and len(token.text) > 3 and after.flags & ROLE and not token.flags & NOT_OWNER:
        return 2
    if after.lower in _OFFSPRING and token.lower.endswith("s") and token.has_capital and not token.flags & NOT_OWNER:
        return 2
    second = slot.document.after(slot.at, 2)
    if after.lower not in _POSSESSIVE or second is None or not second.is_word:
        return 0
    is_owner = not token.flags & (Word.FUNCTION | Word.VERB) and (not token.flags or token.flags & Word.FIRST)
    return 4 if second.flags & Word.KIN and is_owner and token.lower not in _OWN_THEMSELVES else 2


def said_who(slot: Slot) -> int:
    """ "edon, en gutt i femte", "storm, ei jente"."""
    article, noun = slot.document.after(slot.at, 2), slot.document.after(slot.at, 3)
    if _is_a_noun_here(slot):
        return 0
    if slot.after is None or slot.after.text != "," or article is None or noun is None:
        return 0
    return 4 if article.lower in ("en", "ei", "et", "ein", "eit") and noun.flags & (Word.CHILD | Word.STAFF) else 0


def _is_a_noun_here(slot: Slot) -> bool:
    """Tell whether an article and an adjective stand before a word in small letters: "en rask ting"."""
    article, adjective = slot.document.before(slot.at, 2), slot.before
    if slot.token.has_capital or article is None or adjective is None or not adjective.is_word:
        return False
    return article.lower in _ARTICLES and not adjective.flags & (ROLE | Word.VERB | Word.FIRST)


def _is_of_age_and_acts(slot: Slot) -> bool:
    """Tell whether "på", a number and what somebody does follow: no "Storm på sju meter"."""
    on, number, does = (slot.document.after(slot.at, step) for step in (1, 2, 3))
    if on is None or number is None or does is None or on.lower != "på":
        return False
    is_number = bool(number.flags & Word.NUMBER) or (number.text.isdigit() and len(number.text) <= _AGE_DIGITS)
    return is_number and (bool(does.flags & Word.VERB) or does.lower in _DOES)


def with_age(slot: Slot) -> int:
    """ "Liv (8)", "Dag, 9 år", "edon (sjette klasse)", "storm (mor: ...)"."""
    if _AGE_NEXT.match(slot.document.text, slot.token.end):
        if slot.token.opens_sentence and slot.token.flags & Word.FIRST and slot.is_followed_by(","):
            return 4  # "liv, 8 år, gråter"
        if (
            slot.before is not None
            and slot.before.text == ","
            and slot.is_followed_by(",")
            and slot.token.flags & Word.FIRST
        ):
            return 4  # "hun med briller, vår, 4 år, har"
        return 0 if slot.token.lower in slot.document.vocabulary.classes["nummererte_ting"] else 2
    if slot.token.has_capital and slot.token.flags & Word.FIRST and _is_of_age_and_acts(slot):
        return 2  # "Storm på fem slår"
    inside = slot.document.after(slot.at, 2)
    if slot.after is None or slot.after.text != "(" or inside is None:
        return 0
    return (
        2
        if inside.flags & (ROLE | Word.NUMBER) or inside.lower in slot.document.vocabulary.classes["ordenstall"]
        else 0
    )


def beside_a_name(slot: Slot) -> int:
    """ "liv og emma", "Moen og Haugen"."""
    document, token = slot.document, slot.token
    second = document.after(slot.at, 2)
    if slot.is_followed_by("og", "eller", "el", "&", "/") and second is not None:
        if is_sure_name(second):
            return 4
        if token.has_capital and not token.is_caps and token.flags & Word.FIRST and second.flags & Word.KIN:
            return 2
        if token.has_capital and second.has_capital and second.flags & (Word.FIRST | Word.SURNAME):
            return 2
    link, earlier = document.before(slot.at), document.before(slot.at, 2)
    if (
        link is None
        or earlier is None
        or link.lower not in ("og", "eller", "el", "&", "/", ",")
        or not is_sure_name(earlier)
    ):
        return 0
    return 4 if token.has_capital or link.lower != "," else 1


def before_a_surname(slot: Slot) -> int:
    """ "Liv Hansen", "Liv H.", "Haugen, Ole"."""
    token, after = slot.token, slot.after
    if after is None:
        return 0
    if token.has_capital and token.flags & Word.FIRST and len(after.text) == 1 and after.text.isupper():
        is_initial = after.is_word and (not slot.document.shouts or after.lower not in ("i", "å"))
        return 2 if is_initial and after.start == token.end + 1 else 0
    if after.text == ",":
        given = slot.document.after(slot.at, 2)
        return 2 if token.has_capital and given is not None and is_sure_name(given) else 0
    if not after.has_capital and is_sure_name(after) and token.flags & Word.FIRST and not token.has_capital:
        return 4  # "odd arne", "liv grete"
    is_name = after.flags & (Word.SURNAME | Word.FIRST) and not after.flags & Word.SAFE
    if not (after.has_capital and is_name and after.start == token.end + 1) or after.opens_sentence:
        return 0
    return 2 if token.has_capital or is_sure_name(after) else 0


def said_to_be_kin(slot: Slot) -> int:
    """ "Even - far, Liv - mor", "Tove = mor", "Liv: «Nei.»": a name, a sign and who it is or what is said."""
    role = slot.document.after(slot.at, 2)
    if slot.after is None or role is None or slot.after.text not in "-–—=:" or not slot.token.has_capital:
        return 0
    if slot.after.text == ":":
        return 2 if slot.token.flags & Word.FIRST and role.text in '«"“' else 0
    return 2 if slot.token.flags & Word.FIRST and role.flags & (Word.KIN | Word.STAFF) else 0
