"""Coverage: how completely the claimed event could be searched, judged by event, not by archive.

Held are days one by one: that a source has records before and after a day says nothing about it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from verifier.model.article import Speaker
from verifier.model.evidence import Coverage, CoverageState, SourceOutcome
from verifier.model.text import Interval
from verifier.model.transcript import Record, Rendition
from verifier.retrieve.corpus import Claim
from verifier.retrieve.events import YEARLY, in_place, kinds_of, names_event
from verifier.retrieve.reach import meets

_EVENT_TIER = 2  # a record of a higher number may be a digest, a text as prepared, or captions
_LISTING_TIER = 4
_SHORT_RUN = 7  # days; the slips of a longer claim are not followed into other months
_ELSEWHERE = {"out_of_coverage", "disabled"}  # outcomes of sources that were not to be searched


@dataclass(frozen=True, slots=True)
class Declaration:
    """A source's own word that it holds every public word of a person over some days."""

    source: str
    person: Speaker
    interval: Interval | None = None  # None: at any time


@dataclass(frozen=True, slots=True)
class Gap:
    """What is known to be missing from a source: a cap, a publication lag, a hole in a listing."""

    source: str
    what: str  # "stopped at page 10 of the listing"
    interval: Interval | None = None  # the days it concerns; None: any
    listed: Record | None = None  # the record that is missing, as its source lists it: without words


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums of the person's records in the window."""

    transcripts: int = 0
    words: int = 0
    newest: date | None = None
    languages: tuple[str, ...] = ()

    @classmethod
    def of(cls, records: Iterable[Record]) -> Totals:
        """Return the sums of *records*."""
        held = tuple(records)
        days = [dated.day for record in held for dated in record.dates]
        languages = tuple(sorted({record.lang for record in held}))
        return cls(len(held), sum(record.words for record in held), max(days, default=None), languages)


@dataclass(frozen=True, slots=True)
class CoverageFacts:
    """What the judgement of coverage rests on; all about the claimed person and the claim's windows."""

    records: tuple[Record, ...] = ()  # of the person in the windows; left out where no person is claimed
    totals: Totals | None = None  # None: those of ``records``
    searched: tuple[str, ...] = ()  # names of the sources that the corpus holds
    outcomes: tuple[SourceOutcome, ...] = ()  # of searches made for the claim or the run
    gaps: tuple[Gap, ...] = ()
    declarations: tuple[Declaration, ...] = ()  # that concern the person


@dataclass(frozen=True, slots=True)
class _Finding:
    state: CoverageState
    why: str
    event: Record | None = None


def windows_of(interval: Interval | None) -> tuple[Interval, ...]:
    """Return the days to be searched for a claimed *interval*, in order; empty stands for unbounded.

    They are the interval and a day on each side, and the same day-numbers in the neighbouring months
    ("February 5" for 5 March), where these exist.
    """
    if interval is None:
        return ()
    days = [max(interval.first.toordinal() - 1, 1), min(interval.last.toordinal() + 1, date.max.toordinal())]
    windows = [Interval(date.fromordinal(days[0]), date.fromordinal(days[1]))]
    if (interval.last - interval.first).days < _SHORT_RUN:
        for months in (-1, 1):
            windows.extend(_shifted(interval, months))
    return tuple(sorted(windows))


def _shifted(interval: Interval, months: int) -> list[Interval]:
    """Return the run of days with the same day-numbers *months* later, without those no month has."""
    moved: list[date] = []
    for number in range((interval.last - interval.first).days + 1):
        day = interval.first + timedelta(days=number)
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        try:
            moved.append(date(year, month + 1, day.day))
        except ValueError:
            continue
    return [Interval(moved[0], moved[-1])] if moved else []


