"""What the extractor got right of the labelled articles, counted by measure and language.

A quotation is found when an extracted one has exactly its span. Speaker, mention, form, joining and days are
judged on found quotations (``share``), so that one mistake is counted once. The floors hold the same right
answers against all that the labels ask (``reached``): there a quotation that was not found is not right, and
finding more, and harder, ones can only raise the figure.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from labelled import OPEN, Labelled, QuotationLabel

from verifier.model.article import Article, Form, Quotation, Statement
from verifier.model.text import Span

ASSERTED = 0.5  # an extracted quotation below this confidence is kept as doubtful: not asserted to be speech
_STYLE = re.compile(r"^(?:the|an?|le|la|les|l['’]|une?|der|die|das|dem|den|des|mr|mrs|ms|dr|sir|mme|me)\b\.?\s*")
_PARTED = re.compile(r"\b(?:of|for|from|at|in|with|de|du|des|d['’]|von|vom|für|aus)\s+(?:the\s+|la\s+|der\s+)?$")


@dataclass(frozen=True, slots=True)
class Mistake:
    """One disagreement between the labels and the extractor."""

    measure: str
    slug: str
    words: str
    expected: str
    found: str


@dataclass(slots=True)
class Scores:
    """Counts by (measure, language), and every mistake."""

    right: Counter[tuple[str, str]] = field(default_factory=Counter)
    judged: Counter[tuple[str, str]] = field(default_factory=Counter)
    unfound: Counter[tuple[str, str]] = field(default_factory=Counter)  # answers lost with a quotation not found
    mistakes: list[Mistake] = field(default_factory=list)

    def share(self, measure: str, lang: str) -> float | None:
        """Return the right share of what was judged, in all languages for "all"; None where nothing was."""
        judged = self.total(self.judged, measure, lang)
        return self.total(self.right, measure, lang) / judged if judged else None

    def reached(self, measure: str, lang: str) -> float:
        """Return the right share of all that the labels ask."""
        asked = self.total(self.judged, measure, lang) + self.total(self.unfound, measure, lang)
        return self.total(self.right, measure, lang) / asked if asked else 1.0

    def wrong(self, measure: str, lang: str) -> int:
        """Return how often a measure was judged and not right."""
        return self.total(self.judged, measure, lang) - self.total(self.right, measure, lang)

    @staticmethod
    def total(counts: Counter[tuple[str, str]], measure: str, lang: str) -> int:
        """Return the count of one measure in one language, or in all."""
        return sum(n for (name, own), n in counts.items() if name == measure and lang in {own, "all"})


@dataclass(frozen=True, slots=True)
class Found:
    """An extracted quotation with its statement."""

    quotation: Quotation
    statement: Statement


class _Article:
    """The comparison of one article."""

    def __init__(self, labels: Labelled, article: Article, statements: Sequence[Statement], scores: Scores) -> None:
        self.labels, self.article, self.scores = labels, article, scores
        self.statements = statements
        self.spans = located(labels, article.text)
        found = [Found(q, s) for s in statements for q in s.quotations if q.confidence >= ASSERTED]
        self.found = {one.quotation.span: one for one in found}

    def tell(self, measure: str, right: bool, words: str, expected: str, found: str) -> None:
        """Count one answer, and keep it where it is a mistake."""
        self.scores.judged[measure, self.labels.lang] += 1
        self.scores.right[measure, self.labels.lang] += right
        if not right:
            self.scores.mistakes.append(Mistake(measure, self.labels.slug, words, expected, found))

    def miss(self, *measures: str) -> None:
        """Count answers that cannot be judged because their quotation was not found."""
        self.scores.unfound.update((measure, self.labels.lang) for measure in measures)

    def score(self) -> None:
        """Count all measures."""
        taken = [self.found.get(span) if span is not None else None for span in self.spans]
        pairs = list(zip(self.labels.quotations, taken, strict=True))
        for (label, one), span in zip(pairs, self.spans, strict=True):
            near = [f.quotation.text for s, f in self.found.items() if span is not None and s.meets(span)]
            self.tell("recall", one is not None, label.text, label.text, " | ".join(near))
            if one is None:
                self.miss(*_asked_of(label))
            else:
                self._who(label, one.statement)
                self._when(label, one.statement)
        for first, second in pairwise(pairs):
            self._joining(*first, *second)
        self._extracted()
        self._indirect()

    def _joining(self, label: QuotationLabel, one: Found | None, later: QuotationLabel, other: Found | None) -> None:
        """Count whether two quotations in a row are one statement, where the labels or the extractor say so."""
        expected = label.statement == later.statement
        if one is None or other is None:
            self.miss(*["joining"] * expected)
        elif (joined := one.statement.id == other.statement.id) or expected:
            self.tell("joining", expected == joined, later.text, str(expected), str(joined))

    def _extracted(self) -> None:
        """Count the extracted quotations that are labelled; what the labels leave open is not counted."""
        allowed = {span for span in self.spans if span is not None}
        for span, one in self.found.items():
            if span not in allowed and _inside(span, self.labels.optional, self.article.text):
                continue
            self.tell("precision", span in allowed, one.quotation.text, "no quotation", _name(one.statement))
        for words in self.labels.never:
            for place in _places(words, self.article.text):
                taken = [s for s in self.found if s not in allowed and place.start <= s.start and s.end <= place.end]
                if place not in allowed:
                    self.tell("never", not taken, words, "no quotation", "a quotation")

    def _who(self, label: QuotationLabel, statement: Statement) -> None:
        """Count speaker, mention, form and who passed the words on."""
        if label.speaker != OPEN:
            self.tell("speaker", _speaker_right(label, statement), label.text, label.speaker, _name(statement))
        printed = statement.mention.text if statement.mention else ""
        if label.mention != OPEN:
            self.tell("mention", _same_mention(label.mention, printed), label.text, label.mention, printed)
        if label.form != OPEN:
            self.tell("form", statement.form.value == label.form, label.text, label.form, statement.form.value)
        relay = statement.relayed_by.name if statement.relayed_by else ""
        if label.relayed_by or relay:
            self.tell("relayed", _fold(relay) == _fold(label.relayed_by), label.text, label.relayed_by, relay)

    def _when(self, label: QuotationLabel, statement: Statement) -> None:
        """Count the claimed day, and the article's contradictions of it."""
        day = str(statement.date_claim.interval) if statement.date_claim else ""
        if label.date != OPEN:
            self.tell("date", day == label.date, label.text, label.date, day)
            if day or label.date:
                self.tell("dated", day == label.date, label.text, label.date, day)
        told = statement.contradicted_by is not None
        if told or label.contradicted:
            self.tell("contradicted", told == label.contradicted, label.text, str(label.contradicted), str(told))

    def _indirect(self) -> None:
        """Count the labelled reported clauses that were found, and their speakers."""
        reported = [s for s in self.statements if s.form is Form.INDIRECT and s.reported is not None]
        for label in self.labels.indirect:
            places = list(_places(label.words, self.article.text))
            hits = [s for s in reported for place in places if s.reported is not None and s.reported.meets(place)]
            self.tell("indirect", bool(hits), label.words, "a statement", "")
            if hits and label.speaker != OPEN:
                right = any(_named(label.speaker, label.also, statement) for statement in hits)
                self.tell("indirect_speaker", right, label.words, label.speaker, _name(hits[0]))
            elif label.speaker != OPEN:
                self.miss("indirect_speaker")


