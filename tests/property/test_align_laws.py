"""Laws of alignment: words of the record align with themselves, and every span cuts what its edit prints."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.align import align, edit_label, judge_wording, meaning_changed, printed_said
from verifier.model.article import Quotation
from verifier.model.evidence import Alignment, Wording
from verifier.model.policy import Policy
from verifier.model.text import Span
from verifier.model.transcript import PlacedTurn, Turn
from verifier.text.folding import fold

UNHURRIED = settings(deadline=None)  # a busy machine is no fault
POLICY = Policy()
SENTENCES = (
    "We will open the old port in spring, and the ships come back.",
    "I don’t think that 300 million dollars is enough — it isn’t.",
    "If the ice melts (laughter), Ukraine’s grain leaves on Tuesday!",
    "Nobody asked for it; all of us, you know, wanted [want] it.",
    "Mr. Smith said no, but President Zelenskyy said yes.",
    "Der Energie- und Klimafonds wächst um 3,5 Prozent.",
)
ODD_WORDS = ("not", "…", "[he]", "only", "500", "giraffe", "China", "(...)", "and", "we", "[sic]", "“", "can't")
RECORDS = st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=12)


def placed(texts: list[str]) -> list[PlacedTurn]:
    """Return the texts as turns of two speakers who take turns."""
    turns, start = [], 0
    for number, text in enumerate(texts):
        turns.append(PlacedTurn(number, Span(start, start + len(text)), Turn("AB"[number % 2], text)))
        start += len(text) + 1
    return turns


@st.composite
def altered(draw: st.DrawFn) -> tuple[list[str], str]:
    """Draw a record and a run of its words with a few words dropped, put in, or replaced."""
    texts = draw(RECORDS)
    words = " ".join(texts).split()
    first = draw(st.integers(0, len(words) - 1))
    words = words[first : first + draw(st.integers(1, 40))]
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(words)))
        words[at : at + draw(st.integers(0, 6))] = draw(st.lists(st.sampled_from(ODD_WORDS), max_size=2))
    return texts, " ".join(words)


def check(alignment: Alignment, article: str, turns: list[PlacedTurn]) -> None:
    """Assert what holds of every alignment."""
    text = "\n".join(turn.turn.text for turn in turns)
    assert 0.0 < alignment.score <= 1.0
    assert alignment.matched_words <= alignment.quoted_words
    assert 1 <= alignment.parts_found <= alignment.parts
    assert alignment.first_turn <= alignment.last_turn
    for span in alignment.spans:
        assert span.start < span.end <= len(text)
        assert text[span.start] not in " \n"
        assert any(turn.span.holds(span) for turn in turns)
    for edit in alignment.edits:
        assert edit.quoted_span is None or edit.quoted_span.cut(article) == edit.quoted
        assert edit.said_span is None or edit.said_span.cut(text) == edit.said


@UNHURRIED
@given(altered())
def test_spans_cut_what_edits_print(drawn):
    """Offsets lead back to the printed words on both sides, and every alignment can be judged."""
    texts, quotation = drawn
    turns = placed(texts)
    article = f"He said: “{quotation}”"
    quotations = [Quotation(Span(10, 10 + len(quotation)), quotation)]
    alignment = align(quotations, turns, "en", POLICY)
    assert alignment == align(quotations, turns, "en", POLICY)
    wording = judge_wording(alignment, 20, 100.0, POLICY)
    assert isinstance(meaning_changed(alignment, wording), bool)
    if alignment is None:
        assert wording is Wording.NO_MATCH
        assert edit_label(alignment, wording) == "none"
        return
    check(alignment, article, turns)
    assert printed_said(alignment, turns)
    assert edit_label(alignment, wording, quotation, printed_said(alignment, turns))


@UNHURRIED
@given(st.integers(0, 60), st.integers(1, 40), st.permutations(SENTENCES))
def test_words_of_the_record_align_with_themselves(first, size, sentences):
    """Any run of printed words stands where it was cut, or at an equal place, without an edit but for its cut ends."""
    text = " ".join(sentences)
    folded = fold(text)
    first = min(first, len(folded) - 1)
    span = folded.printed(first, min(first + size, len(folded)))
    quotation = span.cut(text)
    alignment = align([Quotation(Span(0, len(quotation)), quotation)], placed([text]), "en", POLICY)
    assert alignment is not None
    assert alignment.score == 1.0
    assert (alignment.parts, alignment.parts_found) == (1, 1)
    assert [edit for edit in alignment.edits if edit.quoted] == []


@UNHURRIED
@given(st.text(max_size=80), st.text(max_size=200))
def test_any_text_can_be_compared(quotation, record):
    """Whatever characters stand on the two sides, comparing them ends without an error."""
    turns = placed([record])
    alignment = align([Quotation(Span(0, len(quotation)), quotation)], turns, "en", POLICY)
    if alignment is not None:
        check(alignment, quotation, turns)


@UNHURRIED
@given(st.lists(st.sampled_from(ODD_WORDS), max_size=30), RECORDS)
def test_marks_alone_break_nothing(words, texts):
    """Ellipses, brackets and stray words in any order can be compared."""
    quotation = " ".join(words)
    alignment = align([Quotation(Span(0, len(quotation)), quotation)], placed(texts), "en", POLICY)
    if alignment is not None:
        check(alignment, quotation, placed(texts))