def judge_coverage(claim: Claim, facts: CoverageFacts) -> Coverage:
    """Return how completely the claimed person, event and window could be searched.

    ``held``: the named event's complete original record of tier 1 or 2 is stored, or a source declares
    itself exhaustive. ``known_not_held``: a record names the event without its complete text.
    ``partial``: something of the person's is held, or a source that should have been searched was not.
    ``not_covered``: no source has the person in the window.
    """
    windows = windows_of(claim.date.interval if claim.date else None)
    totals = facts.totals or Totals.of(facts.records)
    finding = _held(claim, facts, windows) or _known(claim, facts) or _partial(claim, facts, totals, windows)
    return Coverage(
        state=finding.state,
        why=finding.why,
        window=windows,
        sources=_outcomes(facts),
        transcripts=totals.transcripts,
        words=totals.words,
        newest=totals.newest.isoformat() if totals.newest else None,
        gaps=_gaps(facts, windows),
        event=finding.event,
        languages=totals.languages,
    )


def _held(claim: Claim, facts: CoverageFacts, windows: tuple[Interval, ...]) -> _Finding | None:
    """Return that the named event is held, or that a source holds every public word of the person."""
    events = [record for record in _named(claim, facts.records) if _stands(record)]
    if events:
        event = min(events, key=lambda record: (record.tier, record.source, record.doc_id))
        return _Finding(CoverageState.HELD, f"the complete record of the named event is stored: {_cited(event)}", event)
    for declared in facts.declarations:
        own = [record for record in facts.records if record.source == declared.source and _stands(record)]
        # A source that declares much and holds nothing here is more likely not loaded than silent.
        if own and _unbroken(declared, facts, windows):
            why = f"the source {declared.source} declares that it holds every public word of {_who(claim)}"
            return _Finding(CoverageState.HELD, f"{why}; {_counted(claim, Totals.of(own), windows)}")
    return None


def _named(claim: Claim, records: Iterable[Record]) -> list[Record]:
    """Return the person's records of the event that the article names by day and place, venue or kind."""
    if not (claim.speaker and claim.date and claim.event and claim.event.names_place):
        return []
    interval, event = claim.date.interval, claim.event
    dated = [record for record in records if any(interval.holds(dated.day) for dated in record.dates)]
    named = [record for record in dated if names_event(event, record, alone=len(dated) == 1)]
    if interval.is_day:
        return named
    # "In his 1941 State of the Union address": given once a year, the year names the event.
    yearly = bool(event.kind and kinds_of(event.kind) & YEARLY)
    days = {record.date for record in named}
    return named if yearly and len(days) == 1 else []


def _stands(record: Record) -> bool:
    """Return whether *record* is one whose silence counts: complete, original, of tier 1 or 2."""
    return record.complete and record.tier <= _EVENT_TIER and record.rendition is Rendition.ORIGINAL


def _text_lacks(record: Record) -> bool:
    """Return whether *record* is a listing, a sidecar, a text as prepared, captions, or an incomplete text."""
    return not record.complete or record.tier >= _LISTING_TIER


def _unbroken(declared: Declaration, facts: CoverageFacts, windows: tuple[Interval, ...]) -> bool:
    """Return whether a declaration spans the windows and nothing is known to be missing from its source."""
    span = declared.interval
    spans = span is None or (bool(windows) and all(span.holds(w.first) and span.holds(w.last) for w in windows))
    failed = any(outcome.source == declared.source and not outcome.searched for outcome in facts.outcomes)
    holes = any(gap.source == declared.source and _touches(gap, windows) for gap in facts.gaps)
    return spans and not failed and not holes


def _known(claim: Claim, facts: CoverageFacts) -> _Finding | None:
    """Return that the event is known, but not its complete text."""
    if not (claim.date and claim.speaker and claim.event):
        return None
    listed = [gap.listed for gap in facts.gaps if gap.listed is not None]
    named = [record for record in _named(claim, (*facts.records, *listed)) if _text_lacks(record)]
    known = "the event is known"
    if not named and all(map(_text_lacks, facts.records)):
        # The article may have slipped by a month, and the text is wanting all the same.
        wheres = [where for where in (claim.event.place, claim.event.venue) if where]
        named = [record for record in facts.records if any(in_place(where, record) for where in wheres)]
        known = "an event of that place is known on a near or like-numbered day"
    if not named:
        return None
    why = f"{known}, but its complete text is not stored: {_cited(named[0])}, is {_standing(named[0])}"
    return _Finding(CoverageState.KNOWN_NOT_HELD, why)


