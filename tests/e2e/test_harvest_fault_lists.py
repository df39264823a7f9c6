"""Feeds and lists that are not what they should be, harvested: rows X and P of the catalogue of faults."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "integration"))
from command_line import Desk
from fault_scenes import Publisher, feed, harvest, health_of, listing, rows, texts_of
from kind_scenes import page_html
from replay_server import JSON, XML, Answer, Replay, replaying

RSS = "<rss version='2.0'><channel><title>Town</title>{}</channel></rss>"
UNDATED = page_html().replace("<time datetime='2024-03-05'>2024-03-05</time>", "")
NUMBERS = range(1, 8)


def item(name: str, at: str, day: str = "Tue, 05 Mar 2024 12:00:00 +0000", guid: str | None = None) -> str:
    """Return an item of a feed: the page below the publisher, and its day."""
    link = at if ":" in at else f"{{url}}/{name}/{at}"
    title = f"<title>Talk {at} on the ferries</title>"
    return f"<item>{title}<link>{link}</link><guid>{guid or at}</guid><pubDate>{day}</pubDate></item>"


def entity(name: str, system: str) -> str:
    """Return a feed with an item whose title is an entity, and what the entity is."""
    told = f"<!DOCTYPE rss [{system}]>" + RSS.format(item(name, "1"))
    return told.replace("Talk 1", "&e;")


def strange_days(name: str) -> str:
    """Return a feed whose days are none, or lie ahead."""
    days = ("soon", "32 Foo", "Fri, 01 Jan 2999 12:00:00 +0000")
    return RSS.format("".join(item(name, str(number), day) for number, day in enumerate(days)))


def billion(name: str) -> str:
    """Return a feed whose entities multiply."""
    more = "".join(
        f'<!ENTITY {one} "{f"&{before};" * 10}">' for before, one in zip("abcdefgh", "bcdefghe", strict=True)
    )
    return entity(name, f'<!ENTITY a "lol">{more}')


def feed_of(make: Callable[[str], str], content_type: str = XML) -> Callable[[Replay, str], None]:
    """Return what serves a feed."""
    return lambda replay, name: replay.page(f"/{name}/feed", make(name), content_type)


def answers(replay: Replay, name: str, page: Callable[[int], str | int]) -> None:
    """Serve the pages of a list by their number; a number in a page's place is its status."""

    def answer(query: str, _: bytes) -> Answer:
        told = page(int(parse_qs(query).get("page", ["1"])[0]))
        if isinstance(told, int):
            return Answer(b"<html><body>Broken</body></html>", status=told, tagged=False)
        return Answer(told.encode(), tagged=False)

    replay.routes[f"/{name}/list"] = answer


def one_row(name: str, number: int, day: str = "2024-03-05") -> str:
    """Return a page of a list with one row."""
    return rows(name, (str(number), f"Talk {number}", day))


def loop(name: str) -> Callable[[int], str]:
    """Return the pages of a list that lead to each other in a circle."""
    return lambda n: rows(
        name, (str(n), "Talk", "2024-03-05"), after=f"<a class=next href='/{name}/list?page={n % 2 + 1}'>"
    )


PAGED = 'paging = { style = "page", param = "page", max_pages = 5 }\n'
NEXT = 'paging = { style = "next_url", next = "a.next", max_pages = 5 }\n'
CURSOR = """
search = { url = "{at}/search" }
paging = { style = "cursor", param = "after", next = "next", total = "total", max_pages = 5 }
map = { rows = "rows", url = "url", title = "title", event_date = "day" }
date = { event = ["css:time", "api"] }
"""


def drifting(replay: Replay, name: str) -> None:
    """Serve a search that says it has 500 and gives three, one of them twice."""
    given = {"": ([1, 2], "b"), "b": ([2, 3], None)}

    def answer(query: str, _: bytes) -> Answer:
        numbers, following = given[parse_qs(query).get("after", [""])[0]]
        found = [{"url": f"{replay.url}/{name}/{n}", "title": f"Talk {n}", "day": "2024-03-05"} for n in numbers]
        return Answer(json.dumps({"total": 500, "next": following, "rows": found}).encode(), JSON, tagged=False)

    replay.routes[f"/{name}/search"] = answer


@dataclass(frozen=True, slots=True)
class Fault:
    """A publisher's list, how many records come of it, and how its walk ends; ``page`` is every page it lists."""

    publisher: Publisher
    serve: Callable[[Replay, str], None]
    records: int
    ended: str
    page: str = page_html()


def paged(make: Callable[[str], Callable[[int], str | int]]) -> Callable[[Replay, str], None]:
    """Return what serves the pages of a list."""
    return lambda replay, name: answers(replay, name, make(name))


