"""What bytes are, and the text in them."""

from __future__ import annotations

import pytest

from verifier.articles.decode import clean, decode
from verifier.articles.mojibake import repair_mojibake
from verifier.articles.sniff import Kind, kind_of
from verifier.errors import ReadError

LINE = "He’s “never” asked for it… Élysée"
LATIN = "Ça a été décidé à l'Élysée, près de la forêt"
RUSSIAN = "Президент сказал, что страна продолжит работать и что решение будет принято завтра утром."


@pytest.mark.parametrize(
    ("body", "header", "text", "flags"),
    [
        pytest.param(LINE.encode(), None, LINE, (), id="utf-8"),
        pytest.param(b"\xef\xbb\xbf" + LINE.encode(), None, LINE, (), id="utf-8 with a mark"),
        pytest.param(LINE.encode("utf-16"), None, LINE, (), id="utf-16 with a mark"),
        pytest.param(("Hello there, " * 5).encode("utf-16-le"), None, "Hello there, " * 5, (), id="utf-16 without"),
        pytest.param(LINE.encode(), "text/html; charset=iso-8859-1", LINE, ("charset_corrected",), id="lying header"),
        pytest.param(LATIN.encode("latin-1"), "text/plain; charset=ISO-8859-1", LATIN, (), id="honest header"),
        pytest.param(b'<meta charset="windows-1252">' + LATIN.encode("cp1252"), "", None, (), id="page's own"),
        pytest.param(
            "He’s “here”".encode("cp1252"), "text/html; charset=utf-8", "He’s “here”", ("charset_guessed",), id="cp1252"
        ),
        pytest.param(RUSSIAN.encode("cp1251"), None, RUSSIAN, ("charset_guessed",), id="detected"),
        pytest.param(b"a\r\nb\rc\n", None, "a\nb\nc\n", (), id="line ends"),
        pytest.param(b"a\x00b", None, "a\ufffdb", ("nul_replaced",), id="NUL"),
        pytest.param(
            "é".encode() * 300 + b"\xff", None, "é" * 300 + "\ufffd", ("bad_bytes_replaced",), id="a bad byte"
        ),
        pytest.param(b"+ADw-script+AD4-", "text/html; charset=utf-7", "+ADw-script+AD4-", (), id="no utf-7"),
    ],
)
def test_decoding(body: bytes, header: str | None, text: str | None, flags: tuple[str, ...]) -> None:
    """The charset is told by mark, valid UTF-8, header, page and detector, in this order; corrections are flagged."""
    decoded = decode(body, header)
    assert decoded.text == (text or '<meta charset="windows-1252">' + LATIN)
    if "utf-7" not in (header or ""):
        assert decoded.flags == flags


def test_mojibake_is_repaired_and_said() -> None:
    """UTF-8 that was read as windows-1252 once is put right."""
    mangled = LINE.encode().decode("cp1252", "replace").replace("\ufffd", "\x9d")
    decoded = decode(mangled.encode())
    assert decoded.text == LINE
    assert decoded.flags == ("mojibake_repaired",)


@pytest.mark.parametrize("text", ["São Paulo, Ãvila", "L’été à Â", "“A” — 5 €", "Ünïcödé"])
def test_honest_letters_stay(text: str) -> None:
    """Letters that only look like mojibake are left alone."""
    assert repair_mojibake(text) == text


def test_unreadable_characters_are_refused() -> None:
    """A text whose characters were lost is not read as if nothing had happened."""
    with pytest.raises(ReadError) as caught:
        decode(("word\ufffd" * 50).encode())
    assert caught.value.outcome == "undecodable"


def test_cleaning_keeps_offsets() -> None:
    """NUL and lone surrogates become one character each, so offsets stay."""
    assert clean("a\x00b\ud800c") == ("a\ufffdb\ufffdc", ("nul_replaced", "surrogate_replaced"))


@pytest.mark.parametrize(
    ("body", "declared", "kind"),
    [
        pytest.param(b"", None, Kind.EMPTY, id="nothing"),
        pytest.param(b" \n\t\n", None, Kind.EMPTY, id="white space"),
        pytest.param(b"%PDF-1.7\n", "text/html", Kind.PDF, id="PDF under another type"),
        pytest.param(b"PK\x03\x04" + b"." * 30 + b"word/document.xml", None, Kind.WORD, id="Word"),
        pytest.param(b"PK\x03\x04" + b"." * 30, None, Kind.ZIP, id="ZIP"),
        pytest.param(b"\x1f\x8b\x08", None, Kind.GZIP, id="gzip"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "text/plain", Kind.IMAGE, id="PNG"),
        pytest.param(b"\xff\xd8\xff\xe0", None, Kind.IMAGE, id="JPEG"),
        pytest.param(bytes(range(256)), None, Kind.BINARY, id="anything"),
        pytest.param(b"<!DOCTYPE html><html><body>x</body></html>", "a.pdf", Kind.HTML, id="HTML under another name"),
        pytest.param(b"<p>Some words</p>", None, Kind.HTML, id="a piece of HTML"),
        pytest.param(b"Some <b>words</b>", "text/html", Kind.HTML, id="declared HTML without a head"),
        pytest.param(b"Some <b>words</b>", None, Kind.TEXT, id="text with tags in it"),
        pytest.param(b"<jane@example.org> wrote", None, Kind.TEXT, id="text that begins with <"),
        pytest.param(b'<?xml version="1.0"?><rss version="2.0">', None, Kind.FEED, id="RSS"),
        pytest.param(b'<feed xmlns="http://www.w3.org/2005/Atom">', None, Kind.FEED, id="Atom"),
        pytest.param(b'<?xml version="1.0"?><html xmlns="x"><body>', None, Kind.HTML, id="XHTML"),
        pytest.param(b'{"a": 1}', None, Kind.JSON, id="JSON"),
        pytest.param(b"[Ed.: words]", None, Kind.TEXT, id="text in brackets"),
        pytest.param(b"WEBVTT\n\n", None, Kind.WEBVTT, id="captions"),
    ],
)
def test_kinds(body: bytes, declared: str | None, kind: Kind) -> None:
    """The bytes decide what a file is; name and declared type only where they cannot."""
    assert kind_of(body, declared=declared) is kind
