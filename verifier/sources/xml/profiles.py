"""The shipped ways to read an XML record, by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from verifier.articles.decode import decode
from verifier.errors import ParseError
from verifier.model.page import Page
from verifier.sources.config.tables import XmlProfile
from verifier.sources.xml.akoma_ntoso import read_akoma_ntoso
from verifier.sources.xml.bundestag import read_bundestag
from verifier.sources.xml.by_paths import read_by_paths
from verifier.sources.xml.crec import read_crec
from verifier.sources.xml.ep_cre import read_ep_cre
from verifier.sources.xml.hansard_ca import read_hansard_ca
from verifier.sources.xml.parlparse import read_parlparse
from verifier.sources.xml.records import Around, Reader, XmlRecord
from verifier.sources.xml.tei import read_tei
from verifier.sources.xml.tree import root_of

PROFILES: Mapping[str, Reader] = {
    "bundestag": read_bundestag,
    "parlparse": read_parlparse,
    "ep_cre": read_ep_cre,
    "tei": read_tei,
    "akoma_ntoso": read_akoma_ntoso,
    "hansard_ca": read_hansard_ca,
}
TEXT_PROFILES: Mapping[str, Callable[[str], XmlRecord]] = {"crec": read_crec}
_PREFORMATTED = re.compile(r"<pre\b[^<>]{0,200}>(?P<text>.*?)</pre\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"</?[a-z][^<>]{0,300}>", re.IGNORECASE)


def _plain(page: Page) -> str:
    """Return the text of a page whose words stand preformatted, with or without HTML around them."""
    import html

    text = decode(page.body, page.content_type).text
    found = _PREFORMATTED.search(text)
    return html.unescape(_TAG.sub("", found["text"])) if found else text


def read_record(page: Page, profile: XmlProfile, around: Around) -> XmlRecord:
    """Return what the record in *page* says, read by the profile that is named, else by the paths given.

    Raises ParseError with the outcome, also where nothing in it is speech (``empty``).
    """
    if profile.name is None:
        record = read_by_paths(root_of(page), profile)
    elif profile.name in TEXT_PROFILES:
        record = TEXT_PROFILES[profile.name](_plain(page))
    else:
        record = PROFILES[profile.name](root_of(page), around)
    if not record.turns:
        raise ParseError("nothing in it is speech", outcome="empty")
    return record
