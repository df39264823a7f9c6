"""Where aligned words stand: spans, turns, parts, and the numbers of an Alignment."""

from __future__ import annotations

import dataclasses

import pytest
from align_pairs import POLICY, align_texts

from verifier.align import align, cut_at_honest_marks, judge_wording, meaning_changed, printed_said
from verifier.align.printed import edit_label
from verifier.model.article import Quotation
from verifier.model.evidence import Alignment, EditKind, Wording
from verifier.model.text import Span
from verifier.model.transcript import PlacedTurn, Turn

RECORD = "Good morning. “We’ll open the old port in spring,” he says. Then we all go home for a while."


def place(*turns: tuple[str, str]) -> list[PlacedTurn]:
    """Return (speaker, text) pairs as placed turns."""
    placed, start = [], 0
    for number, (speaker, text) in enumerate(turns):
        placed.append(PlacedTurn(number, Span(start, start + len(text)), Turn(speaker, text)))
        start += len(text) + 1
    return placed


def quote(article: str, *texts: str) -> list[Quotation]:
    """Return the quotations of *article* that print *texts*."""
    return [Quotation(Span(at := article.index(text), at + len(text)), text) for text in texts]


def test_span_is_exact_to_the_character():
    """The span runs from the first printed letter to the last, and leaves the marks outside."""
    alignment = align_texts(RECORD, "we will open the old port in spring")
    assert [span.cut(RECORD) for span in alignment.spans] == ["We’ll open the old port in spring"]


def test_spans_point_into_article_and_transcript():
    """Quoted spans are offsets into the article, said spans into the whole transcript."""
    article = "The mayor said: “We close the old port in spring,” and left."
    turns = place(("Host", "Welcome to the town hall."), ("Mayor", "We open the old port in spring, friends."))
    alignment = align(quote(article, "We close the old port in spring"), turns, "en", POLICY)
    text = "\n".join(placed.turn.text for placed in turns)
    edit = alignment.edits[0]
    assert (edit.quoted_span.cut(article), edit.said_span.cut(text)) == ("close", "open")
    assert alignment.spans[0].cut(text) == "We open the old port in spring"
    assert (alignment.first_turn, alignment.last_turn) == (1, 1)


def test_parts_split_by_the_cue_are_found_in_order():
    """A quotation and its continuation after the cue are two parts; nothing was left out between them."""
    article = "“We open the old port,” she said, “in the spring of this year.”"
    quotations = quote(article, "We open the old port", "in the spring of this year")
    alignment = align(quotations, place(("Mayor", "We open the old port in the spring of this year.")), "en", POLICY)
    assert (alignment.parts, alignment.parts_found, alignment.ordered) == (2, 2, True)
    assert (alignment.edits, alignment.gap_words, alignment.score) == ((), 0, 1.0)


def test_interruption_by_another_turn():
    """Words that go on after another speaker's short turn are one quotation, in two places."""
    turns = place(
        ("Mayor", "What we need in this town is a port —"),
        ("Reporter", "A port for whom?"),
        ("Mayor", "a port that is open in winter and in spring."),
    )
    quoted = "What we need in this town is a port that is open in winter and in spring."
    alignment = align([Quotation(Span(0, len(quoted)), quoted)], turns, "en", POLICY)
    assert (alignment.first_turn, alignment.last_turn, alignment.gap_turns) == (0, 2, 1)
    assert alignment.score == 1.0
    assert judge_wording(alignment, 16, 100.0, POLICY) in {Wording.EXACT, Wording.CLEANED}
    assert "whom" not in printed_said(alignment, turns)


def test_other_speakers_words_are_not_taken():
    """A part that only another speaker says is not found."""
    turns = place(
        ("Mayor", "We open the old port in spring."), ("Reporter", "And the cruise ships come back, you say?")
    )
    quoted = "We open the old port in spring … And the cruise ships come back"
    alignment = align([Quotation(Span(0, len(quoted)), quoted)], turns, "en", POLICY)
    assert (alignment.parts, alignment.parts_found) == (2, 1)


def test_ellipsis_numbers():
    """Two parts with a gap: its words are counted, and each part has its place."""
    record = "We open the old port in spring, because the ice is gone by then, and the ships come back to us."
    alignment = align_texts(record, "We open the old port … and the ships come back")
    assert [span.cut(record) for span in alignment.spans] == ["We open the old port", "and the ships come back"]
    assert (alignment.parts, alignment.parts_found, alignment.gap_words) == (2, 2, 9)
    assert alignment.longest_run == 5


def test_parts_in_another_order():
    """Parts that the record holds the other way round are not in order."""
    record = "The ships come back to us in May. We open the old port in April."
    alignment = align_texts(record, "We open the old port … The ships come back to us")
    assert (alignment.parts_found, alignment.ordered) == (2, False)
    assert judge_wording(alignment, 11, 100.0, POLICY) is Wording.ALTERED_MINOR


def test_nearest_of_equal_parts():
    """A part that stands at several places is taken from the one nearest to the other part."""
    record = "Thank you all. " + "We talked for hours. " * 8 + "We open the old port in spring. Thank you all. Goodbye."
    alignment = align_texts(record, "We open the old port in spring … Thank you all")
    assert alignment.edits == ()


