"""What is typed in the middle of a guide and answers nothing: what is meant, how to go on, a thanks, a swear word."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.texts import Texts
from dialogs.by_words import asks_what_to_write, begins_a_question, says_only, words_of
from dialogs.guide.sitting import Sitting

OF_THE_BOT = ("hva_lagrer_du", "hvem_er_du", "knapp", "spor")
"""Kinds of small talk (`words/smaprat.yaml`) that ask of the bot itself, find no button or ask whether they may ask,
and are answered in the middle of anything."""
TIRED = "sliten"
"""The kind of small talk that says that somebody is tired."""


def asks_what_now(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether all that is said asks how to go on: «hva nå», «ka no», «kva i all verda gjer eg da»."""
    if " ".join(words) in texts.listed("guide.words_what_now"):
        return True
    what, does, small = (f"guide.words_now_{key}" for key in ("what", "does", "small"))
    is_asked = bool(words) and words[0] in texts.words(what, small)
    return is_asked and says_only(words, texts, what, does, beside=(small,))


def asks_what_is_meant(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody asks what the question means, or says that it is not understood, and names nothing: «hva
    betyr det», «skjønner ikke spørsmålet». «Hva betyr grunn til å tro» is looked up."""
    understand, mean, what, small = (
        texts.words(f"guide.words_{key}") for key in ("understand", "mean", "what", "around_meaning")
    )
    is_what = not what.isdisjoint(words) and not (mean | understand).isdisjoint(words)
    is_lost = not understand.isdisjoint(words) and not texts.words("guide.words_no").isdisjoint(words)
    return (is_what or is_lost) and {*words} <= understand | mean | what | small


def is_lost(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody does not follow what was shown, and names nothing: «hva betyr det», «forklar», «hæ». «Hva
    mente de med det» asks of somebody else's words."""
    if not any(texts.words(f"guide.words_{key}").isdisjoint(words) for key in ("they", "meant")):
        return False
    return asks_what_is_meant(words, texts) or " ".join(words) in texts.listed("guide.words_lost")


def _asks_what_bot_means(words: Sequence[str], shown: Sitting) -> bool:
    """Tell whether somebody asks what is meant by words of the question itself: «hva mener dere med fare nå»."""
    text, step = shown.around.text, shown.step
    asked = {*words_of(step.ask)} if step is not None else set()
    rest = [word for word in words if word not in asked or word in text.words("guide.words_around_meaning")]
    is_of_bot = not text.words("guide.words_whose_meaning").isdisjoint(words)
    return len(rest) < len(words) and is_of_bot and asks_what_is_meant(rest, text)


def asks_why(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether all that is said asks why it is asked: «hvorfor spør du om dette», «koffer må æ svar på det»."""
    return says_only(words, texts, "guide.words_why_word", "guide.words_why_asks", beside=("guide.words_why_small",))


def asks_if_needed(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether all that is said asks whether it must be done, «må jeg det», «er det nødvendig», where it stands."""
    needs, must, small = (texts.words(f"guide.words_must_{key}") for key in ("needs", "must", "small"))
    is_asked = len(words) > 1 and words[0] in texts.words("guide.words_must_asks")
    is_needed = words[:1] != [] and (words[0] in needs or not needs.isdisjoint(words))
    return is_asked and is_needed and (needs | must | small | texts.words("guide.words_must_asks")).issuperset(words)


def asks_again(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether all that is said asks what the question was: «hva spurte du om», «gjenta spørsmålet»."""
    return says_only(words, texts, "guide.words_again_asks", "guide.words_again", beside=("guide.words_again_small",))


def only_swears(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether there is nothing but swearing: «faen heller». What else is said with it is heard as always."""
    return says_only(words, texts, "guide.words_swear", beside=("guide.words_around_swear",))


def asks_for_mail(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody wants to have it by mail: «kan du sende den til meg på mail»."""
    return says_only(words, texts, "guide.words_mail", "guide.words_mail_wish", beside=("guide.words_around_mail",))


def asks_for_paper(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody wants to take along where they have come, on paper or as a file: «kan jeg skrive ut
    dette», «last ned», «pdf»."""
    paper, wish, *beside = (f"guide.words_{one}" for one in ("paper", "paper_wish", "around_mail", "around_paper"))
    is_bare = bool(words) and texts.words("guide.words_paper_alone").issuperset(words)
    return is_bare or says_only(words, texts, paper, wish, beside=beside)


def asks_to_share(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody wants to give what stands here to one at work: «send til rektor», «del oppsummeringen med
    en kollega». «Kan jeg dele det med en kollega» asks what may be told, and is answered as that."""
    what, sends, share, whom = (f"guide.words_{one}" for one in ("share_what", "share_send", "share", "share_whom"))
    around = ("guide.words_around_mail", "guide.words_around_paper", what, sends, share)
    is_named = not texts.words(what, sends).isdisjoint(words) or not begins_a_question(words)
    is_sent = not texts.words(sends, share).isdisjoint(words)
    return is_named and is_sent and says_only(words, texts, whom, beside=around)


def asks_for_help(words: Sequence[str], shown: Sitting) -> bool:
    """Tell whether somebody asks what to do, write or choose at the question that is shown, or what it means."""
    text = shown.around.text
    doubt = text.words("guide.words_unsure")
    named = [word for word in words if word not in doubt]  # «hva betyr usikker» asks about an answer of the question
    asks = asks_what_now(words, text) or is_lost(words, text)
    asks = asks or (len(named) < len(words) and asks_what_is_meant(named, text)) or asks_what_to_write(words, text)
    asks = asks or asks_why(words, text) or asks_again(words, text)
    return asks or _asks_what_bot_means(words, shown)


def asks_to_wait(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether somebody only asks for time: «vent litt». «Nei vent» takes the last answer back."""
    return " ".join(words) in texts.listed("guide.words_wait")


def only_thanks(words: Sequence[str], texts: Texts) -> bool:
    """Tell whether there is nothing but a thanks, and a goodbye with it: «tusn takk», «takk og hadet»."""
    return says_only(words, texts, "common.words_thanks", beside=("guide.words_around_thanks",))
