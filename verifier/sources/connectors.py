"""The connector of a configured source."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from verifier.errors import ConfigError
from verifier.sources.config import SourceBase
from verifier.sources.connector import Connector
from verifier.sources.kinds.feed import FeedConnector
from verifier.sources.kinds.json_api import JsonApiConnector
from verifier.sources.kinds.listing import ListingConnector
from verifier.sources.kinds.pattern import PatternConnector
from verifier.sources.kinds.sitemap import SitemapConnector
from verifier.sources.kinds.table import TableConnector
from verifier.sources.kinds.xml_corpus import XmlCorpusConnector
from verifier.sources.profiles import profiles_named
from verifier.sources.wayback import ThroughWayback

CONNECTORS: dict[str, Callable[[Any], Connector]] = {
    "feed": FeedConnector,
    "sitemap": SitemapConnector,
    "listing": ListingConnector,
    "pattern": PatternConnector,
    "json_api": JsonApiConnector,
    "xml_corpus": XmlCorpusConnector,
    "table": TableConnector,
}


def connector_of(config: SourceBase) -> Connector:
    """Return what reads a source's pages, through the archive where it says so.

    Raises ConfigError for a kind whose records are files, and for an unknown turn profile.
    """
    kind = getattr(config, "kind", None)
    made = CONNECTORS.get(str(kind))
    if made is None:
        raise ConfigError(f"source {config.id}: a {kind} is read from files, not harvested from the web")
    profiles_named(config.turns)
    return ThroughWayback(made(config)) if config.via == "wayback" else made(config)
