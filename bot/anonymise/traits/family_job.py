"""Finds the job that a close adult has: "mor er rektor", "far, som er lensmann", "sønn av ordføreren"."""

from collections.abc import Iterator

from bot.anonymise.finding import Hit, quasi
from bot.anonymise.reading.close_adult import CHILD_OF, ONE_ADULT, adult_before, is_close
from bot.anonymise.reading.document import Document, Token
from bot.anonymise.reading.job_sound import LINKS, describes
from bot.anonymise.words import whys
from bot.anonymise.words.word_classes import Word
from bot.anonymise.words.word_lists import words

_REACH = 8
_NO_JOB_PLACES = words("familien leken gruppa klassen gjengen hjemmet")
_NO_PLACES = words("samme same en ei ein et eit den det de hele heile annen")
"""What comes before a place: to stop at it would leave half of what was said ("organist i samme bygd")."""
_SENTENCE = 15
_WHEN = words(
    "kveld natt natta dag helg helger deltid heltid fulltid turnus skift ekstra vikar vikariat mye fast nå no før "
    "vakter litt selv sjøl sjølv også òg deltids sesong"
)
_ARTICLES = words("han hun ho hu n")
_OWNED_BY = words("til te åt hos")
_ANYBODY = words("forelder forelderen foresatt foresatte foreldre foreldrene foreldra")
"""Who may be anybody: what stands behind the comma need not be about them."""
_DRIVES = {
    **dict.fromkeys(words("kjører kjøyrer køyrer kjør"), "er i arbeid"),
    **dict.fromkeys(words("kjøre køyre"), "være i arbeid"),
    **dict.fromkeys(words("kjørte køyrde"), "var i arbeid"),
}


def jobs_at(document: Document, at: int) -> Iterator[Hit]:
    """Yield a job that a close adult has: "mor er rektor", "far, som er lensmann", "sønn av ordføreren",
    "ordføreren er far".
    """
    tokens = document.tokens
    link_at = at - 1
    while link_at > max(0, at - _REACH) and describes(document, tokens[link_at]):
        link_at -= 1
    if _is_called_by_it(document, at, link_at):
        yield quasi(tokens[at].start, tokens[at].end, "yrke", whys.JOB, 0.75, "[en voksen]")
        return
    if (
        link_at < 0
        or _is_role_beside_a_name(document, at, link_at)
        or not (_is_their_job(document, at, link_at) or _is_parent(document, at))
    ):
        return
    last = at
    follow, place = document.after(at), document.after(at, 2)
    is_anybody = link_at > 0 and tokens[link_at].text == "," and tokens[link_at - 1].lower in _ANYBODY
    if is_anybody and follow is not None and follow.flags & Word.VERB and tokens[at].lower[-1] in "na":
        return  # "spør for en forelder, statsforvalteren svarte ikke"
    if follow is not None and place is not None and follow.lower == "i" and place.lower in _NO_JOB_PLACES:
        return
    if (
        follow is not None
        and place is not None
        and follow.lower in ("på", "i", "ved", "hos")
        and place.is_word
        and place.lower not in _NO_PLACES
    ):
        last = at + 2 + _rest_of_a_saint(document, at + 2)
    link = tokens[link_at].lower
    replacement = _job_replacement(document, link, link_at)
    first = link_at if link in _DRIVES else at  # "kjører lastebil" becomes "er i arbeid"
    yield quasi(tokens[first].start, tokens[last].end, "yrke", whys.JOB, 0.85, replacement)


def _rest_of_a_saint(document: Document, at: int) -> int:
    """Return how many tokens a place that begins with "St" goes on for: "lege på St. Olavs hospital"."""
    if document.tokens[at].lower not in ("st", "sankt"):
        return 0
    count = 0
    while (token := document.after(at, count + 1)) is not None and (
        (token.text == "." and count == 0) or token.has_capital or token.lower == "hospital"
    ):
        count += 1
    return count


def _is_called_by_it(document: Document, at: int, link_at: int) -> bool:
    """Tell whether somebody is called by the job alone: "guten til han snekkeren", not one of the staff."""
    token, link = document.tokens[at], document.before(link_at)
    if link is None or link_at != at - 1 or document.tokens[link_at].lower not in _ARTICLES or token.flags & Word.STAFF:
        return False
    return link.lower in _OWNED_BY and token.lower.endswith(("en", "n", "a")) and not token.has_capital


def _is_role_beside_a_name(document: Document, at: int, link_at: int) -> bool:
    """Tell whether the role belongs to the name after it, or is one in a row: "mor, far, helsesykepleier Tone"."""
    follow, earlier = document.after(at), document.before(link_at, 2)
    if not document.tokens[at].flags & Word.STAFF or document.tokens[link_at].lower not in (",", "og"):
        return False
    is_in_a_row = earlier is not None and earlier.text in ",:" and document.tokens[link_at].text == ","
    if follow is not None and follow.lower in (",", "og") and (other := document.after(at, 2)) is not None:
        is_in_a_row = is_in_a_row or bool(other.flags & Word.STAFF)  # "mor, lege og tolk"
    last = document.before(link_at)
    if document.tokens[link_at].lower == "og" and last is not None and earlier is not None and earlier.text == ",":
        is_in_a_row = is_in_a_row or bool(last.flags & Word.STAFF)
    return is_in_a_row or (follow is not None and follow.has_capital)


