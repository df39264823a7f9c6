"""Laws of folding: idempotence, the way back, and typography that folds to nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.model.text import Span
from verifier.text.folding import fold, fold_words

UNHURRIED = settings(deadline=None)  # a busy machine is no fault
TEXTS = st.text(max_size=120)
SPOKEN = st.lists(
    st.sampled_from(
        """isn't he’s 1,200 forty-two U.S. 50% $3.5 café naïve Straße l’histoire two-day 1960s 5th x $2m €5bn £1.5
        million 2.5m twenty-first $""".split()
    ),
    max_size=12,
).map(" ".join)
LANGS = st.sampled_from(["en", "de", "fr"])


@UNHURRIED
@given(TEXTS | SPOKEN, LANGS)
def test_folding_folded_words_changes_nothing(text, lang):
    """Folding is idempotent: an index may be asked with folded words."""
    words = fold_words(text, lang)
    assert fold_words(" ".join(words), lang) == words


@UNHURRIED
@given(TEXTS | SPOKEN, LANGS)
def test_every_word_leads_back(text, lang):
    """Each folded word has a place inside the text, in order, that is not empty."""
    folded = fold(text, lang)
    assert list(folded.words) == fold_words(text, lang)
    for start, end in zip(folded.starts, folded.ends, strict=True):
        assert 0 <= start < end <= len(text)
    assert list(folded.starts) == sorted(folded.starts)


@UNHURRIED
@given(SPOKEN, LANGS)
def test_printed_words_fold_to_themselves(text, lang):
    """The printed range of all words folds to the same words."""
    folded = fold(text, lang)
    if len(folded):
        assert fold(folded.printed(0, len(folded)).cut(text), lang).words == folded.words


@UNHURRIED
@given(SPOKEN, st.sampled_from(["\u200b", "\u00ad", "\ufeff", "\u2060"]))
def test_invisible_characters_fold_to_nothing(text, mark):
    """Characters that nobody sees change no word."""
    hidden = mark.join(text)
    assert fold_words(hidden) == fold_words(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("the 1960s", ["the", "1960s"], id="decade is one word"),
        pytest.param("the 5th of May", ["the", "5th", "of", "may"], id="ordinal is one word"),
        pytest.param("1,200 ships", ["1200", "ships"], id="grouped figure"),
        pytest.param("isn’t", ["is", "not"], id="contraction"),
    ],
)
def test_words(text, words):
    """Figures and contractions become the words they are compared by."""
    assert fold_words(text) == words


@UNHURRIED
@given(TEXTS)
def test_within_finds_what_was_printed(text):
    """The words inside the whole text are all of them."""
    folded = fold(text)
    assert len(folded.within(Span(0, len(text)))) == len(folded)
