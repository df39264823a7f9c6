"""Captions and transcripts of podcasts: who speaks, what scrolls, words a segment, and what is refused."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from source_samples import page, said, source

from verifier.errors import ParseError
from verifier.model.transcript import RecordDate, Rendition, Transcript
from verifier.sources.connector import Entry
from verifier.sources.kinds.captions import CaptionsConnector

DAY = (RecordDate(date(2024, 3, 5), "given"),)


def read(body: str | bytes, speakers: tuple[str, ...] = (), name: str = "talk.vtt", **block: Any) -> Transcript:
    """Return the transcript of a caption file."""
    made = CaptionsConnector(source(kind="captions", path="captions", languages=["en"], **block))
    (transcript,) = made.read_transcripts(
        page(body, name=name), Entry(name, None, "Talk", DAY, speakers=speakers)
    ).transcripts
    return transcript


VOICES = (
    "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Jane Roe>The harbour stays open.\n\n"
    "00:02.000 --> 00:03.000\n<v Jane Roe>It always will.\n\n00:03.000 --> 00:04.000\n<v Jo Poe>Why is that?\n"
)
SRT = (
    "1\n00:00:01,000 --> 00:00:02,000\nMS. ROE: The harbour stays open.\n\n"
    "2\n00:00:02,000 --> 00:00:03,000\nIt always will.\n\n3\n00:00:03,000 --> 00:00:04,000\nQUESTION: Why is that?\n"
)
SEGMENTS = [
    {"speaker": "Jane Roe", "startTime": 1.5, "endTime": 3.0, "body": "The harbour stays open."},
    {"speaker": "Jane Roe", "startTime": 3.0, "endTime": 4.0, "body": "It always will."},
    {"speaker": "Jo Poe", "startTime": 3661.25, "endTime": 3663.0, "body": "Why is that?"},
]
SINGLE_WORDS = [
    {"speaker": one["speaker"], "startTime": one["startTime"], "body": word}
    for one in SEGMENTS
    for word in str(one["body"]).split()
]
PODCAST_HTML = (
    "<cite>Jane Roe:</cite><time>0:01</time><p>The harbour stays open.</p><p>It always will.</p>"
    "<cite>Jo Poe:</cite><time>0:03</time><p>Why is that?</p>"
)
HTML_INSIDE = (
    "<html><body><p><cite>Jane Roe:</cite> <time>0:01</time> The harbour stays open.</p><p>It always will.</p>"
    "<p><cite>Jo Poe:</cite> Why is that?</p></body></html>"
)


def podcast(segments: list[dict[str, Any]]) -> str:
    """Return podcast JSON."""
    return json.dumps({"version": "1.0.0", "segments": segments})


LINES = "The harbour stays open.\nIt always will."
LINE = LINES.replace("\n", " ")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(VOICES, [("Jane Roe", LINES), ("Jo Poe", "Why is that?")], id="WebVTT with voices"),
        pytest.param(SRT, [("Ms. Roe", LINES), ("Question", "Why is that?")], id="SRT with labels"),
        pytest.param(podcast(SEGMENTS), [("Jane Roe", LINES), ("Jo Poe", "Why is that?")], id="podcast JSON"),
        pytest.param(podcast(SINGLE_WORDS), [("Jane Roe", LINE), ("Jo Poe", "Why is that?")], id="word by word"),
        pytest.param(PODCAST_HTML, [("Jane Roe", LINES), ("Jo Poe", "Why is that?")], id="podcast HTML"),
        pytest.param(HTML_INSIDE, [("Jane Roe", LINES), ("Jo Poe", "Why is that?")], id="marks in the paragraphs"),
    ],
)
def test_who_speaks(body: str, expected: list[tuple[str | None, str]]) -> None:
    """Voices and labels cut turns; a machine heard it, tier 5, unless somebody says otherwise."""
    transcript = read(body)
    assert said(transcript) == expected
    assert (transcript.record.tier, transcript.record.rendition) == (5, Rendition.ASR)
    assert transcript.record.dates == DAY


def test_time_codes() -> None:
    """Each turn tells when it begins, as hours, minutes and seconds."""
    assert [turn.at for turn in read(podcast(SEGMENTS)).turns] == ["00:00:01.500", "01:01:01.250"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            '<?xml version="1.0" encoding="utf-8" ?><transcript><text start="0.5">it&amp;#39;s open &amp;amp; free'
            '</text><text start="61" dur="2">for every ship that comes here</text></transcript>',
            id="older form",
        ),
        pytest.param(
            '<timedtext format="3"><body><p t="500" d="2100">it&amp;#39;s open &amp;amp; free</p>'
            '<p t="61000" d="2000">for every ship that comes here</p></body></timedtext>',
            id="newer form",
        ),
    ],
)
def test_a_video_whose_marks_are_escaped_twice(body: str) -> None:
    """What was escaped twice is read twice; without labels all of it is the one speaker's who is named."""
    transcript = read(body, ("Jane Roe",), "talk.xml")
    assert said(transcript) == [("Jane Roe", "it's open & free\nfor every ship that comes here")]
    assert transcript.turns[0].at == "00:00:00.500"


