"""The claimed person's own turns of a record whose best place another holds: an answer repeats its question's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.matching.agreement import spoke
from verifier.matching.finding import Finder
from verifier.matching.glance import Glance, printed_parts
from verifier.model.article import Speaker
from verifier.model.evidence import Match
from verifier.model.text import Interval
from verifier.model.transcript import PlacedTurn

_RECORDS = 2  # records that are read again
_MOST = 120_000  # characters of a person's turns that are looked at, the nearest first
_ALIGNED = 3  # runs of turns that are compared word by word
_LESS = 0.15  # what a run may seem to hold less at a glance than the best place holds


def places_in_own_turns(ranked: Sequence[Match], finder: Finder) -> list[Match]:
    """Return places as good as the best ones in turns that the claimed person holds in the same records.

    Empty where nobody is claimed, or where one of the best places is theirs already. Work is linear in
    the turns looked at, of which there is a bound.
    """
    claimed, policy = finder.statement.speaker, finder.policy
    if claimed is None or not ranked or ranked[0].wording_score < policy.found_score:
        return []
    best = [match for match in ranked if match.wording_score >= ranked[0].wording_score - policy.tie_margin]
    if any(match.speaker_score == 1.0 for match in best):
        return []
    found: list[Match] = []
    versions: set[str] = set()
    for match in best:
        if match.record.version not in versions and len(versions) < _RECORDS:
            versions.add(match.record.version)
            found += _in_record(match, claimed, finder)
    return found


def _in_record(match: Match, claimed: Speaker, finder: Finder) -> Iterator[Match]:
    """Yield the first place as good as *match* in the claimed person's turns of its record, if there is one."""
    record = match.record
    days: list[Interval | None] = [Interval.day(dated.day) for dated in record.dates] or [None]
    held = (one.version for day in days for one in finder.corpus.records(claimed, day))  # remembered there
    if record.version not in held:
        return
    glance, looked, aligned = Glance(printed_parts(finder.quoted)), 0, 0
    for run in _runs(claimed, match, finder):
        text = "\n".join(placed.turn.text for placed in run)
        looked += len(text)
        if looked > _MOST or aligned == _ALIGNED:
            return
        if glance.share(text) < match.wording_score - _LESS:
            continue
        aligned += 1
        own = finder.through(record, run)
        if own and own.wording_score >= match.wording_score - finder.policy.tie_margin:
            yield own
            return


def _runs(claimed: Speaker, match: Match, finder: Finder) -> list[list[PlacedTurn]]:
    """Return the claimed person's turns, those that follow each other together, the nearest to the match first."""
    runs: list[list[PlacedTurn]] = []
    labels: dict[tuple[str | None, str | None, str], bool] = {}
    for placed in finder.corpus.turns(match.record.version):
        label = (placed.turn.speaker, placed.turn.speaker_id, placed.turn.role)
        if label not in labels:
            labels[label] = spoke(claimed, placed, match.record, finder.people) is True
        if not labels[label]:
            continue
        if runs and runs[-1][-1].number == placed.number - 1:
            runs[-1].append(placed)
        else:
            runs.append([placed])
    here = match.turn.number
    return sorted(runs, key=lambda run: min(abs(run[0].number - here), abs(run[-1].number - here)))
