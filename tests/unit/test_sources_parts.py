"""What a page holds besides speech is left out as configured, and is not called hidden."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from verifier.sources.config import ListingSource
from verifier.sources.page_parts import parts_of_html

PAGE = (
    "<html><head><title>A speech</title></head><body><main><h1>A speech</h1>"
    "<p><span class='who'>Ms FERNSBY</span> (<span class='seat'>Saltmarsh and the Outer Isles</span>): I rise.</p>"
    "<p>We ask for one lamp<span class='tip'>a lamp is a thing that gives light</span>.</p>{}</main></body></html>"
)


def source(**body: Any) -> ListingSource:
    """Return a source with this body table."""
    values = {"id": "a", "kind": "listing", "list": {"url": "https://example.org/"}, "body": {"select": "p", **body}}
    return TypeAdapter(ListingSource).validate_python(values)


def test_dropped_elements_are_not_hidden_words() -> None:
    """What the configuration drops is gone from the text, and raises no flag of hidden words."""
    parts = parts_of_html(PAGE.format(""), source(drop=[".tip"]))
    assert parts.text == "Ms FERNSBY (Saltmarsh and the Outer Isles): I rise.\nWe ask for one lamp."
    assert parts.flags == frozenset()


def test_hidden_words_are_told_beside_dropped_ones() -> None:
    """Words that the page itself hides are told, whatever else is dropped."""
    hidden = '<p style="display:none">and nobody shall ever read these words here</p>'
    assert parts_of_html(PAGE.format(hidden), source(drop=[".tip"])).flags == {"hidden_text"}


def test_a_part_is_cut_out_of_a_line() -> None:
    """A pattern takes the name before the words, the words stay; a line of which nothing is left is no line."""
    parts = parts_of_html(PAGE.format("<p>():</p>"), source(drop=[".who", ".seat", ".tip"], cut=[r"^[(), ]*:\s*"]))
    assert parts.text == "I rise.\nWe ask for one lamp."