def _job_replacement(document: Document, link: str, link_at: int) -> str:
    """Return what reads well after the link: "sønn av [en voksen]", "jobber", "er i arbeid"."""
    if link in ("av", "til", "te"):
        return "[en voksen]"
    if link == "som" and _is_work(document, link_at):
        return ""
    return _DRIVES.get(link, "i arbeid")


def _is_their_job(document: Document, at: int, link_at: int) -> bool:
    link = document.tokens[link_at]
    if link.flags & Word.KIN and (not document.tokens[at].flags & Word.STAFF or _ends_a_note(document, at, link)):
        return link_at == at - 1
    if (
        link.lower in ("til", "te", "hos", "av", "fra", "frå", "åt")
        and document.tokens[at].lower in document.vocabulary.classes["en_av_hver"]
    ):
        sent = document.before(link_at)
        return sent is None or sent.lower not in document.vocabulary.classes["sendt_til"]
    who = document.before(link_at)
    if link.lower == "som" and _works_by_name(document, link_at):
        return not document.tokens[at].flags & Word.STAFF
    if link.lower in ("er", "e") and who is not None and who.lower in ONE_ADULT:
        near = document.tokens[max(0, link_at - _SENTENCE) : link_at]
        is_about_an_adult = any(is_close(document, t) for t in near)
        return is_about_an_adult or not document.tokens[at].flags & Word.STAFF
    is_labelled = link.text == ":" and who is not None and bool(who.flags & Word.KIN)
    is_verb = link.lower in ("er", "e", "var") and not document.tokens[at].flags & Word.STAFF
    if is_labelled or (is_verb and _is_a_named_one(document, link_at)):
        return True
    adult = adult_before(document, at, _REACH, child_of=link.lower in ("av", "til", "te"))
    return link.lower in LINKS and adult is not None and _link_holds(document, link_at)


def _ends_a_note(document: Document, at: int, link: Token) -> bool:
    """Tell whether the work of a parent ends a short note, though the staff may have it too: "vegrer, far politi"."""
    follow, before = document.after(at), document.before(at, 2)
    is_noted = before is None or before.text in ",.;:" or link.opens_sentence
    if before is not None and before.lower in ("og", "å"):  # "mor dommer og far lege"
        other = document.before(at, 3)
        is_noted = other is not None and bool(other.flags & Word.OCCUPATION)
    return bool(link.flags & Word.PARENT) and is_noted and (follow is None or follow.text in ",.;")


def _works_by_name(document: Document, link_at: int) -> bool:
    """Tell whether a name or "han" works "som": "Marthe jobbe som postbud"."""
    verb, who = document.before(link_at), document.before(link_at, 2)
    if verb is None or who is None or verb.lower not in document.vocabulary.classes["arbeidsverb"]:
        return False
    return who.lower in ONE_ADULT or bool(who.flags & Word.FIRST and who.has_capital)


def _is_a_named_one(document: Document, link_at: int) -> bool:
    """Tell whether a name and "som" stand before "er": "Vidar, som er politibetjent"."""
    which, comma, who = (document.before(link_at, step) for step in (1, 2, 3))
    if which is None or comma is None or which.lower != "som":
        return False
    named = who if comma.text == "," else comma
    return named is not None and bool(named.flags & Word.FIRST) and named.has_capital


def _is_parent(document: Document, at: int) -> bool:
    """Tell whether the job comes first: "ordføreren er far til barnet"."""
    verb, kin = document.after(at), document.after(at, 2)
    return verb is not None and kin is not None and verb.lower in ("er", "e", "var") and bool(kin.flags & Word.PARENT)


def _closes_a_bracket(document: Document, at: int) -> bool:
    """Tell whether the job is the last thing in a bracket: "Mor (Linn Nymoen, politi)"."""
    follow = document.after(at)
    return follow is not None and follow.text == ")"


def _is_work(document: Document, at: int) -> bool:
    """Tell whether a verb of work stands before, with when it is done between at most: "jobber kveld som"."""
    before = document.before(at)
    if before is not None and before.lower in _WHEN:
        before = document.before(at, 2)
    return before is not None and before.lower in document.vocabulary.classes["arbeidsverb"]


def _link_holds(document: Document, at: int) -> bool:
    """Tell whether a loose link (comma, "og", "av") really ties the job to the adult before it."""
    link, before = document.tokens[at], document.before(at)
    if before is None:
        return False
    if link.lower in ("av", "til", "te"):
        is_child = before.lower in CHILD_OF and before.lower not in ("barn", "barnet", "unge", "gutten", "jenta")
        return is_child or (before.lower in CHILD_OF and document.tokens[at + 1].lower.endswith(("en", "n", "et", "a")))
    if link.lower == "som":
        return _is_work(document, at) or before.text == "," or bool(before.flags & Word.KIN)
    if link.text == "," and _closes_a_bracket(document, at + 1) and before.flags & Word.SURNAME:
        return True
    if link.lower in (",", "(", "og"):
        is_somebody = before.flags & (Word.KIN | Word.OCCUPATION | Word.FIRST) or _is_named_behind_kin(document, at)
        return bool(is_somebody) and not (link.lower == "og" and before.flags & Word.KIN)
    return True


def _is_named_behind_kin(document: Document, at: int) -> bool:
    """Tell whether a whole name behind a role of kin stands before the comma: "Far Thanh Nguyễn, kokk"."""
    first, second = document.before(at, 2), document.before(at, 3)
    last = document.before(at)
    if last is None or first is None or second is None:
        return False
    return last.has_capital and first.has_capital and bool(second.flags & Word.KIN)
