"""From a publisher's pages to a verdict, for every kind of connector: harvest, harvest again, check."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "integration"))
from command_line import Desk
from kind_scenes import DAY, SAID, SCENES, SPEAKER, WORDS, configuration, page_html
from replay_server import Replay


def harvested(desk: Desk, replay: Replay, kind: str) -> None:
    """Set a publisher up and harvest it."""
    SCENES[kind].serve(replay, desk.folder)
    desk.write("quote-verifier.toml", configuration(kind, replay))
    ended = desk.run("harvest")
    assert (ended.code, desk.count("transcripts")) == (0, 1), ended.err


@pytest.mark.parametrize("kind", SCENES)
def test_a_quotation_from_a_harvested_page_is_verified(kind: str, desk: Desk, replay: Replay) -> None:
    """What was said on a publisher's page is verified, with who and when."""
    harvested(desk, replay, kind)
    ended = desk.run("quote", SAID, "--speaker", SPEAKER, "--date", DAY, "--json")
    answer = json.loads(ended.out)
    assert answer["headline"] == "verified", answer["reasons"]
    assert desk.run("audit").code == 0
    assert desk.run("fsck").code == 0


@pytest.mark.parametrize("kind", [kind for kind, scene in SCENES.items() if scene.page])
def test_a_second_harvest_asks_only_for_what_changed(kind: str, desk: Desk, replay: Replay) -> None:
    """A page that is known is asked for with its ETag, once, and makes no new row."""
    harvested(desk, replay, kind)
    before = {table: desk.count(table) for table in ("transcript_versions", "turns", "snapshots")}
    replay.log.clear()
    assert desk.run("harvest").code == 0
    page = SCENES[kind].page
    assert [one.status for one in replay.log if one.path == page] == [304]
    assert {table: desk.count(table) for table in before} == before
    assert len(replay.asked()) == len(set(replay.asked())), "no address is asked for twice in one run"


def test_a_changed_page_is_a_new_version(desk: Desk, replay: Replay) -> None:
    """A publisher's silent edit is kept as a second state of the record; the first stays."""
    harvested(desk, replay, "listing")
    replay.page("/records/ferries", page_html(words=WORDS.replace("three weeks", "four weeks")))
    assert desk.run("harvest").code == 0
    assert desk.count("transcripts") == 1
    assert desk.count("transcript_versions") == 2


def test_a_moved_address_is_asked_for_where_it_is_now(desk: Desk, replay: Replay) -> None:
    """What a list prints under an old address is known by the new one."""
    SCENES["listing"].serve(replay, desk.folder)
    replay.page("/records", "<html><body><ul><li><a href='/old/ferries'>Ferries</a></li></ul></body></html>")
    aliases = f'\n[aliases]\n"{replay.url}/old/" = ["{replay.url}/records/"]\n'
    desk.write("quote-verifier.toml", configuration("listing", replay) + aliases)
    assert desk.run("harvest").code == 0
    assert replay.asked() == ["/records", "/records/ferries"]


def test_without_a_contact_nothing_is_harvested(desk: Desk, replay: Replay) -> None:
    """Whoever is asked must be able to write to somebody: exit 2, and no request."""
    SCENES["listing"].serve(replay, desk.folder)
    desk.write("quote-verifier.toml", configuration("listing", replay).replace('contact = "desk@example.org"\n', ""))
    ended = desk.run("harvest")
    assert ended.code == 2
    assert "contact" in ended.err
    assert replay.log == []


def test_the_user_agent_names_program_and_contact(desk: Desk, replay: Replay) -> None:
    """Every request says who asks."""
    harvested(desk, replay, "listing")
    agents = {one.headers["user-agent"] for one in replay.log}
    assert len(agents) == 1
    assert agents.pop().startswith("quote-verifier/")
    assert all("desk@example.org" in one.headers["user-agent"] for one in replay.log)
