"""Articles, statements and claims: kept once, read back as they were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from store_samples import ARTICLE_TEXT, FIRST, INDIRECT, LATER, NOW, SECOND, article, new_database

from db.store import Store
from verifier.errors import DatabaseError
from verifier.model.article import Quotation, Speaker
from verifier.model.text import Span

TABLES = ("articles", "article_versions", "statements", "quotations", "claims")
EVERYTHING = "SELECT " + ", ".join(f"(SELECT count(*) FROM {table})" for table in TABLES)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(new_database(tmp_path)) as opened:
        yield opened


def test_an_article_and_its_statements_come_back(store: Store) -> None:
    """Article and statements are read back as they were added, in the order in which they stand."""
    store.add_article(article(flags=("no date",)), now=NOW)
    store.add_statements(article(flags=("no date",)), (FIRST, SECOND, INDIRECT), now=NOW)
    assert store.load_article(article().id) == article(flags=("no date",))
    assert store.statements_of(article().id) == (FIRST, SECOND, INDIRECT)
    assert store.article_of_statement(SECOND.id) == article(flags=("no date",))


def test_the_same_again_adds_nothing(store: Store) -> None:
    """Reading the same article twice leaves the same rows."""
    counts = []
    for _ in range(2):
        store.add_article(article(), now=NOW)
        store.add_statements(article(), (FIRST, SECOND), now=NOW)
        counts.append(store.raw.execute(EVERYTHING).fetchone())
    assert counts == [(1, 1, 2, 3, 2)] * 2


def test_other_bytes_with_the_same_words_are_the_same_article(store: Store) -> None:
    """A page whose advertisements changed is no new state of its article."""
    assert store.add_article(article(), now=NOW)
    assert not store.add_article(article(sha256="cd" * 32), now=LATER)


def test_an_edited_article_keeps_its_earlier_state(store: Store) -> None:
    """The newest state is read, the earlier one stays under its hash, and statements move to the newest."""
    moved = replace(FIRST, quotations=(Quotation(Span(34, 66), FIRST.quotations[0].text),))
    edited = article(text="New: " + ARTICLE_TEXT, sha256="cd" * 32)
    for text, statement in ((article(), FIRST), (edited, moved)):
        store.add_article(text, now=NOW)
        store.add_statements(text, (statement,), now=NOW)
    assert store.load_article(article().id) == edited
    assert store.load_article(article().id, "ab" * 32) == article()
    assert store.article_by_hash("ab" * 32) == article()
    assert store.load_statement(FIRST.id) == moved
    assert store.raw.execute("SELECT count(*) FROM quotations").fetchone() == (2,)


def test_an_article_that_goes_back_is_read_in_its_first_state(store: Store) -> None:
    """Two states that alternate stay two."""
    for text in (article(), article(title="Bridge delayed"), article()):
        store.add_article(text, now=NOW)
    assert store.load_article(article().id) == article()
    assert store.raw.execute("SELECT count(*) FROM article_versions").fetchone() == (2,)


def test_a_better_reading_adds_a_claim(store: Store) -> None:
    """What the article is understood to claim may change; both claims stay, the newer one counts."""
    store.add_article(article(), now=NOW)
    better = replace(SECOND, speaker=Speaker("Ada Lind", "ada-lind"), attribution_confidence=0.5)
    for reading in (SECOND, better, better):
        store.add_statements(article(), (reading,), now=NOW)
    assert store.load_statement(SECOND.id) == better
    assert [claim.statement for claim in store.claims_of(SECOND.id)] == [SECOND, better]


def test_a_persons_correction_outlives_reading_the_article_again(store: Store) -> None:
    """The claim that a person corrected counts, also after the article was read anew."""
    store.add_article(article(), now=NOW)
    store.add_statements(article(), (FIRST,), now=NOW)
    corrected = store.add_claim(FIRST.id, speaker=Speaker("Bo Ek"), date=None, note=None, now=LATER)
    store.add_statements(article(), (FIRST,), now=LATER)
    store.add_claim(FIRST.id, speaker=Speaker("Bo Ek"), date=None, note=None, now=LATER)
    assert store.load_statement(FIRST.id) == corrected
    assert corrected.date_claim == FIRST.date_claim
    assert len(store.claims_of(FIRST.id)) == 2


def test_unclean_text_is_kept_at_the_same_offsets(store: Store) -> None:
    """NUL and a lone surrogate become U+FFFD, one for one."""
    store.add_article(article(text="a\x00b\ud800c", title="t\x00"), now=NOW)
    kept = store.load_article(article().id)
    assert kept is not None
    assert (kept.text, kept.title) == ("a\ufffdb\ufffdc", "t\ufffd")
    assert store.raw.execute("SELECT length(text) FROM article_versions").fetchone() == (5,)


def test_what_was_seen_is_known_by_address_and_hash(store: Store) -> None:
    """Addresses of all kept articles are listed; an unknown hash, article or state is None."""
    store.add_article(article(), now=NOW)
    store.add_article(article(id="f" * 64, url=None), now=NOW)
    assert store.seen_article_urls() == frozenset({"https://herald.example/bridge"})
    assert store.article_by_hash("00" * 32) is None
    assert store.load_article("nowhere") is None
    assert store.load_article(article().id, "00" * 32) is None


def test_statements_need_their_article(store: Store) -> None:
    """Statements of an article, or of a state of it, that is not kept are refused."""
    with pytest.raises(DatabaseError, match="has to be added before its statements"):
        store.add_statements(article(), (FIRST,), now=NOW)
    store.add_article(article(), now=NOW)
    with pytest.raises(DatabaseError, match="has to be added before its statements"):
        store.add_statements(article(text="other"), (FIRST,), now=NOW)


def test_a_failed_transaction_leaves_nothing(store: Store) -> None:
    """Several steps joined in one transaction are kept together or not at all."""

    def half() -> None:
        with store.transaction():
            store.add_article(article(), now=NOW)
            store.add_statements(article(), (FIRST,), now=NOW)
            store.load_statement("00000000000000ff")

    with pytest.raises(DatabaseError):
        half()
    assert store.raw.execute(EVERYTHING).fetchone() == (0, 0, 0, 0, 0)
