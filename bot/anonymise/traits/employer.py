"""Finds employers by name: the chains everybody knows, in any case, beside words of work, and firms ("Fjellbygg "
"AS")."""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.needs import A_CAPITAL_INSIDE, needs_of, needs_one_of, sought
from bot.anonymise.words import whys
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_CHAIN = (
    r"(?:coop(?: (?:extra|prix|mega|obs|marked))?|rema(?: ?1000)?|kiwi|extra|spar|eurospar|joker|bunnpris|obs(?: "
    r"bygg)?|prix|meny|"
    r"matkroken|nærbutikken|narvesen|7-eleven|mix|europris|nille|rusta|jula|biltema|clas ohlson|byggmakker|"
    r"byggmax|maxbo|"
    r"xl-bygg|montér|byggtorget|felleskjøpet|elkjøp|power|h&m|hm|cubus|lindex|kappahl|dressmann|xxl|intersport|"
    r"sport 1|ikea|jysk|"
    r"skeidar|bohus|plantasjen|apotek 1|apoteket|vitusapotek|boots|esso|shell|circle ?k|uno-?x|yx|st1|mcdonald'?s|"
    r"mekkern|burger ?king|"
    r"max|egon|peppes|dolly dimple'?s|big bite|starbucks|espresso house|scandic|thon hotel|thon|quality|clarion|"
    r"comfort hotel|radisson|"
    r"posten|bring|postnord|dhl|atb|vy|sj|nettbuss|unibuss|tide|torghatten|trønderbilene|tine|nortura|gilde|prior|"
    r"norsk kylling|"
    r"lerøy|salmar|mowi|elkem|equinor|aker(?: verdal| solutions)?|statkraft|telenor|telia|dnb|sparebank(?: ?1)?|"
    r"gjensidige|securitas|"
    r"avarn|nokas|iss|toma|norske skog|vinmonopolet|vinmonopol|polet|norwegian|sas|widerøe|avinor|bane nor|mesta|"
    r"veidekke|skanska)"
)
_CHAINS = needs_of(*(f" {chain}"[:4] for chain in _CHAIN.removeprefix("(?:").split("|")))
"""How each of these begins behind a preposition."""
_SURELY = re.compile(
    rf"\b(?:jobb|jobben|jobber|jobbe|jobba|jobbar|jobbet|arbeider|arbeidar|arbeide|arbeidde|kassa|kassen|"
    rf"kassamedarbeider|vakt|ansatt|"
    rf"tilsett|skift|vasker|vaskar|vaske|kokk|servitør|vekter|tillitsvalgt|verneombud|butikksjef|sommerjobb|ekstrajobb|deltidsjobb|"
    rf"helgejobb|lager|lageret|"
    rf"sjåfør|kundeservice|utplassert|arbeidsuke|praksis|praksisplass|praksisplassen|læreplass|lærling|læretid|driver)"
    rf"(?: igjen| natt| kveld| fast| ekstra| deltid| heltid| nå| no)? "
    rf"(?:på|i|hos|ved|for|hjå) ({_CHAIN}(?-i: [A-ZÆØÅ][\wæøå]{{1,15}})?)(?![\wæøå])",
    re.IGNORECASE,
)
_FREE = re.compile(
    rf"\b(?:fri|ferdig|ferdige|permisjon|permittert|oppsagt) (?:fra|frå|på|hos|ved) "
    rf"({_CHAIN}(?-i: [A-ZÆØÅ][\wæøå]{{1,15}})?)(?![\wæøå])",
    re.IGNORECASE,
)
"""Somebody who is off or done at a chain: "fri fra Rema", "ferdig på Kiwi"."""
_BREAK = re.compile(
    rf"\b(?:fra|frå|på|ved) ({_CHAIN}) (?:i pausen|i lunsjen|etter jobb|etter vakta|der (?:\w+ ){{0,3}}(?:jobb|"
    rf"arbeid)\w*)",
    re.IGNORECASE,
)
_WHERE_THEY_WORK = re.compile(
    rf"\b({_CHAIN})(?: i går| i dag| på \w+)?,? (?:der|hvor|kor) (?:[\wæøå]+ ){{1,3}}(?:jobbe|jobber|jobbar|"
    rf"arbeider|arbeidar)\b",
    re.IGNORECASE,
)
_WHERE_A_PARENT_WORKS = re.compile(
    r"\b(?:på|over|hos|ved|fra|frå|bak) ([A-ZÆØÅ][\wæøå\-]{3,25}(?: [A-ZÆØÅ][\wæøå]{2,15})?),? (?:der|hvor|kor) "
    r"(?:mor|mora|moren|mamma|far|faren|pappa|stefar|stemor|begge|foreldrene|foreldra) "
    r"(?:jobbe|jobber|jobbar|jobba|arbeider|arbeidar|vasker|vaskar|har jobb)\b"
)
"""Any place with a capital where a parent works: "over Pizzabakeren, der far jobber"."""
_TAKEN = re.compile(
    rf"\b(?:stjele|stjæl|stjeler|stjel|stjal|stjålet|stjåle|nasket|naska|naske|tatt for nasking|tatt i "
    rf"nasking)(?: [\wæøå]+){{0,2}} "
    rf"(?:på|fra|frå|hos|i) ({_CHAIN}(?-i: [A-ZÆØÅ][\wæøå]{{1,15}})?)(?![\wæøå])",
    re.IGNORECASE,
)
_UNIFORM = re.compile(
    rf"(?<![\wæøå])({_CHAIN})-(?:jakke|jakka|uniform|uniforma|genser|skjorte|bil|bilen|varebil|buss|bussen|lue|"
    rf"vest)(?![\wæøå])",
    re.IGNORECASE,
)
_VERBS = re.compile(
    r"\b(?:vasker|vaskar|vaske|vaska|serverer|serverar|bartender|nattskift|dagskift|kveldsskift|kassa|kassen) "
    r"(?:på |i |hos |ved )?"
    r"([A-ZÆØÅ][\wæøåÆØÅ\-]{2,25}(?: [A-ZÆØÅ][\wæøå]{2,20})?)(?![\wæøå])"
)
_TITLE = re.compile(r"(?:^|\n)([A-ZÆØÅ][a-zæøå]{3,25}(?: [a-zæøå]{2,15}){0,2}), $")
_FIRM = re.compile(r"(?<![\wæøå])((?:[A-ZÆØÅ][\wæøåÆØÅ&\-]{1,25} ){1,3}(?:AS|ASA|ANS|DA|ENK))(?![\wæøå])")
_AT_A_CHAIN = re.compile(
    rf"\b(?:(?i:mor|mora|moren|far|faren|mamma|pappa|stefar|stemor) (?:er|var|e|va|står|sto|sitter|satt|skulle|skal)"
    rf"(?: (?:nå|no|fortsatt|ennå|alltid|jo|igjen|ofte))?|(?:[Hh]ils|[Rr]ing|[Ss]pør|[Kk]ontakt|[Ss]nakk med|"
    rf"hilsen til) "
    rf"[A-ZÆØÅ][a-zæøå]{{2,20}}) (?:på|i|hos) ((?i:{_CHAIN}))(?![\wæøå])"
)
_UNTIL = re.compile(
    rf"\b(?:hun|han|ho|hu|hainn) (?:er|e|står|sitter) på ((?i:{_CHAIN})) (?:fram |frem )?(?:til|te) (?:klokka |"
    rf"kl\.? ?)?"
    rf"(?:halv )?(?:\d|ett|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve)(?![a-zæøå])"
)
"""Who is at a chain until an hour is at work there: "hun er på elkem til fem"."""
"""A parent, or somebody to phone, at a chain: "mor var på Kiwi", "hils Ståle på AtB"."""
_WHO_RANG = re.compile(
    rf"(?<![\wæøå-])([a-zæøå]{{2,20}}) (?:på|i|hos|fra|frå) ({_CHAIN}) (?:ringte|ringer|ringjer|ringe|sier|"
    rf"seier|sa|spurte|spør|fortalte|fortel|tok kontakt|meldte)(?!\w)",
    re.IGNORECASE,
)
"""Somebody at a chain who speaks: "lise på coop ringte"."""
_AT_A_TILL = words("kassadama kassadamen dama damen mannen sjefen butikksjefen vakta vekteren")
_SPEAKS = words("ringte ringer ringjer ringe sier seier sa spurte spør fortalte fortel kontakt meldte")
_SPEAKS_NEEDED = needs_one_of(_SPEAKS)
_IT_IS = re.compile(rf"\b[Dd]et (?:er|e|var) [A-ZÆØÅ][a-zæøå]{{2,20}} (?:på|i|hos) ((?i:{_CHAIN}))(?![\wæøå])")
_FROM_WORK = re.compile(
    rf"\b(?i:mor|mora|moren|far|faren|mamma|pappa|stefar|stemor) (?:ikke |ikkje |itj |ofte |alltid )?"
    rf"(?:rekker|rekk|kommer|kjem|slutter|henter|kom|kjører|rakk)(?: [a-zæøå]{{2,8}})? (?:fra|frå) "
    rf"((?=[A-ZÆØÅ])(?i:{_CHAIN}))(?![\wæøå])"
)
_WORKS_THERE = re.compile(
    rf"\b({_CHAIN})[.,;]? (?:og |for )?(?:[\wæøå]+ (?:sin |si )?){{1,2}}(?:jobbe|jobber|jobbar|arbeider|arbeidar) "
    rf"der\b",
    re.IGNORECASE,
)
"""Somebody at a chain: "det er Prøve på Rema", "far rekker ikke fra Posten", "Europris. mor jobber der"."""
_OWNS_IT = re.compile(
    r"\b(?:eier|eig|eide|åtte|driver|driv|dreiv|"
    r"drev) ((?:[A-ZÆØÅ][\wæøåÆØÅ&'\-]{1,25})(?: [A-ZÆØÅ][\wæøå&\-]{1,25}){1,3})"
)
"""A business by its name: "eier Salong Lokk"."""
_HAS_BUSINESS = re.compile(
    r"\b(?i:mor|mora|moren|far|faren|mamma|pappa|familien|foreldrene|foreldra|stefar|stemor|bestefar|bestemor|onkel|"
    r"onkelen|"
    r"de|dei|hun|ho|han)(?: (?:hans|hennes|hennar|hass))? (?:har|driver|driv|eier|eig|åpnet|åpna|opna|startet|"
    r"starta)(?: (?:en|"
    r"et|ei|"
    r"ein|eit|egen|eget|eiga|sin egen|sitt eget|nå|også)){0,2} "
    r"([a-zæøå]{0,16}(?:neglsalong|neglesalong|frisørsalong|hudpleiesalong|skjønnhetssalong|massasjesalong|"
    r"gatekjøkken|kebabsjappe|kebabsjappa|sjappe|sjappa|pensjonat|galleri|vertshus|gjestegård|"
    r"kafeteria|"
    r"treningssenter|bensinstasjon|renseri|gartneri|planteskole|slakteri|fiskebåt|sjark|sjarken|taxiløyve|drosjeløyve|"
    r"renholdsfirma|byggefirma|rørleggerfirma|regnskapsfirma|transportfirma|flyttefirma|foodtruck|nettbutikk|vinbar|byggeri|spisested|bilforhandler|byrå|snekkeri|mølle|minkfarm|kyllingfarm|"
    r"eggproduksjon|"
    r"melkeproduksjon|mjølkeproduksjon|saueflokk|reinflokk|hestesenter|ridesenter|alpinanlegg|skianlegg)(?:et|en|a|"
    r"n)?)(?!\w)"
)
_BUSINESS_NEEDS = needs_of(
    *(
        "salong",
        "gatekj",
        "sjappe",
        "sjappa",
        "pensjonat",
        "galleri",
        "vertshus",
        "gjestegård",
        "kafeteria",
        "treningssenter",
    ),
    *(
        "bensinst",
        "renseri",
        "gartneri",
        "plantesk",
        "slakteri",
        "fiskebåt",
        "sjark",
        "løyve",
        "foodtruck",
        "nettbutikk",
        "firma",
    ),
    *(
        "vinbar",
        "byggeri",
        "spisested",
        "bilforh",
        "byrå",
        "snekkeri",
        "mølle",
        "farm",
        "produksjon",
        "flokk",
        "senter",
    ),
    *("anlegg",),
)
_THERE = tuple(f"{verb} der" for verb in ("jobbe", "jobber", "jobbar", "arbeider", "arbeidar"))
_AT_WORDS = words("mor mora moren far faren mamma pappa stefar stemor hils hilsen ring spør kontakt snakk")
_AT_WORDS_NEEDED = needs_one_of(_AT_WORDS)
_OWNERSHIP = words("eier eig eide åtte driver driv dreiv drev")
_OWNERSHIP_NEEDED = needs_one_of(_OWNERSHIP)
_WORK_PARTS = (
    *("jobb", "arbeid", "kass", "vakt", "ansatt", "tilsett", "skift", "vask", "kokk", "serv", "vekter", "lager"),
    *(
        "sjåfør",
        "tillitsvalgt",
        "verneombud",
        "utplassert",
        "butikksjef",
        "praksis",
        "lærepl",
        "læretid",
        "lærling",
        "driver",
    ),
)
_OFF = ("fri f", "fri ved", "ferdig", "permi", "oppsagt", "fri på", "fri hos")
_BREAKS = ("pausen", "lunsjen", "jobb", "etter vakta", "arbeid")
_STOLEN = ("stje", "stjæ", "stja", "stjå", "nask")
_CLOTHES_AND_CARS = ("-jakk", "-unif", "-gens", "-skj", "-bil", "-vare", "-bus", "-lue", "-vest")
_TASKS = ("vask", "server", "bartender", "skift", "kassa", "kassen")
_BEHIND_A_PREPOSITION = (
    sought(_SURELY, *_WORK_PARTS),
    sought(_BREAK, *_BREAKS),
    sought(_FREE, *_OFF),
    sought(_TAKEN, *_STOLEN),
)
_ELSEWHERE = (sought(_WHERE_THEY_WORK, " jobb", " arbeid"), sought(_UNIFORM, *_CLOTHES_AND_CARS))
"""The chain, after a preposition or not, and what shows that somebody works there."""
_NEEDS = needs_of(*_WORK_PARTS, *_OFF, "pausen", "lunsjen", *_STOLEN, *_CLOTHES_AND_CARS, *_TASKS)
"""Every word but the kind of firm, which is written in capitals."""
_ASIDE_NEEDS = _CHAINS | _BUSINESS_NEEDS | needs_of(*_THERE) | needs_one_of(_OWNERSHIP)
_KINDS_OF_FIRM = (" AS", " ANS", " DA", " ENK")
_ORDINARY = words(
    "extra max power obs mix prix best spar jula tide vy bring tine prior sas quality joker egon boots meny equinor"
)
_ONLY_WORDS = words("max power mix best tide vy bring tine prior quality jula")
_STRONG = re.compile(
    r"(?:kassa|kassen|kokk|servitør|ansatt|tilsett|butikksjef|sommerjobb|ekstrajobb|helgejobb)\b", re.IGNORECASE
)
_FOLLOWS = re.compile(r" ([\wæøå]+)")


