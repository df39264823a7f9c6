"""Text from bytes: which charset, and what had to be repaired.

The order is byte order mark, strict UTF-8, the header's charset, the page's own, windows-1252 where the
languages are western, a detector whose guess must be in a script of these languages. A
header is believed after strict UTF-8 because servers lie about it far more often than random bytes
are valid UTF-8. Every repair leaves a flag.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from verifier.articles.mojibake import MARKS_INSIDE, read_controls, repair_mojibake
from verifier.articles.sniff import wide_charset
from verifier.errors import ReadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# One of these stands in every text; none comes of letters that are read two by two.
_ANY_TEXT = frozenset(" \n<。、")
# Labels that browsers read as windows-1252, which differs from them only where they have no letters.
_LATIN = {"iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "ascii", "us-ascii", "cp1252", "windows-1252"}
# Only real charsets: Python's codecs also hold utf-7, rot13 and others that would let text hide.
_KNOWN = re.compile(
    r"(?:utf-?8|utf-?16(?:-?[lb]e)?|iso-?8859-?\d{1,2}|latin-?\d|windows-?125\d|cp125\d|koi8-?[rtu]|mac-?\w+|macintosh"
    r"|us-ascii|ascii|l1|gb2312|gbk|gb18030|big5(?:-?hkscs)?|shift[-_]?jis|euc-?(?:jp|kr)|iso-2022-jp|tis-?620|cp866)"
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_META_CHARSET = re.compile(
    rb"<meta[^<>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})|<\?xml[^<>]{0,100}encoding\s*=\s*[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
# Bytes that the windows-125x family reads alike: quotation marks, dashes, ellipsis, no-break space.
_SHARED_WINDOWS = frozenset(b"\x85\x91\x92\x93\x94\x95\x96\x97\xa0\xab\xbb")
_TOO_MANY_LOST = 0.05  # U+FFFD a character; a page whose every apostrophe is lost has about 0.01
_MOST_BAD = 0.01  # of what is not ASCII; a page with more is of two charsets, or of none
_UNREADABLE = "its characters cannot be read: no charset fits; save it as UTF-8"
_WESTERN = frozenset("en fr de es it nl pt ca gl eu da sv no nb nn fi is ga lb".split())
# What western text in windows-1252 never has: three such letters on end, a sign or a capital inside a word.
_UNLIKE_WORDS = re.compile(r"[À-ÿŒœŠšŽžŸ]{3}|[A-Za-zÀ-ÿ][¡-©¬-¶¸¹»-¿€ƒ†‡ˆ‰˜™][a-zß-ÿ]|[a-zß-ÿ][À-ÞŒŠŽŸ]|[\x80-\x9f]")
_SCRIPTS = dict.fromkeys("ru uk bg be mk".split(), "CYRILLIC") | {"el": "GREEK", "he": "HEBREW", "ar": "ARABIC"}
_MANY_SCRIPTS = frozenset("ja zh ko sr fa ur hi th ka hy".split())  # or one that is not told from others here
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the charset it was read by and what was repaired in it."""

    text: str
    charset: str
    flags: tuple[str, ...] = ()


def charset_of(content_type: str | None) -> str | None:
    """Return the charset that a Content-Type value names, in lower case."""
    found = _CHARSET.search(content_type or "")
    return found.group(1).lower() if found else None


def _declared_inside(body: bytes) -> str | None:
    """Return the charset that the page itself names in its first 4 kB."""
    found = _META_CHARSET.search(body[:4096])
    return (found.group(1) or found.group(2)).decode("ascii", "ignore").lower() if found else None


def _try(body: bytes, charset: str | None) -> str | None:
    """Return *body* read strictly by *charset*, or None if the charset is unknown or does not fit."""
    if charset is None or not _KNOWN.fullmatch(charset):
        return None
    try:
        text = body.decode("cp1252" if charset in _LATIN else charset)
    except (UnicodeDecodeError, LookupError):
        return None
    # Any even number of bytes is UTF-16 of something.
    return None if charset.startswith(("utf-16", "utf16")) and _ANY_TEXT.isdisjoint(text) else text


def _mostly_utf8(body: bytes) -> tuple[str, tuple[str, ...]] | None:
    """Return *body* as UTF-8 with flags for its few bad bytes, or None if it is no UTF-8.

    ReadError where it is, and the bad ones are not few: any other charset would read its letters wrongly.
    A mark of windows-1252 among ASCII letters was pasted in and is read as that mark; other bad bytes are U+FFFD.
    """
    plain, text = body.decode("utf-8", "replace"), body.decode("utf-8", MARKS_INSIDE)
    good = sum(character > "\x7f" for character in plain) - plain.count("\ufffd")
    bad = text.count("\ufffd")
    if good <= plain.count("\ufffd") and good <= 10 * bad:
        return None
    if bad > _MOST_BAD * (good + bad) or bad >= 0.005 * len(text):
        raise ReadError(_UNREADABLE, outcome="undecodable")
    pasted = plain.count("\ufffd") > bad
    return text, (*(("bad_bytes_replaced",) if bad else ()), *(("charsets_mixed",) if pasted else ()))


