"""Small values, written for the tests of the store: one briefing, one article, two statements."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from db.store import Store
from verifier.model.article import (
    Article,
    Basis,
    Cue,
    DateClaim,
    EventClaim,
    Form,
    Quotation,
    Speaker,
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
    Verdict,
    Wording,
)
from verifier.model.text import Interval, Span
from verifier.model.transcript import PlacedTurn, Record, RecordDate, Role, Transcript, Turn, version_of

NOW = datetime(2025, 3, 20, 6, 30, tzinfo=UTC)
LATER = datetime(2025, 3, 21, 6, 30, tzinfo=UTC)

QUESTION = Turn("Joan Park", "Will the bridge open in May?", role=Role.QUESTION, label="Q")
ANSWER = Turn(
    "Ada Lind", "The bridge will not open before June. We need twelve more weeks.", "ada-lind", "MS. LIND:", at="00:41"
)


def transcript(*turns: Turn, doc_id: str = "briefing-1", **changes: object) -> Transcript:
    """Return a briefing of 5 March 2025 with the given turns, or a question and its answer."""
    turns = turns or (QUESTION, ANSWER)
    record = Record(
        source="Ministry of Works",
        doc_id=doc_id,
        version="",
        lang="en",
        title="Press briefing on the bridge",
        dates=(RecordDate(date(2025, 3, 5), "meta"), RecordDate(date(2025, 3, 6), "url")),
        url="https://works.example/briefings/1",
        place="Harbour Hall",
        tier=1,
        speakers=("Ada Lind",),
        words=sum(len(turn.text.split()) for turn in turns),
    )
    record = replace(record, **changes)  # type: ignore[arg-type]
    return Transcript(replace(record, version=version_of(record.source, record.doc_id, turns)), turns)


ARTICLE_TEXT = (
    "On February 5 Ada Lind said: “The bridge will open before June.”\n"
    "“We need twelve more weeks,” she added in Harbour Hall."
)


def article(**changes: object) -> Article:
    """Return an article of 10 March 2025 with two quotations."""
    value = Article(
        id="https://herald.example/bridge",
        url="https://herald.example/bridge",
        title="Bridge “soon”",
        text=ARTICLE_TEXT,
        published=date(2025, 3, 10),
        published_origin="meta",
        lang="en",
        sha256="ab" * 32,
        outlet="The Herald",
    )
    return replace(value, **changes)  # type: ignore[arg-type]


def _quotation(text: str) -> Quotation:
    start = ARTICLE_TEXT.index(text)
    return Quotation(Span(start, start + len(text)), text)


FIRST = Statement(
    id="00000000000000a1",
    form=Form.DIRECT,
    quotations=(_quotation("The bridge will open before June"),),
    attribution_id="p1",
    speaker=Speaker("Ada Lind", "ada-lind"),
    mention=SpeakerMention("Ada Lind", Span(14, 22)),
    cue=Cue("said", Span(23, 27)),
    date_claim=DateClaim(Interval.day(date(2025, 2, 5)), "February 5", Basis.SENTENCE, Span(3, 13)),
)
SECOND = Statement(
    id="00000000000000b2",
    form=Form.DIRECT,
    quotations=(_quotation("We need"), _quotation("twelve more weeks")),
    attribution_id="p2",
    speaker=Speaker("Ada Lind", "ada-lind"),
    mention=SpeakerMention("she"),
    event_claim=EventClaim(place="Harbour Hall", basis=Basis.SENTENCE),
    flags=("pronoun",),
)
INDIRECT = Statement(
    id="00000000000000c3",
    form=Form.INDIRECT,
    quotations=(),
    attribution_id="p3",
    reported=Span(92, 107),
)

COVERAGE = Coverage(
    CoverageState.HELD,
    "The briefing of 5 March 2025 is held.",
    window=(Interval(date(2025, 2, 4), date(2025, 2, 6)), Interval.day(date(2025, 3, 5))),
    sources=(SourceOutcome("Ministry of Works", "ok_hits"),),
    transcripts=3,
    words=900,
    newest="2025-03-19",
    gaps=("2025-03-07",),
    event=transcript().record,
    languages=("en",),
)


def match(said: str = "The bridge will not open before June", *, total: float = 0.91, **changes: object) -> Match:
    """Return a place in the answer of the briefing."""
    held = transcript()
    start = held.text.index(said)
    edit = Edit(EditKind.NEGATION, "", "not", True, None, Span(start + 16, start + 19))
    alignment = Alignment((Span(start, start + len(said)),), (edit,), 6, 6, 0.957, longest_run=3)
    turn = list(held.placed())[1]
    value = Match(
        held.record,
        alignment,
        PlacedTurn(turn.number, turn.span, turn.turn),
        said,
        "",
        ". We need twelve more weeks.",
        Wording.ALTERED_MATERIAL,
        wording_score=0.957,
        speaker_score=1.0,
        date_score=0.0,
        total=total,
    )
    return replace(value, **changes)  # type: ignore[arg-type]


def verdict(statement: Statement = FIRST, **changes: object) -> Verdict:
    """Return a verdict with every kind of evidence."""
    value = Verdict(
        statement.id,
        Headline.ALTERED,
        Wording.ALTERED_MATERIAL,
        SpeakerCheck.SAME,
        Dating.WRONG_DATE,
        Context.NONE_NOTED,
        COVERAGE,
        None,
        score=0.93,
        match=match(),
        runners_up=(match("We need twelve more weeks", total=0.2, date_score=None),),
        signals=(
            Signal("held_on_claimed_date", 0.0, "28 days apart"),
            Signal("named_place", None, "no place is named"),
        ),
        flags=("equally_good_places",),
        reasons=("The record has “not”.", "28 days apart; same day of the month, month differs"),
        policy="2026-11-00000000",
        days_apart=28,
    )
    return replace(value, **changes)  # type: ignore[arg-type]


@cache
def _empty() -> bytes:
    with TemporaryDirectory() as folder:
        Store.open(f"{folder}/empty.db").close()
        return Path(folder, "empty.db").read_bytes()


def new_database(folder: Path) -> Path:
    """Return the path of an empty database, copied: that is ten times faster than making one."""
    path = folder / "kept.db"
    path.write_bytes(_empty())
    return path


def filled(store: Store, *statements: Statement) -> int:
    """Keep the briefing, the article and the statements (the two direct ones), and return a run's id."""
    store.add_transcripts([transcript()], now=NOW)
    store.add_article(article(), now=NOW)
    store.add_statements(article(), statements or (FIRST, SECOND), now=NOW)
    return store.begin_run("check", policy="2026-11-00000000", parameters={}, now=NOW)
