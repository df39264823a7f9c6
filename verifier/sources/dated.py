"""Days in the fields of interfaces, tables and XML records."""

from __future__ import annotations

from datetime import UTC, date, datetime

from verifier.sources.claimed_days import read_days
from verifier.sources.config import SourceBase, WebBase


def days_of(value: object, config: SourceBase) -> tuple[date, ...]:
    """Return the day that a field holds; two where month and day can be exchanged, none for what is no day.

    A value that is only a day stays that day ("2024-03-05T00:00:00+00:00" is 5 March everywhere); a moment
    with an offset is the day at the source.
    """
    if not isinstance(value, str) or not value.strip():
        return ()
    languages = config.languages or ((config.language,) if config.language else ("en",))
    dates = config.date if isinstance(config, WebBase) else None
    day_only = dates is not None and dates.precision == "day" and "precision" in dates.model_fields_set
    form = dates.format if dates else None
    return read_days(value, languages, config.timezone, day_only=day_only, form=form)


def day_of(value: object, languages: tuple[str, ...] = ("en",)) -> date | None:
    """Return the one day that *value* prints, None where it prints none, or one that cannot be told surely."""
    days = read_days(value, languages, day_only=True) if isinstance(value, str) and value.strip() else ()
    return days[0] if len(days) == 1 else None


def day_by(text: str, form: str) -> date | None:
    """Return the day that *text* prints in this format of ``strptime``; None where it does not."""
    try:
        return datetime.strptime(text.strip(), form).replace(tzinfo=UTC).date()
    except ValueError:
        return None
