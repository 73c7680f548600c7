"""What Teams sends is read into plain data, and nothing in it is believed that need not be."""

from __future__ import annotations

from typing import Any

import pytest

from bot.domain.turn import Installed, PlaceChanged, PlaceKind, Pressed, Removed, Said, Searched, Turn
from bot.teams.activity import IncomingActivity
from bot.teams.read_activity import MAX_VALUE, read_activity
from tests.teams.conftest import NOW
from tests.teams.recorded import SERVICE_URL, TENANT, recorded

BOT = {"id": "28:00000000-0000-4000-8000-00000000b07a", "name": "Veilederen"}


def read(activity: dict[str, Any]) -> Turn | None:
    return read_activity(IncomingActivity.model_validate(activity), NOW)


def pressed(value: Any) -> Pressed:
    turn = read(recorded("message_submit", value=value))
    assert turn is not None
    assert isinstance(turn.what, Pressed)
    return turn.what


def test_a_turn_says_who_where_and_when() -> None:
    turn = read(recorded("message_channel_mention"))
    assert turn is not None
    assert (turn.person.id, turn.person.name) == ("aaaaaaaa-0000-4000-8000-000000000002", "Test Teammedlem")
    assert turn.place.kind is PlaceKind.CHANNEL
    assert turn.place.channel_id == "19:0123456789abcdef0123456789abcdef@thread.tacv2"
    assert turn.place.conversation_id == f"{turn.place.channel_id};messageid=1700000000101"
    assert turn.thread == "1700000000101"
    assert turn.place.reference["service_url"] == SERVICE_URL
    assert turn.place.reference["tenant_id"] == TENANT
    assert turn.at == NOW


def test_neither_the_text_nor_the_name_is_in_the_printed_turn() -> None:
    printed = repr(read(recorded("message_personal", text="hemmelig")))
    assert "hemmelig" not in printed
    assert "Test Lærer" not in printed


def test_the_channel_chosen_at_installation_is_the_place() -> None:
    installed = recorded("installed_team")
    installed["channelData"]["settings"]["selectedChannel"]["id"] = "19:chosen@thread.tacv2"
    turn = read(installed)
    assert turn is not None
    assert turn.what == Installed()
    assert turn.place.channel_id == turn.place.conversation_id == "19:chosen@thread.tacv2"
    assert turn.place.reference["group_id"] == "bbbbbbbb-0000-4000-8000-000000000001"


@pytest.mark.parametrize(("action", "what"), [("add", Installed()), ("remove", Removed())])
def test_installation_is_told_once(action: str, what: object) -> None:
    turn = read(recorded("installed_personal", action=action))
    assert turn is not None
    assert turn.what == what


@pytest.mark.parametrize("action", ["add-upgrade", "remove-upgrade", "", "x"])
def test_an_upgrade_is_no_installation(action: str) -> None:
    assert read(recorded("installed_personal", action=action)) is None


def mention(bot: dict[str, str], text: str) -> dict[str, Any]:
    return {"type": "mention", "mentioned": bot, "text": text}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<at>Veilederen</at> hjelp", "hjelp"),
        ("<at>Veilederen</at>&nbsp; hjelp \n", "hjelp"),
        ("hjelp <at>Veilederen</at>", "hjelp"),
        ("<at>Veilederen</at>", ""),
        ("<at>Veilederen</at> spør <at>Test Teammedlem</at>", "spør Test Teammedlem"),
        ('<at id="0">Veilederen</at> to\n\nlinjer', "Veilederen to\n\nlinjer"),
        ("<at>Veilederen</at> 2 < 3 og <b>x</b>", "2 < 3 og <b>x</b>"),
    ],
)
def test_mentions_of_the_bot_are_taken_out_and_others_become_names(text: str, said: str) -> None:
    entities = [mention(BOT, "<at>Veilederen</at>"), mention({"id": "29:x"}, "<at>Test Teammedlem</at>")]
    turn = read(recorded("message_channel_mention", text=text, entities=entities))
    assert turn is not None
    assert turn.what == Said(said)


