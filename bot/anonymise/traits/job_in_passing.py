"""Finds jobs told in passing: "(hun er postbud)", "Steinar, smed på Moen", "bor i Vikna og er oppdretter". A role of
the staff beside a name of the staff is left alone: everyone at a meeting has one.
"""

import re
from collections.abc import Iterator

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.detector import needing
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.needs import ANYTHING, needs_as_sought, needs_one_of
from bot.anonymise.traits.family_job import jobs_at
from bot.anonymise.traits.job_word import is_a_job
from bot.anonymise.words import whys
from bot.anonymise.words.small_words import ONESELF, SIGNS_OFF
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_BE = words("er e var va vart blir ble blei blitt vore vært æ")
_DESCRIBES = words(
    "en ein ei et nå no også òg selv sjøl ny både utdannet utdanna tidligere tidlegare forhenværende kommunal lokal "
    "lokale egentlig eigentleg dessuten jo pensjonert nyutdannet autorisert ansatt fast før førr visst vel altså "
    "dagens begge alle lenge fortsatt framleis faktisk den vår sjølv visstnok vistnok sikkert trolig nok "
    "kanskje tydeligvis ikke ikkje itj antagelig muligens åpenbart bærre bare berre eneste"
)
_MAY_COME_BEFORE = _BE | _DESCRIBES | {",", "(", "og", "å", "med"}
_PRONOUNS = words("han hun ho hu hain hainn hann hænne jeg eg æ e i de dei dæm begge båe båda")
_BESIDE_A_VERB = words("selv sjøl sjølv også òg jo altså nå no visst forresten dessuten")
"""Words between somebody and the verb: "som selv er sykepleier"."""
_ADJECTIVES = ("sk", "ig", "ert", "ell", "dende", "dent")
_KIN_NEAR = 6
_I = words("jeg eg æ e")
_WHOSE = words("hennes hans hennar hass hannes hainns min mi vår deira deres dems")
_STAFF_ENDS = tuple(
    words("trener trenar lærer lærar assistent pedagog veileder rådgiver konsulent koordinator terapeut sekretær vikar")
)
"""How roles end that the writer has at work: "Jeg er pianolærer i kulturskolen"."""
_BEGINS = words(
    "begynt begynte begynner byrja starta startet utdannet utdanna utdanner ansatt tilsatt tilsett jobb jobben fast "
    "slutta sluttet slutter sluttar vikarierer vikarierar sjøen sjøs stillingen utdanning opplæring vakter nattevakter"
)
_LATELY = words("nylig nettopp nå no igjen bare akkurat dessverre plutselig her der også før")
_HAS_WORK = words("jobben stillingen")
"""What no child has, so that whoever it is said of is grown up: "sykmeldt fra jobben som sveiser"."""
_PARENTS = words("mor far mamma pappa stemor stefar mora faren moren")
_PARENTS_NEEDED = needs_one_of(_PARENTS)
_LEADS = _PARENTS | {"som"}
_AT_WORK = words("jobb jobben arbeid arbeide")
_CLOSES = frozenset([",", ".", ";", ")", "!", "?", ":", "–", "-", "(", "…"])
_PLACED = words("på i ved hos fra frå for og men som til hjå")
_SINGLE_PARENTS = words("alenemor alenemora alenemoren alenefar alenefaren aleinemor aleinefar åleinemor")
_SENTENCE = 14
_MARRIED = words("gift gifta seg sambo samboer sambuar sammen kjæreste kjærest")
_LONGEST_INITIALS = 4
_SECOND_JOB = 7
"""How far before the second job of somebody the first may stand, with its place."""
_DRIVES = re.compile(
    r"\b(?:kjør|kjører|kjøre|kjørte|køyrer|køyrde|køyre|kjøyrer|kjøre for) ((?:brøyte|tank|laste|mjølke|melke|"
    r"mjølk|søppel|post|vare|"
    r"drosje|ambulanse|brann|tømmer|slamsuge|betong|kran|truck|stein)(?:bil|bilen|bila|vogn|plog)?|trailer|"
    r"langtransport|"
    r"trikken|toget|ferga|hurtigbåten|gravemaskin|hjullaster|(?:buss|bussen|taxi|drosje|tog) (?:for|i|åt) "
    r"[A-ZÆØÅ][\wæøåÆØÅ\-]{1,20})"
    r"(?! (?:til|hjem|heim|fra|når))(?!\w)|"
    r"\b(?i:mor|mora|moren|far|faren|mamma|pappa|stefar|stemor|jeg|eg) (?:kjører|køyrer|kjøyrer|kjøre|kjørte|køyrde) "
    r"(buss|drosje|taxi|lastebil|tog|trikk)(?=[.,;!]| og\b| på natt)"
)
_COUNCIL = re.compile(
    r"\b(?:sit|sitter|sett|satt|sat|sitt|valgt inn|vald inn|innvalgt|møter|møter fast|representant) (?:for \w{1,6} )?i "
    r"((?:kommune|by|fylkes|kirke|kyrkje|skole|skule)styret|kommunestyre|formannskapet|fylkestinget|stortinget|"
    r"sametinget|"
    r"menighetsrådet|hovedutvalget|hovudutvalet|bystyret)(?!\w)",
    re.IGNORECASE,
)
_HAS_FARM = re.compile(
    r"\b(?i:mor|mora|moren|far|faren|mamma|pappa|mammaen|pappaen|bestefar|bestemor|onkel)\b[^.!?;\n]{0,30} (?:har|"
    r"dreiv|tok over) "
    r"((?:gård|gard|gården|garden|gard'n|fjøs|fjøset|sauer|kyr|melkekyr|mjølkekyr|gris|verksted|butikk)(?!\w))"
)
_JOB_LABELLED = re.compile(
    r"\b(?:(?:mors|fars|foreldrenes|foresattes|mor sitt|far sitt) )?"
    r"(?:yrke|yrker|jobb|stilling|arbeid): ?([\wæøåÆØÅ\-]{4,30})",
    re.IGNORECASE,
)
"""A field of a form: "Mors yrke: ingeniør"."""
_TOLD = (
    (_DRIVES, ("kjør", "køyr", "kjøyr")),
    (_COUNCIL, ("styre", "skapet", "tinget", "rådet", "utval")),
    (_JOB_LABELLED, ("yrke:", "yrker:", "jobb:", "stilling:", "arbeid:")),
    (_HAS_FARM, ("gård", "gard", "fjøs", "kyr", "sau", "gris", "verksted", "butikk")),
)
_NEEDS = needs_as_sought(*(word for _, needs in _TOLD for word in needs))
_OWN_CHILDREN = words("datter dattera datteren dotter dottera sønn sønnen son sonen barnebarn barnebarnet")
_CHILDREN = _OWN_CHILDREN | words("gutt gutten gut guten jente jenta unge ungen unger barn")
_NO_JOBS = Word.FUNCTION | Word.KIN | Word.CHILD | Word.VERB | Word.STAFF | Word.FIRST | Word.SURNAME
"""No word of these is a job unless a list calls it one."""
_BEFORE_A_JOB = _MAY_COME_BEFORE | _LEADS


