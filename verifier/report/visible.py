"""Printed words made safe to show: control characters become visible, links stay links."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# Controls, line and paragraph separators, bidi and zero-width characters, lone surrogates, tags: what
# could move a cursor, hide words or turn them round. Line feed and tab are kept for whoever lays out.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
    # Joiners belong to Persian and to emoji, but not inside Latin words.
    "|(?<=[A-Za-z0-9])[\u200c\u200d]"
)
_SPACES = re.compile(r"\s+")


def visible(text: str) -> str:
    r"""Return *text* with every hidden character as its number: ESC as ``\x1b``, a bidi override as ``\u202e``."""
    return _HIDDEN.sub(_escape, text.replace("\r\n", "\n"))


def _escape(found: re.Match[str]) -> str:
    number = ord(found.group())
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def one_line(text: str) -> str:
    """Return *text* visible and on one line."""
    return _SPACES.sub(" ", visible(text)).strip()


def shortened(text: str, width: int) -> str:
    """Return *text* visible, on one line, cut at a word to at most *width* characters."""
    line = one_line(text)
    if len(line) <= width:
        return line
    space = line.rfind(" ", width // 2, width)
    return f"{line[: space if space > 0 else width - 1]}…"


def web_link(url: str | None) -> str | None:
    """Return *url* where it is a plain http or https address, else None: nothing else becomes a link."""
    if not url or _HIDDEN.search(url) or _SPACES.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in {"http", "https"} and parts.netloc else None
