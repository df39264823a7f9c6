"""From an article to its stored verdicts and back to the screen."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from command_line import ARTICLE, RIGHT, WRONG, Desk


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    """Run commands in a folder whose database holds the two records."""
    monkeypatch.chdir(tmp_path)
    made = Desk(tmp_path, capsys)
    made.import_records()
    return made


def checked(desk: Desk, text: str = ARTICLE, *options: str) -> dict[str, Any]:
    """Check an article and return its JSON."""
    desk.write("article.txt", text)
    ended = desk.run("check", "article.txt", "--json", *options)
    assert ended.code == 0, ended.err
    answer: dict[str, Any] = json.loads(ended.out)
    return answer


def test_json_of_an_article(desk: Desk) -> None:
    """Two right quotations are verified, each with its place; spans lead back into the article's text."""
    answer = checked(desk)
    assert answer["schema"] == 1
    article, statements = answer["article"], answer["statements"]
    assert article["title"] == "Harbour stays open"
    assert [statement["speaker"] for statement in statements] == ["Astrid Holm", "Jonas Berg"]
    assert [statement["headline"] for statement in statements] == ["verified", "verified"]
    assert [statement["match"]["doc_id"] for statement in statements] == ["harbour-2024-03-05", "bridge-2024-03-07"]
    for statement in statements:
        for quotation in statement["quotations"]:
            assert article["text"][quotation["start"] : quotation["end"]] == quotation["text"]


def test_dropped_not_is_altered(desk: Desk) -> None:
    """A dropped "not" is altered, whatever the score; --fail-on ends with 4."""
    desk.write("article.txt", ARTICLE.replace(RIGHT, WRONG))
    ended = desk.run("check", "article.txt", "--json", "--fail-on", "altered,misattributed")
    assert ended.code == 4
    (statement, _) = json.loads(ended.out)["statements"]
    assert (statement["headline"], statement["wording"]) == ("altered", "altered_material")
    assert desk.run("check", "article.txt", "--fail-on", "misdated").code == 0


def test_second_check_adds_nothing(desk: Desk) -> None:
    """Checking again adds a run, and no row that says nothing new."""
    first = checked(desk)
    stored, matches = desk.stored(), desk.count("matches")
    assert checked(desk) == first
    assert (desk.stored(), desk.count("matches")) == (stored, matches)
    assert desk.count("runs") == 3
    assert desk.count("verdict_report") == 2


