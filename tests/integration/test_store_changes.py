"""A changed text is a new version, with what changed and when it must have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from store_samples import ANSWER, NOW, QUESTION, new_database, transcript

from db.store import ImportCounts, Store
from verifier.model.page import Page
from verifier.model.transcript import Transcript, Turn
from verifier.text.changes import WordChanges, word_changes

WORKS, DOC = "Ministry of Works", "briefing-1"
DAY = timedelta(days=1)
EDITED = transcript(
    QUESTION, Turn("Ada Lind", "The bridge will open before June. We need at most twelve more weeks.", "ada-lind")
)
CUT = transcript(Turn("Ada Lind", "The bridge.", "ada-lind"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(new_database(tmp_path)) as opened:
        yield opened


def keep(store: Store, *texts: Transcript, first: int = 0, declared: bool = False) -> None:
    """Keep texts, one a day."""
    for number, text in enumerate(texts, start=first):
        store.add_transcripts([text], now=NOW + number * DAY, declared_correction=declared)


def test_c03_a_stealth_edit_has_its_window_and_its_words(store: Store) -> None:
    """From when the old text was seen last to when the new one was seen first."""
    keep(store, transcript(), transcript(), EDITED)
    (change,) = store.text_changes(WORKS, DOC)
    assert (change.old_version, change.new_version) == (transcript().record.version, EDITED.record.version)
    assert (change.changed_after, change.changed_before) == (NOW + DAY, NOW + 2 * DAY)
    assert (change.added, change.removed, change.times, change.declared) == (2, 1, 1, False)
    assert change.diff.splitlines() == [
        "May? Ada Lind: The bridge will [-not-] open before June. We need twelve",
        "not open before June. We need {+at most+} twelve more weeks.",
    ]
    assert store.load_transcript(WORKS, DOC, change.old_version) == transcript()


def test_a_label_that_changed_is_a_change(store: Store) -> None:
    """Who speaks is part of what a record says."""
    keep(store, transcript(), transcript(QUESTION, Turn("Bo Ek", ANSWER.text)))
    (change,) = store.text_changes(WORKS, DOC)
    assert "[-Ada Lind:-] {+Bo Ek:+}" in change.diff


def test_c07_noise_is_no_change(store: Store, tmp_path: Path) -> None:
    """Other bytes with the same words: one version, no change, no event."""
    for number, body in enumerate((b"<p>a</p>", b"<p>a</p><!-- 7 -->")):
        snapshot = store.add_snapshot(Page(body, NOW, "https://works.example/1"), tmp_path / "e")
        store.add_transcripts([transcript()], now=NOW + number * DAY, snapshot=snapshot)
    assert store.raw.execute("SELECT count(*) FROM transcript_versions").fetchone() == (1,)
    assert store.text_changes(WORKS, DOC) == ()
    assert store.record_events(WORKS, DOC) == ()


def test_c09_flapping_gives_two_versions(store: Store) -> None:
    """Not twenty; each way is one change, counted."""
    keep(store, *[transcript(), EDITED] * 10)
    assert store.raw.execute("SELECT count(*) FROM transcript_versions").fetchone() == (2,)
    there, back = store.text_changes(WORKS, DOC)
    assert (there.times, back.times) == (10, 9)
    assert (there.changed_after, there.changed_before) == (NOW, NOW + DAY)
    assert (back.old_version, back.new_version) == (there.new_version, there.old_version)


def test_c10_a_declared_correction_is_flagged(store: Store) -> None:
    """On the change, and as an event."""
    keep(store, transcript())
    keep(store, EDITED, first=1, declared=True)
    (change,) = store.text_changes(WORKS, DOC)
    assert change.declared
    assert [event.kind for event in store.record_events(WORKS, DOC)] == ["correction"]


def test_c08_a_shrunken_copy_is_an_event(store: Store) -> None:
    """The longer text stays the one that is read."""
    keep(store, transcript(), CUT, CUT)
    assert store.load_transcript(WORKS, DOC) == transcript()
    assert store.text_changes(WORKS, DOC) == ()
    (event,) = store.record_events(WORKS, DOC)
    assert (event.kind, event.detail) == ("suspicious_change", "cut from 18 words to 2")


LONG = Turn("Ada Lind", " ".join(f"Sentence {number} of the answer." for number in range(20)), "ada-lind")
LACKS = "lacks 30 of 100 words, with hardly any in their place"
FOREIGN = "has hardly any of the 100 words that were there: another text"
KEPT = " ".join(LONG.text.split()[:70])  # of 100 words


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        pytest.param(KEPT, "ends where the better copy goes on for 30 words", id="cut between words"),
        pytest.param(f"{KEPT} …", "ends where the better copy goes on for 30 words", id="dots where it is cut"),
        pytest.param(KEPT[:-3], "ends where the better copy goes on for 30 words", id="cut inside a word"),
        pytest.param(f"{KEPT} The end.", LACKS, id="a short end in the place of a long one"),
        pytest.param(f"{KEPT} {' '.join(f'new{n}' for n in range(30))}", None, id="another end"),
        pytest.param(" ".join(f"new{n}" for n in range(90)), FOREIGN, id="another text"),
        pytest.param(" ".join(LONG.text.split()[:90]), None, id="ten words less"),
        pytest.param(" ".join(LONG.text.split()[30:]), LACKS, id="without its beginning"),
        pytest.param(" ".join(LONG.text.split()[:20] + LONG.text.split()[50:]), LACKS, id="without its middle"),
    ],
)
def test_a_copy_that_ends_early_is_a_worse_one(store: Store, text: str, detail: str | None) -> None:
    """A template closes a cut page again; a text that is no mere beginning, or lacks little, is an edit."""
    keep(store, transcript(LONG), transcript(Turn("Ada Lind", text, "ada-lind")))
    assert [event.detail for event in store.record_events(WORKS, DOC)] == ([detail] if detail else [])
    held = store.load_transcript(WORKS, DOC)
    assert held is not None
    assert held.turns[0].text == (LONG.text if detail else text)


def test_a_declared_cut_is_an_edit(store: Store) -> None:
    """A source that says it corrected its page may end it earlier."""
    keep(store, transcript(LONG))
    keep(store, transcript(Turn("Ada Lind", KEPT, "ada-lind")), first=1, declared=True)
    assert len(store.text_changes(WORKS, DOC)) == 1


def test_a_takedown_takes_the_words_of_changes_too(store: Store) -> None:
    """That it changed, and by how much, stays."""
    keep(store, transcript(), EDITED)
    store.take_down_transcript(WORKS, DOC, reason="court order", now=NOW)
    (change,) = store.text_changes(WORKS, DOC)
    assert (change.diff, change.added) == ("", 2)
    assert store.corpus(None).earlier(EDITED.record.version) == ()


def test_of_a_source_of_hashes_no_text_is_kept(store: Store) -> None:
    """What it is of and the hash of its words are, as an entry that coverage knows."""
    store.keep_source(WORKS, now=NOW, store="hash")
    for _ in range(2):
        assert store.add_transcripts([transcript()], now=NOW) == ImportCounts(withheld=1)
    for table in ("transcripts", "transcript_versions", "turns", "passages"):
        assert store.raw.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    (gap, other) = store.listed_not_held(None) * 2
    assert gap == other
    entry = store.load_entry(WORKS, DOC)
    assert entry is not None
    assert (entry.state, entry.entry.title, entry.attempts) == ("metadata_only", "Press briefing on the bridge", 2)
    assert dict(entry.entry.extra)["words"] == "18"
    assert not [path for path in (store.path,) if path and b"twelve more weeks" in path.read_bytes()]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("one  two", "one\ntwo", WordChanges(0, 0, ""), id="white space"),
        pytest.param("", "one two", WordChanges(2, 0, "{+one two+}"), id="all new"),
        pytest.param("one two", "one", WordChanges(0, 1, "one [-two-]"), id="lost"),
        pytest.param("a b c", "a x y c", WordChanges(2, 1, "a [-b-] {+x y+} c"), id="replaced"),
    ],
)
def test_word_changes(old: str, new: str, expected: WordChanges) -> None:
    """Words that came and went, between the words around them."""
    assert word_changes(old, new) == expected


def test_long_changes_are_counted_whole_and_shown_in_part() -> None:
    """A text that shares nothing with the one before does not fill the database."""
    found = word_changes("", " ".join(f"w{number}" for number in range(1000)))
    assert found.added == 1000
    assert found.diff.endswith("w399 … (600 more words)+}")
    many = word_changes(" ".join(f"a{n} b c d" for n in range(250)), " ".join(f"x{n} b c d" for n in range(250)))
    assert (many.added, many.removed) == (250, 250)
    assert many.diff.splitlines()[-1] == "… 50 more changes"
