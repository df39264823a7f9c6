"""The tree of a page, whole or refused."""

from __future__ import annotations

import re
from functools import lru_cache

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from verifier.errors import ReadError

_LONG_TAG = re.compile(r"<([A-Za-z][\w-]{0,30})\s([^<>]{20000,})>")
_MOST_ATTRIBUTES = 1_000  # of one element; every parser at hand needs minutes for 100,000


def parse(text: str) -> HtmlElement:
    """Return the tree of a page, without its comments.

    Raises ReadError where the page holds no element, or where the parser gave up in the middle:
    libxml2 drops what is nested over 2,048 deep, and only its log says so.
    """
    # UTF-8 whatever the page declares: it is decoded already.
    parser = lxml.html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    try:
        tree = lxml.html.document_fromstring(_LONG_TAG.sub(_bare, text).encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadError("not a readable HTML page", outcome="parse_failed") from error
    if parser.error_log and parser.error_log[-1].type_name == "ERR_RESOURCE_LIMIT":
        raise ReadError("its HTML is nested too deep to be read whole", outcome="parse_failed")
    return tree


def _bare(tag: re.Match[str]) -> str:
    """Return a start tag without its attributes where they are more than any page needs."""
    return f"<{tag.group(1)}>" if tag.group(2).count("=") > _MOST_ATTRIBUTES else tag.group()


@lru_cache(maxsize=4096)
def _hyphened(name: str) -> str:
    """Return a name in lower case, its words parted by single hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name).lower()).strip("-")


def names_of(element: HtmlElement) -> list[str]:
    """Return the names that a page's authors gave an element by class, id and role.

    They come in lower case and hyphened: "storyBody__pull" as "story-body-pull".
    """
    if not element.keys():
        return []
    given = [name for key in ("class", "id", "role") if (value := element.get(key)) for name in value.split()]
    return [_hyphened(name[:100]) for name in given[:40]]
