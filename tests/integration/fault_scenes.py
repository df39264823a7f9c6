"""Publishers that misbehave, one for each row of the catalogue of faults: what they serve, and their configuration."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from command_line import Desk
from kind_scenes import DAY, TITLE, page_html
from replay_server import Answer, Replay

HONEST = page_html("Press conference on the harbour", "2024-03-07")
_COMMON = """
tier = 1
languages = ["en"]
turns = ["us-colon", "us-q"]
label_persons = { "MAYOR HOLM" = "Astrid Holm" }
body = { select = "div.body", min_words = 40 }
title = { select = "h1" }
rate = { per_host_rps = 1000 }
retry = { attempts = 1 }
limits = { timeout_s = 5, max_bytes = 3_000_000 }
"""


@dataclass(frozen=True, slots=True)
class Publisher:
    """One source of a configuration, named after its row; ``block`` is what its kind needs, ``{at}`` its address."""

    id: str
    kind: str
    block: str

    def configured(self, replay: Replay) -> str:
        """Return its block of the configuration."""
        own = self.block.replace("{at}", f"{replay.url}/{self.id}").replace("{url}", replay.url)
        return f'\n[[source]]\nid = "{self.id}"\nkind = "{self.kind}"\n{_COMMON}{own}\n'


def listing(name: str, more: str = "") -> Publisher:
    """Return a publisher with a list of rows at ``/NAME/list``."""
    block = (
        'list = { url = "{at}/list" }\nrows = { select = "li", link = "a", date = "time" }\n'
        'date = { event = ["css:time", "listing"] }\n'
    )
    return Publisher(name, "listing", block + more)


def feed(name: str, more: str = "") -> Publisher:
    """Return a publisher with a feed at ``/NAME/feed``."""
    return Publisher(name, "feed", 'feeds = ["{at}/feed"]\ndate = { event = ["css:time", "feed"] }\n' + more)


def rows(name: str, *pages: tuple[str, str, str], after: str = "") -> str:
    """Return a list page with a row for each page: where below the publisher, title and day."""
    items = "".join(f"<li><a href='/{name}/{at}'>{title}</a> <time>{day}</time></li>" for at, title, day in pages)
    return f"<html><body><h1>Records</h1><ul>{items}</ul>{after}</body></html>"


def serve_pages(replay: Replay, name: str, faulty: Answer) -> None:
    """Serve a list of two pages: the faulty one, and an honest one."""
    replay.page(f"/{name}/list", rows(name, ("page", TITLE, DAY), ("good", "On the harbour", "2024-03-07")))
    replay.routes[f"/{name}/page"] = faulty
    replay.page(f"/{name}/good", HONEST)


def harvest(desk: Desk, replay: Replay, publishers: Iterable[Publisher]) -> tuple[int, str]:
    """Harvest all publishers; return exit code and messages."""
    network = f'[network]\ncontact = "desk@example.org"\nallow_private = ["127.0.0.1:{replay.port}"]\n'
    desk.write("quote-verifier.toml", network + "".join(one.configured(replay) for one in publishers))
    ended = desk.run("harvest")
    return ended.code, ended.err


def outcome_of(desk: Desk, source: str, page: str = "page") -> str:
    """Return the outcome of an entry, by the last part of its address."""
    asked = f"SELECT e.outcome FROM entries e JOIN sources s ON s.id = e.source_id WHERE s.name = '{source}'"
    ((outcome,),) = desk.select(f"{asked} AND e.url LIKE '%/{page}'")
    return str(outcome)


def health_of(desk: Desk, source: str) -> str:
    """Return how the last walk of a source ended."""
    ((outcome,),) = desk.select(f"SELECT last_outcome FROM source_health WHERE source = '{source}'")
    return str(outcome)


def texts_of(desk: Desk, source: str) -> list[str]:
    """Return the newest texts of a source's records, in the order of their titles."""
    asked = f"""
        SELECT (SELECT group_concat(t.text, ' ') FROM turns t WHERE t.version_id = v.id)
        FROM transcript_versions v JOIN transcripts r ON r.id = v.transcript_id JOIN sources s ON s.id = r.source_id
        WHERE s.name = '{source}' AND v.is_newest = 1 ORDER BY v.title
    """
    return [text for (text,) in desk.select(asked)]


def files_below(folder: Path) -> set[str]:
    """Return the names of all files below a folder."""
    return {path.name for path in folder.rglob("*") if path.is_file()}