def test_beside_a_card_only_what_the_client_wrote_is_taken_out() -> None:
    """The client's tags and the bot's name go; what somebody wrote between < and > stays, for it may be danger."""
    text = '<p><at>Veilederen</at> barn < 5 år, far slår, og > 2 ganger<attachment id="x"></attachment></p>'
    card = {"contentType": "application/vnd.microsoft.card.adaptive", "content": {}}
    entities = [mention(BOT, "<at>Veilederen</at>")]
    turn = read(recorded("message_channel_mention", text=text, entities=entities, attachments=[card]))
    assert turn is not None
    assert turn.what == Said("barn < 5 år, far slår, og > 2 ganger")


def test_an_id_in_other_letters_is_the_bots_all_the_same() -> None:
    bot = {"id": BOT["id"].upper()}
    entities = [mention(bot, "<at>Veilederen</at>")]
    turn = read(recorded("message_channel_mention", text="<at>Veilederen</at> saker", entities=entities))
    assert turn is not None
    assert turn.what == Said("saker")


def test_a_message_that_mentions_somebody_else_is_not_for_the_bot() -> None:
    entities = [mention({"id": "29:x"}, "<at>Veilederen</at>")]
    assert read(recorded("message_channel_mention", entities=entities)) is None


def test_a_picture_without_text_is_heard_as_nothing_said() -> None:
    turn = read(recorded("message_personal", text=None))
    assert turn is not None
    assert turn.what == Said("")


@pytest.mark.parametrize("verb", [None, 7, "", "a b", "<script>", "x" * 65, {"a": 1}, "drop\u0000"])
def test_a_verb_no_button_has_is_no_verb(verb: Any) -> None:
    assert pressed({"verb": verb, "id": "TEST-1", "version": 1}).verb == ""


@pytest.mark.parametrize("version", [None, "3", 3.5, -1, True, 2**40, [3]])
def test_a_version_no_card_has_is_version_zero(version: Any) -> None:
    assert pressed({"verb": "case.claim", "version": version}).version == 0


def test_extra_keys_are_only_values_and_only_text() -> None:
    button = pressed(
        {"verb": "case.claim", "id": 7, "role": "admin", "list": ["a"], "deep": {"x": 1}, "n": 3, "b c": "x"}
    )
    assert button.id == ""
    assert dict(button.values) == {"role": "admin"}


def test_a_value_is_bounded() -> None:
    button = pressed({"verb": "case.check", "sett": "x" * 200_000, **{f"felt{n}": "y" for n in range(500)}})
    assert len(button.values["sett"]) == MAX_VALUE
    assert len(button.values) <= 80


@pytest.mark.parametrize(
    "value", [None, [], "x", {"action": None}, {"action": {"data": []}}, {"action": {"verb": ["x"]}}]
)
def test_a_button_without_sense_is_a_press_of_nothing(value: Any) -> None:
    turn = read(recorded("invoke_execute", value=value))
    assert turn is not None
    assert isinstance(turn.what, Pressed)
    assert turn.what.verb == ""


@pytest.mark.parametrize("parameters", [None, {}, [7], [{"name": "query"}], [{"name": "initialRun", "value": "true"}]])
def test_a_search_without_words_is_an_empty_search(parameters: Any) -> None:
    turn = read(recorded("invoke_search", value={"commandId": "searchAnswers", "parameters": parameters}))
    assert turn is not None
    assert turn.what == Searched("")


def test_words_searched_for_are_read_also_when_the_client_does_not_name_the_parameter() -> None:
    turn = read(recorded("invoke_search", value={"parameters": [{"value": "meldeplikt"}]}))
    assert turn is not None
    assert turn.what == Searched("meldeplikt")


