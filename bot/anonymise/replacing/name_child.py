"""Tells whether the text says of somebody what it says of a child: "mor til Emma", "Emma (8)", "Emma gråt". Without
that a name is nobody in particular: what a colleague did must never read as what the child did. Knows no names.
"""

from collections.abc import Container, Sequence

from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.english_words import is_english_kin
from bot.anonymise.replacing.child_phrases import (
    ADVERBS,
    AFTER_CHILD,
    AFTER_CHILD_ENGLISH,
    BEFORE_CHILD,
    COLLEAGUE_AFTER,
    COLLEAGUE_BEFORE,
    ENDS_BEFORE,
    GOT,
    HAS_AT_WORK,
    LED_ALONG,
    NOT_ALONE,
    OPENS_AFTER,
    THEY,
    TOLD_LATER,
    TURNED,
    TURNED_STATE,
    WORK_WITH,
)
from bot.anonymise.replacing.child_sure import (
    heads_a_row,
    is_called_a_child,
    is_surely_a_child_here,
    tells_of_an_unnamed_child,
)
from bot.anonymise.replacing.name_peers import act_as_peers
from bot.anonymise.words.small_words import ITS_OWN, LIST_TIES, OF
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

Span = tuple[int, int]
_BEFORE, _AFTER = 48, 130
"""How many signs around a name may tell of it: as many as the longest phrases have."""
_GROWN_ONES = words(
    "sønn sønnen son sonen sønner datter dattera datteren dotter dottera døtre mann mannen kone kona samboer samboeren "
    "kjæreste kjæresten kjærast ektemann ektefelle eks eksmann eksen barnebarn barnebarnet barn barnet barna borna "
    "unge ungen ungene ongan gutt gutten guten gutter guttene jente jenta jenten jenter jentene baby babyen "
    "svigermor svigerfar svigersønn svigerdatter nevø nevøen niese niesa niesen nabo naboen venninne venninna venninnen"
)
"""Whoever has one of these is grown up."""
_CHILDS_OWN = words(
    "familien familie huslyden klassen klasse kontaktlærer kontaktlæreren lærer læreren uro fravær atferd åtferd bok "
    "mappe matpakke matboks sekk jakke lue sko skoan hefte skjema oppførsel vedtak vedtakstima vedtakstimer iop lekser "
    "drikkeflaske bleie bleier trinn gymtøy skiftetøy plan briller "
    "alenemor alenefar aleinemor aleinefar fostermor fosterfar verge"
)
_SUBJECTS = words(
    "jeg eg æ du vi me dere de dei dæm han hun ho hu hen som å noen nokon nån hvem kem kven kan skal må vil bør får "
    "kunne skulle måtte ville og"
)
_TAKEN_CARE_OF = words(
    "hente henter hentet henta hentar levere leverer leverte levert leverar trøste trøster trøstet trøsta trøstar "
    "passe passer passet passa passar følge følger fulgte fulgt følgje følgjer følgde observere observerer observerte "
    "observert kartlegge kartlegger kartla utrede utreder utredet mobbe mobber mobbet mobba plage plager plaget plaga "
    "erte erter ertet erta skjerme skjermer skjermet bære bærer bar avlaste avlaster ta tar tek tok tatt"
)
_HAVE = words("har hadde ha hadd")
_GET = words("har hadde ha hadd fikk fekk får fær")
_WHO_HAS = words("jeg eg æ du vi som hvem kem kven")
_DOES = words(
    "gråter gråt gret græt grein griner grin hylte hyler hyl hylar skriker skrek skreik skrik sutrer sutra furter "
    "furtet erter ertet erta mobber mobbet mobba leker lekte leikar leika leke biter beit bet bit klorer klorte klort "
    "lugger lugget lugga klyper kleip tisser tissa tisset bæsjer bæsja bæsjet sover sov søv sovnar sovna sovnet sovner "
    "våkner våkna våknet vakna vaknar spiser spiste spis åt skulker skulka skulket rømte rømmer rømde stakk gjemte "
    "gjemmer gøymde gøymt gøymer gjømte kutter kutta kuttet tegner tegna tegnet teikna teiknar nynner nynna nynnet "
    "klatrer klatra klatret savner savna savnet saknar gruer grua gruar strever streva stræve strevar sliter vegrer "
    "vegra utagerer utagerte stammer stamma trives mistrives trivst krangler krangla kranglet kranglar sloss slåss "
    "slæss hopper hoppet hoppa falt datt løp løper sprang springer kastet kasta kaster kastar "
    "stjeler stjal uteblir mobbes plages utestenges hentes hentast leveres følges utredes henvises"
)
"""What children do, in texts about children; hitting is left out, as grown-ups hit too."""
_ITS_OBJECT = words(
    "biter beit bet bit klorer klorte klort lugger lugget lugga klyper kleip savner savna savnet saknar trenger treng "
    "trengte kastet kasta kaster kastar stakk gruer grua gruar bor bur bodde budde sliter hylte hyler skriker skrek"
)
"""Of these, the ones whose object follows: nothing is told of who that is."""
_IS = words("er e var va ble blei blir vart sitter satt sat sitt står sto ligger lå")
_HITS = words(
    "slår slo slått sparker sparket sparka dytter dyttet dytta lugger lugget lugga klyper kleip klapset klapser rister "
    "ristet rista banker banket mishandler mishandlet misbruker misbrukte krenker krenket hit hits slaps slapped"
)
_WANTED = words("vil ville nekta nektet nekter turte tør")
_ABOUT = words("om about")
_THE_CHILD = words("jenta jenten gutten guten eleven barnet ungen babyen henne ham")
_CLAUSES = words("at da når mens fordi hvis dersom om som og men for til hos etter")
_OBJECT_WITHIN = 4
_OBJECTS = words("henne ham han hun ho hu hen hainn hain")
_WITH = words("med me m")
_PEOPLE = Word.KIN | Word.STAFF | Word.FIRST | Word.CHILD


