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


@dataclass(frozen=True, slots=True)
class WallSigns:
    """How a source's walls look, beside the signs known of all: headers (name, value) and words in lower case."""

    headers: tuple[tuple[str, str], ...] = ()
    words: tuple[bytes, ...] = ()

    def in_headers(self, headers: Mapping[str, str]) -> bool:
        """Return whether a header says that a wall answered."""
        signs = (*_WALL_HEADERS, *self.headers)
        return any(name in headers and value in headers[name].lower() for name, value in signs)

    def in_body(self, body: bytes) -> bool:
        """Return whether the first 64 kB of a refusal are a wall's."""
        first = body[:65_536]
        return bool(_WALL_BODY.search(first)) or any(word in first.lower() for word in self.words)


def refusal_of_status(
    status: int, headers: Mapping[str, str], body: bytes, signs: WallSigns = WallSigns()
) -> Refusal | None:
    """Return why an answer of this status is no page, or None for one that may be.

    *body* may be the beginning of the body; it only tells a wall from other refusals. An unasked 206
    or 304 is no page, and a wall sent as 404 does not make the page gone.
    """
    if status in {200, 203} and _is_part(headers.get("content-range")):
        return Refusal("cut", "only a part of the page was sent, under status 200", retryable=True)
    if status in {200, 203} and not signs.in_headers(headers):
        return None
    walled = signs.in_headers(headers) or signs.in_body(body)
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


_PART = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18})")


def _is_part(content_range: str | None) -> bool:
    """Return whether a header says that less than the whole was sent."""
    told = _PART.fullmatch((content_range or "").strip())
    return told is not None and (int(told[1]) > 0 or int(told[2]) + 1 < int(told[3]))


# "/", "/en/", "/index.html", "/home.aspx"; "/404.html", "/errors/denied".
_FRONT = re.compile(
    r"/?(?:(?:de|en|es|fr|it|nl|pl|pt|ru|uk)(?:-[a-z]{2})?/?)?(?:(?:index|default|home|start)(?:\.\w{2,5})?/?)?",
    re.IGNORECASE,
)
# Of one page: "/print", "/amp", "/index.html".
_VARIANT = re.compile(
    r"(?:print(?:able|view)?|amp|transcript|full(?:text)?|text|view|all|index|default)(?:\.\w{2,5})?", re.IGNORECASE
)
_ERROR = re.compile(
    r"/(?:40[34]|410|50\d|errors?|not-?found|page-?not-?found|(?:access-?)?denied|forbidden)(?:[./]|$)", re.IGNORECASE
)


def refusal_of_end(asked: str, final: str) -> Refusal | None:
    """Return why the page where redirects ended is not the one asked for, or None."""
    if asked == final:
        return None
    before, after = urlsplit(asked).path, urlsplit(final).path
    login = _LOGIN.search(after)
    if login is not None and not before.startswith(after[: login.end()]):  # a page below /account/ may move there
        return Refusal("wall", f"redirected to a log-in or consent page ({after[:60]})")
    if _FRONT.fullmatch(after) and not _FRONT.fullmatch(before):
        return Refusal("soft_404", "redirected to the site's front page")
    if _ERROR.search(after) and not _ERROR.search(before):
        return Refusal("soft_404", f"redirected to an error page ({after[:60]})")
    above, below = after.rstrip("/") + "/", before.rstrip("/")
    if after.strip("/") and below.startswith(above) and not _VARIANT.fullmatch(below.removeprefix(above)):
        return Refusal("soft_404", f"redirected to the list above the page ({after[:60]})")
    return None


_RANGE = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(?:\d{1,18}|\*)")


def refusal_of_range(asked: tuple[int, int], content_range: str | None, length: int) -> Refusal | None:
    """Return why a 206 is not the part that was asked for (first and last byte), or None.

    A part that begins right and is shorter ends with the file.
    """
    sent = _RANGE.fullmatch((content_range or "").strip())
    if sent is None:
        return Refusal("http_error", "a part was sent that does not say which (206)")
    first, last = int(sent.group(1)), int(sent.group(2))
    if first != asked[0] or last > asked[1]:
        return Refusal("http_error", f"bytes {first}-{last} were sent, {asked[0]}-{asked[1]} asked for")
    if length != last - first + 1:
        return Refusal("cut", f"{length:,} bytes of {last - first + 1:,} were sent (206)", retryable=True)
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


def is_html_document(body: bytes) -> bool:
    """Return whether a body begins as a whole HTML document does, and so should end as one."""
    return _HTML_START.search(body[:1024]) is not None


def _closes_html(tail: bytes) -> bool:
    """Return whether a page's last bytes, in lower case, close its document: behind that only comments may stand."""
    rest = tail.rpartition(b"</html")[2].lstrip() if b"</html" in tail else b""
    if not rest.startswith(b">"):
        return False
    rest = rest[1:].strip()
    while rest.startswith(b"<!--") and b"-->" in rest:
        rest = rest.partition(b"-->")[2].strip()
    return not rest


def ends_as_it_should(body: bytes, end_sign: bytes | None = None) -> bool:
    """Return whether a body whose length nobody stated shows its own end.

    *end_sign* is what the source's pages end with; otherwise HTML ends with </html>, XML with the end
    of its first element, JSON with a bracket, PDF with %%EOF; plain text shows none.
    """
    head, tail = body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n"), body[-2048:].rstrip()
    if end_sign is not None:
        return end_sign in tail
    if head.startswith(b"%PDF-"):
        return b"%%EOF" in tail
    if is_html_document(body):
        return _closes_html(tail.lower())
    if head.startswith(b"<"):
        root = re.search(rb"<([A-Za-z][\w:.-]{0,100})", head)
        return root is not None and tail.endswith(b"</" + root.group(1) + b">")
    return head[:1] in {b"{", b"["} and tail[-1:] in {b"}", b"]"}