@needing(ANYTHING)
def find_jobs_in_passing(document: Document) -> Iterator[Hit]:
    """Yield jobs of a named person or of kin, wherever the sentence tells it."""
    before = ""
    has_parents = bool(document.flags & Word.PARENT) or document.holds & _PARENTS_NEEDED
    for at, token in enumerate(document.tokens):
        owner, before = before, token.lower
        if before in _CHILDREN and owner.endswith("s") and _is_the_job_of_a_parent(document, owner, before):
            yield _job(document.tokens[at - 1].start, document.tokens[at - 1].end)._replace(replacement="[en voksen]s")
        if token.flags & _NO_JOBS and not token.flags & Word.OCCUPATION:
            continue
        if has_parents and _is_kin_by_it(document, at) and is_a_job(document, token):
            yield _job(token.start, token.end)
        is_led = owner in _BEFORE_A_JOB or owner.endswith(_ADJECTIVES)
        if is_led and token.is_word and is_a_job(document, token) and _is_somebodys(document, at):
            yield _job(token.start, _with_place(document, at))
    for pattern, needs in () if document.lacks(_NEEDS) else _TOLD:
        for match in document.scan(pattern, *needs):
            group = match.lastindex or 1
            yield _job(match.start(group), match.end(group))


def _is_kin_by_it(document: Document, at: int) -> bool:
    """Tell whether the job is told before who has it: "har en gruvearbeider til far", "brannmannen som er pappa",
    "mekanikeren, altså far"."""
    link, kin = document.after(at), document.after(at, 2)
    if link is None or kin is None:
        return False
    if (link.lower == "som" and kin.lower in _BE) or (link.text == "," and kin.lower == "altså"):
        kin = document.after(at, 3)
        return kin is not None and bool(kin.flags & Word.PARENT)
    closes = document.after(at, 3)
    is_last = closes is None or closes.text in _CLOSES or closes.lower in ("og", "som")
    return (
        link.lower == "til"
        and kin.lower in _PARENTS
        and is_last
        and not document.tokens[at].lower.endswith(("en", "a"))
    )


