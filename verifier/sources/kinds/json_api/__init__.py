"""JSON interfaces: rows by JMESPath, five ways of paging, a second request for the body, turns as fields."""

from verifier.sources.kinds.json_api.interface import JsonApiConnector

__all__ = ["JsonApiConnector"]
