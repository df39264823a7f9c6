"""What was found: candidates, alignments, typed edits, signals, matches, coverage, verdicts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from verifier.model.text import Interval, Span
from verifier.model.transcript import PlacedTurn, Record, Rendition, Role


class Wording(StrEnum):
    """The first axis: how the quoted words stand to the record's."""

    EXACT = "exact"
    MARKED = "marked"
    CLEANED = "cleaned"
    ALTERED_MINOR = "altered_minor"
    ALTERED_MATERIAL = "altered_material"
    ELISION_MISLEADING = "elision_misleading"
    SPLICED = "spliced"
    PARAPHRASE = "paraphrase"
    TRANSLATION = "translation"
    FRAGMENT = "fragment"
    NO_MATCH = "no_match"
    NOT_JUDGED = "not_judged"


class SpeakerCheck(StrEnum):
    """The second axis: whether the claimed speaker spoke the words."""

    SAME = "same"
    DIFFERENT = "different"
    QUOTING_ANOTHER = "quoting_another"
    RELAYED = "relayed"
    ASKED_NOT_SAID = "asked_not_said"
    AMBIGUOUS = "ambiguous"
    UNRESOLVED = "unresolved"
    NOT_CLAIMED = "not_claimed"


class Dating(StrEnum):
    """The third axis: how the claimed day stands to the record's."""

    CONSISTENT = "consistent"
    OFF_BY_ONE = "off_by_one"
    WRONG_DATE = "wrong_date"
    IMPOSSIBLE = "impossible"
    LATER_RECORD = "later_record"
    RECYCLED = "recycled"
    RECORD_CONFLICT = "record_conflict"
    NOT_CLAIMED = "not_claimed"
    UNKNOWN = "unknown"


class Context(StrEnum):
    """The fourth axis, advisory: what stands around the words."""

    NONE_NOTED = "none_noted"
    CUT_BEFORE_QUALIFIER = "cut_before_qualifier"
    QUESTION_DROPPED = "question_dropped"
    NOT_ASSESSED = "not_assessed"


class CoverageState(StrEnum):
    """The fifth axis: how completely the claimed event could be searched."""

    HELD = "held"
    PARTIAL = "partial"
    KNOWN_NOT_HELD = "known_not_held"
    NOT_COVERED = "not_covered"


class TranslationGrade(StrEnum):
    """How far a translation agrees with its original."""

    CONSISTENT = "consistent"
    DOUBTFUL = "doubtful"
    CONTRADICTED = "contradicted"
    NOT_ASSESSED = "not_assessed"


class Headline(StrEnum):
    """The one-word judgement that the five axes lead to."""

    VERIFIED = "verified"
    VERIFIED_TRANSLATION = "verified_translation"
    LOCATED = "located"
    FRAGMENT_LOCATED = "fragment_located"
    INEXACT = "inexact"
    ALTERED = "altered"
    MISATTRIBUTED = "misattributed"
    MISDATED = "misdated"
    NOT_IN_RECORD = "not_in_record"
    NEEDS_REVIEW = "needs_review"
    NOT_CHECKABLE = "not_checkable"


class EditKind(StrEnum):
    """One typed difference between the quotation and the record."""

    CASE = "case"
    PUNCTUATION = "punctuation"
    SPELLING = "spelling"
    TRANSLITERATION = "transliteration"
    CONTRACTION = "contraction"
    FILLER = "filler"
    STUTTER = "stutter"
    AGREEMENT = "agreement"
    FUNCTION_WORD = "function_word"
    SYNONYM = "synonym"  # one content word in another's place
    ORDER = "order"
    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    MODALITY = "modality"
    QUANTIFIER = "quantifier"
    CONDITION = "condition"
    GRAMMATICAL_PERSON = "grammatical_person"
    OMISSION_MARKED = "omission_marked"
    OMISSION_UNMARKED = "omission_unmarked"
    INSERTION_BRACKETED = "insertion_bracketed"
    INSERTION_UNBRACKETED = "insertion_unbracketed"
    SPLICE = "splice"
    TRUNCATION = "truncation"


