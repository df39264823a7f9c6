"""Laws of searching a corpus, obeyed by the one in memory and the one in a database alike."""

from datetime import date

import pytest
from corpus_samples import Holding, briefings, sentence, speech, transcript

from verifier.model.article import Speaker
from verifier.model.evidence import CoverageState
from verifier.model.text import Interval
from verifier.model.transcript import Turn
from verifier.retrieve.corpus import Budget, Claim, Query
from verifier.retrieve.ranking import PAIR_BOUND, bits
from verifier.text.folding import fold_words

LIND, EK, BERG = Speaker("Ada Lind", "ada-lind"), Speaker("Bo Ek"), Speaker("Cato Berg", "cato-berg")
FIFTH = Interval.day(date(2025, 3, 5))
BUDGET = Budget()


@pytest.fixture(params=["memory", "stored"])
def holding(request, tmp_path):
    """Hold transcripts in memory, then in a database."""
    made = Holding(request.param, tmp_path)
    yield made
    made.close()


def asked(text, speaker=None, interval=None):
    """Return the query for quoted words."""
    return Query(tuple(fold_words(text)), speaker, interval)


def found(corpus, text, *who_and_when, budget=BUDGET):
    """Return (doc_id, span, weight) of every candidate for quoted words."""
    candidates = corpus.candidates(asked(text, *who_and_when), budget)
    return [(candidate.record.doc_id, candidate.span, candidate.weight) for candidate in candidates]


def test_every_sentence_is_found_where_it_stands(holding):
    """The heaviest candidate for a sentence holds it, though other passages share most of its words."""
    corpus = holding.of(briefings())
    for held in briefings():
        for number in range(3):
            text = held.turns[2 * number + 1].text.split(". ")[4]
            best = corpus.candidates(asked(text), Budget())[0]
            assert best.record == held.record
            assert text in best.span.cut(held.text)


def test_frequencies(holding):
    """Words are counted exactly in passages, not in occurrences; pairs within a turn; others are 0."""
    corpus = holding.of(
        [
            transcript("a", Turn("Ada Lind", "Rain, rain and sun."), Turn("Bo Ek", "Rain.")),
            transcript("b", Turn("Ada Lind", "Rain and snow.")),
        ]
    )
    assert corpus.size() == 2
    counts = corpus.frequency(["rain", "sun", "rain_and", "sun_rain", "hail", "rain_hail"])
    assert counts == {"rain": 2, "sun": 1, "rain_and": 2, "sun_rain": 0, "hail": 0, "rain_hail": 0}


def test_frequency_of_a_common_pair_is_cut_off(holding):
    """No more than PAIR_BOUND postings of a pair are read to count it; words are still exact."""
    held = [transcript(f"d{number:03}", Turn("Ada Lind", "Good morning")) for number in range(PAIR_BOUND + 9)]
    corpus = holding.of(held)
    assert corpus.frequency(["good", "good_morning"]) == {"good": PAIR_BOUND + 9, "good_morning": PAIR_BOUND}


def test_odd_words(holding):
    """Terms with points, marks and letters of any script are found as they are folded."""
    text = "1.5 naïve Ελλάδα Київ 東京都 ⑴ ﷺ"
    corpus = holding.of([transcript("a", Turn("Ada Lind", text))])
    words = fold_words(text)
    assert set(corpus.frequency(words).values()) == {1}
    assert corpus.frequency([f"{words[2]}_{words[3]}"]) == {f"{words[2]}_{words[3]}": 1}


def test_only_the_newest_version_is_proposed(holding):
    """A changed text takes the earlier one's place in counts, candidates and records."""
    first = transcript("a", Turn("Ada Lind", "The tunnel floods whenever it rains hard."))
    second = transcript("a", Turn("Ada Lind", "The tunnel never floods, however hard it rains."))
    corpus = holding.of([first], [second])
    assert corpus.frequency(["whenever", "however"]) == {"whenever": 0, "however": 1}
    (candidate,) = corpus.candidates(asked("The tunnel floods whenever it rains hard"), Budget())
    assert candidate.record.version == second.record.version
    assert [record.version for record in corpus.records(None, None)] == [second.record.version]


def test_adding_again_changes_nothing(holding):
    """The same transcripts given twice are held once."""
    once, twice = holding.of(briefings()), holding.of(briefings(), briefings())
    assert twice.size() == once.size()
    assert found(twice, sentence(77)) == found(once, sentence(77))


def test_taking_out_restores(holding):
    """A transcript that was put in and taken out again leaves no trace in counts, candidates or records."""
    extra = transcript("x", Turn("Ada Lind", speech(40, 30)), Turn("Dora Dahl", "Zebras graze on the embankment."))
    before, after = holding.of(briefings()), holding.of(briefings(), [extra], without=["x"])
    assert after.size() == before.size()
    words = sorted(set(fold_words(speech(0, 180) + " zebras graze")))
    assert after.frequency(words) == before.frequency(words)
    assert found(after, sentence(45)) == found(before, sentence(45))
    assert after.records(None, None) == before.records(None, None)


