"""The body of an answer as it streams in, proven whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import httpx

from verifier.harvest.answers import ends_as_it_should, is_html_document
from verifier.harvest.decoding import BoundedBody, CutBody, TooLarge
from verifier.harvest.failures import BODY_ERRORS, reading
from verifier.harvest.manners import Manners
from verifier.harvest.transport import timed_stream

_REFUSAL_BYTES = 65_536  # of a refusal's body, read to tell a wall
_LINGER_SECONDS = 0.25  # to see whether more follows than was promised


def whole_body(answer: httpx.Response, url: str, manners: Manners) -> bytes:
    """Return the decoded body, proven whole; FetchError for one that is cut, too large, too late or not decodable."""
    body = BoundedBody(_coding_of(answer), manners.limits.max_bytes)
    with reading(url, body, answer.status_code):
        promised = answer.headers.get("content-length", "")
        if promised.isdecimal() and int(promised) > body.max_bytes:
            raise TooLarge(f"{int(promised):,} bytes are promised, {body.max_bytes:,} allowed")
        last = b""
        for chunk in _chunks(answer):
            body.feed(chunk)
            last = (last + chunk)[-64:]
        whole = body.finish()
        if answer.status_code != 206:
            _expect_end(answer, whole, manners, compressed=body.coding != "identity")
        _expect_no_more(answer, whole, last, manners.end_sign)
    return whole


def leading_part(answer: httpx.Response, url: str, max_bytes: int) -> bytes:
    """Return the first *max_bytes* of the decoded body, all of it where it is smaller; FetchError where it is cut."""
    body = BoundedBody(_coding_of(answer), max_bytes)
    with reading(url, body, answer.status_code):
        with suppress(TooLarge):
            for chunk in _chunks(answer):
                body.feed(chunk)
            return body.finish()
        return body.so_far()


def beginning(answer: httpx.Response) -> bytes:
    """Return the first bytes of a refusal, as far as they come undisturbed."""
    body = BoundedBody(_coding_of(answer), _REFUSAL_BYTES)
    with suppress(*BODY_ERRORS):
        for chunk in _chunks(answer):
            body.feed(chunk)
    return body.so_far()


def _chunks(answer: httpx.Response) -> Iterator[bytes]:
    """Yield the body as it was sent; unlike httpx's own way this leaves the connection open for a last look."""
    assert isinstance(answer.stream, httpx.SyncByteStream)
    yield from answer.stream


def _coding_of(answer: httpx.Response) -> str:
    """Return the content coding of an answer, "identity" where there is none."""
    named = (one.strip().lower() for one in answer.headers.get("content-encoding", "").split(","))
    return ",".join(one.removeprefix("x-") for one in named if one not in {"", "identity"}) or "identity"


def _is_chunked(answer: httpx.Response) -> bool:
    """Return whether the framing itself shows the end."""
    return "chunked" in answer.headers.get("transfer-encoding", "").lower()


def is_framed(answer: httpx.Response) -> bool:
    """Return whether the answer says how long its body is."""
    return "content-length" in answer.headers or _is_chunked(answer)


def _expect_end(answer: httpx.Response, whole: bytes, manners: Manners, *, compressed: bool) -> None:
    """Raise CutBody where no length was stated and no end is to be seen.

    A server may state the length of what is left of a cut page: where the manners demand it, an HTML
    document must be closed however it was framed.
    """
    if ends_as_it_should(whole, manners.end_sign):
        return
    if not compressed and not is_framed(answer):
        raise CutBody(f"no length was stated, and after {len(whole):,} bytes there is no sign of its end")
    if manners.demands_end and whole.strip() and (manners.end_sign or is_html_document(whole)):
        how = "body.end_sign says what pages of this source end with, where it is not </html>"
        raise CutBody(f"the document is not closed after {len(whole):,} bytes ({how})")


def _expect_no_more(answer: httpx.Response, whole: bytes, last: bytes, end_sign: bytes | None) -> None:
    """Raise CutBody where a header promised fewer bytes than were sent.

    What came with the body's last bytes is known; where the body shows no end, a little is waited for more.
    """
    stream = timed_stream(answer.extensions)
    if stream is None or "content-length" not in answer.headers or _is_chunked(answer):
        return
    shown = min(len(last), len(stream.tail))
    more = bool(shown) and stream.tail[-shown:] != last[-shown:]
    if more or (whole and not ends_as_it_should(whole, end_sign) and stream.has_more(_LINGER_SECONDS)):
        raise CutBody(f"more was sent than the {answer.headers['content-length']} bytes that the header promised")
