"""Everything that was derived, derived again: bytes, texts, places and verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby

from db.convert.transcripts import keepable
from db.store import AuditedArticle, AuditedVerdict, AuditedVersion
from flows.jobs.audited_pages import texts_by_connector
from flows.jobs.entry_reading import CONNECTOR
from flows.jobs.importing import FOLDER, JSONL, meta_of
from flows.jobs.local_sources import CORPUS_FILE
from flows.jobs.opening import Desk
from flows.jobs.progress import Progress, unseen
from verifier.articles.read import read_article
from verifier.errors import DatabaseError, ParseError, ReadError
from verifier.harvest.parsing import ParsingChild
from verifier.model.article import Statement
from verifier.model.evidence import Match, Verdict
from verifier.model.page import Page
from verifier.pipeline import verify_statement
from verifier.retrieve.corpus import Claim
from verifier.sources.kinds.folder import read_record
from verifier.sources.kinds.jsonl import lines_of, read_line

_GIVEN = "given"  # the origin of a publication date that a person named


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not what it was derived to be."""

    subject: str
    message: str


@dataclass(slots=True)
class Audited:
    """How much was looked at, and what could not be derived again, with why."""

    snapshots: int = 0
    versions: int = 0
    read_again: int = 0  # of the versions, from their bytes
    articles: int = 0
    verdicts: int = 0
    judged_again: int = 0
    notes: list[str] = field(default_factory=list)


def audit(desk: Desk, audited: Audited, progress: Progress = unseen) -> Iterator[Finding]:
    """Yield everything that does not hold: bytes against hashes, texts against bytes, places, verdicts.

    Nothing is written. *audited* counts what was looked at; its notes tell what may differ for a reason:
    a verdict whose transcripts, people or thresholds are no longer those it was made with.
    """
    sound: set[str] = set()
    yield from _snapshots(desk, audited, sound, progress)
    with ParsingChild() as child:
        yield from _versions(desk, audited, sound, child, progress)
        yield from _articles(desk, audited, sound, child, progress)
    yield from _verdicts(desk, audited, progress)


def _snapshots(desk: Desk, audited: Audited, sound: set[str], progress: Progress) -> Iterator[Finding]:
    """Check all bytes against their hashes."""
    hashes = desk.store.audited_hashes()
    for number, sha256 in enumerate(hashes):
        progress("checking bytes", number, len(hashes))
        audited.snapshots += 1
        try:
            desk.store.read_snapshot(sha256, desk.settings.evidence_dir)
        except DatabaseError as error:
            yield Finding(f"snapshot {sha256}", error.message)
        else:
            sound.add(sha256)


def _versions(
    desk: Desk, audited: Audited, sound: set[str], child: ParsingChild, progress: Progress
) -> Iterator[Finding]:
    """Check all texts: against their names, their places, and the bytes they were read from."""
    for sha256, group in groupby(desk.store.audited_versions(), key=lambda held: held.sha256):
        versions = list(group)
        audited.versions += len(versions)
        progress("reading transcripts again", audited.versions)
        for held in versions:
            if not held.words_hold:
                yield Finding(_named(held), "its stored words are not those that its version names")
            if not held.places_hold:
                yield Finding(_named(held), "its turns do not stand where they are said to")
        if sha256 in sound:
            yield from _read_again(desk, audited, sha256 or "", versions, child)


def _read_again(
    desk: Desk, audited: Audited, sha256: str, versions: list[AuditedVersion], child: ParsingChild
) -> Iterator[Finding]:
    """Read versions again from the bytes that all of them came from."""
    body = desk.store.read_snapshot(sha256, desk.settings.evidence_dir)
    listed = [held for held in versions if held.line is not None and _reader(held) in {JSONL, None}]
    for held, text in _texts_of_list(desk, body, listed):
        audited.read_again += 1
        if text != held.text:
            yield Finding(_named(held), f"line {held.line} of its bytes ({sha256[:12]}) reads otherwise")
    by_connector = [held for held in versions if _reader(held) in {CONNECTOR, CORPUS_FILE}]
    for held, text in texts_by_connector(desk, sha256, body, by_connector, child):
        audited.read_again += 1
        if text != held.text:
            yield Finding(_named(held), f"its bytes ({sha256[:12]}) read otherwise")
    for held in versions:
        if _reader(held) == FOLDER and held.reader is not None:
            page = desk.store.page_of(sha256, body)
            audited.read_again += 1
            told = page and _text_of_record(desk, page, held, child)
            if told != held.text:
                yield Finding(_named(held), f"its bytes ({sha256[:12]}) read otherwise")


def _reader(held: AuditedVersion) -> str | None:
    return held.reader["reader"] if held.reader else None


def _texts_of_list(
    desk: Desk, body: bytes, versions: Iterable[AuditedVersion]
) -> Iterator[tuple[AuditedVersion, str | None]]:
    """Yield versions of one list with what their lines read as now; None where a line cannot be read."""
    waiting = {held.line: held for held in versions}
    for number, line in lines_of(body, {number for number in waiting if number is not None}):
        held = waiting.pop(number)
        source = held.reader.get("source") if held.reader else held.source
        try:
            read = keepable(read_line(line, number, default_source=source or held.source, people=desk.people))
        except ParseError:
            yield held, None
        else:
            yield held, read.text
    yield from ((held, None) for held in waiting.values())


