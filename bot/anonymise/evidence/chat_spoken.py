"""Points for a word being a name in colleagues' chats, by what is said of it or to it: "passe på hauk", "takk liv 😊".
Holds no names.
"""

from bot.anonymise.evidence.chat_slot import ADVERBS, HUMAN_DOING, as_a_thing_may, ends, stands_bare
from bot.anonymise.reading.name_slot import ROLE, Slot
from bot.anonymise.words.small_words import SIGNS_OFF
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_AFTER_OBJECT = words(
    "i på for ned inn hjem heim med fra når etter ut bort om så og opp tilbake igjen til hardt av over hva ka kva "
    "hvorfor kvifor hvordan korsen sammen saman"
)
_DONE_TO = words(
    "slått bitt klort "
    "slo slår slå dytta dyttet dytter dytte sparka sparket sparker beit bet biter klorte klorer lugga "
    "lugget erta ertet erter mobba mobbet mobber plaga plaget plager klemte klemmer trøsta trøstet trøster henta "
    "hentet hentar fulgte følger møtte traff spurte ringte inviterte skremte savner savna savnet passa passet "
    "passer kjente kjenner roa trøste erte mobbe plage legg sett plasser flytt flytta flytter"
)
_BODY = words(
    "magen hodet hovudet armen ryggen nesa nesen øyet foten beinet leggen ansiktet trynet rumpa håret handa "
    "hånda handen hånden skulderen kneet tåa brystet halsen øret kinnet panna fingeren fingrane kroppen"
)
_ABOUT = frozenset(
    (word, preposition)
    for words_before, preposition in (
        (
            "passe passer passa pass passet sint sur irritert forbanna streng rope roper ropte venter vente stoler "
            "stole",
            "på",
        ),
        ("siden sida lei forbanna skryte skryter skrytt stolt", "av"),
        (
            "sammen lag gruppe lekte leker leke prate krangla slåss sloss vondt trøbbel enig uenig møte rommet",
            "med",
        ),
        ("snill slem stygg ekkel kjip hyggelig snille slemme stygge", "mot"),
        ("hos heime hjemme borte", "hos"),
    )
    for word in words_before.split()
)
_OWNED = words(
    "bursdagen sekken jakka jakken skoene skoa støvlene støvlan mobilen nettbrettet ipaden pcen pulten plassen "
    "klassen gruppa bamsen bleia matboksen matpakka brillene hjelmen sykkelen rommet senga hylla knaggen iopen "
    "ipen vedtaket mappa saken loggen skuffen skuffa kofferten klærne hansken vottene lua luen drikkeflaska "
    "medisinen medisinene timeplanen rapporten epikrisen tegningen tegninga bildet bilde nummeret tlf adressen "
    "adressa dagen kvelden helga"
)
_MADE = words("laget laga lages bygd bygget bygde pynta pyntet spikka hogd fylt tegnet tegna malt tema temaet")
"""What is made with a thing: "laget med selje"."""
_TALKS = words(
    "snakke snakka snakket snakker prate prata pratet prater drøfte drøfta drøftet diskutere møte møtet melding "
    "meldinga meldingen sak saken bekymring bekymringa"
)
_GOES = words("går gikk gjekk gått gjør gjøre gjer skjer skjedde hendte funker")
_THANKS = words(
    "takk hei heisann hallo ok okei okey unnskyld sorry beklager supert enig gratulerer velkommen morn flott lykke"
)
_YOU = words("du dere dokker dåkk dåkker de")
_ASKS_YOU = words("kan har skal vil må vet veit husker så fikk får er ser tror tar sender ringer blir gidder orker")
_BE = words("er e var va blir blei ble")
_GREETINGS = SIGNS_OFF | words("klem klemmer")
_WHO = words("han hun ho hu hen hainn gutten guten jenta mora moren faren læreren assistenten barnet eleven vikaren")
_CRIES = 6
_ORDERS = words("ring kom hent kan du husk send svar vent hjelp se hør stopp ikke må takk")
_SELF = words("sjøl selv sjølv sjæl")
_TIMES = words("nå no i på og igjen om hos så sin også når for da etter")


def spoken_of(slot: Slot) -> int:
    """Return the most that any of the rules gives for what is said of the word or to it."""
    return max(rule(slot) for rule in _RULES)


