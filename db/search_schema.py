"""The tables of the index over the words of transcripts: made by the first migration, filled by ``db.search``.

The index can be rebuilt from the turns at any time. It keeps no text: passages are places in the turns.
"""

from __future__ import annotations

# Letters beyond ASCII are always part of a token here; in a folded word every printable ASCII
# character is as well, since "1.5" and the underscore of a pair are one term each. Not "unicode61":
# its tables are of Unicode 6.1, and would cut words in newer scripts.
_TOKEN_CHARACTERS = "!#$%&()*+,-./:;<=>?@[]^_{|}~"

SEARCH_DDL: tuple[str, ...] = (
    # Passages of one version are numbered one after another; a number is never given twice. No
    # foreign key: checking it would read the whole table whenever a version is removed.
    """
    CREATE TABLE IF NOT EXISTS passages (
        id INTEGER PRIMARY KEY,
        version_id INTEGER NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        speakers TEXT NOT NULL
    )
    """,
    # Which versions are indexed, and the run of their passages' numbers.
    """
    CREATE TABLE IF NOT EXISTS indexed_versions (
        version_id INTEGER PRIMARY KEY REFERENCES transcript_versions (id),
        first_passage INTEGER NOT NULL,
        passages INTEGER NOT NULL
    )
    """,
    # Posting lists alone: no text, no positions, no lengths. Order is worked out from the lists;
    # without lengths and positions bm25 would give none that is of use.
    f"""
    CREATE VIRTUAL TABLE IF NOT EXISTS passage_terms USING fts5 (
        terms, content = '', columnsize = 0, detail = none, tokenize = "ascii tokenchars '{_TOKEN_CHARACTERS}'"
    )
    """,
    # In how many passages each word stands; pairs are too many to be counted.
    """
    CREATE TABLE IF NOT EXISTS term_frequencies (
        term TEXT PRIMARY KEY,
        passages INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    # "passages": how many there are; "last_passage": the highest number ever given; "changes": how
    # often a version came or went; "format": how terms were folded and cut (absent until the first);
    # "settled_passage": the highest number when the index was last put in order (absent until then).
    """
    CREATE TABLE IF NOT EXISTS index_totals (
        name TEXT PRIMARY KEY,
        value INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "INSERT OR IGNORE INTO index_totals (name, value) VALUES ('passages', 0), ('last_passage', 0), ('changes', 0)",
)
