"""A web server on loopback that misbehaves in every way a fetcher must survive; sockets only, no framework.

Each path names a behaviour. HEAD and TAIL stand at the two ends of every whole body, so a test can
see what is missing. The canary is a second server: whoever reaches it is counted.
"""

from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

PAGE = b"<!doctype html><html><head><title>t</title></head><body><p>HEAD " + b"word " * 400 + b"TAIL</p></body></html>"
HALF = len(PAGE) // 2


def head(status: str = "200 OK", **headers: str) -> bytes:
    """Return the head of an answer; underscores in names are hyphens."""
    lines = [f"HTTP/1.1 {status}", *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def whole(body: bytes = PAGE, status: str = "200 OK", **headers: str) -> bytes:
    """Return an honest answer."""
    return head(status, Content_Length=str(len(body)), Content_Type="text/html", **headers) + body


def chunked(*chunks: bytes, end: bool = True) -> bytes:
    """Return a chunked answer, with or without its last chunk."""
    parts = b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks)
    return head(Transfer_Encoding="chunked") + parts + (b"0\r\n\r\n" if end else b"")


def drip(data: bytes, every: float) -> Iterator[bytes]:
    """Yield *data* byte by byte."""
    for byte in data:
        yield bytes([byte])
        time.sleep(every)


def endless() -> Iterator[bytes]:
    """Yield a body that never ends."""
    yield head(Content_Type="text/html")
    while True:
        yield b"x" * 65_536


def stall(data: bytes) -> Iterator[bytes]:
    """Yield *data*, then nothing for long."""
    yield data
    time.sleep(3)


def raw_deflate(body: bytes) -> bytes:
    """Return *body* deflated without zlib's header, as some servers send it."""
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


def gzipped(data: bytes, coding: str = "gzip") -> bytes:
    """Return an answer with a compressed body as it stands."""
    return whole(data, Content_Encoding=coding)


ANSWERS: dict[str, bytes | Callable[[], Iterator[bytes]]] = {
    "/ok": whole(),
    "/early-hints": head("103 Early Hints", Link="</a>; rel=preload") * 3 + whole(),
    "/chunked": chunked(PAGE[:HALF], PAGE[HALF:]),
    "/gzip": gzipped(gzip.compress(PAGE)),
    "/gzip-members": gzipped(gzip.compress(PAGE[:HALF]) + gzip.compress(PAGE[HALF:])),
    "/gzip-padded": gzipped(gzip.compress(PAGE) + b"\0" * 64),
    "/deflate": gzipped(zlib.compress(PAGE), "deflate"),
    "/raw-deflate": gzipped(raw_deflate(PAGE), "deflate"),
    "/no-length": head() + PAGE,
    # Cut, slow, large
    "/cut-length": head(Content_Length=str(len(PAGE))) + PAGE[:HALF],
    "/short-length": head(Content_Length=str(HALF)) + PAGE,
    "/cut-chunks": chunked(PAGE[:HALF], end=False),
    "/cut-in-chunk": head(Transfer_Encoding="chunked") + b"%x\r\n" % len(PAGE) + PAGE[:HALF],
    "/cut-no-length": head() + PAGE[:HALF],
    "/cut-gzip": gzipped(gzip.compress(PAGE)[:-6]),
    "/cut-member": gzipped(gzip.compress(PAGE[:HALF]) + gzip.compress(PAGE[HALF:])[:-6]),
    "/bad-checksum": gzipped(gzip.compress(PAGE)[:-8] + b"\0" * 8),
    "/gzip-lie": gzipped(PAGE),
    "/brotli": gzipped(PAGE, "br"),
    "/double-gzip": gzipped(gzip.compress(gzip.compress(PAGE)), "gzip, gzip"),
    "/bomb": gzipped(gzip.compress(b"\0" * 30_000_000)),
    "/promised-large": head(Content_Length="999999999"),
    "/endless": endless,
    "/drip": lambda: drip(whole(), 0.02),
    "/drip-head": lambda: drip(head(**{f"X-{n}": "y" * 50 for n in range(50)}), 0.02),
    "/stall": lambda: stall(whole()[:300]),
    "/silent": lambda: stall(b""),
    # Odd framing
    "/garbage": b"\x16\x03\x01 this is not HTTP\r\n\r\n",
    "/closed": b"",
    "/two-lengths": b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
    "/large-head": head(X="y" * 1_000_000) + PAGE,
    # Statuses
    "/204": head("204 No Content"),
    "/206": whole(PAGE[:HALF], "206 Partial Content", Content_Range="bytes 0-99/200"),
    "/304": head("304 Not Modified"),
    "/401": whole(b"<html>who are you</html>", "401 Unauthorized"),
    "/403": whole(b"<html>no</html>", "403 Forbidden"),
    "/403-wall": whole(b"<html><title>Just a moment...</title></html>", "403 Forbidden"),
    "/404": whole(b"<html>nothing here</html>", "404 Not Found"),
    "/404-wall": whole(b"<html><title>Access Denied</title></html>", "404 Not Found"),
    "/410": whole(b"<html>gone</html>", "410 Gone"),
    "/429-day": whole(b"slow down", "429 Too Many Requests", Retry_After="86400"),
    "/451": whole(b"<html>the law</html>", "451 Unavailable For Legal Reasons"),
    "/503-for-ever": whole(b"later", "503 Service Unavailable", Retry_After="soon"),
    "/200-challenge": whole(PAGE, cf_mitigated="challenge"),
    "/empty": whole(b""),
    # Redirects
    "/redirect/ok": head("301 Moved", Location="/ok#part", Content_Length="0"),
    "/redirect/loop": head("302 Found", Location="/redirect/loop2", Content_Length="0"),
    "/redirect/loop2": head("302 Found", Location="/redirect/loop", Content_Length="0"),
    "/redirect/nowhere": head("302 Found", Content_Length="0"),
    "/redirect/file": head("302 Found", Location="file:///etc/passwd", Content_Length="0"),
    "/redirect/script": head("302 Found", Location="javascript:alert(1)", Content_Length="0"),
    "/redirect/home": head("302 Found", Location="/", Content_Length="0"),
    "/redirect/closed-door": head("302 Found", Location="/login?next=x", Content_Length="0"),
    "/": whole(),
    "/login": whole(),
}
# Answered in this order, the last one for ever.
SEQUENCES: dict[str, list[bytes]] = {
    "/then-good/500": [whole(b"broken", "500 Internal Server Error"), whole()],
    "/then-good/429": [whole(b"wait", "429 Too Many Requests", Retry_After="1"), whole()],
    "/then-good/cut": [head(Content_Length=str(len(PAGE))) + PAGE[:HALF], whole()],
    "/then-good/closed": [b"", whole()],
}