def _text_of_record(desk: Desk, page: Page, held: AuditedVersion, child: ParsingChild) -> str | None:
    """Return what a record's file reads as now; None where it cannot be read."""
    assert held.reader is not None
    try:
        return keepable(child.run(read_record, page, meta_of(held.reader["meta"]), desk.people)).text
    except ReadError:
        return None


def _named(held: AuditedVersion) -> str:
    return f"{held.source} {held.doc_id} version {held.version}"


def _articles(
    desk: Desk, audited: Audited, sound: set[str], child: ParsingChild, progress: Progress
) -> Iterator[Finding]:
    """Check all articles: text and description against their hash, quotations at their places, text against bytes."""
    for held in desk.store.audited_articles():
        audited.articles += 1
        progress("reading articles again", audited.articles)
        subject = f"article {held.article.id}"
        if not held.holds:
            yield Finding(subject, "its stored text or description is not what was kept")
        yield from (Finding(subject, f"“{text}” does not stand at its place") for text in held.misplaced)
        if held.snapshot in sound and _article_text(desk, held, child) not in {None, held.article.text}:
            yield Finding(subject, f"its bytes ({(held.snapshot or '')[:12]}) read otherwise")


def _article_text(desk: Desk, held: AuditedArticle, child: ParsingChild) -> str | None:
    """Return what an article's bytes read as now; None where it is not known how they came."""
    body = desk.store.read_snapshot(held.snapshot or "", desk.settings.evidence_dir)
    page = desk.store.page_of(held.snapshot or "", body)
    if page is None:
        return None
    given = held.article.published if held.article.published_origin == _GIVEN else None
    try:
        return child.run(read_article, page, published=given).text
    except ReadError as error:
        return error.message


def _verdicts(desk: Desk, audited: Audited, progress: Progress) -> Iterator[Finding]:
    """Check the newest verdicts: their rows, the words at their places, and the judgement itself."""
    last = desk.store.last_addition()
    for held in desk.store.audited_verdicts():
        audited.verdicts += 1
        progress("judging again", audited.verdicts)
        subject = f"verdict {held.id}"
        if held.emptied:
            audited.notes.append(f"{subject}: the words it rests on were taken down")
            continue
        if not held.holds:
            yield Finding(subject, "its row is not what was kept")
        found = [match for match in (held.verdict.match, *held.verdict.runners_up) if match]
        yield from (Finding(subject, fault) for match in found if (fault := _misplaced(desk, match)))
        differs = _differs(desk, held)
        audited.judged_again += differs is None
        if differs is None:
            continue
        why = _why_otherwise(desk, held, last)
        if why is None:
            yield Finding(subject, f"judged again it differs in {differs}")
        else:
            audited.notes.append(f"{subject}: judged now it differs in {differs}, but {why}; `recheck` judges it anew")


def _misplaced(desk: Desk, match: Match) -> str | None:
    """Return that the words of a match do not stand at its places; None where they do, or its text is not held."""
    record = match.record
    held = desk.store.load_transcript(record.source, record.doc_id, record.version)
    if held is None:
        return None
    said = " … ".join(span.cut(held.text) for span in match.alignment.spans)
    if said != match.said:
        return f"the words it found in {record.doc_id} do not stand at their places there"
    return None


def _differs(desk: Desk, held: AuditedVerdict) -> str | None:
    """Return in what a verdict made now differs; None where it says the same."""
    statement = _judged(desk, held)
    article = desk.store.article_of_statement(statement.id)
    now = verify_statement(statement, article, desk.corpus, desk.people, desk.policy)
    parts = [name for name in _JUDGED if getattr(now, name) != getattr(held.verdict, name)]
    if _place(now) != _place(held.verdict):
        parts.append("match")
    return ", ".join(parts) or None


_JUDGED = ("headline", "wording", "speaker_check", "dating", "context", "translation_grade", "score")


def _place(verdict: Verdict) -> object:
    """Return where a verdict found the words, and what it found to differ there."""
    match = verdict.match
    return match and (match.record.version, match.alignment.spans, match.alignment.edits, match.said)


def _why_otherwise(desk: Desk, held: AuditedVerdict, last: datetime | None) -> str | None:
    """Return why a verdict made now may differ from one of before; None where nothing it rests on has changed."""
    if held.verdict.policy != desk.policy.name:
        return "the thresholds are others"
    if last is not None and last > held.checked_at:
        return "transcripts were added since"
    statement = _judged(desk, held)
    claim = Claim(statement.speaker, statement.date_claim, statement.event_claim)
    otherwise = desk.corpus.coverage(claim) != held.verdict.coverage
    return "what can be searched is otherwise than it was" if otherwise else None


def _judged(desk: Desk, held: AuditedVerdict) -> Statement:
    """Return the statement under the claim that a verdict judged; a person may have corrected it since."""
    claims = desk.store.claims_of(held.verdict.statement_id)
    return next(claim.statement for claim in claims if claim.id == held.claim_id)
