"""Points for a word being a name in colleagues' chats: "kan gro ta vakta", "passe på hauk". Holds no names.

Norwegian puts an article before a thing that can be counted, so "kan falk hentes" is about somebody. What stands
without one ("storm", "stein", "sol") and small words ("bo", "jo") need what is said of people only.
"""

from bot.anonymise.document import Token
from bot.anonymise.name_slot import ROLE, Slot
from bot.anonymise.word_classes import Word
from bot.anonymise.word_lists import words

_MASS = words(
    "lyng storm stein sten sol liv vår mai tale tone ro frost sand lykke fred fryd glede hope rim sang håp april "
    "juni juli august jul snø vind regn hav rosa lilla grå gull sølv trygg ren live massa ting alt glad fang kant "
    "sans rand ever rev"
)
"""Words that stand without an article, and so say nothing by standing bare."""
_NO_SUBJECT = words("dag bo odd tor sanne finn are vera mina dina sina")
"""Verbs, adjectives and forms of words: none of them can be who does something, unless it is a name."""
_DAYS_AND_SEASONS = words("dag vår")
_SURELY_FINITE = words(
    "har hadde fikk får ville vil må skal kom kommer tok tar holdt holder satt sitter gikk går løp løper klarer "
    "klarte mangler begynner begynte gjemmer gjemte trenger trengte mista mistet blir ble bor bodde leker liker "
    "likte hentes prøvde prøver trenger skulle kunne ble blei hjelper hjalp"
)
_MODALS = words("kan skal vil må bør får har hadde kunne skulle ville måtte burde fikk er e var tok tar sa gjør")
_LEADS = words(
    "altså og men så , for hva ka kva når hvor kor hvorfor kvifor korfor hvordan korsen åssen hvem kem - ( at om nå "
    "no da dag går morgen morges kveld mandag tirsdag onsdag torsdag fredag"
)
_HUMAN_DOING = words(
    "hente hentes hentet henta spise spist sovne sovna sovet sove tisse tissa bæsje bæsja gråte grått grine grint "
    "ringe ringt snakke snakka snakket leke lekt lekte skrive skrevet lese lest si sagt spørre spurt svare svart "
    "fortelle fortalt bite bitt slå slått dytte dytta dyttet sparke sparka kle kledd sitte sittet mista mistet "
    "glemt glemme bodd lært slutta sluttet møte møtt sende sendt passe passa kjøre kjørt jobbe jobba overta avløse "
    "vikariere steppe rømt stukket skulka drukket krangla tegna tegnet klatret klatra utagert brukket sklidd gym "
    "svømming bursdag fri feber vondt time kontakttime vakta ansvaret møtet referatet timen gruppa frokosten "
    "matvakta inspeksjon inspeksjonen utevakt utevakta hjelpe hjulpet bytte bytta byttet levere levert dekke åpne "
    "låse låst rydde rydda dele delt ordne ordna fikse fiksa sjekke sjekka vente venta trøste trøsta følge fulgt"
)
_ANY_DOING = words(
    "ta tatt få fått bli blitt være vært gå gått komme kommet ha hatt gjøre gjort se sett med ikke ikkje også på her"
)
_AT = words("her hjemme heime borte syk sjuk klar ferdig ledig")
_WORKPLACES = words("jobb jobben skolen skulen sfo avdelingen barnehagen rommet huset vei veien kontoret")
_ADVERBS = words("ikke ikkje itj nå no også bare jo alltid allerede alt nok visst sikkert fortsatt enda ennå egentlig")
_AFTER_OBJECT = words(
    "i på for ned inn hjem heim med fra når etter ut bort om så og opp tilbake igjen til hardt av over hva ka kva "
    "hvorfor kvifor hvordan korsen sammen saman"
)
_DONE_TO = words(
    "slo slår slå dytta dyttet dytter dytte sparka sparket sparker beit bet biter klorte klorer klorte lugga "
    "lugget erta ertet erter mobba mobbet mobber plaga plaget plager klemte klemmer trøsta trøstet trøster henta "
    "hentet hentar fulgte følger møtte traff spurte ringte inviterte skremte savner savna savnet passa passet "
    "passer kjente kjenner roa trøste erte mobbe dytte plage legg sett plasser flytt flytta flytter"
)
_BODY = words(
    "magen hodet hodet hovudet armen ryggen nesa nesen øyet foten beinet leggen ansiktet trynet rumpa håret handa "
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
_ASKS_YOU = words("kan har skal vil må vet veit husker så fikk får har er ser tror tar sender ringer blir gidder orker")
_BE = words("er e var va blir blei ble")
_GREETINGS = words("hilsen helsing mvh vh hilsning klem klemmer")
_WHO = words("han hun ho hu hen hainn gutten guten jenta mora moren faren læreren assistenten barnet eleven vikaren")
_SOMEBODY = words("meg han henne ham hun ho")
_IS_SO = words("født adoptert kjempeflink flink snill")
_SEEN = words("det at meg ham henne han alt")
_PRONOUNS = words("jeg eg æ vi du dere de han hun ho hen det den man noen")
_CLAUSES = words("at når hvis fordi om som siden viss dersom")
_CRIES = 6
_ORDERS = words("ring kom hent kan du husk send svar vent hjelp se hør stopp ikke må takk")
_SELF = words("sjøl selv sjølv sjæl")
_TIMES = words("nå no i på og igjen om hos så sin også når for da etter")


def in_a_chat(slot: Slot) -> int:
    """Return the most that any of the rules for chats gives a free given name in small letters."""
    token = slot.token
    is_small = token.flags & (Word.FUNCTION | Word.VERB) and token.lower not in _DAYS_AND_SEASONS
    if token.has_capital or not token.flags & Word.FIRST or is_small:
        return 0
    return max(rule(slot) for rule in _RULES)


def is_no_noun(token: Token) -> bool:
    """Tell whether the word is a verb, an adjective or a form that cannot be who does something."""
    return token.lower in _NO_SUBJECT


def stands_bare(token: Token) -> bool:
    """Tell whether the word says something by standing without an article."""
    return token.lower not in _MASS


def _bare(slot: Slot) -> int:
    """Return what a place says that things can have too: all for a word that is no noun, nothing for sun and stone."""
    if slot.token.lower in _NO_SUBJECT:
        return 4
    return 2 if stands_bare(slot.token) and not slot.token.flags & Word.MONTH else 0


def _asked_of(slot: Slot) -> int:
    """ "kan gro ta vakta", "har stein spist", "nå må liv hentes", "er falk på jobb"."""
    verb, doing = slot.before, slot.after
    if verb is None or doing is None or verb.lower not in _MODALS or slot.token.lower == "jo":
        return 0
    earlier = slot.document.before(slot.at, 2)
    if not (verb.opens_sentence or earlier is None or earlier.lower in _LEADS):
        return 0
    second = slot.document.after(slot.at, 2)
    if doing.lower in _ADVERBS and second is not None:
        doing, second = second, slot.document.after(slot.at, 3)
    is_at_work = doing.lower in ("på", "i") and second is not None and second.lower in _WORKPLACES
    if verb.lower in ("er", "e") and earlier is not None and earlier.lower in ("hvor", "kor") and slot.ends:
        return _bare(slot)
    is_done = verb.lower in ("har", "hadde") and doing.lower in slot.document.vocabulary.classes["har_gjort"]
    if is_done or doing.lower in _HUMAN_DOING or is_at_work or doing.lower in _AT:
        return 4
    if doing.lower == "ta" and second is not None and second.lower in _HUMAN_DOING:
        return 4
    return _bare(slot) if doing.lower in _ANY_DOING else 0


def _begins_to(slot: Slot) -> int:
    """ "da begynte liv å grine", "plutselig kom hauk løpende"."""
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
        4 if doing.lower in _HUMAN_DOING or doing.lower in ("le", "hyle", "skrike", "banne", "kaste") else _bare(slot)
    )