def children_among(document: Document, spans: Sequence[Span], names: Sequence[str], roles: Container[str]) -> set[str]:
    """Return which of the names, one for each span, the text tells of as of a child; `roles` holds the names that are
    somebody else's. When one of them surely is one, only such are.
    """
    if sure := _surely_children(document, spans, names, roles):
        return sure | act_as_peers(document, spans, names, sure, roles)
    if tells_of_an_unnamed_child(document):
        return {
            name
            for (first, _), name in zip(spans, names, strict=True)
            if name not in roles and _is_said_before(document, first) and not _is_with(document, first)
        }
    told: dict[str, int] = {}
    grown_up: set[str] = set()
    for place, ((first, last), name) in enumerate(zip(spans, names, strict=True)):
        if name in roles:
            continue
        is_hit = place > 0 and names[place - 1] in roles and _is_hit_by(document, spans[place - 1], first)
        if is_hit or _is_likely_a_child_here(document, first, last):
            told[name] = told.get(name, 0) + 1
        elif _is_a_colleague_here(document, first, last):
            grown_up.add(name)
    found = {name for name, times in told.items() if times > 1 or name not in grown_up}
    grown_up.update(name for name in names if name in roles)
    return _with_who_is_beside(document, spans, names, found, grown_up) if found else found


def _surely_children(
    document: Document, spans: Sequence[Span], names: Sequence[str], roles: Container[str]
) -> set[str]:
    """Return the names that are surely a child's: beside one of them, what anybody may do or be tells of no child."""
    sure: set[str] = set()
    is_in_a_row = False
    for place, ((first, last), name) in enumerate(zip(spans, names, strict=True)):
        is_tied = place > 0 and _are_tied(document, spans[place - 1], spans[place])
        is_in_a_row = heads_a_row(document, first) or (is_in_a_row and is_tied)
        if name not in roles and (is_in_a_row or is_surely_a_child_here(document, first, last)):
            sure.add(name)
    return sure


