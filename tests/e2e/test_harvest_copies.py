"""A harvest of pages behind a wall, or gone, from the copies that an archive keeps of them."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "integration"))
from command_line import Desk
from kind_scenes import DAY, SAID, SCENES, SPEAKER, WORDS, configuration, page_html
from replay_server import JSON, Replay

PAGE = "/records/ferries"
CHALLENGE = (
    "<html><head><title>Just a moment…</title></head><body>Checking your browser before you go on.</body></html>"
)
FALLBACK = 'fallback = ["wayback"]\ncopies = "{url}"\n'


def publish(desk: Desk, replay: Replay, more: str = FALLBACK) -> None:
    """Set a publisher of kind ``listing`` up whose page is gone, and whom the archive knows."""
    SCENES["listing"].serve(replay, desk.folder)
    del replay.routes[PAGE]
    desk.write("quote-verifier.toml", configuration("listing", replay) + more.format(url=replay.url))


def archive(replay: Replay, copies: dict[str, str]) -> None:
    """Serve copies by their time stamps, and an index that tells of them, oldest first."""
    rows = [["timestamp", "original", "digest"], *([at, replay.url + PAGE, f"D{at}"] for at in sorted(copies))]
    replay.page("/cdx/search/cdx", json.dumps(rows), JSON)
    for at, body in copies.items():
        replay.page(f"/web/{at}id_/{replay.url}{PAGE}", body)


def asked(replay: Replay) -> list[str]:
    """Return the paths asked for, the archive's index without its query."""
    return [path.partition("?")[0] for path in replay.asked()]


def copy_of(replay: Replay, at: str) -> str:
    """Return the path of a copy."""
    return f"/web/{at}id_/{replay.url}{PAGE}"


def answered(desk: Desk) -> dict[str, Any]:
    """Return the verdict on what was said on the page."""
    ended = desk.run("quote", SAID, "--speaker", SPEAKER, "--date", DAY, "--json")
    answer: dict[str, Any] = json.loads(ended.out)
    return answer


@pytest.mark.parametrize("wall", [None, CHALLENGE], ids=["gone", "a wall that answers 200"])
def test_a_copy_takes_the_place_of_the_page(wall: str | None, desk: Desk, replay: Replay) -> None:
    """The record stands under its own address; where it was read from is told, and its bytes are audited."""
    publish(desk, replay)
    if wall:
        replay.page(PAGE, wall)
    archive(replay, {"20240306101112": page_html()})
    ended = desk.run("harvest")
    assert (ended.code, desk.count("transcripts")) == (0, 1), ended.err
    assert asked(replay) == ["/records", PAGE, "/cdx/search/cdx", copy_of(replay, "20240306101112")]
    assert answered(desk)["headline"] == "verified"
    assert desk.select("SELECT url FROM transcript_versions") == [(replay.url + PAGE,)]
    details = desk.select("SELECT detail FROM entries")
    assert details == [(f"read from a copy: {replay.url}{copy_of(replay, '20240306101112')}",)]
    assert desk.run("audit").code == 0
    assert desk.run("fsck").code == 0


def test_a_copy_of_the_wall_is_passed_over(desk: Desk, replay: Replay) -> None:
    """The archive copied the challenge, too: an older copy is read."""
    publish(desk, replay)
    archive(replay, {"20240306101112": page_html(), "20240501000000": CHALLENGE})
    assert desk.run("harvest").code == 0
    assert asked(replay)[-2:] == [copy_of(replay, "20240501000000"), copy_of(replay, "20240306101112")]
    assert answered(desk)["headline"] == "verified"


def test_no_more_than_three_copies_are_tried(desk: Desk, replay: Replay) -> None:
    """And then the entry is one that is listed and not held."""
    publish(desk, replay)
    archive(replay, {f"2024050{day}000000": CHALLENGE for day in range(1, 7)})
    assert desk.run("harvest").code == 3
    assert len([path for path in asked(replay) if path.startswith("/web/")]) == 3
    assert desk.count("transcripts") == 0
    assert desk.select("SELECT outcome FROM listed_not_held") == [("soft_404",)]


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param("<html><body>Too many requests</body></html>", id="too busy"),
        pytest.param("[" * 100_000, id="nested without end"),
        pytest.param('[["timestamp"', id="cut"),
    ],
)
def test_without_an_index_the_newest_copy_is_asked_for(answer: str, desk: Desk, replay: Replay) -> None:
    """The archive's index is often too busy to answer; what it answers is read where it can do no harm."""
    publish(desk, replay)
    replay.page("/cdx/search/cdx", answer)
    replay.page(copy_of(replay, "2"), page_html())
    assert desk.run("harvest").code == 0
    assert answered(desk)["headline"] == "verified"


def test_a_source_that_does_not_say_so_has_no_copies(desk: Desk, replay: Replay) -> None:
    """Nobody is asked who is not configured."""
    publish(desk, replay, "")
    archive(replay, {"20240306101112": page_html()})
    assert desk.run("harvest").code == 3
    assert asked(replay) == ["/records", PAGE]


def test_a_held_text_is_not_read_from_a_copy(desk: Desk, replay: Replay) -> None:
    """It stays the evidence, and that its page is gone is an event."""
    publish(desk, replay)
    replay.page(PAGE, page_html())
    assert desk.run("harvest").code == 0
    del replay.routes[PAGE]
    archive(replay, {"20240306101112": page_html(words=WORDS.replace("three weeks", "four weeks"))})
    for _ in range(2):
        assert desk.run("harvest").code == 3
    assert not [path for path in asked(replay) if path.startswith(("/web/", "/cdx/"))]
    assert desk.count("transcript_versions") == 1
    assert desk.select("SELECT kind FROM record_events") == [("soft_404",), ("gone",)]


def test_a_list_from_a_copy_is_an_old_one(desk: Desk, replay: Replay) -> None:
    """What it lists is taken; the days of the walk do not count as searched."""
    publish(desk, replay)
    replay.page(f"/web/2id_/{replay.url}/records", replay.routes["/records"].body)  # type: ignore[union-attr]
    replay.page("/records", "<html><body>no</body></html>", status=403)
    replay.page(PAGE, page_html())
    assert desk.run("harvest").code == 3
    assert desk.count("transcripts") == 1
    assert desk.select("SELECT last_outcome FROM source_health") == [("soft_error",)]


def test_every_page_through_the_archive(desk: Desk, replay: Replay) -> None:
    """``via = "wayback"``: the publisher itself is never asked."""
    publish(desk, replay, 'via = "wayback"\ncopies = "{url}"\n')
    replay.page(f"/web/2id_/{replay.url}/records", replay.routes.pop("/records").body)  # type: ignore[union-attr]
    replay.page(copy_of(replay, "2"), page_html())
    assert desk.run("harvest").code == 0
    assert asked(replay) == [f"/web/2id_/{replay.url}/records", copy_of(replay, "2")]
    assert answered(desk)["headline"] == "verified"
    assert desk.select("SELECT url FROM transcript_versions") == [(replay.url + PAGE,)]
