"""Statements built from joined quotations: spans, form, confidence, flags and ids."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from verifier.extract.attributed import Attribution
from verifier.extract.attribution import SHORT_WORDS
from verifier.extract.quotations import Quoted
from verifier.extract.speaking import Resolved
from verifier.extract.verbs import Reporting
from verifier.model.article import Article, Cue, Form, Quotation, Speaker, SpeakerMention, Statement
from verifier.model.text import Span
from verifier.text.folding import fold_words

_BY_REPORTING = {Reporting.SPEECH: 0.97, Reporting.LABEL: 0.92, Reporting.THOUGHT: 0.85, Reporting.NONE: 0.65}
_UNCUED, _NOBODY, _TITLE, _UNCLOSED = 0.6, 0.35, 0.3, 0.6
_ABBREVIATED = re.compile(r"(?:\b[^\W\d_]\.|\b(?:etc|Inc|Corp|Ltd|Jr|Sr|St|Mr|Ms|Dr|No|a\.m|p\.m)\.|\.\.)$")
_SMALL = frozenset("a an the of in on at to for and or but with from by is".split())


def quotation_span(text: str, quoted: Quoted, *, whole: bool, label: bool = False) -> Span:
    """Return the quotation's own words: without the article's full stop, and without a printed speaker label."""
    span = quoted.span
    words = span.cut(text)
    if label and ":" in words[:50]:
        start = span.start + words.index(":") + 1
        span = Span(start + len(text[start : span.end]) - len(text[start : span.end].lstrip()), span.end)
        words = span.cut(text)
    # “if we do not win.” in a reported clause: the stop ends the article's sentence.
    if not whole and words.endswith(".") and not _ABBREVIATED.search(words):
        return Span(span.start, span.end - 1)
    return span


def confidence_of(text: str, attribution: Attribution, quoted: Quoted) -> float:
    """Return the probability that the marks hold reported speech: no scare quote, title or nickname."""
    words = quoted.span.cut(text)
    if attribution.cue is not None:
        sure = _BY_REPORTING[attribution.reporting]
    else:
        sure = _UNCUED if attribution.mention is not None else _NOBODY
    if attribution.set_off and len(words.split()) > SHORT_WORDS and attribution.mention is not None:
        sure = max(sure, 0.8)
    if title_like(words) and not attribution.set_off and not attribution.headline:
        sure = min(sure, _TITLE)
    return round(sure * (1.0 if quoted.closed else _UNCLOSED), 2)


def title_like(words: str) -> bool:
    """Return whether the words are printed as a title is: at least three, each content word with a capital."""
    content = re.findall(r"[^\W\d_][\w’'-]*", words[:200])
    capital = sum(word[:1].isupper() for word in content)
    small = sum(word.lower() in _SMALL for word in content if word[:1].islower())
    return len(content) >= 3 and content[0][:1].isupper() and capital + small == len(content) and capital >= 2


def flags_of(text: str, group: Sequence[Attribution], quoted: Sequence[Quoted], resolved: Resolved) -> tuple[str, ...]:
    """Return what a reader should know of how the statement was read."""
    runs = [quoted[attribution.quotation] for attribution in group]
    words = [run.span.cut(text) for run in runs]
    found = {
        "unclosed": any(not run.closed for run in runs),
        "no_marks": any(not run.mark for run in runs),
        "paragraphs": any(run.paragraphs > 1 for run in runs),
        "inherited_speaker": group[0].inherited,
        "no_speaker": resolved.speaker is None and group[0].mention is None,
        **dict.fromkeys((group[0].disowned,) if group[0].disowned else (), True),
        "pronoun": resolved.pronoun,
        "no_cue": all(attribution.cue is None for attribution in group),
        "title": all(title_like(w) for w in words) and not group[0].set_off and not group[0].headline,
        "hidden_characters": any(
            unicodedata.category(c) in {"Cf", "Cs", "Cc"} and c not in "\n\r\t" for c in "".join(words)
        ),
    }
    return tuple(name for name, present in found.items() if present)


def _goes_on_in_lower_case(text: str, quoted: Quoted) -> bool:
    """Return whether the marked words go on with the article's sentence: it was, she noted, “but glass.”."""
    first = next((character for character in quoted.span.cut(text) if character.isalnum()), "")
    return first.islower() and bool(quoted.mark) and text[: quoted.outer.start].rstrip()[-1:] not in {":", ""}


def statement_of(
    article: Article, group: Sequence[Attribution], quoted: Sequence[Quoted], resolved: Resolved, relay: Speaker | None
) -> Statement:
    """Return one statement, its ids still to be set by ``numbered``."""
    first = group[0]
    whole = first.set_off and not _goes_on_in_lower_case(article.text, quoted[first.quotation])
    quotations = []
    for part in group:
        run = quoted[part.quotation]
        span = quotation_span(article.text, run, whole=whole, label=part.label)
        quotations.append(Quotation(span, span.cut(article.text), confidence_of(article.text, part, run)))
    mention = first.mention
    sure = first.confidence * (resolved.confidence if resolved.speaker is not None else 1.0)
    return Statement(
        id="",
        form=Form.DIRECT if whole else Form.MIXED,
        quotations=tuple(quotations),
        attribution_id=f"{first.cue.start}" if first.cue is not None else "",
        speaker=resolved.speaker,
        mention=SpeakerMention(mention.cut(article.text), mention) if mention is not None else None,
        attribution_confidence=round(sure, 2),
        relayed_by=relay,
        cue=Cue(first.cue.cut(article.text), first.cue) if first.cue is not None else None,
        lang=article.lang,
        flags=flags_of(article.text, group, quoted, resolved),
    )


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def numbered(article: Article, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return the statements with their ids: of the article, the folded words, and the ordinal among equals."""
    seen: Counter[str] = Counter()
    done = []
    for statement in statements:
        parts = [q.text for q in statement.quotations]
        if statement.reported is not None:
            parts = ["reported", statement.reported.cut(article.text)]
        folded = "\x1e".join(" ".join(fold_words(part, article.lang)) for part in parts)
        number = _digest(article.id, folded, str(seen[folded]))
        seen[folded] += 1
        shared = _digest(article.id, "cue", statement.attribution_id) if statement.attribution_id else number
        done.append(replace(statement, id=number, attribution_id=shared))
    return tuple(done)
