"""Words that a page prints twice: pull quotes, teasers, the same paragraph under two widths of a screen.

A sentence lifted out of the body for show is no second utterance; were it read as one, an article
would quote twice what it quotes once, the second time without speaker and day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from verifier.articles.boxes import is_set_off
from verifier.articles.parts import Part, words_of

PULL_QUOTE = "pull_quote_removed"
PARAGRAPH = "repeated_paragraph_removed"

_FEWEST = 6  # words of a line wholly between marks, or of a paragraph, that is taken for a repetition
_FEWEST_SET_OFF = 4  # where the markup sets it off as well
_GRAM = 4  # words
_POSTINGS = 32  # places remembered for one run of words
_LEVELS = 3  # elements around a block that may set it off
_NAME_LINE = 12  # words of a line under a pull quote that only names who said it
_OPENS = re.compile("^[\"“”„«»‘'‚‹›]")
_CLOSES = "\"”“»«’'‘‹›"
_ELLIPSIS = re.compile(r"\[?\(?(?:…|\.{3}|\. \. \.)\)?\]?")
_QUOTED = re.compile('[“„«]([^“”„«»]+)[”“»]|"([^"]+)"')
_TEASES = re.compile(r"(?:…|\.{3}|\[…\]|\[\.{3}\])\s*(?:(?:read|continue|lire|weiter|mehr)\b.{0,30})?$", re.IGNORECASE)


def _is_apart(part: Part) -> bool:
    """Return whether the markup sets a part off from the running text."""
    element = part.block.home
    for _ in range(_LEVELS):
        if is_set_off(element):
            return True
        element = element.getparent()
        if element is None or element.tag in {"article", "main", "body"}:
            return False
    return False


def _core(text: str, *, apart: bool) -> str | None:
    """Return the words that a line shows, without marks and the name under them; None if it tells something itself."""
    if _OPENS.match(text):
        end = max(text.rfind(mark, 1) for mark in _CLOSES)
        tail = text[end + 1 :].strip(" \n.,") if end > 0 else ""
        if (
            not tail
            or (re.match(r"[—–―-]", tail) and len(tail.split()) <= _NAME_LINE)
            or (apart and "\n" in text[end:])
        ):
            return text[1 : end if end > 0 else None]
    return re.split(r"\n|\s[—–―]\s", text)[0] if apart else None


@dataclass(frozen=True, slots=True)
class _Lifted:
    """A part that shows words which may stand elsewhere."""

    number: int
    pieces: tuple[tuple[str, ...], ...]  # its words, parted where it prints an ellipsis

    @property
    def size(self) -> int:
        """The number of its words."""
        return sum(map(len, self.pieces))

    @property
    def longest(self) -> tuple[str, ...]:
        """The piece by which it is looked up."""
        return max(self.pieces, key=len)


def _lifted(parts: Sequence[Part]) -> Iterator[_Lifted]:
    """Yield the parts that only show words: between marks and nothing else, or set off by the markup."""
    for number, part in enumerate(parts):
        apart = _is_apart(part)
        if not apart and (not _OPENS.match(part.block.text) or (number and parts[number - 1].block.text.endswith(":"))):
            continue
        core = _core(part.block.text, apart=apart)
        pieces = tuple(words for piece in _ELLIPSIS.split(core or "") if (words := words_of(piece)))
        lifted = _Lifted(number, pieces)
        if pieces and lifted.size >= (_FEWEST_SET_OFF if apart else _FEWEST) and len(lifted.longest) >= _GRAM:
            yield lifted


@dataclass(slots=True)
class _Index:
    """Where runs of four words stand: in the parts, and in what each of them quotes, read as one."""

    wanted: set[tuple[str, ...]]
    texts: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)  # number of the part, words
    held: dict[tuple[str, ...], list[tuple[int, int]]] = field(default_factory=dict)  # text, offset

    def add(self, number: int, words: tuple[str, ...]) -> None:
        """Take in one text of a part."""
        self.texts.append((number, words))
        for start in range(len(words) - _GRAM + 1):
            gram = words[start : start + _GRAM]
            if gram in self.wanted and len(places := self.held.setdefault(gram, [])) < _POSTINGS:
                places.append((len(self.texts) - 1, start))

    def holders(self, lifted: _Lifted) -> Iterator[int]:
        """Yield the numbers of other parts that hold all words of *lifted*."""
        longest = lifted.longest
        offset = min(
            range(len(longest) - _GRAM + 1), key=lambda start: len(self.held.get(longest[start : start + _GRAM], ()))
        )
        for text, start in self.held.get(longest[offset : offset + _GRAM], ()):
            number, words = self.texts[text]
            if number == lifted.number or words[max(0, start - offset) :][: len(longest)] != longest:
                continue
            whole = f" {' '.join(words)} "
            if all(f" {' '.join(piece)} " in whole for piece in lifted.pieces):
                yield number


def _indexed(parts: Sequence[Part], lifted: Sequence[_Lifted]) -> _Index:
    """Return the index of all parts for the runs of words that the lifted ones begin with."""
    wanted = {one.longest[start : start + _GRAM] for one in lifted for start in range(len(one.longest) - _GRAM + 1)}
    index = _Index(wanted)
    for number, part in enumerate(parts):
        index.add(number, part.words)
        quoted = [found.group(1) or found.group(2) for found in _QUOTED.finditer(part.block.text)]
        if len(quoted) > 1:  # the cue in the middle is not lifted with the words around it
            index.add(number, words_of(" ".join(quoted)))
    return index


def _pull_quotes(parts: Sequence[Part]) -> set[int]:
    """Return the numbers of the parts that repeat words of another part for show, and the name lines under them."""
    lifted = list(_lifted(parts))
    index = _indexed(parts, lifted)
    doomed: set[int] = set()
    for one in lifted:
        longer = (n for n in index.holders(one) if len(parts[n].words) > one.size or n < one.number)
        if next((n for n in longer if n not in doomed), None) is not None:
            doomed.add(one.number)
    return doomed | {number + 1 for number in doomed if _names_who(parts, number)}


def _names_who(parts: Sequence[Part], number: int) -> bool:
    """Return whether the part after a pull quote only names its speaker, inside the same set-off element."""
    if number + 1 >= len(parts) or len(parts[number + 1].words) > _NAME_LINE:
        return False
    quote, after = parts[number], parts[number + 1]
    if re.search(r"[.!?…”»\"]$", after.block.text) and not re.match(r"[—–―-]", after.block.text):
        return False
    return _is_apart(after) and after.block.home.getparent() in {quote.block.home, quote.block.home.getparent()}


def _repeated(parts: Sequence[Part]) -> set[int]:
    """Return the numbers of the paragraphs that stand earlier already, and of teasers cut off with an ellipsis."""
    first: dict[str, int] = {}
    heads: dict[tuple[str, ...], list[int]] = {}
    doomed = set()
    for number, part in enumerate(parts):
        if len(part.words) >= _FEWEST:
            if first.setdefault(part.key, number) != number:
                doomed.add(number)
            elif len(places := heads.setdefault(part.words[:_FEWEST], [])) < _POSTINGS:
                places.append(number)
    for number, part in enumerate(parts):
        teased = _TEASES.sub("", part.block.text)
        words = words_of(teased) if len(teased) < len(part.block.text) else ()
        longer = (parts[n].words for n in heads.get(words[:_FEWEST], ()) if n != number)
        if len(words) >= _FEWEST and any(len(one) > len(words) and one[: len(words)] == words for one in longer):
            doomed.add(number)
    return doomed


def without_repeats(parts: Sequence[Part]) -> tuple[list[Part], tuple[str, ...]]:
    """Return the parts without those that only repeat another, and a flag for each kind that was removed.

    What is removed is wholly repeated: its words stay in the article where it tells who said them.
    """
    again = _repeated(parts)
    once = [part for number, part in enumerate(parts) if number not in again]
    shown = _pull_quotes(once)
    kept = [part for number, part in enumerate(once) if number not in shown]
    return kept, ((PULL_QUOTE,) if shown else ()) + ((PARAGRAPH,) if again else ())
