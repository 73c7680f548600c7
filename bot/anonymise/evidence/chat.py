"""Points for a word being a name in colleagues' chats, by what it does: "kan gro ta vakta", "har stein spist". Holds no
names.
"""

from bot.anonymise.evidence.chat_slot import ADVERBS, HUMAN_DOING, NO_SUBJECT, as_a_thing_may, ends, stands_bare
from bot.anonymise.evidence.chat_spoken import spoken_of
from bot.anonymise.reading.name_slot import Slot
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_DAYS_AND_SEASONS = words("dag vår")
_SURELY_FINITE = words(
    "har hadde fikk får ville vil må skal kom kommer tok tar holdt holder satt sitter gikk går løp løper klarer "
    "klarte mangler begynner begynte gjemmer gjemte trenger trengte mista mistet blir ble bor bodde leker liker "
    "likte hentes prøvde prøver skulle kunne blei hjelper hjalp"
)
_MODALS = words("kan skal vil må bør får har hadde kunne skulle ville måtte burde fikk er e var tok tar sa gjør")
_IN_PLACE = words("kom kommer kjem kjæm gikk går gjekk løp sto står stod satt sitter sat lå ligger dro")
_SUDDENLY = words("plutselig brått der etterpå her nettopp akkurat deretter")
_WEATHER_STEMS = words("styrt øs skinn strål dundr komm følg")
"""What rain and sun do: "kom storm dundrende"."""
_LEADS = words(
    "altså og men så , for hva ka kva når hvor kor hvorfor kvifor korfor hvordan korsen åssen hvem kem - ( at om nå "
    "no da dag går morgen morges kveld mandag tirsdag onsdag torsdag fredag"
)
_ANY_DOING = words(
    "vere vore verte vorte kome gjere sjå teke "
    "ta tatt få fått bli blitt være vært gå gått komme kommet ha hatt gjøre gjort se sett med ikke ikkje også på her"
)
_AT = words("her hjemme heime borte syk sjuk klar ferdig ledig")
_WORKPLACES = words("jobb jobben skolen skulen sfo avdelingen barnehagen rommet huset vei veien kontoret")
_SOMEBODY = words("meg han henne ham hun ho")
_IS_SO = words("født adoptert kjempeflink flink snill")
_SEEN = words("det at meg ham henne han alt")
_PRONOUNS = words("jeg eg æ vi du dere de han hun ho hen det den man noen")
_CLAUSES = words("at når hvis fordi om som siden viss dersom")


def in_a_chat(slot: Slot) -> int:
    """Return the most that any of the rules for chats gives a free given name in small letters."""
    token = slot.token
    is_small = token.flags & (Word.FUNCTION | Word.VERB) and token.lower not in _DAYS_AND_SEASONS
    if token.has_capital or not token.flags & Word.FIRST or is_small:
        return 0
    return max(rule(slot) for rule in _RULES)


def _asked_of(slot: Slot) -> int:
    """ "kan gro ta vakta", "har stein spist", "nå må liv hentes", "er falk på jobb"."""
    verb, doing = slot.before, slot.after
    if verb is None or doing is None or verb.lower not in _MODALS or slot.token.lower == "jo":
        return 0
    earlier = slot.document.before(slot.at, 2)
    if not (verb.opens_sentence or earlier is None or earlier.lower in _LEADS):
        return 0
    second = slot.document.after(slot.at, 2)
    if doing.lower in ADVERBS and second is not None:
        doing, second = second, slot.document.after(slot.at, 3)
    is_at_work = doing.lower in ("på", "i") and second is not None and second.lower in _WORKPLACES
    if verb.lower in ("er", "e") and earlier is not None and earlier.lower in ("hvor", "kor") and slot.ends:
        return as_a_thing_may(slot)
    is_done = verb.lower in ("har", "hadde") and doing.lower in slot.document.vocabulary.classes["har_gjort"]
    if is_done or doing.lower in HUMAN_DOING or is_at_work or doing.lower in _AT:
        return 4
    if doing.lower == "ta" and second is not None and second.lower in HUMAN_DOING:
        return 4
    return as_a_thing_may(slot) if doing.lower in _ANY_DOING else 0


def _begins_to(slot: Slot) -> int:
    """ "da begynte liv å grine"."""
    verb, to, doing = slot.before, slot.after, slot.document.after(slot.at, 2)
    if (
        verb is None
        or to is None
        or verb.lower not in ("begynte", "byrja", "begynner", "slutta", "sluttet", "prøvde", "klarte")
    ):
        return 0
    if to.lower != "å" or doing is None:
        return 0
    return (
        4
        if doing.lower in HUMAN_DOING or doing.lower in ("le", "hyle", "skrike", "banne", "kaste")
        else as_a_thing_may(slot)
    )


def _comes_running(slot: Slot) -> int:
    """ "plutselig kom hauk løpende", "så satt liv gråtende på gangen"."""
    verb, how = slot.before, slot.after
    if verb is None or how is None or verb.lower not in _IN_PLACE or not how.lower.endswith(("ende", "ande")):
        return 0
    earlier = slot.document.before(slot.at, 2)
    is_led = verb.opens_sentence or earlier is None or earlier.lower in _LEADS or earlier.lower in _SUDDENLY
    return 4 if is_led and how.lower[:-4] not in _WEATHER_STEMS else 0


