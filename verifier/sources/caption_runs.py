"""Lines of captions as runs of one voice each."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.sources.captions import CaptionLine
from verifier.sources.turns import LabelledRun, runs_of


def runs_of_captions(lines: Sequence[CaptionLine]) -> tuple[LabelledRun, ...]:
    """Return the runs of caption lines: by voice where voices are named, else by the labels in their text.

    A line without a voice among others that have one is nobody's; so is what follows an unnamed change.
    """
    if any(line.voice for line in lines):
        return tuple(_by_voice(lines))
    changes = {number for number, line in enumerate(lines) if line.new_speaker}
    return tuple(runs_of([line.text for line in lines], [line.at for line in lines], changes))


def _by_voice(lines: Sequence[CaptionLine]) -> list[LabelledRun]:
    """Return lines as runs of one voice each; a line without a voice is nobody's."""
    groups: list[list[CaptionLine]] = []
    for line in lines:
        if groups and groups[-1][-1].voice == line.voice:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [LabelledRun(group[0].voice, tuple(line.text for line in group), group[0].at) for group in groups]
