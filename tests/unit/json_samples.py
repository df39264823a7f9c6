"""JSON interfaces of a harbour town, and what comes of their answers."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

from source_samples import MARCH, page, source

from verifier.sources.connector import Ask, Listing, Reading, Request
from verifier.sources.kinds.json_api import JsonApiConnector

URL = "https://api.harbour.example/search.json"
MAP = {"rows": "results", "url": "link", "title": "title", "event_date": "day"}
WORDS = "The harbour stays open for every ship that comes, and it will stay so for as long as we live here."


def records_api(**block: Any) -> JsonApiConnector:
    """Return an interface whose short records are enough."""
    usual = {"kind": "json_api", "languages": ["en"], "body": {"min_words": 10}, "timezone": "Europe/London"}
    return JsonApiConnector(source(**(usual | block)))


def walked(made: JsonApiConnector, listing: Any, detail: str | None = None, **answer: Any) -> Reading:
    """Return the reading of the first row: of its list page, or of the answer to its second request."""
    (request,) = made.first_requests(MARCH)
    listed = page(json.dumps(listing))
    entry = made.read_listing(listed, request, MARCH).entries[0]
    second = made.request_of(entry)
    assert (second is None) == (detail is None)
    return made.read_transcripts(listed if detail is None else page(detail, **answer), entry)


def search_api(**block: Any) -> JsonApiConnector:
    """Return an interface; what is not given is plain."""
    return JsonApiConnector(source(**({"kind": "json_api", "search": {"url": URL}, "map": MAP} | block)))


def rows(*days: str, **fields: Any) -> str:
    """Return an answer with a row of each day."""
    listed = [{"link": f"/speeches/{n}-{day}", "title": f"Speech {n}", "day": day} for n, day in enumerate(days)]
    return json.dumps({"results": listed, **fields})


def listed(
    made: JsonApiConnector, body: str | bytes, request: Request | None = None, ask: Ask = MARCH, **answer: Any
) -> Listing:
    """Return what an answer lists."""
    return made.read_listing(page(body, **answer), request or made.first_requests(ask)[0], ask)


def query_of(request: Request) -> dict[str, str]:
    """Return the parameters of an address."""
    return {name: values[0] for name, values in parse_qs(urlsplit(request.url).query).items()}
