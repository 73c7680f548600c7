"""Tells whether a name is that of somebody everybody has heard of: a president, a footballer, a figure from a film, a
team. `work_told` asks instead of stopping; what such a name does or has done to it in the text still stops.

Knows where such people are told of, and the class `kjente` of `ord.yaml`; whoever is named so in the case keeps it.
"""

import re
from functools import cache

from bot.anonymise.finding import Hit
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_one_of
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_REACH = 60
_LISTED = Word.FIRST | Word.SURNAME | Word.AMBIGUOUS
_ROLE = Word.KIN | Word.CHILD | Word.STAFF
_ADMIRED = re.compile(
    r"\b(?:(?:vil|ville|ønsker å|ønska å|drømmer om å|drøymer om å) "
    r"(?:alltid |bare |berre |helst |ikke |òg |også ){0,2}(?:være|bli|vera|vere|vær|verte) (?:som |lik )?|"
    r"(?:fan|fans|supporter|tilhenger) av |"
    r"(?:identifiserer seg|kjenner seg igjen|identifiserte seg) (?:med|i) |"
    r"(?:idolet|forbildet|favorittspilleren|yndlingsspilleren|favorittartisten) (?:hans|hennes|sitt) (?:er |heter )?)$",
    re.IGNORECASE,
)
"""Whom somebody admires, plays or would be: "vil være Elsa hver dag", "fan av", "idolet hans er"."""
_BELIEF = re.compile(
    r"\b(?:gud|guds|bibel\w*|kirk\w*|koran\w*|islam\w*|kristen\w*|kristn\w*|profet\w*|djevel\w*|himmel\w*|bønn\w*|"
    r"moske\w*|tror på|tro på|trur på|ber til|be til|religion\w*|livssyn\w*|korset|søndagsskol\w*|menighet\w*)(?!\w)",
    re.IGNORECASE,
)
_SPORT = re.compile(
    r"\b(?:fotballkort\w*|fotballdrakt\w*|drakt\w*|landslag\w*|idol\w*|fan|fans|vm|em|ol|fifa|fc|heier|heie|heia|"
    r"messi|supporter\w*|samlekort\w*|proff\w*|fotballstjerne\w*|real madrid|manchester|arsenal)(?!\w)",
    re.IGNORECASE,
)
SOLD = words(
    "opplegg opplegget prosjekt prosjektet tema temaet teater teateret forestilling forestillinga forestillingen fest "
    "festen bursdag bursdagen skuespill skuespillet musikal musikalen ball ballen fotballkort "
    "sanger sang sangen sangene låt låta låter låtene film filmen filmer caps capsen drakt drakta drakten trøye trøya "
    "genser genseren plakat plakaten kort kortene figur figurer figuren serie serien spill spillet bok boka boken "
    "bøker bøkene kostyme kostymet fan fansen lego sekk sekken lue lua album konsert konserten musikk video podkast"
)
"""What is made of those everybody has heard of."""
_OF_FROST = frozenset(["elsa", "frost", "anna", "olaf"])
_PAIRS = frozenset(
    [
        *(("karsten", "petra"), ("elsa", "anna"), ("anna", "elsa"), ("marcus", "martinus"), ("lena", "trille")),
        *(("trille", "lena"), ("tom", "jerry"), ("romeo", "julie"), ("hans", "grete"), ("albert", "skybert")),
        *(("adam", "eva"), ("josef", "maria"), ("maria", "josef"), ("kain", "abel"), ("odin", "tor"), ("ask", "embla")),
    ]
)
"""Pairs from tales: two children may be called so, so they are asked about only where they are seen, heard or read."""
_IN_TALES = _OF_FROST.union(*_PAIRS)
_PAIR_AFTER = re.compile(r" (?:og|å|&|eller) ([A-ZÆØÅ][\wéèüö\-]+)")
_PAIR_BEFORE = re.compile(r"([A-ZÆØÅ][\wéèüö\-]+) (?:og|å|&|eller) $")
_SEEN = re.compile(
    r"\b(?:bruker|brukar|brukte|ser|så|sett|se|sjå|hører|høre|hørt|hørte|lytter|lytte|synger|sang|sunget|leser|lese|"
    r"lest|leste|las|spiller|spille|film\w*|bok|boka|boken|eventyr\w*|bibliotek\w*|teater\w*|kino\w*|fan av|"
    r"konsert\w*)(?: (?:mye|ofte|alltid|bare|også))?(?: (?:på|til|om|med|av|i))?,? $",
    re.IGNORECASE,
)
_ON_A_SCREEN = re.compile(
    r"\b(?:nrk|dvd|tv|film\w*|kino\w*|episod\w*|youtube|serie\w*|bildebok\w*|forestilling\w*|teater\w*|musikal\w*)(?!\w)",
    re.IGNORECASE,
)
"""Where a pair from a tale is seen or played, said anywhere in the sentence."""
_WORD = re.compile(r"[a-zæøå]+")
_TELLING = words(
    "være bli vera vere vær verte fan fans supporter tilhenger idolet forbildet favorittspilleren yndlingsspilleren "
    "favorittartisten seg frost"
)
"""One of these stands in every text where somebody is admired or played."""
_TELLING_NEEDED = needs_one_of(_TELLING)
_BELIEVED = frozenset(["jesus", "moses"])
_AS_SOMEBODY = re.compile(r"s\b|(?<=s) [a-zæøå]|,? igjen\b|,? som\b| (?:sin|si|sitt)\b")
"""What shows that somebody is told of after all: "vil være Julle igjen", "vil bli Eiriks neste klasseleder"."""
_AGED = re.compile(r" ?\(|,? (?:på )?\d{1,2} år\b")
_LIVES_HERE = re.compile(
    r" (?:(?:går|gikk|gjekk|sitter|sitt|bor|bur|bodde) (?:i|på|hos|hjemme|heime)\b|"
    r"(?:er|e|var|blir|ble|vart) (?:\d|borte|redd|lei|trist|mobba|mobbet|bekymr|[a-zæøå]+ år\b|hjemme|heime|syk|sjuk)|"
    r"(?:har|hadde) (?:blåmerk|ikke|ikkje|itj|slutta|sluttet|slått|sagt|vært borte))"
)
"""What is told of who lives here: "går i 4. klasse", "er redd", "har blåmerker"."""
_IS_A_ROLE = re.compile(r" (?:er|e|var|va|blir|ble) (?:en |ei |ein |vår |min |den nye )?([^\W\d_]+)")
"""What a whole name is here: "Prøve Prøvesen er læreren hans"."""
_IS_PLACED = re.compile(
    r" (?:i|på|fra|frå) (?:\d|klass|trinn|avdeling|gruppa|barnehagen|skolen|skulen|sfo|[a-zæøå]+(?:trinn|klasse|"
    r"gruppa))"
    r"|,? (?:som )?(?:er |blir )?(?:ikke |ofte |alltid )?(?:slått|slo|slår|sparka|bitt|biter)\b"
)
"""Where somebody here is: "Mattis i 4b"."""
_OF_FAMILY = re.compile(
    r"\b(?:mor|mora|moren|far|faren|broren|søsteren|søstera|læreren|foreldra|foreldrene|eleven|gutten|jenta) "
    r"(?:(?:til|te|åt) )?$"
)
_BEFORE = re.compile(r"([\w\-]+)[:,]? $")
_WITH = re.compile(r"\b(?:til|te|åt|hos|(?:\w+t|\w+a|\w+r|\w+e) (?:med|me)) [«\"]?$", re.IGNORECASE)
"""What stands before somebody who is near: "sa det til Barcelona", "leker med Messi"; "ferdig med Tolkien" is none."""
_FROM_FAR = re.compile(r" (?:kommer|angriper|angrep|invaderte|bomber|vant|vinner|tapte|taper|spiller|spilte|scorer)\b")
_SENTENCE = re.compile(r"[.!?\n]")
_NEXT = re.compile(r" ([a-zæøå]+)")
_STRUCK = re.compile(
    r"\b(?:slo|slår|slått|sparka|sparket|sparker|bet|biter|dytta|dyttet|dytter|mobba|mobbet|mobber|hentet|henta|henter|"
    r"ringte|ringer|ring|traff|møtte|bekymra for|bekymret for|gjelder|hos|snakka med|snakket med|lugget|lugga|"
    r"kalles|kalla|kallar|kalt|kallt|kallast|heter|heiter|het|hette|ved navn|kaller (?:\w+)) [«\"]?$",
    re.IGNORECASE,
)
"""What is done to somebody of the case and to nobody far away."""