def _is_the_chain(document: Document, match: re.Match[str], group: int = 1) -> bool:
    """Tell "kokk på egon, så" from "jobber på max nivå": a chain that is a word too, in small letters."""
    if match.group(group).lower() not in _ORDINARY or match.group(group)[0].isupper():
        return True
    if match.group(group).lower() in _ONLY_WORDS and not _STRONG.match(match.group()):
        return False
    follow = _FOLLOWS.match(document.text, match.end(group))
    return follow is None or bool(document.flags_of(follow.group(1)) & (Word.FUNCTION | Word.VERB))


@needing(_NEEDS | _ASIDE_NEEDS | Word.PARENT | A_CAPITAL_INSIDE)
def find_employers(document: Document) -> Iterator[Hit]:
    """Yield chains and firms somebody works for."""
    if not document.lacks(_NEEDS):
        yield from _at_work(document)
    if not document.lacks(_ASIDE_NEEDS):
        yield from _in_passing(document)
    if document.flags & Word.PARENT:
        yield from _where_a_parent_works(document)
    if not document.shouts and any(kind in document.text for kind in _KINDS_OF_FIRM):
        yield from _firms(document)


def _in_passing(document: Document) -> Iterator[Hit]:
    """Yield a chain where a parent is, and a business by its name that somebody owns."""
    names_none = document.lacks(_CHAINS)
    at_a_chain = document.scan(_AT_A_CHAIN) if not names_none and document.holds & _AT_WORDS_NEEDED else ()
    from_work = document.scan(_FROM_WORK, " fra ", " frå ") if document.flags & Word.PARENT else ()
    it_is = document.scan(_IT_IS, "det er ", "det e ", "det var ") if "det" in document.words else ()
    until = (
        document.scan(_UNTIL, " er på ", " e på ", " står på ", " sitter på ") if document.flags & Word.PARENT else ()
    )
    works_there = document.scan(_WORKS_THERE, *_THERE) if "der" in document.words else ()
    for match in (*at_a_chain, *from_work, *it_is, *until, *works_there):
        if _is_the_chain(document, match):
            yield _employer(match.start(1), match.end(1))
    speaks = not names_none and document.holds & _SPEAKS_NEEDED
    for match in document.scan(_WHO_RANG, " på ", " i ", " hos ", " fra ") if speaks else ():
        who = match.group(1).lower()
        is_somebody = document.flags_of(who) & (Word.FIRST | Word.KIN) and not document.flags_of(who) & Word.FUNCTION
        if (is_somebody or who in _AT_A_TILL) and _is_the_chain(document, match, 2):
            yield _employer(match.start(2), match.end(2))
    for match in () if document.lacks(_BUSINESS_NEEDS) else document.scan(_HAS_BUSINESS):
        yield _employer(match.start(1), match.end(1))
    for match in document.scan(_OWNS_IT) if document.holds & _OWNERSHIP_NEEDED else ():
        if not document.flags_of(match.group(1).split()[0]) & (Word.SAFE | Word.FUNCTION | Word.FIRST):
            yield _employer(match.start(1), match.end(1))


