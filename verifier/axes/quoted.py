"""Words that a speaker quotes inside a turn: between marks, or between "quote" and "unquote"; and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verifier.axes.pieces import Piece
from verifier.axes.sayers import Readers, Sayer, sayer_after, sayer_before
from verifier.extract.quotations import find_quotations
from verifier.model.text import Span
from verifier.text.marks import marks_of

_SIGN = re.compile(r"[“”\"„«»]|\bquote\b|\bzitiere\b|\bZitat\b|\bje cite\b", re.IGNORECASE)
_WINDOW = 3_000  # characters of a turn looked at on either side of the words
_BRACKET = 300  # characters before and after the words in which a bracket around them opens and closes
_CLOSED = re.compile(r"[)\]]")
# "Zuruf von der Abg. Lena Brandt"
_INTERJECTION = re.compile(
    r"^(?:(?:weiterer?|erneuter?)\s+)?(?:Zurufe?|Gegenrufe?|Interruptions?)\s+(?:von|des|der|de)\s+(?:de[rs]\s+)?(?:Abg\.\s+)?",
    re.IGNORECASE,
)
_SPEAKING = re.compile(
    r"(?<!\bas )\b(?:used to say|said|says|say|told (?:me|us|them|him|her|you)|wrote|writes|put it|sagte|sagt|schrieb"
    r"|pflegte zu sagen|disait|dit|écrivait)\s*[,:]\s*$"
)
# "as you have heard us say," goes on in the speaker's own words.
_ASIDE = re.compile(
    r"\b(?:as|wie|comme)\s+(?:(?:(?:I|you|we|he|she|they)(?:[’'](?:ve|ll|d|s))?|have|has|had|heard|me|us|him|her|them"
    r"|often|always|just|already|also|would|will|like to|used to)\s+){1,6}\w+\s*[,:]\s*$",
    re.IGNORECASE,
)
_LEAST = 15  # characters between marks; fewer are a scare quote or a title
_OWN_WORDS = 2  # words of the speaker's own that matched words may have besides the quoted ones
_WHOLE = 0.9  # of its turn: a transcript that sets every speech between marks quotes nobody
_JOINED = 25  # characters between two marked runs of one quotation: "…” — he said — “…"
_SPOKEN = re.compile(
    r"\b(?:(?:and\s+)?I\s+)?quote\b(?!\s*,?\s*unquote)\s*[,:;—–-]+\s*(?P<en>[^“\"„«\n]{15,1500}?)"
    r"[\s,.;:—–-]*\b(?:unquote|end (?:of )?quote|close quote|end of quotation)\b"
    r"|\b(?:ich zitiere|Zitat)\b\s*[,:;—–-]+\s*(?P<de>[^“\"„«\n]{15,1500}?)"
    r"[\s,.;:—–-]*\b(?:Zitat ?ende|Ende des Zitats)\b"
    r"|\bje cite\b\s*[,:;—–-]+\s*(?P<fr>[^“\"„«\n]{15,1500}?)[\s,.;:—–-]*\bfin de (?:la )?citation\b",
    re.IGNORECASE,
)
# Without an end the quoted words reach to the end of the sentence.
_BEGUN = re.compile(
    r"\b(?:and\s+I\s+quote|ich zitiere|et je cite)\b\s*[,:;—–-]+\s*([^“\"„«\n.!?]{15,600})", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Quoting:
    """Words that a turn quotes, as printed and shortened, and who they are said to be of."""

    words: str
    sayer: Sayer | None

    @property
    def who(self) -> str:
        """Whom the turn names, for readers; "somebody" where it names nobody."""
        if self.sayer is None or (self.sayer.person is None and " " not in self.sayer.printed):
            return "somebody"
        return self.sayer.person.name if self.sayer.person else f"“{self.sayer.printed}”"


def may_quote(piece: Piece) -> bool:
    """Return whether marks, or a word that stands for them, are near the matched words at all."""
    text, inside = piece.turn.turn.text, piece.inside
    return bool(_SIGN.search(text, max(0, inside.start - _WINDOW), min(len(text), inside.end + _WINDOW)))


def quoting_around(piece: Piece, lang: str, readers: Readers) -> Quoting | None:
    """Return the quoted words that the matched ones lie in, None where they are the speaker's own.

    Matched words that take in more than two of the speaker's own beside the quoted ones are the
    speaker's sentence, and so are words that the speaker quotes from himself ("as I said").
    """
    text, inside = _window(piece)
    for run in _runs(text, lang):
        if run.meets(inside) and not _is_whole(text, run) and _outside(text, run, inside) <= _OWN_WORDS:
            sayer = _sayer(text, run, readers)
            if sayer is not None and sayer.own:
                return None
            words = " ".join(run.cut(text).split())
            return Quoting(words if len(words) <= 60 else f"{words[:59]}…", sayer)
    return None


def heckler_of(piece: Piece) -> str | None:
    """Return whom a bracket inside the turn names for the matched words: "(Zuruf von der AfD: …)"; None outside one."""
    text, inside = piece.turn.turn.text, piece.inside
    before = text[max(0, inside.start - _BRACKET) : inside.start]
    label, colon, _ = before[_open_bracket(before) + 1 :].rpartition(":")
    if not colon or not _CLOSED.search(text, inside.end, inside.end + _BRACKET):
        return None
    return _INTERJECTION.sub("", re.split(r"[–—]", label)[-1].strip())


def _open_bracket(before: str) -> int:
    """Return the place of the last bracket of *before* that is still open, its length where none is."""
    closed = 0
    for place in range(len(before) - 1, -1, -1):
        if before[place] in ")]":
            closed += 1
        elif before[place] in "([":
            if not closed:
                return place
            closed -= 1
    return len(before)


def unmarked_before(piece: Piece, readers: Readers) -> Sayer | None:
    """Return who the words are of in a turn that prints no marks at all: "She used to say, a harbour without …".

    Not after "as she said," which goes on in the speaker's own words, and not after "that".
    """
    text, inside = piece.turn.turn.text, piece.inside
    lead = text[max(0, inside.start - _BRACKET) : inside.start]
    if _SIGN.search(text) or not _SPEAKING.search(lead) or _ASIDE.search(lead):
        return None
    return sayer_before(lead, readers, marked=False)


def named_before(piece: Piece, readers: Readers) -> Sayer | None:
    """Return who the turn says, without any marks, that the matched words are of: "the President said that …"."""
    text, inside = _window(piece)
    return sayer_before(text[: inside.start], readers, marked=False)


def _window(piece: Piece) -> tuple[str, Span]:
    """Return the turn's text around the matched words, from whole lines where they are short, and the words' place."""
    text, inside = piece.turn.turn.text, piece.inside
    start = max(0, inside.start - _WINDOW)
    if start:
        start = max(text.find(" ", start), 0)
    end = min(len(text), inside.end + _WINDOW)
    return text[start:end], inside.shift(-start)


def _runs(text: str, lang: str) -> Iterator[Span]:
    """Yield the quoted stretches of a turn; runs that only a short "he said" parts are one."""
    joined: list[Span] = []
    for quoted in find_quotations(text, marks_of(lang)):
        if (
            joined
            and quoted.span.start - joined[-1].end <= _JOINED
            and "." not in text[joined[-1].end : quoted.span.start]
        ):
            joined[-1] = Span(joined[-1].start, quoted.span.end)
        else:
            joined.append(quoted.span)
    yield from (run for run in joined if run.end - run.start >= _LEAST)
    for found in _SPOKEN.finditer(text):
        yield Span(*found.span(found.lastgroup or 0))
    for found in _BEGUN.finditer(text):
        yield Span(*found.span(1))


def _is_whole(text: str, run: Span) -> bool:
    led = any(character.isalnum() for character in text[: run.start][-200:])
    return not led and run.end - run.start >= _WHOLE * len(text.strip())


def _outside(text: str, run: Span, inside: Span) -> int:
    """Return how many of the matched words stand outside the quoted run."""
    before = text[inside.start : max(inside.start, run.start)]
    after = text[min(inside.end, run.end) : inside.end]
    return len(re.findall(r"\w+", before)) + len(re.findall(r"\w+", after))


def _sayer(text: str, run: Span, readers: Readers) -> Sayer | None:
    """Return who the words are said to be of: by what leads to them, else by what follows."""
    lead = text[: run.start].rstrip().rstrip("“\"„«‚‘'").rstrip()
    lead = re.sub(r"\bquote\b[\s,:;—–-]*$", "", lead, flags=re.IGNORECASE)
    led = sayer_before(f"{lead} ", readers, marked=True)
    if led is not None and (led.person or led.own or led.addressed):
        return led
    return sayer_after(text[run.end : run.end + 200], readers) or led
