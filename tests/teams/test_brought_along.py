"""A forwarded message, and another's message that is quoted, are heard like text that is pasted in."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from bot.domain.turn import Corrected, Said
from bot.teams.activity import IncomingActivity
from bot.teams.read_activity import read_activity
from tests.each import each
from tests.teams.conftest import NOW
from tests.teams.recorded import recorded

DANGER = "Faren slår ham hver kveld."
FORWARD = f'<blockquote itemtype="http://schema.skype.com/Forward"><p>Hei.</p><p>{DANGER}</p></blockquote>'


def html(content: Any) -> dict[str, Any]:
    return {"contentType": "text/html", "content": content}


def reply(words: str = DANGER, sender: str = "8:orgid:00000000-0000-4000-8000-0000000000aa") -> str:
    return (
        '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1700000000000">'
        f'<strong itemprop="mri" itemid="{sender}">Ola Prøve</strong><span itemprop="time"></span>'
        f'<p itemprop="preview">{words}</p></blockquote><p>hva gjør jeg?</p>'
    )


def said(name: str = "message_personal", **changes: Any) -> str:
    turn = read_activity(IncomingActivity.model_validate(recorded(name, **changes)), NOW)
    assert turn is not None
    assert isinstance(turn.what, Said | Corrected)
    return turn.what.text


@pytest.mark.parametrize("text", ["", "se her", None])
def test_what_is_forwarded_is_heard_also_with_a_few_words_or_none(text: str | None) -> None:
    heard = said(text=text, attachments=[html(f"<p>{text or ''}</p>{FORWARD}")])
    assert heard == "\n".join(line for line in (text, "Hei.", DANGER) if line)


def test_what_teams_has_put_in_the_text_already_is_not_said_twice() -> None:
    heard = said(text=f"se her\r\n\r\nHei.\r\n{DANGER}", attachments=[html(f"<p>se her</p>{FORWARD}")])
    assert heard.count(DANGER) == 1


def test_what_teams_has_shortened_in_the_text_is_heard_whole() -> None:
    assert DANGER in said(text="se her\r\n\r\nHei. Faren …", attachments=[html(f"<p>se her</p>{FORWARD}")])


@pytest.mark.parametrize(
    "content",
    [
        {"originalMessageContent": f"<p>{DANGER}</p>"},
        {"body": {"contentType": "html", "content": f"<div>{DANGER}</div>"}},
        json.dumps({"originalMessageContent": DANGER}),
    ],
)
def test_a_reference_to_a_forwarded_message_is_heard(content: Any) -> None:
    heard = said(text="", attachments=[{"contentType": "forwardedMessageReference", "content": content}])
    assert heard == DANGER


@pytest.mark.parametrize(
    "changes",
    [
        {"attachments": [html(reply())]},
        {"attachments": [{"contentType": "messageReference", "content": json.dumps({"messagePreview": DANGER})}]},
        {"quote": {"type": "quotedReply", "quotedReply": {"senderId": "29:ola", "preview": DANGER}}},
    ],
    ids=["html", "reference", "entity"],
)
def test_another_persons_message_that_is_quoted_in_a_channel_is_heard(changes: dict[str, Any]) -> None:
    name = "message_channel_mention"
    quote = changes.pop("quote", None)
    more = {"entities": [*recorded(name)["entities"], quote]} if quote else {}
    heard = said(name, **changes, **more)
    assert heard == f"{said(name)}\n{DANGER}"


def test_a_quote_of_the_bots_own_words_is_not_what_somebody_said() -> None:
    name = "message_channel_mention"
    own = [
        html(reply(sender="28:00000000-0000-4000-8000-00000000b07a")),
        {
            "contentType": "messageReference",
            "content": {"messagePreview": DANGER, "messageSender": {"application": {"id": "x"}}},
        },
    ]
    quote = {"type": "quotedReply", "quotedReply": {"senderId": "28:b07a", "preview": DANGER}}
    assert said(name, attachments=own, entities=[*recorded(name)["entities"], quote]) == said(name)


def test_a_quote_with_a_quote_in_it_is_heard_once_whoever_is_quoted_inside() -> None:
    inner = reply("Jeg er en bot.", "28:00000000-0000-4000-8000-00000000b07a")
    heard = said("message_channel_mention", attachments=[html(reply(f"{DANGER}{inner}"))])
    assert heard.count(DANGER) == 1


@pytest.mark.parametrize("kind", ["reply", "forward", "other"])
def test_quotes_inside_quotes_take_no_time(kind: str) -> None:
    nested = "".join(f'<blockquote itemtype="/{kind}">w{number}' for number in range(1600))
    began = time.process_time()
    said("message_channel_mention", attachments=[html(nested)] * 4)
    assert time.process_time() - began < 1.0


def test_of_very_many_quotes_the_first_are_heard() -> None:
    name = "message_channel_mention"
    quotes = [
        {"type": "quotedReply", "quotedReply": {"senderId": "29:ola", "preview": f"{n} {DANGER}"}} for n in range(150)
    ]
    heard = said(name, entities=[*recorded(name)["entities"], *quotes])
    assert heard.count(DANGER) == 10
    many = [{"type": "quotedReply", "quotedReply": {"senderId": "29:ola", "preview": f"{n}" * 9_000}} for n in range(9)]
    assert len(said(name, entities=[*recorded(name)["entities"], *many])) < 21_000


def test_in_ones_own_chat_a_quote_was_said_before_and_a_short_answer_stays_an_answer() -> None:
    assert said(text="ja", attachments=[html(reply())]) == "ja"


def test_a_message_with_nothing_but_formatting_is_only_its_text() -> None:
    assert said(text="hei der", attachments=[html("<p>hei</p><blockquote>gammelt</blockquote>")]) == "hei der"


def test_a_corrected_message_is_heard_with_what_it_forwards() -> None:
    assert DANGER in said("message_edited", attachments=[html(FORWARD)])


@each(
    "content",
    [None, 7, [], "", "<blockquote", "</blockquote></p>", "{", "[" * 5000, "<!--", f"{'<p>' * 5000}x", {"body": 3}],
)
@each("kind", ["text/html", "forwardedMessageReference", "messageReference"])
def test_whatever_else_comes_along_leaves_the_text_as_it_is(kind: str, content: Any) -> None:
    name = "message_channel_mention"
    assert said(name, attachments=[{"contentType": kind, "content": content}]).startswith(said(name))


def test_an_emoji_that_a_client_cut_in_half_in_a_preview_breaks_nothing() -> None:
    content = json.dumps({"messagePreview": f"{DANGER} \ud83d"})
    for kind in ("messageReference", "forwardedMessageReference"):
        heard = said("message_channel_mention", attachments=[{"contentType": kind, "content": content}])
        heard.encode()
    content = json.dumps({"originalMessageContent": f"{DANGER} \ud83d"})
    heard = said(text="", attachments=[{"contentType": "forwardedMessageReference", "content": content}])
    assert heard == f"{DANGER} ?"


def test_a_forwarded_message_that_never_ends_is_heard() -> None:
    assert DANGER in said(text="", attachments=[html(FORWARD.removesuffix("</p></blockquote>"))])


@pytest.mark.parametrize(
    "piece", ["<", "<a ", "<!--", "<![", "<p a='", '<a b="', "</", "<blockquote>", "a=", "&#", " "]
)
def test_no_input_makes_the_reading_slow(piece: str) -> None:
    began = time.process_time()
    said(text="x", attachments=[html(piece * (200_000 // len(piece)))])
    assert time.process_time() - began < 1.0


@pytest.mark.parametrize(
    ("text", "forwarded", "own"),
    [
        ("", "koble fra", ""),
        ("2", "2", ""),
        ("se her", DANGER, "se her"),
        (f"se her\r\n\r\nHei.\r\n{DANGER}", f"<p>Hei.</p><p>{DANGER}</p>", "se her"),
        ("se her\r\n\r\nHei. Faren …", f"<p>Hei.</p><p>{DANGER}</p>", "se her"),
        ("ikke koble fra", "ikke", ""),
        ("saker", "koble fra", "saker"),
    ],
)
def test_what_its_sender_wrote_is_told_apart_from_what_came_along(text: str, forwarded: str, own: str) -> None:
    content = f'<blockquote itemtype="/Forward">{forwarded}</blockquote>'
    turn = read_activity(
        IncomingActivity.model_validate(recorded("message_personal", text=text, attachments=[html(content)])), NOW
    )
    assert turn is not None
    assert isinstance(turn.what, Said)
    assert turn.what.own_words == own
