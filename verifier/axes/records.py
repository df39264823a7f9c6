"""Records compared and named: what bears a verdict, which are of one event, how a reader is told of one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import Indel

from verifier.model.evidence import Match
from verifier.model.text import Interval, Span, hull
from verifier.model.transcript import Record, Rendition
from verifier.retrieve.corpus import Corpus
from verifier.text.folding import fold_words

_BEARING_TIER = 3
_SAME_DAY_SHARE = 0.6  # of equal words around a place on one day: two records of it, not two events of the day
_REPOSTED_SHARE = 0.9  # … on two days: the same briefing posted twice, not a speech held twice
_REPOSTED_WITHIN = 31  # days
_REPOSTED_LENGTH = 0.1  # by which two postings of one briefing may differ in length
_REPOSTED_TITLE = 0.6  # of equal words of their titles, days apart: "Press briefing", not "Remarks at the academy"
_VERSION_LENGTH = 0.05  # … two versions of the record of one event
_MOST_TWINS = 3  # records of one event that are compared with the place
_AROUND = 1_500  # characters compared on either side of a place
_FAR_AROUND = 12_000  # … of two days, where a stock sentence and its neighbours prove nothing
_DAY = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\.? \d{1,2}\b"
    r"|\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b",
    re.IGNORECASE,
)


def is_bearing(match: Match) -> bool:
    """Return whether a verdict may rest on this place: an original turn in a record of tier 3 or better."""
    return match.rendition is Rendition.ORIGINAL and match.record.tier <= _BEARING_TIER


def is_original(record: Record) -> bool:
    """Return whether a record holds the words as they were spoken, in a tier that bears a verdict."""
    return record.rendition is Rendition.ORIGINAL and record.tier <= _BEARING_TIER


def same_event(one: Match, other: Match, corpus: Corpus) -> bool:
    """Return whether two places lie in records of one event.

    They do in one record; in two of one day where what stands around the words is alike; and in two of
    other days where that is all but equal over a long stretch, and the records are of one length and
    one title: one briefing posted twice.
    """
    if one.record.version == other.record.version:
        return True
    days = {date.day for date in one.record.dates} & {date.day for date in other.record.dates}
    if not days and not _may_be_reposted(one.record, other.record):
        return False
    reach = _AROUND if days else _FAR_AROUND
    share = Indel.normalized_similarity(_around(one, corpus, reach), _around(other, corpus, reach))
    return share >= (_SAME_DAY_SHARE if days else _REPOSTED_SHARE)


def twin_records(match: Match, known: Sequence[Record], corpus: Corpus) -> tuple[Record, ...]:
    """Return what may be other records of the match's event, of its tier: those *known* to be, and those of its day.

    Of the day only such as are original and of the match's length.
    """
    record = match.record
    found = {one.version: one for one in known if one.tier == record.tier}
    for dated in record.dates:
        for other in corpus.records(None, Interval.day(dated.day)):
            alike = other.tier == record.tier and other.lang == record.lang and is_original(other)
            if alike and other.version != record.version and _of_one_length(record, other, _VERSION_LENGTH):
                found.setdefault(other.version, other)
    return tuple(found.values())[:_MOST_TWINS]


def _around(match: Match, corpus: Corpus, reach: int) -> list[str]:
    """Return the folded words of the record around a place, over turns."""
    place = hull(*match.alignment.spans)
    wide = Span(max(0, place.start - reach), place.end + reach)
    texts = []
    for turn in corpus.turns(match.record.version, wide):
        start, end = max(wide.start, turn.span.start), min(wide.end, turn.span.end)
        texts.append(turn.turn.text[start - turn.span.start : end - turn.span.start])
    return fold_words(" ".join(texts), match.record.lang)


def _may_be_reposted(one: Record, other: Record) -> bool:
    apart = min((abs((a.day - b.day).days) for a in one.dates for b in other.dates), default=0)
    near = apart <= _REPOSTED_WITHIN and _of_one_length(one, other, _REPOSTED_LENGTH)
    return near and Indel.normalized_similarity(_title_words(one), _title_words(other)) >= _REPOSTED_TITLE


def _title_words(record: Record) -> list[str]:
    """Return a title's folded words without the day that some titles tell."""
    return [word for word in fold_words(_DAY.sub(" ", record.title), record.lang) if not word.isdigit()]


def _of_one_length(one: Record, other: Record, share: float) -> bool:
    return abs(one.words - other.words) <= share * max(one.words, other.words)


def cited(record: Record) -> str:
    """Return a record as readers are told of it: "“Press briefing” (2024-03-05)"."""
    return f"“{record.title}” ({record.date.isoformat() if record.date else 'undated'})"


def one_line(words: str, length: int = 80) -> str:
    """Return *words* on one line, at most *length* characters."""
    line = " ".join(words.split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"