def _is_the_job_of_a_parent(document: Document, owner: str, child: str) -> bool:
    """Tell whether a job owns the child: "lensmannens datter"; of those who work with children only what is surely
    their own, "legens sønn".
    """
    flags = document.flags_of(owner) | document.flags_of(owner[:-1])
    return bool(flags & Word.OCCUPATION) and (child in _OWN_CHILDREN or not flags & Word.STAFF)


def _is_somebodys(document: Document, at: int) -> bool:
    """Tell whether the job is said of a person: "er", an apposition, or a parenthesis."""
    token = document.tokens[at]
    step = 1
    while (before := document.before(at, step)) is not None and _describes(document, before):
        step += 1
    if before is None:
        return False
    who = document.before(at, step + 1)
    if who is not None and who.lower in _WHOSE and before.text in (",", "("):
        who = document.before(at, step + 2)
    is_staff = bool(token.flags & Word.STAFF)
    if before.lower == "som" or _is_kin_as_well(document, at):
        return _is_kin_as_well(document, at) or (before.lower == "som" and _begins_as(document, at - step))
    if before.lower in _BE:
        return _is_said_after(document, at - step, at, is_staff=is_staff)
    if before.text in (",", "(") or before.lower == "med":
        is_beside = _stands_beside(document, at, who) if before.lower != "med" else who and who.lower in _MARRIED
        return not is_staff and bool(is_beside) and not _signs(document, at - step)
    if before.lower in _PARENTS:
        return _is_the_other_parent(document, at)
    return before.lower in ("og", "å") and (_is_both(document, at, at - step) or _is_a_second_job(document, at))


def _signs(document: Document, comma_at: int) -> bool:
    """Tell whether the name before the comma is the writer's: "Helsing Torunn, sosiallærar"."""
    near = document.tokens[max(0, comma_at - _SIGNATURE) : comma_at]
    return any(token.lower in _GREETINGS for token in near)


_GREETINGS = SIGNS_OFF | {"hils"}
_SIGNATURE = 4


def _is_said_after(document: Document, verb_at: int, job_at: int, *, is_staff: bool) -> bool:
    """Tell whether the verb says it of a person, with a small word between them at most: "som selv er"."""
    who = document.before(verb_at)
    if document.tokens[verb_at].lower == "blir" and not (who is not None and who.flags & Word.KIN):
        return False  # "jeg slutter og blir pensjonist"
    if who is not None and who.lower in _BESIDE_A_VERB:
        which = document.before(verb_at, 2)
        if who.lower in ONESELF and which is not None and which.lower == "som":
            return True
        who = which
    if who is not None and who.lower in _WHOSE:
        who = document.before(verb_at, 2)
    is_the_writer = who is not None and (who.lower in _I or who.text == ",")  # "hva gjør man, er bare vikarlærer her"
    if is_the_writer and document.tokens[job_at].lower.endswith(_STAFF_ENDS):
        return False
    return _is_said_of(document, verb_at, who) and (not is_staff or _is_named_kin(document, who))


def _begins_as(document: Document, link_at: int) -> bool:
    """Tell whether kin has begun or is trained "som" what follows: "mor har begynt som vekter"."""
    verb = document.before(link_at)
    if verb is not None and verb.lower in _LATELY:
        verb = document.before(link_at, 2)
    near = document.tokens[max(0, link_at - _KIN_NEAR) : link_at]
    if verb is None or verb.lower not in _BEGINS:
        return False
    return verb.lower in _HAS_WORK or any(token.flags & Word.KIN for token in near)


def _is_the_other_parent(document: Document, at: int) -> bool:
    """Tell whether one parent's job stands beside the other's: "far er skipper, mor jordmor."."""
    follow, tie, other = document.after(at), document.before(at, 2), document.before(at, 3)
    second, job = document.after(at, 2), document.after(at, 3)
    if follow is not None and second is not None and job is not None and follow.text == ",":
        return second.lower in _PARENTS and is_a_job(document, job)
    if tie is None or other is None or tie.lower not in (",", "og", "å") or (follow and follow.text not in _CLOSES):
        return False
    if is_a_job(document, other):
        return True
    place, job = document.before(at, 4), document.before(at, 5)  # "far er lensmann i Surnadal og mor tannlege"
    is_placed = place is not None and place.lower in ("i", "på", "ved", "hos")
    return is_placed and job is not None and is_a_job(document, job)


def _describes(document: Document, token: Token) -> bool:
    """Tell whether the word may stand between "er" and the job: "en pensjonert", "psykiatrisk"."""
    if token.lower in _DESCRIBES:
        return True
    return token.lower.endswith(_ADJECTIVES) and not token.flags and document.is_known(token.lower)