_GODS = words("odin tor balder loke frøya frøy frigg embla ask brage idunn tyr heimdall njord sigyn")
"""Children are called so: what one of them does stops, though a book may say it of the god."""
_WORKS: dict[str, frozenset[str]] = {
    "røverdatter": words("mattis birk lovis borka ronja"),
    "løvehjerte": words("jonatan karl sofia mattias jossi"),
    "lønneberga": words("emil ida alfred anton alma lina"),
    "lønneberget": words("emil ida alfred anton alma lina"),
    "langstrømpe": words("tommy annika"),
    "bakkebygrenda": words("lasse bosse ole lisa britta anna kerstin"),
    "potter": words("harry ron ronny hermine hermione albus sirius luna ginny"),
    "sabeltann": words("pinky sunniva langemann ravn veronica joachim"),
    "proktor": words("bulle lise"),
    "hakkebakkeskogen": words("morten claus klatremus mikkel bamsefar brumlemann"),
    "kardemomme": words("kasper jesper jonatan sofie kamomilla bastian"),
    "narnia": words("lucy edmund susan peter"),
    "vaffelhjarte": words("lena trille"),
    "vaffelhjerte": words("lena trille"),
    "mummidalen": words("mymlen snorken"),
    "hobbiten": words("bilbo thorin balin"),
    "chokoladefabrikken": words("charlie willy"),
    "sjokoladefabrikken": words("charlie willy"),
    **dict.fromkeys(
        words(
            "norrøn norrøne norrønt mytologi mytologien viking vikinger vikingene vikingar vikingane vikingtid "
            "vikingtida vikingtiden valhall åsgard edda tordengud tordenguden"
        ),
        _GODS,
    ),
    "garborg": words("veslemøy"),
    "haugtussa": words("veslemøy"),
    "gynt": words("peer solveig åse"),
    "dukkehjem": words("nora torvald helmer"),
    "albertsen": words("albert skybert"),
    "nøtteknekkeren": words("clara klara fritz"),
}
"""Who is in a book, a film or a play, by a word of its title."""
_AND_ONE = re.compile(r"(?:,| og| å|, og|, å) (\w+)")
_IN_A_WORK = frozenset().union(*_WORKS.values())


