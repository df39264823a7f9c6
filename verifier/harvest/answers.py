"""What an answer amounts to: its status, its headers and where it ended, as an outcome."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

_RETRYABLE = frozenset({408, 425, 429, 500, 502, 503, 504})
_WALL_HEADERS = (("cf-mitigated", "challenge"), ("x-amzn-waf-action", ""), ("x-datadome", ""))
# Only ever used to name a refusal more exactly; a wall that is not listed stays an http_error.
_WALL_BODY = re.compile(
    rb"just a moment|attention required|cf-chl|access denied|sec-if-cpt-container|bot_mitigation_cookie|captcha"
    rb"|checking your browser|are you a (?:robot|human)|pardon our interruption|ddos-guard|incapsula|datadome",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"/(?:log-?in|sign-?in|auth|sso|account|consent|subscribe|register|captcha)(?:[/.?]|$)", re.IGNORECASE
)
_HTML_START = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_SECONDS = re.compile(r"\d{1,9}")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an answer is no page."""

    outcome: str
    reason: str
    retryable: bool = False


def refusal_of_status(status: int, headers: Mapping[str, str], body: bytes) -> Refusal | None:
    """Return why an answer of this status is no page, or None for one that may be.

    *body* may be the beginning of the body; it only tells a wall from other refusals. An unasked 206
    or 304 is no page, and a wall sent as 404 does not make the page gone.
    """
    walled = _is_wall(headers, body)
    if status in {200, 203} and not any(_header_says(headers, *sign) for sign in _WALL_HEADERS):
        return None
    if status == 429:
        return Refusal("rate_limited", "asked too often (429)", retryable=True)
    if status in {401, 402, 407} or walled:
        return Refusal("wall", f"a wall stands before the page ({status})")
    if status in {404, 410}:
        return Refusal("gone", f"there is no such page ({status})")
    if status in {204, 205}:
        return Refusal("empty", f"an answer without a page ({status})")
    if status == 206:
        return Refusal("cut", "only a part of the page was sent (206)", retryable=True)
    return Refusal("http_error", f"the server answered {status}", retryable=status in _RETRYABLE)


def _header_says(headers: Mapping[str, str], name: str, value: str) -> bool:
    """Return whether header *name* is there and holds *value*."""
    return name in headers and value in headers[name].lower()


def _is_wall(headers: Mapping[str, str], body: bytes) -> bool:
    """Return whether a refusal is a bot wall's, by header or by its first words."""
    return any(_header_says(headers, *sign) for sign in _WALL_HEADERS) or bool(_WALL_BODY.search(body[:65_536]))


def refusal_of_end(asked: str, final: str) -> Refusal | None:
    """Return why the page where redirects ended is not the one asked for, or None."""
    if asked == final:
        return None
    before, after = urlsplit(asked).path, urlsplit(final).path
    if _LOGIN.search(after) and not _LOGIN.search(before):
        return Refusal("wall", f"redirected to a log-in or consent page ({after[:60]})")
    if after in {"", "/"} and before not in {"", "/"}:
        return Refusal("soft_404", "redirected to the site's front page")
    return None


def seconds_to_wait(retry_after: str | None, now: datetime) -> float | None:
    """Return the seconds that a Retry-After header asks for (a number or a date), or None if it is nonsense."""
    value = (retry_after or "").strip()
    if _SECONDS.fullmatch(value):
        return float(value)
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (when - now).total_seconds())


def ends_as_it_should(body: bytes) -> bool:
    """Return whether a body whose length nobody stated shows its own end.

    HTML ends with </html>, XML with the end of its first element, JSON with a bracket, PDF with
    %%EOF; plain text shows none.
    """
    head, tail = body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n"), body[-2048:].rstrip()
    if head.startswith(b"%PDF-"):
        return b"%%EOF" in tail
    if _HTML_START.search(head):
        return b"</html" in tail.lower()
    if head.startswith(b"<"):
        root = re.search(rb"<([A-Za-z][\w:.-]{0,100})", head)
        return root is not None and tail.endswith(b"</" + root.group(1) + b">")
    return head[:1] in {b"{", b"["} and tail[-1:] in {b"}", b"]"}
