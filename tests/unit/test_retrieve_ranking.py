"""How much words tell, and how the search goes about common ones."""

from datetime import date

import pytest

from verifier.model.transcript import Record, RecordDate, Transcript, Turn
from verifier.retrieve.corpus import Budget, Query
from verifier.retrieve.gathering import PAIR_BOUND
from verifier.retrieve.memory import MemoryCorpus
from verifier.retrieve.ranking import WORD_BITS, bits
from verifier.text.folding import fold_words


def transcript(number, text):
    """Return a transcript of one turn, so short that it is one passage."""
    record = Record(
        "works", f"d{number:04}", f"{number:016x}", "en", "Briefing", (RecordDate(date(2024, 3, 5), "meta"),)
    )
    return Transcript(record, (Turn("Ada Lind", text),))


def corpus(*texts):
    """Return a corpus of one passage a text."""
    return MemoryCorpus(transcript(number, text) for number, text in enumerate(texts))


COMMON = corpus(*["the harbour is open"] * 60, *["the harbour is shut"] * 3, "the zeppelin is here")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param("the harbour is", 0.0, id="what stands in every second passage"),
        # With 1,024 passages beside the 64, and eight that hold the word beside those counted.
        pytest.param("shut", 6.628, id="in three of 64"),
        pytest.param("zeppelin", 6.918, id="in one"),
        pytest.param("xylophone", 7.087, id="in none"),
        pytest.param("zeppelin zeppelin the zeppelin", 6.918, id="each word once"),
        pytest.param("shut zeppelin", 6.628 + 6.918, id="words add up"),
        pytest.param("", 0.0, id="no words"),
    ],
)
def test_bits(words, told):
    """Rare words tell much, common ones nothing, each counted once."""
    assert bits(words.split(), COMMON) == pytest.approx(told, abs=0.001)


def test_one_word_tells_a_bounded_amount():
    """However large the collection, one word alone is no proof of a place."""

    class Large:
        """A collection of a billion passages without the word."""

        def size(self):
            return 10**9

        def frequency(self, terms):
            return dict.fromkeys(terms, 0)

    assert bits(["zeppelin"], Large()) == WORD_BITS


def test_a_handful_of_passages_has_no_common_words():
    """Where nearly every word stands in most of three passages, that says nothing about the word."""
    assert bits(["rain", "sun"], corpus("rain and sun", "rain", "snow")) > 10


def first(held, text, **budget):
    """Return the doc_id of the heaviest candidate."""
    return held.candidates(Query(tuple(fold_words(text))), Budget(**budget))[0].record.doc_id


def test_words_that_stand_everywhere_are_told_apart_by_their_neighbours():
    """A quotation of common pairs alone is found by pairs that stand together in few passages."""
    many = PAIR_BOUND + 20
    texts = [*["i am not late"] * many, *["we are not going home"] * many, *["they are going to sing"] * many]
    held = corpus(*texts, "he says i am not going to sing")
    assert first(held, "I’m not going to sing") == f"d{len(texts):04}"


def test_runs_that_stand_everywhere_are_told_apart_by_runs_further_on():
    """Where wrong words make the only rare pair, common runs that stand together in few passages are proposed too."""
    many = 2 * PAIR_BOUND
    texts = [*["there has been rain"] * many, *["think of a song"] * many, "no list was made"]
    held = corpus(*texts, "there has been some kind of a fire")
    found = held.candidates(Query(tuple(fold_words("there has been no list of a"))), Budget())
    assert {candidate.record.doc_id for candidate in found} == {f"d{2 * many:04}", f"d{2 * many + 1:04}"}


def test_equally_heavy_passages_are_told_apart_by_their_other_words():
    """Of more passages with the same rare pair than can be returned, those with more of the other words come first."""
    texts = [*["boats came today"] * 1300, *["nothing came today"] * 4000, *["a zeppelin harbour"] * 60]
    held = corpus(*texts, "the zeppelin harbour saw boats")
    assert first(held, "zeppelin harbour with boats") == f"d{len(texts):04}"


def test_a_rare_word_is_enough_for_a_small_budget():
    """The rarest terms are read first, so that a spent budget has bought the most."""
    held = corpus(*["the harbour is open today"] * 500, "the harbour of zeppelins is open today")
    assert first(held, "the harbour of zeppelins is open", postings=20) == "d0500"


def test_a_long_quotation():
    """A quotation longer than a passage is proposed as one stretch over all the passages it runs through."""
    words = " ".join(f"w{number}x" for number in range(900))
    held = corpus(*["other words altogether"] * 50, words)
    asked = " ".join(words.split()[100:600])
    best = held.candidates(Query(tuple(fold_words(asked))), Budget())[0]
    text = transcript(0, words).text
    assert best.span.start <= text.index(asked)
    assert best.span.end >= text.index(asked) + len(asked)
