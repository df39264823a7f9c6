"""One record from one file: seven kinds, who speaks, when, and what is refused."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime

import pytest
from docx import Document

from verifier.errors import ParseError, ReadError
from verifier.model.page import Page
from verifier.model.transcript import RecordDate, Rendition, Role, Transcript
from verifier.sources.kinds.folder import RecordMeta, read_record, read_sidecar, sidecar_names

BRIEFING = (
    "MS. MAYOR:  Good afternoon to everyone who came to the harbour today.\n\nIt stays open.\n\n"
    "Q  For how long?\n\nMS. MAYOR:  For ever and a day.\n"
)
DAY = date(2024, 3, 5)
META = RecordMeta(date=DAY)


def page(body: str | bytes, name: str) -> Page:
    return Page(body if isinstance(body, bytes) else body.encode(), datetime(2024, 3, 9, tzinfo=UTC), name=name)


def pdf(*pages: list[str], extra: str = "") -> bytes:
    """Return a small PDF with these lines on its pages."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
        stream = f"BT /F1 11 Tf 50 800 Td {shown} ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        fonts = "<< /Font << /F1 3 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 850] /Contents {len(objects)} 0 R /Resources {fonts} >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R {extra} >>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()


def word(*paragraphs: str) -> bytes:
    """Return a Word document of these paragraphs."""
    document, packed = Document(), io.BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(packed)
    return packed.getvalue()


def said(transcript: Transcript) -> list[tuple[str | None, str]]:
    return [(turn.speaker, turn.text) for turn in transcript.turns]


BRIEFING_SAID = [
    ("Ms. Mayor", "Good afternoon to everyone who came to the harbour today.\nIt stays open."),
    ("Question", "For how long?"),
    ("Ms. Mayor", "For ever and a day."),
]
LINES = [line for line in BRIEFING.split("\n") if line]
HTML = (
    '<html lang="en"><head><title>Briefing</title></head><body><nav><p>MENU: Home</p></nav><main>'
    + "".join(f"<p>{line}</p>" for line in LINES)
    + "<p>MS. MAYOR: Thank you all for your patience, and for the many questions you asked.</p>"
    "</main><footer><p>IMPRINT: The Wave</p></footer></body></html>"
)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        pytest.param(BRIEFING, "briefing.txt", id="txt"),
        pytest.param(f"# Briefing\n\n{BRIEFING}".replace("MS. MAYOR:", "**MS. MAYOR:**"), "briefing.md", id="md"),
        pytest.param(word(*LINES), "briefing.docx", id="docx"),
        pytest.param(pdf(LINES), "briefing.pdf", id="pdf"),
        pytest.param(word(*LINES), "briefing.bin", id="docx under another name"),
    ],
)
def test_one_briefing_in_every_format(body: str | bytes, name: str) -> None:
    """The same briefing has the same turns, whatever file it stands in."""
    transcript = read_record(page(body, name), META)
    words = [(speaker, " ".join(text.split())) for speaker, text in said(transcript)]
    assert words == [(speaker, " ".join(text.split())) for speaker, text in BRIEFING_SAID]
    assert (transcript.record.source, transcript.record.doc_id) == ("local", name)
    assert transcript.record.speakers == ("Ms. Mayor",)


def test_a_page() -> None:
    """Between the first and the last paragraph of a page nothing is left out, and nothing around it let in."""
    transcript = read_record(page(HTML, "briefing.html"), META)
    assert [speaker for speaker, _ in said(transcript)] == ["Ms. Mayor", "Question", "Ms. Mayor", "Ms. Mayor"]
    assert "Home" not in transcript.text
    assert "Wave" not in transcript.text
    assert transcript.record.title == "Briefing"


def test_running_heads_of_a_pdf_are_not_speech() -> None:
    """Lines at the edge of every page, page numbers aside, are left out."""
    pages = [
        ["HARBOUR OFFICE", f"words of page {number} follow here", "and more words", f"- {number} -"]
        for number in "1234"
    ]
    text = read_record(page(pdf(*pages), "a.pdf"), RecordMeta(date=DAY, speaker="Ann Mayor")).text
    assert "HARBOUR" not in text
    assert "- 2 -" not in text
    assert "words of page 3 follow here" in text