def _as_western(body: bytes, languages: Sequence[str]) -> str | None:
    """Return *body* as windows-1252 where its languages are western, or unknown, and it reads as words of such."""
    if languages and not _WESTERN.issuperset(languages):
        return None
    if not languages and not {byte for byte in body if 0x80 <= byte < 0xA0} <= _SHARED_WINDOWS:
        return None
    text = _try(body, "windows-1252")
    return None if text is None or _UNLIKE_WORDS.search(text) else text


def _is_foreign(text: str, languages: Sequence[str]) -> bool:
    """Return whether a text has letters of no script that its languages are written in."""
    scripts = {_SCRIPTS.get(language, "LATIN") for language in languages if language not in _MANY_SCRIPTS}
    if not scripts or not _MANY_SCRIPTS.isdisjoint(languages):
        return False
    letters = {character for character in text if character > "\x7f" and character.isalpha()}
    known = ("LATIN", "MODIFIER", "MICRO", "FEMININE", "MASCULINE", *scripts)
    return any(not unicodedata.name(letter, "").startswith(known) for letter in letters)


_FILLING = (b"\xfe", b"\xff")  # hardly a letter of western text, and often what fills a place that was lost
_MOST_FILLED = 0.01  # of the bytes


def _detect(body: bytes, languages: Sequence[str]) -> tuple[str, str] | None:
    """Return text and charset as guessed: windows-1252 where that fits, else as the detector does from a sample."""
    if {byte for byte in body if byte > 127} <= _SHARED_WINDOWS:
        return body.decode("cp1252"), "windows-1252"
    if _is_filled(body):
        return None
    if western := _as_western(body, languages):
        return western, "windows-1252"
    from charset_normalizer import from_bytes

    best = from_bytes(body[:65_536]).best()
    if best is None:
        return None
    text = body.decode(best.encoding, "replace")
    lost = text.count("\ufffd") > 0.001 * len(text)
    return None if lost or _is_foreign(text, languages) else (text, best.encoding)


def _is_filled(body: bytes) -> bool:
    """Return whether a western text has fillers in the place of letters throughout."""
    high = sum(byte > 127 for byte in body)
    western = len(body) > 4 * high  # of Cyrillic text, whose letters they may be, most bytes are high
    return western and sum(map(body.count, _FILLING)) > _MOST_FILLED * len(body)


def _marked(body: bytes) -> tuple[str, str] | None:
    """Return text and charset where a byte order mark, or a pattern of NULs, tells it."""
    for mark, charset in _BOMS:
        if body.startswith(mark):
            text = body[len(mark) :].decode(charset, "replace")
            return (text, charset) if text.count("\ufffd") <= 0.001 * len(text) + 1 else None
    wide = wide_charset(body)
    unmarked = _try(body, wide)
    return (unmarked, wide) if unmarked is not None and wide is not None else None


def _choose(body: bytes, header: str | None, languages: Sequence[str]) -> Decoded:
    """Return the text by the first charset that fits; ReadError if none does."""
    if marked := _marked(body):
        return Decoded(*marked)
    whole = _try(body, "utf-8")
    if whole is not None:
        declared = header or _declared_inside(body)
        lied = declared is not None and declared not in {"utf-8", "utf8"} and not whole.isascii()
        return Decoded(whole, "utf-8", ("charset_corrected",) if lied else ())
    for charset in (header, _declared_inside(body)):
        text = _try(body, charset)
        if text is not None and charset is not None:
            return Decoded(text, charset)
    mostly = _mostly_utf8(body)
    if mostly is not None:
        return Decoded(mostly[0], "utf-8", mostly[1])
    if found := _detect(body, languages):
        return Decoded(*found, ("charset_guessed",))
    raise ReadError(_UNREADABLE, outcome="undecodable")


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """Return *text* of the same length without NUL and lone surrogates (both U+FFFD), and the flags of it.

    No database keeps either: one NUL ends SQL's string functions, one surrogate fails the insert.
    """
    flags = []
    if "\x00" in text:
        text = text.replace("\x00", "\ufffd")
        flags.append("nul_replaced")
    if _SURROGATE.search(text):
        text = _SURROGATE.sub("\ufffd", text)
        flags.append("surrogate_replaced")
    return text, tuple(flags)


def repair(text: str) -> tuple[str, tuple[str, ...]]:
    """Return *text* with what a wrong charset did to it put right, and flags of that."""
    marked = read_controls(text)
    repaired = repair_mojibake(marked)
    flags = (("controls_read_as_marks",) if marked != text else ()) + (
        ("mojibake_repaired",) if repaired != marked else ()
    )
    return repaired, flags


def decode(body: bytes, content_type: str | None = None, languages: Sequence[str] = ()) -> Decoded:
    """Return the text of *body* with newlines as one line feed, cleaned and flagged.

    *languages* are those that it may be in, where that is known: no guess at its charset goes against them.
    Raises ReadError with outcome ``undecodable`` where no charset fits.
    """
    chosen = _choose(body, charset_of(content_type), languages)
    text, flags = clean(chosen.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    text, repairs = repair(text)
    flags = (*flags, *repairs)
    if chosen.text.count("\ufffd") > _TOO_MANY_LOST * len(chosen.text):
        raise ReadError("its characters were lost before it came here (U+FFFD throughout)", outcome="undecodable")
    if "\ufffd" in chosen.text and "bad_bytes_replaced" not in chosen.flags:
        flags = ("characters_lost", *flags)
    return Decoded(text, chosen.charset, (*chosen.flags, *flags))
