"""What works and what does not of each configured source: one control query, one look at its list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from os import environ
from urllib.parse import urlsplit

from flows.jobs.local_sources import DiskSource, is_on_disk
from flows.settings import Settings
from verifier.errors import FetchError, ReadError, UsageError
from verifier.harvest.fetcher import Fetcher
from verifier.harvest.folders import walk_folder
from verifier.harvest.manners import expect_contact, manners_of
from verifier.harvest.parsing import ParsingChild
from verifier.model.page import Page
from verifier.sources.config import SourceConfig
from verifier.sources.config.tables import Control
from verifier.sources.connector import Ask, Connector, Listing, Request
from verifier.sources.connectors import connector_of


class Health(StrEnum):
    """How a source stands."""

    WORKS = "works"
    NOTE = "look"
    FAILS = "fails"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class SourceCheck:
    """One source with what was found, each finding in one line."""

    source: str
    health: Health
    findings: tuple[str, ...]


_WORST_FIRST = (Health.FAILS, Health.NOTE, Health.WORKS)
_Finding = tuple[Health, str]


def check_source(
    settings: Settings, source: SourceConfig, fetcher: Fetcher, child: ParsingChild, today: date
) -> SourceCheck:
    """Return how a source stands now; nothing of it is stored."""
    if not source.enabled:
        return SourceCheck(source.id, Health.OFF, ("disabled in the configuration",))
    if is_on_disk(source):
        return _check_folder(source)
    try:
        expect_contact(settings.network.contact)
    except UsageError as error:
        return SourceCheck(source.id, Health.FAILS, (error.message,))
    auth = getattr(source, "auth", None)
    if auth is not None and not environ.get(auth.env):
        return SourceCheck(source.id, Health.FAILS, (f"its key is missing: set the environment variable {auth.env}",))
    connector = connector_of(source)
    found = [*_control(source, connector, fetcher), *_list(source, connector, fetcher, child, today)]
    ranked = sorted(found, key=lambda finding: _WORST_FIRST.index(finding[0]))
    health = ranked[0][0] if ranked else Health.NOTE
    return SourceCheck(source.id, health, tuple(words for _, words in ranked) or ("nothing in it can be checked",))


def _check_folder(source: DiskSource) -> SourceCheck:
    """Return how a source on disk stands."""
    try:
        assert source.path is not None
        walked = walk_folder(source.path, source.globs or ("**/*",))
    except ReadError as error:
        return SourceCheck(source.id, Health.FAILS, (error.message,))
    found = f"{len(walked.files)} {'file' if len(walked.files) == 1 else 'files'}"
    if not walked.files:
        return SourceCheck(source.id, Health.NOTE, (f"{source.path} holds no file that it reads",))
    skipped = tuple(f"{one.path} is skipped: {one.reason}" for one in walked.skipped[:3])
    return SourceCheck(source.id, Health.NOTE if skipped else Health.WORKS, (found, *skipped))


def _control(source: SourceConfig, connector: Connector, fetcher: Fetcher) -> list[_Finding]:
    """Return what came of the control query that the source's block names."""
    control = source.control
    if control is None:
        return []
    requests = (Request(control.url),) if control.url else _queries(control, connector)
    for request in requests[:1]:
        try:
            page = fetcher.ask(request, manners=manners_of(source))
        except FetchError as error:
            return [(Health.FAILS, f"control query: {error.outcome}: {error.message}")]
        if control.must_contain.encode() not in page.body:
            return [(Health.FAILS, f"control query: the answer does not hold “{control.must_contain}”")]
        return [*_moved(request, page), (Health.WORKS, "control query answered")]
    return []


def _queries(control: Control, connector: Connector) -> tuple[Request, ...]:
    return connector.first_requests(Ask(phrase=control.query)) if control.query else ()


def _list(
    source: SourceConfig, connector: Connector, fetcher: Fetcher, child: ParsingChild, today: date
) -> list[_Finding]:
    """Return how the first list of a source stands: whether it can be read, and how new its newest entry is."""
    requests = () if source.only_searched else connector.first_requests(Ask())
    if not requests:
        return []
    try:
        page = fetcher.ask(requests[0], manners=manners_of(source))
        listing: Listing = child.run(connector.read_listing, page, requests[0], Ask())
    except (FetchError, ReadError) as error:
        return [(Health.FAILS, f"list: {error.outcome}: {error.message}")]
    found = _moved(requests[0], page)
    if not listing.entries and not listing.onward:
        found.append((Health.FAILS, "list: it has no entries"))
    elif listing.entries:
        found.append((Health.WORKS, f"list: {len(listing.entries)} entries on its first page"))
    return found + _stale(source, listing, today)


def _moved(request: Request, page: Page) -> list[_Finding]:
    """Return that an address has moved to another host."""
    before, after = urlsplit(request.url).hostname, urlsplit(page.final_url or request.url).hostname
    return [] if before == after else [(Health.NOTE, f"its host has moved: {before} leads to {after}")]


def _stale(source: SourceConfig, listing: Listing, today: date) -> list[_Finding]:
    """Return that a list is live, but its newest entry is old."""
    days = [entry.day for entry in listing.entries if entry.day]
    newest = max((day for day in (listing.newest, *days) if day), default=None)
    if newest is None or source.stale_after_days is None:
        return []
    age = (today - newest).days
    if age <= source.stale_after_days:
        return [(Health.WORKS, f"newest entry: {newest}")]
    return [
        (Health.NOTE, f"stale: its newest entry is of {newest}, {age} days ago; usual are {source.stale_after_days}")
    ]