def _are_tied(document: Document, left: Span, right: Span) -> bool:
    between = document.tokens[left[1] + 1 : right[0]]
    return len(between) == 1 and between[0].lower in LIST_TIES and between[0].text != "/"


def _is_hit_by(document: Document, other: Span, first: int) -> bool:
    """Tell whether only "slår" stands after the name of a grown-up: "Ola slår Emma", when Ola is the father."""
    return other[1] == first - 2 and document.tokens[first - 1].lower in _HITS


def is_child_here(document: Document, first: int, last: int) -> bool:
    """Tell whether the words right around say that this is a child."""
    return is_surely_a_child_here(document, first, last) or _is_likely_a_child_here(document, first, last)


def _is_likely_a_child_here(document: Document, first: int, last: int) -> bool:
    """Tell the same where nobody is surely one."""
    end = document.tokens[last].end
    after = document.lower[end : end + _AFTER]
    return (
        _does_as_children(document, last)
        or _is_said_after(document, last, after)
        or _owns_a_parent(document, last)
        or _is_said_before(document, first)
        or _is_led_to(document, first, last, after)
    )


def _is_said_after(document: Document, last: int, after: str) -> bool:
    """Tell whether a phrase about a child follows: "(8)", "er redd", "ikke har fått medisin"."""
    follow = document.after(last)
    if follow is None:
        return False
    may_open = follow.lower in OPENS_AFTER or follow.lower in ADVERBS or follow.text[0].isdigit()
    if may_open and AFTER_CHILD.match(after) is not None:
        return True
    if document.is_english and AFTER_CHILD_ENGLISH.match(after) is not None:
        return True
    if not any(they in after for they in THEY) or TOLD_LATER.match(after) is None:
        return False
    return _is_last_named(document, last)


def _is_last_named(document: Document, last: int) -> bool:
    """Tell whether nobody else is told of before the sentence ends, so that "hun er 9" is said of this one."""
    for at in range(last + 1, len(document.tokens)):
        token = document.tokens[at]
        if token.opens_sentence or token.text in ".!?":
            return True
        if token.has_capital or (token.flags & Word.FIRST and not token.flags & Word.FUNCTION):
            return False
        is_kin = token.flags & Word.KIN and not token.flags & Word.PARENT  # no parent is nine
        if is_kin or token.flags & Word.CHILD or token.lower in _OBJECTS:
            return False
    return True


def _is_said_before(document: Document, first: int) -> bool:
    """Tell whether a phrase about a child leads to the name: "bekymret for", "gjelder:"."""
    before, start = document.before(first), document.tokens[first].start
    if before is None or not (before.lower in ENDS_BEFORE or before.lower.startswith(WORK_WITH)):
        return False
    return BEFORE_CHILD.search(document.lower[max(0, start - _BEFORE) : start]) is not None


def _is_with(document: Document, first: int) -> bool:
    """Tell whether "med" leads to the name: whom the child plays with is another."""
    before = document.before(first)
    return before is not None and before.lower in _WITH


def _does_as_children(document: Document, last: int) -> bool:
    """Tell whether "gråt", "ikke sover", ", beit" or, after an initial, ". gråt" follows."""
    step = last + 1
    sign = document.after(last)
    if sign is not None and (sign.text == "," or (sign.text == "." and len(document.tokens[last].text) == 1)):
        step += 1
    while step < len(document.tokens) and document.tokens[step].lower in ADVERBS:
        step += 1
    if step >= len(document.tokens) or document.tokens[step].lower not in _DOES:
        return False
    return NOT_ALONE.match(document.lower, document.tokens[step].end) is None and not _is_to_a_child(document, step)