ROLLING = "WEBVTT\n\n" + "".join(
    f"00:0{n}.000 --> 00:0{n + 1}.000\n{before}\n{line}\n\n"
    for n, (before, line) in enumerate(
        [
            (" ", "the harbour"),
            ("the harbour", "stays open"),
            ("stays open", "for every ship"),
            ("for every ship", "that comes"),
        ]
    )
)


@pytest.mark.parametrize(
    ("block", "text"),
    [
        pytest.param({}, "the harbour\nstays open\nfor every ship\nthat comes", id="each line once"),
        pytest.param(
            {"dedupe_rolling": False},
            "the harbour\nthe harbour\nstays open\nstays open\nfor every ship\nfor every ship\nthat comes",
            id="as they are",
        ),
    ],
)
def test_scrolling_captions(block: dict[str, Any], text: str) -> None:
    """Captions that scroll say each line once, unless told not to be touched."""
    assert read(ROLLING, ("Jane Roe",), **block).text == text


def test_the_configuration_knows_better() -> None:
    """Captions that people made are what the configuration says they are."""
    record = read(VOICES, tier=3, rendition="original").record
    assert (record.tier, record.rendition) == (3, Rendition.ORIGINAL)


def test_a_segment_without_a_voice_is_nobodys() -> None:
    """A voice is not carried on to segments that name none."""
    segments = [*SEGMENTS, {"startTime": 9, "body": "Somebody called out."}]
    assert said(read(podcast(segments)))[-1] == (None, "Somebody called out.")


def test_a_file_without_a_sidecar() -> None:
    """A file is known and titled by its name, and dated where its name is."""
    made = CaptionsConnector(source(kind="captions", path="captions"))
    entry = made.entry_of_file(page(VOICES, name="docks/2024-03-05_harbour_talk.vtt"))
    assert (entry.id, entry.title) == ("docks/2024-03-05_harbour_talk.vtt", "2024-03-05 harbour talk")
    assert (entry.dates, made.request_of(entry)) == ((RecordDate(date(2024, 3, 5), "url"),), None)


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        pytest.param("", "empty", id="nothing"),
        pytest.param("WEBVTT\n\n", "empty", id="no cues"),
        pytest.param(podcast([]), "empty", id="no segments"),
        pytest.param('{"version": "1.0.0"}', "parse_failed", id="JSON of another kind"),
        pytest.param('{"segments": ["x"]}', "parse_failed", id="segments that are none"),
        pytest.param(podcast(SEGMENTS)[:-9], "parse_failed", id="cut"),
        pytest.param("<html><body><p>Access denied</p></body></html>", "wrong_type", id="HTML without voices"),
        pytest.param("<transcript><text>x</text>", "parse_failed", id="cut XML"),
        pytest.param(
            '<!DOCTYPE t [<!ENTITY f "x">]><transcript><text start="0">&f;</text></transcript>',
            "wrong_type",
            id="entity",
        ),
        pytest.param(b"%PDF-1.4", "wrong_type", id="PDF"),
        pytest.param("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Jane Roe>Yes.\n", "empty", id="too few words"),
        pytest.param(VOICES.replace("<v Jane Roe>", "").replace("<v Jo Poe>", ""), "parse_failed", id="nobody named"),
    ],
)
def test_what_is_refused(body: str | bytes, outcome: str) -> None:
    """What holds no transcript, or nobody's, is an error with its outcome."""
    with pytest.raises(ParseError) as caught:
        read(body)
    assert caught.value.outcome == outcome
