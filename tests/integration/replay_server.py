"""A server on loopback that serves recorded pages as their publishers do: with ETags, robots.txt, and a log."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

HTML, XML, JSON, PDF = "text/html; charset=utf-8", "application/xml", "application/json", "application/pdf"


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address gives; ``tagged`` answers bear an ETag, and 304 to whoever names it."""

    body: bytes = b""
    content_type: str = HTML
    status: int = 200
    tagged: bool = True
    headers: tuple[tuple[str, str], ...] = ()
    tag: str = ""  # a tag that does not change with the bytes

    @property
    def etag(self) -> str:
        """The tag of these bytes."""
        return f'"{self.tag}"' if self.tag else f'"{hashlib.sha256(self.body).hexdigest()[:16]}"'


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it came, and the status it was answered with."""

    method: str
    path: str  # with the query
    headers: dict[str, str]
    body: bytes
    status: int


Maker = Callable[[str, bytes], "Answer | None"]  # from the query and the body asked with


@dataclass(slots=True)
class Replay:
    """The running server: its routes by path, and what it was asked."""

    port: int
    routes: dict[str, Answer | Maker] = field(default_factory=dict)
    log: list[Asked] = field(default_factory=list)

    @property
    def url(self) -> str:
        """The address that everything below it begins with."""
        return f"http://127.0.0.1:{self.port}"

    def page(self, path: str, body: str | bytes, content_type: str = HTML, **options: object) -> None:
        """Serve *body* at *path*; ``{url}`` in a text is the server's own address."""
        data = body.replace("{url}", self.url).encode() if isinstance(body, str) else body
        self.routes[path] = Answer(data, content_type, **options)  # type: ignore[arg-type]

    def asked(self, status: int | None = None) -> list[str]:
        """Return the paths asked for, robots.txt apart, of one status or any."""
        kept = [one for one in self.log if not one.path.startswith("/robots.txt")]
        return [one.path for one in kept if status is None or one.status == status]

    def answer(self, path: str, body: bytes) -> Answer:
        """Return what a path gives: nothing there is 404."""
        parts = urlsplit(path)
        found = self.routes.get(path) or self.routes.get(parts.path)
        if callable(found):
            found = found(parts.query, body)
        return found or Answer(b"<html><body>Not found</body></html>", status=404, tagged=False)


@contextmanager
def replaying() -> Iterator[Replay]:
    """Give a running server without routes."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    replay = Replay(server.server_address[1])
    server.replay = replay  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield replay
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._answer(b"")

    def do_POST(self) -> None:
        self._answer(self.rfile.read(int(self.headers.get("Content-Length") or 0)))

    def _answer(self, body: bytes) -> None:
        replay: Replay = self.server.replay  # type: ignore[attr-defined]
        found = replay.answer(self.path, body)
        known = found.tagged and found.status == 200 and self.headers.get("If-None-Match") == found.etag
        status = 304 if known else found.status
        headers = {name.lower(): value for name, value in self.headers.items()}
        replay.log.append(Asked(self.command, self.path, headers, body, status))
        self.send_response(status)
        for name, value in found.headers:
            self.send_header(name, value)
        if found.tagged and found.status == 200:
            self.send_header("ETag", found.etag)
        data = b"" if known else found.body
        if not known:
            self.send_header("Content-Type", found.content_type)
            self.send_header("Content-Length", str(len(data)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Keep standard error free."""
