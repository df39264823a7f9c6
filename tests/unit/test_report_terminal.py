"""The terminal report: readable without colour, at any width, whatever the texts hold."""

import io

import pytest
from report_samples import ABSENT, ALTERED, ARTICLE, CHECKED, RUN, VERDICTS, hostile
from rich.console import Console

from verifier.model.evidence import Headline
from verifier.report.card import Checked
from verifier.report.headlines import LEAD
from verifier.report.terminal import as_text, show, verdict_lines

LEAD_LINES = [
    "Every line is a lead for checking against audio or video, not a finding. Official transcripts are",
    "themselves edited.",
]
TEXT = as_text(CHECKED, run=RUN, width=120)


def test_head_names_article_and_run():
    """Title, outlet, publication, the run's status and what went wrong stand at the head."""
    assert TEXT.splitlines()[:4] == [
        "Council & harbour: a <quiet> vote",
        "The Larnvik Ledger, published 7 March 2024",
        "Run: degraded",
        "  ! larnvik-radio: no answer in 20 s",
    ]


def test_table_has_a_line_for_each_statement():
    """Number, verdict, speaker, quotation, claimed and recorded day, transcript."""
    (row,) = [line for line in TEXT.splitlines() if line.startswith(" 3 ")]
    assert row.split("  ")[0] == " 3"
    for cell in ("≠ Misdated", "Ada Moreau", "“The old crane …", "2024-03-05 → 2024-02-05", "Council meeting"):
        assert cell in row


def test_differences_have_signs():
    """The record's words are in [- -], the article's in {+ +}, and the legend says so."""
    assert "   We will [-not-] close the harbour before the [-40-] {+14+} boats return\n" in TEXT
    assert "[-these-] are the record's words and {+these+} the article's" in TEXT


def test_absence_tells_what_was_searched():
    """Under what was not found stand window, extent, sources and gaps; under what was found they do not."""
    assert TEXT.count("Searched: ") == 1
    absent = TEXT[TEXT.index("4. ∅ Not in the record") :]
    assert (
        "Searched: 4 March 2024 to 6 March 2024; 5 April 2024; 1 transcript of this person and time, 40 words" in absent
    )
    assert "– larnvik-radio: limited the number of requests: 429" in absent
    assert "– not held: 2024-04-05" in absent


def test_reasons_and_lead_are_printed():
    """Every statement has its reasons, and the report its lead."""
    assert TEXT.count("· The first reason.") == 5
    assert TEXT.rstrip().endswith(LEAD.split(". ")[1])
    assert "A score is the probability that" in TEXT


@pytest.mark.parametrize("width", [20, 40, 89, 90, 200])
def test_no_line_is_wider_than_asked(width):
    """Lines fit, wide and narrow, and every statement is still told."""
    text = as_text(CHECKED, run=RUN, width=width)
    assert max(map(len, text.splitlines())) <= width
    assert "Misdated" in text


def test_changed_verdicts_stand_first():
    """A verdict that changed says what it was, before all others."""
    file = io.StringIO()
    show(Console(file=file, width=120), CHECKED, previous={ABSENT.id: Headline.NOT_CHECKABLE}, details=False)
    first = next(line for line in file.getvalue().splitlines() if line.startswith(" 1 "))
    assert "∅ Not in the" in first
    assert "was:" in file.getvalue()
    assert "The first reason." not in file.getvalue()


def test_colour_is_only_for_terminals():
    """A terminal gets red and green; a file gets no control sequence."""
    file = io.StringIO()
    show(Console(file=file, width=120, force_terminal=True, color_system="standard"), CHECKED)
    assert "\x1b[1;31m" in file.getvalue()
    assert "\x1b" not in TEXT


def test_control_characters_and_markup_are_shown_as_text():
    """Nothing that an article says moves the cursor or becomes markup."""
    text = as_text(hostile("[red]x\x1b[2J\x07\u202e"), width=200)
    assert "[red]x\\x1b[2J\\x07\\u202e" in text
    assert not set(text) & {"\x1b", "\x07", "\u202e"}


def test_an_article_without_quotations_says_so():
    """Nothing found is an answer."""
    assert "No quotation was found in it." in as_text(Checked(ARTICLE, (), ()))


def test_a_quotation_by_itself_is_told_in_lines():
    """Label, sentence, differences, reasons and place; what was not found tells the search."""
    assert verdict_lines(ALTERED, VERDICTS[0]) == [
        "≠ Altered",
        "   The record has this passage with a difference on which its meaning hangs.",
        "   We will [-not-] close the harbour before the [-40-] {+14+} boats return",
        "   · The first reason.",
        "   · The second reason.",
        "     Council meeting, Ada Moreau, 2024-03-05, Larnvik, turn 0, tier 2, official edited text, or a",
        "     mirror of one; in the original, score 0.97",
        "     https://larnvik.example/2024-03-05",
        "",
        *LEAD_LINES,
    ]
    assert any(line.startswith("     Searched: ") for line in verdict_lines(ABSENT, VERDICTS[3]))