def _spoken_of(slot: Slot) -> int:
    """ "passe på hauk", "ved siden av gro", "bursdagen til sol", "hva gjør vi med line"."""
    link, word = slot.before, slot.document.before(slot.at, 2)
    if link is None or word is None or not (_ends(slot) or slot.acts or slot.is_followed_by(*_TIMES)):
        return 0
    if slot.token.lower == "vår" or word.lower in _MADE or _is_one_of_two_things(slot):
        return 0
    if (word.lower, link.lower) in _ABOUT or (link.lower == "til" and word.lower in _OWNED):
        return 4 if not slot.token.flags & Word.MONTH else 0
    if link.lower in ("mot", "hos", "enn") or (link.lower == "om" and word.lower in _TALKS):
        return _bare(slot)
    if link.lower != "med":
        return 0
    near = (slot.document.before(slot.at, step) for step in (3, 4, 5))
    goes = word.lower in _GOES or any(one is not None and one.lower in _GOES for one in near)
    is_listed = slot.token.flags & (Word.AMBIGUOUS | Word.ORDINARY)  # "hva gjør vi med støi" is a misspelt thing
    return 4 if goes and is_listed and stands_bare(slot.token) else _bare(slot)


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
    if before is not None and before.lower in _THANKS and _ends(slot) and slot.token.lower != "jo":
        return 4
    greeting = slot.document.before(slot.at, 2)
    if greeting is not None and greeting.lower in _GREETINGS and _ends(slot):
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
    while (word := slot.document.before(slot.at, step)) is not None and word.lower in _ADVERBS and step < 4:
        step += 1
    it = slot.document.before(slot.at, step + 1)
    if word is None or it is None or word.lower not in _BE or it.lower not in ("det", "d", "de"):
        return 0
    verb, doing = slot.document.after(slot.at, 2), slot.document.after(slot.at, 3)
    if verb is None or not (verb.flags & Word.VERB or verb.lower in slot.document.vocabulary.classes["menneskeverb"]):
        return 0
    is_done = doing is not None and verb.lower in ("har", "hadde") and doing.lower in _HUMAN_DOING
    is_human = verb.lower in ("begynte", "gjorde") or verb.lower in slot.document.vocabulary.classes["menneskeverb"]
    return 4 if is_done or is_human else _bare(slot)


