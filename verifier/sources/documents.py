"""The lines of PDF and Word documents."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

from verifier.errors import ParseError

MAX_PAGES = 3_000
MAX_UNPACKED = 200_000_000  # bytes of a Word document
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = re.compile(r"\d+")
# pdfium writes U+FFFE or U+0002 where a word is divided at a line's end.
_DIVIDED = re.compile("[\ufffe\u0002\u00ad]\r?\n?")


def _page_lines(text: str) -> list[str]:
    """Return the lines of one page, divided words joined."""
    joined = _DIVIDED.sub("", text).replace("\r", "\n")
    return [" ".join(line.split()) for line in joined.split("\n") if line.strip()]


def _edge(page: list[str]) -> set[int]:
    """Return the numbers of the lines at the top and foot of a page, fewer on a short one."""
    depth = 2 if len(page) > 6 else 1
    return {at for at in range(len(page)) if at < depth or at >= len(page) - depth}


def _without_running_heads(pages: list[list[str]]) -> Iterator[str]:
    """Yield the lines of all pages but those that stand at the edge of many, page numbers aside."""
    edges = Counter(_DIGITS.sub("#", line) for page in pages for line in {page[at] for at in _edge(page)})
    running = {line for line, count in edges.items() if count >= max(3, len(pages) // 2)}
    for page in pages:
        edge = _edge(page)
        yield from (line for at, line in enumerate(page) if at not in edge or _DIGITS.sub("#", line) not in running)


def pdf_lines(body: bytes) -> list[str]:
    """Return the lines of a PDF's text, running heads and page numbers left out.

    Raises ParseError where it is encrypted, cut, or holds pictures of text only.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        what = "it asks for a password" if "assword" in str(error) else "it is cut or damaged"
        raise ParseError(f"a PDF that cannot be read: {what}") from error
    try:
        if len(document) > MAX_PAGES:
            raise ParseError(f"a PDF of {len(document)} pages; up to {MAX_PAGES} are read", outcome="too_large")
        pages = [_page_lines(_page_text(document, number)) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise ParseError("a PDF that cannot be read: a page of it is damaged") from error
    finally:
        document.close()
    lines = list(_without_running_heads(pages))
    if not lines:
        raise ParseError("a PDF without text: its pages are pictures; give its text", outcome="empty")
    return lines


def _page_text(document: Any, number: int) -> str:
    """Return the text of one page of a PDF."""
    page = document[number]
    try:
        text = page.get_textpage()
        try:
            return str(text.get_text_bounded())
        finally:
            text.close()
    finally:
        page.close()


def _expect_bounded(body: bytes) -> None:
    """Raise ParseError for a Word document that is cut, or grows beyond bounds when unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            size = sum(entry.file_size for entry in packed.infolist())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise ParseError("a Word document that cannot be read: it is cut or damaged") from error
    if size > MAX_UNPACKED:
        raise ParseError(f"a Word document of {size:,} bytes unpacked", outcome="too_large")


def _run_text(paragraph: Any) -> Iterator[str]:
    """Yield the words of a paragraph: insertions are in, deletions and hidden text are not."""
    for node in paragraph.iter(f"{_WORD}t", f"{_WORD}br", f"{_WORD}tab", f"{_WORD}cr"):
        run = node.getparent()
        if run.find(f"{_WORD}rPr/{_WORD}vanish") is None:
            yield {"t": node.text or "", "tab": "\t"}.get(node.tag.removeprefix(_WORD), "\n")


def docx_lines(body: bytes) -> list[str]:
    """Return the lines of a Word document's body, tables included, tracked deletions left out.

    Raises ParseError where it is cut, damaged or too large.
    """
    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml.etree import XMLSyntaxError

    _expect_bounded(body)
    try:
        document = Document(io.BytesIO(body))
    except (OpcError, XMLSyntaxError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise ParseError("a Word document that cannot be read: it is cut or damaged") from error
    texts = ("".join(_run_text(paragraph)) for paragraph in document.element.body.iter(f"{_WORD}p"))
    return [" ".join(line.split()) for text in texts for line in text.split("\n") if line.strip()]
