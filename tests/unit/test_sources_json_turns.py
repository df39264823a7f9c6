"""Transcripts from JSON interfaces whose turns are fields: carried speakers, sentences, fragments by language."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from json_samples import WORDS, walked
from json_samples import records_api as api
from source_samples import said

from verifier.errors import ParseError
from verifier.model.transcript import RecordDate, Rendition
from verifier.sources.kinds.json_api.fragments import fragments_in

DEBATES: dict[str, Any] = {
    "search": {"url": "https://house.example/search.json"},
    "map": {"rows": "Results", "id": "ExtId", "title": "Title", "event_date": "SittingDate"},
    "detail": {"url": "https://house.example/debates/{id}.json"},
    "detail_map": {"title": "Overview.Title", "event_date": "Overview.Date", "venue": "Overview.Location"},
    "turn_map": {
        "rows": "Items[?ItemType=='Contribution']",
        "speaker": "AttributedTo",
        "carry": "MemberId",
        "html": "Value",
        "at": "Timecode",
    },
}


def item(speaker: str | None, member: int | None, html: str, at: str | None = None) -> dict[str, Any]:
    """Return a contribution as the interface tells it."""
    return {"ItemType": "Contribution", "AttributedTo": speaker, "MemberId": member, "Value": html, "Timecode": at}


def test_a_blank_speaker_goes_on_under_its_number() -> None:
    """A continuation prints no name; it is carried on by the member's number, and by nothing else."""
    items = [
        {"ItemType": "Timestamp", "Value": "11.34", "AttributedTo": None},
        item("The Prime Minister (Jane Roe)", 1, f"<p>{WORDS}</p><p>So it is.</p>", "2024-03-05T11:34:00"),
        item("Jo Poe (Docks) (Lab)", 2, "<p>Why is <em>that</em>?</p>"),
        item("", 1, "<p>Because.</p>"),
        item("", None, "<p>Somebody called.</p>"),
        item(None, 9, "<p>Somebody else.</p>"),
    ]
    overview = {"Title": "Harbours", "Date": "2024-03-05T00:00:00", "Location": "Chamber"}
    reading = walked(
        api(**DEBATES),
        {"Results": [{"ExtId": "AB-1", "Title": "Engagements", "SittingDate": "2024-03-05T00:00:00"}]},
        json.dumps({"Overview": overview, "Items": items}),
    )
    (transcript,) = reading.transcripts
    assert said(transcript) == [
        ("Jane Roe", f"{WORDS}\nSo it is."),
        ("Jo Poe", "Why is that?"),
        ("Jane Roe", "Because."),
        (None, "Somebody called."),
        (None, "Somebody else."),
    ]
    assert transcript.turns[0].label == "The Prime Minister (Jane Roe)"
    assert (transcript.record.title, transcript.record.place) == ("Harbours", "Chamber")
    assert transcript.record.dates == (RecordDate(date(2024, 3, 5), "meta"),)
    assert reading.notes == ("2 turns name nobody",)


@pytest.mark.parametrize(
    ("day", "days", "flags"),
    [
        pytest.param("2024-03-05", [date(2024, 3, 5)], set(), id="the same"),
        pytest.param("2024-02-05", [date(2024, 2, 5), date(2024, 3, 5)], {"date_differs"}, id="another event's"),
        pytest.param("2999-01-01", [date(2024, 3, 5)], {"date_differs", "date_in_future"}, id="in the future"),
    ],
)
def test_the_day_of_the_record_and_of_its_list(day: str, days: list[date], flags: set[str]) -> None:
    """A record dated otherwise than its list is flagged; a day after its retrieval is not believed."""
    answer = {"Overview": {"Date": day}, "Items": [item("Jane Roe", 1, f"<p>{WORDS}</p>")]}
    listing = {"Results": [{"ExtId": "AB-1", "Title": "T", "SittingDate": "2024-03-05"}]}
    reading = walked(api(**DEBATES), listing, json.dumps(answer))
    assert [one.day for one in reading.transcripts[0].record.dates] == days
    assert reading.flags == flags


