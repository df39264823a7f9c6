"""Words that the layout, not marks, sets off as said: answers after a label, embedded posts, a block after a colon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.extract.quotations import Quoted
from verifier.extract.verbs import Reporting, reporting_class
from verifier.model.text import Span
from verifier.text.marks import MARK

_LABEL = re.compile(
    r"(?P<label>[^\W\d_a-zß-öø-ÿ][\w.’'-]*(?: [^\W\d_a-zß-öø-ÿ][\w.’'-]*){0,3})(?:\s?\([^()\n]{1,30}\))? ?: +(?=\S)"
)
_SIGNATURE = re.compile(
    r"[—–-]{1,2} ?(?P<name>[^(@\n]{2,60}?) ?\(@\w{1,30}\)"
)  # "— Hilary Strand (@MayorStrand) March 5"
_SAYS = re.compile(
    r"says?|said|writes?|wrote|reads?|adds?|added|states?|stated|écrit|écrivent|déclare|schreibt|schreiben|schrieb"
)
_BULLET = re.compile(r"[-•*·–—]|\d+[.)]\s")
_WORD = re.compile(r"[^\W\d_]+")
ANSWERS = frozenset({"A", "R", "Antwort", "Réponse", "Answer"})
_QUESTIONS = frozenset({"Q", "F", "Frage", "Question"})
_OFTEN = 2  # times a label has to stand before it is one
_FEWEST_WORDS = 3
_MOST_LABELS = 400  # different ones; a text with more is a list of something


@dataclass(frozen=True, slots=True)
class SetApart:
    """An utterance without marks: its run, the words that name who speaks, and the sign that tells so."""

    quoted: Quoted
    mention: Span | None
    cue: Span | None = None
    sure: bool = True


def find_set_apart(text: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted]) -> list[SetApart]:
    """Return the utterances that the layout sets off, in order, none inside another."""
    labels = _labels(text, paragraphs)
    openings = {run.outer.start for run in quoted}
    found: list[SetApart] = []
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        one = (
            _answer(text, paragraph, labels, openings)
            or _post(text, paragraph, following)
            or (_block(text, paragraphs[number - 1], paragraph) if number else None)
        )
        if one is not None:
            found.append(one)
    return found


def merged(quoted: Sequence[Quoted], apart: Sequence[SetApart]) -> tuple[Quoted, ...]:
    """Return all runs in order; marks inside words that the layout sets off belong to those words."""
    spans = [one.quoted.span for one in apart]
    kept = list(_outside(quoted, spans))
    return tuple(sorted([*kept, *(one.quoted for one in apart)], key=lambda run: run.outer))


def _outside(quoted: Sequence[Quoted], spans: Sequence[Span]) -> Iterator[Quoted]:
    place = 0
    for run in quoted:
        while place < len(spans) and spans[place].end <= run.outer.start:
            place += 1
        if place == len(spans) or not spans[place].meets(run.outer):
            yield run


def _labels(text: str, paragraphs: Sequence[Span]) -> frozenset[str]:
    """Return the labels of a printed conversation: several, each more than once, names of the text or letters."""
    found = Counter(
        label["label"] for paragraph in paragraphs if (label := _LABEL.match(text, paragraph.start, paragraph.end))
    )
    often = [label for label, times in found.items() if times >= _OFTEN]
    if len(found) > _MOST_LABELS:
        return frozenset()
    return frozenset(label for label in often if label in ANSWERS | _QUESTIONS or _is_named(text, label, found[label]))


def _is_named(text: str, label: str, times: int) -> bool:
    """Return whether a label is a name that the text prints elsewhere too: no heading such as "Weather:"."""
    family = label.split()[-1]
    names = re.findall(rf"\b{re.escape(family)}\b", text, re.IGNORECASE)
    return len(names) > times and len(family) > 2 and reporting_class(family) is Reporting.NONE


def _run(text: str, span: Span) -> Quoted | None:
    """Return a run of words without marks; None for a few."""
    words = span.cut(text).rstrip()
    span = Span(span.start, span.start + len(words))
    return Quoted(span, span, mark="") if len(_WORD.findall(words[:400])) >= _FEWEST_WORDS else None


def _answer(text: str, paragraph: Span, labels: frozenset[str], openings: set[int]) -> SetApart | None:
    """Return what follows a speaker's label; a question's letter names nobody."""
    label = _LABEL.match(text, paragraph.start, paragraph.end)
    if label is None or label["label"] not in labels - _QUESTIONS or label.end() in openings:
        return None
    run = _run(text, Span(label.end(), paragraph.end))
    mention = Span(label.start("label"), label.end("label"))
    return SetApart(run, mention, mention) if run is not None else None


def _post(text: str, paragraph: Span, following: Span | None) -> SetApart | None:
    """Return a paragraph that the next one signs with a handle."""
    signed = _SIGNATURE.match(text, following.start, following.end) if following is not None else None
    run = _run(text, paragraph) if signed is not None and not MARK.match(text, paragraph.start) else None
    if run is None or signed is None:
        return None
    return SetApart(run, Span(signed.start("name"), signed.end("name")), Span(signed.start(), signed.start() + 1))


def _block(text: str, before: Span, paragraph: Span) -> SetApart | None:
    """Return a paragraph without marks that a verb of speech and a colon lead to: "In their letter they write:"."""
    lead = before.cut(text)[-60:]
    if not lead.endswith(":") or MARK.search(text, paragraph.start, paragraph.end) or "\n" in paragraph.cut(text):
        return None
    last = _WORD.findall(lead)[-1:]
    plain = _BULLET.match(text, paragraph.start) is None and paragraph.cut(text)[-1:] in ".!?…"
    if not last or not plain or not _SAYS.fullmatch(last[0]):
        return None
    run = _run(text, paragraph)
    return SetApart(run, None, sure=False) if run is not None else None
