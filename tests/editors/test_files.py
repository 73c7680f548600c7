"""A file goes out, is changed, comes back: error, mend, look, publish, asked, back. Hostile files lead nowhere."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import PurePosixPath

import pytest
from docx import Document

from bot.content.docx_write import docx_of
from bot.content.file_names import closest, path_for
from bot.content.versions import Files
from bot.content.versions_edit import section_of, with_section
from bot.content.versions_merge import merged_lines
from bot.domain.files import FetchFile, FileError
from bot.domain.reply import File
from bot.domain.turn import AttachedFile, Pressed, Said
from tests.editors.conftest import KARI, MALIN, ON_ONE_DATABASE, RITA, OpenReplica, Replica
from tests.editors.people import Chat
from tests.fakes.knowledge import shelf
from tests.fakes.stores import MovableClock

PROFILE = "kommuner/stjordal.yaml"
ARTICLE = "articles/taushetsplikt-hva.md"
QUESTIONS = "words/flere_sporsmal.tsv"
GAP = "velferdsveiledning: {name: Velferdsveiledning i Stjørdal, unknown: må fylles ut av kommunen"


class FakeRoom:
    """Keeps files by link."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.fetched: list[str] = []

    async def fetch(self, file: FetchFile) -> bytes:
        self.fetched.append(file.name)
        if file.link not in self.files:
            raise FileError
        return self.files[file.link]


def chats(replica: Replica, clock: MovableClock) -> tuple[Chat, FakeRoom]:
    room = FakeRoom()
    return Chat(replica, RITA, clock, files=room), room


async def send(chat: Chat, room: FakeRoom, name: str, content: bytes, said: str = "") -> str:
    room.files["https://their.place/1"] = content
    return await chat.take(Said(said, AttachedFile(name, "https://their.place/1")))