@dataclass(frozen=True, slots=True)
class Edit:
    """One typed difference: the words and places on both sides, and whether the meaning hangs on it."""

    kind: EditKind
    quoted: str  # as printed in the article, "" for an omission
    said: str  # as printed in the record, "" for an insertion
    material: bool
    quoted_span: Span | None = None  # into the text that was quoted from: article or given quotation
    said_span: Span | None = None  # into the transcript's text


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that retrieval proposes, best first by ``weight``."""

    record: Record
    span: Span  # of the passage, in the transcript's text
    weight: float  # bits: sum of log2(N/df) over the distinct shared terms


@dataclass(frozen=True, slots=True)
class Alignment:
    """Quotation words against passage words: where they stand and what differs.

    ``spans`` are places in the transcript's text, one for each honestly separated part found, in
    the order of the quotation; ``edits`` stand in the order of the quotation.
    """

    spans: tuple[Span, ...]
    edits: tuple[Edit, ...]
    quoted_words: int  # folded words of the quotation, bracketed insertions and marks apart
    matched_words: int  # of these, how many stand in the record in order
    score: float  # 0..1, matched content weight; finds the place, never judges it
    parts: int = 1  # parts that honest marks (ellipsis, cue) separate
    parts_found: int = 1
    ordered: bool = True  # parts stand in the order of the quotation
    gap_words: int = 0  # the largest number of record words skipped between two parts
    gap_turns: int = 0  # turns of other speakers between the first and the last part
    first_turn: int = 0
    last_turn: int = 0
    longest_run: int = 0  # words of the longest run equal in order


@dataclass(frozen=True, slots=True)
class Match:
    """A place in a record with what it says there."""

    record: Record
    alignment: Alignment
    turn: PlacedTurn  # the turn in which the longest part stands
    said: str  # the record's words at the matched spans, joined by ' … '
    context_before: str
    context_after: str
    wording: Wording
    wording_score: float  # 0..1
    speaker_score: float | None  # 0..1; None: nothing claimed or cannot tell
    date_score: float | None  # 0..1; None: nothing claimed or cannot tell
    total: float  # 0..1, what places were ranked by

    @property
    def rendition(self) -> Rendition:
        """How the matched words came onto the record; an interpreter's turn is an interpretation."""
        turn = self.turn.turn
        own = Rendition.INTERPRETATION if turn.role is Role.INTERPRETER else None
        return turn.rendition or own or self.record.rendition


@dataclass(frozen=True, slots=True)
class Signal:
    """A score with its reason; None is "cannot tell" and is not zero."""

    name: str
    score: float | None  # 0..1
    reason: str


@dataclass(frozen=True, slots=True)
class Stray:
    """Words at an end of a quotation that its place lacks and another event's record has as they are.

    They may be so common that it accuses nobody; but they are not this place's words.
    """

    text: str  # as the article prints them
    words: int  # folded
    where: str  # the other event, as readers are told of it


@dataclass(frozen=True, slots=True)
class SourceOutcome:
    """What became of the search of one source for one person and window."""

    source: str
    outcome: str  # ok_hits, ok_none, suspect_empty, blocked, throttled, soft_error, auth_missing, out_of_coverage, …
    detail: str = ""

    @property
    def searched(self) -> bool:
        """Whether the search counts: only these two outcomes do."""
        return self.outcome in {"ok_hits", "ok_none"}


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was searched for a person, an event and a window."""

    state: CoverageState
    why: str  # one sentence for readers
    window: tuple[Interval, ...] = ()  # empty: unbounded
    sources: tuple[SourceOutcome, ...] = ()
    transcripts: int = 0  # records of the person in the window
    words: int = 0  # of these records
    newest: str | None = None  # ISO day of the newest of them
    gaps: tuple[str, ...] = ()
    event: Record | None = None  # the record of the named event, where held
    languages: tuple[str, ...] = ()  # of the person's records in the window


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement on a statement: five axes, one headline, its evidence and its reasons."""

    statement_id: str
    headline: Headline
    wording: Wording
    speaker_check: SpeakerCheck
    dating: Dating
    context: Context
    coverage: Coverage
    translation_grade: TranslationGrade | None
    score: float | None  # 0..1: that these words, in whatever wording, stand at the matched place
    match: Match | None
    runners_up: tuple[Match, ...]
    signals: tuple[Signal, ...]
    flags: tuple[str, ...]
    reasons: tuple[str, ...]
    policy: str  # name of the Policy that made it
    days_apart: int | None = None  # days between the claimed interval and the record's nearest date