def test_tracked_deletions_and_hidden_text_of_word() -> None:
    """What was deleted or hidden in a Word document is not on the record; what was inserted is."""
    body = word("MARK the harbour stays open for everyone who lives here.")
    packed = zipfile.ZipFile(io.BytesIO(body))
    files = {entry: packed.read(entry) for entry in packed.namelist()}
    files["word/document.xml"] = files["word/document.xml"].replace(
        b"<w:t>MARK ",
        b"<w:rPr><w:vanish/></w:rPr><w:t>HIDDEN</w:t></w:r><w:del><w:r><w:delText>DELETED</w:delText></w:r></w:del>"
        b"<w:ins><w:r><w:t>INSERTED </w:t></w:r></w:ins><w:r><w:t>",
    )
    again = io.BytesIO()
    with zipfile.ZipFile(again, "w") as out:
        for name, data in files.items():
            out.writestr(name, data)
    text = read_record(page(again.getvalue(), "a.docx"), RecordMeta(date=DAY, speaker="Ann Mayor")).text
    assert text == "INSERTED the harbour stays open for everyone who lives here."


LOCKED = f"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'00' * 32}> /U <{'11' * 32}> >>"
VTT = "WEBVTT\n\n"
SRT = "1\n00:00:01,000 --> 00:00:02,000\n{}\n\n2\n00:00:03,000 --> 00:00:04,000\n{}\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            VTT + "00:01.000 --> 00:02.000\n<v Ann Mayor>The harbour <i>stays</i> open &amp; free.\n\n"
            "00:02.000 --> 00:03.000\n<v Reporter>For how long?\n",
            [("Ann Mayor", "The harbour stays open & free."), ("Reporter", "For how long?")],
            id="voices",
        ),
        pytest.param(
            SRT.format(">> MS. MAYOR: The harbour stays open.", ">> For how long will it?"),
            [("Ms. Mayor", "The harbour stays open."), (None, "For how long will it?")],
            id="marks of change",
        ),
        pytest.param(
            VTT + "00:01.000 --> 00:02.000\nthe harbour\n\n00:02.000 --> 00:03.000\nthe harbour\nstays open\n\n"
            "00:03.000 --> 00:04.000\nstays open\nfor all of us\n\n00:04.000 --> 00:05.000\nfor all of us\nfor ever\n",
            [("Jo Doe", "the harbour\nstays open\nfor all of us\nfor ever")],
            id="scrolling",
        ),
        pytest.param(
            SRT.format("No.", "No.") + "\n3\n00:00:05,000 --> 00:00:06,000\nWe shall not ever close the harbour.\n",
            [("Jo Doe", "No.\nNo.\nWe shall not ever close the harbour.")],
            id="said twice",
        ),
    ],
)
def test_captions(body: str, expected: list[tuple[str | None, str]]) -> None:
    """Captions give turns by voice, label or nobody's; scrolled lines count once, repeated words twice."""
    transcript = read_record(page(body, "a.vtt"), RecordMeta(date=DAY, speaker="Jo Doe"))
    assert said(transcript) == expected
    assert transcript.turns[0].at == "00:00:01.000"
    assert (transcript.record.tier, transcript.record.rendition) == (5, Rendition.ASR)


@pytest.mark.parametrize(
    ("meta", "name", "dates"),
    [
        pytest.param(META, "a.txt", [(DAY, "given")], id="given"),
        pytest.param(META, "2024-03-04-a.txt", [(DAY, "given"), (date(2024, 3, 4), "url")], id="given and in the name"),
        pytest.param(RecordMeta(), "2024-03-05-a.txt", [(DAY, "url")], id="in the name"),
        pytest.param(RecordMeta(url="https://s.example/2024/03/05/x"), "a.txt", [(DAY, "url")], id="in the address"),
    ],
)
def test_dates_keep_their_origin(meta: RecordMeta, name: str, dates: list[tuple[date, str]]) -> None:
    """Every day that is claimed for the record is kept with where it stands, the given one first."""
    record = read_record(page(BRIEFING, name), meta).record
    assert record.dates == tuple(RecordDate(day, origin) for day, origin in dates)


