"""Words with which a speaker takes something back, prepositions that turn round, adjectives that turn a noun."""

from __future__ import annotations

import pytest

from verifier.text.folding import fold_words
from verifier.text.possessives import gives_to_another
from verifier.text.prepositions import reversed_by
from verifier.text.privatives import ends_with_privative
from verifier.text.repairs import editing_term_at


@pytest.mark.parametrize(
    ("words", "lang", "closed", "size"),
    [
        pytest.param("sorry 14", "en", (), 1, id="sorry"),
        pytest.param("i am sorry 14", "en", (), 3, id="longest-first"),
        pytest.param("no war", "en", (), 0, id="no-before-a-noun"),
        pytest.param("no 14", "en", (1,), 1, id="no-between-marks"),
        pytest.param("vielmehr den Frieden", "de", (), 0, id="vielmehr-goes-on"),
        pytest.param("ich meine vierzehn", "de", (), 2, id="ich-meine"),
        pytest.param("excusez moi quatorze", "fr", (), 2, id="excusez-moi"),
        pytest.param("ships", "en", (), 0, id="a-noun"),
    ],
)
def test_editing_terms_are_known_by_language(words: str, lang: str, closed: tuple[int, ...], size: int) -> None:
    """A term tells how many words it has; an ambiguous one needs a mark behind it."""
    assert editing_term_at(words.split(), 0, lang, closed=closed) == size


@pytest.mark.parametrize(
    ("quoted", "said", "at", "lang", "turned"),
    [
        pytest.param("came from Ostland", "came to Ostland", 1, "en", True, id="from-to"),
        pytest.param("different from it", "different to it", 1, "en", False, id="different-to"),
        pytest.param("fought with it", "fought against it", 1, "en", False, id="fought-with"),
        pytest.param("done in the war", "done after the war", 1, "en", True, id="in-after-the-war"),
        pytest.param("done in two years", "done after two years", 1, "en", False, id="in-after-two-years"),
        pytest.param("house on it", "house upon it", 1, "en", False, id="on-upon"),
        pytest.param("mit allen", "gegen allen", 0, "de", True, id="mit-gegen"),
        pytest.param("kämpfen mit ihnen", "kämpfen gegen sie", 1, "de", False, id="kämpfen-mit"),
    ],
)
def test_a_preposition_turns_round_or_not(quoted: str, said: str, at: int, lang: str, turned: bool) -> None:
    """Direction, side and time are told by the pair, but for idioms that say the same with both."""
    assert reversed_by(fold_words(quoted, lang), fold_words(said, lang), (at, at), lang) is turned
    assert reversed_by(fold_words(said, lang), fold_words(quoted, lang), (at, at), lang) is turned


@pytest.mark.parametrize(
    ("words", "lang", "turning"),
    [
        pytest.param("the former", "en", True, id="former"),
        pytest.param("so called", "en", True, id="so-called"),
        pytest.param("the useful", "en", False, id="useful"),
        pytest.param("der ehemalige", "de", True, id="ehemalige"),
        pytest.param("früher", "de", False, id="adverb"),
        pytest.param("une fausse", "fr", True, id="fausse"),
    ],
)
def test_an_adjective_turns_its_noun_or_adds_to_it(words: str, lang: str, turning: bool) -> None:
    """Some adjectives make another thing of the noun behind them."""
    assert ends_with_privative(words.split(), lang) is turning


def test_its_is_the_speakers_or_another_ones() -> None:
    """The word "its" against "our" changes whose it is; "their" may be the same committee."""
    assert gives_to_another("its", "our", "en")
    assert gives_to_another("your", "its", "en")
    assert not gives_to_another("its", "their", "en")
    assert not gives_to_another("my", "our", "en")
