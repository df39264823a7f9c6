"""What only the corpus in a database promises: read-only files, an index that can be made anew, bounded cost."""

import sqlite3
from contextlib import closing

import pytest
from corpus_samples import NOW, briefings, sentence, speech, transcript

from db.search import StoredCorpus, index_transcript, rebuild_index, settle_index, unindex_version
from db.store import Store
from verifier.model.transcript import Turn
from verifier.retrieve.corpus import Budget, Query
from verifier.text.folding import fold_words


@pytest.fixture
def store(tmp_path):
    """Open a new database."""
    with Store.open(tmp_path / "corpus.db") as opened:
        yield opened


def query(text):
    """Return the query for quoted words."""
    return Query(tuple(fold_words(text)))


def kept(connection):
    """Return everything that the index keeps beside the posting lists."""
    return [
        connection.execute("SELECT * FROM term_frequencies ORDER BY term").fetchall(),
        connection.execute(
            'SELECT version_id, start, "end", speakers FROM passages ORDER BY version_id, start'
        ).fetchall(),
        connection.execute("SELECT version_id, passages FROM indexed_versions ORDER BY version_id").fetchall(),
    ]


def postings(connection, words):
    """Return where the index says that each word stands: (version, start) of the passages."""
    where = (
        "SELECT version_id, start FROM passage_terms JOIN passages ON passages.id = passage_terms.rowid"
        " WHERE passage_terms MATCH ? ORDER BY 1, 2"
    )
    return {word: connection.execute(where, (f'"{word}"',)).fetchall() for word in words}


def test_a_file_that_is_only_read(store, tmp_path):
    """A database opened with mode=ro answers, and is not written to."""
    store.add_transcripts(briefings(), now=NOW)
    with closing(sqlite3.connect(f"{(tmp_path / 'corpus.db').as_uri()}?mode=ro", uri=True)) as connection:
        corpus = StoredCorpus(connection)
        assert corpus.candidates(query(sentence(40)), Budget())[0].record.doc_id == "b1"
        assert connection.total_changes == 0


def test_what_another_connection_adds_is_seen(store, tmp_path):
    """What was looked up is forgotten when versions come or go, whoever wrote them."""
    store.add_transcripts(briefings(), now=NOW)
    with Store.open(tmp_path / "corpus.db", write=False) as reader:
        corpus = StoredCorpus(reader.raw)
        assert len(corpus.records(None, None)) == 6
        assert corpus.frequency(["penguins", "penguins_waddle"]) == {"penguins": 0, "penguins_waddle": 0}
        store.add_transcripts(
            [transcript("new", Turn("Dora Dahl", "Penguins waddle past the customs house."))], now=NOW
        )
        assert corpus.frequency(["penguins", "penguins_waddle"]) == {"penguins": 1, "penguins_waddle": 1}
        assert len(corpus.records(None, None)) == 7
        assert corpus.candidates(query("Penguins waddle past"), Budget())[0].record.doc_id == "new"


def test_an_older_version_can_still_be_read(store):
    """An earlier verdict leads back to the text it rests on, though that is no longer searched."""
    first = transcript("a", Turn("Ada Lind", "The tunnel floods whenever it rains."))
    store.add_transcripts([first], now=NOW)
    store.add_transcripts([transcript("a", Turn("Ada Lind", "The tunnel floods."))], now=NOW)
    (turn,) = StoredCorpus(store.raw).turns(first.record.version)
    assert turn.turn == first.turns[0]


def test_indexing_twice_or_taking_out_what_is_not_in(store):
    """Both change nothing."""
    store.add_transcripts(briefings(), now=NOW)
    before = kept(store.raw)
    with store.transaction():
        index_transcript(store.raw, 1, briefings()[0])
        unindex_version(store.raw, 99)
    assert kept(store.raw) == before


def test_made_anew(store):
    """An index made anew from the stored turns is the one that imports made."""
    store.add_transcripts(briefings(), now=NOW)
    words = sorted(set(fold_words(speech(0, 180))))
    before, where = kept(store.raw), postings(store.raw, words)
    with store.transaction():
        rebuild_index(store.raw)
        settle_index(store.raw)
    assert kept(store.raw) == before
    assert postings(store.raw, words) == where


def test_taken_out_leaves_no_posting(store):
    """Taking a version out removes its terms from the posting lists too."""
    store.add_transcripts([*briefings(), transcript("x", Turn("Dora Dahl", f"Zebras graze. {speech(0, 40)}"))], now=NOW)
    store.take_down_transcript("works", "x", reason="asked for", now=NOW)
    found = store.raw.execute("SELECT rowid FROM passage_terms WHERE passage_terms MATCH 'zebras'").fetchall()
    assert found == []
    assert store.raw.execute("SELECT count(*) FROM term_frequencies WHERE term = 'zebras'").fetchone() == (0,)


def test_an_index_of_another_folding_is_made_anew(store):
    """An index whose terms were folded otherwise is made anew before anything is added to it or taken out."""
    store.add_transcripts(briefings(), now=NOW)
    before = kept(store.raw)
    with store.transaction():
        store.raw.execute("UPDATE index_totals SET value = 1 WHERE name = 'format'")
        store.raw.execute("UPDATE term_frequencies SET passages = passages + 5")
        unindex_version(store.raw, 99)
    assert kept(store.raw) == before


def test_a_number_is_never_given_twice(store):
    """A passage that has gone leaves its number unused, so that nothing can point to another one's words."""
    store.add_transcripts(briefings(), now=NOW)
    last = store.raw.execute("SELECT max(id) FROM passages").fetchone()[0]
    store.take_down_transcript("works", "b5", reason="asked for", now=NOW)
    store.add_transcripts([transcript("x", Turn("Dora Dahl", "Zebras graze."))], now=NOW)
    assert store.raw.execute("SELECT max(id) FROM passages").fetchone()[0] == last + 1


def steps(connection, work):
    """Return how many steps SQLite's machine takes for *work*."""
    counted = [0]

    def count():
        counted[0] += 1
        return 0

    connection.set_progress_handler(count, 1)
    work()
    connection.set_progress_handler(None, 0)
    return counted[0]


def test_adding_and_taking_out_cost_the_same_in_a_large_corpus(store):
    """What a transcript costs to add or take out hangs on its own words, not on what is stored."""
    costs = []
    for number, stored in enumerate([20, 400]):
        store.add_transcripts(
            (transcript(f"{number}-{one}", Turn("Bo Ek", speech(one % 90, 20))) for one in range(stored)), now=NOW
        )
        probe = transcript(f"probe{number}", Turn("Ada Lind", speech(20, 60)))
        added = steps(store.raw, lambda probe=probe: store.add_transcripts([probe], now=NOW))
        found = "SELECT id FROM transcript_versions WHERE version = ?"
        (key,) = store.raw.execute(found, (probe.record.version,)).fetchone()
        with store.transaction():
            costs.append((added, steps(store.raw, lambda key=key: unindex_version(store.raw, key))))
    (few_added, few_taken), (many_added, many_taken) = costs
    assert many_added <= 1.2 * few_added
    assert many_taken <= 1.2 * few_taken
