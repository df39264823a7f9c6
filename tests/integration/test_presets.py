"""Every shipped publisher, and one that is not shipped, reads its recorded-shape pages as a person read them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from recorded_pages import (
    FOLDER,
    Recorded,
    config_of,
    entry_as_told,
    local_names,
    record_as_told,
    recorded,
    recorded_names,
    request_as_told,
    turns_as_told,
)

from flows.settings import Settings
from verifier.errors import ParseError
from verifier.sources.config import WebBase
from verifier.sources.connector import Connector, Listing, Reading, Request
from verifier.sources.connectors import CONNECTORS, connector_of
from verifier.sources.presets import preset, preset_names, preset_text
from verifier.speakers.registry import People

SAID_BY_EACH = "title tier licence timezone languages coverage turns store rate lag_days control".split()
SAID_BY_WEB = ("rate", "control")
SAID_IN_HEAD = ("Traps:", "Licence:", "Robots:", "Not verified live:")
each_source = pytest.mark.parametrize("name", recorded_names())
each_preset = pytest.mark.parametrize("name", preset_names())


def connector(source: Recorded) -> Connector:
    """Return the connector of a recorded source."""
    if source.config.kind not in CONNECTORS:
        pytest.skip(f"{source.config.kind} is not joined yet")
    return connector_of(source.config)


def listing_of(source: Recorded) -> tuple[Request, Listing]:
    """Return the request of the recorded list page, and what was read from the page."""
    told, reader = source.expected["list"], connector(source)
    request = reader.first_requests(source.ask)[told.get("first", 0)]
    return request, reader.read_listing(source.page(told, request.url), request, source.ask)


def reading_of(source: Recorded, told: dict[str, Any]) -> Reading:
    """Return what was read from a recorded transcript page."""
    reader = connector(source)
    request, listing = listing_of(source)
    entry = listing.entries[told.get("entry", 0)]
    asked = reader.request_of(entry)
    assert (asked is None) == ("file" not in told), "a page is asked for where the list does not hold the words"
    if "asks" in told:
        assert asked is not None
        assert asked.url == told["asks"]
    page = source.page(told, asked.url) if asked else source.page(source.expected["list"], request.url)
    return reader.read_transcripts(page, entry, People.load())


@each_preset
def test_a_preset_is_a_source(name: str) -> None:
    """A preset is the whole table of a source under its own name, and says all that readers and checks need."""
    values = preset(name)
    assert config_of(values).id == name
    local = name in local_names()
    assert [key for key in SAID_BY_EACH if key not in values and not (local and key in SAID_BY_WEB)] == []
    if "title" in values and isinstance(values["title"], dict):
        assert values["title"].get("name")


@each_preset
def test_a_preset_says_what_the_site_does(name: str) -> None:
    """The head comment names traps, licence, robots and what nobody could verify."""
    head = preset_text(name).split("\n\n")[0]
    assert all(line.startswith("#") for line in head.splitlines())
    assert [word for word in SAID_IN_HEAD if f"# {word}" not in head] == []


@each_preset
def test_a_preset_has_recorded_pages(name: str) -> None:
    """No preset is shipped without pages that show it at work."""
    assert (FOLDER / name / "expected.toml").exists()


def test_presets_in_a_configuration(tmp_path: Path) -> None:
    """Every preset can be switched on by its name, and a key of the block is laid over it."""
    written = "".join(f'[[source]]\npreset = "{name}"\nwindow_days = 7\n' for name in preset_names())
    path = tmp_path / "quote-verifier.toml"
    path.write_text(written, encoding="utf-8")
    settings = Settings.load(path)
    assert [source.id for source in settings.source] == list(preset_names())
    assert {source.window_days for source in settings.source} == {7}


def test_a_publisher_needs_no_code() -> None:
    """A publisher that is not shipped is one table and its pages; the tests below read it like the shipped ones."""
    added = set(recorded_names()) - set(preset_names())
    assert "port-arbor" in added
    for name in added:
        assert (FOLDER / name / "source.toml").exists()
        assert list((FOLDER / name).glob("*.py")) == []


@each_source
def test_control(name: str) -> None:
    """What `sources check` looks for stands in the recorded list or page."""
    source = recorded(name)
    assert source.config.control is not None
    parts = [*source.expected.get("lists", []), source.expected["list"], source.expected.get("page", {})]
    files = [part["file"] for part in parts if "file" in part]
    texts = [(FOLDER / name / file).read_bytes().decode("utf-8", "replace") for file in files]
    assert any(source.config.control.must_contain in text for text in texts)


@each_source
def test_list(name: str) -> None:
    """The list page is asked for and gives the entries, in order, and the pages that follow."""
    source = recorded(name)
    told = source.expected["list"]
    request, listing = listing_of(source)
    if "url" in told:
        assert request.url == told["url"]
    asked = told.get("request", {})
    assert request_as_told(request, asked) == asked
    expected = told["entries"]
    assert [entry_as_told(entry, want) for entry, want in zip(listing.entries, expected, strict=False)] == expected
    assert [entry.url for entry in listing.entries[len(expected) :]] == []
    assert [onward.url for onward in listing.onward] == told.get("onward", [])
    assert sorted(listing.flags) == told.get("flags", [])


@each_source
def test_list_of_lists(name: str) -> None:
    """A page that lists only further lists leads to those that may hold transcripts."""
    source = recorded(name)
    for told in source.expected.get("lists", []):
        reader = connector(source)
        request = reader.first_requests(source.ask)[0]
        listing = reader.read_listing(source.page(told, request.url), request, source.ask)
        assert request.url == told["url"]
        assert [onward.url for onward in listing.onward] == told["onward"]


@each_source
def test_transcript(name: str) -> None:
    """The transcript page gives title, days with origins, place, and turns with speakers, roles and first words."""
    source = recorded(name)
    if "page" not in source.expected:
        pytest.skip("it lists what is to be had elsewhere")
    for told in [source.expected["page"], *source.expected.get("pages", [])]:
        reading, number = reading_of(source, told), told.get("number", 0)
        held = record_as_told(reading, number, told)
        assert held == {key: told[key] for key in held}
        assert turns_as_told(reading, number, told["turns"]) == told["turns"]
        text = reading.transcripts[number].text
        assert [words for words in told.get("never", []) if words in text] == []


@each_source
def test_refused(name: str) -> None:
    """What the source sends in place of a page is refused by its own outcome, and is no transcript."""
    source = recorded(name)
    reader = connector(source)
    request, listing = listing_of(source)
    assert source.expected["refused"]
    for told in source.expected["refused"]:
        read: Callable[[], object]
        if told["as"] == "list":
            read = partial(reader.read_listing, source.page(told, request.url), request, source.ask)
        else:
            entry = listing.entries[source.expected["page"].get("entry", 0)]
            asked = reader.request_of(entry)
            read = partial(reader.read_transcripts, source.page(told, asked.url if asked else entry.url), entry, None)
        with pytest.raises(ParseError) as refusal:
            read()
        assert refusal.value.outcome == told["outcome"], refusal.value.message


def test_store_is_told_of_each_web_source() -> None:
    """A publisher whose terms are not established is never stored in full."""
    for name in preset_names():
        config = config_of(preset(name))
        if isinstance(config, WebBase) and config.licence and "not established" in config.licence:
            assert config.store != "full"
