"""Bodies: whole in every framing, cut, slow, large, and framed wrongly."""

from __future__ import annotations

import gzip
import time
import zlib
from collections.abc import Callable, Iterator

from hostile.wire import (
    HALF,
    PAGE,
    PARAGRAPHS,
    Asked,
    Behaviour,
    chunked,
    drip,
    endless,
    gzipped,
    head,
    page,
    raw_deflate,
    stall,
    whole,
)

_BOMB = gzip.compress(b"<p>word</p>" * 9_000_000)  # about 100 MB in 100 kB
_LONG_LINE = page(paragraphs=(*PARAGRAPHS[:-1], "word " * 2_000_000, PARAGRAPHS[-1]))


def _in_two(first: bytes, then: bytes) -> Callable[[Asked], Iterator[bytes]]:
    """Return a behaviour that pauses between two packets, so that they do not arrive as one."""
    return stall(first, 0.08, then)


def _fast_chunks(_: Asked) -> Iterator[bytes]:
    """Yield a page in chunks of a byte."""
    yield head(Transfer_Encoding="chunked")
    yield b"".join(b"1\r\n%c\r\n" % byte for byte in PAGE) + b"0\r\n\r\n"


def _hints_for_ever(_: Asked) -> Iterator[bytes]:
    """Yield interim answers, never the answer."""
    while True:
        yield head("103 Early Hints", Link="</style.css>; rel=preload") * 100
        time.sleep(0.001)


WHOLE: dict[str, Behaviour] = {
    "/ok": whole(),
    "/ok/chunked": chunked(PAGE[:HALF], PAGE[HALF:]),
    "/ok/small-chunks": _fast_chunks,
    "/ok/length-and-chunked": chunked(PAGE).replace(b"\r\n\r\n", b"\r\nContent-Length: 5\r\n\r\n", 1),
    "/ok/gzip": gzipped(gzip.compress(PAGE)),
    "/ok/gzip-padded": gzipped(gzip.compress(PAGE) + b"\0" * 64),
    "/ok/deflate": gzipped(zlib.compress(PAGE), "deflate"),
    "/ok/raw-deflate": gzipped(raw_deflate(PAGE), "deflate"),
    "/trunc/gzip-members": gzipped(gzip.compress(PAGE[:HALF]) + gzip.compress(PAGE[HALF:])),
    "/trunc/close-delimited-whole": head(Content_Type="text/html") + PAGE,
    "/proto/early-hints": head("103 Early Hints", Link="</a>; rel=preload") * 3 + whole(),
}
CUT: dict[str, Behaviour] = {
    "/trunc/length": head(Content_Length=str(len(PAGE)), Content_Type="text/html") + PAGE[:HALF],
    "/trunc/chunked": chunked(PAGE[:HALF], end=False),
    "/trunc/chunk-mid": head(Transfer_Encoding="chunked") + b"%x\r\n" % len(PAGE) + PAGE[:HALF],
    "/trunc/gzip": gzipped(gzip.compress(PAGE)[:-6]),
    "/trunc/gzip-last-member": gzipped(gzip.compress(PAGE[:HALF]) + gzip.compress(PAGE[HALF:])[:-6]),
    "/trunc/close-delimited": head(Content_Type="text/html") + PAGE[:HALF],
    "/trunc/short-length": head(Content_Length=str(HALF), Content_Type="text/html") + PAGE,
    "/trunc/short-length-slow": _in_two(
        head(Content_Length=str(HALF), Content_Type="text/html") + PAGE[:HALF], PAGE[HALF:]
    ),
}
WRONG: dict[str, Behaviour] = {
    "/trunc/bad-checksum": gzipped(gzip.compress(PAGE)[:-8] + b"\0" * 8),
    "/trunc/gzip-lie": gzipped(PAGE),
    "/trunc/brotli": gzipped(PAGE, "br"),
    "/bomb/double-gzip": gzipped(gzip.compress(_BOMB), "gzip, gzip"),
    "/trunc/dup-length": b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
    "/trunc/bad-length": head(Content_Length="many") + PAGE,
    "/trunc/empty": whole(b""),
    "/trunc/blank": whole(b" \r\n\t" * 20),
    "/proto/garbage": b"\x16\x03\x01 this is not HTTP\r\n\r\n",
    "/proto/http09": PAGE,
    "/proto/silent-close": b"",
    "/proto/switch": head("101 Switching Protocols", Upgrade="h2c", Connection="Upgrade"),
    "/proto/early-hints-flood": _hints_for_ever,
    "/big/header": head(X="y" * 1_000_000) + PAGE,
    "/big/headers": head(**{f"X-{number}": "y" for number in range(20_000)}) + PAGE,
}
SLOW: dict[str, Behaviour] = {
    "/slow/headers": stall(b"", 3.0, whole()),
    "/slow/stall": stall(whole()[:300], 3.0),
    "/slow/drip": drip(whole(), 0.02),
    "/slow/drip-headers": drip(head(**{f"X-{number}": "y" * 50 for number in range(50)}), 0.02),
}
LARGE: dict[str, Behaviour] = {
    "/bomb/gzip": gzipped(_BOMB),
    "/bomb/gzip-members": gzipped(_BOMB * 8),
    "/bomb/chunked": lambda _: (
        piece for piece in (head(Transfer_Encoding="chunked"), *[b"10000\r\n" + b"x" * 65_536 + b"\r\n"] * 2_000)
    ),
    "/big/body": endless(head(Content_Type="text/html"), b"x" * 65_536),
    "/big/promised": head(Content_Length="999999999", Content_Type="text/html"),
    "/big/line": whole(_LONG_LINE),
}
