"""What all tables share: the metadata with its naming convention, and the column types.

Table models accept anything; what they hold was validated in the values of ``verifier.model`` and
converted in ``db.convert``.
"""

import json
import re
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, MetaData, String, Text
from sqlalchemy.types import TypeDecorator, TypeEngine
from sqlmodel import SQLModel

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
# NUL ends a string for SQLite's length() and for every C program; a lone surrogate is not text at all.
_UNCLEAN = re.compile("[\x00\ud800-\udfff]")


class Row(SQLModel):
    """The base of every table: one metadata with named constraints."""

    metadata = MetaData(naming_convention=NAMING)


def clean(text: str) -> str:
    """Return *text* with NUL and lone surrogates as U+FFFD, so that every offset stays where it was."""
    if _UNCLEAN.search(text) is None:
        return text
    return _UNCLEAN.sub("\ufffd", text)


def clean_document(value: Any) -> Any:
    """Return a JSON value with every text in it cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(key): clean_document(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [clean_document(item) for item in value]
    return value


class CleanText(TypeDecorator[str]):
    """Text without NUL and lone surrogates."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Return the text to be stored."""
        return None if value is None else clean(str(value))


class Document(TypeDecorator[Any]):
    """A JSON value, kept as text that SQLite's JSON functions read."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Return the JSON text to be stored."""
        if value is None:
            return None
        return json.dumps(clean_document(value), ensure_ascii=False, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Return the JSON value that was stored."""
        return None if value is None else json.loads(value)


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC; naive datetimes are refused with ValueError.

    SQLite keeps ISO 8601 text with six decimals and a Z, which sorts by time and which its date
    functions read.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return text on SQLite, which has no type for moments."""
        if dialect.name == "sqlite":
            return dialect.type_descriptor(String(27))
        return dialect.type_descriptor(DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Return the moment as it is stored; ValueError for a naive one."""
        if value is None:
            return None
        return utc_text(value) if dialect.name == "sqlite" else _aware(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Return the moment, aware, in UTC."""
        if value is None or isinstance(value, datetime):
            return value
        return datetime.fromisoformat(value)


def _aware(moment: datetime) -> datetime:
    """Return *moment* in UTC; ValueError for a naive one."""
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise ValueError(f"a time without a zone cannot be kept: {moment.isoformat()}")
    return moment.astimezone(UTC)


def utc_text(moment: datetime) -> str:
    """Return *moment* as SQLite keeps it: "2025-03-11T18:30:00.000000Z"; ValueError for a naive one."""
    return _aware(moment).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond:06d}Z"
