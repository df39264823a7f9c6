"""Extraction: every quoted and reported statement of an article, with who is said to have said it and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from verifier.extract.attributed import Attribution
from verifier.extract.attribution import SHORT_WORDS, attribute
from verifier.extract.boilerplate import is_boilerplate
from verifier.extract.claims import ClaimReader
from verifier.extract.frames import Block, Frame, blocks_of, frames_of
from verifier.extract.french import parted
from verifier.extract.indirect import Reported, find_reported
from verifier.extract.joining import joined
from verifier.extract.layout import find_set_apart, merged
from verifier.extract.paragraphs import paragraphs_of
from verifier.extract.parser import Parser
from verifier.extract.quotations import Quoted, find_quotations
from verifier.extract.reading import read_frames
from verifier.extract.repeats import find_repeated
from verifier.extract.speaking import Resolved, Speaking
from verifier.extract.statements import numbered, statement_of
from verifier.extract.verbs import REPORTING_VERB
from verifier.model.article import Article, Cue, Form, SpeakerMention, Statement
from verifier.model.text import Span
from verifier.speakers.registry import People
from verifier.text.marks import marks_of

_MOST_QUOTATIONS = 50_000  # more are no article; the rest is dropped, and the statements say so
_INDIRECT_SURE = 0.85


def extract(article: Article, people: People, parser: Parser | None) -> tuple[Statement, ...]:
    """Return the statements of *article*: quoted ones in order, then reported ones without marks.

    Without a parser everything is read by the place of words, and each statement has the flag
    ``no_parser``. Spans are offsets into ``article.text``.
    """
    text = article.text
    paragraphs: Sequence[Span] = paragraphs_of(text)
    apart = find_set_apart(text, paragraphs, marked := _marked(article, paragraphs))
    quoted = merged(marked, apart)
    dropped = len(quoted) > _MOST_QUOTATIONS
    if dropped:
        quoted = quoted[:_MOST_QUOTATIONS]
        paragraphs = [paragraph for paragraph in paragraphs if paragraph.start < quoted[-1].outer.end]
    blocks = [block for block in blocks_of(paragraphs, quoted) if not is_boilerplate(block.span.cut(text))]
    frames = [frame for block in blocks for frame in frames_of(text, block, quoted, article.lang)]
    # Words looked at one by one cost little, and German reports in the form of any verb.
    read = frames if article.lang == "de" and parser is None else _worth_reading(blocks, frames)
    sentences = read_frames(read, parser, article.lang)
    attributions = attribute(text, sentences, quoted, apart)
    repeated = find_repeated(text, blocks, quoted, attributions)
    kept = {n: a for n, a in attributions.items() if n not in repeated and _kept(text, a, quoted[n])}
    reported = find_reported(sentences)
    pairs = [pair for a in kept.values() for pair in ((a.mention, a.mention_head), (a.relayed, a.relayed_head))]
    named = {mention: head for mention, head in pairs if mention is not None and head is not None}
    named |= {clause.mention: clause.head for clause in reported}
    speaking = Speaking(article, people, [(f.span, f.block) for f in frames], [q.outer for q in quoted], named)
    resolved = speaking.resolve_all(named)
    groups = joined(text, kept, quoted, sentences)
    statements = [_quoted_statement(article, group, quoted, resolved) for group in groups]
    statements += [_reported_statement(article, clause, resolved[clause.mention]) for clause in reported]
    statements = ClaimReader(article, frames, sentences, speaking).claimed(statements)
    marks = [flag for flag, present in (("no_parser", parser is None), ("quotations_dropped", dropped)) if present]
    return numbered(article, [replace(s, flags=(*s.flags, *marks)) for s in statements])


def _marked(article: Article, paragraphs: Sequence[Span]) -> tuple[Quoted, ...]:
    """Return the runs between marks, French ones parted at the article's own cue inside them."""
    quoted = find_quotations(article.text, marks_of(article.lang), paragraphs)
    return parted(article.text, quoted) if article.lang == "fr" else quoted


def _worth_reading(blocks: Sequence[Block], frames: Sequence[Frame]) -> list[Frame]:
    """Return the sentences to be parsed: of paragraphs with a mark, with a reporting verb, or that lead to a mark."""
    marked = {block.number for block in blocks if block.quotations}
    return [
        frame
        for frame in frames
        if frame.block in marked or frame.text.endswith(":") or REPORTING_VERB.search(frame.text)
    ]


def _kept(text: str, attribution: Attribution, quoted: Quoted) -> bool:
    """Return whether the marks may hold speech: a few words without a cue are a scare quote, a title is a name."""
    if attribution.work:
        return False
    if attribution.cue is not None or attribution.mention is not None:
        return True
    return len(quoted.span.cut(text)[:400].split()) > SHORT_WORDS


def _quoted_statement(
    article: Article, group: Sequence[Attribution], quoted: Sequence[Quoted], resolved: Mapping[Span, Resolved]
) -> Statement:
    """Return one statement between marks, with whoever passes it on."""
    first = group[0]
    speaker = resolved[first.mention] if first.mention is not None else Resolved(None, 0.0)
    relay = resolved[first.relayed].speaker if first.relayed is not None else None
    return statement_of(article, group, quoted, speaker, relay if relay != speaker.speaker else None)


def _reported_statement(article: Article, reported: Reported, resolved: Resolved) -> Statement:
    """Return one statement without marks."""
    sure = _INDIRECT_SURE * (resolved.confidence if resolved.speaker is not None else 1.0)
    return Statement(
        id="",
        form=Form.INDIRECT,
        quotations=(),
        attribution_id=str(reported.cue.start),
        speaker=resolved.speaker,
        mention=SpeakerMention(reported.mention.cut(article.text), reported.mention),
        attribution_confidence=round(sure, 2),
        cue=Cue(reported.cue.cut(article.text), reported.cue),
        reported=reported.span,
        lang=article.lang,
        flags=("pronoun",) if resolved.pronoun else (),
    )