def _where_a_parent_works(document: Document) -> Iterator[Hit]:
    """Yield any place with a capital where a parent works; who is called so is no place."""
    for match in document.scan(_WHERE_A_PARENT_WORKS, " der ", " hvor ", " kor "):
        if not document.flags_of(match.group(1).split()[0]) & Word.FIRST:
            yield _employer(match.start(1), match.end(1))


def _at_work(document: Document) -> Iterator[Hit]:
    """Yield a chain or a firm beside words of work."""
    rows = _ELSEWHERE if document.lacks(_CHAINS) else (*_BEHIND_A_PREPOSITION, *_ELSEWHERE)
    for match in document.scan_each(*rows):
        if _is_the_chain(document, match):
            yield _employer(match.start(1), match.end(1))
    for match in document.scan(_VERBS, *_TASKS):
        if not document.flags_of(match.group(1).split()[0]) & (Word.SAFE | Word.FUNCTION | Word.FIRST):
            yield _employer(match.start(1), match.end(1))


def _firms(document: Document) -> Iterator[Hit]:
    """Yield "Fjellbygg AS", and the title before it in a signature."""
    for match in document.matches(_FIRM):
        if document.flags_of(match.group(1).split()[0]) & (Word.SAFE | Word.FUNCTION):
            continue
        yield _employer(match.start(1), match.end(1))
        before = max(0, match.start() - 60)
        title = _TITLE.search(document.text[before : match.start()])
        if title is not None and not document.flags_of(title.group(1).split()[0]) & Word.FIRST:
            start, end = before + title.start(1), before + title.end(1)
            yield quasi(start, end, "yrke", "Yrket peker på få familier.", 0.7, "i arbeid")


def _employer(start: int, end: int) -> Hit:
    return quasi(start, end, "arbeidsgiver", whys.WORKPLACE, 0.7, "[arbeidsplassen]")
