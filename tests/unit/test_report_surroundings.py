"""What stands around the words: the article's paragraph, the record's turn, cut at words and never silently."""

from dataclasses import replace

import pytest
from report_samples import (
    ALTERED,
    ALTERED_MATCH,
    ARTICLE,
    MISDATED,
    MISDATED_MATCH,
    REPORTED,
    STATEMENTS,
    VERDICTS,
    statement,
)

from verifier.model.transcript import RecordDate, Role
from verifier.report.card import card_of, interval_words, outcome_words
from verifier.report.card import place_of as told
from verifier.report.surroundings import article_pieces, from_word, to_word


def printed(of, article=ARTICLE, match=None):
    """Return the article's side as one text, the quoted words in angle brackets."""
    return "".join(f"<{one.text}>" if quoted else one.text for one, quoted in article_pieces(article, of, match))


@pytest.mark.parametrize(
    ("of", "shown"),
    [
        pytest.param(
            ALTERED,
            "“<We will close the harbour before the 14 boats return>,” Ada Moreau told the council in Larnvik on "
            "March 5, 2024.",
            id="its paragraph",
        ),
        pytest.param(
            MISDATED,
            "“<The old crane>,” Ada Moreau said on March 5, 2024, “<has lifted its last ship>.” Nobody objected.",
            id="split by its cue",
        ),
        pytest.param(REPORTED, "Jonas Berg said that <the vote would be repeated>.", id="indirect"),
    ],
)
def test_quoted_words_stand_in_their_paragraph(of, shown):
    """The paragraph is shown whole where it is short."""
    assert printed(of) == shown


def test_long_paragraphs_are_cut_at_words_and_say_so():
    """Of a long paragraph only the nearest words are shown, with an ellipsis at each cut and in each long gap."""
    text = f"{'one two ' * 60}“first part”{' and so on' * 60} “second part”{' three four' * 60}"
    of = statement(9, "first part", "second part", text=text)
    shown = printed(of, replace(ARTICLE, text=text))
    assert shown.startswith("… two one two")
    assert shown.endswith(" four three …")
    assert "<first part> … <second part>" in shown
    assert len(shown) < 560


def test_a_quotation_by_itself_has_no_surroundings():
    """Without an article there is nothing around the words."""
    assert printed(ALTERED, None) == "<We will close the harbour before the 14 boats return>"
    card = card_of(None, STATEMENTS[0], VERDICTS[0])
    assert card.quotation == "We will close the harbour before the 14 boats return"


@pytest.mark.parametrize(
    ("before", "turn", "shown"),
    [
        pytest.param("All of the turn. ", "All of the turn. And more.", "All of the turn. ", id="whole"),
        pytest.param("ged and so on. ", "Changed and so on. Yes.", "ged and so on. ", id="too short to be cut"),
        pytest.param("ged " + "word " * 30, "Changed " + "word " * 30, "… " + "word " * 30, id="cut inside a word"),
    ],
)
def test_the_record_before_begins_with_a_word(before, turn, shown):
    """A context that was cut inside a word loses the rest of that word and says that it is cut."""
    assert from_word(before, turn) == shown


def test_the_record_after_ends_with_a_word():
    """The same at the other end."""
    assert to_word(" word" * 30 + " unfin", "x" + " word" * 30 + " unfinished.") == " word" * 30 + " …"
    assert to_word(" to the end.", "all to the end.") == " to the end."


def test_a_place_is_told_in_words():
    """Speaker, standing and further dates of the record are said as a person would."""
    record = replace(
        MISDATED_MATCH.record,
        dates=(*MISDATED_MATCH.record.dates, RecordDate(ALTERED_MATCH.record.dates[0].day, "url")),
        complete=False,
        tier=9,
    )
    turn = replace(
        MISDATED_MATCH.turn, turn=replace(MISDATED_MATCH.turn.turn, speaker=None, label=None, role=Role.QUESTION)
    )
    place = told(replace(MISDATED_MATCH, record=record, turn=turn))
    assert place.speaker == "a question from the press"
    assert place.standing == "tier 9, unknown; in the original; not complete"
    assert place.other_days == ("5 March 2024 (url)",)


def test_outcomes_of_searches_are_told_in_words():
    """A code that is not known is still shown."""
    assert outcome_words("ok_none") == "searched, no record of this time"
    assert outcome_words("new_code") == "new code"


def test_days_and_runs_of_days():
    """One day, or the first and the last."""
    span = VERDICTS[0].coverage.window[0]
    assert interval_words(span) == "4 March 2024 to 6 March 2024"