class HostileServer:
    """The server: ``asked`` lists every path with the time it was asked for, ``requests`` the raw heads."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self.asked: list[tuple[str, float]] = []
        self.requests: list[bytes] = []
        self.redirect_to = ""  # where /redirect/away leads
        self._counts: dict[str, int] = {}
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def place(self) -> str:
        """The server as "host:port"."""
        return f"127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        """Return the address of one behaviour."""
        return f"http://{self.place}{path}"

    def close(self) -> None:
        """Stop listening."""
        self._socket.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            request = b""
            while b"\r\n\r\n" not in request and request[:1] in {b"", b"G"} and (part := connection.recv(65_536)):
                request += part
            if not request.startswith(b"GET "):
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                return
            path = request.split(b" ", 2)[1].decode("ascii", "replace")
            self.asked.append((path, time.monotonic()))
            self.requests.append(request)
            answer = self._answer(path.partition("?")[0])
            for piece in [answer] if isinstance(answer, bytes) else answer():
                connection.sendall(piece)

    def _answer(self, path: str) -> bytes | Callable[[], Iterator[bytes]]:
        if path == "/redirect/away":
            return head("302 Found", Location=self.redirect_to, Content_Length="0")
        if path.startswith("/redirect/chain/"):
            number = int(path.rsplit("/", 1)[1])
            onward = f"/redirect/chain/{number - 1}" if number > 1 else "/ok"
            return head("302 Found", Location=onward, Content_Length="0")
        if path in SEQUENCES:
            number = self._counts.get(path, 0)
            self._counts[path] = number + 1
            return SEQUENCES[path][min(number, len(SEQUENCES[path]) - 1)]
        return ANSWERS.get(path, ANSWERS["/404"])


@contextmanager
def hostile_server() -> Iterator[HostileServer]:
    """Run a server for as long as the block lasts."""
    server = HostileServer()
    try:
        yield server
    finally:
        server.close()
