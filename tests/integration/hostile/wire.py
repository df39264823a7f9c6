"""Answers as bytes on the wire, honest and otherwise, and the pages in them."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

QUOTE = "We opened the new harbour before the winter, and it stays open."
PARAGRAPHS = (
    f"MR. BERG: HEAD. Good afternoon. {QUOTE} The work took two years and cost what we said that it would cost.",
    "Q: Will the ferries run at night?",
    "MR. BERG: They run until midnight, and from June until two. We asked the islands, and that is their wish.",
    "Q: And the fares?",
    "MR. BERG: The fares stay as they are this year. What comes after that is for the council to say. TAIL",
)


def page(
    title: str = "Briefing on the new harbour", day: str = "2024-03-07", paragraphs: tuple[str, ...] = PARAGRAPHS
) -> bytes:
    """Return an HTML page that holds a transcript with title, day and speaker labels."""
    words = "\n".join(f"<p>{one}</p>" for one in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="article:published_time" content="{day}T15:00:00+00:00"></head>\n'
        f'<body><main><h1>{title}</h1><time datetime="{day}">{day}</time>\n'
        f'<div class="body">{words}</div></main></body></html>'
    ).encode()


PAGE = page()
HALF = len(PAGE) // 2


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it came, and which of its path it is, from 1."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]  # names in lower case
    body: bytes
    number: int
    place: str  # the server's "host:port"
    canary: str  # the canary's


@dataclass(slots=True)
class Hit:
    """One request in the server's log; times are monotonic seconds."""

    asked: Asked
    began: float
    ended: float = field(default=0.0)  # when the answer was sent, or given up


Pieces = bytes | Iterator[bytes]
Behaviour = bytes | Callable[[Asked], Pieces]


def head(status: str = "200 OK", **headers: str) -> bytes:
    """Return the head of an answer; underscores in names are hyphens."""
    lines = [f"HTTP/1.1 {status}", *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def whole(body: bytes = PAGE, status: str = "200 OK", kind: str = "text/html; charset=utf-8", **headers: str) -> bytes:
    """Return an honest answer."""
    return head(status, Content_Length=str(len(body)), Content_Type=kind, **headers) + body


def redirect(to: str, status: str = "302 Found") -> bytes:
    """Return a redirect."""
    return head(status, Location=to, Content_Length="0")


def chunked(*chunks: bytes, end: bool = True) -> bytes:
    """Return a chunked answer, with or without its last chunk."""
    parts = b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks)
    return head(Transfer_Encoding="chunked", Content_Type="text/html") + parts + (b"0\r\n\r\n" if end else b"")


def gzipped(data: bytes, coding: str = "gzip") -> bytes:
    """Return an answer with a compressed body as it stands."""
    return whole(data, Content_Encoding=coding)


def raw_deflate(body: bytes) -> bytes:
    """Return *body* deflated without zlib's header, as some servers send it."""
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


def drip(data: bytes, every: float) -> Callable[[Asked], Iterator[bytes]]:
    """Return a behaviour that sends *data* byte by byte."""

    def send(_: Asked) -> Iterator[bytes]:
        for byte in data:
            yield bytes([byte])
            time.sleep(every)

    return send


def stall(data: bytes, seconds: float = 3.0, then: bytes = b"") -> Callable[[Asked], Iterator[bytes]]:
    """Return a behaviour that sends *data*, is silent for long, and sends the rest."""

    def send(_: Asked) -> Iterator[bytes]:
        yield data
        time.sleep(seconds)
        yield then

    return send


def endless(beginning: bytes, more: bytes) -> Callable[[Asked], Iterator[bytes]]:
    """Return a behaviour that never ends."""

    def send(_: Asked) -> Iterator[bytes]:
        yield beginning
        while True:
            yield more

    return send


def in_turn(*answers: Behaviour) -> Callable[[Asked], Pieces]:
    """Return a behaviour that answers in this order, the last one for ever."""

    def send(asked: Asked) -> Pieces:
        answer = answers[min(asked.number, len(answers)) - 1]
        return answer if isinstance(answer, bytes) else answer(asked)

    return send
