"""How the configured sources stand: what coverage must know about them."""

from __future__ import annotations

from db.store import Store
from flows.settings import Settings
from verifier.model.article import Speaker
from verifier.model.evidence import SourceOutcome
from verifier.retrieve.coverage import Declaration
from verifier.speakers.registry import People
from verifier.speakers.resolve import resolve


def source_outcomes(store: Store, settings: Settings) -> tuple[SourceOutcome, ...]:
    """Return what became of each enabled source when it was last harvested; one that never was counts as failed."""
    last = {outcome.source: outcome for outcome in store.last_outcomes()}
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
