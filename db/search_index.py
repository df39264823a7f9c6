"""Filling the index over the words of transcripts: adding a version, taking it out, making all anew.

Every function works inside the caller's transaction, and costs as much as the version has words,
however much is stored.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections import Counter
from collections.abc import Sequence
from functools import cache

from verifier.model.transcript import Record, Transcript, Turn
from verifier.retrieve.passages import Passage, cut_passages
from verifier.retrieve.terms import PASSAGE_WORDS, terms_of
from verifier.text.folding import fold_words

SPEAKER_SEPARATOR = "\x1f"
_MERGED_PAGES = 500  # index pages that ``settle_index`` merges after a small import
_HELD_BYTES = 1 << 24  # of posting lists that an import gathers before it writes them, 16 times SQLite's own bound
_LARGE_SHARE = 4  # an import that made more than a quarter of the passages is a large one
# Characters that would end a token or a query string; no folded word is known to hold one.
_ODD = re.compile(r"[\s\"'`\\]")
_KEPT = "\u00b7"
# Whatever folding does to these shows whether an index was made by the folding of today.
_PROBE = (
    "It isn’t 1,200.50, forty-two or U.S. “well-known” naïve Straße — can't, won't, we've; 3 % of $5 & Ελλάδα, don't…"
    " He's cannot gonna twenty first; Œuvre ﬁn №5 ½ café"
)


def index_transcript(connection: sqlite3.Connection, version_pk: int, transcript: Transcript) -> None:
    """Make one version searchable in place of the other versions of its transcript; nothing if it is already."""
    _ready(connection)
    if _indexed(connection, version_pk):
        return
    for (other,) in connection.execute(_OTHER_VERSIONS, (version_pk,)).fetchall():
        unindex_version(connection, other)
    passages = cut_passages(transcript)
    first = _total(connection, "last_passage") + 1
    numbered = list(enumerate(passages, start=first))
    connection.executemany(
        'INSERT INTO passages (id, version_id, start, "end", speakers) VALUES (?, ?, ?, ?, ?)',
        [
            (number, version_pk, passage.span.start, passage.span.end, SPEAKER_SEPARATOR.join(passage.speakers))
            for number, passage in numbered
        ],
    )
    connection.executemany(
        "INSERT INTO passage_terms (rowid, terms) VALUES (?, ?)",
        [(number, term_text(passage)) for number, passage in numbered],
    )
    connection.executemany(
        "INSERT INTO term_frequencies (term, passages) VALUES (?, ?)"
        " ON CONFLICT (term) DO UPDATE SET passages = passages + excluded.passages",
        sorted(_word_counts(passages).items()),
    )
    connection.execute(
        "INSERT INTO indexed_versions (version_id, first_passage, passages) VALUES (?, ?, ?)",
        (version_pk, first, len(passages)),
    )
    _add_to_totals(connection, passages=len(passages), last_passage=len(passages), changes=1)


def unindex_version(connection: sqlite3.Connection, version_pk: int) -> None:
    """Take one version out of the search; nothing if it is not in it.

    Its turns must still be stored as they were indexed: the terms to be taken out are worked out from them.
    """
    _ready(connection)
    found = _indexed(connection, version_pk)
    if not found:
        return
    first, count = found
    passages = cut_passages(_stored(connection, version_pk))
    connection.executemany(
        "INSERT INTO passage_terms (passage_terms, rowid, terms) VALUES ('delete', ?, ?)",
        [(number, term_text(passage)) for number, passage in enumerate(passages, start=first)],
    )
    counts = _word_counts(passages)
    connection.executemany(
        "UPDATE term_frequencies SET passages = passages - ? WHERE term = ?",
        [(number, word) for word, number in sorted(counts.items())],
    )
    connection.executemany(
        "DELETE FROM term_frequencies WHERE term = ? AND passages <= 0", [(word,) for word in sorted(counts)]
    )
    connection.execute("DELETE FROM passages WHERE id BETWEEN ? AND ?", (first, first + count - 1))
    connection.execute("DELETE FROM indexed_versions WHERE version_id = ?", (version_pk,))
    _add_to_totals(connection, passages=-count, changes=1)


def rebuild_index(connection: sqlite3.Connection) -> None:
    """Make the index anew from the stored turns of the newest versions; it costs as much as importing them."""
    connection.execute("INSERT INTO passage_terms (passage_terms) VALUES ('delete-all')")
    for table in ("passages", "indexed_versions", "term_frequencies"):
        connection.execute(f"DELETE FROM {table}")
    connection.execute("UPDATE index_totals SET value = 0 WHERE name = 'passages'")
    _begin(connection)
    newest = connection.execute("SELECT id FROM transcript_versions WHERE is_newest = 1 ORDER BY id").fetchall()
    for (version_pk,) in newest:
        index_transcript(connection, version_pk, _stored(connection, version_pk))


def settle_index(connection: sqlite3.Connection) -> None:
    """Merge what imports left scattered, so that a search opens fewer places.

    After an import that made a good part of the index all of it is put in order, which costs less
    than a tenth of such an import and saves a quarter of each search; else a bounded amount of work.
    """
    last, settled = _total(connection, "last_passage"), _total(connection, "settled_passage")
    if _LARGE_SHARE * (last - settled) >= _total(connection, "passages"):
        connection.execute("INSERT INTO passage_terms (passage_terms) VALUES ('optimize')")
    else:
        connection.execute("INSERT INTO passage_terms (passage_terms, rank) VALUES ('merge', ?)", (_MERGED_PAGES,))
    _set_total(connection, "settled_passage", last)


@cache
def index_format() -> int:
    """Return a number that changes when passages or terms would be cut otherwise than before."""
    terms = [term for lang in ("en", "fr", "de") for term in terms_of(fold_words(_PROBE, lang))]
    digest = hashlib.sha256(f"{PASSAGE_WORDS} {' '.join(terms)}".encode()).digest()
    return int.from_bytes(digest[:6], "big")


def term_text(passage: Passage) -> str:
    """Return the terms of *passage* as the index reads them: apart by one space."""
    text = " ".join(passage.terms)
    if text.count(" ") == len(passage.terms) - 1 and not _ODD.search(text.replace(" ", "")):
        return text
    return " ".join(_ODD.sub(_KEPT, term) for term in passage.terms)


def term_query(term: str) -> str:
    """Return the query that finds one term, whatever characters it has."""
    return f'"{_ODD.sub(_KEPT, term)}"'


_OTHER_VERSIONS = """
    SELECT indexed_versions.version_id
    FROM transcript_versions AS own
    JOIN transcript_versions AS other ON other.transcript_id = own.transcript_id AND other.id <> own.id
    JOIN indexed_versions ON indexed_versions.version_id = other.id
    WHERE own.id = ?
