"""Asks about a name instead of stopping it where the text says whose it is: that of a book, a storm, a doll, a room or
an author ("boka om Emma", "orkanen Amy", "Dan Olweus sitt program").

Only where the name stands nowhere else in the text. Knows phrases, no names.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from bot.anonymise.asking.known_people import is_in_a_work, is_known, may_be_known
from bot.anonymise.asking.of_the_bible import told_in_the_bible
from bot.anonymise.asking.row_of_things import is_in_a_row, names_a_thing
from bot.anonymise.asking.shown_as_figure import is_shown
from bot.anonymise.finding import POSSIBLE_NAME, Hit
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_one_of
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_WORKS = words(
    "boka boken bøkene bildeboka bildeboken barneboka barneboken tegnefilmen dokumentarfilmen serien "
    "tv-serien eventyret forestillingen forestillinga teaterstykket skuespillet dataspillet"
)
_STORMS = words("stormen orkanen ekstremværet uværet")
_THINGS = words(
    "hamster hamsteren kaninen marsvinet gullfisken undulaten robot roboten av1-roboten robotstøvsugeren snømannen "
    "bamse bamsen dukke kosedyr kosebamse sovebamse tøydyr tøydyret kosekanin "
    "hovedpersonen hovedpersonane figuren maskoten dragen dukka dukken hånddukka hånddukken tøydukka øvedukka "
    "kosedyret appen møterom møterommet grupperommet selskapet firmaet hotellet butikken blomsterbutikken matbutikken "
    "klesbutikken lekebutikken bokbutikken sportsbutikken kjeden programmet metoden verktøyet nettstedet bandet "
    "plattformen portalen systemet artisten forfatteren popstjerna stiftelsen kurset"
)
_READERS = words(
    "heftet arbeidsheftet leseboka læseboka læreboka matteboka norskboka bildeboka barneboka leseboken læreboken "
    "matteboken"
)
_THOUGHTS = words(
    "problemløsning problemløysing tilnærming tankegang filosofi pedagogikk teori teorier bøker metode metoder "
    "modell rammeverk forskning forfatterskap artikkel artikler doktorgrad"
)
_TALES = words("mytologi mytologien sagaen bibelen julespillet krybbespillet eventyret")
_SAID = words("pensum rollene guden gudinna gudinnen gudene planta planten")
_ROOMS = words("rommet rom området plassen kroken leken spillet skjemaet planen hytta båten")
_TITLED = words(
    "sangen sanga songen låta visa regla lydboka lydboken spelet stykket musikalen heftet diktet novella romanen "
    "podkasten dokumentaren kapittelet kapitlet filmen"
)
_TELLING = _TITLED | _ROOMS | _WORKS | _STORMS | _THINGS | _READERS | _THOUGHTS | _TALES | _SAID
_READING = words(
    "velge velgje velje synge synger syng sang song sunget spille spelar spilte øve framføre fremføre framfører "
    "fremfører danse danser høre hører lære lærer lytter bok boka boken bøker bøkene roman romanen novelle "
    "novella artikkel artikkelen kronikk kronikken pensum leselista lest leste leser les lese sett spiller satt øver"
)
_TELLING_NEEDED = needs_one_of(_TELLING | _READING)
_WORK, _STORM, _THING, _READER, _THOUGHT, _TALE, _WHAT, _BEARING = (
    "(?:" + "|".join(sorted(one, reverse=True)) + ")"
    for one in (_WORKS, _STORMS, _THINGS, _READERS, _THOUGHTS, _TALES, _SAID, _TITLED)
)
_BEFORE = re.compile(
    rf"(?<![\w\-])(?:(?<!i ){_WORK} (?:som handler )?om (?:[A-ZÆØÅ]\w+(?:, | og )){{0,2}}|"
    rf"i {_WORK} (?:heter|er) (?:\w{{2,20}} ){{0,2}}|"
    rf"{_STORM} |{_THING}(?:,| vår,| heter| vår heter| som heter) |møterom(?:met)?: (?:lille |store )?)[«\"“]?$",
    re.IGNORECASE,
)
_RIGHT_BEFORE = re.compile(
    rf"(?<![\w\-])(?:{_THING}|(?:rommet|rom|området|plassen|kroken|leken|spillet|skjemaet|planen|boka|boken|"
    rf"hytta|båten)"
    rf"(?: som)? (?:vi|dei|de|me|barna|ungene) (?:kaller|kallar|kalla|kalte)) [«\"“]?$",
    re.IGNORECASE,
)
"""A thing and its name, unless somebody does something with it: "appen Headspace", not "appen Emma bruker"."""
_TITLE = re.compile(
    r"\b(?:lest|leste|leser|les|lese|sett|spiller|satt opp|øver på) [«\"“](?:[\wæøåÆØÅ,!?\-]+ ){0,4}$", re.IGNORECASE
)
"""A title in quotation marks right behind "leste": "leste «Farvel, Rune»"."""
_TITLE_OF_A_WORK = re.compile(
    rf"(?<![\w\-])(?:{_WORK}|{_BEARING}|spillet)(?:,| som heter|:)? [«\"“](?:[\wæøåÆØÅ,!?\-]+ ){{0,4}}$",
    re.IGNORECASE,
)
"""A title in quotation marks right behind what bears it: "filmen «Prøve og de andre»"."""
_SUNG = re.compile(
    r"\b(?:synge|synger|syng|sang|song|sunget|spille|spiller|spelar|spilte|øve på|øver på|framføre|fremføre|framfører|"
    r"fremfører|danse til|danser til|høre på|hører på|velge mellom|velgje mellom|velje mellom|lære|lærer|lytter til)"
    r"(?: \w{1,10})? (?:[«\"“][^»\"”\n]{2,50}[»\"”](?:,| og| eller) ){0,4}[«\"“](?:[\wæøåÆØÅ,!?\-]+ ){0,5}$",
    re.IGNORECASE,
)
"""A title in quotation marks that is sung or played: "velge mellom «Prøve» og «Prøvesangen»"."""
_IS_SUNG = re.compile(
    r"\b(?:\w*kor(?:et)?|\w*sang\w*|\w*song\w*|låt\w*|konsert\w*|scene\w*|musikk\w*|gitar\w*|piano\w*|band\w*|dans\w*|"
    r"spilleliste\w*|lydteknik\w*|korps\w*)(?!\w)",
    re.IGNORECASE,
)
_TITLE_ENDS = re.compile(r"(?: [\wæøåÆØÅ,!?\-]+){0,4}[.!?]?[»\"”]")
_STAGED = re.compile(
    r"[^.!?\n]{0,40}\b(?:samlingsstund\w*|samlinga|samlingen|høytlesing\w*|lesestund\w*|teater\w*|forestilling\w*|"
    r"revyen|kinoen|kino|bibliotek\w*|norsktimen|(?:barne|bilde)bok\w*)\b(?! (?:til|hennes|hans|sin|si)\b)",
    re.IGNORECASE,
)
"""Where books are read and plays are played: "leste «Farvel, Rune» i samlingsstund"."""
_SCRIBBLED = re.compile(
    r"[^.!?\n]{0,60}\b(?:\w*vegg(?:en)?|\w*lapp(?:en)?|doen|doa|do|melding\w*|mobil\w*|snap\w*|chat\w*|"
    r"kommentar\w*|pult\w*|tavl\w*|skap\w*|sms\w*|brev\w*|kort(?:et)?|ark(?:et)?)\b",
    re.IGNORECASE,
)
"""Where somebody writes of somebody: "leste «Stygge Emma» på doveggen"."""
_TIED = frozenset([",", "og", "å", "eller", "/", "&"])
"""What ties the words of a row."""
_TIED_NEEDED = needs_one_of(_TIED)
_READ_ALOUD = re.compile(
    r"\b(?:jeg|eg|vi|me|han|hun|ho|hu|de|dei|dere|du|man|å|har|hadde|skal|skulle|kan|må|vil|klassen|gruppa|elevene|"
    r"elevane|barna|ungene|læreren|foreldrene)(?: (?:også|ofte|alltid|bare))? (?:leser|les|lese|lest|leste|las)"
    r"(?: litt| mye)? $",
    re.IGNORECASE,
)
"""Who reads stands before the verb: in "i timen leser Emil Berg høyt" it is whoever is named."""
_ALOUD = re.compile(r" (?:høyt\b|(?:står|er) på (?:pensum|leselista|planen)\b)")
_SYLLABUS = re.compile(r" (?:står|stod|er) på (?:pensum|leselista)\b")
_READ = re.compile(r"\b(?:har|hadde) (?:du|dere|dokker|noen|vi|jeg) lest $", re.IGNORECASE)
_ABOUT = re.compile(r" (?:sin |sitt )?(?:om|bok|artikkel)\b")
"""An author who is asked about: "har du lest Sommerschild om mestring"."""
_AFTER = re.compile(rf"s?[»\"”]? (?:sine? |sitt )?{_THOUGHT}\b")
_WRITTEN_BY = re.compile(
    r"\b(?:bok|boka|boken|bøker|bøkene|roman|romanen|novelle|novella|artikkel|artikkelen|kronikk|kronikken)"
    r"(?: \w{2,12})? av $",
    re.IGNORECASE,
)
"""What a whole name has written: "ei bok av Prøve Prøvesen"; a film of somebody may be of a pupil."""
_BY_THEM = re.compile(r"s?(?: sine? | sitt )(?:artikkel|artikler|teorier?|forskning|doktorgrad|forfatterskap)\b")
"""What only a surname has: "Nordahl sin artikkel"."""
_IN_A_READER = re.compile(
    rf"(?: (?:og|å|&) (?:han |hun |ho |hu |hainn )?[\wæøå]+)? "
    rf"(?:i (?:{_READER}|(?:norrøn )?{_TALE})|(?:er|e|var|blir) (?:vår |årets )?{_WHAT}"
    rf"|(?:er|e|blir) (?:navnet|namnet) på (?:[\wæøå]{{2,6}} ){{0,2}}{_THING})\b",
    re.IGNORECASE,
)
"""Who is in a schoolbook or a tale, and what is taught: "Per og Kari i læreboka", "Odin og Tor er tema"."""
_CITES = re.compile(
    r"(?<![\w\-])(?:teori\w*|modell\w*|forsk(?:er|ere|eren|erne|ing|inga|ingen)|forfatter\w*|pensum|litteratur\w*|"
    r"kapitte?le?t?|artikk?el\w*|artikler|foredrag\w*|forelesning\w*|professor|begrepe?t?|bok|bok[ae]|boken|bøker|"
    r"bøkene|podkast\w*)(?!\w)",
    re.IGNORECASE,
)
"""What shows in a sentence that a known author is named for what he wrote; «kontaktboka» shows nothing."""
_CITED_BEFORE = re.compile(
    r"(?:(?<!\w)(?:[Ii] ?følgj?e|[Ss]iterer|[Ss]iterte|[Vv]iser til|[Vv]iste til|[Jj]f\.?|"
    r"(?:samtale|metode|modell|intervju|omsorg|arbeid)\w{0,3} etter|[Ss]tudiegruppe\w* (?:på|om)|(?:^|[.!?] )[Ss]om) "
    r"(?:[A-ZÆØÅ][\w\-.]+(?:,| og) ){0,3}|(?:metode|teori|modell|begrep)\w{0,3} \(|"
    r"(?<!\w)[Pp]ensum[^.!?\n]{0,20} (?:er|var) (?:[A-ZÆØÅ][\w\-.]+(?:,| og) ){0,5}|"
    r"(?:(?<!\w)[Ll]es(?:e|er|t|te)? (?:mye |(?:et sted|ein stad|en plass|på nett(?:et)?) at )?|"
    r"(?:noe|noko|litt) (?:av|fra|frå) )"
    r"(?:(?:[A-ZÆØÅ][\w\-.]+ ){1,4}(?:og|eller) )?|[»”\"] \(|"
    r"(?:[»”\"]|dikt(?:et)?|roman(?:en)?|novell(?:e|a|en)|bok|boka|boken|tekst(?:en)?) av |"
    r"(?:boka|boken|artikkelen|teorien|modellen|forskningen|forskninga) til |"
    r"(?<!\w)(?:bruker?|brukt|(?:jobber|arbeider|jobbe|arbeide) etter|inspirert av|"
    r"(?:[Kk]urs|kurset|[Ff]agdag|[Ff]oredrag|foredraget|[Ww]ebinar) med) )$"
)
_BY_TITLE = re.compile(
    r"(?:^|\n)[\s\d.)•*–\-]*[«“\"][^»”\"\n]{3,50}[»”\"] av (?:[A-ZÆØÅ][\w\-]+ [A-ZÆØÅ][\w\-]+ og )?$"
)
"""A line that opens with a title, as lists of books do: "- «Garmanns sommer» av"."""
_MINISTERS = re.compile(r"\b[a-zæøåA-ZÆØÅ]{5,20}minister $|\b[Ss]tatsråd $")
_SOMEBODY = words(
    "heter het eleven elev elever gutten guten jenta moren mora faren mor far broren søsteren søstera sønnen datteren "
    "dattera onkel onkelen tante tanta kontaktlærer lærer læreren lesevenn klassen slår slo slåss biter hjemme heime"
)
"""What in a sentence tells that whoever is named beside a book is somebody of the case: "Elev Kari Stefansen skrev"."""
_TEACHER_READS = re.compile(
    r"\b(?:[Kk]ontakt)?[Ll]ærer(?:en)? "
    r"(?=(?:har |hadde )?(?:lese?t?|leser|leste|las|siterer|viser til|bruker|nevner)\b)"
)
"""Who reads, and is not who is read."""
_READ_TO = re.compile(r" (?:en|ei|ein|noen|to) (?:bok|bøker|historie|eventyr)\b")
"""Who is read to: "leste Kari Lamer en bok før hun sovnet"."""
_CITED_AFTER = re.compile(
    r" ?(?:\((?:19|20)\d\d\)| et al|,? m\.fl|s (?:teori|modell|forskning|artikkel)"
    r"| si(?:n|tt) (?:\w+-)?(?:teori|modell|forskning|artikkel|program)| skriver om |: lærer"
    r"| (?:sier|seier|skriver|skriv|mener|meiner|hevder|hevdar) (?:at )?(?:barn|born|unger|ungar|alle barn|ungdom) "
    r"(?:gjør|gjer|kan|vil|er|har|må|trenger|treng|lærer|lærar|som)\b)"
)
"""What stands right beside an author who is named by the surname alone: «les Drugli om tilknytning»."""
_READ_OF = re.compile(
    r"\b(?:lest|les|lese|leser|leste|las|hørt|høyrt|liker|likar) (?:\w+ )?(?:om |av |hos )?"
    r"(?:(?:[A-ZÆØÅ][\w.\-]+ ){2,3}og )?$"
)
_WRITES = re.compile(
    r"(?: og andre)?(?: [a-zæøå]+){0,1} (?:skriver|skriv|skreiv|skrev|beskriver)(?: [a-zæøå]+){0,2} (?:om|i)\b"
)
"""What a known author does: "og andre skriver mye om"."""
_AGREE = re.compile(
    r"(?: [A-ZÆØÅ][\wæøåé\-]+)? (?:sier|seier|sa|mener|meiner|skriver|skriv|beskriver|anbefaler|tilrår|"
    r"er (?:u?enige?|usamde)|bruker|vektlegger|legger vekt|har (?:ulik|forskjellig|skrevet|hver sin))\w*"
)
"""What two authors do: "Prøve og Test sier forskjellige ting"."""
_PAIR_AFTER = re.compile(r" og ([A-ZÆØÅ][\wæøåé\-]+)")
_PAIR_BEFORE = re.compile(r"([A-ZÆØÅ][\wæøåé\-]+) og $")
_WITH_A_SURNAME = re.compile(r" [A-ZÆØÅ][\w\-]+")
_WORDS = re.compile(r"[a-zæøå]+")
_SENTENCE_ENDS = re.compile(r"[.!?\n]")
_NEXT = re.compile(r"[»\"”]? ([a-zæøå]+)")
_WHY = "Navnet ser ut til å høre til noe annet enn et menneske i saken."
_CERTAINTY = 0.4
_LONGEST_BEFORE = 60
_LONGEST_TITLE = 100


def as_works(document: Document, hits: Sequence[Hit], *, asks: bool) -> list[Hit]:
    """Return the hits with such names turned into questions, or left out when nothing is to be asked."""
    names = [hit for hit in hits if hit.type == "navn"]
    told = {hit.start for hit in names if _is_an_author(document, hit) or _is_a_minister(document, hit)}
    told.update(hit.start for hit in names if is_shown(document, hit))
    told.update(told_in_the_bible(document, names))
    if document.holds & _TIED_NEEDED:
        told.update(hit.start for hit in names if is_in_a_row(document, hit))
    if "-" in document.text:
        told.update(hit.start for hit in names if names_a_thing(document, hit))
    if names and may_be_known(document):
        told.update(hit.start for hit in names if is_known(document, hit) or is_in_a_work(document, hit))
    if document.holds & _TELLING_NEEDED:
        told.update(hit.start for hit in names if _is_told(document, hit))
    if not told:
        return list(hits)
    real = {part for hit in names if hit.start not in told for part in _parts(document, hit)}
    return list(_turned(document, hits, told, real, asks=asks))


def _turned(document: Document, hits: Sequence[Hit], told: set[int], real: set[str], *, asks: bool) -> Iterator[Hit]:
    for hit in hits:
        if hit.start not in told or hit.type != "navn" or not real.isdisjoint(_parts(document, hit)):
            yield hit
        elif asks:
            yield as_a_question(hit)


def as_a_question(hit: Hit) -> Hit:
    """Return a name as what is only asked about."""
    return hit._replace(
        type=POSSIBLE_NAME, cls="quasi", why=_WHY, certainty=_CERTAINTY, replacement="[navn]", may_keep=True
    )


def _is_told(document: Document, hit: Hit) -> bool:
    """Tell whether the words around say that the name is no person's of the case. A whole name is only an author's."""
    if " " in document.text[hit.start : hit.end]:
        is_its_author = _WRITTEN_BY.search(document.text, max(0, hit.start - _LONGEST_BEFORE), hit.start) is not None
        is_read = _READ_ALOUD.search(document.text, max(0, hit.start - _LONGEST_BEFORE), hit.start) is not None
        is_read = is_read and _ALOUD.match(document.text, hit.end) is not None
        is_read = is_read or _SYLLABUS.match(document.text, hit.end) is not None
        return is_its_author or is_read or bool(_AFTER.match(document.text, hit.end))
    is_given = document.flags_of(document.text[hit.start : hit.end]) & Word.FIRST
    if not is_given and _BY_THEM.match(document.text, hit.end):
        return True
    if _is_a_title_or_author(document, hit):
        return True
    if _BEFORE.search(document.text, max(0, hit.start - _LONGEST_BEFORE), hit.start):
        return True
    if _RIGHT_BEFORE.search(document.text, max(0, hit.start - _LONGEST_BEFORE), hit.start):
        return not _does_something_with_it(document, hit)
    return bool(_IN_A_READER.match(document.text, hit.end))


def _is_an_author(document: Document, hit: Hit) -> bool:
    """Tell whether a known author is named for what he wrote: by the whole name in a sentence about books or research,
    or by a surname that is nobody's given name, right beside what cites it.
    """
    text, authors = document.text, document.vocabulary.classes["forfattere"]
    head = text[max(0, hit.start - _LONGEST_BEFORE) : hit.start]
    whole = _WITH_A_SURNAME.match(text, hit.end)  # which a list of safe words may have cut off: "Dan Olweus"
    is_cut_off = whole is not None and _is_one_of(authors, text[hit.start : whole.end()])
    end = whole.end() if whole is not None and is_cut_off else hit.end
    is_titled = (
        " " in text[hit.start : hit.end]
        and _BY_TITLE.search(text[max(0, hit.start - _LONGEST_TITLE) : hit.start]) is not None
    )
    is_whole = is_titled or is_cut_off or _is_one_of(authors, text[hit.start : hit.end])
    if not is_whole and not _is_an_authors_surname(document, text[hit.start : hit.end]):
        return False  # of nearly every name, and what stands around it takes longer to read
    if not is_whole and _is_one_of_two_authors(document, hit, head):
        return True
    is_beside = is_titled or _CITED_BEFORE.search(head) is not None or _CITED_AFTER.match(text, end) is not None
    is_cited = is_beside or (is_whole and _is_cited(text, hit, end))
    return is_cited and not _is_of_the_case(text, hit)


def _is_one_of_two_authors(document: Document, hit: Hit, head: str) -> bool:
    """Tell whether two known surnames of authors are tied and say or think something: "Prøve og Test er uenige"."""
    after, before = _PAIR_AFTER.match(document.text, hit.end), _PAIR_BEFORE.search(head)
    other, end = (after.group(1), after.end()) if after is not None else (before.group(1) if before else "", hit.end)
    return bool(other) and _is_an_authors_surname(document, other) and _AGREE.match(document.text, end) is not None


def _is_an_authors_surname(document: Document, named: str) -> bool:
    """Tell whether it is the surname of a known author and nobody's given name."""
    is_given = document.flags_of(named) & Word.FIRST
    return not is_given and _is_one_of(_surnames(document.vocabulary.classes["forfattere"]), named)