def is_in_a_work(document: Document, hit: Hit) -> bool:
    """Tell whether the text names a work, and this is the name of somebody in it: "Ronja Røverdatter … Mattis roper".
    What only somebody here does or is still stops.
    """
    named = document.text[hit.start : hit.end].lower().removesuffix("s")
    if named not in _IN_A_WORK and named + "s" not in _IN_A_WORK:
        return False
    told = [figures for title, figures in _WORKS.items() if title in document.words]
    if not any(named in figures or named + "s" in figures for figures in told):
        return False
    head = document.text[max(0, hit.start - _REACH) : hit.start]
    is_here = _LIVES_HERE.match(document.text, hit.end) or _IS_PLACED.match(document.text, hit.end)
    lives_here = is_here is not None or _OF_FAMILY.search(head) is not None or _row_does(document, hit)
    return not (lives_here or _is_of_the_case(document, hit, head) or _WITH.search(head))


def _row_does(document: Document, hit: Hit) -> bool:
    """Tell whether what only people do follows the name and those tied to it: "og Odin og Tor krangler"."""
    end = hit.end
    while (other := _AND_ONE.match(document.text, end)) is not None and other.group(1).lower() in _IN_A_WORK:
        end = other.end()
    follow = _NEXT.match(document.text, end)
    is_told = end > hit.end or document.text[hit.start : hit.end].lower() in _GODS
    return is_told and follow is not None and follow.group(1) in document.vocabulary.classes["menneskeverb"]


def may_be_known(document: Document) -> bool:
    """Tell whether the text holds a word of somebody known, or what tells of being like somebody: asked first, once."""
    if _may_be_admired(document) or not _WORKS.keys().isdisjoint(document.words):
        return True
    return not _parts(document.vocabulary.classes["kjente"]).isdisjoint(document.words)


def _may_be_admired(document: Document) -> bool:
    return "-" in document.text or bool(document.holds & _TELLING_NEEDED)


@cache
def _parts(known: frozenset[str]) -> frozenset[str]:
    parts = {part for one in known for part in (one, *one.split("-"))}
    return frozenset([*parts, *(part + "s" for part in parts), *(word for pair in _PAIRS for word in pair)])


def is_known(document: Document, hit: Hit) -> bool:
    """Tell whether the name is that of somebody everybody has heard of, told of as such, or whom somebody would be."""
    text = document.text
    named = text[hit.start : hit.end].lower().strip("«»\"“”'")
    head = text[max(0, hit.start - _REACH) : hit.start]
    is_one = is_listed(document, named)
    if " " in named:
        return is_one and not (_is_of_the_case(document, hit, head) or _is_told_of_here(document, hit, head))
    is_admired = (
        _may_be_admired(document) and _ADMIRED.search(head) is not None and not _AS_SOMEBODY.match(text, hit.end)
    )
    if not (is_one or is_admired or named in _IN_TALES) or _is_of_the_case(document, hit, head):
        return False
    if is_admired:
        return True
    if does_as_people_do(document, hit):
        return False
    return _is_in_a_tale(text, hit, named, head) or _is_known_alone(document, hit, named, head)


