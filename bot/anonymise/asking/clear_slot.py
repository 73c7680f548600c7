"""Asks about ordinary words with a capital where hardly anything but a name stands: "broren til Lo", "Snø sin mor".

Norwegian writes nouns and verbs in small letters, so a capital inside a sentence behind such words is a name or a
service. It only warns: the rules for names have seen the word before and left it.
"""

from collections.abc import Iterable, Iterator, Sequence

from bot.anonymise.asking.by_article import names_by_article
from bot.anonymise.asking.called_small import called_small
from bot.anonymise.asking.done_to import done_to
from bot.anonymise.asking.felt_for import felt_for
from bot.anonymise.asking.in_capitals import in_capitals
from bot.anonymise.asking.kin_nickname import kin_nicknames
from bot.anonymise.asking.opening_subject import opening_subjects
from bot.anonymise.asking.owned_relative import relatives_owned
from bot.anonymise.asking.pet_name import pet_names
from bot.anonymise.asking.possible_name import WHY as STANDS_SO
from bot.anonymise.asking.possible_name import outside
from bot.anonymise.asking.possible_name_facts import Candidate
from bot.anonymise.asking.small_listed import small_listed
from bot.anonymise.asking.small_slot import small_slots
from bot.anonymise.asking.small_topic import small_topics
from bot.anonymise.asking.told_by_pronoun import told_by_pronoun
from bot.anonymise.finding import POSSIBLE_NAME, Hit, quasi
from bot.anonymise.initials.lone_letters import possible_letters
from bot.anonymise.names.joined_family import JOINED_TAILS, is_named_family, may_be_joined
from bot.anonymise.reading.detector import hits_of
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.needs import needs_one_of
from bot.anonymise.replacing.name_role import replacement_for
from bot.anonymise.replacing.name_whose import as_somebody
from bot.anonymise.words.institution import names_an_institution
from bot.anonymise.words.small_words import ITS_OWN, OF
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

WHY = "Ordet har stor bokstav der et navn pleier å stå."
_CERTAINTY = 0.45
_WITH = words("med hos")
_TOGETHER = words(
    "sammen saman venner vener venn bestevenn venninne kjæreste leker lekte leke lekt leikar leika krangler kranglet "
    "krangla slåss sloss samtale samtalen samtaler snakker snakke snakket snakka prater prate pratet prata "
    "møte møtet helst mest bor bodde uvenner"
)
"""What stands before "med" and a person; "jobber med" and "starter med" go on with a programme as often."""
_HOW_TO = words("å må skal kan husk hugs vil skulle bør")
_GIVES = words("gi gje gir ga gav gitt minn minne ring ringe hent hente følg følge følgje passe trøste vekke mate bade")
"""What is done to somebody at once, behind "å" or first: "hugs å gi Jonar medisin"."""
_LEADS = OF | ITS_OWN | _WITH | words("for at") | _GIVES
_LEADS_NEEDED = needs_one_of(_LEADS)
_WORRIED = words(
    "bekymret bekymra bekymring bekymringa bekymringen bekymringene bekymringar bekymrede urolige urolig uroleg uro "
    "redd redde ræd engstelig engsteleg"
)
_SAYS = words(
    "sier sa sagt seier sei fortalte forteller fortel fortalde fortalt mener meiner mente tror trur opplever opplevde "
    "ser så synes syns merker merka merket skriver skrev hørte hører forklarer forklarte melder meldte"
)
_MANY = words(
    "jentene jentan guttene gutane gutan barna borna ungene ongan elevene elevane brødrene søstrene systrene "
    "søsknene søskena tvillingene trillingene vennene venninnene kameratene fetterne kusinene"
)
_MANY_NEEDED = needs_one_of(_MANY | {":"})
_ROLES = Word.KIN | Word.CHILD | Word.STAFF | Word.NUMBER | Word.MONTH | Word.OCCUPATION
_SERVICES = words("gud nav bup ppt sfo dps aks rema kiwi ikea nrk ung røde sos led ros")
_LONGEST_SAFE = 4
"""Safe words are mostly services; the short ones among the headwords ("fri", "bris") are everyday words."""
_DEFINITE = ("en", "et", "ene", "ane", "a")
_LONGEST_ROW = 12
_PAIR = 2
_OPENERS = frozenset('("«“,')
_OPENERS_NEEDED = needs_one_of(_OPENERS)
_CLOSERS = frozenset(')"»”,')
_TIES = words("og å samt")

_ASKED = (
    opening_subjects,
    pet_names,
    called_small,
    done_to,
    felt_for,
    kin_nicknames,
    in_capitals,
    relatives_owned,
    small_topics,
    told_by_pronoun,
)
"""What else asks about a word for where it stands."""


def find_in_clear_slots(document: Document, found: Sequence[Hit], safe: Iterable[tuple[int, int]]) -> Iterator[Hit]:
    """Yield words with a capital that stand in a clear slot and that no rule found."""
    if document.is_english:
        return
    places = set(felt_for.find(document)) if document.shouts else _in_clear_slots(document, found)
    if not places:
        return
    taken = sorted([*[(hit.start, hit.end) for hit in found], *safe])
    asked = [Candidate(at, document.tokens[at].flags) for at in sorted(places)]
    for at, _ in outside(document, asked, taken):
        token = document.tokens[at]
        why = WHY if token.has_capital else STANDS_SO
        yield quasi(
            token.start, token.end, POSSIBLE_NAME, why, _CERTAINTY, as_somebody(replacement_for(document, at, at))
        )


