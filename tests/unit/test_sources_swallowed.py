"""Markup that swallows the rest of a page: the record is refused, not stored as if it ended there."""

from __future__ import annotations

import time
from typing import Any

import pytest
from source_pages import PLAIN, URL, WORDS, reading, source

from verifier.errors import ParseError
from verifier.sources.swallowed import swallowed_in

REST = f"<p>Q And the south?</p><p>MR. ROE: {WORDS}</p>"
ARTICLE = PLAIN | {"body": {"select": "article"}}


def page_with(rest: str, behind: str = "") -> str:
    """Return a page with these second half and end."""
    return f"""<html><head><title>Briefing</title><script>if (a<b && c=="x") d('<i>')</script></head><body>
<!-- begin --><h1>Briefing</h1><div><article><p>MR. ROE: {WORDS}</p><p>Q Why?</p><p>MR. ROE: So.</p>
{rest}</article></div><footer><a title="It's here">Site</a><!-- end --></footer>{behind}</body></html>"""


def outcome_of(body: str, **keys: Any) -> str:
    """Return the outcome of reading a page."""
    try:
        reading(body, URL, source(**ARTICLE | keys))
    except ParseError as error:
        return error.outcome
    return "ok"


@pytest.mark.parametrize(
    ("opening", "behind"),
    [
        pytest.param("<!-- ", "", id="comment, ended by the next one"),
        pytest.param("<script>", "", id="script"),
        pytest.param("<script>", "<script>var a = 1</script>", id="script, ended by the next one"),
        pytest.param("<style>", "", id="style"),
        pytest.param("<textarea>", "", id="textarea"),
        pytest.param("<textarea>", "<textarea></textarea>", id="textarea, ended by the next one"),
        pytest.param("<select><option>", "", id="select"),
        pytest.param("<TITLE>", "", id="title"),
        pytest.param("</article></div>", "", id="body closed early"),
    ],
)
def test_rest_is_swallowed(opening: str, behind: str) -> None:
    """Turns that stand in the source but that no tree shows are missed, whatever swallowed them."""
    assert outcome_of(page_with(opening + REST, behind)) == "suspicious_change"


@pytest.mark.parametrize("quote", ['"', "'"])
def test_quotation_mark_never_closed(quote: str) -> None:
    """A value whose quotation mark closes only further on, or never, takes turns in."""
    rest = REST.replace("<p>Q And", f"<p title={quote}Q And", 1)
    assert outcome_of(page_with(rest)) == "suspicious_change"
    assert outcome_of(page_with(rest).replace("It's", "It is").replace('title="It is here"', "")) == "suspicious_change"


def test_comment_never_closed_near_the_end() -> None:
    """A comment that nothing closes counts by what it takes in, however late it opens."""
    body = page_with(REST + f"<!-- <p>MR. ROE: {WORDS}</p>").replace("<!-- end -->", "")
    assert outcome_of(body) == "suspicious_change"


@pytest.mark.parametrize(
    ("many", "outcome"),
    [pytest.param(4, "suspicious_change", id="much"), pytest.param(0, "ok", id="hardly anything")],
)
def test_speech_without_labels(many: int, outcome: str) -> None:
    """Where one speaks alone, the share of letters behind a comment never closed tells that the rest is missing."""
    body = f"<h1>Remarks by Ann Lee</h1><article><p>{WORDS}</p><!-- <p>{WORDS * many}</p></article>"
    assert outcome_of(body, turns=["single"]) == outcome


@pytest.mark.parametrize(
    ("rest", "behind"),
    [
        pytest.param(REST, "", id="whole"),
        pytest.param(f"{REST}<!-- <p>MR. ROE: {WORDS}</p> -->", "", id="commented out"),
        pytest.param(f"{REST}<script>var text = '<p>MR. ROE: {WORDS}</p>'</script>", "", id="in a script"),
        pytest.param(REST, "<script>document.write('<script src=a><\\/script>')</script>", id="script in a script"),
        pytest.param(f"{REST}<template><p>MR. ROE: {WORDS}</p></template>", "", id="in a template"),
        pytest.param(f'{REST}<i data-tip="<b>See</b> below">x</i>', "", id="tags in a value"),
        pytest.param(f'{REST}<p>He said: "a < b and c = "d</p>', "", id="signs in words"),
        pytest.param(REST, "<!-- nothing more", id="a comment without words left open"),
        pytest.param(REST, "<aside><p>Related</p><p>More</p><p>News</p><p>Q Who?</p></aside>", id="a label far off"),
    ],
)
def test_nothing_is_swallowed(rest: str, behind: str) -> None:
    """Pages that are closed as they should be are read, whatever else they hold."""
    assert outcome_of(page_with(rest, behind)) == "ok"


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("<!--", id="comments"),
        pytest.param("<script>", id="scripts"),
        pytest.param("<a b=", id="values"),
        pytest.param('<a b="', id="quotation marks"),
        pytest.param("<a b='</", id="closings in values"),
        pytest.param("<a ", id="tags"),
        pytest.param("= ", id="signs"),
        pytest.param("<select><!--", id="both"),
        pytest.param("<title><title></title>", id="titles in titles"),
    ],
)
def test_time_of_hostile_pages(piece: str) -> None:
    """A page made to be slow is not."""
    began = time.process_time()
    list(swallowed_in(piece * 100_000))
    list(swallowed_in("<a " + piece * 100_000))
    assert time.process_time() - began < 2