def _is_cited(text: str, hit: Hit, end: int) -> bool:
    """Tell whether a known author's whole name stands where books are told of: in its sentence or the ones beside it,
    behind what is read, before what is written, or with another author."""
    if _READ_OF.search(text, max(0, hit.start - _LONGEST_BEFORE), hit.start) or _WRITES.match(text, end):
        return True
    return _CITES.search(_sentence_around(text, hit, beside=1)) is not None


def _is_a_minister(document: Document, hit: Hit) -> bool:
    return _MINISTERS.search(document.text, max(0, hit.start - len("kunnskapsminister ") - 4), hit.start) is not None


def _is_of_the_case(text: str, hit: Hit) -> bool:
    """Tell whether the author's name is somebody's here. It reads a whole sentence, so it is asked of authors alone."""
    if _READ_TO.match(text, hit.end) or _SCRIBBLED.match(text, hit.end):
        return True
    sentence = _TEACHER_READS.sub("", _sentence_around(text, hit))
    return not _SOMEBODY.isdisjoint(_WORDS.findall(sentence.lower()))


def _is_one_of(authors: frozenset[str], named: str) -> bool:
    key = named.lower().replace(".", "").replace(" ", "-")
    return key in authors or key.removesuffix("s") in authors


def _sentence_around(text: str, hit: Hit, *, beside: int = 0) -> str:
    """Return the sentence the name stands in, with as many as `beside` before and after it."""
    begins = [0, *(one.end() for one in _SENTENCE_ENDS.finditer(text, 0, hit.start))]
    ends = [*(one.start() for one in _SENTENCE_ENDS.finditer(text, hit.end)), len(text)]
    return text[begins[max(0, len(begins) - 1 - beside)] : ends[min(beside, len(ends) - 1)]]


