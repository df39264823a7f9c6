"""Records that come as PDF, plain text, XML or captions, and what publishers print around the words."""

from __future__ import annotations

from datetime import date

import pytest
from source_pages import PEOPLE, entry, page, source
from test_sources_folder import pdf

from verifier.errors import ParseError
from verifier.model.transcript import RecordDate, Rendition
from verifier.sources.connector import Entry
from verifier.sources.pages import read_page

URL = "https://documents.un.org/api/symbol/access?s=S/PV.9567&l=en&t=pdf"
RECORD = [
    "S/PV.9567 Security Council 5 March 2024",
    "The situation of the bridges",
    "The President: I thank the Secretariat for the report on the bridges.",
    "Mr. Dai Bing (China) (spoke in Chinese): We have read the report with care, and we",
    "support what it says about the north bridge.",
    "24-05678",
    "The President: I thank the representative of China.",
]
UN = source(
    kind="pattern",
    url="https://documents.un.org/api/symbol/access?s=S/PV.{n}&l=en&t=pdf",
    range={"n": {"from": 9500, "to": 9600}},
    languages=["en"],
    body={"format": "pdf", "magic": "%PDF", "drop_lines": [r"^\d\d-\d{5}$"], "min_words": 20},
    date={"event": ["body"]},
    turns=["un-pv"],
    home="GB",
)


def test_a_verbatim_record() -> None:
    """A PDF gives its turns, furniture left out; words spoken in another language are an interpretation."""
    (transcript,) = read_page(page(pdf(RECORD), URL), entry(URL), UN, PEOPLE).transcripts
    assert [turn.text for turn in transcript.turns[1:]] == [
        "I thank the Secretariat for the report on the bridges.",
        "We have read the report with care, and we\nsupport what it says about the north bridge.",
        "I thank the representative of China.",
    ]
    assert [turn.rendition for turn in transcript.turns[1:]] == [None, Rendition.INTERPRETATION, None]
    assert (transcript.turns[2].label, transcript.turns[2].speaker) == (
        "Mr. Dai Bing (China) (spoke in Chinese)",
        "Dai Bing",
    )
    assert [(one.day, one.origin) for one in transcript.record.dates] == [(date(2024, 3, 5), "body")]


def test_an_unknown_symbol() -> None:
    """An HTML page in a record's place is refused by its first bytes, whatever the header says."""
    with pytest.raises(ParseError) as met:
        read_page(
            page("<html><body>Not here</body></html>", URL, content_type="application/pdf"), entry(URL), UN, PEOPLE
        )
    assert met.value.outcome == "soft_404"


LISTED = (RecordDate(date(2024, 3, 5), "listing"),)


@pytest.mark.parametrize(
    ("body", "keys", "expected"),
    [
        pytest.param(
            "BRIEFING\n\nMR. ROE:  The bridge is safe.\n\nQ  Why?\n",
            {"turns": ["us-colon", "us-q"], "body": {"format": "text", "min_words": 5}},
            ["The bridge is safe.", "Why?"],
            id="plain text",
        ),
        pytest.param(
            "<?xml version='1.0'?><r><title>Briefing</title><p>MR. ROE: The bridge is safe.</p><p>Q Why?</p></r>",
            {"turns": ["us-colon", "us-q"], "body": {"format": "xml", "min_words": 5}},
            ["The bridge is safe.", "Why?"],
            id="XML",
        ),
        pytest.param(
            "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Al Roe>The bridge is safe.\n\n"
            "00:02.000 --> 00:03.000\n<v Jo Doe>Why?\n",
            {"body": {"min_words": 5}},
            ["The bridge is safe.", "Why?"],
            id="captions with voices",
        ),
    ],
)
def test_records_of_other_formats(body: str, keys: dict, expected: list[str]) -> None:
    """The same words come out of text, XML and captions."""
    address = "https://s.example/record"
    found = Entry(address, address, title="Briefing", dates=LISTED)
    (transcript,) = read_page(page(body, address, content_type=""), found, source(languages=["en"], **keys)).transcripts
    assert [turn.text for turn in transcript.turns if turn.label] == expected


def test_xml_brings_in_no_file() -> None:
    """An entity that names a file of this machine stays unread."""
    body = (
        "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><r><title>T</title>"
        "<p>MR. ROE: We say &f; and we say it now to all of you.</p><p>MR. ROE: So.</p></r>"
    )
    address = "https://s.example/record"
    config = source(languages=["en"], turns=["us-colon"], body={"format": "xml", "min_words": 5})
    (transcript,) = read_page(page(body, address), Entry(address, address, dates=LISTED), config).transcripts
    assert "root:" not in transcript.text
