"""CSV and Markdown: columns as agreed, and no text of a stranger becomes a formula or markup."""

import csv
import io
import re
from dataclasses import replace

import pytest
from report_samples import ABSENT, ARTICLE, AT, CHECKED, RUN, hostile

from verifier.model.evidence import Headline
from verifier.report.card import Checked
from verifier.report.csv_report import COLUMNS, safe_cell, write_csv
from verifier.report.headlines import LEAD
from verifier.report.markdown import escaped, markdown_report

VIEW = (
    "statement_id, verdict_id, checked_at, headline, score, wording, speaker_check, dating, context, coverage, "
    "translation_grade, quotation, said, speaker, speaker_mention, claimed_date_from, claimed_date_to, event_date, "
    "days_apart, article_url, article_title, published, outlet, transcript_url, transcript_title, source, tier, "
    "rendition, edits, reasons, transcripts_searched, policy"
)


def rows(*checked):
    """Return what was written, read back."""
    file = io.StringIO(newline="")
    assert write_csv(file, checked, AT) == sum(len(one.statements) for one in checked)
    file.seek(0)
    return list(csv.DictReader(file))


def test_columns_are_the_views():
    """The columns of verdict_report, in its order."""
    assert ", ".join(COLUMNS) == VIEW


def test_a_row_holds_claim_and_record():
    """One row a statement; parts of a quotation are joined, JSON lists stay JSON."""
    row = rows(CHECKED)[2]
    expected = {
        "statement_id": "0000000000000003",
        "checked_at": "2024-03-08T06:30:00+00:00",
        "headline": "misdated",
        "score": "0.97",
        "dating": "wrong_date",
        "quotation": "The old crane … has lifted its last ship",
        "said": "the old crane has lifted its last ship",
        "claimed_date_from": "2024-03-05",
        "claimed_date_to": "2024-03-05",
        "event_date": "2024-02-05",
        "days_apart": "29",
        "outlet": "The Larnvik Ledger",
        "tier": "2",
        "edits": '[{"kind": "case", "quoted": "The", "said": "the"}]',
        "reasons": '["The first reason.", "The second reason."]',
        "transcripts_searched": "1",
    }
    assert {key: row[key] for key in expected} == expected


def test_what_was_not_found_leaves_the_record_empty():
    """Absent words have no place; indirect speech is told by its clause."""
    absent, reported = rows(CHECKED)[3:]
    assert (absent["said"], absent["event_date"], absent["edits"]) == ("", "", "[]")
    assert (reported["quotation"], reported["score"]) == ("the vote would be repeated", "")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\0", "\n", "＝"])
def test_formulas_get_an_apostrophe(start):
    """A cell that a spreadsheet would run begins with an apostrophe."""
    assert safe_cell(f"{start}HYPERLINK(1)") == f"'{start}HYPERLINK(1)"
    (row,) = rows(hostile(f"{start}1+1"))
    assert row["quotation"].startswith("'")
    assert row["speaker"].startswith("'")


@pytest.mark.parametrize("cell", [-3, 0.5, None, "plain", "a=b", "", "“=1”"])
def test_other_cells_stay(cell):
    """Numbers and ordinary texts are not touched."""
    assert safe_cell(cell) == cell


HOSTILE = [
    pytest.param("![x](http://evil.example/p.png)", id="remote image"),
    pytest.param("<img src=http://evil.example/p.png>", id="HTML image"),
    pytest.param("a | b |\n| c |", id="more cells and lines"),
    pytest.param("`code` **bold** _it_ ~~no~~ # head\n- list\n> quote", id="markup"),
    pytest.param("[link](javascript:alert(1)) https://evil.example www.evil.example a@evil.example", id="links"),
    pytest.param("back\\slash \\| \\", id="backslashes"),
    pytest.param("$x^2$ == mark", id="formulas and marks"),
]


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_of_an_article_is_markup(words):
    """Each character that Markdown could read stands behind a backslash, and every row has six cells."""
    report = markdown_report([hostile(words)], replace(RUN, problems=()))
    for line in report.splitlines():
        if line.startswith("| ≠ Altered |") or not line.startswith("|"):
            continue
        bare = re.sub(r"\\.", "", line)
        assert bare.count("|") in {3, 7}, line
        if bare.count("|") == 7:
            assert not re.search(r"[\[\]<>*_`!#~:@$\\]", re.sub(r"^\|( --- \|)+$", "", bare)), line


def test_only_web_addresses_are_linked():
    """Titles lead to http and https pages, in angle brackets with everything odd percent-encoded."""
    assert "[Council meeting](<https://larnvik.example/2024-03-05>)" in markdown_report([CHECKED])
    odd = Checked(replace(ARTICLE, url="https://a.example/(x)|y>\\[z]`"), CHECKED.statements, CHECKED.verdicts)
    assert "](<https://a.example/%28x%29%7Cy%3E%5C%5Bz%5D%60>)" in markdown_report([odd])
    assert "javascript" not in re.sub(r"\\.", "", markdown_report([hostile("x")]))


def test_markdown_tells_status_counts_and_changes():
    """Run status and problems first, then the lead, the counts by urgency, what changed, and the rest."""
    report = markdown_report([CHECKED], RUN, {ABSENT.id: Headline.NOT_CHECKABLE})
    parts = [
        "**Run check: degraded**",
        r"- larnvik\-radio\: no answer in 20 s",
        escaped(LEAD),
        "| ≠ Altered | 1 |",
        "| – Not checkable | 1 |",
        "## Changed verdicts",
        r"∅ Not in the record \(was\: Not checkable\)",
        r"## [Council \& harbour\: a \<quiet\> vote]",
        "| ≠ Misdated | Ada Moreau | “The old crane … has lifted its last ship” | 2024-03-05 | 2024-02-05 |",
    ]
    places = [report.index(part) for part in parts]
    assert places == sorted(places)
    assert report.count("I have sold the lighthouse") == 1


def test_an_empty_run_says_so():
    """No statement is an answer too."""
    assert "No statement was checked" in markdown_report([])