def _cannot_be_a_thing(slot: Slot) -> int:
    """ "bo fikk ny plass", "husk odd sin medisin": a word that cannot be who does or owns something."""
    if slot.token.lower == "jo":
        return 4 if slot.is_followed_by("sin", "sitt", "sine") else 0
    if slot.token.lower not in NO_SUBJECT or slot.after is None:
        return 0
    before = slot.before
    opens = (
        slot.token.opens_sentence or before is None or before.lower in _LEADS or before.lower in ("at", "fordi", "hvis")
    )
    is_owner = slot.is_followed_by("sin", "sitt", "sine")
    second = slot.document.after(slot.at, 2)
    turns = second is not None and second.lower in _PRONOUNS
    return 4 if is_owner or (opens and slot.after.lower in _SURELY_FINITE and not turns) else 0


def _also_or_not(slot: Slot) -> int:
    """ "live er borte, even også", "det var vår, ikke dag", "mor eller tone": one more of those spoken of."""
    before, earlier = slot.before, slot.document.before(slot.at, 2)
    if before is None or earlier is None or not (ends(slot) or slot.is_followed_by("også", "òg")):
        return 0
    if before.lower in ("og", "eller", "el") and earlier.flags & (Word.KIN | Word.STAFF) and ends(slot):
        return 4
    if before.text == "," and slot.is_followed_by("også", "òg"):
        return as_a_thing_may(slot)
    if before.lower not in ("ikke", "ikkje") or earlier.text != "," or not ends(slot):
        return 0
    other = slot.document.before(slot.at, 3)
    return 4 if other is not None and other.flags & Word.FIRST and stands_bare(slot.token) else 2


def _placed(slot: Slot) -> int:
    """ "gunn på kjøkkenet sier": somebody, where they are and what only people do."""
    link, place, doing = (slot.document.after(slot.at, step) for step in (1, 2, 3))
    if doing is not None and doing.text == "." and place is not None and place.text.isdigit():
        doing = slot.document.after(slot.at, 4)  # "tor på 7. står ute"
    if (
        link is None
        or place is None
        or doing is None
        or not place.text.isalnum()
        or link.lower not in ("på", "i", "fra", "frå", "hos", "ved")
    ):
        return 0
    opens = slot.token.opens_sentence or slot.before is None or slot.before.lower in _LEADS
    acts = doing.lower in slot.document.vocabulary.classes["menneskeverb"] or doing.lower in ("står", "sitter", "har")
    return 4 if opens and acts and stands_bare(slot.token) else 0


def _in_a_clause(slot: Slot) -> int:
    """ "at kalle ikke er med", "han sa vår hadde tatt lua": who does it in a clause of its own."""
    before, after, second = slot.before, slot.after, slot.document.after(slot.at, 2)
    if before is None or after is None or second is None:
        return 0
    if before.lower in _CLAUSES and after.lower in ADVERBS and second.flags & Word.VERB:
        return as_a_thing_may(slot)
    if before.lower in slot.document.vocabulary.classes["sieverb"] and after.lower in ("har", "hadde"):
        is_done = second.lower in HUMAN_DOING or second.lower in slot.document.vocabulary.classes["har_gjort"]
        return 4 if is_done or second.lower in ("tatt", "gjort", "fått") else 0
    return 0


def _is_jo(slot: Slot) -> bool:
    """Tell whether "jo" is who acts: "jo trenger tid", and not "jo trenger vi"."""
    doing = slot.document.after(slot.at, 2)
    acts = slot.after is not None and slot.after.lower in _SURELY_FINITE
    return acts and slot.token.opens_sentence and doing is not None and doing.lower not in _PRONOUNS


def _has_done(slot: Slot) -> int:
    """ "dag har sovna", "liv holdt meg": what is said of people, after a word that opens a clause."""
    verb, doing, before = slot.after, slot.document.after(slot.at, 2), slot.before
    opens = slot.token.opens_sentence or before is None or before.lower in _LEADS
    if verb is not None and before is not None and before.lower == "å":
        return 4 if verb.lower in slot.document.vocabulary.classes["menneskeverb"] else 0
    if verb is None or doing is None or not opens:
        return 0
    if doing.lower in ADVERBS and (after := slot.document.after(slot.at, 3)) is not None:
        doing = after
    third = slot.document.after(slot.at, 3)
    if verb.lower == "så" and doing.lower in _SEEN:
        return 4 if third is None or not third.is_word or doing.lower in ("at", "meg", "ham", "henne") else 0
    if slot.token.lower == "jo" and _is_jo(slot):
        return 4
    is_done = verb.lower in ("har", "hadde") and doing.lower in HUMAN_DOING
    is_held = verb.lower in ("holdt", "tok") and doing.lower in _SOMEBODY
    is_so = verb.lower in ("er", "e", "var") and doing.lower in _IS_SO
    return 4 if is_done or is_held or is_so or verb.lower in slot.document.vocabulary.classes["menneskeverb"] else 0


_RULES = (
    spoken_of, _asked_of, _begins_to, _comes_running, _cannot_be_a_thing, _has_done, _also_or_not, _placed,
    _in_a_clause,
)  # fmt: skip
