"""Links are tried politely over real HTTP, and never lead to a machine inside."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver
from aiohttp.test_utils import TestServer

from bot.content.links import LinkReport, links_in, report_after
from bot.domain.links import LinkAnswer
from bot.store import SqlStore
from bot.teams.link_probe import AGENT, WebLinkProbe, open_link_probe
from bot.teams.public_resolver import NotPublic, PublicResolver, is_public, may_be_asked
from bot.turns.link_rounds import check_links_tonight
from bot.usecases.show_links import show_links
from tests.fakes.knowledge import shelf
from tests.fakes.stores import POSTGRES, RING, MovableClock, clock, url_for

__all__ = ["clock"]


class Site:
    def __init__(self) -> None:
        self.seen: list[tuple[str, str, str]] = []
        self.at_once = self.most_at_once = 0
        app = web.Application()
        app.router.add_route("*", "/{what}", self._answer)
        self.server = TestServer(app)

    def url(self, what: str) -> str:
        return str(self.server.make_url(f"/{what}"))

    async def _answer(self, request: web.Request) -> web.Response:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        what = request.match_info["what"]
        self.seen.append((request.method, what, request.headers.get("User-Agent", "")))
        await asyncio.sleep(0.01)
        self.at_once -= 1
        if what == "no-head":
            return web.Response(status=405 if request.method == "HEAD" else 200)
        if what == "lies-to-head":
            return web.Response(status=404 if request.method == "HEAD" else 200)
        if what in ("inside", "metadata", "file", "loop", "moved", "login"):
            target = {
                "inside": "http://192.168.1.1/",
                "metadata": "http://169.254.169.254/latest",
                "file": "file:///etc/passwd",
                "loop": "/loop",
                "moved": "/200",
                "login": "https://login.microsoftonline.com/x",
            }
            return web.Response(status=302, headers={"Location": target[what]})
        return web.Response(status=int(what))


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    made = Site()
    await made.server.start_server()
    yield made
    await made.server.close()


@pytest.fixture
async def probe(site: Site) -> AsyncIterator[WebLinkProbe]:
    async with aiohttp.ClientSession(headers={"User-Agent": AGENT}) as session:
        origin = site.url("")

        def may_ask(url: str) -> bool:
            return url.startswith(origin) or may_be_asked(url)

        yield WebLinkProbe(session, may_ask=may_ask, pause=0.0)


@pytest.mark.parametrize(
    ("what", "state", "code"),
    [
        ("200", "works", "200"),
        ("moved", "works", "200"),
        ("no-head", "works", "200"),
        ("lies-to-head", "works", "200"),
        ("404", "gone", "404"),
        ("410", "gone", "410"),
        ("401", "behind_login", "401"),
        ("403", "behind_login", "403"),
        ("login", "behind_login", "login"),
        ("429", "unsure", "429"),
        ("500", "unsure", "500"),
        ("loop", "unsure", "redirects"),
        ("inside", "behind_login", "not_public"),
        ("metadata", "behind_login", "not_public"),
        ("file", "behind_login", "not_public"),
    ],
)
async def test_every_answer_has_a_word(site: Site, probe: WebLinkProbe, what: str, state: str, code: str) -> None:
    assert await probe.look(site.url(what)) == LinkAnswer(state, code)
    assert {agent for _, _, agent in site.seen} == {AGENT}


async def test_a_host_has_one_visitor_at_a_time_and_a_pause_between(site: Site, probe: WebLinkProbe) -> None:
    probe._pause = 0.05
    before = time.perf_counter()
    await asyncio.gather(*(probe.look(site.url("200")) for _ in range(5)))
    assert site.most_at_once == 1
    assert time.perf_counter() - before >= 0.25


async def test_a_host_that_is_not_there_is_unsure(probe: WebLinkProbe) -> None:
    probe._may_ask = lambda url: True
    assert (await probe.look("http://127.0.0.1:9/")).state == "unsure"


async def test_a_name_that_leads_inside_is_not_connected_to(site: Site) -> None:
    async with open_link_probe() as probe:
        probe._pause = 0.0
        assert await probe.look(f"http://localhost.localdomain.example:{site.server.port}/200") == LinkAnswer(
            "behind_login", "not_public"
        )

    class Inside(AbstractResolver):
        async def resolve(self, host: str, port: int = 0, family: int = 0) -> list[dict[str, object]]:
            return [{"host": "93.184.215.14"}, {"host": "10.0.0.1"}]

        async def close(self) -> None:
            return

    with pytest.raises(NotPublic):
        await PublicResolver(Inside()).resolve("rebinding.example")
    connector = aiohttp.TCPConnector(resolver=PublicResolver(Inside()))
    async with aiohttp.ClientSession(connector=connector) as session:
        probe = WebLinkProbe(session, pause=0.0)
        assert await probe.look("http://rebinding.example/200") == LinkAnswer("behind_login", "not_public")
    assert site.seen == []


@pytest.mark.parametrize(
    ("address", "is_so"),
    [
        ("8.8.8.8", True),
        ("2a00:1450:400f:80c::200e", True),
        ("10.0.0.1", False),
        ("127.0.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:0a00:0001::", False),
        ("64:ff9b::a00:1", False),
        ("lovdata.no", False),
    ],
)
def test_only_addresses_on_the_open_internet_are_public(address: str, is_so: bool) -> None:
    assert is_public(address) is is_so


@pytest.mark.parametrize(
    ("url", "may"),
    [
        ("https://lovdata.no/lov/2021-06-18-97/§13-2", True),
        ("http://8.8.8.8/", True),
        ("https://lovdata.no:8443/", False),
        ("https://user@lovdata.no/", False),
        ("ftp://lovdata.no/", False),
        ("http://localhost/", False),
        ("http://intranett/", False),
        ("http://server.local/", False),
        ("http://2130706433/", False),
        ("http://0x7f.1/", False),
        ("http://[::1]/", False),
        ("http://[broken/", False),
        ("http://127.1/", False),
    ],
)
def test_only_ordinary_web_addresses_are_asked(url: str, may: bool) -> None:
    assert may_be_asked(url) is may


def test_addresses_are_found_where_they_stand_without_the_sentence_around_them() -> None:
    files = {
        "articles/a.md": b"Se https://lovdata.no/x (og https://udir.no/y_(z)).\n**https://bufdir.no/q**.\n",
        "sources/s.yaml": b'a: {url: "https://lovdata.no/x#par13"}\n',
        "guides/archive/old.yaml": b"url: https://gammel.example\n",
    }
    assert links_in(files) == {
        "https://lovdata.no/x": ("articles/a.md, linje 1", "sources/s.yaml, linje 1"),
        "https://udir.no/y_(z)": ("articles/a.md, linje 1",),
        "https://bufdir.no/q": ("articles/a.md, linje 2",),
    }


def test_an_address_in_an_example_of_what_people_write_is_never_tried() -> None:
    an_account = b"Hun er https://www.instagram.com/test.testesen paa nett\n"
    for path in (
        "words/acute_examples.tsv",
        "words/ny.yaml",
        "anonymising/ord.yaml",
        "maaling/saker.txt",
        "topics.tsv",
    ):
        assert links_in({path: an_account}) == {}, path
    known = links_in(shelf().files)
    folders = {place.partition("/")[0] for places in known.values() for place in places}
    assert folders <= {"articles", "guides", "kommuner", "practice", "sources", "texts"}
    assert len(known) > 20


def test_silence_three_nights_in_a_row_is_an_absence_and_an_answer_is_not() -> None:
    url, found = "https://x.example", {"https://x.example": ("a.md, linje 1",)}
    report = LinkReport()
    states = []
    nights = [("unsure", "timeout")] * 4 + [("works", "200"), ("unsure", "500"), ("gone", "404"), ("gone", "404")]
    for night, (state, code) in enumerate(nights, 1):
        report = report_after(report, found, [(url, LinkAnswer(state, code))], date(2026, 11, night))
        report = LinkReport.from_text(report.to_text())
        states.append((report.links[0].state, report.links[0].since.day))
    assert states == [
        ("unsure", 1), ("unsure", 1), ("gone", 1), ("gone", 1), ("works", 5), ("unsure", 6), ("gone", 7), ("gone", 7),
    ]  # fmt: skip
    assert [one.url for one in report.dead] == [url]
    assert report_after(report, {}, [], date(2026, 11, 9)).links == (), "a link that is taken away is forgotten"


@pytest.mark.parametrize("kind", ["sqlite", POSTGRES])
async def test_links_are_checked_once_a_night_however_many_replicas_there_are(
    kind: str, tmp_path: Path, clock: MovableClock
) -> None:
    class Probe:
        asked = 0

        async def look(self, url: str) -> LinkAnswer:
            Probe.asked += 1
            await asyncio.sleep(0.05)
            return LinkAnswer("gone", "404")

    url = await url_for(kind, tmp_path)
    stores = [SqlStore(url, RING, now=clock.now) for _ in range(2 if kind == "postgres" else 1)]
    for store in stores:
        await store.open()
    files = {"articles/a.md": b"https://a.example https://b.example"}
    clock.at = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
    assert not await check_links_tonight(Probe(), files, stores[0], clock), "not in the day"
    for night in (25, 26):
        clock.at = datetime(2026, 11, night, 2, 30, tzinfo=UTC)
        done = await asyncio.gather(*(check_links_tonight(Probe(), files, one, clock) for one in stores * 2))
        assert sum(done) == 1
    assert Probe.asked == 4
    async with stores[0].unit_of_work() as uow:
        report = await show_links(uow)
    assert [(one.url, one.since.day, one.nights) for one in report.dead] == [
        ("https://a.example", 25, 2),
        ("https://b.example", 25, 2),
    ]
    for store in stores:
        await store.close()
