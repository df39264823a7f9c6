"""The chain that led to a verdict, from the quotation to the bytes, as lines and as plain values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from db.store import Explanation, KeptClaim, KeptVerdict, Store, VersionEvidence
from flows.jobs.record_news import news_of
from verifier.model.article import Article
from verifier.model.evidence import Match, Signal
from verifier.report.card import Card, Searched, card_of, speaker_of
from verifier.report.json_report import check_json
from verifier.report.visible import one_line


def explanation_lines(store: Store, found: Explanation) -> Iterator[str]:
    """Yield the chain as lines for a person: quotation, claim, match, edits, axes, reasons, evidence; newest first."""
    newest, *older = found.verdicts or (None,)
    yield f"Statement {found.statement.id} ({found.statement.form.value})"
    yield from _indented(_quotation(found))
    for claim in found.claims:
        yield from _indented(_claim(claim))
    if newest is None:
        yield "No verdict on it is stored."
        return
    yield from _verdict(store, found, newest)
    for kept in older:
        yield f"Before: verdict {kept.id} of {_time(kept)}: {kept.verdict.headline.value} ({kept.verdict.policy})"


def _quotation(found: Explanation) -> Iterator[str]:
    article, statement = found.article, found.statement
    for quotation in statement.quotations:
        yield f"“{one_line(quotation.text)}” (characters {quotation.span.start} to {quotation.span.end})"
    if statement.reported:
        yield f"reported: {one_line(statement.reported.cut(article.text))}"
    published = f"published {article.published} ({article.published_origin})" if article.published else "no date"
    yield f"in: {one_line(article.title or article.id)}, {published}"
    if article.url:
        yield one_line(article.url)
    yield f"evidence: sha256 {article.sha256}"


def _claim(kept: KeptClaim) -> Iterator[str]:
    """Yield who, when and where as claimed, by the article or by a person who corrected it."""
    statement = kept.statement
    whose = "The article claims" if kept.origin == "article" else f"Corrected on {kept.created_at:%Y-%m-%d}"
    parts = [f"speaker {one_line(speaker_of(statement))}"]
    if statement.mention:
        parts.append(f"printed “{one_line(statement.mention.text)}”")
    if statement.cue:
        parts.append(f"cue “{one_line(statement.cue.text)}”")
    if statement.date_claim:
        claim = statement.date_claim
        parts.append(f"date {claim.interval} from “{one_line(claim.text)}” ({claim.basis.value})")
    note = f" — {one_line(kept.note)}" if kept.note else ""
    yield f"{whose} (claim {kept.id}): {', '.join(parts)}{note}"


def _verdict(store: Store, found: Explanation, kept: KeptVerdict) -> Iterator[str]:
    """Yield one verdict: headline, place, edits, axes, reasons, evidence."""
    verdict = kept.verdict
    card = card_of(found.article, found.statement, verdict)
    yield f"Verdict {kept.id} of {_time(kept)}: {card.label} (claim {kept.claim_id}, run {kept.run_id})"
    yield from _indented(iter((card.sentence,)))
    if verdict.match:
        yield "Match"
        yield from _indented(_match(store, card, verdict.match))
    yield "Axes"
    yield from _indented(f"{axis.axis}: {axis.code} ({axis.answer})" for axis in card.axes)
    yield "Reasons"
    yield from _indented(one_line(reason) for reason in card.reasons)
    yield "Signals"
    yield from _indented(_signal(signal) for signal in verdict.signals)
    if verdict.runners_up:
        yield "Runners-up"
        yield from _indented(_runner_up(match) for match in verdict.runners_up)
    yield "Searched"
    yield from _indented(_searched(card.searched))
    yield f"Score {card.score}; policy {card.policy}"


def _signal(signal: Signal) -> str:
    """Return one signal with its score, 0 to 1, and its reason."""
    score = "cannot tell" if signal.score is None else f"{signal.score:.2f}"
    return f"{signal.name.replace('_', ' ')}: {score} ({one_line(signal.reason)})"


def _runner_up(match: Match) -> str:
    """Return another place, with how much of the quotation it holds and whose words it has."""
    record, speaker = match.record, match.turn.turn.speaker or match.turn.turn.label or "nobody named"
    where = f"{one_line(record.title)}, {record.date or 'no date'}, turn {match.turn.number} by {one_line(speaker)}"
    return f"{match.wording_score:.2f} of the words in order, {match.wording.value}: {where}: “{one_line(match.said)}”"


def _searched(searched: Searched) -> Iterator[str]:
    """Yield what was searched: window, transcripts, sources with their outcomes, gaps."""
    yield one_line(searched.why)
    yield f"window: {one_line(searched.window)}; {one_line(searched.extent)}"
    for source, outcome in searched.sources:
        yield f"{one_line(source)}: {one_line(outcome)}"
    if searched.gaps:
        yield f"not held: {one_line(', '.join(searched.gaps))}"


def _match(store: Store, card: Card, match: Match) -> Iterator[str]:
    """Yield the place in the record, its words, what differs, and the bytes behind it."""
    record, place = match.record, card.place
    assert place is not None
    yield f"{one_line(record.title)}, {record.date or 'no date'}"
    yield f"doc {one_line(record.doc_id)} of source {one_line(record.source)}"
    if record.url:
        yield one_line(record.url)
    yield f"turn {match.turn.number} by {one_line(place.speaker)}, characters {place.characters}, {place.standing}"
    yield f"said: “{one_line(match.said)}”"
    for edit in match.alignment.edits:
        weight = ", material" if edit.material else ""
        yield f"edit: {edit.kind.value}{weight}: “{one_line(edit.quoted)}” for “{one_line(edit.said)}”"
    yield f"version {record.version}"
    if evidence := evidence_of(store, match):
        yield f"evidence: sha256 {evidence.sha256}" + (f", line {evidence.line}" if evidence.line else "")
    yield from (f"since then: {one_line(news.told)}" for news in news_of(store, match))


def evidence_of(store: Store, match: Match) -> VersionEvidence | None:
    """Return the bytes that a match's record was read from; None where it was given without them."""
    record = match.record
    return store.evidence_of(record.source, record.doc_id, record.version)