MANY = 200
FAULTS = {
    "X02": Fault(feed("X02"), feed_of(billion), 0, "parse_error"),
    "X03": Fault(feed("X03"), feed_of(lambda n: entity(n, f'<!ENTITY e "{"x" * 2_000_000}">')), 0, "parse_error"),
    "X04": Fault(
        feed("X04"), feed_of(lambda n: entity(n, '<!ENTITY e SYSTEM "file:///etc/passwd">')), 0, "parse_error"
    ),
    "X05": Fault(feed("X05"), feed_of(lambda n: entity(n, '<!ENTITY e SYSTEM "{url}/canary">')), 0, "parse_error"),
    "X06": Fault(
        feed("X06"),
        feed_of(
            lambda n: RSS.format(
                "<x:include xmlns:x='http://www.w3.org/2001/XInclude' href='{url}/canary'/>" + item(n, "1")
            )
        ),
        0,
        "parse_error",
    ),
    "X07": Fault(feed("X07"), feed_of(lambda n: RSS.format(item(n, "1") + item(n, "2"))[:-90]), 1, "parse_error"),
    "X08": Fault(feed("X08"), feed_of(strange_days), 3, "ok_hits"),
    "X08-undated": Fault(feed("X08-undated"), feed_of(strange_days), 0, "parse_error", UNDATED),
    "X09": Fault(
        feed("X09"), feed_of(lambda n: RSS.format(item(n, "1", guid="g") + item(n, "2", guid="g"))), 2, "ok_hits"
    ),
    "X10": Fault(
        feed("X10"),
        feed_of(
            lambda n: RSS.format(
                item(n, "javascript:alert(1)")
                + item(n, "file:///etc/passwd")
                + item(n, "data:text/html,x")
                + item(n, "1")
            )
        ),
        1,
        "ok_hits",
    ),
    "X11": Fault(
        feed("X11", "max_items = 5\n"),
        feed_of(lambda n: RSS.format("".join(item(n, str(k)) for k in range(MANY)))),
        5,
        "parse_error",
    ),
    "X12": Fault(feed("X12"), feed_of(lambda n: "<!doctype html><html><body>Please wait</body></html>"), 0, "blocked"),
    "X13": Fault(feed("X13", "expected_min_items = 1\n"), feed_of(lambda n: RSS.format("")), 0, "suspect_empty"),
    "P01": Fault(listing("P01", PAGED), paged(lambda name: lambda n: one_row(name, n)), 5, "ok_hits"),
    "P02": Fault(listing("P02", NEXT), paged(loop), 2, "ok_hits"),
    "P03": Fault(listing("P03", PAGED), paged(lambda name: lambda n: one_row(name, 1)), 1, "ok_hits"),
    "P04": Fault(
        listing("P04", NEXT),
        paged(
            lambda name: lambda n: rows(name, after=f"<a class=next href='/{name}/list?page={n + 1}'>next month</a>")
        ),
        0,
        "ok_none",
    ),
    "P05": Fault(
        listing("P05", PAGED),
        paged(lambda name: lambda n: 500 if n == 2 else one_row(name, n) if n < 4 else rows(name)),
        2,
        "soft_error",
    ),
    "P07": Fault(Publisher("P07", "json_api", CURSOR), drifting, 3, "parse_error"),
}


@pytest.fixture(scope="module")
def harvested(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, Replay, int]]:
    """Harvest all of them at once; give the desk, the server and the exit code."""
    folder = tmp_path_factory.mktemp("faults")
    with replaying() as replay, pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for name, fault in FAULTS.items():
            fault.serve(replay, name)
            for number in range(MANY):
                replay.page(f"/{name}/{number}", fault.page.replace("Press conference", f"Talk {number}"))
        desk = Desk(folder)
        code, _ = harvest(desk, replay, [fault.publisher for fault in FAULTS.values()])
        yield desk, replay, code


@pytest.mark.parametrize("name", FAULTS)
def test_a_list_that_is_not_what_it_should_be(name: str, harvested: tuple[Desk, Replay, int]) -> None:
    """What it lists is kept, and whether it was searched whole is said."""
    desk, fault = harvested[0], FAULTS[name]
    assert (len(texts_of(desk, name)), health_of(desk, name)) == (fault.records, fault.ended)


def test_nothing_is_asked_for_that_no_list_gives(harvested: tuple[Desk, Replay, int]) -> None:
    """X05, X06, X10: what entities, inclusions and evil links name; no address twice."""
    _, replay, code = harvested
    assert code == 3
    assert not [path for path in replay.asked() if "canary" in path or "passwd" in path]
    assert len(replay.asked()) == len(set(replay.asked()))


def test_days_that_are_none(harvested: tuple[Desk, Replay, int]) -> None:
    """X08: a day that is nonsense, or lies ahead, is no day, and never today's; the pages' own day stands."""
    asked = """
        SELECT DISTINCT d.day FROM record_dates AS d JOIN transcript_versions AS v ON v.id = d.version_id
        JOIN transcripts AS t ON t.id = v.transcript_id JOIN sources AS s ON s.id = t.source_id WHERE s.name = 'X08'
    """
    assert harvested[0].select(asked) == [("2024-03-05",)]


@pytest.mark.parametrize(("name", "page"), [("P01", 5), ("P02", None), ("P03", None), ("P04", None)])
def test_a_walk_that_a_cap_ended_says_where(name: str, page: int | None, harvested: tuple[Desk, Replay, int]) -> None:
    """P01: more is left, and at which page it was left; a circle, or nothing new, is an end."""
    asked = f"SELECT stopped_at_page FROM source_health WHERE source = '{name}'"
    assert harvested[0].select(asked) == [(page,)]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("X11", "more entries than"),
        ("P05", "500"),
        ("P07", "other entries than it says"),
        ("X07", "breaks off"),
        ("X13", "more are usual"),
    ],
)
def test_why_a_walk_was_not_whole_is_told(name: str, told: str, harvested: tuple[Desk, Replay, int]) -> None:
    """In the words of the source's health, which coverage repeats."""
    ((detail,),) = harvested[0].select(f"SELECT last_detail FROM source_health WHERE source = '{name}'")
    assert told in detail
