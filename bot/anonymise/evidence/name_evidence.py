"""Weighs whether a word that could be a name is one here, by what stands before and after it. Holds no names."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from bot.anonymise.evidence.after import (
    acts_after_an_aside,
    addressed,
    before_a_surname,
    beside_a_name,
    owner,
    said_to_be_kin,
    said_who,
    with_age,
)
from bot.anonymise.evidence.before import (
    after_article,
    after_opening_pronoun,
    after_preposition,
    after_role,
    after_whose_role,
    asked_about,
    in_apposition,
    in_focus,
    introduced,
    is_of_kin_and_acts,
    labelled,
    met,
    mother_of,
    named,
    said_by,
    told,
)
from bot.anonymise.evidence.brief import (
    asked_for,
    behind_an_initial,
    beside_another_initial,
    does_not,
    from_a_service,
    hurt_or_left_out,
    in_a_class,
    in_touch,
    struck,
    wants_or_lacks,
    with_a_shortened_surname,
    with_an_initial,
)
from bot.anonymise.evidence.chat import in_a_chat
from bot.anonymise.evidence.little import little
from bot.anonymise.evidence.people import (
    asked_in_person,
    comes_or_goes,
    found_somewhere,
    from_a_room,
    has_it,
    has_said,
    needs_somebody,
)
from bot.anonymise.evidence.put_forward import put_forward
from bot.anonymise.evidence.rota import on_a_rota
from bot.anonymise.evidence.slots import (
    cried_by_two_names,
    done_by,
    doubled,
    in_brackets,
    inverted,
    singled_out,
    somewhere,
    two_given_names,
    two_of_them,
)
from bot.anonymise.evidence.subject import one_who_acts
from bot.anonymise.evidence.title import at_work, titled
from bot.anonymise.evidence.told_briefly import told_briefly
from bot.anonymise.reading.document import Document
from bot.anonymise.reading.name_slot import Slot
from bot.anonymise.reading.unheard_of import is_unheard_of
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_NEVER_SMALL = words(
    "jo var van my kan en ei one men som ane bo bor la si so lo sen tale er om par su mo on det da na nor "
    "tom are anna vera mina dina sina lova villa tor tar bror del ro dag vår liv sol odd glad mai juni "
    "juli august april jul ting hang gift nok son bak tung park lam rim mang hope fang sana rand kant mais trang tan "
    "tia ruta massa tala andre vold finne finn ring luke sanne helga lenka"
)
ENOUGH = 2


def evidence(document: Document, at: int, *, seen_before: bool = False) -> int:
    """Return points for the word being a name; ENOUGH points are enough.

    `seen_before` tells that it is a name elsewhere in the text: then small everyday words count as well.
    """
    token = document.tokens[at]
    before, after = document.before(at), document.after(at)
    if before is not None and before.text in "«\"“'":
        before = document.before(at, 2)
    slot = Slot(document, at, token, before, after)
    points = _points(slot)
    if points < 2 * ENOUGH and not (token.flags or token.has_capital) and is_unheard_of(document, token, before):
        points = max(points, _points(replace(slot, token=replace(token, flags=Word.FIRST))))
    if points and after is not None and after.lower in ("er", "e") and _goes_on_with(slot, "å"):
        return 0  # "lykke er å få gå først"
    if points and not token.has_capital and (_is_a_fixed_pair(slot) or _is_a_picture(slot)):
        return 0
    is_small = points and token.lower in _NEVER_SMALL and not token.has_capital and not seen_before
    if is_small and token.lower not in document.vocabulary.classes["sjeldne_ord"]:
        return points - 2
    return points


def _goes_on_with(slot: Slot, word: str) -> bool:
    then = slot.document.after(slot.at, 2)
    return then is not None and then.lower == word


def _is_a_fixed_pair(slot: Slot) -> bool:
    """Tell whether the word and the one before belong together: "med vilje", but not after "snakka med"."""
    if slot.before is None or f"{slot.before.lower}_{slot.token.lower}" not in _fixed_pairs(slot):
        return False
    return not (in_touch(slot) or put_forward(slot) or is_of_kin_and_acts(slot))


def _is_a_picture(slot: Slot) -> bool:
    """Tell whether an animal or a thing is on what somebody wears: "en genser med hauk på ryggen"."""
    garment = slot.document.before(slot.at, 2)
    is_worn = garment is not None and garment.lower.endswith(_GARMENTS)
    return (
        is_worn and slot.before is not None and slot.before.lower in ("med", "m", "me") and not slot.token.has_capital
    )


_GARMENTS = (
    *("genser", "genseren", "jakke", "jakka", "jakken", "skjorte", "skjorta", "lue", "lua", "sekk", "sekken", "bukse"),
    *(
        "buksa",
        "kjole",
        "kjolen",
        "caps",
        "capsen",
        "votter",
        "sokker",
        "dress",
        "dressen",
        "veske",
        "veska",
        "matboks",
    ),
    *("smykke", "tatovering", "plakat", "pute", "bilde", "tegning", "tegninga", "klistremerke"),
)


def _fixed_pairs(slot: Slot) -> frozenset[str]:
    return slot.document.vocabulary.classes["faste_par"]


def _points(slot: Slot) -> int:
    return _most(_BEFORE, slot) + _most(_AFTER, slot)


def _most(rules: "Iterable[_Rule]", slot: Slot) -> int:
    """Return the most points that one of the rules gives; no rule gives more than twice what is enough."""
    most = 0
    for rule in rules:
        if (points := rule(slot)) > most:
            most = points
            if most >= 2 * ENOUGH:
                break
    return most


_Rule = Callable[[Slot], int]
_BEFORE: tuple[_Rule, ...] = (
    named, after_role, after_whose_role, introduced, labelled,
    in_apposition, mother_of, after_article, one_who_acts, after_preposition, in_focus,
    said_by, met, after_opening_pronoun, told, inverted, done_by, in_brackets,
    singled_out, in_touch, asked_for, asked_about, in_a_chat, titled, at_work,
    little, on_a_rota, put_forward, behind_an_initial,
)  # fmt: skip
_AFTER: tuple[_Rule, ...] = (
    addressed,
    owner,
    said_who,
    said_to_be_kin,
    with_age,
    acts_after_an_aside,
    beside_a_name,
    before_a_surname,
    somewhere,
    doubled,
    two_of_them,
    two_given_names,
    cried_by_two_names,
    in_a_class,
    does_not,
    from_a_service,
    hurt_or_left_out,
    struck,
    with_an_initial,
    with_a_shortened_surname,
    beside_another_initial,
    wants_or_lacks,
    has_said,
    has_it,
    needs_somebody,
    asked_in_person,
    comes_or_goes,
    from_a_room,
    found_somewhere,
    told_briefly,
)
