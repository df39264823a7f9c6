"""One search for a quotation in a record: both sides as characters, and what the words weigh."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from verifier.align.likeness import CONTENT_WEIGHT, weight_of
from verifier.align.pairing import Pair, Texts
from verifier.align.parts import QuotedWords
from verifier.align.record import RecordWords
from verifier.model.policy import Policy

_OTHER_WORD = "\uffff"  # a record word that the quotation does not hold
_OTHER_SPEAKER = "\ufffe"
_FIRST_CHARACTER = 0x10000


@dataclass(slots=True)
class Search:
    """One search: both sides as characters, and what words weigh."""

    quoted: QuotedWords
    record: RecordWords
    lang: str
    policy: Policy
    needle: str = ""
    hay: str = ""
    weights: list[float] = field(default_factory=list)
    _content: list[int] | None = None

    def __post_init__(self) -> None:
        letters: dict[str, str] = {}
        for word in self.quoted.words:
            letters.setdefault(word, chr(_FIRST_CHARACTER + len(letters)))
        self.needle = "".join([letters[word] for word in self.quoted.words])
        get = letters.get
        self.hay = "".join([get(word, _OTHER_WORD) for word in self.record.words])
        self.weights = [weight_of(word, self.lang) for word in self.quoted.words]

    @property
    def texts(self) -> Texts:
        """Return the words of both sides."""
        return Texts(self.quoted.words, self.record.words, self.lang)

    def content_places(self) -> list[int]:
        """Return the numbers of the record's content words; they are looked for once."""
        if self._content is None:
            words, lang = self.record.words, self.lang
            heavy = {word for word in set(words) if weight_of(word, lang) >= CONTENT_WEIGHT}
            self._content = [i for i, word in enumerate(words) if word in heavy]
        return self._content

    def keep_speaker(self, index: int) -> None:
        """Hide the words of other speakers than that of record word *index*; unnamed turns stay."""
        speaker = self.record.speaker(index)
        if speaker is None or len(self.record.turns) < 2:
            return
        foreign = [placed.turn.speaker not in (None, speaker) for placed in self.record.turns]
        if any(foreign):
            homes = self.record.homes
            self.hay = "".join(
                [_OTHER_SPEAKER if foreign[homes[i]] else character for i, character in enumerate(self.hay)]
            )

    def weight(self, first: int, last: int) -> float:
        """Return what quoted words *first* to *last* (half-open) weigh."""
        return sum(self.weights[first:last])

    def share(self, pairs: Sequence[Pair], first: int, last: int) -> float:
        """Return the matched share of the weight of quoted words *first* to *last*."""
        whole = self.weight(first, last)
        return sum(self.weights[pair.quoted] for pair in pairs if pair.equal) / whole if whole else 0.0
