"""What the rules about colleagues' chats share: words that stand bare, what people do, where a clause ends.

Norwegian puts an article before a thing that can be counted, so "kan falk hentes" is about somebody. What stands
without one ("storm", "stein", "sol") and small words ("bo", "jo") need what is said of people only.
"""

from bot.anonymise.reading.document import Token
from bot.anonymise.reading.name_slot import Slot
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

MASS = words(
    "lyng storm stein sten sol liv vår mai tale tone ro frost sand lykke fred fryd glede hope rim sang håp april "
    "juni juli august jul snø vind regn hav rosa lilla grå gull sølv trygg ren live massa ting alt glad fang kant "
    "sans rand ever rev"
)
"""Words that stand without an article, and so say nothing by standing bare."""
NO_SUBJECT = words("dag bo odd tor sanne finn are vera mina dina sina")
"""Verbs, adjectives and forms of words: none of them can be who does something, unless it is a name."""
HUMAN_DOING = words(
    "sitje ete lesa spørja seia byrja ropa springe fortelja "
    "hente hentes hentet henta spise spist sovne sovna sovet sove tisse tissa bæsje bæsja gråte grått grine grint "
    "ringe ringt snakke snakka snakket leke lekt lekte skrive skrevet lese lest si sagt spørre spurt svare svart "
    "fortelle fortalt bite bitt slå slått dytte dytta dyttet sparke sparka kle kledd sitte sittet mista mistet "
    "glemt glemme bodd lært slutta sluttet møte møtt sende sendt passe passa kjøre kjørt jobbe jobba overta avløse "
    "vikariere steppe rømt stukket skulka drukket krangla tegna tegnet klatret klatra utagert brukket sklidd gym "
    "svømming bursdag fri feber vondt time kontakttime vakta ansvaret møtet referatet timen gruppa frokosten "
    "matvakta inspeksjon inspeksjonen utevakt utevakta hjelpe hjulpet bytte bytta byttet levere levert dekke åpne "
    "låse låst rydde rydda dele delt ordne ordna fikse fiksa sjekke sjekka vente venta trøste trøsta følge fulgt"
)
ADVERBS = words("ikke ikkje itj nå no også bare jo alltid allerede alt nok visst sikkert fortsatt enda ennå egentlig")


def is_no_noun(token: Token) -> bool:
    """Tell whether the word is a verb, an adjective or a form that cannot be who does something."""
    return token.lower in NO_SUBJECT


def stands_bare(token: Token) -> bool:
    """Tell whether the word says something by standing without an article."""
    return token.lower not in MASS


def as_a_thing_may(slot: Slot) -> int:
    """Return what a place says that things can have too: all for a word that is no noun, nothing for sun and stone."""
    if slot.token.lower in NO_SUBJECT:
        return 4
    return 2 if stands_bare(slot.token) and not slot.token.flags & Word.MONTH else 0


def ends(slot: Slot) -> bool:
    """Tell whether the sentence or the clause ends after the word, also with a smiley."""
    return slot.ends or (slot.after is not None and not slot.after.text[0].isalnum())
