"""An imagined article with verdicts made by hand, one of each kind that a report must show well."""

from __future__ import annotations

from datetime import UTC, date, datetime

from verifier.model.article import (
    Article,
    Basis,
    Cue,
    DateClaim,
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
    SourceOutcome,
    SpeakerCheck,
    Verdict,
    Wording,
)
from verifier.model.run import Problem, RunReport, RunStatus
from verifier.model.text import Interval, Span
from verifier.model.transcript import PlacedTurn, Record, RecordDate, Turn
from verifier.report.card import Checked

TEXT = (
    "The council met on Tuesday, and the harbour was the only matter on the list.\n"
    "“We will close the harbour before the 14 boats return,” Ada Moreau told the council in Larnvik on March 5, 2024.\n"
    "“The fund [for fishermen] is ready … and it will be paid in May,” she added.\n"
    "“The old crane,” Ada Moreau said on March 5, 2024, “has lifted its last ship.” Nobody objected.\n"
    "“I have sold the lighthouse to my cousin for a crate of pears,” Ada Moreau told the council on March 5, 2024.\n"
    "Jonas Berg said that the vote would be repeated.\n"
)
SAID = (
    "We will not close the harbour before the 40 boats return. Everybody here knows what that costs. "
    "The fund is ready, as the treasurer has shown you, and it will be paid in May, if the rain allows."
)
CRANE = "So I say it plainly: the old crane has lifted its last ship, and I shall miss it."
AT = datetime(2024, 3, 8, 6, 30, tzinfo=UTC)
RUN = RunReport(
    "check", RunStatus.DEGRADED, AT, AT, articles=1, statements=5, verdicts_added=5,
    headlines=(("altered", 1), ("verified", 1)), problems=(Problem("larnvik-radio", "no answer in 20 s"),),
    policy="2026-11-abcd1234",
)  # fmt: skip
ARTICLE = Article(
    id="https://ledger.example/harbour",
    url="https://ledger.example/harbour",
    title="Council & harbour: a <quiet> vote",
    text=TEXT,
    published=date(2024, 3, 7),
    published_origin="json-ld",
    lang="en",
    sha256="ab" * 32,
    outlet="The Larnvik Ledger",
)
MOREAU = Speaker("Ada Moreau", "ada-moreau")


def place_of(words: str, text: str = TEXT) -> Span:
    """Return the one place of *words* in *text*."""
    assert text.count(words) == 1, words
    return Span(text.index(words), text.index(words) + len(words))


def statement(number: int, *quoted: str, text: str = TEXT, day: date | None = date(2024, 3, 5)) -> Statement:
    """Return a statement of Ada Moreau's with the given quoted runs."""
    return Statement(
        id=f"{number:016x}",
        form=Form.DIRECT,
        quotations=tuple(Quotation(place_of(words, text), words, 0.9) for words in quoted),
        attribution_id=f"a{number}",
        speaker=MOREAU,
        mention=SpeakerMention("Ada Moreau", Span(0, 10)),
        cue=Cue("told"),
        date_claim=DateClaim(Interval.day(day), "March 5, 2024", Basis.SENTENCE) if day else None,
    )


def edit(kind: EditKind, quoted: str, said: str, material: bool, near: str, said_near: str, record: str = SAID) -> Edit:
    """Return an edit whose words stand inside *near* (article) and *said_near* (record); "" stands at the end of it."""
    here, there = place_of(near), place_of(said_near, record)
    start = TEXT.index(quoted, here.start) if quoted else here.end
    said_start = record.index(said, there.start) if said else there.end
    return Edit(
        kind, quoted, said, material, Span(start, start + len(quoted)), Span(said_start, said_start + len(said))
    )


def record(day: date = date(2024, 3, 5), **changed: object) -> Record:
    """Return the identity of a council record."""
    values: dict[str, object] = {
        "source": "larnvik", "doc_id": f"larnvik/{day}", "version": "0123456789abcdef", "lang": "en",
        "title": "Council meeting", "dates": (RecordDate(day, "body"),), "url": f"https://larnvik.example/{day}",
        "place": "Larnvik", "tier": 2, "speakers": ("Ada Moreau",), "words": 40,
    }  # fmt: skip
    return Record(**{**values, **changed})  # type: ignore[arg-type]


def match(text: str, parts: tuple[str, ...], edits: tuple[Edit, ...], wording: Wording, of: Record) -> Match:
    """Return a match of the given parts of *text*, which is the one turn of the record *of*."""
    spans = tuple(place_of(part, text) for part in parts)
    turn = PlacedTurn(0, Span(0, len(text)), Turn("Ada Moreau", text, label="THE MAYOR:"))
    return Match(
        record=of,
        alignment=Alignment(spans, edits, 10, 9, 0.97, parts=len(parts), parts_found=len(parts)),
        turn=turn,
        said=" … ".join(parts),
        context_before=text[: spans[0].start],
        context_after=text[spans[-1].end :],
        wording=wording,
        wording_score=0.97,
        speaker_score=1.0,
        date_score=1.0,
        total=0.98,
    )


HELD = Coverage(
    CoverageState.HELD, "a complete record of the council meeting of 5 March 2024 is held",
    window=(Interval(date(2024, 3, 4), date(2024, 3, 6)), Interval.day(date(2024, 4, 5))),
    sources=(SourceOutcome("larnvik", "ok_hits"), SourceOutcome("larnvik-radio", "throttled", "429")),
    transcripts=1, words=40, newest="2024-03-05", gaps=("2024-04-05",),
    event=record(),
)  # fmt: skip


