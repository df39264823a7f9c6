"""The hostile server itself: it reads requests, logs them, and sends what their path's behaviour says."""

from __future__ import annotations

import socket
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from hostile.framing import CUT, LARGE, SLOW, WHOLE, WRONG
from hostile.lists import feed, listing
from hostile.statuses import REDIRECTS, RETRIES, STATUSES
from hostile.wire import PAGE, Asked, Behaviour, Hit, head, whole

BEHAVIOURS: dict[str, Behaviour] = {
    **WHOLE, **CUT, **WRONG, **SLOW, **LARGE, **STATUSES, **RETRIES, **REDIRECTS
}  # fmt: skip
RESET = "/trunc/reset"  # half the page, then RST
RESET_ONCE = "/retry/reset"
BEHAVIOURS |= {RESET: whole(), RESET_ONCE: whole()}  # what is left of them is in HostileServer
BEHAVIOURS |= {"/listing": listing(BEHAVIOURS), "/feed.xml": feed(BEHAVIOURS)}
_NOTHING = whole(b"<html>nothing here</html>", "404 Not Found")
_LONGEST = 20.0  # seconds for which one answer may go on


def stop_listening(listening: socket.socket) -> None:
    """Close a socket at once, also while another thread waits at it."""
    with suppress(OSError):
        listening.shutdown(socket.SHUT_RDWR)
    listening.close()


class Canary:
    """A second port that must never be reached; ``hits`` holds what every visitor sent."""

    def __init__(self, host: str = "127.0.0.1", port: int = 0) -> None:
        self._socket = socket.create_server((host, port))
        self.place = f"{host}:{self._socket.getsockname()[1]}"
        self.hits: list[bytes] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Stop listening."""
        stop_listening(self._socket)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                with connection, suppress(OSError):
                    self.hits.append(b"")
                    connection.settimeout(1)
                    self.hits[-1] = connection.recv(65_536)
                    connection.sendall(whole(b"<html>the canary's secret</html>"))


class HostileServer:
    """The server; ``log`` lists every request with its times, ``own`` holds behaviours that a test adds.

    ``robots`` is what /robots.txt does; None: there is none.
    """

    def __init__(self, canary: Canary) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self.canary = canary
        self.log: list[Hit] = []
        self.own: dict[str, Behaviour] = {}
        self.robots: Behaviour | None = None
        self.busy = 0  # requests being answered now
        self.busiest = 0
        self._counts: dict[str, int] = {}
        self._lock = threading.Lock()
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def place(self) -> str:
        """The server as "host:port"."""
        return f"127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        """Return the address of one behaviour."""
        return f"http://{self.place}{path}"

    def asked(self, path: str) -> list[Hit]:
        """Return the requests for one path."""
        return [hit for hit in self.log if hit.asked.path == path]

    def close(self) -> None:
        """Stop listening."""
        stop_listening(self._socket)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            asked = self._read(connection)
            if asked is None:  # no request, or one that is no HTTP, such as the first bytes of TLS
                connection.sendall(head("400 Bad Request"))
                return
            hit = Hit(asked, time.monotonic())
            with self._lock:
                self.log.append(hit)
                self.busy += 1
                self.busiest = max(self.busiest, self.busy)
            try:
                self._answer(connection, asked)
            finally:
                hit.ended = time.monotonic()
                with self._lock:
                    self.busy -= 1

    def _read(self, connection: socket.socket) -> Asked | None:
        """Return the request, None for what is none."""
        received = b""
        while b"\r\n\r\n" not in received and (part := connection.recv(65_536)):
            received += part
            if not received[:1].isalpha():
                return None
        if not received:
            return None
        top, _, body = received.partition(b"\r\n\r\n")
        first, *lines = top.decode("latin-1").split("\r\n")
        method, _, rest = first.partition(" ")
        path, _, query = rest.rpartition(" ")[0].partition("?")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        while len(body) < int(headers.get("content-length", 0)) and (part := connection.recv(65_536)):
            body += part
        with self._lock:
            number = self._counts[path] = self._counts.get(path, 0) + 1
        return Asked(method, path, query, headers, body, number, self.place, self.canary.place)

    def _answer(self, connection: socket.socket, asked: Asked) -> None:
        """Send what the path's behaviour says, for a while at most."""
        if asked.path == RESET or (asked.path == RESET_ONCE and asked.number == 1):
            connection.sendall(head(Content_Length=str(len(PAGE))) + PAGE[:200])
            time.sleep(0.05)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            return
        behaviour = self._behaviour(asked.path)
        pieces = behaviour if isinstance(behaviour, bytes) else behaviour(asked)
        until = time.monotonic() + _LONGEST
        for piece in [pieces] if isinstance(pieces, bytes) else pieces:
            connection.sendall(piece)
            if time.monotonic() > until:
                return

    def _behaviour(self, path: str) -> Behaviour:
        if path == "/robots.txt":
            return _NOTHING if self.robots is None else self.robots
        return self.own.get(path, BEHAVIOURS.get(path, _NOTHING))


@contextmanager
def hostile_server() -> Iterator[HostileServer]:
    """Run a server and its canary for as long as the block lasts."""
    canary = Canary()
    server = HostileServer(canary)
    try:
        yield server
    finally:
        server.close()
        canary.close()
