"""Transcripts from JSON interfaces: the words behind a second request, in a row, and turns as fields."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from json_samples import WORDS, walked
from json_samples import records_api as api
from source_samples import MARCH, page, said

from verifier.errors import ParseError
from verifier.model.transcript import RecordDate, Role
from verifier.sources.connector import Entry

SPEECHES: dict[str, Any] = {
    "search": {"url": "https://gov.example/api/search.json", "params": {"q": "{phrase}", "day": "from:{from},to:{to}"}},
    "map": {"rows": "results", "url": "link", "title": "title", "published": "public_timestamp"},
    "detail": {"url": "https://gov.example/api/content{url}"},
    "detail_map": {
        "body_html": "details.body",
        "event_date": "details.delivered_on",
        "venue": "details.location",
        "speakers": "links.speaker[].title",
        "as_delivered_note": "details.explanation",
    },
    "turns": ["single"],
    "tier": 1,
}
SPEECH_ROW = {
    "title": "Speech at the docks",
    "link": "/speeches/docks",
    "public_timestamp": "2024-03-08T10:31:22+00:00",
}


def speech(**details: Any) -> str:
    """Return the answer to the second request of a speech."""
    body = f'<div class="govspeak"><h2 id="a">The docks</h2>\n<p>{WORDS}</p><p>[political content removed]</p></div>'
    told = {"body": body, "delivered_on": "2024-03-02T00:00:00+00:00", "location": "The Docks", "explanation": None}
    speaker = [{"title": "The Rt Hon Jane Roe MP"}]
    return json.dumps({"details": told | details, "links": {"speaker": speaker}})


def test_a_second_request_for_the_body() -> None:
    """The day of the event is the one delivered, not the one published; honorifics are no part of a name."""
    (transcript,) = walked(api(**SPEECHES), {"results": [SPEECH_ROW]}, speech()).transcripts
    record = transcript.record
    assert record.dates == (RecordDate(date(2024, 3, 2), "meta"),)
    assert (record.title, record.place, record.tier) == ("Speech at the docks", "The Docks", 1)
    assert (record.url, record.speakers) == ("https://gov.example/speeches/docks", ("Jane Roe",))
    assert transcript.turns[0].text.startswith("The docks\nThe harbour stays open")


def test_without_another_day_the_publication_stands() -> None:
    """Where nobody says when was spoken the day of publication is kept, under that name."""
    (transcript,) = walked(api(**SPEECHES), {"results": [SPEECH_ROW]}, speech(delivered_on=None)).transcripts
    assert transcript.record.dates == (RecordDate(date(2024, 3, 8), "published"),)


def test_a_script_is_not_what_was_said() -> None:
    """A note that the text was written before makes it a prepared text."""
    script = speech(explanation="Original script, may differ from delivered version")
    reading = walked(api(**SPEECHES), {"results": [SPEECH_ROW]}, script)
    assert "as_prepared" in reading.flags
    assert reading.transcripts[0].record.tier == 4


def test_another_day_than_the_list_told() -> None:
    """A record whose own day is not the list's is flagged, both days kept, its own first."""
    block = SPEECHES | {"map": SPEECHES["map"] | {"event_date": "day"}}
    reading = walked(api(**block), {"results": [SPEECH_ROW | {"day": "2024-03-09"}]}, speech())
    assert "date_differs" in reading.flags
    assert [one.day for one in reading.transcripts[0].record.dates] == [date(2024, 3, 2), date(2024, 3, 9)]


@pytest.mark.parametrize(
    ("detail", "outcome"),
    [
        pytest.param("", "empty", id="nothing"),
        pytest.param("<html><body>Technical Difficulties</body></html>", "soft_404", id="error page"),
        pytest.param("{}", "empty", id="without words"),
        pytest.param(speech(body="<p>Soon.</p>"), "empty", id="too short"),
        pytest.param(speech()[:-20], "parse_failed", id="cut"),
    ],
)
def test_second_answers_that_are_none(detail: str, outcome: str) -> None:
    """What is no record is an error with its outcome."""
    with pytest.raises(ParseError) as caught:
        walked(api(**SPEECHES), {"results": [SPEECH_ROW]}, detail)
    assert caught.value.outcome == outcome


def test_the_body_behind_an_address_of_the_row() -> None:
    """A row may tell where its text stands; the page there is read like any other."""
    made = api(
        search={"url": "https://info.example/search"},
        map={"rows": "results", "id": "packageId", "title": "title", "event_date": "dateIssued", "body_url": "d.txt"},
        body={"select": "pre", "min_words": 10},
        turns=["single"],
        persons=["Jane Roe"],
    )
    address = "https://info.example/x/htm"
    row = {"packageId": "DCPD-1", "title": "Remarks", "dateIssued": "2024-03-05", "d": {"txt": address}}
    listed = (RecordDate(date(2024, 3, 5), "listing"),)
    request = made.request_of(Entry("DCPD-1", None, "Remarks", listed, extra=(("body_url", address),)))
    assert request is not None
    assert request.url == address
    reading = walked(made, {"results": [row]}, f"<html><body><pre>{WORDS}</pre></body></html>", url=request.url)
    assert (reading.transcripts[0].record.doc_id, said(reading.transcripts[0])) == ("DCPD-1", [("Jane Roe", WORDS)])


def test_words_in_the_row() -> None:
    """A row that holds the text needs no second request."""
    made = api(
        search={"url": "https://wp.example/wp-json/wp/v2/posts"},
        map={
            "rows": "@",
            "url": "link",
            "title": "title.rendered",
            "event_date": "date",
            "body_html": "content.rendered",
        },
        turns=["us-colon", "us-q"],
    )
    html = f"<p>MS. ROE:&nbsp; {WORDS}</p><p>Q&nbsp; Why?</p><p>MS. ROE: Because it does.</p>"
    title = {"rendered": "Remarks &#8211; docks"}
    row = {"link": "https://wp.example/a", "title": title, "date": "2024-03-05T09:00:00"}
    (transcript,) = walked(made, [row | {"content": {"rendered": html}}]).transcripts
    assert transcript.record.title == "Remarks – docks"
    assert [(turn.speaker, turn.role) for turn in transcript.turns] == [
        ("Ms. Roe", Role.SPEAKER),
        ("Question", Role.QUESTION),
        ("Ms. Roe", Role.SPEAKER),
    ]


def test_metadata_only() -> None:
    """A source of metadata lists what it knows, and there is no text to ask for."""
    made = api(search={"url": "https://m.example/s"}, map={"rows": "r", "url": "u", "event_date": "d"}, find="metadata")
    (request,) = made.first_requests(MARCH)
    body = json.dumps({"r": [{"u": "https://m.example/1", "d": "2024-03-05"}]})
    (entry,) = made.read_listing(page(body), request, MARCH).entries
    assert entry.metadata_only
    assert made.request_of(entry) is None
