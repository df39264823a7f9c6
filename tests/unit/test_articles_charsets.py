"""What servers and pages say wrongly about their characters: the text is right and it is said, or it is refused."""

from __future__ import annotations

import pytest

from verifier.articles.decode import decode
from verifier.errors import ReadError

LINE = "He’s “never” asked for it… Élysée"
CAFES = "Les élèves étaient très près de la forêt, où l'été était déjà passé. " * 3
META = '<meta charset="{}"><p>'


def mangled(text: str, times: int = 1) -> str:
    """Return *text* as it looks when its UTF-8 was read as Latin-1, so many times."""
    for _ in range(times):
        text = text.encode().decode("latin-1")
    return text


@pytest.mark.parametrize(
    ("body", "header", "text", "flags"),
    [
        pytest.param(LINE.encode(), "text/html; charset=iso-8859-1", LINE, {"charset_corrected"}, id="E01 header lies"),
        pytest.param(
            (META.format("iso-8859-1") + LINE).encode(),
            "text/html",
            META.format("iso-8859-1") + LINE,
            {"charset_corrected"},
            id="E02 page lies",
        ),
        pytest.param(
            (META.format("iso-8859-1") + LINE).encode(),
            "text/html; charset=utf-8",
            META.format("iso-8859-1") + LINE,
            set(),
            id="E02 page lies, header does not",
        ),
        pytest.param(
            b"<p>" + "He’s “here”".encode("cp1252"),
            "text/html; charset=utf-8",
            "<p>He’s “here”",
            {"charset_guessed"},
            id="E03 windows-1252 as utf-8",
        ),
        pytest.param(
            (META.format("windows-1252") + LINE).encode("cp1252"),
            "text/html; charset=utf-8",
            META.format("windows-1252") + LINE,
            set(),
            id="E03 header lies, page does not",
        ),
        pytest.param(mangled(LINE).encode(), None, LINE, {"mojibake_repaired"}, id="E04 encoded twice"),
        pytest.param(mangled(LINE, 2).encode(), None, LINE, {"mojibake_repaired"}, id="E04 encoded three times"),
        pytest.param((LINE * 3).encode("utf-16-le"), "text/html", LINE * 3, set(), id="E05 utf-16 without a mark"),
        pytest.param(
            (LINE * 3).encode("utf-16-be"), "text/html; charset=utf-8", LINE * 3, set(), id="E05 big end first"
        ),
        pytest.param(
            LINE.encode("utf-16"), "text/html; charset=utf-8", LINE, set(), id="E06 a mark against the header"
        ),
        pytest.param(LINE.encode("utf-32"), "text/html; charset=utf-8", LINE, set(), id="E06 utf-32 by its mark"),
        pytest.param(
            b"\xef\xbb\xbf" + LINE.encode(), "text/html; charset=iso-8859-1", LINE, set(), id="E06 a mark of utf-8"
        ),
        pytest.param(
            LINE.encode(), "text/html; charset=utf-16", LINE, {"charset_corrected"}, id="E06 utf-8 called utf-16"
        ),
        pytest.param(
            "“Harbour,” he’d".encode("cp1252") + b"\x94",
            "text/html; charset=utf-16",
            "“Harbour,” he’d”",
            {"charset_guessed"},
            id="E06 windows-1252 called utf-16",
        ),
        pytest.param(
            (CAFES * 10).encode() + b"\xff" + CAFES.encode(),
            "text/html; charset=utf-8",
            CAFES * 10 + "\ufffd" + CAFES,
            {"bad_bytes_replaced"},
            id="E07 a bad byte",
        ),
        pytest.param(
            (CAFES + "don\ufffdt").encode(), None, CAFES + "don\ufffdt", {"characters_lost"}, id="E07 a lost character"
        ),
        pytest.param(
            "He’s “here”".encode("cp1252"),
            "text/html; charset=x-harbour",
            "He’s “here”",
            {"charset_guessed"},
            id="E08 unknown charset",
        ),
        pytest.param(
            LINE.encode(), "text/html; charset=x-harbour", LINE, {"charset_corrected"}, id="E08 unknown, and utf-8"
        ),
        pytest.param(
            b"+ADw-script+AD4-", "text/html; charset=utf-7", "+ADw-script+AD4-", set(), id="E09 no utf-7 by header"
        ),
        pytest.param(
            META.format("utf-7").encode() + b"+ADw-b+AD4-",
            None,
            META.format("utf-7") + "+ADw-b+AD4-",
            set(),
            id="E09 no utf-7 by page",
        ),
    ],
)
def test_charsets_that_are_told_wrongly(body: bytes, header: str | None, text: str, flags: set[str]) -> None:
    """Mark, strict UTF-8, header, page, detector: in this order; what had to be corrected or guessed is said."""
    decoded = decode(body, header)
    assert decoded.text == text
    assert set(decoded.flags) == flags


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(bytes(range(128, 256)) * 3, id="E07 bytes of no charset"),
        pytest.param(
            ("Good afternoon, we are here for the ferries. " * 20).encode().replace(b"e", b"\xff"), id="E07 no letter e"
        ),
        pytest.param(("w\ufffdrd w\ufffdrds " * 50).encode(), id="E07 letters lost throughout"),
    ],
)
def test_characters_that_cannot_be_read(body: bytes) -> None:
    """What no charset fits, or was lost before, is refused and never read as if nothing had happened."""
    with pytest.raises(ReadError) as caught:
        decode(body, "text/html; charset=utf-8")
    assert caught.value.outcome == "undecodable"


