"""Paragraphs made ready for reading: set-off quotations masked, the rest cut into sentences.

A whole utterance between marks says nothing about the sentence around it and misleads a parser; it
is replaced by a short clause, so that what is parsed is the article's own sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from verifier.extract.boilerplate import dateline
from verifier.extract.quotations import Quoted
from verifier.extract.tokens import UNQUOTED
from verifier.extract.verbs import Reporting, reporting_class
from verifier.model.text import Span

_PLACEHOLDERS = {"fr": "C’est ainsi", "de": "Es ist so"}
_PLACEHOLDER = "It is so"  # in English, and in languages that no parser reads
_FRAGMENT_WORDS = 12  # a longer run after a word of the article's is an utterance all the same
_STOPS = frozenset("?!.…—–-")
# Words that need what follows them: what is marked after them is part of the sentence.
_GOVERNING = frozenset(
    """that a an the of his her their its our my on in at for from with by to about into as and or but is was are were
    be been 's ’s s show program film book song called titled entitled dubbed named than le la les un une des du de à
    au aux que qu’ qu' d’ d' l’ l' et ou der die das den dem ein eine einen einem einer dass und oder als von
    zu""".split()
)
_KEPT_WORDS = 30  # a longer fragment is cut: its head is enough to see how it hangs in the sentence
LONGEST = 2_000  # characters; a longer run without a full stop is no sentence
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr sen sens rep reps gov govs gen col lt sgt capt maj adm cmdr prof rev hon st ste jr sr inc corp co
    ltd vs etc no jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n d.c p.m a.m e.g i.e ft mt vol fig al
    m mme mlle hr fr bzw ca z.b d.h""".split()
)
_BOUNDARY = re.compile(r"(?<![.!?…])([.!?…]+)([\"”’'»“)\]]*)\s+(?=[\"“„‘'«(\[—–-]*[^\W_a-zß-öø-ÿ])")
_SOURCE = re.compile(r"\([^\W\d_a-z][^()\n]{2,60}\)\.?(?=\s|$)")  # “…” (Harbour Times)
_SENTENCE_OPENERS = frozenset(
    "the a an he she it they we i in on at but and this that these those his her its their for as when if there".split()
)
_WORD = re.compile(r"[^\W\d_][\w.’'-]*")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or several that one quotation joins, with the numbers of its quotations."""

    number: int
    span: Span
    quotations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a frame's text and what it stands for; ``exact`` pieces are copied letter by letter."""

    start: int
    end: int
    article: Span
    quotation: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence as it is parsed, with the way back to the article."""

    block: int
    text: str
    pieces: tuple[Piece, ...]
    span: Span  # in the article

    def back(self, start: int, end: int) -> tuple[Span, int]:
        """Return the article's range for a range of the frame's text, and the quotation it lies in."""
        place = max(0, bisect_right([piece.start for piece in self.pieces], start) - 1)
        piece = self.pieces[place]
        if not piece.exact:
            return piece.article, piece.quotation
        shift = piece.article.start - piece.start
        return Span(start + shift, max(start + shift, end + shift)), piece.quotation


def blocks_of(paragraphs: Sequence[Span], quoted: Sequence[Quoted]) -> tuple[Block, ...]:
    """Return the paragraphs with their quotations, those that one quotation runs through as one block."""
    blocks: list[Block] = []
    place = 0
    for paragraph in paragraphs:
        if blocks and paragraph.end <= blocks[-1].span.end:
            continue
        end, inside = paragraph.end, []
        if blocks and paragraph.start < blocks[-1].span.end:
            last = blocks.pop()
            paragraph, inside = Span(last.span.start, paragraph.end), list(last.quotations)
        while place < len(quoted) and quoted[place].outer.start < end:
            inside.append(place)
            end = max(end, quoted[place].outer.end)
            place += 1
        blocks.append(Block(len(blocks), Span(paragraph.start, end), tuple(inside)))
    return tuple(blocks)


def set_off(text: str, quoted: Quoted) -> bool:
    """Return whether the marks hold a whole utterance rather than words of the article's own sentence."""
    words = quoted.span.cut(text)
    before = text[max(0, quoted.outer.start - 24) : quoted.outer.start].rstrip()
    inner = text[quoted.span.end : quoted.outer.end]
    after = text[quoted.outer.end : quoted.outer.end + 2].lstrip()[:1]
    first = next((character for character in words if character.isalnum()), "")
    long = words.count(" ") > _FRAGMENT_WORDS
    introduced = before == "" or not (before[-1].isalnum() or before[-1] in "’'%)")
    if not introduced:
        word = before.split()[-1].strip("(“\"'").lower()
        if word in _GOVERNING or (not long and reporting_class(word) is not Reporting.SPEECH):
            return False
    # French, German and British news set the comma outside the marks.
    stopped = words[-1:] in _STOPS or inner[:1] == "," or after == ","
    if first.islower():
        return before[-1:] == ":" or (stopped and words.count(" ") > 4 and before[-1:] in {",", ".", ""})
    return stopped or (introduced and words.count(" ") > 2)


def _stop_of(text: str, quoted: Quoted) -> str:
    """Return the sign that ends a set-off quotation, as the frame shows it."""
    last = text[quoted.span.end : quoted.outer.end][:1]
    if last == ",":
        return last
    last = quoted.span.cut(text)[-1:]
    return last if last in ".?!" else ""