def verdict(
    of: Statement, headline: Headline, wording: Wording, found: Match | None = None, **changed: object
) -> Verdict:
    """Return a verdict on a statement, agreeing in speaker and date unless told otherwise."""
    values: dict[str, object] = {
        "statement_id": of.id, "headline": headline, "wording": wording, "speaker_check": SpeakerCheck.SAME,
        "dating": Dating.CONSISTENT, "context": Context.NONE_NOTED, "coverage": HELD, "translation_grade": None,
        "score": 0.97 if found else 0.12, "match": found, "runners_up": (), "signals": (), "flags": (),
        "reasons": ("The first reason.", "The second reason."), "policy": "2026-11-abcd1234", "days_apart": 0,
    }  # fmt: skip
    return Verdict(**{**values, **changed})  # type: ignore[arg-type]


_CLOSE = "We will close the harbour before the 14 boats return"
_NOT_CLOSE = "We will not close the harbour before the 40 boats return"
ALTERED = statement(1, _CLOSE)
ALTERED_MATCH = match(
    SAID,
    (_NOT_CLOSE,),
    (
        edit(EditKind.NEGATION, "", "not", True, "“We will", "We will not"),
        edit(EditKind.NUMBER, "14", "40", True, "the 14 boats", "the 40 boats"),
    ),
    Wording.ALTERED_MATERIAL,
    record(),
)
_TREASURER = ", as the treasurer has shown you,"
MARKED = statement(2, "The fund [for fishermen] is ready … and it will be paid in May", day=None)
MARKED_MATCH = match(
    SAID,
    ("The fund is ready", "and it will be paid in May"),
    (
        edit(EditKind.INSERTION_BRACKETED, "[for fishermen]", "", False, "[for fishermen]", "The fund"),
        edit(EditKind.OMISSION_MARKED, "…", _TREASURER, False, "ready … and", _TREASURER),
    ),
    Wording.MARKED,
    record(),
)
MISDATED = statement(3, "The old crane", "has lifted its last ship")
MISDATED_MATCH = match(
    CRANE, ("the old crane has lifted its last ship",),
    (edit(EditKind.CASE, "The", "the", False, "The old crane", "the old crane", CRANE),),
    Wording.EXACT, record(date(2024, 2, 5)),
)  # fmt: skip
ABSENT = statement(4, "I have sold the lighthouse to my cousin for a crate of pears")
REPORTED = Statement(
    f"{5:016x}", Form.INDIRECT, (), "a5", Speaker("Jonas Berg"), cue=Cue("said"),
    reported=place_of("the vote would be repeated"),
)  # fmt: skip
STATEMENTS = (ALTERED, MARKED, MISDATED, ABSENT, REPORTED)
VERDICTS = (
    verdict(ALTERED, Headline.ALTERED, Wording.ALTERED_MATERIAL, ALTERED_MATCH),
    verdict(
        MARKED, Headline.VERIFIED, Wording.MARKED, MARKED_MATCH, dating=Dating.NOT_CLAIMED, days_apart=None,
        context=Context.CUT_BEFORE_QUALIFIER,
    ),
    verdict(
        MISDATED, Headline.MISDATED, Wording.EXACT, MISDATED_MATCH, dating=Dating.WRONG_DATE, days_apart=29,
        runners_up=(ALTERED_MATCH,), flags=("equally_good_places",),
    ),
    verdict(
        ABSENT, Headline.NOT_IN_RECORD, Wording.NO_MATCH, speaker_check=SpeakerCheck.UNRESOLVED,
        dating=Dating.UNKNOWN, context=Context.NOT_ASSESSED, days_apart=None,
    ),
    verdict(
        REPORTED, Headline.NOT_CHECKABLE, Wording.NOT_JUDGED, speaker_check=SpeakerCheck.UNRESOLVED,
        dating=Dating.NOT_CLAIMED, context=Context.NOT_ASSESSED, score=None, days_apart=None,
        coverage=Coverage(CoverageState.NOT_COVERED, "No source covers Jonas Berg."),
    ),
)  # fmt: skip
CHECKED = Checked(ARTICLE, STATEMENTS, VERDICTS)


def hostile(words: str) -> Checked:
    """Return an article in which *words* stand wherever a stranger can put them."""
    text = f"“{words}” said {words}."
    quotation = Quotation(Span(1, 1 + len(words)), words)
    asked = Statement(
        "f" * 16, Form.DIRECT, (quotation,), "a", Speaker(words), SpeakerMention(words), cue=Cue(words), lang="en",
        date_claim=DateClaim(Interval.day(date(2024, 3, 5)), words, Basis.CLAUSE),
    )  # fmt: skip
    turn = PlacedTurn(0, Span(0, len(words)), Turn(words, words, label=words))
    of = record(title=words, url=f"javascript:alert('{words}')", place=words, source=words, doc_id=words)
    found = Match(
        of, Alignment((Span(0, len(words)),), (Edit(EditKind.NAME, words, words, True),), 1, 1, 1.0), turn, words,
        words, words, Wording.ALTERED_MATERIAL, 1.0, 1.0, 1.0, 1.0,
    )  # fmt: skip
    judged = verdict(
        asked, Headline.ALTERED, Wording.ALTERED_MATERIAL, found, reasons=(words,), flags=(words,), policy=words,
        runners_up=(found,),
        coverage=Coverage(CoverageState.PARTIAL, words, (), (SourceOutcome(words, words, words),), gaps=(words,)),
    )  # fmt: skip
    article = Article(words, f"javascript:{words}", words, text, None, words, "en", "0" * 64, words)
    return Checked(article, (asked,), (judged,))
