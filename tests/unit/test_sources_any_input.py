"""Laws of JSON interfaces, XML corpora, tables and captions: whatever comes is a reading, or one error of ours."""

from __future__ import annotations

import json
import pickle
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from source_samples import MARCH, page, source
from xml_samples import AKOMA, BUNDESTAG, CANADA, CREC, EP, PARLPARSE, TEI

from verifier.errors import ReadError
from verifier.model.transcript import RecordDate
from verifier.sources.connector import Entry, Request
from verifier.sources.connectors import connector_of
from verifier.sources.kinds.captions import CaptionsConnector
from verifier.sources.kinds.json_api import JsonApiConnector
from verifier.sources.kinds.table import TableConnector
from verifier.sources.kinds.xml_corpus import XmlCorpusConnector

URL = "https://api.harbour.example/HAN303-E.XML"
ENTRY = Entry("1", URL, "Talk", (RecordDate(date(2024, 3, 5), "listing"),))
RECORDS = {
    "bundestag": BUNDESTAG,
    "parlparse": PARLPARSE,
    "ep_cre": EP,
    "tei": TEI,
    "akoma_ntoso": AKOMA,
    "crec": CREC,
    "hansard_ca": CANADA,
}


PUT = ["<name>", "</p>", '"', "&x;", "<p klasse='redner'>", "\x00"]


@pytest.mark.parametrize("name", RECORDS)
@settings(deadline=None)
@given(data=st.data())
def test_a_damaged_record(name: str, data: st.DataObject) -> None:
    """A record from which a piece is torn, or into which one is put, is read or refused."""
    body = RECORDS[name]
    start = data.draw(st.integers(0, len(body)))
    end = data.draw(st.integers(start, min(len(body), start + 200)))
    put = data.draw(st.text(max_size=5) | st.sampled_from(PUT))
    made = XmlCorpusConnector(source(kind="xml_corpus", profile={"name": name}, body={"min_words": 3}))
    try:
        torn = page((body[:start] + put + body[end:]).encode("utf-8", "replace"))
        (transcript,) = made.read_transcripts(torn, ENTRY).transcripts
    except ReadError:
        return
    assert transcript.record.words >= 3
    assert all(turn.text.strip() == turn.text and turn.text for turn in transcript.turns)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["rows", "id", "url", "day", "who", "text", "items", "next", "n"]), inner, max_size=5
        )
    ),
    max_leaves=12,
)
API: dict[str, Any] = {
    "kind": "json_api",
    "search": {"url": "https://api.harbour.example/s", "params": {"q": "{phrase}", "from": "{from}"}},
    "map": {"rows": "rows", "id": "id", "url": "url", "event_date": "day", "speakers": "who", "venue": "text"},
    "detail": {"url": "https://api.harbour.example/{id}"},
    "detail_map": {"title": "text", "event_date": "day", "body_html": "items"},
    "body": {"min_words": 1},
}
TURNS = {"rows": "rows", "speaker": "who", "text": "text", "at": "n", "lang": "id", "carry": "n"}
STYLES = [
    {"style": "page", "param": "p", "total": "n"},
    {"style": "offset", "param": "p", "more": "next"},
    {"style": "cursor", "param": "p", "next": "next"},
    {"style": "next_url", "next": "next"},
    {"style": "offset_mark", "param": "p", "start": "*", "next": "next"},
]


@settings(deadline=None)
@given(VALUES, st.sampled_from(STYLES))
def test_any_answer_to_a_search(answer: Any, paging: dict[str, Any]) -> None:
    """An answer of any shape is a listing or one error, and no page leads to itself."""
    made = JsonApiConnector(source(**API, paging=paging))
    (request,) = made.first_requests(MARCH)
    try:
        found = made.read_listing(page(json.dumps(answer)), request, MARCH)
    except ReadError:
        return
    for entry in found.entries:
        try:
            made.request_of(entry)
        except ReadError:
            continue
    assert all(following != request and following.number == 2 for following in found.onward)
    assert len({entry.id for entry in found.entries}) == len(found.entries)


@settings(deadline=None)
@example({"rows": None, "items": "\x1f"}, {})
@given(VALUES, st.sampled_from([{}, {"turn_map": TURNS}, {"turn_map": {"fragments": "rows"}}]))
def test_any_answer_to_a_second_request(answer: Any, turns: dict[str, Any]) -> None:
    """The answer of a record may have any shape too."""
    made = JsonApiConnector(source(**API, **turns))
    try:
        reading = made.read_transcripts(page(json.dumps(answer)), ENTRY)
    except ReadError:
        return
    assert all(transcript.record.dates for transcript in reading.transcripts)


@settings(deadline=None)
@given(st.lists(VALUES, max_size=5), st.sampled_from(["json_array", "jsonl", "csv", "tsv"]))
def test_any_table(rows: list[Any], form: str) -> None:
    """A table of any rows is a listing or one error."""
    columns = {"id": "id", "url": "url", "event_date": "day", "speakers": "who", "title": "text"}
    made = TableConnector(source(kind="table", path_or_url="x", format=form, map=columns, find="metadata"))
    body = json.dumps(rows) if form == "json_array" else "\n".join(json.dumps(row) for row in rows)
    try:
        found = made.read_listing(page(body), Request("x"), MARCH)
    except ReadError:
        return
    assert all(entry.metadata_only for entry in found.entries)


HEADS = ["", "WEBVTT\n\n", '{"segments": ', "<transcript>", "<cite>", "1\n00:00:01,000 --> 00:00:02,000\n"]


@settings(deadline=None)
@given(st.sampled_from(HEADS), st.text(max_size=80) | VALUES.map(json.dumps))
def test_any_captions(head: str, rest: str) -> None:
    """A caption file of any kind is a transcript or one error."""
    made = CaptionsConnector(source(kind="captions", path="x"))
    try:
        made.read_transcripts(page((head + rest).encode("utf-8", "replace")), ENTRY)
    except ReadError:
        return


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        pytest.param(API, JsonApiConnector, id="json_api"),
        pytest.param({"kind": "xml_corpus", "profile": {"name": "tei"}}, XmlCorpusConnector, id="xml_corpus"),
        pytest.param(
            {"kind": "table", "path_or_url": "https://x.example/d", "format": "csv", "map": {"id": "id"}},
            TableConnector,
            id="table",
        ),
    ],
)
def test_the_connector_of_a_block(block: dict[str, Any], kind: type) -> None:
    """Each kind is made from its block, and crosses over to the parsing child as it is."""
    made = connector_of(source(**block))
    assert isinstance(made, kind)
    assert pickle.loads(pickle.dumps(made)) == made


def test_a_key_is_never_sent_to_the_archive() -> None:
    """A source that is read through the archive leaves its key at home."""
    made = connector_of(source(**API, via="wayback", auth={"env": "HARBOUR_KEY", "header": "X-Key"}))
    (request,) = made.first_requests(MARCH)
    assert request.url.startswith("https://web.archive.org/")
    assert (request.secret_env, request.secret_header, request.secret_param) == (None, None, None)