ACCENTS = "It’s a naïve café, señor — señora says so."
HARBOUR = "The harbour was closed for repairs all week long and nobody complained about it. "
NAMES = "Příliš žluťoučký kůň úpěl ďábelské ódy. "
CYRILLIC = "Мы не отступим и не сдадимся никогда. "


@pytest.mark.parametrize(
    ("text", "charset", "languages"),
    [
        pytest.param(HARBOUR + ACCENTS, "cp1252", ["en"], id="English"),
        pytest.param(HARBOUR * 9 + "naïve", "cp1252", ["en"], id="one letter"),
        pytest.param(HARBOUR + "naïve café, señor", "latin-1", ["en"], id="Latin-1"),
        pytest.param(HARBOUR + ACCENTS, "cp1252", [], id="languages unknown"),
        pytest.param("Où l’été créé fût ; le cœur d’Élysée « était » à l’œuvre. ", "cp1252", ["fr"], id="French"),
        pytest.param("Über die Brücke; 20°C, 5\u00a0€, die Größe zählt. ", "cp1252", ["de", "en"], id="German"),
        pytest.param(NAMES * 5, "cp1250", ["cs"], id="Czech stays with the detector"),
        pytest.param(CYRILLIC * 5, "cp1251", ["ru"], id="Russian stays with the detector"),
        pytest.param(CYRILLIC * 5, "cp1251", [], id="Russian, languages unknown"),
    ],
)
def test_letters_of_the_languages(text: str, charset: str, languages: list[str]) -> None:
    """Bytes that are not the UTF-8 they are called are read by a charset of the languages, and that is said."""
    decoded = decode(f"<p>{text}</p>".encode(charset), "text/html; charset=utf-8", languages)
    assert decoded.text == f"<p>{text}</p>"
    assert decoded.flags == ("charset_guessed",)


@pytest.mark.parametrize(
    ("body", "languages"),
    [
        pytest.param((HARBOUR + CYRILLIC).encode("koi8-r"), ["en"], id="Cyrillic for English"),
        pytest.param((HARBOUR + CYRILLIC).encode("cp1251"), ["fr", "en"], id="Cyrillic for French"),
        pytest.param(HARBOUR.encode() + bytes(range(0xA6, 0xDE)), ["en"], id="half-width katakana for English"),
        pytest.param(ACCENTS.encode().replace("—".encode(), b"\xff\xfe\x80"), ["en"], id="UTF-8, much of it bad"),
        pytest.param(ACCENTS.encode() + "Où été".encode("latin-1"), [], id="two charsets"),
    ],
)
def test_letters_of_other_languages(body: bytes, languages: list[str]) -> None:
    """A guess in a script that no language of the source has, and UTF-8 that is not whole, are refused."""
    with pytest.raises(ReadError) as caught:
        decode(body, "text/html; charset=utf-8", languages)
    assert caught.value.outcome == "undecodable"


def test_scripts_that_a_page_surely_has() -> None:
    """What is UTF-8, or declared and fitting, may quote any script."""
    text = f"{HARBOUR}{CYRILLIC}"
    assert decode(text.encode(), "text/html; charset=utf-8", ["en"]).text == text
    assert decode(text.encode("koi8-r"), "text/html; charset=koi8-r", ["en"]).text == text