def _told_of(slot: Slot) -> int:
    """ "passe på hauk", "ved siden av gro", "bursdagen til sol", "hva gjør vi med line"."""
    link, word = slot.before, slot.document.before(slot.at, 2)
    if link is None or word is None or not (ends(slot) or slot.acts or slot.is_followed_by(*_TIMES)):
        return 0
    if slot.token.lower == "vår" or word.lower in _MADE or _is_one_of_two_things(slot):
        return 0
    if (word.lower, link.lower) in _ABOUT or (link.lower == "til" and word.lower in _OWNED):
        return 4 if not slot.token.flags & Word.MONTH else 0
    if link.lower in ("mot", "hos", "enn") or (link.lower == "om" and word.lower in _TALKS):
        return as_a_thing_may(slot)
    if link.lower != "med":
        return 0
    near = (slot.document.before(slot.at, step) for step in (3, 4, 5))
    goes = word.lower in _GOES or any(one is not None and one.lower in _GOES for one in near)
    is_listed = slot.token.flags & (Word.AMBIGUOUS | Word.ORDINARY)  # "hva gjør vi med støi" is a misspelt thing
    return 4 if goes and is_listed and stands_bare(slot.token) else as_a_thing_may(slot)


def _is_one_of_two_things(slot: Slot) -> bool:
    """Tell whether "og" and a plain word follow: "snakker om hauk og ørn"."""
    other = slot.document.after(slot.at, 2)
    if other is None or not slot.is_followed_by("og"):
        return False
    return slot.document.is_known(other.lower) and not other.flags & (Word.FIRST | ROLE | Word.FUNCTION | Word.VERB)


def _called_upon(slot: Slot) -> int:
    """ "tone, kan du ringe", "takk liv 😊", "hilsen sur gro"."""
    before, after, second, third = (
        slot.before,
        slot.after,
        slot.document.after(slot.at, 2),
        slot.document.after(slot.at, 3),
    )
    if before is not None and before.lower in _THANKS and ends(slot) and slot.token.lower != "jo":
        return 4
    greeting = slot.document.before(slot.at, 2)
    if greeting is not None and greeting.lower in _GREETINGS and ends(slot):
        return 4
    if after is None or second is None or not slot.token.opens_sentence or slot.token.lower == "jo":
        return 0
    if after.text == ",":
        return 4 if third is not None and second.lower in _ASKS_YOU and third.lower in _YOU else 0
    asks = after.lower in _ASKS_YOU and second.lower in _YOU
    tells = after.lower in ("du", "dere") and second.flags & Word.VERB
    return 4 if (asks or tells) and stands_bare(slot.token) else 0


def _in_focus(slot: Slot) -> int:
    """ "det er bare hauk som får det til", "tror det er sol som har tegna"."""
    if not slot.is_followed_by("som"):
        return 0
    step = 1
    while (word := slot.document.before(slot.at, step)) is not None and word.lower in ADVERBS and step < 4:
        step += 1
    it = slot.document.before(slot.at, step + 1)
    if word is None or it is None or word.lower not in _BE or it.lower not in ("det", "d", "de"):
        return 0
    verb, doing = slot.document.after(slot.at, 2), slot.document.after(slot.at, 3)
    if verb is None or not (verb.flags & Word.VERB or verb.lower in slot.document.vocabulary.classes["menneskeverb"]):
        return 0
    is_done = doing is not None and verb.lower in ("har", "hadde") and doing.lower in HUMAN_DOING
    is_human = verb.lower in ("begynte", "gjorde") or verb.lower in slot.document.vocabulary.classes["menneskeverb"]
    return 4 if is_done or is_human else as_a_thing_may(slot)


def _himself(slot: Slot) -> int:
    """ "hauk sjøl sier", "ruta heter hun", "ulv altså."."""
    after, second = slot.after, slot.document.after(slot.at, 2)
    if after is None:
        return 0
    if after.lower in ("heter", "heiter", "het") and second is not None and second.lower in _WHO:
        return 4
    if after.lower in _SELF and second is not None and second.flags & Word.VERB:
        return 4 if second.lower in slot.document.vocabulary.classes["sieverb"] else as_a_thing_may(slot)
    is_cried = after.lower == "altså" and (second is None or not second.is_word)
    return as_a_thing_may(slot) if is_cried and slot.token.opens_sentence else 0


def _hit_or_met(slot: Slot) -> int:
    """ "slo liv i magen", "erter gro for klærne"."""
    verb, link, body = slot.before, slot.after, slot.document.after(slot.at, 2)
    if verb is None or verb.lower not in _DONE_TO or not (ends(slot) or slot.is_followed_by(*_AFTER_OBJECT)):
        return 0
    if link is not None and body is not None and link.lower in ("i", "på") and body.lower in _BODY:
        return 4
    return as_a_thing_may(slot)


def _cried(slot: Slot) -> int:
    """ "liv!! ring meg": a word cried first, and words to somebody."""
    sign, step = slot.after, 2
    if sign is None or sign.text != "!" or not slot.token.opens_sentence:
        return 0
    while (word := slot.document.after(slot.at, step)) is not None and word.text == "!" and step < _CRIES:
        step += 1
    return 4 if word is not None and word.lower in _ORDERS else 0


_RULES = (_told_of, _called_upon, _in_focus, _himself, _hit_or_met, _cried)