def _is_kin_as_well(document: Document, at: int) -> bool:
    """Tell whether the writer says to be both: "som lege og tante til gutten", "mor til Ida, og lærer selv"."""
    link, kin = document.after(at), document.after(at, 2)
    if link is None:
        return False
    if link.lower in ("og", "å") and kin is not None and kin.flags & Word.KIN:
        before = document.before(at)
        return before is not None and before.lower == "som"
    near = document.tokens[max(0, at - _KIN_NEAR) : at]
    return link.lower in ONESELF and any(token.flags & Word.KIN for token in near)


def _is_said_of(document: Document, verb_at: int, who: Token | None) -> bool:
    """Tell whether a person stands before the verb: "han er", "Liv er", "RK er", "... og er", "han som var"."""
    if who is None:
        return False
    if who.lower in _PRONOUNS or who.lower == "som" or _is_a_name(who):
        return True
    if who.lower in ("og", "å", ",", ")"):
        near = document.tokens[max(0, verb_at - _SENTENCE) : verb_at]
        return any(_is_a_name(t) or t.lower in _PRONOUNS or t.flags & Word.KIN for t in near)
    return bool(who.flags & Word.KIN)


def _is_named_kin(document: Document, who: Token | None) -> bool:
    """Tell whether the text says that the one with this name is kin: "Eivor (mormor) ... Eivor er jordmor"."""
    if who is None or not _is_a_name(who):
        return False
    for at, token in enumerate(document.tokens):
        if token.lower == who.lower:
            beside = (document.before(at), document.after(at), document.after(at, 2))
            if any(near is not None and near.flags & Word.KIN for near in beside):
                return True
    return False


def _stands_beside(document: Document, at: int, who: Token | None) -> bool:
    """Tell whether the job stands right after a name or kin and a comma, and closes: "Steinar, smed på Moen"."""
    follow = document.after(at)
    if follow is not None and not (follow.text in _CLOSES or follow.lower in _PLACED):
        return False
    if who is None:
        return False
    near = document.tokens[max(0, at - _KIN_NEAR) : at]
    is_inside = document.tokens[at - 1].text == "(" and any(token.lower in _BE for token in near)
    if who.lower in _AT_WORK or is_inside:
        return any(token.flags & Word.KIN for token in near)
    is_named = follow is not None and follow.lower == "ved" and (name := document.after(at, 2)) and name.lower == "navn"
    return bool(is_named) or _is_a_name(who) or bool(who.flags & Word.KIN) or who.lower in _SINGLE_PARENTS


def _is_both(document: Document, at: int, link_at: int) -> bool:
    """Tell whether somebody is kin and has the job too: "onkelen og rørlegger", "tanten hennes og lærer på Moen"."""
    who = document.before(link_at)
    if who is not None and who.lower in _WHOSE:
        who = document.before(link_at, 2)
    if who is None or not who.flags & (Word.KIN | Word.STAFF) or who.lower.endswith(("or", "ar")):
        return False
    is_staff = bool(document.tokens[at].flags & Word.STAFF)
    near = document.tokens[max(0, link_at - 4) : link_at]
    follow = document.after(at)
    is_placed = follow is not None and follow.lower in ("på", "ved", "i")
    return any(t.lower in _BE for t in near) and (is_placed or not is_staff)


def _is_a_second_job(document: Document, at: int) -> bool:
    """Tell whether "og" ties the job to one that a close adult has: "renholder på hotellet og hjemmehjelp"."""
    for step in range(2, _SECOND_JOB):
        first = document.before(at, step)
        if first is None or first.text in ".!?;":
            return False
        if first.flags & Word.OCCUPATION:
            second = document.tokens[at]
            is_beside = (step == 2 or not second.flags & Word.STAFF) and not second.lower.endswith("vakter")
            return is_beside and (_is_somebodys(document, at - step) or any(jobs_at(document, at - step)))
    return False


def _is_a_name(token: Token) -> bool:
    is_short = token.is_caps and len(token.text) < _LONGEST_INITIALS
    return token.has_capital and (is_short or bool(token.flags & (Word.FIRST | Word.SURNAME)))


def _with_place(document: Document, at: int) -> int:
    """Return where the job ends with the place it is done: "smed på Moen"."""
    link, place = document.after(at), document.after(at, 2)
    if link is not None and place is not None and link.lower in ("på", "ved", "hos", "hjå") and place.has_capital:
        return place.end
    return document.tokens[at].end


def _job(start: int, end: int) -> Hit:
    return quasi(start, end, "yrke", whys.JOB, 0.75, "i arbeid")
