"""What no reader of a page saw is never read, whatever hides it."""

from __future__ import annotations

import time

import lxml.html
import pytest

from verifier.articles.hidden import without_hidden

HONEST = f"<p>{'Some honest words. ' * 3}</p>"
MARK = "<p>“MARK these words,” he said.</p>"


def shown(body: str, head: str = "") -> str:
    """Return the text of a page without what is hidden."""
    tree = lxml.html.document_fromstring(f"<html><head>{head}</head><body>{HONEST}{body}</body></html>")
    return str(without_hidden(tree).text_content())


@pytest.mark.parametrize(
    ("head", "body"),
    [
        pytest.param("", "<div style='DISPLAY : none !important'>{}</div>", id="display"),
        pytest.param("", "<div style='visibility:hidden'>{}</div>", id="visibility"),
        pytest.param("", "<div style='opacity:0;'>{}</div>", id="opacity"),
        pytest.param("", "<div style='position:absolute;left:-9999px'>{}</div>", id="off the screen"),
        pytest.param("", "<div style='text-indent:-9999px'>{}</div>", id="indented away"),
        pytest.param("", "<div style='font-size:0'>{}</div>", id="no size"),
        pytest.param("", "<div style='height:0;overflow:hidden'>{}</div>", id="no height, cut off"),
        pytest.param("", "<div style='overflow-y: clip; height: 0px'>{}</div>", id="no height, cut off downwards"),
        pytest.param("", "<div style='max-height:0'>{}</div>", id="no height allowed"),
        pytest.param("", "<div style='display:/**/none'>{}</div>", id="a comment inside"),
        pytest.param("", "<div style='dis/* a */play:none'>{}</div>", id="a comment inside the name"),
        pytest.param("<style>.x{height:0;overflow:hidden}</style>", "<div class=x>{}</div>", id="no height by class"),
        pytest.param("", "<div hidden>{}</div>", id="hidden attribute"),
        pytest.param("", "<div aria-hidden='true'>{}</div>", id="hidden from readers aloud"),
        pytest.param("", "<div class='sr-only'>{}</div>", id="for readers aloud alone"),
        pytest.param("", "<div class='screen-reader-text x'>{}</div>", id="the same, elsewhere"),
        pytest.param("", "<div class='d-none'>{}</div>", id="framework"),
        pytest.param("", "<dialog>{}</dialog>", id="closed dialog"),
        pytest.param("", "<template>{}</template>", id="template"),
        pytest.param("", "<noscript>{}</noscript>", id="noscript"),
        pytest.param("", "<amp-consent>{}</amp-consent>", id="AMP consent"),
        pytest.param("<style>.x{color:red;display:none}</style>", "<div class='y x'>{}</div>", id="class"),
        pytest.param("<style>p.x, div#a.x{display:none}</style>", "<div class=x id=a>{}</div>", id="several parts"),
        pytest.param("<style>/* .a{} */ #a{visibility:hidden}</style>", "<div id=a>{}</div>", id="after a comment"),
        pytest.param("<style>@media print{.z{margin:0}} .x{display:none}</style>", "<div class=x>{}</div>", id="media"),
    ],
)
def test_hidden(head: str, body: str) -> None:
    """The hidden element is gone with all in it."""
    text = shown(body.format(MARK), head)
    assert "MARK" not in text
    assert "honest" in text


@pytest.mark.parametrize(
    ("head", "body"),
    [
        pytest.param("<style>p.x{display:none}</style>", "<div class=x>{}</div>", id="another tag"),
        pytest.param("<style>.x.y{display:none}</style>", "<div class=x>{}</div>", id="one class of two"),
        pytest.param("<style>.x{display:none} .x{display:block}</style>", "<div class=x>{}</div>", id="shown again"),
        pytest.param("<style>@media print{.x{display:none}}</style>", "<div class=x>{}</div>", id="on paper only"),
        pytest.param("", "<div hidden='until-found'>{}</div>", id="found by searching"),
        pytest.param("", "<div style='opacity:0.9'>{}</div>", id="a little see-through"),
        pytest.param("", "<div style='height:0'>{}</div>", id="no height, flows over"),
        pytest.param("", "<div style='line-height:0.9;overflow:hidden'>{}</div>", id="tight lines"),
        pytest.param("", "<div style='min-height:0;overflow:hidden'>{}</div>", id="no least height"),
        pytest.param("", "<div style='max-height:0.5em'>{}</div>", id="a little height"),
        pytest.param("", "<div style='/* display:none */'>{}</div>", id="hiding commented out"),
        pytest.param("", "<dialog open>{}</dialog>", id="open dialog"),
        pytest.param("", "<details><summary>More</summary>{}</details>", id="details"),
        pytest.param("", "<div aria-hidden='true'>{0}{0}{0}{0}</div>", id="the page behind a dialog"),
    ],
)
def test_shown(head: str, body: str) -> None:
    """What readers saw stays, though its markup looks like hiding."""
    assert "MARK" in shown(body.format(MARK), head)


@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param("a" * 1_000_000, id="one long word"),
        pytest.param("/*" * 300_000, id="comments left open"),
        pytest.param("@media " * 100_000, id="media left open"),
        pytest.param("@media x{" * 50_000, id="media in media"),
        pytest.param(".a{display:none}" * 50_000, id="many rules"),
    ],
)
def test_hostile_sheets(sheet: str) -> None:
    """A style sheet made to be slow is not."""
    began = time.process_time()
    assert "honest" in shown("", f"<style>{sheet}</style>")
    assert time.process_time() - began < 3
