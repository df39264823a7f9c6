"""Pages that change between harvests: rows C of the catalogue of faults."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "integration"))
from command_line import Desk
from fault_scenes import harvest, listing, serve_pages, texts_of
from kind_scenes import WORDS, page_html
from replay_server import Answer, Replay, replaying

EDITED = WORDS.replace("three weeks", "four weeks")
LONG = f"{WORDS} " * 8
ROUNDS = 4
GOOD, CHANGED = Answer(page_html().encode()), Answer(page_html(words=EDITED).encode())
GONE = Answer(b"<html><body>Not found</body></html>", status=404, tagged=False)
WALL = Answer(b"<html><title>Just a moment...</title><body>Checking your browser before you go on.</body></html>")
CORRECTED = Answer(
    page_html(words=EDITED).replace("<div class='body'>", "<div class='body'><p>Corrected on 9 March</p>").encode()
)


@dataclass(frozen=True, slots=True)
class Change:
    """What a page gives in one harvest after another, and what is kept of it."""

    answers: tuple[Answer, ...]
    versions: int
    newest: str  # stands in the newest text
    events: tuple[tuple[str, int], ...] = ()  # kinds, and how often each was seen
    changes: tuple[tuple[int, int], ...] = ()  # how often each, and whether it was declared
    statuses: tuple[int, ...] | None = None


def noisy(number: int) -> Answer:
    """Return the page with other bytes around the same words."""
    return Answer(page_html().replace("</body>", f"<!-- built {number} --></body>").encode())


CHANGES = {
    "C01": Change((GOOD,) * ROUNDS, 1, WORDS, statuses=(200, 304, 304, 200)),
    "C02": Change((GOOD, *[Answer(status=304, tagged=False)] * 3), 1, WORDS, statuses=(200, 304, 304, 304)),
    "C03": Change((GOOD, GOOD, CHANGED, CHANGED), 2, EDITED, changes=((1, 0),)),
    "C04": Change(
        tuple(Answer(page_html(words=words).encode(), tag="same") for words in (WORDS, WORDS, EDITED, EDITED)),
        2,
        EDITED,
        changes=((1, 0),),
        statuses=(200, 304, 304, 200),
    ),
    "C05": Change((GOOD, GONE, GONE, GONE), 1, WORDS, (("soft_404", 1), ("gone", 2))),
    "C06": Change((GOOD, WALL, WALL, GOOD), 1, WORDS, (("wall", 2), ("back", 1))),
    "C07": Change(tuple(map(noisy, range(ROUNDS))), 1, WORDS),
    "C08": Change(
        (Answer(page_html(words=LONG).encode()), GOOD, GOOD, GOOD), 2, LONG.strip(), (("suspicious_change", 3),)
    ),
    "C09": Change((GOOD, CHANGED, GOOD, CHANGED), 2, EDITED, changes=((2, 0), (1, 0))),
    "C10": Change((GOOD, CORRECTED, CORRECTED, CORRECTED), 2, EDITED, (("correction", 1),), ((1, 1),)),
}


@pytest.fixture(scope="module")
def harvested(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, Replay]]:
    """Harvest all of them, round by round; the last round is eight days later."""
    folder = tmp_path_factory.mktemp("changes")
    with replaying() as replay, pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        desk = Desk(folder)
        for number in range(ROUNDS):
            for name, change in CHANGES.items():
                serve_pages(replay, name, change.answers[number])
            if number == ROUNDS - 1:
                desk.alter(
                    "UPDATE fetches SET last_seen_at = strftime('%Y-%m-%dT%H:%M:%S.000000Z', last_seen_at, '-8 days')"
                )
            harvest(desk, replay, [listing(name) for name in CHANGES])
        yield desk, replay


@pytest.mark.parametrize("name", CHANGES)
def test_a_page_that_changes(name: str, harvested: tuple[Desk, Replay]) -> None:
    """A worse copy never replaces a better one; what befell the record is kept, and each text once."""
    desk, replay = harvested
    change = CHANGES[name]
    record = f"""SELECT r.id FROM transcripts AS r JOIN sources AS s ON s.id = r.source_id
        WHERE s.name = '{name}' AND r.doc_id LIKE '%page%'"""
    versions = desk.select(f"SELECT count(*) FROM transcript_versions WHERE transcript_id = ({record})")
    events = desk.select(f"SELECT kind, times FROM record_events WHERE transcript_id = ({record}) ORDER BY id")
    changes = desk.select(f"SELECT times, declared FROM version_changes WHERE transcript_id = ({record}) ORDER BY id")
    assert versions == [(change.versions,)]
    assert change.newest in " ".join(texts_of(desk, name))
    assert (tuple(events), tuple(changes)) == (change.events, change.changes)
    if change.statuses:
        assert tuple(one.status for one in replay.log if one.path == f"/{name}/page") == change.statuses
