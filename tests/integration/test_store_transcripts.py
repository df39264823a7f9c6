"""Transcripts: one row per state of their words, the newest searchable, better copies never replaced by worse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from store_samples import ANSWER, LATER, NOW, QUESTION, new_database, transcript

from db.store import ImportCounts, ImportedLine, Store, VersionEvidence
from verifier.errors import DatabaseError, ParseError
from verifier.model.page import Page
from verifier.model.transcript import RecordDate, Rendition, Role, Transcript, Turn

SOURCE, DOC = "Ministry of Works", "briefing-1"
CORRECTED = replace(ANSWER, text="The bridge will not open before July. We need twelve more weeks.")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(new_database(tmp_path)) as opened:
        yield opened


def versions(store: Store) -> list[tuple[int, ...]]:
    """Return (is_newest, is_worse, words) of every version, oldest first."""
    return store.raw.execute("SELECT is_newest, is_worse, words FROM transcript_versions ORDER BY id").fetchall()


def test_a_transcript_comes_back_as_it_was(store: Store) -> None:
    """Record, dates in their order, and turns with all that is known of them."""
    whole = transcript(
        QUESTION,
        replace(ANSWER, lang="sv", rendition=Rendition.INTERPRETATION),
        Turn(None, "(Applause.)", role=Role.UNATTRIBUTED),
        Turn("Bo Ek", "", role=Role.MODERATOR),
        rendition=Rendition.OFFICIAL_TRANSLATION,
        complete=False,
        speakers=("Ada Lind", "Bo Ek"),
    )
    assert store.add_transcripts([whole], now=NOW) == ImportCounts(added=1)
    assert store.load_transcript(SOURCE, DOC) == whole
    assert store.load_transcript(SOURCE, DOC, whole.record.version) == whole


def test_turns_lie_where_the_text_has_them(store: Store) -> None:
    """Each turn's start is its offset in the text that joins the turns by one newline."""
    store.add_transcripts([transcript()], now=NOW)
    placed = store.raw.execute("SELECT start, length(text) FROM turns ORDER BY number").fetchall()
    assert placed == [(0, 28), (29, 64)]
    assert transcript().text[29 : 29 + 64] == ANSWER.text


def test_the_same_text_again_adds_no_row(store: Store) -> None:
    """A second import of the same file finds everything unchanged."""
    both = [transcript(), transcript(doc_id="briefing-2")]
    assert store.add_transcripts(both, now=NOW) == ImportCounts(added=2)
    tables = ("sources", "transcripts", "transcript_versions", "turns", "record_dates", "version_speakers", "passages")
    before = [store.raw.execute(f"SELECT max(rowid), count(*) FROM {table}").fetchone() for table in tables]
    assert store.add_transcripts(both, now=LATER) == ImportCounts(unchanged=2)
    assert [store.raw.execute(f"SELECT max(rowid), count(*) FROM {table}").fetchone() for table in tables] == before


def test_changed_text_is_a_new_version(store: Store) -> None:
    """The new text is read, the old one stays under its version."""
    store.add_transcripts([transcript()], now=NOW)
    edited = transcript(QUESTION, CORRECTED)
    assert store.add_transcripts([edited], now=LATER) == ImportCounts(new_versions=1)
    assert store.load_transcript(SOURCE, DOC) == edited
    assert store.load_transcript(SOURCE, DOC, transcript().record.version) == transcript()
    assert versions(store) == [(0, 0, 18), (1, 0, 18)]


def test_a_text_that_goes_back_is_the_newest_again(store: Store) -> None:
    """A source that alternates between two texts has two versions, not twenty."""
    edited = transcript(QUESTION, CORRECTED)
    for text in (transcript(), edited, transcript(), edited, transcript()):
        store.add_transcripts([text], now=NOW)
    assert store.load_transcript(SOURCE, DOC) == transcript()
    assert versions(store) == [(1, 0, 18), (0, 0, 18)]


CUT = replace(ANSWER, text="The bridge will not")
WORSE = [
    pytest.param(transcript(QUESTION, CORRECTED, tier=2), id="lower tier"),
    pytest.param(transcript(QUESTION, CORRECTED, complete=False), id="no longer complete"),
    pytest.param(transcript(CUT), id="cut to less than half"),
]


@pytest.mark.parametrize("worse", WORSE)
def test_a_worse_copy_never_replaces_a_better_one(store: Store, worse: Transcript) -> None:
    """It is kept as a version and marked; the better text stays the one that is read, also the next time."""
    store.add_transcripts([transcript()], now=NOW)
    assert store.add_transcripts([worse], now=LATER) == ImportCounts(worse=1)
    assert store.add_transcripts([worse], now=LATER) == ImportCounts(worse=1)
    assert store.load_transcript(SOURCE, DOC) == transcript()
    assert store.load_transcript(SOURCE, DOC, worse.record.version) == worse
    assert [row[:2] for row in versions(store)] == [(1, 0), (0, 1)]


