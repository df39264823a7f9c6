"""Whether a record's speaker is the person an article names; remembered, since a run asks the same again and again."""

from __future__ import annotations

from typing import Any, TypeAlias

from verifier.model.article import Speaker
from verifier.model.transcript import Record
from verifier.retrieve.events import plain

People: TypeAlias = Any


class Persons:
    """Answers about persons, each worked out once."""

    def __init__(self, people: object) -> None:
        self._people = people
        self._answers: dict[tuple[Speaker, Speaker], bool] = {}

    def same(self, claimed: Speaker, named: Speaker, record: Record) -> bool:
        return self.alike(claimed, named)

    def alike(self, claimed: Speaker, named: Speaker) -> bool:
        key = (claimed, named)
        answer = self._answers.get(key)
        if answer is None:
            answer = self._answers[key] = self._judge(claimed, named)
        return answer

    def _judge(self, claimed: Speaker, named: Speaker) -> bool:
        if claimed.id and named.id:
            return claimed.id == named.id
        a, b = plain(claimed.name).split(), plain(named.name).split()
        return bool(a and b) and a[-1] == b[-1] and (a[0] == b[0] or min(len(a), len(b)) == 1 or len(a) != len(b))
