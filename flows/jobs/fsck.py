"""Whether database and evidence folder are sound, and the removal of what a stopped run left behind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from db.fsck import Fault, database_faults, evidence_faults, index_faults
from flows.jobs.opening import Desk


@dataclass(frozen=True, slots=True)
class Checked:
    """One fault, and whether it was mended."""

    fault: Fault
    mended: bool = False


def fsck(desk: Desk, *, repair: bool = False) -> Iterator[Checked]:
    """Yield what is wrong; with *repair* files that no row names, and unfinished ones, are removed.

    They hold nothing that the database knows of. Everything else is left to a person.
    """
    raw = desk.store.raw
    yield from map(Checked, database_faults(raw, desk.store.path))
    yield from map(Checked, index_faults(raw))
    for fault in evidence_faults(raw, desk.settings.evidence_dir, desk.clock().timestamp()):
        if repair and fault.file is not None:
            fault.file.unlink(missing_ok=True)
            yield Checked(fault, mended=True)
        else:
            yield Checked(fault)