def _is_known_alone(document: Document, hit: Hit, named: str, head: str) -> bool:
    if _WITH.search(head) or not is_listed(document, named):
        return False
    return _is_beside_one(document, hit, head) or _is_far_away(document, hit, named)


def _is_far_away(document: Document, hit: Hit, named: str) -> bool:
    """Tell whether nobody here is called so, or football, skiing or belief is told of beside the name."""
    if not (document.flags_of(named) | document.flags_of(named.removesuffix("s"))) & _LISTED:
        return not _does(document, hit) or _FROM_FAR.match(document.text, hit.end) is not None
    told_of = _BELIEF if named.removesuffix("s") in _BELIEVED else _SPORT
    return told_of.search(_sentence(document.text, hit)) is not None and not _does(document, hit)


def _is_in_a_tale(text: str, hit: Hit, named: str, head: str) -> bool:
    """Tell whether the name is that of a figure beside its film, or of a pair from a tale that is seen or heard."""
    if named in _OF_FROST and {"elsa", "frost"} <= set(_WORD.findall(_sentence(text, hit).lower())):
        return True
    follow, led = _PAIR_AFTER.match(text, hit.end), _PAIR_BEFORE.search(head)
    if follow is not None and (named, follow.group(1).lower()) in _PAIRS:
        is_seen = _SEEN.search(head)
    elif led is not None and (led.group(1).lower(), named) in _PAIRS:
        is_seen = _SEEN.search(head[: led.start()])
    else:
        return False
    return is_seen is not None or _ON_A_SCREEN.search(_sentence(text, hit)) is not None


def _is_beside_one(document: Document, hit: Hit, head: str) -> bool:
    """Tell whether two of those everybody knows stand beside each other: "Haaland og Ødegaard"."""
    follow, led = _PAIR_AFTER.match(document.text, hit.end), _PAIR_BEFORE.search(head)
    if led is not None and _is_of_the_case(document, hit, head[: led.start()]):
        return False  # "lærer Haaland og Ødegaard"
    return any(one is not None and is_listed(document, one.group(1).lower()) for one in (follow, led))


def is_listed(document: Document, named: str) -> bool:
    """Tell whether everybody has heard of whoever is named so, in small letters."""
    head, _, tail = named.rpartition("-")
    named = head if head and tail in SOLD else named  # "Alan Walker-sanger"
    known, key = document.vocabulary.classes["kjente"], named.replace(".", "").replace(" ", "-")
    return key in known or key.removesuffix("s") in known


def _is_of_the_case(document: Document, hit: Hit, head: str) -> bool:
    """Tell whether an age, a role or what is done to somebody stands right beside the name."""
    if _AGED.match(document.text, hit.end) or _STRUCK.search(head):
        return True
    before = _BEFORE.search(head)
    return before is not None and bool(document.flags_of(before.group(1)) & _ROLE)


def _is_told_of_here(document: Document, hit: Hit, head: str) -> bool:
    """Tell whether who bears a whole name does as people here do, or is in a class, of an age or of a family: "Mohamed
    Salah slår de andre". Children are called as footballers are."""
    role = _IS_A_ROLE.match(document.text, hit.end)
    if role is not None and document.flags_of(role.group(1)) & _ROLE:
        return True
    return _LIVES_HERE.match(document.text, hit.end) is not None or (
        does_as_people_do(document, hit) or _OF_FAMILY.search(head) is not None
    )


def does_as_people_do(document: Document, hit: Hit) -> bool:
    """Tell whether the next word is what people do."""
    follow = _NEXT.match(document.text, hit.end)
    return follow is not None and follow.group(1) in document.vocabulary.classes["menneskeverb"]


def _does(document: Document, hit: Hit) -> bool:
    """Tell whether the name does anything right after: "Ronaldo har"; a name nobody here has may."""
    follow = _NEXT.match(document.text, hit.end)
    return follow is not None and bool(document.flags_of(follow.group(1)) & Word.VERB)


def _sentence(text: str, hit: Hit) -> str:
    begins = [0, *(one.end() for one in _SENTENCE.finditer(text, 0, hit.start))][-1]
    ends = _SENTENCE.search(text, hit.end)
    return text[begins : len(text) if ends is None else ends.start()]
