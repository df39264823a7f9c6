"""What a ``[[source]]`` block or a preset file may say; each kind of connector has a model of its own.

Every model refuses keys that it does not know and is frozen: a misspelt key must be an error before
anything is fetched, never passed over.
"""

from verifier.sources.config.base import SourceBase, WebBase
from verifier.sources.config.kinds import (
    KINDS,
    MODELS,
    CaptionsSource,
    FeedSource,
    FolderSource,
    JsonApiSource,
    JsonlSource,
    ListingSource,
    LocalSource,
    PatternSource,
    SitemapSource,
    SourceConfig,
    TableSource,
    XmlCorpusSource,
)
from verifier.sources.config.merging import defaults_allowed, merged

__all__ = [
    "KINDS",
    "MODELS",
    "CaptionsSource",
    "FeedSource",
    "FolderSource",
    "JsonApiSource",
    "JsonlSource",
    "ListingSource",
    "LocalSource",
    "PatternSource",
    "SitemapSource",
    "SourceBase",
    "SourceConfig",
    "TableSource",
    "WebBase",
    "XmlCorpusSource",
    "defaults_allowed",
    "merged",
]
