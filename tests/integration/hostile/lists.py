"""Pages that list the others: as links on a page and as a feed."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from hostile.wire import Asked, Behaviour, whole


def listing(paths: Iterable[str], day: str = "2024-03-07") -> Behaviour:
    """Return a list page with a link, a title and a day for each path."""
    rows = "\n".join(
        f'<li><a href="{escape(path)}">Briefing at {escape(path)}</a> <time datetime="{day}">{day}</time></li>'
        for path in paths
    )
    page = f"<!doctype html><html><head><title>Briefings</title></head><body><ul>{rows}</ul></body></html>"
    return whole(page.encode())


def feed(paths: Iterable[str], day: str = "Thu, 07 Mar 2024 15:00:00 GMT") -> Behaviour:
    """Return an RSS feed with an item for each path."""
    named = tuple(paths)

    def send(asked: Asked) -> bytes:
        items = "".join(
            f"<item><title>Briefing at {escape(path)}</title><link>http://{asked.place}{escape(path)}</link>"
            f"<guid>http://{asked.place}{escape(path)}</guid><pubDate>{day}</pubDate></item>"
            for path in named
        )
        text = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Briefings</title>{items}</channel></rss>'
        return whole(text.encode(), kind="application/rss+xml")

    return send