def _in_clear_slots(document: Document, found: Sequence[Hit]) -> set[int]:
    places = set(_in_a_slot(document)) if document.holds & _LEADS_NEEDED else set()
    if document.holds & _MANY_NEEDED:
        places.update(_in_a_row(document))
    if document.holds & _OPENERS_NEEDED:
        places.update(_enclosed(document))
    joined = {word for word in document.words if word[-3:] in JOINED_TAILS and may_be_joined(word)}
    for at, token in enumerate(document.tokens) if joined else ():
        if token.lower in joined and is_named_family(document, token):
            places.add(at)
    places.update(hits_of(_ASKED, document))
    places.update(names_by_article(document))
    places.update(small_slots(document, found))
    places.update(small_listed(document))
    told = {document.text[hit.start : hit.end] for hit in found if hit.type == "initialer"}
    places.update(possible_letters(document, told))
    return places


def _in_a_slot(document: Document) -> Iterator[int]:
    for at in document.capitals:
        token = document.tokens[at]
        if (owns := document.after(at)) is not None and owns.lower in ITS_OWN and _owns_a_relative(document, at):
            yield at
        if not token.opens_sentence and at > 1 and _is_led(document, at, token):
            yield at
            yield from _tied_to(document, at)


def _tied_to(document: Document, at: int) -> Iterator[int]:
    """Yield the words with a capital that a comma or "og" ties to the one at `at`: "bekymret for Mi, Lo og Ea"."""
    for step in range(1, _LONGEST_ROW, 2):
        link, word = document.after(at, step), document.after(at, step + 1)
        if link is None or word is None or not (link.text == "," or link.lower in _TIES):
            return
        if not word.has_capital or not _may_be_somebody(document, word):
            return
        yield at + step + 1


def _owns_a_relative(document: Document, at: int) -> bool:
    """Tell whether a word with a capital owns a relative: "Snø sin mor", also first in a sentence."""
    owner, noun = document.tokens[at], document.after(at, 2)
    if noun is None or not noun.flags & Word.KIN:
        return False
    return not (owner.opens_sentence and owner.flags & Word.FUNCTION) and _may_be_somebody(document, owner)


def _is_led(document: Document, at: int, token: Token) -> bool:
    """Tell whether "med", "til", "for" or "sier at" leads to the word; to a small word ("Si", "An") only "broren til"
    and "bekymret for" do.
    """
    link, noun, after = document.tokens[at - 1], document.tokens[at - 2], document.after(at)
    is_small = bool(token.flags & Word.FUNCTION)
    if link.lower in _WITH:
        leads = not is_small and (link.lower == "hos" or noun.lower in _TOGETHER)
    elif link.lower in OF:
        leads = not is_small or bool(noun.flags & Word.KIN)
    elif link.lower in _GIVES:
        is_done = noun.lower in _HOW_TO or link.opens_sentence
        leads = is_done and not is_small and after is not None and after.is_word and not after.has_capital
    elif link.lower == "for":
        leads = not is_small or noun.lower in _WORRIED
    else:
        acts = after is not None and (bool(after.flags & Word.VERB) or after.lower in ("ikke", "ikkje", "er", "e"))
        leads = link.lower == "at" and acts and (not is_small or noun.lower in _SAYS)
    return leads and _may_be_somebody(document, token)


def _may_be_somebody(document: Document, token: Token) -> bool:
    """Tell whether nothing speaks against a name: no role, service, place or definite noun ("Kommunen")."""
    if not token.is_word or token.is_caps or len(token.text) < 2 or not token.text.isalpha() or token.flags & _ROLES:
        return False
    lower = token.lower
    if lower in _SERVICES or lower in document.places.single or names_an_institution(lower):
        return False
    is_headword = document.lexicon.is_headword(lower)
    if token.flags & Word.SAFE and not (is_headword and len(lower) <= _LONGEST_SAFE):
        return False
    return is_headword or not (lower.endswith(_DEFINITE) and document.is_known(lower))


def _in_a_row(document: Document) -> Iterator[int]:
    """Yield the words with a capital behind "jentene": "Jentene Mi, Lo og Ea"."""
    for at, token in enumerate(document.tokens):
        if token.lower not in _MANY and token.text != ":":
            continue
        first = document.after(at)
        if first is not None and first.has_capital and _may_be_somebody(document, first):
            row = list(_tied_to(document, at + 1))
            if _is_a_row_of_people(document, token, [at + 1, *row]):
                yield from (at + 1, *row)


def _is_a_row_of_people(document: Document, opener: Token, row: Sequence[int]) -> bool:
    """Tell whether "og" ends the row behind "jentene", or two of those behind a colon are called what people are."""
    if opener.text != ":":
        return len(row) > 1 and document.tokens[row[-1] - 1].lower in _TIES
    barred = Word.ORDINARY | Word.SAFE | Word.MONTH
    sure = [at for at in row if (flags := document.tokens[at].flags) & Word.FIRST and not flags & barred]
    return len(row) > _PAIR and len(sure) >= _PAIR


def _enclosed(document: Document) -> Iterator[int]:
    """Yield the word in brackets, commas or quotation marks behind who it is: "Barnet (Iv)", "en gutt, Boss, fra"."""
    for at in document.where_any(_OPENERS):
        token = document.tokens[at]
        noun, word, end = document.before(at), document.after(at), document.after(at, 2)
        if noun is None or word is None or end is None:
            continue
        is_enclosed = noun.flags & (Word.CHILD | Word.KIN) and end.text in _CLOSERS
        if token.text == "," and (end.text != "," or word.flags & Word.FUNCTION):
            continue
        if is_enclosed and word.has_capital and _may_be_somebody(document, word):
            yield at + 1