DESCRIBED = [
    pytest.param({"title": "Briefing, corrected title"}, id="title"),
    pytest.param({"url": None}, id="url"),
    pytest.param({"dates": (RecordDate(date(2025, 3, 4), "body"),)}, id="dates"),
    pytest.param({"tier": 2}, id="tier"),
    pytest.param({"speakers": ("Ada Lind", "Joan Park")}, id="speakers"),
]


@pytest.mark.parametrize("changes", DESCRIBED)
def test_another_description_of_the_same_words_is_a_correction(store: Store, changes: dict[str, object]) -> None:
    """Title, address, dates, tier and names are corrected in place: the words are the same version."""
    store.add_transcripts([transcript()], now=NOW)
    assert store.add_transcripts([transcript(**changes)], now=LATER) == ImportCounts(described_anew=1)
    assert store.load_transcript(SOURCE, DOC) == transcript(**changes)
    assert len(versions(store)) == 1


def test_turns_are_described_anew_too(store: Store) -> None:
    """A speaker resolved to a known person later is corrected without a new version."""
    store.add_transcripts([transcript(QUESTION, replace(ANSWER, speaker_id=None, label=None))], now=NOW)
    assert store.add_transcripts([transcript()], now=LATER) == ImportCounts(described_anew=1)
    assert store.load_transcript(SOURCE, DOC) == transcript()
    assert store.raw.execute("SELECT speaker, speaker_id, words FROM version_speakers").fetchall() == [
        ("Ada Lind", "ada-lind", 12)
    ]


def test_what_a_record_leaves_out_is_filled(store: Store) -> None:
    """Version, words and the names that hold a speaker's turn are taken from the turns."""
    bare = transcript(speakers=(), words=0)
    store.add_transcripts([Transcript(replace(bare.record, version=""), bare.turns)], now=NOW)
    assert store.load_transcript(SOURCE, DOC) == transcript()


def test_unclean_words_are_another_text(store: Store) -> None:
    """NUL and lone surrogates become U+FFFD; the version names the text that is kept."""
    unclean = transcript(replace(ANSWER, text="The \x00 bridge \udfff"), title="a\x00")
    store.add_transcripts([unclean], now=NOW)
    kept = store.load_transcript(SOURCE, DOC)
    assert kept == transcript(replace(ANSWER, text="The \ufffd bridge \ufffd"), title="a\ufffd")
    assert store.add_transcripts([unclean], now=NOW) == ImportCounts(unchanged=1)


def test_a_line_of_a_file_is_known(store: Store, tmp_path: Path) -> None:
    """A version names the bytes it was read from and the line in them."""
    page = Page(b'{"doc_id": "briefing-1"}\n', NOW, name="briefings.jsonl")
    snapshot = store.add_snapshot(page, tmp_path / "evidence")
    store.add_transcripts([ImportedLine(transcript(), 1)], now=NOW, snapshot=snapshot)
    version = transcript().record.version
    assert store.evidence_of(SOURCE, DOC, version) == VersionEvidence(page.sha256, 1, NOW)
    assert store.evidence_of(SOURCE, "other", version) is None


def test_batches_before_an_unreadable_line_are_kept(store: Store) -> None:
    """An error of the lines themselves passes through; whole batches before it are kept."""

    def lines() -> Iterator[Transcript]:
        for number in range(5):
            yield transcript(doc_id=f"briefing-{number}")
        raise ParseError("line 6 is broken")

    with pytest.raises(ParseError, match="line 6"):
        store.add_transcripts(lines(), now=NOW, batch=2)
    assert len(versions(store)) == 4


def test_only_the_newest_version_is_in_the_index(store: Store) -> None:
    """A text that was replaced, or is a worse copy, is not searched."""
    for text in (transcript(), transcript(QUESTION, CORRECTED), transcript(CUT)):
        store.add_transcripts([text], now=NOW)
    indexed = store.raw.execute("SELECT DISTINCT version_id FROM passages").fetchall()
    assert indexed == [(2,)]


def test_a_transcript_taken_down_leaves_no_words(store: Store) -> None:
    """Its words, also those of earlier versions, are gone; that it was held, and why it went, is not."""
    store.add_transcripts([transcript()], now=NOW)
    store.add_transcripts([transcript(QUESTION, CORRECTED)], now=NOW)
    assert store.take_down_transcript(SOURCE, DOC, reason="court order 12/2025", now=LATER) == 2
    assert store.raw.execute("SELECT DISTINCT text FROM turns").fetchall() == [("",)]
    assert store.raw.execute("SELECT count(*) FROM passages").fetchone() == (0,)
    assert store.raw.execute("SELECT DISTINCT reason FROM takedowns").fetchall() == [("court order 12/2025",)]
    with pytest.raises(DatabaseError, match="no transcript nothing"):
        store.take_down_transcript(SOURCE, "nothing", reason="x", now=LATER)
