"""The HTML report as a browser shows it: fits a phone and a desk, runs nothing, reads on paper."""

import html
import importlib.util
import json
import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from verifier.report.html import html_report

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
_FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage"]
_LONG = "unbroken" * 60
_ATTACK = "<script>document.title='MARKXSS'</script><img src=x onerror=\"document.title='MARKXSS'\">"

_spec = importlib.util.spec_from_file_location(
    "report_samples", Path(__file__).parents[1] / "unit" / "report_samples.py"
)
assert _spec
assert _spec.loader
samples = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(samples)

# Measures the page in a frame of a given width: what sticks out, how big print and links are.
_PROBE = """<!DOCTYPE html><html><body style="margin:0">
<iframe style="border:0;width:WIDTHpx;height:900px" srcdoc="PAGE"></iframe><pre id="out"></pre><script>
const frame = document.querySelector('iframe');
frame.addEventListener('load', () => {
  const page = frame.contentDocument, root = page.documentElement;
  const shown = [...page.querySelectorAll('body *')].filter(e => e.getClientRects().length && !e.closest('.sr'));
  const out = e => e.getBoundingClientRect().right > WIDTH + 1;
  document.getElementById('out').textContent = JSON.stringify({
    wide: root.scrollWidth, title: page.title, cards: page.querySelectorAll('article').length,
    sticking: shown.filter(out).map(e => e.tagName + '.' + e.className).slice(0, 5),
    smallest: Math.min(...shown.map(e => parseFloat(page.defaultView.getComputedStyle(e).fontSize))),
    columns: page.defaultView.getComputedStyle(page.querySelector('.sides')).gridTemplateColumns.split(' ').length});
});
</script></body></html>"""


def chromium(*arguments: str) -> str:
    """Return what Chromium prints when it is run once with the given arguments."""
    done = subprocess.run([str(CHROMIUM), *_FLAGS, *arguments], capture_output=True, text=True, timeout=120, check=True)
    return done.stdout


def measured(page: str, width: int, folder: Path) -> dict[str, object]:
    """Return what the probe finds on a page of the given width in pixels."""
    probe = folder / "probe.html"
    filled = _PROBE.replace("WIDTH", str(width)).replace("PAGE", html.escape(page))
    probe.write_text(filled, encoding="utf-8")
    shown = chromium(
        "--dump-dom", "--virtual-time-budget=5000", f"--user-data-dir={folder / 'profile'}", probe.as_uri()
    )
    found = re.search(r'<pre id="out">(.*?)</pre>', shown, re.DOTALL)
    assert found
    return json.loads(html.unescape(found.group(1)))


@pytest.mark.parametrize(("width", "columns"), [pytest.param(375, 1, id="phone"), pytest.param(1200, 2, id="desk")])
@pytest.mark.parametrize("words", [pytest.param(None, id="sample"), pytest.param(_LONG, id="unbroken words")])
def test_page_fits_its_screen(words: str | None, width: int, columns: int, tmp_path: Path):
    """Nothing sticks out sideways, print is no smaller than 12 px, and the sides stand below each other on a phone."""
    checked = samples.CHECKED if words is None else samples.hostile(words)
    found = measured(html_report([checked], run=samples.RUN), width, tmp_path)
    assert found["sticking"] == []
    assert found["wide"] == width
    assert float(str(found["smallest"])) >= 12
    assert found["columns"] == columns


def test_nothing_of_a_stranger_runs(tmp_path: Path):
    """Hostile words stay words: the title is ours, and nothing has changed it."""
    found = measured(html_report([samples.hostile(_ATTACK)], run=samples.RUN), 1200, tmp_path)
    assert str(found["title"]).startswith("Quotations checked: ")
    assert found["title"] != "MARKXSS"
    assert found["cards"] == 1


def test_paper_has_all_that_is_folded_on_the_screen(tmp_path: Path):
    """Printed, the folded parts are open, and the record's address stands beside its title."""
    page, paper = tmp_path / "page.html", tmp_path / "page.pdf"
    page.write_text(html_report([samples.CHECKED], run=samples.RUN), encoding="utf-8")
    chromium(f"--print-to-pdf={paper}", f"--user-data-dir={tmp_path / 'profile'}", page.as_uri())
    with pypdfium2.PdfDocument(paper) as document:
        text = " ".join(one.get_textpage().get_text_range() for one in document)
    assert text.count("limited the number of requests") == 4
    assert "https://larnvik.example/2024-03-05" in re.sub(r"\s", "", text)
    assert "Other places considered" in text