def test_standard_input_and_html_report(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article may come by a pipe; the report is one page that loads nothing."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    ended = desk.run("check", "-", "--report", "out.html", "--quiet")
    assert (ended.code, ended.err) == (0, "")
    assert "Astrid Holm" in ended.out
    page = (desk.folder / "out.html").read_text()
    assert "Astrid Holm" in page
    assert "<script" not in page


def test_table_without_colour_for_a_pipe(desk: Desk) -> None:
    """What is not a terminal gets no control sequences."""
    desk.write("article.txt", ARTICLE)
    ended = desk.run("check", "article.txt")
    assert "\x1b" not in ended.out
    assert "Verified" in ended.out
    assert ended.lines[-1] == "check complete: 1 article, 2 statements, 2 new verdicts"


def test_several_articles_are_json_lines(desk: Desk) -> None:
    """Each article is one JSON object on one line."""
    desk.write("a.txt", ARTICLE)
    desk.write("b.txt", ARTICLE.replace("Harbour stays open", "Another title"))
    ended = desk.run("check", "a.txt", "b.txt", "--json", "--quiet")
    assert [json.loads(line)["article"]["title"] for line in ended.out.splitlines()] == [
        "Harbour stays open",
        "Another title",
    ]


def test_report_in_every_form(desk: Desk) -> None:
    """What is stored is shown again as it was, narrowed by headline and day."""
    shown = checked(desk, ARTICLE.replace(RIGHT, WRONG))
    again = json.loads(desk.run("report", "--json", "--quiet").out)
    assert again == shown
    rows = list(csv.DictReader(io.StringIO(desk.run("report", "--csv", "--headline", "altered").out)))
    assert [row["quotation"] for row in rows] == [WRONG]
    assert desk.run("report", "--csv", "--out", "v.csv").lines == ["wrote 2 verdicts to v.csv"]
    assert "Jonas Berg" in desk.run("report").out
    assert "Jonas Berg" in desk.run("report", "--html").out
    assert desk.run("report", "--since", "2999-01-01").lines == ["no verdicts of this kind are stored"]


def test_explain_leads_back_to_the_bytes(desk: Desk) -> None:
    """The chain of a verdict names quotation, claim, match, edits, axes, reasons and both hashes of evidence."""
    (statement, _) = checked(desk, ARTICLE.replace(RIGHT, WRONG))["statements"]
    text = desk.run("explain", statement["id"]).out
    for part in (WRONG, "claim 1", "edit: negation, material", "Wording: altered_material", "Reasons", "line 1"):
        assert part in text
    assert text.count("evidence: sha256 ") == 2
    assert desk.run("explain", "1").out == text
    chain = json.loads(desk.run("explain", "1", "--json").out)
    assert chain["verdicts"][0]["headline"] == "altered"
    assert len(chain["verdicts"][0]["transcript_evidence"][0]["sha256"]) == 64


@pytest.mark.parametrize("key", [pytest.param("0123456789abcdef", id="statement"), pytest.param("99", id="verdict")])
def test_explain_unknown(key: str, desk: Desk) -> None:
    """An id that is not known is one line."""
    ended = desk.run("explain", key)
    assert (ended.code, len(ended.lines)) == (1, 1)
    assert key in ended.err


def test_recheck_under_a_corrected_claim(desk: Desk) -> None:
    """A person's correction is a claim of its own, and the verdict on it names it; the old verdict stays."""
    (statement, _) = checked(desk, ARTICLE.replace("March 5, 2024", "February 5, 2024"))["statements"]
    assert statement["claimed_date"] == "2024-02-05"
    ended = desk.run("recheck", statement["id"], "--date", "2024-03-05", "--note", "a slip of the month", "--json")
    assert ended.code == 0, ended.err
    (again,) = json.loads(ended.out)["statements"]
    assert (again["claimed_date"], again["dating"]) == ("2024-03-05", "consistent")
    connection = sqlite3.connect("quote-verifier.db")
    found = connection.execute(
        "select c.origin, c.note, v.dating from verdicts v join claims c on c.id = v.claim_id"
        " where v.statement_id = ? order by v.id",
        (statement["id"],),
    ).fetchall()
    connection.close()
    assert [row[0] for row in found] == ["article", "person"]
    assert found[1][1:] == ("a slip of the month", "consistent")


def test_recheck_pending_after_an_import(desk: Desk) -> None:
    """What could not be checked is settled by a transcript that comes in later; the verdict before is kept."""
    words = "The ferry will sail twice a day from the first of May, and children travel free of charge"
    article = f"Ferry\n\n“{words},” Astrid Holm said on April 2, 2024, at a press conference in Nordhavn.\n"
    (statement,) = checked(desk, article)["statements"]
    assert statement["headline"] in {"not_checkable", "needs_review"}
    record = {
        "doc_id": "ferry",
        "lang": "en",
        "source": "city",
        "title": "Press conference on the ferry",
        "date": "2024-04-02",
        "url": None,
        "place": "Nordhavn",
        "turns": [{"speaker": "Astrid Holm", "text": f"Good morning. {words}. Thank you."}],
    }
    desk.write("ferry.jsonl", json.dumps(record))
    assert desk.run("import", "ferry.jsonl").code == 0
    ended = desk.run("recheck", "--json")
    assert [one["headline"] for one in json.loads(ended.out)["statements"]] == ["verified"]
    assert desk.run("recheck").lines == ["recheck complete: nothing to do"]
    assert desk.count("verdicts") == 2