def _asked_of(label: QuotationLabel) -> Iterator[str]:
    """Yield the measures that a label asks of its quotation's statement."""
    answers = {"speaker": label.speaker, "mention": label.mention, "form": label.form, "date": label.date}
    yield from (measure for measure, answer in answers.items() if answer != OPEN)
    if label.date not in {"", OPEN}:
        yield "dated"
    if label.relayed_by:
        yield "relayed"
    if label.contradicted:
        yield "contradicted"


def located(labels: Labelled, text: str) -> tuple[Span | None, ...]:
    """Return where each labelled quotation stands in *text*, each after the one before; None where it does not."""
    spans: list[Span | None] = []
    cursor = 0
    for label in labels.quotations:
        start = text.find(label.text, cursor)
        for _ in range(label.occurrence - 1):
            start = text.find(label.text, start + 1) if start >= 0 else start
        spans.append(Span(start, start + len(label.text)) if start >= 0 else None)
        cursor = start + len(label.text) if start >= 0 else cursor
    return tuple(spans)


def score(labels: Labelled, article: Article, statements: Sequence[Statement], scores: Scores) -> None:
    """Count into *scores* what was right in one article."""
    _Article(labels, article, statements, scores).score()


def _places(words: str, text: str) -> Iterator[Span]:
    for hit in re.finditer(re.escape(words), text):
        yield Span(hit.start(), hit.end())


def _inside(span: Span, several: Sequence[str], text: str) -> bool:
    return any(place.holds(span) for words in several for place in _places(words, text))


def _fold(words: str) -> str:
    """Return a name for comparison: no case, accents, leading article or courtesy title."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(c))
    plain = " ".join(plain.replace("’", "'").split())
    while (shorter := _STYLE.sub("", plain)) != plain:
        plain = shorter
    return plain


def _name(statement: Statement) -> str:
    return statement.speaker.name if statement.speaker else ""


def _named(speaker: str, also: Sequence[str], statement: Statement) -> bool:
    """Return whether the resolved name is right; for nobody, the bare words of the mention are right too."""
    right = {_fold(name) for name in (speaker, *also)}
    if not speaker and statement.mention is not None:
        right.add(_fold(statement.mention.text))
    return _fold(_name(statement)) in right


def _speaker_right(label: QuotationLabel, statement: Statement) -> bool:
    return _named(label.speaker, label.also, statement)


def _same_mention(expected: str, printed: str) -> bool:
    """Return whether two mentions name the same words: an apposition or a title more or less does not count."""
    longer, shorter = sorted((_fold(expected), _fold(printed)), key=len, reverse=True)
    if not shorter or longer == shorter:
        return longer == shorter
    if longer.startswith(shorter) and not longer[len(shorter)].isalnum():
        return True
    before = longer[: -len(shorter)]
    return longer.endswith(shorter) and not before[-1].isalnum() and not _PARTED.search(before)
