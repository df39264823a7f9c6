"""Places in stored texts, and runs of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of character offsets (code points) into one stored text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def cut(self, text: str) -> str:
        """Return the part of *text* this span covers."""
        return text[self.start : self.end]

    def shift(self, by: int) -> Span:
        """Return the same range moved by *by* characters."""
        return Span(self.start + by, self.end + by)

    def holds(self, other: Span) -> bool:
        """Return whether *other* lies wholly inside this range."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Return whether the two ranges share at least one character."""
        return self.start < other.end and other.start < self.end

    def common(self, other: Span) -> Span:
        """Return the characters that both ranges cover; ValueError where they lie apart."""
        return Span(max(self.start, other.start), min(self.end, other.end))


def hull(first: Span, *others: Span) -> Span:
    """Return the smallest range that holds all the given ones."""
    spans = (first, *others)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """A run of calendar days, both ends included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"not an interval: {self.first} to {self.last}")

    @classmethod
    def day(cls, day: date) -> Interval:
        """Return the interval of one day."""
        return cls(day, day)

    @property
    def is_day(self) -> bool:
        """Whether the interval is one single day."""
        return self.first == self.last

    def holds(self, day: date) -> bool:
        """Return whether *day* lies in the interval."""
        return self.first <= day <= self.last

    def distance(self, day: date) -> int:
        """Return the days between *day* and the nearest day of the interval; 0 inside it."""
        if day < self.first:
            return (self.first - day).days
        return max(0, (day - self.last).days)

    def __str__(self) -> str:
        """Return an ISO day, or two joined by a slash."""
        return self.first.isoformat() if self.is_day else f"{self.first.isoformat()}/{self.last.isoformat()}"

    @classmethod
    def parse(cls, text: str) -> Interval:
        """Return the interval that ``str`` of one printed; ValueError if it is neither a day nor two."""
        first, _, last = text.partition("/")
        return cls(date.fromisoformat(first), date.fromisoformat(last or first))