def _is_to_a_child(document: Document, verb: int) -> bool:
    """Tell whether it is done to the child: "klorte jenta", "kastet stolen på ham"."""
    for at in range(verb + 1, min(verb + 1 + _OBJECT_WITHIN, len(document.tokens))):
        token = document.tokens[at]
        if token.lower in _THE_CHILD:
            return True
        if not token.is_word or token.flags & (Word.VERB | Word.KIN) or token.lower in _CLAUSES:
            return False
    return False


def _is_led_to(document: Document, first: int, last: int, after: str) -> bool:
    """Tell whether what stands before says so: "mor til", "eleven", "jeg henter", "møte om", "jenta heter"."""
    before, second, follow = document.before(first), document.before(first, 2), document.after(last)
    if before is None:
        return False
    if follow is not None and follow.lower in LIST_TIES:
        follow = document.after(last, 3)  # "om Emma og Ida skal"
    acts = follow is not None and bool(follow.flags & Word.VERB or follow.lower in ("e", "ska"))
    if is_called_a_child(document, first, last) or (before.lower in _ABOUT and not acts):
        return True
    return _is_turned(before, after) or (second is not None and _is_object(before, second, after, acts=acts))


def _is_object(before: Token, second: Token, after: str, *, acts: bool) -> bool:
    """Tell whether somebody is kin to, looks after or has the child: "mor til", "jeg henter", "far slår", "som har"."""
    if before.lower in OF:
        return second.lower in _CHILDS_OWN or (bool(second.flags & Word.KIN) and second.lower not in _GROWN_ONES)
    if before.lower in _TAKEN_CARE_OF:
        is_somebody = second.lower in _SUBJECTS or bool(second.flags & _PEOPLE)
        return is_somebody or LED_ALONG.match(after) is not None
    if before.lower in _HITS:
        return second.text == ")" or bool(second.flags & (Word.KIN | Word.STAFF))
    has = before.lower in _HAVE and second.lower in _WHO_HAS
    return has and not acts and HAS_AT_WORK.match(after) is None


def _is_turned(before: Token, after: str) -> bool:
    """Tell whether the verb stands before: "i dag gråt", "har Emma fått", "satt Emma under", "ville Emma hjem"."""
    verb = before.lower
    if verb in _DOES and verb not in _ITS_OBJECT:
        return True
    return (
        (verb in _GET and GOT.match(after) is not None)
        or (verb in _IS and TURNED_STATE.match(after) is not None)
        or (verb in _WANTED and TURNED.match(after) is not None)
    )


def _owns_a_parent(document: Document, last: int) -> bool:
    """Tell whether a parent, a class or a bag is the child's: "Emma sin mor", "Emmas far", "Jonas' søster"."""
    owner, noun = document.tokens[last], document.after(last)
    if noun is not None and (noun.lower in ITS_OWN or noun.text in "'’"):
        noun = document.after(last, 2)
    elif owner.lower[-1] != "s":
        return False
    if noun is None:
        return False
    if is_english_kin(document, noun.lower):
        return True
    return noun.lower in _CHILDS_OWN or (bool(noun.flags & Word.KIN) and noun.lower not in _GROWN_ONES)


def _is_a_colleague_here(document: Document, first: int, last: int) -> bool:
    start, end = document.tokens[first].start, document.tokens[last].end
    if COLLEAGUE_AFTER.match(document.lower, end) is not None:
        return True
    return COLLEAGUE_BEFORE.search(document.lower[max(0, start - _BEFORE) : start]) is not None


def _with_who_is_beside(
    document: Document, spans: Sequence[Span], names: Sequence[str], found: set[str], grown_up: set[str]
) -> set[str]:
    """Add the names that "og" or a comma ties to a child."""
    places = range(1, len(spans))
    for place in (*places, *reversed(places)):
        pair = {names[place], names[place - 1]}
        if found & pair and _are_tied(document, spans[place - 1], spans[place]):
            found |= pair - grown_up
    return found