def test_what_is_known_goes_before_what_the_file_says() -> None:
    """Title, place, tier, language and address are as given; the address is the record's id."""
    meta = RecordMeta("T", DAY, "Ann Mayor", "Port", "https://s.example/x?utm_source=y", 1, None, "wave", "de")
    record = read_record(page(BRIEFING, "a.txt"), meta).record
    assert (record.title, record.place, record.tier, record.lang, record.source) == ("T", "Port", 1, "de", "wave")
    assert record.doc_id == "https://s.example/x"


def test_words_before_the_first_label_are_nobodys() -> None:
    """The head of a transcript is kept, but no person is held to it, named for the record or not."""
    text = f"Remarks of Ann Mayor at the harbour\n\n{BRIEFING}"
    first = read_record(page(text, "a.txt"), RecordMeta(date=DAY, speaker="Ann Mayor")).turns[0]
    assert (first.speaker, first.role) == (None, Role.UNATTRIBUTED)


@pytest.mark.parametrize(
    ("body", "name", "words"),
    [
        pytest.param("", "a.txt", "empty", id="empty"),
        pytest.param("Too few words here.", "a.txt", "only 4 words", id="hardly a word"),
        pytest.param("Nobody says who said these many words at the harbour.", "a.txt", "--speaker", id="nobody named"),
        pytest.param(pdf(LINES)[:300], "a.pdf", "cut or damaged", id="PDF cut"),
        pytest.param(b"%PDF-1.4\nrubbish", "a.pdf", "cut or damaged", id="PDF broken"),
        pytest.param(pdf([]), "a.pdf", "pictures", id="PDF without text"),
        pytest.param(pdf(LINES, extra=LOCKED), "a.pdf", "password", id="PDF encrypted"),
        pytest.param(word(*LINES)[:2000], "a.docx", "cut or damaged", id="Word cut"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", "old binary Office", id="old Word"),
        pytest.param(VTT, "a.vtt", "without words", id="captions without words"),
        pytest.param(VTT + "00:99.000 --> 00:01\nx\n", "a.vtt", "caption", id="captions broken"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "a.txt", "an image", id="picture"),
        pytest.param("<html><title>Access Denied</title><h1>Access Denied</h1></html>", "a.html", "access", id="wall"),
    ],
)
def test_what_is_no_record(body: str | bytes, name: str, words: str) -> None:
    """What cannot be read, or leaves open who spoke, is one line that names the file."""
    with pytest.raises(ReadError) as caught:
        read_record(page(body, name), META)
    assert words in caught.value.message
    assert "\n" not in caught.value.message
    assert caught.value.subject == name


def test_no_date_is_asked_for() -> None:
    """A record without any date is refused, never dated today."""
    with pytest.raises(ParseError, match="--date"):
        read_record(page(BRIEFING, "a.txt"), RecordMeta())


def test_a_sidecar() -> None:
    """A sidecar gives what is known of a record; what the command line gives goes before it."""
    body = 'title = "T"\ndate = 2024-03-05\nspeaker = "Ann Mayor"\ntier = 1\nrendition = "interpretation"\n'
    meta = read_sidecar(page(body, "a.meta.toml"))
    assert meta == RecordMeta("T", DAY, "Ann Mayor", tier=1, rendition=Rendition.INTERPRETATION)
    assert RecordMeta(title="U").over(meta) == RecordMeta(
        "U", DAY, "Ann Mayor", tier=1, rendition=Rendition.INTERPRETATION
    )
    assert sidecar_names("a.b.txt") == ("a.b.txt.meta.toml", "a.b.meta.toml")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        pytest.param("titel = 'x'", "'titel': is not a known key; is 'title' meant?", id="unknown key"),
        pytest.param("tier = 'x'", "tier: must be a number", id="wrong type"),
        pytest.param("date = 2024-03-05T10:00:00", "date: must be", id="a time for a day"),
        pytest.param("title = ", "not TOML", id="no TOML"),
    ],
)
def test_a_broken_sidecar(body: str, words: str) -> None:
    """A sidecar with a mistake is one line that names the key."""
    with pytest.raises(ParseError) as caught:
        read_sidecar(page(body, "a.meta.toml"))
    assert words in caught.value.message
    assert caught.value.subject == "a.meta.toml"
