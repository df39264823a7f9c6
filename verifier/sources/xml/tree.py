"""The tree of an XML record: no entities, no network, no bombs, names without their namespaces."""

from __future__ import annotations

from collections.abc import Container, Iterator

from lxml import etree
from lxml.etree import _Element as Element

from verifier.articles.decode import clean
from verifier.articles.sniff import Kind, kind_of
from verifier.errors import ParseError
from verifier.model.page import Page

__all__ = ["Element", "children_text", "root_of", "root_of_fragment", "words_of"]


def _parser() -> etree.XMLParser:
    """Return a parser that follows nothing and grows nothing."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )


def _without_namespaces(root: Element) -> Element:
    """Return the tree with local names only, of elements and attributes; ParseError for an unresolved entity."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            raise ParseError("its XML names an entity, which is not followed")
        element.tag = etree.QName(element).localname
        for name in [name for name in element.attrib if str(name).startswith("{")]:
            element.attrib[etree.QName(name).localname] = element.attrib.pop(name)
    return root


def _parsed(body: bytes) -> Element:
    """Return the tree of these bytes; ParseError says what is wrong in one line."""
    try:
        root = etree.fromstring(body, _parser())
    except etree.XMLSyntaxError as error:
        said = " ".join(str(error.msg or "damaged").split())[:160]
        raise ParseError(f"XML that breaks off or is damaged: {said}") from None
    except ValueError as error:
        raise ParseError(f"not XML: {error}") from None
    declared = root.getroottree().docinfo.internalDTD
    # The stubs lack the entities.
    if declared is not None and next(declared.iterentities(), None) is not None:  # type: ignore[union-attr]
        raise ParseError("its XML declares entities, which no record needs")
    return _without_namespaces(root)


def root_of(page: Page) -> Element:
    """Return the root of the XML document in *page*, names without namespaces.

    Raises ParseError: ``wall`` for an HTML page in its place, ``empty``, ``wrong_type``, or ``parse_failed``
    for a document that breaks off, declares entities, or is nested beyond reason.
    """
    kind = kind_of(page.body)
    if kind is Kind.EMPTY:
        raise ParseError("an empty answer", outcome="empty")
    if kind is Kind.HTML and b"<html" in page.body[:2_000].lower():
        raise ParseError("an HTML page came in place of the record", outcome="wall")
    if not page.body.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<") and kind is not Kind.TEXT:
        raise ParseError(f"{kind.value} came in place of XML", outcome="wrong_type")
    if not page.body[:64].strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").startswith(b"<"):
        raise ParseError("plain text came in place of XML", outcome="wrong_type")
    return _parsed(page.body)


def root_of_fragment(text: str) -> Element:
    """Return the root of a piece of XML that stands inside another answer; ParseError as ``root_of``."""
    return _parsed(text.encode("utf-8", "replace"))


def _pieces(element: Element, drop: Container[str]) -> Iterator[str]:
    """Yield the text inside an element, without that of the elements named in *drop*; what follows those stays."""
    yield element.text or ""
    for child in element:
        if str(child.tag) not in drop:
            yield from _pieces(child, drop)
        yield child.tail or ""


def words_of(element: Element | None, drop: Container[str] = ()) -> str:
    """Return the words of an element on one line; "" for none. Elements named in *drop* are no words of it."""
    if element is None:
        return ""
    return clean(" ".join("".join(_pieces(element, drop)).split()))[0]


def children_text(element: Element, names: Container[str], drop: Container[str] = ()) -> str:
    """Return the words of the elements of these names below *element*, a line each, none inside another."""
    chosen = (one for one in element.iter() if str(one.tag) in names and not _inside(one, element, names, drop))
    return "\n".join(line for one in chosen if (line := words_of(one, drop)))


def _inside(found: Element, top: Element, names: Container[str], drop: Container[str]) -> bool:
    """Return whether an element stands, below *top*, in another of these names or in a dropped one."""
    for above in found.iterancestors():
        if above is top:
            return False
        if str(above.tag) in names or str(above.tag) in drop:
            return True
    return False