def _himself(slot: Slot) -> int:
    """ "hauk sjøl sier", "ruta heter hun", "ulv altså."."""
    after, second = slot.after, slot.document.after(slot.at, 2)
    if after is None:
        return 0
    if after.lower in ("heter", "heiter", "het") and second is not None and second.lower in _WHO:
        return 4
    if after.lower in _SELF and second is not None and second.flags & Word.VERB:
        return 4 if second.lower in slot.document.vocabulary.classes["sieverb"] else _bare(slot)
    is_cried = after.lower == "altså" and (second is None or not second.is_word)
    return _bare(slot) if is_cried and slot.token.opens_sentence else 0


def _hit_or_met(slot: Slot) -> int:
    """ "slo liv i magen", "erter gro for klærne"."""
    verb, link, body = slot.before, slot.after, slot.document.after(slot.at, 2)
    if verb is None or verb.lower not in _DONE_TO or not (_ends(slot) or slot.is_followed_by(*_AFTER_OBJECT)):
        return 0
    if link is not None and body is not None and link.lower in ("i", "på") and body.lower in _BODY:
        return 4
    return _bare(slot)


def _cannot_be_a_thing(slot: Slot) -> int:
    """ "bo fikk ny plass", "husk odd sin medisin": a word that cannot be who does or owns something."""
    if slot.token.lower == "jo":
        return 4 if slot.is_followed_by("sin", "sitt", "sine") else 0
    if slot.token.lower not in _NO_SUBJECT or slot.after is None:
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
    if before is None or earlier is None or not (_ends(slot) or slot.is_followed_by("også", "òg")):
        return 0
    if before.lower in ("og", "eller", "el") and earlier.flags & (Word.KIN | Word.STAFF) and _ends(slot):
        return 4
    if before.text == "," and slot.is_followed_by("også", "òg"):
        return _bare(slot)
    return 2 if before.lower in ("ikke", "ikkje") and earlier.text == "," and _ends(slot) else 0


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
    if before.lower in _CLAUSES and after.lower in _ADVERBS and second.flags & Word.VERB:
        return _bare(slot)
    if before.lower in slot.document.vocabulary.classes["sieverb"] and after.lower in ("har", "hadde"):
        is_done = second.lower in _HUMAN_DOING or second.lower in slot.document.vocabulary.classes["har_gjort"]
        return 4 if is_done or second.lower in ("tatt", "gjort", "fått") else 0
    return 0


def _cried(slot: Slot) -> int:
    """ "liv!! ring meg": a word cried first, and words to somebody."""
    sign, step = slot.after, 2
    if sign is None or sign.text != "!" or not slot.token.opens_sentence:
        return 0
    while (word := slot.document.after(slot.at, step)) is not None and word.text == "!" and step < _CRIES:
        step += 1
    return 4 if word is not None and word.lower in _ORDERS else 0


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
    if doing.lower in _ADVERBS and (after := slot.document.after(slot.at, 3)) is not None:
        doing = after
    third = slot.document.after(slot.at, 3)
    if verb.lower == "så" and doing.lower in _SEEN:
        return 4 if third is None or not third.is_word or doing.lower in ("at", "meg", "ham", "henne") else 0
    if slot.token.lower == "jo" and _is_jo(slot):
        return 4
    is_done = verb.lower in ("har", "hadde") and doing.lower in _HUMAN_DOING
    is_held = verb.lower in ("holdt", "tok") and doing.lower in _SOMEBODY
    is_so = verb.lower in ("er", "e", "var") and doing.lower in _IS_SO
    return 4 if is_done or is_held or is_so or verb.lower in slot.document.vocabulary.classes["menneskeverb"] else 0


def _ends(slot: Slot) -> bool:
    """Tell whether the sentence or the clause ends after the word, also with a smiley."""
    return slot.ends or (slot.after is not None and not slot.after.text[0].isalnum())


_RULES = (
    _asked_of, _begins_to, _spoken_of, _called_upon, _in_focus, _himself, _hit_or_met, _cannot_be_a_thing, _has_done,
    _also_or_not, _placed, _in_a_clause, _cried,
)  # fmt: skip