def test_speech_recognition_in_sentences() -> None:
    """Paragraphs of sentences become lines; the whole is what a machine heard."""
    made = api(
        search={"url": "https://tv.example/meetings.json"},
        map={"rows": "meetings[?hasTranscript]", "id": "slug", "title": "title", "event_date": "date"},
        detail={"url": "https://tv.example/en/{id}.json"},
        detail_map={"title": "video.clean_title", "event_date": "video.date"},
        turn_map={
            "rows": "transcript.data",
            "speaker": "speaker.name",
            "text": "paragraphs[].join(' ', sentences[].text)",
            "at": "start",
        },
        rendition="asr",
        tier=5,
    )
    first = [{"text": "The harbour stays open."}, {"text": "It always did, and it will."}]
    sentences = [first, [{"text": "Thank you all."}]]
    data = [
        {"start": 12.3, "speaker": {"name": "Jane Roe"}, "paragraphs": [{"sentences": one} for one in sentences]},
        {"start": 40, "speaker": {"name": None}, "paragraphs": [{"sentences": [{"text": "Next."}]}]},
    ]
    (transcript,) = walked(
        made,
        {"meetings": [{"slug": "m-1", "hasTranscript": True, "title": "M", "date": "2024-03-05"}, {"slug": "m-2"}]},
        json.dumps({"video": {"clean_title": "Meeting", "date": "2024-03-05"}, "transcript": {"data": data}}),
    ).transcripts
    assert said(transcript) == [
        ("Jane Roe", "The harbour stays open. It always did, and it will.\nThank you all."),
        (None, "Next."),
    ]
    assert (transcript.record.rendition, transcript.record.tier, transcript.turns[0].at) == (Rendition.ASR, 5, "12.3")


FRAGMENT = (
    '<oralStatements><speech startTime="2024-03-05T16:56"><from><person refersTo="epdata:person/1">José Mar</person>,'
    " <role>on behalf of <organization>S&amp;D</organization></role></from><blockContainer><p>{0}</p></blockContainer>"
    "</speech></oralStatements>"
)
SPANISH = (
    "Señora Presidenta, el puerto queda abierto para todos los barcos que llegan, y así será siempre para nosotros."
)


def test_a_machine_translation_is_a_record_of_its_own() -> None:
    """Only the words in the language of the speech are an original; a machine's are marked and kept apart."""
    made = api(
        search={"url": "https://data.example/speeches"},
        map={"rows": "data", "id": "activity_id", "title": "activity_label.en", "event_date": "activity_date"},
        turn_map={"fragments": 'recorded_in_a_realization_of[0]."api:xmlFragment"'},
        languages=["en"],
    )
    fragments = {"en-t-es-mtec": FRAGMENT.format(WORDS), "es": FRAGMENT.format(SPANISH)}
    row = {
        "activity_id": "SP-1",
        "activity_label": {"en": "Harbours"},
        "activity_date": "2024-03-05",
        "recorded_in_a_realization_of": [{"api:xmlFragment": fragments}],
    }
    original, translated = walked(made, {"data": [row]}).transcripts
    assert (original.record.doc_id, original.record.lang) == ("SP-1", "es")
    assert original.record.rendition is Rendition.ORIGINAL
    assert said(original) == [("José Mar", SPANISH)]
    assert (translated.record.doc_id, translated.record.lang) == ("SP-1#en-t-es-mtec", "en")
    assert translated.record.rendition is Rendition.MACHINE_TRANSLATION


def test_the_languages_of_a_key_in_the_other_order() -> None:
    """Which of the two languages in a key the words are in is told by the words."""
    (only,) = fragments_in({"fragments": {"es-t-en-mtec": FRAGMENT.format(WORDS)}})
    assert (only.lang, only.rendition) == ("en", Rendition.MACHINE_TRANSLATION)


@pytest.mark.parametrize(
    "fragments",
    [
        pytest.param({"english": FRAGMENT.format(WORDS)}, id="unknown key"),
        pytest.param({"es": FRAGMENT.format(WORDS)[:-9]}, id="cut"),
        pytest.param(["x"], id="no table"),
    ],
)
def test_fragments_that_are_none(fragments: Any) -> None:
    """A fragment of an unknown form is refused, not guessed at."""
    with pytest.raises(ParseError):
        fragments_in({"fragments": fragments})


@pytest.mark.parametrize(
    ("items", "outcome"),
    [
        pytest.param(None, "parse_failed", id="no list of turns"),
        pytest.param([], "empty", id="no turns"),
        pytest.param([item(["A"], 1, "x")], "parse_failed", id="a list for a name"),  # type: ignore[arg-type]
        pytest.param([item(None, 1, f"<p>{WORDS}</p>")], "parse_failed", id="nobody is named"),
    ],
)
def test_turns_that_are_none(items: Any, outcome: str) -> None:
    """Fields that are not where they should be are an error, never a missing key."""
    listing = {"Results": [{"ExtId": "AB-1", "Title": "T", "SittingDate": "2024-03-05"}]}
    with pytest.raises(ParseError) as caught:
        walked(api(**DEBATES), listing, json.dumps({"Overview": {}, "Items": items}))
    assert caught.value.outcome == outcome