def _time(kept: KeptVerdict) -> str:
    return f"{kept.checked_at:%Y-%m-%d %H:%M} UTC"


def _indented(lines: Iterator[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def explanation_json(store: Store, found: Explanation) -> dict[str, Any]:
    """Return the chain as plain values: for every verdict the statement as `check --json` has it, and its evidence."""
    return {
        "article_sha256": found.article.sha256,
        "claims": [_claim_json(claim) for claim in found.claims],
        "verdicts": [_verdict_json(store, found.article, found, kept) for kept in found.verdicts],
    }


def _claim_json(kept: KeptClaim) -> dict[str, Any]:
    statement = kept.statement
    return {
        "id": kept.id,
        "origin": kept.origin,
        "note": kept.note,
        "speaker": statement.speaker.name if statement.speaker else None,
        "claimed_date": str(statement.date_claim.interval) if statement.date_claim else None,
    }


def _verdict_json(store: Store, article: Article, found: Explanation, kept: KeptVerdict) -> dict[str, Any]:
    shown = check_json(article, [found.statement], [kept.verdict])["statements"][0]
    match = kept.verdict.match
    bytes_read = evidence_of(store, match) if match else None
    evidence = [{"sha256": bytes_read.sha256, "line": bytes_read.line}] if bytes_read else []
    news = [one.plain for one in news_of(store, match)] if match else []
    head = {"verdict": kept.id, "checked_at": kept.checked_at.isoformat(), "claim": kept.claim_id, "run": kept.run_id}
    signals = [{"name": one.name, "score": one.score, "reason": one.reason} for one in kept.verdict.signals]
    return {**head, "transcript_evidence": evidence, "record_news": news, "signals": signals, **shown}
