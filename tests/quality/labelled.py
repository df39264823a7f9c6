"""The articles of the quality gate and what a careful reader marked in each: see LABELS.md for the rules."""

from __future__ import annotations

import hashlib
import html
import re
import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from verifier.articles.read import read_article
from verifier.model.article import Article
from verifier.model.page import Page

HERE = Path(__file__).parent
ARTICLES = HERE / "articles"
FLOORS = HERE / "floors.toml"
DIGEST = HERE / "digest.txt"
OPEN = "?"  # the reader leaves the answer open: it is not scored
_RETRIEVED = datetime(2025, 12, 1, tzinfo=UTC)
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class QuotationLabel:
    """One quotation as the reader sees it; "" is nobody or no day, OPEN is not scored."""

    statement: int  # quotations of one number are one statement
    text: str  # as printed, without marks and without a comma or full stop of the article's
    speaker: str
    mention: str
    form: str  # direct, mixed
    date: str  # an ISO day, or start/end
    also: tuple[str, ...] = ()  # other names that are right for the speaker
    relayed_by: str = ""
    contradicted: bool = False
    occurrence: int = 1  # which one after the quotation before, where the words stand several times


@dataclass(frozen=True, slots=True)
class IndirectLabel:
    """Speech reported without marks: a few of its words, and who spoke."""

    speaker: str
    words: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Labelled:
    """One article of the gate with its labels."""

    path: Path
    lang: str
    published: date
    kind: str
    quotations: tuple[QuotationLabel, ...]
    indirect: tuple[IndirectLabel, ...]
    never: tuple[str, ...]  # marked words that are no speech: scare quotes, titles, repeated pull quotes
    optional: tuple[str, ...]  # marked words that may or may not be taken: headlines, questions, proverbs

    @property
    def slug(self) -> str:
        """The file's name without its ending."""
        return self.path.stem

    def printed(self) -> str:
        """Return what a reader sees, as stored; of a page its text with spaces folded, read without our own reader."""
        text = self.path.read_text(encoding="utf-8")
        return text if self.path.suffix == ".txt" else " ".join(html.unescape(_TAG.sub(" ", text)).split())

    def read(self) -> Article:
        """Return the article as the program reads it; a page must tell its own day."""
        page = Page(self.path.read_bytes(), _RETRIEVED, name=self.path.name)
        return read_article(page, published=self.published if self.path.suffix == ".txt" else None)


def _label(kind: type[Any], row: dict[str, Any]) -> Any:
    """Return one row as a label; TypeError names a key that is unknown or missing."""
    return kind(**{key: tuple(value) if isinstance(value, list) else value for key, value in row.items()})


def load(path: Path) -> Labelled:
    """Return the article whose labels stand in *path*; a key that is left over raises."""
    row = tomllib.loads(path.read_text(encoding="utf-8"))
    text = path.with_suffix(".txt")
    found = Labelled(
        path=text if text.exists() else path.with_suffix(".html"),
        lang=row.pop("lang"),
        published=row.pop("published"),
        kind=row.pop("kind"),
        quotations=tuple(_label(QuotationLabel, one) for one in row.pop("quotation")),
        indirect=tuple(_label(IndirectLabel, one) for one in row.pop("indirect", [])),
        never=tuple(row.pop("never", [])),
        optional=tuple(row.pop("optional", [])),
    )
    if row:
        raise ValueError(f"{path.name}: unknown keys {sorted(row)}")
    return found


def load_all() -> tuple[Labelled, ...]:
    """Return every article of the gate, by name."""
    return tuple(load(path) for path in sorted(ARTICLES.glob("*.toml")))


def digest() -> str:
    """Return the SHA-256 over the names and bytes of all articles, all labels and the floors."""
    found = hashlib.sha256()
    for path in (*sorted(ARTICLES.iterdir()), FLOORS):
        body = path.read_bytes()
        found.update(f"{path.name}\x1f{len(body)}\x1f".encode())
        found.update(body)
    return found.hexdigest()