def test_duplicate_records_both_stay_in(holding):
    """The same briefing posted under two dates is proposed twice, in the order of the doc_ids."""
    turn = Turn("Ada Lind", "The last ferry leaves at nine from the eastern pier.")
    corpus = holding.of([transcript("b", turn), transcript("a", turn, day="2025-03-06"), *briefings()])
    assert [doc_id for doc_id, _, _ in found(corpus, "The last ferry leaves at nine from the eastern pier")][:2] == [
        "a",
        "b",
    ]


@pytest.mark.parametrize(
    ("who_and_when", "first"),
    [
        pytest.param((None, None), "a", id="nothing claimed: by doc_id"),
        pytest.param((BERG, None), "c", id="the claimed speaker first"),
        pytest.param((None, Interval.day(date(2025, 3, 6))), "b", id="the claimed day first"),
        pytest.param((EK, FIFTH), "b", id="the speaker a day off, before another on the day"),
        pytest.param((Speaker("Nobody Else"), Interval.day(date(1999, 1, 1))), "a", id="no filter"),
    ],
)
def test_speaker_and_day_raise_and_never_filter(holding, who_and_when, first):
    """Of equal words those of the claimed speaker or day come first, and all stay in."""
    text = "We shall repair the clock tower in two summers."
    corpus = holding.of(
        [
            transcript("a", Turn("Ada Lind", text)),
            transcript("b", Turn("Bo Ek", text), day="2025-03-06"),
            transcript("c", Turn("Cato Berg", text, "cato-berg"), day="2025-03-07"),
            *(replaced for replaced in briefings()),
        ]
    )
    doc_ids = [doc_id for doc_id, _, _ in found(corpus, text, *who_and_when)]
    assert doc_ids[0] == first
    assert set(doc_ids[:3]) == {"a", "b", "c"}


def test_agreement_does_not_outweigh_the_words(holding):
    """A passage with the words comes before one of the claimed speaker and day without most of them."""
    corpus = holding.of(briefings())
    text = f"{sentence(151)} {sentence(152)}"
    assert found(corpus, text, LIND, FIFTH)[0][0] == "b5"


def test_a_quotation_over_a_border_is_one_candidate(holding):
    """Neighbouring passages that hold the two halves of a quotation are proposed as one stretch."""
    held = transcript("long", Turn("Ada Lind", speech(0, 60)))
    corpus = holding.of([held])
    assert corpus.size() > 4
    for number in range(0, 58):
        text = speech(number, 3)
        best = corpus.candidates(asked(text), Budget())[0]
        assert best.span.start <= held.text.index(text)
        assert held.text.index(text) + len(text) <= best.span.end


def test_a_stock_phrase_has_an_answer(holding):
    """Words that stand nearly everywhere are answered, the claimed speaker's day first, within the budget."""
    held = [
        transcript(
            f"d{number:03}",
            Turn("Bo Ek", "Good morning to all of you."),
            day=f"2024-{number // 28 + 1:02}-{number % 28 + 1:02}",
        )
        for number in range(300)
    ]
    corpus = holding.of(held)
    day = held[280].record.dates[0].day
    tight = Budget(candidates=5, postings=600)
    assert len(found(corpus, "good morning", budget=tight)) == 5
    assert found(corpus, "good morning", EK, Interval.day(day), budget=tight)[0][0] == "d280"


def test_budget(holding):
    """No more candidates are returned than asked for; a spent budget ends the search, not the program."""
    corpus = holding.of(briefings())
    assert len(found(corpus, speech(0, 12), budget=Budget(candidates=3))) == 3
    assert found(corpus, sentence(3), budget=Budget(postings=0)) == []


@pytest.mark.parametrize("text", ["", "xylophone zeppelin", "…"], ids=["no words", "unknown words", "marks"])
def test_nothing_to_find(holding, text):
    """What stands nowhere has no candidates."""
    assert found(holding.of(briefings()), text) == []


def test_an_empty_corpus(holding):
    """An empty corpus answers every question."""
    corpus = holding.of([])
    assert corpus.size() == 0
    assert corpus.frequency(["rain"]) == {"rain": 0}
    assert found(corpus, "rain and sun") == []
    assert bits(["rain"], corpus) > 0
    assert corpus.records(LIND, None) == ()
    assert corpus.coverage(Claim(LIND)).state is CoverageState.NOT_COVERED


def test_both_say_the_same(tmp_path):
    """Memory and database agree in every number, order and weight."""
    memory, stored = Holding("memory", tmp_path).of(briefings()), (held := Holding("stored", tmp_path)).of(briefings())
    words = sorted(set(fold_words(speech(0, 180))))
    assert memory.size() == stored.size()
    assert memory.frequency(words) == stored.frequency(words)
    for number in range(0, 180, 7):
        who = (LIND, EK, BERG, None)[number % 4]
        assert found(memory, sentence(number), who, FIFTH) == found(stored, sentence(number), who, FIFTH)
        assert memory.coverage(Claim(who)) == stored.coverage(Claim(who))
    held.close()
