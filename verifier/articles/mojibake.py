"""Text that was once read by a wrong charset, put right where that is certain."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_LEADS = range(0xC2, 0xF5)
_FOLLOWERS = range(0x80, 0xC0)
_TELLING = "‘’“”„–—…«»"  # marks that every article prints and that mangled are unlike any word
_ROUNDS = 3  # a text may have been mangled more than once; each round undoes one
_FEWEST = 3  # other mangled letters from which windows-1252 is certain
# The closing mark's last byte has no windows-1252 character; many programs lose it for good.
_LOST_CLOSING = re.compile("â€(?:\ufffd|(?=[\\s,.;:!?)<]|$))")
_C1 = re.compile("[\x80-\x9f]")
_C1_MARK = re.compile("[\x91-\x97]")


def _characters(byte: int, charset: str) -> str:
    """Return the characters that one byte may have become: the charset's, and for windows-1252 Latin-1's."""
    one = bytes([byte]).decode(charset, "ignore")
    latin = chr(byte) if charset == "cp1252" and byte < 0xA0 else ""
    return one + latin or chr(byte)


@dataclass(frozen=True, slots=True)
class _Charset:
    """How UTF-8 looks that was read by one charset."""

    run: re.Pattern[str]  # a lead byte's character and its followers'
    sure: re.Pattern[str]  # a mangled quotation mark, dash or ellipsis
    byte_of: dict[str, int]


def _looks_of(charset: str) -> _Charset:
    """Return how UTF-8 looks that was read by *charset*."""
    byte_of = {one: byte for byte in (*_LEADS, *_FOLLOWERS) for one in _characters(byte, charset)}
    leads = "".join(_characters(byte, charset) for byte in _LEADS)
    followers = "".join(_characters(byte, charset) for byte in _FOLLOWERS)
    mangled = ("".join(f"[{re.escape(_characters(byte, charset))}]" for byte in mark.encode()) for mark in _TELLING)
    # Two bytes are a pair of letters in some language or other; three are not.
    sure = "|".join(one for one, mark in zip(mangled, _TELLING, strict=True) if len(mark.encode()) > 2)
    return _Charset(re.compile(f"[{re.escape(leads)}][{re.escape(followers)}]{{1,3}}"), re.compile(sure), byte_of)


_BY_CHARSET = {charset: _looks_of(charset) for charset in ("cp1252", "cp1250", "cp1251", "mac_roman")}


def _repaired(text: str, looks: _Charset) -> str:
    """Return *text* with every run that is UTF-8 read by this charset as the character it was."""

    def fixed(found: re.Match[str]) -> str:
        run = found.group()
        for length in range(len(run), 1, -1):
            try:
                return bytes(looks.byte_of[one] for one in run[:length]).decode("utf-8") + run[length:]
            except UnicodeDecodeError:
                continue
        return run

    return looks.run.sub(fixed, text)


def _once(text: str) -> str:
    """Return *text* with one round of mangling undone."""
    for charset, looks in _BY_CHARSET.items():
        if looks.sure.search(text):
            return _repaired(_LOST_CLOSING.sub("”", text) if charset == "cp1252" else text, looks)
    if _LOST_CLOSING.search(text) or "ï»¿" in text:
        return _repaired(_LOST_CLOSING.sub("”", text), _BY_CHARSET["cp1252"])
    repaired = _repaired(text, _BY_CHARSET["cp1252"])
    return repaired if len(text) - len(repaired) >= _FEWEST else text


def repair_mojibake(text: str) -> str:
    """Return *text* with UTF-8 that was once read as windows-1252, 1250, 1251 or Mac Roman put right.

    "â€™" is "’" again, also where it was mangled twice. Text is touched only where the pattern is
    certain: a mangled quotation mark or dash, or three and more other runs, because "Ã" and "Â" are letters too.
    """
    for _ in range(_ROUNDS):
        repaired = _once(text)
        if repaired == text:
            break
        text = repaired
    return text


def read_controls(text: str) -> str:
    """Return *text* with the control characters that stand for windows-1252 marks as these marks.

    Old pages declare Latin-1 and mean windows-1252; no text has these control characters, but one of them ends lines.
    """
    if _C1_MARK.search(text) is None:
        return text
    return _C1.sub(lambda found: found.group().encode("latin-1").decode("cp1252", "ignore") or found.group(), text)


def _one_mark(error: UnicodeError) -> tuple[str, int]:
    """Return the windows-1252 mark of a byte alone among ASCII, as pasting into a UTF-8 page leaves it; else U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad, around = error.object[error.start : error.end], error.object[max(0, error.start - 1) : error.end + 1]
    alone = len(bad) == 1 and sum(byte > 127 for byte in around) == 1
    return (bad.decode("cp1252") if alone and bad in _MARKS else "\ufffd"), error.end


_MARKS = {bytes([byte]) for byte in b"\x85\x91\x92\x93\x94\x95\x96\x97\xa0\xab\xbb"}
MARKS_INSIDE = "windows-1252-marks"  # the name of the error handler
codecs.register_error(MARKS_INSIDE, _one_mark)
