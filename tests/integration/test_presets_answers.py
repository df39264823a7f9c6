"""What shipped publishers are asked, and answers of theirs that mean "nothing" or another standing of the words."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from recorded_pages import FOLDER, recorded

from verifier.model.page import Page
from verifier.model.text import Interval
from verifier.model.transcript import Rendition
from verifier.sources.connector import Ask, Request
from verifier.sources.connectors import connector_of

CRAWL = Ask(Interval(date(2024, 3, 1), date(2024, 3, 10)))
NOW = datetime(2026, 10, 10, tzinfo=UTC)


def first_addresses(name: str, ask: Ask) -> list[str]:
    """Return what a preset asks first."""
    return [request.url for request in connector_of(recorded(name).config).first_requests(ask)]


def answer(body: bytes, status: int = 200) -> Page:
    """Return an answer of an interface."""
    return Page(body, NOW, url="https://example.org/", status=status, content_type="application/json")


@pytest.mark.parametrize("name", ["twfy", "un-webtv", "ia-tv", "gdelt-tv"])
def test_a_search_that_needs_a_phrase_is_not_crawled(name: str) -> None:
    """Without a phrase there is nothing to ask; with one there is."""
    assert first_addresses(name, CRAWL) == []
    assert len(first_addresses(name, Ask(CRAWL.window, "new lamp"))) == 1


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        pytest.param(
            "hansard-uk",
            "https://hansard-api.parliament.uk/search/contributions/Spoken.json?queryParameters.startDate=2024-03-01"
            "&queryParameters.endDate=2024-03-10&queryParameters.take=100"
            "&queryParameters.orderBy=SittingDateDesc&queryParameters.skip=0",
            id="hansard-uk",
        ),
        pytest.param(
            "presscorner",
            "https://ec.europa.eu/commission/presscorner/api/search?language=en&pagesize=100&datefrom=01032024"
            "&dateto=10032024&documentTypeCodes=SPEECH%2CSTATEMENT&pagenumber=1",
            id="presscorner",
        ),
        pytest.param(
            "govuk-speeches",
            "https://www.gov.uk/api/search.json?filter_content_store_document_type=speech"
            "&filter_public_timestamp=from%3A2024-03-01%2Cto%3A2024-03-10&count=100"
            "&fields=title%2Clink%2Cpublic_timestamp&start=0",
            id="govuk-speeches",
        ),
    ],
)
def test_a_crawl_names_the_window_alone(name: str, asked: str) -> None:
    """What a search leaves open is left out of its address."""
    assert first_addresses(name, CRAWL) == [asked]


@pytest.mark.parametrize(
    ("name", "page"),
    [
        pytest.param("ep-speeches", answer(b"", 204), id="European Parliament: 204 without a byte"),
        pytest.param("gdelt-tv", answer(b"{}"), id="GDELT: no list of clips"),
    ],
)
def test_nothing_found(name: str, page: Page) -> None:
    """An answer by which a source says that it has nothing is an empty list, no failure."""
    listing = connector_of(recorded(name).config).read_listing(page, Request("https://example.org/"), CRAWL)
    assert (listing.entries, listing.onward) == ((), ())


@pytest.mark.parametrize(
    ("original", "rendition"),
    [
        pytest.param(True, Rendition.ORIGINAL, id="original"),
        pytest.param(False, Rendition.OFFICIAL_TRANSLATION, id="translation"),
    ],
)
def test_press_corner_tells_translations(original: bool, rendition: Rendition) -> None:
    """A document of the Commission says whether the language asked for is the one in which it was written."""
    source = recorded("presscorner")
    reader = connector_of(source.config)
    request = reader.first_requests(source.ask)[0]
    entry = reader.read_listing(source.page(source.expected["list"], request.url), request, source.ask).entries[0]
    held = json.loads((FOLDER / "presscorner" / "page.json").read_bytes())
    held["docuLanguageResource"]["original"] = original
    reading = reader.read_transcripts(answer(json.dumps(held).encode()), entry, None)
    assert [one.record.rendition for one in reading.transcripts] == [rendition]


def test_european_parliament_machine_translation() -> None:
    """What a machine translated is a record of its own, marked as that; the original says the words that were said."""
    source = recorded("ep-speeches")
    reader = connector_of(source.config)
    request = reader.first_requests(source.ask)[0]
    page = source.page(source.expected["list"], request.url)
    entry = reader.read_listing(page, request, source.ask).entries[0]
    told = [(one.record.lang, one.record.rendition) for one in reader.read_transcripts(page, entry, None).transcripts]
    assert told == [("es", Rendition.ORIGINAL), ("en", Rendition.MACHINE_TRANSLATION)]