async def test_a_file_is_taken_out_changed_sent_back_published_and_rolled_back(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one, other = await replica(), await replica()
    rita, room = chats(one, clock)
    kari = await Chat(other, KARI, clock).works_in("stjordal")
    assert "stjordal.yaml" in await rita.say("last ned stjordal")
    (offered,) = rita.shown
    assert isinstance(offered, File)
    again = await rita.take(Pressed(offered.verb, offered.id))
    assert "stjordal.yaml" in again
    taken = offered.content
    assert taken == one.files[PROFILE]
    line = next(text for text in taken.decode().splitlines() if GAP in text)
    wrong = taken.decode().replace(
        line, "  velferdsveiledning: {name: V, valeu: '74 00 00 01', sorces: [stjordal-plan]}"
    )
    told = await send(rita, room, "stjordal (1).yaml", wrong.encode())
    assert "2 feil å rette" in told
    assert "Mente du «value»?" in told
    assert "Mente du «sources»?" in told
    assert f"{PROFILE}, linje" in told
    right = wrong.replace("valeu", "value").replace("sorces", "sources")
    assert "74 00 00 01" in await send(rita, room, "stjordal (1).yaml", right.encode())
    assert "Publisert" in await rita.push("Publiser", {"why": "fra fil"})
    await other.desk.follow()
    asked = Pressed("article_more", "stjordal-velferdsveiledning")
    assert "74 00 00 01" in await kari.take(asked)
    await rita.take(Pressed("edit_roll", "1"))
    await rita.push("Publiser", {"why": "tilbake"})
    await other.desk.follow()
    assert "74 00 00 01" not in await kari.take(asked)
    async with one.store.unit_of_work() as uow:
        assert [edition.way for edition in await uow.editions.newest(3)] == ["tilbake", "fil", "mappe"]


@ON_ONE_DATABASE
async def test_an_answer_goes_through_word_and_only_what_was_changed_is_a_change(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    rita, room = chats(one, clock)
    same = await send(rita, room, "taushetsplikt-hva.docx", docx_of(one.files[ARTICLE], ARTICLE))
    assert "Ingenting er endret" in same
    document = Document(BytesIO(docx_of(one.files[ARTICLE], ARTICLE)))
    paragraph = next(one for one in document.paragraphs if one.text.startswith("Hold det du får vite"))
    paragraph.text = "Hold det du får vite på jobben, for deg selv. Prøvetekst."
    saved = BytesIO()
    document.save(saved)
    told = await send(rita, room, "taushetsplikt-hva.docx", saved.getvalue())
    assert "Endringer: 1" in told
    assert "Prøvetekst" in told
    assert "Publisert" in await rita.push("Publiser", {"why": "klarere"})
    assert "Prøvetekst" in await Chat(one, KARI, clock).say("hva er taushetsplikt")
    assert b"asked_as" in one.files[ARTICLE]


async def test_a_file_from_somebody_else_is_never_fetched(replica: OpenReplica, clock: MovableClock) -> None:
    one = await replica()
    room = FakeRoom()
    kari, malin = Chat(one, KARI, clock, files=room), Chat(one, MALIN, clock, files=room)
    assert "tar ikke imot filer" in await send(kari, room, "stjordal.yaml", b"x: 1")
    assert "gjelder flere" in await send(malin, room, "stjordal.yaml", b"x: 1")
    assert room.fetched == []
    wider = one.files["articles/melhus-slt.md"].replace(b"municipalities: [melhus]", b"municipalities: [alle]")
    assert "ikke er ditt" in await send(malin, room, "melhus-slt.md", wider)


@ON_ONE_DATABASE
async def test_what_an_editor_writes_beside_a_file_is_about_the_file_but_danger_is_heard_first(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    rita, room = chats(one, clock)
    changed = one.files[ARTICLE].replace("Hold det du får vite".encode(), "Prøvetekst: hold det du får vite".encode())
    assert changed != one.files[ARTICLE]
    told = await send(rita, room, "taushetsplikt-hva.md", changed, "her er den nye teksten, hva er taushetsplikt?")
    assert [getattr(reply, "kind", "line") for reply in rita.shown] == ["edit_preview"]
    danger = await send(rita, room, "taushetsplikt-hva.md", changed, "far slår jenta hver dag")
    assert [getattr(reply, "kind", "line") for reply in rita.shown] == ["acute", "edit_preview"]
    assert told in danger
    told = await send(rita, room, "Notat fra møtet.pdf", b"x", "hva er taushetsplikt?")
    assert [getattr(reply, "kind", "line") for reply in rita.shown] == ["answer", "edit_file_problems"]


async def test_a_picture_from_an_editor_is_never_fetched(replica: OpenReplica, clock: MovableClock) -> None:
    rita, room = chats(await replica(), clock)
    assert "tar ikke imot filer" in await rita.take(Said("", AttachedFile("", "")))
    assert room.fetched == []


BAD = {
    "half": (PROFILE, lambda raw: raw[: len(raw) // 2], "kommuner/stjordal.yaml"),
    "latin-1": (PROFILE, lambda raw: raw.decode().encode("latin-1", "replace"), "UTF-8"),
    "utf-16": (PROFILE, lambda raw: raw.decode().encode("utf-16"), "Unicode-tekst"),
    "excel": (PROFILE, lambda raw: raw.decode().encode().decode("latin-1").encode(), "Excel"),
    "empty": (PROFILE, lambda _: b" \n", "tom"),
    "huge": (PROFILE, lambda raw: raw + b"#" * 300_000, "256 kB"),
    "office": (PROFILE, lambda _: b"PK\x03\x04 something", "Office-fil"),
    "bomb": (
        PROFILE,
        lambda raw: b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n" + raw,
        "henvisning",
    ),
    "unknown field": (PROFILE, lambda raw: raw + b"\nhemmelig: ja\n", "Feltet «hemmelig» finnes ikke"),
    "another slug": (
        ARTICLE,
        lambda raw: raw.replace(b"slug: taushetsplikt-hva", b"slug: taushetsplikt-unntak"),
        "like",
    ),
    "no front matter": (ARTICLE, lambda raw: raw.replace(b"---\n", b"", 1), "---"),
    "a lost sentence": ("texts/nb/start.yaml", lambda raw: raw.replace(b"save:", b"lagre:", 1), "«save» er borte"),
    "a strange blank": (
        "texts/nb/start.yaml",
        lambda raw: raw.replace(b"{municipality}", b"{kommune}", 1),
        "{kommune}",
    ),
    "a day no calendar has": (
        PROFILE,
        lambda raw: re.sub(rb"review_by: \S+", b"review_by: 2027-02-30", raw, count=1),
        "linje 13: «2027-02-30» kan ikke leses. Er det en dato",
    ),
    "a long list in utf-16": (QUESTIONS, lambda raw: raw.decode().encode("utf-16"), "Unicode-tekst"),
    "cells in quotes": (
        QUESTIONS,
        lambda raw: re.sub(r"\t(.*)$", r'\t"\1"', raw.decode(), flags=re.MULTILINE).encode(),
        "anførselstegn rundt teksten",
    ),
    "broken words": ("words/begreper.yaml", lambda raw: raw.replace(b"concepts:", b"begreper:", 1), "begreper.yaml"),
}


@ON_ONE_DATABASE
async def test_every_bad_file_is_refused_in_words_and_the_good_one_stays(
    replica: OpenReplica, clock: MovableClock
) -> None:
    one = await replica()
    rita, room = chats(one, clock)
    version = one.library.knowledge.version
    for name, (path, spoil, said) in BAD.items():
        told = await send(rita, room, PurePosixPath(path).name, spoil(one.files[path]))
        assert "feil å rette" in told, name
        assert said in told, (name, told)
    told = await send(rita, room, "taushetsplikt-hva.docx", b"PK\x03\x04 not a document")
    assert "feil å rette" in told
    state = await _state(rita)
    assert state.draft is None
    assert (one.library.edition, one.library.knowledge.version) == (0, version)


async def _state(chat: Chat) -> object:
    async with chat.replica.store.unit_of_work(chat.person) as uow:
        return await uow.conversations.get(chat.person, chat.place)


@ON_ONE_DATABASE
async def test_an_answer_that_cannot_be_read_is_told_of_alone(replica: OpenReplica, clock: MovableClock) -> None:
    one = await replica()
    rita, room = chats(one, clock)
    told = await send(rita, room, "taushetsplikt-hva.md", one.files[ARTICLE].replace(b"  - ", b"\t- ", 1))
    assert "1 feil å rette" in told, "what names the answer names no wrong one"
    assert "tabulator" in told


@ON_ONE_DATABASE
async def test_a_question_for_an_answer_that_is_not_there_is_told_of(replica: OpenReplica, clock: MovableClock) -> None:
    one = await replica()
    rita, room = chats(one, clock)
    more = one.files[QUESTIONS] + "taushetsplikt-hav\ter dette noe jeg må tie om\n".encode()
    told = await send(rita, room, "flere_sporsmal.tsv", more)
    assert "Råd: 1" in told
    assert "Svaret «taushetsplikt-hav» finnes ikke" in told
    assert "Mente du «taushetsplikt-hva»?" in told


@ON_ONE_DATABASE
async def test_a_file_is_known_from_its_twins_by_what_stands_in_it(replica: OpenReplica, clock: MovableClock) -> None:
    one = await replica()
    rita, room = chats(one, clock)
    words, texts = one.files["words/acute.yaml"], one.files["texts/nb/acute.yaml"]
    assert "python -m bot export" in await rita.say("last ned alle svar")
    assert "anonymising/steder/stjordal.yaml" in await rita.say("last ned steder")
    assert "last ned» og hele navnet" in await rita.say("last ned acute")
    assert "hele navnet" not in await rita.say("last ned words/acute.yaml")
    (offered,) = rita.shown
    assert isinstance(offered, File)
    assert offered.content == words
    told = await send(rita, room, "acute.yaml", words.replace(b"vold: [", b"vold: [glitterpuddel meg, ", 1))
    assert "words/acute.yaml, expressions › vold" in told
    told = await send(rita, room, "acute.yaml", texts.replace(b"Ring 112", b"Ring 112!", 1))
    assert "texts/nb/acute.yaml, " in told
    nynorsk = one.files["texts/nn/start.yaml"]
    told = await send(rita, room, "start.yaml", nynorsk.replace(b"\n", b"\r\n"))
    assert "texts/nb/start" not in told


@ON_ONE_DATABASE
@pytest.mark.parametrize("ends", [b"\r\n", b"\r"])
async def test_the_ends_of_lines_that_windows_writes_are_no_change(
    replica: OpenReplica, clock: MovableClock, ends: bytes
) -> None:
    one = await replica()
    rita, room = chats(one, clock)
    same = b"\xef\xbb\xbf" + one.files[ARTICLE].replace(b"\n", ends)
    assert "Ingenting er endret" in await send(rita, room, "Kopi av taushetsplikt-hva.md", same)
    told = await send(
        rita, room, "taushetsplikt-hva.md", same.replace(b"Kort svar" + ends, b"Kort svar" + ends + b"Hei. ", 1)
    )
    assert "Endringer: 1" in told
    assert "Publisert" in await rita.push("Publiser", {"why": "prøve"})
    assert b"Hei. " in one.files[ARTICLE]
    assert b"\r" not in one.files[ARTICLE], "what the next program changes would not come in"


def test_what_was_published_with_the_ends_of_windows_is_merged_with_the_next_edition() -> None:
    base, theirs = b"en\nto\ntre\nfire\n", b"en\nto\ntre\nFIRE\n"
    assert merged_lines(base, b"EN\r\nto\r\ntre\r\nfire\r\n", theirs) == b"EN\nto\ntre\nFIRE\n"


def test_a_heading_of_another_size_is_the_same_heading(files: Files) -> None:
    raw = files[ARTICLE].replace(b"## Kort svar", b"### Kort svar")
    assert section_of(raw, "Kort svar") == section_of(files[ARTICLE], "Kort svar") != ""
    changed = with_section(raw, "Kort svar", "Et nytt svar.")
    assert section_of(changed, "Kort svar") == "Et nytt svar."
    assert section_of(changed, "Hva det betyr") == section_of(files[ARTICLE], "Hva det betyr")


TRICKS = (
    "../../etc/passwd",
    "..\\..\\stjordal.yaml",
    "/kommuner/stjordal.yaml",
    "kommuner/../articles/ny.md",
    "NY SAK.md",
    "ny.exe",
    "ny.md\x00.yaml",
    "",
    "a" * 300 + ".md",
)


@pytest.mark.parametrize("name", TRICKS)
def test_tricks_in_names_lead_nowhere(name: str, files: Files) -> None:
    assert path_for(files, name, may_be_new=True) is None


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("stjordal.yaml", PROFILE),
        ("Stjordal (2).yaml", PROFILE),
        ("stjordal - Kopi.yaml", PROFILE),
        ("stjordal", PROFILE),
        ("taushetsplikt-hva", ARTICLE),
        ("kommuner/felles/nasjonalt.yaml", "kommuner/felles/nasjonalt.yaml"),
        ("acute.yaml", "texts/nb/acute.yaml"),
        ("words/acute.yaml", "words/acute.yaml"),
        ("helt-nytt-svar.md", "articles/helt-nytt-svar.md"),
    ],
)
def test_a_name_is_understood_as_programs_write_it(name: str, path: str, files: Files) -> None:
    assert path_for(files, name, may_be_new=True) == path


@pytest.mark.parametrize(
    ("name", "meant"),
    [("ukjent.yaml", ""), ("stjordl.yaml", " Mente du «stjordal.yaml»?"), ("taushetsplikt-hv.docx", " Mente du «")],
)
def test_a_name_is_like_another_by_itself_and_not_by_its_ending(name: str, meant: str) -> None:
    assert closest(shelf().files, name).startswith(meant)
    assert bool(closest(shelf().files, name)) is bool(meant)


async def test_of_a_file_that_cannot_be_read_nothing_is_told_as_gone(replica: OpenReplica, clock: MovableClock) -> None:
    one = await replica()
    rita, room = chats(one, clock)
    whole = one.files["words/begreper.yaml"]
    told = await send(rita, room, "begreper.yaml", whole[: len(whole) // 2] + b'\n  x: "')
    assert "1 feil å rette" in told
    assert "er borte" not in told
