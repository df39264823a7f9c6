"""Laws of the store: saving then loading is identity, and saving again changes nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from db.store import ImportCounts, Store
from verifier.model.article import (
    Article,
    Basis,
    Cue,
    DateClaim,
    EventClaim,
    Form,
    Quotation,
    Speaker,
    SpeakerKind,
    SpeakerMention,
    Statement,
)
from verifier.model.evidence import (
    Alignment,
    Context,
    Coverage,
    CoverageState,
    Dating,
    Edit,
    EditKind,
    Headline,
    Match,
    Signal,
    SourceOutcome,
    SpeakerCheck,
    TranslationGrade,
    Verdict,
    Wording,
)
from verifier.model.text import Interval, Span
from verifier.model.transcript import (
    PlacedTurn,
    Record,
    RecordDate,
    Rendition,
    Role,
    Transcript,
    Turn,
    version_of,
)

NOW = datetime(2025, 3, 20, tzinfo=UTC)
LAWS = settings(max_examples=40, deadline=None)

# What can be kept as it is; what cannot (NUL, lone surrogates) has a law of its own below.
texts = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=40)
names = texts.filter(bool)
maybe = texts | st.none()
days = st.dates(date(1, 1, 1))
scores = st.floats(0, 1)
counts = st.integers(0, 2**31)
hexes = st.text("0123456789abcdef", min_size=16, max_size=16)
tuples = st.lists(texts, max_size=3).map(tuple)


@st.composite
def spans(draw: DrawFn) -> Span:
    start = draw(st.integers(0, 10_000))
    return Span(start, start + draw(st.integers(0, 500)))


@st.composite
def intervals(draw: DrawFn) -> Interval:
    return Interval(*sorted((draw(days), draw(days))))


def several(values: SearchStrategy[object]) -> SearchStrategy[tuple[object, ...]]:
    return st.lists(values, max_size=3).map(tuple)


kinds = st.sampled_from
speakers = st.builds(Speaker, names, maybe, kinds(SpeakerKind), tuples)
turns = st.builds(Turn, maybe, texts, maybe, maybe, kinds(Role), maybe, kinds(Rendition) | st.none(), maybe)
records = st.builds(
    Record,
    source=names,
    doc_id=names,
    version=hexes,
    lang=names,
    title=texts,
    dates=several(st.builds(RecordDate, days, texts)),
    url=maybe,
    place=maybe,
    tier=st.integers(1, 5),
    rendition=kinds(Rendition),
    complete=st.booleans(),
    speakers=several(names).filter(bool),
    words=st.integers(1, 10**6),
)
articles = st.builds(Article, names, maybe, maybe, texts, days | st.none(), maybe, names, hexes, maybe, tuples)
statements = st.builds(
    Statement,
    id=hexes,
    form=kinds(Form),
    quotations=several(st.builds(Quotation, spans(), texts, scores)),
    attribution_id=texts,
    speaker=speakers | st.none(),
    mention=st.builds(SpeakerMention, texts, spans() | st.none()) | st.none(),
    attribution_confidence=scores,
    relayed_by=speakers | st.none(),
    cue=st.builds(Cue, texts, spans() | st.none()) | st.none(),
    date_claim=st.builds(DateClaim, intervals(), texts, kinds(Basis), spans() | st.none()) | st.none(),
    event_claim=st.builds(EventClaim, maybe, maybe, maybe, maybe, kinds(Basis), spans() | st.none()) | st.none(),
    contradicted_by=maybe,
    reported=spans() | st.none(),
    lang=names,
    flags=tuples,
)
edits = st.builds(Edit, kinds(EditKind), texts, texts, st.booleans(), spans() | st.none(), spans() | st.none())
alignments = st.builds(
    Alignment, several(spans()), several(edits), counts, counts, scores, counts, counts, st.booleans(), *[counts] * 5
)
matches = st.builds(
    Match,
    records,
    alignments,
    st.builds(PlacedTurn, counts, spans(), turns),
    texts,
    texts,
    texts,
    kinds(Wording),
    scores,
    scores | st.none(),
    scores | st.none(),
    scores,
)
coverages = st.builds(
    Coverage,
    state=kinds(CoverageState),
    why=texts,
    window=several(intervals()),
    sources=several(st.builds(SourceOutcome, texts, texts, texts)),
    transcripts=counts,
    words=counts,
    newest=maybe,
    gaps=tuples,
    event=records | st.none(),
    languages=tuples,
)
verdicts = st.builds(
    Verdict,
    statement_id=st.just("00000000000000a1"),
    headline=kinds(Headline),
    wording=kinds(Wording),
    speaker_check=kinds(SpeakerCheck),
    dating=kinds(Dating),
    context=kinds(Context),
    coverage=coverages,
    translation_grade=kinds(TranslationGrade) | st.none(),
    score=scores | st.none(),
    match=matches | st.none(),
    runners_up=several(matches),
    signals=several(st.builds(Signal, texts, scores | st.none(), texts)),
    flags=tuples,
    reasons=tuples,
    policy=texts,
    days_apart=counts | st.none(),
)
SAMPLE = Statement("00000000000000a1", Form.DIRECT, (), "a")
PLAIN = Article("plain", None, None, "", None, None, "en", "0" * 64)


@st.composite
def transcripts(draw: DrawFn) -> Transcript:
    said = draw(st.lists(turns, min_size=1, max_size=5).map(tuple))
    record = draw(records)
    return Transcript(replace(record, version=version_of(record.source, record.doc_id, said)), said)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an empty database, to be copied for each example: that is faster than making one."""
    path = tmp_path_factory.mktemp("laws") / "empty.db"
    Store.open(path).close()
    return path