@cache
def _surnames(authors: frozenset[str]) -> frozenset[str]:
    return frozenset(author.rpartition("-")[2] for author in authors)


def _is_a_title_or_author(document: Document, hit: Hit) -> bool:
    """Tell whether the name stands in a title that somebody reads, where nobody acts, or is one that is read."""
    text = document.text
    head = text[max(0, hit.start - _LONGEST_BEFORE) : hit.start]
    if _SUNG.search(head) and _TITLE_ENDS.match(text, hit.end) and _IS_SUNG.search(text):
        return True
    if _TITLE_OF_A_WORK.search(head) and (ends := _TITLE_ENDS.match(text, hit.end)):
        return _SCRIBBLED.match(text, ends.end()) is None
    if _READ.search(head):
        return not document.flags_of(text[hit.start : hit.end]) & Word.FIRST and _ABOUT.match(text, hit.end) is not None
    begins, ends = _TITLE.search(head), _TITLE_ENDS.match(text, hit.end)
    if begins is None or ends is None:
        return False
    if not _STAGED.match(text, ends.end()) or _SCRIBBLED.match(text, ends.end()):
        return False
    title = text[hit.start - len(head) + begins.start() : ends.end()].split(maxsplit=1)[1]
    return not any(document.flags_of(word.strip('«»"“”,.!?')) & Word.VERB for word in title.split())


def _does_something_with_it(document: Document, hit: Hit) -> bool:
    """Tell whether somebody may be named who does something with the thing: "appen Emma bruker"."""
    follow = _NEXT.match(document.text, hit.end)
    if follow is None:
        return False
    flags = document.flags_of(follow.group(1))
    if any(document.flags_of(part) & Word.FIRST for part in _parts(document, hit)):
        return bool(flags & (Word.VERB | Word.FUNCTION))
    return bool(flags & Word.VERB) and follow.group(1) not in ("er", "var")


def _parts(document: Document, hit: Hit) -> list[str]:
    return document.text[hit.start : hit.end].lower().split()
