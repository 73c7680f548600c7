"""The tool that tells which code hears a message: it must name the ear, the lists of words and the sentences."""

from __future__ import annotations

import pytest

from bench.turn.heard_by import heard_by


@pytest.mark.parametrize(
    ("messages", "decided", "words", "says"),
    [
        (["vil gjerne drøfte en elev"], "wish_to_discuss: submit", "commands.discuss_about: elev", "case.about_title"),
        (["hei", "drøft en sak"], "typed_button", "", "case.about_title"),
        (["jeg har meldt"], "reported", "case.words_reported: meldt", "guide.reported"),
    ],
)
async def test_it_names_who_decided_which_words_were_heard_and_what_is_said(
    messages: list[str], decided: str, words: str, says: str
) -> None:
    heard, shown = await heard_by(messages)
    assert [one for one in heard.decided if one.endswith(decided)]
    assert not words or words in heard.lists
    assert [place for place, keys in heard.sentences.items() if says in keys and ".py:" in place]
    assert shown
