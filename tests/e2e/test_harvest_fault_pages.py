"""Pages that are not what they should be, harvested: rows W and E of the catalogue of faults, F24, H01 to H03, H25."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "integration"))
from command_line import Desk
from fault_scenes import files_below, harvest, health_of, listing, outcome_of, serve_pages, texts_of
from kind_scenes import SAID, TITLE, WORDS, page_html
from replay_server import HTML, PDF, Answer, replaying

GOOD = page_html()
SPECIAL = "The café’s naïve owner — Señora Ibáñez — said “Grüße aus Århus” and left"
ACCENTED = page_html(words=f"{WORDS} {SPECIAL}.")
RECORDED_PDF = Path(__file__).parents[1] / "data" / "sources" / "un-pv" / "page.pdf"


def html(body: str, content_type: str = HTML, charset: str = "utf-8", **more: object) -> Answer:
    """Return a page in some charset, under some name of it."""
    return Answer(body.encode(charset), content_type, **more)  # type: ignore[arg-type]


def bare(inside: str) -> Answer:
    """Return a page that is nothing but this."""
    return html(f"<!doctype html><html><body>{inside}</body></html>")


def pdf_bomb() -> bytes:
    """Return a page description that unpacks to 300 MB."""
    packer = zlib.compressobj(9)
    stream = b"".join(packer.compress(b" " * 1_000_000) for _ in range(300)) + packer.flush()
    parts = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(stream), stream),
    )
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, part) for n, part in enumerate(parts, 1))
    return body + b"trailer << /Size 5 /Root 1 0 R >>\n%%EOF\n"


@dataclass(frozen=True, slots=True)
class Fault:
    """A page that is served, and what must come of it; ``holds`` stands in the record, ``lacks`` does not."""

    answer: Answer
    outcome: str = "ok"
    holds: str = SAID
    lacks: str = ""
    more: str = ""


TEASER = GOOD.replace("</div>", "<p>Subscribe to continue reading</p></div>")
GERMAN = "Wir haben die Brücke und den Fluss gesehen, und wir werden im Sommer wieder mit allen dort hingehen. "
BANNER = "This is historical material frozen in time and is no longer updated."
FAULTS = {
    "W01": Fault(html("<title>Page not found</title><h1>Page not found</h1><p>It may have moved."), "soft_404"),
    "W02": Fault(
        bare(f"<main><h1>We value your privacy</h1><p>Accept all cookies. “{SAID}”, she said.</p></main>"), "wall"
    ),
    "W03": Fault(html("<title>Access Denied</title><h1>Access Denied</h1><p>Reference 18.2"), "wall"),
    "W04": Fault(html("<title>Just a moment...</title><p>Checking your browser before you go on."), "wall"),
    "W05": Fault(html("<title>Town</title><h1>Log in</h1><form><input type=password></form>"), "wall"),
    "W06": Fault(html(TEASER), "wall"),
    "W07": Fault(html("<title>App</title><div id=root></div><noscript>You need to enable JavaScript."), "wall"),
    "W08": Fault(bare("<h1>Press conference</h1><p>This page is not available in your country.</p>"), "wall"),
    "W09": Fault(bare("<h1>500 Internal Server Error</h1>"), "soft_404"),
    "W10": Fault(bare(f"<h1>{TITLE}</h1><div class=body><p>News of the day.</p></div>"), "empty"),
    "W11": Fault(html(page_html(words=GERMAN * 8)), "soft_404"),
    "W12": Fault(html(page_html("Remarks on the new library", "2023-11-20")), "suspicious_change"),
    "W13": Fault(html(GOOD.replace("<div class='body'>", f"<div class='body'><p>{BANNER}</p>")), lacks=BANNER),
    "E01": Fault(html(ACCENTED, "text/html; charset=iso-8859-1"), holds=SPECIAL),
    "E02": Fault(html(ACCENTED.replace("<head>", "<head><meta charset=iso-8859-1>"), "text/html"), holds=SPECIAL),
    "E03": Fault(html(ACCENTED, charset="cp1252"), holds=SPECIAL),
    "E04": Fault(Answer(ACCENTED.encode().decode("cp1252", "replace").encode()), holds="Ibáñez"),
    "E05": Fault(html(ACCENTED, "text/html", "utf-16-le"), holds=SPECIAL),
    "E06": Fault(html(ACCENTED, charset="utf-16"), holds=SPECIAL),
    "E07": Fault(Answer(ACCENTED.encode().replace(b"wet day", b"wet d\xffy"), HTML), "undecodable"),
    "E08": Fault(html(ACCENTED, "text/html; charset=x-harbour"), holds=SPECIAL),
    "E09": Fault(
        html(GOOD.replace("<p>Q:", "<p>+ADw-script+AD4-</p><p>Q:"), "text/html; charset=utf-7"), lacks="<script"
    ),
    "E10": Fault(html(GOOD, PDF)),
    "E11": Fault(Answer(b"%PDF-1.4\nnothing of one", PDF), "parse_failed"),
    "E12": Fault(Answer(RECORDED_PDF.read_bytes()[:900], PDF), "parse_failed"),
    "E13": Fault(html(GOOD, "")),
    "E14": Fault(html(GOOD, headers=(("Content-Disposition", 'attachment; filename="../../evil.html"'),))),
    "E15": Fault(Answer(b"\x89PNG\r\n\x1a\n" + bytes(900), HTML), "wrong_type"),
    "E16": Fault(Answer(b"PK\x03\x04" + bytes(900), HTML), "wrong_type"),
    "E17": Fault(Answer(pdf_bomb(), PDF), "parse_failed"),
    "F24": Fault(html(page_html(words=f"{WORDS} {'a word and another ' * 120_000}"))),
    "H01": Fault(html(GOOD.replace("<div class='body'>", "<div>" * 3000 + "<div class='body'>")), "suspicious_change"),
    "H02": Fault(html(page_html(words=f"{WORDS} {'<b><i>word ' * 20_000}")), "suspicious_change"),
    "H03": Fault(html(GOOD.replace("<h1>", f"<h1 {' '.join(f'a{n}=1' for n in range(100_000))}>"))),
    "H25": Fault(html(page_html(words=f"{WORDS} {'x' * 1_000_000}."))),
}


@pytest.fixture(scope="module")
def harvested(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, int]]:
    """Harvest all of them at once; give the desk and the exit code."""
    folder = tmp_path_factory.mktemp("faults")
    with replaying() as replay, pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for name, fault in FAULTS.items():
            serve_pages(replay, name, fault.answer)
        desk = Desk(folder)
        code, _ = harvest(desk, replay, [listing(name, fault.more) for name, fault in FAULTS.items()])
        yield desk, code


@pytest.mark.parametrize("name", FAULTS)
def test_a_page_that_is_not_what_it_should_be(name: str, harvested: tuple[Desk, int]) -> None:
    """The outcome names what it is; what is no transcript is none, and the honest page beside it is kept."""
    desk, fault = harvested[0], FAULTS[name]
    texts = texts_of(desk, name)
    assert outcome_of(desk, name) == fault.outcome
    assert outcome_of(desk, name, "good") == "ok"
    assert len(texts) == (2 if fault.outcome == "ok" else 1)
    if fault.outcome == "ok":
        assert fault.holds in texts[0]
        assert health_of(desk, name) == "ok_hits"
    assert not fault.lacks or not any(fault.lacks in text for text in texts)


def test_the_harvest_says_that_some_failed(harvested: tuple[Desk, int]) -> None:
    """Exit 3; and no file is named after what a publisher says."""
    assert harvested[1] == 3
    assert not any("evil" in name for name in files_below(harvested[0].folder))
