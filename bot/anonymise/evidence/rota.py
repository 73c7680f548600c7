"""Evidence from short messages of a working day: "leverte sol kl 8", "liv hentes av bestemor", "ang storm". Holds no
names.
"""

from bot.anonymise.reading.name_slot import Slot
from bot.anonymise.words.small_words import ITS_OWN
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_IS_FETCHED = words("hentes hentast henta hentet leveres leverast følges skysses")
_FETCHED = words("leverte levert leverer henter hentet henta hentar avleverte fulgte skysset skyssa")
_LIVES = words("sov spiste drakk gråt sover spiser drikker gråter tissa tisset bæsja bæsjet lekte leker gret åt")
_LEADS = words("jeg eg æ vi har og så , når hvis")
_GOES_ON = words("kl klokka klokken på i til hos av før etter nå no da sent tidlig hjem heim inn ut")
_HOW = words("noe noko ikke ikkje itj godt bra nok litt i på da nå no dårlig mye alt opp")
_ABOUT = words("ang vedr gjelder angående vedrørende gjeld")
_BUT = words("unntatt utenom utenfor foruten minus")
_ARTICLES = words("en ei et ein eit den denne dette min din vår mi di mitt ditt vårt noe mye lite litt all")
_SMALL = words("jo nok da vel no nå ikke ikkje itj visst")
"""Small words that are names as well: "er jo syk da"."""
_HOW_ARE = words("hvordan åssen korsn korleis koss")
_WELL = words("bra bedre dårlig fint greit godt betre")
_NOW = words("nå no i på da etter for")
_WEATHER = words("sol storm snø regn vind vår høst vinter sommer frost")
_BARRED = Word.FUNCTION | Word.VERB | Word.MONTH | Word.KIN | Word.CHILD


def on_a_rota(slot: Slot) -> int:
    """Tell whether a bare word is somebody who is fetched, brought, asked after or whose book it is."""
    token, before = slot.token, slot.before
    if (
        not token.flags & Word.FIRST
        or token.flags & _BARRED
        or token.lower in _SMALL
        or (before is not None and before.lower in _ARTICLES)
    ):
        return 0
    is_said = _owns(slot) or _is_fetched(slot) or _is_object(slot) or _is_named(slot)
    return 4 if is_said or _is_asked_after(slot) or _is_fine(slot) or _is_here(slot) else 0


def _owns(slot: Slot) -> bool:
    noun = slot.document.after(slot.at, 2)
    return slot.is_followed_by(*ITS_OWN) and noun is not None and noun.is_word and not noun.flags & Word.FUNCTION


def _is_fetched(slot: Slot) -> bool:
    how = slot.document.after(slot.at, 2)
    is_how = how is None or how.text[0].isdigit() or how.lower in _GOES_ON
    return slot.is_followed_by(*_IS_FETCHED) and is_how and (slot.token.opens_sentence or slot.before is None)


def _is_object(slot: Slot) -> bool:
    """ "leverte sol kl 8", "jeg henter storm"."""
    if slot.before is None or slot.before.lower not in _FETCHED:
        return False
    earlier = slot.document.before(slot.at, 2)
    is_led = slot.before.opens_sentence or earlier is None or earlier.lower in _LEADS
    return is_led and (slot.ends or slot.is_followed_by(*_GOES_ON))


def _is_asked_after(slot: Slot) -> bool:
    """ "sov sol?", "spiste liv noe?"."""
    is_asked = slot.before is not None and slot.before.lower in _LIVES and slot.before.opens_sentence
    return is_asked and (slot.ends or slot.is_followed_by(*_HOW))


def _is_fine(slot: Slot) -> bool:
    """ "hvordan har liv det", "hvordan går det med storm", "noe nytt med sol?"."""
    before, second, third = slot.before, slot.document.before(slot.at, 2), slot.document.before(slot.at, 3)
    if before is None or second is None:
        return False
    if before.lower in ("har", "hadde"):
        return second.lower in _HOW_ARE and slot.is_followed_by("det")
    if before.lower not in ("med", "m") or not (slot.ends or slot.is_followed_by(*_NOW)):
        return False
    goes = third if second.lower in _WELL else second
    verb = slot.document.before(slot.at, 4 if second.lower in _WELL else 3)
    is_going = goes is not None and goes.lower == "det" and verb is not None and verb.lower in ("går", "gikk", "gjekk")
    return is_going or (second.lower == "nytt" and third is not None and third.lower in ("noe", "noko"))


def _is_here(slot: Slot) -> bool:
    """ "er liv der", "kommer perle i dag?": somebody who is asked for; sun and storm come as well."""
    if slot.before is None or not slot.before.opens_sentence or slot.token.lower in _WEATHER:
        return False
    if slot.before.lower in ("er", "e"):
        return slot.is_followed_by("der", "kommet", "kommen", "hentet", "henta", "syk", "sjuk", "frisk")
    is_asked = slot.before.lower in ("kommer", "kjem", "kjæm", "kom")
    return is_asked and (slot.ends or slot.is_followed_by("i", "på", "til", "hjem", "heim", "snart", "nå", "no"))


def _is_named(slot: Slot) -> bool:
    """ "ang storm" and "alle unntatt liv", last on the line."""
    before, earlier = slot.before, slot.document.before(slot.at, 2)
    if before is None or not (slot.ends or (slot.after is not None and slot.after.opens_sentence)):
        return False
    if before.lower in _ABOUT:
        return before.opens_sentence
    if earlier is None or before.lower not in (*_BUT, ".", "fra", "frå"):
        return False
    if before.text == ".":
        return earlier.lower in _ABOUT and earlier.opens_sentence
    everybody = slot.document.before(slot.at, 3) if before.lower in ("fra", "frå") else earlier
    is_except = before.lower in _BUT or earlier.lower == "bortsett"
    return is_except and everybody is not None and everybody.lower in ("alle", "gjengen", "resten")
