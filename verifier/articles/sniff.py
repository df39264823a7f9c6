"""What bytes are, decided by the bytes themselves; a name or a declared type only breaks ties."""

from __future__ import annotations

import re
from enum import StrEnum


class Kind(StrEnum):
    """What a file is; the value is how readers are told."""

    TEXT = "plain text"
    HTML = "an HTML page"
    FEED = "a feed"
    XML = "an XML document"
    JSON = "JSON data"
    WEBVTT = "WebVTT captions"
    PDF = "a PDF file"
    WORD = "a Word document"
    OLD_WORD = "an old binary Office file"
    RTF = "a rich text (RTF) file"
    ZIP = "a ZIP archive"
    GZIP = "a gzip archive"
    IMAGE = "an image"
    MEDIA = "a sound or video file"
    DATABASE = "an SQLite database"
    BINARY = "a binary file"
    EMPTY = "empty"


_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", Kind.PDF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLD_WORD),
    (b"{\\rtf", Kind.RTF),
    (b"\x1f\x8b", Kind.GZIP),
    (b"BZh", Kind.GZIP),
    (b"\xfd7zXZ\x00", Kind.GZIP),
    (b"\x28\xb5\x2f\xfd", Kind.GZIP),
    (b"7z\xbc\xaf\x27\x1c", Kind.ZIP),
    (b"Rar!\x1a\x07", Kind.ZIP),
    (b"\x89PNG\r\n", Kind.IMAGE),
    (b"\xff\xd8\xff", Kind.IMAGE),
    (b"GIF8", Kind.IMAGE),
    (b"II*\x00", Kind.IMAGE),
    (b"MM\x00*", Kind.IMAGE),
    (b"RIFF", Kind.MEDIA),
    (b"ID3", Kind.MEDIA),
    (b"OggS", Kind.MEDIA),
    (b"\x1aE\xdf\xa3", Kind.MEDIA),
    (b"SQLite format 3\x00", Kind.DATABASE),
)
_SAMPLE = 4096  # bytes looked at
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
# A tag that only markup has; an opening "<" alone may be mathematics or an e-mail address.
_HTML_TAG = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|span|p|h[1-6]|br|table|ul|ol|a\s|script|style)\b",
    re.IGNORECASE,
)
_FEED_TAG = re.compile(rb"<(?:rss|rdf:RDF|feed)[\s>]")
_ANY_TAG = re.compile(rb"<[a-zA-Z!/][^<>]{0,500}>")


def wide_charset(body: bytes) -> str | None:
    """Return "utf-16-le" or "utf-16-be" for two-byte text without a byte order mark, else None."""
    sample = body[:_SAMPLE]
    half = len(sample) // 2
    if half < 8:
        return None
    first, second = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if second > 0.4 and first < 0.05:
        return "utf-16-le"
    return "utf-16-be" if first > 0.4 and second < 0.05 else None


def _is_binary(sample: bytes) -> bool:
    """Return whether over a tenth of the bytes are control characters that no text has."""
    controls = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in sample)
    return controls > 0.1 * len(sample)


def _kind_of_zip(body: bytes) -> Kind:
    """Return whether a ZIP archive is a Word document, by the names in its directory."""
    return Kind.WORD if b"word/document.xml" in body else Kind.ZIP


def _kind_of_markup(head: bytes) -> Kind | None:
    """Return the kind of a text that begins like markup or JSON, or None."""
    if head.startswith(b"WEBVTT"):
        return Kind.WEBVTT
    if head.startswith(b"<"):
        if _FEED_TAG.search(head) and not re.search(rb"<html[\s>]", head, re.IGNORECASE):
            return Kind.FEED
        if _HTML_TAG.search(head):
            return Kind.HTML
        return Kind.XML if head.startswith(b"<?xml") else None
    if re.match(rb'(?:\{\s*(?:"|\})|\[\s*[\[{"\]])', head):
        return Kind.JSON
    return None


def kind_of(body: bytes, *, declared: str | None = None) -> Kind:
    """Return what *body* is; *declared*, a type or a file name, matters only for markup without a head.

    A text that does not begin with a tag is HTML only if it holds tags and was declared as HTML.
    """
    if not body.strip(b" \t\r\n\x00") or body.strip() in _BYTE_ORDER_MARKS:
        return Kind.EMPTY
    for magic, kind in _MAGIC:
        if body.startswith(magic):
            return Kind.IMAGE if body[8:12] == b"WEBP" else kind
    if body.startswith(b"PK\x03\x04") or body.startswith(b"PK\x05\x06"):
        return _kind_of_zip(body)
    if body[4:8] == b"ftyp":
        return Kind.MEDIA
    sample = body[:_SAMPLE]
    wide = "utf-16" if body.startswith((b"\xff\xfe", b"\xfe\xff")) else wide_charset(body)
    if wide:
        sample = sample[: len(sample) // 2 * 2].decode(wide, "replace").encode("utf-8", "replace")
    elif _is_binary(sample):
        return Kind.BINARY
    head = sample.removeprefix(b"\xef\xbb\xbf").lstrip()
    looks = _kind_of_markup(head)
    if looks is None and "htm" in (declared or "").lower() and _ANY_TAG.search(body):
        return Kind.HTML
    return looks or Kind.TEXT
