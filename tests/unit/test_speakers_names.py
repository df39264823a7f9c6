"""Names: how two printed names stand to each other."""

from __future__ import annotations

import pytest

from verifier.speakers.names import Fit, fold_name, name_fit, parse_name


@pytest.mark.parametrize(
    ("text", "given", "family"),
    [
        pytest.param("John Kirby", ("john",), ("kirby",), id="two words"),
        pytest.param("Ursula von der Leyen", ("ursula",), ("von", "der", "leyen"), id="particles belong to the family"),
        pytest.param("Joseph R. Biden Jr.", ("joseph", "r"), ("biden",), id="generation dropped"),
        pytest.param("Marie-Agnes Strack-Zimmermann", ("marie-agnes",), ("strack-zimmermann",), id="hyphens stay"),
        pytest.param("Kirby's", (), ("kirby",), id="possessive"),
        pytest.param("Gero\n      Clemens Hocker", ("gero", "clemens"), ("hocker",), id="broken line"),
        pytest.param("…", (), (), id="no letters"),
    ],
)
def test_parts(text: str, given: tuple[str, ...], family: tuple[str, ...]) -> None:
    """A name is its given names and a family name with particles, in plain letters."""
    assert parse_name(text).given == given
    assert parse_name(text).family == family


def test_folding() -> None:
    """Diacritics, case, hyphens and other scripts' letters are no difference."""
    assert fold_name("Aydan ÖZOĞUZ") == "aydan ozoguz"
    assert fold_name("Göring-Eckardt") == fold_name("Göring Eckardt")


@pytest.mark.parametrize(
    ("first", "second", "fit"),
    [
        pytest.param("Sergio Mattarella", "SERGIO MATTARELLA", Fit.FULL, id="case"),
        pytest.param("Viktor Orbán", "Orbán Viktor", Fit.FULL, id="family name first"),
        pytest.param("Axel Müller", "Axel Mueller", Fit.FULL, id="umlaut written out"),
        pytest.param("Ivan Petrenkov", "Iwan Petrenkow", Fit.PART, id="transliteration of an unknown name"),
        pytest.param("Mattarella", "Sergio Mattarella", Fit.PART, id="surname"),
        pytest.param("S. Mattarella", "Sergio Mattarella", Fit.PART, id="initial"),
        pytest.param("Bob Casey", "Robert Casey", Fit.PART, id="short form"),
        pytest.param("Gero Hocker", "Gero Clemens Hocker", Fit.PART, id="second given name left out"),
        pytest.param("Blunt Rochester", "Lisa Blunt Rochester", Fit.PART, id="surname of two words"),
        pytest.param("Storch", "Beatrix von Storch", Fit.PART, id="without particle"),
        pytest.param("Jean-Piere", "Jean-Pierre", Fit.PART, id="a slip in a long name"),
        pytest.param("Zimmermann", "Anna Strack-Zimmermann", Fit.UNSURE, id="half of a hyphenated name"),
        pytest.param("Schmidt", "Helga Schmitt", Fit.UNSURE, id="near, short"),
        pytest.param("Zelensky", "Olena Zelenska", Fit.UNSURE, id="wife or husband by the last letter"),
        pytest.param("Karine", "Karine Jean-Pierre", Fit.UNSURE, id="given name alone"),
        pytest.param("Jens Zimmermann", "Anna Strack-Zimmermann", Fit.OTHER, id="half shared, given names differ"),
        pytest.param("Jill Biden", "Joe Biden", Fit.OTHER, id="given names differ"),
        pytest.param("Sascha Müller", "Alexander Müller", Fit.OTHER, id="no short form where both sit together"),
        pytest.param("John Kirby", "William Kristol", Fit.OTHER, id="nothing shared"),
        pytest.param("习近平", "Sergio Mattarella", Fit.UNSURE, id="a script without capitals"),
    ],
)
def test_fit(first: str, second: str, fit: Fit) -> None:
    """Agreement is graded, and a doubt is neither yes nor no."""
    assert name_fit(first, second) is fit
    assert name_fit(second, first) is fit
