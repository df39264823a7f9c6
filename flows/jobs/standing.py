"""How the configured sources stand: what coverage must know about them."""

from __future__ import annotations

from sqlalchemy import text

from db.store import Store
from flows.settings import Settings
from verifier.model.article import Speaker
from verifier.model.evidence import SourceOutcome
from verifier.retrieve.coverage import Declaration
from verifier.speakers.registry import People
from verifier.speakers.resolve import resolve

_HEALTH = "SELECT source, last_outcome, last_detail FROM source_health WHERE last_outcome IS NOT NULL"


def source_outcomes(store: Store, settings: Settings) -> tuple[SourceOutcome, ...]:
    """Return what became of each enabled source when it was last harvested; one that never was counts as failed."""
    with store.reading() as session:
        rows = session.connection().execute(text(_HEALTH))
        last = {str(row[0]): SourceOutcome(str(row[0]), str(row[1]), str(row[2] or "")) for row in rows}
    never = "not harvested yet"
    enabled = [source.id for source in settings.source if source.enabled]
    return tuple(last.get(source, SourceOutcome(source, "soft_error", never)) for source in enabled)


def declarations(settings: Settings, people: People) -> tuple[Declaration, ...]:
    """Return which persons' every public word a source is configured to hold."""
    return tuple(
        Declaration(source.id, resolve(name, None, people) or Speaker(name))
        for source in settings.source
        for name in source.exhaustive_for
        if source.enabled
    )