def _partial(claim: Claim, facts: CoverageFacts, totals: Totals, windows: tuple[Interval, ...]) -> _Finding:
    """Return what is held of the person in the window short of the event, or that nothing is."""
    failed = [outcome for outcome in facts.outcomes if not outcome.searched and outcome.outcome not in _ELSEWHERE]
    gaps = [gap for gap in facts.gaps if _touches(gap, windows)]
    counted = _counted(claim, totals, windows)
    if not (totals.transcripts or failed or gaps):
        return _Finding(CoverageState.NOT_COVERED, f"no stored source has {counted}")
    parts = [counted] if totals.transcripts else [f"{counted} is stored".replace("a transcript", "no transcript", 1)]
    if failed:
        parts.append(f"{failed[0].source} could not be searched ({failed[0].outcome})")
    elif gaps:
        parts.append(f"{gaps[0].source}: {gaps[0].what}")
    if totals.transcripts:
        parts.append(_wanting(claim, totals))
    return _Finding(CoverageState.PARTIAL, "; ".join(parts))


def _wanting(claim: Claim, totals: Totals) -> str:
    """Return why what is held does not amount to the event."""
    if claim.date is None:
        return "the article names no day"
    if claim.event is None or not claim.event.names_place:
        return "the article names no event, and on a bare day they may have spoken elsewhere too"
    event = claim.event
    if not (event.kind or event.venue or event.counterpart):
        where = event.place or "there"
        return f"the article names no event but {where} and a day, on which they may have spoken there more than once"
    named = " in ".join(part for part in (event.kind, event.venue or event.place) if part)
    none = "it is not" if totals.transcripts == 1 else "none of them is"
    return f"{none} the complete original record of the named event ({named}) of {claim.date.interval}"


def _outcomes(facts: CoverageFacts) -> tuple[SourceOutcome, ...]:
    """Return the outcome for every source, by name: what was reported, else what the stored records show."""
    outcomes = {outcome.source: outcome for outcome in facts.outcomes}
    held = {record.source for record in facts.records} if facts.totals is None else set(facts.searched)
    for source in {*facts.searched, *held}:
        outcomes.setdefault(source, SourceOutcome(source, "ok_hits" if source in held else "ok_none"))
    return tuple(outcomes[source] for source in sorted(outcomes))


def _gaps(facts: CoverageFacts, windows: tuple[Interval, ...]) -> tuple[str, ...]:
    """Return one line for everything that is known not to have been searched."""
    failed = [
        f"{outcome.source}: {outcome.outcome}" + (f" ({outcome.detail})" if outcome.detail else "")
        for outcome in facts.outcomes
        if not outcome.searched and outcome.outcome not in _ELSEWHERE
    ]
    missing = (f"{gap.source}: {gap.what}" for gap in facts.gaps if _touches(gap, windows))
    return tuple(dict.fromkeys([*failed, *missing]))


def _touches(gap: Gap, windows: tuple[Interval, ...]) -> bool:
    """Return whether *gap* concerns a day of the windows."""
    return meets(gap.interval, windows)


def _who(claim: Claim) -> str:
    return claim.speaker.name if claim.speaker else "anybody"


def _counted(claim: Claim, totals: Totals, windows: tuple[Interval, ...]) -> str:
    """Return "2 transcripts of Joe Biden dated 2022-03-04 to 2022-03-06, 7,200 words"."""
    dated = " or ".join(str(w.first) if w.is_day else f"{w.first} to {w.last}" for w in windows)
    when = f" dated {dated}" if dated else ""
    if not totals.transcripts:
        return f"a transcript of {_who(claim)}{when}"
    plural = "" if totals.transcripts == 1 else "s"
    return f"{totals.transcripts:,} transcript{plural} of {_who(claim)}{when}, {totals.words:,} words"


def _cited(record: Record) -> str:
    words = f", {record.words:,} words" if record.words else ""
    return f"“{record.title}” ({record.date or 'undated'}, {record.source}){words}"


def _standing(record: Record) -> str:
    """Return why the text of *record* does not do."""
    if not record.words:
        return "listed without its text"
    if not record.complete:
        return "incomplete"
    return f"of tier {record.tier}: a listing, a text as prepared, or captions"
