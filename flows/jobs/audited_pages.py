"""Records of connectors read again from their kept pages, by the configuration as it is now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db.convert.transcripts import keepable
from db.store import AuditedVersion
from flows.jobs.entry_reading import CONNECTOR
from flows.jobs.opening import Desk
from verifier.errors import ConfigError, ReadError
from verifier.harvest.parsing import ParsingChild
from verifier.model.page import Page
from verifier.sources.config import XmlCorpusSource
from verifier.sources.connector import Connector, Entry, Reading
from verifier.sources.connectors import connector_of
from verifier.sources.kinds.xml_corpus import XmlCorpusConnector


def texts_by_connector(
    desk: Desk, sha256: str, body: bytes, versions: Sequence[AuditedVersion], child: ParsingChild
) -> Iterator[tuple[AuditedVersion, str | None]]:
    """Yield versions with what their page reads as now; None where it cannot be read.

    Versions of a source that is configured no more, or whose page was not kept by itself, are left out.
    """
    page = desk.store.page_of(sha256, body) if versions else None
    for held in versions:
        reader = held.reader or {}
        source = next((one for one in desk.settings.source if one.id == reader.get("source")), None)
        if page is None or source is None:
            continue
        connector: Connector
        try:
            connector = XmlCorpusConnector(source) if isinstance(source, XmlCorpusSource) else connector_of(source)
        except ConfigError:
            continue
        entry = _entry(desk, connector, reader, page)
        if entry is not None:
            yield held, _text(desk, connector, page, entry, held, child)


def _entry(desk: Desk, connector: Connector, reader: dict[str, str], page: Page) -> Entry | None:
    """Return the entry that a page was read for."""
    if reader["reader"] == CONNECTOR:
        kept = desk.store.load_entry(reader["source"], reader["entry"])
        return kept.entry if kept else None
    return connector.entry_of_file(page) if isinstance(connector, XmlCorpusConnector) else None


def _text(
    desk: Desk, connector: Connector, page: Page, entry: Entry, held: AuditedVersion, child: ParsingChild
) -> str | None:
    """Return the text of the one record of a page that a version is of."""
    try:
        reading: Reading = child.run(connector.read_transcripts, page, entry, desk.people)
    except ReadError:
        return None
    found = (one for one in reading.transcripts if one.record.doc_id == held.doc_id)
    return next((keepable(one).text for one in found), None)