@pytest.mark.parametrize(
    ("article", "parts"),
    [
        pytest.param("We go … and stay", ["We go", "and stay"], id="ellipsis"),
        pytest.param("We go ... and stay", ["We go", "and stay"], id="three dots"),
        pytest.param("We go [...] and stay", ["We go", "and stay"], id="dots in brackets"),
        pytest.param("We go (…) and stay", ["We go", "and stay"], id="ellipsis in round marks"),
        pytest.param("We go . . . and stay", ["We go", "and stay"], id="spaced dots"),
        pytest.param("… we go and stay …", ["we go and stay"], id="only at the ends"),
        pytest.param("We love the U.S.... and stay", ["We love the U.S.", "and stay"], id="after an abbreviation"),
        pytest.param("We go [sic] and stay", ["We go [sic] and stay"], id="sic cuts nothing"),
        pytest.param("... … [...]", [], id="nothing but marks"),
    ],
)
def test_honest_marks(article, parts):
    """Parts are cut at every form of ellipsis, and nowhere else."""
    spans = cut_at_honest_marks([Quotation(Span(0, len(article)), article)], "en")
    assert [span.cut(article) for span in spans] == parts


def test_no_words_no_alignment():
    """A quotation or record without words aligns with nothing."""
    assert align_texts(RECORD, "…") is None
    assert align_texts("— (…)", "We open the old port") is None
    assert align([], place(("Mayor", RECORD)), "en", POLICY) is None
    assert align_texts("Only giraffes live here.", "velvet nights wander") is None


def test_record_in_another_language():
    """A record in another language is read in its own words; hardly anything agrees."""
    turns = place(("Kanzler", "Wir öffnen den Hafen im Frühjahr, und die Schiffe kommen zurück."))
    words = "We open the port in spring, and the ships come back."
    assert align([Quotation(Span(0, len(words)), words)], turns, "en", POLICY, "de") is None


def judge(alignment: Alignment | None, words: int = 20, bits: float = 100.0) -> Wording:
    return judge_wording(alignment, words, bits, POLICY)


def test_fragment_by_words_or_by_information():
    """Few words, or words that stand everywhere, are a fragment even where they are equal."""
    alignment = align_texts(RECORD, "go home for a while")
    assert judge(alignment, words=POLICY.min_words - 1) is Wording.FRAGMENT
    assert judge(alignment, bits=POLICY.min_bits - 1) is Wording.FRAGMENT
    assert judge(alignment) is Wording.EXACT
    assert judge(None, words=2) is Wording.NO_MATCH


def test_wide_marked_gap_is_altered_minor():
    """An ellipsis may not reach further than the policy allows."""
    near = align_texts(RECORD, "Good morning … go home for a while")
    wide = dataclasses.replace(near, gap_words=POLICY.marked_gap_words + 1)
    assert (judge(near), judge(wide)) == (Wording.MARKED, Wording.ALTERED_MINOR)


@pytest.mark.parametrize(
    ("quotation", "label", "changed"),
    [
        pytest.param("We will open the port in spring, but only for grain.", "verbatim", False, id="verbatim"),
        pytest.param("we will open the port in spring, but only for grain", "format", False, id="format"),
        pytest.param("We will open the port … but only for grain.", "ellipsis", False, id="ellipsis"),
        pytest.param("[The council] will open the port in spring, but only for grain.", "bracket", False, id="bracket"),
        pytest.param("We will open the port in the spring, but only for grain.", "filler", False, id="function word"),
        pytest.param("We will open the port in spring, but only for corn.", "synonym", False, id="synonym"),
        pytest.param("We will not open the port in spring, but only for grain.", "negation", True, id="negation"),
        pytest.param("We may open the port in spring, but only for grain.", "qualifier", True, id="modality"),
        pytest.param("We will open the port in spring.", "qualifier", True, id="truncation"),
        pytest.param("Marmots whistle all day long in high places.", "none", False, id="not there"),
    ],
)
def test_label_and_meaning(quotation, label, changed):
    """The label names the worst that was done; meaning hangs on operators and on where the words are cut."""
    record = "We will open the port in spring, but only for grain."
    alignment = align_texts(record, quotation)
    said = printed_said(alignment, place(("Mayor", record))) if alignment else ""
    wording = judge(alignment)
    assert (edit_label(alignment, wording, quotation, said), meaning_changed(alignment, wording)) == (label, changed)


def test_every_edit_kind_has_a_label():
    """No kind of edit is forgotten by the label."""
    alignment = align_texts(RECORD, "Good morning")
    for kind in EditKind:
        edit = dataclasses.replace(align_texts("We go home now.", "We stay home now.").edits[0], kind=kind)
        assert edit_label(dataclasses.replace(alignment, edits=(edit,)), Wording.ALTERED_MINOR) in {
            "format", "ellipsis", "bracket", "filler", "asr", "synonym", "order", "entity", "number", "negation",
            "qualifier", "splice",
        }  # fmt: skip
