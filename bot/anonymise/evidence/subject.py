"""Points for a word being a name because it acts: "Dag sier", "når liv gråter", "hvis roffe spør". Holds no names."""

from bot.anonymise.reading.name_slot import ROLE, Slot
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_OPENERS = words(
    "at når fordi hvis om da mens og men som for så , ( : - – • ; dersom viss ettersom siden hvor der eller enn"
)
_BINDS = words("at når fordi hvis om men så viss dersom da")
_WEAK_VERBS = words(
    "er e var va blir ble vert vart kan må skal vil bør får kommer ligger står går kjem gir ga hjelper "
    "virker fungerer varer tar gikk gjekk kom falt røk stoppet stoppa"
)
_SAID_OF_THINGS = words(
    "meldt varslet varsla ventet det noe tema temaet ødelagt lada ladet installert oppdatert ustand fargen "
    "yndlingsfargen favorittfargen dyr fugl fugler tre trær treslag planter blomster verktøy instrument"
)
_MISSING = words("savnet savna sakna saknet inn")
_WHO_HELPS = ("barnevern", "ppt", "bup", "politi", "nav", "bufetat", "helse", "legevakt", "psykolog", "habilitering")
_LIVES = words("bor bodde bur budde flyttet flytta")
_WHO_DOES = words("han hun ho de dei vi jeg eg æ du dere")
_THINKS = ("mener", "meiner", "mente", "tror", "trur", "syns", "synes", "håper", "tenker", "vet")
_SUBJECTS = words("han hun ho hu de dei vi jeg eg æ du det dem barnet mor far mora faren noen alle man")


def one_who_acts(slot: Slot) -> int:
    """ "Dag sier", "når liv gråter"; a word that is only a surname and ordinary needs more than "er" and "har"."""
    token, after = slot.token, slot.after
    if after is None or not slot.acts or not _opens_here(slot):
        return 0
    if not token.has_capital and _is_surely_somebody(slot):
        return 4
    if _is_one_of_two_things(slot) or _is_said_of_things(slot) or _turns(slot):
        return 0
    if token.flags & Word.MONTH and not token.has_capital:
        return 2 if after.lower in ("har", "hadde", "er", "vil") else 0
    is_only_surname = not token.flags & Word.FIRST and (token.flags & Word.SURNAME or not token.has_capital)
    return 1 if is_only_surname and (after.lower in _WEAK_VERBS or not token.has_capital) else 2


def _is_surely_somebody(slot: Slot) -> bool:
    """Tell whether a given name, a surname or a word nobody knows does what only people do."""
    if slot.token.flags & Word.FIRST:
        return _is_somebody(slot)
    second = slot.document.after(slot.at, 2)
    if not only_people_do(slot) or (second is not None and second.lower in _SUBJECTS):
        return False
    opens = slot.before is None or slot.token.opens_sentence or slot.before.lower in _BINDS
    return bool(slot.token.flags & Word.SURNAME) and opens


def _opens_here(slot: Slot) -> bool:
    """Tell whether the word opens a clause; "hvor lange skal" asks how."""
    if slot.before is None:
        return True
    if slot.before.lower in ("hvor", "kor") and not slot.token.has_capital:
        return False
    return slot.token.opens_sentence or slot.before.lower in _OPENERS


def _is_said_of_things(slot: Slot) -> bool:
    """Tell whether "er tema" or "er det" follows; a storm is "meldt" too, but neither missing nor to the barnevern."""
    second = slot.document.after(slot.at, 2)
    if not slot.is_followed_by("er", "e") or second is None or second.lower not in _SAID_OF_THINGS:
        return False
    return second.lower != "meldt" or not _is_reported(slot)


def _is_reported(slot: Slot) -> bool:
    """Tell whether "er meldt" goes on as only a person can be: "meldt savnet", "meldt til barnevernet"."""
    third, fourth = slot.document.after(slot.at, 3), slot.document.after(slot.at, 4)
    if third is None or third.lower != "til":
        return third is not None and third.lower in _MISSING
    return fourth is not None and fourth.lower.startswith(_WHO_HELPS)


def _turns(slot: Slot) -> bool:
    """Tell whether a pronoun follows the verb, which makes a word in small letters its object: "stein kan du finne"."""
    second = slot.document.after(slot.at, 2)
    if slot.is_followed_by(*_THINKS) or (
        slot.after and slot.after.lower in slot.document.vocabulary.classes["sieverb"]
    ):
        return False  # "jarl mener vi skal"
    return not slot.token.has_capital and second is not None and second.lower in _WHO_DOES


def _is_one_of_two_things(slot: Slot) -> bool:
    """Tell whether "og" ties a word in small letters to a bare noun: "rev og ulv er tema"."""
    if slot.token.has_capital:
        return False
    other = slot.document.before(slot.at, 2)
    if slot.before is None or other is None or slot.before.lower != "og" or not other.is_word:
        return False
    if other.flags & (ROLE | Word.FUNCTION | Word.VERB | Word.FIRST) or other.lower.endswith(
        ("et", "a", "en", "t", "e")
    ):
        return False
    return slot.document.lexicon.is_headword(other.lower)


def _is_somebody(slot: Slot) -> bool:
    """Tell whether what follows is said of people only, or a possessive stands where none can: "dina mangler mat"."""
    is_first_word = slot.token.opens_sentence and slot.token.lower in ("dina", "mina")
    return is_first_word or only_people_do(slot) or (slot.after is not None and slot.after.lower in _LIVES)


def only_people_do(slot: Slot) -> bool:
    """Tell whether what follows is done by people and never by spring, May or the sun: "mai sier at"."""
    after = slot.after
    return after is not None and after.lower in slot.document.vocabulary.classes["menneskeverb"]
