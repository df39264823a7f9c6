"""`sources list`, `check` and `show`: what a desk sees of its sources in one screen."""

from __future__ import annotations

import json

import pytest
from command_line import Desk
from kind_scenes import SCENES, configuration
from replay_server import XML, Replay, replaying

from verifier.sources.presets import preset_names


def checked(desk: Desk) -> dict[str, tuple[str, str]]:
    """Return health and findings of each source as `sources check --json` gives them."""
    ended = desk.run("sources", "check", "--json")
    return {one["source"]: (one["health"], " ".join(one["findings"])) for one in json.loads(ended.out)}


def test_a_source_that_works_says_so(desk: Desk, replay: Replay) -> None:
    """The list is read, its entries are counted, and nothing is stored."""
    SCENES["listing"].serve(replay, desk.folder)
    desk.write("quote-verifier.toml", configuration("listing", replay))
    assert checked(desk)["town"] == ("works", "list: 1 entries on its first page")
    assert not (desk.folder / "quote-verifier.db").exists()


@pytest.mark.parametrize(
    ("change", "health", "words"),
    [
        pytest.param("stale_after_days = 30", "look", "stale: its newest entry is of 2024-03-05", id="a stale list"),
        pytest.param("enabled = false", "off", "disabled", id="switched off"),
        pytest.param(
            'control = { url = "{url}/records", must_contain = "Sitzung" }',
            "fails",
            "does not hold “Sitzung”",
            id="another page than expected",
        ),
        pytest.param(
            'control = { url = "{url}/nowhere", must_contain = "Records" }',
            "fails",
            "control query: gone",
            id="an address that is gone",
        ),
    ],
)
def test_what_does_not_work_is_named(change: str, health: str, words: str, desk: Desk, replay: Replay) -> None:
    """Each fault is told by its name, in words that say what to do."""
    SCENES["listing"].serve(replay, desk.folder)
    desk.write("quote-verifier.toml", configuration("listing", replay) + change.replace("{url}", replay.url) + "\n")
    found = checked(desk)["town"]
    assert found[0] == health
    assert words in found[1]


def test_a_missing_key_is_named_before_anything_is_asked(desk: Desk, replay: Replay) -> None:
    """A source that needs a key names the variable that is not set."""
    SCENES["json_api"].serve(replay, desk.folder)
    auth = 'auth = { env = "TOWN_API_KEY", header = "X-Api-Key" }\n'
    desk.write("quote-verifier.toml", configuration("json_api", replay) + auth)
    health, words = checked(desk)["town"]
    assert health == "fails"
    assert "TOWN_API_KEY" in words
    assert replay.log == []


def test_a_host_that_has_moved_is_named(desk: Desk, replay: Replay) -> None:
    """A list that answers from another host is found, and that it moved is said."""
    SCENES["feed"].serve(replay, desk.folder)
    with replaying() as other:
        other.page("/feed", replay.routes["/feed"].body, XML)
        replay.page("/feed", "", status=301, headers=(("Location", f"http://localhost:{other.port}/feed"),))
        text = configuration("feed", replay)
        allowed = f'["127.0.0.1:{replay.port}", "localhost:{other.port}"]'
        desk.write("quote-verifier.toml", text.replace(f'["127.0.0.1:{replay.port}"]', allowed))
        health, words = checked(desk)["town"]
    assert health == "look"
    assert "127.0.0.1 leads to localhost" in words


def test_the_shipped_publishers_are_listed(desk: Desk) -> None:
    """Every preset is a row, and each can be shown with what its head says."""
    rows = json.loads(desk.run("sources", "list", "--presets", "--json").out)
    assert [row["preset"] for row in rows] == list(preset_names())
    assert "Licence:" in desk.run("sources", "show", preset_names()[0]).out


def test_an_unknown_source_is_a_line(desk: Desk) -> None:
    """A name that is nowhere ends with 2 and says where to look."""
    ended = desk.run("sources", "show", "nobody")
    assert ended.code == 2
    assert "sources list" in ended.err


def test_a_configured_source_shows_its_harvests(desk: Desk, replay: Replay) -> None:
    """What a source is set to, and how its last harvests ended, stand in one place."""
    SCENES["listing"].serve(replay, desk.folder)
    desk.write("quote-verifier.toml", configuration("listing", replay))
    desk.run("harvest")
    shown = desk.run("sources", "show", "town").out
    assert 'kind = "listing"' in shown
    assert "ok_hits; 1 listed, 1 new" in shown
    assert "ok_hits" in desk.run("sources", "list").out
