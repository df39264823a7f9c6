"""Laws of extraction, whatever the text."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.extract.dates import find_dates
from verifier.extract.paragraphs import paragraphs_of
from verifier.extract.pipeline import extract
from verifier.extract.quotations import find_quotations
from verifier.model.article import Article
from verifier.model.text import Span
from verifier.speakers.registry import People
from verifier.text.marks import MARK, marks_of

FRIDAY = date(2024, 3, 8)
WORDS = st.sampled_from(
    "Kirby said that he “ ” „ « » ' ‘ ’ '' \" , . ? ! : — \n \n\n Macron on Tuesday March 5 in Prague adding "
    "according to the French leader called it fully 2024 … It is so".split(" ")
)
NEWSLIKE = st.lists(WORDS, max_size=60).map(" ".join)
ANY_TEXT = st.text(alphabet=st.characters(codec=None), max_size=200)
LANGUAGES = st.sampled_from(["en", "fr", "de", "sv", "xx"])


@given(st.one_of(NEWSLIKE, ANY_TEXT), LANGUAGES)
@settings(max_examples=150, deadline=None)
def test_runs_are_ordered_and_apart(text, lang):
    """Runs stand in order, never overlap, and hold their words inside their marks."""
    runs = find_quotations(text, marks_of(lang))
    for run in runs:
        assert run.outer.holds(run.span)
        assert run.span.cut(text).strip() == run.span.cut(text) != ""
        assert MARK.match(text, run.outer.start)
    assert all(first.outer.end <= second.outer.start for first, second in pairwise(runs))


@given(st.one_of(NEWSLIKE, ANY_TEXT))
@settings(max_examples=100, deadline=None)
def test_paragraphs_hold_every_visible_character(text):
    """Paragraphs are in order, trimmed, and nothing visible stands outside them."""
    paragraphs = paragraphs_of(text)
    outside = text
    for paragraph in reversed(paragraphs):
        assert paragraph.cut(text) == paragraph.cut(text).strip()
        outside = outside[: paragraph.start] + outside[paragraph.end :]
    assert not outside.strip()


@given(st.one_of(NEWSLIKE, ANY_TEXT), LANGUAGES)
@settings(max_examples=150, deadline=None)
def test_every_statement_leads_back(text, lang):
    """Spans cut out the stored words, ids are distinct, confidences are probabilities, twice gives the same."""
    article = Article("law", None, None, text, FRIDAY, None, lang, "0" * 64)
    statements = extract(article, People.load(), None)
    assert statements == extract(article, People.load(), None)
    assert len({statement.id for statement in statements}) == len(statements)
    for statement in statements:
        for quotation in statement.quotations:
            assert quotation.span.cut(text) == quotation.text
            assert 0 <= quotation.confidence <= 1
        if statement.mention is not None:
            assert statement.mention.span.cut(text) == statement.mention.text
        if statement.date_claim is not None:
            assert statement.date_claim.span.cut(text) == statement.date_claim.text
        assert 0 <= statement.attribution_confidence <= 1
        assert bool(statement.quotations) != (statement.reported is not None)


@given(st.text(alphabet=list("March 5,24Jun0thlsweTdyago-–./ "), max_size=40), LANGUAGES)
@settings(max_examples=200, deadline=None)
def test_dates_never_overlap(text, lang):
    """Date phrases stand in order and apart, each with an interval."""
    found = find_dates(text, lang, FRIDAY, [Span(0, len(text))])
    assert all(first.span.end <= second.span.start for first, second in pairwise(found))
    assert all(phrase.interval is not None for phrase in found)