def _stand_in(text: str, quoted: Quoted, lang: str) -> list[tuple[str, Span, bool]]:
    """Return what the frame shows for a quotation: (words, article's range, copied or not)."""
    if set_off(text, quoted):
        words = _PLACEHOLDERS.get(lang, _PLACEHOLDER)
        return [(f"“{words}{_stop_of(text, quoted)}”", quoted.outer, False)]
    words = quoted.span.cut(text)
    if quoted.paragraphs > 1 or len(words) > 12 * _KEPT_WORDS or words.count(" ") > _KEPT_WORDS:
        head = re.match(r"(?:\S+\s+){0,11}\S{1,40}", words)
        cut = quoted.span.start + (head.end() if head else 0)
        return [
            (text[quoted.outer.start : cut], Span(quoted.outer.start, cut), True),
            ("”", Span(quoted.span.end, quoted.outer.end), False),
        ]
    return [(quoted.outer.cut(text), quoted.outer, True)]


def _pieces(text: str, block: Block, quoted: Sequence[Quoted], lang: str) -> tuple[str, tuple[Piece, ...]]:
    """Return the block's text with its quotations masked, and its pieces."""
    shown: list[str] = []
    pieces: list[Piece] = []
    length, at = 0, block.span.start

    def add(words: str, article: Span, quotation: int, exact: bool) -> None:
        nonlocal length
        if words:
            shown.append(words)
            pieces.append(Piece(length, length + len(words), article, quotation, exact))
            length += len(words)

    for number in block.quotations:
        outer = quoted[number].outer
        add(text[at : outer.start], Span(at, outer.start), UNQUOTED, True)
        for words, article, exact in _stand_in(text, quoted[number], lang):
            add(words, article, number, exact)
        at = outer.end
        if text[at : at + 1].isalnum():  # “…,”Clinton said
            add(" ", Span(at, at), UNQUOTED, False)
    add(text[at : block.span.end], Span(at, block.span.end), UNQUOTED, True)
    return "".join(shown), tuple(pieces)


def _cue_follows(text: str, at: int) -> bool:
    """Return whether the words after a quotation's "?" or "!" attribute it, and so go on with its sentence."""
    words = [found.group().rstrip(".") for found in _WORD.finditer(text, at, at + 80)][:6]
    for place, word in enumerate(words):
        if reporting_class(word) is Reporting.SPEECH:
            return place > 0 or not word[:1].isupper()
        if word.islower() and word not in {"the", "a", "an", "of", "de", "von", "van", "spokesman", "spokeswoman"}:
            return False
    return False


def _ends_sentence(text: str, found: re.Match[str], floor: int, lang: str) -> bool:
    """Return whether a stop with white space and a capital after it ends the sentence."""
    stop, marks = found.group(1), found.group(2)
    if marks and _SOURCE.match(text, found.end()):
        return False
    if marks and stop[-1] != ".":
        return not _cue_follows(text, found.end())
    if stop != "." or marks:
        return True
    before = text[max(floor, found.start() - 14) : found.start()].split()
    word = before[-1].lstrip("(“\"'‘") if before else ""
    if lang == "de" and word.isdigit() and len(word) <= 2:
        return False  # "am 14. November"
    following = _WORD.match(text, found.end())
    opener = following is not None and following.group().lower() in _SENTENCE_OPENERS
    if word.lower() in _ABBREVIATIONS or (word.count(".") and word.replace(".", "").isalpha() and len(word) < 6):
        return opener and word.lower() not in {"mr", "mrs", "ms", "dr", "sen", "rep", "gov", "gen"}
    return not (len(word) == 1 and word.isupper() and not opener)


def sentence_spans(text: str, lang: str = "en") -> list[Span]:
    """Return the sentences of a frame's text, trimmed, in order."""
    spans: list[Span] = []
    start = 0
    for found in _BOUNDARY.finditer(text):
        if _ends_sentence(text, found, start, lang):
            spans.append(Span(start, found.end(2)))
            start = found.end()
    if text[start:].strip():
        spans.append(Span(start, start + len(text[start:].rstrip())))
    return [part for span in spans for part in _of_bounded_length(text, span)]


def _of_bounded_length(text: str, span: Span) -> list[Span]:
    """Return the span, or the parts of one that is too long to be a sentence, cut at white space."""
    parts: list[Span] = []
    start = span.start
    while span.end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = space if space > 0 else start + LONGEST
        parts.append(Span(start, cut))
        start = cut
    parts.append(Span(start, span.end))
    return [part for part in parts if part.cut(text).strip()]


def frames_of(text: str, block: Block, quoted: Sequence[Quoted], lang: str = "en") -> list[Frame]:
    """Return the sentences of one block as they are parsed."""
    shown, pieces = _pieces(text, block, quoted, lang)
    ends = [piece.end for piece in pieces]
    frames = []
    sentences = sentence_spans(shown, lang)
    # French sentences name who speaks behind the verb; no town at their head is taken for them.
    for span in sentences if lang == "fr" else _past_dateline(shown, sentences):
        first = bisect_right(ends, span.start)
        last = bisect_left(ends, span.end, first) + 1
        inside = tuple(_clip(piece, span) for piece in pieces[first:last] if piece.start < span.end)
        article = Span(inside[0].article.start, inside[-1].article.end)
        frames.append(Frame(block.number, span.cut(shown), inside, article))
    return frames


def _past_dateline(shown: str, spans: list[Span]) -> list[Span]:
    """Return the sentences without a dateline before the first: a town is nobody who speaks."""
    line = dateline(shown[: spans[0].end]) if spans and spans[0].start == 0 else None
    return [Span(line.end, spans[0].end), *spans[1:]] if line else spans


def _clip(piece: Piece, span: Span) -> Piece:
    """Return the part of *piece* inside *span*, in offsets from the span's start."""
    start, end = max(piece.start, span.start), min(piece.end, span.end)
    article = piece.article
    if piece.exact:
        shift = piece.article.start - piece.start
        article = Span(start + shift, end + shift)
    return Piece(start - span.start, end - span.start, article, piece.quotation, piece.exact)
