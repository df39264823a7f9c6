"""Connections pinned to checked addresses, under one deadline measured by our own clock.

httpx bounds each single wait, so a server that sends a byte a second is never late; here each wait
is given only what is left of the whole. The name is resolved once, checked, and connected to as
checked; TLS still verifies the name.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import httpcore
import httpx

from verifier.harvest.addresses import AddressLaw
from verifier.harvest.keys import Key, same_site

_HEAD_BYTES = 262_144  # of one answer's head, interim answers (103) included
_TAIL = 64  # last bytes received that are remembered, to see whether more came than was promised


class OutOfTime(Exception):
    """The deadline has passed; the message says how long was allowed."""


class Deadline:
    """A point in time after which nothing more is waited for."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def extend(self, seconds: float) -> None:
        """Allow *seconds* more, for a wait that was not the server's doing."""
        self._end += seconds

    @property
    def remaining(self) -> float:
        """The seconds left, 0 when there are none."""
        return max(0.0, self._end - time.monotonic())

    def left(self, at_most: float | None = None) -> float:
        """Return the seconds left, or *at_most* if that is less; OutOfTime if there are none."""
        left = self.remaining
        if not left:
            raise OutOfTime(f"not done in {self.seconds:g} s")
        return left if at_most is None else min(left, at_most)


class TimedStream(httpcore.NetworkStream):
    """A connection whose every wait ends with the deadline, and whose answer's head is bounded."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline
        self._head_left: int | None = _HEAD_BYTES  # None once the head is over
        self.tail = b""  # the last bytes that were received

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return the next bytes."""
        received = self._inner.read(max_bytes, self._deadline.left(timeout))
        self.tail = (self.tail + received)[-_TAIL:]
        if self._head_left is not None:
            self._head_left -= len(received)
            if self._head_left < 0:
                raise httpcore.RemoteProtocolError(f"no end of its head after {_HEAD_BYTES:,} bytes")
        return received

    def end_head(self) -> None:
        """Note that the head has been read: what follows is bounded as a body."""
        self._head_left = None

    def has_more(self, seconds: float) -> bool:
        """Return whether anything more comes within *seconds*."""
        try:
            return bool(self._inner.read(1, min(seconds, self._deadline.remaining or 0.001)))
        except (httpcore.NetworkError, httpcore.TimeoutException):
            return False

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send *buffer*."""
        self._inner.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        """Close the connection."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Return the connection under TLS, the certificate verified against *server_hostname*."""
        inner = self._inner.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return TimedStream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """Return what the connection knows under the name *info*."""
        return self if info == "timed_stream" else self._inner.get_extra_info(info)


class PinnedBackend(httpcore.NetworkBackend):
    """Connects to addresses that the law allows, and to exactly those that were checked."""

    def __init__(self, law: AddressLaw, deadline: Deadline) -> None:
        self._inner = httpcore.SyncBackend()
        self._law = law
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Return a connection to the first address of *host* that answers."""
        last: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for address in self._law.addresses(host, port, self._deadline.left(timeout)):
            try:
                stream = self._inner.connect_tcp(
                    address, port, self._deadline.left(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                last = error
            else:
                return TimedStream(stream, self._deadline)
        raise last or httpcore.ConnectError(f"{host} has no address")


def timed_stream(extensions: Mapping[str, Any]) -> TimedStream | None:
    """Return the connection that an answer came on, None if it is not known."""
    stream = extensions.get("network_stream")
    found = stream.get_extra_info("timed_stream") if stream is not None else None
    return found if isinstance(found, TimedStream) else None


class _BodyStream(httpx.SyncByteStream):
    """The body of one answer as httpcore gives it."""

    def __init__(self, inner: Iterable[bytes]) -> None:
        self._inner = inner

    def __iter__(self) -> Iterator[bytes]:
        yield from self._inner

    def close(self) -> None:
        close = getattr(self._inner, "close", None)
        if close is not None:
            close()


class PinnedTransport(httpx.BaseTransport):
    """The transport of one fetch: every hop on a connection of its own, no proxy, no pool kept.

    The key is put into a request only here, below everything that logs, and only for its own host.
    """

    def __init__(self, law: AddressLaw, deadline: Deadline, context: ssl.SSLContext, key: Key | None = None) -> None:
        self._key = key
        self._pool = httpcore.ConnectionPool(
            ssl_context=context,
            max_keepalive_connections=0,
            http1=True,
            http2=False,
            retries=0,
            network_backend=PinnedBackend(law, deadline),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return the head of the answer; its body is still to be read."""
        url = request.url
        key = self._key if self._key is not None and same_site(self._key.home, str(url)) else None
        asked = httpcore.Request(
            request.method,
            httpcore.URL(
                scheme=url.raw_scheme,
                host=url.raw_host,
                port=url.port,
                target=key.sent_with(url.raw_path) if key else url.raw_path,
            ),
            headers=[*request.headers.raw, *(key.headers() if key else [])],
            content=request.stream if isinstance(request.stream, httpx.SyncByteStream) else None,
            extensions=request.extensions,
        )
        answer = self._pool.handle_request(asked)
        assert isinstance(answer.stream, Iterable)
        stream = timed_stream(answer.extensions)
        if stream is not None:
            stream.end_head()
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_BodyStream(answer.stream), extensions=answer.extensions
        )

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()
