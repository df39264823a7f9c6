"""The shipped presets for folders of one's own read recorded-shape files as a person read them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from recorded_pages import FOLDER, Recorded, local_names, record_as_told, recorded, turns_as_told

from verifier.errors import ReadError
from verifier.model.page import Page
from verifier.sources.config import XmlCorpusSource
from verifier.sources.connector import Reading
from verifier.sources.kinds.folder import RecordMeta, read_record, read_sidecar
from verifier.sources.kinds.xml_corpus import XmlCorpusConnector
from verifier.speakers.registry import People

each_local = pytest.mark.parametrize("name", local_names())


def file_page(source: Recorded, file: str) -> Page:
    """Return a file as the page that it is."""
    return Page((FOLDER / source.id / file).read_bytes(), datetime(2026, 10, 10, tzinfo=UTC), name=file)


def reading_of(source: Recorded, file: str, sidecar: str | None) -> Reading:
    """Return what is read from a file, with what its sidecar tells."""
    page = file_page(source, file)
    if isinstance(source.config, XmlCorpusSource):
        reader = XmlCorpusConnector(source.config)
        return reader.read_transcripts(page, reader.entry_of_file(page), People.load())
    meta = read_sidecar(file_page(source, sidecar)) if sidecar else RecordMeta()
    usual = RecordMeta(source=source.id, tier=source.config.tier, rendition=source.config.rendition)
    return Reading((read_record(page, meta.over(usual), People.load()),))


@each_local
def test_file(name: str) -> None:
    """The file gives title, days with origins, place, and turns with speakers, roles and first words."""
    source = recorded(name)
    told = source.expected["page"]
    reading = reading_of(source, told["file"], told.get("sidecar"))
    held = record_as_told(reading, 0, told)
    assert held == {key: told[key] for key in held}
    assert turns_as_told(reading, 0, told["turns"]) == told["turns"]
    text = reading.transcripts[0].text
    assert [words for words in told.get("never", []) if words in text] == []


@each_local
def test_refused(name: str) -> None:
    """A file that is a wall, or no record, is refused."""
    source = recorded(name)
    assert source.expected["refused"]
    for told in source.expected["refused"]:
        with pytest.raises(ReadError) as refusal:
            reading_of(source, told["file"], source.expected["page"].get("sidecar"))
        assert refusal.value.outcome == told["outcome"], refusal.value.message