@pytest.mark.parametrize("feedback", [None, 7, "not json", '{"feedbackText": 7}', "[" * 50])
def test_feedback_without_sense_keeps_only_the_thumb(feedback: Any) -> None:
    value = {"actionName": "feedback", "actionValue": {"reaction": "dislike", "feedback": feedback}}
    turn = read(recorded("invoke_feedback", value=value))
    assert turn is not None
    assert isinstance(turn.what, Pressed)
    assert dict(turn.what.values) == {"reaction": "dislike", "text": ""}


def test_half_an_emoji_in_json_that_stands_in_a_string_is_replaced() -> None:
    """It is an escape of the string's own: the reader of the whole body sees nothing of it."""
    value = {
        "actionName": "feedback",
        "actionValue": {"reaction": "like", "feedback": '{"feedbackText": "nei \\ud83d"}'},
    }
    turn = read(recorded("invoke_feedback", value=value))
    assert turn is not None
    assert isinstance(turn.what, Pressed)
    assert turn.what.values["text"] == "nei ?"


def test_a_channel_that_is_shared_with_one_more_team_is_read_as_that_channel() -> None:
    turn = read(recorded("event_channelShared"))
    assert turn is not None
    assert turn.what == PlaceChanged("channelShared")
    assert turn.place.room == recorded("event_channelShared")["channelData"]["channel"]["id"]


def test_the_same_event_without_an_id_gets_the_same_id() -> None:
    one, again = (read(recorded("event_channelRenamed", id=None)) for _ in range(2))
    assert one is not None
    assert again is not None
    assert one.activity_id == again.activity_id


@pytest.mark.parametrize(("words", "said"), [("", ""), ("Er dette riktig?", "Er dette riktig?")])
def test_the_place_of_a_shared_card_in_the_text_is_not_taken_for_words(words: str, said: str) -> None:
    place = (
        '\n<span class="inline-compose-card" itemid="0" itemtype="http://schema.skype.com/InputExtension">\n'
        '  <span content="0" itemprop="cardId"></span>\n</span>\n'
    )
    card = {"contentType": "application/vnd.microsoft.card.adaptive", "content": {"type": "AdaptiveCard", "body": []}}
    turn = read(recorded("message_personal", text=words + place, attachments=[card]))
    assert turn is not None
    assert turn.what == Said(said)


def test_a_mention_of_a_kind_nobody_knows_leaves_the_others_and_the_words() -> None:
    known = recorded("message_channel_mention")
    odd = {"type": "mention", "text": "<at>Merkelapp</at>", "mentioned": {"name": "Merkelapp"}}
    turn, as_known = read({**known, "entities": [odd, 7, *known["entities"]]}), read(known)
    assert turn is not None
    assert turn == as_known


@pytest.mark.parametrize(("name", "read_as"), [("å" * 10_000, "å" * 256), (7, ""), (["Kari"], "")])
def test_a_name_that_cannot_be_read_or_never_ends_keeps_nobody_from_being_heard(name: Any, read_as: str) -> None:
    sender = {**recorded("message_personal")["from"], "name": name}
    turn = read(recorded("message_personal", **{"from": sender}))
    assert turn is not None
    assert turn.what == Said("hei")
    assert turn.person.name == read_as


@pytest.mark.parametrize(
    ("conversation", "kind"),
    [
        ({"conversationType": "personal"}, PlaceKind.PERSONAL),
        ({}, PlaceKind.PERSONAL),
        ({"isGroup": True}, PlaceKind.GROUP),
        ({"conversationType": "meeting"}, PlaceKind.GROUP),
        ({"conversationType": "Personal"}, PlaceKind.GROUP),
        ({"conversationType": "channel", "isGroup": True}, PlaceKind.CHANNEL),
    ],
)
def test_a_conversation_of_a_kind_nobody_knows_is_not_taken_for_ones_own_chat(
    conversation: dict[str, Any], kind: PlaceKind
) -> None:
    given = {"id": "a:1-personal-test", "tenantId": TENANT, **conversation}
    installed = recorded("installed_personal", conversation=given)
    turn = read(installed)
    assert turn is not None
    assert turn.place.kind is kind
