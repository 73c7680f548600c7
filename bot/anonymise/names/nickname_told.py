"""Finds nicknames that the text itself explains: "knerten (altså Jonas)", "rambo som de kaller han"."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit
from bot.anonymise.names.nickname_said import nickname_hit
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import needs_as_sought
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_THAT_IS = re.compile(
    r"(?<![\w\-])([\wæøåÆØÅ\-]{3,20})(?: \(|, )(?:altså|egentlig|eigentleg|eigentli|eg\.|dvs\.?|det vil si|alias|"
    r"aka|også kalt|ekte navn|døpt|født|som egentlig heter|heter egentlig|han heter|hun heter)"
    r" (?:er |heter |heiter |han |ho |hun |hu )?([\wæøåÆØÅ\-]{2,20})"
)
"""A nickname and the name it stands for."""
_AND_THAT_IS = re.compile(
    r"([\wæøåÆØÅ\-]{2,20})(?:,| \() ?(?:altså|alias|aka|kalt|også kalt|eller|(?:også |best )?kjent som) "
    r"([\wæøåÆØÅ\-]{3,20})\b"
)
_AS_THEY_SAY = re.compile(
    r"(?<![\w\-])([\wæøåÆØÅ\-]{3,20}),? som "
    r"(?:de|dei|dæm|vi|alle|ungene|onga|barna|guttene|jentene|elevene|klassen|mor|far)"
    r"(?: (?:andre|bare|bærre|berre|alltid|hele tida|gjerne)){0,2} "
    r"(?:kaller|kallar|kalle|kalte|kalla|kaille|sier til|seier til)"
    r"(?:['’]?[na]| (?:ham|han|henne|ho|hu|hun|'n|n|a|barnet|eleven|gutten|jenta|guten))(?!\w)"
)
_CALLED_FIRST = re.compile(
    r"(?<![\w\-])([A-ZÆØÅ][\wæøå\-]{2,20}),? (?:kaller|kallar|kalte|kalla) (?:de|dei|vi|alle|ungene|barna) "
    r"(?:ham|han|henne|ho|hu)\b"
)
_CALLED_SO = re.compile(
    r"(?<![\w\-])([\wæøåÆØÅ\-]{3,20}) ?[(,] ?(?:(?:han|hun|ho|hu|hen|de|dei) )?"
    r"(?:vil|ønsker å|ønskjer å|liker å|likar å|blir ofte|blir) (?:bli |verte? )?(?:kalt|kalla) (?:det|så|slik)\b"
    r"|(?<![\w\-])([\wæøåÆØÅ\-]{3,20}) ?[(,] ?(?:det er det|som er det|det er hva|det) "
    r"(?:han|hun|ho|hu|de|dei|vi|alle) (?:vil bli kalt|vil heite|vil hete|kalles|kaller|kallar|kaller seg|"
    r"blir kalt)\b"
)
"""What somebody is called, told right after it: "Tulla (hun vil bli kalt det)"."""
_CALLED_IT = re.compile(
    r"(?<![\w\-])([\wæøåÆØÅ\-]{3,20}(?:['’]n)?) ?[(,] ?(?:ja,? |jo,? |for )?"
    r"(?:alle|de|dei|dæm|vi|ungene|barna|guttene|jentene|klassen|mor|far|mamma|pappa)(?: (?:andre|bare|her))? "
    r"(?:kaller|kallar|kalte|kalla|kaille)(?: (?:ham|han|henne|hun|ho|hu|a)| ?['’]n) (?:bare |jo )?(?:det|så|for det)\b"
)
"""The same as others say it: "lillegull (ja alle kaller hun det)"."""
_CALLED_SMALL_FIRST = re.compile(
    r"(?:(?<=[.!?\n,] )|(?<=\n)|^)([a-zæøå]{4,20}) (?:(?:kaller|kallar|kalte|kalla|kailla?e?r?) "
    r"(?:de|dei|dæm|vi|alle|ungene|barna|mor|far|mamma|pappa|bestemor|bestefar|mormor|morfar|farmor|farfar|klassen) "
    r"(?:ham|han|henne|ho|hu|hun|barnet|jenta|gutten)\b|(?:sier|seier|sei) "
    r"(?:mor|far|mamma|pappa|bestemor|bestefar|mormor|morfar|farmor|farfar|de|dei|alle|vi) (?:om|til|te) "
    r"(?:ham|han|henne|ho|hu|hun)\b)"
)
"""The same before the verb in small letters: "lillegutt kaller de han"."""
_CALLED_THE = re.compile(
    r"\b(?:(?:kaller|kallar|kalte|kalla|kaille|kalle) (?:(?:de|dei|vi|alle) )?(?:ham|han|henne|ho|hu|'n|a)|"
    r"(?:[Hh]an|[Hh]un|[Hh]o|mor|far|bestefar|bestemor|mormor|morfar|farmor|farfar|onkel|tante|bror|søster|"
    r"gutten|jenta) (?:kalles|kallast|blir kalt|blir kalla|vert kalla)|alias|aka|a\.k\.a\.?|"
    r"(?:kallenavn|klengenavn|økenavn|oppnavn|tilnavn)(?:et)?)"
    r"(?: (?:for|bare|berre|ofte)){0,2} ([a-zæøå]{4,16}(?:en|a|ern))\b(?! (?:sin|si|sitt|som|til) )"
    r"|\b(?:roper|ropar|ropte|skriker|skreik|hyler) ([a-zæøå]{4,16}(?:en|a)) (?:etter|mot) (?:ham|han|henne|ho|hun)\b"
)
"""What somebody is called, with its article: "kaller ham for tjukken"."""
_BUT_THEY_SAY = re.compile(
    r"\b(?:heter|heiter|het|døpt) (?:egentlig |eigentleg )?[\w\-]{2,20},? men (?:alle|de|dei|vi|folk|ungene|barna|"
    r"klassen) "
    r"(?:sier|seier|sei|kaller (?:ham|han|henne|ho|hun)|kallar (?:han|ho)) (?:bare |"
    r"berre )?([\wæøåÆØÅ\-]{3,20})(?!\w)"
)
"""Beside the real name: "han heter Ola, men alle sier basse"."""
_WHOM_THEY_CALL = re.compile(
    r"\b(?:fyr|fyren|gutt|gut|gutten|guten|jente|jenta|mann|mannen|dame|dama|kar|karen|type|ungdom|kompis|kompisen|"
    r"elev|eleven|unge|ungen|barn|barnet|han|ho|hun|en) "
    r"(?:som )?(?:de|dei|dem|dæm|vi|me|alle|folk|ungene|barna|gjengen) (?:(?:bare|berre|bærre|til vanlig|alltid) )?"
    r"(?:kaller|kallar|kalle|kalla|kalte|kaille) (?:for |bare |berre |bærre )?"
    r"([a-zæøå]{4,20})(?= (?:har|er|e|var|ble|vart|selger|sel|slo|sier|kom|vil|som|på|i|og|han|hun|ho|hain)\b|[.,;!?)]|"
    r"$)"
)
"""Whom others call so: "en fyr de kaller reven selger"."""
_AMONG_FRIENDS = re.compile(
    r"([\wæøåÆØÅ\-]{2,20}),? \(?(?!populær|likt|kjent|sentral|trygg|alene|aleine|flink|best|mest|"
    r"leder)([\wæøåÆØÅ\-]{3,20}) (?:blant (?:venner|vennene|vener|kompiser)|i gjengen|til daglig|på gata)(?!\w)"
)
"""A name and what friends say: "Mehmet, memo blant venner"."""
_QUOTED_AMONG = re.compile(
    r"[«\"“]([\wæøåÆØÅ\-]{3,20})[»\"”],? (?:blant (?:venner|vennene|vener|kompiser|kompisene)|i gjengen|på gata)(?!\w)"
)
_WHO_IS = re.compile(
    r"\b(?:vet|veit|vett|visste|husker|skjønner) (?:jo |ikke |ikkje )?hvem ([A-ZÆØÅ][\wæøå\-]{2,20}) (?:er|e|var)\b"
)
_IN_QUOTES = re.compile(
    r"(?<!ok )(?<!oka )(?<!oken )(?<!ilm )(?<!ilmen )(?<!serien )(?<!spillet )(?<!sangen )(?<!leken )"
    r"[«\"“]([A-ZÆØÅ][\wæøå\-]{2,20})[»\"”] \((?:gutt|gut|jente|jenta|elev|barn|\d)"
    r"|\b(?:[Gg]utten|[Gg]uten|[Jj]enta|[Ee]leven|[Bb]arnet|[Ff]aren|[Mm]oren|[Bb]roren|[Ss]østeren|[Ll]æreren)"
    r"(?: \(|, )[«\"“]([A-ZÆØÅ][\wæøå\-]{2,20})[»\"”](?:\)|,)"
)
"""Who is named in quotation marks beside what they are: "gutten («Turbo»)", "«Turbo» (gutten i fjerde)"."""
_INSIDE_A_NAME = re.compile(
    r"(?<![\w\-])([A-ZÆØÅ][\wæøå\-]{1,20}) [«\"“(]([A-ZÆØÅ][\wæøå\-]{1,20})[»\"”)] ([A-ZÆØÅ][\wæøå\-]{2,25})(?!\w)"
)
"""Between a given name and a surname: "Emilie «Milla» Prøvestad"."""
_CALLS_ITSELF = re.compile(
    r"(?<![\w\-])([\wæøåÆØÅ\-]{3,20}),? som (?:han|hun|ho|hu|hen) (?:kaller|kallar|kalte|kalla) (?:seg|sæ)\b"
)
_NAME_FOR = re.compile(
    r"[«\"“]([\wæøåÆØÅ\-]{3,20})[»\"”] (?:er|var) (?:mors|fars|mammas|pappas|bestemors|vennenes|guttenes|"
    r"klassens) (?:navn|namn|kallenavn) på "
    r"(?:ham|han|henne|ho|hun)"
)
_IN_THE_NOTES = re.compile(
    r"\b(?:[Hh]an|[Hh]un|[Hh]o|[Hh]u|[Bb]arnet|[Ee]leven|[Gg]utten|[Gg]uten|[Jj]enta) "
    r"(?:er|e|blir|vert|står|heter|heiter)"
    r" (?:oftest|ofte|bare|berre|som regel|mest|alltid|gjerne|for det meste|som|ført som|kjent som){1,3}"
    r" [«\"]?([A-ZÆØÅ][\wæøå\-]{1,20})[»\"]?(?= (?:i|på|blant|hjemme|heime|for|hos|her)\b)"
)
_SAME_CHILD = re.compile(
    r"(?<![\w\-])([A-ZÆØÅ][\wæøå\-]{1,20}) (?:og|=|er) ([A-ZÆØÅ][\wæøå\-]{1,20})(?: er)?(?: altså| egentlig| jo)?"
    r" (?:den )?samme (?:gutt|gutten|guten|jente|jenta|barn|barnet|elev|eleven|person|personen|unge|ungen)\b"
)
_CAP = r"([A-ZÆØÅ][\wæøå\-]{2,20})"
_WHOM = r"(?:ham|han|henne|ho|hu|hun)"
_IS_REALLY = re.compile(
    rf"(?:^|[.!?\n] ?){_CAP},? (?:er|e|va|var|det er|det e) (?:han|hun|ho|hu) (?=[A-ZÆØÅ])[^.!?\n]{{2,50}}?"
    r"\b(?:altså|kaller|kallar|kalle|kaill)(?!\w)"
)
"""Who it is, told behind: "Kaptein e han Ola altså"."""
_SHOUTED = re.compile(
    rf"\b(?:har|hadde|fått|får|fekk|fikk) [«\"“]?{_CAP}[»\"”]? (?:ropt|slengt|skreket|hylt) "
    r"(?:etter|mot|på) (?:seg|sæ)\b"
    rf"|[«\"“]{_CAP}[»\"”] (?:ropt|slengt|skreket|skreke|hylt|ropes|ropast) (?:etter|mot|på) {_WHOM}\b"
)
_A_ROW_OF_THEM = re.compile(
    rf"(?:(?<=[.!?\n] )|^)[«\"“]?{_CAP}[»\"”]?(?:, [«\"“]?{_CAP}[»\"”]?)? (?:og|å) [«\"“]?{_CAP}[»\"”]?,? "
    r"(?:kaller|kallar|kalte|kalla|kaill\w{0,2}) (?:han|hun|ho|hu|hen|de|dei|dæm|barnet|gutten|jenta) "
    r"(?:søsk|sysk|brød|brør|søst|syst|venn|besteforeldr|foreldr|småsøsk)"
)
"""What somebody calls brothers and sisters: "Tulla, Bassen og Spretten kaller hun søsknene sine"."""
_CALLED_THAT = re.compile(
    rf"[«\"“]{_CAP}[»\"”][^.!?\n]{{0,50}}\b(?:kaller|kallar|kalte|kalla) {_WHOM} (?:jo |bare )?(?:det|så)\b"
    rf"|[«\"“]{_CAP}[»\"”] ?[–,(\-][^.!?\n]{{0,40}}\b(?:navnet|namnet|kallenavnet|økenavnet|oppnavnet)(?! på|\w)"
    rf"|\b(?:[Nn]avnet|[Nn]amnet) (?:hans|hennes|hennar|hass|på {_WHOM}) (?:[a-zæøå]+ ){{0,3}}(?:er|e|ble|blei) "
    rf"[«\"“]?{_CAP}"
    rf"|\b(?:er|e|var|blir|ble|som|han|hun|ho) [«\"“]?{_CAP}[»\"”]?\. (?:[Dd]et )?(?:[Kk]allenavnet|[Kk]allenamnet|"
    r"[Øø]kenavnet|[Oo]ppnavnet|[Kk]lengenavnet|[Tt]ilnavnet)(?!\w)"
)
"""What is said to be a name: "«Bassen» står det, og alle kaller ham det", "Han er Bassen. Økenavnet har fulgt ham"."""
_SIGNS_AS = re.compile(
    r"\b(?:signerer|signerar|undertegner|underteiknar|skriver under|skriv under)(?: (?:alltid|seg|alt))? (?:med|som) "
    rf"[«\"“]?{_CAP}"
    rf"|\b(?:[Hh]an|[Hh]un|[Hh]o|[Hh]u) (?:er|e|var)(?: bare| alltid)? [«\"“]{_CAP}[»\"”]"
    r"(?=[.,]| (?:for|blant|i|hos|når)\b)"
)
"""How somebody signs, and who somebody is in quotation marks: "signerer med Stjerna", "hun er «Dukka» for far"."""
_IS = (
    *(
        "altså",
        "egentl",
        "eigentl",
        "eg. ",
        "dvs. ",
        "dvs ",
        "det vil",
        "alias",
        "aka ",
        "kalt",
        "ekte",
        "døpt",
        "født",
    ),
    "heter",
)
_IS_MOSTLY = (
    *("er oft", "er bar", "er ber", "er mest", "er som", "er all", "er gje", "er før", "er kje", "er for det meste"),
    *("e oft", "e bær", "heter", "heiter", "blir oft", "blir bar", "står", "vert "),
)
_Row = tuple[re.Pattern[str], tuple[int, ...], int, tuple[str, ...]]
"""A pattern with the groups that are nicknames, the one that is the name itself, and what must be in the text."""
_INNER_CAPITAL = re.compile(r" [«\"]?[A-ZÆØÅ]")
_NOTED: tuple[_Row, ...] = ((_IN_THE_NOTES, (1,), 0, _IS_MOSTLY),)
_EXPLAINED: tuple[_Row, ...] = (
    (_THAT_IS, (1,), 2, _IS),
    (_AND_THAT_IS, (2,), 1, ("altså", "kjent som", "alias", "aka", "kalt", ", eller", ",eller", "(eller", "( eller")),
    (_AS_THEY_SAY, (1,), 0, ("kall", "kalt", "kaill", "sier til", "seier til")),
    (_CALLED_FIRST, (1,), 0, ("kall", "kalt")),
    (_CALLED_SO, (1, 2), 0, ("kall", "kalt")),
    (_CALLED_IT, (1,), 0, ("kall", "kalt", "kaill")),
    (_SAME_CHILD, (1, 2), 0, ("samme",)),
    (_BUT_THEY_SAY, (1,), 0, (" men ",)),
    (_WHOM_THEY_CALL, (1,), 0, ("kall", "kalt", "kaill")),
    (_AMONG_FRIENDS, (2,), 1, ("blant ", "gjengen", "daglig", "på gata")),
    (_NAME_FOR, (1,), 0, ("navn på", "namn på")),
    (_QUOTED_AMONG, (1,), 0, ("blant ", "gjengen", "på gata")),
    (_WHO_IS, (1,), 0, ("hvem ",)),
    (_IN_QUOTES, (1, 2), 0, ("» (", '" (', "” (", "(«", '("', "(“", ", «", ', "', ", “")),
    (_INSIDE_A_NAME, (2, 3), 1, ("» ", '" ', "” ", ") ")),
    (_CALLS_ITSELF, (1,), 0, ("kall", "kalt")),
    (_IS_REALLY, (1,), 0, ("altså", "kall", "kaill")),
    (_SHOUTED, (1, 2), 0, ("ropt", "rope", "ropa", "slengt", "skrek", "hylt")),
    (_A_ROW_OF_THEM, (1, 2, 3), 0, ("kall", "kalt", "kaill")),
    (_CALLED_THAT, (1, 2, 3, 4), 0, ("kall", "kalt", "navn", "namn")),
)
_REAL_NAME = re.compile(
    r"\b(?:(?:ekte|virkelige?|rette|egentlige?|eigentlege?) (?:navn|namn)(?:et|a|ene)?|"
    r"(?:egentlig|eigentleg|eigentli|rettelig|på papiret) (?:heter|heiter|hete|heit|het)|"
    r"(?:heter|heiter|hete|heit) (?:han |hun |ho |hu |de |dei )?(?:egentlig|eigentleg|eigentli|på papiret))\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:(?:^|[.!?\n] ?)([A-ZÆØÅ][\wæøå\-]{2,20})|"
    r"\b(?:at|når|da|fordi|og så) ([a-zæøå]{3,20})(?: og ([a-zæøå]{3,20}))?)"
    r" (?=([a-zæøå]{1,14})\b)"
)
_CALLED_WORDS = ("kall", "kalt", "kaill")
_SAID = ("sier", "seier", " sei ", "rop", "skrik", "skreik", "hyler")
_REAL_WORDS = ("navn", "namn", "egentl", "eigentl", "rettelig", "på papiret")
_SIGNING = ("signer", "underte", "under som", "under med", "er «", 'er "', "er “", "e «", 'e "', "var «")
_NEEDS = needs_as_sought(
    *("alias", "aka", "a.k", "rop", "skr", "hyl"),
    *_SIGNING,
    *_CALLED_WORDS,
    *_SAID,
    *_REAL_WORDS,
    *(need for *_, needs in _EXPLAINED for need in needs),
)
_NOTED_NEEDS = needs_as_sought(*_IS_MOSTLY)
_EXPLAINED_NEEDS = tuple(needs_as_sought(*needs) for *_, needs in _EXPLAINED)
_SAID_BEFORE = 200
_NOBODY = words(
    "noe noko nåkka ting tingen navnet namnet ordet ord det dette stedet plassen rommet spillet leken spelet appen "
    "problemet tiltaket metoden måten slik sånn dagen timen resten boka filmen gruppa gruppen klassen laget "
    "skolen skulen hei hallo heisann takk kjære hilsen beste ps obs barnehagen hjemmet heimen fosterhjemmet "
    "feil feilt galt rett riktig korrekt skeivt ifra nei stopp unnskyld unnskuld sorry morna hade "
    "hunden katten hesten mandag tirsdag onsdag torsdag fredag lørdag søndag"
)
_BARRED = Word.FUNCTION | Word.KIN | Word.CHILD | Word.STAFF | Word.SAFE | Word.NUMBER | Word.MONTH | Word.OCCUPATION
_DEFINITE = ("ene", "ane", "en", "et", "a", "er", "ar")
_PET_NAMES = ("lille", "vesle", "veslet", "storeg", "storej", "småt")
"""How pet names begin that are words for children as well: "lillegutt", "veslejenta"."""


@needing(_NEEDS | _NOTED_NEEDS)
def find_told_nicknames(document: Document) -> Iterator[Hit]:
    """Yield the nicknames, wherever the explanation stands."""
    if not document.lacks(_NOTED_NEEDS) and _INNER_CAPITAL.search(document.text):
        yield from _explained(document, _NOTED)
    if document.lacks(_NEEDS):
        return
    holds, rows = document.holds, zip(_EXPLAINED, _EXPLAINED_NEEDS, strict=True)
    yield from _explained(document, tuple([row for row, needs in rows if needs & holds]))
    for match in (
        *document.scan(_CALLED_THE, *_CALLED_WORDS, "alias", "aka", "a.k", "navn", "rop", "skr", "hyl"),
        *document.scan(_SIGNS_AS, *_SIGNING),
    ):
        word = match.group(match.lastindex or 1).lower()
        is_noun = _is_definite(document, word) or not document.is_known(word)
        if is_noun and _can_be_called(document, word) and not document.flags_of(word) & Word.VERB:
            yield nickname_hit(match, match.lastindex or 1)
    for match in document.scan(_CALLED_SMALL_FIRST, *_CALLED_WORDS, *_SAID):
        word = match.group(1)
        is_free = _is_definite(document, word) or not document.lexicon.is_headword(word) or word.startswith(_PET_NAMES)
        if is_free and _can_be_called(document, word) and not document.flags_of(word) & Word.VERB:
            yield nickname_hit(match, 1)
    yield from _before_the_real_name(document)


def _explained(document: Document, rows: tuple[_Row, ...]) -> Iterator[Hit]:
    for pattern, called, named, needs in rows:
        for match in document.scan(pattern, *needs):
            is_real = not named or _is_a_name(document, match.group(named))
            for group in called if is_real else ():
                word = match.group(group)
                if word and _can_be_called(document, word) and not _is_a_verb(document, word):
                    yield nickname_hit(match, group)


def _is_a_verb(document: Document, word: str) -> bool:
    """Tell whether a word in small letters is what somebody does: "S. gråter, altså Sander"."""
    return word.islower() and bool(document.flags_of(word) & Word.VERB)


def _can_be_called(document: Document, word: str) -> bool:
    """Tell whether somebody can be called that: no small word, no role and no thing."""
    if word.lower() in _NOBODY or word.isdigit():
        return False
    flags = document.flags_of(word)
    return not flags & _BARRED or (word.lower().startswith(_PET_NAMES) and not flags & Word.KIN)


def _is_a_name(document: Document, word: str) -> bool:
    """Tell whether the word beside the nickname is a name: listed, or unknown."""
    flags = document.flags_of(word)
    if flags & _BARRED:
        return False
    return bool(flags & Word.FIRST) or not (flags or document.is_known(word.lower()))


def _before_the_real_name(document: Document) -> Iterator[Hit]:
    """Yield who the sentences before "ekte navn Ola" or "egentlig heter han Ola" are about."""
    for told in document.scan(_REAL_NAME, *_REAL_WORDS):
        for match in _SUBJECT.finditer(document.text, max(0, told.start() - _SAID_BEFORE), told.start()):
            if not document.flags_of(match.group(4)) & Word.VERB and match.group(4) != "e":
                continue
            called = [group for group in (1, 2, 3) if match.group(group)]
            if not all(_can_be_called(document, match.group(group)) for group in called):
                continue
            if any(not _is_definite(document, match.group(group).lower()) for group in called):
                yield from (nickname_hit(match, group) for group in called)


def _is_definite(document: Document, lower: str) -> bool:
    """Tell whether the word is a noun with its article or a plural: "hunden", "ungene", "klokka"."""
    lexicon = document.lexicon
    stems = [lower.removesuffix(end) for end in _DEFINITE if lower.endswith(end)]
    return any(lexicon.is_headword(stem) or lexicon.is_headword(stem + "e") for stem in stems)