@contextmanager
def copied(empty: Path) -> Iterator[Store]:
    path = shutil.copy(empty, empty.with_name("copy.db"))
    with Store.open(path) as store:
        yield store


@LAWS
@given(transcripts())
def test_a_transcript_saved_and_loaded_is_itself(empty: Path, given_one: Transcript) -> None:
    """And saved again it is unchanged."""
    with copied(empty) as store:
        store.add_transcripts([given_one], now=NOW)
        assert store.load_transcript(given_one.record.source, given_one.record.doc_id) == given_one
        assert store.add_transcripts([given_one], now=NOW) == ImportCounts(unchanged=1)


@LAWS
@given(articles)
def test_an_article_saved_and_loaded_is_itself(empty: Path, given_one: Article) -> None:
    """And saved again it is no new state."""
    with copied(empty) as store:
        store.add_article(given_one, now=NOW)
        assert store.load_article(given_one.id) == given_one
        assert not store.add_article(given_one, now=NOW)


@LAWS
@given(st.lists(statements, max_size=3, unique_by=lambda statement: statement.id).map(tuple))
def test_statements_saved_and_loaded_are_themselves(empty: Path, given_ones: tuple[Statement, ...]) -> None:
    """In their order; and saved again they leave one claim each."""
    with copied(empty) as store:
        store.add_article(PLAIN, now=NOW)
        added = [store.add_statements(PLAIN, given_ones, now=NOW) for _ in range(2)]
        assert store.statements_of(PLAIN.id) == given_ones
        assert added == [len(given_ones), 0]
        assert all(len(store.claims_of(statement.id)) == 1 for statement in given_ones)


@LAWS
@given(verdicts)
def test_a_verdict_saved_and_loaded_is_itself(empty: Path, given_one: Verdict) -> None:
    """And saved again it adds no row."""
    with copied(empty) as store:
        store.add_article(PLAIN, now=NOW)
        store.add_statements(PLAIN, (SAMPLE,), now=NOW)
        run = store.begin_run("check", policy="p", parameters={}, now=NOW)
        assert store.add_verdict(PLAIN.id, SAMPLE, given_one, run_id=run, checked_at=NOW)
        assert store.load_verdict(1) == given_one
        assert not store.add_verdict(PLAIN.id, SAMPLE, given_one, run_id=run, checked_at=NOW)


@LAWS
@given(st.text(st.characters(categories=["Cs", "L"], include_characters="\x00\n")))
def test_whatever_text_is_kept_keeps_its_offsets(empty: Path, text: str) -> None:
    """Each character stays where it was; what is no text becomes U+FFFD."""
    with copied(empty) as store:
        store.add_article(replace(PLAIN, text=text), now=NOW)
        kept = store.load_article(PLAIN.id)
        assert kept is not None
        odd = {"\x00"} | {chr(code) for code in range(0xD800, 0xE000)}
        assert kept.text == "".join("\ufffd" if character in odd else character for character in text)