"""


def _ready(connection: sqlite3.Connection) -> None:
    """Make the index anew if it was made by another folding than today's; note the folding of an empty one."""
    row = connection.execute("SELECT value FROM index_totals WHERE name = 'format'").fetchone()
    if row is None:
        _begin(connection)
    elif row[0] != index_format():
        rebuild_index(connection)


def _begin(connection: sqlite3.Connection) -> None:
    """Note the folding of an index that is empty, and let it gather more before it writes: a quarter less work."""
    _set_total(connection, "format", index_format())
    connection.execute("INSERT INTO passage_terms (passage_terms, rank) VALUES ('hashsize', ?)", (_HELD_BYTES,))


def _indexed(connection: sqlite3.Connection, version_pk: int) -> tuple[int, int] | None:
    """Return the first number and the count of a version's passages; None if it is not indexed."""
    found = "SELECT first_passage, passages FROM indexed_versions WHERE version_id = ?"
    row = connection.execute(found, (version_pk,)).fetchone()
    return None if row is None else (row[0], row[1])


def _stored(connection: sqlite3.Connection, version_pk: int) -> Transcript:
    """Return a version's turns as far as its passages hang on them."""
    (lang,) = connection.execute("SELECT lang FROM transcript_versions WHERE id = ?", (version_pk,)).fetchone()
    rows = connection.execute(
        "SELECT speaker, text, lang FROM turns WHERE version_id = ? ORDER BY number", (version_pk,)
    )
    turns = tuple(Turn(speaker, text, lang=own) for speaker, text, own in rows)
    return Transcript(Record("", "", "", lang, "", ()), turns)


def _word_counts(passages: Sequence[Passage]) -> Counter[str]:
    """Return in how many of *passages* each word stands."""
    counts: Counter[str] = Counter()
    for passage in passages:
        counts.update(set(passage.words))
    return counts


def _total(connection: sqlite3.Connection, name: str) -> int:
    row = connection.execute("SELECT value FROM index_totals WHERE name = ?", (name,)).fetchone()
    return int(row[0]) if row else 0


def _set_total(connection: sqlite3.Connection, name: str, value: int) -> None:
    connection.execute("INSERT OR REPLACE INTO index_totals (name, value) VALUES (?, ?)", (name, value))


def _add_to_totals(connection: sqlite3.Connection, **added: int) -> None:
    for name, value in added.items():
        connection.execute("UPDATE index_totals SET value = value + ? WHERE name = ?", (value, name))
