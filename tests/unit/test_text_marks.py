"""Quotation marks by language."""

import pytest

from verifier.text.marks import family, marks_of


@pytest.mark.parametrize(
    ("lang", "opening", "closing"),
    [
        pytest.param("en", "“", "”", id="English double"),
        pytest.param("en", "‘", "’", id="English single"),
        pytest.param("en", '"', '"', id="straight"),
        pytest.param("en", "``", "''", id="typewriter"),
        pytest.param("en", "“", '"', id="curly closed by a straight one"),
        pytest.param("fr", "«", "»", id="French"),
        pytest.param("fr", "‹", "›", id="French inner"),
        pytest.param("de", "„", "“", id="German"),
        pytest.param("de", "»", "«", id="German pointing inward"),
        pytest.param("pl", "„", "”", id="Polish"),
        pytest.param("sv", "”", "”", id="Swedish"),
        pytest.param("fi", "»", "»", id="Finnish pointing right"),
    ],
)
def test_closing_marks(lang, opening, closing):
    """Each opening mark of a language is closed by its partner."""
    assert marks_of(lang).closes(opening, closing)


@pytest.mark.parametrize(
    ("lang", "opening", "mark"),
    [
        pytest.param("en", "“", "»", id="another style"),
        pytest.param("en", "‘", "”", id="double after single"),
        pytest.param("fr", "«", "«", id="the same angle"),
        pytest.param("fi", "»", "«", id="Finnish angles point right"),
    ],
)
def test_marks_that_do_not_close(lang, opening, mark):
    """A mark of another style or direction closes nothing."""
    assert not marks_of(lang).closes(opening, mark)


def test_german_angles_open_inward():
    """In German a « closes, in French it opens."""
    assert "«" not in marks_of("de").openings
    assert "«" in marks_of("fr").openings


@pytest.mark.parametrize(
    ("mark", "expected"), [("‘", "single"), ("'", "single"), ("‹", "single"), ("“", "double"), ("''", "double")]
)
def test_family(mark, expected):
    """Two apostrophes are one double mark."""
    assert family(mark) == expected
