"""Bodies as they stream in: decompressed by us, never beyond a bound, and only to a true end.

The usual decoders take a gzip stream cut before its trailer, or the first of several members, for
the whole; here the end of the stream is demanded, and with it the checksum.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

_GZIP = 16 + zlib.MAX_WBITS
_GZIP_MAGIC = b"\x1f\x8b"


class TooLarge(Exception):
    """The body is larger than it may be."""


class CutBody(Exception):
    """The body ends before its end."""


class BadCoding(Exception):
    """The body is not compressed as its header says, or in a way that was not asked for."""


def _window(data: bytes, coding: str) -> int:
    """Return zlib's window argument for *data*: servers send "deflate" with and without zlib's header."""
    if coding != "deflate":
        return _GZIP
    has_header = len(data) > 1 and data[0] & 0x0F == 8 and (data[0] << 8 | data[1]) % 31 == 0
    return zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS


@dataclass(slots=True)
class BoundedBody:
    """A body that grows chunk by chunk; ``finish`` gives it whole or not at all."""

    coding: str  # identity, gzip or deflate
    max_bytes: int  # decoded, and as received
    _parts: list[bytes] = field(default_factory=list)
    _size: int = 0
    _received: int = 0
    _pending: bytes = b""  # first bytes of a stream that has not begun, until there are two
    _stream: zlib._Decompress | None = None
    _members: int = 0

    @property
    def received(self) -> int:
        """The number of bytes received so far, as they came."""
        return self._received

    def feed(self, chunk: bytes) -> None:
        """Add the next bytes as received; TooLarge beyond the bound, BadCoding for what cannot be decoded."""
        self._received += len(chunk)
        if self.coding == "identity":
            self._keep(chunk)
            return
        if self._received > self.max_bytes:
            raise TooLarge(f"over {self.max_bytes:,} bytes")
        if self.coding not in {"gzip", "deflate"}:
            raise BadCoding(f"compressed as {self.coding!r}, which was not asked for")
        try:
            self._inflate(chunk)
        except zlib.error as error:
            raise BadCoding(f"not {self.coding}, though its header says so ({error})") from error

    def finish(self) -> bytes:
        """Return the whole body; CutBody if a compressed stream has not come to its end."""
        if self._stream is not None or self._pending:
            raise CutBody(f"the {self.coding} stream ends early, after {self._received:,} bytes")
        return self.so_far()

    def so_far(self) -> bytes:
        """Return what was decoded, whole or not."""
        return b"".join(self._parts)

    def _keep(self, data: bytes) -> None:
        """Keep decoded bytes up to the bound; TooLarge beyond it."""
        self._parts.append(data[: max(0, self.max_bytes - self._size)])
        self._size += len(data)
        if self._size > self.max_bytes:
            raise TooLarge(f"over {self.max_bytes:,} bytes{'' if self.coding == 'identity' else ' when decompressed'}")

    def _inflate(self, chunk: bytes) -> None:
        """Decompress *chunk*, never holding more than one byte over the bound, member after member."""
        data = self._pending + chunk
        self._pending = b""
        while data:
            if self._stream is None:
                if self._members and (self.coding == "deflate" or not _GZIP_MAGIC.startswith(data[:2])):
                    return  # padding after the last member, as gzip itself allows
                if len(data) < 2:
                    self._pending = data
                    return
                self._stream = zlib.decompressobj(_window(data, self.coding))
            data = self._inflate_some(self._stream, data)

    def _inflate_some(self, stream: zlib._Decompress, data: bytes) -> bytes:
        """Decompress from *data* what the bound allows; return what is left of it."""
        self._keep(stream.decompress(data, self.max_bytes - self._size + 1))
        if stream.eof:
            self._members += 1
            self._stream = None
            return stream.unused_data
        return stream.unconsumed_tail
