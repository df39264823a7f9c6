"""What befalls the record that a verdict rests on is told, and the quotation is judged again."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from command_line import ARTICLE, RECORDS, Desk

from db.store import Store

ELSEWHERE, QUOTED = " The dredging costs forty million crowns, and", ", whatever the weather brings"
LATER = datetime(2025, 6, 1, 9, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    """Give a desk at which an article was checked against two records."""
    monkeypatch.chdir(tmp_path)
    made = Desk(tmp_path, capsys)
    made.import_records()
    made.write("article.txt", ARTICLE)
    assert made.run("check", "article.txt", "--quiet").code == 0
    return made


def import_without(desk: Desk, words: str) -> None:
    """Import the first record again, some words struck out of it."""
    record: dict[str, Any] = json.loads(json.dumps(RECORDS[0]))
    record["turns"][0]["text"] = record["turns"][0]["text"].replace(words, "")
    desk.write("edited.jsonl", json.dumps(record))
    assert desk.run("import", "edited.jsonl").code == 0


def news_in_sql(desk: Desk) -> list[tuple[Any, ...]]:
    """Return what record_news tells of the verdicts of now."""
    with Store.open(desk.folder / "quote-verifier.db", write=False) as store:
        asked = "SELECT verdict_id, kind, still_newest, times FROM record_news ORDER BY 1, 2"
        return store.raw.execute(asked).fetchall()


@pytest.mark.parametrize(
    ("struck", "told", "headline"),
    [
        pytest.param(ELSEWHERE, "stand in the newest text", "verified", id="elsewhere in the record"),
        pytest.param(QUOTED, "do not stand so in the newest text", "needs_review", id="in the quoted words"),
    ],
)
def test_a_stealth_edit(struck: str, told: str, headline: str, desk: Desk) -> None:
    """C03: the verdict names its version and says that a later one differs; rechecked, the old verdict is kept."""
    assert "since then" not in desk.run("explain", "1").out
    import_without(desk, struck)
    text = desk.run("explain", "1").out
    assert "since then: its text was changed between " in text
    assert f"the words above {told}" in text
    (news,) = json.loads(desk.run("explain", "1", "--json").out)["verdicts"][0]["record_news"]
    assert (news["kind"], news["words_stand_in_newest"]) == ("text_changed", headline == "verified")
    assert news_in_sql(desk) == [(1, "text_changed", 0, 1)]
    again = json.loads(desk.run("recheck", "--json").out)["statements"]
    assert [one["headline"] for one in again] == [headline]
    assert desk.count("verdicts") == 3
    assert news_in_sql(desk) == []
    assert desk.run("recheck").lines == ["recheck complete: nothing to do"]


def test_a_page_that_goes(desk: Desk) -> None:
    """C05, C06: the verdict stands, with a note."""
    with Store.open(desk.folder / "quote-verifier.db") as store:
        for kind, detail in (("gone", "410"), ("gone", "410"), ("wall", "")):
            store.add_record_event("city", "harbour-2024-03-05", kind, now=LATER, detail=detail)
    text = desk.run("explain", "1").out
    assert "since then: its page was gone on 2025-06-01 09:00 UTC, 2 times until 2025-06-01 09:00 UTC: 410" in text
    assert "since then: a wall stood before its page on 2025-06-01 09:00 UTC" in text
    assert news_in_sql(desk) == [(1, "gone", 1, 2), (1, "wall", 1, 1)]
    assert desk.run("recheck").lines == ["recheck complete: nothing to do"]
